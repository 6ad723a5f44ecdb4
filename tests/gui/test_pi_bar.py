"""π as a number to type, and the row it stands in."""

import pytest
from PyQt5.QtCore import QEvent, QLocale, Qt
from PyQt5.QtGui import QKeyEvent
from PyQt5.QtWidgets import QAction, QDoubleSpinBox, QLineEdit

from tests.helpers import find, settle

ROUND_TRIPS = [0.1, 1 / 3, 7 / 10, 1e-6, 5e-324, 0.9999999999999999, 1e-16, 0.123456789012345678]


@pytest.fixture
def spin(window):
    spin = find(window, "piSpinBox")
    spin.setFocus()
    return spin


@pytest.fixture
def type_pi(spin, qtbot):
    def type_pi(text, enter=True):
        edit = spin.lineEdit()
        edit.selectAll()
        qtbot.keyClicks(edit, text)
        if enter:
            qtbot.keyClick(edit, Qt.Key_Return)
        settle()

    return type_pi


@pytest.mark.parametrize(
    ("text", "pi"),
    [
        ("0.42", 0.42),
        ("7/10", 0.7),
        ("1e-6", 1e-6),
        (".5", 0.5),
        ("1", 1.0),
        ("0", 0.0),
        ("0.123456789012345678", 0.123456789012345678),
        ("1/3", 1 / 3),
        ("5e-324", 5e-324),
        ("0.9999999999999999", 0.9999999999999999),
        ("1e-25", 1e-25),
        (" 0.25 ", 0.25),
    ],
)
def test_the_number_typed_is_the_number_taken(window, type_pi, text, pi):
    type_pi(text)
    assert window.session.state.pi == pi
    assert window.session.undo_stack.count() == (pi != 0.5)


@pytest.mark.parametrize("pi", ROUND_TRIPS)
def test_the_text_shown_reads_back_as_the_same_number(window, spin, pi):
    window.session.set_pi(pi)
    settle()
    assert float(spin.lineEdit().text()) == pi
    assert spin.value() == pi


@pytest.mark.parametrize("text", ["1.2", "-0.1", "abc", "nan", "0,5", "3/2", "1/0", ""])
def test_a_bad_number_stays_with_a_message_and_changes_nothing(window, spin, type_pi, text):
    state = window.session.state
    if text:
        type_pi(text)
    else:
        spin.lineEdit().clear()
        type_pi("")
    message = find(window, "piMessage")
    assert spin.lineEdit().text() == text
    assert message.isVisible() or not text
    assert "0 to 1" in message.text()
    assert spin.property("invalid")
    assert window.session.state is state


def test_a_bad_number_stays_when_the_focus_leaves(window, spin, type_pi):
    type_pi("1.2", enter=False)
    find(window, "plotStack").setFocus()
    settle()
    assert spin.lineEdit().text() == "1.2"
    assert find(window, "piMessage").text()
    assert window.session.state.pi == 0.5


def test_the_message_goes_with_the_next_good_number(window, spin, type_pi):
    type_pi("1.2")
    type_pi("0.3")
    assert find(window, "piMessage").text() == ""
    assert not spin.property("invalid")
    assert window.session.state.pi == 0.3
    assert find(window, "zoomButton").isVisible()


def test_the_message_goes_when_pi_moves_by_other_means(window, spin, type_pi):
    type_pi("1.2")
    find(window, "goToMleButton").click()
    settle()
    assert find(window, "piMessage").text() == ""
    assert spin.lineEdit().text() == "0.7"


def test_while_a_number_is_typed_nothing_moves(window, type_pi):
    heard = []
    window.session.snapshot_changed.connect(heard.append)
    type_pi("0.73", enter=False)
    assert heard == []


def test_a_number_typed_is_taken_when_the_focus_leaves(window, type_pi):
    type_pi("0.73", enter=False)
    find(window, "plotStack").setFocus()
    settle()
    assert window.session.state.pi == 0.73


def test_one_number_is_one_step_of_the_history(window, type_pi):
    type_pi("0.73")
    find(window, "plotStack").setFocus()
    settle()
    assert window.session.undo_stack.count() == 1


