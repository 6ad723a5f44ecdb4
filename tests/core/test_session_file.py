"""Sessions as files: what is saved is what is opened, and all else is refused in one way."""

import base64
import json
import math
import random
import re
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core import _session_bits, session_document, session_reading, session_writing
from core.file_errors import FileError
from core.observations import MAX_SEQUENCE, Observations, random_observations
from core.session_file import (
    MAX_SESSION_BYTES,
    MAX_TEXT_BYTES,
    PANELS,
    VIEWS,
    SessionDocument,
    SessionError,
    check_size,
    read_session,
    read_session_file,
    write_session,
)
from core.stage import CONTROLS, LABS, Stage
from core.state import LogBase, State

# What version 1 wrote when it was new. It must be readable for ever: never change it.
VERSION_1 = """{
  "format": "bernoulli-lab-session",
  "version": 1,
  "observations": {
    "n": 10,
    "k": 7,
    "sequence": "1011011101"
  },
  "pi": 0.42,
  "true_pi": 0.7,
  "shows_true_pi": true,
  "log_base": "bits",
  "interval": [0.25, 0.75],
  "source": "file:동전.txt",
  "view": "lessons",
  "panel": "log-likelihood",
  "file": "/home/me/a.bernoulli.json",
  "saved_at": "2025-03-01T12:00:00+09:00"
}
"""
DOCUMENT_1 = SessionDocument(
    State(
        Observations((1, 0, 1, 1, 0, 1, 1, 1, 0, 1)),
        0.42,
        LogBase.BITS,
        "file:동전.txt",
        0.7,
        True,
        (0.25, 0.75),
    ),
    "lessons",
    "log-likelihood",
    file="/home/me/a.bernoulli.json",
    saved_at="2025-03-01T12:00:00+09:00",
)
OBSERVATIONS_1 = {
    '"n": 0, "k": 0, "sequence": ""': Observations(),
    '"n": 1000000000000000, "k": 3, "counts_only": true': Observations.from_counts(3, 10**15),
    '"n": 20, "k": 12, "bits": "//8A"': None,
    '"n": 20, "k": 16, "bits": "//8A"': Observations([1] * 16 + [0] * 4),
    '"n": 20, "k": 16, "bits": "\\/\\/8A"': Observations([1] * 16 + [0] * 4),
    '"n": 20, "k": 5, "runs": { "first": 0, "lengths": [9, 5, 6] }': Observations(
        [0] * 9 + [1] * 5 + [0] * 6
    ),
    '"n": 0, "k": 0, "runs": { "first": 1, "lengths": [] }': Observations(),
    '"n": 0, "k": 0, "bits": ""': Observations(),
}

PROBABILITIES = st.floats(0, 1) | st.sampled_from(
    [0.0, -0.0, 1.0, 5e-324, 2.0**-1022, 1 - 2.0**-53, 0.1, 1e-7, 1 / 3]
)
NAMES = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.sampled_from(
    ["file:a.txt", '"bits": "', '\\"bits": "AA', "\N{LINE SEPARATOR}\x00\x7f\n", "동전😀"]
)


def of_runs(runs, first):
    values = np.repeat(np.arange(first, first + len(runs)) % 2, runs)
    return Observations(values)


OBSERVATIONS = st.one_of(
    st.lists(st.integers(0, 1), max_size=30).map(Observations),
    st.integers(0, 10**15).flatmap(
        lambda n: st.integers(0, n).map(lambda k: Observations.from_counts(k, n))
    ),
    st.builds(of_runs, st.lists(st.integers(1, 400), max_size=12), st.integers(0, 1)),
    st.builds(
        random_observations,
        st.integers(0, 3000),
        st.sampled_from([0.0, 0.003, 0.5, 0.99, 1.0]),
        st.integers(0, 2**32),
    ),
)
DOCUMENTS = st.builds(
    SessionDocument,
    st.builds(
        State,
        observations=OBSERVATIONS,
        pi=PROBABILITIES,
        log_base=st.sampled_from(LogBase),
        source=NAMES,
        true_pi=st.none() | PROBABILITIES,
        shows_true_pi=st.booleans(),
        interval=st.tuples(PROBABILITIES, PROBABILITIES)
        .filter(lambda ends: ends[0] != ends[1])
        .map(lambda ends: tuple(sorted(ends))),
        stage=st.builds(
            Stage,
            lab=st.sampled_from(["", *LABS]),
            locked=st.booleans(),
            without=st.frozensets(st.sampled_from(CONTROLS)),
        ),
    ),
    st.sampled_from(VIEWS),
    st.sampled_from(PANELS),
    lesson=st.sampled_from(["", "mle:3", "동전:12"]) | NAMES,
    file=st.just("") | NAMES,
    saved_at=st.sampled_from(["", "2025-03-01T12:00:00"]),
)
# What a teacher chose, and where the class is.
CLASS = SessionDocument(
    replace(
        DOCUMENT_1.state,
        stage=Stage(lab="guess", locked=True, without=frozenset({"zoom", "estimate"})),
    ),
    lesson="mle:3",
)


