"""A lesson's file: what it becomes, and each mistake in it with its line."""

import os
import random

import pytest

from core.lessons import lesson_file
from core.lessons.errors import LessonError
from core.lessons.lesson import Lesson
from core.lessons.lesson_file import LAST, MAX_LESSON_BYTES
from core.stage import PLOTS
from tests.core.lessons import writing
from tests.core.lessons.writing import (
    CHOICE,
    DO,
    HEAD,
    NUMBER,
    PLACE,
    WHOLE,
    lesson_of,
    mistakes_of,
)


def mistake_of(text, name="07-mle.md"):
    """The only mistake of a text."""
    _lesson, mistakes = lesson_file.read(text, name)
    assert len(mistakes) == 1, [str(error) for error in mistakes]
    return mistakes[0]


def changed(text, old, new):
    """A text in which something else stands once, and the line where that begins."""
    assert text.count(old) == 1, old
    return text.replace(old, new), text[: text.index(old)].count("\n") + 1


def test_a_lesson_is_read():
    lesson = lesson_of(WHOLE)
    assert (lesson.id, lesson.order, lesson.title, lesson.about) == (
        "mle", 7, "A title", "One line",
    )  # fmt: skip
    assert lesson.where == (("K", 700), ("N", 1000))
    assert [step.id for step in lesson.steps] == ["slope", "amount", "which", "try"]
    place, number, choice, do = (step.question for step in lesson.steps)
    assert (place.kind, place.answer.text, place.within.text) == ("place", "mle", "0.02")
    assert not place.relative
    assert (number.kind, number.relative) == ("number", True)
    assert (choice.options, choice.right_option) == (("This {n}", "That"), 0)
    assert do.until.text == "kl < 0.01"
    step = lesson.steps[0]
    assert (step.title, step.hint, step.right) == (
        "Where is the top", "A hint.", "You said {prediction}.",
    )  # fmt: skip
    assert step.question.text == "{n} observations. Where?"
    assert step.then.light == "mark:optimum"


def test_ends_of_lines_and_a_mark_at_the_beginning_do_not_matter():
    wanted = lesson_of(WHOLE)
    assert lesson_of("\ufeff" + WHOLE.replace("\n", "\r\n")) == wanted
    assert lesson_of("\n" + WHOLE.replace("\n", "\r")) == wanted


def test_the_name_says_the_order_and_the_id():
    assert lesson_of(WHOLE, "12-how-sure.ko.md").id == "how-sure"
    assert lesson_of(WHOLE, "12-how-sure.ko.md").order == 12
    assert (lesson_of(WHOLE, "동전.md").id, lesson_of(WHOLE, "동전.md").order) == ("동전", LAST)


def test_a_name_of_the_lesson_may_use_those_before_it():
    text = WHOLE.replace("K = 700, N = 1000", "K = 700, N = max(K, 3), M = N / 2, J = inf")
    assert dict(lesson_of(text).where)["M"] == 350
    assert lesson_of(WHOLE.replace("where: K = 700, N = 1000", "where:")).where == ()
    assert lesson_of(WHOLE.replace("where: K = 700, N = 1000\n", "")).where == ()


def test_a_step_may_only_tell():
    lesson = lesson_of(HEAD + "## Title\n```step\nid: a\n```\n")
    assert lesson.steps[0].question is None
    assert lesson.steps[0].text == ""


def test_the_message_is_that_of_the_contract():
    text, line = changed(WHOLE, "plots: likelihood, bce", "plots: likelyhood")
    error = mistake_of(text)
    assert str(error) == (
        f"07-mle.md, line {line}: plots: 'likelyhood' is not a plot; allowed: {', '.join(PLOTS)}"
    )
    assert (error.reason, error.field, error.found) == ("value", "plots", "likelyhood")


