"""The pairs of doubles and the fixed-point numbers, judged by mpmath."""

import math
import random

import numpy as np
import pytest
from mpmath import mp

from core import _double_double as dd
from core import _fixed_point as fixed


@pytest.fixture(autouse=True)
def _digits():
    with mp.workdps(150):
        yield


def hard_numbers(count: int) -> list[float]:
    """Numbers in (0, 1): ordinary, tiny, near 1, and near the table's reciprocals."""
    chance = random.Random(20)
    numbers = [5e-324, 2.0**-1022, 0.5, math.sqrt(0.5), 1.0 - 2.0**-53]
    for _ in range(count):
        numbers += [
            chance.random(),
            10.0 ** chance.uniform(-323.0, 0.0),
            1.0 - 10.0 ** chance.uniform(-15.0, -1.0),
            256 / chance.randint(362, 724) * (1 + 10.0 ** chance.uniform(-16, -3)),
        ]
    return numbers


NUMBERS = hard_numbers(250)


def relative_error(pair, exact):
    return abs((mp.mpf(pair[0]) + mp.mpf(pair[1]) - exact) / exact)


def test_logarithm_keeps_25_digits_also_near_one():
    assert max(relative_error(dd.log(x, 0.0), mp.log(x)) for x in NUMBERS) < 1e-25


def test_logarithm_of_the_unrounded_complement():
    numbers = [x for x in NUMBERS if x > 1e-290]
    errors = [relative_error(dd.log(*dd.one_minus(x)), mp.log1p(-mp.mpf(x))) for x in numbers]
    assert max(errors) < 1e-25


def test_complement_of_a_subnormal_number_is_not_lost():
    assert dd.log(*dd.one_minus(5e-324)) == (-5e-324, 0.0)


@pytest.mark.parametrize("name", ["add", "multiply", "divide"])
def test_arithmetic_keeps_30_digits(name):
    chance = random.Random(3)
    exact = {"add": mp.fadd, "multiply": mp.fmul, "divide": mp.fdiv}[name]
    for _ in range(300):
        a, b = chance.uniform(0.1, 10), chance.uniform(0.1, 10)
        low_a, low_b = a * chance.uniform(-1e-16, 1e-16), b * chance.uniform(-1e-16, 1e-16)
        wanted = exact(mp.mpf(a) + mp.mpf(low_a), mp.mpf(b) + mp.mpf(low_b))
        assert relative_error(getattr(dd, name)(a, low_a, b, low_b), wanted) < 1e-30


def test_exact_sum_and_product():
    assert dd.two_sum(1e-20, 1.0) == (1.0, 1e-20)
    assert dd.fast_two_sum(1.0, 1e-20) == (1.0, 1e-20)
    high, low = dd.two_prod(0.1, 0.3)
    assert mp.mpf(high) + mp.mpf(low) == mp.mpf(0.1) * mp.mpf(0.3)


def exponents() -> list[tuple[float, float]]:
    chance = random.Random(4)
    high = [-(10.0 ** chance.uniform(-18, 2.87)) for _ in range(500)]
    return [(a, a * chance.uniform(-1e-16, 1e-16)) for a in high]


def test_exponential_is_rounded_to_within_0_6_units():
    for a, low in exponents():
        exact = mp.exp(mp.mpf(a) + mp.mpf(low))
        assert abs(mp.mpf(dd.exp(a, low)) - exact) <= 0.6 * math.ulp(float(exact))


def test_exponential_underflows_gradually_with_ties_to_even():
    half_of_the_least = dd.multiply(*dd.log(0.5, 0.0), 1075.0, 0.0)
    assert dd.exp(*half_of_the_least) == 0.0
    assert dd.exp(*dd.multiply(*dd.log(0.5, 0.0), 1074.0, 0.0)) == 5e-324
    assert dd.exp(-745.0, 0.0) == 5e-324  # 0.57 of it, rounded once
    assert dd.exp(-745.2, 0.0) == 0.0
    assert dd.exp(-801.0, 0.0) == 0.0


def test_arrays_equal_scalars_bit_for_bit():
    x = np.array(NUMBERS)
    zeros = np.zeros_like(x)
    assert list(zip(*(part.tolist() for part in dd.log(x, zeros)), strict=True)) == [
        dd.log(value, 0.0) for value in NUMBERS
    ]
    pairs = [*exponents(), (-801.0, 0.0)]
    columns = np.array(pairs)
    assert dd.exp(columns[:, 0], columns[:, 1]).tolist() == [dd.exp(*pair) for pair in pairs]


def test_fixed_point_logarithm_and_exponential():
    chance = random.Random(5)
    for _ in range(200):
        mantissa, exponent = chance.getrandbits(chance.randint(1, 400)) | 1, chance.randint(-999, 9)
        exact = (mp.log(mantissa) + exponent * mp.log(2)) * fixed.ONE
        assert abs(mp.mpf(fixed.ln(mantissa, exponent)) - exact) < 2**22
        x = chance.randrange(3 * fixed.ONE)
        exact = mp.exp(mp.mpf(x) / fixed.ONE) * fixed.ONE
        assert abs(mp.mpf(fixed.exp(x)) - exact) < 2**22
    assert fixed.ln(1, 0) == 0
    assert fixed.exp(0) == fixed.ONE
    assert abs(mp.mpf(fixed.ln_ten()) - mp.log(10) * fixed.ONE) < 2**20
