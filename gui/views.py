"""The three views: which of them is shown, what belongs to it, and what turns its pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QObject, pyqtSignal
from PyQt5.QtWidgets import QWidget

from gui.window_layout import Arrangement

if TYPE_CHECKING:
    from core.lessons.setting import Examples
    from core.snapshot import Snapshot
    from core.state import State
    from gui.explore_desk import ExploreDesk
    from gui.labs.bench import LabBench
    from gui.lessons.desk import LessonDesk
    from gui.long_work import LongWork
    from gui.model.desk import ModelDesk
    from gui.notice import Notices
    from gui.session import Session
    from gui.settings import Settings
    from gui.window_layout import WindowLayout

# In these labs the part of the axis that is shown plays no part.
LABS_OF_THE_WHOLE_AXIS = ("underflow", "table", "guess", "libraries")


class Views(QObject):
    """Explore, the lessons and the model: the last two are made when they are asked for.

    Attributes:
        shown: "explore", "lessons" or "model".
        presenting: whether the window is before a class.

    Signals:
        left: a view is about to be left: whatever goes on in it is to end.
        stopping: gestures are to end, since something else begins.
        session_asked: a session file, a Path, is to be opened.
        changed: another one is shown.
        outdated: the one that is shown has something else to show, though the state is the same.
    """

    left = pyqtSignal()
    stopping = pyqtSignal()
    session_asked = pyqtSignal(object)
    changed = pyqtSignal()
    outdated = pyqtSignal()

    def __init__(
        self,
        session: Session,
        explore: ExploreDesk,
        labs: LabBench,
        layout: WindowLayout,
        work: LongWork,
        notices: Notices,
        settings: Settings | None,
        window: QWidget,
    ) -> None:
        """Bring the parts together.

        Args:
            session: the owner of the state.
            explore: the desk of Explore.
            labs: the labs, which have the place of its plots.
            layout: where the parts stand.
            work: what runs beside the window.
            notices: where something is said.
            settings: what is remembered; None for nothing.
            window: the window.
        """
        super().__init__(window)
        self.shown = "explore"
        self.presenting = False
        self._session, self._explore, self._labs, self._layout = session, explore, labs, layout
        self._work, self._notices, self._settings = work, notices, settings
        self._window = window
        self._lessons: LessonDesk | None = None
        self._model: ModelDesk | None = None
        self._panels_before: tuple[str, ...] = ()
        explore.plots.predicted.connect(self._predict)

    # The desks -------------------------------------------------------------------------------

    @property
    def lessons(self) -> LessonDesk:
        """The lessons."""
        if self._lessons is None:
            from gui.lessons.desk import LessonDesk

            self._lessons = LessonDesk(
                *(self._session, self._notices, self._settings), self._leave_step, self._window
            )
            self._lessons.changed.connect(self._show_lesson)
            self._lessons.model_asked.connect(self.open_examples)
            self._explore.plots.pointed.connect(self._lessons.point)
            self._labs.pointed.connect(self._lessons.point)
            self._explore.observations.tiles.pointed.connect(self._lessons.point_tile)
            self._layout.take_lessons(self._lessons.column)
            self._lessons.present(active=self.presenting)
        return self._lessons

    @property
    def model(self) -> ModelDesk:
        """The model."""
        if self._model is None:
            from gui.model.desk import ModelDesk

            self._model = ModelDesk(
                *(self._session, self._work, self._notices, self._settings),
                *(self.stopping.emit, self.session_asked.emit, self._window),
            )
            page = self._model.page
            self._layout.take_model(page, (page.left_column, page.prediction, page.landscape))
            self._model.present(active=self.presenting)
        return self._model

    @property
    def lesson(self) -> str:
        """The lesson and the step where the learner is; "" for nowhere yet."""
        return self._lessons.where if self._lessons is not None else ""

    def stop_model(self) -> None:
        """End what goes on in the model, if there is one."""
        if self._model is not None:
            self._model.stop()

    # Which is shown --------------------------------------------------------------------------

    def show(self, view: str, *, remember: bool = True) -> None:
        """Show "explore", "lessons" or "model"; each keeps its own data and history.

        Args:
            view: the view.
            remember: whether the next start begins with it.
        """
        if view == self.shown:
            return
        self.left.emit()
        if view == "model":
            self.model  # noqa: B018 - made before the view is called so
        self.shown = view
        if view == "lessons":
            self._session.go_to("lessons")
            self.lessons.enter()
        elif view == "model":
            self.model.enter()
        else:
            self._session.go_to("explore")
            self._turn_back()
        self.changed.emit()
        self.outdated.emit()
        if self._settings and remember:
            self._settings.view = view

    def present(self, *, active: bool) -> None:
        """Be before a class, or no longer."""
        self.presenting = active
        if active:
            self._panels_before = self._session.state_at("explore").stage.panels
        self._turn_back()
        self.arrange(self._session.snapshot)
        for desk in (self._lessons, self._model):
            if desk is not None:
                desk.present(active=active)

    def _turn_back(self) -> None:
        """After a class: the plot that was turned to is not the one that was chosen."""
        if self._panels_before and self.shown == "explore" and not self.presenting:
            self._session.set_stage(panels=self._panels_before)
            self._panels_before = ()

    def next_step(self) -> None:
        """The next step of the lesson; before a class, in Explore, the next plot."""
        if self.shown == "lessons":
            self.lessons.next()
        elif self.shown == "model":
            self.model.act("nextStep")
        elif self.presenting and not self._session.state.stage.lab:
            self._explore.turn_plots(1)

    def back_step(self) -> None:
        """The step before; before a class, in Explore, the plot before."""
        if self.shown == "lessons":
            self.lessons.back()
        elif self.shown == "model":
            self.model.act("backStep")
        elif self.presenting and not self._session.state.stage.lab:
            self._explore.turn_plots(-1)

    # From one to another ---------------------------------------------------------------------

    def open_examples(self, examples: Examples) -> None:
        """Show a lesson's examples in the Model view, at the best that one π can do."""
        self.show("model")
        self.model.begin_with(examples.data, examples.source)

    def _show_lesson(self) -> None:
        """Another step, or an answer: what it shows has its place."""
        if self.shown == "lessons":
            self.outdated.emit()

    def _leave_step(self) -> None:
        """Nothing that was begun goes on in what the lesson sets."""
        self._work.stop()
        self._explore.plots.stop_predicting()
        self.stopping.emit()

    def _predict(self, place: float) -> None:
        self._session.set_stage(prediction=place)
        if self._lessons is not None:
            self._lessons.take_place()

    # What they show --------------------------------------------------------------------------

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot in what is seen."""
        self.arrange(snapshot)
        if self.shown == "model":
            self.model.render_snapshot(snapshot)
            return
        self._explore.render_snapshot(snapshot)
        self._labs.render_snapshot(snapshot)
        if self._lessons is not None:
            self._lessons.render_snapshot(snapshot)

    def arrange(self, snapshot: Snapshot) -> None:
        """Let the parts stand where the view of the moment has them."""
        state = snapshot.state
        stage = state.stage
        if self.shown == "lessons":
            tiles = self.lessons.shows_tiles
        else:
            # In large type there is no room for them beside three plots.
            tiles = self.presenting and len(stage.panels) == 1 and not stage.lab
        self._layout.arrange(
            Arrangement(
                view=self.shown,
                presenting=self.presenting,
                tiles=tiles,
                lab=bool(stage.lab),
                guessing=bool(stage.lab) and state.hides("optimum"),
                slider=not stage.hides("slider"),
                without=self._left_out(state),
            )
        )

    def _left_out(self, state: State) -> frozenset[str]:
        """The controls that a teacher left out, and those that have nothing to do in a lab."""
        stage = state.stage
        without = stage.without if self.shown == "explore" else frozenset()
        return without | {"zoom"} if stage.lab in LABS_OF_THE_WHOLE_AXIS else without
