"""The model in a session: every float of it comes back, and all else is refused by its field."""

import base64
import copy
import json
import math
import random
import re
import struct
import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from core import _session_bits, climb, session_model
from core.labelled import LARGEST_X, MOST_EXAMPLES, Labelled
from core.model_state import (
    LARGEST,
    LARGEST_SEED,
    METHODS,
    MOST_STEPS,
    PLOTS,
    SLICES,
    Climber,
    ModelLook,
    ModelState,
)
from core.observations import MAX_SEQUENCE, Observations, random_observations
from core.region import Region
from core.session_file import (
    MAX_SESSION_BYTES,
    MAX_TEXT_BYTES,
    SessionDocument,
    SessionError,
    read_session,
    write_session,
)
from core.session_model import MOST_LISTED
from core.state import State
from tests.helpers import ROOT

# What was written when the model was new. It must be readable for ever: never change it.
WRITTEN = """{
  "format": "bernoulli-lab-session",
  "version": 1,
  "observations": {
    "n": 10,
    "k": 7,
    "sequence": "1011011101"
  },
  "pi": 0.5,
  "true_pi": null,
  "shows_true_pi": false,
  "log_base": "nats",
  "interval": [0.0, 1.0],
  "source": "",
  "view": "model",
  "panel": "all",
  "model": {
    "examples": {
      "n": 4,
      "k": 2,
      "x_name": "temperature",
      "y_name": "고리 손상",
      "x": [53.0, -0.1, 1e+150, 5e-324],
      "y": "1010"
    },
    "source": "file:challenger.csv",
    "w": -0.2321627,
    "b": 15.04,
    "shared": false,
    "true": [2.0, -1.0],
    "climber": { "method": "descent", "rate": 0.5, "single": true, "seed": 7, "total": false, \
"standardised": true, "start": [0.0, 0.0], "step": 12 },
    "look": { "slice_along": "b", "region": [-1.0, 1.0, -20.0, 20.0], "plots": ["landscape"] }
  }
}
"""
DATA = Labelled([53.0, -0.1, 1e150, 5e-324], [1, 0, 1, 0], "temperature", "고리 손상")
MODEL = ModelState(
    DATA,
    "file:challenger.csv",
    -0.2321627,
    15.04,
    climber=Climber(rate=0.5, single=True, seed=7, start=(0.0, 0.0), step=12),
    true=(2.0, -1.0),
)
LOOK = ModelLook("b", Region(-1.0, 1.0, -20.0, 20.0), ("landscape",))
DOCUMENT = SessionDocument(State(), "model", model=MODEL, model_look=LOOK)
# No path of these twelve steps ends there: it is not read.
OPENED = replace(MODEL, climber=replace(MODEL.climber, start=None, step=0))
# As a lesson for a reader: packed by hand.
BY_HAND = {
    "n": 3,
    "k": 2,
    "x_name": "",
    "y_name": "",
    "x": {"bits": base64.b64encode(struct.pack("<3d", 0.5, -7.0, 1e-300)).decode()},
    "y": {"bits": base64.b64encode(b"\xa0").decode()},
}


def some(n, seed=1):
    """n examples of all sizes."""
    rng = np.random.default_rng(seed)
    x = rng.normal(size=n) * 10.0 ** rng.integers(-150, 150, size=n)
    return Labelled(x, rng.integers(0, 2, size=n), "x", "y")


def document_of(data, **fields):
    return replace(DOCUMENT, model=replace(OPENED, data=data), **fields)


def changed(*path, to):
    """The written session with one field changed, as text."""
    session = json.loads(WRITTEN)
    at = session["model"]
    for name in path[:-1]:
        at = at[name]
    if to is MISSING:
        del at[path[-1]]
    else:
        at[path[-1]] = to
    return json.dumps(session)


MISSING = object()


def refused(text):
    data = text.encode() if isinstance(text, str) else text
    with pytest.raises(SessionError) as caught:
        read_session(data)
    error = caught.value
    assert error.__cause__ is None
    assert len(str(error).splitlines()) == 1
    assert len(str(error)) < 250
    return error


# Saving and opening ------------------------------------------------------------------------------

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12) | st.sampled_from(
    ['"bits": "', '\\"bits": "AA', "}\n", "온도 °C", "\x00\N{LINE SEPARATOR}", "😀"]
)


