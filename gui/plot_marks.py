"""What moves in a plot while π is dragged: the line, the dot, the tangent, the sign."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from PyQt5.QtCore import QLineF, QPointF, QRectF, Qt
from PyQt5.QtGui import QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from gui.plot_labels import SIZE, Label
from gui.still_text import text_width
from gui.theme import Look, look

TANGENT = 46
DOT = 4.6
CHIP_HEIGHT = 23
CHIP_PADDING = 10
# A sign keeps its width while its digits change: all are taken for the widest.
ALL_EIGHTS = dict.fromkeys(range(ord("0"), ord("9") + 1), "8")


@dataclass(frozen=True)
class Marks:
    """Where the moving marks stand, in the stack's pixels.

    Attributes:
        x: of the line.
        plot: the rectangle of the axes.
        dot: of the current value; None where that is not in sight.
        arrow: 1 if the value is above the plot, −1 if below, 0 if neither.
        tangent: at the dot.
        chip: the sign's rectangle.
        text: what the sign says.
    """

    x: float
    plot: QRectF
    dot: QPointF | None
    arrow: int
    tangent: QLineF | None
    chip: QRectF
    text: str

    def bounds(self) -> QRectF:
        """All that the marks cover."""
        reach = look().px(TANGENT if self.tangent is not None else DOT + 7) + 5.0
        column = QRectF(self.x - reach, self.chip.top(), 2 * reach, 0.0)
        column.setBottom(self.plot.bottom() + 3)
        # A light behind the sign, or the dot, reaches a little further.
        around = look().px(5)
        return column.united(self.chip.adjusted(-around, -around, around, around))


def chip_rect(text: str, x: float, least_left: float, card: QRectF) -> QRectF:
    """The sign over the line: in the card, to the right of its heading."""
    px = look().px
    width = text_width(text.translate(ALL_EIGHTS), SIZE, strong=True) + 2 * px(CHIP_PADDING)
    left = max(least_left, min(card.right() - px(8) - width, x - width / 2))
    return QRectF(left, card.top() + px(7), width, px(CHIP_HEIGHT))


def tangent_at(dot: QPointF, slope: float, plot: QRectF, labels: list[Label]) -> QLineF:
    """A short piece of the tangent, inside the plot and shorter where it would reach a label.

    `slope` is in pixels down for one across.
    """
    reach = float(look().px(TANGENT))
    length = math.hypot(1.0, slope)
    across, down = (reach / length, reach * slope / length) if length < math.inf else (0.0, reach)
    share = 1.0
    if across:
        share = min(share, (dot.x() - plot.left()) / across, (plot.right() - dot.x()) / across)
    if down:
        share = min(
            share, (dot.y() - plot.top()) / abs(down), (plot.bottom() - dot.y()) / abs(down)
        )
    line = QLineF()
    for part in (1.0, 0.75, 0.5, 0.35, 0.2):
        step = QPointF(across * share * part, down * share * part)
        line = QLineF(dot - step, dot + step)
        covered = QRectF(line.p1(), line.p2()).normalized().adjusted(-2, -2, 2, 2)
        if not any(covered.intersects(label.rect) for label in labels):
            break
    return line


def paint_marks(
    painter: QPainter,
    marks: Marks,
    labels: list[Label],
    resolution: float | None = None,
    lit: str = "",
) -> None:
    """Paint the marks over the plot's picture.

    Args:
        painter: of the stack.
        marks: where they stand.
        labels: still labels, which the line leaves readable.
        resolution: pixels of the screen for one of the stack's; the dot is then copied, which is
            quicker. None paints it, for print.
        lit: the target that words point at.
    """
    value, px, plot = look(), look().px, marks.plot
    if lit.startswith("mark:"):
        _paint_light(painter, marks, lit)
    colour = value.colour("current")
    # The line is upright: filled on whole pixels it is crisp, and quicker than a stroke.
    wide = max(2, px(1.8))
    left = round(marks.x - wide / 2)
    for start, end in _pieces(marks.x, plot, labels):
        painter.fillRect(left, round(start), wide, round(end) - round(start), colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_joint(painter, marks, left, wide)
    if marks.tangent is not None:
        painter.setPen(QPen(value.colour("muted"), 2.4 * value.scale))
        painter.drawLine(marks.tangent)
    painter.setBrush(colour)
    if marks.dot is not None and resolution is None:
        paint_dot(painter, marks.dot, value)
    elif marks.dot is not None and resolution is not None:
        sprite = dot_sprite(value, resolution)
        half = sprite.width() / sprite.devicePixelRatio() / 2
        painter.drawPixmap(QPointF(marks.dot.x() - half, marks.dot.y() - half), sprite)
    elif marks.arrow:
        painter.setPen(QPen(value.colour("card"), 2.2 * value.scale))
        painter.drawPath(_arrow(marks.x, marks.arrow, plot))
    if marks.text:
        paint_chip(painter, marks.chip, marks.text)


def _paint_light(painter: QPainter, marks: Marks, lit: str) -> None:
    """Paint a light behind what words point at."""
    value, px = look(), look().px
    light = value.colour("lit")
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if lit == "mark:pi":
        painter.fillRect(
            QRectF(marks.x - px(5), marks.plot.top(), px(10), marks.plot.height()), light
        )
    elif lit == "mark:tangent" and marks.tangent is not None:
        painter.setPen(QPen(light, px(9)))
        painter.drawLine(marks.tangent)
    elif lit == "mark:value":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(light)
        if marks.dot is not None:
            painter.drawEllipse(marks.dot, px(11), px(11))
        if marks.text:
            reach = px(4)
            painter.drawRoundedRect(marks.chip.adjusted(-reach, -reach, reach, reach), px(8), px(8))


def paint_chip(painter: QPainter, chip: QRectF, text: str) -> None:
    """Paint a sign that says what is so now."""
    value, px = look(), look().px
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(value.colour("current"))
    painter.drawRoundedRect(chip, px(5), px(5))
    painter.setPen(value.colour("card"))
    painter.setFont(value.text_font(SIZE, strong=True))
    cap_height = value.text_metrics(SIZE, strong=True).capHeight()
    painter.drawText(
        QPointF(chip.left() + px(CHIP_PADDING), chip.center().y() + cap_height / 2), text
    )


def _pieces(x: float, plot: QRectF, labels: list[Label]) -> list[tuple[float, float]]:
    """The parts of the line between the labels that it would cross."""
    gaps = sorted(
        (label.rect.top(), label.rect.bottom())
        for label in labels
        if label.rect.left() - 3 <= x <= label.rect.right() + 3
    )
    pieces, start = [], plot.top()
    for top, bottom in gaps:
        if top > start:
            pieces.append((start, top))
        start = max(start, bottom)
    if plot.bottom() > start:
        pieces.append((start, plot.bottom()))
    return pieces


def _paint_joint(painter: QPainter, marks: Marks, left: int, wide: int) -> None:
    """Join the line to its sign, which may have had to keep off the heading."""
    value, px = look(), look().px
    colour = value.colour("current")
    chip, top = marks.chip, marks.plot.top()
    if not marks.text:
        return
    if chip.left() <= marks.x <= chip.right():
        start = round(chip.bottom())
        painter.fillRect(left, start, wide, round(top) - start, colour)
        return
    level, elbow = top - px(3), chip.left() + px(12)
    painter.setPen(QPen(colour, value.scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPolyline(
        QPolygonF(
            [
                QPointF(marks.x, top),
                QPointF(marks.x, level),
                QPointF(elbow, level),
                QPointF(elbow, chip.bottom()),
            ]
        )
    )


def arrow_rect(x: float, direction: int, plot: QRectF) -> QRectF:
    """What the triangle covers that points to a value outside the plot; nothing for 0."""
    return _arrow(x, direction, plot).boundingRect() if direction else QRectF()


def _arrow(x: float, direction: int, plot: QRectF) -> QPainterPath:
    """A triangle at the edge behind which the value is."""
    px = look().px
    edge = plot.top() if direction > 0 else plot.bottom()
    back = edge + direction * px(11)
    path = QPainterPath(QPointF(x, edge))
    path.lineTo(x + px(7), back)
    path.lineTo(x - px(7), back)
    path.closeSubpath()
    return path


@lru_cache(maxsize=8)
def dot_sprite(value: Look, resolution: float) -> QPixmap:
    """The dot of the current value, painted once for a look."""
    reach = DOT * value.scale + 3.0
    pixels = math.ceil(2 * reach * resolution)
    sprite = QPixmap(pixels, pixels)
    sprite.setDevicePixelRatio(resolution)
    sprite.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sprite)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    middle = pixels / resolution / 2
    paint_dot(painter, QPointF(middle, middle), value)
    painter.end()
    return sprite


def paint_dot(painter: QPainter, centre: QPointF, value: Look) -> None:
    """Paint the dot of the current value."""
    painter.setPen(QPen(value.colour("card"), 2.2 * value.scale))
    painter.setBrush(value.colour("current"))
    radius = DOT * value.scale + 1.0
    painter.drawEllipse(centre, radius, radius)
