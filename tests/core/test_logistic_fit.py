"""The fit of w and b where there is one: no step leads lower."""

# ruff: noqa: ARG001 - a fixture is asked for by its name, whether or not it is used

import json
import math
import sys
import warnings
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import mp
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss

from core import _logistic_fit, bernoulli, logistic

EXAMPLES = json.loads(
    (Path(__file__).parents[2] / "resources" / "examples.json").read_text(encoding="utf-8")
)["labelled"]
LARGEST = sys.float_info.max
ULP = 2.0**-52
INF = math.inf

# Of labels 0, 1, 0, 1 at four equal distances: found in 60 digits with mpmath.findroot.
STEP_W, STEP_B = 0.90818426256009508309, -1.36227639384014262464

# A share of the loss that no float64 of it shows.
HIDDEN = 1e-20


def newton_step(x, y, w, b):
    """How much an exact Newton step from (w, b) changes a logit, at most; how much of that is what
    rounding each residual and each logit once would change; and how far it leads down, as a share
    of the loss.

    Logits too large to have a curvature are left aside.
    """
    with mp.workprec(2600):
        examples = []  # x, residual, curvature, size of what is rounded
        for one, label in zip(x, y, strict=True):
            z = mp.mpf(w) * mp.mpf(one) + mp.mpf(b)
            far = mp.exp(-abs(z))
            away = -z if label else z
            residual = (1 - 2 * int(label)) * (far if away < 0 else 1) / (1 + far)
            curvature = far / (1 + far) ** 2
            examples.append(
                (mp.mpf(one), residual, curvature, abs(residual) + curvature * (abs(z) + abs(b)))
            )
        total = sum(q for _, _, q, _ in examples)
        middle = sum(q * u for u, _, q, _ in examples) / total
        spread = sum(q * (u - middle) ** 2 for u, _, q, _ in examples)
        reach = max(abs(u - middle) for u, _, q, _ in examples if q > mp.mpf("1e-320"))
        slope = abs(sum(r * (u - middle) for u, r, _, _ in examples))
        rise = abs(sum(r for _, r, _, _ in examples))
        blur = sum(size * abs(u - middle) for u, _, _, size in examples)
        rise_blur = sum(size for _, _, _, size in examples)
        loss = len(x) * mp.mpf(logistic.binary_cross_entropy(x, y, w, b))
        return (
            float(slope / spread * reach + rise / total),
            ULP * float(blur / spread * reach + rise_blur / total),
            float((slope**2 / spread + rise**2 / total) / loss),
        )


def assert_least(x, y, found, *, hidden=False):
    """No step from the fit leads lower, but for rounding.

    Args:
        x: the numbers.
        y: the labels.
        found: their fit.
        hidden: whether x of very different scales may hide from float64 how far w goes, as long as
            the loss has nothing of it.
    """
    assert found.reason == "minimum"
    assert found.converged
    assert found.direction is None
    assert found.boundary is None
    step, blur, fall = newton_step(x, y, found.w, found.b)
    assert step <= 4.0 * blur or (hidden and fall <= HIDDEN)
    assert found.loss == logistic.binary_cross_entropy(x, y, found.w, found.b)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: one["id"])
def test_the_fits_of_the_examples(example):
    found = logistic.fit(example["x"], example["y"])
    wanted = example["fit"]
    assert found.w == pytest.approx(wanted["w"], rel=4e-15)
    assert found.b == pytest.approx(wanted["b"], rel=4e-15)
    assert found.loss == pytest.approx(wanted["binary_cross_entropy"], rel=1e-15)
    assert_least(example["x"], example["y"], found)
    dw, db = logistic.gradient(example["x"], example["y"], found.w, found.b)
    assert abs(dw) <= 1e-15 * np.abs(example["x"]).mean()
    assert abs(db) <= 1e-15