def numbers_up_to(largest):
    return st.floats(-largest, largest) | st.sampled_from(
        [0.0, -0.0, 5e-324, -5e-324, 2.0**-1022, largest, -largest, 0.1, 1 / 3, 1e22, 123456789.5]
    )


WEIGHTS = numbers_up_to(LARGEST)
EXAMPLES = st.lists(st.tuples(numbers_up_to(LARGEST_X), st.integers(0, 1)), max_size=12)
PAIRS = st.tuples(WEIGHTS, WEIGHTS)
EDGES = st.floats(allow_nan=False, allow_infinity=False)
RISING = st.tuples(EDGES, EDGES).filter(lambda ends: ends[0] != ends[1]).map(sorted)
MODELS = st.builds(
    ModelState,
    data=st.builds(
        lambda examples, x_name, y_name: Labelled(
            [x for x, _y in examples], [y for _x, y in examples], x_name, y_name
        ),
        EXAMPLES,
        TEXTS,
        TEXTS,
    ),
    source=TEXTS,
    w=WEIGHTS,
    b=WEIGHTS,
    shared=st.booleans(),
    true=st.none() | PAIRS,
    climber=st.builds(
        Climber,
        method=st.sampled_from(METHODS),
        rate=st.floats(1e-12, 1e12),
        single=st.booleans(),
        seed=st.integers(0, LARGEST_SEED),
        total=st.booleans(),
        standardised=st.booleans(),
    ),
)


def walked(model, start, step):
    """The model at the end of a path, if there is one."""
    if not model.data.n:
        return model
    climber = replace(model.climber, start=start, step=step)
    end = climb.path(model.data, climber, shared=model.shared)
    w = model.w if model.shared else end.w[-1]
    return replace(model, w=w, b=end.b[-1], climber=climber)


WALKED = st.builds(walked, MODELS, PAIRS, st.integers(0, 30))
LOOKS = st.builds(
    ModelLook,
    slice_along=st.sampled_from(SLICES),
    region=st.none() | st.builds(lambda w, b: Region(*w, *b), RISING, RISING),
    plots=st.sampled_from([PLOTS, PLOTS[:1], PLOTS[1:]]),
)


def check_both_ways(document):
    data = write_session(document)
    opened = read_session(data)
    assert opened == document
    # Also where equal is not the same.
    assert opened.model.data.x.tobytes() == (document.model.data.x + 0.0).tobytes()
    assert write_session(opened) == data
    fields = json.loads(data)["model"]
    assert (fields["w"], fields["b"]) == (document.model.w, document.model.b)
    examples = fields["examples"]
    assert (examples["n"], examples["k"]) == (document.model.data.n, document.model.data.k)
    return data


@settings(max_examples=300, deadline=None)
@given(MODELS | WALKED, LOOKS, st.booleans())
@example(ModelState(), ModelLook(), False)
@example(ModelState(Labelled([-0.0], [1])), ModelLook(), True)
def test_what_is_saved_is_what_is_opened(model, look, many):
    observations = random_observations(300, 0.5, 1) if many else Observations()
    check_both_ways(SessionDocument(State(observations), model=model, model_look=look))


@pytest.mark.parametrize("n", [0, 1, 7, 8, MOST_LISTED - 1, MOST_LISTED, MOST_LISTED + 1, 30_001])
def test_examples_short_and_long(n):
    check_both_ways(document_of(some(n)))
    ones = Labelled(np.zeros(n), np.ones(n))
    check_both_ways(document_of(ones))
    check_both_ways(document_of(some(n), state=State(random_observations(3 * n, 0.5, 2))))


@pytest.mark.parametrize("length", [1, 2, 3])
def test_blocks_do_not_show_in_the_file(monkeypatch, length):
    monkeypatch.setattr(session_model, "MOST_LISTED", 0)
    documents = [document_of(some(n)) for n in range(1, 30)]
    written = list(map(write_session, documents))
    monkeypatch.setattr(_session_bits, "BLOCK_BYTES", 3 * length)
    assert list(map(write_session, documents)) == written
    assert list(map(read_session, written)) == documents


def test_what_was_written_first_is_written_and_read_for_ever():
    assert write_session(DOCUMENT).decode() == WRITTEN
    assert read_session(WRITTEN.encode()) == replace(DOCUMENT, model=OPENED)


