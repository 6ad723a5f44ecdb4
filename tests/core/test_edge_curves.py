"""Beside the edge the loss rises for ever, and libraries bend it."""

import math

import numpy as np
import pytest

from core import edge_rules
from core.edge_curves import FARTHEST, differs, distance, edge_curve, pi_at, true_curve


@pytest.mark.parametrize(
    ("pi", "at_one", "x"),
    [(1e-5, False, 5.0), (1.0, False, 0.0), (0.0, True, 0.0), (0.99, True, 2.0)],
)
def test_distances_are_counted_in_decades(pi, at_one, x):
    assert distance(pi, at_one=at_one) == pytest.approx(x, abs=1e-12)


def test_the_edge_itself_is_infinitely_far():
    assert distance(0.0, at_one=False) == math.inf
    assert distance(1.0, at_one=True) == math.inf


@pytest.mark.parametrize(
    ("x", "at_one", "pi"),
    [(5.0, False, 1e-5), (0.0, False, 1.0), (5.0, True, 1.0 - 1e-5), (20.0, True, 1.0)],
)
def test_a_place_on_the_axis_is_a_pi(x, at_one, pi):
    assert pi_at(x, at_one=at_one) == pi


def test_a_place_between_two_decades_is_rounded_to_two_digits():
    assert pi_at(5.5, at_one=False) == 3.2e-06


def test_the_exact_loss_rises_by_the_logarithm_of_ten_in_each_decade():
    x, y = edge_curve(edge_rules.EXACT, at_one=False)
    assert (x[0], x[-1]) == (0.0, FARTHEST)
    np.testing.assert_allclose(y, x * math.log(10.0), rtol=1e-14)
    true_x, true_y = true_curve()
    np.testing.assert_allclose(np.interp(x, true_x, true_y), y, rtol=1e-14)


@pytest.mark.parametrize(
    ("rule", "height"),
    [
        (edge_rules.SCIKIT_LEARN, 36.04),
        (edge_rules.SCIKIT_LEARN_32, 15.94),
        (edge_rules.PYTORCH, 100.0),
        (edge_rules.KERAS, 16.12),
    ],
)
def test_libraries_that_clip_bend_the_curve_flat(rule, height):
    x, y = edge_curve(rule, at_one=False)
    assert y[-1] == pytest.approx(height, abs=0.005)
    assert y[x == 5.0][0] == pytest.approx(5 * math.log(10.0), rel=1e-6)
    assert np.all(np.diff(y) >= 0)


def test_beside_one_the_exact_loss_is_infinite_where_float64_has_no_such_pi():
    x, y = edge_curve(edge_rules.EXACT, at_one=True)
    assert np.isinf(y[x == 17.0][0])
    assert y[x == 5.0][0] == pytest.approx(11.5129, rel=1e-4)


@pytest.mark.parametrize(
    ("value", "exact", "other"),
    [
        (math.inf, math.inf, False),
        (36.04, math.inf, True),
        (math.inf, 20.7, True),
        (0.0, 0.0, False),
        (2.2e-16, 0.0, True),
        (0.8675006, 0.8675005, False),
        (0.8675, 0.8670, True),
    ],
)
def test_a_loss_differs_by_more_than_float32_rounds(value, exact, other):
    assert differs(value, exact) is other
