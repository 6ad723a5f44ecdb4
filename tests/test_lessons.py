"""Every lesson, as a learner goes through it: with the keys alone, in both languages."""

import re
from collections import Counter
from itertools import pairwise

import pytest
from PyQt5.QtCore import QEvent, QObject, QPoint, QPointF, Qt
from PyQt5.QtGui import QEnterEvent, QWheelEvent
from PyQt5.QtWidgets import QApplication

from core.lessons.house_rules import house_rules
from core.lessons.lesson import DO, names_before
from core.lessons.placeholders import fill
from core.lessons.shelf import same_steps
from core.lessons.targets import is_shown
from gui import i18n, motion_choice, theme
from gui.lessons.lesson_text import LessonText
from gui.paths import LESSONS
from tests.helpers import (
    HANGUL,
    ROOT,
    TS_FILE,
    difference,
    drag,
    find,
    messages,
    mouse,
    on_screen,
    picture,
    settle,
)
from tests.learner import NAMES, STEPS, Learner, expected_state, lesson_of, lessons, shelf, unlocked
from tests.sight import faults, place_in, place_of

CODES = ("en", "ko")
# A learner's window, the smallest one, and a room with a back row; the themes alternate.
ROOMS = [
    ("en", "light", "1440x900"),
    ("ko", "dark", "1440x900"),
    ("ko", "light", "1024x700"),
    ("en", "dark", "1024x700"),
    ("en", "light", "class"),
    ("ko", "dark", "class"),
]
PLAIN = ("en", "light", "1024x700")


@pytest.fixture(autouse=True)
def _lessons_read_once(monkeypatch):
    """The lessons that come with the program are read once for all of these tests."""
    monkeypatch.setattr("gui.lessons.desk._lessons", shelf)


@pytest.fixture
def learn(start):
    """A window that shows the lessons, and somebody with a keyboard before it."""

    def learn(code="en", name="light", size="1440x900", *options):
        before_a_class = size == "class"
        window = start(
            *("--lang", code, "--theme", name, "--view", "lessons", *options),
            size="1280x720" if before_a_class else size,
        )
        if before_a_class:
            window.presentation.begin(full_screen=False)
            settle()
        return Learner(window)

    return learn


def answered(learner):
    """Have the question of the moment answered, the shortest way."""
    box = learner.card.question
    if learner.step.question.kind == DO:
        box.show_asked.emit()
    box.answered.emit(None if learner.step.question.kind == DO else learner.wrong())
    settle()


def moments(learner, *, steps=None):
    """Go through all steps; give each before and after its question is answered."""
    code = i18n.language()
    for i, lesson in enumerate(lessons(code)):
        for j, step in enumerate(lesson.steps):
            if steps is None or f"{lesson.id}:{step.id}" in steps:
                learner.course.go_to(i, j)
                learner.window.lessons._begin()
                settle()
                yield f"{learner.name}, before"
                answered(learner)
                yield f"{learner.name}, after"


# The files ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_every_lesson_is_loaded(code):
    assert shelf(code).errors == ()
    files = sorted(path.stem.split("-", 1)[1] for path in (LESSONS / code).glob("*.md"))
    assert sorted(lesson.id for lesson in lessons(code)) == files
    assert len(files) >= 12
    assert [lesson.order for lesson in lessons(code)] == list(range(1, len(files) + 1))


@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_has_the_same_steps_in_both_languages(name):
    assert same_steps(lesson_of("en", name), lesson_of("ko", name)) == []


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_keeps_the_rules_of_the_house(name, code):
    assert house_rules(lesson_of(code, name)) == []


# With the keys alone -----------------------------------------------------------------------------


