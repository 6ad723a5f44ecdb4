"""Texts to copy: the numbers for a spreadsheet, and programs that work them out anew.

The programs are whole, so that a student can run them as they are. They are written for the
data they have in them: what these do not need, such as the case of no observations, is not there.
"""

import base64
import math
from collections.abc import Callable

from core import report
from core.snapshot import Snapshot
from core.state import LogBase

LONGEST_LIST = 30
"""The longest sequence that a program has as a list."""

LONGEST_DIGITS = 2000
"""The longest that it has as a string of digits."""

LONGEST_BITS = 20_000
"""The longest that it has as packed bits; of any longer it has the counts."""

# Where F.binary_cross_entropy agrees with the core to all but the last digits, however it works
# log(1 − π) out, and far from where it cuts logarithms off.
_LEAST_FOR_BCE = 1e-3


def numbers_table(snapshot: Snapshot) -> str:
    """The numbers as rows of a name and a value with a tab between them, the first row a header.

    The numbers are those of `report.numbers` and the shares of the ones and the zeros, in nats
    and in full precision. What is undefined is an empty cell. Infinities are ∞ and −∞: a
    spreadsheet would take "-inf" for a formula.
    """
    values = report.numbers(snapshot)
    for name in (
        "ones_log_likelihood",
        "zeros_log_likelihood",
        "ones_cross_entropy",
        "zeros_cross_entropy",
    ):
        values[name] = getattr(snapshot, name)
    rows = [("name (logarithms in nats)", "value")]
    rows += [(name, _cell(value)) for name, value in values.items()]
    return "\n".join("\t".join(row) for row in rows)


def _cell(value: object) -> str:
    if value is None:
        return ""
    number = value if isinstance(value, int) else float(str(value))
    if math.isinf(number):
        return "∞" if number > 0 else "−∞"
    return repr(number)


def numpy_snippet(snapshot: Snapshot) -> str:
    """A program with NumPy that prints L, ℓ, the cross-entropy and π̂.

    Where the sequence is not known, or longer than `LONGEST_BITS`, it weighs a one and a zero
    with their counts.
    """
    n, weighted = snapshot.n, _is_weighted(snapshot)
    imports, data = _numpy_data(snapshot)
    lines = [_title(snapshot), *imports, "import numpy as np", "", *data]
    lines += [f"pi = {snapshot.pi!r}", ""]
    log_pmf = "np.where(y == 1, np.log(pi), np.log1p(-pi))"
    if snapshot.pi in {0.0, 1.0}:
        lines += ['with np.errstate(divide="ignore"):  # log 0 = -inf', f"    log_pmf = {log_pmf}"]
    else:
        lines += [f"log_pmf = {log_pmf}"]
    if weighted:
        lines += ["log_likelihood = np.sum(weights * log_pmf)", "L = np.exp(log_likelihood)"]
    else:
        lines += [
            "log_likelihood = np.sum(log_pmf)",
            "L = np.prod(np.where(y == 1, pi, 1 - pi))",
        ]
    lines[-1] += _underflow(snapshot)
    lines += ["log10_L = log_likelihood / np.log(10)"]
    if n:
        total = "np.sum(weights)" if weighted else "len(y)"
        ones = "np.sum(weights[y == 1])" if weighted else "np.sum(y)"
        lines += [f"BCE = {_minus(snapshot)}log_likelihood / {total}", f"pi_hat = {ones} / {total}"]
    else:
        lines += ["BCE = pi_hat = np.nan  # there is nothing to average"]
    return "\n".join([*lines, "", *_prints(snapshot, str, "np.log(2)"), ""])


def pytorch_snippet(snapshot: Snapshot) -> str:
    """A program with PyTorch, in float64, that prints L, ℓ, the cross-entropy and π̂.

    It takes its cross-entropy from ``torch.nn.functional`` where that agrees; near 0 and 1 that
    one is wrong, because it cuts logarithms off at −100.
    """
    n, weighted = snapshot.n, _is_weighted(snapshot)
    uses_loss = n > 0 and _LEAST_FOR_BCE <= snapshot.pi <= 1 - _LEAST_FOR_BCE
    imports, data = _torch_data(snapshot)
    lines = [_title(snapshot), *imports, "import math", "", "import torch"]
    if uses_loss:
        lines += ["import torch.nn.functional as F"]
    lines += ["", *data, f"pi = torch.tensor({snapshot.pi!r}, dtype=torch.float64)", ""]
    lines += ["log_pmf = torch.xlogy(y, pi) + torch.special.xlog1py(1 - y, -pi)  # 0 log 0 = 0"]
    if weighted:
        lines += ["log_likelihood = (weights * log_pmf).sum()", "L = log_likelihood.exp()"]
    else:
        lines += ["log_likelihood = log_pmf.sum()", "L = torch.where(y == 1, pi, 1 - pi).prod()"]
    lines[-1] += _underflow(snapshot)
    lines += ["log10_L = log_likelihood / math.log(10)"]
    if n:
        total = "weights.sum()" if weighted else "len(y)"
        ones = "weights[y == 1].sum()" if weighted else "y.sum()"
        loss = "F.binary_cross_entropy(pi.expand_as(y), y)"
        if not uses_loss:
            lines += ["# F.binary_cross_entropy would cut logarithms off at -100"]
            loss = f"{_minus(snapshot)}log_likelihood / {total}"
        elif weighted:
            loss = f'F.binary_cross_entropy(pi.expand_as(y), y, weights, reduction="sum") / {total}'
        lines += [f"BCE = {loss}", f"pi_hat = {ones} / {total}"]
    else:
        lines += ["BCE = pi_hat = torch.tensor(math.nan)  # there is nothing to average"]
    return "\n".join([*lines, "", *_prints(snapshot, "{}.item()".format, "math.log(2)"), ""])


