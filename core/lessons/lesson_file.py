"""A lesson's file to a `Lesson`: each mistake in it with its line, and what may stand there."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from core.lessons import expression
from core.lessons.errors import ExpressionError, LessonError, quoted
from core.lessons.expression import Expression
from core.lessons.functions import FUNCTIONS
from core.lessons.keys import bad_expression, read_expression, read_setting, unknown_key
from core.lessons.lesson import CHOICE, DO, KINDS, NUMBER, PLACE, Lesson, Question, Step
from core.lessons.names import NAMES, Names
from core.lessons.number import Number
from core.lessons.outline import Entry, Fence, Note, Outline, Section, StepOutline, read_outline
from core.lessons.sense import check
from core.lessons.setting import Setting
from core.state import State

MAX_LESSON_BYTES = 256 * 2**10
"""The largest file that is read as a lesson: 256 KiB."""

LAST = 1000
"""The order of a lesson whose name does not say it: behind the others."""

_NAME = re.compile(r"(?:([0-9]{1,3})-)?([^\W_]+(?:[-_][^\W_]+)*)(?:\.[a-z]{2})?\.md")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_OWN_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_HEAD = ("lesson", "about", "where")
_ASK = {
    NUMBER: ("kind", "answer", "within"),
    PLACE: ("kind", "answer", "within"),
    CHOICE: ("kind", "claim"),
    DO: ("kind", "until"),
}
_COMMA = re.compile(r",(?![^()]*\))")
_PERCENT = re.compile(r"(.*?)\s*%")


def parse(text: str, name: str) -> Lesson:
    """Read a lesson.

    Args:
        text: what the file holds.
        name: the file's name, "07-mle.md", which says the order and the id.

    Raises:
        LessonError: for the first mistake in it.
    """
    lesson, mistakes = read(text, name)
    if mistakes or lesson is None:
        raise mistakes[0]
    return lesson


def read(text: str, name: str) -> tuple[Lesson | None, list[LessonError]]:
    """Read a lesson, and find all mistakes in it, in the order of their lines.

    Args:
        text: what the file holds.
        name: the file's name.

    Returns:
        The lesson, as far as it could be read, and None if there is none; the mistakes.
    """
    mistakes: list[LessonError] = []
    lesson = None
    if len(text.encode("utf-8", "surrogatepass")) > MAX_LESSON_BYTES:
        mistakes.append(_too_large())
    else:
        lesson = _Reader(name, mistakes.append).lesson(text.removeprefix("\ufeff"))
        if lesson is not None:
            check(lesson, mistakes.append)
    found = {(error.line, error.words): error for error in mistakes}
    ordered = sorted(found.values(), key=lambda error: error.line)
    return lesson, [error.named(name) for error in ordered]


def load(path: Path) -> Lesson:
    """Read a lesson from a file.

    Raises:
        LessonError: if it cannot be read, or for the first mistake in it.
    """
    lesson, mistakes = read_file(path)
    if mistakes or lesson is None:
        raise mistakes[0]
    return lesson


def read_file(path: Path) -> tuple[Lesson | None, list[LessonError]]:
    """Read a lesson from a file, and find all mistakes in it."""
    try:
        # A pipe would be waited for, a device has no end.
        is_file = path.is_file() or not path.exists()
        data = _beginning(path) if is_file else None
    except OSError as error:
        return None, [_unreadable(path, error.strerror or str(error))]
    if data is None:
        return None, [_unreadable(path, "it is not a file")]
    if len(data) > MAX_LESSON_BYTES:
        return None, [_too_large().named(path.name)]
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        words = "the file is not text in UTF-8"
        return None, [LessonError("encoding", line, words, name=path.name)]
    lesson, mistakes = read(text, path.name)
    return None if lesson is None else replace(lesson, path=path), mistakes


def _beginning(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_LESSON_BYTES + 1)


def _unreadable(path: Path, why: str) -> LessonError:
    words = f"the file cannot be read: {why}"
    return LessonError("file", 0, words, name=path.name, found=why)


def _too_large() -> LessonError:
    return LessonError("size", 0, f"a lesson has at most {MAX_LESSON_BYTES // 2**10} KiB")


class _Reader:
    """Builds a lesson from its outline; what is wrong is noted."""

    def __init__(self, name: str, note: Note) -> None:
        self._name, self._note = name, note
        self._where: Mapping[str, Number] = {}

    def lesson(self, text: str) -> Lesson | None:
        match = _NAME.fullmatch(self._name)
        if match is None:
            self._note(
                LessonError("name", 0, f"{quoted(self._name)} is not the name of a lesson's file",
                            found=self._name, allowed="07-mle.md, an order and an id")
            )  # fmt: skip
        outline = read_outline(text, self._note)
        title, about = self._head(outline)
        steps = [step for step in map(self._step, outline.steps) if step is not None]
        if not outline.steps:
            self._note(LessonError("missing", 0, "there is no step", found="## and a title"))
        known: set[str] = set()
        for step in steps:
            if step.id and step.id in known:
                self._twice(step)
            known.add(step.id)
        if match is None or not steps:
            return None
        order = int(match[1]) if match[1] else LAST
        return Lesson(match[2], order, title, about, tuple(self._where.items()), tuple(steps))

    def _twice(self, step: Step) -> None:
        words = f"two steps have the id {step.id}"
        line = step.lines["step id"]
        self._note(LessonError("twice", line, words, field="id", found=step.id))

    def _head(self, outline: Outline) -> tuple[str, str]:
        entries = {entry.key: entry for entry in outline.head}
        for entry in outline.head:
            if entry.key not in _HEAD:
                self._note(unknown_key(entry, _HEAD))
        for key in ("lesson", "about"):
            if key not in entries or not entries[key].value:
                line = entries[key].line if key in entries else 1
                self._missing(key, "the head", line)
        if "where" in entries:
            self._own_names(entries["where"])
        title, about = (entries[key].value if key in entries else "" for key in _HEAD[:2])
        return title, about

    def _own_names(self, entry: Entry) -> None:
        values: dict[str, Number] = {}
        for part in _COMMA.split(entry.value) if entry.value else ():
            name, equals, text = (side.strip() for side in part.partition("="))
            if not equals or _OWN_NAME.fullmatch(name) is None:
                self._value("where", entry.line, part.strip(), "K = 700, N = 1000")
            elif name in NAMES or name in FUNCTIONS or name in values:
                self._value("where", entry.line, name, "a name that is not taken")
            else:
                try:
                    made = expression.parse(text, values)
                    _stands_alone(made)
                    values[name] = made.number(Names(State(), where=values))
                except ExpressionError as error:
                    self._note(bad_expression("where", entry.line, error))
        self._where = values

    def _step(self, outline: StepOutline) -> Step | None:
        first = outline.sections[0]
        fence = first.fence("step")
        if fence is None:
            words = f"the step {quoted(outline.title)} does not begin with ```step"
            self._note(LessonError("missing", outline.line, words, found="```step"))
            return None
        places = {"text": first.text_line}
        identity = self._id(fence)
        setting = self._setting(fence, places)
        texts = {}
        for name in ("hint", "right", "wrong", "reveal"):
            section = outline.section(name)
            texts[name] = "" if section is None else section.text
            places[name] = outline.line if section is None else section.text_line
        predict, reveal = outline.section("predict"), outline.section("reveal")
        then = None if reveal is None else reveal.fence("then")
        question = None if predict is None else self._question(predict, places)
        solve = None if predict is None else predict.fence("solve")
        if question is not None:
            self._solve_belongs(question, solve, outline.line)
        return Step(
            id=identity,
            title=outline.title,
            text=first.text,
            setting=setting,
            question=question,
            then=None if then is None else self._setting(then, places),
            solve=self._solution(question, solve, places),
            line=outline.line,
            lines=MappingProxyType(places),
            **texts,
        )

    def _id(self, fence: Fence) -> str:
        entry = next((entry for entry in fence.entries if entry.key == "id"), None)
        if entry is None:
            self._missing("id", "```step", fence.line)
            return ""
        if _ID.fullmatch(entry.value) is None:
            self._value("id", entry.line, entry.value, "small letters, digits and hyphens")
        return entry.value

    def _setting(self, fence: Fence, places: dict[str, int]) -> Setting:
        self._note_places(fence, places)
        entries = [entry for entry in fence.entries if fence.kind != "step" or entry.key != "id"]
        return read_setting(entries, self._where, self._note)

    def _solution(
        self, question: Question | None, solve: Fence | None, places: dict[str, int]
    ) -> Setting | None:
        """The solution of something to do; there is none of what has not been understood."""
        if solve is None:
            return None
        setting = self._setting(solve, places)
        return None if question is None or question.until is None else setting

    def _note_places(self, fence: Fence, places: dict[str, int]) -> None:
        places[fence.kind] = fence.line
        places.update({f"{fence.kind} {entry.key}": entry.line for entry in fence.entries})

    def _question(self, predict: Section, places: dict[str, int]) -> Question | None:
        fence = predict.fence("ask")
        if fence is None:
            words = "### predict does not begin with ```ask"
            self._note(LessonError("missing", predict.line, words, found="```ask"))
            return None
        self._note_places(fence, places)
        places["question"] = predict.text_line
        if predict.options:
            places["options"] = predict.options[0].line
        entries = {entry.key: entry for entry in fence.entries}
        if "kind" not in entries:
            self._missing("kind", "```ask", fence.line)
            return None
        kind = entries["kind"].value
        if kind not in KINDS:
            self._value("kind", entries["kind"].line, kind, ", ".join(KINDS))
            return None
        for entry in fence.entries:
            if entry.key not in _ASK[kind]:
                self._note(unknown_key(entry, _ASK[kind]))
        for key in ("answer", "until"):
            if key in _ASK[kind] and key not in entries:
                self._missing(key, f"```ask of a {kind}", fence.line)
        if not predict.text:
            self._missing("the question", "### predict", predict.line)
        within, relative = self._within(entries.get("within"))
        return Question(
            kind=kind,
            text=predict.text,
            answer=self._expression(entries.get("answer")),
            within=within,
            relative=relative,
            options=tuple(option.text for option in predict.options),
            right_option=self._right_option(kind, predict),
            until=self._expression(entries.get("until")),
            claim=self._expression(entries.get("claim")),
        )

    def _expression(self, entry: Entry | None) -> Expression | None:
        return None if entry is None else read_expression(entry, self._where, self._note)

    def _within(self, entry: Entry | None) -> tuple[Expression | None, bool]:
        if entry is None:
            return None, False
        percent = _PERCENT.fullmatch(entry.value)
        if percent is None:
            return self._expression(entry), False
        part = Entry(entry.key, f"({percent[1]}) / 100", entry.line)
        return self._expression(part), True

    def _right_option(self, kind: str, predict: Section) -> int | None:
        options = predict.options
        right = [i for i, option in enumerate(options) if option.right]
        line = options[0].line if options else predict.line
        if kind != CHOICE:
            if options:
                self._options(line, f"a question of kind {kind} has no options", len(options))
            return None
        if not 2 <= len(options) <= 4:
            self._options(line, f"a choice of {len(options)}", len(options))
        for option in options:
            if not option.text:
                self._options(option.line, "an option without words", 0)
        if len({option.text for option in options}) < len(options):
            self._options(line, "two options are the same", len(options))
        if not right:
            self._options(line, "no option is right", 0, "one - [x]")
            return None
        if len(right) > 1:
            self._options(options[right[1]].line, f"{len(right)} options are right", len(right),
                          "one - [x]")  # fmt: skip
        return right[0]

    def _options(
        self, line: int, words: str, count: int, allowed: str = "two to four options"
    ) -> None:
        self._note(LessonError("options", line, words, found=str(count), allowed=allowed))

    def _solve_belongs(self, question: Question, solve: Fence | None, line: int) -> None:
        if question.kind == DO and solve is None:
            self._missing("```solve", "### predict of something to do", line)
        if question.kind != DO and solve is not None:
            words = f"a question of kind {question.kind} has no ```solve"
            self._note(LessonError("form", solve.line, words, found="```solve"))

    def _missing(self, found: str, field: str, line: int) -> None:
        words = f"{found} is missing in {field}"
        self._note(LessonError("missing", line, words, field=field, found=found))

    def _value(self, field: str, line: int, found: str, allowed: str) -> None:
        words = f"{field}: {quoted(found)} is not possible"
        self._note(LessonError("value", line, words, field=field, found=found, allowed=allowed))


def _stands_alone(made: Expression) -> None:
    """Refuse an expression about a state where there is none."""
    taken = [name for name in sorted(made.names) if name in NAMES]
    if taken and taken != ["inf"]:
        raise ExpressionError("name", f"{taken[0]} is a name of the steps", taken[0])
