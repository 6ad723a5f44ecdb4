"""One table, two readings: f(y; π) for all data y that n observations can be, and a few π.

Down a column π stands still and the data differ: the entries are a probability distribution and
their sum is 1. Along a row the data stand still and π differs: the entries are a likelihood, whose
sum and whose integral may be anything.

Up to three observations have a row for each sequence. More have one for each number of ones k,
whose entry is that of a single sequence, and which stands for C(n, k) of them.
"""

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from core import _arguments
from core.bernoulli import likelihood
from core.lab_state import MOST_ROWS
from core.observations import Observations

MOST_SEQUENCES = 3
"""Up to so many observations each sequence has a row of its own."""

_POINTS = 401


@dataclass(frozen=True)
class Row:
    """Data that n observations can be.

    Attributes:
        ones: the number of ones k.
        sequences: how many sequences the row stands for.
        word: the sequence as text, "011"; "" where the row stands for all of its k.
    """

    ones: int
    sequences: int
    word: str


@lru_cache(maxsize=16)
def rows(n: int) -> tuple[Row, ...]:
    """All data that n observations can be: 000 … 111, or k = 0 … n.

    Raises:
        ValueError: unless 1 ≤ n ≤ 12.
    """
    n = _arguments.whole("n", n, 1, MOST_ROWS)
    if n <= MOST_SEQUENCES:
        words = [f"{i:0{n}b}" for i in range(2**n)]
        return tuple(Row(word.count("1"), 1, word) for word in words)
    return tuple(Row(k, math.comb(n, k), "") for k in range(n + 1))


def row_of(observations: Observations) -> int | None:
    """The row that holds these data; of counts alone the first with as many ones.

    Returns:
        None for no observations, and for more than the table has room for.
    """
    n, k = observations.n, observations.k
    if not 1 <= n <= MOST_ROWS:
        return None
    if n > MOST_SEQUENCES:
        return k
    if observations.has_sequence:
        return int("".join(map(str, observations.values.tolist())), 2)
    return next(i for i, row in enumerate(rows(n)) if row.ones == k)


def grid(parts: int) -> tuple[float, ...]:
    """The columns' π: 0, 1/parts, …, 1."""
    return tuple(i / parts for i in range(parts + 1))


def nearest(pi: float, columns: tuple[float, ...]) -> int:
    """The column nearest to π; of two the first."""
    return min(range(len(columns)), key=lambda i: abs(columns[i] - pi))


@lru_cache(maxsize=32)
def entries(n: int, columns: tuple[float, ...]) -> tuple[tuple[float, ...], ...]:
    """f(y; π) of one sequence of each row, row by row."""
    return tuple(tuple(likelihood(pi, row.ones, n) for pi in columns) for row in rows(n))


def probabilities(n: int, pi: float) -> list[float]:
    """Of each row the probability, at this π, of any of the sequences that it stands for."""
    return [row.sequences * likelihood(pi, row.ones, n) for row in rows(n)]


def column_sum(n: int, pi: float) -> float:
    """Sum of `probabilities`, without rounding: Σ C(n, k) π^k (1−π)^(n−k)."""
    one = Fraction(_arguments.scalar_probability("pi", pi))
    total = sum(row.sequences * one**row.ones * (1 - one) ** (n - row.ones) for row in rows(n))
    return float(total)


def row_sum(k: int, n: int, columns: tuple[float, ...]) -> float:
    """Sum of f(y; π) of one sequence over the columns."""
    return math.fsum(likelihood(pi, k, n) for pi in columns)


@lru_cache(maxsize=16)
def row_curve(
    k: int, n: int, low: float = 0.0, high: float = 1.0
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The row as a curve: π from low to high, and f(y; π) of one sequence there."""
    pi = np.linspace(low, high, _POINTS)
    return pi, likelihood(pi, k, n)


def highest(k: int, n: int, low: float = 0.0, high: float = 1.0) -> float:
    """The largest f(y; π) of one sequence with low ≤ π ≤ high."""
    return likelihood(min(max(k / n, low), high), k, n)
