"""The three intervals as bars on the π axis, one below another, each with its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PyQt5.QtCore import QLineF, QPointF, QRectF, Qt
from PyQt5.QtGui import QPainter, QPen, QPolygonF
from PyQt5.QtWidgets import QWidget

from core.interval_set import IntervalSet
from core.scientific import format_number, format_probability
from gui.i18n import Retranslated, translate
from gui.labs import intervals_words as words
from gui.labs.still_picture import StillPicture
from gui.labs.table_words import LEFT, RIGHT, draw_cell, fitting, row_height
from gui.pace import Pace
from gui.plot_layout import AXIS_WIDTH, PADDING, RIGHT_MARGIN
from gui.still_text import text_width
from gui.theme import look

if TYPE_CHECKING:
    from core.intervals import Interval
    from core.snapshot import Snapshot

SIZE = 12
GAP = 16
# Each row: the bar with its ticks, the hollow bar under it, the numbers, and some air.
BAR, TICK, HOLLOW = 5.0, 11.0, 4.0
BANDS = (14, 6, 4)
# The same without hollow bars, in a room where the type is large beside the window.
TIGHT = (9, 0, 2)
SAMPLES = ("0.8888", "0.8888", "0.8888", "0.08888")


@dataclass(frozen=True)
class Shown:
    """What the rows show apart from π."""

    own: IntervalSet | None
    more: IntervalSet | None
    axis: tuple[float, float]


class IntervalRows(Retranslated, StillPicture):
    """Names, bars and numbers; the line of the current π runs through the bars."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intervalRows")
        self._shown = Shown(None, None, (0.0, 1.0))
        self._pi = self._said_pi = 0.5
        self._numbers: list[tuple[str, ...]] = []
        self._rights: list[float] = []
        self._bands = BANDS
        self._heads: tuple[str, ...] = ()
        self._pace = Pace(self, self._say)

    def render_snapshot(
        self, snapshot: Snapshot, own: IntervalSet | None, more: IntervalSet | None
    ) -> None:
        """Show a snapshot and its intervals."""
        shown = Shown(own, more, snapshot.state.interval)
        before, self._pi = self._pi, snapshot.pi
        if shown != self._shown:
            self._shown = shown
            self.fit()
        elif before != self._pi:
            for pi in (before, self._pi):
                self.update(self._line(pi).adjusted(-2, 0, 2, 0).toAlignedRect())
            self._pace.ask()

    def _say(self) -> None:
        # The line runs on with each event; the words follow at their pace.
        self._said_pi = self._pi
        left = self._rights[-2] if self._rights else 0.0
        self.update(QRectF(left, 0, self.width() - left, self.height()).toAlignedRect())

    def fit(self) -> None:
        """Fit everything to the size, the look and the language of the moment."""
        self._said_pi = self._pi
        self._place_columns()
        self.paint_anew()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setAccessibleName(translate("Intervals lab", "The three intervals"))
        self.fit()

    # Geometry ------------------------------------------------------------------------------

    def set_tight(self, tight: bool) -> None:
        """Do with as little height as possible, or show everything."""
        self._bands = TIGHT if tight else BANDS

    def full_height(self) -> int:
        """The height that the rows need."""
        return row_height(SIZE) + 3 * self._row_height() + look().px(2)

    def _row_height(self) -> int:
        return self._bar_band() + self._hollow_band() + row_height(SIZE) + look().px(self._bands[2])

    def _bar_band(self) -> int:
        return look().px(self._bands[0])

    def _hollow_band(self) -> int:
        return look().px(self._bands[1])

    def _top(self, i: int) -> int:
        return row_height(SIZE) + i * self._row_height()

    def axis(self) -> tuple[float, float]:
        """Where the π axis begins and ends, in pixels."""
        px = look().px
        return float(px(AXIS_WIDTH)), float(self.width() - px(RIGHT_MARGIN))

    def x_of(self, pi: float) -> float:
        """The horizontal pixel of π."""
        (left, right), (low, high) = self.axis(), self._shown.axis
        return left + (pi - low) / (high - low) * (right - left)

    def bar(self, i: int) -> QRectF:
        """The bar of an interval as far as it is in sight; without an end it has no width."""
        own = self._shown.own
        if own is None:
            return QRectF()
        return self._stretch(own.all()[i], self._top(i) + self._bar_band() / 2, BAR)

    def _stretch(self, interval: Interval, middle: float, thick: float) -> QRectF:
        left, right = self.axis()
        start = min(right, max(left, self.x_of(interval.low)))
        end = min(right, max(left, self.x_of(interval.high)))
        tall = look().px(thick)
        return QRectF(start, middle - tall / 2, max(0.0, end - start), tall)

    def _line(self, pi: float) -> QRectF:
        wide = max(2, look().px(1.8))
        top = self._top(0)
        return QRectF(round(self.x_of(pi) - wide / 2), top, wide, self.height() - top)

    def _names_beside_bars(self) -> bool:
        """Whether the names have room before the axis; else they stand before the numbers."""
        if not self._hollow_band():
            return False
        room = self.axis()[0] - look().px(PADDING) - look().px(6)
        return all(text_width(name, SIZE, strong=True) <= room for name in words.names())

    def _place_columns(self) -> None:
        """Put the columns as far apart as there is room, the hundredfold's away where none is."""
        px, shown = look().px, self._shown
        own, more = shown.own, shown.more
        self._numbers = []
        if own is not None:
            others: tuple[Interval | None, ...] = more.all() if more else (None,) * 3
            pairs = zip(own.all(), others, strict=True)
            self._numbers = [words.numbers(mine, other) for mine, other in pairs]
        start = px(PADDING) + max(text_width(name, SIZE, strong=True) for name in words.names())
        verdicts = (
            f"{words.OUTSIDE} {translate('Intervals lab', 'outside')}",
            f"{words.INSIDE} {translate('Intervals lab', 'inside')}",
            "π = 0.888",
        )
        last = max(text_width(text, SIZE, strong=True) for text in verdicts)
        room = self.width() - px(RIGHT_MARGIN) - start - last
        for heads in words.heads():
            columns = list(zip(heads, SAMPLES, *self._numbers, strict=True))
            widths = [max(text_width(text, SIZE) for text in texts) for texts in columns]
            if sum(widths) + px(GAP) * (len(widths) + 1) <= room:
                break
        self._heads = heads
        while sum(widths) + px(GAP) * (len(widths) + 1) > room and len(widths) > 1:
            widths.pop()
        spare = max(0.0, room - sum(widths)) / (len(widths) + 1)
        rights = []
        for wide in widths:
            start += spare + wide
            rights.append(start)
        self._rights = [*rights, self.width() - px(RIGHT_MARGIN)]

    def _number_cell(self, i: int, column: int) -> QRectF:
        """The cell of a number; row −1 holds the heads."""
        px = look().px
        top = 0 if i < 0 else self._top(i) + self._bar_band() + self._hollow_band()
        right = self._rights[column]
        left = self._rights[column - 1] if column else px(PADDING)
        return QRectF(left, top, right - left, row_height(SIZE))

    # Painting ------------------------------------------------------------------------------

    def paint_live(self, painter: QPainter) -> None:
        """Paint the line of π, and which of the intervals hold it."""
        own, (low, high) = self._shown.own, self._shown.axis
        if own is None:
            return
        if low <= self._pi <= high:
            self._paint_line(painter)
        last = len(self._rights) - 1
        cell = self._number_cell(-1, last)
        draw_cell(painter, cell, self._head(), SIZE, strong=True, align=RIGHT)
        for i, interval in enumerate(own.all()):
            text = words.verdict(interval, self._said_pi)
            draw_cell(painter, self._number_cell(i, last), text, SIZE, align=RIGHT)

    def _head(self) -> str:
        full, short = format_probability(self._said_pi, 2), format_number(self._said_pi, 2)
        room = self._number_cell(-1, len(self._rights) - 1).width() - look().px(GAP) / 2
        return fitting((f"π = {full}", f"π ≈ {short}", "π"), room, SIZE, strong=True)

    def _paint_line(self, painter: QPainter) -> None:
        """The line of π beside the bars, interrupted where numbers stand."""
        colour, tall = look().colour("current"), self._bar_band() + self._hollow_band()
        line = self._line(self._pi)
        for i in range(3):
            piece = QRectF(line.left(), self._top(i), line.width(), tall)
            painter.fillRect(piece, colour)

    def paint_still(self, painter: QPainter) -> None:
        """Paint names, bars and numbers."""
        own, more = self._shown.own, self._shown.more
        if own is not None:
            for column, text in enumerate(self._heads[: len(self._rights) - 1]):
                cell = self._number_cell(-1, column)
                draw_cell(painter, cell, text, SIZE, "muted", align=RIGHT)
            for i, interval in enumerate(own.all()):
                self._paint_row(painter, i, interval)
                if more is not None and self._hollow_band():
                    self._paint_hollow(painter, i, more.all()[i])

    def _paint_row(self, painter: QPainter, i: int, interval: Interval) -> None:
        px = look().px
        for column, text in enumerate(self._numbers[i][: len(self._rights) - 1]):
            draw_cell(painter, self._number_cell(i, column), text, SIZE, align=RIGHT)
        left, right = self.axis()
        name = self._number_cell(i, 0)
        name.setLeft(px(PADDING))
        if self._names_beside_bars():
            name.moveTop(
                self._top(i) + (self._bar_band() + self._hollow_band() - name.height()) / 2
            )
        draw_cell(painter, name, words.names()[i], SIZE, strong=True, align=LEFT)
        middle = self._top(i) + self._bar_band() / 2
        painter.fillRect(QRectF(left, round(middle), right - left, 1), look().colour("rule"))
        self._paint_bar(painter, interval, middle, dashed=i == 0)

    def _paint_bar(
        self, painter: QPainter, interval: Interval, middle: float, *, dashed: bool
    ) -> None:
        """A bar with an end tick where it ends in sight, and an arrow where it goes on."""
        value, (low, high) = look(), self._shown.axis
        role = "muted" if dashed else "curve"
        bar = self._stretch(interval, middle, BAR)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(value.colour(role), value.px(BAR))
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        if dashed:
            pen.setDashPattern([1.6, 0.8])
        painter.setPen(pen)
        if bar.width() > 0 and interval.high > low and interval.low < high:
            painter.drawLine(QLineF(bar.left(), middle, bar.right(), middle))
        reach = min(value.px(TICK), self._bar_band() - 2) / 2
        painter.setPen(QPen(value.colour(role), 2 * value.scale))
        for end, step in ((interval.low, -1), (interval.high, 1)):
            if low <= end <= high:
                x = self.x_of(end)
                painter.drawLine(QLineF(x, middle - reach, x, middle + reach))
            elif (end - (low if step < 0 else high)) * step > 0:
                self._paint_arrow(painter, QPointF(bar.left() if step < 0 else bar.right(), middle))

    def _paint_arrow(self, painter: QPainter, tip: QPointF) -> None:
        """The bar goes on beyond the axis."""
        value = look()
        left, _right = self.axis()
        size = value.px(6)
        step = -1 if tip.x() <= left else 1
        corners = ((step * 1.4 * size, 0.0), (0.0, -size), (0.0, size))
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(value.colour("warning"))
        painter.drawPolygon(QPolygonF([tip + QPointF(dx, dy) for dx, dy in corners]))
        painter.restore()

    def _paint_hollow(self, painter: QPainter, i: int, interval: Interval) -> None:
        value, (low, high) = look(), self._shown.axis
        px = value.px
        if interval.high < low or interval.low > high:
            return
        middle = self._top(i) + self._bar_band() + px(HOLLOW) / 2
        bar = self._stretch(interval, middle, HOLLOW)
        if bar.width() < 2:
            bar.adjust(-1, 0, 1, 0)
        painter.setPen(QPen(value.colour("curve"), value.scale))
        painter.setBrush(value.colour("card"))
        painter.drawRect(bar)
