"""The loss beside the edge of [0, 1], over decades of the distance to it.

The distance d of π from the edge is counted as x = −log₁₀ d: at x = 5 a probability is 10⁻⁵, or
1 − 10⁻⁵. The outcome is the one that becomes impossible at the edge: a one at π → 0, a zero at
π → 1.
"""

import math
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from core.edge_rules import Rule

FARTHEST = 50.0
"""The largest x of a curve."""

_STEP = 0.1
# Libraries that reckon in float32 have seven digits; what they round is no rule of theirs.
_SAME = 1e-5


def distance(pi: float, *, at_one: bool) -> float:
    """−log₁₀ of the distance of π from 1, or from 0; inf at the edge."""
    from_edge = 1.0 - pi if at_one else pi
    return 0.0 - math.log10(from_edge) if from_edge else math.inf


def pi_at(x: float, *, at_one: bool) -> float:
    """The π that stands x decades from the edge, to two digits of its distance."""
    from_edge = min(1.0, float(f"{10.0**-x:.1e}"))
    return 1.0 - from_edge if at_one else from_edge


@lru_cache(maxsize=32)
def edge_curve(rule: Rule, *, at_one: bool) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """What a rule makes of the loss: x from 0 to `FARTHEST`, and the loss in nats, inf or finite.

    π is a float64 first of all: above 1 − 10⁻¹⁶ there is none but 1 itself.
    """
    x = np.round(np.arange(0.0, FARTHEST + _STEP / 2, _STEP), 1)
    outcome = 0 if at_one else 1
    distances = [float(f"1e{-one:g}") if one == int(one) else 10.0**-one for one in x.tolist()]
    return x, np.array([rule.loss(outcome, 1.0 - d if at_one else d) for d in distances])


@lru_cache(maxsize=1)
def true_curve() -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The loss itself, −log d = x · log 10, whatever numbers a machine has."""
    x = np.array([0.0, FARTHEST])
    return x, x * math.log(10.0)


def differs(value: float, exact: float) -> bool:
    """Whether a loss is another than the exact one, by more than float32 rounds."""
    if math.isinf(value) or math.isinf(exact):
        return value != exact
    return abs(value - exact) > _SAME * abs(exact)
