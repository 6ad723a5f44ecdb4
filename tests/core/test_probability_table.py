"""The table f(y; π) adds up to 1 down each column, and to anything else along a row."""

import math

import numpy as np
import pytest

from core import probability_table as table
from core.bernoulli import likelihood
from core.observations import Observations


def test_up_to_three_observations_each_sequence_has_a_row():
    assert [row.word for row in table.rows(2)] == ["00", "01", "10", "11"]
    assert [row.ones for row in table.rows(3)] == [0, 1, 1, 2, 1, 2, 2, 3]
    assert {row.sequences for row in table.rows(3)} == {1}


def test_more_observations_have_a_row_for_each_number_of_ones():
    rows = table.rows(10)
    assert [row.ones for row in rows] == list(range(11))
    assert rows[7] == table.Row(7, 120, "")
    assert sum(row.sequences for row in table.rows(12)) == 2**12


@pytest.mark.parametrize("n", [0, 13, True])
def test_a_table_of_another_size_is_refused(n):
    with pytest.raises(ValueError, match="n must be a whole number"):
        table.rows(n)


@pytest.mark.parametrize(
    ("observations", "row"),
    [
        (Observations((1, 0, 1)), 5),
        (Observations((0, 1)), 1),
        (Observations.from_counts(2, 3), 3),
        (Observations.from_counts(7, 10), 7),
        (Observations((1, 0, 1, 1)), 3),
        (Observations(()), None),
        (Observations.from_counts(3, 13), None),
    ],
)
def test_data_find_their_row(observations, row):
    assert table.row_of(observations) == row


def test_the_columns_cut_the_axis_into_equal_parts():
    assert table.grid(10) == (0.0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
    assert table.grid(4) == (0.0, 0.25, 0.5, 0.75, 1.0)


@pytest.mark.parametrize(("pi", "column"), [(0.42, 4), (0.0, 0), (1.0, 10), (0.97, 10), (0.46, 5)])
def test_the_nearest_column_is_found(pi, column):
    assert table.nearest(pi, table.grid(10)) == column


def test_of_two_columns_equally_near_it_is_the_first():
    assert table.nearest(0.5, (0.0, 1.0)) == 0


def test_an_entry_is_the_likelihood_of_one_sequence():
    entries = table.entries(10, table.grid(10))
    assert len(entries) == 11
    assert entries[7][7] == likelihood(0.7, 7, 10)
    assert entries[7][7] == pytest.approx(0.7**7 * 0.3**3, rel=1e-15)
    assert entries[0][0] == entries[10][10] == 1.0
    assert entries[7][0] == entries[7][10] == 0.0


@pytest.mark.parametrize("n", [1, 3, 4, 12])
@pytest.mark.parametrize("pi", [0.0, 1e-20, 0.1, 0.42, 1 / 3, 1.0])
def test_each_column_adds_up_to_one(n, pi):
    assert table.column_sum(n, pi) == 1.0
    assert math.fsum(table.probabilities(n, pi)) == pytest.approx(1.0, abs=1e-15)


def test_a_column_counts_each_row_as_often_as_it_has_sequences():
    assert table.probabilities(10, 0.42)[7] == 120 * likelihood(0.42, 7, 10)


def test_a_row_does_not_add_up_to_one():
    # 7 ones in 10 over 0, 0.1, …, 1: ten times the integral 1/1320, nearly.
    total = table.row_sum(7, 10, table.grid(10))
    assert total == pytest.approx(sum((i / 10) ** 7 * (1 - i / 10) ** 3 for i in range(11)))
    assert 0.0075 < total < 0.0077


def test_a_row_is_a_curve_over_the_interval_asked_for():
    pi, heights = table.row_curve(7, 10, 0.2, 0.6)
    assert (pi[0], pi[-1]) == (0.2, 0.6)
    assert np.array_equal(heights, likelihood(pi, 7, 10))
    assert _area(*table.row_curve(7, 10)) == pytest.approx(1 / 1320, rel=1e-4)


def test_the_highest_point_of_a_row_is_at_its_optimum_or_at_the_nearer_end():
    assert table.highest(7, 10) == likelihood(0.7, 7, 10)
    assert table.highest(7, 10, 0.0, 0.5) == likelihood(0.5, 7, 10)
    assert table.highest(7, 10, 0.8, 1.0) == likelihood(0.8, 7, 10)


def _area(x, y):
    return float(((y[1:] + y[:-1]) * np.diff(x)).sum() / 2)
