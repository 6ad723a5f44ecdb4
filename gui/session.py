"""The one owner of the state: intents in, snapshots out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PyQt5.QtCore import QObject, pyqtSignal
from PyQt5.QtWidgets import QUndoStack

from core.observations import Observations
from core.snapshot import Snapshot, evaluate
from core.state import LogBase, State
from gui.commands import ChangeState
from gui.i18n import translate

if TYPE_CHECKING:
    from core.labelled import Labelled
    from core.logistic import Fit

# More steps than anybody goes back.
UNDO_LIMIT = 500
EXPLORE, LESSONS, MODEL = DESKS = ("explore", "lessons", "model")


def step_name(step: str) -> str:
    """What an undo step is called, in the language of the moment; the history keeps its key."""
    return {
        "pi": translate("Session", "move π"),
        "sweep": translate("Session", "sweep π"),
        "observations": translate("Session", "edit observations"),
        "unit": translate("Session", "change the unit"),
        "lab": translate("Session", "change the experiment"),
        "examples": translate("Session", "edit examples"),
        "weights": translate("Session", "move w and b"),
        "climb": translate("Session", "descend"),
        "climber": translate("Session", "change the descent"),
        "shared": translate("Session", "share one π, or not"),
    }.get(step, "")


class Session(QObject):
    """Checks what the user asks for, remembers it, and tells every view once.

    There are three desks, for the user's own observations, for the lessons and for the model, each
    with its state and its history: whoever comes back to one finds everything as it was.

    Attributes:
        desk: the desk of the moment, one of `DESKS`.

    Signals:
        snapshot_changed: the new `Snapshot`, once for each change of state.
        history_changed: something else can be undone or done again.
        refused: the observations are locked, and somebody wants to change them.
    """

    snapshot_changed = pyqtSignal(object)
    history_changed = pyqtSignal()
    refused = pyqtSignal()

    def __init__(self, state: State | None = None, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.desk = EXPLORE
        self._stacks = {desk: QUndoStack(self) for desk in DESKS}
        for stack in self._stacks.values():
            stack.setUndoLimit(UNDO_LIMIT)
            stack.indexChanged.connect(self.history_changed)
        # The model has its state when it is asked for: who never does need not wait for it.
        self._away = {LESSONS: State(), MODEL: State()}
        self._state = state or State()
        self._snapshot = evaluate(self._state)
        self._gesture: State | None = None
        self._gesture_step = ""
        self._gesture_token: object | None = None

    @property
    def state(self) -> State:
        """The frozen state of the moment."""
        return self._state

    @property
    def snapshot(self) -> Snapshot:
        """All that views need, derived from `state`."""
        return self._snapshot

    @property
    def undo_stack(self) -> QUndoStack:
        """The history of the observations, π, the logarithm's base and the labs, at this desk."""
        return self._stacks[self.desk]

    def state_at(self, desk: str) -> State:
        """The state of a desk, whether somebody sits at it or not."""
        return self._state if desk == self.desk else self._away[desk]

    def go_to(self, desk: str) -> None:
        """Sit down at another desk: its state and its history take the place of these."""
        if desk != self.desk:
            self.end_gesture()
            self._away[self.desk] = self._state
            self.desk = desk
            self._set_state(self._away.pop(desk))
            self.history_changed.emit()

    # Intents -------------------------------------------------------------------------------

    def set_pi(self, pi: float) -> None:
        """Move π; a number in [0, 1].

        Raises:
            ValueError: it is not; the state is as before.
        """
        self._change("pi", pi=float(pi))

    def set_observations(
        self,
        observations: Observations,
        source: str = "",
        run: object | None = None,
        true_pi: float | None = None,
        *,
        shows_true_pi: bool | None = None,
    ) -> None:
        """Replace the observations.

        Args:
            observations: the new ones.
            source: where they come from: the id of an example or a file's name.
            run: edits of one run (typing in one field) become one undo step.
            true_pi: the π that they were drawn with, if they were.
            shows_true_pi: whether it is shown; None leaves that as it is.
        """
        if self._state.stage.locked:
            self.refused.emit()
            return
        shown = {} if shows_true_pi is None else {"shows_true_pi": shows_true_pi}
        data = {"observations": observations, "source": source, "true_pi": true_pi}
        self._change("observations", run=run, **data, **shown)

    def set_log_base(self, base: LogBase) -> None:
        """Measure in nats or in bits."""
        self._change("unit", log_base=base)

    def set_lab(self, **fields: Any) -> None:
        """Set something in a lab: fields of `core.lab_state.LabState`.

        Raises:
            ValueError: a value is not allowed; the state is as before.
        """
        self._change("lab", lab=replace(self._state.lab, **fields))

    def set_model(self, step: str, run: object | None = None, **fields: Any) -> None:
        """Set something of the model: fields of `core.model_state.ModelState`.

        Args:
            step: what the step of the history is called, a key of `step_name`.
            run: edits of one run become one undo step.
            **fields: the fields and their values.

        Raises:
            ValueError: a value is not allowed, or there is no model at this desk; the state is as
                before.
        """
        if self._state.model is None:
            raise ValueError(f"there is no model at the desk {self.desk!r}")
        self._change(step, run, model=replace(self._state.model, **fields))

    def look_at_model(self, **fields: Any) -> None:
        """Look at the model in another way: fields of `core.model_state.ModelLook`; no history.

        Raises:
            ValueError: likewise.
        """
        if self._state.model_look is None:
            raise ValueError(f"there is no model at the desk {self.desk!r}")
        look = replace(self._state.model_look, **fields)
        self._set_state(replace(self._state, model_look=look))

    def set_fit(self, data: Labelled, fit: Fit) -> None:
        """Take the fit of many examples, now that it is known; that of others is not taken."""
        model = self._snapshot.model
        if model is not None and model.state.data is data and model.fit is None:
            self._snapshot = replace(self._snapshot, model=model.with_fit(fit))
            self.snapshot_changed.emit(self._snapshot)

    def set_stage(self, **fields: Any) -> None:
        """Show something else, or keep it back: fields of `core.stage.Stage`; no history.

        Raises:
            ValueError: a value is not allowed; the state is as before.
        """
        self._set_state(replace(self._state, stage=replace(self._state.stage, **fields)))

    def set_interval(self, low: float, high: float) -> None:
        """Show the plots from π = low to π = high; a matter of view, with no history.

        Raises:
            ValueError: not 0 ≤ low < high ≤ 1.
        """
        self._set_state(replace(self._state, interval=(float(low), float(high))))

    def show_true_pi(self, *, shown: bool) -> None:
        """Show the π that the data were drawn with, or keep it back; no history."""
        self._set_state(replace(self._state, shows_true_pi=shown))

    def open_state(self, state: State, desk: str | None = None) -> None:
        """Begin anew with another state: what was done before cannot be undone.

        Args:
            state: the state.
            desk: where it is put; None for the desk of the moment.
        """
        desk = desk or self.desk
        if desk == self.desk:
            self.end_gesture()
        self._stacks[desk].clear()
        if desk == self.desk:
            self._set_state(state)
        else:
            self._away[desk] = state

    # Gestures ------------------------------------------------------------------------------

    @property
    def in_gesture(self) -> bool:
        """Whether changes are being gathered into one undo step."""
        return self._gesture is not None

    def begin_gesture(self, step: str = "pi") -> object:
        """Gather the changes from here to `end_gesture` into one undo step of this name.

        Returns:
            a token: with it, `end_gesture` ends this gesture and no later one.
        """
        self.end_gesture()
        self._gesture = self._state
        self._gesture_step = step
        self._gesture_token = object()
        return self._gesture_token

    def end_gesture(self, token: object | None = None) -> None:
        """Close the gesture; one that ends where it began leaves no undo step.

        Args:
            token: that of the gesture to close; without one, whichever is open.
        """
        if token is not None and token is not self._gesture_token:
            return
        start, self._gesture = self._gesture, None
        if start is None:
            return
        names = [
            name
            for name in ("observations", "pi", "log_base", "source", "true_pi", "lab", "model")
            if getattr(start, name) != getattr(self._state, name)
        ]
        self._push(
            self._gesture_step,
            {name: getattr(start, name) for name in names},
            {name: getattr(self._state, name) for name in names},
            None,
        )

    def undo(self) -> None:
        """Take the last step back."""
        self.end_gesture()
        if self._may_change(self.undo_stack.index() - 1):
            self.undo_stack.undo()

    def redo(self) -> None:
        """Take the last undone step again."""
        self.end_gesture()
        if self._may_change(self.undo_stack.index()):
            self.undo_stack.redo()

    def _may_change(self, index: int) -> bool:
        """Whether a step of the history leaves locked observations alone."""
        step = self.undo_stack.command(index)
        before = step.before if isinstance(step, ChangeState) else {}
        if self._state.stage.locked and "observations" in before:
            self.refused.emit()
            return False
        return True

    # ---------------------------------------------------------------------------------------

    def _change(self, step: str, run: object | None = None, **fields: Any) -> None:
        state = self._state
        wanted = replace(state, **fields)  # checks the values
        if self._gesture is not None:
            self._set_state(wanted)
            return
        before = {name: getattr(state, name) for name in fields}
        after = {name: getattr(wanted, name) for name in fields}
        self._push(step, before, after, run)

    def _push(
        self, step: str, before: dict[str, Any], after: dict[str, Any], run: object | None
    ) -> None:
        if before != after:
            self._set_state(replace(self._state, **after))
            self.undo_stack.push(ChangeState(step, before, after, self._apply, run))

    def _apply(self, change: Callable[[State], State]) -> None:
        self._set_state(change(self._state))

    def _set_state(self, state: State) -> None:
        if state == self._state:
            return
        self._snapshot = evaluate(state, self._snapshot)
        self._state = state
        self.snapshot_changed.emit(self._snapshot)
