"""The rules of the lessons that come with the program; a teacher's need not keep them."""

from __future__ import annotations

from collections.abc import Iterator

from core.lessons import prose
from core.lessons.errors import LessonError, quoted
from core.lessons.lesson import DO, Lesson
from core.lessons.lesson_file import LAST
from core.lessons.placeholders import literals

FEWEST_STEPS, MOST_STEPS = 3, 7


def house_rules(lesson: Lesson) -> list[LessonError]:
    """Return each breach: of how many steps there are, how they end, and how they are written."""
    breaches = [*_shape(lesson), *_prose(lesson)]
    name = lesson.path.name if lesson.path else ""
    return [error.named(name) for error in sorted(breaches, key=lambda error: error.line)]


def _shape(lesson: Lesson) -> Iterator[LessonError]:
    if lesson.order == LAST:
        yield _breach(0, "the file's name does not say the order", "07-mle.md")
    count = len(lesson.steps)
    if not FEWEST_STEPS <= count <= MOST_STEPS:
        yield _breach(0, f"a lesson of {count} steps", f"{FEWEST_STEPS} to {MOST_STEPS}")
    last = lesson.steps[-1]
    if last.question is None or last.question.kind != DO:
        yield _breach(last.line, "the last step asks nothing to do", "kind: do")


def _prose(lesson: Lesson) -> Iterator[LessonError]:
    texts = [(1, lesson.title), (1, lesson.about)]
    texts += [(step.line, step.title) for step in lesson.steps]
    texts += [(line, text) for step in lesson.steps for _part, line, text in step.words()]
    for line, text in texts:
        for offset, digits in literals(text):
            words = f"{quoted(digits)} is typed by hand"
            yield _breach(line + offset, words, "a placeholder, words, or a lone 0 or 1", digits)
        for offset, around in prose.open_emphasis(text):
            words = f"the stars in {quoted(around)} will be seen: they neither open nor close"
            yield _breach(line + offset, words, "", around)


def _breach(line: int, words: str, allowed: str, found: str = "") -> LessonError:
    return LessonError("house", line, words, found=found, allowed=allowed)
