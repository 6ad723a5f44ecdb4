"""The loss, step by step: how a path goes down, and the two floors."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QPainter

from gui.i18n import translate
from gui.model import side_axes
from gui.model.climb_words import at_rest
from gui.model.landscape_path import LAST
from gui.model.side_axes import CAPTION, TICK, Floor, SideAxes, height_range
from gui.still_text import draw_text, text_width
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# A step is marked where steps are so far apart, in the design's pixels.
APART = 9.0
STEP_DOT = 2.4
# A path lower than such a share of the axis is seen closer, without the floors that are far; one
# whose losses differ by less than such a share of themselves stands still.
LEAST_SHARE, STILL = 0.12, 1e-4
# A curve that crosses its chart, up or down, as often as once in so many pixels is a solid block.
BLOCK = 4.0


def floors(snapshot: Snapshot) -> list[Floor]:
    """The least loss of one shared π, and that of the whole model, in the unit."""
    model, found = snapshot.model, list[Floor]()
    if model is None:
        return found
    if model.floor is not None:
        found.append(Floor(snapshot.in_unit(model.floor), "H(k/n)", "zeros_text"))
    if model.fit is not None and math.isfinite(model.fit.loss):
        name = (
            translate("Model", "minimum") if model.fit.converged else translate("Model", "infimum")
        )
        found.append(Floor(snapshot.in_unit(model.fit.loss), name, "optimum"))
    return found


def paint_steps(painter: QPainter, place: QRectF, snapshot: Snapshot) -> None:
    """Paint the loss over the steps gone; without steps, what would show them.

    Args:
        painter: of the widget or the figure.
        place: where.
        snapshot: with the path.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    caption = translate("Model", "loss, step by step")
    inner = side_axes.paint_caption(painter, place, caption, translate("Model", "loss"))
    model = snapshot.model
    if model is None or model.path is None or model.path.loss.size < 2:
        _paint_hint(painter, inner, snapshot)
        return
    loss = model.path.loss * snapshot.in_unit(1.0)
    axes = steps_axes(inner, loss, floors(snapshot))
    side_axes.paint_axes(painter, axes)
    finite = np.flatnonzero(np.isfinite(loss))
    steps, heights = finite.astype(float), loss[finite]
    x, y = _thinned(axes, steps, heights)
    end = QPointF(float(x[-1]), float(y[-1])) if len(x) else None
    around = look().px(6)
    taken = []
    if end is not None:
        taken.append(QRectF(end.x() - around, end.y() - around, 2 * around, 2 * around))
    painter.save()
    painter.setClipRect(axes.plot.adjusted(-8, -2, look().px(8), 2), Qt.ClipOperation.IntersectClip)
    side_axes.paint_floors(painter, axes, floors(snapshot), (x, y), taken)
    side_axes.paint_curve(painter, axes.plot, x, y, last=_last(axes, y, loss.size))
    if len(x) > 1 and axes.plot.width() / (loss.size - 1) >= APART * look().scale:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look().colour("curve"))
        radius = STEP_DOT * look().scale
        for at in zip(x.tolist(), y.tolist(), strict=True):
            painter.drawEllipse(QPointF(*at), radius, radius)
    if (
        finite.size == loss.size
        and end is not None
        and axes.plot.adjusted(-1, -1, 1, 1).contains(end)
    ):
        side_axes.paint_point(painter, end, "current")
    painter.restore()
    if finite.size < loss.size:
        text = "↑ ∞"
        left = axes.plot.right() - text_width(text, TICK)
        top = axes.plot.top() + look().text_metrics(TICK).ascent()
        draw_text(painter, QPointF(left, top), text, TICK, "warning", strong=True)


def steps_axes(place: QRectF, loss: NDArray[np.float64], lines: list[Floor]) -> SideAxes:
    """The axes for a path's losses, in the unit, and for the floors that are not far from them."""
    known = loss[np.isfinite(loss)]
    path = (float(known.min()), float(known.max())) if known.size else (0.0, 1.0)
    shown, least_span = _with_floors(path, [one.height for one in lines if one.height > 0.0])
    return side_axes.side_axes(
        place,
        (0.0, float(loss.size - 1)),
        height_range(shown, max(shown), least_span=least_span),
        counts=True,
    )


def _with_floors(
    path: tuple[float, float], heights: list[float]
) -> tuple[tuple[float, float], float]:
    """The least and the highest to be seen, and the least part of that to span.

    A floor is seen if the path is no level line beside it; of a path that stands still all are.
    """
    low, high = path
    still = high - low <= STILL * high
    shown, left = path, False
    for height in sorted(heights, key=lambda at: max(low - at, at - high)):
        wider = min(shown[0], height), max(shown[1], height)
        if still or _height(path, wider) >= LEAST_SHARE:
            shown = wider
        else:
            left = True
    return shown, STILL if left else side_axes.LEAST_SPAN


def _height(path: tuple[float, float], whole: tuple[float, float]) -> float:
    """How much of an axis a path takes, which shows more than it."""
    low, high, log = height_range(whole, whole[1])
    bottom, top = (
        (math.log10(at) if log else at for at in path)
        if path[0] > 0.0 or not log
        else (
            low,
            high,
        )
    )
    return (top - bottom) / (high - low)


def _last(axes: SideAxes, y: NDArray[np.float64], steps: int) -> int | None:
    """How many pieces are painted strongly; None, all, of a curve that is no solid block."""
    plot = axes.plot
    seen = np.clip(y, plot.top(), plot.bottom())
    ups = float(np.abs(np.diff(seen)).sum()) / plot.height()
    if ups * BLOCK * look().scale <= plot.width():
        return None
    return math.ceil(LAST * min(1.0, len(y) / steps))


def _thinned(
    axes: SideAxes, steps: NDArray[np.float64], heights: NDArray[np.float64]
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The curve in pixels; of many steps in one column of pixels the lowest and the highest."""
    x, y = np.asarray(axes.x_of(steps)), np.asarray(axes.y_of(heights))
    columns = max(1, int(axes.plot.width()))
    if len(x) <= 3 * columns:
        return x, y
    edges = np.linspace(0, len(x), columns + 1).astype(np.intp)[:-1]
    lowest, highest = np.minimum.reduceat(y, edges), np.maximum.reduceat(y, edges)
    xs = np.append(np.repeat(x[edges], 2), x[-1])
    return xs, np.append(np.column_stack([lowest, highest]).ravel(), y[-1])


def _paint_hint(painter: QPainter, place: QRectF, snapshot: Snapshot) -> None:
    """Say what would fill the place, or why nothing will."""
    model = snapshot.model
    rest = at_rest(model) if model is not None else ""
    text = rest or translate("Model", "▶ goes down step by step")
    metrics = look().text_metrics(CAPTION)
    lines, room = [""], place.width()
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, CAPTION) > room:
            lines.append(word)
        else:
            lines[-1] = longer
    top = place.top() + max(0.0, (place.height() - len(lines) * metrics.height()) / 2)
    for i, line in enumerate(lines):
        left = place.left() + (room - text_width(line, CAPTION)) / 2
        baseline = top + i * metrics.height() + metrics.ascent()
        if baseline <= place.bottom():
            draw_text(painter, QPointF(left, baseline), line, CAPTION, "muted")
