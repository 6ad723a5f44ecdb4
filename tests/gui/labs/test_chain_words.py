"""What the chain lab says."""

import math
import re
from itertools import product

import pytest

from core.lab_state import LabState
from core.snapshot import evaluate
from core.stage import Stage
from core.state import LogBase, State
from gui.formula import plain
from gui.labs import chain_words as words
from gui.labs.chain_formulas import expression, operator, step_formulas
from tests.gui.labs.desk import counts

pytestmark = pytest.mark.usefixtures("look_of_the_start")

ON = list(product((False, True), repeat=4))
LIKELIHOOD, LOG, NEGATIVE, BCE = (
    (True, False, False, False),
    (True, True, False, False),
    (True, True, True, False),
    (True, True, True, True),
)


def snap(k=7, n=10, pi=0.42, **fields):
    return evaluate(State(observations=counts(k, n), pi=pi, **fields))


def spaceless(text):
    return re.sub(r"\s", "", text)


@pytest.mark.parametrize(
    ("on", "title", "chip"),
    [
        (LIKELIHOOD, "Likelihood L(π)", "L ≈ 4.498×10⁻⁴"),
        (LOG, "Log-likelihood ℓ(π)", "ℓ ≈ −7.707"),
        (NEGATIVE, "Negative log-likelihood −ℓ(π)", "−ℓ ≈ 7.707"),
        (BCE, "Binary cross-entropy BCE(π)", "BCE ≈ 0.7707"),
        ((True, False, False, True), "L(π)/N", "L/N ≈ 4.498×10⁻⁵"),
        ((True, False, True, True), "−L(π)/N", "−L/N ≈ −4.498×10⁻⁵"),
        ((True, True, False, True), "ℓ(π)/N", "ℓ/N ≈ −0.7707"),
        ((False, False, False, False), "Empty product: 1", "1"),
        ((False, True, True, True), "Empty product: −(log 1)/N", "−(log 1)/N = 0"),
    ],
)
def test_each_curve_is_called_by_its_name_where_it_has_one(on, title, chip):
    assert words.title(on, snap()) == title
    assert words.chip(on, snap()) == chip


def test_the_sixteen_curves_have_sixteen_expressions():
    said = {on: plain(expression(on)) for on in ON}
    assert len(set(said.values())) == 16
    assert spaceless(said[BCE]) == "−(1)/(N)∑[y_ilogπ+(1−y_i)log(1−π)]"
    assert spaceless(said[LIKELIHOOD]) == "∏f(y_i;π)"


@pytest.mark.parametrize("mean", [False, True])
def test_the_minus_reaches_both_terms(mean):
    said = plain(expression((True, True, True, mean)))
    inner = re.fullmatch(r"−.*∑\s*\[(.*)\]", said)
    assert inner is not None
    assert inner[1].count("log") == 2


def test_the_word_turns_from_argmax_to_argmin():
    assert "argmax" in plain(operator("max"))
    assert "▲" in plain(operator("max"))
    assert "argmin" in plain(operator("min"))
    assert "▼" in plain(operator("min"))
    assert operator(None) is None
    assert words.optimum_note(LOG, snap()) == "argmax π̂ = 0.7, ℓ ≈ −6.109"
    assert words.optimum_note(BCE, snap()) == "argmin π̂ = 0.7, BCE ≈ 0.6109"


def test_each_step_has_its_formula():
    texts = [spaceless(plain(step_formulas(i)[0])) for i in range(4)]
    assert texts == ["∏f(y_i;π)", "log", "×(−1)", "×(1)/(N)"]


def test_the_numbers_say_the_value_here_and_at_the_optimum():
    full = words.numbers(BCE, snap())[0]
    assert full == (
        "Binary cross-entropy BCE ≈ 0.7707 at π = 0.42  ·  BCE ≈ 0.6109 at π̂ = 0.7"
        "  ·  π̂ has not moved"
    )
    bits = words.numbers(BCE, snap(log_base=LogBase.BITS))[0]
    assert "BCE ≈ 0.8813 at π̂ = 0.7" in bits


@pytest.mark.parametrize("on", ON)
def test_what_a_lesson_hides_is_not_said(on):
    hidden = snap(pi=0.25, stage=Stage(hidden=frozenset({"optimum"})))
    said = " ".join((*words.numbers(on, hidden), words.summary(on, hidden)))
    assert "0.7 " not in f"{said} "
    assert "π̂ =" not in said


def test_an_infinite_value_is_said_with_its_reason():
    said = words.numbers(NEGATIVE, snap(pi=1.0))[0]
    assert "−ℓ = ∞ at π = 1 (a zero was observed, yet π = 1)" in said


def test_without_the_product_the_curve_is_the_same_number_everywhere():
    said = words.numbers((False, False, True, True), snap())[0]
    assert said == "Empty product: −1/N = −0.1000 for every π"


def test_every_remark_is_said_and_the_minus_warns():
    said = {on: words.remark(on, snap())[0] for on in ON}
    for on, text in said.items():
        assert ("argmin" in text) is (on[0] and on[2])
    assert "at the ends, not at π̂" in said[BCE]
    assert "at the other end" in words.remark(BCE, snap(10, 10))[0]
    assert "No observations" in words.remark(BCE, snap(0, 0))[0]


@pytest.mark.parametrize(("k", "places"), [(7, (0.0, 1.0)), (10, (0.0,)), (0, (1.0,))])
def test_the_argmax_of_what_was_turned_over_is_where_the_data_are_impossible(k, places):
    snapshot = snap(k, 10)
    assert words.wrong_places(snapshot) == places
    for end in places:
        assert math.isinf(evaluate(State(observations=counts(k, 10), pi=end)).log_likelihood)
    assert words.wrong_note(BCE) == "argmax: ∞"
    assert words.wrong_note((True, False, True, False)) == "argmax: 0"
    assert ("both ends" in words.wrong_remark(BCE, snapshot)[0]) is (k == 7)


def test_of_many_observations_the_likelihood_beside_its_maximum_is_drawn():
    many = snap(700, 1000)
    assert words.title(LIKELIHOOD, many) == "Likelihood L(π) / L(π̂)"
    assert words.title((True, False, True, True), many) == "−L(π) / (N L(π̂))"
    assert words.chip(LIKELIHOOD, many).startswith("L ≈ ")
    assert "×10⁻" in words.chip(LIKELIHOOD, many)


def test_far_zoomed_in_the_title_says_that_differences_are_drawn():
    zoomed = snap(7 * 10**8, 10**9, interval=(0.69995, 0.70005))
    assert words.title(LOG, zoomed) == "Log-likelihood ℓ(π) − ℓ(π̂)"
    assert words.title(NEGATIVE, zoomed) == "Negative log-likelihood ℓ(π̂) − ℓ(π)"
    assert words.title(BCE, zoomed) == "Binary cross-entropy (ℓ(π̂) − ℓ(π))/N"


@pytest.mark.parametrize("on", ON)
@pytest.mark.parametrize(("k", "n"), [(0, 0), (7, 10), (10, 10), (7 * 10**14, 10**15)])
@pytest.mark.parametrize("pi", [0.0, 0.42, 1.0])
def test_there_is_a_summary_of_everything(on, k, n, pi):
    said = words.summary(on, snap(k, n, pi, lab=LabState(chain=on)))
    assert said.endswith(".")
    assert "nan" not in said
    assert "{" not in said
