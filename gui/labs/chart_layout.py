"""Where everything in a lab's chart stands: worked out from its picture and its size."""

from __future__ import annotations

import enum
import math
from dataclasses import dataclass, field

import numpy as np
from PyQt5.QtCore import QPointF, QRectF, Qt

from gui.label_places import Polyline
from gui.labs.chart_picture import Axis, Line, Mark, Picture
from gui.plot_layout import AXIS_WIDTH, FOOTER, HEADER, PADDING, RIGHT_MARGIN, TICK_SIZE, TITLE_SIZE
from gui.plot_painter import FEWEST_PARTS, GRID_GAP, LEAST_TICK_SIZE
from gui.still_text import text_width
from gui.theme import look
from gui.ticks import Ticks, ticks

# In the design's pixels: below the axes, between labels of the x axis, the narrowest left margin.
LABEL_GAP, LABEL_SPACE, LEAST_AXIS_WIDTH = 6, 24, 44
# The longest line that is drawn beyond the chart's edge, in charts.
BEYOND = 1.0
# The height of axes that are named below, in the design's pixels.
LEAST_NAMED = 130


class Crowding(enum.Enum):
    """How the heading makes room for the sign over the moving line."""

    NONE = 0
    NO_UNIT = 1
    TWO_ROWS = 2


@dataclass(frozen=True)
class Words:
    """A line of text.

    Attributes:
        rect: its place, in the chart's pixels; the text begins at its left.
        text: what it says.
        size: of the type, in the design's pixels.
        role: of the theme.
        strong: semi-bold.
        clears: whether it hides what is behind it: it found no free place.
    """

    rect: QRectF
    text: str
    size: float
    role: str
    strong: bool = False
    clears: bool = False


@dataclass(frozen=True, eq=False)
class ChartLayout:
    """A picture in one size, look and language; it stands still.

    Attributes:
        card: the card's rectangle.
        plot: the rectangle of the axes.
        picture: what is shown.
        title_right: where the heading ends.
        chip_top: where the sign over the moving line begins.
        words: the heading, the unit and the axes' labels.
        grid: the heights of the grid's lines.
        notes: the words in the chart, one block of lines each.
    """

    card: QRectF
    plot: QRectF
    picture: Picture
    title_right: float
    chip_top: float
    words: list[Words]
    grid: list[float]
    notes: list[list[Words]] = field(default_factory=list)
    _pieces: dict[int, list[Polyline]] = field(default_factory=dict)

    def x_of(self, value: float) -> float:
        """The horizontal pixel of a value."""
        axis = self.picture.x
        return self.plot.left() + (value - axis.low) / (axis.high - axis.low) * self.plot.width()

    def y_of(self, value: float) -> float:
        """The vertical pixel of a value."""
        axis = self.picture.y
        return self.plot.bottom() - (value - axis.low) / (axis.high - axis.low) * self.plot.height()

    def value_at(self, x: float, y: float) -> tuple[float, float]:
        """The values at a pixel, kept on the axes."""
        along, up = self.picture.x, self.picture.y
        right = (x - self.plot.left()) / self.plot.width()
        above = (self.plot.bottom() - y) / self.plot.height()
        return _between(along, right), _between(up, above)

    def point(self, mark: Mark) -> QPointF | None:
        """Where a mark stands; None out of sight."""
        if not (_holds(self.picture.x, mark.x) and _holds(self.picture.y, mark.y)):
            return None
        return QPointF(self.x_of(mark.x), self.y_of(mark.y))

    def pieces(self, line: Line) -> list[Polyline]:
        """A curve's pieces in pixels: it is interrupted where it has no value."""
        if id(line) not in self._pieces:
            self._pieces[id(line)] = self._in_pixels(line)
        return self._pieces[id(line)]

    def _in_pixels(self, line: Line) -> list[Polyline]:
        finite = np.isfinite(line.x) & np.isfinite(line.y)
        if not finite.any():
            return []
        axis = self.picture.x
        scale = self.plot.width() / (axis.high - axis.low)
        x = self.plot.left() + (line.x - axis.low) * scale
        up, span = self.picture.y, self.picture.y.high - self.picture.y.low
        inside = np.clip(line.y, up.low - BEYOND * span, up.high + BEYOND * span)
        y = self.plot.bottom() - (inside - up.low) * (self.plot.height() / span)
        if finite.all():
            return [(x, y)]
        edges = np.flatnonzero(np.diff(finite)) + 1
        parts = np.split(np.arange(finite.size), edges)
        return [(x[part], y[part]) for part in parts if finite[part[0]]]


