"""How a plot that has been laid out is painted: its ground, its curves, its optimum."""

from __future__ import annotations

import math

from PyQt5.QtCore import QLineF, QPointF, QRectF, Qt
from PyQt5.QtGui import QPainter, QPen, QPolygonF

from gui.plot_labels import DIAMOND
from gui.plot_layout import AXIS_WIDTH, PADDING, TICK_SIZE, TITLE_SIZE, PlotLayout
from gui.still_text import draw_text, text_width
from gui.theme import look
from gui.ticks import Ticks, ticks

# Each curve's colour and width, and the lengths of its dashes and gaps; in the design's pixels.
DASHES = (5.0, 3.5)
CURVES = (("ones", 1.5, DASHES), ("zeros", 1.5, DASHES), ("curve", 2.2, None))
CORNER = 10
# Of the light behind a curve or a line.
LIGHT_WIDTH = 11.0
# Between a value and the plot, and how small values may be written.
GRID_GAP, LEAST_TICK_SIZE = 10, 8
FEWEST_PARTS = 5


def paint_card(painter: QPainter, card: QRectF, *, clear: bool = False) -> None:
    """Paint the rounded sheet on which something stands; a clear one is an outline."""
    value = look()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(value.colour("rule"), 1))
    painter.setBrush(Qt.BrushStyle.NoBrush if clear else value.colour("card"))
    corner = value.px(CORNER)
    painter.drawRoundedRect(card.adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)


def paint_ground(painter: QPainter, layout: PlotLayout, *, clear: bool = False) -> None:
    """Paint what lies under the curves: card, heading, grid and tick labels."""
    paint_card(painter, layout.card, clear=clear)
    paint_heading(painter, layout)
    paint_grid(painter, layout)


def paint_heading(painter: QPainter, layout: PlotLayout) -> None:
    """Paint the plot's name, what is drawn, and its unit."""
    px = look().px
    baseline = layout.card.top() + px(25)
    place = QPointF(layout.card.left() + px(PADDING), baseline)
    draw_text(painter, place, layout.title, TITLE_SIZE, "current", strong=True)
    if layout.unit:
        left = layout.title_right - text_width(layout.unit, TICK_SIZE)
        draw_text(painter, QPointF(left, baseline), layout.unit, TICK_SIZE, "muted")


def paint_grid(painter: QPainter, layout: PlotLayout) -> None:
    """Paint a line at each labelled value, and the labels."""
    value, px, plot = look(), look().px, layout.plot
    size, room = TICK_SIZE, px(AXIS_WIDTH) - px(GRID_GAP) - 2
    # Far zoomed in, values differ in their last digits alone.
    while size > LEAST_TICK_SIZE and any(text_width(t, size) > room for t in layout.grid.texts):
        size -= 1
    middle = value.text_metrics(size).capHeight() / 2
    least = 2.9 * middle
    last = math.inf
    for at, text in zip(layout.grid.values, layout.grid.texts, strict=True):
        y = round(layout.y_of(at))
        painter.fillRect(QRectF(plot.left(), y, plot.width(), 1), value.colour("rule"))
        if last - y < least:
            continue  # a low plot in large type has room for fewer words than lines
        last = y
        left = plot.left() - px(GRID_GAP) - text_width(text, size)
        draw_text(painter, QPointF(left, y + middle), text, size, "muted")


def paint_light(painter: QPainter, layout: PlotLayout, target: str) -> None:
    """Paint a light behind what words point at, under the curves."""
    value, plot = look(), layout.plot
    role = {f"curve:{layout.shown.kind}": "curve", "curve:ones": "ones", "curve:zeros": "zeros"}
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(plot)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(value.colour("lit"), LIGHT_WIDTH * value.scale)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    line = layout.lines.get(role.get(target, ""))
    uprights = {"mark:true-pi": layout.truth, "mark:prediction": layout.prediction}
    if layout.optimum is not None:
        uprights["mark:optimum"] = layout.optimum.x()
    x = uprights.get(target)
    if line is not None:
        points = zip(*(axis.tolist() for axis in line), strict=True)
        painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))
    elif x is not None:
        painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
        if target == "mark:optimum" and layout.optimum is not None:
            painter.setBrush(value.colour("lit"))
            painter.drawEllipse(
                layout.optimum, LIGHT_WIDTH * value.scale, LIGHT_WIDTH * value.scale
            )
    painter.restore()


