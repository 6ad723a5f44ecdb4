"""A page as a PDF file: its size, its bytes, its words, and where on it things are."""

import hashlib
import io
import math
import os
import re
import subprocess
import sys
import time

import pytest
from pypdf import PdfReader
from pypdf.generic import ContentStream
from PyQt5.QtCore import QPointF, QRect, QRectF, Qt
from PyQt5.QtGui import (
    QColor,
    QFont,
    QImage,
    QLinearGradient,
    QPainterPath,
    QPen,
    QStaticText,
    QTransform,
)

from gui import fonts
from gui.figures import pdf_file
from gui.figures.pdf_file import pdf
from tests.helpers import ROOT

pytestmark = pytest.mark.usefixtures("qapp")

MM = 72 / 25.4
SIZES = [
    (481.89, 354.33),
    (170 * MM, 125 * MM),
    (85 * MM, 60 * MM),
    (210 * MM, 297 * MM),
    (297 * MM, 210 * MM),
    (841 * MM, 1189 * MM),
    (612, 792),
    (72, 72),
    (100.5, 100.5),
    (99.999, 100.001),
    (100.004, 99.996),
    (1, 1),
    (0.37, 12.345),
    (3.3333, 777.7777),
    (1000 / 3, 500 / 7),
    (2000.01, 30.99),
    (1e4, 5e3),
    (14400, 1440.4),
    (math.pi * 100, math.e * 100),
    (641.0001, 480.9999),
]


def words(painter, text="우도 Likelihood"):
    painter.setFont(fonts.text_font(13))
    painter.drawText(QPointF(20.25, 40.5), text)


def scene(painter):
    """Something of everything that the program paints."""
    painter.setRenderHint(painter.Antialiasing)
    words(painter)
    painter.setFont(fonts.text_font(15, strong=True))
    painter.drawText(QPointF(20, 70), "BCE = −ℓ/n")
    painter.setFont(fonts.math_font(17))
    painter.drawText(QPointF(20, 100), "ℓ(π̂) = −∞, 𝜋 = 𝟎.𝟓")
    painter.setFont(fonts.text_font(11))
    painter.drawStaticText(QPointF(20, 110), QStaticText("still words 글자"))
    pen = QPen(QColor(200, 20, 20), 0.25)
    pen.setDashPattern([4, 3])
    painter.setPen(pen)
    painter.drawLine(QPointF(5.3, 130.7), QPointF(190.2, 131.1))
    gradient = QLinearGradient(0, 0, 100, 0)
    gradient.setColorAt(0, QColor(255, 0, 0, 90))
    gradient.setColorAt(1, QColor(0, 0, 255))
    painter.fillRect(QRectF(100, 10, 50, 20), gradient)
    image = QImage(9, 9, QImage.Format_ARGB32)
    image.fill(QColor(1, 200, 3, 100))
    painter.drawImage(QPointF(160, 20), image)
    painter.setOpacity(0.4)
    painter.fillRect(QRectF(120, 20, 50, 20), QColor(0, 120, 0))


def page_of(file):
    (page,) = PdfReader(io.BytesIO(file)).pages
    return page


def text_of(file):
    """The words without the ends of lines, which a reader sets as it thinks best."""
    return page_of(file).extract_text().replace("\n", "")


def drawn(file):
    """The page's paths: (what is done with it, line width, points), in points from the top left."""
    page = page_of(file)
    height = float(page.mediabox.height)
    matrix, width, clipped, stack, points, found = QTransform(), 1.0, False, [], [], []
    clips = False
    for operands, operator in ContentStream(page["/Contents"].get_object(), None).operations:
        numbers = [float(o) for o in operands if isinstance(o, (int, float))]
        if operator == b"q":
            stack.append((matrix, width, clipped))
        elif operator == b"Q":
            matrix, width, clipped = stack.pop()
        elif operator == b"cm":
            matrix = QTransform(*numbers) * matrix
        elif operator == b"w":
            (width,) = numbers
        elif operator in (b"m", b"l"):
            points.append(QPointF(*numbers))
        elif operator == b"re":
            x, y, w, h = numbers
            points += [QPointF(x, y), QPointF(x + w, y), QPointF(x + w, y + h), QPointF(x, y + h)]
        elif operator in (b"W", b"W*"):
            clips = True
        elif operator in (b"S", b"f", b"f*", b"B", b"B*", b"n"):
            places = [matrix.map(point) for point in points]
            scale = math.sqrt(abs(matrix.determinant()))
            done = "clip" if clips else operator.decode() + ", clipped" * clipped
            found.append((done, width * scale, [(p.x(), height - p.y()) for p in places]))
            clipped = clipped or clips
            points, clips = [], False
    return found


