"""What is said of the way down."""

from dataclasses import replace

import numpy as np
import pytest

from core import climb, logistic
from core.climb import VERDICTS
from core.labelled import Labelled
from core.model_state import Climber, ModelLook, ModelState
from core.snapshot import evaluate
from core.state import LogBase, State
from gui.model import climb_words
from gui.model.climb_words import Limits, rate_words, status, verdict
from gui.model.typed_number import parse_number
from tests.gui.model.model_bench import CHALLENGER, DATA


def gone(steps, data=CHALLENGER, base=LogBase.NATS, **fields):
    """The snapshot so many steps down from (0, 0)."""
    begin = ModelState(data=data, climber=Climber(**fields))
    there = climb.advanced(begin, None, steps) if steps else begin
    return evaluate(State(log_base=base, model=there, model_look=ModelLook()))


def said(snapshot):
    forms, warns = verdict(snapshot, Limits())
    return forms[0], warns


def with_verdict(snapshot, word):
    model = snapshot.model
    return replace(snapshot, model=replace(model, path=replace(model.path, verdict=word)))


def test_the_step_says_its_loss_before_and_after():
    assert status(gone(6)) == "step 6, loss 0.4824 → 0.4727"


def test_the_step_is_in_the_unit_shown():
    assert status(gone(6, base=LogBase.BITS)) == "step 6, loss 0.6959 → 0.6820"


def test_before_the_first_step_it_says_what_to_do():
    assert status(gone(0)).startswith("▶")
    assert status(gone(0, DATA["no_examples"])) == ""


def at(w, b, **fields):
    state = ModelState(data=fields.pop("data", CHALLENGER), w=w, b=b, **fields)
    return evaluate(State(model=state, model_look=ModelLook()))


def test_at_the_minimum_it_does_not_send_anybody_down():
    fit = logistic.fit(CHALLENGER.x, CHALLENGER.y)
    assert status(at(fit.w, fit.b)) == "w and b are at the minimum: no step leads lower."
    assert status(at(fit.w, fit.b + 1e-3)).startswith("▶")


def test_where_one_pi_does_best_only_the_second_weight_leads_lower():
    b = at(0.0, 0.0).model.shared_b
    assert status(at(0.0, b, shared=True)) == "b is where one π does best: no step leads lower."
    assert status(at(0.0, b)).startswith("▶")
    assert status(at(0.0, b + 0.01, shared=True)).startswith("▶")


@pytest.mark.parametrize("name", ["separable", "no_examples"])
def test_without_a_minimum_nobody_is_at_it(name):
    # The loss is 0 here to a float64, and so is what it can never reach.
    assert "minimum" not in status(at(2000.0, -7000.0, data=DATA[name]))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "gradient descent, η = 1"),
        ({"rate": 0.5, "single": True}, "gradient descent, η = 0.5, one at a time"),
        ({"total": True}, "gradient descent, η = 1, sum"),
        ({"standardised": False}, "gradient descent, η = 1, x as given"),
        ({"method": "newton", "rate": 0.5}, "Newton's method"),
    ],
)
def test_a_class_is_told_how_it_goes_down(fields, words):
    forms, warns = climb_words.class_line(gone(0, **fields), Limits())
    assert forms == (f"{words} · Page Down: one step down.", "Page Down: one step down.")
    assert not warns
    forms, _warns = climb_words.class_line(gone(1, **fields), Limits())
    assert forms[0].startswith(f"{words} · step 1, loss ")


def test_a_class_is_warned_in_ever_fewer_words():
    forms, warns = climb_words.class_line(gone(12, rate=40.0), Limits())
    assert warns
    assert len(forms) == len(set(forms)) >= 3
    assert list(map(len, forms)) == sorted(map(len, forms), reverse=True)
    assert forms[-1] == "Too large: the loss bounces. Near the minimum η = 12 settles."


def test_a_class_without_examples_is_told_nothing():
    assert climb_words.class_line(gone(0, DATA["no_examples"]), Limits()) == (("",), False)


def test_a_step_that_is_small_is_shown_in_more_digits():
    before, after = status(gone(300, rate=1e-4, standardised=False)).split("loss ")[1].split(" → ")
    assert before > after
    assert len(before) > 6


