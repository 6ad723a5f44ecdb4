"""The formulas of the model with today's numbers."""

import math
from dataclasses import replace

import pytest
from mpmath import mp

from core import logistic
from core.labelled import Labelled
from core.model_state import ModelLook, ModelState
from core.snapshot import evaluate
from core.state import LogBase, State
from gui.formula import plain
from gui.model.model_equations import (
    gradient_line,
    loss_general,
    loss_text,
    loss_value,
    model_line,
    probability_text,
    right_digits,
)
from tests.gui.model.model_bench import CHALLENGER, DATA, SHIPPED


def snapshot(data=CHALLENGER, base=LogBase.NATS, **fields):
    model = ModelState(data=data, **fields)
    return evaluate(State(log_base=base, model=model, model_look=ModelLook()))


def squeezed(node):
    return "".join(plain(node).split())


def line(**fields):
    return squeezed(model_line(snapshot(**fields).model)[0]())


@pytest.mark.parametrize(
    ("w", "b", "text"),
    [
        (-0.1311738, 8.446382, "f(x)=σ(w·x+b)≈σ(−0.1312·x+8.446)"),
        (0.5, -3.25, "f(x)=σ(w·x+b)=σ(0.5·x−3.25)"),
        (0.0, 0.0, "f(x)=σ(w·x+b)=σ(0·x+0)"),
        (1e150, -1e-150, "f(x)=σ(w·x+b)=σ(1×10^150·x−1×10^−150)"),
    ],
)
def test_the_model_has_its_numbers_with_the_right_sign_before_them(w, b, text):
    assert line(w=w, b=b) == text


def test_with_one_shared_pi_the_line_says_which():
    assert line(w=5.0, b=-0.83, shared=True) == "f(x)=σ(b)=π≈0.304"


def test_shorter_forms_say_the_same_with_fewer_digits():
    forms = [squeezed(make()) for make in model_line(snapshot(w=-0.1311738, b=8.446382).model)]
    assert forms[1].endswith("≈σ(−0.131·x+8.45)")
    assert forms[-1] == "f(x)≈σ(−0.13·x+8.4)"
    assert sorted(map(len, forms), reverse=True) == list(map(len, forms))


@pytest.mark.parametrize(
    ("b", "text", "exact"),
    [
        (0.0, "0.5", True),
        (-0.83, "0.304", False),
        (50.0, "1 − 1.9×10⁻²²", False),
        (1000.0, "1 − 5.1×10⁻⁴³⁵", False),
        (-1000.0, "5.08×10⁻⁴³⁵", False),
        (1e10, "1 − 9.3×10⁻⁴³⁴²⁹⁴⁴⁸²⁰", False),
        (-1e10, "9.28×10⁻⁴³⁴²⁹⁴⁴⁸²⁰", False),
        (-20.0, "2.06×10⁻⁹", False),
    ],
)
def test_a_probability_near_an_end_is_not_shown_as_the_end_itself(b, text, exact):
    assert probability_text(0.0, b) == (text, exact)


def test_the_minus_reaches_both_terms():
    assert squeezed(loss_general()) == "−(1)/(N)∑[y_ilogy\u0302_i+(1−y_i)log(1−y\u0302_i)]"


@pytest.mark.parametrize("base", LogBase)
def test_the_loss_is_that_of_the_core_in_the_unit_shown(base):
    s = snapshot(base=base, w=-0.13, b=8.4)
    exact = s.in_unit(logistic.binary_cross_entropy(CHALLENGER.x, CHALLENGER.y, -0.13, 8.4))
    assert loss_text(s) == (f"{exact:.4g}", True)
    assert plain(loss_value(s)[0]).startswith("≈ ")


