"""The card over the chain's chart: four switches, the expression they make, and what it says."""

from __future__ import annotations

from itertools import product as combinations
from typing import TYPE_CHECKING, NamedTuple

from PyQt5.QtCore import QLineF, QPointF, QRectF, pyqtSignal
from PyQt5.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PyQt5.QtWidgets import QPushButton, QWidget

from core.chain import Chain, extremum
from gui.first_frame import FIRST_FRAME_PASSED, passed
from gui.formula import Laid, Node, layout, plain, row
from gui.i18n import Retranslated, translate
from gui.labs import chain_words as words
from gui.labs.chain_curve import is_flat
from gui.labs.chain_formulas import Steps, expression, operator, step_formulas
from gui.labs.chain_switch import FormulaSwitch
from gui.labs.chain_text import FittedText
from gui.plot_painter import paint_card
from gui.quiet_label import QuietLabel
from gui.theme import LOOK_CHANGED, look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

NAMES = ("chainProduct", "chainLog", "chainMinus", "chainMean")
# All four steps are on: the longest formula.
LAST: Steps = (True, True, True, True)
# In the design's pixels.
PADDING, TOP, GAP, ARROW = 19, 12, 7, 30
EXPRESSION_SIZE = 26


class Expression(QuietLabel):
    """The curve of the moment as a formula, after the word that says what is looked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chainExpression")
        self._on: Steps = (True, False, False, False)
        self._extremum: str | None = "max"
        LOOK_CHANGED.connect(self.update)

    def show_formula(self, on: Steps, what: str | None) -> None:
        """Show the steps that are on, with argmax ("max"), argmin ("min") or neither."""
        if (on, what) == (self._on, self._extremum) and self.text():
            return
        self._on, self._extremum = on, what
        before = f"arg{what}_π " if what else ""
        self.setText(before + plain(expression(on)))
        self.update()

    @staticmethod
    def _node(on: Steps, what: str | None) -> Node:
        word = operator(what)
        return row(word, expression(on)) if word else expression(on)

    @classmethod
    def _pixels(cls, room: float) -> int:
        """The size of the type in which the longest formula of the chain has room."""
        longest = cls._node(LAST, "min")
        pixels = look().type_px(EXPRESSION_SIZE)
        least = max(look().least_type, pixels // 2)
        while layout(longest, pixels).width > room and pixels > least:
            pixels -= 1
        return pixels

    def laid(self) -> Laid:
        """The formula in the size that it is painted in."""
        return layout(self._node(self._on, self._extremum), self._pixels(self.width()))

    @classmethod
    def _reach(cls, width: float) -> tuple[float, float]:
        """How far the tallest formulas of the chain reach above and below their baseline."""
        pixels = cls._pixels(width)
        tall = [layout(cls._node(on, "min"), pixels) for on in (LAST, (True, False, True, True))]
        return max(laid.ascent for laid in tall), max(laid.descent for laid in tall)

    def height_for(self, width: int) -> int:
        """The height that holds every formula of the chain in a width."""
        return round(sum(self._reach(width))) + 2

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the formula on the baseline that all of them share."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), look().colour("card"))
        if passed():
            _ascent, descent = self._reach(self.width())
            self.laid().draw(painter, 0.0, self.height() - 1 - descent)
        painter.end()


class _Rows(NamedTuple):
    """The heights of the panel's rows, in pixels, 0 for one that is not there."""

    switches: int
    expression: int
    numbers: int
    remark: int
    lines: int


