"""Arithmetic with numbers held as an unevaluated sum of two doubles, high + low.

The sum carries about 106 bits. Every function takes Python floats or float64 arrays
alike and performs the same IEEE operations on them, so that an array's elements equal
the scalars bit for bit. Sources: Dekker (1971) and Knuth for the exact sum and product,
Tang (1990) for the logarithm by a table of short reciprocals.
"""

import math
from functools import cache
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core import _fixed_point

FloatArray: TypeAlias = NDArray[np.float64]
Real: TypeAlias = Any
"""A Python float or a float64 array; types cannot say "the same of the two throughout"."""

_SPLITTER = 134217729.0  # 2**27 + 1
_SQRT_HALF = math.sqrt(0.5)
_STEPS = 512  # the reciprocals of the table are multiples of 1/512
_FIRST = 362  # … from 362/512 ≈ √½
_LAST = 724  # … to 724/512 ≈ √2
_SHORT = 1.5 * 2.0**26  # adding and subtracting it leaves a multiple of 2**-26
_TABLE_BITS = 42  # exponent · (ln 2 to 42 bits) + table entry is exact
_THIRD_HIGH = 1.0 / 3.0
_THIRD_LOW = 2.0**-54 / 3.0  # 1/3 − the double nearest to it
_EXP_STEPS = 64
_EXP_LAST = 23  # 23/64 > ln(2)/2
_FAR_BELOW = -800.0  # exp of it is 0 in float64


def fast_two_sum(a: Real, b: Real) -> tuple[Real, Real]:
    """a + b exactly, for |a| ≥ |b| or a = 0."""
    high = a + b
    return high, b - (high - a)


def two_sum(a: Real, b: Real) -> tuple[Real, Real]:
    """a + b exactly."""
    high = a + b
    part = high - a
    return high, (a - (high - part)) + (b - part)


def two_prod(a: Real, b: Real) -> tuple[Real, Real]:
    """a · b exactly, as long as nothing underflows or exceeds 10³⁰⁰."""
    high = a * b
    scaled = _SPLITTER * a
    a_high = scaled - (scaled - a)
    a_low = a - a_high
    scaled = _SPLITTER * b
    b_high = scaled - (scaled - b)
    b_low = b - b_high
    return high, ((a_high * b_high - high) + a_high * b_low + a_low * b_high) + a_low * b_low


def add(a: Real, a_low: Real, b: Real, b_low: Real) -> tuple[Real, Real]:
    """(a + a_low) + (b + b_low)."""
    high, low = two_sum(a, b)
    return fast_two_sum(high, low + (a_low + b_low))


def multiply(a: Real, a_low: Real, b: Real, b_low: Real) -> tuple[Real, Real]:
    """(a + a_low) · (b + b_low)."""
    high, low = two_prod(a, b)
    return fast_two_sum(high, low + (a * b_low + a_low * b))


def divide(a: Real, a_low: Real, b: Real, b_low: Real) -> tuple[Real, Real]:
    """(a + a_low) / (b + b_low)."""
    quotient = a / b
    high, low = two_prod(quotient, b)
    rest = (((a - high) - low) + a_low) - quotient * b_low
    return fast_two_sum(quotient, rest / b)


def one_minus(x: Real) -> tuple[Real, Real]:
    """1 − x exactly, for 0 ≤ x ≤ 1."""
    high = 1.0 - x
    return high, (1.0 - high) - x


class _LogTable(NamedTuple):
    """−ln(j/512) as high + low, the high parts multiples of 2**-42, and ln 2 likewise."""

    high: list[float]
    low: list[float]
    high_array: FloatArray
    low_array: FloatArray
    ln2_high: float
    ln2_low: float


def _split(value: int) -> tuple[float, float]:
    """A fixed-point number as a multiple of 2**-42 and the double nearest the rest."""
    shift = _fixed_point.BITS - _TABLE_BITS
    high = (value + (1 << shift - 1)) >> shift
    return math.ldexp(high, -_TABLE_BITS), (value - (high << shift)) / _fixed_point.ONE


@cache
def _log_table() -> _LogTable:
    entries = [_split(-_fixed_point.ln(j, -9)) for j in range(_FIRST, _LAST + 1)]
    high = [entry[0] for entry in entries]
    low = [entry[1] for entry in entries]
    return _LogTable(high, low, np.array(high), np.array(low), *_split(_fixed_point.ln(2, 0)))


