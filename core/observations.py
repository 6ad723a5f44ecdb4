"""The observations: an immutable sequence of zeros and ones, or their counts alone."""

# ruff: noqa: SLF001 - two Observations look into each other

from __future__ import annotations

import operator
from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core import _arguments, _arrangement, _bit_chunks, _packing
from core._bit_chunks import Chunk, PackedBits
from core.progress import Progress, nobody

MAX_SEQUENCE = 10**9
"""The longest sequence that is held one by one; counts may go up to 10**15."""

Bits: TypeAlias = _bit_chunks.Bits
"""Zeros and ones, one byte each."""


class TooManyError(ValueError):
    """More observations than are held one by one.

    Attributes:
        n: how many there would be.
        most: how many there may be.
    """

    def __init__(self, n: int, most: int) -> None:
        """Keep the numbers and put them into words."""
        self.n, self.most = n, most
        super().__init__(f"at most {most:,} observations can be held one by one, not {n:,}")


class Observations:
    """n observations of which k are ones; equal and hashed by value, never changed.

    Most know their sequence. Those made by `from_counts` know n and k alone, and refuse
    with a `ValueError` what needs an order. Every edit returns a new value, which shares with
    this one all but the places near the edit: to keep both costs little more than to keep one.

    An observation takes an eighth of a byte. Inverting and reversing all of them sets a flag.
    """

    __slots__ = ("_backwards", "_bits", "_flipped", "_k", "_n")

    # What is stored, to be read backwards, with zeros and ones exchanged, or both.
    _bits: PackedBits | None
    _flipped: bool
    _backwards: bool

    def __init__(self, values: Iterable[int] | NDArray[Any] | Observations = ()) -> None:
        """Hold a copy of the given zeros and ones.

        Raises:
            ValueError: if a value is neither 0 nor 1, or there are more than `MAX_SEQUENCE`.
        """
        if isinstance(values, Observations):
            self._hold(values._sequence(), values._flipped, values._backwards)
        else:
            array = values if isinstance(values, np.ndarray) else np.array(list(values))
            _check_length(array.size)
            self._hold(_packing.from_values(array))

    def _hold(
        self, bits: PackedBits, flipped: bool = False, backwards: bool = False
    ) -> Observations:
        self._bits, self._flipped, self._backwards = bits, flipped, backwards
        self._n = bits.n
        self._k = bits.n - bits.k if flipped else bits.k
        return self

    @classmethod
    def from_counts(cls, k: int, n: int) -> Observations:
        """Return k ones among n observations in no known order; of none, the order is known.

        Raises:
            ValueError: unless 0 ≤ k ≤ n ≤ 10**15.
        """
        made = cls()
        made._k, made._n = _arguments.counts(k, n)
        if made._n:
            made._bits = None
        return made

    @classmethod
    def from_packed(cls, packed: bytes | bytearray | memoryview | Bits, n: int) -> Observations:
        """Return n observations from bytes as `np.packbits` makes them, the first one highest.

        Raises:
            ValueError: unless 0 ≤ n ≤ `MAX_SEQUENCE`, there are just the bytes that n
                observations need, and the bits behind the last one are zeros.
        """
        n = _arguments.whole("n", n, 0, MAX_SEQUENCE)
        return _holding(_packing.from_packed(packed, n))

    @property
    def n(self) -> int:
        """Number of observations."""
        return self._n

    @property
    def k(self) -> int:
        """Number of ones."""
        return self._k

    @property
    def has_sequence(self) -> bool:
        """Whether the order is known, and not the counts alone."""
        return self._bits is not None

    @property
    def values(self) -> Bits:
        """The whole sequence as a fresh, read-only array of uint8, one byte an observation.

        Raises:
            ValueError: if only the counts are known.
        """
        values = self.read(0, self._n)
        values.flags.writeable = False
        return values

    def read(self, i: int, j: int) -> Bits:
        """Return the observations i, …, j−1 as a fresh array of uint8, at the cost of these alone.

        Raises:
            IndexError: unless 0 ≤ i ≤ j ≤ n.
            ValueError: if only the counts are known.
        """
        bits = self._sequence()
        i, j = self._stored(i, j)
        if i == j:
            return np.zeros(0, np.uint8)
        packed = np.frombuffer(bits.packed(i, j).data, np.uint8)
        values = np.unpackbits(packed, count=j - i)
        if self._flipped:
            values ^= 1
        return values[::-1].copy() if self._backwards else values

    def packed_blocks(self, block: int) -> Iterator[bytes]:
        """Give the sequence as `np.packbits` would, so many observations at a time.

        The last block may be shorter; zeros fill its last byte.

        Raises:
            ValueError: unless ``block`` is a positive multiple of 8, or if only the counts
                are known.
        """
        bits = self._sequence()
        if _arguments.whole("block", block, 8, 2**62) % 8:
            raise ValueError(f"block must be a multiple of 8, got {block}")
        places = (self._stored(i, min(i + block, self._n)) for i in range(0, self._n, block))
        return (self._as_read(bits.packed(i, j)).data for i, j in places)

    def _as_read(self, chunk: Chunk) -> Chunk:
        chunk = chunk.inverted() if self._flipped else chunk
        return chunk.mirrored() if self._backwards else chunk

    def __getitem__(self, i: int) -> int:
        """Return observation i, counted from 0.

        Raises:
            IndexError: unless 0 ≤ i < n.
            ValueError: if only the counts are known.
        """
        return self._sequence().bit(self._stored_place(i)) ^ self._flipped

    def __eq__(self, other: object) -> bool:
        """Whether the other holds the same sequence, or the same counts alone.

        What the two share is not compared, unless one of them is inverted or reversed.
        """
        if self is other:
            return True
        if not isinstance(other, Observations):
            return NotImplemented
        if (self._n, self._k) != (other._n, other._k):
            return False
        if self._bits is None or other._bits is None:
            return self._bits is other._bits
        if (self._flipped, self._backwards) == (other._flipped, other._backwards):
            return self._bits.same(other._bits)
        block = 2**18
        pairs = zip(self.packed_blocks(block), other.packed_blocks(block), strict=True)
        return all(mine == theirs for mine, theirs in pairs)

    def __hash__(self) -> int:
        """Hash of the counts: cheap, and equal for equal values."""
        return hash((self._n, self._k, self.has_sequence))

    def __repr__(self) -> str:
        """Short text for developers."""
        if self._bits is None:
            return f"Observations.from_counts({self._k}, {self._n})"
        shown = min(20, self._n)
        more = "…" * (self._n > shown)
        return f"<Observations {self.text(0, shown)}{more} {self._k}/{self._n}>"

    def text(self, i: int = 0, j: int | None = None) -> str:
        """Return the observations i, …, j−1, or to the end, as a string of the digits 0 and 1.

        Raises:
            IndexError: unless 0 ≤ i ≤ j ≤ n.
            ValueError: if only the counts are known.
        """
        digits = self.read(i, self._n if j is None else j)
        digits += ord("0")
        return str(digits.data, "ascii")

    def slice(self, i: int, j: int) -> Observations:
        """Return the observations i, …, j−1.

        Raises:
            IndexError: unless 0 ≤ i ≤ j ≤ n.
            ValueError: if only the counts are known.
        """
        bits = self._sequence()
        return self._like(bits.part(*self._stored(i, j)))

    def prefix(self, m: int) -> Observations:
        """Return the first m observations.

        Raises:
            IndexError: unless 0 ≤ m ≤ n.
            ValueError: if only the counts are known.
        """
        return self.slice(0, m)

    def toggle(self, i: int) -> Observations:
        """Return these with observation i the other way round.

        Raises:
            IndexError: unless 0 ≤ i < n.
            ValueError: if only the counts are known.
        """
        return self._like(self._sequence().toggled(self._stored_place(i)))

    def insert(self, i: int, values: Iterable[int] | NDArray[Any] | Observations) -> Observations:
        """Return these with more values in front of observation i; i = n appends.

        Raises:
            IndexError: unless 0 ≤ i ≤ n.
            ValueError: if a value is neither 0 nor 1, if there would be more than
                `MAX_SEQUENCE`, or only the counts are known.
        """
        self._sequence()
        i = _place(i, self._n)
        more = values if isinstance(values, Observations) else Observations(values)
        more._sequence()
        _check_length(self._n + more._n)
        # The longer of the two is shared as it is stored, and the shorter is made to fit in.
        longer = more if more._n > self._n else self
        mine, inserted = self._stored_like(longer), more._stored_like(longer)
        if longer._backwards:
            i = self._n - i
        return longer._like(mine.replaced(i, i, inserted))

    def append(self, values: Iterable[int] | NDArray[Any] | Observations) -> Observations:
        """Return these with more values at the end.

        Raises:
            ValueError: if a value is neither 0 nor 1, if there would be more than
                `MAX_SEQUENCE`, or only the counts are known.
        """
        return self.insert(self._n, values)

    def delete(self, i: int, j: int) -> Observations:
        """Return these without the observations i, …, j−1.

        Raises:
            IndexError: unless 0 ≤ i ≤ j ≤ n.
            ValueError: if only the counts are known.
        """
        bits = self._sequence()
        return self._like(bits.replaced(*self._stored(i, j)))

    def invert(self, i: int = 0, j: int | None = None) -> Observations:
        """Return these with zeros and ones exchanged in i, …, j−1, or to the end.

        All are inverted at once, of counts alone as well.

        Raises:
            IndexError: unless 0 ≤ i ≤ j ≤ n.
            ValueError: if only the counts are known, and a part is asked for.
        """
        j = _place(self._n if j is None else j, self._n)
        i = _place(i, j)
        whole = j - i == self._n
        if self._bits is None and whole:
            return Observations.from_counts(self._n - self._k, self._n)
        bits = self._sequence()
        if whole:
            return _holding(bits, not self._flipped, self._backwards)
        i, j = self._stored(i, j)
        return self._like(bits.replaced(i, j, bits.part(i, j).inverted()))

    def reverse(self) -> Observations:
        """Return these in the opposite order, at once.

        Raises:
            ValueError: if only the counts are known.
        """
        return _holding(self._sequence(), self._flipped, not self._backwards)

    def repeat(self, times: int) -> Observations:
        """Return these so many times one after the other; of counts alone, the multiples.

        Raises:
            ValueError: unless ``times`` ≥ 1, or if there would be more than `MAX_SEQUENCE`,
                more than 10**15 for counts alone.
        """
        times = _arguments.whole("times", times, 1, _arguments.MAX_COUNT)
        if self._bits is None:
            return Observations.from_counts(self._k * times, self._n * times)
        _check_length(self._n * times)
        return self._like(self._bits.repeated(times)) if self._n else self

    def shuffle(self, seed: int, progress: Progress = nobody) -> Observations:
        """Return these in another order, each equally probable; the same one for the same seed.

        Raises:
            ValueError: if only the counts are known, or ``seed`` is negative.
        """
        self._sequence()
        numbers = _arrangement.generator(seed)
        if self._k in (0, self._n):
            return self
        blocks = _arrangement.arranged(numbers, self._n, self._k, progress)
        return _holding(PackedBits(Chunk.of(block) for block in blocks))

    def _sequence(self) -> PackedBits:
        if self._bits is None:
            raise ValueError(
                f"only the counts are known ({self._k} ones in {self._n}), not their sequence"
            )
        return self._bits

    def _like(self, bits: PackedBits) -> Observations:
        """Bits that are stored as these are."""
        return _holding(bits, self._flipped, self._backwards)

    def _stored_like(self, other: Observations) -> PackedBits:
        """These as the other would store them."""
        bits = self._sequence()
        if self._flipped != other._flipped:
            bits = bits.inverted()
        return bits.mirrored() if self._backwards != other._backwards else bits

    def _stored_place(self, i: int) -> int:
        i = _place(i, self._n - 1)
        return self._n - 1 - i if self._backwards else i

    def _stored(self, i: int, j: int) -> tuple[int, int]:
        """Where the observations i, …, j−1 are stored."""
        j = _place(j, self._n)
        i = _place(i, j)
        return (self._n - j, self._n - i) if self._backwards else (i, j)


