"""What is said of one example: its numbers in a row of the table, and all of them in words."""

from __future__ import annotations

import sys
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from core import logistic
from core.scientific import (
    LONGEST_EXPONENT,
    MINUS,
    format_count,
    format_number,
    format_power,
    format_scaled,
    nearest_power,
    scaled_power,
    superscript,
)
from core.state import LogBase
from gui.i18n import translate
from gui.model.typed_number import full_text

if TYPE_CHECKING:
    from core.model_snapshot import ModelSnapshot
    from core.snapshot import Snapshot

# Three decimals say something of a prediction from here to as far below 1.
LEAST_PREDICTION = 0.0005
# Two decimals say something of a loss from here on, and have room up to here.
LEAST_LOSS, LONG_LOSS = 0.005, 1000.0
NEAR_ONE = "≈ 1"
# A smaller float64 has lost digits, or all of them: then log₁₀ says how small the number is.
NORMAL = sys.float_info.min
# Of a number below this power of ten the shortest form says only that it is.
LEAST_POWER = -999
# How many digits a number has where all of an example are said.
DIGITS = 4

Log10: TypeAlias = Callable[[], Decimal]
"""log₁₀ of a number that may be too small for a float64; asked for only if it is."""


def tail_at(model: ModelSnapshot, x: float) -> Log10:
    """How small the smaller of ŷ and 1 − ŷ is at an x, and the loss in nats of its label."""
    return partial(logistic.log10_tail, x, model.w, model.b)


def tail_in_unit(snapshot: Snapshot, tail: Log10) -> Log10:
    """The same for the loss in the unit shown."""
    return lambda: snapshot.log10_in_unit(tail())


def prediction_texts(prediction: float, rest: float, tail: Log10, digits: int = 2) -> list[str]:
    """What may stand for ŷ, from the fullest form to the shortest.

    Args:
        prediction: ŷ.
        rest: 1 − ŷ, worked out by itself: near 1, ŷ alone has lost its digits.
        tail: log₁₀ of the smaller of the two.
        digits: how many the fullest form has, near 0 and near 1.
    """
    if LEAST_PREDICTION <= prediction < 1.0 - LEAST_PREDICTION:
        return [f"{prediction:.3f}"]
    if prediction < LEAST_PREDICTION:
        return _tiny(prediction, tail, digits)
    return [*(f"1 {MINUS} {text}" for text in _tiny(rest, tail, digits)[:2]), NEAR_ONE]


def loss_texts(loss: float, tail: Log10) -> list[str]:
    """Likewise for a loss, in the unit shown, as is `tail`: log₁₀ of it where it is tiny."""
    if LEAST_LOSS <= loss < LONG_LOSS:
        return [f"{loss:.2f}"]
    if loss < LEAST_LOSS:
        return _tiny(loss, tail)
    return [format_number(loss, 4), *_forms(loss)]


def _tiny(value: float, log10: Log10, digits: int = 2) -> list[str]:
    """Forms of a number far below 1; none of them is 0, for no such number is."""
    if value >= NORMAL:
        return _forms(value, digits)
    power, least = log10(), f"<10{superscript(LEAST_POWER)}"
    if -power >= LONGEST_EXPONENT:
        return [format_power(power, digits), format_power(power, 1), least]
    scaled = scaled_power(power)
    exponent = nearest_power(*scaled)
    forms = [format_scaled(*scaled, digits), format_scaled(*scaled, 1), _rough(exponent)]
    return [*forms, least] if exponent < LEAST_POWER else forms


def _forms(value: float, digits: int = 2) -> list[str]:
    return [format_number(value, digits), format_number(value, 1), _rough(nearest_power(value))]


def _rough(exponent: int) -> str:
    return f"≈10{superscript(exponent)}"


def _held(value: float) -> str:
    """What a float64 holds of a number that is too small for one; "" of all others."""
    return "" if value >= NORMAL else f" (float64: {format_number(value, DIGITS)})"


def counts_parts(n: int, k: int) -> list[str]:
    """How many examples there are, how many of them ones, how many zeros."""
    parts = [f"n = {format_count(n)}"]
    if n:
        ones = (
            translate("Observations", "{count} one")
            if k == 1
            else translate("Observations", "{count} ones")
        )
        zeros = (
            translate("Observations", "{count} zero")
            if n - k == 1
            else translate("Observations", "{count} zeros")
        )
        parts += [ones.format(count=format_count(k)), zeros.format(count=format_count(n - k))]
    return parts


def unit_name(base: LogBase) -> str:
    """The unit of a loss."""
    return translate("Model", "nats") if base is LogBase.NATS else translate("Model", "bits")


def describe(snapshot: Snapshot, i: int) -> str:
    """An example with all its numbers, in one line."""
    model = snapshot.model
    assert model is not None  # noqa: S101 - who asks shows a model
    data = model.state.data
    x, y = float(data.x[i]), int(data.y[i])
    prediction = float(model.predictions(i, i + 1)[0])
    rest = float(logistic.predict(x, -model.w, -model.b))
    loss = snapshot.in_unit(float(model.losses(i, i + 1)[0]))
    tail = tail_at(model, x)
    shown = (
        format_number(prediction, DIGITS)
        if LEAST_PREDICTION <= prediction < 1.0 - LEAST_PREDICTION
        else prediction_texts(prediction, rest, tail, DIGITS)[0] + _held(prediction)
    )
    said = (
        format_number(loss, DIGITS)
        if loss >= NORMAL
        else _tiny(loss, tail_in_unit(snapshot, tail), DIGITS)[0] + _held(loss)
    )
    return translate(
        "Model", "Example {i}: x = {x}, y = {y}, ŷ = {prediction}, loss {loss}"
    ).format(
        i=format_count(i + 1),
        x=full_text(x),
        y=y,
        prediction=shown,
        loss=f"{said} {unit_name(snapshot.state.log_base)}",
    )
