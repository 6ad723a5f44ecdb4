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
from core.parsing import (
    CountsError,
    ProbabilityError,
    SequenceError,
    parse_counts,
    parse_probability,
    parse_sequence,
)
from core.state import State

PANELS = ("all", "likelihood", "log-likelihood", "bce")
VIEWS = ("explore", "lessons", "model")
ENDINGS = (".png", ".svg", ".pdf", ".gif", ".csv")
READY_ENDINGS = (".png",)
LARGEST_SIDE = 16_384
# A window is at most so many times as wide as high, or as high as wide.
LONGEST = 8
DEFAULT_SIZE = (1440, 900)
LONGEST_QUOTE = 40
# A larger file is read when the window is there and can say how far it is, in bytes.
LARGE_FILE = 16 * 2**20


class UsageError(Exception):
    """A mistake of the user's, in one line."""


@dataclass(frozen=True)
class Options:
    """What the command line asks for.

    Attributes:
        state: the observations and π to begin with.
        size: width and height in pixels; None where it was not given.
        session_file: the session file that the state comes from.
        session_state: what stands in it; --pi may have changed it since.
        pending: a file that the window is to open: it is large, or a question has to be asked.
        column: of the pending file.
        note: what the user should know, in one line; "" for nothing.
    """

    state: State
    language: str | None = None
    theme: str | None = None
    json: bool = False
    export: Path | None = None
    size: tuple[int, int] | None = None
    scale: float = 1.0
    panel: str | None = None
    session_file: Path | None = None
    session_state: State | None = None
    pending: Path | None = None
    column: str | None = None
    note: str = ""


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
    add("--column", metavar="NAME", help="the column of a CSV or TSV file, by name or number")
    add("--pi", metavar="P", help="the probability of a one, from 0 to 1")
    add("--lang", choices=("ko", "en"), help="the language of the window")
    add("--theme", choices=("light", "dark"), help="light or dark")
    add("--view", choices=VIEWS, help="the view to begin with")
    add("--json", action="store_true", help="print the numbers and exit; needs no display")
    add("--export", metavar="FILE", help="write a .png picture and exit; needs no display")
    add("--size", metavar="WxH", help="size of the window or the picture, in pixels")
    add("--scale", metavar="S", help="pixels of the picture for each of its size, as in 2")
    add("--panel", choices=PANELS, help="show one plot alone")
    add("--version", action="version", version=f"Bernoulli Lab {VERSION}")
    return result


def parse(arguments: list[str]) -> Options:
    """Read a command line (without the program's name).

    Raises:
        UsageError: it cannot be followed.
        SystemExit: --help or --version has been answered.
    """
    given = parser().parse_args(_protect_minus(arguments))
    data = _observations(given.data, given.counts, given.column, window=_wants_window(given))
    state = data.state
    if given.pi is not None:
        state = replace(state, pi=_probability(given.pi))
    if given.view not in (None, "explore"):
        raise UsageError(f"--view {given.view}: not part of this version yet; allowed: explore")
    size = None if given.size is None else _size(given.size)
    scale = 1.0 if given.scale is None else _scale(given.scale)
    _check_pixels(size or DEFAULT_SIZE, scale)
    return Options(
        state=state,
        language=given.lang,
        theme=given.theme,
        json=given.json,
        export=None if given.export is None else _export(given.export),
        size=size,
        scale=scale,
        panel=given.panel or data.panel,
        session_file=data.session_file,
        session_state=data.state if data.session_file is not None else None,
        pending=data.pending,
        column=given.column,
        note=data.note,
    )


def _wants_window(given: argparse.Namespace) -> bool:
    return not given.json and given.export is None


def _protect_minus(arguments: list[str]) -> list[str]:
    """Let "--pi -0.1" reach us: argparse would say only that an argument is missing."""
    result: list[str] = []
    for argument in arguments:
        if result and result[-1] in ("--pi", "--scale", "--counts", "--size", "--column"):
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


def _observations(
    data: str | None, counts: str | None, column: str | None, *, window: bool
) -> _Data:
    if data is not None and counts is not None:
        raise UsageError("DATA and --counts: give one of them, not both")
    if column is not None and data is None:
        raise UsageError("--column: needs a CSV or TSV file as DATA")
    if counts is not None:
        try:
            return _Data(State(parse_counts(counts)))
        except CountsError as error:
            raise UsageError(f"--counts: {error}") from error
    return _Data() if data is None else _data(data, column, window=window)


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
            return _Data(document.state, document.panel, session_file=path)
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


def _probability(text: str) -> float:
    try:
        return parse_probability(text)
    except ProbabilityError as error:
        raise UsageError(f"--pi: {error}") from error


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"([0-9]{1,5})[xX]([0-9]{1,5})", text)
    if match:
        size = int(match[1]), int(match[2])
        if all(1 <= side <= LARGEST_SIDE for side in size) and max(size) <= LONGEST * min(size):
            return size
    shown = text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…"
    raise UsageError(
        f"--size: {shown!r} is not a size; allowed: WxH in pixels, each from 1 to {LARGEST_SIDE} "
        f"and no side over {LONGEST} times the other, as in 1920x1080"
    )


def _check_pixels(size: tuple[int, int], scale: float) -> None:
    pixels = [round(side * scale) for side in size]
    if not all(1 <= side <= LARGEST_SIDE for side in pixels):
        raise UsageError(
            f"--scale: {size[0]}x{size[1]} times {scale:g} is {pixels[0]}x{pixels[1]} pixels; "
            f"allowed: each from 1 to {LARGEST_SIDE}"
        )


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.1 <= scale <= 8.0:
        raise UsageError(f"--scale: {text!r} is not a scale; allowed: a number from 0.1 to 8")
    return scale


def _export(text: str) -> Path:
    path = Path(text)
    ending = path.suffix.lower()
    if ending in READY_ENDINGS:
        return path
    if ending in ENDINGS:
        raise UsageError(
            f"--export: {ending} files are not part of this version yet; allowed: .png"
        )
    raise UsageError(f"--export: {text!r} has no known ending; allowed: .png")


def without_program(argv: list[str]) -> list[str]:
    """The arguments of `sys.argv`, or of a list that has no program's name in front."""
    if argv and (argv[0] == sys.argv[0] or Path(argv[0]).name == "main.py"):
        return argv[1:]
    return argv
