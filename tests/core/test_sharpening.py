"""How sharp the likelihood is."""

import math

import numpy as np
import pytest

from core import bernoulli
from core.observations import Observations
from core.sharpening import (
    LEVEL,
    SHARE,
    can_double,
    drop_curve,
    earlier,
    ones_of_first,
    sharpness,
)

TEN = Observations((1, 0, 1, 1, 0, 1, 1, 1, 0, 1))


def test_twice_the_data_have_twice_the_curvature():
    one, two = sharpness(7, 10), sharpness(14, 20)
    assert one.curvature == pytest.approx(1000 / 21, rel=1e-15)
    assert two.curvature == pytest.approx(2000 / 21, rel=1e-15)
    assert one.mle == two.mle == 0.7
    assert two.log_likelihood == pytest.approx(2 * one.log_likelihood, rel=1e-15)


def test_the_interval_ends_where_the_likelihood_is_an_eighth_of_its_top():
    assert pytest.approx(0.9586, abs=1e-4) == LEVEL
    for k, n in ((7, 10), (1, 40), (300, 1000)):
        found = sharpness(k, n)
        top = bernoulli.log_likelihood(k / n, k, n)
        for end in (found.interval.low, found.interval.high):
            drop = bernoulli.log_likelihood(end, k, n) - top
            assert drop == pytest.approx(-math.log(SHARE), rel=1e-9)


def test_the_width_of_much_data_shrinks_by_the_root_of_two():
    one, two = sharpness(300_000, 10**6), sharpness(600_000, 2 * 10**6)
    assert one.interval.width / two.interval.width == pytest.approx(math.sqrt(2), rel=1e-5)


def test_all_ones_end_at_1():
    found = sharpness(5, 5)
    assert found.interval.high == 1.0
    assert found.interval.low == pytest.approx(8 ** (-1 / 5), rel=1e-12)


def test_without_observations_nothing_is_sharp():
    found = sharpness(0, 0)
    assert (found.mle, found.curvature, found.log_likelihood) == (None, None, 0.0)
    assert found.interval.width == 1.0


def test_the_ones_of_the_first_are_counted():
    assert [ones_of_first(TEN, m) for m in range(11)] == [0, 1, 1, 2, 3, 3, 4, 5, 6, 6, 7]
    counts = Observations.from_counts(7, 10)
    assert (ones_of_first(counts, 10), ones_of_first(counts, 0)) == (7, 0)
    with pytest.raises(ValueError, match="counts"):
        ones_of_first(counts, 3)


def test_round_numbers_stay_as_ghosts_the_last_seven_of_them():
    assert earlier(0) == earlier(1) == []
    assert earlier(6) == [1, 2, 5]
    assert earlier(10) == [1, 2, 5]
    assert earlier(11) == [1, 2, 5, 10]
    assert earlier(10**6)[-1] == 500_000
    assert len(earlier(10**6)) == 7


def test_what_has_no_room_is_not_doubled():
    assert can_double(TEN)
    assert not can_double(Observations())
    assert can_double(Observations.from_counts(1, 5 * 10**14))
    assert not can_double(Observations.from_counts(1, 5 * 10**14 + 1))


@pytest.mark.parametrize(("k", "n"), [(1, 1), (0, 3), (2, 2), (7, 10), (300, 1000)])
def test_the_curve_of_the_drop_is_that_of_the_divergence_and_has_no_corners(k, n):
    pi, drop = drop_curve(k, n)
    inside = (pi > 0) & (pi < 1)
    expected = [-n * bernoulli.kl_divergence(k / n, float(p)) for p in pi[inside]]
    np.testing.assert_allclose(drop[inside], expected, rtol=1e-9, atol=1e-12)
    # As far down as the lab shows it, a chord leaves the curve by less than a pixel of 300.
    deep = 3 * math.log(SHARE)
    middle = (pi[1:] + pi[:-1]) / 2
    true = np.array([-n * bernoulli.kl_divergence(k / n, float(p)) for p in middle])
    with np.errstate(invalid="ignore"):
        chord = (drop[1:] + drop[:-1]) / 2
    seen = np.isfinite(chord) & (np.minimum(drop[1:], drop[:-1]) > -deep)
    assert np.abs(chord - true)[seen].max() < deep / 300


def test_without_observations_the_curve_is_flat():
    _pi, drop = drop_curve(0, 0)
    assert not drop.any()
