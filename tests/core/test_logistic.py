"""The logistic model's predictions, losses and gradient: right in each digit, at every size."""

import json
import math
import random
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from mpmath import mp
from sklearn.metrics import log_loss

from core import _logits, bernoulli, logistic

EXAMPLES = json.loads(
    (Path(__file__).parents[2] / "resources" / "examples.json").read_text(encoding="utf-8")
)["labelled"]
TEN = next(one for one in EXAMPLES if one["id"] == "ten-points")
LARGEST = sys.float_info.max
ULP = 2.0**-52
INF = math.inf


def exact_logit(x, w, b):
    return mp.mpf(w) * mp.mpf(x) + mp.mpf(b)


def exact_softplus(z):
    return mp.log1p(mp.exp(-abs(z))) + max(z, 0)


def assert_right(got, exact, units, product=0.0):
    """Agreement to so many units in the last place; subnormal numbers to as many of their own.

    The logit itself is right to 104 bits of the product w·x, which b may cancel.
    """
    if abs(exact) > LARGEST:
        assert got == math.copysign(INF, exact)
    else:
        share = units * ULP + abs(product) * 2.0**-104
        allowed = max(share * abs(exact), units * mp.mpf(2) ** -1074)
        assert abs(mp.mpf(got) - exact) <= allowed, (got, mp.nstr(exact, 20))


# Logits of every size, also where w·x and b nearly cancel.
SPREAD = st.builds(
    lambda sign, digits, exponent: sign * digits * 10.0**exponent,
    st.sampled_from([-1.0, 1.0]),
    st.floats(1.0, 9.9),
    st.floats(-30.0, 30.0),
)
LOGITS = st.floats(-800.0, 800.0) | SPREAD


@settings(deadline=None)
@given(x=SPREAD, w=SPREAD, z=LOGITS, y=st.integers(0, 1))
def test_each_value_is_right_to_units_in_the_last_place(x, w, z, y):
    b = float(z - w * x)
    with mp.workdps(120):
        logit = exact_logit(x, w, b)
        assert_right(logistic.predict(x, w, b), 1 / (1 + mp.exp(-logit)), 4, w * x)
        away = -logit if y else logit
        loss = exact_softplus(away)
        assert_right(logistic.losses([x], [y], w, b)[0], loss, 4, w * x)
        assert_right(logistic.binary_cross_entropy([x], [y], w, b), loss, 4, w * x)
        residual = (1 - 2 * y) / (1 + mp.exp(-away))
        dw, db = logistic.gradient([x], [y], w, b)
        assert_right(db, residual, 4, w * x)
        if abs(residual) > sys.float_info.min:  # it has all its digits
            assert_right(dw, residual * mp.mpf(x), 5, w * x)


@pytest.mark.parametrize(
    ("x", "w", "b"),
    [
        (1.0, 1e308, 0.0),
        (-1.0, 1e308, 1e300),
        (1e150, 1e154, -1e304),
        (1e200, 1.5e108, -1.5e308),  # w·x overflows or nearly does, the logit does not
        (2e200, 1e108, -1.0e308),
        (-2e200, 1e108, 1.2e308),
        (1e154, 1.2e154, -1.2e308),
        (LARGEST, 1.0, LARGEST),  # the logit overflows
        (LARGEST, LARGEST, -LARGEST),
        (-LARGEST, LARGEST, LARGEST),
        (LARGEST, 0.5, -LARGEST / 2 + 1e292),
        (LARGEST, 2.0**-1000, -float(2**24) + 3.5),
        (5e-324, LARGEST, 0.0),
        (5e-324, 5e-324, -5e-324),
        (0.0, LARGEST, 0.75),
        (0.0, LARGEST, -LARGEST),
    ],
)
@pytest.mark.parametrize("y", [0, 1])
def test_at_the_ends_of_float64(x, w, b, y):
    with mp.workprec(2400):
        logit = exact_logit(x, w, b)
        share = mp.mpf(0) if logit < -(10**6) else 1 / (1 + mp.exp(-min(logit, 10**6)))
        assert_right(logistic.predict(x, w, b), share, 4)
        away = -logit if y else logit
        size = min(abs(away), 10**6)
        assert_right(logistic.losses([x], [y], w, b)[0], max(away, 0) + mp.log1p(mp.exp(-size)), 4)
        residual = mp.mpf(0) if away < -(10**6) else 1 / (1 + mp.exp(-min(away, 10**6)))
        dw, db = logistic.gradient([x], [y], w, b)
        assert_right(abs(db), residual, 4)
        assert_right(abs(dw), residual * abs(mp.mpf(x)), 5)


