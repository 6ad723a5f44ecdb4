"""Where the words in a lab's chart go: near what they speak of, and over nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import numpy as np
from PyQt5.QtCore import QPointF, QRectF, QSizeF

from gui.label_places import Obstacles, Polyline
from gui.labs.chart_layout import ChartLayout, Words
from gui.labs.chart_picture import Line, Note, Rule
from gui.plot_labels import DIAMOND, SIZE
from gui.still_text import text_width
from gui.theme import look

# How far from its point a note is tried, in the design's pixels.
DISTANCES = (9, 14, 21, 30, 42, 58, 80)
NEAR = 2
# How much of the free room of a rule its name is away from the near end, try by try.
SHARES = (1.0, 0.0, 0.75, 0.5, 0.25, 0.88, 0.62, 0.38, 0.12)
MOST_LINES = 3
# A curve with more than this on either side, in pixels, has two edges.
BROAD = 2.5
# Words in these roles' colours: those of lines and areas are too pale to be read.
_TEXT_ROLES = {
    "zeros": "zeros_text",
    "zeros_soft": "zeros_text",
    "ones_soft": "ones",
    "rule": "muted",
}


def text_role(role: str) -> str:
    """The role of words that speak of a line in another."""
    return _TEXT_ROLES.get(role, role)


def place_notes(layout: ChartLayout) -> list[list[Words]]:
    """Find a place for every note and every rule's name; each is a block of lines."""
    return _Placer(layout).place()


class _Placer:
    def __init__(self, layout: ChartLayout) -> None:
        self.layout = layout
        plot, px = layout.plot, look().px
        pieces = [piece for line in layout.picture.lines for piece in _edges(layout, line)]
        forward = [piece for piece in pieces if _runs_on(piece)]
        self.obstacles = Obstacles(plot, forward)
        for x, y in pieces:
            if not _runs_on((x, y)):
                corners = QRectF(QPointF(x.min(), y.min()), QPointF(x.max(), y.max()))
                self.obstacles.take(corners.adjusted(-2, -2, 2, 2))
        for mark in layout.picture.marks:
            where = layout.point(mark)
            if where is not None:
                reach = px(DIAMOND) + 1.0
                self.obstacles.take(QRectF(where, QSizeF()).adjusted(-reach, -reach, reach, reach))
        for rule in layout.picture.rules:
            self.obstacles.take(rule_rect(layout, rule).adjusted(-2, -2, 2, 2))

    def place(self) -> list[list[Words]]:
        found = []
        notes = self.layout.picture.notes
        # What must be said chooses first.
        for note in sorted(notes, key=lambda note: not note.required):
            block = self._note(note)
            if block is not None:
                found.append(block)
        for rule in self.layout.picture.rules:
            block = self._name(rule) if rule.text else None
            if block is not None:
                found.append(block)
        return found

    def _note(self, note: Note) -> list[Words] | None:
        layout = self.layout
        point = QPointF(layout.x_of(note.x), layout.y_of(note.y))
        size = SIZE if note.strong else SIZE - 1
        best: tuple[int, list[str], QRectF] | None = None
        forms = [[note.text]] if note.near else _forms(note.text, size, note.strong)
        for lines in forms:
            box = _size(lines, size, note.strong)
            if box.width() > layout.plot.width() or box.height() > layout.plot.height():
                continue
            place = self.obstacles.first_free(_around(point, box, layout.plot, near=note.near))
            if place is not None:
                return _words(lines, place, size, text_role(note.role), note.strong)
            if note.required:
                for rect in _anywhere(point, box, layout.plot):
                    hits = self.obstacles.hits(rect)
                    if best is None or hits < best[0]:
                        best = (hits, lines, rect)
                    if not hits:
                        break
        if best is None:
            return None
        _hits, lines, rect = best
        self.obstacles.take(rect)
        words = _words(lines, rect, size, text_role(note.role), note.strong)
        return [replace(one, clears=bool(best[0])) for one in words]

    def _name(self, rule: Rule) -> list[Words] | None:
        size = SIZE - 1
        box = _size([rule.text], size, strong=False)
        along = rule_rect(self.layout, rule)
        place = self.obstacles.first_free(_beside(along, box, self.layout.plot, rule.upright))
        if place is None:
            return None
        return _words([rule.text], place, size, text_role(rule.role), strong=False)


