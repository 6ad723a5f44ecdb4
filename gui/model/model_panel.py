"""The card *Model*: w and b, the loss and its floors, and the way down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QRectF
from PyQt5.QtGui import QPainter, QPaintEvent, QResizeEvent, QShowEvent
from PyQt5.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from gui import first_frame
from gui.card import PADDING, Label, Rule
from gui.i18n import translate
from gui.labs.table_words import Words
from gui.model import model_equations, model_words
from gui.model.climb_panel import ClimbPanel
from gui.model.floor_bars import FloorBars, bars, full_scale
from gui.model.form_line import FormLine
from gui.model.loss_line import LossLine
from gui.model.part import Part
from gui.model.two_parts import TwoParts
from gui.model.typed_number import NumberError
from gui.model.weight_row import WeightRow
from gui.pace import Pace
from gui.plot_painter import paint_card
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

SPACING, TOP, BOTTOM = 4, 12, 12
SIZE = 12.5
# What a click on a bar asks for.
FLOORS = {1: "goToShared", 2: "goToFit"}


class ModelPanel(Part):
    """The card, from the formula to the buttons."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelPanel")
        self._snapshot: Snapshot | None = None
        self._error: tuple[str, NumberError] | None = None
        self._title = Label("current", 15, strong=True)
        self.shared = TwoParts(self)
        self.shared.setObjectName("sharedSwitch")
        self.shared.clicked.connect(self._share)
        self._line = FormLine(15.5, 13, 26)
        self._line.setObjectName("modelFormula")
        self.weight, self.bias = WeightRow("w", "weight"), WeightRow("b", "bias")
        self.message = Words(self, role="warning", size=SIZE)
        self.message.setObjectName("modelMessage")
        self.message.hide()
        self._caption = Label("muted", SIZE)
        self._gradient = FormLine(14, 12, 18, right=True)
        self._gradient.setObjectName("modelGradient")
        self.loss = LossLine()
        self.floors = FloorBars()
        self.note = Words(self, size=SIZE)
        self.note.setObjectName("modelNote")
        self.climb = ClimbPanel(self)
        self._lay_out()
        self._connect()
        self._pace = Pace(self, self._refresh)
        self.retranslate()
        self.restyle()

    def _lay_out(self) -> None:
        self._box = QVBoxLayout(self)
        head = QHBoxLayout()
        head.addWidget(self._title)
        head.addStretch(1)
        head.addWidget(self.shared)
        caption = QHBoxLayout()
        caption.addWidget(self._caption)
        caption.addWidget(self._gradient, 1)
        self._box.addLayout(head)
        for widget in (self._line, self.weight, self.bias, self.message, Rule()):
            self._box.addWidget(widget)
        self._box.addLayout(caption)
        for widget in (self.loss, self.floors, self.note, Rule(), self.climb):
            self._box.addWidget(widget)

    def _connect(self) -> None:
        for row, name in ((self.weight, "w"), (self.bias, "b")):
            row.edited.connect(lambda value, name=name: self._edit(name, value))
            row.started.connect(lambda: self.gesture_started.emit("weights"))
            row.ended.connect(self.gesture_ended)
            row.slider.play_asked.connect(lambda: self.asked.emit("play"))
            row.field.refused.connect(lambda error, name=name: self._show_error(name, error))
            row.field.accepted.connect(lambda name=name: self._clear_error(name))
        self.floors.chosen.connect(lambda row: self.asked.emit(FLOORS[row]))
        self.climb.asked.connect(self.asked)
        self.climb.edited.connect(lambda climber: self.edited.emit("climber", {"climber": climber}))
        self.climb.started.connect(lambda: self.gesture_started.emit("climber"))
        self.climb.ended.connect(self.gesture_ended)
        self.climb.refused.connect(lambda error: self._show_error("climber", error))
        self.climb.accepted.connect(lambda: self._clear_error("climber"))

    # Intents -------------------------------------------------------------------------------

    def _edit(self, name: str, value: float) -> None:
        self.edited.emit("weights", {name: value})

    def _share(self, both: bool) -> None:
        self.edited.emit("shared", {"shared": not both})

    # Showing -------------------------------------------------------------------------------

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot: the handles at once, the figures at their pace."""
        model = snapshot.model
        if model is None:
            return
        self._snapshot = snapshot
        shared, region = model.state.shared, model.region
        self.shared.show_second(not shared)
        self.weight.enable(not shared)
        self.weight.render_value(model.w, region.w_low, region.w_high)
        self.bias.render_value(model.b, region.b_low, region.b_high)
        self.loss.render_snapshot(snapshot)
        self.climb.render_snapshot(snapshot)
        if self.isVisible():
            self._pace.ask()

    def _refresh(self) -> None:
        snapshot = self._snapshot
        if snapshot is None or snapshot.model is None:
            return
        self._line.set_forms(model_equations.model_line(snapshot.model))
        self._gradient.set_forms(model_equations.gradient_line(snapshot))
        self.loss.refresh()
        self.floors.show_rows(bars(snapshot), full_scale(snapshot))
        self._say_note()

    def flush(self) -> None:
        """Show now what was to be shown in a moment."""
        self._refresh()
        for row in (self.weight, self.bias):
            row.field.flush()

    def _say_note(self) -> None:
        snapshot = self._snapshot
        text = ""
        if snapshot is not None and snapshot.model is not None:
            text = model_words.explain_fit(snapshot.model, snapshot.in_unit)
        self.note.say(text)
        if self.note.isHidden() is bool(text):
            self.note.setVisible(bool(text))
        self._fit(self.note)

    def _fit(self, words: Words) -> None:
        """Give words the height that they need."""
        height = max(1, words.height_for(max(1, self._inner())))
        if words.minimumHeight() != height:
            words.setFixedHeight(height)

    def _inner(self) -> int:
        return self.width() - 2 * look().px(PADDING)

    def start_typing(self) -> None:
        """Begin to type w or, where all share one π, b."""
        (self.weight if self.weight.field.isEnabled() else self.bias).field.start_typing()

    def show_playing(self, playing: bool) -> None:
        """Show whether it goes down by itself."""
        self.climb.show_playing(playing=playing)

    def why_no_fit(self) -> str:
        """Why it is not possible to jump to the fit."""
        snapshot = self._snapshot
        if snapshot is None or snapshot.model is None:
            return ""
        return model_words.why_no_fit(snapshot.model)

    def summary(self) -> str:
        """The model, its loss, and what becomes of it."""
        snapshot = self._snapshot
        if snapshot is None or snapshot.model is None:
            return ""
        self._refresh()
        parts = [self._line.text(), f"BCE {self.loss.sign}{self.loss.text()}"]
        parts += [self.floors.text(), self.note.text(), self.climb.words.text()]
        return "; ".join(part.rstrip(".") for part in parts if part) + "."

    def stop(self) -> None:
        """End what is held."""
        self.weight.stop()
        self.bias.stop()
        self.climb.stop()

    # What was typed and is not allowed ------------------------------------------------------

    def _show_error(self, name: str, error: NumberError) -> None:
        self._error = (name, error)
        self._say_error()

    def _clear_error(self, name: str) -> None:
        if self._error is not None and self._error[0] == name:
            self._error = None
            self._say_error()

    def _say_error(self) -> None:
        name, error = self._error or ("", None)
        self.message.say("" if error is None else model_words.explain_number(error))
        self._fit(self.message)
        self.message.setVisible(error is not None)
        climb = self.climb
        for field, wrong in (
            (self.weight.field, name == "w"),
            (self.bias.field, name == "b"),
            (climb.rate, name == "climber" and climb.rate.is_typed()),
            (climb.settings.seed, name == "climber" and climb.settings.seed.is_typed()),
        ):
            field.mark(invalid=wrong)

    # Look ------------------------------------------------------------------------------------

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        px = look().px
        self._box.setContentsMargins(px(PADDING), px(TOP), px(PADDING), px(BOTTOM))
        self._box.setSpacing(px(SPACING))
        self.weight.restyle()
        self.bias.restyle()
        self.climb.restyle()
        self._fit_all()
        self.update()

    def _fit_all(self) -> None:
        for words in (self.note, self.message):
            self._fit(words)
        self.climb.fit_words(self._inner())

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """The words take as many lines as they need."""
        super().resizeEvent(event)
        self._fit_all()

    def showEvent(self, event: QShowEvent | None) -> None:  # noqa: N802 - Qt's name
        """Nothing was worked out while it was out of sight."""
        super().showEvent(event)
        self.flush()

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the sheet; its formulas wait for the first frame, which this may be."""
        first_frame.painted()
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()))
        painter.end()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self._title.setText(translate("Model", "Model"))
        self.shared.set_parts((translate("Model", "one shared π"), translate("Model", "w and b")))
        self.shared.setAccessibleName(translate("Model", "What the examples share"))
        self.shared.setToolTip(
            translate(
                "Model",
                "One π for all examples (w = 0), as in Explore, or a prediction for each x: the "
                "least BCE falls from H(k/n) to that of the fit (← →)",
            )
        )
        self._line.setAccessibleName(translate("Model", "The model"))
        for row, name, letter in (
            (self.weight, translate("Model", "w, the weight"), "w"),
            (self.bias, translate("Model", "b, the bias"), "b"),
        ):
            row.slider.setAccessibleName(name)
            row.slider.setToolTip(
                translate(
                    "Model",
                    "← → a hundredth of the range, with Shift a tenth of that, with Ctrl ten times "
                    "that; Space goes down step by step; M jumps to the fit",
                )
            )
            row.field.setAccessibleName(name)
            tip = translate("Model", "Any number: −0.25, 1e−3 or 1/3; Enter takes it, Esc gives up")
            row.field.setToolTip(f"{tip} (P)" if letter == "w" else tip)
        self._caption.setText(translate("Model", "Binary cross-entropy"))
        self.loss.retranslate()
        self._gradient.setAccessibleName(translate("Model", "Gradient of BCE"))
        self.floors.setAccessibleName(translate("Model", "BCE now, with one π, and at its least"))
        self.floors.setToolTip(
            translate("Model", "A click on a floor jumps to the w and b that reach it (M: the fit)")
        )
        self.note.setAccessibleName(translate("Model", "What is the matter with the examples"))
        self.climb.retranslate()
        self._say_error()
        self._refresh()
