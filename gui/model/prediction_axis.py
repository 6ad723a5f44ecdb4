"""The x axis of the examples: which part of it is seen, its round numbers, and the text of an x."""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Decimal

import numpy as np

from core.labelled import LARGEST_X
from core.scientific import MINUS, format_number, superscript
from gui.still_text import text_width
from gui.theme import look
from gui.ticks import Ticks, nice_step, tick_texts

# What is seen on either side of the examples, and into how many parts the ends are rounded.
MARGIN, PARTS = 0.1, 18
# An axis stays as it is while the examples take at least so much of it.
LEAST_SHARE = 0.2
# Around examples that all have one x: this share of its size.
AROUND = 0.1
SMALLEST_WIDTH = 1e-290
# Numbers of up to so many digits are written in full, and so small ones.
LONGEST, LEAST_POWER = 11, -5
# An x that is pointed at is said in full up to so many characters.
LONGEST_X = 10


@dataclass(frozen=True)
class XAxis:
    """The part of the x axis that is seen.

    Attributes:
        low, high: its ends; finite, low < high.
    """

    low: float = -5.0
    high: float = 5.0

    @property
    def width(self) -> float:
        """From one end to the other."""
        return self.high - self.low

    def holds(self, span: tuple[float, float]) -> bool:
        """Whether examples from one x to another are in sight."""
        return self.low <= span[0] and span[1] <= self.high

    def suits(self, span: tuple[float, float] | None) -> bool:
        """Whether there is no reason to choose another axis for examples of this span."""
        if span is None:
            return True
        if not self.holds(span):
            return False
        wide = span[1] - span[0] >= LEAST_SHARE * self.width
        return wide or span[0] == span[1] or axis_for(span) == self

    def snap_power(self, pixels: float) -> int:
        """The power of ten of the finest decimal step that a pixel tells apart."""
        return math.floor(math.log10(1.3 * self.width / max(1.0, pixels)))

    def snapped(self, x: float, pixels: float) -> float:
        """An x on this axis, a multiple of that step."""
        power = self.snap_power(pixels)
        low, high = max(self.low, -LARGEST_X), min(self.high, LARGEST_X)
        return min(high, max(low, round(min(high, max(low, x)), -power))) + 0.0

    def stepped(self, x: float, steps: int, pixels: float) -> float:
        """An x so many of those steps further, if need be beyond the axis; on their grid."""
        power = self.snap_power(pixels)
        moved = float(Decimal(repr(x)) + Decimal(steps).scaleb(power))
        return min(LARGEST_X, max(-LARGEST_X, round(moved, -power))) + 0.0


def axis_for(span: tuple[float, float] | None) -> XAxis:
    """An axis with room around the examples and round ends.

    Args:
        span: their least and largest x; None without examples.
    """
    if span is None:
        return XAxis()
    low, high = span
    size = max(abs(low), abs(high))
    least = max(16.0 * float(np.spacing(size)), SMALLEST_WIDTH)
    if high - low < least:
        half = max(nice_step(AROUND * size, 1) if size > SMALLEST_WIDTH else 0.0, least)
        half = half if size else 1.0
        return XAxis(low - half, high + half)
    margin = MARGIN * (high - low)
    step = nice_step(high - low + 2 * margin, PARTS)
    left = _multiple(math.floor((low - margin) / step + 1e-9), step)
    right = _multiple(math.ceil((high + margin) / step - 1e-9), step)
    return XAxis(min(left, low) + 0.0, max(right, high) + 0.0)


def _multiple(i: int, step: float) -> float:
    """i·step without the rounding of 3 · 0.2."""
    return float(i * Decimal(repr(step)))


def axis_ticks(axis: XAxis, pixels: float, size: float) -> Ticks:
    """Round values along the axis, as many as their texts have room beside each other.

    Args:
        axis: what is seen.
        pixels: how wide it is.
        size: of the type, in the design's pixels.
    """
    gap = look().px(18)
    marks = Ticks([], [])
    for parts in range(max(2, int(pixels / look().px(95))), 0, -1):
        marks = _ticks(axis, parts)
        if len(marks.values) < 2:
            return marks
        step = pixels * (marks.values[1] - marks.values[0]) / axis.width
        if all(text_width(text, size) + gap <= step for text in marks.texts):
            return marks
    return Ticks(marks.values[:1], marks.texts[:1])


def _ticks(axis: XAxis, most: int) -> Ticks:
    step = nice_step(axis.width, most)
    power = math.floor(math.log10(step) + 1e-9)
    digit = round(step / 10.0**power)
    first, last = math.ceil(axis.low / step - 1e-9), math.floor(axis.high / step + 1e-9)
    multiples = list(range(first, last + 1))[: 2 * PARTS]
    exact = [Decimal(i * digit).scaleb(power) for i in multiples]
    values = [float(one) for one in exact]
    if len(set(values)) < len(values):  # finer than a float64
        return Ticks(values[:1], [x_text(value) for value in values[:1]])
    highest = max((abs(i) * digit for i in multiples), default=0)
    if power >= LEAST_POWER and len(str(highest)) + power - 1 <= LONGEST:
        return Ticks(values, [f"{one:f}".replace("-", MINUS) for one in exact])
    return Ticks(values, tick_texts(multiples, step))


def x_text(x: float) -> str:
    """An x with as many digits as give it back: ``70``, ``−0.25``, ``1×10¹⁵⁰``."""
    value = Decimal(repr(float(x))).normalize()
    power = value.adjusted()
    if not value:
        return "0"
    if LEAST_POWER <= power <= LONGEST:
        return f"{value:f}".replace("-", MINUS)
    digits = "".join(map(str, value.as_tuple().digits))
    mantissa = f"{digits[0]}.{digits[1:]}" if len(digits) > 1 else digits
    return f"{MINUS if x < 0 else ''}{mantissa}×10{superscript(power)}"


def x_equals(x: float, span: tuple[float, float] | None) -> str:
    """``= 70``, or ``≈ 5.2167`` where more digits tell nobody anything among such examples."""
    exact = x_text(x)
    if len(exact) > LONGEST_X:
        size = abs(x)
        width = 0.0 if span is None else span[1] - span[0]
        # As many digits as the narrowest difference that can be seen needs.
        finest = width / 1e4 if width else size / 1e6
        digits = max(3, math.ceil(math.log10(size / finest))) if finest else 17
        rounded = format_number(x, min(17, digits))
        if len(rounded) < len(exact):
            return f"≈ {rounded}"
    return f"= {exact}"