def answer_wrong_then_right(learner):
    """Answer the question of the moment wrong, ask for it again, and answer it right."""
    step = learner.step
    learner.answer_wrong()
    assert learner.moment.is_right is False, learner.name
    assert find(learner.window, "verdictLabel").isVisible(), learner.name
    if step.question.kind == DO:
        # Nothing is given away, and the question is still open.
        assert not find(learner.window, "revealText").isVisible(), learner.name
        learner.do()
        learner.check()
    else:
        assert find(learner.window, "revealText").isVisible(), learner.name
        learner.ask_again()
        assert learner.moment.is_right is None, learner.name
        assert unlocked(learner.state) == expected_state(learner.lesson, step), learner.name
        learner.answer_right()
    assert learner.moment.is_right is True, learner.name
    assert learner.course.progress.of(learner.lesson.id).answers[step.id].right


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", NAMES)
def test_a_lesson_is_played_to_its_end_with_the_keys_alone(start, name, code):
    learner = Learner(start("--lang", code))
    learner.open_lessons()
    learner.go_to(name)
    lesson = lesson_of(code, name)
    for step in lesson.steps:
        assert learner.name == f"{name}:{step.id}"
        # Whatever was done in the step before, this one begins as it is meant to.
        assert unlocked(learner.state) == expected_state(lesson, step), step.id
        assert not learner.window.session.undo_stack.canUndo(), step.id
        answer_wrong_then_right(learner)
        assert learner.course.progress.of(name).done is (step is lesson.steps[-1])
        if step is not lesson.steps[-1]:
            learner.next()
    row = learner.window.lessons.column.list.list.item(NAMES.index(name))
    assert row.data(Qt.AccessibleTextRole).endswith({"en": ", done", "ko": ", 마침"}[code])


def test_every_deed_belongs_to_a_step():
    from tests.learner import DEEDS

    wanted = [
        f"{lesson.id}:{step.id}"
        for lesson in lessons("en")
        for step in lesson.steps
        if step.question is not None and step.question.kind == DO
    ]
    assert sorted(DEEDS) == sorted(wanted)


def test_the_road_goes_from_the_first_lesson_to_the_last_and_back(learn):
    learner = learn()
    seen = [learner.name]
    for _ in STEPS[1:]:
        learner.next()
        seen.append(learner.name)
    assert seen == STEPS
    learner.next()
    assert learner.name == STEPS[-1]
    assert not find(learner.window, "nextStepButton").isEnabled()
    for name in reversed(STEPS[:-1]):
        learner.back()
        assert learner.name == name


def test_after_an_answer_the_keys_are_on_the_way_on(learn):
    learner = learn()
    assert learner.focus.objectName() == "option1"
    learner.answer_wrong()
    learner.ask_again()
    assert learner.focus.objectName() == "option1"
    learner.answer_right()
    assert learner.focus.objectName() == "nextStepButton"
    learner.press(Qt.Key_Space)
    assert learner.name == STEPS[1]
    assert learner.focus.objectName() == "option1"


def test_behind_the_last_step_of_all_the_keys_stay_in_the_card(learn):
    learner = learn(*PLAIN, "--lesson", f"{NAMES[-1]}:{len(lesson_of('en', NAMES[-1]).steps)}")
    learner.answer_right()
    assert learner.moment.is_right is True
    assert learner.focus.objectName() == "backStepButton"


def test_what_cannot_be_read_as_a_number_is_said_and_not_counted(learn):
    learner = learn(*PLAIN, "--lesson", "loss:4")
    learner.give("seven")
    assert learner.moment.is_right is None
    message = find(learner.window, "answerMessage")
    assert "seven" in message.text()
    assert message.isVisible()
    assert learner.focus.objectName() == "answerField"
    learner.press(Qt.Key_A, Qt.ControlModifier)
    learner.answer_right()
    assert learner.moment.is_right is True
    assert not message.isVisible()


def test_the_tab_key_goes_through_the_card_as_one_reads_it(learn):
    learner = learn(*PLAIN, "--lesson", "loss:1")
    learner.tab_to("stepText")
    seen = ["stepText"]
    while seen[-1] != "lessonList" and len(seen) < 20:
        learner.press(Qt.Key_Tab)
        seen.append(learner.focus.objectName())
    wanted = ["stepText", "option1", "checkButton", "hintButton", "nextStepButton", "lessonList"]
    assert [name for name in dict.fromkeys(seen) if name in wanted] == wanted


