"""The plots in words, against hand-computed values and the core; and what is not to be said."""

import math
import re

import pytest

from core import bernoulli
from core.curves import peak_interval
from core.observations import Observations
from core.scientific import format_number, format_scaled
from core.snapshot import evaluate
from core.stage import PLOTS, Stage
from core.state import LogBase, State
from gui import i18n, plot_series, plot_summary
from gui.plot_series import CROSS_ENTROPY, KINDS, LIKELIHOOD, LOG_LIKELIHOOD
from gui.plot_summary import summary, whole
from tests.helpers import HANGUL, missing_characters

pytestmark = pytest.mark.usefixtures("look_of_the_start")


def snapshot(k=7, n=10, pi=0.42, **more):
    hidden = more.pop("hidden", ())
    stage = more.pop("stage", Stage(hidden=frozenset(hidden)))
    return evaluate(State(Observations.from_counts(k, n), pi, stage=stage, **more))


def test_the_three_plots_of_the_start_in_full():
    assert whole(snapshot()).splitlines() == [
        (
            "Likelihood L(π), π from 0 to 1: it rises from 0 to its maximum, L ≈ 0.00222 at "
            "π̂ = 0.700, and falls to 0. At π = 0.420, L ≈ 4.498×10⁻⁴, rising (slope ≈ 0.005170)."
        ),
        (
            "Log-likelihood ℓ(π) (nats), π from 0 to 1: it rises from −∞ to its maximum, "
            "ℓ ≈ −6.109 at π̂ = 0.700, and falls to −∞. At π = 0.420, ℓ ≈ −7.707, "
            "rising (slope ≈ 11.49)."
        ),
        (
            "Binary cross-entropy BCE(π) (nats), π from 0 to 1: it falls from ∞ to its minimum, "
            "BCE ≈ 0.6109 = H(π̂) at π̂ = 0.700, and rises to ∞. At π = 0.420, BCE ≈ 0.7707, "
            "falling (slope ≈ −1.149)."
        ),
    ]


def test_the_slopes_are_the_derivatives():
    for pi in (0.21, 0.69, 0.71, 0.9):
        s = snapshot(pi=pi)
        score = 7 / pi - 3 / (1 - pi)
        for kind, slope in (
            (LIKELIHOOD, pi**7 * (1 - pi) ** 3 * score),
            (LOG_LIKELIHOOD, score),
            (CROSS_ENTROPY, -score / 10),
        ):
            word = "rising" if slope > 0 else "falling"
            assert f", {word} (slope ≈ {format_number(slope)})." in summary(kind, s)


def test_at_the_optimum_the_curves_are_flat_though_k_over_n_is_no_float():
    for k, n in ((7, 10), (1, 3), (500, 1000), (2, 7)):
        for kind in KINDS:
            assert ", flat (slope = 0)" in summary(kind, snapshot(k, n, k / n))


def test_a_slope_without_digits_left_is_told_by_its_sign_alone():
    text = summary(LOG_LIKELIHOOD, snapshot(1, 3, math.nextafter(1 / 3, 0.0)))
    assert text.endswith((", rising.", ", flat (slope = 0)."))
    assert "slope ≈" not in text


def test_without_observations_what_is_undefined_is_called_so():
    lines = whole(snapshot(0, 0)).splitlines()
    assert "it is 1 for every π" in lines[0]
    assert "it is 0 for every π" in lines[1]
    assert "undefined" in lines[2]
    assert "π̂" not in "".join(lines)
    assert "At π" not in "".join(lines)


def test_all_ones_have_their_optimum_at_the_right_end_and_all_zeros_at_the_left():
    assert "from 0 to its maximum at the right end, L = 1.00 at π̂ = 1." in summary(
        LIKELIHOOD, snapshot(5, 5)
    )
    assert "from −∞ to its maximum at the right end, ℓ = 0 at π̂ = 1." in summary(
        LOG_LIKELIHOOD, snapshot(5, 5)
    )
    assert "from its minimum at the left end, BCE = 0 = H(π̂) at π̂ = 0, to ∞." in summary(
        CROSS_ENTROPY, snapshot(0, 5)
    )
    # It is the best there is, and not flat.
    assert "At π = 1, ℓ = 0, rising (slope = 5.000)." in summary(
        LOG_LIKELIHOOD, snapshot(5, 5, 1.0)
    )


@pytest.mark.parametrize(
    ("pi", "reason"),
    [
        (0.0, "a one was observed, yet π = 0"),
        (1.0, "a zero was observed, yet π = 1"),
    ],
)
def test_an_infinity_comes_with_its_reason(pi, reason):
    s = snapshot(pi=pi)
    where = f"At π = {pi:.0f}, "
    assert summary(LIKELIHOOD, s).endswith(f"{where}L = 0, flat (slope = 0); {reason}.")
    assert summary(LOG_LIKELIHOOD, s).endswith(f"{where}ℓ = −∞; {reason}.")
    assert summary(CROSS_ENTROPY, s).endswith(f"{where}BCE = ∞; {reason}.")


