"""Long work beside the window: it says how far it is, can be stopped, and hands back its result."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Callable
from contextlib import suppress

from PyQt5.QtCore import QObject, pyqtSignal

from core.progress import Progress

# How often work tells how far it is, in seconds: an eye sees no more.
TELL = 0.05


class _Collector:
    """Keeps Python's collector still while threads are at work.

    It runs in whichever thread happens to make garbage due, and what it finds may be parts of
    windows: Qt's objects are taken apart in the window's thread, or the program ends.
    """

    def __init__(self) -> None:
        self._threads = 0
        self._was_on = True

    def rest(self) -> None:
        """A thread begins; called in the window's."""
        if self._threads == 0:
            self._was_on = gc.isenabled()
            gc.disable()
        self._threads += 1

    def go_on(self) -> None:
        """A thread has ended; called in the window's."""
        self._threads -= 1
        if self._threads == 0 and self._was_on:
            gc.enable()


_COLLECTOR = _Collector()
# A job whose last signal has not come yet; what is connected to it must not be taken for garbage.
_ALIVE: set[Job] = set()


class Stopped(Exception):  # noqa: N818 - nothing went wrong
    """The work was asked to stop."""


class Job(QObject):
    """One piece of work in a thread of its own.

    Of `finished`, `failed` and `stopped` exactly one comes, in the thread of the window.

    Attributes:
        result: what came of it, once it has finished.
        error: what went wrong, once it has failed.

    Signals:
        progressed: the share done, from 0 to 1.
        finished: the result.
        failed: the exception.
        stopped: it ended because `stop` was called; nothing came of it.
    """

    progressed = pyqtSignal(float)
    finished = pyqtSignal(object)
    failed = pyqtSignal(object)
    stopped = pyqtSignal()

    def __init__(self, work: Callable[[Progress], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._work = work
        self._asked_to_stop = False
        self._told = 0.0
        self.result: object = None
        self.error: Exception | None = None
        self._holds_collector = False
        self._thread = threading.Thread(target=self._run, name="job", daemon=True)
        for end in (self.finished, self.failed, self.stopped):
            end.connect(self._end)

    def start(self) -> None:
        """Begin."""
        self._holds_collector = True
        _COLLECTOR.rest()
        _ALIVE.add(self)
        self._thread.start()

    def stop(self) -> None:
        """Ask it to end; it does so when it next says how far it is."""
        self._asked_to_stop = True

    def wait(self) -> None:
        """Wait until its thread has ended; its signals come with the next events."""
        if self._thread.is_alive():
            self._thread.join()
        self._let_go()

    def _end(self) -> None:
        _ALIVE.discard(self)
        self._let_go()

    def _let_go(self) -> None:
        """Let the collector go on; the thread has no more to do than to end."""
        if self._holds_collector:
            self._holds_collector = False
            _COLLECTOR.go_on()

    @property
    def running(self) -> bool:
        """Whether its thread is at work."""
        return self._thread.is_alive()

    def _run(self) -> None:
        # Whoever started it may be gone when it ends.
        with suppress(RuntimeError):
            try:
                result = self._work(self._progress)
            except Stopped:
                self.stopped.emit()
            except Exception as error:  # noqa: BLE001 - it is handed on, whatever it is
                self.error = error
                self.failed.emit(error)
            else:
                if self._asked_to_stop:
                    self.stopped.emit()
                else:
                    self.result = result
                    self.finished.emit(result)

    def _progress(self, share: float) -> None:
        if self._asked_to_stop:
            raise Stopped
        now = time.monotonic()
        if now - self._told >= TELL:
            self._told = now
            self.progressed.emit(share)
