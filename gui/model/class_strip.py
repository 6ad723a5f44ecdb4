"""Before a class: the model and its loss under the plots, and how it goes down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QRectF
from PyQt5.QtGui import QPainter, QPaintEvent
from PyQt5.QtWidgets import QHBoxLayout, QVBoxLayout

from core.scientific import format_number
from gui.equations import EQUALS
from gui.formula import Node, Text, number, row
from gui.formula_label import FormulaLabel
from gui.i18n import translate
from gui.labs.table_words import Words, line_height
from gui.model import climb_words
from gui.model.model_equations import APPROXIMATELY, SPACE, loss_text, model_line
from gui.model.part import Part
from gui.pace import Pace
from gui.plot_painter import paint_card
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

SIZE, HEIGHT, WORDS_SIZE = 17, 30, 13


class ClassStrip(Part):
    """f(x) with its numbers, BCE now, and the two floors; below, the way down.

    Worked out only while it is seen.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("classStrip")
        self._model = FormulaLabel(SIZE, HEIGHT)
        self._losses = FormulaLabel(SIZE, HEIGHT, right=True)
        self._way = Words(self, role="muted", size=WORDS_SIZE)
        self._way.setObjectName("classWay")
        self._limits = climb_words.Limits()
        self._line = QHBoxLayout()
        self._line.addWidget(self._model, 2)
        self._line.addWidget(self._losses, 3)
        self._box = QVBoxLayout(self)
        self._box.addLayout(self._line)
        self._box.addWidget(self._way)
        self._parts = self._model, self._losses, self._way
        self._snapshot: Snapshot | None = None
        self._pace = Pace(self, self._refresh)
        self.restyle()

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot's numbers."""
        self._snapshot = snapshot
        if not self.isHidden():
            self._pace.ask()

    def retranslate(self) -> None:
        """Say it in the language of the moment."""
        self._refresh()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        px = look().px
        self._box.setContentsMargins(px(16), px(5), px(16), px(5))
        self._box.setSpacing(0)
        self._line.setSpacing(px(16))
        # Always as high: the plots do not move when a step has something to say.
        self._way.setFixedHeight(line_height(WORDS_SIZE))
        self.update()

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the sheet."""
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()))
        painter.end()

    def _refresh(self) -> None:
        snapshot = self._snapshot
        if snapshot is None or snapshot.model is None or self.isHidden():
            return
        self._model.set_node(model_line(snapshot.model)[2]())
        self._losses.set_node(row(*_losses(snapshot)))
        forms, warns = climb_words.class_line(snapshot, self._limits)
        self._way.say(*forms, role="warning" if warns else "muted")

    def summary(self) -> str:
        """The line as it is read."""
        return "; ".join(filter(None, (part.text() for part in self._parts)))


def _losses(snapshot: Snapshot) -> list[Node | str]:
    """BCE now and its two floors."""
    model = snapshot.model
    text, rounded = loss_text(snapshot)
    if model is None or not text:
        return []
    parts: list[Node | str] = ["BCE", APPROXIMATELY if rounded else EQUALS, number(text)]
    floors = [(translate("Model", "one π"), "zeros_text", model.floor)]
    if model.fit is not None and model.fit.converged:
        floors.append((translate("Model", "minimum"), "optimum", model.fit.loss))
    for name, role, loss in floors:
        if loss is not None:
            value = format_number(snapshot.in_unit(loss))
            parts += [SPACE, Text(name, role, words=True), Text(f" ≈ {value}", role)]
    return parts
