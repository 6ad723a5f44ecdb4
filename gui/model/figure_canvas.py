"""Where the parts of a figure of the Model view stand on its canvas.

A figure that is much wider than high has a column of cards at its left, as the window has: the
examples above, the model below. Another has the model's card below its plots.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PyQt5.QtCore import QRectF

from gui.figures.canvas import (
    BARE_MARGIN,
    BESIDE_FROM,
    GAP,
    MARGIN,
    TITLE,
    usual_size,
)

if TYPE_CHECKING:
    from gui.figures.options import FigureOptions

PREDICTION, LANDSCAPE = "prediction", "landscape"
# The column at the left: its share of the width, its least and its most.
SHARE, NARROWEST, WIDEST = 0.28, 336, 404
# How the plots share their height, and the least that each needs.
SHARES = {PREDICTION: 0.46, LANDSCAPE: 0.54}
LEAST = {PREDICTION: 200, LANDSCAPE: 250}
LEAST_WIDTH, LEAST_WIDTH_BESIDE = 560, 900
# The model's card: its least height in the column with all in it, without its formulas, without its
# numbers; below the plots; and where it says nothing but how many examples there are.
MODEL, MODEL_WITHOUT_FORMULAS, MODEL_WITHOUT_NUMBERS = 312, 262, 132
BELOW, BELOW_WITHOUT_NUMBERS, COUNTS_ALONE = 168, 92, 48
# The least of the card of the examples: its heading and a few rows.
EXAMPLES = 170


@dataclass(frozen=True)
class ModelCanvas:
    """The places of everything, in the design's pixels.

    Attributes:
        width: of the canvas.
        height: likewise.
        title: where the title stands; None without one.
        examples: the card of the examples with their table; None without it.
        words: the card of the model; None without it.
        plots: the cards of the plots that are shown, by their names.
        beside: whether the cards stand beside the plots, or below.
    """

    width: float
    height: float
    title: QRectF | None
    examples: QRectF | None
    words: QRectF | None
    plots: dict[str, QRectF]
    beside: bool


def model_canvas_for(options: FigureOptions) -> ModelCanvas:
    """Place everything that a figure shows."""
    kinds = tuple(SHARES) if options.panel == "all" else (options.panel,)
    words = options.has("formulas") or options.has("numbers")
    tiles = options.has("tiles")
    beside = (words or tiles) and options.width >= BESIDE_FROM * options.height
    width, height = _size(options, kinds, beside=beside)
    margin = BARE_MARGIN if options.transparent else MARGIN
    inner = QRectF(0, 0, width, height).adjusted(margin, margin, -margin, -margin)
    title = None
    if options.title:
        title = QRectF(inner.left(), inner.top(), inner.width(), TITLE - GAP)
        inner.setTop(inner.top() + TITLE)
    examples = card = None
    if beside:
        column = round(min(WIDEST, max(NARROWEST, SHARE * inner.width())))
        left = QRectF(inner.left(), inner.top(), column, inner.height())
        inner.setLeft(left.right() + GAP)
        examples, card = _column(left, options, words=words)
    elif words or tiles:
        tall = _below(options)
        card = QRectF(inner.left(), inner.bottom() - tall, inner.width(), tall)
        inner.setBottom(card.top() - GAP)
    return ModelCanvas(width, height, title, examples, card, _plots(inner, kinds), beside)


def _plots(place: QRectF, kinds: tuple[str, ...]) -> dict[str, QRectF]:
    if len(kinds) == 1:
        return {kinds[0]: QRectF(place)}
    first = round((place.height() - GAP) * SHARES[PREDICTION])
    upper = QRectF(place.left(), place.top(), place.width(), first)
    lower = QRectF(place)
    lower.setTop(upper.bottom() + GAP)
    return {PREDICTION: upper, LANDSCAPE: lower}


def _column(
    place: QRectF, options: FigureOptions, *, words: bool
) -> tuple[QRectF | None, QRectF | None]:
    """The cards of the examples and of the model, one above the other."""
    if not words:
        return place, None
    if not options.has("tiles"):
        return None, place
    card = QRectF(place)
    card.setTop(card.bottom() - _model_height(options))
    examples = QRectF(place)
    examples.setBottom(card.top() - GAP)
    return examples, card


def _model_height(options: FigureOptions) -> int:
    if not options.has("numbers"):
        return MODEL_WITHOUT_NUMBERS
    return MODEL if options.has("formulas") else MODEL_WITHOUT_FORMULAS


def _below(options: FigureOptions) -> int:
    if options.has("numbers"):
        return BELOW
    return BELOW_WITHOUT_NUMBERS if options.has("formulas") else COUNTS_ALONE


def _size(options: FigureOptions, kinds: tuple[str, ...], *, beside: bool) -> tuple[float, float]:
    """The canvas' size: usual type, but at least as much room as everything needs."""
    width, height = usual_size(options)
    least = float(sum(LEAST[kind] for kind in kinds) + (len(kinds) - 1) * GAP)
    words = options.has("formulas") or options.has("numbers")
    if beside:
        column = (_model_height(options) if words else 0) + (
            EXAMPLES if options.has("tiles") else 0
        )
        least = max(least, column + GAP)
    elif words or options.has("tiles"):
        least += _below(options) + GAP
    least += 2 * MARGIN + (TITLE if options.title else 0)
    grow = max(1.0, least / height, (LEAST_WIDTH_BESIDE if beside else LEAST_WIDTH) / width)
    return width * grow, height * grow
