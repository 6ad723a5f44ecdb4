"""A session and the card *Model*, wired as the window wires them."""

import json

from core.labelled import Labelled
from core.model_state import ModelLook, ModelState
from core.state import State
from gui.session import Session
from tests.helpers import ROOT, settle

_SHIPPED = json.loads((ROOT / "resources" / "examples.json").read_text(encoding="utf-8"))
SHIPPED = {one["id"]: Labelled(one["x"], one["y"]) for one in _SHIPPED["labelled"]}
CHALLENGER = SHIPPED["challenger"]

# Examples of each kind that has no plain minimum.
DATA = {
    "separable": Labelled([1, 2, 3, 4, 5, 6], [0, 0, 0, 1, 1, 1]),
    "separable, falling": Labelled([1, 2, 3, 4], [1, 1, 0, 0]),
    "quasi_separable": Labelled([1, 2, 3, 3, 4], [1, 1, 1, 0, 0]),
    "ones": Labelled([1, 2, 3], [1, 1, 1]),
    "zeros": Labelled([1, 2, 3], [0, 0, 0]),
    "single_point": Labelled([2], [1]),
    "equal_x": Labelled([2.5, 2.5, 2.5], [0, 1, 1]),
    "no_examples": Labelled(),
}


class ModelBench:
    """Keeps the state of the card.

    Attributes:
        edits: every intent to edit, in its order.
        asked: every action that was asked for.
        said: the gestures as they began and ended.
    """

    def __init__(self, panel, data=CHALLENGER, **fields):
        self.panel, self.session = panel, Session()
        self.edits, self.asked, self.said, self._tokens = [], [], [], []
        self.session.go_to("model")
        self.session.snapshot_changed.connect(panel.render_snapshot)
        panel.edited.connect(self._edit)
        panel.asked.connect(self.asked.append)
        panel.gesture_started.connect(self._begin)
        panel.gesture_ended.connect(self._end)
        self.open(data, **fields)

    def open(self, data, look=None, **fields):
        state = State(model=ModelState(data=data, **fields), model_look=look or ModelLook())
        self.session.open_state(state)
        settle()

    def _edit(self, step, fields):
        self.edits.append((step, fields))
        self.session.set_model(step, **fields)

    def _begin(self, step):
        self.said.append(("started", step))
        self._tokens.append(self.session.begin_gesture(step))

    def _end(self):
        self.said.append("ended")
        self.session.end_gesture(self._tokens.pop())

    @property
    def state(self):
        return self.session.state.model

    @property
    def model(self):
        return self.session.snapshot.model

    @property
    def steps(self):
        return self.session.undo_stack.count()
