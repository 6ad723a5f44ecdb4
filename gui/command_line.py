"""The command line, read into options and a first state; it needs no Qt.

Every mistake is one line that says what, where, and what is allowed.
"""

from __future__ import annotations

import argparse
import re
import sys
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import NoReturn

from core import VERSION
from core.lessons.place import place_of
from core.parsing import (
    CountsError,
    ProbabilityError,
    SequenceError,
    parse_counts,
    parse_probability,
    parse_sequence,
)
from core.state import LogBase, State
from gui.draws import drawn, noted
from gui.figures import order as export_order
from gui.figures.order import ExportOrder
from gui.usage_error import UsageError, quoted

VIEWS = ("explore", "lessons", "model")
DEFAULT_SIZE = export_order.SCREEN_SIZE
# A value that begins with a minus is a wrong value, not another option.
TAKE_MINUS = (
    *("--lesson", "--pi", "--counts", "--draw", "--column", "--true-pi", "--interval"),
    *("--size", "--scale", "--dpi", "--type-scale", "--title"),
    *("--from", "--to", "--seconds", "--fps", "--loops", "--export"),
)
# A larger file is read when the window is there and can say how far it is, in bytes.
LARGE_FILE = 16 * 2**20


@dataclass(frozen=True)
class Options:
    """What the command line asks for.

    Attributes:
        state: the observations and π to begin with.
        export: the files to write instead of showing a window; None for none.
        size: the window's width and height in pixels; None where it was not given.
        session_file: the session file that the state comes from.
        session_state: what stands in it; --pi may have changed it since.
        pending: a file that the window is to open: it is large, or a question has to be asked.
        column: of the pending file.
        note: what the user should know, in one line; "" for nothing.
        view: the view to begin with; None where it was not given.
        lesson: the lesson and its step, as in "mle:3"; "" where it was not given.
        present: whether the window is shown to a class.
        has_work: whether data, or a π, were given: what a window is then to show.
    """

    state: State
    language: str | None = None
    theme: str | None = None
    json: bool = False
    export: ExportOrder | None = None
    size: tuple[int, int] | None = None
    panel: str | None = None
    session_file: Path | None = None
    session_state: State | None = None
    pending: Path | None = None
    column: str | None = None
    note: str = ""
    view: str | None = None
    lesson: str = ""
    present: bool = False
    has_work: bool = False


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


def parser() -> argparse.ArgumentParser:
    """The options of the program."""
    result = _Parser(
        prog="main.py",
        description=(
            "Bernoulli Lab: maximising the likelihood, maximising the log-likelihood and "
            "minimising the binary cross-entropy are the same thing."
        ),
        epilog="Exit status: 0; 2 for a mistake in the command; 1 for a failure.",
        allow_abbrev=False,
    )
    add = result.add_argument
    add(
        "data",
        nargs="?",
        metavar="DATA",
        help="a sequence such as 1011011101, or a file: text, CSV, TSV, .npy, .bernoulli.json",
    )
    add("--counts", metavar="K/N", help="k ones in n observations, no sequence needed")
    add("--draw", metavar="N:P:SEED", help="n observations drawn with π = P, the same each time")
    add("--column", metavar="NAME", help="the column of a CSV or TSV file, by name or number")
    add("--pi", metavar="P", help="the probability of a one, from 0 to 1")
    add("--true-pi", metavar="P", help="show the π that the data were drawn with")
    add("--interval", metavar="A:B", help="the part of the π axis to show, as in 0.6:0.8")
    add("--log-base", choices=("e", "2"), help="count information in nats (e) or bits (2)")
    add("--lang", choices=("ko", "en"), help="the language of the window")
    add("--theme", choices=("light", "dark"), help="light or dark")
    add("--view", choices=VIEWS, help="the view to begin with")
    add("--lesson", metavar="NAME[:STEP]", help="begin with a lesson, at a step, as in mle:3")
    add("--present", action="store_true", help="for a class: full screen, large type")
    add("--json", action="store_true", help="print the numbers and exit; needs no display")
    add("--version", action="version", version=f"Bernoulli Lab {VERSION}")
    export_order.add_arguments(result)
    return result


