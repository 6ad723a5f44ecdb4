"""A lesson: steps of words, each with a state of the program, and most with a question."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import MappingProxyType

from core.lessons.errors import ExpressionError
from core.lessons.expression import Expression
from core.lessons.names import Names
from core.lessons.number import Number
from core.lessons.setting import Examples, Setting
from core.state import State

NUMBER, PLACE, CHOICE, DO = KINDS = ("number", "place", "choice", "do")
"""A number to type; a place on the π axis; one of several options; something to do."""

FORMULAS = (
    "pmf",
    "likelihood",
    "log-likelihood",
    "bce",
    "score",
    "mle",
    "information",
    "decomposition",
    "integral",
    "argmax",
    "logistic",
)
"""What can be shown in the formula's box."""

AFTER = ("right", "wrong", "reveal")
"""The parts of a step's words that are said when its question has been answered."""


@dataclass(frozen=True)
class Question:
    """What the learner is asked.

    Attributes:
        kind: one of `KINDS`.
        text: the question, with its placeholders.
        answer: of a number or a place: what is right; None of other kinds.
        within: how far from it is right still; None where only the answer itself is.
        relative: whether ``within`` is a part of the answer, and not a distance.
        options: the options of a choice, with their placeholders.
        right_option: which of them is right, from 0; None of other kinds.
        until: what is true when something to do is done; None of other kinds.
        claim: what makes the right option right; None for nothing to check.
    """

    kind: str
    text: str
    answer: Expression | None = None
    within: Expression | None = None
    relative: bool = False
    options: tuple[str, ...] = ()
    right_option: int | None = None
    until: Expression | None = None
    claim: Expression | None = None


@dataclass(frozen=True)
class Step:
    """A step of a lesson; its texts hold placeholders still.

    Attributes:
        id: unique in the lesson, the same in all languages.
        title: the heading, without placeholders.
        text: what it tells.
        setting: what it sets, in the state that the program starts with.
        question: what it asks; None for a step that only tells.
        hint: a hint; "" for none.
        right: what is said to a right answer; "" for nothing.
        wrong: what is said to a wrong one; "" for nothing.
        reveal: what is said after any answer; "" for nothing.
        then: what is set when the question has been answered; None for nothing.
        solve: what "Show me" sets; None but in something to do.
        line: the line of its heading in the file, from 1.
        lines: the line where each part begins, by its name ("text", "question", "hint" …) and
            where each key stands ("step pi", "ask until" …).
    """

    id: str
    title: str
    text: str
    setting: Setting
    question: Question | None = None
    hint: str = ""
    right: str = ""
    wrong: str = ""
    reveal: str = ""
    then: Setting | None = None
    solve: Setting | None = None
    line: int = field(default=0, compare=False)
    lines: Mapping[str, int] = field(
        default_factory=lambda: MappingProxyType({}), compare=False, repr=False
    )

    @property
    def formula(self) -> str:
        """The formula shown in its box, one of `FORMULAS`; "" for none."""
        return self.setting.formula or ""

    @property
    def tiles(self) -> bool:
        """Whether the strip of tiles is shown."""
        return bool(self.setting.tiles)

    @property
    def formula_after(self) -> str:
        """The formula shown once the question is answered."""
        after = None if self.then is None else self.then.formula
        return self.formula if after is None else after

    @property
    def model(self) -> Examples | None:
        """The examples that can be opened in the Model view; None for none."""
        return self.setting.model

    @property
    def model_after(self) -> Examples | None:
        """Those that can be opened once the question is answered."""
        after = None if self.then is None else self.then.model
        return self.model if after is None else after

    @property
    def tiles_after(self) -> bool:
        """Whether the tiles are shown once the question is answered."""
        after = None if self.then is None else self.then.tiles
        return self.tiles if after is None else after

    def words(self) -> list[tuple[str, int, str]]:
        """Return each part of its words as (part, line, text), each option by itself."""
        parts = [("text", self.text)]
        if self.question is not None:
            parts.append(("question", self.question.text))
        parts += [(part, getattr(self, part)) for part in ("hint", *AFTER)]
        found = [(part, self.lines.get(part, self.line), text) for part, text in parts if text]
        if self.question is not None:
            first = self.lines.get("options", self.line)
            options = enumerate(self.question.options)
            found += [("options", first + i, text) for i, text in options]
        return found


