"""The examples as they can be drawn: one mark for those that are equal, or bins of very many."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from core.labelled import Labelled
    from gui.model.prediction_axis import XAxis

# So many different examples are drawn one by one; more of them in bins.
MOST_MARKS = 2000
MOST_BINS = 200
# Whether there are more is seen in so many of them, mostly.
SAMPLE = 20_000


@dataclass(frozen=True, eq=False)
class Groups:
    """Examples of the same x and y as one mark, in the order of x, then of y.

    Attributes:
        x: of each mark, (marks,).
        y: likewise, 0 or 1.
        count: how many examples it stands for.
        first: the number of the first of them.
        last: the number of the last.
        group_of: the mark of each example, (n,).
    """

    x: NDArray[np.float64]
    y: NDArray[np.uint8]
    count: NDArray[np.intp]
    first: NDArray[np.intp]
    last: NDArray[np.intp]
    group_of: NDArray[np.intp]


@dataclass(frozen=True, eq=False)
class Bins:
    """Examples counted in bins of one width, from one end of the axis to the other.

    Attributes:
        ones: how many with y = 1 there are in each, (bins,).
        zeros: how many with y = 0.
        tallest: the largest of all these numbers.
    """

    ones: NDArray[np.intp]
    zeros: NDArray[np.intp]
    tallest: int


def groups_of(data: Labelled) -> Groups | None:
    """The marks of examples; None for more than `MOST_MARKS` different ones."""
    x, y, n = data.x, data.y, data.n
    if n > SAMPLE and np.unique(x[:: n // SAMPLE]).size > MOST_MARKS:
        return None
    order = np.lexsort((y, x))
    xs, ys = x[order], y[order]
    new = np.ones(n, bool)
    new[1:] = (xs[1:] != xs[:-1]) | (ys[1:] != ys[:-1])
    starts = np.flatnonzero(new)
    if starts.size > MOST_MARKS:
        return None
    count = np.diff(np.append(starts, n))
    group_of = np.empty(n, np.intp)
    group_of[order] = np.cumsum(new) - 1
    return Groups(xs[starts], ys[starts], count, order[starts], order[starts + count - 1], group_of)


def bins_of(data: Labelled, axis: XAxis, bins: int) -> Bins:
    """Count the examples; each is on the axis, or counts in the bin at its end."""
    place = ((data.x - axis.low) * (bins / axis.width)).astype(np.intp)
    np.clip(place, 0, bins - 1, out=place)
    place += bins * data.y.astype(np.intp)
    counts = np.bincount(place, minlength=2 * bins)
    return Bins(counts[bins:], counts[:bins], int(counts.max()))


class MarkMaker:
    """Makes the marks of the moment and keeps them while the examples are the same."""

    def __init__(self) -> None:
        self._data: Labelled | None = None
        self._groups: Groups | None = None
        self._bins: Bins | None = None
        self._binned: tuple[XAxis, int] | None = None

    def marks(self, data: Labelled, axis: XAxis, pixels: float) -> Groups | Bins:
        """Marks for an axis that is so many pixels wide."""
        if data is not self._data:
            self._data, self._binned = data, None
            self._groups = groups_of(data)
        if self._groups is not None:
            return self._groups
        key = axis, max(10, min(MOST_BINS, int(pixels / 3)))
        if self._bins is None or self._binned != key:
            self._bins, self._binned = bins_of(data, *key), key
        return self._bins
