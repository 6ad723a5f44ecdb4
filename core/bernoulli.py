"""The Bernoulli distribution and what n observations say about its parameter π.

Throughout, ``pi`` is the probability of a one: a number in [0, 1], or a numpy array of
them, which gives an array of the same shape. ``k`` is the number of ones among ``n``
observations, 0 ≤ k ≤ n ≤ 10¹⁵. Logarithms are natural, so entropies are in nats, and
0 · log 0 counts as 0. Any other argument raises `ValueError` with its name, its value
and the allowed range.

Every result is right to two units in the last place: logarithms and sums are carried in
pairs of doubles and rounded once. A result beyond float64 is ``inf``.
"""

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeAlias, overload

import numpy as np
from numpy.typing import NDArray

from core import _arguments, _fixed_point
from core import _double_double as dd
from core._arguments import Probability
from core._double_double import Real
from core._near_optimum import excess

FloatArray: TypeAlias = NDArray[np.float64]
Outcomes: TypeAlias = NDArray[Any]
Pair: TypeAlias = tuple[Real, Real]

_BLOCK = 8192  # elements at a time: the many temporaries stay in the cache
_NEARLY_EQUAL = 1e-8  # KL/cross-entropy below which a difference of logarithms cancels


@overload
def pmf(y: int, pi: Probability) -> Probability: ...
@overload
def pmf(y: Outcomes, pi: float | FloatArray) -> FloatArray: ...
def pmf(y: Any, pi: Any) -> Any:
    """Probability of the outcome y: f(y; π) = π^y (1−π)^(1−y), π for 1 and 1−π for 0.

    Args:
        y: 0 or 1, or an array of them; broadcasts with ``pi``.
        pi: probability of a one.

    Returns:
        A float if both are scalars, otherwise an array of the common shape.

    Raises:
        ValueError: for any other argument, or shapes that do not broadcast.
    """
    return _by_outcome(y, pi, lambda p: p, lambda p: 1.0 - p)


@overload
def log_pmf(y: int, pi: Probability) -> Probability: ...
@overload
def log_pmf(y: Outcomes, pi: float | FloatArray) -> FloatArray: ...
def log_pmf(y: Any, pi: Any) -> Any:
    """Logarithm of `pmf`: y log π + (1−y) log(1−π), −inf for the impossible.

    Args:
        y: 0 or 1, or an array of them; broadcasts with ``pi``.
        pi: probability of a one.

    Returns:
        Nats; a float if both are scalars, otherwise an array of the common shape.

    Raises:
        ValueError: for any other argument, or shapes that do not broadcast.
    """
    return _by_outcome(y, pi, lambda p: log_likelihood(p, 1, 1), lambda p: log_likelihood(p, 0, 1))


def likelihood(pi: Probability, k: int, n: int) -> Probability:
    """Likelihood L = π^k (1−π)^(n−k) of one ordered sequence with k ones in n.

    There is no binomial coefficient. Below the float64 range L goes through the
    subnormal numbers to 0, rounded once; `scaled_likelihood` keeps its digits.

    Raises:
        ValueError: for arguments other than the module's.
    """
    p = _arguments.probability("pi", pi)
    k, n = _arguments.counts(k, n)
    return _evaluate(p, lambda x: dd.exp(*_log_likelihood(x, k, n)), float(k == 0), float(k == n))


def scaled_likelihood(pi: float, k: int, n: int) -> tuple[float, int]:
    """Likelihood as (mantissa, exponent10): L = mantissa · 10**exponent10.

    The mantissa is in [1, 10) and correctly rounded, however small L is; where L = 0
    the result is (0.0, 0). Unlike elsewhere ``pi`` must be a single number.

    Raises:
        ValueError: for arguments other than these.
    """
    p = _arguments.scalar_probability("pi", pi)
    k, n = _arguments.counts(k, n)
    if (p == 0.0 and k > 0) or (p == 1.0 and k < n):
        return 0.0, 0
    log_pi, log_rest = _fixed_point_logs(p)
    exponent, rest = divmod(k * log_pi + (n - k) * log_rest, _fixed_point.ln_ten())
    mantissa = _fixed_point.exp(rest) / _fixed_point.ONE
    return (mantissa, exponent) if mantissa < 10.0 else (1.0, exponent + 1)


def log_likelihood(pi: Probability, k: int, n: int) -> Probability:
    """Log-likelihood ℓ = k log π + (n−k) log(1−π) in nats; −inf where L = 0.

    For n = 0 it is 0, the logarithm of the empty product.

    Raises:
        ValueError: for arguments other than the module's.
    """
    p = _arguments.probability("pi", pi)
    k, n = _arguments.counts(k, n)
    return _evaluate(
        p,
        lambda x: _log_likelihood(x, k, n)[0],
        0.0 if k == 0 else -math.inf,
        0.0 if k == n else -math.inf,
    )


