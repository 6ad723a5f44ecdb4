"""What stands in the chart of the chain: the curve that the steps make, and the heights shown."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from core.chain import Chain, chain_curve
from core.curves import VISIBLE_NATS
from gui.plot_layout import AXIS_WIDTH, TICK_SIZE
from gui.plot_painter import GRID_GAP
from gui.plot_series import shows_difference, shows_relative_likelihood
from gui.still_text import text_width
from gui.theme import look
from gui.ticks import Ticks, ticks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.snapshot import Snapshot

Range = tuple[float, float]

# Of the range of heights: the room for the optimum's words beyond it, and on the other side.
OUTER, INNER = 0.17, 0.04


def steps_of(on: tuple[bool, bool, bool, bool]) -> Chain:
    """The chain with each step wholly on or off."""
    return Chain(*map(float, on))


def between(start: Chain, end: Chain, way: float) -> Chain:
    """A share of the way from one chain to another; exactly `end` at 1."""
    if way == 1.0:
        return end
    names = ("product", "log", "minus", "mean")
    pairs = [(getattr(start, name), getattr(end, name)) for name in names]
    return Chain(*(min(1.0, max(0.0, a + way * (b - a))) for a, b in pairs))


def heights(
    pi: float | NDArray[np.float64], snapshot: Snapshot, steps: Chain
) -> NDArray[np.float64]:
    """The curve at some π, in the unit shown; infinite where it is."""
    values = chain_curve(
        np.atleast_1d(pi),
        snapshot.k,
        snapshot.n,
        steps,
        relative=shows_relative_likelihood(snapshot),
        difference=shows_difference(snapshot),
    )
    # Half-way to the logarithm, half-way to its unit.
    return values * snapshot.state.log_base.unit**-steps.log


def height_now(snapshot: Snapshot, steps: Chain) -> float:
    """The curve at the π of the moment: of steps wholly on or off, from what is known already."""
    values = (steps.product, steps.log, steps.minus, steps.mean)
    if steps.product == 0.0 or not all(value in (0.0, 1.0) for value in values):
        return float(heights(snapshot.pi, snapshot, steps)[0])
    if steps.log:
        height = snapshot.log_likelihood
        if shows_difference(snapshot) and snapshot.kl_divergence is not None:
            height = -snapshot.n * snapshot.kl_divergence
        height = snapshot.in_unit(height)
    elif shows_relative_likelihood(snapshot):
        height = snapshot.relative_likelihood
    else:
        height = snapshot.likelihood
    height = -height if steps.minus else height
    return height / max(1, snapshot.n) if steps.mean else height


def is_flat(snapshot: Snapshot, steps: Chain) -> bool:
    """Whether no π is better than another."""
    return snapshot.n == 0 or steps.product == 0.0


@dataclass(frozen=True, eq=False)
class Curve:
    """One curve of the family over the interval shown.

    Attributes:
        steps: how far the chain has come.
        pi: where it is sampled.
        values: its heights, possibly infinite at the ends.
        optimum: the height at π̂; None for n = 0 or where π̂ is out of sight.
        span: the heights worth seeing, low to high.
    """

    steps: Chain
    pi: NDArray[np.float64]
    values: NDArray[np.float64]
    optimum: float | None
    span: Range


def curve(snapshot: Snapshot, steps: Chain) -> Curve:
    """The curve of a snapshot with the chain come so far."""
    pi = snapshot.curves.pi
    values = heights(pi, snapshot, steps)
    low, high = snapshot.state.interval
    best = snapshot.mle
    optimum = None
    if best is not None and low <= best <= high:
        optimum = float(heights(best, snapshot, steps)[0])
    return Curve(steps, pi, values, optimum, _span(snapshot, steps, values))


def _span(snapshot: Snapshot, steps: Chain, values: NDArray[np.float64]) -> Range:
    """From the optimum as far away as the plots show: 1.6 nats for each observation, L to 0."""
    if is_flat(snapshot, steps):
        height = float(values[0])
        return (height - 1.0, height + 1.0) if height <= 0.0 else (0.0, 2.0 * height)
    pi, drop = snapshot.curves.pi, snapshot.curves.log_likelihood_drop
    peak = int(np.argmax(drop))
    cut = float(drop[peak]) - VISIBLE_NATS * snapshot.n
    ends = [_crossing(pi[peak::-1], drop[peak::-1], cut), _crossing(pi[peak:], drop[peak:], cut)]
    at_top, *at_cut = heights(np.array([pi[peak], *ends]), snapshot, steps).tolist()
    seen = max(at_cut, key=lambda value: abs(value - at_top))
    # Before the logarithm the curve is shown down to 0, then less and less of its ends.
    share = (1.0 - steps.log) ** 2
    if share:
        lowest = max(values[[0, -1]].tolist(), key=lambda value: abs(value - at_top))
        lowest = 0.0 if share == 1.0 else lowest
        seen = share * lowest + (1.0 - share) * seen
    return min(at_top, seen), max(at_top, seen)


def _crossing(pi: NDArray[np.float64], drop: NDArray[np.float64], cut: float) -> float:
    """Where ℓ falls below `cut` on the way from the peak; the end where it does not."""
    below = np.flatnonzero(drop < cut)
    if not below.size:
        return float(pi[-1])
    i = int(below[0])
    if i == 0 or not math.isfinite(drop[i]):
        return float(pi[max(0, i - 1)])
    share = (cut - drop[i - 1]) / (drop[i] - drop[i - 1])
    return float(pi[i - 1] + share * (pi[i] - pi[i - 1]))


def axis_range(curve_: Curve, snapshot: Snapshot) -> Range:
    """The heights of the chart: the span, with room for the optimum's words on its outer side."""
    low, high = curve_.span
    reach = high - low
    if not reach > 0.0:
        return low - 1.0, high + 1.0
    if is_flat(snapshot, curve_.steps):
        return low, high
    top_is_best = curve_.steps.minus < 0.5
    below, above = (INNER, OUTER) if top_is_best else (OUTER, INNER)
    return low - below * reach, high + above * reach


