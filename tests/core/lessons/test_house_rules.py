"""The rules of the program's own lessons."""

from dataclasses import replace
from pathlib import Path

import pytest

from core.lessons.house_rules import house_rules
from tests.core.lessons.writing import CHOICE, DO, HEAD, NUMBER, PLACE, WHOLE, lesson_of


def test_a_lesson_that_keeps_them_has_no_breach():
    assert house_rules(lesson_of(WHOLE)) == []


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (HEAD + PLACE + DO, "07-mle.md", "a lesson of 2 steps; allowed: 3 to 7"),
        (HEAD + PLACE + DO + CHOICE, "07-mle.md", "the last step asks nothing to do"),
        (HEAD + PLACE + NUMBER + "## T\n```step\nid: a\n```\n", "07-mle.md", "asks nothing to do"),
        (WHOLE, "mle.md", "the file's name does not say the order; allowed: 07-mle.md"),
        (WHOLE.replace("A title", "A title of 12"), "07-mle.md", "line 1: '12' is typed by hand"),
        (WHOLE.replace("One line", "2 lines"), "07-mle.md", "line 1: '2' is typed by hand"),
        (WHOLE.replace("## Which", "## Which 2"), "07-mle.md", "'2' is typed by hand"),
        (WHOLE.replace("- [ ] That", "- [ ] 0.5"), "07-mle.md", "'0.5' is typed by hand"),
        (
            WHOLE.replace("A hint.", "**끝.**이"),
            "07-mle.md",
            "the stars in '**끝.**이'",
        ),
    ],
)
def test_each_breach_is_named(text, name, words):
    breaches = house_rules(lesson_of(text, name))
    assert any(words in str(error) for error in breaches), [str(error) for error in breaches]
    assert {error.reason for error in breaches} == {"house"}


def test_a_breach_says_its_line():
    text = WHOLE.replace("A hint.", "A\n\nhint of 25.")
    (error,) = house_rules(replace(lesson_of(text), path=Path("ko/07-mle.md")))
    assert text.split("\n")[error.line - 1] == "hint of 25."
    assert str(error).startswith(f"07-mle.md, line {error.line}: '25' is typed by hand; allowed: ")
