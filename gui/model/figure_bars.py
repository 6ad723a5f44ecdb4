"""The bridge in a figure: BCE now, the least with one shared π, and the least with w and b."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QPolygonF

from gui.labs.table_words import LEFT, RIGHT, draw_cell
from gui.model.floor_bars import BAR, GAP, ROLES, SIZE, VALUE_SIZE, Bar, bars, full_scale
from gui.still_text import text_width
from gui.theme import look

if TYPE_CHECKING:
    from PyQt5.QtGui import QPainter

    from core.snapshot import Snapshot

ROW = 21.0
HEIGHT = 3 * ROW
# A bar that goes on beyond the scale ends in a point of this length, behind a gap.
TIP, TIP_GAP = 8.0, 3.0
# While digits change, a bar does not: room for values of this length.
USUAL_VALUE = "→ 0.0000"


def paint_bars(painter: QPainter, place: QRectF, snapshot: Snapshot) -> None:
    """Paint three rows on one scale from 0, their names before the bars, their values behind.

    A loss that is not reached has its reason in place of its bar.

    Args:
        painter: of the figure.
        place: where, from the top on.
        snapshot: with a model.
    """
    rows, full = bars(snapshot), full_scale(snapshot)
    left = place.left() + max(text_width(row.name, SIZE) for row in rows) + GAP
    values = max(text_width(text, VALUE_SIZE) for text in (USUAL_VALUE, *(r.text for r in rows)))
    right = place.right() - values - GAP
    for i, row in enumerate(rows):
        cell = QRectF(place.left(), place.top() + i * ROW, place.width(), ROW)
        draw_cell(painter, cell, row.name, SIZE, "muted", align=LEFT)
        draw_cell(painter, cell, row.text, VALUE_SIZE, align=RIGHT)
        if row.reason:
            room = cell.right() - text_width(row.text, VALUE_SIZE) - GAP - left
            if text_width(row.reason, SIZE - 1) <= room:
                words = QRectF(left, cell.top(), room, ROW)
                draw_cell(painter, words, row.reason, SIZE - 1, "muted")
        elif row.loss is not None and right - left >= 2 * (TIP + TIP_GAP):
            _paint_bar(painter, QRectF(left, cell.top(), right - left, ROW), row, ROLES[i], full)


def _paint_bar(painter: QPainter, place: QRectF, row: Bar, role: str, full: float) -> None:
    top, share = place.center().y() - BAR / 2, (row.loss or 0.0) / full
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().colour(role))
    if share <= 1.0:
        corner = min(BAR / 4, share * place.width() / 2)
        bar = QRectF(place.left(), top, share * place.width(), BAR)
        painter.drawRoundedRect(bar, corner, corner)
        return
    back = place.right() - TIP
    painter.drawRect(QRectF(place.left(), top, back - TIP_GAP - place.left(), BAR))
    tip = (back, top), (place.right(), top + BAR / 2), (back, top + BAR)
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in tip]))
