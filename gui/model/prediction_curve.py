"""The sigmoid in pixels: few points, dense where it bends, however steep it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from core import logistic
from gui.label_places import Polyline

if TYPE_CHECKING:
    from PyQt5.QtCore import QRectF

    from gui.model.prediction_axis import XAxis


def _bends() -> NDArray[np.float64]:
    """Logits between which σ is straight to a quarter of a pixel in a plot 1,000 pixels tall."""
    # The sagitta of a step dz is |σ″|·dz²/8, and |σ″| falls as e^−|z| from 0.096 at |z| = 1.3.
    half = [0.0]
    while half[-1] < 16.0:
        half.append(half[-1] + 0.14 * float(np.exp(max(0.0, half[-1] - 2.0) / 2.0)))
    return np.concatenate((-np.array(half[:0:-1]), half))


_LOGITS = _bends()
_HEIGHTS = np.asarray(logistic.predict(_LOGITS, 1.0, 0.0))


def curve_line(w: float, b: float, axis: XAxis, plot: QRectF) -> Polyline:
    """The curve σ(w·x + b) over the axis, from left to right.

    Args:
        w: the weight.
        b: the bias.
        axis: the part of the x axis that is seen.
        plot: where it is seen, in pixels; its top is y = 1, its bottom y = 0.
    """
    ends = np.asarray(logistic.predict(np.array((axis.low, axis.high)), w, b))
    shares, heights = np.array((0.0, 1.0)), ends
    if w:
        with np.errstate(over="ignore", invalid="ignore"):
            inner = ((_LOGITS - b) / w - axis.low) / axis.width
        seen = (inner > 0.0) & (inner < 1.0)
        inner, middle = inner[seen], _HEIGHTS[seen]
        if w < 0.0:
            inner, middle = inner[::-1], middle[::-1]
        shares = np.concatenate(((0.0,), inner, (1.0,)))
        heights = np.concatenate((ends[:1], middle, ends[1:]))
        # With a huge b the places of the logits are rounded; the curve rises or falls all the same.
        running = np.maximum if w > 0.0 else np.minimum
        heights = running.accumulate(heights)
    return plot.left() + shares * plot.width(), plot.bottom() - heights * plot.height()
