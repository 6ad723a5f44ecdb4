"""Numbers of any size."""

import math
from decimal import Decimal

import pytest

from core.lessons import number
from core.lessons.errors import ExpressionError


@pytest.mark.parametrize(
    ("a", "sign", "b", "result"),
    [
        (1, "+", 2, 3),
        (2, "**", 100, 2**100),
        (2, "**", -1, 0.5),
        (7, "/", 10, 0.7),
        (7, "//", 2, 3),
        (-7, "%", 3, 2),
        (7.5, "//", 2, 3.0),
        (0.5, "*", 0.0, 0.0),
        (1.0, "-", 1.0, 0.0),
        (math.inf, "+", 1, math.inf),
        (1, "/", math.inf, 0.0),
        (Decimal("1e400"), "-", math.inf, -math.inf),
        (Decimal("-1e400"), "*", math.inf, -math.inf),
        (0, "-", math.inf, -math.inf),
        (Decimal("1e-400"), "*", Decimal("1e400"), 1.0),
    ],
)
def test_arithmetic(a, sign, b, result):
    made = number.combined(sign, a, b)
    assert made == result
    assert type(made) is type(result)


@pytest.mark.parametrize(
    ("a", "sign", "b", "result"),
    [
        (0.5, "**", 2000, "8.70980981621721667557619549477887229585910374270538862091E-603"),
        (1e-300, "*", 1e-300, "1E-600"),
        (1e300, "*", 1e300, "1E+600"),
        (1e-300, "/", 1e300, "1E-600"),
        (10, "**", 5000, "1E+5000"),
        (10.0, "**", 5000, "1E+5000"),
        (10**59, "*", 10**59, "1E+118"),
        (2.0**-1074, "/", 2, "2.470328229206232720882843964341106861825E-324"),
    ],
)
def test_what_float64_has_no_digits_for_becomes_decimal(a, sign, b, result):
    made = number.combined(sign, a, b)
    assert isinstance(made, Decimal)
    assert math.isclose(made / Decimal(result), 1.0, rel_tol=1e-15)


@pytest.mark.parametrize(
    ("a", "sign", "b", "words"),
    [
        (1, "/", 0, "divides by zero"),
        (0.0, "**", -1, "divides by zero"),
        (1, "%", 0.0, "divides by zero"),
        (-2.0, "**", 0.5, "root of a negative"),
        (math.inf, "-", math.inf, "nan"),
        (Decimal("1e400"), "%", 3, "beyond float64"),
        (10, "**", 10**16, "too large or too small a power"),
        (Decimal("1e-400"), "**", Decimal("1e-400"), None),
        (Decimal("-1e400"), "**", 0.5, "no result"),
        (Decimal("1e400000000000000000"), "**", 10, "no result"),
    ],
)
def test_what_has_no_value_says_why(a, sign, b, words):
    if words is None:
        assert number.combined(sign, a, b) == 1
        return
    with pytest.raises(ExpressionError, match=words) as caught:
        number.combined(sign, a, b)
    assert caught.value.reason == "value"


def test_zero_has_no_sign():
    assert math.copysign(1.0, number.settled(-0.0)) == 1.0
    assert number.settled(Decimal(0)) == 0.0


def test_a_mantissa_and_an_exponent_are_one_number():
    assert number.scaled(7.0, -1) == 0.7
    assert number.scaled(2.5, -531) == Decimal("2.5E-531")
    assert number.scaled(0.0, 0) == 0.0


def test_logarithms_exponentials_and_roots_reach_as_far():
    assert number.logarithm(0) == -math.inf
    assert number.logarithm(math.e) == 1.0
    assert number.logarithm(Decimal("1e-1000")) == pytest.approx(-1000 * math.log(10))
    assert number.exponential(-math.inf) == 0.0
    assert number.exponential(math.inf) == math.inf
    assert number.exponential(1) == math.e
    assert number.logarithm(number.exponential(-20_000)) == -20_000.0
    assert number.root(4) == 2.0
    assert number.root(Decimal("1e-800")) == Decimal("1e-400")


@pytest.mark.parametrize(
    ("call", "value", "words"),
    [
        (number.logarithm, -1, "logarithm of a negative"),
        (number.root, -1.0, "square root of a negative"),
        (number.exponential, 1e16, "too large or too small a power"),
    ],
)
def test_outside_its_domain_a_function_says_so(call, value, words):
    with pytest.raises(ExpressionError, match=words):
        call(value)


def test_a_sign_takes_no_digits_away():
    far = Decimal("1.234567890123456789012345678901234567e-2000000")
    assert number.negative(number.negative(far)) == far
    assert number.magnitude(number.negative(far)) == far
    assert number.exponential(10**15) > 0
    assert (number.negative(0.0), number.negative(3), number.magnitude(-2.5)) == (0.0, -3, 2.5)
    assert math.copysign(1.0, number.negative(0.0)) == 1.0


def test_numbers_are_the_same_when_they_agree_to_fourteen_digits():
    assert number.same(0.1 + 0.2, 0.3)
    assert not number.same(0.3, 0.3 + 1e-13)
    assert number.same(math.inf, math.inf)
    assert not number.same(math.inf, 1)
    assert not number.same(10**20, 10**20 + 1)
    assert number.same(Decimal("1e-400"), Decimal("1e-400"))
    assert not number.same(Decimal("1e-400"), 0)