def _between(axis: Axis, share: float) -> float:
    value = axis.low + share * (axis.high - axis.low)
    return min(axis.high, max(axis.low, value))


def _holds(axis: Axis, value: float) -> bool:
    slack = 1e-9 * (axis.high - axis.low)
    return axis.low - slack <= value <= axis.high + slack


def lay_out(
    picture: Picture,
    card: QRectF,
    *,
    pi_axis: bool,
    x_labels: bool,
    crowding: Crowding = Crowding.NONE,
) -> ChartLayout | None:
    """Place a picture's axes, grid and heading; None where there is no room for axes.

    Args:
        picture: what is shown.
        card: the card's rectangle.
        pi_axis: whether the axes are to stand over the slider of π.
        x_labels: whether the x axis is labelled.
        crowding: how much of the heading gives way to the sign over the moving line.
    """
    px = look().px
    title = look().text_metrics(TITLE_SIZE, strong=True)
    tick = look().text_metrics(TICK_SIZE)
    chip_height = sign_height()
    two_rows = crowding is Crowding.TWO_ROWS
    row = max(float(px(HEADER)), title.height() + px(8))
    top = card.top() + row + (chip_height + px(4) if two_rows else 0.0)
    below = px(FOOTER) + (px(LABEL_GAP) + tick.height() if x_labels else 0.0)
    height = card.bottom() - below - top
    # In a low chart the curve needs the room more than the axis' name does.
    named = x_labels and bool(picture.x.title) and height >= px(LEAST_NAMED)
    height -= tick.height() if named else 0.0
    if height < px(20) or not picture.x.high > picture.x.low or not picture.y.high > picture.y.low:
        return None
    grid = _grid(picture.y, height)
    left = float(px(AXIS_WIDTH))
    if not pi_axis:
        widest = max((text_width(text, TICK_SIZE) for text in grid.texts), default=0.0)
        left = max(px(LEAST_AXIS_WIDTH), px(PADDING) + widest + px(GRID_GAP))
    plot = QRectF(card.left() + left, top, card.width() - left - px(RIGHT_MARGIN), height)
    if plot.width() < px(40):
        return None
    words, title_right = _heading(picture, card, row, with_unit=crowding is not Crowding.NO_UNIT)
    layout = ChartLayout(
        card,
        plot,
        picture,
        title_right,
        # A sign in the heading's row is centred in it.
        card.top() + (row if two_rows else max(float(px(7)), (row - chip_height) / 2)),
        words,
        [],
    )
    _label_heights(layout, grid, left)
    if x_labels:
        _label_x_axis(layout, named=named)
    return layout


def sign_height() -> float:
    """The height of the sign over the moving line."""
    return max(float(look().px(23)), look().text_metrics(13, strong=True).height() + look().px(2))


def _heading(
    picture: Picture, card: QRectF, row: float, *, with_unit: bool
) -> tuple[list[Words], float]:
    """The heading and the unit, as far as there is room for them; where they end."""
    px = look().px
    metrics = look().text_metrics(TITLE_SIZE, strong=True)
    left, room = card.left() + px(PADDING), card.width() - 2 * px(PADDING)
    title = picture.title
    width = text_width(title, TITLE_SIZE, strong=True)
    if width > room:
        title = metrics.elidedText(title, Qt.TextElideMode.ElideRight, room)
        width = text_width(title, TITLE_SIZE, strong=True)
    baseline = card.top() + max(float(px(25)), (row + metrics.capHeight()) / 2)
    words = [
        Words(_box(left, baseline, width, TITLE_SIZE, True), title, TITLE_SIZE, "current", True)
    ]
    right = left + width
    unit = ", ".join(text for text in (picture.unit, picture.y.title) if text)
    extra = text_width(unit, TICK_SIZE)
    if unit and with_unit and right + px(8) + extra <= card.right() - px(PADDING):
        place = _box(right + px(8), baseline, extra, TICK_SIZE, False)
        words.append(Words(place, unit, TICK_SIZE, "muted"))
        right = place.right()
    return words, right


