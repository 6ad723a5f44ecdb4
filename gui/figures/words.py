"""The formulas and numbers in a figure: beside their plot, or below it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PyQt5.QtCore import QPointF

from gui import equations, plot_series
from gui.formula import Laid, fitted, layout, still_layout
from gui.still_text import draw_text, text_width

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PyQt5.QtCore import QRectF
    from PyQt5.QtGui import QPainter

    from core.snapshot import Snapshot
    from gui.figures.canvas import Row
    from gui.figures.options import FigureOptions

GENERAL_SIZE, NUMBERS_SIZE, VALUE_SIZE, SUM_SIZE, NOTE_SIZE = 17, 16, 18, 14, 12
NOTE_HEIGHT = 18
LEAST_GAP, MOST_GAP = 7.0, 16.0
# Between a formula and its numbers on one line, and between numbers and value.
FORMULA_GAP, BETWEEN = 26.0, 12.0


class _Line(NamedTuple):
    """What stands on one line: at its left end, and at its right end."""

    left: Laid
    right: Laid | None = None

    @property
    def width(self) -> float:
        return self.left.width + (self.right.width + BETWEEN if self.right else 0.0)

    @property
    def ascent(self) -> float:
        return max(self.left.ascent, self.right.ascent if self.right else 0.0)

    @property
    def height(self) -> float:
        return self.ascent + max(self.left.descent, self.right.descent if self.right else 0.0)


class Arrangement(NamedTuple):
    """How formulas and numbers are set; the same in every row, so that rows look alike.

    Attributes:
        shrink: the size of the type beside its usual one.
        joined: whether the value stands on the line of its numbers.
        summed: whether BCE is also shown as entropy plus divergence.
    """

    shrink: float
    joined: bool
    summed: bool


ARRANGEMENTS = tuple(
    Arrangement(shrink, joined, summed)
    for shrink in (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
    for joined, summed in ((False, True), (True, True), (True, False))
)


def arrangement_for(rows: Iterable[Row], snapshot: Snapshot, options: FigureOptions) -> Arrangement:
    """The most generous arrangement that fits into every row beside its plot."""
    places = [(row.kind, row.words) for row in rows if row.words is not None]
    for arrangement in ARRANGEMENTS:
        if all(_fits(place, kind, snapshot, options, arrangement) for kind, place in places):
            return arrangement
    return ARRANGEMENTS[-1]


def paint_beside(
    painter: QPainter, row: Row, snapshot: Snapshot, options: FigureOptions, how: Arrangement
) -> None:
    """Paint a quantity's formula and numbers, one under the other, beside its plot."""
    if row.words is None:
        return
    room = _paint_note(painter, row.words, row.kind, snapshot, options)
    lines = _lines(row.kind, snapshot, options, room.width(), how)
    spare = room.height() - sum(line.height for line in lines)
    gap = max(0.0, min(MOST_GAP, spare / max(1, len(lines))))
    y = room.top() + min(gap, 8.0)
    for line in lines:
        baseline = y + line.ascent
        line.left.draw(painter, room.left(), baseline)
        if line.right is not None:
            line.right.draw(painter, room.right() - line.right.width, baseline)
        y += line.height + gap


def paint_below(painter: QPainter, row: Row, snapshot: Snapshot, options: FigureOptions) -> None:
    """Paint a quantity's formula and numbers on one line below its plot."""
    if row.words is None:
        return
    room = _paint_note(painter, row.words, row.kind, snapshot, options)
    parts: list[tuple[Laid, float]] = []
    for shrink in dict.fromkeys(how.shrink for how in ARRANGEMENTS):
        parts = _parts(row.kind, snapshot, options, room.width(), shrink)
        if sum(laid.width + after for laid, after in parts) <= room.width():
            break
    ascent = max(laid.ascent for laid, _after in parts)
    descent = max(laid.descent for laid, _after in parts)
    x = room.left()
    for laid, after in parts:
        laid.draw(painter, x, room.center().y() + (ascent - descent) / 2)
        x += laid.width + after


def _paint_note(
    painter: QPainter, place: QRectF, kind: str, snapshot: Snapshot, options: FigureOptions
) -> QRectF:
    """Paint why a value is infinite; returns the room that is left."""
    note = _note(kind, snapshot, options)
    if not note:
        return place
    size = NOTE_SIZE
    while text_width(note, size) > place.width() and size > NOTE_SIZE - 5:
        size -= 1
    draw_text(painter, QPointF(place.left(), place.bottom() - 4), note, size, "warning")
    return place.adjusted(0, 0, 0, -NOTE_HEIGHT)


def _note(kind: str, snapshot: Snapshot, options: FigureOptions) -> str:
    return equations.note_text(kind, snapshot) if options.has("numbers") else ""


def _lines(
    kind: str, snapshot: Snapshot, options: FigureOptions, width: float, how: Arrangement
) -> list[_Line]:
    lines = []
    if options.has("formulas"):
        size = round(GENERAL_SIZE * how.shrink)
        lines.append(_Line(still_layout(equations.general(kind), size)))
    if not options.has("numbers"):
        return lines
    value = layout(equations.value_node(kind, snapshot)[0], round(VALUE_SIZE * how.shrink))
    pixels = round(NUMBERS_SIZE * how.shrink)
    forms = equations.substituted(kind, snapshot)
    if how.joined:
        room = width - value.width - BETWEEN
        lines.append(_Line(fitted(forms, room, pixels, pixels - 2), value))
    else:
        lines += [_Line(fitted(forms, width, pixels, pixels - 2)), _Line(value)]
    numbers = equations.decomposition_numbers(snapshot)
    if how.summed and kind == plot_series.CROSS_ENTROPY and numbers is not None:
        size = round(SUM_SIZE * how.shrink)
        lines.append(_Line(still_layout(equations.decomposition(), size), layout(numbers, size)))
    return lines


def _fits(
    place: QRectF, kind: str, snapshot: Snapshot, options: FigureOptions, how: Arrangement
) -> bool:
    lines = _lines(kind, snapshot, options, place.width(), how)
    height = sum(line.height for line in lines) + LEAST_GAP * len(lines)
    if _note(kind, snapshot, options):
        height += NOTE_HEIGHT
    return height <= place.height() and all(line.width <= place.width() for line in lines)


def _parts(
    kind: str, snapshot: Snapshot, options: FigureOptions, width: float, shrink: float
) -> list[tuple[Laid, float]]:
    """What stands on one line, each with the distance after it."""
    parts: list[tuple[Laid, float]] = []
    if options.has("formulas"):
        general = still_layout(equations.general(kind), round(GENERAL_SIZE * shrink))
        parts.append((general, FORMULA_GAP if options.has("numbers") else 0.0))
        width -= general.width + FORMULA_GAP
    if options.has("numbers"):
        value = layout(equations.value_node(kind, snapshot)[0], round(VALUE_SIZE * shrink))
        pixels = round(NUMBERS_SIZE * shrink)
        forms = equations.substituted(kind, snapshot)
        numbers = fitted(forms, width - value.width - BETWEEN, pixels, pixels - 2)
        parts += [(numbers, BETWEEN), (value, 0.0)]
    return parts
