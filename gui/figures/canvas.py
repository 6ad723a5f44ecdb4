"""Where the parts of a figure stand on its canvas.

A canvas has the proportions of the figure and the design's own type; whatever the figure's size,
the canvas is mapped onto it as a whole. So a figure of 64 pixels shows what one of 7680 shows.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from PyQt5.QtCore import QRectF

from gui import plot_series
from gui.figures.options import MM_PER_INCH, PIXELS_PER_INCH, FigureOptions
from gui.plot_layout import AXIS_WIDTH, FOOTER, HEADER, PADDING, RIGHT_MARGIN

# The size in pixels at which the type is the design's.
USUAL_AREA = 1440 * 900
MARGIN, BARE_MARGIN = 20, 2
GAP = 12
# The common size of letters, in the design's pixels.
LETTER = 13
TITLE = 42
DATA, TALL_DATA = 116, 142
AXIS = 36
# The formulas stand beside a plot in figures that are at least so much wider than high, else below.
BESIDE_FROM = 1.2
BESIDE_WIDTH = 322
BELOW = 68
LEAST_PLOT = 92
LEAST_WIDTH, LEAST_WIDTH_BESIDE = 500, 820


@dataclass(frozen=True)
class Row:
    """One quantity's card.

    Attributes:
        kind: which of `plot_series.KINDS`.
        card: the card.
        plot: the rectangle of the axes in it.
        words: where the formulas and numbers stand; None for nowhere.
    """

    kind: str
    card: QRectF
    plot: QRectF
    words: QRectF | None


@dataclass(frozen=True)
class Canvas:
    """The places of everything, in the design's pixels.

    Attributes:
        width: of the canvas.
        height: likewise.
        title: where the title stands; None without one.
        data: the card of the data; None without it.
        data_words: where the data's numbers stand in that card.
        tiles: where the tiles stand in it.
        rows: the quantities, from top to bottom.
        beside: whether the formulas stand beside the plots, or below.
    """

    width: float
    height: float
    title: QRectF | None
    data: QRectF | None
    data_words: QRectF
    tiles: QRectF
    rows: tuple[Row, ...]
    beside: bool


def canvas_for(options: FigureOptions) -> Canvas:
    """Place everything that a figure shows."""
    kinds = plot_series.KINDS if options.panel == "all" else (options.panel,)
    beside, words = _words(options)
    width, height = _size(options, len(kinds), beside=beside, words=words)
    margin = BARE_MARGIN if options.transparent else MARGIN
    # The signs under the axis are margin enough.
    inner = QRectF(0, 0, width, height).adjusted(margin, margin, -margin, -margin / 2)
    top = inner.top()
    title = data = None
    if options.title:
        title = QRectF(inner.left(), top, inner.width(), TITLE - GAP)
        top += TITLE
    if options.has("tiles"):
        data = QRectF(inner.left(), top, inner.width(), DATA if beside else TALL_DATA)
        top = data.bottom() + GAP
    each = (inner.bottom() - AXIS - top - (len(kinds) - 1) * GAP) / len(kinds)
    rows = tuple(
        _row(
            kind,
            QRectF(inner.left(), round(top + i * (each + GAP)), inner.width(), round(each)),
            beside=beside,
            words=words,
        )
        for i, kind in enumerate(kinds)
    )
    data_words, tiles = _data(data, rows[0], beside=beside)
    return Canvas(width, height, title, data, data_words, tiles, rows, beside)


def letter_points(options: FigureOptions, width: float) -> float:
    """The size of common letters on paper, in points: smaller where room is short.

    Args:
        options: of the figure.
        width: of its canvas.
    """
    return LETTER * options.points[0] / width


def usual_size(options: FigureOptions) -> tuple[float, float]:
    """The size at which a canvas has the usual type, whatever room its parts need."""
    if options.unit == "px":
        shrink = math.sqrt(options.width * options.height / USUAL_AREA)
    else:
        # In print a letter has its own size, however large the figure is: if there is room.
        shrink = MM_PER_INCH / PIXELS_PER_INCH
    share = shrink * options.type_scale
    return options.width / share, options.height / share


def _words(options: FigureOptions) -> tuple[bool, bool]:
    """Whether the formulas and numbers stand beside the plots, and whether there are any."""
    words = options.has("formulas") or options.has("numbers")
    return words and options.width >= BESIDE_FROM * options.height, words


def _size(options: FigureOptions, count: int, *, beside: bool, words: bool) -> tuple[float, float]:
    """The canvas' size: usual type, but at least as much room as everything needs."""
    width, height = usual_size(options)
    below = BELOW if words and not beside else 0
    least = 2 * MARGIN + AXIS + count * (HEADER + LEAST_PLOT + FOOTER + below + GAP)
    least += TITLE if options.title else 0
    least += (DATA if beside else TALL_DATA) + GAP if options.has("tiles") else 0
    least_width = LEAST_WIDTH_BESIDE if beside else LEAST_WIDTH
    grow = max(1.0, least / height, least_width / width)
    return width * grow, height * grow


def _row(kind: str, card: QRectF, *, beside: bool, words: bool) -> Row:
    plot = card.adjusted(AXIS_WIDTH, HEADER, -RIGHT_MARGIN, -FOOTER)
    if beside:
        plot.setLeft(card.left() + BESIDE_WIDTH + AXIS_WIDTH)
        place = QRectF(card.left() + PADDING, plot.top(), BESIDE_WIDTH - PADDING, 0)
        place.setBottom(card.bottom() - FOOTER)
        return Row(kind, card, plot, place)
    if words:
        plot.setBottom(plot.bottom() - BELOW)
        place = QRectF(card.left() + PADDING, plot.bottom() + 2, 0, BELOW)
        place.setRight(card.right() - PADDING)
        return Row(kind, card, plot, place)
    return Row(kind, card, plot, None)


def _data(data: QRectF | None, row: Row, *, beside: bool) -> tuple[QRectF, QRectF]:
    if data is None:
        return QRectF(), QRectF()
    if beside:
        words = QRectF(data.left() + PADDING, data.top(), BESIDE_WIDTH - PADDING, data.height())
        tiles = QRectF(row.plot.left(), data.top() + 13, row.plot.width(), data.height() - 26)
        return words, tiles
    inner = data.adjusted(PADDING, 0, -PADDING, 0)
    words = QRectF(inner.left(), inner.top(), inner.width(), 44)
    tiles = QRectF(inner.left(), inner.top() + 48, inner.width(), data.height() - 48 - 14)
    return words, tiles
