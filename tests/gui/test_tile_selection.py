"""Tiles selected by keys and mouse, and what is done with them: copied, cut, pasted, toggled."""

import pytest
from PyQt5.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt5.QtGui import QContextMenuEvent, QMouseEvent
from PyQt5.QtWidgets import QApplication, QInputDialog, QMessageBox, QScrollBar

from core.observations import Observations, random_observations
from gui import copying
from tests.helpers import find, mouse, picture, press, release, settle

START = "1011011101"
SHIFT, CONTROL = Qt.ShiftModifier, Qt.ControlModifier


@pytest.fixture
def tiles(window):
    tiles = find(window, "observationTiles")
    tiles.setFocus()
    return tiles


@pytest.fixture(autouse=True)
def _clipboard(qapp):
    qapp.clipboard().setText("")


def clipboard():
    return QApplication.clipboard().text()


def text(window):
    return window.session.state.observations.text()


def caption(window):
    return find(window, "tilesCaption").text()


def keys(qtbot, tiles, *given):
    """Type keys; (key, modifiers) for those with Shift or Ctrl."""
    for key in given:
        qtbot.keyClick(tiles, *(key if isinstance(key, tuple) else (key,)))
    settle()


def middle(tiles, index):
    center = tiles.tile_rect(index).center()
    return center.x(), center.y()


def shift_mouse(tiles, kind, x, y, button=Qt.LeftButton, buttons=Qt.LeftButton):
    pos = QPointF(x, y)
    screen = QPointF(tiles.mapToGlobal(QPoint(0, 0))) + pos
    QApplication.sendEvent(tiles, QMouseEvent(kind, pos, screen, button, buttons, SHIFT))


def select(tiles, first, last):
    """Click at the first with nothing changed, Shift+click at the last."""
    tiles.go_to(first)
    shift_mouse(tiles, QEvent.MouseButtonPress, *middle(tiles, last))
    shift_mouse(tiles, QEvent.MouseButtonRelease, *middle(tiles, last), buttons=Qt.NoButton)
    assert tiles.selection == range(min(first, last), max(first, last) + 1)


@pytest.fixture
def open_menu(monkeypatch):
    """Ask for the menu by the keyboard, or by the right button on a tile."""

    def open_menu(window, index=None):
        tiles, menu = window.observations.tiles, window.observations.tile_menu
        places = []
        # The offscreen platform warns of menus that really open.
        monkeypatch.setattr(menu, "popup", places.append)
        point = QPoint(3, 3) if index is None else tiles.tile_rect(index).center().toPoint()
        reason = QContextMenuEvent.Keyboard if index is None else QContextMenuEvent.Mouse
        event = QContextMenuEvent(reason, point, tiles.mapToGlobal(point))
        QApplication.sendEvent(tiles, event)
        assert places == [tiles.mapToGlobal(point)]
        return {one.objectName(): one for one in menu.actions() if not one.isSeparator()}

    return open_menu


# Selecting ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("given", "selected"),
    [
        ([(Qt.Key_Right, SHIFT)], range(2)),
        ([(Qt.Key_Right, SHIFT)] * 3, range(4)),
        ([(Qt.Key_Left, SHIFT)], range(1)),
        ([Qt.Key_Right, Qt.Key_Right, (Qt.Key_Left, SHIFT)], range(1, 3)),
        ([Qt.Key_End, (Qt.Key_Left, SHIFT)], range(9, 10)),
        ([Qt.Key_End, (Qt.Key_Home, SHIFT)], range(10)),
        ([(Qt.Key_End, SHIFT)], range(10)),
        ([(Qt.Key_End, SHIFT | CONTROL)], range(10)),
        ([(Qt.Key_Down, SHIFT)], range(10)),
        ([(Qt.Key_A, CONTROL)], range(10)),
        ([(Qt.Key_A, CONTROL), (Qt.Key_Left, SHIFT)], range(9)),
        ([(Qt.Key_Right, SHIFT), Qt.Key_Right], range(0)),
        ([(Qt.Key_Right, SHIFT), Qt.Key_Home], range(0)),
        ([(Qt.Key_Right, CONTROL)], range(0)),
    ],
)
def test_shift_and_the_arrows_select(window, tiles, qtbot, given, selected):
    keys(qtbot, tiles, *given)
    assert tiles.selection == selected
    assert text(window) == START
    assert window.session.undo_stack.count() == 0


