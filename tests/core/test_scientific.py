"""Numbers as text: every digit shown is right."""

import math
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mpmath import mp

from core import scientific

PLAIN = str.maketrans("−⁻⁰¹²³⁴⁵⁶⁷⁸⁹", "--0123456789")


def read_back(text: str) -> float:
    return float(text.translate(PLAIN).replace("×10", "e"))


@pytest.mark.parametrize(
    ("value", "digits", "text"),
    [
        (0.0, 4, "0"),
        (-0.0, 4, "0"),
        (0.7, 3, "0.700"),
        (-0.7, 1, "−0.7"),
        (9.9996, 4, "10.00"),
        (9.9994, 4, "9.999"),
        (99.96, 3, "100"),
        (1234.0, 4, "1234"),
        (9999.6, 4, "1.000×10⁴"),
        (12344.0, 4, "1.234×10⁴"),
        (693147.0, 4, "6.931×10⁵"),
        (-693147180.5, 4, "−6.931×10⁸"),
        (123456.0, 6, "123456"),
        (1234567.0, 9, "1.23456700×10⁶"),
        (0.001, 3, "0.00100"),
        (0.0012345, 3, "0.00123"),
        (0.00099949, 3, "9.99×10⁻⁴"),
        (0.0009996, 3, "0.00100"),
        (5e-324, 3, "4.94×10⁻³²⁴"),
        (1.7976931348623157e308, 4, "1.798×10³⁰⁸"),
        (1e-7, 1, "1×10⁻⁷"),
        (math.inf, 4, "∞"),
        (-math.inf, 4, "−∞"),
    ],
)
def test_number(value, digits, text):
    assert scientific.format_number(value, digits) == text


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.floats(allow_nan=False, allow_infinity=False), st.integers(1, 17))
def test_number_reads_back_as_its_rounding(value, digits):
    text = scientific.format_number(value, digits)
    assert read_back(text) == float(f"{value:.{digits - 1}e}")
    figures = text.split("×")[0].replace(".", "").lstrip("−0")
    assert len(figures) == digits or value == 0


@pytest.mark.parametrize(
    ("mantissa", "exponent", "digits", "text"),
    [
        (0.0, 0, 4, "0"),
        (1.0, 0, 4, "1.000"),
        (2.47, -324, 4, "2.470×10⁻³²⁴"),
        (9.99996, -4, 4, "0.001000"),
        (9.99996, -301029996, 4, "1.000×10⁻³⁰¹⁰²⁹⁹⁹⁵"),
        (9.99996, 2, 4, "1000"),
        (-2.5, 1, 3, "−25.0"),
        (2.5, 400, 1, "2×10⁴⁰⁰"),
    ],
)
def test_scaled_number(mantissa, exponent, digits, text):
    assert scientific.format_scaled(mantissa, exponent, digits) == text


@pytest.mark.parametrize(
    ("log10", "digits", "text"),
    [
        ("0", 4, "1.000"),
        ("-1", 3, "0.100"),
        ("2.5", 4, "316.2"),
        ("-327.7328", 3, "1.85×10⁻³²⁸"),
        ("-1e-30", 4, "1.000"),
        ("-999999999999999", 2, "1.0×10⁻⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹⁹"),
        ("-1000000000000000", 2, "10^(−1.0×10¹⁵)"),
        ("-3.0400614e155", 4, "10^(−3.040×10¹⁵⁵)"),
        ("3.0400614e155", 1, "10^(3×10¹⁵⁵)"),
    ],
)
def test_power_of_ten(log10, digits, text):
    assert scientific.format_power(Decimal(log10), digits) == text


@settings(max_examples=300, deadline=None, derandomize=True)
@given(
    st.decimals(-(10**15) + 1, 10**15 - 1, places=20)
    | st.decimals(-400, 400, places=40)
    | st.integers(-400, 400).map(lambda i: Decimal(i) - Decimal("1e-30")),
)
def test_power_of_ten_has_a_mantissa_to_the_last_place(log10):
    mantissa, exponent = scientific.scaled_power(log10)
    assert 1.0 <= mantissa < 10.0
    with mp.workdps(60):
        exact = mp.mpf(10) ** (mp.mpf(str(log10)) - exponent)
        assert abs(mantissa - exact) <= 2**-52 * exact


