"""The w and b of a fit where they are 0, or so near to it that nothing but rounding is left.

A fit is right to rounding in its logits: of a w that changes none of them by more than that, no
digit is right, and a w that is 0 is as good as never found to be just 0. Two laws say more:

- Near w = 0 the slope of the loss is a straight line, which a sum without rounding gives in full:
  at w = 0 and the best b for it, log(k/(n−k)), it is k/n·Σx − Σ(x of the ones), over n. So w is 0
  if, and only if, the ones have the same mean x as the zeros. That x = 0.1, 0.2, 0.3 are not quite
  what was written must not tell: their shortest decimals count where those balance.
- Data that are their own mirror image, (x, y) with (−x, 1−y), have b = 0.
"""

from __future__ import annotations

import math
from fractions import Fraction

import numpy as np

from core._logistic_fit import Truths
from core._logits import FloatArray

_FLAT = 1e-12  # logits that differ by less: what is not straight in the slope is its square
_NEAR = 1e-12  # a b that is 0 is found to be 0 but for so much of what it is a difference of
_FAR = 1e290  # of larger x no sum is tried
_WRITTEN = 10_000  # so many x at most may have been written by hand


def mended(x: FloatArray, ones: Truths, w: float, b: float) -> tuple[float, float]:
    """The same w and b, or, where only rounding tells them from 0, better ones.

    Args:
        x: finite; (n,).
        ones: where y is 1; (n,). The data have a minimum.
        w: the weight that was found.
        b: the bias that was found.
    """
    low, high = float(x.min()), float(x.max())
    largest = max(high, -low)
    if largest > _FAR:
        return w, b
    if abs(w) * (high - low) <= _FLAT:
        return _flat(x, ones) or (w, b)
    if abs(b) <= _NEAR * (1.0 + abs(w) * largest) and _is_its_mirror(x, ones):
        return w, 0.0
    return w, b


def _flat(x: FloatArray, ones: Truths) -> tuple[float, float] | None:
    """One Newton step from w = 0 and the best b for it, its slope without rounding.

    None where no float64 can hold w.
    """
    n, k = x.size, int(np.count_nonzero(ones))
    upper, total = _exact_sum(x[ones]), _exact_sum(x)
    odds = math.log(k / (n - k))
    slope = total * k - upper * n  # n² times that of the loss
    if not slope or _balance_as_written(x, ones):
        return 0.0, odds
    mean = total / n
    d = x - float(mean)
    exponent = math.frexp(float(np.abs(d).max()))[1]
    d = np.ldexp(d, -exponent)
    d -= d.mean()
    spread = Fraction(float(np.mean(d * d))) * Fraction(4) ** exponent
    try:
        w = float(-slope / (k * (n - k) * spread))
    except OverflowError:
        return None
    return w, float(Fraction(odds) - Fraction(w) * mean)


def _balance_as_written(x: FloatArray, ones: Truths) -> bool:
    if x.size > _WRITTEN:
        return False
    upper, lower = (
        sum((Fraction(repr(one)) for one in part.tolist()), Fraction(0))
        for part in (x[ones], x[~ones])
    )
    k = int(np.count_nonzero(ones))
    return upper * (x.size - k) == lower * k


def _exact_sum(x: FloatArray) -> Fraction:
    """The sum without any rounding: what `math.fsum` rounds off is summed up in its turn."""
    rest, total = x.tolist(), Fraction(0)
    while part := math.fsum(rest):
        total += Fraction(part)
        rest.append(-part)
    return total


def _is_its_mirror(x: FloatArray, ones: Truths) -> bool:
    upper, lower = np.sort(x[ones]), np.sort(-x[~ones])
    return upper.size == lower.size and bool((upper == lower).all())
