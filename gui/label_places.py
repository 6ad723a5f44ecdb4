"""Where a label goes in a plot: off the curves, off other labels, inside the frame."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PyQt5.QtCore import QPointF, QRectF, QSizeF

if TYPE_CHECKING:
    from numpy.typing import NDArray

Polyline = tuple["NDArray[np.float64]", "NDArray[np.float64]"]

# A label keeps this distance from a curve, in pixels.
BESIDE, ABOVE = 2.0, 3.0
COLUMN = 6.0


class _Band:
    """The heights that a polyline takes, column by column of `COLUMN` pixels."""

    def __init__(self, line: Polyline, left: float, right: float) -> None:
        x, y = line
        self.left = left
        count = max(1, math.ceil((right - left) / COLUMN))
        edges = left + COLUMN * np.arange(count + 1)
        at_edges = np.interp(edges, x, y)
        lowest = np.minimum(at_edges[:-1], at_edges[1:])
        highest = np.maximum(at_edges[:-1], at_edges[1:])
        column = np.clip(((x - left) / COLUMN).astype(np.intp), 0, count - 1)
        np.minimum.at(lowest, column, y)
        np.maximum.at(highest, column, y)
        # Plain lists: a label covers a few dozen columns, and numpy's calls cost more than those.
        self.lowest: list[float] = lowest.tolist()
        self.highest: list[float] = highest.tolist()

    def crosses(self, rect: QRectF) -> bool:
        first = max(0, int((rect.left() - self.left) / COLUMN))
        last = max(first, int((rect.right() - self.left) / COLUMN)) + 1
        part = self.lowest[first:last]
        # The curve is continuous: it takes all heights between its extremes over the label.
        return bool(part) and (
            min(part) <= rect.bottom() and max(self.highest[first:last]) >= rect.top()
        )


class Obstacles:
    """What labels must keep off: the curves, and what has been placed before."""

    def __init__(self, frame: QRectF, lines: Sequence[Polyline]) -> None:
        self.frame = frame
        self._bands = [_Band(line, frame.left(), frame.right()) for line in lines]
        self._taken: list[QRectF] = []

    def take(self, rect: QRectF) -> None:
        """From now on this place is taken."""
        self._taken.append(rect)

    def hits(self, rect: QRectF) -> int:
        """How bad a place is: 0 is free; a covered label weighs more than a crossed curve."""
        wide = rect.adjusted(-BESIDE, -ABOVE, BESIDE, ABOVE)
        covered = sum(rect.intersects(other) for other in self._taken)
        return 10 * covered + sum(band.crosses(wide) for band in self._bands)

    def is_free(self, rect: QRectF) -> bool:
        """Whether a label may go there."""
        if not self.frame.contains(rect) or any(rect.intersects(one) for one in self._taken):
            return False
        wide = rect.adjusted(-BESIDE, -ABOVE, BESIDE, ABOVE)
        return not any(band.crosses(wide) for band in self._bands)

    def first_free(self, places: Iterable[QRectF]) -> QRectF | None:
        """The first free place, taken from now on; None if there is none."""
        for rect in places:
            if self.is_free(rect):
                self.take(rect)
                return rect
        return None

    def beside(self, anchor: QPointF, size: QSizeF, gap: float) -> tuple[int, QRectF | None]:
        """The free place nearest to an anchor, or the least bad one; not taken yet.

        Returns:
            its `hits`, and the place; None if it fits nowhere.
        """
        best: tuple[int, QRectF | None] = (0, None)
        for rect in _beside(anchor, size, self.frame, gap):
            hits = self.hits(rect)
            if best[1] is None or hits < best[0]:
                best = (hits, rect)
            if not hits:
                break
        return best


def _beside(anchor: QPointF, size: QSizeF, frame: QRectF, gap: float) -> Iterable[QRectF]:
    """Places right and left of an anchor, then further up and down."""
    step = max(4.0, size.height() / 3)
    middle = anchor.y() - size.height() / 2
    lefts = (anchor.x() + gap, anchor.x() - gap - size.width())
    for i in range(int(frame.height() / step) + 1):
        for y in (middle + i * step, middle - i * step)[: 2 if i else 1]:
            for left in lefts:
                rect = QRectF(QPointF(left, y), size)
                if frame.contains(rect):
                    yield rect
