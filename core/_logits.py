"""The logistic model on trusted arrays: logits, predictions, losses, means; nothing is checked.

``x`` is a finite float64 array of shape (n,), ``y`` an array of 0 and 1 (or of truth values) of the
same shape, ``w`` and ``b`` are finite floats. `core.logistic` checks all of it, and is what others
call, unless they know that their arguments are right and must not pay for the look.

Three things keep the numbers right:

- The logit z = w·x + b is carried in two doubles, so that it has all its digits where w·x and b
  nearly cancel, and so that e^{−|z|} has them where |z| is large: there an error of half a unit in
  the last place of z is hundreds of units in that of its exponential.
- With t = z for y = 0 and t = −z for y = 1, the loss is softplus(t) = max(t, 0) + log(1 + e^{−|t|})
  and the residual σ(z) − y is ±σ(t). Neither takes the logarithm of a probability, nor the
  difference of two that are nearly the same.
- Where a product or a sum could exceed float64, all is reckoned in units of 2⁶⁴: means are finite
  whenever they can be written.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

FloatArray: TypeAlias = NDArray[np.float64]
Labels: TypeAlias = NDArray[np.uint8] | NDArray[np.bool_]

BLOCK = 8192  # examples at a time: the many temporaries stay in the cache

_FAR = 1e290  # sums of 10⁶ numbers below it, and products with the parts of one, are float64s
_SMALL_UNIT = 2.0**-64
_SATURATED = 1e4  # of a larger |z| the exponential is 0, and the low part says nothing
_UPPER_BITS = np.int64(-(2**27))  # a mask: the upper 26 of the 53 bits of a float64
_HALF = np.int64(2**26)  # of the last of them
_LARGEST_UPPER = (2.0 - 2.0**-25) * 2.0**1023


def predictions(x: FloatArray, w: float, b: float) -> FloatArray:
    """σ(w·x + b) for each x."""
    unit = _unit(x, w, b)

    def one_block(part: slice) -> FloatArray:
        z, far = _logits(x[part], w, b, unit)
        return _sigmoid(z, far)

    return _block_by_block(x.size, one_block)


def sizes(x: FloatArray, w: float, b: float) -> FloatArray:
    """|w·x + b| for each x; inf beyond float64."""
    unit = _unit(x, w, b)

    def one_block(part: slice) -> FloatArray:
        return np.abs(_logits(x[part], w, b, unit)[0]) / unit

    return _block_by_block(x.size, one_block)


def losses(x: FloatArray, y: Labels, w: float, b: float) -> FloatArray:
    """−log of the predicted probability of each y, in nats; inf beyond float64."""
    unit = _unit(x, w, b)

    def one_block(part: slice) -> FloatArray:
        z, far = _logits(x[part], w, b, unit)
        return np.asarray(np.maximum(z * _away(y[part]), 0.0) / unit + np.log1p(far))

    return _block_by_block(x.size, one_block)


def mean_loss(x: FloatArray, y: Labels, w: float, b: float) -> float:
    """The mean of `losses`, the binary cross-entropy; nan without examples."""
    return _means(x, y, w, b, with_loss=True, with_gradient=False)[0]


def mean_gradient(x: FloatArray, y: Labels, w: float, b: float) -> tuple[float, float]:
    """The means of (σ(z) − y)·x and of σ(z) − y; nan without examples."""
    return _means(x, y, w, b, with_loss=False, with_gradient=True)[1:]


def loss_and_gradient(x: FloatArray, y: Labels, w: float, b: float) -> tuple[float, float, float]:
    """`mean_loss` and both parts of `mean_gradient` for little more than the price of one."""
    return _means(x, y, w, b, with_loss=True, with_gradient=True)


def _means(
    x: FloatArray, y: Labels, w: float, b: float, *, with_loss: bool, with_gradient: bool
) -> tuple[float, float, float]:
    n = x.size
    if n == 0:
        return math.nan, math.nan, math.nan
    unit, x_unit = _unit(x, w, b), _unit(x, 1.0, 0.0)
    loss, dw, db = [], [], []
    with np.errstate(all="ignore"):
        for start in range(0, n, BLOCK):
            part = slice(start, start + BLOCK)
            z, far = _logits(x[part], w, b, unit)
            away = _away(y[part])
            z *= away
            if with_loss:
                loss.append(float((np.maximum(z, 0.0) + np.log1p(far) * unit).sum()))
            if with_gradient:
                residuals = _sigmoid(z, far) * away
                dw.append(float((residuals * (x[part] * x_unit)).sum()))
                db.append(float(residuals.sum()))
    return _sum(loss) / n / unit, _sum(dw) / n / x_unit, _sum(db) / n


def _sum(parts: list[float]) -> float:
    """The sum, rounded once; of losses that no unit saves it is inf."""
    try:
        return math.fsum(parts)
    except OverflowError:
        return math.inf


def _block_by_block(n: int, one_block: Callable[[slice], FloatArray]) -> FloatArray:
    result = np.empty(n)
    with np.errstate(all="ignore"):
        for start in range(0, n, BLOCK):
            part = slice(start, start + BLOCK)
            result[part] = one_block(part)
    return result


def _unit(x: FloatArray, w: float, b: float) -> float:
    """What logits are multiplied with, so that they and sums of them are float64s: 1, mostly."""
    if x.size == 0:
        return 1.0
    largest = max(float(x.max()), -float(x.min()))
    return 1.0 if abs(w) * largest + abs(b) <= _FAR else _SMALL_UNIT


def _logits(x: FloatArray, w: float, b: float, unit: float) -> tuple[FloatArray, FloatArray]:
    """(z·unit, e^{−|z|}) for z = w·x + b; z·unit is ±inf where even that exceeds float64.

    The product is right to 104 bits in two doubles (Dekker 1971), the sum exact (Knuth), and
    e^{−|z+low|} is e^{−|z|}·(1 ∓ low), whose error, low²/2, is far below what is rounded.
    """
    w, b = w * unit, b * unit
    product = x * w
    w_high = float(_upper(np.array([w]))[0])
    w_low = w - w_high
    x_high = _upper(x)
    x_low = x - x_high
    low = ((x_high * w_high - product) + x_low * w_high + x_high * w_low) + x_low * w_low
    z = product + b
    part = z - product
    low += (product - (z - part)) + (b - part)
    if unit != 1.0:
        low = np.where(np.isfinite(z), low, 0.0)
    rough = z  # the error of the product may be far larger than a unit of what the sum left
    z = rough + low
    low -= z - rough
    size = np.abs(z)
    if unit != 1.0:
        low = np.where(size < _SATURATED * unit, low, 0.0) / unit
        size /= unit
    low *= np.copysign(1.0, z)
    return z, np.exp(-size) * (1.0 - low)


def _upper(v: FloatArray) -> FloatArray:
    """v to the nearest 26 bits, so that 26 are left, with a sign: of 27 a square is no float64."""
    bits = (v.view(np.int64) + _HALF) & _UPPER_BITS
    return np.asarray(np.clip(bits.view(np.float64), -_LARGEST_UPPER, _LARGEST_UPPER))


def _sigmoid(z: FloatArray, far: FloatArray) -> FloatArray:
    """σ(z), from z or anything of its sign, and e^{−|z|}."""
    return np.asarray(np.where(z < 0.0, far, 1.0) / (1.0 + far))


def _away(y: Labels) -> FloatArray:
    """+1 for y = 0, whose loss grows with z, and −1 for y = 1."""
    return np.asarray(1.0 - 2.0 * y)
