"""What is copied: each number is the core's, and each program runs and works them out."""

import contextlib
import io
import itertools
import math
import subprocess
import sys
import types

import numpy as np
import pytest

from core import report, snippets
from core.observations import Observations, random_observations
from core.snapshot import evaluate
from core.snippets import numbers_table, numpy_snippet, pytorch_snippet
from core.state import LogBase, State

PIS = [0.0, 5e-324, 1e-300, 1e-44, 1e-10, 0.001, 0.3, 0.42, 0.5, 0.999, 1 - 1e-9, 1 - 2**-53, 1.0]
OBSERVATIONS = {
    "none": Observations(),
    "one": Observations([1]),
    "zero": Observations([0]),
    "ten": State().observations,
    "the longest list": random_observations(30, 0.5, 1),
    "a string": random_observations(31, 0.9, 2),
    "the longest string": random_observations(2000, 0.01, 3),
    "ones alone": Observations([1] * 40),
    "zeros alone": Observations([0] * 1075),
    "bits": random_observations(2001, 0.999, 4),
    "the most bits": random_observations(20_000, 0.5, 5),
    "a longer sequence": random_observations(20_001, 0.5, 6),
    "counts": Observations.from_counts(7, 10),
    "counts of ones": Observations.from_counts(10, 10),
    "counts of zeros": Observations.from_counts(0, 1075),
    "large counts": Observations.from_counts(3 * 10**14, 10**15),
    "a rare one": Observations.from_counts(1, 10**15),
    "counts beyond 32 bits in all": Observations.from_counts(2 * 10**9, 4 * 10**9),
}
CASES = [
    pytest.param(observations, pi, id=f"{name} at {pi!r}")
    for (name, observations), pi in itertools.product(OBSERVATIONS.items(), PIS)
]


def run(program):
    """What a program leaves behind, and what it prints; a warning is a mistake."""
    printed = io.StringIO()
    names = {"__name__": "__main__"}
    with contextlib.redirect_stdout(printed):
        exec(compile(program, "snippet", "exec"), names)  # noqa: S102
    return names, printed.getvalue()


def near(value, expected, rel=1e-12):
    if expected is None:
        return math.isnan(value)
    # A float64 below the normal range has fewer digits.
    return value == expected or math.isclose(value, expected, rel_tol=rel, abs_tol=1e-319)


def check(names, snapshot):
    got = {name: float(names[name]) for name in ("L", "log_likelihood", "log10_L", "BCE", "pi_hat")}
    # Each factor of a product is rounded.
    assert near(got["L"], snapshot.likelihood, 1e-12 + 2e-16 * min(snapshot.n, 20_000))
    assert near(got["log_likelihood"], snapshot.log_likelihood)
    assert near(got["BCE"], snapshot.binary_cross_entropy)
    assert near(got["pi_hat"], snapshot.mle, 1e-15)
    mantissa, exponent = snapshot.likelihood_mantissa, snapshot.likelihood_exponent10
    log10 = exponent + math.log10(mantissa) if mantissa else -math.inf
    assert near(got["log10_L"], log10) or math.isclose(got["log10_L"], log10, abs_tol=1e-12)


# The table ---------------------------------------------------------------------------------------


def table(snapshot):
    head, *rows = [row.split("\t") for row in numbers_table(snapshot).split("\n")]
    assert head == ["name (logarithms in nats)", "value"]
    assert len({name for name, _value in rows}) == len(rows)
    return dict(rows)


def test_the_table_of_seven_in_ten():
    assert numbers_table(evaluate(State(pi=0.5))).split("\n")[:6] == [
        "name (logarithms in nats)\tvalue",
        "n\t10",
        "k\t7",
        "pi\t0.5",
        "mle\t0.7",
        "likelihood\t0.0009765625",
    ]


