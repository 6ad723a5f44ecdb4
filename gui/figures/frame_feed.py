"""Frames painted in the window's thread, a few at a time, for work in a thread of its own.

Qt paints with the fonts of the window's thread. Between two frames the window goes on living.
"""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import numpy as np
from PyQt5.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from numpy.typing import NDArray

# More frames in advance would only take memory.
IN_ADVANCE = 4
# How long work waits for a frame before it looks whether it was stopped, in seconds.
PATIENCE = 0.1


class FrameFeed(QObject):
    """Hands frames over from the thread that paints them to the thread that needs them.

    Args:
        frames: paints the next frame when it is asked for it.
        parent: of the window's thread.
    """

    def __init__(self, frames: Iterator[NDArray[np.uint8]], parent: QObject) -> None:
        super().__init__(parent)
        self._frames = frames
        # A frame, None behind the last one, or what went wrong while painting.
        self._ready: queue.Queue[NDArray[np.uint8] | Exception | None] = queue.Queue(IN_ADVANCE)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._paint_next)

    def start(self) -> None:
        """Begin to paint."""
        self._timer.start(0)

    def stop(self) -> None:
        """Paint no more."""
        self._timer.stop()
        self._frames = iter(())

    def _paint_next(self) -> None:
        if self._ready.full():
            self._timer.setInterval(2)  # the other thread has work for a while
            return
        self._timer.setInterval(0)
        try:
            frame = next(self._frames, None)
        except Exception as error:  # noqa: BLE001 - it is handed on to whoever waits
            self._timer.stop()
            self._ready.put(error)
            return
        if frame is None:
            self._timer.stop()
        self._ready.put(frame)

    def taken(self, waiting: Callable[[], object]) -> Iterator[NDArray[np.uint8]]:
        """The frames, for the other thread.

        Args:
            waiting: called now and then while there is none; what it raises ends the work.
        """
        while True:
            try:
                item = self._ready.get(timeout=PATIENCE)
            except queue.Empty:
                waiting()
                continue
            if item is None:
                return
            if isinstance(item, Exception):
                raise item
            yield item
