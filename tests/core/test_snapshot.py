"""The snapshot: every number of a state, and what is kept from one to the next."""

import dataclasses
import math
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import bernoulli
from core.observations import Observations
from core.snapshot import evaluate
from core.state import LogBase, State


def snapshot_of(k, n, pi, **changes):
    return evaluate(State(Observations.from_counts(k, n), pi=pi, **changes))


def test_numbers_of_seven_in_ten_at_a_half():
    snapshot = evaluate(State())
    assert (snapshot.n, snapshot.k, snapshot.pi, snapshot.mle) == (10, 7, 0.5, 0.7)
    assert snapshot.likelihood == 2.0**-10
    assert (snapshot.likelihood_mantissa, snapshot.likelihood_exponent10) == (9.765625, -4)
    assert snapshot.log_likelihood == -10 * math.log(2)
    assert snapshot.binary_cross_entropy == math.log(2)
    assert (snapshot.score, snapshot.observed_information) == (8.0, 40.0)
    assert snapshot.fisher_information == 40.0
    assert snapshot.entropy == bernoulli.entropy(0.7)
    assert snapshot.kl_divergence == bernoulli.kl_divergence(0.7, 0.5)
    assert (snapshot.loss_of_one, snapshot.loss_of_zero) == (math.log(2), math.log(2))
    assert snapshot.ones_log_likelihood == pytest.approx(-7 * math.log(2), rel=1e-15)
    assert snapshot.zeros_log_likelihood == pytest.approx(-3 * math.log(2), rel=1e-15)
    assert snapshot.ones_cross_entropy == pytest.approx(0.7 * math.log(2), rel=1e-15)
    assert snapshot.zeros_cross_entropy == pytest.approx(0.3 * math.log(2), rel=1e-15)
    best = snapshot.optimum
    assert best.pi == 0.7
    assert (best.mantissa, best.exponent10) == bernoulli.scaled_likelihood(0.7, 7, 10)
    assert best.log_likelihood == bernoulli.log_likelihood(0.7, 7, 10)
    assert best.binary_cross_entropy == snapshot.entropy
    ratio = 0.5**10 / (0.7**7 * 0.3**3)
    assert snapshot.relative_likelihood == pytest.approx(ratio, rel=1e-14)
    assert snapshot.likelihood_slope_relative == snapshot.relative_likelihood * 8.0
    assert not snapshot.underflowed
    assert snapshot.impossible is None


def test_no_observations():
    snapshot = evaluate(State(Observations()))
    assert (snapshot.n, snapshot.k, snapshot.mle, snapshot.optimum) == (0, 0, None, None)
    assert (snapshot.likelihood, snapshot.log_likelihood) == (1.0, 0.0)
    assert (snapshot.likelihood_mantissa, snapshot.likelihood_exponent10) == (1.0, 0)
    for name in (
        "binary_cross_entropy",
        "entropy",
        "kl_divergence",
        "ones_cross_entropy",
        "zeros_cross_entropy",
    ):
        assert getattr(snapshot, name) is None
    assert (snapshot.relative_likelihood, snapshot.likelihood_slope_relative) == (1.0, 0.0)
    assert snapshot.impossible is None


@pytest.mark.parametrize(
    ("k", "n", "pi", "impossible"),
    [
        (7, 10, 0.0, "one"),
        (7, 10, 1.0, "zero"),
        (0, 10, 0.0, None),
        (10, 10, 1.0, None),
        (10, 10, 0.0, "one"),
        (0, 10, 1.0, "zero"),
    ],
)
def test_boundary(k, n, pi, impossible):
    snapshot = snapshot_of(k, n, pi)
    assert snapshot.impossible == impossible
    infinite = impossible is not None
    assert (snapshot.likelihood == 0.0) is infinite
    assert (snapshot.log_likelihood == -math.inf) is infinite
    assert (snapshot.binary_cross_entropy == math.inf) is infinite
    assert (snapshot.kl_divergence == math.inf) is infinite
    assert snapshot.relative_likelihood == (0.0 if infinite else 1.0)
    assert not snapshot.underflowed
    assert not math.isnan(snapshot.ones_cross_entropy)
    assert not math.isnan(snapshot.zeros_cross_entropy)


def test_underflow_is_told():
    assert snapshot_of(500, 1075, 0.5).underflowed
    assert snapshot_of(500, 1074, 0.5).underflowed
    assert not snapshot_of(500, 1022, 0.5).underflowed


