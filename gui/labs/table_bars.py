"""A column of the table as bars: how probable each of the data is at the current π."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QPointF, QRectF, Qt, pyqtSignal
from PyQt5.QtGui import QColor, QMouseEvent, QPainter, QPen
from PyQt5.QtWidgets import QWidget

from core import probability_table as table
from core.scientific import format_number, format_probability
from gui.i18n import Retranslated, translate
from gui.labs.still_picture import StillPicture
from gui.labs.table_layout import SIZE, Shown, label_of
from gui.labs.table_words import MIDDLE, RIGHT, draw_cell, fitting, row_height
from gui.plot_layout import AXIS_WIDTH, PADDING, RIGHT_MARGIN, TICK_SIZE, TITLE_SIZE
from gui.plot_painter import GRID_GAP, paint_card
from gui.theme import look
from gui.ticks import ticks

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# Where the axis may end: it does not breathe with each frame.
TOPS = (0.3, 0.6, 1.0)
SOFT, STRONG = 60, 150


def bar_texts(probability: float) -> tuple[str, ...]:
    """What stands over a bar, the fullest form first."""
    if probability in (0.0, 1.0):
        return (format_probability(probability),)
    return tuple(format_number(probability, digits) for digits in (3, 2, 1))


class TableBars(Retranslated, StillPicture):
    """The distribution over the data; a click takes a bar's row.

    Signals:
        row_chosen: the user wants this row.
    """

    row_chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tableBars")
        self._shown = Shown(2, 0, "columns")
        self._values: list[float] = [0.25] * 4
        self._top = 1.0

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot."""
        lab = snapshot.state.lab
        row = min(lab.table_row, len(table.rows(lab.table_n)) - 1)
        shown = Shown(lab.table_n, row, "columns")
        values = table.probabilities(lab.table_n, snapshot.pi)
        top = next(top for top in TOPS if max(values) <= top or top == TOPS[-1])
        if (shown, top) != (self._shown, self._top):
            self._shown, self._values, self._top = shown, values, top
            self.fit()
        elif values != self._values:
            self._values = values
            self.update(self._moving())

    def fit(self) -> None:
        """Paint everything anew, in the size, the look and the language of the moment."""
        self.paint_anew()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setAccessibleName(translate("Table lab", "Distribution over the data"))
        self.setToolTip(translate("Table lab", "Click a bar: its row"))
        self.fit()

    # Geometry ------------------------------------------------------------------------------

    @property
    def plot(self) -> QRectF:
        """The rectangle of the axes."""
        px = look().px
        above = max(px(36), row_height(TITLE_SIZE) + px(6)) + row_height(SIZE)
        below = row_height(SIZE) + px(7)
        return QRectF(self.rect()).adjusted(px(AXIS_WIDTH), above, -px(RIGHT_MARGIN), -below)

    def _moving(self) -> QRectF:
        plot = self.plot.adjusted(-2, -row_height(SIZE), 2, 2)
        return plot.toAlignedRect()

    def slot(self, i: int) -> QRectF:
        """The strip of a row: its bar, the number above and the name below."""
        plot, count = self.plot, len(self._shown.rows)
        wide = plot.width() / count
        return QRectF(plot.left() + i * wide, plot.top(), wide, plot.height())

    def bar(self, i: int) -> QRectF:
        """The bar of a row."""
        slot = self.slot(i)
        side = max(1.0, min(slot.width() * 0.16, look().px(24)))
        tall = self._values[i] / self._top * slot.height()
        return QRectF(slot.left() + side, slot.bottom() - tall, slot.width() - 2 * side, tall)

    # Painting ------------------------------------------------------------------------------

    def paint_live(self, painter: QPainter) -> None:
        """Paint the bars."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for i in range(len(self._shown.rows)):
            self._paint_bar(painter, i)

    def _paint_bar(self, painter: QPainter, i: int) -> None:
        value = look()
        chosen = i == self._shown.row
        bar, slot = self.bar(i), self.slot(i)
        if bar.height() >= 1.0:
            colour = QColor(value.colour("curve"))
            colour.setAlpha(STRONG if chosen else SOFT)
            painter.setBrush(colour)
            painter.setPen(QPen(value.colour("curve"), (2.2 if chosen else 1.2) * value.scale))
            painter.drawRect(bar)
        text = fitting((*bar_texts(self._values[i]), ""), slot.width() - 2, SIZE, strong=chosen)
        tall = row_height(SIZE)
        over = QRectF(slot.left(), bar.top() - tall, slot.width(), tall)
        draw_cell(painter, over, text, SIZE, strong=chosen, align=MIDDLE)

    def paint_still(self, painter: QPainter) -> None:
        """Paint the card, its heading, the axis and the names."""
        value, px, plot = look(), look().px, self.plot
        paint_card(painter, QRectF(self.rect()))
        tall = max(px(36), row_height(TITLE_SIZE) + px(6))
        head = QRectF(px(PADDING), 0, self.width() - 2 * px(PADDING), tall)
        titles = (
            translate("Table lab", "Distribution over the data at the current π: the sum is 1"),
            translate("Table lab", "Distribution over the data"),
        )
        title = fitting(titles, head.width(), TITLE_SIZE, strong=True)
        draw_cell(painter, head, title, TITLE_SIZE, strong=True)
        parts = max(2, int(plot.height() / (1.6 * row_height(TICK_SIZE))))
        marks = ticks(0.0, self._top, min(5, parts))
        for at, text in zip(marks.values, marks.texts, strict=True):
            y = plot.bottom() - at / self._top * plot.height()
            painter.fillRect(QRectF(plot.left(), round(y), plot.width(), 1), value.colour("rule"))
            cell = QRectF(0, y - px(10), plot.left() - px(GRID_GAP), px(20))
            draw_cell(painter, cell, text, TICK_SIZE, "muted", align=RIGHT)
        self._paint_names(painter)

    def _paint_names(self, painter: QPainter) -> None:
        """Name the data under the bars."""
        rows, plot = self._shown.rows, self.plot
        top, tall = plot.bottom() + look().px(4), row_height(SIZE)
        word = translate("Table lab", "data") if rows[0].word else "k"
        cell = QRectF(0, top, plot.left() - look().px(GRID_GAP), tall)
        draw_cell(painter, cell, word, SIZE, "muted", align=RIGHT)
        for i, row in enumerate(rows):
            chosen = i == self._shown.row
            slot = self.slot(i)
            cell = QRectF(slot.left(), top, slot.width(), tall)
            role = "current" if chosen else "muted"
            draw_cell(painter, cell, label_of(row), SIZE, role, strong=chosen, align=MIDDLE)

    # Mouse ---------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Take the bar's row."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        place = QPointF(event.localPos().x(), self.plot.center().y())
        for i in range(len(self._shown.rows)):
            if self.slot(i).contains(place):
                self.row_chosen.emit(i)
                return