def rule_rect(layout: ChartLayout, rule: Rule) -> QRectF:
    """What a rule covers: a rectangle of no width, or no height."""
    plot = layout.plot
    if rule.upright:
        return QRectF(layout.x_of(rule.at), plot.top(), 0.0, plot.height())
    return QRectF(plot.left(), layout.y_of(rule.at), plot.width(), 0.0)


def _edges(layout: ChartLayout, line: Line) -> Iterable[Polyline]:
    """A curve in pixels; of a broad one, its upper and its lower edge."""
    half = line.width * look().scale / 2
    for x, y in layout.pieces(line):
        if half < BROAD:
            yield x, y
        else:
            yield x, y - half
            yield x, y + half


def _runs_on(piece: Polyline) -> bool:
    """Whether a curve goes from left to right, so that its height over a label is known."""
    return piece[0].size > 1 and bool((np.diff(piece[0]) > 0).all())


def _forms(text: str, size: float, strong: bool) -> Iterable[list[str]]:
    """The text in one line, in two, in three, as even as its spaces allow."""
    yield [text]
    words = text.split(" ")
    for count in range(2, min(MOST_LINES, len(words)) + 1):
        most = text_width(text, size, strong=strong) / count
        lines: list[str] = []
        for word in words:
            longer = f"{lines[-1]} {word}" if lines else word
            width = text_width(longer, size, strong=strong)
            if lines and (width <= 1.12 * most or len(lines) == count):
                lines[-1] = longer
            else:
                lines.append(word)
        yield lines


def _size(lines: list[str], size: float, strong: bool) -> QSizeF:
    width = max(text_width(line, size, strong=strong) for line in lines)
    height = look().text_metrics(size, strong=strong).height()
    return QSizeF(width + 4, height * len(lines))


def _words(lines: list[str], place: QRectF, size: float, role: str, strong: bool) -> list[Words]:
    height = place.height() / len(lines)
    return [
        Words(
            QRectF(
                place.left() + 2,
                place.top() + i * height,
                text_width(line, size, strong=strong),
                height,
            ),
            line,
            size,
            role,
            strong,
        )
        for i, line in enumerate(lines)
    ]


def _around(point: QPointF, box: QSizeF, plot: QRectF, *, near: bool) -> Iterable[QRectF]:
    """Places beside, above and below a point, then further away."""
    x, y, width, height = point.x(), point.y(), box.width(), box.height()
    for distance in map(look().px, DISTANCES[:NEAR] if near else DISTANCES):
        for dx, dy in (
            (distance, -height / 2),
            (-distance - width, -height / 2),
            (distance * 0.7, -distance * 0.7 - height),
            (-distance * 0.7 - width, -distance * 0.7 - height),
            (distance * 0.7, distance * 0.7),
            (-distance * 0.7 - width, distance * 0.7),
            (-width / 2, -distance - height),
            (-width / 2, distance),
        ):
            yield QRectF(QPointF(x + dx, y + dy), box)
            # Near an edge it is moved along it.
            moved = _inside(QRectF(QPointF(x + dx, y + dy), box), plot)
            if not moved.intersects(QRectF(x - 4, y - 4, 8, 8)):
                yield moved


def _inside(rect: QRectF, plot: QRectF) -> QRectF:
    left = min(max(rect.left(), plot.left()), plot.right() - rect.width())
    top = min(max(rect.top(), plot.top()), plot.bottom() - rect.height())
    return QRectF(QPointF(left, top), rect.size())


def _anywhere(point: QPointF, box: QSizeF, plot: QRectF) -> Iterable[QRectF]:
    """Places all over the chart, the nearest to a point first."""
    columns = np.linspace(plot.left(), plot.right() - box.width(), 12)
    rows = np.linspace(plot.top(), plot.bottom() - box.height(), 12)
    places = [QRectF(QPointF(x, y), box) for x in columns.tolist() for y in rows.tolist()]
    return sorted(places, key=lambda rect: (rect.center() - point).manhattanLength())


def _beside(along: QRectF, box: QSizeF, plot: QRectF, upright: bool) -> Iterable[QRectF]:
    gap = look().px(3)
    for share in SHARES:
        if upright:
            top = plot.top() + (1.0 - share) * (plot.height() - box.height())
            yield QRectF(QPointF(along.left() + gap + 2, top), box)
            yield QRectF(QPointF(along.left() - gap - 2 - box.width(), top), box)
        else:
            left = plot.left() + share * (plot.width() - box.width())
            yield QRectF(QPointF(left, along.top() - gap - box.height()), box)
            yield QRectF(QPointF(left, along.top() + gap), box)
