"""Whether what a lesson says is so: its states, its answers, its claims, what it points at."""

from __future__ import annotations

import math
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeVar

from core.lessons import prose
from core.lessons.errors import ExpressionError, LessonError, quoted
from core.lessons.expression import Expression
from core.lessons.lesson import (
    AFTER,
    NUMBER,
    PLACE,
    Lesson,
    Question,
    Step,
    names_after,
    names_before,
    solved,
    state_after,
    state_of,
)
from core.lessons.names import Names
from core.lessons.number import Number, is_infinite
from core.lessons.outline import Note
from core.lessons.placeholders import Placeholder, PlaceholderError, placeholders
from core.lessons.setting import SettingError
from core.lessons.targets import is_shown_in
from core.probability_table import rows
from core.stage import TARGETS, is_target
from core.state import State

_POSSIBLE = {
    PLACE: (0.0, 0.3, 1.0),
    NUMBER: (0.0, 0.3, 1.0, -1.0, math.inf, -math.inf, Decimal("1e-400")),
}
"""What a learner may answer: what is said to them then must have a value."""

Result = TypeVar("Result")


def check(lesson: Lesson, note: Note) -> None:
    """Note each mistake in what a lesson says; its form has been checked."""
    for step in lesson.steps:
        _StepCheck(lesson, step, note).run()


