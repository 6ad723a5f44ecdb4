"""Words for the two outcomes: what is read, and where a text stops being of one kind."""

import itertools
import re

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.parsing import SequenceError
from core.words import KINDS, WordReader, Words, WordScan, outcome, parse_text, parse_words

SEPARATORS = " \t,;\n\r\u2028\u2029\u00a0\u202f\u3000\ufeff，；、"
TOGETHER = [("H", "T"), ("앞", "뒤"), ("성공", "실패")]
APART = [("heads", "tails"), ("true", "false"), ("yes", "no"), ("success", "failure")]
WORDS = {word.lower() for pair in TOGETHER + APART for word in pair}
NUMBER = re.compile(r"[+-]?[0-9]{0,20}\.[0-9]+|[+-][0-9]+")


def bits(reading):
    return reading.observations.text()


def kind(pair):
    return Words(*pair)


# An independent reading, a character at a time: ("ok", bits, pair) or ("wrong", place ...)
def read_plainly(text):
    good_digits = {"0": "0", "1": "1", "０": "0", "１": "1"}
    tokens = tokens_of(text)
    pair = kind_plainly(tokens[0][1]) if tokens else None
    found, wrong = "", []
    if all(c in good_digits or c in SEPARATORS for c in text):
        return "ok", "".join(good_digits.get(c, "") for c in text), None
    if pair is None:
        wrong = [i for i, c in enumerate(text) if c not in good_digits and c not in SEPARATORS]
    elif pair in APART:
        for start, token in tokens:
            if token.lower() in pair:
                found += "10"[pair.index(token.lower())]
            else:
                wrong += range(start, start + len(token))
    else:
        i, length = 0, len(pair[0])
        while i < len(text):
            word = text[i : i + length].upper()
            if word in pair:
                found += "10"[pair.index(word)]
                i += length
                continue
            if text[i] not in SEPARATORS:
                wrong.append(i)
            i += 1
    if not wrong:
        return "ok", found, pair
    return "wrong", *place_plainly(text, wrong, tokens, pair), pair


def tokens_of(text):
    tokens, start = [], None
    for i, c in enumerate(text + " "):
        if c in SEPARATORS:
            if start is not None:
                tokens.append((start, text[start:i]))
            start = None
        elif start is None:
            start = i
    return tokens


def kind_plainly(token):
    for pair in APART + TOGETHER:
        if token.lower() in [word.lower() for word in pair]:
            return pair
    for pair in TOGETHER:
        count, rest = 0, token[:64].upper()
        while rest.startswith(pair):
            count, rest = count + 1, rest[len(pair[0]) :]
        if not rest or count >= 8:
            return pair
    return None


def place_plainly(text, wrong, tokens, pair):
    first = wrong[0]
    start, token = next(one for one in tokens if one[0] <= first < one[0] + len(one[1]))
    number = NUMBER.match(token)
    if number and start + number.end() > first:
        at, found = start, number.group()
    elif pair and token.lower() in WORDS:
        at, found = start, token
    else:
        at, end = first, first
        while end in set(wrong[:100]):
            end += 1
        found = text[at:end]
    lines = re.split("\r\n|[\n\r\u2028\u2029]", text[:at])
    if text[:at].endswith("\r") and text[at : at + 1] == "\n":
        lines.pop()
    shown = found if len(found) <= 20 else found[:19] + "…"
    return len(lines), len(lines[-1]) + 1, shown, len(wrong)


def read_by_program(read):
    try:
        reading = read()
    except SequenceError as error:
        return (
            "wrong",
            *(error.line, error.column, error.found, error.count),
            error.allowed,
        )
    return "ok", bits(reading), reading.words and (reading.words.one, reading.words.zero)


PIECES = [
    *"HThtHTHTHT",
    *("앞", "뒤", "앞뒤", "성공", "실패", "성", "공", "성공실패실패"),
    *("heads", "Tails", "TRUE", "false", "yes", "no", "success", "FAILURE", "truefalse"),
    *("0", "1", "2", "１", "0.5", "-1", ".", "x", "HTHTHTHTHTHT", "x" * 30, "\ud800", "\0", "ſ"),
    *SEPARATORS,
    *"    ,,\n",
    "\r\n",
]
texts = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=12).map("".join),
    *(
        st.lists(
            st.sampled_from([*pair, pair[0].upper(), *SEPARATORS, "\r\n", " ", " ", extra]),
            max_size=20,
        ).map("".join)
        for pair in TOGETHER + APART
        for extra in (" ", "x")
    ),
)


@settings(max_examples=2000, deadline=None, derandomize=True)
@given(texts)
def test_text_is_read_as_by_a_plain_program(text):
    assert read_by_program(lambda: parse_text(text)) == read_plainly(text)


