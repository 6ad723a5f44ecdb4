"""The card of the data in a figure: how many, the estimate, and the tiles with their losses."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PyQt5.QtCore import QPointF, QRectF

from gui import equations
from gui.data_words import counts_line
from gui.figures.options import MOST_TILES
from gui.formula import fitted, italic, layout
from gui.i18n import translate
from gui.plot_painter import paint_card
from gui.still_text import draw_text, text_width
from gui.tile_grid import TileGrid, TileSize
from gui.tile_painter import TilePainter, paint_counts

if TYPE_CHECKING:
    from PyQt5.QtGui import QPainter

    from core.snapshot import Snapshot
    from gui.figures.canvas import Canvas

NAME_SIZE, WORDS_SIZE, ESTIMATE_SIZE, LEAST_ESTIMATE_SIZE = 15, 13, 16, 9
LEGEND_SIZE = 12
TILE, TILE_GAP = 34.0, 5.0
# The least room for a bar of loss, and for a figure under it.
LEAST_BAR, FIGURE_HEIGHT, FIGURE_PITCH = 14.0, 15.0, 28.0
MOST_ROWS = 6


def paint_data(
    painter: QPainter, canvas: Canvas, snapshot: Snapshot, total: int, *, clear: bool = False
) -> None:
    """Paint the card.

    Args:
        painter: of the canvas.
        canvas: the places.
        snapshot: the numbers.
        total: for how many tiles there is room; more than n while a replay is on.
        clear: whether the card is an outline alone.
    """
    if canvas.data is None:
        return
    paint_card(painter, canvas.data, clear=clear)
    _paint_words(painter, canvas, snapshot, total)
    if not snapshot.n:
        words = translate("Figure", "no observations")
        place = QPointF(canvas.tiles.left(), canvas.tiles.center().y() + WORDS_SIZE / 3)
        draw_text(painter, place, words, WORDS_SIZE, "muted")
        return
    painter.save()
    painter.translate(canvas.tiles.topLeft())
    if snapshot.state.observations.has_sequence and total <= MOST_TILES:
        grid = tile_grid(snapshot.n, total, canvas.tiles.width(), canvas.tiles.height())
        whole = QRectF(0, 0, canvas.tiles.width(), canvas.tiles.height())
        TilePainter(painter, grid, 0, whole).paint(snapshot)
        if grid.size.bar:
            _paint_legend(painter, grid, canvas.tiles.width())
    else:
        painter.translate(0, max(0.0, (canvas.tiles.height() - 70) / 2))
        paint_counts(painter, snapshot.state.observations, canvas.tiles.width())
    painter.restore()


def _paint_legend(painter: QPainter, grid: TileGrid, width: float) -> None:
    """Say what the bars are, where the tiles leave room for it."""
    words = translate("Observations", "bar = the loss of one observation, −log f(y; π)")
    left = grid.width + 20
    if left + text_width(words, LEGEND_SIZE) <= width:
        draw_text(painter, QPointF(left, grid.side + 18), words, LEGEND_SIZE, "muted")


def _paint_words(painter: QPainter, canvas: Canvas, snapshot: Snapshot, total: int) -> None:
    place = canvas.data_words
    left, top = place.left(), place.top()
    head = 36 if canvas.beside else 29
    name = translate("Observations", "Observations")
    shown_one_by_one = snapshot.state.observations.has_sequence and total <= MOST_TILES
    counts = counts_line(snapshot, each=shown_one_by_one)
    node, short = (equations.estimate(snapshot, fraction=long) for long in (True, False))
    draw_text(painter, QPointF(left, top + head), name, NAME_SIZE, "current", strong=True)
    right = left + text_width(name, NAME_SIZE, strong=True) + 8
    symbol = layout(italic("y", "muted"), NAME_SIZE)
    symbol.draw(painter, right, top + head - 1)
    if canvas.beside:
        draw_text(painter, QPointF(left, top + head + 24), counts, WORDS_SIZE, "muted")
        room, baseline = place.width(), top + head + 52
    else:
        right += symbol.width + 18
        draw_text(painter, QPointF(right, top + head), counts, WORDS_SIZE, "muted")
        right += text_width(counts, WORDS_SIZE) + 18
        room, baseline = place.right() - right, top + head
    if node is None or short is None:
        return
    laid = fitted((lambda: node, lambda: short), room, ESTIMATE_SIZE, LEAST_ESTIMATE_SIZE)
    laid.draw(painter, left if canvas.beside else place.right() - laid.width, baseline)


def tile_grid(n: int, total: int, width: float, height: float) -> TileGrid:
    """The grid in which `total` tiles are largest, of which n are there.

    Args:
        n: how many tiles are painted.
        total: how many tiles there is room for; at least 1.
        width: of the place, in the design's pixels.
        height: likewise.
    """
    best: tuple[float, int] = (0.0, 1)
    for rows in range(1, MOST_ROWS + 1):
        columns = math.ceil(total / rows)
        side = min(TILE, width / columns - _gap(width / columns), height / rows - 3)
        # One row can have bars, which is worth some of the tiles' size.
        best = max(best, (side * (1.5 if rows == 1 else 1.0), rows), key=lambda pair: pair[0])
    rows = best[1]
    columns = max(2, math.ceil(total / rows))
    pitch = min(TILE + TILE_GAP, width / columns)
    side = min(TILE, pitch - _gap(pitch), height / rows - 3)
    rest = height / rows - side - 10
    number = FIGURE_HEIGHT if pitch >= FIGURE_PITCH and rest >= LEAST_BAR + FIGURE_HEIGHT else 0.0
    bar = rest - number if rows == 1 and rest - number >= LEAST_BAR else 0.0
    size = TileSize(None, columns, side, bar, number if bar else 0.0, rows)
    if not bar:
        # Rows fill the height: the distance that tiles have in the window is another.
        size = _Packed(None, columns, side, 0.0, 0.0, rows)
    return TileGrid(n, size, (columns - 1) * pitch + side, 1.0)


def _gap(pitch: float) -> float:
    return max(1.5, min(TILE_GAP, 0.14 * pitch))


class _Packed(TileSize):
    """Tiles without bars, their rows close together."""

    @property
    def row_height(self) -> float:
        """From one row's top to the next's."""
        return self.tile + 3
