"""Products of many factors: as a computer multiplies them, and where it loses them."""

import math

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mpmath import mp

from core import bernoulli, underflow
from core.observations import Observations
from core.underflow import MOST_FACTORS, MOST_SEARCHABLE, dies, products

EXAMPLES = settings(max_examples=80, deadline=None, derandomize=True)
ONE = Observations([1])
ZERO = Observations([0])
NONE = Observations()

sequences = st.lists(st.integers(0, 1), min_size=1, max_size=30)
probabilities = st.one_of(
    st.floats(0.0, 1.0),
    st.sampled_from([0.0, 1e-320, 1e-50, 1e-9, 0.5, 1.0 - 1e-9, 1.0 - 2**-53, 1.0]),
)


def data(values, as_counts):
    observations = Observations(values)
    return Observations.from_counts(observations.k, observations.n) if as_counts else observations


def multiplied(values, pi, n, dtype):
    """One factor after another, in a loop."""
    one = dtype(pi)
    zero = dtype(1) - one
    running = [dtype(1)]
    with np.errstate(under="ignore"):
        for i in range(n):
            running.append(running[-1] * (one if values[i % len(values)] else zero))
    return running


# Where a product is lost ------------------------------------------------------------------------


def test_at_one_half_float64_dies_at_1075_factors_and_float32_at_150():
    for observations in (ONE, ZERO, Observations([0, 1, 1]), Observations.from_counts(7, 10)):
        found = products(observations, 0.5, 1100)
        assert (found.float64_dies, found.float32_dies) == (1075, 150)
        assert found.float64[1074] == 5e-324
        assert found.float64[1075] == 0.0
        assert found.float32[149] == np.float32(1e-45)
        assert found.float32[150] == 0.0
        assert dies(observations, 0.5, np.float64) == 1075
        assert dies(observations, 0.5, np.float32) == 150


def test_what_is_not_lost_yet_has_no_place():
    found = products(ONE, 0.5, 149)
    assert (found.float64_dies, found.float32_dies) == (None, None)
    found = products(ONE, 0.5, 1074)
    assert (found.float64_dies, found.float32_dies) == (None, 150)
    assert dies(ONE, 0.5, np.float64, most=1074) is None
    assert dies(ONE, 0.5, np.float64, most=1075) == 1075
    assert dies(ONE, 0.5, np.float64, most=0) is None


