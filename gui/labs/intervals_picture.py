"""The chart of the lab "Intervals": the log-likelihood, its parabola, and the level that cuts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from core.interval_set import IntervalSet
from core.scientific import format_number
from core.wald_parabola import level_drop, parabola
from gui.i18n import translate
from gui.labs.chart import Axis, Kind, Line, Mark, Note, Picture, Rule
from gui.plot_layout import unit_text
from gui.ticks import Ticks

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# The axis goes this far below the level line, and this far above the top, in drops.
BELOW, ABOVE = 2.1, 0.28


def level_height(snapshot: Snapshot) -> float:
    """Where the level line is, in the unit shown."""
    return -snapshot.in_unit(level_drop(snapshot.state.lab.level))


def picture(snapshot: Snapshot, shown: IntervalSet | None) -> Picture:
    """All of the chart that stands still."""
    interval = snapshot.state.interval
    title = "ℓ(π) − ℓ(π̂)"
    if shown is None:
        return Picture(
            title=title,
            x=Axis(*interval),
            y=Axis(-1.0, 1.0, Ticks([], [])),
            lines=(),
            marks=(),
            notes=(),
            rules=(),
        )
    level = level_height(snapshot)
    bottom, top = BELOW * level, -ABOVE * level
    curve = snapshot.curves
    # What is far below the chart stays a little below it.
    lowest = bottom - (top - bottom)
    heights = np.maximum(curve.log_likelihood_drop / snapshot.state.log_base.unit, lowest)
    lines = [Line(curve.pi, heights)]
    marks = []
    notes = []
    low, high = interval
    bend = parabola(snapshot.k, snapshot.n, -lowest * snapshot.state.log_base.unit)
    if bend is not None:
        x, y = bend
        lines.append(Line(x, y / snapshot.state.log_base.unit, "muted", dashed=True))
        text = translate("Intervals lab", "parabola of the same curvature")
        left = float(np.interp(1.45 * level, y[: y.size // 2], x[: y.size // 2]))
        notes.append(Note(max(low, left), 1.45 * level, text, "muted"))
        marks += _cuts(shown.wald.low, shown.wald.high, level, "ring", "muted", interval)
    marks += _cuts(shown.likelihood.low, shown.likelihood.high, level, "dot", "curve", interval)
    for end in (shown.likelihood.low, shown.likelihood.high):
        if low < end < high:
            ends = np.array([end, end]), np.array([level, bottom])
            lines.append(Line(*ends, "muted", 1.0, dashed=True))
    best = snapshot.mle
    if best is not None and low <= best <= high:
        marks.append(Mark(best, 0.0, "diamond", "optimum"))
        notes.append(Note(best, 0.0, "π̂", "optimum", strong=True))
    return Picture(
        title=title,
        unit=unit_text(snapshot),
        x=Axis(low, high),
        y=Axis(bottom, top),
        lines=tuple(lines),
        marks=tuple(marks),
        notes=tuple(notes),
        rules=(Rule(level, upright=False, role="optimum", dashed=True, text=_level_text(level)),),
    )


def _level_text(level: float) -> str:
    return f"−z²/2 = {format_number(level)}"


def _cuts(
    low: float, high: float, level: float, kind: Kind, role: str, interval: tuple[float, float]
) -> list[Mark]:
    """Marks where an interval ends on the level line, as far as they are in sight."""
    return [Mark(end, level, kind, role) for end in (low, high) if interval[0] < end < interval[1]]
