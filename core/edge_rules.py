"""What libraries make of the loss −log f(y; π) where it is infinite, at π = 0 and 1, and beside.

Each rule does what a library does when it is called with its defaults. Most of them count in
float32, where π itself is rounded first, so that a π within 3·10⁻⁸ of 1 is 1. All were compared
with the libraries themselves, in the versions they name.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from core import _arguments, bernoulli

_EPSILON = float(np.finfo(np.float64).eps)
_EPSILON32 = np.finfo(np.float32).eps
_ONE32 = np.float32(1.0)
_LOWEST_LOG = np.float32(-100.0)
# What is nearest in float32 to 1 − 10⁻⁷ is 1 − 1.19·10⁻⁷: the two ends are not cut off alike.
_LOW32, _HIGH32 = np.float32(1e-7), np.float32(1.0 - 1e-7)


@dataclass(frozen=True)
class Rule:
    """One way to work out the loss of an observation.

    Attributes:
        name: short, the library's.
        call: the function that was called, as one writes it; "" for the exact rule.
        number: the kind of number in which it counts, "float64" or "float32".
        version: the library's version that was compared.
        source: where the library says so, in its documentation or its code.
        formula: the rule itself, for arguments that have been checked.
    """

    name: str
    call: str
    number: str
    version: str
    source: str
    formula: Callable[[int, float], float]

    def loss(self, y: int, pi: float) -> float:
        """−log f(y; π) in nats, as this rule has it; −0 is 0.

        Raises:
            ValueError: unless y is 0 or 1 and 0 ≤ π ≤ 1.
        """
        outcome = _arguments.whole("y", y, 0, 1)
        return self.formula(outcome, _arguments.scalar_probability("pi", pi)) + 0.0


def mean_loss(rule: Rule, pi: float, k: int, n: int) -> float:
    """The rule's cross-entropy of k ones in n observations at one π for all; nan for n = 0.

    Raises:
        ValueError: unless 0 ≤ π ≤ 1 and 0 ≤ k ≤ n ≤ 10**15.
    """
    k, n = _arguments.counts(k, n)
    loss_of_zero, loss_of_one = rule.loss(0, pi), rule.loss(1, pi)
    if n == 0:
        return math.nan
    # Of what was not observed no loss counts, not even an infinite one.
    ones = k / n * loss_of_one if k else 0.0
    zeros = (n - k) / n * loss_of_zero if k < n else 0.0
    return ones + zeros


def _exact(y: int, pi: float) -> float:
    return -bernoulli.log_pmf(y, pi)


def _log32(y: int, pi: float) -> np.float32:
    """Log π or log(1−π) in float32, the latter without forming 1−π."""
    pi32 = np.float32(pi)
    with np.errstate(divide="ignore", under="ignore"):
        log: np.float32 = np.log(pi32) if y else np.log1p(-pi32)
    return log


def _unlimited32(y: int, pi: float) -> float:
    return -float(_log32(y, pi))


def _clamped_log32(y: int, pi: float) -> float:
    return -float(max(_log32(y, pi), _LOWEST_LOG))


def _clipped(y: int, pi: float) -> float:
    return -math.log(min(max(pi if y else 1.0 - pi, _EPSILON), 1.0 - _EPSILON))


def _clipped32(y: int, pi: float) -> float:
    pi32 = np.float32(pi)
    f = pi32 if y else _ONE32 - pi32
    return -float(np.log(min(max(f, _EPSILON32), _ONE32 - _EPSILON32)))


def _clipped_first32(y: int, pi: float) -> float:
    pi32 = min(max(np.float32(pi), _LOW32), _HIGH32)
    return -float(np.log(pi32 if y else _ONE32 - pi32))


EXACT = Rule("exact", "", "float64", "", "", _exact)
"""The mathematics: ∞ for what cannot happen."""

SCIPY = Rule(
    "SciPy",
    "scipy.stats.bernoulli.logpmf(y, pi)",
    "float64",
    "1.17.1",
    "https://docs.scipy.org/doc/scipy/reference/generated/scipy.special.xlog1py.html",
    _exact,
)
"""xlogy(y, π) + xlog1py(1−y, −π): ∞."""

JAX = Rule(
    "JAX",
    "jax.scipy.stats.bernoulli.logpmf(y, pi)",
    "float32",
    "0.10.2",
    "https://docs.jax.dev/en/latest/_autosummary/jax.scipy.stats.bernoulli.logpmf.html",
    _unlimited32,
)
"""The same in float32: ∞."""

SCIKIT_LEARN = Rule(
    "scikit-learn",
    "sklearn.metrics.log_loss(y, pi)",
    "float64",
    "1.9.1",
    "https://scikit-learn.org/stable/modules/generated/sklearn.metrics.log_loss.html",
    _clipped,
)
"""π and 1−π are clipped to [ε, 1−ε], ε = 2.2·10⁻¹⁶: at most 36.04."""

SCIKIT_LEARN_32 = Rule(
    "scikit-learn, float32",
    "sklearn.metrics.log_loss(y, np.float32(pi))",
    "float32",
    "1.9.1",
    "https://scikit-learn.org/stable/modules/generated/sklearn.metrics.log_loss.html",
    _clipped32,
)
"""The same for float32, ε = 1.2·10⁻⁷: at most 15.94."""

PYTORCH = Rule(
    "PyTorch",
    "torch.nn.BCELoss()(pi, y)",
    "float32",
    "2.13.0",
    "https://docs.pytorch.org/docs/stable/generated/torch.nn.BCELoss.html",
    _clamped_log32,
)
"""Each logarithm is at least −100: at most 100."""

KERAS = Rule(
    "Keras",
    "keras.losses.BinaryCrossentropy()(y, pi)",
    "float32",
    "3.15.1",
    "https://github.com/keras-team/keras/blob/master/keras/src/backend/tensorflow/nn.py",
    _clipped_first32,
)
"""π is clipped to [10⁻⁷, 1 − 10⁻⁷]: at most 16.12 for a one and 15.94 for a zero."""

RULES = (EXACT, SCIPY, JAX, SCIKIT_LEARN, SCIKIT_LEARN_32, PYTORCH, KERAS)
"""All of them, the exact one first."""
