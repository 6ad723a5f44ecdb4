"""The model in a session file: its examples, w and b, how they move, and how it is looked at.

Some hundred examples are written as numbers and digits. More are packed, in base64: x as float64s,
the lowest byte first, y as bits. So ``"x"`` is a list or ``{ "bits": "…" }``, and ``"y"`` is digits
or likewise; what is packed has the name that the observations' bits have, and is cut out before the
text is read, as they are.

``w`` and ``b`` of a session are where its path ends, ``"step"`` steps from ``"start"``. Somebody
with an editor may have changed them, or the examples: then w and b count, as they were written, and
the path is forgotten, ``"start"`` null and ``"step"`` 0. One that takes long to walk again is
believed.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Iterator
from dataclasses import astuple, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core import _session_bits, climb
from core._session_bits import Tally
from core._session_fields import (
    DIGITS,
    IN_BASE64,
    Fields,
    array,
    base64,
    digits,
    number,
    numbers,
    or_none,
    require,
    shown,
    string,
    truth,
    whole,
    word,
)
from core._session_text import number_text, string_text, truth_text
from core.labelled import LARGEST_X, MOST_EXAMPLES, Labelled
from core.model_state import (
    LARGEST,
    LARGEST_SEED,
    METHODS,
    MOST_STEPS,
    PLOTS,
    RATES,
    SLICES,
    Climber,
    ModelLook,
    ModelState,
)
from core.region import Region

MOST_LISTED = 500
"""The most examples that are written as numbers and digits."""

_MOST_LOOKS = 4_000_000  # at an example, to walk a path again: that is not noticed yet
_LOOKS_OF_A_STEP = 1000  # take as long as all else of a step
_SAME = 1e-6
_A_NUMBER = "a number of at most {:g} in size"
_X = _A_NUMBER.format(LARGEST_X)
_WEIGHT = _A_NUMBER.format(LARGEST)
_PAIR = f"null or a list [w, b] of two numbers of at most {LARGEST:g} in size"


# Writing ---------------------------------------------------------------------------------------


def packed_length(data: Labelled) -> int:
    """How many characters in base64 the examples take; 0 where they are not packed."""
    if data.n <= MOST_LISTED:
        return 0
    return _session_bits.length(8 * data.n) + _session_bits.length(-(-data.n // 8))


def model_parts(model: ModelState, look: ModelLook, tally: Tally) -> list[bytes]:
    """The model as an object of the file, in parts.

    Args:
        model: the model.
        look: how it is looked at.
        tally: is told what has been packed.
    """
    data, climber, region = model.data, model.climber, look.region
    names = (
        f'{{\n    "examples": {{\n      "n": {data.n},\n      "k": {data.k},\n'
        f'      "x_name": {string_text(data.x_name)},\n'
        f'      "y_name": {string_text(data.y_name)},\n      "x": '
    )
    climbing = {
        "method": f'"{climber.method}"',
        "rate": number_text(climber.rate),
        "single": truth_text(climber.single),
        "seed": str(int(climber.seed)),
        "total": truth_text(climber.total),
        "standardised": truth_text(climber.standardised),
        "start": _list_or_null(climber.start),
        "step": str(int(climber.step)),
    }
    looking = {
        "slice_along": f'"{look.slice_along}"',
        "region": _list_or_null(None if region is None else astuple(region)),
        "plots": "[" + ", ".join(f'"{plot}"' for plot in look.plots) + "]",
    }
    fields = {
        "source": string_text(model.source),
        "w": number_text(model.w),
        "b": number_text(model.b),
        "shared": truth_text(model.shared),
        "true": _list_or_null(model.true),
        "climber": _object_text(climbing),
        "look": _object_text(looking),
    }
    rest = "".join(f',\n    "{name}": {text}' for name, text in fields.items())
    return [names.encode(), *_examples(data, tally), f"\n    }}{rest}\n  }}".encode()]


def _examples(data: Labelled, tally: Tally) -> list[bytes]:
    """x, the name of y, and y."""
    name = b',\n      "y": '
    if data.n > MOST_LISTED:
        x = (data.x + 0.0).astype("<f8")  # −0 becomes 0
        return [*_packed(x, tally), name, *_packed(np.packbits(data.y), tally)]
    numbers_text = ", ".join(map(number_text, data.x.tolist()))
    digits_text = "".join(map(str, data.y.tolist()))
    return [f"[{numbers_text}]".encode(), name, f'"{digits_text}"'.encode()]


def _packed(values: NDArray[Any], tally: Tally) -> list[bytes]:
    return [b'{ "bits": "', *_session_bits.written(_blocks(values), tally), b'" }']


def _blocks(values: NDArray[Any]) -> Iterator[bytes]:
    data = values.view(np.uint8)
    for i in range(0, data.size, _session_bits.BLOCK_BYTES):
        yield data[i : i + _session_bits.BLOCK_BYTES].tobytes()


def _list_or_null(values: tuple[float, ...] | None) -> str:
    return "null" if values is None else "[" + ", ".join(map(number_text, values)) + "]"


def _object_text(fields: dict[str, str]) -> str:
    return "{ " + ", ".join(f'"{name}": {text}' for name, text in fields.items()) + " }"


# Reading ---------------------------------------------------------------------------------------


def read_model(fields: Fields, tally: Tally) -> tuple[ModelState, ModelLook]:
    """Read what `model_parts` wrote, or somebody with an editor.

    Args:
        fields: the model's object in the file.
        tally: is told what has been unpacked.

    Raises:
        SessionError: "field", or "damaged".
    """
    weight = number(-LARGEST, LARGEST)
    w, b = fields.take("w", weight, _WEIGHT), fields.take("b", weight, _WEIGHT)
    true = fields.take("true", or_none(_pair), _PAIR)
    source = fields.take("source", string, "a string")
    shared = fields.take("shared", truth, "true or false")
    climber = _climber(fields.inside("climber"))
    look = _look(fields.inside("look"))
    # The examples last: nothing large is made for a model that is refused.
    data = _labelled(fields.inside("examples"), tally)
    model = ModelState(data, source, w, b, shared, climber, true)
    if not _is_where_the_path_ends(model):
        model = replace(model, climber=replace(climber, start=None, step=0))
    return model, look


def _is_where_the_path_ends(model: ModelState) -> bool:
    """Whether the climber leads to w and b, to rounding, or it would take long to tell."""
    climber, n = model.climber, model.data.n
    if climber.start is None or climber.step * (n + _LOOKS_OF_A_STEP) > _MOST_LOOKS:
        return True
    w, b = model.weights
    if n == 0:
        return climber.step == 0 and climber.start == (climber.start[0] if model.shared else w, b)
    found = climb.path(model.data, climber, shared=model.shared)
    # Where it was written, exponentials may have been rounded otherwise.
    return all(
        math.isclose(value, end[-1], rel_tol=_SAME, abs_tol=_SAME * float(np.abs(end).max()))
        for value, end in ((w, found.w), (b, found.b))
    )


def _pair(value: Any) -> tuple[float, float]:
    w, b = numbers(2, LARGEST)(value)
    return w, b


def _climber(fields: Fields) -> Climber:
    truths = {
        name: fields.take(name, truth, "true or false")
        for name in ("single", "total", "standardised")
    }
    start = fields.take("start", or_none(_pair), _PAIR)
    step = fields.take("step", whole(0, MOST_STEPS), f"a whole number from 0 to {MOST_STEPS}")
    if start is None and step:
        raise fields.error("step", str(step), "0 where start is null")
    return Climber(
        method=fields.take("method", word(METHODS), f"one of {', '.join(METHODS)}"),
        rate=fields.take("rate", number(*RATES), f"a number from {RATES[0]:g} to {RATES[1]:g}"),
        seed=fields.take(
            "seed", whole(0, LARGEST_SEED), f"a whole number from 0 to {LARGEST_SEED}"
        ),
        start=start,
        step=step,
        **truths,
    )


def _look(fields: Fields) -> ModelLook:
    return ModelLook(
        slice_along=fields.take("slice_along", word(SLICES), f"one of {', '.join(SLICES)}"),
        region=fields.take(
            "region",
            or_none(_region),
            "null or a list of four finite numbers, w from low to high and b from low to high",
        ),
        plots=fields.take("plots", _plots, f"a list of some of {', '.join(PLOTS)}, each once"),
    )


def _region(value: Any) -> Region:
    return Region(*numbers(4, sys.float_info.max)(value))


def _plots(value: Any) -> tuple[str, ...]:
    plots = tuple(map(word(PLOTS), array(value)))
    require(0 < len(plots) == len(set(plots)))
    return plots


def _labelled(fields: Fields, tally: Tally) -> Labelled:
    n = fields.take("n", whole(0, MOST_EXAMPLES), f"a whole number from 0 to {MOST_EXAMPLES}")
    k = fields.take("k", whole(0, n), f"a whole number from 0 to n = {n}")
    names = [fields.take(name, string, "a string") for name in ("x_name", "y_name")]
    y = _y(fields, n, tally)
    if np.count_nonzero(y) != k:
        raise fields.damaged("k")
    return Labelled(_x(fields, n, tally), y, *names)


def _x(fields: Fields, n: int, tally: Tally) -> NDArray[np.float64]:
    if not fields.is_object("x"):
        check = number(-LARGEST_X, LARGEST_X)
        given = fields.take_all("x", check, "a list of numbers, or their packed bits", _X)
        if len(given) != n:
            raise fields.damaged("n")
        return np.array(given, dtype=np.float64)
    x = np.frombuffer(_unpacked(fields, "x", 8 * n, tally), "<f8").astype(np.float64) + 0.0
    wrong = ~(np.abs(x) <= LARGEST_X)  # true for nan, too
    if wrong.any():
        i = int(np.argmax(wrong))
        raise fields.error(f"x[{i}]", shown(float(x[i])), _X)
    return x


def _y(fields: Fields, n: int, tally: Tally) -> NDArray[np.uint8]:
    if not fields.is_object("y"):
        given = fields.take("y", digits, f"{DIGITS}, or their packed bits")
        if len(given) != n:
            raise fields.damaged("n")
        labels: NDArray[np.uint8] = np.frombuffer(given.encode(), np.uint8) & np.uint8(1)
        return labels
    bits = np.unpackbits(np.frombuffer(_unpacked(fields, "y", -(-n // 8), tally), np.uint8))
    if bits[n:].any():
        raise fields.inside("y").damaged("bits")
    return bits[:n]


def _unpacked(fields: Fields, name: str, size: int, tally: Tally) -> bytearray:
    """The bytes of all examples, so many."""
    inner = fields.inside(name)
    text = inner.take("bits", base64, IN_BASE64)
    if len(text) != _session_bits.length(size):
        raise fields.damaged("n")
    return _session_bits.read(text, size, inner.full_name("bits"), tally)
