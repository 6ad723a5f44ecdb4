"""How tiles look: their rows, the loss bars under them, the caret, the selection, the counts."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QColor, QPainter, QPen, QStaticText, QTransform

from core.scientific import format_count, format_number
from gui import fonts
from gui.i18n import translate
from gui.theme import look

if TYPE_CHECKING:
    from core.observations import Observations
    from core.snapshot import Snapshot
    from gui.tile_grid import TileGrid

# A bar reaches its full height at this loss (nats); a longer one is cut, and says ∞ or its figure.
FULL_BAR = 1.6
FIGURES_SIZE = 11


class TilePainter:
    """Paints what is to be seen of a grid of tiles, and of it only what is dirty.

    Attributes:
        grid: where the tiles lie.
        top_row: the first row shown.
        dirty: the rectangle that needs paint.
    """

    def __init__(self, painter: QPainter, grid: TileGrid, top_row: int, dirty: QRectF) -> None:
        self._painter = painter
        self.grid, self.top_row, self.dirty = grid, top_row, dirty

    def paint_light(self, lit: str, whole: QRectF) -> None:
        """Paint a light behind the tiles that words point at: "tiles", or "tile:N"."""
        if not lit.startswith("tile"):
            return
        grid, value = self.grid, look()
        place = QRectF(whole)
        last = grid.tile(min(grid.n, grid.columns) - 1, 0)
        place.setRight(min(whole.right(), last.right() + value.px(4)))
        if lit != "tiles":
            index = int(lit.partition(":")[2]) - 1
            if index >= grid.n:
                return
            reach = value.px(4)
            place = grid.tile(index, self.top_row).adjusted(-reach, -reach, reach, reach)
            place.setHeight(grid.row_height)
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(value.colour("lit"))
        self._painter.drawRoundedRect(place, value.px(7), value.px(7))

    def paint(self, snapshot: Snapshot) -> None:
        """Paint the tiles and their bars."""
        grid = self.grid
        columns, top = grid.columns, self.top_row * grid.columns
        shown = snapshot.state.observations.read(
            min(top, grid.n), min(grid.n, top + (grid.size.rows + 1) * columns)
        )
        span = self._dirty_columns()
        for first in range(0, len(shown), columns):
            row = shown[first : first + columns].tolist()
            rect = grid.tile(top + first, self.top_row)
            if rect.top() <= self.dirty.bottom() and rect.bottom() >= self.dirty.top():
                self._paint_row(row, span, rect.top())
            if grid.size.bar and rect.bottom() < self.dirty.bottom():
                self._paint_bars(row, span, rect.bottom(), snapshot)

    def _dirty_columns(self) -> range:
        """The columns that need paint, with their neighbours' overhang."""
        grid = self.grid
        first = int((self.dirty.left() - grid.side) // grid.pitch)
        last = int((self.dirty.right() + grid.side) // grid.pitch)
        return range(max(0, first), min(grid.columns - 1, last) + 1)

    def _paint_row(self, row: list[int], span: range, top: float) -> None:
        painter, grid, value = self._painter, self.grid, look()
        fills = (value.colour("zeros"), value.colour("ones"))
        on_tile = (value.colour("on_zeros"), value.colour("on_accent"))
        side, radius = grid.side, corner(grid)
        painter.setFont(value.text_font(grid.size.tile * 0.5, strong=True))
        for column in span:
            if column >= len(row):
                break
            one = row[column]
            rect = QRectF(column * grid.pitch, top, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fills[one])
            painter.drawRoundedRect(rect, radius, radius)
            painter.setPen(on_tile[one])
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "01"[one])

    def _paint_bars(self, row: list[int], span: range, tile_bottom: float, s: Snapshot) -> None:
        """The bars under one row of tiles: two kinds of bar, each many times, in each frame."""
        painter, grid, value = self._painter, self.grid, look()
        size = grid.size
        top = round(tile_bottom + 7 * value.scale)
        inset = value.px(3) if size.number else 0
        width = round(grid.side) - 2 * inset
        columns = [column for column in span if column < len(row)]
        painter.setPen(value.colour("muted"))
        painter.setFont(value.text_font(FIGURES_SIZE))
        for kind, loss in enumerate((s.loss_of_zero, s.loss_of_one)):
            mine = [round(i * grid.pitch) + inset for i in columns if row[i] == kind]
            if not mine:
                continue
            height = max(2, round(size.bar * value.scale * min(1.0, loss / FULL_BAR)))
            fill = value.colour("ones_soft" if kind else "zeros_soft")
            for left in mine:
                painter.fillRect(left, top, width, height, fill)
            if loss > FULL_BAR:
                # A bar that is longer than its room ends in a gap.
                gap = value.px(8)
                for left in mine:
                    painter.fillRect(
                        left, top + height - gap, width, value.px(2.5), value.colour("card")
                    )
            if size.number:
                figures = _figures(loss_text(s, loss), value.px(FIGURES_SIZE))
                shift = (width - figures.size().width()) / 2
                for left in mine:
                    painter.drawStaticText(QPointF(left + shift, top + height + 1), figures)

    def paint_selection(self, selection: range) -> None:
        """A line around each row of the selected tiles, and a veil over them."""
        painter, grid, value = self._painter, self.grid, look()
        columns = grid.columns
        first_row = max(self.top_row, selection.start // columns)
        last_row = min(self.top_row + grid.size.rows, (selection.stop - 1) // columns)
        veil = QColor(value.colour("current"))
        veil.setAlphaF(0.22)
        painter.setPen(QPen(value.colour("current"), 1.6 * value.scale))
        painter.setBrush(veil)
        for line in range(first_row, last_row + 1):
            start = max(selection.start, line * columns)
            last = min(selection.stop, (line + 1) * columns) - 1
            rect = grid.tile(start, self.top_row).united(grid.tile(last, self.top_row))
            painter.drawRoundedRect(rect.adjusted(-0.5, -0.5, 0.5, 0.5), corner(grid), corner(grid))

    def paint_caret(self, caret: int, right_end: float) -> None:
        """A frame around the caret's tile; behind the last tile a line."""
        painter, grid, value = self._painter, self.grid, look()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(value.colour("current"), 2 * value.scale))
        if caret < grid.n:
            painter.drawRoundedRect(grid.tile(caret, self.top_row), corner(grid), corner(grid))
        else:
            rect = grid.tile(grid.n - 1, self.top_row)
            x = min(rect.right() + 1.5 * value.scale, right_end - 1.0)
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))


