"""A ruler for bars: a bar from the curve to its label ends at a height that reads as its loss.

A bar of length d belongs to a loss of −log(1 − d); so the heights are marked with losses, from
y = 1 down for ones, and from y = 0 up for zeros.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PyQt5.QtCore import QLineF, QPointF, QRectF, Qt
from PyQt5.QtGui import QPainter, QPen, QPolygonF

from gui.i18n import translate
from gui.still_text import draw_text, text_width
from gui.theme import look

# The losses that are marked, where there is room: what is said first comes first.
WORTH = (0.0, 1.0, 0.5, 2.0, 3.0, 0.2, 5.0)
SIZE = 11.0
# In the design's pixels: before each scale, its marks, and the gap to their labels.
BEFORE, MARK, GAP, AFTER = 16, 5, 4, 8
# How much of the height of a line two labels need between their baselines.
TIGHT = 1.15
CLASS_ROLES = (("zeros", "zeros_text"), ("ones", "ones"))


@dataclass(frozen=True)
class Ruler:
    """Two scales of the loss.

    Attributes:
        plot: the axes that they belong to.
        lefts: where the scales stand, in the order of y: the zeros', the ones'.
        marks: likewise, for each the (vertical pixel, text) of what is marked.
        title: what they measure, from the fullest form to the shortest.
        head_baseline: of what stands over them: y = 1, y = 0.
    """

    plot: QRectF
    lefts: tuple[float, float]
    marks: tuple[tuple[tuple[float, str], ...], tuple[tuple[float, str], ...]]
    title: tuple[str, ...]
    head_baseline: float


def _column() -> float:
    widest = max(text_width("0.5", SIZE), text_width("y=1", SIZE) - look().px(MARK))
    return look().px(MARK + GAP) + widest


def ruler_width() -> float:
    """How much room the two scales need, to the right of the axes."""
    return 2 * (look().px(BEFORE) + _column())


def lay_out_ruler(plot: QRectF, unit: float, unit_name: str, above: float) -> Ruler:
    """Place the marks of both scales.

    Args:
        plot: the axes, their top at y = 1 and their bottom at y = 0.
        unit: of the loss, in nats.
        unit_name: what it is called.
        above: the room over the axes.
    """
    metrics = look().text_metrics(SIZE)
    first = plot.right() + look().px(BEFORE)
    second = first + _column() + look().px(BEFORE)
    title = (
        translate("Model", "loss in {unit}").format(unit=unit_name),
        translate("Model", "loss"),
    )
    downward = _marks(plot, unit, metrics.ascent())
    upward = tuple((plot.top() + plot.bottom() - y, text) for y, text in downward)
    head = plot.top() - max(above - metrics.ascent(), look().px(8))
    return Ruler(plot, (second, first), (upward, downward), title, head)


def _marks(plot: QRectF, unit: float, line: float) -> tuple[tuple[float, str], ...]:
    """Losses, measured down from the top; each label keeps off those before it."""
    found: list[tuple[float, str]] = []
    for loss in WORTH:
        y = plot.bottom() - math.exp(-loss * unit) * plot.height()
        if all(abs(y - other) >= max(TIGHT * line, 4.0) for other, _text in found):
            found.append((y, "0" if not loss else f"{loss:g}"))
    return tuple(found)


def paint_ruler(painter: QPainter, ruler: Ruler) -> None:
    """Paint both scales, and over each the label that it is for."""
    value, px = look(), look().px
    middle = value.text_metrics(SIZE).capHeight() / 2
    for y in (1, 0):
        line, words = CLASS_ROLES[y]
        left = ruler.lefts[y]
        colour = value.colour(line)
        wide = max(1, round(1.5 * value.scale))
        top = ruler.plot.top()
        painter.fillRect(QRectF(round(left), top, wide, ruler.plot.height() + 1), colour)
        for at, text in ruler.marks[y]:
            painter.fillRect(QRectF(round(left), round(at), px(MARK), 1), colour)
            draw_text(painter, QPointF(left + px(MARK + GAP), at + middle), text, SIZE, words)
        draw_text(painter, QPointF(left - px(1), ruler.head_baseline), f"y={y}", SIZE, words)


def paint_reading(painter: QPainter, ruler: Ruler, y: int, start: QPointF) -> None:
    """Lead the end of a bar to its scale."""
    value = look()
    colour = value.colour(CLASS_ROLES[y][0])
    pen = QPen(colour, max(1.0, 1.2 * value.scale))
    pen.setDashPattern([2.0, 2.0])
    painter.setPen(pen)
    at, left = start.y(), ruler.lefts[y]
    # The line leaves the labels of the nearer scale readable.
    gap, size = value.px(BEFORE) / 2, 4.5 * value.scale
    painter.drawLine(QLineF(start, QPointF(ruler.plot.right() + gap, at)))
    painter.drawLine(QLineF(left - gap, at, left, at))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    corners = ((0.0, 0.0), (-1.6 * size, -size), (-1.6 * size, size))
    painter.drawPolygon(QPolygonF([QPointF(left + dx, at + dy) for dx, dy in corners]))
