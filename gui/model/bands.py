"""The bands of a landscape: the regions where the loss is at most so large, as paths."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

import numpy as np
from contourpy import FillType, LineType, contour_generator
from PyQt5.QtCore import QPointF, Qt
from PyQt5.QtGui import QColor, QPainterPath, QPolygonF

from gui.theme import blend

if TYPE_CHECKING:
    from core.landscape import Landscape


@dataclass(frozen=True, eq=False)
class Bands:
    """What is painted of a landscape, in shares of its region.

    (0, 0) is the corner of the least w and b, (1, 1) that of the largest.

    Attributes:
        count: how many bands there are.
        below: of each band but the highest, the lowest first, the region where the loss is at most
            the band's upper edge. Painted from the largest to the smallest, they cover each other:
            no seam is left between two bands.
        lines: the contour lines, at the same edges.
    """

    count: int
    below: tuple[QPainterPath, ...]
    lines: tuple[QPainterPath, ...]


_MADE: WeakKeyDictionary[Landscape, Bands] = WeakKeyDictionary()


def bands_of(landscape: Landscape) -> Bands:
    """The bands of a landscape, worked out once."""
    bands = _MADE.get(landscape)
    if bands is None:
        bands = _MADE[landscape] = _bands(landscape)
    return bands


def _bands(landscape: Landscape) -> Bands:
    rows, columns = landscape.loss.shape
    contours = contour_generator(
        np.linspace(0.0, 1.0, columns),
        np.linspace(0.0, 1.0, rows),
        landscape.loss,
        fill_type=FillType.OuterOffset,
        line_type=LineType.Separate,
    )
    edges = [float(level) for level in landscape.levels[1:-1]]
    below, lines = [], []
    for edge in edges:
        region = QPainterPath()
        region.setFillRule(Qt.FillRule.OddEvenFill)
        for points, offsets in zip(*contours.filled(-np.inf, edge), strict=True):
            for start, stop in pairwise(offsets.tolist()):
                region.addPolygon(_polygon(points[start:stop]))
        below.append(region)
        line = QPainterPath()
        for points in contours.lines(edge):
            line.addPolygon(_polygon(points))
        lines.append(line)
    return Bands(len(edges) + 1, tuple(below), tuple(lines))


def _polygon(points: Any) -> QPolygonF:
    return QPolygonF([QPointF(x, y) for x, y in points.tolist()])


def band_colour(i: int, count: int) -> QColor:
    """The colour of band i of so many, the lowest first: the ones' blue, fading into the ground."""
    return blend("ones", "ground", i / (count - 1) if count > 1 else 0.0)
