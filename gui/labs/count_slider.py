"""A slider and a field for a number of observations."""

from __future__ import annotations

from PyQt5.QtCore import QEvent, QLocale, QPointF, QRectF, QSize, Qt, QTimer, pyqtSignal
from PyQt5.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PyQt5.QtWidgets import QAbstractSlider, QSlider, QSpinBox, QWidget

from gui.actions import belongs_to_window
from gui.pi_gesture import WHEEL_PAUSE
from gui.theme import look

RADIUS, GROOVE, HEIGHT = 9.0, 5.0, 30


# Of a wheel, in Qt's eighths of a degree.
NOTCH = 120


class CountSlider(QSlider):
    """A slider that paints itself, its groove where it is told; a drag is one gesture.

    Signals:
        edited: the user wants this number.
        started, ended: a drag or a held key begins, ends; always in pairs.

    Attributes:
        margins: left and right of the groove, in the design's pixels.
    """

    edited = pyqtSignal(int)
    started = pyqtSignal()
    ended = pyqtSignal()

    def __init__(self, parent: QWidget | None = None, margins: tuple[int, int] = (12, 12)) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.margins = margins
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # It paints its own ground: a drag then leaves what is behind it alone.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._turned = 0
        self._held: object | None = None
        self._rendering = False
        self._wheel = QTimer(self)
        self._wheel.setSingleShot(True)
        self._wheel.setInterval(WHEEL_PAUSE)
        self._wheel.timeout.connect(lambda: self.end("wheel"))
        # Assistive tools move the value itself; mouse and keys are handled below.
        self.valueChanged.connect(self._moved_by_tool)

    def render_value(self, value: int, most: int, page: int) -> None:
        """Show a number of 0 … most."""
        if (self.value(), self.maximum(), self.pageStep()) == (value, most, page):
            return
        before, whole = self.handle_x(), self.maximum() != most
        self._rendering = True
        self.setPageStep(page)
        self.setRange(0, most)
        self.setValue(value)
        self._rendering = False
        if whole:
            self.update()
            return
        reach = 1.4 * RADIUS * look().scale + 4
        first, last = sorted((before, self.handle_x()))
        strip = QRectF(first - reach, 0, last - first + 2 * reach, self.height())
        self.update(strip.toAlignedRect())

    def sliderChange(self, _change: QAbstractSlider.SliderChange) -> None:  # noqa: N802 - Qt's name
        """Nothing to paint: `render_value` says where the handle moved."""

    def _moved_by_tool(self, value: int) -> None:
        if not self._rendering:
            self.edited.emit(value)

    # One step of the history ---------------------------------------------------------------

    @property
    def is_held(self) -> bool:
        """Whether a button or a key is held."""
        return self._held is not None

    def begin(self, held: object) -> None:
        """The mouse, a key or the wheel begins to move it."""
        self.end()
        self._held = held
        self.started.emit()

    def end(self, held: object | None = None) -> None:
        """It is let go; without saying what, all is."""
        if self._held is not None and held in (None, self._held):
            self._held = None
            self.ended.emit()

    # Geometry ------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as its handle."""
        return QSize(look().px(160), look().px(HEIGHT))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as its handle."""
        return QSize(look().px(80), look().px(HEIGHT))

    def groove(self) -> tuple[float, float]:
        """The groove's left and right end, in pixels of this widget."""
        left, right = self.margins
        return float(look().px(left)), float(self.width() - look().px(right))

    def handle_x(self) -> float:
        """Where the middle of the handle stands."""
        left, right = self.groove()
        return left + self.value() / max(1, self.maximum()) * (right - left)

    def _value_at(self, x: float) -> int:
        left, right = self.groove()
        share = min(1.0, max(0.0, (x - left) / max(1.0, right - left)))
        return round(share * self.maximum())

    # Events --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the groove and the handle."""
        if event is None:
            return
        value = look()
        left, right = self.groove()
        x, y = self.handle_x(), self.height() / 2
        painter = QPainter(self)
        painter.fillRect(event.rect(), value.colour("ground"))
        thick = value.px(GROOVE)
        top, middle = round(y - thick / 2), round(x)
        done = value.colour("current" if self.isEnabled() else "rule")
        painter.fillRect(round(left), top, middle - round(left), thick, done)
        painter.fillRect(middle, top, round(right) - middle, thick, value.colour("rule"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rim = value.colour("current" if self.isEnabled() else "muted")
        painter.setPen(QPen(rim, 3.0 * value.scale))
        painter.setBrush(value.colour("card"))
        radius = RADIUS * value.scale
        painter.drawEllipse(QPointF(x, y), radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(value.colour("ones"), 1.5 * value.scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(
                QPointF(x, y), radius + 3.5 * value.scale, radius + 3.5 * value.scale
            )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Take the handle, or bring it to the mouse."""
        if event is None or event.button() != Qt.MouseButton.LeftButton or not self.maximum():
            return
        self.begin("mouse")
        if abs(event.localPos().x() - self.handle_x()) > RADIUS * look().scale:
            self.edited.emit(self._value_at(event.localPos().x()))

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Drag the handle."""
        if event is not None and self._held == "mouse":
            self.edited.emit(self._value_at(event.localPos().x()))

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """End the drag."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self.end("mouse")

    def wheelEvent(self, event: QWheelEvent | None) -> None:  # noqa: N802 - Qt's name
        """One notch is one; turns without a pause between are one step of the history."""
        if event is None:
            return
        event.accept()
        # A trackpad turns by less than a notch at a time: what is left counts for the next.
        self._turned += event.angleDelta().y() or event.angleDelta().x()
        notches = int(self._turned / NOTCH)
        self._turned -= notches * NOTCH
        if self._held not in (None, "wheel") or not notches:
            return
        if self._held is None:
            self.begin("wheel")
        self._wheel.start()
        self._step(notches)

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Arrows move by one, PageUp and PageDown by more, Home and End to an end."""
        if event is None:
            return
        page = self.pageStep()
        steps = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Down: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: 1,
            Qt.Key.Key_PageDown: -page,
            Qt.Key.Key_PageUp: page,
            Qt.Key.Key_Home: -self.maximum(),
            Qt.Key.Key_End: self.maximum(),
        }.get(event.key())  # type: ignore[call-overload]
        if steps is None:
            event.ignore()
            return
        if self._held == "mouse":
            return  # one thing at a time
        if not event.isAutoRepeat() or self._held != event.key():
            self.begin(event.key())
        self._step(steps)

    def _step(self, steps: int) -> None:
        self.edited.emit(min(self.maximum(), max(0, self.value() + steps)))

    def keyReleaseEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Close the step of a held key."""
        if event is not None and not event.isAutoRepeat():
            self.end(event.key())
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Close a step that the keys began."""
        self.end()
        super().focusOutEvent(event)
        self.update()


class CountField(QSpinBox):
    """A number of observations to type; Enter takes it.

    Signals:
        edited: the user wants this number.
    """

    edited = pyqtSignal(int)
    _rendering = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setLocale(QLocale.c())
        self.setKeyboardTracking(False)
        self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setMinimum(0)
        self.valueChanged.connect(self._changed)

    def render_value(self, value: int, most: int) -> None:
        """Show a number of 0 … most."""
        if (value, most) != (self.value(), self.maximum()):
            self._rendering = True
            self.setMaximum(most)
            self.setValue(value)
            self._rendering = False

    def _changed(self, value: int) -> None:
        if not self._rendering:
            self.edited.emit(value)

    def event(self, event: QEvent | None) -> bool:
        """Leave the window its own keys, and its Undo while nothing is being typed."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            edit = self.lineEdit()
            typing = edit is not None and edit.isModified()
            undo = event.matches(QKeySequence.StandardKey.Undo)
            redo = event.matches(QKeySequence.StandardKey.Redo)
            if ((undo or redo) and not typing) or belongs_to_window(event):
                event.ignore()
                return False
        return super().event(event)
