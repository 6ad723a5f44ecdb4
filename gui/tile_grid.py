"""Where tiles lie: rows and columns of a grid of which only a part is on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from PyQt5.QtCore import QRectF


@dataclass(frozen=True)
class TileSize:
    """One way to show tiles, in the design's pixels.

    Attributes:
        most: the largest n shown this way; None for any.
        columns: tiles in a row.
        tile: a tile's side.
        bar: the room for a loss bar below each tile; 0 for none.
        number: the room for the loss in figures below the bar; 0 for none.
        rows: how many rows are shown before the view scrolls.
    """

    most: int | None
    columns: int
    tile: float
    bar: float
    number: float
    rows: int

    @property
    def row_height(self) -> float:
        """From one row's top to the next's."""
        return self.tile + 5 + ((self.bar + self.number + 10) if self.bar else -2)


# Between two tiles of a wide row, in the design's pixels.
TIGHT = 4.0

SIZES = (
    TileSize(most=30, columns=10, tile=32, bar=42, number=14, rows=3),
    TileSize(most=300, columns=15, tile=21, bar=22, number=0, rows=5),
    TileSize(most=None, columns=24, tile=13, bar=0, number=0, rows=14),
)


def size_for(n: int) -> TileSize:
    """How n observations are shown."""
    return next(size for size in SIZES if size.most is None or n <= size.most)


@dataclass(frozen=True)
class TileGrid:
    """The grid at a width and a scale.

    Attributes:
        n: how many tiles there are.
        size: how they are shown.
        width: of the grid, in pixels.
        scale: pixels for one of the design's.
        gap: between two tiles of a wide row, in the design's pixels.
    """

    n: int
    size: TileSize
    width: float
    scale: float
    gap: float = TIGHT

    @property
    def columns(self) -> int:
        """How many tiles a row has: more than usual where there is room, as over the plots."""
        gap = self.gap * self.scale
        return max(self.size.columns, int((self.width + gap) // (self.side + gap)))

    @property
    def rows(self) -> int:
        """The number of rows, at least one; the caret after the last tile may need one more."""
        return max(1, -(-self.n // self.columns))

    @property
    def row_height(self) -> float:
        """In pixels."""
        return self.size.row_height * self.scale

    @property
    def side(self) -> float:
        """A tile's side, in pixels."""
        return self.size.tile * self.scale

    @property
    def pitch(self) -> float:
        """From one tile's left edge to the next's, in pixels."""
        if self.columns > self.size.columns:
            return self.side + self.gap * self.scale
        return (self.width - self.side) / (self.size.columns - 1)

    def tile(self, index: int, top_row: int) -> QRectF:
        """The rectangle of a tile when `top_row` is the first row shown."""
        line, column = divmod(index, self.columns)
        return QRectF(column * self.pitch, (line - top_row) * self.row_height, self.side, self.side)

    def index_at(self, x: float, y: float, top_row: int) -> int | None:
        """The tile (or its loss bar) at a point; None where there is none."""
        if x < 0 or y < 0:
            return None
        column, line = int(x // self.pitch), int(y // self.row_height) + top_row
        index = line * self.columns + column
        if column >= self.columns or index >= self.n or x - column * self.pitch > self.side:
            return None
        return index
