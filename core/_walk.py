"""A path that grows step by step, and what becomes of it. `core.climb` is what others call."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core import bernoulli
from core._ground import Ground
from core.model_state import LARGEST, Climber

if TYPE_CHECKING:
    from core.labelled import Labelled

_ROUNDING = 2.0**-52
_NO_RISE = 1e-13  # a share of the loss: what rises less may be rounding
# Likewise: only where the last step changed less, it is worth asking what is left.
_LEVEL = {"descent": 1e-12, "newton": 1e-6}
_AT_MOST = 1e-9  # above the fit, as a share of its loss, is where a path has settled
_RECENT = 6  # steps in which descent is to reach a new low, and the loss is to change at all
_SOON = 3  # steps before which nothing is called divergence
_SHORTEST_EPOCH = 20


@dataclass(frozen=True, eq=False)
class Path:
    """A path.

    Attributes:
        w: the weights, (steps + 1,); the first is the start. Where no step can be made any more,
            the last is repeated.
        b: the biases, likewise.
        loss: BCE in nats there, likewise.
        verdict: one of `VERDICTS`, what becomes of it at its end:
            "going": the loss falls; or no step has been gone yet.
            "settled": it is at the minimum: what is left to fall, ½ gᵀH⁻¹g, is less than the loss's
                rounding, or than that of w and b, and the loss is the fit's to 1e-9 of itself, or
                to what w and b can be rounded to.
            "rising": the loss rose in the last step, or, one example at a time, is above the start.
            "diverged": the rate is too large: it lies above `largest_rate`, and for some steps the
                loss has reached no new low, but bounces; or the next step would leave what w and b
                may be. One example at a time: for an epoch, the mean of the loss has been above the
                start's and above what one shared π reaches. Newton's method: it bounces likewise.
            "running_off": there is no minimum; the loss falls on while w or b grow for ever.
            "stuck": the next step changes nothing, or the last six did not change the loss, or
                Newton's cannot be worked out, because the Hessian is singular; yet this is not the
                minimum.
            "hovering": one example at a time: the loss of the last epoch, on average, is no lower
                than that of one of the three before: at a constant rate the noise of the single
                examples keeps it at some distance from the minimum.
        end: the step behind which none can be made, because it would leave what w and b may be, or
            because Newton's cannot be worked out; None where the path goes on.
    """

    w: NDArray[np.float64]
    b: NDArray[np.float64]
    loss: NDArray[np.float64]
    verdict: str
    end: int | None = None


class Walk:
    """A path that grows step by step.

    Args:
        data: the examples.
        climber: how; its `start` is known.
        shared: whether w stays 0.
        before: a path of the same climber; None for none.
    """

    def __init__(
        self, data: Labelled, climber: Climber, *, shared: bool, before: Path | None
    ) -> None:
        self._ground = ground_of(data)
        self._climber, self._shared = replace(climber, step=0), shared
        given = climber.method == "descent" and not climber.standardised
        self._axes = self._ground.given if given else self._ground.standardised
        self._rate = climber.rate
        if climber.total and not climber.single:
            self._rate *= data.n
        known = [one for one in (before, _kept(data, self._climber, shared)) if one is not None]
        if known:
            longest = max(known, key=lambda one: one.w.size)
            self._w, self._b, self._loss = (
                array.tolist() for array in (longest.w, longest.b, longest.loss)
            )
            self._end = longest.end
        else:
            w, b = climber.start or (0.0, 0.0)
            w = 0.0 if shared else w
            self._w, self._b, self._loss = [w], [b], [self._ground.loss(w, b)]
            self._end = None
        self._ahead: tuple[int, tuple[float, float] | None] | None = None

    def steps_to(self, end: int) -> Iterator[int]:
        """Go to step ``end``, and name each step that there is before it is left."""
        for step in range(end + 1):
            while len(self._w) <= step:
                self._go()
            yield step

    def _go(self) -> None:
        step = len(self._w) - 1
        (w, b), loss = (self._w[-1], self._b[-1]), self._loss[-1]
        after = self._next(step)
        if after is None and self._end is None:
            self._end = step
        if after is not None and after != (w, b):
            (w, b), loss = after, self._ground.loss(*after)
        self._w.append(w)
        self._b.append(b)
        self._loss.append(loss)

    def _next(self, step: int) -> tuple[float, float] | None:
        """Where step ``step`` + 1 leads; None where it leads too far, or nowhere."""
        if self._end is not None and step >= self._end:
            return None
        if self._ahead is None or self._ahead[0] != step:
            self._ahead = step, self._step_from(step)
        return self._ahead[1]

    def _step_from(self, step: int) -> tuple[float, float] | None:
        w, b = self._w[step], self._b[step]
        ground, climber, axes = self._ground, self._climber, self._axes
        if climber.method == "newton":
            found = ground.newton(w, b, shared=self._shared)
            if found is None:
                return None
            move = found
        else:
            if climber.single:
                epoch, i = divmod(step, ground.data.n)
                which = int(_order(climber.seed, epoch, ground.data.n)[i])
                du, dv = ground.slopes_of_one(axes, which, w, b)
            else:
                du, dv = ground.slopes(axes, w, b)
            move = -self._rate * du, -self._rate * dv
        after = (0.0, b + move[1]) if self._shared else axes.moved(w, b, *move)
        return after if max(abs(after[0]), abs(after[1])) <= LARGEST else None

    def path(self, steps: int) -> Path:
        """The first steps of it."""
        if self._next(steps) is None and self._end is None:
            self._end = steps
        w, b, loss = (np.array(values) for values in (self._w, self._b, self._loss))
        for array in (w, b, loss):
            array.flags.writeable = False
        _keep(self._ground.data, self._climber, self._shared, Path(w, b, loss, "", self._end))
        end = self._end if self._end is not None and self._end <= steps else None
        some = slice(steps + 1)
        return Path(w[some], b[some], loss[some], self.verdict(steps), end)

    # What becomes of it ------------------------------------------------------------------------

    def is_at_rest(self, step: int) -> bool:
        """Whether nothing happens any more behind a step."""
        return bool(self._over(step)) or self._is_settled(step) or self._is_still(step)

    def _over(self, step: int) -> str:
        """Why no step can be made behind this one; "" if one can."""
        if self._next(step) is not None:
            return ""
        singular = self._climber.method == "newton" and (
            self._ground.newton(self._w[step], self._b[step], shared=self._shared) is None
        )
        return "stuck" if singular else "diverged"

    def _is_settled(self, step: int) -> bool:
        if not self._ground.has_minimum(shared=self._shared):
            return False
        loss = self._loss[step]
        if step and abs(loss - self._loss[step - 1]) > _LEVEL[self._climber.method] * loss:
            return False
        w, b = self._w[step], self._b[step]
        left = self._ground.left(w, b, shared=self._shared)
        blur = min(4.0 * self._ground.blur(w, b), _LEVEL["newton"] * loss)
        if left > max(_ROUNDING * loss, blur):
            return False
        # Beside one x that is far enough away, all others are the same once standardised, and what
        # they leave to fall is not seen there: the fit knows better.
        lowest = self._ground.lowest(shared=self._shared)
        allowed = max(_AT_MOST * lowest, min(blur, _LEVEL["newton"] * lowest))
        return bool(loss <= lowest + allowed)

    def _is_lowest(self, step: int) -> bool:
        """Whether the loss is the least there is, whatever slope and curvatures say."""
        if not self._ground.has_minimum(shared=self._shared):
            return False
        lowest = self._ground.lowest(shared=self._shared)
        return bool(self._loss[step] <= lowest * (1.0 + _NO_RISE))

    def _is_still(self, step: int) -> bool:
        return not self._climber.single and self._next(step) == (self._w[step], self._b[step])

    def verdict(self, step: int) -> str:
        """One of `VERDICTS`, of the first ``step`` steps."""
        ends = self._ground.has_minimum(shared=self._shared)
        over = self._over(step)
        if over == "diverged":
            return over
        if self._is_settled(step):
            return "settled"
        recent = self._loss[max(0, step - _RECENT) : step]
        level = len(recent) == _RECENT and set(recent) == {self._loss[step]}
        if over or level or self._is_still(step):
            if self._is_lowest(step):
                return "settled"
            # Where there is no minimum, all that falls ends on a plain that float64 makes level.
            fell = not ends and self._loss[step] < self._loss[0]
            return "running_off" if fell else "stuck"
        if not step:
            return "going"
        falling = "going" if ends else "running_off"
        if self._climber.single:
            return self._verdict_of_epochs(step, falling)
        rose = self._loss[step] > self._loss[step - 1] * (1.0 + _NO_RISE)
        if not rose and self._loss[step] < min(recent):
            return falling
        if step >= _SOON and ends and self._loss[step] >= min(recent) and self._is_too_fast():
            return "diverged"
        return "rising" if rose else falling

    def _is_too_fast(self) -> bool:
        if self._climber.method == "newton":
            return True  # so near the minimum that it could not fall, it would have settled
        place = self._ground.minimum(shared=self._shared)
        limit = limit_of(self._ground, self._climber, place, shared=self._shared)
        return limit is not None and self._climber.rate >= limit

    def _verdict_of_epochs(self, step: int, falling: str) -> str:
        n, k = self._ground.data.n, self._ground.data.k
        epoch = max(n, _SHORTEST_EPOCH)
        if step < 2 * epoch:
            return "rising" if self._loss[step] > self._loss[0] else falling
        count = min(4, step // epoch)
        ends = [step + 1 - i * epoch for i in range(count)]
        last, *earlier = (float(np.mean(self._loss[end - epoch : end])) for end in ends)
        if last > max(self._loss[0], bernoulli.entropy(k / n)):
            return "diverged"
        return falling if last < min(earlier) else "hovering"


def limit_of(
    ground: Ground, climber: Climber, place: tuple[float, float] | None, *, shared: bool
) -> float | None:
    if climber.method == "newton" or climber.single or place is None:
        return None
    largest = curvatures_of(ground, climber, place, shared=shared)[1]
    return 2.0 / largest if largest > 0.0 else math.inf


def curvatures_of(
    ground: Ground, climber: Climber, place: tuple[float, float], *, shared: bool
) -> tuple[float, float]:
    axes = ground.standardised if climber.standardised else ground.given
    flat, middle, steep = ground.bends(axes, *place)
    n = ground.data.n if climber.total else 1
    if shared:
        return n * flat, n * flat
    across = steep + flat * middle * middle
    largest = (across + flat) / 2 + math.hypot((across - flat) / 2, flat * middle)
    least = steep * (flat / largest) if largest else 0.0
    return n * least, n * largest


# What was worked out last is kept: the same path is asked for again when the step is made, undone,
# or shown. Each is one tuple, so that a thread beside the window finds it whole.
_last_ground: Ground | None = None
_last_path: tuple[Labelled, Climber, bool, Path] | None = None


def ground_of(data: Labelled) -> Ground:
    global _last_ground  # noqa: PLW0603 - a memory of one
    ground = _last_ground
    if ground is None or ground.data is not data:
        ground = _last_ground = Ground(data)
    return ground


def _kept(data: Labelled, climber: Climber, shared: bool) -> Path | None:
    last = _last_path
    if last is None or last[0] is not data or last[1:3] != (climber, shared):
        return None
    return last[3]


def _keep(data: Labelled, climber: Climber, shared: bool, path: Path) -> None:
    global _last_path  # noqa: PLW0603 - a memory of one
    _last_path = data, climber, shared, path


@lru_cache(maxsize=2)
def _order(seed: int, epoch: int, n: int) -> NDArray[np.intp]:
    """In which order an epoch takes its examples."""
    from numpy.random import PCG64  # slow to import, and few need it

    return np.argsort(PCG64([seed, epoch]).random_raw(n), kind="stable")
