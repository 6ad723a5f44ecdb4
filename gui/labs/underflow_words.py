"""What the lab "Underflow" says."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from core.factors import Fate, Reading
from core.lab_state import MOST_FACTORS
from core.scientific import format_count, format_number, format_scaled
from gui.i18n import translate
from gui.labs.number_table import Cell
from gui.plot_layout import unit_text

if TYPE_CHECKING:
    from core.snapshot import Snapshot


# So many characters of a number are still worth reading.
FEW = 9


@dataclass(frozen=True)
class Deaths:
    """When the products become 0 though the true one is not.

    Attributes:
        float32: the number of factors; None if that does not happen within `searched`.
        float64: likewise.
        searched: how many factors were looked at.
    """

    float32: int | None
    float64: int | None
    searched: int


def zero_from(m: int) -> str:
    """From when on a product is 0."""
    return translate("Underflow lab", "0 from n = {n} on").format(n=format_count(m))


def rows(read: Reading, deaths: Deaths, snapshot: Snapshot) -> list[list[Cell]]:
    """The product in float32 and in float64, and the sum of logarithms."""
    logs = translate("Underflow lab", "sum of logs")
    return [
        [
            Cell("float32", "muted"),
            _digits(read.float32),
            _remark(read.float32_fate, deaths.float32, deaths.searched),
        ],
        [
            Cell("float64", "muted"),
            _digits(read.float64),
            _remark(read.float64_fate, deaths.float64, deaths.searched),
        ],
        [
            Cell(logs, "muted", shorter=("Σ log",)),
            Cell(f"ℓ = {log_text(read, snapshot)}", strong=True),
            _truth(read, snapshot.pi),
        ],
    ]


def _digits(text: str) -> Cell:
    """A product in all its digits, or in its first ones where short names leave no more room."""
    digits, times, power = text.partition("×")
    few = f"{digits[:FEW]}…{times}{power}" if len(digits) > FEW else text
    return Cell(text, strong=True, shorter=(text, few))


def log_text(read: Reading, snapshot: Snapshot) -> str:
    """ℓ with its unit."""
    value = format_number(snapshot.in_unit(read.log_likelihood), 6)
    return value if math.isinf(read.log_likelihood) else f"{value} {unit_text(snapshot)}"


def _remark(fate: Fate, death: int | None, searched: int) -> Cell:
    when = (
        translate("Underflow lab", "not 0 within {n} factors").format(n=format_count(searched))
        if death is None
        else zero_from(death)
    )
    if fate is Fate.IMPOSSIBLE:
        text = translate("Underflow lab", "right: the true product is 0")
        return Cell(text, "muted", shorter=("= L",))
    if fate is Fate.UNDERFLOW:
        word = translate("Underflow lab", "underflow")
        text = translate("Underflow lab", "underflow: {when}, though the true product is not 0")
        forms = (f"{word}: {when}", word)
        return Cell(text.format(when=when), "warning", strong=True, shorter=forms)
    if fate is Fate.SUBNORMAL:
        word = translate("Underflow lab", "subnormal")
        text = translate("Underflow lab", "subnormal, digits are being lost: {when}")
        return Cell(text.format(when=when), "warning", shorter=(f"{word}: {when}", word))
    if fate is Fate.STUCK:
        word = translate("Underflow lab", "stuck")
        text = translate(
            "Underflow lab", "stuck at a subnormal number; the true product is smaller"
        )
        less = translate("Underflow lab", "stuck; the true product is smaller")
        return Cell(text, "warning", strong=True, shorter=(less, word))
    return Cell(when, "muted", shorter=("",) if death is None else ())


def _truth(read: Reading, pi: float) -> Cell:
    if read.mantissa == 0.0:
        return Cell(f"L = 0: {impossible_text(pi)}", "muted", shorter=("L = 0",))
    value = format_scaled(read.mantissa, read.exponent10)
    text = translate("Underflow lab", "L = {value}: no digit is lost").format(value=value)
    return Cell(text, "optimum", shorter=(f"L = {value}", ""))


def source_text(snapshot: Snapshot) -> str:
    """Where the factors come from."""
    n = snapshot.n
    if not n:
        return translate("Underflow lab", "no observations: the empty product is 1")
    if not snapshot.state.observations.has_sequence:
        return translate(
            "Underflow lab", "the order is unknown: the {k} ones first, then the zeros, and again"
        ).format(k=format_count(snapshot.k))
    text = (
        translate("Underflow lab", "the {n} observations, again and again")
        if n < MOST_FACTORS
        else translate("Underflow lab", "the first n of {n} observations")
    )
    return text.format(n=format_count(n))


def impossible_text(pi: float) -> str:
    """Why the true product is 0."""
    return (
        translate("Underflow lab", "a one was observed, yet π = 0")
        if pi == 0.0
        else translate("Underflow lab", "a zero was observed, yet π = 1")
    )


def summary(read: Reading, deaths: Deaths, snapshot: Snapshot) -> str:
    """The lab in sentences, for those who do not see it."""
    said = translate("Underflow lab", "After {n} factors ℓ = {value}.").format(
        n=format_count(read.m), value=log_text(read, snapshot)
    )
    if read.float64_fate is Fate.IMPOSSIBLE:
        text = translate("Underflow lab", "The true product is 0, for {reason}.")
        return f"{said} {text.format(reason=impossible_text(snapshot.pi))}"
    parts = [said]
    for name, death in (("float32", deaths.float32), ("float64", deaths.float64)):
        text = (
            translate("Underflow lab", "The {format} product is not 0 within {n} factors.")
            if death is None
            else translate("Underflow lab", "The {format} product is 0 from n = {n} on.")
        )
        count = deaths.searched if death is None else death
        parts.append(text.format(format=name, n=format_count(count)))
    return " ".join(parts)
