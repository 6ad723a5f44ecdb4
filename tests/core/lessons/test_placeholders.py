"""Placeholders: the numbers in prose, and how they are written."""

import math

import pytest

from core.lessons.errors import ExpressionError
from core.lessons.names import Names
from core.lessons.placeholders import PlaceholderError, fill, literals, placeholders
from core.observations import Observations
from core.state import State

NAMES = Names(
    State(pi=0.42),
    where={"K": 700, "N": 1000, "year": 1710, "third": 1 / 3, "small": 1.5e-7, "big": 24000.0},
)


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("no number", "no number"),
        ("{n} of {{k}}", "10 of {k}"),
        ("{{{n}}}", "{10}"),
        ("{ mle }", "0.7"),
        ("{mle:4}", "0.7000"),
        ("{mle:2}", "0.70"),
        ("{mle:p}", "0.700"),
        ("{= mle}", "= 0.7"),
        ("{= mle:3}", "= 0.700"),
        ("{=mle:p}", "= 0.700"),
        ("{= 1 - pi}", "= 0.58"),
        ("{= third}", "≈ 0.3333"),
        ("{= third:17}", "≈ 0.33333333333333331"),
        ("{= mle:17}", "= 0.69999999999999996"),
        ("{= mle:16}", "= 0.7000000000000000"),
        ("{= bce:4}", "≈ 0.7707"),
        ("{bce}", "0.7707"),
        ("{ell}", "−7.707"),
        ("{= n}", "= 10"),
        ("{N}", "1,000"),
        ("{N:count}", "1,000"),
        ("{year:plain}", "1710"),
        ("{year:2}", "1.7×10³"),
        ("{big}", "24,000"),
        ("{big / 7}", "3429"),
        ("{big * 10 / 7}", "3.429×10⁴"),
        ("{= small}", "= 1.5×10⁻⁷"),
        ("{small:p}", "1.5×10⁻⁷"),
        ("{= third:p}", "≈ 0.333333"),
        ("{0.5**n}", "9.766×10⁻⁴"),
        ("{K / N:percent}", "70%"),
        ("{= third:percent}", "≈ 33.33%"),
        ("{mle:exact}", "0.6999999999999999555910790149937383830547332763671875"),
        ("{ell - ell:4}", "0"),
        ("{-n:exact}", "−10"),
        ("{= mle / 2:exact}", "= 0.34999999999999997779553950749686919152736663818359375"),
        ("{likelihood(mle, K, N)}", "5.070×10⁻²⁶⁶"),
        ("{likelihood(0.7, 1400, 2000)}", "2.570×10⁻⁵³¹"),
        ("{likelihood(0.7, 1400, 2000):p}", "2.570×10⁻⁵³¹"),
        ("{= 10.0**n**3}", "= 1×10¹⁰⁰⁰"),
        ("{-(10.0**n**3):3}", "−1.00×10¹⁰⁰⁰"),
        ("{10**n**3 - 1:3}", "1.00×10¹⁰⁰⁰"),
        ("{n*10**30}", "10,000,000,000,000,000,000,000,000,000,000"),
        ("{n*10**30:3}", "1.00×10³¹"),
        ("{n*10.0**30}", "1×10³¹"),
        ("{k - 7:3}", "0"),
        ("{n**60 - 1:3}", "1.00×10⁶⁰"),
        ("{= inf}", "= ∞"),
        ("{-inf:exact}", "−∞"),
        ("{log(0*n):3}", "−∞"),
        ("{inf:percent}", "∞%"),
    ],
)
def test_a_placeholder_becomes_its_number(text, filled):
    assert fill(text, NAMES) == filled


