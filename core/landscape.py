"""The landscape BCE(w, b): its height on a grid, the bands it is painted in, slices of it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core import logistic
from core._nodes import EXACT, HIGHEST, Nodes
from core.progress import Progress, nobody
from core.region import Region, usual_region

if TYPE_CHECKING:
    from core.labelled import Labelled

__all__ = (
    "BANDS",
    "EXACT",
    "HIGHEST",
    "SIZES",
    "Landscape",
    "Region",
    "SliceLine",
    "Terrain",
    "band_levels",
    "usual_region",
)

SIZES = ((33, 25), (65, 49), (129, 97), (257, 193))
"""The grids that a landscape is computed on, coarse to fine: (columns, rows)."""

BANDS = 11
"""How many bands a landscape is painted in."""

# A slice is known at so many places over its region; and, beside its least point, where it may be
# far narrower than the way between two of them, at that way over so many powers of 3 to each side.
_POINTS, _NEARER = 97, 8
_FLAT = 1e-12


@dataclass(frozen=True, eq=False)
class Landscape:
    """The height BCE(w, b) over a region.

    Attributes:
        region: the region.
        w: the columns' w, (columns,).
        b: the rows' b, (rows,).
        loss: BCE in nats, (rows, columns); finite.
        levels: rising heights, in nats, that part it into bands; the first band begins at the
            lowest height, the last ends at the highest: at least two numbers.
        is_final: whether no finer grid follows.
    """

    region: Region
    w: NDArray[np.float64]
    b: NDArray[np.float64]
    loss: NDArray[np.float64]
    levels: NDArray[np.float64]
    is_final: bool = True


@dataclass(frozen=True, eq=False)
class SliceLine:
    """BCE along w for one b, or along b for one w.

    Attributes:
        along: "w" or "b", what the slice runs along.
        at: the other one's value.
        t: the values of `along`, rising over the region's, (points,).
        loss: BCE in nats there; finite.
        least: where along the line it is least, and how much; None where that is not in sight: it
            falls on beyond an end, or there are no examples.
    """

    along: str
    at: float
    t: NDArray[np.float64]
    loss: NDArray[np.float64]
    least: tuple[float, float] | None


class Terrain:
    """Examples, prepared once, so that BCE is evaluated quickly at many (w, b).

    Up to `EXACT` examples it is right to some 1e-13 of itself, beyond that, where neighbours are
    put into bins, to 1e-6 at least; what is below 1e-40 beside much larger heights of the same grid
    is not told from 1e-40, what is above `HIGHEST` is that. Without examples, when there is
    no BCE, it is 0 everywhere: nobody looks at it.

    Where x lies far from 0, as 1e9 ± 1, w·x and b nearly cancel. The digits are kept if the
    distances of all x from a middle one are floats, as those of x within a factor of 2 are. If not,
    as with 1e9 ± 1 beside 0.3, each logit is right only to some 1e-16 of |w·x| + |b|.

    Args:
        data: the examples.
    """

    def __init__(self, data: Labelled) -> None:
        self._data = data
        self._nodes = Nodes(data)
        self._bottom: tuple[Region, float] | None = None

    @cached_property
    def _plain(self) -> Nodes:
        return Nodes(self._data, centred=False)

    @cached_property
    def _minimum(self) -> tuple[float, float, float] | None:
        """The w and b of the minimum, and its height; None where there is none."""
        # Of many examples a fit takes longer than a landscape.
        found = self._nodes.minimum() if self._data.n > EXACT else None
        if found is not None:
            return found
        fit = logistic.fit(self._data.x, self._data.y)
        return (fit.w, fit.b, fit.loss) if fit.converged else None

    def _nodes_for(self, *w: float) -> Nodes:
        """The examples, centred unless w is too far for that."""
        return self._nodes if self._nodes.reaches(*w) else self._plain

    def landscape(
        self, region: Region, size: tuple[int, int], progress: Progress = nobody
    ) -> Landscape:
        """The height on a grid of (columns, rows), at least 2 each, over the region."""
        w = _evenly(region.w_low, region.w_high, size[0])
        b = _evenly(region.b_low, region.b_high, size[1])
        loss = self._nodes_for(region.w_low, region.w_high).grid(w, b, progress)
        least = min(self.least(region), float(loss.min()))
        levels = band_levels(least, max(self._highest(region), float(loss.max())))
        return Landscape(region, w, b, loss, levels, size == SIZES[-1])

    def along(self, w: NDArray[np.float64], b: NDArray[np.float64]) -> NDArray[np.float64]:
        """BCE in nats at places (w[i], b[i])."""
        ends = (float(w.min()), float(w.max())) if w.size else ()
        return self._nodes_for(*ends).along(w, b)

    def slice(
        self, along: str, w: float, b: float, region: Region, points: int = _POINTS
    ) -> SliceLine:
        """BCE over the region's w, for this b, or over its b, for this w.

        It is known at so many evenly spaced points and, where its least is in sight, there and at
        some beside it: a valley has its floor, however narrow it is.
        """
        at = b if along == "w" else w
        if along == "w":
            t = _evenly(region.w_low, region.w_high, points)
            loss = self.along(t, np.full(points, b))
        else:
            t = _evenly(region.b_low, region.b_high, points)
            loss = self._nodes_for(w).grid(np.array([w]), t)[:, 0]
        dip = self._dip(along, w, b, t, loss)
        if dip is None:
            return SliceLine(along, at, t, loss, None)
        near = _beside(dip[0], t)
        held = np.full(near.size, at)
        heights = self.along(*((near, held) if along == "w" else (held, near)))
        # Rounded to a float64, the place of the least may be a little higher than its neighbour.
        least = min(dip[1], float(heights.min(initial=np.inf)), float(loss.min()))
        t, first = np.unique(np.concatenate(([dip[0]], t, near)), return_index=True)
        loss = np.concatenate(([least], loss, heights))[first]
        return SliceLine(along, at, t, loss, (dip[0], least))

    def _dip(
        self,
        along: str,
        w: float,
        b: float,
        t: NDArray[np.float64],
        loss: NDArray[np.float64],
    ) -> tuple[float, float] | None:
        """Where a slice is least: between the neighbours of its least point."""
        i = int(loss.argmin())
        first, last = max(0, i - 1), min(t.size - 1, i + 1)
        low, high = float(t[first]), float(t[last])
        ways = ((low, b), (high, b)) if along == "w" else ((w, low), (w, high))
        share, height = self._nodes_for(*(w for w, _ in ways)).least_between(*ways)
        if (share == 0.0 and not first) or (share == 1.0 and last == t.size - 1):
            return None
        return low * (1.0 - share) + high * share, height

    def least(self, region: Region) -> float:
        """The least BCE in a region, in nats: at the minimum, or else on an edge."""
        # Kept in one piece: a thread may ask while another does.
        bottom = self._bottom
        if bottom is None or bottom[0] != region:
            bottom = self._bottom = region, self._least(region)
        return bottom[1]

    def _least(self, region: Region) -> float:
        found = self._minimum
        if found is not None and region.holds(*found[:2]):
            return found[2]
        r = region
        nodes = self._nodes_for(r.w_low, r.w_high)
        corners = (r.w_low, r.b_low), (r.w_high, r.b_low), (r.w_high, r.b_high), (r.w_low, r.b_high)
        ways = zip(corners, (*corners[1:], corners[0]), strict=True)
        return min(nodes.least_between(*way)[1] for way in ways)

    def _highest(self, region: Region) -> float:
        """The highest BCE in a region: as it is convex, at a corner."""
        w = np.array([region.w_low, region.w_high] * 2)
        b = np.array([region.b_low] * 2 + [region.b_high] * 2)
        return float(self.along(w, b).max())


def band_levels(least: float, highest: float) -> NDArray[np.float64]:
    """The edges of the bands between two heights, in nats.

    They lie at least + (highest − least)·(i/`BANDS`)^p. With p = 2 the bands of a bowl are even;
    the higher the slopes beside the valley, the larger p is, so that its floor is seen still. They
    depend on the two heights alone, which belong to the region and not to a grid in it: a finer
    one changes no colour.
    """
    rise = highest - least
    if rise <= _FLAT * least:
        return np.array([least, least * (1.0 + 2.0 * _FLAT) or 1.0])
    power = min(max(3.0 + 0.6 * math.log10(rise), 2.0), 5.0)
    levels = least + rise * (np.arange(BANDS + 1) / BANDS) ** power
    levels[-1] = highest
    return levels


def _beside(middle: float, t: NDArray[np.float64]) -> NDArray[np.float64]:
    """Places within t ever nearer to one in its middle, on both sides of it, in no order."""
    offsets = (t[1] - t[0]) * 3.0 ** -np.arange(1.0, _NEARER + 1.0)
    near = np.concatenate((middle - offsets, middle + offsets))
    return np.asarray(near[(near > t[0]) & (near < t[-1])])


def _evenly(low: float, high: float, points: int) -> NDArray[np.float64]:
    """Evenly spaced from low to high, also where high − low is no float64."""
    t = np.linspace(low / 2, high / 2, points) * 2.0
    t[0], t[-1] = low, high
    return t
