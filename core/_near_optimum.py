"""How far the log-likelihood lies below its maximum, without cancellation."""

import numpy as np

from core import _double_double as dd
from core._double_double import FloatArray, Real

_SMALL = 0.01


def excess(u: Real) -> Real:
    """u − log(1+u) = u²/2 − u³/3 + …, for |u| < 0.01."""
    tail = 0.25 - u * (0.2 - u * (1 / 6 - u * (1 / 7 - u * (0.125 - u / 9))))
    return u * u * (0.5 - u * (1 / 3 - u * tail))


def log_likelihood_drop(pi: FloatArray, k: int, n: int) -> FloatArray:
    """ℓ(π) − ℓ(k/n) for n > 0, right to twelve digits however small it is.

    With u = (nπ−k)/k and v = −(nπ−k)/(n−k) it is −k·g(u) − (n−k)·g(v), where
    g(x) = x − log(1+x) ≥ 0. Callers silence numpy: log 0 = −∞ is meant.
    """
    if k == 0:
        return n * np.log1p(-pi)
    if k == n:
        return n * np.log(pi)
    product, product_low = dd.two_prod(pi, float(n))
    distance = (product - k) + product_low
    ones = k * _any_excess(distance / k, pi * (n / k))
    zeros = (n - k) * _any_excess(distance / (k - n), (1.0 - pi) * (n / (n - k)))
    return -(ones + zeros)


def _any_excess(u: FloatArray, one_plus_u: FloatArray) -> FloatArray:
    return np.where(np.abs(u) < _SMALL, excess(u), u - np.log(one_plus_u))