@pytest.mark.parametrize(("key", "pi"), [(Qt.Key_Up, 0.51), (Qt.Key_Down, 0.49)])
def test_arrows_step_on_the_grid(window, spin, qtbot, key, pi):
    qtbot.keyClick(spin, key)
    settle()
    assert window.session.state.pi == pi


def test_steps_stop_at_the_ends(window, spin, qtbot):
    window.session.set_pi(1.0)
    settle()
    qtbot.keyClick(spin, Qt.Key_Up)
    settle()
    assert window.session.state.pi == 1.0


def test_a_step_from_a_pi_off_the_grid_keeps_its_digits(window, spin, qtbot):
    window.session.set_pi(0.123456)
    settle()
    qtbot.keyClick(spin, Qt.Key_Up)
    settle()
    assert window.session.state.pi == 0.133456


def test_typing_while_pi_sweeps_ends_the_sweep_and_keeps_what_is_typed(window, spin, qtbot):
    find(window, "sweepButton").click()
    settle()
    spin.lineEdit().selectAll()
    for letter in "0.75":
        qtbot.keyClicks(spin.lineEdit(), letter)
        qtbot.wait(60)
    assert spin.lineEdit().text() == "0.75"
    qtbot.keyClick(spin.lineEdit(), Qt.Key_Return)
    settle()
    assert window.session.state.pi == 0.75
    assert not window.sweep.running


@pytest.mark.parametrize("before", ["sweep", "key"])
def test_after_p_what_is_typed_replaces_the_number(window, spin, qtbot, before):
    if before == "sweep":
        find(window, "sweepButton").click()
        settle()
    window.session.set_pi(0.61)
    window.session.set_pi(0.62)
    window.findChild(QAction, "typePiAction").trigger()
    qtbot.wait(80)
    qtbot.keyClicks(spin.lineEdit(), "0.75")
    qtbot.keyClick(spin, Qt.Key_Return)
    settle()
    assert window.session.state.pi == 0.75


def test_escape_gives_up_what_is_typed(window, spin, type_pi, qtbot):
    type_pi("0.9", enter=False)
    qtbot.keyClick(spin, Qt.Key_Escape)
    assert spin.lineEdit().text() == "0.5"
    find(window, "plotStack").setFocus()
    assert window.session.state.pi == 0.5


def test_the_numbers_are_written_with_a_point_in_every_locale(spin):
    assert spin.locale() == QLocale.c()


def test_zoom_and_whole_axis(start):
    window = start("--counts", "700/1000")
    zoom, whole = find(window, "zoomButton"), find(window, "wholeAxisButton")
    assert zoom.isEnabled()
    assert not whole.isEnabled()
    zoom.click()
    low, high = window.session.state.interval
    assert 0 < low < 0.7 < high <= 1
    assert whole.isEnabled()
    whole.click()
    assert window.session.state.interval == (0.0, 1.0)
    assert not whole.isEnabled()
    assert window.session.undo_stack.count() == 0


def test_without_observations_there_is_no_peak_to_zoom_to(start):
    window = start("")
    assert window.session.snapshot.n == 0
    assert not find(window, "zoomButton").isEnabled()


def test_each_control_of_the_row_says_what_it_is(window):
    for name in ("piSlider", "piSpinBox", "sweepButton", "zoomButton", "wholeAxisButton"):
        assert find(window, name).accessibleName()
        assert find(window, name).toolTip()


@pytest.mark.parametrize(
    ("name", "qt"), [("piSpinBox", QDoubleSpinBox), ("observationText", QLineEdit)]
)
def test_the_key_of_the_export_is_the_window_s_in_the_fields_too(window, monkeypatch, name, qt):
    def take(_field, event):
        """As Qt's fields do where Ctrl+E is the End key: on Linux with a screen."""
        event.accept()
        return True

    field = find(window, name)
    event = QKeyEvent(QEvent.ShortcutOverride, Qt.Key_E, Qt.ControlModifier)
    event.ignore()
    monkeypatch.setattr(qt, "event", take)
    field.event(event)
    assert not event.isAccepted()
