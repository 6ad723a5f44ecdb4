"""The chain from L to BCE: exact at its ends, and with one optimum all the way."""

import itertools
import math

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mpmath import mp

from core import bernoulli, chain
from core.chain import Chain, chain_curve, extremum, needs_relative

EXAMPLES = settings(max_examples=80, deadline=None, derandomize=True)
GRID = np.linspace(0.0, 1.0, 41)
INNER = GRID[1:-1]
L = Chain(1.0, 0.0, 0.0, 0.0)
LOG = Chain(1.0, 1.0, 0.0, 0.0)
MINUS = Chain(1.0, 1.0, 1.0, 0.0)
BCE = Chain(1.0, 1.0, 1.0, 1.0)
MOST = 10**15

SWITCHES = list(itertools.product((0, 1), repeat=3))
NAMES = ("product", "log", "minus", "mean")

round_shares = [0.0, 1e-9, 0.25, 0.5, 0.75, 1.0 - 1e-9, 1.0]
shares = st.one_of(st.floats(0.0, 1.0), st.sampled_from(round_shares))
chains = st.builds(Chain, shares, shares, shares, shares)


@st.composite
def counts(draw, most=MOST):
    n = draw(st.one_of(st.integers(1, 30), st.integers(1, most)))
    few = st.integers(0, min(n, 3))
    return draw(st.one_of(st.integers(0, n), few, few.map(lambda k: n - k))), n


# The ends ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("k", "n"), [(7, 10), (0, 1), (1, 1), (0, 12), (12, 12), (300, 900)])
def test_with_each_step_off_or_on_the_curve_is_exactly_that_of_the_formula(k, n):
    likelihood = bernoulli.likelihood(GRID, k, n)
    log_likelihood = bernoulli.log_likelihood(GRID, k, n)
    wanted = {
        (1, 0, 0, 0): likelihood,
        (1, 0, 1, 0): -likelihood,
        (1, 0, 0, 1): likelihood / n,
        (1, 0, 1, 1): -likelihood / n,
        (1, 1, 0, 0): log_likelihood,
        (1, 1, 1, 0): -log_likelihood,
        (1, 1, 0, 1): log_likelihood / n,
        (1, 1, 1, 1): -log_likelihood / n,
    }
    for switches, values in wanted.items():
        np.testing.assert_array_equal(chain_curve(GRID, k, n, Chain(*switches)), values)
    found = chain_curve(GRID, k, n, BCE)
    np.testing.assert_allclose(found, bernoulli.binary_cross_entropy(GRID, k, n), rtol=4e-16)


@pytest.mark.parametrize("switches", SWITCHES)
def test_the_empty_product_is_1_everywhere(switches):
    log, minus, mean = switches
    found = chain_curve(GRID, 7, 10, Chain(0.0, *switches))
    assert found.tolist() == [(1 - log) * (1 - 2 * minus) / 10**mean] * GRID.size
    assert (np.copysign(1.0, found[found == 0.0]) == 1.0).all()


def test_all_steps_are_on_unless_they_are_told():
    assert Chain() == BCE
    assert chain_curve(0.3, 7, 10, Chain()) == bernoulli.binary_cross_entropy(0.3, 7, 10)


# On the way -------------------------------------------------------------------------------------


def test_on_the_way_to_the_logarithm_it_is_a_box_cox_transform():
    k, n, pi = 7, 10, 0.4
    for product, log in itertools.product((0.3, 1.0), (1e-6, 0.25, 0.5, 0.9, 1.0 - 1e-9)):
        got = chain_curve(pi, k, n, Chain(product, log, 0.0, 0.0))
        with mp.workdps(40):
            power = mp.mpf(1.0 - log)
            value = mp.exp(product * mp.mpf(bernoulli.log_likelihood(pi, k, n)))
            top = mp.exp(product * mp.mpf(bernoulli.log_likelihood(0.7, k, n)))
            transform = top**power * ((value / top) ** power - 1) / power
            wanted = transform + power * top + log * mp.log(top)
            assert got == pytest.approx(float(wanted), rel=1e-14, abs=0)


@pytest.mark.parametrize("otherwise", [False, True])
def test_a_little_of_a_step_changes_little(otherwise):
    """No step jumps, neither at its ends nor between them."""
    along = {"relative": otherwise, "difference": otherwise}
    tiny = 1e-9
    others = itertools.product((0.0, 0.4, 1.0), repeat=3)
    for name, rest, start in itertools.product(NAMES, others, (0.0, 0.5, 1.0 - tiny)):
        made = dict(zip([n for n in NAMES if n != name], rest, strict=True))
        before = chain_curve(INNER, 7, 10, Chain(**{**made, name: start}), **along)
        after = chain_curve(INNER, 7, 10, Chain(**{**made, name: start + tiny}), **along)
        assert np.abs(after - before).max() < 3e-6


