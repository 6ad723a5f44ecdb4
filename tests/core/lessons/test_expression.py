"""Expressions: what may stand in them, what they are worth, and what is said of the others."""

import contextlib
import math
import time
import warnings
from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import bernoulli, edge_rules
from core.lab_state import LabState
from core.lessons.errors import ExpressionError
from core.lessons.expression import DEEPEST, LONGEST, nearest, parse
from core.lessons.names import NAMES, Names
from core.observations import Observations
from core.stage import Stage
from core.state import LogBase, State

STATE = State(pi=0.42)
EMPTY = State(Observations())
WHERE = {"K": 700, "N": 1000}


def value(text, state=STATE, **about):
    about.setdefault("where", WHERE)
    return parse(text, about["where"]).value(Names(state, **about))


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("1 + 2*3 - 4/8", 6.5),
        ("2**10 % 1000 // 5", 4),
        ("-k", -7),
        ("+k", 7),
        ("n \N{MINUS SIGN} k", 3),
        ("k if n > 5 else zeros", 7),
        ("k if n < 5 else zeros", 3),
        ("0 < k <= 7 < n", True),
        ("0 < k < 7", False),
        ("not k == 7 or n != 10", False),
        ("k == 7 and n != 9 and n >= 10", True),
        ("n == 0 or 1/n < 1", True),
        ("n == 10 or mle / 0 > 1", True),
        ("n == 9 and mle / 0 > 1", False),
        ("True", True),
        ("inf", math.inf),
        ("K / N", 0.7),
        ("0.1 + 0.2 == 0.3", True),
        ("pi != 0.42", False),
    ],
)
def test_arithmetic_and_logic(text, result):
    made = value(text)
    assert made == result
    assert type(made) is type(result)


@pytest.mark.parametrize(
    ("name", "result"),
    [
        ("n", 10),
        ("k", 7),
        ("zeros", 3),
        ("pi", 0.42),
        ("mle", 0.7),
        ("L", bernoulli.likelihood(0.42, 7, 10)),
        ("ell", bernoulli.log_likelihood(0.42, 7, 10)),
        ("bce", bernoulli.binary_cross_entropy(0.42, 7, 10)),
        ("score", bernoulli.score(0.42, 7, 10)),
        ("information", bernoulli.observed_information(0.42, 7, 10)),
        ("fisher", bernoulli.fisher_information(0.42, 10)),
        ("entropy", bernoulli.entropy(0.7)),
        ("kl", bernoulli.kl_divergence(0.7, 0.42)),
        ("integral", 1 / 1320),
        ("ones_loss", -math.log(0.42)),
        ("zeros_loss", -math.log1p(-0.42)),
        ("prediction", 0.6),
        ("start_n", 10),
        ("start_k", 7),
        ("start_pi", 0.42),
        ("bits", False),
        ("factors", 200),
        ("chain_product", True),
        ("chain_log", False),
        ("chain_minus", False),
        ("chain_mean", False),
        ("table_n", 2),
        ("table_row", 0),
        ("by_rows", True),
        ("replayed", 10),
        ("tries", 0),
        ("committed", False),
        ("level", 0.95),
        ("lab_open", False),
        ("shuffled", False),
        ("toggled", False),
        ("inf", math.inf),
    ],
)
def test_each_name_is_what_it_says(name, result):
    assert value(name, prediction=0.6) == pytest.approx(result, rel=1e-15)


def test_there_is_a_test_of_every_name():
    marks = test_each_name_is_what_it_says.pytestmark
    assert {name for name, _result in marks[0].args[1]} == set(NAMES)


def test_names_follow_the_state():
    lab = LabState(chain=(False, True, False, True), replayed=4, tries=(0.1, 0.2), committed=0.3)
    state = State(log_base=LogBase.BITS, stage=Stage(lab="guess"), lab=lab)
    for text in ("bits", "chain_log", "not chain_product", "committed", "lab_open"):
        assert value(text, state) is True
    assert (value("replayed", state), value("tries", state)) == (4, 2)