SIX = Labelled([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [0, 1, 0, 1, 0, 1])


def reopened(model):
    return read_session(write_session(replace(DOCUMENT, model=model))).model


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("single", [False, True])
def test_w_and_b_that_are_not_the_end_of_the_path_win(shared, single):
    climber = Climber(single=single)
    model = walked(ModelState(SIX, w=0.7, shared=shared, climber=climber), (0.1, -0.2), 5)
    assert reopened(model) == model
    for wrong in (
        replace(model, b=model.b + 0.01),
        replace(model, climber=replace(model.climber, step=4)),
        replace(model, climber=replace(model.climber, start=(0.1, 0.3))),
        replace(model, data=Labelled(SIX.x, np.ones(6))),
    ):
        assert reopened(wrong) == replace(wrong, climber=climber)
    moved = replace(model, w=model.w + 0.01)
    # The w that one shared π puts aside is no part of the path.
    assert reopened(moved) == (moved if shared else replace(moved, climber=climber))


def test_exponentials_that_were_rounded_otherwise_keep_the_path():
    model = walked(ModelState(SIX), (0.1, -0.2), 5)
    near = replace(model, w=model.w * (1 + 1e-12), b=model.b * (1 - 1e-12))
    assert reopened(near) == near


def test_a_path_that_is_too_long_to_walk_again_is_believed(monkeypatch):
    far = replace(MODEL, climber=replace(MODEL.climber, step=MOST_STEPS))
    assert reopened(far) == far
    monkeypatch.setattr(session_model, "_MOST_LOOKS", 12 * 1004 - 1)
    assert reopened(MODEL) == MODEL
    monkeypatch.setattr(session_model, "_MOST_LOOKS", 12 * 1004)
    assert reopened(MODEL) == OPENED


def test_without_examples_a_path_has_no_steps():
    model = ModelState(w=1.0, b=2.0, climber=Climber(start=(1.0, 2.0)))
    assert reopened(model) == model
    aside = replace(model, w=5.0, shared=True)
    assert reopened(aside) == aside
    for climber in (Climber(start=(1.0, 2.0), step=1), Climber(start=(1.0, 2.5))):
        assert reopened(replace(model, climber=climber)) == replace(model, climber=Climber())


def test_a_session_without_a_model_has_none_and_says_nothing_of_it():
    document = SessionDocument(State())
    assert b"model" not in write_session(document)
    opened = read_session(write_session(document))
    assert (opened.model, opened.model_look) == (None, None)


def test_equal_models_have_the_same_bytes():
    one = ModelState(Labelled([0.0, 1.0], [0, 1]), true=(0.0, 1.0), climber=Climber(seed=3))
    other = ModelState(
        Labelled([-0.0, 1], [0.0, True]),
        w=-0.0,
        b=0,
        true=(-0.0, 1),
        climber=Climber(rate=1, seed=np.int64(3)),
    )
    looks = (
        ModelLook(region=Region(0.0, 1.0, 2.0, 3.0)),
        ModelLook(region=Region(-0.0, np.float64(1.0), 2, 3)),
    )
    documents = [
        SessionDocument(State(), model=model, model_look=look)
        for model, look in zip((one, other), looks, strict=True)
    ]
    assert documents[0] == documents[1]
    assert write_session(documents[0]) == write_session(documents[1])
    many = [Labelled(np.full(1000, zero), np.zeros(1000)) for zero in (0.0, -0.0)]
    assert write_session(document_of(many[0])) == write_session(document_of(many[1]))


def test_minus_zero_that_somebody_wrote_is_zero():
    text = changed("examples", "x", to=[-0.0] * 4).replace('"w": -0.2321627', '"w": -0.0')
    model = read_session(text.encode()).model
    signs = [math.copysign(1.0, value) for value in (model.w, *model.data.x)]
    assert signs == [1.0] * 5


def test_whole_numbers_are_numbers():
    text = changed("examples", "x", to=[1, 10**30, -3, 0]).replace('"w": -0.2321627', '"w": 2')
    model = read_session(text.encode()).model
    assert model.data.x.tolist() == [1.0, 1e30, -3.0, 0.0]
    assert (type(model.w), model.w) == (float, 2.0)


def test_names_that_are_no_text():
    data = Labelled([1.0], [1], "a\ud800", '"\udc00"')
    document = document_of(data, model_look=ModelLook())
    document = replace(document, model=replace(document.model, source="file:\udcff.csv"))
    model = read_session(write_session(document)).model
    assert (model.data.x_name, model.data.y_name) == ("a\N{REPLACEMENT CHARACTER}", '"\ufffd"')
    assert model.source == "file:\N{REPLACEMENT CHARACTER}.csv"


def test_examples_packed_by_hand_are_read():
    model = read_session(changed("examples", to=BY_HAND).encode()).model
    assert model.data == Labelled([0.5, -7.0, 1e-300], [1, 0, 1])
    # And with escapes in the string, which is then read as any other.
    text = changed("examples", to=BY_HAND).replace('"bits": "oA=="', '"bits": "\\u006fA=="')
    assert read_session(text.encode()).model == model
    mixed = {**BY_HAND, "y": "101"}
    assert read_session(changed("examples", to=mixed).encode()).model == model
    mixed = {**BY_HAND, "x": [0.5, -7, 1e-300]}
    assert read_session(changed("examples", to=mixed).encode()).model == model


def test_a_program_of_ten_lines_reads_many_examples():
    data = some(2000)
    examples = json.loads(write_session(document_of(data)))["model"]["examples"]
    x = struct.unpack(f"<{data.n}d", base64.b64decode(examples["x"]["bits"]))
    y = f"{int.from_bytes(base64.b64decode(examples['y']['bits']), 'big'):0{data.n}b}"
    assert list(x) == data.x.tolist()
    assert [int(digit) for digit in y[: data.n]] == data.y.tolist()


def test_keys_that_are_not_known_are_not_looked_at():
    session = json.loads(WRITTEN)
    model = session["model"]
    for at in (model, model["examples"], model["climber"], model["look"]):
        at["later"] = {"bits": "x" * 100, "n": None}
    session["model"] = dict(reversed(model.items()))
    assert read_session(json.dumps(session).encode()) == replace(DOCUMENT, model=OPENED)


# Very many ---------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def million():
    document = document_of(some(MOST_EXAMPLES), state=State(random_observations(10**6, 0.5, 1)))
    return document, write_session(document)


def test_the_most_examples_come_back_in_all_their_digits(million):
    document, data = million
    opened = read_session(data)
    assert opened == document
    assert opened.model.data.x.tobytes() == document.model.data.x.tobytes()
    # Eight bytes and a bit each, four characters for three bytes.
    assert len(data) < (8 * MOST_EXAMPLES + 2 * MOST_EXAMPLES // 8) * 4 / 3 + 3000


def test_the_longest_session_may_be_opened():
    longest = 4 * -(-MAX_SEQUENCE // 24) + MAX_TEXT_BYTES
    assert longest + 4 * -(-(8 * MOST_EXAMPLES + MOST_EXAMPLES // 8) // 3) <= MAX_SESSION_BYTES


def test_many_examples_are_told_and_can_be_stopped(million):
    document, data = million
    for work in (lambda tell: write_session(document, tell), lambda tell: read_session(data, tell)):
        shares = []
        work(shares.append)
        assert len(shares) > 30
        assert shares == sorted(shares)
        assert 0 < shares[0] < 0.1
        assert shares[-1] == 1.0

        def stop(_share):
            raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            work(stop)


def test_a_program_that_does_not_know_the_model_cuts_out_what_is_large(million):
    """It looks for one string of packed bits, and reads no more than 2 MiB beside it."""
    few = document_of(million[0].model.data)
    data = write_session(few)
    begin = re.search(rb'"bits"[ \t\r\n]*:[ \t\r\n]*"', data).end()
    beside = data[:begin] + data[data.index(b'"', begin) :]
    assert len(beside) < MAX_TEXT_BYTES
    assert len(json.loads(beside)["model"]["examples"]["y"]["bits"]) > 10**5


def test_a_text_that_is_too_long_is_neither_written_nor_read():
    document = document_of(replace_name(some(1000), "a" * MAX_TEXT_BYTES))
    with pytest.raises(SessionError) as caught:
        write_session(document)
    assert caught.value.reason == "size"
    assert refused(changed("source", to="a" * MAX_TEXT_BYTES)).reason == "size"
    almost = document_of(replace_name(some(1000), "a" * (MAX_TEXT_BYTES - 2000)))
    assert read_session(write_session(almost)) == almost


def replace_name(data, name):
    return Labelled(data.x, data.y, name, data.y_name)


# Refusing ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "value", "found"),
    [
        (("w",), "0.5", "'0.5'"),
        (("w",), True, "true"),
        (("w",), None, "null"),
        (("w",), 1.1e154, "1.1e+154"),
        (("w",), -(10**155), None),
        (("b",), [1.0], "a list"),
        (("b",), {}, "an object"),
        (("b",), 10**399, None),
        (("shared",), 1, "1"),
        (("source",), None, "null"),
        (("true",), [1.0], "a list"),
        (("true",), [1.0, True], "a list"),
        (("true",), [1.0, 1e155], "a list"),
        (("true",), False, "false"),
        (("true",), {"w": 1, "b": 2}, "an object"),
        (("climber",), [], "a list"),
        (("climber", "method"), "adam", "'adam'"),
        (("climber", "method"), None, "null"),
        (("climber", "rate"), 0, "0"),
        (("climber", "rate"), 1e13, "10000000000000.0"),
        (("climber", "rate"), "1", "'1'"),
        (("climber", "single"), "yes", "'yes'"),
        (("climber", "total"), 0, "0"),
        (("climber", "standardised"), None, "null"),
        (("climber", "seed"), -1, "-1"),
        (("climber", "seed"), 2**63, "9223372036854775808"),
        (("climber", "seed"), 1.0, "1.0"),
        (("climber", "seed"), True, "true"),
        (("climber", "start"), [0, 1, 2], "a list"),
        (("climber", "start"), 0, "0"),
        (("climber", "step"), MOST_STEPS + 1, "100001"),
        (("climber", "step"), -1, "-1"),
        (("climber", "step"), 1.5, "1.5"),
        (("look",), "wide", "'wide'"),
        (("look", "slice_along"), "x", "'x'"),
        (("look", "slice_along"), ["w"], "a list"),
        (("look", "region"), [0, 1, 2], "a list"),
        (("look", "region"), [0, 1, 2, 2], "a list"),
        (("look", "region"), [1, 0, 2, 3], "a list"),
        (("look", "region"), [0, 1, 2, "3"], "a list"),
        (("look", "region"), [0, 1, 2, 10**399], "a list"),
        (("look", "region"), "all", "'all'"),
        (("look", "plots"), [], "a list"),
        (("look", "plots"), ["landscape", "landscape"], "a list"),
        (("look", "plots"), ["landscape", "slice"], "a list"),
        (("look", "plots"), "landscape", "'landscape'"),
        (("examples",), None, "null"),
        (("examples", "n"), -1, "-1"),
        (("examples", "n"), MOST_EXAMPLES + 1, "1000001"),
        (("examples", "n"), 4.0, "4.0"),
        (("examples", "k"), 5, "5"),
        (("examples", "k"), True, "true"),
        (("examples", "x_name"), 1, "1"),
        (("examples", "y_name"), None, "null"),
        (("examples", "x"), "1234", "'1234'"),
        (("examples", "x"), None, "null"),
        (("examples", "y"), "01O1", "'01O1'"),
        (("examples", "y"), [1, 0, 1, 0], "a list"),
        (("examples", "y"), 1010, "1010"),
    ],
)
def test_a_field_that_is_not_right_is_told_by_its_name(path, value, found):
    error = refused(changed(*path, to=value))
    assert (error.reason, error.field) == ("field", ".".join(("model", *path)))
    assert found is None or error.found == found
    assert len(error.found) <= 42
    assert str(error) == f"{error.field} must be {error.allowed}, but is {error.found}"


FIELDS = [(name,) for name in json.loads(WRITTEN)["model"]] + [
    (outer, name)
    for outer in ("examples", "climber", "look")
    for name in json.loads(WRITTEN)["model"][outer]
]


@pytest.mark.parametrize("path", FIELDS, ids=".".join)
def test_a_field_that_is_missing_is_told_by_its_name(path):
    error = refused(changed(*path, to=MISSING))
    assert (error.field, error.found) == (".".join(("model", *path)), "missing")


@pytest.mark.parametrize("value", [None, [], "model", 1])
def test_a_model_that_is_no_object(value):
    error = refused(json.dumps({**json.loads(WRITTEN), "model": value}))
    assert (error.reason, error.field, error.allowed) == ("field", "model", "an object")


@pytest.mark.parametrize("value", [1.1e150, -(10**151), True, None, "1", [1], 10**399])
@pytest.mark.parametrize("place", [0, 3])
def test_an_x_that_is_not_right_is_told_by_its_number(value, place):
    x = [1.0, 2.0, 3.0, 4.0]
    x[place] = value
    error = refused(changed("examples", "x", to=x))
    assert (error.reason, error.field) == ("field", f"model.examples.x[{place}]")
    assert error.allowed == "a number of at most 1e+150 in size"


@pytest.mark.parametrize("text", ["1e999", "-1e999", "1e151"])
def test_an_x_that_is_infinite(text):
    error = refused(WRITTEN.replace("1e+150", text))
    assert error.field == "model.examples.x[2]"


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 1.1e150])
def test_a_packed_x_that_is_not_right_is_told_by_its_number(value):
    bits = base64.b64encode(struct.pack("<3d", 1.0, 2.0, value)).decode()
    error = refused(changed("examples", to={**BY_HAND, "x": {"bits": bits}}))
    assert (error.reason, error.field) == ("field", "model.examples.x[2]")
    assert error.found == repr(value)


def test_steps_without_a_beginning():
    error = refused(changed("climber", "start", to=None))
    assert (error.field, error.found) == ("model.climber.step", "12")
    assert error.allowed == "0 where start is null"
    session = json.loads(WRITTEN)
    session["model"]["climber"].update(start=None, step=0)
    assert read_session(json.dumps(session).encode()).model.climber.start is None


X_BITS = BY_HAND["x"]["bits"]


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"n": 4}, "n"),
        ({"n": 2}, "y.bits"),
        ({"n": MOST_EXAMPLES}, "n"),
        ({"k": 1}, "k"),
        ({"k": 3}, "k"),
        ({"y": "1010"}, "n"),
        ({"y": "10"}, "n"),
        ({"y": "001"}, "k"),
        ({"y": "101", "x": [1.0, 2.0]}, "n"),
        ({"y": {"bits": "sA=="}}, "y.bits"),
        ({"y": {"bits": "gA=="}}, "k"),
        ({"y": {"bits": ""}}, "n"),
        ({"y": {"bits": "oAAAAA=="}}, "n"),
        ({"x": {"bits": X_BITS[:-4]}}, "n"),
        ({"x": {"bits": X_BITS + "AAAA"}}, "n"),
    ],
)
def test_a_damaged_model(change, field):
    error = refused(changed("examples", to={**BY_HAND, **change}))
    assert (error.reason, error.field) == ("damaged", f"model.examples.{field}")
    assert str(error).endswith(f"model.examples.{field} does not agree with the examples")


