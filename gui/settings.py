"""What is remembered between two starts."""

from __future__ import annotations

from PyQt5.QtCore import QByteArray, QSettings

from gui.i18n import LANGUAGES, system_language
from gui.theme import THEMES


class Settings:
    """The user's choices: language, theme, geometry and view.

    Values that a damaged or foreign settings file holds are read as if they were not there.
    """

    def __init__(self) -> None:
        self._store = QSettings(
            QSettings.Format.IniFormat, QSettings.Scope.UserScope, "Bernoulli Lab", "window"
        )

    def _choice(self, key: str, allowed: object, default: str) -> str:
        value = self._store.value(key, default)
        return value if isinstance(value, str) and value in allowed else default  # type: ignore[operator]

    @property
    def language(self) -> str:
        """The remembered language; at first start the system's."""
        return self._choice("language", LANGUAGES, system_language())

    @language.setter
    def language(self, code: str) -> None:
        self._store.setValue("language", code)

    @property
    def theme(self) -> str:
        """The remembered theme; at first start the light one."""
        return self._choice("theme", THEMES, "light")

    @theme.setter
    def theme(self, name: str) -> None:
        self._store.setValue("theme", name)

    @property
    def panel(self) -> str:
        """Which plots are shown: "all" or one of them."""
        return self._choice("panel", ("all", "likelihood", "log-likelihood", "bce"), "all")

    @panel.setter
    def panel(self, name: str) -> None:
        self._store.setValue("panel", name)

    @property
    def geometry(self) -> QByteArray | None:
        """The window's place and size as `saveGeometry` wrote it."""
        value = self._store.value("geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._store.setValue("geometry", value)

    @property
    def folder(self) -> str:
        """The folder of the last opened or saved file."""
        value = self._store.value("folder", "")
        return value if isinstance(value, str) else ""

    @folder.setter
    def folder(self, path: str) -> None:
        self._store.setValue("folder", path)

    @property
    def figure(self) -> str:
        """The choices of the last export, as `figures.memory` writes them."""
        value = self._store.value("figure", "")
        return value if isinstance(value, str) else ""

    @figure.setter
    def figure(self, choices: str) -> None:
        self._store.setValue("figure", choices)

    @property
    def view(self) -> str:
        """The view that was shown last."""
        return self._choice("view", ("explore", "lessons", "model"), "explore")

    @view.setter
    def view(self, name: str) -> None:
        self._store.setValue("view", name)

    @property
    def lessons(self) -> str:
        """How far the learner is in the lessons, as `core.lessons.progress` writes it."""
        return self._text("lessons")

    @lessons.setter
    def lessons(self, progress: str) -> None:
        self._store.setValue("lessons", progress)

    @property
    def lesson(self) -> str:
        """Where the learner was last, as in "mle:3"."""
        return self._text("lesson")

    @lesson.setter
    def lesson(self, where: str) -> None:
        self._store.setValue("lesson", where)

    @property
    def motion(self) -> str:
        """How much may move: as the system has it, "less" or "full"."""
        return self._choice("motion", ("system", "less", "full"), "system")

    @motion.setter
    def motion(self, choice: str) -> None:
        self._store.setValue("motion", choice)

    @property
    def greeted(self) -> bool:
        """Whether the hint of the first start has been seen."""
        return self._choice("greeted", ("no", "yes"), "no") == "yes"

    @greeted.setter
    def greeted(self, seen: bool) -> None:
        self._store.setValue("greeted", "yes" if seen else "no")

    def _text(self, key: str) -> str:
        value = self._store.value(key, "")
        return value if isinstance(value, str) else ""
