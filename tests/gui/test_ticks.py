"""Round numbers along an axis."""

import math
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.ticks import nice_step, ticks

SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789-")


def read(text):
    """The exact number that a label says."""
    body, _, power = text.replace("−", "-").partition("×10")
    return Fraction(body) * Fraction(10) ** int((power or "⁰").translate(SUPERSCRIPTS))


@pytest.mark.parametrize(
    ("low", "high", "most", "texts"),
    [
        (0.0, 1.0, 5, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (0.0, 1.0, 2, ["0.0", "0.5", "1.0"]),
        (-22.0, 0.0, 4, ["−20", "−10", "0"]),
        (0.41, 0.43, 4, ["0.410", "0.415", "0.420", "0.425", "0.430"]),
        (-7e8, 0.0, 4, ["−6×10⁸", "−4×10⁸", "−2×10⁸", "0"]),
        (0.0, 1.0, 1, ["0", "1"]),
    ],
)
def test_labels_are_those_a_person_would_write(low, high, most, texts):
    assert ticks(low, high, most).texts == texts


def test_an_axis_counted_in_a_power_of_ten_says_so():
    assert ticks(0.0, 2.3, 3, -3).texts == ["0", "0.001", "0.002"]
    assert ticks(0.0, 2.3, 3, -324).texts == ["0", "1×10⁻³²⁴", "2×10⁻³²⁴"]


@given(
    low=st.floats(-1e6, 1e6),
    span=st.floats(1e-9, 1e9),
    most=st.integers(1, 12),
    exponent10=st.integers(-400, 20),
)
def test_each_label_says_exactly_its_own_value(low, span, most, exponent10):
    if span < abs(low) * 1e-9:
        return
    values, texts = ticks(low, low + span, most, exponent10)
    assert len(values) <= most + 1
    assert len(set(texts)) == len(texts)
    step = nice_step(low + span - low, most)
    for value, text in zip(values, texts, strict=True):
        assert low - 1e-6 * span <= value <= low + span + 1e-6 * span
        said = read(text) / Fraction(10) ** exponent10
        assert float(said) == pytest.approx(value, rel=1e-9, abs=1e-6 * step)
    gaps = [b - a for a, b in pairwise(values)]
    assert gaps == pytest.approx([step] * len(gaps), rel=1e-6)


@given(span=st.floats(1e-300, 1e300), most=st.integers(1, 20))
def test_a_step_is_1_2_or_5_times_a_power_of_ten(span, most):
    step = nice_step(span, most)
    mantissa = float(f"{step:e}".split("e")[0])
    assert mantissa in (1.0, 2.0, 5.0)
    assert step * most >= span * (1 - 1e-6)
    # The next finer step would give too many parts.
    assert step / 2.5 * most < span * (1 + 1e-6)


@pytest.mark.parametrize(("low", "high"), [(1.0, 1.0), (2.0, 1.0), (0.0, math.inf)])
def test_an_axis_without_a_length_has_no_labels(low, high):
    assert ticks(low, high, 5) == ([], [])