def _is_weighted(snapshot: Snapshot) -> bool:
    return snapshot.n > LONGEST_BITS or not snapshot.state.observations.has_sequence


def _title(snapshot: Snapshot) -> str:
    k, n = snapshot.k, snapshot.n
    return f"# {k} one{'s' * (k != 1)} in {n} observation{'s' * (n != 1)}, pi = {snapshot.pi!r}"


def _minus(snapshot: Snapshot) -> str:
    return "-" if snapshot.log_likelihood else "0.0 - "  # what is 0 is not printed as -0.0


def _underflow(snapshot: Snapshot) -> str:
    return "  # too small for a float64: see log10_L" if snapshot.underflowed else ""


def _numpy_data(snapshot: Snapshot) -> tuple[list[str], list[str]]:
    """What is imported for the data, and the data."""
    n = snapshot.n
    if _is_weighted(snapshot):
        outcomes, counts = _seen(snapshot)
        return [], [
            f"y = np.array({outcomes})",
            f"weights = np.array({counts}, dtype=np.int64)  # how often each was observed",
        ]
    observations = snapshot.state.observations
    if n <= LONGEST_LIST:
        return [], [f"y = np.array({observations.values.tolist()}, dtype=int)"]
    if n <= LONGEST_DIGITS:
        return [], [f'y = np.array([int(digit) for digit in "{observations.text()}"])']
    return ["import base64", ""], [
        f'packed = base64.b64decode("{_packed(snapshot)}")',
        f"y = np.unpackbits(np.frombuffer(packed, np.uint8), count={n})",
    ]


def _torch_data(snapshot: Snapshot) -> tuple[list[str], list[str]]:
    n = snapshot.n
    if _is_weighted(snapshot):
        outcomes, counts = _seen(snapshot)
        return [], [
            f"y = torch.tensor({outcomes}, dtype=torch.float64)",
            f"weights = torch.tensor({counts}, dtype=torch.float64)  # how often each was observed",
        ]
    observations = snapshot.state.observations
    imports: list[str] = []
    data: list[str] = []
    if n <= LONGEST_LIST:
        values = str(observations.values.tolist())
    elif n <= LONGEST_DIGITS:
        values = f'[int(digit) for digit in "{observations.text()}"]'
    else:
        imports = ["import base64"]
        data = [
            f'packed = base64.b64decode("{_packed(snapshot)}")',
            f"bits = [byte >> i & 1 for byte in packed for i in range(7, -1, -1)][:{n}]",
        ]
        values = "bits"
    return imports, [*data, f"y = torch.tensor({values}, dtype=torch.float64)"]


def _seen(snapshot: Snapshot) -> tuple[list[int], list[int]]:
    """The outcomes that were observed, and how often."""
    counts = {1: snapshot.k, 0: snapshot.n - snapshot.k}
    seen = [outcome for outcome, count in counts.items() if count]
    return seen, [counts[outcome] for outcome in seen]


def _packed(snapshot: Snapshot) -> str:
    packed = b"".join(snapshot.state.observations.packed_blocks(LONGEST_BITS // 8 * 8))
    return base64.b64encode(packed).decode()


def _prints(snapshot: Snapshot, number: Callable[[str], str], log_two: str) -> list[str]:
    lines = [
        f'print("L =", {number("L")}, "  log10 L =", {number("log10_L")})',
        f'print("log-likelihood =", {number("log_likelihood")}, "nats")',
        f'print("BCE =", {number("BCE")}, "nats per observation")',
    ]
    if snapshot.state.log_base is LogBase.BITS:
        both = f'{number("log_likelihood")} / {log_two}, "and", {number("BCE")} / {log_two}'
        lines += [f'print("in bits:", {both})']
    return [*lines, f'print("pi_hat =", {number("pi_hat")})']
