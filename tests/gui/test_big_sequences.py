"""A hundred million observations: as quick to handle as ten, for no more than what is seen is read.

Nothing here is timed: the tests count what is read, and what two states share.
"""

import pytest
from PyQt5.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt5.QtGui import QColor, QWheelEvent
from PyQt5.QtWidgets import QApplication, QScrollBar

from core.observations import Observations, random_observations
from gui import autosave, theme
from tests.helpers import difference, find, mouse, on_screen, picture, press, release, settle

N = 10**8
COLUMNS, ROWS = 24, 14
SCREEN = COLUMNS * ROWS
SHIFT, CONTROL = Qt.ShiftModifier, Qt.ControlModifier


@pytest.fixture(scope="module")
def big():
    """A hundred million observations, no two rows of them alike near any place."""
    return random_observations(10**6 + 7, 0.3, 5).repeat(100).prefix(N)


@pytest.fixture
def window(start, big, monkeypatch):
    # What is kept for a crash is somebody else's matter.
    monkeypatch.setattr(autosave, "MILLISECONDS", 10**7)
    window = start("--lang", "en", "--theme", "light")
    window.session.set_observations(big, "example:none")
    settle()
    return window


@pytest.fixture
def tiles(window):
    tiles = find(window, "observationTiles")
    tiles.setFocus()
    settle()
    return tiles


@pytest.fixture
def reads(monkeypatch):
    """The length of each reading of observations, one by one."""
    lengths = []
    read = Observations.read

    def counted(self, i, j):
        lengths.append(j - i)
        return read(self, i, j)

    monkeypatch.setattr(Observations, "read", counted)
    return lengths


def state(window):
    return window.session.state.observations


def scroll_bar(tiles):
    return tiles.findChild(QScrollBar)


def caption(window):
    return find(window, "tilesCaption").text()


def field(window):
    return find(window, "observationText")


def middle(tiles, index):
    center = tiles.tile_rect(index).center()
    return center.x(), center.y()


def click(tiles, index):
    press(tiles, *middle(tiles, index))
    release(tiles, *middle(tiles, index))
    settle()


def colours(tiles):
    """The values of the tiles in sight, read from their colours."""
    shot = picture(tiles)[:, :, ::-1]
    roles = {
        QColor(theme.LIGHT.zeros).getRgb()[:3]: 0,
        QColor(theme.LIGHT.ones).getRgb()[:3]: 1,
    }
    found = []
    for index in tiles.shown_range():
        rect = tiles.tile_rect(index)
        pixel = shot[round(rect.top() + 2), round(rect.center().x())]
        found.append(roles.get(tuple(int(part) for part in pixel)))
    return found


def shared(one, other):
    """How many of the chunks of one are the same objects in the other, and how many are not."""
    theirs = {id(chunk) for chunk in other._bits.chunks}
    mine = [id(chunk) in theirs for chunk in one._bits.chunks]
    return mine.count(True), mine.count(False)


# Seeing ------------------------------------------------------------------------------------------


def test_the_tiles_in_sight_are_those_of_the_caption(window, tiles, big):
    assert tiles.shown_range() == range(SCREEN)
    assert caption(window) == "observations 1 to 336 of 100,000,000"
    assert colours(tiles) == big.read(0, SCREEN).tolist()


def test_scrolling_to_the_end_and_back_shows_what_is_there(window, tiles, big):
    before = on_screen(window)
    bar = scroll_bar(tiles)
    bar.setValue(bar.maximum())
    settle()
    shown = tiles.shown_range()
    assert shown.stop == N
    assert N - SCREEN <= shown.start < N - SCREEN + COLUMNS
    assert caption(window).endswith("to 100,000,000 of 100,000,000")
    assert colours(tiles) == big.read(shown.start, N).tolist()
    last = tiles.tile_rect(N - 1)
    assert 0 <= last.top() < last.bottom() <= tiles.height() + 0.5
    bar.setValue(0)
    assert difference(before, on_screen(window)) == ""


