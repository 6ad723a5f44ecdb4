"""What is wrong with an answer or a file, in the words of the window."""

import inspect
import re

import pytest

from core.lessons import errors
from core.lessons.answers import AnswerError, parse_number, parse_place
from core.lessons.errors import LessonError
from gui import i18n
from gui.lessons.wording import explain_answer, explain_lesson
from tests.helpers import HANGUL

pytestmark = pytest.mark.usefixtures("look_of_the_start")

REASONS = sorted(set(re.findall(r'"([a-z]+)"', inspect.getdoc(errors.LessonError))) - {""})


def complaint(read, text):
    with pytest.raises(AnswerError) as caught:
        read(text)
    return explain_answer(caught.value)


@pytest.mark.parametrize(
    ("read", "text"),
    [(parse_number, ""), (parse_number, "seven"), (parse_number, "1/0"), (parse_place, "7")],
)
def test_a_bad_answer_is_explained_in_both_languages(read, text):
    english = complaint(read, text)
    assert text in english
    assert not HANGUL.search(english)
    i18n.set_language("ko")
    assert HANGUL.search(complaint(read, text))


def test_the_reasons_are_those_of_the_core():
    assert {"file", "form", "claim", "until", "house"} <= set(REASONS)
    assert len(REASONS) >= 17


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("reason", REASONS)
def test_each_mistake_in_a_lesson_is_explained_with_its_place(reason, code):
    i18n.set_language(code)
    error = LessonError(
        reason, 12, "some words", name="07-mle.md", field="pi", found="'x'", allowed="a number"
    )
    text = explain_lesson(error)
    assert text.startswith("07-mle.md, ")
    assert "12" in text
    assert "a number" in text
    assert text.endswith(".")
    assert bool(HANGUL.search(text)) is (code == "ko")


def test_a_mistake_of_a_whole_file_names_no_line():
    error = LessonError("size", 0, "too large", name="x.md")
    assert explain_lesson(error) == "x.md: the file is too large for a lesson."
