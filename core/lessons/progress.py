"""How far a learner is: an immutable value, and a small text that keeps it."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, DecimalException
from types import MappingProxyType
from typing import Any

from core import _strict_json
from core.lessons.number import WIDE, Number, is_infinite, settled

FORMAT = "bernoulli-lab-progress"
VERSION = 1

MOST_CHARACTERS = 2**20
"""The longest text that is read."""

_MOST_STEPS = 1000


@dataclass(frozen=True)
class Answer:
    """An answer that was given.

    Attributes:
        right: whether it was right.
        given: the number, the place, or the option from 0; None for something done, or shown.
    """

    right: bool
    given: Number | None = None


@dataclass(frozen=True)
class LessonProgress:
    """How far a learner is in one lesson.

    Attributes:
        step: the furthest step that was reached, from 0.
        answers: what was answered, by the id of the step.
        done: whether the lesson was finished.
    """

    step: int = 0
    answers: Mapping[str, Answer] = field(default_factory=lambda: MappingProxyType({}))
    done: bool = False


NOTHING = LessonProgress()


@dataclass(frozen=True)
class Progress:
    """How far a learner is in all lessons; every change gives a new value.

    Attributes:
        lessons: by the lesson's id.
    """

    lessons: Mapping[str, LessonProgress] = field(default_factory=lambda: MappingProxyType({}))

    def of(self, lesson: str) -> LessonProgress:
        """Return how far the learner is in a lesson."""
        return self.lessons.get(lesson, NOTHING)

    def reached(self, lesson: str, step: int) -> Progress:
        """Return this with a step, from 0, reached; the furthest stays."""
        now = self.of(lesson)
        return self._with(lesson, replace(now, step=max(now.step, step)))

    def answered(
        self, lesson: str, step: str, *, right: bool, given: Number | None = None
    ) -> Progress:
        """Return this with the question of a step, named by its id, answered; the last counts."""
        now = self.of(lesson)
        answers = {**now.answers, step: Answer(right, given)}
        return self._with(lesson, replace(now, answers=MappingProxyType(answers)))

    def finished(self, lesson: str) -> Progress:
        """Return this with a lesson done."""
        return self._with(lesson, replace(self.of(lesson), done=True))

    def _with(self, lesson: str, one: LessonProgress) -> Progress:
        return Progress(MappingProxyType({**self.lessons, lesson: one}))


def to_text(progress: Progress) -> str:
    """Write it down; equal progress gives the same text."""
    lessons = {
        name: {
            "step": one.step,
            "done": one.done,
            "answers": {
                step: {"right": answer.right, "given": _written(answer.given)}
                for step, answer in sorted(one.answers.items())
            },
        }
        for name, one in sorted(progress.lessons.items())
    }
    document = {"format": FORMAT, "version": VERSION, "lessons": lessons}
    return json.dumps(document, allow_nan=False, separators=(",", ":"))


def from_text(text: str) -> Progress:
    """Read what `to_text` wrote; anything else is read as nothing reached."""
    if len(text) > MOST_CHARACTERS:
        return Progress()
    try:
        document = _object(_strict_json.parse(text), "format", "version", "lessons")
        if document["format"] != FORMAT or document["version"] != VERSION:
            return Progress()
        lessons = {
            name: _lesson(_object(value, "step", "done", "answers"))
            for name, value in _mapping(document["lessons"]).items()
        }
    except (_strict_json.JsonError, ValueError):
        return Progress()
    return Progress(MappingProxyType(lessons))


def _written(given: Number | None) -> int | float | str | None:
    """A number as JSON has it, and as a string where that has none."""
    if isinstance(given, Decimal) or (given is not None and is_infinite(given)):
        return str(given)
    return given


def _lesson(fields: dict[str, Any]) -> LessonProgress:
    answers = {
        step: _answer(_object(value, "right", "given"))
        for step, value in _mapping(fields["answers"]).items()
    }
    step = fields["step"]
    _require(isinstance(step, int) and not isinstance(step, bool) and 0 <= step < _MOST_STEPS)
    return LessonProgress(step, MappingProxyType(answers), _truth(fields["done"]))


def _answer(fields: dict[str, Any]) -> Answer:
    return Answer(_truth(fields["right"]), _given(fields["given"]))


def _truth(value: Any) -> bool:
    _require(isinstance(value, bool))
    return bool(value)


def _given(value: Any) -> Number | None:
    if value is None:
        return None
    if isinstance(value, str):
        if value in {"inf", "-inf"}:
            return float(value)
        try:
            number = WIDE.create_decimal(value)
        except DecimalException:
            raise ValueError(value) from None
        _require(number.is_finite())
        return settled(number)
    _require(isinstance(value, (int, float)) and not isinstance(value, bool))
    _require(isinstance(value, int) or math.isfinite(value))
    return settled(value)


def _mapping(value: Any) -> dict[str, Any]:
    _require(isinstance(value, dict))
    found: dict[str, Any] = value
    return found


def _object(value: Any, *names: str) -> dict[str, Any]:
    found = _mapping(value)
    _require(found.keys() == set(names))
    return found


def _require(condition: bool) -> None:
    if not condition:
        raise ValueError
