"""The foot of the card *Model*: how w and b go down by themselves."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from gui.card import Label
from gui.i18n import Retranslated, translate
from gui.icons import set_icon
from gui.labs.table_words import Words, line_height, wrapped
from gui.model import climb_words
from gui.model.climb_settings import ClimbSettings
from gui.model.model_words import unbroken
from gui.model.rate_row import RateField
from gui.model.two_parts import TwoParts
from gui.theme import look

if TYPE_CHECKING:
    from core.model_snapshot import ModelSnapshot
    from core.model_state import Climber
    from core.snapshot import Snapshot

SIZE = 12.5
# Lines that the words about the way down may always have: they come and go while it is gone, and
# the buttons must not move under the mouse. With the settings open, x as given has more to say.
LINES, LINES_OPEN = 2, 3


class ClimbPanel(Retranslated, QWidget):
    """Buttons, method and rate, what becomes of it, and the rest on demand.

    Signals:
        asked: the user wants what this action of the desk does.
        edited: the user wants this `Climber`.
        started, ended: a drag or a held key begins, ends; always in pairs.
        refused: what was typed is not allowed: the `NumberError`.
        accepted: what stands in the fields is (again).
        grown: it needs another height.
    """

    asked = pyqtSignal(str)
    edited = pyqtSignal(object)
    started = pyqtSignal()
    ended = pyqtSignal()
    refused = pyqtSignal(object)
    accepted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._climber: Climber | None = None
        self._limits = climb_words.Limits()
        self._snapshot: Snapshot | None = None
        self._playing = False
        self._texts = [""]
        self.rewind = self._button("climbRewindButton", "rewind")
        self.back = self._button("climbBackButton", "stepBack")
        self.play = self._button("climbPlayButton", "play")
        self.step = self._button("climbStepButton", "step")
        self.to_end = self._button("climbEndButton", "runToEnd")
        self._buttons = (self.rewind, self.back, self.play, self.step, self.to_end)
        for button in self._buttons:
            button.setProperty("tight", True)
        self.method = TwoParts(self)
        self.method.setObjectName("methodSwitch")
        self.method.clicked.connect(
            lambda newton: self._edit(method="newton" if newton else "descent")
        )
        self._rate_label = Label("muted", 13)
        self.rate = RateField(self)
        self.rate.edited.connect(lambda rate: self._edit(rate=rate))
        self.rate.refused.connect(self.refused)
        self.rate.accepted.connect(self.accepted)
        self._rate_label.setBuddy(self.rate)
        self.fit_ = self._button("goToFitButton", "goToFit")
        self.more = QPushButton(self)
        self.more.setObjectName("climbMoreButton")
        self.more.setCheckable(True)
        self.more.toggled.connect(self._open)
        for button in (self.fit_, self.more):
            button.setProperty("tight", True)
        self.words = Words(self, role="muted", size=SIZE)
        self.words.setObjectName("climbWords")
        self.settings = ClimbSettings(self)
        self.settings.hide()
        self.settings.edited.connect(self.edited)
        self.settings.started.connect(self.started)
        self.settings.ended.connect(self.ended)
        self.settings.refused.connect(self.refused)
        self.settings.accepted.connect(self.accepted)
        self._lay_out()

    def _button(self, name: str, action: str) -> QPushButton:
        button = QPushButton(self)
        button.setObjectName(name)
        button.clicked.connect(lambda _checked: self.asked.emit(action))
        return button

    def _lay_out(self) -> None:
        self._first, self._second = QHBoxLayout(), QHBoxLayout()
        for button in self._buttons:
            self._first.addWidget(button)
        self._first.addStretch(1)
        self._first.addWidget(self.method)
        for widget in (self._rate_label, self.rate):
            self._second.addWidget(widget)
        self._second.addStretch(1)
        for widget in (self.fit_, self.more):
            self._second.addWidget(widget)
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(self._first)
        self._box.addLayout(self._second)
        self._box.addWidget(self.words)
        self._box.addWidget(self.settings)

    def _edit(self, **fields: object) -> None:
        if self._climber is not None:
            self.edited.emit(replace(self._climber, **fields))  # type: ignore[arg-type]

    def _open(self, opened: bool) -> None:
        self.settings.setVisible(opened)
        self.fit_words(self.width())
        self._name_more()

    # Showing -------------------------------------------------------------------------------

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show the climber and how far it is; what is painted is what has changed."""
        model, before = snapshot.model, self._snapshot
        if model is None:
            return
        self._snapshot = snapshot
        self.settings.render_model(model)
        climber = model.state.climber
        if climber is not self._climber:
            self._climber = climber
            self.method.show_second(climber.method == "newton")
            self.rate.render_value(climber.rate)
        descends = climber.method == "descent"
        gone = climber.step > 0
        for widget, on in (
            *((button, model.n > 0) for button in (self.play, self.step, self.to_end)),
            *((button, gone) for button in (self.rewind, self.back)),
            (self.rate, descends),
            (self.fit_, self._can_jump(model)),
        ):
            if widget.isEnabled() is not on:
                widget.setEnabled(on)
        old = None if before is None else before.model
        same = (
            old is not None
            and before is not None
            and old.path is model.path
            and old.fit is model.fit
            and old.state.data is model.state.data
            and old.state.climber is climber
            and old.state.shared is model.state.shared
            and before.state.log_base is snapshot.state.log_base
        )
        if not same:
            self._say()

    @staticmethod
    def _can_jump(model: ModelSnapshot) -> bool:
        """Whether there is anything to jump to; while it is worked out one may ask."""
        if model.state.shared:
            return 0 < model.k < model.n
        return model.fit is None or model.fit.converged

    def _say(self) -> None:
        snapshot = self._snapshot
        if snapshot is None:
            return
        status = climb_words.status(snapshot)
        forms, warns = climb_words.verdict(snapshot, self._limits)
        self._texts = [unbroken(climb_words.joined(status, form)) for form in forms]
        self.words.say(*self._texts, role="warning" if warns else "muted")
        # The fullest form, where a shorter one is shown.
        self.words.setToolTip(self._texts[0])
        self.fit_words(self.width())

    def fit_words(self, width: int) -> None:
        """Have as many lines as the words need in a width, and never less than usual."""
        counts = [len(wrapped(text, max(1, width), SIZE)) for text in self._texts if text]
        # A shorter form, sooner than more lines.
        usual = LINES_OPEN if self.more.isChecked() and self._has_valley() else LINES
        lines = max(counts, default=1) if look().least_type else max([usual, *counts[-1:]])
        self.words.setFixedHeight(lines * line_height(SIZE))
        self.settings.fit(width)

    def _has_valley(self) -> bool:
        """Whether there is a minimum, around which a valley may be narrow."""
        model = None if self._snapshot is None else self._snapshot.model
        return model is not None and model.fit is not None and model.fit.reason == "minimum"

    def show_playing(self, *, playing: bool) -> None:
        """Show ▶ or, while it goes down by itself, ⏸."""
        self._playing = playing
        set_icon(self.play, "pause" if playing else "play", 13)
        name = (
            translate("Model", "Pause (S)")
            if playing
            else translate("Model", "Play: go down step by step (S)")
        )
        self.play.setAccessibleName(name)
        self.play.setToolTip(name)

    def stop(self) -> None:
        """End what is held."""
        self.settings.stop()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        px = look().px
        for row in (self._first, self._second):
            row.setSpacing(px(4))
        self._box.setSpacing(px(5))
        set_icon(self.play, "pause" if self._playing else "play", 13)
        hints = (button.sizeHint().width() for button in self._buttons)
        wide = max(px(30), *hints)
        tall = max(
            self.method.sizeHint().height(),
            round(look().text_metrics(13).height()) + 2 * px(4),
        )
        for button in self._buttons:
            button.setFixedSize(wide, tall)
        for button in (self.fit_, self.more):
            button.setFixedHeight(tall)
        self.rate.setFixedSize(round(px(84) * look().type_px(13) / px(13)), tall)
        self.fit_words(self.width())

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        for button, text, name in (
            (self.rewind, "|←", translate("Model", "Back to the start")),
            (self.back, "←", translate("Model", "One step back (Alt+←)")),
            (self.step, "→", translate("Model", "One step (Alt+→)")),
            (self.to_end, "→|", translate("Model", "To the end: until nothing more happens")),
        ):
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(name)
        self.show_playing(playing=self._playing)
        self.method.set_parts(
            (translate("Model", "gradient descent"), translate("Model", "Newton"))
        )
        self.method.setAccessibleName(translate("Model", "How to go down"))
        self.method.setToolTip(
            translate(
                "Model",
                "Gradient descent goes down the slope, Newton's method to the bottom of the "
                "parabola that fits here (← →)",
            )
        )
        self._rate_label.setText(translate("Model", "rate η"))
        self.rate.setAccessibleName(translate("Model", "Learning rate η"))
        self.rate.setToolTip(
            translate("Model", "Any number above 0: 0.5, 1e−4 or 1/23; ↑ ↓ 1, 2, 5, 10 …; Enter")
        )
        self.fit_.setText(translate("Model", "Jump to the fit"))
        self.fit_.setAccessibleName(self.fit_.text())
        self.fit_.setToolTip(translate("Model", "w and b of the least BCE, at once (M)"))
        self._name_more()
        self.settings.retranslate()
        self._say()

    def _name_more(self) -> None:
        opened = self.more.isChecked()
        self.more.setText(translate("Model", "Less") if opened else translate("Model", "More…"))
        name = translate("Model", "Rate, examples in a step, mean or sum, which x")
        self.more.setAccessibleName(f"{self.more.text()} {name}")
        self.more.setToolTip(name)
