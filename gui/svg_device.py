"""Painting as an SVG file.

Qt's own QSvgGenerator leaves out every clip and writes vector-effect="non-scaling-stroke", which
other programs paint too thin or too thick. This device writes SVG 1.1 that browsers, drawing
programs and typesetters read alike: solid colours, clips, dashes, text as outlines or as text.
Gradients and patterns become their colour, and composition modes are left aside.
"""

from __future__ import annotations

import math
import re
from base64 import b64encode
from collections.abc import Callable, Iterable
from functools import wraps
from html import escape
from typing import Any, NamedTuple

from PyQt5.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QPointF, QRectF, Qt
from PyQt5.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontInfo,
    QFontMetricsF,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainterPath,
    QPen,
    QPixmap,
    QTextItem,
    QTransform,
)

from gui.fonts import MATH_FAMILY, TEXT_FAMILY

DPI = 96
# Decimals of a coordinate: a thousandth of a unit is far below what any printer shows.
PLACES = 3
# Coordinates end here, in steps of 10^-PLACES: many renderers count in 24 bits and a fraction.
FARTHEST = 10**9
# Qt rounds outlines to 1/64 of a pixel: they are taken from a font so many times larger.
FINE = 16
FAMILIES = {
    TEXT_FAMILY: f"{TEXT_FAMILY}, 'Noto Sans KR', 'Malgun Gothic', sans-serif",
    MATH_FAMILY: f"'{MATH_FAMILY}', 'Cambria Math', serif",
}
CSS_WEIGHTS = ((6, 100), (18, 200), (37, 300), (53, 400), (60, 500), (69, 600), (78, 700))
CAPS = {Qt.PenCapStyle.SquareCap: "square", Qt.PenCapStyle.RoundCap: "round"}
JOINS = {Qt.PenJoinStyle.BevelJoin: "bevel", Qt.PenJoinStyle.RoundJoin: "round"}

_FORBIDDEN = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# Left, top, right and bottom.
_Corners = tuple[float, float, float, float]
_EVERYWHERE = (-math.inf, -math.inf, math.inf, math.inf)

_Dirty = QPaintEngine.DirtyFlag
_Metric = QPaintDevice.PaintDeviceMetric
_Kind = QPainterPath.ElementType
_Attributes = dict[str, str]


class SvgDevice(QPaintDevice):
    """What a QPainter paints on it becomes an SVG picture.

    Args:
        width: of the picture in the painter's units.
        height: likewise.
        page: the width and the height that the file states, such as "960" or "170mm".
        outlines: whether text is written as paths, the same everywhere, or as text, which can be
            searched and changed but needs the fonts.
        title: of the picture, for whoever cannot see it; may be empty.
        description: likewise, in full sentences.
    """

    def __init__(
        self,
        width: float,
        height: float,
        *,
        page: tuple[str, str],
        outlines: bool,
        title: str = "",
        description: str = "",
    ) -> None:
        super().__init__()
        self._size = width, height
        self._page = page
        self._title, self._description = title, description
        self._sheet = _Sheet((0.0, 0.0, width, height))
        # Qt does not keep the engine alive.
        self._engine = _Engine(self._sheet, outlines=outlines)

    def paintEngine(self) -> QPaintEngine:  # noqa: N802 - Qt's name
        """What the painter paints with."""
        return self._engine

    def metric(self, metric: QPaintDevice.PaintDeviceMetric) -> int:
        """The size and the resolution, as Qt asks for them."""
        width, height = self._size
        return {
            _Metric.PdmWidth: math.ceil(width),
            _Metric.PdmHeight: math.ceil(height),
            _Metric.PdmWidthMM: round(width * 25.4 / DPI),
            _Metric.PdmHeightMM: round(height * 25.4 / DPI),
            _Metric.PdmNumColors: 2**24,
            _Metric.PdmDepth: 32,
            _Metric.PdmDevicePixelRatio: 1,
            _Metric.PdmDevicePixelRatioScaled: round(QPaintDevice.devicePixelRatioFScale()),
        }.get(metric, DPI)

    def svg(self) -> bytes:
        """The picture as a file's content.

        Raises:
            RuntimeError: a painter is still at work, or something could not be painted.
        """
        if self.paintingActive():
            raise RuntimeError("the painter has not ended")
        if self._sheet.error is not None:
            raise RuntimeError("the picture could not be painted") from self._sheet.error
        width, height = self._size
        body, clips = self._sheet.written()
        root = {"xmlns": "http://www.w3.org/2000/svg"}
        if self._sheet.has_images:
            root["xmlns:xlink"] = "http://www.w3.org/1999/xlink"
        root |= {"version": "1.1", "width": self._page[0], "height": self._page[1]}
        root["viewBox"] = f"0 0 {_number(width)} {_number(height)}"
        lines = ['<?xml version="1.0" encoding="UTF-8"?>', _tag("svg", root, closed=False)]
        for name, words in (("title", self._title), ("desc", self._description)):
            if words:
                lines.append(f"<{name}>{_escaped(words)}</{name}>")
        if clips:
            lines += ["<defs>", *clips, "</defs>"]
        return "\n".join([*lines, *body, "</svg>", ""]).encode()


