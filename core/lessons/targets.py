"""What words can point at, and when it is on the screen."""

from __future__ import annotations

from core.lessons.lesson import PLACE, Step
from core.stage import PLOTS
from core.state import State

_WITH_TERMS = (
    "pmf", "likelihood", "log-likelihood", "bce", "score", "information", "decomposition",
)  # fmt: skip
_IN_THE_DARK = {
    "mark:optimum": ("optimum",),
    "mark:tangent": ("tangent", "curves"),
    "mark:value": ("curves",),
}
"""What hides a mark."""


def is_shown(target: str, state: State, *, tiles: bool, formula: str) -> bool:
    """Whether a target is on the screen.

    Args:
        target: one of `core.stage.TARGETS`.
        state: the state.
        tiles: whether the strip of tiles is shown.
        formula: the formula that is shown, or "".
    """
    kind, _, name = target.partition(":")
    stage = state.stage
    if kind == "tiles":
        return tiles
    if kind == "tile":
        observations = state.observations
        return tiles and observations.has_sequence and int(name) <= observations.n
    if kind == "formula":
        return bool(formula)
    if kind == "term":
        return formula in _WITH_TERMS
    if kind == "lab" or stage.lab:
        return kind == "lab" and bool(stage.lab)
    if kind == "curve":
        return _is_curve_shown(name, state)
    if target == "mark:prediction":
        return stage.prediction is not None
    place = _place(target, state)
    low, high = state.interval
    in_sight = place is not None and low <= place <= high
    return in_sight and not any(map(state.hides, _IN_THE_DARK.get(target, ())))


def is_shown_in(step: Step, target: str, state: State, *, after: bool) -> bool:
    """Whether a target is on the screen before or after a step's question is answered."""
    if target == "mark:prediction":
        return after and step.question is not None and step.question.kind == PLACE
    tiles = step.tiles_after if after else step.tiles
    formula = step.formula_after if after else step.formula
    return is_shown(target, state, tiles=tiles, formula=formula)


def _place(target: str, state: State) -> float | None:
    """Where a mark stands on the axis; None if there is nothing to mark."""
    observations = state.observations
    if target == "mark:true-pi":
        return state.true_pi if state.shows_true_pi else None
    if target == "mark:optimum":
        return observations.k / observations.n if observations.n else None
    return state.pi if observations.n or target == "mark:pi" else None


def _is_curve_shown(name: str, state: State) -> bool:
    stage = state.stage
    if stage.hides("curves"):
        return False
    if name in PLOTS:
        return name in stage.panels
    # The likelihood is a product: it has no parts to add.
    return not stage.hides("parts") and stage.panels != ("likelihood",)
