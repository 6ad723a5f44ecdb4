"""Words that are painted again and again: measured and shaped once."""

from __future__ import annotations

from functools import lru_cache

from PyQt5.QtCore import QPointF, Qt
from PyQt5.QtGui import QFontMetricsF, QPainter, QStaticText, QTransform

from gui.fonts import text_font
from gui.theme import look

# Qt cuts a place down to such parts of a pixel, and keeps the last one for all that are nearly the
# same: words just above and just below a part would stand where the last picture had them.
_PARTS = 64


@lru_cache(maxsize=1024)
def _shaped(text: str, pixels: int, strong: bool) -> QStaticText:
    shaped = QStaticText(text)
    shaped.setTextFormat(Qt.TextFormat.PlainText)
    shaped.prepare(QTransform(), text_font(pixels, strong=strong))
    return shaped


@lru_cache(maxsize=1024)
def _width(text: str, pixels: int, strong: bool) -> float:
    return QFontMetricsF(text_font(pixels, strong=strong)).horizontalAdvance(text)


def text_width(text: str, size: float, *, strong: bool = False) -> float:
    """The width of words of `size` (in the design's pixels), in pixels."""
    return _width(text, look().type_px(size), strong)


def draw_text(
    painter: QPainter,
    place: QPointF,
    text: str,
    size: float,
    role: str,
    *,
    strong: bool = False,
) -> None:
    """Paint words whose baseline begins at `place`."""
    value = look()
    painter.setFont(value.text_font(size, strong=strong))
    painter.setPen(value.colour(role))
    top = place.y() - value.text_metrics(size, strong=strong).ascent()
    settled = QPointF(round(place.x() * _PARTS) / _PARTS, round(top * _PARTS) / _PARTS)
    painter.drawStaticText(settled, _shaped(text, value.type_px(size), strong))
