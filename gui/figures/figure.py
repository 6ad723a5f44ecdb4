"""A figure of a snapshot: for a slide, for print, for the web.

It shows what the window shows, without the window's controls, in any size: the data, and for each
quantity its formula beside its plot. It is painted with a QPainter on whatever a QPainter can
paint on, an image, a page, an SVG, and takes its numbers from the snapshot alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PyQt5.QtCore import QRectF
from PyQt5.QtGui import QPainter

from core.scientific import format_probability, is_exact_text
from gui import plot_series
from gui.figures.canvas import Canvas, canvas_for
from gui.figures.data_card import paint_data
from gui.figures.title import paint_title
from gui.figures.words import arrangement_for, paint_below, paint_beside
from gui.formula import italic, still_layout
from gui.i18n import speaking
from gui.plot_labels import SIZE
from gui.plot_layout import PlotLayout, lay_out
from gui.plot_marks import ALL_EIGHTS, CHIP_HEIGHT, CHIP_PADDING, paint_chip, paint_marks
from gui.plot_painter import paint_axis, paint_curves, paint_ground, paint_optimum
from gui.still_text import text_width
from gui.theme import THEMES, Look, borrowed, look

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.figures.options import FigureOptions

# From the plots' left edge to the letter π before its axis, at least.
AXIS_NAME = 46


class Sheet(Protocol):
    """What a figure is painted on, in the design's pixels."""

    @property
    def width(self) -> float:
        """How wide it is."""

    @property
    def height(self) -> float:
        """How high it is."""


class AnyFigure(Protocol):
    """A figure, whichever view it is of."""

    @property
    def canvas(self) -> Sheet:
        """What `paint` paints on."""

    def paint(self, painter: QPainter, snapshot: Snapshot) -> None:
        """Paint a snapshot."""


def figure_for(
    options: FigureOptions,
    snapshot: Snapshot,
    *,
    total: int = 0,
    climbing: bool = False,
    quick: bool = False,
) -> AnyFigure:
    """The figure of the view that a snapshot belongs to.

    Args:
        options: what it is to look like.
        snapshot: the numbers.
        total: for how many observations there is room, for a replay.
        climbing: whether the model is to go down its landscape.
        quick: whether somebody waits for it who will see it once, small.
    """
    if snapshot.model is None:
        return Figure(options, total)
    # Figures of Explore need nothing of it.
    from gui.model.figure import ModelFigure

    return ModelFigure(options, climbing=climbing, quick=quick)


class Figure:
    """Paints snapshots as the options ask for it.

    Args:
        options: what it is to look like.
        total: for how many observations there is room, for a replay; 0 for those of the snapshot.

    Attributes:
        canvas: where everything stands; its size is what `paint` paints on.
    """

    def __init__(self, options: FigureOptions, total: int = 0) -> None:
        self._options, self._total = options, total
        self.canvas: Canvas = canvas_for(options)
        self._look = Look(THEMES[options.theme], 1.0)
        self._layouts: list[PlotLayout] = []
        self._laid_out: object = None

    def paint(self, painter: QPainter, snapshot: Snapshot) -> None:
        """Paint the figure from (0, 0) to the canvas' width and height."""
        with borrowed(self._look), speaking(self._options.language):
            self._paint(painter, snapshot)

    def _paint(self, painter: QPainter, snapshot: Snapshot) -> None:
        canvas, options = self.canvas, self._options
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        if not options.transparent:
            whole = QRectF(0, 0, canvas.width, canvas.height)
            painter.fillRect(whole, look().colour("ground"))
        if canvas.title is not None:
            paint_title(painter, canvas.title, options.title)
        total = max(self._total, snapshot.n)
        paint_data(painter, canvas, snapshot, total, clear=options.transparent)
        for layout in self._lay_out(snapshot):
            paint_ground(painter, layout, clear=options.transparent)
            paint_curves(painter, layout)
            paint_optimum(painter, layout)
            marks = layout.marks(snapshot)
            if marks is not None:
                paint_marks(painter, marks, layout.labels)
        self._paint_words(painter, snapshot)
        self._paint_axis(painter, self._layouts[-1], snapshot)

    def _paint_words(self, painter: QPainter, snapshot: Snapshot) -> None:
        rows, options = self.canvas.rows, self._options
        if not self.canvas.beside:
            for row in rows:
                paint_below(painter, row, snapshot, options)
            return
        how = arrangement_for(rows, snapshot, options)
        for row in rows:
            paint_beside(painter, row, snapshot, options, how)

    def _lay_out(self, snapshot: Snapshot) -> list[PlotLayout]:
        """The plots; what π alone changes leaves them as they are."""
        state = snapshot.state
        key = (snapshot.curves, state.log_base, state.true_pi, state.shows_true_pi, state.stage)
        if key != self._laid_out:
            self._laid_out = key
            self._layouts = [
                lay_out(plot_series.series(row.kind, snapshot), snapshot, row.card, row.plot)
                for row in self.canvas.rows
            ]
        return self._layouts

    def _paint_axis(self, painter: QPainter, layout: PlotLayout, snapshot: Snapshot) -> None:
        """The π axis with its name, and a sign where π is, or on which side it is."""
        (low, high), plot, card = layout.interval, layout.plot, layout.card
        text = format_probability(snapshot.pi)
        text = f"π {'=' if is_exact_text(snapshot.pi) else '≈'} {text}"
        inside = low <= snapshot.pi <= high
        if not inside:
            text = f"← {text}" if snapshot.pi < low else f"{text} →"
        x = layout.x_of(min(high, max(low, snapshot.pi)))
        # Its digits change while it moves, its width does not.
        width = text_width(text.translate(ALL_EIGHTS), SIZE, strong=True) + 2 * CHIP_PADDING
        chip = QRectF(
            min(card.right() - width, x - width / 2), card.bottom() + 6, width, CHIP_HEIGHT
        )
        if inside and (self.canvas.rows[-1].words is None or self.canvas.beside):
            line = QRectF(round(x - 1), plot.bottom(), 2, chip.top() - plot.bottom())
            painter.fillRect(line, look().colour("current"))
        first = min(paint_axis(painter, layout, card.right(), chip), chip.left())
        name = still_layout(italic("π", "muted"), 16)
        name.draw(painter, min(plot.left() - AXIS_NAME, first - 2 * name.width), card.bottom() + 20)
        paint_chip(painter, chip, text)
