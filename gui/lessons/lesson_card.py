"""The card of a lesson: one step, its words, its formula, its question, and the way on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QRectF, Qt, QTimer, pyqtSignal
from PyQt5.QtGui import QKeyEvent, QPainter, QPaintEvent
from PyQt5.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from gui.card import Card, Label
from gui.i18n import translate
from gui.lessons.formula_box import FormulaBox
from gui.lessons.lesson_text import LessonText
from gui.lessons.moment import Moment
from gui.lessons.question_box import QuestionBox
from gui.theme import LOOK_CHANGED, look

if TYPE_CHECKING:
    from core.snapshot import Snapshot


# How much smaller words may be set before a class, so that nothing is out of sight.
SHARES = (1.0, 0.94, 0.89)


class StepBar(QWidget):
    """How far one is in a lesson: a bar for each step, filled up to this one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._step, self._steps = 0, 1
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self.setFixedHeight(look().px(5))
        self.update()

    def show_step(self, step: int, steps: int) -> None:
        """Show a step, counted from 0, of so many."""
        self._step, self._steps = step, steps
        self.update()

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the bars."""
        value, gap = look(), look().px(5)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        width = (self.width() - gap * (self._steps - 1)) / self._steps
        for i in range(self._steps):
            painter.setBrush(value.colour("ones" if i <= self._step else "rule"))
            bar = QRectF(i * (width + gap), 0, width, self.height())
            painter.drawRoundedRect(bar, self.height() / 2, self.height() / 2)
        painter.end()


class LessonCard(Card):
    """The card with a step.

    Attributes:
        words: what the step tells.
        formula: its formula.
        question: its question.
        model: opens the step's examples in the Model view.
        back, next: the buttons at the foot.

    Signals:
        next_asked, back_asked: the user wants another step.
        pointed: words or a formula point at this target; "" for none.
        model_asked: the step's examples are wanted in the Model view.
    """

    model_asked = pyqtSignal()
    next_asked = pyqtSignal()
    back_asked = pyqtSignal()
    pointed = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, spacing=8)
        self.setObjectName("lessonCard")
        self._moment: Moment | None = None
        self._presenting = False
        self._where, self._step = Label("muted", 12.5), Label("muted", 12.5)
        self._head = QHBoxLayout()
        self._head.addWidget(self._where)
        self._head.addStretch(1)
        self._head.addWidget(self._step)
        self.body.addLayout(self._head)
        self._bar = StepBar()
        self.body.addWidget(self._bar)
        self.body.addSpacing(4)
        self.title = Label("current", 20, strong=True)
        self.title.setObjectName("stepTitle")
        self.title.setWordWrap(True)
        self.words = LessonText(15)
        self.words.setObjectName("stepText")
        self.formula = FormulaBox()
        self.question = QuestionBox()
        self._words_sheet = QWidget()
        self._inner = QVBoxLayout(self._words_sheet)
        self._inner.setContentsMargins(0, 0, 0, 0)
        self.model = QPushButton()
        self.model.setObjectName("openModelButton")
        self.model.clicked.connect(lambda _checked: self.model_asked.emit())
        for part in (self.title, self.words, self.formula, self.question):
            self._inner.addWidget(part)
        self._inner.addStretch(1)
        self.area = QScrollArea()
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidget(self._words_sheet)
        self.area.setWidgetResizable(True)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self.area, 1)
        self.back, self.next = QPushButton(), QPushButton()
        self.back.setObjectName("backStepButton")
        self.next.setObjectName("nextStepButton")
        self.back.clicked.connect(lambda _checked: self.back_asked.emit())
        self.next.clicked.connect(lambda _checked: self.next_asked.emit())
        self._foot = QHBoxLayout()
        self._foot.addWidget(self.back)
        for button in (self.model, self.next):
            self._foot.addStretch(1)
            self._foot.addWidget(button)
        self.body.addLayout(self._foot)
        self.words.pointed.connect(self.pointed)
        self.formula.pointed.connect(self.pointed)
        self.question.pointed.connect(self.pointed)
        self.restyle()

    def show_moment(self, moment: Moment) -> None:
        """Show a step."""
        old, self._moment = self._moment, moment
        fresh = old is None or (old.lesson, old.step) != (moment.lesson, moment.step)
        self._bar.show_step(moment.step, moment.steps)
        self.title.setText(moment.title)
        # Before a class an answer takes the place of what was told before.
        told = not (self._presenting and moment.is_right is not None and moment.after)
        self.words.show_words(moment.text if told else "")
        self.formula.show_formula(moment.formula)
        self.question.show_moment(moment)
        self.model.setVisible(moment.model)
        self.retranslate()
        if fresh:
            bar = self.area.verticalScrollBar()
            if bar is not None:
                bar.setValue(0)

    def show_answer(self) -> None:
        """Bring what is said after an answer into sight, once it has its place."""
        last = self.question.after if not self.question.after.isHidden() else self.question.verdict
        QTimer.singleShot(0, lambda: self.area.ensureWidgetVisible(last, 0, look().px(44)))

    def present(self, *, active: bool) -> None:
        """Before a class the step's words have all the room; the way on is small, at the top."""
        self._presenting = active
        self.question.present(active=active)
        if active:
            self._head.insertWidget(0, self.back)
            self._head.addWidget(self.next)
        else:
            self._foot.insertWidget(0, self.back)
            self._foot.addWidget(self.next)
        self.restyle()
        if self._moment is not None:
            self.show_moment(self._moment)

    def fit(self) -> None:
        """Before a class: as large as the words can be without a part of them out of sight."""
        for share in SHARES if self._presenting else SHARES[:1]:
            self.words.shrink(share)
            self.question.shrink(share)
            # Words find their height when they have their width, and only then the sheet its own.
            for _pass in range(2):
                self.question.settle()
                self._inner.activate()
            if self.wanted_height() <= self.height():
                return

    def page_down(self) -> bool:
        """Show what is out of sight below.

        Returns:
            whether there was anything.
        """
        bar = self.area.verticalScrollBar()
        if bar is None or bar.value() >= bar.maximum():
            return False
        bar.setValue(bar.value() + bar.pageStep())
        return True

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Page Up and Page Down scroll the words, Enter presses the button that has the keys."""
        focused = QApplication.focusWidget()
        if (
            event is not None
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and isinstance(focused, QPushButton)
        ):
            focused.click()
            return
        bar = self.area.verticalScrollBar()
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event is None or bar is None or event.key() not in pages:
            super().keyPressEvent(event)
            return
        bar.setValue(bar.value() + pages[Qt.Key(event.key())] * bar.pageStep())

    def wanted_height(self) -> int:
        """The height at which nothing has to be scrolled."""
        return self.height() - self.area.height() + self._words_sheet.sizeHint().height()

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show today's numbers and what is lit."""
        self.formula.render_snapshot(snapshot)
        stage = snapshot.state.stage
        self.words.light(stage.lit)
        self.question.light(stage.lit)
        self.question.show_place(stage.prediction)

    def targets(self) -> set[str]:
        """What the words of the step point at."""
        return self.words.targets() | self.question.targets()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        super().restyle()
        px = look().px
        self._inner.setSpacing(px(6 if look().least_type else 11))
        if look().least_type:
            self.body.setContentsMargins(px(14), px(9), px(14), px(9))
            self.body.setSpacing(px(4))
        for button in (self.back, self.next):
            button.setMinimumWidth(0 if self._presenting else px(96))

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        moment = self._moment
        if moment is None:
            return
        self._where.setText(
            translate("Lessons", "Lesson {number} / {count}").format(
                number=moment.lesson + 1, count=len(moment.entries)
            )
        )
        self._step.setText(
            translate("Lessons", "Step {number} / {count}").format(
                number=moment.step + 1, count=moment.steps
            )
        )
        self.model.setText(translate("Lessons", "Open in Model"))
        self.model.setAccessibleName(self.model.text())
        self.model.setToolTip(
            translate("Lessons", "These examples with an x each, in the Model view")
        )
        self.back.setText("←" if self._presenting else translate("Lessons", "← Back"))
        self.back.setToolTip(translate("Lessons", "The step before (Alt+←)"))
        self.back.setAccessibleName(translate("Lessons", "step before"))
        self.back.setEnabled(moment.step > 0 or moment.lesson > 0)
        onward = (
            translate("Lessons", "Next lesson →")
            if moment.is_last_step
            else translate("Lessons", "Next →")
        )
        self.next.setText("→" if self._presenting else onward)
        self.next.setToolTip(translate("Lessons", "The next step (Alt+→)"))
        self.next.setAccessibleName(translate("Lessons", "next step"))
        self.next.setEnabled(not (moment.is_last_step and moment.is_last))
        # What is to be done next is in the accent's colour; nothing is locked.
        wanted = not moment.kind or bool(moment.is_right is not None)
        if bool(self.next.property("accent")) != wanted:
            self.next.setProperty("accent", wanted)
            style = self.next.style()
            if style is not None:
                style.unpolish(self.next)
                style.polish(self.next)
