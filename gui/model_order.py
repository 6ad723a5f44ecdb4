"""What the command line says of the model: its examples, w and b, how it goes down.

It needs no Qt, and of the core no more than is asked for.
"""

from __future__ import annotations

import argparse
import re
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from gui.data_order import LARGE_FILE
from gui.usage_error import UsageError, number_in, quoted, whole_number_in

if TYPE_CHECKING:
    from core.model_state import Climber, ModelLook, ModelState
    from core.region import Region

# What says which examples; what of them is shown; and what needs either.
DATA_FLAGS = ("--model", "--points")
COLUMN_FLAGS = ("--x", "--y")
MOVE_FLAGS = (
    *("--w", "--b", "--shared", "--climb", "--steps", "--rate", "--single", "--sum"),
    "--as-given",
)
LOOK_FLAGS = ("--slice", "--region")
# What belongs to observations without x.
OBSERVATION_FLAGS = ("--counts", "--draw", "--column", "--pi", "--true-pi", "--interval")
# A value that begins with a minus is a value.
TAKE_MINUS = (
    *("--model", "--points", "--x", "--y", "--w", "--b", "--steps", "--rate", "--single"),
    "--region",
)
DRAW = re.compile(r"random:[0-9]{1,7}(?::[+-]?[0-9.]+(?:[eE][+-]?[0-9]{1,3})?){2}:[0-9]{1,39}")
FORMS = "a CSV or TSV file, {names}, or random:N:W:B:SEED, as in random:100:1.5:-0.5:42"


