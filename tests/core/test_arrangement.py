"""What is drawn, and every other order, whatever the chunks."""

import itertools
from collections import Counter

import numpy as np
import pytest

from core import _bit_chunks
from core.observations import Observations, random_observations

C = _bit_chunks.CHUNK


@pytest.fixture
def chunks_of_five(monkeypatch):
    monkeypatch.setattr(_bit_chunks, "CHUNK", 5)


@pytest.mark.parametrize("chunk", [5, 8, 2**18])
def test_a_sequence_that_spans_chunks_is_drawn_as_in_one_go(monkeypatch, chunk):
    monkeypatch.setattr(_bit_chunks, "CHUNK", chunk)
    n = 2**18 + 100 if chunk > 1000 else 100
    numbers = np.random.Generator(np.random.PCG64(12)).random(n)
    assert np.array_equal(random_observations(n, 0.3, 12).values, numbers < 0.3)


@pytest.mark.parametrize(("n", "k", "chunk"), [(4, 2, 2**18), (5, 2, 2), (6, 4, 4), (5, 1, 3)])
def test_every_arrangement_is_equally_probable(monkeypatch, n, k, chunk):
    monkeypatch.setattr(_bit_chunks, "CHUNK", chunk)
    made = Observations([1] * k + [0] * (n - k))
    seen = Counter(made.shuffle(seed).text() for seed in range(6000))
    arrangements = sum(1 for _ in itertools.combinations(range(n), k))
    assert len(seen) == arrangements
    expected = 6000 / arrangements
    chi_squared = sum((count - expected) ** 2 / expected for count in seen.values())
    # Mean and variance of chi squared are its degrees of freedom, and twice as much.
    assert chi_squared < arrangements - 1 + 4 * (2 * (arrangements - 1)) ** 0.5


@pytest.mark.parametrize("k", [1, 3, 70_000, 3 * C - 2])
def test_shuffling_a_long_sequence_spreads_the_ones_evenly(k):
    n = 3 * C
    values = np.zeros(n, np.uint8)
    values[:k] = 1
    shuffled = Observations(values).shuffle(3)
    assert (shuffled.n, shuffled.k) == (n, k)
    mean_place = np.flatnonzero(shuffled.values).mean()
    deviation = n * ((n - k) / (12 * k * n)) ** 0.5
    assert abs(mean_place - (n - 1) / 2) < 4 * deviation


def test_nothing_to_shuffle():
    for made in (Observations(), Observations([0] * 9), Observations([1] * 9)):
        assert made.shuffle(1) is made


@pytest.mark.usefixtures("chunks_of_five")
def test_long_work_says_how_far_it_is_and_can_be_stopped():
    made = Observations([1, 0] * 10)
    for work in (
        lambda progress: made.shuffle(1, progress),
        lambda progress: random_observations(20, 0.5, 1, progress),
    ):
        shares = []
        work(shares.append)
        assert shares == [0.25, 0.5, 0.75, 1]

        def stop(share):
            raise KeyboardInterrupt(share)

        with pytest.raises(KeyboardInterrupt):
            work(stop)