def test_a_held_arrow_key_selects_on_and_on(tiles, qtbot):
    keys(qtbot, tiles, *[(Qt.Key_Right, SHIFT)] * 50)
    assert tiles.selection == range(10)
    keys(qtbot, tiles, *[(Qt.Key_Left, SHIFT)] * 50)
    assert tiles.selection == range(1)


@pytest.mark.parametrize(("first", "last"), [(2, 5), (5, 2), (4, 4)])
def test_shift_and_a_click_select_up_to_there_and_toggle_nothing(window, tiles, first, last):
    select(tiles, first, last)
    assert text(window) == START
    assert window.session.undo_stack.count() == 0


def test_shift_and_a_drag_select_and_paint_nothing(window, tiles):
    shift_mouse(tiles, QEvent.MouseButtonPress, *middle(tiles, 3))
    for index in (4, 7, 6):
        shift_mouse(tiles, QEvent.MouseMove, *middle(tiles, index), button=Qt.NoButton)
    assert tiles.selection == range(7)
    shift_mouse(tiles, QEvent.MouseButtonRelease, *middle(tiles, 6), buttons=Qt.NoButton)
    mouse(tiles, QEvent.MouseMove, *middle(tiles, 9), button=Qt.NoButton, buttons=Qt.NoButton)
    assert tiles.selection == range(7)
    assert text(window) == START


def test_a_drag_held_below_the_tiles_scrolls_and_selects_on(window, tiles, qtbot):
    window.session.set_observations(random_observations(2000, 0.5, 1))
    settle()
    shift_mouse(tiles, QEvent.MouseButtonPress, *middle(tiles, 0))
    shift_mouse(tiles, QEvent.MouseMove, 5, tiles.height() + 20, button=Qt.NoButton)
    bar = tiles.findChild(QScrollBar)
    qtbot.waitUntil(lambda: bar.value() > 1)
    shift_mouse(tiles, QEvent.MouseButtonRelease, 5, tiles.height() + 20, buttons=Qt.NoButton)
    there = len(tiles.selection)
    assert there > 14 * 24
    qtbot.wait(100)
    assert len(tiles.selection) == there


def test_a_window_closed_during_a_selecting_drag_leaves_no_clock(window, tiles):
    window.session.set_observations(random_observations(2000, 0.5, 1), "example:x")
    settle()
    shift_mouse(tiles, QEvent.MouseButtonPress, *middle(tiles, 0))
    shift_mouse(tiles, QEvent.MouseMove, 5, tiles.height() + 20, button=Qt.NoButton)
    assert tiles._scroll_on.isActive()
    window.close()
    assert not tiles._scroll_on.isActive()


def test_a_click_without_shift_ends_the_selection_and_toggles_its_tile_alone(window, tiles):
    select(tiles, 1, 4)
    press(tiles, *middle(tiles, 7))
    release(tiles, *middle(tiles, 7))
    assert not tiles.selection
    assert text(window) == "1011011001"


def test_escape_ends_the_selection_and_nothing_else(window, tiles, qtbot):
    select(tiles, 1, 4)
    keys(qtbot, tiles, Qt.Key_Escape)
    assert not tiles.selection
    assert tiles.caret == 4
    assert text(window) == START


def test_the_caption_says_what_is_selected(window, tiles, qtbot):
    before = caption(window)
    select(tiles, 1, 4)
    assert caption(window) == "2 to 5: 4 selected, 2 of them 1"
    find(window, "languageButton").click()
    settle()
    assert "4" in caption(window)
    assert caption(window) != "2 to 5: 4 selected, 2 of them 1"
    find(window, "languageButton").click()
    settle()
    keys(qtbot, tiles, Qt.Key_Left)
    mouse(tiles, QEvent.Leave, 0, 0)
    assert "selected" not in caption(window)
    tiles.clearFocus()
    settle()
    assert caption(window) == before


def test_the_selection_is_painted_and_goes_without_a_trace(tiles):
    tiles.go_to(4)
    plain = picture(tiles)
    select(tiles, 1, 4)
    assert (picture(tiles) != plain).any()
    tiles.go_to(4)
    assert (picture(tiles) == plain).all()


def test_a_selection_survives_an_edit_of_its_values_and_no_other_data(window, tiles):
    select(tiles, 3, 6)
    window.session.set_observations(window.session.state.observations.invert())
    assert tiles.selection == range(3, 7)
    window.session.set_observations(Observations([1, 0, 1] * 20))
    assert not tiles.selection
    window.session.set_observations(Observations([1, 0, 1]))
    assert tiles.caret <= 3
    assert "selected" not in caption(window)


