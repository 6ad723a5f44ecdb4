"""The x axis: the examples are in sight, its labels differ, and snapping keeps to its grid."""

import math

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.labelled import LARGEST_X
from gui.model.prediction_axis import XAxis, axis_for, axis_ticks, x_equals, x_text


@pytest.fixture(autouse=True)
def _as_it_was(look_of_the_start):
    """Each test begins with the look of the start."""


XS = st.floats(-LARGEST_X, LARGEST_X, allow_nan=False, allow_infinity=False)


def test_the_launches_of_the_design():
    assert axis_for((53.0, 81.0)) == XAxis(50.0, 84.0)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(XS, XS)
def test_every_span_is_in_sight_with_finite_ends(one, other):
    span = min(one, other), max(one, other)
    axis = axis_for(span)
    assert math.isfinite(axis.low)
    assert math.isfinite(axis.high)
    assert axis.low < axis.high
    assert axis.holds(span)
    assert axis.suits(span)


@pytest.mark.parametrize(
    "span", [None, (0.0, 0.0), (70.0, 70.0), (1e150, 1e150), (-3e-160, -3e-160), (5e-324, 5e-324)]
)
def test_one_place_is_seen_with_room_on_both_sides(span):
    axis = axis_for(span)
    x = span[0] if span else 0.0
    assert axis.low < x < axis.high
    assert axis.suits(span)


def test_an_axis_stays_until_examples_leave_it_or_take_little_of_it():
    axis = axis_for((0.0, 10.0))
    assert axis.suits((1.0, 10.5))
    assert axis.suits((4.0, 4.0))
    assert axis.suits(None)
    assert not axis.suits((0.0, 20.0))
    assert not axis.suits((4.0, 4.1))


@pytest.mark.parametrize(
    "span",
    [
        (53.0, 81.0),
        (1e9 + 1, 1e9 + 3),
        (1e-150, 3e-150),
        (-1e150, 1e150),
        (1e15, 1e15 + 4),
        (-0.002, 0.0031),
        (1e150, 1e150 * (1 + 1e-14)),
        (70.0, 70.0),
    ],
)
@pytest.mark.parametrize("pixels", [90, 300, 830])
def test_labels_differ_and_have_room(span, pixels):
    from gui.still_text import text_width

    axis = axis_for(span)
    marks = axis_ticks(axis, pixels, 12)
    assert len(set(marks.texts)) == len(marks.texts) == len(marks.values) >= 1
    assert all(axis.low <= value <= axis.high for value in marks.values)
    if len(marks.values) > 1:
        step = pixels * (marks.values[1] - marks.values[0]) / axis.width
        assert all(text_width(text, 12) < step for text in marks.texts)


def test_labels_say_the_values():
    assert axis_ticks(axis_for((53.0, 81.0)), 830, 12).texts[:3] == ["50", "55", "60"]
    assert "1000000002.5" in axis_ticks(axis_for((1e9 + 1, 1e9 + 3)), 830, 12).texts
    assert "−1.0×10¹⁵⁰" in axis_ticks(axis_for((-1e150, 1e150)), 830, 12).texts


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(XS, XS, XS)
def test_a_snapped_x_is_on_the_axis_and_near_the_mouse(one, other, x):
    axis = axis_for((min(one, other), max(one, other)))
    x = min(axis.high, max(axis.low, x))
    snapped = axis.snapped(x, 800.0)
    assert abs(snapped) <= LARGEST_X
    assert axis.low <= snapped <= axis.high
    if abs(x) <= LARGEST_X:
        assert abs(snapped - x) <= 0.7 * axis.width / 800.0 + 1e-300


def test_steps_stay_on_the_decimal_grid():
    axis = XAxis(50.0, 84.0)
    assert axis.snap_power(830.0) == -2
    x = 70.0
    for _ in range(7):
        x = axis.stepped(x, 1, 830.0)
    assert x == 70.07
    assert axis.stepped(x, -10, 830.0) == 69.97
    assert axis.stepped(LARGEST_X, 1, 830.0) == LARGEST_X


def test_the_text_of_an_x():
    assert [x_text(x) for x in (70.0, -0.25, 1e150, 0.0)] == ["70", "−0.25", "1×10¹⁵⁰", "0"]
    assert x_equals(70.0, (53.0, 81.0)) == "= 70"
    assert x_equals(1e150, (0.0, 1e150)) == "= 1×10¹⁵⁰"
    assert x_equals(5.216727679757123, (-8.0, 8.0)) == "≈ 5.217"
    assert x_equals(1e9 + 1.123456789, (1e9 + 1, 1e9 + 3)) == "= 1000000001.1234568"
