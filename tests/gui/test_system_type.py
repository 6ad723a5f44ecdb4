"""How much larger than usual the system writes its text, on each platform."""

import pytest
from PyQt5.QtGui import QFont, QFontDatabase

from gui import system_type
from gui.system_type import factor

pytestmark = pytest.mark.usefixtures("qapp")


def points(size):
    font = QFont("Pretendard")
    font.setPointSizeF(size)
    return font


def pixels(size):
    font = QFont("Pretendard")
    font.setPixelSize(size)
    return font


@pytest.mark.parametrize("size", [4, 13, 40])
@pytest.mark.parametrize("platform", ["offscreen", "minimal", "vnc", "?"])
def test_without_a_desktop_type_has_its_usual_size(platform, size):
    assert factor(pixels(size), platform, 192.0) == 1.0


def test_pictures_depend_on_no_machine():
    assert factor() == 1.0


@pytest.mark.parametrize(
    ("platform", "size", "dots", "expected"),
    [
        ("windows", 9, 96, 1.0),
        ("windows", 9, 120, 1.25),  # 125 %, which Qt rounds away
        ("windows", 11.25, 96, 1.25),  # “Text size” at 125 %
        ("windows", 9 * 2.25, 96, 2.0),  # its largest
        ("cocoa", 13, 72, 1.0),
        ("xcb", 10, 96, 1.0),  # KDE
        ("xcb", 11, 96, 1.0),  # GNOME
        ("xcb", 11, 120, 1.25),  # “Large text”
        ("xcb", 9, 120, 1.25),  # Qt's own font on such a machine
        ("xcb", 9, 100, 1.0),
        ("xcb", 14, 96, 1.25),
        ("wayland", 16, 96, 1.5),
        ("wayland-egl", 16, 96, 1.5),
        ("xcb", 60, 96, 2.0),
        ("xcb", 1, 96, 1.0),
    ],
)
def test_the_factor_is_the_system_s_type_beside_the_usual(platform, size, dots, expected):
    assert factor(points(size), platform, dots) == expected


@pytest.mark.parametrize(("size", "expected"), [(15, 1.0), (20, 1.375), (22, 1.5)])
def test_a_font_of_so_many_pixels_is_measured_likewise(size, expected):
    assert factor(pixels(size), "xcb", 96.0) == expected


def test_it_moves_in_eighths_and_only_upwards():
    found = [factor(points(tenth / 10), "xcb", 96.0) for tenth in range(50, 300)]
    assert found == sorted(found)
    assert set(found) == {1 + i / 8 for i in range(9)}


def test_the_dots_are_those_of_the_screen_if_nobody_says_else():
    # The tests' screen has 96 to the inch.
    assert factor(points(22), "xcb") == factor(points(22), "xcb", 96.0) == 2.0


def test_on_windows_the_font_is_that_of_titles_which_follows_the_user(monkeypatch):
    asked = []
    monkeypatch.setattr(
        system_type.QFontDatabase, "systemFont", lambda kind: asked.append(kind) or points(12)
    )
    assert factor(None, "windows", 96.0) == 1.375
    assert factor(None, "xcb", 96.0) == 1.125
    assert asked == [QFontDatabase.TitleFont, QFontDatabase.GeneralFont]
