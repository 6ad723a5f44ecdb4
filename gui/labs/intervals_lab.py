"""The lab "Intervals": three ways to say how far from π̂ the true π may be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QLocale
from PyQt5.QtGui import QResizeEvent
from PyQt5.QtWidgets import QDoubleSpinBox, QPushButton, QWidget

from core.interval_set import IntervalSet, interval_set, with_more_data
from core.scientific import format_number
from gui.card import Label
from gui.i18n import translate
from gui.labs import intervals_words as words
from gui.labs.chart import Chart, Now
from gui.labs.intervals_picture import BELOW, level_height, picture
from gui.labs.intervals_rows import IntervalRows
from gui.labs.lab import Lab
from gui.labs.pi_drag import Description, PiDrag
from gui.labs.table_words import Sheet, Words, flow, line_height, row_height
from gui.plot_layout import TICK_SIZE, TITLE_SIZE
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

LEVELS = (0.80, 0.90, 0.95, 0.99)
GAP = 12
# The chart's least height, in lines of its type, without its heading and its axis.
LEAST_LINES = 4


class LevelBox(QDoubleSpinBox):
    """A level as it is usually written: 0.95, and 0.999 in full."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("levelBox")
        self.setLocale(QLocale.c())
        self.setDecimals(6)
        self.setRange(0.01, 0.999999)
        self.setSingleStep(0.01)
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """Two decimals, or as many as it has."""
        text = f"{value:.6f}".rstrip("0")
        return text + "0" * (4 - len(text))


