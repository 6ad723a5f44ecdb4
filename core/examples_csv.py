"""The examples with their predictions and losses as a file of comma-separated values."""

import csv
import io
import math
from collections.abc import Iterator

from core.model_numbers import flat_numbers
from core.model_snapshot import ModelSnapshot

COLUMNS = ("x", "y", "prediction", "loss")

_BLOCK = 2**16


def examples_table(model: ModelSnapshot, command: str = "") -> str:
    """The examples in their order, one a row, with ŷ = σ(w·x + b) and the loss −log f(y; ŷ).

    First come comment lines, ``# name,value``: how many examples there are, the weights, the
    cross-entropy, its gradient, the least one of one shared π, the fit, what x and y are called,
    the unit, and the command; then the names of the columns, then the rows. All is in nats,
    whatever unit is shown, and every float in full precision: reading it back gives the same bits.
    An infinity is inf or -inf; what is undefined is empty. Lines end with a line feed.

    Args:
        model: the numbers.
        command: what writes this table again, one line; left out where it is empty.

    Raises:
        ValueError: the command is of more than one line.
    """
    if len(f"{command}.".splitlines()) > 1:
        raise ValueError(f"command must be one line, got {command!r}")
    comments: dict[str, object] = {**flat_numbers(model), **_names(model), "unit": "nats"}
    if command:
        comments["command"] = command
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows((f"# {name}", _cell(value)) for name, value in comments.items())
    writer.writerow(COLUMNS)
    for rows in _rows(model):
        writer.writerows(rows)
    return text.getvalue()


def _names(model: ModelSnapshot) -> dict[str, str]:
    data = model.state.data
    # A name may hold what no text in a file may.
    return {
        f"{which}_name": "".join(c if c.isprintable() else "?" for c in name)
        for which, name in (("x", data.x_name), ("y", data.y_name))
    }


def _cell(value: object) -> object:
    return "" if value is None or (isinstance(value, float) and math.isnan(value)) else value


def _rows(model: ModelSnapshot) -> Iterator[Iterator[tuple[float, int, float, float]]]:
    data = model.state.data
    for start in range(0, model.n, _BLOCK):
        part = slice(start, start + _BLOCK)
        # Of a float the writer takes the repr; a NumPy number would say its type in it.
        yield zip(
            data.x[part].tolist(),
            data.y[part].tolist(),
            model.predictions(start, start + _BLOCK).tolist(),
            model.losses(start, start + _BLOCK).tolist(),
            strict=True,
        )
