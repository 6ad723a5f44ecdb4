"""What sliders that paint themselves share: how mouse and keys take hold of the handle."""

from __future__ import annotations

from PyQt5.QtCore import QEvent, Qt
from PyQt5.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QShowEvent
from PyQt5.QtWidgets import QAbstractSlider, QSlider, QWidget

from gui.pi_gesture import PiGesture
from gui.theme import look


class DragSlider(QSlider):
    """A horizontal slider whose number is kept elsewhere; a drag is one gesture.

    Attributes:
        gesture: the drags and keys that move the number.
        reach: how far from the middle of the handle a press still takes it, in the design's
            pixels.
    """

    gesture: PiGesture
    reach = 10.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def handle_x(self) -> float:
        """Where the middle of the handle stands, in pixels of this widget."""
        raise TypeError(f"{type(self).__name__} must say where its handle stands")

    def number_under(self, x: float) -> float:  # noqa: ARG002 - each slider takes it
        """The number at a place of this widget."""
        raise TypeError(f"{type(self).__name__} must say what its places mean")

    # It paints its own ground: a drag then leaves what is behind it alone. Qt's style takes a
    # slider for one that does not, whenever it takes hold of it.

    def showEvent(self, event: QShowEvent | None) -> None:  # noqa: N802 - Qt's name
        """Say that it paints its ground."""
        super().showEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def changeEvent(self, event: QEvent | None) -> None:  # noqa: N802 - Qt's name
        """Say it again behind a change of style."""
        super().changeEvent(event)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def sliderChange(self, _change: QAbstractSlider.SliderChange) -> None:  # noqa: N802 - Qt's name
        """Nothing to paint: whoever shows another number says where the handle moved."""

    def mousePressEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Take the handle, or bring it to the mouse."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        self.gesture.begin()
        if abs(event.localPos().x() - self.handle_x()) > self.reach * look().scale:
            self.gesture.edited.emit(self.number_under(event.localPos().x()))

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Drag the handle."""
        if (
            event is not None
            and self.gesture.is_open
            and event.buttons() & Qt.MouseButton.LeftButton
        ):
            self.gesture.edited.emit(self.number_under(event.localPos().x()))

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """End the drag."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self.gesture.end("mouse")

    def keyReleaseEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Close the step of a held key."""
        if event is not None:
            self.gesture.key_released(event)
        super().keyReleaseEvent(event)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Close a step that the keys began."""
        self.gesture.end()
        super().focusOutEvent(event)
