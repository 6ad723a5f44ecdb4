"""A figure as the bytes of a file: a picture, an SVG, a page, a table."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from PyQt5.QtGui import QImage, QPaintDevice, QPainter

from core import VERSION
from gui.figures.figure import AnyFigure, figure_for
from gui.figures.png_file import EncodingError, png

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.figures.options import FigureOptions


def still(ending: str, options: FigureOptions, snapshot: Snapshot, command: str) -> bytes:
    """The bytes of a figure that does not move.

    Args:
        ending: one of `figures.options.STILL_ENDINGS`.
        options: what it is to look like.
        snapshot: the numbers.
        command: what makes the same file; it is written into it.

    Raises:
        EncodingError: there is not enough memory for it.
    """
    if ending == ".csv":
        return _table(snapshot, command).encode()
    if ending == ".svg":
        return _svg(options, snapshot, command)
    if ending == ".pdf":
        return _pdf(options, snapshot, command)
    image = picture(figure_for(options, snapshot), options, snapshot)
    return png(image, pixels_per_inch=options.pixels_per_inch, comment=command)


def picture(figure: AnyFigure, options: FigureOptions, snapshot: Snapshot) -> QImage:
    """The figure in exactly `options.pixels`.

    Raises:
        EncodingError: there is not enough memory for it.
    """
    width, height = options.pixels
    form = (
        QImage.Format.Format_ARGB32_Premultiplied
        if options.transparent
        else QImage.Format.Format_RGB32
    )
    image = QImage(width, height, form)
    if image.isNull():
        raise EncodingError(f"there is not enough memory for {width}x{height} pixels")
    image.fill(0)
    with painting_on(image) as painter:
        painter.scale(width / figure.canvas.width, height / figure.canvas.height)
        figure.paint(painter, snapshot)
    return image


@contextmanager
def painting_on(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter that ends whatever happens: Qt would not let go of its device."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()


def _table(snapshot: Snapshot, command: str) -> str:
    if snapshot.model is not None:
        from core.examples_csv import examples_table

        return examples_table(snapshot.model, command)
    from core.curve_table import curve_table

    return curve_table(snapshot, command)


def _title(options: FigureOptions) -> str:
    return options.title or "Bernoulli Lab"


def _made_by(command: str) -> str:
    return f"Bernoulli Lab {VERSION}: {command}"


def _svg(options: FigureOptions, snapshot: Snapshot, command: str) -> bytes:
    from gui.figures.svg_device import SvgDevice

    figure = figure_for(options, snapshot)
    unit = "" if options.unit == "px" else "mm"
    device = SvgDevice(
        figure.canvas.width,
        figure.canvas.height,
        page=(f"{options.width:.10g}{unit}", f"{options.height:.10g}{unit}"),
        outlines=options.outlines,
        title=_title(options),
        description=_made_by(command),
    )
    with painting_on(device) as painter:
        figure.paint(painter, snapshot)
    return device.svg()


def _pdf(options: FigureOptions, snapshot: Snapshot, command: str) -> bytes:
    # pypdf is slow to import, and only a PDF needs it.
    from gui.figures.pdf_file import pdf

    figure = figure_for(options, snapshot)
    return pdf(
        *options.points,
        lambda painter: figure.paint(painter, snapshot),
        canvas=(figure.canvas.width, figure.canvas.height),
        title=_title(options),
        subject=_made_by(command),
    )
