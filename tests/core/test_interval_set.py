"""Three intervals of the same data side by side, and the parabola of one of them."""

import math

import numpy as np
import pytest

from core.bernoulli import fisher_information, log_likelihood
from core.interval_set import decimals, holds, interval_set, outside, with_more_data
from core.intervals import Interval, likelihood_interval, wald, wilson
from core.wald_parabola import curvature, level_drop, parabola


def test_the_three_intervals_are_those_of_their_functions():
    shown = interval_set(7, 10, 0.95)
    assert shown.all() == (wald(7, 10, 0.95), wilson(7, 10, 0.95), likelihood_interval(7, 10, 0.95))


def test_a_hundred_times_the_data_make_them_about_a_tenth_as_wide():
    few, many = interval_set(7, 10, 0.95), with_more_data(7, 10, 0.95)
    assert many is not None
    assert many.wald.width == pytest.approx(few.wald.width / 10, rel=1e-12)
    for one, other in zip(few.all(), many.all(), strict=True):
        assert other.width == pytest.approx(one.width / 10, rel=0.15)


def test_more_than_can_be_counted_have_no_intervals():
    assert with_more_data(7 * 10**13, 10**14, 0.95) is None
    assert with_more_data(7, 10**13, 0.95) is not None


def test_an_interval_holds_its_ends():
    shown = Interval(0.25, 0.75)
    assert [holds(shown, pi) for pi in (0.2, 0.25, 0.5, 0.75, 0.8)] == [
        False,
        True,
        True,
        True,
        False,
    ]


def test_what_reaches_beyond_the_axis_is_noticed():
    assert outside(Interval(-0.1, 0.5)) == (True, False)
    assert outside(Interval(0.5, 1.1)) == (False, True)
    assert outside(Interval(0.0, 1.0)) == (False, False)


@pytest.mark.parametrize(
    ("width", "count"), [(0.5, 4), (0.0512, 4), (0.00512, 5), (5e-8, 10), (0.0, 4), (1e-20, 15)]
)
def test_the_ends_have_the_digits_that_tell_them_apart(width, count):
    assert decimals(Interval(0.0, width)) == count


def test_the_curvature_at_the_optimum_is_the_fisher_information():
    assert curvature(7, 10) == pytest.approx(10 / (0.7 * 0.3), rel=1e-14)
    assert curvature(7, 10) == pytest.approx(fisher_information(0.7, 10), rel=1e-14)
    assert curvature(0, 10) == curvature(10, 10) == math.inf


def test_without_observations_there_is_no_curvature():
    with pytest.raises(ValueError, match="n must be"):
        curvature(0, 0)


def test_the_parabola_touches_the_log_likelihood_at_its_top():
    pi, heights = parabola(7, 10, 4.0)
    middle = pi.size // 2
    assert (pi[middle], heights[middle]) == (0.7, 0.0)
    assert heights[0] == heights[-1] == -4.0
    near = 0.7 + 1e-3
    exact = log_likelihood(near, 7, 10) - log_likelihood(0.7, 7, 10)
    assert -0.5 * curvature(7, 10) * 1e-6 == pytest.approx(exact, rel=1e-2)
    np.testing.assert_allclose(heights, -0.5 * curvature(7, 10) * (pi - 0.7) ** 2, atol=1e-12)


def test_walds_interval_is_where_the_level_cuts_the_parabola():
    drop = level_drop(0.95)
    pi, _heights = parabola(7, 10, drop)
    assert pi[0] == pytest.approx(wald(7, 10, 0.95).low, rel=1e-12)
    assert pi[-1] == pytest.approx(wald(7, 10, 0.95).high, rel=1e-12)


def test_the_likelihood_interval_ends_where_the_log_likelihood_has_fallen_that_far():
    drop, shown = level_drop(0.95), likelihood_interval(7, 10, 0.95)
    top = log_likelihood(0.7, 7, 10)
    assert drop == pytest.approx(1.959964**2 / 2, rel=1e-6)
    assert top - log_likelihood(shown.low, 7, 10) == pytest.approx(drop, rel=1e-10)


def test_at_the_edge_there_is_no_parabola():
    assert parabola(0, 10, 2.0) is None


@pytest.mark.parametrize("level", [0.0, 1.0, math.nan, 2.0])
def test_a_level_outside_is_refused(level):
    with pytest.raises(ValueError, match="level must be"):
        level_drop(level)
