"""What the plots show, in words: for those who listen to them, and for a picture's description.

Everything is worked out from the snapshot when it is asked for; the plots do not ask while π is
dragged. What the stage keeps back is not said: no word gives away an optimum that is to be found.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING

from core import bernoulli
from core.scientific import format_number, format_probability, format_scaled, is_exact_text
from gui import plot_series
from gui.equations import note_text
from gui.i18n import translate
from gui.plot_layout import unit_text
from gui.plot_series import CROSS_ENTROPY, LIKELIHOOD, LOG_LIKELIHOOD

if TYPE_CHECKING:
    from core.snapshot import Snapshot

DIGITS = 4
# A slope that is so small beside its two terms has lost its digits: only its sign is said.
_LOST = 1e-11


def whole(snapshot: Snapshot, panels: Iterable[str] = plot_series.KINDS) -> str:
    """All plots shown, one a line, after what stands in all of them.

    Args:
        snapshot: the numbers.
        panels: the plots shown, of `plot_series.KINDS`.
    """
    state, stage = snapshot.state, snapshot.state.stage
    lines = [summary(kind, snapshot) for kind in panels]
    if state.shows_true_pi and state.true_pi is not None:
        lines.append(
            translate("Summary", "A line marks the true π: {value}.").format(
                value=format_probability(state.true_pi)
            )
        )
    if stage.prediction is not None:
        lines.append(
            translate("Summary", "A line marks where you expect it: {value}.").format(
                value=format_probability(stage.prediction)
            )
        )
    if stage.hides("values"):
        lines.append(
            translate("Summary", "The line stands at {place}.").format(place=_pi(snapshot))
        )
    return "\n".join(lines)


def summary(kind: str, snapshot: Snapshot) -> str:
    """One plot: what it is, how its curve runs, and what is so at π.

    Args:
        kind: the plot, of `plot_series.KINDS`.
        snapshot: the numbers.
    """
    stage = snapshot.state.stage
    first = _what(kind, snapshot)
    if stage.hides("curves"):
        shape = translate("Summary", "the curve is not shown yet.")
    elif stage.hides("optimum"):
        shape = translate("Summary", "the optimum is not shown yet.")
    else:
        shape = _shape(kind, snapshot)
    sentences = [f"{first}: {shape}"]
    if snapshot.n and not stage.hides("values"):
        sentences.append(_now(kind, snapshot))
    return " ".join(sentences)


def _gives_away(snapshot: Snapshot) -> bool:
    """Whether the run of the curve would tell what is to be found."""
    stage = snapshot.state.stage
    return stage.hides("optimum") or stage.hides("curves")


def _is_relative(kind: str, snapshot: Snapshot) -> bool:
    """Whether the axis compares with the optimum: L/L(π̂), ℓ − ℓ(π̂), BCE − H(π̂)."""
    if kind == LIKELIHOOD:
        return plot_series.shows_relative_likelihood(snapshot)
    return plot_series.shows_difference(snapshot)


def _what(kind: str, snapshot: Snapshot) -> str:
    """The heading of the plot, with its unit and its axis."""
    symbol = plot_series.series(kind, snapshot).symbol
    unit = "" if kind == LIKELIHOOD else f" ({unit_text(snapshot)})"
    interval = snapshot.state.interval
    low, high = map(format_probability, interval)
    if low == high:  # a peak narrower than the digits of a probability
        low, high = (format_number(end, 17) for end in interval)
    return translate("Summary", "{plot}, π from {low} to {high}").format(
        plot=f"{plot_series.title(kind)} {symbol}{unit}", low=low, high=high
    )


# The run of the curve ------------------------------------------------------------------------


def _shape(kind: str, snapshot: Snapshot) -> str:
    best = snapshot.optimum
    if best is None:
        return {
            LIKELIHOOD: translate("Summary", "it is 1 for every π, the empty product."),
            LOG_LIKELIHOOD: translate("Summary", "it is 0 for every π, the empty sum."),
            CROSS_ENTROPY: translate("Summary", "undefined, for there are no observations."),
        }[kind]
    low, high = snapshot.state.interval
    sentence = (_valley if kind == CROSS_ENTROPY else _peak)(best.pi, low, high)
    return sentence.format(
        start=_end(kind, snapshot, 0), end=_end(kind, snapshot, -1), best=_best(kind, snapshot)
    )


def _peak(best: float, low: float, high: float) -> str:
    if best < low:
        return translate(
            "Summary", "it falls from {start} to {end}; its maximum, {best}, lies to the left."
        )
    if best > high:
        return translate(
            "Summary", "it rises from {start} to {end}; its maximum, {best}, lies to the right."
        )
    if best == low:
        return translate("Summary", "it falls from its maximum at the left end, {best}, to {end}.")
    if best == high:
        return translate(
            "Summary", "it rises from {start} to its maximum at the right end, {best}."
        )
    return translate("Summary", "it rises from {start} to its maximum, {best}, and falls to {end}.")


def _valley(best: float, low: float, high: float) -> str:
    if best < low:
        return translate(
            "Summary", "it rises from {start} to {end}; its minimum, {best}, lies to the left."
        )
    if best > high:
        return translate(
            "Summary", "it falls from {start} to {end}; its minimum, {best}, lies to the right."
        )
    if best == low:
        return translate("Summary", "it rises from its minimum at the left end, {best}, to {end}.")
    if best == high:
        return translate(
            "Summary", "it falls from {start} to its minimum at the right end, {best}."
        )
    return translate("Summary", "it falls from {start} to its minimum, {best}, and rises to {end}.")


def _best(kind: str, snapshot: Snapshot) -> str:
    """The optimum as its label says it: how much, and where."""
    full, short = plot_series.optimum_texts(kind, snapshot)
    value, place = full.removeprefix(f"{short}, "), short.partition(" ")[2]
    if kind == CROSS_ENTROPY:
        value = f"{value} = H(π̂)"
    if _is_relative(kind, snapshot):
        return translate("Summary", "{height} at {place}, where {value}").format(
            height="1" if kind == LIKELIHOOD else "0", value=value, place=place
        )
    return translate("Summary", "{value} at {place}").format(value=value, place=place)


def _end(kind: str, snapshot: Snapshot, i: int) -> str:
    """The height of the curve at an end of the axis, as the axis counts it."""
    k, n, curves = snapshot.k, snapshot.n, snapshot.curves
    pi = snapshot.state.interval[i]
    if kind == LIKELIHOOD:
        mantissa, exponent10 = bernoulli.scaled_likelihood(pi, k, n)
        if _is_relative(kind, snapshot):
            mantissa, exponent10 = _ratio(mantissa, exponent10, snapshot)
        return _about(mantissa) + format_scaled(mantissa, exponent10, DIGITS)
    if _is_relative(kind, snapshot):
        drop = float(curves.log_likelihood_drop[i])
        nats = drop if kind == LOG_LIKELIHOOD else -drop / n
    elif kind == LOG_LIKELIHOOD:
        nats = bernoulli.log_likelihood(pi, k, n)
    else:
        nats = bernoulli.binary_cross_entropy(pi, k, n)
    value = snapshot.in_unit(nats)
    return _about(value) + format_number(value, DIGITS)


def _ratio(mantissa: float, exponent10: int, snapshot: Snapshot) -> tuple[float, int]:
    """A likelihood beside the largest one, beyond the range of float64, too."""
    best = snapshot.optimum
    if best is None or mantissa == 0.0:
        return mantissa, exponent10
    return _scaled(mantissa / best.mantissa, exponent10 - best.exponent10)


def _scaled(value: float, exponent10: int) -> tuple[float, int]:
    """value·10^exponent10 with 1 ≤ |mantissa| < 10, or 0."""
    if value == 0.0:
        return 0.0, 0
    digits, exponent = f"{value:.17e}".split("e")
    mantissa = float(digits)
    if abs(mantissa) >= 10.0:  # 9.99999999999999999 is 10 as a float64
        return mantissa / 10.0, int(exponent) + exponent10 + 1
    return mantissa, int(exponent) + exponent10


def _is_shown_exactly(value: float) -> bool:
    return math.isinf(value) or value == float(f"{value:.{DIGITS - 1}e}")


def _about(value: float) -> str:
    return "" if _is_shown_exactly(value) else "≈ "


def _sign(value: float) -> str:
    return "=" if _is_shown_exactly(value) else "≈"


# What is so now ------------------------------------------------------------------------------


def _pi(snapshot: Snapshot) -> str:
    sign = "=" if is_exact_text(snapshot.pi) else "≈"
    place = f"π {sign} {format_probability(snapshot.pi)}"
    low, high = snapshot.state.interval
    if low <= snapshot.pi <= high:
        return place
    return translate("Summary", "{place} (out of sight)").format(place=place)


def _now(kind: str, snapshot: Snapshot) -> str:
    """The value at π, how the curve runs there, and what is to be said of it."""
    value = plot_series.value_text(kind, snapshot)
    if _is_relative(kind, snapshot) and not _gives_away(snapshot):
        value = f"{value}, {_compared(kind, snapshot)}"
    sentence = translate("Summary", "At {place}, {value}").format(place=_pi(snapshot), value=value)
    run = _run(kind, snapshot)
    note = note_text(kind, snapshot)
    return f"{', '.join(part for part in (sentence, run) if part)}{f'; {note}' if note else ''}."


def _compared(kind: str, snapshot: Snapshot) -> str:
    """The value beside that of the optimum, as the axis has it."""
    symbol = plot_series.series(kind, snapshot).symbol
    if kind == LIKELIHOOD:
        ratio, exponent10 = _ratio(
            snapshot.likelihood_mantissa, snapshot.likelihood_exponent10, snapshot
        )
        # A ratio may round to 1 beside the optimum, and is 1 at it alone.
        best = snapshot.optimum
        equal = best is not None and (ratio == 0.0 or snapshot.pi == best.pi)
        return f"{symbol} {'=' if equal else '≈'} {format_scaled(ratio, exponent10, DIGITS)}"
    nats = snapshot.kl_divergence or 0.0
    value = snapshot.in_unit(-snapshot.n * nats if kind == LOG_LIKELIHOOD else nats)
    return f"{symbol} {_sign(value)} {format_number(value, DIGITS)}"


def _run(kind: str, snapshot: Snapshot) -> str:
    """Whether the curve rises or falls at π, and how steeply; "" where that is not to be said."""
    if _gives_away(snapshot) or snapshot.state.stage.hides("tangent"):
        return ""
    slope = _slope(kind, snapshot)
    if slope is None:
        return ""
    mantissa, exponent10 = slope
    if mantissa == 0.0:
        return translate("Summary", "flat (slope = 0)")
    rises = mantissa > 0.0
    k, n, pi = snapshot.k, snapshot.n, snapshot.pi
    terms = max(k / pi if pi else 0.0, (n - k) / (1.0 - pi) if pi < 1.0 else 0.0)
    if abs(snapshot.score) < _LOST * terms:
        return translate("Summary", "rising") if rises else translate("Summary", "falling")
    text = f"{_sign(mantissa)} {format_scaled(mantissa, exponent10, DIGITS)}"
    return (
        translate("Summary", "rising (slope {slope})")
        if rises
        else translate("Summary", "falling (slope {slope})")
    ).format(slope=text)


def _slope(kind: str, snapshot: Snapshot) -> tuple[float, int] | None:
    """The slope as mantissa and power of ten, as the axis counts it; None where there is none."""
    best, score = snapshot.optimum, snapshot.score
    if best is None:
        return None
    if 0 < snapshot.k < snapshot.n and snapshot.pi == best.pi:
        return 0.0, 0  # k/n is not a float64 always; the curve is flat there nevertheless
    if kind == LIKELIHOOD:
        return _likelihood_slope(snapshot)
    if not math.isfinite(score):
        return None
    return _scaled(snapshot.in_unit(score if kind == LOG_LIKELIHOOD else -score / snapshot.n), 0)


def _likelihood_slope(snapshot: Snapshot) -> tuple[float, int] | None:
    best, relative = snapshot.optimum, _is_relative(LIKELIHOOD, snapshot)
    if best is None:
        return None
    if math.isfinite(snapshot.score):
        # dL/dπ = L · score, in every digit however small L is.
        slope = snapshot.likelihood_mantissa * snapshot.score
        exponent10 = snapshot.likelihood_exponent10
        if not math.isfinite(slope):
            return None
        slope, exponent10 = _scaled(slope, exponent10)
        return _ratio(slope, exponent10, snapshot) if relative else (slope, exponent10)
    limit = snapshot.likelihood_slope_relative
    if limit is None:
        return None
    return _scaled(limit, 0) if relative else _scaled(limit * best.mantissa, best.exponent10)
