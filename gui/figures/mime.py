"""A figure for other programs: on the clipboard, or pulled over to their windows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PyQt5.QtCore import QMimeData, QUrl
from PyQt5.QtGui import QImage

from gui.figures.figure import figure_for
from gui.figures.options import Motion
from gui.figures.still_files import picture
from gui.figures.writing import figure_bytes
from gui.safe_file import write_whole

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.figures.options import FigureOptions

NAME = "bernoulli-lab"


def window_data(image: QImage, content: bytes, folder: Path | None = None) -> QMimeData:
    """A picture of the window: as an image, and as a file in a folder where one is given.

    Args:
        image: the picture.
        content: of the file.
        folder: where the file goes; None for no file.

    Raises:
        gui.safe_file.WriteError: the file could not be written.
    """
    return _data(image) if folder is None else _data(image, folder / f"{NAME}.png", content)


def figure_data(
    options: FigureOptions, snapshot: Snapshot, ending: str, folder: Path | None = None
) -> QMimeData:
    """A figure: as an image, as an SVG for programs that draw, and as a file in a folder.

    Args:
        options: what it is to look like.
        snapshot: the numbers.
        ending: the kind of file, one of `figures.options.STILL_ENDINGS`.
        folder: where the file goes; None for no file.

    Raises:
        gui.figures.png_file.EncodingError: there is not enough memory for it.
        gui.safe_file.WriteError: the file could not be written.
    """

    def made(kind: str) -> bytes:
        return figure_bytes(Path(f"{NAME}{kind}"), options, Motion(), snapshot)

    image = picture(figure_for(options, snapshot), options, snapshot)
    if folder is None:
        data = _data(image)
    else:
        data = _data(image, folder / f"{NAME}{ending}", made(ending))
    data.setData("image/svg+xml", made(".svg"))
    return data


def _data(image: QImage, path: Path | None = None, content: bytes = b"") -> QMimeData:
    data = QMimeData()
    data.setImageData(image)
    if path is not None:
        write_whole(path, content)
        data.setUrls([QUrl.fromLocalFile(str(path))])
    return data
