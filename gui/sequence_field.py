"""The sequence as editable text."""

from __future__ import annotations

import re

from PyQt5.QtCore import QEvent, Qt, pyqtSignal
from PyQt5.QtGui import QDragEnterEvent, QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PyQt5.QtWidgets import QLineEdit, QWidget

from core.observations import Observations
from core.parsing import SequenceError, parse_sequence
from core.scientific import format_count
from gui.actions import belongs_to_window
from gui.i18n import translate

# The field shows the whole sequence up to here; a longer one by its two ends.
LONGEST_TEXT = 5_000
END_SHOWN = 8
LONGEST_PASTE = 2**30
_DIGITS_ONLY = re.compile(r"[01\s,;]*")


class SequenceField(QLineEdit):
    """The sequence as text. A valid text is taken at once; another one stays in the field.

    Signals:
        edited: the user wants these `Observations`; the second value marks one run of typing.
        refused: the text is not a sequence: the `SequenceError`.
        accepted: the text is a sequence again.
        copy_asked: the user copies a sequence that is shown by its two ends.
        words_given: a text that may be of words (H and T), and what takes its observations.
    """

    edited = pyqtSignal(object, object)
    refused = pyqtSignal(object)
    copy_asked = pyqtSignal()
    words_given = pyqtSignal(str, object)
    accepted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("observationText")
        # Nothing that is pasted is cut off: what is too long is shown by its two ends.
        self.setMaxLength(LONGEST_PASTE)
        self._run: object = object()
        self._shown: Observations | None = None
        self.textEdited.connect(self._typed)
        self.editingFinished.connect(self._end_run)

    def show_observations(self, observations: Observations) -> None:
        """Show observations that were not typed here."""
        if observations is not self._shown:
            self._show(observations)
            self.accepted.emit()

    def _show(self, observations: Observations) -> None:
        self._shown = observations
        whole = observations.has_sequence and observations.n <= LONGEST_TEXT
        self.setReadOnly(not whole)
        if not observations.has_sequence:
            text = ""
        elif whole:
            text = observations.text()
        else:
            text = _two_ends(observations)
        caret = self.cursorPosition()
        self.setText(text)
        self.setCursorPosition(min(caret, len(text)) if whole else 0)

    def retranslate(self) -> None:
        """Set the words between the two ends of a long sequence anew."""
        if self._shown is not None and self.isReadOnly():
            self._show(self._shown)

    def take(self, text: str) -> bool:
        """Use a text as the sequence.

        Returns:
            whether it is one; if not, `refused` has said why.
        """
        try:
            observations = parse_sequence(text)
        except SequenceError as error:
            self.refused.emit(error)
            return False
        self.accepted.emit()
        shown = self._shown
        blank_over_counts = not text.strip() and shown is not None and not shown.has_sequence
        if blank_over_counts or observations == shown:
            return True  # a space typed is no edit
        if observations.n <= LONGEST_TEXT and not self.isReadOnly():
            # Typed text keeps its spaces: what is shown already says these observations.
            self._shown = observations
        self.edited.emit(observations, self._run)
        return True

    def _typed(self, text: str) -> None:
        self.take(text)

    def _end_run(self) -> None:
        self._run = object()

    def paste(self) -> None:
        """Paste at the caret; over a sequence shown by its two ends, in place of it."""
        clipboard = QGuiApplication.clipboard()
        text = clipboard.text() if clipboard is not None else ""
        if _is_of_words(text):
            self._end_run()
            self.words_given.emit(text, self._put_in)
        elif self.isReadOnly() and text:
            self._end_run()
            self.take(text)
        else:
            super().paste()

    def copy(self) -> None:
        """Copy what is selected; of a sequence shown by its two ends all of it."""
        if self.isReadOnly():
            self.copy_asked.emit()
        else:
            super().copy()

    def dragEnterEvent(self, event: QDragEnterEvent | None) -> None:  # noqa: N802 - Qt's name
        """Leave files to the window."""
        data = event.mimeData() if event is not None else None
        if event is not None and data is not None and data.hasUrls():
            event.ignore()
        else:
            super().dragEnterEvent(event)

    def _put_in(self, more: Observations) -> None:
        """Put observations in where the caret is, for what is selected."""
        shown = self._shown
        if shown is None or not shown.has_sequence or self.isReadOnly() or self._is_invalid():
            self.edited.emit(more, None)
            return
        start = self.selectionStart() if self.hasSelectedText() else self.cursorPosition()
        stop = start + len(self.selectedText())
        first, last = (parse_sequence(self.text()[:place]).n for place in (start, stop))
        self.edited.emit(shown.delete(first, last).insert(first, more), None)

    def _is_invalid(self) -> bool:
        try:
            parse_sequence(self.text())
        except SequenceError:
            return True
        return False

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Take paste and copy by the keyboard into our own hands; Enter reads typed words."""
        if event is None:
            return
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and _is_of_words(self.text()):
            self.words_given.emit(self.text(), lambda more: self.edited.emit(more, None))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent | None) -> bool:
        """Leave Undo and Redo to the program: its history knows more than the field's."""
        if event is not None and event.type() == QEvent.Type.ShortcutOverride:
            assert isinstance(event, QKeyEvent)  # noqa: S101 - for the type checker
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if undo or redo or belongs_to_window(event):
                event.ignore()
                return False
        return super().event(event)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """A run of typing ends."""
        self._end_run()
        super().focusOutEvent(event)


def _is_of_words(text: str) -> bool:
    """Whether a text is no sequence of digits, but one of words such as H and T."""
    if _DIGITS_ONLY.fullmatch(text):
        return False
    from core.words import parse_text

    try:
        return parse_text(text).words is not None
    except SequenceError:
        return False


def _two_ends(observations: Observations) -> str:
    n = observations.n
    first, last = observations.text(0, END_SHOWN), observations.text(n - END_SHOWN, n)
    between = translate("Observations", "{count} between").format(
        count=format_count(n - 2 * END_SHOWN)
    )
    return f"{first} … {last} ({between})"