class _Clip(NamedTuple):
    """Where paint may go.

    Attributes:
        rect: in the picture's units.
        paths: further shapes, as elements of SVG, in all of which a painted point must lie.
    """

    rect: _Corners = _EVERYWHERE
    paths: tuple[str, ...] = ()

    def cut(self, path: QPainterPath) -> _Clip:
        """What of it is also inside `path`."""
        if path.isEmpty():
            return _NOWHERE
        corners = _corners(path)
        if corners is not None:
            return self._replace(rect=_common(self.rect, corners))
        shape = {"d": _data(path)}
        if path.fillRule() == Qt.FillRule.OddEvenFill:
            shape["clip-rule"] = "evenodd"
        element = _tag("path", shape)
        return self if element in self.paths else self._replace(paths=(*self.paths, element))

    def shapes(self, page: _Corners) -> tuple[str, ...] | None:
        """The elements of SVG that cut off what lies on `page`; None if nothing is left of it."""
        seen = _common(self.rect, page)
        if seen[2] <= seen[0] or seen[3] <= seen[1]:
            return None
        return self.paths if seen == page else (_tag("rect", _rect(seen)), *self.paths)


_NOWHERE = _Clip((0.0, 0.0, 0.0, 0.0))


class _Element(NamedTuple):
    """Something painted.

    Attributes:
        clip: the shapes that cut it off.
        markup: the element of SVG; of glyphs, without its path.
        glyphs: the paths of glyphs, which are one element.
        family: of the glyphs.
    """

    clip: tuple[str, ...]
    markup: str
    glyphs: list[str]
    family: str


class _Sheet:
    """Collects the elements of a picture.

    Attributes:
        page: what is to be seen.
        error: what went wrong first while painting.
        has_images: whether the elements refer to images.
    """

    def __init__(self, page: _Corners) -> None:
        self.page = page
        self.error: Exception | None = None
        self.has_images = False
        self._elements: list[_Element] = []

    def add(self, clip: _Clip, markup: str) -> None:
        """Lay an element over what is there."""
        shapes = clip.shapes(self.page)
        if shapes is not None:
            self._elements.append(_Element(shapes, markup, [], ""))

    def add_glyphs(self, clip: _Clip, fill: _Attributes, family: str, data: str) -> None:
        """Lay a run of text over what is there, as one element with the run before if it can be.

        Translucent glyphs would show where they overlap, and glyphs of different fonts may turn
        the other way round and leave a hole there.
        """
        shapes = clip.shapes(self.page)
        if shapes is None:
            return
        new = _Element(shapes, _tag("path", fill, closed=False), [data], family)
        last = self._elements[-1] if self._elements else None
        if (
            last is not None
            and (last.clip, last.markup, last.family) == (new.clip, new.markup, new.family)
            and "fill-opacity" not in fill
        ):
            last.glyphs.append(data)
        else:
            self._elements.append(new)

    def written(self) -> tuple[list[str], list[str]]:
        """The lines of the elements, and those of the clips that they name."""
        body: list[str] = []
        names: dict[str, str] = {}
        groups: tuple[str, ...] = ()
        for element in self._elements:
            shared = 0
            while groups[shared : shared + 1] == element.clip[shared : shared + 1] != ():
                shared += 1
            body += ["</g>"] * (len(groups) - shared)
            # A group for each shape: not every renderer reads a clip that is itself clipped.
            for shape in element.clip[shared:]:
                name = names.setdefault(shape, f"c{len(names) + 1}")
                body.append(_tag("g", {"clip-path": f"url(#{name})"}, closed=False))
            groups = element.clip
            markup = element.markup
            if element.glyphs:
                markup = f'{markup.removesuffix(">")} d="{"".join(element.glyphs)}"/>'
            body.append(markup)
        body += ["</g>"] * len(groups)
        return body, [f'<clipPath id="{name}">{shape}</clipPath>' for shape, name in names.items()]


