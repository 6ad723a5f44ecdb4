"""Packed bits in immutable chunks that many sequences share.

A sequence is a tuple of references to its chunks: an edit makes the one or two chunks that it
touches and a new tuple, so that keeping the sequence from before costs next to nothing. Any two
neighbours together hold more than `CHUNK` bits; n bits are therefore in at most 2 n / CHUNK + 1
chunks, however many small edits made them.

Places are not checked here: `core.observations` does that, in the terms of its callers.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Bits: TypeAlias = NDArray[np.uint8]

CHUNK = 2**18
"""The most bits of a chunk: few enough to copy one for each edit, enough to keep them few."""

_MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
_INVERTED = bytes(range(255, -1, -1))


class Chunk:
    """At most `CHUNK` bits that never change.

    Attributes:
        data: the bits as np.packbits has them, the first one highest, zeros behind the last.
        n: number of bits.
        k: number of ones.
    """

    __slots__ = ("data", "k", "n")

    def __init__(self, data: bytes, n: int, k: int | None = None) -> None:
        """Hold the data; the ones are counted unless the caller knows how many there are."""
        self.data = data
        self.n = n
        self.k = int.from_bytes(data, "big").bit_count() if k is None else k

    @classmethod
    def of(cls, values: NDArray[Any]) -> Chunk:
        """Pack a flat array of zeros and ones, of whole numbers or truth values."""
        return cls(np.packbits(values).tobytes(), values.size, int(np.count_nonzero(values)))

    def bit(self, i: int) -> int:
        """Return bit i."""
        return self.data[i >> 3] >> (~i & 7) & 1

    def toggled(self, i: int) -> Chunk:
        """Return this with bit i the other way round."""
        data = bytearray(self.data)
        data[i >> 3] ^= 0x80 >> (i & 7)
        return Chunk(bytes(data), self.n, self.k + 1 - 2 * self.bit(i))

    def cut(self, i: int, j: int) -> Chunk:
        """Return the bits i, …, j−1, at least one; this itself where that is all of them."""
        if j - i == self.n:
            return self
        source = np.frombuffer(self.data, np.uint8)[i >> 3 : (j + 7) >> 3]
        shift = i & 7
        if shift:
            moved = source << shift
            moved[:-1] |= source[1:] >> (8 - shift)
        else:
            moved = source.copy()
        moved = moved[: (j - i + 7) >> 3]
        moved[-1] &= _padding_cleared(j - i)
        return Chunk(moved.tobytes(), j - i)

    def inverted(self) -> Chunk:
        """Return this with zeros and ones exchanged."""
        data = bytearray(self.data.translate(_INVERTED))
        data[-1] &= _padding_cleared(self.n)
        return Chunk(bytes(data), self.n, self.n - self.k)

    def mirrored(self) -> Chunk:
        """Return this read backwards."""
        data = self.data.translate(_MIRRORED)[::-1]
        # The zeros that filled the last byte are in front now.
        padding = -self.n % 8
        return Chunk(data, 8 * len(data), self.k).cut(padding, 8 * len(data))


def joined(chunks: Iterable[Chunk]) -> Chunk:
    """Return one chunk, of any length, with the bits of all, at least one chunk."""
    chunks = tuple(chunks)
    if len(chunks) == 1:
        return chunks[0]
    n = sum(chunk.n for chunk in chunks)
    # One byte more than needed: a chunk's last byte may spill nothing but padding into it.
    data = np.zeros(((n + 7) >> 3) + 1, np.uint8)
    place = 0
    for chunk in chunks:
        source = np.frombuffer(chunk.data, np.uint8)
        start, shift = divmod(place, 8)
        data[start : start + source.size] |= source >> shift
        if shift:
            data[start + 1 : start + 1 + source.size] |= source << (8 - shift)
        place += chunk.n
    return Chunk(data[:-1].tobytes(), n, sum(chunk.k for chunk in chunks))


class PackedBits:
    """An immutable sequence of chunks.

    Attributes:
        chunks: its chunks, none of them empty.
        n: number of bits.
        k: number of ones.
    """

    __slots__ = ("_ends", "chunks", "k", "n")

    def __init__(self, chunks: Iterable[Chunk], ends: array[int] | None = None) -> None:
        """Hold the chunks; their ends are added up unless the caller knows them."""
        self.chunks = tuple(chunks)
        self._ends = array("q", accumulate(c.n for c in self.chunks)) if ends is None else ends
        self.n = self._ends[-1] if self.chunks else 0
        self.k = sum(chunk.k for chunk in self.chunks)

    def _chunk_at(self, i: int) -> tuple[int, Chunk, int]:
        """Return the index of the chunk that has bit i, the chunk, and the place it begins at."""
        at = bisect_right(self._ends, i)
        chunk = self.chunks[at]
        return at, chunk, self._ends[at] - chunk.n

    def bit(self, i: int) -> int:
        """Return bit i."""
        _, chunk, start = self._chunk_at(i)
        return chunk.bit(i - start)

    def cut(self, i: int, j: int) -> tuple[Chunk, ...]:
        """Return the bits i, …, j−1 in chunks, all but the first and last of them shared."""
        if i == j:
            return ()
        first, head, head_start = self._chunk_at(i)
        last = bisect_left(self._ends, j)
        if first == last:
            return (head.cut(i - head_start, j - head_start),)
        tail = self.chunks[last]
        return (
            head.cut(i - head_start, head.n),
            *self.chunks[first + 1 : last],
            tail.cut(0, j - self._ends[last] + tail.n),
        )

    def packed(self, i: int, j: int) -> Chunk:
        """Return the bits i, …, j−1, at least one, in a single piece."""
        return joined(self.cut(i, j))

    def part(self, i: int, j: int) -> PackedBits:
        """Return the bits i, …, j−1."""
        return PackedBits(_regrouped(self.cut(i, j)))

    def toggled(self, i: int) -> PackedBits:
        """Return these with bit i the other way round."""
        at, chunk, start = self._chunk_at(i)
        chunks = (*self.chunks[:at], chunk.toggled(i - start), *self.chunks[at + 1 :])
        return PackedBits(chunks, self._ends)

    def replaced(self, i: int, j: int, *others: PackedBits) -> PackedBits:
        """Return these with all the others' bits instead of the bits i, …, j−1."""
        between = (chunk for other in others for chunk in other.chunks)
        return PackedBits(_regrouped((*self.cut(0, i), *between, *self.cut(j, self.n))))

    def repeated(self, times: int) -> PackedBits:
        """Return these so many times, at least once.

        By doubling: each chunk, one that joins two repetitions as well, is made once and shared.
        """
        made = self
        for digit in f"{times:b}"[1:]:
            made = made.replaced(made.n, made.n, made, *[self] * int(digit))
        return made

    def inverted(self) -> PackedBits:
        """Return these with zeros and ones exchanged."""
        return PackedBits((chunk.inverted() for chunk in self.chunks), self._ends)

    def mirrored(self) -> PackedBits:
        """Return these read backwards."""
        return PackedBits(chunk.mirrored() for chunk in reversed(self.chunks))

    def same(self, other: PackedBits) -> bool:
        """Whether the other, as long as this one, has the same bits; shared chunks are skipped."""
        place = 0
        while place < self.n:
            _, mine, start = self._chunk_at(place)
            _, theirs, other_start = other._chunk_at(place)
            stop = min(start + mine.n, other_start + theirs.n)
            if not (mine is theirs and start == other_start) and (
                self.packed(place, stop).data != other.packed(place, stop).data
            ):
                return False
            place = stop
        return True


def _padding_cleared(n: int) -> int:
    """The mask for the last byte of n bits."""
    return 0xFF << (-n % 8) & 0xFF


def _regrouped(chunks: tuple[Chunk, ...]) -> Iterator[Chunk]:
    """Join neighbours while no more than `CHUNK` bits come together; all others stay shared."""
    group: list[Chunk] = []
    n = 0
    for chunk in chunks:
        if group and n + chunk.n > CHUNK:
            yield joined(group)
            group = []
            n = 0
        group.append(chunk)
        n += chunk.n
    if group:
        yield joined(group)
