"""The card of the data: its field, its buttons, files, examples, and what is wrong."""

import pytest
from PyQt5.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PyQt5.QtGui import QDragEnterEvent, QDropEvent
from PyQt5.QtWidgets import QApplication, QFileDialog

from core.examples import load_examples
from core.observations import Observations
from core.parsing import parse_sequence
from gui.paths import EXAMPLES
from tests.helpers import find, settle

START = "1011011101"


@pytest.fixture
def field(window):
    field = find(window, "observationText")
    field.setFocus()
    return field


def message(window):
    label = find(window, "observationMessage")
    return label.text() if label.isVisible() else ""


def observations(window):
    return window.session.state.observations


def paste(field, text, qtbot):
    QApplication.clipboard().setText(text)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key_V, Qt.ControlModifier)
    settle()


# Typing ----------------------------------------------------------------------------------------


def test_the_field_shows_the_sequence(window, field):
    assert field.text() == START
    window.session.set_observations(Observations([0, 0, 1]))
    assert field.text() == "001"


def test_typing_is_taken_at_once_and_is_one_step(window, field, qtbot):
    field.end(False)
    qtbot.keyClicks(field, "0011")
    assert observations(window).text() == START + "0011"
    assert window.session.undo_stack.count() == 1
    window.session.undo()
    assert field.text() == START


def test_typing_after_a_pause_elsewhere_is_a_step_of_its_own(window, field, qtbot):
    field.end(False)
    qtbot.keyClicks(field, "0")
    qtbot.keyClick(field, Qt.Key_Return)
    qtbot.keyClicks(field, "1")
    assert window.session.undo_stack.count() == 2


def test_what_is_typed_keeps_its_spaces_and_its_caret(window, field, qtbot):
    field.selectAll()
    qtbot.keyClicks(field, "1 0, 1")
    assert field.text() == "1 0, 1"
    assert field.cursorPosition() == 6
    assert observations(window).text() == "101"


@pytest.mark.parametrize(
    ("typed", "place", "found"), [("10a1", "3", "a"), ("2", "1", "2"), ("1.5", "1", "1.5")]
)
def test_a_bad_character_stays_with_a_message_and_the_last_good_sequence(
    window, field, qtbot, typed, place, found
):
    field.clear()
    paste(field, typed, qtbot)
    assert field.text() == typed
    assert place in message(window)
    assert found in message(window)
    assert "0 and 1" in message(window)
    assert field.property("invalid")
    assert observations(window).text() == START


def test_the_message_goes_with_the_mistake(window, field, qtbot):
    field.end(False)
    qtbot.keyClicks(field, "a")
    assert message(window)
    qtbot.keyClick(field, Qt.Key_Backspace)
    assert message(window) == ""
    assert not field.property("invalid")


def test_typed_text_with_a_mistake_is_not_lost_while_pi_moves(window, field, qtbot):
    field.end(False)
    qtbot.keyClicks(field, "a")
    window.session.set_pi(0.2)
    settle()
    assert field.text() == START + "a"
    assert message(window)


@pytest.mark.parametrize("button", ["languageButton", "themeButton"])
def test_typed_text_with_a_mistake_is_not_lost_by_a_change_of_look(window, field, qtbot, button):
    field.end(False)
    qtbot.keyClicks(field, "a")
    find(window, button).click()
    assert field.text() == START + "a"


def test_an_empty_field_is_the_empty_sequence(window, field, qtbot):
    field.selectAll()
    qtbot.keyClick(field, Qt.Key_Delete)
    assert window.session.snapshot.n == 0


def test_undo_in_the_field_is_that_of_the_program(window, field, qtbot):
    window.session.set_pi(0.2)
    field.end(False)
    qtbot.keyClicks(field, "0")
    for _ in range(2):
        qtbot.keyClick(field, Qt.Key_Z, Qt.ControlModifier)
    assert field.text() == START
    assert window.session.state.pi == 0.5
    qtbot.keyClick(field, Qt.Key_Z, Qt.ControlModifier | Qt.ShiftModifier)
    assert window.session.state.pi == 0.2


