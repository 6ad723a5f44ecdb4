"""Chain: L → log → ×(−1) → ×1/N as four switches, and an optimum that stands still."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtGui import QResizeEvent
from PyQt5.QtWidgets import QWidget

from core.chain import Chain
from gui.decimal_steps import snapped
from gui.i18n import translate
from gui.labs import chain_words as words
from gui.labs.chain_curve import Range, axis_range, curve, steps_of
from gui.labs.chain_motion import Clock, Path
from gui.labs.chain_panel import ChainPanel
from gui.labs.chain_picture import now, picture
from gui.labs.chart import Chart
from gui.labs.lab import Lab
from gui.labs.pi_drag import PiKeys
from gui.pi_gesture import PiGesture
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.labs.chain_formulas import Steps

# Of the lab's height at least so much is the chart's.
CHART_SHARE = 0.5
GAP = 10


class ChainLab(Lab):
    """Four switches and one curve.

    Attributes:
        panel: the switches and the words.
        chart: the curve of the moment.
        clock: runs while the curve is on its way.
        gesture: the drags and keys that move π.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chainLab")
        self.panel = ChainPanel(self)
        self.chart = Chart(self, pi_axis=True)
        self.chart.setObjectName("chainChart")
        self.clock = Clock(self)
        self.clock.ticked.connect(self._show_frame)
        self.gesture = PiGesture(self)
        self.gesture.edited.connect(self.pi_edited)
        self.gesture.started.connect(self.gesture_started)
        self.gesture.ended.connect(self.gesture_ended)
        PiKeys(self.chart, self.gesture, self._pi_now, self._focused)
        self.chart.pressed.connect(self._press)
        self.chart.dragged.connect(self._drag)
        self.chart.released.connect(lambda: self.gesture.end("mouse"))
        self.panel.toggled.connect(lambda on: self.edited.emit({"chain": on}))
        self.panel.argmax_asked.connect(self._try_argmax)
        self._snapshot: Snapshot | None = None
        self._shown: object = None
        self._steps, self._axis = Chain(), (0.0, 1.0)
        self._path: Path | None = None
        # The steps that the curve comes from, while it is on its way.
        self._before: Steps | None = None
        self._tries_argmax = False

    @property
    def steps(self) -> Chain:
        """How far the curve that is shown has come."""
        return self._steps

    @property
    def axis(self) -> Range:
        """The heights of the chart."""
        return self._axis

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot: only π's marks where only π changed."""
        before, self._snapshot = self._snapshot, snapshot
        key = self._key(snapshot)
        if key == self._shown:
            self.panel.render_snapshot(snapshot, tried=self._tries_argmax)
            self._show_now()
            return
        self._shown, self._tries_argmax = key, False
        self.panel.render_snapshot(snapshot)
        on = snapshot.state.lab.chain
        # What comes by itself is a step of the chain alone; other data are there at once.
        walks = before is not None and self._key(before)[1:] == key[1:] and self.isVisible()
        self.clock.stop()
        if walks and not _reduced():
            end = steps_of(on)
            end_axis = axis_range(curve(snapshot, end), snapshot)
            self._path = Path(self._steps, end, self._axis, end_axis)
            self._before = before.state.lab.chain if before is not None else None
            self.clock.start()
            self._show_frame(0.0)
        else:
            self._arrive()
        if before is None or (before.k, before.n) != (snapshot.k, snapshot.n):
            self._lay_out()

    @staticmethod
    def _key(snapshot: Snapshot) -> tuple[object, ...]:
        """All that the still picture shows."""
        state = snapshot.state
        hidden = state.stage.hidden
        return state.lab.chain, snapshot.k, snapshot.n, state.interval, state.log_base, hidden

    def _show_frame(self, time: float) -> None:
        """Show the curve after a share of its way."""
        snapshot, path = self._snapshot, self._path
        if snapshot is None or path is None:
            return
        if time == 1.0:
            self._arrive()
            return

        def axis_for(steps: Chain) -> Range:
            return axis_range(curve(snapshot, steps), snapshot)

        self._steps, self._axis = path.at(time, axis_for)
        self._show_picture()

    def _arrive(self) -> None:
        """Show the curve where it comes to rest."""
        snapshot = self._snapshot
        self._path = self._before = None
        if snapshot is None:
            return
        self._steps = steps_of(snapshot.state.lab.chain)
        self._axis = axis_range(curve(snapshot, self._steps), snapshot)
        self._show_picture()
        self.chart.setAccessibleDescription(self.summary())

    def _show_picture(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        self.panel.show_steps(snapshot, self._steps)
        self.chart.show_picture(
            picture(
                snapshot,
                snapshot.state.lab.chain,
                curve(snapshot, self._steps),
                self._axis,
                height=self.chart.height(),
                tries_argmax=self._tries_argmax,
                before=self._before,
            )
        )
        self._show_now()

    def _show_now(self) -> None:
        snapshot = self._snapshot
        if snapshot is not None:
            on = snapshot.state.lab.chain
            self.chart.show_now(now(snapshot, on, self._steps, self._axis))

    def _try_argmax(self) -> None:
        """Mark where the argmax of the curve of the moment really is."""
        self.clock.stop()
        if self._snapshot is not None:
            self._tries_argmax = True
            self.panel.render_snapshot(self._snapshot, tried=True)
            self._arrive()

    # π ---------------------------------------------------------------------------------------

    def _pi_at(self, x: float) -> float:
        low, high = self._snapshot.state.interval if self._snapshot else (0.0, 1.0)
        return snapped(x, low, high, self.chart.plot.width())

    def _press(self, x: float, _y: float) -> None:
        self.gesture.begin()
        self.gesture.edited.emit(self._pi_at(x))

    def _drag(self, x: float, _y: float) -> None:
        if self.gesture.is_open:
            self.gesture.edited.emit(self._pi_at(x))

    def _pi_now(self) -> float | None:
        return None if self._snapshot is None else self._snapshot.pi

    def _focused(self, _has: bool) -> None:
        self.chart.setAccessibleDescription(self.summary())

    # The rest --------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.panel.retranslate()
        self.chart.setAccessibleName(translate("Chain", "The curve that the steps make"))
        self.chart.setToolTip(translate("Chain", "Drag: move π (← →)"))
        self._lay_out()
        if self._snapshot is not None:
            self.panel.render_snapshot(self._snapshot, tried=self._tries_argmax)
            if not self.clock.running:
                self._arrive()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self.panel.update()
        self._lay_out()
        if not self.clock.running:
            self._arrive()

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Share the height anew."""
        super().resizeEvent(event)
        self._lay_out()
        if not self.clock.running:
            self._arrive()

    def _lay_out(self) -> None:
        width, height, gap = self.width(), self.height(), look().px(GAP)
        most = (height - gap) * (1.0 - CHART_SHARE)
        top = self.panel.height_for(width, most)
        self.panel.setGeometry(0, 0, width, top)
        self.panel.lay_out(most)
        self.chart.setGeometry(0, top + gap, width, max(1, height - top - gap))

    def summary(self) -> str:
        """What the picture shows, in one or two sentences of the language shown."""
        if self._snapshot is None:
            return ""
        return words.summary(self._snapshot.state.lab.chain, self._snapshot)

    def stop(self) -> None:
        """Let the curve arrive at once; end what is held."""
        self.gesture.end()
        if self.clock.running:
            self.clock.stop()
            self._arrive()


def _reduced() -> bool:
    from gui import motion_choice

    return motion_choice.reduced()
