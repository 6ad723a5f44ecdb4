"""The time of one frame, counted in the Paint events that Qt delivered."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from typing import Protocol

from PyQt5.QtCore import QEvent, QObject
from PyQt5.QtWidgets import QApplication, QWidget

PATIENCE = 5.0  # seconds without a Paint event before a frame counts as lost


class Window(Protocol):
    """A window that can be measured."""

    root: QWidget
    canvases: Iterable[QWidget]
    """The widgets of which each frame must paint at least one."""

    def drag(self, position: float) -> None:
        """Move the current π to a position."""

    def edit(self, index: int) -> None:
        """Toggle one observation."""


class FrameClock(QObject):
    """Times what a change costs until its last Paint event is done.

    Qt gathers changes and paints them later, from its event loop, so neither the change nor one
    turn of the loop is a frame. A frame here begins with the change, contains at least one Paint
    event on a canvas, and ends with the last turn of the loop that painted; a turn that paints
    nothing shows that it was the last, and is not counted.
    """

    def __init__(self, app: QApplication, subject: Window) -> None:
        super().__init__()
        self._app = app
        self._paints = 0
        self._updates = 0
        subject.root.installEventFilter(self)
        for canvas in subject.canvases:
            canvas.installEventFilter(self)

    def eventFilter(self, _watched: QObject | None, event: QEvent | None) -> bool:  # noqa: N802
        """Count, and let everything pass."""
        kind = event.type() if event is not None else QEvent.Type.None_
        if kind == QEvent.Type.Paint:
            self._paints += 1
        elif kind == QEvent.Type.UpdateRequest:
            self._updates += 1
        return False

    def frame(self, change: Callable[[], None]) -> float:
        """The seconds from the change to the end of the paint events that it causes."""
        self._paints = 0
        begin = end = time.perf_counter()
        change()
        while True:
            paints, self._updates = self._paints, 0
            self._app.processEvents()
            now = time.perf_counter()
            if self._paints > paints or self._updates:
                end = now
            elif self._paints:
                break
            elif now > begin + PATIENCE:
                raise RuntimeError("the change painted nothing")
        QApplication.sync()  # the X server's own work must not run into the next frame
        return end - begin
