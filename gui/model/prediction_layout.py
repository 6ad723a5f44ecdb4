"""Where everything in the plot of f(x) stands, worked out from a rectangle and an axis."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PyQt5.QtCore import QPointF, QRectF

from gui.i18n import translate
from gui.model.prediction_axis import XAxis, axis_ticks
from gui.model.prediction_marks import Bins, Groups
from gui.model.prediction_ruler import Ruler, lay_out_ruler, ruler_width
from gui.plot_layout import PADDING, TICK_SIZE, TITLE_SIZE
from gui.still_text import text_width
from gui.theme import look
from gui.ticks import Ticks

COUNT_SIZE = 10.5
# In the design's pixels: the largest and the smallest dot, the widest bar; of up to so many marks.
LARGEST_DOT, SMALLEST_DOT, WIDEST_BAR = 5.4, 2.2, 7.0
FEW = 24
NAME_GAP = 3
# How many marks may say how many examples they stand for, and the room for each.
MOST_COUNTED = 80
# A place lower than this has no row for the name of x, and none for counts under the zeros.
LEAST_FOR_NAME, LEAST_FOR_COUNTS = 130, 230
# Of a place narrower than this there is no ruler.
LEAST_FOR_RULER = 300


@dataclass(frozen=True, eq=False)
class PredictionLayout:
    """The plot in one size, look and language, for one axis and one set of marks.

    Attributes:
        card: the whole card.
        plot: the axes: its top is y = 1, its bottom y = 0.
        axis: the part of the x axis that is seen.
        marks: the examples.
        ticks: where the axis is labelled.
        title: the heading, and `title_right` where it ends.
        baseline: of the heading.
        tick_baseline: of the labels of the axis.
        name_baseline: of what x is called; None where it stands beside the labels.
        counts: whether marks of several examples say how many; below y = 0 as well as above y = 1.
        radius: of a dot.
        bar: how wide a bar is.
        ruler: the scale of the loss; None where there is no room for one.
    """

    card: QRectF
    plot: QRectF
    axis: XAxis
    marks: Groups | Bins
    ticks: Ticks
    title: str
    title_right: float
    baseline: float
    tick_baseline: float
    name_baseline: float | None
    counts: bool
    radius: float
    bar: int
    ruler: Ruler | None

    def x_of(self, x: float) -> float:
        """The horizontal pixel of an x."""
        return self.plot.left() + (x - self.axis.low) / self.axis.width * self.plot.width()

    def xs_of(self, x: NDArray[np.float64]) -> NDArray[np.float64]:
        """The horizontal pixels of many."""
        scale = self.plot.width() / self.axis.width
        return np.asarray(self.plot.left() + (x - self.axis.low) * scale)

    def y_of(self, height: float) -> float:
        """The vertical pixel of a y, or of a prediction."""
        return self.plot.bottom() - height * self.plot.height()

    def x_at(self, pixel: float) -> float:
        """The x at a horizontal pixel."""
        share = (pixel - self.plot.left()) / self.plot.width()
        return self.axis.low + share * self.axis.width

    def height_at(self, pixel: float) -> float:
        """The y at a vertical pixel."""
        return (self.plot.bottom() - pixel) / self.plot.height()

    def spot(self, group: int) -> QPointF:
        """Where the dot of a mark is."""
        marks = self.marks
        assert isinstance(marks, Groups)  # noqa: S101 - bins have no dots
        return QPointF(self.x_of(float(marks.x[group])), self.y_of(float(marks.y[group])))

    @property
    def live(self) -> QRectF:
        """All that changes when w and b do."""
        reach = self.radius + 3.0
        return self.plot.adjusted(-2.0, -reach, 2.0, reach)


def title_text() -> str:
    """The heading."""
    return translate("Model", "Prediction f(x) and loss")


def lay_out(
    card: QRectF, axis: XAxis, marks: Groups | Bins, unit: float, unit_name: str
) -> PredictionLayout | None:
    """Give everything its place, in the look and language of the moment.

    Args:
        card: the whole of it.
        axis: the part of the x axis to be seen.
        marks: the examples.
        unit: of the loss, in nats.
        unit_name: what it is called.

    Returns:
        the layout; None where there is no room at all.
    """
    px, value = look().px, look()
    pad = px(PADDING)
    line, count_line = (value.text_metrics(size).height() for size in (TICK_SIZE, COUNT_SIZE))
    heading = value.text_metrics(TITLE_SIZE, strong=True)
    radius = _radius(marks)
    counts = (
        isinstance(marks, Groups)
        and marks.x.size <= MOST_COUNTED
        and bool((marks.count > 1).any())
        and card.height() >= px(LEAST_FOR_COUNTS)
    )
    baseline = card.top() + max(px(25), px(8) + heading.ascent())
    above = max(count_line, px(6)) + radius + px(4)
    below = radius + px(5) + (count_line if counts else 0.0) + line
    named = card.height() >= px(LEAST_FOR_NAME) + 3 * line
    bottom = card.bottom() - px(8) - (line + px(NAME_GAP) if named else 0.0)
    left = card.left() + pad + text_width("0.5", TICK_SIZE) + px(14)
    ruler = ruler_width() if card.width() >= px(LEAST_FOR_RULER) else px(10)
    plot = QRectF(left, baseline + heading.descent() + above, 0.0, 0.0)
    plot.setRight(card.right() - px(12) - ruler)
    plot.setBottom(bottom - below)
    # Whole pixels: the lines at 0 and 1 are crisp, and bars stand on them.
    plot = QRectF(plot.toRect())
    if plot.width() < px(60) or plot.height() < px(24):
        return None
    title = title_text()
    metrics = value.text_metrics(TICK_SIZE)
    tick_baseline = bottom - line + metrics.ascent()
    return PredictionLayout(
        card,
        plot,
        axis,
        marks,
        axis_ticks(axis, plot.width(), TICK_SIZE),
        title,
        card.left() + pad + text_width(title, TITLE_SIZE, strong=True),
        baseline,
        tick_baseline,
        tick_baseline + line + px(NAME_GAP) if named else None,
        counts,
        radius,
        _bar(marks),
        None if ruler == px(10) else lay_out_ruler(plot, unit, unit_name, above),
    )


def _radius(marks: Groups | Bins) -> float:
    if isinstance(marks, Bins):
        return SMALLEST_DOT * look().scale
    shrunk = LARGEST_DOT * (FEW / max(FEW, marks.x.size)) ** 0.35
    return max(SMALLEST_DOT, shrunk) * look().scale


def _bar(marks: Groups | Bins) -> int:
    if isinstance(marks, Bins):
        return 1
    return max(1, round(WIDEST_BAR * look().scale * (FEW / max(FEW, marks.x.size)) ** 0.6))