def bounds(points):
    xs, ys = zip(*points, strict=True)
    return pytest.approx((min(xs), min(ys), max(xs), max(ys)), abs=1e-4)


# The page ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_the_page_is_as_large_as_asked_for(width, height):
    file = pdf(width, height, words)
    (box,) = re.findall(rb"/MediaBox \[ ([^]]*) \]", file)
    assert [float(one) for one in box.split()] == pytest.approx([0, 0, width, height], abs=1e-5)
    assert not re.search(rb"/(Crop|Trim|Bleed|Art)Box|/Rotate|/UserUnit", file)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_what_fills_the_canvas_fills_the_page(width, height):
    file = pdf(
        width,
        height,
        lambda p: p.fillRect(QRectF(0, 0, 643, 472.5), QColor(9, 9, 9)),
        canvas=(643, 472.5),
    )
    ((done, _width, points),) = drawn(file)
    assert done == "f"
    assert (0, 0, width, height) == bounds(points)


@pytest.mark.parametrize(
    ("width", "height", "canvas"),
    [
        (0, 10, None),
        (10, -1, None),
        (math.nan, 10, None),
        (10, math.nan, None),
        (math.inf, 10, None),
        (10, 10, (0, 10)),
        (10, 10, (10, math.inf)),
        (10, 10, (10, math.nan)),
    ],
)
def test_a_page_without_area_is_refused(width, height, canvas):
    with pytest.raises(ValueError, match=r"are no page$"):
        pdf(width, height, words, canvas=canvas)


def test_nothing_painted_is_an_empty_page():
    file = pdf(100, 50, lambda _painter: None)
    assert drawn(file) == []
    assert text_of(file) == ""


def test_a_mistake_in_the_painting_leaves_qt_alone():
    def mistaken(painter):
        words(painter)
        raise RuntimeError("a mistake")

    with pytest.raises(RuntimeError, match="a mistake"):
        pdf(100, 100, mistaken)
    assert text_of(pdf(200, 100, words)) == "우도 Likelihood"


# The same painting, the same file ----------------------------------------------------------------


def test_the_same_painting_is_the_same_file_at_another_time(monkeypatch):
    first = pdf(481.89, 354.33, scene, canvas=(200, 150), title="a", subject="b")
    time.sleep(1.1)  # Qt's own clock cannot be set
    monkeypatch.setattr(time, "time", lambda: 2e9)
    monkeypatch.setenv("TZ", "Asia/Seoul")
    assert pdf(481.89, 354.33, scene, canvas=(200, 150), title="a", subject="b") == first


CHILD = """
import hashlib
from tests.gui.figures.test_pdf_file import pdf, scene
from gui.app import application
app = application()
print(hashlib.sha256(pdf(481.89, 354.33, scene, canvas=(200, 150))).hexdigest())
"""


def test_the_same_painting_is_the_same_file_in_another_run():
    runs = [
        subprocess.Popen(
            [sys.executable, "-c", CHILD],
            cwd=ROOT,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            # Of these depends in which order Qt writes the fonts.
            env={**os.environ, "QT_HASH_SEED": str(seed), "PYTHONHASHSEED": str(seed)},
        )
        for seed in range(1, 6)
    ]
    prints = {run.communicate(timeout=60)[0].strip() for run in runs}
    expected = pdf(481.89, 354.33, scene, canvas=(200, 150))
    assert prints == {hashlib.sha256(expected).hexdigest()}


def test_no_date_and_no_random_name():
    file = pdf(481.89, 354.33, scene, canvas=(200, 150), title="a")
    assert not re.search(rb"Date|/ID\b|\(D:|/Metadata|Producer|Creator", file)
    assert PdfReader(io.BytesIO(file)).metadata == {"/Title": "a"}


# The information ---------------------------------------------------------------------------------

COMMAND = "main.py '동전, \"a\".csv' --column \\(x\\) --pi 0.42 # – “π̂” 𝜋"


def test_the_information_reads_back():
    file = pdf(100, 100, words, title="우도 (π̂) ℓ", subject=COMMAND, keywords="likelihood, 우도")
    assert PdfReader(io.BytesIO(file)).metadata == {
        "/Title": "우도 (π̂) ℓ",
        "/Subject": COMMAND,
        "/Keywords": "likelihood, 우도",
    }


