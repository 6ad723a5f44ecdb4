"""How mouse and keys move π, the same in the slider and in the plots."""

from __future__ import annotations

from PyQt5.QtCore import QObject, Qt, QTimer, pyqtSignal
from PyQt5.QtGui import QKeyEvent, QWheelEvent

STEP, SMALL_STEP, LARGE_STEP = 0.01, 0.001, 0.1
# Turns of the wheel with a shorter pause between, in milliseconds, are one step of the history.
WHEEL_PAUSE = 400

_DIRECTION = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}


def step_for(modifiers: Qt.KeyboardModifiers | Qt.KeyboardModifier) -> float:
    """How far π moves at a time."""
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return LARGE_STEP
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return SMALL_STEP
    return STEP


def moved(pi: float, event: QKeyEvent) -> float | None:
    """π after a key press; None if the key does not move π."""
    if event.key() == Qt.Key.Key_Home:
        return 0.0
    if event.key() == Qt.Key.Key_End:
        return 1.0
    direction = _DIRECTION.get(event.key())  # type: ignore[call-overload]
    if direction is None:
        return None
    step = step_for(event.modifiers())
    # Steps of a decimal grid, free of 0.1 + 0.2; a π off the grid keeps its own digits.
    return min(1.0, max(0.0, round(pi + direction * step, 12)))


class PiGesture(QObject):
    """A drag or a held key that moves π: one step in the history from its start to its end.

    Signals:
        edited: the user wants this π.
        started, ended: the gesture begins, ends; always in pairs.
    """

    edited = pyqtSignal(float)
    started = pyqtSignal()
    ended = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._held: object | None = None
        self._wheel = QTimer(self)
        self._wheel.setSingleShot(True)
        self._wheel.setInterval(WHEEL_PAUSE)
        self._wheel.timeout.connect(lambda: self.end("wheel"))

    @property
    def is_open(self) -> bool:
        """Whether a button or a key is held."""
        return self._held is not None

    def begin(self, held: object = "mouse") -> None:
        """The mouse or a key goes down."""
        self.end()
        self._held = held
        self.started.emit()

    def end(self, held: object | None = None) -> None:
        """It comes up; without saying what, all ends: the control loses the focus."""
        if self._held is not None and held in (None, self._held):
            self._held = None
            self.ended.emit()

    def key_pressed(self, event: QKeyEvent, pi: float) -> bool:
        """Move π by a key.

        Returns:
            whether it is a key that moves π.
        """
        new = moved(pi, event)
        if new is None:
            return False
        self.key_moves(event, new)
        return True

    def key_moves(self, event: QKeyEvent, value: float) -> None:
        """Let a key ask for a number, unless the mouse holds the handle."""
        if self._held == "mouse":
            return  # one thing at a time
        if not event.isAutoRepeat() or self._held != event.key():
            self.begin(event.key())
        self.edited.emit(value)

    def key_released(self, event: QKeyEvent) -> None:
        """Close the step of a held key."""
        if not event.isAutoRepeat():
            self.end(event.key())

    def wheeled(self, event: QWheelEvent, pi: float) -> None:
        """Move π by the wheel; turns without a pause between are one step."""
        notches = event.angleDelta().y() / 120 or event.angleDelta().x() / 120
        if notches:
            step = step_for(event.modifiers())
            self.wheel_moves(min(1.0, max(0.0, round(pi + notches * step, 12))))

    def wheel_moves(self, value: float) -> None:
        """Let the wheel ask for a number; turns without a pause between are one step."""
        if self._held not in (None, "wheel"):
            return
        if self._held is None:
            self.begin("wheel")
        self._wheel.start()
        self.edited.emit(value)
