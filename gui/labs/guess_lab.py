"""Guess: find the top of a log-likelihood that is hidden, try by try, and be told how well."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QKeyEvent, QResizeEvent
from PyQt5.QtWidgets import QPushButton, QWidget

from core.lab_state import MOST_TRIES
from core.motion import eased
from core.observations import random_observations
from gui.decimal_steps import snapped
from gui.i18n import translate
from gui.labs import guess_words as words
from gui.labs.chain_motion import Clock
from gui.labs.chart import Chart
from gui.labs.guess_panel import GuessPanel
from gui.labs.guess_picture import heights_shown, now, picture
from gui.labs.lab import Lab
from gui.labs.pi_drag import PiKeys
from gui.pi_gesture import PiGesture
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# Of the lab's height at least so much is the chart's.
CHART_SHARE = 0.5
GAP = 10
# How far the mouse may move, in the design's pixels, for a press to be a click.
STILL = 4
REVEAL_SECONDS = 1.2
SECRET_N, SECRET_LOW, SECRET_HIGH = 20, 0.05, 0.95
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class GuessLab(Lab):
    """A hidden curve to be found.

    Attributes:
        panel: the buttons, the words and the list of tries.
        chart: the tries, and in the end the curve.
        clock: runs while the curve comes.
        gesture: the drags and keys that move π.
        chance: where secret data come from.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guessLab")
        self.chance = random.Random()
        self.panel = GuessPanel(self)
        self.chart = Chart(self, pi_axis=True)
        self.chart.setObjectName("guessChart")
        self.clock = Clock(self, REVEAL_SECONDS)
        self.clock.ticked.connect(self._show_picture)
        self.gesture = PiGesture(self)
        self.gesture.edited.connect(self.pi_edited)
        self.gesture.started.connect(self.gesture_started)
        self.gesture.ended.connect(self.gesture_ended)
        PiKeys(self.chart, self.gesture, self._pi_now, self._focused)
        self.chart.pressed.connect(self._press)
        self.chart.dragged.connect(self._drag)
        self.chart.released.connect(self._release)
        self.panel.try_asked.connect(self._try_now)
        self.panel.commit_asked.connect(self._commit)
        self.panel.again_asked.connect(lambda: self.edited.emit({"tries": (), "committed": None}))
        self.panel.secret_asked.connect(self._draw)
        self._snapshot: Snapshot | None = None
        self._shown: object = None
        self._axis = (0.0, 1.0)
        # Where the mouse went down, and the π there, while it is a click.
        self._click: tuple[float, float] | None = None
        self._said_again = False

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot: only π's line where only π changed."""
        before, self._snapshot = self._snapshot, snapshot
        key = self._key(snapshot)
        if key == self._shown:
            if self._said_again:
                self._said_again = False
                self.panel.render_snapshot(snapshot)
            self.chart.show_now(now(snapshot, self._axis))
            return
        self._shown, self._said_again = key, False
        self.clock.stop()
        self._axis = heights_shown(snapshot)
        self.panel.render_snapshot(snapshot)
        self._lay_out()
        was_hidden = before is not None and not words.is_revealed(before)
        if was_hidden and words.is_revealed(snapshot) and self.isVisible() and not _reduced():
            self.clock.start()
            self._show_picture(0.0)
        else:
            self._show_picture(1.0)

    @staticmethod
    def _key(snapshot: Snapshot) -> tuple[object, ...]:
        """All that stands still while π moves."""
        state = snapshot.state
        return (
            *(state.lab.tries, state.lab.committed, snapshot.k, snapshot.n, state.interval),
            *(state.log_base, state.stage.hidden, state.stage.locked),
        )

    def _show_picture(self, time: float) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        self.chart.show_picture(picture(snapshot, self._axis, self.chart.height(), eased(time)))
        self.chart.show_now(now(snapshot, self._axis))
        if time == 1.0:
            self.chart.setAccessibleDescription(self.summary())

    # What is done ----------------------------------------------------------------------------

    def _try(self, pi: float) -> None:
        """Add a try, unless it is there already or there are too many."""
        snapshot = self._snapshot
        if snapshot is None or not snapshot.n or snapshot.state.lab.committed is not None:
            return
        tries = snapshot.state.lab.tries
        if pi in tries:
            self.panel.render_snapshot(snapshot, again=tries.index(pi))
            self._said_again = True
        elif len(tries) < MOST_TRIES:
            self.edited.emit({"tries": (*tries, pi)})

    def _try_now(self) -> None:
        if self._snapshot is not None:
            self._try(self._snapshot.pi)

    def _commit(self) -> None:
        snapshot = self._snapshot
        if snapshot is not None and snapshot.n and snapshot.state.lab.committed is None:
            self.edited.emit({"committed": snapshot.pi})

    def _draw(self) -> None:
        """Ask for other data, whose π nobody knows, and for a new game: one step."""
        if self._snapshot is None or self._snapshot.state.stage.locked:
            return
        pi = self.chance.uniform(SECRET_LOW, SECRET_HIGH)
        seed = self.chance.randrange(2**31)
        self.gesture.end()
        self.gesture_started.emit()
        self.edited.emit({"tries": (), "committed": None})
        self.observations_edited.emit(random_observations(SECRET_N, pi, seed))
        self.gesture_ended.emit()

    # Mouse and keys --------------------------------------------------------------------------

    def _pi_at(self, x: float) -> float:
        low, high = self._snapshot.state.interval if self._snapshot else (0.0, 1.0)
        return snapped(x, low, high, self.chart.plot.width())

    def _press(self, x: float, _y: float) -> None:
        pi = self._pi_at(x)
        self._click = (self.chart.x_of(x), pi)
        self.gesture.begin()
        self.gesture.edited.emit(pi)

    def _drag(self, x: float, _y: float) -> None:
        if not self.gesture.is_open:
            return
        if self._click is not None:
            if abs(self.chart.x_of(x) - self._click[0]) <= look().px(STILL):
                return
            self._click = None
        self.gesture.edited.emit(self._pi_at(x))

    def _release(self) -> None:
        """A click tries the π under it; a drag has only moved π."""
        click, self._click = self._click, None
        if click is not None and self.gesture.is_open:
            self._try(click[1])
        self.gesture.end("mouse")

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Enter tries the π of the moment, or presses the button that has the focus."""
        if event is not None and event.key() in _ENTER and not event.isAutoRepeat():
            button = self.focusWidget()
            if isinstance(button, QPushButton):
                button.click()
            else:
                self._try_now()
            return
        super().keyPressEvent(event)

    def _pi_now(self) -> float | None:
        return None if self._snapshot is None else self._snapshot.pi

    def _focused(self, has: bool) -> None:
        if not has:
            self._click = None
        self.chart.setAccessibleDescription(self.summary())

    # The rest --------------------------------------------------------------------------------

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.panel.retranslate()
        self.chart.setAccessibleName(translate("Guess", "The hidden log-likelihood"))
        self.chart.setToolTip(translate("Guess", "Click: try this π (Enter). Drag: move π (← →)"))
        self._lay_out()
        if not self.clock.running:
            self._show_picture(1.0)

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self.panel.update()
        self._lay_out()
        if not self.clock.running:
            self._show_picture(1.0)

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Share the height anew."""
        super().resizeEvent(event)
        self._lay_out()
        if not self.clock.running:
            self._show_picture(1.0)

    def _lay_out(self) -> None:
        width, height, gap = self.width(), self.height(), look().px(GAP)
        most = (height - gap) * (1.0 - CHART_SHARE)
        top = self.panel.height_for(width, most)
        self.panel.setGeometry(0, 0, width, top)
        self.panel.lay_out(most)
        self.chart.setGeometry(0, top + gap, width, max(1, height - top - gap))

    def summary(self) -> str:
        """What the picture shows, in one or two sentences of the language shown."""
        return words.summary(self._snapshot) if self._snapshot is not None else ""

    def stop(self) -> None:
        """Let the curve be there at once; end what is held."""
        self._click = None
        self.gesture.end()
        if self.clock.running:
            self.clock.stop()
            self._show_picture(1.0)


def _reduced() -> bool:
    from gui import motion_choice

    return motion_choice.reduced()