def test_one_single_one_lets_the_likelihood_rise_from_its_zero():
    assert "L = 0, rising (slope ≈ 1.000)" in summary(LIKELIHOOD, snapshot(1, 10, 0.0))


@pytest.mark.parametrize(
    ("interval", "sides"),
    [((0.1, 0.2), ("rises", "right")), ((0.8, 0.9), ("falls", "left"))],
)
def test_beside_the_peak_the_ends_are_told_and_where_it_lies(interval, sides):
    s = snapshot(interval=interval)
    low, high = interval
    way, side = sides
    heights = [format_scaled(*bernoulli.scaled_likelihood(pi, 7, 10)) for pi in interval]
    assert f"π from {low:.3f} to {high:.3f}: it {way} from ≈ {heights[0]} to ≈ {heights[1]}" in (
        summary(LIKELIHOOD, s)
    )
    for kind in KINDS:
        text = summary(kind, s)
        assert f"lies to the {side}." in text
        assert "At π = 0.420 (out of sight)" in text
    assert summary(CROSS_ENTROPY, s).count("rises") == (way == "falls")


def test_an_end_at_the_optimum_is_the_optimum():
    assert "it falls from its maximum at the left end" in summary(
        LIKELIHOOD, snapshot(interval=(0.7, 0.9))
    )
    assert "it falls from ≈ 0.7383 to its minimum at the right end" in summary(
        CROSS_ENTROPY, snapshot(interval=(0.45, 0.7))
    )


def test_in_bits_the_values_are_those_of_bits_and_the_optimum_is_where_it_was():
    nats, bits = snapshot(), snapshot(log_base=LogBase.BITS)
    text = summary(LOG_LIKELIHOOD, bits)
    assert "(bits)" in text
    assert "π̂ = 0.700" in text
    for value in (nats.log_likelihood, nats.optimum.log_likelihood, nats.score):
        assert format_number(value / math.log(2)) in text
        assert format_number(value) not in text
    assert summary(LIKELIHOOD, bits) == summary(LIKELIHOOD, nats)


@pytest.mark.parametrize("base", LogBase)
def test_the_ends_of_the_axis_are_in_the_unit_shown(base):
    s = snapshot(interval=(0.6, 0.9), log_base=base)
    for pi in (0.6, 0.9):
        height = bernoulli.log_likelihood(pi, 7, 10) / base.unit
        assert f"≈ {format_number(height)}" in summary(LOG_LIKELIHOOD, s)
        assert f"≈ {format_number(-height / 10)}" in summary(CROSS_ENTROPY, s)


def test_a_relative_likelihood_is_told_as_its_axis_shows_it():
    s = snapshot(500, 1000)
    text = summary(LIKELIHOOD, s)
    ratio = 0.84**500 * 1.16**500  # (π/π̂)^500 · ((1 − π)/(1 − π̂))^500
    assert text.startswith(
        "Likelihood L(π) / L(π̂), π from 0 to 1: it rises from 0 to its maximum, 1 at "
        "π̂ = 0.500, where L ≈ 9.33×10⁻³⁰², and falls to 0."
    )
    assert f"L(π) / L(π̂) ≈ {format_number(ratio)}" in text
    assert f"(slope ≈ {format_number(ratio * (500 / 0.42 - 500 / 0.58))})" in text


def test_beyond_float64_no_number_is_lost():
    text = summary(LIKELIHOOD, snapshot(500, 10**6, 0.6))
    log10 = (500 * math.log10(0.6) + 999500 * math.log10(0.4)) - (
        500 * math.log10(5e-4) + 999500 * math.log10(1 - 5e-4)
    )
    exponent = math.floor(log10)
    assert "L(π) / L(π̂) ≈ " + format_scaled(10 ** (log10 - exponent), exponent) in text
    assert "as a float64 product: 0 (underflow)" in text
    assert "falling (slope ≈ −" in text


def test_beside_the_optimum_a_ratio_that_rounds_to_one_is_not_called_equal():
    peak = snapshot(500, 1000, 0.5)
    beside = snapshot(500, 1000, 0.5 + 1e-12)
    assert "L(π) / L(π̂) = 1.000" in summary(LIKELIHOOD, peak)
    assert "L(π) / L(π̂) ≈ 1.000" in summary(LIKELIHOOD, beside)


