"""A figure of the Model view: the examples, the model, its predictions and its landscape.

It shows what the window shows, without the window's controls, in any size, and is painted on
whatever a QPainter can paint on.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PyQt5.QtCore import QPointF, QRectF
from PyQt5.QtGui import QColor, QPainter

from gui.figures.title import paint_title
from gui.i18n import speaking, translate
from gui.labs.table_words import line_height, wrapped
from gui.model import landscape_cache
from gui.model.figure_canvas import LANDSCAPE, PREDICTION, ModelCanvas, model_canvas_for
from gui.model.figure_examples import paint_examples
from gui.model.figure_words import paint_words
from gui.model.landscape_painter import paint_landscape
from gui.model.prediction_painter import paint_prediction
from gui.model.slice_painter import paint_slice
from gui.model.steps_painter import paint_steps
from gui.plot_layout import PADDING, TITLE_SIZE
from gui.plot_painter import paint_card
from gui.still_text import draw_text
from gui.theme import THEMES, Look, borrowed, look

if TYPE_CHECKING:
    from core.model_snapshot import ModelSnapshot
    from core.snapshot import Snapshot
    from gui.figures.options import FigureOptions

# In the design's pixels: the head of the landscape's card, its margins, and beside the landscape.
HEAD, LEFT, FOOT, GAP = 40, 14, 10, 22
# The column of small charts beside the landscape: its share of the width, its least and its most.
SHARE, NARROWEST, WIDEST = 0.235, 150, 260
# A card narrower than this has no such column; one lower than that shows one chart in it.
LEAST_WITH_SIDE, LEAST_WITH_TWO = 480, 300
CHARTS_GAP = 12
WORDS_SIZE = 13


@dataclass(frozen=True)
class _ClearLook(Look):
    """A look in which what has the colour of a card lets the ground behind it through."""

    def colour(self, role: str) -> QColor:
        colour = super().colour(role)
        if role == "card":
            # Its red, green and blue stay: other colours are mixed with them.
            colour = QColor(colour)
            colour.setAlpha(0)
        return colour


class ModelFigure:
    """Paints snapshots that have a model, as the options ask for it.

    Args:
        options: what it is to look like.
        climbing: whether there is room for the loss of a path, also before it begins.
        quick: whether a coarser landscape will do.

    Attributes:
        canvas: where everything stands; its size is what `paint` paints on.
    """

    def __init__(
        self, options: FigureOptions, *, climbing: bool = False, quick: bool = False
    ) -> None:
        self._options, self._climbing, self._quick = options, climbing, quick
        self.canvas: ModelCanvas = model_canvas_for(options)
        self._look = Look(THEMES[options.theme], 1.0)
        self._plot_look = _ClearLook(THEMES[options.theme], 1.0) if options.transparent else None

    def paint(self, painter: QPainter, snapshot: Snapshot) -> None:
        """Paint the figure from (0, 0) to the canvas' width and height."""
        with borrowed(self._look), speaking(self._options.language):
            self._paint(painter, snapshot)

    def _paint(self, painter: QPainter, snapshot: Snapshot) -> None:
        canvas, options = self.canvas, self._options
        clear = options.transparent
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        if not clear:
            whole = QRectF(0, 0, canvas.width, canvas.height)
            painter.fillRect(whole, look().colour("ground"))
        if canvas.title is not None:
            paint_title(painter, canvas.title, options.title)
        with borrowed(self._plot_look or look()):
            self._paint_cards(painter, snapshot)

    def _paint_cards(self, painter: QPainter, snapshot: Snapshot) -> None:
        canvas, options = self.canvas, self._options
        if canvas.examples is not None:
            with _kept(painter):
                paint_examples(painter, canvas.examples, snapshot, clear=options.transparent)
        with _kept(painter):
            paint_words(painter, canvas, snapshot, options)
        for kind, card in canvas.plots.items():
            with _kept(painter):
                self._paint_plot(painter, kind, card, snapshot)

    def _paint_plot(self, painter: QPainter, kind: str, card: QRectF, snapshot: Snapshot) -> None:
        if kind == PREDICTION:
            paint_prediction(painter, card, snapshot)
        elif kind == LANDSCAPE:
            self._paint_landscape(painter, card, snapshot)

    def _paint_landscape(self, painter: QPainter, card: QRectF, snapshot: Snapshot) -> None:
        """Paint the card of the landscape, with a slice and the loss of a path where they fit."""
        model = snapshot.model
        assert model is not None  # noqa: S101 - the figure shows one
        paint_card(painter, card, clear=self._options.transparent)
        metrics = look().text_metrics(TITLE_SIZE, strong=True)
        baseline = card.top() + (HEAD + metrics.capHeight()) / 2
        title = translate("Model", "Loss landscape BCE(w, b)")
        at = QPointF(card.left() + PADDING, baseline)
        draw_text(painter, at, title, TITLE_SIZE, "current", strong=True)
        if not model.n:
            _paint_nothing(painter, card)
            return
        place = card.adjusted(LEFT, HEAD, -LEFT, -FOOT)
        if card.width() >= LEAST_WITH_SIDE:
            column = round(min(WIDEST, max(NARROWEST, SHARE * card.width())))
            side = QRectF(place)
            side.setLeft(card.right() - PADDING - column)
            side.setRight(card.right() - PADDING)
            place.setRight(side.left() - GAP)
            self._paint_side(painter, side, snapshot, model)
        landscape = landscape_cache.landscape(model, quick=self._quick)
        with _kept(painter):
            paint_landscape(painter, place, snapshot, landscape)

    def _paint_side(
        self, painter: QPainter, side: QRectF, snapshot: Snapshot, model: ModelSnapshot
    ) -> None:
        """Paint the slice, and below it the loss of the path; where one alone fits, of the path."""
        has_path = model.path is not None and model.path.loss.size > 1
        if not (has_path or self._climbing):
            paint_slice(painter, side, snapshot, landscape_cache.slice_line(model))
            return
        if side.height() + HEAD + FOOT >= LEAST_WITH_TWO:
            upper = QRectF(side)
            upper.setHeight((side.height() - CHARTS_GAP) / 2)
            side.setTop(upper.bottom() + CHARTS_GAP)
            with _kept(painter):
                paint_slice(painter, upper, snapshot, landscape_cache.slice_line(model))
        if has_path:
            paint_steps(painter, side, snapshot)


@contextmanager
def _kept(painter: QPainter) -> Iterator[None]:
    """Let a painter be afterwards as it was."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield
    finally:
        painter.restore()


def _paint_nothing(painter: QPainter, card: QRectF) -> None:
    """Say why there is no landscape."""
    text = translate("Model", "Without examples there is no loss, and no landscape.")
    room = card.adjusted(PADDING, HEAD, -PADDING, -PADDING)
    ascent = look().text_metrics(WORDS_SIZE).ascent()
    for i, line in enumerate(wrapped(text, room.width(), WORDS_SIZE)):
        at = QPointF(room.left(), room.top() + i * line_height(WORDS_SIZE) + ascent)
        draw_text(painter, at, line, WORDS_SIZE, "muted")
