"""From a step of a lesson into the Model view, with the step's examples."""

import math

import pytest
from PyQt5.QtWidgets import QPushButton

from core.labelled import Labelled
from core.labelled_examples import load_labelled
from gui.paths import EXAMPLES
from tests.helpers import settle
from tests.learner import Learner, lesson_of

LESSON = "bridge"


@pytest.fixture
def learner(window):
    made = Learner(window)
    made.open_lessons()
    return made


def button(window):
    return window.findChild(QPushButton, "openModelButton")


def at(learner, step):
    learner.window.lessons.course.open(f"{LESSON}:{number(step)}")
    settle()


def answer(learner, *, wrong=False):
    right = learner.step.question.right_option
    learner.course.answer((right + 1) % 3 if wrong else right)
    settle()


def number(step):
    return [one.id for one in lesson_of("en", LESSON).steps].index(step) + 1


def test_most_steps_have_no_such_button(window, learner):
    at(learner, "shared")
    assert not button(window).isVisible()


def test_it_comes_with_the_answer_and_opens_the_ten_points(window, learner):
    explore = window.session.state_at("explore")
    at(learner, "free-weight")
    assert not button(window).isVisible()
    answer(learner)
    settle()
    assert button(window).isVisible()
    button(window).click()
    settle()
    assert window.view == "model"
    model = window.session.snapshot.model
    points = {one.id: one.data for one in load_labelled(EXAMPLES)}["ten-points"]
    assert model.state.data == points
    # It begins where the lesson ended: at the floor of one shared π.
    assert (model.w, model.b) == (0.0, pytest.approx(math.log(7 / 3)))
    assert model.binary_cross_entropy == pytest.approx(model.floor, rel=1e-15)
    assert window.session.state_at("explore") == explore
    window.session.undo()
    assert window.session.snapshot.model.n == 23


def test_data_that_part_are_those_of_the_step(window, learner):
    at(learner, "separable")
    answer(learner, wrong=True)
    button(window).click()
    model = window.session.snapshot.model
    assert model.state.data == Labelled(range(1, 11), [0, 0, 0, 1, 1, 1, 1, 1, 1, 1])
    assert model.fit.reason == "separable"


def test_the_lesson_is_where_it_was_when_one_comes_back(window, learner):
    at(learner, "free-weight")
    answer(learner)
    button(window).click()
    window.show_view("lessons")
    assert learner.step.id == "free-weight"
    assert button(window).isVisible()


def test_the_steps_offer_the_same_in_both_languages():
    for one, other in zip(
        lesson_of("en", LESSON).steps, lesson_of("ko", LESSON).steps, strict=True
    ):
        assert one.model == other.model
        assert one.model_after == other.model_after
    assert sum(step.model_after is not None for step in lesson_of("en", LESSON).steps) == 3