def _remembered(method: Callable[..., None]) -> Callable[..., None]:
    """Keep what goes wrong for `SvgDevice.svg`: an exception may not pass through Qt's code."""

    @wraps(method)
    def guarded(self: _Engine, *arguments: Any) -> None:
        try:
            method(self, *arguments)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is raised later
            self.sheet.error = self.sheet.error or error

    return guarded


class _Engine(QPaintEngine):
    """Turns Qt's calls into elements on a sheet."""

    def __init__(self, sheet: _Sheet, *, outlines: bool) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.sheet = sheet
        self._outlines = outlines
        self._shaped: dict[tuple[str, str], QPainterPath] = {}
        self._reset()

    def _reset(self) -> None:
        self._pen, self._brush = QPen(), QBrush(Qt.BrushStyle.NoBrush)
        self._transform = QTransform()
        self._opacity = 1.0
        self._clip, self._is_clipping = _Clip(), False

    def type(self) -> QPaintEngine.Type:
        """One that Qt does not know."""
        return QPaintEngine.Type.User

    def begin(self, _device: QPaintDevice | None) -> bool:
        """A painter begins."""
        self._reset()
        return True

    def end(self) -> bool:
        """A painter ends."""
        return True

    @_remembered
    def updateState(self, state: QPaintEngineState) -> None:  # noqa: N802 - Qt's name
        """Take over what has changed; `state` itself lives no longer than the call."""
        changed = state.state()
        if changed & _Dirty.DirtyPen:
            self._pen = QPen(state.pen())
        if changed & _Dirty.DirtyBrush:
            self._brush = QBrush(state.brush())
        if changed & _Dirty.DirtyOpacity:
            self._opacity = state.opacity()
        if changed & _Dirty.DirtyTransform:
            self._transform = QTransform(state.transform())
        self._is_clipping = state.isClipEnabled()
        if changed & _Dirty.DirtyClipPath:
            self._set_clip(state.clipOperation(), QPainterPath(state.clipPath()))
        elif changed & _Dirty.DirtyClipRegion:
            path = QPainterPath()
            path.addRegion(state.clipRegion())
            self._set_clip(state.clipOperation(), path)

    def _set_clip(self, operation: Qt.ClipOperation, path: QPainterPath) -> None:
        if operation == Qt.ClipOperation.NoClip:
            self._clip = _Clip()
            return
        before = self._clip if operation == Qt.ClipOperation.IntersectClip else _Clip()
        self._clip = before.cut(self._transform.map(path))

    def _where(self) -> _Clip:
        return self._clip if self._is_clipping else _Clip()

    @_remembered
    def drawPath(self, path: QPainterPath) -> None:  # noqa: N802 - Qt's name
        """Fill and stroke a path."""
        self._paint(path, even_odd=path.fillRule() == Qt.FillRule.OddEvenFill)

    @_remembered
    def drawPolygon(  # noqa: N802 - Qt's name
        self, points: Iterable[QPointF | QPoint], mode: QPaintEngine.PolygonDrawMode
    ) -> None:
        """Fill and stroke a polygon, or stroke a line through its points."""
        path = QPainterPath()
        for point in map(QPointF, points):
            if path.elementCount():
                path.lineTo(point)
            else:
                path.moveTo(point)
        if mode != QPaintEngine.PolygonDrawMode.PolylineMode:
            path.closeSubpath()
        self._paint(
            path,
            filled=mode != QPaintEngine.PolygonDrawMode.PolylineMode,
            even_odd=mode == QPaintEngine.PolygonDrawMode.OddEvenMode,
        )

    def _paint(self, path: QPainterPath, *, filled: bool = True, even_odd: bool) -> None:
        if path.isEmpty():
            return
        fill = _colour("fill", self._brush.color(), self._opacity)
        if not filled or self._brush.style() == Qt.BrushStyle.NoBrush:
            fill = {"fill": "none"}
        pen, transform = self._pen, self._transform
        stroke = _colour("stroke", pen.color(), self._opacity)
        has_stroke = (
            pen.style() != Qt.PenStyle.NoPen
            and pen.brush().style() != Qt.BrushStyle.NoBrush
            and stroke["stroke"] != "none"
        )
        is_cosmetic = pen.isCosmetic() or not pen.widthF()
        if has_stroke and not is_cosmetic and transform.isAffine() and not _is_even(transform):
            # A round pen is an ellipse here: only the renderer can stroke with it.
            places = _places(transform)
            scale, matrix = 1.0, {"transform": _matrix(transform)}
        else:
            path = transform.map(path)
            places, matrix = PLACES, {}
            scale = 1.0 if is_cosmetic else math.sqrt(abs(transform.determinant()))
        corners = _corners(path)
        if even_odd and corners is None and fill["fill"] != "none":
            fill["fill-rule"] = "evenodd"
        name, shape = "path", {"d": _data(path, places)}
        if corners is not None and (not has_stroke or pen.style() == Qt.PenStyle.SolidLine):
            rect = _rect(corners, places)
            # A rectangle without an area is not painted, not even its stroke.
            if "0" not in (rect["width"], rect["height"]):
                name, shape = "rect", rect
        if has_stroke:
            joins = path.elementCount() > 2
            stroke |= _line(pen, scale, places, ends=name == "path", joins=joins)
        elif fill["fill"] != "none":
            stroke = {}
        else:
            return
        self.sheet.add(self._where(), _tag(name, shape | fill | stroke | matrix))

    @_remembered
    def drawTextItem(self, place: QPointF, item: QTextItem) -> None:  # noqa: N802 - Qt's name
        """Write a run of text whose baseline begins at `place`."""
        text = _FORBIDDEN.sub("", item.text())
        fill = _colour("fill", self._pen.color(), self._opacity)
        if not text.strip() or fill["fill"] == "none":
            return
        font = QFont(item.font())
        if font.pixelSize() <= 0:
            font.setPixelSize(QFontInfo(font).pixelSize())
        if not self._outlines:
            self._write(text, font, QPointF(place), fill)
            return
        key = font.key(), text
        if key not in self._shaped:
            self._shaped[key] = _outline(text, font)
        transform = QTransform.fromTranslate(place.x(), place.y()) * self._transform
        data = _data(transform.map(self._shaped[key]))
        if data:
            self.sheet.add_glyphs(self._where(), fill, font.family(), data)

    def _write(self, text: str, font: QFont, place: QPointF, fill: _Attributes) -> None:
        transform, scale, places, matrix = self._transform, 1.0, PLACES, {}
        is_upright = transform.type() <= QTransform.TransformationType.TxScale
        if is_upright and transform.m11() == transform.m22() > 0:
            place, scale = transform.map(place), transform.m11()
        else:
            places, matrix = _places(transform), {"transform": _matrix(transform)}
        attributes = {
            "x": _number(place.x(), places),
            "y": _number(place.y(), places),
            "font-family": FAMILIES.get(font.family(), f"'{font.family()}', sans-serif"),
            "font-size": _number(font.pixelSize() * scale, places),
        }
        weight = next((css for most, css in CSS_WEIGHTS if font.weight() <= most), 800)
        if weight != 400:
            attributes["font-weight"] = str(weight)
        if font.italic():
            attributes["font-style"] = "italic"
        attributes |= fill
        # Another font in the place of a missing one is to keep within the room of this one.
        length = _number(_advance(text, font) * scale, places)
        if length != "0":
            attributes |= {"textLength": length, "lengthAdjust": "spacingAndGlyphs"}
        attributes["xml:space"] = "preserve"
        start = _tag("text", attributes | matrix, closed=False)
        self.sheet.add(self._where(), f"{start}{_escaped(text)}</text>")

    @_remembered
    def drawPixmap(self, target: QRectF, pixmap: QPixmap, source: QRectF) -> None:  # noqa: N802 - Qt's name
        """Embed a part of a pixmap."""
        self._embed(target, pixmap.toImage(), source)

    @_remembered
    def drawImage(self, target: QRectF, image: QImage, source: QRectF, *_flags: Any) -> None:  # noqa: N802 - Qt's name
        """Embed a part of an image."""
        self._embed(target, image, source)

    def _embed(self, target: QRectF, image: QImage, source: QRectF) -> None:
        whole = source.toAlignedRect().intersected(image.rect())
        if whole.isEmpty() or target.isEmpty() or self._opacity <= 0:
            return
        # Whole pixels, of which a part may lie outside of the source.
        across, down = target.width() / source.width(), target.height() / source.height()
        left = target.left() + (whole.left() - source.left()) * across
        top = target.top() + (whole.top() - source.top()) * down
        target = QRectF(left, top, whole.width() * across, whole.height() * down)
        transform, places, matrix = self._transform, PLACES, {}
        if transform.type() <= QTransform.TransformationType.TxScale and (
            min(transform.m11(), transform.m22()) > 0
        ):
            target = transform.mapRect(target)
        else:
            places, matrix = _places(transform), {"transform": _matrix(transform)}
        attributes = _rect((target.left(), target.top(), target.right(), target.bottom()), places)
        attributes["preserveAspectRatio"] = "none"
        if self._opacity < 1:
            attributes["opacity"] = _number(self._opacity)
        png = QByteArray()
        buffer = QBuffer(png)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if not image.copy(whole).save(buffer, "PNG"):
            raise ValueError("an image could not be written as PNG")
        attributes["xlink:href"] = f"data:image/png;base64,{b64encode(bytes(png)).decode()}"
        self.sheet.has_images = True
        self.sheet.add(self._where(), _tag("image", attributes | matrix))


