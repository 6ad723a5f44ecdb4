"""x as text: typed, copied, and in a narrow column."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.model.typed_number import NumberError, full_text
from gui.model.x_text import cell_texts, decimals_for, parse_x, plain_text

XS = st.floats(-1e150, 1e150, allow_nan=False)


@pytest.mark.parametrize(
    ("text", "x"),
    [
        ("66", 66.0),
        (" −1.5 ", -1.5),
        ("+.5", 0.5),
        ("2e-3", 0.002),
        ("1/3", 1 / 3),
        ("-0", 0.0),
        ("1e150", 1e150),
        ("６６", 66.0),
    ],
)
def test_a_number_is_read_as_it_is_typed(text, x):
    assert parse_x(text) == x
    assert math.copysign(1.0, parse_x("-0")) == 1.0


@pytest.mark.parametrize(
    "text", ["", "x", "6x", "1,500", "1/0", "1/2/3", "nan", "inf", "∞", "1_0", "0x1F", "--1", "e5"]
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(NumberError) as caught:
        parse_x(text)
    assert caught.value.reason == "form"
    assert caught.value.text == text


@pytest.mark.parametrize("text", ["1.0001e150", "-2e150", "1e999", "1e300/1e-300"])
def test_what_is_too_large_is_refused_as_such(text):
    with pytest.raises(NumberError) as caught:
        parse_x(text)
    assert caught.value.reason == "range"


@given(XS)
def test_what_is_shown_for_typing_and_for_copying_reads_back_as_the_same_float(x):
    assert parse_x(full_text(x)) == x
    assert float(plain_text(x)) == x
    assert plain_text(x).isascii()


@given(XS, st.integers(0, 12))
def test_the_forms_for_a_cell_become_shorter_and_none_shows_0_for_what_is_not_0(x, decimals):
    forms = cell_texts(x, decimals)
    assert [len(form) for form in forms] == sorted({len(form) for form in forms}, reverse=True)
    if x != 0:
        assert all(any(digit in form for digit in "123456789") for form in forms)


@pytest.mark.parametrize(
    ("x", "span", "text"),
    [
        (66.0, (53.0, 81.0), "66"),
        (-2.25, (-3.0, 4.0), "−2.25"),
        (66.000_000_1, (53.0, 81.0), "66.0000"),
        (0.123_456_789, (-2.0, 2.0), "0.12346"),
        (1e9 + 1, (1e9, 1e9 + 3), "1000000001"),
        (1e150, (0.0, 1e150), "1×10¹⁵⁰"),
        (1.23456e-7, (-1.0, 1.0), "1.23456×10⁻⁷"),
        (5.5, (5.5, 5.5), "5.5"),
        (0.1, None, "0.1"),
    ],
)
def test_a_cell_shows_as_many_decimals_as_tell_the_examples_apart(x, span, text):
    assert cell_texts(x, decimals_for(span))[0] == text