def test_agrees_with_scikit_learn_on_200_problems():
    """Its Newton solver is at its best where x is standardised: w and b are taken back."""
    random = np.random.default_rng(1)
    problems = 0
    while problems < 200:
        n = int(random.integers(5, 300))
        x = random.normal(size=n) * 10.0 ** random.uniform(-3.0, 3.0) + random.uniform(-2.0, 2.0)
        mean, deviation = x.mean(), x.std()
        z = random.uniform(-3.0, 3.0) * (x - mean) / deviation + random.uniform(-1.0, 1.0)
        y = (random.random(n) < 1.0 / (1.0 + np.exp(-z))).astype(int)
        found = logistic.fit(x, y)
        if not found.converged:
            continue
        problems += 1
        peer = LogisticRegression(C=np.inf, solver="newton-cholesky", tol=1e-14, max_iter=1000)
        column = ((x - mean) / deviation)[:, None]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # that it can do no better
            peer.fit(column, y)
        w = peer.coef_[0, 0] / deviation
        b = peer.intercept_[0] - w * mean
        assert found.w == pytest.approx(w, rel=1e-10)
        assert found.b == pytest.approx(b, abs=1e-10 * (abs(peer.intercept_[0]) + abs(w * mean)))
        loss = log_loss(y, peer.predict_proba(column)[:, 1])
        assert found.loss == pytest.approx(loss, rel=1e-10)


FAR = [0.0, 1.0, 2.0, 3.0, 1e150]


@pytest.mark.parametrize(
    ("x", "y"),
    [
        (FAR, [0, 1, 0, 1, 1]),  # the farthest is right, whatever w
        (FAR, [0, 1, 0, 1, 0]),  # … and turns w round
        ([-v for v in FAR], [0, 1, 0, 1, 0]),
        ([0.0, 1.0, 2.0, 3.0, 1e10], [0, 1, 0, 1, 1]),
        ([0.0, 1.0, 2.0, 3.0, -1e150, 1e150], [0, 1, 0, 1, 0, 1]),
        ([0.0, 1.0, 2.0, 3.0, -1e150, 1e150], [0, 1, 0, 1, 1, 0]),
        ([1e308, 1e-300, 2e-300, 0.0, -1e308], [1, 0, 1, 1, 0]),
        ([1e150, -1e-150, 1e-150, 0.0, -1e150], [1, 1, 0, 1, 0]),
        ([0.0, 1.0, 1.0 + ULP, 2.0], [0, 1, 0, 1]),  # all but separable
        ([-1.0, 0.0, 1e-200, 1.0], [0, 1, 0, 1]),
        ([1.7e308, -1.7e308, 1e308, -1e308], [0, 1, 1, 0]),
    ],
)
def test_data_of_very_different_scales(x, y):
    assert_least(x, y, logistic.fit(x, y))


@settings(deadline=None)
@given(
    examples=st.lists(
        st.tuples(
            st.integers(-4, 4).map(float)
            | st.floats(-1e3, 1e3)
            | st.floats(1.0, 9.9).map(lambda v: v * 1e12)
            | st.builds(
                lambda digits, exponent: digits * 10.0**exponent,
                st.floats(-9.9, 9.9),
                st.integers(-149, 149),
            ),
            st.integers(0, 1),
        ),
        min_size=1,
        max_size=9,
    )
)
def test_nothing_leads_lower_than_the_fit(examples):
    x, y = zip(*examples, strict=True)
    found = logistic.fit(x, y)
    if found.reason == "minimum":
        assert_least(x, y, found, hidden=True)
    else:
        assert found.converged == (found.reason == "equal_x")


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ([0, 0, 1, 1, 1e13], [0, 1, 0, 1, 0]),
        ([0, 0, 1, 1, -1e12], [1, 0, 1, 0, 1]),
        ([-2, -1, 1, 2, 3e13], [0, 1, 1, 0, 1]),
    ],
)
def test_what_newton_adds_to_what_is_enclosed_is_kept(x, y):
    assert_least(x, y, logistic.fit(x, y))


@pytest.mark.parametrize("scale", [1e-150, 1e-12, 1.0, 1e150])
def test_a_unit_of_x_is_a_unit_of_one_over_w(scale):
    found = logistic.fit([0.0, scale, 2 * scale, 3 * scale], [0, 1, 0, 1])
    assert found.w * scale == pytest.approx(STEP_W, rel=2e-15)
    assert found.b == pytest.approx(STEP_B, rel=2e-15)