@pytest.mark.parametrize("bits", ["oAA=", "oACg", "oB==", "o==="])
def test_packed_labels_of_another_length(bits):
    error = refused(changed("examples", to={**BY_HAND, "y": {"bits": bits}}))
    assert (error.reason, error.field) == ("field", "model.examples.y.bits")


@pytest.mark.parametrize("name", ["x", "y"])
@pytest.mark.parametrize("wrong", ["!", "-", "=", "\t", "é"])
def test_packed_examples_that_are_no_base64(name, wrong):
    bits = BY_HAND[name]["bits"]
    inner = {"bits": wrong + bits[len(wrong.encode()) :]}
    error = refused(changed("examples", to={**BY_HAND, name: inner}))
    assert (error.reason, error.field) == ("field", f"model.examples.{name}.bits")
    assert error.allowed == "a string in base64"


@pytest.mark.parametrize("inner", [{}, {"bits": None}, {"bits": 7}, {"bits": []}])
@pytest.mark.parametrize("name", ["x", "y"])
def test_packed_examples_that_are_no_string(name, inner):
    error = refused(changed("examples", to={**BY_HAND, name: inner}))
    assert (error.reason, error.field) == ("field", f"model.examples.{name}.bits")


def test_nothing_large_is_made_for_what_is_refused(monkeypatch):
    monkeypatch.setattr(_session_bits, "read", lambda *_: pytest.fail("it was unpacked"))
    data = write_session(document_of(some(1000)))
    assert refused(data.replace(b'"slice_along": "b"', b'"slice_along": "c"')).field
    assert refused(data.replace(b'"pi": 0.5', b'"pi": 5')).field == "pi"
    assert refused(data.replace(b'"n": 1000', b'"n": 999999')).reason == "damaged"