def test_shuffled_is_another_order_of_as_many_ones():
    start = State(Observations((1, 0, 1)))
    for values, shuffled, toggled in [
        ((1, 0, 1), False, False),
        ((0, 1, 1), True, False),
        ((1, 1, 1), False, True),
        ((1, 0, 1, 1), False, False),
    ]:
        now = replace(start, observations=Observations(values))
        assert value("shuffled", now, start=start) is shuffled
        assert value("toggled", now, start=start) is toggled
        assert value("start_n", now, start=start) == 3


@pytest.mark.parametrize("name", ["mle", "bce", "entropy", "kl"])
def test_without_observations_some_names_have_no_value(name):
    with pytest.raises(ExpressionError, match="without observations"):
        value(name, EMPTY)
    assert value("L", EMPTY) == 1.0
    assert value("integral", EMPTY) == 1.0


def test_before_the_answer_there_is_no_prediction():
    with pytest.raises(ExpressionError, match="before the question is answered"):
        value("prediction")


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("likelihood(0.7, 7, 10)", bernoulli.likelihood(0.7, 7, 10)),
        ("log_likelihood(0.7, 7, 10)", bernoulli.log_likelihood(0.7, 7, 10)),
        ("bce_of(0.7, 7, 10)", bernoulli.binary_cross_entropy(0.7, 7, 10)),
        ("score_of(0.6, 7, 10)", bernoulli.score(0.6, 7, 10)),
        ("information_of(0.6, 7, 10)", bernoulli.observed_information(0.6, 7, 10)),
        ("fisher_of(0.6, 10)", bernoulli.fisher_information(0.6, 10)),
        ("entropy_of(0.7)", bernoulli.entropy(0.7)),
        ("kl_of(0.7, 0.5)", bernoulli.kl_divergence(0.7, 0.5)),
        ("pmf(0, 0.3)", 0.7),
        ("integral_of(7, 10)", 1 / 1320),
        ("inverse_integral(7, 10)", 1320),
        ("dies64(0.5)", 1075),
        ("dies32(0.5)", 150),
        ("dies64(0.5, 1, 2)", 1075),
        ("dies64(0.9, 1, 1)", math.inf),
        ("product64(0.5, 1074)", 5e-324),
        ("product32(0.5, 3)", 0.125),
        ("wald_low(10, 10, 0.95)", 1.0),
        ("wilson_high(10, 10, 0.95)", 1.0),
        ("likelihood_low(0, 10, 0.95)", 0.0),
        ("library('exact', 1, 0)", math.inf),
        ("library('pytorch', 1, 0)", 100.0),
        ("sigmoid(0)", 0.5),
        ("sigmoid(-1000)", 0.0),
        ("sigmoid(1000)", 1.0),
        ("log(1)", 0.0),
        ("exp(0)", 1.0),
        ("sqrt(9)", 3.0),
        ("abs(-3)", 3),
        ("min(3, 1, 2)", 1),
        ("max(3, 1, 2)", 3),
        ("max(1, 2, 3, 4, 5, 6, 7, 8)", 8),
        ("round(0.12345, 17)", 0.12345),
        ("round(2.5)", 2),
        ("round(2.345, 1)", 2.3),
        ("round(7)", 7),
        ("round(inf)", math.inf),
        ("round(0.5**2000, 3)", 0),
        ("in_bits(log(2))", 1.0),
        ("choose(10, 7)", 120),
        ("isinf(1/inf)", False),
        ("isinf(-inf)", True),
        ("isinf(2.0**2000)", False),
    ],
)
def test_each_function_is_what_it_says(text, result):
    made = value(text)
    assert made == pytest.approx(result, rel=1e-15)
    assert isinstance(made, bool) == isinstance(result, bool)


