"""The parabola that Wald's interval takes for the log-likelihood."""

import math
from statistics import NormalDist

import numpy as np
from numpy.typing import NDArray

from core import _arguments
from core.bernoulli import observed_information


def curvature(k: int, n: int) -> float:
    """−ℓ″(π̂) = n / (π̂ (1−π̂)), the curvature of −ℓ at its lowest; inf at k = 0 and k = n.

    There the estimated error is 0 and the parabola has no width, although −ℓ itself is not bent
    that much: its slope at the edge is not 0. At π̂ the observed and the Fisher information agree.

    Raises:
        ValueError: unless 0 ≤ k ≤ n ≤ 10**15 and n ≥ 1.
    """
    k, n = _arguments.counts(k, n)
    _arguments.whole("n", n, 1, _arguments.MAX_COUNT)
    return observed_information(k / n, k, n) if 0 < k < n else math.inf


def parabola(
    k: int, n: int, drop: float, points: int = 201
) -> tuple[NDArray[np.float64], NDArray[np.float64]] | None:
    """−(π − π̂)² · curvature / 2, which has the height and the curvature of ℓ − ℓ(π̂) at π̂.

    Args:
        k: number of ones.
        n: number of observations, at least 1.
        drop: how far down it is drawn, in nats, above 0.
        points: how many.

    Returns:
        π, which may leave [0, 1], and the height in nats; None where it has no width.
    """
    bend = curvature(k, n)
    if math.isinf(bend):
        return None
    steps = np.linspace(-1.0, 1.0, points)
    return k / n + math.sqrt(2.0 * drop / bend) * steps, -drop * steps * steps


def level_drop(level: float) -> float:
    """z²/2: how far ℓ falls from its top to the ends of the interval of this level, in nats.

    Raises:
        ValueError: unless 0 < level < 1.
    """
    level = _arguments.scalar_probability("level", level)
    if not 0.0 < level < 1.0:
        raise ValueError(f"level must be a number in (0, 1), got {level}")
    z = NormalDist().inv_cdf((1.0 - level) / 2.0)
    return z * z / 2.0
