"""The landscape of the Model view: what it costs to see it after an edit, and to cut it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from functools import partial

import numpy as np

from benchmarks.table import Bar, Row
from core import climb, logistic
from core.labelled import Labelled
from core.landscape import SIZES, Landscape, Region, Terrain, usual_region
from core.model_state import Climber

N, MANY = 1_000, 1_000_000
W, B, SEED = 2.0, 0.5, 1
ROUNDS = 20


def drawn(n: int) -> Labelled:
    """Examples of the model with w = 2, b = ½."""
    numbers = np.random.Generator(np.random.PCG64(SEED))
    x = numbers.normal(size=n)
    return Labelled(x, numbers.random(n) < 1.0 / (1.0 + np.exp(-W * x - B)))


def edited(data: Labelled, i: int) -> Labelled:
    """One example moved a little."""
    return data.changed(i % data.n, x=float(data.x[i % data.n]) + 0.01)


def first_landscape(data: Labelled, region: Region) -> Landscape:
    """What is seen first of examples that nobody has seen yet."""
    return Terrain(data).landscape(region, SIZES[0])


def plain_grid(data: Labelled, region: Region, size: tuple[int, int]) -> object:
    """The same heights as NumPy gives them: the formula, broadcast, row by row."""
    w = np.linspace(region.w_low, region.w_high, size[0])
    sign = 1.0 - 2.0 * data.y
    rows = np.linspace(region.b_low, region.b_high, size[1])
    slopes = w[:, None] * data.x
    return np.array([np.logaddexp(0.0, sign * (slopes + b)).mean(axis=1) for b in rows])


def landscape_rows() -> list[Row]:
    """Of a thousand examples beside plain NumPy, in turns; of a million beside the thousand."""
    data, many = drawn(N), drawn(MANY)
    region = usual_region(data, logistic.fit(data.x, data.y))
    terrain, wide = Terrain(data), Terrain(many)
    coarse, fine = SIZES[0], SIZES[-1]
    works: dict[str, Callable[[int], object]] = {
        "NumPy": lambda _i: plain_grid(data, region, coarse),
        "first": lambda i: first_landscape(edited(data, i), region),
        "finest": lambda _i: terrain.landscape(region, fine),
        "slice w": lambda _i: terrain.slice("w", W, B, region),
        "slice b": lambda _i: terrain.slice("b", W, B, region),
        "step": lambda i: climb.path(data, Climber(start=(0.1 * i, 0.0), step=1)),
        "prepare": lambda _i: Terrain(many),
        "many": lambda _i: wide.landscape(region, coarse),
        "many slice": lambda _i: wide.slice("w", W, B, region),
    }
    times = {name: [_timed(partial(work, -1))] for name, work in works.items()}  # warmed up
    for seconds in times.values():
        seconds.clear()
    for i in range(ROUNDS):
        for name, work in works.items():
            if name != "prepare" or i < ROUNDS // 4:
                times[name].append(_timed(partial(work, i)))
    middle = {name: statistics.median(seconds) for name, seconds in times.items()}
    first, size = f"{coarse[0]}x{coarse[1]}", f"{fine[0]}x{fine[1]}"
    return [
        Row(f"one of {N:,} points edited, {first} places", times["first"]),
        Row(
            f"plain NumPy, {first} places",
            times["NumPy"],
            middle["first"] / middle["NumPy"],
            Bar(1.0),
        ),
        Row(f"the finest, {size} places", times["finest"]),
        Row("a slice along w and its least point", times["slice w"]),
        Row("a slice along b and its least point", times["slice b"]),
        Row("a step of gradient descent", times["step"]),
        Row(f"{MANY:,} points made ready", times["prepare"]),
        Row(f"theirs, {first} places", times["many"], middle["many"] / middle["first"], Bar(6.0)),
        Row("theirs, a slice along w", times["many slice"]),
    ]


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin
