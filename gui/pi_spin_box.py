"""π as a number to type."""

from __future__ import annotations

from PyQt5.QtCore import QEvent, QLocale, Qt, pyqtSignal
from PyQt5.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QValidator
from PyQt5.QtWidgets import QDoubleSpinBox, QLineEdit, QWidget

from core.parsing import ProbabilityError, parse_probability
from gui.actions import belongs_to_window
from gui.pace import Pace
from gui.pi_gesture import STEP

# Enough for each float64 of the interval that a person would type; π itself is kept exactly.
DECIMALS = 20


class PiSpinBox(QDoubleSpinBox):
    """A field for π: any digits, a fraction, a power of ten. Enter takes what is typed.

    What is typed and is no probability stays where it is, with a message, until it is mended.

    Signals:
        pi_edited: the user wants this π.
        typing_started: the first key of a new number.
        refused: what was typed is not a probability: the `ProbabilityError`.
        accepted: what stands in the field is one (again).
    """

    pi_edited = pyqtSignal(float)
    typing_started = pyqtSignal()
    refused = pyqtSignal(object)
    accepted = pyqtSignal()

    # Qt asks for the text of a value while it is still building the box.
    _exact = 0.5
    _rendering = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("piSpinBox")
        self.setLocale(QLocale.c())
        self.setDecimals(DECIMALS)
        self.setRange(0.0, 1.0)
        self.setSingleStep(STEP)
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._pace = Pace(self, self._refresh)
        self.setValue(self._exact)
        self.valueChanged.connect(self._set_by_tool)
        self._edit().textEdited.connect(self._typed)

    def _edit(self) -> QLineEdit:
        edit = self.lineEdit()
        assert edit is not None  # noqa: S101 - each spin box has one
        return edit

    # Showing -------------------------------------------------------------------------------

    def render_pi(self, pi: float) -> None:
        """Show π."""
        if pi == self._exact:
            return
        self._exact = pi
        self._pace.ask()

    def flush(self) -> None:
        """Show π now, if it was to be shown in a moment."""
        typing = self._edit().isModified()
        if not typing and self._edit().text() != self.textFromValue(self._exact):
            self._refresh()

    def _refresh(self) -> None:
        self._rendering = True
        self.setValue(self._exact)
        # Two values that Qt takes for one may still be told apart.
        self._edit().setText(self.textFromValue(self._exact))
        # The first digits are those to see, should not all have room.
        self._edit().setCursorPosition(0)
        self._rendering = False
        self.accepted.emit()

    def value(self) -> float:
        """π itself, all its digits."""
        return self._exact

    def text(self) -> str:
        """π as it is shown, or what is being typed."""
        self.flush()
        return super().text()

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """The shortest text of π that reads back as the same float."""
        exact = self._exact if abs(self._exact - value) < 10.0**-DECIMALS else value
        text = repr(exact)
        return {"0.0": "0", "1.0": "1"}.get(text, text)

    def valueFromText(self, text: str | None) -> float:  # noqa: N802 - Qt's name
        """π from a text; the old value where it is none."""
        try:
            return parse_probability(text or "")
        except ProbabilityError:
            return self._exact

    def validate(self, text: str | None, pos: int) -> tuple[QValidator.State, str, int]:
        """Any text may be typed; what it means is said beside the field."""
        return QValidator.State.Acceptable, text or "", pos

    # Editing -------------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        self.typing_started.emit()
        self._pace.cancel()
        try:
            parse_probability(text)
        except ProbabilityError as error:
            self.refused.emit(error)
        else:
            self.accepted.emit()

    def commit(self) -> None:
        """Take what is typed; what is no probability stays, with its message."""
        edit = self._edit()
        if not edit.isModified():
            return
        try:
            pi = parse_probability(edit.text())
        except ProbabilityError as error:
            self.refused.emit(error)
            return
        edit.setModified(False)
        self.accepted.emit()
        if pi == self._exact:
            self._refresh()  # 7/10 becomes 0.7
        self.pi_edited.emit(pi)

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """Arrows and the wheel step on the decimal grid."""
        self._edit().setModified(False)
        self.pi_edited.emit(min(1.0, max(0.0, round(self._exact + steps * STEP, 12))))

    def _set_by_tool(self, value: float) -> None:
        if not self._rendering:
            self.pi_edited.emit(min(1.0, max(0.0, value)))

    def start_typing(self) -> None:
        """Take the focus, so that the next key begins a new number."""
        self.flush()
        self._pace.cancel()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def event(self, event: QEvent | None) -> bool:
        """Keep Escape from the window while there is something to give up."""
        if event is not None and event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)  # noqa: S101 - for the type checker
            typing = self._edit().isModified()
            if event.key() == Qt.Key.Key_Escape and typing:
                event.accept()
                return True
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if ((undo or redo) and not typing) or belongs_to_window(event):
                event.ignore()
                return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Enter takes what is typed, Escape gives it up."""
        if event is None:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.commit()
            self.selectAll()
        elif event.key() == Qt.Key.Key_Escape and self._edit().isModified():
            self._edit().setModified(False)
            self._refresh()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """What was typed is taken, or stays with its message."""
        if event is None:
            return
        self.commit()
        # Qt's own would put the old number back in place of what it does not understand.
        self._edit().event(event)
        QWidget.focusOutEvent(self, event)
