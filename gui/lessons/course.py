"""Where the learner is on the road of lessons, and what has been answered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from PyQt5.QtCore import QObject, pyqtSignal

from core.lessons import answers
from core.lessons.answers import AnswerError, Verdict, parse_number, parse_place
from core.lessons.errors import LessonError
from core.lessons.lesson import (
    DO,
    PLACE,
    Lesson,
    Step,
    names_after,
    names_before,
    solved,
    state_after,
    state_of,
)
from core.lessons.place import place_of
from core.lessons.placeholders import fill
from core.lessons.progress import Progress
from core.scientific import (
    MINUS,
    format_count,
    format_number,
    format_probability,
    format_scaled,
)
from gui.lessons.moment import Entry, Moment

if TYPE_CHECKING:
    from core.lessons.names import Names
    from core.lessons.number import Number
    from core.lessons.setting import Examples
    from core.lessons.shelf import Shelf
    from core.state import State

# A place is told in full up to so many characters: 0.700, not 0.393461.
LONGEST_PLACE = 6
# In these labs the observations are a part of the experiment.
LABS_WITH_DATA = ("sharpening", "guess")


class Course(QObject):
    """Goes from step to step; checks answers; says what the program is to show.

    Args:
        load: the lessons of a language.
        state: the program's state of the moment, with what the learner changed.
        progress: what was reached in an earlier start.

    Attributes:
        moment: all that the views show; None while there are no lessons.
        progress: what has been reached.

    Signals:
        changed: the moment is another one.
        state_asked: the program is to show this state, and to forget how it came to the one before.
        progress_changed: something more was reached.
    """

    changed = pyqtSignal()
    state_asked = pyqtSignal(object)
    progress_changed = pyqtSignal()

    def __init__(
        self,
        load: Callable[[str], Shelf],
        state: Callable[[], State],
        progress: Progress,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._load, self._state = load, state
        self.progress = progress
        self._lessons: tuple[Lesson, ...] = ()
        self._at = 0
        self._step = 0
        self._verdict: Verdict | None = None
        self._given: str | None = None
        self._chosen: int | None = None
        self._complaint: AnswerError | None = None
        self._revealed = False
        self.moment: Moment | None = None
        self.complain: Callable[[AnswerError], str] = str

    # The road --------------------------------------------------------------------------------

    def speak(self, language: str) -> tuple[LessonError, ...]:
        """Take the lessons of a language; the place on the road stays.

        Returns:
            what is wrong with files of lessons.
        """
        before = (self._lesson.id, self.step) if self._lessons else None
        shelf = self._load(language)
        self._lessons = shelf.lessons
        if before is not None and self._lessons:
            self._find_again(*before)
        return shelf.errors

    def _find_again(self, lesson: str, step: Step | None) -> None:
        """Stay where one was; without such a step in this language, begin its lesson, or anew."""
        ids = [one.id for one in self._lessons]
        self._at = ids.index(lesson) if lesson in ids else 0
        names = [one.id for one in self._lesson.steps]
        if lesson in ids and step is not None and step.id in names:
            self._step = names.index(step.id)
            self._show()
        else:
            self.go_to(self._at, 0)

    @property
    def where(self) -> str:
        """The lesson and the step, as in "mle:3"; "" for none."""
        return f"{self._lesson.id}:{self._step + 1}" if self._lessons else ""

    @property
    def _lesson(self) -> Lesson:
        return self._lessons[self._at]

    @property
    def step(self) -> Step | None:
        """The step of the moment."""
        return self._lesson.steps[self._step] if self._lessons else None

    @property
    def examples(self) -> Examples | None:
        """What can be opened in the Model view now; None for nothing."""
        step, moment = self.step, self.moment
        if step is None or moment is None or not moment.model:
            return None
        return step.model if moment.is_right is None else step.model_after

    def knows(self, where: str) -> bool:
        """Whether there is a lesson of the name in "mle:3", with so many steps."""
        place = place_of(where)
        found = [one for one in self._lessons if place is not None and one.id == place.lesson]
        return bool(found) and place is not None and place.step < len(found[0].steps)

    def open(self, where: str) -> None:
        """Go to a lesson and its step, as in "mle:3" or "mle"; else to the first lesson."""
        place = place_of(where)
        ids = [lesson.id for lesson in self._lessons]
        if place is not None and place.lesson in ids:
            self.go_to(ids.index(place.lesson), place.step)
        else:
            self.go_to(0, 0)

    def go_to(self, lesson: int, step: int) -> None:
        """Go to a lesson, counted from 0, and one of its steps, likewise."""
        if not self._lessons:
            return
        self._at = max(0, min(lesson, len(self._lessons) - 1))
        self._step = max(0, min(step, len(self._lesson.steps) - 1))
        self._forget_answer()
        self._reach()
        self._begin_step()

    def go_to_lesson(self, lesson: int) -> None:
        """Go to a lesson: where it was left, or to its beginning if it is done."""
        if 0 <= lesson < len(self._lessons):
            one = self._lessons[lesson]
            known = self.progress.of(one.id)
            self.go_to(lesson, 0 if known.done else known.step)

    def next(self) -> None:
        """The next step, or the next lesson's first."""
        if not self._lessons:
            return
        if self._step + 1 < len(self._lesson.steps):
            self.go_to(self._at, self._step + 1)
        elif self._at + 1 < len(self._lessons):
            self.go_to(self._at + 1, 0)

    def back(self) -> None:
        """The step before, or the last one of the lesson before."""
        if not self._lessons:
            return
        if self._step > 0:
            self.go_to(self._at, self._step - 1)
        elif self._at > 0:
            self.go_to(self._at - 1, len(self._lessons[self._at - 1].steps) - 1)

    def _begin_step(self) -> None:
        step = self._lesson.steps[self._step]
        self.state_asked.emit(_guarded(state_of(self._lesson, step), tiles=step.tiles))
        self._show()

    def _forget_answer(self) -> None:
        self._verdict = self._given = self._chosen = self._complaint = None
        self._revealed = False

    def _reach(self) -> None:
        progress = self.progress.reached(self._lesson.id, self._step)
        last = self._step + 1 == len(self._lesson.steps)
        if last and self._lesson.steps[self._step].question is None:
            progress = progress.finished(self._lesson.id)
        self._keep(progress)

    def _keep(self, progress: Progress) -> None:
        self.progress = progress
        self.progress_changed.emit()

    # Answers ---------------------------------------------------------------------------------

    def answer(self, given: str | int | None) -> None:
        """Take an answer: a text, an option from 0, or (to do) whether it is done now."""
        step = self.step
        if step is None or step.question is None:
            return
        if self._verdict is not None and not (step.question.kind == DO and not self._verdict.right):
            return
        try:
            number = _read(given, step.question.kind)
        except AnswerError as error:
            self._complaint = error
            self._show()
            return
        about = self._state() if step.question.kind == DO else None
        verdict = answers.check(step.question, names_before(self._lesson, step, about), number)
        self._complaint = None
        self._verdict = verdict
        self._chosen = given if isinstance(given, int) else None
        self._given = _as_written(given) if isinstance(given, str) else None
        self._note(step, verdict)
        if step.question.kind != DO or verdict.right:
            self._ask_after(step)
        self._show()

    def reveal(self) -> bool:
        """Show what is right though nobody has answered: a class has said it aloud.

        Returns:
            whether there was anything to show.
        """
        step = self.step
        if step is None or step.question is None:
            return False
        if step.question.kind == DO:
            names = names_before(self._lesson, step, self._state())
            if step.solve is None or answers.check(step.question, names).right:
                return False
            self.show_me()
            return True
        if self._verdict is not None:
            return False
        self._verdict = answers.check(step.question, names_before(self._lesson, step), None)
        self._complaint, self._revealed = None, True
        self._ask_after(step)
        self._show()
        return True

    def _note(self, step: Step, verdict: Verdict) -> None:
        progress = self.progress.answered(
            self._lesson.id, step.id, right=verdict.right, given=verdict.given
        )
        doing = step.question is not None and step.question.kind == DO
        if step is self._lesson.steps[-1] and (verdict.right or not doing):
            progress = progress.finished(self._lesson.id)
        self._keep(progress)

    def _ask_after(self, step: Step) -> None:
        place = self._verdict.given if self._verdict is not None else None
        # What is said then is about the step's own data and π, whatever the learner tried
        # meanwhile; what was to be done is done on the learner's.
        doing = step.question is not None and step.question.kind == DO
        now = self._state() if doing else state_of(self._lesson, step)
        if step.question is not None and step.question.kind == PLACE and place is not None:
            now = replace(now, stage=replace(now.stage, prediction=float(place)))
        after = state_after(self._lesson, step, now, place)
        self.state_asked.emit(_guarded(after, tiles=step.tiles_after))

    def again(self) -> None:
        """Ask the question once more."""
        self._forget_answer()
        self._begin_step()

    def show_me(self) -> None:
        """Set what the learner was asked to do."""
        step = self.step
        if step is not None and step.solve is not None:
            done = solved(self._lesson, step, self._state())
            self.state_asked.emit(_guarded(done, tiles=step.tiles))
            self.answer(None)

    # What is shown ---------------------------------------------------------------------------

    def _show(self) -> None:
        moment = self._moment()
        if moment != self.moment:
            self.moment = moment
            self.changed.emit()

    def _moment(self) -> Moment:
        lesson, step = self._lesson, self._lesson.steps[self._step]
        # The numbers of the words are those that the step sets; what moves stands in the formula.
        before = names_before(lesson, step)
        moment = Moment(
            entries=tuple(map(self._entry, range(len(self._lessons)))),
            lesson=self._at,
            title=step.title,
            step=self._step,
            steps=len(lesson.steps),
            answered=tuple(one.id in self.progress.of(lesson.id).answers for one in lesson.steps),
            text=fill(step.text, before),
            formula=step.formula,
            is_last_step=self._step + 1 == len(lesson.steps),
            is_last=self._at + 1 == len(self._lessons),
            model=step.model is not None,
        )
        return moment if step.question is None else self._asked(moment, step, before)

    def _asked(self, moment: Moment, step: Step, names: Names) -> Moment:
        question = step.question
        assert question is not None  # noqa: S101 - the caller's contract
        moment = replace(
            moment,
            kind=question.kind,
            question=fill(question.text, names),
            options=tuple(fill(text, names) for text in question.options),
            hint=fill(step.hint, names) if step.hint else "",
            complaint=self.complain(self._complaint) if self._complaint is not None else "",
            can_show=step.solve is not None,
        )
        verdict = self._verdict
        if verdict is None:
            return moment
        done = self._state() if question.kind == DO and verdict.right else None
        after = names_after(self._lesson, step, verdict.given, done)
        said = step.right if verdict.right else step.wrong
        parts = ["" if self._revealed else said]
        if question.kind != DO or verdict.right:
            parts.append(step.reveal)
            moment = replace(moment, formula=step.formula_after, model=step.model_after is not None)
        expected = "" if verdict.expected is None else _text(verdict.expected, question.kind)
        return replace(
            moment,
            given=self._given,
            chosen=self._chosen,
            right_option=question.right_option,
            is_right=verdict.right,
            revealed=self._revealed,
            expected=expected,
            after="\n\n".join(fill(part, after, missing="–") for part in parts if part),
        )

    def _entry(self, i: int) -> Entry:
        lesson = self._lessons[i]
        known = self.progress.of(lesson.id)
        begun = known.step > 0 or bool(known.answers)
        mark = "done" if known.done else "begun" if begun else ""
        return Entry(i + 1, lesson.id, lesson.title, lesson.about, mark)


def _read(given: str | int | None, kind: str) -> Number | None:
    """The answer as a number.

    Raises:
        AnswerError: if it is none.
    """
    if not isinstance(given, str):
        return given
    text = given.partition("=")[2] if "=" in given else given
    return parse_place(text) if kind == PLACE else parse_number(text)


def _as_written(given: str) -> str:
    """What was typed, with the program's own minus and groups of digits."""
    text = given.strip().replace("-", MINUS)
    return format_count(int(text)) if text.isascii() and text.isdigit() else text


def _text(value: Number, kind: str) -> str:
    if kind == PLACE:
        text = format_probability(float(value))
        return text if len(text) <= LONGEST_PLACE else format_number(float(value))
    if isinstance(value, Decimal):
        mantissa, exponent = f"{value:.3e}".lower().split("e")
        return format_scaled(float(mantissa), int(exponent))
    return format_count(value) if isinstance(value, int) else format_number(value)


def _guarded(state: State, *, tiles: bool) -> State:
    """A state in which nobody changes observations that the step does not show."""
    stage = state.stage
    if tiles or stage.lab in LABS_WITH_DATA:
        return state
    return replace(state, stage=replace(stage, locked=True))
