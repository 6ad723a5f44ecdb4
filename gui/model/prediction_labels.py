"""Where the names of the curves go: near their curve, off every curve, bar and dot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
from PyQt5.QtCore import QPointF, QRectF, QSizeF, Qt
from PyQt5.QtGui import QPen

from gui.i18n import translate
from gui.label_places import Obstacles, Polyline
from gui.model.prediction_curve import curve_line
from gui.plot_labels import SIZE
from gui.still_text import text_width
from gui.theme import look

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.snapshot import Snapshot
    from gui.model.prediction_bars import Bars
    from gui.model.prediction_layout import PredictionLayout

# More bars than this leave no gap for words.
MOST_BARS = 120
SHARES = (0.5, 0.35, 0.65, 0.2, 0.8, 0.42, 0.58, 0.28, 0.72, 0.12, 0.88, 0.05, 0.95)
HEIGHTS = (0.5, 0.3, 0.7, 0.15, 0.85)
DISTANCES = (5.0, 9.0, 15.0, 23.0)
# A name further than this from its curve, in the design's pixels, would float.
FURTHEST = 26.0
# Curves as near to a name as its own, to so many pixels, lie on its own.
AS_NEAR = 1.0
# Another curve is at least so many times as far from a name as its own.
CLEARLY = 1.6
# Between a word and a bar, in pixels.
BESIDE_BAR = 3.0
NAME_SIZE = SIZE - 0.5


class Curve(NamedTuple):
    """A curve of the plot.

    Attributes:
        kind: "now", "fitted", "shared" or "truth".
        role: of its colour.
        dashes: their lengths and gaps, in widths of the pen; none for a solid line.
        width: in the design's pixels.
        line: in pixels.
    """

    kind: str
    role: str
    dashes: tuple[float, ...]
    width: float
    line: Polyline

    @property
    def name(self) -> str:
        """What it is, in the language shown."""
        return {
            "now": translate("Model", "current curve"),
            "fitted": translate("Model", "fitted curve"),
            "shared": translate("Model", "best shared π"),
            "truth": translate("Model", "true curve"),
        }[self.kind]

    @property
    def short_name(self) -> str:
        """What it is, where there is little room."""
        return {
            "now": translate("Prediction", "now"),
            "fitted": translate("Prediction", "fit"),
            "shared": translate("Prediction", "one π"),
            "truth": translate("Prediction", "truth"),
        }[self.kind]


def curve_pen(curve: Curve) -> QPen:
    """The pen of a curve."""
    value = look()
    pen = QPen(value.colour(curve.role), curve.width * value.scale)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.BevelJoin)
    if curve.dashes:
        pen.setDashPattern(list(curve.dashes))
    return pen


@dataclass(frozen=True)
class CurveLabel:
    """The name of a curve.

    Attributes:
        rect: its place; None for the heading, which names the curves that have no room here.
        curve: what it names.
        choice: which of the places tried it is.
        is_short: whether there is room for the short name alone.
    """

    rect: QRectF | None
    curve: Curve
    choice: int = 0
    is_short: bool = False

    @property
    def text(self) -> str:
        """The name that is written there."""
        return self.curve.short_name if self.is_short else self.curve.name


def now_curve(layout: PredictionLayout, w: float, b: float) -> Curve:
    """The curve of w and b."""
    return Curve("now", "curve", (), 2.3, curve_line(w, b, layout.axis, layout.plot))


def still_curves(layout: PredictionLayout, snapshot: Snapshot) -> list[Curve]:
    """What stands still while w and b move: the fit, the truth, the best shared π."""
    model = snapshot.model
    assert model is not None  # noqa: S101 - who asks shows a model
    axis, plot, fit = layout.axis, layout.plot, model.fit
    found = []
    if model.state.true is not None:
        line = curve_line(*model.state.true, axis, plot)
        found.append(Curve("truth", "truth", (1.2, 1.8), 1.8, line))
    if fit is not None and fit.converged:
        line = curve_line(fit.w, fit.b, axis, plot)
        found.append(Curve("fitted", "optimum", (3.2, 2.2), 1.6, line))
    if model.state.shared and model.n:
        y = layout.y_of(model.k / model.n)
        line = np.array((plot.left(), plot.right())), np.array((y, y))
        found.append(Curve("shared", "optimum", (1.6, 1.8), 1.6, line))
    return found


def place_labels(
    layout: PredictionLayout,
    curves: list[Curve],
    bars: Bars,
    before: list[CurveLabel],
) -> list[CurveLabel]:
    """Find a place for the name of each curve.

    Args:
        layout: of the plot.
        curves: all curves, in the order of their importance.
        bars: as they stand now.
        before: where the names were; each stays there relative to its curve, if it can.
    """
    kept = {label.curve.kind: label.choice for label in before if label.rect is not None}
    keep_off = layout.radius + 2.0
    frame = layout.plot.adjusted(2.0, keep_off, -2.0, -keep_off)
    obstacles = Obstacles(frame, [curve.line for curve in curves])
    crowded = bars.x.size > MOST_BARS
    metrics = look().text_metrics(NAME_SIZE, strong=True)
    found = []
    for curve in curves:
        label = CurveLabel(None, curve)
        for is_short in (False, True) if not crowded else ():
            text = curve.short_name if is_short else curve.name
            width = text_width(text, NAME_SIZE, strong=True)
            size = QSizeF(width + 4, metrics.height() - 2)
            places = list(_places(curve.line, layout.plot, size))
            order = _order(places, curve, curves, kept.get(curve.kind), layout.y_of(0.5))
            free = (
                i for i in order if obstacles.is_free(places[i]) and not _meets(places[i], bars)
            )
            choice = next(free, None)
            if choice is not None:
                obstacles.take(places[choice].adjusted(-3, -1, 3, 1))
                label = CurveLabel(places[choice], curve, choice, is_short)
                break
        found.append(label)
    return found


def _order(
    places: list[QRectF],
    curve: Curve,
    curves: list[Curve],
    kept: int | None,
    half: float,
) -> list[int]:
    """In which order to try the places: first where no other curve is as near as its own.

    Of these, first where the line at y = 0.5 (at `half`, in pixels) does not run through the words.
    Places far from the curve are none, as those beside heights that it does not reach; nor are
    those that are nearer to another.
    """
    sides = np.array([(one.left(), one.right(), one.top(), one.bottom()) for one in places]).T
    own = _gaps(curve.line, sides)
    others = [_gaps(one.line, sides) for one in curves if one is not curve]
    nearest = np.min(others, axis=0) if others else np.full(own.shape, np.inf)
    # A curve beside the middle of the words is as far from them as one beside their edge.
    half_height = places[0].height() / 2
    rival = nearest + half_height < CLEARLY * (own + half_height)
    middle = (sides[2] + sides[3]) / 2
    behind = 2 * rival + (np.abs(middle - half) < half_height)
    if kept is not None and behind[kept] < 2:
        behind[kept] = -1
    near = (own <= FURTHEST * look().scale) & (own <= nearest + AS_NEAR)
    order = np.argsort(behind, kind="stable")
    found: list[int] = order[near[order]].tolist()
    return found


def _gaps(line: Polyline, sides: NDArray[np.float64]) -> NDArray[np.float64]:
    """How far rectangles are from a curve that does not cross them, about.

    Args:
        line: it rises or falls all the way: one of the corners is nearest to it.
        sides: of each rectangle the left, the right, the top and the bottom; (4, count).
    """
    x, y = sides[[0, 0, 1, 1]], sides[[2, 3, 2, 3]]
    xs, ys = line
    over = np.abs(np.interp(x, xs, ys) - y)
    if ys[0] > ys[-1]:
        xs, ys = xs[::-1], ys[::-1]
    # Beside a height that the curve does not reach there is only what is above or below.
    beside = np.abs(np.interp(y, ys, xs) - x)
    beside[(y < ys[0]) | (y > ys[-1])] = np.inf
    # From a corner to the curve it is about as far as to the line through the two nearest points.
    nearer, further = np.minimum(over, beside), np.maximum(over, beside)
    with np.errstate(invalid="ignore"):
        share = np.where(np.isfinite(further) & (further > 0.0), nearer / further, 0.0)
    return np.asarray((nearer / np.hypot(1.0, share)).min(axis=0))


def _meets(rect: QRectF, bars: Bars) -> bool:
    return bool(
        (
            (bars.left < rect.right() + BESIDE_BAR)
            & (bars.left + bars.width > rect.left() - BESIDE_BAR)
            & (bars.top < rect.bottom())
            & (bars.bottom > rect.top())
        ).any()
    )


def _places(line: Polyline, plot: QRectF, size: QSizeF) -> Iterable[QRectF]:
    """Places over and under a curve, and on both sides of it; always as many."""
    x, y = line
    ends = y if y[0] <= y[-1] else y[::-1]
    crossed = x if y[0] <= y[-1] else x[::-1]
    for distance in (look().scale * one for one in DISTANCES):
        for share in SHARES:
            at = plot.left() + share * plot.width()
            height = float(np.interp(at, x, y))
            left = at - size.width() / 2
            # Where the curve is steep, words over its middle would meet its upper end.
            edges = np.interp((left, left + size.width()), x, y)
            yield QRectF(QPointF(left, min(height, *edges) - distance - size.height()), size)
            yield QRectF(QPointF(left, max(height, *edges) + distance), size)
        for share in HEIGHTS:
            height = plot.bottom() - share * plot.height()
            ends_at = np.interp(
                (height - size.height() / 2, height + size.height() / 2), ends, crossed
            )
            top = height - size.height() / 2
            yield QRectF(QPointF(float(ends_at.max()) + distance, top), size)
            yield QRectF(QPointF(float(ends_at.min()) - distance - size.width(), top), size)
