"""What libraries return at the edge: compared with them where they are at hand, and as measured."""

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import special, stats
from sklearn.metrics import log_loss

from core import bernoulli, edge_rules
from core.edge_rules import (
    EXACT,
    JAX,
    KERAS,
    PYTORCH,
    RULES,
    SCIKIT_LEARN,
    SCIKIT_LEARN_32,
    SCIPY,
    Rule,
    mean_loss,
)

EXAMPLES = settings(max_examples=60, deadline=None, derandomize=True)
INF = math.inf
EVERY_RULE = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
EDGE = [0.0, 5e-324, 1e-50, 1e-20, 1e-16, 1e-8, 1e-7, 1e-3, 0.3, 0.5]
PLACES = [*EDGE, *(1.0 - pi for pi in EDGE), 1.0 - 2.0**-53]

# (π, loss of a zero, loss of a one), as the libraries themselves gave it: JAX 0.10.2, PyTorch
# 2.13.0, Keras 3.15.1 on NumPy, each in float32 on an x86-64.
MEASURED = {
    JAX: [
        (0.0, 0.0, INF),
        (1e-50, 0.0, INF),
        (1e-08, 9.99999993922529e-09, 18.42068099975586),
        (1e-07, 1.000000082740371e-07, 16.11809539794922),
        (0.001, 0.0010005004005506635, 6.907755374908447),
        (0.3, 0.3566749691963196, 1.2039728164672852),
        (0.999, 6.907768249511719, 0.0010004874784499407),
        (0.9999999, 15.942384719848633, 1.1920928955078125e-07),
        (0.99999999, INF, 0.0),
        (1.0, INF, 0.0),
    ],
    PYTORCH: [
        (0.0, 0.0, 100.0),
        (1e-50, 0.0, 100.0),
        (1e-40, 9.99994610111476e-41, 92.10340881347656),
        (1e-08, 9.99999993922529e-09, 18.42068099975586),
        (1e-07, 1.000000082740371e-07, 16.11809539794922),
        (0.001, 0.0010005004005506635, 6.907755374908447),
        (0.3, 0.3566749691963196, 1.2039728164672852),
        (0.999, 6.907768249511719, 0.0010004874784499407),
        (0.9999999, 15.942384719848633, 1.1920928955078125e-07),
        (0.99999999, 100.0, 0.0),
        (1.0, 100.0, 0.0),
    ],
    KERAS: [
        (0.0, 1.1920930376163597e-07, 16.11809539794922),
        (1e-50, 1.1920930376163597e-07, 16.11809539794922),
        (1e-08, 1.1920930376163597e-07, 16.11809539794922),
        (1e-07, 1.1920930376163597e-07, 16.11809539794922),
        (0.001, 0.0010004873620346189, 6.907755374908447),
        (0.3, 0.3566749393939972, 1.2039728164672852),
        (0.999, 6.907768249511719, 0.0010004873620346189),
        (0.9999999, 15.942384719848633, 1.1920930376163597e-07),
        (0.99999999, 15.942384719848633, 1.1920930376163597e-07),
        (1.0, 15.942384719848633, 1.1920930376163597e-07),
    ],
}


def test_at_the_edge_each_library_has_its_own_infinity():
    impossible = {rule.name: (rule.loss(1, 0.0), rule.loss(0, 1.0)) for rule in RULES}
    assert impossible["exact"] == impossible["SciPy"] == impossible["JAX"] == (INF, INF)
    assert impossible["scikit-learn"] == pytest.approx((36.04365338911715,) * 2, rel=1e-15, abs=0)
    assert impossible["scikit-learn, float32"] == pytest.approx((15.942385,) * 2, rel=1e-7, abs=0)
    assert impossible["PyTorch"] == (100.0, 100.0)
    assert impossible["Keras"] == pytest.approx((16.118095, 15.942385), rel=1e-7, abs=0)


@EVERY_RULE
def test_what_is_certain_costs_nothing_or_next_to_nothing(rule):
    for loss in (rule.loss(1, 1.0), rule.loss(0, 0.0)):
        assert 0.0 <= loss < 1.2e-7
        assert math.copysign(1.0, loss) == 1.0


@EVERY_RULE
@EXAMPLES
@given(y=st.integers(0, 1), pi=st.floats(1e-3, 1.0 - 1e-3))
def test_away_from_the_edge_they_agree(rule, y, pi):
    precision = 1e-14 if rule.number == "float64" else 2e-4
    assert rule.loss(y, pi) == pytest.approx(EXACT.loss(y, pi), rel=precision, abs=0)
    assert rule.loss(y, pi) == pytest.approx(EXACT.loss(y, pi), abs=1e-4)


@EVERY_RULE
@EXAMPLES
@given(one=st.floats(0.0, 1.0), other=st.floats(0.0, 1.0))
def test_a_one_costs_less_where_it_is_more_probable(rule, one, other):
    low, high = min(one, other), max(one, other)
    assert rule.loss(1, low) >= rule.loss(1, high) >= 0.0
    assert rule.loss(0, high) >= rule.loss(0, low) >= 0.0


# The libraries ----------------------------------------------------------------------------------


