"""The sampled curves: they pass through their optimum and follow the functions."""

import random

import numpy as np
import pytest

from core import bernoulli, curves
from core._near_optimum import log_likelihood_drop

DATA = [
    (7, 10),
    (0, 1),
    (1, 1),
    (0, 10),
    (10, 10),
    (1, 1000),
    (0, 10**9),
    (10**9, 10**9),
    (1, 10**9),
    (5 * 10**8, 10**9),
    (5 * 10**14, 10**15),
    (1, 10**15),
    (0, 10**15),
]


@pytest.mark.parametrize(("k", "n"), DATA)
@pytest.mark.parametrize("where", ["all", "peak", "aside"])
def test_shape_of_the_sample(k, n, where):
    low, high = {"all": (0.0, 1.0), "peak": curves.peak_interval(k, n), "aside": (0.9, 0.95)}[where]
    sampled = curves.sample(k, n, low, high)
    assert (sampled.k, sampled.n, sampled.low, sampled.high) == (k, n, low, high)
    pi = sampled.pi
    assert (pi[0], pi[-1]) == (low, high)
    assert (np.diff(pi) > 0).all()
    assert 20 <= pi.size <= 400
    assert (k / n in pi) == (low <= k / n <= high)
    at_optimum = pi == k / n
    assert (sampled.relative_likelihood[at_optimum] == 1.0).all()
    assert (sampled.log_likelihood_drop[at_optimum] == 0.0).all()
    assert (sampled.log_likelihood_drop[~at_optimum] < 0.0).all()
    assert ((sampled.relative_likelihood >= 0) & (sampled.relative_likelihood <= 1)).all()
    for name in ("pi", "relative_likelihood", "log_likelihood", "log_likelihood_drop"):
        assert not getattr(sampled, name).flags.writeable


@pytest.mark.parametrize(("k", "n"), DATA)
def test_values_are_those_of_the_formulas(k, n):
    sampled = curves.sample(k, n)
    pi = sampled.pi.copy()

    def agree(got, wanted):
        np.testing.assert_allclose(got, wanted, rtol=1e-15)

    agree(sampled.log_likelihood, bernoulli.log_likelihood(pi, k, n))
    agree(sampled.ones_log_likelihood, bernoulli.log_likelihood(pi, k, k))
    agree(sampled.zeros_log_likelihood, bernoulli.log_likelihood(pi, 0, n - k))
    agree(sampled.binary_cross_entropy, bernoulli.binary_cross_entropy(pi, k, n))
    agree(sampled.ones_cross_entropy, -sampled.ones_log_likelihood / n)
    agree(sampled.zeros_cross_entropy, -sampled.zeros_log_likelihood / n)
    agree(sampled.relative_likelihood, np.exp(sampled.log_likelihood_drop))
    np.testing.assert_allclose(
        sampled.log_likelihood_drop, -n * bernoulli.kl_divergence(k / n, pi), rtol=1e-7, atol=1e-7
    )


