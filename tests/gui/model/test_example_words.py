"""Numbers of one example in words: right in each digit, also where no float64 holds the number."""

import math
import re
from decimal import Decimal

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from mpmath import mp

from core import logistic
from core.labelled import Labelled
from core.model_state import ModelLook, ModelState
from core.snapshot import evaluate
from core.state import LogBase, State
from gui import i18n
from gui.model.example_words import (
    describe,
    loss_texts,
    prediction_texts,
    tail_at,
    tail_in_unit,
)

PLAIN = str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789")
# Where gradient descent in x as given bounces to: the logits of 66 to 81 °F are −711 to −873.
BOUNCED = (-10.782608695652158, 0.15217391304347883)
# Where Newton's method comes to with two zeros and two ones apart.
PARTED = (118.67161343775365, -296.67903359438407)
HUGE = 10**15


def snapshot_of(x, y, w, b, unit=LogBase.NATS):
    model = ModelState(Labelled([x], [y]), w=w, b=b)
    return evaluate(State(log_base=unit, model=model, model_look=ModelLook()))


def texts_of(x, y, w, b, unit=LogBase.NATS):
    """All forms of ŷ and of the loss, as the table has them."""
    snapshot = snapshot_of(x, y, w, b, unit)
    model, tail = snapshot.model, tail_at(snapshot.model, x)
    rest = logistic.predict(x, -w, -b)
    loss = snapshot.in_unit(float(model.losses()[0]))
    return (
        prediction_texts(float(model.predictions()[0]), rest, tail),
        loss_texts(loss, tail_in_unit(snapshot, tail)),
    )


def exactly(x, y, w, b, unit):
    """log₁₀ of ŷ, of 1 − ŷ and of the loss, all in 60 digits more than they cancel."""
    with mp.workprec(5000):
        z = mp.mpf(w) * mp.mpf(x) + mp.mpf(b)
    with mp.workdps(400 if abs(z) < 800 else 60):
        small = mp.exp(-abs(z)) if abs(z) < 800 else mp.mpf(0)
        # Beyond, what is left of 1 is no matter in 340 digits, and the logarithm is −|z|.
        far = -abs(z) / mp.log(10)
        rare = far - mp.log10(1 + small)
        often = -mp.log10(1 + small)
        own = far + mp.log10(mp.log1p(small) / small) if small else far
        wrong = mp.log10(abs(z) + mp.log1p(small))
        loss = (own if (z > 0) == (y == 1) else wrong) - mp.log10(mp.mpf(unit.unit))
        return (rare, often, loss) if z < 0 else (often, rare, loss)


def assert_is(text, log10):
    """A text's digits are the number's, whose logarithm is given, rounded."""
    plain = text.translate(PLAIN)
    nested = re.fullmatch(r"10\^\((.*)×10(\d+)\)", plain)
    if nested is not None:
        mantissa, exponent = nested.groups()
        assert abs(log10) >= HUGE
        unit = mp.mpf(10) ** (int(exponent) - len(mantissa.partition(".")[2]))
        assert abs(mp.mpf(mantissa) * mp.mpf(10) ** int(exponent) - log10) <= unit * 0.5000001
    elif text.startswith("<"):
        assert log10 < int(plain.partition("10")[2]) <= -300
    elif text.startswith("≈10"):
        share = mp.mpf(10) ** (log10 - int(plain.partition("10")[2]))
        assert 0.5499999 <= share <= 5.5000001, (text, share)
    else:
        mantissa, _, exponent = plain.partition("×10")
        unit = mp.mpf(10) ** -len(mantissa.partition(".")[2])
        exact = mp.mpf(10) ** (log10 - int(exponent or 0))
        assert abs(mp.mpf(mantissa) - exact) <= unit * 0.5000001, (text, mp.nstr(exact, 10))
        assert float(mantissa) > 0


WEIGHTS = st.builds(
    lambda sign, digits, exponent: sign * digits * 10.0**exponent,
    st.sampled_from([-1.0, 1.0]),
    st.floats(1.0, 9.9),
    st.floats(-10.0, 10.0) | st.floats(-150.0, 148.0),
)


