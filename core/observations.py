"""The observations: an immutable sequence of zeros and ones, or their counts alone."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core import _arguments

MAX_SEQUENCE = 2**28
"""The longest sequence that is held one by one; counts may go up to 10**15."""

Bits: TypeAlias = NDArray[np.uint8]


class Observations:
    """n observations of which k are ones; equal and hashed by value, never changed.

    Most know their sequence. Those made by `from_counts` know n and k alone, and refuse
    with a `ValueError` what needs an order. Every edit returns a new value.
    """

    __slots__ = ("_k", "_n", "_values")

    _values: Bits | None

    def __init__(self, values: Iterable[int] | NDArray[Any] = ()) -> None:
        """Hold a copy of the given zeros and ones.

        Raises:
            ValueError: if a value is neither 0 nor 1.
        """
        self._hold(_bits(values).copy())

    def _hold(self, values: Bits) -> Observations:
        """Adopt an array that nobody else holds."""
        values.flags.writeable = False
        self._values = values
        self._n = values.size
        self._k = int(np.count_nonzero(values))
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
            made._values = None
        return made

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
        return self._values is not None

    @property
    def values(self) -> Bits:
        """The sequence as a read-only array of uint8.

        Raises:
            ValueError: if only the counts are known.
        """
        if self._values is None:
            raise ValueError(
                f"only the counts are known ({self._k} ones in {self._n}), not their sequence"
            )
        return self._values

    def __getitem__(self, i: int) -> int:
        """Return observation i, counted from 0.

        Raises:
            IndexError: unless 0 ≤ i < n.
            ValueError: if only the counts are known.
        """
        return int(self.values[self._place(i, self._n - 1)])

    def __eq__(self, other: object) -> bool:
        """Whether the other holds the same sequence, or the same counts alone."""
        if self is other:
            return True
        if not isinstance(other, Observations):
            return NotImplemented
        if (self._n, self._k, self.has_sequence) != (other._n, other._k, other.has_sequence):
            return False
        return not self.has_sequence or np.array_equal(self.values, other.values)

    def __hash__(self) -> int:
        """Hash of the counts: cheap, and equal for equal values."""
        return hash((self._n, self._k, self.has_sequence))

    def __repr__(self) -> str:
        """Short text for developers."""
        if self._values is None:
            return f"Observations.from_counts({self._k}, {self._n})"
        shown = self._values[:20]
        return f"<Observations {_text(shown)}{'…' * (self._n > shown.size)} {self._k}/{self._n}>"

    def text(self) -> str:
        """Return the sequence as a string of the digits 0 and 1.

        Raises:
            ValueError: if only the counts are known.
        """
        return _text(self.values)

    def toggle(self, i: int) -> Observations:
        """Return these with observation i the other way round.

        Raises:
            IndexError: unless 0 ≤ i < n.
            ValueError: if only the counts are known.
        """
        values = self.values.copy()
        values[self._place(i, self._n - 1)] ^= 1
        return _holding(values)

    def insert(self, i: int, values: Iterable[int] | NDArray[Any]) -> Observations:
        """Return these with more values in front of observation i; i = n appends.

        Raises:
            IndexError: unless 0 ≤ i ≤ n.
            ValueError: if a value is neither 0 nor 1, or only the counts are known.
        """
        mine = self.values
        i = self._place(i, self._n)
        return _holding(np.concatenate((mine[:i], _bits(values), mine[i:])))

    def delete(self, i: int, j: int) -> Observations:
        """Return these without the observations i, …, j−1.

        Raises:
            IndexError: unless 0 ≤ i ≤ j ≤ n.
            ValueError: if only the counts are known.
        """
        mine = self.values
        j = self._place(j, self._n)
        i = self._place(i, j)
        return _holding(np.concatenate((mine[:i], mine[j:])))

    def append(self, values: Iterable[int] | NDArray[Any]) -> Observations:
        """Return these with more values at the end.

        Raises:
            ValueError: if a value is neither 0 nor 1, or only the counts are known.
        """
        return self.insert(self._n, values)

    def invert(self) -> Observations:
        """Return these with zeros and ones exchanged; counts alone will do."""
        if self._values is None:
            return Observations.from_counts(self._n - self._k, self._n)
        return _holding(self._values ^ np.uint8(1))

    def shuffle(self, seed: int) -> Observations:
        """Return these in another order, the same one for the same seed.

        Raises:
            ValueError: if only the counts are known, or ``seed`` is negative.
        """
        values = self.values.copy()
        _generator(seed).shuffle(values)
        return _holding(values)

    @staticmethod
    def _place(i: int, last: int) -> int:
        if not 0 <= i <= last:
            raise IndexError(f"place {i} is not in [0, {last}]")
        return i


def random_observations(n: int, pi: float, seed: int) -> Observations:
    """Draw n independent observations, each a one with probability π.

    The same arguments give the same sequence (numpy's PCG64).

    Raises:
        ValueError: unless 0 ≤ n ≤ 2**28, 0 ≤ π ≤ 1 and seed ≥ 0.
    """
    n = _arguments.whole("n", n, 0, MAX_SEQUENCE)
    pi = _arguments.scalar_probability("pi", pi)
    return _holding((_generator(seed).random(n) < pi).view(np.uint8))


def _holding(values: Bits) -> Observations:
    return Observations.__new__(Observations)._hold(values)  # noqa: SLF001


def _generator(seed: int) -> np.random.Generator:
    return np.random.Generator(np.random.PCG64(_arguments.whole("seed", seed, 0, 2**128 - 1)))


def _bits(values: Iterable[int] | NDArray[Any]) -> Bits:
    """Return the values as uint8, possibly the very array that was given."""
    array = values if isinstance(values, np.ndarray) else np.array(list(values))
    if array.size == 0:
        return np.zeros(0, np.uint8)
    if array.ndim != 1 or array.dtype.kind not in "biu":
        raise ValueError(
            "observations must be a flat sequence of the whole numbers 0 and 1, "
            f"got {_arguments.shown(values)}"
        )
    if array.min() < 0 or array.max() > 1:
        place = int(np.argmax((array != 0) & (array != 1)))
        raise ValueError(f"observation {place} must be 0 or 1, got {array[place]}")
    return array.astype(np.uint8, copy=False)


def _text(values: Bits) -> str:
    return str((values + np.uint8(ord("0"))).tobytes(), "ascii")