def test_a_shift_of_x_moves_b_alone():
    x, y = 1e9 + np.arange(4.0), [0, 1, 0, 1]
    found = logistic.fit(x, y)
    assert found.w == pytest.approx(STEP_W, rel=2e-15)
    assert found.b == STEP_B - found.w * 1e9  # as near as a float64 comes
    assert found.loss == logistic.binary_cross_entropy(x, y, found.w, found.b)


def test_where_the_loss_stays_when_the_data_say_the_same():
    random = np.random.default_rng(5)
    x = random.normal(size=60) * 4.0
    y = random.random(60) < 1.0 / (1.0 + np.exp(-0.7 * x + 1.0))
    first = logistic.fit(x, y)

    def assert_same(found, w, b):
        assert found.w == pytest.approx(w, rel=1e-13)
        assert found.b == pytest.approx(b, rel=1e-13)
        assert found.loss == pytest.approx(first.loss, rel=1e-14)

    assert_same(logistic.fit(x, ~y), -first.w, -first.b)
    assert_same(logistic.fit(-x, y), -first.w, first.b)
    assert_same(logistic.fit(np.tile(x, 3), np.tile(y, 3)), first.w, first.b)
    order = random.permutation(60)
    assert_same(logistic.fit(x[order], y[order]), first.w, first.b)
    assert_same(logistic.fit(2.5 * x + 3.0, y), first.w / 2.5, first.b - first.w / 2.5 * 3.0)


def test_x_that_says_nothing_gets_no_weight():
    found = logistic.fit([0, 1, 2, 3], [0, 1, 1, 0])
    assert (found.w, found.b, found.loss) == (0.0, 0.0, pytest.approx(math.log(2.0)))
    found = logistic.fit([-1e150, 1e150, 0, 1, 2, 3], [1, 1, 0, 1, 0, 1])
    assert abs(found.w) * 1e150 < 1e-15
    assert found.b == pytest.approx(math.log(2.0))


def test_two_values_of_x_are_fitted_exactly():
    """Two free numbers for two shares, 1/3 and 2/3: the logits are those of the shares."""
    found = logistic.fit([1, 1, 1, 2, 2, 2] * 500, [0, 1, 0, 1, 1, 0] * 500)
    assert found.w == pytest.approx(2.0 * math.log(2.0), rel=1e-14)
    assert found.b == pytest.approx(-3.0 * math.log(2.0), rel=1e-14)
    assert found.loss == pytest.approx(bernoulli.entropy(1.0 / 3.0), rel=1e-14)


def test_one_one_among_many_zeros():
    x = np.linspace(-3.0, 3.0, 100_000)
    y = np.zeros(x.size)
    y[30_000] = 1
    found = logistic.fit(x, y)
    assert found.reason == "minimum"
    dw, db = logistic.gradient(x, y, found.w, found.b)
    assert abs(dw) < 1e-19  # of terms of 1e-5
    assert abs(db) < 1e-19
    assert found.loss < bernoulli.entropy(1e-5)


@pytest.fixture
def by_newton_alone(monkeypatch):
    """What takes a hundred times as long is not needed."""
    monkeypatch.delattr(_logistic_fit, "_enclosed")


def test_one_far_example_of_the_other_class(by_newton_alone):
    """The first step goes much too far, for its sake: it must be halved."""
    x = np.append(np.linspace(-1.0, 1.0, 400), 1000.0)
    y = x > -0.8
    y[[40, -1]] = True, False
    assert_least(x, y, logistic.fit(x, y))


def many(noise):
    """40,000 examples, of which every ninth, and more, are noise or none at all."""
    x = np.arange(40_000.0)
    y = x > 20_000.0
    y[noise] ^= True
    return x, y


