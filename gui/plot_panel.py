"""One of the three plots: its card, curves and optimum (still), and its current value (moving).

What stands still while π is dragged is painted into the canvas' picture: the ground and the
labels by this panel, the curves by pyqtgraph. What moves (`plot_marks`) is painted over it.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyqtgraph as pg
from PyQt5.QtCore import QLineF, QPointF, QRectF, Qt
from PyQt5.QtGui import QPainter, QPen, QPolygonF

from gui import plot_series
from gui.dashed_curve import DashedCurve
from gui.i18n import translate
from gui.label_places import Polyline
from gui.plot_labels import DIAMOND, Label, place_labels
from gui.plot_marks import Marks, chip_rect, paint_marks, tangent_at
from gui.plot_series import Series, height_now, slope_now, value_text
from gui.still_text import draw_text, text_width
from gui.theme import look
from gui.ticks import Ticks, ticks

if TYPE_CHECKING:
    from core.curves import Curves
    from core.snapshot import Snapshot
    from core.state import LogBase

# In the design's pixels.
AXIS_WIDTH = 84
RIGHT_MARGIN = 22
HEADER = 36
FOOTER = 10
PADDING = 20
TITLE_SIZE, TICK_SIZE = 14, 12
COUNT_FROM_LEFT_BELOW = 1e-10
# So many layouts are remembered: what is undone, redone or toggled back has its place already.
STILLS = 64


# Pictures are the same whose parts lie within such parts of a pixel.
FRACTIONS = 64


class _Still(NamedTuple):
    """All that a plot shows of one k, n, interval and unit in one size, look and language.

    Attributes:
        picture: equal for two whose pictures no eye can tell apart.
    """

    shown: Series
    y_range: tuple[float, float]
    labels: list[Label]
    title_right: float
    optimum: QPointF | None
    drawn: list[Polyline]
    picture: object


def _rounded(place: QPointF) -> tuple[int, int]:
    return round(place.x() * FRACTIONS), round(place.y() * FRACTIONS)


def _origin(interval: tuple[float, float]) -> float:
    """Where x counts from: zoomed in far, π itself has too few digits for a pixel."""
    left, right = interval
    return left if right - left < COUNT_FROM_LEFT_BELOW else 0.0


class PlotPanel:
    """One plot of the stack.

    Attributes:
        kind: which of `plot_series.KINDS`.
        view_box: pyqtgraph's item that maps and clips the curves.
        curve: the curve itself; `ones` and `zeros` are its dashed parts.
        card: the card's rectangle in the stack's coordinates.
        plot: the rectangle of the axes.
        labels: the still labels.
        title_right: where the heading ends.
        resolution: pixels of the screen or the picture for one of the stack's.
    """

    def __init__(self, kind: str, scene: pg.GraphicsScene) -> None:
        self.kind = kind
        self.card = QRectF()
        self.plot = QRectF()
        self.shown: Series | None = None
        self.labels: list[Label] = []
        self.title_right = 0.0
        self.resolution = 1.0
        self.interval = (0.0, 1.0)
        self.y_range = (0.0, 1.0)
        self.view_box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self.view_box.disableAutoRange()
        self.curve = pg.PlotCurveItem(antialias=True)
        self.ones = DashedCurve()
        self.zeros = DashedCurve()
        # Drawn line by line: Qt strokes a whole path three times as slowly, for joints that no
        # eye can see in a curve of so many points.
        self.curve.setSegmentedLineMode("on")
        for item in (self.ones, self.zeros, self.curve):
            self.view_box.addItem(item, ignoreBounds=True)
        scene.addItem(self.view_box)
        self._optimum: QPointF | None = None
        self._marks: Marks | None = None
        # The curves' own identity says whether they are the same: they compare by it.
        self._drawn: tuple[Curves, LogBase, float | None] | None = None
        self._stills: dict[object, _Still] = {}
        self._still_key: object = None

    # Still ---------------------------------------------------------------------------------

    def set_geometry(self, card: QRectF) -> None:
        """Place the plot's card; the axes follow from it."""
        px = look().px
        self.card = card
        self.plot = card.adjusted(px(AXIS_WIDTH), px(HEADER), -px(RIGHT_MARGIN), -px(FOOTER))
        self.view_box.setGeometry(self.plot)

    def set_visible(self, visible: bool) -> None:
        """Show the plot, or leave its place to others."""
        self.view_box.setVisible(visible)

    def show_curves(self, snapshot: Snapshot) -> bool:
        """Bring the curves up to date with a snapshot.

        Returns:
            whether anything that stands still has changed.
        """
        state = snapshot.state
        key = (snapshot.curves, state.log_base, state.true_pi if state.shows_true_pi else None)
        if key == self._drawn:
            return False
        self._drawn = key
        self.interval = snapshot.state.interval
        still = self._stills.get(key)
        if still is None:
            self.shown = plot_series.series(self.kind, snapshot)
            self.lay_out(snapshot)
        else:
            self._show(still)
        return True

    @property
    def still_key(self) -> object:
        """What says that all that stands still looks the same, in one size, look and language."""
        return self._still_key

    def _show(self, still: _Still) -> None:
        """Show what was laid out before."""
        self.shown = still.shown
        self.y_range = still.y_range
        self.labels = still.labels
        self.title_right = still.title_right
        self._optimum = still.optimum
        self._still_key = still.picture
        self._marks = None
        left, right = self.interval
        origin = _origin(self.interval)
        self.view_box.setRange(
            xRange=(left - origin, right - origin), yRange=still.y_range, padding=0
        )
        for item, (x, y) in zip((self.curve, self.ones, self.zeros), still.drawn, strict=True):
            item.setData(x, y, skipFiniteCheck=True)

    def restyle(self) -> None:
        """Give the curves the look of the moment; what was laid out in another is forgotten."""
        self._stills.clear()
        value = look()
        for item, role, width, dashed in (
            (self.curve, "curve", 2.2, False),
            (self.ones, "ones", 1.5, True),
            (self.zeros, "zeros", 1.5, True),
        ):
            pen = pg.mkPen(value.colour(role), width=width * value.scale)
            # The pieces of a curve meet without overlapping.
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            item.setPen(pen)
            if dashed:
                item.pattern = (5.0 * value.scale, 3.5 * value.scale)

    def lay_out(self, snapshot: Snapshot) -> None:
        """Fit range, curves and labels to the plot's size and language."""
        shown = self.shown
        if shown is None or self.plot.height() <= 0:
            return
        self.y_range = low, high = self._range(shown)
        span = high - low
        lines: dict[str, Polyline] = {}
        drawn: list[Polyline] = []
        for role, y in (("curve", shown.y), ("ones", shown.ones), ("zeros", shown.zeros)):
            if y is None or math.isnan(y[len(y) // 2]):
                drawn.append((np.empty(0), np.empty(0)))
                continue
            # Where a curve runs off to ±∞ it leaves the plot; a little outside is far enough.
            inside = np.clip(y, low - span, high + span)
            drawn.append((shown.x - _origin(self.interval), inside))
            lines[role] = self._in_pixels(shown.x, inside)
        optimum = self._optimum_place(shown, snapshot)
        labels = place_labels(shown, self.plot, lines, optimum, self.truth_x, snapshot)
        still = _Still(
            shown,
            self.y_range,
            labels,
            self._measure_title(snapshot),
            optimum,
            drawn,
            self._picture_key(shown, lines, labels, optimum, snapshot),
        )
        if len(self._stills) >= STILLS:
            self._stills.clear()
        self._stills[self._drawn] = still
        self._show(still)

    def _picture_key(
        self,
        shown: Series,
        lines: dict[str, Polyline],
        labels: list[Label],
        optimum: QPointF | None,
        snapshot: Snapshot,
    ) -> object:
        """Everything that is painted, its places in fractions of a pixel.

        One observation more among a hundred million moves nothing that far.
        """
        places = [np.rint(np.concatenate(line) * FRACTIONS) for line in lines.values()]
        marks = self._tick_marks(shown)
        fine = [round(self.y_of(at) * FRACTIONS) for at in marks.values]
        truth = self.truth_x
        return (
            *(place.astype(np.int32).tobytes() for place in places),
            tuple(lines),
            tuple((label.text, label.role, *_rounded(label.rect.topLeft())) for label in labels),
            None if optimum is None else _rounded(optimum),
            None if truth is None else round(truth * FRACTIONS),
            (tuple(fine), tuple(marks.texts)),
            (self.title_text(), self._unit(snapshot), self.interval, bool(snapshot.n)),
        )

    def _tick_marks(self, shown: Series) -> Ticks:
        # Ticks where the curve lives: the room for labels above it stays unlabelled.
        parts = max(2, int(self.plot.height() / look().px(46)))
        return ticks(shown.low, shown.high, parts, shown.exponent10)

    def _range(self, shown: Series) -> tuple[float, float]:
        """The values at the bottom and the top of the plot: room for labels, in pixels."""
        px = look().px
        above = px(30) if shown.kind == plot_series.LIKELIHOOD else px(9)
        below = px(5)
        # Zoomed in so far that nothing rises or falls, the curve is a line in the middle.
        flat = not shown.high > shown.low
        low, high = (shown.low - 0.5, shown.high + 0.5) if flat else (shown.low, shown.high)
        unit = (high - low) / max(1.0, self.plot.height() - above - below)
        return low - below * unit, high + above * unit

    def x_of(self, pi: float) -> float:
        """The horizontal pixel of π."""
        low, high = self.interval
        return self.plot.left() + (pi - low) / (high - low) * self.plot.width()

    def y_of(self, value: float) -> float:
        """The vertical pixel of a value."""
        low, high = self.y_range
        return self.plot.bottom() - (value - low) / (high - low) * self.plot.height()

    def _in_pixels(self, x: np.ndarray, y: np.ndarray) -> Polyline:
        (left, right), (low, high) = self.interval, self.y_range
        plot = self.plot
        return (
            plot.left() + (x - left) * (plot.width() / (right - left)),
            plot.bottom() - (y - low) * (plot.height() / (high - low)),
        )

    def _optimum_place(self, shown: Series, snapshot: Snapshot) -> QPointF | None:
        best, (low, high) = snapshot.optimum, self.interval
        if best is None or shown.optimum is None or not low <= best.pi <= high:
            return None
        return QPointF(self.x_of(best.pi), self.y_of(shown.optimum))

    @property
    def truth_x(self) -> float | None:
        """The horizontal pixel of the true π; None if it is hidden, unknown or out of sight."""
        truth = self._drawn[2] if self._drawn is not None else None
        low, high = self.interval
        return None if truth is None or not low <= truth <= high else self.x_of(truth)

    def title_text(self) -> str:
        """The plot's heading: its name and what is drawn."""
        symbol = self.shown.symbol if self.shown else ""
        return f"{plot_series.title(self.kind)} {symbol}"

    def _measure_title(self, snapshot: Snapshot) -> float:
        """Where the heading ends: the current value's sign stays to the right of it."""
        px = look().px
        right = self.card.left() + px(PADDING)
        right += text_width(self.title_text(), TITLE_SIZE, strong=True)
        unit = self._unit(snapshot)
        return right + px(8) + text_width(unit, TICK_SIZE) if unit else right

    def _unit(self, snapshot: Snapshot) -> str:
        return "" if self.kind == plot_series.LIKELIHOOD else unit_text(snapshot)

    def paint_ground(self, painter: QPainter, snapshot: Snapshot) -> None:
        """Paint what lies under the curves: card, heading, grid and tick labels."""
        value, px = look(), look().px
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(value.colour("rule"), 1))
        painter.setBrush(value.colour("card"))
        painter.drawRoundedRect(self.card.adjusted(0.5, 0.5, -0.5, -0.5), px(10), px(10))
        baseline = self.card.top() + px(25)
        place = QPointF(self.card.left() + px(PADDING), baseline)
        draw_text(painter, place, self.title_text(), TITLE_SIZE, "current", strong=True)
        unit = self._unit(snapshot)
        if unit:
            left = self.title_right - text_width(unit, TICK_SIZE)
            draw_text(painter, QPointF(left, baseline), unit, TICK_SIZE, "muted")
        if self.shown is not None and (snapshot.n or self.kind != plot_series.CROSS_ENTROPY):
            self._paint_grid(painter, self.shown)

    def _paint_grid(self, painter: QPainter, shown: Series) -> None:
        value, px, plot = look(), look().px, self.plot
        middle = value.text_metrics(TICK_SIZE).capHeight() / 2
        marks = self._tick_marks(shown)
        for at, text in zip(marks.values, marks.texts, strict=True):
            y = round(self.y_of(at))
            painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), value.colour("rule"))
            left = plot.left() - px(10) - text_width(text, TICK_SIZE)
            draw_text(painter, QPointF(left, y + middle), text, TICK_SIZE, "muted")

    def paint_optimum(self, painter: QPainter) -> None:
        """Paint what lies over the curves: the mark of the optimum, and the labels."""
        value = look()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        truth = self.truth_x
        if truth is not None:
            pen = QPen(value.colour("truth"), 1.8 * value.scale)
            pen.setDashPattern([6.0, 2.5])
            painter.setPen(pen)
            painter.drawLine(QLineF(truth, self.plot.top(), truth, self.plot.bottom()))
        if self._optimum is not None:
            colour = value.colour("optimum")
            pen = QPen(colour, 1.6 * value.scale)
            pen.setDashPattern([1.6, 1.8])
            painter.setPen(pen)
            x = self._optimum.x()
            painter.drawLine(QLineF(x, self.plot.top(), x, self.plot.bottom()))
            size = DIAMOND * value.scale
            painter.setPen(QPen(value.colour("card"), 1.6 * value.scale))
            painter.setBrush(colour)
            corners = ((0, -size), (size, 0), (0, size), (-size, 0))
            painter.drawPolygon(QPolygonF([self._optimum + QPointF(dx, dy) for dx, dy in corners]))
        for label in self.labels:
            ascent = value.text_metrics(label.size, strong=label.strong).ascent()
            place = QPointF(label.rect.left() + 2, label.rect.top() + ascent)
            draw_text(painter, place, label.text, label.size, label.colour, strong=label.strong)

    # Moving --------------------------------------------------------------------------------

    def move_to(self, snapshot: Snapshot) -> QRectF:
        """Bring the current value up to date.

        Returns:
            the rectangle that must be painted again.
        """
        old = self._marks.bounds() if self._marks else QRectF()
        self._marks = self._locate(snapshot)
        return old.united(self._marks.bounds()) if self._marks else old

    @property
    def dot(self) -> QPointF | None:
        """Where the current value's dot stands; None if it is not in sight."""
        return self._marks.dot if self._marks else None

    @property
    def line_x(self) -> float | None:
        """Where the line of the current π stands; None if π is out of sight."""
        return self._marks.x if self._marks else None

    @property
    def chip(self) -> tuple[QRectF, str] | None:
        """The current value's sign: its rectangle and text."""
        return (self._marks.chip, self._marks.text) if self._marks else None

    def _locate(self, snapshot: Snapshot) -> Marks | None:
        shown, (low, high) = self.shown, self.interval
        if shown is None or not low <= snapshot.pi <= high:
            return None
        x = self.x_of(snapshot.pi)
        text = value_text(self.kind, snapshot)
        chip = chip_rect(text, x, self.title_right + look().px(10), self.card)
        height = height_now(shown, snapshot)
        bottom, top = self.y_range
        if bottom <= height <= top:
            dot = QPointF(x, self.y_of(height))
            slope = slope_now(shown, snapshot)
            tangent = None
            if math.isfinite(slope):
                per_pixel = (high - low) / self.plot.width() * self.plot.height() / (top - bottom)
                tangent = tangent_at(dot, -slope * per_pixel, self.plot, self.labels)
            return Marks(x, self.plot, dot, 0, tangent, chip, text)
        arrow = 0 if math.isnan(height) else (1 if height > top else -1)
        return Marks(x, self.plot, None, arrow, None, chip, text)

    def paint_now(self, painter: QPainter) -> None:
        """Paint the marks of the current value."""
        if self._marks is not None:
            paint_marks(painter, self._marks, self.labels, self.resolution)


def unit_text(snapshot: Snapshot) -> str:
    """The unit of ℓ and BCE."""
    return (
        translate("Plots", "nats")
        if snapshot.state.log_base.name == "NATS"
        else translate("Plots", "bits")
    )
