"""An image as a PNG file."""

from __future__ import annotations

from PyQt5.QtCore import QBuffer, QByteArray, QIODevice
from PyQt5.QtGui import QImage, QImageWriter

from core import VERSION

INCHES_PER_METRE = 1 / 0.0254


class EncodingError(Exception):
    """A picture could not be made; the message is one line and says why."""


def png(image: QImage, *, pixels_per_inch: float = 96.0, comment: str = "") -> bytes:
    """The bytes of a PNG file that says how it was made, and at how many pixels per inch.

    Raises:
        EncodingError: Qt could not make it.
    """
    image = QImage(image)  # what it says of itself is not the caller's image's business
    image.setDotsPerMeterX(round(pixels_per_inch * INCHES_PER_METRE))
    image.setDotsPerMeterY(round(pixels_per_inch * INCHES_PER_METRE))
    image.setText("Software", f"Bernoulli Lab {VERSION}")
    if comment:
        image.setText("Comment", comment)
    # Into memory first: libpng speaks to the terminal by itself when a disk is full.
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, b"png")
    if not writer.write(image):
        raise EncodingError(writer.errorString())
    return bytes(data)