def corner(grid: TileGrid) -> float:
    """The radius of a tile's corners, in pixels."""
    return min(6.0, grid.size.tile / 4) * look().scale


def paint_empty(painter: QPainter, width: float) -> None:
    """An empty place for the first tile, and what to do."""
    value = look()
    side = 32 * value.scale
    rect = QRectF(1, 1, side, side)
    painter.setPen(QPen(value.colour("muted"), 1.4 * value.scale, Qt.PenStyle.DashLine))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(rect, 6 * value.scale, 6 * value.scale)
    painter.setPen(value.colour("muted"))
    painter.setFont(value.text_font(13))
    painter.drawText(
        QRectF(side + 12 * value.scale, 0, width - side - 12, side),
        Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
        translate("Observations", "No observations yet. Type 0 or 1."),
    )


def paint_counts(painter: QPainter, observations: Observations, width: float) -> None:
    """Two blocks whose widths are the shares of ones and zeros."""
    value = look()
    n, k = observations.n, observations.k
    height = 42 * value.scale
    radius = 6 * value.scale
    gap = 3 * value.scale if 0 < k < n else 0.0
    split = (width - gap) * (k / n if n else 0.0)
    if 0 < k < n:
        # The rarest outcome is still to be seen.
        least = 3 * value.scale
        split = min(max(split, least), width - gap - least)
    font = value.text_font(14, strong=True)
    painter.setFont(font)
    blocks = (
        (QRectF(0, 0, split, height), "ones", "1", k),
        (QRectF(split + gap, 0, width - gap - split, height), "zeros", "0", n - k),
    )
    for rect, role, digit, count in blocks:
        if not count:
            continue
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(value.colour(role))
        corner_radius = min(radius, rect.width() / 2)
        painter.drawRoundedRect(rect, corner_radius, corner_radius)
        painter.setPen(value.colour("on_accent" if role == "ones" else "on_zeros"))
        if rect.width() > 20 * value.scale:
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, digit)
    painter.setFont(value.text_font(12))
    below = QRectF(0, height + 4 * value.scale, width, 24 * value.scale)
    for align, role, text in (
        (Qt.AlignmentFlag.AlignLeft, "ones", f"1 × {format_count(k)}"),
        (Qt.AlignmentFlag.AlignRight, "zeros_text", f"0 × {format_count(n - k)}"),
    ):
        painter.setPen(value.colour(role))
        painter.drawText(below, align | Qt.AlignmentFlag.AlignVCenter, text)


def loss_text(snapshot: Snapshot, loss: float) -> str:
    """A loss under its bar: two decimals have room there."""
    if math.isinf(loss):
        return "∞"
    shown = snapshot.in_unit(loss)
    return f"{shown:.2f}" if shown < 1000 else format_number(shown, 2)


@lru_cache(maxsize=256)
def _figures(text: str, pixels: int) -> QStaticText:
    """A text that is painted under many tiles: shaped once."""
    figures = QStaticText(text)
    figures.setTextFormat(Qt.TextFormat.PlainText)
    figures.prepare(QTransform(), fonts.text_font(pixels))
    return figures
