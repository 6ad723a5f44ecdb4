"""Words and cells that are painted: wrapped, shortened where room is short, never cut."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PyQt5.QtCore import QPointF, QRectF
from PyQt5.QtGui import QPainter, QPaintEvent
from PyQt5.QtWidgets import QWidget

from gui.plot_painter import paint_card
from gui.quiet_label import QuietLabel
from gui.still_text import draw_text, text_width
from gui.theme import look

LEFT, MIDDLE, RIGHT = -1, 0, 1
LEADING = 1.22
INSET = 4


def line_height(size: float) -> int:
    """How far the lines of a paragraph stand apart, in pixels."""
    return math.ceil(look().text_metrics(size).height() * 1.04)


def row_height(size: float) -> int:
    """How tall a row of a table is, in pixels."""
    return math.ceil(look().type_px(size) * LEADING) + look().px(4)


def wrapped(text: str, width: float, size: float, *, strong: bool = False) -> list[str]:
    """A text in lines that are no wider than `width`, unless a single word is."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(longer, size, strong=strong) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def fitting(texts: Sequence[str], width: float, size: float, *, strong: bool = False) -> str:
    """The first of several texts that fits into a width, or the last."""
    for text in texts:
        if text_width(text, size, strong=strong) <= width:
            return text
    return texts[-1]


def draw_cell(
    painter: QPainter,
    cell: QRectF,
    text: str,
    size: float,
    role: str = "current",
    *,
    strong: bool = False,
    align: int = LEFT,
) -> None:
    """Paint one line of words in the middle of a cell's height."""
    room = cell.width() - text_width(text, size, strong=strong)
    left = cell.left() + (0.0 if align == LEFT else room if align == RIGHT else room / 2)
    cap = look().text_metrics(size, strong=strong).capHeight()
    place = QPointF(left, cell.center().y() + cap / 2)
    draw_text(painter, place, text, size, role, strong=strong)


class Words(QuietLabel):
    """A few lines of words in a role's colour; the longest of several texts that has room.

    Attributes:
        role: of the words.
        size_: in the design's pixels.
        strong: semi-bold.
        ground: the role of what is behind.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        role: str = "current",
        size: float = 13,
        strong: bool = False,
        ground: str = "card",
    ) -> None:
        super().__init__(parent)
        self.role, self.size_, self.strong, self.ground = role, size, strong, ground
        self._texts: tuple[str, ...] = ("",)

    def say(self, *texts: str, role: str | None = None) -> None:
        """Say the first of these that fits; assistive tools are told the first."""
        role = role or self.role
        if (texts, role) != (self._texts, self.role):
            self._texts, self.role = texts, role
            self.setText(texts[0])
            self.update()

    def height_for(self, width: float, most: int = 9) -> int:
        """The height that the fullest text needs, or that of so many lines."""
        count = len(wrapped(self._texts[0], width, self.size_, strong=self.strong))
        if count > most:
            count = min(most, len(self._lines(width, most)))
        return count * line_height(self.size_) if self._texts[0] else 0

    def _lines(self, width: float, most: int) -> list[str]:
        for text in self._texts:
            lines = wrapped(text, width, self.size_, strong=self.strong)
            if len(lines) <= most:
                break
        return lines

    def lines(self) -> list[str]:
        """What is painted, line by line; nothing where even the shortest text has no room."""
        room = max(1, int(self.height() / line_height(self.size_) + 0.01))
        lines = self._lines(self.width(), room)
        return lines if len(lines) <= room else []

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the ground and the words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour(self.ground))
        tall = line_height(self.size_)
        for i, line in enumerate(self.lines()):
            cell = QRectF(0, i * tall, self.width(), tall)
            draw_cell(painter, cell, line, self.size_, self.role, strong=self.strong)
        painter.end()


class Sheet(QWidget):
    """A card without a layout: who puts something on it, places it."""

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the card."""
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()))
        painter.end()


def row_width(widgets: Sequence[QWidget], gap: int) -> int:
    """How wide controls are side by side."""
    return sum(widget.sizeHint().width() + gap for widget in widgets) + look().px(INSET)


def flow(widgets: Sequence[QWidget], width: int, gap: int) -> int:
    """Place controls in rows from left to right, each as large as it likes to be.

    Returns:
        the height of the rows.
    """
    rows: list[list[QWidget]] = [[]]
    start = look().px(INSET)
    left = start
    for widget in widgets:
        wide = widget.sizeHint().width()
        if rows[-1] and left + wide > width:
            rows.append([])
            left = start
        rows[-1].append(widget)
        left += wide + gap
    top = 0
    for row in rows:
        tall = max((widget.sizeHint().height() for widget in row), default=0)
        left = start
        for widget in row:
            hint = widget.sizeHint()
            wide = min(hint.width(), width)
            widget.setGeometry(left, top + (tall - hint.height()) // 2, wide, hint.height())
            left += wide + gap
        top += tall + gap // 2
    return top - gap // 2
