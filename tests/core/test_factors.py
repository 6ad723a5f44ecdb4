"""What is left after m factors."""

import math

import numpy as np
import pytest

from core.factors import (
    NORMAL_FLOAT32,
    NORMAL_FLOAT64,
    SMALLEST_FLOAT32,
    SMALLEST_FLOAT64,
    Fate,
    float_text,
    ones_among,
    reading,
)
from core.observations import Observations
from core.underflow import products

TEN = Observations((1, 0, 1, 1, 0, 1, 1, 1, 0, 1))


def read(observations, pi, m):
    return reading(products(observations, pi, 3000), observations, pi, m)


def test_the_limits_of_the_formats_are_those_of_ieee_754():
    assert SMALLEST_FLOAT64 == 2.0**-1074
    assert SMALLEST_FLOAT32 == 2.0**-149
    assert NORMAL_FLOAT64 == 2.0**-1022
    assert NORMAL_FLOAT32 == 2.0**-126


def test_half_to_the_200_is_read_in_all_three_ways():
    found = read(TEN, 0.5, 200)
    assert (found.m, found.ones) == (200, 140)
    assert found.float64 == "6.223015277861142×10⁻⁶¹"
    assert (found.float32, found.float32_fate) == ("0", Fate.UNDERFLOW)
    assert found.float64_fate is Fate.FINE
    assert found.log_likelihood == pytest.approx(200 * math.log(0.5), rel=1e-15)
    assert found.mantissa == pytest.approx(6.223015277861142, rel=3e-16)
    assert found.exponent10 == -61


@pytest.mark.parametrize(
    ("m", "fate"),
    [(1022, Fate.FINE), (1023, Fate.SUBNORMAL), (1074, Fate.SUBNORMAL), (1075, Fate.UNDERFLOW)],
)
def test_half_goes_through_the_subnormal_numbers_to_0(m, fate):
    assert read(TEN, 0.5, m).float64_fate is fate


def test_a_product_of_factors_above_one_half_gets_stuck():
    found = read(Observations([1]), 0.6, 2500)
    assert (found.float64, found.float64_fate) == ("5×10⁻³²⁴", Fate.STUCK)
    assert (found.float32, found.float32_fate) == ("1×10⁻⁴⁵", Fate.STUCK)
    assert found.exponent10 == -555


def test_a_true_0_is_nobodys_fault():
    found = read(TEN, 1.0, 2)
    assert found.float64_fate is found.float32_fate is Fate.IMPOSSIBLE
    assert (found.log_likelihood, found.mantissa) == (-math.inf, 0.0)
    assert read(TEN, 1.0, 1).float64_fate is Fate.FINE


def test_without_observations_the_product_is_1():
    found = read(Observations(), 0.3, 700)
    assert (found.float64, found.ones, found.log_likelihood) == ("1", 0, 0.0)
    assert (found.mantissa, found.exponent10) == (1.0, 0)


def test_the_ones_of_repeated_data_are_counted():
    assert [ones_among(TEN, m) for m in (0, 1, 2, 9, 10, 11, 25)] == [0, 1, 1, 6, 7, 8, 17]
    counts = Observations.from_counts(2, 5)
    assert [ones_among(counts, m) for m in (1, 2, 3, 5, 6, 12)] == [1, 2, 2, 2, 3, 6]
    assert ones_among(Observations(), 9) == 0


def test_a_reading_beyond_the_products_is_refused():
    with pytest.raises(ValueError, match="m must be a whole number"):
        read(TEN, 0.5, 3001)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (np.float64(0.0), "0"),
        (np.float64(0.1), "0.1"),
        (np.float32(0.1), "0.1"),
        (np.float64(0.1) * 3, "0.30000000000000004"),
        (np.float64(1.0), "1"),
        (np.float64(2.0**-1074), "5×10⁻³²⁴"),
        (np.float32(1.7e-20), "1.7×10⁻²⁰"),
    ],
)
def test_a_float_is_written_in_the_shortest_digits_that_give_it_back(value, text):
    assert float_text(value) == text
