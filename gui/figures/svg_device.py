"""Painting as an SVG file.

Qt's own QSvgGenerator leaves out every clip and writes vector-effect="non-scaling-stroke", which
other programs paint too thin or too thick. This device writes SVG 1.1 that browsers, drawing
programs and typesetters read alike: solid colours, clips, dashes, text as outlines or as text.
Gradients and patterns become their colour, and composition modes are left aside.
"""

from __future__ import annotations

import math
from base64 import b64encode
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from PyQt5.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QPointF, QRectF, Qt
from PyQt5.QtGui import (
    QBrush,
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

from gui.figures.svg_markup import (
    PLACES,
    Attributes,
    allowed,
    colour_attributes,
    corners_of,
    escaped,
    line_attributes,
    matrix_value,
    number,
    path_data,
    places_needed,
    rect_attributes,
    tag,
)
from gui.figures.svg_sheet import Clip, Sheet
from gui.fonts import MATH_FAMILY, TEXT_FAMILY

DPI = 96
# Qt rounds outlines to 1/64 of a pixel: they are taken from a font so many times larger.
FINE = 16
FAMILIES = {
    TEXT_FAMILY: f"{TEXT_FAMILY}, 'Noto Sans KR', 'Malgun Gothic', sans-serif",
    MATH_FAMILY: f"'{MATH_FAMILY}', 'Cambria Math', serif",
}
CSS_WEIGHTS = ((6, 100), (18, 200), (37, 300), (53, 400), (60, 500), (69, 600), (78, 700))

_Dirty = QPaintEngine.DirtyFlag
_Metric = QPaintDevice.PaintDeviceMetric


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
        self._sheet = Sheet((0.0, 0.0, width, height))
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
        root["viewBox"] = f"0 0 {number(width)} {number(height)}"
        lines = ['<?xml version="1.0" encoding="UTF-8"?>', tag("svg", root, closed=False)]
        for name, words in (("title", self._title), ("desc", self._description)):
            if words:
                lines.append(f"<{name}>{escaped(words)}</{name}>")
        if clips:
            lines += ["<defs>", *clips, "</defs>"]
        return "\n".join([*lines, *body, "</svg>", ""]).encode()


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

    def __init__(self, sheet: Sheet, *, outlines: bool) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.sheet = sheet
        self._outlines = outlines
        self._shaped: dict[tuple[str, str], QPainterPath] = {}
        self._reset()

    def _reset(self) -> None:
        self._pen, self._brush = QPen(), QBrush(Qt.BrushStyle.NoBrush)
        self._transform = QTransform()
        self._opacity = 1.0
        self._clip, self._is_clipping = Clip(), False

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
            self._clip = Clip()
            return
        before = self._clip if operation == Qt.ClipOperation.IntersectClip else Clip()
        self._clip = before.cut(self._transform.map(path))

    def _where(self) -> Clip:
        return self._clip if self._is_clipping else Clip()

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
        fill = colour_attributes("fill", self._brush.color(), self._opacity)
        if not filled or self._brush.style() == Qt.BrushStyle.NoBrush:
            fill = {"fill": "none"}
        pen, transform = self._pen, self._transform
        stroke = colour_attributes("stroke", pen.color(), self._opacity)
        has_stroke = (
            pen.style() != Qt.PenStyle.NoPen
            and pen.brush().style() != Qt.BrushStyle.NoBrush
            and stroke["stroke"] != "none"
        )
        is_cosmetic = pen.isCosmetic() or not pen.widthF()
        if has_stroke and not is_cosmetic and transform.isAffine() and not _is_even(transform):
            # A round pen is an ellipse here: only the renderer can stroke with it.
            places = places_needed(transform)
            scale, matrix = 1.0, {"transform": matrix_value(transform)}
        else:
            path = transform.map(path)
            places, matrix = PLACES, {}
            scale = 1.0 if is_cosmetic else math.sqrt(abs(transform.determinant()))
        corners = corners_of(path)
        if even_odd and corners is None and fill["fill"] != "none":
            fill["fill-rule"] = "evenodd"
        name, shape = "path", {"d": path_data(path, places)}
        if corners is not None and (not has_stroke or pen.style() == Qt.PenStyle.SolidLine):
            rect = rect_attributes(corners, places)
            # A rectangle without an area is not painted, not even its stroke.
            if "0" not in (rect["width"], rect["height"]):
                name, shape = "rect", rect
        if has_stroke:
            joins = path.elementCount() > 2
            stroke |= line_attributes(pen, scale, places, ends=name == "path", joins=joins)
        elif fill["fill"] != "none":
            stroke = {}
        else:
            return
        self.sheet.add(self._where(), tag(name, shape | fill | stroke | matrix))

    @_remembered
    def drawTextItem(self, place: QPointF, item: QTextItem) -> None:  # noqa: N802 - Qt's name
        """Write a run of text whose baseline begins at `place`."""
        text = allowed(item.text())
        fill = colour_attributes("fill", self._pen.color(), self._opacity)
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
        data = path_data(transform.map(self._shaped[key]))
        if data:
            self.sheet.add_glyphs(self._where(), fill, font.family(), data)

    def _write(self, text: str, font: QFont, place: QPointF, fill: Attributes) -> None:
        transform, scale, places, matrix = self._transform, 1.0, PLACES, {}
        is_upright = transform.type() <= QTransform.TransformationType.TxScale
        if is_upright and transform.m11() == transform.m22() > 0:
            place, scale = transform.map(place), transform.m11()
        else:
            places, matrix = places_needed(transform), {"transform": matrix_value(transform)}
        attributes = {
            "x": number(place.x(), places),
            "y": number(place.y(), places),
            "font-family": FAMILIES.get(font.family(), f"'{font.family()}', sans-serif"),
            "font-size": number(font.pixelSize() * scale, places),
        }
        weight = next((css for most, css in CSS_WEIGHTS if font.weight() <= most), 800)
        if weight != 400:
            attributes["font-weight"] = str(weight)
        if font.italic():
            attributes["font-style"] = "italic"
        attributes |= fill
        # Another font in the place of a missing one is to keep within the room of this one.
        length = number(_advance(text, font) * scale, places)
        if length != "0":
            attributes |= {"textLength": length, "lengthAdjust": "spacingAndGlyphs"}
        attributes["xml:space"] = "preserve"
        start = tag("text", attributes | matrix, closed=False)
        self.sheet.add(self._where(), f"{start}{escaped(text)}</text>")

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
            places, matrix = places_needed(transform), {"transform": matrix_value(transform)}
        attributes = rect_attributes(
            (target.left(), target.top(), target.right(), target.bottom()), places
        )
        attributes["preserveAspectRatio"] = "none"
        if self._opacity < 1:
            attributes["opacity"] = number(self._opacity)
        png = QByteArray()
        buffer = QBuffer(png)
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        if not image.copy(whole).save(buffer, "PNG"):
            raise ValueError("an image could not be written as PNG")
        attributes["xlink:href"] = f"data:image/png;base64,{b64encode(bytes(png)).decode()}"
        self.sheet.has_images = True
        self.sheet.add(self._where(), tag("image", attributes | matrix))


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
