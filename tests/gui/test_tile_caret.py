"""The caret among the tiles: where it may stand, and what it spans."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gui.tile_caret import TileCaret

N = 10


def placed(place, anchor=None):
    caret = TileCaret()
    caret.place, caret.anchor = place, anchor
    return caret


def test_a_new_caret_stands_on_the_first_tile_and_selects_nothing():
    caret = TileCaret()
    assert caret.place == 0
    assert list(caret.selection(N)) == []


@pytest.mark.parametrize(("to", "place"), [(-5, 0), (0, 0), (9, 9), (10, 10), (99, 10)])
def test_a_caret_alone_may_stand_behind_the_last_tile_and_no_further(to, place):
    caret = TileCaret()
    caret.move(to, N)
    assert caret.place == place
    assert not caret.selection(N)


@pytest.mark.parametrize(
    ("start", "to", "selected"),
    [
        (3, 5, [3, 4, 5]),
        (5, 3, [3, 4, 5]),
        (3, 3, [3]),
        (3, 99, [3, 4, 5, 6, 7, 8, 9]),
        (3, -99, [0, 1, 2, 3]),
        (10, 8, [8, 9]),
        (10, 10, [9]),
    ],
)
def test_a_selection_has_both_its_ends_in_it_and_ends_at_a_tile(start, to, selected):
    caret = placed(start)
    caret.move(to, N, extend=True)
    assert list(caret.selection(N)) == selected


def test_a_selection_keeps_its_other_end_while_it_grows_shrinks_and_turns_round():
    caret = placed(4)
    for to, selected in ((6, [4, 5, 6]), (5, [4, 5]), (4, [4]), (2, [2, 3, 4])):
        caret.move(to, N, extend=True)
        assert list(caret.selection(N)) == selected


def test_a_move_without_extending_ends_the_selection():
    caret = placed(4, anchor=2)
    caret.move(4, N)
    assert not caret.selection(N)
    caret.move(6, N, extend=True)
    assert list(caret.selection(N)) == [4, 5, 6]


@pytest.mark.parametrize(("n", "selected"), [(0, []), (1, [0]), (N, list(range(N)))])
def test_everything_can_be_selected(n, selected):
    caret = placed(min(3, n))
    caret.select_all(n)
    assert list(caret.selection(n)) == selected
    assert caret.place == max(0, n - 1)


def test_of_nothing_nothing_can_be_selected():
    caret = TileCaret()
    caret.move(1, 0, extend=True)
    assert (caret.place, list(caret.selection(0))) == (0, [])
    caret.move(1, 0)
    assert (caret.place, list(caret.selection(0))) == (0, [])


@pytest.mark.parametrize(
    ("place", "anchor", "n", "selected", "kept"),
    [
        (2, 5, 6, [2, 3, 4, 5], 2),
        (2, 5, 5, [], 2),
        (5, 2, 5, [], 5),
        (5, 2, 3, [], 3),
        (2, 5, 0, [], 0),
    ],
)
def test_after_an_edit_from_elsewhere_nothing_points_behind_the_end(
    place, anchor, n, selected, kept
):
    caret = placed(place, anchor)
    caret.keep_within(n)
    assert list(caret.selection(n)) == selected
    assert caret.place == kept


MOVES = st.one_of(
    st.tuples(st.just("move"), st.integers(-30, 30), st.booleans()),
    st.tuples(st.just("all"), st.none(), st.none()),
    st.tuples(st.just("data"), st.integers(0, 20), st.none()),
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.integers(0, 20), st.lists(MOVES, max_size=20))
def test_whatever_happens_caret_and_selection_stay_among_the_tiles(n, moves):
    caret = TileCaret()
    for kind, number, extend in moves:
        if kind == "move":
            caret.move(caret.place + number, n, extend=extend)
            assert bool(caret.selection(n)) == bool(extend and n)
        elif kind == "all":
            caret.select_all(n)
        else:
            n = number
            caret.keep_within(n)
        selection = caret.selection(n)
        assert 0 <= caret.place <= n
        if selection:
            assert 0 <= selection.start < selection.stop <= n
            assert caret.place in (selection.start, selection.stop - 1)
