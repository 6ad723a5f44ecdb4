"""All lessons: which files count, in which order, and how two languages differ."""

import re

import pytest

from core.lessons import shelf
from tests.core.lessons import writing
from tests.core.lessons.writing import WHOLE, lesson_of


def write(folder, *names, text=WHOLE):
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_lessons_come_in_their_order(tmp_path):
    write(tmp_path, "ko/10-b.md", "ko/02-a.md", "own.md", "en/01-c.md", "ko/notes.txt")
    ko, en = shelf.load([tmp_path], "ko"), shelf.load([tmp_path], "en")
    assert [lesson.id for lesson in ko.lessons] == ["a", "b", "own"]
    assert [lesson.id for lesson in en.lessons] == ["c", "own"]
    assert ko.errors == en.errors == ()


def test_a_file_may_be_for_one_language_and_then_comes_first(tmp_path):
    write(tmp_path, "01-a.md", "01-a.ko.md", "02-b.en.md")
    ko, en = shelf.load([tmp_path], "ko"), shelf.load([tmp_path], "en")
    assert [lesson.path.name for lesson in ko.lessons] == ["01-a.ko.md"]
    assert [lesson.path.name for lesson in en.lessons] == ["01-a.md", "02-b.en.md"]


def test_a_folder_that_is_not_there_has_no_lessons(tmp_path):
    assert shelf.load([tmp_path / "nowhere"], "ko") == shelf.Shelf((), ())


def test_a_broken_file_is_an_error_and_the_others_are_there(tmp_path):
    write(tmp_path, "01-a.md", "03-c.md", ".hidden.md")
    write(tmp_path, "02-b.md", text=WHOLE.replace("pi: 0.42", "pi: 2"))
    (tmp_path / "04-d.md").mkdir()
    made = shelf.load([tmp_path], "ko")
    assert [lesson.id for lesson in made.lessons] == ["a", "c"]
    assert [error.name for error in made.errors] == ["02-b.md", "04-d.md"]


def test_of_two_lessons_with_one_id_the_first_counts(tmp_path):
    write(tmp_path / "one", "01-a.md")
    write(tmp_path / "two", "05-a.md")
    made = shelf.load([tmp_path / "one", tmp_path / "two"], "ko")
    assert [lesson.order for lesson in made.lessons] == [1]
    assert "05-a.md: there is a lesson with the id a already" in str(made.errors[0])
    assert made.errors[0].reason == "twice"


def test_a_folder_that_fails_is_an_error(tmp_path, monkeypatch):
    def fail(_path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("pathlib.Path.iterdir", fail)
    made = shelf.load([tmp_path], "ko")
    assert "the folder cannot be read: Permission denied" in str(made.errors[0])


def test_a_translation_has_the_same_steps():
    other = WHOLE.replace("Words.", "말.").replace("A title", "제목").replace("This {n}", "이것")
    assert shelf.same_steps(lesson_of(WHOLE), lesson_of(other)) == []


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("K = 700", "K = 701", r"where: .*700.* and .*701"),
        ("id: amount", "id: other", "steps: slope, amount, which, try and slope, other"),
        ("pi: 0.42", "pi: 0.43", "step slope: step pi: 0.42 and 0.43"),
        ("data: 1011011101", "data: 7/10", "step slope: step data: 1011011101 and 7/10"),
        ("formula: score", "formula: mle", "step slope: step formula: score and mle"),
        ("hide: optimum\n", "hide: optimum, values\n", "step slope: step hide"),
        ("light: mark:optimum", "light: mark:pi", "step slope: then light"),
        ("```then\npi: mle\nlight: mark:optimum\n```", "", "step slope: ```then in one only"),
        ("```solve\npi: mle", "```solve\npi: mle + 0", "step try: solve pi: mle and mle . 0"),
        ("### hint\nA hint.\n", "", "step slope: hint in one only"),
        ("within: 5 %", "within: 0.05", "step amount: relative: True and False"),
        ("answer: bce", "answer: mle", "step amount: answer: bce and mle"),
        ("- [ ] That", "- [ ] That\n- [ ] Both", "step which: options: 2 and 3"),
        ("- [x] This {n}\n- [ ] That", "- [ ] This {n}\n- [x] That", "right_option: 0 and 1"),
    ],
)
def test_other_differences_are_named(old, new, words):
    assert old in WHOLE
    found = shelf.same_steps(lesson_of(WHOLE), lesson_of(WHOLE.replace(old, new)))
    assert any(re.search(words, difference) for difference in found), found


def test_a_question_in_one_only_is_a_difference():
    told = writing.HEAD + "## T\n```step\nid: amount\n```\n"
    asked = writing.HEAD + writing.NUMBER
    found = shelf.same_steps(lesson_of(told), lesson_of(asked))
    assert "step amount: a question in one only" in found
    assert shelf.same_steps(lesson_of(told), lesson_of(told)) == []


def test_the_name_of_the_file_belongs_to_the_lesson():
    found = shelf.same_steps(lesson_of(WHOLE), lesson_of(WHOLE, "08-mle.md"))
    assert found == ["order: 7 and 8"]
