"""Three intervals for π: against tables, libraries and exact likelihoods, and by their laws."""

import math
from statistics import NormalDist

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mpmath import mp
from scipy import optimize, stats

from core import bernoulli
from core.intervals import Interval, likelihood_interval, wald, wilson

EXAMPLES = settings(max_examples=80, deadline=None, derandomize=True)
ALL = pytest.mark.parametrize("interval", [wald, wilson, likelihood_interval])
MOST = 10**15
SLACK = 8e-16


@st.composite
def counts(draw, most=MOST):
    n = draw(st.one_of(st.integers(1, 30), st.integers(1, most)))
    few = st.integers(0, min(n, 5))
    return draw(st.one_of(st.integers(0, n), few, few.map(lambda k: n - k))), n


levels = st.one_of(
    st.sampled_from([0.5, 0.6827, 0.8, 0.9, 0.95, 0.99, 0.999, 1 - 1e-10, 1 - 2**-53]),
    st.floats(0.01, 0.99),
)
any_level = st.one_of(levels, st.floats(5e-324, 1 - 2**-53))


def quantile(level):
    return -NormalDist().inv_cdf((1 - level) / 2)


# Against others ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("k", "n", "low", "high"),
    [
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_wilson_gives_the_published_intervals(k, n, low, high):
    """Newcombe (1998), Statistics in Medicine 17, table I, method 3."""
    found = wilson(k, n, 0.95)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


@pytest.mark.parametrize("level", [0.5, 0.8, 0.9, 0.95, 0.99, 0.999])
def test_wilson_agrees_with_scipy(level):
    for n in (1, 2, 3, 10, 37, 1000, 10**6):
        for k in {0, 1, n // 3, n // 2, n - 1, n}:
            wanted = stats.binomtest(k, n).proportion_ci(level, method="wilson")
            found = wilson(k, n, level)
            assert found.low == pytest.approx(wanted.low, rel=1e-12, abs=1e-16)
            assert found.high == pytest.approx(wanted.high, rel=1e-12, abs=0)


@EXAMPLES
@given(counts(), levels)
@example((1, 30553847760), 1 - 2**-53)
@example((MOST - 1, MOST), 0.95)
def test_wilson_is_right_to_the_last_digits(data, level):
    k, n = data
    found = wilson(k, n, level)
    with mp.workdps(60):
        z = mp.mpf(quantile(level))
        centre = (k + z * z / 2) / (n + z * z)
        reach = z / (n + z * z) * mp.sqrt(mp.mpf(k) * (n - k) / n + z * z / 4)
        # At the edge the formula itself leaves what its own cancellation leaves.
        assert abs(found.low - (centre - reach)) <= 6e-16 * (centre - reach) + mp.mpf(10) ** -50
        assert abs(found.high - (centre + reach)) <= 6e-16 * (centre + reach)


def exact_end(k, n, z, sign):
    """The end of the likelihood interval by brentq, in log-odds, on a likelihood of 50 digits."""
    best = mp.mpf(k) / n
    centre = mp.log(best / (1 - best))
    unit = z / mp.sqrt(n * best * (1 - best))

    def excess(units):
        odds = centre + sign * unit * mp.mpf(units)
        pi, rest = 1 / (1 + mp.exp(-odds)), 1 / (1 + mp.exp(odds))
        drop = k * mp.log(best / pi) + (n - k) * mp.log((1 - best) / rest)
        return float(2 * drop / z**2 - 1)

    far = 1.0
    while excess(far) < 0.0:
        far *= 2.0
    units = optimize.brentq(excess, 0.0, far, xtol=1e-14, rtol=1e-14)
    return 1 / (1 + mp.exp(-(centre + sign * unit * mp.mpf(units))))


@pytest.mark.parametrize("level", [0.5, 0.95, 0.999, 1 - 1e-10])
def test_likelihood_interval_is_that_of_the_exact_likelihood(level):
    sizes = (2, 3, 10, 100, 10**4, 10**6, 10**9, 10**12)
    for k, n in {(k, m) for m in sizes for k in (1, max(1, m // 7), m // 2, m - 1)}:
        found = likelihood_interval(k, n, level)
        with mp.workdps(50):
            low = exact_end(k, n, mp.mpf(quantile(level)), -1)
            high = exact_end(k, n, mp.mpf(quantile(level)), 1)
            assert abs(found.low - low) <= 1e-12 * low
            assert abs(found.high - high) <= 1e-12 * high


def test_seven_ones_in_ten_at_95_percent():
    z = 1.959963984540054
    assert wald(7, 10, 0.95).low == pytest.approx(0.7 - z * math.sqrt(0.021), rel=1e-15, abs=0)
    found = wilson(7, 10, 0.95)
    assert (found.low, found.high) == pytest.approx((0.39677815, 0.89220873), abs=1e-8)
    found = likelihood_interval(7, 10, 0.95)
    assert (found.low, found.high) == pytest.approx((0.39346097, 0.91544134), abs=1e-8)


# What each is -----------------------------------------------------------------------------------


@EXAMPLES
@given(counts(), levels)
def test_wald_is_drawn_from_the_curvature_at_the_top(data, level):
    k, n = data
    found = wald(k, n, level)
    if 0 < k < n:
        reach = quantile(level) / math.sqrt(bernoulli.observed_information(k / n, k, n))
        assert found.low == pytest.approx(k / n - reach, rel=1e-14, abs=1e-15)
        assert found.high == pytest.approx(k / n + reach, rel=1e-14, abs=0)
    else:
        assert found == Interval(k / n, k / n)
        assert found.width == 0.0


def test_wald_reaches_beyond_what_a_probability_can_be():
    assert wald(1, 10, 0.95).low < 0.0
    assert wald(9, 10, 0.95).high > 1.0


@EXAMPLES
@given(counts(), levels)
def test_at_the_ends_of_wilson_the_estimate_is_z_errors_away(data, level):
    k, n = data
    z = quantile(level)
    found = wilson(k, n, level)
    for end in (found.low, found.high):
        if 1e-3 < end < 1 - 1e-3 and n < 10**9:
            errors = (end - k / n) / math.sqrt(end * (1 - end) / n)
            assert abs(errors) == pytest.approx(z, rel=1e-7, abs=0)


@EXAMPLES
@given(counts(), levels)
def test_the_ends_of_the_likelihood_interval_are_equally_likely(data, level):
    k, n = data
    found = likelihood_interval(k, n, level)
    z = quantile(level)
    for end, edge in ((found.low, 0.0), (found.high, 1.0)):
        if end != edge and abs(end - k / n) > 1e-6 and 1 - end > 1e-6:
            drop = n * bernoulli.kl_divergence(k / n, end)
            assert 2 * drop == pytest.approx(z * z, rel=1e-8, abs=0)


@EXAMPLES
@given(n=st.sampled_from([1, 2, 10, 1000, 10**9, MOST]), level=levels)
def test_where_all_are_alike_the_interval_begins_at_the_very_edge(n, level):
    z = quantile(level)
    assert likelihood_interval(0, n, level).low == 0.0
    assert likelihood_interval(n, n, level).high == 1.0
    assert wilson(0, n, level).low == 0.0
    assert wilson(n, n, level).high == 1.0
    with mp.workdps(40):
        low = mp.exp(-(mp.mpf(z) ** 2) / (2 * n))
        assert likelihood_interval(0, n, level).high == pytest.approx(
            float(1 - low), rel=4e-16, abs=0
        )
        assert likelihood_interval(n, n, level).low == pytest.approx(float(low), rel=1e-14, abs=0)


# Laws -------------------------------------------------------------------------------------------


@ALL
@EXAMPLES
@given(data=counts(), level=any_level)
@example(data=(7, 10), level=5e-324)
@example(data=(7, 10), level=1.5e-16)
@example(data=(226018221939321, 226018221939322), level=1e-6)
@example(data=(1, MOST), level=1e-12)
@example(data=(MOST // 2, MOST), level=1e-7)
@example(data=(MOST // 2, MOST), level=3e-8)
def test_the_estimate_lies_within(interval, data, level):
    k, n = data
    found = interval(k, n, level)
    assert found.low <= k / n * (1 + SLACK)
    assert found.high >= k / n * (1 - SLACK)
    assert found.width == found.high - found.low


@pytest.mark.parametrize("interval", [wilson, likelihood_interval])
@EXAMPLES
@given(data=counts(), level=any_level)
def test_all_of_it_is_possible(interval, data, level):
    found = interval(*data, level)
    assert found.low >= 0.0
    assert found.high <= 1.0


@ALL
@EXAMPLES
@given(data=counts(), one=any_level, other=any_level)
def test_a_higher_level_gives_an_interval_around_that_of_a_lower(interval, data, one, other):
    inner = interval(*data, min(one, other))
    outer = interval(*data, max(one, other))
    slack = 2e-15 * max(abs(outer.low), abs(outer.high))
    assert outer.low <= inner.low + slack
    assert outer.high >= inner.high - slack


@ALL
@EXAMPLES
@given(data=counts(), level=any_level)
def test_zeros_for_ones_turn_it_round(interval, data, level):
    k, n = data
    found, turned = interval(k, n, level), interval(n - k, n, level)
    assert found.low == pytest.approx(1 - turned.high, abs=1e-15)
    assert found.high == pytest.approx(1 - turned.low, abs=1e-15)


@ALL
def test_four_times_as_many_observations_give_half_the_width(interval):
    for k, n in ((10**5, 10**6), (5 * 10**7, 10**8), (7 * 10**9, 10**10)):
        ratio = interval(k, n, 0.95).width / interval(4 * k, 4 * n, 0.95).width
        assert ratio == pytest.approx(2.0, rel=20.0 / n + 1e-5, abs=0)


def test_of_many_observations_all_three_agree():
    n = 10**8
    first, second, third = (f(3 * n // 10, n, 0.95) for f in (wald, wilson, likelihood_interval))
    for other in (second, third):
        assert other.low == pytest.approx(first.low, abs=1e-3 * first.width)
        assert other.high == pytest.approx(first.high, abs=1e-3 * first.width)


# What is refused --------------------------------------------------------------------------------


@ALL
@pytest.mark.parametrize("level", [0, 1, 0.0, 1.0, -0.1, 1.5, math.nan, math.inf, "0.95", None])
def test_a_level_lies_between_nothing_and_certainty(interval, level):
    with pytest.raises(ValueError, match=r"level must be a number in \(0, 1\), got "):
        interval(7, 10, level)


@ALL
def test_numbers_of_numpy_are_numbers(interval):
    assert interval(np.int64(7), np.int32(10), np.float64(0.95)) == interval(7, 10, 0.95)


@ALL
def test_without_observations_there_is_no_interval(interval):
    with pytest.raises(ValueError, match=r"n must be a whole number in \[1, 10+\], got 0"):
        interval(0, 0, 0.95)
    with pytest.raises(ValueError, match=r"n must be a whole number in \[1, 10+\], got 10+1"):
        interval(0, MOST + 1, 0.95)
    with pytest.raises(ValueError, match=r"k must be a whole number in \[0, n\] = \[0, 5\], got 6"):
        interval(6, 5, 0.95)
    with pytest.raises(ValueError, match="k must be a whole number"):
        interval(0.5, 5, 0.95)