@pytest.mark.parametrize(
    "noise",
    [
        slice(15_000, 25_000, 7),  # a sample says where to begin
        slice(19_000, 21_000, 9),  # all of the noise is in the sample
        slice(19_001, 21_000, 9),  # … none of it: by the sample they would be separable
        slice(20_001, None),  # only zeros but …
    ],
)
def test_many_examples(noise, by_newton_alone):
    x, y = many(noise)
    y[[5, 39_001]] = True  # … ones that no sample finds
    found = logistic.fit(x, y)
    assert found.reason == "minimum"
    dw, db = logistic.gradient(x, y, found.w, found.b)
    typical = np.abs(logistic.predict(x, found.w, found.b) - y)
    assert abs(dw) <= 1e-14 * (typical * x).mean()
    assert abs(db) <= 1e-14 * typical.mean()


def test_a_weight_beyond_float64_is_the_largest_there_is():
    x = 5e-324 * np.array([0.0, 1.0, 2.0, 3.0])
    for y, w in (([0, 1, 0, 1], LARGEST), ([1, 0, 1, 0], -LARGEST)):
        found = logistic.fit(x, y)
        assert found.converged
        assert found.w == w
        assert found.b == pytest.approx(0.0, abs=1e-14)
        assert found.loss == pytest.approx(math.log(2.0))


def test_the_largest_x_leave_a_weight_that_can_be_written():
    far = LARGEST / 8.0
    beside = math.nextafter(far, INF)
    x, y = [0.0, far, beside, 2.0 * far], [0, 1, 0, 1]
    assert_least(x, y, logistic.fit(x, y))


def test_numbers_beyond_float64_are_cut_off():
    assert _logistic_fit._nearest(3 * Fraction(LARGEST)) == LARGEST
    assert _logistic_fit._nearest(-3 * Fraction(LARGEST)) == -LARGEST


def test_losses_below_float64_leave_the_weight_a_few_digits():
    """Here w is where e^{−w} is 10⁻³²⁴, which is 0."""
    x, y = [-1.0, 5e-324, 0.0, 1.0], [0, 0, 1, 1]
    found = logistic.fit(x, y)
    assert found.converged
    assert found.w == pytest.approx(745.0, abs=2.0)
    assert found.loss == pytest.approx(math.log(2.0) / 2.0, rel=1e-15)


def test_a_loss_below_float64_is_weighed_by_its_x():
    # Both e^{−745·…} is 0 and 10¹⁵⁰ times it is not: 1035.9 is from 60 digits.
    found = logistic.fit([0.0, 1e-300, 0.0, 1e150], [0, 1, 0, 0])
    assert found.w * 1e150 == pytest.approx(-1035.8752, rel=1e-6)


def test_a_far_example_is_never_left_on_the_wrong_side():
    x = [3.0, 0.0, 3.0, 2.0, 3.0, 2.0, 1.0, 1e40]
    found = logistic.fit(x, [1, 1, 1, 0, 1, 1, 1, 1])
    assert found.w > 0.0
    entropy = -(math.log(1 / 7) + 6 * math.log(6 / 7)) / 8  # of the seven that are near
    assert found.loss == pytest.approx(entropy, rel=1e-12)
    fit = logistic.fit([3, 2, 3, 1e40, 1e40, 2], [1, 0, 1, 0, 1, 0])
    assert fit.w == pytest.approx(3e-80, rel=1e-6)


def test_what_cancels_to_rounding_leaves_the_weight_finite():
    x = [0.0, 1e-300, 5e-324, 0.0, -1e150, 0.0, 0.0, 1e-300, 0.0, 1.0, 1e-300, -1e150]
    found = logistic.fit(x, [1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0])
    assert 30.0 < found.w < 1100.0
    assert found.loss == pytest.approx(0.4773856262211096, rel=1e-9)


def test_one_number_more_or_less_decides():
    """The ends are compared as they are: a unit in the last place is enough."""
    above, below = math.nextafter(2.0, 3.0), math.nextafter(2.0, 1.0)
    y = [0, 0, 1, 1]
    assert logistic.fit([1.0, 2.0, above, 4.0], y).reason == "separable"
    assert logistic.fit([1.0, 2.0, 2.0, 4.0], y).reason == "quasi_separable"
    found = logistic.fit([1.0, 2.0, below, 4.0], y)
    assert_least([1.0, 2.0, below, 4.0], y, found)
    assert found.w > 30.0
