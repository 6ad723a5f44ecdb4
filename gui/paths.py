"""Where the program's own data files are."""

from pathlib import Path

from PyQt5.QtCore import QStandardPaths

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
FONTS = RESOURCES / "fonts"
TRANSLATIONS = RESOURCES / "translations"
ICONS = RESOURCES / "icons"
EXAMPLES = RESOURCES / "examples.json"
LESSONS = RESOURCES / "lessons"


def own_folder() -> Path:
    """Where the program keeps what is the user's: autosaves, lessons of their own."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(base) / "Bernoulli Lab"


def own_lessons() -> Path | None:
    """The folder with a teacher's own lessons; None if there is none."""
    folder = own_folder() / "lessons"
    return folder if folder.is_dir() else None
