"""The table of the curves: it reads back bit for bit, and says what mpmath and SciPy say."""

import csv
import io
import math

import mpmath
import numpy as np
import pytest
from scipy import special

from core import bernoulli, report
from core.curve_table import curve_table
from core.curves import peak_interval
from core.observations import Observations
from core.snapshot import evaluate
from core.state import LogBase, State

COLUMNS = [
    "pi",
    "likelihood",
    "relative_likelihood",
    "log_likelihood",
    "ones_log_likelihood",
    "zeros_log_likelihood",
    "binary_cross_entropy",
    "ones_cross_entropy",
    "zeros_cross_entropy",
]
COUNTS = {
    "none": (0, 0),
    "a one": (1, 1),
    "a zero": (0, 1),
    "seven of ten": (7, 10),
    "ones alone": (40, 40),
    "zeros alone": (0, 1075),
    "a third": (1, 3),
    "a million": (420_000, 10**6),
    "the most": (3 * 10**14, 10**15),
    "a third of the most": (333_333_333_333_333, 10**15),
    "a rare one": (1, 10**15),
    "the most, ones alone": (10**15, 10**15),
}
CASES = [
    pytest.param(k, n, interval, id=f"{name}, {words}")
    for name, (k, n) in COUNTS.items()
    for words, interval in {
        "whole": (0.0, 1.0),
        "zoomed to the peak": peak_interval(k, n),
        "zoomed away from it": (0.9, 0.95),
    }.items()
]
cases = pytest.mark.parametrize(("k", "n", "interval"), CASES)


def snapshot_of(k, n, interval=(0.0, 1.0), pi=0.42, log_base=LogBase.NATS):
    return evaluate(
        State(Observations.from_counts(k, n), pi=pi, interval=interval, log_base=log_base)
    )


def is_comment(line):
    return line.startswith("#")


def comments(text):
    """The comments as names and values, read by the rules of csv."""
    lines = [line.removeprefix("# ") for line in text.split("\n") if is_comment(line)]
    return dict(csv.reader(lines))


def read(text):
    """The columns, by a reader that skips what begins with '#'."""
    lines = [line for line in text.splitlines() if not is_comment(line)]
    head, *rows = csv.reader(lines)
    assert head == COLUMNS
    values = np.array([[float(cell) for cell in row] for row in rows])
    return dict(zip(head, values.T, strict=True))


def bits(values):
    return np.ascontiguousarray(values, np.float64).view(np.int64).tolist()


# Its form ----------------------------------------------------------------------------------------


@cases
def test_every_reader_gets_the_same_bits(k, n, interval):
    snapshot = snapshot_of(k, n, interval)
    text = curve_table(snapshot, 'main.py --zoom "0.2, 0.4"')
    expected = read(text)
    assert bits(expected["pi"]) == bits(snapshot.curves.pi)
    skipped = sum(map(is_comment, text.splitlines()))

    loaded = np.loadtxt(io.StringIO(text), delimiter=",", skiprows=skipped + 1)
    generated = np.genfromtxt(io.StringIO(text), delimiter=",", names=True, skip_header=skipped)
    assert list(generated.dtype.names) == COLUMNS
    for name, column in zip(COLUMNS, loaded.T, strict=True):
        assert bits(column) == bits(expected[name])
        assert bits(generated[name]) == bits(expected[name])


@cases
def test_a_float_is_its_repr_and_no_zero_is_negative(k, n, interval):
    text = curve_table(snapshot_of(k, n, interval))
    rows = [line for line in text.splitlines() if not is_comment(line)][1:]
    for cell in ",".join(rows).split(","):
        assert cell == repr(float(cell))
        assert cell != "-0.0"


def test_lines_end_with_a_line_feed_and_comments_come_first():
    text = curve_table(snapshot_of(7, 10), "main.py 7 of 10")
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert "\r" not in text
    assert text.isascii()
    lines = text.splitlines()
    count = sum(map(is_comment, lines))
    assert all(map(is_comment, lines[:count]))
    assert lines[count] == ",".join(COLUMNS)
    assert lines[count - 2 : count] == ["# unit,nats", "# command,main.py 7 of 10"]


@pytest.mark.parametrize("pi", [0.0, 5e-324, 0.42, 0.7, 1.0])
@pytest.mark.parametrize(("k", "n"), COUNTS.values(), ids=COUNTS)
def test_the_comments_are_the_numbers_in_full(k, n, pi):
    snapshot = snapshot_of(k, n, pi=pi)
    got = comments(curve_table(snapshot))
    numbers = report.numbers(snapshot)
    assert list(got) == [*numbers, "unit"]
    assert got.pop("unit") == "nats"
    for name, value in numbers.items():
        assert got[name] == ("" if value is None else str(value))
        if isinstance(value, float):
            assert float(got[name]) == value


