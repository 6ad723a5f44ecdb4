"""What is wrong with examples, in words: what somebody wrote is quoted as it was written."""

import pytest
from PyQt5.QtCore import QPoint
from PyQt5.QtGui import QFontMetricsF, QImage, QPainter

from gui.fonts import text_font
from gui.model.labelled_words import as_typed, explain_labelled, quoted
from gui.model.typed_number import NumberError


def test_what_was_pasted_is_said_on_one_line():
    said = explain_labelled(NumberError("hello world\nfoo\t\r\n", "form", -1.0, 1.0))
    assert "“hello world foo”" in said
    assert "\\x0a" not in said
    assert "\n" not in said


def test_what_cannot_be_seen_is_said_and_what_is_long_is_cut():
    assert quoted("1\x00") == "1\\x00"
    assert quoted("1" * 30) == "1" * 20 + "…"


@pytest.mark.usefixtures("look_of_the_start")
@pytest.mark.parametrize("text", ["6x8", "6 x 8", "0x1F", "1x2x3", "a->b"])
def test_the_font_makes_nothing_else_of_what_was_typed(text):
    metrics = QFontMetricsF(text_font(40))
    assert as_typed(text).replace("\N{LEFT-TO-RIGHT MARK}", "") == text
    assert _picture(as_typed(text)) != _picture(text), "the font would join it"
    if "x" in text:
        apart = sum(map(metrics.horizontalAdvance, text))
        assert metrics.horizontalAdvance(as_typed(text)) == pytest.approx(apart, abs=0.5)
        assert _picture(as_typed(text)) != _picture(text.replace("x", "×"))


@pytest.mark.parametrize("text", ["x8", "6x", "-1.5", "yes", "합격", "1e-3", ""])
def test_what_the_font_leaves_alone_stays_as_it_is(text):
    assert as_typed(text) == text


def _picture(text):
    image = QImage(300, 60, QImage.Format_RGB32)
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    painter.setFont(text_font(40))
    painter.drawText(QPoint(10, 45), text)
    painter.end()
    return image
