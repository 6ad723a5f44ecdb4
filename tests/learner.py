"""What tests of the lessons share: somebody with a keyboard who goes through them."""

from dataclasses import replace
from functools import cache

from PyQt5.QtCore import QEvent, Qt
from PyQt5.QtGui import QKeyEvent
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QApplication

from core.lessons import answers
from core.lessons.answers import parse_number
from core.lessons.lesson import CHOICE, DO, names_before, state_of
from core.lessons.shelf import load
from gui.i18n import language
from gui.paths import LESSONS
from tests.helpers import settle

# So many presses of Tab lead round the whole window, and further.
ONCE_AROUND = 80


@cache
def shelf(code):
    """The lessons that come with the program, in a language."""
    return load([LESSONS], code)


def lessons(code):
    return shelf(code).lessons


NAMES = [lesson.id for lesson in lessons("en")]
STEPS = [f"{lesson.id}:{step.id}" for lesson in lessons("en") for step in lesson.steps]


class Learner:
    """Reads the screen and presses keys; touches neither the mouse nor the session.

    Attributes:
        window: the program's.
        told: what the screen said is right, when a wrong answer was given.
    """

    def __init__(self, window):
        self.window, self.told = window, ""

    # What is to be seen ------------------------------------------------------------------------

    @property
    def course(self):
        return self.window.lessons.course

    @property
    def moment(self):
        return self.course.moment

    @property
    def step(self):
        return self.course.step

    @property
    def lesson(self):
        return lesson_of(language(), self.course.where.partition(":")[0])

    @property
    def name(self):
        """The step of the moment, as in "mle:slope"."""
        return f"{self.course.where.partition(':')[0]}:{self.step.id}"

    @property
    def state(self):
        return self.window.session.state

    @property
    def card(self):
        return self.window.lessons.column.card

    @property
    def focus(self):
        return QApplication.focusWidget()

    # Keys --------------------------------------------------------------------------------------

    def press(self, key, modifiers=Qt.NoModifier, times=1):
        for _ in range(times):
            QTest.keyClick(self.focus or self.window, key, modifiers)
        settle()

    def type(self, text):
        for letter in text:
            if letter.isascii():
                QTest.keyClick(self.focus, letter)
            else:  # Qt's test knows no keys for these
                for kind in (QEvent.KeyPress, QEvent.KeyRelease):
                    event = QKeyEvent(kind, 0, Qt.NoModifier, letter)
                    QApplication.sendEvent(self.focus, event)
        settle()

    def tab_to(self, name):
        """Press Tab until the control of this object name has the focus."""
        for _ in range(ONCE_AROUND):
            if self.focus is not None and self.focus.objectName() == name:
                return
            QTest.keyClick(self.focus or self.window, Qt.Key_Tab)
        raise AssertionError(f"no Tab leads to {name}")

    def set_pi(self, text):
        """P, the digits, Enter."""
        self.press(Qt.Key_P)
        assert self.focus.objectName() == "piSpinBox"
        self.type(text)
        self.press(Qt.Key_Return)

    def push(self, name):
        """Press the button of this name."""
        self.tab_to(name)
        self.press(Qt.Key_Space)

    # The road ----------------------------------------------------------------------------------

    def open_lessons(self):
        self.press(Qt.Key_2, Qt.ControlModifier)

    def go_to(self, lesson):
        """Choose a lesson in the list."""
        if self.name.startswith(f"{lesson}:"):
            return
        self.tab_to("lessonList")
        self.press(Qt.Key_Home)
        self.press(Qt.Key_Down, times=NAMES.index(lesson))
        self.press(Qt.Key_Return)

    def next(self):
        self.told = ""
        self.press(Qt.Key_Right, Qt.AltModifier)

    def back(self):
        self.press(Qt.Key_Left, Qt.AltModifier)

    # Answers -----------------------------------------------------------------------------------

    def wrong(self):
        """A wrong answer to the question of the moment: the number of an option, or a text."""
        question = self.step.question
        if question.kind == CHOICE:
            return (question.right_option + 1) % len(question.options)
        for text in ("0.11", "0.93", "123456"):
            names = names_before(self.lesson, self.step)
            if not answers.check(question, names, parse_number(text)).right:
                return text
        raise AssertionError(self.name)

    def right(self):
        """The right number or place."""
        names = names_before(self.lesson, self.step)
        return str(answers.check(self.step.question, names).expected)

    def give(self, answer):
        """Give an answer, where the keys are."""
        if isinstance(answer, int):
            self.press(Qt.Key_1 + answer)
        else:
            self.type(answer)
        self.press(Qt.Key_Return)

    def check(self):
        """See whether it is done."""
        self.push("checkButton")

    def do(self):
        """Do what the step asks for."""
        DEEDS[self.name](self)

    def answer_wrong(self):
        """Give a wrong answer; of something to do, look before it is done."""
        if self.step.question.kind == DO:
            self.check()
        else:
            self.give(self.wrong())
        self.told = self.moment.expected

    def answer_right(self):
        """Give the right answer, as the screen said it when a wrong one was given."""
        kind = self.step.question.kind
        if kind == DO:
            self.do()
            self.check()
        elif kind == CHOICE:
            self.give(self.step.question.right_option)
        else:
            self.give(self.told or self.right())

    def ask_again(self):
        """Ask for the question once more."""
        self.push("againButton")


