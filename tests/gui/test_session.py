"""The one owner of the state."""

import pytest

from core.lab_state import LabState
from core.observations import Observations
from core.state import LogBase, State
from gui import i18n
from gui.session import EXPLORE, LESSONS, Session, step_name

pytestmark = pytest.mark.usefixtures("look_of_the_start")
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


# In a lab, and on the stage ----------------------------------------------------------------------


def test_what_is_set_in_a_lab_is_told_once_and_is_a_step(session):
    session.set_lab(factors=1000)
    assert session.heard == [session.snapshot]
    assert session.state.lab == LabState(factors=1000)
    session.set_lab(level=0.9)
    assert session.state.lab == LabState(factors=1000, level=0.9)
    session.undo()
    assert session.state.lab == LabState(factors=1000)
    session.undo()
    assert session.state.lab == LabState()
    session.redo()
    assert session.state.lab == LabState(factors=1000)


def test_a_drag_in_a_lab_is_one_step_and_one_that_ends_where_it_began_none(session):
    token = session.begin_gesture("lab")
    for factors in (300, 400, 500):
        session.set_lab(factors=factors)
    session.end_gesture(token)
    assert session.undo_stack.count() == 1
    assert session.undo_stack.undoText() == "lab"
    session.begin_gesture("lab")
    session.set_lab(factors=900)
    session.set_lab(factors=500)
    session.end_gesture()
    assert session.undo_stack.count() == 1
    session.undo()
    assert session.state.lab == LabState()


def test_a_gesture_in_a_lab_takes_back_everything_that_it_changed(session):
    session.begin_gesture("lab")
    session.set_lab(tries=(0.5, 0.25))
    session.set_pi(0.25)
    session.end_gesture()
    session.undo()
    assert session.state == State()
    session.redo()
    assert (session.state.pi, session.state.lab.tries) == (0.25, (0.5, 0.25))


def test_a_lab_that_has_that_already_is_left_alone(session):
    session.set_lab(factors=session.state.lab.factors)
    session.set_lab()
    assert session.heard == []
    assert session.undo_stack.count() == 0


def test_what_no_lab_can_have_is_refused_and_changes_nothing(session):
    before = session.state
    for wrong in ({"factors": -1}, {"level": 1.0}, {"reading": "cells"}):
        with pytest.raises(ValueError, match=next(iter(wrong))):
            session.set_lab(**wrong)
    assert session.state is before
    assert session.undo_stack.count() == 0


@pytest.mark.parametrize("code", ["en", "ko"])
def test_each_step_of_the_history_has_a_name(session, code):
    i18n.set_language(code)
    session.set_pi(0.25)
    session.set_lab(factors=0)
    session.set_observations(ONE)
    session.set_log_base(LogBase.BITS)
    session.begin_gesture("sweep")
    session.set_pi(0.75)
    session.end_gesture()
    stack = session.undo_stack
    names = [step_name(stack.command(i).text()) for i in range(stack.count())]
    assert len(names) == len(set(names)) == 5
    assert all(names)
    assert step_name("") == step_name("nothing") == ""


def test_the_stage_changes_without_a_history(session):
    session.set_pi(0.25)
    session.set_stage(panels=("bce",), hidden={"optimum"}, lab="guess", locked=True)
    stage = session.state.stage
    assert (stage.panels, stage.lab, stage.locked) == (("bce",), "guess", True)
    assert session.heard[-1] is session.snapshot
    assert session.undo_stack.count() == 1
    session.undo()
    assert session.state.pi == 0.5
    assert session.state.stage is stage
    session.redo()
    assert session.state.stage is stage


def test_a_stage_that_is_so_already_is_told_to_nobody(session):
    session.set_stage(panels=session.state.stage.panels, hidden=(), prediction=None)
    assert session.heard == []


def test_a_stage_that_is_none_is_refused_and_changes_nothing(session):
    before = session.state
    with pytest.raises(ValueError, match="panels"):
        session.set_stage(panels=())
    with pytest.raises(ValueError, match="lit"):
        session.set_stage(lit="nothing")
    assert session.state is before
    assert session.heard == []


# Locked observations -----------------------------------------------------------------------------


@pytest.fixture
def refusals(session):
    heard = []
    session.refused.connect(lambda: heard.append(session.state))
    return heard


def test_locked_observations_are_not_replaced_and_that_is_said(session, refusals):
    session.set_stage(locked=True)
    before = session.state
    session.heard.clear()
    session.set_observations(MANY, "example:x", true_pi=0.5)
    assert session.state is before
    assert refusals == [before]
    assert session.heard == []
    assert session.undo_stack.count() == 0


def test_a_lock_leaves_pi_the_unit_and_the_labs_free(session, refusals):
    session.set_stage(locked=True)
    session.set_pi(0.25)
    session.set_log_base(LogBase.BITS)
    session.set_lab(factors=7)
    assert session.undo_stack.count() == 3
    for _ in range(3):
        session.undo()
    assert session.state == State(stage=session.state.stage)
    for _ in range(3):
        session.redo()
    assert (session.state.pi, session.state.lab.factors) == (0.25, 7)
    assert refusals == []