@pytest.mark.parametrize("n", [10**9, 10**15])
def test_close_to_a_narrow_peak_differences_are_told(n):
    interval = peak_interval(n // 2, n)
    s = snapshot(n // 2, n, 0.5, interval=interval)
    text = summary(LOG_LIKELIHOOD, s)
    # Five standard errors: a difference of 25/2.
    assert "ℓ(π) − ℓ(π̂) (nats)" in text
    assert "it rises from ≈ −12.50 to its maximum, 0 at π̂ = 0.500, where ℓ ≈ −6.931×10" in text
    low, high = re.search(r"π from (\S+) to (\S+):", text).groups()
    assert float(low) < 0.5 < float(high)
    assert "ℓ(π) − ℓ(π̂) = 0" in text
    assert "BCE(π) − H(π̂)" in summary(CROSS_ENTROPY, s)


# What is kept back --------------------------------------------------------------------------

TELLING = re.compile(
    r"π̂|argm|maxim|minim|rises|rising|falls|falling|flat|slope|0\.7\b|6\.109|0\.6109"
)
STATES = [
    {},
    {"pi": 0.69},
    {"pi": 0.0},
    {"interval": (0.1, 0.2)},
    {"true_pi": 0.6, "shows_true_pi": True},
    {"log_base": LogBase.BITS},
]


@pytest.mark.parametrize("hidden", [("optimum",), ("curves",), ("optimum", "values")])
@pytest.mark.parametrize("more", STATES)
def test_a_hidden_optimum_is_given_away_by_no_word(hidden, more):
    text = whole(snapshot(hidden=hidden, **more))
    assert not TELLING.search(text), text
    assert "not shown yet" in text
    # The check can fail.
    assert TELLING.search(whole(snapshot(**more)))


def test_a_hidden_optimum_of_a_relative_likelihood_is_not_compared_with():
    s = snapshot(500, 1000, hidden=("optimum",))
    assert "L ≈ 2.181×10⁻³⁰⁷" in summary(LIKELIHOOD, s)
    assert "2.337" not in summary(LIKELIHOOD, s)


@pytest.mark.parametrize("kind", KINDS)
def test_hidden_values_are_not_told_but_where_the_line_stands(kind):
    s = snapshot(hidden=("values",))
    assert plot_series.value_text(kind, s).split()[-1] not in whole(s)
    assert "slope" not in whole(s)
    assert whole(s).endswith("The line stands at π = 0.420.")
    assert "its m" in summary(kind, s)


def test_a_hidden_tangent_has_no_slope():
    text = whole(snapshot(hidden=("tangent",)))
    assert "slope" not in text
    assert "rising" not in text
    assert "π̂ = 0.700" in text


def test_the_true_pi_is_told_only_where_it_is_shown():
    assert "true π: 0.600" in whole(snapshot(true_pi=0.6, shows_true_pi=True))
    assert "0.600" not in whole(snapshot(true_pi=0.6))


def test_the_learner_s_own_expectation_is_told():
    assert "expect it: 0.300" in whole(snapshot(stage=Stage(prediction=0.3)))


def test_the_plots_asked_for_are_told_and_no_other():
    s = snapshot()
    for kind in PLOTS:
        assert whole(s, (kind,)) == summary(kind, s)
    assert len(whole(s, PLOTS[:2]).splitlines()) == 2


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize(("k", "n"), [(0, 0), (7, 10), (5, 5), (0, 30), (500, 1000), (1, 10**9)])
def test_in_both_languages_every_gap_is_filled_and_every_sign_can_be_drawn(k, n, code):
    with i18n.speaking(code):
        for pi in (0.0, 0.3, k / n if n else 0.5, 1.0):
            text = whole(snapshot(k, n, pi, true_pi=0.5, shows_true_pi=True))
            assert not re.search(r"[{}]|nan|inf|None", text)
            assert not missing_characters(text)
            assert bool(HANGUL.search(text)) is (code == "ko")


@pytest.mark.parametrize("n", [1, 2, 1000, 10**9, 10**15])
def test_no_state_however_extreme_is_left_without_words(n):
    for k in {0, 1, n // 3, n - 1, n}:
        for pi in (0.0, 5e-324, 1e-300, 0.3, k / n, 1 - 2**-53, 1.0):
            for interval in ((0.0, 1.0), peak_interval(k, n), (0.0, 1e-300), (1 - 1e-9, 1.0)):
                text = whole(snapshot(k, n, pi, interval=interval))
                assert len(text.splitlines()) == 3
                assert not re.search(r"[{}]|nan|inf|None", text)


def test_a_slope_of_all_nines_is_written_whole():
    assert plot_summary._scaled(9.999999999999999e-5, 0) == (1.0, -4)
    assert plot_summary._scaled(-0.0123, 5) == (pytest.approx(-1.23), 3)
    assert plot_summary._scaled(0.0, 7) == (0.0, 0)
