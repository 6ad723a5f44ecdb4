"""What may be chosen in the Model view, and what may not."""

import math
from dataclasses import replace

import pytest

from core.labelled import Labelled
from core.landscape import Region
from core.model_state import (
    LARGEST,
    LARGEST_SEED,
    METHODS,
    MOST_STEPS,
    PLOTS,
    RATES,
    Climber,
    ModelLook,
    ModelState,
)
from core.state import State

REGION = Region(-1.0, 1.0, -2.0, 2.0)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"method": "adam"}, "method must be one of descent, newton, got 'adam'"),
        ({"rate": 0.0}, "rate must be in"),
        ({"rate": math.nan}, "rate must be finite"),
        ({"rate": "1"}, "rate must be a number"),
        ({"rate": True}, "rate must be a number"),
        ({"rate": 2 * RATES[1]}, "rate must be in"),
        ({"seed": -1}, "seed must be a whole number"),
        ({"seed": LARGEST_SEED + 1}, "seed must be a whole number"),
        ({"step": MOST_STEPS + 1, "start": (0.0, 0.0)}, "step must be a whole number"),
        ({"step": 1}, "start must be known"),
        ({"start": (0.0, math.inf)}, "start must be finite"),
        ({"start": 5}, r"start must be a pair \(w, b\) or None, got 5"),
        ({"start": (1.0,)}, r"start must be a pair \(w, b\) or None, got \(1.0,\)"),
        ({"start": "12"}, r"start must be a pair \(w, b\) or None, got '12'"),
        ({"rate": 10**400}, "rate must be finite, got 1000"),
        ({"single": 1}, "single must be True or False"),
        ({"total": None}, "total must be True or False"),
        ({"standardised": "yes"}, "standardised must be True or False"),
    ],
)
def test_a_climber_that_cannot_be_is_refused(fields, words):
    with pytest.raises(ValueError, match=words):
        Climber(**fields)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"data": [1, 2]}, "data must be Labelled"),
        ({"climber": None}, "climber must be a Climber"),
        ({"source": None}, "source must be a string"),
        ({"shared": 1}, "shared must be True or False"),
        ({"w": math.nan}, "w must be finite"),
        ({"b": 10 * LARGEST}, "b must be at most 1e"),
        ({"w": "0"}, "w must be a number"),
        ({"true": (1.0, -math.inf)}, "true must be finite"),
        ({"true": (1, 2, 3)}, r"true must be a pair \(w, b\) or None, got \(1, 2, 3\)"),
        ({"w": 10**400}, "w must be finite, got 1000"),
        ({"b": -(10**5000)}, "b must be finite, got a"),
    ],
)
def test_a_model_that_cannot_be_is_refused(fields, words):
    with pytest.raises(ValueError, match=words):
        ModelState(**fields)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"slice_along": "x"}, "slice_along must be w or b"),
        ({"region": (0, 1, 0, 1)}, "region must be a Region"),
        ({"plots": ()}, "plots must be some of prediction, landscape"),
        ({"plots": ("prediction", "prediction")}, "plots must be some of"),
        ({"plots": ("bce",)}, "plots must be some of"),
        ({"plots": None}, "plots must be some of prediction, landscape, got None"),
        ({"plots": "prediction"}, "plots must be some of prediction, landscape, got 'prediction'"),
    ],
)
def test_a_look_that_cannot_be_is_refused(fields, words):
    with pytest.raises(ValueError, match=words):
        ModelLook(**fields)


def test_whole_numbers_become_floats_and_minus_zero_zero():
    state = ModelState(w=1, b=-0.0, true=(2, -3))
    assert (repr(state.w), repr(state.b), state.true) == ("1.0", "0.0", (2.0, -3.0))
    climber = Climber(rate=1, start=(1, 2), method=METHODS[1])
    assert repr(climber.rate) == "1.0"
    assert climber.start == (1.0, 2.0)


def test_the_plots_have_one_order():
    assert ModelLook(plots=PLOTS[::-1]).plots == PLOTS
    assert ModelLook(region=REGION).region is REGION


def test_with_one_shared_pi_the_weight_rests():
    state = ModelState(w=3.0, b=1.0, shared=True)
    assert state.weights == (0.0, 1.0)
    assert replace(state, shared=False).weights == (3.0, 1.0)


def test_equal_choices_are_equal():
    data = Labelled([1.0, 2.0], [0, 1])
    assert ModelState(data) == ModelState(Labelled([1.0, 2.0], [0, 1]))
    assert ModelState(data) != ModelState(data, w=1e-300)


def test_a_state_has_both_the_model_and_how_it_is_looked_at_or_neither():
    assert State().model is None
    assert State(model=ModelState(), model_look=ModelLook()).model == ModelState()
    for half in ({"model": ModelState()}, {"model_look": ModelLook()}):
        with pytest.raises(ValueError, match="together"):
            State(**half)
