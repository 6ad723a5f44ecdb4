"""The numbers of the Model view, held against the core's own functions."""

import math
from dataclasses import replace

import numpy as np
import pytest

from core import bernoulli, logistic, model_snapshot
from core.labelled import Labelled
from core.landscape import Region, usual_region
from core.model_snapshot import evaluate_model
from core.model_state import Climber, ModelLook, ModelState
from core.snapshot import evaluate
from core.state import LogBase, State

X = [53.0, 57.0, 63.0, 66.0, 67.0, 70.0, 70.0, 75.0]
Y = [1, 1, 1, 0, 0, 0, 1, 0]
DATA = Labelled(X, Y)
STATE = ModelState(DATA, w=-0.2, b=13.0)
LOOK = ModelLook()
REGION = Region(-1.0, 1.0, -5.0, 5.0)


def test_every_number_is_that_of_the_core():
    model = evaluate_model(STATE, LOOK)
    x, y = np.array(X), np.array(Y)
    assert (model.n, model.k, model.w, model.b) == (8, 4, -0.2, 13.0)
    assert model.binary_cross_entropy == logistic.binary_cross_entropy(x, y, -0.2, 13.0)
    assert model.gradient == logistic.gradient(x, y, -0.2, 13.0)
    assert model.floor == bernoulli.entropy(0.5)
    assert model.shared_b == 0.0
    assert model.fit == logistic.fit(x, y)
    assert model.region == usual_region(DATA, model.fit)
    assert model.path is None
    assert np.array_equal(model.predictions(), logistic.predict(x, -0.2, 13.0))
    assert np.array_equal(model.predictions(2, 4), model.predictions()[2:4])
    assert np.array_equal(model.losses(), logistic.losses(x, y, -0.2, 13.0))
    assert np.array_equal(model.losses(5), model.losses()[5:])


def test_with_one_shared_pi_the_loss_is_that_of_explore():
    b = 0.7
    model = evaluate_model(replace(STATE, b=b, shared=True), LOOK)
    pi = float(logistic.predict(0.0, 0.0, b))
    assert model.w == 0.0
    assert model.binary_cross_entropy == pytest.approx(
        bernoulli.binary_cross_entropy(pi, 4, 8), rel=1e-14
    )
    best = evaluate_model(replace(STATE, b=model.shared_b, shared=True), LOOK)
    assert best.binary_cross_entropy == pytest.approx(best.floor, rel=1e-15)


@pytest.mark.parametrize(
    ("y", "shared_b", "floor"), [([1, 1], math.inf, 0.0), ([0, 0], -math.inf, 0.0)]
)
def test_of_one_class_the_bias_runs_off(y, shared_b, floor):
    model = evaluate_model(ModelState(Labelled([1.0, 2.0], y)), LOOK)
    assert (model.shared_b, model.floor) == (shared_b, floor)


def test_without_examples_nothing_is_defined():
    model = evaluate_model(ModelState(climber=Climber(start=(0.0, 0.0), step=3)), LOOK)
    assert (model.n, model.k) == (0, 0)
    assert model.binary_cross_entropy is None
    assert model.gradient is None
    assert model.floor is None
    assert model.shared_b is None
    assert model.path is None
    assert model.fit.reason == "no_examples"
    assert model.predictions().size == model.losses().size == 0


def test_what_did_not_change_is_kept(monkeypatch):
    first = evaluate_model(STATE, LOOK)
    monkeypatch.setattr(logistic, "fit", None)  # nothing may ask for it again
    monkeypatch.setattr(model_snapshot, "usual_region", None)
    moved = evaluate_model(replace(STATE, w=0.5), LOOK, first)
    assert moved.fit is first.fit
    assert moved.region is first.region
    assert moved.binary_cross_entropy != first.binary_cross_entropy


def test_to_look_elsewhere_works_nothing_out_again(monkeypatch):
    first = evaluate_model(STATE, LOOK)
    monkeypatch.setattr("core._logits.loss_and_gradient", None)
    turned = evaluate_model(STATE, replace(LOOK, slice_along="b"), first)
    assert turned.look.slice_along == "b"
    assert turned.binary_cross_entropy == first.binary_cross_entropy
    assert evaluate_model(STATE, replace(LOOK, region=REGION), turned).region is REGION