@pytest.mark.parametrize(
    ("old", "new", "reason", "words"),
    [
        # the head
        ("lesson: A title", "title: A title", "key", "'title' is not a key here; allowed: lesson"),
        ("lesson: A title", "lesson:", "missing", "lesson is missing in the head"),
        ("about: One line\n", "", "missing", "about is missing in the head"),
        ("about: One line", "about", "form", "'about' is not a key and its value"),
        ("about: One line", "about: a\nabout: b", "twice", "'about' is given twice"),
        ("K = 700", "K 700", "value", "where: 'K 700' is not possible; allowed: K = 700"),
        ("K = 700", "2K = 700", "value", "is not possible"),
        ("K = 700", "π = 700", "value", "is not possible"),
        ("K = 700", "pi = 700", "value", "'pi' is not possible; allowed: a name that is not"),
        ("K = 700", "log = 700", "value", "a name that is not taken"),
        ("K = 700", "N = 700", "value", "'N' is not possible"),
        ("K = 700", "K = M", "expression", "where: 'M' is not a name"),
        ("K = 700", "K = n", "expression", "where: n is a name of the steps"),
        ("K = 700", "K = 1/0", "expression", "where: it divides by zero"),
        ("K = 700", "K = 1 > 0", "expression", "where: True is not a number"),
        # keys of a step
        ("id: slope\n", "", "missing", "id is missing in ```step"),
        ("id: slope", "id: The Slope", "value", "id: 'The Slope' is not possible"),
        ("id: slope", "id: try", "twice", "two steps have the id try"),
        ("data: 1011011101", "date: 1011", "key", "'date' is not a key here; allowed: data, pi"),
        ("data: 1011011101", "data: 10x1", "value", "data: line 1, column 3: 'x'"),
        ("data: 1011011101", "data: 11/10", "value", "K/N needs K ≤ N"),
        ("data: 1011011101", "data:", "value", "data: it is missing; allowed: 1011011101, 7/10"),
        ("data: 1011011101", "data: draw 5:1.5:1", "value", "is not in [0, 1]"),
        ("data: 1011011101", "data: draw 5000000:0.5:1", "value", "5,000,000 observations"),
        ("data: 1011011101", "data: 10 * 900000", "value", "1,800,000 observations"),
        ("data: 1011011101", "data: example nobody", "value", "'nobody' is not an example; allo"),
        ("data: 1011011101", "data: example", "value", "'' is not an example"),
        ("pi: 0.42", "pi: 1.42", "expression", "pi: pi must be in [0, 1], got 1.42"),
        ("pi: 0.42", "pi: 1/0", "expression", "pi: it divides by zero"),
        ("pi: 0.42", "pi: mel", "expression", "pi: 'mel' is not a name; the nearest is mle"),
        ("pi: 0.42", "pi: prediction", "expression", "before the question is answered"),
        ("pi: 0.42", "true-pi: 2", "expression", "true-pi: true_pi must be in"),
        ("plots: likelihood, bce", "plots:", "value", "plots: it names no plot"),
        ("plots: likelihood, bce", "plots: bce, bce", "value", "names one twice"),
        ("formula: score", "formula: scor", "value", "formula: 'scor' is not a formula; allowed"),
        ("formula: score", "light: marks", "value", "light: 'marks' is not a target"),
        ("formula: score", "unit: bit", "value", "unit: 'bit' is not a unit; allowed: nats, bits"),
        ("formula: score", "axis: 0.6", "value", "axis: '0.6' is not a part of the axis"),
        ("formula: score", "axis: 0.6 to x", "value", "is not a part of the axis"),
        ("formula: score", "axis: 0.9 to 0.3", "value", "0.6 to 0.8"),
        ("formula: score", "lock: all", "value", "lock: 'all' is not something to lock"),
        ("formula: score", "tiles: on", "value", "tiles: 'on' is not yes or no"),
        ("formula: score", "model:", "value", "model: it is missing; allowed: challenger, ten"),
        ("formula: score", "model: eleven", "value", "allowed: challenger, ten-points, or x:y"),
        ("formula: score", "model: 1:0, 2:2", "value", "example 2, ' 2:2', is none"),
        ("formula: score", "lab: labs", "value", "allowed: underflow, chain, table"),
        ("formula: score", "chain: logs", "value", "chain: 'logs' is not a step of the chain"),
        ("formula: score", "reading: row", "value", "allowed: rows, columns"),
        ("formula: score", "factors: 1.5", "expression", "factors: it must be a whole number"),
        ("formula: score", "factors: 5000", "expression", "factors must be a whole number in"),
        ("formula: score", "replayed: 11", "value", "replayed: 11 is not possible; allowed: at m"),
        ("formula: score", "tries: 0.5, x", "expression", "tries: 'x' is not a name"),
        ("formula: score", "tries: 0.5, 2", "expression", "tries must be in [0, 1]"),
        # the question
        ("kind: place", "kind: places", "value", "'places' is not possible; allowed: number, pla"),
        ("kind: place\n", "", "missing", "kind is missing in ```ask"),
        ("answer: mle\n", "", "missing", "answer is missing in ```ask of a place"),
        ("answer: mle", "answer: mle\nuntil: n > 3", "key", "'until' is not a key here; allowed:"),
        ("answer: mle", "answer: mle +", "expression", "answer: 'mle +' is not an expression"),
        ("answer: mle", "answer: 1.5", "value", "allowed: a place from 0.0 to 1.0"),
        ("answer: mle", "answer: inf - inf", "expression", "nan"),
        ("answer: mle", "answer: n > 3", "expression", "answer: True is not a number"),
        ("within: 0.02", "within: -1", "value", "within: -1 is not possible; allowed: a distance"),
        ("within: 0.02", "within: x %", "expression", "within: 'x' is not a name"),
        ("within: 0.02\n", "", "missing", "within is missing: the answer is not a whole number"),
        ("{n} observations. Where?", "", "missing", "the question is missing in ### predict"),
        # sections and fences
        ("### hint", "### hints", "section", "'hints' is not a section of a step; allowed: ### "),
        ("### hint", "# hint", "section", "'# hint' is not a heading of a lesson"),
        ("### hint", "#### hint", "section", "## for a step, ### predict"),
        ("## Where is the top", "##", "missing", "the step has no title"),
        ("```then", "```than", "fence", "'```than' is not a fence of a lesson; allowed: ```step"),
        ("```then", "Words.\n```then", "form", "```then stands behind text; allowed: before the"),
        # words
        ("{= mle}", "{= mel}", "expression", "'mel' is not a name; the nearest is mle"),
        ("{= mle}", "{= mle", "expression", "a { stands alone"),
        ("{= mle}", "{0.7}", "expression", "{0.7} is a number typed by hand"),
        ("{= mle}", "{1/(k - 7)}", "expression", "{1/(k - 7)}: it divides by zero"),
        ("{n} observations", "{prediction} observations", "expression", "before the question is"),
        ("{= mle}", "{log(prediction - 1)}", "expression", "if the answer is 0.7"),
        ("{= mle}", "{1 / prediction}", "expression", "it divides by zero if the answer is 0.0"),
        ("(#mark:prediction)", "(#marks)", "target", "'#marks' is not a target; allowed: #tiles"),
        ("(#mark:prediction)", "(http://a.b)", "target", "'http://a.b' is not a target"),
        ("(#mark:prediction)", "(mark:pi)", "target", "'mark:pi' is not a target"),
        ("(#mark:prediction)", "(#tile:3)", "target", "tile:3 is not on the screen then"),
        ("(#mark:tangent)", "(#mark:optimum)", "target", "mark:optimum is not on the screen"),
        ("A hint.", "[It](#mark:prediction)", "target", "mark:prediction is not on the screen"),
        ("light: mark:optimum", "light: tiles", "target", "tiles is not on the screen then"),
        ("A hint.", "A <b>hint</b> ", "words", "is HTML has no place here"),
        ("A hint.", "|a|b|", "words", "a table has no place here"),
        ("A hint.", "![a](#mark:pi)", "words", "a picture has no place here"),
    ],
)  # fmt: skip
def test_each_mistake_says_where_and_what(old, new, reason, words):
    text, line = changed(HEAD + PLACE + DO, old, new)
    _lesson, mistakes = lesson_file.read(text, "07-mle.md")
    error = next(error for error in mistakes if words in str(error))
    assert error.reason == reason
    # What is missing, or there twice, shows elsewhere.
    if reason not in {"missing", "twice"}:
        assert 0 <= error.line - line < max(len(new.split("\n")), 2)
    assert str(error).startswith(f"07-mle.md, line {error.line}: ")


