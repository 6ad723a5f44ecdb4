"""How f(x), the examples and their losses are painted: what stands still, and what moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QPainter, QPen

from gui.model.example_words import unit_name
from gui.model.prediction_axis import axis_for
from gui.model.prediction_bars import CLASSES, Bars
from gui.model.prediction_ground import paint_ground
from gui.model.prediction_labels import (
    NAME_SIZE,
    Curve,
    CurveLabel,
    curve_pen,
    now_curve,
    place_labels,
    still_curves,
)
from gui.model.prediction_layout import PredictionLayout, lay_out
from gui.model.prediction_marks import Bins, Groups, MarkMaker
from gui.model.prediction_sprites import dot_sprite, paint_dot, polygon
from gui.model.prediction_words import empty_text
from gui.plot_painter import paint_card
from gui.still_text import draw_text, text_width
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

HEIGHTS = ((0.0, "0"), (0.5, "0.5"), (1.0, "1"))
# How tall the tallest bin is, of the height of the plot; how much of a band's colour is seen.
TALLEST, BAND = 0.3, 0.13
# The share of ones is said of bins with at least this part of the mean.
WORTH_A_SHARE = 0.1
SAMPLE_LENGTH = 18


def paint_prediction(painter: QPainter, place: QRectF, snapshot: Snapshot) -> None:
    """Paint all of it, as a figure shows it.

    Args:
        painter: of the figure.
        place: where the card goes.
        snapshot: with a model.
    """
    model = snapshot.model
    if model is None:
        raise ValueError("snapshot must have a model")
    data, base = model.state.data, snapshot.state.log_base
    axis = axis_for(data.span)
    marks = MarkMaker().marks(data, axis, place.width())
    layout = lay_out(place, axis, marks, base.unit, unit_name(base))
    painter.save()
    if layout is None:
        paint_card(painter, place)
    else:
        picture = Picture(layout, snapshot)
        picture.move(model.w, model.b)
        picture.place_labels()
        paint_ground(painter, picture, snapshot)
        picture.paint_curve(painter, exactly=True)
        picture.paint_over(painter, None)
        picture.paint_labels(painter)
    painter.restore()


class Picture:
    """The plot of one layout and one set of examples; `move` brings its curve up to date.

    Attributes:
        layout: where everything stands.
        bars: from the curve to the labels.
        still: the curves that stand still.
        now: the curve of w and b.
        labels: the names of the curves.
        heading: the places of what the heading says, from left to right, once it is painted.
    """

    def __init__(self, layout: PredictionLayout, snapshot: Snapshot) -> None:
        self.layout, self.bars = layout, Bars(layout)
        self._snapshot = snapshot
        self.still = still_curves(layout, snapshot)
        self.now = now_curve(layout, 0.0, 0.0)
        self.labels: list[CurveLabel] = []
        self.heading: list[QRectF] = []

    def move(self, w: float, b: float) -> None:
        """Bring the curve and the bars to other w and b."""
        self.now = now_curve(self.layout, w, b)
        self.bars.move(w, b)

    def place_labels(self) -> bool:
        """Place the names of the curves as these are now.

        Returns:
            whether the heading names others than before.
        """
        before = self.labels
        # The curve that moves is named first: the eye follows it.
        self.labels = place_labels(self.layout, [self.now, *self.still], self.bars, before)
        return self._named_above(before) != self._named_above(self.labels)

    @staticmethod
    def _named_above(labels: list[CurveLabel]) -> list[str]:
        return [label.curve.kind for label in labels if label.rect is None]

    # What moves ----------------------------------------------------------------------------

    def paint_curve(self, painter: QPainter, *, exactly: bool = False) -> None:
        """Paint the bars, and the curve of w and b.

        Args:
            painter: of the plot.
            exactly: with fractions of pixels, for figures.
        """
        if exactly:
            self.bars.paint_exactly(painter)
        else:
            self.bars.paint(painter)
        _paint_line(painter, self.now)

    def paint_over(self, painter: QPainter, resolution: float | None) -> None:
        """Paint what lies over them: the other curves, the dots.

        Args:
            painter: of the plot.
            resolution: pixels of the screen for one of the widget's: dots are copied then, which
                is quicker. None paints them, for print.
        """
        layout, value = self.layout, look()
        for curve in self.still:
            _paint_line(painter, curve)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(layout.marks, Bins):
            self._paint_shares(painter, layout.marks)
            return
        x = np.rint(layout.xs_of(layout.marks.x) * 4.0) / 4.0
        for y, role in enumerate(CLASSES):
            at = layout.y_of(float(y))
            places = np.unique(x[layout.marks.y == y]).tolist()
            if resolution is None:
                for one in places:
                    paint_dot(painter, QPointF(one, at), role, layout.radius)
                continue
            sprite = dot_sprite(value, role, layout.radius, resolution)
            half = sprite.width() / sprite.devicePixelRatio() / 2
            for one in places:
                painter.drawPixmap(QPointF(one - half, at - half), sprite)

    def _paint_shares(self, painter: QPainter, bins: Bins) -> None:
        """A dot for the share of ones in each bin that holds enough to tell."""
        layout, value = self.layout, look()
        n = bins.ones + bins.zeros
        step = layout.plot.width() / n.size
        painter.setPen(QPen(value.colour("card"), 0.8 * value.scale))
        painter.setBrush(value.colour("muted"))
        for i in np.flatnonzero(n >= max(1.0, WORTH_A_SHARE * float(n.mean()))).tolist():
            at = QPointF(layout.plot.left() + (i + 0.5) * step, layout.y_of(bins.ones[i] / n[i]))
            painter.drawEllipse(at, layout.radius, layout.radius)

    def paint_labels(self, painter: QPainter) -> None:
        """Paint the names of the curves; where there are no examples, that there are none."""
        value = look()
        ascent = value.text_metrics(NAME_SIZE, strong=True).ascent()
        for label in self.labels:
            if label.rect is not None:
                place = QPointF(label.rect.left() + 2, label.rect.top() - 1 + ascent)
                draw_text(painter, place, label.text, NAME_SIZE, label.curve.role, strong=True)
        if isinstance(self.layout.marks, Groups) and not self.layout.marks.x.size:
            self._paint_empty(painter)

    def _paint_empty(self, painter: QPainter) -> None:
        plot, metrics = self.layout.plot, look().text_metrics(NAME_SIZE)
        middle = float(self.now.line[1].mean())
        # In the half that the curve leaves free.
        share = 0.75 if middle < plot.center().y() else 0.25
        share = 0.25 if abs(middle - plot.center().y()) < 1.0 else share
        for text in empty_text():
            width = text_width(text, NAME_SIZE)
            if width < plot.width() - 8:
                y = plot.top() + share * plot.height() + metrics.capHeight() / 2
                at = QPointF(plot.center().x() - width / 2, y)
                draw_text(painter, at, text, NAME_SIZE, "muted")
                break


def _paint_line(painter: QPainter, curve: Curve) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(curve_pen(curve))
    painter.drawPolyline(polygon(*curve.line))
