"""Figures as somebody sees them: every word whole, sizes exact, the same file everywhere."""

import contextlib
import io
import itertools
import math
import shutil
import struct
import subprocess
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader
from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QPaintDevice,
    QPaintEngine,
    QPainterPath,
    QPen,
    QRawFont,
    QTransform,
)

from core.curves import peak_interval
from core.observations import Observations, random_observations
from core.snapshot import evaluate
from core.state import LogBase, State
from gui import fonts, i18n, plot_marks, theme
from gui.command_line import parse
from gui.figures import data_card as figure_data
from gui.figures import figure
from gui.figures import words as figure_words
from gui.figures.figure import Figure
from gui.figures.options import MOVING_ENDINGS, PANELS, PARTS, PRESETS, FigureOptions, Motion
from gui.figures.still_files import painting_on
from gui.figures.writing import figure_bytes
from gui.plot_series import KINDS
from tests.helpers import missing_characters, run_program

pytestmark = pytest.mark.usefixtures("look_of_the_start")


@pytest.fixture(autouse=True)
def _quiet_pillow(caplog):
    """Pillow tells the log of each chunk of a PNG that it reads."""
    caplog.set_level("INFO", "PIL")


def snapshot(data="1011011101", pi=0.42, **rest):
    if isinstance(data, str):
        data = Observations([int(digit) for digit in data])
    elif isinstance(data, tuple):
        data = Observations.from_counts(*data)
    return evaluate(State(data, pi, **rest))


def made(name, options, of, motion=None):
    """The bytes of a figure's file."""
    return figure_bytes(Path(name), options, motion or Motion(), of)


# Every word is whole -----------------------------------------------------------------------------
#
# A paint device notes each text with the box of its ink, and each area and line painted after it.
# Two texts of one formula may touch: scripts, limits and a hat are set close on purpose.

# What rounding may do to a box, in the design's pixels.
SLACK = 1.0
# Outlines are taken from a font so many times larger, where they are not rounded.
FINE = 16

_Dirty = QPaintEngine.DirtyFlag
_Metric = QPaintDevice.PaintDeviceMetric


class Mark(NamedTuple):
    """Something painted: a text, or an area or a line that may cover one.

    Attributes:
        text: "" for an area or a line.
        box: of its ink, on the canvas.
        part: which part of the figure it belongs to.
        formula: which formula it belongs to; 0 for none.
        clip: what it is cut off at; None for nothing.
        line: its points, if it is a line.
        missing: the characters that its font does not have.
    """

    text: str
    box: QRectF
    part: str
    formula: int
    clip: QRectF | None
    line: tuple[QPointF, ...] = ()
    missing: str = ""


@cache
def _ink(text, family, pixels, weight):
    large = QFont(family)
    large.setPixelSize(pixels * FINE)
    large.setWeight(weight)
    path = QPainterPath()
    path.addText(QPointF(), large, text)
    box = path.boundingRect()
    return QRectF(box.topLeft() / FINE, box.size() / FINE)


@cache
def _missing(text, family, weight):
    font = QFont(family)
    font.setWeight(weight)
    raw = QRawFont.fromFont(font)
    return "".join(c for c in text if not c.isspace() and not raw.supportsCharacter(ord(c)))


