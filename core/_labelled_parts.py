"""Columns x and y in parts that are never changed: an edited copy shares all parts but one or two.

A history of edits among a million examples then holds little more than the edits.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

import numpy as np
from numpy.typing import NDArray

Xs = NDArray[np.float64]
Ys = NDArray[np.uint8]
Part = tuple[Xs, Ys]

SIZE = 2**14
"""The examples of a part; an edited part may hold up to twice as many."""

# Whole columns are put together for those that are looked at now, not for all of a history.
_KEPT = 3
_joined: tuple[tuple[Parts, Xs, Ys], ...] = ()


class Parts:
    """Two columns of the same length, never changed.

    Args:
        parts: pieces of x and of y, in their order; those without examples are left out.
    """

    def __init__(self, parts: Iterable[Part]) -> None:
        self._parts = [part for part in parts if part[0].size]
        for x, y in self._parts:
            x.flags.writeable = False
            y.flags.writeable = False
        self._ends = list(accumulate(x.size for x, _y in self._parts))

    @classmethod
    def of(cls, x: Xs, y: Ys) -> Parts:
        """The parts of whole columns, which nobody else may hold."""
        return cls(_cut(x, y, SIZE))

    @property
    def n(self) -> int:
        """The number of examples."""
        return self._ends[-1] if self._ends else 0

    def columns(self) -> Part:
        """Whole x and y, read-only."""
        global _joined  # noqa: PLW0603 - a memory of a few
        if len(self._parts) == 1:
            return self._parts[0]
        for parts, x, y in _joined:
            if parts is self:
                return x, y
        x = np.concatenate([np.empty(0), *(x for x, _y in self._parts)])
        y = np.concatenate([np.empty(0, np.uint8), *(y for _x, y in self._parts)])
        x.flags.writeable = False
        y.flags.writeable = False
        _joined = ((self, x, y), *_joined)[:_KEPT]
        return x, y

    def changed(self, i: int, x: float | None, y: int | None) -> Parts:
        """Another x, another y, or both, for example ``i``; None leaves one as it is."""
        place, within = self._find(i)
        xs, ys = self._parts[place]
        if x is not None:
            xs = xs.copy()
            xs[within] = x
        if y is not None:
            ys = ys.copy()
            ys[within] = y
        return self._with(place, [(xs, ys)])

    def added(self, i: int, x: float, y: int) -> Parts:
        """One example more, before number ``i``, from 0 to n."""
        if not self._parts:
            return Parts.of(np.array([x]), np.array([y], np.uint8))
        place, within = self._find(min(i, self.n - 1))
        within += i == self.n
        xs, ys = self._parts[place]
        wider = np.insert(xs, within, x), np.insert(ys, within, y).astype(np.uint8)
        return self._with(place, _cut(*wider, SIZE) if wider[0].size > 2 * SIZE else [wider])

    def removed(self, places: NDArray[np.intp]) -> Parts:
        """Without the examples of these numbers, which are sorted and all different."""
        left = []
        for (xs, ys), end in zip(self._parts, self._ends, strict=True):
            first, last = np.searchsorted(places, (end - xs.size, end))
            inside = places[first:last] - (end - xs.size)
            if inside.size:
                left.append((np.delete(xs, inside), np.delete(ys, inside)))
            else:
                left.append((xs, ys))
        return Parts(left)

    def relabelled(self, y: Ys) -> Parts:
        """The same x, with other labels."""
        starts = [0, *self._ends]
        labels = (y[start:end] for start, end in zip(starts, self._ends, strict=False))
        return Parts(
            (xs, ys if np.array_equal(ys, part) else part.copy())
            for (xs, ys), part in zip(self._parts, labels, strict=True)
        )

    def same(self, other: Parts) -> bool:
        """Whether the columns are equal."""
        if self._ends == other._ends:
            # Part by part: most of them are the same object after an edit.
            pairs = zip(self._parts, other._parts, strict=True)
            return all(_equal(one, two) for one, two in pairs)
        return self.n == other.n and _equal(self.columns(), other.columns())

    def _find(self, i: int) -> tuple[int, int]:
        """In which part example ``i`` is, and where in it."""
        place = bisect_right(self._ends, i)
        return place, i - (self._ends[place] - self._parts[place][0].size)

    def _with(self, place: int, parts: list[Part]) -> Parts:
        return Parts([*self._parts[:place], *parts, *self._parts[place + 1 :]])


def _equal(one: Part, two: Part) -> bool:
    (x, y), (other_x, other_y) = one, two
    return (x is other_x or np.array_equal(x, other_x)) and (
        y is other_y or np.array_equal(y, other_y)
    )


def _cut(x: Xs, y: Ys, size: int) -> list[Part]:
    """Pieces of at most ``size`` examples, each an array of its own."""
    if x.size <= size:
        return [(x, y)]
    cuts = range(size, x.size, size)
    return [
        (xs.copy(), ys.copy()) for xs, ys in zip(np.split(x, cuts), np.split(y, cuts), strict=True)
    ]