def test_a_selection_does_not_come_back_when_undo_shrinks_and_redo_grows(window, tiles, qtbot):
    window.session.set_observations(random_observations(200, 0.5, 1))
    settle()
    keys(qtbot, tiles, (Qt.Key_A, CONTROL))
    assert len(tiles.selection) == 200
    window.session.undo()
    settle()
    assert not tiles.selection
    assert "selected" not in caption(window)
    keys(qtbot, tiles, Qt.Key_1)
    assert window.session.snapshot.n == 11
    window.session.undo()
    keys(qtbot, tiles, Qt.Key_Delete, Qt.Key_Backspace)
    picture(tiles)


# Acting on the selection -------------------------------------------------------------------------


def test_space_toggles_all_that_is_selected_in_one_step_and_keeps_it_selected(window, tiles, qtbot):
    select(tiles, 1, 4)
    keys(qtbot, tiles, Qt.Key_Space)
    assert text(window) == "1100111101"
    assert tiles.selection == range(1, 5)
    assert caption(window) == "2 to 5: 4 selected, 2 of them 1"
    keys(qtbot, tiles, Qt.Key_Space)
    assert text(window) == START
    assert window.session.undo_stack.count() == 2


@pytest.mark.parametrize("key", [Qt.Key_Delete, Qt.Key_Backspace])
def test_delete_removes_all_that_is_selected_in_one_step(window, tiles, qtbot, key):
    select(tiles, 1, 4)
    keys(qtbot, tiles, key)
    assert text(window) == "111101"
    assert tiles.caret == 1
    assert not tiles.selection
    assert window.session.undo_stack.count() == 1


@pytest.mark.parametrize("key", [Qt.Key_Delete, Qt.Key_Backspace])
def test_everything_can_be_selected_and_removed(window, tiles, qtbot, key):
    keys(qtbot, tiles, (Qt.Key_A, CONTROL), key)
    assert window.session.snapshot.n == 0
    assert tiles.caret == 0
    picture(window)
    # What acts on tiles does nothing where there are none.
    keys(qtbot, tiles, Qt.Key_Space, Qt.Key_Delete, Qt.Key_Backspace, (Qt.Key_A, CONTROL))
    keys(qtbot, tiles, (Qt.Key_Right, SHIFT), (Qt.Key_X, CONTROL), Qt.Key_End, Qt.Key_PageDown)
    assert window.session.snapshot.n == 0
    assert not tiles.selection
    keys(qtbot, tiles, Qt.Key_0)
    assert text(window) == "0"
    window.session.undo()
    window.session.undo()
    assert text(window) == START


def test_a_digit_takes_the_place_of_what_is_selected(window, tiles, qtbot):
    select(tiles, 1, 4)
    keys(qtbot, tiles, Qt.Key_0)
    assert text(window) == "1011101"
    assert tiles.caret == 2
    assert window.session.undo_stack.count() == 1


def test_copy_puts_what_is_selected_on_the_clipboard_and_says_so(window, tiles, qtbot):
    select(tiles, 1, 4)
    keys(qtbot, tiles, (Qt.Key_C, CONTROL))
    assert clipboard() == "0110"
    assert [notice.label.text() for notice in window.notices.shown] == ["Copied: 4 observations."]
    assert tiles.selection == range(1, 5)
    assert window.session.undo_stack.count() == 0


def test_copy_without_a_selection_copies_everything(tiles, qtbot):
    keys(qtbot, tiles, (Qt.Key_C, CONTROL))
    assert clipboard() == START


def test_cut_removes_what_it_copies_and_paste_puts_it_in(window, tiles, qtbot):
    select(tiles, 0, 3)
    keys(qtbot, tiles, (Qt.Key_X, CONTROL))
    assert clipboard() == "1011"
    assert text(window) == "011101"
    keys(qtbot, tiles, Qt.Key_End, (Qt.Key_V, CONTROL))
    assert text(window) == "0111011011"
    assert tiles.caret == 10
    assert window.session.undo_stack.count() == 2


def test_cut_without_a_selection_does_nothing(window, tiles, qtbot):
    keys(qtbot, tiles, (Qt.Key_X, CONTROL))
    assert text(window) == START
    assert clipboard() == ""


def test_cut_removes_nothing_that_was_not_copied(window, tiles, qtbot, monkeypatch):
    monkeypatch.setattr(copying, "MOST", 5)
    keys(qtbot, tiles, (Qt.Key_A, CONTROL), (Qt.Key_X, CONTROL))
    assert clipboard() == ""
    assert text(window) == START


@pytest.mark.parametrize("pasted", ["000", "0 0 0", "0\n0\n0\n", "0,0;0", "０００"])
def test_paste_takes_the_place_of_what_is_selected(window, tiles, qtbot, pasted):
    QApplication.clipboard().setText(pasted)
    select(tiles, 1, 4)
    keys(qtbot, tiles, (Qt.Key_V, CONTROL))
    assert text(window) == "100011101"
    assert tiles.caret == 4
    assert not tiles.selection
    assert window.session.undo_stack.count() == 1


def test_a_paste_of_anything_else_changes_nothing_and_says_why(window, tiles, qtbot):
    QApplication.clipboard().setText("01x")
    keys(qtbot, tiles, (Qt.Key_V, CONTROL))
    assert text(window) == START
    message = find(window, "observationMessage")
    assert message.isVisible()
    assert "Position 3: “x”" in message.text()
    QApplication.clipboard().setText("01")
    keys(qtbot, tiles, (Qt.Key_V, CONTROL))
    assert not message.isVisible()
    assert text(window) == "01" + START


def test_a_paste_of_nothing_does_nothing(window, tiles, qtbot):
    keys(qtbot, tiles, (Qt.Key_V, CONTROL))
    assert window.session.undo_stack.count() == 0


def test_a_paste_of_words_asks_and_goes_in_at_the_caret(window, tiles, qtbot):
    QApplication.clipboard().setText("H T T")
    tiles.go_to(1)
    keys(qtbot, tiles, (Qt.Key_V, CONTROL))
    (box,) = window.findChildren(QMessageBox)
    assert "“H” 1 " in box.text()
    assert "“T” 2 " in box.text()
    assert text(window) == START
    box.defaultButton().click()
    settle()
    assert text(window) == "1100" + START[1:]
    assert tiles.caret == 4


@pytest.mark.parametrize("counts", ["3/10", "0/5", "600000000000/1000000000000"])
def test_a_paste_over_counts_takes_their_place(start, qtbot, counts):
    window = start("--counts", counts)
    tiles = find(window, "observationTiles")
    tiles.setFocus()
    QApplication.clipboard().setText("1 1 0")
    keys(qtbot, tiles, (Qt.Key_V, CONTROL))
    assert text(window) == "110"
    window.session.undo()
    assert not window.session.state.observations.has_sequence


def test_counts_have_nothing_to_select_copy_or_cut(start, qtbot):
    window = start("--counts", "3/10")
    tiles = find(window, "observationTiles")
    tiles.setFocus()
    keys(qtbot, tiles, (Qt.Key_A, CONTROL), (Qt.Key_C, CONTROL), (Qt.Key_X, CONTROL))
    for do in (tiles.select_all, tiles.toggle_selected, tiles.delete_selected):
        do()
    assert not tiles.selection
    assert clipboard() == ""
    assert window.session.undo_stack.count() == 0
    assert tiles.shown_range() == range(0)


def test_more_than_a_window_holds_is_refused_in_words(window, tiles, qtbot, monkeypatch):
    monkeypatch.setattr("core.observations.MAX_SEQUENCE", 12)
    QApplication.clipboard().setText("1 1 1")
    with qtbot.captureExceptions() as uncaught:
        keys(qtbot, tiles, (Qt.Key_V, CONTROL))
    assert uncaught == []
    assert text(window) == START
    assert find(window, "observationMessage").isVisible()


# The menu ----------------------------------------------------------------------------------------


def test_the_menu_acts_on_what_is_selected(window, tiles, open_menu):
    select(tiles, 1, 4)
    actions = open_menu(window, index=2)
    assert tiles.selection == range(1, 5)
    actions["copySelectedAction"].trigger()
    assert clipboard() == "0110"
    actions["toggleSelectedAction"].trigger()
    assert text(window) == "1100111101"
    actions["deleteSelectedAction"].trigger()
    assert text(window) == "111101"
    actions["pasteAction"].trigger()
    assert text(window) == START
    actions["selectAllAction"].trigger()
    assert tiles.selection == range(10)


def test_the_menu_on_another_tile_goes_there_first(window, tiles, open_menu):
    select(tiles, 1, 4)
    actions = open_menu(window, index=7)
    assert not tiles.selection
    assert tiles.caret == 7
    actions["deleteSelectedAction"].trigger()
    assert text(window) == "101101101"