@EXAMPLES
@given(chains, counts(), st.booleans(), st.booleans())
@example(Chain(1, 0.5, 0, 0), (7, 10), False, False)
@example(Chain(1, 1 - 1e-9, 1, 1), (10**14, MOST), True, False)
def test_every_curve_rises_or_falls_with_the_likelihood(steps, data, relative, difference):
    """Sorted by likelihood the values are sorted: so no step moves the optimum."""
    k, n = data
    grid = np.append(GRID, k / n)
    order = np.argsort(-n * bernoulli.kl_divergence(k / n, grid), kind="stable")
    found = chain_curve(grid, k, n, steps, relative=relative, difference=difference)[order]
    assert not np.isnan(found).any()
    forward = {"max": 1.0, "min": -1.0, None: 1.0}[extremum(steps)]
    finite = forward * found[np.isfinite(found)]
    slack = 1e-14 * np.abs(finite).max()
    assert (np.diff(finite) >= -slack).all()
    best = forward * found[-1]
    assert (best >= forward * found - slack).all()
    if extremum(steps) is None:
        assert (found == found[0]).all()
        assert np.isfinite(found[0])


def test_the_highest_or_the_lowest_point_stays_where_it_is():
    grid = np.arange(101) / 100
    ways = (0.1, 1.0), (0.0, 0.3, 0.8, 1.0), (0.0, 0.2, 0.8, 1.0), (0.0, 0.5, 1.0)
    for steps in itertools.starmap(Chain, itertools.product(*ways)):
        found = chain_curve(grid, 7, 10, steps)
        place = np.argmax(found) if extremum(steps) == "max" else np.argmin(found)
        assert grid[place] == 0.7, steps


def test_an_optimum_is_a_maximum_until_the_sign_turns():
    assert extremum(L) == extremum(LOG) == "max"
    assert extremum(MINUS) == extremum(BCE) == "min"
    assert extremum(Chain(1.0, 1.0, 0.49, 1.0)) == "max"
    assert extremum(Chain(1.0, 1.0, 0.51, 1.0)) == "min"
    assert extremum(Chain(1.0, 1.0, 0.5, 1.0)) is None
    assert extremum(Chain(0.0, 0.0, 0.0, 0.0)) is None
    assert extremum(Chain(1e-9, 0.0, 0.0, 0.0)) == "max"


def test_half_way_between_the_signs_the_curve_is_flat():
    assert chain_curve(GRID, 7, 10, Chain(1.0, 1.0, 0.5, 0.0)).tolist() == [0.0] * GRID.size


def test_the_mean_shrinks_the_sum_by_a_power_of_n():
    assert chain_curve(0.4, 7, 10, Chain(1.0, 1.0, 1.0, 0.5)) == pytest.approx(
        -bernoulli.log_likelihood(0.4, 7, 10) / math.sqrt(10), rel=1e-15, abs=0
    )


# The edge ---------------------------------------------------------------------------------------


def test_only_the_whole_logarithm_is_infinite_where_the_likelihood_is_0():
    assert chain_curve(0.0, 7, 10, LOG) == -math.inf
    assert chain_curve(1.0, 7, 10, BCE) == math.inf
    assert chain_curve(1.0, 10, 10, BCE) == 0.0
    for log in (1e-9, 0.5, 0.99, 1.0 - 2**-53):
        found = chain_curve(0.0, 7, 10, Chain(1.0, log, 0.0, 0.0), relative=True, difference=True)
        assert found == pytest.approx(1.0 - log - 1.0 / (1.0 - log), rel=1e-14, abs=0)
    assert chain_curve(0.0, 7, 10, Chain(1e-300, 1.0, 1.0, 0.0)) == math.inf


# Huge n -----------------------------------------------------------------------------------------


def test_a_likelihood_too_small_for_float64_is_taken_beside_its_highest():
    """At 1/2 it is 2⁻ⁿ: 1.3·10⁻²⁹⁰ of 963 observations, 6.4·10⁻²⁹¹ of one more."""
    assert not needs_relative(0, 0)
    assert not needs_relative(7, 10)
    assert not needs_relative(0, MOST)
    assert not needs_relative(481, 963)
    assert needs_relative(482, 964)
    assert chain.RELATIVE_BELOW_EXPONENT10 == -290
    pi = 0.5 + 0.01 * GRID
    found = chain_curve(pi, 482, 964, L)
    assert found.max() == 1.0
    np.testing.assert_array_equal(found, chain_curve(pi, 482, 964, L, relative=True))
    assert chain_curve(pi, 481, 962, L).max() < 1e-280