@pytest.mark.parametrize("where", ["loss:3", "mle:4", "likelihood:5", "chain:6"])
def test_the_focus_is_seen_wherever_it_is(learn, where):
    learner = learn(*PLAIN, "--lesson", where)
    window, unseen, shots = learner.window, [], []
    for _ in range(60):
        learner.press(Qt.Key_Tab)
        stop = learner.focus.objectName()
        place = place_in(window, learner.focus).adjusted(-3, -3, 3, 3) & window.rect()
        shots.append((stop, place, window.grab().toImage()))
        if sum(name == stop for name, _place, _shot in shots) > 2:
            break
    for (_stop, _place, without), (stop, place, shot) in pairwise(shots):
        if shot.copy(place) == without.copy(place):
            unseen.append(stop)
    stops = {stop for stop, _place, _shot in shots}
    assert {"checkButton", "nextStepButton", "lessonList", "viewTabs", "stepText"} <= stops
    assert unseen == []


# On the screen -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("code", "name", "size"), ROOMS, ids=["-".join(room) for room in ROOMS])
def test_no_words_of_a_step_are_cut_or_covered(learn, code, name, size):
    learner, wrong, seen = learn(code, name, size), [], 0
    for when in moments(learner):
        seen += 1
        wrong += [f"{when}: {words}" for words in faults(learner.window)]
        if when.endswith("after"):
            wrong += [f"{when}: {words}" for words in unseen_answer(learner)]
    assert not wrong, "\n".join(wrong)
    assert seen == 2 * len(STEPS)


def unseen_answer(learner):
    """What of the words behind an answer is out of sight, though there is room for it."""
    after = find(learner.window, "revealText")
    viewport = learner.card.area.viewport()
    said = place_in(viewport, after)
    fits = said.height() <= viewport.height()
    # Under the letters of the last line there is room that nobody reads.
    if said.bottom() > viewport.height() + theme.look().px(4) or (said.top() < 0 and fits):
        yield f"{said} is not in {viewport.rect()}"


def test_the_checks_of_the_screen_can_fail(learn):
    learner = learn(*PLAIN, "--lesson", "mle:2")
    window, card = learner.window, learner.card
    assert list(faults(window)) == []
    card.words.setFixedHeight(20)
    card.next.setText("a text that is much too long for its button")
    card.title.setFixedHeight(60)
    card.words.move(card.title.pos())
    window.lessons.column.list.setFixedHeight(260)
    found = " ".join(faults(window))
    for words in ("needs", "much too long", "lie over each other", "could be seen"):
        assert words in found
    answered(learner)
    assert list(unseen_answer(learner)) == []
    card.area.verticalScrollBar().setValue(0)
    assert list(unseen_answer(learner))


@pytest.mark.parametrize("code", CODES)
def test_what_has_no_room_is_scrolled_to_with_the_keys_and_with_the_wheel(learn, code):
    learner, scrolled = learn(code, "light", "1024x700"), 0
    area = learner.card.area
    bar = area.verticalScrollBar()
    for when in moments(learner, steps=STEPS[::3]):
        if not bar.maximum():
            continue
        scrolled += 1
        learner.press(Qt.Key_PageUp, times=5)
        assert bar.value() == 0, when
        learner.press(Qt.Key_PageDown, times=5)
        assert bar.value() == bar.maximum(), when
        wheel(area, 120 * 10)
        assert bar.value() == 0, when
    assert scrolled


def wheel(area, turn):
    viewport = area.viewport()
    middle = QPointF(viewport.rect().center())
    at = QPointF(viewport.mapToGlobal(QPoint())) + middle
    event = QWheelEvent(
        *(middle, at, QPoint(), QPoint(0, turn), Qt.NoButton, Qt.NoModifier),
        *(Qt.NoScrollPhase, False),
    )
    QApplication.sendEvent(viewport, event)
    settle()


