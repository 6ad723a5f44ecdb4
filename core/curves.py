"""Where to sample the curves over π, and the sampled curves with their parts."""

import math
from dataclasses import dataclass
from functools import cached_property, lru_cache

import numpy as np

from core import _arguments
from core._double_double import FloatArray
from core._near_optimum import log_likelihood_drop
from core.bernoulli import binary_cross_entropy

VISIBLE_NATS = 1.6
"""How far above its lowest point the cross-entropy is drawn."""

_TOLERANCE = 8e-4  # of the visible height, between a curve and its chord
_ROUNDS = 14
_FINEST = 1e-6  # of the interval: a cross-entropy steeper than this is a vertical line
_PEAK_SIGMAS = 5.0
_BOUNDARY_WIDTHS = 10.0

_UNIFORM = np.linspace(0.0, 1.0, 33)
_GEOMETRIC = 0.5 ** np.arange(6.0, 22.0, 2.0)
_SIDE = np.concatenate((np.arange(0.5, 4.0, 0.5), np.arange(4.0, 12.1, 1.0)))
_SIGMAS = np.concatenate((-_SIDE, _SIDE))


@dataclass(frozen=True, eq=False)
class Curves:
    """The curves over π, sampled where they bend.

    Straight lines between the points leave no curve by more than about a thousandth of
    its visible height; 100 to 300 points do. All arrays have the shape of ``pi`` and are
    read-only.

    Attributes:
        k: number of ones.
        n: number of observations.
        low: lower end of the interval.
        high: upper end of the interval.
        pi: strictly increasing from ``low`` to ``high``, with π̂ if it lies inside.
        relative_likelihood: L(π)/L(π̂) in [0, 1], exactly 1 at π̂; ones for n = 0.
        log_likelihood: ℓ(π) in nats, −inf where L is 0.
        log_likelihood_drop: ℓ(π) − ℓ(π̂) = −n KL(π̂‖π), exactly 0 at π̂; it keeps its
            digits where those of ℓ are used up.
        ones_log_likelihood: k log π.
        zeros_log_likelihood: (n−k) log(1−π).
    """

    k: int
    n: int
    low: float
    high: float
    pi: FloatArray
    relative_likelihood: FloatArray
    log_likelihood: FloatArray
    log_likelihood_drop: FloatArray
    ones_log_likelihood: FloatArray
    zeros_log_likelihood: FloatArray

    @cached_property
    def binary_cross_entropy(self) -> FloatArray | None:
        """−ℓ/n in nats, +inf where L is 0; None for n = 0."""
        return self._per_observation(self.log_likelihood)

    @cached_property
    def ones_cross_entropy(self) -> FloatArray | None:
        """The ones' part of the cross-entropy, −(k/n) log π; None for n = 0."""
        return self._per_observation(self.ones_log_likelihood)

    @cached_property
    def zeros_cross_entropy(self) -> FloatArray | None:
        """The zeros' part of the cross-entropy, −(1−k/n) log(1−π); None for n = 0."""
        return self._per_observation(self.zeros_log_likelihood)

    def _per_observation(self, values: FloatArray) -> FloatArray | None:
        return _frozen(values / -self.n + 0.0) if self.n else None


def sample(k: int, n: int, low: float = 0.0, high: float = 1.0) -> Curves:
    """Sample the curves of k ones in n observations over the interval [low, high] of π.

    Raises:
        ValueError: unless 0 ≤ k ≤ n ≤ 10**15 and 0 ≤ low < high ≤ 1.
    """
    k, n = _arguments.counts(k, n)
    return _sample(k, n, *_arguments.interval("(low, high)", (low, high)))


@lru_cache(maxsize=64)
def _sample(k: int, n: int, low: float, high: float) -> Curves:
    # Undone, redone, toggled back, shuffled: the same counts come again, and so do their curves.
    with np.errstate(all="ignore"):
        seeds = _seeds(k, n, low, high)
        if n:
            pi, drop = _refine(seeds, k, n)
            drop[pi == k / n] = 0.0
        else:
            pi, drop = seeds, np.zeros_like(seeds)
        ones = k * np.log(pi) if k else np.zeros_like(pi)
        zeros = (n - k) * np.log1p(-pi) if k < n else np.zeros_like(pi)
        arrays = (pi, np.exp(drop), ones + zeros, drop, ones, zeros)
    return Curves(k, n, low, high, *map(_frozen, arrays))


