"""The marks on the landscape: argmin, one π, truth, arrows, the path, words, and the handle."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PyQt5.QtCore import QLineF, QPointF, QRectF, QSizeF, Qt
from PyQt5.QtGui import QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from gui.model.landscape_places import SIZE
from gui.model.landscape_words import Placed
from gui.plot_labels import DIAMOND
from gui.still_text import draw_text, text_width
from gui.theme import Look, look

if TYPE_CHECKING:
    from gui.model.landscape_layout import LandscapeLayout
    from gui.model.landscape_path import Trail
    from gui.model.landscape_signs import Sign

HANDLE, RIM, HALO = 7.5, 2.6, 4.0
ARROW_HEAD = 10.0
STEP_DOT = 3.2
# How far the handle reaches, and the arrow behind it if it is out of sight.
HANDLE_REACH, ARROW_REACH = 15.0, 26.0
# What is older of a path that runs to and fro is painted pale and thin: so many lines at most.
OLD_OPACITY, FAINTEST, MOST_OLD = 0.25, 0.02, 500
LEADER = 1.3
# The colour of each mark.
ROLES = {
    "argmin": "optimum",
    "shared": "zeros_text",
    "truth": "truth",
    "direction": "optimum",
    "line": "optimum",
}


class Handle(NamedTuple):
    """The (w, b) of the moment.

    Attributes:
        at: where its handle stands, in pixels: at the edge if (w, b) is out of sight.
        out: the arrow to where it is, if out of sight; else None.
    """

    at: QPointF
    out: QLineF | None

    def covers(self) -> QRectF:
        """What it covers."""
        reach = (HANDLE_REACH if self.out is None else ARROW_REACH + 3.0) * look().scale
        return QRectF(self.at, QSizeF()).adjusted(-reach, -reach, reach, reach)


def handle_of(w: float, b: float, layout: LandscapeLayout) -> Handle:
    """Where the handle of (w, b) stands."""
    plot, at = layout.plot, layout.point(w, b)
    if layout.region.holds(w, b):
        return Handle(at, None)
    around = ARROW_REACH * look().scale
    inner = plot.adjusted(around, around, -around, -around)
    held = QPointF(
        min(inner.right(), max(inner.left(), at.x())),
        min(inner.bottom(), max(inner.top(), at.y())),
    )
    across, up = layout.shares(w, b)
    dx = across * plot.width() - (held.x() - plot.left())
    dy = (plot.bottom() - held.y()) - up * plot.height()
    # A place may be so far away that squares of it are infinite: hypot knows.
    length = math.hypot(dx, dy) or 1.0
    return Handle(held, QLineF(held, held + QPointF(dx / length, dy / length) * around))


def pen(role: str, width: float, dashes: list[float] | None = None) -> QPen:
    """A pen in a role's colour; `width` in the design's pixels, dashes in widths."""
    found = QPen(look().colour(role), width * look().scale)
    found.setCapStyle(Qt.PenCapStyle.FlatCap)
    if dashes is not None:
        found.setDashPattern(dashes)
    return found


def stroke(
    painter: QPainter, line: QLineF, role: str, width: float, dashes: list[float] | None
) -> None:
    """A line with a light edge: it is seen on any band."""
    painter.setPen(pen("card", width + 2.0))
    painter.drawLine(line)
    painter.setPen(pen(role, width, dashes))
    painter.drawLine(line)


def paint_sign(painter: QPainter, sign: Sign) -> None:
    """Paint a mark; each kind has a shape of its own."""
    value, at = look(), sign.at
    scale = value.scale
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if sign.kind == "argmin":
        painter.setPen(pen("card", 1.8))
        painter.setBrush(value.colour("optimum"))
        size = (DIAMOND + 0.5) * scale
        corners = ((0, -size), (size, 0), (0, size), (-size, 0))
        painter.drawPolygon(QPolygonF([at + QPointF(dx, dy) for dx, dy in corners]))
    elif sign.kind == "shared":
        painter.setPen(pen("card", 1.8))
        painter.setBrush(value.colour("zeros_text"))
        size = 4.6 * scale
        painter.drawRect(QRectF(at.x() - size, at.y() - size, 2 * size, 2 * size))
    elif sign.kind == "truth":
        for role, width in (("card", 5.0), ("truth", 2.4)):
            painter.setPen(pen(role, width))
            reach = (6.5 if role == "card" else 5.5) * scale
            for turn in (-1, 1):
                arm = QPointF(reach, turn * reach)
                painter.drawLine(QLineF(at - arm, at + arm))
    elif sign.kind == "direction" and sign.arrow is not None:
        paint_arrow(painter, sign.arrow, "optimum", 3.0)


def paint_arrow(painter: QPainter, line: QLineF, role: str, width: float) -> None:
    """Paint an arrow from the line's first end to its second."""
    value, length = look(), line.length()
    if not length:
        return
    head = min(length, ARROW_HEAD * value.scale)
    along = QPointF(line.dx(), line.dy()) / length
    side = QPointF(-along.y(), along.x()) * (0.62 * head)
    foot = line.p2() - along * head
    triangle = QPolygonF([line.p2(), foot + side, foot - side])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(pen("card", width + 3.0))
    painter.drawLine(QLineF(line.p1(), foot))
    painter.setBrush(value.colour(role))
    painter.setPen(pen("card", 2.0))
    painter.drawPolygon(triangle)
    painter.setPen(pen(role, width))
    painter.drawLine(QLineF(line.p1(), foot + along))