class ChainPanel(Retranslated, QWidget):
    """The controls and the words.

    Signals:
        toggled: the user wants these four steps.
        argmax_asked: the user wants to see where the argmax of this curve is.
    """

    toggled = pyqtSignal(object)
    argmax_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.switches = [FormulaSwitch(step_formulas(i), self) for i in range(4)]
        for switch, name in zip(self.switches, NAMES, strict=True):
            switch.setObjectName(name)
            switch.clicked.connect(self._ask_steps)
        self.expression = Expression(self)
        self.numbers = FittedText(14, parent=self)
        self.numbers.setObjectName("chainNumbers")
        self.remark = FittedText(13, parent=self)
        self.remark.setObjectName("chainRemark")
        self.button = QPushButton(self)
        self.button.setObjectName("chainTryArgmax")
        self.button.clicked.connect(lambda _checked: self.argmax_asked.emit())
        self._snapshot: Snapshot | None = None
        FIRST_FRAME_PASSED.connect(self.expression.update)

    def _ask_steps(self, _checked: bool) -> None:
        self.toggled.emit(tuple(switch.isChecked() for switch in self.switches))

    def render_snapshot(self, snapshot: Snapshot, *, tried: bool = False) -> None:
        """Show the switches, the numbers and the remark of a snapshot.

        Args:
            snapshot: the numbers.
            tried: whether the argmax of a curve that was turned over is marked.
        """
        on = snapshot.state.lab.chain
        for switch, is_on in zip(self.switches, on, strict=True):
            if switch.isChecked() is not is_on:
                switch.setChecked(is_on)
        self._snapshot = snapshot
        self.numbers.set_texts(words.numbers(on, snapshot))
        wrong = on[2] and on[0] and snapshot.n > 0
        role = "warning" if wrong else "muted"
        texts = words.wrong_remark(on, snapshot) if tried else words.remark(on, snapshot)
        self.remark.set_texts([f"▼ {text}" for text in texts] if wrong else texts, role)
        if self.button.isEnabled() is not wrong:
            self.button.setEnabled(wrong)

    def show_steps(self, snapshot: Snapshot, steps: Chain) -> None:
        """Let the word before the expression follow the curve on its way."""
        what = None if is_flat(snapshot, steps) else extremum(steps)
        self.expression.show_formula(snapshot.state.lab.chain, what)

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        said = (
            (
                translate("Chain", "Product: multiply f(yᵢ; π) of all observations"),
                translate("Chain", "The likelihood L: the product over all observations (Space)"),
            ),
            (
                translate("Chain", "Logarithm"),
                translate("Chain", "Take the logarithm: the product becomes a sum (Space)"),
            ),
            (
                translate("Chain", "Times minus one"),
                translate("Chain", "Turn it over: the highest point becomes the lowest (Space)"),
            ),
            (
                translate("Chain", "Times one over N"),
                translate("Chain", "Divide by the number of observations: the mean (Space)"),
            ),
        )
        for switch, (name, tip) in zip(self.switches, said, strict=True):
            switch.setAccessibleName(name)
            switch.setToolTip(tip)
        self.expression.setAccessibleName(translate("Chain", "Expression"))
        self.numbers.setAccessibleName(translate("Chain", "Values"))
        self.remark.setAccessibleName(translate("Chain", "Remark"))
        self.button.setText(translate("Chain", "Try argmax here"))
        self.button.setAccessibleName(self.button.text())
        self.button.setToolTip(translate("Chain", "Mark where this curve is highest"))

    # Layout ----------------------------------------------------------------------------------

    def _inner(self, width: int) -> int:
        return width - 2 * look().px(PADDING)

    def _rows(self, width: int, most: float) -> _Rows:
        """The rows' heights; the remark has a second line only where the chart keeps its room."""
        inner = self._inner(width)
        each = (inner - 3 * look().px(ARROW)) / 4
        stacked = any(switch.width_beside() > each for switch in self.switches)
        for switch in self.switches:
            switch.stacked = stacked
        tall = max(switch.height_needed() for switch in self.switches)
        middle = self.expression.height_for(inner)
        numbers = round(self.numbers.line_height())
        button = self.button.sizeHint()
        room = inner - button.width() - look().px(GAP)
        lines = 1 if self._fits_in_one_line(room) else 2
        rows = _Rows(tall, middle, numbers, button.height(), 1)
        two = rows._replace(
            remark=max(button.height(), round(2 * self.remark.line_height())), lines=2
        )
        if lines == 2 and self._sum(two) <= most:
            return two
        # The chart says the values, too: they are the first to go.
        return rows if self._sum(rows) <= most else rows._replace(numbers=0)

    def _fits_in_one_line(self, room: float) -> bool:
        if self._snapshot is None:
            return True
        every = (
            words.remark((product, log, minus, mean), self._snapshot)
            for product, log, minus, mean in combinations((False, True), repeat=4)
        )
        metrics = look().text_metrics(13)
        return all(metrics.horizontalAdvance(f"▼ {texts[0]}") <= room for texts in every)

    @staticmethod
    def _sum(rows: _Rows) -> int:
        px = look().px
        present = [height for height in rows[:4] if height]
        return sum(present) + (len(present) - 1) * px(GAP) + 2 * px(TOP)

    def height_for(self, width: int, most: float) -> int:
        """The height in a width; at most `most`, if its words can be shorter."""
        return self._sum(self._rows(width, most))

    def lay_out(self, most: float) -> None:
        """Place everything in the size that the panel has."""
        px = look().px
        rows = self._rows(self.width(), most)
        inner, x, y = self._inner(self.width()), px(PADDING), px(TOP)
        each = (inner - 3 * px(ARROW)) / 4
        for i, switch in enumerate(self.switches):
            left = x + i * (each + px(ARROW))
            switch.setGeometry(round(left), y, round(left + each) - round(left), rows.switches)
        y += rows.switches + px(GAP)
        self.expression.setGeometry(x, y, inner, rows.expression)
        y += rows.expression + px(GAP)
        self.numbers.setVisible(bool(rows.numbers))
        if rows.numbers:
            self.numbers.setGeometry(x, y, inner, rows.numbers)
            y += rows.numbers + px(GAP)
        wide, high = self.button.sizeHint().width(), self.button.sizeHint().height()
        self.button.setGeometry(x + inner - wide, y + (rows.remark - high) // 2, wide, high)
        self.remark.lines = rows.lines
        self.remark.setGeometry(x, y, inner - wide - px(GAP), rows.remark)
        self.update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Place everything anew."""
        super().resizeEvent(event)
        self.lay_out(self.height())

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the sheet, and the arrows from switch to switch."""
        value, px = look(), look().px
        painter = QPainter(self)
        painter.fillRect(self.rect(), value.colour("ground"))
        paint_card(painter, QRectF(self.rect()))
        painter.setPen(QPen(value.colour("muted"), 1.6 * value.scale))
        painter.setBrush(value.colour("muted"))
        for one, other in zip(self.switches, self.switches[1:], strict=False):
            y = one.geometry().center().y() + 0.5
            start, end = one.geometry().right() + px(6), other.geometry().left() - px(6)
            painter.drawLine(QLineF(start, y, end - px(4), y))
            head = [
                QPointF(end, y),
                QPointF(end - px(6), y - px(4)),
                QPointF(end - px(6), y + px(4)),
            ]
            painter.drawPolygon(QPolygonF(head))
        painter.end()
