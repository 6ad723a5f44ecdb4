"""The window before a class: full screen, large type, and the keys that presenters send."""

from __future__ import annotations

from PyQt5.QtCore import QEvent, QObject, Qt, QTimer, pyqtSignal
from PyQt5.QtGui import QKeyEvent, QPainter, QPaintEvent
from PyQt5.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QWidget

from gui import theme
from gui.theme import scale_for

# Type is so many times as large as in the window, at the least.
LARGER = 1.6
# Type whose small letters are 14 pixels tall: what the back row of a room reads at 1280x720.
LEAST_TYPE = 27
ROOM = (1280, 720)

_NEXT = {Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Space}
_BACK = {Qt.Key.Key_PageUp, Qt.Key.Key_Left, Qt.Key.Key_Up}
_BLANK = {Qt.Key.Key_B, Qt.Key.Key_Period}
# What a presenter in the hand sends is never for a control.
_ALWAYS = {Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}


class _Blank(QWidget):
    """A dark sheet over everything: the class looks at the teacher."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("blankScreen")
        self.hide()

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint nothing but the dark."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.role_of(theme.DARK, "ground"))
        painter.end()


class Presentation(QObject):
    """Begins and ends the presentation of a window, and reads the presenter's keys.

    Signals:
        changed: it began, or ended.
        next_asked, back_asked: a key of a presenter was pressed.
    """

    changed = pyqtSignal()
    next_asked = pyqtSignal()
    back_asked = pyqtSignal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._blank = _Blank(window)
        self._was_maximized = False
        self.active = False

    def begin(self, *, full_screen: bool = True) -> None:
        """Show the window to a class."""
        if self.active:
            return
        self.active = True
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)
        self._was_maximized = self._window.isMaximized()
        self.changed.emit()
        if full_screen:
            self._window.showFullScreen()
        self._come_home()

    def end(self) -> None:
        """Back to a window."""
        if not self.active:
            return
        self.active = False
        self._blank.hide()
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
        if self._window.isFullScreen():
            if self._was_maximized:
                self._window.showMaximized()
            else:
                self._window.showNormal()
        self.changed.emit()

    def leave(self) -> None:
        """One step out: from the blank screen to the window, from there to the end."""
        if self.blank:
            self.toggle_blank()
        else:
            self.end()

    @property
    def blank(self) -> bool:
        """Whether the screen is dark."""
        return self.active and not self._blank.isHidden()

    def toggle_blank(self) -> None:
        """Make the screen dark, or show the window again."""
        self._blank.setGeometry(self._window.rect())
        self._blank.setVisible(self._blank.isHidden())
        self._blank.raise_()

    def fit(self) -> None:
        """Give the window the look that its size asks for."""
        width, height = self._window.width(), self._window.height()
        usual = scale_for(width, height)
        if not self.active:
            theme.set_look(scale=usual, least_type=0)
            return
        room = max(1.0, int(min(width / ROOM[0], height / ROOM[1]) * 8) / 8)
        theme.set_look(scale=LARGER * max(room, usual), least_type=round(LEAST_TYPE * room))
        if self.blank:
            self._blank.setGeometry(self._window.rect())

    # Keys ------------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:  # noqa: N802
        """Take the presenter's keys before any control sees them."""
        if event is None or not isinstance(watched, QWidget):
            return False
        if watched.window() is not self._window:
            return False
        if event.type() == QEvent.Type.MouseButtonRelease:
            # A click leaves the keys with the presenter.
            QTimer.singleShot(0, self._come_home)
            return False
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        return self._take(event)

    def _take(self, event: QKeyEvent) -> bool:
        key = event.key()
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        focus = QApplication.focusWidget()
        typing = isinstance(focus, (QLineEdit, QAbstractSpinBox))
        if self.blank and key in _NEXT | _BACK | _BLANK:
            self.toggle_blank()
            return True
        if key in _BLANK and not typing:
            self.toggle_blank()
            return True
        if key not in _ALWAYS and focus is not None and focus is not self._window:
            return False
        if key in _NEXT:
            self.next_asked.emit()
            return True
        if key in _BACK:
            self.back_asked.emit()
            return True
        return False

    def _come_home(self) -> None:
        """Let the presenter have the keys, unless something is being typed."""
        if self.active and not isinstance(
            QApplication.focusWidget(), (QLineEdit, QAbstractSpinBox)
        ):
            self._window.setFocus()
