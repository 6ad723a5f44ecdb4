"""What sequences share, and how little an edit of a long one takes."""

import itertools
import sys
import tracemalloc

import pytest

from core import _bit_chunks
from core.observations import Observations, random_observations

C = _bit_chunks.CHUNK


@pytest.fixture
def chunks_of_five(monkeypatch):
    monkeypatch.setattr(_bit_chunks, "CHUNK", 5)


@pytest.fixture(scope="module")
def long():
    """10**8 observations that take the memory of 10**6."""
    made = random_observations(10**6, 0.3, seed=1).repeat(100)
    assert made.n == 10**8
    return made


def new_chunks(edited, *originals):
    """How many chunks of an edited sequence are in none of the originals."""
    known = {id(chunk) for made in originals for chunk in made._bits.chunks}
    return sum(id(chunk) not in known for chunk in edited._bits.chunks)


def test_inverting_and_reversing_all_is_a_flag(long):
    for edited in (long.invert(), long.reverse(), long.reverse().invert().reverse().invert()):
        assert edited._bits is long._bits
    assert long.invert().k == long.n - long.k
    assert long.invert()[12] == 1 - long[12]
    assert long.reverse()[12] == long[long.n - 13]
    assert long.reverse().reverse() == long
    assert long.invert() != long


@pytest.mark.parametrize("turned", ["as it is", "reversed"])
def test_an_edit_shares_all_chunks_but_those_it_touches(long, turned):
    made = long.reverse() if turned == "reversed" else long
    middle = made.n // 2 + 1
    toggled = made.toggle(middle)
    place = middle if made is long else made.n - 1 - middle
    touched = place // (made.n // len(made._bits.chunks))
    pairs = list(zip(toggled._bits.chunks, made._bits.chunks, strict=True))
    differ = [index for index, (mine, theirs) in enumerate(pairs) if mine is not theirs]
    assert len(differ) == 1
    assert abs(differ[0] - touched) <= 1
    assert toggled._bits._ends is made._bits._ends

    for edited in (
        made.insert(middle, [1, 0, 1]),
        made.delete(middle, middle + 3),
        made.delete(middle, middle + 10**7),
        made.append([1]),
        made.prefix(middle),
        made.slice(12_345, middle),
        made.insert(middle, long.reverse() if made is not long else long),
    ):
        assert new_chunks(edited, made) <= 4
    for short in (Observations([1, 0]), Observations([1, 0]).reverse().invert()):
        assert new_chunks(short.append(made), made) <= 2
        assert new_chunks(made.append(short), made) <= 2
    assert new_chunks(made.slice(0, made.n), made) == 0
    assert made.delete(middle, middle) == made


def test_a_thousand_kept_edits_of_a_long_sequence_take_little(long):
    places = [place * 99_991 % long.n for place in range(1000)]
    tracemalloc.start()
    try:
        made, kept = long, []
        before = tracemalloc.get_traced_memory()[0]
        for place in places:
            made = made.toggle(place)
            kept.append(made)
        each = (tracemalloc.get_traced_memory()[0] - before) / len(places)
        tracemalloc.reset_peak()
        before = tracemalloc.get_traced_memory()[0]
        made.insert(long.n // 2, [1])
        peak = tracemalloc.get_traced_memory()[1] - before
    finally:
        tracemalloc.stop()
    assert each < 60_000
    assert peak < 500_000
    for place in places:
        made = made.toggle(place)
    assert made == long


def test_an_observation_takes_an_eighth_of_a_byte():
    made = random_observations(10**6, 0.5, seed=1)
    chunks = made._bits.chunks
    size = sum(sys.getsizeof(chunk) + sys.getsizeof(chunk.data) for chunk in chunks)
    assert size < made.n * 0.13


@pytest.mark.parametrize("edit", ["append", "prepend", "middle", "scattered", "delete"])
def test_many_small_edits_do_not_scatter_the_chunks(monkeypatch, edit):
    monkeypatch.setattr(_bit_chunks, "CHUNK", 64)
    made, expected = Observations([0, 1] * 500), [0, 1] * 500
    for count in range(900):
        n = made.n
        i = {"append": n, "prepend": 0, "middle": n // 2}.get(edit, count * 7919 % n)
        if edit == "delete":
            made, expected = made.delete(i, i + 1), expected[:i] + expected[i + 1 :]
        else:
            made, expected = made.insert(i, [1]), [*expected[:i], 1, *expected[i:]]
        assert len(made._bits.chunks) <= 2 * made.n / 64 + 1
        assert max(chunk.n for chunk in made._bits.chunks) <= 64
    assert made == Observations(expected)


def test_repeating_shares_chunks():
    for n, times in ((1, 10**9), (3, 3 * 10**8 + 1), (1000, 999_999), (C, 1000), (C + 1, 77)):
        once = random_observations(n, 0.5, seed=n)
        made = once.repeat(times)
        assert (made.n, made.k) == (n * times, once.k * times)
        assert len({id(chunk) for chunk in made._bits.chunks}) < 64
        assert len(made._bits.chunks) <= 2 * made.n / C + 1
        for i in (0, made.n // n // 2 * n, made.n - n):
            assert made.slice(i, i + n) == once
    # What joins two repetitions is shared, too.
    ragged = random_observations(2 * C, 0.5, 1).slice(C - 9, C + C // 2 + 9)
    assert len({id(chunk) for chunk in ragged.repeat(500)._bits.chunks}) < 64
    assert Observations().repeat(10**15) == Observations()


@pytest.mark.usefixtures("chunks_of_five")
def test_equality_sees_every_place_however_the_chunks_lie():
    values = [1, 0, 0, 1, 1, 1, 0, 1, 0, 0, 1, 1, 0]
    made = Observations(values)
    otherwise = Observations(values[:3]).append(values[3:])
    assert [c.n for c in otherwise._bits.chunks] != [c.n for c in made._bits.chunks]
    assert made == otherwise
    for i, j in itertools.combinations(range(len(values)), 2):
        if values[i] != values[j]:
            assert made != otherwise.toggle(i).toggle(j)
            assert made != made.toggle(i).toggle(j)


@pytest.mark.usefixtures("chunks_of_five")
def test_equality_does_not_take_a_shared_chunk_for_the_same_place():
    made = Observations([1, 1, 0, 1, 1, 1, 0, 1, 0, 0])
    moved = made.insert(0, [1]).delete(6, 7)
    assert moved._bits.chunks[1] is made._bits.chunks[0]
    assert (moved.n, moved.k) == (made.n, made.k)
    assert moved.text() == "1110110100"
    assert made != moved


def test_equality_skips_what_is_shared(long, monkeypatch):
    toggled = long.toggle(10).toggle(10)
    assert toggled._bits is not long._bits
    looked_at = []
    packed = _bit_chunks.PackedBits.packed
    monkeypatch.setattr(
        _bit_chunks.PackedBits,
        "packed",
        lambda self, i, j: looked_at.append(i) or packed(self, i, j),
    )
    assert toggled == long
    assert looked_at == [0, 0]
