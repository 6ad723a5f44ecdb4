"""The landscape under the hand: the handle is dragged, the ground moved, the wheel zooms."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QPointF, Qt, pyqtSignal
from PyQt5.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PyQt5.QtWidgets import QWidget

from core.landscape import Region
from core.model_state import LARGEST
from gui.decimal_steps import round_step, stepped
from gui.model.landscape_picture import LandscapePicture

if TYPE_CHECKING:
    from core.model_snapshot import ModelSnapshot

# One notch of the wheel.
WHEEL = 1.25
# A region is at least so small a part of its own distance from 0, and at most so large.
FINEST, LARGEST_SPAN = 1e-11, 1e150
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Down: (0, -1),
    Qt.Key.Key_Up: (0, 1),
}


class LandscapeCanvas(LandscapePicture):
    """The landscape, and what mouse and keys do to it.

    Signals:
        edited: the user wants these fields of the model: w, b or both.
        looked: the user wants to see this region; None for the usual one.
        gesture_started, gesture_ended: a drag or a held key; always in pairs.
    """

    edited = pyqtSignal(dict)
    looked = pyqtSignal(object)
    gesture_started = pyqtSignal()
    gesture_ended = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("landscapeCanvas")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        # What is held: the handle ("mouse"), a key, or the ground under the mouse ("pan").
        self._held: object = None
        self._grip = QPointF()
        self._panned: tuple[QPointF, Region] | None = None
        self._space = False

    # The mouse -------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Take the handle, bring it here, or take hold of the ground."""
        layout, model = self.layout_now, self._model()
        if event is None or layout is None or model is None or self._held is not None:
            return
        at = QPointF(event.localPos())
        if not layout.plot.adjusted(-6, -6, 6, 6).contains(at):
            return
        left = event.button() == Qt.MouseButton.LeftButton
        if left and not self._space:
            self._begin("mouse")
            handle = self._handle
            if handle is not None and handle.out is None and handle.covers().contains(at):
                self._grip = handle.at - at
            else:
                self._grip = QPointF()
                self._bring_to(at)
        elif left or event.button() in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
            self._held, self._panned = "pan", (at, model.region)
            self.setCursor(Qt.CursorShape.ClosedHandCursor)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Go on with a drag, or show what can be taken."""
        layout = self.layout_now
        if event is None or layout is None:
            return
        at = QPointF(event.localPos())
        if self._held == "mouse":
            self._bring_to(at + self._grip)
        elif self._held == "pan" and self._panned is not None:
            start, region = self._panned
            moved = at - start
            dw, db = -moved.x() * layout.w_per_pixel, moved.y() * layout.b_per_pixel
            self._look(region.w_low + dw, region.w_high + dw, region.b_low + db, region.b_high + db)
        elif self._space:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        elif self._handle is not None and self._handle.covers().contains(at):
            self.setCursor(Qt.CursorShape.SizeAllCursor)
        elif layout.plot.contains(at):
            self.setCursor(Qt.CursorShape.CrossCursor)
        else:
            self.unsetCursor()

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Let go of it."""
        if event is None:
            return
        if self._held == "mouse" and event.button() == Qt.MouseButton.LeftButton:
            self._end("mouse")
        elif self._held == "pan":
            self._held = self._panned = None
            self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show the usual region: with the right button, or beside the axes.

        On the landscape the left button's first click has moved the handle already.
        """
        layout = self.layout_now
        if event is None or layout is None:
            return
        inside = layout.plot.adjusted(-6, -6, 6, 6).contains(event.localPos())
        if inside and event.button() == Qt.MouseButton.LeftButton:
            self.mousePressEvent(event)
        else:
            self.looked.emit(None)

    def wheelEvent(self, event: QWheelEvent | None) -> None:  # noqa: N802 - Qt's name
        """Zoom about the mouse."""
        layout = self.layout_now
        if event is None or layout is None:
            return
        notches = event.angleDelta().y() / 120
        if notches and self._held is None:
            w, b = layout.weights_at(event.position())
            self.zoom(WHEEL**-notches, w, b)
        event.accept()

    def zoom(self, factor: float, w: float | None = None, b: float | None = None) -> None:
        """Look at a region `factor` times as large, with (w, b), or the middle, where it is."""
        model = self._model()
        if model is None or not model.n:
            return
        old = model.region
        w = (old.w_low + old.w_high) / 2 if w is None else w
        b = (old.b_low + old.b_high) / 2 if b is None else b
        self._look(
            *(w + (edge - w) * factor for edge in (old.w_low, old.w_high)),
            *(b + (edge - b) * factor for edge in (old.b_low, old.b_high)),
        )

    def _look(self, *edges: float) -> None:
        """Ask for a region, unless its edges could not be told apart or are beyond all bounds."""
        w_low, w_high, b_low, b_high = edges
        for low, high in ((w_low, w_high), (b_low, b_high)):
            span = high - low
            if not FINEST * max(abs(low), abs(high), 1e-140) < span < LARGEST_SPAN:
                return
        self.looked.emit(Region(w_low, w_high, b_low, b_high))

    def _bring_to(self, at: QPointF) -> None:
        layout, model = self.layout_now, self._model()
        if layout is not None and model is not None:
            w, b = layout.weights_at(at)
            self._edit(w, b)

    def _edit(self, w: float, b: float) -> None:
        """Ask for w and b; where all share one π, w stays what it is."""
        model = self._model()
        if model is None:
            return
        fields = {"b": b} if model.state.shared else {"w": w, "b": b}
        if any(getattr(model.state, name) != value for name, value in fields.items()):
            self.edited.emit(fields)

    # Keys ------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Move (w, b) by the arrows; Home shows the usual region, Space takes the ground."""
        model = self._model()
        alt = Qt.KeyboardModifier.AltModifier
        if event is None or model is None or not model.n or event.modifiers() & alt:
            super().keyPressEvent(event)
        elif event.key() in _ARROWS:
            self._press_arrow(event, model)
        elif event.key() == Qt.Key.Key_Home:
            self.looked.emit(None)
        elif event.key() in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom(1 / WHEEL)
        elif event.key() == Qt.Key.Key_Minus:
            self.zoom(WHEEL)
        elif event.key() == Qt.Key.Key_Space:
            self._space = True
        else:
            super().keyPressEvent(event)

    def _press_arrow(self, event: QKeyEvent, model: ModelSnapshot) -> None:
        if self._held in ("mouse", "pan"):
            return  # one thing at a time
        if not event.isAutoRepeat() or self._held != event.key():
            self._begin(event.key())
        across, up = _ARROWS[Qt.Key(event.key())]
        steps = 1.0
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            steps = 10.0
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            steps = 0.1
        region = model.region
        w_step = round_step(region.w_low, region.w_high)
        b_step = round_step(region.b_low, region.b_high)
        w = stepped(model.w, w_step, across * steps) if across else model.w
        b = stepped(model.b, b_step, up * steps) if up else model.b
        if max(abs(w), abs(b)) <= LARGEST:
            self._edit(w, b)

    def keyReleaseEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Close the step of a held key."""
        if event is None or event.isAutoRepeat():
            return
        if event.key() == Qt.Key.Key_Space:
            self._space = False
        self._end(event.key())

    def focusInEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show the focus; a click has a mouse's own sign of where it is."""
        super().focusInEvent(event)
        self._frame(event is None or event.reason() != Qt.FocusReason.MouseFocusReason)

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """What a key holds ends with the focus."""
        super().focusOutEvent(event)
        self.stop()
        self._frame(False)

    def _frame(self, framed: bool) -> None:
        if framed != self._framed:
            self._framed = framed
            self.update()

    def _begin(self, held: object) -> None:
        self._end()
        self._held = held
        self.gesture_started.emit()

    def _end(self, held: object = None) -> None:
        if self._held is not None and held in (None, self._held):
            was, self._held, self._panned = self._held, None, None
            if was != "pan":
                self.gesture_ended.emit()

    def stop(self) -> None:
        """Let go of everything."""
        self._space = False
        self._end()
