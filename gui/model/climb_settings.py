"""How one descends, in detail: rate, examples at a time, mean or sum, and which x."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PyQt5.QtCore import pyqtSignal
from PyQt5.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui.card import Label
from gui.i18n import Retranslated, translate
from gui.labs.table_words import Words
from gui.model.climb_words import rate_words
from gui.model.model_words import unbroken
from gui.model.rate_row import RateSlider, SeedField
from gui.model.two_parts import TwoParts
from gui.theme import LOOK_CHANGED, look

if TYPE_CHECKING:
    from core.model_snapshot import ModelSnapshot
    from core.model_state import Climber

SIZE = 12.5
# Between two switches in one row, at least.
GAP = 12


class ClimbSettings(Retranslated, QWidget):
    """What seldom changes.

    Signals:
        edited: the user wants this `Climber`.
        started, ended: a drag or a held key begins, ends; always in pairs.
        refused: what was typed is no seed: the `NumberError`.
        accepted: what stands in the field is one (again).
    """

    edited = pyqtSignal(object)
    started = pyqtSignal()
    ended = pyqtSignal()
    refused = pyqtSignal(object)
    accepted = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._climber: Climber | None = None
        self._n = 0
        self.rate = RateSlider(self)
        self.rate.setObjectName("rateSlider")
        self.rate.gesture.edited.connect(lambda rate: self._edit(rate=rate))
        self.rate.gesture.started.connect(self.started)
        self.rate.gesture.ended.connect(self.ended)
        self._rate_label = Label("muted", SIZE)
        self._rate_label.setBuddy(self.rate)
        self.single = self._switch("singleSwitch", "single")
        self.total = self._switch("totalSwitch", "total")
        self.given = TwoParts(self, size=SIZE, accent=False)
        self.given.setObjectName("givenSwitch")
        self.given.clicked.connect(lambda given: self._edit(standardised=not given))
        self.seed = SeedField(self)
        self.seed.edited.connect(lambda seed: self._edit(seed=int(seed)))
        self.seed.refused.connect(self.refused)
        self.seed.accepted.connect(self.accepted)
        self._seed_label = Label("muted", SIZE)
        self._seed_label.setBuddy(self.seed)
        self._words = Words(self, role="muted", size=SIZE)
        self._words.setObjectName("rateWords")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.addLayout(self._row((self._rate_label, self.rate)))
        self._box.addLayout(self._row((self.single, None, self._seed_label, self.seed)))
        self._beside, self._below = self._row((self.total, None)), self._row((None, self.given))
        self._box.addLayout(self._beside)
        self._box.addWidget(self._words)
        self._box.addLayout(self._below)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    def _switch(self, name: str, field: str) -> TwoParts:
        switch = TwoParts(self, size=SIZE, accent=False)
        switch.setObjectName(name)
        switch.clicked.connect(lambda on: self._edit(**{field: on}))
        return switch

    @staticmethod
    def _row(widgets: tuple[QWidget | None, ...]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        for widget in widgets:
            if widget is None:
                row.addStretch(1)
            else:
                row.addWidget(widget, isinstance(widget, RateSlider))
        return row

    def _edit(self, **fields: object) -> None:
        if self._climber is not None:
            self.edited.emit(replace(self._climber, **fields))  # type: ignore[arg-type]

    def render_model(self, model: ModelSnapshot) -> None:
        """Show the climber of a snapshot."""
        climber = model.state.climber
        if climber is self._climber and model.n == self._n:
            return
        self._climber, self._n = climber, model.n
        descends = climber.method == "descent"
        self.rate.render_rate(climber.rate)
        self.single.show_second(climber.single)
        self.total.show_second(climber.total)
        self.given.show_second(not climber.standardised)
        self.seed.render_value(climber.seed)
        for widget, on in (
            (self.rate, descends),
            (self.single, descends),
            (self.seed, descends and climber.single),
            (self.total, descends and not climber.single),
            (self.given, descends),
        ):
            if widget.isEnabled() is not on:
                widget.setEnabled(on)
        self._say()

    def _say(self) -> None:
        if self._climber is None:
            return
        if self._climber.method == "descent":
            self._words.say(unbroken(rate_words(self._climber, self._n)))
        else:
            self._words.say(
                translate("Model", "Newton has no rate: the curvature says how far to go.")
            )
        self._fit_words()

    def _fit_words(self) -> None:
        self._words.setFixedHeight(max(1, self._words.height_for(max(1, self.width()))))

    def fit(self, width: int) -> None:
        """Have as many lines as the words need in a width, and as few rows as have room."""
        wide = sum(part.sizeHint().width() for part in (self.total, self.given))
        row = self._beside if wide + look().px(GAP) <= width else self._below
        if row.indexOf(self.given) < 0:
            row.addWidget(self.given)
        self._words.setFixedHeight(max(1, self._words.height_for(max(1, width))))

    def stop(self) -> None:
        """End what is held."""
        self.rate.gesture.end()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        px = look().px
        self._box.setSpacing(px(5))
        self.seed.setFixedWidth(round(px(76) * look().type_px(13) / px(13)))
        self._say()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self._rate_label.setText(translate("Model", "rate η"))
        self.rate.setAccessibleName(translate("Model", "Learning rate η"))
        self.rate.setToolTip(
            translate(
                "Model", "← → 1, 2, 5, 10 …; with Shift a tenth more or less, with Ctrl ten times"
            )
        )
        self.single.set_parts(
            (translate("Model", "all at once"), translate("Model", "one at a time"))
        )
        self.single.setAccessibleName(translate("Model", "Examples in a step"))
        self.single.setToolTip(
            translate(
                "Model",
                "A step looks at all examples, or at one alone, in an order drawn from the seed "
                "(← →)",
            )
        )
        self._seed_label.setText(translate("Model", "seed"))
        self.seed.setAccessibleName(translate("Model", "Seed of the order"))
        self.seed.setToolTip(
            translate("Model", "The same seed goes through the examples in the same order (Enter)")
        )
        self.total.set_parts((translate("Model", "mean (1/N)"), translate("Model", "sum")))
        self.total.setAccessibleName(translate("Model", "Gradient of the mean or of the sum"))
        self.total.setToolTip(
            translate(
                "Model",
                "1/N changes the scale, never the place of the minimum: the gradient of the sum "
                "is N times that of the mean, as if η were N times as large (← →)",
            )
        )
        self.given.set_parts((translate("Model", "x standardised"), translate("Model", "as given")))
        self.given.setAccessibleName(translate("Model", "The x that the descent walks in"))
        self.given.setToolTip(
            translate(
                "Model",
                "Standardised, the valley is round and a step leads to its floor; with x as given "
                "it may be long and narrow: the descent crawls or diverges (← →)",
            )
        )
        self._say()