class ObservationsBuilder:
    """Observations from many arrays, packed as they come, so that not all are held at once."""

    def __init__(self) -> None:
        self._packer = _packing.Packer()

    @property
    def n(self) -> int:
        """Number of observations so far."""
        return self._packer.n

    def add(self, bits: Bits) -> None:
        """Add a flat array of zeros and ones, which the caller has checked that they are.

        Raises:
            ValueError: if there are more than `MAX_SEQUENCE` with them; none of them is added.
        """
        _check_length(self.n + bits.size)
        self._packer.add(bits)

    def finish(self) -> Observations:
        """Return all that were added; more can be added for the next time."""
        return _holding(self._packer.finish())


def random_observations(n: int, pi: float, seed: int, progress: Progress = nobody) -> Observations:
    """Draw n independent observations, each a one with probability π.

    The same arguments give the same sequence (numpy's PCG64).

    Raises:
        ValueError: unless 0 ≤ n ≤ `MAX_SEQUENCE`, 0 ≤ π ≤ 1 and seed ≥ 0.
    """
    n = _arguments.whole("n", n, 0, MAX_SEQUENCE)
    pi = _arguments.scalar_probability("pi", pi)
    blocks = _arrangement.draws(_arrangement.generator(seed), n, pi, progress)
    return _holding(PackedBits(Chunk.of(block) for block in blocks))


def _holding(bits: PackedBits, flipped: bool = False, backwards: bool = False) -> Observations:
    return Observations.__new__(Observations)._hold(bits, flipped, backwards)


def _place(i: int, last: int) -> int:
    i = operator.index(i)
    if not 0 <= i <= last:
        raise IndexError(f"place {i} is not in [0, {last}]")
    return i


def _check_length(n: int) -> None:
    if n > MAX_SEQUENCE:
        raise TooManyError(n, MAX_SEQUENCE)
