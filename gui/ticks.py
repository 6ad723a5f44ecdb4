"""Round numbers along an axis, and their text."""

from __future__ import annotations

import math
from typing import NamedTuple

from core.scientific import MINUS, superscript

STEPS = (1, 2, 5, 10)
# Below this a step would leave the range of float64.
SMALLEST_SPAN = 1e-300


class Ticks(NamedTuple):
    """Where an axis is labelled, and how."""

    values: list[float]
    texts: list[str]


def nice_step(span: float, most: int) -> float:
    """The smallest of …, 0.1, 0.2, 0.5, 1, 2, 5, … that cuts `span` into at most `most` parts."""
    raw = span / max(1, most)
    power = math.floor(math.log10(raw))
    for step in STEPS:
        if step * 10.0**power >= raw * (1 - 1e-9):
            return float(step * 10.0**power)
    return float(10.0 ** (power + 1))


def ticks(low: float, high: float, most: int, exponent10: int = 0) -> Ticks:
    """Round values from low to high.

    Args:
        low: the axis' lower end, in units of 10^exponent10.
        high: its upper end, likewise.
        most: how many parts there may be.
        exponent10: what the axis is counted in; the labels carry it.
    """
    span = high - low
    if not SMALLEST_SPAN < span < math.inf:
        return Ticks([], [])
    step = nice_step(span, most)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    values = [i * step for i in range(first, last + 1)]
    texts = tick_texts(list(range(first, last + 1)), step, exponent10)
    return Ticks(values, texts)


def tick_texts(multiples: list[int], step: float, exponent10: int = 0) -> list[str]:
    """The text of multiples of a step: all with the same decimals, exponents where they help."""
    power = math.floor(math.log10(step) + 1e-9)
    digit = round(step / 10.0**power)
    largest = max((abs(i) for i in multiples), default=0) * digit
    low, high = power + exponent10, power + exponent10 + len(str(largest)) - 1
    if -3 <= high <= 5 or (low >= -4 and high <= 5):
        return [_signed(i * digit, low) for i in multiples]
    # A common power of ten: the largest label has one digit before its point.
    texts = []
    for i in multiples:
        if i == 0:
            texts.append("0")
        else:
            texts.append(f"{_signed(i * digit, low - high)}×10{superscript(high)}")
    return texts


def _signed(integer: int, power: int) -> str:
    """integer·10^power in full, with a true minus."""
    sign = MINUS if integer < 0 else ""
    digits = str(abs(integer))
    if power >= 0:
        return sign + (digits + "0" * power if integer else "0")
    if integer == 0 and power < 0:
        return "0" if power < -1 else f"0.{'0' * -power}"
    digits = digits.rjust(1 - power, "0")
    return f"{sign}{digits[:power]}.{digits[power:]}"
