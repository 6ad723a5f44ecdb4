"""A part of the (w, b) plane, and the one to see when nobody chose any."""

from __future__ import annotations

import math
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core import _arguments

if TYPE_CHECKING:
    from core.labelled import Labelled
    from core.logistic import Fit

FARTHEST = 1e154
"""No usual region reaches farther: no weight does."""

_ENDS = 1e300  # beyond which no region is moved or scaled: there its span would overflow
_SAMPLE = 4096  # so many examples say how the valley lies

_ERRORS = 2.0  # standard errors of the fit to each side of it
_OF_SIZE = 0.35  # or this share of the fit's own size,
_LEAST_LOGITS = 1.0  # or what changes the logit of a typical x by so much
_MARGIN = 0.08  # of the span, beyond what must be seen
_STEPS = 24  # the edges are multiples of 1, 2 or 5 · 10^i, so many of them at most in the span
_RUN_OFF = 30.0  # how far a typical logit is followed where w runs off
_ASIDE = 8.0  # how much of b is seen beyond that
_ONE_CLASS = (6.0, 8.0)  # how far b is seen on the wrong and on the right side of 0


@dataclass(frozen=True)
class Region:
    """A part of the (w, b) plane.

    Attributes:
        w_low, w_high, b_low, b_high: its edges; finite, low < high.
    """

    w_low: float
    w_high: float
    b_low: float
    b_high: float

    def __post_init__(self) -> None:
        """Check every field.

        Raises:
            ValueError: if an edge is not finite, or low is not less than high.
        """
        for name, low, high in (
            ("w", self.w_low, self.w_high),
            ("b", self.b_low, self.b_high),
        ):
            if not (_is_finite(low) and _is_finite(high) and low < high):
                shown = f"({_arguments.shown(low)}, {_arguments.shown(high)})"
                raise ValueError(f"{name} must have finite edges, low < high, got {shown}")

    def holds(self, w: float, b: float) -> bool:
        """Whether a place lies in it."""
        return self.w_low <= w <= self.w_high and self.b_low <= b <= self.b_high

    def scaled(self, factor: float, w: float, b: float) -> Region:
        """The region `factor` times as large, with the place (w, b) where it was.

        It stays as it is where float64 has nothing smaller, or nothing larger, to offer.
        """
        return self._checked(
            w + (self.w_low - w) * factor,
            w + (self.w_high - w) * factor,
            b + (self.b_low - b) * factor,
            b + (self.b_high - b) * factor,
        )

    def moved(self, dw: float, db: float) -> Region:
        """The region, so much further; where it is if that is too far."""
        return self._checked(self.w_low + dw, self.w_high + dw, self.b_low + db, self.b_high + db)

    def _checked(self, w_low: float, w_high: float, b_low: float, b_high: float) -> Region:
        pairs = ((w_low, w_high), (b_low, b_high))
        # A hundred steps between the edges, so that a grid in it has columns that differ.
        if any(
            max(-low, high) > _ENDS or not high - low > 100 * math.ulp(max(abs(low), abs(high)))
            for low, high in pairs
        ):
            return self
        return Region(w_low, w_high, b_low, b_high)


def _is_finite(value: object) -> bool:
    """Whether it is a number, and a float64 can hold it."""
    # Not every int can: only then is isfinite sure to have an answer.
    if isinstance(value, bool) or not isinstance(value, (int, float, np.integer, np.floating)):
        return False
    return bool(abs(value) <= sys.float_info.max)


def usual_region(data: Labelled, fit: Fit | None) -> Region:
    """The part to see when nobody chose one; w and b of the moment play no part.

    The fit lies well inside, as do (0, 0), where climbs begin, and the best of what one shared π
    reaches, (0, log(k/(n−k))). How much there is around the fit follows from its standard errors,
    the roots of the diagonal of the inverse Hessian of n·BCE: the valley is as long as they say.
    Where w or b runs off, the way they go is seen. The edges are round numbers.

    Args:
        data: the examples.
        fit: their fit; None while nobody knows it: a guess from the classes' means and scatter
            takes its place.
    """
    n, k = data.n, data.k
    if n == 0:
        return Region(-5.0, 5.0, -5.0, 5.0)
    low, high = data.span or (0.0, 0.0)
    reach = max(-low, high) or 1.0
    if k in (0, n):
        wrong, right = _ONE_CLASS
        width = _least_logits(reach, wrong)
        return _rounded((-width, width), (-wrong, right) if k else (-right, wrong), margin=0.0)
    shared = math.log(k / (n - k))
    if low == high:
        width = _least_logits(reach, 4.0)
        return _rounded((-width, width), (min(0.0, shared) - 5.0, max(0.0, shared) + 5.0))
    mean, deviation = scatter(data.x)
    if fit is not None and not math.isfinite(fit.w) and fit.boundary is not None:
        middle = fit.boundary[0] / 2 + fit.boundary[1] / 2
        w = math.copysign(_least_logits(deviation, _RUN_OFF), fit.w)
        seen = (0.0, shared, -w * middle)
        return _rounded(
            (min(-w / 6, w), max(-w / 6, w)), (min(seen) - _ASIDE, max(seen) + _ASIDE), margin=0.0
        )
    if fit is not None:
        w, b = fit.w, fit.b
        w_error, b_error = _errors(data, w, b, mean, deviation)
    else:
        w, b = _guess(data, mean, deviation)
        w_error = b_error = 0.0
    unit = _least_logits(deviation, _LEAST_LOGITS)
    most = 1.5 * abs(w) + 3.0 * unit  # of a fit that is hardly one, the errors are no measure
    half_w = max(min(_ERRORS * w_error, most), _OF_SIZE * abs(w), unit)
    # The valley, w·mean + b = const, is to pass from one end of w to the other.
    along = half_w * abs(mean)
    half_b = max(
        min(_ERRORS * b_error, 2.0 * along + 1.5 * abs(b) + 3.0),
        _OF_SIZE * abs(b),
        _LEAST_LOGITS,
        along,
    )
    return _rounded(
        (min(0.0, w - half_w), max(0.0, w + half_w)),
        (min(0.0, shared, b - half_b), max(0.0, shared, b + half_b)),
    )