@dataclass(frozen=True)
class Lesson:
    """A lesson.

    Attributes:
        id: short name, from the file's name.
        order: its place among the lessons, from the file's name.
        title: what it is called.
        about: one line about it.
        where: its own names and their values.
        steps: at least one.
        path: the file that it comes from; None for one that comes from none.
    """

    id: str
    order: int
    title: str
    about: str
    where: tuple[tuple[str, Number], ...]
    steps: tuple[Step, ...]
    path: Path | None = field(default=None, compare=False)


def state_of(lesson: Lesson, step: Step) -> State:
    """Return the state that a step begins with, whatever was before it."""
    state = step.setting.applied(Names(State(), where=dict(lesson.where)))
    asks_place = step.question is not None and step.question.kind == PLACE
    return replace(state, stage=replace(state.stage, asks_place=asks_place))


def state_after(
    lesson: Lesson, step: Step, state: State | None = None, prediction: Number | None = None
) -> State:
    """Return the state once the question of a step is answered.

    What the step hid is shown again, unless its ``then`` says what to hide, and what that says of
    other things is set; all else is as it was.

    Args:
        lesson: the lesson.
        step: its step.
        state: the present state, with what the learner changed; None for the step's own.
        prediction: what was answered; None for the place that the state's stage has, if any.
    """
    start = state_of(lesson, step)
    if state is None:
        return _answered(lesson, step, start, start, prediction)
    try:
        return _answered(lesson, step, start, state, prediction)
    except ExpressionError:  # the learner took away all observations, say
        return _answered(lesson, step, start, start, prediction)


def _answered(
    lesson: Lesson, step: Step, start: State, now: State, prediction: Number | None
) -> State:
    shown = replace(now, stage=replace(now.stage, asks_place=False, hidden=frozenset()))
    if step.then is None:
        return shown
    return step.then.applied(_names(lesson, start, shown, prediction))


def solved(lesson: Lesson, step: Step, state: State | None = None) -> State:
    """Return a state in which what a step asks to do is done.

    Args:
        lesson: the lesson.
        step: its step.
        state: the present state; what the solution does not set stays, if it can be solved so.

    Raises:
        ValueError: if the step has nothing to do.
    """
    if step.solve is None or step.question is None or step.question.until is None:
        raise ValueError(f"step {step.id!r} asks nothing to do")
    start = state_of(lesson, step)
    if state is not None:
        with suppress(ExpressionError):
            solution = step.solve.applied(_names(lesson, start, state, None))
            if step.question.until.truth(_names(lesson, start, solution, None)):
                return solution
    return step.solve.applied(_names(lesson, start, start, None))


def names_before(lesson: Lesson, step: Step, state: State | None = None) -> Names:
    """Return the names for a step's text, question, hint and options.

    Args:
        lesson: the lesson.
        step: its step.
        state: the state that they are about, for what is to be done; None for the step's own.
    """
    start = state_of(lesson, step)
    return _names(lesson, start, start if state is None else state, None)


def names_after(
    lesson: Lesson, step: Step, prediction: Number | None = None, state: State | None = None
) -> Names:
    """Return the names for what is said after an answer, in the state that the step then sets.

    Args:
        lesson: the lesson.
        step: its step.
        prediction: what was answered, where it is a number or a place.
        state: the state when it was answered, where what was done is to count; None for the
            step's own, or the solution of something to do.
    """
    if state is None and step.solve is not None:
        state = solved(lesson, step)
    after = state_after(lesson, step, state, prediction)
    return _names(lesson, state_of(lesson, step), after, prediction)


def _names(lesson: Lesson, start: State, state: State, prediction: Number | None) -> Names:
    answered = state.stage.prediction if prediction is None else prediction
    return Names(state, start, dict(lesson.where), answered)