def test_power_of_ten_needs_a_digit():
    for log10 in (Decimal(-400), Decimal("-1e20")):
        with pytest.raises(ValueError, match="digits"):
            scientific.format_power(log10, 0)


@pytest.mark.parametrize(
    ("mantissa", "exponent", "nearest"),
    [
        (1.0, 0, 0),
        (4.9e-78, 0, -78),
        (4.9, -78, -78),
        (5.49, -400, -400),
        (5.51, -400, -399),
        (9.99, -400, -399),
        (-9.4, 3, 4),
        (1e-7, 0, -7),
        (9.6e-8, 0, -7),
        (8.93, -324, -323),
    ],
)
def test_nearest_power_is_nearest_by_the_difference(mantissa, exponent, nearest):
    assert scientific.nearest_power(mantissa, exponent) == nearest


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.floats(1e-300, 1e300))
def test_no_other_power_is_nearer(value):
    nearest = scientific.nearest_power(value)
    with mp.workdps(40):
        distances = {i: abs(mp.mpf(10) ** (nearest + i) - value) for i in (-1, 0, 1)}
    # On a tie, as of 5.5 between 1 and 10, either is.
    assert distances[0] <= min(distances.values()) * (1 + 1e-12)


@pytest.mark.parametrize(
    ("pi", "text", "complement", "exact"),
    [
        (0.0, "0", "1", True),
        (1.0, "1", "0", True),
        (0.42, "0.420", "0.58", True),
        (0.5, "0.500", "0.5", True),
        (0.1, "0.100", "0.9", True),
        (0.12345, "0.12345", "0.87655", True),
        (0.123456, "0.123456", "0.876544", True),
        (0.1234567, "0.123457", "0.876543", False),
        (1 / 3, "0.333333", "0.666667", False),
        (0.001, "0.001", "0.999", True),
        (0.000123, "1.23×10⁻⁴", "0.999877", True),
        (0.0001999999999, "2×10⁻⁴", "0.9998", False),
        (1e-20, "1×10⁻²⁰", "1 − 1×10⁻²⁰", True),
        (5e-324, "5×10⁻³²⁴", "1 − 5×10⁻³²⁴", True),
        (0.9999999, "0.9999999", "1×10⁻⁷", True),
        (1.0 - 2.0**-53, "0.9999999999999999", "1×10⁻¹⁶", True),
    ],
)
def test_probability(pi, text, complement, exact):
    assert scientific.format_probability(pi) == text
    assert scientific.complement_text(pi) == complement
    assert scientific.is_exact_text(pi) is exact


def test_probability_has_at_least_so_many_decimals():
    assert scientific.format_probability(0.5, 1) == "0.5"
    assert scientific.format_probability(0.5, 2) == "0.50"


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.floats(0.0, 1.0))
def test_exact_text_means_exact(pi):
    shown = read_back(scientific.format_probability(pi))
    assert (shown == pi) is scientific.is_exact_text(pi)
    assert shown == pytest.approx(pi, rel=5.1e-6, abs=0)
    assert (shown in {0, 1}) is (pi in {0, 1})


def test_counts_and_superscripts():
    assert scientific.format_count(350757) == "350,757"
    assert scientific.format_count(-1000) == "−1,000"
    assert scientific.superscript(-120) == "⁻¹²⁰"


def test_what_cannot_be_written_is_refused():
    with pytest.raises(ValueError, match="nan"):
        scientific.format_number(math.nan)
    with pytest.raises(ValueError, match="digits must be at least 1, got 0"):
        scientific.format_number(1.0, 0)
    for mantissa in (10.0, 0.99, math.inf, math.nan):
        with pytest.raises(ValueError, match="mantissa must be"):
            scientific.format_scaled(mantissa, 0)
    for pi in (1.5, -0.1, math.nan):
        with pytest.raises(ValueError, match=r"pi must be in \[0, 1\]"):
            scientific.format_probability(pi)
