"""Placeholders in prose: `{expression:format}` becomes a number, so that none is typed by hand."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import lru_cache

from core import scientific
from core.lessons import expression, number
from core.lessons.errors import ExpressionError, quoted
from core.lessons.expression import Expression
from core.lessons.functions import Value
from core.lessons.names import Names
from core.lessons.number import Number

DIGITS = 4
"""The significant digits where none are asked for."""
FORMATS = ("p", "count", "plain", "exact", "percent")

_MOST_DIGITS = 17
_TRUSTED = Context(prec=15, rounding=ROUND_HALF_EVEN)  # what float64 always knows in decimals
_LONGEST_EXACT = 80
_LARGEST_WHOLE = 10**15
_BRACES = re.compile(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_NOT_PROSE = re.compile(r"\{\{|\}\}|\{[^{}]*\}|\]\([^)\n]*\)|(?<![A-Za-z0-9])float(?:32|64)(?!\d)")


class PlaceholderError(ExpressionError):
    """A placeholder that is none, or that has no value.

    Attributes:
        line: the line of the text that it stands in, from 0.
    """

    def __init__(self, error: ExpressionError, line: int) -> None:
        """Keep what is wrong, and where."""
        super().__init__(error.reason, str(error), error.found, error.allowed)
        self.line = line


@dataclass(frozen=True)
class Placeholder:
    """A placeholder.

    Attributes:
        expression: what is shown.
        form: how: "" or digits, or one of `FORMATS`.
        signed: whether = or ≈ stands before it.
        line: the line of the text, from 0.
    """

    expression: Expression
    form: str
    signed: bool
    line: int

    def text(self, names: Names) -> str:
        """Return what stands in its place.

        Raises:
            PlaceholderError: if it has no value, or none for its format.
        """
        try:
            text, exact = _formatted(self.expression.value(names), self.form)
        except ExpressionError as error:
            reason = f"{{{self.expression.text}}}: {error}"
            said = ExpressionError(error.reason, reason, error.found, error.allowed)
            raise PlaceholderError(said, self.line) from None
        return f"{'=' if exact else '≈'} {text}" if self.signed else text


def fill(text: str, names: Names, missing: str | None = None) -> str:
    """Return a text with the numbers in the places of its placeholders.

    Args:
        text: the text.
        names: what the names in it stand for.
        missing: what stands for a number that has no value; None to raise.

    Raises:
        PlaceholderError: if a placeholder is none, or has no value.
    """
    return "".join(
        part if isinstance(part, str) else _filled(part, names, missing)
        for part in split(text, tuple(names.where))
    )


def _filled(placeholder: Placeholder, names: Names, missing: str | None) -> str:
    try:
        return placeholder.text(names)
    except PlaceholderError:
        if missing is None:
            raise
        return missing


def placeholders(text: str, where: Collection[str] = ()) -> list[Placeholder]:
    """Return the placeholders of a text.

    Raises:
        PlaceholderError: if one is none.
    """
    return [part for part in split(text, tuple(where)) if isinstance(part, Placeholder)]


@lru_cache(maxsize=1024)
def split(text: str, where: tuple[str, ...]) -> tuple[str | Placeholder, ...]:
    """Take a text apart into plain parts and placeholders.

    Raises:
        PlaceholderError: if one is none, or a brace stands alone.
    """
    parts: list[str | Placeholder] = []
    end = 0
    for match in _BRACES.finditer(text):
        parts.append(text[end : match.start()])
        end = match.end()
        if match[0] in {"{{", "}}"}:
            parts.append(match[0][0])
            continue
        line = text.count("\n", 0, match.start())
        try:
            parts.append(_placeholder(match[0], match[1], line, where))
        except ExpressionError as error:
            raise PlaceholderError(error, line) from None
    parts.append(text[end:])
    return tuple(part for part in parts if part)


def literals(text: str) -> list[tuple[int, str]]:
    """Return the numbers that are typed by hand in a text, as (line from 0, digits).

    A lone 0 or 1 may be typed, and the names float32 and float64. Placeholders and the targets
    of links are no prose.
    """
    blank = _NOT_PROSE.sub(lambda match: re.sub(r"[^\n]", " ", match[0]), text)
    return [
        (blank.count("\n", 0, match.start()), match[0])
        for match in _NUMBER.finditer(blank)
        if match[0] not in {"0", "1"}
    ]


def _placeholder(found: str, inner: str | None, line: int, where: tuple[str, ...]) -> Placeholder:
    if inner is None:
        words = f"a {found} stands alone; a brace as such is written {found}{found}"
        raise ExpressionError("form", words, found, found * 2)
    body, colon, form = inner.partition(":")
    form = form.strip()
    if colon and not _is_format(form):
        allowed = f"2 to {_MOST_DIGITS}, {', '.join(FORMATS)}"
        words = f"{{{inner}}}: {quoted(form)} is not a format; allowed: {allowed}"
        raise ExpressionError("form", words, form, allowed)
    body = body.strip()
    signed = body.startswith("=")
    shown = expression.parse(body.removeprefix("="), where)
    if shown.is_constant:
        words = f"{{{inner}}} is a number typed by hand; a placeholder needs a name or a function"
        raise ExpressionError("form", words, inner)
    return Placeholder(shown, form, signed, line)


def _is_format(form: str) -> bool:
    return form in FORMATS or (form.isdecimal() and form in map(str, range(2, _MOST_DIGITS + 1)))


def _formatted(value: Value, form: str) -> tuple[str, bool]:
    """Text of a value, and whether it says all of it."""
    if isinstance(value, bool):
        raise ExpressionError("value", "it is true or false, and not a number")
    if form == "p":
        return _probability(value)
    if form in {"count", "plain"}:
        return _whole(value, grouped=form == "count")
    if form == "exact":
        return _exact(value)
    if form == "percent":
        # In decimals: 0.07 is 7 %, though not in float64.
        factor = value if number.is_infinite(value) else _decimal(value)
        text, exact = _shortest(number.combined("*", factor, 100))
        return f"{text}%", exact
    return _significant(value, int(form)) if form else _shortest(value)


def _probability(value: Number) -> tuple[str, bool]:
    if not 0 <= value <= 1:
        raise ExpressionError("value", f"{value} is not a probability")
    if isinstance(value, Decimal):
        return _significant(value, DIGITS)
    return scientific.format_probability(float(value)), scientific.is_exact_text(float(value))


def _whole(value: Number, *, grouped: bool) -> tuple[str, bool]:
    whole = isinstance(value, int) or (isinstance(value, float) and value.is_integer())
    if not whole:
        raise ExpressionError("value", f"{value} is not a whole number")
    text = scientific.format_count(int(value))
    return text if grouped else text.replace(",", ""), True


def _exact(value: Number) -> tuple[str, bool]:
    if number.is_infinite(value):
        return scientific.format_number(float(value)), True
    if isinstance(value, Decimal):
        raise ExpressionError("value", "it is beyond float64, whose digits are asked for")
    text = f"{Decimal(value):f}".replace("-", scientific.MINUS)
    if len(text) > _LONGEST_EXACT:
        words = f"it has more than {_LONGEST_EXACT} digits; give a number of digits"
        raise ExpressionError("value", words)
    return text, True


def _shortest(value: Number) -> tuple[str, bool]:
    """Four significant digits; fewer where they say all, more for a whole number."""
    small = isinstance(value, float) and value.is_integer() and abs(value) < _LARGEST_WHOLE
    if isinstance(value, int) or small:
        return scientific.format_count(int(value)), True
    text, exact = _significant(value, DIGITS)
    if exact and not number.is_infinite(value):
        return _laid_out(value, len(_digits(_trusted(value)))), True
    return text, exact


def _significant(value: Number, digits: int) -> tuple[str, bool]:
    if number.is_infinite(value):
        return scientific.format_number(float(value)), True
    trusted = _trusted(value)
    # Of more digits than a float64 always knows the last ones are a matter of rounding.
    known = _decimal(value) == trusted or digits <= _TRUSTED.prec
    return _laid_out(value, digits), known and len(_digits(trusted)) <= digits


def _laid_out(value: Number, digits: int) -> str:
    if isinstance(value, float):
        return scientific.format_number(value, digits)
    exact = _decimal(value)
    if exact == 0:
        return scientific.format_number(0.0, digits)
    exponent = exact.adjusted()
    mantissa = float(exact.scaleb(-exponent, number.WIDE))
    if abs(mantissa) >= 10:
        mantissa, exponent = mantissa / 10, exponent + 1
    return scientific.format_scaled(mantissa, exponent, digits)


def _decimal(value: Number) -> Decimal:
    """The number in decimals: of a float64 the shortest that give it back."""
    return Decimal(repr(value)) if isinstance(value, float) else Decimal(value)


def _trusted(value: Number) -> Decimal:
    if isinstance(value, int):
        return Decimal(value)
    return number.WIDE.create_decimal(_TRUSTED_WIDE.create_decimal(_decimal(value)))


def _digits(value: Decimal) -> str:
    return "".join(map(str, value.as_tuple().digits)).rstrip("0") or "0"


_TRUSTED_WIDE = Context(
    prec=_TRUSTED.prec,
    rounding=ROUND_HALF_EVEN,
    Emin=number.WIDE.Emin,
    Emax=number.WIDE.Emax,
)
