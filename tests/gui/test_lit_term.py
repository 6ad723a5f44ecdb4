"""An observation that is pointed at has its term framed in the three formulas; nothing moves."""

import numpy as np
import pytest
from PyQt5.QtCore import QEvent, Qt
from PyQt5.QtGui import QColor
from PyQt5.QtWidgets import QApplication

from core.observations import Observations
from core.snapshot import evaluate
from core.state import State
from gui import equations, plot_series, theme
from gui.formula import Lit, Row, Script, layout, plain
from tests.helpers import difference, find, mouse, on_screen, picture, settle


def lit_nodes(node):
    """Every framed part of a formula."""
    if isinstance(node, Lit):
        return [node, *lit_nodes(node.base)]
    if isinstance(node, Row):
        return [one for child in node.nodes for one in lit_nodes(child)]
    if isinstance(node, Script):
        return lit_nodes(node.base)
    return []


def snapshot(text="1011011101", pi=0.42):
    return evaluate(State(Observations([int(c) for c in text]), pi=pi))


def hover(tiles, index):
    place = tiles.tile_rect(index).center()
    mouse(
        tiles,
        QEvent.MouseMove,
        place.x(),
        place.y(),
        button=Qt.NoButton,
        buttons=Qt.NoButton,
    )
    settle()


def leave(tiles):
    QApplication.sendEvent(tiles, QEvent(QEvent.Leave))
    settle()


@pytest.fixture
def tiles(window):
    return find(window, "observationTiles")


@pytest.mark.parametrize("kind", plot_series.KINDS)
@pytest.mark.parametrize(
    ("text", "pi"), [("1011011101", 0.42), ("111", 0.5), ("10", 0.0), ("10", 1.0), ("0", 1e-12)]
)
def test_each_form_of_each_formula_frames_just_the_term_that_is_meant(kind, text, pi):
    shown = snapshot(text, pi)
    plain_forms = equations.substituted(kind, shown)
    for value, role in ((1, "ones"), (0, "zeros_text")):
        forms = equations.substituted(kind, shown, value)
        assert len(forms) == len(plain_forms)
        for form, bare in zip(forms, plain_forms, strict=True):
            assert lit_nodes(bare()) == []
            (term,) = lit_nodes(form())
            assert term.role == role
            assert plain(form()) == plain(bare())
            assert plain(term) in plain(bare())


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("kind", plot_series.KINDS)
def test_a_frame_takes_no_room(kind):
    for value in (0, 1):
        bare = layout(equations.substituted(kind, snapshot())[0](), 16)
        framed = layout(equations.substituted(kind, snapshot(), value)[0](), 16)
        assert (framed.width, framed.ascent, framed.descent) == (
            bare.width,
            bare.ascent,
            bare.descent,
        )


@pytest.mark.parametrize("kind", plot_series.KINDS)
def test_without_observations_there_is_nothing_to_frame(kind):
    for value in (0, 1, None):
        (form,) = equations.substituted(kind, snapshot(""), value)
        assert lit_nodes(form()) == []


def framed(window, before):
    """The parts of the three views that look otherwise than before, as x from and to."""
    spans = []
    for view, old in zip(window.calculation.quantities, before, strict=True):
        columns = np.flatnonzero((picture(view) != old).any(axis=(0, 2)))
        spans.append((columns.min(), columns.max()) if columns.size else None)
    return spans


def pictures(window):
    return [picture(view) for view in window.calculation.quantities]


@pytest.mark.parametrize("name", ["light", "dark"])
def test_a_tile_under_the_mouse_frames_its_term_in_all_three_and_leaving_takes_it_away(start, name):
    window = start("1011011101", "--pi", "0.42", "--lang", "en", "--theme", name)
    tiles = find(window, "observationTiles")
    before = pictures(window)
    hover(tiles, 0)
    ones = framed(window, before)
    hover(tiles, 1)
    zeros = framed(window, before)
    # The ones' term stands to the left of the zeros'.
    for one, zero in zip(ones, zeros, strict=True):
        assert one is not None
        assert zero is not None
        assert one[1] < zero[1]
        assert one[0] < zero[0]
    leave(tiles)
    assert framed(window, before) == [None] * 3


def test_the_frame_has_the_colour_of_its_observation(window, tiles):
    for index, role in ((0, "ones"), (1, "zeros_text")):
        hover(tiles, index)
        view = picture(window.calculation.quantities[0])[:, :, ::-1]
        colour = QColor(getattr(theme.LIGHT, role)).getRgb()[:3]
        with_frame = (view == np.array(colour)).all(axis=2).sum()
        leave(tiles)
        view = picture(window.calculation.quantities[0])[:, :, ::-1]
        assert with_frame > (view == np.array(colour)).all(axis=2).sum()


def test_the_frame_on_the_screen_is_what_a_fresh_painting_shows(window, tiles):
    window.setFocus()
    for index in (0, 1, 4, None, 0):
        leave(tiles) if index is None else hover(tiles, index)
        assert difference(on_screen(window), picture(window)) == ""
    window.session.set_pi(0.3)
    assert difference(on_screen(window), picture(window)) == ""
    assert [view._lit for view in window.calculation.quantities] == [1] * 3


def test_the_caret_frames_a_term_too(window, tiles, qtbot):
    tiles.setFocus()
    qtbot.keyClick(tiles, Qt.Key_Right)
    assert window.calculation._lit == 0
    qtbot.keyClick(tiles, Qt.Key_Right)
    assert window.calculation._lit == 1
    tiles.clearFocus()
    assert window.calculation._lit is None


def test_a_click_on_the_pointed_tile_moves_the_frame_to_the_other_term(window, tiles, qtbot):
    hover(tiles, 0)
    assert window.calculation._lit == 1
    qtbot.mouseClick(tiles, Qt.LeftButton, pos=tiles.tile_rect(0).center().toPoint())
    assert window.calculation._lit == 0
    window.session.undo()
    assert window.calculation._lit == 1


def test_the_frame_goes_with_its_observation(window, tiles):
    hover(tiles, 9)
    assert window.calculation._lit == 1
    window.session.set_observations(Observations([1, 0]))
    assert window.calculation._lit is None
    hover(tiles, 1)
    window.session.set_observations(Observations.from_counts(1, 2))
    assert window.calculation._lit is None
    window.session.set_observations(Observations())
    assert window.calculation._lit is None


def test_counts_have_no_observation_to_point_at(start):
    window = start("--counts", "3/10")
    tiles = find(window, "observationTiles")
    mouse(tiles, QEvent.MouseMove, 20, 20, button=Qt.NoButton, buttons=Qt.NoButton)
    assert window.calculation._lit is None


def test_pointing_is_no_change_of_state(window, tiles):
    state = window.session.state
    hover(tiles, 0)
    leave(tiles)
    assert window.session.state is state
    assert window.session.undo_stack.count() == 0


def test_the_values_stay_where_they_are(window, tiles):
    texts = [view.text() for view in window.calculation.quantities]
    laid = [view.numbers().width for view in window.calculation.quantities]
    hover(tiles, 1)
    assert [view.text() for view in window.calculation.quantities] == texts
    assert [view.numbers().width for view in window.calculation.quantities] == laid
