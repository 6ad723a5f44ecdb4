"""SVG: what a painter paints is what other programs read."""

import base64
import contextlib
import itertools
import locale
import math
import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest
from PyQt5.QtCore import QByteArray, QLineF, QLocale, QPointF, QRect, QRectF, Qt
from PyQt5.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPainter,
    QPainterPath,
    QPen,
    QPixmap,
    QPolygonF,
    QRegion,
    QStaticText,
    QTransform,
)
from PyQt5.QtSvg import QSvgRenderer

from gui.figures import svg_device, svg_markup
from gui.figures.svg_device import SvgDevice
from gui.fonts import math_font, text_font

pytestmark = pytest.mark.usefixtures("qapp")

WIDTH, HEIGHT = 200, 120
NAMESPACE = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
SPECIALS = "π̂ −∞ 10⁻⁴"


def written(paint, *, outlines=True, size=(WIDTH, HEIGHT), page=("200", "120"), **words):
    device = SvgDevice(*size, page=page, outlines=outlines, **words)
    painter = QPainter(device)
    paint(painter)
    painter.end()
    return device.svg()


def parsed(data):
    return ET.fromstring(data)  # noqa: S314 - we have just written it


def read(paint, **arguments):
    """The root of the file."""
    return parsed(written(paint, **arguments))


def elements(root, *names):
    """Those painted, with their names; what defines a clip is not."""
    defined = {child for defs in root.iter(NAMESPACE + "defs") for child in defs.iter()}
    wanted = names or ("path", "rect", "text", "image")
    return [
        element
        for element in root.iter()
        if element.tag.removeprefix(NAMESPACE) in wanted and element not in defined
    ]


def only(paint, **arguments):
    """The one element that was painted."""
    (element,) = elements(read(paint, **arguments))
    return element


def clip_shapes(root):
    """For each element painted, the shapes that cut it off."""
    shapes = {clip.get("id"): clip[0] for clip in root.iter(NAMESPACE + "clipPath")}
    found = []

    def descend(element, clips):
        for child in element:
            if child.tag == NAMESPACE + "g":
                name = re.fullmatch(r"url\(#(c\d+)\)", child.get("clip-path"))[1]
                descend(child, [*clips, shapes[name]])
            elif child.tag.removeprefix(NAMESPACE) in ("path", "rect", "text", "image"):
                found.append((child, clips))

    descend(root, [])
    return found


def box(rect):
    return tuple(float(rect.get(name)) for name in ("x", "y", "width", "height"))


def pixels(image):
    data = image.constBits().asstring(image.sizeInBytes())
    return np.frombuffer(data, np.uint8).reshape(image.height(), -1, 4)[:, :, :3].astype(int)


def shares(paint, *, scale=3):
    """How far the file is from the picture: mean difference, and the share of other pixels."""
    images = []
    for source in (None, written(paint)):
        image = QImage(WIDTH * scale, HEIGHT * scale, QImage.Format_RGB32)
        image.fill(Qt.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.Antialiasing)
        if source is None:
            painter.scale(scale, scale)
            paint(painter)
        else:
            renderer = QSvgRenderer(QByteArray(source))
            assert renderer.isValid()
            renderer.render(painter, QRectF(0, 0, image.width(), image.height()))
        painter.end()
        images.append(pixels(image))
    assert (images[0] != 255).any(), "nothing was painted"
    difference = np.abs(images[0] - images[1])
    return difference.mean(), (difference.max(axis=2) > 64).mean()


# --- the file ----------------------------------------------------------------------------------


def test_an_empty_painting_is_a_valid_file():
    data = written(lambda _painter: None)
    assert data.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<svg ')
    root = parsed(data)
    assert root.tag == NAMESPACE + "svg"
    assert dict(root.attrib) == {
        "version": "1.1",
        "width": "200",
        "height": "120",
        "viewBox": "0 0 200 120",
    }
    assert len(root) == 0
    assert parsed(SvgDevice(5, 5, page=("5", "5"), outlines=True).svg()) is not None


def test_sizes_in_millimetres_and_fractions():
    root = read(lambda _painter: None, size=(642.5196, 472.44), page=("170mm", "125mm"))
    assert (root.get("width"), root.get("height")) == ("170mm", "125mm")
    assert root.get("viewBox") == "0 0 642.52 472.44"


