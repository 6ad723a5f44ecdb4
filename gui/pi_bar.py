"""The row under the plots: sweep, slider, exact value, zoom."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import Qt, pyqtSignal
from PyQt5.QtGui import QPainter, QPaintEvent, QResizeEvent
from PyQt5.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from core.parsing import ProbabilityError
from gui.card import Label
from gui.first_frame import FIRST_FRAME_PASSED, passed
from gui.formula import italic, layout
from gui.i18n import Retranslated, translate
from gui.icons import set_icon
from gui.pi_slider import PiSlider
from gui.pi_spin_box import PiSpinBox
from gui.plot_layout import PADDING
from gui.theme import LOOK_CHANGED, look
from gui.wording import explain

if TYPE_CHECKING:
    from core.snapshot import Snapshot


class _Symbol(QLabel):
    """The letter π before the slider."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        FIRST_FRAME_PASSED.connect(self.update)

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the letter."""
        if not passed():
            return
        laid = layout(italic("π"), look().px(21))
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        laid.draw(painter, (self.width() - laid.width) / 2, (self.height() + laid.ascent) / 2)
        painter.end()


class PiBar(Retranslated, QWidget):
    """Everything that moves π, and the zoom of its axis.

    Signals:
        sweep_asked, zoom_asked, whole_asked: a button was pressed.
    """

    sweep_asked = pyqtSignal()
    zoom_asked = pyqtSignal()
    whole_asked = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.slider = PiSlider(self)
        self.slider.sweep_asked.connect(self.sweep_asked)
        self.sweep = QToolButton(self)
        self.sweep.setObjectName("sweepButton")
        self.sweep.clicked.connect(self._ask_sweep)
        self._symbol = _Symbol(self)
        self.spin = PiSpinBox()
        self.spin.refused.connect(self._show_error)
        self.spin.accepted.connect(self._clear_error)
        self._spin_label = Label("muted", 13)
        self._spin_label.setBuddy(self.spin)
        self.message = Label("warning", 12)
        self.message.setObjectName("piMessage")
        self.zoom = QToolButton()
        self.zoom.setObjectName("zoomButton")
        self.zoom.clicked.connect(self._ask_zoom)
        self.whole = QToolButton()
        self.whole.setObjectName("wholeAxisButton")
        self.whole.clicked.connect(self._ask_whole)
        self._row = QHBoxLayout()
        self._row.addWidget(self._spin_label)
        self._row.addWidget(self.spin)
        self._row.addWidget(self.message, 1)
        self._row.addWidget(self.zoom)
        self._row.addWidget(self.whole)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(2)
        box.addWidget(self.slider)
        box.addLayout(self._row)
        self._running = False
        self._zooms = True
        self._presenting = False
        self._error: ProbabilityError | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    def _ask_sweep(self) -> None:
        self.sweep_asked.emit()

    def _ask_zoom(self) -> None:
        self.zoom_asked.emit()

    def _ask_whole(self) -> None:
        self.whole_asked.emit()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        px = look().px
        for button, name in ((self.zoom, "zoom"), (self.whole, "whole")):
            set_icon(button, name)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        set_icon(self.sweep, "pause" if self._running else "play")
        self.spin.setFixedWidth(px(156))
        self._row.setContentsMargins(px(PADDING), 0, 0, 0)
        self._row.setSpacing(px(8))
        self.slider.updateGeometry()
        self._place()

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Keep the button and the letter before the groove."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the ground: a drag then leaves the window behind it alone."""
        if event is not None:
            painter = QPainter(self)
            painter.fillRect(event.rect(), look().colour("ground"))
            painter.end()

    def _place(self) -> None:
        px = look().px
        height = self.slider.sizeHint().height()
        self.sweep.setGeometry(px(8), round((height - px(30)) / 2), px(34), px(30))
        self._symbol.setGeometry(px(44), 0, px(24), height)

    def leave_out(self, without: frozenset[str], *, presenting: bool, lab: bool) -> None:
        """Leave out the buttons of the zoom; before a class the words, too.

        Args:
            without: controls of `core.stage.CONTROLS` that are left out.
            presenting: whether it is before a class.
            lab: whether a lab stands over it, which then has the room of the exact value.
        """
        for part in (self.spin, self._spin_label):
            part.setVisible(not (presenting and lab))
        self._zooms = "zoom" not in without and not presenting
        self._presenting = presenting
        self._say_label()
        self._show_buttons(visible=self._error is None)

    def _say_label(self) -> None:
        words = "π =" if self._presenting else translate("Pi", "probability of a one, π =")
        self._spin_label.setText(words)

    def show_sweep(self, *, running: bool) -> None:
        """Show ▶ or, while π sweeps, ⏸."""
        self._running = running
        set_icon(self.sweep, "pause" if running else "play")

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot."""
        self.slider.render_snapshot(snapshot)
        self.spin.render_pi(snapshot.pi)
        whole = snapshot.state.interval == (0.0, 1.0)
        if self.whole.isEnabled() is whole:
            self.whole.setEnabled(not whole)
        can_zoom = snapshot.n > 0 and not snapshot.state.hides("optimum")
        if self.zoom.isEnabled() is not can_zoom:
            self.zoom.setEnabled(can_zoom)

    def _show_error(self, error: ProbabilityError) -> None:
        self._error = error
        self.message.setText(explain(error))
        self._mark(invalid=True)
        self._show_buttons(visible=False)

    def _clear_error(self) -> None:
        self._error = None
        if self.message.text():
            self.message.clear()
        self._mark(invalid=False)
        self._show_buttons(visible=True)

    def _show_buttons(self, *, visible: bool) -> None:
        """The message needs the buttons' room in a small window."""
        visible = visible and self._zooms
        for button in (self.zoom, self.whole):
            if button.isHidden() is visible:
                button.setVisible(visible)

    def _mark(self, *, invalid: bool) -> None:
        if bool(self.spin.property("invalid")) != invalid:
            self.spin.setProperty("invalid", invalid)
            style = self.spin.style()
            if style is not None:
                style.unpolish(self.spin)
                style.polish(self.spin)

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        if self._error is not None:
            self.message.setText(explain(self._error))
        self._say_label()
        self.spin.setAccessibleName(translate("Pi", "π, the probability of a one"))
        self.spin.setToolTip(
            translate("Pi", "Any number from 0 to 1: 0.42, 1e−6 or 7/10; Enter takes it (P)")
        )
        self.slider.setAccessibleName(translate("Pi", "π, the probability of a one"))
        self.slider.setToolTip(
            translate("Pi", "← → 0.01, with Shift 0.001, with Ctrl 0.1; Space sweeps; M goes to π̂")
        )
        self.sweep.setAccessibleName(translate("Pi", "Sweep π from 0 to 1"))
        self.sweep.setToolTip(translate("Pi", "Sweep π from 0 to 1 (Space on the slider)"))
        self.zoom.setText(translate("Pi", "Zoom to peak"))
        self.zoom.setToolTip(translate("Pi", "Show the neighbourhood of π̂ (Z; or the wheel)"))
        self.whole.setText(translate("Pi", "Whole axis"))
        self.whole.setToolTip(translate("Pi", "Show π from 0 to 1 (Shift+Z)"))
        for button in (self.zoom, self.whole):
            button.setAccessibleName(button.text())
