"""What is work, what of it is saved, and what could be had again."""

from dataclasses import replace

import pytest

from core.labelled import Labelled
from core.model_state import Climber, ModelLook, ModelState
from core.observations import Observations
from core.state import LogBase, State
from gui.session import Session
from gui.unsaved import Unsaved

EDITED = Observations((0, 0, 1))
FIRST = ModelState(Labelled([1.0, 2.0, 3.0], [0, 1, 1], "t", "y"), "example:challenger", 0.5, -1.0)
OTHER = Labelled([5.0, 6.0], [1, 0])


pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def session():
    return Session()


@pytest.fixture
def unsaved(session):
    made = Unsaved(session)
    session.snapshot_changed.connect(lambda _snapshot: made.note())
    return made


def open_view(session, model=FIRST):
    """What the Model view does when it is opened for the first time."""
    session.go_to("model")
    session.open_state(replace(session.state, model=model, model_look=ModelLook()))


def verdict(unsaved):
    """Modified; what is lost without a file; what is lost with one."""
    return unsaved.modified, unsaved.would_lose(has_file=False), unsaved.would_lose(has_file=True)


NOTHING = (False, False, False)
CAN_BE_HAD_AGAIN = (True, False, True)
LOST = (True, True, True)


def test_what_the_model_view_begins_with_is_no_work(session, unsaved):
    assert verdict(unsaved) == NOTHING
    open_view(session)
    assert verdict(unsaved) == NOTHING
    session.go_to("explore")
    assert verdict(unsaved) == NOTHING


def test_a_model_that_was_put_on_its_desk_beforehand_is_no_work(session, unsaved):
    """As the command line does."""
    session.open_state(State(model=FIRST, model_look=ModelLook()), desk="model")
    session.set_pi(0.5)
    session.go_to("model")
    assert verdict(unsaved) == NOTHING
    session.set_model("weights", w=2.0)
    assert verdict(unsaved) == CAN_BE_HAD_AGAIN


def test_how_the_model_is_looked_at_is_no_work(session, unsaved):
    open_view(session)
    session.look_at_model(slice_along="b", plots=("landscape",))
    session.set_log_base(LogBase.BITS)
    assert verdict(unsaved) == NOTHING


@pytest.mark.parametrize(
    "fields",
    [
        {"w": 0.25},
        {"b": 1e154},
        {"shared": True},
        {"true": (1.0, 2.0)},
        {"climber": Climber(rate=3.0)},
        {"climber": Climber(start=(0.5, -1.0), step=4), "w": 0.75},
        {"source": "random:3:1:2:7", "data": OTHER},
        {"source": "file:other.csv", "data": OTHER},
        {"source": "example:challenger", "data": Labelled([1.0, 2.0, 3.0], [0, 1, 1], "t", "y")}
        | {"w": 0.0},
    ],
)
def test_what_can_be_had_again_is_work_only_in_a_file(session, unsaved, fields):
    open_view(session)
    session.set_model("weights", **fields)
    assert verdict(unsaved) == CAN_BE_HAD_AGAIN
    session.go_to("explore")
    assert verdict(unsaved) == CAN_BE_HAD_AGAIN
    session.go_to("model")
    session.undo()
    assert verdict(unsaved) == NOTHING


@pytest.mark.parametrize("source", ["", "example:challenger"])
@pytest.mark.parametrize(
    "data",
    [
        FIRST.data.changed(0, x=9.0),
        FIRST.data.changed(2, y=0),
        FIRST.data.added(4.0, 1),
        FIRST.data.removed([0]),
        Labelled(FIRST.data.x, FIRST.data.y, "another name", "y"),
        Labelled(),
    ],
)
def test_examples_that_were_edited_are_lost(session, unsaved, source, data):
    open_view(session)
    session.set_model("examples", data=data, source=source)
    assert verdict(unsaved) == LOST
    session.go_to("lessons")
    assert verdict(unsaved) == LOST
    session.go_to("model")
    session.undo()
    assert verdict(unsaved) == NOTHING
    session.redo()
    assert verdict(unsaved) == LOST