@pytest.mark.parametrize(("k", "n"), [(7, 10), (0, 3), (3 * 10**14, MOST)])
def test_the_relative_chain_begins_at_1_and_ends_where_the_other_does(k, n):
    grid = np.append(GRID, k / n)
    drop = -n * bernoulli.kl_divergence(k / n, grid)
    begun = chain_curve(grid, k, n, L, relative=True)
    np.testing.assert_array_equal(begun, np.exp(drop))
    assert begun[-1] == 1.0
    for steps in (LOG, MINUS, BCE):
        found = chain_curve(grid, k, n, steps, relative=True)
        np.testing.assert_array_equal(found, chain_curve(grid, k, n, steps))


@pytest.mark.parametrize("relative", [False, True])
def test_the_difference_to_the_optimum_keeps_its_digits(relative):
    n = MOST
    k = n // 2
    pi = 0.5 + 1e-8 * GRID
    along = {"relative": relative, "difference": True}
    wanted = n * bernoulli.kl_divergence(0.5, pi)
    np.testing.assert_array_equal(chain_curve(pi, k, n, LOG, **along), -wanted)
    np.testing.assert_array_equal(chain_curve(pi, k, n, MINUS, **along), wanted)
    np.testing.assert_allclose(chain_curve(pi, k, n, BCE, **along), wanted / n, rtol=1e-15)
    half = chain_curve(pi, k, n, Chain(1.0, 0.5, 0.0, 0.0), **along)
    np.testing.assert_allclose(half, 2.0 * np.expm1(-wanted / 2.0) + 0.5, rtol=1e-14)
    assert half[0] == 0.5


@EXAMPLES
@given(chains, counts(), st.floats(0.0, 1.0), st.booleans(), st.booleans())
def test_one_number_is_as_one_of_many(steps, data, pi, relative, difference):
    k, n = data
    along = {"relative": relative, "difference": difference}
    one = chain_curve(pi, k, n, steps, **along)
    assert type(one) is float
    assert chain_curve(np.array([pi, 0.5]), k, n, steps, **along)[0] == pytest.approx(
        one, rel=1e-15, abs=0
    )


def test_arrays_keep_their_shape():
    for grid in (GRID.reshape(1, 41), np.array(0.25), np.zeros(0)):
        for steps in (L, LOG, BCE, Chain(0.5, 0.5, 0.5, 0.5), Chain(0.5, 0.3, 0.2, 0.1)):
            found = chain_curve(grid, 3, 7, steps)
            assert isinstance(found, np.ndarray)
            assert found.shape == grid.shape
            assert found.dtype == np.float64


@EXAMPLES
@given(chains, st.floats(0.0, 1.0))
def test_without_observations_the_curve_is_a_constant(steps, pi):
    one = chain_curve(pi, 0, 0, steps)
    assert one == chain_curve(0.5, 0, 0, steps) == (1 - steps.log) * (1 - 2 * steps.minus)
    assert math.copysign(1.0, one) == 1.0 or one < 0.0


def test_no_warning_escapes():
    ways = (0.0, 1e-300, 0.7, 1.0), (0.0, 0.7, 1.0), (0.5, 1.0), (0.7,)
    pi = np.array([0.0, 5e-324, 0.5, 1.0 - 2**-53, 1.0])
    with np.errstate(all="raise"):
        for k, n in ((0, 0), (0, 10), (480, 960), (MOST // 2, MOST)):
            for switches in itertools.product(*ways):
                chain_curve(pi, k, n, Chain(*switches))
                chain_curve(0.3, k, n, Chain(*switches), relative=True, difference=True)


# What is refused --------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["product", "log", "minus", "mean"])
@pytest.mark.parametrize("wrong", [-0.1, 1.1, math.nan, "1", None, True])
def test_a_step_is_made_from_0_to_1(name, wrong):
    with pytest.raises(ValueError, match=rf"{name} must be .*\[0, 1\]"):
        Chain(**{name: wrong})


def test_other_arguments_are_refused():
    with pytest.raises(ValueError, match=r"pi must be in \[0, 1\], got 1.5"):
        chain_curve(1.5, 7, 10, L)
    with pytest.raises(ValueError, match=r"k must be a whole number in \[0, n\] = \[0, 10\]"):
        chain_curve(0.5, 11, 10, L)
    with pytest.raises(ValueError, match="n must be a whole number"):
        needs_relative(0, -1)
