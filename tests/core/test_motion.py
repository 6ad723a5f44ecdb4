"""Motions: exact at both ends, never back, quick or slow where they say so."""

import itertools
import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.motion import eased, replay, sweep

MOST = 10**15
probabilities = st.floats(0, 1)
frames = st.integers(2, 400)


def steps(values):
    return [after - before for before, after in itertools.pairwise(values)]


# Easing ----------------------------------------------------------------------------------------


def test_easing_is_exact_at_its_ends_and_in_the_middle():
    assert eased(0.0) == 0.0
    assert eased(1.0) == 1.0
    assert eased(0.5) == pytest.approx(0.5, abs=1e-15)


@given(probabilities)
def test_easing_is_symmetric(share):
    assert eased(share) + eased(1.0 - share) == pytest.approx(1.0, abs=1e-14)


@given(probabilities, probabilities)
def test_easing_never_goes_back(one, other):
    first, last = sorted((one, other))
    assert 0.0 <= eased(first) <= eased(last) <= 1.0


def test_easing_is_slow_at_both_ends_and_quick_between():
    speed = steps([eased(t) for t in np.linspace(0.0, 1.0, 101)])
    assert np.argmax(speed) in (49, 50)
    assert max(speed[0], speed[-1]) < 0.05 * max(speed)


# A sweep ---------------------------------------------------------------------------------------


@given(probabilities, probabilities, frames, st.booleans())
def test_a_sweep_goes_from_exactly_one_end_to_the_other_and_never_back(start, stop, count, ease):
    values = sweep(start, stop, count, ease=ease)
    assert len(values) == count
    assert (values[0], values[-1]) == (start, stop)
    assert all(min(start, stop) <= pi <= max(start, stop) for pi in values)
    forward = 1.0 if stop >= start else -1.0
    assert all(forward * step >= 0.0 for step in steps(values))


@given(probabilities, probabilities, frames, st.booleans())
def test_a_sweep_is_less_than_a_thousandth_of_the_way_from_where_it_should_be(
    start, stop, count, ease
):
    for i, pi in enumerate(sweep(start, stop, count, ease=ease)):
        share = i / (count - 1)
        exact = start + (eased(share) if ease else share) * (stop - start)
        assert abs(pi - exact) <= abs(stop - start) / 1000 + 4 * math.ulp(1.0)


@pytest.mark.parametrize(
    ("ends", "count", "digits"),
    [
        ((0.0, 1.0), 100, 3),
        ((0.0, 1.0), 300, 3),
        ((0.0, 1.0), 301, 4),
        ((0.6, 0.8), 100, 4),
        ((0.8, 0.6), 100, 4),
        ((0.49, 0.51), 100, 5),
        ((0.0, 1e-9), 100, 12),
    ],
)
@pytest.mark.parametrize("ease", [True, False])
def test_a_sweep_shows_numbers_of_few_digits(ends, count, digits, ease):
    values = sweep(*ends, count, ease=ease)
    assert values == [round(pi, digits) for pi in values]
    assert values != [round(pi, digits - 1) for pi in values]


@pytest.mark.parametrize("ends", [(0.0, 5e-324), (5e-324, 0.0), (1.0 - 2**-53, 1.0), (0.3, 0.3)])
def test_a_sweep_over_next_to_nothing(ends):
    values = sweep(*ends, 9)
    assert (values[0], values[-1]) == ends
    assert set(values) <= set(ends)


@pytest.mark.parametrize("ease", [True, False])
def test_a_sweep_back_shows_the_same_places(ease):
    there, back = sweep(0.1, 0.9, 31, ease=ease), sweep(0.9, 0.1, 31, ease=ease)
    assert there == pytest.approx(back[::-1], abs=1.5e-4)


def test_a_sweep_without_easing_is_even():
    assert sweep(0.0, 1.0, 5, ease=False) == [0.0, 0.25, 0.5, 0.75, 1.0]
    assert sweep(0.0, 1.0, 101, ease=False) == pytest.approx(np.linspace(0, 1, 101))


def test_a_sweep_eases_as_the_cosine_does():
    exact = [(1 - math.cos(math.pi * i / 8)) / 2 for i in range(9)]
    assert sweep(0.0, 1.0, 9) == pytest.approx(exact, abs=0.5e-3 + 1e-15)
    assert sweep(0.0, 1.0, 9) == sweep(0.0, 1.0, 9, ease=True)


