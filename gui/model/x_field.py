"""The field in which an x is typed, over its cell."""

from __future__ import annotations

from PyQt5.QtCore import QEvent, Qt, pyqtSignal
from PyQt5.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PyQt5.QtWidgets import QLineEdit, QWidget

from gui.actions import belongs_to_window
from gui.model.typed_number import NumberError, full_text
from gui.model.x_text import parse_x

# Where the caret goes when what was typed is taken: so many rows down, or to the chip of y.
ROWS = {
    Qt.Key.Key_Return: 1,
    Qt.Key.Key_Enter: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
}


class XField(QLineEdit):
    """Takes one number. What is no number stays in the field, with a message, until it is mended.

    Signals:
        taken: the user wants this x.
        left: the field is to go: by how many rows the caret goes on, and whether to y.
        refused: what is typed is no x: the `NumberError`.
        accepted: what is typed is one (again), or is given up.

    Attributes:
        row: whose x it is.
        given: the x that was there when it opened.
    """

    taken = pyqtSignal(float)
    left = pyqtSignal(int, bool)
    refused = pyqtSignal(object)
    accepted = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("xField")
        self.row, self.given = -1, 0.0
        self._leaving = False
        self.textEdited.connect(self._check)
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether something is being typed."""
        return self.row >= 0

    def open_at(self, row: int, x: float, typed: str | None = None) -> None:
        """Begin with the x that is there, selected, or with the first key of another one."""
        self.row, self.given = row, x
        self.show()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed is None:
            self.setText(full_text(x))
            self.selectAll()
        else:
            self.setText(typed)
            self.setModified(True)
            self._check(typed)

    def close_up(self) -> None:
        """Go, whatever stands there."""
        self._leaving = True
        self.row = -1
        parent = self.parentWidget()
        if self.hasFocus() and parent is not None:
            parent.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._leaving = False
        self._mark(invalid=False)
        self.accepted.emit()

    def commit(self) -> bool:
        """Take what is typed.

        Returns:
            whether there is nothing left to be mended.
        """
        if not self.is_open:
            return True
        if not self.isModified():
            self.close_up()
            return True
        try:
            x = parse_x(self.text())
        except NumberError as error:
            self._refuse(error)
            return False
        given = self.given
        # What is taken is in the table before the field goes.
        self.setModified(False)
        if x != given:
            self.given = x
            self.taken.emit(x)
        self.close_up()
        return True

    def _check(self, text: str) -> None:
        try:
            parse_x(text)
        except NumberError as error:
            # A sign or a point alone is on its way to a number.
            if text.strip() not in ("", "-", "−", "+", ".", "-.", "−.", "+."):
                self._refuse(error)
        else:
            self._mark(invalid=False)
            self.accepted.emit()

    def _refuse(self, error: NumberError) -> None:
        self._mark(invalid=True)
        self.refused.emit(error)

    def _mark(self, *, invalid: bool) -> None:
        if bool(self.property("invalid")) != invalid:
            self.setProperty("invalid", invalid)
            style = self.style()
            if style is not None:
                style.unpolish(self)
                style.polish(self)

    # Keys ------------------------------------------------------------------------------------

    def event(self, event: QEvent | None) -> bool:
        """Keep Escape and Tab from the window while something is typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if ((undo or redo) and not self.isModified()) or belongs_to_window(event):
                event.ignore()
                return False
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab)
        ):
            if self.commit():
                self.left.emit(0, event.key() == Qt.Key.Key_Tab)
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Enter and the arrows up and down take what is typed, Escape gives it up."""
        if event is None:
            return
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
            self.left.emit(0, False)
        elif event.key() in ROWS:
            rows = ROWS[Qt.Key(event.key())]
            if self.commit():
                self.left.emit(rows, False)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """What was typed is taken, or stays with its message."""
        super().focusOutEvent(event)
        elsewhere = event is None or event.reason() not in (
            Qt.FocusReason.PopupFocusReason,
            Qt.FocusReason.ActiveWindowFocusReason,
        )
        if elsewhere and not self._leaving:
            self.commit()
