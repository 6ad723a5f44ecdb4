"""The question where a file is to go, and whether one that is there may be replaced."""

from __future__ import annotations

import os
from pathlib import Path

from PyQt5.QtWidgets import QFileDialog, QMessageBox, QWidget

from gui.i18n import translate


def ask_where(parent: QWidget, title: str, suggested: Path, kinds: str, ending: str) -> Path | None:
    """Ask for a file; None where the user thinks better of it.

    Args:
        parent: of the dialogs.
        title: of the system's dialog.
        suggested: the name to begin with.
        kinds: of files, as Qt's dialog wants them.
        ending: added to a name that does not end as it does, at least in its last part.
    """
    name, _filter = QFileDialog.getSaveFileName(parent, title, str(suggested), kinds)
    if not name:
        return None
    path = Path(name)
    if path.suffix.lower() == f".{ending.rpartition('.')[2]}":
        return path
    path = path.with_name(path.name + ending)
    # The system's dialog asked of another name. Path.exists raises where a folder may not be
    # looked into, or a name is too long.
    if os.path.exists(path) and not _may_replace(path, parent):  # noqa: PTH110
        return None
    return path


def _may_replace(path: Path, parent: QWidget) -> bool:
    answer = QMessageBox.question(
        parent,
        plain_title(parent),
        translate("Sessions", "“{name}” is there already. Replace it?").format(name=path.name),
    )
    return answer == QMessageBox.StandardButton.Yes


def plain_title(window: QWidget) -> str:
    """A window's title without the sign for unsaved work, which has no meaning elsewhere."""
    return window.windowTitle().replace("[*]", "")
