"""Logarithm and exponential on Python integers, to 192 bits after the point.

A value v is held as the integer ``round(v · 2**BITS)``. That is precise enough for the
decimal digits of ``exp(−7·10¹⁷)``: 60 bits before the point of the exponent, and still
more than 120 behind it. Integers are also far faster here than `decimal`.
"""

from functools import cache

BITS = 192
ONE = 1 << BITS

_HALVINGS = 8


def _atanh(z: int) -> int:
    """Artanh of a fixed-point number, |z| ≤ 2**-8, by its power series."""
    square = z * z >> BITS
    total, power, divisor = z, z, 1
    while power:
        # Floor division and shifts stop at −1, never at 0, for a negative power.
        power = power * square >> BITS if power > 0 else -(-power * square >> BITS)
        divisor += 2
        total += power // divisor
    return total


@cache
def _ln_table() -> tuple[int, ...]:
    """ln(j/256) for j = 128 … 256, as one chain downwards from ln 1 = 0."""
    values = [0]
    for j in range(255, 127, -1):
        values.append(values[-1] - 2 * _atanh(ONE // (2 * j + 1)))
    return tuple(reversed(values))


def ln(mantissa: int, exponent: int) -> int:
    """Return ln(mantissa · 2**exponent) in fixed point, for a positive mantissa."""
    length = mantissa.bit_length()
    shift = BITS - length
    fraction = mantissa << shift if shift >= 0 else mantissa >> -shift
    j = (fraction + (1 << BITS - 9)) >> BITS - 8
    nearest = j << BITS - 8
    z = ((fraction - nearest) << BITS) // (fraction + nearest)
    table = _ln_table()
    return (exponent + length) * -table[0] + table[j - 128] + 2 * _atanh(z)


@cache
def ln_ten() -> int:
    """Return ln 10 in fixed point."""
    return ln(10, 0)


def exp(x: int) -> int:
    """Return e**x in fixed point, for 0 ≤ x < 4."""
    small = x >> _HALVINGS
    total, term, divisor = ONE + small, small, 1
    while term:
        divisor += 1
        term = (term * small >> BITS) // divisor
        total += term
    for _ in range(_HALVINGS):
        total = total * total >> BITS
    return total
