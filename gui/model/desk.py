"""The Model view of a window: its parts, and what their intents become."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PyQt5.QtCore import QObject
from PyQt5.QtGui import QKeySequence
from PyQt5.QtWidgets import QShortcut

from core import climb
from core.model_snapshot import shared_bias
from core.model_state import PLOTS, ModelState
from gui.i18n import translate
from gui.model.intake import Intake
from gui.model.page import ModelPage
from gui.model.player import Player

if TYPE_CHECKING:
    from core.climb import Path as Way
    from core.labelled import Labelled
    from core.model_snapshot import ModelSnapshot
    from core.snapshot import Snapshot
    from gui.long_work import LongWork
    from gui.notice import Notices
    from gui.session import Session
    from gui.settings import Settings

ZOOM = 0.5
# What one tick of the descent may cost, in steps times examples.
STEPS_OF_A_TICK = 2_000_000


class ModelDesk(QObject):
    """Builds the page, and lets the session do what its parts ask for.

    Args:
        session: which is changed.
        work: does what takes long.
        notices: where it is said what was done.
        settings: what is remembered; None for nothing.
        settle: ends whatever is going on in the window.
        open_file: opens a session.
        window: the parent of the dialogs.

    Attributes:
        page: the view.
        player: the clock of the descent.
        intake: files, texts and draws into examples.
    """

    def __init__(
        self,
        session: Session,
        work: LongWork,
        notices: Notices,
        settings: Settings | None,
        settle: Callable[[], object],
        open_file: Callable[[Path], None],
        window: QObject,
    ) -> None:
        super().__init__(window)
        self._session, self._work, self._notices = session, work, notices
        self._settle, self._open_file = settle, open_file
        self._token: object | None = None
        self._beginning = False
        self._presenting = False
        self._plots_before: tuple[str, ...] = ()
        # The bias that the other side of the bridge was left with, and whose data it belongs to.
        self._left: tuple[Labelled, bool, float] | None = None
        self.page = ModelPage()
        paste = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), self.page)
        paste.activated.connect(lambda: self.act("paste"))
        self.player = Player(self)
        self.player.steps_asked.connect(self._play_on)
        self.player.running_changed.connect(self._show_playing)
        self.intake = Intake(session, work, notices, settings, self.page)
        self.intake.edited.connect(self._edit)
        self.intake.looked.connect(self._look_at)
        self.intake.session_chosen.connect(open_file)
        self._acts = self._table()
        for part in self.page.parts:
            part.edited.connect(self._edit)
            part.looked.connect(self._look_at)
            part.asked.connect(self.act)
            part.gesture_started.connect(self._begin_gesture)
            part.gesture_ended.connect(self._end_gesture)
            part.refused.connect(self._say)
        self.page.landscape.feed.fit_found.connect(session.set_fit)
        self.page.examples.pointed.connect(self.page.prediction.point)
        self.page.prediction.pointed.connect(self.page.examples.point)

    def _table(self) -> dict[str, Callable[[], object]]:
        page, intake = self.page, self.intake
        return {
            "goToMle": self.go_to_fit,
            "goToFit": self.go_to_fit,
            "goToShared": self.go_to_shared,
            "typePi": page.model.start_typing,
            "sweep": self.toggle_play,
            "play": self.toggle_play,
            "step": partial(self.go, 1),
            "stepBack": partial(self.go, -1),
            "nextStep": partial(self.go, 1),
            "backStep": partial(self.go, -1),
            "rewind": self.rewind,
            "runToEnd": self.run_to_end,
            "zoom": partial(page.landscape.zoom, ZOOM),
            "zoomIn": partial(page.landscape.zoom, ZOOM),
            "zoomOut": partial(page.landscape.zoom, 1 / ZOOM),
            "wholeAxis": self.usual_region,
            "usualRegion": self.usual_region,
            "allPlots": partial(self._look_at, {"plots": PLOTS}),
            "firstPlot": partial(self._look_at, {"plots": PLOTS[:1]}),
            "secondPlot": partial(self._look_at, {"plots": PLOTS[1:]}),
            "thirdPlot": self._turn_slice,
            "unit": self._toggle_unit,
            "open": intake.ask,
            "paste": intake.paste,
            "random": intake.draw,
            "drawAgain": intake.draw_again,
            "flip": intake.flip,
            "examples": page.examples.show_data_menu,
        }

    @property
    def model(self) -> ModelSnapshot:
        """The numbers of the model, which is on the screen."""
        model = self._session.snapshot.model
        assert model is not None  # noqa: S101 - this desk has one
        return model

    # The desk --------------------------------------------------------------------------------

    def enter(self) -> None:
        """Sit down at the model's desk; the first time there are examples to begin with."""
        self._session.go_to("model")
        self._turn_back()
        if self._session.state.model is None:
            from core.labelled_examples import first_model
            from gui.paths import EXAMPLES

            model, seen = first_model(EXAMPLES)
            unit = self._session.state_at("explore").log_base
            self._session.open_state(
                replace(self._session.state, model=model, model_look=seen, log_base=unit)
            )

    def begin_with(self, data: Labelled, source: str) -> None:
        """Show these examples, at the best that one π can do; one step of the history."""
        best = shared_bias(data.k, data.n)
        b = best if best is not None and math.isfinite(best) else 0.0
        fresh = {"data": data, "source": source, "true": None, "shared": False}
        self._edit("examples", {**fresh, "w": 0.0, "b": b})
        self._look_at({"region": None})

    def act(self, name: str) -> None:
        """Do what an action means here; nothing where it means nothing."""
        do = self._acts.get(name)
        if do is None:
            return
        if name not in ("play", "sweep"):
            self._settle()
        do()

    @property
    def acts(self) -> frozenset[str]:
        """The actions that mean something here."""
        return frozenset(self._acts)

    def open_path(self, path: Path, x: str | None = None, y: str | None = None) -> None:
        """Open a session, or examples from a file, of these columns if they are known."""
        from core.files import is_session

        if is_session(path):
            self.page.examples.clear_error()
            self._open_file(path)
        else:
            self.intake.open_path(path, x, y)

    def take_text(self, text: str) -> None:
        """Take examples from a text that was pasted or dropped."""
        self.intake.take_text(text)

    def stop(self) -> None:
        """End what moves and what is held."""
        self.player.stop()
        if not self._beginning:
            for part in self.page.parts:
                part.stop()
        self._end_gesture()

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot in every part."""
        if snapshot.model is None:
            return
        self.page.arrange(snapshot.model.look.plots, presenting=self._presenting)
        for part in self.page.parts:
            part.render_snapshot(snapshot)

    def _turn_back(self) -> None:
        """After a class: the plot that was turned to is not the one that was chosen."""
        if self._plots_before and not self._presenting and self._session.desk == "model":
            self._session.look_at_model(plots=self._plots_before)
            self._plots_before = ()

    def present(self, *, active: bool) -> None:
        """Before a class the plots have the window."""
        look = self._session.state_at("model").model_look
        if active and not self._presenting and look is not None:
            self._plots_before = look.plots
        self._presenting = active
        self._turn_back()
        self.render_snapshot(self._session.snapshot)

    def summary(self) -> str:
        """What the view shows, in words."""
        shown = [part.summary() for part in self.page.parts if part is not self.page.strip]
        return "\n".join(text for text in shown if text)

    # Intents ---------------------------------------------------------------------------------

    def _edit(self, step: str, fields: dict[str, Any]) -> None:
        """Change the model; a path ends where something else moves w or b, or leads elsewhere."""
        self.player.stop()
        self._work.stop()
        if step == "shared":
            fields = self._over_the_bridge(fields["shared"])
        climber = fields.get("climber", self.model.state.climber)
        if climber.start is not None:
            fields = {**fields, "climber": replace(climber, start=None, step=0)}
        try:
            self._session.set_model(step, **fields)
        except ValueError:
            if step != "weights":
                raise
            # A drag beyond what is allowed: a field of its own says what is wrong with it.
            self._notices.say(lambda: translate("Model", "w and b can be no larger than 10¹⁵⁴."))

    def _over_the_bridge(self, shared: bool) -> dict[str, Any]:
        """Each side has its own bias: the first time one shared π has the best, its floor."""
        model, left = self.model, self._left
        if shared is model.state.shared:
            return {}
        self._left = model.state.data, model.state.shared, model.b
        if left is not None and left[0] is model.state.data and left[1] is shared:
            return {"shared": shared, "b": left[2]}
        best = model.shared_b
        if shared and best is not None and math.isfinite(best):
            return {"shared": shared, "b": best}
        return {"shared": shared}

    def _look_at(self, fields: dict[str, Any]) -> None:
        self._session.look_at_model(**fields)

    def _say(self, text: str) -> None:
        self._notices.say(lambda: text)

    def _begin_gesture(self, step: str) -> None:
        # What goes on elsewhere ends; what begins here does not.
        self._work.stop()
        self._beginning = True
        self._settle()
        self._beginning = False
        self._token = self._session.begin_gesture(step)

    def _end_gesture(self) -> None:
        token, self._token = self._token, None
        if token is not None:
            self._session.end_gesture(token)

    def _toggle_unit(self) -> None:
        self._session.set_log_base(self._session.state.log_base.other)

    def _turn_slice(self) -> None:
        along = self.model.look.slice_along
        self._look_at({"slice_along": "b" if along == "w" else "w"})

    def usual_region(self) -> None:
        """Show the part of the landscape that is usually seen."""
        self._look_at({"region": None})

    # The way down ----------------------------------------------------------------------------

    def go_to_fit(self) -> None:
        """Jump to the fit, where there is one; to the best π where all share it."""
        model = self.model
        if model.state.shared:
            self.go_to_shared()
        elif model.fit is not None and model.fit.converged:
            self._edit("weights", {"w": model.fit.w, "b": model.fit.b})
        else:
            self._notices.say(self.page.model.why_no_fit)

    def go_to_shared(self) -> None:
        """Jump to the best model that has one π for all: w = 0, b = log(k/(n−k))."""
        b = self.model.shared_b
        if b is not None and math.isfinite(b):
            # Where all share one π already, the weight of the other side rests as it is.
            rest = {} if self.model.state.shared else {"w": 0.0}
            self._edit("weights", {**rest, "b": b})
        else:
            self._notices.say(self.page.model.why_no_fit)

    def go(self, by: int) -> bool:
        """Go so many steps down, or back.

        Returns:
            whether that moved anything.
        """
        model = self.model
        if not model.n:
            return False
        moved = self._arrive(climb.advanced(model.state, model.path, by))
        if not moved and by > 0:
            self._notices.say(lambda: translate("Model", "From here there is no way down."))
        return moved

    def _arrive(self, there: ModelState) -> bool:
        if there.climber.step == self.model.state.climber.step:
            return False
        self._session.set_model("climb", w=there.w, b=there.b, climber=there.climber)
        return True

    def rewind(self) -> None:
        """Back to where the path begins."""
        self.go(-self.model.state.climber.step)

    def run_to_end(self) -> None:
        """Go on until nothing more happens, or as far as anybody would wait for."""
        model = self.model
        if not model.n:
            return
        state = model.state

        def run(progress: Callable[[float], object]) -> tuple[ModelState, Way | None]:
            return climb.run_to_end(state, model.path, progress)

        def done(end: tuple[ModelState, Way | None]) -> None:
            now = self._session.snapshot.model
            if now is not None and now.state == state:
                self._arrive(end[0])

        self._work.run(
            lambda: translate("Model", "Descending…"),
            run,
            done,
            small=False,
        )

    def toggle_play(self) -> None:
        """Let it go down by itself, or stop it where it is."""
        if self.player.running:
            self.player.stop()
            return
        self._settle()
        self._work.stop()
        if self.model.n:
            self._token = self._session.begin_gesture("climb")
            self.player.start()

    def _play_on(self, steps: int) -> None:
        # However many examples there are, the window answers between two ticks of the clock.
        most = max(1, STEPS_OF_A_TICK // max(1, self.model.n))
        if not self.go(min(steps, most)):
            self.player.stop()

    def _show_playing(self, running: bool) -> None:
        self.page.model.show_playing(running)
        if not running:
            self._end_gesture()