@pytest.mark.parametrize("y", [0, 1])
def test_scipy_says_the_same(y):
    pi = np.array(PLACES)
    losses = np.array([SCIPY.loss(y, place) for place in PLACES])
    np.testing.assert_allclose(losses, -stats.bernoulli.logpmf(y, pi), rtol=1e-15)
    terms = special.xlogy(y, pi) + special.xlog1py(1 - y, -pi)
    np.testing.assert_allclose(losses, -terms, rtol=1e-15)
    assert losses.tolist() == [EXACT.loss(y, place) for place in PLACES]


@pytest.mark.parametrize("y", [0, 1])
def test_scikit_learn_says_the_same(y):
    for pi in PLACES:
        found = log_loss([y], np.array([pi]), labels=[0, 1])
        assert SCIKIT_LEARN.loss(y, pi) == pytest.approx(found, rel=1e-15, abs=0)
        with np.errstate(under="ignore"):
            found = log_loss([y], np.array([pi], np.float32), labels=[0, 1])
        # Its older versions take the logarithm of the float32 in float64.
        assert SCIKIT_LEARN_32.loss(y, pi) == pytest.approx(found, rel=2e-7, abs=0)


@pytest.mark.parametrize(("k", "n"), [(7, 10), (0, 3), (3, 3), (1, 100)])
@pytest.mark.parametrize("pi", [0.0, 0.3, 1.0])
def test_the_mean_of_scikit_learn_is_the_same(k, n, pi):
    outcomes = [1] * k + [0] * (n - k)
    found = log_loss(outcomes, np.full(n, pi), labels=[0, 1])
    assert mean_loss(SCIKIT_LEARN, pi, k, n) == pytest.approx(found, rel=1e-13, abs=0)
    found = log_loss(outcomes, np.full(n, pi, np.float32), labels=[0, 1])
    assert mean_loss(SCIKIT_LEARN_32, pi, k, n) == pytest.approx(found, rel=1e-6, abs=0)


@pytest.mark.parametrize("rule", MEASURED, ids=lambda rule: rule.name)
def test_it_is_what_was_measured(rule):
    for pi, loss_of_zero, loss_of_one in MEASURED[rule]:
        assert rule.loss(0, pi) == pytest.approx(loss_of_zero, rel=3e-7, abs=0)
        assert rule.loss(1, pi) == pytest.approx(loss_of_one, rel=3e-7, abs=0)


@EVERY_RULE
def test_every_rule_says_where_it_comes_from(rule):
    if rule is EXACT:
        assert (rule.call, rule.version, rule.source) == ("", "", "")
    else:
        assert rule.call.endswith(")")
        assert rule.version[0].isdigit()
        assert rule.source.startswith("https://")
    assert rule.number in {"float32", "float64"}


def test_their_names_tell_them_apart():
    assert len({rule.name for rule in RULES}) == len(RULES)
    assert RULES[0] is EXACT
    assert {rule for rule in vars(edge_rules).values() if isinstance(rule, Rule)} == set(RULES)


# The mean ---------------------------------------------------------------------------------------


@EXAMPLES
@given(st.floats(0.0, 1.0), st.integers(1, 10**15), st.data())
def test_the_exact_mean_is_the_cross_entropy(pi, n, data):
    k = data.draw(st.one_of(st.integers(0, n), st.sampled_from([0, n])))
    wanted = bernoulli.binary_cross_entropy(pi, k, n)
    assert mean_loss(EXACT, pi, k, n) == pytest.approx(wanted, rel=1e-15, abs=0)


def test_what_was_not_observed_costs_nothing():
    assert mean_loss(EXACT, 0.0, 0, 5) == 0.0
    assert mean_loss(EXACT, 1.0, 5, 5) == 0.0
    assert mean_loss(EXACT, 1.0, 4, 5) == INF
    assert mean_loss(PYTORCH, 1.0, 4, 5) == 20.0
    assert mean_loss(PYTORCH, 0.0, 4, 5) == 80.0


@EVERY_RULE
def test_of_no_observations_there_is_no_mean(rule):
    assert math.isnan(mean_loss(rule, 0.5, 0, 0))


@EVERY_RULE
def test_no_warning_escapes(rule):
    with np.errstate(all="raise"):
        for pi in (0.0, 5e-324, 1e-45, 1e-38, 0.5, 1.0 - 2**-53, 1.0):
            assert type(rule.loss(0, pi)) is float
            assert type(rule.loss(1, pi)) is float
            assert type(mean_loss(rule, pi, 1, 2)) is float


# What is refused --------------------------------------------------------------------------------


@EVERY_RULE
def test_other_arguments_are_refused(rule):
    for y in (2, -1, 0.5, True, None):
        with pytest.raises(ValueError, match=r"y must be a whole number in \[0, 1\]"):
            rule.loss(y, 0.5)
    for pi in (-0.1, 1.1, math.nan, None, np.array([0.5])):
        with pytest.raises(ValueError, match=r"pi must be .*\[0, 1\]"):
            rule.loss(1, pi)
        with pytest.raises(ValueError, match=r"pi must be .*\[0, 1\]"):
            mean_loss(rule, pi, 0, 0)
    with pytest.raises(ValueError, match=r"k must be a whole number in \[0, n\] = \[0, 1\]"):
        mean_loss(rule, 0.5, 2, 1)
