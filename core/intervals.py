"""Intervals for π from k ones in n observations, in three ways that agree where n is large.

``level`` is the share of the time that such an interval is meant to hold π, in (0, 1); z is the
normal distribution's quantile that belongs to it, 1.96 for 0.95. All need an observation:
1 ≤ n ≤ 10¹⁵. Any other argument raises `ValueError` with its name, its value and the allowed range.
"""

import math
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from core import _arguments
from core.bernoulli import kl_divergence

# Newton's method doubles the digits: after a step this small, beside the distance to where the
# curve bends away, none is left to make.
_LAST_STEP = 1e-8


@dataclass(frozen=True)
class Interval:
    """An interval of π.

    Attributes:
        low: its lower end.
        high: its upper end.
    """

    low: float
    high: float

    @property
    def width(self) -> float:
        """From end to end."""
        return self.high - self.low


def wald(k: int, n: int, level: float) -> Interval:
    """π̂ ± z √(π̂ (1−π̂) / n): the curvature of ℓ at its top, taken for the whole of it.

    It is not clipped: beside 0 and 1 it reaches beyond them, and at k = 0 or k = n, where the
    estimated error is 0, it has no width at all.

    Raises:
        ValueError: for arguments other than the module's.
    """
    k, n, z = _checked(k, n, level)
    best = k / n
    reach = z * math.sqrt(best * ((n - k) / n) / n)
    return Interval(best - reach, best + reach)


def wilson(k: int, n: int, level: float) -> Interval:
    """Wilson's score interval, { π : |π̂ − π| ≤ z √(π (1−π) / n) }: the error as it is at π.

    It lies within [0, 1]. For k = 0 it begins at exactly 0, for k = n it ends at exactly 1.

    Raises:
        ValueError: for arguments other than the module's.
    """
    return _wilson(*_checked(k, n, level))


def likelihood_interval(k: int, n: int, level: float) -> Interval:
    """Every π that is likely enough beside π̂: { π : 2 n KL(π̂‖π) ≤ z² }.

    That is L(π) ≥ L(π̂) · exp(−z²/2), so the ends are equally likely. For k = 0 it begins at
    exactly 0 and ends at 1 − exp(−z²/2n); for k = n it ends at exactly 1. Elsewhere the ends are
    right to thirteen digits.

    Raises:
        ValueError: for arguments other than the module's.
    """
    k, n, z = _checked(k, n, level)
    if k == 0:
        return Interval(0.0, -math.expm1(-z * z / 2.0 / n))
    if k == n:
        return Interval(math.exp(-z * z / 2.0 / n), 1.0)
    start = _wilson(k, n, z)
    low = _likelihood_end(k, n, z, start.low, 0.0)
    if start.high <= 0.5:
        high = _likelihood_end(k, n, z, start.high, 1.0)
    else:  # close to 1 only the distance from 1 has all its digits
        high = 1.0 - _likelihood_end(n - k, n, z, _wilson(n - k, n, z).low, 0.0)
    return Interval(low, high)


def _wilson(k: int, n: int, z: float) -> Interval:
    # The ends are the roots of (n+z²) π² − (2k+z²) π + k²/n; nothing cancels in either.
    square = z * z
    total = 2 * k + square + z * math.sqrt(square + 4.0 * k * ((n - k) / n))
    low = 2.0 * k * (k / n) / total if k else 0.0
    high = min(total / (2.0 * (n + square)), 1.0) if k < n else 1.0
    return Interval(low, high)


def _likelihood_end(k: int, n: int, z: float, pi: float, edge: float) -> float:
    """Where 2 n KL(π̂‖π) is z² between π̂ and the edge, 0 or 1, from a π nearby; 0 < k < n."""
    best = k / n
    # Where z is so small that no float64 lies between the end and π̂, π̂ is the end.
    while (pi - best) * (edge - best) > 0.0:
        # The divergence is convex: from beyond the end each step falls short of it, and only
        # the first, from within, may lead past the edge.
        excess = 2.0 * n * kl_divergence(best, pi) - z * z
        step = excess * pi * (1.0 - pi) / (2.0 * n * (pi - best))
        if (edge - (pi - step)) * (edge - best) <= 0.0:
            pi = (pi + edge) / 2.0
            continue
        small = _LAST_STEP * min(pi, 1.0 - pi, abs(pi - best))
        pi -= step
        if abs(step) <= max(small, math.ulp(pi)):
            return pi
    return best


def _checked(k: object, n: object, level: object) -> tuple[int, int, float]:
    """Counts with n ≥ 1, and z."""
    _arguments.whole("n", n, 1, _arguments.MAX_COUNT)
    ones, total = _arguments.counts(k, n)
    if not isinstance(level, (float, int, np.floating, np.integer)) or not 0 < level < 1:
        raise ValueError(f"level must be a number in (0, 1), got {_arguments.shown(level)}")
    # By the lower tail: near 1 the upper one has lost its digits.
    return ones, total, 0.0 - NormalDist().inv_cdf((1.0 - float(level)) / 2.0)
