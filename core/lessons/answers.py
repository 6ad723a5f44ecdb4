"""What a learner answers: read from what was typed, and compared with what is right."""

from __future__ import annotations

import math
import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal

from core.lessons import number
from core.lessons.errors import ExpressionError
from core.lessons.lesson import CHOICE, DO, Question
from core.lessons.names import Names
from core.lessons.number import WIDE, Number
from core.misfits import shorten

_LONGEST = 100
_INFINITE = {"∞", "inf", "infinity", "무한대", "무한"}
_SUPERSCRIPTS = str.maketrans("⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "+-0123456789")
_RAISED = re.compile("[⁺⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+")
_DIGITS = r"[0-9]+(?:[.,][0-9]*)*|[.,][0-9]+"
_POWER = r"10\s*(?:\^|\*\*)\s*[({]?\s*([+-]?[0-9]{1,15})\s*[)}]?"
_PLAIN = re.compile(rf"({_DIGITS})(?:e([+-]?[0-9]{{1,15}}))?", re.IGNORECASE)
_SCIENTIFIC = re.compile(rf"(?:({_DIGITS})\s*[×x*·]\s*)?{_POWER}", re.IGNORECASE)
_GROUPED = re.compile(r"[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]*)?")


class AnswerError(ValueError):
    """What was typed is not an answer.

    Attributes:
        text: what was typed, shortened.
        reason: "empty", "form" (not a number), "zero" (a fraction with nothing below its line), or
            "range" (not in [0, 1], where a place is asked for).
    """

    def __init__(self, text: str, reason: str) -> None:
        """Keep the text and the reason, and put them into words."""
        self.text, self.reason = shorten(text), reason
        super().__init__(
            {
                "empty": "nothing was typed; a number such as 0.7, 1/1320, 70 % or 2×10^-4 is",
                "form": f"{self.text!r} is not a number such as 0.7, 1/1320, 70 %, 2×10^-4 or ∞",
                "zero": f"{self.text!r} divides by zero",
                "range": f"{self.text!r} is not in [0, 1]",
            }[reason]
        )


@dataclass(frozen=True)
class Verdict:
    """What is to be said of an answer.

    Attributes:
        right: whether it is right.
        expected: what is right: a number, or the right option, from 0; None for something to do.
        given: what was answered.
    """

    right: bool
    expected: Number | None
    given: Number | None


def check(question: Question, names: Names, given: Number | None = None) -> Verdict:
    """Compare an answer with what is right.

    Args:
        question: the question.
        names: those of the step; for something to do those of the present state. What is asked
            for is right in the state that the step began with, whatever was changed since.
        given: the number or the place, or the option from 0; None for something to do, and for
            no answer, which is wrong.

    Raises:
        ExpressionError: if what is right has no value; never for a lesson that was loaded.
    """
    if question.kind == DO:
        return Verdict(_is_done(question, names), None, None)
    if question.kind == CHOICE:
        return Verdict(given == question.right_option, question.right_option, given)
    assert question.answer is not None  # noqa: S101 - the file was refused otherwise
    before = Names(names.start, where=names.where)
    expected = question.answer.number(before)
    right = given is not None and _is_near(question, before, expected, given)
    return Verdict(right, expected, given)


def parse_number(text: str) -> Number:
    """Read a number as people of both languages write it.

    A comma is a decimal point, unless it groups the digits of a whole number in threes, as the
    program does: 1,320 is a thousand and more, 0,132 is below one.

    Raises:
        AnswerError: if it is none.
    """
    raised = _RAISED.sub(lambda match: f"^{match[0].translate(_SUPERSCRIPTS)}", text)
    plain = unicodedata.normalize("NFKC", raised).strip()
    plain = plain.replace("\N{MINUS SIGN}", "-").replace("\N{FRACTION SLASH}", "/")
    if not plain:
        raise AnswerError(text, "empty")
    if len(plain) > _LONGEST:
        raise AnswerError(text, "form")
    sign, plain = (plain[0], plain[1:].strip()) if plain[0] in "+-" else ("+", plain)
    value = math.inf if plain.lower() in _INFINITE else number.settled(_size(plain, text))
    return number.negative(value) if sign == "-" else value


def parse_place(text: str) -> float:
    """Read a place on the axis of π.

    Raises:
        AnswerError: if it is not a number in [0, 1].
    """
    value = parse_number(text)
    if not 0 <= value <= 1:
        raise AnswerError(text, "range")
    return float(value)


def _size(plain: str, text: str) -> Decimal:
    part = plain.removesuffix("%").rstrip()
    above, slash, below = (side.strip() for side in part.partition("/"))
    value = _read(above, text)
    if slash:
        divisor = _read(below, text)
        if divisor == 0:
            raise AnswerError(text, "zero")
        value = WIDE.divide(value, divisor)
    return value if part == plain else value.scaleb(-2, WIDE)


def _read(part: str, text: str) -> Decimal:
    match, power = _PLAIN.fullmatch(part), _SCIENTIFIC.fullmatch(part)
    found = match or power
    if found is None:
        raise AnswerError(text, "form")
    digits = found[1] or "1"
    if _GROUPED.fullmatch(digits):
        digits = digits.replace(",", "")
    elif digits.count(",") + digits.count(".") > 1:
        raise AnswerError(text, "form")
    return WIDE.create_decimal(f"{digits.replace(',', '.')}e{found[2] or 0}")


def _is_done(question: Question, names: Names) -> bool:
    """Whether it is done; what has no value, without observations say, is not."""
    try:
        return question.until is not None and question.until.truth(names)
    except ExpressionError:
        return False


def _is_near(question: Question, names: Names, expected: Number, given: Number) -> bool:
    if given == expected or number.is_infinite(expected) or number.is_infinite(given):
        return given == expected
    if question.within is None:
        return number.same(given, expected)
    # In decimals: 0.72 is within 0.02 of 0.7, though not in float64.
    within = _decimal(question.within.number(names))
    right = _decimal(expected)
    if question.relative:
        within = WIDE.multiply(within, right.copy_abs())
    return WIDE.subtract(_decimal(given), right).copy_abs() <= within


def _decimal(value: Number) -> Decimal:
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
