"""The three plots on one π axis.

The curves and everything else that stands still during a drag are painted once, by pyqtgraph,
into a picture; a frame of a drag copies that picture and paints three lines, dots and signs over
it. `PlotCanvas` keeps the picture, `PlotStack` turns the mouse and the keys into intents.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import pyqtgraph as pg
from PyQt5.QtCore import QEvent, QPointF, QRectF, QSizeF, Qt, QTimer, pyqtSignal
from PyQt5.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PyQt5.QtWidgets import QGraphicsView, QVBoxLayout, QWidget

from gui import first_frame, plot_series
from gui.decimal_steps import snapped
from gui.i18n import Retranslated, translate
from gui.pi_gesture import PiGesture
from gui.plot_painter import paint_axis
from gui.plot_panel import PlotPanel
from gui.theme import LOOK_CHANGED, look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

GAP = 12
AXIS_HEIGHT = 26
# How near the mouse must be to the line of π for the cursor to say that it can be dragged.
NEAR = 6
SMALLEST_INTERVAL = 1e-12
# After so long without a change the plots are put into words, in milliseconds.
QUIET = 500
# Pictures are kept for what is undone, redone or toggled back: a dozen in a window of 1440x900.
PICTURE_BYTES = 48 * 2**20


class PlotCanvas(pg.GraphicsView):
    """Paints the plots: a picture of what stands still, and the moving marks over it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, background=None)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        # The picture is painted anew when we say so, not at each change of a scene's item.
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.NoViewportUpdate)
        self.setMinimumSize(1, 1)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.panels = [PlotPanel(kind, self.scene()) for kind in plot_series.KINDS]
        self.snapshot: Snapshot | None = None
        self.resolution: float | None = None
        self.framed = False
        self._pictures: dict[object, QPixmap] = {}
        self._shown = list(self.panels)

    @property
    def shown(self) -> list[PlotPanel]:
        """The plots that are to be seen, from top to bottom."""
        return list(self._shown)

    def _show_kinds(self, kinds: tuple[str, ...]) -> bool:
        """Show these plots alone.

        Returns:
            whether others were shown.
        """
        if kinds == tuple(panel.kind for panel in self._shown):
            return False
        self._shown = [panel for panel in self.panels if panel.kind in kinds]
        for panel in self.panels:
            panel.set_visible(panel in self._shown)
        return True

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot, painting no more than what it changed."""
        self.snapshot = snapshot
        if self._show_kinds(snapshot.state.stage.panels):
            self.lay_out()
            return
        still = [panel.show_curves(snapshot) for panel in self._shown]
        if any(still):
            self._show_picture()
            return
        # One rectangle from the first plot to the last: a simple clip paints faster than a
        # sparing one.
        strip = QRectF()
        for panel in self._shown:
            strip = strip.united(panel.move_to(snapshot))
        self.viewport().update(strip.toAlignedRect())

    def lay_out(self) -> None:
        """Place the plots in the canvas and fit everything to its size, theme and language."""
        px = look().px
        for panel in self.panels:
            panel.restyle()
        count = len(self._shown)
        height = (self.height() - px(AXIS_HEIGHT) - (count - 1) * px(GAP)) / count
        for i, panel in enumerate(self._shown):
            card = QRectF(0, round(i * (height + px(GAP))), self.width(), round(height))
            panel.set_geometry(card)
            if self.snapshot is not None and not panel.show_curves(self.snapshot):
                panel.lay_out(self.snapshot)
        self.repaint_picture()

    def repaint_picture(self) -> None:
        """Paint what stands still anew at the next paint event."""
        self._pictures.clear()
        self._show_picture()

    def _show_picture(self) -> None:
        if self.snapshot is not None:
            for panel in self._shown:
                panel.move_to(self.snapshot)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Fit the plots to the new size."""
        super().resizeEvent(event)
        if hasattr(self, "_shown"):  # pyqtgraph resizes while it is being built
            self.lay_out()

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Copy the picture and paint the moving marks over it."""
        if event is None or self.snapshot is None:
            return
        ratio = self.resolution or self.devicePixelRatioF()
        picture = self._picture(ratio)
        painter = QPainter(self.viewport())
        painter.drawPixmap(0, 0, picture)
        for panel in self._shown:
            panel.resolution = ratio
            panel.paint_now(painter)
        if self.framed:
            self._paint_focus(painter)
        painter.end()
        first_frame.painted()

    def _paint_focus(self, painter: QPainter) -> None:
        """Show that the arrow keys move π here."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look().colour("ones"), 1.5 * look().scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        radius = look().px(10)
        for panel in self._shown:
            painter.drawRoundedRect(panel.card.adjusted(1, 1, -1, -1), radius, radius)

    def _picture(self, ratio: float) -> QPixmap:
        """The picture of what stands still: painted now, or a moment ago."""
        key = (ratio, *(panel.still_key for panel in self._shown))
        picture = self._pictures.pop(key, None)
        if picture is None:
            picture = self._paint_picture(ratio)
            size = max(1, picture.width() * picture.height() * 4)
            while self._pictures and (len(self._pictures) + 1) * size > PICTURE_BYTES:
                del self._pictures[next(iter(self._pictures))]
        self._pictures[key] = picture  # the last used is the last to go
        return picture

    def _paint_picture(self, ratio: float) -> QPixmap:
        picture = QPixmap((QSizeF(self.size()) * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(look().colour("ground"))
        painter = QPainter(picture)
        for panel in self._shown:
            panel.paint_ground(painter)
        # pyqtgraph's curves are painted with the brush they find: it would fill them.
        painter.setBrush(Qt.BrushStyle.NoBrush)
        self.render(painter, QRectF(self.rect()), self.rect())
        for panel in self._shown:
            panel.paint_optimum(painter)
        layout = self._shown[-1].layout
        if layout is not None:
            paint_axis(painter, layout, self.width())
        painter.end()
        return picture


class PlotStack(Retranslated, QWidget):
    """The plots as a control: dragging moves π, the wheel zooms.

    Signals:
        interval_edited: the user wants to see π from, to.
        panel_toggled: the user wants to see this plot alone, or all again.
        predicted: the learner expects something at this π, and a click was asked for.
        pointed: what the mouse points at, a target of `core.stage`; "" for nothing.

    Attributes:
        gesture: the drags and keys that move π.
    """

    interval_edited = pyqtSignal(float, float)
    panel_toggled = pyqtSignal(str)
    predicted = pyqtSignal(float)
    pointed = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._target = ""
        self._asked = False
        self.setObjectName("plotStack")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.canvas = PlotCanvas(self)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self.canvas)
        self.gesture = PiGesture(self)
        # Words for those who listen: when it is quiet, not in each frame.
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET)
        self._quiet.timeout.connect(self.describe)
        LOOK_CHANGED.connect(self.canvas.lay_out)

    @property
    def panels(self) -> list[PlotPanel]:
        """The three plots."""
        return self.canvas.panels

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot."""
        self.canvas.render_snapshot(snapshot)
        self._quiet.start()

    def describe(self) -> None:
        """Say what the plots show, for assistive tools."""
        # Not before the first frame: words come after pictures.
        from gui.plot_summary import whole

        snapshot = self.canvas.snapshot
        if snapshot is not None and self.isVisible():
            self.setAccessibleDescription(whole(snapshot, snapshot.state.stage.panels))

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setAccessibleName(translate("Plots", "Plots of likelihood, log-likelihood and BCE"))
        self.setToolTip(
            translate(
                "Plots",
                "Drag: move π (← →). Wheel: zoom (Z). Double-click a heading: one plot alone.",
            )
        )
        self.canvas.lay_out()

    # Mouse ---------------------------------------------------------------------------------

    def _panel_at(self, y: float) -> PlotPanel | None:
        for panel in self.canvas.shown:
            if panel.card.top() <= y <= panel.card.bottom():
                return panel
        return None

    def _pi_at(self, x: float) -> float:
        panel = self.canvas.shown[0]
        low, high = panel.interval
        pi = low + (x - panel.plot.left()) / panel.plot.width() * (high - low)
        return snapped(pi, low, high, panel.plot.width())

    def _in_plot(self, pos: QPointF) -> bool:
        panel = self._panel_at(pos.y())
        return panel is not None and panel.plot.adjusted(-NEAR, 0, NEAR, 0).contains(pos)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """A click in a plot moves π there and begins a drag."""
        if (
            event is None
            or event.button() != Qt.MouseButton.LeftButton
            or not self._in_plot(event.localPos())
        ):
            super().mousePressEvent(event)
            return
        if self._asks_place:
            self._asked = True
            self.predicted.emit(self._pi_at(event.localPos().x()))
            return
        self.gesture.begin()
        self.gesture.edited.emit(self._pi_at(event.localPos().x()))

    def stop_predicting(self) -> None:
        """A drag of a prediction ends with the question."""
        self._asked = False

    @property
    def _asks_place(self) -> bool:
        """Whether a click says where the learner expects something."""
        snapshot = self.canvas.snapshot
        return snapshot is not None and snapshot.state.stage.asks_place

    def _point(self, target: str) -> None:
        if target != self._target:
            self._target = target
            self.pointed.emit(target)

    def leaveEvent(self, event: QEvent | None) -> None:  # noqa: N802 - Qt's name
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        self._point("")

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Drag π, or show that the line can be dragged."""
        if event is None:
            return
        if self.gesture.is_open and event.buttons() & Qt.MouseButton.LeftButton:
            self.gesture.edited.emit(self._pi_at(event.localPos().x()))
            return
        if self._asked and self._asks_place and event.buttons() & Qt.MouseButton.LeftButton:
            self.predicted.emit(self._pi_at(event.localPos().x()))
            return
        panel = self._panel_at(event.localPos().y())
        self._point(panel.target_at(event.localPos()) if panel is not None else "")
        line = self.canvas.shown[0].line_x
        near = line is not None and abs(event.localPos().x() - line) <= look().px(NEAR)
        inside = self._in_plot(event.localPos())
        self.setCursor(
            Qt.CursorShape.SizeHorCursor
            if near and inside
            else Qt.CursorShape.CrossCursor
            if inside
            else Qt.CursorShape.ArrowCursor
        )

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """End the drag."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._asked = False
            self.gesture.end("mouse")

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """A double click on a heading shows that plot alone, or all again."""
        if event is None:
            return
        panel = self._panel_at(event.localPos().y())
        if panel is not None and event.localPos().y() < panel.plot.top():
            self.panel_toggled.emit(panel.kind)
        else:
            self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent | None) -> None:  # noqa: N802 - Qt's name
        """Zoom the π axis about the mouse."""
        if event is None or not event.angleDelta().y():
            return
        panel = self.canvas.shown[0]
        low, high = panel.interval
        share = (event.position().x() - panel.plot.left()) / panel.plot.width()
        share = min(1.0, max(0.0, share))
        self.zoom(low + share * (high - low), 0.8 ** (event.angleDelta().y() / 120))
        event.accept()

    def zoom(self, centre: float, factor: float) -> None:
        """Ask for an interval `factor` times as wide that keeps `centre` where it is."""
        self.interval_edited.emit(*zoomed(self.canvas.shown[0].interval, centre, factor))

    # Keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Arrows move π; a held key is one step in the history."""
        snapshot = self.canvas.snapshot
        if event is None or snapshot is None or not self.gesture.key_pressed(event, snapshot.pi):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Close the step of a held key."""
        if event is not None:
            self.gesture.key_released(event)
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show the focus."""
        super().focusInEvent(event)
        # A click has a mouse's own sign of where it is.
        self._show_focus(event is None or event.reason() != Qt.FocusReason.MouseFocusReason)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Close a step that the keys began; take the focus' sign away."""
        self.gesture.end()
        super().focusOutEvent(event)
        self._show_focus(False)

    def _show_focus(self, framed: bool) -> None:
        self.canvas.framed = framed
        self.canvas.viewport().update()


def zoomed(interval: tuple[float, float], centre: float, factor: float) -> tuple[float, float]:
    """An interval of π `factor` times as wide that keeps `centre` where it is."""
    low, high = interval
    width = min(1.0, max(min(SMALLEST_INTERVAL, high - low), (high - low) * factor))
    share = (centre - low) / (high - low)
    start = min(1.0 - width, max(0.0, centre - share * width))
    return start, min(1.0, start + width)