def test_every_library_of_the_lab_can_be_asked():
    for name, rule in [
        ("scipy", edge_rules.SCIPY),
        ("jax", edge_rules.JAX),
        ("scikit-learn", edge_rules.SCIKIT_LEARN),
        ("scikit-learn float32", edge_rules.SCIKIT_LEARN_32),
        ("keras", edge_rules.KERAS),
    ]:
        assert value(f"library('{name}', 0, 0.25)") == rule.loss(0, 0.25)


def test_beyond_float64_a_likelihood_keeps_its_digits():
    far = value("likelihood(0.7, 1400, 2000)")
    assert isinstance(far, Decimal)
    assert far.adjusted() == -531
    assert value("round(1/likelihood(0.7, 1400, 2000))") > 10**300
    assert value("choose(1000, 500)") == pytest.approx(math.comb(1000, 500), rel=1e-13)
    assert value("inverse_integral(500, 1000) / 1001") == pytest.approx(
        math.comb(1000, 500), rel=1e-13
    )
    assert value("0.5**2000 < 0.5**1999") is True


@pytest.mark.parametrize(
    ("text", "reason", "words"),
    [
        ("", "form", "missing"),
        ("1 +", "form", "is not an expression"),
        ("1; 2", "form", "is not an expression"),
        ("x = 1", "form", "is not an expression"),
        ("(((", "form", "is not an expression"),
        ("1\x00", "form", "is not an expression"),
        ("k.real", "form", "not allowed"),
        ("().__class__", "form", "not allowed"),
        ("[1]", "form", "not allowed"),
        ("k[0]", "form", "not allowed"),
        ("lambda: 1", "form", "not allowed"),
        ("[k for k in n]", "form", "not allowed"),
        ("(k := 3)", "form", "not allowed"),
        ("f'{k}'", "form", "not allowed"),
        ("k @ n", "form", "not allowed"),
        ("k << n", "form", "not allowed"),
        ("~k", "form", "not allowed"),
        ("k in n", "form", "not allowed"),
        ("k is n", "form", "not allowed"),
        ("log(x=1)", "form", "not allowed"),
        ("log(*k)", "form", "not allowed"),
        ("log(1)(2)", "form", "not allowed"),
        ("'text'", "form", "is not a number"),
        ("None", "form", "is not a number"),
        ("1j", "form", "is not a number"),
        ("b'x'", "form", "is not a number"),
        ("mel", "name", "'mel' is not a name; the nearest is mle"),
        ("Pi", "name", "the nearest is pi"),
        ("__import__", "name", "'__import__' is not a name"),
        ("qqqqqq", "name", "'qqqqqq' is not a name"),
        ("likelyhood(1)", "name", "'likelyhood' is not a function; the nearest is likelihood"),
        ("open('x')", "name", "'open' is not a function"),
        ("likelihood", "name", "is not a name but a function"),
        ("1" * (LONGEST + 1), "size", "characters"),
        ("-" * (DEEPEST + 2) + "1", "size", "deep"),
        ("(" * 150 + "1" + ")" * 150, "value", ""),
    ],
)
def test_what_is_no_expression_is_refused(text, reason, words):
    if not words:
        assert parse(text).is_constant
        return
    with pytest.raises(ExpressionError) as caught:
        parse(text, WHERE)
    assert caught.value.reason == reason
    assert words in str(caught.value)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("1/0", "divides by zero"),
        ("log(-1)", "log: it is the logarithm of a negative number"),
        ("likelihood(2, 7, 10)", r"likelihood: pi must be in \[0, 1\], got 2"),
        ("likelihood(0.5, 11, 10)", "likelihood: k must be"),
        ("likelihood(0.5, 7)", r"likelihood: it takes \(pi, k, n\)"),
        ("dies64(0.5, 1)", r"dies64: it takes \(pi\) or \(pi, k, n\)"),
        ("min(1)", r"min: it takes \(x, x\)"),
        ("likelihood(0.5, 7.5, 10)", "k must be a whole number, got 7.5"),
        ("likelihood(0.5, 2.0**2000, 10)", "k must be a whole number"),
        ("likelihood(k > 1, 7, 10)", "pi must be a number, got 'True'"),
        ("log('x')", "x must be a number, got 'x'"),
        ("library(1, 1, 0.5)", "name must be in quotation marks"),
        ("library('torch', 1, 0.5)", "'torch' is not a library; allowed: exact, scipy"),
        ("library('exact', 2, 0.5)", "y must be 0 or 1"),
        ("library('exact', 1, 2)", "pi must be in"),
        ("round(1.5, 18)", "0 to 17 decimals"),
        ("product64(0.5, 10**9)", "n must be a whole number"),
        ("bce_of(0.5, 0, 0)", "nan"),
        ("wald_low(0, 0, 0.95)", "n must be"),
        ("inf - inf", "nan"),
        ("(k > 1) + 1", "True is not a number"),
        ("k and n", "it must be true or false"),
        ("not k", "it must be true or false"),
    ],
)
def test_what_has_no_value_names_what_is_wrong(text, words):
    with pytest.raises(ExpressionError, match=words):
        value(text)


