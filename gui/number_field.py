"""A number to type: whatever is no number stays where it is until it is mended."""

from __future__ import annotations

from PyQt5.QtCore import QEvent, QLocale, Qt, pyqtSignal
from PyQt5.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QValidator
from PyQt5.QtWidgets import QDoubleSpinBox, QLineEdit, QWidget

from gui.actions import belongs_to_window
from gui.pace import Pace

# As many as Qt is told of; the number itself is kept exactly.
DECIMALS = 20


class NumberField(QDoubleSpinBox):
    """A field for a number, which is kept exactly. Enter takes what is typed, Escape gives it up.

    What is typed and is not allowed stays where it is, with a message, until it is mended. Who
    derives from it says how a text is read, how a number is written, and how arrows step.

    Signals:
        edited: the user wants this number.
        typing_started: the first key of a new number.
        refused: what was typed is not allowed: the `ValueError` of `parse`.
        accepted: what stands in the field is (again).
    """

    edited = pyqtSignal(object)
    typing_started = pyqtSignal()
    refused = pyqtSignal(object)
    accepted = pyqtSignal()

    # Qt asks for the text of a value while it is still building the box.
    _exact = 0.5
    _rendering = False

    def __init__(self, least: float, most: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale.c())
        self.setDecimals(DECIMALS)
        self.setRange(least, most)
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

    # What it is a number of ----------------------------------------------------------------

    def parse(self, text: str) -> float:  # noqa: ARG002 - who derives takes it
        """Read what is typed.

        Raises:
            ValueError: it is not allowed.
        """
        raise TypeError(f"{type(self).__name__} must say how a text is read")

    def written(self, value: float) -> str:
        """The text of a number; the shortest that reads back as the same float."""
        return repr(value)

    def shortened(self, value: float) -> str:
        """Its text while nobody is at it, where the field has no room for all digits."""
        return self.written(value)

    def stepped(self, value: float, steps: int) -> float:  # noqa: ARG002 - likewise
        """The number so many steps of the arrows further."""
        raise TypeError(f"{type(self).__name__} must say how arrows step")

    # Showing -------------------------------------------------------------------------------

    def render_value(self, value: float) -> None:
        """Show a number."""
        if value == self._exact:
            return
        self._exact = value
        self._pace.ask()

    def flush(self) -> None:
        """Show the number now, if it was to be shown in a moment."""
        typing = self._edit().isModified()
        if not typing and self._edit().text() != self._shown():
            self._refresh()

    def _shown(self) -> str:
        return (self.written if self.hasFocus() else self.shortened)(self._exact)

    def _refresh(self) -> None:
        self._rendering = True
        self.setValue(self._exact)
        # Two values that Qt takes for one may still be told apart.
        self._edit().setText(self._shown())
        # The first digits are those to see, should not all have room.
        self._edit().setCursorPosition(0)
        self._rendering = False
        self.accepted.emit()

    def value(self) -> float:
        """The number itself, all its digits."""
        return self._exact

    def text(self) -> str:
        """The number as it is shown, or what is being typed."""
        self.flush()
        return super().text()

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """The text of a number that Qt has rounded."""
        return self._shown() if self._stands_for_it(value) else self.written(value)

    def _stands_for_it(self, value: float) -> bool:
        """Whether Qt's number is ours, as far as Qt can tell."""
        return abs(self._exact - value) <= max(10.0**-DECIMALS, 1e-14 * abs(self._exact))

    def valueFromText(self, text: str | None) -> float:  # noqa: N802 - Qt's name
        """The number of a text; the old one where it is none, or where nobody typed it."""
        if not self._edit().isModified():
            return self._exact  # what is shown may be shorter
        try:
            return self.parse(text or "")
        except ValueError:
            return self._exact

    def validate(self, text: str | None, pos: int) -> tuple[QValidator.State, str, int]:
        """Any text may be typed; what it means is said beside the field."""
        return QValidator.State.Acceptable, text or "", pos

    # Editing -------------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        self.typing_started.emit()
        self._pace.cancel()
        try:
            self.parse(text)
        except ValueError as error:
            self.refused.emit(error)
        else:
            self.accepted.emit()

    def commit(self) -> None:
        """Take what is typed; what is not allowed stays, with its message."""
        edit = self._edit()
        if not edit.isModified():
            return
        try:
            value = self.parse(edit.text())
        except ValueError as error:
            self.refused.emit(error)
            return
        edit.setModified(False)
        self.accepted.emit()
        if value == self._exact:
            self._refresh()  # 7/10 becomes 0.7
        self.edited.emit(value)

    def is_typed(self) -> bool:
        """Whether something stands in the field that was typed and not taken."""
        return self._edit().isModified()

    def mark(self, *, invalid: bool) -> None:
        """Show, or do not, that what stands in the field is not allowed."""
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            style = self.style()
            if style is not None:
                style.unpolish(self)
                style.polish(self)

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """Arrows and the wheel step."""
        self._edit().setModified(False)
        self.edited.emit(self.stepped(self._exact, steps))

    def _set_by_tool(self, value: float) -> None:
        # Qt reads the text again when the field is hidden.
        if not self._rendering and not self._stands_for_it(value):
            self.edited.emit(min(self.maximum(), max(self.minimum(), value)))

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

    def focusInEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Whoever comes to it sees all digits."""
        super().focusInEvent(event)
        edit = self._edit()
        full = self.written(self._exact)
        if not edit.isModified() and edit.text() != full:
            chosen = edit.hasSelectedText()
            edit.setText(full)
            if chosen:
                self.selectAll()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """What was typed is taken, or stays with its message."""
        if event is None:
            return
        self.commit()
        # Qt's own would put the old number back in place of what it does not understand.
        self._edit().event(event)
        QWidget.focusOutEvent(self, event)
        if not self._edit().isModified():
            self.flush()
