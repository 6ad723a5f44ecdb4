"""How good a guess of π̂ is, as the data see it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from core import _arguments, bernoulli

GRADES = ("exact", "close", "near", "far")
"""From the best to the worst."""

STEADY_HAND = 0.005
"""A guess this near to π̂ is exact however many observations there are: half a step of the keys."""

# The log-likelihood lost, in nats. A fifth of a standard error away, one standard error, and the
# edge of the interval that holds the true π in 95 of 100 repetitions: z²/2 of a normal z.
_EXACT, _CLOSE, _NEAR = 0.02, 0.5, 1.92


@dataclass(frozen=True)
class Score:
    """A guess beside the optimum.

    Attributes:
        guess: the guessed π̂.
        best: π̂ = k/n.
        distance: |guess − π̂|.
        lost: ℓ(π̂) − ℓ(guess) = n KL(π̂‖guess) in nats, possibly +inf.
        ratio: L(guess)/L(π̂) = e^(−lost).
        grade: one of `GRADES`.
    """

    guess: float
    best: float
    distance: float
    lost: float
    ratio: float
    grade: str


def score(guess: float, k: int, n: int) -> Score | None:
    """How far a guess is from π̂, and how much likelihood it gives away.

    The grade follows the likelihood, so that few observations forgive more than many do.

    Args:
        guess: the guessed π̂, a probability.
        k: number of ones.
        n: number of observations.

    Returns:
        the score; None for n = 0, where no guess is better than another.

    Raises:
        ValueError: for arguments other than the module `core.bernoulli`'s.
    """
    guess = _arguments.scalar_probability("guess", guess)
    best = bernoulli.mle(k, n)
    if best is None:
        return None
    lost = n * bernoulli.kl_divergence(best, guess)
    distance = abs(guess - best)
    return Score(guess, best, distance, lost, math.exp(-lost), _grade(lost, distance))


def _grade(lost: float, distance: float) -> str:
    if lost <= _EXACT or (distance <= STEADY_HAND and lost < math.inf):
        return "exact"
    if lost <= _CLOSE:
        return "close"
    return "near" if lost <= _NEAR else "far"


def best_try(tries: Sequence[float], k: int, n: int) -> int | None:
    """The place of the try with the highest log-likelihood, the first of several.

    Returns:
        its index; None where nothing was tried, or every try makes the data impossible, or there
        are no data.

    Raises:
        ValueError: for arguments other than the module `core.bernoulli`'s.
    """
    k, n = _arguments.counts(k, n)
    heights = [bernoulli.log_likelihood(pi, k, n) for pi in tries]
    highest = max(heights, default=-math.inf)
    return heights.index(highest) if n and highest > -math.inf else None