def _box(left: float, baseline: float, width: float, size: float, strong: bool) -> QRectF:
    """The rectangle of words by their baseline."""
    metrics = look().text_metrics(size, strong=strong)
    return QRectF(left, baseline - metrics.ascent(), width, metrics.height())


def _grid(axis: Axis, height: float) -> Ticks:
    """As many labels as have room above one another."""
    if axis.ticks is not None:
        return axis.ticks
    line = look().text_metrics(TICK_SIZE).height()
    step = max(float(look().px(46)), 1.6 * line)
    least = 3 if height >= 2.5 * line + look().px(40) else 2
    return ticks(axis.low, axis.high, max(least, int(height / step)))


def _label_heights(layout: ChartLayout, grid: Ticks, left: float) -> None:
    px, plot = look().px, layout.plot
    size: float = TICK_SIZE
    room = left - px(GRID_GAP) - 2
    # Far zoomed in, values differ in their last digits alone.
    while size > LEAST_TICK_SIZE and any(text_width(text, size) > room for text in grid.texts):
        size -= 1
    metrics = look().text_metrics(size)
    lowest = math.inf
    for at, text in zip(grid.values, grid.texts, strict=True):
        if not _holds(layout.picture.y, at):
            continue
        y = layout.y_of(at)
        width = text_width(text, size)
        right = plot.left() - px(GRID_GAP)
        place = _box(right - width, y + metrics.capHeight() / 2, width, size, False)
        # Labels that are given may stand too close for a small window.
        if place.bottom() <= lowest:
            lowest = place.top()
            layout.grid.append(y)
            layout.words.append(Words(place, text, size, "muted"))


def _label_x_axis(layout: ChartLayout, *, named: bool) -> None:
    px, plot, axis = look().px, layout.plot, layout.picture.x
    metrics = look().text_metrics(TICK_SIZE)
    marks = axis.ticks if axis.ticks is not None else _x_ticks(axis, plot.width())
    baseline = plot.bottom() + px(LABEL_GAP) + metrics.ascent()
    free = layout.card.left()
    for at, text in zip(marks.values, marks.texts, strict=True):
        if not _holds(axis, at):
            continue
        width = text_width(text, TICK_SIZE)
        x = min(layout.x_of(at) - width / 2, layout.card.right() - px(6) - width)
        if x >= free:
            place = _box(x, baseline, width, TICK_SIZE, False)
            layout.words.append(Words(place, text, TICK_SIZE, "muted"))
            free = place.right() + px(8)
    if named:
        text = metrics.elidedText(axis.title, Qt.TextElideMode.ElideRight, plot.width())
        width = text_width(text, TICK_SIZE)
        place = _box(
            plot.center().x() - width / 2, baseline + metrics.height(), width, TICK_SIZE, False
        )
        layout.words.append(Words(place, text, TICK_SIZE, "muted"))


def _x_ticks(axis: Axis, width: float) -> Ticks:
    """Five parts or more where their labels have room beside each other, else fewer."""
    px, span = look().px, axis.high - axis.low
    for parts in range(max(FEWEST_PARTS, int(width / px(130))), 2, -1):
        marks = ticks(axis.low, axis.high, parts)
        step = width * (marks.values[1] - marks.values[0]) / span if marks.values[1:] else 0.0
        if all(text_width(text, TICK_SIZE) + px(LABEL_SPACE) <= step for text in marks.texts):
            return marks
    return ticks(axis.low, axis.high, 2)