@dataclass(frozen=True)
class _StepCheck:
    lesson: Lesson
    step: Step
    note: Note

    def run(self) -> None:
        self._prose()
        before = self._state("step", lambda: state_of(self.lesson, self.step))
        if before is None:
            return
        fits = self._counts(before, "step")
        question = self.step.question
        self._words_before()
        self._pointing(before, after=False)
        if question is None:
            return
        expected = self._question(question, before)
        prediction = expected if question.kind in _POSSIBLE else None
        solution = None
        if self.step.solve is not None:
            solution = self._state("solve", lambda: solved(self.lesson, self.step))
            if solution is None:
                return
            self._done(question, solution)
        after = self._state(
            "then", lambda: state_after(self.lesson, self.step, solution, prediction)
        )
        if after is None:
            return
        if fits:
            self._counts(after, "then")
        self._pointing(after, after=True)
        for answer in self._answers(question, prediction):
            if not self._words_after(answer):
                break

    # The state ---------------------------------------------------------------------------------

    def _state(self, fence: str, made: Callable[[], State]) -> State | None:
        try:
            return made()
        except SettingError as error:
            line = self.step.lines.get(f"{fence} {error.key}", self.step.line)
            self._mistake("expression", line, f"{error.key}: {error}", error.key, error.found)
            return None

    def _counts(self, state: State, fence: str) -> bool:
        """Whether what is counted in a lab is there."""
        lab, n = state.lab, state.observations.n
        last = len(rows(lab.table_n)) - 1
        too_many = lab.replayed is not None and lab.replayed > n
        too_far = state.stage.lab == "table" and lab.table_row > last
        if too_many:
            self._value(f"{fence} replayed", str(lab.replayed), f"at most n = {n}")
        if too_far:
            self._value(f"{fence} table-row", str(lab.table_row), f"at most {last}")
        return not too_many and not too_far

    # The question ------------------------------------------------------------------------------

    def _question(self, question: Question, before: State) -> Number | None:
        """Check a question; return the answer of one that has a number for it."""
        names = names_before(self.lesson, self.step)
        if question.kind in _POSSIBLE:
            answer = self._worked_out("ask answer", question.answer, names)
            if answer is not None:
                self._answer(question, answer, before)
                self._within(question, answer, names)
            return answer
        if question.claim is not None and self._truth("ask claim", question.claim, names) is False:
            line = self.step.lines["ask claim"]
            self._mistake("claim", line, f"the claim {question.claim.text} is false", "claim")
        if question.until is not None and self._truth("ask until", question.until, names):
            words = f"{question.until.text} is true at the start: nothing is left to do"
            self._mistake("until", self.step.lines["ask until"], words, "until")
        return None

    def _answer(self, question: Question, answer: Number, before: State) -> None:
        if question.kind != PLACE:
            return
        low, high = before.interval
        if not low <= answer <= high:
            self._value("ask answer", str(answer), f"a place from {low} to {high}")
        if before.stage.lab:
            line = self.step.lines["ask kind"]
            self._mistake("value", line, "a place is asked for, and a lab is shown", "kind",
                          question.kind, "a number, or a step with plots")  # fmt: skip
        asks_for_it = question.answer is not None and "mle" in question.answer.names
        if asks_for_it and not before.stage.hides("optimum"):
            line = self.step.lines["ask answer"]
            words = "the optimum is asked for, and is shown"
            self._mistake("value", line, words, "answer", "", "hide: optimum in ```step")

    def _within(self, question: Question, answer: Number, names: Names) -> None:
        if question.within is None:
            plain = isinstance(answer, int) or is_infinite(answer)
            if not plain or question.kind == PLACE:
                line = self.step.lines["ask answer"]
                words = "within is missing: the answer is not a whole number"
                self._mistake("missing", line, words, "within", "within")
            return
        within = self._worked_out("ask within", question.within, names)
        if within is not None and not 0 <= within < math.inf:
            self._value("ask within", str(within), "a distance, 0.02, or a part, 5 %")

    def _done(self, question: Question, solution: State) -> None:
        names = names_before(self.lesson, self.step, solution)
        if question.until and self._truth("ask until", question.until, names) is False:
            words = f"{question.until.text} is not true in the state of ```solve"
            self._mistake("until", self.step.lines["solve"], words, "until")

    def _answers(self, question: Question, expected: Number | None) -> list[Number | None]:
        return [expected, *_POSSIBLE.get(question.kind, ())]

    # Words -------------------------------------------------------------------------------------

    def _prose(self) -> None:
        for _part, line, text in self.step.words():
            for offset, found, why in prose.misplaced(text):
                self._mistake("words", line + offset, f"{why} has no place here", "", found)
            for offset, words, link in prose.links(text):
                target = link.removeprefix("#")
                if target == link or not is_target(target):
                    self._mistake("target", line + offset, f"{quoted(link)} is not a target",
                                  words, link, f"#{', #'.join(TARGETS)}")  # fmt: skip
            try:
                placeholders(text, dict(self.lesson.where))
            except PlaceholderError as error:
                self._bad_placeholder(line, error)

    def _words_before(self) -> None:
        names = names_before(self.lesson, self.step)
        for part, line, text in self.step.words():
            if part not in AFTER:
                self._fill(line, text, names)

    def _words_after(self, prediction: Number | None) -> bool:
        """Whether all that is said after an answer has a value."""
        try:
            names = names_after(self.lesson, self.step, prediction=prediction)
        except SettingError as error:
            line = self.step.lines.get(f"then {error.key}", self.step.line)
            words = f"{error.key}: {error}{_if_answered(prediction)}"
            self._mistake("expression", line, words, error.key, error.found)
            return False
        right = True
        for part, line, text in self.step.words():
            if part in AFTER:
                right &= self._fill(line, text, names, _if_answered(prediction))
        return right

    def _fill(self, line: int, text: str, names: Names, when: str = "") -> bool:
        """Whether each placeholder of a text has a value."""
        shown: list[Placeholder] = []
        with suppress(PlaceholderError):  # what cannot be read has been noted before
            shown = placeholders(text, dict(self.lesson.where))
        shown_all = [self._is_shown(line, one, names, when) for one in shown]
        return all(shown_all)

    def _is_shown(self, line: int, placeholder: Placeholder, names: Names, when: str) -> bool:
        try:
            placeholder.text(names)
        except PlaceholderError as error:
            about = when if "prediction" in placeholder.expression.names else ""
            self._bad_placeholder(line, error, about)
            return False
        return True

    def _bad_placeholder(self, line: int, error: PlaceholderError, when: str = "") -> None:
        words = f"{error}{when}"
        self._mistake("expression", line + error.line, words, "", error.found)

    def _pointing(self, state: State, *, after: bool) -> None:
        fence = "then" if after else "step"
        lit = state.stage.lit
        if lit and not is_shown_in(self.step, lit, state, after=after):
            line = self.step.lines.get(f"{fence} light", self.step.lines.get(fence, 0))
            self._dark(line, lit)
        for part, line, text in self.step.words():
            if (part in AFTER) is after:
                for offset, _words, link in prose.links(text):
                    target = link.removeprefix("#")
                    known = target != link and is_target(target)
                    if known and not is_shown_in(self.step, target, state, after=after):
                        self._dark(line + offset, target)

    def _dark(self, line: int, target: str) -> None:
        words = f"{target} is not on the screen then"
        self._mistake("target", line, words, "", target, "what the step shows")

    # ---------------------------------------------------------------------------------------

    def _worked_out(self, key: str, expression: Expression | None, names: Names) -> Number | None:
        if expression is None:
            return None
        return self._tried(key, lambda: expression.number(names))

    def _truth(self, key: str, expression: Expression, names: Names) -> bool | None:
        return self._tried(key, lambda: expression.truth(names))

    def _tried(self, key: str, made: Callable[[], Result]) -> Result | None:
        try:
            return made()
        except ExpressionError as error:
            field = key.partition(" ")[2]
            line = self.step.lines.get(key, self.step.line)
            self._mistake("expression", line, f"{field}: {error}", field, error.found)
            return None

    def _value(self, key: str, found: str, allowed: str) -> None:
        field = key.partition(" ")[2]
        line = self.step.lines.get(key, self.step.lines.get(key.partition(" ")[0], self.step.line))
        self._mistake("value", line, f"{field}: {found} is not possible", field, found, allowed)

    def _mistake(
        self, reason: str, line: int, words: str, field: str = "", found: str = "",
        allowed: str = "",
    ) -> None:  # fmt: skip
        self.note(LessonError(reason, line, words, field=field, found=found, allowed=allowed))


def _if_answered(prediction: Number | None) -> str:
    return "" if prediction is None else f" if the answer is {prediction}"
