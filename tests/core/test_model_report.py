"""The numbers of a model for scripts."""

import json
import math

import pytest

from core import logistic, model_snapshot
from core.labelled import Labelled
from core.model_report import model_numbers
from core.model_snapshot import evaluate_model
from core.model_state import ModelLook, ModelState

NAMES = ["n", "w", "b", "binary_cross_entropy", "gradient", "fit"]
FIT_NAMES = ["w", "b", "loss", "converged", "reason", "direction"]
MIXED = Labelled((1, 2, 3, 4, 5), (0, 1, 0, 1, 1))


def numbers(data, w=0.0, b=0.0, **fields):
    report = model_numbers(evaluate_model(ModelState(data, w=w, b=b, **fields), ModelLook()))
    assert list(report) == NAMES
    assert list(report["fit"]) == FIT_NAMES
    # What JSON cannot hold is not in it, and every digit is.
    assert json.loads(json.dumps(report, allow_nan=False)) == report
    return report


def test_the_numbers_of_the_core():
    report = numbers(MIXED, 0.3, -1.0)
    assert (report["n"], report["w"], report["b"]) == (5, 0.3, -1.0)
    x, y = MIXED.x, MIXED.y
    assert report["binary_cross_entropy"] == logistic.binary_cross_entropy(x, y, 0.3, -1.0)
    assert report["gradient"] == list(logistic.gradient(x, y, 0.3, -1.0))
    fit = logistic.fit(x, y)
    assert report["fit"] == {
        "w": fit.w,
        "b": fit.b,
        "loss": fit.loss,
        "converged": True,
        "reason": "minimum",
        "direction": None,
    }


def test_by_hand():
    report = numbers(Labelled((0, 1), (0, 1)))
    assert report["binary_cross_entropy"] == pytest.approx(math.log(2), rel=1e-15)
    assert report["gradient"] == [-0.25, 0.0]


def test_with_one_pi_w_counts_as_0():
    report = numbers(MIXED, 5.0, 0.5, shared=True)
    assert (report["w"], report["b"]) == (0.0, 0.5)
    assert report["fit"]["w"] != 0.0


def test_infinities_are_strings():
    fit = numbers(Labelled((1, 2), (0, 1)))["fit"]
    assert (fit["w"], fit["b"], fit["loss"]) == ("inf", "-inf", 0.0)
    assert (fit["converged"], fit["reason"]) == (False, "separable")
    assert math.hypot(*fit["direction"]) == pytest.approx(1.0)
    fit = numbers(Labelled((1, 2), (0, 0)))["fit"]
    assert (fit["b"], fit["reason"], fit["direction"]) == ("-inf", "one_class", [0.0, -1.0])


def test_undefined_is_none():
    report = numbers(Labelled(), 1.0, 2.0)
    assert (report["n"], report["w"], report["b"]) == (0, 1.0, 2.0)
    assert report["binary_cross_entropy"] is report["gradient"] is None
    fit = report["fit"]
    assert fit["w"] is fit["b"] is fit["loss"] is fit["direction"] is None
    assert (fit["converged"], fit["reason"]) == (False, "no_examples")


def test_the_fit_of_many_is_worked_out(monkeypatch):
    monkeypatch.setattr(model_snapshot, "AT_ONCE", 3)
    snapshot = evaluate_model(ModelState(MIXED), ModelLook())
    assert snapshot.fit is None
    assert model_numbers(snapshot)["fit"]["reason"] == "minimum"
