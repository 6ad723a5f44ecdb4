"""The model's card in a figure: its formula with today's numbers, its loss, and the two floors."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PyQt5.QtCore import QPointF, QRectF

from gui.formula import Laid, fitted, layout
from gui.i18n import translate
from gui.labs.table_words import draw_cell, fitting, line_height, wrapped
from gui.model import model_equations
from gui.model.climb_words import status
from gui.model.example_words import counts_parts, unit_name
from gui.model.figure_bars import HEIGHT as BARS_HEIGHT
from gui.model.figure_bars import paint_bars
from gui.model.model_words import explain_fit
from gui.model.typed_number import short_text
from gui.plot_layout import PADDING
from gui.plot_painter import paint_card
from gui.still_text import draw_text, text_width
from gui.theme import look

if TYPE_CHECKING:
    from PyQt5.QtGui import QPainter

    from core.snapshot import Snapshot
    from gui.figures.options import FigureOptions
    from gui.model.figure_canvas import ModelCanvas

HEADING_SIZE, CAPTION_SIZE, NOTE_SIZE = 15, 12.5, 12.0
MODEL_SIZE, LOSS_SIZE, VALUE_SIZE = 17, 16, 18
# A formula is made smaller down to this before a shorter form is tried.
LEAST_SIZE = 13
TOP, BOTTOM = 14, 12
LEAST_GAP, MOST_GAP = 3.0, 14.0
BETWEEN, COLUMNS_GAP = 12.0, 36.0


class _Block(NamedTuple):
    """What stands on one or more lines of its own.

    Attributes:
        height: of it.
        paint: paints it into a rectangle of that height.
    """

    height: float
    paint: Callable[[QPainter, QRectF], None]


def paint_words(
    painter: QPainter, canvas: ModelCanvas, snapshot: Snapshot, options: FigureOptions
) -> None:
    """Paint the card of the model.

    Args:
        painter: of the canvas.
        canvas: the places.
        snapshot: with a model.
        options: what is said of it.
    """
    card = canvas.words
    if card is None:
        return
    paint_card(painter, card, clear=options.transparent)
    room = card.adjusted(PADDING, TOP, -PADDING, -BOTTOM)
    if canvas.beside:
        _stack(painter, room, _upper(snapshot, options, room.width(), counts=False))
        return
    halves = QRectF(room), QRectF(room)
    half = (room.width() - COLUMNS_GAP) / 2
    if options.has("numbers"):
        halves[0].setWidth(half)
    counts = options.has("tiles")
    numbers = options.has("numbers")
    upper = _formulas(snapshot, options, halves[0].width(), counts=counts)
    _stack(painter, halves[0], upper)
    if numbers:
        halves[1].setLeft(room.right() - half)
        _stack(painter, halves[1], _numbers(snapshot, half))


def _stack(painter: QPainter, room: QRectF, blocks: list[_Block]) -> None:
    """Paint blocks one under the other; the last ones give way where there is no room."""
    while len(blocks) > 1 and _needed(blocks) > room.height():
        blocks = blocks[:-1]
    spare = room.height() - sum(block.height for block in blocks)
    gap = min(MOST_GAP, max(0.0, spare / max(1, len(blocks) - 1)))
    y = room.top()
    for block in blocks:
        block.paint(painter, QRectF(room.left(), y, room.width(), block.height))
        y += block.height + gap


def _needed(blocks: list[_Block]) -> float:
    return sum(block.height for block in blocks) + LEAST_GAP * (len(blocks) - 1)


def _upper(
    snapshot: Snapshot, options: FigureOptions, width: float, *, counts: bool
) -> list[_Block]:
    blocks = _formulas(snapshot, options, width, counts=counts)
    return [*blocks, *_numbers(snapshot, width)] if options.has("numbers") else blocks


def _formulas(
    snapshot: Snapshot, options: FigureOptions, width: float, *, counts: bool
) -> list[_Block]:
    """The heading, the model, and its loss."""
    model = snapshot.model
    assert model is not None  # noqa: S101 - the figure shows one
    general, numbers = options.has("formulas"), options.has("numbers")
    parts = counts_parts(model.n, model.k) if counts else []
    said = tuple(" · ".join(parts[:count]) for count in (3, 2, 1)) if parts else ("",)
    blocks = [_heading(said)]
    if not (general or numbers):
        return blocks
    forms = model_equations.model_line(model)
    if not general:
        forms = forms[2:]
    elif not numbers:
        forms = (lambda: model_equations.model_general(shared=model.state.shared),)
    blocks.append(_formula(fitted(forms, width, MODEL_SIZE, LEAST_SIZE)))
    caption = translate("Model", "Binary cross-entropy")
    blocks.append(_caption(caption, unit_name(snapshot.state.log_base) if numbers else ""))
    value = layout(model_equations.loss_value(snapshot)[0], VALUE_SIZE) if numbers else None
    if not general:
        return [*blocks, _formula(value)] if value is not None else blocks
    makers = (model_equations.loss_general,)
    room = width - (value.width + BETWEEN if value is not None else 0.0)
    joined = fitted(makers, room, LOSS_SIZE, LEAST_SIZE)
    if value is None or (joined.width <= room and _is_large_enough(joined)):
        return [*blocks, _formula(joined, value)]
    return [*blocks, _formula(fitted(makers, width, LOSS_SIZE, LEAST_SIZE)), _formula(None, value)]


def _is_large_enough(laid: Laid) -> bool:
    """Whether a formula was not made smaller than is good."""
    least = layout(model_equations.loss_general(), LEAST_SIZE)
    return laid.width >= least.width


def _numbers(snapshot: Snapshot, width: float) -> list[_Block]:
    """The floors, what is the matter with the examples, and the way down."""
    model = snapshot.model
    assert model is not None  # noqa: S101 - the figure shows one
    blocks = [_Block(BARS_HEIGHT, lambda painter, place: paint_bars(painter, place, snapshot))]
    note = explain_fit(model, snapshot.in_unit)
    if note:
        blocks.append(_note(note, width))
    way = _way(snapshot)
    if any(way):
        blocks.append(_line(way))
    return blocks


def _way(snapshot: Snapshot) -> tuple[str, ...]:
    """How w and b came here, if they went down by themselves; the fullest form first."""
    model = snapshot.model
    if model is None or model.path is None:
        return ("",)
    climber = model.state.climber
    step = status(snapshot) if climber.step else ""
    if climber.method == "newton":
        name = translate("Model", "Newton")
    else:
        name = f"{translate('Model', 'gradient descent')}, η = {short_text(climber.rate)}"
    return (f"{name}: {step}" if step else name), step


def _heading(said: tuple[str, ...]) -> _Block:
    name = translate("Model", "Model")

    def paint(painter: QPainter, place: QRectF) -> None:
        metrics = look().text_metrics(HEADING_SIZE, strong=True)
        baseline = place.top() + metrics.ascent()
        at = QPointF(place.left(), baseline)
        draw_text(painter, at, name, HEADING_SIZE, "current", strong=True)
        left = place.left() + text_width(name, HEADING_SIZE, strong=True) + BETWEEN
        text = fitting(said, place.right() - left, CAPTION_SIZE)
        right = place.right() - text_width(text, CAPTION_SIZE)
        draw_text(painter, QPointF(max(left, right), baseline), text, CAPTION_SIZE, "muted")

    return _Block(look().text_metrics(HEADING_SIZE, strong=True).height(), paint)


def _caption(text: str, unit: str) -> _Block:
    def paint(painter: QPainter, place: QRectF) -> None:
        draw_cell(painter, place, text, CAPTION_SIZE, "muted")
        wide = text_width(unit, CAPTION_SIZE)
        right = QRectF(place.right() - wide, place.top(), wide, place.height())
        draw_cell(painter, right, unit, CAPTION_SIZE, "muted")

    return _Block(float(line_height(CAPTION_SIZE)), paint)


def _formula(left: Laid | None, right: Laid | None = None) -> _Block:
    laid = [one for one in (left, right) if one is not None]
    ascent = max(one.ascent for one in laid)

    def paint(painter: QPainter, place: QRectF) -> None:
        baseline = place.top() + ascent
        if left is not None:
            left.draw(painter, place.left(), baseline)
        if right is not None:
            right.draw(painter, place.right() - right.width, baseline)

    return _Block(ascent + max(one.descent for one in laid), paint)


def _note(text: str, width: float) -> _Block:
    lines, tall = wrapped(text, width, NOTE_SIZE), line_height(NOTE_SIZE)

    def paint(painter: QPainter, place: QRectF) -> None:
        for i, line in enumerate(lines):
            cell = QRectF(place.left(), place.top() + i * tall, place.width(), tall)
            draw_cell(painter, cell, line, NOTE_SIZE, "warning")

    return _Block(float(len(lines) * tall), paint)


def _line(texts: tuple[str, ...]) -> _Block:
    def paint(painter: QPainter, place: QRectF) -> None:
        draw_cell(painter, place, fitting(texts, place.width(), NOTE_SIZE), NOTE_SIZE, "muted")

    return _Block(float(line_height(NOTE_SIZE)), paint)