def parse(arguments: list[str]) -> Options:
    """Read a command line (without the program's name).

    Raises:
        UsageError: it cannot be followed.
        SystemExit: --help or --version has been answered.
    """
    given = parser().parse_args(_protect_minus(arguments))
    data = _observations(given, window=_wants_window(given))
    state = _state(given, data.state)
    if given.view == "model":
        raise UsageError("--view model: not part of this version yet; allowed: explore, lessons")
    lesson = _lesson(given)
    export = export_order.order(given, state, data.panel)
    if given.json and given.export is not None:
        raise UsageError("--json and --export: give one of them, not both")
    window = export is None or export.window
    for flag, value in (("--lesson", given.lesson), ("--present", given.present)):
        if value and (given.json or not window):
            raise UsageError(f"{flag}: only for the window, and its picture (--preset screen)")
    if given.json and given.log_base == "2":
        raise UsageError("--log-base 2: the numbers of --json are in nats")
    return Options(
        state=state,
        language=given.lang,
        theme=given.theme,
        json=given.json,
        export=export,
        size=export_order.window_size(given) if export is None else None,
        panel=given.panel or data.panel,
        session_file=data.session_file,
        session_state=data.state if data.session_file is not None else None,
        pending=data.pending,
        column=given.column,
        note=data.note,
        view="lessons" if lesson else given.view or data.view,
        lesson=lesson or data.lesson,
        present=given.present,
        has_work=any(
            value is not None for value in (given.data, given.counts, given.draw, given.pi)
        ),
    )


def _lesson(given: argparse.Namespace) -> str:
    """Where in the lessons to begin; that there is such a lesson is seen when they are read."""
    if given.lesson is None:
        return ""
    if place_of(given.lesson) is None:
        raise UsageError(
            f"--lesson: {quoted(given.lesson)} is not a lesson; allowed: its name, and a step "
            "behind a colon, as in mle:3"
        )
    if given.view not in (None, "lessons"):
        raise UsageError(f"--lesson and --view {given.view}: give one of them, not both")
    return str(given.lesson)


def _state(given: argparse.Namespace, state: State) -> State:
    """The state with what was said besides the data."""
    if given.pi is not None:
        state = replace(state, pi=_probability("--pi", given.pi))
    if given.true_pi is not None:
        true_pi = _probability("--true-pi", given.true_pi)
        state = replace(state, true_pi=true_pi, shows_true_pi=True)
    if given.interval is not None:
        state = replace(state, interval=_interval(given.interval))
    if given.log_base is not None:
        base = LogBase.BITS if given.log_base == "2" else LogBase.NATS
        state = replace(state, log_base=base)
    return state


def _wants_window(given: argparse.Namespace) -> bool:
    return not given.json and given.export is None


def _protect_minus(arguments: list[str]) -> list[str]:
    """Let "--pi -0.1" reach us: argparse would say only that an argument is missing."""
    result: list[str] = []
    for argument in arguments:
        if result and result[-1] in TAKE_MINUS:
            result[-1] += f"={argument}"
        else:
            result.append(argument)
    return result


@dataclass(frozen=True)
class _Data:
    """What DATA, or --counts, comes to."""

    state: State = field(default_factory=State)
    panel: str | None = None
    session_file: Path | None = None
    pending: Path | None = None
    note: str = ""
    view: str | None = None
    lesson: str = ""


