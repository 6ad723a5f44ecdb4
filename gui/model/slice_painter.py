"""A slice of the landscape: the loss along w, or along b, through the (w, b) of the moment."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QPainter

from core.scientific import format_number
from gui.i18n import translate
from gui.model import side_axes
from gui.model.side_axes import SideAxes
from gui.model.steps_painter import floors
from gui.theme import look

if TYPE_CHECKING:
    from core.landscape import SliceLine
    from core.snapshot import Snapshot


def paint_slice(
    painter: QPainter,
    place: QRectF,
    snapshot: Snapshot,
    line: SliceLine | None,
    *,
    captioned: bool = True,
) -> None:
    """Paint a slice with the value of the moment, its own minimum and the floors.

    Args:
        painter: of the widget or the figure.
        place: where.
        snapshot: the moment.
        line: the slice; None while it is not known.
        captioned: whether to say above what it runs along.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if captioned:
        place = side_axes.paint_caption(painter, place, caption(snapshot, line))
    if line is None:
        return
    axes = slice_axes(place, snapshot, line)
    side_axes.paint_axes(painter, axes)
    x = np.asarray(axes.x_of(line.t))
    y = np.asarray(axes.y_of(line.loss * snapshot.in_unit(1.0)))
    now, least = points(axes, snapshot, line)
    around = look().px(7)
    taken = [
        QRectF(at.x() - around, at.y() - around, 2 * around, 2 * around)
        for at in (now, least)
        if at is not None
    ]
    away = None if now is not None else _away(snapshot, line)
    if away is not None:
        # With a little room for the line around it.
        taken.append(side_axes.away_place(axes, *away).adjusted(-2, -2, 2, 2))
    painter.save()
    painter.setClipRect(axes.plot.adjusted(-1, -1, look().px(4), 1), Qt.ClipOperation.IntersectClip)
    side_axes.paint_floors(painter, axes, floors(snapshot), (x, y), taken)
    side_axes.paint_curve(painter, axes.plot, x, y)
    painter.restore()
    if least is not None:
        side_axes.paint_point(painter, least, "muted", diamond=True)
    if now is not None:
        side_axes.paint_point(painter, now, "current")
    elif away is not None:
        side_axes.paint_away(painter, axes, *away, "current")


def caption(snapshot: Snapshot, line: SliceLine | None) -> str:
    """What the slice runs along, and what stays as it is."""
    model = snapshot.model
    along = line.along if line is not None else model.look.slice_along if model else "w"
    said = translate("Model", "along w") if along == "w" else translate("Model", "along b")
    if line is None:
        return said
    other = "b" if along == "w" else "w"
    return f"{said}, {other} = {format_number(line.at, 4)}"


def slice_axes(place: QRectF, snapshot: Snapshot, line: SliceLine) -> SideAxes:
    """The axes of a slice: the minimum, the floors and, within the region, the moment are seen."""
    model = snapshot.model
    ends = float(line.t[0]), float(line.t[-1])
    shown = [one.height for one in floors(snapshot)]
    if (
        model is not None
        and model.binary_cross_entropy is not None
        and ends[0] <= (model.w if line.along == "w" else model.b) <= ends[1]
    ):
        shown.append(snapshot.in_unit(model.binary_cross_entropy))
    shown.append(snapshot.in_unit(float(line.loss.min())))
    if line.least is not None:
        shown.append(snapshot.in_unit(line.least[1]))
    low, high, _log = side_axes.height_range(
        shown, snapshot.in_unit(float(line.loss.max())), logs=False
    )
    return side_axes.side_axes(place, ends, (low, high, False))


def points(
    axes: SideAxes, snapshot: Snapshot, line: SliceLine
) -> tuple[QPointF | None, QPointF | None]:
    """Where the moment and the slice's minimum stand; None out of sight."""
    model = snapshot.model
    now = least = None
    if model is not None and model.binary_cross_entropy is not None:
        loss = snapshot.in_unit(model.binary_cross_entropy)
        now = _seen(axes, model.w if line.along == "w" else model.b, loss)
    if line.least is not None:
        least = _seen(axes, line.least[0], snapshot.in_unit(line.least[1]))
    return now, least


def _away(snapshot: Snapshot, line: SliceLine) -> tuple[float, float] | None:
    """Where the moment is that is out of sight; None if it is nowhere."""
    model = snapshot.model
    if model is None or model.binary_cross_entropy is None:
        return None
    at = model.w if line.along == "w" else model.b
    loss = snapshot.in_unit(model.binary_cross_entropy)
    return (at, loss) if math.isfinite(at) and not math.isnan(loss) else None


def _seen(axes: SideAxes, x: float, y: float) -> QPointF | None:
    if not (math.isfinite(x) and math.isfinite(y)) or not axes.holds(x, y):
        return None
    return axes.point(x, y)
