"""The Bernoulli formulas: their contract, against 300 cases kept in a file, and at the edges."""

import json
import math
import sys
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from mpmath import mp
from scipy import special, stats

from core import bernoulli

CASES = json.loads(
    (Path(__file__).parents[1] / "data" / "bernoulli.json").read_text(encoding="utf-8")
)["cases"]
ACCURACY = 4.5e-16
INF = math.inf


def assert_close(got: float, wanted: str, scale: str | float | None = None) -> None:
    """Agreement to the contract's accuracy, relative to ``scale`` or the value itself."""
    with mp.workdps(60):
        exact = mp.mpf(wanted)
        if abs(exact) > sys.float_info.max:
            assert got == math.copysign(INF, exact)
            return
        allowed = ACCURACY * abs(mp.mpf(wanted if scale is None else scale))
        assert abs(mp.mpf(got) - exact) <= allowed, (got, wanted)


@pytest.mark.parametrize("case", CASES, ids=lambda c: f"{c['pi']}-{c['k']}-{c['n']}")
def test_reference_case(case):
    pi, k, n = float.fromhex(case["pi"]), case["k"], case["n"]
    assert_close(bernoulli.log_likelihood(pi, k, n), case["log_likelihood"])
    mantissa, exponent = bernoulli.scaled_likelihood(pi, k, n)
    assert exponent == case["likelihood_exponent10"]
    assert_close(mantissa, case["likelihood_mantissa"])
    with mp.workdps(60):
        exact = mp.mpf(case["likelihood_mantissa"]) * mp.mpf(10) ** exponent
        error = abs(mp.mpf(bernoulli.likelihood(pi, k, n)) - exact)
        assert error <= max(ACCURACY * exact, mp.mpf(2) ** -1074)
    if n:
        bce = case["binary_cross_entropy"]
        assert_close(bernoulli.binary_cross_entropy(pi, k, n), bce)
        assert_close(bernoulli.entropy(k / n), case["entropy_of_mle"])
        kl = bernoulli.kl_divergence(k / n, pi)
        assert_close(kl, case["kl_mle_to_pi"], None if bce == "inf" else bce)
        assert kl >= 0.0
    if "score" in case:
        with mp.workdps(60):
            larger = max(k / mp.mpf(pi), (n - k) / (1 - mp.mpf(pi)))
        assert_close(bernoulli.score(pi, k, n), case["score"], larger)
        information = bernoulli.observed_information(pi, k, n)
        assert_close(information, case["observed_information"])
        assert_close(bernoulli.fisher_information(pi, n), case["fisher_information"])


def test_agrees_with_scipy():
    pi = np.linspace(0.001, 0.999, 97)
    np.testing.assert_allclose(bernoulli.pmf(1, pi), stats.bernoulli.pmf(1, pi), rtol=1e-14)
    np.testing.assert_allclose(bernoulli.log_pmf(0, pi), stats.bernoulli.logpmf(0, pi), rtol=1e-14)
    wanted = special.xlogy(7, pi) + special.xlog1py(3, -pi)
    np.testing.assert_allclose(bernoulli.log_likelihood(pi, 7, 10), wanted, rtol=1e-14)
    np.testing.assert_allclose(
        bernoulli.likelihood(pi, 7, 10) * special.comb(10, 7),
        stats.binom.pmf(7, 10, pi),
        rtol=1e-12,
    )
    np.testing.assert_allclose(
        bernoulli.entropy(pi), special.entr(pi) + special.entr(1 - pi), rtol=1e-13
    )
    np.testing.assert_allclose(
        bernoulli.kl_divergence(0.3, pi),
        special.rel_entr(0.3, pi) + special.rel_entr(0.7, 1 - pi),
        rtol=1e-11,
        atol=1e-15,
    )


def test_outcome_decides_which_factor_remains():
    assert bernoulli.pmf(1, 0.25) == 0.25
    assert bernoulli.pmf(0, 0.25) == 0.75
    assert bernoulli.log_pmf(1, 0.25) == math.log(0.25)
    assert bernoulli.log_pmf(True, 0.0) == -INF
    assert bernoulli.log_pmf(0, 1.0) == -INF
    assert bernoulli.log_pmf(1.0, 1.0) == 0.0
    assert bernoulli.pmf(np.array([0, 1]), np.array([[0.25], [0.5]])).tolist() == [
        [0.75, 0.25],
        [0.5, 0.5],
    ]
    assert bernoulli.pmf(np.array([True, False]), 1.0).tolist() == [1.0, 0.0]
    pi = np.array([0.25])
    assert not np.shares_memory(bernoulli.pmf(1, pi), pi)