def binary_cross_entropy(pi: Probability, k: int, n: int) -> Probability:
    """Binary cross-entropy BCE = −ℓ/n in nats per observation; nan for n = 0.

    It equals H(π̂) + KL(π̂‖π) with π̂ = k/n, and is +inf where the likelihood is 0.

    Raises:
        ValueError: for arguments other than the module's.
    """
    p = _arguments.probability("pi", pi)
    k, n = _arguments.counts(k, n)
    if n == 0:
        return _evaluate(p, lambda x: x * math.nan, math.nan, math.nan)

    def interior(x: Real) -> Real:
        high, low = _log_likelihood(x, k, n)
        return dd.divide(-high, -low, float(n), 0.0)[0]

    return _evaluate(p, interior, 0.0 if k == 0 else math.inf, 0.0 if k == n else math.inf)


def mle(k: int, n: int) -> float | None:
    """Maximum likelihood estimate π̂ = k/n, correctly rounded; None for n = 0.

    Raises:
        ValueError: for arguments other than the module's.
    """
    k, n = _arguments.counts(k, n)
    return k / n if n else None


def score(pi: Probability, k: int, n: int) -> Probability:
    """Score dℓ/dπ = k/π − (n−k)/(1−π), the slope of the log-likelihood.

    A term whose count is 0 is 0, also at its pole: with ones alone the score at π = 1
    is n. At π = 0 with a one observed it is +inf, at π = 1 with a zero −inf.

    Raises:
        ValueError: for arguments other than the module's.
    """
    p = _arguments.probability("pi", pi)
    k, n = _arguments.counts(k, n)

    def interior(x: Real) -> Real:
        # (k − nπ) / (π (1−π)): the numerator exact, so right beside the optimum, too.
        product, product_low = dd.two_prod(x, float(n))
        difference, difference_low = dd.two_sum(float(k), -product)
        return (difference + (difference_low - product_low)) / x / (1.0 - x)

    return _evaluate(p, interior, math.inf if k else 0.0 - n, -math.inf if k < n else float(n))


def observed_information(pi: Probability, k: int, n: int) -> Probability:
    """Observed information −d²ℓ/dπ² = k/π² + (n−k)/(1−π)², the curvature of −ℓ.

    A term whose count is 0 is 0, also at its pole; otherwise a pole gives +inf.

    Raises:
        ValueError: for arguments other than the module's.
    """
    p = _arguments.probability("pi", pi)
    k, n = _arguments.counts(k, n)

    def interior(x: Real) -> Real:
        # A rounded 1−π would count twice in its square.
        rest, rest_low = dd.one_minus(x)
        square, square_low = dd.two_prod(rest, rest)
        zeros = (n - k) / square
        zeros = zeros - zeros * ((square_low + 2.0 * rest * rest_low) / square)
        return k / x / x + zeros

    return _evaluate(p, interior, math.inf if k else float(n), math.inf if k < n else float(n))


def fisher_information(pi: Probability, n: int) -> Probability:
    """Fisher information n / (π (1−π)) of n observations; +inf at 0 and 1 unless n = 0.

    Raises:
        ValueError: for arguments other than the module's.
    """
    p = _arguments.probability("pi", pi)
    n = _arguments.whole("n", n, 0, _arguments.MAX_COUNT)

    pole = math.inf if n else 0.0
    return _evaluate(p, lambda x: n / x / (1.0 - x), pole, pole)


def entropy(p: Probability) -> Probability:
    """Entropy H(p) = −p log p − (1−p) log(1−p) of Bernoulli(p) in nats.

    Args:
        p: probability of a one, a number or an array.

    Raises:
        ValueError: for any other argument.
    """
    checked = _arguments.probability("p", p)
    return _evaluate(checked, lambda x: -_weighted_logs(x, x)[0], 0.0, 0.0)


@overload
def kl_divergence(p: float, q: float) -> float: ...
@overload
def kl_divergence(p: FloatArray, q: float | FloatArray) -> FloatArray: ...
@overload
def kl_divergence(p: float, q: FloatArray) -> FloatArray: ...
def kl_divergence(p: Any, q: Any) -> Any:
    """KL divergence KL(p‖q) = p log(p/q) + (1−p) log((1−p)/(1−q)) in nats.

    It is how far the cross-entropy of q exceeds the entropy of p: never negative, 0
    exactly where p = q, and +inf where q rules out what p allows.

    Args:
        p: true probability of a one, a number or an array.
        q: probability of a one in the model; broadcasts with ``p``.

    Raises:
        ValueError: for any other argument, or shapes that do not broadcast.
    """
    first, second = _arguments.probability("p", p), _arguments.probability("q", q)
    if isinstance(first, float) and isinstance(second, float):
        return _scalar_kl(first, second)
    ps, qs = _broadcast(p=np.asarray(first), q=np.asarray(second))
    result = np.where(ps == qs, 0.0, math.inf)
    possible = (qs > 0.0) & (qs < 1.0)
    if_zero, if_one = possible & (ps == 0.0), possible & (ps == 1.0)
    inside = possible & ~if_zero & ~if_one
    with np.errstate(all="ignore"):
        result[if_zero] = -_logs(qs[if_zero])[1][0]
        result[if_one] = -_logs(qs[if_one])[0][0]
        result[inside] = _interior_kl(ps[inside], qs[inside])
    return result


