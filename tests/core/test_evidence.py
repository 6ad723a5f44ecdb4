"""The integral of the likelihood: exact where it can be, and right to the last digit elsewhere."""

import math
import random
from fractions import Fraction

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mpmath import mp
from scipy import integrate

from core import bernoulli, evidence
from core.evidence import inverse_integral, likelihood_integral

EXAMPLES = settings(max_examples=100, deadline=None, derandomize=True)
MOST = 10**15


def exact_integral(k, n):
    return Fraction(1, (n + 1) * math.comb(n, k))


@st.composite
def counts(draw, least=0, most=MOST):
    n = draw(st.one_of(st.integers(least, min(2000, most)), st.integers(least, most)))
    few = st.integers(0, min(n, 2000))
    return draw(st.one_of(st.integers(0, n), few, few.map(lambda k: n - k))), n


def test_seven_ones_in_ten_weigh_a_1320th():
    assert inverse_integral(7, 10) == 1320
    mantissa, exponent = likelihood_integral(7, 10)
    assert exponent == -4
    assert mantissa == float(Fraction(10**4, 1320))


def test_it_is_the_area_under_the_likelihood():
    for k, n in ((0, 0), (0, 1), (1, 1), (7, 10), (0, 12), (30, 40)):
        area, _error = integrate.quad(
            lambda pi, k=k, n=n: bernoulli.likelihood(pi, k, n), 0.0, 1.0, epsabs=0.0, epsrel=1e-10
        )
        mantissa, exponent = likelihood_integral(k, n)
        assert mantissa * 10.0**exponent == pytest.approx(area, rel=1e-10, abs=0)


def test_of_few_observations_it_is_the_exact_fraction_rounded_once():
    for n in range(90):
        for k in range(n + 1):
            mantissa, exponent = likelihood_integral(k, n)
            assert 1.0 <= mantissa < 10.0
            assert mantissa == float(exact_integral(k, n) / Fraction(10) ** exponent)


@pytest.mark.parametrize("power", range(16))
def test_a_power_of_ten_has_the_mantissa_one(power):
    assert likelihood_integral(0, 10**power - 1) == (1.0, -power)


@EXAMPLES
@given(counts())
@example((1024, MOST))
@example((1025, MOST))
@example((1025, 2050))
@example((1024, 2048))
@example((MOST // 2, MOST))
@example((MOST // 3, MOST))
@example((28, 886602586363664))  # 10⁻⁴⁰⁴ less 3·10⁻¹⁷ of it: the mantissa rounds up to 10
@example((101, 38724300243911))
def test_the_mantissa_is_correctly_rounded_however_small_the_integral_is(data):
    k, n = data
    mantissa, exponent = likelihood_integral(k, n)
    with mp.workdps(90):
        log = mp.loggamma(k + 1) + mp.loggamma(n - k + 1) - mp.loggamma(n + 2)
        assert mantissa == float(mp.exp(log - exponent * mp.log(10)))
    assert 1.0 <= mantissa < 10.0


def test_the_logarithm_of_a_factorial_is_right_to_the_last_digits_of_fixed_point():
    with mp.workdps(90):
        for x in (1025, 1026, 5000, 10**6, 10**15):
            exact = mp.loggamma(x + 1)
            got = mp.mpf(evidence._ln_factorial(x)) / mp.mpf(evidence._fixed_point.ONE)
            assert abs(got - exact) < x * mp.mpf(2) ** -175


@EXAMPLES
@given(counts())
def test_zeros_and_ones_weigh_alike(data):
    k, n = data
    assert likelihood_integral(k, n) == likelihood_integral(n - k, n)
    assert inverse_integral(k, n) == inverse_integral(n - k, n)


def test_every_number_of_ones_is_equally_probable():
    """Times the number of orders, the integral is 1/(n+1), whatever k."""
    n = 37
    for k in range(n + 1):
        assert Fraction(math.comb(n, k), inverse_integral(k, n)) == Fraction(1, n + 1)


@EXAMPLES
@given(counts(least=1, most=10**6))
def test_it_lies_below_the_highest_likelihood(data):
    k, n = data
    mantissa, exponent = likelihood_integral(k, n)
    top, top_exponent = bernoulli.scaled_likelihood(k / n, k, n)
    assert (exponent, mantissa) <= (top_exponent, top)


# The integer beneath the fraction ---------------------------------------------------------------


@EXAMPLES
@given(counts(most=400))
def test_the_integer_is_given_where_it_has_at_most_forty_digits(data):
    k, n = data
    inverse = (n + 1) * math.comb(n, k)
    assert inverse_integral(k, n) == (inverse if len(str(inverse)) <= 40 else None)


def test_no_integer_of_forty_digits_is_passed_over():
    """For each number of ones, up to the n at which the integer grows too long."""
    for k in range(80):
        n = 2 * k
        while len(str((n + 1) * math.comb(n, k))) <= 40 and n < 2 * k + 300:
            assert inverse_integral(k, n) == (n + 1) * math.comb(n, k)
            n += 1
        if len(str((n + 1) * math.comb(n, k))) > 40:
            assert inverse_integral(k, n) is None


def test_the_longest_integers():
    assert inverse_integral(0, MOST) == MOST + 1
    assert inverse_integral(1, MOST) == (MOST + 1) * MOST
    assert inverse_integral(MOST // 2, MOST) is None
    assert inverse_integral(0, 0) == 1
    chance = random.Random(4)
    for _ in range(300):
        n = int(10 ** chance.uniform(0, 15))
        k = chance.randint(0, min(n, 9))
        inverse = inverse_integral(k, n)
        exact = (n + 1) * math.comb(n, k)
        assert inverse == (exact if exact < 10**40 else None)


def test_nothing_observed_weighs_one():
    assert likelihood_integral(0, 0) == (1.0, 0)


@pytest.mark.parametrize("function", [likelihood_integral, inverse_integral])
@pytest.mark.parametrize(
    ("k", "n", "message"),
    [
        (1, 0, r"k must be a whole number in \[0, n\] = \[0, 0\], got 1"),
        (-1, 5, r"k must be a whole number in \[0, 10+\], got -1"),
        (0, MOST + 1, r"n must be a whole number in \[0, 10+\], got 10+1"),
        (0.5, 5, "k must be a whole number in .*, got float 0.5"),
        (0, True, "n must be a whole number in .*, got bool True"),
    ],
)
def test_other_counts_are_refused(function, k, n, message):
    with pytest.raises(ValueError, match=message):
        function(k, n)
