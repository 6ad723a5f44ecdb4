"""Landscapes for figures: worked out when they are first asked for, and kept for the next file."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from core.landscape import SIZES, Landscape, SliceLine, Terrain

if TYPE_CHECKING:
    from core.labelled import Labelled
    from core.landscape import Region
    from core.model_snapshot import ModelSnapshot

FINEST, QUICK = SIZES[-1], SIZES[1]
# Of so few examples even the finest landscape is there within a frame of the window.
FEW = 64


@lru_cache(maxsize=4)
def terrain(data: Labelled) -> Terrain:
    """The examples, prepared."""
    return Terrain(data)


@lru_cache(maxsize=8)
def get(data: Labelled, region: Region, size: tuple[int, int]) -> Landscape:
    """The heights over a region on a grid of (columns, rows)."""
    return terrain(data).landscape(region, size)


def landscape(model: ModelSnapshot, *, quick: bool = False) -> Landscape:
    """The landscape of a snapshot.

    Args:
        model: the snapshot.
        quick: whether a coarser one will do, where the finest would keep a window waiting; both
            have the same colours.
    """
    data = model.state.data
    return get(data, model.region, QUICK if quick and data.n > FEW else FINEST)


@lru_cache(maxsize=256)
def _slice(data: Labelled, region: Region, along: str, at: float) -> SliceLine:
    return terrain(data).slice(along, at, at, region)


def slice_line(model: ModelSnapshot) -> SliceLine:
    """The slice of a snapshot through its (w, b)."""
    along = model.look.slice_along
    # Along w it is b that is held, and the other way round.
    held = model.b if along == "w" else model.w
    return _slice(model.state.data, model.region, along, held)
