"""How the table of examples looks: headings, rows, and what of them follows w and b."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QPainter, QPen

from core import logistic
from gui.i18n import translate
from gui.labs.table_words import LEFT, RIGHT, draw_cell, fitting, wrapped
from gui.model.example_words import loss_texts, prediction_texts, tail_at, tail_in_unit
from gui.model.table_caret import X
from gui.model.table_columns import (
    BAR_HEIGHT,
    GAP,
    HEADING,
    INSET,
    SIZE,
    Columns,
    loss_heading,
    prediction_headings,
)
from gui.model.x_text import cell_texts, decimals_for
from gui.still_text import text_width
from gui.theme import look
from gui.tile_painter import FULL_BAR

if TYPE_CHECKING:
    from core.model_snapshot import ModelSnapshot
    from core.snapshot import Snapshot
    from gui.model.table_caret import TableCaret

NEAR_ONE = 0.99


@dataclass(frozen=True)
class Marks:
    """What is marked in the table.

    Attributes:
        caret: where it stands.
        focused: whether keys act here.
        pointed: the row that is pointed at, here or elsewhere; −1 for none.
        edited: the row whose x is being typed; −1 for none.
    """

    caret: TableCaret
    focused: bool
    pointed: int
    edited: int


class ExamplesPainter:
    """Paints the rows that are to be seen, and of them only what is dirty.

    Args:
        painter: paints.
        columns: where they stand.
        dirty: the rectangle that needs paint.
    """

    def __init__(self, painter: QPainter, columns: Columns, dirty: QRectF) -> None:
        self._painter, self._columns, self._dirty = painter, columns, dirty
        self._still = dirty.left() < columns.live
        self._reach = look().px(GAP) / 2

    def paint_headings(self, names: tuple[str, ...], *, shared: bool) -> None:
        """Paint the line of headings; of the names of x the first with room, or its beginning."""
        columns, painter = self._columns, self._painter
        if self._dirty.top() >= columns.header:
            return
        head = QRectF(0, 0, columns.width, columns.header)
        if self._still:
            x_cell = QRectF(columns.x[0], 0, columns.heading_room(), columns.header)
            draw_cell(painter, x_cell, x_heading(names, columns), HEADING, "muted")
            y_cell = QRectF(columns.chip, 0, columns.chip_width, columns.header)
            left = (y_cell.width() - text_width("y", HEADING)) / 2
            draw_cell(painter, y_cell.adjusted(left, 0, 0, 0), "y", HEADING, "muted")
        left, right = columns.prediction
        text = fitting(prediction_headings(shared=shared), right - left + 1, HEADING)
        cell = QRectF(left, 0, right - left, head.height())
        draw_cell(painter, cell, text, HEADING, "muted", align=RIGHT)
        cell = QRectF(0, 0, columns.loss[1], head.height())
        draw_cell(painter, cell, loss_heading(), HEADING, "muted", align=RIGHT)

    def paint_rows(self, snapshot: Snapshot, rows: range, marks: Marks) -> None:
        """Paint rows, the first of them right below the headings."""
        model = snapshot.model
        assert model is not None  # noqa: S101 - the table shows one
        if not rows:
            return
        data = model.state.data
        dirty, columns = self._dirty, self._columns
        lines = [
            line
            for line in range(len(rows))
            if columns.top(line) < dirty.bottom() and columns.top(line + 1) > dirty.top()
        ]
        if not lines:
            return
        first, last = rows[lines[0]], rows[lines[-1]] + 1
        labels = data.y[first:last].tolist()
        for line in lines:
            self._paint_ground(line, rows[line], rows[0], data.n, marks)
        if self._still:
            xs, decimals = data.x[first:last].tolist(), decimals_for(data.span)
            for line, x, y in zip(lines, xs, labels, strict=True):
                if rows[line] != marks.edited:
                    texts = cell_texts(x, decimals)
                    cell = columns.x_rect(line)
                    draw_cell(self._painter, cell, fitting(texts, cell.width(), SIZE), SIZE)
                self._paint_chip(line, y)
        self._paint_live(snapshot, model, lines, first, labels)
        if marks.focused and self._still and marks.caret.row in rows:
            self._paint_caret(rows.index(marks.caret.row), marks.caret.column)

    def _paint_ground(self, line: int, row: int, first: int, n: int, marks: Marks) -> None:
        columns, painter, value = self._columns, self._painter, look()
        place = QRectF(0, columns.top(line), columns.width, columns.row)
        chosen = marks.caret.placed and marks.caret.selects and row in marks.caret.rows(n)
        if row == marks.pointed or chosen:
            painter.fillRect(place, value.colour("control_hover" if chosen else "control"))
        if chosen:
            edge = QRectF(0, place.top(), value.px(3), place.height())
            painter.fillRect(edge, value.colour("ones"))
        if row != first:
            rule = QRectF(columns.x[0], place.top(), columns.loss[1] - columns.x[0], 1)
            painter.fillRect(rule, value.colour("rule"))

    def _paint_chip(self, line: int, y: int) -> None:
        painter, value = self._painter, look()
        rect = self._columns.chip_rect(line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(value.colour("ones" if y else "zeros"))
        painter.drawRoundedRect(rect, value.px(5), value.px(5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        role = "on_accent" if y else "on_zeros"
        left = rect.left() + (rect.width() - text_width("01"[y], SIZE, strong=True)) / 2
        cell = QRectF(left, rect.top(), rect.width(), rect.height())
        draw_cell(painter, cell, "01"[y], SIZE, role, strong=True)

    def _paint_live(
        self,
        snapshot: Snapshot,
        model: ModelSnapshot,
        lines: list[int],
        first: int,
        labels: list[int],
    ) -> None:
        """Paint predictions, bars and losses: what follows w and b."""
        columns, painter, value = self._columns, self._painter, look()
        last = first + len(lines)
        predictions = model.predictions(first, last).tolist()
        rests = _rests(model, first, last, predictions)
        losses = model.losses(first, last).tolist()
        xs = model.state.data.x[first:last].tolist()
        left, right = columns.bar
        bar_room, tall = right - left, value.px(BAR_HEIGHT)
        fills = (value.colour("zeros_soft"), value.colour("ones_soft"))
        cap = value.text_metrics(SIZE).capHeight()
        painter.setFont(value.text_font(SIZE))
        painter.setPen(value.colour("current"))
        for i, line in enumerate(lines):
            top = columns.top(line)
            baseline = top + (columns.row + cap) / 2
            tail = tail_at(model, xs[i])
            texts = prediction_texts(predictions[i], rests[i], tail)
            self._number(texts, columns.prediction, baseline)
            texts = loss_texts(snapshot.in_unit(losses[i]), tail_in_unit(snapshot, tail))
            self._number(texts, columns.loss, baseline)
            if bar_room > 0:
                bar = self._bar(losses[i], top + (columns.row - tall) / 2, tall)
                fill = fills[labels[i]]
                if losses[i] > FULL_BAR:
                    # A bar that is longer than its room has a gap.
                    begin, gap = value.px(6), value.px(3)
                    painter.fillRect(bar.adjusted(begin + gap, 0, 0, 0), fill)
                    bar.setWidth(begin)
                painter.fillRect(bar, fill)

    def _bar(self, loss: float, top: float, tall: float) -> QRectF:
        left, right = self._columns.bar
        wide = max(1.5 * look().scale, min(1.0, loss / FULL_BAR) * (right - left))
        return QRectF(right - wide, top, wide, tall)

    def _number(self, texts: list[str], column: tuple[float, float], baseline: float) -> None:
        """Paint a number that changes with each frame: it is not kept shaped."""
        # A long one may come close to its neighbour.
        right, room = column[1], column[1] - column[0] + self._reach
        for text in texts:
            wide = text_width(text, SIZE)
            if wide <= room:
                break
        self._painter.drawText(QPointF(right - wide, baseline), text)

    def _paint_caret(self, line: int, column: str) -> None:
        columns, painter, value = self._columns, self._painter, look()
        if column == X:
            rect = columns.x_rect(line).adjusted(1 - columns.x[0], 2, 0, -1)
        else:
            rect = columns.chip_rect(line).adjusted(-2.5, -2.5, 2.5, 2.5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(value.colour("current"), 1.6 * value.scale))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, value.px(5), value.px(5))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)


def _rests(model: ModelSnapshot, first: int, last: int, predictions: list[float]) -> list[float]:
    """1 − ŷ of each; near 1, where ŷ alone has lost the digits, worked out by itself."""
    if max(predictions) < NEAR_ONE:
        return [1.0 - prediction for prediction in predictions]
    x = model.state.data.x[first:last]
    return np.asarray(logistic.predict(x, -model.w, -model.b)).tolist()


def x_heading(names: tuple[str, ...], columns: Columns) -> str:
    """The first of the names of x that has room, or as much of the last as has."""
    room = columns.heading_room()
    text = fitting(names, room, HEADING)
    return look().text_metrics(HEADING).elidedText(text, Qt.TextElideMode.ElideRight, room)


def paint_empty(painter: QPainter, place: QRectF, *, locked: bool) -> None:
    """Say that there are no examples, and how there come to be some."""
    text = (
        translate("Model", "No examples.")
        if locked
        else translate("Model", "No examples. Add a point, paste two columns, or open a file.")
    )
    room = place.adjusted(look().px(INSET), look().px(8), -look().px(INSET), 0)
    tall = look().text_metrics(13).height() * 1.15
    for i, line in enumerate(wrapped(text, room.width(), 13)):
        cell = QRectF(room.left(), room.top() + i * tall, room.width(), tall)
        draw_cell(painter, cell, line, 13, "muted", align=LEFT)
