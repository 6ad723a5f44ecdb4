"""How the curve of the chain goes from one step to another, so that an eye can follow."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PyQt5.QtCore import QElapsedTimer, QObject, QTimer, pyqtSignal

from core.chain import Chain
from core.motion import eased
from gui.labs.chain_curve import Range, between, hull, mixed

SECONDS = 0.9
FRAME_MILLISECONDS = 16
# Shares of the time: the axis opens to hold both curves, the curve moves in it, the axis closes.
OPEN, CLOSE = 0.22, 0.72


@dataclass(frozen=True)
class Path:
    """From one curve and axis to another.

    Attributes:
        start, end: the chains.
        start_axis, end_axis: the heights shown.
    """

    start: Chain
    end: Chain
    start_axis: Range
    end_axis: Range

    @property
    def is_log_alone(self) -> bool:
        """Whether nothing but the logarithm comes or goes, and there is a curve to stretch."""
        same = ("product", "minus", "mean")
        return bool(self.start.product) and all(
            getattr(self.start, name) == getattr(self.end, name) for name in same
        )

    def at(self, time: float, axis_for: Callable[[Chain], Range]) -> tuple[Chain, Range]:
        """The chain and the axis at a share of the time; exactly the end at 1.

        ×(−1) and ×1/N are seen in an axis that stands still: it first opens to hold both curves,
        then the curve moves, then it closes around where the curve has come. The logarithm takes
        L from thousandths to minus tens, where one axis shows a flat line at each end: there the
        axis goes along with the curve, and its form is what is seen.

        Args:
            time: from 0 to 1.
            axis_for: the axis that fits a curve of the family.
        """
        if time >= 1.0:
            return self.end, self.end_axis
        # A motion that was interrupted begins in an axis of its own.
        if self.is_log_alone and self.start_axis == axis_for(self.start):
            steps = between(self.start, self.end, eased(time))
            return steps, axis_for(steps)
        both = hull(self.start_axis, self.end_axis)
        if time < OPEN:
            return self.start, mixed(self.start_axis, both, eased(time / OPEN))
        if time < CLOSE:
            return between(self.start, self.end, eased((time - OPEN) / (CLOSE - OPEN))), both
        return self.end, mixed(both, self.end_axis, eased((time - CLOSE) / (1.0 - CLOSE)))


class Clock(QObject):
    """Says what share of a motion's time has passed.

    Signals:
        ticked: the share, exactly 1.0 at the end.
    """

    ticked = pyqtSignal(float)

    def __init__(self, parent: QObject, seconds: float = SECONDS) -> None:
        super().__init__(parent)
        self.seconds = seconds
        self.clock = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MILLISECONDS)
        self._timer.timeout.connect(self._tick)

    @property
    def running(self) -> bool:
        """Whether something moves."""
        return self._timer.isActive()

    def start(self) -> None:
        """Begin."""
        self.clock.start()
        self._timer.start()

    def stop(self) -> None:
        """Stand still where it is."""
        self._timer.stop()

    def _tick(self) -> None:
        share = min(1.0, self.clock.elapsed() / 1000.0 / self.seconds)
        if share == 1.0:
            self._timer.stop()
        self.ticked.emit(share)
