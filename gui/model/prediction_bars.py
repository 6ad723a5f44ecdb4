"""The bars from the curve to each label, made ready: a frame of a drag only moves their ends."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from PyQt5 import sip
from PyQt5.QtCore import QRect, QRectF, Qt
from PyQt5.QtGui import QColor, QPainter

from core import logistic
from gui.model.prediction_marks import Bins
from gui.theme import look

if TYPE_CHECKING:
    from gui.model.prediction_layout import PredictionLayout

# How much of its colour is seen of the bar of one example; of several, as of that many glasses.
ONE, MOST_GLASSES = 0.3, 4
CLASSES = ("zeros", "ones")


@dataclass(frozen=True, eq=False)
class _Batch:
    """Bars of one colour.

    Attributes:
        y: their label.
        glasses: how many examples each stands for, at most `MOST_GLASSES`.
        part: which of all bars they are.
        rects: theirs, as Qt takes them.
        edges: the same memory: left, top, right, bottom, the last two inclusive.
    """

    y: int
    glasses: int
    part: slice
    rects: Any
    edges: NDArray[np.int32]


class Bars:
    """The bars of a layout; those of the same pixels are one.

    Attributes:
        width: of each, in pixels.
        x: where each is, as a number x.
        left: as a pixel.
        ones: whether its label is 1.
        top: where each begins, after `move`, in pixels.
        bottom: where it ends.
    """

    def __init__(self, layout: PredictionLayout) -> None:
        self._plot, self.width = layout.plot, layout.bar
        marks = layout.marks
        self._batches: list[_Batch] = []
        if isinstance(marks, Bins) or not marks.x.size:
            self.x, self.left = np.empty(0), np.empty(0, np.int32)
            self.ones, glasses = np.empty(0, bool), np.empty(0, np.intp)
        else:
            left = np.rint(layout.xs_of(marks.x) - self.width / 2).astype(np.int32)
            # Sorted by label, then by place: what shares its pixels is side by side.
            order = np.lexsort((left, marks.y))
            left, labels = left[order], marks.y[order]
            new = np.ones(left.size, bool)
            new[1:] = (left[1:] != left[:-1]) | (labels[1:] != labels[:-1])
            starts = np.flatnonzero(new)
            counts = np.add.reduceat(marks.count[order], starts)
            glasses = np.minimum(counts, MOST_GLASSES)
            x, left, ones = marks.x[order][starts], left[starts], labels[starts] == 1
            order = np.lexsort((glasses, ones))
            self.x, self.left, self.ones = x[order], left[order], ones[order]
            glasses = glasses[order]
        self.top = self.bottom = np.zeros(self.x.size)
        self._make_batches(glasses)

    def _make_batches(self, glasses: NDArray[np.intp]) -> None:
        key = glasses + (MOST_GLASSES + 1) * self.ones
        starts = [*np.flatnonzero(np.diff(key, prepend=-1)).tolist(), key.size]
        for start, stop in itertools.pairwise(starts):
            # The types that come with sip know nothing of its arrays of Qt's values.
            rects: Any = sip.array(QRect, stop - start)  # type: ignore[call-arg]
            memory = sip.voidptr(rects, 16 * (stop - start))
            edges = np.frombuffer(memory, np.int32).reshape(-1, 4)  # type: ignore[call-overload]
            edges[:, 0] = self.left[start:stop]
            edges[:, 2] = self.left[start:stop] + self.width - 1
            y = int(self.ones[start])
            self._batches.append(_Batch(y, int(glasses[start]), slice(start, stop), rects, edges))

    def move(self, w: float, b: float) -> None:
        """Bring the bars to the curve of w and b."""
        if not self.x.size:
            return
        plot = self._plot
        curve = plot.bottom() - np.asarray(logistic.predict(self.x, w, b)) * plot.height()
        self.top = np.where(self.ones, plot.top(), curve)
        self.bottom = np.where(self.ones, curve, plot.bottom())
        for batch in self._batches:
            batch.edges[:, 1] = np.rint(self.top[batch.part])
            batch.edges[:, 3] = np.rint(self.bottom[batch.part]) - 1

    def paint(self, painter: QPainter) -> None:
        """Paint all bars, on whole pixels."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        painter.setPen(Qt.PenStyle.NoPen)
        for batch in self._batches:
            # Bars one pixel wide never overlap; mixed beforehand they are painted quicker.
            colour = glass_colour(batch.y, batch.glasses, mixed=self.width == 1)
            painter.setBrush(colour)
            painter.drawRects(batch.rects)

    def paint_exactly(self, painter: QPainter) -> None:
        """Paint all bars with fractions of pixels, for figures."""
        for batch in self._batches:
            colour = glass_colour(batch.y, batch.glasses)
            for i in range(batch.part.start, batch.part.stop):
                height = self.bottom[i] - self.top[i]
                rect = QRectF(float(self.left[i]), float(self.top[i]), self.width, float(height))
                painter.fillRect(rect, colour)


def glass_colour(y: int, glasses: int, *, mixed: bool = False) -> QColor:
    """A class' colour through so many glasses of it: what lies under a bar is seen through it.

    Args:
        y: the class.
        glasses: how many there are.
        mixed: mix it with the card's colour; nothing is seen through it then.
    """
    share = 1.0 - (1.0 - ONE) ** glasses
    value = look()
    colour = QColor(value.colour(CLASSES[y]))
    if not mixed:
        colour.setAlphaF(share)
        return colour
    card = value.colour("card")
    return QColor.fromRgbF(
        card.redF() + share * (colour.redF() - card.redF()),
        card.greenF() + share * (colour.greenF() - card.greenF()),
        card.blueF() + share * (colour.blueF() - card.blueF()),
    )
