"""The model on its way down, frame by frame."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from core import climb
from core import motion as core_motion
from core.snapshot import evaluate

if TYPE_CHECKING:
    from core.model_state import ModelState
    from core.snapshot import Snapshot

# Where no steps have been gone yet, a figure goes at most so many, and at least so many of many
# examples; together they look at so many examples at most.
MOST_STEPS, FEWEST_STEPS, MOST_LOOKS = 1_000, 20, 20_000_000


class Climb:
    """The steps of a path.

    The path is the one that was gone. Where none was, it leads from w = b = 0, as the climber is
    set, until nothing more happens.

    Args:
        snapshot: with a model that has examples.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        state = snapshot.state.model
        if state is None or not state.data.n:
            raise ValueError("snapshot must have a model with examples")
        end = state if state.climber.step else _gone(state)
        self._end = evaluate(replace(snapshot.state, model=end), snapshot)

    def steps(self, frames: int, *, ease: bool = True) -> list[int]:
        """How many steps have been gone in each frame: none in the first, all in the last."""
        end = self._end.state.model
        total = end.climber.step if end is not None else 0
        return core_motion.replay(total, frames, ease=ease) if total else [0] * frames

    def snapshot(self, step: int) -> Snapshot:
        """The numbers after so many steps."""
        model = self._end.model
        if model is None or model.path is None:
            return self._end
        state, path = model.state, model.path
        there = replace(
            state,
            # The w that one shared π puts aside stays aside.
            w=state.w if state.shared else float(path.w[step]),
            b=float(path.b[step]),
            climber=replace(state.climber, step=step),
        )
        return evaluate(replace(self._end.state, model=there), self._end)


def _gone(state: ModelState) -> ModelState:
    start = replace(state, w=state.w if state.shared else 0.0, b=0.0)
    start = replace(start, climber=replace(start.climber, start=None, step=0))
    most = min(MOST_STEPS, max(FEWEST_STEPS, MOST_LOOKS // state.data.n))
    return climb.advanced(start, None, most)
