"""Every bad argument is a ValueError that names the argument, its value and what is allowed."""

import math
from decimal import Decimal

import numpy as np
import pytest

from core import bernoulli

BAD_PI = [
    (-1e-300, "-1e-300"),
    (math.nextafter(1.0, 2.0), "1.0000000000000002"),
    (math.nan, "nan"),
    (math.inf, "inf"),
    ("0.5", "'0.5'"),
    (None, "None"),
    (True, "True"),
    ([0.5], "[0.5]"),
    (Decimal("0.5"), "Decimal"),
    (0.5 + 0j, "complex"),
    pytest.param(10**5000, "int too long", id="5001 digits"),
    (np.array([0.5, math.nan]), "pi[1] = nan"),
    (np.array([[0.5, 0.2], [0.1, 1.5]]), "pi[1][1] = 1.5"),
    (np.array(["0.5"]), "array of <U3"),
    (np.array([True]), "array of bool"),
]


@pytest.mark.parametrize(("pi", "shown"), BAD_PI)
@pytest.mark.parametrize(
    "call",
    [
        lambda pi: bernoulli.pmf(1, pi),
        lambda pi: bernoulli.likelihood(pi, 1, 2),
        lambda pi: bernoulli.log_likelihood(pi, 1, 2),
        lambda pi: bernoulli.binary_cross_entropy(pi, 1, 2),
        lambda pi: bernoulli.score(pi, 1, 2),
        lambda pi: bernoulli.observed_information(pi, 1, 2),
        lambda pi: bernoulli.fisher_information(pi, 2),
    ],
)
def test_probability_is_refused(call, pi, shown):
    with pytest.raises(ValueError, match="pi must be") as error:
        call(pi)
    assert shown in str(error.value)
    assert "[0, 1]" in str(error.value)


@pytest.mark.parametrize("function", [bernoulli.likelihood, bernoulli.scaled_likelihood])
@pytest.mark.parametrize(
    ("k", "n", "name", "shown", "allowed"),
    [
        (-1, 5, "k", "-1", "[0, 1000000000000000]"),
        (6, 5, "k", "6", "[0, n] = [0, 5]"),
        (1.5, 5, "k", "float 1.5", "whole number"),
        (1.0, 5, "k", "float 1.0", "whole number"),
        (True, 5, "k", "bool True", "whole number"),
        ("1", 5, "k", "str '1'", "whole number"),
        (1, -1, "n", "-1", "[0, 1000000000000000]"),
        (1, 10**15 + 1, "n", "1000000000000001", "[0, 1000000000000000]"),
        (1, math.nan, "n", "nan", "whole number"),
        (1, None, "n", "None", "whole number"),
        (1, np.array([5, 6]), "n", "array of int", "whole number"),
        pytest.param(1, 10**6000, "n", "int too long", "whole number", id="6001 digits"),
    ],
)
def test_counts_are_refused(function, k, n, name, shown, allowed):
    with pytest.raises(ValueError, match=f"^{name} must be") as error:
        function(0.5, k, n)
    assert shown in str(error.value)
    assert allowed in str(error.value)


def test_numpy_integers_are_counts():
    assert bernoulli.mle(np.int64(7), np.uint8(10)) == 0.7
    assert bernoulli.likelihood(np.float32(0.5), np.int8(1), np.int8(2)) == 0.25


@pytest.mark.parametrize(
    "y", [2, -1, 0.5, math.nan, "1", None, [1], np.array([0, 2]), np.array(["1"])]
)
def test_outcome_is_refused(y):
    with pytest.raises(ValueError, match="y must be 0"):
        bernoulli.pmf(y, 0.5)


def test_other_arguments_are_named_too():
    with pytest.raises(ValueError, match=r"^p must be in \[0, 1\], got 2"):
        bernoulli.entropy(2)
    with pytest.raises(ValueError, match=r"^q must be in \[0, 1\], got -1"):
        bernoulli.kl_divergence(0.5, -1)
    with pytest.raises(ValueError, match="pi must be one number"):
        bernoulli.scaled_likelihood(np.array([0.5]), 1, 2)
    with pytest.raises(ValueError, match=r"n must be .* got 1.5|n must be .* float 1.5"):
        bernoulli.fisher_information(0.5, 1.5)


def test_shapes_that_do_not_broadcast_are_named():
    with pytest.raises(ValueError, match=r"y of shape \(2,\) and pi of shape \(3,\)"):
        bernoulli.pmf(np.array([0, 1]), np.zeros(3))
    with pytest.raises(ValueError, match=r"p of shape \(2,\) and q of shape \(3,\)"):
        bernoulli.kl_divergence(np.zeros(2), np.zeros(3))
