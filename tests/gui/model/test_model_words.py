"""What is said of the fit: each kind of data told apart, in words that are true."""

import math

import pytest

from core.logistic import Fit
from core.model_snapshot import evaluate_model
from core.model_state import ModelLook, ModelState
from gui.model.model_words import explain_fit, explain_number, infimum_words, why_no_fit
from gui.model.typed_number import NumberError
from tests.gui.model.model_bench import CHALLENGER, DATA


def model(data, **fields):
    return evaluate_model(ModelState(data=data, **fields), ModelLook())


def plain(text):
    return text.replace("\u00a0", " ")


def test_of_a_plain_minimum_nothing_is_said():
    assert explain_fit(model(CHALLENGER)) == ""
    assert infimum_words(model(CHALLENGER)) == ""


def test_each_kind_of_data_is_told_apart():
    said = {kind: explain_fit(model(data)) for kind, data in DATA.items()}
    assert all(said.values())
    assert len(set(said.values())) == len(DATA)


@pytest.mark.parametrize(
    ("kind", "parts"),
    [
        ("separable", ["zeros lie up to x = 3", "ones from x = 4", "w → +∞", "towards 0"]),
        ("separable, falling", ["ones lie up to x = 2", "zeros from x = 3", "w → −∞"]),
        ("quasi_separable", ["x = 3 alone", "w → −∞", "never reached"]),
        ("ones", ["All 3 examples are ones", "b → +∞"]),
        ("zeros", ["All 3 examples are zeros", "b → −∞"]),
        ("single_point", ["single example, y = 1", "b → +∞"]),
        ("equal_x", ["x = 2.5", "f(2.5) = k/n", "whole line"]),
        ("no_examples", ["No examples"]),
    ],
)
def test_the_words_name_what_runs_off_and_where(kind, parts):
    text = plain(explain_fit(model(DATA[kind])))
    for part in parts:
        assert part in text


def test_the_infimum_of_touching_classes_is_in_the_unit_shown():
    one = model(DATA["quasi_separable"])
    # Of five examples two share an x, one of each kind: 2/5 · log 2.
    assert one.fit.loss == pytest.approx(0.4 * math.log(2))
    assert "towards 0.2773" in plain(explain_fit(one))
    in_bits = explain_fit(one, lambda nats: nats / math.log(2))
    assert "towards 0.4000" in plain(in_bits)


def test_borders_that_are_close_are_told_apart():
    close = model(type(CHALLENGER)([1e9, 1e9 + 1], [0, 1]))
    text = plain(explain_fit(close))
    assert "x = 1000000000," in text
    assert "x = 1000000001 on" in text


def test_a_fit_that_is_worked_out_is_waited_for():
    pending = model(CHALLENGER)
    object.__setattr__(pending, "fit", None)
    assert "worked out" in explain_fit(pending)
    assert "worked out" in why_no_fit(pending)


def test_a_jump_that_is_not_possible_says_why():
    assert "separable" in why_no_fit(model(DATA["separable"]))
    assert "one class" in why_no_fit(model(DATA["ones"]))
    assert "examples" in why_no_fit(model(DATA["no_examples"]))


def test_with_one_shared_pi_only_one_class_alone_has_no_minimum():
    reasons = {kind: infimum_words(model(data), shared=True) for kind, data in DATA.items()}
    assert {kind for kind, why in reasons.items() if why} == {"ones", "zeros", "single_point"}


def test_every_reason_of_a_fit_has_its_words():
    base = model(CHALLENGER)
    for reason in ("separable", "quasi_separable", "one_class", "single_point", "no_examples"):
        fit = Fit(math.inf, -math.inf, 0.0, False, reason, (1.0, 0.0), (3.0, 4.0))
        assert explain_fit(base.with_fit(fit))


@pytest.mark.parametrize(
    ("error", "parts"),
    [
        (NumberError("abc", "form", -1e154, 1e154), ["1/3", "“abc”"]),
        (NumberError("1e200", "range", -1e154, 1e154), ["−10¹⁵⁴", "10¹⁵⁴", "“1e200”"]),
        (NumberError("0", "range", 1e-12, 1e12), ["10⁻¹²", "10¹²"]),
        (NumberError("−1", "form", 0, 2**63 - 1), ["whole number", "9,223,372,036,854,775,807"]),
        (NumberError("9" * 99, "form", -1.0, 1.0), ["9999…”"]),
    ],
)
def test_a_bad_number_is_answered_with_what_is_allowed(error, parts):
    for part in parts:
        assert part in explain_number(error)
