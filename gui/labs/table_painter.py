"""How the table of the lab "Probability ↔ likelihood" is painted."""

from __future__ import annotations

from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QPainter, QPen, QPolygonF

from core import probability_table as table
from core.bernoulli import likelihood
from core.scientific import format_number, format_probability
from gui.labs.table_layout import (
    PADDING,
    SIZE,
    TableLayout,
    count_of,
    entry_text,
    header_height,
    heads,
)
from gui.labs.table_words import LEFT, MIDDLE, RIGHT, draw_cell, fitting, row_height
from gui.still_text import text_width
from gui.theme import look


def paint_still(painter: QPainter, layout: TableLayout) -> None:
    """Paint all that does not follow π."""
    value = look()
    data, count = heads(layout.shown)
    draw_cell(painter, layout.cell(-1, -2), data, SIZE, "muted")
    draw_cell(painter, layout.cell(-1, -1), count, SIZE, "muted", align=RIGHT)
    for column, pi in enumerate(layout.columns):
        cell = layout.cell(-1, column)
        draw_cell(painter, cell, format_probability(pi, 1), SIZE, "muted", align=RIGHT)
    line = header_height() - 1
    painter.fillRect(QRectF(0, line, layout.width, 1), value.colour("rule"))
    if layout.shown.reading == "rows":
        live = layout.live()
        painter.fillRect(QRectF(live.left(), 0, 1, live.bottom()), value.colour("rule"))
    for row in layout.sight:
        _paint_row(painter, layout, row)
    if layout.visible < len(layout.shown.rows):
        _paint_scroll(painter, layout)


def _paint_row(painter: QPainter, layout: TableLayout, i: int) -> None:
    row = layout.shown.rows[i]
    chosen = i == layout.shown.row
    strong = chosen and layout.shown.reading == "rows"
    if strong:
        _paint_band(painter, layout.band(i))
    if chosen:
        _paint_pointer(painter, QPointF(look().px(PADDING), layout.cell(i, -2).center().y()))
    _paint_data(painter, layout.cell(i, -2), row, strong=strong)
    if not row.word:
        draw_cell(painter, layout.cell(i, -1), count_of(row), SIZE, "muted", align=RIGHT)
    for column, entry in enumerate(table.entries(layout.shown.n, layout.columns)[i]):
        _paint_entry(painter, layout, (i, column), entry, strong=strong)


def _paint_data(painter: QPainter, cell: QRectF, row: table.Row, *, strong: bool) -> None:
    if not row.word:
        draw_cell(painter, cell, str(row.ones), SIZE, strong=strong)
    for digit in row.word:
        role = "ones" if digit == "1" else "zeros_text"
        draw_cell(painter, cell, digit, SIZE, role, strong=strong, align=LEFT)
        cell = cell.translated(text_width(digit, SIZE, strong=strong) + 1, 0)


def _paint_entry(
    painter: QPainter, layout: TableLayout, place: tuple[int, int], entry: float, *, strong: bool
) -> None:
    text = entry_text(entry, layout.digits)
    role = "muted" if entry == 0.0 else "current"
    draw_cell(painter, layout.cell(*place), text, SIZE, role, strong=strong, align=RIGHT)


def _paint_band(painter: QPainter, band: QRectF) -> None:
    """The ground and the frame of what is read."""
    value = look()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(value.colour("current"), 1.5 * value.scale))
    painter.setBrush(value.colour("control"))
    painter.drawRoundedRect(band.adjusted(0.5, 0.5, -0.5, -0.5), value.px(4), value.px(4))
    painter.restore()


def _paint_pointer(painter: QPainter, tip: QPointF) -> None:
    """A triangle that points at the chosen row."""
    size = look().px(4.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(look().colour("current"))
    corners = ((0, -size), (1.5 * size, 0), (0, size))
    painter.drawPolygon(QPolygonF([tip + QPointF(dx, dy) for dx, dy in corners]))
    painter.restore()


def _paint_scroll(painter: QPainter, layout: TableLayout) -> None:
    """Say which of the rows are in sight."""
    value, count = look(), len(layout.shown.rows)
    top, wide = header_height() + 2, value.px(4)
    tall = layout.visible * row_height(SIZE) - 4
    left = layout.width - value.px(6)
    painter.fillRect(QRectF(left, top, wide, tall), value.colour("control"))
    from_top, share = layout.first / count, layout.visible / count
    thumb = QRectF(left, top + tall * from_top, wide, tall * share)
    painter.fillRect(thumb, value.colour("muted"))


def live_head(layout: TableLayout, pi: float) -> str:
    """What heads the column of the current π, the fullest form that has room."""
    full, short = format_probability(pi, 2), format_number(pi, 2)
    room = layout.live().width() - look().px(6)
    return fitting((f"π = {full}", full, f"≈ {short}", "π"), room, SIZE, strong=True)


def paint_live(painter: QPainter, layout: TableLayout, pi: float) -> None:
    """Paint the column of the current π, and which of the others is nearest to it."""
    value, px = look(), look().px
    nearest = table.nearest(pi, layout.columns)
    near = layout.cell(-1, nearest)
    wide = text_width(format_probability(layout.columns[nearest], 1), SIZE)
    # Under its head it has a bar, thick where π is just there.
    thick = px(3) if pi in layout.columns else px(1.5)
    under = QRectF(near.right() - wide, near.bottom() - 1 - thick, wide, thick)
    painter.fillRect(under, value.colour("current"))
    live = layout.live()
    columns = layout.shown.reading == "columns"
    if columns:
        _paint_band(painter, live)
    head = QRectF(live.left(), 0, live.width(), header_height())
    draw_cell(painter, head, live_head(layout, pi), SIZE, strong=True, align=MIDDLE)
    for i in layout.sight:
        entry = likelihood(pi, layout.shown.rows[i].ones, layout.shown.n)
        strong = columns or i == layout.shown.row
        _paint_entry(painter, layout, (i, len(layout.columns)), entry, strong=strong)
