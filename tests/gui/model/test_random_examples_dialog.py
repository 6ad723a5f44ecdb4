"""The question how examples are drawn."""

import pytest
from PyQt5.QtCore import Qt
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QDialog, QDialogButtonBox

from gui import i18n
from gui.model.random_examples_dialog import RandomExamplesDialog
from tests.helpers import HANGUL, find, settle


def test_it_begins_with_what_it_is_given_and_keeps_to_what_is_possible(shown):
    dialog = shown(RandomExamplesDialog(50, 1.5, -0.25, 7))
    values = (dialog.n.value(), dialog.w.value(), dialog.b.value(), dialog.seed.value())
    assert values == (50, 1.5, -0.25, 7)
    assert [box.text() for box in dialog._boxes] == ["50", "1.5", "−0.25", "7"]
    dialog.n.setValue(2_000_000)
    assert dialog.n.value() == 1_000_000
    assert dialog.n.text() == "1,000,000"
    dialog.n.setValue(0)
    assert dialog.n.value() == 1
    assert isinstance(dialog.n.value(), int)


def write(dialog, name, text):
    box = find(dialog, name)
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, text)
    return box


def values(dialog):
    return tuple(box.value() for box in dialog._boxes)


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("randomExamplesW", "-2.125", -2.125),
        ("randomExamplesW", "1/3", 1 / 3),
        ("randomExamplesW", "1e-3", 1e-3),
        ("randomExamplesB", "1000000000", 1e9),
        ("randomExamplesCount", "1,000", 1000),
        ("randomExamplesCount", " 20000 ", 20_000),
        ("randomExamplesSeed", "0", 0),
    ],
)
def test_what_is_typed_is_taken(shown, name, text, value):
    dialog = shown(RandomExamplesDialog(50, 1.5, -0.25, 7))
    box = write(dialog, name, text)
    QTest.keyClick(box, Qt.Key_Return)
    settle()
    assert box.value() == value
    assert dialog.result() == QDialog.Accepted


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("randomExamplesW", "1/3x", "1/3x"),
        ("randomExamplesW", "1e200", "from −10"),
        ("randomExamplesB", "", "“”"),
        ("randomExamplesCount", "0", "from 1 to 1,000,000"),
        ("randomExamplesCount", "1000001", "from 1 to 1,000,000"),
        ("randomExamplesCount", "1,00", "1,00"),
        ("randomExamplesCount", "1.5", "whole"),
        ("randomExamplesSeed", "-1", "from 0 to 2,147,483,647, not “-1”"),
        ("randomExamplesSeed", "9999999999", "from 0 to 2,147,483,647"),
    ],
)
def test_what_is_not_allowed_stays_with_a_message_until_it_is_mended(shown, name, text, said):
    dialog = shown(RandomExamplesDialog(50, 1.5, -0.25, 7))
    before, words = values(dialog), dialog._hint.text()
    box = write(dialog, name, text) if text else find(dialog, name)
    if not text:
        box.setFocus()
        box.selectAll()
        QTest.keyClick(box, Qt.Key_Delete)
    other = dialog.w if box is not dialog.w else dialog.b
    other.setFocus()
    settle()
    assert box.text() == text
    assert said in dialog._hint.text()
    assert box.property("invalid")
    QTest.mouseClick(dialog._buttons.button(QDialogButtonBox.Ok), Qt.LeftButton)
    settle()
    assert dialog.isVisible()
    assert box.hasFocus()
    assert values(dialog) == before
    QTest.keyClick(box, Qt.Key_Return)
    assert dialog.isVisible()
    QTest.keyClicks(box, "5")
    assert dialog._hint.text() == words
    assert not box.property("invalid")
    QTest.mouseClick(dialog._buttons.button(QDialogButtonBox.Ok), Qt.LeftButton)
    assert not dialog.isVisible()
    assert box.value() == 5
    assert dialog.result() == QDialog.Accepted


def test_of_two_mistakes_the_first_is_named_and_then_the_other(shown):
    dialog = shown(RandomExamplesDialog(50, 1.5, -0.25, 7))
    write(dialog, "randomExamplesSeed", "x")
    write(dialog, "randomExamplesW", "y")
    assert "“y”" in dialog._hint.text()
    write(dialog, "randomExamplesW", "2")
    assert "“x”" in dialog._hint.text()


def test_escape_gives_up_what_is_typed_and_then_the_draw(shown):
    dialog = shown(RandomExamplesDialog(50, 1.5, -0.25, 7))
    box = write(dialog, "randomExamplesW", "abc")
    QTest.keyClick(box, Qt.Key_Escape)
    assert box.text() == "1.5"
    assert "abc" not in dialog._hint.text()
    assert dialog.isVisible()
    QTest.keyClick(box, Qt.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() == QDialog.Rejected


def test_arrows_step_and_stay_within_the_limits(shown):
    dialog = shown(RandomExamplesDialog(1, 1.5, -0.25, 0))
    for box, value in ((dialog.n, 1), (dialog.seed, 0)):
        box.setFocus()
        QTest.keyClick(box, Qt.Key_Up)
        assert box.value() == value + 1
        QTest.keyClick(box, Qt.Key_Down)
        QTest.keyClick(box, Qt.Key_Down)
        assert box.value() == value
        assert box.text() == str(value)


def test_it_speaks_both_languages(shown):
    dialog = shown(RandomExamplesDialog(50, 1.5, -0.25, 7))
    assert "−4 to 4" in dialog._hint.text()
    i18n.set_language("ko")
    settle()
    assert HANGUL.search(dialog.windowTitle())
    assert all(HANGUL.search(box.accessibleName()) for box in dialog._boxes)
