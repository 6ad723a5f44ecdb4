"""The language of the window, switched while it runs.

Strings are written in English in the code, as `translate("Context", "text")`, and looked up in
`resources/translations`. Installing another translator makes Qt send a LanguageChange event to
every widget; a widget that shows text derives from `Retranslated` and sets its texts in
`retranslate`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from PyQt5.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator

from gui.paths import TRANSLATIONS

LANGUAGES = {"en": "English", "ko": "한국어"}

_installed: list[QTranslator] = []
_current = ["en"]
# The language of what is painted now, where it is not the window's.
_spoken: list[str] = []


def translate(context: str, text: str) -> str:
    """The text in the language of the window, or of `speaking`; English without a translation."""
    if not _spoken:
        return QCoreApplication.translate(context, text)
    translator = _own_strings(_spoken[-1])
    if translator is None:
        return text
    # As bytes: PyQt would take no other letters than ASCII here.
    found = translator.translate(context, text.encode())  # type: ignore[arg-type]
    return found or text


def language() -> str:
    """The language of the window, or of `speaking`: "en" or "ko"."""
    return _spoken[-1] if _spoken else _current[0]


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Say something in another language, while the window keeps its own.

    Raises:
        RuntimeError: a translation file is missing or broken.
    """
    _own_strings(code)
    _spoken.append(code)
    try:
        yield
    finally:
        _spoken.pop()


@cache
def _own_strings(code: str) -> QTranslator | None:
    """The translations of our own strings; None for the language that they are written in."""
    if code == "en":
        return None
    translator = QTranslator()
    if not translator.load(code, str(TRANSLATIONS)):
        raise RuntimeError(f"the translation {TRANSLATIONS / code}.qm is missing")
    return translator


def system_language() -> str:
    """Korean where the system speaks Korean, else English."""
    return "ko" if QLocale.system().language() == QLocale.Language.Korean else "en"


def set_language(code: str) -> None:
    """Switch the whole program to a language of `LANGUAGES`.

    Raises:
        RuntimeError: a translation file is missing or broken.
    """
    app = QCoreApplication.instance()
    if app is None or code == _current[0]:
        return
    new: list[QTranslator] = []
    if code != "en":
        # Qt's own strings first: the translator installed last is asked first.
        for folder, name in (
            (
                QLibraryInfo.location(QLibraryInfo.LibraryLocation.TranslationsPath),
                f"qtbase_{code}",
            ),
            (str(TRANSLATIONS), code),
        ):
            translator = QTranslator()
            if translator.load(name, folder):
                new.append(translator)
            elif folder == str(TRANSLATIONS):
                raise RuntimeError(f"the translation {TRANSLATIONS / name}.qm is missing")
    _current[0] = code
    old, _installed[:] = list(_installed), new
    for translator in old:
        app.removeTranslator(translator)
    for translator in new:
        app.installTranslator(translator)


class Retranslated:
    """Mixed into a widget with text: `retranslate` sets all it shows, in the language shown."""

    def retranslate(self) -> None:
        """Set every text of this widget anew."""
        raise TypeError(f"{type(self).__name__} must say how it is retranslated")

    def changeEvent(self, event: QEvent | None) -> None:  # noqa: N802 - Qt's name
        """Retranslate when the language changes."""
        super().changeEvent(event)  # type: ignore[misc]
        if event is not None and event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
