"""The window as a picture, controls and all."""

from __future__ import annotations

from PyQt5.QtCore import QPoint, QSize
from PyQt5.QtGui import QImage, QPainter
from PyQt5.QtWidgets import QApplication, QWidget

SMALLEST_WINDOW = QSize(1024, 700)


def layout_size(width: int, height: int) -> tuple[QSize, float]:
    """The window's size for a picture, and the picture's pixels for one of the window's.

    A picture smaller than the smallest window is that window, drawn smaller.
    """
    shrink = max(SMALLEST_WINDOW.width() / width, SMALLEST_WINDOW.height() / height, 1.0)
    size = QSize(round(width * shrink), round(height * shrink))
    return size, width / size.width()


def render(window: QWidget, width: int, height: int, scale: float = 1.0) -> QImage:
    """Paint a window into an image of exactly width·scale by height·scale pixels.

    Args:
        window: a window that has been laid out at `layout_size(width, height)`.
        width: of the picture, before `scale`.
        height: likewise.
        scale: pixels of the file for each pixel of the picture.
    """
    size, _share = layout_size(width, height)
    image = QImage(round(width * scale), round(height * scale), QImage.Format.Format_RGB32)
    # A device pixel ratio would be rounded somewhere in Qt; a painter's scale is exact.
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.scale(image.width() / size.width(), image.height() / size.height())
    window.render(painter, QPoint())
    painter.end()
    return image


def settle(window: QWidget, size: QSize) -> None:
    """Lay a window out at a size, as if it had been shown so."""
    window.resize(size)
    for _ in range(3):
        QApplication.processEvents()
