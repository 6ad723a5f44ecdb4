"""Observations: values that never change, and edits that give new ones."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.observations import MAX_SEQUENCE, Observations, random_observations

EXAMPLES = settings(max_examples=200, deadline=None, derandomize=True)
bits = st.lists(st.integers(0, 1), max_size=30)


@pytest.mark.parametrize(
    "values",
    [
        [1, 0, 1],
        (True, False, True),
        iter([1, 0, 1]),
        np.array([1, 0, 1], np.uint8),
        np.array([1, 0, 1], np.int64),
        np.array([True, False, True]),
    ],
)
def test_made_from_anything_that_holds_zeros_and_ones(values):
    made = Observations(values)
    assert (made.n, made.k, made.has_sequence) == (3, 2, True)
    assert made.text() == "101"
    assert made.values.dtype == np.uint8
    assert type(made.n) is int
    assert type(made.k) is int


def test_empty():
    for empty in (Observations(), Observations([]), Observations(np.array([]))):
        assert (empty.n, empty.k, empty.text()) == (0, 0, "")
        assert empty.append([1]).text() == "1"


def test_what_is_given_or_handed_out_cannot_change_the_value():
    given_values = np.array([1, 0], np.uint8)
    made = Observations(given_values)
    given_values[0] = 0
    assert made.text() == "10"
    with pytest.raises(ValueError, match="read-only"):
        made.values[0] = 0
    for edited in (made.toggle(0), made.insert(0, [1]), made.invert(), made.shuffle(1)):
        assert not edited.values.flags.writeable
    with pytest.raises(AttributeError):
        made.n = 5


@pytest.mark.parametrize(
    "values",
    [[0, 2], [-1], [0.0, 1.0], "101", np.array([[0, 1]]), np.array([0, 300]), [2**70], [None]],
)
def test_other_values_are_refused(values):
    with pytest.raises(ValueError, match="observation"):
        Observations(values)


def test_the_wrong_value_is_named_with_its_place():
    with pytest.raises(ValueError, match="observation 2 must be 0 or 1, got 7"):
        Observations([0, 1, 7])


@EXAMPLES
@given(bits, bits, st.data())
def test_edits_do_what_they_do_to_a_list(values, more, data):
    made = Observations(values)
    i = data.draw(st.integers(0, len(values)))
    j = data.draw(st.integers(i, len(values)))
    assert list(made.insert(i, more)) == values[:i] + more + values[i:]
    assert list(made.delete(i, j)) == values[:i] + values[j:]
    assert list(made.append(more)) == values + more
    assert list(made.invert()) == [1 - value for value in values]
    if i < len(values):
        assert made[i] == values[i]
        toggled = made.toggle(i)
        assert [a != b for a, b in zip(toggled, made, strict=True)] == [
            place == i for place in range(len(values))
        ]
        assert toggled.toggle(i) == made
    assert list(made) == values
    assert made.k == sum(values)


@EXAMPLES
@given(bits, st.integers(0, 2**64))
def test_shuffling_keeps_the_counts_and_repeats_itself(values, seed):
    made = Observations(values)
    shuffled = made.shuffle(seed)
    assert (shuffled.n, shuffled.k) == (made.n, made.k)
    assert shuffled == made.shuffle(seed)


def test_shuffling_changes_the_order():
    made = Observations([0] * 50 + [1] * 50)
    assert made.shuffle(1) != made
    assert made.shuffle(1) != made.shuffle(2)


def test_counts_alone():
    made = Observations.from_counts(3, 10**15)
    assert (made.k, made.n, made.has_sequence) == (3, 10**15, False)
    assert made.invert() == Observations.from_counts(10**15 - 3, 10**15)
    for attempt in (
        lambda: made.values,
        made.text,
        lambda: made[0],
        lambda: made.toggle(0),
        lambda: made.insert(0, [1]),
        lambda: made.delete(0, 1),
        lambda: made.append([1]),
        lambda: made.shuffle(1),
    ):
        with pytest.raises(ValueError, match=r"only the counts are known \(3 ones in 10+\)"):
            attempt()
    with pytest.raises(ValueError, match="k must be"):
        Observations.from_counts(2, 1)


def test_places_outside_are_refused():
    made = Observations([1, 0])
    for attempt in (
        lambda: made[2],
        lambda: made[-1],
        lambda: made.toggle(2),
        lambda: made.insert(3, [1]),
        lambda: made.delete(0, 3),
        lambda: made.delete(2, 1),
    ):
        with pytest.raises(IndexError, match=r"is not in \["):
            attempt()


def test_equal_by_value():
    made = Observations([1, 0, 1])
    same = Observations((True, False, True))
    assert made == made  # noqa: PLR0124 (the short cut for the same object)
    assert made == same
    assert hash(made) == hash(same)
    assert made != Observations([1, 1, 0])
    assert made != Observations([1, 0])
    assert made != Observations.from_counts(2, 3)
    assert Observations.from_counts(2, 3) == Observations.from_counts(2, 3)
    assert made != "101"


def test_short_text_for_developers():
    assert repr(Observations([1, 0])) == "<Observations 10 1/2>"
    assert repr(Observations([1] * 21)) == f"<Observations {'1' * 20}… 21/21>"
    assert repr(Observations.from_counts(1, 2)) == "Observations.from_counts(1, 2)"


def test_random_observations():
    drawn = random_observations(10_000, 0.3, seed=7)
    assert drawn.n == 10_000
    assert abs(drawn.k - 3000) < 5 * (10_000 * 0.3 * 0.7) ** 0.5
    assert drawn == random_observations(10_000, 0.3, seed=7)
    assert drawn != random_observations(10_000, 0.3, seed=8)
    assert random_observations(50, 0.0, 1).k == 0
    assert random_observations(50, 1.0, 1).k == 50
    assert random_observations(0, 0.5, 1).n == 0


def test_random_observations_are_the_same_on_every_machine():
    assert random_observations(20, 0.5, seed=1).text() == "00101101010010111111"


def test_bad_wishes_are_refused():
    with pytest.raises(ValueError, match="n must be"):
        random_observations(MAX_SEQUENCE + 1, 0.5, 1)
    with pytest.raises(ValueError, match="pi must be"):
        random_observations(5, 1.5, 1)
    with pytest.raises(ValueError, match="seed must be"):
        random_observations(5, 0.5, -1)
