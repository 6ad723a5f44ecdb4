"""Where the w or the b of a fit is 0, or only just not."""

import numpy as np
import pytest
from mpmath import mp

from core import _fit_zeros, logistic


def exact(x, y, start):
    """w and b to 60 digits."""
    with mp.workdps(80):
        pairs = [(mp.mpf(one), label) for one, label in zip(x, y, strict=True)]

        def slopes(w, b):
            parts = [(1 / (1 + mp.exp(-(w * one + b))) - label, one) for one, label in pairs]
            return [mp.fsum(r * one for r, one in parts), mp.fsum(r for r, _ in parts)]

        w, b = mp.findroot(slopes, [mp.mpf(value) for value in start], tol=1e-120, maxsteps=200)
        return float(w), float(b)


@pytest.mark.parametrize(
    ("scale", "offset"),
    [(1.0, 0.0), (1e-150, 0.0), (1e150, 0.0), (0.1, 0.0), (2.0**-500, 3.0), (2.0**500, 3.0)],
)
def test_w_is_0_where_the_ones_have_the_mean_of_the_zeros(scale, offset):
    x = (np.array([0.0, -1.0, 0.0, 1.0, -1.0, 1.0, 0.0]) + offset) * scale
    y = np.array([1, 1, 1, 1, 0, 0, 0])
    found = logistic.fit(x, y)
    assert found.w == 0.0
    assert found.b == pytest.approx(np.log(4 / 3), rel=1e-15)
    assert found.converged


def test_the_teacher_s_five_points():
    found = logistic.fit([0, -1, 0, 1, -1, 1], [1, 1, 1, 1, 0, 0])
    assert (found.w, found.b) == (0.0, pytest.approx(np.log(2), rel=1e-15))


@pytest.mark.parametrize("lift", [2e-16, 1e-15, 1e-14, 1e-13, 1e-12, 1e-11])
@pytest.mark.parametrize("labels", [[0, 1, 0, 1, 1], [1, 0, 1, 0, 0]])
def test_a_w_that_is_only_just_not_0_has_its_digits(lift, labels):
    x = [-1.0, -1.0, 1.0, 1.0 + lift, 0.0]
    found = logistic.fit(x, labels)
    w, b = exact(x, labels, (lift / 5 * (-1) ** labels[0], np.log(1.5) * (-1) ** labels[0]))
    assert w != 0.0
    assert found.w == pytest.approx(w, rel=1e-11 if lift < 2e-12 else 1e-3)
    assert found.b == pytest.approx(b, rel=1e-14)


def test_a_mean_that_no_float_is_still_tells_a_w_that_is_0():
    ones, zeros = [0.1, 0.2, 0.3, 0.7], [0.7, 0.3, 0.2, 0.1]
    assert logistic.fit(ones + zeros, [1] * 4 + [0] * 4).w == 0.0


def test_decimals_balance_as_they_are_written():
    # Of float64s, 0.1 + 0.2 is more than 0.3 + 0, and 2.3 not as far from 2.2 as 2.1 is.
    for x in ([0.1, 0.2, 0.3, 0.0], [2.1, 2.3, 2.2, 2.2]):
        found = logistic.fit(x, [1, 1, 0, 0])
        assert (found.w, found.b) == (0.0, 0.0)


def test_many_examples_of_the_same_mean():
    x = np.random.default_rng(1).normal(size=50_000)
    found = logistic.fit(np.append(x, x[::-1]), np.repeat([0, 1], x.size))
    assert (found.w, found.b) == (0.0, 0.0)


@pytest.mark.parametrize("scale", [1.0, 0.1, 1e-150, 1e150])
def test_data_that_are_their_mirror_image_have_a_b_of_0(scale):
    x = np.array([-2.0, -1.0, 1.0, 2.0]) * scale
    found = logistic.fit(x, [0, 1, 0, 1])
    assert found.b == 0.0
    assert found.w * scale == pytest.approx(0.4196176249910978, rel=1e-14)


def test_a_small_b_of_others_is_left_alone():
    x, y = [-2.0, -1.0, 1.0, 2.0 + 1e-11], [0, 1, 0, 1]
    found = logistic.fit(x, y)
    assert found.b == pytest.approx(exact(x, y, (0.4, 0.0))[1], rel=1e-3)
    assert found.b != 0.0


def test_of_very_many_the_decimals_as_written_are_not_looked_at():
    x = np.tile([0.1, 0.2, 0.3], 4000)
    ones = np.tile([False, True, False], 4000)
    assert not _fit_zeros._balance_as_written(x, ones)
    assert _fit_zeros._balance_as_written(x[:300], ones[:300])