@pytest.mark.parametrize("text", ["plain", "a (b) \\ c)", "–•™", "동전", "x" * 5000, "é\tü"])
def test_any_text_is_information(text):
    information = PdfReader(io.BytesIO(pdf(100, 100, words, subject=text))).metadata
    assert information == {"/Subject": text}


# The words ---------------------------------------------------------------------------------------


def test_fonts_are_embedded_under_a_name_of_their_own():
    page = page_of(pdf(481.89, 354.33, scene, canvas=(200, 150)))
    names = []
    for font in page["/Resources"]["/Font"].values():
        descendant = font.get_object()["/DescendantFonts"][0].get_object()
        descriptor = descendant["/FontDescriptor"]
        assert "/FontFile2" in descriptor or "/FontFile3" in descriptor
        names.append(font.get_object()["/BaseFont"])
        assert descendant["/BaseFont"] == descriptor["/FontName"] == names[-1]
    assert names == [
        "/AAAAAA+Pretendard-Regular",
        "/AAAAAB+Pretendard-SemiBold",
        "/AAAAAC+STIXTwoMath",
    ]


TEXTS = [
    "우도 Likelihood",
    "BCE = −ℓ/n",
    "L(π) at −∞ and π̂ = 0.7",
    "A-B 1:2 A=B 1+2 −1 1–2 Δ – — · × ± ≤ A→B",
    "(0.25, 0.75) [0, 1] 50% 1e-5 10⁻⁵",
    "office fi ffl AVATo",
    "".join(map(chr, range(0x21, 0x7F))).replace("-.", "- .").replace("<=>", "< = >"),
    "로그우도와 교차 엔트로피를 최소로",
]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("strong", [False, True])
def test_words_can_be_selected(text, strong):
    def paint(painter):
        painter.setFont(fonts.text_font(13, strong=strong))
        painter.drawText(QPointF(5, 20), text)

    assert text_of(pdf(800, 40, paint)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    "text", ["ℓ(π̂) = −∞", "𝜋 ∑ 𝑘 log 𝜋 + (𝑛−𝑘) log(1−𝜋)", "𝟎.𝟒𝟐 ℎ 𝐿 𝑦₁ ∏", "x̂ ≥ 0"]
)
def test_mathematics_can_be_selected(text):
    def paint(painter):
        painter.setFont(fonts.math_font(17))
        painter.drawText(QPointF(5, 20), text)

    assert text_of(pdf(800, 40, paint)).replace(" ", "") == text.replace(" ", "")


def test_every_letter_of_the_formulas_can_be_selected():
    letters = [chr(0x1D434 + i) for i in range(26)]
    letters += ["ℎ" if i == 7 else chr(0x1D44E + i) for i in range(26)]
    letters += [chr(0x1D7CE + i) for i in range(10)]

    def paint(painter):
        painter.setFont(fonts.math_font(10))
        painter.drawText(QPointF(5, 20), "".join([*letters, "𝜋"]))

    assert text_of(pdf(800, 40, paint)) == "".join([*letters, "𝜋"])


def test_a_space_is_a_space_and_still_words_are_words():
    def paint(painter):
        painter.setFont(fonts.text_font(13))
        painter.drawStaticText(QPointF(5, 5), QStaticText("still words"))

    file = pdf(200, 40, paint)
    (font,) = page_of(file)["/Resources"]["/Font"].values()
    lines = re.findall(r"^<\w{4}> <(\w{4})>$", font["/ToUnicode"].get_data().decode(), re.MULTILINE)
    assert {chr(int(one, 16)) for one in lines} - {"\uffff"} == set("still words")


def test_many_characters_are_many_blocks():
    hangul = "".join(map(chr, range(0xAC00, 0xAC00 + 28 * 30, 4)))

    def paint(painter):
        painter.setFont(fonts.text_font(13))
        painter.drawText(QPointF(5, 20), hangul)

    file = pdf(4000, 40, paint)
    (font,) = page_of(file)["/Resources"]["/Font"].values()
    blocks = re.findall(r"(\d+) beginbfchar", font["/ToUnicode"].get_data().decode())
    assert list(map(int, blocks)) == [100, 100, 10]
    assert text_of(file) == hangul


def test_ranges_of_characters_are_read():
    text = "<0000> <0000> <0000>\n<0001> <0003> <0041>\n<0004> <0006> [<0009> <E0DC> <AC00> ]\n"
    assert pdf_file._known_to_qt(text) == {1: "A", 2: "B", 3: "C", 4: " ", 6: "가"}


