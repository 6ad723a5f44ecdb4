"""Explore: the user's own observations and π, and what the parts of that view ask for."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PyQt5.QtCore import QObject
from PyQt5.QtGui import QGuiApplication

from core.curves import peak_interval
from core.stage import PLOTS
from core.state import LogBase
from gui.calculation_panel import CalculationPanel
from gui.copying import Copying
from gui.data_actions import DataActions
from gui.observation_panel import ObservationPanel
from gui.pi_bar import PiBar
from gui.plot_stack import PlotStack, zoomed
from gui.sweep import Sweep

if TYPE_CHECKING:
    from PyQt5.QtWidgets import QWidget

    from core.observations import Observations
    from core.snapshot import Snapshot
    from gui.long_work import LongWork
    from gui.notice import Notices
    from gui.opening import Opening
    from gui.pi_gesture import PiGesture
    from gui.session import Session
    from gui.settings import Settings


class ExploreDesk(QObject):
    """Builds the parts of Explore, which lessons show as well, and does what they ask for.

    Args:
        session: which is changed.
        work: does what takes long.
        notices: where it is said what was done.
        settings: what is remembered; None for nothing.
        settle: ends whatever is going on in the window.
        window: the parent of the dialogs.

    Attributes:
        observations, calculation, plots, pi_bar: the parts.
        sweep: the clock that moves π.
        data: what is done to the observations as a whole.
        copying: what is copied as text.
    """

    def __init__(
        self,
        session: Session,
        work: LongWork,
        notices: Notices,
        settings: Settings | None,
        settle: Callable[[], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session, self._settings, self._settle = session, settings, settle
        self._tokens: dict[object, object] = {}
        self.observations = ObservationPanel()
        self.calculation = CalculationPanel()
        self.plots = PlotStack()
        self.pi_bar = PiBar()
        self.sweep = Sweep(self)
        self.data = DataActions(session, work, settle, window)
        self.observations.source_text = self.data.source_text
        self.copying = Copying(session, notices, self)

    def wire(self, opening: Opening) -> None:
        """Wire the parts, once there is something that opens files."""
        session = self._session
        for gesture in (self.plots.gesture, self.pi_bar.slider.gesture):
            self._connect_gesture(gesture)
        self.pi_bar.spin.pi_edited.connect(self._set_pi)
        self.pi_bar.spin.typing_started.connect(self.sweep.stop)
        self.plots.interval_edited.connect(session.set_interval)
        self.plots.panel_toggled.connect(self.toggle_panel)
        self.pi_bar.zoom_asked.connect(self.zoom_to_peak)
        self.pi_bar.whole_asked.connect(self.show_whole_axis)
        self.pi_bar.sweep_asked.connect(self.toggle_sweep)
        self.sweep.moved.connect(session.set_pi)
        self.sweep.running_changed.connect(self._show_sweep)
        self.calculation.log_base_edited.connect(self._set_log_base)

        panel, tiles = self.observations, self.observations.tiles
        panel.edited.connect(self._edit_observations)
        tiles.gesture_started.connect(lambda: self._begin_gesture(tiles, "observations"))
        tiles.gesture_ended.connect(lambda: self._end_gesture(tiles))
        tiles.copy_asked.connect(self._copy_tiles)
        tiles.cut_asked.connect(self._cut_selected)
        tiles.paste_asked.connect(lambda: self.paste(opening))
        panel.pointed.connect(self.calculation.light)
        panel.random_asked.connect(self.data.draw_random)
        panel.again_asked.connect(self.data.draw_again)
        panel.true_pi_asked.connect(self.toggle_true_pi)
        panel.flip_asked.connect(self.data.flip)
        panel.shuffle_asked.connect(self.data.shuffle)
        panel.mle_asked.connect(self.go_to_mle)
        panel.text_asked.connect(opening.take_text)

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot in every part."""
        self.observations.render_snapshot(snapshot)
        self.calculation.render_snapshot(snapshot)
        if not snapshot.state.stage.lab:
            self.plots.render_snapshot(snapshot)
        self.pi_bar.render_snapshot(snapshot)

    def retranslate(self) -> None:
        """Set the texts of the parts; later the language's change reaches each by itself."""
        parts = (self.observations, self.observations.tiles, self.calculation)
        for part in (*parts, self.plots, self.pi_bar):
            part.retranslate()

    def flush(self) -> None:
        """Paint now what was to be painted in a moment."""
        self.pi_bar.spin.flush()
        self.calculation.flush()

    # Gestures --------------------------------------------------------------------------------

    def _connect_gesture(self, gesture: PiGesture) -> None:
        gesture.started.connect(lambda: self._begin_gesture(gesture, "pi"))
        gesture.edited.connect(self._set_pi)
        gesture.ended.connect(lambda: self._end_gesture(gesture))

    def _begin_gesture(self, owner: object, step: str) -> None:
        self.sweep.stop()
        self._tokens[owner] = self._session.begin_gesture(step)

    def _end_gesture(self, owner: object) -> None:
        token = self._tokens.pop(owner, None)
        if token is not None:
            self._session.end_gesture(token)

    def stop(self) -> None:
        """End what moves and what is held."""
        self.sweep.stop()
        for gesture in (self.plots.gesture, self.pi_bar.slider.gesture):
            gesture.end()
        self.observations.tiles.end_drag()

    # Observations ----------------------------------------------------------------------------

    def _edit_observations(self, observations: Observations, run: object) -> None:
        # New data while π sweeps are a step of their own.
        self.sweep.stop()
        self._session.set_observations(observations, run=run)

    def _selected(self) -> range:
        """What is selected, or the caret's tile."""
        tiles, n = self.observations.tiles, self._session.state.observations.n
        return tiles.selection or range(min(tiles.caret, n), min(tiles.caret + 1, n))

    def _copy_tiles(self) -> None:
        self.copying.sequence(self.observations.tiles.selection or None)

    def copy_selected(self) -> None:
        """Copy the selected observations, or the caret's."""
        self.copying.sequence(self._selected())

    def _cut_selected(self) -> None:
        if self.copying.sequence(self._selected()):
            self.observations.tiles.delete_selected()

    def paste(self, opening: Opening) -> None:
        """Put the clipboard's text in at the caret of the tiles."""
        clipboard = QGuiApplication.clipboard()
        text = clipboard.text() if clipboard is not None else ""
        if text:
            self._settle()
            opening.take_text(text, self.observations.tiles.put_in)

    def toggle_true_pi(self) -> None:
        """Show the π that the data were drawn with, or hide it."""
        state = self._session.state
        if state.true_pi is not None:
            self._session.show_true_pi(shown=not state.shows_true_pi)

    # π and the plots -------------------------------------------------------------------------

    def _set_pi(self, pi: float) -> None:
        self.sweep.stop()
        self._session.set_pi(pi)

    def go_to_mle(self) -> None:
        """Move π to the optimum."""
        mle = self._session.snapshot.mle
        if mle is not None and not self._session.state.hides("optimum"):
            self._set_pi(mle)

    def type_pi(self) -> None:
        """Let the next keys type π."""
        self.sweep.stop()
        if self.pi_bar.spin.isVisible():
            self.pi_bar.spin.start_typing()

    def toggle_unit(self) -> None:
        """Nats to bits, bits to nats."""
        self._set_log_base(self._session.state.log_base.other)

    def _set_log_base(self, base: LogBase) -> None:
        self.sweep.stop()
        self._session.set_log_base(base)

    def show_whole_axis(self) -> None:
        """Show π from 0 to 1."""
        self._session.set_interval(0.0, 1.0)

    def zoom_to_peak(self) -> None:
        """Show the neighbourhood of the optimum."""
        snapshot = self._session.snapshot
        if not snapshot.state.hides("optimum"):
            self._session.set_interval(*peak_interval(snapshot.k, snapshot.n))

    def zoom(self, factor: float) -> None:
        """Show an interval so many times as wide, about π where that is in sight."""
        state = self._session.state
        low, high = state.interval
        centre = state.pi if low <= state.pi <= high else (low + high) / 2
        self._session.set_interval(*zoomed(state.interval, centre, factor))

    def toggle_sweep(self) -> None:
        """Let π run from 0 to 1, or stop it where it is."""
        if self.sweep.running:
            self.sweep.stop()
            return
        self._settle()
        low, high = self._session.state.interval
        self._tokens[self.sweep] = self._session.begin_gesture("sweep")
        self.sweep.start(low, high, self._session.state.pi)

    def _show_sweep(self, running: bool) -> None:
        self.pi_bar.show_sweep(running=running)
        if not running:
            self._end_gesture(self.sweep)

    # Which plots -----------------------------------------------------------------------------

    @property
    def panel(self) -> str:
        """Which plots Explore shows: "all" or one of them."""
        panels = self._session.state_at("explore").stage.panels
        return panels[0] if len(panels) == 1 else "all"

    def toggle_panel(self, kind: str) -> None:
        """Show one plot alone, or all again."""
        self.choose_panel(kind if self.panel == "all" else "all")

    def choose_panel(self, kind: str) -> None:
        """Show one plot alone, or "all", and remember it."""
        if self._session.desk == "explore":
            self.show_panel(kind)
            if self._settings:
                self._settings.panel = kind

    def show_panel(self, kind: str) -> None:
        """Show one plot alone, or "all"."""
        self._session.set_stage(panels=PLOTS if kind == "all" else (kind,))

    def turn_plots(self, by: int) -> None:
        """Before a class: the next plot, or all."""
        kinds = ("all", *PLOTS)
        self.show_panel(kinds[(kinds.index(self.panel) + by) % len(kinds)])
