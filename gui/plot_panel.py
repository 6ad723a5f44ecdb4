"""One of the three plots: its card, curves and optimum (still), and its current value (moving).

What stands still while π is dragged is drawn into the canvas' picture by `paint_ground` and by
pyqtgraph's items; what moves is painted over that picture by `paint_now`.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PyQt5.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PyQt5.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from gui import plot_series
from gui.i18n import translate
from gui.label_places import Polyline, crosses, place
from gui.plot_series import Series, height_now, letter, optimum_text, slope_now, value_text
from gui.theme import look
from gui.ticks import ticks

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# In the design's pixels.
AXIS_WIDTH = 84
RIGHT_MARGIN = 22
HEADER = 36
FOOTER = 10
PADDING = 20
TANGENT = 46
DOT = 5.5
DIAMOND = 6.5
LABEL_SIZE = 13
CHIP_HEIGHT = 23


class PlotPanel:
    """One plot of the stack.

    Attributes:
        kind: which of `plot_series.KINDS`.
        view_box: pyqtgraph's item that maps and clips the curves.
        curve: the curve itself; `ones` and `zeros` are its dashed parts.
        card: the card's rectangle in the stack's coordinates.
        plot: the rectangle of the axes.
    """

    def __init__(self, kind: str, scene: pg.GraphicsScene) -> None:
        self.kind = kind
        self.card = QRectF()
        self.plot = QRectF()
        self.shown: Series | None = None
        self.interval = (0.0, 1.0)
        self.y_range = (0.0, 1.0)
        self.view_box = pg.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self.view_box.disableAutoRange()
        self.curve = pg.PlotCurveItem(antialias=True)
        self.ones = pg.PlotCurveItem(antialias=True)
        self.zeros = pg.PlotCurveItem(antialias=True)
        for item in (self.ones, self.zeros, self.curve):
            self.view_box.addItem(item, ignoreBounds=True)
        scene.addItem(self.view_box)
        self._optimum: QPointF | None = None
        self._labels: list[tuple[QRectF, str, str]] = []
        self._title_right = 0.0
        self._now: _Now | None = None

    # Still ---------------------------------------------------------------------------------

    def set_geometry(self, card: QRectF) -> None:
        """Place the plot's card; the axes follow from it."""
        px = look().px
        self.card = card
        self.plot = card.adjusted(px(AXIS_WIDTH), px(HEADER), -px(RIGHT_MARGIN), -px(FOOTER))
        self.view_box.setGeometry(self.plot)

    def set_visible(self, visible: bool) -> None:
        """Show the plot, or leave its place to others."""
        self.view_box.setVisible(visible)

    def show_curves(self, snapshot: Snapshot) -> bool:
        """Bring the curves up to date with a snapshot.

        Returns:
            whether anything that stands still has changed.
        """
        new = plot_series.series(self.kind, snapshot)
        if new.same_as(self.shown):
            return False
        self.shown = new
        self.interval = snapshot.state.interval
        self.lay_out(snapshot)
        return True

    def lay_out(self, snapshot: Snapshot) -> None:
        """Fit range, curves and labels to the plot's size, theme and language."""
        shown, value = self.shown, look()
        if shown is None or self.plot.height() <= 0:
            return
        self.y_range = self._range(shown)
        self.view_box.setRange(xRange=self.interval, yRange=self.y_range, padding=0)
        low, high = self.y_range
        span = high - low
        for item, y, role, width, style in (
            (self.curve, shown.y, "curve", 2.2, Qt.SolidLine),
            (self.ones, shown.ones, "ones", 1.4, Qt.CustomDashLine),
            (self.zeros, shown.zeros, "zeros", 1.4, Qt.CustomDashLine),
        ):
            if y is None or not snapshot.n and shown.kind == plot_series.CROSS_ENTROPY:
                item.setData([], [])
                continue
            pen = pg.mkPen(value.colour(role), width=width * value.scale, style=style)
            if style == Qt.CustomDashLine:
                pen.setDashPattern([3.5, 2.5])
            # Where a curve runs off to ±∞ it leaves the plot; a little outside is far enough.
            item.setData(shown.x, np.clip(y, low - span, high + span))
            item.setPen(pen)
        self._title_right = self._measure_title(snapshot)
        self._place_labels(shown, snapshot)
        self._now = None

    def _range(self, shown: Series) -> tuple[float, float]:
        """The values at the bottom and the top of the plot: room for labels, in pixels."""
        px = look().px
        height = self.plot.height()
        above = px(30) if shown.kind == plot_series.LIKELIHOOD else px(9)
        below = px(5)
        unit = (shown.high - shown.low) / max(1.0, height - above - below)
        return shown.low - below * unit, shown.high + above * unit

    def x_of(self, pi: float) -> float:
        """The horizontal pixel of π."""
        low, high = self.interval
        return self.plot.left() + (pi - low) / (high - low) * self.plot.width()

    def y_of(self, value: float) -> float:
        """The vertical pixel of a value; clipped to a little outside the plot."""
        low, high = self.y_range
        share = min(2.0, max(-1.0, (value - low) / (high - low)))
        return self.plot.bottom() - share * self.plot.height()

    def _polyline(self, shown: Series, y: np.ndarray | None) -> Polyline | None:
        if y is None or not np.isfinite(y).any():
            return None
        low, high = self.y_range
        share = np.clip((y - low) / (high - low), -1.0, 2.0)
        first, last = self.interval
        x = self.plot.left() + (shown.x - first) / (last - first) * self.plot.width()
        return x, self.plot.bottom() - share * self.plot.height()

    def _place_labels(self, shown: Series, snapshot: Snapshot) -> None:
        value, px = look(), look().px
        self._labels = []
        self._optimum = None
        lines = [
            line
            for y in (shown.y, shown.ones, shown.zeros)
            if (line := self._polyline(shown, y)) is not None
        ]
        frame = self.plot.adjusted(0, -px(4), 0, 0)
        taken: list[QRectF] = []
        best = snapshot.optimum
        low, high = self.interval
        if best is not None and shown.optimum is not None and low <= best.pi <= high:
            self._optimum = QPointF(self.x_of(best.pi), self.y_of(shown.optimum))
            around = px(DIAMOND) + 2.0
            taken.append(
                QRectF(self._optimum.x() - 2, self.plot.top(), 4, self.plot.height())
            )
            taken.append(
                QRectF(self._optimum, QSizeF()).adjusted(-around, -around, around, around)
            )
            text = optimum_text(self.kind, snapshot)
            metrics = value.text_metrics(LABEL_SIZE, strong=True)
            size = QSizeF(metrics.horizontalAdvance(text) + px(4), metrics.height())
            # Above the curve in the plots whose optimum is the curve's own end of the range.
            offset = {plot_series.LIKELIHOOD: -px(14), plot_series.LOG_LIKELIHOOD: px(16)}.get(
                self.kind, -px(16)
            )
            anchor = self._optimum + QPointF(0, offset)
            rect = place(anchor, size, frame, px(11), lines, taken)
            if rect is not None:
                self._labels.append((rect, text, "optimum"))
                taken.append(rect)
        self._place_infinity_cues(shown, lines, taken)
        self._place_part_labels(shown, frame, lines, taken)
        if shown.kind == plot_series.CROSS_ENTROPY and not snapshot.n:
            text = translate("Plots", "undefined: there are no observations")
            self._centred_label(text, taken)

    def _place_part_labels(
        self, shown: Series, frame: QRectF, lines: list[Polyline], taken: list[QRectF]
    ) -> None:
        """Name the dashed curves beside themselves; a name that finds no free place is left out."""
        value, px = look(), look().px
        metrics = value.text_metrics(LABEL_SIZE - 1)
        for y, text, role in (
            (shown.ones, translate("Plots", "ones' part"), "ones"),
            (shown.zeros, translate("Plots", "zeros' part"), "zeros"),
        ):
            line = self._polyline(shown, y)
            if line is None or not y.any():  # type: ignore[union-attr]
                continue
            size = QSizeF(metrics.horizontalAdvance(text) + px(4), metrics.height())
            rect = self._free_place_along(line, size, frame, lines, taken)
            if rect is not None:
                self._labels.append((rect, text, role))
                taken.append(rect)

    def _place_infinity_cues(
        self, shown: Series, lines: list[Polyline], taken: list[QRectF]
    ) -> None:
        """Where the curve runs off to ±∞ at π = 0 or 1: an arrow and the sign, beside it."""
        if shown.kind == plot_series.LIKELIHOOD or self.interval != (0.0, 1.0):
            return
        px = look().px
        metrics = look().text_metrics(LABEL_SIZE - 1)
        for value, at_left in ((shown.y[0], True), (shown.y[-1], False)):
            if not math.isinf(value):
                continue
            text = "↓ −∞" if value < 0 else "↑ ∞"
            size = QSizeF(metrics.horizontalAdvance(text) + 4, metrics.height())
            top = self.plot.bottom() - size.height() if value < 0 else self.plot.top()
            for step in range(30):
                x = px(3) + step * 4.0
                left = self.plot.left() + x if at_left else self.plot.right() - x - size.width()
                rect = QRectF(QPointF(left, top), size)
                wide = rect.adjusted(-3, -1, 3, 1)
                if not any(wide.intersects(other) for other in taken) and not any(
                    crosses(wide, line) for line in lines
                ):
                    self._labels.append((rect, text, "muted"))
                    taken.append(rect)
                    break

    def _free_place_along(
        self,
        line: Polyline,
        size: QSizeF,
        frame: QRectF,
        lines: list[Polyline],
        taken: list[QRectF],
    ) -> QRectF | None:
        for share in (0.3, 0.42, 0.2, 0.55, 0.12, 0.66, 0.8, 0.9, 0.05):
            x = self.plot.left() + share * self.plot.width()
            y = float(np.interp(x, *line))
            for above in (True, False):
                for distance in (5, 9, 14):
                    top = y - distance - size.height() if above else y + distance
                    rect = QRectF(QPointF(x - size.width() / 2, top), size)
                    wide = rect.adjusted(-2, -2, 2, 2)
                    if (
                        frame.contains(rect)
                        and not any(wide.intersects(other) for other in taken)
                        and not any(crosses(wide, other) for other in lines)
                    ):
                        return rect
        return None

    def _centred_label(self, text: str, taken: list[QRectF]) -> None:
        metrics = look().text_metrics(LABEL_SIZE - 1)
        rect = QRectF(0, 0, metrics.horizontalAdvance(text) + 4, metrics.height())
        rect.moveCenter(self.plot.center())
        self._labels.append((rect, text, "muted"))
        taken.append(rect)

    @property
    def labels(self) -> list[tuple[QRectF, str, str]]:
        """The still labels: rectangle, text and colour role."""
        return list(self._labels)

    def title_text(self) -> str:
        """The plot's heading: its name and what is drawn."""
        symbol = self.shown.symbol if self.shown else ""
        return f"{plot_series.title(self.kind)} {symbol}"

    def _measure_title(self, snapshot: Snapshot) -> float:
        """Where the heading ends: the current value's sign stays to the right of it."""
        value, px = look(), look().px
        right = self.card.left() + px(PADDING)
        strong = value.text_metrics(14, strong=True)
        right += strong.horizontalAdvance(self.title_text())
        unit = self._unit(snapshot)
        if unit:
            right += px(8) + value.text_metrics(12).horizontalAdvance(unit)
        return right

    def _unit(self, snapshot: Snapshot) -> str:
        return "" if self.kind == plot_series.LIKELIHOOD else unit_text(snapshot)

    def paint_ground(self, painter: QPainter, snapshot: Snapshot) -> None:
        """Paint the card, the heading, the grid and the tick labels."""
        value, px = look(), look().px
        painter.setRenderHint(QPainter.Antialiasing)
        painter.setPen(QPen(value.colour("rule"), 1))
        painter.setBrush(value.colour("card"))
        painter.drawRoundedRect(self.card.adjusted(0.5, 0.5, -0.5, -0.5), px(10), px(10))
        painter.setFont(value.text_font(14, strong=True))
        painter.setPen(value.colour("current"))
        baseline = self.card.top() + px(25)
        painter.drawText(QPointF(self.card.left() + px(PADDING), baseline), self.title_text())
        unit = self._unit(snapshot)
        if unit:
            font = value.text_font(12)
            painter.setFont(font)
            painter.setPen(value.colour("muted"))
            left = self._title_right - QFontMetricsF(font).horizontalAdvance(unit)
            painter.drawText(QPointF(left, baseline), unit)
        self._paint_grid(painter)

    def _paint_grid(self, painter: QPainter) -> None:
        value, px, shown = look(), look().px, self.shown
        if shown is None:
            return
        parts = max(2, int(self.plot.height() / px(46)))
        # Ticks where the curve lives: the room for labels above it stays unlabelled.
        values, texts = ticks(shown.low, shown.high, parts, shown.exponent10)
        font = value.text_font(12)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for at, text in zip(values, texts, strict=True):
            y = self.y_of(at)
            painter.setPen(QPen(value.colour("rule"), 1))
            painter.drawLine(QLineF(self.plot.left(), y, self.plot.right(), y))
            painter.setPen(value.colour("muted"))
            painter.drawText(
                QPointF(
                    self.plot.left() - px(10) - metrics.horizontalAdvance(text),
                    y + metrics.capHeight() / 2,
                ),
                text,
            )

    def paint_optimum(self, painter: QPainter) -> None:
        """Paint what marks the optimum, and the labels, over the curves."""
        value = look()
        painter.setRenderHint(QPainter.Antialiasing)
        if self._optimum is not None:
            colour = value.colour("optimum")
            pen = QPen(colour, 1.6 * value.scale)
            pen.setDashPattern([1.6, 1.8])
            painter.setPen(pen)
            x = self._optimum.x()
            painter.drawLine(QLineF(x, self.plot.top(), x, self.plot.bottom()))
            size = DIAMOND * value.scale
            painter.setPen(QPen(value.colour("card"), 1.6 * value.scale))
            painter.setBrush(colour)
            painter.drawPolygon(
                QPolygonF(
                    [self._optimum + QPointF(dx * size, dy * size)
                     for dx, dy in ((0, -1), (1, 0), (0, 1), (-1, 0))]
                )
            )
        self.paint_labels(painter)
    def paint_labels(self, painter: QPainter) -> None:
        """Paint the still labels."""
        value = look()
        for rect, text, role in self._labels:
            strong = role == "optimum"
            painter.setFont(value.text_font(LABEL_SIZE if strong else LABEL_SIZE - 1, strong=strong))
            painter.setPen(value.colour(role))
            painter.drawText(rect, Qt.AlignCenter, text)

    # Moving --------------------------------------------------------------------------------

    def move_to(self, snapshot: Snapshot) -> QRectF:
        """Bring the current value up to date.

        Returns:
            the rectangle that must be painted again.
        """
        old = self._now.bounds if self._now else QRectF()
        self._now = self._locate(snapshot)
        return old.united(self._now.bounds) if self._now else old

    @property
    def dot(self) -> QPointF | None:
        """Where the current value's dot stands; None if it is not in sight."""
        return self._now.dot if self._now else None

    @property
    def line_x(self) -> float | None:
        """Where the line of the current π stands; None if π is out of sight."""
        return self._now.x if self._now else None

    @property
    def chip(self) -> tuple[QRectF, str] | None:
        """The current value's sign: its rectangle and text."""
        return (self._now.chip, self._now.text) if self._now else None

    def _locate(self, snapshot: Snapshot) -> _Now | None:
        shown, value, px = self.shown, look(), look().px
        low, high = self.interval
        if shown is None or not low <= snapshot.pi <= high:
            return None
        x = self.x_of(snapshot.pi)
        height = height_now(shown, snapshot)
        text = f"{letter(self.kind)} = {value_text(self.kind, snapshot)}"
        metrics = value.text_metrics(LABEL_SIZE, strong=True)
        width = metrics.horizontalAdvance(text) + px(20)
        left = min(self.card.right() - px(8) - width, x - width / 2)
        left = max(left, self._title_right + px(10))
        chip = QRectF(left, self.card.top() + px(7), width, px(CHIP_HEIGHT))
        dot = arrow = tangent = None
        if not math.isnan(height):
            bottom, top = self.y_range
            if bottom <= height <= top:
                dot = QPointF(x, self.y_of(height))
                tangent = self._tangent(dot, slope_now(shown, snapshot))
            else:
                arrow = -1 if height < bottom else 1
        return _Now(x, self.plot, dot, arrow, tangent, chip, text, value.scale)

    def _tangent(self, dot: QPointF, slope: float) -> QLineF | None:
        """A short piece of the tangent, the same length in pixels whatever the slope."""
        if not math.isfinite(slope):
            return None
        low, high = self.interval
        bottom, top = self.y_range
        dy = -slope * (high - low) / (top - bottom) * self.plot.height() / self.plot.width()
        length = math.hypot(1.0, dy)
        half = look().px(TANGENT) / length if math.isfinite(length) else 0.0
        step = QPointF(half, half * dy) if half else QPointF(0.0, look().px(TANGENT))
        return QLineF(dot - step, dot + step)

    def paint_now(self, painter: QPainter) -> None:
        """Paint the line, the tangent, the dot and the sign of the current value."""
        now, value, px = self._now, look(), look().px
        if now is None:
            return
        colour = value.colour("current")
        painter.setRenderHint(QPainter.Antialiasing)
        line_width = 1.8 * value.scale
        painter.setPen(QPen(colour, line_width))
        for start, end in self._line_pieces(now.x):
            painter.drawLine(QLineF(now.x, start, now.x, end))
        joint = self.plot.top() - px(3)
        if not now.chip.left() <= now.x <= now.chip.right():
            painter.setPen(QPen(colour, value.scale))
            elbow = now.chip.left() + px(12)
            painter.drawPolyline(
                QPolygonF(
                    [QPointF(now.x, self.plot.top()), QPointF(now.x, joint),
                     QPointF(elbow, joint), QPointF(elbow, now.chip.bottom())]
                )
            )
        else:
            painter.drawLine(QLineF(now.x, now.chip.bottom(), now.x, self.plot.top()))
        if now.tangent is not None:
            painter.save()
            painter.setClipRect(self.plot, Qt.IntersectClip)
            painter.setPen(QPen(value.colour("muted"), 2.4 * value.scale))
            painter.drawLine(now.tangent)
            painter.restore()
        ring = QPen(value.colour("card"), 2.2 * value.scale)
        painter.setBrush(colour)
        if now.dot is not None:
            painter.setPen(ring)
            size = DOT * value.scale + 1.0
            painter.drawEllipse(now.dot, size, size)
        elif now.arrow:
            painter.setPen(ring)
            painter.drawPath(self._arrow(now.x, now.arrow))
        painter.setPen(Qt.NoPen)
        painter.setBrush(colour)
        painter.drawRoundedRect(now.chip, px(5), px(5))
        painter.setPen(value.colour("card"))
        painter.setFont(value.text_font(LABEL_SIZE, strong=True))
        painter.drawText(now.chip, Qt.AlignCenter, now.text)

    def _arrow(self, x: float, direction: int) -> QPainterPath:
        """A triangle at the edge behind which the curve is."""
        px = look().px
        edge = self.plot.top() if direction > 0 else self.plot.bottom()
        back = edge + direction * px(11)
        path = QPainterPath(QPointF(x, edge))
        path.lineTo(x + px(7), back)
        path.lineTo(x - px(7), back)
        path.closeSubpath()
        return path

    def _line_pieces(self, x: float) -> list[tuple[float, float]]:
        """The parts of the current line, which leaves the labels readable."""
        gaps = sorted(
            (rect.top(), rect.bottom())
            for rect, _text, _role in self._labels
            if rect.left() - 3 <= x <= rect.right() + 3
        )
        pieces, start = [], self.plot.top()
        for top, bottom in gaps:
            if top > start:
                pieces.append((start, top))
            start = max(start, bottom)
        if self.plot.bottom() > start:
            pieces.append((start, self.plot.bottom()))
        return pieces


class _Now:
    """Where the current value's marks stand, in pixels."""

    __slots__ = ("arrow", "bounds", "chip", "dot", "tangent", "text", "x")

    def __init__(
        self,
        x: float,
        plot: QRectF,
        dot: QPointF | None,
        arrow: int | None,
        tangent: QLineF | None,
        chip: QRectF,
        text: str,
        scale: float,
    ) -> None:
        self.x, self.dot, self.arrow = x, dot, arrow
        self.tangent, self.chip, self.text = tangent, chip, text
        reach = (TANGENT + 4) * scale if tangent is not None else (DOT + 6) * scale
        self.bounds = QRectF(x - reach, plot.top() - 4, 2 * reach, plot.height() + 8).united(
            chip.adjusted(-2, -2, 2, 2)
        )
        if not chip.left() <= x <= chip.right():
            self.bounds = self.bounds.united(QRectF(x - 2, plot.top() - 8, chip.left() - x, 10))


def unit_text(snapshot: Snapshot) -> str:
    """The unit of ℓ and BCE."""
    return (
        translate("Plots", "nats")
        if snapshot.state.log_base.name == "NATS"
        else translate("Plots", "bits")
    )
