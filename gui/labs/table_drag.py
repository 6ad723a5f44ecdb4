"""What charts on a π axis share: a drag moves π, and tools are told what is shown."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PyQt5.QtCore import QObject, QTimer
from PyQt5.QtWidgets import QWidget

from gui.pi_gesture import PiGesture, snapped

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