@pytest.mark.parametrize(
    ("step", "old", "new", "reason", "words"),
    [
        (CHOICE, "claim: likelihood(0.5, 2, 4) == 0.5**4", "claim: k > n", "claim",
         "the claim k > n is false"),
        (CHOICE, "claim: likelihood(0.5, 2, 4) == 0.5**4", "claim: k", "expression",
         "claim: it is a number; it must be true or false"),
        (CHOICE, "- [x] This", "- [ ] This", "options", "no option is right; allowed: one - [x]"),
        (CHOICE, "- [ ] That", "- [x] That", "options", "2 options are right; allowed: one - [x]"),
        (CHOICE, "- [ ] That\n", "", "options", "a choice of 1; allowed: two to four options"),
        (CHOICE, "- [ ] That", "- [ ] That\n- [ ] a\n- [ ] b\n- [ ] c", "options",
         "a choice of 5"),
        (CHOICE, "- [ ] That", "- [ ]", "options", "an option without words"),
        (CHOICE, "- [ ] That", "- [ ] This {n}", "options", "two options are the same"),
        (CHOICE, "- [ ] That", "- [ ] That\nmore", "form", "'more' stands behind the options"),
        (CHOICE, "- [ ] That", "- [ ] That\n```solve\n```", "form", "a question of kind choice ha"),
        (CHOICE, "This {n}", "This {prediction}", "expression", "before the question is answered"),
        (DO, "id: try\n", "", "missing", "id is missing in ```step"),
        (NUMBER, "{prediction}", "{prediction:p}", "expression", "if the answer is -1.0"),
        (NUMBER, "How much?", "How much?\n\n- [x] a\n- [ ] b", "options",
         "a question of kind number has no options"),
        (NUMBER, "within: 5 %\n", "", "missing", "within is missing"),
        (NUMBER, "within: 5 %", "within: inf", "value", "within: inf is not possible"),
        (DO, "until: kl < 0.01", "until: n == 10", "until", "n == 10 is true at the start"),
        (DO, "until: kl < 0.01", "until: n == 11", "until",
         "n == 11 is not true in the state of ```solve"),
        (DO, "until: kl < 0.01", "until: n", "expression", "until: it is a number"),
        (DO, "until: kl < 0.01\n", "", "missing", "until is missing in ```ask of a do"),
        (DO, "```solve\npi: mle\n```\n", "", "missing", "```solve is missing in ### predict of so"),
        (DO, "```solve\npi: mle", "```solve\npi: mle + 1", "expression", "pi must be in [0, 1]"),
        (DO, "```solve\npi: mle", "```solve\npies: 1", "key", "'pies' is not a key here"),
        (DO, "```ask", "```solve\n```\n```ask", "order", "```solve stands before ```ask"),
        (DO, "Move it.\n", "Move it.\n```ask\nkind: do\n```\n", "twice", "```ask is there twice"),
        (DO, "```ask\nkind: do\nuntil: kl < 0.01\n```\n", "", "missing",
         "### predict does not begin with ```ask"),
        (DO, "### reveal", "### right\n\n### wrong\n\n### right", "twice", "### right is there"),
        (DO, "### reveal", "### reveal\n\n### hint", "order", "### hint stands behind ### reveal"),
        (DO, "### predict", "### hint\n\n### predict", "order", "without ### predict before it"),
        (DO, "```step\nid: try\n```\n", "", "missing", "does not begin with ```step"),
        (DO, "id: try\n```", "id: try", "form", "the fence ```step is not closed"),
        (DO, "Words.\n", "```then\n```\nWords.", "form",
         "```then does not stand here; allowed: at the beginning of ### reveal"),
        (DO, "Move it.", "```step\n```\nMove it.", "form", "at the beginning of a step"),
        (DO, "### reveal", "### reveal\n```then\npi: prediction\n```", "expression",
         "pi: prediction has no value before"),
        (NUMBER, "### reveal", "### reveal\n```then\npi: prediction\n```", "expression",
         "pi: pi must be in [0, 1], got -1.0 if the answer is -1.0"),
        (NUMBER, "id: amount", "id: amount\nlab: table\ntable-row: 4", "value",
         "table-row: 4 is not possible; allowed: at most 3"),
        (NUMBER, "### reveal", "### reveal\n```then\nlab: table\ntable-row: 4\n```", "value",
         "table-row: 4 is not possible"),
        (PLACE, "hide: optimum\n", "", "value",
         "the optimum is asked for, and is shown; allowed: hide: optimum in ```step"),
        (PLACE, "formula: score", "lab: guess", "value",
         "a place is asked for, and a lab is shown"),
        (PLACE, "formula: score", "axis: 0.8 to 1", "value",
         "answer: 0.7 is not possible; allowed: a place from 0.8 to 1.0"),
        (NUMBER, "id: amount", "id: amount\nlight: tiles", "target", "tiles is not on the screen"),
        (NUMBER, "### reveal", "### reveal\n```then\nplots: bce\n```\n[a](#curve:likelihood)",
         "target", "curve:likelihood is not on the screen then"),
        (NUMBER, "id: amount", "id: amount\nlight: curve:likelihood", "target", "is not on the scr")
    ],
)  # fmt: skip
def test_each_mistake_of_a_question_is_found(step, old, new, reason, words):
    if words == "is not on the scr":
        step = step.replace("### reveal", "### reveal\n```then\nplots: bce\n```\n")
    text, _line = changed(HEAD + step, old, new)
    _lesson, mistakes = lesson_file.read(text, "07-mle.md")
    assert any(words in str(error) for error in mistakes), [str(error) for error in mistakes]
    assert any(error.reason == reason for error in mistakes if words in str(error))