def bounded_ticks(axis: Range, *, below_zero: bool, height: int) -> Ticks | None:
    """Labels of an axis that end at 0, and that have room beside it; None where none fits.

    Args:
        axis: its ends.
        below_zero: whether what is shown is never above 0; else it is never below.
        height: of the chart, in pixels.
    """
    low, high = (axis[0], min(0.0, axis[1])) if below_zero else (max(0.0, axis[0]), axis[1])
    if not low < high:
        return None
    # As many as the chart would have: what is over and below the axes is about a quarter.
    step = max(float(look().px(46)), 1.6 * look().text_metrics(TICK_SIZE).height())
    share = (high - low) / (axis[1] - axis[0])
    room = look().px(AXIS_WIDTH) - look().px(GRID_GAP) - 2
    count = max(2, int(0.75 * height * share / step))
    found: list[Ticks] = []
    for parts in (count, count + 1, count + 2, *range(count - 1, 0, -1)):
        labels = ticks(low, high, parts)
        if all(text_width(text, TICK_SIZE) <= room for text in labels.texts):
            found.append(labels)
            # One label alone says nothing of the scale.
            if len(labels.values) > 1:
                break
    return max(found, key=lambda one: len(one.values), default=None)


def hull(*ranges: Range) -> Range:
    """The smallest range that holds them all."""
    return min(low for low, _high in ranges), max(high for _low, high in ranges)


def mixed(start: Range, end: Range, way: float) -> Range:
    """A share of the way from one range to another, as a zoom of an even pace; exact at 1."""
    if way == 1.0:
        return end
    before, after = start[1] - start[0], end[1] - end[0]
    if not math.isclose(before, after, rel_tol=1e-6):
        # The span goes geometrically; the two ends go together, so that one point stands still.
        way = (before - before ** (1.0 - way) * after**way) / (before - after)
    return start[0] + way * (end[0] - start[0]), start[1] + way * (end[1] - start[1])
