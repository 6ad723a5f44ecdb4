"""Where the learner is, and what has been answered."""

from dataclasses import replace

import pytest

from core.lessons.lesson import solved, state_after, state_of
from core.lessons.progress import Progress
from core.observations import Observations
from tests.core.lessons.writing import CHOICE, DO, HEAD, NUMBER, PLACE
from tests.gui.lessons.teaching import FIRST, SECOND, Classroom

pytestmark = pytest.mark.usefixtures("qapp")

TOLD = HEAD + "\n## Just words\n\n```step\nid: told\n```\n\nWords.\n"
WITH_TILES = HEAD + DO.replace("id: try\n", "id: try\ntiles: yes\n")
IN_A_LAB = HEAD + DO.replace("id: try\n", "id: try\nlab: sharpening\n")


@pytest.fixture
def room():
    return Classroom(FIRST, SECOND)


def step_of(room):
    return room.course._lesson, room.course.step


def test_it_begins_with_the_first_step_of_the_first_lesson(room):
    assert (room.course.where, room.moment.step, room.moment.steps) == ("one:1", 0, 4)
    assert (room.moment.title, room.moment.kind) == ("Where is the top", "place")
    assert room.moment.text == "The [tangent](#mark:tangent) at 0.42."
    assert room.moment.question == "10 observations. Where?"


def test_a_step_shows_the_state_that_it_sets(room):
    lesson, step = step_of(room)
    wanted = state_of(lesson, step)
    assert room.asked == [replace(wanted, stage=replace(wanted.stage, locked=True))]


def test_observations_that_are_not_shown_are_locked_and_others_are_not():
    assert Classroom(HEAD + DO).state.stage.locked
    assert not Classroom(WITH_TILES).state.stage.locked
    assert not Classroom(IN_A_LAB).state.stage.locked


def test_it_goes_through_all_lessons_and_stops_at_the_ends(room):
    seen = [room.course.where]
    for _ in range(6):
        room.course.next()
        seen.append(room.course.where)
    assert seen == ["one:1", "one:2", "one:3", "one:4", "two:1", "two:1", "two:1"]
    for _ in range(6):
        room.course.back()
    assert room.course.where == "one:1"


def test_a_right_answer_is_told_what_is_so(room):
    room.course.answer("0.71")
    assert (room.moment.is_right, room.moment.given) == (True, "0.71")
    assert room.moment.expected == "0.700"
    assert room.moment.after == "You said 0.71.\n\nIt is = 0.7, as [here](#mark:prediction)."


def test_a_wrong_answer_is_told_why_and_what_is_so(room):
    room.course.answer("0.2")
    assert room.moment.is_right is False
    assert room.moment.after.startswith("You said 0.200.\n\nIt is = 0.7")


def test_an_answer_sets_what_the_step_sets_after_it(room):
    lesson, step = step_of(room)
    room.course.answer("0.2")
    placed = replace(
        state_of(lesson, step), stage=replace(state_of(lesson, step).stage, prediction=0.2)
    )
    wanted = state_after(lesson, step, placed, 0.2)
    assert room.state == replace(wanted, stage=replace(wanted.stage, locked=True))
    assert room.state.stage.prediction == 0.2


def test_what_was_answered_once_is_not_answered_again(room):
    room.course.answer("0.2")
    before = room.moment
    room.course.answer("0.7")
    assert room.moment is before


@pytest.mark.parametrize(("text", "right"), [("π = 0.7", True), (" 70 % ", True), ("7/10", True)])
def test_a_number_may_be_written_in_many_ways(room, text, right):
    room.course.answer(text)
    assert room.moment.is_right is right


@pytest.mark.parametrize("text", ["", "seven", "7", "1/0"])
def test_what_is_no_place_is_complained_of_and_not_counted(room, text):
    room.course.complain = lambda error: f"because of {error.reason}"
    room.course.answer(text)
    assert room.moment.is_right is None
    assert room.moment.complaint.startswith("because of ")
    assert not room.course.progress.of("one").answers
    room.course.answer("0.7")
    assert room.moment.complaint == ""


def test_asked_again_a_step_begins_anew(room):
    first = room.moment
    room.course.answer("0.2")
    room.state = replace(room.state, pi=0.9)
    room.course.again()
    assert room.moment.is_right is room.moment.given is None
    assert room.moment.after == ""
    assert room.moment == replace(first, answered=room.moment.answered, entries=room.moment.entries)
    assert room.state == room.asked[0]


def test_the_option_that_was_chosen_and_the_right_one_are_known(room):
    room.course.go_to(0, 2)
    assert room.moment.options == ("This 10", "That")
    room.course.answer(1)
    assert (room.moment.chosen, room.moment.right_option, room.moment.is_right) == (1, 0, False)


def test_what_is_not_done_yet_stays_to_be_done(room):
    room.course.go_to(0, 3)
    asked = len(room.asked)
    room.course.answer(None)
    assert (room.moment.is_right, room.moment.after) == (False, "")
    assert len(room.asked) == asked
    room.state = replace(room.state, pi=0.7)
    room.course.answer(None)
    assert room.moment.is_right is True
    assert room.moment.after == "Done at 0.7."


