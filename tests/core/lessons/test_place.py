"""Where in the lessons, in writing."""

import pytest

from core.lessons.place import place_of


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("mle", ("mle", 0)),
        ("mle:1", ("mle", 0)),
        ("how-sure:12", ("how-sure", 11)),
        ("7:3", ("7", 2)),
    ],
)
def test_a_lesson_and_its_step_are_read(text, place):
    assert place_of(text) == place


@pytest.mark.parametrize(
    "text",
    ["", ":", "mle:", "mle:0", "mle:²", "mle:①", "mle:-1", "MLE", "mle:" + "9" * 5000, "a b"],
)
def test_anything_else_is_no_place(text):
    assert place_of(text) is None
