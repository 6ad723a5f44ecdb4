"""The charts of the lab "Sharpening": the curve of the moment, and the ghosts of earlier ones."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from core import curves
from core.scientific import format_count, format_number, format_probability, is_exact_text
from core.sharpening import SHARE, Sharpness, drop_curve, earlier, ones_of_first
from gui import plot_series
from gui.i18n import translate
from gui.labs.chart import Axis, Line, Mark, Note, Picture, Rule
from gui.plot_layout import unit_text
from gui.ticks import Ticks

if TYPE_CHECKING:
    from core.curves import Curves
    from core.snapshot import Snapshot

# Above the top, in shares of it: room for its name. How far down the logarithm is drawn.
ABOVE, DEPTH = 0.2, 3.0 * math.log(SHARE)
# The height at which a ghost bears its name.
NAMED = 0.55
# Side by side at their tops, few parabolas are told apart.
RECENT = 2


def ghosts(snapshot: Snapshot, m: int) -> list[Curves]:
    """The curves of earlier, round numbers of observations; none of counts alone."""
    observations = snapshot.state.observations
    if not observations.has_sequence:
        return []
    low, high = snapshot.state.interval
    return [curves.sample(ones_of_first(observations, i), i, low, high) for i in earlier(m)]


def likelihood_picture(snapshot: Snapshot, sharp: Sharpness) -> Picture:
    """L/L(π̂) of the first observations, and the interval where it is an eighth at least."""
    low, high = snapshot.state.interval
    lines, notes = [], []
    for ghost in ghosts(snapshot, sharp.n):
        lines.append(Line(ghost.pi, ghost.relative_likelihood, "muted", 1.0))
        notes += _name(ghost)
    now = curves.sample(sharp.k, sharp.n, low, high)
    lines.append(Line(now.pi, now.relative_likelihood, fill="ones"))
    marks, first, rules = _top(sharp, (low, high), 1.0)
    if sharp.n:
        lines.append(_span(sharp, 1.0 / SHARE))
        marks += _ends(sharp, 1.0 / SHARE)
        first.append(_width(sharp, (low, high)))
        text = translate("Sharpening lab", "1/{share} of the top").format(share=SHARE)
        rules.append(Rule(1.0 / SHARE, upright=False, dashed=True, text=text))
    else:
        text = translate("Sharpening lab", "no observations yet: L = 1 for every π")
        first.append(Note((low + high) / 2, 1.0, text, "curve", required=True))
    relative = translate("Sharpening lab", "Relative likelihood")
    return Picture(
        title=f"{relative} L(π) / L(π̂)" if sharp.n else f"{plot_series.title('likelihood')} L(π)",
        x=Axis(low, high),
        y=Axis(0.0, 1.0 + ABOVE, Ticks([0.0, 0.5, 1.0], ["0", "0.5", "1"])),
        lines=tuple(lines),
        marks=tuple(marks),
        notes=(*first, *notes),
        rules=tuple(rules),
    )


def drop_picture(snapshot: Snapshot, sharp: Sharpness) -> Picture:
    """ℓ − ℓ(π̂) of the first observations: its bend at the top is the curvature."""
    low, high = snapshot.state.interval
    unit = snapshot.state.log_base.unit
    lines = [
        _drop_line(ghost.k, ghost.n, (low, high), unit, "muted", 1.0)
        for ghost in ghosts(snapshot, sharp.n)[-RECENT:]
    ]
    lines.append(_drop_line(sharp.k, sharp.n, (low, high), unit))
    marks, notes, rules = _top(sharp, (low, high), 0.0, named=False)
    level = -math.log(SHARE) / unit
    if sharp.n:
        lines.append(_span(sharp, level))
        marks += _ends(sharp, level)
        text = f"−log {SHARE} = {format_number(level, 3)}"
        rules.append(Rule(level, upright=False, dashed=True, text=text))
    return Picture(
        title=f"{plot_series.title('log-likelihood')} ℓ(π)" + (" − ℓ(π̂)" if sharp.n else ""),
        unit=unit_text(snapshot),
        x=Axis(low, high),
        y=Axis(-DEPTH / unit, ABOVE * DEPTH / unit / 3),
        lines=tuple(lines),
        marks=tuple(marks),
        notes=tuple(notes),
        rules=tuple(rules),
    )


def _drop_line(
    k: int,
    n: int,
    interval: tuple[float, float],
    unit: float,
    role: str = "curve",
    width: float = 2.2,
) -> Line:
    pi, drop = drop_curve(k, n, *interval)
    return Line(pi, drop / unit, role, width)


def _top(
    sharp: Sharpness, interval: tuple[float, float], height: float, *, named: bool = True
) -> tuple[list[Mark], list[Note], list[Rule]]:
    """The optimum, where it is in sight."""
    if sharp.mle is None or not interval[0] <= sharp.mle <= interval[1]:
        return [], [], []
    sign = "=" if is_exact_text(sharp.mle) else "≈"
    text = f"π̂ {sign} {format_probability(sharp.mle)}"
    return (
        [Mark(sharp.mle, height)],
        [Note(sharp.mle, height, text, "optimum", strong=True, required=True)] if named else [],
        [Rule(sharp.mle, upright=True, role="optimum", dashed=True)],
    )


def _span(sharp: Sharpness, height: float) -> Line:
    """The interval, as a bar."""
    ends = np.array([sharp.interval.low, sharp.interval.high])
    return Line(ends, np.array([height, height]), "optimum", 4.0)


def _ends(sharp: Sharpness, height: float) -> list[Mark]:
    ends = (sharp.interval.low, sharp.interval.high)
    return [Mark(end, height, "tick", "optimum") for end in ends]


def _width(sharp: Sharpness, interval: tuple[float, float]) -> Note:
    """The interval's width, at that end of it where there is more room."""
    text = translate("Sharpening lab", "width {width}").format(
        width=format_number(sharp.interval.width, 3)
    )
    low, high = interval
    right = high - sharp.interval.high >= sharp.interval.low - low
    end = sharp.interval.high if right else sharp.interval.low
    return Note(min(high, max(low, end)), 1.0 / SHARE, text, "optimum", near=True)


def _name(ghost: Curves) -> list[Note]:
    """n of a ghost, where it falls on the side that has more room."""
    y = ghost.relative_likelihood
    top = int(np.argmax(y))
    falls_right = ghost.pi[top] - ghost.low < ghost.high - ghost.pi[top]
    x, heights = (ghost.pi[top:], y[top:]) if falls_right else (ghost.pi[top::-1], y[top::-1])
    below = np.flatnonzero(heights <= NAMED)
    if not below.size:
        return []
    i = int(below[0])
    return [Note(float(x[i]), float(heights[i]), f"n = {format_count(ghost.n)}", near=True)]