@pytest.mark.parametrize(("observations", "pi"), [(ONE, 0.0), (ZERO, 1.0)])
def test_a_product_that_is_0_does_not_die(observations, pi):
    found = products(observations, pi, 5)
    assert found.float64.tolist() == [1.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    assert found.float32.tolist() == [1.0, 0.0, 0.0, 0.0, 0.0, 0.0]
    assert found.log_likelihood.tolist() == [0.0] + 5 * [-math.inf]
    assert found.log10.tolist() == [0.0] + 5 * [-math.inf]
    assert (found.float64_dies, found.float32_dies) == (None, None)
    assert dies(observations, pi, np.float64) is None
    assert dies(observations, pi, np.float32) is None


@pytest.mark.parametrize(("observations", "pi"), [(ZERO, 0.0), (ONE, 1.0), (NONE, 0.5)])
def test_a_product_of_ones_or_of_nothing_stays_1(observations, pi):
    found = products(observations, pi, 4)
    for values in (found.float64, found.float32):
        assert values.tolist() == 5 * [1.0]
    for values in (found.log_likelihood, found.log10):
        assert [math.copysign(1.0, value) for value in values] == 5 * [1.0]
        assert values.tolist() == 5 * [0.0]
    assert (found.float64_dies, found.float32_dies) == (None, None)
    assert dies(observations, pi, np.float64) is None


@pytest.mark.parametrize(("observations", "pi"), [(ONE, 1e-50), (ZERO, 1.0 - 1e-9)])
def test_float32_loses_at_once_what_it_cannot_tell_from_0_or_1(observations, pi):
    found = products(observations, pi, 3)
    assert found.float32.tolist() == [1.0, 0.0, 0.0, 0.0]
    assert found.float32_dies == 1
    assert dies(observations, pi, np.float32) == 1
    assert found.float64_dies is None


@pytest.mark.parametrize("pi", [0.51, 0.7, 0.9, 0.999])
def test_factors_above_one_half_end_at_a_subnormal_number_and_never_at_0(pi):
    found = products(ONE, pi, MOST_FACTORS) if pi == 0.999 else products(ONE, pi, 10_000)
    for values in (found.float32, found.float64)[: 1 if pi == 0.999 else 2]:
        assert 0.0 < values[-1] == values[-2] < np.finfo(values.dtype).tiny
    assert (found.float64_dies, found.float32_dies) == (None, None)
    assert dies(ONE, pi, np.float64, most=50_000) is None


# The products themselves ------------------------------------------------------------------------


@EXAMPLES
@given(sequences, probabilities, st.integers(0, 400), st.booleans())
@example([1], 0.3, 400, False)
@example([0, 1], 0.01, 400, True)
def test_products_are_those_of_one_multiplication_after_another(values, pi, n, as_counts):
    found = products(data(values, as_counts), pi, n)
    if as_counts:
        values = sorted(values, reverse=True)
    for dtype, got in ((np.float64, found.float64), (np.float32, found.float32)):
        assert got.dtype == dtype
        assert got.tolist() == [float(value) for value in multiplied(values, pi, n, dtype)]


@EXAMPLES
@given(sequences, probabilities, st.integers(0, 100), st.booleans())
def test_the_true_product_is_kept_as_its_logarithm(values, pi, n, as_counts):
    found = products(data(values, as_counts), pi, n)
    if as_counts:
        values = sorted(values, reverse=True)
    assert found.log_likelihood.shape == found.log10.shape == (n + 1,)
    ones = 0
    for m in range(n + 1):
        exact = bernoulli.log_likelihood(pi, ones, m)
        assert found.log_likelihood[m] == pytest.approx(exact, rel=5e-16, abs=0)
        assert found.log10[m] == pytest.approx(exact / math.log(10), rel=8e-16, abs=0)
        ones += values[m % len(values)]


def test_the_logarithm_of_a_hundred_thousand_factors_has_all_its_digits():
    found = products(Observations.from_counts(3, 7), 0.3, MOST_FACTORS)
    with mp.workdps(40):
        k = 3 * (MOST_FACTORS // 7) + min(3, MOST_FACTORS % 7)
        exact = k * mp.log(mp.mpf(0.3)) + (MOST_FACTORS - k) * mp.log1p(-mp.mpf(0.3))
        assert abs(found.log_likelihood[-1] - exact) < 5e-16 * -exact
        assert abs(found.log10[-1] - exact / mp.log(10)) < 8e-16 * -exact


def test_the_first_factor_follows_the_last():
    found = products(Observations([1, 0, 0]), 0.25, 7)
    assert found.float64.tolist() == [
        1.0,
        0.25,
        0.25 * 0.75,
        0.25 * 0.75**2,
        0.25**2 * 0.75**2,
        0.25**2 * 0.75**3,
        0.25**2 * 0.75**4,
        0.25**3 * 0.75**4,
    ]


def test_of_counts_alone_the_ones_come_first():
    assert products(Observations.from_counts(2, 3), 0.25, 4).float64.tolist() == [
        1.0,
        0.25,
        0.0625,
        0.046875,
        0.01171875,
    ]
    found = products(Observations.from_counts(10**15 - 1, 10**15), 0.5, 20)
    assert found.float64[-1] == 2.0**-20


@EXAMPLES
@given(sequences, probabilities, st.booleans(), st.sampled_from([np.float64, np.float32]))
def test_the_search_finds_the_place_that_the_products_show(values, pi, as_counts, dtype):
    observations = data(values, as_counts)
    found = products(observations, pi, 2500)
    place = found.float64_dies if dtype is np.float64 else found.float32_dies
    assert dies(observations, pi, dtype, most=2500) == place


def test_the_search_goes_on_where_the_products_end():
    """Far beyond one block of it: the same multiplications in one go find the same place."""
    values = np.ones(10_000, np.uint8)
    values[5_000] = 0
    place = dies(Observations(values), 0.9999, np.float64)
    factors = np.where(np.resize(values, 10**6) == 1, 0.9999, 1.0 - 0.9999)
    assert place == int(np.argmax(np.cumprod(factors) == 0.0)) + 1
    assert MOST_FACTORS < place < 10**6


def test_no_more_is_read_than_is_multiplied(monkeypatch):
    asked = []
    read = Observations.read

    def spy(observations, i, j):
        asked.append((i, j))
        return read(observations, i, j)

    monkeypatch.setattr(Observations, "read", spy)
    long = Observations(np.ones(50_000, np.uint8))
    products(long, 0.5, 1000)
    dies(long, 0.5, np.float64, most=2000)
    products(ONE, 0.5, 1000)
    assert asked == [(0, 1000), (0, 2000), (0, 1)]


def test_the_products_are_not_to_be_changed():
    found = products(ONE, 0.5, 3)
    for values in (found.float64, found.float32, found.log_likelihood, found.log10):
        assert not values.flags.writeable


def test_no_warning_escapes():
    with np.errstate(all="raise"):
        for observations in (ONE, ZERO, NONE, Observations([0, 1])):
            for pi in (0.0, 1e-320, 1e-50, 0.3, 1.0 - 1e-9, 1.0):
                products(observations, pi, 1200)
                dies(observations, pi, np.float32, most=1200)
                dies(observations, pi, np.float64, most=1200)


# What is refused --------------------------------------------------------------------------------


@pytest.mark.parametrize("pi", [-0.1, 1.1, math.nan, "0.5", None, np.array([0.5])])
def test_pi_is_one_probability(pi):
    with pytest.raises(ValueError, match=r"pi must be .*\[0, 1\]"):
        products(ONE, pi, 5)
    with pytest.raises(ValueError, match=r"pi must be .*\[0, 1\]"):
        dies(ONE, pi, np.float64)


def test_there_is_a_limit_to_the_factors():
    assert products(ONE, 0.5, 0).float64.tolist() == [1.0]
    assert products(ONE, 0.5, MOST_FACTORS).float64.shape == (MOST_FACTORS + 1,)
    for n in (-1, MOST_FACTORS + 1, 1.5):
        with pytest.raises(ValueError, match=r"n must be a whole number in \[0, 100000\]"):
            products(ONE, 0.5, n)
    for most in (-1, MOST_SEARCHABLE + 1, None):
        with pytest.raises(ValueError, match=r"most must be a whole number in \[0, 10000000\]"):
            dies(ONE, 0.5, np.float64, most=most)
    assert underflow.MOST_SEARCHED == 1_000_000


@pytest.mark.parametrize("dtype", [np.float16, float, "float32", None])
def test_it_multiplies_in_two_kinds_of_number(dtype):
    with pytest.raises(ValueError, match=r"dtype must be np.float64 or np.float32, got "):
        dies(ONE, 0.5, dtype)
