"""Unsaved work, written aside every few seconds, and found again after a crash."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt5.QtCore import QLockFile, QObject, QTimer, pyqtSignal

from gui.background import Job
from gui.deleting import delete_later
from gui.paths import own_folder
from gui.safe_file import WriteError, write_whole

if TYPE_CHECKING:
    from core.session_file import SessionDocument

# From the first change that is not written to its writing: with a long sequence's writing it stays
# below five seconds.
MILLISECONDS = 2_000
# A writing that takes longer than this (seconds) waits twice as long for the next: whoever drags π
# over a hundred million observations is not to feel it.
SLOW = 0.05
ENDING = ".bernoulli.json"
# A window that has made a lock has written into it by then, in seconds.
AT_WORK = 10
# What Qt calls a file that is being written, and what a window's lock is called.
_ASIDE = re.compile(re.escape(ENDING) + r"\.(?:[A-Za-z0-9]{6}|lock)$")


def autosave_folder() -> Path:
    """Where autosaves lie; one folder for all windows of a user."""
    return own_folder() / "autosave"


@dataclass
class LeftBehind:
    """An autosave whose window is gone.

    Attributes:
        path: the file.
        time: when it was written.
        lock: held as long as it is offered, so that no other window offers it too.
    """

    path: Path
    time: datetime
    lock: QLockFile

    def keep(self) -> None:
        """Leave it for another time."""
        self.lock.unlock()

    def discard(self) -> None:
        """Remove it for good."""
        _remove(self.path)
        self.lock.unlock()


def left_behind(folder: Path) -> list[LeftBehind]:
    """The autosaves of windows that did not end by themselves, the newest first.

    What a writing that was killed left aside is cleared away, and locks of nothing.
    """
    found = []
    try:
        names = [path.name for path in folder.iterdir()]
    except OSError:
        return []
    owners = {name for name in names if name.endswith(ENDING)}
    aside: dict[str, list[Path]] = {}
    for name in names:
        match = _ASIDE.search(name)
        if match is not None:
            owner = name[: match.start() + len(ENDING)]
            aside.setdefault(owner, []).append(folder / name)
    for name in sorted(owners | aside.keys()):
        path = folder / name
        lock = _lock_of(path)
        if not lock.tryLock(0) and not (_was_unfinished(path) and lock.tryLock(0)):
            continue  # its window is alive
        for half in aside.get(name, []):
            if half.suffix != ".lock":
                _remove(half)
        try:
            written = datetime.fromtimestamp(path.stat().st_mtime).astimezone()
        except OSError:
            lock.unlock()  # which removes the lock's file
            continue
        found.append(LeftBehind(path, written, lock))
    return sorted(found, key=lambda one: one.time, reverse=True)


def _remove(path: Path) -> None:
    """Remove a file of ours; one that cannot be removed is offered once more, and does no harm."""
    with suppress(OSError):
        path.unlink()


def _was_unfinished(path: Path) -> bool:
    """Remove the lock of a window that was killed before it had said whose it is; if it was so."""
    lock = Path(f"{path}.lock")
    try:
        seen = lock.stat()
    except OSError:
        return False
    if seen.st_size or time.time() - seen.st_mtime < AT_WORK:
        return False
    _remove(lock)
    return True


def _lock_of(path: Path) -> QLockFile:
    lock = QLockFile(f"{path}.lock")
    # Only the death of its window frees it, not its age.
    lock.setStaleLockTime(0)
    return lock


class Autosave(QObject):
    """Writes what `content` gives some time after a change, in a file of this window's own.

    Signals:
        failed: it could not be written: the exception; said once, until one succeeds.
        written: it has been written.
    """

    failed = pyqtSignal(object)
    written = pyqtSignal()

    def __init__(
        self,
        folder: Path,
        content: Callable[[], SessionDocument | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._content = content
        self._folder = folder
        self.path = folder / f"{os.getpid()}-{time.time_ns():x}{ENDING}"
        self._lock: QLockFile | None = None
        self._job: Job | None = None
        self._has_failed = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(MILLISECONDS)
        self._timer.timeout.connect(self.write)

    def note_change(self) -> None:
        """Something has changed: it is written soon."""
        if not self._timer.isActive():
            self._timer.start()

    def adopt(self, found: LeftBehind) -> None:
        """Go on with the file of a window that is gone."""
        self.discard()
        self.path, self._lock = found.path, found.lock

    def write(self) -> None:
        """Write now, beside the window; or, if there is nothing to keep, remove the file."""
        if self._job is not None:
            self._timer.start()  # the one before is still being written
            return
        document = self._content()
        if document is None:
            self.discard()
            return
        try:
            self._take_lock()
        except OSError as error:
            reason = "permission" if isinstance(error, PermissionError) else "other"
            self._fail(WriteError(self.path, reason, error.strerror or str(error)))
            return
        from core.session_file import write_session

        path, begin = self.path, time.monotonic()
        self._job = job = Job(lambda tell: write_whole(path, write_session(document, tell)), self)
        job.finished.connect(lambda _none: self._written(job, time.monotonic() - begin))
        job.failed.connect(lambda error: self._end(job, error))
        job.stopped.connect(lambda: self._end(job))
        job.start()

    def _take_lock(self) -> None:
        if self._lock is None:
            self._folder.mkdir(parents=True, exist_ok=True)
            self._lock = _lock_of(self.path)
        self._lock.tryLock(0)

    def _written(self, job: Job, seconds: float) -> None:
        self._timer.setInterval(2 * MILLISECONDS if seconds > SLOW else MILLISECONDS)
        self._end(job)

    def _end(self, job: Job, error: Exception | None = None) -> None:
        delete_later(job)
        if job is not self._job:
            return
        self._job = None
        if error is not None:
            self._fail(error)
            return
        self._has_failed = False
        self.written.emit()

    def _fail(self, error: Exception) -> None:
        self._timer.start()  # the disk may have room again
        if not self._has_failed:
            self._has_failed = True
            self.failed.emit(error)

    def discard(self) -> None:
        """There is nothing unsaved: no file is left."""
        self._timer.stop()
        self._has_failed = False
        job, self._job = self._job, None
        if job is not None:
            job.stop()
            job.wait()
        if self._lock is not None:
            _remove(self.path)
            self._lock.unlock()
            self._lock = None