def test_drawn_examples_that_were_edited_are_lost_until_that_is_undone(session, unsaved):
    open_view(session)
    session.set_model("examples", data=OTHER, source="random:2:1:0:3")
    session.set_model("examples", data=OTHER.changed(0, x=5.5), source="")
    assert verdict(unsaved) == LOST
    session.undo()
    assert verdict(unsaved) == CAN_BE_HAD_AGAIN


def test_examples_that_are_dragged_are_lost_at_every_moment_of_it(session, unsaved):
    open_view(session)
    token = session.begin_gesture("examples")
    session.set_model("examples", data=FIRST.data.changed(0, x=1.5), source="")
    assert verdict(unsaved) == LOST
    session.set_model("examples", data=FIRST.data.changed(0, x=1.0), source=FIRST.source)
    assert verdict(unsaved) == NOTHING
    session.end_gesture(token)


def test_each_of_the_two_counts(session, unsaved):
    open_view(session)
    session.set_model("weights", w=9.0)
    session.go_to("explore")
    session.set_observations(EDITED)
    assert verdict(unsaved) == LOST
    session.undo()
    assert verdict(unsaved) == CAN_BE_HAD_AGAIN
    session.set_observations(EDITED, "file:a.txt")
    assert verdict(unsaved) == CAN_BE_HAD_AGAIN
    session.go_to("model")
    session.set_model("examples", data=OTHER, source="")
    assert verdict(unsaved) == LOST


def test_what_is_saved_is_compared_with(session, unsaved):
    open_view(session)
    session.set_model("examples", data=OTHER, source="")
    unsaved.take_saved(unsaved.state, unsaved.model)
    assert verdict(unsaved) == NOTHING
    session.set_model("weights", w=7.0)
    assert verdict(unsaved) == CAN_BE_HAD_AGAIN
    session.undo()
    session.undo()
    assert unsaved.model == FIRST
    assert unsaved.would_lose(has_file=True)


def test_a_view_that_was_opened_and_edited_while_something_was_saved(session, unsaved):
    state, model = unsaved.state, unsaved.model
    open_view(session)
    session.set_model("examples", data=OTHER, source="")
    unsaved.take_saved(state, model)
    assert verdict(unsaved) == LOST
    session.undo()
    assert verdict(unsaved) == NOTHING


def test_a_file_without_a_model_does_not_make_one_work(session, unsaved):
    unsaved.begin(unsaved.state, None)
    open_view(session)
    assert verdict(unsaved) == NOTHING


def test_nothing_of_what_was_restored_is_saved(session, unsaved):
    open_view(session)
    unsaved.begin(None, FIRST)
    assert verdict(unsaved) == LOST


def test_another_session_begins_with_its_own_model_or_with_none(session, unsaved):
    open_view(session)
    session.set_model("examples", data=OTHER, source="")
    session.go_to("explore")
    session.open_state(State(), desk="model")
    unsaved.begin(unsaved.state, None)
    assert verdict(unsaved) == NOTHING
    # What the same source gave to the session before plays no part.
    open_view(session, replace(FIRST, data=OTHER))
    session.set_model("weights", w=3.0)
    assert verdict(unsaved) == CAN_BE_HAD_AGAIN
    session.set_model("examples", data=FIRST.data, source="")
    assert verdict(unsaved) == LOST


def test_the_work_of_two_moments_is_the_same_if_nothing_was_done(session, unsaved):
    before = unsaved.work
    assert unsaved.work == before
    open_view(session)
    assert unsaved.work != before
    before = unsaved.work
    session.look_at_model(slice_along="b")
    assert unsaved.work == before
    session.set_model("weights", w=3.0)
    assert unsaved.work != before
