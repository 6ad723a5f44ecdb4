"""The formulas of the lessons: what they say against the core, and where their terms stand."""

import re
from dataclasses import replace

import pytest
from PyQt5.QtCore import QEvent, QPointF, Qt

from core import bernoulli
from core.evidence import likelihood_integral
from core.lessons.lesson import FORMULAS
from core.observations import Observations
from core.scientific import format_number
from core.snapshot import evaluate
from core.stage import Stage
from core.state import LogBase, State
from gui.lessons.formula_box import FormulaBox
from gui.lessons.formulas import HAS_TERMS
from tests.helpers import mouse, painted_texts, picture, settle

PI, K, N = 0.42, 7, 10
SEVEN = State(pi=PI)
AREA, AREA_EXPONENT = likelihood_integral(K, N)
VALUES = {
    "likelihood": bernoulli.likelihood(PI, K, N),
    "log-likelihood": bernoulli.log_likelihood(PI, K, N),
    "bce": bernoulli.binary_cross_entropy(PI, K, N),
    "score": bernoulli.score(PI, K, N),
    "information": bernoulli.observed_information(PI, K, N),
    "decomposition": bernoulli.binary_cross_entropy(PI, K, N),
    "integral": AREA * 10.0**AREA_EXPONENT,
    "mle": K / N,
}


def value_said(text):
    """The number behind the last sign of a formula in plain characters."""
    last = re.split("[=≈]", text)[-1].strip().replace("−", "-").replace("×10^", "e")
    return float(last)


@pytest.fixture
def box(shown, monkeypatch):
    monkeypatch.setattr("gui.pace.MILLISECONDS", 0)

    def box(name, state=SEVEN, width=340):
        made = FormulaBox()
        made.show_formula(name)
        made.render_snapshot(evaluate(state))
        made.retranslate()
        shown(made, width, 90)
        settle()
        return made

    return box


@pytest.mark.parametrize("name", VALUES)
def test_the_value_is_the_cores(box, name):
    assert value_said(box(name).text()) == pytest.approx(VALUES[name], rel=5e-4)


@pytest.mark.parametrize("name", FORMULAS)
def test_each_formula_says_and_paints_something(box, name):
    made = box(name)
    assert len(made.text()) > 5
    assert painted_texts(made)


@pytest.mark.parametrize("name", FORMULAS)
@pytest.mark.parametrize("width", [260, 340])
@pytest.mark.parametrize("pi", [0.0, 1e-9 / 3, PI, 1.0])
@pytest.mark.parametrize("data", [(7, 10), (10, 10), (0, 0), (123456, 987654)])
def test_each_formula_fits_in_its_box_whatever_its_numbers(box, name, width, pi, data):
    made = box(name, State(pi=pi, observations=Observations.from_counts(*data)), width)
    for painted in painted_texts(made):
        rect = painted.rect
        assert -2 <= rect.left() <= rect.right() <= made.width() + 2, painted.text
        assert -2 <= rect.top() <= rect.bottom() <= made.height() + 2, painted.text


def test_all_ones_at_one_have_the_slope_n(box):
    ones = State(pi=1.0, observations=Observations.from_counts(10, 10))
    assert value_said(box("score", ones).text()) == 10


def test_at_the_optimum_the_score_is_zero_though_k_over_n_is_no_float(box):
    third = State(pi=1 / 3, observations=Observations.from_counts(1, 3))
    assert box("score", third).text().endswith("= 0")


def test_the_formulas_follow_pi_and_the_unit(box):
    made = box("bce")
    made.render_snapshot(evaluate(State(pi=0.7)))
    settle()
    assert "0.6109" in made.text()
    made.render_snapshot(evaluate(State(pi=0.7, log_base=LogBase.BITS)))
    settle()
    assert "0.8813" in made.text()


@pytest.mark.parametrize("name", ["mle", "decomposition"])
def test_what_is_kept_back_is_not_given_away(box, name):
    hidden = replace(SEVEN, stage=Stage(hidden=frozenset({"optimum"})))
    text = box(name, hidden).text()
    assert text.endswith("= ?")
    assert "0.7" not in text
    assert format_number(bernoulli.entropy(0.7)) not in text


def test_one_has_no_undefined_value_without_observations(box):
    nothing = State(observations=Observations())
    assert "undefined" in box("mle", nothing).text()


def test_an_empty_name_shows_no_box(box):
    made = box("bce")
    made.show_formula("")
    assert made.isHidden()
    assert made.text() == ""


@pytest.mark.parametrize("name", HAS_TERMS)
def test_each_term_is_pointed_at_where_it_stands(box, name):
    made = box(name)
    heard = []
    made.pointed.connect(heard.append)
    middle = made.height() / 2
    found = {
        made._target_at(QPointF(x, y))
        for x in range(5, made.width(), 5)
        for y in range(5, made.height(), 5)
    }
    assert found == {"formula", "term:ones", "term:zeros"}
    mouse(made, QEvent.MouseMove, 3, middle, Qt.NoButton, Qt.NoButton)
    made.leaveEvent(QEvent(QEvent.Leave))
    assert heard[-1] == ""


@pytest.mark.parametrize("name", sorted(set(FORMULAS) - set(HAS_TERMS)))
def test_a_formula_without_terms_is_pointed_at_as_a_whole(box, name):
    made = box(name)
    found = {made._target_at(QPointF(x, made.height() - 12)) for x in range(5, 335, 5)}
    if name != "decomposition":
        assert found == {"formula"}


@pytest.mark.parametrize("name", HAS_TERMS)
@pytest.mark.parametrize("target", ["term:ones", "term:zeros", "formula"])
def test_what_is_lit_is_seen_and_moves_nothing(box, name, target):
    made = box(name)
    before, height = picture(made), made.height()
    places = [(t.text, t.rect) for t in painted_texts(made)]
    made.render_snapshot(evaluate(replace(SEVEN, stage=Stage(lit=target))))
    settle()
    assert made.height() == height
    assert (picture(made) != before).any()
    assert [(t.text, t.rect) for t in painted_texts(made)] == places


def test_the_roles_of_the_terms_are_those_of_ones_and_zeros(box):
    texts = re.sub(r"\s", "", "".join(t.text for t in painted_texts(box("pmf"))))
    assert "0.42" in texts
    assert "0.58" in texts
