"""The value of the curve that the chain L → log → ×(−1) → ×1/n has come to, in full digits."""

from __future__ import annotations

import math
from decimal import Context, Decimal
from typing import NamedTuple

_DIGITS = Context(prec=40)
_BELOW_TEN = math.nextafter(10.0, 0.0)


class Value(NamedTuple):
    """mantissa · 10**exponent10.

    Before the logarithm 1 ≤ |mantissa| < 10 or it is 0, as `core.scientific.format_scaled` wants
    it; after it the exponent is 0 and the mantissa is the value, possibly infinite.
    """

    mantissa: float
    exponent10: int


def chain_value(
    likelihood: tuple[float, int],
    log_likelihood: float,
    n: int,
    steps: tuple[bool, bool, bool, bool],
) -> Value:
    """The value where L and ℓ are known, with each of the four steps on or off.

    Args:
        likelihood: L as `core.bernoulli.scaled_likelihood` gives it: mantissa and exponent.
        log_likelihood: ℓ, possibly −inf.
        n: number of observations; for none, the mean changes nothing.
        steps: whether the product, the logarithm, the sign and the mean are on. Without the
            product L is the empty product 1.
    """
    product, log, minus, mean = steps
    mantissa, exponent10 = likelihood if product else (1.0, 0)
    if log:
        mantissa, exponent10 = log_likelihood if product else 0.0, 0
    if mean and n > 1:
        if log:
            mantissa /= n
        elif mantissa:
            quotient = _DIGITS.divide(Decimal(mantissa), Decimal(n))
            shift = quotient.adjusted()
            # The nearest float64 below ten must not become ten.
            mantissa = min(float(quotient.scaleb(-shift)), _BELOW_TEN)
            exponent10 += shift
    # Zero has no sign.
    return Value(-mantissa if minus and mantissa else mantissa, exponent10)