# Cut off, and changed ----------------------------------------------------------------------------

PACKED = changed("examples", to=BY_HAND)


@pytest.mark.parametrize(
    "text", [WRITTEN, PACKED, PACKED.replace('"sequence": "1011011101"', '"bits": "t0A="')]
)
def test_a_session_cut_off_anywhere_ends_too_early(text):
    data = text.rstrip().encode()
    read_session(data)
    for length in range(1, len(data)):
        error = refused(data[:length])
        assert error.reason == "truncated"
        lines = data[:length].decode(errors="ignore").split("\n")
        assert (error.line, error.column) == (len(lines), len(lines[-1]) + 1)


@pytest.mark.parametrize(
    ("change", "shift"),
    [
        (('"k": 2', '"k" 2'), 4),
        (('"w": -0.2321627', '"w": -'), 5),
        (('"method"', "method"), 0),
        (('"b": 15.04', '"b": \xff'), 5),
    ],
)
@pytest.mark.parametrize("lines", ["", "\n"])
def test_the_place_of_a_mistake_behind_several_packed_strings(change, shift, lines):
    text = PACKED.replace('"sequence": "1011011101"', '"bits": "t0A="')
    text = text.replace('"source": "file', f'{lines}"source": "file')
    assert read_session(text.encode()).model.data.n == 3
    at = text.index(change[0]) + shift
    error = refused(text.replace(*change).encode("latin-1", "ignore"))
    before = text[:at].encode("latin-1", "ignore").decode("latin-1")
    assert error.reason == "not_json"
    assert error.line == before.count("\n") + 1
    assert error.column == len(before) - (before.rfind("\n") + 1) + 1


