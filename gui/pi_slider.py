"""The slider of π, its groove exactly under the plots' axis."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QPointF, QRectF, QSize, Qt, pyqtSignal
from PyQt5.QtGui import (
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PyQt5.QtWidgets import QWidget

from gui.decimal_steps import snapped
from gui.drag_slider import DragSlider
from gui.pi_gesture import PiGesture
from gui.plot_layout import AXIS_WIDTH, RIGHT_MARGIN
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# What assistive tools read; π itself is never read back from it.
POSITIONS = 1_000_000
RADIUS = 11.5
GROOVE = 5.0


class PiSlider(DragSlider):
    """A horizontal slider as wide as the plots; it paints itself.

    Signals:
        sweep_asked: Space was pressed.

    Attributes:
        gesture: the drags and keys that move π.
    """

    sweep_asked = pyqtSignal()
    reach = RADIUS

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("piSlider")
        self.setRange(0, POSITIONS)
        self.setSingleStep(POSITIONS // 100)
        self.setPageStep(POSITIONS // 10)
        self._pi = 0.5
        self._interval = (0.0, 1.0)
        self._rendering = False
        self.gesture = PiGesture(self)
        # Assistive tools move the value itself; mouse and keys are handled below.
        self.valueChanged.connect(self._moved_by_tool)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as its handle."""
        return QSize(200, look().px(34))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As tall as its handle."""
        return self.sizeHint()

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot's π."""
        if (self._pi, self._interval) == (snapshot.pi, snapshot.state.interval):
            return
        before = self.handle_x()
        self._pi, self._interval = snapshot.pi, snapshot.state.interval
        low, high = self._interval
        share = min(1.0, max(0.0, (self._pi - low) / (high - low)))
        self._rendering = True
        self.setValue(round(share * POSITIONS))
        self._rendering = False
        reach = 1.4 * RADIUS * look().scale + 4
        first, last = sorted((before, self.handle_x()))
        self.update(
            QRectF(first - reach, 0, last - first + 2 * reach, self.height()).toAlignedRect()
        )

    def _moved_by_tool(self, position: int) -> None:
        if not self._rendering:
            low, high = self._interval
            self.gesture.edited.emit(low + position / POSITIONS * (high - low))

    # Geometry: the slider is laid out with the same left and right edge as the plots. -------

    def groove(self) -> tuple[float, float]:
        """The groove's left and right end, in pixels of this widget."""
        px = look().px
        return float(px(AXIS_WIDTH)), float(self.width() - px(RIGHT_MARGIN))

    def handle_x(self) -> float:
        """Where the middle of the handle stands; at an end when π is out of sight."""
        left, right = self.groove()
        low, high = self._interval
        share = min(1.0, max(0.0, (self._pi - low) / (high - low)))
        return left + share * (right - left)

    def number_under(self, x: float) -> float:
        """π at a place of this widget."""
        left, right = self.groove()
        low, high = self._interval
        pi = low + (x - left) / (right - left) * (high - low)
        return snapped(pi, low, high, right - left)

    # ---------------------------------------------------------------------------------------

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
        top = round(y - thick / 2)
        middle = round(x)
        painter.fillRect(round(left), top, middle - round(left), thick, value.colour("ones"))
        painter.fillRect(middle, top, round(right) - middle, thick, value.colour("rule"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        low, high = self._interval
        inside = low <= self._pi <= high
        painter.setPen(QPen(value.colour("ones" if inside else "muted"), 3.5 * value.scale))
        painter.setBrush(value.colour("card"))
        radius = RADIUS * value.scale
        painter.drawEllipse(QPointF(x, y), radius, radius)
        if self.hasFocus():
            painter.setPen(QPen(value.colour("current"), 1.2, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            around = radius + 3.5 * value.scale
            painter.drawEllipse(QPointF(x, y), around, around)
        painter.end()

    def wheelEvent(self, event: QWheelEvent | None) -> None:  # noqa: N802 - Qt's name
        """Move π as the arrow keys do."""
        if event is not None:
            self.gesture.wheeled(event, self._pi)
            event.accept()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Arrows move π, Space sweeps; a held key is one step in the history."""
        if event is None:
            return
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self.sweep_asked.emit()
            return
        if not self.gesture.key_pressed(event, self._pi):
            event.ignore()