def test_a_painter_is_told_the_size_and_the_resolution():
    device = SvgDevice(192.2, 96, page=("2in", "1in"), outlines=True)
    assert (device.width(), device.height()) == (193, 96)
    assert (device.widthMM(), device.heightMM()) == (51, 25)
    assert device.logicalDpiX() == device.physicalDpiY() == 96
    assert device.devicePixelRatioF() == device.devicePixelRatio() == 1
    assert device.depth() == 32


def test_title_and_description_are_escaped_and_hold_no_forbidden_characters():
    title = "a < b & \"c\" > 'd'\x00\x07\x1b\ufffe\ud800 가능도 𝜋\n"
    root = read(lambda _painter: None, title=title, description="<desc>&amp;\x0b")
    assert [child.tag for child in root] == [NAMESPACE + "title", NAMESPACE + "desc"]
    assert root[0].text == "a < b & \"c\" > 'd' 가능도 𝜋\n"
    assert root[1].text == "<desc>&amp;"


def test_while_a_painter_is_at_work_there_is_no_file():
    device = SvgDevice(5, 5, page=("5", "5"), outlines=True)
    painter = QPainter(device)
    with pytest.raises(RuntimeError, match="not ended"):
        device.svg()
    painter.end()
    assert device.svg()


def test_what_goes_wrong_while_painting_is_told_with_its_cause(monkeypatch):
    def broken(*_arguments):
        raise ZeroDivisionError

    monkeypatch.setattr(svg_device, "_outline", broken)
    with pytest.raises(RuntimeError, match="could not be painted") as caught:
        written(lambda painter: painter.drawText(10, 20, "가"))
    assert isinstance(caught.value.__cause__, ZeroDivisionError)


def test_a_second_painter_paints_over_the_first_with_a_state_of_its_own():
    device = SvgDevice(50, 50, page=("50", "50"), outlines=True)
    painter = QPainter(device)
    painter.setClipRect(QRect(0, 0, 10, 10))
    painter.translate(5, 5)
    painter.setOpacity(0.5)
    painter.fillRect(0, 0, 3, 3, Qt.red)
    painter.end()
    painter = QPainter(device)
    painter.fillRect(1, 2, 3, 4, Qt.blue)
    painter.end()
    (_first, clips), (second, no_clips) = clip_shapes(parsed(device.svg()))
    assert clips
    assert not no_clips
    assert box(second) == (1, 2, 3, 4)
    assert second.get("fill-opacity") is None


def busy(painter):
    """A bit of everything."""
    painter.setRenderHint(QPainter.Antialiasing)
    painter.fillRect(QRectF(0.5, 1 / 3, 10.25, 5), QColor(1, 2, 3, 77))
    painter.setPen(QPen(QColor("#123456"), 1.5, Qt.DashLine))
    painter.drawEllipse(QPointF(50, 50), 20.2, 10.1)
    painter.save()
    painter.setClipRect(QRectF(10.5, 10, 50, 50))
    painter.rotate(12)
    painter.setFont(text_font(13))
    painter.drawText(QPointF(30, 40), f"가능도 {SPECIALS}")
    painter.restore()
    image = QImage(3, 3, QImage.Format_ARGB32)
    image.fill(QColor(0, 0, 255, 128))
    painter.drawImage(QPointF(5, 5), image)


@pytest.mark.parametrize("outlines", [True, False])
def test_the_same_painting_is_the_same_to_the_byte(outlines):
    first = written(busy, outlines=outlines, title="t")
    assert first == written(busy, outlines=outlines, title="t")
    assert not re.search(rb"[\d.]e[-+]?\d|-0[ \"]|nan|inf\b", re.sub(rb"base64,[^\"]*", b"", first))


@pytest.mark.parametrize("outlines", [True, False])
def test_a_locale_with_decimal_commas_changes_nothing(outlines):
    before = written(busy, outlines=outlines)
    kept, kept_by_qt = locale.setlocale(locale.LC_ALL), QLocale()
    QLocale.setDefault(QLocale(QLocale.German))
    for name in ("de_DE.UTF-8", "de_DE.utf8", "de_DE", "German_Germany.1252"):
        with contextlib.suppress(locale.Error):
            locale.setlocale(locale.LC_ALL, name)
    try:
        assert written(busy, outlines=outlines) == before
    finally:
        QLocale.setDefault(kept_by_qt)
        locale.setlocale(locale.LC_ALL, kept)


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (0.0, "0"),
        (-0.0, "0"),
        (-0.0004, "0"),
        (0.0006, "0.001"),
        (-1.5, "-1.5"),
        (1e-9, "0"),
        (123456.7891, "123456.789"),
        (100.0, "100"),
        (2.0**60, "1152921504606846976"),
    ],
)
def test_numbers_are_short(value, text):
    assert svg_markup.number(value) == text


