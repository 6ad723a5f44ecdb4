"""What is typed, and whether it is right."""

import math
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.lessons.answers import AnswerError, check, parse_number, parse_place
from core.lessons.lesson import names_before, state_of
from core.observations import Observations
from tests.core.lessons import writing
from tests.core.lessons.writing import step_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.7", 0.7),
        (" .5 ", 0.5),
        ("1.", 1.0),
        ("0,7", 0.7),
        (",5", 0.5),
        ("1,5", 1.5),
        ("1,320", 1320.0),
        ("0,132", 0.132),
        ("1,234,567", 1234567.0),
        ("1,234.5", 1234.5),
        ("-6.109", -6.109),
        ("−6.109", -6.109),
        ("+ 3", 3.0),
        ("1/1320", 1 / 1320),
        ("1 / 1,320", 1 / 1320),
        ("-1/4", -0.25),
        ("½", 0.5),
        ("70%", 0.7),
        ("70 %", 0.7),
        ("７０％", 0.7),
        ("1e-4", 1e-4),
        ("2.5E3", 2500.0),
        ("2,5e3", 2500.0),
        ("2×10^-4", 2e-4),
        ("2×10^−4", 2e-4),
        ("2 x 10**-4", 2e-4),
        ("2·10^(-4)", 2e-4),
        ("2*10^{4}", 2e4),
        ("2×10⁻⁴", 2e-4),
        ("10⁻⁴", 1e-4),
        ("10^3", 1000.0),
        ("∞", math.inf),
        ("-∞", -math.inf),
        ("−inf", -math.inf),
        ("Infinity", math.inf),
        ("무한대", math.inf),
        ("0", 0.0),
        ("-0", 0.0),
        ("1e-400", Decimal("1e-400")),
        ("5.07×10⁻⁵³¹", Decimal("5.07e-531")),
    ],
)
def test_numbers_are_read_as_people_write_them(text, value):
    made = parse_number(text)
    assert made == value
    assert type(made) is type(value)
    assert math.copysign(1, made) == math.copysign(1, value)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "empty"),
        ("  ", "empty"),
        ("-", "form"),
        ("seven", "form"),
        ("0.4.2", "form"),
        ("1,2,3", "form"),
        ("1,32,000", "form"),
        ("1/2/3", "form"),
        ("1/", "form"),
        ("--1", "form"),
        ("%", "form"),
        ("nan", "form"),
        ("0x10", "form"),
        ("1_000", "form"),
        ("2×10", "form"),
        ("1e9999999999999999", "form"),
        ("1e999999999999999/1e-999999999999999999", "form"),
        ("9" * 101, "form"),
        ("1/0", "zero"),
        ("0/0", "zero"),
    ],
)
def test_nonsense_says_what_it_is(text, reason):
    with pytest.raises(AnswerError) as caught:
        parse_number(text)
    assert caught.value.reason == reason
    assert len(caught.value.text) <= 20
    assert ("1/1320" in str(caught.value)) is (reason != "zero")


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(alphabet="0123456789.,-−/%×x10^e*∞ inf(){}½⁻⁴", max_size=12))
def test_whatever_is_typed_is_a_number_or_an_error(text):
    try:
        value = parse_number(text)
    except AnswerError:
        return
    assert isinstance(value, (float, Decimal))
    assert value == value  # noqa: PLR0124 - nan alone does not equal itself


def test_a_place_is_from_zero_to_one():
    assert parse_place("70 %") == 0.7
    assert parse_place("1e-400") == 0.0
    for text in ("1.2", "-0.1", "∞"):
        with pytest.raises(AnswerError, match=r"not in \[0, 1\]") as caught:
            parse_place(text)
        assert caught.value.reason == "range"


def asked(step):
    lesson, made = step_of(step)
    return made.question, names_before(lesson, made)


@pytest.mark.parametrize(
    ("given_place", "right"), [(0.7, True), (0.72, True), (0.68, True), (0.7201, False), (0, False)]
)
def test_a_place_is_right_within_its_distance(given_place, right):
    verdict = check(*asked(writing.PLACE), given_place)
    assert (verdict.right, verdict.expected, verdict.given) == (right, 0.7, given_place)


@pytest.mark.parametrize(
    ("answer", "within", "number", "right"),
    [
        ("200", "5 %", 210, True),
        ("200", "5 %", 190.0, True),
        ("200", "5 %", 210.1, False),
        ("-200", "5 %", -210, True),
        ("-200", "5 %", 200, False),
        ("n", None, 10.0, True),
        ("n", None, 10.5, False),
        ("inf", None, math.inf, True),
        ("inf", "1", 1e300, False),
        ("-inf", None, math.inf, False),
        ("n", "1", math.inf, False),
        ("n", "1", None, False),
        ("0.5**2000", "10 %", Decimal("8.7e-603"), True),
        ("0.5**2000", "10 %", 0.0, False),
        ("0.5**2000", "10 %", Decimal("8.7e-503"), False),
        ("10.0**2000", "10 %", math.inf, False),
    ],
)
def test_a_number_is_right_within_its_distance_or_its_share(answer, within, number, right):
    line = f"within: {within}\n" if within else ""
    step = writing.NUMBER.replace("answer: bce\nwithin: 5 %\n", f"answer: {answer}\n{line}")
    verdict = check(*asked(step), number)
    assert verdict.right is right
    assert verdict.given == number


def test_what_is_right_does_not_follow_what_the_learner_moves():
    lesson, step = step_of(writing.NUMBER)
    moved = replace(state_of(lesson, step), pi=0.9)
    names = names_before(lesson, step, moved)
    assert check(step.question, names, 1).expected == names_before(lesson, step).value("bce")


def test_an_option_is_right_or_not():
    question, names = asked(writing.CHOICE)
    verdict = check(question, names, 0)
    assert (verdict.right, verdict.expected, verdict.given) == (True, 0, 0)
    assert not check(question, names, 1).right
    assert not check(question, names, None).right


def test_what_is_to_be_done_is_done_when_it_is():
    lesson, step = step_of(writing.DO)
    start = state_of(lesson, step)
    for state, right in [
        (start, False),
        (replace(start, pi=0.7), True),
        (replace(start, observations=Observations()), False),
    ]:
        verdict = check(step.question, names_before(lesson, step, state))
        assert (verdict.right, verdict.expected, verdict.given) == (right, None, None)
