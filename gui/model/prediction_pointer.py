"""What is pointed at in the plot of f(x), and how it is lit: its bar, its loss, its numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QPainter, QPen

from core import logistic
from gui.model.prediction_bars import CLASSES
from gui.model.prediction_marks import Bins, Groups
from gui.model.prediction_ruler import paint_reading
from gui.model.prediction_sprites import paint_dot
from gui.model.prediction_words import bin_reading, reading
from gui.plot_labels import SIZE
from gui.plot_marks import ALL_EIGHTS, CHIP_PADDING, paint_chip
from gui.still_text import text_width
from gui.theme import look

if TYPE_CHECKING:
    from core.labelled import Labelled
    from core.snapshot import Snapshot
    from gui.model.prediction_layout import PredictionLayout
    from gui.model.prediction_painter import Picture

# How near the mouse must be to a dot, beyond its edge, and to a bar, in the design's pixels.
NEAR_DOT, NEAR_BAR = 5.0, 2.0
# A lit bar is so much wider on either side, and its dot larger.
WIDER, LARGER = 1.0, 1.6


class Pointer:
    """One example, or one bin, or nothing.

    Attributes:
        example: its number; −1 for none.
        place: the bin; −1 for none.
    """

    def __init__(self) -> None:
        self.example = self.place = -1

    @property
    def is_lit(self) -> bool:
        """Whether anything is pointed at."""
        return self.example >= 0 or self.place >= 0

    def take(self, i: int) -> bool:
        """Point at an example; whether that is another than before."""
        changed = i != self.example
        self.example = i
        return changed

    def take_bin(self, picture: Picture, place: QPointF) -> bool:
        """Point at the bin at a place, if there are bins; whether it is another than before."""
        layout, before = picture.layout, self.place
        self.place = -1
        if isinstance(layout.marks, Bins) and layout.live.contains(place):
            bins = layout.marks.ones.size
            share = (place.x() - layout.plot.left()) / layout.plot.width()
            at = min(bins - 1, max(0, int(share * bins)))
            if layout.marks.ones[at] + layout.marks.zeros[at]:
                self.place = at
        return self.place != before

    def leave_bin(self) -> bool:
        """Point at no bin; whether there was one."""
        changed, self.place = self.place >= 0, -1
        return changed

    def keep_within(self, data: Labelled) -> None:
        """Point at nothing that is not there any more."""
        self.place = -1
        if self.example >= data.n:
            self.example = -1

    @staticmethod
    def nearest(data: Labelled, x: float) -> int:
        """The example nearest to an x."""
        return int(np.argmin(np.abs(data.x - x)))

    def chosen_by(self, key: int, layout: PredictionLayout) -> int | None:
        """The example that a key goes to from here; None for a key that goes nowhere."""
        marks = layout.marks
        if not isinstance(marks, Groups) or not marks.x.size:
            return None
        last = marks.x.size - 1
        here = int(marks.group_of[self.example]) if self.example >= 0 else None
        goes = {
            Qt.Key.Key_Left: last if here is None else max(0, here - 1),
            Qt.Key.Key_Right: 0 if here is None else min(last, here + 1),
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
        }
        group = goes.get(key)  # type: ignore[call-overload]
        return None if group is None else int(marks.first[group])

    def example_at(self, picture: Picture, place: QPointF) -> int:
        """The example whose dot, or else whose bar, is at a place; −1 for none."""
        layout, bars = picture.layout, picture.bars
        marks = layout.marks
        if not isinstance(marks, Groups) or not marks.x.size:
            return -1
        scale = look().scale
        dx = layout.xs_of(marks.x) - place.x()
        dy = np.where(marks.y == 1, layout.plot.top(), layout.plot.bottom()) - place.y()
        far = np.hypot(dx, dy)
        nearest = int(np.argmin(far))
        if far[nearest] <= layout.radius + NEAR_DOT * scale:
            return int(marks.last[nearest])
        near = np.abs(bars.left + bars.width / 2 - place.x()) <= (bars.width / 2 + NEAR_BAR * scale)
        inside = near & (bars.top <= place.y()) & (place.y() <= bars.bottom)
        if not inside.any():
            return -1
        # A bar may stand for several marks on its pixels.
        same = np.abs(dx) + np.where(marks.y == int(bars.ones[int(np.argmax(inside))]), 0.0, np.inf)
        return int(marks.last[int(np.argmin(same))])

    # Painting ------------------------------------------------------------------------------

    def paint(self, painter: QPainter, picture: Picture, snapshot: Snapshot) -> None:
        """Light what is pointed at, and say its numbers."""
        layout, marks, model = picture.layout, picture.layout.marks, snapshot.model
        if model is None:
            return
        if isinstance(marks, Bins):
            if self.place >= 0:
                self._paint_bin(painter, picture, marks, bin_reading(snapshot, layout, self.place))
            return
        if not 0 <= self.example < model.n:
            return
        group = int(marks.group_of[self.example])
        x, y = float(marks.x[group]), int(marks.y[group])
        spot = layout.spot(group)
        end = QPointF(spot.x(), layout.y_of(float(logistic.predict(x, model.w, model.b))))
        half = layout.bar / 2 + WIDER * look().scale
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if layout.plot.left() - 1 <= spot.x() <= layout.plot.right() + 1:
            bar = QRectF(QPointF(spot.x() - half, spot.y()), QPointF(spot.x() + half, end.y()))
            painter.fillRect(bar.normalized(), look().colour(CLASSES[y]))
            if layout.ruler is not None:
                paint_reading(painter, layout.ruler, y, end)
            paint_dot(painter, spot, CLASSES[y], layout.radius + LARGER * look().scale)
        _paint_sign(
            painter, picture, spot.x(), reading(snapshot, self.example, int(marks.count[group]))
        )

    def _paint_bin(self, painter: QPainter, picture: Picture, bins: Bins, text: str) -> None:
        value, layout = look(), picture.layout
        step = layout.plot.width() / bins.ones.size
        left = layout.plot.left() + self.place * step
        painter.setPen(QPen(value.colour("current"), max(1.0, value.scale)))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(left, layout.plot.top(), step, layout.plot.height()))
        _paint_sign(painter, picture, left + step / 2, text)


def _paint_sign(painter: QPainter, picture: Picture, x: float, text: str) -> None:
    """Paint the numbers in the heading's row; what has no room beside them there gives way."""
    layout, px = picture.layout, look().px
    card, gap = layout.card.adjusted(px(8), 0.0, -px(8), 0.0), px(8)
    width = text_width(text.translate(ALL_EIGHTS), SIZE, strong=True) + 2 * px(CHIP_PADDING)
    width = min(width, card.width())
    ends = [card.left() - gap, *(piece.right() for piece in picture.heading)]
    starts = [*(piece.left() for piece in picture.heading), card.right() + gap]
    rooms = [
        (end + gap, start - gap)
        for end, start in zip(ends, starts, strict=True)
        if start - end - 2 * gap >= width
    ]
    low, high = max(rooms, key=lambda room: room[1] - room[0], default=(card.left(), card.right()))
    metrics = look().text_metrics(SIZE, strong=True)
    height = metrics.height() + px(5)
    middle = layout.baseline - metrics.capHeight() / 2
    chip = QRectF(min(max(low, x - width / 2), high - width), middle - height / 2, width, height)
    for piece in picture.heading:
        if piece.intersects(chip.adjusted(-gap, 0.0, gap, 0.0)):
            painter.fillRect(piece.adjusted(-1.0, 0.0, 1.0, 0.0), look().colour("card"))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint_chip(painter, chip, text)