def test_a_comment_of_infinity_and_of_what_is_undefined():
    assert "\n# log_likelihood,-inf\n" in curve_table(snapshot_of(7, 10, pi=0.0))
    assert "\n# binary_cross_entropy,inf\n" in curve_table(snapshot_of(7, 10, pi=0.0))
    assert "\n# mle,\n" in curve_table(snapshot_of(0, 0))


@pytest.mark.parametrize(
    "command",
    [
        "main.py 0110 --pi 0.42",
        "main.py 'a, b.csv' --column 동전",
        """main.py "a b" 'say "so", he said' # 1""",
        " spaces at both ends ",
    ],
)
def test_the_command_reads_back(command):
    text = curve_table(snapshot_of(7, 10), command)
    assert comments(text)["command"] == command
    assert curve_table(snapshot_of(7, 10)) == "".join(
        line for line in text.splitlines(keepends=True) if not line.startswith("# command")
    )


def test_a_plain_command_is_not_quoted_and_another_is():
    assert "\n# command,a b\n" in curve_table(snapshot_of(1, 2), "a b")
    assert '\n# command,"a, ""b"""\n' in curve_table(snapshot_of(1, 2), 'a, "b"')


@pytest.mark.parametrize("command", ["a\nb", "a\r\nb", "a\rb", "a\n", "\n", "a\u2028b", "a\x0bb"])
def test_a_command_of_two_lines_is_refused(command):
    with pytest.raises(ValueError, match="command must be one line, got "):
        curve_table(snapshot_of(1, 2), command)


def test_a_repeated_call_gives_the_same_text():
    assert curve_table(snapshot_of(7, 10), "x") == curve_table(snapshot_of(7, 10), "x")


@pytest.mark.parametrize(("k", "n"), COUNTS.values(), ids=COUNTS)
def test_bits_on_the_screen_are_nats_in_the_file(k, n):
    shown_in_bits = snapshot_of(k, n, log_base=LogBase.BITS)
    assert curve_table(shown_in_bits) == curve_table(snapshot_of(k, n))


# Its values --------------------------------------------------------------------------------------


def near(got, expected, rel=2e-15):
    """Whether a float64 is a number of mpmath's to a few units in the last place."""
    expected = float(expected)
    return got == expected or math.isclose(got, expected, rel_tol=rel, abs_tol=1e-323)


@cases
def test_values_by_mpmath(k, n, interval):
    table = read(curve_table(snapshot_of(k, n, interval)))
    with mpmath.workdps(60):
        hat = mpmath.mpf(k) / n if n else mpmath.mpf("0.5")

        def logs(pi):
            ones = k * mpmath.log(pi) if k else mpmath.mpf(0)
            return ones, (n - k) * mpmath.log(1 - pi) if k < n else mpmath.mpf(0)

        best = sum(logs(hat))
        inside = [i for i, pi in enumerate(table["pi"]) if 0.0 < pi < 1.0]
        for i in inside[::7]:
            row = {name: values[i] for name, values in table.items()}
            ones, zeros = logs(mpmath.mpf(row["pi"]))
            assert near(row["ones_log_likelihood"], ones)
            assert near(row["zeros_log_likelihood"], zeros)
            assert near(row["log_likelihood"], ones + zeros)
            assert near(row["likelihood"], mpmath.exp(ones + zeros))
            # Right to the last digits of a curve of height 1; far down in its tail not of its own.
            relative = float(mpmath.exp(ones + zeros - best))
            assert math.isclose(row["relative_likelihood"], relative, rel_tol=1e-9, abs_tol=1e-323)
            assert math.isclose(row["relative_likelihood"], relative, rel_tol=0.0, abs_tol=2e-15)
            if n:
                assert near(row["binary_cross_entropy"], -(ones + zeros) / n)
                assert near(row["ones_cross_entropy"], -ones / n)
                assert near(row["zeros_cross_entropy"], -zeros / n)


@pytest.mark.parametrize(("k", "n"), COUNTS.values(), ids=COUNTS)
def test_values_by_scipy(k, n):
    table = read(curve_table(snapshot_of(k, n)))
    pi = table["pi"]
    ones, zeros = special.xlogy(k, pi), special.xlog1py(n - k, -pi)
    np.testing.assert_allclose(table["ones_log_likelihood"], ones, rtol=1e-15)
    np.testing.assert_allclose(table["zeros_log_likelihood"], zeros, rtol=1e-15)
    np.testing.assert_allclose(table["log_likelihood"], ones + zeros, rtol=1e-15)