ANY = st.floats(allow_nan=False, allow_infinity=False)


@settings(max_examples=500, deadline=None)
@given(
    x=ANY | st.floats(-100.0, 100.0),
    w=ANY | st.floats(-100.0, 100.0),
    b=ANY | st.floats(-1e4, 1e4),
)
def test_the_logarithm_of_a_tail_is_right_at_every_size(x, w, b):
    got = logistic.log10_tail(x, w, b)
    with mp.workprec(5000):  # every sum of a product and a float64 is exact in it
        exact = -abs(exact_logit(x, w, b))
        exact /= mp.log(10)
        assert abs(mp.mpf(str(got)) - exact) <= mp.mpf(10) ** -48 * abs(exact)


@settings(max_examples=300, deadline=None)
@given(x=st.floats(-1e3, 1e3), w=st.floats(-1e3, 1e3), z=st.floats(50.0, 1e5), y=st.integers(0, 1))
def test_a_tail_is_the_rare_probability_and_the_loss_of_the_other_label(x, w, z, y):
    b = (z if y else -z) - w * x
    exact_z = exact_logit(x, w, b)
    assume(abs(exact_z) > 50.0)
    y = int(exact_z > 0)
    with mp.workdps(60):
        tail = mp.mpf(10) ** mp.mpf(str(logistic.log10_tail(x, w, b)))
        small = 1 / (1 + mp.exp(abs(exact_logit(x, w, b))))
        loss = mp.log1p(mp.exp(-abs(exact_logit(x, w, b))))
        assert abs(tail - small) <= 1e-21 * small
        assert abs(tail - loss) <= 1e-21 * loss
    if small > 1e-300:
        assert logistic.losses([x], [y], w, b)[0] == pytest.approx(float(tail), rel=1e-14)
        signs = (-1, 1) if y else (1, -1)
        rare = logistic.predict(x, signs[0] * w, signs[0] * b)
        assert rare == pytest.approx(float(tail), rel=1e-14)


def test_where_the_logit_is_0_nothing_is_taken_away():
    assert logistic.log10_tail(3.0, 2.0, -6.0) == 0


@pytest.mark.parametrize(("x", "w", "b"), [(INF, 1, 1), (1, "2", 1), (1, 1, math.nan)])
def test_a_tail_of_anything_else_is_refused(x, w, b):
    with pytest.raises(ValueError, match="must be a finite number"):
        logistic.log10_tail(x, w, b)


def test_a_product_that_b_cancels_wholly_is_exact():
    # All that is left of z is what w·x lost when it was rounded: 106 bits are needed.
    numbers = random.Random(5)
    for _ in range(300):
        x, w = (
            math.ldexp(numbers.choice((-1, 1)) * (2 * numbers.randrange(2**51, 2**52) + 1), -22)
            for _ in range(2)
        )
        b = -(x * w)
        z = Fraction(x) * Fraction(w) + Fraction(b)
        assert float(z) == z
        for y, away in ((0, float(z)), (1, -float(z))):
            wanted = float(exact_softplus(mp.mpf(away)))
            assert logistic.losses([x], [y], w, b)[0] == pytest.approx(wanted, rel=4 * ULP)


def test_the_products_digits_where_b_cancels_seventeen_of_them():
    x, w, b = -2322005871.522596, -1166290302.7193205, -2.708132930814128e18
    z = Fraction(x) * Fraction(w) + Fraction(b)
    assert -1000 < z < 1000
    with mp.workdps(60):
        assert_right(logistic.predict(x, w, b), 1 / (1 + mp.exp(-exact_logit(x, w, b))), 3)


@pytest.mark.parametrize("x", [LARGEST, -LARGEST, math.ldexp(2.0 - 2.0**-30, 1023)])
@pytest.mark.parametrize("z", [0.3, -2.0])
def test_the_largest_numbers_can_be_parted_too(x, z):
    w = z / x
    with mp.workdps(60):
        exact = 1 / (1 + mp.exp(-exact_logit(x, w, 0.1)))
        assert_right(logistic.predict(x, w, 0.1), exact, 3)
        assert_right(logistic.predict(w, x, 0.1), exact, 3)


