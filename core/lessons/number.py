"""Numbers of any size: float64 where it has digits for them, decimals beyond it.

A likelihood of 2,000 observations is far below float64. An operation whose result float64 would
make 0, infinite or subnormal is done again in decimals, which reach as far as any likelihood.
"""

import decimal
import math
import operator
import sys
from collections.abc import Callable
from decimal import Decimal
from typing import TypeAlias

from core.lessons.errors import ExpressionError

Number: TypeAlias = int | float | Decimal
"""A whole number, a float64, or what is too large or too small for one."""

_LARGEST_WHOLE = 10**60
_MOST_BITS = 1024  # of a power of whole numbers that is worked out exactly
_LARGEST_EXPONENT = 10**15
_AGREEING = Decimal("1e-14")
_SMALLEST, _LARGEST = Decimal(sys.float_info.min), Decimal(sys.float_info.max)
WIDE = decimal.Context(
    prec=40,
    Emax=decimal.MAX_EMAX,
    Emin=decimal.MIN_EMIN,
    traps=[decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow],
)
_FLOAT: dict[str, Callable[[float, float], float]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "**": operator.pow,
}
_DECIMAL: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "+": WIDE.add,
    "-": WIDE.subtract,
    "*": WIDE.multiply,
    "/": WIDE.divide,
    "**": WIDE.power,
}
OPERATORS = tuple(_FLOAT)


def scaled(mantissa: float, exponent10: int) -> Number:
    """Return mantissa · 10**exponent10, as float64 where that has digits for it."""
    return settled(WIDE.scaleb(Decimal(mantissa), exponent10))


def settled(value: Number) -> Number:
    """Return the number in its simplest kind.

    Raises:
        ExpressionError: if it is nan.
    """
    if isinstance(value, int):
        return value if abs(value) <= _LARGEST_WHOLE else WIDE.create_decimal(value)
    if isinstance(value, float):
        if math.isnan(value):
            raise _no_value("it is not a number (nan)")
        return value + 0.0  # −0 becomes 0
    if value == 0:
        return 0.0
    return float(value) if _SMALLEST <= value.copy_abs() <= _LARGEST else value


def combined(sign: str, a: Number, b: Number) -> Number:
    """Return a sign b for a sign of `OPERATORS`.

    Raises:
        ExpressionError: if it has no value.
    """
    try:
        return settled(_combined(sign, a, b))
    except ZeroDivisionError:
        raise _no_value("it divides by zero") from None
    except decimal.DecimalException:
        raise _no_value(f"{sign} has no result here") from None


def is_infinite(x: Number) -> bool:
    """Whether it is ∞ or −∞."""
    return isinstance(x, float) and math.isinf(x)


def same(a: Number, b: Number) -> bool:
    """Whether two numbers agree to fourteen digits; whole numbers to all."""
    if a == b or (isinstance(a, int) and isinstance(b, int)) or is_infinite(a) or is_infinite(b):
        return a == b
    a, b = Decimal(a), Decimal(b)
    difference = WIDE.subtract(a, b).copy_abs()
    return difference <= WIDE.multiply(_AGREEING, max(a.copy_abs(), b.copy_abs()))


def negative(x: Number) -> Number:
    """Return −x."""
    # Python's − and abs would round a decimal to fewer digits, and refuse a large one.
    return x.copy_negate() if isinstance(x, Decimal) else settled(-x)


def magnitude(x: Number) -> Number:
    """Return |x|."""
    return negative(x) if x < 0 else x


def logarithm(x: Number) -> float:
    """Return log x, −inf for 0.

    Raises:
        ExpressionError: if x is negative.
    """
    if x < 0:
        raise _no_value("it is the logarithm of a negative number")
    if x == 0:
        return -math.inf
    return float(WIDE.ln(x)) if isinstance(x, Decimal) else math.log(x)


def exponential(x: Number) -> Number:
    """Return e to the power of x."""
    if is_infinite(x):
        return math.inf if x > 0 else 0.0
    size = abs(float(x))
    if size < 700.0:
        return math.exp(x)
    if size > _LARGEST_EXPONENT:
        raise _no_value("it is too large or too small a power")
    return settled(WIDE.exp(Decimal(x)))


def root(x: Number) -> Number:
    """Return the square root of x.

    Raises:
        ExpressionError: if x is negative.
    """
    if x < 0:
        raise _no_value("it is the square root of a negative number")
    return settled(WIDE.sqrt(x)) if isinstance(x, Decimal) else math.sqrt(x)


def _no_value(words: str) -> ExpressionError:
    return ExpressionError("value", words)


def _combined(sign: str, a: Number, b: Number) -> Number:
    if isinstance(a, int) and isinstance(b, int):
        if sign in ("+", "-", "*", "//", "%"):
            exact: int = _FLOAT[sign](a, b)  # type: ignore[assignment]  # of two ints
            return exact
        if sign == "**" and b >= 0:
            if a.bit_length() * b <= _MOST_BITS:
                return int(a**b)
            return _wide(sign, a, b)
    if is_infinite(a) or is_infinite(b):
        return _float(sign, _stand_in(a), _stand_in(b))
    if isinstance(a, Decimal) or isinstance(b, Decimal):
        return _wide(sign, a, b)
    try:
        result = _float(sign, a, b)
    except OverflowError:
        return _wide(sign, a, b)
    lost = math.isinf(result) or abs(result) < sys.float_info.min
    return _wide(sign, a, b) if lost and sign in _DECIMAL else result


def _float(sign: str, a: float, b: float) -> float:
    result = _FLOAT[sign](a, b)
    if isinstance(result, complex):
        raise _no_value("it is a root of a negative number")
    return float(result)


def _wide(sign: str, a: Number, b: Number) -> Decimal:
    if sign not in _DECIMAL:
        raise _no_value(f"{sign} is not for numbers beyond float64")
    if sign == "**" and abs(float(b)) > _LARGEST_EXPONENT:
        raise _no_value("it is too large or too small a power")
    return _DECIMAL[sign](Decimal(a), Decimal(b))


def _stand_in(x: Number) -> float:
    """A float64 that behaves like x beside an infinity."""
    if is_infinite(x) or x == 0:
        return float(x)
    return 1.0 if x > 0 else -1.0
