"""How mouse and keys move π, the same in the slider and in the plots."""

from __future__ import annotations

from PyQt5.QtCore import QObject, Qt, pyqtSignal
from PyQt5.QtGui import QKeyEvent

STEP, SMALL_STEP, LARGE_STEP = 0.01, 0.001, 0.1

_DIRECTION = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}


def moved(pi: float, event: QKeyEvent) -> float | None:
    """π after a key press; None if the key does not move π."""
    if event.key() == Qt.Key.Key_Home:
        return 0.0
    if event.key() == Qt.Key.Key_End:
        return 1.0
    direction = _DIRECTION.get(event.key())  # type: ignore[call-overload]
    if direction is None:
        return None
    step = STEP
    if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        step = LARGE_STEP
    elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
        step = SMALL_STEP
    # Steps of a decimal grid, free of 0.1 + 0.2; a π off the grid keeps its own digits.
    return min(1.0, max(0.0, round(pi + direction * step, 12)))


def snapped(pi: float, low: float, high: float, pixels: float) -> float:
    """π under the mouse, rounded to the finest decimal step that a pixel can tell apart."""
    pi = min(high, max(low, pi))
    if pi in (low, high) or pixels <= 0:
        return pi
    decimals = 0
    while 10.0**-decimals > 1.3 * (high - low) / pixels and decimals < 17:
        decimals += 1
    return min(1.0, max(0.0, round(pi, decimals)))


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
        self.is_open = False

    def begin(self) -> None:
        """The mouse or a key goes down."""
        self.end()
        self.is_open = True
        self.started.emit()

    def end(self) -> None:
        """It comes up, or the control loses the focus."""
        if self.is_open:
            self.is_open = False
            self.ended.emit()

    def key_pressed(self, event: QKeyEvent, pi: float) -> bool:
        """Move π by a key.

        Returns:
            whether it is a key that moves π.
        """
        new = moved(pi, event)
        if new is None:
            return False
        if not event.isAutoRepeat():
            self.begin()
        self.edited.emit(new)
        return True

    def key_released(self, event: QKeyEvent) -> None:
        """Close the step of a held key."""
        if not event.isAutoRepeat():
            self.end()
