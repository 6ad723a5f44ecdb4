"""The question of a step: what is asked, where it is answered, and what comes of it."""

from __future__ import annotations

from itertools import pairwise

from PyQt5.QtCore import QRectF, Qt, pyqtSignal
from PyQt5.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PyQt5.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from core.lessons.answers import AnswerError, parse_place
from core.scientific import format_probability
from gui.card import Label
from gui.deleting import delete_later
from gui.i18n import Retranslated, translate
from gui.lessons.lesson_text import LessonText
from gui.lessons.moment import Moment
from gui.lessons.option_button import OptionButton
from gui.theme import LOOK_CHANGED, look

PADDING = 16


class QuestionBox(Retranslated, QWidget):
    """A framed box: first a question, then an answer, then what is so.

    Signals:
        answered: the learner's answer: a text, or the number of an option from 0; None for
            "look whether it is done".
        again_asked: to answer once more.
        show_asked: to be shown how it is done.
        predicted: a π was typed, as a text.
        pointed: words point at this target; "" for none.
    """

    answered = pyqtSignal(object)
    again_asked = pyqtSignal()
    show_asked = pyqtSignal()
    predicted = pyqtSignal(str)
    pointed = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("questionBox")
        self._moment: Moment | None = None
        self._place: float | None = None
        self._presenting = False
        self._head = Label("ones", 13, strong=True)
        self.question = LessonText(15)
        self._how = Label("muted", 12.5)
        self._how.setWordWrap(True)
        self._options_box = QVBoxLayout()
        self.options: list[OptionButton] = []
        self.field = QLineEdit()
        self.field.setObjectName("answerField")
        # Enter comes to `keyPressEvent`: taken here, too, it would press what has the keys next.
        self.field.textEdited.connect(self.predicted)
        self.check = QPushButton()
        self.check.setObjectName("checkButton")
        self.check.setProperty("accent", True)
        self.check.clicked.connect(lambda _checked: self._check())
        self.hint_button = self._link("hintButton", self._show_hint)
        self.show_button = self._link("showMeButton", self.show_asked.emit)
        self.again = self._link("againButton", self.again_asked.emit)
        self._row = QHBoxLayout()
        self._links = QHBoxLayout()
        for row, parts in (
            (self._row, (self.field, self.check)),
            (self._links, (self.hint_button, self.show_button, self.again)),
        ):
            for part in parts:
                row.addWidget(part)
            row.addStretch(1)
        self._complaint = Label("warning", 12.5)
        self._complaint.setWordWrap(True)
        self._complaint.setObjectName("answerMessage")
        self.hint = LessonText(14, "muted")
        self.verdict = Label("optimum", 15, strong=True)
        self.verdict.setObjectName("verdictLabel")
        self.verdict.setWordWrap(True)
        self.after = LessonText(15)
        self.after.setObjectName("revealText")
        self._box = QVBoxLayout(self)
        self._box.addWidget(self._head)
        self._box.addWidget(self.question)
        self._box.addWidget(self._how)
        self._box.addLayout(self._options_box)
        self._box.addLayout(self._row)
        for widget in (self._complaint, self.hint, self.verdict, self.after):
            self._box.addWidget(widget)
        self._box.addLayout(self._links)
        for words in (self.question, self.hint, self.after):
            words.pointed.connect(self.pointed)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    def _link(self, name: str, act: object) -> QPushButton:
        button = QPushButton()
        button.setObjectName(name)
        button.setProperty("link", True)
        button.setCursor(Qt.CursorShape.PointingHandCursor)
        button.clicked.connect(lambda _checked: act())  # type: ignore[operator]
        return button

    # What the learner does -------------------------------------------------------------------

    def _check(self) -> None:
        moment = self._moment
        if moment is None or (moment.is_right is not None and moment.kind != "do"):
            return
        if moment.kind == "do":
            self.answered.emit(None)
        elif moment.kind == "choice":
            chosen = [i for i, option in enumerate(self.options) if option.isChecked()]
            if chosen:
                self.answered.emit(chosen[0])
            elif self.options:
                self.options[0].setFocus()
        else:
            self.answered.emit(self.field.text())

    def _show_hint(self) -> None:
        if self._moment is not None:
            self.hint.show_words(self._moment.hint)
            self.hint_button.hide()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Digits choose an option, Enter gives the answer."""
        if event is None:
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            focused = QApplication.focusWidget()
            if isinstance(focused, QPushButton):
                focused.click()
            else:
                self._check()
            return
        number = event.key() - Qt.Key.Key_0
        live = [option for option in self.options if option.isEnabled()]
        if 1 <= number <= len(live) and not (
            event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        ):
            live[number - 1].setChecked(True)
            live[number - 1].setFocus()
            return
        super().keyPressEvent(event)

    def present(self, *, active: bool) -> None:
        """Before a class the teacher says how it is done."""
        self._presenting = active
        if self._moment is not None:
            self.show_moment(self._moment)
        (self._row if active else self._links).insertWidget(2 if active else 0, self.hint_button)
        self.retranslate()

    def begin(self) -> None:
        """Put the keys where the answer is given."""
        moment = self._moment
        if moment is None or moment.is_right is not None or self.isHidden():
            return
        if moment.kind == "choice" and self.options:
            self.options[0].setFocus()
        elif moment.kind in ("number", "place"):
            self.field.setFocus()
        else:
            self.check.setFocus()

    # Rendering -------------------------------------------------------------------------------

    def show_moment(self, moment: Moment) -> None:
        """Show the question of a step, or what has been answered."""
        old, self._moment = self._moment, moment
        self.setVisible(bool(moment.kind))
        if not moment.kind:
            return
        fresh = old is None or (old.lesson, old.step, old.kind, len(old.options)) != (
            *(moment.lesson, moment.step, moment.kind, len(moment.options)),
        )
        if fresh:
            self.field.clear()
            self._place = None
            self._make_options(moment)
            self.hint.show_words("")
        elif old is not None and old.is_right is not None and moment.is_right is None:
            self.field.clear()
            for option in self.options:
                option.setAutoExclusive(False)
                option.setChecked(False)
                option.setAutoExclusive(True)
        done = moment.is_right is not None
        open_ = not done or (moment.kind == "do" and not moment.is_right)
        self.question.show_words(moment.question)
        typed = moment.kind in ("number", "place")
        # What was typed is said with what is right.
        self.field.setVisible(typed and not done)
        if moment.given is not None and typed:
            self.field.setText(moment.given)
        self.check.setVisible(open_)
        self.hint_button.setVisible(open_ and bool(moment.hint) and self.hint.isHidden())
        self.show_button.setVisible(open_ and moment.can_show)
        self._complaint.setText(moment.complaint)
        self._complaint.setVisible(bool(moment.complaint))
        if done:
            self.hint.show_words("")
        elif not self.hint.isHidden():
            self.hint.show_words(moment.hint)
        self._mark_options(moment)
        self.after.show_words(moment.after)
        self.again.setVisible(done and moment.kind != "do" and not self._presenting)
        self._head.setVisible(not (done and self._presenting))
        self.retranslate()

    def show_place(self, place: float | None) -> None:
        """Show the place on the axis that was clicked."""
        if place != self._place:
            self._place = place
            if place is not None and not self._says(place):
                self.field.setText(format_probability(place))

    def _says(self, place: float) -> bool:
        """Whether the field says that already, in whatever form it was typed."""
        try:
            return parse_place(self.field.text()) == place
        except AnswerError:
            return False

    def light(self, target: str) -> None:
        """Light the words that point at a target."""
        for words in (self.question, self.hint, self.after):
            words.light(target)

    def shrink(self, share: float) -> None:
        """Set the words in smaller type: this share of the usual."""
        for words in (self.question, self.hint, self.after):
            words.shrink(share)

    def settle(self) -> None:
        """Give every part its place now, and not with the next event."""
        self._box.activate()

    def targets(self) -> set[str]:
        """What the words point at."""
        texts = (self.question, self.hint, self.after)
        return set().union(*(words.targets() for words in texts if not words.isHidden()))

    def _make_options(self, moment: Moment) -> None:
        for option in self.options:
            self._options_box.removeWidget(option)
            option.hide()
            delete_later(option)
        self.options = []
        for i, text in enumerate(moment.options):
            option = OptionButton(i + 1, self)
            option.show_option(text)
            self._options_box.addWidget(option)
            self.options.append(option)
        # Options that are made anew would come behind everything else.
        chain = [self.question, *self.options, self.field, self.check]
        for one, other in pairwise(chain):
            QWidget.setTabOrder(one, other)

    def _mark_options(self, moment: Moment) -> None:
        done = moment.is_right is not None
        for i, (option, text) in enumerate(zip(self.options, moment.options, strict=True)):
            if option.text() != text:
                option.show_option(text)
            if moment.chosen == i:
                option.setChecked(True)
            sign = ""
            if done and i == moment.right_option:
                sign = "✓"
            elif done and i == moment.chosen:
                sign = "✗"
            option.show_sign(sign)
            option.setEnabled(not done)
            # Before a class what is neither right nor was chosen has had its time.
            option.setVisible(not (self._presenting and done) or bool(sign))

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        px = look().px
        tight = look().least_type > 0
        side, high = (px(10), px(7)) if tight else (px(PADDING), px(12))
        self._box.setContentsMargins(side, high, side, high)
        self._box.setSpacing(px(4 if tight else 7))
        self._row.setSpacing(px(8))
        self._options_box.setSpacing(px(2))
        self.field.setFont(look().text_font(14))
        self.field.setFixedWidth(look().type_px(14) * (5 if tight else 8))
        self.update()

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the frame: a question is open while it is in the accent's colour."""
        value, px = look(), look().px
        done = self._moment is not None and self._moment.is_right is not None
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(value.colour("rule" if done else "ones"), 1.6 * value.scale))
        painter.setBrush(value.colour("card"))
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, px(8), px(8))
        painter.end()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        moment = self._moment
        kind = moment.kind if moment is not None else ""
        self._head.setText(
            translate("Lessons", "Now you")
            if kind == "do"
            else translate("Lessons", "Predict first")
        )
        how = {
            "place": translate("Lessons", "Click in a plot, or type a value."),
            "number": translate("Lessons", "Type a number."),
            "do": translate("Lessons", "Do it on the screen, then press Check."),
        }.get(kind, "")
        done = moment is not None and moment.is_right is not None
        self._how.setText(how)
        open_ = moment is not None and (moment.is_right is None or moment.is_right is False)
        self._how.setVisible(
            bool(how) and not self._presenting and open_ and (not done or kind == "do")
        )
        self.field.setPlaceholderText("π = …" if kind == "place" else "")
        self.field.setAccessibleName(translate("Lessons", "your answer"))
        self.field.setToolTip(translate("Lessons", "Enter gives the answer"))
        self.check.setText(translate("Lessons", "Check"))
        self.check.setAccessibleName(self.check.text())
        self.check.setToolTip(translate("Lessons", "Give the answer (Enter)"))
        for button, text in (
            (self.hint_button, translate("Lessons", "Show a hint")),
            (self.show_button, translate("Lessons", "Show me")),
            (self.again, translate("Lessons", "Predict again")),
        ):
            button.setText(text)
            button.setAccessibleName(text)
        self._show_verdict()

    def _show_verdict(self) -> None:
        moment = self._moment
        if moment is None or moment.is_right is None:
            self.verdict.hide()
            return
        if moment.kind == "do":
            text = (
                translate("Lessons", "✓ Done.")
                if moment.is_right
                else translate("Lessons", "✗ Not yet.")
            )
        elif moment.is_right:
            text = translate("Lessons", "✓ That is right.")
        else:
            text = translate("Lessons", "✗ Not quite.")
        if moment.revealed:
            expected = translate("Lessons", "It is {expected}.")
            text = expected.format(expected=moment.expected) if moment.expected else ""
            if moment.kind == "choice":
                text = ""
        elif moment.expected and moment.kind in ("number", "place"):
            expected = translate("Lessons", "You expected {given}; it is {expected}.")
            text += " " + expected.format(given=moment.given, expected=moment.expected)
        right = moment.is_right or moment.revealed
        self.verdict.set_role("optimum" if right else "warning")
        self.verdict.setText(text)
        self.verdict.setVisible(bool(text))
