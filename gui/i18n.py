"""The language of the window, switched while it runs.

Strings are written in English in the code, as `translate("Context", "text")`, and looked up in
`resources/translations`. Installing another translator makes Qt send a LanguageChange event to
every widget; a widget that shows text derives from `Retranslated` and sets its texts in
`retranslate`.
"""

from __future__ import annotations

from PyQt5.QtCore import QCoreApplication, QEvent, QLibraryInfo, QLocale, QTranslator

from gui.paths import TRANSLATIONS

LANGUAGES = {"en": "English", "ko": "한국어"}

_installed: list[QTranslator] = []
_current = ["en"]


def translate(context: str, text: str) -> str:
    """The text in the language of the window; English if it has no translation."""
    return QCoreApplication.translate(context, text)


def language() -> str:
    """The language of the window: "en" or "ko"."""
    return _current[0]


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
