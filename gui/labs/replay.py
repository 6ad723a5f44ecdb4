"""The observations coming one by one, by themselves."""

from __future__ import annotations

from bisect import bisect_left

from PyQt5.QtCore import QElapsedTimer, QObject, QTimer, pyqtSignal

from core.motion import replay

# From none to all of them, whatever n is; the core's motion rests at its end for a fifth of it.
SECONDS = 7.5
FRAME_MILLISECONDS = 25


class Replay(QObject):
    """A clock that says how many observations have come.

    Signals:
        moved: so many of them have come.
        running_changed: it started, or stopped.
    """

    moved = pyqtSignal(int)
    running_changed = pyqtSignal(bool)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MILLISECONDS)
        self._timer.timeout.connect(self._tick)
        self._clock = QElapsedTimer()
        self._counts: list[int] = []
        self._first = self._last = 0

    @property
    def running(self) -> bool:
        """Whether observations are coming."""
        return self._timer.isActive()

    def start(self, n: int, m: int) -> None:
        """Let them come, from m on; from none where all n are there."""
        self._counts = replay(n, round(SECONDS * 1000 / FRAME_MILLISECONDS))
        self._last = m if m < n else 0
        self._first = bisect_left(self._counts, self._last)
        self._clock.start()
        self._timer.start()
        self.running_changed.emit(True)
        self.moved.emit(self._last)

    def stop(self) -> None:
        """Stand still."""
        if self.running:
            self._timer.stop()
            self.running_changed.emit(False)

    def _tick(self) -> None:
        frame = self._first + self._clock.elapsed() // FRAME_MILLISECONDS
        n = self._counts[-1]
        m = self._counts[frame] if frame < len(self._counts) else n
        if m != self._last:
            self._last = m
            self.moved.emit(m)
        if m == n:
            self.stop()
