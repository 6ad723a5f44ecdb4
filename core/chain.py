"""From the likelihood to the cross-entropy in four steps, none of which moves the optimum.

The chain is L → log L → −log L → −(log L)/n, its first step the product that makes L out of the
empty product 1. Each step can be off (0), on (1), or anywhere between, so that it can be watched
while it is made. Every curve on the way is a strictly monotone function of L: where L is highest,
it is highest, and lowest once the sign has turned.

With the product on the way to p, the likelihood is M = L^p, whose logarithm is p ℓ. With the
logarithm on the way to t, and λ = 1−t, the curve is

    a (r^λ − 1)/λ + b,    r = M(π)/M(π̂),    a = M(π̂)^λ,    b = λ M(π̂) + t log M(π̂):

the Box-Cox transform of r, whose limit at λ = 0 is log r, on a scale a that goes geometrically and
with an optimum b that goes linearly from those of M to those of log M. The sign's factor is 1−2m,
so that half-way the curve is flat; the mean's is n^(−m).
"""

from dataclasses import dataclass, fields
from typing import Literal

import numpy as np

from core import _arguments, bernoulli
from core._arguments import Probability
from core.bernoulli import FloatArray

RELATIVE_BELOW_EXPONENT10 = -290
"""Where L(π̂) has a lower decimal exponent, float64 has no room for the curve of L."""


@dataclass(frozen=True)
class Chain:
    """How far each step has been made: 0 for off, 1 for on.

    Attributes:
        product: from 1 to L.
        log: from L to ℓ = log L.
        minus: from the curve to its negative.
        mean: from the sum over the observations to their mean.

    Raises:
        ValueError: if one is not in [0, 1].
    """

    product: float = 1.0
    log: float = 1.0
    minus: float = 1.0
    mean: float = 1.0

    def __post_init__(self) -> None:
        """Check the four."""
        for field in fields(self):
            _arguments.scalar_probability(field.name, getattr(self, field.name))


def needs_relative(k: int, n: int) -> bool:
    """Whether L(π̂) is below 10⁻²⁹⁰: then `chain_curve` begins at L/L(π̂), asked to or not.

    Raises:
        ValueError: unless 0 ≤ k ≤ n ≤ 10**15.
    """
    best = bernoulli.mle(k, n)
    if best is None:
        return False
    return bernoulli.scaled_likelihood(best, k, n)[1] < RELATIVE_BELOW_EXPONENT10


def chain_curve(
    pi: Probability,
    k: int,
    n: int,
    steps: Chain,
    *,
    relative: bool = False,
    difference: bool = False,
) -> Probability:
    """The curve over π, in the units of the step it has come to.

    With every step off or on it is exactly L, ℓ, −ℓ and −ℓ/n. Only with the logarithm wholly on
    is it infinite at an impossible π; on the way there it ends at −a/λ + b. For n = 0 it is
    constant, and the mean changes nothing.

    Args:
        pi: probability of a one, a number or an array.
        k: number of ones.
        n: number of observations.
        steps: how far the chain has come.
        relative: begin at L/L(π̂) instead of L; `needs_relative` says where that is done anyway.
        difference: end at ℓ − ℓ(π̂) instead of ℓ, which keeps its digits where n is huge.

    Raises:
        ValueError: for arguments other than the module `core.bernoulli`'s.
    """
    p = _arguments.probability("pi", pi)
    k, n = _arguments.counts(k, n)
    relative = relative or needs_relative(k, n)
    with np.errstate(under="ignore"):
        values = _logged(np.asarray(p), k, n, steps, relative, difference)
        sign = 1.0 - 2.0 * steps.minus
        # −∞ · 0 is nan, but half-way between two signs the curve is flat.
        values = values * sign if sign else np.zeros_like(values)
        values = values / float(max(n, 1)) ** steps.mean + 0.0
    return float(values) if isinstance(p, float) else np.asarray(values)


def extremum(steps: Chain) -> Literal["max", "min"] | None:
    """Whether the optimum is the curve's maximum or its minimum; None where the curve is flat."""
    if steps.product == 0.0 or steps.minus == 0.5:
        return None
    return "max" if steps.minus < 0.5 else "min"


def _logged(
    pi: FloatArray, k: int, n: int, steps: Chain, relative: bool, difference: bool
) -> FloatArray:
    """The curve after the product and the logarithm."""
    best = bernoulli.mle(k, n)
    share, rest = steps.product, 1.0 - steps.log
    if best is None or share == 0.0:
        return np.full_like(pi, rest)
    drop = share * (-n * bernoulli.kl_divergence(best, pi))
    log_best = share * bernoulli.log_likelihood(best, k, n)
    if steps.log == 1.0:
        return drop if difference else share * bernoulli.log_likelihood(pi, k, n)
    if steps.log == 0.0:
        if relative:
            return np.asarray(np.exp(drop))
        if share == 1.0:
            return bernoulli.likelihood(pi, k, n)
        return np.asarray(np.exp(share * bernoulli.log_likelihood(pi, k, n)))
    log_top = 0.0 if relative else log_best
    scale, transform = np.exp(rest * log_top), np.expm1(rest * drop) / rest
    top = rest * np.exp(log_top) + (0.0 if difference else steps.log * log_best)
    return np.asarray(scale * transform + top)
