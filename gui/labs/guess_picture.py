"""The chart of the guess: the tries alone, and the whole curve once the guess is given."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np

from core import bernoulli
from core.curves import VISIBLE_NATS
from core.guessing import best_try
from core.scientific import format_probability, is_exact_text
from gui.i18n import translate
from gui.labs import guess_words as words
from gui.labs.chain_curve import bounded_ticks
from gui.labs.chart import Axis, Line, Mark, Note, Now, Picture, Rule
from gui.plot_layout import unit_text
from gui.plot_series import LOG_LIKELIHOOD, optimum_texts

if TYPE_CHECKING:
    from core.snapshot import Snapshot

Range = tuple[float, float]

# In nats for each observation: the heights of the empty chart; the least span around the best try,
# for the whole axis of π; what lies further below than this is not drawn to scale.
EMPTY, LEAST_SPAN, DEEPEST = 3.0, 0.6, 3.0
ABOVE = 0.4
ROOM = 0.14


def heights_shown(snapshot: Snapshot) -> Range:
    """The heights of the chart, in the unit shown.

    Before the guess is given they follow from n and the tries alone, so that they say nothing of
    where the top is.
    """
    unit, n = snapshot.state.log_base.unit, max(1, snapshot.n)
    finite = [value for value in words.heights(snapshot) if math.isfinite(value)]
    if not finite:
        low, high = -EMPTY * n / unit, 0.0
    else:
        best = max(finite)
        left, right = snapshot.state.interval
        span = LEAST_SPAN * n / unit * (right - left) ** 2
        low = max(min(*finite, best - (1.0 - ABOVE) * span), best - DEEPEST * n / unit)
        high = min(0.0, best + ABOVE * span)
    if words.is_revealed(snapshot):
        drop = snapshot.curves.log_likelihood_drop
        top = snapshot.curves.log_likelihood
        visible = top[drop >= float(drop.max()) - VISIBLE_NATS * n] / unit
        seen = visible[np.isfinite(visible)].tolist()
        low, high = min([low, *seen]), max([high if finite else -math.inf, *seen])
    room = ROOM * (high - low) if high > low else 0.5
    return low - room / 3, high + room


def picture(snapshot: Snapshot, axis: Range, height: int, shown: float = 1.0) -> Picture:
    """All that stands still while π moves.

    Args:
        snapshot: the numbers.
        axis: the heights of the chart.
        height: of the chart, in pixels.
        shown: how much of the curve has come, once it may be seen; the optimum comes at 1.
    """
    state = snapshot.state
    low, high = state.interval
    lines, marks, notes = _tries(snapshot, axis)
    rules: tuple[Rule, ...] = ()
    if words.is_revealed(snapshot):
        lines.append(_curve(snapshot, axis, shown))
        rules = _optimum(snapshot, marks, notes) if shown == 1.0 else ()
        _guess(snapshot, axis, marks, notes)
    return Picture(
        title=translate("Guess", "Log-likelihood ℓ(π)"),
        unit=unit_text(snapshot),
        x=Axis(low, high, None),
        y=Axis(axis[0], axis[1], bounded_ticks(axis, below_zero=True, height=height)),
        lines=tuple(lines),
        marks=tuple(marks),
        notes=tuple(notes),
        rules=rules,
    )


def _tries(snapshot: Snapshot, axis: Range) -> tuple[list[Line], list[Mark], list[Note]]:
    tries, values = snapshot.state.lab.tries, words.heights(snapshot)
    left, right = snapshot.state.interval
    best = best_try(tries, snapshot.k, snapshot.n)
    lines: list[Line] = []
    marks: list[Mark] = []
    notes: list[Note] = []
    for i, (pi, value) in enumerate(zip(tries, values, strict=True)):
        if not left <= pi <= right:
            continue
        if value < axis[0]:
            notes += _below(pi, value, axis, marks)
            continue
        if len(tries) > 1:
            ends = np.array([axis[0], value])
            lines.append(Line(np.array([pi, pi]), ends, role="muted", width=1.0))
        marks.append(Mark(pi, value, "dot", "current"))
        if i == best and not words.is_revealed(snapshot):
            marks.append(Mark(pi, value, "ring", "current"))
            text = translate("Guess", "★ best so far")
            notes.append(Note(pi, value, text, "current", strong=True))
    return lines, marks, notes


def _below(pi: float, value: float, axis: Range, marks: list[Mark]) -> list[Note]:
    """A try that is below all that is shown."""
    marks.append(Mark(pi, axis[0], "cross", "current"))
    if math.isfinite(value):
        return [Note(pi, axis[0], "↓")]
    return [Note(pi, axis[0], "↓ −∞", "warning", required=True)]


def _curve(snapshot: Snapshot, axis: Range, shown: float) -> Line:
    low, high = snapshot.state.interval
    pi = snapshot.curves.pi
    reach = axis[1] - axis[0]
    values = snapshot.curves.log_likelihood / snapshot.state.log_base.unit
    # Where the curve runs off to −∞ it leaves the chart; a little outside is far enough.
    inside = np.clip(values, axis[0] - reach, axis[1] + reach)
    if shown == 1.0:
        return Line(pi, inside)
    end = low + shown * (high - low)
    part = pi <= end
    x = np.append(pi[part], end)
    return Line(x, np.interp(x, pi, inside))


def _optimum(snapshot: Snapshot, marks: list[Mark], notes: list[Note]) -> tuple[Rule, ...]:
    best, (low, high) = snapshot.optimum, snapshot.state.interval
    if best is None or not low <= best.pi <= high:
        return ()
    height = snapshot.in_unit(best.log_likelihood)
    marks.append(Mark(best.pi, height, "diamond", "optimum"))
    text = optimum_texts(LOG_LIKELIHOOD, snapshot)[0]
    notes.append(Note(best.pi, height, text, "optimum", strong=True))
    return (Rule(best.pi, upright=True, role="optimum", dashed=True),)


def _guess(snapshot: Snapshot, axis: Range, marks: list[Mark], notes: list[Note]) -> None:
    """The ring of the learner's own π̂."""
    guess, (low, high) = snapshot.state.lab.committed, snapshot.state.interval
    if guess is None or not low <= guess <= high:
        return
    height = snapshot.in_unit(bernoulli.log_likelihood(guess, snapshot.k, snapshot.n))
    height = max(height, axis[0])
    sign = "=" if is_exact_text(guess) else "≈"
    marks.append(Mark(guess, height, "ring", "current"))
    text = translate("Guess", "your π̂ {pi}").format(pi=f"{sign} {format_probability(guess)}")
    notes.append(Note(guess, height, text, "current", strong=True))


def now(snapshot: Snapshot, axis: Range) -> Now:
    """What moves with π: the line and its sign; the height is seen by those who try it."""
    low, high = snapshot.state.interval
    pi = snapshot.pi
    if not low <= pi <= high:
        return Now(None, ())
    sign = "=" if is_exact_text(pi) else "≈"
    text = f"π {sign} {format_probability(pi)}"
    if not words.is_revealed(snapshot):
        return Now(pi, (), text)
    height = snapshot.in_unit(snapshot.log_likelihood)
    if height < axis[0]:
        return Now(pi, (), text, arrow=-1)
    return Now(pi, ((pi, height),), text)
