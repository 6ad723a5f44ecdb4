"""What lies under the curve of f(x): the card, its heading, the axes, the ruler, the bins."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QColor, QPainter, QPen

from core.scientific import format_count
from gui.model import shelf
from gui.model.prediction_bars import CLASSES
from gui.model.prediction_labels import (
    NAME_SIZE,
    CurveLabel,
    curve_pen,
)
from gui.model.prediction_layout import COUNT_SIZE
from gui.model.prediction_marks import Bins, Groups
from gui.model.prediction_ruler import SIZE as RULER_SIZE
from gui.model.prediction_ruler import paint_ruler
from gui.model.prediction_words import notes
from gui.plot_layout import PADDING, TICK_SIZE, TITLE_SIZE
from gui.plot_painter import paint_card
from gui.still_text import draw_text, text_width
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.model.prediction_painter import Picture

HEIGHTS = ((0.0, "0"), (0.5, "0.5"), (1.0, "1"))
# How tall the tallest bin is, of the height of the plot; how much of a band's colour is seen.
TALLEST, BAND = 0.3, 0.13
SAMPLE_LENGTH = 18


def paint_ground(painter: QPainter, picture: Picture, snapshot: Snapshot) -> None:
    """Paint what lies under the curve and the bars."""
    _Ground(painter, picture, snapshot).paint()


@dataclass(frozen=True)
class _Legend:
    """A curve that the heading names: its sample and its name."""

    left: float
    label: CurveLabel


class _Ground:
    def __init__(self, painter: QPainter, picture: Picture, snapshot: Snapshot) -> None:
        self.painter, self.picture, self.snapshot = painter, picture, snapshot
        self.layout = picture.layout

    def paint(self) -> None:
        layout, value = self.layout, look()
        paint_card(self.painter, layout.card)
        left = layout.card.left() + value.px(PADDING)
        place = QPointF(left, layout.baseline)
        draw_text(self.painter, place, layout.title, TITLE_SIZE, "current", strong=True)
        self.picture.heading = [self._piece(left, layout.title_right)]
        self._paint_axes()
        self._paint_boundary()
        if isinstance(layout.marks, Bins):
            self._paint_bins(layout.marks)
        elif layout.counts:
            self._paint_counts(layout.marks)
        right = layout.card.right() - value.px(PADDING)
        if layout.ruler is not None:
            paint_ruler(self.painter, layout.ruler)
            right = self._paint_ruler_title(right)
        for entry in self._legend(right):
            self._paint_entry(entry)
        self._paint_name_and_note()

    def _paint_axes(self) -> None:
        layout, value = self.layout, look()
        plot, px = layout.plot, value.px
        metrics = value.text_metrics(TICK_SIZE)
        rule = value.colour("rule")
        last = np.inf
        for height, text in HEIGHTS:
            y = layout.y_of(height)
            self.painter.fillRect(QRectF(plot.left(), round(y), plot.width(), 1), rule)
            if height != 0.5 or last - y >= metrics.height() * 0.8:
                left = plot.left() - px(12) - text_width(text, TICK_SIZE)
                at = QPointF(left, y + metrics.capHeight() / 2)
                if height != 1.0 or plot.height() >= metrics.capHeight() * 1.6:
                    draw_text(self.painter, at, text, TICK_SIZE, "muted")
                last = y
        for at_x, text in zip(layout.ticks.values, layout.ticks.texts, strict=True):
            x, width = layout.x_of(at_x), text_width(text, TICK_SIZE)
            self.painter.fillRect(QRectF(round(x), round(plot.bottom()), 1, px(4)), rule)
            left = max(layout.card.left() + px(6), x - width / 2)
            left = min(left, layout.card.right() - px(6) - width)
            draw_text(self.painter, QPointF(left, layout.tick_baseline), text, TICK_SIZE, "muted")

    def _paint_boundary(self) -> None:
        """Show where the classes part, if they do."""
        model = self.snapshot.model
        fit = model.fit if model is not None else None
        if fit is None or fit.boundary is None:
            return
        layout, value = self.layout, look()
        left, right = (
            min(max(layout.x_of(x), layout.plot.left()), layout.plot.right()) for x in fit.boundary
        )
        colour = QColor(value.colour("optimum"))
        if right - left < 2.0:
            pen = QPen(colour, 1.6 * value.scale)
            pen.setDashPattern([1.6, 1.8])
            self.painter.setPen(pen)
            self.painter.drawLine(
                QPointF(left, layout.plot.top()), QPointF(left, layout.plot.bottom())
            )
            return
        colour.setAlphaF(BAND)
        self.painter.fillRect(
            QRectF(left, layout.plot.top(), right - left, layout.plot.height()), colour
        )

    def _paint_bins(self, bins: Bins) -> None:
        layout, value = self.layout, look()
        plot = layout.plot
        step = plot.width() / bins.ones.size
        scale = TALLEST * plot.height() / max(1, bins.tallest)
        for y, counts in enumerate((bins.zeros, bins.ones)):
            colour = value.colour(f"{CLASSES[y]}_soft")
            for i in np.flatnonzero(counts).tolist():
                # What is there is seen, be it one among thousands.
                height = max(1.0, float(counts[i]) * scale)
                top = plot.top() if y else plot.bottom() - height
                left, right = (round(plot.left() + at * step) for at in (i, i + 1))
                self.painter.fillRect(QRectF(left, top, right - left, height), colour)

    def _paint_counts(self, groups: Groups) -> None:
        """Say how many examples a dot stands for; where two do not fit, the larger number."""
        layout, value = self.layout, look()
        metrics = value.text_metrics(COUNT_SIZE)
        taken: tuple[list[QRectF], list[QRectF]] = ([], [])
        for i in sorted(np.flatnonzero(groups.count > 1).tolist(), key=lambda i: -groups.count[i]):
            text, y = f"×{format_count(int(groups.count[i]))}", int(groups.y[i])
            width, spot = text_width(text, COUNT_SIZE), layout.spot(i)
            gap = layout.radius + 2.0
            baseline = spot.y() - gap - 1 if y else spot.y() + gap + metrics.ascent() - 1
            rect = QRectF(spot.x() - width / 2, baseline - metrics.ascent(), width, 1.0)
            if rect.right() <= layout.plot.right() + value.px(10) and not any(
                rect.adjusted(-3, 0, 3, 0).intersects(other) for other in taken[y]
            ):
                taken[y].append(rect)
                role = "ones" if y else "zeros_text"
                draw_text(self.painter, QPointF(rect.left(), baseline), text, COUNT_SIZE, role)

    def _piece(self, left: float, right: float) -> QRectF:
        """The place of something in the heading."""
        metrics = look().text_metrics(TITLE_SIZE, strong=True)
        top = self.layout.baseline - metrics.ascent()
        return QRectF(left, top, right - left, metrics.height())

    def _paint_ruler_title(self, right: float) -> float:
        """Say what the ruler measures; where it begins."""
        layout = self.layout
        for text in layout.ruler.title if layout.ruler is not None else ():
            left = right - text_width(text, RULER_SIZE)
            if left > layout.title_right + look().px(14):
                draw_text(self.painter, QPointF(left, layout.baseline), text, RULER_SIZE, "muted")
                self.picture.heading.append(self._piece(left, right))
                return left
        return right

    def _legend(self, right: float) -> list[_Legend]:
        """The curves that the heading must name, as far as it has room."""
        px = look().px
        room = right - self.layout.title_right - px(14)
        widths: list[tuple[float, CurveLabel]] = []
        for label in self.picture.labels:
            if label.rect is None:
                name = text_width(label.curve.name, NAME_SIZE)
                width = px(16) + px(SAMPLE_LENGTH) + px(6) + name
                room -= width
                if room < 0:
                    break
                widths.append((width, label))
        left = right - sum(width for width, _label in widths)
        found = []
        for width, label in widths:
            found.append(_Legend(left, label))
            left += width
        if found:
            self.picture.heading.insert(1, self._piece(found[0].left, left - px(16)))
        return found

    def _paint_entry(self, entry: _Legend) -> None:
        value, curve = look(), entry.label.curve
        middle = self.layout.baseline - value.text_metrics(NAME_SIZE).capHeight() / 2
        self.painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.painter.setPen(curve_pen(curve))
        end = entry.left + value.px(SAMPLE_LENGTH)
        self.painter.drawLine(QPointF(entry.left, middle), QPointF(end, middle))
        place = QPointF(end + value.px(6), self.layout.baseline)
        draw_text(self.painter, place, curve.name, NAME_SIZE, curve.role)

    def _paint_name_and_note(self) -> None:
        layout, px = self.layout, look().px
        if layout.name_baseline is None:
            return
        model = self.snapshot.model
        name = shelf.x_names(model.state.data)[0] if model is not None else "x"
        metrics = look().text_metrics(TICK_SIZE)
        left, right = layout.plot.left(), layout.plot.right()
        said = notes(self.snapshot, layout)
        # What else is said has room to the left, which is free otherwise.
        room = 0.6 * (right - left) if said else right - layout.card.left() - px(PADDING)
        name = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
        width = text_width(name, TICK_SIZE)
        draw_text(
            self.painter, QPointF(right - width, layout.name_baseline), name, TICK_SIZE, "muted"
        )
        for text in said:
            if text_width(text, TICK_SIZE) + px(16) <= right - width - left:
                place = QPointF(left, layout.name_baseline)
                draw_text(self.painter, place, text, TICK_SIZE, "current")
                break
