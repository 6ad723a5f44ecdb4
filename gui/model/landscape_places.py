"""Where the words of one mark of the landscape may stand, and the lines from there to the mark."""

from __future__ import annotations

import math
from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray
from PyQt5.QtCore import QLineF, QPointF, QRectF, QSizeF

from gui.model.landscape_ground import Ground, Rects, own_gaps, rows
from gui.model.landscape_signs import Sign
from gui.still_text import text_width
from gui.theme import look

SIZE = 13.0
# How far above or below its mark a label may stand, in halves of a line: further off, it would
# speak of something else. A line leads the eye further, and aside, in such halves too.
REACH, LED_REACH = 5, 9
ASIDE = (0.0, 2.0, 4.0, 7.0)
# A line of so many lines' height is short: a longer one, or one across the path, is worth less
# than a shorter text.
SHORT_LEADER = 2.2
# Words that a line leads from are so far from other marks and words, in lines: the eye begins at
# what stands beside it.
APART = 0.35
# Between a line to a mark and the mark, in the design's pixels; a line shorter than the second of
# them leads nobody.
OFF_MARK, LEAST_LEADER = 1.0, 4.0


class Places:
    """Where one text may stand as far as what stands still is concerned.

    Attributes:
        rects: the places, the best first, one a row.
        own: how far each is from the mark.
        clear: whether words there can be taken to name their own mark alone.
        led_well: from which of them a short line leads to the mark, once `look_further` was called.
        led: likewise a longer one, or one across the path.
    """

    def __init__(self, sign: Sign, text: str, ground: Ground) -> None:
        strong = sign.kind == "argmin"
        size = QSizeF(
            text_width(text, SIZE, strong=strong) + 4,
            look().text_metrics(SIZE, strong=strong).height(),
        )
        near = rows(list(_around(sign.covers(), size)))
        self.rects = near[ground.are_free(near)]
        self.own = own_gaps(self.rects, sign)
        self.clear = ground.are_clear(self.rects, sign)
        self._sign, self._size, self._ground = sign, size, ground
        self._leaders: Rects | None = None
        self.led_well = self.led = np.empty(0, dtype=np.intp)

    def look_further(self) -> None:
        """From now on there are lines to the mark, and places that only a line leads from."""
        if self._leaders is None:
            far = rows(list(_aside(self._sign, self._size)))
            far = far[self._ground.are_free(far)]
            self.rects = np.concatenate([self.rects, far])
            self.own = np.concatenate([self.own, own_gaps(far, self._sign)])
            self.clear = np.concatenate([self.clear, np.zeros(len(far), dtype=np.bool_)])
            high = self._size.height()
            self._leaders, length = _leaders(self.rects, self._sign)
            is_open, uncrossed = self._ground.are_open(self._leaders, self._sign)
            is_open &= length >= LEAST_LEADER * look().scale
            is_open &= self._ground.are_apart(self.rects, self._sign, APART * high)
            short = is_open & uncrossed & (length <= SHORT_LEADER * high)
            self.led_well = np.flatnonzero(short)
            further = is_open & ~short
            self.led = np.concatenate(
                [np.flatnonzero(further & uncrossed), np.flatnonzero(further & ~uncrossed)]
            )

    def rect(self, i: int) -> QRectF:
        """One of the places."""
        left, top, right, bottom = self.rects[i].tolist()
        return QRectF(left, top, right - left, bottom - top)

    def leader(self, i: int) -> QLineF:
        """The line from there to the mark, once `look_further` was called."""
        return QLineF() if self._leaders is None else QLineF(*self._leaders[i].tolist())


def _around(mark: QRectF, size: QSizeF) -> Iterable[QRectF]:
    """Places right and left of a mark, above and below it, then further and further."""
    middle, wide, high = mark.center(), size.width(), size.height()
    lefts = (mark.right() + 1, mark.left() - 1 - wide)
    for i in range(REACH):
        rise = 0.5 * high * i
        for y in (middle.y() - rise, middle.y() + rise)[: 2 if i else 1]:
            for left in lefts:
                yield QRectF(QPointF(left, y - high / 2), size)
            if 0.5 * high * (i - 1) >= mark.height() / 2:
                for share in (0.5, 0.25, 0.75, 0.0, 1.0):
                    yield QRectF(QPointF(middle.x() - share * wide, y - high / 2), size)


def _aside(sign: Sign, size: QSizeF) -> Iterable[QRectF]:
    """Places that a line leads from, the nearest first."""
    mark, wide, high = sign.covers(), size.width(), size.height()
    middle = mark.center()
    spots = [(rise, aside) for rise in range(LED_REACH + 1) for aside in ASIDE]
    for rise, aside in sorted(spots, key=lambda spot: math.hypot(*spot)):
        off = 0.5 * high * aside
        lefts = [mark.right() + 1 + off, mark.left() - 1 - off - wide]
        if aside == 0.0 and rise >= REACH:
            lefts += [middle.x() - share * wide for share in (0.5, 0.25, 0.75, 1.0)]
        for y in (middle.y() - 0.5 * high * rise, middle.y() + 0.5 * high * rise):
            for left in lefts:
                yield QRectF(QPointF(left, y - high / 2), size)


def _leaders(rects: Rects, sign: Sign) -> tuple[Rects, NDArray[np.float64]]:
    """The shortest line from each of the words to the mark, which it does not quite touch.

    Returns:
        of each line its start and its end; and how long it is.
    """
    # Above and below its letters a line of text has some room of its own.
    rise = 0.2 * (rects[:, 3] - rects[:, 1])
    at = np.array([sign.at.x(), sign.at.y()])
    low = np.column_stack([rects[:, 0] + 1, rects[:, 1] + rise])
    high = np.column_stack([rects[:, 2] - 1, rects[:, 3] - rise])
    start = np.clip(at, low, high)
    body = 0.0 if sign.kind == "direction" else sign.body().width()
    whole = np.maximum(1e-9, np.hypot(*(at - start).T))
    left = whole - body / 2 - OFF_MARK * look().scale
    end = start + (at - start) * (left / whole)[:, None]
    return np.hstack([start, end]), left
