"""What the likelihood weighs over all π: its integral from 0 to 1, the evidence.

It is ∫₀¹ π^k (1−π)^(n−k) dπ = k! (n−k)! / (n+1)! = 1 / ((n+1) · C(n, k)): the probability of one
ordered sequence with k ones in n, for someone to whom every π was equally probable.
"""

import math
from fractions import Fraction

from core import _arguments, _fixed_point

MOST_DIGITS = 40
"""The longest integer that `inverse_integral` gives."""

_EXACT_UP_TO = 1024  # ones, or zeros: C(n, k) is an integer of at most 43,000 bits
_NEVER_SO_FEW_DIGITS = 70  # C(140, 70) alone has 41 digits
# ln x! = (x + ½) ln x − x + ½ ln 2π + Σ cⱼ / x^(2j−1), cⱼ = B₂ⱼ / (2j (2j−1)): from x = 1025 on
# eight terms leave less than the fixed point's own rounding of x ln x.
_HALF_LN_TWO_PI = (
    918938533204672741780329736405617639861397473637783412817152 * _fixed_point.ONE // 10**60
)
_STIRLING = (
    Fraction(1, 12),
    Fraction(-1, 360),
    Fraction(1, 1260),
    Fraction(-1, 1680),
    Fraction(1, 1188),
    Fraction(-691, 360360),
    Fraction(1, 156),
    Fraction(-3617, 122400),
)


def likelihood_integral(k: int, n: int) -> tuple[float, int]:
    """∫₀¹ L dπ as (mantissa, exponent10), by `bernoulli.scaled_likelihood`'s rule.

    The mantissa is in [1, 10) and correctly rounded, however small the integral is: from the exact
    integer or by Stirling's series it is worked out to 37 digits. For n = 0 the integral is 1.

    Raises:
        ValueError: unless 0 ≤ k ≤ n ≤ 10**15.
    """
    k, n = _arguments.counts(k, n)
    fewer = min(k, n - k)
    if fewer <= _EXACT_UP_TO:
        log_inverse = _fixed_point.ln((n + 1) * math.comb(n, fewer), 0)
    else:
        arrangements = _ln_factorial(n) - _ln_factorial(k) - _ln_factorial(n - k)
        log_inverse = _fixed_point.ln(n + 1, 0) + arrangements
    exponent, rest = divmod(-log_inverse, _fixed_point.ln_ten())
    mantissa = _fixed_point.exp(rest) / _fixed_point.ONE
    return (mantissa, exponent) if mantissa < 10.0 else (1.0, exponent + 1)


def inverse_integral(k: int, n: int) -> int | None:
    """1 / ∫₀¹ L dπ, the integer (n+1) · C(n, k); None where it has more than 40 digits.

    Raises:
        ValueError: unless 0 ≤ k ≤ n ≤ 10**15.
    """
    k, n = _arguments.counts(k, n)
    fewer = min(k, n - k)
    if fewer >= _NEVER_SO_FEW_DIGITS:
        return None
    inverse = (n + 1) * math.comb(n, fewer)
    return inverse if inverse < 10**MOST_DIGITS else None


def _ln_factorial(x: int) -> int:
    """ln x! in fixed point, for x > 1024."""
    log, one = _fixed_point.ln(x, 0), _fixed_point.ONE
    total = x * log + (log >> 1) - x * one + _HALF_LN_TWO_PI
    power = x
    for term in _STIRLING:
        total += one * term.numerator // (term.denominator * power)
        power *= x * x
    return total
