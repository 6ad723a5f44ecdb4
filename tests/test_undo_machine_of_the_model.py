"""The history of the Model view as a machine: whatever is done, undone and redone comes back."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core import climb
from core.labelled import Labelled
from core.landscape import Region
from core.model_snapshot import evaluate_model
from core.model_state import LARGEST, METHODS, ModelLook, ModelState
from core.session_file import SessionDocument, read_session, write_session
from core.state import State
from gui.session import Session

NUMBERS = st.one_of(st.sampled_from([0.0, 1.0, -2.5]), st.floats(-50, 50))
X = st.floats(-100, 100)
POINTS = st.lists(st.tuples(X, st.integers(0, 1)), max_size=6)


class ModelUndo(RuleBasedStateMachine):
    """A list of states and a place in it, beside the session's own history."""

    def __init__(self):
        super().__init__()
        self.session = Session()
        self.session.go_to("model")
        self.session.open_state(State(model=ModelState(), model_look=ModelLook()))
        self.states = [self.model]
        self.place = 0
        self.gesture = False

    @property
    def model(self):
        return self.session.state.model

    def did(self):
        if not self.gesture and self.model != self.states[self.place]:
            del self.states[self.place + 1 :]
            self.states.append(self.model)
            self.place += 1

    def set(self, step, **fields):
        # As the view does: whatever else is changed ends the path.
        end = replace(self.model.climber, start=None, step=0)
        self.session.set_model(step, **{"climber": end, **fields})
        self.did()

    @initialize(points=POINTS)
    def begin(self, points):
        self.set("examples", data=Labelled(*zip(*points, strict=True)) if points else Labelled())

    @rule(w=NUMBERS, b=NUMBERS)
    def move(self, w, b):
        self.set("weights", w=w, b=b)

    @rule(w=st.sampled_from([2 * LARGEST, float("nan"), float("inf")]))
    def refuse(self, w):
        with pytest.raises(ValueError, match="w must be"):
            self.session.set_model("weights", w=w)

    @rule(x=X, y=st.integers(0, 1))
    def add(self, x, y):
        self.set("examples", data=self.model.data.added(x, y))

    @precondition(lambda self: self.model.data.n)
    @rule(data=st.data())
    def change(self, data):
        i = data.draw(st.integers(0, self.model.data.n - 1))
        y = 1 - int(self.model.data.y[i])
        self.set("examples", data=self.model.data.changed(i, x=data.draw(X), y=y))

    @precondition(lambda self: self.model.data.n)
    @rule()
    def remove(self):
        self.set("examples", data=self.model.data.removed([0]))

    @rule(method=st.sampled_from(METHODS), rate=st.sampled_from([0.1, 1.0, 30.0]))
    def choose(self, method, rate):
        climber = replace(self.model.climber, method=method, rate=rate, start=None, step=0)
        self.set("climber", climber=climber)

    @rule(by=st.integers(-3, 4))
    def climb(self, by):
        there = climb.advanced(self.model, self.session.snapshot.model.path, by)
        self.set("climb", w=there.w, b=there.b, climber=there.climber)

    @rule()
    def share(self):
        self.set("shared", shared=not self.model.shared)

    @rule(low=st.floats(-5, 0), wide=st.floats(0.1, 5))
    def look(self, low, wide):
        self.session.look_at_model(region=Region(low, low + wide, low, low + wide))
        self.did()

    @precondition(lambda self: not self.gesture)
    @rule()
    def begin_gesture(self):
        self.session.begin_gesture("weights")
        self.gesture = True

    @rule()
    def end_gesture(self):
        self.session.end_gesture()
        self.gesture = False
        self.did()

    @rule()
    def undo(self):
        self.end_gesture()
        self.session.undo()
        self.place = max(0, self.place - 1)

    @rule()
    def redo(self):
        self.end_gesture()
        self.session.redo()
        self.place = min(len(self.states) - 1, self.place + 1)

    @invariant()
    def the_state_is_that_of_the_place(self):
        if not self.gesture:
            assert self.model == self.states[self.place]
            assert self.session.undo_stack.canUndo() == (self.place > 0)
            assert self.session.undo_stack.canRedo() == (self.place < len(self.states) - 1)

    @invariant()
    def the_numbers_do_not_depend_on_the_way_to_them(self):
        state = self.session.state
        fresh = evaluate_model(state.model, state.model_look)
        now = self.session.snapshot.model
        for name in ("n", "k", "w", "b", "binary_cross_entropy", "gradient", "floor", "region"):
            assert getattr(now, name) == getattr(fresh, name), name
        assert repr(now.fit) == repr(fresh.fit)
        assert (now.path is None) == (fresh.path is None)
        if now.path is not None:
            assert now.path.w.tolist() == fresh.path.w.tolist()
            assert now.path.verdict == fresh.path.verdict

    @invariant()
    def saved_and_read_it_is_the_same(self):
        state = self.session.state
        document = SessionDocument(State(), "model", model=state.model, model_look=state.model_look)
        assert read_session(write_session(document)) == document


TestModelUndo = ModelUndo.TestCase
TestModelUndo.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
)
