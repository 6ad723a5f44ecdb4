"""Where everything in one of the three plots goes: worked out from a snapshot and a rectangle.

The window's plots and the figures that are exported paint the same layout, so that they agree in
every mark and word.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np
from PyQt5.QtCore import QPointF, QRectF

from gui import plot_series
from gui.i18n import translate
from gui.label_places import Polyline
from gui.plot_labels import SIZE, Label, place_labels
from gui.plot_marks import CHIP_PADDING, Marks, arrow_rect, chip_rect, tangent_at
from gui.plot_series import Series, height_now, slope_now, value_text
from gui.still_text import text_width
from gui.theme import look
from gui.ticks import Ticks, ticks

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# In the design's pixels.
AXIS_WIDTH = 84
RIGHT_MARGIN = 22
HEADER = 36
FOOTER = 10
PADDING = 20
TITLE_SIZE, TICK_SIZE = 14, 12
# A wide sign of each plot.
_WIDE_VALUES = {
    plot_series.LIKELIHOOD: "L ≈ 8.888×10⁻⁸",
    plot_series.LOG_LIKELIHOOD: "ℓ ≈ −88.88",
    plot_series.CROSS_ENTROPY: "BCE ≈ 0.8888",
}


@dataclass(frozen=True, eq=False)
class PlotLayout:
    """One plot of one k, n, interval and unit in one size, look and language; it stands still.

    Attributes:
        card: the card's rectangle, in pixels of whatever it is painted on.
        plot: the rectangle of the axes.
        shown: the curve and how to read it.
        interval: the part of the π axis shown.
        y_range: the values at the bottom and the top.
        lines: the curve and its parts ("curve", "ones", "zeros"), in pixels.
        labels: the still labels.
        title: the heading.
        unit: of the values, beside the heading; "" for none.
        title_right: where the heading ends, its unit included.
        optimum: where the optimum is; None if it is not in sight.
        truth: where the true π is; None if it is hidden, unknown or out of sight.
        prediction: where the learner expects something; None for nowhere, or out of sight.
        grid: where the values are labelled, and how; empty where there is no curve.
    """

    card: QRectF
    plot: QRectF
    shown: Series
    interval: tuple[float, float]
    y_range: tuple[float, float]
    lines: dict[str, Polyline]
    labels: list[Label]
    title: str
    unit: str
    title_right: float
    optimum: QPointF | None
    truth: float | None
    prediction: float | None
    grid: Ticks

    def x_of(self, pi: float) -> float:
        """The horizontal pixel of π."""
        low, high = self.interval
        return self.plot.left() + (pi - low) / (high - low) * self.plot.width()

    def y_of(self, value: float) -> float:
        """The vertical pixel of a value."""
        low, high = self.y_range
        return self.plot.bottom() - (value - low) / (high - low) * self.plot.height()

    def marks(self, snapshot: Snapshot) -> Marks | None:
        """Where the current value's marks stand; None if π is out of sight."""
        low, high = self.interval
        if not low <= snapshot.pi <= high:
            return None
        x = self.x_of(snapshot.pi)
        stage = snapshot.state.stage
        text = "" if stage.hides("values") else value_text(self.shown.kind, snapshot)
        chip = chip_rect(text, x, self.title_right + look().px(10), self.card)
        if stage.hides("curves"):
            return Marks(x, self.plot, None, 0, None, chip, text)
        height = height_now(self.shown, snapshot)
        bottom, top = self.y_range
        if bottom <= height <= top:
            dot = QPointF(x, self.y_of(height))
            slope = slope_now(self.shown, snapshot)
            tangent = None
            if math.isfinite(slope) and not stage.hides("tangent"):
                per_pixel = (high - low) / self.plot.width() * self.plot.height() / (top - bottom)
                tangent = tangent_at(dot, -slope * per_pixel, self.plot, self.labels)
            return Marks(x, self.plot, dot, 0, tangent, chip, text)
        arrow = 0 if math.isnan(height) else (1 if height > top else -1)
        place = arrow_rect(x, arrow, self.plot)
        if any(label.rect.intersects(place) for label in self.labels):
            arrow = 0  # the label that stands there says the same: ↓ −∞ or ↑ ∞
        return Marks(x, self.plot, None, arrow, None, chip, text)


def axes_in(card: QRectF) -> QRectF:
    """The rectangle of the axes in a plot's card."""
    px = look().px
    return card.adjusted(px(AXIS_WIDTH), px(HEADER), -px(RIGHT_MARGIN), -px(FOOTER))