def test_a_font_with_other_numbers_has_no_characters_rather_than_wrong_ones(monkeypatch):
    outlines = pdf_file._outlines
    font, texts = fonts.math_font(20), ["𝑎", "𝑏"]
    assert list(pdf_file._drawn(font, texts).values()) == texts
    monkeypatch.setattr(pdf_file, "_outlines", lambda font: outlines(font)[:-1])
    assert pdf_file._drawn(font, texts) == {}
    assert pdf_file._drawn(font, []) == {}


def test_words_stand_where_they_are_painted():
    def paint(painter):
        words(painter, "here")
        painter.setFont(fonts.math_font(17))
        painter.drawText(QPointF(100.125, 90.75), "𝜋")

    width, height, canvas = 481.89, 354.33, (200.0, 150.0)
    places = {}

    def visit(text, matrix, text_matrix, _font, _size):
        if text.strip():
            place = QTransform(*text_matrix) * QTransform(*matrix)
            places[text.strip()] = (place.dx() / width * 200, (1 - place.dy() / height) * 150)

    page_of(pdf(width, height, paint, canvas=canvas)).extract_text(visitor_text=visit)
    # Qt puts the baseline on a 64th of a pixel.
    assert places["here"][1] == pytest.approx(40.5, abs=1 / 64)
    assert places["𝜋"][1] == pytest.approx(90.75, abs=1 / 64)


# Lines -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("line_width", [0.1, 0.25, 1.0, 2.75])
def test_lines_are_as_thin_and_where_they_are_painted(line_width):
    def paint(painter):
        painter.setPen(QPen(QColor(9, 9, 9), line_width))
        painter.drawLine(QPointF(10.3, 20.07), QPointF(190.123, 140.001))

    ((done, got_width, points),) = drawn(pdf(400, 300, paint, canvas=(200, 150)))
    assert done == "S"
    assert got_width == pytest.approx(2 * line_width, abs=1e-5)
    assert points[0] == pytest.approx((20.6, 40.14), abs=1e-5)
    assert points[1] == pytest.approx((380.246, 280.002), abs=1e-5)


def test_the_pen_that_a_painter_begins_with_is_one_wide():
    file = pdf(100, 100, lambda p: p.drawRect(QRectF(10, 10, 50, 50)))
    ((done, got_width, points),) = drawn(file)
    assert (done, got_width) == ("S", pytest.approx(1.0, abs=1e-6))
    assert bounds(points) == (10, 10, 60, 60)


def test_dashes_stay_dashes():
    file = pdf(400, 300, scene, canvas=(200, 150))
    content = page_of(file)["/Contents"].get_data()
    assert re.search(rb"\n0\.250* w \d J \d j \[1 0\.750* \]0 +d\n", content)


@pytest.mark.parametrize("rect", [QRect(20, 30, 50, 40), QRectF(20.3, 30.7, 50.1, 40.9)])
def test_what_is_clipped_is_clipped_where_it_was(rect):
    def paint(painter):
        painter.setPen(Qt.NoPen)
        painter.setClipRect(rect)
        painter.fillRect(QRectF(0, 0, 200, 150), QColor(9, 9, 9))

    clip, fill = drawn(pdf(481.89, 354.33, paint, canvas=(200, 150)))
    x, y = 481.89 / 200, 354.33 / 150
    rect = QRectF(rect)
    assert (clip[0], fill[0]) == ("clip", "f, clipped")
    assert (rect.left() * x, rect.top() * y, rect.right() * x, rect.bottom() * y) == bounds(clip[2])


def test_a_clip_by_a_path_ends_where_the_painter_is_restored():
    def paint(painter):
        painter.setPen(Qt.NoPen)
        painter.save()
        path = QPainterPath()
        path.moveTo(10, 10)
        path.lineTo(50.5, 10)
        path.lineTo(10, 60.25)
        path.closeSubpath()
        painter.setClipPath(path)
        painter.fillRect(QRectF(0, 0, 100, 100), QColor(9, 9, 9))
        painter.restore()
        painter.fillRect(QRectF(70, 70, 5, 5), QColor(9, 9, 9))

    file = pdf(100, 100, paint)
    clip, *fills = drawn(file)
    assert clip[0] == "clip"
    assert bounds(clip[2]) == (10, 10, 50.5, 60.25)
    assert [fill[0] for fill in fills] == ["f, clipped", "f"]


def test_a_font_in_points_is_as_large_as_on_a_screen():
    def paint(painter):
        font = QFont(fonts.TEXT_FAMILY)
        font.setPointSizeF(12)
        painter.setFont(font)
        painter.drawText(QPointF(5, 30), "x")

    assert re.search(rb" 16 Tf", page_of(pdf(100, 100, paint))["/Contents"].get_data())