def test_a_mean_is_finite_where_the_sum_is_not():
    x = np.full(20_000, 1.7e308)
    y = np.zeros(x.size)
    assert logistic.binary_cross_entropy(x, y, 1.0, 0.0) == pytest.approx(1.7e308, rel=1e-13)
    assert logistic.gradient(x, y, 1.0, 0.0) == (pytest.approx(1.7e308, rel=1e-13), 1.0)
    balanced = logistic.gradient(np.append(x, -x), np.append(y, y), 0.0, 50.0)[0]
    assert balanced == pytest.approx(0.0, abs=1e-15 * 1.7e308)


def test_a_mean_is_finite_where_a_loss_is_not():
    x = np.zeros(1000)
    x[7] = 1e200
    assert logistic.losses(x, np.zeros(1000), 1e109, 0.0)[7] == INF
    mean = logistic.binary_cross_entropy(x, np.zeros(1000), 1e109, 0.0)
    assert mean == pytest.approx(1e306, rel=1e-13)


@pytest.mark.parametrize("x", [1e20, 2.2e15])  # in one block of losses, and in their sum alone
def test_a_mean_beyond_float64_is_infinite(x):
    xs = np.full(2 * _logits.BLOCK, x)
    assert logistic.binary_cross_entropy(xs, np.zeros(xs.size), 1.5e308, 0.0) == INF


def test_no_examples():
    assert math.isnan(logistic.binary_cross_entropy([], [], 1.0, 2.0))
    assert all(map(math.isnan, logistic.gradient([], [], 1.0, 2.0)))
    assert logistic.losses([], [], 1.0, 2.0).shape == (0,)
    assert logistic.predict([], 1.0, 2.0).shape == (0,)


def test_a_number_gives_a_float_and_an_array_its_own_shape():
    one = logistic.predict(2, 0.5, -1)
    assert type(one) is float
    assert one == 0.5
    assert type(logistic.predict(np.float32(2.0), 0.5, -1)) is float
    found = logistic.predict(np.arange(6).reshape(2, 3), 1.0, 0.0)
    assert found.shape == (2, 3)
    assert found[1, 2] == logistic.predict(5.0, 1.0, 0.0)
    assert logistic.predict([[0.0]], 1.0, 0.0).tolist() == [[0.5]]


def test_truth_values_are_numbers():
    x = [True, False, True, True, False, True]
    y = [1, 0, 0, 1, 1, 0]
    assert logistic.fit(x, y) == logistic.fit(np.array(x, float), y)
    assert logistic.predict(np.array(x), 2.0, -1.0).tolist() == [
        logistic.predict(float(value), 2.0, -1.0) for value in x
    ]


def test_what_labels_and_numbers_may_be_written_as():
    wanted = logistic.losses([1.0, 2.0, 3.0], [0, 1, 1], 0.3, -1.0)
    for x in ((1, 2, 3), np.array([1, 2, 3], np.int8), np.array([1, 0, 2, 0, 3, 0.0])[::2]):
        for y in ([False, True, True], [0.0, 1.0, 1.0], np.array([0, 1, 1], np.uint8)):
            found = logistic.losses(x, y, np.float64(0.3), np.int64(-1))
            np.testing.assert_array_equal(found, wanted)


def test_a_shared_probability_costs_what_the_bernoulli_formula_says():
    y = [1, 0, 1, 1, 0, 1, 1, 1, 0, 1]
    b = math.log(0.6 / 0.4)
    got = logistic.binary_cross_entropy(range(10), y, 0.0, b)
    assert got == pytest.approx(bernoulli.binary_cross_entropy(0.6, 7, 10), rel=1e-15)


def test_agrees_with_scikit_learn():
    random = np.random.default_rng(2)
    for n in (1, 2, 10, 1000, 2 * _logits.BLOCK + 3):
        x = random.normal(size=n) * 3.0
        y = random.integers(0, 2, n)
        wanted = log_loss(y, 1.0 / (1.0 + np.exp(-(1.3 * x - 0.4))), labels=[0, 1])
        got = logistic.binary_cross_entropy(x, y, 1.3, -0.4)
        assert got == pytest.approx(wanted, rel=1e-12)
        assert logistic.losses(x, y, 1.3, -0.4).mean() == pytest.approx(got, rel=1e-14)


