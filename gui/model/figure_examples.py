"""The card of the examples in a figure: as many rows of the table as it has room for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QPointF, QRectF, Qt

from core.scientific import format_count
from gui.i18n import translate
from gui.labs.table_words import fitting
from gui.model import shelf, table_columns
from gui.model.example_words import counts_parts
from gui.model.examples_painter import ExamplesPainter, Marks, paint_empty
from gui.model.table_caret import TableCaret
from gui.plot_layout import PADDING
from gui.plot_painter import paint_card
from gui.still_text import draw_text, text_width
from gui.theme import look

if TYPE_CHECKING:
    from PyQt5.QtGui import QPainter

    from core.snapshot import Snapshot

HEADING_SIZE, WORDS_SIZE = 15, 12.5
HEAD, FOOT = 38, 34
BETWEEN = 12
# Nothing is marked in a figure.
UNMARKED = Marks(TableCaret(), focused=False, pointed=-1, edited=-1)


def paint_examples(
    painter: QPainter, card: QRectF, snapshot: Snapshot, *, clear: bool = False
) -> None:
    """Paint the card.

    Args:
        painter: of the canvas.
        card: where.
        snapshot: with a model.
        clear: whether the card is an outline alone.
    """
    model = snapshot.model
    assert model is not None  # noqa: S101 - the figure shows one
    paint_card(painter, card, clear=clear)
    left, right = card.left() + PADDING, card.right() - PADDING
    _paint_head(painter, card, shelf.source_forms(model.state))
    inset = table_columns.INSET
    room = QRectF(left - inset, card.top() + HEAD, right - left + 2 * inset, 0)
    room.setBottom(card.bottom() - FOOT)
    shared = model.state.shared
    columns = table_columns.lay_out(room.width(), shared=shared)
    rows = range(min(model.n, columns.rows_in(room.height())))
    painter.save()
    painter.translate(room.topLeft())
    whole = QRectF(0, 0, room.width(), room.height())
    if model.n:
        table = ExamplesPainter(painter, columns, whole)
        table.paint_headings(shelf.x_names(model.state.data), shared=shared)
        table.paint_rows(snapshot, rows, UNMARKED)
    else:
        paint_empty(painter, whole, locked=True)
    painter.restore()
    left_out = model.n - len(rows)
    more = translate("Model", "… {count} more").format(count=format_count(left_out))
    _paint_foot(painter, card, counts_parts(model.n, model.k), more if left_out else "")


def _paint_head(painter: QPainter, card: QRectF, source: tuple[str, ...]) -> None:
    name, metrics = translate("Model", "Examples"), look().text_metrics(HEADING_SIZE, strong=True)
    baseline = card.top() + (HEAD + metrics.capHeight()) / 2 + 3
    left = card.left() + PADDING
    draw_text(painter, QPointF(left, baseline), name, HEADING_SIZE, "current", strong=True)
    room = card.right() - PADDING - left - text_width(name, HEADING_SIZE, strong=True) - BETWEEN
    text = fitting(source, room, WORDS_SIZE)
    elide = look().text_metrics(WORDS_SIZE).elidedText
    text = elide(text, Qt.TextElideMode.ElideRight, room)
    at = QPointF(card.right() - PADDING - text_width(text, WORDS_SIZE), baseline)
    draw_text(painter, at, text, WORDS_SIZE, "muted")


def _paint_foot(painter: QPainter, card: QRectF, counts: list[str], more: str) -> None:
    baseline = card.bottom() - PADDING + 6
    left = card.left() + PADDING
    draw_text(painter, QPointF(left, baseline), more, WORDS_SIZE, "muted")
    room = card.width() - 2 * PADDING - (text_width(more, WORDS_SIZE) + BETWEEN if more else 0.0)
    forms = tuple(" · ".join(counts[:count]) for count in (3, 2, 1))
    text = fitting(forms, room, WORDS_SIZE)
    right = QPointF(card.right() - PADDING - text_width(text, WORDS_SIZE), baseline)
    draw_text(painter, right if more else QPointF(left, baseline), text, WORDS_SIZE, "muted")
