"""What can be pointed at is on the screen."""

from dataclasses import replace

import pytest

from core.lessons.targets import is_shown, is_shown_in
from core.observations import Observations
from core.stage import TARGETS, Stage
from core.state import State
from tests.core.lessons import writing


def shown(target, stage=None, *, tiles=False, formula="", **fields):
    state = State(stage=Stage() if stage is None else stage, **fields)
    return is_shown(target, state, tiles=tiles, formula=formula)


@pytest.mark.parametrize(
    ("target", "hidden"),
    [
        ("mark:optimum", "optimum"),
        ("mark:tangent", "tangent"),
        ("mark:tangent", "curves"),
        ("mark:value", "curves"),
        ("curve:bce", "curves"),
        ("curve:ones", "curves"),
        ("curve:zeros", "parts"),
    ],
)
def test_what_is_hidden_is_not_on_the_screen(target, hidden):
    assert shown(target)
    assert not shown(target, Stage(hidden=frozenset({hidden})))
    assert not shown(target, Stage(lab="chain"))


def test_a_curve_is_in_its_plot_and_its_parts_in_two():
    bce, likelihood = Stage(panels=("bce",)), Stage(panels=("likelihood",))
    assert shown("curve:bce", bce)
    assert not shown("curve:log-likelihood", bce)
    assert shown("curve:ones", bce)
    assert not shown("curve:ones", likelihood)


def test_tiles_are_there_where_they_are_shown():
    assert not shown("tiles")
    assert shown("tiles", tiles=True)
    assert shown("tile:10", tiles=True)
    assert not shown("tile:11", tiles=True)
    assert not shown("tile:10")
    assert not shown("tile:1", tiles=True, observations=Observations.from_counts(7, 10))


def test_a_formula_and_its_terms_are_there_where_it_is():
    assert not shown("formula")
    assert shown("formula", formula="mle")
    assert not shown("term:ones", formula="mle")
    assert shown("term:zeros", formula="bce", stage=Stage(lab="chain"))


def test_the_lab_is_there_where_it_is_open():
    assert not shown("lab")
    assert shown("lab", Stage(lab="chain"))


def test_marks_need_what_they_mark():
    nothing = Observations()
    assert shown("mark:pi", observations=nothing)
    assert not shown("mark:optimum", observations=nothing)
    assert not shown("mark:true-pi", true_pi=0.7)
    assert shown("mark:true-pi", true_pi=0.7, shows_true_pi=True)
    assert not shown("mark:prediction")
    assert shown("mark:prediction", Stage(prediction=0.3))


def test_what_is_beyond_the_ends_of_the_axis_is_not_there():
    for target, there in [("mark:pi", False), ("mark:optimum", True), ("mark:true-pi", False)]:
        about = {"pi": 0.5, "true_pi": 0.2, "shows_true_pi": True}
        assert shown(target, interval=(0.6, 0.8), **about) is there
        assert shown(target, **about)


def test_the_ends_of_the_axis_belong_to_it():
    for pi in (0.0, 1.0):
        assert shown("mark:pi", pi=pi)
        assert shown("mark:optimum", observations=Observations((int(pi),)))


def test_a_prediction_is_there_once_a_place_was_asked_for():
    _lesson, place = writing.step_of(writing.PLACE)
    _lesson, number = writing.step_of(writing.NUMBER)
    for step, after, there in [(place, True, True), (place, False, False), (number, True, False)]:
        assert is_shown_in(step, "mark:prediction", State(), after=after) is there
    told = replace(number, question=None)
    assert not is_shown_in(told, "mark:prediction", State(), after=True)


def test_every_target_has_an_answer():
    for target in TARGETS:
        assert shown(target.replace("N", "1"), tiles=True, formula="bce") in {True, False}