def _scalar_kl(p: float, q: float) -> float:
    divergence: float
    if q in {0.0, 1.0}:
        divergence = 0.0 if p == q else math.inf
    elif p == 0.0:
        divergence = -_logs(q)[1][0]
    elif p == 1.0:
        divergence = -_logs(q)[0][0]
    else:
        divergence = _interior_kl(p, q)
    return divergence


def _interior_kl(p: Real, q: Real) -> Real:
    """KL(p‖q) for p and q strictly between 0 and 1."""
    cross, cross_low = _weighted_logs(p, q)
    own, own_low = _weighted_logs(p, p)
    by_logs = dd.add(own, own_low, -cross, -cross_low)[0]
    # Where p and q almost agree: p·g(u) + (1−p)·g(v) with g(u) = u − log(1+u) ≥ 0,
    # u = (q−p)/p and v = −(q−p)/(1−p); nothing cancels in it.
    difference = q - p
    rest = 1.0 - p
    by_series = p * excess(difference / p) + rest * excess(-difference / rest)
    cancels = by_logs < _NEARLY_EQUAL * -cross
    if isinstance(cancels, bool):
        return by_series if cancels else by_logs
    return np.where(cancels, by_series, by_logs)


def _weighted_logs(p: Real, q: Real) -> Pair:
    """p log q + (1−p) log(1−q) for p and q strictly between 0 and 1."""
    (log_q, log_q_low), (log_rest, log_rest_low) = _logs(q)
    ones = dd.multiply(p, 0.0, log_q, log_q_low)
    zeros = dd.multiply(*dd.one_minus(p), log_rest, log_rest_low)
    return dd.add(*ones, *zeros)


def _log_likelihood(pi: Real, k: int, n: int) -> Pair:
    """The log-likelihood for π strictly between 0 and 1."""
    (log_pi, log_pi_low), (log_rest, log_rest_low) = _logs(pi)
    ones = dd.multiply(log_pi, log_pi_low, float(k), 0.0)
    zeros = dd.multiply(log_rest, log_rest_low, float(n - k), 0.0)
    return dd.add(*ones, *zeros)


def _logs(pi: Real) -> tuple[Pair, Pair]:
    """Log π and log(1−π) for π strictly between 0 and 1."""
    return _logs_of_scalar(pi) if isinstance(pi, float) else _compute_logs(pi)


def _compute_logs(pi: Real) -> tuple[Pair, Pair]:
    return dd.log(pi, pi * 0.0), dd.log(*dd.one_minus(pi))


_logs_of_scalar = lru_cache(maxsize=64)(_compute_logs)  # one frame asks for one π many times


@lru_cache(maxsize=64)
def _fixed_point_logs(pi: float) -> tuple[int, int]:
    """Log π and log(1−π) in fixed point; 0 for the logarithm of 0, whose count is 0."""
    numerator, denominator = pi.as_integer_ratio()
    exponent = 1 - denominator.bit_length()
    rest = denominator - numerator
    return (
        _fixed_point.ln(numerator, exponent) if numerator else 0,
        _fixed_point.ln(rest, exponent) if rest else 0,
    )


def _evaluate(
    pi: Probability, interior: Callable[[Real], Real], at_zero: float, at_one: float
) -> Probability:
    """Apply a function of 0 < π < 1 with its values at the two ends."""
    if isinstance(pi, float):
        if pi == 0.0:
            return at_zero
        if pi == 1.0:
            return at_one
        value: float = interior(pi)
        return value
    flat = pi.reshape(-1)
    result = np.empty_like(flat)
    with np.errstate(all="ignore"):
        for start in range(0, flat.size, _BLOCK):
            block = flat[start : start + _BLOCK]
            is_zero, is_one = block == 0.0, block == 1.0
            values = interior(np.where(is_zero | is_one, 0.5, block))
            values = np.where(is_one, at_one, np.where(is_zero, at_zero, values))
            result[start : start + _BLOCK] = values
    return result.reshape(pi.shape)


def _by_outcome(
    y: Any, pi: Any, if_one: Callable[[Any], Any], if_zero: Callable[[Any], Any]
) -> Any:
    outcome = _arguments.outcomes("y", y)
    p = _arguments.probability("pi", pi)
    if isinstance(outcome, bool) and isinstance(p, float):
        return if_one(p) if outcome else if_zero(p)
    ones, ps = _broadcast(y=np.asarray(outcome), pi=np.asarray(p))
    return np.where(ones, if_one(ps), if_zero(ps))


def _broadcast(**arrays: NDArray[Any]) -> tuple[NDArray[Any], ...]:
    try:
        return tuple(np.broadcast_arrays(*arrays.values()))
    except ValueError:
        shapes = " and ".join(f"{name} of shape {a.shape}" for name, a in arrays.items())
        raise ValueError(f"{shapes} do not broadcast") from None