@pytest.mark.parametrize(("observations", "pi"), CASES)
def test_the_table_has_each_number_to_its_last_bit(observations, pi):
    snapshot = evaluate(State(observations, pi))
    names = [*report.numbers(snapshot)]
    shares = [
        f"{which}_{what}"
        for what in ("log_likelihood", "cross_entropy")
        for which in ("ones", "zeros")
    ]
    rows = table(snapshot)
    assert list(rows) == names + shares
    for name, text in rows.items():
        value = getattr(snapshot, name)
        if value is None:
            assert text == ""
        elif math.isinf(value):
            # "-inf" would be a formula, and a name that is not known.
            assert text == ("∞" if value > 0 else "−∞")
        else:
            assert type(value)(text) == value
            assert ("." in text or "e" in text) is isinstance(value, float)


# Programs ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("observations", "pi"), CASES)
def test_the_numpy_program_gives_the_numbers_of_the_core(observations, pi):
    snapshot = evaluate(State(observations, pi))
    program = numpy_snippet(snapshot)
    names, printed = run(program)
    check(names, snapshot)
    assert 3 <= program.count("\n") <= 25
    assert program.isascii()
    assert snapshot.log_likelihood < 0 or "-0.0" not in printed
    assert ("nan" in printed) is (snapshot.n == 0)


def test_the_numpy_program_of_the_first_session():
    program = numpy_snippet(evaluate(State(pi=0.42)))
    assert program == (
        "# 7 ones in 10 observations, pi = 0.42\n"
        "import numpy as np\n"
        "\n"
        "y = np.array([1, 0, 1, 1, 0, 1, 1, 1, 0, 1], dtype=int)\n"
        "pi = 0.42\n"
        "\n"
        "log_pmf = np.where(y == 1, np.log(pi), np.log1p(-pi))\n"
        "log_likelihood = np.sum(log_pmf)\n"
        "L = np.prod(np.where(y == 1, pi, 1 - pi))\n"
        "log10_L = log_likelihood / np.log(10)\n"
        "BCE = -log_likelihood / len(y)\n"
        "pi_hat = np.sum(y) / len(y)\n"
        "\n"
        'print("L =", L, "  log10 L =", log10_L)\n'
        'print("log-likelihood =", log_likelihood, "nats")\n'
        'print("BCE =", BCE, "nats per observation")\n'
        'print("pi_hat =", pi_hat)\n'
    )


