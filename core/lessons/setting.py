"""What a fence of a lesson sets: its keys, read once, and a state with them applied."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from core.lab_state import LabState
from core.labelled import Labelled
from core.lessons.errors import ExpressionError
from core.lessons.expression import Expression
from core.lessons.names import Names
from core.lessons.number import Number
from core.observations import Observations
from core.state import LogBase, State

_WHOLE = ("factors", "table_n", "table_row")
_REAL = ("level", "committed")


class SettingError(ExpressionError):
    """A key whose expression has no value in a state, or one that may not be.

    Attributes:
        key: the key.
    """

    def __init__(self, key: str, error: ExpressionError) -> None:
        """Keep what is wrong, and of what."""
        self.key = key
        super().__init__(error.reason, str(error), error.found, error.allowed)


@dataclass(frozen=True)
class Data:
    """The data that a setting asks for.

    Attributes:
        text: as the file has it.
        observations: the data.
        source: the example's id, or "".
        true_pi: the π that they are drawn with, or None.
    """

    text: str
    observations: Observations
    source: str = ""
    true_pi: float | None = None


@dataclass(frozen=True)
class Examples:
    """The labelled examples that a step offers to open in the Model view.

    Attributes:
        text: as the file has it.
        data: the examples.
        source: the id of a shipped data set, or "".
    """

    text: str
    data: Labelled
    source: str = ""


@dataclass(frozen=True)
class Setting:
    """The keys of a fence; None for one that is absent.

    Attributes:
        data: the observations.
        pi: the current π.
        true_pi: the true π, which is then shown.
        plots: the plots shown.
        lab: the lab in place of the plots; "" for none.
        factors: Underflow: how many factors.
        chain: Chain: which steps are on.
        table_n: Table: the length of the sequences.
        table_row: Table: the row that is read.
        reading: Table: "rows" or "columns".
        replayed: Sharpening: how many observations count; "all" for all.
        tries: Guess: the values of π that were tried.
        committed: Guess: the learner's π̂.
        level: Intervals: the level of confidence.
        tiles: whether the strip of tiles is shown.
        hide: what is kept back.
        light: the target that is lit; "" for none.
        formula: the formula shown; "" for none.
        unit: the unit of information.
        axis: the part of the π axis shown.
        lock: whether the data are protected.
        model: the labelled examples that can be opened in the Model view; no part of the state.
    """

    data: Data | None = None
    pi: Expression | None = None
    true_pi: Expression | None = None
    plots: tuple[str, ...] | None = None
    lab: str | None = None
    factors: Expression | None = None
    chain: tuple[bool, bool, bool, bool] | None = None
    table_n: Expression | None = None
    table_row: Expression | None = None
    reading: str | None = None
    replayed: Expression | str | None = None
    tries: tuple[Expression, ...] | None = None
    committed: Expression | None = None
    level: Expression | None = None
    tiles: bool | None = None
    hide: frozenset[str] | None = None
    light: str | None = None
    formula: str | None = None
    unit: LogBase | None = None
    axis: tuple[float, float] | None = None
    lock: bool | None = None
    model: Examples | None = None

    def applied(self, names: Names) -> State:
        """Return the names' state with these keys in it; those that are absent stay.

        Expressions are about the new data and the old π; those behind ``pi`` about the new one.

        Raises:
            SettingError: if an expression has no value, or one that may not be.
        """
        state = self._with_data(names.state)
        if self.pi is not None:
            state = _replaced("pi", state, pi=_real("pi", self.pi, _about(names, state)))
        about = _about(names, state)
        if self.true_pi is not None:
            true_pi = _real("true-pi", self.true_pi, about)
            state = _replaced("true-pi", state, true_pi=true_pi, shows_true_pi=True)
        stage = replace(
            state.stage,
            **_given(
                panels=self.plots,
                lab=self.lab,
                hidden=self.hide,
                lit=self.light,
                locked=self.lock,
            ),
        )
        set_too = _given(log_base=self.unit, interval=self.axis)
        return replace(state, stage=stage, lab=self._lab(about), **set_too)

    def _with_data(self, state: State) -> State:
        if self.data is None:
            return state
        lab = state.lab
        if (lab.replayed or 0) > self.data.observations.n:
            lab = replace(lab, replayed=None)
        return replace(
            state,
            observations=self.data.observations,
            source=self.data.source,
            true_pi=self.data.true_pi,
            shows_true_pi=False,
            lab=lab,
        )

    def _lab(self, names: Names) -> LabState:
        lab = names.state.lab
        for field in _WHOLE:
            expression = getattr(self, field)
            if expression is not None:
                key = field.replace("_", "-")
                lab = _replaced(key, lab, **{field: _whole(key, expression, names)})
        for key in _REAL:
            expression = getattr(self, key)
            if expression is not None:
                lab = _replaced(key, lab, **{key: _real(key, expression, names)})
        if isinstance(self.replayed, Expression):
            replayed = _whole("replayed", self.replayed, names)
            lab = _replaced("replayed", lab, replayed=replayed)
        elif self.replayed is not None:
            lab = replace(lab, replayed=None)
        if self.tries is not None:
            tries = tuple(_real("tries", one, names) for one in self.tries)
            lab = _replaced("tries", lab, tries=tries)
        return replace(lab, **_given(chain=self.chain, reading=self.reading))


def _about(names: Names, state: State) -> Names:
    return Names(state, names.start, names.where, names.prediction)


def _given(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value is not None}


def _replaced(key: str, value: Any, **fields: Any) -> Any:
    try:
        return replace(value, **fields)
    except ValueError as error:
        raise SettingError(key, ExpressionError("value", str(error))) from None


def _number(key: str, expression: Expression, names: Names) -> Number:
    try:
        return expression.number(names)
    except ExpressionError as error:
        raise SettingError(key, error) from None


def _real(key: str, expression: Expression, names: Names) -> float:
    return float(_number(key, expression, names))


def _whole(key: str, expression: Expression, names: Names) -> int:
    value = _number(key, expression, names)
    if isinstance(value, int):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    error = ExpressionError("value", f"it must be a whole number, got {value}", str(value))
    raise SettingError(key, error)
