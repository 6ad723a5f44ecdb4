"""The lab "Probability ↔ likelihood": one table, two readings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QLocale
from PyQt5.QtGui import QResizeEvent
from PyQt5.QtWidgets import QPushButton, QRadioButton, QSpinBox, QWidget

from core import probability_table as table
from core.bernoulli import likelihood
from core.lab_state import MOST_ROWS
from gui.i18n import translate
from gui.labs.chart import Chart, Now
from gui.labs.lab import Lab
from gui.labs.pi_drag import Description, PiDrag
from gui.labs.table_bars import TableBars
from gui.labs.table_grid import TableGrid
from gui.labs.table_layout import entry_text
from gui.labs.table_readings import chosen_row, reading_texts, row_picture
from gui.labs.table_words import Sheet, Words, flow, row_height, row_width
from gui.pace import Pace
from gui.plot_layout import TICK_SIZE, TITLE_SIZE
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

GAP = 12
# The chart's least height, in lines of its type, without its heading and its axis.
LEAST_LINES = 3


class TableLab(Lab):
    """The table, what is read in it, and a chart of that: a likelihood or a distribution."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tableLab")
        self._snapshot: Snapshot | None = None
        self._key: object = None
        self._make_controls()
        self._sheet = Sheet(self)
        self.grid = TableGrid(self._sheet)
        self.words = Words(self._sheet)
        self.words.setObjectName("tableReading")
        self.chart = Chart(self, pi_axis=True)
        self.bars = TableBars(self)
        self.bars.hide()
        self._drag = PiDrag(self.chart, self)
        self._described = [Description(w, self.summary) for w in (self.chart, self.bars)]
        self._pace = Pace(self, self._say)
        self._connect()
        self.retranslate()

    def _make_controls(self) -> None:
        self.by_rows, self.by_columns = QRadioButton(self), QRadioButton(self)
        self.by_rows.setObjectName("tableRows")
        self.by_columns.setObjectName("tableColumns")
        # Made from left to right: so goes the focus.
        self.fewer, self.count, self.more = (
            QPushButton("−", self),
            QSpinBox(self),
            QPushButton("+", self),
        )
        self.fewer.setObjectName("tableFewer")
        self.more.setObjectName("tableMore")
        self.count.setObjectName("tableCount")
        self.count.setLocale(QLocale.c())
        self.count.setRange(1, MOST_ROWS)
        self.count.setPrefix("n = ")
        self.count.setKeyboardTracking(False)
        self.count.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.mine = QPushButton(self)
        self.mine.setObjectName("tableMyData")

    def _connect(self) -> None:
        self.by_rows.clicked.connect(lambda: self.edited.emit({"reading": "rows"}))
        self.by_columns.clicked.connect(lambda: self.edited.emit({"reading": "columns"}))
        self.count.valueChanged.connect(self._count_chosen)
        self.fewer.clicked.connect(self.count.stepDown)
        self.more.clicked.connect(self.count.stepUp)
        self.mine.clicked.connect(self._take_mine)
        self.grid.row_chosen.connect(self._row_chosen)
        self.bars.row_chosen.connect(self._row_chosen)
        self.grid.cell_chosen.connect(self._cell_chosen)
        self.grid.gesture.edited.connect(self.pi_edited)
        self.grid.gesture.started.connect(self.gesture_started)
        self.grid.gesture.ended.connect(self.gesture_ended)

    # Intents -------------------------------------------------------------------------------

    def _count_chosen(self, n: int) -> None:
        if self._snapshot is not None:
            row = min(self._snapshot.state.lab.table_row, len(table.rows(n)) - 1)
            self.edited.emit({"table_n": n, "table_row": row})

    def _take_mine(self) -> None:
        if self._snapshot is not None:
            row = table.row_of(self._snapshot.state.observations)
            if row is not None:
                self.edited.emit({"table_n": self._snapshot.n, "table_row": row})

    def _row_chosen(self, row: int) -> None:
        self.edited.emit({"table_row": row})

    def _cell_chosen(self, row: int, pi: float) -> None:
        self.gesture_started.emit()
        self.edited.emit({"table_row": row})
        self.pi_edited.emit(pi)
        self.gesture_ended.emit()

    # Showing -------------------------------------------------------------------------------

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot, painting no more than what it changed."""
        state, lab = snapshot.state, snapshot.state.lab
        row = table.row_of(state.observations)
        self._snapshot = snapshot
        self.grid.render_snapshot(snapshot)
        hidden = state.stage.hides("optimum")
        key = (lab.table_n, lab.table_row, lab.reading, state.interval, row, hidden)
        if key != self._key:
            self._key = key
            self._show_controls(row)
            self._show_pictures()
        self._show_now()
        self._pace.ask()

    def _show_controls(self, row: int | None) -> None:
        assert self._snapshot is not None  # noqa: S101 - only called with one
        lab = self._snapshot.state.lab
        (self.by_rows if lab.reading == "rows" else self.by_columns).setChecked(True)
        self.count.blockSignals(True)
        self.count.setValue(lab.table_n)
        self.count.blockSignals(False)
        self.fewer.setEnabled(lab.table_n > 1)
        self.more.setEnabled(lab.table_n < MOST_ROWS)
        self.mine.setEnabled(row is not None)
        self._explain_mine()

    def _show_pictures(self) -> None:
        if self._snapshot is None:
            return
        rows = self._snapshot.state.lab.reading == "rows"
        self._drag.interval = self._snapshot.state.interval
        if rows:
            self.chart.show_picture(row_picture(self._snapshot))
        self.chart.setVisible(rows)
        self.bars.setVisible(not rows)
        self.words.say(*reading_texts(self._snapshot, self.grid.layout_.columns))
        self._lay_out()

    def _show_now(self) -> None:
        assert self._snapshot is not None  # noqa: S101 - only called with one
        snapshot = self._snapshot
        if snapshot.state.lab.reading == "rows":
            row = chosen_row(snapshot)
            now = likelihood(snapshot.pi, row.ones, snapshot.state.lab.table_n)
            chip = f"L = {entry_text(now)}"
            self.chart.show_now(Now(snapshot.pi, ((snapshot.pi, now),), chip))
        else:
            self.bars.render_snapshot(snapshot)
        for described in self._described:
            described.changed()

    def _say(self) -> None:
        if self._snapshot is not None:
            self.words.say(*reading_texts(self._snapshot, self.grid.layout_.columns))

    def summary(self) -> str:
        """What is read in the table, with its sum."""
        if self._snapshot is None:
            return ""
        return reading_texts(self._snapshot, self.grid.layout_.columns)[0]

    def stop(self) -> None:
        """End what is held."""
        self._drag.stop()
        self.grid.gesture.end()

    # Place and words -----------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Fit everything to the new size."""
        super().resizeEvent(event)
        self._lay_out()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self._lay_out()

    def _lay_out(self) -> None:
        px = look().px
        gap, side = px(GAP), px(GAP)
        top = self._lay_out_controls() + gap
        room = self.height() - top
        inner = self.width() - 2 * side
        around = px(8) + px(6) + px(12)
        chart = px(26) + row_height(TITLE_SIZE) + (2 + LEAST_LINES) * row_height(TICK_SIZE)
        for lines in (2, 1):
            said = self.words.height_for(inner, lines)
            most = room - gap - chart - said - around
            if most >= self.grid.least_height():
                break
        tall = max(min(self.grid.full_height(), most), self.grid.least_height())
        self._sheet.setGeometry(0, top, self.width(), tall + said + around)
        self.grid.setGeometry(px(4), px(8), self.width() - 2 * px(4), tall)
        # A hidden widget hears of its new size when it is shown; its columns are asked for now.
        self.grid.fit()
        self.words.setGeometry(side, px(8) + tall + px(6), inner, said)
        below = top + tall + said + around + gap
        for shown in (self.chart, self.bars):
            shown.setGeometry(0, below, self.width(), self.height() - below)
        self._say()

    def _lay_out_controls(self) -> int:
        """Place the controls in one row where the words can be short enough for it."""
        controls: list[QWidget] = [
            *(self.by_rows, self.by_columns, self.fewer, self.count, self.more)
        ]
        # In large type the chart needs the room of a second row.
        self.mine.setVisible(not look().least_type)
        if not look().least_type:
            controls.append(self.mine)
        gap = look().px(8)
        for short in (False, True):
            for button, text in zip((self.by_rows, self.by_columns), _readings(short), strict=True):
                button.setText(text)
            if row_width(controls, gap) <= self.width():
                break
        return flow(controls, self.width(), gap)

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.by_rows.setToolTip(
            translate("Table lab", "The data stand still, π differs: read along a row")
        )
        self.by_columns.setToolTip(
            translate("Table lab", "π stands still, the data differ: read down a column")
        )
        for button, text in zip((self.by_rows, self.by_columns), _readings(False), strict=True):
            button.setAccessibleName(text)
        self.fewer.setAccessibleName(translate("Table lab", "One observation fewer"))
        self.more.setAccessibleName(translate("Table lab", "One observation more"))
        for button in (self.fewer, self.more):
            button.setToolTip(button.accessibleName())
        self.count.setAccessibleName(translate("Table lab", "number of observations n"))
        self.count.setToolTip(
            translate("Table lab", "1 to {most} observations").format(most=MOST_ROWS)
        )
        self.mine.setText(translate("Table lab", "My data"))
        self.mine.setAccessibleName(self.mine.text())
        self.chart.setAccessibleName(translate("Table lab", "The chosen row as a likelihood"))
        self.chart.setToolTip(translate("Table lab", "Drag: move π"))
        self.grid.retranslate()
        self.bars.retranslate()
        self._explain_mine()
        self._show_pictures()

    def _explain_mine(self) -> None:
        text = translate("Table lab", "Your observations: their n and their row")
        if not self.mine.isEnabled() and self._snapshot is not None:
            text = translate("Table lab", "The table holds 1 to {most} observations").format(
                most=MOST_ROWS
            )
        self.mine.setToolTip(text)


def _readings(short: bool) -> tuple[str, str]:
    """What the two readings are called."""
    if short:
        return translate("Table lab", "by rows"), translate("Table lab", "by columns")
    return (
        translate("Table lab", "by rows: likelihood"),
        translate("Table lab", "by columns: probability"),
    )
