"""The card "Prediction f(x) and loss": its points are moved, flipped, added and removed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from PyQt5.QtCore import QEvent, QPointF, Qt
from PyQt5.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
)
from PyQt5.QtWidgets import QMenu, QWidget

from core.labelled import MOST_EXAMPLES
from gui.i18n import translate
from gui.model.prediction_layout import PredictionLayout
from gui.model.prediction_marks import Groups
from gui.model.prediction_view import PredictionView

if TYPE_CHECKING:
    from core.labelled import Labelled

# How far from the lines at 0 and 1 a new example may be put, as a share of the height.
NEAR_A_LINE = 0.34
OWN_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
    Qt.Key.Key_Space,
    Qt.Key.Key_Insert,
    Qt.Key.Key_Delete,
    Qt.Key.Key_Backspace,
)
# With these held the arrows move an example.
MOVING = int(Qt.KeyboardModifier.ShiftModifier) | int(Qt.KeyboardModifier.ControlModifier)


def _is_own(event: QKeyEvent) -> bool:
    """Whether a key means anything here; with Alt, say, it is the window's."""
    held = int(event.modifiers()) & ~int(Qt.KeyboardModifier.KeypadModifier)
    if held & ~MOVING:
        return False
    moves = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right)
    return event.key() in OWN_KEYS and (moves or not held)