def test_what_is_asked_for_can_be_shown(room):
    room.course.go_to(0, 3)
    assert room.moment.can_show
    room.course.show_me()
    lesson, step = step_of(room)
    assert room.state.pi == solved(lesson, step).pi == 0.7
    # What comes of it is said at once.
    assert room.moment.is_right is True
    assert room.moment.after


def test_what_is_right_can_be_shown_to_a_class_and_is_nobodys_answer(room):
    assert room.course.reveal()
    assert room.moment.revealed
    assert room.moment.expected == "0.700"
    # Nobody said anything that could be right or wrong.
    assert room.moment.after == "It is = 0.7, as [here](#mark:prediction)."
    assert not room.course.progress.of("one").answers
    assert not room.course.reveal()


def test_what_is_to_be_done_is_done_for_a_class_once(room):
    room.course.go_to(0, 3)
    assert room.course.reveal()
    assert room.state.pi == 0.7
    assert not room.course.reveal()


def test_progress_says_what_was_reached_answered_and_done(room):
    heard = []
    room.course.progress_changed.connect(lambda: heard.append(room.course.progress))
    room.course.answer("0.2")
    known = room.course.progress.of("one")
    assert (known.step, known.done) == (0, False)
    assert known.answers["slope"].right is False
    assert known.answers["slope"].given == 0.2
    assert room.moment.answered == (True, False, False, False)
    assert room.moment.entries[0].mark == "begun"
    assert heard[-1] is room.course.progress
    room.course.go_to(0, 3)
    room.course.answer(None)
    assert not room.course.progress.of("one").done
    room.course.show_me()
    room.course.answer(None)
    assert room.course.progress.of("one").done
    assert room.moment.entries[0].mark == "done"


def test_a_lesson_that_ends_in_a_question_is_done_with_any_answer():
    room = Classroom(SECOND)
    room.course.answer(1)
    assert room.course.progress.of("one").done


def test_a_lesson_that_ends_in_words_is_done_when_they_are_read():
    room = Classroom(HEAD + CHOICE + TOLD.removeprefix(HEAD))
    assert not room.course.progress.of("one").done
    room.course.next()
    assert room.course.progress.of("one").done
    assert (room.moment.kind, room.moment.is_last_step) == ("", True)
    room.course.answer("1")
    assert room.moment.is_right is None
    assert not room.course.reveal()


@pytest.mark.parametrize(
    ("where", "found"),
    [("one:3", "one:3"), ("two", "two:1"), ("one:9", "one:4"), ("", "one:1"), ("nine:2", "one:1")],
)
def test_it_opens_at_a_place_that_is_named(where, found):
    assert Classroom(FIRST, SECOND, where=where).course.where == found


def test_it_knows_which_places_there_are(room):
    known = {where: room.course.knows(where) for where in ("one:4", "one:5", "two", "nine")}
    assert known == {"one:4": True, "one:5": False, "two": True, "nine": False}


def test_a_lesson_from_the_list_goes_on_where_it_was_left(room):
    room.course.go_to(0, 2)
    room.course.go_to_lesson(1)
    room.course.go_to_lesson(0)
    assert room.course.where == "one:3"
    room.course.go_to_lesson(7)
    assert room.course.where == "one:3"


def test_a_lesson_that_is_done_begins_anew():
    room = Classroom(FIRST, progress=Progress().reached("one", 3).finished("one"))
    room.course.go_to_lesson(0)
    assert room.course.where == "one:1"


def test_another_language_keeps_the_place_and_the_answer(room):
    room.shelves["ko"] = Classroom(
        FIRST.replace("Where is the top", "꼭대기"), SECOND
    ).course._load("en")
    room.course.answer("0.2")
    asked = len(room.asked)
    room.course.speak("ko")
    assert room.moment.title == "꼭대기"
    assert (room.moment.is_right, room.moment.given) == (False, "0.2")
    assert len(room.asked) == asked


def test_a_lesson_that_is_gone_in_another_language_gives_way_to_the_first(room):
    room.shelves["ko"] = Classroom(SECOND).course._load("en")
    room.course.go_to(1, 0)
    room.course.speak("ko")
    assert room.course.where == "one:1"


def test_a_step_that_is_gone_in_another_language_gives_way_to_the_lessons_first(room):
    room.shelves["ko"] = Classroom(HEAD + PLACE + NUMBER).course._load("en")
    room.course.go_to(0, 3)
    room.course.speak("ko")
    assert room.course.where == "one:1"
    assert room.state == room.asked[0]


def test_a_moment_is_told_once_and_only_when_it_is_another_one(room):
    changes = room.changes
    room.course.answer("0.2")
    assert room.changes == changes + 1
    room.course.answer("0.7")
    room.course.speak("en")
    assert room.changes == changes + 1


def test_without_lessons_nothing_happens():
    room = Classroom()
    for act in (room.course.next, room.course.back, room.course.show_me):
        act()
    room.course.go_to(0, 0)
    room.course.answer("1")
    assert not room.course.reveal()
    assert (room.course.where, room.course.step, room.moment, room.asked) == ("", None, None, [])


def test_a_reveal_without_observations_says_so_instead_of_failing():
    room = Classroom(HEAD + DO.replace("until: kl < 0.01", "until: n == 0 or kl < 0.01"))
    room.state = replace(room.state, observations=Observations())
    room.course.answer(None)
    assert room.moment.is_right is True
    assert room.moment.after