def test_a_then_that_fails_is_named_once():
    text = NUMBER.replace("### reveal\n", "### reveal\n```then\npi: prediction\n```\n")
    (found,) = mistakes_of(HEAD + text)
    assert "got -1.0 if the answer is -1.0" in found


def test_a_sequence_may_be_as_long_as_is_said():
    text = PLACE.replace("data: 1011011101", "data: 10 * 500000")
    assert lesson_of(HEAD + text.replace("{= mle}, as", "{n}, as")).steps


def test_the_row_of_a_table_is_one_that_it_has():
    step = writing.DO.replace("id: try", "id: try\nlab: table\ntable-n: 10\ntable-row: 10")
    assert lesson_of(HEAD + step)
    assert lesson_of(HEAD + step.replace("table-n: 10\ntable-row: 10", "table-row: 3"))


def test_a_mistake_of_the_state_is_named_once():
    text = NUMBER.replace("id: amount", "id: amount\nreplayed: 11")
    assert len(mistakes_of(HEAD + text)) == 1
    data = NUMBER.replace("id: amount", "id: amount\nreplayed: 7").replace(
        "### reveal\n", "### reveal\n```then\ndata: 101\nreplayed: 4\n```\n"
    )
    assert "replayed: 4 is not possible; allowed: at most n = 3" in mistakes_of(HEAD + data)[0]