def test_a_number_is_no_truth_and_a_truth_no_number():
    names = Names(STATE)
    assert parse("k").number(names) == 7
    assert parse("k > 1").truth(names) is True
    with pytest.raises(ExpressionError, match="is not a number"):
        parse("k > 1").number(names)
    with pytest.raises(ExpressionError, match="true or false"):
        parse("k").truth(names)


def test_the_longest_expression_is_one():
    assert parse("k" + "+1" * 10 + " " * LONGEST).value(Names(STATE)) == 17
    assert parse("0." + "1" * (LONGEST - 2)).is_constant


def test_a_whole_float_counts():
    assert value("likelihood(0.5, n/5, n)") == 0.5**10


def test_names_and_functions_make_an_expression_more_than_a_constant():
    assert parse("1 / 3").is_constant
    assert not parse("sigmoid(40)").is_constant
    assert not parse("k / 3").is_constant


def test_expressions_are_equal_when_their_texts_are():
    assert parse(" k +  1 ") == parse("k + 1")
    assert parse("k+1") != parse("k + 1")


def test_python_gives_no_warning_of_its_own():
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert value("1if n>5 else 2") == 1


@pytest.mark.parametrize(
    "text",
    [
        "9**9**9**9",
        "choose(10**15, 5*10**14)",
        "2**2**2**2**2**2",
        "round(10.0**999999999999)",
        "dies64(0.9, 10**15, 10**15)",
        "10**999999 * 10**999999",
        "likelihood(0.3, 10**14, 10**15)**99",
        "product64(0.5, 100000)",
        "min(1, " * 20 + "1" + ", 1)" * 20,
    ],
)
def test_no_expression_takes_long(text):
    start = time.perf_counter()
    with contextlib.suppress(ExpressionError):
        value(text)
    assert time.perf_counter() - start < 2.0


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.text(alphabet="kn pi mle0123456789.+-*/()<>=!%,_'e", max_size=40)
    | st.recursive(
        st.sampled_from(["k", "n", "pi", "mle", "L", "0", "1", "2.5", "inf", "10**15"]),
        lambda parts: st.one_of(
            st.tuples(parts, st.sampled_from(["+", "-", "*", "/", "**", "<", "%"]), parts).map(
                lambda three: f"({three[0]}{three[1]}{three[2]})"
            ),
            st.tuples(st.sampled_from(["log", "exp", "sqrt", "round", "entropy_of"]), parts).map(
                lambda two: f"{two[0]}({two[1]})"
            ),
        ),
        max_leaves=8,
    )
)
def test_whatever_is_written_has_a_value_or_an_error(text):
    try:
        made = value(text)
    except ExpressionError:
        return
    assert isinstance(made, (bool, int, float, Decimal))
    assert made == made  # noqa: PLR0124 - nan alone does not equal itself


def test_the_nearest_word_may_be_none():
    assert nearest("likelihoods", ["likelihood", "mle"]) == "likelihood"
    assert nearest("zzz", ["likelihood", "mle"]) == ""
