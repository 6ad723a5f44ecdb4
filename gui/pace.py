"""Figures are painted as often as an eye can follow them, curves as often as the mouse moves."""

from __future__ import annotations

from collections.abc import Callable

from PyQt5.QtCore import QObject, QTimer

# A mouse reports its place 125 to 1,000 times a second; nobody reads 30 numbers in one.
MILLISECONDS = 33


class Pace(QObject):
    """Calls `refresh` at once when there has been peace, and never more often than the pace.

    What is on the screen is at most `MILLISECONDS` behind; what a view says when asked, its
    `text()`, is never behind.
    """

    def __init__(self, parent: QObject, refresh: Callable[[], None]) -> None:
        super().__init__(parent)
        self._refresh = refresh
        self._pending = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._due)

    def ask(self) -> None:
        """Refresh now or, after a refresh a moment ago, when it is due."""
        if self._timer.isActive():
            self._pending = True
            return
        self._refresh()
        if MILLISECONDS:
            self._timer.start(MILLISECONDS)

    def cancel(self) -> None:
        """What was due is not any more."""
        self._pending = False

    def _due(self) -> None:
        if self._pending:
            self._pending = False
            self.ask()
