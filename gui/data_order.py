"""What the command line says of the observations: a sequence, a file, counts, a draw.

It needs no Qt.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from core.parsing import CountsError, SequenceError, parse_counts, parse_sequence
from core.state import State
from gui.draws import drawn, noted
from gui.usage_error import UsageError, quoted

if TYPE_CHECKING:
    from core.model_state import ModelLook, ModelState

# A larger file is read when the window is there and can say how far it is, in bytes.
LARGE_FILE = 16 * 2**20


@dataclass(frozen=True)
class GivenData:
    """What DATA, --counts or --draw come to.

    Attributes:
        state: the observations, and what else a session says.
        panel: the plots that a session shows.
        session_file: the session.
        pending: a file that the window is to open: it is large, or a question has to be asked.
        note: what the user should know, in one line; "" for nothing.
        view: the view that a session shows.
        lesson: the lesson that it is in.
        model: the model in it, and how it is looked at.
    """

    state: State = field(default_factory=State)
    panel: str | None = None
    session_file: Path | None = None
    pending: Path | None = None
    note: str = ""
    view: str | None = None
    lesson: str = ""
    model: tuple[ModelState, ModelLook] | None = None


def given_data(given: argparse.Namespace, *, window: bool) -> GivenData:
    """Read what was given.

    Args:
        given: the arguments.
        window: whether a window will be there, to open a large file and to ask.

    Raises:
        UsageError: it cannot be followed.
    """
    sources = {"DATA": given.data, "--counts": given.counts, "--draw": given.draw}
    named = [name for name, value in sources.items() if value is not None]
    if len(named) > 1:
        raise UsageError(f"{' and '.join(named)}: give one of them, not both")
    if given.column is not None and given.data is None:
        raise UsageError("--column: needs a CSV or TSV file as DATA")
    if given.draw is not None:
        return GivenData(_drawn(given.draw))
    if given.counts is not None:
        try:
            return GivenData(State(parse_counts(given.counts)))
        except CountsError as error:
            raise UsageError(f"--counts: {error}") from error
    return GivenData() if given.data is None else _data(given.data, given.column, window=window)


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


def _data(data: str, column: str | None, *, window: bool) -> GivenData:
    """A sequence if it is one; else a file of that name; else what is wrong with it."""
    path = Path(data)
    try:
        observations = parse_sequence(data)
    except SequenceError as error:
        if not _exists(path) and not _looks_like_a_file(data):
            raise UsageError(f"DATA: {error}; and there is no file of that name") from error
    else:
        if column is None:
            return GivenData(State(observations))
    return _file(path, column, window=window)


def _file(path: Path, column: str | None, *, window: bool) -> GivenData:
    # Whoever gives a sequence need not wait for what reads files.
    from core.files import is_session, read_file
    from core.session_file import read_session_file
    from core.tables import ColumnNeeded

    try:
        if is_session(path):
            if column is not None:
                raise UsageError(f"--column: {str(path)!r} is a session and has no columns")
            document = read_session_file(path)
            model, look = document.model, document.model_look
            return GivenData(
                *(document.state, document.panel),
                session_file=path,
                view=document.view,
                lesson=document.lesson,
                model=None if model is None or look is None else (model, look),
            )
        if window and path.is_file() and path.stat().st_size > LARGE_FILE:
            return GivenData(pending=path)
        reading = read_file(path, column)
    except ColumnNeeded as needed:
        if window:
            return GivenData(pending=path)
        raise UsageError(f"DATA: {needed}; name it with --column NAME") from needed
    except ValueError as error:
        raise UsageError(f"DATA: {error}") from error
    words = reading.words
    note = "" if words is None else f"{path.name}: {words.one!r} is read as 1, {words.zero!r} as 0"
    return GivenData(State(reading.observations, source=f"file:{path.name}"), note=note)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):  # too long for a name, a NUL in it, no permission to look
        return False


def _looks_like_a_file(data: str) -> bool:
    path = Path(data)
    return "/" in data or "\\" in data or (path.suffix[1:2].isalpha() and len(path.suffix) < 8)
