"""All that the Model view needs, derived from its state once. Everything is in nats."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core import _logits, bernoulli, climb, logistic
from core.landscape import Region, usual_region
from core.logistic import Fit

if TYPE_CHECKING:
    from core.climb import Path
    from core.labelled import Labelled
    from core.model_state import ModelLook, ModelState

AT_ONCE = 50_000
"""Of more examples the fit is not worked out at once: it comes later, by `with_fit`."""

# Who comes back to many examples, from another view or by an undo, need not wait again.
_last_fit: tuple[Labelled, Fit] | None = None


@dataclass(frozen=True, eq=False)
class ModelSnapshot:
    """The state of the Model view and its numbers, never changed.

    Attributes:
        state: what all the rest is derived from.
        look: how it is looked at.
        n: the number of examples.
        k: the number of ones.
        w: the weight that counts: 0 where all share one π.
        b: the bias.
        binary_cross_entropy: BCE at (w, b); None without examples.
        gradient: (∂BCE/∂w, ∂BCE/∂b) there; None without examples.
        floor: H(k/n), the least BCE that one shared π reaches; None without examples.
        shared_b: the bias log(k/(n−k)) that reaches it, possibly ±inf; None without examples.
        fit: the maximum-likelihood fit; None while it is being worked out.
        path: the path gone; None before the first step.
        region: the part of the landscape to be seen.
    """

    state: ModelState
    look: ModelLook
    n: int
    k: int
    w: float
    b: float
    binary_cross_entropy: float | None
    gradient: tuple[float, float] | None
    floor: float | None
    shared_b: float | None
    fit: Fit | None
    path: Path | None
    region: Region

    def predictions(self, start: int = 0, stop: int | None = None) -> NDArray[np.float64]:
        """ŷ of the examples start … stop−1."""
        return _logits.predictions(self.state.data.x[start:stop], self.w, self.b)

    def losses(self, start: int = 0, stop: int | None = None) -> NDArray[np.float64]:
        """The losses −log f(yᵢ; ŷᵢ) of the examples start … stop−1, in nats."""
        data = self.state.data
        return _logits.losses(data.x[start:stop], data.y[start:stop], self.w, self.b)

    def with_fit(self, fit: Fit) -> ModelSnapshot:
        """The same with the fit, which is known now, and from here on of these examples."""
        global _last_fit  # noqa: PLW0603 - a memory of one
        _last_fit = self.state.data, fit
        region = self.look.region or usual_region(self.state.data, fit)
        return replace(self, fit=fit, region=region)


def evaluate_model(
    state: ModelState, look: ModelLook, previous: ModelSnapshot | None = None
) -> ModelSnapshot:
    """Derive the snapshot of a state.

    Args:
        state: the state.
        look: how it is looked at.
        previous: an earlier snapshot, whose parts are kept where they are the same still.
    """
    data = state.data
    n, k = data.n, data.k
    w, b = state.weights
    same = previous is not None and previous.state.data is data
    if previous is not None and same:
        fit = previous.fit
    else:
        fit = logistic.fit(data.x, data.y) if n <= AT_ONCE else None
    if fit is None and _last_fit is not None and _last_fit[0] is data:
        fit = _last_fit[1]
    if look.region is not None:
        region = look.region
    elif (
        previous is not None
        and previous.look.region is None
        and (same or (fit is None and abs(previous.n - n) <= 1))
    ):
        # Also while the fit of many examples, of which one is another, is worked out.
        region = previous.region
    else:
        region = usual_region(data, fit)
    if previous is not None and previous.state is state:
        # It is looked at in another way, and no number is another one.
        return replace(previous, look=look, fit=fit, region=region)
    pi = bernoulli.mle(k, n)
    loss, gradient = None, None
    if n:
        loss, *slopes = _logits.loss_and_gradient(data.x, data.y, w, b)
        gradient = (slopes[0], slopes[1])
    return ModelSnapshot(
        state=state,
        look=look,
        n=n,
        k=k,
        w=w,
        b=b,
        binary_cross_entropy=loss,
        gradient=gradient,
        floor=None if pi is None else bernoulli.entropy(pi),
        shared_b=shared_bias(k, n),
        fit=fit,
        path=_path(state, previous if same else None),
        region=region,
    )


def shared_bias(k: int, n: int) -> float | None:
    """The bias log(k/(n−k)) with which σ(b) = k/n, possibly ±inf; None without examples."""
    if n == 0:
        return None
    if k in (0, n):
        return math.inf if k else -math.inf
    return math.log(k / (n - k))


def _path(state: ModelState, previous: ModelSnapshot | None) -> Path | None:
    climber = state.climber
    if climber.start is None or not state.data.n:
        return None
    before = None
    if previous is not None and previous.path is not None:
        old = previous.state
        if old.shared == state.shared and replace(old.climber, step=0) == replace(climber, step=0):
            if old.climber.step == climber.step:
                return previous.path
            before = previous.path
    return climb.path(state.data, climber, shared=state.shared, before=before)