def right_or_refused(data):
    """A session is either the one that any reader of JSON sees, or refused."""
    try:
        document = read_session(data)
    except SessionError:
        return
    assert read_session(write_session(document)) == document
    fields = json.loads(data).get("model")
    if fields is not None:
        model = document.model
        assert (fields["w"], fields["b"], fields["source"]) == (model.w, model.b, model.source)
        assert fields["examples"]["k"] == model.data.k
        if isinstance(fields["examples"]["y"], str):
            assert fields["examples"]["y"] == "".join(map(str, model.data.y.tolist()))


@pytest.mark.parametrize("text", [WRITTEN, PACKED])
def test_sessions_with_a_changed_byte(text):
    data = text.encode()
    rng = random.Random(1)
    for place in range(data.index(b'"model": {'), len(data)):
        for new in (data[place] ^ 1, rng.randrange(256)):
            right_or_refused(data[:place] + bytes((new,)) + data[place + 1 :])


def test_sessions_with_fields_in_each_others_places():
    rng = random.Random(1)
    values = [*json.loads(PACKED)["model"].values(), *BY_HAND.values(), 0, 1.5, None, [], "0", {}]
    for _ in range(500):
        session = copy.deepcopy(json.loads(rng.choice((WRITTEN, PACKED))))
        for _ in range(rng.randrange(1, 3)):
            path = rng.choice(FIELDS)
            at = session["model"]
            for name in path[:-1]:
                at = at[name] if isinstance(at.get(name), dict) else at
            at[path[-1]] = rng.choice(values)
        right_or_refused(json.dumps(session).encode())


# A document --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"model": None}, "^model must be a ModelState where there is a model, got None"),
        ({"model_look": None}, "^model_look must be a ModelLook where there is a model, got None"),
        ({"model": LOOK}, "^model must be a ModelState"),
        ({"model_look": "w"}, "^model_look must be a ModelLook"),
    ],
)
def test_a_document_checks_its_model(fields, words):
    with pytest.raises(ValueError, match=words):
        replace(DOCUMENT, **fields)


def test_who_has_no_model_need_not_wait_for_it():
    code = (
        "import sys; from core.session_file import *; from core.state import State; "
        "read_session(write_session(SessionDocument(State()))); "
        "assert not {'core.model_state', 'core.labelled'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True)
