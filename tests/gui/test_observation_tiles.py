"""The tiles: what is clicked, painted over and typed."""

import numpy as np
import pytest
from PyQt5.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt5.QtGui import QColor, QWheelEvent
from PyQt5.QtWidgets import QApplication, QScrollBar

from core.observations import Observations, random_observations
from gui import theme
from tests.helpers import drag, find, mouse, move, painted_texts, picture, press, release, settle


@pytest.fixture
def tiles(window):
    tiles = find(window, "observationTiles")
    tiles.setFocus()
    return tiles


def text(window):
    return window.session.state.observations.text()


def middle(tiles, index):
    center = tiles.tile_rect(index).center()
    return center.x(), center.y()


def click(tiles, index):
    press(tiles, *middle(tiles, index))
    release(tiles, *middle(tiles, index))


def test_a_click_toggles_a_tile(window, tiles):
    click(tiles, 1)
    assert text(window) == "1111011101"
    click(tiles, 0)
    assert text(window) == "0111011101"
    assert window.session.undo_stack.count() == 2


def test_a_drag_paints_with_the_value_of_the_first_tile(window, tiles):
    drag(tiles, [middle(tiles, i) for i in (0, 1, 2, 3)])
    assert text(window) == "0000011101"
    assert window.session.undo_stack.count() == 1
    window.session.undo()
    assert text(window) == "1011011101"


def test_a_drag_that_ends_where_it_began_leaves_no_step(window, tiles):
    click(tiles, 0)
    window.session.undo()
    press(tiles, *middle(tiles, 0))
    window.session.set_observations(Observations([1, 0, 1, 1, 0, 1, 1, 1, 0, 1]))
    release(tiles, *middle(tiles, 0))
    assert not window.session.undo_stack.canUndo()


def test_a_click_between_tiles_does_nothing(window, tiles):
    gap = (tiles.tile_rect(0).right() + tiles.tile_rect(1).left()) / 2
    press(tiles, gap, 10)
    release(tiles, gap, 10)
    assert window.session.undo_stack.count() == 0


def test_the_other_mouse_button_does_nothing(window, tiles, qtbot):
    qtbot.mouseClick(tiles, Qt.RightButton, pos=tiles.tile_rect(0).center().toPoint())
    assert text(window) == "1011011101"


@pytest.mark.parametrize(
    ("keys", "wanted", "caret"),
    [
        ([Qt.Key_Space], "0011011101", 0),
        ([Qt.Key_Right, Qt.Key_Space], "1111011101", 1),
        ([Qt.Key_1], "11011011101", 1),
        ([Qt.Key_0, Qt.Key_0], "001011011101", 2),
        ([Qt.Key_Delete], "011011101", 0),
        ([Qt.Key_End, Qt.Key_Backspace], "101101110", 9),
        ([Qt.Key_End, Qt.Key_0], "10110111010", 11),
        ([Qt.Key_End, Qt.Key_Left, Qt.Key_Space], "1011011100", 9),
        ([Qt.Key_Backspace], "1011011101", 0),
        ([Qt.Key_End, Qt.Key_Delete], "1011011101", 10),
        ([Qt.Key_End, Qt.Key_Space], "1011011101", 10),
        ([Qt.Key_Left], "1011011101", 0),
        ([Qt.Key_End, Qt.Key_Right], "1011011101", 10),
        ([Qt.Key_End, Qt.Key_Home, Qt.Key_Delete], "011011101", 0),
    ],
)
def test_keys(window, tiles, qtbot, keys, wanted, caret):
    for key in keys:
        qtbot.keyClick(tiles, key)
    assert text(window) == wanted
    assert tiles.caret == caret


def test_each_key_is_a_step_of_the_history(window, tiles, qtbot):
    for key in (Qt.Key_1, Qt.Key_0, Qt.Key_Space):
        qtbot.keyClick(tiles, key)
    assert window.session.undo_stack.count() == 3


def test_everything_can_be_removed_and_typed_anew(window, tiles, qtbot):
    for _ in range(10):
        qtbot.keyClick(tiles, Qt.Key_Delete)
    assert window.session.snapshot.n == 0
    qtbot.keyClick(tiles, Qt.Key_1)
    assert text(window) == "1"


def test_the_caret_stays_in_the_sequence(window, tiles, qtbot):
    qtbot.keyClick(tiles, Qt.Key_End)
    window.session.set_observations(Observations([1, 0]))
    assert tiles.caret <= 2
    qtbot.keyClick(tiles, Qt.Key_1)
    assert text(window) == "101"


def test_tiles_have_the_colour_of_their_value(tiles):
    shot = picture(tiles)
    for index, value in enumerate("1011011101"):
        rect = tiles.tile_rect(index)
        pixel = shot[round(rect.top() + 5), round(rect.left() + 8)][::-1]
        role = theme.LIGHT.ones if value == "1" else theme.LIGHT.zeros
        assert tuple(pixel) == QColor(role).getRgb()[:3], index


