"""The card *Calculation*: each quantity's formula, in general and with today's numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QPointF, QRect, QRectF, QSize, Qt, pyqtSignal
from PyQt5.QtGui import QFontMetricsF, QPainter, QPainterPath, QPaintEvent
from PyQt5.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QMenu,
    QRadioButton,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from core.scientific import format_probability, is_exact_text
from core.state import LogBase
from gui import equations, plot_series
from gui.card import Card, Label, Rule
from gui.first_frame import FIRST_FRAME_PASSED, passed
from gui.formula import Laid, Text, fitted, italic, layout, number, row, still_layout
from gui.formula_label import FormulaLabel
from gui.i18n import translate
from gui.icons import set_icon
from gui.pace import Pace
from gui.quiet_label import QuietLabel
from gui.theme import LOOK_CHANGED, look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# In the design's pixels, from the top of a quantity.
LABEL_BASELINE = 13
GENERAL_BASELINE = 44
NUMBERS_BASELINE = 85
# Between the limits of ∏ and Σ above and the fractions below.
NUMBERS_TOP = 64
HEIGHT = 96
GENERAL_SIZE, NUMBERS_SIZE, VALUE_SIZE = 17, 16, 18
# The plotted range of BCE above the entropy, in nats: the bar has the plot's scale.
BAR_BEYOND_ENTROPY = 1.6

VALUE_NAMES = {
    plot_series.LIKELIHOOD: "likelihoodValue",
    plot_series.LOG_LIKELIHOOD: "logLikelihoodValue",
    plot_series.CROSS_ENTROPY: "crossEntropyValue",
}


class QuantityView(QuietLabel):
    """One of L, ℓ and BCE: its name, formula, numbers and value; `text()` is the value."""

    def __init__(self, kind: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = kind
        self.setObjectName(VALUE_NAMES[kind])
        self._snapshot: Snapshot | None = None
        self._note = ""
        self._value: Laid | None = None
        self._lit: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self.setFixedHeight(look().px(HEIGHT))
        self._value = None
        self.update()

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Take a snapshot in; it is worked out when it is painted or asked for."""
        self._snapshot = snapshot
        self._value = None

    def light(self, value: int | None) -> None:
        """Frame the term of the ones (1) or of the zeros (0); None frames nothing."""
        self._lit = value
        if passed():
            self.update(self._numbers_rect())

    def refresh(self) -> None:
        """Paint what may have changed; during a drag the numbers alone."""
        if passed():
            self._work_out()
            self.update(self._numbers_rect())

    def text(self) -> str:
        """The value in plain characters, without the sign before it."""
        self._work_out()
        return super().text()

    def _work_out(self) -> None:
        snapshot = self._snapshot
        if self._value is not None or snapshot is None:
            return
        node, text = equations.value_node(self.kind, snapshot)
        self._value = layout(node, look().px(VALUE_SIZE))
        self.setText(text)
        note = equations.note_text(self.kind, snapshot)
        if note != self._note:
            self._note = note
            self.update()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setAccessibleName(plot_series.title(self.kind))
        self._value = None
        self.update()

    def _numbers_rect(self) -> QRect:
        top = look().px(NUMBERS_TOP)
        return QRect(0, top, self.width(), self.height() - top)

    def numbers(self) -> Laid | None:
        """The formula with numbers, in the fullest form that fits beside the value."""
        self._work_out()
        if self._snapshot is None or self._value is None:
            return None
        px = look().px
        room = self.width() - self._value.width - px(14)
        forms = equations.substituted(self.kind, self._snapshot, self._lit)
        return fitted(forms, room, px(NUMBERS_SIZE), px(NUMBERS_SIZE - 2))

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the words and the formulas; during a drag only the numbers."""
        if event is None:
            return
        value, px = look(), look().px
        painter = QPainter(self)
        painter.fillRect(event.rect(), value.colour("card"))
        if not passed():
            return
        self._work_out()
        if event.rect().top() < self._numbers_rect().top():
            self._paint_still(painter)
        laid = self.numbers()
        if laid is not None and self._value is not None:
            laid.draw(painter, 0, px(NUMBERS_BASELINE))
            self._value.draw(painter, self.width() - self._value.width, px(NUMBERS_BASELINE))
        painter.end()

    def _paint_still(self, painter: QPainter) -> None:
        value, px = look(), look().px
        painter.setFont(value.text_font(12.5))
        painter.setPen(value.colour("muted"))
        painter.drawText(QPointF(0, px(LABEL_BASELINE)), plot_series.title(self.kind))
        if self._note:
            width = QFontMetricsF(painter.font()).horizontalAdvance(self._note)
            painter.setPen(value.colour("warning"))
            painter.drawText(QPointF(self.width() - width, px(LABEL_BASELINE)), self._note)
        formula = still_layout(equations.general(self.kind), px(GENERAL_SIZE))
        formula.draw(painter, 0, px(GENERAL_BASELINE))


class DecompositionView(QWidget):
    """BCE = H(π̂) + KL(π̂‖π), its numbers, and a bar in which only the second part moves."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._snapshot: Snapshot | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        FIRST_FRAME_PASSED.connect(self.update)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self.setFixedHeight(look().px(56))
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the card."""
        return QSize(200, look().px(56))

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Take a snapshot in."""
        self._snapshot = snapshot

    def refresh(self) -> None:
        """Paint what a new π changes."""
        if not passed():
            return
        self.update(self._bar().toAlignedRect())
        left = round(still_layout(equations.decomposition(), look().px(15)).width) + 1
        self.update(QRect(left, 0, self.width() - left, look().px(30)))

    def _bar(self) -> QRectF:
        px = look().px
        return QRectF(0, px(38), self.width(), px(10))

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the formula, the numbers and the bar."""
        s = self._snapshot
        if s is None or event is None:
            return
        value, px = look(), look().px
        painter = QPainter(self)
        painter.fillRect(event.rect(), value.colour("card"))
        if not passed():
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        formula = still_layout(equations.decomposition(), px(15))
        if event.region().intersects(QRect(0, 0, int(formula.width), px(30))):
            formula.draw(painter, 0, px(20))
        bar = self._bar()
        track = QPainterPath()
        track.addRoundedRect(bar, px(5), px(5))
        painter.fillPath(track, value.colour("control"))
        node = equations.decomposition_numbers(s)
        if node is not None and s.entropy is not None and s.kl_divergence is not None:
            room = self.width() - formula.width - px(12)
            numbers = fitted((lambda: node,), room, px(15), px(15))
            numbers.draw(painter, self.width() - numbers.width, px(20))
            full = s.entropy + BAR_BEYOND_ENTROPY
            floor = bar.width() * s.entropy / full
            rest = min(bar.width() - floor, bar.width() * s.kl_divergence / full)
            painter.setClipPath(track)
            painter.fillRect(QRectF(0, bar.top(), floor, bar.height()), value.colour("optimum"))
            painter.fillRect(QRectF(floor, bar.top(), rest, bar.height()), value.colour("current"))
        painter.end()


class CalculationPanel(Card):
    """The card with the three quantities, the decomposition and the unit.

    Signals:
        log_base_edited: the user wants nats or bits.
    """

    log_base_edited = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=6)
        self._title = Label("current", 15, strong=True)
        self._pi = FormulaLabel(15, 20, right=True)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addWidget(self._pi, 1)
        self.copy = QToolButton()
        self.copy.setObjectName("copyButton")
        self.copy.setProperty("tight", True)
        self.copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.copy_menu = QMenu(self.copy)
        self.copy.setMenu(self.copy_menu)
        head.addWidget(self.copy)
        self.body.addLayout(head)
        self.quantities = [QuantityView(kind) for kind in plot_series.KINDS]
        for view in self.quantities:
            self.body.addWidget(view)
            self.body.addWidget(Rule())
        self.decomposition = DecompositionView()
        self.body.addWidget(self.decomposition)
        self._caption = Label("muted", 12)
        self._caption.setWordWrap(True)
        self.body.addWidget(self._caption)
        self._base = Label("muted", 13)
        self.nats, self.bits = QRadioButton(), QRadioButton()
        self.nats.setObjectName("natsButton")
        self.bits.setObjectName("bitsButton")
        group = QButtonGroup(self)
        base_row = QHBoxLayout()
        base_row.addWidget(self._base)
        for button, base in ((self.nats, LogBase.NATS), (self.bits, LogBase.BITS)):
            group.addButton(button)
            button.clicked.connect(lambda _checked, base=base: self.log_base_edited.emit(base))
            base_row.addWidget(button)
        base_row.addStretch(1)
        self.body.addLayout(base_row)
        self._snapshot: Snapshot | None = None
        self._lit: int | None = None
        self._pace = Pace(self, self._refresh)
        self.restyle()

    def leave_out(self, without: frozenset[str]) -> None:
        """Leave out controls of `core.stage.CONTROLS`."""
        for part in (self._base, self.nats, self.bits):
            part.setVisible("unit" not in without)

    def light(self, value: int | None) -> None:
        """Frame the term of an observation that is pointed at: of a one, of a zero, or None."""
        if value != self._lit:
            self._lit = value
            for view in self.quantities:
                view.light(value)

    def flush(self) -> None:
        """Show now what was to be shown in a moment."""
        self._refresh()

    def _refresh(self) -> None:
        if self._snapshot is None:
            return
        text = format_probability(self._snapshot.pi)
        sign = " = " if is_exact_text(self._snapshot.pi) else " ≈ "
        self._pi.set_node(row(italic("π", "muted"), Text(sign, "muted"), number(text, "muted")))
        for view in self.quantities:
            view.refresh()
        self.decomposition.refresh()

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot."""
        self._snapshot = snapshot
        if self._caption.isHidden() is bool(snapshot.n):
            self._caption.setVisible(bool(snapshot.n))
        for view in self.quantities:
            view.render_snapshot(snapshot)
        self.decomposition.render_snapshot(snapshot)
        self._pace.ask()
        button = self.nats if snapshot.state.log_base is LogBase.NATS else self.bits
        if not button.isChecked():
            button.setChecked(True)

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        super().restyle()
        set_icon(self.copy, "copy", 14)
        self.copy.setFixedSize(look().px(24), look().px(22))

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self._title.setText(translate("Calculation", "Calculation"))
        self.copy.setToolTip(
            translate("Calculation", "Copy the numbers, the formulas, a program …")
        )
        self.copy.setAccessibleName(translate("Calculation", "Copy"))
        self._caption.setText(
            translate("Calculation", "H(π̂) is the entropy floor: no π can go below it.")
        )
        self._base.setText(translate("Calculation", "log base"))
        self.nats.setText(translate("Calculation", "e (nats)"))
        self.bits.setText(translate("Calculation", "2 (bits)"))
        tip = translate("Calculation", "The values change with the unit, the optimum does not (U)")
        for button in (self.nats, self.bits):
            button.setToolTip(tip)
            button.setAccessibleName(f"{self._base.text()}: {button.text()}")
        for view in self.quantities:
            view.retranslate()
        self.decomposition.setAccessibleName(translate("Calculation", "entropy and KL divergence"))
        self.decomposition.update()