def _least_logits(size: float, logits: float) -> float:
    """The w that takes so many logits to a distance in x."""
    return min(logits / size if size else math.inf, FARTHEST)


def scatter(x: NDArray[np.float64]) -> tuple[float, float]:
    """The mean and the standard deviation of some x, also where its square is no float64."""
    low, high = float(x.min()), float(x.max())
    if low == high:
        return low, 0.0
    share = (x - low) / (high - low)
    return low + float(share.mean()) * (high - low), float(share.std()) * (high - low)


def _errors(
    data: Labelled, w: float, b: float, mean: float, deviation: float
) -> tuple[float, float]:
    """The standard errors of w and b, from a sample where there are many examples."""
    x = data.x[:: 1 + (data.n - 1) // _SAMPLE]
    with np.errstate(all="ignore"):
        far = np.exp(-np.abs(w * x + b))
        bend = far / (1.0 + far) ** 2
        u = (x - mean) / deviation
        flat = float(bend.mean())
        middle = float((bend * u).mean()) / flat if flat else 0.0
        steep = float((bend * (u - middle) ** 2).mean())
    if not (flat > 0.0 and steep > 0.0):
        return 0.0, 0.0
    # In u and v = w·mean + b: variances 1/steep and 1/flat + middle²/steep, over n.
    w_error = 1.0 / (math.sqrt(steep * data.n) * deviation) if deviation else math.inf
    offset = mean / deviation + middle if deviation else math.inf
    b_error = math.hypot(1.0 / math.sqrt(flat * data.n), offset / math.sqrt(steep * data.n))
    return w_error, b_error


def _guess(data: Labelled, mean: float, deviation: float) -> tuple[float, float]:
    """What Fisher's linear discriminant says of w and b.

    That is exact for two normal classes of one scatter, and near enough to look at for others.
    """
    u = (data.x - mean) / deviation if deviation else np.zeros(data.n)
    ones = data.y == 1
    share = data.k / data.n
    centre_0, centre_1 = float(u[~ones].mean()), float(u[ones].mean())
    gap = centre_1 - centre_0
    # Of the whole variance, 1, what is not between the classes.
    within = max(1.0 - share * (1.0 - share) * gap * gap, 1e-2)
    w = gap / within
    v = math.log(share / (1.0 - share)) - w * (centre_0 + centre_1) / 2
    scaled = w / deviation if deviation else 0.0
    scaled = max(-FARTHEST, min(FARTHEST, scaled))
    return scaled, max(-FARTHEST, min(FARTHEST, v - scaled * mean))


def _rounded(w: tuple[float, float], b: tuple[float, float], margin: float = _MARGIN) -> Region:
    return Region(*_round_ends(*w, margin), *_round_ends(*b, margin))


def _round_ends(low: float, high: float, margin: float) -> tuple[float, float]:
    """Round numbers around an interval and its margin."""
    low, high = max(low, -FARTHEST), min(high, FARTHEST)
    span = high - low
    low, high = low - margin * span, high + margin * span
    raw = (high - low) / _STEPS
    power = math.floor(math.log10(raw))
    mantissa = next(m for m in (1, 2, 5, 10, 20) if float(f"{m}e{power}") >= raw)
    step = float(f"{mantissa}e{power}")
    # The small slack keeps an end where it is that is round already.
    first, last = math.floor(low / step + 1e-9), math.ceil(high / step - 1e-9)
    return float(f"{first * mantissa}e{power}"), float(f"{last * mantissa}e{power}")
