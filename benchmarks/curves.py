"""The core's own work: curves sampled, snapshots evaluated, values right to the last digit."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial

import numpy as np

from benchmarks.table import Row
from core import bernoulli, curves
from core.observations import Observations
from core.snapshot import Snapshot, evaluate
from core.state import State

ROUNDS = 50
SIZES = ((7, 10), (700, 1000), (700_000, 10**6), (7 * 10**8, 10**9), (7 * 10**14, 10**15))
PI = np.linspace(0.0, 1.0, 1003)[1:-1]


def _sample_anew(k: int, n: int) -> curves.Curves:
    curves._sample.cache_clear()  # noqa: SLF001 - a kept result would say nothing of the work
    return curves.sample(k, n)


def _evaluate_anew(state: State) -> Snapshot:
    curves._sample.cache_clear()  # noqa: SLF001 - likewise
    return evaluate(state)


def _plain_curves() -> tuple[object, ...]:
    """What NumPy's own logarithm costs: three curves and their parts on an even grid."""
    ones, zeros = 7 * np.log(PI), 3 * np.log1p(-PI)
    total = ones + zeros
    return np.exp(total), total, total / -10, ones, zeros, ones / -10, zeros / -10


def _in_turns(works: dict[str, Callable[[], object]]) -> dict[str, list[float]]:
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(ROUNDS):
        for name, work in works.items():
            begin = time.perf_counter()
            work()
            times[name].append(time.perf_counter() - begin)
    return times


def curve_rows() -> list[Row]:
    """Every row is timed in turns with all the others; a ratio is to plain NumPy."""
    state = State(Observations((1, 0, 1, 1, 0, 1, 1, 1, 0, 1)), pi=0.42)
    previous = evaluate(state)
    floor = f"plain NumPy, an even grid of {PI.size} points"
    works: dict[str, Callable[[], object]] = {floor: _plain_curves}
    for k, n in SIZES:
        works[f"sample the curves, n = {n:.0e}".replace("e+", "e")] = partial(_sample_anew, k, n)
    works["evaluate a snapshot, only π moved"] = lambda: evaluate(replace(state, pi=0.43), previous)
    works["evaluate a snapshot from nothing"] = lambda: _evaluate_anew(state)
    works[f"log-likelihood, 2 ulp, {PI.size} points"] = lambda: bernoulli.log_likelihood(PI, 7, 10)
    times = _in_turns(works)
    base = statistics.median(times[floor])
    return [
        Row(name, seconds, None if name == floor else statistics.median(seconds) / base)
        for name, seconds in times.items()
    ]