# --- shapes, pens, brushes ---------------------------------------------------------------------


def test_a_filled_rectangle_is_a_rectangle():
    rect = only(lambda painter: painter.fillRect(QRectF(1, 2.5, 3, 4), QColor("#aabbcc")))
    assert rect.tag == NAMESPACE + "rect"
    assert box(rect) == (1, 2.5, 3, 4)
    assert rect.get("fill") == "#aabbcc"
    assert rect.get("stroke") is None


def test_rectangles_that_touch_still_touch_when_rounded():
    def paint(painter):
        for k in range(20):
            painter.fillRect(QRectF(k / 7, 0, 1 / 7, 1), Qt.black)

    boxes = [box(rect) for rect in elements(read(paint), "rect")]
    for before, after in itertools.pairwise(boxes):
        assert before[0] + before[2] == pytest.approx(after[0], abs=1e-9)


def test_nothing_is_written_of_what_cannot_be_seen():
    def paint(painter):
        painter.setPen(Qt.NoPen)
        painter.drawRect(1, 1, 5, 5)
        painter.drawLine(1, 1, 5, 5)
        painter.setPen(QColor(0, 0, 0, 0))
        painter.drawLine(1, 1, 5, 5)
        painter.drawText(5, 5, "a")
        painter.setPen(Qt.black)
        painter.drawText(5, 5, "  ")
        painter.drawPath(QPainterPath(QPointF(1, 1)))
        painter.setOpacity(0)
        painter.drawLine(1, 1, 5, 5)

    assert elements(read(paint)) == []


def line_with(pen):
    return only(lambda painter: (painter.setPen(pen), painter.drawLine(QLineF(1, 2, 30, 40))))


def polyline_with(pen):
    points = QPolygonF([QPointF(1, 2), QPointF(30, 40), QPointF(50, 2)])
    return only(lambda painter: (painter.setPen(pen), painter.drawPolyline(points)))


def test_a_line():
    pen = QPen(QColor("#102030"), 2.5)
    pen.setCapStyle(Qt.FlatCap)
    line = line_with(pen)
    assert dict(line.attrib) == {
        "d": "M1 2l29 38",
        "fill": "none",
        "stroke": "#102030",
        "stroke-width": "2.5",
    }


@pytest.mark.parametrize(
    ("cap", "name"), [(Qt.FlatCap, None), (Qt.SquareCap, "square"), (Qt.RoundCap, "round")]
)
def test_caps(cap, name):
    assert line_with(QPen(Qt.black, 3, Qt.SolidLine, cap)).get("stroke-linecap") == name


@pytest.mark.parametrize(
    ("join", "name", "limit"),
    [
        (Qt.BevelJoin, "bevel", None),
        (Qt.RoundJoin, "round", None),
        (Qt.SvgMiterJoin, None, "2"),
        (Qt.MiterJoin, None, "4.123"),
    ],
)
def test_joins(join, name, limit):
    line = polyline_with(QPen(Qt.black, 3, Qt.SolidLine, Qt.FlatCap, join))
    assert line.get("stroke-linejoin") == name
    assert line.get("stroke-miterlimit") == limit


@pytest.mark.parametrize("degrees", [27, 29, 50])
def test_a_miter_ends_where_qts_does(degrees):
    angle = math.radians(180 - degrees)
    pen = QPen(Qt.black, 8, Qt.SolidLine, Qt.FlatCap, Qt.MiterJoin)

    def paint(painter):
        painter.setPen(pen)
        end = QPointF(100 + 80 * math.cos(angle), 90 - 80 * math.sin(angle))
        painter.drawPolyline(QPolygonF([QPointF(20, 90), QPointF(100, 90), end]))

    # Beyond the limit Qt cuts off the tip and SVG takes all of it.
    assert shares(paint)[1] < (0.006 if degrees == 27 else 0.001)


