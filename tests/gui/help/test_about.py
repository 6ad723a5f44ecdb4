"""The dialog that says what the program is: its versions, its licences, its sources."""

# ruff: noqa: ARG001 - a fixture is asked for by its name, whether or not it is used

import ast
import re
import sys
from importlib import metadata

import numpy as np
import pytest
from PyQt5.QtCore import PYQT_VERSION_STR, Qt, qVersion
from PyQt5.QtGui import QGuiApplication
from PyQt5.QtWidgets import QApplication, QLabel, QPushButton

from core import VERSION
from core.examples import load_examples
from gui import fonts, i18n, theme
from gui.help import about
from gui.help.about import FONT_LICENCES, PROGRAM_LICENCE, AboutDialog, LicenceDialog, versions
from gui.i18n import translate
from gui.paths import EXAMPLES
from gui.theme import look
from tests.helpers import ROOT, difference, find, missing_characters, picture, settle

LOOKS = {
    "window": ({"theme": theme.LIGHT, "scale": 1.0}, (660, 700)),
    "small": ({"theme": theme.DARK, "scale": 1.0}, (440, 360)),
    "present": ({"theme": theme.DARK, "scale": 1.6, "least_type": 27}, (1200, 648)),
}


@pytest.fixture
def dressed(look_of_the_start):
    """Any look, and the usual one afterwards."""
    yield theme.set_look
    theme.set_look(theme=theme.LIGHT, scale=1.0, least_type=0)


@pytest.fixture
def dialog(shown, dressed):
    return shown(AboutDialog(), 660, 700)


def said(dialog):
    return [label.text() for label in dialog.findChildren(QLabel) if label.text()]


def test_it_says_name_version_licence_and_what_that_means(dialog):
    texts = said(dialog)
    assert texts[0] == "Bernoulli Lab"
    assert f"version {VERSION}" in texts
    (licence,) = (text for text in texts if "GPL-3.0-or-later" in text)
    assert "use, study, change and share" in licence


def test_its_licence_is_the_one_that_the_project_declares():
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    assert f'license = "{PROGRAM_LICENCE.short}"' in declared


def test_the_versions_are_those_that_run(dialog):
    found = {name: version for name, version, _licence in versions()}
    assert found["Python"] == ".".join(map(str, sys.version_info[:3]))
    assert found["Qt"] == qVersion()
    assert found["PyQt5"] == PYQT_VERSION_STR
    assert found["NumPy"] == np.__version__
    assert found["pypdf"] == metadata.version("pypdf")
    ours = ["PyQt5", "pyqtgraph", "NumPy", "Pillow", "contourpy", "pypdf"]
    assert list(found) == ["Python", "Qt", *ours]
    texts = said(dialog)
    for name, version, licence in versions():
        assert texts.index(name) < texts.index(version, texts.index(name))
        assert licence in texts


def test_all_that_the_program_declares_to_need_is_named():
    declared = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    block = re.search(r"dependencies = (\[.*?\])", declared, re.DOTALL)[1]
    names = {re.match(r"[A-Za-z0-9]+", line)[0] for line in ast.literal_eval(block)}
    assert names == {name for name, _licence in about.LIBRARIES}


def test_the_licences_are_those_that_the_libraries_declare():
    for name, licence in about.LIBRARIES:
        data = metadata.metadata(name)
        declared = f"{data.get('License-Expression') or ''} {data.get('License') or ''}"
        assert licence.split("-")[0] in declared.replace("GPL v3", "GPL-3.0"), name


def test_what_is_missing_is_said_to_be_missing(shown, dressed, monkeypatch):
    def version(name):
        if name == "Pillow":
            raise metadata.PackageNotFoundError(name)
        return "1.2"

    monkeypatch.setattr(about.metadata, "version", version)
    texts = said(shown(AboutDialog()))
    assert texts[texts.index("Pillow") + 1] == "not installed"
    assert "Pillow not installed" in about.versions_text()


def test_the_versions_are_copied_for_a_report_in_english(dialog, qtbot):
    i18n.set_language("ko")
    dialog.foot.silence.setInterval(30)
    dialog.foot.copy.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == f"Bernoulli Lab {VERSION}"
    assert f"Qt {qVersion()}" in lines
    assert "Qt platform plugin offscreen" in lines
    assert dialog.foot.said.text() == translate("Help", "Copied.")
    qtbot.waitUntil(lambda: not dialog.foot.said.text())


def test_every_font_is_named_with_its_licence():
    for name in (fonts.TEXT_FAMILY, fonts.MATH_FAMILY):
        (licence,) = (one for one in FONT_LICENCES if one.name == name)
        assert "SIL OPEN FONT LICENSE Version 1.1" in licence.path.read_text(encoding="utf-8")
    assert len(FONT_LICENCES) == 2
    assert "GNU GENERAL PUBLIC LICENSE" in PROGRAM_LICENCE.path.read_text(encoding="utf-8")


