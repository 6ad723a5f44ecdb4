"""Observations: values that never change, and edits that give new ones."""

import itertools

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import _bit_chunks, observations
from core.observations import (
    MAX_SEQUENCE,
    Observations,
    ObservationsBuilder,
    random_observations,
)

EXAMPLES = settings(max_examples=200, deadline=None, derandomize=True)
bits = st.lists(st.integers(0, 1), max_size=30)


@pytest.fixture
def chunks_of_five(monkeypatch):
    monkeypatch.setattr(_bit_chunks, "CHUNK", 5)


@pytest.fixture
def everything():
    """The same twenty observations, stored in each of the four ways."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_bit_chunks, "CHUNK", 6)
        plain = Observations([1, 0, 0, 1, 1, 1, 0, 1, 0, 0] * 2)
        back = Observations(plain.values[::-1]).reverse()
        flipped = Observations(1 - plain.values).invert()
        both = Observations(1 - plain.values[::-1]).invert().reverse()
        yield plain, back, flipped, both


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
        lambda: made.read(0, 1),
        lambda: made.slice(0, 1),
        lambda: made.prefix(1),
        made.reverse,
        lambda: made.invert(1),
        lambda: made.packed_blocks(8),
        lambda: Observations(made),
        lambda: Observations([1]).append(made),
    ):
        with pytest.raises(ValueError, match=r"only the counts are known \(3 ones in 10+\)"):
            attempt()
    with pytest.raises(ValueError, match="k must be"):
        Observations.from_counts(2, 1)
    assert Observations.from_counts(0, 0) == Observations()
    assert Observations.from_counts(0, 0).has_sequence


def test_counts_alone_are_repeated_up_to_the_largest_count():
    made = Observations.from_counts(3, 10**14)
    assert made.repeat(10) == Observations.from_counts(30, 10**15)
    with pytest.raises(ValueError, match="n must be"):
        made.repeat(11)


def test_places_outside_are_refused():
    made = Observations([1, 0])
    for attempt in (
        lambda: made[2],
        lambda: made[-1],
        lambda: made.toggle(2),
        lambda: made.insert(3, [1]),
        lambda: made.delete(0, 3),
        lambda: made.delete(2, 1),
        lambda: made.read(0, 3),
        lambda: made.read(-1, 1),
        lambda: made.slice(2, 1),
        lambda: made.prefix(3),
        lambda: made.text(3),
        lambda: made.text(0, 3),
        lambda: made.invert(0, 3),
        lambda: made.invert(2, 1),
        lambda: Observations()[0],
    ):
        with pytest.raises(IndexError, match=r"is not in \["):
            attempt()
    with pytest.raises(IndexError, match=r"place 7 is not in \[0, 4\]"):
        Observations([1] * 5).toggle(7)
    with pytest.raises(TypeError):
        made[0.0]


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
    for attempt in (
        lambda: random_observations(5, 0.5, -1),
        lambda: Observations([1, 1]).shuffle(-1),
    ):
        with pytest.raises(ValueError, match="seed must be"):
            attempt()
    for times in (0, -1, 1.5, True):
        with pytest.raises(ValueError, match="times must be"):
            Observations([1]).repeat(times)
    for block in (0, 7, 12, -8):
        with pytest.raises(ValueError, match="block must be"):
            Observations([1]).packed_blocks(block)


@pytest.mark.usefixtures("chunks_of_five")
def test_parts_are_read_alone():
    values = [1, 0, 0, 1, 1, 1, 0, 1, 0, 0, 1, 1, 0]
    made = Observations(values)
    for i, j in itertools.combinations_with_replacement(range(len(values) + 1), 2):
        assert made.read(i, j).tolist() == values[i:j]
        assert made.text(i, j) == "".join(map(str, values[i:j]))
        assert made.slice(i, j) == Observations(values[i:j])
    assert made.text(4) == made.text()[4:]
    assert made.prefix(7) == made.slice(0, 7)
    assert made.read(2, 9).dtype == np.uint8


def test_all_ways_to_store_are_equal_and_do_the_same(everything):
    values = everything[0].values.tolist()
    for one, two in itertools.product(everything, repeat=2):
        assert one == two
        assert hash(one) == hash(two)
        assert one != two.toggle(7).toggle(8)
        assert one.insert(6, two) == Observations(values[:6] + values + values[6:])
        assert one.prefix(3).append(two) == Observations(values[:3] + values)
        assert one.insert(13, two.prefix(4)) == Observations(values[:13] + values[:4] + values[13:])
    for made in everything:
        assert made.values.tolist() == list(made) == values
        assert repr(made) == repr(everything[0])
        assert made.shuffle(5) == everything[0].shuffle(5)
        assert Observations(made) == made
        assert made.repeat(3) == Observations(values * 3)
        assert made.invert(2, 13).text() == Observations(values[:2]).text() + made.invert().text(
            2, 13
        ) + made.text(13)


def test_more_than_the_most_are_refused(monkeypatch):
    most = Observations([1, 0]).repeat(MAX_SEQUENCE // 2)
    assert most.n == MAX_SEQUENCE
    for attempt in (
        lambda: most.append([1]),
        lambda: most.insert(5, most),
        lambda: most.repeat(2),
    ):
        with pytest.raises(ValueError, match="at most 1,000,000,000 observations"):
            attempt()
    with pytest.raises(ValueError, match=r"n must be a whole number in \[0, 1000000000\]"):
        Observations.from_packed(b"", MAX_SEQUENCE + 1)

    monkeypatch.setattr(observations, "MAX_SEQUENCE", 10)
    builder = ObservationsBuilder()
    builder.add(np.ones(10, np.uint8))
    for attempt in (lambda: Observations([1] * 11), lambda: builder.add(np.ones(1, np.uint8))):
        with pytest.raises(ValueError, match="at most 10 observations"):
            attempt()
    assert builder.finish().n == builder.n == 10
