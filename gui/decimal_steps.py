"""Steps of round decimals on an axis of any scale: what a key moves by, what a mouse can tell."""

from __future__ import annotations

import math
from decimal import Decimal

# A key goes a hundredth of an axis, more or less; a mouse no further than a pixel and a bit.
HUNDREDTH, PIXEL = 100.0, 1.3


def round_step(low: float, high: float) -> float:
    """The largest of …, 0.1, 0.2, 0.5, 1, 2, 5, … that is no more than a hundredth of an axis."""
    most = (high / HUNDREDTH - low / HUNDREDTH) * (1 + 1e-9)
    exponent = math.floor(math.log10(most))
    mantissa = most / 10.0**exponent
    first = 5 if mantissa >= 5.0 else 2 if mantissa >= 2.0 else 1
    return float(f"{first}e{exponent}")


def stepped(value: float, step: float, count: float) -> float:
    """The number so many steps further, free of 0.1 + 0.2; one off the grid keeps its digits."""
    return float(Decimal(repr(value)) + Decimal(repr(step)) * Decimal(repr(count))) + 0.0


def snapped(value: float, low: float, high: float, pixels: float) -> float:
    """The number under the mouse, rounded to the finest decimal that a pixel can tell apart.

    Args:
        value: the number; beyond the axis it is the axis' end.
        low: the axis' lower end.
        high: its upper end.
        pixels: how long the axis is.
    """
    value = min(high, max(low, value))
    width = (high - low) / pixels if pixels > 0 else 0.0
    if value in (low, high) or not width > 0:
        return value
    return round(value, -math.floor(math.log10(PIXEL * width))) + 0.0
