"""What tests of the plot of f(x) share: somebody who does what it asks, as the session would."""

from dataclasses import replace

from core.labelled import Labelled
from core.model_state import ModelLook, ModelState
from core.snapshot import evaluate
from core.state import State
from gui.model.prediction_card import PredictionCard
from tests.helpers import settle

LAUNCHES = Labelled(
    [66, 70, 69, 68, 67, 72, 73, 70, 57, 63, 70, 78, 67, 53, 67, 75, 70, 81, 76, 79, 75, 76, 58],
    [0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 1],
    "temperature",
)


def snapshot_of(data, w=0.0, b=0.0, **fields):
    state = {name: fields.pop(name) for name in ("log_base",) if name in fields}
    model = ModelState(data=data, w=w, b=b, **fields)
    return evaluate(State(model=model, model_look=ModelLook(), **state))


class Desk:
    """Keeps the state of one card.

    Attributes:
        card: which is shown.
        state: as the card has asked for.
        edits: every intent, in its order.
        steps: how many steps of the history there would be.
        pointed: every example that the card pointed at.
    """

    def __init__(self, shown, data, w=0.0, b=0.0, size=(900, 380), **fields):
        self.card = PredictionCard()
        self.snapshot = snapshot_of(data, w, b, **fields)
        self.state = self.snapshot.state
        self.edits, self.pointed, self.steps, self._open = [], [], 0, None
        self.card.edited.connect(self._edit)
        self.card.gesture_started.connect(self._begin)
        self.card.gesture_ended.connect(self._end)
        self.card.pointed.connect(self.pointed.append)
        self.card.render_snapshot(self.snapshot)
        shown(self.card, *size)

    @property
    def data(self):
        return self.state.model.data

    def _edit(self, step, fields):
        assert step == "examples"
        assert fields["source"] == ""
        assert fields["true"] is None
        self.edits.append(fields["data"])
        before = self.state
        self.set(**fields)
        self.steps += self._open is None and before != self.state

    def set(self, **fields):
        """Show other fields of the model."""
        self.state = replace(self.state, model=replace(self.state.model, **fields))
        self.snapshot = evaluate(self.state, self.snapshot)
        self.card.render_snapshot(self.snapshot)

    def _begin(self, step):
        assert step == "examples"
        assert self._open is None, "a gesture began within a gesture"
        self._open = self.state

    def _end(self):
        assert self._open is not None, "a gesture ended that had not begun"
        self.steps += self._open != self.state
        self._open = None

    def spot(self, i):
        """Where the dot of an example is, in pixels."""
        settle()
        layout = self.card.layout_
        return layout.x_of(float(self.data.x[i])), layout.y_of(float(self.data.y[i]))
