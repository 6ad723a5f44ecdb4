"""π moving from 0 to 1 by itself."""

from __future__ import annotations

from PyQt5.QtCore import QElapsedTimer, QObject, QTimer, pyqtSignal

SECONDS = 8.0
FRAME_MILLISECONDS = 16


class Sweep(QObject):
    """A clock that says where π is.

    Signals:
        moved: π of this moment.
        running_changed: it started, or stopped.
    """

    moved = pyqtSignal(float)
    running_changed = pyqtSignal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MILLISECONDS)
        self._timer.timeout.connect(self._tick)
        self._clock = QElapsedTimer()
        self._low, self._high = 0.0, 1.0
        self._elapsed_before = 0.0

    @property
    def running(self) -> bool:
        """Whether π is moving."""
        return self._timer.isActive()

    def start(self, low: float, high: float, begin: float) -> None:
        """Move from `begin` to `high`, at the pace of `SECONDS` for low to high."""
        self._low, self._high = low, high
        share = (begin - low) / (high - low)
        self._elapsed_before = SECONDS * (share if 0 < share < 1 else 0.0)
        self._clock.start()
        self._timer.start()
        self.running_changed.emit(True)

    def stop(self) -> None:
        """Stand still."""
        if self.running:
            self._timer.stop()
            self.running_changed.emit(False)

    def _tick(self) -> None:
        seconds = self._elapsed_before + self._clock.elapsed() / 1000.0
        share = min(1.0, seconds / SECONDS)
        # Exactly the end at the end: low + 1·(high − low) need not be high.
        pi = self._high if share == 1.0 else self._low + share * (self._high - self._low)
        self.moved.emit(pi)
        if share == 1.0:
            self.stop()