def test_a_lock_holds_against_undo_and_redo(session, refusals):
    session.set_observations(ONE)
    session.set_observations(MANY)
    session.undo()
    session.set_stage(locked=True)
    session.undo()
    assert session.state.observations == ONE
    session.redo()
    assert session.state.observations == ONE
    assert len(refusals) == 2
    assert session.undo_stack.index() == 1
    session.set_stage(locked=False)
    session.redo()
    assert session.state.observations == MANY
    session.undo()
    session.undo()
    assert session.state.observations == State().observations
    assert len(refusals) == 2


def test_a_lock_holds_within_a_gesture_and_against_its_undo(session, refusals):
    session.begin_gesture("observations")
    session.set_observations(ONE)
    session.set_stage(locked=True)
    session.set_observations(MANY)
    session.end_gesture()
    assert session.state.observations == ONE
    assert len(refusals) == 1
    session.undo()
    assert session.state.observations == ONE
    assert len(refusals) == 2


def test_a_step_of_pi_behind_locked_observations_can_be_taken_back(session, refusals):
    session.set_observations(ONE)
    session.set_pi(0.25)
    session.set_stage(locked=True)
    session.undo()
    assert session.state.pi == 0.5
    session.undo()
    assert session.state.observations == ONE
    assert len(refusals) == 1


def test_where_there_is_nothing_to_undo_nothing_is_refused(session, refusals):
    session.set_stage(locked=True)
    session.undo()
    session.redo()
    assert refusals == []


# Two desks ---------------------------------------------------------------------------------------


def test_each_desk_has_its_own_state(session):
    session.set_pi(0.25)
    session.go_to(LESSONS)
    assert session.desk == LESSONS
    assert session.state == State()
    session.set_pi(0.75)
    session.set_observations(ONE)
    session.set_stage(panels=("bce",), locked=True)
    there = session.state
    session.go_to(EXPLORE)
    assert session.state == State(pi=0.25)
    session.go_to(LESSONS)
    assert session.state is there


def test_each_desk_has_its_own_history(session):
    session.set_pi(0.25)
    session.go_to(LESSONS)
    assert not session.undo_stack.canUndo()
    session.undo()
    assert session.state == State()
    session.set_pi(0.75)
    session.set_lab(factors=1)
    session.go_to(EXPLORE)
    assert session.undo_stack.count() == 1
    session.undo()
    assert session.state == State()
    assert session.state_at(LESSONS).pi == 0.75
    session.go_to(LESSONS)
    assert session.undo_stack.count() == 2
    session.undo()
    session.undo()
    assert session.state == State()
    session.go_to(EXPLORE)
    session.redo()
    assert session.state.pi == 0.25


def test_the_state_of_a_desk_is_known_wherever_one_sits(session):
    session.set_pi(0.25)
    assert session.state_at(EXPLORE) is session.state
    assert session.state_at(LESSONS) == State()
    mine = session.state
    session.go_to(LESSONS)
    session.set_pi(0.75)
    assert session.state_at(EXPLORE) is mine
    assert session.state_at(LESSONS) is session.state


def test_another_desk_is_told_once_with_its_snapshot(session):
    session.set_pi(0.25)
    session.heard.clear()
    session.go_to(LESSONS)
    assert session.heard == [session.snapshot]
    assert session.snapshot.state is session.state
    assert session.snapshot.pi == 0.5
    session.go_to(LESSONS)
    assert len(session.heard) == 1


def test_a_gesture_ends_at_the_desk_where_it_began(session):
    session.begin_gesture()
    session.set_pi(0.9)
    session.go_to(LESSONS)
    assert not session.in_gesture
    assert session.undo_stack.count() == 0
    session.go_to(EXPLORE)
    assert session.undo_stack.count() == 1
    session.undo()
    assert session.state.pi == 0.5


def test_opening_a_state_at_one_desk_leaves_the_other_and_its_history(session):
    session.set_pi(0.25)
    session.go_to(LESSONS)
    session.set_pi(0.75)
    session.open_state(State(ONE))
    assert session.state == State(ONE)
    assert session.undo_stack.count() == 0
    session.go_to(EXPLORE)
    assert session.state.pi == 0.25
    assert session.undo_stack.canUndo()


def test_the_history_is_told_when_it_changes_and_when_the_desk_does(session):
    heard = []
    session.history_changed.connect(
        lambda: heard.append((session.desk, session.undo_stack.canUndo()))
    )
    session.set_pi(0.25)
    assert heard == [(EXPLORE, True)]
    session.go_to(LESSONS)
    assert heard[1:] == [(LESSONS, False)]
    session.go_to(EXPLORE)
    assert heard[2:] == [(EXPLORE, True)]
    session.undo()
    assert heard[3:] == [(EXPLORE, False)]


def test_a_lock_holds_at_its_own_desk(session, refusals):
    session.set_stage(locked=True)
    session.go_to(LESSONS)
    session.set_observations(ONE)
    assert session.state.observations == ONE
    session.go_to(EXPLORE)
    session.set_observations(ONE)
    assert session.state.observations == State().observations
    assert len(refusals) == 1
