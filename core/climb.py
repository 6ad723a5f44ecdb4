"""Paths down the landscape: gradient descent and Newton's method, step by step.

Gradient descent goes against the slope, (u, v) ← (u, v) − η·(∂BCE/∂u, ∂BCE/∂v), in coordinates in
which x is standardised, u = w·deviation and v = b + w·mean, or in (w, b) itself. Both go down the
same landscape, by different ways: in the first it is nearly round, in the second often a valley
thousands of times as long as wide. Newton's method takes the curvature along, (u, v) − H⁻¹g, and
goes the same way in either. Its steps are whole ones: far from the minimum they overshoot.
"""

from __future__ import annotations

import math
from dataclasses import replace
from typing import TYPE_CHECKING

from core._walk import Path, Walk, curvatures_of, ground_of, limit_of
from core.model_state import MOST_STEPS, Climber
from core.progress import Progress, nobody

if TYPE_CHECKING:
    from core.labelled import Labelled
    from core.logistic import Fit
    from core.model_state import ModelState

__all__ = (
    "VERDICTS",
    "Path",
    "advanced",
    "curvatures",
    "largest_rate",
    "path",
    "run_to_end",
    "steps_to_halve",
)

VERDICTS = ("going", "settled", "rising", "diverged", "running_off", "stuck", "hovering")
"""What can become of a path, as `Path.verdict` says it."""

MOST_AT_ONCE = 5_000
"""So many steps at most `run_to_end` goes at a time,"""
MOST_LOOKS = 10**9
"""or so many looks at an example, in steps of 200 at least."""

AT_ONCE = 3_000
"""A path of so many steps is there at once,"""
FEW_LOOKS = 10**7
"""unless they look more often than this at an example."""

_OFTEN = 32  # steps between two verdicts, and two words on how far it is


def path(
    data: Labelled,
    climber: Climber,
    *,
    shared: bool = False,
    before: Path | None = None,
    progress: Progress = nobody,
) -> Path:
    """The path of `climber.step` steps from `climber.start`.

    One example at a time, each epoch takes them in an order of its own: that of n numbers of
    numpy's PCG64, seeded with (seed, epoch), which numpy promises to be the same for ever.

    Args:
        data: the examples, one at least.
        climber: how, from where, how far; `start` is known.
        shared: whether w stays 0 and b moves alone.
        before: a path of the same climber with another number of steps, to go on from; the result
            does not depend on it.
        progress: told how far it is. The path is kept: asked for again, it is there at once.
    """
    walk = Walk(data, climber, shared=shared, before=before)
    for step in walk.steps_to(climber.step):
        if step % _OFTEN == 0 or data.n > MOST_AT_ONCE:
            progress(step / max(1, climber.step))
    return walk.path(climber.step)


def takes_long(state: ModelState) -> bool:
    """Whether one would wait for the path of a state that is not known yet."""
    looks = 1 if state.climber.single else state.data.n
    far = state.climber.step > AT_ONCE or state.climber.step * looks > FEW_LOOKS
    return far and state.data.n > 0


def advanced(state: ModelState, path: Path | None, by: int) -> ModelState:
    """The state so many steps further down, or back.

    Steps down end where nothing more happens: where the path has settled, is stuck, or would leave
    what w and b may be, and at `MOST_STEPS`. Where it is there already, and without examples, the
    state itself is given. The first step makes the weights of the moment the start.

    Args:
        state: the state.
        path: its path, if there is one.
        by: how many steps; negative to go back, at most to the start.
    """
    if by < 0:
        step = max(0, state.climber.step + by)
        if path is None or step == state.climber.step:
            return state
        return _at(state, state.climber, path, step)
    return _onward(state, path, by, nobody)[0]