def with_observations(fields):
    return re.sub(
        r'(?s)("observations": \{).*?\n  \}', lambda m: f"{m[1]} {fields} }}", VERSION_1
    ).encode()


def refused(data):
    """The one error that the data are refused with, and what every such error is like."""
    if isinstance(data, str):
        data = data.encode()
    with pytest.raises(SessionError) as caught:
        read_session(data)
    error = caught.value
    assert type(error) is SessionError
    assert error.__cause__ is None
    assert len(str(error).splitlines()) == 1
    assert len(str(error)) < 250
    if error.reason in ("not_json", "truncated"):
        lines = data.decode("utf-8-sig", "replace").split("\n")
        assert 1 <= error.line <= len(lines)
        assert 1 <= error.column <= len(lines[error.line - 1]) + 1
    assert bool(error.field) is (error.reason in ("field", "damaged"))
    assert bool(error.found) is bool(error.allowed) is (error.reason == "field")
    assert bool(error.version) is (error.reason == "newer")
    return error


# Saving and opening ------------------------------------------------------------------------------


@settings(max_examples=300, deadline=None)
@given(DOCUMENTS)
@example(SessionDocument(State(of_runs([10**6, 2, 10**6], 1))))
@example(SessionDocument(State(random_observations(4_000_001, 0.5, 1))))
def test_what_is_saved_is_what_is_opened(document):
    check_both_ways(document)


