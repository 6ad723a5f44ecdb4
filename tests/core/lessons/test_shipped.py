"""The lessons that come with the program: no mistake in them, and the same in both languages."""

from pathlib import Path

import pytest

from core.lessons.check import mistakes
from core.lessons.shelf import load

LESSONS = Path(__file__).resolve().parents[3] / "resources" / "lessons"
NAMES = sorted({path.name for path in LESSONS.glob("??/*.md")})


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_has_no_mistake_and_is_the_same_in_both_languages(name):
    paths = [LESSONS / language / name for language in ("ko", "en")]
    assert mistakes(paths) == []


@pytest.mark.parametrize("language", ["ko", "en"])
def test_all_lessons_are_on_the_shelf(language):
    shelf = load([LESSONS], language)
    assert shelf.errors == ()
    assert [lesson.path.name for lesson in shelf.lessons] == NAMES