def paint_curves(painter: QPainter, layout: PlotLayout) -> None:
    """Paint the curve and its parts, cut off at the edges of the plot."""
    value = look()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setClipRect(layout.plot)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for role, width, dashes in CURVES:
        if role not in layout.lines:
            continue
        pen = QPen(value.colour(role), width * value.scale)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        if dashes is not None:
            # Qt counts dashes in widths of the pen.
            pen.setDashPattern([length / width for length in dashes])
        painter.setPen(pen)
        x, y = layout.lines[role]
        points = zip(x.tolist(), y.tolist(), strict=True)
        painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))
    painter.restore()


def paint_optimum(painter: QPainter, layout: PlotLayout) -> None:
    """Paint what lies over the curves: the true π, the mark of the optimum, and the labels."""
    value, plot = look(), layout.plot
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for x, role, dashes in (
        (layout.truth, "truth", [6.0, 2.5]),
        (layout.prediction, "ones", [3.0, 1.6]),
    ):
        if x is not None:
            pen = QPen(value.colour(role), 1.8 * value.scale)
            pen.setDashPattern(dashes)
            painter.setPen(pen)
            painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
    if layout.optimum is not None:
        colour = value.colour("optimum")
        pen = QPen(colour, 1.6 * value.scale)
        pen.setDashPattern([1.6, 1.8])
        painter.setPen(pen)
        x = layout.optimum.x()
        painter.drawLine(QLineF(x, plot.top(), x, plot.bottom()))
        size = DIAMOND * value.scale
        painter.setPen(QPen(value.colour("card"), 1.6 * value.scale))
        painter.setBrush(colour)
        corners = ((0, -size), (size, 0), (0, size), (-size, 0))
        painter.drawPolygon(QPolygonF([layout.optimum + QPointF(dx, dy) for dx, dy in corners]))
    for label in layout.labels:
        ascent = value.text_metrics(label.size, strong=label.strong).ascent()
        place = QPointF(label.rect.left() + 2, label.rect.top() + ascent)
        draw_text(painter, place, label.text, label.size, label.colour, strong=label.strong)


def paint_axis(
    painter: QPainter, layout: PlotLayout, right_end: float, taken: QRectF | None = None
) -> float:
    """Paint the π axis under the last plot.

    Args:
        painter: of the plots.
        layout: of the last of them.
        right_end: where the labels end at the latest.
        taken: a place that labels leave free.

    Returns:
        where the first label begins.
    """
    px = look().px
    marks = _axis_marks(layout)
    metrics = look().text_metrics(TICK_SIZE)
    baseline = layout.card.bottom() + px(8) + metrics.ascent()
    first = layout.plot.left()
    for at, text in zip(marks.values, marks.texts, strict=True):
        width = text_width(text, TICK_SIZE)
        x = min(layout.x_of(at) - width / 2, right_end - width)
        place = QRectF(x - px(4), baseline - metrics.ascent(), width + px(8), metrics.height())
        if taken is None or not place.intersects(taken):
            draw_text(painter, QPointF(x, baseline), text, TICK_SIZE, "muted")
            first = min(first, x)
    return first


def _axis_marks(layout: PlotLayout) -> Ticks:
    """Five parts or more where their labels have room beside each other, else fewer."""
    px, width = look().px, layout.plot.width()
    low, high = layout.interval
    for parts in range(max(FEWEST_PARTS, int(width / px(130))), 2, -1):
        marks = ticks(low, high, parts)
        step = width * (marks.values[1] - marks.values[0]) / (high - low) if marks.values[1:] else 0
        if all(text_width(text, TICK_SIZE) + px(24) <= step for text in marks.texts):
            return marks
    return ticks(low, high, 2)
