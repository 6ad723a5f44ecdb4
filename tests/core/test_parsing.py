"""Text: what is read, and errors that point at the place."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.parsing import (
    CountsError,
    ProbabilityError,
    SequenceError,
    parse_counts,
    parse_probability,
    parse_sequence,
)


@pytest.mark.parametrize(
    "text",
    [
        "1011",
        "1 0 1 1",
        "1,0,1,1",
        " 1; 0;\t1 ;1 ",
        "1\n0\r1\r\n1\n",
        "1\u20280\u20291 1",
        "\ufeff1011",
        "1\u00a00\u30001\u202f1",
        "１０１１",
        "１，0、１；1",
    ],
)
def test_sequence(text):
    assert parse_sequence(text).text() == "1011"


@pytest.mark.parametrize("text", ["", " \t\r\n", "\ufeff", "　"])
def test_blank_text_is_the_empty_sequence(text):
    assert parse_sequence(text).n == 0


@pytest.mark.parametrize(
    ("text", "line", "column", "found", "count"),
    [
        ("2", 1, 1, "2", 1),
        ("10 2 1", 1, 4, "2", 1),
        ("1.5", 1, 1, "1.5", 2),
        ("0, 12.5", 1, 4, "12.5", 3),
        ("1,-1", 1, 3, "-1", 1),
        ("10-1", 1, 3, "-", 1),
        ("10heads01", 1, 3, "heads", 5),
        ("0\n1\r\n\r0 x", 4, 3, "x", 1),
        ("0\u20281\u2029 ?", 3, 2, "?", 1),
        ("앞 뒤 1", 1, 1, "앞", 2),
        ("1" * 30 + "2", 1, 31, "2", 1),
        ("a" * 50, 1, 1, "a" * 19 + "…", 50),
        ("0\x001", 1, 2, "\x00", 1),
        ("0\ud8001", 1, 2, "\ud800", 1),
        ("１2", 1, 2, "2", 1),
        ("0\v1", 1, 2, "\v", 1),
    ],
)
def test_sequence_error_points_at_the_place(text, line, column, found, count):
    with pytest.raises(SequenceError) as caught:
        parse_sequence(text)
    error = caught.value
    assert (error.line, error.column, error.found, error.count) == (line, column, found, count)
    assert error.path is None
    message = str(error)
    assert f"line {line}, column {column}: {found!r}" in message
    assert "allowed are 0 and 1" in message
    assert message.isprintable()
    assert (f"{count} characters are wrong" in message) is (count > len(found))


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(alphabet="01 ,;\t\n\r\u2028，０１x2.한", max_size=40))
def test_error_place_is_where_the_text_says(text):
    bad = [c for c in text if c in "x2.한"]
    if not bad:
        digits = [c for c in text if c in "01０１"]
        assert list(parse_sequence(text)) == [int(c) for c in digits]
        return
    with pytest.raises(SequenceError) as caught:
        parse_sequence(text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").split("\n")
    place = lines[caught.value.line - 1][caught.value.column - 1 :]
    shown = caught.value.found.removesuffix("…")
    assert place.startswith(shown)
    assert any(c in "x2.한" for c in shown)
    assert caught.value.count == len(bad)


def test_a_million_characters_are_read_at_once():
    for text in ("01, " * 250_000, "０1，\n" * 250_000):
        assert parse_sequence(text).k == 250_000


@pytest.mark.parametrize(
    ("text", "k", "n"),
    [
        ("7/10", 7, 10),
        (" 7 / 10 ", 7, 10),
        ("0/0", 0, 0),
        ("007/10", 7, 10),
        ("７／10", 7, 10),
        ("500000000/1000000000", 5 * 10**8, 10**9),
        ("0/1000000000000000", 0, 10**15),
    ],
)
def test_counts(text, k, n):
    made = parse_counts(text)
    assert (made.k, made.n, made.has_sequence) == (k, n, n == 0)


@pytest.mark.parametrize(
    ("text", "reason", "words"),
    [
        ("", "form", "'' is not K/N"),
        ("7", "form", "7/10"),
        ("7/10/2", "form", "K/N"),
        ("-1/10", "form", "K/N"),
        ("1.5/10", "form", "K/N"),
        ("1,000/2,000", "form", "K/N"),
        ("1" * 60 + "/2", "form", "…"),
        ("11/10", "order", "K ≤ N"),
        ("7/1000000000000001", "range", "10**15"),
    ],
)
def test_counts_error(text, reason, words):
    with pytest.raises(CountsError) as caught:
        parse_counts(text)
    assert caught.value.reason == reason
    assert words in str(caught.value)
    assert len(caught.value.text) <= 20


@pytest.mark.parametrize(
    ("text", "pi"),
    [
        ("0.42", 0.42),
        (" .5 ", 0.5),
        ("1.", 1.0),
        ("+1", 1.0),
        ("0", 0.0),
        ("1e-5", 1e-5),
        ("5E-324", 5e-324),
        ("1e-400", 0.0),
        ("7/10", 0.7),
        ("1 / 3", 1 / 3),
        ("0/5", 0.0),
        ("０．４２", 0.42),
    ],
)
def test_probability(text, pi):
    assert parse_probability(text) == pi


def test_probability_zero_has_no_sign():
    assert math.copysign(1.0, parse_probability("-0.0")) == 1.0


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "form"),
        ("nan", "form"),
        ("inf", "form"),
        ("half", "form"),
        ("0.4.2", "form"),
        ("1_0", "form"),
        ("0x1", "form"),
        ("42%", "form"),
        ("-1/2", "form"),
        ("0" * 2000, "form"),
        ("1.0001", "range"),
        ("-0.1", "range"),
        ("1e999", "range"),
        ("11/10", "range"),
        ("1/0", "range"),
        ("0/0", "range"),
    ],
)
def test_probability_error(text, reason):
    with pytest.raises(ProbabilityError) as caught:
        parse_probability(text)
    assert caught.value.reason == reason
    assert len(caught.value.text) <= 20
    assert "decimal point" not in str(caught.value)
    assert ("[0, 1]" if reason == "range" else "from 0 to 1") in str(caught.value)


def test_decimal_comma_gets_a_hint():
    with pytest.raises(ProbabilityError, match="write a decimal point") as caught:
        parse_probability("0,42")
    assert caught.value.reason == "form"


@pytest.mark.parametrize(
    ("text", "column", "found"),
    [
        ("1" * 20 + ".5", 1, "1" * 19 + "…"),
        ("1" * 21 + ".5", 22, ".5"),
        ("0 -" + "1" * 90, 3, "-" + "1" * 18 + "…"),
        ("1" * 100 + "-1", 101, "-"),
    ],
)
def test_a_number_of_up_to_twenty_digits_is_shown_whole(text, column, found):
    with pytest.raises(SequenceError) as caught:
        parse_sequence(text)
    assert (caught.value.column, caught.value.found) == (column, found)


def test_a_million_mistakes_are_counted():
    with pytest.raises(SequenceError) as caught:
        parse_sequence("0\r\n" * 500_000 + "01 2x\n" * 500_000)
    error = caught.value
    assert (error.line, error.column, error.found, error.count) == (500_001, 4, "2x", 10**6)
