"""Numbers as text for people: significant digits, powers of ten, probabilities.

Every digit shown is right: texts are rounded once, correctly, from the exact value.
"""

import math
from decimal import ROUND_HALF_EVEN, Context, Decimal

MINUS = "\N{MINUS SIGN}"
INFINITY = "\N{INFINITY}"
LONGEST_EXPONENT = 10**15
"""An exponent from here on is rounded as other numbers are: nobody reads it digit by digit."""

_SUPERSCRIPTS = str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOWEST_FIXED = -3  # fixed notation from 10**-3 …
_HIGHEST_FIXED = 5  # … up to just below 10**6
_PROBABILITY_DIGITS = 6
_EXACT = Context(prec=1100)  # 1 − π of any float64 π in full
_LONGEST_PROBABILITY = 19  # "0." and the 17 digits that a float64 may need
_POWERS = Context(prec=50)


def format_number(value: float, digits: int = 4) -> str:
    """Text of a number with so many significant digits, trailing zeros kept.

    Between 10⁻³ and 10⁶ the notation is fixed, unless that would show digits beyond the
    significant ones; elsewhere it is scientific: ``6.931×10⁵``. Infinities are ``∞`` and
    ``−∞``, and zero is ``0``.

    Args:
        value: any number except nan.
        digits: number of significant digits, at least 1.

    Raises:
        ValueError: if ``value`` is nan or ``digits`` below 1.
    """
    _check_digits(digits)
    if math.isnan(value):
        raise ValueError("value must be a number, got nan")
    sign = MINUS if value < 0 else ""
    if math.isinf(value):
        return sign + INFINITY
    if value == 0:
        return "0"
    mantissa, exponent = f"{abs(value):.{digits - 1}e}".split("e")
    return sign + _lay_out(mantissa.replace(".", ""), int(exponent))


def format_scaled(mantissa: float, exponent10: int, digits: int = 4) -> str:
    """Text of mantissa · 10**exponent10, by the rule of `format_number`.

    Args:
        mantissa: 0, or a number with 1 ≤ |mantissa| < 10.
        exponent10: any whole number; it may lie far beyond the range of float64.
        digits: number of significant digits, at least 1.

    Raises:
        ValueError: if ``mantissa`` is not as described or ``digits`` below 1.
    """
    _check_digits(digits)
    if mantissa == 0:
        return "0"
    if not 1 <= abs(mantissa) < 10:
        raise ValueError(f"mantissa must be 0 or in [1, 10) up to its sign, got {mantissa}")
    rounded, carry = f"{abs(mantissa):.{digits - 1}e}".split("e")
    sign = MINUS if mantissa < 0 else ""
    return sign + _lay_out(rounded.replace(".", ""), exponent10 + int(carry))


def scaled_power(log10: Decimal) -> tuple[float, int]:
    """10**log10 as (mantissa, exponent10), the mantissa in [1, 10), as `format_scaled` takes it.

    Args:
        log10: any number below `LONGEST_EXPONENT` up to its sign, of which 50 digits count.
    """
    exponent10 = math.floor(log10)
    mantissa = float(_POWERS.power(10, _POWERS.subtract(log10, exponent10)))
    return (mantissa, exponent10) if mantissa < 10.0 else (1.0, exponent10 + 1)


def format_power(log10: Decimal, digits: int = 4) -> str:
    """Text of 10**log10, by the rule of `format_number`, however far beyond float64 it lies.

    From `LONGEST_EXPONENT` on the exponent is rounded, and there is no mantissa:
    ``10^(−3.040×10¹⁵⁵)``.

    Args:
        log10: the logarithm to base ten; it may itself be huge, but a float64 must hold it.
        digits: number of significant digits, at least 1.

    Raises:
        ValueError: if ``digits`` is below 1.
    """
    if abs(log10) >= LONGEST_EXPONENT:
        return f"10^({format_number(float(log10), digits)})"
    return format_scaled(*scaled_power(log10), digits)