def test_the_published_minimum_with_an_l2_penalty():
    """There w²/2 + Σ loss is least: the slope of the sum along w is −w, that along b is 0.

    Its solver stopped a thousandth too early.
    """
    place = TEN["published_with_l2"]
    x, y, w, b = TEN["x"], TEN["y"], place["w"], place["b"]
    loss = logistic.binary_cross_entropy(x, y, w, b)
    assert loss == pytest.approx(place["binary_cross_entropy"], abs=5e-6)
    dw, db = logistic.gradient(x, y, w, b)
    assert len(x) * dw == pytest.approx(-w, rel=2e-3)
    assert len(x) * db == pytest.approx(0.0, abs=1e-4)


@settings(max_examples=200, deadline=None)
@given(data=st.data(), exponent=st.integers(-150, 150))
def test_the_gradient_is_the_slope_of_the_loss(data, exponent):
    n = data.draw(st.integers(1, 12))
    scale = 10.0**exponent
    shape = np.array(data.draw(st.lists(st.floats(-1.0, 1.0), min_size=n, max_size=n)))
    y = data.draw(st.lists(st.integers(0, 1), min_size=n, max_size=n))
    w = data.draw(st.floats(-20.0, 20.0)) / scale
    b = data.draw(st.floats(-20.0, 20.0))
    x = shape * scale

    def fourth_order(loss, step):
        return (loss(-2 * step) - 8 * loss(-step) + 8 * loss(step) - loss(2 * step)) / (12 * step)

    h = 2.0**-9
    along_w = fourth_order(
        lambda d: logistic.binary_cross_entropy(x, y, w + d / scale, b), h
    )  # per 1/scale
    along_b = fourth_order(lambda d: logistic.binary_cross_entropy(x, y, w, b + d), h)
    dw, db = logistic.gradient(x, y, w, b)
    assert dw / scale == pytest.approx(along_w, abs=1e-10)
    assert db == pytest.approx(along_b, abs=1e-10)


def test_the_gradient_of_the_largest_x():
    """Far from the curve's bend the loss is straight, and its slope is x."""
    x, y = [1e150, -1e150, 3e149], [0, 1, 1]
    dw, db = logistic.gradient(x, y, 1e154, 0.0)
    assert dw == pytest.approx(2e150 / 3, rel=1e-15)
    assert db == 0.0


def test_many_examples_are_the_mean_of_their_parts():
    random = np.random.default_rng(3)
    n = 3 * _logits.BLOCK + 11
    x, y = random.normal(size=n), random.integers(0, 2, n)
    each = logistic.losses(x, y, 2.0, -1.0)
    wanted = math.fsum(each) / n
    assert logistic.binary_cross_entropy(x, y, 2.0, -1.0) == pytest.approx(wanted, rel=1e-15)
    gaps = logistic.predict(x, 2.0, -1.0) - y
    dw, db = logistic.gradient(x, y, 2.0, -1.0)
    assert dw == pytest.approx(math.fsum(gaps * x) / n, rel=1e-12)
    assert db == pytest.approx(math.fsum(gaps) / n, rel=1e-12)


def test_the_unchecked_functions_say_the_same():
    x = np.array(TEN["x"])
    y = np.array(TEN["y"], np.uint8)
    loss, dw, db = _logits.loss_and_gradient(x, y, 0.7, -0.2)
    assert loss == _logits.mean_loss(x, y, 0.7, -0.2)
    assert loss == logistic.binary_cross_entropy(x, y, 0.7, -0.2)
    assert (dw, db) == _logits.mean_gradient(x, y, 0.7, -0.2) == logistic.gradient(x, y, 0.7, -0.2)
    np.testing.assert_array_equal(_logits.predictions(x, 0.7, -0.2), logistic.predict(x, 0.7, -0.2))
    np.testing.assert_array_equal(_logits.losses(x, y, 0.7, -0.2), logistic.losses(x, y, 0.7, -0.2))


ONE_OF_EACH = ([1.0, 2.0], [0, 1])