@pytest.mark.parametrize("licence", [PROGRAM_LICENCE, *FONT_LICENCES], ids=lambda one: one.name)
def test_each_button_shows_the_text_of_its_licence(dialog, qtbot, licence):
    (button,) = (
        button
        for button in dialog.findChildren(QPushButton)
        if button.accessibleName() == f"Show the licence of {licence.name}"
    )
    button.setFocus()
    qtbot.keyClick(button, Qt.Key_Space)
    settle()
    shown = find(dialog, "licenceDialog")
    assert shown.text.toPlainText() == licence.path.read_text(encoding="utf-8")
    assert shown.text.isReadOnly()
    assert licence.short in shown.windowTitle()
    qtbot.keyClick(shown, Qt.Key_Escape)
    assert not shown.isVisible()
    assert dialog.isVisible()


def test_a_licence_that_is_not_there_is_no_error(shown, dressed, tmp_path):
    gone = PROGRAM_LICENCE._replace(path=tmp_path / "GONE.txt")
    dialog = shown(LicenceDialog(gone))
    assert dialog.text.toPlainText() == "The file GONE.txt is missing."


@pytest.mark.parametrize("code", ["en", "ko"])
def test_every_example_is_named_with_its_source(shown, dressed, code):
    i18n.set_language(code)
    texts = said(shown(AboutDialog()))
    for example in load_examples(EXAMPLES):
        title = example.title_ko if code == "ko" else example.title_en
        assert f"{title}: {example.source}" in texts


def test_addresses_are_plain_text_that_can_be_selected(dialog):
    labels = [label for label in dialog.findChildren(QLabel) if "https://" in label.text()]
    assert len(labels) == 2
    for label in labels:
        assert label.textFormat() == Qt.PlainText
        assert label.textInteractionFlags() == Qt.TextSelectableByMouse
        assert not label.openExternalLinks()


def test_an_open_dialog_follows_the_language(dialog, shown):
    for code in ("ko", "en"):
        i18n.set_language(code)
        settle()
        fresh = shown(AboutDialog(), 660, 700)
        assert said(dialog) == said(fresh)
        assert dialog.windowTitle() == fresh.windowTitle()
        names = [
            [button.accessibleName() for button in one.findChildren(QPushButton)]
            for one in (dialog, fresh)
        ]
        assert names[0] == names[1]
        assert all(names[0])


@pytest.mark.parametrize("changes", [{"theme": theme.DARK}, {"scale": 1.5}, {"least_type": 27}])
def test_an_open_dialog_follows_the_look(dialog, shown, dressed, changes):
    dressed(**changes)
    settle()
    fresh = shown(AboutDialog(), 660, 700)
    # Only one of them can have the focus: what is in them is compared.
    assert not difference(picture(dialog._inside), picture(fresh._inside))
    assert dialog.foot.copy.size() == fresh.foot.copy.size()


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("name", LOOKS)
def test_no_text_is_cut_off(shown, dressed, name, code):
    changes, size = LOOKS[name]
    i18n.set_language(code)
    dressed(**changes)
    dialog = shown(AboutDialog(), *size)
    assert dialog._inside.width() == dialog.area.viewport().width()
    for label in dialog._inside.findChildren(QLabel):
        metrics = label.fontMetrics()
        assert metrics.height() >= look().least_type
        flags = int(label.alignment()) | (Qt.TextWordWrap if label.wordWrap() else 0)
        needed = metrics.boundingRect(0, 0, label.width(), 9999, flags, label.text())
        assert needed.width() <= label.width() + 1, label.text()
        assert needed.height() <= label.height() + 1, label.text()
        assert not missing_characters(label.text())
    for button in dialog.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width()
    assert dialog._inside.rect().contains(dialog._inside.childrenRect())


def test_the_tab_key_goes_down_the_dialog(dialog, qtbot):
    dialog.activateWindow()
    settle()
    order = [dialog.focusWidget()]
    for _ in range(6):
        qtbot.keyClick(QApplication.focusWidget() or order[-1], Qt.Key_Tab)
        order.append(dialog.focusWidget())
    licences = [button for button, _licence in dialog._licence_buttons]
    assert order == [dialog.area, *licences, dialog.foot.copy, dialog.foot.close_, dialog.area]


@pytest.mark.parametrize("way", ["esc", "button"])
def test_it_goes_by_esc_and_by_its_button(dialog, qtbot, way):
    if way == "esc":
        qtbot.keyClick(dialog.area, Qt.Key_Escape)
    else:
        dialog.foot.close_.click()
    assert not dialog.isVisible()
