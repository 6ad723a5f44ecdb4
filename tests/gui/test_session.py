"""The one owner of the state."""

import pytest

from core.observations import Observations
from core.state import LogBase, State
from gui.session import Session

pytestmark = pytest.mark.usefixtures("qapp")
ONE = Observations([1])
MANY = Observations([0, 1, 1])


@pytest.fixture
def session():
    session = Session()
    session.heard = []
    session.snapshot_changed.connect(session.heard.append)
    return session


def test_a_change_is_told_once_with_the_new_snapshot(session):
    session.set_pi(0.25)
    assert session.heard == [session.snapshot]
    assert session.state.pi == session.snapshot.pi == 0.25
    assert session.snapshot.state is session.state


def test_no_change_is_not_told_and_leaves_no_step(session):
    session.set_pi(session.state.pi)
    session.set_observations(Observations(session.state.observations.values))
    session.set_log_base(LogBase.NATS)
    session.set_interval(0.0, 1.0)
    assert session.heard == []
    assert session.undo_stack.count() == 0


@pytest.mark.parametrize("pi", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_pi_that_is_none_is_refused_and_changes_nothing(session, pi):
    before = session.state
    with pytest.raises(ValueError, match="pi"):
        session.set_pi(pi)
    assert session.state is before
    assert session.heard == []
    assert session.undo_stack.count() == 0


def test_an_interval_that_is_none_is_refused(session):
    with pytest.raises(ValueError, match="interval"):
        session.set_interval(0.7, 0.7)
    assert session.state.interval == (0.0, 1.0)


def test_undo_and_redo(session):
    start = session.state
    session.set_pi(0.25)
    session.set_observations(MANY, "example:x")
    session.set_log_base(LogBase.BITS)
    end = session.state
    for _ in range(3):
        session.undo()
    assert session.state == start
    for _ in range(3):
        session.redo()
    assert session.state == end
    assert session.state.source == "example:x"


def test_undoing_takes_back_its_own_field_alone(session):
    session.set_pi(0.25)
    session.set_interval(0.2, 0.3)
    session.undo()
    assert session.state.pi == 0.5
    assert session.state.interval == (0.2, 0.3)


def test_a_gesture_is_one_step_from_its_start_to_its_end(session):
    session.begin_gesture()
    for pi in (0.1, 0.2, 0.3):
        session.set_pi(pi)
    assert session.in_gesture
    assert len(session.heard) == 3
    session.end_gesture()
    assert not session.in_gesture
    assert session.undo_stack.count() == 1
    session.undo()
    assert session.state.pi == 0.5
    session.redo()
    assert session.state.pi == 0.3


def test_ending_a_gesture_tells_nobody_anything_new(session):
    session.begin_gesture()
    session.set_pi(0.3)
    session.heard.clear()
    session.end_gesture()
    assert session.heard == []


def test_a_gesture_that_ends_where_it_began_leaves_no_step(session):
    session.begin_gesture()
    session.set_pi(0.3)
    session.set_pi(0.5)
    session.end_gesture()
    session.begin_gesture()
    session.end_gesture()
    assert session.undo_stack.count() == 0


def test_undo_in_the_middle_of_a_gesture_takes_the_gesture_back(session):
    session.set_pi(0.25)
    session.begin_gesture()
    session.set_pi(0.9)
    session.undo()
    assert session.state.pi == 0.25
    assert not session.in_gesture


def test_a_new_gesture_closes_the_one_before(session):
    session.begin_gesture()
    session.set_pi(0.1)
    session.begin_gesture()
    session.set_pi(0.2)
    session.end_gesture()
    assert session.undo_stack.count() == 2


def test_ending_no_gesture_does_nothing(session):
    session.end_gesture()
    assert session.undo_stack.count() == 0


def test_edits_of_one_run_are_one_step(session):
    run = object()
    for values in ([1], [1, 0], [1, 0, 1]):
        session.set_observations(Observations(values), run=run)
    assert session.undo_stack.count() == 1
    session.set_observations(Observations([0]), run=object())
    assert session.undo_stack.count() == 2
    session.undo()
    session.undo()
    assert session.state.observations == State().observations


def test_a_run_that_ends_where_it_began_leaves_no_step(session):
    run, first = object(), session.state.observations
    session.set_observations(ONE, run=run)
    session.set_observations(first, run=run)
    assert session.undo_stack.count() == 0


def test_edits_without_a_run_never_merge(session):
    session.set_observations(ONE)
    session.set_observations(MANY)
    assert session.undo_stack.count() == 2


def test_new_observations_forget_the_old_source(session):
    session.set_observations(ONE, "file:a.txt")
    session.set_observations(MANY)
    assert session.state.source == ""


def test_a_new_edit_after_undo_drops_what_was_undone(session):
    session.set_pi(0.1)
    session.undo()
    session.set_pi(0.2)
    assert not session.undo_stack.canRedo()


def test_the_curves_are_kept_while_only_pi_moves(session):
    curves = session.snapshot.curves
    session.set_pi(0.3)
    assert session.snapshot.curves is curves
    session.set_observations(ONE)
    assert session.snapshot.curves is not curves