def paint_trail(painter: QPainter, layout: LandscapeLayout, way: Trail) -> None:
    """Paint the path, and where it left the axes."""
    value = look()
    painter.save()
    painter.setClipRect(layout.plot, Qt.ClipOperation.IntersectClip)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if way.tangled:
        stride = 1 + way.old_lines // MOST_OLD
        # Lines that cross each other add up to no more than this, or nearly.
        opacity = min(OLD_OPACITY, max(FAINTEST, stride * OLD_OPACITY / way.crossed))
        painter.setPen(pen("current", 1.0))
        painter.setOpacity(opacity)
        painter.drawLines(way.lines[: way.old_lines : stride])  # type: ignore[call-overload]
        # The last steps are ever darker: which way it goes on is seen.
        last = way.lines[way.old_lines :]
        for i, line in enumerate(last):
            painter.setOpacity(OLD_OPACITY + (1.0 - OLD_OPACITY) * ((i + 1) / len(last)) ** 2)
            painter.drawLine(line)
        painter.setOpacity(1.0)
    else:
        for role, width in (("card", 3.6), ("current", 1.6)):
            painter.setPen(pen(role, width))
            painter.drawLines(way.lines)  # type: ignore[call-overload]
    painter.setPen(pen("card", 1.0))
    painter.setBrush(value.colour("current"))
    radius = STEP_DOT * value.scale
    for dot in way.seen_dots():
        painter.drawEllipse(dot, radius, radius)
    if way.exit is not None and way.exit.length():
        tip, back = way.exit.p2(), QLineF(way.exit.p2(), way.exit.p1())
        back.setLength(22 * value.scale)
        paint_arrow(painter, QLineF(back.p2(), tip), "current", 1.6)
    painter.restore()


def paint_marks_over(painter: QPainter, found: Sequence[Sign]) -> None:
    """Paint the marks of places once more, over a path: its lines hide none of them."""
    for sign in reversed(found):
        if sign.arrow is None:
            paint_sign(painter, sign)


def paint_leader(painter: QPainter, words: Placed) -> None:
    """Paint the thin line from words to the mark that they name, in its colour."""
    if words.leader is not None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke(painter, words.leader, ROLES[words.sign], LEADER, None)


def paint_words(painter: QPainter, words: Placed) -> None:
    """Paint words with a light edge, readable on any band."""
    value = look()
    metrics = value.text_metrics(SIZE, strong=words.strong)
    place = QPointF(words.rect.left() + 2, words.rect.top() + metrics.ascent())
    outline = QPainterPath()
    outline.addText(place, value.text_font(SIZE, strong=words.strong), words.text)
    edge = pen("card", HALO)
    edge.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.strokePath(outline, edge)
    draw_text(painter, place, words.text, SIZE, "current", strong=words.strong)


@lru_cache(maxsize=32)
def words_sprite(text: str, *, strong: bool, value: Look, ratio: float) -> QPixmap:
    """Words with their edge, painted once."""
    metrics = value.text_metrics(SIZE, strong=strong)
    around = math.ceil(HALO * value.scale)
    width, height = text_width(text, SIZE, strong=strong) + 4, metrics.height()
    sprite = _clear(width + 2 * around, height + 2 * around, ratio)
    painter = QPainter(sprite)
    rect = QRectF(around, around, width, height)
    paint_words(painter, Placed("", text, rect, strong))
    painter.end()
    return sprite


def paint_handle(painter: QPainter, handle: Handle, *, focused: bool = False) -> None:
    """Paint the handle of (w, b), and where that is if it is out of sight."""
    value = look()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if handle.out is not None:
        paint_arrow(painter, handle.out, "current", 1.6)
    outer = (HANDLE + RIM) * value.scale
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(value.colour("ones" if focused else "current"))
    edge = (2.4 if focused else 0.9) * value.scale
    painter.drawEllipse(handle.at, outer + edge, outer + edge)
    painter.setBrush(value.colour("card"))
    painter.drawEllipse(handle.at, outer, outer)
    painter.setBrush(value.colour("current"))
    painter.drawEllipse(handle.at, HANDLE * value.scale, HANDLE * value.scale)


@lru_cache(maxsize=8)
def handle_sprite(value: Look, ratio: float, *, focused: bool) -> QPixmap:
    """The handle in sight, painted once."""
    side = 2 * HANDLE_REACH * value.scale
    sprite = _clear(side, side, ratio)
    painter = QPainter(sprite)
    paint_handle(painter, Handle(QPointF(side / 2, side / 2), None), focused=focused)
    painter.end()
    return sprite


def _clear(width: float, height: float, ratio: float) -> QPixmap:
    sprite = QPixmap(math.ceil(width * ratio), math.ceil(height * ratio))
    sprite.setDevicePixelRatio(ratio)
    sprite.fill(Qt.GlobalColor.transparent)
    return sprite