@pytest.mark.parametrize("key", [Qt.Key_M, Qt.Key_S, Qt.Key_U, Qt.Key_P, Qt.Key_Z])
def test_letters_typed_in_the_field_are_text_and_no_shortcuts(window, field, qtbot, key):
    state, caret = window.session.state, len(START)
    field.setCursorPosition(caret)
    qtbot.keyClick(field, key, delay=1)
    assert window.session.state == state
    assert QApplication.focusWidget() is field
    assert not window.sweep.running
    assert len(field.text()) == caret + 1


# Pasting ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["1 0\n1 1\n", "1\t0\t1\t1", "1,0;1,1", "１０１１", "1\r\n0\r\n1\r\n1", "\ufeff1011"]
)
def test_a_paste_may_have_lines_tabs_and_wide_digits(window, field, qtbot, text):
    paste(field, text, qtbot)
    assert observations(window) == parse_sequence("1011")
    assert message(window) == ""


@pytest.mark.parametrize("n", [4999, 5001, 100_000])
def test_a_long_paste_is_taken_whole(window, field, qtbot, n):
    text = ("1101" * n)[:n]
    paste(field, text, qtbot)
    assert observations(window).n == n
    assert observations(window).text() == text
    assert window.session.undo_stack.count() == 1


def test_a_sequence_longer_than_the_field_is_shown_by_its_ends(window, field):
    window.session.set_observations(Observations([1] * 4000 + [0] * 4000))
    assert field.isReadOnly()
    assert field.text() == "11111111 … 00000000 (7,984 between)"
    window.session.set_observations(Observations([1]))
    assert not field.isReadOnly()


def test_the_text_of_a_long_sequence_is_not_taken_for_a_sequence(window, field, qtbot):
    long = Observations([1] * 8000)
    window.session.set_observations(long)
    qtbot.keyClicks(field, "01")
    qtbot.keyClick(field, Qt.Key_Delete)
    assert observations(window) == long


def test_a_bad_long_paste_changes_nothing_and_says_why(window, field, qtbot):
    paste(field, "1" * 7000 + "x", qtbot)
    assert observations(window).text() == START
    assert "7001" in message(window).replace(",", "")


def test_counts_have_an_empty_field_that_a_sequence_can_be_typed_in(start, qtbot):
    window = start("--counts", "3/10")
    field = find(window, "observationText")
    assert field.text() == ""
    assert field.placeholderText()
    qtbot.keyClicks(field, "10")
    assert observations(window).text() == "10"


# Buttons ---------------------------------------------------------------------------------------


def test_flip_swaps_zeros_and_ones(window):
    find(window, "flipButton").click()
    assert observations(window).text() == "0100100010"


def test_shuffle_keeps_the_counts_and_the_curves(window):
    curves = window.session.snapshot.curves
    find(window, "shuffleButton").click()
    assert (observations(window).k, observations(window).n) == (7, 10)
    assert window.session.snapshot.curves is curves


def test_buttons_that_can_do_nothing_are_off(start):
    window = start("")
    names = ("flipButton", "shuffleButton", "goToMleButton")
    assert [find(window, name).isEnabled() for name in names] == [False] * 3
    window.session.set_observations(Observations.from_counts(3, 10))
    assert [find(window, name).isEnabled() for name in names] == [True, False, True]


def test_the_estimate_is_written_out(window):
    assert find(window, "mleValue").text() == "π̂ = 7/10 = 0.700"
    window.session.set_observations(Observations([1, 0, 0]))
    assert "≈" in find(window, "mleValue").text()
    window.session.set_observations(Observations())
    assert find(window, "mleValue").text() == "undefined"


def test_random_draws_what_the_dialog_says(window):
    def answer():
        dialog = QApplication.activeModalWidget()
        dialog.n.setValue(50)
        dialog.pi.setValue(1.0)
        dialog.seed.setValue(7)
        dialog.shows.setChecked(True)
        dialog.accept()

    QTimer.singleShot(0, answer)
    find(window, "randomButton").click()
    assert (observations(window).k, observations(window).n) == (50, 50)
    assert find(window, "sourceLabel").text() == "random: n = 50, true π = 1, seed 7"
    window.session.undo()
    assert observations(window).text() == START


def test_random_can_be_cancelled(window):
    QTimer.singleShot(0, lambda: QApplication.activeModalWidget().reject())
    find(window, "randomButton").click()
    assert window.session.undo_stack.count() == 0