class IntervalsLab(Lab):
    """The log-likelihood that is cut, three intervals under it, and what to make of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("intervalsLab")
        self._snapshot: Snapshot | None = None
        self._shown: IntervalSet | None = None
        self._key: object = None
        self._warns = False
        self.caption = Label("muted", 13, parent=self)
        self.levels = [QPushButton(self) for _ in LEVELS]
        for button, level in zip(self.levels, LEVELS, strict=True):
            button.setObjectName(f"level{level * 100:.0f}")
            button.setCheckable(True)
            button.clicked.connect(lambda _checked, level=level: self._choose(level))
        self.box = LevelBox(self)
        self.box.valueChanged.connect(self._choose)
        self.caption.setBuddy(self.box)
        self.chart = Chart(self, pi_axis=True)
        self._sheet = Sheet(self)
        self.rows = IntervalRows(self._sheet)
        self.lines = [Words(self._sheet, role="muted", size=12) for _ in range(3)]
        for name, line in zip(
            ("intervalRemark", "intervalMore", "intervalCurvature"), self.lines, strict=True
        ):
            line.setObjectName(name)
        self._drag = PiDrag(self.chart, self)
        self._described = Description(self.chart, self.summary)
        self.retranslate()

    def _choose(self, level: float) -> None:
        if self._snapshot is None:
            return
        if level != self._snapshot.state.lab.level:
            self.edited.emit({"level": level})
        self._show_level()

    # Showing -------------------------------------------------------------------------------

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot, painting no more than what it changed."""
        state = snapshot.state
        key = (snapshot.k, snapshot.n, state.lab.level, state.interval, state.log_base)
        self._snapshot = snapshot
        if key != self._key:
            self._key = key
            self._show_all()
        more = None
        if self._shown is not None:
            more = with_more_data(snapshot.k, snapshot.n, state.lab.level)
        self.rows.render_snapshot(snapshot, self._shown, more)
        self._show_now()
        self._described.changed()

    def _show_level(self) -> None:
        if self._snapshot is None:
            return
        now = self._snapshot.state.lab.level
        for button, level in zip(self.levels, LEVELS, strict=True):
            button.setChecked(level == now)
            button.setProperty("accent", level == now)
            style = button.style()
            if style is not None:
                style.unpolish(button)
                style.polish(button)
        self.box.blockSignals(True)
        self.box.setValue(now)
        self.box.blockSignals(False)

    def _show_all(self) -> None:
        """Everything that does not follow π."""
        snapshot = self._snapshot
        if snapshot is None:
            return
        self._show_level()
        lab, (k, n) = snapshot.state.lab, (snapshot.k, snapshot.n)
        self._shown = interval_set(k, n, lab.level) if n else None
        self._drag.interval = snapshot.state.interval
        self.chart.show_picture(picture(snapshot, self._shown))
        remark, more, curvature = self.lines
        self._warns = False
        if self._shown is None:
            remark.say(words.empty_text(), role="current")
            more.say("")
            curvature.say("")
        else:
            texts, self._warns = words.remark_texts(snapshot, self._shown)
            remark.say(*texts, role="warning" if self._warns else "muted")
            hundredfold = with_more_data(k, n, lab.level)
            at_edge = k in (0, n) and hundredfold is not None
            more.say(*(words.edge_more_texts() if at_edge else words.more_texts(hundredfold)))
            curvature.say(*words.curvature_texts(snapshot))
        self._lay_out()

    def _show_now(self) -> None:
        assert self._snapshot is not None  # noqa: S101 - only called with one
        snapshot = self._snapshot
        drop = snapshot.kl_divergence
        if drop is None:
            self.chart.show_now(Now(snapshot.pi, (), ""))
            return
        height = 0.0 - snapshot.in_unit(snapshot.n * drop)
        bottom = BELOW * level_height(snapshot)
        seen = height >= bottom
        dots = ((snapshot.pi, height),) if seen else ()
        self.chart.show_now(Now(snapshot.pi, dots, format_number(height), 0 if seen else -1))

    def summary(self) -> str:
        """The three intervals, and what is wrong with one of them."""
        return "" if self._snapshot is None else words.summary(self._snapshot, self._shown)

    def stop(self) -> None:
        """End what is held."""
        self._drag.stop()

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
        gap, side = px(GAP), px(19)
        controls: tuple[QWidget, ...] = (self.caption, *self.levels, self.box)
        top = flow(controls, self.width(), px(8)) + gap
        inner = self.width() - 2 * side
        above, between, below = px(6), px(3), px(8)
        chart = px(26) + row_height(TITLE_SIZE) + (1 + LEAST_LINES) * row_height(TICK_SIZE)
        free = self.height() - top - gap - chart - above - between - below
        rows = 0
        for tight in (False, True):
            self.rows.set_tight(tight)
            rows = self.rows.full_height() if self._shown is not None else 0
            if rows + line_height(12) <= free:
                break
        room = free - rows
        y = above
        self.rows.setGeometry(1, y, self.width() - 2, rows)
        self.rows.fit()
        y += rows + between
        for line in self._by_weight():
            tall = line.height_for(inner, 1)
            line.setVisible(room >= tall or line is self._by_weight()[0])
            if not line.isHidden():
                room -= tall
        for line in self.lines:
            tall = 0 if line.isHidden() else line.height_for(inner, 1)
            line.setGeometry(side, y, inner, tall)
            y += tall
        tall = y + below
        self._sheet.setGeometry(0, self.height() - tall, self.width(), tall)
        self.chart.setGeometry(0, top, self.width(), self.height() - tall - gap - top)

    def _by_weight(self) -> list[Words]:
        """The lines, the one that stays in the smallest room first."""
        remark, more, curvature = self.lines
        if self._warns or self._shown is None:
            return [remark, curvature, more]
        return [curvature, remark, more]

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.caption.setText(translate("Intervals lab", "Level"))
        for button, level in zip(self.levels, LEVELS, strict=True):
            button.setText(f"{level:.2f}")
            name = translate("Intervals lab", "Level {level}").format(level=button.text())
            button.setAccessibleName(name)
            button.setToolTip(
                translate(
                    "Intervals lab", "Of many such intervals this share would hold the true π"
                )
            )
        self.box.setAccessibleName(translate("Intervals lab", "Level"))
        self.box.setToolTip(translate("Intervals lab", "Any level from 0.01 to 0.999999"))
        self.chart.setAccessibleName(
            translate("Intervals lab", "Log-likelihood below its top, cut by the level line")
        )
        self.chart.setToolTip(translate("Intervals lab", "Drag: move π"))
        self.rows.retranslate()
        self._key = None
        self._show_all()
