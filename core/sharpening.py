"""How the likelihood grows sharper while the observations come: the numbers at each step."""

import math
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from core import _arguments, bernoulli, curves
from core._double_double import FloatArray
from core._near_optimum import log_likelihood_drop
from core.intervals import Interval, likelihood_interval
from core.observations import MAX_SEQUENCE, Observations

SHARE = 8
"""The interval shown is where L/L(π̂) is at least 1/SHARE."""
LEVEL = math.erf(math.sqrt(math.log(SHARE)))
"""The level of confidence that belongs to it: exp(−z²/2) = 1/SHARE."""

_STEPS = (1, 2, 5)
_MOST_GHOSTS = 7
_STEEP_POINTS = 40


@dataclass(frozen=True)
class Sharpness:
    """How sharp the likelihood of k ones in n observations is.

    Attributes:
        k: number of ones.
        n: number of observations.
        mle: π̂ = k/n; None for n = 0.
        log_likelihood: ℓ(π̂), the largest; 0 for n = 0.
        curvature: −ℓ″(π̂), the observed information at the top; None for n = 0.
        interval: where L/L(π̂) ≥ 1/SHARE; (0, 1) for n = 0.
    """

    k: int
    n: int
    mle: float | None
    log_likelihood: float
    curvature: float | None
    interval: Interval


def sharpness(k: int, n: int) -> Sharpness:
    """Work out how sharp the likelihood is.

    Raises:
        ValueError: unless 0 ≤ k ≤ n ≤ 10**15.
    """
    best = bernoulli.mle(k, n)
    if best is None:
        return Sharpness(k, n, None, 0.0, None, Interval(0.0, 1.0))
    return Sharpness(
        k,
        n,
        best,
        bernoulli.log_likelihood(best, k, n),
        bernoulli.observed_information(best, k, n),
        likelihood_interval(k, n, LEVEL),
    )


@lru_cache(maxsize=64)
def drop_curve(
    k: int, n: int, low: float = 0.0, high: float = 1.0
) -> tuple[FloatArray, FloatArray]:
    """ℓ(π) − ℓ(π̂) over [low, high], also where it is steep, and the π at which it is.

    `core.curves` samples what a plot of the cross-entropy shows; of a few observations far more
    of the curve is seen here.

    Raises:
        ValueError: unless 0 ≤ k ≤ n ≤ 10**15 and 0 ≤ low < high ≤ 1.
    """
    sampled = curves.sample(k, n, low, high)
    if not n:
        return sampled.pi, sampled.log_likelihood_drop
    steep = (high - low) * np.geomspace(1e-4, 0.25, _STEEP_POINTS)
    pi = np.unique(np.concatenate((sampled.pi, low + steep, high - steep)))
    with np.errstate(all="ignore"):
        drop = log_likelihood_drop(pi, k, n)
    drop[pi == k / n] = 0.0
    # The same ones are asked for in each frame of a replay.
    pi.flags.writeable = drop.flags.writeable = False
    return pi, drop


def ones_of_first(observations: Observations, m: int) -> int:
    """How many of the first m observations are ones.

    Raises:
        IndexError: unless 0 ≤ m ≤ n.
        ValueError: of counts alone, unless m is all or none of them.
    """
    return observations.k if m == observations.n else observations.prefix(m).k if m else 0


def earlier(m: int) -> list[int]:
    """The round numbers 1, 2, 5, 10, … below m whose curves stay as ghosts: the last seven.

    Raises:
        ValueError: if m is negative.
    """
    m = _arguments.whole("m", m, 0, _arguments.MAX_COUNT)
    found: list[int] = []
    power = 1
    while power < m:
        found += [step * power for step in _STEPS if step * power < m]
        power *= 10
    return found[-_MOST_GHOSTS:]


def can_double(observations: Observations) -> bool:
    """Whether there is something to double, and room for it."""
    most = MAX_SEQUENCE if observations.has_sequence else _arguments.MAX_COUNT
    return 0 < 2 * observations.n <= most