@settings(max_examples=1500, deadline=None)
@given(
    x=WEIGHTS | st.floats(-100.0, 100.0),
    w=WEIGHTS | st.floats(-100.0, 100.0),
    b=WEIGHTS | st.floats(-1000.0, 1000.0),
    y=st.integers(0, 1),
    unit=st.sampled_from(LogBase),
)
@example(69.0, *BOUNCED, 0, LogBase.NATS)
@example(1.0, *PARTED, 0, LogBase.BITS)
@example(1e150, 1e154, 0.0, 1, LogBase.BITS)
@example(1e150, -1e154, 0.0, 1, LogBase.BITS)
@example(0.0, 0.0, math.log(1999.0), 1, LogBase.NATS)
@example(0.0, 0.0, -math.log(1999.0), 1, LogBase.NATS)
@example(0.0, 0.0, -708.4, 0, LogBase.BITS)
def test_every_form_is_a_right_rounding_of_the_number(x, w, b, y, unit):
    predictions, losses = texts_of(x, y, w, b, unit)
    prediction, rest, loss = exactly(x, y, w, b, unit)
    for text in predictions:
        if text == "≈ 1":
            assert rest < -3.3
        elif text.startswith("1 − "):
            assert_is(text.removeprefix("1 − "), rest)
        else:
            assert_is(text, prediction)
            assert text not in ("0.000", "1.000")
    for text in losses:
        assert_is(text, loss)


@pytest.mark.parametrize(
    ("x", "prediction", "float64"),
    [
        (66.0, "1.0×10⁻³⁰⁹", "9.988×10⁻³¹⁰"),
        (69.0, "8.9×10⁻³²⁴", "9.881×10⁻³²⁴"),
        (70.0, "1.9×10⁻³²⁸", "0"),
        (81.0, "5.7×10⁻³⁸⁰", "0"),
    ],
)
def test_digits_do_not_come_from_a_float64_that_has_lost_them(x, prediction, float64):
    predictions, losses = texts_of(x, 0, *BOUNCED)
    assert predictions[0] == losses[0] == prediction
    said = describe(snapshot_of(x, 0, *BOUNCED), 0)
    assert re.findall(r"\(float64: ([^)]*)\)", said) == [float64, float64]


def test_the_loss_of_a_tiny_prediction_has_its_digits_and_loses_them_one_by_one():
    predictions, losses = texts_of(1.0, 0, *PARTED)
    assert predictions == losses == ["4.9×10⁻⁷⁸", "5×10⁻⁷⁸", "≈10⁻⁷⁸"]
    predictions, mirrored = texts_of(1.0, 1, -PARTED[0], -PARTED[1])
    assert predictions == ["1 − 4.9×10⁻⁷⁸", "1 − 5×10⁻⁷⁸", "≈ 1"]
    assert mirrored == losses
    _, bits = texts_of(1.0, 0, *PARTED, LogBase.BITS)
    assert bits == ["7.1×10⁻⁷⁸", "7×10⁻⁷⁸", "≈10⁻⁷⁷"]


def test_the_shortest_form_of_a_far_power_has_room_and_is_true():
    assert texts_of(1.0, 0, -5000.0, 0.0)[0] == [
        "3.4×10⁻²¹⁷²",
        "3×10⁻²¹⁷²",
        "≈10⁻²¹⁷²",
        "<10⁻⁹⁹⁹",
    ]
    assert texts_of(1.0, 0, -1e20, 0.0)[1] == ["10^(−4.3×10¹⁹)", "10^(−4×10¹⁹)", "<10⁻⁹⁹⁹"]


def test_a_logarithm_is_asked_for_only_where_a_float64_does_not_say_it():
    def none():
        raise AssertionError

    assert prediction_texts(0.25, 0.75, none) == ["0.250"]
    assert prediction_texts(1e-307, 1.0, none)[0] == "1.0×10⁻³⁰⁷"
    assert prediction_texts(1.0, 1e-307, none)[0] == "1 − 1.0×10⁻³⁰⁷"
    assert loss_texts(1e-307, none)[0] == "1.0×10⁻³⁰⁷"
    assert loss_texts(2e5, none) == ["2.000×10⁵", "2.0×10⁵", "2×10⁵", "≈10⁵"]
    assert prediction_texts(5e-324, 1.0, lambda: Decimal("-323.75"))[0] == "1.8×10⁻³²⁴"


@pytest.mark.parametrize(("language", "loss"), [("en", "loss"), ("ko", "손실")])
def test_all_numbers_of_an_example_below_float64(language, loss):
    with i18n.speaking(language):
        said = describe(snapshot_of(70.0, 0, *BOUNCED, LogBase.BITS), 0)
        assert "ŷ = 1.854×10⁻³²⁸ (float64: 0)" in said
        assert f"{loss} 2.675×10⁻³²⁸ (float64: 0) " in said
        said = describe(snapshot_of(70.0, 1, *BOUNCED), 0)
        assert "ŷ = 1.854×10⁻³²⁸ (float64: 0)" in said
        assert f"{loss} 754.6 " in said
        said = describe(snapshot_of(1.0, 1, -PARTED[0], -PARTED[1]), 0)
        assert "ŷ = 1 − 4.924×10⁻⁷⁸" in said
        assert f"{loss} 4.924×10⁻⁷⁸ " in said
        assert "float64" not in said