@pytest.mark.parametrize(
    ("pi", "k", "n", "log_likelihood", "score", "observed", "fisher"),
    [
        (0.0, 0, 0, 0.0, 0.0, 0.0, 0.0),
        (1.0, 0, 0, 0.0, 0.0, 0.0, 0.0),
        (0.3, 0, 0, 0.0, 0.0, 0.0, 0.0),
        (0.0, 0, 5, 0.0, -5.0, 5.0, INF),
        (1.0, 5, 5, 0.0, 5.0, 5.0, INF),
        (0.0, 1, 5, -INF, INF, INF, INF),
        (1.0, 4, 5, -INF, -INF, INF, INF),
        (0.5, 1, 1, -math.log(2), 2.0, 4.0, 4.0),
        (0.5, 0, 1, -math.log(2), -2.0, 4.0, 4.0),
    ],
)
def test_edges(pi, k, n, log_likelihood, score, observed, fisher):
    assert bernoulli.log_likelihood(pi, k, n) == log_likelihood
    assert bernoulli.likelihood(pi, k, n) == pytest.approx(math.exp(log_likelihood), rel=1e-15)
    bce = bernoulli.binary_cross_entropy(pi, k, n)
    assert bce == -log_likelihood / n if n else math.isnan(bce)
    assert bernoulli.score(pi, k, n) == score
    assert bernoulli.observed_information(pi, k, n) == observed
    assert bernoulli.fisher_information(pi, n) == fisher


def test_zero_is_never_negative_zero():
    results = [
        bernoulli.log_likelihood(0.3, 0, 0),
        bernoulli.log_likelihood(0.0, 0, 5),
        bernoulli.binary_cross_entropy(1.0, 5, 5),
        bernoulli.score(0.0, 0, 0),
        bernoulli.entropy(0.0),
        bernoulli.kl_divergence(0.3, 0.3),
        bernoulli.fisher_information(0.3, 0),
    ]
    assert [math.copysign(1.0, value) for value in results] == [1.0] * len(results)
    assert results == [0.0] * len(results)


def test_maximum_likelihood_estimate():
    assert bernoulli.mle(7, 10) == 0.7
    assert bernoulli.mle(0, 0) is None
    assert bernoulli.mle(10**15 - 1, 10**15) == (10**15 - 1) / 10**15


def test_kl_divergence_at_the_boundary():
    assert bernoulli.kl_divergence(0.0, 0.0) == 0.0
    assert bernoulli.kl_divergence(1.0, 1.0) == 0.0
    assert bernoulli.kl_divergence(0.2, 0.0) == INF
    assert bernoulli.kl_divergence(0.2, 1.0) == INF
    assert bernoulli.kl_divergence(0.0, 1.0) == INF
    assert bernoulli.kl_divergence(0.0, 0.5) == math.log(2)
    assert bernoulli.kl_divergence(1.0, 0.25) == math.log(4)
    p = np.array([0.0, 1.0, 0.2, 0.2, 0.0, 0.0, 1.0, 0.3, 0.3])
    q = np.array([0.0, 1.0, 0.0, 1.0, 1.0, 0.5, 0.25, 0.3, 0.5])
    scalars = [bernoulli.kl_divergence(*pair) for pair in zip(p.tolist(), q.tolist(), strict=True)]
    assert bernoulli.kl_divergence(p, q).tolist() == scalars


@pytest.mark.parametrize("p", [1e-200, 1e-9, 0.1, 0.3, 0.5, 0.7, 0.999])
def test_kl_divergence_of_neighbours_keeps_its_digits(p):
    for factor in (1 - 1e-15, 1 + 1e-12, 1 - 1e-9, 1 + 1e-7, 1 + 1e-5, 1 - 1e-4, 1 + 9e-4):
        q = p * factor
        with mp.workdps(400):
            a, b = mp.mpf(p), mp.mpf(q)
            exact = float(a * mp.log(a / b) + (1 - a) * mp.log((1 - a) / (1 - b)))
        assert bernoulli.kl_divergence(p, q) == pytest.approx(exact, rel=1e-15, abs=0)
        assert bernoulli.kl_divergence(np.array([p]), q)[0] == bernoulli.kl_divergence(p, q)


