"""What the names in an expression stand for: the numbers of a state, and those of the lesson."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Any

from core import bernoulli
from core.lessons import functions, number
from core.lessons.errors import ExpressionError
from core.lessons.functions import FUNCTIONS, Value
from core.lessons.number import Number
from core.state import LogBase, State

_NOTHING: Mapping[str, Number] = {}


class Names:
    """The names of one state; each value is worked out when it is asked for, once."""

    def __init__(
        self,
        state: State,
        start: State | None = None,
        where: Mapping[str, Number] = _NOTHING,
        prediction: Number | None = None,
    ) -> None:
        """Remember what the names are about.

        Args:
            state: the state.
            start: the state that the step began with; the same if None.
            where: the names of the lesson.
            prediction: what the learner answered; None before.
        """
        self.state = state
        self.start = state if start is None else start
        self.where = where
        self.prediction = prediction
        self._known: dict[object, Value] = {}

    def value(self, name: str) -> Value:
        """Return what a name of `NAMES` or of the lesson stands for.

        Raises:
            ExpressionError: if it stands for nothing here.
        """
        if name in self.where:
            return self.where[name]
        if name not in self._known:
            self._known[name] = number.settled(NAMES[name](self))
        return self._known[name]

    def call(self, name: str, arguments: tuple[Any, ...]) -> Value:
        """Return the value of a function of `FUNCTIONS`.

        Raises:
            ExpressionError: for arguments that it does not take.
        """
        kinds = tuple(type(argument) for argument in arguments)
        key = (name, arguments, kinds)
        if key not in self._known:
            try:
                self._known[key] = FUNCTIONS[name](self.state.observations, arguments)
            except ExpressionError as error:
                words = f"{name}: {error}"
                raise ExpressionError(error.reason, words, error.found, error.allowed) from None
        return self._known[key]


def _counts(names: Names) -> tuple[int, int]:
    observations = names.state.observations
    return observations.k, observations.n


def _observed(names: Names, name: str) -> tuple[int, int]:
    """The counts, of which there must be some for the name to have a value."""
    k, n = _counts(names)
    if n == 0:
        raise ExpressionError("value", f"{name} has no value without observations", name)
    return k, n


def _mle(names: Names) -> float:
    k, n = _observed(names, "mle")
    return k / n


def _bce(names: Names) -> float:
    k, n = _observed(names, "bce")
    return bernoulli.binary_cross_entropy(names.state.pi, k, n)


def _prediction(names: Names) -> Number:
    if names.prediction is None:
        raise ExpressionError(
            "value", "prediction has no value before the question is answered", "prediction"
        )
    return names.prediction


def _shuffled(names: Names) -> bool:
    now, before = names.state.observations, names.start.observations
    return (now.k, now.n) == (before.k, before.n) and now != before


def _toggled(names: Names) -> bool:
    now, before = names.state.observations, names.start.observations
    return now.n == before.n and now.k != before.k


def _replayed(names: Names) -> int:
    replayed = names.state.lab.replayed
    return names.state.observations.n if replayed is None else replayed


NAMES: dict[str, Callable[[Names], Value]] = {
    "n": lambda names: names.state.observations.n,
    "k": lambda names: names.state.observations.k,
    "zeros": lambda names: names.state.observations.n - names.state.observations.k,
    "pi": lambda names: names.state.pi,
    "mle": _mle,
    "L": lambda names: functions.likelihood(names.state.pi, *_counts(names)),
    "ell": lambda names: bernoulli.log_likelihood(names.state.pi, *_counts(names)),
    "bce": _bce,
    "score": lambda names: bernoulli.score(names.state.pi, *_counts(names)),
    "information": lambda names: bernoulli.observed_information(names.state.pi, *_counts(names)),
    "fisher": lambda names: bernoulli.fisher_information(
        names.state.pi, names.state.observations.n
    ),
    "entropy": lambda names: bernoulli.entropy(_mle(names)),
    "kl": lambda names: bernoulli.kl_divergence(_mle(names), names.state.pi),
    "integral": lambda names: functions.integral(*_counts(names)),
    "ones_loss": lambda names: bernoulli.binary_cross_entropy(names.state.pi, 1, 1),
    "zeros_loss": lambda names: bernoulli.binary_cross_entropy(names.state.pi, 0, 1),
    "prediction": _prediction,
    "inf": lambda _names: math.inf,
    "start_n": lambda names: names.start.observations.n,
    "start_k": lambda names: names.start.observations.k,
    "start_pi": lambda names: names.start.pi,
    "shuffled": _shuffled,
    "toggled": _toggled,
    "bits": lambda names: names.state.log_base is LogBase.BITS,
    "factors": lambda names: names.state.lab.factors,
    "chain_product": lambda names: names.state.lab.chain[0],
    "chain_log": lambda names: names.state.lab.chain[1],
    "chain_minus": lambda names: names.state.lab.chain[2],
    "chain_mean": lambda names: names.state.lab.chain[3],
    "table_n": lambda names: names.state.lab.table_n,
    "table_row": lambda names: names.state.lab.table_row,
    "by_rows": lambda names: names.state.lab.reading == "rows",
    "replayed": _replayed,
    "tries": lambda names: len(names.state.lab.tries),
    "committed": lambda names: names.state.lab.committed is not None,
    "level": lambda names: names.state.lab.level,
    "lab_open": lambda names: bool(names.state.stage.lab),
}
"""All that a state can be asked for, by the name that an expression has for it."""
