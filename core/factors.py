"""What is left after m factors: in float32, in float64, and as a sum of logarithms."""

import enum
import sys
from dataclasses import dataclass
from typing import Any

import numpy as np

from core import _arguments, bernoulli
from core.observations import Observations
from core.scientific import superscript
from core.underflow import Products

SMALLEST_FLOAT64 = float(np.nextafter(0.0, 1.0))
SMALLEST_FLOAT32 = float(np.nextafter(np.float32(0), np.float32(1)))
NORMAL_FLOAT64 = sys.float_info.min
NORMAL_FLOAT32 = float(np.finfo(np.float32).tiny)
_STUCK = -0.5  # log10 of true/kept, beyond what rounding to the smallest number makes of it


class Fate(enum.Enum):
    """What became of a product in a kind of number."""

    FINE = "fine"
    SUBNORMAL = "subnormal"
    STUCK = "stuck"
    UNDERFLOW = "underflow"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True)
class Reading:
    """The product of the first m factors.

    Attributes:
        m: how many factors.
        ones: how many of them are those of ones.
        float64: the product in float64, in the shortest digits that give it back.
        float32: likewise in float32.
        float64_fate: what became of it there.
        float32_fate: what became of it there.
        log_likelihood: ℓ, the sum of the logarithms, in nats; −inf where the true product is 0.
        mantissa: of the true product, in [1, 10); 0 where that is 0.
        exponent10: its decimal exponent.
    """

    m: int
    ones: int
    float64: str
    float32: str
    float64_fate: Fate
    float32_fate: Fate
    log_likelihood: float
    mantissa: float
    exponent10: int


def reading(products: Products, observations: Observations, pi: float, m: int) -> Reading:
    """Read the products of observations at π after m factors.

    Raises:
        ValueError: unless 0 ≤ π ≤ 1 and the products go as far as m.
    """
    m = _arguments.whole("m", m, 0, products.float64.size - 1)
    ones, factors = ones_among(observations, m), m if observations.n else 0
    mantissa, exponent10 = bernoulli.scaled_likelihood(pi, ones, factors)
    log10 = float(products.log10[m])
    double, single = products.float64[m], products.float32[m]
    return Reading(
        m,
        ones,
        float_text(double),
        float_text(single),
        _fate(float(double), log10, NORMAL_FLOAT64),
        _fate(float(single), log10, NORMAL_FLOAT32),
        bernoulli.log_likelihood(pi, ones, factors),
        mantissa,
        exponent10,
    )


def ones_among(observations: Observations, m: int) -> int:
    """How many of the first m factors are those of ones, the data repeated as often as it needs.

    Of counts alone the ones come first in each round, as in `core.underflow`.

    Raises:
        ValueError: if m is negative.
    """
    m = _arguments.whole("m", m, 0, _arguments.MAX_COUNT)
    if not observations.n:
        return 0
    rounds, rest = divmod(m, observations.n)
    if not observations.has_sequence:
        return rounds * observations.k + min(rest, observations.k)
    return rounds * observations.k + observations.prefix(rest).k


def float_text(value: Any) -> str:
    """The shortest digits that give a float of its kind back: ``6.223015277861142×10⁻⁶¹``."""
    if value == 0:
        return "0"
    if 1e-4 <= value < 1e6:
        return np.format_float_positional(value, unique=True, trim="-")
    mantissa, exponent = np.format_float_scientific(value, unique=True, trim="-").split("e")
    return f"{mantissa}×10{superscript(int(exponent))}"


def _fate(value: float, log10: float, normal: float) -> Fate:
    if log10 == -np.inf:
        return Fate.IMPOSSIBLE
    if value == 0.0:
        return Fate.UNDERFLOW
    if value >= normal:
        return Fate.FINE
    return Fate.STUCK if log10 - np.log10(value) < _STUCK else Fate.SUBNORMAL