def lay_out(shown: Series, snapshot: Snapshot, card: QRectF, plot: QRectF) -> PlotLayout:
    """Fit a plot's range, curves and labels to its place, in the look and language of the moment.

    Args:
        shown: what `plot_series.series` makes of the snapshot.
        snapshot: the numbers.
        card: the card's rectangle.
        plot: the rectangle of the axes, of a positive height.
    """
    state = snapshot.state
    y_range = _range(shown, plot.height())
    span = y_range[1] - y_range[0]
    lines: dict[str, Polyline] = {}
    for role, y in (("curve", shown.y), ("ones", shown.ones), ("zeros", shown.zeros)):
        hidden = state.stage.hides("curves") or (role != "curve" and state.stage.hides("parts"))
        if y is not None and not hidden and not math.isnan(y[len(y) // 2]):
            # Where a curve runs off to ±∞ it leaves the plot; a little outside is far enough.
            inside = np.clip(y, y_range[0] - span, y_range[1] + span)
            lines[role] = _in_pixels(shown.x, inside, plot, state.interval, y_range)
    title, unit = _heading(shown, snapshot, card)
    layout = PlotLayout(
        card,
        plot,
        shown,
        state.interval,
        y_range,
        lines,
        [],
        title,
        unit,
        _title_right(title, unit, card),
        None,
        None,
        None,
        _grid(shown, snapshot, plot.height()),
    )
    optimum = _optimum(layout, snapshot)
    truth = _in_sight(layout, state.true_pi if state.shows_true_pi else None)
    prediction = _in_sight(layout, state.stage.prediction)
    labels = place_labels(shown, plot, lines, optimum, truth, prediction, snapshot)
    return replace(layout, labels=labels, optimum=optimum, truth=truth, prediction=prediction)


def _range(shown: Series, height: float) -> tuple[float, float]:
    """The values at the bottom and the top of the plot: room for labels, in pixels."""
    px = look().px
    above = px(30) if shown.kind == plot_series.LIKELIHOOD else px(9)
    below = px(5)
    # Zoomed in so far that nothing rises or falls, the curve is a line in the middle.
    flat = not shown.high > shown.low
    low, high = (shown.low - 0.5, shown.high + 0.5) if flat else (shown.low, shown.high)
    unit = (high - low) / max(1.0, height - above - below)
    return low - below * unit, high + above * unit


def _in_pixels(
    x: np.ndarray,
    y: np.ndarray,
    plot: QRectF,
    interval: tuple[float, float],
    y_range: tuple[float, float],
) -> Polyline:
    (left, right), (low, high) = interval, y_range
    return (
        plot.left() + (x - left) * (plot.width() / (right - left)),
        plot.bottom() - (y - low) * (plot.height() / (high - low)),
    )


def _heading(shown: Series, snapshot: Snapshot, card: QRectF) -> tuple[str, str]:
    """The heading and its unit, as much of them as leaves room for the current value's sign."""
    name = f"{plot_series.title(shown.kind)} {shown.symbol}"
    unit = "" if shown.kind == plot_series.LIKELIHOOD else unit_text(snapshot)
    sign = text_width(_WIDE_VALUES[shown.kind], SIZE, strong=True) + 2 * look().px(CHIP_PADDING)
    room = card.right() - look().px(8 + 10) - sign
    for words in ((name, unit), (name, ""), (shown.symbol, unit)):
        if _title_right(*words, card) <= room:
            return words
    return shown.symbol, ""


def _title_right(title: str, unit: str, card: QRectF) -> float:
    """Where the heading ends: the current value's sign stays to the right of it."""
    px = look().px
    right = card.left() + px(PADDING) + text_width(title, TITLE_SIZE, strong=True)
    return right + px(8) + text_width(unit, TICK_SIZE) if unit else right


def _grid(shown: Series, snapshot: Snapshot, height: float) -> Ticks:
    if snapshot.state.stage.hides("curves"):
        return Ticks([], [])  # values to read off where nothing is drawn would be a riddle
    if not snapshot.n and shown.kind == plot_series.CROSS_ENTROPY:
        return Ticks([], [])
    # Ticks where the curve lives: the room for labels above it stays unlabelled.
    least = 3 if height >= look().px(75) else 2
    parts = max(least, int(height / look().px(46)))
    return ticks(shown.low, shown.high, parts, shown.exponent10)


def _optimum(layout: PlotLayout, snapshot: Snapshot) -> QPointF | None:
    best, (low, high) = snapshot.optimum, layout.interval
    height = layout.shown.optimum
    if best is None or height is None or not low <= best.pi <= high:
        return None
    if snapshot.state.stage.hides("optimum"):
        return None
    return QPointF(layout.x_of(best.pi), layout.y_of(height))


def _in_sight(layout: PlotLayout, pi: float | None) -> float | None:
    """The horizontal pixel of a π that is in sight."""
    low, high = layout.interval
    return None if pi is None or not low <= pi <= high else layout.x_of(pi)


def unit_text(snapshot: Snapshot) -> str:
    """The unit of ℓ and BCE."""
    return (
        translate("Plots", "nats")
        if snapshot.state.log_base.name == "NATS"
        else translate("Plots", "bits")
    )
