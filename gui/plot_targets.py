"""What in a plot stands under the mouse: words of a lesson may speak of it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PyQt5.QtCore import QPointF

from gui.i18n import translate
from gui.theme import look

if TYPE_CHECKING:
    from gui.plot_labels import Label
    from gui.plot_layout import PlotLayout
    from gui.plot_marks import Marks

# So near, in the design's pixels, counts as on it.
NEAR = 7.0


def target_at(layout: PlotLayout, marks: Marks | None, place: QPointF) -> str:
    """The target of `core.stage.TARGETS` at a place, small things before large ones.

    Args:
        layout: of the plot.
        marks: of the current value; None if π is out of sight.
        place: in the pixels of the layout.

    Returns:
        "" for nothing.
    """
    near = look().px(NEAR)
    if marks is not None and marks.text and marks.chip.contains(place):
        return "mark:value"
    if not layout.plot.adjusted(-near, -near, near, near).contains(place):
        return ""
    if marks is not None and marks.dot is not None and _distance(marks.dot, place) <= near:
        return "mark:value"
    if layout.optimum is not None and _distance(layout.optimum, place) <= 1.6 * near:
        return "mark:optimum"
    for label in layout.labels:
        if label.rect.contains(place):
            return _of_label(label)
    if _is_on_tangent(marks, place, near / 2):
        return "mark:tangent"
    return _upright_at(layout, marks, place, near / 2) or _curve_at(layout, place, near)


def _of_label(label: Label) -> str:
    # What is expected has the ones' colour, as the ones' part has.
    if label.role == "ones" and label.text != translate("Plots", "ones' part"):
        return "mark:prediction"
    return _OF_LABEL.get(label.role, "")


def _is_on_tangent(marks: Marks | None, place: QPointF, near: float) -> bool:
    line = marks.tangent if marks is not None else None
    if line is None or not line.dx():
        return False
    left, right = sorted((line.x1(), line.x2()))
    y = line.y1() + (place.x() - line.x1()) * line.dy() / line.dx()
    return left <= place.x() <= right and abs(y - place.y()) <= near


def _upright_at(layout: PlotLayout, marks: Marks | None, place: QPointF, near: float) -> str:
    uprights = (
        ("mark:pi", marks.x if marks is not None else None),
        ("mark:optimum", layout.optimum.x() if layout.optimum is not None else None),
        ("mark:prediction", layout.prediction),
        ("mark:true-pi", layout.truth),
    )
    for target, x in uprights:
        if x is not None and abs(x - place.x()) <= near:
            return target
    return ""


def _curve_at(layout: PlotLayout, place: QPointF, near: float) -> str:
    for role, (x, y) in layout.lines.items():
        if x[0] <= place.x() <= x[-1] and abs(np.interp(place.x(), x, y) - place.y()) <= near:
            return f"curve:{layout.shown.kind if role == 'curve' else role}"
    return ""


_OF_LABEL = {
    "optimum": "mark:optimum",
    "ones": "curve:ones",
    "zeros": "curve:zeros",
    "truth": "mark:true-pi",
}


def _distance(one: QPointF, other: QPointF) -> float:
    return math.hypot(one.x() - other.x(), one.y() - other.y())