@dataclass(frozen=True)
class ModelOrder:
    """The model to begin with.

    Attributes:
        state: what was chosen in it.
        look: how it is looked at.
        pending: a file that the window is to open: it is large, or a question has to be asked.
        columns: of the pending file: those of x and of y, None for nothing said.
        note: what the user should know, in one line; "" for nothing.
    """

    state: ModelState
    look: ModelLook
    pending: Path | None = None
    columns: tuple[str | None, str | None] = (None, None)
    note: str = ""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Teach a parser what can be said."""
    add = parser.add_argument_group("the model f(x) = σ(w·x + b) of examples (x, y)").add_argument
    add(
        "--model",
        metavar="DATA",
        help="examples: a CSV or TSV file; challenger or ten-points, which come with the program; "
        "or random:N:W:B:SEED, n of them drawn with the true w and b, the same each time",
    )
    add("--points", metavar="X:Y,…", help="examples one by one, as in 66:0,70:1")
    add("--x", metavar="COL", help="the column of x, by name or number; of --points its name")
    add("--y", metavar="COL", help="likewise that of y: 0 and 1, or two words")
    add("--w", metavar="W", help="the weight; 0 if it is not given")
    add("--b", metavar="B", help="the bias; 0 if it is not given")
    add("--shared", action="store_true", help="one π for all examples: w counts as 0")
    add("--climb", choices=("descent", "newton"), help="how w and b go down from there")
    add("--steps", metavar="N", help="so many steps")
    add("--rate", metavar="R", help="the learning rate of gradient descent; 1 if not given")
    add("--single", metavar="SEED", help="one example a step, in an order drawn with the seed")
    add("--sum", action="store_true", help="the gradient of the sum, not of the mean")
    add("--as-given", action="store_true", help="descend in x as given, not standardised")
    add("--slice", choices=("w", "b"), help="what the slice of the landscape runs along")
    add("--region", metavar="W0:W1:B0:B1", help="the part of the landscape to show")


def said(given: argparse.Namespace, flags: tuple[str, ...]) -> list[str]:
    """Which of these flags were given."""
    return [
        flag for flag in flags if getattr(given, flag[2:].replace("-", "_")) not in (None, False)
    ]


def check(given: argparse.Namespace) -> None:
    """See that what was said goes together, as far as that can be seen without reading anything.

    Raises:
        UsageError: it does not.
    """
    data = said(given, DATA_FLAGS)
    if len(data) > 1:
        raise UsageError(f"{' and '.join(data)}: give one of them, not both")
    if data:
        others = ["DATA"] if given.data is not None else []
        others += said(given, (*OBSERVATION_FLAGS, "--lesson"))
        if given.view not in (None, "model"):
            others.append(f"--view {given.view}")
        if others:
            raise UsageError(f"{data[0]} and {others[0]}: give one of them, not both")
    columns = said(given, COLUMN_FLAGS)
    if columns and not data:
        raise UsageError(f"{columns[0]}: needs --model FILE, or --points")


def is_meant(given: argparse.Namespace) -> bool:
    """Whether the command line itself says that the model is to be shown."""
    return given.view == "model" or bool(said(given, DATA_FLAGS))


def refuse_rest(given: argparse.Namespace) -> None:
    """See that nothing is said of a model that is not there.

    Raises:
        UsageError: something is.
    """
    flags = said(given, (*MOVE_FLAGS, *LOOK_FLAGS))
    if flags:
        raise UsageError(f"{flags[0]}: needs --model, --points or --view model")


def order(
    given: argparse.Namespace,
    begun: tuple[ModelState, ModelLook] | None = None,
    *,
    window: bool,
) -> ModelOrder:
    """Read what was given.

    Args:
        given: the arguments, which were checked.
        begun: the model of a session; None for none.
        window: whether a window will be there, to open a large file and to ask.

    Raises:
        UsageError: it cannot be followed.
    """
    found = _data(given, begun, window=window)
    moves = said(given, MOVE_FLAGS)
    if found.pending is not None and moves:
        # Its examples must be known here: who asks for so much knows their columns.
        found = _file(given, Path(given.model), window=False)
    state = found.state
    if moves:
        if not said(given, DATA_FLAGS) and begun is None:
            state = replace(state, w=0.0, b=0.0)
        state = _moved(given, state)
    return replace(found, state=state, look=_look(given, found.look))


def _data(
    given: argparse.Namespace, begun: tuple[ModelState, ModelLook] | None, *, window: bool
) -> ModelOrder:
    from core.model_state import ModelLook, ModelState

    if given.points is not None:
        from core.labelled_points import LONGEST, parse_points

        if len(given.points) > LONGEST:
            raise UsageError(
                f"--points: has {len(given.points)} characters; allowed: at most {LONGEST}, "
                "more in a file"
            )
        try:
            data = parse_points(given.points, given.x or "", given.y or "")
        except ValueError as error:
            raise UsageError(f"--points: {error}") from error
        return ModelOrder(ModelState(data), ModelLook())
    if given.model is not None:
        return _named(given, window=window)
    if begun is not None:
        return ModelOrder(*begun)
    from core.labelled_examples import first_model
    from gui.resources import EXAMPLES

    return ModelOrder(*first_model(EXAMPLES))


def _named(given: argparse.Namespace, *, window: bool) -> ModelOrder:
    from core.labelled_draws import drawn, noted, random_labelled
    from core.labelled_examples import load_labelled, source_of
    from core.model_state import ModelLook, ModelState
    from gui.resources import EXAMPLES

    name = given.model
    examples = {example.id: example for example in load_labelled(EXAMPLES)}
    forms = FORMS.format(names=", ".join(examples))
    is_draw = name.startswith("random:")
    if is_draw or name in examples:
        columns = said(given, COLUMN_FLAGS)
        if columns:
            raise UsageError(f"{columns[0]}: needs a file as --model, or --points")
    if name in examples:
        example = examples[name]
        return ModelOrder(ModelState(example.data, source_of(example)), ModelLook())
    if not name:
        raise UsageError(f"--model: is empty; allowed: {forms}")
    if not is_draw:
        return _file(given, Path(name), window=window, forms=forms)
    draw = drawn(name) if DRAW.fullmatch(name) else None
    if draw is None:
        raise UsageError(
            f"--model: {quoted(name)} is not a draw; allowed: random:N:W:B:SEED, n from 1 to 10^6, "
            "w and b from -1e154 to 1e154 and a whole number, as in random:100:1.5:-0.5:42"
        )
    data = random_labelled(*draw)
    return ModelOrder(ModelState(data, noted(*draw), true=draw[1:3]), ModelLook())


def _file(given: argparse.Namespace, path: Path, *, window: bool, forms: str = "") -> ModelOrder:
    from core.file_errors import FileError
    from core.labelled import Labelled
    from core.labelled_tables import ColumnsNeeded, read_labelled_file
    from core.model_state import ModelLook, ModelState

    columns = given.x, given.y
    pending = ModelOrder(ModelState(Labelled()), ModelLook(), path, columns)
    try:
        if window and path.is_file() and path.stat().st_size > LARGE_FILE:
            return pending
        reading = read_labelled_file(path, *columns)
    except ColumnsNeeded as needed:
        if window:
            return pending
        raise UsageError(f"--model: {needed}; name them with --x COL --y COL") from needed
    except FileError as error:
        if error.reason == "session":
            raise UsageError(
                f"--model: {str(path)!r} is a session; open it without --model"
            ) from error
        more = f"; allowed: {forms}" if error.reason == "missing" and forms else ""
        raise UsageError(f"--model: {error}{more}") from error
    except (OSError, ValueError) as error:
        raise UsageError(f"--model: {error}") from error
    words = reading.words
    note = "" if words is None else f"{path.name}: {words.one!r} is read as 1, {words.zero!r} as 0"
    return ModelOrder(ModelState(reading.data, f"file:{path.name}"), ModelLook(), note=note)


def _moved(given: argparse.Namespace, state: ModelState) -> ModelState:
    """The state with its w and b, and with the steps gone from there."""
    from core.climb import advanced
    from core.model_state import LARGEST, MOST_STEPS

    state = replace(
        state,
        w=state.w if given.w is None else _real("--w", given.w, LARGEST),
        b=state.b if given.b is None else _real("--b", given.b, LARGEST),
        shared=state.shared or given.shared,
        climber=_climber(given, state.climber),
    )
    if given.steps is None:
        return state
    steps = whole_number_in("--steps", given.steps, 0, MOST_STEPS)
    if not steps:
        return replace(state, climber=replace(state.climber, start=state.weights))
    return advanced(state, None, steps)


def _climber(given: argparse.Namespace, climber: Climber) -> Climber:
    from core.model_state import LARGEST_SEED, RATES

    climber = replace(
        climber,
        method=given.climb or climber.method,
        total=climber.total or given.sum,
        standardised=climber.standardised and not given.as_given,
        start=None,
        step=0,
    )
    if given.rate is not None:
        climber = replace(climber, rate=number_in("--rate", given.rate, *RATES, example="0.5"))
    if given.single is not None:
        seed = whole_number_in("--single", given.single, 0, LARGEST_SEED)
        climber = replace(climber, single=True, seed=seed)
    return climber


def _look(given: argparse.Namespace, look: ModelLook) -> ModelLook:
    from core.model_state import PLOTS

    if given.slice is not None:
        look = replace(look, slice_along=given.slice)
    if given.region is not None:
        look = replace(look, region=_region(given.region))
    if given.panel in PLOTS:
        look = replace(look, plots=(given.panel,))
    return look


def _real(flag: str, text: str, most: float) -> float:
    # It takes no nan, no 1_0 and no digits of other scripts.
    from core.labelled_cells import number

    value = number(text)
    if value is None or abs(value) > most:
        raise UsageError(
            f"{flag}: {quoted(text)} is not such a number; allowed: from {-most:g} to {most:g}, "
            "as in -0.2"
        )
    return value


def _region(text: str) -> Region:
    from core.labelled_cells import number
    from core.region import Region

    edges = [edge for part in text.split(":") if (edge := number(part)) is not None]
    with suppress(ValueError):
        if len(edges) == text.count(":") + 1 == len(("w0", "w1", "b0", "b1")):
            return Region(*edges)
    raise UsageError(
        f"--region: {quoted(text)} is no part of the landscape; allowed: W0:W1:B0:B1 with "
        "W0 < W1 and B0 < B1, as in -0.5:0.1:-2:28"
    )
