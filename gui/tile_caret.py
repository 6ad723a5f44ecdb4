"""Where the caret stands among the tiles, and what is selected with it."""

from __future__ import annotations


class TileCaret:
    """A caret on a tile, or behind the last one; with an anchor it spans a selection.

    Attributes:
        place: the caret's tile, from 0; n is behind the last.
        anchor: the tile at the other end of the selection; None where nothing is selected.
    """

    def __init__(self) -> None:
        self.place = 0
        self.anchor: int | None = None

    def move(self, place: int, n: int, *, extend: bool = False) -> None:
        """Go to a tile of n, as near as there is one; `extend` keeps the other end."""
        if not extend or not n:
            self.anchor = None
        elif self.anchor is None:
            self.anchor = min(self.place, max(0, n - 1))
        # A selection ends at a tile, a caret alone may stand behind the last.
        last = n - 1 if extend and n else n
        self.place = max(0, min(last, place))

    def select_all(self, n: int) -> None:
        """Select everything."""
        self.anchor, self.place = (0, n - 1) if n else (None, 0)

    def keep_within(self, n: int) -> None:
        """After an edit from elsewhere: nothing points behind the end."""
        self.place = min(self.place, n)
        if self.anchor is not None and max(self.anchor, self.place) >= n:
            self.anchor = None

    def selection(self, n: int) -> range:
        """The selected tiles, both ends included; empty without a selection."""
        if self.anchor is None or not n:
            return range(0)
        low, high = sorted((self.anchor, min(self.place, n - 1)))
        return range(low, high + 1)
