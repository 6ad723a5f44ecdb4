"""The descent by itself: a clock that asks for the next steps."""

from __future__ import annotations

from PyQt5.QtCore import QObject, QTimer, pyqtSignal

# Slow enough at first for each step to be seen, in milliseconds.
MILLISECONDS = 120
# Behind so many steps, as many more are gone at a time.
STEPS_PER_ONE_MORE = 25


class Player(QObject):
    """Asks for steps until it is stopped; the further it is, the more of them at a time.

    Signals:
        steps_asked: so many steps are due.
        running_changed: it started, or stopped.
    """

    steps_asked = pyqtSignal(int)
    running_changed = pyqtSignal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gone = 0
        self._timer = QTimer(self)
        self._timer.setInterval(MILLISECONDS)
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether steps are being asked for."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin with the first step at once."""
        self._gone = 0
        self._timer.start()
        self.running_changed.emit(True)
        self._tick()

    def stop(self) -> None:
        """Stand still."""
        if self.running:
            self._timer.stop()
            self.running_changed.emit(False)

    def _tick(self) -> None:
        steps = 1 + self._gone // STEPS_PER_ONE_MORE
        self._gone += steps
        self.steps_asked.emit(steps)