def test_too_large_a_rate_is_told_with_the_largest_that_settles():
    s = gone(12, rate=1.0, standardised=False, total=True)
    assert s.model.path.verdict == "diverged"
    text, warns = said(s)
    largest = climb.largest_rate(CHALLENGER, s.model.state.climber, s.model.fit, shared=False)
    assert warns
    assert "too large" in text
    assert "Near the minimum" in text
    shown = text.split("η = ")[1].split(";")[0]
    assert 0.9 * largest < parse_number(shown, 0.0, 1.0) < largest
    assert all(f"η = {shown}" in form.replace("\u00a0", " ") for form in verdict(s, Limits())[0])


@pytest.mark.parametrize(
    ("limit", "text"),
    [(12.759, "12"), (8.0, "7.9"), (0.00303, "0.0030"), (1.0, "0.99"), (5e-7, "4.9×10⁻⁷")],
)
def test_a_limit_is_rounded_down_and_never_reached(limit, text):
    assert climb_words.below(limit) == text
    assert parse_number(text, 0.0, 1e12) < limit


@pytest.mark.parametrize("standardised", [True, False])
@pytest.mark.parametrize("total", [True, False])
def test_the_rate_that_is_named_does_settle_near_the_minimum(standardised, total):
    climber = Climber(standardised=standardised, total=total)
    fit = logistic.fit(CHALLENGER.x, CHALLENGER.y)
    limit = climb.largest_rate(CHALLENGER, climber, fit, shared=False)
    rate = parse_number(climb_words.below(limit), 0.0, 1e12)
    start = ModelState(
        data=CHALLENGER, w=fit.w * 1.001, b=fit.b, climber=replace(climber, rate=rate)
    )
    there = climb.advanced(start, None, 500)
    worse = climb.advanced(replace(start, climber=replace(climber, rate=1.2 * limit)), None, 500)
    losses = [
        logistic.binary_cross_entropy(CHALLENGER.x, CHALLENGER.y, s.w, s.b)
        for s in (start, there, worse)
    ]
    assert losses[1] < losses[0] < losses[2]


def test_without_a_minimum_no_rate_is_said_to_settle():
    s = with_verdict(gone(3, DATA["separable"]), "diverged")
    text, warns = said(s)
    assert warns
    assert "η" not in text


def test_a_rate_below_the_largest_is_not_said_to_be_above():
    s = with_verdict(gone(3, rate=1e-3), "rising")
    assert "η" not in said(s)[0]


def test_separable_data_run_off():
    text, warns = said(gone(50, DATA["separable"]))
    assert "no minimum" in text
    assert not warns


def test_newton_settles():
    assert "Settled" in said(gone(20, method="newton"))[0]


@pytest.mark.parametrize("method", ["descent", "newton"])
@pytest.mark.parametrize("single", [False, True])
def test_each_verdict_has_its_words_in_each_method(method, single):
    s = gone(2, method=method, single=single)
    texts = {word: said(with_verdict(s, word))[0] for word in VERDICTS}
    assert texts.pop("going") == ""
    assert all(texts.values())
    assert len(set(texts.values())) == len(texts)


def test_the_narrow_valley_of_x_as_given_is_named():
    s = gone(5, rate=1e-4, standardised=False)
    text, warns = said(s)
    assert not warns
    least, most = climb.curvatures(CHALLENGER, s.model.state.climber, s.model.fit, shared=False)
    assert (
        f"{np.sqrt(most / least):.0e}"
        == f"{float(text.split('some')[1].split()[0].replace(',', '')):.0e}"
    )
    assert len(verdict(s, Limits())[0]) == 2


def test_a_round_valley_is_not_called_narrow():
    x = np.random.default_rng(1).normal(size=100)
    round_ = Labelled(x, (x + np.random.default_rng(2).normal(size=100) > 0).astype(int))
    assert said(gone(2, round_, standardised=False, rate=0.1))[0] == ""


def test_what_is_worked_out_is_kept_for_the_same_examples(monkeypatch):
    calls = []
    real = climb.largest_rate
    monkeypatch.setattr("core.climb.largest_rate", lambda *a, **k: calls.append(1) or real(*a, **k))
    limits = Limits()
    s = gone(5, rate=1e-4, standardised=False)
    first = limits.largest_rate(s.model)
    assert limits.largest_rate(s.model) == first
    assert len(calls) == 1
    other = gone(5, rate=1e-4, standardised=False, total=True)
    assert limits.largest_rate(other.model) == pytest.approx(first / 23)


def test_the_sum_is_a_change_of_the_rate():
    assert "23 of the mean" in rate_words(Climber(total=True), 23)
    assert "0.04348" in rate_words(Climber(), 23)
    assert "no part" in rate_words(Climber(single=True), 23)
    assert rate_words(Climber(), 0) == ""
