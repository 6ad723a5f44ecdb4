"""The dialog in which a teacher chooses what the window shows."""

import pytest
from PyQt5.QtCore import Qt
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QAction, QApplication, QCheckBox, QDialogButtonBox

from core.stage import CONTROLS
from gui.controls_dialog import PARTS, ControlsDialog
from tests.helpers import HANGUL, find, settle


@pytest.fixture
def dialog(shown):
    dialog = ControlsDialog(frozenset({"unit"}), locked=False)
    dialog.heard = []
    dialog.edited.connect(lambda without, locked: dialog.heard.append((without, locked)))
    return shown(dialog)


@pytest.fixture
def opened(window):
    """The dialog as the window opens it."""
    window.session.set_stage(without={"zoom"}, locked=True)
    window.findChild(QAction, "controlsAction").trigger()
    settle()
    return next(w for w in window.findChildren(ControlsDialog) if w.isVisible())


def button(dialog, which):
    return dialog.findChild(QDialogButtonBox).button(which)


def test_there_is_a_box_for_each_control_and_one_for_the_lock(dialog):
    assert set(dialog.boxes) == set(CONTROLS)
    boxes = dialog.findChildren(QCheckBox)
    assert set(boxes) == {*dialog.boxes.values(), dialog.lock}
    names = [box.text() for box in boxes]
    assert all(names)
    assert len(set(names)) == len(names)
    assert [box.accessibleName() for box in boxes] == names
    assert {name for name, box in dialog.boxes.items() if not box.isChecked()} == {"unit"}
    assert not dialog.lock.isChecked()


@pytest.mark.parametrize("name", [name for name in CONTROLS if name != "unit"])
def test_each_box_leaves_its_control_out_at_once_and_brings_it_back(dialog, name):
    dialog.boxes[name].click()
    dialog.boxes[name].click()
    assert dialog.heard == [
        (frozenset({"unit", name}), False),
        (frozenset({"unit"}), False),
    ]


def test_the_lock_is_told_with_what_is_left_out(dialog):
    dialog.lock.click()
    assert dialog.heard == [(frozenset({"unit"}), True)]


@pytest.mark.parametrize("whole", PARTS)
def test_the_parts_of_a_card_that_is_left_out_cannot_be_chosen_and_are_kept(dialog, whole):
    before = {name: box.isChecked() for name, box in dialog.boxes.items()}
    dialog.boxes[whole].click()
    off = {name for name, box in dialog.boxes.items() if not box.isEnabled()}
    assert off == set(PARTS[whole])
    dialog.boxes[whole].click()
    assert all(box.isEnabled() for box in dialog.boxes.values())
    assert {name: box.isChecked() for name, box in dialog.boxes.items()} == before


def test_a_dialog_that_begins_without_a_card_has_its_parts_closed(shown):
    dialog = shown(ControlsDialog(frozenset({"calculation"}), locked=True))
    assert not dialog.boxes["unit"].isEnabled()
    assert dialog.boxes["zoom"].isEnabled()
    assert dialog.lock.isChecked()


def test_parts_stand_under_their_card_and_a_little_to_the_right(dialog):
    order = list(dialog.boxes)
    for whole, parts in PARTS.items():
        for part in parts:
            assert order.index(part) > order.index(whole)
            style = dialog.boxes[part].styleSheet()
            assert "margin-left" in style
        assert not dialog.boxes[whole].styleSheet()


def test_cancel_brings_back_what_was(dialog):
    dialog.boxes["zoom"].click()
    dialog.lock.click()
    button(dialog, QDialogButtonBox.Cancel).click()
    assert not dialog.isVisible()
    assert dialog.heard[-1] == (frozenset({"unit"}), False)


def test_ok_leaves_it_as_it_is(dialog):
    dialog.boxes["zoom"].click()
    heard = list(dialog.heard)
    button(dialog, QDialogButtonBox.Ok).click()
    assert not dialog.isVisible()
    assert dialog.heard == heard == [(frozenset({"unit", "zoom"}), False)]


def test_show_everything_shows_everything_and_opens_the_lock(dialog):
    dialog.boxes["observations"].click()
    dialog.lock.click()
    button(dialog, QDialogButtonBox.Reset).click()
    assert dialog.isVisible()
    assert dialog.heard[-1] == (frozenset(), False)
    assert all(box.isChecked() and box.isEnabled() for box in dialog.boxes.values())


# In the window -----------------------------------------------------------------------------------


def test_the_window_behind_it_follows_at_once(window, opened):
    assert not find(window, "zoomButton").isVisible()
    opened.boxes["observations"].click()
    opened.boxes["zoom"].click()
    settle()
    assert not find(window, "observationTiles").isVisible()
    assert find(window, "zoomButton").isVisible()
    assert window.session.state.stage.without == {"observations"}
    assert window.session.state.stage.locked
    opened.lock.click()
    assert not window.session.state.stage.locked
    button(opened, QDialogButtonBox.Ok).click()
    settle()
    assert window.session.state.stage.without == {"observations"}
    assert window.session.undo_stack.count() == 0
    window._may_close = True


def test_esc_takes_it_all_back(window, opened):
    opened.boxes["slider"].click()
    opened.lock.click()
    QTest.keyClick(opened, Qt.Key_Escape)
    settle()
    assert not window.findChildren(ControlsDialog)
    assert window.session.state.stage.without == {"zoom"}
    assert window.session.state.stage.locked
    window._may_close = True


def test_every_box_can_be_reached_and_set_by_keys(window, opened, qtbot):
    with qtbot.waitActive(opened):
        opened.activateWindow()
    seen = []
    for _ in range(20):
        widget = QApplication.focusWidget()
        if widget in seen:
            break
        seen.append(widget)
        if isinstance(widget, QCheckBox):
            QTest.keyClick(widget, Qt.Key_Space)
        QTest.keyClick(QApplication.focusWidget(), Qt.Key_Tab)
    # Those of the cards that were left out on the way are closed.
    wholes = {name for name in CONTROLS if not any(name in parts for parts in PARTS.values())}
    assert {opened.boxes[name] for name in wholes} <= set(seen)
    assert opened.lock in seen
    assert window.session.state.stage.without >= wholes
    window._may_close = True


def test_asked_for_in_a_lesson_it_is_about_explore(window):
    window.session.set_stage(without={"zoom"})
    window.show_view("lessons")
    window.findChild(QAction, "controlsAction").trigger()
    settle()
    assert window.view == "explore"
    (dialog,) = window.findChildren(ControlsDialog)
    assert not dialog.boxes["zoom"].isChecked()
    dialog.reject()
    window._may_close = True


def test_it_follows_the_language(window, opened):
    before = [box.text() for box in opened.boxes.values()]
    window.show_language("ko")
    settle()
    after = [box.text() for box in (*opened.boxes.values(), opened.lock)]
    assert all(HANGUL.search(text) or "BCE" in text for text in after)
    assert all(HANGUL.search(b.text()) for b in opened.findChild(QDialogButtonBox).buttons())
    window.show_language("en")
    settle()
    assert [box.text() for box in opened.boxes.values()] == before
    opened.reject()
    window._may_close = True