class Recorder(QPaintEngine):
    """Notes what is painted."""

    def __init__(self):
        super().__init__(QPaintEngine.AllFeatures)
        self.marks, self.signs, self.part = [], [], ""
        self.formula, self._formulas = 0, 0
        self._transform, self._brush, self._pen = QTransform(), QBrush(), QPen()
        self._clip, self._follows = None, None

    @contextlib.contextmanager
    def inside(self, part):
        """What is painted now belongs to a part of the figure."""
        own, self.part = self.part, part
        yield
        self.part = own

    @contextlib.contextmanager
    def one_formula(self):
        """What is painted now is one formula."""
        self._formulas += 1
        own, self.formula = self.formula, self._formulas
        yield
        self.formula = own

    def type(self):
        return QPaintEngine.User

    def begin(self, _device):
        return True

    def end(self):
        return True

    def updateState(self, state):  # noqa: N802 - Qt's name
        changed = state.state()
        if changed & _Dirty.DirtyTransform:
            self._transform = QTransform(state.transform())
        if changed & _Dirty.DirtyBrush:
            self._brush = QBrush(state.brush())
        if changed & _Dirty.DirtyPen:
            self._pen = QPen(state.pen())
        if changed & (_Dirty.DirtyClipPath | _Dirty.DirtyClipRegion):
            is_path = changed & _Dirty.DirtyClipPath
            box = state.clipPath() if is_path else state.clipRegion()
            self._clip = self._transform.mapRect(QRectF(box.boundingRect()))
            if state.clipOperation() == Qt.NoClip:
                self._clip = None
        if not state.isClipEnabled():
            self._clip = None

    def _note(self, text, box, **rest):
        self.marks.append(Mark(text, box, self.part, self.formula, self._clip, **rest))

    def drawPath(self, path):  # noqa: N802 - Qt's name
        if self._brush.style() != Qt.NoBrush:
            self._note("", self._transform.mapRect(path.boundingRect()))

    def drawPolygon(self, points, mode):  # noqa: N802 - Qt's name
        line = tuple(self._transform.map(QPointF(point)) for point in points)
        xs, ys = [p.x() for p in line], [p.y() for p in line]
        box = QRectF(QPointF(min(xs), min(ys)), QPointF(max(xs), max(ys)))
        if mode != QPaintEngine.PolylineMode and self._brush.style() != Qt.NoBrush:
            self._note("", box)
        elif self._pen.style() != Qt.NoPen:
            self._note("", box, line=line)

    def drawTextItem(self, place, item):  # noqa: N802 - Qt's name
        text, font = item.text(), QFont(item.font())
        face = font.family(), font.weight()
        box = QRectF(_ink(text, font.family(), font.pixelSize(), font.weight()))
        box.translate(place)
        box = self._transform.mapRect(box)
        start, missing = self._transform.map(place), _missing(text, *face)
        end = start.x() + QFontMetricsF(font).horizontalAdvance(text)
        # Qt hands on one string in pieces, of Latin, Greek and Hangul.
        follows = (font.pixelSize(), start.y(), self.formula, self.part)
        if self._follows is not None:
            before, at = self._follows
            if before == follows and abs(start.x() - at) < 1.0 and self.marks[-1].text:
                last = self.marks.pop()
                text, box = last.text + text, last.box.united(box)
                missing = last.missing + missing
        self._follows = (follows, end)
        if text.strip():
            self._note(text, box, missing=missing)


class Paper(QPaintDevice):
    """What a figure is painted on to be read."""

    def __init__(self, width, height):
        super().__init__()
        self._size, self.recorder = (width, height), Recorder()

    def paintEngine(self):  # noqa: N802 - Qt's name
        return self.recorder

    def metric(self, metric):
        width, height = map(math.ceil, self._size)
        return {
            _Metric.PdmWidth: width,
            _Metric.PdmHeight: height,
            _Metric.PdmWidthMM: width,
            _Metric.PdmHeightMM: height,
            _Metric.PdmNumColors: 2**24,
            _Metric.PdmDepth: 32,
            _Metric.PdmDevicePixelRatio: 1,
            _Metric.PdmDevicePixelRatioScaled: round(QPaintDevice.devicePixelRatioFScale()),
        }.get(metric, 96)


def noted_formula(make, now):
    """A maker of formulas whose formulas are noted as one each."""

    def noted(*arguments, **keywords):
        laid = make(*arguments, **keywords)

        def draw(*place):
            with now[-1].one_formula():
                laid.draw(*place)

        return laid._replace(draw=draw)

    return noted


def noted_part(paint, part, now):
    """A painter of a part of the figure, whose marks are noted as its own."""

    def noted(painter, thing, *arguments, **keywords):
        shown = getattr(thing, "shown", thing)
        with now[-1].inside(f"{part} {getattr(shown, 'kind', '')}".strip()):
            return paint(painter, thing, *arguments, **keywords)

    return noted


