"""A few examples in one word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.labelled import LARGEST_X, Labelled
from core.labelled_points import LONGEST, parse_points, points_text

XS = st.floats(-LARGEST_X, LARGEST_X)


@given(st.lists(st.tuples(XS, st.integers(0, 1)), max_size=40))
def test_what_is_written_is_read_again(pairs):
    data = Labelled([x for x, _y in pairs], [y for _x, y in pairs], "x", "이름")
    text = points_text(data)
    assert text is not None
    assert parse_points(text, "x", "이름") == data
    assert " " not in text


def test_numbers_are_written_as_short_as_they_are():
    data = Labelled((66, -1.5, 1e22, 0.1), (0, 1, 1, 0))
    assert points_text(data) == "66:0,-1.5:1,1e+22:1,0.1:0"
    assert points_text(Labelled()) == ""


def test_what_would_be_too_long_is_not_written():
    one = Labelled([1] * 1024, [1] * 1024)
    assert points_text(one.removed([0])) == ",".join(["1:1"] * 1023)
    assert len(points_text(one)) == LONGEST - 1
    assert points_text(one.changed(0, x=100)) is None
    assert points_text(Labelled([1] * 5000, [1] * 5000)) is None


def test_blanks_and_the_minus_of_typesetters_are_taken():
    assert parse_points(" −1.5 : 1, 2e3:0 ") == Labelled([-1.5, 2000], [1, 0])
    assert parse_points("") == parse_points("  ") == Labelled()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("66", "example 1, '66', is none"),
        ("66:0,", "example 2, '', is none"),
        ("66:0,70:2", "example 2, '70:2', is none"),
        ("66:0,70:1,x:1", "example 3, 'x:1', is none"),
        ("nan:1", "is none; allowed: X:Y"),
        ("inf:1", "is none"),
        ("1_0:1", "is none"),
        ("1:1:1", "is none"),
        ("1e151:1", "at most 1e150"),
        ("1e999:1", "at most 1e150"),
        ("x" * 999, "…"),
    ],
)
def test_what_is_none_is_refused(text, words):
    with pytest.raises(ValueError, match=words) as caught:
        parse_points(text)
    assert len(str(caught.value)) < 200