def test_digits_beyond_those_of_float64_are_rounded_once():
    number = Names(State(), where={"x": 9.9999999999999999e-1})
    assert fill("{x:3}", number) == "1.00"
    assert fill("{(10**n**3 - 1) / 10**995:6}", NAMES) == "100000"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("{", 0, "a { stands alone; a brace as such is written {{"),
        ("one\n}", 1, "a } stands alone"),
        ("{n {k}", 0, "a { stands alone"),
        ("{n\n}\n{", 2, "stands alone"),
        ("{}", 0, "missing"),
        ("{0.7}", 0, "{0.7} is a number typed by hand"),
        ("{= 1/3}", 0, "typed by hand"),
        ("{mel}", 0, "'mel' is not a name; the nearest is mle"),
        ("{mle:18}", 0, "'18' is not a format; allowed: 2 to 17, p, count, plain, exact, percent"),
        ("{mle:1}", 0, "'1' is not a format"),
        ("{mle:02}", 0, "'02' is not a format"),
        ("{mle:}", 0, "'' is not a format"),
        ("{mle:３}", 0, "is not a format"),
        ("{mle:p:p}", 0, "'p:p' is not a format"),
    ],
)
def test_what_is_no_placeholder_is_refused_with_its_line(text, line, words):
    with pytest.raises(PlaceholderError) as caught:
        placeholders(text)
    assert caught.value.line == line
    assert words in str(caught.value)
    with pytest.raises(ExpressionError):
        fill(text, NAMES)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("\n{n > 3}", "{n > 3}: it is true or false"),
        ("\n{ell:p}", "is not a probability"),
        ("\n{mle:count}", "{mle}: 0.7 is not a whole number"),
        ("\n{inf:plain}", "is not a whole number"),
        ("\n{10.0**n**3:count}", "is not a whole number"),
        ("\n{0.5**n**3:exact}", "has more than 80 digits"),
        ("\n{0.5**n**4:exact}", "beyond float64"),
        ("\n{n / (k - 7)}", "divides by zero"),
    ],
)
def test_a_number_that_cannot_be_written_so_says_why(text, words):
    with pytest.raises(PlaceholderError) as caught:
        fill(text, NAMES)
    assert caught.value.line == 1
    assert words in str(caught.value)
    assert fill(text, NAMES, "–") == "\n–"


def test_what_is_no_placeholder_is_an_error_even_where_a_missing_number_is_not():
    with pytest.raises(PlaceholderError):
        fill("{", NAMES, "–")


def test_placeholders_know_their_lines():
    found = placeholders("{n}\n\n{k:3} {= pi}")
    assert [(one.expression.text, one.form, one.signed, one.line) for one in found] == [
        ("n", "", False, 0),
        ("k", "3", False, 2),
        ("pi", "", True, 2),
    ]


def test_the_sign_is_that_of_equality_only_if_the_digits_are_exact():
    for number, text in [
        (0.1234, "= 0.1234"),
        (0.12345, "≈ 0.1235" if f"{0.12345:.4g}" == "0.1235" else "≈ 0.1234"),
        (0.1 + 0.2, "= 0.3"),
        (math.pi, "≈ 3.142"),
        (1e-300, "= 1×10⁻³⁰⁰"),
    ]:
        assert fill("{= x}", Names(State(), where={"x": number})) == text


def test_the_names_of_a_lesson_are_its_own():
    with pytest.raises(PlaceholderError, match="'K' is not a name"):
        fill("{K}", Names(State()))
    assert fill("{K}", Names(State(), where={"K": 3})) == "3"


def test_numbers_follow_the_state():
    assert fill("{k}/{n}", Names(State(Observations((1, 1, 0))))) == "2/3"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("y = 1, 1/N, 1−π and 0", []),
        ("float32 and float64", []),
        ("{likelihood(0.7, 7, 10):4} at {= 3}", []),
        ("[this](#tile:3) and π² or x₂", []),
        ("{{ 5 }}", [(0, "5")]),
        ("1/2", [(0, "2")]),
        ("0.5", [(0, "0.5")]),
        ("1,320 or 1.5.", [(0, "1,320"), (0, "1.5")]),
        ("one\n\ntwo 22 and 7번", [(2, "22"), (2, "7")]),
        ("10⁻⁴", [(0, "10")]),
        ("float16, float640, float32s", [(0, "16"), (0, "640")]),
        ("[3 of them](#tiles)", [(0, "3")]),
        ("７", [(0, "７")]),
        ("01", [(0, "01")]),
        ("{a\nb} 2", [(1, "2")]),
    ],
)
def test_numbers_typed_by_hand_are_found(text, found):
    assert literals(text) == found