# Left and found again ----------------------------------------------------------------------------


def test_the_place_and_the_answers_are_found_by_the_next_start(learn, start):
    learner = learn()
    learner.go_to("product")
    learner.answer_right()
    learner.next()
    learner.answer_wrong()
    learner.window.close()
    again = Learner(start())
    again.open_lessons()
    assert again.name == "product:how-fast"
    known = again.course.progress.of("product")
    assert {name: answer.right for name, answer in known.answers.items()} == {
        "three-factors": True,
        "how-fast": False,
    }
    assert (known.step, known.done) == (1, False)
    assert again.moment.answered[:3] == (True, True, False)
    assert [entry.mark for entry in again.moment.entries][3] == "begun"


def test_a_lesson_that_is_left_is_resumed_where_it_was_left(learn):
    learner = learn()
    learner.go_to("chain")
    learner.next()
    learner.next()
    learner.go_to("boundary")
    assert learner.name == "boundary:boys"
    learner.go_to("chain")
    assert learner.name == "chain:slip"


def test_the_lessons_wait_while_somebody_explores(learn):
    learner = learn(*PLAIN, "--lesson", "mle:2")
    learner.answer_wrong()
    state, moment = learner.state, learner.moment
    learner.press(Qt.Key_1, Qt.ControlModifier)
    assert learner.window.view == "explore"
    learner.press(Qt.Key_I, Qt.ControlModifier)
    learner.open_lessons()
    assert (learner.state, learner.moment) == (state, moment)


def test_no_lesson_and_no_step_is_locked(learn):
    learner = learn()
    for name in reversed(NAMES):
        learner.go_to(name)
        assert learner.name.startswith(f"{name}:")
    for _ in lesson_of("en", NAMES[0]).steps:
        assert find(learner.window, "nextStepButton").isEnabled()
        learner.next()
    assert learner.name == STEPS[len(lesson_of("en", NAMES[0]).steps)]


@pytest.mark.parametrize("where", ["loss:1", "mle:1", "mle:2", "chain:6"])
def test_the_language_is_switched_live_and_step_and_answer_stay(learn, where):
    learner = learn(*PLAIN, "--lesson", where)
    learner.answer_wrong()
    before, state = learner.moment, learner.state
    learner.press(Qt.Key_L, Qt.ControlModifier)
    now = learner.moment
    assert learner.state == state
    for name in ("lesson", "step", "given", "chosen", "is_right", "right_option", "answered"):
        assert getattr(now, name) == getattr(before, name), name
    assert HANGUL.search(now.title)
    assert bool(HANGUL.search(now.after)) is bool(before.after)
    assert HANGUL.search(find(learner.window, "verdictLabel").text())
    learner.press(Qt.Key_L, Qt.ControlModifier)
    assert learner.moment == before


# Highlight what is said --------------------------------------------------------------------------

# Where each kind of target is to be seen.
THINGS = {
    "plots": ("curve", "mark"),
    "formula": ("term", "formula"),
    "tiles": ("tile", "tiles"),
    "lab": ("lab",),
}


def thing(window, name):
    return {
        "plots": window.plots,
        "formula": window.lessons.column.card.formula,
        "tiles": window.observations.tiles,
        "lab": window.labs.frame,
    }[name]


def is_on_screen(learner, target):
    """Whether what the words point at is there: a lab may have taken the plots' place since."""
    formula = learner.card.formula._name if learner.card.formula.isVisible() else ""
    tiles = learner.window.lessons.shows_tiles
    return is_shown(target, learner.state, tiles=tiles, formula=formula)


def link_places(card):
    """Where the words stand that point at something: (target, widget, point)."""
    for words in card.findChildren(LessonText):
        if words.isVisible():
            for target, cursor in words._links():
                cursor.setPosition(cursor.selectionStart())
                left = QPointF(words.cursorRect(cursor).center())
                cursor.movePosition(cursor.NextCharacter)
                yield target, words, (left + QPointF(words.cursorRect(cursor).center())) / 2


