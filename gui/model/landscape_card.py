"""The card of the loss landscape: the landscape, a slice of it, and the loss step by step."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PyQt5.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PyQt5.QtGui import QHideEvent, QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PyQt5.QtWidgets import QSizePolicy, QToolButton, QWidget

from core.scientific import format_number
from gui.i18n import translate
from gui.labs.pi_drag import Description
from gui.model.landscape_canvas import LandscapeCanvas
from gui.model.landscape_feed import LandscapeFeed
from gui.model.landscape_signs import quantity
from gui.model.part import Part
from gui.model.side_plots import SlicePlot, StepsPlot
from gui.model.two_parts import TwoParts
from gui.pace import Pace
from gui.plot_layout import PADDING, TITLE_SIZE
from gui.plot_painter import paint_card
from gui.still_text import draw_text, text_width
from gui.theme import look

if TYPE_CHECKING:
    from core.landscape import Landscape, SliceLine
    from core.snapshot import Snapshot

# In the design's pixels: the head, below the axes, between the landscape and what is beside it.
HEAD, FOOT, GAP = 40, 8, 22
BUTTON = 26
# The column beside the landscape: its share of the width, its least and its most.
SHARE, NARROWEST, WIDEST = 0.235, 150, 260
# A card narrower than this has no such column; one lower than that shows one chart in it.
LEAST_WITH_SIDE, LEAST_WITH_TWO = 480, 255
# In a card that is nearly as high as wide the two charts stand in a row below the landscape: their
# share of the height; what is lower than that has none.
UPRIGHT, ROW_SHARE, LEAST_WITH_ROW = 1.15, 0.37, 250
ALONG = ("w", "b")
ZOOMS = (("zoomIn", "+"), ("zoomOut", "−"), ("usualRegion", "⤢"))


class LandscapeCard(Part):
    """The loss landscape.

    Attributes:
        feed: where the landscapes come from.
        canvas: the landscape itself.
        slice: the slice beside it; `along` says along what.
        steps: the loss of the path, step by step.
        along: the two-part switch.
        buttons: of the view, by the names of the actions they ask for.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("landscapePlot")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.feed = LandscapeFeed(self)
        self.canvas = LandscapeCanvas(self)
        self.along = TwoParts(self, size=12, accent=False)
        self.along.setObjectName("sliceAlong")
        self.slice, self.steps = SlicePlot(), StepsPlot()
        for plot in (self.slice, self.steps):
            plot.setParent(self)
        self.buttons: dict[str, QToolButton] = {}
        for name, sign in ZOOMS:
            button = self.buttons[name] = QToolButton(self)
            button.setObjectName(f"{name}Button")
            button.setText(sign)
            button.setProperty("tight", True)
            button.clicked.connect(lambda _checked, name=name: self.asked.emit(name))
        self.setTabOrder(self.canvas, self.along)
        self._snapshot: Snapshot | None = None
        self._progress: float | None = None
        self._slice_key: tuple[object, ...] | None = None
        self._line: SliceLine | None = None
        self._pace = Pace(self, self._show_slice)
        self._description = Description(self.canvas, self.summary)
        self.canvas.edited.connect(lambda fields: self.edited.emit("weights", fields))
        self.canvas.looked.connect(lambda region: self.looked.emit({"region": region}))
        self.canvas.gesture_started.connect(lambda: self.gesture_started.emit("weights"))
        self.canvas.gesture_ended.connect(self.gesture_ended)
        self.along.clicked.connect(lambda b: self.looked.emit({"slice_along": ALONG[b]}))
        self.feed.changed.connect(self._landscape_changed)
        self.feed.progressed.connect(self._tell_progress)
        self.retranslate()
        self.restyle()

    # What is shown ---------------------------------------------------------------------------

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot that has a model."""
        model = snapshot.model
        if model is None:
            return
        self._snapshot = snapshot
        if not self.isVisible():
            return  # nobody sees it: it is worked out when somebody does
        self.feed.render(snapshot)
        if self._snapshot is not snapshot:
            return  # the fit was found meanwhile, and what it changed is shown
        if self.canvas.isHidden() is (model.n > 0):
            self._lay_out()
        self.along.show_second(model.look.slice_along == "b")
        self.canvas.show_snapshot(snapshot, self.feed.landscape)
        self.steps.show_snapshot(snapshot)
        self._pace.ask()
        self._description.changed()

    def _landscape_changed(self, landscape: Landscape | None) -> None:
        if self._snapshot is not None:
            self.canvas.show_snapshot(self._snapshot, landscape)
            self._pace.ask()

    def _show_slice(self) -> None:
        """Bring the slice up to date, as often as an eye can follow."""
        snapshot = self._snapshot
        model = None if snapshot is None else snapshot.model
        if snapshot is None or model is None or not self.slice.isVisibleTo(self):
            return
        along = model.look.slice_along
        # What stays as it is along the slice says which slice it is.
        at = model.b if along == "w" else model.w
        course = (self.feed.terrain, along, at, model.region)
        key = (*course, model.w, model.b, model.fit, snapshot.state.log_base)
        if key == self._slice_key:
            return
        if self._slice_key is None or self._slice_key[: len(course)] != course:
            self._line = self.feed.slice(model)
        self._slice_key = key
        self.slice.show_slice(snapshot, self._line)

    def zoom(self, factor: float) -> None:
        """Look at a region `factor` times as large, about its middle."""
        self.canvas.zoom(factor)

    def _tell_progress(self, share: float) -> None:
        before, self._progress = self._progress, None if share >= 1.0 else share
        if before != self._progress:
            self.update(self._progress_rect().toAlignedRect().adjusted(-1, -1, 1, 1))

    def summary(self) -> str:
        """Where the least loss is, how large, and what it is now."""
        snapshot = self._snapshot
        model = None if snapshot is None else snapshot.model
        if snapshot is None or model is None or model.binary_cross_entropy is None:
            return translate("Model", "There are no examples yet, and no landscape.")
        now = translate("Model", "now {value} at {place}").format(
            value=format_number(snapshot.in_unit(model.binary_cross_entropy)),
            place=f"{quantity('w', model.w)}, {quantity('b', model.b)}",
        )
        fit = model.fit
        if fit is None:
            return f"{now[0].upper()}{now[1:]}."
        least = format_number(snapshot.in_unit(fit.loss))
        if math.isfinite(fit.w) and math.isfinite(fit.b):
            return translate("Model", "The least BCE {least} is at {place}; {now}.").format(
                least=least, place=f"{quantity('w', fit.w)}, {quantity('b', fit.b)}", now=now
            )
        return translate(
            "Model", "BCE comes as near to {least} as one likes, and never reaches it; {now}."
        ).format(least=least, now=now)

    def stop(self) -> None:
        """Let go of the handle."""
        self.canvas.stop()

    def showEvent(self, event: QShowEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show what has come meanwhile."""
        super().showEvent(event)
        if self._snapshot is not None:
            self.render_snapshot(self._snapshot)

    def hideEvent(self, event: QHideEvent | None) -> None:  # noqa: N802 - Qt's name
        """What nobody sees need not be worked out."""
        super().hideEvent(event)
        self.stop()
        self._pace.cancel()
        self.feed.stop()

    # Its look --------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set every text anew."""
        self._name_directions(10**6)  # where it is hidden it has no other chance
        names = {
            "zoomIn": translate("Model", "Zoom in"),
            "zoomOut": translate("Model", "Zoom out"),
            "usualRegion": translate("Model", "Show the usual part of the landscape"),
        }
        for name, button in self.buttons.items():
            button.setAccessibleName(names[name])
            button.setToolTip(names[name])
        self.buttons["usualRegion"].setToolTip(f"{names['usualRegion']} (Home)")
        self.along.setAccessibleName(translate("Model", "Direction of the slice"))
        self.along.setToolTip(translate("Model", "A slice of the landscape along w, or along b"))
        self.canvas.setAccessibleName(translate("Model", "Loss landscape: drag w and b"))
        self.restyle()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        for button in self.buttons.values():
            button.setFont(look().text_font(14))
        self.updateGeometry()
        self._lay_out()
        self.canvas.fit()
        for plot in (self.slice, self.steps):
            plot.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As in the design."""
        return QSize(look().px(940), look().px(400))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the axes, a few ticks and the scale."""
        return QSize(look().px(360), look().px(200))

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Fit to the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def _has_examples(self) -> bool:
        model = None if self._snapshot is None else self._snapshot.model
        return model is not None and model.n > 0

    def _lay_out(self) -> None:
        value, px = look(), look().px
        wide, high = self.width(), self.height()
        pad, head = px(PADDING), self._head()
        shown = self._has_examples()
        line = value.text_metrics(14).height()
        side = max(px(BUTTON), round(1.3 * line))
        right = wide - px(12)
        room = text_width(self._title(), TITLE_SIZE, strong=True) + pad + px(12)
        fits = right - len(ZOOMS) * (side + px(4)) > room
        for name, _sign in reversed(ZOOMS):
            button = self.buttons[name]
            button.setVisible(shown and fits)
            button.setGeometry(right - side, (head - side) // 2, side, side)
            right -= side + px(4)
        self.canvas.setVisible(shown)
        body = QRect(px(14), head, wide - 2 * px(14), max(1, high - px(FOOT) - head))
        inside = QRect(pad, head, wide - 2 * pad, body.height())
        if wide < UPRIGHT * high:
            row = round(ROW_SHARE * body.height())
            row *= body.height() >= LEAST_WITH_ROW * value.scale
            body.setBottom(body.bottom() - row)
            self._lay_out_row(
                inside.adjusted(0, body.height() + px(6), 0, 0), shown=shown and row > 0
            )
        else:
            column = round(min(px(WIDEST), max(px(NARROWEST), SHARE * wide)))
            column *= wide >= LEAST_WITH_SIDE * value.scale
            inside.setLeft(inside.right() + 1 - column)
            body.setRight(inside.left() - px(GAP) if column else body.right())
            self._lay_out_column(inside, shown=shown and column > 0)
        self.canvas.setGeometry(body)
        self.update()

    def _lay_out_column(self, place: QRect, *, shown: bool) -> None:
        """The slice above, the steps below; where one alone has room, the slice."""
        gap = look().px(12)
        both = place.height() >= LEAST_WITH_TWO * look().scale
        half = (place.height() - gap) // 2 if both else place.height()
        upper = QRect(place.left(), place.top(), place.width(), half)
        lower = upper.translated(0, half + gap)
        self._lay_out_charts(upper if shown else QRect(), lower if shown and both else QRect())

    def _lay_out_row(self, place: QRect, *, shown: bool) -> None:
        """The slice to the left, the steps to the right."""
        gap = look().px(GAP)
        half = (place.width() - gap) // 2
        left = QRect(place.left(), place.top(), half, place.height())
        right = left.translated(half + gap, 0)
        self._lay_out_charts(left if shown else QRect(), right if shown else QRect())

    def _lay_out_charts(self, slice_place: QRect, steps_place: QRect) -> None:
        """Put the charts where they belong; what has no place is not shown."""
        for widget, place in (
            (self.along, slice_place),
            (self.slice, slice_place),
            (self.steps, steps_place),
        ):
            widget.setVisible(place.isValid())
        if not slice_place.isValid():
            return
        self._name_directions(slice_place.width())
        size = self.along.sizeHint()
        self.along.setGeometry(
            slice_place.left(),
            slice_place.top(),
            min(size.width(), slice_place.width()),
            size.height(),
        )
        self.slice.setGeometry(slice_place.adjusted(0, size.height() + look().px(6), 0, 0))
        self.steps.setGeometry(steps_place)
        self._slice_key = None
        self._pace.ask()

    def _name_directions(self, room: int) -> None:
        """Name the two directions, in a narrow place by their letters alone."""
        names = translate("Model", "along w"), translate("Model", "along b")
        for texts in (names, ALONG):
            self.along.set_parts(texts)
            if self.along.sizeHint().width() <= room:
                break

    @staticmethod
    def _head() -> int:
        return max(look().px(HEAD), round(1.5 * look().text_metrics(TITLE_SIZE).height()))

    @staticmethod
    def _title() -> str:
        return translate("Model", "Loss landscape BCE(w, b)")

    def _progress_rect(self) -> QRectF:
        place = QRectF(self.canvas.geometry())
        return QRectF(place.left(), self._head() - look().px(5), place.width(), look().px(3))

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the sheet, the heading, and how far the work is."""
        value, px = look(), look().px
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()))
        metrics = value.text_metrics(TITLE_SIZE, strong=True)
        baseline = (self._head() + metrics.capHeight()) / 2
        draw_text(
            painter,
            QPointF(px(PADDING), baseline),
            self._title(),
            TITLE_SIZE,
            "current",
            strong=True,
        )
        if not self._has_examples():
            self._paint_nothing(painter)
        elif self._progress is not None:
            bar = self._progress_rect()
            painter.fillRect(bar, value.colour("control"))
            bar.setWidth(bar.width() * self._progress)
            painter.fillRect(bar, value.colour("ones"))
        painter.end()

    def _paint_nothing(self, painter: QPainter) -> None:
        """Say why there is no landscape."""
        value = look()
        text = translate("Model", "Without examples there is no loss, and no landscape.")
        painter.setFont(value.text_font(13))
        painter.setPen(value.colour("muted"))
        place = QRectF(self.rect()).adjusted(
            value.px(PADDING), self._head(), -value.px(PADDING), -value.px(PADDING)
        )
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(place, int(flags), text)