@pytest.mark.parametrize("name", ["none", "ten", "a string", "the most bits", "large counts"])
def test_the_numpy_program_runs_by_itself(name):
    snapshot = evaluate(State(OBSERVATIONS[name], pi=0.0))
    result = subprocess.run(
        [sys.executable, "-W", "error", "-"],
        input=numpy_snippet(snapshot),
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (result.returncode, result.stderr) == (0, "")
    lines = result.stdout.splitlines()
    assert lines[0] == ("L = 0.0   log10 L = -inf" if snapshot.n else "L = 1.0   log10 L = 0.0")
    assert lines[1] == f"log-likelihood = {snapshot.log_likelihood} nats"


@pytest.mark.parametrize("observations", [Observations([0] * 1100), Observations([0] * 3000)])
def test_an_underflow_is_said_and_its_logarithm_printed(observations):
    snapshot = evaluate(State(observations, 0.5))
    assert snapshot.underflowed
    for program in (numpy_snippet(snapshot), pytorch_snippet(snapshot)):
        assert "# too small for a float64: see log10_L" in program
    assert f"log10 L = -{math.log10(2) * snapshot.n}"[:18] in run(numpy_snippet(snapshot))[1]
    assert "too small" not in numpy_snippet(evaluate(State()))


@pytest.mark.parametrize("snippet", [numpy_snippet, pytorch_snippet])
def test_bits_are_printed_where_bits_are_chosen(monkeypatch, snippet):
    monkeypatch.setitem(sys.modules, "torch", fake_torch())
    monkeypatch.setitem(sys.modules, "torch.nn", sys.modules["torch"].nn)
    monkeypatch.setitem(sys.modules, "torch.nn.functional", sys.modules["torch"].nn.functional)
    state = State(Observations([1] * 8), 0.25, LogBase.BITS)
    assert "in bits: -16.0 and 2.0\n" in run(snippet(evaluate(state)))[1]
    assert "in bits" not in snippet(evaluate(State()))


def test_no_program_has_a_long_sequence_in_it():
    for n in (20_001, 10**6):
        snapshot = evaluate(State(random_observations(n, 0.5, 0)))
        for program in (numpy_snippet(snapshot), pytorch_snippet(snapshot)):
            assert len(program) < 1200
    snapshot = evaluate(State(OBSERVATIONS["the most bits"]))
    assert max(map(len, map(str.splitlines, [numpy_snippet(snapshot)]))) < 4000


# PyTorch -----------------------------------------------------------------------------------------


class Tensor:
    """As much of a tensor of torch's as the programs use; what they must not use is not there."""

    def __init__(self, values, dtype=None):
        self.values = np.asarray(values, dtype or np.float32)

    def __len__(self):
        return len(self.values)

    def __float__(self):
        return float(self.values)

    def __neg__(self):
        return of(-self.values)

    def __eq__(self, other):
        return of(self.values == bare(other))

    __hash__ = None

    def __mul__(self, other):
        return of(self.values * bare(other))

    def __add__(self, other):
        return of(self.values + bare(other))

    def __truediv__(self, other):
        return of(self.values / bare(other))

    def __rsub__(self, other):
        return of(bare(other) - self.values)

    def __getitem__(self, mask):
        return of(self.values[mask.values])

    def sum(self):
        return of(self.values.sum())

    def prod(self):
        return of(self.values.prod())

    def exp(self):
        return of(np.exp(self.values))

    def expand_as(self, other):
        return of(np.broadcast_to(self.values, other.values.shape))

    def item(self):
        return self.values.item()


def of(values):
    return Tensor(values, np.asarray(values).dtype)


def bare(value):
    return value.values if isinstance(value, Tensor) else value


def fake_torch():
    """A torch of NumPy, whose loss cuts logarithms off as the real one does."""

    def xlogy(x, y):
        with np.errstate(divide="ignore", invalid="ignore"):
            return of(np.where(x.values == 0, 0.0, x.values * np.log(y.values)))

    def xlog1py(x, y):
        with np.errstate(divide="ignore", invalid="ignore"):
            return of(np.where(x.values == 0, 0.0, x.values * np.log1p(y.values)))

    def binary_cross_entropy(pi, y, weight=None, *, reduction="mean"):
        assert pi.values.dtype == y.values.dtype == np.float64
        with np.errstate(divide="ignore"):
            log_one = np.maximum(np.log(pi.values), -100.0)
            log_zero = np.maximum(np.log(1.0 - pi.values), -100.0)
        losses = -(y.values * log_one + (1.0 - y.values) * log_zero)
        if weight is not None:
            losses = losses * weight.values
        return of(losses.mean() if reduction == "mean" else losses.sum())

    torch = types.ModuleType("torch")
    torch.float64 = np.float64
    torch.tensor = Tensor
    torch.where = lambda mask, one, other: of(np.where(mask.values, bare(one), bare(other)))
    torch.xlogy = xlogy
    torch.special = types.SimpleNamespace(xlog1py=xlog1py)
    torch.nn = types.ModuleType("torch.nn")
    torch.nn.functional = types.ModuleType("torch.nn.functional")
    torch.nn.functional.binary_cross_entropy = binary_cross_entropy
    return torch


@pytest.fixture
def torch_of_numpy(monkeypatch):
    torch = fake_torch()
    monkeypatch.setitem(sys.modules, "torch", torch)
    monkeypatch.setitem(sys.modules, "torch.nn", torch.nn)
    monkeypatch.setitem(sys.modules, "torch.nn.functional", torch.nn.functional)


@pytest.mark.usefixtures("torch_of_numpy")
@pytest.mark.parametrize(("observations", "pi"), CASES)
def test_the_pytorch_program_gives_the_numbers_of_the_core(observations, pi):
    snapshot = evaluate(State(observations, pi))
    program = pytorch_snippet(snapshot)
    names, printed = run(program)
    check(names, snapshot)
    assert 3 <= program.count("\n") <= 25
    assert program.isascii()
    assert snapshot.log_likelihood < 0 or "-0.0" not in printed
    assert ("nan" in printed) is (snapshot.n == 0)
    assert names["y"].values.dtype == np.float64


def test_the_pytorch_programs_run_where_torch_is_installed():
    pytest.importorskip("torch")
    for observations, pi in itertools.product(OBSERVATIONS.values(), PIS):
        snapshot = evaluate(State(observations, pi))
        check(run(pytorch_snippet(snapshot))[0], snapshot)


def test_the_loss_of_pytorch_is_used_only_where_it_is_right():
    for pi in PIS:
        for observations in OBSERVATIONS.values():
            program = pytorch_snippet(evaluate(State(observations, pi)))
            calls = "F.binary_cross_entropy(" in program
            assert calls is (observations.n > 0 and 0.001 <= pi <= 0.999)
            assert calls is ("import torch.nn.functional as F\n" in program)
    assert "would cut logarithms off at -100" in pytorch_snippet(evaluate(State(pi=1e-44)))


def test_the_pytorch_program_of_the_first_session():
    program = pytorch_snippet(evaluate(State(pi=0.42)))
    assert program == (
        "# 7 ones in 10 observations, pi = 0.42\n"
        "import math\n"
        "\n"
        "import torch\n"
        "import torch.nn.functional as F\n"
        "\n"
        "y = torch.tensor([1, 0, 1, 1, 0, 1, 1, 1, 0, 1], dtype=torch.float64)\n"
        "pi = torch.tensor(0.42, dtype=torch.float64)\n"
        "\n"
        "log_pmf = torch.xlogy(y, pi) + torch.special.xlog1py(1 - y, -pi)  # 0 log 0 = 0\n"
        "log_likelihood = log_pmf.sum()\n"
        "L = torch.where(y == 1, pi, 1 - pi).prod()\n"
        "log10_L = log_likelihood / math.log(10)\n"
        "BCE = F.binary_cross_entropy(pi.expand_as(y), y)\n"
        "pi_hat = y.sum() / len(y)\n"
        "\n"
        'print("L =", L.item(), "  log10 L =", log10_L.item())\n'
        'print("log-likelihood =", log_likelihood.item(), "nats")\n'
        'print("BCE =", BCE.item(), "nats per observation")\n'
        'print("pi_hat =", pi_hat.item())\n'
    )


@pytest.mark.usefixtures("torch_of_numpy")
def test_the_data_are_those_of_the_session():
    for observations in OBSERVATIONS.values():
        snapshot = evaluate(State(observations))
        numpy_names, torch_names = (
            run(snippet(snapshot))[0] for snippet in (numpy_snippet, pytorch_snippet)
        )
        if "weights" in numpy_names:
            assert not observations.has_sequence or observations.n > snippets.LONGEST_BITS
            counts = dict(zip(numpy_names["y"], numpy_names["weights"], strict=True))
            both = {1: observations.k, 0: observations.n - observations.k}
            assert counts == {outcome: count for outcome, count in both.items() if count}
            assert np.array_equal(torch_names["weights"].values, numpy_names["weights"])
            assert np.array_equal(torch_names["y"].values, numpy_names["y"])
        else:
            assert np.array_equal(numpy_names["y"], observations.values)
            assert np.array_equal(torch_names["y"].values, observations.values)
