"""Where everything stands in the table of the lab "Probability ↔ likelihood"."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PyQt5.QtCore import QRectF

from core import probability_table as table
from core.scientific import format_count, format_number, format_probability
from gui.i18n import translate
from gui.labs.table_words import row_height
from gui.still_text import text_width
from gui.theme import look

SIZE = 12
PADDING = 8
POINTER = 14
# Between two numbers, at least.
GAP = 12
# What the room decides: into how many parts π is cut, and how many digits an entry has.
CHOICES = ((10, 4), (10, 3), (5, 3), (4, 3), (2, 3), (1, 3))
LEAST_ROWS = 3


@dataclass(frozen=True)
class Shown:
    """What the table shows apart from π.

    Attributes:
        n: the number of observations.
        row: the row that is read.
        reading: "rows" or "columns".
    """

    n: int
    row: int
    reading: str

    @property
    def rows(self) -> tuple[table.Row, ...]:
        """The rows' data."""
        return table.rows(self.n)


def entry_text(value: float, digits: int = 3) -> str:
    """An entry of the table."""
    return "1" if value == 1.0 else format_number(value, digits)


def label_of(row: table.Row) -> str:
    """What a row is called: its sequence, or its number of ones."""
    return row.word or str(row.ones)


def count_of(row: table.Row) -> str:
    """How many sequences a row stands for."""
    return f"×{format_count(row.sequences)}"


def heads(shown: Shown) -> tuple[str, str]:
    """What heads the data, and how many sequences they are."""
    if shown.rows[0].word:
        return translate("Table lab", "data"), ""
    return translate("Table lab", "ones k"), translate("Table lab", "sequences")


def header_height() -> int:
    """The height of the line that names the columns."""
    return row_height(SIZE) + look().px(5)


def height_of(rows: int) -> int:
    """The height of a table with so many rows in sight."""
    return header_height() + rows * row_height(SIZE) + look().px(3)


@dataclass(frozen=True)
class TableLayout:
    """A table in one size, look and language.

    Attributes:
        shown: what it shows.
        columns: the columns' π.
        digits: how many an entry has.
        edges: where the data end, their multiplicities, each column, and that of the current π.
        first: the first row in sight.
        visible: how many rows are in sight.
        width: of the table, in pixels.
    """

    shown: Shown
    columns: tuple[float, ...]
    digits: int
    edges: tuple[float, ...]
    first: int
    visible: int
    width: float

    @property
    def sight(self) -> range:
        """The rows in sight."""
        return range(self.first, self.first + self.visible)

    def cell(self, row: int, column: int) -> QRectF:
        """The cell of an entry; row −1 holds the heads, the column after the last the current π's.

        Column −2 holds the data, −1 their multiplicities.
        """
        at = column + 2
        left = self.edges[at - 1] if at else float(look().px(PADDING + POINTER))
        top, tall = 0.0, float(header_height())
        if row >= 0:
            tall = float(row_height(SIZE))
            top = header_height() + (row - self.first) * tall
        return QRectF(left, top, self.edges[at] - left, tall)

    def band(self, row: int) -> QRectF:
        """What a row covers from end to end."""
        px, cell = look().px, self.cell(row, -2)
        left, right = px(3), self.edges[-1] + px(5)
        return QRectF(left, cell.top() + 0.5, right - left, cell.height() - 1)

    def live(self) -> QRectF:
        """What the column of the current π covers, with its head."""
        px = look().px
        left, right = self.edges[-2] + px(5), self.edges[-1] + px(5)
        tall = header_height() + self.visible * row_height(SIZE)
        return QRectF(left, 1, right - left, tall)

    def row_at(self, y: float) -> int | None:
        """The row in which a height lies."""
        row = self.first + math.floor((y - header_height()) / row_height(SIZE))
        return row if row in self.sight else None

    def column_at(self, x: float) -> int | None:
        """The column in which a place lies; none for the data and for the current π."""
        for column in range(len(self.columns)):
            if self.edges[column + 1] < x <= self.edges[column + 2]:
                return column
        return None


def lay_out(shown: Shown, width: float, height: float, first: int) -> TableLayout:
    """Fit a table into its place.

    Args:
        shown: what it shows.
        width: of the place, in pixels.
        height: of the place.
        first: the row that was the first in sight; it stays so while the one read is in sight.
    """
    count = len(shown.rows)
    visible = max(1, min(count, int((height - header_height()) / row_height(SIZE))))
    if not first <= shown.row < first + visible:
        first = shown.row - visible // 2
    first = max(0, min(count - visible, first))
    bar = look().px(10) if visible < count else 0
    columns, digits, edges = _columns(shown, width - bar)
    return TableLayout(shown, columns, digits, edges, first, visible, width)


def _columns(shown: Shown, width: float) -> tuple[tuple[float, ...], int, tuple[float, ...]]:
    """The finest columns that have room, and where they end."""
    gap = look().px(GAP)
    for parts, digits in CHOICES:
        columns = table.grid(parts)
        widths = _widths(shown, columns, digits)
        start = _data_edges(shown)
        spare = width - look().px(PADDING) - start[1] - sum(widths) - gap * len(widths)
        if spare >= 0:
            break
    edges = list(start)
    for wide in widths:
        edges.append(edges[-1] + wide + gap + max(0.0, spare) / len(widths))
    return columns, digits, tuple(edges)


def _data_edges(shown: Shown) -> tuple[float, float]:
    """Where the data and their multiplicities end."""
    px = look().px
    data, count = heads(shown)
    labels = (data, *map(label_of, shown.rows))
    widest = max(text_width(text, SIZE, strong=True) for text in labels)
    edge = px(PADDING + POINTER) + widest + px(GAP)
    if not count:
        return edge, edge
    return edge, edge + max(text_width(text, SIZE) for text in (count, *map(count_of, shown.rows)))


def _widths(shown: Shown, columns: tuple[float, ...], digits: int) -> list[float]:
    """The width of each column's widest text, that of the current π last."""
    entries = table.entries(shown.n, columns)
    widths = []
    for pi, column in zip(columns, zip(*entries, strict=True), strict=True):
        texts = (format_probability(pi, 1), *(entry_text(value, digits) for value in column))
        widths.append(max(text_width(text, SIZE, strong=True) for text in texts))
    # The current π may make any number of an entry.
    live = ("π = 0.888", format_number(8.888e-8, digits))
    return [*widths, max(text_width(text, SIZE, strong=True) for text in live)]
