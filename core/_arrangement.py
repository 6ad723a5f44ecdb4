"""Zeros and ones by chance, block by block: drawn with a probability, or in a random order."""

from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core import _arguments, _bit_chunks
from core.progress import Progress


def generator(seed: int) -> np.random.Generator:
    """Return numpy's PCG64, the same numbers for the same seed."""
    return np.random.Generator(np.random.PCG64(_arguments.whole("seed", seed, 0, 2**128 - 1)))


def draws(
    numbers: np.random.Generator, n: int, pi: float, progress: Progress
) -> Iterator[NDArray[np.bool_]]:
    """Draw n independent values, each a one with probability π, as `random(n) < π` would."""
    for size, done in _blocks(n):
        yield numbers.random(size) < pi
        progress(done / n)


def arranged(
    numbers: np.random.Generator, n: int, k: int, progress: Progress
) -> Iterator[NDArray[np.bool_]]:
    """Put k ones among n places, 0 < k < n < 10**9 + 1, each arrangement equally probable.

    How many ones fall into a block is drawn first (hypergeometric), then where they stand in it,
    so that no more than one block is held and memory is not jumped about in.
    """
    left = n
    for size, done in _blocks(n):
        ones = int(numbers.hypergeometric(k, left - k, size)) if 0 < k < left else size * (k > 0)
        yield _arranged_block(numbers, size, ones)
        left -= size
        k -= ones
        progress(done / n)


def _arranged_block(numbers: np.random.Generator, n: int, k: int) -> NDArray[np.bool_]:
    """Put k ones among n places.

    Independent draws prefer no place to another, and neither does the choice of those that are
    changed until there are k ones: so all arrangements are equally probable, at a tenth of the
    time that `Generator.shuffle` takes. The probability drawn with only decides how many change.
    """
    bits: NDArray[np.bool_] = numbers.integers(0, 2**16, n, np.uint16) < round(2**16 * k / n)
    surplus = int(np.count_nonzero(bits)) - k
    if surplus:
        places: NDArray[Any] = np.flatnonzero(bits == (surplus > 0))
        bits[numbers.choice(places, abs(surplus), replace=False, shuffle=False)] ^= True
    return bits


def _blocks(n: int) -> Iterator[tuple[int, int]]:
    """The size of each block that fills a chunk, and how many are done after it."""
    block = _bit_chunks.CHUNK
    for start in range(0, n, block):
        stop = min(start + block, n)
        yield stop - start, stop