@pytest.fixture
def read(monkeypatch):
    """Paint a figure on a paper that is read, and say what is wrong with its words."""
    now = []
    for module, name in (
        (figure_words, "layout"),
        (figure_words, "still_layout"),
        (figure_words, "fitted"),
        (figure_data, "layout"),
        (figure, "still_layout"),
    ):
        monkeypatch.setattr(module, name, noted_formula(getattr(module, name), now))
    for part in ("data", "ground", "optimum", "beside", "below", "marks"):
        name = f"paint_{part}"
        monkeypatch.setattr(figure, name, noted_part(getattr(figure, name), part, now))
    paint_chip = plot_marks.paint_chip

    def noted_sign(painter, chip, text):
        first = len(now[-1].marks)
        paint_chip(painter, chip, text)
        now[-1].signs.append((QRectF(chip), text, range(first, len(now[-1].marks)), now[-1].part))

    monkeypatch.setattr(plot_marks, "paint_chip", noted_sign)
    monkeypatch.setattr(figure, "paint_chip", noted_sign)

    def read(options, of, total=0, spoil=None):
        painted = Figure(options, total)
        paper = Paper(painted.canvas.width, painted.canvas.height)
        now.append(paper.recorder)
        with painting_on(paper) as painter:
            painted.paint(painter, of)
            if spoil is not None:
                spoil(painter, painted.canvas)
        return list(dict.fromkeys(problems(paper.recorder, painted.canvas)))

    return read


def overlap(one, other):
    common = one.intersected(other)
    return common.width() > SLACK and common.height() > SLACK


def crosses(line, box):
    """Whether a line of many points runs through a box."""
    for start, end in itertools.pairwise(line):
        if max(start.x(), end.x()) < box.left() or min(start.x(), end.x()) > box.right():
            continue
        steps = 1 + int(max(abs(end.x() - start.x()), abs(end.y() - start.y())))
        if any(box.contains(start + (end - start) * (i / steps)) for i in range(steps + 1)):
            return True
    return False


def home(part, canvas):
    """Where the texts of a part must stand; None for anywhere."""
    name, _, kind = part.partition(" ")
    row = next((row for row in canvas.rows if row.kind == kind), None)
    if name == "data":
        return canvas.data
    if row is None:
        return None
    return row.words if name in ("beside", "below") else row.card


def problems(recorder, canvas):
    """What is wrong with the words of a figure, in words."""
    whole = QRectF(0, 0, canvas.width, canvas.height)
    texts = [(i, mark) for i, mark in enumerate(recorder.marks) if mark.text]
    for i, mark in texts:
        place = home(mark.part, canvas)
        if not whole.contains(mark.box):
            yield f"{mark.text!r} leaves the canvas"
        if place is not None and not place.adjusted(-1, -1, 1, 1).contains(mark.box):
            yield f"{mark.text!r} leaves its place ({mark.part})"
        if mark.clip is not None and not mark.clip.contains(mark.box):
            yield f"{mark.text!r} is cut off"
        if mark.missing or missing_characters(mark.text):
            yield f"{mark.text!r} has no character in its font for {mark.missing!r}"
        for later in recorder.marks[i + 1 :]:
            if later.text:
                if not 0 < mark.formula == later.formula and overlap(mark.box, later.box):
                    yield f"{mark.text!r} ({mark.part}) and {later.text!r} ({later.part}) overlap"
            elif is_covered(mark, later):
                yield f"{mark.text!r} ({mark.part}) is covered by something of {later.part!r}"
    yield from sign_problems(recorder, canvas, whole, texts)


def is_covered(mark, later):
    """Whether an area or a line lies over a text."""
    box = later.box if later.clip is None else later.box.intersected(later.clip)
    if not later.line:
        return overlap(mark.box, box)
    inner = mark.box.adjusted(SLACK, SLACK, -SLACK, -SLACK)
    inner = inner if later.clip is None else inner.intersected(later.clip)
    return box.adjusted(-1, -1, 1, 1).intersects(inner) and crosses(later.line, inner)


def sign_problems(recorder, canvas, whole, texts):
    for chip, text, own, part in recorder.signs:
        if not whole.contains(chip):
            yield f"the sign {text!r} leaves the canvas"
        if part and not any(row.card.contains(chip) for row in canvas.rows):
            yield f"the sign {text!r} leaves its card"
        for i, mark in texts:
            if i in own and not chip.adjusted(4, 1, -4, -1).contains(mark.box):
                yield f"the sign is too small for {mark.text!r}"
            if i not in own and overlap(chip, mark.box):
                yield f"the sign {text!r} ({part}) covers {mark.text!r} ({mark.part})"


