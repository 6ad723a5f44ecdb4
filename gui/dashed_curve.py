"""A dashed curve that is quick to paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pyqtgraph as pg
from PyQt5.QtCore import QLineF
from PyQt5.QtGui import QPainter

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from PyQt5.QtWidgets import QStyleOptionGraphicsItem, QWidget


def dashes(
    x: NDArray[np.float64], y: NDArray[np.float64], on: float, off: float
) -> NDArray[np.float64]:
    """Cut a polyline into dashes.

    Args:
        x: in pixels.
        y: in pixels.
        on: the length of a dash along the line.
        off: the length of a gap.

    Returns:
        lines, one a row: x1, y1, x2, y2. A dash is so short that it is straight.
    """
    along = np.concatenate(([0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))))
    starts = np.arange(0.0, along[-1], on + off)
    ends = np.minimum(starts + on, along[-1])
    return np.column_stack([np.interp(at, along, axis) for at in (starts, ends) for axis in (x, y)])


class DashedCurve(pg.PlotCurveItem):
    """A curve in dashes, computed here: Qt's own dashing strokes a path ten times as slowly.

    Attributes:
        pattern: the lengths of a dash and of a gap, in pixels.
    """

    pattern = (5.0, 3.5)

    def paint(
        self,
        painter: QPainter | None,
        _option: QStyleOptionGraphicsItem | None,
        _widget: QWidget | None = None,
    ) -> None:
        """Paint the dashes in the view's pixels."""
        x, y = self.getData()
        if painter is None or x is None or len(x) == 0:
            return
        to_pixels = painter.transform()
        device = painter.device()
        ratio = device.devicePixelRatioF() if device is not None else 1.0
        lines = dashes(
            to_pixels.dx() + x * to_pixels.m11(),
            to_pixels.dy() + y * to_pixels.m22(),
            self.pattern[0] * ratio,
            self.pattern[1] * ratio,
        )
        painter.save()
        painter.resetTransform()
        pen = pg.mkPen(self.opts["pen"])
        pen.setWidthF(pen.widthF() * ratio)
        painter.setPen(pen)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.drawLines([QLineF(*line) for line in lines.tolist()])  # type: ignore[call-overload]
        painter.restore()
