"""All that the views need, derived from the state once. Everything is in nats."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass, replace
from decimal import Context, Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from core import bernoulli, curves
from core.curves import Curves
from core.state import State

if TYPE_CHECKING:
    from core.model_snapshot import ModelSnapshot

_DIGITS = Context(prec=50)


@dataclass(frozen=True)
class Optimum:
    """The values at the common optimum π̂ = k/n.

    Attributes:
        pi: π̂.
        mantissa: mantissa of the largest likelihood L(π̂).
        exponent10: its decimal exponent.
        log_likelihood: the largest log-likelihood ℓ(π̂).
        binary_cross_entropy: the smallest cross-entropy, which is the entropy H(π̂).
    """

    pi: float
    mantissa: float
    exponent10: int
    log_likelihood: float
    binary_cross_entropy: float


@dataclass(frozen=True, eq=False)
class Snapshot:
    """The state and all its numbers, never changed.

    Attributes:
        state: what all the rest is derived from.
        n: number of observations.
        k: number of ones.
        pi: the current probability of a one.
        mle: π̂ = k/n; None for n = 0.
        likelihood: L(π) in float64, with its underflow.
        likelihood_mantissa: mantissa of L(π), in [1, 10) or 0.
        likelihood_exponent10: decimal exponent of L(π).
        log_likelihood: ℓ(π), possibly −inf.
        binary_cross_entropy: −ℓ/n, possibly +inf; None for n = 0.
        score: dℓ/dπ, possibly ±inf.
        entropy: H(π̂); None for n = 0.
        kl_divergence: KL(π̂‖π), possibly +inf; None for n = 0.
        loss_of_one: −log π, the loss of one observation that is a one.
        loss_of_zero: −log(1−π), that of a zero.
        ones_log_likelihood: k log π, the ones' share of ℓ.
        zeros_log_likelihood: (n−k) log(1−π), the zeros' share of ℓ.
        ones_cross_entropy: the ones' share of the cross-entropy; None for n = 0.
        zeros_cross_entropy: the zeros' share of it; None for n = 0.
        optimum: the values at π̂; None for n = 0.
        relative_likelihood: L(π)/L(π̂); 1 for n = 0.
        likelihood_slope_relative: d(L/L(π̂))/dπ; None where it exceeds float64.
        curves: the sampled curves over ``state.interval``.
        underflowed: whether L > 0 is 0 or subnormal in float64.
        impossible: what was observed although its probability is 0 at this π: "one" (at
            π = 0), "zero" (at π = 1), or None.
        model: the numbers of the Model view; None where the state has no model.
    """

    state: State
    n: int
    k: int
    pi: float
    mle: float | None
    likelihood: float
    likelihood_mantissa: float
    likelihood_exponent10: int
    log_likelihood: float
    binary_cross_entropy: float | None
    score: float
    entropy: float | None
    kl_divergence: float | None
    loss_of_one: float
    loss_of_zero: float
    ones_log_likelihood: float
    zeros_log_likelihood: float
    ones_cross_entropy: float | None
    zeros_cross_entropy: float | None
    optimum: Optimum | None
    relative_likelihood: float
    likelihood_slope_relative: float | None
    curves: Curves
    underflowed: bool
    impossible: str | None
    model: ModelSnapshot | None = None

    @property
    def observed_information(self) -> float:
        """−d²ℓ/dπ², possibly +inf."""
        # The views of a drag do not show it: worked out when asked for.
        return bernoulli.observed_information(self.pi, self.k, self.n)

    @property
    def fisher_information(self) -> float:
        """n/(π(1−π)), possibly +inf."""
        return bernoulli.fisher_information(self.pi, self.n)

    def in_unit(self, nats: float) -> float:
        """Convert an amount of information from nats to the unit that the state asks for."""
        return nats / self.state.log_base.unit

    def log10_in_unit(self, log10_nats: Decimal) -> Decimal:
        """The same for an amount whose logarithm to base ten is known, beyond float64, too."""
        unit = _DIGITS.log10(Decimal(self.state.log_base.unit))
        return _DIGITS.subtract(log10_nats, unit)


def evaluate(state: State, previous: Snapshot | None = None) -> Snapshot:
    """Derive the snapshot of a state.

    Args:
        state: the state.
        previous: an earlier snapshot, whose curves and optimum are kept where they are
            the same still; the result does not depend on it otherwise.
    """
    n, k, pi = state.observations.n, state.observations.k, state.pi
    model = _model(state, previous)
    if previous is not None and model is not None and _differs_in_the_model_alone(state, previous):
        return replace(previous, state=state, model=model)
    if previous is not None and (previous.k, previous.n) != (k, n):
        previous = None
    optimum = _optimum(k, n) if previous is None else previous.optimum
    if previous is None or previous.state.interval != state.interval:
        sampled = curves.sample(k, n, *state.interval)
    else:
        sampled = previous.curves
    mantissa, exponent10 = bernoulli.scaled_likelihood(pi, k, n)
    likelihood = bernoulli.likelihood(pi, k, n)
    score = bernoulli.score(pi, k, n)
    divergence = bernoulli.kl_divergence(optimum.pi, pi) if optimum else None
    relative = 1.0 if divergence is None else math.exp(-n * divergence)
    loss_of_one = bernoulli.binary_cross_entropy(pi, 1, 1)
    loss_of_zero = bernoulli.binary_cross_entropy(pi, 0, 1)
    return Snapshot(
        state=state,
        n=n,
        k=k,
        pi=pi,
        mle=optimum.pi if optimum else None,
        likelihood=likelihood,
        likelihood_mantissa=mantissa,
        likelihood_exponent10=exponent10,
        log_likelihood=bernoulli.log_likelihood(pi, k, n),
        binary_cross_entropy=bernoulli.binary_cross_entropy(pi, k, n) if n else None,
        score=score,
        entropy=optimum.binary_cross_entropy if optimum else None,
        kl_divergence=divergence,
        loss_of_one=loss_of_one,
        loss_of_zero=loss_of_zero,
        ones_log_likelihood=bernoulli.log_likelihood(pi, k, k),
        zeros_log_likelihood=bernoulli.log_likelihood(pi, 0, n - k),
        ones_cross_entropy=_share(loss_of_one, k, n),
        zeros_cross_entropy=_share(loss_of_zero, n - k, n),
        optimum=optimum,
        relative_likelihood=relative,
        likelihood_slope_relative=_slope(pi, k, n, relative, score, optimum),
        curves=sampled,
        underflowed=mantissa > 0.0 and likelihood < sys.float_info.min,
        impossible=_impossible(pi, k, n),
        model=model,
    )


def _model(state: State, previous: Snapshot | None) -> ModelSnapshot | None:
    if state.model is None or state.model_look is None:
        return None
    # Who never opens the Model view need not wait for what it needs.
    from core.model_snapshot import evaluate_model

    before = previous.model if previous is not None else None
    if (
        previous is not None
        and before is not None
        and previous.state.model is state.model
        and previous.state.model_look is state.model_look
    ):
        return before
    return evaluate_model(state.model, state.model_look, before)


def _differs_in_the_model_alone(state: State, previous: Snapshot) -> bool:
    old = previous.state
    return state == replace(old, model=state.model, model_look=state.model_look)


@lru_cache(maxsize=64)
def _optimum(k: int, n: int) -> Optimum | None:
    mle = bernoulli.mle(k, n)
    if mle is None:
        return None
    mantissa, exponent10 = bernoulli.scaled_likelihood(mle, k, n)
    log_likelihood = bernoulli.log_likelihood(mle, k, n)
    return Optimum(mle, mantissa, exponent10, log_likelihood, bernoulli.entropy(mle))


def _share(loss: float, count: int, n: int) -> float | None:
    if n == 0:
        return None
    return loss * (count / n) if count else 0.0


def _impossible(pi: float, k: int, n: int) -> str | None:
    if pi == 0.0 and k > 0:
        return "one"
    if pi == 1.0 and k < n:
        return "zero"
    return None


def _slope(
    pi: float, k: int, n: int, relative: float, score: float, optimum: Optimum | None
) -> float | None:
    """d(L/L(π̂))/dπ = L/L(π̂) · score, with its limits at the poles of the score."""
    if optimum is None:
        return 0.0
    if 0 < k < n and pi == optimum.pi:
        return 0.0  # k/n is not a float64 always; the optimum drawn is flat nevertheless
    if math.isfinite(score):
        return relative * score
    if pi in {0.0, 1.0}:
        # L is π^k or (1−π)^(n−k) times 1: flat at its zero unless that zero is simple.
        if (k if pi == 0.0 else n - k) > 1:
            return 0.0
        slope = math.exp(-optimum.log_likelihood)
        return slope if pi == 0.0 else -slope
    return None