@pytest.mark.parametrize(
    ("k", "n", "b"),
    [(1, 2, 0.0), (7, 10, math.log(7 / 3)), (0, 3, -math.inf), (3, 3, math.inf), (0, 0, None)],
)
def test_the_bias_of_one_shared_pi(k, n, b):
    assert model_snapshot.shared_bias(k, n) == b


def test_a_chosen_region_is_seen_and_left_again():
    first = evaluate_model(STATE, LOOK)
    zoomed = evaluate_model(STATE, replace(LOOK, region=REGION), first)
    assert zoomed.region is REGION
    assert evaluate_model(STATE, LOOK, zoomed).region == first.region


def test_a_path_goes_on_and_back_from_the_one_before():
    climber = Climber(start=(0.0, 0.0), step=4)
    first = evaluate_model(replace(STATE, climber=climber), LOOK)
    assert first.path.w.size == 5
    same = evaluate_model(replace(STATE, w=9.0, climber=climber), LOOK, first)
    assert same.path is first.path
    longer = evaluate_model(replace(STATE, climber=replace(climber, step=9)), LOOK, first)
    assert np.array_equal(longer.path.w[:5], first.path.w)
    shorter = evaluate_model(replace(STATE, climber=replace(climber, step=2)), LOOK, longer)
    assert np.array_equal(shorter.path.w, first.path.w[:3])


@pytest.mark.parametrize(
    "change", [{"rate": 0.5}, {"method": "newton"}, {"start": (0.1, 0.0)}, {"standardised": False}]
)
def test_another_climber_goes_another_way(change):
    climber = Climber(start=(0.0, 0.0), step=3)
    first = evaluate_model(replace(STATE, climber=climber), LOOK)
    state = replace(STATE, climber=replace(climber, **change))
    assert np.array_equal(
        evaluate_model(state, LOOK, first).path.w, evaluate_model(state, LOOK).path.w
    )


def test_one_shared_pi_goes_another_way():
    climber = Climber(start=(0.0, 0.0), step=3)
    first = evaluate_model(replace(STATE, climber=climber), LOOK)
    shared = evaluate_model(replace(STATE, climber=climber, shared=True), LOOK, first)
    assert not shared.path.w.any()
    assert shared.path.b[-1] != first.path.b[-1]


def test_other_data_are_worked_out_anew():
    climber = Climber(start=(0.0, 0.0), step=2)
    first = evaluate_model(replace(STATE, climber=climber), LOOK)
    data = DATA.changed(0, y=0)
    other = evaluate_model(replace(STATE, data=data, climber=climber), LOOK, first)
    alone = evaluate_model(replace(STATE, data=data, climber=climber), LOOK)
    assert other.fit == alone.fit != first.fit
    assert np.array_equal(other.path.w, alone.path.w)


def test_the_fit_of_many_comes_later(monkeypatch):
    monkeypatch.setattr(model_snapshot, "AT_ONCE", 5)
    waiting = evaluate_model(STATE, LOOK)
    assert waiting.fit is None
    fit = logistic.fit(X, Y)
    known = waiting.with_fit(fit)
    assert known.fit is fit
    assert known.region == usual_region(DATA, fit)
    assert evaluate_model(replace(STATE, w=1.0), LOOK, known).fit is fit
    zoomed = evaluate_model(STATE, replace(LOOK, region=REGION)).with_fit(fit)
    assert zoomed.region is REGION


def test_a_snapshot_of_the_whole_keeps_what_the_model_leaves_alone():
    state = State(model=STATE, model_look=LOOK)
    first = evaluate(state)
    assert first.model.w == -0.2
    moved = evaluate(replace(state, model=replace(STATE, w=0.0)), first)
    assert moved.curves is first.curves
    assert moved.model.w == 0.0
    assert evaluate(replace(state, pi=0.3), first).model is first.model
    assert evaluate(replace(state, log_base=LogBase.BITS), first).in_unit(math.log(2.0)) == 1.0
    assert evaluate(State(), first).model is None
