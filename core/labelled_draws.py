"""Labelled examples drawn at random, and how a draw is noted as the source of the data."""

from __future__ import annotations

import numpy as np

from core import _arguments, _arrangement, logistic
from core.labelled import MOST_EXAMPLES, Labelled
from core.model_state import LARGEST
from core.progress import Progress, nobody

_STEPS = 8000  # thousandths from one end to the other
_BLOCK = 2**17
_KIND = "random"


def random_labelled(n: int, w: float, b: float, seed: int, progress: Progress = nobody) -> Labelled:
    """Draw n examples: any x as likely as another, y a one with probability σ(w·x + b).

    Each x is one of −4.000, −3.999, …, 4.000. The same arguments give the same examples, and a
    longer draw begins with the shorter one: example i is made of the numbers 2i and 2i + 1, u and
    v, that numpy's PCG64 gives (``random``, 53 bits each): x = (⌊8001·u⌋ − 4000)/1000, and y = 1
    where v < σ(w·x + b).

    Raises:
        ValueError: unless 0 ≤ n ≤ `MOST_EXAMPLES`, w and b are finite and at most 10¹⁵⁴ in size,
            and seed ≥ 0.
    """
    n = _arguments.whole("n", n, 0, MOST_EXAMPLES)
    for name, value in (("w", w), ("b", b)):
        if not abs(value) <= LARGEST:
            raise ValueError(f"{name} must be finite, at most {LARGEST:g} in size, got {value!r}")
    numbers = _arrangement.generator(seed)
    xs, ys = np.empty(n), np.empty(n, np.uint8)
    for start in range(0, n, _BLOCK):
        block = slice(start, min(start + _BLOCK, n))
        pairs = numbers.random((block.stop - start, 2))
        thousandths = np.floor(pairs[:, 0] * (_STEPS + 1)) - _STEPS // 2
        xs[block] = thousandths / 1000.0
        ys[block] = pairs[:, 1] < logistic.predict(xs[block], w, b)
        progress(block.stop / n)
    return Labelled(xs, ys)


def noted(n: int, w: float, b: float, seed: int) -> str:
    """The source of n examples drawn with the true w and b and the seed."""
    return f"{_KIND}:{n}:{w!r}:{b!r}:{seed}"


def drawn(source: str) -> tuple[int, float, float, int] | None:
    """n, the true w and b, and the seed of a source that was drawn; None for another."""
    kind, *parts = source.split(":")
    if kind != _KIND or len(parts) != len(("n", "w", "b", "seed")):
        return None
    try:
        n, w, b, seed = int(parts[0]), float(parts[1]), float(parts[2]), int(parts[3])
    except ValueError:
        return None  # from a session file that somebody edited
    sound = 0 < n <= MOST_EXAMPLES and 0 <= seed < 2**128
    return (n, w, b, seed) if sound and abs(w) <= LARGEST and abs(b) <= LARGEST else None