def test_a_picture_reads_no_more_than_what_is_seen(tiles, reads):
    bar = scroll_bar(tiles)
    for row in (0, 1, bar.maximum() // 2, bar.maximum() - 1, bar.maximum()):
        bar.setValue(row)
        reads.clear()
        picture(tiles)
        assert reads
        assert max(reads) <= SCREEN + COLUMNS
        assert sum(reads) <= 4 * SCREEN


def test_new_data_of_the_same_length_are_read_only_where_they_are_seen(window, big, reads):
    for other in (big.toggle(5), big.toggle(N - 1), big.invert(), big.reverse()):
        reads.clear()
        window.session.set_observations(other, "example:none")
        settle()
        assert max(reads) <= SCREEN + COLUMNS
        assert sum(reads) <= 12 * SCREEN


def test_moving_pi_reads_no_more_than_what_is_seen(window, reads):
    for pi in (0.1, 0.2, 0.3):
        window.session.set_pi(pi)
        settle()
    assert sum(reads) <= 12 * SCREEN


def test_the_numbers_are_those_of_the_counts(window, big):
    window.session.set_pi(0.3)
    snapshot = window.session.snapshot
    assert (snapshot.k, snapshot.n) == (big.k, N)
    counts = Observations.from_counts(big.k, N)
    before = [view.text() for view in window.calculation.quantities]
    window.session.set_observations(counts)
    settle()
    assert [view.text() for view in window.calculation.quantities] == before


def test_wheel_and_page_keys_move_by_rows_and_screens(window, tiles, qtbot):
    bar = scroll_bar(tiles)
    wheel = QWheelEvent(
        QPointF(20, 20),
        QPointF(tiles.mapToGlobal(QPoint(20, 20))),
        QPoint(),
        QPoint(0, -120),
        Qt.NoButton,
        Qt.NoModifier,
        Qt.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(tiles, wheel)
    assert bar.value() == 3
    # What is described is what has come under the mouse.
    assert caption(window) == tiles.describe(tiles.index_at(QPointF(20, 20)))
    qtbot.keyClick(tiles, Qt.Key_PageDown)
    assert tiles.caret == SCREEN
    for _ in range(40):
        qtbot.keyClick(tiles, Qt.Key_PageDown)
    assert tiles.caret == 41 * SCREEN
    assert tiles.caret in tiles.shown_range()
    qtbot.keyClick(tiles, Qt.Key_End)
    assert tiles.caret == N
    qtbot.keyClick(tiles, Qt.Key_PageUp)
    assert tiles.caret == N - SCREEN
    assert tiles.caret in tiles.shown_range()


@pytest.mark.parametrize("index", [0, 1, N // 2, N - SCREEN, N - 2, N - 1])
def test_go_to_brings_any_observation_into_sight(tiles, big, index):
    tiles.go_to(index)
    settle()
    assert tiles.caret == index
    assert index in tiles.shown_range()
    rect = tiles.tile_rect(index)
    assert 0 <= rect.top() < rect.bottom() <= tiles.height() + 0.5
    assert tiles.describe(index).startswith(f"observation {index + 1:,}: y = {big[index]}")
    assert tiles.index_at(rect.center()) == index
    shown = tiles.shown_range()
    tiles.clearFocus()
    assert colours(tiles) == big.read(shown.start, shown.stop).tolist()


# Editing -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("place", ["start", "middle", "end"])
def test_a_click_toggles_and_repaints_its_tile_alone(window, tiles, big, place, monkeypatch):
    bar = scroll_bar(tiles)
    bar.setValue({"start": 0, "middle": bar.maximum() // 2, "end": bar.maximum()}[place])
    settle()
    index = tiles.shown_range().start + 100
    before = on_screen(window)
    click(tiles, index)
    assert state(window) == big.toggle(index)
    after = on_screen(window)
    assert difference(before, after)
    assert difference(after, picture(window)) == ""
    repainted = []
    painted = type(tiles).paintEvent

    def noted(self, event):
        repainted.append(event.rect())
        painted(self, event)

    monkeypatch.setattr(type(tiles), "paintEvent", noted)
    window.session.set_observations(big, "example:none")
    settle()
    assert index in tiles.shown_range()
    rect = tiles.tile_rect(index).toAlignedRect()
    assert any(area.contains(rect) for area in repainted)


def test_a_toggle_out_of_sight_paints_no_tile(window, tiles, big):
    before = picture(tiles)
    window.session.set_observations(big.toggle(N - 1), "example:none")
    assert difference(before, picture(tiles)) == ""


def test_a_drag_paints_over_and_is_one_step(window, tiles, big):
    steps = window.session.undo_stack.count()
    value = 1 - big[0]
    press(tiles, *middle(tiles, 0))
    mouse(tiles, QEvent.MouseMove, *middle(tiles, 40), button=Qt.NoButton)
    release(tiles, *middle(tiles, 40))
    assert state(window).read(0, 41).tolist() == [value] * 41
    assert window.session.undo_stack.count() == steps + 1
    window.session.undo()
    assert state(window) is big


@pytest.mark.parametrize("index", [0, N // 2, N - 1])
def test_digits_and_delete_work_anywhere(window, tiles, big, index, qtbot):
    tiles.go_to(index)
    qtbot.keyClick(tiles, Qt.Key_1)
    assert state(window).n == N + 1
    assert tiles.caret == index + 1
    qtbot.keyClick(tiles, Qt.Key_Backspace)
    assert state(window) == big
    assert tiles.caret == index
    qtbot.keyClick(tiles, Qt.Key_Delete)
    assert state(window).n == N - 1
    window.session.undo()
    assert state(window) == big


def test_what_is_undone_is_the_very_same_and_shares_its_memory(window, tiles, big, qtbot):
    tiles.go_to(N // 2)
    states = [state(window)]
    for key in (Qt.Key_Space, Qt.Key_0, Qt.Key_Delete, Qt.Key_Space, Qt.Key_1):
        qtbot.keyClick(tiles, key)
        states.append(state(window))
    for one in states[1:]:
        same, other = shared(one, big)
        assert same > 300
        assert other <= 4
    for wanted in reversed(states[:-1]):
        window.session.undo()
        assert state(window) is wanted
    for wanted in states[1:]:
        window.session.redo()
        assert state(window) is wanted


def test_flipping_and_reversing_all_copies_nothing(window, tiles, big):
    for name in ("flip", "reverse", "flip"):
        window.actions_[name].trigger()
        assert state(window)._bits is big._bits
    settle()
    assert colours(tiles) == big.read(N - SCREEN, N)[::-1].tolist()


def test_doubling_shares_and_can_be_undone(window, big):
    window.actions_["double"].trigger()
    assert state(window).n == 2 * N
    assert shared(state(window), big)[0] > 300
    window.session.undo()
    assert state(window) is big


# Selecting ---------------------------------------------------------------------------------------


def test_everything_is_selected_toggled_and_removed_and_comes_back(window, tiles, big, qtbot):
    qtbot.keyClick(tiles, Qt.Key_A, CONTROL)
    settle()
    assert tiles.selection == range(N)
    assert caption(window) == f"1 to 100,000,000: 100,000,000 selected, {big.k:,} of them 1"
    qtbot.keyClick(tiles, Qt.Key_Space)
    assert state(window)._bits is big._bits
    assert f"{N - big.k:,} of them 1" in caption(window)
    qtbot.keyClick(tiles, Qt.Key_Delete)
    assert state(window).n == 0
    picture(window)
    window.session.undo()
    window.session.undo()
    assert state(window) is big
    assert not tiles.selection


def test_a_selection_from_the_middle_to_the_end(window, tiles, big, qtbot, reads):
    tiles.go_to(N // 2)
    reads.clear()
    qtbot.keyClick(tiles, Qt.Key_End, SHIFT)
    settle()
    assert tiles.selection == range(N // 2, N)
    ones = big.slice(N // 2, N).k
    assert f"{ones:,} of them 1" in caption(window)
    assert max(reads) <= SCREEN + COLUMNS
    assert difference(on_screen(window), picture(window)) == ""
    qtbot.keyClick(tiles, Qt.Key_Delete)
    assert state(window) == big.prefix(N // 2)
    assert tiles.caret == N // 2


def test_a_selection_goes_when_undo_takes_its_end_away(window, tiles, big, qtbot):
    window.actions_["double"].trigger()
    tiles.go_to(N + 5)
    qtbot.keyClick(tiles, Qt.Key_Right, SHIFT)
    assert tiles.selection == range(N + 5, N + 7)
    window.session.undo()
    settle()
    assert not tiles.selection
    assert tiles.caret <= N
    bar = scroll_bar(tiles)
    assert bar.value() <= bar.maximum()
    assert tiles.shown_range().stop <= N
    shown = tiles.shown_range()
    tiles.clearFocus()
    assert colours(tiles) == big.read(shown.start, shown.stop).tolist()


def test_too_much_for_the_clipboard_is_refused_and_a_part_is_copied(window, tiles, big, qtbot):
    QApplication.clipboard().setText("as before")
    qtbot.keyClick(tiles, Qt.Key_A, CONTROL)
    qtbot.keyClick(tiles, Qt.Key_C, CONTROL)
    settle()
    assert QApplication.clipboard().text() == "as before"
    assert "too many" in window.notices.shown[-1].label.text()
    tiles.go_to(N - 5)
    qtbot.keyClick(tiles, Qt.Key_End, SHIFT)
    qtbot.keyClick(tiles, Qt.Key_C, CONTROL)
    assert QApplication.clipboard().text() == big.text(N - 5, N)


def test_a_paste_goes_in_at_the_caret(window, tiles, big, qtbot):
    QApplication.clipboard().setText("1 0 1")
    tiles.go_to(N - 1)
    qtbot.keyClick(tiles, Qt.Key_V, CONTROL)
    assert state(window).n == N + 3
    assert state(window).text(N - 1, N + 3) == "101" + big.text(N - 1, N)
    assert shared(state(window), big)[1] <= 3


# The text ----------------------------------------------------------------------------------------


def test_the_text_has_both_ends_and_the_number_between(window, big):
    text = field(window).text()
    first, _, rest = text.partition(" … ")
    last, _, between = rest.partition(" (")
    assert len(first) == len(last) >= 8
    assert first == big.text(0, len(first))
    assert last == big.text(N - len(last), N)
    assert between == f"{N - 2 * len(first):,} between)"
    assert field(window).isReadOnly()


def test_the_text_follows_an_edit_at_either_end(window, big):
    before = field(window).text()
    window.session.set_observations(big.toggle(0), "example:none")
    assert field(window).text() != before
    window.session.set_observations(big.toggle(N - 1), "example:none")
    assert field(window).text() != before
    window.session.set_observations(big, "example:none")
    assert field(window).text() == before


def test_the_text_follows_the_language_and_keeps_its_digits(window, reads):
    before = field(window).text()
    find(window, "languageButton").click()
    settle()
    assert field(window).text() != before
    assert field(window).text().split(" (")[0] == before.split(" (")[0]
    assert max(reads) <= SCREEN + COLUMNS


@pytest.mark.parametrize(
    "pasted",
    [
        "0 1",
        "1" * 6000,
    ],
)
def test_a_paste_over_the_text_takes_the_place_of_all(window, big, qtbot, pasted):
    QApplication.clipboard().setText(pasted)
    qtbot.keyClick(field(window), Qt.Key_V, CONTROL)
    settle()
    assert state(window).text() == pasted.replace(" ", "")
    shown = field(window).text()
    assert shown.replace(" ", "") == "01" if len(pasted) < 9 else shown.startswith("11111111 …")
    assert field(window).isReadOnly() is (len(pasted) > 9)
    window.session.undo()
    settle()
    assert state(window) is big
    assert "between" in field(window).text()
    assert field(window).isReadOnly()
