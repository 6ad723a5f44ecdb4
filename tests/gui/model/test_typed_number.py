"""Numbers as they are typed and as they are shown."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.model.typed_number import (
    NumberError,
    full_text,
    is_exact,
    parse_number,
    parse_whole,
    short_text,
)

MOST = 1e154


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.25", 0.25),
        ("−0.25", -0.25),
        ("-.5", -0.5),
        ("+3", 3.0),
        ("1/3", 1 / 3),
        ("−2 / 4", -0.5),
        ("1e-3", 1e-3),
        ("1E+3", 1000.0),
        ("1e−3", 1e-3),
        ("6.9×10⁵", 6.9e5),
        ("−2.5·10⁻³", -2.5e-3),
        ("1*10^4", 1e4),
        (" 7 ", 7.0),
        ("０．５", 0.5),
        ("1e154", 1e154),
        ("0", 0.0),
        ("−0,2", -0.2),
        ("1,5", 1.5),
        (",5", 0.5),
        ("0,125", 0.125),
        ("66,12", 66.12),
        ("3,14159", 3.14159),
        ("1,5e-3", 1.5e-3),
        ("6,9×10⁵", 6.9e5),
        ("0,5/2,5", 0.2),
    ],
)
def test_what_people_type_is_read(text, value):
    assert parse_number(text, -MOST, MOST) == value


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "abc", "nan", "inf", "∞", "1/2/3", "1/0", "1/", "--1", "1e", "x", "1" * 2000),
        # A thousand and something, or one and something?
        *(
            "1,234",
            "−12,000",
            "1,234,567",
            "1,5,2",
            "1,234.5",
            "1.234,5",
            "0,5.2",
            "1,",
            ",",
            "1e1,5",
        ),
    ],
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(NumberError) as caught:
        parse_number(text, -MOST, MOST)
    assert caught.value.reason == "form"
    assert caught.value.text == text


@pytest.mark.parametrize("text", ["1e155", "-1e200", "1e999", "1e999/1e999", "1e300/1e-300"])
def test_what_is_too_large_is_refused_as_that(text):
    with pytest.raises(NumberError) as caught:
        parse_number(text, -MOST, MOST)
    assert caught.value.reason == "range"


def test_minus_nothing_is_nothing():
    assert math.copysign(1.0, parse_number("-0", -1, 1)) == 1.0


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_full_text_reads_back_as_the_same_float(value):
    assert parse_number(full_text(value), -math.inf, math.inf) == value
    assert "-" not in full_text(value)


@given(st.floats(-1e100, 1e100), st.integers(1, 6))
def test_the_short_text_is_said_to_be_exact_where_it_reads_back(value, digits):
    text = short_text(value, digits)
    shown = parse_number(text, -math.inf, math.inf)
    assert is_exact(value, digits) is (shown == value)
    assert shown == pytest.approx(value, rel=0.51 * 10.0 ** (1 - digits))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (1.0, "1"),
        (-0.5, "−0.5"),
        (-0.13117382, "−0.1312"),
        (1e150, "1×10¹⁵⁰"),
        (-1.5e-7, "−1.5×10⁻⁷"),
        (12345.678, "1.235×10⁴"),
        (100000.0, "100000"),
    ],
)
def test_a_number_is_shown_in_full_where_that_is_short(value, text):
    assert short_text(value) == text


@pytest.mark.parametrize(("text", "value"), [("0", 0), (" 12 ", 12), (str(2**63 - 1), 2**63 - 1)])
def test_a_whole_number_keeps_all_its_digits(text, value):
    assert parse_whole(text, 2**63 - 1) == value


@pytest.mark.parametrize(("text", "reason"), [("-1", "form"), ("1.5", "form"), ("99", "range")])
def test_what_is_no_whole_number_in_the_range_is_refused(text, reason):
    with pytest.raises(NumberError) as caught:
        parse_whole(text, 50)
    assert caught.value.reason == reason