class PredictionCard(PredictionView):
    """The plot of f(x), in which mouse and keys edit the examples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._menu: QMenu | None = None
        self._by_keys = False
        self.gesture.edited.connect(self._edit)

    def stop(self) -> None:
        """End what is held."""
        super().stop()
        if self._menu is not None:
            self._menu.close()

    # Edits ---------------------------------------------------------------------------------

    @property
    def _data(self) -> Labelled | None:
        model = self._snapshot.model if self._snapshot is not None else None
        return model.state.data if model is not None else None

    def _edit(self, data: Labelled) -> None:
        fields: dict[str, Any] = {"data": data, "source": "", "true": None}
        self.edited.emit("examples", fields)

    def flip(self, i: int) -> None:
        """Ask for the other label of an example."""
        data = self._data
        if data is not None and 0 <= i < data.n:
            self._edit(data.changed(i, y=1 - int(data.y[i])))

    def remove(self, i: int) -> None:
        """Ask for the examples without one of them; the nearest one left is pointed at."""
        data = self._data
        if data is not None and 0 <= i < data.n:
            x = float(data.x[i])
            self._point(-1)
            self._edit(data.removed([i]))
            left = self._data
            if left is not None and left.n and self.hasFocus():
                self._point(self._pointer.nearest(left, x))

    def add(self, x: float, y: int) -> None:
        """Ask for one example more, which is pointed at then."""
        data = self._data
        if data is None:
            return
        if data.n >= MOST_EXAMPLES:
            self.refused.emit(translate("Model", "There are as many examples as can be kept."))
            return
        self._edit(data.added(x, y))
        now = self._data
        if now is not None and now.n == data.n + 1:
            self._point(data.n)

    def _add_at(self, place: QPointF) -> None:
        layout = self._layout
        if layout is None or not layout.live.contains(place):
            return
        height = layout.height_at(place.y())
        if min(abs(height), abs(1.0 - height)) <= NEAR_A_LINE:
            x = layout.axis.snapped(layout.x_at(place.x()), layout.plot.width())
            self.add(x, int(height > 0.5))

    def _point(self, i: int) -> None:
        if self._pointer.take(i):
            self.pointed.emit(i)
            self.update()

    # Mouse ---------------------------------------------------------------------------------

    def example_at(self, place: QPointF) -> int:
        """The example whose dot, or bar, is at a place; −1 for none."""
        picture = self._picture
        return -1 if picture is None else self._pointer.example_at(picture, place)

    def mousePressEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Take an example; with Ctrl, add one in an empty place."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        place, data, layout = event.localPos(), self._data, self._layout
        if data is None or layout is None:
            return
        i = self.example_at(place)
        if i >= 0:
            self._point(i)
            self.gesture.press(i, data, place, layout.x_of(float(data.x[i])))
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._add_at(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Add an example in an empty place; a second click on an example is a click."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        if self.example_at(event.localPos()) >= 0:
            self.mousePressEvent(event)
        else:
            self._add_at(event.localPos())

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Drag the example that is held, or point at what is under the mouse."""
        data, layout = self._data, self._layout
        if event is None or data is None or layout is None:
            return
        if self.gesture.is_pressed:
            self.gesture.drag(event.localPos(), layout, data)
            return
        i = self.example_at(event.localPos())
        hand = Qt.CursorShape.PointingHandCursor if i >= 0 else Qt.CursorShape.ArrowCursor
        if self.cursor().shape() != hand:
            self.setCursor(hand)
        picture = self._picture
        if picture is not None and self._pointer.take_bin(picture, event.localPos()):
            self.update()
        # What the keys have chosen stays, until the mouse points at something else.
        if i >= 0 or not self._by_keys:
            self._by_keys = False
            self._point(i)

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """End the drag; a click flips the label."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        clicked = self.gesture.release()
        if clicked is not None:
            self.flip(clicked)

    def leaveEvent(self, event: QEvent | None) -> None:  # noqa: N802 - Qt's name
        """Nothing is pointed at any more."""
        super().leaveEvent(event)
        if not self.gesture.is_pressed:
            if self._pointer.leave_bin():
                self.update()
            if not self._by_keys:
                self._point(-1)

    def hideEvent(self, event: QHideEvent | None) -> None:  # noqa: N802 - Qt's name
        """End what is held."""
        super().hideEvent(event)
        self.stop()

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:  # noqa: N802 - Qt's name
        """Offer what can be done here."""
        layout = self._layout
        if event is None or layout is None:
            return
        self.stop()
        place = QPointF(event.pos())
        i = self.example_at(place)
        if event.reason() != QContextMenuEvent.Reason.Mouse:
            i = self.lit
            if i >= 0 and isinstance(layout.marks, Groups):
                place = layout.spot(int(layout.marks.group_of[i]))
        menu = self._menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.destroyed.connect(self._menu_gone)
        actions = (
            (translate("Model", "Flip y"), lambda: self.flip(i), i >= 0),
            (translate("Model", "Remove"), lambda: self.remove(i), i >= 0),
            (translate("Model", "Add an example here"), lambda: self._add_at(place), True),
        )
        for text, do, enabled in actions:
            action = menu.addAction(text)
            if action is not None:
                action.setEnabled(enabled)
                action.triggered.connect(lambda _checked, do=do: do())
        menu.popup(self.mapToGlobal(place.toPoint()))

    def _menu_gone(self) -> None:
        self._menu = None

    # Keys ----------------------------------------------------------------------------------

    def event(self, event: QEvent | None) -> bool:
        """Keep the keys of this plot from the shortcuts of the window."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.ShortcutOverride
            and (_is_own(event) or self.gesture.is_pressed)
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Choose an example, move, flip, add, remove it."""
        layout, data = self._layout, self._data
        if event is None or layout is None or data is None or not self._key(event, layout, data):
            super().keyPressEvent(event)

    def _key(self, event: QKeyEvent, layout: PredictionLayout, data: Labelled) -> bool:
        key, i = event.key(), self.lit
        if self.gesture.is_pressed:
            if key == Qt.Key.Key_Escape:
                self.gesture.cancel()
            return True  # one thing at a time
        if not _is_own(event):
            return False
        if key == Qt.Key.Key_Insert:
            x = float(data.x[i]) if i >= 0 else layout.x_at(layout.plot.center().x())
            y = int(data.y[i]) if i >= 0 else 1
            self.add(layout.axis.snapped(x, layout.plot.width()) if i < 0 else x, y)
        elif int(event.modifiers()) & MOVING:
            return i >= 0 and self.gesture.key(event, i, data, layout)
        elif (chosen := self._pointer.chosen_by(key, layout)) is not None:
            self._by_keys = True
            self._point(chosen)
        elif i >= 0 and key == Qt.Key.Key_Space:
            self.flip(i)
        elif i >= 0 and key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.remove(i)
        else:
            return False
        return True

    def keyReleaseEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Close the step of a held key."""
        if event is not None:
            self.gesture.key_released(event)
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show the focus; a click has a mouse's own sign of where it is."""
        super().focusInEvent(event)
        self._framed = event is None or event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """End what is held, and take the focus' sign away."""
        super().focusOutEvent(event)
        self.gesture.end()
        if self._by_keys:
            self._by_keys = False
            self._point(-1)
        self._framed = False
        self.update()