def _escaped(text: str) -> str:
    """Text as XML can hold it, without the characters that it cannot."""
    return escape(_FORBIDDEN.sub("", text), quote=False)


def _tag(name: str, attributes: _Attributes, *, closed: bool = True) -> str:
    """An element of XML, or its beginning."""
    values = ((key, _escaped(value).replace('"', "&quot;")) for key, value in attributes.items())
    inside = "".join(f' {key}="{value}"' for key, value in values)
    return f"<{name}{inside}{'/' if closed else ''}>"


def _colour(name: str, colour: QColor, opacity: float) -> _Attributes:
    """The attributes of a fill or a stroke; "none" if it is not to be seen."""
    alpha = _number(colour.alphaF() * opacity)
    if alpha == "0":
        return {name: "none"}
    return {name: colour.name()} | ({} if alpha == "1" else {f"{name}-opacity": alpha})


def _line(pen: QPen, scale: float, places: int, *, ends: bool, joins: bool) -> _Attributes:
    """How a pen strokes, where SVG would do otherwise by itself.

    Args:
        pen: Qt's pen.
        scale: units of the file for one of the pen's.
        places: decimals that lengths need.
        ends: whether the line may have ends.
        joins: whether it may have corners.
    """
    width = (pen.widthF() or 1.0) * scale
    line = {"stroke-width": _number(width, places)}
    if ends and pen.capStyle() in CAPS:
        line["stroke-linecap"] = CAPS[pen.capStyle()]
    if joins and pen.joinStyle() in JOINS:
        line["stroke-linejoin"] = JOINS[pen.joinStyle()]
    elif joins:
        limit = pen.miterLimit()
        if pen.joinStyle() == Qt.PenJoinStyle.MiterJoin:
            # Qt measures along the edge of the line, SVG from its inner corner to the tip.
            limit = math.hypot(1.0, 2.0 * limit)
        line["stroke-miterlimit"] = _number(max(1.0, limit))
    if pen.style() != Qt.PenStyle.SolidLine:
        # Qt counts dashes in widths of the pen.
        dashes = [_number(length * width, places) for length in pen.dashPattern()]
        if any(dash != "0" for dash in dashes):
            line["stroke-dasharray"] = " ".join(dashes)
            offset = _number(pen.dashOffset() * width, places)
            if offset != "0":
                line["stroke-dashoffset"] = offset
    return {key: value for key, value in line.items() if (key, value) != ("stroke-width", "1")}


