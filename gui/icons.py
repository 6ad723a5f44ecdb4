"""Small pictures for buttons, painted in the theme's colours."""

from __future__ import annotations

from collections.abc import Callable

from PyQt5.QtCore import QPointF, QRectF, QSize, Qt
from PyQt5.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF
from PyQt5.QtWidgets import QAbstractButton

from gui.fonts import text_font
from gui.theme import look

SIZE = 16.0
Sketch = Callable[[QPainter, QColor], None]


def _theme(painter: QPainter, colour: QColor) -> None:
    circle = QRectF(2.5, 2.5, 11, 11)
    painter.setPen(QPen(colour, 1.4))
    painter.drawEllipse(circle)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPie(circle, 90 * 16, 180 * 16)


def _play(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(3.5, 2), QPointF(14, 8), QPointF(3.5, 14)]))


def _pause(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawRect(QRectF(3.5, 2.5, 3.2, 11))
    painter.drawRect(QRectF(9.3, 2.5, 3.2, 11))


def _undo(painter: QPainter, colour: QColor) -> None:
    painter.setPen(
        QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    path = QPainterPath(QPointF(6.5, 2.8))
    path.lineTo(2.8, 6.5)
    path.lineTo(6.5, 10.2)
    path.moveTo(2.8, 6.5)
    path.lineTo(9.5, 6.5)
    path.arcTo(QRectF(5.8, 6.5, 7.4, 7.0), 90, -180)
    path.lineTo(7.5, 13.5)
    painter.drawPath(path)


def _redo(painter: QPainter, colour: QColor) -> None:
    painter.translate(SIZE, 0)
    painter.scale(-1, 1)
    _undo(painter, colour)


def _zoom(painter: QPainter, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawEllipse(QRectF(2.2, 2.2, 8.6, 8.6))
    painter.drawLine(QPointF(9.6, 9.6), QPointF(13.8, 13.8))
    painter.drawLine(QPointF(4.6, 6.5), QPointF(8.4, 6.5))
    painter.drawLine(QPointF(6.5, 4.6), QPointF(6.5, 8.4))


def _whole(painter: QPainter, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    painter.drawLine(QPointF(2.5, 8), QPointF(13.5, 8))
    for x, direction in ((2.5, 1), (13.5, -1)):
        painter.drawLine(QPointF(x, 8), QPointF(x + 3 * direction, 5))
        painter.drawLine(QPointF(x, 8), QPointF(x + 3 * direction, 11))
    painter.drawLine(QPointF(2.5, 3), QPointF(2.5, 13))
    painter.drawLine(QPointF(13.5, 3), QPointF(13.5, 13))


def _down(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    painter.drawPolygon(QPolygonF([QPointF(4, 6), QPointF(12, 6), QPointF(8, 11)]))


def _more(painter: QPainter, colour: QColor) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x in (3.0, 8.0, 13.0):
        painter.drawEllipse(QPointF(x, 8.0), 1.5, 1.5)


def _copy(painter: QPainter, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.4))
    painter.drawRoundedRect(QRectF(5.5, 5.5, 8.0, 8.0), 1.6, 1.6)
    path = QPainterPath(QPointF(3.6, 10.3))
    path.lineTo(2.5, 10.3)
    path.lineTo(2.5, 2.5)
    path.lineTo(10.3, 2.5)
    path.lineTo(10.3, 3.6)
    painter.drawPath(path)


def _help(painter: QPainter, colour: QColor) -> None:
    painter.setPen(QPen(colour, 1.4))
    painter.drawEllipse(QRectF(1.8, 1.8, 12.4, 12.4))
    painter.setFont(text_font(10, strong=True))
    painter.drawText(QRectF(0, 0, SIZE, SIZE), Qt.AlignmentFlag.AlignCenter, "?")


_SKETCHES: dict[str, Sketch] = {
    "theme": _theme,
    "play": _play,
    "pause": _pause,
    "undo": _undo,
    "redo": _redo,
    "zoom": _zoom,
    "whole": _whole,
    "down": _down,
    "more": _more,
    "copy": _copy,
    "help": _help,
}


def program_icon() -> QIcon:
    """The program's sign: a one and a zero, side by side."""
    value = look()
    result = QIcon()
    for side in (16, 32, 48, 128):
        pixels = QPixmap(side, side)
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setFont(text_font(round(side * 0.42), strong=True))
        tile = side * 0.48
        for left, role, digit in ((0.0, "ones", "1"), (side - tile, "zeros", "0")):
            rect = QRectF(left, (side - tile) / 2, tile, tile)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(value.colour(role))
            painter.drawRoundedRect(rect, side / 10, side / 10)
            painter.setPen(value.colour("on_accent" if role == "ones" else "on_zeros"))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, digit)
        painter.end()
        result.addPixmap(pixels)
    return result


def icon(name: str, role: str = "current") -> QIcon:
    """A picture in a colour role of the theme, greyed where its button is disabled."""
    result = QIcon()
    for mode, opacity in ((QIcon.Mode.Normal, 1.0), (QIcon.Mode.Disabled, 0.35)):
        ratio = 3.0
        pixels = QPixmap(round(SIZE * ratio), round(SIZE * ratio))
        pixels.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixels)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setOpacity(opacity)
        painter.scale(ratio, ratio)
        _SKETCHES[name](painter, look().colour(role))
        painter.end()
        result.addPixmap(pixels, mode)
    return result


def set_icon(button: QAbstractButton, name: str, size: float = SIZE) -> None:
    """Give a button its picture, in the size and the colours of the look of the moment."""
    button.setIcon(icon(name))
    button.setIconSize(QSize(look().px(size), look().px(size)))
