"""The axes of the two small charts beside the landscape."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from PyQt5.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PyQt5.QtGui import QPainter, QPen, QPolygonF

from core.scientific import superscript
from gui.label_places import Obstacles
from gui.model.landscape_layout import rise_of
from gui.model.landscape_path import cut
from gui.still_text import draw_text, text_width
from gui.theme import look
from gui.ticks import Ticks, nice_step, ticks

Points = NDArray[np.float64]

CAPTION, TICK = 12.5, 11.0
# Heights over which a logarithmic axis serves better: 10 to this power.
DECADES = 2.0
DASHES = [3.0, 2.2]
# No pixel is further than so many heights of the plot beyond it.
BEYOND = 1e6
# How strongly what is old of a curve is painted.
PALE = 0.3
# The least part of its greatest height that an upright axis shows.
LEAST_SPAN = 0.15
# Half the size of the triangle that points to what is out of sight, in the design's pixels.
AWAY = 6.0


@dataclass(frozen=True, eq=False)
class SideAxes:
    """Two axes in pixels.

    Attributes:
        plot: their rectangle.
        x: the ends of the horizontal axis.
        y: the ends of the upright one; its logarithms to base 10 where `log`.
        log: whether the upright axis is logarithmic.
        x_ticks, y_ticks: what is labelled.
    """

    plot: QRectF
    x: tuple[float, float]
    y: tuple[float, float]
    log: bool
    x_ticks: Ticks
    y_ticks: Ticks

    def x_of(self, x: float | Points) -> float | Points:
        """The horizontal pixel."""
        low, high = self.x
        return self.plot.left() + (x - low) / (high - low) * self.plot.width()

    def y_of(self, y: float | Points) -> float | Points:
        """The vertical pixel, kept within `BEYOND`."""
        low, high = self.y
        with np.errstate(all="ignore"):
            height = np.log10(y) if self.log else np.asarray(y)
        share = np.clip((height - low) / (high - low), -BEYOND, BEYOND)
        found = self.plot.bottom() - share * self.plot.height()
        return found if np.ndim(y) else float(found)

    def point(self, x: float, y: float) -> QPointF:
        """The pixel of a place."""
        return QPointF(float(self.x_of(x)), float(self.y_of(y)))

    def holds(self, x: float, y: float) -> bool:
        """Whether a place is in sight."""
        at = self.point(x, y)
        return self.plot.adjusted(-1, -1, 1, 1).contains(at)


def height_range(
    shown: Iterable[float], highest: float, *, logs: bool = True, least_span: float = LEAST_SPAN
) -> tuple[float, float, bool]:
    """Round ends of an axis that shows these heights, with room above.

    Args:
        shown: what is to be seen; at least one number, none of them negative.
        highest: nothing is higher than this.
        logs: whether the axis may be logarithmic.
        least_span: the least part of the greatest height that the axis spans.

    Returns:
        the ends, their logarithms to base 10 if the axis is to be logarithmic, and whether it is.
    """
    heights = [value for value in shown if math.isfinite(value)] or [0.0, 1.0]
    low, high = min(heights), max(heights)
    if logs and low > 0.0 and math.log10(high / low) > DECADES:
        return math.floor(math.log10(low)), math.ceil(math.log10(high)), True
    span = max(high - low, least_span * high) or 1.0
    top = min(high + 0.6 * span, max(high + 0.1 * span, highest))
    step = nice_step(top - max(0.0, low - 0.12 * span), 4)
    bottom = math.floor(max(0.0, low - 0.12 * span) / step) * step
    return bottom, max(math.ceil(top / step - 1e-9) * step, bottom + step), False


def side_axes(
    place: QRectF,
    x: tuple[float, float],
    y: tuple[float, float, bool],
    *,
    counts: bool = False,
) -> SideAxes:
    """Lay the axes out in a place.

    Args:
        place: all that the axes and their labels take.
        x: the ends of the horizontal axis.
        y: as `height_range` gives them.
        counts: whether the horizontal axis counts: whole numbers alone are labelled.
    """
    px = look().px
    low, high, log = y
    line = look().text_metrics(TICK).height()
    height = max(1.0, place.height() - line - px(4))
    y_ticks = _y_ticks(low, high, int(height / (1.6 * line)), log=log)
    widest = max((text_width(text, TICK) for text in y_ticks.texts), default=0.0)
    left = min(widest + px(6), 0.6 * place.width())
    plot = QRectF(
        place.left() + left, place.top() + 1, max(1.0, place.width() - left - px(5)), height - 1
    )
    return SideAxes(plot, x, (low, high), log, _x_ticks(x, plot.width(), counts=counts), y_ticks)


def _y_ticks(low: float, high: float, most: int, *, log: bool) -> Ticks:
    if not log:
        return ticks(low, high, max(1, min(4, most)))
    every = max(1, math.ceil((high - low) / max(1, min(4, most))))
    powers = range(round(low), round(high) + 1, every)
    return Ticks([float(i) for i in powers], [f"10{superscript(i)}" for i in powers])


def _x_ticks(x: tuple[float, float], width: float, *, counts: bool) -> Ticks:
    found = Ticks([], [])
    most = max(1, int(x[1] - x[0])) if counts else 4
    for parts in (4, 3, 2, 1):
        found = ticks(*x, min(parts, most))
        wide = sum(text_width(text, TICK) + look().px(10) for text in found.texts)
        if wide <= width + look().px(20):
            break
    return found


def paint_axes(painter: QPainter, axes: SideAxes) -> None:
    """Paint the grid and the labels."""
    value, px, plot = look(), look().px, axes.plot
    metrics = value.text_metrics(TICK)
    half = metrics.capHeight() / 2
    low, high = axes.y
    for at, text in zip(axes.y_ticks.values, axes.y_ticks.texts, strict=True):
        y = plot.bottom() - (at - low) / (high - low) * plot.height()
        painter.fillRect(QRectF(plot.left(), round(y), plot.width(), 1), value.colour("rule"))
        left = plot.left() - px(6) - text_width(text, TICK)
        baseline = max(y + half, plot.top() + rise_of(text, TICK))
        draw_text(painter, QPointF(left, baseline), text, TICK, "muted")
    painter.fillRect(
        QRectF(plot.left(), round(plot.bottom()), plot.width(), 1), value.colour("muted")
    )
    baseline, last = plot.bottom() + px(4) + metrics.ascent(), -math.inf
    for at, text in zip(axes.x_ticks.values, axes.x_ticks.texts, strict=True):
        wide = text_width(text, TICK)
        left = float(axes.x_of(at)) - wide / 2
        left = min(max(left, plot.left() - px(4)), plot.right() + px(5) - wide)
        if left > last:
            draw_text(painter, QPointF(left, baseline), text, TICK, "muted")
            last = left + wide + px(6)


def paint_curve(
    painter: QPainter, plot: QRectF, x: Points, y: Points, *, last: int | None = None
) -> None:
    """Paint a curve through pixels, cut off at the edges of a plot.

    It is cut, not clipped: some readers of SVG files know no clip paths.

    Args:
        painter: of the chart.
        plot: its rectangle.
        x: the curve's points, from left to right, in pixels.
        y: likewise.
        last: if it is given, only so many of the last pieces are painted strongly.
    """
    width = (1.8 if last is None else 1.2) * look().scale
    pen = QPen(look().colour("curve"), width)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    begin = 0 if last is None else max(0, len(x) - 1 - last)
    for part, opacity in ((slice(begin + 1), PALE), (slice(begin, None), 1.0)):
        painter.setOpacity(opacity)
        if len(x[part]) > 1:
            for piece in cut_curve(plot, x[part], y[part]):
                painter.drawPolyline(QPolygonF([QPointF(*at) for at in piece.tolist()]))


def cut_curve(plot: QRectF, x: Points, y: Points) -> list[Points]:
    """The pieces of a curve that lie in a plot, or on its edge: the points of each, (count, 2)."""
    plot = plot.adjusted(-1, -1, 1, 1)
    corner, size = np.array([plot.left(), plot.top()]), np.array([plot.width(), plot.height()])
    first, last, inside = cut((np.column_stack([x, y]) - corner) / size)
    # A piece goes on where the one before it ends.
    begins = inside.copy()
    begins[1:] &= ~(inside[:-1] & (last[:-1] == first[1:]).all(axis=1))
    starts = np.flatnonzero(begins)
    kept = np.cumsum(inside)
    found = []
    for start, stop in pairwise([*starts.tolist(), inside.size]):
        run = slice(start, start + int(kept[stop - 1] - kept[start]) + 1)
        found.append(corner + np.vstack([first[run][:1], last[run]]) * size)
    return found


class Floor:
    """A height that is drawn across a chart, with its name.

    Attributes:
        height: in the unit.
        text: its name.
        role: its colour's.
    """

    def __init__(self, height: float, text: str, role: str) -> None:
        self.height, self.text, self.role = height, text, role


def paint_floors(
    painter: QPainter,
    axes: SideAxes,
    floors: Sequence[Floor],
    curve: tuple[Points, Points],
    taken: Sequence[QRectF] = (),
) -> None:
    """Paint lines at the floors in sight; those whose names have room are named.

    Of one out of sight there is the name, where there is room, and an arrow to where it is.

    Args:
        painter: of the chart.
        axes: of the chart.
        floors: the heights.
        curve: in pixels; names keep off it.
        taken: places that names leave free.
    """
    plot = axes.plot
    seen = [one for one in floors if _in_sight(axes, one.height)]
    obstacles = Obstacles(plot.adjusted(-1, -look().px(2), 2, 0), [curve])
    for rect in taken:
        obstacles.take(rect)
    lines = [round(float(axes.y_of(one.height))) for one in seen]
    for one, y in zip(seen, lines, strict=True):
        pen = QPen(look().colour(one.role), 1.5 * look().scale)
        pen.setDashPattern(DASHES)
        painter.setPen(pen)
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))
        obstacles.take(QRectF(plot.left(), y - 1, plot.width(), 2))
    for one, y in zip(seen, lines, strict=True):
        size = QSizeF(text_width(one.text, TICK), look().text_metrics(TICK).height())
        place = obstacles.first_free(_along(plot, y, size))
        if place is not None:
            baseline = place.top() + look().text_metrics(TICK).ascent()
            draw_text(painter, QPointF(place.left(), baseline), one.text, TICK, one.role)
    for one in floors:
        if one not in seen and math.isfinite(one.height):
            _point_to(painter, axes, one, obstacles)


def _point_to(painter: QPainter, axes: SideAxes, floor: Floor, obstacles: Obstacles) -> None:
    """Name a floor out of sight at the edge that it lies beyond; without room, point to it."""
    plot = axes.plot
    above = float(axes.y_of(floor.height)) < plot.top()
    arrow = "↑" if above else "↓"
    for text in (f"{floor.text} {arrow}", arrow):
        size = QSizeF(text_width(text, TICK), look().text_metrics(TICK).height())
        edge = plot.top() if above else plot.bottom() - size.height()
        room = plot.width() - size.width()
        shares = (1.0, 0.8, 0.6, 0.4, 0.2, 0.0)
        places = (QRectF(QPointF(plot.left() + share * room, edge), size) for share in shares)
        place = obstacles.first_free(places)
        if place is not None:
            baseline = place.top() + look().text_metrics(TICK).ascent()
            draw_text(painter, QPointF(place.left(), baseline), text, TICK, floor.role)
            return


def _in_sight(axes: SideAxes, height: float) -> bool:
    return math.isfinite(height) and axes.holds(axes.x[0], height)


def _along(plot: QRectF, y: float, size: QSizeF) -> Iterable[QRectF]:
    """Places above and below a line, from its right end to its left."""
    room = plot.width() - size.width()
    for share in (1.0, 0.8, 0.6, 0.4, 0.2, 0.0):
        left = plot.left() + share * room
        yield QRectF(QPointF(left, y - size.height() - 1.5), size)
        yield QRectF(QPointF(left, y + 1.5), size)


def paint_caption(painter: QPainter, place: QRectF, *texts: str) -> QRectF:
    """Paint what a chart shows, above it.

    Args:
        painter: of the chart.
        place: of the caption and the chart.
        texts: what to say, in full first: the first that has room, or the last one.

    Returns:
        the place that is left for the chart.
    """
    metrics = look().text_metrics(CAPTION)
    baseline = place.top() + metrics.ascent()
    text = next((one for one in texts if text_width(one, CAPTION) <= place.width()), texts[-1])
    draw_text(painter, QPointF(place.left(), baseline), text, CAPTION, "muted")
    return place.adjusted(0, metrics.height() + look().px(7), 0, 0)


def paint_point(painter: QPainter, at: QPointF, role: str, *, diamond: bool = False) -> None:
    """Paint the value of the moment, or the diamond of a minimum."""
    value = look()
    size = (5.5 if diamond else 4.4) * value.scale
    painter.setPen(QPen(value.colour("card"), 1.6 * value.scale))
    painter.setBrush(value.colour(role))
    if diamond:
        corners = ((0, -size), (size, 0), (0, size), (-size, 0))
        painter.drawPolygon(QPolygonF([at + QPointF(dx, dy) for dx, dy in corners]))
    else:
        painter.drawEllipse(at, size, size)


def away_place(axes: SideAxes, x: float, y: float) -> QRectF:
    """What the triangle covers that points to a place out of sight."""
    at, size = axes.point(x, y), AWAY * look().scale
    inner = axes.plot.adjusted(size, size, -size, -size)
    left = max(inner.left(), min(at.x(), inner.right())) - size
    top = max(inner.top(), min(at.y(), inner.bottom())) - size
    return QRectF(left, top, 2 * size, 2 * size)


def paint_away(painter: QPainter, axes: SideAxes, x: float, y: float, role: str) -> None:
    """Point, from the edge of the plot, to a place out of sight."""
    value, plot = look(), axes.plot
    at, size = axes.point(x, y), AWAY * value.scale
    # To a place beyond a corner it points across that.
    across = (x > axes.x[1]) - (x < axes.x[0])
    up = (at.y() < plot.top()) - (at.y() > plot.bottom())
    painter.save()
    painter.translate(away_place(axes, x, y).center())
    painter.rotate(-math.degrees(math.atan2(up, across)))
    painter.setPen(QPen(value.colour("card"), 1.6 * value.scale))
    painter.setBrush(value.colour(role))
    corners = ((1.0, 0.0), (-0.7, -0.85), (-0.7, 0.85))
    painter.drawPolygon(QPolygonF([QPointF(dx, dy) * size for dx, dy in corners]))
    painter.restore()