PRESETS_AND_PLAIN = {**PRESETS, "plain": FigureOptions()}
SHAPES = {
    "wide": FigureOptions(width=1600, height=200),
    "tall": FigureOptions(width=200, height=1600),
    "large type": FigureOptions(type_scale=3.0),
    "small type": FigureOptions(type_scale=0.5),
    "large type in print": FigureOptions(width=40, height=30, unit="mm", type_scale=3.0),
    "a thumbnail": FigureOptions(width=64, height=64),
    "just not beside": FigureOptions(width=1190, height=1000),
    "just beside": FigureOptions(width=1200, height=1000),
}
MANY = (3 * 10**14, 10**15)
PEAK = peak_interval(*MANY)
AT_PEAK = {"pi": PEAK[0] + 0.37 * (PEAK[1] - PEAK[0]), "interval": PEAK}
DATA = {
    **{f"7/10 at {pi}": ("1011011101", {"pi": pi}) for pi in (0.0, 0.02, 0.42, 0.7, 1.0)},
    "7/10 nearly at 1": ("1011011101", {"pi": 1 - 1e-9}),
    "7/10 nearly at 0": ("1011011101", {"pi": 1e-300}),
    "ones": ("1" * 10, {}),
    "ones at 1": ("1" * 10, {"pi": 1.0}),
    "ones at 0": ("1" * 10, {"pi": 0.0}),
    "zeros": ("0" * 10, {}),
    "zeros at 1": ("0" * 10, {"pi": 1.0}),
    "a one": ("1", {"pi": 0.3}),
    "a zero": ("0", {"pi": 0.999}),
    "n = 30": (random_observations(30, 0.5, 1), {}),
    "n = 30 at 0": (random_observations(30, 0.5, 1), {"pi": 0.0}),
    "n = 100": (random_observations(100, 0.5, 1), {}),
    "n = 240": (random_observations(240, 0.5, 1), {}),
    "n = 241": (random_observations(241, 0.5, 1), {}),
    "700/1000": ((700, 1000), {}),
    "of 10^7": ((7_024_891, 10**7), {}),
    "of 10^7 at 0": ((7_024_891, 10**7), {"pi": 0.0}),
    "of 10^7 at 1": ((7_024_891, 10**7), {"pi": 1.0}),
    "of 10^9, near": ((5 * 10**8, 10**9), {"pi": 0.5 + 1e-7, "interval": (0.49999, 0.50001)}),
    "underflow": ((0, 1075), {"pi": 0.5}),
    "of 10^15 at its peak": (MANY, AT_PEAK),
    "of 10^15 in bits": (MANY, {**AT_PEAK, "log_base": LogBase.BITS}),
    "of 10^15": (MANY, {"pi": 0.3}),
    "of 10^15 at 0": (MANY, {"pi": 0.0}),
    "one of 10^15": ((1, 10**15), {"pi": 1e-9}),
    "none": ("", {}),
    "none at 0": ("", {"pi": 0.0}),
    "with the truth": ("1011011101", {"true_pi": 0.73, "shows_true_pi": True}),
    "at the truth": ("1011011101", {"pi": 0.7, "true_pi": 0.7, "shows_true_pi": True}),
    "in bits": ("1011011101", {"log_base": LogBase.BITS}),
    "a third": ("110", {"pi": 1 / 3}),
    "near": ("1011011101", {"pi": 0.62, "interval": (0.6, 0.8)}),
    "out of sight": ("1011011101", {"pi": 0.2, "interval": (0.6, 0.8)}),
}
MAIN = "7/10 at 0.42"
# Of presets, panels and languages, those that all data are tried in.
SOME = (
    ("slide", "all", "en"),
    ("slide", "bce", "ko"),
    ("a4-half", "all", "ko"),
    ("square", "all", "en"),
    ("square", "bce", "ko"),
    ("square", "all", "ko"),
    ("plain", "all", "ko"),
    ("plain", "bce", "en"),
)


def shown(name):
    data, rest = DATA[name]
    return snapshot(data, **rest)


