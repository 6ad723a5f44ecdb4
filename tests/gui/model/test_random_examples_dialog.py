"""The question how examples are drawn."""

from PyQt5.QtCore import Qt
from PyQt5.QtTest import QTest

from gui import i18n
from gui.model.random_examples_dialog import RandomExamplesDialog
from tests.helpers import HANGUL, find, settle


def test_it_begins_with_what_it_is_given_and_keeps_to_what_is_possible(shown):
    dialog = shown(RandomExamplesDialog(50, 1.5, -0.25, 7))
    values = (dialog.n.value(), dialog.w.value(), dialog.b.value(), dialog.seed.value())
    assert values == (50, 1.5, -0.25, 7)
    dialog.n.setValue(2_000_000)
    assert dialog.n.value() == 1_000_000
    dialog.n.setValue(0)
    assert dialog.n.value() == 1


def test_what_is_typed_is_taken(shown):
    dialog = shown(RandomExamplesDialog(50, 1.5, -0.25, 7))
    box = find(dialog, "randomExamplesW")
    box.setFocus()
    box.selectAll()
    QTest.keyClicks(box, "-2.125")
    QTest.keyClick(box, Qt.Key_Return)
    settle()
    assert dialog.w.value() == -2.125


def test_it_speaks_both_languages(shown):
    dialog = shown(RandomExamplesDialog(50, 1.5, -0.25, 7))
    assert "−4 to 4" in dialog._hint.text()
    i18n.set_language("ko")
    settle()
    assert HANGUL.search(dialog.windowTitle())
    assert all(HANGUL.search(box.accessibleName()) for box in dialog._boxes)
