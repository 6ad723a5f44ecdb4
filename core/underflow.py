"""The product of n factors f(yᵢ; π), taken one after another as a computer takes it.

The factors are those of the observations; after the last the first comes again, until there are
enough. Of counts alone, the ones come first in each round. Without observations there is nothing
to multiply, and the product stays 1.

In each kind of number π is rounded to that kind first, and 1−π is taken there.
"""

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core import _arguments, bernoulli
from core.bernoulli import FloatArray
from core.observations import Observations

MOST_FACTORS = 100_000
"""The most factors whose products are kept one by one."""
MOST_SEARCHED = 1_000_000
"""How far `dies` looks unless it is told."""
MOST_SEARCHABLE = 10_000_000
"""How far it may be told to look."""

Float: TypeAlias = type[np.float64] | type[np.float32]
"""A kind of number to multiply in."""

_BLOCK = 8192


@dataclass(frozen=True, eq=False)
class Products:
    """The products of the first m factors, for m = 0, …, n; the arrays are read-only.

    Attributes:
        float64: in float64, through its subnormal numbers to a real 0.
        float32: the same in float32.
        log_likelihood: log of the true product, in nats; −inf where that is 0.
        log10: the same to base ten.
        float64_dies: the first m at which the product is 0 though the true one is not; None if
            there is none.
        float32_dies: the same in float32.
    """

    float64: FloatArray
    float32: NDArray[np.float32]
    log_likelihood: FloatArray
    log10: FloatArray
    float64_dies: int | None
    float32_dies: int | None


def products(observations: Observations, pi: float, n: int) -> Products:
    """Multiply n factors, and see where the product is lost.

    Where an impossible observation makes the true product 0, at π = 0 or 1, a 0 is right and
    nothing dies. Nor does a product all of whose factors are above ½: it stays at a subnormal
    number, to which the next product is rounded back.

    Raises:
        ValueError: unless 0 ≤ π ≤ 1 and 0 ≤ n ≤ `MOST_FACTORS`.
    """
    pi = _arguments.scalar_probability("pi", pi)
    n = _arguments.whole("n", n, 0, MOST_FACTORS)
    if not observations.n:
        observations, pi = Observations([1]), 1.0  # factors that change nothing
    outcomes = _outcomes(_pattern(observations, n), observations, 0, n)
    with np.errstate(under="ignore"):
        double = _running(outcomes, pi, np.float64)
        single = _running(outcomes, pi, np.float32)
        logs = _log_likelihood(outcomes, pi)
        log10 = logs / np.log(10.0)
    possible = logs > -np.inf
    return Products(
        _frozen(double),
        _frozen(single),
        _frozen(logs),
        _frozen(log10),
        _first((double == 0) & possible),
        _first((single == 0) & possible),
    )


def dies(
    observations: Observations, pi: float, dtype: Float, most: int = MOST_SEARCHED
) -> int | None:
    """The first m ≤ ``most`` at which the product is 0 though the true one is not, or None.

    It is that of `products`, further on.

    Raises:
        ValueError: unless 0 ≤ π ≤ 1, ``dtype`` is np.float64 or np.float32, and
            0 ≤ ``most`` ≤ `MOST_SEARCHABLE`.
    """
    pi = _arguments.scalar_probability("pi", pi)
    most = _arguments.whole("most", most, 0, MOST_SEARCHABLE)
    if dtype not in (np.float64, np.float32):
        raise ValueError(f"dtype must be np.float64 or np.float32, got {_arguments.shown(dtype)}")
    if not observations.n:
        return None
    pattern = _pattern(observations, most)
    carried: Any = dtype(1)
    for start in range(0, most, _BLOCK):
        outcomes = _outcomes(pattern, observations, start, min(start + _BLOCK, most))
        if (pi == 0.0 and outcomes.any()) or (pi == 1.0 and not outcomes.all()):
            return None
        with np.errstate(under="ignore"):
            running = _running(outcomes, pi, dtype, carried)
        zero = _first(running == 0)
        if zero is not None:
            return start + zero
        carried = running[-1]
    return None


def _pattern(observations: Observations, n: int) -> NDArray[np.bool_] | None:
    """Whether each of the first observations is a one, no more than n; None of counts alone."""
    if not observations.has_sequence:
        return None
    return observations.read(0, min(n, observations.n)).view(np.bool_)


def _outcomes(
    pattern: NDArray[np.bool_] | None, observations: Observations, i: int, j: int
) -> NDArray[np.bool_]:
    """Whether each of the factors i, …, j−1 is that of a one."""
    places = np.arange(i, j) % observations.n
    return places < observations.k if pattern is None else pattern[places]


def _running(outcomes: NDArray[np.bool_], pi: float, dtype: Float, first: Any = 1) -> NDArray[Any]:
    """``first`` and its products with more and more factors."""
    one = dtype(pi)
    factors = np.empty(outcomes.size + 1, dtype)
    factors[0] = first
    factors[1:] = np.where(outcomes, one, dtype(1) - one)
    return np.cumprod(factors, dtype=dtype)


def _log_likelihood(outcomes: NDArray[np.bool_], pi: float) -> FloatArray:
    """The running sum of the logarithms: exact counts, times one logarithm each."""
    ones = np.concatenate(([0], np.cumsum(outcomes)))
    zeros = np.arange(ones.size) - ones
    return _times(ones, bernoulli.log_pmf(1, pi)) + _times(zeros, bernoulli.log_pmf(0, pi))


def _times(counts: NDArray[np.int64], log: float) -> FloatArray:
    return np.multiply(counts, log, out=np.zeros(counts.size), where=counts > 0)


def _first(found: NDArray[np.bool_]) -> int | None:
    place = int(np.argmax(found))
    return place if found[place] else None


def _frozen(array: NDArray[Any]) -> NDArray[Any]:
    array.flags.writeable = False
    return array
