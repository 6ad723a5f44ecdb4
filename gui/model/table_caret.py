"""Which row and column of the table keys act on, and which rows are selected."""

from __future__ import annotations

from dataclasses import dataclass

X, Y = "x", "y"


@dataclass
class TableCaret:
    """A cell, and the rows from an anchor to it.

    Attributes:
        row: the row, from 0.
        column: `X` or `Y`.
        anchor: where the selection began; None where nothing but the caret's row is meant.
        placed: whether somebody has put it where it is.
    """

    row: int = 0
    column: str = X
    anchor: int | None = None
    placed: bool = False

    def move(self, row: int, n: int, *, extend: bool = False) -> None:
        """Go to a row of n, or as far as there are rows.

        Args:
            row: where to.
            n: how many rows there are.
            extend: whether the rows on the way are selected.
        """
        if not extend:
            self.anchor = None
        elif self.anchor is None:
            self.anchor = self.row
        self.row = max(0, min(n - 1, row))
        self.placed = True

    def rows(self, n: int) -> range:
        """The rows that are meant: those selected, or the caret's own; none without rows."""
        if not n:
            return range(0)
        anchor = self.row if self.anchor is None else self.anchor
        return range(min(anchor, self.row), max(anchor, self.row) + 1)

    @property
    def selects(self) -> bool:
        """Whether more is selected than the caret's own row."""
        return self.anchor is not None and self.anchor != self.row

    def select_all(self, n: int) -> None:
        """Select all of n rows."""
        self.anchor, self.row = (0, n - 1) if n else (None, 0)

    def keep_within(self, n: int) -> None:
        """Stay where rows are: there are n of them now."""
        last = max(0, n - 1)
        self.row = min(self.row, last)
        if self.anchor is not None:
            self.anchor = min(self.anchor, last)

    def forget(self) -> None:
        """Nobody has put it anywhere in these data."""
        self.row, self.anchor, self.placed = 0, None, False
