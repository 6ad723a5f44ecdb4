"""What people take for a number, whether this program reads it or not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.labelled_cells import number
from core.number_like import is_number_elsewhere, looks_like_number

NUMBERS = (
    "66", "-2.2", "−2.2", "–5", "+.5", "1.", "2e-3", "1.234,5", "1,234.5", "1'234", "1’234,5",
    "1 234", "1\u00a0234,5", "1\u202f234", "5%", "5 %", "3‰", "$5", "5,50 €", "₩500", "￦500",
    "500원", "5만원", "3천", "USD 5", "1.5 chf", "１２", " 7 ", "36,5 °C", "37℃", "1.234,5e3",
)  # fmt: skip
LIKE_NUMBERS = (
    "1.2.3", "2020-01-01", "10:30", "1/3", "½", "10³", "1×10³", "2 x 10^3", "<5", "≥5", "3~4", "#1",
    "(1)", "5 0", "nan", "NaN", "-inf", "+Infinity", "1.5 e3",
)  # fmt: skip
WORDS = (
    "", " ", "-", "+", "?", "%", "€", "N/A", "yes", "cat", "A1", "x1", "3rd", "2반", "5kg", "<=50K",
    "1 cat", "e5", "원", "won", "1º", "성공", "nano", "0x1F",
)  # fmt: skip


@pytest.mark.parametrize("text", [*NUMBERS, *LIKE_NUMBERS])
def test_digits_and_signs_look_like_a_number(text):
    assert looks_like_number(text)


@pytest.mark.parametrize("text", WORDS)
def test_words_with_digits_in_them_do_not(text):
    assert not looks_like_number(text)
    assert not is_number_elsewhere(text)


@pytest.mark.parametrize("text", NUMBERS)
def test_a_number_as_it_is_written_elsewhere(text):
    assert is_number_elsewhere(text)


@pytest.mark.parametrize("text", LIKE_NUMBERS)
def test_dates_and_ranges_are_numbers_nowhere(text):
    assert is_number_elsewhere(text) is (text == "10³")


@given(st.text("0123456789.,-+eE− ", max_size=8))
def test_what_is_read_as_a_number_looks_like_one(text):
    if number(text, comma=True) is not None:
        assert looks_like_number(text)
        assert is_number_elsewhere(text)


@given(st.text(max_size=8))
def test_what_is_a_number_elsewhere_looks_like_one(text):
    assert looks_like_number(text) or not is_number_elsewhere(text)