@pytest.mark.parametrize("pi", [0.0, 0.3, 1.0])
def test_a_sweep_between_one_place_stands_still(pi):
    assert sweep(pi, pi, 7) == [pi] * 7


def test_two_frames_are_the_two_ends():
    assert sweep(0.2, 0.7, 2) == [0.2, 0.7]
    assert replay(5, 2) == [0, 5]
    assert replay(MOST, 2) == [0, MOST]


def test_a_sweep_is_made_of_plain_numbers():
    assert {type(pi) for pi in sweep(0, 1, 5)} == {float}
    assert {type(m) for m in replay(5, 4) + replay(10**6, 4)} == {int}


# A replay --------------------------------------------------------------------------------------


@given(st.integers(1, MOST), frames, st.booleans())
def test_a_replay_goes_from_none_to_all_and_never_back(n, count, ease):
    values = replay(n, count, ease=ease)
    assert len(values) == count
    assert (values[0], values[-1]) == (0, n)
    assert all(step >= 0 for step in steps(values))


def coming(count):
    """In how many of the frames observations come."""
    return max(2, math.ceil(0.8 * count))


@given(st.data())
def test_a_few_come_one_by_one(data):
    """With at least as many frames as an even pace needs, none is passed over."""
    count = data.draw(frames)
    n = data.draw(st.integers(1, coming(count) - 1))
    assert max(steps(replay(n, count, ease=False))) == 1
    # Easing is at most π/2 times as quick in the middle.
    few = max(1, math.floor((coming(count) - 1) * 2 / math.pi))
    assert max(steps(replay(min(n, few), count))) == 1


@given(st.integers(1, 400), frames)
def test_at_most_two_a_frame_come_at_an_even_pace(n, count):
    if n <= 2 * coming(count):
        for i, m in enumerate(replay(n, count, ease=False)[: coming(count)]):
            even = Fraction(n * i, coming(count) - 1)
            assert abs(m - even) <= Fraction(1, 2) + Fraction(1, 10**9)


@given(st.integers(1, MOST), frames, st.booleans())
def test_all_of_them_are_looked_at_for_the_last_fifth_of_the_time(n, count, ease):
    values = replay(n, count, ease=ease)
    assert len(values) == count
    assert set(values[coming(count) - 1 :]) == {n}


@pytest.mark.parametrize("n", [1_000, 10**5, 10**9, MOST])
@pytest.mark.parametrize("ease", [True, False])
def test_of_many_the_first_come_one_by_one_and_then_each_frame_adds_the_same_share(n, ease):
    values = replay(n, 100, ease=ease)
    alone = list(itertools.takewhile(lambda step: step <= 1, steps(values)))
    assert len(alone) >= 2
    later = [m for m in values[: coming(100)] if m > 200]
    shares = [after / before for before, after in itertools.pairwise(later)]
    assert max(shares) / min(shares) < 1.02


def test_many_are_not_eased_for_their_share_of_the_way_is_already_slow_at_first():
    assert replay(10**6, 50, ease=True) == replay(10**6, 50, ease=False)
    assert replay(80, 50, ease=True) != replay(80, 50, ease=False)


def test_the_pace_changes_only_beyond_two_observations_a_frame():
    assert coming(10) == 8  # so 16 still come at an even pace
    assert replay(16, 10, ease=False)[1] == 2
    assert replay(17, 10, ease=False)[1] < 2


# What is refused -------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 0, -3])
@pytest.mark.parametrize(
    "motion", [lambda count: sweep(0, 1, count), lambda count: replay(5, count)]
)
def test_a_motion_has_a_beginning_and_an_end(motion, count):
    with pytest.raises(ValueError, match=f"frames must be at least 2, got {count}"):
        motion(count)


@pytest.mark.parametrize("wrong", [-0.1, 1.1, math.nan, math.inf, "0.5", None, True])
def test_a_sweep_is_of_probabilities(wrong):
    with pytest.raises(ValueError, match="start must be"):
        sweep(wrong, 0.5, 5)
    with pytest.raises(ValueError, match="stop must be"):
        sweep(0.5, wrong, 5)


@pytest.mark.parametrize("wrong", [0, -1, 1.5, MOST + 1, "3", None])
def test_a_replay_is_of_at_least_one_observation(wrong):
    with pytest.raises(ValueError, match=r"\bn must be"):
        replay(wrong, 5)
