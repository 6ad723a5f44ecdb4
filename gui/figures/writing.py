"""Files of figures: made whole in memory, then put in their places."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from core.progress import Progress, nobody
from gui.figures import still_files
from gui.figures.commands import command
from gui.figures.moving import MovingFigure
from gui.figures.options import DATA, MOVING_ENDINGS, FigureOptions, Motion
from gui.figures.png_file import EncodingError
from gui.safe_file import WriteError, check_place, write_whole

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.figures.order import ExportOrder


class ExportError(Exception):
    """A file could not be written; the message is one line and says why."""


def figure_bytes(
    path: Path,
    options: FigureOptions,
    motion: Motion,
    snapshot: Snapshot,
    progress: Progress = nobody,
    data: Sequence[str] = (DATA,),
) -> bytes:
    """What a figure's file of this name is to hold; for `data` see `commands.command`.

    Raises:
        gui.figures.png_file.EncodingError: it cannot be made.
    """
    ending = path.suffix.lower()
    if ending not in MOVING_ENDINGS:
        made_by = command(snapshot.state, options, None, path.name, data)
        return still_files.still(ending, options, snapshot, made_by)
    made_by = command(snapshot.state, options, motion, path.name, data)
    moving = MovingFigure(options, motion, snapshot)
    return moving.encode(ending, moving.frames(), made_by, progress)


def write_all(
    order: ExportOrder,
    make: Callable[[Path], bytes],
) -> None:
    """Make every file of an order, and only then write them, each whole.

    Raises:
        ExportError: one could not be made or written; it is not there, or as it was.
    """
    try:
        for path in order.paths:
            check_place(path)
        made = [(path, make(path)) for path in order.paths]
    except KeyboardInterrupt as error:
        raise ExportError("cancelled; nothing was written") from error
    except WriteError as error:
        raise ExportError(str(error)) from error
    except (EncodingError, MemoryError) as error:
        raise ExportError(str(error) or "there is not enough memory for it") from error
    try:
        for path, data in made:
            write_whole(path, data)
    except WriteError as error:
        raise ExportError(str(error)) from error
