"""The numbers of the Model view as one object, for scripts."""

from __future__ import annotations

import math

from core import logistic
from core.model_snapshot import ModelSnapshot


def model_numbers(snapshot: ModelSnapshot) -> dict[str, object]:
    """The numbers that ``--json`` prints of a model, in its order.

    Everything is in nats. Floats are in full precision; an infinity is the string "inf" or "-inf",
    and what is undefined is None. The fit is that of w and b, also where all share one π; that of
    many examples, which a snapshot may not have yet, is worked out.
    """
    data = snapshot.state.data
    fit = snapshot.fit or logistic.fit(data.x, data.y)
    gradient, direction = snapshot.gradient, fit.direction
    return {
        "n": snapshot.n,
        "w": snapshot.w,
        "b": snapshot.b,
        "binary_cross_entropy": _plain(snapshot.binary_cross_entropy),
        "gradient": None if gradient is None else [_plain(slope) for slope in gradient],
        "fit": {
            "w": _plain(fit.w),
            "b": _plain(fit.b),
            "loss": _plain(fit.loss),
            "converged": fit.converged,
            "reason": fit.reason,
            "direction": None if direction is None else [_plain(part) for part in direction],
        },
    }


def _plain(value: float | None) -> object:
    if value is None or math.isnan(value):
        return None
    return str(value) if math.isinf(value) else value