def visible_cross_entropy(
    k: int, n: int, low: float = 0.0, high: float = 1.0
) -> tuple[float, float]:
    """Lowest and highest cross-entropy to draw over [low, high], in nats.

    It spans the curve inside the interval, but at most 1.6 nats from its lowest point.
    For n = 0, without a curve, it is (0, 1.6).

    Raises:
        ValueError: unless 0 ≤ k ≤ n ≤ 10**15 and 0 ≤ low < high ≤ 1.
    """
    k, n = _arguments.counts(k, n)
    low, high = _arguments.interval("(low, high)", (low, high))
    if n == 0:
        return 0.0, VISIBLE_NATS
    bottom = binary_cross_entropy(min(max(k / n, low), high), k, n)
    ends = binary_cross_entropy(low, k, n), binary_cross_entropy(high, k, n)
    return bottom, min(max(ends), bottom + VISIBLE_NATS)


def peak_interval(k: int, n: int) -> tuple[float, float]:
    """The interval of π worth zooming to: π̂ and five standard errors on either side.

    At the boundary, where the standard error is 0, it is 10/n wide; for n = 0 it is
    (0, 1).

    Raises:
        ValueError: unless 0 ≤ k ≤ n ≤ 10**15.
    """
    k, n = _arguments.counts(k, n)
    if n == 0:
        return 0.0, 1.0
    reach = _PEAK_SIGMAS * _standard_error(k, n) if 0 < k < n else _BOUNDARY_WIDTHS / n
    return max(k / n - reach, 0.0), min(k / n + reach, 1.0)


def _standard_error(k: int, n: int) -> float:
    return math.sqrt(k / n * ((n - k) / n) / n)


def _seeds(k: int, n: int, low: float, high: float) -> FloatArray:
    """Points from low to high, close together where the curves may bend."""
    width = high - low
    parts = [low + width * _UNIFORM, low + width * _GEOMETRIC, high - width * _GEOMETRIC]
    if n:
        # At the boundary the standard error is 0 and the peak about 1/n wide.
        scale = max(_standard_error(k, n), 1.0 / n)
        parts += [np.array([k / n]), k / n + scale * _SIGMAS]
    points = np.concatenate(parts)
    # Sorted by hand: np.unique would import numpy.ma, which nothing else here needs.
    points = np.sort(points[(points >= low) & (points <= high)])
    points = points[np.concatenate(([True], points[1:] > points[:-1]))]
    points[0], points[-1] = low, high
    return points


def _refine(seeds: FloatArray, k: int, n: int) -> tuple[FloatArray, FloatArray]:
    """Bisect the intervals on which a curve leaves its chord; return π and the drop."""
    drop = log_likelihood_drop(seeds, k, n)
    best = float(drop.max())
    top = min(VISIBLE_NATS, (best - min(float(drop[0]), float(drop[-1]))) / n)
    finest = _FINEST * (seeds[-1] - seeds[0])
    points, drops = [seeds], [drop]
    left, right, left_drop, right_drop = seeds[:-1], seeds[1:], drop[:-1], drop[1:]
    for _ in range(_ROUNDS):
        middle = 0.5 * (left + right)
        middle_drop = log_likelihood_drop(middle, k, n)
        # The likelihood relative to the highest in the interval, the cross-entropy above
        # the lowest: each in units of its visible height.
        bend = np.abs(
            np.exp(middle_drop - best)
            - 0.5 * (np.exp(left_drop - best) + np.exp(right_drop - best))
        )
        # Where both ends of an interval lie above what is visible, so does all between.
        lower = (best - np.maximum(left_drop, right_drop)) / n
        sag = np.abs(middle_drop - 0.5 * (left_drop + right_drop)) / n / top
        sag = np.where((lower < top) & (right - left > finest), sag, 0.0)
        deviation = np.where((left < middle) & (middle < right), np.maximum(bend, sag), 0.0)
        chosen = np.flatnonzero(deviation > _TOLERANCE)
        if chosen.size == 0:
            break
        middle, middle_drop = middle[chosen], middle_drop[chosen]
        points.append(middle)
        drops.append(middle_drop)
        left = np.concatenate((left[chosen], middle))
        right = np.concatenate((middle, right[chosen]))
        left_drop = np.concatenate((left_drop[chosen], middle_drop))
        right_drop = np.concatenate((middle_drop, right_drop[chosen]))
    pi = np.concatenate(points)
    order = np.argsort(pi)
    return pi[order], np.concatenate(drops)[order]


def _frozen(array: FloatArray) -> FloatArray:
    array.flags.writeable = False
    return array
