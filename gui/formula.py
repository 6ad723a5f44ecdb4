"""Typesetting of formulas with live numbers in them.

A formula is a small tree of nodes (`Text`, `Row`, `Script`, `Fraction`, `BigOperator`, `Hat`),
built anew whenever a number changes; `layout` measures it at a size and `Laid.draw` paints it.
Colours are roles of the theme, so that a formula need not be built again for another theme.
Distances are those of the MATH table of STIX Two Math, in thousandths of the font's size.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from PyQt5.QtCore import QLineF, QPointF, QRectF, Qt
from PyQt5.QtGui import QFontMetricsF, QPainter, QPen

from gui.fonts import math_font, text_font
from gui.theme import look

AXIS_HEIGHT = 0.258
RULE = 0.068
SCRIPT_SCALE = 0.7
SUPERSCRIPT_RISE = 0.36
SUBSCRIPT_DROP = 0.21
FRACTION_GAP = 0.12
LIMIT_GAP = 0.1
HAT_GAP = 0.04
HAT_FOOT = 0.52
SMALLEST = 6  # pixels

_BOLD_DIGITS = {ord(str(d)): chr(0x1D7CE + d) for d in range(10)}
_ITALIC = {
    **{ord("a") + i: chr(0x1D44E + i) for i in range(26)},
    **{ord("A") + i: chr(0x1D434 + i) for i in range(26)},
    ord("h"): "\u210e",  # the italic h has its own old code point
    ord("π"): "𝜋",
}
_ALL_ZEROS = dict.fromkeys(range(ord("1"), ord("9") + 1), "0")
_SUPERSCRIPT_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻", "0123456789−")


@dataclass(frozen=True)
class Text:
    """A run of upright characters; `words` are set in the font of words, which has Hangul."""

    string: str
    role: str = "current"
    words: bool = False


@dataclass(frozen=True)
class Row:
    """Nodes side by side on one baseline."""

    nodes: tuple[Node, ...]


@dataclass(frozen=True)
class Script:
    """A base with a superscript, a subscript, or both."""

    base: Node
    above: Node | None = None
    below: Node | None = None


@dataclass(frozen=True)
class Fraction:
    """A numerator over a denominator."""

    numerator: Node
    denominator: Node
    role: str = "current"


@dataclass(frozen=True)
class BigOperator:
    """∏ or Σ with its limits above and below."""

    symbol: str
    below: Node | None = None
    above: Node | None = None
    role: str = "current"


@dataclass(frozen=True)
class Hat:
    """A node with a hat: an estimate."""

    base: Node
    role: str = "current"


@dataclass(frozen=True)
class Lit:
    """A node with a frame around it: what the reader points at elsewhere."""

    base: Node
    role: str = "current"


Node = Text | Row | Script | Fraction | BigOperator | Hat | Lit
Drawing = Callable[[QPainter, float, float], None]


class Laid(NamedTuple):
    """A measured formula.

    Attributes:
        width: how far it reaches to the right of its origin, in pixels.
        ascent: how far above the baseline.
        descent: how far below it.
        draw: paints it, the baseline's left end at (x, y).
    """

    width: float
    ascent: float
    descent: float
    draw: Drawing


def italic(letters: str, role: str = "current") -> Text:
    """Variables, in mathematical italics: italic("y") is 𝑦."""
    return Text(letters.translate(_ITALIC), role)


def row(*parts: Node | str) -> Row:
    """Nodes side by side; a plain string is upright text.

    Neighbouring runs of one colour become one: each run costs a call to the painter.
    """
    nodes: list[Node] = []
    for part in parts:
        node = Text(part) if isinstance(part, str) else part
        for one in node.nodes if isinstance(node, Row) else (node,):
            last = nodes[-1] if nodes else None
            if (
                isinstance(one, Text)
                and isinstance(last, Text)
                and (one.role, one.words) == (last.role, last.words)
            ):
                nodes[-1] = Text(last.string + one.string, one.role, one.words)
            else:
                nodes.append(one)
    return Row(tuple(nodes))


def number(text: str, role: str = "current", *, strong: bool = False) -> Node:
    """A number as `core.scientific` writes it, its Unicode exponent set as a real superscript."""
    body = text.rstrip("⁰¹²³⁴⁵⁶⁷⁸⁹⁻")
    exponent = text[len(body) :].translate(_SUPERSCRIPT_DIGITS)
    if strong:
        body, exponent = body.translate(_BOLD_DIGITS), exponent.translate(_BOLD_DIGITS)
    if not exponent:
        return Text(body, role)
    return Script(Text(body, role), above=Text(exponent, role))


_PLAIN = {ord(v): k for table in (_BOLD_DIGITS, _ITALIC) for k, v in table.items()}


def plain(node: Node | None) -> str:
    """The formula as one line of plain text, for tooltips and screen readers."""
    if node is None:
        return ""
    if isinstance(node, Text):
        return node.string.translate(_PLAIN)
    if isinstance(node, Row):
        return "".join(map(plain, node.nodes))
    if isinstance(node, Script):
        above = f"^{plain(node.above)}" if node.above else ""
        below = f"_{plain(node.below)}" if node.below else ""
        return plain(node.base) + below + above
    if isinstance(node, Fraction):
        return f"({plain(node.numerator)})/({plain(node.denominator)})"
    if isinstance(node, Hat):
        return plain(node.base) + "\u0302"
    if isinstance(node, Lit):
        return plain(node.base)
    return node.symbol


@lru_cache(maxsize=4096)
def _measure(string: str, pixels: int, words: bool) -> tuple[float, float, float]:
    metrics = QFontMetricsF(text_font(pixels) if words else math_font(pixels))
    tight = metrics.tightBoundingRect(string)
    return metrics.horizontalAdvance(string), -tight.top(), tight.bottom()


def _metrics(string: str, pixels: int, *, words: bool = False) -> tuple[float, float, float]:
    """Width, ascent and descent of a run; the font's own ascent is far too tall for a line."""
    # Numbers are new in each frame, but all (upright) digits of the font are equally wide.
    return _measure(string if words else string.translate(_ALL_ZEROS), pixels, words)


