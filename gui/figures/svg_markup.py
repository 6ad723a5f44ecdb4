"""What SVG is written in: tags, colours, lines, the data of paths, numbers."""

from __future__ import annotations

import math
import re
from html import escape
from typing import TypeAlias

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QColor, QPainterPath, QPen, QTransform

# Decimals of a coordinate: a thousandth of a unit is far below what any printer shows.
PLACES = 3
# Coordinates end here, in steps of 10^-PLACES: many renderers count in 24 bits and a fraction.
FARTHEST = 10**9
CAPS = {Qt.PenCapStyle.SquareCap: "square", Qt.PenCapStyle.RoundCap: "round"}
JOINS = {Qt.PenJoinStyle.BevelJoin: "bevel", Qt.PenJoinStyle.RoundJoin: "round"}

Attributes: TypeAlias = dict[str, str]
Corners: TypeAlias = tuple[float, float, float, float]  # left, top, right and bottom

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_Kind = QPainterPath.ElementType


def allowed(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _FORBIDDEN.sub("", text)


def escaped(text: str) -> str:
    """Text as XML can hold it, without the characters that it cannot."""
    return escape(allowed(text), quote=False)


def tag(name: str, attributes: Attributes, *, closed: bool = True) -> str:
    """An element of XML, or its beginning."""
    values = ((key, escaped(value).replace('"', "&quot;")) for key, value in attributes.items())
    inside = "".join(f' {key}="{value}"' for key, value in values)
    return f"<{name}{inside}{'/' if closed else ''}>"


def colour_attributes(name: str, colour: QColor, opacity: float) -> Attributes:
    """The attributes of a fill or a stroke; "none" if it is not to be seen."""
    alpha = number(colour.alphaF() * opacity)
    if alpha == "0":
        return {name: "none"}
    return {name: colour.name()} | ({} if alpha == "1" else {f"{name}-opacity": alpha})


def line_attributes(pen: QPen, scale: float, places: int, *, ends: bool, joins: bool) -> Attributes:
    """How a pen strokes, where SVG would do otherwise by itself.

    Args:
        pen: Qt's pen.
        scale: units of the file for one of the pen's.
        places: decimals that lengths need.
        ends: whether the line may have ends.
        joins: whether it may have corners.
    """
    width = (pen.widthF() or 1.0) * scale
    line = {"stroke-width": number(width, places)}
    if ends and pen.capStyle() in CAPS:
        line["stroke-linecap"] = CAPS[pen.capStyle()]
    if joins and pen.joinStyle() in JOINS:
        line["stroke-linejoin"] = JOINS[pen.joinStyle()]
    elif joins:
        limit = pen.miterLimit()
        if pen.joinStyle() == Qt.PenJoinStyle.MiterJoin:
            # Qt measures along the edge of the line, SVG from its inner corner to the tip.
            limit = math.hypot(1.0, 2.0 * limit)
        line["stroke-miterlimit"] = number(max(1.0, limit))
    if pen.style() != Qt.PenStyle.SolidLine:
        # Qt counts dashes in widths of the pen.
        dashes = [number(length * width, places) for length in pen.dashPattern()]
        if any(dash != "0" for dash in dashes):
            line["stroke-dasharray"] = " ".join(dashes)
            offset = number(pen.dashOffset() * width, places)
            if offset != "0":
                line["stroke-dashoffset"] = offset
    return {key: value for key, value in line.items() if (key, value) != ("stroke-width", "1")}


def places_needed(transform: QTransform) -> int:
    """The decimals that coordinates need which are to be transformed."""
    stretch = max(map(abs, (transform.m11(), transform.m12(), transform.m21(), transform.m22())))
    return max(0, min(9, PLACES + math.ceil(math.log10(stretch)))) if stretch else PLACES


def matrix_value(transform: QTransform) -> str:
    """An affine transformation as an attribute."""
    a, b, c, d = transform.m11(), transform.m12(), transform.m21(), transform.m22()
    numbers = [number(value, 9) for value in (a, b, c, d)]
    numbers += [number(transform.dx()), number(transform.dy())]
    return f"matrix({' '.join(numbers)})"


def corners_of(path: QPainterPath) -> Corners | None:
    """Those of a path that is an upright rectangle."""
    if path.elementCount() != 5:
        return None
    elements = [path.elementAt(i) for i in range(5)]
    if any(element.type != _Kind.LineToElement for element in elements[1:]):
        return None
    xs, ys = [element.x for element in elements], [element.y for element in elements]
    if xs[0] != xs[4] or ys[0] != ys[4]:
        return None
    across_first = xs[0] == xs[3] and xs[1] == xs[2] and ys[0] == ys[1] and ys[2] == ys[3]
    down_first = ys[0] == ys[3] and ys[1] == ys[2] and xs[0] == xs[1] and xs[2] == xs[3]
    return (min(xs), min(ys), max(xs), max(ys)) if across_first or down_first else None


def rect_attributes(corners: Corners, places: int = PLACES) -> Attributes:
    """The attributes of a rectangle whose edges are rounded as those of its neighbours are."""
    left, top, right, bottom = (_steps(value, places) for value in corners)
    return {
        "x": _written(left, places),
        "y": _written(top, places),
        "width": _written(right - left, places),
        "height": _written(bottom - top, places),
    }


def path_data(path: QPainterPath, places: int = PLACES) -> str:
    """The commands of a path.

    All but the first point of a subpath are relative, which is shorter; they are differences of
    rounded coordinates, so that no error adds up.
    """
    count = path.elementCount()
    commands: list[tuple[str, tuple[int, ...]]] = []
    x = y = first = i = 0
    while i < count:
        element = path.elementAt(i)
        to_x, to_y = _steps(element.x, places), _steps(element.y, places)
        i += 1
        if element.type == _Kind.MoveToElement:
            commands.append(("M", (to_x, to_y)))
            x, y, first = to_x, to_y, i - 1
            continue
        if element.type == _Kind.CurveToElement:
            second, end = path.elementAt(i), path.elementAt(i + 1)
            i += 2
            points = [to_x, to_y]
            points += [_steps(value, places) for value in (second.x, second.y, end.x, end.y)]
            commands.append(("c", tuple(p - q for p, q in zip(points, (x, y) * 3, strict=True))))
            x, y, element = points[4], points[5], end
        is_last = i == count or path.elementAt(i).type == _Kind.MoveToElement
        start = path.elementAt(first)
        # Qt joins the ends of a line where they meet.
        closes = is_last and (element.x, element.y) == (start.x, start.y)
        has_lines = commands[-1][0] != "M"
        if element.type == _Kind.LineToElement and not (closes and has_lines):
            if to_x == x and to_y != y:
                commands.append(("v", (to_y - y,)))
            elif to_y == y and (to_x != x or not has_lines):
                commands.append(("h", (to_x - x,)))
            elif to_x != x:
                commands.append(("l", (to_x - x, to_y - y)))
            x, y = to_x, to_y
        if closes and has_lines:
            commands.append(("z", ()))
    return _joined(commands, places)


def _joined(commands: list[tuple[str, tuple[int, ...]]], places: int) -> str:
    """The commands of a path as text: no space, zero or letter more than needed."""
    pieces: list[str] = []
    before = ""
    for i, (letter, numbers) in enumerate(commands):
        follows = commands[i + 1][0] if i + 1 < len(commands) else "M"
        if letter == follows == "M":
            continue
        is_repeated = letter == before and letter not in "Mz"
        if not is_repeated:
            pieces.append(letter)
        for k, steps in enumerate(numbers):
            written = _written(steps, places)
            if written.startswith("0."):
                written = written[1:]
            elif written.startswith("-0."):
                written = "-" + written[2:]
            if (k or is_repeated) and not written.startswith("-"):
                pieces.append(" ")
            pieces.append(written)
        before = letter
    return "".join(pieces)


def number(value: float, places: int = PLACES) -> str:
    """A number, rounded, as short as it can be, and never with an exponent."""
    return _written(round(value * 10**places), places)


def _steps(value: float, places: int) -> int:
    """A coordinate in steps of 10^-places."""
    return round(max(-FARTHEST, min(FARTHEST, value * 10**places)))


def _written(steps: int, places: int) -> str:
    """A number of steps of 10^-places."""
    whole, part = divmod(abs(steps), 10**places)
    decimals = f"{part:0{places}d}".rstrip("0") if part else ""
    return f"{'-' if steps < 0 else ''}{whole}{'.' if decimals else ''}{decimals}"
