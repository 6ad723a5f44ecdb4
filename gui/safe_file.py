"""Files written whole, or not at all."""

from __future__ import annotations

import shutil
from pathlib import Path

from PyQt5.QtCore import QIODevice, QSaveFile


class WriteError(Exception):
    """A file could not be written; an older one of that name is as it was.

    Attributes:
        path: the file.
        reason: "folder" (it is one), "no_folder", "special" (not a regular file), "permission",
            "full" (no room on the disk) or "other".
        detail: what the system says.
    """

    def __init__(self, path: Path, reason: str, detail: str = "") -> None:
        self.path, self.reason, self.detail = path, reason, detail
        words = {
            "folder": "is a folder",
            "no_folder": f"there is no folder {path.absolute().parent}",
            "special": "is not a regular file",
        }.get(reason, detail)
        super().__init__(f"{path}: {words}")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file aside and put it in its place at the end.

    Raises:
        WriteError: it could not be written; an older file is as it was.
    """
    check_place(path)
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise WriteError(path, *_failure(path, file, len(data)))
    if file.write(data) != len(data):
        reason, detail = _failure(path, file, len(data))
        file.cancelWriting()
        # Only this lets go of what was written: the exception keeps the file alive.
        file.commit()
        raise WriteError(path, reason, detail)
    if not file.commit():
        raise WriteError(path, *_failure(path, file, len(data)))


def check_place(path: Path) -> None:
    """See that a file may be there: before the work for it is done, too.

    Raises:
        WriteError: it may not.
    """
    try:
        if path.is_dir():
            raise WriteError(path, "folder")
        if not path.absolute().parent.is_dir():
            raise WriteError(path, "no_folder")
        if path.exists() and not path.is_file():
            raise WriteError(path, "special")
    except PermissionError as error:
        raise WriteError(path, "permission", error.strerror or "") from error
    except (OSError, ValueError) as error:  # too long for a name, a NUL in it
        raise WriteError(path, "other", getattr(error, "strerror", "") or str(error)) from error


def _failure(path: Path, file: QSaveFile, size: int) -> tuple[str, str]:
    """Why it failed: Qt hands on the system's words, which are not the user's."""
    detail = file.errorString()
    try:
        free = shutil.disk_usage(path.absolute().parent).free
    except OSError:
        return "no_folder", detail
    if "space" in detail.lower() or free < size:
        return "full", detail
    if "permission" in detail.lower() or "read-only" in detail.lower():
        return "permission", detail
    return "other", detail
