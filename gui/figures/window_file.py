"""The window's picture as a file that says how it was made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from gui.figures.commands import window_command
from gui.figures.options import DATA, FigureOptions
from gui.figures.png_file import png

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PyQt5.QtGui import QImage

    from core.state import State


def window_png(
    image: QImage,
    options: FigureOptions,
    state: State,
    name: str,
    data: Sequence[str] = (DATA,),
) -> bytes:
    """The bytes of a file of this name.

    Args:
        image: the picture.
        options: the window's size, plots, theme and language.
        state: what it shows.
        name: of the file.
        data: see `commands.command`.

    Raises:
        gui.figures.png_file.EncodingError: Qt could not make it.
    """
    command = window_command(state, options, name, data)
    return png(image, pixels_per_inch=options.pixels_per_inch, comment=command)
