"""What is said of one example: its numbers in a row of the table, and all of them in words."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from core import logistic
from core.scientific import MINUS, format_count, format_number, superscript
from core.state import LogBase
from gui.i18n import translate
from gui.model.typed_number import full_text

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# Three decimals say something of a prediction from here to as far below 1.
LEAST_PREDICTION = 0.0005
# Two decimals say something of a loss from here on, and have room up to here.
LEAST_LOSS, LONG_LOSS = 0.005, 1000.0
UNDERFLOWN, NEAR_ONE = "≈ 0", "≈ 1"


def prediction_texts(prediction: float, rest: float) -> list[str]:
    """What may stand for ŷ, from the fullest form to the shortest.

    Args:
        prediction: ŷ.
        rest: 1 − ŷ, worked out by itself: near 1, ŷ alone has lost its digits.
    """
    if prediction >= LEAST_PREDICTION and rest >= LEAST_PREDICTION:
        return [f"{prediction:.3f}"]
    if prediction == 0.0:
        return [UNDERFLOWN]  # it is never 0, only too small for a float64
    if rest == 0.0:
        return [NEAR_ONE]
    if prediction < LEAST_PREDICTION:
        return _small(prediction)
    return [*(f"1 {MINUS} {text}" for text in _small(rest)[:2]), NEAR_ONE]


def loss_texts(loss: float) -> list[str]:
    """Likewise for a loss, in the unit shown."""
    if LEAST_LOSS <= loss < LONG_LOSS:
        return [f"{loss:.2f}"]
    if loss == 0.0:
        return [UNDERFLOWN]
    if loss < LEAST_LOSS:
        return _small(loss)
    return [format_number(loss, 4), *_small(loss)]


def _small(value: float) -> list[str]:
    rough = f"≈10{superscript(round(math.log10(value)))}"
    return [format_number(value, 2), format_number(value, 1), rough]


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
    shown = (
        format_number(prediction)
        if prediction >= LEAST_PREDICTION and rest >= LEAST_PREDICTION
        else prediction_texts(prediction, rest)[0]
    )
    said = UNDERFLOWN if loss == 0.0 else format_number(loss)
    return translate(
        "Model", "Example {i}: x = {x}, y = {y}, ŷ = {prediction}, loss {loss}"
    ).format(
        i=format_count(i + 1),
        x=full_text(x),
        y=y,
        prediction=shown,
        loss=f"{said} {unit_name(snapshot.state.log_base)}",
    )