@cache
def lesson_of(code, name):
    return next(lesson for lesson in shelf(code).lessons if lesson.id == name)


def expected_state(lesson, step):
    """The state that a step begins with, apart from the lock."""
    return unlocked(state_of(lesson, step))


def unlocked(state):
    return replace(state, stage=replace(state.stage, locked=False))


def _fill_tiles(*places):
    """Turn the tiles at these places, from 0 and in their order."""

    def turn(learner):
        learner.tab_to("observationTiles")
        learner.press(Qt.Key_Home)
        at = 0
        for place in places:
            learner.press(Qt.Key_Right, times=place - at)
            learner.press(Qt.Key_Space)
            at = place

    return turn


def _pi(text):
    return lambda learner: learner.set_pi(text)


def _press(key):
    return lambda learner: learner.press(key)


def _push(*names):
    def push(learner):
        for name in names:
            learner.push(name)

    return push


def _in_turn(*deeds):
    def do(learner):
        for deed in deeds:
            deed(learner)

    return do


def _read_row_seven(learner):
    learner.push("tableRows")
    learner.tab_to("tableGrid")
    learner.press(Qt.Key_Down, times=7)


def _set_factors(text):
    def set_factors(learner):
        learner.tab_to("factorsField")
        learner.press(Qt.Key_A, Qt.ControlModifier)
        learner.type(text)
        learner.press(Qt.Key_Return)

    return set_factors


def _try_and_commit(*tries):
    def guess(learner):
        for text in tries:
            learner.set_pi(text)
            learner.push("guessTry")
        learner.push("guessCommit")

    return guess


# What the hands do in each step that asks for something to be done.
DEEDS = {
    "loss:smallest": _pi("0.7"),
    "one-coin:set-zero": _pi("0.25"),
    "likelihood:read-the-row": _read_row_seven,
    "product:half-the-top": _pi("0.645"),
    "underflow:find-the-end": _set_factors("1179"),
    "log:switch-the-log": _push("chainLog"),
    "mle:climb": _try_and_commit("0.3", "0.8", "0.65"),
    "mle:finish": _in_turn(_fill_tiles(3), _pi("1")),
    "chain:four": _in_turn(
        _push("chainProduct", "chainLog", "chainMinus", "chainMean"), _press(Qt.Key_M)
    ),
    "floor:data": _fill_tiles(1, 4, 8),
    "floor:half": _in_turn(_press(Qt.Key_U), _press(Qt.Key_M)),
    "boundary:agree": _press(Qt.Key_M),
    "how-sure:double": _push("doubleButton", "doubleButton"),
    "bridge:bias": _pi("7/10"),
}
