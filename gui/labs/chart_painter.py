"""How a lab's chart is painted, once everything in it has its place: in the style of the plots."""

from __future__ import annotations

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PyQt5.QtCore import QLineF, QPointF, QRectF, Qt
from PyQt5.QtGui import QColor, QPainter, QPen, QPolygonF

from gui.labs.chart_layout import ChartLayout, Words
from gui.labs.chart_notes import rule_rect
from gui.labs.chart_picture import Line, Mark
from gui.plot_labels import DIAMOND
from gui.plot_marks import DOT
from gui.plot_painter import DASHES, paint_card
from gui.still_text import draw_text
from gui.theme import look

# How much of an area's colour is seen.
SOFT = 0.14
# The dashes and gaps of a rule, in its widths, as those of the plots' optimum.
RULE_WIDTH, RULE_DASHES = 1.6, [1.6, 1.8]
RING, CROSS, TICK = 7.0, 5.5, 7.0


def paint_still(painter: QPainter, layout: ChartLayout) -> None:
    """Paint all that stands still."""
    paint_card(painter, layout.card)
    plot = layout.plot
    for y in layout.grid:
        painter.fillRect(QRectF(plot.left(), round(y), plot.width(), 1), look().colour("rule"))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # A curve on the edge keeps the whole of its width.
    painter.setClipRect(plot.adjusted(-1, -2, 1, 2))
    for line in layout.picture.lines:
        if line.fill:
            _paint_area(painter, layout, line)
    _paint_rules(painter, layout)
    for line in layout.picture.lines:
        _paint_line(painter, layout, line)
    painter.restore()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for mark in layout.picture.marks:
        where = layout.point(mark)
        if where is not None:
            paint_mark(painter, mark, where)
    for words in layout.words:
        paint_words(painter, words)
    for block in layout.notes:
        for words in block:
            paint_words(painter, words)


def paint_words(painter: QPainter, words: Words) -> None:
    """Paint a line of text."""
    if words.clears:
        painter.fillRect(words.rect.adjusted(-2, 0, 2, 0), look().colour("card"))
    ascent = look().text_metrics(words.size, strong=words.strong).ascent()
    place = QPointF(words.rect.left(), words.rect.top() + ascent)
    draw_text(painter, place, words.text, words.size, words.role, strong=words.strong)


def _polygon(x: NDArray[np.float64], y: NDArray[np.float64]) -> QPolygonF:
    """A polygon of these points; made one by one they would take longer than their painting."""
    polygon = QPolygonF()
    polygon.fill(QPointF(), x.size)
    memory: Any = polygon.data()
    memory.setsize(16 * x.size)
    points = np.frombuffer(memory, np.float64).reshape(-1, 2)
    points[:, 0], points[:, 1] = x, y
    return polygon


def _paint_area(painter: QPainter, layout: ChartLayout, line: Line) -> None:
    axis = layout.picture.y
    foot = layout.y_of(0.0 if axis.low <= 0.0 <= axis.high else axis.low)
    colour = QColor(look().colour(line.fill))
    colour.setAlphaF(SOFT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colour)
    for x, y in layout.pieces(line):
        ends = np.append(x, (x[-1], x[0])), np.append(y, (foot, foot))
        painter.drawPolygon(_polygon(*ends))


def _paint_line(painter: QPainter, layout: ChartLayout, line: Line) -> None:
    pen = QPen(look().colour(line.role), line.width * look().scale)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    if line.dashed:
        # Qt counts dashes in widths of the pen.
        pen.setDashPattern([length / line.width for length in DASHES])
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for piece in layout.pieces(line):
        painter.drawPolyline(_polygon(*piece))


def _paint_rules(painter: QPainter, layout: ChartLayout) -> None:
    for rule in layout.picture.rules:
        pen = QPen(look().colour(rule.role), RULE_WIDTH * look().scale)
        if rule.dashed:
            pen.setDashPattern(RULE_DASHES)
        painter.setPen(pen)
        place = rule_rect(layout, rule)
        painter.drawLine(QLineF(place.topLeft(), place.bottomRight()))


def paint_mark(painter: QPainter, mark: Mark, where: QPointF) -> None:
    """Paint a sign; each kind has a shape of its own."""
    value = look()
    colour, scale = value.colour(mark.role), value.scale
    outline = QPen(value.colour("card"), 1.6 * scale)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, 2.2 * scale))
    if mark.kind == "diamond":
        painter.setPen(outline)
        painter.setBrush(colour)
        size = DIAMOND * scale
        corners = ((0, -size), (size, 0), (0, size), (-size, 0))
        painter.drawPolygon(QPolygonF([where + QPointF(dx, dy) for dx, dy in corners]))
    elif mark.kind == "dot":
        painter.setPen(outline)
        painter.setBrush(colour)
        painter.drawEllipse(where, DOT * scale, DOT * scale)
    elif mark.kind == "ring":
        painter.drawEllipse(where, RING * scale, RING * scale)
    elif mark.kind == "cross":
        reach = CROSS * scale
        for sign in (-1, 1):
            arm = QPointF(reach, sign * reach)
            painter.drawLine(QLineF(where - arm, where + arm))
    else:
        reach = TICK * scale
        painter.drawLine(QLineF(where - QPointF(0, reach), where + QPointF(0, reach)))
