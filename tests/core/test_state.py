"""The frozen state and its checks."""

import dataclasses
import math
from dataclasses import replace

import pytest

from core.observations import Observations
from core.state import LogBase, State


def test_first_state():
    state = State()
    assert state.observations.text() == "1011011101"
    assert (state.pi, state.log_base, state.source) == (0.5, LogBase.NATS, "")
    assert state.interval == (0.0, 1.0)
    assert (state.true_pi, state.shows_true_pi) == (None, False)


def test_units():
    assert LogBase.NATS.unit == 1.0
    assert LogBase.BITS.unit == math.log(2.0)
    assert (LogBase.NATS.other, LogBase.BITS.other) == (LogBase.BITS, LogBase.NATS)


def test_states_are_values():
    assert State() == State()
    assert hash(State()) == hash(State())
    changed = replace(State(), pi=0.25)
    assert changed != State()
    assert (changed.pi, State().pi) == (0.25, 0.5)
    assert replace(changed, pi=0.5) == State()
    with pytest.raises(dataclasses.FrozenInstanceError):
        changed.pi = 0.3


def test_whole_numbers_become_floats():
    state = State(pi=1, true_pi=0, interval=(0, 1))
    assert (type(state.pi), type(state.true_pi)) == (float, float)
    assert [type(end) for end in state.interval] == [float, float]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("observations", [1, 0]),
        ("pi", 1.5),
        ("pi", math.nan),
        ("pi", "0.5"),
        ("log_base", "bits"),
        ("source", None),
        ("true_pi", -0.1),
        ("true_pi", math.nan),
        ("true_pi", True),
        ("true_pi", "0.5"),
        ("true_pi", ()),
        ("shows_true_pi", 1),
        ("shows_true_pi", None),
        ("interval", (0.5, 0.5)),
        ("interval", (0.7, 0.2)),
        ("interval", (0.0, 1.5)),
        ("interval", (0.0, 0.5, 1.0)),
        ("interval", 0.5),
    ],
)
def test_bad_fields_are_refused_by_name(field, value):
    with pytest.raises(ValueError, match=field):
        State(**{field: value})
    with pytest.raises(ValueError, match=field):
        replace(State(), **{field: value})


@pytest.mark.parametrize("true_pi", [0.0, 5e-324, 0.7, 1.0])
def test_the_true_pi_may_be_known_and_kept_back(true_pi):
    state = State(true_pi=true_pi)
    assert (state.true_pi, state.shows_true_pi) == (true_pi, False)
    shown = replace(state, shows_true_pi=True)
    assert shown != state != State()
    assert shown.true_pi == true_pi
    assert replace(shown, true_pi=None, shows_true_pi=False) == State()


def test_unknown_field():
    with pytest.raises(TypeError):
        replace(State(), colour="red")


def test_counts_are_observations_too():
    assert State(Observations.from_counts(1, 2)).observations.n == 2
