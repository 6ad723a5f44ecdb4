"""A painting as a PDF file of one page: sharp at any size, its text selectable.

Qt writes a page of whole points and the time of day into its file, puts the fonts in another order
in another run, and does not know some of the characters that it writes. pypdf sets that right.
"""

from __future__ import annotations

import io
import itertools
import math
import re
import struct
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject, RectangleObject
from PyQt5.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QPointF, QSizeF, Qt
from PyQt5.QtGui import (
    QFont,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QPen,
    QRawFont,
    QTextLayout,
)

from gui import fonts

_POINTS = 72  # in an inch
_PIXELS = 96  # likewise: a font in points, a pen of one device pixel are as on a screen
_LETTERS = (0x210E, *range(0x1D400, 0x1D800))  # the italic h, and the other mathematical letters
_SIGNS = (*range(0x21, 0x7F), *range(0xA1, 0x100), *range(0x2010, 0x2060), *range(0x2190, 0x2300))


def pdf(
    width: float,
    height: float,
    paint: Callable[[QPainter], object],
    *,
    canvas: tuple[float, float] | None = None,
    title: str = "",
    subject: str = "",
    keywords: str = "",
) -> bytes:
    """Paint a page; the same painting is the same file, in any run and at any time.

    What is not painted is transparent. Fonts are embedded. The file has no date.

    Args:
        width: of the page in points, 1/72 inch; it is not rounded.
        height: likewise.
        paint: paints the page from its top left corner.
        canvas: width and height of the page in the painter's coordinates, points unless given.
        title: document information; left out where it is empty, as are the next two.
        subject: likewise.
        keywords: likewise.

    Raises:
        ValueError: the page or the canvas has no area.
    """
    canvas = canvas or (width, height)
    if not all(0.0 < length < math.inf for length in (width, height, *canvas)):
        raise ValueError(f"{width} × {height} points for a canvas of {canvas} are no page")
    writer = PdfWriter()
    # What a page needs is copied in the order in which the page names it.
    page = writer.add_page(_read(_painted(width, height, canvas, paint)))
    page.mediabox = RectangleObject((0.0, 0.0, width, height))
    for place, font in enumerate(_fonts_of(page)):
        _name(font, place)
        _mend_words(font)
    information = {"/Title": title, "/Subject": subject, "/Keywords": keywords}
    writer.metadata = {name: text for name, text in information.items() if text}
    file = io.BytesIO()
    writer.write(file)
    return file.getvalue()