def log(s: Real, t: Real) -> tuple[Real, Real]:
    """Natural logarithm of s + t, for finite s > 0 and |t| no larger than half an ulp of s.

    The relative error stays below 10⁻²⁵, also where the logarithm goes to 0.
    """
    table = _log_table()
    if isinstance(s, float):
        m, e = math.frexp(s)
        if m < _SQRT_HALF:
            m, e = 2.0 * m, e - 1
        j = math.floor(_STEPS / m + 0.5)
        big, small = table.high[j - _FIRST], table.low[j - _FIRST]
        rest = math.ldexp(t, -e)
        big += e * table.ln2_high
        small += e * table.ln2_low
        return _log_of_reduced(m, rest, j / _STEPS, big, small)
    fraction, exponent = np.frexp(s)
    is_low = fraction < _SQRT_HALF
    fraction = np.where(is_low, 2.0 * fraction, fraction)
    exponent = exponent - is_low
    steps = np.floor(_STEPS / fraction + 0.5)
    index = steps.astype(np.intp) - _FIRST
    return _log_of_reduced(
        fraction,
        np.ldexp(t, -exponent),
        steps / _STEPS,
        table.high_array[index] + exponent * table.ln2_high,
        table.low_array[index] + exponent * table.ln2_low,
    )


def _log_of_reduced(m: Real, t: Real, inverse: Real, big: Real, small: Real) -> tuple[Real, Real]:
    """big + small + log((m + t) · inverse), whose argument lies within 1/700 of 1."""
    m_high = (m + _SHORT) - _SHORT
    # Both products are exact: the reciprocal has ten bits, the parts of m 27 each.
    r, r_low = two_sum(m_high * inverse - 1.0, (m - m_high) * inverse)
    r, r_low = two_sum(r, r_low + t * inverse)
    # log(1+r) = r + r²·(−1/2 + r·(1/3 − r·(1/4 − r/5 + …))), the last bracket in doubles
    tail = r * (0.25 - r * (0.2 - r * (1 / 6 - r * (1 / 7 - r * (0.125 - r * (1 / 9 - r * 0.1))))))
    c = _THIRD_HIGH - tail
    c, c_low = multiply(c, (_THIRD_HIGH - c - tail) + _THIRD_LOW, r, r_low)
    high = c - 0.5
    c, c_low = high, (c - (high + 0.5)) + c_low
    square, square_low = multiply(r, r_low, r, r_low)
    c, c_low = multiply(c, c_low, square, square_low)
    r, r_low = add(r, r_low, c, c_low)
    high, low = two_sum(big, r)
    return fast_two_sum(high, low + (small + r_low))


class _ExpTable(NamedTuple):
    """e**(j/64) as high + low for j = −23 … 23."""

    high: list[float]
    low: list[float]
    high_array: FloatArray
    low_array: FloatArray


@cache
def _exp_table() -> _ExpTable:
    high, low = [], []
    for j in range(-_EXP_LAST, _EXP_LAST + 1):
        value = _fixed_point.exp((j + _EXP_STEPS) * (_fixed_point.ONE // _EXP_STEPS))
        value = (value << _fixed_point.BITS) // _fixed_point.exp(_fixed_point.ONE)
        nearest = value / _fixed_point.ONE
        numerator, denominator = nearest.as_integer_ratio()
        high.append(nearest)
        low.append((value - numerator * _fixed_point.ONE // denominator) / _fixed_point.ONE)
    return _ExpTable(high, low, np.array(high), np.array(low))


def exp(a: Real, a_low: Real) -> Real:
    """e**(a + a_low) for a ≤ 0, rounded to float64: gradually to 0, ties to even."""
    log_table, table = _log_table(), _exp_table()
    if isinstance(a, float):
        if a < _FAR_BELOW:
            return 0.0
        e = math.floor(a / log_table.ln2_high + 0.5)
        r = a - e * log_table.ln2_high
        j = math.floor(r * _EXP_STEPS + 0.5)
        r = (r - j / _EXP_STEPS) + (a_low - e * log_table.ln2_low)
        value = _exp_of_reduced(r, table.high[j + _EXP_LAST], table.low[j + _EXP_LAST])
        # Two factors, the first exact: one rounding even where the result is subnormal.
        half = e >> 1
        return value * math.ldexp(1.0, half) * math.ldexp(1.0, e - half)
    a = np.maximum(a, _FAR_BELOW)
    exponent = np.floor(a / log_table.ln2_high + 0.5)
    reduced = a - exponent * log_table.ln2_high
    steps = np.floor(reduced * _EXP_STEPS + 0.5)
    reduced = (reduced - steps / _EXP_STEPS) + (a_low - exponent * log_table.ln2_low)
    index = steps.astype(np.intp) + _EXP_LAST
    values = _exp_of_reduced(reduced, table.high_array[index], table.low_array[index])
    whole = exponent.astype(np.int32)
    halves = whole >> 1
    return values * np.ldexp(1.0, halves) * np.ldexp(1.0, whole - halves)


def _exp_of_reduced(r: Real, high: Real, low: Real) -> Real:
    """(high + low) · e**r for |r| ≤ 1/128."""
    tail = 1 / 6 + r * (1 / 24 + r * (1 / 120 + r * (1 / 720 + r / 5040)))
    return high + (low + high * (r + r * r * (0.5 + r * tail)))
