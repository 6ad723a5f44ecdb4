"""The title over a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QPointF

from gui.still_text import draw_text, text_width

if TYPE_CHECKING:
    from PyQt5.QtCore import QRectF
    from PyQt5.QtGui import QPainter

TITLE_SIZE, LEAST_TITLE_SIZE = 21, 12


def paint_title(painter: QPainter, place: QRectF, title: str) -> None:
    """Paint a title, smaller where it is long, and its beginning where it is too long."""
    text, size = title, TITLE_SIZE
    while text_width(text, size, strong=True) > place.width() and size > LEAST_TITLE_SIZE:
        size -= 1
    while text and text_width(f"{text}…", size, strong=True) > place.width():
        text = text[:-1]
    if text != title:
        text += "…"
    baseline = QPointF(place.left(), place.bottom() - 9)
    draw_text(painter, baseline, text, size, "current", strong=True)