def test_drop_keeps_its_digits_however_large_n_is():
    n = 10**15
    sigma = 0.5 / n**0.5
    pi = 0.5 + sigma * np.array([-1e-3, 1e-3, 1.0, 5.0])
    u = 2 * (pi - 0.5)
    wanted = n / 2 * np.log1p(-(u**2))
    np.testing.assert_allclose(log_likelihood_drop(pi, n // 2, n), wanted, rtol=1e-12)


def test_no_observations():
    sampled = curves.sample(0, 0)
    assert (sampled.relative_likelihood == 1.0).all()
    assert (sampled.log_likelihood == 0.0).all()
    assert (sampled.log_likelihood_drop == 0.0).all()
    assert sampled.binary_cross_entropy is None
    assert sampled.ones_cross_entropy is None
    assert sampled.zeros_cross_entropy is None


def test_infinite_at_the_boundary():
    sampled = curves.sample(7, 10)
    assert sampled.log_likelihood[0] == -np.inf
    assert sampled.log_likelihood[-1] == -np.inf
    assert sampled.binary_cross_entropy[0] == np.inf
    assert curves.sample(10, 10).log_likelihood[-1] == 0.0
    assert curves.sample(0, 10).log_likelihood[0] == 0.0


def random_questions(count):
    chance = random.Random(6)
    for _ in range(count):
        n = int(10 ** chance.uniform(0, 13))
        k = chance.choice([0, n, 1, n - 1, chance.randint(0, n), int(n * chance.random() ** 6)])
        width = 10 ** chance.uniform(-8, 0)
        low = min(max(k / n + width * chance.uniform(-2, 1), 0.0), 0.999)
        for interval in (
            (0.0, 1.0),
            curves.peak_interval(k, n),
            tuple(sorted((chance.random(), chance.random()))),
            (low, min(low + width, 1.0)),
        ):
            yield k, n, *interval


@pytest.mark.parametrize("question", list(random_questions(60)), ids=str)
def test_straight_lines_between_the_points_follow_the_curves(question):
    k, n, low, high = question
    sampled = curves.sample(*question)
    chance = np.random.default_rng(7)
    sigma = max((k / n * (1 - k / n) / n) ** 0.5, 1 / n)
    x = np.concatenate(
        (chance.uniform(low, high, 1500), k / n + 3 * sigma * chance.normal(size=99))
    )
    x = x[(x > low) & (x < high)]
    with np.errstate(divide="ignore", invalid="ignore"):
        exact = log_likelihood_drop(x, k, n)
        drop = sampled.log_likelihood_drop
        best = drop.max()
        drawn = np.interp(x, sampled.pi, np.exp(drop - best))
        assert np.abs(drawn - np.exp(exact - best)).max() < 0.002

        i = np.searchsorted(sampled.pi, x)
        left, right = sampled.pi[i - 1], sampled.pi[i]
        share = (x - left) / (right - left)
        line = np.where(share < 1, drop[i - 1] * (1 - share), 0) + drop[i] * share
        top = min(curves.VISIBLE_NATS, (best - min(drop[0], drop[-1])) / n)
        error = np.abs(np.clip((best - line) / n, 0, top) - np.clip((best - exact) / n, 0, top))
    # Beside a pole the curve is a vertical line, thinner than any pixel.
    error[right - left < 3e-6 * (high - low)] = 0.0
    assert error.max() < 0.002 * top


def test_visible_cross_entropy():
    bottom, top = curves.visible_cross_entropy(7, 10)
    assert bottom == bernoulli.entropy(0.7)
    assert top == bottom + curves.VISIBLE_NATS
    assert curves.visible_cross_entropy(7, 10, 0.8, 0.9) == (
        bernoulli.binary_cross_entropy(0.8, 7, 10),
        bernoulli.binary_cross_entropy(0.9, 7, 10),
    )
    assert curves.visible_cross_entropy(0, 0) == (0.0, curves.VISIBLE_NATS)


def test_peak_interval():
    assert curves.peak_interval(0, 0) == (0.0, 1.0)
    assert curves.peak_interval(0, 100) == (0.0, 0.1)
    assert curves.peak_interval(100, 100) == (0.9, 1.0)
    assert curves.peak_interval(1, 1) == (0.0, 1.0)
    low, high = curves.peak_interval(500_000, 1_000_000)
    assert (low, high) == pytest.approx((0.4975, 0.5025), rel=1e-12)
    for k in (0, 1, 10**15 // 2, 10**15 - 1, 10**15):
        low, high = curves.peak_interval(k, 10**15)
        assert 0.0 <= low <= k / 10**15 <= high <= 1.0
        assert low < high


@pytest.mark.parametrize(
    ("low", "high"), [(0.5, 0.5), (0.6, 0.5), (-0.1, 1.0), (0.0, 1.1), (float("nan"), 1.0)]
)
def test_bad_interval(low, high):
    with pytest.raises(ValueError, match="low"):
        curves.sample(1, 2, low, high)
    with pytest.raises(ValueError, match="low"):
        curves.visible_cross_entropy(1, 2, low, high)


def test_bad_counts():
    with pytest.raises(ValueError, match="k must be"):
        curves.sample(3, 2)
    with pytest.raises(ValueError, match="k must be"):
        curves.peak_interval(3, 2)