def test_complement_is_not_rounded_before_it_is_squared():
    """With a rounded 1−π the error reaches 3e-16; exact fractions judge."""
    for pi in np.random.default_rng(8).uniform(0.3, 0.5, 3000).tolist():
        exact = 1 / (1 - Fraction(pi)) ** 2
        got = Fraction(bernoulli.observed_information(pi, 0, 1))
        assert abs(got / exact - 1) < 2.3e-16


def test_product_underflows_as_float64_does():
    assert bernoulli.likelihood(0.5, 500, 1074) == 5e-324
    assert bernoulli.likelihood(0.5, 500, 1075) == 0.0
    assert bernoulli.likelihood(0.5, 500, 1022) == 2.0**-1022
    assert bernoulli.likelihood(np.array([0.5]), 500, 1074)[0] == 5e-324
    assert bernoulli.likelihood(0.3, 10**14, 10**15) == 0.0


def test_scaled_likelihood_beyond_float64():
    mantissa, exponent = bernoulli.scaled_likelihood(0.5, 500_000_000, 1_000_000_000)
    assert exponent == -301_029_996
    with mp.workdps(40):
        exact = mp.mpf(2) ** -(10**9) * mp.mpf(10) ** 301_029_996
    assert mantissa == float(exact)
    assert bernoulli.scaled_likelihood(5e-324, 10**15, 10**15)[1] < -(3 * 10**17)


def test_scaled_likelihood_normalises_its_mantissa():
    assert bernoulli.scaled_likelihood(0.5, 0, 0) == (1.0, 0)
    assert bernoulli.scaled_likelihood(0.0, 0, 7) == (1.0, 0)
    assert bernoulli.scaled_likelihood(1.0, 7, 7) == (1.0, 0)
    assert bernoulli.scaled_likelihood(0.0, 1, 7) == (0.0, 0)
    assert bernoulli.scaled_likelihood(1.0, 6, 7) == (0.0, 0)
    assert bernoulli.scaled_likelihood(1e-20, 0, 1) == (1.0, 0)  # 9.999…·10⁻¹ rounds up
    assert bernoulli.scaled_likelihood(0.5, 7, 10) == (9.765625, -4)


def test_arrays_keep_their_shape_and_scalars_stay_floats():
    cube = np.linspace(0.0, 1.0, 24).reshape(2, 3, 4)
    functions = [
        lambda p: bernoulli.pmf(1, p),
        lambda p: bernoulli.log_pmf(0, p),
        lambda p: bernoulli.likelihood(p, 3, 7),
        lambda p: bernoulli.log_likelihood(p, 3, 7),
        lambda p: bernoulli.binary_cross_entropy(p, 3, 7),
        lambda p: bernoulli.binary_cross_entropy(p, 0, 0),
        lambda p: bernoulli.score(p, 3, 7),
        lambda p: bernoulli.observed_information(p, 3, 7),
        lambda p: bernoulli.fisher_information(p, 7),
        bernoulli.entropy,
        lambda p: bernoulli.kl_divergence(p, 0.4),
    ]
    for function in functions:
        for array in (cube, cube[0, 0, 5:], np.array(0.25), np.array([0, 1]), cube.T):
            result = function(array)
            assert isinstance(result, np.ndarray)
            assert result.shape == array.shape
            assert result.dtype == np.float64
        assert type(function(0.25)) is float
        assert type(function(np.float64(0.25))) is float
        assert type(function(1)) is float


@pytest.mark.parametrize("size", [8191, 8192, 8193])
def test_long_arrays_are_computed_block_by_block(size):
    pi = np.linspace(0.0, 1.0, size)
    result = bernoulli.log_likelihood(pi, 3, 7)
    for i in (0, 1, size // 2, size - 2, size - 1):
        assert result[i] == bernoulli.log_likelihood(float(pi[i]), 3, 7)


def test_no_numpy_warning_escapes():
    pi = np.array([0.0, 5e-324, 1e-300, 0.5, 1.0 - 2**-53, 1.0])
    with np.errstate(all="raise"):
        for k, n in ((0, 0), (0, 10), (10, 10), (5 * 10**14, 10**15)):
            bernoulli.likelihood(pi, k, n)
            bernoulli.log_likelihood(pi, k, n)
            bernoulli.binary_cross_entropy(pi, k, n)
            bernoulli.score(pi, k, n)
            bernoulli.observed_information(pi, k, n)
            bernoulli.fisher_information(pi, n)
        bernoulli.entropy(pi)
        bernoulli.kl_divergence(pi[:, None], pi)
        bernoulli.log_pmf(np.array([0, 1])[:, None], pi)
