"""What the chain lab says, in the language of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.chain_value import chain_value
from core.scientific import (
    format_count,
    format_number,
    format_probability,
    format_scaled,
    is_exact_text,
)
from gui.equations import note_text
from gui.i18n import translate
from gui.plot_series import LOG_LIKELIHOOD, shows_difference, shows_relative_likelihood

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.labs.chain_formulas import Steps


def names(on: Steps) -> tuple[str, str]:
    """The name of the curve that the steps make, "" where it has none, and its symbol."""
    product, log, minus, mean = on
    if not product:
        one = "log 1" if log else "1"
        symbol = ("−" if minus else "") + (f"({one})/N" if log and mean else one)
        return translate("Chain", "Empty product"), f"{symbol}/N" if mean and not log else symbol
    named = {
        (False, False, False): (translate("Chain", "Likelihood"), "L"),
        (True, False, False): (translate("Chain", "Log-likelihood"), "ℓ"),
        (True, True, False): (translate("Chain", "Negative log-likelihood"), "−ℓ"),
        (True, True, True): (translate("Chain", "Binary cross-entropy"), "BCE"),
    }
    if (log, minus, mean) in named:
        return named[log, minus, mean]
    return "", ("−" if minus else "") + ("ℓ" if log else "L") + ("/N" if mean else "")


def title(on: Steps, snapshot: Snapshot) -> str:
    """The heading of the chart: the curve's name, and what its axis counts."""
    name, gap = names(on)[0], " " if on[0] else ": "
    return f"{name}{gap}{counted(on, snapshot)}".strip()


def counted(on: Steps, snapshot: Snapshot) -> str:
    """What the axis counts: "L(π)", "L(π) / L(π̂)", "−ℓ(π)", …."""
    symbol = names(on)[1]
    product, log, minus, mean = on
    if product and log and shows_difference(snapshot):
        first, second = ("ℓ(π̂)", "ℓ(π)") if minus else ("ℓ(π)", "ℓ(π̂)")
        symbol = f"({first} − {second})/N" if mean else f"{first} − {second}"
    elif product and not log and shows_relative_likelihood(snapshot):
        over = "N L(π̂)" if mean else "L(π̂)"
        symbol = f"{'−' if minus else ''}L(π) / ({over})" if mean else f"{symbol}(π) / {over}"
    elif product:
        symbol, slash, n = symbol.partition("/")
        symbol = f"{symbol}(π){slash}{n}"
    return symbol


def value_text(on: Steps, snapshot: Snapshot, *, at_best: bool = False) -> str:
    """The value of the curve at π, or at π̂, with its sign before it: "≈ 0.7707"."""
    where = snapshot.optimum if at_best else None
    if where is None:
        scaled = snapshot.likelihood_mantissa, snapshot.likelihood_exponent10
        mantissa, exponent10 = chain_value(scaled, snapshot.log_likelihood, snapshot.n, on)
    else:
        scaled = where.mantissa, where.exponent10
        mantissa, exponent10 = chain_value(scaled, where.log_likelihood, snapshot.n, on)
    if mantissa in (0.0, 1.0, -1.0) and not exponent10:
        return f"= {'−' if mantissa < 0 else ''}{abs(mantissa):.0f}"
    if on[1]:
        value = snapshot.in_unit(mantissa)
        return f"{_sign(value)} {format_number(value)}"
    return f"{_sign(mantissa)} {format_scaled(mantissa, exponent10)}"


def _sign(value: float) -> str:
    return "=" if value == float(f"{value:.3e}") else "≈"


def pi_text(pi: float) -> str:
    """π with its sign before it: "= 0.7"."""
    return f"{'=' if is_exact_text(pi) else '≈'} {format_probability(pi, 1)}"


def chip(on: Steps, snapshot: Snapshot) -> str:
    """The sign over the line of π."""
    symbol, value = names(on)[1], value_text(on, snapshot)
    return symbol if value == f"= {symbol}" else f"{symbol} {value}"


def optimum_note(on: Steps, snapshot: Snapshot) -> str:
    """The words at the optimum."""
    if snapshot.mle is None:
        return ""
    word = "argmin" if on[2] else "argmax"
    value = f"{names(on)[1]} {value_text(on, snapshot, at_best=True)}"
    return f"{word} π̂ {pi_text(snapshot.mle)}, {value}"


