"""The window as a picture: laid out as it would be shown, in exactly the size asked for."""

import pytest
from PyQt5.QtCore import QSize
from PyQt5.QtGui import QColor
from PyQt5.QtWidgets import QLabel

from gui.window_picture import SMALLEST_WINDOW, layout_size, render, settle


@pytest.mark.parametrize(
    ("size", "laid_out"),
    [
        ((1440, 900), (1440, 900)),
        ((3840, 2160), (3840, 2160)),
        ((640, 480), (1024, 768)),
        ((512, 350), (1024, 700)),
        ((1, 1), (1024, 1024)),
        ((1023, 5000), (1024, 5005)),
    ],
)
def test_a_picture_smaller_than_the_smallest_window_is_that_window_drawn_smaller(size, laid_out):
    found, share = layout_size(*size)
    assert (found.width(), found.height()) == laid_out
    assert share == size[0] / laid_out[0]
    assert found.width() >= SMALLEST_WINDOW.width()
    assert found.height() >= SMALLEST_WINDOW.height()


@pytest.mark.parametrize(
    ("size", "scale"), [((300, 200), 1), ((333, 111), 2), ((101, 77), 1.5), ((1300, 900), 0.5)]
)
def test_the_picture_has_exactly_the_size(shown, size, scale):
    image = render(shown(QLabel("text")), *size, scale)
    assert (image.width(), image.height()) == tuple(round(side * scale) for side in size)


def test_the_whole_window_is_in_the_picture(shown):
    label = QLabel()
    label.setStyleSheet("background: #123456")
    shown(label)
    settle(label, layout_size(1100, 800)[0])
    image = render(label, 1100, 800, 0.5)
    corners = [(0, 0), (549, 0), (0, 399), (549, 399), (275, 200)]
    assert {image.pixelColor(x, y).name() for x, y in corners} == {QColor("#123456").name()}


def test_a_widget_is_laid_out_at_a_size(shown):
    label = shown(QLabel("text"))
    settle(label, QSize(321, 123))
    assert (label.width(), label.height()) == (321, 123)