def test_copy_in_the_menu_copies_the_tile_that_toggle_and_delete_act_on(window, open_menu):
    actions = open_menu(window, index=1)
    actions["copySelectedAction"].trigger()
    assert clipboard() == "0"


def test_the_menu_by_the_keyboard_keeps_caret_and_selection(window, tiles, open_menu):
    select(tiles, 1, 4)
    open_menu(window)
    assert tiles.selection == range(1, 5)


def test_behind_the_last_tile_there_is_nothing_to_toggle_copy_or_delete(
    window, tiles, qtbot, open_menu
):
    keys(qtbot, tiles, Qt.Key_End)
    actions = open_menu(window)
    for name in ("toggleSelected", "deleteSelected", "copySelected"):
        assert not actions[f"{name}Action"].isEnabled()
    assert actions["pasteAction"].isEnabled()


def test_of_counts_the_menu_offers_only_to_paste(start, open_menu):
    window = start("--counts", "3/10")
    actions = open_menu(window)
    assert [name for name, action in actions.items() if action.isEnabled()] == ["pasteAction"]


# Pointing and going ------------------------------------------------------------------------------


def hover(tiles, index):
    mouse(tiles, QEvent.MouseMove, *middle(tiles, index), button=Qt.NoButton, buttons=Qt.NoButton)


def test_the_caption_describes_the_tile_under_the_mouse(window, tiles):
    before = caption(window)
    hover(tiles, 1)
    assert caption(window) == tiles.describe(1) == "observation 2: y = 0, loss 0.6931"
    window.session.set_pi(0.42)
    assert caption(window) == tiles.describe(1)
    assert "0.5447" in caption(window)
    QApplication.sendEvent(tiles, QEvent(QEvent.Leave))
    assert caption(window) == before


def test_the_caption_follows_the_caret(window, tiles, qtbot):
    keys(qtbot, tiles, Qt.Key_Right)
    assert caption(window) == tiles.describe(1)
    tiles.clearFocus()
    assert "observation 2" not in caption(window)


def test_the_caption_describes_no_tile_when_the_caret_is_behind_the_last(window, tiles, qtbot):
    keys(qtbot, tiles, Qt.Key_Right, Qt.Key_End)
    assert tiles.caret == 10
    assert "observation 2:" not in caption(window)


def test_a_tile_that_went_and_came_back_under_the_mouse_is_described_again(window, tiles):
    hover(tiles, 9)
    assert caption(window) == tiles.describe(9)
    window.session.set_observations(Observations([1, 0]))
    assert "observation 10" not in caption(window)
    window.session.undo()
    hover(tiles, 9)
    assert caption(window) == tiles.describe(9)


@pytest.mark.parametrize("index", [-1, 10, 99])
def test_what_is_not_there_has_no_description(tiles, index):
    assert tiles.describe(index) == ""


def test_go_to_asks_for_a_number_and_puts_the_caret_there(window, tiles, monkeypatch, qtbot):
    window.session.set_observations(random_observations(2000, 0.5, 1))
    settle()
    asked = []

    def answer(_parent, _title, label, *numbers):
        asked.append((label, *numbers))
        return 1500, True

    monkeypatch.setattr(QInputDialog, "getInt", answer)
    find(window, "goToButton").click()
    assert asked == [("number, from 1 to 2,000:", 1, 1, 2000)]
    assert tiles.caret == 1499
    assert 1499 in tiles.shown_range()
    assert tiles.hasFocus()
    keys(qtbot, tiles, (Qt.Key_G, CONTROL))
    assert asked[-1][1] == 1500


def test_go_to_that_is_cancelled_moves_nothing(window, tiles, monkeypatch):
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_args: (7, False))
    window.actions_["goTo"].trigger()
    assert tiles.caret == 0


@pytest.mark.parametrize("arguments", [("",), ("--counts", "3/10")])
def test_where_there_is_no_observation_nobody_asks_which(start, monkeypatch, arguments):
    window = start(*arguments)
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_args: pytest.fail("it asked"))
    assert not window.actions_["goTo"].isEnabled()
    window.observations.go_to_dialog()


def test_go_to_during_a_drag_paints_nothing_on_the_way(window, tiles):
    observations = random_observations(2000, 0.5, 1)
    window.session.set_observations(observations)
    settle()
    press(tiles, *middle(tiles, 0))
    tiles.go_to(1500)
    mouse(tiles, QEvent.MouseMove, *middle(tiles, 1510), button=Qt.NoButton)
    release(tiles, *middle(tiles, 1510))
    changed = (window.session.state.observations.values != observations.values).sum()
    assert changed <= 2
