"""Small things that are painted often: dots, and lines of many points."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np
from PyQt5.QtCore import QPointF, Qt
from PyQt5.QtGui import QPainter, QPen, QPixmap, QPolygonF

from gui.theme import Look, look

if TYPE_CHECKING:
    from numpy.typing import NDArray

# In the design's pixels; small dots are many, and rims would be all there is to see of them.
RIM, RIMMED = 1.6, 2.5


def polygon(x: NDArray[np.float64], y: NDArray[np.float64]) -> QPolygonF:
    """A polygon of these points; made one by one they would take longer than their painting."""
    made = QPolygonF()
    made.fill(QPointF(), x.size)
    memory: Any = made.data()
    memory.setsize(16 * x.size)
    points = np.frombuffer(memory, np.float64).reshape(-1, 2)
    points[:, 0], points[:, 1] = x, y
    return made


def paint_dot(painter: QPainter, centre: QPointF, role: str, radius: float) -> None:
    """Paint a dot in a role's colour, with a rim that parts it from its neighbours."""
    value = look()
    if radius < RIMMED * value.scale:
        painter.setPen(Qt.PenStyle.NoPen)
    else:
        painter.setPen(QPen(value.colour("card"), min(RIM * value.scale, 0.3 * radius)))
    painter.setBrush(value.colour(role))
    painter.drawEllipse(centre, radius, radius)


@lru_cache(maxsize=32)
def dot_sprite(value: Look, role: str, radius: float, resolution: float) -> QPixmap:
    """That dot, painted once for a look."""
    pixels = math.ceil(2 * (radius + RIM * value.scale + 1.0) * resolution)
    sprite = QPixmap(pixels, pixels)
    sprite.setDevicePixelRatio(resolution)
    sprite.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sprite)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = pixels / resolution / 2
    paint_dot(painter, QPointF(middle, middle), role, radius)
    painter.end()
    return sprite
