"""Examples as marks: every example is in one, and what is counted adds up."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.labelled import Labelled
from gui.model.prediction_axis import axis_for
from gui.model.prediction_marks import (
    MOST_MARKS,
    Bins,
    Groups,
    MarkMaker,
    bins_of,
    groups_of,
)


@given(st.lists(st.tuples(st.integers(-3, 3), st.integers(0, 1)), max_size=40))
def test_every_example_is_in_the_group_of_its_x_and_y(pairs):
    data = Labelled([x for x, _ in pairs], [y for _, y in pairs])
    groups = groups_of(data)
    assert groups.count.sum() == data.n
    assert len(set(pairs)) == groups.x.size
    for i, (x, y) in enumerate(pairs):
        group = groups.group_of[i]
        assert (groups.x[group], groups.y[group]) == (x, y)
    for group in range(groups.x.size):
        members = np.flatnonzero(groups.group_of == group)
        assert (groups.first[group], groups.last[group]) == (members[0], members[-1])
        assert groups.count[group] == members.size
    assert (np.diff(groups.x) >= 0).all()


def test_three_launches_at_one_temperature_are_one_mark_of_three():
    groups = groups_of(Labelled([70, 70, 70, 71], [1, 1, 1, 0]))
    assert groups.count.tolist() == [3, 1]


@pytest.mark.parametrize("n", [MOST_MARKS + 1, 100_000])
def test_more_different_examples_are_counted_in_bins(n):
    rng = np.random.default_rng(3)
    data = Labelled(rng.normal(size=n), rng.integers(0, 2, n))
    assert groups_of(data) is None
    axis = axis_for(data.span)
    bins = bins_of(data, axis, 50)
    edges = np.linspace(axis.low, axis.high, 51)
    for y, counts in ((1, bins.ones), (0, bins.zeros)):
        expected, _ = np.histogram(data.x[data.y == y], edges)
        assert abs(counts - expected).sum() <= 2  # an x on an edge may fall on either side
        assert counts.sum() == (data.y == y).sum()
    assert bins.tallest == max(bins.ones.max(), bins.zeros.max())


def test_very_many_examples_of_few_values_are_marks_still():
    data = Labelled(np.arange(200_000) % 7, np.arange(200_000) % 2)
    groups = groups_of(data)
    assert groups.x.size == 14
    assert groups.count.sum() == 200_000


def test_marks_are_kept_while_the_examples_are_the_same():
    maker, few = MarkMaker(), Labelled([1, 2], [0, 1])
    axis = axis_for(few.span)
    first = maker.marks(few, axis, 800)
    assert isinstance(first, Groups)
    assert maker.marks(few, axis, 300) is first
    many = Labelled(np.linspace(0, 1, 3000), np.arange(3000) % 2)
    axis = axis_for(many.span)
    bins = maker.marks(many, axis, 800)
    assert isinstance(bins, Bins)
    assert maker.marks(many, axis, 801) is bins
    assert maker.marks(many, axis, 200) is not bins
    assert isinstance(maker.marks(Labelled(), axis_for(None), 800), Groups)
