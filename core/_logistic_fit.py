"""The least binary cross-entropy of a logistic model in one x, where there is one.

Albert and Anderson (1984) tell the data that have a maximum-likelihood fit from those that have
none; `core.logistic` looks which they are, and here is the arithmetic for the first. Both classes
occur in them, x is not the same throughout, and neither class lies wholly on one side of the other:
then the loss is strictly convex, and lowest where its two slopes, the sums of r and of r·x with
r = σ(w·x + b) − y, are 0.

Newton's method finds that place in a few steps for nearly all data. It does not for data of very
different scales, as [0, 1, 2, 3, 10¹⁵⁰]: the farthest point makes its steps too small, many hundred
times over. For those the minimum is first enclosed, in w, and for each w in b, where nothing can go
wrong, and Newton's method adds the last digits.
"""

from __future__ import annotations

import math
import sys
from fractions import Fraction
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core._logits import BLOCK, FloatArray

Truths = NDArray[np.bool_]

_MOST_STEPS = 60
_LEAST_SHARE = 2.0**-12  # of a step
_SETTLED = 1e-6  # a step that changes each logit by less leaves all digits to the next one
_OVERSHOT = 0.5  # the share of its slope that the loss may have, rising, at the end of a step
_SAMPLE = 4096  # so many of many examples say where to begin
_VAST = 1e290  # of larger x the sums may exceed float64
_VAST_EXPONENT = 64
_LEAST_EXPONENT, _LARGEST_EXPONENT = -1074, 1023
_OCTAVE_STEPS = 20  # halvings of [2ᵉ, 2ᵉ⁺¹]: Newton's method needs no closer start
_BALANCED, _ROUGHLY = 1e-10, 1e-15  # the error of b while w is enclosed, and its share of b
_ENCLOSED = 1e-4  # of w: much more than it is known to then
_HIDDEN = 1e-13
_FARTHEST = 1e300


class _Place(NamedTuple):
    """w and b in some coordinate, and whether both slopes are 0 there, to rounding."""

    w: float
    b: float
    settled: bool


class _Sums(NamedTuple):
    """Over the examples, with r = σ(z) − y, q = σ(z)·(1 − σ(z)) and d = u − middle."""

    r: float
    rd: float
    q: float
    qd: float
    qdd: float
    reach: float
    """The largest |d| of the examples whose q is not 0."""


def minimum(x: FloatArray, ones: Truths) -> tuple[float, float]:
    """The w and b of the least loss, or the floats nearest to them.

    What of w no float64 can hold is cut off at the largest, and b is what belongs to that w.

    Args:
        x: finite; (n,).
        ones: where y is 1; (n,). The data must have a minimum, as described above.
    """
    largest = max(float(x.max()), -float(x.min()))
    vast = _VAST_EXPONENT if largest > _VAST else 0
    with np.errstate(all="ignore"):
        # A point between the classes' ends as origin: what matters lies around it, and differences
        # from it are exact where they are small.
        x = np.ldexp(x, -vast)
        centre = float(x[ones].min() if x[ones].mean() >= x[~ones].mean() else x[ones].max())
        u = x - centre
        exponent = math.frexp(float(np.abs(u).max()))[1]
        place = _from_afar(np.ldexp(u, -exponent), ones)
        if not place.settled:
            rising = _rising(u, ones)
            w, b = _enclosed(rising)
            exponent = -math.frexp(w)[1]
            near = np.clip(np.ldexp(u, -exponent), -_FARTHEST, _FARTHEST)
            start = _Place(math.ldexp(w, exponent), b, settled=False)
            place = _newton(near, ones, start)
            # Where a far example's curvature has died away, Newton's step may be any size.
            is_right = place.settled and (
                abs(place.w - start.w) <= _ENCLOSED * abs(start.w)
                or _is_hidden(rising, math.ldexp(place.w, -exponent))
            )
            place = place if is_right else start
        w = _nearest(Fraction(place.w) / Fraction(2) ** (exponent + vast))
        if abs(w) == sys.float_info.max:
            return w, _balance(np.sort(_clipped(np.ldexp(x, vast), w)), int(np.count_nonzero(ones)))
    return w, _nearest(Fraction(place.b) - Fraction(w) * Fraction(centre) * 2**vast)