def said(wrong):
    return "\n".join(f"{where}: {words}" for where, words in wrong)


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("preset", PRESETS_AND_PLAIN)
def test_every_word_is_whole_in_any_panel_with_any_parts(read, preset, language):
    wrong = []
    whole = frozenset(PARTS)
    some = [frozenset(parts) for r in range(3) for parts in itertools.combinations(PARTS, r)]
    of = shown(MAIN)
    for panel, (parts, title) in itertools.product(
        PANELS, [(whole, ""), (whole, "제목 Title"), *((parts, "x") for parts in some)]
    ):
        options = replace(
            PRESETS_AND_PLAIN[preset],
            panel=panel,
            parts=parts,
            title=title,
            language=language,
            theme="dark" if title else "light",
        )
        where = f"{panel}, {sorted(parts)}, {title!r}"
        wrong += [(where, words) for words in read(options, of)]
    assert not wrong, said(wrong)


@pytest.mark.parametrize("name", DATA)
def test_every_word_is_whole_whatever_the_data(read, name):
    wrong = []
    of = shown(name)
    for preset, panel, language in SOME:
        options = replace(PRESETS_AND_PLAIN[preset], panel=panel, language=language)
        where = f"{preset}, {panel}, {language}"
        wrong += [(where, words) for words in read(options, of)]
    assert not wrong, said(wrong)


@pytest.mark.parametrize("shape", SHAPES)
def test_every_word_is_whole_in_any_shape(read, shape):
    wrong = []
    for panel, parts, name in itertools.product(
        ("all", *KINDS[1:2]),
        (frozenset(PARTS), frozenset({"tiles"}), frozenset({"numbers"})),
        (MAIN, "7/10 at 0.02", "of 10^7 at 1", "n = 240", "of 10^15 at its peak", "none"),
    ):
        language = "en" if panel == "all" else "ko"
        options = replace(SHAPES[shape], panel=panel, parts=parts, language=language)
        where = f"{panel}, {sorted(parts)}, {name}"
        wrong += [(where, words) for words in read(options, shown(name))]
    assert not wrong, said(wrong)


@pytest.mark.parametrize("preset", PRESETS_AND_PLAIN)
def test_every_word_is_whole_while_observations_come_in(read, preset):
    wrong = []
    everything = random_observations(240, 0.5, 1)
    for total, count in ((10, 0), (10, 1), (10, 10), (31, 30), (240, 0), (240, 7), (240, 240)):
        of = snapshot(everything.prefix(count))
        found = read(PRESETS_AND_PLAIN[preset], of, total)
        wrong += [(f"{count} of {total}", words) for words in found]
    assert not wrong, said(wrong)


@pytest.mark.parametrize("preset", PRESETS_AND_PLAIN)
def test_a_long_title_is_set_smaller_and_then_shortened(read, preset):
    for title in ("A title that is rather long, " * 6, "긴 제목이 하나 있으면 " * 14, "W" * 200):
        options = replace(PRESETS_AND_PLAIN[preset], title=title[:200].strip())
        assert read(options, shown(MAIN)) == []


def test_the_check_itself_can_fail(read):
    options, of = FigureOptions(), shown(MAIN)

    def write(text, x, y, size=13):
        def spoil(painter, canvas):
            painter.setFont(fonts.text_font(size))
            painter.drawText(QPointF(x(canvas), y(canvas)), text)

        return spoil

    def cover(painter, canvas):
        painter.fillRect(canvas.rows[0].words, Qt.black)

    def strike(painter, canvas):
        painter.setPen(QPen(Qt.black, 1))
        painter.drawPolyline(canvas.rows[0].words.topLeft(), canvas.rows[0].words.bottomRight())

    def cut(painter, canvas):
        painter.setClipRect(QRectF(600, 0, 30, 8))
        write("cut", lambda _c: 620, lambda _c: 12)(painter, canvas)

    assert read(options, of) == []
    for spoil, words in (
        (write("out", lambda c: c.width - 9, lambda c: c.height - 4), "leaves the canvas"),
        (
            write(
                "over", lambda c: c.rows[1].card.left() + 22, lambda c: c.rows[1].card.top() + 25
            ),
            "overlap",
        ),
        (write("\U0001f600", lambda _c: 600, lambda _c: 14), "no character"),
        (cover, "is covered"),
        (strike, "is covered"),
        (cut, "is cut off"),
    ):
        assert any(words in found for found in read(options, of, spoil=spoil)), words


