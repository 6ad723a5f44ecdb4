"""One of the window's three plots: its curves and optimum (still), its current value (moving).

What stands still while π is dragged is painted into the canvas' picture: the ground and the
labels by `plot_painter`, the curves by pyqtgraph. What moves (`plot_marks`) is painted over it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pyqtgraph as pg
from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QPainter

from gui import plot_series
from gui.dashed_curve import DashedCurve
from gui.label_places import Polyline
from gui.plot_labels import Label
from gui.plot_layout import PlotLayout, axes_in, lay_out
from gui.plot_marks import Marks, paint_marks
from gui.plot_painter import CURVES, paint_ground, paint_light, paint_optimum
from gui.plot_series import Series
from gui.plot_targets import target_at
from gui.theme import look

if TYPE_CHECKING:
    from core.curves import Curves
    from core.snapshot import Snapshot
    from core.state import LogBase

COUNT_FROM_LEFT_BELOW = 1e-10
# So many layouts are remembered: what is undone, redone or toggled back has its place already.
STILLS = 64
# Pictures are the same whose parts lie within such parts of a pixel.
FRACTIONS = 64


class _Still(NamedTuple):
    """All that a plot shows of one k, n, interval and unit in one size, look and language.

    Attributes:
        layout: where everything stands.
        drawn: the curves (`_Still.roles`) in the plot's own units.
        picture: equal for two whose pictures no eye can tell apart.
    """

    layout: PlotLayout
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
        layout: where everything that stands still is; None before the first snapshot.
        interval: the part of the π axis shown.
        resolution: pixels of the screen or the picture for one of the stack's.
    """

    def __init__(self, kind: str, scene: pg.GraphicsScene) -> None:
        self.kind = kind
        self.card = QRectF()
        self.plot = QRectF()
        self.layout: PlotLayout | None = None
        self.resolution = 1.0
        self.interval = (0.0, 1.0)
        self.view_box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self.view_box.disableAutoRange()
        self.curve = pg.PlotCurveItem(antialias=True)
        self.ones = DashedCurve()
        self.zeros = DashedCurve()
        # Drawn line by line: Qt strokes a whole path three times as slowly, for joints that no
        # eye can see in a curve of so many points.
        self.curve.setSegmentedLineMode("on")
        self._items = {"ones": self.ones, "zeros": self.zeros, "curve": self.curve}
        for item in self._items.values():
            self.view_box.addItem(item, ignoreBounds=True)
        scene.addItem(self.view_box)
        self._series: Series | None = None
        self._marks: Marks | None = None
        # The curves' own identity says whether they are the same: they compare by it.
        self._drawn: tuple[Curves, LogBase, float | None, object] | None = None
        self._stills: dict[object, _Still] = {}
        self._still_key: object = None
        self._lit = ""

    # Still ---------------------------------------------------------------------------------

    def set_geometry(self, card: QRectF) -> None:
        """Place the plot's card; the axes follow from it."""
        self.card = card
        self.plot = axes_in(card)
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
        stage = state.stage
        lit, self._lit = self._lit, stage.lit
        key = (
            snapshot.curves,
            state.log_base,
            state.true_pi if state.shows_true_pi else None,
            (stage.hidden, stage.prediction),
        )
        if key == self._drawn:
            return lit != stage.lit
        self._drawn = key
        self.interval = snapshot.state.interval
        still = self._stills.get(key)
        if still is None:
            self._series = plot_series.series(self.kind, snapshot)
            self.lay_out(snapshot)
        else:
            self._show(still)
        return True

    @property
    def still_key(self) -> object:
        """What says that all that stands still looks the same, in one size, look and language."""
        return self._still_key, self._lit

    def _show(self, still: _Still) -> None:
        """Show what was laid out before."""
        self.layout = still.layout
        self._series = still.layout.shown
        self._still_key = still.picture
        self._marks = None
        left, right = self.interval
        origin = _origin(self.interval)
        self.view_box.setRange(
            xRange=(left - origin, right - origin), yRange=still.layout.y_range, padding=0
        )
        for item, (x, y) in zip(self._items.values(), still.drawn, strict=True):
            item.setData(x, y, skipFiniteCheck=True)

    def restyle(self) -> None:
        """Give the curves the look of the moment; what was laid out in another is forgotten."""
        self._stills.clear()
        self._drawn = None
        value = look()
        for role, width, dashes in CURVES:
            item = self._items[role]
            pen = pg.mkPen(value.colour(role), width=width * value.scale)
            # The pieces of a curve meet without overlapping.
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            item.setPen(pen)
            if dashes is not None:
                item.pattern = (dashes[0] * value.scale, dashes[1] * value.scale)

    def lay_out(self, snapshot: Snapshot) -> None:
        """Fit range, curves and labels to the plot's size and language."""
        shown = self._series
        if shown is None or self.plot.height() <= 0:
            return
        layout = lay_out(shown, snapshot, self.card, self.plot)
        still = _Still(layout, self._in_own_units(layout), self._picture_key(layout))
        if len(self._stills) >= STILLS:
            self._stills.clear()
        self._stills[self._drawn] = still
        self._show(still)

    def _in_own_units(self, layout: PlotLayout) -> list[Polyline]:
        """The curves as pyqtgraph is given them."""
        shown, (low, high) = layout.shown, layout.y_range
        span, origin = high - low, _origin(self.interval)
        values = {"ones": shown.ones, "zeros": shown.zeros, "curve": shown.y}
        drawn: list[Polyline] = []
        for role in self._items:
            y = values[role]
            if y is None or role not in layout.lines:
                drawn.append((np.empty(0), np.empty(0)))
            else:
                drawn.append((shown.x - origin, np.clip(y, low - span, high + span)))
        return drawn

    def _picture_key(self, layout: PlotLayout) -> object:
        """Everything that is painted, its places in fractions of a pixel.

        One observation more among a hundred million moves nothing that far.
        """
        places = [np.rint(np.concatenate(line) * FRACTIONS) for line in layout.lines.values()]
        fine = [round(layout.y_of(at) * FRACTIONS) for at in layout.grid.values]
        return (
            *(place.astype(np.int32).tobytes() for place in places),
            tuple(layout.lines),
            tuple(
                (label.text, label.role, *_rounded(label.rect.topLeft())) for label in layout.labels
            ),
            None if layout.optimum is None else _rounded(layout.optimum),
            *(
                None if x is None else round(x * FRACTIONS)
                for x in (layout.truth, layout.prediction)
            ),
            (tuple(fine), tuple(layout.grid.texts)),
            (layout.title, layout.unit, self.interval),
        )

    @property
    def labels(self) -> list[Label]:
        """The still labels."""
        return self.layout.labels if self.layout is not None else []

    def x_of(self, pi: float) -> float:
        """The horizontal pixel of π; the plot's left edge before the first snapshot."""
        return self.layout.x_of(pi) if self.layout is not None else self.plot.left()

    def paint_ground(self, painter: QPainter) -> None:
        """Paint what lies under the curves."""
        if self.layout is not None:
            paint_ground(painter, self.layout)
            if self._lit:
                paint_light(painter, self.layout, self._lit)

    def paint_optimum(self, painter: QPainter) -> None:
        """Paint what lies over the curves."""
        if self.layout is not None:
            paint_optimum(painter, self.layout)

    # Moving --------------------------------------------------------------------------------

    def move_to(self, snapshot: Snapshot) -> QRectF:
        """Bring the current value up to date.

        Returns:
            the rectangle that must be painted again.
        """
        old = self._marks.bounds() if self._marks else QRectF()
        self._marks = self.layout.marks(snapshot) if self.layout is not None else None
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

    def paint_now(self, painter: QPainter) -> None:
        """Paint the marks of the current value."""
        if self._marks is not None:
            paint_marks(painter, self._marks, self.labels, self.resolution, self._lit)

    def target_at(self, place: QPointF) -> str:
        """What words could point at, at a place of the plot; "" for nothing."""
        return target_at(self.layout, self._marks, place) if self.layout is not None else ""
