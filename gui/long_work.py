"""Work that may take long: at once when it is small, else beside the window with a notice."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PyQt5.QtCore import QObject, QTimer

from core.progress import Progress, nobody
from gui.background import Job
from gui.deleting import delete_later
from gui.i18n import translate
from gui.notice import Notice, Notices, Said

# What is done sooner than this shows no notice, in milliseconds.
PATIENCE = 150


class LongWork(QObject):
    """Runs one piece of work at a time; a new one takes the place of the one before."""

    def __init__(self, notices: Notices, parent: QObject) -> None:
        super().__init__(parent)
        self._notices = notices
        self._job: Job | None = None
        self._stopping: list[Job] = []
        self._notice: Notice | None = None
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(PATIENCE)
        self._patience.timeout.connect(self._show)
        self._said: Said = str
        self._done: Callable[[Any], object] = _raise
        self._failed: Callable[[Any], object] = _raise
        self._stopped: Callable[[], object] | None = None

    def run(
        self,
        said: Said,
        work: Callable[[Progress], Any],
        done: Callable[[Any], object],
        failed: Callable[[Exception], object] | None = None,
        stopped: Callable[[], object] | None = None,
        *,
        small: bool,
    ) -> None:
        """Do it.

        Args:
            said: what is going on, for the notice.
            work: takes a progress to report to; in a thread of its own unless it is small.
            done: takes the result.
            failed: takes a ValueError or another exception; without it, they are raised.
            stopped: told that the user cancelled it, or that something else took its place.
            small: whether it is done before anybody could see a notice.
        """
        self.stop()
        if small:
            try:
                result = work(nobody)
            except Exception as error:
                if failed is None:
                    raise
                failed(error)
            else:
                done(result)
            return
        job = Job(work, self)
        self._job, self._said = job, said
        self._done, self._failed, self._stopped = done, failed or _raise, stopped
        job.progressed.connect(lambda share: self._tell(job, share))
        job.finished.connect(lambda result: self._end(job, self._done, result))
        job.failed.connect(lambda error: self._end(job, self._failed, error))
        job.stopped.connect(lambda: self._forget(job))
        job.start()
        self._patience.start()

    @property
    def running(self) -> bool:
        """Whether something is being done."""
        return self._job is not None

    def stop(self) -> None:
        """Stop what is being done; what was there stays."""
        if self._job is not None:
            self._job.stop()
            self._stopping.append(self._job)
            self._leave()
            if self._stopped is not None:
                self._stopped()

    def _forget(self, job: Job) -> None:
        if job in self._stopping:
            self._stopping.remove(job)
        delete_later(job)

    def finish(self) -> None:
        """Wait until what is being done has been done, and let it take effect."""
        for one in self._stopping:
            one.wait()
        job = self._job
        if job is not None:
            job.wait()
            # Its signal still waits among the events; it finds its work done.
            then, value = (
                (self._done, job.result) if job.error is None else (self._failed, job.error)
            )
            self._end(job, then, value)

    def close(self) -> None:
        """Stop, and wait until nothing is being done any more."""
        self.stop()
        for job in self._stopping:
            job.wait()

    def _show(self) -> None:
        if self._job is not None:
            self._notice = self._notices.add(
                self._said,
                (lambda: translate("Notices", "Cancel"), self.stop),
                progress=True,
            )

    def _tell(self, job: Job, share: float) -> None:
        if job is self._job and self._notice is not None:
            self._notice.show_share(share)

    def _end(self, job: Job, then: Callable[[Any], object], value: object) -> None:
        self._forget(job)
        if job is self._job:
            self._leave()
            then(value)

    def _leave(self) -> None:
        self._job = None
        self._patience.stop()
        if self._notice is not None:
            self._notice.leave()
            self._notice = None


def _raise(error: Exception) -> None:
    raise error
