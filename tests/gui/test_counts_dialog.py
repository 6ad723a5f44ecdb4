"""The question for two counts: what it takes, and what is wrong at once."""

import pytest
from PyQt5.QtCore import Qt, QTimer
from PyQt5.QtWidgets import QApplication, QDialog, QDialogButtonBox

from core.observations import Observations
from gui import i18n
from gui.counts_dialog import CountsDialog
from tests.helpers import HANGUL, find, settle


@pytest.fixture
def ask(shown):
    return lambda k=7, n=10: shown(CountsDialog(k, n))


def ok(dialog):
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.Ok)


def enter(dialog, k, n):
    dialog.k.setText(k)
    dialog.n.setText(n)


def test_it_begins_with_the_counts_that_are_there(ask):
    dialog = ask()
    assert (dialog.k.text(), dialog.n.text()) == ("7", "10")
    assert dialog.observations == Observations.from_counts(7, 10)
    assert dialog.message.text() == "7 ones and 3 zeros, in no known order."
    assert dialog.k.selectedText() == "7"


@pytest.mark.parametrize(
    ("k", "n", "counts"),
    [
        ("0", "0", (0, 0)),
        ("0", "5", (0, 5)),
        ("5", "5", (5, 5)),
        (" 3 ", "1 000", (3, 1000)),
        ("1,000", "1,000,000", (1000, 10**6)),
        ("1_000", "1'000'000", (1000, 10**6)),
        ("1\u202f000", "1\u00a0000\u00a0000", (1000, 10**6)),
        ("３", "１０", (3, 10)),
        ("007", "010", (7, 10)),
        ("600000000000000", "1000000000000000", (6 * 10**14, 10**15)),
    ],
)
def test_whole_numbers_in_every_usual_form_are_taken(ask, k, n, counts):
    dialog = ask()
    enter(dialog, k, n)
    assert (dialog.observations.k, dialog.observations.n) == counts
    assert ok(dialog).isEnabled()


@pytest.mark.parametrize(
    ("k", "n", "words"),
    [
        ("", "10", "whole numbers"),
        ("3", "", "whole numbers"),
        ("", "", "whole numbers"),
        ("x", "10", "whole numbers"),
        ("-1", "10", "whole numbers"),
        ("0.5", "10", "whole numbers"),
        ("1e3", "10000", "whole numbers"),
        ("3/4", "10", "whole numbers"),
        ("3", "4/10", "whole numbers"),
        ("9" * 100, "10", "whole numbers"),
        ("11", "10", "more ones than observations"),
        ("0", "1000000000000001", "at most"),
    ],
)
def test_what_is_wrong_is_said_at_once_and_cannot_be_taken(ask, qtbot, k, n, words):
    dialog = ask()
    enter(dialog, k, n)
    assert words in dialog.message.text()
    assert not ok(dialog).isEnabled()
    assert dialog.observations is None
    qtbot.keyClick(dialog.n, Qt.Key_Return)
    assert dialog.isVisible()
    enter(dialog, "1", "2")
    assert ok(dialog).isEnabled()
    assert words not in dialog.message.text()


def test_all_of_the_message_is_seen(ask):
    dialog = ask()
    for code in ("en", "ko"):
        i18n.set_language(code)
        for k, n in (("x", "1"), ("2", "1"), ("0", "9" * 16), ("1", "1000000000000000")):
            enter(dialog, k, n)
            settle()
            needed = dialog.message.heightForWidth(dialog.message.width())
            assert dialog.message.height() >= needed


def test_the_language_may_change_while_it_asks(ask):
    dialog = ask()
    enter(dialog, "11", "10")
    i18n.set_language("ko")
    settle()
    for text in (dialog.windowTitle(), dialog.message.text(), dialog.k.accessibleName()):
        assert HANGUL.search(text)
    assert (dialog.k.text(), dialog.n.text()) == ("11", "10")


# In the window -----------------------------------------------------------------------------------


def answering(do):
    QTimer.singleShot(0, lambda: do(QApplication.activeModalWidget()))


def test_the_counts_take_the_place_of_the_sequence_in_one_step(window):
    answering(lambda dialog: (enter(dialog, "300", "1,000"), dialog.accept()))
    window.actions_["counts"].trigger()
    assert window.session.state.observations == Observations.from_counts(300, 1000)
    assert window.session.undo_stack.count() == 1
    assert find(window, "tilesCaption").text() == "counts only, the order is not known"
    window.session.undo()
    assert window.session.state.observations.text() == "1011011101"


def test_the_same_counts_forget_the_order(window):
    answering(lambda dialog: dialog.accept())
    window.actions_["counts"].trigger()
    assert window.session.state.observations == Observations.from_counts(7, 10)


def test_a_cancelled_question_changes_nothing(window):
    answering(lambda dialog: (enter(dialog, "300", "1000"), dialog.reject()))
    window.actions_["counts"].trigger()
    assert window.session.undo_stack.count() == 0


def test_wrong_counts_that_are_forced_in_change_nothing(window):
    answering(lambda dialog: (enter(dialog, "2", "1"), dialog.done(QDialog.Accepted)))
    window.actions_["counts"].trigger()
    assert window.session.undo_stack.count() == 0


def test_no_observations_at_all_can_be_entered(window, qtbot):
    answering(lambda dialog: (enter(dialog, "0", "0"), dialog.accept()))
    window.actions_["counts"].trigger()
    assert window.session.snapshot.n == 0
    qtbot.keyClick(find(window, "observationTiles"), Qt.Key_1)
    assert window.session.state.observations.text() == "1"


def test_the_question_ends_a_sweep_first(window):
    window.explore.toggle_sweep()
    answering(lambda dialog: dialog.reject())
    window.actions_["counts"].trigger()
    assert not window.sweep.running