def numbers(on: Steps, snapshot: Snapshot) -> tuple[str, ...]:
    """The values at π and at π̂ in one line: in full, then shorter."""
    name, symbol = names(on)
    if not on[0]:
        constant = translate("Chain", "{name}: {value} for every π").format(
            name=name, value=chip(on, snapshot)
        )
        return constant, chip(on, snapshot)
    here = translate("Chain", "{quantity} {value} at π {pi}").format(
        quantity=symbol, value=value_text(on, snapshot), pi=pi_text(snapshot.pi)
    )
    why = note_text(LOG_LIKELIHOOD, snapshot)
    if why:
        here = f"{here} ({why})"
    full = translate("Chain", "{name} {rest}").format(name=name, rest=here) if name else here
    if snapshot.state.stage.hides("optimum"):
        return full, here
    if snapshot.mle is None:
        why = translate("Chain", "no observations: no π̂")
        return f"{full}  ·  {why}", f"{here}  ·  {why}", why
    place = pi_text(snapshot.mle)
    there = translate("Chain", "{quantity} {value} at π̂ {pi}").format(
        quantity=symbol, value=value_text(on, snapshot, at_best=True), pi=place
    )
    stays = translate("Chain", "π̂ has not moved")
    return (
        f"{full}  ·  {there}  ·  {stays}",
        f"{here}  ·  {there}  ·  {stays}",
        f"{here}  ·  {there}",
        there,
    )


def remark(on: Steps, snapshot: Snapshot) -> tuple[str, ...]:
    """What the last of the steps that are on does to the optimum: in full, then shorter."""
    product, log, minus, mean = on
    if not snapshot.n:
        return (
            translate("Chain", "No observations: every curve is flat, and there is no π̂."),
            translate("Chain", "No observations: no π̂."),
            translate("Chain", "No observations."),
        )
    if not product:
        return (
            translate("Chain", "Nothing is multiplied yet: each π is as good as any other."),
            translate("Chain", "Nothing is multiplied yet."),
            translate("Chain", "Still flat."),
        )
    if minus:
        both = len(wrong_places(snapshot)) > 1
        return (
            translate(
                "Chain",
                "After ×(−1) it is argmin: argmax of this curve would be at the ends, not at π̂.",
            )
            if both
            else translate(
                "Chain",
                "After ×(−1) it is argmin: argmax of this curve would be at the other end, "
                "not at π̂.",
            ),
            translate("Chain", "After ×(−1) it is argmin, not argmax."),
            translate("Chain", "Now it is argmin."),
        )
    if mean:
        return (
            translate("Chain", "×1/N changes the scale of the curve, never the place of its top."),
            translate("Chain", "×1/N changes the scale alone."),
            translate("Chain", "Only the scale changes."),
        )
    if log:
        return (
            translate("Chain", "log is increasing: what was highest before is highest still."),
            translate("Chain", "log is increasing: the top stays."),
            translate("Chain", "The top stays."),
        )
    return (
        translate("Chain", "The likelihood is highest at π̂: its argmax."),
        translate("Chain", "L is highest at π̂."),
    )


def wrong_places(snapshot: Snapshot) -> tuple[float, ...]:
    """Where the negative of L or ℓ is highest: at the ends, save at one that is π̂ itself."""
    ends = ((0.0, snapshot.k > 0), (1.0, snapshot.k < snapshot.n))
    return tuple(end for end, impossible in ends if impossible)


def wrong_note(on: Steps) -> str:
    """The words at an end where the argmax of a curve that was turned over is."""
    return f"argmax: {'∞' if on[1] else '0'}"


def wrong_remark(on: Steps, snapshot: Snapshot) -> tuple[str, ...]:
    """What the argmax of a curve that was turned over finds, and why that is no estimate."""
    height = "∞" if on[1] else "0"
    places = wrong_places(snapshot)
    if len(places) > 1:
        full = translate(
            "Chain",
            "argmax finds {height} at both ends: π = 0 makes a one impossible, π = 1 a zero.",
        )
    elif places == (0.0,):
        full = translate("Chain", "argmax finds {height} at π = 0, which makes a one impossible.")
    else:
        full = translate("Chain", "argmax finds {height} at π = 1, which makes a zero impossible.")
    short = translate("Chain", "argmax: {height}, where the data are impossible.")
    shortest = translate("Chain", "argmax: {height}, at the end.")
    return tuple(text.format(height=height) for text in (full, short, shortest))


def summary(on: Steps, snapshot: Snapshot) -> str:
    """The picture in one or two sentences."""
    name, symbol = names(on)
    what = f"{name} {symbol}".strip()
    if not on[0] or not snapshot.n:
        return f"{what}. {remark(on, snapshot)[0]}"
    now = translate("Chain", "At π {pi}: {value}.").format(
        pi=pi_text(snapshot.pi), value=value_text(on, snapshot)
    )
    if snapshot.state.stage.hides("optimum") or snapshot.mle is None:
        return f"{what}. {now}"
    form = (
        translate("Chain", "{what}, n = {n}: argmin at π̂ {place}, where it is {value}.")
        if on[2]
        else translate("Chain", "{what}, n = {n}: argmax at π̂ {place}, where it is {value}.")
    )
    best = form.format(
        what=what,
        n=format_count(snapshot.n),
        place=pi_text(snapshot.mle),
        value=value_text(on, snapshot, at_best=True).removeprefix("= "),
    )
    return f"{best} {now} {remark(on, snapshot)[0]}"