@pytest.mark.parametrize("pen", [QPen(Qt.red, 0), QPen(Qt.red, 1)])
def test_a_pen_without_a_width_is_one_unit_wide(pen):
    def paint(painter):
        pen.setCosmetic(True)
        painter.scale(4, 4)
        painter.setPen(pen)
        painter.drawLine(QLineF(1, 2, 3, 4))

    line = only(paint)
    assert line.get("stroke-width", "1") == "1"
    assert line.get("d") == "M4 8l8 8"


def test_dashes_are_counted_in_widths_of_the_pen():
    pen = QPen(Qt.black, 2)
    pen.setDashPattern([5, 3.5, 1, 2])
    pen.setDashOffset(1.25)
    line = line_with(pen)
    assert line.get("stroke-dasharray") == "10 7 2 4"
    assert line.get("stroke-dashoffset") == "2.5"
    dotted = line_with(QPen(Qt.black, 3, Qt.DotLine))
    assert dotted.get("stroke-dasharray") == "3 6"
    assert dotted.get("stroke-dashoffset") is None


def test_alpha_and_opacity_multiply():
    def paint(painter):
        painter.setPen(QPen(QColor(255, 0, 0, 51), 2))
        painter.setBrush(QColor(0, 0, 255, 102))
        painter.drawRect(1, 1, 5, 5)
        painter.setOpacity(0.5)
        painter.drawRect(1, 1, 5, 5)
        painter.setOpacity(1.0)
        painter.setBrush(Qt.green)
        painter.drawRect(1, 1, 5, 5)

    found = [(e.get("stroke-opacity"), e.get("fill-opacity")) for e in elements(read(paint))]
    assert found == [("0.2", "0.4"), ("0.1", "0.2"), ("0.2", None)]


STAR = QPolygonF(
    [
        QPointF(60 + 50 * math.sin(4 * math.pi * i / 5), 60 - 50 * math.cos(4 * math.pi * i / 5))
        for i in range(5)
    ]
)


@pytest.mark.parametrize(
    ("draw", "rule", "fill", "closed"),
    [
        (lambda p: p.drawPolygon(STAR, Qt.OddEvenFill), "evenodd", "#0000ff", True),
        (lambda p: p.drawPolygon(STAR, Qt.WindingFill), None, "#0000ff", True),
        (lambda p: p.drawConvexPolygon(STAR), None, "#0000ff", True),
        (lambda p: p.drawPolyline(STAR), None, "none", False),
    ],
    ids=["odd-even", "winding", "convex", "polyline"],
)
def test_polygons(draw, rule, fill, closed):
    def paint(painter):
        painter.setBrush(QColor("#0000ff"))
        painter.setPen(Qt.black)
        draw(painter)

    star = only(paint)
    assert star.get("fill-rule") == rule
    assert star.get("fill") == fill
    assert star.get("d").endswith("z") == closed


@pytest.mark.parametrize("rule", [Qt.OddEvenFill, Qt.WindingFill])
def test_a_paths_fill_rule(rule):
    path = QPainterPath()
    path.addRect(10, 10, 40, 40)
    path.addRect(20, 20, 20, 20)
    path.setFillRule(rule)
    element = only(lambda painter: painter.fillPath(path, Qt.red))
    assert element.get("d") == "M10 10h40v40h-40zM20 20h20v20h-20z"
    assert element.get("fill-rule") == ("evenodd" if rule == Qt.OddEvenFill else None)


def test_relative_steps_do_not_add_up_errors():
    points = [QPointF(k / 3, (k % 2) / 3) for k in range(3001)]
    line = only(lambda painter: painter.drawPolyline(QPolygonF(points)))
    numbers = [float(text) for text in re.findall(r"-?\d*\.?\d+", line.get("d"))]
    assert sum(numbers[0::2]) == pytest.approx(1000, abs=1e-3)


def test_a_line_that_leaves_for_far_away_stays_within_what_renderers_count():
    points = [QPointF(0, 0), QPointF(2, 1e12), QPointF(3, 5), QPointF(-1e9, 5)]
    line = only(lambda painter: painter.drawPolyline(QPolygonF(points)))
    assert line.get("d") == "M0 0l2 1000000 1-999995h-1000003"


