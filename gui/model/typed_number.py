"""A number as text: as it is typed, written in full, and shown in a few digits."""

from __future__ import annotations

import math
import re

from core.scientific import MINUS, format_number, superscript

# What is read as a sign or as a digit, besides those of ASCII.
_PLAIN = str.maketrans(
    {MINUS: "-", "－": "-", "＋": "+", "．": ".", "／": "/", "×": "x", "\u2009": " "}
)
_POWER = re.compile(r"\s*[x*·]\s*10(?:\^|\*\*)?([+-]?\d+|[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]+)$")
_SUPERSCRIPTS = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")
# A comma is the decimal point where it cannot part thousands: 0,5 or 1,25, but not 1,234.
_DECIMAL_COMMA = re.compile(r"[+-]?(?:0*,\d+|\d+,(?:\d{1,2}|\d{4,}))(?![\d.,])")
_WHOLE = re.compile(r"\d+")
LONGEST = 1000
# Numbers that have no more characters than this beyond their digits are shown in full.
SHORT = 3


class NumberError(ValueError):
    """What was typed is not a number that is allowed.

    Attributes:
        text: what was typed.
        reason: "form": it is no number; "range": it is not within the limits.
        least: the least that is allowed.
        most: the most.
    """

    def __init__(self, text: str, reason: str, least: float, most: float) -> None:
        self.text, self.reason, self.least, self.most = text, reason, least, most
        super().__init__(f"{text!r} is not a number from {least:g} to {most:g}")


def parse_number(text: str, least: float, most: float) -> float:
    """Read a number as people type it: −0.25, 1/3, 1e-3, 6.9×10⁵, −0,25.

    Raises:
        NumberError: it is none, or not in [least, most].
    """
    parts = [_decimal(part) for part in text.split("/")] if len(text) <= LONGEST else [None]
    value = parts[0]
    if value is None or len(parts) > 2:
        raise NumberError(text, "form", least, most)
    if len(parts) == 2:
        divisor = parts[1]
        if not divisor:
            raise NumberError(text, "form", least, most)
        value /= divisor
    if not least <= value <= most:  # ∞/∞ is no number, and in no range
        raise NumberError(text, "range", least, most)
    return value + 0.0  # −0 becomes 0


def _decimal(text: str) -> float | None:
    plain = text.translate(_PLAIN).strip()
    comma = _DECIMAL_COMMA.match(plain)
    if comma is not None:
        plain = plain.replace(",", ".")
    power = _POWER.search(plain)
    if power is not None:
        plain = f"{plain[: power.start()]}e{power[1].translate(_SUPERSCRIPTS)}"
    return float(plain) if _NUMBER.fullmatch(plain) else None


def parse_whole(text: str, most: int) -> int:
    """Read a whole number from 0 on.

    Raises:
        NumberError: it is none, or more than `most`.
    """
    plain = text.strip()
    if len(plain) > LONGEST or _WHOLE.fullmatch(plain) is None:
        raise NumberError(text, "form", 0, most)
    if int(plain) > most:
        raise NumberError(text, "range", 0, most)
    return int(plain)


def full_text(value: float) -> str:
    """The shortest digits that read back as the same float: ``−0.25``, ``1e−7``, ``66``."""
    text = repr(value + 0.0).removesuffix(".0")
    return re.sub(r"e\+?(-?)0*(\d)", r"e\1\2", text).replace("-", MINUS)


def short_text(value: float, digits: int = 4) -> str:
    """A number for people: in full where that is short, else in so many significant digits."""
    text = full_text(value)
    if "e" not in text and len(text) <= digits + SHORT:
        return text
    mantissa, _, exponent = text.partition("e")
    if exponent and len(mantissa) <= digits + 1:
        return f"{mantissa}×10{superscript(int(exponent.replace(MINUS, '-')))}"
    return format_number(value, digits)


def is_exact(value: float, digits: int = 4) -> bool:
    """Whether `short_text` shows a number in full, so that ``=`` may precede it."""
    if not math.isfinite(value):
        return True
    return parse_number(short_text(value, digits), -math.inf, math.inf) == value
