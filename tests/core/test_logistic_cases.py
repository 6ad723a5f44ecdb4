"""Examples that have no fit, or many: each case is told apart, and says what the loss does."""

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import bernoulli, logistic

INF = math.inf


def reason_by_search(x, y):
    """Which case it is, from its definition: every threshold is tried."""
    if not x:
        return "no_examples"
    if len(set(y)) == 1:
        return "single_point" if len(x) == 1 else "one_class"
    if len(set(x)) == 1:
        return "equal_x"
    zeros = [u for u, v in zip(x, y, strict=True) if not v]
    ones = [u for u, v in zip(x, y, strict=True) if v]
    places = sorted(set(x))
    between = [(u + v) / 2 for u, v in itertools.pairwise(places)]
    for left, right in ((zeros, ones), (ones, zeros)):
        if any(max(left) < t < min(right) for t in between):
            return "separable"
        if any(max(left) <= t <= min(right) for t in places):
            return "quasi_separable"
    return "minimum"


@given(
    examples=st.lists(st.tuples(st.integers(-3, 3), st.integers(0, 1)), max_size=7),
    scale=st.sampled_from([1.0, 0.1, 1e-150, 1e149]),
)
def test_the_cases_are_told_apart(examples, scale):
    x = [u * scale for u, _ in examples]
    y = [v for _, v in examples]
    found = logistic.fit(x, y)
    assert found.reason == reason_by_search(x, y)
    assert found.reason in logistic.REASONS
    assert found.converged == (found.reason in {"minimum", "equal_x"})
    assert (found.direction is None) == (found.converged or found.reason == "no_examples")
    assert (found.boundary is None) == ("separable" not in found.reason)
    if found.direction is not None:
        assert math.hypot(*found.direction) == pytest.approx(1.0)


def test_separable_data_run_off_to_0():
    x, y = [1.0, 2.0, 3.0, 4.0], [0, 0, 1, 1]
    found = logistic.fit(x, y)
    assert found == logistic.Fit(
        w=INF,
        b=-INF,
        loss=0.0,
        converged=False,
        reason="separable",
        direction=(
            pytest.approx(1.0 / math.hypot(1.0, 2.5)),
            pytest.approx(-2.5 / math.hypot(1, 2.5)),
        ),
        boundary=(2.0, 3.0),
    )
    losses = [
        logistic.binary_cross_entropy(x, y, far * found.direction[0], far * found.direction[1])
        for far in (1.0, 10.0, 100.0, 1000.0)
    ]
    assert losses == sorted(losses, reverse=True)
    assert losses[-1] < 1e-80


def test_separable_data_the_other_way_round():
    found = logistic.fit([-1.0, -3.0, -4.0], [0, 1, 1])
    assert (found.w, found.b, found.boundary) == (-INF, -INF, (-3.0, -1.0))
    assert found.direction == (
        pytest.approx(-1.0 / math.hypot(1.0, 2.0)),
        pytest.approx(-2.0 / math.hypot(1.0, 2.0)),
    )


def test_classes_that_part_at_0_need_no_bias():
    found = logistic.fit([-1.0, 1.0], [0, 1])
    assert (found.w, found.b, found.direction) == (INF, 0.0, (1.0, 0.0))
    assert math.copysign(1.0, found.direction[1]) == 1.0


@pytest.mark.parametrize(
    ("low", "high", "middle"),
    [
        (1e308, 1.7e308, 1.35e308),
        (-1.7e308, -1e308, -1.35e308),
        (5e-324, 1.5e-323, 1e-323),
        (1e150, 2e150, 1.5e150),
    ],
)
def test_where_the_classes_part_at_the_ends_of_float64(low, high, middle):
    found = logistic.fit([low, high], [0, 1])
    assert found.boundary == (low, high)
    norm = math.hypot(1.0, middle)
    assert found.direction == (pytest.approx(1.0 / norm), pytest.approx(-middle / norm))
    assert found.b == -math.copysign(INF, middle)


def test_classes_that_touch_keep_the_loss_of_where_they_touch():
    x, y = [1.0, 2.0, 2.0, 2.0, 5.0], [0, 0, 1, 1, 1]
    found = logistic.fit(x, y)
    assert (found.w, found.b, found.reason) == (INF, -INF, "quasi_separable")
    assert found.boundary == (2.0, 2.0)
    assert found.loss == pytest.approx(3.0 / 5.0 * bernoulli.entropy(2.0 / 3.0), rel=1e-15)
    w, b = (300.0 * part for part in found.direction)
    near = logistic.binary_cross_entropy(x, y, w, b + math.log(2.0))
    assert near == pytest.approx(found.loss, rel=1e-12)
    down = logistic.fit(x, [1 - one for one in y])
    assert (down.w, down.b, down.loss) == (-INF, INF, pytest.approx(found.loss, rel=1e-15))


def test_classes_that_touch_at_0_have_a_bias():
    found = logistic.fit([-1.0, 0.0, 0.0, 0.0], [1, 1, 1, 0])
    assert (found.w, found.reason, found.direction) == (-INF, "quasi_separable", (-1.0, 0.0))
    assert found.b == pytest.approx(math.log(2.0), rel=1e-15)


@pytest.mark.parametrize("y", [0, 1])
def test_one_class_alone_runs_off_along_b(y):
    sign = 1.0 if y else -1.0
    wanted = logistic.Fit(0.0, sign * INF, 0.0, False, "one_class", (0.0, sign))
    assert logistic.fit([1.0, 2.0, 2.0], [y] * 3) == wanted
    assert logistic.fit([3.0, 3.0], [y] * 2) == wanted
    alone = logistic.Fit(0.0, sign * INF, 0.0, False, "single_point", (0.0, sign))
    assert logistic.fit([3.0], [y]) == alone


def test_equal_x_share_one_probability():
    for x in (2.5, 0.0, 1e150):
        found = logistic.fit([x] * 4, [1, 1, 0, 1])
        assert (found.w, found.converged, found.reason) == (0.0, True, "equal_x")
        assert found.b == pytest.approx(math.log(3.0), rel=1e-15)
        assert found.loss == pytest.approx(bernoulli.entropy(0.75), rel=1e-15)
    same = logistic.binary_cross_entropy([2.5] * 4, [1, 1, 0, 1], 2.0, math.log(3.0) - 5.0)
    assert same == pytest.approx(bernoulli.entropy(0.75), rel=1e-14)


def test_no_examples_have_no_fit():
    found = logistic.fit([], [])
    assert all(map(math.isnan, (found.w, found.b, found.loss)))
    assert (found.converged, found.reason) == (False, "no_examples")
    assert found.direction is None
