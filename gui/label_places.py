"""Where a label goes in a plot: off the curves, off other labels, inside the frame."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np
from PyQt5.QtCore import QPointF, QRectF, QSizeF

if TYPE_CHECKING:
    from numpy.typing import NDArray

Polyline = tuple["NDArray[np.float64]", "NDArray[np.float64]"]


def crosses(rect: QRectF, line: Polyline) -> bool:
    """Whether a polyline (pixel coordinates, x increasing) runs through a rectangle."""
    x, y = line
    inside = np.clip(np.array([rect.left(), rect.right()]), x[0], x[-1])
    if inside[0] >= inside[1]:
        return False
    first, last = np.searchsorted(x, inside[0], "right"), np.searchsorted(x, inside[1], "left")
    edge = np.interp(inside, x, y)
    heights = np.concatenate([edge[:1], y[first:last], edge[1:]])
    # The curve is continuous, so over the rectangle it covers all heights between its extremes.
    return bool(heights.min() <= rect.bottom() and heights.max() >= rect.top())


def candidates(anchor: QPointF, size: QSizeF, frame: QRectF, gap: float) -> Iterable[QRectF]:
    """Places beside an anchor, the nearest first: right and left of it, going up and down."""
    step = max(4.0, size.height() / 3)
    middle = anchor.y() - size.height() / 2
    for i in range(int(frame.height() / step) + 1):
        for y in {middle - i * step, middle + i * step}:
            for x in (anchor.x() + gap, anchor.x() - gap - size.width()):
                rect = QRectF(QPointF(x, y), size)
                if frame.contains(rect):
                    yield rect


def place(
    anchor: QPointF,
    size: QSizeF,
    frame: QRectF,
    gap: float,
    lines: Sequence[Polyline],
    taken: Sequence[QRectF] = (),
) -> QRectF | None:
    """The nearest free place for a label, or the least bad one; None if it does not fit at all.

    Args:
        anchor: what the label speaks of.
        size: the label's size.
        frame: where it may be.
        gap: its distance from the anchor.
        lines: the curves to keep off.
        taken: other labels and marks to keep off.
    """
    margin = 5.0
    best: tuple[int, QRectF] | None = None
    for rect in candidates(anchor, size, frame, gap):
        wide = rect.adjusted(-2.0, -margin, 2.0, margin)
        covered = sum(wide.intersects(other) for other in taken)
        hits = 10 * covered + sum(crosses(wide, line) for line in lines)
        if not hits:
            return rect
        if best is None or hits < best[0]:
            best = (hits, rect)
    return best[1] if best else None