@pytest.mark.parametrize("value", [math.nan, math.inf, -math.inf, 1e300])
def test_points_that_are_no_numbers_are_left_out(value):
    points = [QPointF(0, 0), QPointF(1, value), QPointF(value, value), QPointF(3, 5)]
    line = only(lambda painter: painter.drawPolyline(QPolygonF(points)))
    assert line.get("d") == "M0 0l3 5"


def test_an_ellipse_is_round():
    def paint(painter):
        painter.setPen(QPen(Qt.black, 2))
        painter.setBrush(Qt.yellow)
        painter.drawEllipse(QRectF(10, 10, 60, 40))

    ellipse = only(paint)
    assert re.fullmatch(r"M70 30c[\d. -]*z", ellipse.get("d"))
    assert shares(paint)[1] < 0.001


@pytest.mark.parametrize("cap", [Qt.RoundCap, Qt.SquareCap])
def test_a_point_is_as_large_as_its_pen(cap):
    def paint(painter):
        painter.setPen(QPen(Qt.black, 20, Qt.SolidLine, cap))
        painter.drawPoint(QPointF(50, 50))
        painter.setPen(QPen(Qt.red, 8, Qt.SolidLine, cap))
        painter.drawPoint(QPointF(120, 50.5))

    assert shares(paint)[1] < 0.001


def test_a_rectangle_without_area_keeps_its_stroke():
    def paint(painter):
        painter.setPen(QPen(Qt.black, 4))
        painter.drawRect(QRectF(10, 20, 30, 0))

    assert only(paint).tag == NAMESPACE + "path"


# --- transformations ---------------------------------------------------------------------------


def test_translation_and_scale_reach_shapes_and_pens():
    def paint(painter):
        painter.translate(10, 20)
        painter.scale(2, 2)
        painter.setPen(QPen(Qt.black, 1.5, Qt.DashLine, Qt.FlatCap))
        painter.drawRect(1, 2, 3, 4)
        painter.setPen(QPen(Qt.black, 1.5))
        painter.drawRect(1, 2, 3, 4)

    dashed, plain = elements(read(paint))
    assert dashed.get("d") == "M12 24h6v8h-6z"
    assert dashed.get("stroke-dasharray") == "12 6"
    assert box(plain) == (12, 24, 6, 8)
    assert dashed.get("stroke-width") == plain.get("stroke-width") == "3"
    assert dashed.get("transform") is None


@pytest.mark.parametrize("turns", [1, 2, 3])
def test_a_rectangle_turned_by_right_angles_is_where_it_belongs(turns):
    def paint(painter):
        painter.translate(50, 50)
        painter.rotate(90 * turns)
        painter.fillRect(10, 0, 20, 5, Qt.black)

    expected = {1: (45, 60, 5, 20), 2: (20, 45, 20, 5), 3: (50, 20, 5, 20)}[turns]
    xs, ys = [], []
    element = only(paint)
    if element.tag == NAMESPACE + "rect":
        assert box(element) == expected
        return
    x = y = 0.0
    for letter, numbers in re.findall(r"([Mlhvz])([^Mlhvz]*)", element.get("d")):
        values = [float(text) for text in re.findall(r"-?\d*\.?\d+", numbers)]
        for a, b in zip(*[iter(values)] * 2, strict=True) if letter in "Ml" else ():
            x, y = (a, b) if letter == "M" else (x + a, y + b)
        if letter in "hv":
            x, y = (x + values[0], y) if letter == "h" else (x, y + values[0])
        xs.append(x)
        ys.append(y)
    assert (min(xs), min(ys), max(xs) - min(xs), max(ys) - min(ys)) == pytest.approx(expected)


def test_a_pen_that_is_no_circle_is_left_to_the_renderer():
    def paint(painter):
        painter.scale(8, 0.5)
        painter.setPen(QPen(Qt.black, 4))
        painter.drawLine(QLineF(2, 20, 20, 200))

    line = only(paint)
    assert line.get("transform") == "matrix(8 0 0 0.5 0 0)"
    assert line.get("d") == "M2 20l18 180"
    assert line.get("stroke-width") == "4"
    assert shares(paint)[1] < 0.001


