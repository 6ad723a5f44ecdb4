"""A card with a few rows of numbers that change many times a second."""

from __future__ import annotations

from typing import NamedTuple

from PyQt5.QtCore import QPointF, QRectF, QSize, Qt
from PyQt5.QtGui import QPainter, QPaintEvent
from PyQt5.QtWidgets import QSizePolicy, QWidget

from gui.plot_layout import PADDING
from gui.plot_marks import ALL_EIGHTS
from gui.plot_painter import paint_card
from gui.quiet_label import QuietLabel
from gui.still_text import draw_text, text_width
from gui.theme import LOOK_CHANGED, look

SIZE = 14
# Above the first row and below the last; between rows; between columns at least.
EDGE, LEADING, LEAST_GAP = 10, 5, 10
# More forms than any cell has.
SHORTEST = 4


class Cell(NamedTuple):
    """What stands in a row and a column.

    Attributes:
        text: what it says.
        role: of the theme.
        strong: semi-bold.
        shorter: what it says where that has no room, from the fuller to the shortest.
    """

    text: str
    role: str = "current"
    strong: bool = False
    shorter: tuple[str, ...] = ()

    def form(self, level: int) -> str:
        """The text (0), or a shorter one."""
        forms = (self.text, *self.shorter)
        return forms[min(level, len(forms) - 1)]


class NumberTable(QuietLabel):
    """Rows of cells; `text()` is all of them in plain characters.

    Args:
        aligned: for each column "l" or "r".
        rows: how many there will be.
        gap: between columns at most, in the design's pixels.
        parent: of this widget.
    """

    def __init__(self, aligned: str, rows: int, gap: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._aligned, self._count, self._gap = aligned, rows, gap
        self._rows: list[list[Cell]] = []
        # A column never narrows while its numbers change: what stands beside it must not jump.
        self._least: dict[tuple[int, int], list[float]] = {}
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    @property
    def rows(self) -> list[list[Cell]]:
        """What is shown."""
        return self._rows

    def set_rows(self, rows: list[list[Cell]]) -> None:
        """Show other cells, as many rows and columns as there are."""
        if rows != self._rows:
            self._rows = rows
            lines = (" ".join(cell.text for cell in row if cell.text) for row in rows)
            self.setText("\n".join(lines))
            self.update()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self._least = {}
        self.setFixedHeight(round(self._count * self._line() + 2 * look().px(EDGE)))
        self.update()

    def forget_widths(self) -> None:
        """Let the columns narrow: the words in them are others."""
        self._least = {}
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as its rows; as wide as there is room."""
        return QSize(look().px(300), self.height())

    def _line(self) -> float:
        return look().text_metrics(SIZE, strong=True).height() + look().px(LEADING)

    def places(self) -> list[tuple[Cell, str, QRectF]]:
        """Every cell, what it says in the room there is, and where that stands."""
        if not self._rows:
            return []
        px = look().px
        room = self.width() - 2.0 * px(PADDING)
        last = len(self._aligned) - 1
        # Words on the left of the last column take what room is left, each for itself.
        ragged = self._aligned[last] == "l"
        # First the last column gives way, then the others.
        levels = [(0, SHORTEST)] if ragged else [(0, i) for i in range(SHORTEST + 1)]
        levels += [(i, SHORTEST) for i in range(1, SHORTEST + 1)]
        for level, last_level in levels:
            widths = self._widths(level, last_level)
            if sum(widths) + last * px(LEAST_GAP) <= room:
                break
        gap = max(px(LEAST_GAP), min(px(self._gap), (room - sum(widths)) / max(1, last)))
        line, found = self._line(), []
        for i, row in enumerate(self._rows):
            left = float(px(PADDING))
            for j, cell in enumerate(row):
                text = cell.form(last_level if j == last else level)
                if j == last and ragged:
                    text = _fitted(cell, self.width() - px(PADDING) - left)
                width = text_width(text, SIZE, strong=cell.strong)
                x = left + (max(0.0, widths[j] - width) if self._aligned[j] == "r" else 0.0)
                found.append((cell, text, QRectF(x, px(EDGE) + i * line, width, line)))
                left += widths[j] + gap
        return found

    def _widths(self, level: int, last_level: int) -> list[float]:
        """The columns' widths; none narrows while its numbers change."""
        widths = []
        last = len(self._aligned) - 1
        least = self._least.setdefault((level, last_level), [0.0] * (last + 1))
        for j in range(last + 1):
            form = last_level if j == last else level
            width = max(
                text_width(row[j].form(form).translate(ALL_EIGHTS), SIZE, strong=row[j].strong)
                for row in self._rows
            )
            widths.append(max(width, least[j]))
        self._least[level, last_level] = widths
        return widths

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the card and the cells."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("ground"))
        paint_card(painter, QRectF(self.rect()))
        for cell, text, place in self.places():
            metrics = look().text_metrics(SIZE, strong=cell.strong)
            if place.right() > self.width() - look().px(8):
                room = self.width() - look().px(8) - place.left()
                text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)  # noqa: PLW2901
            baseline = place.center().y() + metrics.capHeight() / 2
            where = QPointF(place.left(), baseline)
            draw_text(painter, where, text, SIZE, cell.role, strong=cell.strong)
        painter.end()


def _fitted(cell: Cell, room: float) -> str:
    """The fullest words that have room."""
    forms = (cell.text, *cell.shorter)
    return next(
        (text for text in forms if text_width(text, SIZE, strong=cell.strong) <= room), forms[-1]
    )