def _outline(text: str, font: QFont) -> QPainterPath:
    """The outlines of a run of text that begins at the origin."""
    large = QFont(font)
    large.setPixelSize(font.pixelSize() * FINE)
    large.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    path = QPainterPath()
    path.addText(QPointF(), large, text)
    # Where hinting makes advances whole, the run keeps the room that the painter gave it.
    natural = _advance(text, large)
    across = _advance(text, font) / natural if natural > 0 else 1 / FINE
    return QTransform.fromScale(across, 1 / FINE).map(path)


def _advance(text: str, font: QFont) -> float:
    """How wide a run of text is; a QTextItem's width knows of kerning with the run after it."""
    return QFontMetricsF(font).horizontalAdvance(text)


def _is_even(transform: QTransform) -> bool:
    """Whether it stretches all directions alike, so that a pen stays a circle."""
    a, b, c, d = transform.m11(), transform.m12(), transform.m21(), transform.m22()
    across, down = math.hypot(a, b), math.hypot(c, d)
    return math.isclose(across, down, rel_tol=1e-6) and abs(a * c + b * d) <= 1e-6 * across * down


def _places(transform: QTransform) -> int:
    """The decimals that coordinates need which are to be transformed."""
    stretch = max(map(abs, (transform.m11(), transform.m12(), transform.m21(), transform.m22())))
    return max(0, min(9, PLACES + math.ceil(math.log10(stretch)))) if stretch else PLACES


