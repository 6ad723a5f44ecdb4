"""Examples drawn at random: the same ones for ever."""

import math

import numpy as np
import pytest

from core.labelled import MOST_EXAMPLES
from core.labelled_draws import drawn, noted, random_labelled


def test_the_same_examples_for_ever():
    data = random_labelled(8, 1.5, -0.5, 42)
    assert data.x.tolist() == [2.192, 2.869, -3.247, 2.089, -2.975, -1.034, 1.151, -0.453]
    assert data.y.tolist() == [1, 1, 0, 1, 0, 0, 0, 1]


def test_each_is_made_of_its_own_two_numbers():
    numbers = np.random.Generator(np.random.PCG64(5)).random((300, 2)).tolist()
    data = random_labelled(300, -2.0, 1.0, 5)
    for (u, v), x, y in zip(numbers, data.x.tolist(), data.y.tolist(), strict=True):
        assert x == (math.floor(8001 * u) - 4000) / 1000
        assert y == (v < 1 / (1 + math.exp(2 * x - 1)))


def test_a_longer_draw_begins_with_the_shorter_one():
    long, short = random_labelled(300_000, 1.0, 0.0, 3), random_labelled(1000, 1.0, 0.0, 3)
    assert np.array_equal(long.x[:1000], short.x)
    assert np.array_equal(long.y[:1000], short.y)


def test_they_are_as_likely_as_is_said():
    data = random_labelled(200_000, 1.0, 0.5, 11)
    assert data.x.min() == -4.0
    assert data.x.max() == 4.0
    assert abs(data.x.mean()) < 5 * (8 / math.sqrt(12)) / math.sqrt(data.n)
    near = np.abs(data.x - 1.0) < 0.1
    count = int(near.sum())
    expected = 1 / (1 + math.exp(-1.5))
    assert abs(data.y[near].mean() - expected) < 5 * 0.5 / math.sqrt(count)


@pytest.mark.parametrize(("w", "b", "label"), [(0, 1e154, 1), (0, -1e154, 0), (0.0, 800.0, 1)])
def test_extreme_models_draw_one_class(w, b, label):
    assert set(random_labelled(100, w, b, 1).y.tolist()) == {label}


def test_none_are_drawn_and_progress_is_told():
    shares = []
    assert random_labelled(0, 1, 1, 1, progress=shares.append).n == 0
    assert shares == []
    random_labelled(200_000, 1, 1, 1, shares.append)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


def test_a_draw_can_be_stopped():
    class StopError(Exception):
        pass

    def stop(_share):
        raise StopError

    with pytest.raises(StopError):
        random_labelled(10, 1, 1, 1, stop)


@pytest.mark.parametrize(
    ("arguments", "name"),
    [
        ((-1, 1, 1, 1), "n must be"),
        ((MOST_EXAMPLES + 1, 1, 1, 1), "n must be"),
        ((1, math.nan, 1, 1), "w must be finite"),
        ((1, 1, math.inf, 1), "b must be finite"),
        ((1, 1e155, 1, 1), "w must be finite"),
        ((1, 1, 1, -1), "seed must be"),
    ],
)
def test_what_cannot_be_drawn_is_refused(arguments, name):
    with pytest.raises(ValueError, match=name):
        random_labelled(*arguments)


@pytest.mark.parametrize("draw", [(100, 1.5, -0.5, 42), (1, 0.1 + 0.2, -1e-17, 2**127)])
def test_a_draw_is_noted_and_read_again(draw):
    assert drawn(noted(*draw)) == draw


@pytest.mark.parametrize(
    "source",
    [
        "",
        "example:challenger",
        "random:10:0.5:1",
        "random:10:0.5:1:1:1",
        "file:10:0.5:1:1",
        "random:x:0.5:1:1",
        "random:0:0.5:1:1",
        "random:1000001:0.5:1:1",
        "random:10:nan:1:1",
        "random:10:1:inf:1",
        "random:10:1e200:1:1",
        "random:10:1:1:-1",
        f"random:10:1:1:{2**128}",
    ],
)
def test_another_source_was_not_drawn(source):
    assert drawn(source) is None