def _observations(given: argparse.Namespace, *, window: bool) -> _Data:
    sources = {"DATA": given.data, "--counts": given.counts, "--draw": given.draw}
    named = [name for name, value in sources.items() if value is not None]
    if len(named) > 1:
        raise UsageError(f"{' and '.join(named)}: give one of them, not both")
    if given.column is not None and given.data is None:
        raise UsageError("--column: needs a CSV or TSV file as DATA")
    if given.draw is not None:
        return _Data(_drawn(given.draw))
    if given.counts is not None:
        try:
            return _Data(State(parse_counts(given.counts)))
        except CountsError as error:
            raise UsageError(f"--counts: {error}") from error
    return _Data() if given.data is None else _data(given.data, given.column, window=window)


def _drawn(text: str) -> State:
    # The generator of random numbers is slow to import.
    from core.observations import random_observations

    plain = re.fullmatch(r"[0-9]+:[0-9.eE+-]+:[0-9]+", text)
    draw = drawn(f"random:{text}") if plain else None
    if draw is None:
        raise UsageError(
            f"--draw: {quoted(text)} is not a draw; allowed: N:P:SEED, n from 1 to 10^9, "
            "P from 0 to 1 and a whole number, as in 1000:0.7:42"
        )
    n, pi, seed = draw
    return State(random_observations(n, pi, seed), source=noted(n, pi, seed), true_pi=pi)


def _data(data: str, column: str | None, *, window: bool) -> _Data:
    """A sequence if it is one; else a file of that name; else what is wrong with it."""
    path = Path(data)
    try:
        observations = parse_sequence(data)
    except SequenceError as error:
        if not _exists(path) and not _looks_like_a_file(data):
            raise UsageError(f"DATA: {error}; and there is no file of that name") from error
    else:
        if column is None:
            return _Data(State(observations))
    return _file(path, column, window=window)


def _file(path: Path, column: str | None, *, window: bool) -> _Data:
    # Whoever gives a sequence need not wait for what reads files.
    from core.files import is_session, read_file
    from core.session_file import read_session_file
    from core.tables import ColumnNeeded

    try:
        if is_session(path):
            if column is not None:
                raise UsageError(f"--column: {str(path)!r} is a session and has no columns")
            document = read_session_file(path)
            view = document.view if document.view != "model" else "explore"
            return _Data(
                *(document.state, document.panel),
                session_file=path,
                view=view,
                lesson=document.lesson,
            )
        if window and path.is_file() and path.stat().st_size > LARGE_FILE:
            return _Data(pending=path)
        reading = read_file(path, column)
    except ColumnNeeded as needed:
        if window:
            return _Data(pending=path)
        raise UsageError(f"DATA: {needed}; name it with --column NAME") from needed
    except ValueError as error:
        raise UsageError(f"DATA: {error}") from error
    words = reading.words
    note = "" if words is None else f"{path.name}: {words.one!r} is read as 1, {words.zero!r} as 0"
    return _Data(State(reading.observations, source=f"file:{path.name}"), note=note)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long for a name, a NUL in it, no permission to look
        return False


def _looks_like_a_file(data: str) -> bool:
    path = Path(data)
    return "/" in data or "\\" in data or (path.suffix[1:2].isalpha() and len(path.suffix) < 8)


def _probability(flag: str, text: str) -> float:
    try:
        return parse_probability(text)
    except ProbabilityError as error:
        raise UsageError(f"{flag}: {error}") from error


def _interval(text: str) -> tuple[float, float]:
    parts = text.split(":")
    if len(parts) == len(("low", "high")):
        low, high = (_probability("--interval", part) for part in parts)
        if low < high:
            return low, high
    raise UsageError(
        f"--interval: {quoted(text)} is no part of the axis; allowed: A:B with 0 ≤ A < B ≤ 1, "
        "as in 0.6:0.8"
    )


def without_program(argv: list[str]) -> list[str]:
    """The arguments of `sys.argv`, or of a list that has no program's name in front."""
    if argv and (argv[0] == sys.argv[0] or Path(argv[0]).name == "main.py"):
        return argv[1:]
    return argv