def run_to_end(
    state: ModelState, path: Path | None, progress: Progress = nobody
) -> tuple[ModelState, Path | None]:
    """The state where nothing more happens, where it diverges, or hovers, and its path.

    As far as `MOST_AT_ONCE` and `MOST_LOOKS` allow; where there is nothing to go, the state itself.
    """
    looks = 1 if state.climber.single else max(1, state.data.n)
    most = min(MOST_AT_ONCE, max(200, MOST_LOOKS // looks))
    return _onward(state, path, most, progress, to_the_end=True)


def _onward(
    state: ModelState,
    before: Path | None,
    by: int,
    progress: Progress,
    *,
    to_the_end: bool = False,
) -> tuple[ModelState, Path | None]:
    if not state.data.n:
        return state, None
    climber = state.climber
    if climber.start is None:
        climber, before = replace(climber, start=state.weights, step=0), None
    walk = Walk(state.data, climber, shared=state.shared, before=before)
    end = min(climber.step + by, MOST_STEPS)
    ended = step = climber.step
    for step in walk.steps_to(end):
        if step < climber.step:
            continue
        ended = step
        if walk.is_at_rest(step):
            break
        gone = step - climber.step
        due = gone > 0 and gone % _OFTEN == 0
        if to_the_end and due and walk.verdict(step) in ("diverged", "hovering"):
            break
        if due or state.data.n > MOST_AT_ONCE:
            progress(gone / max(1, end - climber.step))
    found = walk.path(ended)
    if climber is state.climber and ended == climber.step:
        return state, found
    return _at(state, climber, found, ended), found


def _at(state: ModelState, climber: Climber, path: Path, step: int) -> ModelState:
    """The state at a step of a path; the w that one shared π puts aside stays aside."""
    w = state.w if state.shared else float(path.w[step])
    return replace(state, w=w, b=float(path.b[step]), climber=replace(climber, step=step))


def curvatures(
    data: Labelled, climber: Climber, fit: Fit | None = None, *, shared: bool
) -> tuple[float, float] | None:
    """The least and the largest curvature of the landscape at its minimum.

    They are the eigenvalues of the Hessian there, in the coordinates and the scale (of the mean, or
    of the sum) of `climber`.
    The square root of their ratio is how many times the valley is as long as wide. With one shared
    π there is one curvature, π(1−π). None where there is no minimum.
    """
    ground = ground_of(data) if data.n else None
    place = ground.minimum(shared=shared, fit=fit) if ground else None
    return curvatures_of(ground, climber, place, shared=shared) if ground and place else None


def largest_rate(
    data: Labelled, climber: Climber, fit: Fit | None = None, *, shared: bool
) -> float | None:
    """The learning rate above which gradient descent cannot settle at the fit.

    It is 2/λ, λ the largest of `curvatures`.
    None where there is no fit to settle at, and where no rate is a limit of this kind: one example
    at a time, and for Newton's method.

    Args:
        data: the examples.
        climber: how; its rate plays no part.
        fit: the fit of w and b, if it is known; it is worked out otherwise.
        shared: whether w stays 0.
    """
    ground = ground_of(data) if data.n else None
    place = ground.minimum(shared=shared, fit=fit) if ground else None
    return limit_of(ground, climber, place, shared=shared) if ground else None


def steps_to_halve(
    data: Labelled, climber: Climber, fit: Fit | None = None, *, shared: bool
) -> float | None:
    """How many steps of gradient descent halve what is left of the way, along the valley.

    Each step leaves |1 − ηλ| of the distance along an axis of curvature λ: the slowest of them
    counts. None where `largest_rate` is, at rates that are not below it, and where the curvatures
    are too small for a float64.
    """
    limit = largest_rate(data, climber, fit, shared=shared)
    found = curvatures(data, climber, fit, shared=shared)
    if limit is None or found is None or climber.rate >= limit:
        return None
    shares = [climber.rate * curvature for curvature in found]
    if data.span is not None and data.span[0] == data.span[1]:
        # What has no curvature need not be gone.
        shares = [share for share in shares if share > 0.0]
    return max(map(_halving, shares)) if min(shares, default=0.0) > 0.0 else None


def _halving(share: float) -> float:
    left = abs(1.0 - share)
    if left == 0.0:
        return 1.0
    return max(1.0, -math.log(2.0) / (math.log1p(-share) if share < 1.0 else math.log(left)))