def test_everything_at_its_optimum():
    for k, n in ((7, 10), (1, 3), (10, 10), (0, 10), (403210071, 1373166834)):
        snapshot = snapshot_of(k, n, k / n)
        assert snapshot.relative_likelihood == 1.0
        assert snapshot.kl_divergence == 0.0
        assert snapshot.log_likelihood == snapshot.optimum.log_likelihood
        assert snapshot.binary_cross_entropy == pytest.approx(snapshot.entropy, rel=1e-15)
        slope = {0: -n, n: n}.get(k, 0.0)
        assert snapshot.likelihood_slope_relative == slope


@pytest.mark.parametrize(
    ("k", "n", "pi", "slope"),
    [
        (1, 1, 0.0, 1.0),
        (0, 1, 1.0, -1.0),
        (1, 2, 0.0, 4.0),
        (1, 2, 1.0, -4.0),
        (2, 4, 0.0, 0.0),
        (2, 4, 1.0, 0.0),
        (1, 1, 5e-324, None),
        (0, 0, 0.5, 0.0),
    ],
)
def test_slope_of_the_likelihood_at_the_poles_of_the_score(k, n, pi, slope):
    got = snapshot_of(k, n, pi).likelihood_slope_relative
    assert got == (None if slope is None else pytest.approx(slope, rel=1e-14))


@settings(max_examples=100, deadline=None, derandomize=True)
@given(st.integers(1, 50), st.data(), st.floats(0.05, 0.95))
def test_slope_of_the_likelihood_is_its_derivative(n, data, pi):
    k = data.draw(st.integers(0, n))
    h = 1e-6
    up, down = (snapshot_of(k, n, p).relative_likelihood for p in (pi + h, pi - h))
    snapshot = snapshot_of(k, n, pi)
    assert (up - down) / (2 * h) == pytest.approx(
        snapshot.likelihood_slope_relative, rel=1e-4, abs=1e-5 * n
    )
    ratio = snapshot.likelihood / bernoulli.likelihood(k / n, k, n)
    assert snapshot.relative_likelihood == pytest.approx(ratio, rel=1e-12)


def test_bits():
    snapshot = evaluate(State(log_base=LogBase.BITS))
    assert snapshot.in_unit(snapshot.binary_cross_entropy) == 1.0
    assert evaluate(State()).in_unit(0.25) == 0.25


def test_an_amount_beyond_float64_has_its_unit_by_its_logarithm():
    tiny = Decimal("-327.7328")
    assert evaluate(State()).log10_in_unit(tiny) == tiny
    in_bits = evaluate(State(log_base=LogBase.BITS)).log10_in_unit(tiny)
    assert float(in_bits - tiny) == pytest.approx(-math.log10(math.log(2.0)), rel=1e-15)


def assert_same(one, other):
    for field in dataclasses.fields(one):
        if field.name != "curves":
            assert getattr(one, field.name) == getattr(other, field.name), field.name


def test_curves_and_optimum_are_kept_while_they_are_the_same():
    first = evaluate(State())
    moved = evaluate(State(pi=0.25), first)
    assert moved.curves is first.curves
    assert moved.optimum is first.optimum
    assert_same(moved, evaluate(State(pi=0.25)))

    zoomed = evaluate(State(interval=(0.5, 0.75)), first)
    assert zoomed.optimum is first.optimum
    assert (zoomed.curves.low, zoomed.curves.high) == (0.5, 0.75)

    for observations in (Observations.from_counts(7, 11), Observations.from_counts(6, 10)):
        state = State(observations)
        edited = evaluate(state, first)
        assert (edited.curves.k, edited.curves.n) == (edited.k, edited.n)
        assert_same(edited, evaluate(state))

    shuffled = evaluate(State(first.state.observations.shuffle(1)), first)
    assert shuffled.curves is first.curves


def test_a_step_of_a_drag_samples_no_curve_and_seeks_no_optimum(monkeypatch):
    snapshot = snapshot_of(5 * 10**14, 10**15, 0.5)

    def refuse(*_arguments):
        raise AssertionError("worked out again")

    monkeypatch.setattr("core.curves.sample", refuse)
    monkeypatch.setattr("core.snapshot._optimum", refuse)
    moved = evaluate(replace(snapshot.state, pi=0.25), snapshot)
    assert moved.curves is snapshot.curves
    assert moved.optimum is snapshot.optimum
    with pytest.raises(AssertionError, match="worked out again"):
        evaluate(replace(snapshot.state, interval=(0.25, 0.5)), snapshot)
