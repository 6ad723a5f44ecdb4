"""What each plot draws, against the core."""

import math

import numpy as np
import pytest

from core import bernoulli
from core.curves import peak_interval
from core.observations import Observations
from core.snapshot import evaluate
from core.state import LogBase, State
from gui import plot_series
from gui.plot_series import (
    CROSS_ENTROPY,
    KINDS,
    LIKELIHOOD,
    LOG_LIKELIHOOD,
    height_now,
    series,
    slope_now,
)

pytestmark = pytest.mark.usefixtures("look_of_the_start")
DATA = [(7, 10), (1, 1), (0, 1), (5, 5), (0, 30), (1, 1000), (5 * 10**8, 10**9)]


def snapshot(k, n, pi=0.42, interval=(0.0, 1.0), base=LogBase.NATS):
    return evaluate(State(Observations.from_counts(k, n), pi, base, interval=interval))


@pytest.mark.parametrize("base", LogBase)
@pytest.mark.parametrize(("k", "n"), [(7, 10), (1, 1), (0, 30), (1, 1000)])
def test_the_curves_are_those_of_the_formulas(k, n, base):
    s = snapshot(k, n, base=base)
    shown = {kind: series(kind, s) for kind in KINDS}
    pi = shown[LIKELIHOOD].x.copy()
    first = shown[LIKELIHOOD]
    np.testing.assert_allclose(
        first.y * 10.0**first.exponent10, bernoulli.likelihood(pi, k, n), rtol=1e-11, atol=1e-300
    )
    for kind, function, scale in (
        (LOG_LIKELIHOOD, bernoulli.log_likelihood, 1),
        (CROSS_ENTROPY, bernoulli.binary_cross_entropy, 1 / n),
    ):
        got = shown[kind]
        unit = base.unit
        np.testing.assert_allclose(got.y, function(pi, k, n) / unit, rtol=1e-14)
        if k in (0, n):  # one part is the whole curve
            assert got.ones is got.zeros is None
            continue
        sign = 1 if kind == LOG_LIKELIHOOD else -1
        ones = sign * scale * bernoulli.log_likelihood(pi, k, k) / unit
        zeros = sign * scale * bernoulli.log_likelihood(pi, 0, n - k) / unit
        np.testing.assert_allclose(got.ones, ones, rtol=1e-13)
        np.testing.assert_allclose(got.zeros, zeros, rtol=1e-13)


@pytest.mark.parametrize(("k", "n"), DATA)
@pytest.mark.parametrize("where", ["all", "peak"])
def test_the_optimum_is_a_sample_and_the_best_of_all(k, n, where):
    interval = (0.0, 1.0) if where == "all" else peak_interval(k, n)
    s = snapshot(k, n, interval=interval)
    for kind in KINDS:
        shown = series(kind, s)
        at = np.flatnonzero(shown.x == k / n)
        assert at.size == 1
        finite = shown.y[np.isfinite(shown.y)]
        best = finite.min() if kind == CROSS_ENTROPY else finite.max()
        assert shown.y[at[0]] == best
        assert shown.optimum == pytest.approx(best, rel=1e-14, abs=1e-14)
        assert shown.low <= shown.optimum <= shown.high
        assert shown.low < shown.high


def test_a_likelihood_too_small_for_its_axis_is_shown_relative_to_its_largest():
    for k, n, relative in (
        (7, 10, False),
        (20, 40, False),
        (500, 1000, True),
        *((k, n, True) for k, n in DATA[-1:]),
    ):
        shown = series(LIKELIHOOD, snapshot(k, n))
        assert (shown.symbol == "L(π) / L(π̂)") is relative
        if relative:
            assert shown.y.max() == 1.0
            assert shown.exponent10 == 0


def test_close_to_a_peak_the_differences_are_shown():
    s = snapshot(5 * 10**8, 10**9, interval=peak_interval(5 * 10**8, 10**9), pi=0.50001)
    log_likelihood, cross_entropy = series(LOG_LIKELIHOOD, s), series(CROSS_ENTROPY, s)
    assert log_likelihood.symbol == "ℓ(π) − ℓ(π̂)"
    assert cross_entropy.symbol == "BCE(π) − H(π̂)"
    divergence = bernoulli.kl_divergence(0.5, log_likelihood.x.copy())
    np.testing.assert_allclose(log_likelihood.y, -(10**9) * divergence, rtol=1e-9, atol=1e-9)
    scale = 10.0**cross_entropy.exponent10
    np.testing.assert_allclose(cross_entropy.y * scale, divergence, rtol=1e-9, atol=1e-20)
    assert 1 <= cross_entropy.high < 10
    assert height_now(cross_entropy, s) * scale == pytest.approx(s.kl_divergence)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("base", LogBase)