def speaking_of(name):
    """The steps whose words point at a thing."""
    pattern = "|".join(rf"\(#{kind}(?![a-z])" for kind in THINGS[name])
    return [
        f"{lesson.id}:{step.id}"
        for lesson in lessons("en")
        for step in lesson.steps
        if any(re.search(pattern, text) for _part, _line, text in step.words())
    ]


def hover(widget, point):
    mouse(widget, QEvent.MouseMove, point.x(), point.y(), Qt.NoButton, Qt.NoButton)
    settle()


def leave(widget):
    QApplication.sendEvent(widget, QEvent(QEvent.Leave))
    settle()


@pytest.mark.parametrize("name", THINGS)
def test_words_light_what_they_speak_of(learn, name):
    learner, wrong, seen = learn(), [], Counter()
    window = learner.window
    for when in moments(learner, steps=speaking_of(name)):
        for target, words, point in list(link_places(learner.card)):
            if target.partition(":")[0] not in THINGS[name]:
                continue
            seen[target] += 1
            hover(words.viewport(), point)
            leave(words)
            own = window.lessons._own_light
            assert learner.state.stage.lit == own, when
            if own == target:
                continue  # it is lit already
            dark = picture(thing(window, name))
            hover(words.viewport(), point)
            if learner.state.stage.lit != target:
                wrong.append(f"{when}: {target} is not lit but {learner.state.stage.lit!r}")
            elif seen[target] > 3 or not is_on_screen(learner, target):
                continue
            elif not difference(dark, picture(thing(window, name))):
                wrong.append(f"{when}: {target} looks as it did")
    assert not wrong, "\n".join(wrong)
    assert seen


def test_the_tab_key_lights_what_words_speak_of_one_after_another(learn):
    learner = learn(*PLAIN, "--lesson", "loss:3")
    seen = []
    learner.tab_to("stepText")
    while learner.focus.objectName() == "stepText":
        seen.append(learner.state.stage.lit)
        learner.press(Qt.Key_Tab)
    assert seen == ["tile:1", "tile:2"]
    assert learner.state.stage.lit == ""
    learner.press(Qt.Key_Backtab)
    assert learner.state.stage.lit == "tile:2"


def test_words_light_their_thing_again_when_the_mouse_comes_back_to_them(learn):
    learner = learn(*PLAIN, "--lesson", "loss:3")
    target, words, point = next(link_places(learner.card))
    for _ in range(2):
        hover(words.viewport(), point)
        assert learner.state.stage.lit == target
        leave(words)
        assert learner.state.stage.lit == ""


@pytest.mark.parametrize("name", THINGS)
def test_pointing_at_a_thing_lights_the_words_that_speak_of_it(learn, name):
    learner, wrong, seen = learn(), [], 0
    window, card = learner.window, learner.card
    for when in moments(learner, steps=speaking_of(name)):
        for target in sorted(card.targets()):
            if target.partition(":")[0] not in THINGS[name]:
                continue
            if not is_on_screen(learner, target):
                continue
            seen += 1
            at = place_of(window, target)
            if at is None:
                wrong.append(f"{when}: {target} has no place")
                continue
            widget, point = at
            leave(widget)
            QApplication.sendEvent(widget, QEnterEvent(point, point, point))
            hover(widget, point)
            lit = [
                selection
                for words in card.findChildren(LessonText)
                if words.isVisible()
                for selection in words.extraSelections()
            ]
            if learner.state.stage.lit != target or not lit:
                wrong.append(f"{when}: at {target} {learner.state.stage.lit!r} is lit")
            leave(widget)
    assert not wrong, "\n".join(wrong)
    assert seen


# Words -------------------------------------------------------------------------------------------

