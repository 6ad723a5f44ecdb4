"""The path down the landscape, in pixels: cut off at the axes, thinned where steps are dense."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PyQt5.QtCore import QLineF, QPointF

from gui.theme import look

if TYPE_CHECKING:
    from core.climb import Path
    from gui.model.landscape_layout import LandscapeLayout

Points = NDArray[np.float64]

# Steps nearer than this to each other are one, dots nearer are none, in pixels of the design.
SAME, APART = 0.4, 7.0
# The most lines of one path: more would be one blot.
MOST_LINES = 3000
# So many of the last steps are seen still where a path runs to and fro.
LAST = 30
# How densely a label looks at the path that it keeps off, in pixels.
SAMPLE = 4.0
# The side of the cells in which lines are counted, in pixels.
CELL = 6.0
# A path longer than so many diagonals of the plot runs to and fro.
TANGLED = 6.0


@dataclass(frozen=True, eq=False)
class Trail:
    """A path as it is painted.

    Attributes:
        lines: its visible pieces.
        dots: the steps that are marked.
        exit: where it last left the axes, outwards; None if it did not, or came back.
        samples: points along it, (count, 2).
        crossed: how many lines go over a pixel where they are densest, on an average; at least 1.
        old_lines, old_dots: how many of the lines and of the dots belong to no step of the `LAST`.
        tangled: whether it runs to and fro: what is older than the `LAST` is pale then.
    """

    lines: list[QLineF]
    dots: list[QPointF]
    exit: QLineF | None
    samples: Points
    crossed: float = 1.0
    old_lines: int = 0
    old_dots: int = 0
    tangled: bool = False

    def seen_dots(self) -> list[QPointF]:
        """The dots that are painted: of a tangled path the last ones alone."""
        return self.dots[self.old_dots :] if self.tangled else self.dots


def trail(path: Path, layout: LandscapeLayout) -> Trail:
    """Lay a path out."""
    region, plot = layout.region, layout.plot
    with np.errstate(all="ignore"):
        across = (path.w - region.w_low) / (region.w_high - region.w_low)
        up = (path.b - region.b_low) / (region.b_high - region.b_low)
    # Beyond what a float64 holds, the path has no place; before that, far off is far enough.
    known = np.isfinite(across) & np.isfinite(up)
    end = int(np.argmin(known)) if not known.all() else known.size
    shares = np.column_stack([across[:end], up[:end]]).clip(-1e9, 1e9)
    size = np.array([plot.width(), plot.height()])
    shares = _thinned(shares, SAME * look().scale / size)
    start, stop, inside = cut(shares)
    corner = np.array([plot.left(), plot.bottom()])
    turn = size * np.array([1.0, -1.0])
    first, last = corner + start * turn, corner + stop * turn
    lines = [QLineF(*row) for row in np.column_stack([first, last])[inside].tolist()]
    held = np.asarray(((shares >= 0.0) & (shares <= 1.0)).all(axis=1))
    old = max(0, len(shares) - 1 - LAST)
    dots = _dots(corner + shares[held] * turn)
    chosen = np.flatnonzero(held)[dots]
    samples = _samples(first[inside], last[inside])
    length = sum(line.length() for line in lines)
    return Trail(
        lines=lines,
        dots=[QPointF(*at) for at in (corner + shares[chosen] * turn).tolist()],
        exit=_exit(first, last, inside, held),
        samples=samples,
        crossed=_crossed(samples - [plot.left(), plot.top()], plot.width()),
        old_lines=int(inside[:old].sum()),
        old_dots=int((chosen < old).sum()),
        tangled=length > TANGLED * float(np.hypot(*size)),
    )


def _thinned(shares: Points, same: Points) -> Points:
    """Without the steps that stay in one place, and not more than an eye can follow."""
    if len(shares) > 2:
        moved = (np.abs(np.diff(np.rint(shares / same), axis=0)) > 0).any(axis=1)
        keep = np.concatenate(([True], moved))
        keep[-1] = True
        shares = shares[keep]
    if len(shares) > MOST_LINES:
        chosen = np.linspace(0, len(shares) - 1, MOST_LINES).round().astype(np.intp)
        shares = shares[chosen]
    return shares


def cut(shares: Points) -> tuple[Points, Points, NDArray[np.bool_]]:
    """The pieces from point to point, cut off at the unit square (after Liang and Barsky).

    Args:
        shares: a path's points, (count, 2), all finite.

    Returns:
        of each piece its two ends, (count − 1, 2) each, and whether any of it is in the square.
    """
    start, step = shares[:-1], np.diff(shares, axis=0)
    enter, leave = np.zeros(len(start)), np.ones(len(start))
    with np.errstate(all="ignore"):
        for axis in (0, 1):
            toward = step[:, axis]
            low, high = -start[:, axis] / toward, (1.0 - start[:, axis]) / toward
            flat = toward == 0.0
            out = flat & ((start[:, axis] < 0.0) | (start[:, axis] > 1.0))
            enter = np.where(flat, enter, np.maximum(enter, np.minimum(low, high)))
            leave = np.where(flat, leave, np.minimum(leave, np.maximum(low, high)))
            leave = np.where(out, -1.0, leave)
    inside = enter <= leave
    at = np.where(inside, enter, 0.0)[:, None], np.where(inside, leave, 0.0)[:, None]
    return start + at[0] * step, start + at[1] * step, inside


def _dots(points: Points) -> list[int]:
    """Which of the points are marked."""
    apart = APART * look().scale
    found: list[int] = []
    x = y = -np.inf
    for i, (px, py) in enumerate(points.tolist()):
        if max(abs(px - x), abs(py - y)) >= apart:
            found.append(i)
            x, y = px, py
    return found


def _exit(
    first: Points, last: Points, inside: NDArray[np.bool_], held: NDArray[np.bool_]
) -> QLineF | None:
    if not held.size or held[-1] or not inside.any():
        return None
    i = int(np.flatnonzero(inside)[-1])
    return QLineF(*first[i].tolist(), *last[i].tolist())


def _samples(first: Points, last: Points) -> Points:
    if not len(first):
        return np.empty((0, 2))
    counts = np.hypot(*(last - first).T).clip(0, 500 * SAMPLE) // SAMPLE + 2
    counts = counts.astype(np.intp)
    piece = np.repeat(np.arange(counts.size), counts)
    within = np.arange(piece.size) - np.repeat(np.cumsum(counts) - counts, counts)
    share = (within / (counts[piece] - 1))[:, None]
    return np.asarray(first[piece] + share * (last - first)[piece])


def _crossed(samples: Points, width: float) -> float:
    """How many lines go over a pixel in the densest tenth of the cells that they cross."""
    if not len(samples):
        return 1.0
    x, y = (np.maximum(samples, 0.0) // CELL).astype(np.intp).T
    counts = np.bincount(y * (int(width // CELL) + 2) + x)
    lines = float(np.quantile(counts[counts > 0], 0.9)) * SAMPLE / CELL
    return max(1.0, lines / CELL)
