"""The values of the chain's curves, below what float64 holds, too."""

import math
from fractions import Fraction
from itertools import product

import pytest

from core import bernoulli
from core.chain import Chain, chain_curve
from core.chain_value import chain_value

ON = list(product((False, True), repeat=4))


def value(pi, k, n, steps):
    scaled = bernoulli.scaled_likelihood(pi, k, n)
    return chain_value(scaled, bernoulli.log_likelihood(pi, k, n), n, steps)


@pytest.mark.parametrize("steps", ON)
def test_each_of_the_sixteen_values_is_the_one_worked_out_from_the_likelihood(steps):
    multiplied, log, minus, mean = steps
    expected = 0.42**7 * 0.58**3 if multiplied else 1.0
    if log:
        expected = math.log(expected)
    expected = (-expected if minus else expected) / (10 if mean else 1)
    mantissa, exponent10 = value(0.42, 7, 10, steps)
    assert mantissa * 10.0**exponent10 == pytest.approx(expected, rel=1e-13)
    assert log or 1 <= abs(mantissa) < 10
    assert exponent10 == 0 or not log


@pytest.mark.parametrize("steps", ON)
def test_each_value_lies_on_the_curve_of_the_chain(steps):
    mantissa, exponent10 = value(0.42, 7, 10, steps)
    drawn = chain_curve(0.42, 7, 10, Chain(*map(float, steps)))
    assert mantissa * 10.0**exponent10 == pytest.approx(drawn, rel=1e-14)


@pytest.mark.parametrize("n", [2, 3, 7, 10, 999, 10**15])
def test_the_mean_divides_the_mantissa_and_keeps_its_form(n):
    k = n // 2
    mantissa, exponent10 = value(0.3, k, n, (True, False, False, False))
    mean, shifted = value(0.3, k, n, (True, False, False, True))
    assert 1 <= mean < 10
    exact = Fraction(mantissa) / n * Fraction(10) ** (exponent10 - shifted)
    assert abs(Fraction(mean) - exact) <= exact * Fraction(1, 2**52)


def test_a_mantissa_that_would_round_to_ten_stays_below_it():
    # The float64 1.2 is a little less than 1.2, and so is its twelfth than a tenth.
    mantissa, exponent10 = chain_value((1.2, 0), 0.0, 12, (True, False, False, True))
    assert (mantissa, exponent10) == (math.nextafter(10.0, 0.0), -2)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ((True, False, False, False), 0.0),
        ((True, False, True, True), 0.0),
        ((True, True, False, False), -math.inf),
        ((True, True, True, True), math.inf),
    ],
)
def test_an_impossible_pi_has_likelihood_zero_and_an_infinite_logarithm(steps, expected):
    mantissa, exponent10 = value(0.0, 7, 10, steps)
    assert (mantissa, exponent10) == (expected, 0)
    assert math.copysign(1.0, mantissa) == math.copysign(1.0, expected)


@pytest.mark.parametrize("steps", ON)
def test_without_observations_the_curve_is_one_and_its_logarithm_zero(steps):
    _product, log, minus, _mean = steps
    assert value(0.3, 0, 0, steps) == (0.0 if log else -1.0 if minus else 1.0, 0)