def _matrix(transform: QTransform) -> str:
    """An affine transformation as an attribute."""
    a, b, c, d = transform.m11(), transform.m12(), transform.m21(), transform.m22()
    numbers = [_number(value, 9) for value in (a, b, c, d)]
    numbers += [_number(transform.dx()), _number(transform.dy())]
    return f"matrix({' '.join(numbers)})"


def _corners(path: QPainterPath) -> _Corners | None:
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


def _common(one: _Corners, other: _Corners) -> _Corners:
    """What two rectangles share; a negative width or height if they are apart."""
    return (
        max(one[0], other[0]),
        max(one[1], other[1]),
        min(one[2], other[2]),
        min(one[3], other[3]),
    )


def _rect(corners: _Corners, places: int = PLACES) -> _Attributes:
    """The attributes of a rectangle whose edges are rounded as those of its neighbours are."""
    left, top, right, bottom = (_steps(value, places) for value in corners)
    return {
        "x": _written(left, places),
        "y": _written(top, places),
        "width": _written(right - left, places),
        "height": _written(bottom - top, places),
    }


def _data(path: QPainterPath, places: int = PLACES) -> str:
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
        for k, number in enumerate(numbers):
            written = _written(number, places)
            if written.startswith("0."):
                written = written[1:]
            elif written.startswith("-0."):
                written = "-" + written[2:]
            if (k or is_repeated) and not written.startswith("-"):
                pieces.append(" ")
            pieces.append(written)
        before = letter
    return "".join(pieces)


def _number(value: float, places: int = PLACES) -> str:
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
