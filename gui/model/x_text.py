"""A number x as text: as it is typed, as it is copied, and as it stands in a narrow column."""

from __future__ import annotations

import math

from core.labelled import LARGEST_X
from core.scientific import MINUS, format_number, superscript
from gui.model.typed_number import full_text, parse_number

# So many steps at least lie between the least and the largest x, as far as decimals go.
FINE = 5
# Beyond these, decimals alone are hard to read.
LARGEST_FIXED = 1e7
MOST_DECIMALS = 12
# What a number is cut to where it has no room, in significant digits.
SHORTER = (12, 9, 7, 5, 4, 3, 2, 1)


def parse_x(text: str) -> float:
    """Read a number as it is typed: 66, −1.5, 2e-3, 1/3.

    Raises:
        NumberError: it is no number, or larger than `LARGEST_X`.
    """
    return parse_number(text, -LARGEST_X, LARGEST_X)


def plain_text(x: float) -> str:
    """The shortest digits that read back as the same float, for other programs: ``-2.2``."""
    return full_text(x).replace(MINUS, "-")


def decimals_for(span: tuple[float, float] | None) -> int:
    """How many decimals tell the examples of a data set apart well enough to be looked at."""
    width = 0.0 if span is None else span[1] / 2 - span[0] / 2
    if width == 0.0:
        return MOST_DECIMALS
    return max(0, min(MOST_DECIMALS, FINE - math.floor(math.log10(width))))


def cell_texts(x: float, decimals: int) -> list[str]:
    """What may stand for an x in a column, from the fullest to the shortest.

    Zeros at the end say that there are more digits than are shown.

    Args:
        x: the number.
        decimals: how many are worth showing.
    """
    exact = _exact_text(x)
    forms = [exact]
    if abs(x) < LARGEST_FIXED:
        fixed = f"{x:.{decimals}f}"
        # What is not 0 is not shown as 0.
        if len(fixed) < len(exact) and float(fixed) != 0.0:
            forms = [fixed.replace("-", MINUS)]
    for digits in SHORTER:
        shorter = format_number(x, digits)
        if len(shorter) < len(forms[-1]):
            forms.append(shorter)
    return forms


def _exact_text(x: float) -> str:
    mantissa, _, exponent = repr(x + 0.0).partition("e")
    text = mantissa.removesuffix(".0").replace("-", MINUS)
    return f"{text}×10{superscript(int(exponent))}" if exponent else text
