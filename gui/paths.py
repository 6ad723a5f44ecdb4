"""Where files are: those that the program brings, and the user's own."""

from pathlib import Path

from PyQt5.QtCore import QStandardPaths

from gui.resources import EXAMPLES, FONTS, ICONS, LESSONS, RESOURCES, TRANSLATIONS

__all__ = (
    "EXAMPLES",
    "FONTS",
    "ICONS",
    "LESSONS",
    "RESOURCES",
    "TRANSLATIONS",
    "own_folder",
    "own_lessons",
)


def own_folder() -> Path:
    """Where the program keeps what is the user's: autosaves, lessons of their own."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(base) / "Bernoulli Lab"


def own_lessons() -> Path | None:
    """The folder with a teacher's own lessons; None if there is none."""
    folder = own_folder() / "lessons"
    return folder if folder.is_dir() else None
