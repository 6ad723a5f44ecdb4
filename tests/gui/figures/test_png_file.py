"""An image as a PNG file: the same bytes, what it says of itself, or one line of why not."""

import io

import pytest
from PIL import Image
from PyQt5.QtGui import QColor, QImage, QImageWriter

from core import VERSION
from gui.figures.png_file import EncodingError, png

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _quiet_pillow(caplog):
    """Pillow tells the log of each chunk of a PNG that it reads."""
    caplog.set_level("INFO", "PIL")


@pytest.fixture
def image():
    image = QImage(20, 10, QImage.Format_RGB32)
    image.fill(0x123456)
    return image


def opened(data):
    with Image.open(io.BytesIO(data)) as picture:
        picture.load()
        return picture


def test_a_picture_is_read_back(image):
    found = QImage.fromData(png(image), "PNG")
    assert (found.width(), found.height()) == (20, 10)
    assert all(found.pixelColor(x, y) == QColor("#123456") for x in range(20) for y in range(10))


def test_the_same_picture_is_the_same_file(image):
    assert png(image) == png(image) == png(QImage(image))
    assert png(image, comment="a") != png(image, comment="b")


def test_what_is_half_clear_stays_so():
    image = QImage(3, 1, QImage.Format_ARGB32_Premultiplied)
    image.fill(0)
    image.setPixelColor(1, 0, QColor(200, 100, 40, 128))
    image.setPixelColor(2, 0, QColor(1, 2, 3))
    picture = opened(png(image)).convert("RGBA")
    assert picture.getpixel((0, 0))[3] == 0
    assert picture.getpixel((1, 0))[3] == 128
    assert picture.getpixel((2, 0)) == (1, 2, 3, 255)


def test_a_file_says_who_made_it_and_how(image):
    info = opened(png(image, pixels_per_inch=300, comment="python main.py --title '제목 π'")).info
    assert info["Software"] == f"Bernoulli Lab {VERSION}"
    assert info["Comment"] == "python main.py --title '제목 π'"
    assert info["dpi"] == pytest.approx((300, 300), abs=0.02)
    bare = opened(png(image)).info
    assert "Comment" not in bare
    assert bare["dpi"] == pytest.approx((96, 96), abs=0.02)


def test_the_image_itself_is_left_alone(image):
    before = image.dotsPerMeterX(), image.textKeys()
    png(image, pixels_per_inch=600, comment="x")
    assert (image.dotsPerMeterX(), image.textKeys()) == before


def test_what_qt_cannot_write_is_said(image, monkeypatch):
    monkeypatch.setattr(QImageWriter, "write", lambda *_args: False)
    monkeypatch.setattr(QImageWriter, "errorString", lambda _self: "no way")
    with pytest.raises(EncodingError, match="no way"):
        png(image)


def test_an_image_without_pixels_is_none():
    with pytest.raises(EncodingError):
        png(QImage())