@settings(max_examples=1000, deadline=None, derandomize=True)
@given(texts, st.lists(st.integers(0, 60), max_size=12))
def test_blocks_are_read_as_the_whole(text, cuts):
    places = sorted({0, len(text), *(cut for cut in cuts if cut < len(text))})
    # No block ends between a carriage return and its line feed.
    places = [i for i in places if text[i - 1 : i + 1] != "\r\n"]
    blocks = [text[i:j] for i, j in itertools.pairwise(places)]
    told = read_plainly(text)
    pair = told[-1]
    reader = WordReader()
    values = []
    for block in [*blocks, None]:
        values.append(reader.feed(block or "", last=block is None))
        if values[-1] is None:
            break
    if told[0] == "ok" and (pair or not tokens_of(text)):
        assert "".join(map(str, np.concatenate(values))) == told[1]
        assert reader.words == (pair and kind(pair))
    else:
        assert values[-1] is None
    scan = WordScan(pair and kind(pair))
    for block in blocks:
        scan.feed(block)
    scan.feed("", last=True)
    error = scan.error("file")
    if told[0] == "ok":
        assert error is None
    else:
        assert ("wrong", error.line, error.column, error.found, error.count, pair) == told
        assert (error.path, error.allowed) == ("file", pair)


@pytest.mark.parametrize(
    ("text", "expected", "pair"),
    [
        ("HTHHT", "10110", ("H", "T")),
        ("h t\nH", "101", ("H", "T")),
        ("앞뒤앞", "101", ("앞", "뒤")),
        ("성공, 실패；성공성공", "1011", ("성공", "실패")),
        ("Heads tails TAILS", "100", ("heads", "tails")),
        ("True\r\nFalse\r\n", "10", ("true", "false")),
        ("yes、no", "10", ("yes", "no")),
        ("success;failure", "10", ("success", "failure")),
        ("\ufeffno", "0", ("yes", "no")),
    ],
)
def test_words_become_ones_and_zeros(text, expected, pair):
    for read in (parse_words, parse_text):
        assert bits(read(text)) == expected
        assert read(text).words == Words(*pair)


def test_each_kind_is_known_and_its_first_word_is_one():
    assert {(words.one, words.zero) for words in KINDS} == set(TOGETHER + APART)
    for words in KINDS:
        assert bits(parse_text(f"{words.zero} {words.one}")) == "01"


def test_digits_are_no_words():
    assert parse_words("0101") is None
    assert parse_text("0101").words is None
    assert bits(parse_text("0１ 01")) == "0101"
    assert parse_words("") is None
    assert parse_text(" \n").observations.n == 0


@pytest.mark.parametrize(
    "text", ["hello world", "The quick", "that", "truefalse", "http://x", "성"]
)
def test_other_text_is_told_as_no_digits(text):
    assert parse_words(text) is None
    with pytest.raises(SequenceError, match="allowed are 0 and 1") as caught:
        parse_text(text)
    assert caught.value.allowed is None
    assert caught.value.column == 1


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("H T 1", (1, 5, "1", 1)),
        ("H T\nheads", (2, 1, "heads", 4)),
        ("H T\ntails T", (2, 1, "tails", 4)),
        ("heads tails\n yes", (2, 2, "yes", 3)),
        ("yes no 0.5 1", (1, 8, "0.5", 4)),
        ("yes no maybe perhaps", (1, 8, "maybe", 12)),
        ("HTHTHTHTHTXHT", (1, 11, "X", 1)),
        ("성공 성 실패 공", (1, 4, "성", 2)),
        ("true " + "x" * 100, (1, 6, "x" * 19 + "…", 100)),
        ("앞 앞 H", (1, 5, "H", 1)),
    ],
)
def test_mixed_words_are_told_at_the_place(text, place):
    for read in (parse_words, parse_text):
        with pytest.raises(SequenceError) as caught:
            read(text)
        error = caught.value
        assert (error.line, error.column, error.found, error.count) == place
        one, zero = error.allowed
        assert f"allowed are {one} and {zero}" in str(error)


def test_a_long_text_without_separators_is_read():
    assert parse_text("HT" * 500_000).observations.k == 500_000
    with pytest.raises(SequenceError) as caught:
        parse_text("HT" * 500_000 + "?" + "T" * 1000)
    assert (caught.value.column, caught.value.count) == (1_000_001, 1)


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        *((cell, (None, 0)) for cell in ("0", " 0 ", "0.0", "０", "０.０", "０．０\t")),
        *((cell, (None, 1)) for cell in ("1", "1.0", "１", "\u30001\u3000")),
        ("h", (Words("H", "T"), 1)),
        (" 실패", (Words("성공", "실패"), 0)),
        ("FALSE", (Words("true", "false"), 0)),
        *((cell, None) for cell in ("", " ", "2", "01", "1.", "1.5", "-0", "HT", "½", "①", "x")),
    ],
)
def test_cell(cell, expected):
    assert outcome(cell) == expected
