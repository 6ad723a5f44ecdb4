"""JSON read strictly, against the reader of the standard library."""

import json
import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core._strict_json import DEPTH, LONGEST_NUMBER, JsonError, parse

VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)
TEXTS = st.builds(
    lambda value, indent, plain: json.dumps(value, indent=indent, ensure_ascii=plain),
    VALUES,
    st.sampled_from([None, 1]),
    st.booleans(),
)
SAMPLE = (
    '{"a\\ud83d\\ude00é": [-1.5e+10, 0, true, null, {}], "b": {"\\n": "x\\\\", "c": [false, 10]}}'
)


def types(value):
    if isinstance(value, dict):
        return {key: types(one) for key, one in value.items()}
    if isinstance(value, list):
        return [types(one) for one in value]
    return type(value)


def judged(text):
    """What the standard library reads, strictly; ValueError where it is no JSON."""

    def once(pairs):
        if len(dict(pairs)) < len(pairs):
            raise ValueError
        return dict(pairs)

    def no_constant(_name):
        raise ValueError

    value = json.loads(text, object_pairs_hook=once, parse_constant=no_constant)
    json.dumps(value, ensure_ascii=False).encode()  # half a surrogate pair is no character
    return value


@settings(max_examples=150, deadline=None)
@given(TEXTS)
def test_it_reads_what_the_standard_library_reads(text):
    value = parse(text)
    assert value == json.loads(text)
    assert types(value) == types(json.loads(text))


@settings(max_examples=150, deadline=None)
@given(TEXTS, st.integers(0, 99), st.integers(0, 3), st.text('"\\{}[],:.-+eEu08 \nNI', max_size=3))
def test_a_changed_text_is_read_alike_or_refused_by_both(text, place, length, new):
    agree(text[:place] + new + text[place + length :])


@pytest.mark.parametrize("new", ["", *'"\\{}[],:.-+eEu019 \n\ttrfnasNI\x00é'])
def test_each_change_of_one_character_is_judged_alike(new):
    for place in range(len(SAMPLE) + 1):
        agree(SAMPLE[:place] + new + SAMPLE[place:])
        agree(SAMPLE[:place] + new + SAMPLE[place + 1 :])


def agree(text):
    try:
        expected = judged(text)
    except ValueError:
        with pytest.raises(JsonError):
            parse(text)
    else:
        assert parse(text) == expected, text


@settings(max_examples=150, deadline=None)
@given(st.lists(VALUES) | st.dictionaries(st.text(), VALUES), st.data())
def test_a_text_cut_off_anywhere_ends_too_early(value, data):
    text = json.dumps(value, ensure_ascii=data.draw(st.booleans()))
    length = data.draw(st.integers(0, len(text) - 1))
    with pytest.raises(JsonError) as caught:
        parse(text[:length])
    assert (caught.value.kind, caught.value.place) == ("end", length)


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("x", 0),
        ("NaN", 0),
        ("[Infinity]", 1),
        ("[-Infinity]", 1),
        ("nul1", 0),
        ("[1,]", 3),
        ("[1 2]", 3),
        ("{1: 2}", 1),
        ('{"a" 1}', 5),
        ('{"a": 1,}', 8),
        ("01", 0),
        ("[+1]", 1),
        ("[.5]", 1),
        ("[1.]", 1),
        ("[1.e5]", 1),
        ("1..", 0),
        ('"\t"', 1),
        ('"\\x"', 1),
        ('"\\u00g0"', 1),
        ('"\\ud83d"', 1),
        ('"\\ud83dx"', 1),
        ('"a\\ud83d\\n"', 2),
        ('"\\ud83d\\u0041"', 1),
        ('"\\ude00\\ude00"', 1),
        ('"\\ude00 "', 1),
        ('{"a": 1} x', 9),
        ("[1]]", 3),
        ("\N{NO-BREAK SPACE}1", 0),
        ("٣", 0),
    ],
)
def test_the_place_of_a_mistake(text, place):
    with pytest.raises(JsonError) as caught:
        parse(text)
    assert (caught.value.kind, caught.value.place) == ("syntax", place)


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "{", "[", '{"a"', '{"a":', "[1,", "tru", "[f", "-", "1.", "1e", "1.5e", "1e+"),
        *('"', '"a', '"\\', '"\\u', '"\\u12', '"\\ud83d', '"\\ud83d\\', '"\\ud83d\\ude0'),
    ],
)
def test_a_text_that_ends_too_early(text):
    with pytest.raises(JsonError) as caught:
        parse(text)
    assert (caught.value.kind, caught.value.place) == ("end", len(text))


def test_a_key_that_is_there_twice():
    with pytest.raises(JsonError) as caught:
        parse('{"a": {"b": 1, "\\u0062": 2}}')
    assert (caught.value.kind, caught.value.place, caught.value.name) == ("twice", 15, "b")
    assert parse('{"a": {"a": 1}, "b": {"a": 2}}') == {"a": {"a": 1}, "b": {"a": 2}}


def test_nesting_has_an_end():
    assert parse("[" * DEPTH + "]" * DEPTH)
    for text in ("[" * (DEPTH + 1) + "]" * (DEPTH + 1), '{"a":' * 10**5, "[" * 10**6):
        with pytest.raises(JsonError) as caught:
            parse(text)
        assert caught.value.kind == "syntax"


def test_numbers_have_a_longest():
    assert parse("9" * LONGEST_NUMBER) == 10**LONGEST_NUMBER - 1
    for text in ("9" * (LONGEST_NUMBER + 1), "1" * 5000, "0." + "1" * 10**6, "-" * 10**6):
        with pytest.raises(JsonError):
            parse(text)


def test_floats_beyond_float64_are_infinite():
    assert parse("[1e999, -1e999, 1e-999]") == [math.inf, -math.inf, 0.0]


def test_the_strings_that_were_cut_out():
    assert parse('{"a": "", "b": ""}', {6: 1}) == {"a": 1, "b": ""}
    assert parse('{"a": "", "b": [""]}', {6: 1, 16: b"b"}) == {"a": 1, "b": [b"b"]}
    assert parse('{"a": "", "b": ""}') == {"a": "", "b": ""}