def test_the_check_finds_words_that_leave_their_place(read, monkeypatch):
    monkeypatch.setattr(figure_words, "ARRANGEMENTS", figure_words.ARRANGEMENTS[:1])
    monkeypatch.setattr(figure_words, "VALUE_SIZE", 70)
    found = read(PRESETS["slide"], shown(MAIN))
    assert any("leaves its place (beside bce)" in words for words in found)


# Sizes -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [
        (64, 64, 1),
        (64, 64, 1.5),
        (65, 97, 2),
        (101, 77, 1.5),
        (333, 111, 2),
        (641, 333, 1),
        (641, 333, 1.5),
        (640, 480, 2),
        (799, 100, 1),
        (100, 799, 1.5),
        (512, 512, 1),
        (801, 601, 1.5),
        (960, 540, 2),
        (1001, 701, 1),
        (1080, 1080, 1),
        (1280, 720, 1.5),
        (1441, 901, 1),
        (1919, 1079, 1),
        (1600, 200, 2),
        (7680, 4320, 1),
    ],
)
def test_a_picture_is_exactly_as_large_as_asked_for(width, height, scale):
    options = FigureOptions(width=width, height=height, scale=scale)
    data = made("a.png", options, snapshot())
    assert data[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", data[16:24]) == (round(width * scale), round(height * scale))


@pytest.mark.parametrize(
    ("options", "dpi"),
    [
        (FigureOptions(width=64, height=64), 96),
        (FigureOptions(width=64, height=64, scale=2), 192),
        (FigureOptions(width=20, height=15, unit="mm"), 300),
        (FigureOptions(width=20, height=15, unit="mm", dpi=600), 600),
    ],
)
def test_a_picture_says_its_resolution(options, dpi):
    with Image.open(io.BytesIO(made("a.png", options, snapshot()))) as image:
        assert image.info["dpi"] == pytest.approx((dpi, dpi), abs=0.02)
        assert image.size == options.pixels


@pytest.mark.parametrize(
    "options",
    [
        FigureOptions(width=641, height=333),
        FigureOptions(width=170, height=125, unit="mm"),
        FigureOptions(width=85.5, height=60.125, unit="mm"),
    ],
)
def test_a_page_is_exactly_as_large_as_asked_for(options):
    (page,) = PdfReader(io.BytesIO(made("a.pdf", options, snapshot()))).pages
    size = float(page.mediabox.width), float(page.mediabox.height)
    assert size == pytest.approx(options.points, abs=1e-3)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_the_fonts_are_in_the_page(language):
    options = FigureOptions(language=language, title="제목 title")
    (page,) = PdfReader(io.BytesIO(made("a.pdf", options, snapshot()))).pages
    found = {}
    for font in page["/Resources"]["/Font"].values():
        inner = font.get_object()["/DescendantFonts"][0].get_object()
        found[inner["/BaseFont"].partition("+")[2]] = inner["/FontDescriptor"].get("/FontFile2")
    assert len(found) == 3
    assert all(file is not None for file in found.values())
    words = page.extract_text().replace("\n", "")
    assert "제목 title" in words
    assert ("가능도" if language == "ko" else "Likelihood") in words


def test_an_svg_states_its_size_and_what_it_is_of():
    options = FigureOptions(width=170, height=125, unit="mm", title="<제목> & title")
    root = ET.fromstring(made("a.svg", options, snapshot()))  # noqa: S314 - our own file
    assert (root.get("width"), root.get("height")) == ("170mm", "125mm")
    _x, _y, width, height = map(float, root.get("viewBox").split())
    assert width / height == pytest.approx(170 / 125, rel=1e-5)
    space = "{http://www.w3.org/2000/svg}"
    assert root.findtext(f"{space}title") == "<제목> & title"
    assert "main.py 1011011101 --pi 0.42" in root.findtext(f"{space}desc")
    assert not list(root.iter(f"{space}text"))


def test_an_svg_of_text_holds_the_words():
    options = FigureOptions(outlines=False, language="ko")
    root = ET.fromstring(made("a.svg", options, snapshot()))  # noqa: S314 - our own file
    words = " ".join(node.text for node in root.iter("{http://www.w3.org/2000/svg}text"))
    assert "가능도" in words
    assert "7/10" in words


@pytest.mark.parametrize("ending", [".png", ".webp", ".apng", ".gif"])
def test_a_transparent_figure_is_clear_in_its_corners(ending):
    motion = Motion(seconds=0.1)
    plain = FigureOptions(width=600, height=400, panel="bce")
    for options, alpha in ((replace(plain, transparent=True), 0), (plain, 255)):
        with Image.open(io.BytesIO(made(f"a{ending}", options, snapshot(), motion))) as image:
            pixels = np.asarray(image.convert("RGBA"))
        assert [pixels[y, x, 3] for y in (0, -1) for x in (0, -1)] == [alpha] * 4
        # The cards are outlines on any ground but their own.
        assert ((pixels[..., 3] == 255).mean() > 0.5) is not options.transparent


# The same file -----------------------------------------------------------------------------------


NAMES = [f"a{ending}" for ending in (".png", ".svg", ".pdf", ".csv", *MOVING_ENDINGS)]
ARGUMENTS = (
    *("1011011101", "--pi", "0.42", "--lang", "ko", "--theme", "dark", "--size", "320x200"),
    *("--title", "제목", "--seconds", "0.2"),
)


def own(name):
    """What the file of `ARGUMENTS` holds when it is made here."""
    options = parse([*ARGUMENTS, "--export", "a.gif"])
    order = options.export
    return made(name, order.figure, evaluate(options.state), order.motion)


def test_files_are_the_same_in_another_process_and_each_time(tmp_path):
    arguments = [word for name in NAMES for word in ("--export", str(tmp_path / name))]
    strange = {
        "PYTHONHASHSEED": "12345",
        "LANG": "ko_KR.UTF-8",
        "QT_SCALE_FACTOR": "2",
        "QT_FONT_DPI": "144",
        "QT_QPA_PLATFORM": "none",
        "DISPLAY": "",
        "TZ": "Asia/Seoul",
    }
    result = run_program(*ARGUMENTS, *arguments, environment=strange)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    for name in NAMES:
        data = own(name)
        assert data == own(name), name
        assert (tmp_path / name).read_bytes() == data, name


@pytest.mark.parametrize("name", ["a.png", "a.svg", "a.pdf", "a.gif"])
def test_figures_do_not_depend_on_the_window_and_leave_it_as_it_was(name):
    before = own(name)
    i18n.set_language("ko")
    theme.set_look(theme=theme.DARK, scale=2.5)
    kept = theme.look()
    assert own(name) == before
    assert (theme.look(), i18n.language()) == (kept, "ko")
    assert i18n.translate("Plots", "nats") == "nat"
    i18n.set_language("en")
    theme.set_look(theme=theme.LIGHT, scale=0.7)
    assert own(name) == before
    assert (theme.look().theme, i18n.language()) == (theme.LIGHT, "en")


@pytest.mark.parametrize("name", ["a.png", "a.svg", "a.pdf"])
def test_a_painting_that_fails_leaves_the_window_as_it_was(name, monkeypatch):
    kept = theme.look()

    def broken(*_arguments):
        assert (theme.look().theme, i18n.language()) == (theme.DARK, "ko")
        raise ZeroDivisionError

    monkeypatch.setattr(figure, "paint_curves", broken)
    with pytest.raises(ZeroDivisionError):
        own(name)
    assert (theme.look(), i18n.language()) == (kept, "en")
    monkeypatch.undo()
    # The device was let go of, too: another painting is well.
    assert own(name) == own(name)


def test_a_figure_that_is_painted_again_is_the_same_as_a_new_one():
    """A moving figure keeps its plots while π alone changes."""
    options = FigureOptions(width=300, height=200)
    states = [
        State(pi=0.1),
        State(pi=0.9),
        State(pi=0.9, log_base=LogBase.BITS),
        State(pi=0.9, interval=(0.5, 1.0)),
        State(pi=0.9, true_pi=0.6, shows_true_pi=True),
        State(Observations([1, 0]), pi=0.9),
        State(pi=0.1),
    ]
    from gui.figures.still_files import picture

    used, previous = Figure(options), None
    for state in states:
        previous = evaluate(state, previous)
        assert picture(used, options, previous) == picture(
            Figure(options), options, evaluate(state)
        )


# Other programs ----------------------------------------------------------------------------------

# Renderers smooth edges each in its own way. Measured over these three: a mean of 0.6 to 1.0 of 255
# for SVG and of 1.2 to 1.9 for PDF; 0.2 to 0.5 % and 0.7 to 1.2 % of the pixels are off by more
# than 64. A picture shifted by one pixel is off by 2.3 or more, and by 1.7 % of its pixels.
FAR = 64
MOST_MEAN, MOST_SHARE = {"svg": 1.4, "pdf": 2.2}, {"svg": 0.007, "pdf": 0.015}
# Averaged over squares of 8 pixels, of which none was off by more than 34, smoothing goes, and what
# is missing or moved stays.
SQUARE, MOST_SQUARE = 8, 48
SEEN = {
    "ten, Korean, dark": (FigureOptions(width=960, height=600, language="ko", theme="dark"), MAIN),
    "ten million": (FigureOptions(width=960, height=600), "of 10^7"),
    "all ones": (FigureOptions(width=960, height=600), "ones"),
}


def pixels_of(data):
    with Image.open(io.BytesIO(data)) as image:
        return np.asarray(image.convert("RGB")).astype(int)


def squares(pixels):
    height, width = (side // SQUARE * SQUARE for side in pixels.shape[:2])
    parts = pixels[:height, :width].reshape(height // SQUARE, SQUARE, width // SQUARE, SQUARE, 3)
    return parts.mean(axis=(1, 3))


def assert_alike(found, wanted, kind):
    assert found.shape == wanted.shape
    off = np.abs(found - wanted)
    share = (off.max(axis=2) > FAR).mean()
    worst = np.abs(squares(found) - squares(wanted)).max()
    assert off.mean() < MOST_MEAN[kind], (off.mean(), share, worst)
    assert share < MOST_SHARE[kind], (off.mean(), share, worst)
    assert worst < MOST_SQUARE, (off.mean(), share, worst)


def run(*command):
    subprocess.run(command, check=True, capture_output=True, timeout=60)


def by_rsvg(svg, folder):
    run("rsvg-convert", svg, "-o", folder / "a.png")
    return (folder / "a.png").read_bytes()


def by_chromium(svg, folder):
    run(
        *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"),
        *(f"--user-data-dir={folder / 'profile'}", "--window-size=960,600"),
        *(f"--screenshot={folder / 'a.png'}", svg.as_uri()),
    )
    return (folder / "a.png").read_bytes()


def by_cairosvg(svg, _folder):
    cairosvg = pytest.importorskip("cairosvg", reason="cairosvg is not installed")
    return cairosvg.svg2png(bytestring=svg.read_bytes())


@pytest.mark.parametrize("case", SEEN)
@pytest.mark.parametrize(
    ("program", "drawn"),
    [("rsvg-convert", by_rsvg), ("chromium", by_chromium), ("", by_cairosvg)],
    ids=["rsvg-convert", "chromium", "cairosvg"],
)
def test_other_programs_draw_the_svg_as_the_picture_is(tmp_path, program, drawn, case):
    if program and shutil.which(program) is None:
        pytest.skip(f"{program} is not installed")
    options, data = SEEN[case]
    svg = tmp_path / "a.svg"
    svg.write_bytes(made("a.svg", options, shown(data)))
    found = pixels_of(drawn(svg, tmp_path))
    assert_alike(found, pixels_of(made("a.png", options, shown(data))), "svg")


@pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="pdftoppm is not installed")
@pytest.mark.parametrize("case", SEEN)
def test_other_programs_draw_the_page_as_the_picture_is(tmp_path, case):
    options, data = SEEN[case]
    (tmp_path / "a.pdf").write_bytes(made("a.pdf", options, shown(data)))
    run("pdftoppm", "-png", "-r", "96", "-singlefile", tmp_path / "a.pdf", tmp_path / "a")
    found = pixels_of((tmp_path / "a.png").read_bytes())
    assert_alike(found, pixels_of(made("a.png", options, shown(data))), "pdf")


def test_the_comparison_itself_can_fail():
    options, of = FigureOptions(width=960, height=600), shown(MAIN)
    wanted = pixels_of(made("a.png", options, of))
    assert_alike(wanted, wanted, "svg")
    other = pixels_of(made("a.png", options, shown("7/10 at 0.02")))
    without = pixels_of(made("a.png", replace(options, parts=frozenset({"tiles"})), of))
    for wrong in (np.roll(wanted, 2, axis=1), other, without):
        with pytest.raises(AssertionError):
            assert_alike(wrong, wanted, "pdf")