@pytest.mark.parametrize("example", load_examples(EXAMPLES), ids=lambda one: one.id)
def test_the_menu_opens_each_example_and_says_where_it_is_from(window, example):
    menu = find(window, "examplesButton").menu()
    menu.aboutToShow.emit()
    (action,) = (one for one in menu.actions() if one.text() == example.title_en)
    action.trigger()
    settle()
    assert observations(window) == example.observations
    source = find(window, "sourceLabel")
    assert source.isVisible()
    assert example.title_en in source.text()
    assert example.source in source.text()
    assert window.session.snapshot.mle == example.k / example.n


# Files -----------------------------------------------------------------------------------------


@pytest.fixture
def drop(window):
    def drop(*, path=None, text=None):
        data = QMimeData()
        if path is not None:
            data.setUrls([QUrl.fromLocalFile(str(path))])
        if text is not None:
            data.setText(text)
        keys = (Qt.CopyAction, data, Qt.LeftButton, Qt.NoModifier)
        enter = QDragEnterEvent(QPoint(5, 5), *keys)
        QApplication.sendEvent(window, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(window, QDropEvent(QPoint(5, 5), *keys))
        settle()

    return drop


@pytest.fixture
def open_file(window, monkeypatch):
    def open_file(path):
        answer = lambda *_args: (str(path), "")  # noqa: E731
        monkeypatch.setattr(QFileDialog, "getOpenFileName", answer)
        find(window, "openButton").click()
        settle()

    return open_file


def test_a_file_is_opened_and_named(window, open_file, tmp_path):
    path = tmp_path / "coin tosses.txt"
    path.write_text("1 0 1\n1 1 1\n", encoding="utf-8")
    open_file(path)
    assert observations(window).text() == "101111"
    assert find(window, "sourceLabel").text() == "coin tosses.txt"
    assert window.session.undo_stack.count() == 1
    assert window.settings.folder == str(tmp_path)


def test_a_file_can_be_dropped(window, drop, tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("0 1", encoding="utf-8")
    drop(path=path)
    assert observations(window).text() == "01"


def test_text_can_be_dropped(window, drop):
    drop(text="1 1 0")
    assert observations(window).text() == "110"
    assert find(window, "observationText").text().replace(" ", "") == "110"


def test_bad_text_dropped_changes_nothing_and_says_why(window, drop):
    drop(text="1 x 0")
    assert observations(window).text() == START
    assert "x" in message(window)


def bad_files(folder):
    (folder / "empty.txt").write_text("", encoding="utf-8")
    (folder / "blank.txt").write_text(" \n\n", encoding="utf-8")
    (folder / "letters.txt").write_text("10\n1a\n", encoding="utf-8")
    (folder / "binary.dat").write_bytes(b"\xff\x81\xff\xff\x80")
    (folder / "folder").mkdir()
    return {
        "empty.txt": "no 0 and no 1",
        "blank.txt": "no 0 and no 1",
        "letters.txt": "Line 2, position 2",
        "binary.dat": "UTF-8",
        "folder": "folder",
        "missing.txt": "no file",
    }


def test_a_bad_file_changes_nothing_and_says_why(window, open_file, drop, tmp_path):
    for name, words in bad_files(tmp_path).items():
        for how in (open_file, lambda path: drop(path=path)):
            window.observations.message.clear()
            how(tmp_path / name)
            assert words in message(window), name
            assert name in message(window)
            assert observations(window).text() == START
    assert window.session.undo_stack.count() == 0


def test_a_bad_file_leaves_what_was_typed(field, open_file, tmp_path, qtbot):
    field.end(False)
    qtbot.keyClicks(field, "a")
    open_file(tmp_path / "missing.txt")
    assert field.text() == START + "a"


def test_the_message_of_a_bad_file_goes_with_the_next_good_one(window, open_file, tmp_path):
    open_file(tmp_path / "missing.txt")
    assert message(window)
    (tmp_path / "good.txt").write_text("01", encoding="utf-8")
    open_file(tmp_path / "good.txt")
    assert message(window) == ""


def test_opening_the_same_file_again_takes_the_message_away(window, open_file, tmp_path):
    path = tmp_path / "good.txt"
    path.write_text("01", encoding="utf-8")
    open_file(path)
    open_file(tmp_path / "missing.txt")
    open_file(path)
    assert message(window) == ""


def test_no_choice_in_the_dialog_changes_nothing(window, open_file):
    open_file("")
    assert window.session.undo_stack.count() == 0
    assert message(window) == ""
