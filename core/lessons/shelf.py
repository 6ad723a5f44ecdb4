"""All lessons that there are: those of the program, and a teacher's own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from core.lessons.errors import LessonError
from core.lessons.lesson import AFTER, Lesson, Question, Step
from core.lessons.lesson_file import load as load_lesson

_LANGUAGE = re.compile(r"(.*)\.([a-z]{2})\.md")


@dataclass(frozen=True)
class Shelf:
    """The lessons in one language.

    Attributes:
        lessons: in their order.
        errors: what is wrong with the files that are no lessons.
    """

    lessons: tuple[Lesson, ...]
    errors: tuple[LessonError, ...]


def load(folders: Iterable[Path], language: str) -> Shelf:
    """Read all lessons in some folders.

    In each folder those files count that end in ``.md``, and those in its subfolder named as the
    language is; ``x.ko.md`` is in Korean, and in that language comes before ``x.md``. Of two
    lessons with the same id the first counts.

    Args:
        folders: the folders; one that is not there has no lessons.
        language: "ko" or "en".
    """
    lessons: dict[str, Lesson] = {}
    errors: list[LessonError] = []
    for folder in folders:
        try:
            paths = list(_files(folder, language))
        except OSError as error:
            why = error.strerror or str(error)
            words = f"the folder cannot be read: {why}"
            errors.append(LessonError("file", 0, words, name=folder.name, found=why))
            continue
        for path in paths:
            try:
                lesson = load_lesson(path)
            except LessonError as error:
                errors.append(error)
                continue
            if lesson.id in lessons:
                words = f"there is a lesson with the id {lesson.id} already"
                twice = LessonError("twice", 0, words, name=path.name, field="id", found=lesson.id)
                errors.append(twice)
            else:
                lessons[lesson.id] = lesson
    ordered = sorted(lessons.values(), key=lambda lesson: (lesson.order, lesson.id))
    return Shelf(tuple(ordered), tuple(errors))


def same_steps(a: Lesson, b: Lesson) -> list[str]:
    """Return how two lessons differ in anything but their words, in words."""
    found = [
        f"{name}: {getattr(a, name)} and {getattr(b, name)}"
        for name in ("id", "order", "where")
        if getattr(a, name) != getattr(b, name)
    ]
    ids = [[step.id for step in lesson.steps] for lesson in (a, b)]
    if ids[0] != ids[1]:
        found.append(f"steps: {', '.join(ids[0])} and {', '.join(ids[1])}")
        return found
    for one, other in zip(a.steps, b.steps, strict=True):
        found += [f"step {one.id}: {words}" for words in _differences(one, other)]
    return found


def _files(folder: Path, language: str) -> Iterator[Path]:
    if not folder.is_dir():
        return
    here = {path.name: path for path in sorted(folder.iterdir()) if _is_lesson(path)}
    within = folder / language
    if within.is_dir():
        here |= {path.name: path for path in sorted(within.iterdir()) if _is_lesson(path)}
    special = {}
    for name in list(here):
        match = _LANGUAGE.fullmatch(name)
        if match is not None:
            path = here.pop(name)
            if match[2] == language:
                special[f"{match[1]}.md"] = path
    here |= special
    yield from (here[name] for name in sorted(here))


def _is_lesson(path: Path) -> bool:
    return path.suffix == ".md" and not path.name.startswith(".")


def _differences(one: Step, other: Step) -> Iterator[str]:
    for name in ("setting", "then", "solve"):
        first, second = getattr(one, name), getattr(other, name)
        if first != second:
            yield from _fields(name, first, second)
    for part in ("text", "hint", *AFTER):
        if bool(getattr(one, part)) is not bool(getattr(other, part)):
            yield f"{part} in one only"
    if one.question is None or other.question is None:
        if one.question is not other.question:
            yield "a question in one only"
    else:
        yield from _question(one.question, other.question)


def _question(one: Question, other: Question) -> Iterator[str]:
    for name in ("kind", "answer", "within", "relative", "right_option", "until", "claim"):
        if getattr(one, name) != getattr(other, name):
            yield f"{name}: {_shown(getattr(one, name))} and {_shown(getattr(other, name))}"
    if len(one.options) != len(other.options):
        yield f"options: {len(one.options)} and {len(other.options)}"


def _fields(name: str, one: object, other: object) -> Iterator[str]:
    if one is None or other is None:
        yield f"```{name} in one only"
        return
    fence = "step" if name == "setting" else name
    for key in vars(one):
        first, second = getattr(one, key), getattr(other, key)
        if first != second:
            yield f"{fence} {key}: {_shown(first)} and {_shown(second)}"


def _shown(value: object) -> str:
    return str(getattr(value, "text", value))
