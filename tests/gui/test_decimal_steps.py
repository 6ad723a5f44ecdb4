"""Steps on an axis: round decimals at any scale."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.decimal_steps import round_step, snapped, stepped


@pytest.mark.parametrize(
    ("low", "high", "step"),
    [(0, 1, 0.01), (-10, 10, 0.2), (0, 60, 0.5), (0, 1e-148, 1e-150), (-4e152, 6e152, 1e151)],
)
def test_a_step_is_a_hundredth_on_round_decimals(low, high, step):
    assert round_step(low, high) == step


def test_steps_are_free_of_what_a_binary_sum_adds():
    assert stepped(0.1, 0.1, 2) == 0.3
    assert stepped(0.7, 0.1, -7) == 0.0
    assert math.copysign(1.0, stepped(-0.1, 0.1, 1)) == 1.0


def test_a_number_off_the_grid_keeps_its_digits():
    assert stepped(-0.13141592653589793, 0.005, 1) == -0.12641592653589793


@given(st.floats(-1e153, 1e153), st.floats(1e-150, 1e153), st.floats(0, 1), st.integers(20, 2000))
def test_what_the_mouse_takes_is_within_a_pixel_and_on_the_axis(low, span, share, pixels):
    high = low + span
    if not high > low:
        return
    value = low + share * (high - low)
    found = snapped(value, low, high, pixels)
    assert low <= found <= high or abs(found - value) <= (high - low) / pixels
    assert abs(found - min(high, max(low, value))) <= 0.66 * (high - low) / pixels


def test_beyond_the_axis_the_mouse_takes_its_end():
    assert snapped(99.0, -0.45, 0.05, 200) == 0.05
    assert snapped(-99.0, -0.45, 0.05, 200) == -0.45
    assert snapped(0.3, 0.0, 1.0, 0) == 0.3


def test_the_mouse_takes_no_more_digits_than_a_pixel_tells_apart():
    assert snapped(-0.13141, -0.45, 0.05, 200) == -0.131
    assert snapped(8.4461, -3, 30, 200) == 8.4
