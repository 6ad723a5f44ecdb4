"""How the landscape is painted: bands, contour lines, axes, scale, and the marks on it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PyQt5.QtCore import QLineF, QPointF, QRectF, Qt
from PyQt5.QtGui import QColor, QPainter, QPen, QTransform

from gui.formula import italic, still_layout
from gui.i18n import translate
from gui.model.bands import band_colour, bands_of
from gui.model.landscape_layout import NAME_SIZE, TICK_SIZE, LandscapeLayout, lay_out, rise_of
from gui.model.landscape_marks import (
    handle_of,
    paint_handle,
    paint_leader,
    paint_marks_over,
    paint_sign,
    paint_trail,
    paint_words,
    pen,
    stroke,
)
from gui.model.landscape_path import trail
from gui.model.landscape_signs import Sign, signs
from gui.model.landscape_words import place_words
from gui.still_text import draw_text, text_width
from gui.theme import look

if TYPE_CHECKING:
    from core.landscape import Landscape, Region
    from core.snapshot import Snapshot

CONTOUR_ALPHA = 46


def paint_landscape(
    painter: QPainter, place: QRectF, snapshot: Snapshot, landscape: Landscape
) -> None:
    """Paint a landscape with all that stands on it, for a figure.

    Args:
        painter: of the figure.
        place: where.
        snapshot: what the marks, the path and the handle are taken from.
        landscape: the heights; the region shown is its own.
    """
    layout = layout_for(place, snapshot, landscape, landscape.region)
    found = signs(snapshot, layout)
    paint_still(painter, layout, snapshot, landscape, found)
    model = snapshot.model
    if model is None or not model.n:
        return
    way = None if model.path is None else trail(model.path, layout)
    handle = handle_of(model.w, model.b, layout)
    if way is not None:
        paint_trail(painter, layout, way)
        paint_marks_over(painter, found)
    placed = place_words(found, layout, [handle.covers()], way)
    for words in placed:
        paint_leader(painter, words)
    for words in placed:
        paint_words(painter, words)
    paint_handle(painter, handle)


def layout_for(
    place: QRectF, snapshot: Snapshot, landscape: Landscape | None, region: Region
) -> LandscapeLayout:
    """Lay out a region; without a landscape, the axes of one that is to come."""
    levels = None
    if landscape is not None:
        levels = [snapshot.in_unit(float(level)) for level in landscape.levels]
    nats = snapshot.in_unit(1.0) == 1.0
    unit = translate("Plots", "nats") if nats else translate("Plots", "bits")
    return lay_out(place, region, levels, unit)


# What stands still ---------------------------------------------------------------------------


def paint_still(
    painter: QPainter,
    layout: LandscapeLayout,
    snapshot: Snapshot,
    landscape: Landscape | None,
    found: tuple[Sign, ...],
) -> None:
    """Paint all that stays where it is while (w, b) moves."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if landscape is not None:
        _paint_bands(painter, layout, landscape)
        _paint_scale(painter, layout, len(landscape.levels) - 1)
    else:
        painter.fillRect(layout.plot, look().colour("ground"))
    _paint_axes(painter, layout)
    painter.save()
    painter.setClipRect(layout.plot, Qt.ClipOperation.IntersectClip)
    _paint_shared_line(painter, layout, snapshot)
    for sign in found:
        if sign.kind == "line" and sign.arrow is not None:
            stroke(painter, sign.arrow, "optimum", 2.2, [3.0, 2.0])
    painter.restore()
    # The weightiest mark lies on top.
    for sign in reversed(found):
        paint_sign(painter, sign)


def _paint_bands(painter: QPainter, layout: LandscapeLayout, landscape: Landscape) -> None:
    """Paint the bands; a landscape of another region lies where it belongs."""
    bands, own, plot = bands_of(landscape), landscape.region, layout.plot
    low = layout.point(own.w_low, own.b_low)
    high = layout.point(own.w_high, own.b_high)
    to_pixels = QTransform(high.x() - low.x(), 0, 0, high.y() - low.y(), low.x(), low.y())
    painter.save()
    painter.setClipRect(plot, Qt.ClipOperation.IntersectClip)
    painter.fillRect(plot, band_colour(bands.count - 1, bands.count))
    painter.setPen(Qt.PenStyle.NoPen)
    for i in reversed(range(bands.count - 1)):
        painter.setBrush(band_colour(i, bands.count))
        painter.drawPath(to_pixels.map(bands.below[i]))
    line = QColor(look().colour("current"))
    line.setAlpha(CONTOUR_ALPHA)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(line, 0.8 * look().scale))
    for path in bands.lines:
        painter.drawPath(to_pixels.map(path))
    painter.restore()