@pytest.mark.parametrize("interval", [(0.0, 1.0), (0.6, 0.8)])
@pytest.mark.parametrize("pi", [0.61, 0.7, 0.75])
def test_the_current_value_lies_on_the_curve_and_the_tangent_touches_it(kind, base, interval, pi):
    s = snapshot(7, 10, pi, interval, base)
    shown = series(kind, s)
    step = 1e-6
    near = [height_now(shown, snapshot(7, 10, pi + d, interval, base)) for d in (-step, step)]
    height = height_now(shown, s)
    drawn = float(np.interp(pi, shown.x, shown.y))
    assert height == pytest.approx(drawn, abs=1e-3 * (shown.high - shown.low))
    slope = (near[1] - near[0]) / (2 * step)
    assert slope_now(shown, s) == pytest.approx(
        slope, rel=1e-5, abs=1e-5 * (shown.high - shown.low)
    )


@pytest.mark.parametrize("kind", KINDS)
def test_the_tangent_at_the_optimum_is_level(kind):
    s = snapshot(7, 10, 0.7)
    assert slope_now(series(kind, s), s) == pytest.approx(0.0, abs=1e-12)


def test_without_observations_the_likelihood_is_one_and_the_cross_entropy_no_curve():
    s = snapshot(0, 0)
    likelihood, log_likelihood, cross_entropy = (series(kind, s) for kind in KINDS)
    assert (likelihood.y == 1).all()
    assert (log_likelihood.y == 0).all()
    assert np.isnan(cross_entropy.y).all()
    assert math.isnan(height_now(cross_entropy, s))
    assert [shown.optimum for shown in (likelihood, log_likelihood, cross_entropy)] == [None] * 3
    assert plot_series.value_text(CROSS_ENTROPY, s) == "BCE: undefined"
    assert [plot_series.optimum_texts(kind, s) for kind in KINDS] == [(), (), ()]


def test_the_value_now_is_infinite_where_it_is():
    s = snapshot(7, 10, 1.0)
    assert height_now(series(LOG_LIKELIHOOD, s), s) == -math.inf
    assert height_now(series(CROSS_ENTROPY, s), s) == math.inf
    assert height_now(series(LIKELIHOOD, s), s) == 0
    texts = [plot_series.value_text(kind, s) for kind in KINDS]
    assert texts == ["L = 0", "ℓ = −∞", "BCE = ∞"]


def test_the_words_at_the_optimum_in_full_and_in_short():
    s = snapshot(7, 10)
    assert [plot_series.optimum_texts(kind, s) for kind in KINDS] == [
        ("argmax π̂ = 0.700, L ≈ 0.00222", "argmax π̂ = 0.700"),
        ("argmax π̂ = 0.700, ℓ ≈ −6.109", "argmax π̂ = 0.700"),
        ("argmin π̂ = 0.700, BCE ≈ 0.6109", "argmin π̂ = 0.700"),
    ]


@pytest.mark.parametrize(
    ("k", "n", "words"),
    [
        (1, 3, "π̂ ≈ 0.333"),
        (0, 5, "π̂ = 0,"),
        (5, 5, "π̂ = 1,"),
        (1, 10**15, "π̂ = 1.00×10⁻¹⁵"),
        (99999, 100000, "π̂ = 0.99999"),
    ],
)
def test_an_estimate_is_rounded_honestly(k, n, words):
    assert words in plot_series.optimum_texts(LIKELIHOOD, snapshot(k, n))[0]


def test_a_value_beyond_float64_keeps_its_mantissa_and_exponent():
    s = snapshot(0, 1075, 0.5)
    assert s.likelihood == 0.0
    assert plot_series.value_text(LIKELIHOOD, s) == "L ≈ 2.470×10⁻³²⁴"