def test_rotated_and_scaled_painting_looks_as_qt_paints_it():
    def paint(painter):
        painter.setRenderHint(QPainter.Antialiasing)
        painter.translate(90, 60)
        painter.rotate(33)
        painter.scale(1.4, 1.4)
        painter.setPen(QPen(QColor("#205080"), 3, Qt.DashLine, Qt.FlatCap))
        painter.setBrush(QColor(255, 200, 0, 120))
        painter.drawRect(-30, -15, 60, 30)
        painter.setPen(QPen(Qt.black, 2, Qt.SolidLine, Qt.RoundCap, Qt.RoundJoin))
        painter.drawPie(QRectF(-20, -20, 40, 40), 30 * 16, 200 * 16)
        painter.setTransform(QTransform(1, 0.3, -0.4, 1.2, 20, 10), combine=True)
        painter.setBrush(Qt.NoBrush)
        painter.drawRoundedRect(QRectF(10, 10, 30, 20), 5, 5)

    mean, other = shares(paint)
    assert mean < 0.3
    assert other < 0.002


# --- clips -------------------------------------------------------------------------------------


def test_rectangles_intersect_to_one_and_neighbours_share_a_group():
    def paint(painter):
        painter.fillRect(0, 0, 1, 1, Qt.red)
        painter.setClipRect(QRect(10, 10, 50, 50))
        painter.scale(2, 2)
        painter.setClipRect(QRectF(10, 2, 90, 20.25), Qt.IntersectClip)
        painter.fillRect(0, 0, 100, 100, Qt.green)
        painter.drawLine(0, 0, 9, 9)

    root = read(paint)
    (first, no_clip), (second, clips), (_third, again) = clip_shapes(root)
    assert first.get("fill") == "#ff0000"
    assert not no_clip
    assert [box(shape) for shape in clips] == [(20, 10, 40, 34.5)]
    assert second.get("fill") == "#00ff00"
    assert clips == again
    assert [group.get("clip-path") for group in root.iter(NAMESPACE + "g")] == ["url(#c1)"]


def test_save_restore_replace_switch_and_remove():
    def paint(painter):
        def mark(number):
            painter.fillRect(0, 0, 150, 100, QColor(number, 0, 0))

        painter.setClipRect(QRect(10, 10, 50, 50))
        mark(0)
        painter.save()
        painter.translate(20, 0)
        painter.setClipRect(QRect(0, 0, 10, 100), Qt.IntersectClip)
        mark(1)
        painter.setClipRect(QRect(0, 0, 5, 5), Qt.ReplaceClip)
        mark(2)
        painter.restore()
        mark(3)
        painter.setClipping(False)
        mark(4)
        painter.setClipping(True)
        mark(5)
        painter.setClipRect(QRect(), Qt.NoClip)
        mark(6)

    found = clip_shapes(read(paint))
    assert [int(e.get("fill")[1:3], 16) for e, _clips in found] == list(range(7))
    whole = [(10, 10, 50, 50)]
    assert [[box(shape) for shape in clips] for _e, clips in found] == [
        whole,
        [(20, 10, 10, 50)],
        [(20, 0, 5, 5)],
        whole,
        [],
        whole,
        [],
    ]


def test_a_clip_is_defined_once_and_named_in_order():
    def paint(painter):
        for left in (10, 30, 10):
            painter.setClipRect(QRect(left, 0, 5, 5))
            painter.fillRect(0, 0, 90, 90, Qt.red)

    root = read(paint)
    assert [clip.get("id") for clip in root.iter(NAMESPACE + "clipPath")] == ["c1", "c2"]
    groups = [group.get("clip-path") for group in root.iter(NAMESPACE + "g")]
    assert groups == ["url(#c1)", "url(#c2)", "url(#c1)"]


def test_paths_and_turned_rectangles_cut_each_other():
    def paint(painter):
        circle = QPainterPath()
        circle.addEllipse(QPointF(60, 60), 30, 30)
        painter.setClipRect(QRect(20, 20, 60, 60))
        painter.setClipPath(circle, Qt.IntersectClip)
        painter.fillRect(0, 0, 90, 90, Qt.red)
        painter.rotate(10)
        painter.setClipRect(QRectF(20, 20, 60, 60), Qt.IntersectClip)
        painter.fillRect(0, 0, 90, 90, Qt.blue)

    root = read(paint)
    (_first, clips), (_second, more) = clip_shapes(root)
    assert [shape.tag.removeprefix(NAMESPACE) for shape in clips] == ["rect", "path"]
    assert more[:2] == clips
    assert len(more) == 3
    # The second lies in the groups of the first.
    assert len(list(root.iter(NAMESPACE + "g"))) == 3


