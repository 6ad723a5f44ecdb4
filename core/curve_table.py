"""The sampled curves as a file of comma-separated values, for programs that draw and calculate."""

import csv
import io

import numpy as np

from core import bernoulli, report
from core._double_double import FloatArray
from core.snapshot import Snapshot


def curve_table(snapshot: Snapshot, command: str = "") -> str:
    """The curves that are drawn, one row for each sampled π, with the numbers above them.

    First come comment lines, ``# name,value``: the numbers of `report.numbers`, the unit, and the
    command; then the names of the columns, then the rows. All is in nats, whatever unit is shown,
    and every float in full precision: reading it back gives the same bits. An infinity is inf or
    -inf; what is undefined is empty in a comment and nan in a row. Lines end with a line feed.

    Args:
        snapshot: whose curves.
        command: what writes this table again, one line; left out where it is empty.

    Raises:
        ValueError: the command is of more than one line.
    """
    if len(f"{command}.".splitlines()) > 1:
        raise ValueError(f"command must be one line, got {command!r}")
    comments: dict[str, object] = {**report.numbers(snapshot), "unit": "nats"}
    if command:
        comments["command"] = command
    columns = _columns(snapshot)
    text = io.StringIO()
    # Of a float the writer takes the repr; a NumPy number would say its type in it.
    writer = csv.writer(text, lineterminator="\n")
    writer.writerows((f"# {name}", value) for name, value in comments.items())
    writer.writerow(columns)
    writer.writerows(zip(*(values.tolist() for values in columns.values()), strict=True))
    return text.getvalue()


def _columns(snapshot: Snapshot) -> dict[str, FloatArray]:
    curves, k, n = snapshot.curves, snapshot.k, snapshot.n
    pi = curves.pi
    # The curves' own sums are right for a picture. These are right to the last digits, and so
    # the same as the numbers of a snapshot at that π.
    ones = bernoulli.log_likelihood(pi, k, k)
    zeros = bernoulli.log_likelihood(pi, 0, n - k)
    return {
        "pi": pi,
        "likelihood": bernoulli.likelihood(pi, k, n),
        "relative_likelihood": curves.relative_likelihood,
        "log_likelihood": bernoulli.log_likelihood(pi, k, n),
        "ones_log_likelihood": ones,
        "zeros_log_likelihood": zeros,
        "binary_cross_entropy": bernoulli.binary_cross_entropy(pi, k, n),
        "ones_cross_entropy": _per_observation(ones, n),
        "zeros_cross_entropy": _per_observation(zeros, n),
    }


def _per_observation(log_likelihood: FloatArray, n: int) -> FloatArray:
    # 0 is added so that what is 0 is not −0.
    return log_likelihood / -n + 0.0 if n else np.full_like(log_likelihood, np.nan)
