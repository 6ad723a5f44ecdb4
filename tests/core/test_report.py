"""The numbers for scripts."""

import json

from core.observations import Observations
from core.report import numbers
from core.snapshot import evaluate
from core.state import State

NAMES = [
    "n",
    "k",
    "pi",
    "mle",
    "likelihood",
    "likelihood_mantissa",
    "likelihood_exponent10",
    "log_likelihood",
    "binary_cross_entropy",
    "score",
    "observed_information",
    "entropy",
    "kl_divergence",
]


def test_names_in_order_and_full_precision():
    snapshot = evaluate(State(pi=0.42))
    report = numbers(snapshot)
    assert list(report) == NAMES
    assert json.loads(json.dumps(report, allow_nan=False)) == {
        name: getattr(snapshot, name) for name in NAMES
    }


def test_infinities_are_strings():
    report = numbers(evaluate(State(pi=1.0)))
    assert report["log_likelihood"] == "-inf"
    assert report["score"] == "-inf"
    assert report["binary_cross_entropy"] == "inf"
    assert report["observed_information"] == "inf"
    assert report["kl_divergence"] == "inf"
    assert report["likelihood"] == 0.0


def test_undefined_is_none():
    report = numbers(evaluate(State(Observations())))
    missing = [name for name, value in report.items() if value is None]
    assert missing == ["mle", "binary_cross_entropy", "entropy", "kl_divergence"]
    assert report["likelihood"] == 1.0
