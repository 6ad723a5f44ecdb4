"""How far a learner is, and the text that keeps it."""

import json
import math
from decimal import Decimal

import pytest

from core.lessons.progress import (
    FORMAT,
    MOST_CHARACTERS,
    Answer,
    LessonProgress,
    Progress,
    from_text,
    to_text,
)

SOME = (
    Progress()
    .reached("mle", 2)
    .answered("mle", "slope", right=True, given=0.7)
    .answered("mle", "try", right=False)
    .reached("loss", 0)
    .finished("loss")
)


def test_nothing_is_reached_at_first():
    assert Progress().of("mle") == LessonProgress()
    assert dict(Progress().lessons) == {}


def test_what_is_reached_stays_reached():
    assert SOME.reached("mle", 1).of("mle").step == 2
    assert SOME.reached("mle", 4).of("mle").step == 4
    assert SOME.of("loss").done
    assert not SOME.of("mle").done


def test_the_last_answer_counts():
    assert SOME.of("mle").answers["slope"] == Answer(True, 0.7)
    again = SOME.answered("mle", "slope", right=False, given=0.1)
    assert again.of("mle").answers["slope"] == Answer(False, 0.1)
    assert SOME.of("mle").answers["slope"].right


def test_it_never_changes():
    with pytest.raises(TypeError):
        SOME.lessons["x"] = LessonProgress()
    with pytest.raises(TypeError):
        SOME.of("mle").answers["x"] = Answer(True)


@pytest.mark.parametrize(
    "given", [None, 0, 3, 0.1, 1e-300, math.inf, -math.inf, Decimal("8.7E-603"), 10**20]
)
def test_every_answer_comes_back_from_the_text(given):
    progress = SOME.answered("동전", "one", right=True, given=given)
    back = from_text(to_text(progress))
    assert back == progress
    assert type(back.of("동전").answers["one"].given) is type(given)


def test_equal_progress_gives_the_same_text():
    other = Progress().finished("loss").reached("mle", 2)
    other = other.answered("mle", "try", right=False)
    other = other.answered("mle", "slope", right=True, given=0.7)
    assert to_text(other) == to_text(SOME)


def changed(*path, to):
    """The text with something else at a place."""
    document = json.loads(to_text(SOME))
    place = document
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = to
    return json.dumps(document)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nonsense",
        "[]",
        "null",
        "{}",
        to_text(SOME)[:-1],
        to_text(SOME).replace('"done"', '"don"'),
        to_text(SOME) + " " * MOST_CHARACTERS,
        "[" * 1000,
        changed("format", to="x"),
        changed("version", to=2),
        changed("more", to=1),
        changed("lessons", to=[]),
        changed("lessons", "mle", to=3),
        changed("lessons", "mle", "step", to=-1),
        changed("lessons", "mle", "step", to=True),
        changed("lessons", "mle", "step", to=1.5),
        changed("lessons", "mle", "step", to=10**30),
        changed("lessons", "mle", "done", to=1),
        changed("lessons", "mle", "answers", to=None),
        changed("lessons", "mle", "answers", "slope", "right", to="yes"),
        changed("lessons", "mle", "answers", "slope", "given", to="x"),
        changed("lessons", "mle", "answers", "slope", "given", to="sNaN"),
        changed("lessons", "mle", "answers", "slope", "given", to="NaN"),
        changed("lessons", "mle", "answers", "slope", "given", to="Infinity"),
        changed("lessons", "mle", "answers", "slope", "given", to=True),
        changed("lessons", "mle", "answers", "slope", "given", to=[1]),
        to_text(SOME).replace("0.7", "1e999"),
    ],
)
def test_anything_else_is_read_as_nothing(text):
    assert from_text(text) == Progress()


def test_the_text_says_what_it_is():
    document = json.loads(to_text(Progress()))
    assert document == {"format": FORMAT, "version": 1, "lessons": {}}
