"""The history as a machine: whatever is done, undone and done again, the state comes back."""

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from core.examples import load_examples
from core.observations import Observations
from core.snapshot import evaluate
from core.state import LogBase, State
from gui.paths import EXAMPLES
from gui.session import Session

EXAMPLE_SETS = load_examples(EXAMPLES)
HISTORY = ("observations", "pi", "log_base", "source")
PI = st.one_of(st.sampled_from([0.0, 0.5, 1.0]), st.floats(0, 1))
BITS = st.lists(st.integers(0, 1), max_size=12)


def remembered(state):
    return {name: getattr(state, name) for name in HISTORY}


class Undo(RuleBasedStateMachine):
    """A model of the history, a list and a place in it, beside the session's own."""

    def __init__(self):
        super().__init__()
        self.session = Session()
        self.states = [remembered(self.session.state)]
        self.place = 0
        self.interval = self.session.state.interval
        # Where the gesture that is open began; all that is done in it is one step.
        self.gesture = None
        self.heard = []
        self.session.snapshot_changed.connect(self.heard.append)

    @property
    def observations(self):
        return self.session.state.observations

    def did(self, now=None):
        """An edit was made: what it changed is a step, unless it changed nothing."""
        if self.gesture is not None:
            return
        now = now or remembered(self.session.state)
        if now != self.states[self.place]:
            del self.states[self.place + 1 :]
            self.states.append(now)
            self.place += 1

    def close_gesture(self, now=None):
        if self.gesture is not None:
            self.gesture = None
            self.did(now)

    def edit_data(self, observations, source=""):
        self.session.set_observations(observations, source)
        self.did()

    # Edits ---------------------------------------------------------------------------------

    @initialize(values=BITS)
    def begin(self, values):
        self.session.set_observations(Observations(values))
        self.did()

    @rule(pi=PI)
    def set_pi(self, pi):
        self.session.set_pi(pi)
        self.did()

    @rule(pi=st.sampled_from([-0.1, 1.5, float("nan")]))
    def refuse_pi(self, pi):
        with pytest.raises(ValueError, match="pi"):
            self.session.set_pi(pi)

    @precondition(lambda self: self.observations.has_sequence and self.observations.n)
    @rule(data=st.data())
    def toggle(self, data):
        index = data.draw(st.integers(0, self.observations.n - 1))
        self.edit_data(self.observations.toggle(index))

    @precondition(lambda self: self.observations.has_sequence)
    @rule(data=st.data(), values=BITS)
    def insert(self, data, values):
        index = data.draw(st.integers(0, self.observations.n))
        self.edit_data(self.observations.insert(index, values))

    @precondition(lambda self: self.observations.has_sequence)
    @rule(data=st.data())
    def delete(self, data):
        end = data.draw(st.integers(0, self.observations.n))
        first = data.draw(st.integers(0, end))
        self.edit_data(self.observations.delete(first, end))

    @rule(example=st.sampled_from(EXAMPLE_SETS))
    def open_example(self, example):
        self.edit_data(example.observations, f"example:{example.id}")

    @rule()
    def flip(self):
        self.edit_data(self.observations.invert())

    @rule(base=st.sampled_from(LogBase))
    def set_unit(self, base):
        self.session.set_log_base(base)
        self.did()

    @precondition(lambda self: self.gesture is None)
    @rule(texts=st.lists(BITS, min_size=1, max_size=4))
    def type_a_run(self, texts):
        run = object()
        for values in texts:
            new = Observations(values)
            if new != self.observations:
                # Also what is taken back before the run ends was done: nothing can be redone.
                del self.states[self.place + 1 :]
            self.session.set_observations(new, run=run)
        self.did()

    @rule(ends=st.tuples(st.floats(0, 1), st.floats(0, 1)).filter(lambda pair: pair[0] < pair[1]))
    def zoom(self, ends):
        self.session.set_interval(*ends)
        self.interval = ends

    # Gestures and history ------------------------------------------------------------------

    @rule(step=st.sampled_from(["pi", "sweep", "observations"]))
    def begin_gesture(self, step):
        self.session.begin_gesture(step)
        self.close_gesture()
        self.gesture = remembered(self.session.state)

    @rule()
    def end_gesture(self):
        self.session.end_gesture()
        self.close_gesture()

    @precondition(lambda self: self.gesture is not None)
    @rule()
    def end_a_gesture_where_it_began(self):
        self.session.set_observations(self.gesture["observations"], self.gesture["source"])
        self.session.set_pi(self.gesture["pi"])
        self.session.set_log_base(self.gesture["log_base"])
        self.end_gesture()

    @rule()
    def undo(self):
        before = remembered(self.session.state)
        self.session.undo()
        self.close_gesture(before)
        self.place = max(0, self.place - 1)

    @rule()
    def redo(self):
        before = remembered(self.session.state)
        self.session.redo()
        self.close_gesture(before)
        self.place = min(len(self.states) - 1, self.place + 1)

    @rule()
    def undo_everything_and_redo_it(self):
        self.end_gesture()
        end, count = self.session.state, self.place
        for _ in range(count):
            self.session.undo()
        assert remembered(self.session.state) == self.states[0]
        assert not self.session.undo_stack.canUndo()
        for _ in range(count):
            self.session.redo()
        assert self.session.state == end

    # What always holds ---------------------------------------------------------------------

    @invariant()
    def the_state_is_that_of_the_model(self):
        if self.gesture is None:
            assert remembered(self.session.state) == self.states[self.place]

    @invariant()
    def as_many_steps_can_be_undone_as_the_model_has(self):
        if self.gesture is None:
            stack = self.session.undo_stack
            assert stack.index() == self.place
            assert stack.canUndo() is (self.place > 0)
            assert stack.canRedo() is (self.place < len(self.states) - 1)

    @invariant()
    def the_history_never_moves_the_zoom(self):
        assert self.session.state.interval == self.interval

    @invariant()
    def the_snapshot_is_that_of_the_state(self):
        snapshot, state = self.session.snapshot, self.session.state
        fresh = evaluate(state)
        assert snapshot.state is state
        for name in ("n", "k", "pi", "mle", "log_likelihood", "binary_cross_entropy", "score"):
            got, wanted = getattr(snapshot, name), getattr(fresh, name)
            assert got == wanted, name
        assert (snapshot.curves.low, snapshot.curves.high) == state.interval
        assert (snapshot.curves.k, snapshot.curves.n) == (fresh.k, fresh.n)

    @invariant()
    def each_change_was_told_once(self):
        states = [snapshot.state for snapshot in self.heard]
        assert all(a != b for a, b in pairwise(states))
        if states:
            assert states[-1] is self.session.state


Undo.TestCase.settings = settings(
    max_examples=40,
    stateful_step_count=25,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much],
)
TestUndo = pytest.mark.usefixtures("qapp")(Undo.TestCase)


@pytest.mark.usefixtures("qapp")
def test_the_program_starts_with_nothing_to_undo():
    session = Session(State(pi=0.25))
    session.undo()
    session.redo()
    assert session.state == State(pi=0.25)
