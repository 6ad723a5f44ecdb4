"""The chart of the chain: the curve of the moment, and where the optimum stands still."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from core.chain import Chain, extremum
from gui.labs import chain_words as words
from gui.labs.chain_curve import Curve, Range, bounded_ticks, height_now, heights, is_flat, steps_of
from gui.labs.chart import Axis, Line, Mark, Note, Now, Picture, Rule
from gui.plot_layout import unit_text

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.labs.chain_formulas import Steps
    from gui.ticks import Ticks


def picture(
    snapshot: Snapshot,
    on: Steps,
    curve: Curve,
    axis: Range,
    *,
    height: int,
    tries_argmax: bool,
    before: Steps | None,
) -> Picture:
    """All that stands still while π moves.

    Args:
        snapshot: the numbers.
        on: the steps that are on.
        curve: the curve of the moment, on its way to them.
        axis: the heights of the chart.
        height: of the chart, in pixels.
        tries_argmax: whether to mark where the argmax of a curve that was turned over is.
        before: the steps that the curve comes from while it is on its way, when words and
            values wait until it has come; None where it stands.
    """
    moving = before is not None
    stage, (low, high) = snapshot.state.stage, snapshot.state.interval
    reach = axis[1] - axis[0]
    # Where the curve runs off to ±∞ it leaves the chart; a little outside is far enough.
    y = np.clip(curve.values, axis[0] - reach, axis[1] + reach)
    lines = () if stage.hides("curves") else (Line(curve.pi, y),)
    rules: list[Rule] = []
    marks: list[Mark] = []
    notes: list[Note] = []
    shows = curve.optimum is not None and not stage.hides("optimum")
    if shows and curve.optimum is not None and snapshot.mle is not None and on[0]:
        rules.append(Rule(snapshot.mle, upright=True, role="optimum", dashed=True))
        if extremum(curve.steps) is not None:
            marks.append(Mark(snapshot.mle, curve.optimum, "diamond", "optimum"))
        if not moving:
            text = words.optimum_note(on, snapshot)
            notes.append(Note(snapshot.mle, curve.optimum, text, "optimum", strong=True))
    if tries_argmax:
        for end in words.wrong_places(snapshot):
            x = min(high, max(low, end))
            y_end = float(heights(x, snapshot, curve.steps)[0])
            inside = min(max(y_end, axis[0]), axis[1])
            marks.append(Mark(x, inside, "cross", "warning"))
            text = words.wrong_note(on)
            notes.append(Note(x, inside, text, "warning", strong=True, required=True))
    elif not moving and not is_flat(snapshot, curve.steps):
        notes += _infinities(curve, axis)
    return Picture(
        title=words.title(on, snapshot)
        if before is None
        else f"{words.counted(before, snapshot)} → {words.counted(on, snapshot)}",
        unit=unit_text(snapshot) if on[1] and on[0] and not moving else "",
        x=Axis(low, high, None),
        y=Axis(axis[0], axis[1], None if moving else _labels(snapshot, on, axis, height)),
        lines=lines,
        marks=tuple(marks),
        notes=tuple(notes),
        rules=tuple(rules),
    )


def _labels(snapshot: Snapshot, on: Steps, axis: Range, height: int) -> Ticks | None:
    """Where the heights are labelled: on no side of 0 where the curve can never come."""
    if is_flat(snapshot, steps_of(on)):
        return None
    # ℓ is negative, L positive; ×(−1) turns both round.
    return bounded_ticks(axis, below_zero=on[1] is not on[2], height=height)


def _infinities(curve: Curve, axis: Range) -> list[Note]:
    """Say where the curve runs off to ±∞."""
    notes = []
    for i in (0, -1):
        value = float(curve.values[i])
        if math.isinf(value):
            text, y = ("↑ ∞", axis[1]) if value > 0 else ("↓ −∞", axis[0])
            notes.append(Note(float(curve.pi[i]), y, text))
    return notes


def now(snapshot: Snapshot, on: Steps, steps: Chain, axis: Range) -> Now:
    """What moves with π: the line, the dot and, once the curve has come, the sign."""
    stage, (low, high) = snapshot.state.stage, snapshot.state.interval
    if not low <= snapshot.pi <= high:
        return Now(None, ())
    if stage.hides("values"):
        return Now(snapshot.pi, ())
    height = height_now(snapshot, steps)
    text = words.chip(on, snapshot) if steps == steps_of(on) else ""
    if axis[0] <= height <= axis[1]:
        return Now(snapshot.pi, ((snapshot.pi, height),), text)
    return Now(snapshot.pi, (), text, arrow=1 if height > axis[1] else -1)
