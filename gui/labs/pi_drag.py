"""What charts on a π axis share: a drag or a key moves π, and tools are told what is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PyQt5.QtCore import QEvent, QObject, Qt, QTimer
from PyQt5.QtGui import QKeyEvent
from PyQt5.QtWidgets import QWidget

from gui.decimal_steps import snapped
from gui.pi_gesture import PiGesture

if TYPE_CHECKING:
    from gui.labs.chart import Chart
    from gui.labs.lab import Lab

# After so many milliseconds without a change the picture is described to assistive tools.
REST = 250


class PiDrag(QObject):
    """Lets the mouse move π in a chart.

    Attributes:
        interval: the part of the π axis that the chart shows.
    """

    def __init__(self, chart: Chart, lab: Lab) -> None:
        super().__init__(lab)
        self.interval = (0.0, 1.0)
        self._chart = chart
        self._gesture = PiGesture(self)
        self._gesture.edited.connect(lab.pi_edited)
        self._gesture.started.connect(lab.gesture_started)
        self._gesture.ended.connect(lab.gesture_ended)
        chart.pressed.connect(self._pressed)
        chart.dragged.connect(self._dragged)
        chart.released.connect(self._released)

    def _pressed(self, x: float, _y: float) -> None:
        low, high = self.interval
        if low <= x <= high:
            self._gesture.begin("mouse")
            self._move(x)

    def _dragged(self, x: float, _y: float) -> None:
        if self._gesture.is_open:
            self._move(x)

    def _move(self, x: float) -> None:
        self._gesture.edited.emit(snapped(x, *self.interval, self._chart.plot.width()))

    def _released(self) -> None:
        self._gesture.end("mouse")

    def stop(self) -> None:
        """End the drag."""
        self._gesture.end()


class PiKeys(QObject):
    """Lets the arrow keys move π in a chart; what they hold ends with the focus.

    Args:
        chart: which then takes the focus.
        gesture: which moves π.
        pi: π of the moment; None before there is one.
        focused: called when the focus comes, and when it goes (False).
    """

    def __init__(
        self,
        chart: Chart,
        gesture: PiGesture,
        pi: Callable[[], float | None],
        focused: Callable[[bool], object],
    ) -> None:
        super().__init__(chart)
        self._chart, self._gesture, self._pi, self._focused = chart, gesture, pi, focused
        chart.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        chart.installEventFilter(self)

    def eventFilter(self, watched: QObject | None, event: QEvent | None) -> bool:  # noqa: N802
        """Take the keys that move π, and end with the focus what they hold."""
        pi = self._pi()
        if watched is not self._chart or event is None or pi is None:
            return False
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._gesture.key_pressed(event, pi)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyRelease:
            self._gesture.key_released(event)
        elif event.type() == QEvent.Type.FocusOut:
            self._gesture.end()
            self._focused(False)
        elif event.type() == QEvent.Type.FocusIn:
            self._focused(True)
        return False


class Description(QObject):
    """Tells assistive tools what a picture shows, once it stands still."""

    def __init__(self, widget: QWidget, summary: Callable[[], str]) -> None:
        super().__init__(widget)
        self._widget, self._summary = widget, summary
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REST)
        self._timer.timeout.connect(self._tell)

    def changed(self) -> None:
        """The picture has changed."""
        self._timer.start()

    def _tell(self) -> None:
        self._widget.setAccessibleDescription(self._summary())
