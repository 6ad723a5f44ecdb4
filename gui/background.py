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


class _AtWork(QObject):
    """The jobs at work, and those whose end has not been heard yet.

    As long as there are any, Python's collector rests: it runs in whichever thread happens to make
    garbage due, and what it finds may be parts of windows, or what a job is still to call. Qt's
    objects are taken apart in the window's thread, or the program ends.

    Signals:
        ended: a job's thread has no more to do; emitted there, heard in the window's thread, behind
            all that the job said itself.
    """

    ended = pyqtSignal(object)

    def __init__(self) -> None:
        super().__init__()
        self._jobs: set[Job] = set()
        self._was_on = True
        self.ended.connect(self._forget)

    def take(self, job: Job) -> None:
        """A job begins; called in the window's thread."""
        if not self._jobs:
            self._was_on = gc.isenabled()
            gc.disable()
        self._jobs.add(job)

    def _forget(self, job: Job) -> None:
        self._jobs.discard(job)
        if not self._jobs and self._was_on:
            gc.enable()


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
        self._thread = threading.Thread(target=self._run, name="job", daemon=True)

    def start(self) -> None:
        """Begin."""
        _AT_WORK.take(self)
        self._thread.start()

    def stop(self) -> None:
        """Ask it to end; it does so when it next says how far it is."""
        self._asked_to_stop = True

    def wait(self) -> None:
        """Wait until its thread has ended; its signals come with the next events."""
        if self._thread.is_alive():
            self._thread.join()

    @property
    def running(self) -> bool:
        """Whether its thread is at work."""
        return self._thread.is_alive()

    def _run(self) -> None:
        try:
            self._work_and_tell()
        finally:
            _AT_WORK.ended.emit(self)

    def _work_and_tell(self) -> None:
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


_AT_WORK = _AtWork()