def _text(string: str, role: str, pixels: int, *, words: bool = False) -> Laid:
    width, ascent, descent = _metrics(string, pixels, words=words)
    font = text_font(pixels) if words else math_font(pixels)

    def draw(painter: QPainter, x: float, y: float) -> None:
        painter.setFont(font)
        painter.setPen(look().colour(role))
        painter.drawText(QPointF(x, y), string)

    return Laid(width, ascent, descent, draw)


def _side_by_side(parts: list[Laid]) -> Laid:
    def draw(painter: QPainter, x: float, y: float) -> None:
        for part in parts:
            part.draw(painter, x, y)
            x += part.width

    return Laid(
        # fsum rounds once, whatever the version of Python: pictures stay the same to the byte.
        math.fsum(part.width for part in parts),
        max((part.ascent for part in parts), default=0.0),
        max((part.descent for part in parts), default=0.0),
        draw,
    )


def _script(node: Script, pixels: int) -> Laid:
    base = layout(node.base, pixels)
    small = max(1, round(pixels * SCRIPT_SCALE))
    above = layout(node.above, small) if node.above else None
    below = layout(node.below, small) if node.below else None
    rise = max(SUPERSCRIPT_RISE * pixels, base.ascent - 0.32 * pixels)
    drop = max(SUBSCRIPT_DROP * pixels, base.descent + 0.05 * pixels)
    offset = base.width + 0.04 * pixels

    def draw(painter: QPainter, x: float, y: float) -> None:
        base.draw(painter, x, y)
        if above:
            above.draw(painter, x + offset, y - rise)
        if below:
            below.draw(painter, x + offset, y + drop)

    return Laid(
        offset + max(above.width if above else 0.0, below.width if below else 0.0),
        max(base.ascent, rise + above.ascent if above else 0.0),
        max(base.descent, drop + below.descent if below else 0.0),
        draw,
    )


def _fraction(node: Fraction, pixels: int) -> Laid:
    small = max(1, round(pixels * 0.86))
    top, bottom = layout(node.numerator, small), layout(node.denominator, small)
    thick = max(1.0, RULE * pixels)
    inner = max(top.width, bottom.width)
    width = inner + 0.2 * pixels
    axis = AXIS_HEIGHT * pixels
    gap = FRACTION_GAP * pixels
    top_rise = axis + thick / 2 + gap + top.descent
    bottom_drop = -axis + thick / 2 + gap + bottom.ascent

    def draw(painter: QPainter, x: float, y: float) -> None:
        left = x + 0.1 * pixels
        top.draw(painter, left + (inner - top.width) / 2, y - top_rise)
        bottom.draw(painter, left + (inner - bottom.width) / 2, y + bottom_drop)
        painter.setPen(QPen(look().colour(node.role), thick))
        painter.drawLine(QLineF(left, y - axis, left + inner, y - axis))

    return Laid(width, top_rise + top.ascent, bottom_drop + bottom.descent, draw)


