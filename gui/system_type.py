"""How much larger than usual the user has the system write its text.

People who read small type badly tell their system once, and every program is to follow. How such
a wish reaches Qt 5 (all as logical pixels, in which a screen of more pixels changes nothing):

- Windows: "Text size" and a display scale that Qt rounds away (125 % and less than 150 %) enlarge
  the fonts of title bars and menus, usually Segoe UI of 9 pt. `QApplication.font()` is no use
  there: it is the old font of dialogs, which follows neither.
- macOS: has no such setting that Qt 5 is told of; its font is always 13 pt (at 72 dpi).
- Linux: the desktop's font (10 pt in KDE, 11 pt in GNOME), by the platform theme; "Large text" and
  "Force font DPI" reach it on X11 as Xft.dpi, the screen's logical dots per inch.

Read it once, after the QApplication was made and before `theme.dress_application` gives that
another font; afterwards the system's own is not known any more.
"""

from __future__ import annotations

from PyQt5.QtGui import QFont, QFontDatabase, QGuiApplication

LARGEST = 2.0
STEPS = 8
# What is usual: the points of the system's own text, and the logical dots of an inch. A font may
# be smaller than that, as Qt's own is where no desktop names one: dots count all the same.
_USUAL = {
    "windows": (9.0, 96.0),
    "cocoa": (13.0, 72.0),
    "xcb": (11.0, 96.0),
    "wayland": (11.0, 96.0),
    "wayland-egl": (11.0, 96.0),
}


def factor(
    font: QFont | None = None, platform: str | None = None, dots_per_inch: float | None = None
) -> float:
    """How many times its usual size the system's text has, from 1 to 2 in steps of an eighth.

    Args:
        font: the system's font; None for the one that `system_font` finds.
        platform: the name of Qt's platform plugin; None for the one in use. Of others than those
            of a desktop, such as "offscreen", the factor is 1: pictures depend on no machine.
        dots_per_inch: logical ones; None for those of the screen.
    """
    name = QGuiApplication.platformName() if platform is None else platform
    screen = QGuiApplication.primaryScreen()
    if name not in _USUAL or screen is None:
        return 1.0
    usual_points, usual_dots = _USUAL[name]
    dots = screen.logicalDotsPerInchY() if dots_per_inch is None else dots_per_inch
    chosen = system_font(name) if font is None else font
    # Not by QFontInfo, which looks for the font's file: the program needs it for nothing else.
    points = chosen.pointSizeF() if chosen.pixelSize() < 0 else chosen.pixelSize() * 72.0 / dots
    share = max(1.0, points / usual_points) * max(1.0, dots / usual_dots)
    return min(LARGEST, round(share * STEPS) / STEPS)


def system_font(platform: str) -> QFont:
    """The font that follows the user's wish on a platform."""
    if platform == "windows":
        return QFontDatabase.systemFont(QFontDatabase.SystemFont.TitleFont)
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
