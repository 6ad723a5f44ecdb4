"""Reads a session file, and goes its model's way down: beside the window where that takes long."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt5.QtCore import QObject

from gui.i18n import translate
from gui.long_work import LongWork

if TYPE_CHECKING:
    from core.progress import Progress
    from core.session_file import SessionDocument
    from gui.notice import Notices

# A file of so many bytes is read before anybody could see a notice.
SMALL = 2_000_000


class SessionReader:
    """Reads one session at a time; a new one takes the place of the one before."""

    def __init__(self, notices: Notices, parent: QObject) -> None:
        self._work = LongWork(notices, parent)

    def read(
        self,
        path: Path,
        done: Callable[[SessionDocument], object],
        failed: Callable[[Exception], object],
        stopped: Callable[[], object],
    ) -> None:
        """Read a file.

        Args:
            path: the file.
            done: takes what stands in it.
            failed: takes a ValueError or an OSError.
            stopped: told that the user cancelled it, or that another file took its place.
        """
        from core.session_file import read_session_file

        def said() -> str:
            return translate("Sessions", "Opening “{name}”…").format(name=path.name)

        def gone(document: SessionDocument) -> None:
            # The path is kept where the view finds it.
            def work(progress: Progress) -> SessionDocument:
                return _way_gone(document, progress)

            self._work.run(said, work, done, failed, stopped, small=not _is_far(document))

        try:
            small = path.stat().st_size <= SMALL
        except OSError:
            small = True
        self._work.run(
            said,
            lambda progress: read_session_file(path, progress),
            gone,
            failed,
            stopped,
            small=small,
        )

    @property
    def running(self) -> bool:
        """Whether something is being read."""
        return self._work.running

    def close(self) -> None:
        """Stop reading."""
        self._work.close()


def _is_far(document: SessionDocument) -> bool:
    from core import climb

    return document.model is not None and climb.takes_long(document.model)


def _way_gone(document: SessionDocument, progress: Progress) -> SessionDocument:
    from core import climb

    model = document.model
    if model is not None and _is_far(document):
        climb.path(model.data, model.climber, shared=model.shared, progress=progress)
    return document