def _big_operator(node: BigOperator, pixels: int) -> Laid:
    symbol = _text(node.symbol, node.role, round(pixels * 1.35))
    small = max(1, round(pixels * 0.62))
    below = layout(node.below, small) if node.below else None
    above = layout(node.above, small) if node.above else None
    # The symbol is centred on the axis, as a fraction's rule is.
    shift = (symbol.ascent - symbol.descent) / 2 - AXIS_HEIGHT * pixels
    gap = LIMIT_GAP * pixels
    width = max(part.width for part in (symbol, below, above) if part)
    rise = symbol.ascent - shift + gap + (above.descent if above else 0.0)
    drop = symbol.descent + shift + gap + (below.ascent if below else 0.0)

    def draw(painter: QPainter, x: float, y: float) -> None:
        symbol.draw(painter, x + (width - symbol.width) / 2, y + shift)
        if above:
            above.draw(painter, x + (width - above.width) / 2, y - rise)
        if below:
            below.draw(painter, x + (width - below.width) / 2, y + drop)

    return Laid(
        width,
        rise + above.ascent if above else symbol.ascent - shift,
        drop + below.descent if below else symbol.descent + shift,
        draw,
    )


def _hat(node: Hat, pixels: int) -> Laid:
    base = layout(node.base, pixels)
    hat = _text("\u02c6", node.role, pixels)
    # The sign floats over its own baseline: bring its foot to the letter.
    lift = base.ascent + (HAT_GAP - HAT_FOOT) * pixels
    # An italic letter's middle is to the right of half its width.
    left = (base.width - hat.width) / 2 + 0.06 * pixels

    def draw(painter: QPainter, x: float, y: float) -> None:
        base.draw(painter, x, y)
        hat.draw(painter, x + left, y - lift)

    return Laid(base.width, lift + hat.ascent, base.descent, draw)


def _lit(node: Lit, pixels: int) -> Laid:
    base = layout(node.base, pixels)

    def draw(painter: QPainter, x: float, y: float) -> None:
        # The frame takes no room: what is lit must not move.
        side, over = 0.1 * pixels, 0.17 * pixels
        frame = QRectF(x, y - base.ascent, base.width, base.ascent + base.descent)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(look().colour(node.role), max(1.4, 0.1 * pixels)))
        round_ = 0.25 * pixels
        painter.drawRoundedRect(frame.adjusted(-side, -over, side, over), round_, round_)
        painter.restore()
        base.draw(painter, x, y)

    return Laid(base.width, base.ascent, base.descent, draw)


def layout(node: Node, pixels: int) -> Laid:
    """Measure a formula, set with the mathematics font `pixels` tall."""
    if isinstance(node, Text):
        return _text(node.string, node.role, pixels, words=node.words)
    if isinstance(node, Row):
        return _side_by_side([layout(child, pixels) for child in node.nodes])
    if isinstance(node, Script):
        return _script(node, pixels)
    if isinstance(node, Fraction):
        return _fraction(node, pixels)
    if isinstance(node, BigOperator):
        return _big_operator(node, pixels)
    if isinstance(node, Lit):
        return _lit(node, pixels)
    return _hat(node, pixels)


@lru_cache(maxsize=256)
def still_layout(node: Node, pixels: int) -> Laid:
    """`layout` for formulas that are the same in each frame."""
    return layout(node, pixels)


def fitted(makers: Sequence[Callable[[], Node]], room: float, pixels: int, least: int) -> Laid:
    """The fullest of several forms that fits into a width.

    Args:
        makers: make the forms, the fullest first; at least one.
        room: the width, in pixels.
        pixels: the size of the type.
        least: a form goes down to this size before a shorter one is tried. The last form is set
            as small as it must be, though not below 6 pixels.
    """
    for maker in makers:
        node = maker()
        for size in range(pixels, least - 1, -1):
            laid = layout(node, size)
            if laid.width <= room:
                return laid
    size = least
    while laid.width > room and size > SMALLEST:
        size -= 1
        laid = layout(node, size)
    return laid
