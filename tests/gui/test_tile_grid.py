"""Where tiles lie."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.tile_grid import SIZES, TileGrid, size_for

NUMBERS = st.one_of(st.integers(1, 400), st.integers(401, 10**6))


@st.composite
def grids(draw):
    n = draw(NUMBERS)
    scale = draw(st.sampled_from([1.0, 1.125, 1.5, 2.25]))
    return TileGrid(n, size_for(n), 350 * scale, scale)


@given(grids(), st.data())
def test_a_tile_is_found_where_it_lies(grid, data):
    index = data.draw(st.integers(0, grid.n - 1))
    top_row = data.draw(st.integers(0, index // grid.columns))
    middle = grid.tile(index, top_row).center()
    assert grid.index_at(middle.x(), middle.y(), top_row) == index


@given(grids())
def test_tiles_fill_the_width_and_do_not_touch(grid):
    first, second = grid.tile(0, 0), grid.tile(1, 0)
    last = grid.tile(grid.columns - 1, 0)
    below = grid.tile(grid.columns, 0)
    assert first.left() == 0
    assert last.right() == pytest.approx(grid.width)
    assert second.left() > first.right()
    assert below.top() > first.bottom()
    assert below.left() == first.left()


@given(grids())
def test_there_are_rows_enough_for_every_tile_and_none_to_spare(grid):
    assert (grid.rows - 1) * grid.columns < max(1, grid.n) <= grid.rows * grid.columns


@pytest.mark.parametrize("n", [1, 30, 31, 300, 301, 10**6])
def test_outside_every_tile_there_is_none(n):
    grid = TileGrid(n, size_for(n), 350.0, 1.0)
    last = grid.tile(n - 1, 0)
    assert grid.index_at(-1, 5, 0) is None
    assert grid.index_at(5, -1, 0) is None
    assert grid.index_at(5, last.bottom() + 2 * grid.row_height, 0) is None
    assert grid.index_at(grid.width + 1000, 5, 0) is None
    between = grid.tile(0, 0).right() + 0.4 * (grid.tile(1, 0).left() - grid.tile(0, 0).right())
    assert grid.index_at(between, 5, 0) is None


def test_fewer_observations_get_larger_tiles_with_their_loss():
    tiles = [size.tile for size in SIZES]
    assert tiles == sorted(tiles, reverse=True)
    assert size_for(10).number
    assert size_for(100).bar
    assert not size_for(1000).bar
    for size, larger in pairwise(SIZES):
        assert size_for(size.most) is size
        assert size_for(size.most + 1) is larger