def _painted(
    width: float,
    height: float,
    canvas: tuple[float, float],
    paint: Callable[[QPainter], object],
) -> bytes:
    """Qt's own file; its page is larger than asked for by less than a point, above and right."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_PIXELS)
    whole = QSizeF(math.ceil(width), math.ceil(height))
    size = QPageSize(whole, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    try:
        painter.scale(_PIXELS / _POINTS, _PIXELS / _POINTS)
        painter.translate(0.0, whole.height() - height)
        painter.scale(width / canvas[0], height / canvas[1])
        # Qt forgets to write the pen that a painter begins with unless it has been another.
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setPen(QPen())
        paint(painter)
    finally:
        painter.end()
    return bytes(data)


def _read(file: bytes) -> Any:
    return PdfReader(io.BytesIO(file)).pages[0]


def _fonts_of(page: Any) -> list[Any]:
    return [font.get_object() for font in page["/Resources"]["/Font"].values()]


def _descendant(font: Any) -> Any:
    return font["/DescendantFonts"][0].get_object()


def _outlines(font: Any) -> list[bytes]:
    return _glyphs(_descendant(font)["/FontDescriptor"]["/FontFile2"].get_data())


def _name(font: Any, place: int) -> None:
    """Name a font, as the standard asks of one with some of its glyphs alone: ABCDEF+Name."""
    # Qt's six letters are from its own order of the fonts.
    letters = "".join(chr(ord("A") + place // 26**digit % 26) for digit in reversed(range(6)))
    name = NameObject(f"/{letters}+{font['/BaseFont'].removeprefix('/')}")
    font[NameObject("/BaseFont")] = name
    _descendant(font)[NameObject("/BaseFont")] = name
    _descendant(font)["/FontDescriptor"][NameObject("/FontName")] = name


# The words -------------------------------------------------------------------------------------


def _mend_words(font: Any) -> None:
    """Say of each glyph which character it is, so that text can be selected and searched.

    Qt takes the first character that the font has the glyph for: of the space, the tab. It knows
    none for the mathematical letters, which are beyond the first 65,536, and none for the shapes
    that signs take beside capitals and figures.
    """
    stream = font["/ToUnicode"]
    text = stream.get_data().decode("ascii")
    known, outlines = _known_to_qt(text), _outlines(font)
    if not known.keys() >= set(range(1, len(outlines))):
        drawn = _bundled()
        known = {code: drawn[one] for code, one in enumerate(outlines) if one in drawn} | known
    lines = [
        f"<{code:04X}> <{character.encode('utf-16-be').hex().upper()}>"
        for code, character in sorted(known.items())
    ]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]  # 100 at most
    new = "\n".join(
        "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks
    )
    old = re.compile(r"\d+ beginbfrange.*endbfrange", re.DOTALL)
    stream.set_data(old.sub(lambda _match: new, text).encode("ascii"))


def _known_to_qt(to_unicode: str) -> dict[int, str]:
    """The characters by the numbers of their glyphs, without those of private use."""
    found: dict[int, int] = {}
    ranges = re.findall(r"<(\w{4})> <(\w{4})> (?:<(\w{4})>|\[(.*?)\])", to_unicode)
    for first, last, only, several in ranges:
        codes = range(int(first, 16), int(last, 16) + 1)
        if only:
            values = [int(only, 16) + place for place in range(len(codes))]
        else:
            values = [int(value, 16) for value in re.findall(r"\w{4}", several)]
        found.update(zip(codes, values, strict=True))
    return {
        code: " " if value == ord("\t") else chr(value)
        for code, value in found.items()
        if value and not 0xE000 <= value <= 0xF8FF
    }


@lru_cache(maxsize=1)
def _bundled() -> dict[bytes, str]:
    """Characters of the bundled fonts by their outlines: all that Qt's file has of a glyph."""
    fonts.load()
    letters = [chr(code) for code in _LETTERS]
    signs = [
        f"{left}{sign}{right}"
        for left, right in ("AA", "00", "A0")
        for sign in map(chr, _SIGNS)
        if sign.isprintable()
    ]
    return {
        **_drawn(fonts.text_font(20), signs),
        **_drawn(fonts.text_font(20, strong=True), signs),
        **_drawn(fonts.math_font(20), letters),
    }


def _drawn(font: QFont, texts: list[str]) -> dict[bytes, str]:
    """The characters of these texts by the outlines with which a font draws them."""
    raw = QRawFont.fromFont(font)
    glyphs: dict[int, str] = {}
    plain = []
    for text in texts:
        layout = QTextLayout(text, font)
        layout.beginLayout()
        layout.createLine()
        layout.endLayout()
        indexes = [index for run in layout.glyphRuns() for index in run.glyphIndexes()]
        if all(map(raw.supportsCharacter, map(ord, text))) and len(indexes) == len(text):
            plain.append(text)
            for index, character in zip(indexes, text, strict=True):
                glyphs.setdefault(index, character)

    def paint(painter: QPainter) -> None:
        painter.setFont(font)
        for text in plain:
            painter.drawText(QPointF(), text)

    written = _fonts_of(_read(_painted(100.0, 100.0, (100.0, 100.0), paint)))
    # Qt numbers the glyphs as they come, after the one for what is missing. One that did not
    # would leave some characters unknown, as it had them; better than the wrong ones.
    outlines = _outlines(written[0])[1:] if len(written) == 1 else []
    if len(outlines) != len(glyphs):
        return {}
    found: dict[bytes, str] = {}
    for outline, character in zip(outlines, glyphs.values(), strict=True):
        found.setdefault(outline, character)  # 𝐀 comes before the capital 𝚨 of the same outline
    return found


def _glyphs(font: bytes) -> list[bytes]:
    """The outlines in a TrueType font, as they stand in it."""
    tables = {}
    for place in range(struct.unpack_from(">H", font, 4)[0]):
        tag, _sum, start, size = struct.unpack_from(">4s3I", font, 12 + 16 * place)
        tables[tag] = font[start : start + size]
    (count,) = struct.unpack_from(">H", tables[b"maxp"], 4)
    (long,) = struct.unpack_from(">H", tables[b"head"], 50)
    ends = struct.unpack_from(f">{count + 1}{'I' if long else 'H'}", tables[b"loca"])
    unit = 1 if long else 2
    return [tables[b"glyf"][unit * a : unit * b] for a, b in itertools.pairwise(ends)]
