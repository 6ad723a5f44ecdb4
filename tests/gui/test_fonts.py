"""The bundled fonts: there, licensed, and with a picture for every character."""

import ast
import re

import pytest
from PyQt5.QtGui import QFontInfo, QRawFont

from gui import fonts
from gui.paths import EXAMPLES, FONTS
from tests.helpers import ROOT, messages, missing_characters

pytestmark = pytest.mark.usefixtures("qapp")


def test_each_font_lies_beside_its_licence():
    for name in fonts.FILES:
        assert (FONTS / name).stat().st_size > 100_000
        licence = FONTS / f"{name.split('-')[0]}-LICENSE.txt"
        text = licence.read_text(encoding="utf-8")
        assert "SIL Open Font License" in text or "SIL OPEN FONT LICENSE" in text
        assert "Version 1.1" in text


def test_the_fonts_are_those_of_the_files():
    for font, family in (
        (fonts.text_font(13), fonts.TEXT_FAMILY),
        (fonts.text_font(13, strong=True), fonts.TEXT_FAMILY),
        (fonts.math_font(13), fonts.MATH_FAMILY),
    ):
        assert QFontInfo(font).family() == family
        assert QFontInfo(font).pixelSize() == 13


def test_semi_bold_is_another_file_than_regular():
    strong = QRawFont.fromFont(fonts.text_font(13, strong=True))
    assert strong.styleName() == "SemiBold"
    assert QRawFont.fromFont(fonts.text_font(13)).styleName() == "Regular"


def test_a_character_that_no_font_has_is_named():
    assert missing_characters("π̂ = ½ 가 \U00013000 n") == "\U00013000"


def strings_in_the_code():
    """Every string of gui/ that may be shown: not a docstring, not a name."""
    for path in sorted((ROOT / "gui").rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        notes = {
            id(node.value)
            for node in ast.walk(tree)
            if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        }
        for node in ast.walk(tree):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and id(node) not in notes
            ):
                yield f"{path.name}:{node.lineno}", node.value


def test_every_character_of_the_code_has_a_picture():
    missing = {where: missing_characters(text) for where, text in strings_in_the_code()}
    assert {where: c for where, c in missing.items() if c} == {}


def test_every_character_of_both_languages_has_a_picture():
    texts = [text for _context, source, korean, _kind in messages() for text in (source, korean)]
    assert len(texts) > 200
    assert missing_characters("".join(texts)) == ""


def test_every_character_of_the_examples_has_a_picture():
    assert missing_characters(EXAMPLES.read_text(encoding="utf-8")) == ""


def test_words_need_no_other_font_than_that_of_words():
    raw = QRawFont.fromFont(fonts.text_font(13))
    texts = "".join(text for _c, *pair, _kind in messages() for text in pair)
    missing = {c for c in texts if not c.isspace() and not raw.supportsCharacter(ord(c))}
    # Falling back on a font of the machine would give other pictures on other machines.
    assert missing == set()


def test_a_missing_font_file_is_an_error_that_names_it(monkeypatch, tmp_path):
    monkeypatch.setattr(fonts, "FONTS", tmp_path)
    monkeypatch.setattr(fonts, "_loaded", [])
    with pytest.raises(RuntimeError, match=re.escape(fonts.FILES[0])):
        fonts.load()
