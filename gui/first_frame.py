"""What the first frame can do without waits until it has been painted.

Setting formulas takes longer than all other painting together, because the mathematics font is
large; a window without its formulas for one frame is not missed.
"""

from __future__ import annotations

from PyQt5.QtCore import QObject, QTimer, pyqtSignal


class _FirstFrame(QObject):
    passed = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self.is_passed = False


_FIRST = _FirstFrame()
FIRST_FRAME_PASSED = _FIRST.passed


def passed() -> bool:
    """Whether a frame has been painted, so that formulas may be set."""
    return _FIRST.is_passed


def painted() -> None:
    """Say that a frame is being painted: when that is done, the rest begins."""
    if not _FIRST.is_passed:
        QTimer.singleShot(0, skip)


def skip() -> None:
    """From now on nothing waits."""
    if not _FIRST.is_passed:
        _FIRST.is_passed = True
        _FIRST.passed.emit()