@pytest.mark.parametrize(
    ("x", "y", "said"),
    [
        ([1.0, math.nan], [0, 1], r"x\[1\] must be finite, got nan"),
        ([-INF, 1.0], [0, 1], r"x\[0\] must be finite, got -inf"),
        (["1", "2"], [0, 1], r"x must hold finite numbers, got \['1', '2'\]"),
        ([1j, 2.0], [0, 1], r"x must hold finite numbers"),
        ([[1.0], [2.0, 3.0]], [0, 1], r"x must hold finite numbers, got \[\[1.0\], \[2.0, 3.0\]\]"),
        ([10**400, 1], [0, 1], r"x must hold finite numbers"),
        (None, [0, 1], r"x must hold finite numbers, got None"),
        ([1.0, 2.0], [0, 2], r"y\[1\] must be 0 or 1, got 2"),
        ([1.0, 2.0], [0, -1], r"y\[1\] must be 0 or 1, got -1"),
        ([1.0, 2.0], [0.5, 1], r"y\[0\] must be 0 or 1, got 0.5"),
        ([1.0, 2.0], [0, math.nan], r"y\[1\] must be 0 or 1, got nan"),
        ([1.0, 2.0], ["0", "1"], r"y must hold 0 or 1, got \['0', '1'\]"),
        ([1.0, 2.0], [0, 1, 1], r"the same length, got shapes \(2,\) and \(3,\)"),
        ([1.0, 2.0], 1, r"the same length, got shapes \(2,\) and \(\)"),
        (1.0, 1, r"one dimension and the same length, got shapes \(\) and \(\)"),
        ([[1.0, 2.0]], [[0, 1]], r"one dimension"),
    ],
)
def test_examples_that_are_none_are_refused(x, y, said):
    with pytest.raises(ValueError, match=said):
        logistic.losses(x, y, 1.0, 0.0)
    with pytest.raises(ValueError, match=said):
        logistic.binary_cross_entropy(x, y, 1.0, 0.0)
    with pytest.raises(ValueError, match=said):
        logistic.gradient(x, y, 1.0, 0.0)
    with pytest.raises(ValueError, match=said):
        logistic.fit(x, y)


@pytest.mark.parametrize("value", [math.nan, INF, -INF, 10**400, True, "1", None, [1.0], 1j])
def test_weights_that_are_no_finite_numbers_are_refused(value):
    calls = [
        lambda w, b: logistic.predict(1.0, w, b),
        lambda w, b: logistic.losses(*ONE_OF_EACH, w, b),
        lambda w, b: logistic.binary_cross_entropy(*ONE_OF_EACH, w, b),
        lambda w, b: logistic.gradient(*ONE_OF_EACH, w, b),
    ]
    for call in calls:
        with pytest.raises(ValueError, match=r"w must be a finite number, got "):
            call(value, 1.0)
        with pytest.raises(ValueError, match=r"b must be a finite number, got "):
            call(1.0, value)


def test_the_place_of_a_refused_x_is_named():
    with pytest.raises(ValueError, match=r"^x must be finite, got nan$"):
        logistic.predict(math.nan, 1.0, 0.0)
    with pytest.raises(ValueError, match=r"^x\[1\]\[0\] must be finite, got inf$"):
        logistic.predict(np.array([[1.0, 2.0], [INF, 3.0]]), 1.0, 0.0)


@pytest.mark.parametrize(
    ("x", "w", "b"),
    [
        ([1, 2, 3, 4], 2000.0, -5000.0),
        ([1, 1, 2, 5], -900.0, 4000.0),
        (np.linspace(1.0, 1.02, 101), 1000.0, 3.0),
        ([1e20, 1e20 + 16384], 1.0, -1e20 + 2000.0),
        ([3, -3], 1e154, 0.0),
        ([1e150, -1e150, 1e150], 1e154, 0.0),
    ],
)
def test_the_mean_of_tails_is_that_of_exact_numbers(x, w, b):
    with mp.workdps(60):
        sizes = [abs(mp.mpf(w) * mp.mpf(float(one)) + mp.mpf(b)) for one in x]
        nearest = min(sizes)
        share = mp.fsum(mp.exp(nearest - size) for size in sizes) / len(sizes)
        wanted = -nearest / mp.log(10) + mp.log10(share)
        found = mp.mpf(str(logistic.log10_mean_tail(x, w, b)))
        assert abs(found - wanted) <= 1e-9 + 1e-45 * abs(wanted)


@pytest.mark.parametrize("x", [[], 1.0, [[1.0]], [math.nan]])
def test_a_mean_needs_examples(x):
    with pytest.raises(ValueError, match="x"):
        logistic.log10_mean_tail(x, 1.0, 0.0)
