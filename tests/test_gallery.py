"""The gallery in docs/ is what the program of today writes."""

import re
import shlex

import pytest
from PyQt5.QtGui import QImage

from gui.command_line import parse
from scripts import gallery
from tests.helpers import HANGUL, ROOT


@pytest.mark.parametrize("language", gallery.LANGUAGES)
def test_the_page_is_up_to_date(language):
    text = (ROOT / "docs" / gallery.PAGES[language]).read_text(encoding="utf-8")
    assert text == gallery.page(language)


@pytest.mark.parametrize("language", gallery.LANGUAGES)
def test_each_picture_on_the_page_is_there_and_has_the_size_its_command_asks_for(language):
    page = gallery.page(language)
    pictures = re.findall(r"\]\((gallery/[^)]+)\)", page)
    commands = re.findall(r"^python main\.py .*$", page, re.MULTILINE)
    assert len(pictures) == len(commands) == len(gallery.ENTRIES)
    for picture, command in zip(pictures, commands, strict=True):
        options = parse(shlex.split(command)[2:])
        image = QImage(str(ROOT / "docs" / picture))
        assert (image.width(), image.height()) == options.export.figure.pixels, picture
        assert options.export.paths[0].name == picture.removeprefix("gallery/")


def test_no_picture_is_left_over():
    there = {path.name for path in (ROOT / "docs" / gallery.PICTURES).iterdir()}
    made = {gallery.file_name(entry, code) for entry in gallery.ENTRIES for code in ("en", "ko")}
    assert there == made


def test_both_pages_say_the_same_things_each_in_its_language():
    english, korean = (gallery.page(code).splitlines() for code in ("en", "ko"))
    assert len(english) == len(korean)
    assert not [line for line in english if HANGUL.search(line) and "gallery.ko.md" not in line]
    assert all(HANGUL.search(line) for line in korean if line.startswith("#"))


@pytest.mark.parametrize("name", gallery.WINDOWS)
def test_readme_shows_the_pictures_that_are_written(name):
    assert f"docs/{name}" in (ROOT / "README.md").read_text(encoding="utf-8")
    assert not QImage(str(ROOT / "docs" / name)).isNull()
