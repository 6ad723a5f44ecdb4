"""One option of a choice."""

import pytest
from PyQt5.QtCore import Qt
from PyQt5.QtTest import QTest

from gui import theme
from gui.lessons.option_button import OptionButton
from tests.helpers import painted_texts, picture, settle

LONG = "It stays where it is, however many observations there are and whatever the others say"


@pytest.fixture
def option(shown):
    option = OptionButton(2)
    option.show_option("It stays")
    return shown(option, 260, option.minimumHeight())


def test_it_says_its_words_and_its_key(option):
    assert (option.text(), option.accessibleName()) == ("It stays", "It stays")
    assert (option.objectName(), option.toolTip()) == ("option2", "2")


@pytest.mark.parametrize("width", [140, 260, 500])
def test_it_is_tall_enough_for_all_of_its_words(option, width):
    option.show_option(LONG)
    option.resize(width, option.height())
    settle()
    assert option.height() >= option._document.size().height()
    assert "".join(t.text for t in painted_texts(option)).replace(" ", "") == LONG.replace(" ", "")
    assert all(t.rect.bottom() <= option.height() for t in painted_texts(option))


def test_larger_type_makes_it_taller(option):
    before = option.height()
    theme.set_look(scale=1.5)
    assert option.height() > before


def test_it_is_chosen_with_the_mouse_and_with_space(option):
    QTest.mouseClick(option, Qt.LeftButton)
    assert option.isChecked()
    option.setAutoExclusive(False)
    option.setChecked(False)
    QTest.keyClick(option, Qt.Key_Space)
    assert option.isChecked()


@pytest.mark.parametrize("sign", ["✓", "✗"])
def test_a_sign_is_seen_and_said(option, sign):
    option.show_sign(sign)
    assert option.accessibleName() == f"{sign} It stays"
    assert sign in {t.text for t in painted_texts(option)}
    option.show_sign("")
    assert option.accessibleName() == "It stays"
    assert sign not in {t.text for t in painted_texts(option)}


def test_what_is_chosen_looks_chosen_and_what_has_the_focus_looks_so(option):
    option.clearFocus()
    plain = picture(option)
    option.setChecked(True)
    chosen = picture(option)
    assert (plain != chosen).any()
    option.activateWindow()
    option.setFocus(Qt.TabFocusReason)
    assert (picture(option) != chosen).any()
