"""What of the work is saved, and whether it could be had again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.model_state import ModelState
    from core.state import State
    from gui.session import Session


class Unsaved:
    """Compares the work with what is saved of it, or with what it began with.

    The work is the user's own observations, and the model, once its view was opened.
    """

    def __init__(self, session: Session) -> None:
        self._session = session
        # None: nothing of it is saved, whatever it is.
        self._saved: State | None = self.state
        # None until the model's view was opened: what that begins with is no work.
        self._saved_model: ModelState | None = self.model
        self._observations_given, self._examples_given = _Given(), _Given()
        self.note()

    @property
    def state(self) -> State:
        """The user's own observations, whatever is on the screen."""
        return self._session.state_at("explore")

    @property
    def model(self) -> ModelState | None:
        """The model; None if its view was never opened."""
        return self._session.state_at("model").model

    @property
    def work(self) -> tuple[object, ...]:
        """All that is work; equal where nothing was done in between."""
        return *_work(self.state), self.model

    def note(self) -> None:
        """Something has changed."""
        state, model = self.state, self.model
        self._observations_given.note(state.source, state.observations)
        if model is None:
            self._examples_given.note("", None)
            return
        self._examples_given.note(model.source, model.data)
        if self._saved_model is None:
            self._saved_model = model

    def begin(self, saved: State | None, model: ModelState | None) -> None:
        """Another session begins.

        Args:
            saved: what is saved of the observations; None for nothing, whatever they are.
            model: what is saved of the model; None for what its view begins with.
        """
        self._saved, self._saved_model = saved, model
        self.note()

    def take_saved(self, saved: State, model: ModelState | None) -> None:
        """The work, as it was when the saving began, has been saved."""
        # A view that was opened in the meantime began with something.
        self.begin(saved, model or self._saved_model)

    @property
    def modified(self) -> bool:
        """Whether the work differs from its file, or from what a window begins with."""
        return (
            self._saved is None
            or _work(self.state) != _work(self._saved)
            or _differ(self.model, self._saved_model)
        )

    def would_lose(self, *, has_file: bool) -> bool:
        """Whether closing loses work: in a session with a file any change, else edited data.

        Data that were drawn, taken from the examples or read from a file can be had again; so can
        π, and w and b.
        """
        if not self.modified:
            return False
        if has_file or self._saved is None:
            return True
        state, model, saved_model = self.state, self.model, self._saved_model
        if state.observations != self._saved.observations and (
            not self._observations_given.still_gives(state.source, state.observations)
        ):
            return True
        if model is None or saved_model is None or model.data == saved_model.data:
            return False
        return not self._examples_given.still_gives(model.source, model.data)


class _Given:
    """What the source of some data gave: as long as it is the same, it can be had again."""

    def __init__(self) -> None:
        self._source = ""
        self._data: object = None

    def note(self, source: str, data: object) -> None:
        """These are the data of the moment; another source gave others."""
        if source != self._source:
            self._source, self._data = source, data

    def still_gives(self, source: str, data: object) -> bool:
        """Whether these can be had again; shuffled they cannot."""
        return bool(source) and data == self._data


def _differ(model: ModelState | None, saved: ModelState | None) -> bool:
    """Whether the model is not as it was saved, or began."""
    if model is None or saved is None:
        return False
    # While w and b move, a million examples that were edited need not be compared.
    moved = (model.w, model.b, model.climber) != (saved.w, saved.b, saved.climber)
    return moved or model != saved


def _work(state: State) -> tuple[object, ...]:
    """What of a state is work: the part of the axis that is shown is not."""
    return (
        state.observations,
        state.pi,
        state.log_base,
        state.source,
        state.true_pi,
        state.shows_true_pi,
        state.stage.without,
        state.stage.locked,
    )
