"""The lab "Libraries at the edge": who says ∞ where the loss is infinite, and who does not."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PyQt5.QtCore import QEvent
from PyQt5.QtGui import QResizeEvent
from PyQt5.QtWidgets import QButtonGroup, QPushButton, QRadioButton, QWidget

from core import edge_rules
from core.edge_curves import FARTHEST, distance, pi_at
from core.edge_rules import RULES
from core.scientific import format_number
from gui.i18n import translate
from gui.labs import libraries_words as words
from gui.labs.chart import Chart, Now
from gui.labs.lab import Lab
from gui.labs.libraries_picture import TOP, picture
from gui.labs.libraries_table import LibraryTable
from gui.labs.pi_drag import Description
from gui.labs.table_words import Sheet, Words, flow, row_height
from gui.pi_gesture import PiGesture
from gui.plot_layout import TICK_SIZE, TITLE_SIZE
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

PLACES = (
    ("piZero", "π = 0", 0.0),
    ("piTiny", "10⁻²⁰", 1e-20),
    ("piSmall", "10⁻⁵", 1e-5),
    ("piLarge", "1−10⁻⁵", 1.0 - 1e-5),
    ("piOne", "π = 1", 1.0),
)
GAP = 12
# The chart's least height, in lines of its type, without its heading and its axis.
LEAST_LINES = 5
STORY_LINES = 3


class LibrariesLab(Lab):
    """The table of losses at the current π, and the losses on the way to the edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("librariesLab")
        self._snapshot: Snapshot | None = None
        self._at_one = False
        self._both = True
        self._make_controls()
        self._sheet = Sheet(self)
        self.table = LibraryTable(self._sheet)
        self.legend = Words(self._sheet, role="muted", size=12)
        self.story = Words(self._sheet, size=12)
        self.story.setObjectName("libraryStory")
        self.chart = Chart(self)
        self._gesture = PiGesture(self)
        self._gesture.edited.connect(self.pi_edited)
        self._gesture.started.connect(self.gesture_started)
        self._gesture.ended.connect(self.gesture_ended)
        self.chart.pressed.connect(self._pressed)
        self.chart.dragged.connect(self._dragged)
        self.chart.released.connect(lambda: self._gesture.end("mouse"))
        self._described = Description(self.chart, self.summary)
        self.retranslate()

    def _make_controls(self) -> None:
        self.places = []
        for name, text, pi in PLACES:
            button = QPushButton(text, self)
            button.setObjectName(name)
            button.clicked.connect(lambda _checked, pi=pi: self.pi_edited.emit(pi))
            self.places.append(button)
        self.to_zero, self.to_one = QRadioButton(self), QRadioButton(self)
        self.to_zero.setObjectName("edgeZero")
        self.to_one.setObjectName("edgeOne")
        self.to_zero.setChecked(True)
        edges = QButtonGroup(self)
        for button in (self.to_zero, self.to_one):
            edges.addButton(button)
            button.toggled.connect(self._edge_chosen)
        # Where there is room for one of the two alone.
        self.see_table, self.see_chart = QRadioButton(self), QRadioButton(self)
        self.see_table.setObjectName("seeTable")
        self.see_chart.setObjectName("seeChart")
        self.see_table.setChecked(True)
        views = QButtonGroup(self)
        for button in (self.see_table, self.see_chart):
            views.addButton(button)
            button.toggled.connect(self._lay_out)

    # Intents -------------------------------------------------------------------------------

    def _pressed(self, x: float, _y: float) -> None:
        if 0.0 <= x <= FARTHEST:
            self._gesture.begin("mouse")
            self._gesture.edited.emit(pi_at(x, at_one=self._at_one))

    def _dragged(self, x: float, _y: float) -> None:
        if self._gesture.is_open:
            x = min(FARTHEST, max(0.0, x))
            self._gesture.edited.emit(pi_at(x, at_one=self._at_one))

    def _edge_chosen(self) -> None:
        # Which edge one looks at is no part of the experiment: it is not kept.
        if self._at_one is not self.to_one.isChecked():
            self._at_one = self.to_one.isChecked()
            self._show_picture()
            self._show_now()

    # Showing -------------------------------------------------------------------------------

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot, painting no more than what it changed."""
        before, self._snapshot = self._snapshot, snapshot
        self.table.render_snapshot(snapshot)
        if before is None or (before.k, before.n) != (snapshot.k, snapshot.n):
            self._say()
            self._lay_out()
        self._show_now()
        self._described.changed()

    def _show_picture(self) -> None:
        self.chart.show_picture(picture(at_one=self._at_one))

    def _show_now(self) -> None:
        if self._snapshot is None:
            return
        pi, at_one = self._snapshot.pi, self._at_one
        x = distance(pi, at_one=at_one)
        outcome = 0 if at_one else 1
        exact = edge_rules.EXACT.loss(outcome, pi)
        far = x > FARTHEST
        sight = FARTHEST if far else x
        values = {rule.loss(outcome, pi) for rule in RULES}
        dots = tuple((sight, value) for value in sorted(values) if value <= TOP)
        arrow = 1 if exact > TOP else 0
        chip = format_number(exact)
        if far and not math.isinf(x):
            chip = f"{chip} →"
        self.chart.show_now(Now(sight, dots, chip, arrow))

    def _say(self) -> None:
        self.legend.say(*words.legend_texts())
        if self._snapshot is not None:
            self.story.say(*words.story_texts(self._snapshot))

    def summary(self) -> str:
        """What each library returns at the current π."""
        return "" if self._snapshot is None else words.summary(self._snapshot)

    def stop(self) -> None:
        """End what is held."""
        self._gesture.end()

    # Place and words -----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Fit everything to the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self._lay_out()

    def _sheet_height(self, lines: int) -> int:
        """How tall the card of the table is, with so many lines of the story."""
        px, inner = look().px, self.width() - 2 * look().px(19)
        said = self.legend.height_for(inner, 1) + self.story.height_for(inner, lines)
        return px(8) + self.table.full_height() + px(4) + said + px(12)

    def _lay_out(self) -> None:
        px = look().px
        gap = px(GAP)
        chart = px(26) + row_height(TITLE_SIZE) + (1 + LEAST_LINES) * row_height(TICK_SIZE)
        views: tuple[QWidget, ...] = (self.see_table, self.see_chart)
        edges: tuple[QWidget, ...] = (self.to_zero, self.to_one)
        top = flow((*self.places, *edges), self.width(), px(8)) + gap
        lines, sheet = STORY_LINES, self._sheet_height(STORY_LINES)
        self._both = self.height() - top - sheet - gap >= chart
        table = self._both or self.see_table.isChecked()
        if not self._both:
            shown = (*self.places, *views) if table else (*self.places, *views, *edges)
            top = flow(shown, self.width(), px(8)) + gap
            while lines > 1 and top + sheet > self.height():
                lines -= 1
                sheet = self._sheet_height(lines)
        for widget in views:
            widget.setVisible(not self._both)
        for widget in edges:
            widget.setVisible(self._both or not table)
        self._sheet.setVisible(table)
        self.chart.setVisible(self._both or not table)
        inner = self.width() - 2 * px(19)
        y = px(8)
        self.table.setGeometry(1, y, self.width() - 2, self.table.full_height())
        y += self.table.full_height() + px(4)
        for line, most in ((self.legend, 1), (self.story, lines)):
            tall = line.height_for(inner, most)
            line.setGeometry(px(19), y, inner, tall)
            y += tall
        self._sheet.setGeometry(0, top, self.width(), sheet)
        start = top + sheet + gap if self._both else top
        self.chart.setGeometry(0, start, self.width(), self.height() - start)

    def changeEvent(self, event: QEvent | None) -> None:  # noqa: N802 - Qt's name
        """Fit the controls to their words, when they have others."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.FontChange:
            self._lay_out()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        for button in self.places:
            button.setAccessibleName(
                translate("Libraries lab", "Set π to {pi}").format(
                    pi=button.text().removeprefix("π = ")
                )
            )
            button.setToolTip(button.accessibleName())
        self.to_zero.setText(translate("Libraries lab", "y = 1, π → 0"))
        self.to_one.setText(translate("Libraries lab", "y = 0, π → 1"))
        self.see_table.setText(translate("Libraries lab", "Table"))
        self.see_chart.setText(translate("Libraries lab", "Chart"))
        for button in (self.to_zero, self.to_one, self.see_table, self.see_chart):
            button.setAccessibleName(button.text())
        self.to_zero.setToolTip(translate("Libraries lab", "The loss of a one beside π = 0"))
        self.to_one.setToolTip(translate("Libraries lab", "The loss of a zero beside π = 1"))
        self.chart.setAccessibleName(translate("Libraries lab", "Losses on the way to the edge"))
        self.chart.setToolTip(
            translate("Libraries lab", "Drag: move π, a power of ten at each tenth of the way")
        )
        self.table.retranslate()
        self._say()
        self._show_picture()
        self._lay_out()