def test_each_bar_is_as_tall_as_the_loss(window, tiles):
    window.session.set_pi(0.42)
    shot = picture(tiles)

    def height(index, role):
        rect = tiles.tile_rect(index)
        column = shot[:, round(rect.center().x())][:, ::-1]
        return int((column == np.array(QColor(role).getRgb()[:3])).all(axis=1).sum())

    one, zero = height(0, theme.LIGHT.ones_soft), height(1, theme.LIGHT.zeros_soft)
    assert one / zero == pytest.approx(np.log(0.42) / np.log(0.58), rel=0.1)
    assert {"0.87", "0.54"} <= {painted.text for painted in painted_texts(tiles)}


@pytest.mark.parametrize(("pi", "figures"), [(0.0, {"∞", "0.00"}), (1.0, {"∞", "0.00"})])
def test_an_infinite_loss_says_so(window, tiles, pi, figures):
    window.session.set_pi(pi)
    texts = {painted.text for painted in painted_texts(tiles)}
    assert texts - {"0", "1"} == figures


def test_the_loss_is_in_the_unit_of_the_moment(window, tiles):
    find(window, "bitsButton").click()
    assert "1.00" in {painted.text for painted in painted_texts(tiles)}


def test_a_tooltip_says_which_observation_it_is(window, tiles):
    window.session.set_pi(0.42)
    assert tiles.describe(0) == "observation 1: y = 1, loss 0.8675"
    assert tiles.describe(1) == "observation 2: y = 0, loss 0.5447"


def test_many_tiles_scroll_and_the_caret_pulls_them_along(window, tiles, qtbot):
    window.session.set_observations(random_observations(2000, 0.5, 1))
    settle()
    bar = tiles.findChild(QScrollBar)
    assert bar.isVisible()
    assert bar.value() == 0
    qtbot.keyClick(tiles, Qt.Key_End)
    assert bar.value() == bar.maximum() > 0
    last = tiles.tile_rect(1999)
    assert 0 <= last.top() < last.bottom() <= tiles.height()
    qtbot.keyClick(tiles, Qt.Key_Home)
    assert bar.value() == 0
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


def test_a_click_after_scrolling_meets_the_tile_under_the_mouse(window, tiles, qtbot):
    observations = random_observations(2000, 0.5, 1)
    window.session.set_observations(observations)
    settle()
    qtbot.keyClick(tiles, Qt.Key_End)
    click(tiles, 1999)
    assert window.session.state.observations == observations.toggle(1999)


@pytest.mark.parametrize("n", [1, 9, 30, 31, 300, 301, 3000])
def test_every_tile_in_sight_lies_inside_the_widget(window, tiles, n):
    window.session.set_observations(Observations([1] * n))
    settle()
    grid = tiles.grid()
    seen = min(n, grid.size.rows * grid.columns)
    for index in (0, min(n, grid.columns) - 1, seen - 1):
        rect = tiles.tile_rect(index)
        assert rect.left() >= 0
        assert rect.right() <= tiles.width() + 0.5
        assert rect.bottom() <= tiles.height() + 0.5


def test_counts_are_two_blocks_as_wide_as_their_shares(start):
    window = start("--counts", "300/1000")
    tiles = find(window, "observationTiles")
    shot = picture(tiles)[5, :, ::-1]
    ones = (shot == np.array(QColor(theme.LIGHT.ones).getRgb()[:3])).all(axis=1).sum()
    zeros = (shot == np.array(QColor(theme.LIGHT.zeros).getRgb()[:3])).all(axis=1).sum()
    assert ones / (ones + zeros) == pytest.approx(0.3, abs=0.02)
    texts = {painted.text for painted in painted_texts(tiles)}
    assert {"1 × 300", "0 × 700"} <= texts


def test_counts_without_a_sequence_take_no_clicks_and_keys(start, qtbot):
    window = start("--counts", "3/10")
    tiles = find(window, "observationTiles")
    tiles.setFocus()
    drag(tiles, [(10, 10), (60, 10)])
    for key in (Qt.Key_Space, Qt.Key_1, Qt.Key_Delete, Qt.Key_Right):
        qtbot.keyClick(tiles, key)
    assert not window.session.state.observations.has_sequence
    assert window.session.undo_stack.count() == 0


def test_without_observations_the_tiles_say_what_to_do(start):
    window = start("")
    texts = [painted.text for painted in painted_texts(find(window, "observationTiles"))]
    assert texts == ["No observations yet. Type 0 or 1."]


def test_a_moving_mouse_without_a_button_paints_nothing(window, tiles):
    for index in (0, 1, 2):
        point = middle(tiles, index)
        mouse(tiles, QEvent.MouseMove, *point, buttons=Qt.NoButton, button=Qt.NoButton)
    assert window.session.undo_stack.count() == 0


def test_a_drag_that_leaves_the_tiles_and_comes_back_goes_on(window, tiles):
    press(tiles, *middle(tiles, 0))
    move(tiles, -50, -50)
    move(tiles, *middle(tiles, 2))
    release(tiles, -50, -50)
    assert text(window) == "0001011101"
    assert window.session.undo_stack.count() == 1
