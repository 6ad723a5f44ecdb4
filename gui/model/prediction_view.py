"""The card "Prediction f(x) and loss" as it is looked at: kept pictures, and what moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QRectF, QSize, Qt, pyqtSignal
from PyQt5.QtGui import (
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PyQt5.QtWidgets import QSizePolicy, QWidget

from gui.labs.pi_drag import Description
from gui.model.example_words import unit_name
from gui.model.part import Part
from gui.model.prediction_axis import axis_for
from gui.model.prediction_gesture import PointGesture
from gui.model.prediction_layers import Layers, paint_focus
from gui.model.prediction_layout import PredictionLayout, lay_out, title_text
from gui.model.prediction_marks import MarkMaker
from gui.model.prediction_painter import Picture
from gui.model.prediction_pointer import Pointer
from gui.model.prediction_words import how_to, summary
from gui.pace import Pace
from gui.theme import look

if TYPE_CHECKING:
    from core.model_snapshot import ModelSnapshot
    from core.snapshot import Snapshot
    from gui.model.prediction_labels import CurveLabel


class PredictionView(Part):
    """The plot of f(x): its curve follows w and b, and what is pointed at is lit.

    Signals:
        pointed: the example that is pointed at, by mouse or keys; −1 for none.
    """

    pointed = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("predictionPlot")
        self._snapshot: Snapshot | None = None
        self._axis = axis_for(None)
        self._maker = MarkMaker()
        self._layout: PredictionLayout | None = None
        self._picture: Picture | None = None
        self._layers = Layers()
        self._pointer = Pointer()
        self._framed = False
        self.gesture = PointGesture(self)
        self.gesture.started.connect(lambda: self.gesture_started.emit("examples"))
        self.gesture.ended.connect(self.gesture_ended)
        self._pace = Pace(self, self._place_labels)
        self._description = Description(self, self.summary)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.retranslate()

    # Showing -------------------------------------------------------------------------------

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot; when only w and b moved, the curve and the bars alone are painted."""
        model = snapshot.model
        if model is None:
            return
        old, self._snapshot = self._snapshot, snapshot
        before = old.model if old is not None else None
        self._description.changed()
        if old is None or before is None or not _same_picture(old, before, snapshot, model):
            if before is None or before.state.data is not model.state.data:
                self._take_data(before, model)
            self._lay_out([] if self._picture is None else self._picture.labels)
        elif (before.w, before.b) != (model.w, model.b) and self._picture is not None:
            self._picture.move(model.w, model.b)
            self._pace.ask()
            self._update_live()

    def _take_data(self, before: ModelSnapshot | None, model: ModelSnapshot) -> None:
        data = model.state.data
        self._pointer.keep_within(data)
        others = before is None or (
            before.state.data.x_name != data.x_name
            or model.state.source not in ("", before.state.source)
        )
        # What is dragged must not shift the ground under the mouse.
        if not self.gesture.is_pressed and (others or not self._axis.suits(data.span)):
            self._axis = axis_for(data.span)

    @property
    def layout_(self) -> PredictionLayout | None:
        """Where everything stands; None where there is no room, or nothing yet."""
        return self._layout

    @property
    def picture(self) -> Picture | None:
        """What is painted."""
        return self._picture

    @property
    def still_paints(self) -> int:
        """How often what stands still was painted."""
        return self._layers.paints

    @property
    def lit(self) -> int:
        """The example whose bar is lit; −1 for none."""
        return self._pointer.example

    def point(self, i: int) -> None:
        """Light the bar of an example that is pointed at elsewhere; −1 for none."""
        if self._pointer.take(i):
            self.update()

    def summary(self) -> str:
        """The plot in words."""
        if self._snapshot is None or self._snapshot.model is None:
            return ""
        return summary(self._snapshot, self._layout)

    def stop(self) -> None:
        """End what is held."""
        self.gesture.end()

    # Geometry ------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The design's."""
        return QSize(look().px(940), look().px(364))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a heading, the axes and their labels."""
        line = look().text_metrics(12).height()
        return QSize(look().px(300), round(look().px(90) + 3 * line))

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Fit everything to the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self.updateGeometry()
        self._lay_out()

    def retranslate(self) -> None:
        """Set every text in the language shown."""
        self.setAccessibleName(title_text())
        self.setToolTip(how_to())
        self._lay_out()

    def _lay_out(self, before: list[CurveLabel] | None = None) -> None:
        """Place everything anew; it is painted at the next paint event.

        Args:
            before: the names of the curves, which stay where they are if they can; None for new
                places in a new size or look.
        """
        self._layout = self._picture = None
        self._layers.forget()
        snapshot = self._snapshot
        if snapshot is not None and snapshot.model is not None:
            model, base = snapshot.model, snapshot.state.log_base
            marks = self._maker.marks(model.state.data, self._axis, self.width())
            card = QRectF(self.rect())
            self._layout = lay_out(card, self._axis, marks, base.unit, unit_name(base))
            if self._layout is not None:
                self._picture = Picture(self._layout, snapshot)
                self._picture.labels = before or []
                self._picture.move(model.w, model.b)
                self._picture.place_labels()
        self.update()

    def _place_labels(self) -> None:
        if self._picture is not None and self._picture.place_labels():
            self._layers.forget()
            self.update()
        else:
            self._update_live()

    def _update_live(self) -> None:
        if self._layout is not None:
            if self._pointer.is_lit:
                self.update()  # the sign over the plot, and the line to the ruler
            else:
                self.update(self._layout.live.toAlignedRect())

    # Painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Copy what stands still, paint what moves, and light what is pointed at."""
        if event is None:
            return
        painter = QPainter(self)
        self._layers.paint(painter, self, self._picture, self._snapshot)
        if self._picture is not None and self._snapshot is not None:
            self._pointer.paint(painter, self._picture, self._snapshot)
        if self._framed:
            paint_focus(painter, QRectF(self.rect()))
        painter.end()


def _same_picture(
    old: Snapshot, before: ModelSnapshot, new: Snapshot, model: ModelSnapshot
) -> bool:
    """Whether all that stands still is as before."""
    return (
        before.state.data is model.state.data
        and before.fit is model.fit
        and before.state.true == model.state.true
        and before.state.shared is model.state.shared
        and old.state.log_base is new.state.log_base
    )