@pytest.mark.parametrize("seed", range(4))
def test_thousands_of_sessions_are_opened_as_they_were_saved(seed):
    rng = random.Random(seed)

    def probability():
        mantissa = rng.choice([rng.random(), 1.0, round(rng.random(), 3)])
        value = math.ldexp(mantissa, -rng.choice([0, 0, 1, 10, 1000, 1074]))
        return rng.choice([value, 1 - value, value, float(value > 0.5)])

    for _ in range(750):
        n = rng.choice([rng.randrange(20), rng.randrange(190, 210), rng.randrange(5000)])
        kind = rng.randrange(3)
        if kind == 0:
            observations = Observations.from_counts(rng.randrange(n + 1), n)
        elif kind == 1:
            bits = rng.getrandbits(n + 8).to_bytes(n // 8 + 2, "big")
            values = np.unpackbits(np.frombuffer(bits, np.uint8), count=n)
            observations = Observations(values)
        else:
            runs = [rng.randrange(1, 500) for _ in range(rng.randrange(20))]
            observations = of_runs(runs, rng.randrange(2))
        low, high = sorted((probability(), probability()))
        state = State(
            observations=observations,
            pi=probability(),
            log_base=rng.choice(list(LogBase)),
            true_pi=rng.choice([None, probability()]),
            shows_true_pi=rng.random() < 0.5,
            interval=(low, high) if low < high else (0.0, 1.0),
        )
        check_both_ways(SessionDocument(state, rng.choice(VIEWS), rng.choice(PANELS)))


def check_both_ways(document):
    data = write_session(document)
    opened = read_session(data)
    assert opened == document
    assert write_session(opened) == data
    assert data.endswith(b"\n}\n")
    # Any reader of JSON can read it.
    fields = json.loads(data)
    assert list(fields)[:3] == ["format", "version", "observations"]
    assert (fields["pi"], fields["source"]) == (document.state.pi, document.state.source)


def test_equal_documents_have_the_same_bytes():
    one = SessionDocument(State(pi=0.0, true_pi=0.0, interval=(0.0, 1.0)))
    other = SessionDocument(State(pi=-0.0, true_pi=-0.0, interval=(-0.0, 1)))
    assert one == other
    assert write_session(one) == write_session(other)
    read = read_session(write_session(one).replace(b"0.0", b"-0.0")).state
    assert [math.copysign(1, x) for x in (read.pi, read.true_pi, read.interval[0])] == [1, 1, 1]


def test_the_first_session_is_written_for_people():
    assert write_session(SessionDocument(State())).decode() == (
        '{\n  "format": "bernoulli-lab-session",\n  "version": 1,\n'
        '  "observations": {\n    "n": 10,\n    "k": 7,\n    "sequence": "1011011101"\n  },\n'
        '  "pi": 0.5,\n  "true_pi": null,\n  "shows_true_pi": false,\n  "log_base": "nats",\n'
        '  "interval": [0.0, 1.0],\n  "source": "",\n  "view": "explore",\n  "panel": "all"\n}\n'
    )


def test_version_1_is_written_and_read_as_ever():
    assert read_session(VERSION_1.encode()) == DOCUMENT_1
    assert write_session(DOCUMENT_1).decode() == VERSION_1


@pytest.mark.parametrize("fields", OBSERVATIONS_1)
def test_the_observations_of_version_1_are_read_as_ever(fields):
    expected = OBSERVATIONS_1[fields]
    if expected is None:
        assert refused(with_observations(fields)).field == "k"
    else:
        assert read_session(with_observations(fields)).state.observations == expected


@pytest.mark.parametrize(
    ("observations", "encoding"),
    [
        (Observations.from_counts(0, 0), "sequence"),
        (Observations.from_counts(1, 1), "counts_only"),
        (Observations([1] * 200), "sequence"),
        (Observations([1] * 201), "runs"),
        (Observations([0, 1] * 101), "bits"),
        (of_runs([40] * 30, 0), "runs"),
        (of_runs([24] * 50, 0), "bits"),  # six characters a run in base64, and four here
        (random_observations(201, 0.5, 0), "bits"),
        (random_observations(10**6, 0.0001, 0), "runs"),
    ],
)
def test_the_shortest_encoding_is_chosen(observations, encoding):
    data = write_session(SessionDocument(State(observations)))
    assert list(json.loads(data)["observations"]) == ["n", "k", encoding]
    assert read_session(data).state.observations == observations


def test_runs_that_are_too_many_are_written_as_bits(monkeypatch):
    observations = of_runs([1000] * 20, 0)
    assert b'"runs"' in write_session(SessionDocument(State(observations)))
    monkeypatch.setattr(session_writing, "MOST_RUNS", 19)
    assert b'"runs"' not in write_session(SessionDocument(State(observations)))


@pytest.mark.parametrize("length", [1, 2, 3])
def test_blocks_do_not_show_in_the_file(monkeypatch, length):
    monkeypatch.setattr(_session_bits, "BLOCK_BYTES", 3 * length)
    rng = random.Random(length)
    for n in range(201, 330, 4):
        scattered = random_observations(n, 0.5, n)
        data = write_session(SessionDocument(State(scattered)))
        packed = np.packbits(scattered.values).tobytes()
        assert json.loads(data)["observations"]["bits"] == base64.b64encode(packed).decode()
        assert read_session(data).state.observations == scattered
        runs = [rng.randrange(1, 9) for _ in range(5)] + [20 * n]
        rng.shuffle(runs)
        observations = of_runs(runs, n // 4 % 2)
        data = write_session(SessionDocument(State(observations)))
        assert json.loads(data)["observations"]["runs"]["lengths"] == runs
        assert read_session(data).state.observations == observations


def test_a_long_sequence_is_told_and_can_be_stopped():
    observations = random_observations(5_000_000, 0.5, 0)
    shares = []
    data = write_session(SessionDocument(State(observations)), shares.append)
    assert len(shares) > 3
    assert shares == sorted(shares)
    assert (shares[0] > 0, shares[-1]) == (True, 1.0)
    del shares[:]
    assert read_session(data, shares.append).state.observations == observations
    assert len(shares) > 3
    assert (shares[0] > 0, shares[-1]) == (True, 1.0)

    def stop(_share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_session(SessionDocument(State(observations)), stop)
    with pytest.raises(KeyboardInterrupt):
        read_session(data, stop)


def test_names_that_are_no_text():
    state = State(source="file:a\udcff.txt")
    opened = read_session(write_session(SessionDocument(state, file="/a\udcff", saved_at="now")))
    assert opened.state == replace(state, source="file:a\N{REPLACEMENT CHARACTER}.txt")
    # Another file of a similar name must not be written over.
    assert (opened.file, opened.saved_at) == ("", "now")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("state", None),
        ("view", "Explore"),
        ("view", ["explore"]),
        ("panel", ""),
        ("panel", None),
        ("lesson", None),
        ("lesson", 3),
        ("file", None),
        ("saved_at", 0),
    ],
)
def test_a_document_checks_its_fields(field, value):
    with pytest.raises(ValueError, match=f"^{field} must be"):
        replace(DOCUMENT_1, **{field: value})


def test_what_could_not_be_read_back_is_not_written():
    document = SessionDocument(State(source="a" * (MAX_TEXT_BYTES - 1000)))
    assert read_session(write_session(document)) == document
    with pytest.raises(SessionError, match="2 MiB") as caught:
        write_session(SessionDocument(State(source="a" * MAX_TEXT_BYTES)))
    assert caught.value.reason == "size"


# Refusing ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("data", [b"", b" \r\n\t", b"\xef\xbb\xbf", b"\xef\xbb\xbf\n"])
def test_an_empty_session(data):
    assert refused(data).reason == "empty"


@pytest.mark.parametrize(
    ("data", "line", "column"),
    [
        (b"0101", None, None),
        (b"pi = 0.5", 1, 1),
        (b"\0" * 100, 1, 1),
        (b"\x89PNG\r\n", 1, 1),
        (b"\xff\xfe{\0}\0", 1, 1),
        (b'{"a": 1,\n "b": NaN}', 2, 7),
        (b'{"a": 1,\n "b": -Infinity}', 2, 7),
        (b'{"a": 1,\r\n  "b": ' + b"1" * 5000 + b"}", 2, 8),
        ('{"동전": x}'.encode(), 1, 8),
        (b'\xef\xbb\xbf{"a": x}', 1, 7),
        (b'{"\xea\xb0\x80": "\xc0\x80"}', 1, 8),
        (b'{"a": "\xed\xb0\x80"}', 1, 8),
        (b'{"a": "\\udc00"}', 1, 8),
        (b"[" * 10**6, 1, 33),
        (b'{"a":' * 10**5, 1, 161),
    ],
)
def test_what_is_no_json_is_told_with_its_place(data, line, column):
    error = refused(data)
    assert error.reason == "not_json"
    assert line is None or (error.line, error.column) == (line, column)
    if line:
        assert str(error) == f"line {line}, column {column}: this is not JSON"


@pytest.mark.parametrize(
    ("change", "line", "column", "reason"),
    [
        (('"k": 16', '"k" 16'), 6, 9, "not_json"),
        (('A", "z"', 'A" "z"'), 7, 20, "not_json"),
        (('"z": 1', '"z": x'), 7, 26, "not_json"),
        (('"z": 1', '"z": "\xff"'), 7, 27, "not_json"),
        (('"pi": 0', '"pi": zero'), 9, 9, "not_json"),
        (('"bits": "//8A"', '"bits": "//\n8A"'), 7, 16, "not_json"),
        (('"bits": "//8A"', '"bits": "//\\x8A"'), 7, 16, "not_json"),
        (('"pi"', '"k": 1, "k": 2, "pi"'), 9, 11, "field"),
        (('"bits"', '"bits": "", "bits"'), 7, 17, "field"),
    ],
)
def test_the_place_of_a_mistake_beside_the_bits(change, line, column, reason):
    text = VERSION_1.replace('"n": 10', '"n": 20').replace('"k": 7', '"k": 16')
    text = text.replace('"sequence": "1011011101"', '"bits": "//8A", "z": 1')
    assert read_session(text.encode()).state.observations.k == 16
    data = text.replace(*change).encode("latin-1", "ignore")
    error = refused(data)
    assert (error.reason, error.line, error.column) == (reason, line, column)


def test_a_session_cut_off_anywhere_ends_too_early():
    for text in (VERSION_1, *map(bytes.decode, map(with_observations, OBSERVATIONS_1))):
        data = text.encode()
        for length in range(1, len(data) - 1):
            error = refused(data[:length])
            assert error.reason == "truncated"
            lines = data[:length].decode(errors="ignore").split("\n")
            assert (error.line, error.column) == (len(lines), len(lines[-1]) + 1)


@pytest.mark.parametrize(
    "text",
    ["{}", "[]", "null", "7", '"bernoulli-lab-session"', '{"format": "x", "version": 1}', "[NULL]"],
)
def test_another_json(text):
    assert refused(text.replace("NULL", VERSION_1)).reason == "not_session"


@pytest.mark.parametrize("version", [2, 10**30])
def test_a_newer_version(version):
    error = refused(f'{{"version": {version}, "format": "bernoulli-lab-session", "x": []}}')
    assert (error.reason, error.version) == ("newer", version)
    assert f"version {version};" in str(error)


MISSING = object()


@pytest.mark.parametrize(
    ("field", "value", "found"),
    [
        ("version", "1", "'1'"),
        ("version", True, "true"),
        ("version", 1.0, "1.0"),
        ("version", 0, "0"),
        ("pi", True, "true"),
        ("pi", "0.5", "'0.5'"),
        ("pi", None, "null"),
        ("pi", 1.0000000000000002, "1.0000000000000002"),
        ("pi", -1, "-1"),
        ("pi", [0.5], "a list"),
        ("pi", 10**300, "100000000000000000...0000000000000000000"),
        ("true_pi", False, "false"),
        ("true_pi", 2, "2"),
        ("true_pi", "", "''"),
        ("shows_true_pi", 1, "1"),
        ("shows_true_pi", None, "null"),
        ("log_base", "nat", "'nat'"),
        ("log_base", 2, "2"),
        ("interval", [0, 1, 1], "a list"),
        ("interval", [0.5, 0.5], "a list"),
        ("interval", [False, True], "a list"),
        ("interval", {"0": 1}, "an object"),
        ("interval", "01", "'01'"),
        ("source", None, "null"),
        ("source", 1, "1"),
        ("view", "Model", "'Model'"),
        ("view", ["model"], "a list"),
        ("panel", "a\u2028" * 100, None),
        ("panel", {}, "an object"),
        ("file", None, "null"),
        ("saved_at", 1, "1"),
        ("lab", "Guess", "'Guess'"),
        ("lab", None, "null"),
        ("lab", ["guess"], "a list"),
        ("without", "zoom", "'zoom'"),
        ("without", None, "null"),
        ("without", ["zoom", "title"], "a list"),
        ("without", ["zoom", 1], "a list"),
        ("without", [["zoom"]], "a list"),
        ("without", {"zoom": True}, "an object"),
        ("locked", 1, "1"),
        ("locked", "true", "'true'"),
        ("locked", None, "null"),
        ("lesson", None, "null"),
        ("lesson", 3, "3"),
        ("observations", [], "a list"),
        ("observations", None, "null"),
        ("observations", {}, "missing"),
        ("observations", {"n": 1, "k": 1}, "missing"),
        (
            "observations",
            {"n": 1, "k": 1, "sequence": "1", "bits": "gA=="},
            "given as sequence and bits",
        ),
    ],
)
def test_a_field_that_is_not_right_is_told_by_its_name(field, value, found):
    error = refused(json.dumps({**json.loads(VERSION_1), field: value}))
    assert (error.reason, error.field) == ("field", field)
    assert len(error.found) <= 42
    assert found is None or error.found == found
    assert str(error) == f"{field} must be {error.allowed}, but is {error.found}"


# What a class has -------------------------------------------------------------------------------


def test_what_a_teacher_chose_is_written_for_people_and_read_back():
    written = write_session(CLASS)
    fields = json.loads(written)
    assert fields["lab"] == "guess"
    # In the order of the window, whatever the set's.
    assert fields["without"] == ["estimate", "zoom"]
    assert fields["locked"] is True
    assert fields["lesson"] == "mle:3"
    assert read_session(written) == CLASS


def test_what_was_not_chosen_is_not_written_so_that_old_files_stay_as_they_are():
    assert write_session(read_session(VERSION_1.encode())).decode() == VERSION_1
    known = set(json.loads(VERSION_1))
    assert set(json.loads(write_session(SessionDocument(State())))) == known - {"file", "saved_at"}
    for field, more in (
        ("lab", {"lab": "chain"}),
        ("without", {"without": frozenset({"unit"})}),
        ("locked", {"locked": True}),
    ):
        written = json.loads(write_session(SessionDocument(State(stage=Stage(**more)))))
        assert set(written) == known - {"file", "saved_at"} | {field}


def test_an_old_file_leaves_nothing_out_and_locks_nothing():
    document = read_session(VERSION_1.encode())
    assert document.state.stage == Stage()
    assert document.lesson == ""


def test_everything_can_be_left_out_and_each_control_but_once():
    session = json.loads(VERSION_1)
    opened = read_session(json.dumps({**session, "without": [*CONTROLS, *CONTROLS]}).encode())
    assert opened.state.stage.without == set(CONTROLS)
    empty = read_session(json.dumps({**session, "without": [], "lab": ""}).encode())
    assert empty == DOCUMENT_1


def test_what_a_lesson_keeps_back_is_no_part_of_a_session():
    stage = Stage(
        panels=("bce",),
        hidden=frozenset({"optimum", "curves"}),
        lit="tiles",
        asks_place=True,
        prediction=0.25,
    )
    document = SessionDocument(State(stage=stage))
    assert write_session(document) == write_session(SessionDocument(State()))


def test_a_lesson_that_is_no_text_is_left_out():
    document = SessionDocument(State(), lesson="a\ud800")
    assert read_session(write_session(document)).lesson == ""


def test_the_mistake_of_a_control_names_those_that_there_are():
    error = refused(json.dumps({**json.loads(VERSION_1), "without": ["titles"]}))
    assert all(name in error.allowed for name in CONTROLS)
    error = refused(json.dumps({**json.loads(VERSION_1), "lab": "titles"}))
    assert all(name in error.allowed for name in LABS)


@pytest.mark.parametrize("field", [*json.loads(VERSION_1)][1:-2])
def test_a_field_that_is_missing_is_told_by_its_name(field):
    session = json.loads(VERSION_1)
    del session[field]
    error = refused(json.dumps(session))
    assert (error.reason, error.field, error.found) == ("field", field, "missing")


def test_keys_that_are_not_known_are_not_looked_at():
    session = json.loads(VERSION_1)
    session["observations"]["x"] = session["x"] = {"bits": "x" * 100, "n": None}
    document = read_session(json.dumps(session).encode())
    assert document == DOCUMENT_1
    del session["file"], session["saved_at"]
    turned = dict(reversed(session.items()))
    document = read_session(b"\xef\xbb\xbf" + json.dumps(turned).encode())
    assert document == replace(DOCUMENT_1, file="", saved_at="")


def test_a_field_that_is_given_twice():
    error = refused(VERSION_1.replace('"pi": 0.42', '"pi": 0.42, "pi": 0.42'))
    assert (error.reason, error.field, error.found) == ("field", "pi", "given twice")
    assert (error.line, error.column) == (9, 15)
    error = refused('{"' + "ab\\n" * 100 + '": 1, "' + "ab\\n" * 100 + '": 1}')
    assert len(error.field) < 42


@pytest.mark.parametrize(
    ("fields", "reason", "field"),
    [
        ('"k": 1, "sequence": "1"', "field", "observations.n"),
        ('"n": 1, "sequence": "1"', "field", "observations.k"),
        ('"n": true, "k": 1, "sequence": "1"', "field", "observations.n"),
        ('"n": 1, "k": true, "sequence": "1"', "field", "observations.k"),
        ('"n": 1.0, "k": 1, "sequence": "1"', "field", "observations.n"),
        ('"n": -1, "k": 0, "sequence": "1"', "field", "observations.n"),
        ('"n": 1, "k": 2, "sequence": "1"', "field", "observations.k"),
        ('"n": 1, "k": -1, "sequence": "1"', "field", "observations.k"),
        ('"n": 2, "k": 1, "sequence": "1"', "damaged", "n"),
        ('"n": 1, "k": 0, "sequence": "1"', "damaged", "k"),
        ('"n": 2, "k": 1, "sequence": "1 "', "field", "observations.sequence"),
        ('"n": 2, "k": 1, "sequence": "1٠"', "field", "observations.sequence"),
        ('"n": 2, "k": 1, "sequence": 10', "field", "observations.sequence"),
        ('"n": 2, "k": 1, "sequence": [1, 0]', "field", "observations.sequence"),
        ('"n": 2, "k": 1, "counts_only": false', "field", "observations.counts_only"),
        ('"n": 2, "k": 1, "counts_only": 1', "field", "observations.counts_only"),
        ('"n": 1000000000000001, "k": 1, "counts_only": true', "field", "observations.n"),
        (f'"n": {MAX_SEQUENCE + 1}, "k": 1, "sequence": "1"', "field", "observations.n"),
        (f'"n": {MAX_SEQUENCE + 1}, "k": 1, "bits": "gA=="', "field", "observations.n"),
        (f'"n": {MAX_SEQUENCE}, "k": 1, "bits": "gA=="', "damaged", "n"),
        ('"n": 8, "k": 1, "bits": "gA="', "damaged", "n"),
        ('"n": 9, "k": 1, "bits": "gA=="', "field", "observations.bits"),
        ('"n": 8, "k": 1, "bits": "gAA="', "field", "observations.bits"),
        ('"n": 8, "k": 1, "bits": "gB=="', "field", "observations.bits"),
        ('"n": 8, "k": 1, "bits": "gA=\t"', "field", "observations.bits"),
        ('"n": 8, "k": 1, "bits": "g==="', "field", "observations.bits"),
        ('"n": 24, "k": 1, "bits": "-_AA"', "field", "observations.bits"),
        ('"n": 24, "k": 1, "bits": "=AAA"', "field", "observations.bits"),
        ('"n": 24, "k": 1, "bits": "\u00e9AA"', "field", "observations.bits"),
        ('"n": 4, "k": 1, "bits": "iA=="', "damaged", "bits"),
        ('"n": 8, "k": 2, "bits": "gA=="', "damaged", "k"),
        ('"n": 8, "k": 1, "bits": null', "field", "observations.bits"),
        ('"n": 1, "k": 1, "runs": []', "field", "observations.runs"),
        ('"n": 1, "k": 1, "runs": {"lengths": [1]}', "field", "observations.runs.first"),
        ('"n": 1, "k": 1, "runs": {"first": 1}', "field", "observations.runs.lengths"),
        ('"n": 1, "k": 1, "runs": {"first": true, "lengths": [1]}', "field", None),
        ('"n": 1, "k": 1, "runs": {"first": 2, "lengths": [1]}', "field", None),
        ('"n": 1, "k": 1, "runs": {"first": 1, "lengths": [true]}', "field", None),
        ('"n": 1, "k": 1, "runs": {"first": 1, "lengths": [1.0]}', "field", None),
        ('"n": 1, "k": 1, "runs": {"first": 1, "lengths": "1"}', "field", None),
        ('"n": 1, "k": 1, "runs": {"first": 1, "lengths": [0, 1]}', "field", None),
        ('"n": 1, "k": 1, "runs": {"first": 1, "lengths": [2, -1]}', "field", None),
        ('"n": 5, "k": 1, "runs": {"first": 1, "lengths": [1, 3]}', "damaged", "n"),
        ('"n": 4, "k": 1, "runs": {"first": 0, "lengths": [1, 3]}', "damaged", "k"),
        (f'"n": {10**9}, "k": 1, "runs": {{"first": 1, "lengths": [{10**200}]}}', "damaged", "n"),
    ],
)
def test_observations_that_are_not_right(fields, reason, field):
    error = refused(with_observations(fields))
    assert error.reason == reason
    assert error.field == field or (field is None and error.field.startswith("observations.runs."))


def test_the_bits_of_another_object_are_not_the_observations():
    text = VERSION_1.replace('"sequence": "1011011101"', '"bits": "t0A="')
    assert read_session(text.encode()) == replace(
        DOCUMENT_1,
        state=replace(DOCUMENT_1.state, observations=Observations([1, 0, 1, 1, 0, 1, 1, 1, 0, 1])),
    )
    for other in ('"x": {"bits": "AAA="}', '"bits": "AAA="', r'"x\"bits": "AAA="'):
        changed = text.replace('"version"', f'{other}, "version"')
        assert read_session(changed.encode()) == read_session(text.encode())
    # Bits where a number is meant.
    assert refused(text.replace('"pi": 0.42', '"pi": {"bits": ""}')).found == "an object"
    assert refused('{"format": "bernoulli-lab-session", "bits": ""}').field == "version"


def test_bits_in_the_place_of_observations_are_a_string():
    text = VERSION_1.replace('"n": 10', '"n": {"bits": "AA"}')
    assert refused(text).found == "an object"
    fields = '"n": 1, "k": 1, "runs": {"first": 1, "lengths": "bits"}'
    assert refused(with_observations(fields)).found == "'bits'"


def test_sizes_are_checked_before_anything_is_read(monkeypatch):
    check_size(MAX_SESSION_BYTES)
    with pytest.raises(SessionError, match="256 MiB") as caught:
        check_size(MAX_SESSION_BYTES + 1)
    assert caught.value.reason == "size"
    # Small JSON values take far more memory than their text.
    assert refused(b"[" + b"[]," * (MAX_TEXT_BYTES // 3) + b"[]]").reason == "size"
    assert refused(b'{"a": "' + b"x" * MAX_TEXT_BYTES).reason == "size"
    monkeypatch.setattr(session_document, "MAX_SESSION_BYTES", len(VERSION_1.encode()))
    assert read_session(VERSION_1.encode()) == DOCUMENT_1
    assert refused(VERSION_1 + " ").reason == "size"


def test_the_longest_sequence_may_be_opened():
    assert 4 * -(-MAX_SEQUENCE // 24) + MAX_TEXT_BYTES <= MAX_SESSION_BYTES


# Anything ---------------------------------------------------------------------------------------


def right_or_refused(data):
    """A session is either the one that any reader of JSON sees, or refused."""
    try:
        document = read_session(data)
    except SessionError:
        refused(data)
        return
    assert read_session(write_session(document)) == document
    fields = json.loads(data.decode("utf-8-sig"))
    state = document.state
    assert (fields["format"], fields["version"]) == ("bernoulli-lab-session", 1)
    assert (fields["pi"], fields["true_pi"]) == (state.pi, state.true_pi)
    assert (fields["source"], fields["log_base"]) == (state.source, state.log_base.value)
    assert (fields["view"], fields["panel"]) == (document.view, document.panel)
    assert (fields["interval"], fields["shows_true_pi"]) == (
        list(state.interval),
        state.shows_true_pi,
    )
    given = fields["observations"]
    assert (given["n"], given["k"]) == (state.observations.n, state.observations.k)
    if "sequence" in given:
        assert given["sequence"] == state.observations.text()
    if "bits" in given:
        packed = np.packbits(state.observations.values).tobytes()
        assert given["bits"] == base64.b64encode(packed).decode()


SEEDS = [VERSION_1.encode(), *map(with_observations, OBSERVATIONS_1)]
TOKENS = b'{ } [ ] , : " \\ \n 0 1 -1 7 10 1e3 1e999 NaN null true false "" [] {} "bits" bits \xff'


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=100))
def test_any_bytes_are_refused(data):
    assert refused(data).reason in ("empty", "not_json", "truncated", "not_session")


@pytest.mark.parametrize("seed", range(len(SEEDS)))
def test_sessions_with_a_changed_byte(seed):
    data = SEEDS[seed]
    rng = random.Random(seed)
    for place, byte in enumerate(data):
        for new in (byte ^ 1, byte ^ 16, rng.randrange(256)):
            right_or_refused(data[:place] + bytes((new,)) + data[place + 1 :])


@pytest.mark.parametrize("seed", range(4))
def test_sessions_with_changed_tokens(seed):
    rng = random.Random(seed)
    tokens = TOKENS.split(b" ")
    for _ in range(400):
        parts = re.split(rb"([{}\[\],:]|\n *)", rng.choice(SEEDS))
        for _ in range(rng.randrange(1, 4)):
            place = rng.randrange(len(parts))
            change = rng.randrange(4)
            if change == 0:
                parts[place] = rng.choice(tokens)
            elif change == 1:
                parts.insert(place, rng.choice(tokens))
            elif change == 2:
                other = rng.randrange(len(parts))
                parts[place], parts[other] = parts[other], parts[place]
            else:
                parts[place : place + 3] = []
        right_or_refused(b"".join(parts))


# Files ------------------------------------------------------------------------------------------


def test_a_file(tmp_path):
    path = tmp_path / "동전.bernoulli.json"
    path.write_bytes(VERSION_1.encode())
    assert read_session_file(path) == read_session_file(str(path)) == DOCUMENT_1
    path.write_bytes(b"")
    with pytest.raises(SessionError) as caught:
        read_session_file(path)
    assert caught.value.reason == "empty"


def test_the_reading_of_a_file_is_told_and_can_be_stopped(tmp_path):
    path = tmp_path / "long.bernoulli.json"
    observations = random_observations(3_000_000, 0.5, 0)
    path.write_bytes(write_session(SessionDocument(State(observations))))
    shares = []
    assert read_session_file(path, shares.append).state.observations == observations
    assert (shares[0], shares[-1]) == (0.0, 1.0)

    def stop(_share):
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_session_file(path, stop)


def test_files_that_cannot_be_read(tmp_path, monkeypatch):
    path = tmp_path / "a.bernoulli.json"
    for wrong, reason in ((path, "missing"), (tmp_path, "directory"), ("a\0b", "unreadable")):
        with pytest.raises(FileError) as caught:
            read_session_file(wrong)
        assert (caught.value.path, caught.value.reason) == (str(wrong), reason)
    path.write_bytes(VERSION_1.encode())
    monkeypatch.setattr(session_reading, "MAX_SESSION_BYTES", 2**20)
    with path.open("r+b") as file:
        file.truncate(2**20 + 1)
    with pytest.raises(FileError, match="larger than 1 MiB") as caught:
        read_session_file(path)
    assert (caught.value.reason, caught.value.detail) == ("too_large", "1 MiB")


def test_no_number_is_too_long_for_a_message():
    limit = getattr(sys, "set_int_max_str_digits", None)
    assert refused(VERSION_1.replace('"n": 10', f'"n": {"9" * 400}')).field == "observations.n"
    assert refused(VERSION_1.replace("0.42", "9" * 400)).field == "pi"
    assert refused(VERSION_1.replace('"version": 1', f'"version": {"9" * 150}')).reason == "newer"
    assert limit is None or sys.get_int_max_str_digits()
