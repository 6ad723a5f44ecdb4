"""The lab "Sharpening": the observations come one by one, and the likelihood grows narrow."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PyQt5.QtCore import QTimer
from PyQt5.QtGui import QHideEvent, QResizeEvent
from PyQt5.QtWidgets import QVBoxLayout, QWidget

from core import bernoulli
from core.observations import Observations
from core.sharpening import Sharpness, can_double, ones_of_first, sharpness
from gui.card import Label
from gui.i18n import translate
from gui.labs import sharpening_words as words
from gui.labs.chart import Chart, Now
from gui.labs.lab import Lab
from gui.labs.number_table import NumberTable
from gui.labs.replay import Replay
from gui.labs.replay_controls import ReplayControls
from gui.labs.sharpening_picture import drop_picture, likelihood_picture
from gui.pace import Pace
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# What both charts need together, in the design's pixels: with less there is the first alone.
TWO_CHARTS = 400
REST = 40


class SharpeningLab(Lab):
    """Replays the observations, and doubles them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sharpeningLab")
        self._snapshot: Snapshot | None = None
        self._sharp: Sharpness | None = None
        self._made_for: tuple[object, ...] | None = None
        self._playing = False
        self.replay = Replay(self)
        self.replay.moved.connect(self._edit)
        self.replay.running_changed.connect(self._show_running)
        self.controls = ReplayControls(self)
        self._connect_controls()
        self.message = Label("muted", 13)
        self.message.setWordWrap(True)
        self.message.hide()
        self.table = NumberTable("lrrrr", 4, 60, self)
        self.table.setObjectName("sharpeningTable")
        self.chart = Chart(self, pi_axis=True)
        self.chart.setObjectName("sharpeningChart")
        self.drop_chart = Chart(self, pi_axis=True)
        self.drop_chart.setObjectName("sharpeningDropChart")
        self._charts = (self.chart, self.drop_chart)
        self._held = False
        for chart in self._charts:
            chart.pressed.connect(self._press)
            chart.dragged.connect(self._drag)
            chart.released.connect(self._release)
        self._box = QVBoxLayout(self)
        self._fill()
        self._pace = Pace(self, self._refresh)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST)
        self._rest.timeout.connect(self._at_rest)
        self.restyle()
        self.retranslate()

    def _fill(self) -> None:
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addWidget(self.controls)
        self._box.addWidget(self.message)
        self._box.addWidget(self.table)
        self._box.addWidget(self.chart, 3)
        self._box.addWidget(self.drop_chart, 2)

    def _connect_controls(self) -> None:
        controls = self.controls
        controls.restart.clicked.connect(lambda _checked: self._restart())
        controls.back.clicked.connect(lambda _checked: self._step(-1))
        controls.play.clicked.connect(lambda _checked: self._toggle())
        controls.forward.clicked.connect(lambda _checked: self._step(1))
        controls.double.clicked.connect(lambda _checked: self._double())
        controls.slider.edited.connect(self._edit)
        controls.slider.started.connect(self._take)
        controls.slider.ended.connect(self.gesture_ended)

    # Showing -------------------------------------------------------------------------------

    @property
    def shown_count(self) -> int:
        """How many of the first observations count."""
        if self._snapshot is None:
            return 0
        replayed, n = self._snapshot.state.lab.replayed, self._snapshot.n
        if replayed is None or not self._snapshot.state.observations.has_sequence:
            return n
        return min(n, replayed)

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot; while only π moves, the marks alone."""
        before, self._snapshot = self._snapshot, snapshot
        state = snapshot.state
        if before is not None and before.state.observations is not state.observations:
            self._halt()
        m = self.shown_count
        key = (state.observations, m, state.interval, state.log_base)
        if self._made_for is None or not _same(self._made_for, key):
            self._made_for = key
            self._sharp = sharpness(ones_of_first(state.observations, m), m)
            self.chart.show_picture(likelihood_picture(snapshot, self._sharp))
            if self.drop_chart.isVisibleTo(self):
                self.drop_chart.show_picture(drop_picture(snapshot, self._sharp))
        self._show_now(snapshot)
        # Of counts alone the slider stands at its end: a QSlider does not count to 10¹⁵.
        most = snapshot.n if state.observations.has_sequence else min(1, snapshot.n)
        self.controls.slider.render_value(min(m, most), most, max(1, min(100, most // 10)))
        if before is None or not (
            before.state.observations is state.observations and before.state.stage is state.stage
        ):
            self._show_reasons()
        self._enable(m)
        self._pace.ask()
        self._rest.start()

    def _show_now(self, snapshot: Snapshot) -> None:
        sharp, pi = self._sharp, snapshot.pi
        if sharp is None:
            return
        drop = 0.0
        if sharp.mle is not None:
            # 0 − 0 is 0, and not the −0 that would be written with its sign.
            drop = 0.0 - sharp.n * bernoulli.kl_divergence(sharp.mle, pi)
        share = math.exp(drop)
        self.chart.show_now(Now(pi, ((pi, share),), words.share_chip(sharp, share, drop)))
        picture = self.drop_chart.picture
        if picture is None or not self.drop_chart.isVisibleTo(self):
            return
        value = snapshot.in_unit(drop)
        seen = value >= picture.y.low
        dots = ((pi, value),) if seen else ()
        self.drop_chart.show_now(Now(pi, dots, words.drop_chip(sharp, value), 0 if seen else -1))

    def _refresh(self) -> None:
        if self._sharp is not None and self._snapshot is not None:
            self.table.set_rows(words.rows(self._sharp, self._snapshot))

    def _at_rest(self) -> None:
        if not self.replay.running:
            self.chart.setAccessibleDescription(self.summary())

    def summary(self) -> str:
        """How sharp the likelihood is, in a sentence."""
        if self._sharp is None or self._snapshot is None:
            return ""
        return words.summary(self._sharp, self._snapshot)

    def _enable(self, m: int) -> None:
        """Enable what can be done."""
        s = self._snapshot
        if s is not None:
            self.controls.enable(
                replays=not words.why_no_replay(s),
                doubles=can_double(s.state.observations) and not s.state.stage.locked,
                m=m,
                n=s.n,
            )

    def _show_reasons(self) -> None:
        """Say why something cannot be done."""
        if self._snapshot is None:
            return
        reasons = (words.why_no_replay(self._snapshot), words.why_no_double(self._snapshot))
        text = " ".join(reason for reason in reasons if reason)
        self.message.setText(text)
        self.message.setVisible(bool(text))

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show the second chart where there is room for it."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        rest = self.height() - self.table.height() - self.controls.sizeHint().height()
        both = rest >= look().px(TWO_CHARTS)
        if self.drop_chart.isVisibleTo(self) is not both or self._made_for is None:
            self.drop_chart.setVisible(both)
            self.chart.label_x_axis(labelled=not both)
            self._made_for = None
            if self._snapshot is not None:
                self.render_snapshot(self._snapshot)

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        px = look().px
        self._box.setSpacing(px(8))
        self.message.setContentsMargins(px(4), 0, 0, 0)
        self.controls.show_running(running=self.replay.running)
        self.controls.restyle()
        self._fit()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.controls.retranslate()
        self.controls.restyle()
        self.chart.setAccessibleName(translate("Sharpening lab", "Chart of L(π) / L(π̂)"))
        self.drop_chart.setAccessibleName(translate("Sharpening lab", "Chart of ℓ(π) − ℓ(π̂)"))
        for chart in self._charts:
            chart.setToolTip(translate("Sharpening lab", "Click or drag: π"))
        self.table.setAccessibleName(
            translate("Sharpening lab", "Estimate, height, curvature and width, and twice the data")
        )
        self.table.forget_widths()
        self._show_running(self.replay.running)
        self._show_reasons()
        self._made_for = None
        if self._snapshot is not None:
            self.render_snapshot(self._snapshot)

    # Playing -------------------------------------------------------------------------------

    def _toggle(self) -> None:
        if self.replay.running:
            self._halt()
        elif self._snapshot is not None and not words.why_no_replay(self._snapshot):
            self.controls.slider.end()
            self._playing = True
            self.gesture_started.emit()
            self.replay.start(self._snapshot.n, self.shown_count)

    def _show_running(self, running: bool) -> None:
        self.controls.show_running(running=running)
        if not running:
            self._end_play()
            self._rest.start()

    def _end_play(self) -> None:
        if self._playing:
            self._playing = False
            self.gesture_ended.emit()

    def _halt(self) -> None:
        self.replay.stop()

    def stop(self) -> None:
        """End the replay and what is held."""
        self._halt()
        self.controls.slider.end()
        self._release()

    def hideEvent(self, event: QHideEvent | None) -> None:  # noqa: N802 - Qt's name
        """Nothing moves out of sight."""
        self.stop()
        super().hideEvent(event)

    # Intents -------------------------------------------------------------------------------

    def _take(self) -> None:
        """The slider is taken: nothing else moves it."""
        self._halt()
        self.gesture_started.emit()

    def _edit(self, m: int) -> None:
        if self._snapshot is None or m == self.shown_count:
            return
        self.edited.emit({"replayed": None if m >= self._snapshot.n else m})

    def _step(self, by: int) -> None:
        self._halt()
        if self._snapshot is not None:
            self._edit(min(self._snapshot.n, max(0, self.shown_count + by)))

    def _restart(self) -> None:
        self._halt()
        self._edit(0)

    def _double(self) -> None:
        self._halt()
        s = self._snapshot
        if s is None or s.state.stage.locked or not can_double(s.state.observations):
            return
        observations: Observations = s.state.observations.repeat(2)
        self.gesture_started.emit()
        if s.state.lab.replayed is not None:
            self.edited.emit({"replayed": None})
        self.observations_edited.emit(observations)
        self.gesture_ended.emit()

    def _press(self, x: float, _y: float) -> None:
        self._halt()
        self.controls.slider.end()
        self._held = True
        self.gesture_started.emit()
        self._move_pi(x)

    def _drag(self, x: float, _y: float) -> None:
        if self._held:
            self._move_pi(x)

    def _release(self) -> None:
        if self._held:
            self._held = False
            self.gesture_ended.emit()

    def _move_pi(self, x: float) -> None:
        from gui.decimal_steps import snapped

        if self._snapshot is not None:
            self.pi_edited.emit(snapped(x, *self._snapshot.state.interval, self.chart.plot.width()))


def _same(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """Whether both are of the same data: the first of each is compared by identity."""
    return one[0] is other[0] and one[1:] == other[1:]
