"""Which part of the landscape is seen."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import logistic
from core.labelled import Labelled
from core.landscape import Region, usual_region

CHALLENGER = Labelled(
    [66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58],
    [0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1],
)
TEN = Labelled(
    [-2.2, -1.4, -0.8, 0.2, 0.4, 0.8, 1.2, 2.2, 2.9, 4.6], [0, 0, 1, 0, 1, 1, 1, 1, 1, 1]
)


def usual(data):
    return usual_region(data, logistic.fit(data.x, data.y))


def edges(region):
    return region.w_low, region.w_high, region.b_low, region.b_high


def test_the_shuttles_valley_is_seen_whole():
    assert edges(usual(CHALLENGER)) == (-0.5, 0.05, -4.0, 34.0)
    assert edges(usual(TEN)) == (-1.0, 4.5, -2.0, 3.5)


def sees(region, data, fit):
    """Whether the fit is well inside, and the origin and the best shared π are in sight."""
    shared = math.log(data.k / (data.n - data.k))
    width, height = region.w_high - region.w_low, region.b_high - region.b_low
    inner = Region(
        region.w_low + 0.07 * width,
        region.w_high - 0.07 * width,
        region.b_low + 0.07 * height,
        region.b_high - 0.07 * height,
    )
    return inner.holds(fit.w, fit.b) and region.holds(0.0, 0.0) and region.holds(0.0, shared)


@settings(max_examples=150, deadline=None)
@given(
    st.integers(1, 2**32),
    st.sampled_from([3, 10, 200, 6000]),
    st.floats(-6, 6),
    st.floats(-4, 4),
    st.sampled_from([1e-150, 1e-3, 1.0, 1e6, 1e148]),
    st.sampled_from([0.0, 1.0, 70.0]),
)
def test_the_fit_and_what_is_told_of_it_are_in_sight(seed, n, w, b, scale, offset):
    numbers = np.random.Generator(np.random.PCG64(seed))
    u = numbers.normal(size=n)
    data = Labelled((u + offset) * scale, numbers.random(n) < 1 / (1 + np.exp(-w * u - b)))
    fit = logistic.fit(data.x, data.y)
    region = usual_region(data, fit)
    if fit.reason == "minimum":
        assert sees(region, data, fit), (region, fit)
    assert region.holds(0.0, 0.0)
    guessed = usual_region(data, None)
    assert guessed.holds(0.0, 0.0)


@pytest.mark.parametrize(
    ("x", "y"),
    [
        ([1, 2, 3, 5, 6], [0, 0, 0, 1, 1]),
        ([66, 67, 68, 70, 75], [1, 1, 1, 0, 0]),
        ([1, 2, 2, 3], [0, 0, 1, 1]),
        ([-3, -2, -2, -1], [1, 0, 1, 0]),
        ([-5, 5], [0, 1]),
        ([1, 2, 3], [1, 1, 1]),
        ([1, 2, 3], [0, 0, 0]),
        ([70], [0]),
        ([0], [1]),
        ([1e150, -1e150], [1, 0]),
        ([0, 5e-324], [1, 0]),
    ],
)
def test_where_the_loss_falls_for_ever_that_is_the_way_with_most_room(x, y):
    data = Labelled(x, y)
    fit = logistic.fit(data.x, data.y)
    region = usual(data)
    assert not fit.converged
    assert region.holds(0.0, 0.0)
    # From the origin, until the edge is reached, one way and the other.
    dw, db = fit.direction
    with np.errstate(all="ignore"):
        ahead = min(
            (region.w_high if dw > 0 else region.w_low) / dw if dw else math.inf,
            (region.b_high if db > 0 else region.b_low) / db if db else math.inf,
        )
        behind = min(
            (region.w_low if dw > 0 else region.w_high) / -dw if dw else math.inf,
            (region.b_low if db > 0 else region.b_high) / -db if db else math.inf,
        )
    assert ahead > behind > 0
    if fit.reason in ("separable", "quasi_separable") and 1e-100 < max(map(abs, x)) < 1e100:
        # So far that most is lost that can be.
        w, b = ahead * dw, ahead * db
        loss = logistic.binary_cross_entropy(data.x, data.y, w, b)
        assert loss - fit.loss < 0.15 * math.log(2)


def test_the_line_of_optima_of_equal_x_crosses_the_region():
    for x in (0.0, 3.0, -1e6, 1e150):
        data = Labelled([x] * 4, [0, 1, 1, 1])
        region = usual(data)
        assert region.holds(0.0, math.log(3))
        w = region.w_high / 2
        assert region.holds(w, math.log(3) - w * x)


def test_without_examples_there_is_still_a_region():
    assert edges(usual_region(Labelled(), None)) == (-5.0, 5.0, -5.0, 5.0)
    assert edges(usual(Labelled())) == (-5.0, 5.0, -5.0, 5.0)


def test_the_guess_is_near_what_the_fit_will_say():
    numbers = np.random.Generator(np.random.PCG64(3))
    x = numbers.normal(2.0, 3.0, 60_000)
    data = Labelled(x, numbers.random(60_000) < 1 / (1 + np.exp(-0.7 * x + 1)))
    fit = logistic.fit(data.x, data.y)
    assert sees(usual_region(data, None), data, fit)


def test_a_guess_needs_no_spread_that_float64_can_square():
    for x in ([0, 5e-324, 0, 5e-324], [0.0, 1e-200, 2e-200, 3e-200], [-1e150, 1e150, 0, 1]):
        data = Labelled(x, [0, 1, 1, 0])
        assert usual_region(data, None).holds(0.0, 0.0)
        assert usual(data).holds(0.0, 0.0)


def test_a_fit_at_the_end_of_what_bends_is_seen():
    # So steep that float64 has no curvature left there.
    data = Labelled([0, 1, 2, 3], [0, 1, 0, 1])
    steep = logistic.Fit(1e5, -5e4, 0.1, True, "minimum")
    assert usual_region(data, steep).holds(1e5, -5e4)
    assert usual_region(data, steep).holds(0.0, 0.0)


def test_edges_are_round_numbers():
    for data in (CHALLENGER, TEN, Labelled([1, 2, 3, 4], [0, 1, 0, 1])):
        for edge in edges(usual(data)):
            assert len(f"{edge:.10g}".lstrip("-").replace(".", "").strip("0")) <= 2


def test_a_region_has_edges_in_order():
    for wrong in ((1, 1, 0, 1), (0, math.inf, 0, 1), (math.nan, 1, 0, 1)):
        with pytest.raises(ValueError, match=r"^w must have finite edges, low < high, got"):
            Region(*wrong)
    for wrong in ((0, 1, 2, 1), (0, 1, -math.inf, 1)):
        with pytest.raises(ValueError, match=r"^b must have finite edges, low < high, got"):
            Region(*wrong)


@pytest.mark.parametrize("wrong", ["a", None, 1j, True, 10**400, [1.0]])
def test_an_edge_is_a_number(wrong):
    for edges_given, name in (((wrong, 2, 0, 1), "w"), ((0, 2, 0, wrong), "b")):
        with pytest.raises(ValueError, match=f"^{name} must have finite edges, low < high, got"):
            Region(*edges_given)


def test_a_region_is_scaled_about_a_place_and_moved():
    region = Region(0.0, 4.0, -2.0, 2.0)
    assert edges(region.scaled(0.5, 1.0, 0.0)) == (0.5, 2.5, -1.0, 1.0)
    assert edges(region.moved(1.0, -2.0)) == (1.0, 5.0, -4.0, 0.0)


def test_a_region_is_never_scaled_or_moved_beyond_float64():
    region = Region(1.0, 2.0, 3.0, 4.0)
    for _ in range(3000):
        region = region.scaled(0.5, 1.5, 3.5)
    assert region.w_low < 1.5 < region.w_high
    assert np.unique(np.linspace(region.w_low, region.w_high, 50)).size == 50
    for _ in range(3000):
        region = region.scaled(2.0, 1.5, 3.5)
    assert region.w_high < 1.1e300
    assert region.moved(1e308, 0.0) is region
    assert region.moved(0.0, math.inf) is region
