"""Texts to copy in the Model view: the numbers for a spreadsheet, and programs that work them out.

The programs are whole, so that a student can run them as they are. They work with logits, as the
program does: so no loss is ever log 0. Of many examples they read the table that is exported.
"""

import base64
import math

import numpy as np

from core.model_numbers import flat_numbers
from core.model_snapshot import ModelSnapshot
from core.snapshot import Snapshot
from core.state import LogBase

LONGEST_LIST = 60
"""The most examples that a program has as lists."""

LONGEST_PACKED = 2_000
"""The most that it has as packed bytes; more than these it reads from a file."""

FILE = "examples.csv"


def numbers(snapshot: Snapshot) -> str:
    """The numbers as rows of a name and a value with a tab between them, the first row a header.

    The numbers are in nats and in full precision. What is undefined is an empty cell. Infinities
    are ∞ and −∞: a spreadsheet would take "-inf" for a formula.
    """
    rows = [("name (logarithms in nats)", "value")]
    rows += [(name, _cell(value)) for name, value in flat_numbers(_model(snapshot)).items()]
    return "\n".join("\t".join(row) for row in rows)


def numpy(snapshot: Snapshot) -> str:
    """A program with NumPy that prints BCE and its gradient, now and at the fit, and H(k/n)."""
    model = _model(snapshot)
    imports, data = _data(model)
    lines = [_title(model), *imports, "import numpy as np", "", *data]
    if not model.n:
        return "\n".join([*lines, "BCE = np.nan  # there is nothing to average", _NOTHING, ""])
    lines += [
        "",
        "",
        "def bce(w, b):",
        "    z = w * x + b  # the logits",
        "    # -log f(y): log(1 + exp(-z)) of a one, log(1 + exp(z)) of a zero",
        "    return np.mean(np.logaddexp(0, np.where(y == 1, -z, z)))",
        "",
        "",
        "def gradient(w, b):",
        "    prediction = np.exp(-np.logaddexp(0, -(w * x + b)))  # 1 / (1 + exp(-z))",
        "    return np.mean((prediction - y) * x), np.mean(prediction - y)",
        "",
        "",
        *_weights(model),
        'print("BCE =", bce(w, b), "nats")',
        *_in_bits(snapshot, "bce(w, b)", "np.log(2)"),
        'print("gradient =", *gradient(w, b))',
        "pi = np.mean(y)  # the best that one shared pi can do",
    ]
    entropy = "-pi * np.log(pi) - (1 - pi) * np.log1p(-pi)"
    floor = entropy if 0 < model.k < model.n else "0.0"
    lines += [f'print("H(k/n) =", {floor})', *_fit(model, "bce({w}, {b})")]
    return "\n".join([*lines, ""])


def pytorch(snapshot: Snapshot) -> str:
    """A program with PyTorch, in float64, that prints BCE and lets autograd find its gradient."""
    model = _model(snapshot)
    imports, data = _data(model)
    lines = [_title(model), *imports, "import numpy as np", "import torch"]
    lines += ["import torch.nn.functional as F", "", *data]
    if not model.n:
        return "\n".join([*lines, "BCE = np.nan  # there is nothing to average", _NOTHING, ""])
    lines += [
        "x = torch.tensor(x, dtype=torch.float64)",
        "y = torch.tensor(y, dtype=torch.float64)",
        "",
        *_weights(model),
        "w = torch.tensor(w, dtype=torch.float64, requires_grad=True)",
        "b = torch.tensor(b, dtype=torch.float64, requires_grad=True)",
        "BCE = F.binary_cross_entropy_with_logits(w * x + b, y)",
        "BCE.backward()",
        'print("BCE =", BCE.item(), "nats")',
        *_in_bits(snapshot, "BCE.item()", "np.log(2)"),
        'print("gradient =", w.grad.item(), b.grad.item())',
        *_fit(model, "F.binary_cross_entropy_with_logits({w} * x + {b}, y).item()"),
    ]
    return "\n".join([*lines, ""])


_NOTHING = 'print("BCE =", BCE)'


def _model(snapshot: Snapshot) -> ModelSnapshot:
    if snapshot.model is None:
        raise ValueError("snapshot must have a model")
    return snapshot.model


def _cell(value: object) -> str:
    if value is None or value != value:  # noqa: PLR0124 - nan alone is not itself
        return ""
    if isinstance(value, float) and math.isinf(value):
        return "∞" if value > 0 else "−∞"
    return value if isinstance(value, str) else repr(value)


def _title(model: ModelSnapshot) -> str:
    n = model.n
    return f"# f(x) = sigma(w x + b) for {n} example{'s' * (n != 1)}, {model.k} of them y = 1"


def _weights(model: ModelSnapshot) -> list[str]:
    shared = "  # all examples share one pi" if model.state.shared else ""
    return [f"w, b = {model.w!r}, {model.b!r}{shared}"]


def _in_bits(snapshot: Snapshot, loss: str, log_two: str) -> list[str]:
    if snapshot.state.log_base is LogBase.NATS:
        return []
    return [f'print("BCE =", {loss} / {log_two}, "bits")']


def _fit(model: ModelSnapshot, loss: str) -> list[str]:
    fit = model.fit
    if fit is None:
        return []
    if not fit.converged:
        return [f"# There is no fit: {fit.reason.replace('_', ' ')}."]
    w, b = repr(fit.w), repr(fit.b)
    at = loss.format(w=f"({w})", b=f"({b})")
    return [f'print("at the fit w = {w}, b = {b}: BCE =", {at})']


def _data(model: ModelSnapshot) -> tuple[list[str], list[str]]:
    """What is imported for the examples, and the examples."""
    data, n = model.state.data, model.n
    if n <= LONGEST_LIST:
        return [], [f"x = np.array({data.x.tolist()})", f"y = np.array({data.y.tolist()})"]
    if n <= LONGEST_PACKED:
        xs = base64.b64encode(data.x.astype("<f8").tobytes()).decode()
        ys = base64.b64encode(np.packbits(data.y).tobytes()).decode()
        return ["import base64", ""], [
            f'x = np.frombuffer(base64.b64decode("{xs}"), "<f8").copy()',
            f'packed = np.frombuffer(base64.b64decode("{ys}"), np.uint8)',
            f"y = np.unpackbits(packed, count={n})",
        ]
    return [], [
        f"# The examples: export them as a table, {FILE}.",
        f'with open("{FILE}", encoding="utf-8") as file:',
        '    rows = [line for line in file if line[0] not in "#x"]',
        'x, y = np.loadtxt(rows, delimiter=",", usecols=(0, 1), unpack=True)',
    ]
