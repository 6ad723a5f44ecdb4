"""The frames of a moving picture, one by one: those that are alike joined, what changes cut out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

# The longest that APNG can show a frame, in milliseconds; GIF and WebP can show it for longer.
LONGEST = 65_535

Pixels: TypeAlias = NDArray[np.uint32]  # (H, W), each 0xAABBGGRR

_OPAQUE = np.uint32(0xFF000000)


def joined(stills: Iterable[tuple[NDArray[Any], int]]) -> Iterator[tuple[NDArray[Any], int]]:
    """Frames in a row that are alike become one that lasts as long as all of them."""
    held: NDArray[Any] | None = None
    lasting = 0
    for still, duration in stills:
        if held is not None and lasting + duration <= LONGEST and np.array_equal(still, held):
            lasting += duration
            continue
        if held is not None:
            yield held, lasting
        held, lasting = still, duration
    if held is not None:
        yield held, lasting


def bounds(mask: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is true; of nothing, one pixel: no frame is empty."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return 0, 0, 1, 1
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


class Patch(NamedTuple):
    """What makes a frame of the one before.

    Attributes:
        left, top: where it lies.
        pixels: (h, w, 4) RGBA.
        over: its clear pixels leave what is there; else it takes the place of what is there.
        duration: in milliseconds.
    """

    left: int
    top: int
    pixels: NDArray[np.uint8]
    over: bool
    duration: int


def patches(stills: Iterable[tuple[Pixels, int]], grid: int) -> Iterator[Patch]:
    """The first frame whole, and of each later one what has changed, from multiples of `grid`."""
    before: Pixels | None = None
    for pixels, duration in stills:
        left, top, part, over = 0, 0, pixels, False
        if before is not None:
            changed = pixels != before
            left, top, right, bottom = bounds(changed)
            left, top = left - left % grid, top - top % grid
            part, changed = pixels[top:bottom, left:right], changed[top:bottom, left:right]
            # A half clear pixel would mix with what is there.
            over = bool((part[changed] >= _OPAQUE).all())
            if over:
                part = np.where(changed, part, np.uint32(0))
        before = pixels
        rgba = np.ascontiguousarray(part).view(np.uint8).reshape(*part.shape, 4)
        yield Patch(left, top, rgba, over, duration)