def nearest_power(mantissa: float, exponent10: int = 0) -> int:
    """The exponent of the power of ten that is nearest to mantissa · 10**exponent10.

    Nearest by the difference, as numbers are rounded, not by the ratio: of 4.9 it is that of 1.

    Args:
        mantissa: any finite number but 0; its sign plays no part.
        exponent10: any whole number.
    """
    digit, exponent = f"{abs(mantissa):.0e}".split("e")
    return exponent10 + int(exponent) + (digit > "5")


def format_probability(pi: float, digits: int = 3) -> str:
    """Text of a probability: ``0.420``, ``0.12345``, ``1.5×10⁻⁷``, ``0``, ``1``.

    The shortest decimals that give back ``pi`` are shown, rounded to six significant
    digits and filled up to ``digits`` decimals. A value below 1 is never shown as 1.

    Raises:
        ValueError: if ``pi`` is not in [0, 1] or ``digits`` below 1.
    """
    _check_digits(digits)
    return _probability_text(_shortest(pi), digits)


def complement_text(pi: float) -> str:
    """Text of 1 − π, taken from the shortest decimals of π: 0.42 gives ``0.58``.

    It is rounded to six significant digits; a value below 1 is never shown as 1.

    Raises:
        ValueError: if ``pi`` is not in [0, 1].
    """
    return _probability_text(_EXACT.subtract(Decimal(1), _shortest(pi)), 1)


def is_exact_text(pi: float) -> bool:
    """Tell whether `format_probability` shows π in full, so that ``=`` may precede it.

    Raises:
        ValueError: if ``pi`` is not in [0, 1].
    """
    value = _shortest(pi)
    return _rounded(value) == value


def format_count(n: int) -> str:
    """Text of a whole number with commas between the thousands: ``350,757``."""
    return f"{n:,}".replace("-", MINUS)


def superscript(i: int) -> str:
    """A whole number in superscript characters: −12 gives ``⁻¹²``."""
    return str(i).translate(_SUPERSCRIPTS)


def _check_digits(digits: int) -> None:
    if digits < 1:
        raise ValueError(f"digits must be at least 1, got {digits}")


def _lay_out(digits: str, exponent: int) -> str:
    """Place the point in d₁d₂d₃… · 10**exponent, where the point follows d₁."""
    if _LOWEST_FIXED <= exponent < 0:
        return "0." + "0" * (-exponent - 1) + digits
    if 0 <= exponent <= _HIGHEST_FIXED and exponent < len(digits):
        whole, decimals = digits[: exponent + 1], digits[exponent + 1 :]
        return f"{whole}.{decimals}" if decimals else whole
    mantissa = f"{digits[0]}.{digits[1:]}" if len(digits) > 1 else digits
    return f"{mantissa}×10{superscript(exponent)}"


def _shortest(pi: float) -> Decimal:
    if not 0 <= pi <= 1:
        raise ValueError(f"pi must be in [0, 1], got {pi}")
    return Decimal(repr(float(pi)))


def _rounded(value: Decimal) -> Decimal:
    """Six significant digits, but in full where these would claim certainty."""
    rounded = Context(prec=_PROBABILITY_DIGITS, rounding=ROUND_HALF_EVEN).plus(value)
    return value if rounded == 1 else rounded


def _probability_text(value: Decimal, decimals: int) -> str:
    if value in {0, 1}:
        return str(int(value))
    rounded = _rounded(value).normalize(_EXACT)
    exponent = rounded.adjusted()
    if exponent < _LOWEST_FIXED:
        return _lay_out("".join(map(str, rounded.as_tuple().digits)), exponent)
    text = f"{rounded:f}"
    if len(text) > _LONGEST_PROBABILITY:  # a row of nines
        return f"1 {MINUS} {_probability_text(_EXACT.subtract(Decimal(1), value), 1)}"
    return text + "0" * (decimals + len("0.") - len(text))
