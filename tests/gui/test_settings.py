"""What is remembered between two starts."""

import pytest
from PyQt5.QtCore import QByteArray, QLocale, QSettings

from gui import i18n
from gui.settings import Settings

NAMES = ["language", "theme", "panel", "geometry", "folder"]


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("language", "ko"),
        ("theme", "dark"),
        ("panel", "bce"),
        ("geometry", QByteArray(b"\x01\x00geometry")),
        ("folder", "/data/한글 folder"),
    ],
)
def test_a_choice_is_found_by_the_next_start(name, value):
    settings = Settings()
    setattr(settings, name, value)
    assert getattr(settings, name) == value
    del settings
    assert getattr(Settings(), name) == value


def test_at_first_there_are_defaults():
    settings = Settings()
    assert settings.theme == "light"
    assert settings.panel == "all"
    assert settings.geometry is None
    assert settings.folder == ""


@pytest.mark.parametrize(
    ("locale", "code"), [("ko_KR", "ko"), ("en_GB", "en"), ("de_DE", "en"), ("C", "en")]
)
def test_at_first_the_language_is_that_of_the_system(monkeypatch, locale, code):
    monkeypatch.setattr(i18n.QLocale, "system", lambda: QLocale(locale))
    assert i18n.system_language() == code
    assert Settings().language == code


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("junk", ["Klingon", "", 17, ["a", "b"], QByteArray(b"x"), "@Invalid()"])
def test_a_damaged_file_is_read_as_if_it_were_not_there(name, junk):
    store = QSettings(QSettings.IniFormat, QSettings.UserScope, "Bernoulli Lab", "window")
    store.setValue(name, junk)
    store.sync()
    value = getattr(Settings(), name)
    allowed = {
        "language": ("en", "ko"),
        "theme": ("light", "dark"),
        "panel": ("all", "likelihood", "log-likelihood", "bce"),
    }
    if name in allowed:
        assert value in allowed[name]
    elif name == "geometry":
        assert value is None or isinstance(value, QByteArray)
    else:
        assert isinstance(value, str)


def test_tests_have_settings_of_their_own(tmp_path_factory):
    store = QSettings(QSettings.IniFormat, QSettings.UserScope, "Bernoulli Lab", "window")
    assert store.fileName().startswith(str(tmp_path_factory.getbasetemp()))
