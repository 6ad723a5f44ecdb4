"""Where the data files are that the program brings; it needs no Qt."""

from pathlib import Path

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
FONTS = RESOURCES / "fonts"
TRANSLATIONS = RESOURCES / "translations"
ICONS = RESOURCES / "icons"
EXAMPLES = RESOURCES / "examples.json"
LESSONS = RESOURCES / "lessons"