def test_a_clip_that_leaves_nothing_and_one_that_leaves_all():
    def paint(painter):
        painter.setClipRect(QRect(10, 10, 10, 10))
        painter.setClipRect(QRect(30, 30, 10, 10), Qt.IntersectClip)
        painter.fillRect(0, 0, 90, 90, Qt.red)
        painter.drawText(10, 20, "a")
        painter.setClipPath(QPainterPath(), Qt.ReplaceClip)
        painter.fillRect(0, 0, 90, 90, Qt.red)
        painter.setClipRect(QRect(300, 300, 10, 10))
        painter.fillRect(0, 0, 90, 90, Qt.red)
        painter.setClipRect(QRect(-5, -5, 500, 500))
        painter.fillRect(0, 0, 90, 90, Qt.blue)

    root = read(paint)
    ((element, clips),) = clip_shapes(root)
    assert element.get("fill") == "#0000ff"
    assert not clips


def test_a_region_of_two_rectangles():
    def paint(painter):
        painter.setClipRegion(QRegion(0, 0, 5, 5) + QRegion(10, 10, 5, 5))
        painter.fillRect(0, 0, 90, 90, Qt.red)

    ((_element, (shape,)),) = clip_shapes(read(paint))
    assert shape.get("d") == "M0 0h5v5h-5zM10 10h5v5h-5z"


# --- text --------------------------------------------------------------------------------------


def text(string, font=None, place=(10, 50), colour=Qt.black):
    def paint(painter):
        painter.setFont(font or text_font(20))
        painter.setPen(QColor(colour))
        painter.drawText(QPointF(*place), string)

    return paint


@pytest.mark.parametrize(
    ("string", "font"),
    [
        ("가능도 L(π̂)", text_font(24)),
        (SPECIALS, text_font(30)),
        (SPECIALS, math_font(30)),
        ("AVAToTyfi", text_font(30, strong=True)),
        ("∏ 𝑦ᵢ ℓ(𝜋)", math_font(28)),
    ],
    ids=["hangul", "signs", "signs of mathematics", "kerning", "italics"],
)
def test_outlines_look_as_qt_paints_text(string, font):
    mean, other = shares(text(string, font))
    assert mean < 2.5
    assert other < 0.012


def test_runs_of_one_colour_are_one_path():
    (path,) = elements(read(text(f"가능도 L({SPECIALS}")))
    assert path.tag == NAMESPACE + "path"
    assert path.get("fill") == "#000000"
    assert path.get("fill-rule") is None
    translucent = elements(read(text("가능도 L(π", colour=QColor(0, 0, 0, 100))))
    assert len(translucent) > 1


def test_runs_of_different_fonts_are_not_one_path():
    def paint(painter):
        text("aa")(painter)
        text("bb")(painter)
        text("cc", math_font(20))(painter)
        painter.fillRect(1, 1, 2, 2, Qt.black)
        text("dd", math_font(20))(painter)

    assert [e.tag.removeprefix(NAMESPACE) for e in elements(read(paint))] == [
        "path",
        "path",
        "rect",
        "path",
    ]


def test_outlines_are_finer_than_qts_rounding():
    path = svg_device._outline("8", text_font(11))
    xs = [path.elementAt(i).x * 64 for i in range(path.elementCount())]
    assert any(abs(x - round(x)) > 0.01 for x in xs)
    large = QPainterPath()
    large.addText(QPointF(), text_font(1100), "8")
    wide = large.boundingRect().width() / 100
    assert path.boundingRect().width() == pytest.approx(wide, abs=0.02)


def test_text_as_text():
    (hangul, latin) = elements(
        read(text("가능도 Loss", text_font(20, strong=True), colour="#c03020"), outlines=False)
    )
    assert hangul.text == "가능도 "
    assert latin.text == "Loss"
    assert dict(hangul.attrib) == {
        "x": "10",
        "y": "50",
        "font-family": "Pretendard, 'Noto Sans KR', 'Malgun Gothic', sans-serif",
        "font-size": "20",
        "font-weight": "600",
        "fill": "#c03020",
        "textLength": hangul.get("textLength"),
        "lengthAdjust": "spacingAndGlyphs",
        "{http://www.w3.org/XML/1998/namespace}space": "preserve",
    }
    length = float(hangul.get("textLength"))
    metrics = QFontMetricsF(text_font(20, strong=True))
    assert length == pytest.approx(metrics.horizontalAdvance("가능도 "), abs=1e-3)
    assert float(latin.get("x")) == pytest.approx(10 + length, abs=0.02)


