"""A slider over any range of numbers; what lies beyond it is shown by an arrow at the end."""

from __future__ import annotations

from PyQt5.QtCore import QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt5.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QWheelEvent,
)
from PyQt5.QtWidgets import QWidget

from gui.decimal_steps import round_step, snapped, stepped
from gui.drag_slider import DragSlider
from gui.pi_gesture import PiGesture
from gui.theme import look

# What assistive tools read; the number itself is never read back from it.
POSITIONS = 1_000_000
RADIUS, GROOVE, HEIGHT, MARGIN = 8.0, 4.0, 26, 12
# Of a wheel, in Qt's eighths of a degree.
NOTCH = 120
SMALL, USUAL, LARGE = 0.1, 1.0, 10.0

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Down: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: 1,
    Qt.Key.Key_PageDown: -10,
    Qt.Key.Key_PageUp: 10,
}


class RangeSlider(DragSlider):
    """A slider that paints itself; a drag is one gesture.

    Signals:
        play_asked: Space was pressed.

    Attributes:
        gesture: the drags and keys that move the number.
        value_: the number.
    """

    play_asked = pyqtSignal()
    reach = RADIUS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, POSITIONS)
        self.setSingleStep(POSITIONS // 100)
        self.setPageStep(POSITIONS // 10)
        self.value_ = 0.0
        self._range = (0.0, 1.0)
        self._turned = 0
        self._rendering = False
        self.gesture = PiGesture(self)
        # Assistive tools move the value itself; mouse and keys are handled below.
        self.valueChanged.connect(self._moved_by_tool)

    # What it is a range of -----------------------------------------------------------------

    def share(self) -> float:
        """How far along the groove the number stands; below 0 and above 1 it is out of sight."""
        low, high = self._range
        return (self.value_ / 2 - low / 2) / (high / 2 - low / 2)

    def number_at(self, share: float, pixels: float) -> float:
        """The number at a share of a groove of so many pixels."""
        low, high = self._range
        return snapped(low * (1 - share) + high * share, low, high, pixels)

    def number_after(self, steps: int, size: float) -> float:
        """The number so many steps further, each of them small, usual or large."""
        return stepped(self.value_, round_step(*self._range), steps * size)

    # Showing -------------------------------------------------------------------------------

    def render_value(self, value: float, low: float, high: float) -> None:
        """Show a number, and the range of the groove; low < high."""
        if (value, (low, high)) == (self.value_, self._range):
            return
        before, beyond = self.handle_x(), self.beyond()
        self.value_, self._range = value, (low, high)
        self._rendering = True
        self.setValue(round(self._seen() * POSITIONS))
        self._rendering = False
        first, last = sorted((before, self.handle_x()))
        if first == last and beyond == self.beyond():
            return
        reach = 1.4 * RADIUS * look().scale + 4
        strip = QRectF(first - reach, 0, last - first + 2 * reach, self.height())
        self.update(strip.toAlignedRect())

    def _moved_by_tool(self, position: int) -> None:
        if not self._rendering:
            self.gesture.edited.emit(self.number_at(position / POSITIONS, 1000.0))

    def _seen(self) -> float:
        return min(1.0, max(0.0, self.share()))

    def beyond(self) -> int:
        """On which side of the groove the number is out of sight: −1, 1, or 0 for neither."""
        share = self.share()
        return -1 if share < 0 else 1 if share > 1 else 0

    # Geometry ------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as its handle."""
        return QSize(look().px(140), look().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as its handle."""
        return QSize(look().px(60), look().px(HEIGHT))

    def groove(self) -> tuple[float, float]:
        """The groove's left and right end, in pixels of this widget."""
        margin = look().px(MARGIN)
        return float(margin), float(max(margin + 1, self.width() - margin))

    def handle_x(self) -> float:
        """Where the middle of the handle stands; at an end when the number is out of sight."""
        left, right = self.groove()
        return left + self._seen() * (right - left)

    def number_under(self, x: float) -> float:
        """The number at a place of this widget."""
        left, right = self.groove()
        share = min(1.0, max(0.0, (x - left) / (right - left)))
        return self.number_at(share, right - left)

    # Events --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the groove and the handle."""
        if event is None:
            return
        value, enabled = look(), self.isEnabled()
        left, right = self.groove()
        x, y = self.handle_x(), self.height() / 2
        painter = QPainter(self)
        painter.fillRect(event.rect(), value.colour("card"))
        thick = value.px(GROOVE)
        top, middle = round(y - thick / 2), round(x)
        done = value.colour("ones" if enabled else "rule")
        painter.fillRect(round(left), top, middle - round(left), thick, done)
        painter.fillRect(middle, top, round(right) - middle, thick, value.colour("rule"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        radius, beyond = RADIUS * value.scale, self.beyond()
        rim = value.colour("ones" if enabled and not beyond else "muted")
        painter.setPen(QPen(rim, 3.0 * value.scale))
        painter.setBrush(value.colour("card"))
        painter.drawEllipse(QPointF(x, y), radius, radius)
        if beyond:
            self._paint_arrow(painter, QPointF(x, y), beyond)
        if self.hasFocus():
            painter.setPen(QPen(value.colour("current"), 1.2, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = radius + 3.0 * value.scale
            painter.drawEllipse(QPointF(x, y), around, around)
        painter.end()

    @staticmethod
    def _paint_arrow(painter: QPainter, middle: QPointF, side: int) -> None:
        """The number lies further out on this side."""
        unit = 1.0 * look().scale
        points = [QPointF(4.2 * side, 0), QPointF(-2.2 * side, -3.8), QPointF(-2.2 * side, 3.8)]
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("current"))
        painter.drawPolygon(QPolygonF([middle + point * unit for point in points]))

    def wheelEvent(self, event: QWheelEvent | None) -> None:  # noqa: N802 - Qt's name
        """Move the number as the arrow keys do; without the focus, let the column scroll."""
        if event is None:
            return
        if not self.hasFocus():
            event.ignore()
            return
        event.accept()
        # A trackpad turns by less than a notch at a time: what is left counts for the next.
        self._turned += event.angleDelta().y() or event.angleDelta().x()
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        if notches:
            self.gesture.wheel_moves(self.number_after(notches, _size(event.modifiers())))

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Arrows move the number, Home and End bring it to an end, Space plays."""
        if event is None:
            return
        key, low_or_high = event.key(), {Qt.Key.Key_Home: 0.0, Qt.Key.Key_End: 1.0}
        steps = _STEPS.get(key)  # type: ignore[call-overload]
        if key == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.play_asked.emit()
        elif key in low_or_high:
            share = low_or_high[key]  # type: ignore[index]
            self.gesture.key_moves(event, self.number_at(share, 1.0))
        elif steps is not None:
            new = self.number_after(steps, _size(event.modifiers()))
            self.gesture.key_moves(event, new)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show that it is gone."""
        super().focusOutEvent(event)
        self.update()


def _size(modifiers: Qt.KeyboardModifiers | Qt.KeyboardModifier) -> float:
    if modifiers & Qt.KeyboardModifier.ControlModifier:
        return LARGE
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return SMALL
    return USUAL
