"""What stands still under the landscape's words: marks and the path, which they keep off."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PyQt5.QtCore import QLineF, QRectF

from gui.model.landscape_path import SAMPLE
from gui.model.landscape_signs import Sign, same_place
from gui.theme import look

if TYPE_CHECKING:
    from gui.model.landscape_path import Points, Trail

# Of rectangles, one a row: the left, the top, the right and the bottom.
Rects = NDArray[np.float64]
Flags = NDArray[np.bool_]

# Any other mark is at least so many times as far from words as their own; of a path's step, which
# is small and one of many, less is enough.
CLEARLY, CLEARLY_STEP = 2.5, 1.5
# How far a path's step reaches, in the design's pixels.
STEP_BODY = 4.0
# The side of the cells in which the ground remembers where lines run, and how far words keep off
# those, across and up: in pixels.
CELL = 3.0
BESIDE, ABOVE = 3.0, 2.0
# At so many points a line to a mark is looked at.
ALONG = 32


class Ground:
    """The marks and the path; asked about many places at once, as long as these stay.

    Args:
        frame: words stay in it.
        found: the marks.
        way: the path.
    """

    def __init__(self, frame: QRectF, found: Sequence[Sign], way: Trail | None) -> None:
        self._frame = frame
        self._covers = rows([sign.covers() for sign in found])
        # A line of minima has no place of its own that words could name by mistake.
        self._marks = [sign for sign in found if sign.kind != "line"]
        lines = [line_samples(s.arrow) for s in found if s.kind == "line" and s.arrow is not None]
        steps = [] if way is None else way.seen_dots()
        self._steps = np.array([(at.x(), at.y()) for at in steps]).reshape(-1, 2)
        if way is not None:
            lines.append(way.samples)
        self._ink = _Ink(frame, np.concatenate(lines)) if lines else None

    def are_free(self, rects: Rects) -> Flags:
        """Whether words may stand there."""
        left, top, right, bottom = rects.T
        frame = self._frame
        free = (left >= frame.left()) & (right <= frame.right())
        free &= (top >= frame.top()) & (bottom <= frame.bottom())
        free &= ~meet(rects, self._covers)
        if self._ink is not None:
            free &= ~self._ink.under(rects + np.array([-BESIDE, -ABOVE, BESIDE, ABOVE]))
        return np.asarray(free)

    def are_clear(self, rects: Rects, sign: Sign) -> Flags:
        """Whether words there can be taken to name their own mark alone."""
        own = own_gaps(rects, sign)
        clear = np.ones(len(rects), dtype=np.bool_)
        for mark in self._marks:
            if not same_place(mark.at, sign.at):
                clear &= gaps(rects, mark.body()) >= CLEARLY * own
        if not len(self._steps) or not len(rects):
            return clear
        x, y = self._steps.T
        # A step on the mark itself is named with it.
        here = look().px(5)
        away = (abs(x - sign.at.x()) >= here) | (abs(y - sign.at.y()) >= here)
        reach = CLEARLY_STEP * own + STEP_BODY * look().scale
        (left, top), (right, bottom) = rects[:, :2].min(axis=0), rects[:, 2:].max(axis=0)
        most = float(reach.max())
        away &= (x > left - most) & (x < right + most) & (y > top - most) & (y < bottom + most)
        x, y = x[away, None], y[away, None]
        dx = np.maximum(0.0, np.maximum(rects[:, 0] - x, x - rects[:, 2]))
        dy = np.maximum(0.0, np.maximum(rects[:, 1] - y, y - rects[:, 3]))
        return np.asarray(clear & ~(np.hypot(dx, dy) < reach).any(axis=0))

    def are_apart(self, rects: Rects, sign: Sign, least: float) -> Flags:
        """Whether words there are at least so far from every mark but their own."""
        others = [mark.body() for mark in self._marks if not same_place(mark.at, sign.at)]
        around = np.array([-least, -least, least, least])
        return ~meet(rects + around, rows(others))

    def are_open(self, lines: Rects, sign: Sign) -> tuple[Flags, Flags]:
        """Whether lines from words to their mark, each from its start to its end, meet nothing.

        Returns:
            whether each meets no other mark, and whether it does not cross the path either.
        """
        start, end = lines[:, None, :2], lines[:, None, 2:]
        points = start + np.linspace(0.0, 1.0, ALONG)[:, None] * (end - start)
        # A path that comes to the mark itself is met there, and no trouble.
        met = sign.covers().width() / 2
        away = np.abs(points - [sign.at.x(), sign.at.y()]).max(axis=2) > met
        flat = points.reshape(-1, 2)
        bodies = [mark.body() for mark in self._marks if not same_place(mark.at, sign.at)]
        on_mark = meet(np.hstack([flat, flat]), rows(bodies)).reshape(-1, ALONG).any(axis=1)
        if self._ink is None:
            return np.asarray(~on_mark), np.asarray(~on_mark)
        crossed = self._ink.under(np.hstack([flat - BESIDE, flat + BESIDE])).reshape(-1, ALONG)
        is_open = np.asarray(~on_mark)
        return is_open, is_open & ~(crossed & away).any(axis=1)


class _Ink:
    """Where lines run, cell by cell; how many of the cells of a rectangle, at once."""

    def __init__(self, frame: QRectF, points: Points) -> None:
        self._corner = np.array([frame.left(), frame.top()])
        self._size = np.array([frame.width(), frame.height()]) // CELL + 1
        columns, rows_ = self._size.astype(np.intp).tolist()
        cells = (points - self._corner) // CELL
        cells = cells[((cells >= 0) & (cells < self._size)).all(axis=1)].astype(np.intp)
        inked = np.zeros((rows_ + 1, columns + 1), dtype=np.int32)
        inked[cells[:, 1] + 1, cells[:, 0] + 1] = 1
        self._sums = inked.cumsum(axis=0).cumsum(axis=1)

    def under(self, rects: Rects) -> Flags:
        """Whether any line runs under each of the rectangles."""
        first = ((rects[:, :2] - self._corner) // CELL).clip(0, self._size).astype(np.intp)
        last = ((rects[:, 2:] - self._corner) // CELL + 1).clip(0, self._size).astype(np.intp)
        (x, y), (x_end, y_end), sums = first.T, last.T, self._sums
        return np.asarray(sums[y_end, x_end] - sums[y_end, x] - sums[y, x_end] + sums[y, x] > 0)


# Rectangles, many at once --------------------------------------------------------------------


def rows(rects: Sequence[QRectF]) -> Rects:
    """Rectangles as rows of numbers."""
    found = [(one.left(), one.top(), one.right(), one.bottom()) for one in rects]
    return np.array(found, dtype=np.float64).reshape(-1, 4)


def meet(rects: Rects, others: Rects) -> Flags:
    """Which of the rectangles meet any of the others."""
    left, top, right, bottom = (side[:, None] for side in rects.T)
    across = (left < others[:, 2]) & (right > others[:, 0])
    return np.asarray((across & (top < others[:, 3]) & (bottom > others[:, 1])).any(axis=1))


def gaps(rects: Rects, other: QRectF) -> NDArray[np.float64]:
    """How far rectangles are from another."""
    left, top, right, bottom = rects.T
    dx = np.maximum(0.0, np.maximum(left - other.right(), other.left() - right))
    dy = np.maximum(0.0, np.maximum(top - other.bottom(), other.top() - bottom))
    return np.asarray(np.hypot(dx, dy))


def gap(one: QRectF, other: QRectF) -> float:
    """How far two rectangles are from each other."""
    dx = max(0.0, one.left() - other.right(), other.left() - one.right())
    dy = max(0.0, one.top() - other.bottom(), other.top() - one.bottom())
    return math.hypot(dx, dy)


def own_gaps(rects: Rects, sign: Sign) -> NDArray[np.float64]:
    """How far words are from their own mark; a pixel at least."""
    return np.maximum(1.0, gaps(rects, sign.body()))


def line_samples(line: QLineF) -> Points:
    """Points along a line, as dense as words must know them."""
    count = int(line.length() / SAMPLE) + 2
    share = np.linspace(0.0, 1.0, count)[:, None]
    return np.array([line.x1(), line.y1()]) + share * np.array([line.dx(), line.dy()])


def runs_over(line: QLineF, rect: QRectF) -> bool:
    """Whether a line meets a rectangle."""
    if rect.contains(line.p1()) or rect.contains(line.p2()):
        return True
    ends = QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1)
    if not ends.intersects(rect):
        return False
    corners = rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft()
    return any(
        line.intersects(QLineF(corners[i - 1], corners[i]))[0] == QLineF.BoundedIntersection
        for i in range(4)
    )