FORBIDDEN = {
    "ko": (
        r"(?<![경좌])우도",
        r"로그가능도|최대가능도|최우|손실함수|점수함수|피셔정보량",
        r"[크쿠]로스|교차엔트로피|이진교차|바이너리|엔트로피\s?오차",
        r"스코어|바이어스|웨이트|로스\s?함수|비용\s?함수",
        r"피셔\s?정보(?!량)|다이버전스|쿨백|관측치|최대\s?우도",
    ),
    "en": (
        r"\blog likelihood\b|\bloglikelihood\b|\bcross entropy\b|\bmaximum-likelihood\b",
        r"\bcost function\b|\berror value\b|\blog[- ]loss\b|\bscore function\b",
        r"probability (?:function|density|distribution)? ?of π(?! = )(?!,? the)",
        r"\bKullback\b|\bFisher's information\b|\blikelihood probability\b|\bdatums?\b",
        r"\bmost likely (?:π|value of π)\b",
    ),
}
# What a likelihood is not may be said only with a not.
DENSITY = {
    "en": (r"likelihood", r"probability (?:density|function|distribution)", r"\bnot\b|n't|\bno\b"),
    "ko": ("가능도", r"확률\s?(?:밀도|함수|분포)", r"아니|아닌|아닙|않|없"),
}


def texts_of(code):
    """All that lessons and the window say in a language: (where, text)."""
    for lesson in lessons(code):
        yield lesson.id, lesson.title
        yield lesson.id, lesson.about
        for step in lesson.steps:
            yield f"{lesson.id}:{step.id}", step.title
            yield from ((f"{lesson.id}:{step.id}", text) for _part, _line, text in step.words())
    for context, source, translation, _kind in messages():
        yield f"{TS_FILE.name}: {context}", source if code == "en" else translation


def misnamed(texts, code):
    """Terms that are called otherwise in this program."""
    first, second, denial = DENSITY[code]
    for where, text in texts:
        plain = re.sub(r"\]\([^)]*\)|\{[^}]*\}|\*\*", "", text)
        for pattern in FORBIDDEN[code]:
            for match in re.finditer(pattern, plain):
                yield f"{where}: {match[0]!r} in {plain[:60]!r}"
        for sentence in re.split(r"(?<=[.?!])\s", plain):
            said = re.search(first, sentence) and re.search(second, sentence)
            if said and not re.search(denial, sentence):
                yield f"{where}: {sentence!r}"


@pytest.mark.parametrize("code", CODES)
def test_each_term_has_one_name(code):
    assert list(misnamed(texts_of(code), code)) == []


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ko", "우도가 가장 큰 곳"),
        ("ko", "로그우도"),
        ("ko", "크로스 엔트로피"),
        ("ko", "교차엔트로피"),
        ("ko", "스코어 함수"),
        ("ko", "바이어스와 웨이트"),
        ("ko", "로스 함수"),
        ("ko", "최우추정"),
        ("ko", "가능도는 확률 함수입니다."),
        ("en", "the log likelihood"),
        ("en", "the probability function of π"),
        ("en", "a cost function"),
        ("en", "The likelihood is a probability density."),
    ],
)
def test_a_term_by_another_name_is_found(code, text):
    assert list(misnamed([("here", text)], code))


@pytest.mark.parametrize("text", ["이 경우도 같습니다.", "가능도는 π의 확률밀도가 아닙니다."])
def test_what_only_looks_like_a_forbidden_term_is_allowed(text):
    assert list(misnamed([("here", text)], "ko")) == []


# For teachers ------------------------------------------------------------------------------------

DOCS = {"en": ROOT / "docs" / "lessons.md", "ko": ROOT / "docs" / "lessons.ko.md"}
ASKS = {
    "en": {
        "choice": "chooses",
        "number": "types a number",
        "place": "points at a π",
        "do": "does it",
    },
    "ko": {"choice": "고르기", "number": "수 입력", "place": "π 가리키기", "do": "직접 하기"},
}
# The rows of the misconceptions, and the slips.
ROWS, SLIPS = 12, 5


def table_rows(code):
    """What the table for teachers has to say of each step."""
    for lesson in lessons(code):
        for i, step in enumerate(lesson.steps, 1):
            asked = fill(step.question.text, names_before(lesson, step))
            asked = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", asked).replace("\n", " ")
            asked = re.sub(r"\s+", " ", asked).replace("|", r"\|")
            does = ASKS[code][step.question.kind]
            yield f"| {i} | `{lesson.id}:{step.id}` | {step.title} | {does}: {asked} |"