def test_steps_without_an_id_do_not_have_the_same_one():
    found = mistakes_of(HEAD + (DO + CHOICE).replace("id: try\n", "").replace("id: which\n", ""))
    assert [words.partition(": ")[2] for words in found] == ["id is missing in ```step"] * 2


def test_a_whole_or_infinite_answer_needs_no_distance():
    for answer in ("n", "library('exact', 1, 0)", "-inf", "bce\nwithin: 0"):
        assert lesson_of(HEAD + NUMBER.replace("bce\nwithin: 5 %", answer))


def test_the_place_of_the_optimum_may_be_asked_for_by_another_name():
    text = PLACE.replace("answer: mle", "answer: wald_low(k, n, level) + 0.1").replace(
        "hide: optimum\n", ""
    )
    assert lesson_of(HEAD + text)


@pytest.mark.parametrize(
    ("text", "reason", "words"),
    [
        ("", "missing", "the file does not begin with ---"),
        ("Words.\n", "missing", "the file does not begin with ---"),
        (WHOLE.removeprefix("---\n"), "form", "stands before the first step"),
        (WHOLE.replace("1000\n---\n", "1000\n"), "form", "the head of the file is not closed"),
        ("---\nlesson: a", "form", "the head of the file is not closed"),
        (HEAD, "missing", "there is no step"),
        (HEAD + "Words.\n" + DO, "form", "'Words.' stands before the first step"),
        (HEAD + "### hint\n" + DO, "form", "'### hint' stands before the first step"),
        (HEAD + "```step\nid: a\n```\n" + CHOICE, "form", "stands before the first step"),
        ("x" * (MAX_LESSON_BYTES + 1), "size", "at most 256 KiB"),
        ("\ud800", "missing", "does not begin"),
    ],
)
def test_what_is_no_lesson_at_all_says_so(text, reason, words):
    _lesson, mistakes = lesson_file.read(text, "07-mle.md")
    assert any(words in str(error) and error.reason == reason for error in mistakes), [
        str(error) for error in mistakes
    ]
    with pytest.raises(LessonError):
        lesson_file.parse(text, "07-mle.md")