def _nearest(value: Fraction) -> float:
    try:
        return float(value)
    except OverflowError:
        return sys.float_info.max if value > 0 else -sys.float_info.max


# By Newton's method ---------------------------------------------------------------------------


def _from_afar(u: FloatArray, ones: Truths) -> _Place:
    """From w = 0, or, with many examples, from the minimum of a sample of them."""
    start = _flat(ones)
    if u.size > 8 * _SAMPLE:
        some = slice(None, None, u.size // _SAMPLE)
        if ones[some].any() and not ones[some].all():
            sampled = _newton(u[some], ones[some], _flat(ones[some]))
            start = sampled if sampled.settled else start
    return _newton(u, ones, start)


def _flat(ones: Truths) -> _Place:
    k = int(np.count_nonzero(ones))
    return _Place(0.0, math.log(k / (ones.size - k)), settled=False)


def _newton(u: FloatArray, ones: Truths, start: _Place) -> _Place:
    """Damped Newton steps from a place, until one more changes nothing but the last digits.

    A step at whose end the loss rises, by half as much as it fell at its beginning or more, is
    halved. Whether a step is small is seen in the logits, those that are too large to have a
    curvature left aside: no third derivative of a loss is larger than its second, so that one
    which changes each logit little leads to the minimum, but for the square of that little.
    """
    w, b = start.w, start.b
    middle = _middle(_sums(u, ones, w, b, 0.0))
    sums = _sums(u, ones, w, b, middle)
    is_near = False
    for _ in range(_MOST_STEPS):
        offset = _middle(sums)
        spread = sums.qdd - sums.qd * offset
        if not 0.0 < spread < math.inf:
            break
        slope = sums.rd - offset * sums.r
        dw, rise = -slope / spread, -sums.r / sums.q
        middle += offset
        if is_near:
            return _Place(w + dw, b + (rise - dw * middle), settled=True)
        is_near = abs(rise) + abs(dw) * sums.reach <= _SETTLED
        downhill = -(slope * dw + sums.r * rise)
        share = 2.0
        overshot = True
        while overshot and share > _LEAST_SHARE:
            share /= 2.0
            new_w, new_b = w + share * dw, b + share * (rise - dw * middle)
            sums = _sums(u, ones, new_w, new_b, middle)
            overshot = not is_near and sums.rd * dw + sums.r * rise > _OVERSHOT * downhill
        w, b = new_w, new_b
    return _Place(w, b, settled=False)


def _middle(sums: _Sums) -> float:
    return sums.qd / sums.q if sums.q > 0.0 else 0.0


def _sums(u: FloatArray, ones: Truths, w: float, b: float, middle: float) -> _Sums:
    total, reach = np.zeros(5), 0.0
    for start in range(0, u.size, BLOCK):
        part = slice(start, start + BLOCK)
        d = u[part] - middle
        away = 1.0 - 2.0 * ones[part]
        t = (u[part] * w + b) * away
        far = np.exp(-np.abs(t))
        near = 1.0 / (1.0 + far)
        beyond = far * near
        r = np.where(t < 0.0, beyond, near) * away
        q = beyond * near
        qd = q * d
        total += (r.sum(), (r * d).sum(), q.sum(), qd.sum(), (qd * d).sum())
        reach = max(reach, float((np.abs(d) * (q > 0.0)).max()))
    r_sum, rd_sum, q_sum, qd_sum, qdd_sum = total.tolist()
    return _Sums(r_sum, rd_sum, q_sum, qd_sum, qdd_sum, reach)


# By enclosing it ------------------------------------------------------------------------------


class _Rising(NamedTuple):
    """The examples as they are where the best w is positive.

    Attributes:
        sign: of the best w for the examples as given, with which u is multiplied.
        u: in rising order.
        ones: in that order.
    """

    sign: float
    u: FloatArray
    ones: Truths


def _rising(u: FloatArray, ones: Truths) -> _Rising:
    """At w = 0 the slope has the sign of the zeros' mean less the ones' mean."""
    upper, lower = u[ones], u[~ones]
    turn = math.fsum(upper.tolist()) / upper.size - math.fsum(lower.tolist()) / lower.size
    sign = math.copysign(1.0, turn)
    order = np.argsort(sign * u, kind="stable")
    return _Rising(sign, sign * u[order], ones[order])


def _enclosed(rising: _Rising) -> tuple[float, float]:
    """w to six digits and the b that belongs to it, however different the scales in u are.

    The slope of min_b loss(w, b) rises with w. At w = n/overlap it is positive where it was
    negative at 0, for a zero at the upper end of the overlap and a one at its lower end would cost
    more than n log 2 together, which is more than w = b = 0 costs. Between them the exponent of w
    is found first, then its digits.
    """
    sign, u, ones = rising
    overlap = float(u[~ones].max() - u[ones].min())
    low = _LEAST_EXPONENT - 1  # stands for 0
    high = min(_LARGEST_EXPONENT, math.frexp(u.size)[1] + 1 - math.frexp(overlap)[1])
    while high - low > 1:
        middle = (low + high) // 2
        if _slope(u, ones, math.ldexp(1.0, middle)) < 0.0:
            low = middle
        else:
            high = middle
    w, end = math.ldexp(1.0, low), math.ldexp(1.0, high)
    for _ in range(_OCTAVE_STEPS):
        half = w + (end - w) / 2.0
        if _slope(u, ones, half) < 0.0:
            w = half
        else:
            end = half
    return sign * w, _balance(_clipped(u, w), int(np.count_nonzero(ones)))


def _is_hidden(rising: _Rising, w: float) -> bool:
    """Whether rounding hides the slope there: enclosing it can tell no more than that."""
    sign, u, ones = rising
    return sign * w > 0.0 and _slope(u, ones, sign * w) == 0.0


def _slope(u: FloatArray, ones: Truths, w: float) -> float:
    """A number with the sign of the slope along w at the b that is best for this w.

    The logarithm of what pulls up less that of what pulls down: an example with a residual below
    float64 may have an x that makes up for it. It is 0 where rounding hides which is more.
    """
    z = _clipped(u, w)
    z += _balance(z, int(np.count_nonzero(ones)))
    away = 1.0 - 2.0 * ones
    pull = _log_sigmoid(z * away) + np.log(np.abs(u))
    up, down = _log_total(pull[away * u > 0.0]), _log_total(pull[away * u < 0.0])
    return 0.0 if math.isclose(up, down, rel_tol=_HIDDEN, abs_tol=_HIDDEN) else up - down


def _log_total(logs: FloatArray) -> float:
    """The logarithm of the sum of what has these logarithms."""
    top = float(logs.max(initial=-math.inf))
    return top + math.log(float(np.exp(logs - top).sum())) if top > -math.inf else top


def _clipped(u: FloatArray, w: float) -> FloatArray:
    return np.clip(u * w, -_FARTHEST, _FARTHEST)


def _balance(z: FloatArray, k: int) -> float:
    """The b for which the sum of σ(z + b) is k, for rising z.

    As if the k largest were the ones, the sum of σ over the others is to equal the sum of 1 − σ
    over those. The logarithms of both are nearly straight in b, also where b is in a wide gap of
    the z and both are tiny. The ends are where σ(z + b) of the k-th largest is 1/(n+1), and that of
    the next one n/(n+1): the sum is at most k, and at least k.
    """
    n = z.size
    others, largest = z[: n - k], z[n - k :]
    low, high = -float(z[n - k]) - math.log(n), -float(z[n - k - 1]) + math.log(n)
    b = low + (high - low) / 2.0
    step, steps = math.inf, 0
    while abs(step) > _BALANCED + _ROUGHLY * abs(b) and steps < _MOST_STEPS:
        up, up_slope = _log_sum(others + b)
        down, down_slope = _log_sum(-largest - b)
        step = (down - up) / (up_slope + down_slope)
        b = min(max(b + step, low), high)
        steps += 1
    return b


def _log_sum(t: FloatArray) -> tuple[float, float]:
    """The logarithm of the sum of σ(t), and its derivative when all t move together."""
    logs = _log_sigmoid(t)
    top = float(logs.max())
    shares = np.exp(logs - top)
    total = float(shares.sum())
    return top + math.log(total), float((shares * np.exp(_log_sigmoid(-t))).sum()) / total


def _log_sigmoid(t: FloatArray) -> FloatArray:
    return np.asarray(np.minimum(t, 0.0) - np.log1p(np.exp(-np.abs(t))))
