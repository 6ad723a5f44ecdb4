"""The table of the lab "Libraries at the edge": what each library returns at the current π."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PyQt5.QtCore import QEvent, QRectF
from PyQt5.QtGui import QHelpEvent, QPainter
from PyQt5.QtWidgets import QToolTip, QWidget

from core.edge_curves import differs
from core.edge_rules import EXACT, RULES
from gui.i18n import Retranslated, translate
from gui.labs import libraries_words as words
from gui.labs.still_picture import StillPicture
from gui.labs.table_words import RIGHT, draw_cell, fitting, row_height
from gui.pace import Pace
from gui.still_text import text_width
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

SIZE = 12
PADDING, GAP = 19, 16
COLUMNS = 3


class Form(NamedTuple):
    """How full the table is.

    Attributes:
        names: which form of the names.
        rules: which form of the rules; None for none.
        digits: how many a loss has.
        gap: between two losses, at least, in the design's pixels.
    """

    names: int
    rules: int | None
    digits: int
    gap: int


FORMS = (
    Form(0, 0, 4, GAP),
    Form(1, 0, 4, GAP),
    Form(1, 1, 4, GAP),
    Form(0, None, 4, GAP),
    Form(1, None, 4, GAP),
    Form(1, None, 3, GAP),
    Form(2, None, 3, GAP),
    Form(2, None, 3, 8),
    Form(2, None, 2, 8),
)


class LibraryTable(Retranslated, StillPicture):
    """Names and rules, which stand still, and the losses, which follow π."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("libraryTable")
        self._snapshot: Snapshot | None = None
        self._edges: list[float] = [0.0] * 5
        self._form = FORMS[0]
        self._key: object = None
        self._values: list[tuple[float, float, float]] = []
        self._pace = Pace(self, self._say)

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot."""
        before, self._snapshot = self._snapshot, snapshot
        key = snapshot.k, snapshot.n
        if key != self._key:
            self._key = key
            self.fit()
        elif before is None or before.pi != snapshot.pi:
            self._pace.ask()

    def _say(self) -> None:
        if self._snapshot is not None:
            self._values = [words.losses(rule, self._snapshot) for rule in RULES]
        left = self._edges[1]
        self.update(QRectF(left, 0, self.width() - left, self.height()).toAlignedRect())

    def fit(self) -> None:
        """Fit everything to the size, the look and the language of the moment."""
        self._place_columns()
        self._say()
        self.paint_anew()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setAccessibleName(translate("Libraries lab", "What libraries return at this π"))
        self.fit()

    def texts(self) -> list[list[str]]:
        """The losses as they are shown, row by row."""
        return [
            [
                words.loss_text(*pair, self._form.digits)
                for pair in zip(values, self._values[0], strict=True)
            ]
            for values in self._values
        ]

    # Geometry ------------------------------------------------------------------------------

    def full_height(self) -> int:
        """The height of all rows."""
        return (len(RULES) + 1) * row_height(SIZE) + look().px(3)

    def _place_columns(self) -> None:
        """Names, rules and digits as full as the room allows; in a narrow one without the rules."""
        px = look().px
        heads = words.heads(self._snapshot) if self._snapshot is not None else ()
        shortest = max((text_width(head[-1], SIZE) for head in heads), default=0.0)
        room = self.width() - 2 * px(PADDING)
        for form in FORMS:
            self._form = form
            sample = words.loss_text(8.888e-16, 0.0, form.digits)
            wide = max(text_width(sample, SIZE, strong=True), shortest) + px(form.gap)
            first = self._widest(form.names, of_rules=False)
            second = 0.0
            if form.rules is not None:
                second = px(GAP) + self._widest(form.rules, of_rules=True)
            spare = room - first - second - COLUMNS * wide
            if spare >= 0:
                break
        share = max(0.0, spare) / (COLUMNS + 1) if second else 0.0
        start = px(PADDING) + first
        edges = [start, start + second + share]
        rest = (px(PADDING) + room - edges[-1]) / COLUMNS
        self._edges = [*edges, *(edges[-1] + rest * (i + 1) for i in range(COLUMNS))]

    def _widest(self, form: int, *, of_rules: bool) -> float:
        texts = [words.rule_texts(r) if of_rules else words.name_texts(r) for r in RULES]
        return max(text_width(t[min(form, len(t) - 1)], SIZE, strong=not of_rules) for t in texts)

    def _cell(self, i: int, column: int) -> QRectF:
        """A cell: row −1 holds the heads; column 0 the names, 1 the rules, 2 to 4 the losses."""
        tall = row_height(SIZE)
        left = look().px(PADDING) if column == 0 else self._edges[column - 1]
        if column == 1:
            left += look().px(GAP)
        return QRectF(left, (i + 1) * tall, self._edges[column] - left, tall)

    # Painting ------------------------------------------------------------------------------

    def paint_live(self, painter: QPainter) -> None:
        """Paint the losses."""
        for i, values in enumerate(self._values):
            for column, (value, exact) in enumerate(zip(values, self._values[0], strict=True)):
                # A sign and the weight, not the colour alone.
                other = differs(value, exact)
                draw_cell(
                    painter,
                    self._cell(i, column + 2),
                    words.loss_text(value, exact, self._form.digits),
                    SIZE,
                    "warning" if other else "current",
                    strong=other,
                    align=RIGHT,
                )

    def paint_still(self, painter: QPainter) -> None:
        """Paint the heads, the names and the rules."""
        value, px = look(), look().px
        tall = row_height(SIZE)
        # The exact values stand apart: all others are measured by them.
        ground = QRectF(px(8), tall + 1, self.width() - 2 * px(8), tall - 2)
        painter.fillRect(ground, value.colour("control"))
        heads = words.heads(self._snapshot) if self._snapshot is not None else ()
        for column, texts in enumerate(heads):
            cell = self._cell(-1, column + 2)
            text = fitting(texts, cell.width() - px(self._form.gap), SIZE)
            draw_cell(painter, cell, text, SIZE, "muted", align=RIGHT)
        for i, rule in enumerate(RULES):
            names = words.name_texts(rule)
            name = names[min(self._form.names, len(names) - 1)]
            draw_cell(painter, self._cell(i, 0), name, SIZE, strong=rule is EXACT)
            if self._form.rules is not None:
                text = words.rule_texts(rule)[self._form.rules]
                draw_cell(painter, self._cell(i, 1), text, SIZE, "muted")

    def event(self, event: QEvent | None) -> bool:
        """Say over a row what its library does, also where there was no room to write it."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            i = event.pos().y() // row_height(SIZE) - 1
            if 0 <= i < len(RULES):
                text = f"{words.name_texts(RULES[i])[0]}: {words.rule_texts(RULES[i])[0]}"
                QToolTip.showText(event.globalPos(), text, self)
            return True
        return super().event(event)
