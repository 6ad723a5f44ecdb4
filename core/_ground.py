"""What climbers look at: the slopes and the curvatures of BCE, and whether it has a minimum."""

from __future__ import annotations

import math
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from core import _logits, bernoulli, logistic
from core.region import scatter

if TYPE_CHECKING:
    from core._logits import FloatArray
    from core.labelled import Labelled
    from core.logistic import Fit


class Bends(NamedTuple):
    """The Hessian of BCE in (u, v), by its pivots: no difference of large numbers is in them.

    It is [[steep + flat·middle², flat·middle], [flat·middle, flat]], with the weights
    q = σ(z)(1 − σ(z)): flat = mean q, middle = mean(q·t)/flat, steep = mean(q·(t − middle)²).
    """

    flat: float
    middle: float
    steep: float


class Axes:
    """Coordinates u = w·scale, v = b + w·centre, in which x is t = (x − centre)/scale.

    Attributes:
        centre, scale: those numbers.
        t: the examples' x in them, (n,).
    """

    def __init__(self, x: FloatArray, centre: float, scale: float) -> None:
        self.centre, self.scale = centre, scale
        self.t = x if (centre, scale) == (0.0, 1.0) else (x - centre) / scale

    def there(self, w: float, b: float) -> tuple[float, float]:
        """(w, b) in (u, v), rounded once: w·centre and b may nearly cancel."""
        if self.centre == 0.0:
            return w * self.scale, b
        return w * self.scale, float(Fraction(b) + Fraction(w) * Fraction(self.centre))

    def moved(self, w: float, b: float, du: float, dv: float) -> tuple[float, float]:
        """(w, b) after a move of (du, dv)."""
        dw = du / self.scale
        return w + dw, b + (dv - dw * self.centre)


class Ground:
    """Examples, made ready to be climbed on.

    Attributes:
        data: they.
        ones: where y is 1, (n,).
        given: x as it is.
        standardised: (x − mean)/deviation; of equal x, whose deviation is 0, x − mean.
    """

    def __init__(self, data: Labelled) -> None:
        self.data = data
        self.ones = data.y == 1
        self.given = Axes(data.x, 0.0, 1.0)
        mean, deviation = scatter(data.x)
        self.standardised = Axes(data.x, mean, deviation or 1.0)

    @cached_property
    def _crosses(self) -> bool:
        """Whether w and b have a best value: neither class lies on one side of the other."""
        x = self.data.x
        if not 0 < self.data.k < self.data.n:
            return False
        ones, zeros = x[self.ones], x[~self.ones]
        low_1, high_1, low_0, high_0 = ones.min(), ones.max(), zeros.min(), zeros.max()
        equal = low_1 == high_1 == low_0 == high_0
        return bool(equal or (low_0 < high_1 and low_1 < high_0))

    @cached_property
    def _fit(self) -> Fit:
        return logistic.fit(self.data.x, self.data.y)

    def has_minimum(self, *, shared: bool) -> bool:
        """Whether BCE has one, with one π for all or with w and b."""
        return 0 < self.data.k < self.data.n if shared else self._crosses

    def minimum(self, *, shared: bool, fit: Fit | None = None) -> tuple[float, float] | None:
        """The (w, b) of that; None where there is none. ``fit`` need not be worked out again."""
        n, k = self.data.n, self.data.k
        if shared:
            return (0.0, math.log(k / (n - k))) if 0 < k < n else None
        found = fit or self._fit
        return (found.w, found.b) if found.converged else None

    def lowest(self, *, shared: bool) -> float:
        """BCE there, or its infimum."""
        return float(bernoulli.entropy(self.data.k / self.data.n)) if shared else self._fit.loss

    def loss(self, w: float, b: float) -> float:
        """BCE in nats."""
        return _logits.mean_loss(self.data.x, self.ones, w, b)

    def slopes(self, axes: Axes, w: float, b: float) -> tuple[float, float]:
        """(∂BCE/∂u, ∂BCE/∂v)."""
        return _logits.mean_gradient(axes.t, self.ones, *axes.there(w, b))

    def slopes_of_one(self, axes: Axes, i: int, w: float, b: float) -> tuple[float, float]:
        """The slopes of the loss of example ``i`` alone."""
        t = float(axes.t[i])
        u, v = axes.there(w, b)
        z = u * t + v
        sign = -1.0 if self.ones[i] else 1.0
        far = math.exp(-abs(z))
        residual = sign * (far if sign * z < 0.0 else 1.0) / (1.0 + far)
        return residual * t, residual

    def bends(self, axes: Axes, w: float, b: float) -> Bends:
        """The curvatures of BCE."""
        u, v = axes.there(w, b)
        with np.errstate(all="ignore"):
            far = np.exp(-np.abs(u * axes.t + v))
            q = far / (1.0 + far) ** 2
            flat = float(q.mean())
            middle = float((q * axes.t).mean()) / flat if flat else 0.0
            steep = float((q * (axes.t - middle) ** 2).mean())
        return Bends(flat, middle, steep)

    def newton(self, w: float, b: float, *, shared: bool) -> tuple[float, float] | None:
        """The whole step of Newton's method in (u, v), standardised; None where it has none.

        That is where the Hessian is singular, to rounding: far off, where nothing bends any more,
        and where all x are equal, so that one of its directions is level.
        """
        axes = self.standardised
        du, dv = self.slopes(axes, w, b)
        flat, middle, steep = self.bends(axes, w, b)
        if flat == 0.0:
            return None
        if shared:
            return 0.0, -dv / flat
        if not steep > _SINGULAR * flat:
            return None
        step = (middle * dv - du) / steep
        return step, -dv / flat - middle * step

    def left(self, w: float, b: float, *, shared: bool) -> float:
        """What is left to fall, in nats, if BCE is the parabola that it looks like: ½ gᵀH⁻¹g."""
        axes = self.standardised
        du, dv = self.slopes(axes, w, b)
        flat, middle, steep = self.bends(axes, w, b)
        across = 0.0 if shared else du - middle * dv
        if flat == 0.0 or (across and not steep > _SINGULAR * flat):
            return math.inf if du or dv else 0.0
        return (dv * dv / flat + (across * across / steep if across else 0.0)) / 2.0

    def blur(self, w: float, b: float) -> float:
        """What BCE may miss of its minimum, in nats, because w and b are floats next to it."""
        axes = self.standardised
        far = math.ulp(b) + math.ulp(w) * abs(axes.centre)
        return self.bends(axes, w, b).flat * far * far


_SINGULAR = 1e-30  # of steep beside flat: the square of a rounding error of t
