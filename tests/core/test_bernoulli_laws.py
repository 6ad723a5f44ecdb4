"""Laws that hold for every π, k and n, and accuracy on numbers chosen at random."""

import math
import sys

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mpmath import mp

from core import bernoulli

EXAMPLES = settings(max_examples=250, deadline=None, derandomize=True)

probabilities = st.one_of(
    st.floats(0.0, 1.0),
    st.floats(0.0, 1e-300),
    st.integers(-1074, -1).map(lambda e: math.ldexp(1.0, e)),
    st.integers(-53, -1).map(lambda e: 1.0 - math.ldexp(1.0, e)),
)
inner = probabilities.filter(lambda p: 0.0 < p < 1.0)


@st.composite
def counts(draw, least=0, most=10**15):
    n = draw(st.one_of(st.integers(least, min(20, most)), st.integers(least, most)))
    k = draw(st.one_of(st.integers(0, n), st.sampled_from([0, n, min(1, n), max(n - 1, 0)])))
    return k, n


def assert_right(got, exact, scale=None):
    """Two units in the last place, of the value or of a larger scale."""
    if abs(exact) > sys.float_info.max:
        assert got == math.copysign(math.inf, exact)
        return
    allowed = max(4.5e-16 * abs(exact if scale is None else scale), 2 * mp.mpf(2) ** -1074)
    assert abs(mp.mpf(got) - exact) <= allowed, (got, exact)


@EXAMPLES
@given(inner, counts(least=1))
@example(5e-324, (0, 1))
@example(5e-324, (10**15, 10**15))
@example(1.0 - 2.0**-53, (0, 10**15))
@example(0.3, (500_000_000, 1_000_000_000))
@example(2.0**-1022, (0, 10**15))
def test_every_value_is_right_to_two_units(pi, data):
    k, n = data
    with mp.workprec(400):
        p = mp.mpf(pi)
        log_one, log_zero = mp.log(p), mp.log1p(-p)
        exact = k * log_one + (n - k) * log_zero
        assert_right(bernoulli.log_pmf(1, pi), log_one)
        assert_right(bernoulli.log_pmf(0, pi), log_zero)
        assert_right(bernoulli.pmf(0, pi), 1 - p)
        assert_right(bernoulli.log_likelihood(pi, k, n), exact)
        assert_right(bernoulli.binary_cross_entropy(pi, k, n), -exact / n)
        assert_right(bernoulli.likelihood(pi, k, n), mp.exp(exact) if exact > -800 else mp.zero)
        terms = k / p, (n - k) / (1 - p)
        assert_right(bernoulli.score(pi, k, n), terms[0] - terms[1])
        wanted = k / p**2 + (n - k) / (1 - p) ** 2
        assert_right(bernoulli.observed_information(pi, k, n), wanted)
        assert_right(bernoulli.fisher_information(pi, n), n / (p * (1 - p)))
        assert_right(bernoulli.entropy(pi), -p * log_one - (1 - p) * log_zero)
        q = k / n
        if 0.0 < q < 1.0:
            a = mp.mpf(q)
            cross = -a * log_one - (1 - a) * log_zero
            wanted = cross + a * mp.log(a) + (1 - a) * mp.log1p(-a)
            assert_right(bernoulli.kl_divergence(q, pi), wanted, cross)
        mantissa, exponent = bernoulli.scaled_likelihood(pi, k, n)
        assert 1.0 <= mantissa < 10.0
        assert mantissa == float(mp.exp(exact - exponent * mp.log(10)))


@EXAMPLES
@given(probabilities, counts())
def test_arrays_equal_scalars_bit_for_bit(pi, data):
    k, n = data
    array = np.array([pi, 0.5])
    for function in (
        bernoulli.likelihood,
        bernoulli.log_likelihood,
        bernoulli.binary_cross_entropy,
        bernoulli.score,
        bernoulli.observed_information,
    ):
        np.testing.assert_array_equal(function(array, k, n)[0], function(pi, k, n))
    assert bernoulli.fisher_information(array, n)[0] == bernoulli.fisher_information(pi, n)
    assert bernoulli.entropy(array)[0] == bernoulli.entropy(pi)
    assert bernoulli.kl_divergence(array, 0.3)[0] == bernoulli.kl_divergence(pi, 0.3)
    assert bernoulli.kl_divergence(0.3, array)[0] == bernoulli.kl_divergence(0.3, pi)
    assert bernoulli.log_pmf(0, array)[0] == bernoulli.log_pmf(0, pi)


