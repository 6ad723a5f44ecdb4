"""The logistic model f(x; w, b) = σ(w·x + b), σ(z) = 1/(1 + e^{−z}): its loss, gradient and fit.

Examples are pairs (x, y), ``x`` any finite numbers, ``y`` as many labels, 0 or 1: lists or numpy
arrays of one dimension; truth values count as 0 and 1. ``w``, the weight, and ``b``, the bias, are
finite numbers. Logarithms are natural. Any other argument raises `ValueError` with its name, its
value and what is allowed.

Everything is worked out from the logits z = w·x + b, which are carried in two doubles; no loss is
the logarithm of a probability that was rounded to 0 or 1 before. `core._logits` has the arithmetic,
and the same functions for those whose arguments need no check.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from decimal import Context, Decimal
from fractions import Fraction
from typing import Any, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from core import _arguments, _fit_zeros, _logistic_fit, _logits, bernoulli
from core._logits import FloatArray

REASONS = (
    "minimum",
    "equal_x",
    "separable",
    "quasi_separable",
    "one_class",
    "single_point",
    "no_examples",
)
"""How a fit can end, as `Fit.reason` says it."""

_DIGITS = Context(prec=50)
_LN_TEN = _DIGITS.ln(10)


@dataclass(frozen=True)
class Fit:
    """The maximum-likelihood fit of w and b, or why there is none.

    Attributes:
        w: the weight; ±inf where the loss falls for ever as it grows, nan without examples.
        b: the bias, likewise.
        loss: BCE at (w, b) in nats; where w or b run off, the infimum, which is not reached.
        converged: whether the loss has a minimum, and this is it.
        reason: one of `REASONS`:
            "minimum": w and b are the only minimum;
            "equal_x": both classes occur at one x, the only one, and the minimum is reached
                wherever w·x + b = log(k/(n−k)); w = 0 is given;
            "separable": the zeros all lie on one side, the ones on the other: the infimum is 0;
            "quasi_separable": they do, but both classes occur at the x where they touch, whose
                loss stays;
            "one_class": there are only zeros, or only ones;
            "single_point": there is one example;
            "no_examples": there is none.
        direction: the unit vector in (w, b) along which the loss falls for ever; None with a
            minimum, and without examples.
        boundary: the ends of the gap between the classes, the same number twice where they touch;
            None unless the data are separable or quasi-separable.
    """

    w: float
    b: float
    loss: float
    converged: bool
    reason: str
    direction: tuple[float, float] | None = None
    boundary: tuple[float, float] | None = None


@overload
def predict(x: float, w: float, b: float) -> float: ...
@overload
def predict(x: ArrayLike, w: float, b: float) -> Any: ...
def predict(x: Any, w: float, b: float) -> Any:
    """The predicted probability of a one, ŷ = σ(w·x + b).

    It is right to three units in the last place, also where w·x and b cancel, where it is tiny, and
    where w·x exceeds float64 though w·x + b does not.

    Args:
        x: one number, or an array of them of any shape.
        w: the weight.
        b: the bias.

    Returns:
        A float for one number, otherwise an array of the same shape.

    Raises:
        ValueError: for any other argument.
    """
    xs = _numbers("x", x)
    found = _logits.predictions(xs.reshape(-1), _number("w", w), _number("b", b))
    return float(found[0]) if xs.ndim == 0 else found.reshape(xs.shape)


def log10_tail(x: float, w: float, b: float) -> Decimal:
    """log₁₀ e^{−|z|} = −|z|/ln 10 at the logit z = w·x + b, which is exact here, in 50 digits.

    It says how small the smaller of ŷ and 1 − ŷ is, and with it the loss of the label that is held
    for near certain, where float64 has lost their digits or holds 0. From σ(z) = 1/(1 + e^{−z}),
    the smaller is e^{−|z|}/(1 + e^{−|z|}), and that loss log(1 + e^{−|z|}) nats: below the normal
    float64s, where |z| > 708, both are e^{−|z|} to 307 digits.

    Args:
        x: one number.
        w: the weight.
        b: the bias.

    Raises:
        ValueError: for arguments other than the module's.
    """
    z = Fraction(_number("w", w)) * Fraction(_number("x", x)) + Fraction(_number("b", b))
    size = _DIGITS.divide(Decimal(abs(z.numerator)), Decimal(z.denominator))
    return _DIGITS.minus(_DIGITS.divide(size, _LN_TEN))


def log10_mean_tail(x: ArrayLike, w: float, b: float) -> Decimal:
    """log₁₀ of the mean of e^{−|z|}: that of the binary cross-entropy, in nats, below float64.

    There each label is held for near certain, and its loss is e^{−|z|}. The largest of them is
    taken as `log10_tail` has it, the others as shares of that, right to some ten digits.

    Args:
        x: the numbers, one at least.
        w: the weight.
        b: the bias.

    Raises:
        ValueError: for arguments other than the module's, or without examples.
    """
    xs = _numbers("x", x)
    if xs.ndim != 1 or not xs.size:
        raise ValueError(f"x must be an array of one dimension, not empty, got shape {xs.shape}")
    sizes = _logits.sizes(xs, _number("w", w), _number("b", b))
    nearest = int(np.argmin(sizes))
    with np.errstate(invalid="ignore"):  # of infinite ones only the nearest counts
        shares = np.exp(-np.nan_to_num(sizes - sizes[nearest], nan=np.inf))
    shares[nearest] = 1.0
    share = Decimal(float(shares.mean())).log10(_DIGITS)
    return _DIGITS.add(log10_tail(float(xs[nearest]), w, b), share)


def losses(x: ArrayLike, y: ArrayLike, w: float, b: float) -> FloatArray:
    """The loss of each example, −y log ŷ − (1−y) log(1−ŷ), in nats; inf beyond float64.

    Raises:
        ValueError: for arguments other than the module's.
    """
    xs, ones = _examples(x, y)
    return _logits.losses(xs, ones, _number("w", w), _number("b", b))


def binary_cross_entropy(x: ArrayLike, y: ArrayLike, w: float, b: float) -> float:
    """Binary cross-entropy: the mean of `losses`, in nats per example; nan without examples.

    Raises:
        ValueError: for arguments other than the module's.
    """
    xs, ones = _examples(x, y)
    return _logits.mean_loss(xs, ones, _number("w", w), _number("b", b))


def gradient(x: ArrayLike, y: ArrayLike, w: float, b: float) -> tuple[float, float]:
    """The slopes of the binary cross-entropy along w and b: the means of (ŷ−y)·x and of ŷ−y.

    Both are nan without examples.

    Raises:
        ValueError: for arguments other than the module's.
    """
    xs, ones = _examples(x, y)
    return _logits.mean_gradient(xs, ones, _number("w", w), _number("b", b))


def fit(x: ArrayLike, y: ArrayLike) -> Fit:
    """The w and b of the largest likelihood, which is the least binary cross-entropy.

    Whether there are such follows Albert and Anderson, Biometrika 71 (1984): with one x it hangs on
    the ends of the two classes, which are compared as they are, without a tolerance. If there are,
    both slopes vanish there: the mean prediction is the share of ones, and the mean prediction
    weighted with x is that of the labels.

    Args:
        x: the numbers.
        y: the labels.

    Returns:
        The fit, right to rounding; w and b that no float64 can hold are the nearest that one can.
        Of x whose scales differ so much that losses or what is left of them fall below float64, as
        10⁻³⁰⁰ beside 1 or 10¹⁵⁰, w has a few digits; what they change of the loss is rounding.

    Raises:
        ValueError: for arguments other than the module's.
    """
    xs, ones = _examples(x, y)
    n, k = xs.size, int(np.count_nonzero(ones))
    if n == 0:
        return Fit(math.nan, math.nan, math.nan, converged=False, reason="no_examples")
    if k in {0, n}:
        sign = 1.0 if k else -1.0
        reason = "single_point" if n == 1 else "one_class"
        return Fit(0.0, sign * math.inf, 0.0, False, reason, direction=(0.0, sign))
    upper, lower = xs[ones], xs[~ones]
    rises = float(lower.max()), float(upper.min())  # the ends that face each other if w > 0
    falls = float(upper.max()), float(lower.min())
    if rises[0] <= rises[1] and falls[0] <= falls[1]:
        b = math.log(k / (n - k))
        return Fit(0.0, b, _logits.mean_loss(xs, ones, 0.0, b), converged=True, reason="equal_x")
    if rises[0] <= rises[1]:
        return _parted(xs, ones, 1.0, rises)
    if falls[0] <= falls[1]:
        return _parted(xs, ones, -1.0, falls)
    w, b = _fit_zeros.mended(xs, ones, *_logistic_fit.minimum(xs, ones))
    return Fit(w, b, _logits.mean_loss(xs, ones, w, b), converged=True, reason="minimum")


def _parted(x: FloatArray, ones: NDArray[np.bool_], sign: float, ends: tuple[float, float]) -> Fit:
    """The fit of classes that do not overlap: w of this sign runs off, and b with it."""
    low, high = ends
    middle = low / 2.0 + high / 2.0 if math.isinf(low + high) else (low + high) / 2.0
    norm = math.hypot(1.0, middle)
    loss, b = 0.0, 0.0
    if low == high:
        there = ones[x == low]
        share = float(there.mean())
        loss = there.size / x.size * bernoulli.entropy(share)
        b = math.log(share / (1.0 - share))
    if middle != 0.0:
        b = -sign * middle * math.inf
    return Fit(
        w=sign * math.inf,
        b=b,
        loss=loss,
        converged=False,
        reason="quasi_separable" if low == high else "separable",
        direction=(sign / norm, 0.0 - sign * middle / norm),
        boundary=ends,
    )


# What arguments may be --------------------------------------------------------------------------


def _examples(x: ArrayLike, y: ArrayLike) -> tuple[FloatArray, NDArray[np.bool_]]:
    xs, labels = _numbers("x", x), _array("y", y, "biuf", "0 or 1")
    if xs.ndim != 1 or labels.shape != xs.shape:
        raise ValueError(
            "x and y must be arrays of one dimension and the same length, "
            f"got shapes {xs.shape} and {labels.shape}"
        )
    if labels.dtype == np.uint8 and labels.max(initial=0) <= 1:  # as `Labelled` keeps them
        return xs, labels.view(np.bool_)
    ones = labels == 1
    wrong = ~(ones | (labels == 0))
    if wrong.any():
        i = int(np.argmax(wrong))
        raise ValueError(f"y[{i}] must be 0 or 1, got {labels[i]}")
    return xs, ones


def _numbers(name: str, value: ArrayLike) -> FloatArray:
    numbers = _array(name, value, "biuf", "finite numbers")
    with np.errstate(over="ignore"):  # of wider floats
        array = np.asarray(numbers, dtype=np.float64)
    if not np.isfinite(array).all():
        place = np.unravel_index(int(np.argmin(np.isfinite(array))), array.shape)
        index = "".join(f"[{i}]" for i in place)
        raise ValueError(f"{name}{index} must be finite, got {numbers[place]}")
    return array


def _array(name: str, value: ArrayLike, kinds: str, allowed: str) -> NDArray[Any]:
    try:
        array = np.asarray(value)
    except ValueError:  # rows of different lengths, for one
        array = np.asarray(None)
    if array.dtype.kind not in kinds:
        raise ValueError(f"{name} must hold {allowed}, got {_arguments.shown(value)}")
    return array


def _number(name: str, value: Any) -> float:
    if isinstance(value, (float, int, np.floating, np.integer)) and not isinstance(value, bool):
        try:
            number = float(value)
        except OverflowError:
            number = math.inf
        if math.isfinite(number):
            return number
    raise ValueError(f"{name} must be a finite number, got {_arguments.shown(value)}")