def test_a_loss_too_small_for_a_float_is_not_said_to_be_0():
    s = snapshot(DATA["separable"], w=2000.0, b=-7000.0)
    assert s.model.binary_cross_entropy == 0.0
    # Two of six losses are e⁻¹⁰⁰⁰, the others nothing beside them.
    assert plain(loss_value(s)[0]) == "≈ 1.692×10^−435"
    s = snapshot(DATA["separable"], base=LogBase.BITS, w=2000.0, b=-7000.0)
    assert plain(loss_value(s)[0]) == "≈ 2.441×10^−435"


def test_without_examples_the_loss_is_undefined():
    s = snapshot(DATA["no_examples"])
    assert loss_value(s)[1] == "undefined"
    assert gradient_line(s) == ()


def test_the_gradient_is_that_of_the_core():
    s = snapshot(w=-0.13, b=8.4)
    dw, db = logistic.gradient(CHALLENGER.x, CHALLENGER.y, -0.13, 8.4)
    assert squeezed(gradient_line(s)[0]()) == f"∂/∂w≈{dw:.4g}∂/∂b≈{db:.4g}".replace("-", "−")


def test_with_one_shared_pi_the_gradient_has_one_part():
    s = snapshot(w=5.0, b=0.0, shared=True)
    # σ(0) − k/n
    assert squeezed(gradient_line(s)[0]()) == f"∂/∂b≈{0.5 - 7 / 23:.4f}"


def exact_slopes(data, w, b):
    """Both slopes at these very floats, worked out in 60 digits."""
    with mp.workdps(60):
        terms = [
            (1 / (1 + mp.exp(-(mp.mpf(w) * mp.mpf(x) + mp.mpf(b)))) - y, mp.mpf(x))
            for x, y in zip(data.x.tolist(), data.y.tolist(), strict=True)
        ]
        n = len(terms)
        return float(mp.fsum(r * x for r, x in terms) / n), float(mp.fsum(r for r, _ in terms) / n)


def near(data, away):
    fit = logistic.fit(data.x, data.y)
    return snapshot(data, w=fit.w * (1 + away), b=fit.b * (1 + away))


WIDE = Labelled(CHALLENGER.x * 1e148 - 70e148, CHALLENGER.y)


@pytest.mark.parametrize("data", [CHALLENGER, SHIPPED["ten-points"], WIDE], ids=["c", "t", "wide"])
def test_at_the_fit_no_slope_has_digits(data):
    assert squeezed(gradient_line(near(data, 0.0))[0]()) in {
        f"∂/∂w{one}0∂/∂b{other}0" for one in "≈=" for other in "≈="
    }


@pytest.mark.parametrize("data", [CHALLENGER, SHIPPED["ten-points"], WIDE], ids=["c", "t", "wide"])
@pytest.mark.parametrize("away", [1e-15, 1e-14, -1e-13, 1e-12, -1e-11, 1e-9, 1e-6])
def test_each_digit_of_a_slope_is_right(data, away):
    s = near(data, away)
    for slope, exact, digits in zip(
        s.model.gradient,
        exact_slopes(data, s.model.w, s.model.b),
        right_digits(s.model),
        strict=True,
    ):
        if digits:
            unit = 10.0 ** (math.floor(math.log10(abs(exact))) + 1 - digits)
            assert abs(slope - exact) < unit
    if abs(away) >= 1e-6:
        assert right_digits(s.model) == (4, 4)


def test_far_from_the_fit_the_examples_are_not_looked_at(monkeypatch):
    s = snapshot(w=-0.13, b=8.4)
    monkeypatch.setattr(type(s.model), "predictions", lambda *_: pytest.fail("a look"))
    assert right_digits(s.model) == (4, 4)


def test_a_slope_that_is_0_is_said_to_be_0():
    s = snapshot(Labelled([-1.0, 1.0, -1.0, 1.0], [0, 0, 1, 1]))
    assert squeezed(gradient_line(s)[0]()) == "∂/∂w=0∂/∂b=0"


def test_what_has_no_model_has_no_formulas():
    bare = replace(snapshot(), model=None)
    assert loss_text(bare) == ("", False)
    assert gradient_line(bare) == ()