@cases
def test_the_largest_log_likelihood_stands_at_the_estimate(k, n, interval):
    snapshot = snapshot_of(k, n, interval)
    table = read(curve_table(snapshot))
    if not n or not interval[0] <= k / n <= interval[1]:
        assert k / n not in table["pi"] if n else not any(table["log_likelihood"])
        return
    (at,) = np.flatnonzero(table["pi"] == k / n)
    values = table["log_likelihood"]
    assert values[at] == values.max()
    assert np.all(np.diff(values[: at + 1]) >= 0.0)
    assert np.all(np.diff(values[at:]) <= 0.0)
    assert table["relative_likelihood"][at] == table["relative_likelihood"].max() == 1.0
    assert table["binary_cross_entropy"][at] == table["binary_cross_entropy"].min()
    assert table["likelihood"][at] == table["likelihood"].max()


@cases
def test_the_columns_belong_together(k, n, interval):
    table = read(curve_table(snapshot_of(k, n, interval)))
    assert np.all(np.diff(table["pi"]) > 0.0)
    assert (table["pi"][0], table["pi"][-1]) == interval
    parts = table["ones_log_likelihood"] + table["zeros_log_likelihood"]
    np.testing.assert_allclose(table["log_likelihood"], parts, rtol=1e-15)
    if not n:
        return
    for whole, part in (
        ("binary_cross_entropy", "log_likelihood"),
        ("ones_cross_entropy", "ones_log_likelihood"),
        ("zeros_cross_entropy", "zeros_log_likelihood"),
    ):
        np.testing.assert_allclose(table[whole], -table[part] / n, rtol=1e-15)


@cases
def test_a_row_has_the_numbers_of_a_snapshot_at_its_pi(k, n, interval):
    table = read(curve_table(snapshot_of(k, n, interval)))
    for i in range(0, len(table["pi"]), 11):
        there = snapshot_of(k, n, pi=float(table["pi"][i]))
        assert table["likelihood"][i] == there.likelihood
        assert table["log_likelihood"][i] == there.log_likelihood
        assert table["ones_log_likelihood"][i] == there.ones_log_likelihood
        assert table["zeros_log_likelihood"][i] == there.zeros_log_likelihood
        if n:
            assert table["binary_cross_entropy"][i] == there.binary_cross_entropy


def test_no_observations_have_no_cross_entropy():
    table = read(curve_table(snapshot_of(0, 0)))
    for name, values in table.items():
        if "cross_entropy" in name:
            assert np.isnan(values).all()
        elif name != "pi":
            assert set(values) == {1.0 if name.endswith("likelihood") and "log" not in name else 0}


def test_the_ends_are_infinite_where_the_data_are_impossible():
    table = read(curve_table(snapshot_of(7, 10)))
    for end in (0, -1):
        assert table["likelihood"][end] == table["relative_likelihood"][end] == 0.0
        assert table["log_likelihood"][end] == -math.inf
        assert table["binary_cross_entropy"][end] == math.inf
    assert (table["ones_log_likelihood"][0], table["zeros_log_likelihood"][0]) == (-math.inf, 0.0)
    assert (table["ones_log_likelihood"][-1], table["zeros_log_likelihood"][-1]) == (0.0, -math.inf)


@pytest.mark.parametrize(("k", "end"), [(40, -1), (0, 0)])
def test_ones_alone_and_zeros_alone_are_certain_at_their_end(k, end):
    table = read(curve_table(snapshot_of(k, 40)))
    assert table["likelihood"][end] == table["relative_likelihood"][end] == 1.0
    assert table["log_likelihood"][end] == table["binary_cross_entropy"][end] == 0.0
    one_sided = "zeros" if k else "ones"
    assert not table[f"{one_sided}_log_likelihood"].any()
    assert not table[f"{one_sided}_cross_entropy"].any()


def test_an_underflowed_likelihood_is_zero_beside_its_digits():
    snapshot = snapshot_of(3 * 10**14, 10**15)
    table = read(curve_table(snapshot))
    assert not table["likelihood"].any()
    assert table["relative_likelihood"].max() == 1.0
    assert np.isfinite(table["log_likelihood"][1:-1]).all()
    assert bits(table["likelihood"]) == bits(
        bernoulli.likelihood(snapshot.curves.pi, snapshot.k, snapshot.n)
    )