def test_mathematics_as_text():
    found = elements(read(text(SPECIALS, math_font(17)), outlines=False))
    assert "".join(element.text for element in found) == SPECIALS
    families = {element.get("font-family") for element in found}
    assert families == {"'STIX Two Math', 'Cambria Math', serif"}
    assert {element.get("font-weight") for element in found} == {None}


def test_a_run_without_a_width_is_not_squeezed_into_it():
    element = only(text("\u0302", math_font(17)), outlines=False)
    assert element.get("textLength") != "0"


@pytest.mark.parametrize("outlines", [True, False])
def test_text_with_the_signs_of_xml(outlines):
    string = "a<b & \"c\">'d' ]]>"
    found = elements(read(text(string), outlines=outlines))
    if not outlines:
        assert "".join(element.text for element in found) == string
    assert found


def test_text_without_the_characters_that_xml_forbids():
    data = written(text("a\x01\x1bb\ufffe"), outlines=False)
    assert "".join(element.text for element in elements(parsed(data))) == "ab"


def test_a_font_of_another_family_and_in_points():
    font = QFont("Pretendard")
    font.setPointSizeF(12)
    font.setItalic(True)
    element = only(text("a", font), outlines=False)
    assert element.get("font-size") == "16"
    assert element.get("font-style") == "italic"
    assert elements(read(text("a", font)))


def test_text_is_scaled_and_turned():
    def paint(painter):
        painter.scale(2, 2)
        painter.translate(1, 0)
        text("a")(painter)
        painter.rotate(90)
        text("b")(painter)

    scaled, turned = elements(read(paint, outlines=False))
    assert (scaled.get("x"), scaled.get("y"), scaled.get("font-size")) == ("22", "100", "40")
    assert scaled.get("transform") is None
    assert (turned.get("x"), turned.get("y"), turned.get("font-size")) == ("10", "50", "20")
    assert turned.get("transform") == "matrix(0 2 -2 0 2 0)"


def test_turned_outlines_look_as_qt_paints_text():
    def paint(painter):
        painter.translate(20, 100)
        painter.rotate(-35)
        painter.scale(1.5, 1)
        text("돌아간 글자 a", place=(0, 0))(painter)

    assert shares(paint)[1] < 0.012


@pytest.mark.parametrize("outlines", [True, False])
def test_static_text_is_text(outlines):
    still = QStaticText("0.37")
    still.setTextFormat(Qt.PlainText)
    still.prepare(QTransform(), text_font(20))

    def paint(painter):
        painter.setFont(text_font(20))
        painter.drawStaticText(QPointF(10, 20), still)

    baseline = 20 + QFontMetricsF(text_font(20)).ascent()
    assert written(paint, outlines=outlines) == written(
        text("0.37", place=(10, round(baseline))), outlines=outlines
    )


# --- images ------------------------------------------------------------------------------------


def test_images_are_embedded():
    pixmap = QPixmap(6, 4)
    pixmap.fill(QColor(10, 20, 30))

    def paint(painter):
        painter.drawPixmap(QRectF(5, 6, 12, 8), pixmap, QRectF(0, 0, 6, 4))
        painter.setOpacity(0.5)
        painter.drawImage(QRectF(5, 6, 10, 10), pixmap.toImage(), QRectF(1, 1, 2, 2))
        painter.rotate(30)
        painter.drawPixmap(QPointF(5, 6), pixmap)

    whole, part, turned = elements(read(paint))
    assert box(whole) == (5, 6, 12, 8)
    assert whole.get("opacity") is None
    assert box(part) == (5, 6, 10, 10)
    assert part.get("opacity") == "0.5"
    assert turned.get("transform").startswith("matrix(0.866")
    sizes = []
    for element in (whole, part):
        start, data = element.get(LINK).split(",")
        assert start == "data:image/png;base64"
        image = QImage.fromData(base64.b64decode(data), "PNG")
        sizes.append((image.width(), image.height()))
        assert image.pixelColor(0, 0) == QColor(10, 20, 30)
    assert sizes == [(6, 4), (2, 2)]


def test_only_a_file_with_images_speaks_of_links():
    assert b"xlink" not in written(text("a"))