@EXAMPLES
@given(probabilities, counts(least=1))
def test_one_optimum_for_all_three(pi, data):
    k, n = data
    best = bernoulli.mle(k, n)
    slack = 4e-16 * (1.0 + abs(bernoulli.log_likelihood(best, k, n)))
    assert bernoulli.log_likelihood(pi, k, n) <= bernoulli.log_likelihood(best, k, n) + slack
    assert bernoulli.likelihood(pi, k, n) <= bernoulli.likelihood(best, k, n) * (1 + 1e-9)
    least = bernoulli.binary_cross_entropy(best, k, n)
    assert bernoulli.binary_cross_entropy(pi, k, n) >= least * (1 - 4e-16)
    assert least == pytest.approx(bernoulli.entropy(best), rel=1e-15)


@EXAMPLES
@given(probabilities, counts(least=1))
def test_cross_entropy_is_entropy_plus_divergence(pi, data):
    k, n = data
    mle = bernoulli.mle(k, n)
    bce = bernoulli.binary_cross_entropy(pi, k, n)
    total = bernoulli.entropy(mle) + bernoulli.kl_divergence(mle, pi)
    assert total == pytest.approx(bce, rel=2e-15)
    assert -bernoulli.log_likelihood(pi, k, n) / n == pytest.approx(bce, rel=1e-15)


@EXAMPLES
@given(st.integers(0, 2**30), counts())
def test_exchanging_ones_and_zeros_mirrors_everything(numerator, data):
    k, n = data
    pi = numerator / 2**30  # 1 − π is exact
    for function in (
        bernoulli.likelihood,
        bernoulli.log_likelihood,
        bernoulli.scaled_likelihood,
        bernoulli.binary_cross_entropy,
    ):
        np.testing.assert_array_equal(function(1.0 - pi, n - k, n), function(pi, k, n))
    mirrored = bernoulli.score(1.0 - pi, n - k, n)
    assert -mirrored == pytest.approx(bernoulli.score(pi, k, n), rel=9e-16)


@EXAMPLES
@given(st.floats(0.05, 0.95), counts(most=10**4))
def test_derivatives_agree_with_finite_differences(pi, data):
    k, n = data
    h = 1e-5
    slope = (bernoulli.log_likelihood(pi + h, k, n) - bernoulli.log_likelihood(pi - h, k, n)) / (
        2 * h
    )
    score = bernoulli.score(pi, k, n)
    size = n / (pi * (1 - pi))
    assert slope == pytest.approx(score, abs=1e-5 * (size + 1))
    bend = -(bernoulli.score(pi + h, k, n) - bernoulli.score(pi - h, k, n)) / (2 * h)
    information = bernoulli.observed_information(pi, k, n)
    assert bend == pytest.approx(information, rel=1e-5, abs=1e-6)


@EXAMPLES
@given(inner, st.integers(1, 10**15))
def test_fisher_information_is_the_variance_of_one_score_times_n(pi, n):
    expected = pi * bernoulli.score(pi, 1, 1) ** 2 if pi > 1e-150 else math.inf
    wanted = n * (expected + (1 - pi) * bernoulli.score(pi, 0, 1) ** 2)
    if math.isfinite(wanted):
        assert bernoulli.fisher_information(pi, n) == pytest.approx(wanted, rel=1e-9)


@EXAMPLES
@given(probabilities, probabilities)
def test_divergence_is_never_negative_and_vanishes_only_in_agreement(p, q):
    divergence = bernoulli.kl_divergence(p, q)
    assert divergence >= 0.0
    if p == q:
        assert divergence == 0.0
    if abs(p - q) > 1e-6:
        assert divergence > 0.0


@EXAMPLES
@given(st.floats(0.05, 0.95), counts(most=300))
def test_scaled_likelihood_is_the_likelihood(pi, data):
    mantissa, exponent = bernoulli.scaled_likelihood(pi, *data)
    wanted = bernoulli.likelihood(pi, *data)
    if wanted > 1e-290:
        assert float(f"{mantissa!r}e{exponent}") == pytest.approx(wanted, rel=1e-15)