@pytest.mark.parametrize("name", ["mle.txt", "07-.md", "a b.md", ".md", "0007-mle.md "])
def test_the_name_of_the_file_must_be_a_lessons(name):
    error = mistake_of(WHOLE, name)
    assert error.reason == "name"
    assert "is not the name of a lesson's file; allowed: 07-mle.md" in str(error)


def test_all_mistakes_are_found_in_the_order_of_their_lines():
    text = WHOLE.replace("pi: 0.42", "pi: 2").replace("{= mle}", "{x}").replace("kl <", "k <")
    text = text.replace("hide: optimum", "hide: all")
    lines = [error.line for error in lesson_file.read(text, "07-mle.md")[1]]
    assert len(lines) >= 3
    assert lines == sorted(lines)
    with pytest.raises(LessonError) as caught:
        lesson_of(text)
    assert caught.value.line == lines[0]


def test_a_file_is_read(tmp_path):
    path = tmp_path / "07-mle.md"
    path.write_text(WHOLE, encoding="utf-8-sig")
    lesson = lesson_file.load(path)
    assert lesson == lesson_of(WHOLE)
    assert lesson.path == path


def test_a_file_that_is_none_says_why(tmp_path):
    path = tmp_path / "07-mle.md"
    os.mkfifo(tmp_path / "08-pipe.md")
    for content, reason, line, words in [
        (None, "file", 0, "the file cannot be read: No such file"),
        (b"---\nlesson: \xff\n", "encoding", 2, "not text in UTF-8"),
        (b"x" * (MAX_LESSON_BYTES + 1), "size", 0, "256 KiB"),
    ]:
        if content is not None:
            path.write_bytes(content)
        with pytest.raises(LessonError, match=words) as caught:
            lesson_file.load(path)
        assert (caught.value.reason, caught.value.line) == (reason, line)
        assert caught.value.name == "07-mle.md"
    for other in (tmp_path, tmp_path / "08-pipe.md"):
        with pytest.raises(LessonError, match="it is not a file"):
            lesson_file.load(other)


def test_an_error_can_be_named_anew():
    error = mistake_of(WHOLE.replace("pi: 0.42", "pi: 2")).named("ko/07-mle.md")
    assert str(error).startswith("ko/07-mle.md, line ")
    assert error.field == "pi"
    assert str(LessonError("size", 0, "too large")) == "too large"


def test_a_damaged_file_gives_a_lesson_or_mistakes_and_nothing_else():
    numbers = random.Random(7)
    lines = (WHOLE + PLACE.replace("slope", "again")).split("\n")
    seen = 0
    for _ in range(400):
        damaged = lines.copy()
        for _ in range(numbers.randint(1, 4)):
            place = numbers.randrange(len(damaged))
            match numbers.randrange(4):
                case 0:
                    del damaged[place]
                case 1:
                    damaged.insert(place, numbers.choice(lines))
                case 2:
                    line = damaged[place]
                    cut = numbers.randrange(len(line) + 1)
                    damaged[place] = line[:cut] + numbers.choice("{}`#:-[]*0x") + line[cut + 1 :]
                case _:
                    other = numbers.randrange(len(damaged))
                    damaged[place], damaged[other] = damaged[other], damaged[place]
        text = "\n".join(damaged)
        lesson, mistakes = lesson_file.read(text, "07-mle.md")
        assert lesson is None or isinstance(lesson, Lesson)
        assert lesson is not None or mistakes
        assert all(0 <= error.line <= len(damaged) for error in mistakes)
        seen += bool(mistakes)
    assert seen > 200


def test_the_helper_shows_every_mistake():
    assert mistakes_of(WHOLE) == []
    assert len(mistakes_of(writing.HEAD)) == 1
