"""What was set in the labs, and its checks."""

import dataclasses
import math
from dataclasses import replace

import pytest

from core.lab_state import MOST_FACTORS, MOST_ROWS, MOST_TRIES, READINGS, LabState


def test_at_first_nothing_has_been_tried():
    state = LabState()
    assert (state.factors, state.replayed) == (200, None)
    assert state.chain == (True, False, False, False)
    assert (state.table_n, state.table_row, state.reading) == (2, 0, "rows")
    assert (state.tries, state.committed) == ((), None)
    assert state.level == 0.95


def test_lab_states_are_values():
    assert LabState() == LabState()
    assert hash(LabState()) == hash(LabState())
    changed = replace(LabState(), tries=[0.5])
    assert changed != LabState()
    assert changed.tries == (0.5,)
    assert hash(changed) == hash(LabState(tries=(0.5,)))
    with pytest.raises(dataclasses.FrozenInstanceError):
        changed.level = 0.9


@pytest.mark.parametrize(
    ("field", "values"),
    [
        ("factors", (0, 1, MOST_FACTORS)),
        ("table_n", (1, MOST_ROWS)),
        ("table_row", (0, MOST_ROWS)),
        ("reading", READINGS),
        ("replayed", (None, 0, 10**15)),
        ("tries", ((), (0.0, 1.0), (0.5,) * MOST_TRIES)),
        ("committed", (None, 0.0, 1.0)),
        ("chain", ((False,) * 4, (True,) * 4)),
        ("level", (5e-324, 0.5, 1 - 2**-53)),
    ],
)
def test_the_ends_of_what_is_allowed_are_allowed(field, values):
    for value in values:
        assert getattr(LabState(**{field: value}), field) == value


def test_lists_and_whole_numbers_become_what_can_be_compared():
    state = LabState(chain=[True, True, False, False], tries=[0, 1], committed=1)
    assert state.chain == (True, True, False, False)
    assert [type(pi) for pi in state.tries] == [float, float]
    assert type(state.committed) is float
    assert state == LabState(chain=(True, True, False, False), tries=(0.0, 1.0), committed=1.0)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("factors", -1),
        ("factors", MOST_FACTORS + 1),
        ("factors", 2.5),
        ("table_n", 0),
        ("table_n", MOST_ROWS + 1),
        ("table_row", -1),
        ("table_row", MOST_ROWS + 1),
        ("reading", "cells"),
        ("reading", None),
        ("replayed", -1),
        ("replayed", 10**15 + 1),
        ("replayed", 0.5),
        ("chain", (True, False, False)),
        ("chain", (True,) * 5),
        ("chain", (1, 0, 0, 0)),
        ("tries", (0.5,) * (MOST_TRIES + 1)),
        ("tries", (0.5, 1.5)),
        ("tries", (math.nan,)),
        ("tries", ("0.5",)),
        ("committed", -0.1),
        ("committed", math.nan),
        ("committed", True),
        ("level", 0.0),
        ("level", 1.0),
        ("level", 1.5),
        ("level", math.nan),
        ("level", None),
    ],
)
def test_bad_fields_are_refused_by_name(field, value):
    with pytest.raises(ValueError, match=f"^{field} must be"):
        LabState(**{field: value})
    with pytest.raises(ValueError, match=f"^{field} must be"):
        replace(LabState(), **{field: value})
