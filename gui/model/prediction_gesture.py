"""How mouse and keys move, flip, add and remove examples in the plot of f(x)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QObject, QPointF, Qt, pyqtSignal
from PyQt5.QtGui import QKeyEvent

if TYPE_CHECKING:
    from core.labelled import Labelled
    from gui.model.prediction_layout import PredictionLayout

# A press that moves less than this, in pixels, is a click.
STILL = 3.0
# A dragged point changes its label beyond this share of the height.
ACROSS = 0.62
_DIRECTION = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class PointGesture(QObject):
    """A drag or a held key that moves one example: one step of the history.

    Signals:
        edited: the user wants these examples.
        started, ended: the gesture begins, ends; always in pairs.
    """

    edited = pyqtSignal(object)
    started = pyqtSignal()
    ended = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._example: int | None = None
        self._data: Labelled | None = None
        self._pressed = QPointF()
        self._offset = 0.0
        self._held: object | None = None

    @property
    def is_open(self) -> bool:
        """Whether an example is on the move."""
        return self._held is not None

    @property
    def is_pressed(self) -> bool:
        """Whether the button is down on an example."""
        return self._example is not None

    @property
    def example(self) -> int | None:
        """The example that the button went down on."""
        return self._example

    def press(self, example: int, data: Labelled, place: QPointF, x_pixel: float) -> None:
        """The button goes down on an example.

        Args:
            example: its number.
            data: all examples.
            place: where the mouse is.
            x_pixel: where the example is: it follows the mouse at the distance that it has now.
        """
        self.end()
        self._example, self._data, self._pressed = example, data, QPointF(place)
        self._offset = x_pixel - place.x()

    def drag(self, place: QPointF, layout: PredictionLayout, data: Labelled) -> None:
        """The mouse moves, the button held.

        Args:
            place: where it is.
            layout: of the plot.
            data: the examples as they are now.
        """
        if self._example is None or self._data is None or self._example >= data.n:
            return
        if self._held is None:
            if (place - self._pressed).manhattanLength() <= STILL:
                return
            self._held = "mouse"
            self.started.emit()
        pixels = layout.plot.width()
        x = layout.axis.snapped(layout.x_at(place.x() + self._offset), pixels)
        height = layout.height_at(place.y())
        y = int(data.y[self._example])
        if height > ACROSS:
            y = 1
        elif height < 1.0 - ACROSS:
            y = 0
        if (x, y) != (float(data.x[self._example]), int(data.y[self._example])):
            self.edited.emit(self._data.changed(self._example, x=x, y=y))

    def release(self) -> int | None:
        """The button comes up.

        Returns:
            the example that was clicked; None if it was dragged, or there was none.
        """
        clicked = None if self._held is not None else self._example
        self.end()
        return clicked

    def cancel(self) -> None:
        """Put back what is dragged."""
        if self._held == "mouse" and self._data is not None:
            self.edited.emit(self._data)
        self.end()

    def key(self, event: QKeyEvent, example: int, data: Labelled, layout: PredictionLayout) -> bool:
        """Move an example by a key: with Shift one step, with Ctrl ten.

        Returns:
            whether it is a key that does so.
        """
        direction = _DIRECTION.get(event.key())  # type: ignore[call-overload]
        if direction is None or self.is_pressed:
            return False
        if not event.isAutoRepeat() or self._held != event.key():
            self.end()
            self._held = event.key()
            self.started.emit()
        ten = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        steps = direction * (10 if ten else 1)
        x = layout.axis.stepped(float(data.x[example]), steps, layout.plot.width())
        if x != float(data.x[example]):
            self.edited.emit(data.changed(example, x=x))
        return True

    def key_released(self, event: QKeyEvent) -> None:
        """Close the step of a held key."""
        if not event.isAutoRepeat() and self._held == event.key():
            self.end()

    def end(self) -> None:
        """Whatever the mouse and the keys do next, this gesture is over."""
        held, self._held = self._held, None
        self._example = self._data = None
        if held is not None:
            self.ended.emit()