def referred(line):
    return re.findall(r"`([a-z0-9-]+:[a-z0-9-]+)`", line)


def shown_in(code):
    """The steps that show each misconception and each slip, row by row."""
    *_, first, second = DOCS[code].read_text(encoding="utf-8").split("\n## ")
    return [
        [referred(line) for line in part.splitlines() if line.startswith("|")][2:]
        for part in (first, second)
    ]


@pytest.mark.parametrize("code", CODES)
def test_the_table_for_teachers_has_every_step(code):
    text = DOCS[code].read_text(encoding="utf-8")
    missing = [row for row in table_rows(code) if row not in text.splitlines()]
    assert not missing, "these rows are wanted in the table:\n" + "\n".join(missing)
    assert len(re.findall(r"^\| [0-9]+ \| `", text, re.MULTILINE)) == len(STEPS)


@pytest.mark.parametrize("code", CODES)
def test_each_misconception_has_a_step_that_shows_it(code):
    rows, slips = shown_in(code)
    assert (len(rows), len(slips)) == (ROWS, SLIPS)
    assert all(rows)
    assert all(slips)
    unknown = {name for row in rows + slips for name in row} - set(STEPS)
    assert not unknown


def test_both_languages_name_the_same_steps_for_each_misconception():
    assert shown_in("en") == shown_in("ko")


# A frame of a drag -------------------------------------------------------------------------------


class Paints(QObject):
    """Counts how often some widgets are painted."""

    def __init__(self, **widgets):
        super().__init__()
        self.count, self._names = Counter(), {widget: name for name, widget in widgets.items()}
        for widget in self._names:
            widget.installEventFilter(self)

    def eventFilter(self, watched, event):  # noqa: N802 - Qt's name
        if event.type() == QEvent.Paint:
            self.count[self._names[watched]] += 1
        return False


def without_focus(window):
    if window.focusWidget() is not None:
        window.focusWidget().clearFocus()
    settle()


@pytest.mark.parametrize("where", ["mle:7", "floor:3", "one-coin:5", "chain:6"])
def test_a_frame_of_a_drag_paints_only_what_moves(learn, where):
    learner = learn("en", "light", "1440x900", "--lesson", where)
    window, card = learner.window, learner.card
    without_focus(window)
    paints = Paints(
        words=card.words.viewport(),
        title=card.title,
        question=card.question,
        list=window.lessons.column.list.list.viewport(),
        bar=window.top_bar,
        slider=find(window, "piSlider"),
    )
    slider = find(window, "piSlider")
    left, right = slider.groove()
    points = [(left + x / 100 * (right - left), slider.height() / 2) for x in range(40, 60)]
    # The first frame of a drag may light what is pointed at, and say that there is a history.
    drag(slider, points[:2])
    settle()
    paints.count.clear()
    window.session.begin_gesture()
    for i in range(20, 60):
        window.session.set_pi(i / 100)
        settle()
    assert paints.count.pop("slider") >= 20
    assert not paints.count
    window.session.end_gesture()


@pytest.mark.parametrize("name", ["light", "dark"])
def test_moving_pi_leaves_nothing_behind_in_any_step(learn, name, monkeypatch):
    monkeypatch.setattr(motion_choice, "reduced", lambda: True)
    learner, wrong = learn("ko" if name == "dark" else "en", name, "1024x700"), []
    steps = STEPS[::3] if name == "light" else STEPS[1::3]
    for when in moments(learner, steps=steps):
        without_focus(learner.window)
        for pi in (0.9, 0.31, 0.62):
            learner.window.session.set_pi(pi)
            settle()
        left = difference(on_screen(learner.window), picture(learner.window))
        if left:
            wrong.append(f"{when}: {left}")
    assert not wrong, "\n".join(wrong)