def _paint_scale(painter: QPainter, layout: LandscapeLayout, count: int) -> None:
    bar = layout.bar
    if bar.isEmpty():
        return
    step = bar.height() / count
    for i in range(count):
        top = round(bar.bottom() - (i + 1) * step)
        bottom = round(bar.bottom() - i * step)
        painter.fillRect(QRectF(bar.left(), top, bar.width(), bottom - top), band_colour(i, count))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(look().colour("rule"), 1))
    painter.drawRect(bar.adjusted(-0.5, -0.5, 0.5, 0.5))
    metrics = look().text_metrics(TICK_SIZE)
    left = bar.right() + look().px(7)
    half = metrics.capHeight() / 2
    for label in layout.labels:
        least = layout.place.top() + rise_of(label.text, TICK_SIZE)
        baseline = min(layout.plot.bottom(), max(least, label.y + half))
        draw_text(painter, QPointF(left, baseline), label.text, TICK_SIZE, "muted")
    baseline = layout.plot.bottom() + look().px(5) + metrics.ascent()
    draw_text(painter, QPointF(bar.left(), baseline), layout.unit, TICK_SIZE, "muted")


def _paint_axes(painter: QPainter, layout: LandscapeLayout) -> None:
    value, px, plot, size = look(), look().px, layout.plot, layout.tick_size
    metrics = value.text_metrics(size)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(value.colour("rule"), 1))
    painter.drawRect(plot.adjusted(-0.5, -0.5, 0.5, 0.5))
    mark = value.colour("muted")
    baseline = plot.bottom() + px(5) + metrics.ascent()
    pixels = value.type_px(NAME_SIZE)
    w_name, b_name = (still_layout(italic(letter, "muted"), pixels) for letter in "wb")
    end = plot.right() if layout.names_below else plot.right() - w_name.width - px(8)
    last = -math.inf
    for at, text in zip(layout.w_ticks.values, layout.w_ticks.texts, strict=True):
        x = layout.point(at, layout.region.b_low).x()
        painter.fillRect(QRectF(round(x), plot.bottom(), 1, px(3)), mark)
        wide = text_width(text, size)
        left = min(max(x - wide / 2, plot.left() - px(6)), plot.right() + px(6) - wide)
        if left > last and left + wide <= end + px(6):
            draw_text(painter, QPointF(left, baseline), text, size, "muted")
            last = left + wide + px(6)
    half = metrics.capHeight() / 2
    for at, text in zip(layout.b_ticks.values, layout.b_ticks.texts, strict=True):
        y = layout.point(layout.region.w_low, at).y()
        painter.fillRect(QRectF(plot.left() - px(3), round(y), px(3), 1), mark)
        left = plot.left() - px(8) - text_width(text, size)
        least = max(plot.top() + 2 * half, layout.place.top() + rise_of(text, size))
        base = min(max(y + half, least), plot.bottom())
        draw_text(painter, QPointF(left, base), text, size, "muted")
    if layout.names_below:
        foot = baseline + metrics.descent() + 0.62 * value.text_metrics(NAME_SIZE).ascent()
        w_name.draw(painter, plot.center().x() - w_name.width / 2, foot)
    else:
        w_name.draw(painter, plot.right() - w_name.width, baseline)
    b_name.draw(painter, layout.place.left(), plot.center().y() + half)


def _paint_shared_line(painter: QPainter, layout: LandscapeLayout, snapshot: Snapshot) -> None:
    """Paint the line w = 0, where all examples share one π."""
    model, region = snapshot.model, layout.region
    if model is None or not region.w_low < 0.0 < region.w_high:
        return
    x = layout.point(0.0, region.b_low).x()
    line = QLineF(x, layout.plot.top(), x, layout.plot.bottom())
    if model.state.shared:
        stroke(painter, line, "zeros_text", 2.4, None)
    else:
        painter.setPen(pen("zeros_text", 1.1, [2.0, 3.0]))
        painter.drawLine(line)
