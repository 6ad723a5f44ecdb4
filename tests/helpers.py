"""What tests of the window share: waiting, finding, dragging, and reading what is painted."""

import html
import os
import re
import subprocess
import sys
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

import numpy as np
from PyQt5.QtCore import QBuffer, QEvent, QIODevice, QPoint, QPointF, QRect, QRectF, Qt, QTimer
from PyQt5.QtGui import QFont, QFontMetricsF, QImage, QMouseEvent, QPainter, QRawFont, QTransform
from PyQt5.QtSvg import QSvgGenerator
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QApplication, QMessageBox, QWidget

from gui import fonts

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = ROOT / "main.py"
TS_FILE = ROOT / "resources" / "translations" / "ko.ts"
QM_FILE = TS_FILE.with_suffix(".qm")

# The longest that a view may wait before it shows a new number, in milliseconds.
PACE = 45
HANGUL = re.compile(r"[ᄀ-ᇿ㄰-㆏가-힣]")


def settle():
    """Let everything be painted that is to be painted, also numbers that wait their turn."""
    QApplication.processEvents()
    while any(
        timer.isActive() and timer.isSingleShot() and timer.interval() <= PACE
        for window in QApplication.topLevelWidgets()
        for timer in window.findChildren(QTimer)
    ):
        QTest.qWait(2)
    QApplication.processEvents()


def boxes():
    """What is asked or said in a message box."""
    settle()
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, QMessageBox) and widget.isVisible()
    ]


def answer(button):
    """Press a button of the one message box."""
    (box,) = boxes()
    box.button(button).click()
    settle()


def missing_characters(text):
    """The characters of `text` that neither bundled font can draw, of those that are drawn."""
    raw = [QRawFont.fromFont(fonts.text_font(13)), QRawFont.fromFont(fonts.math_font(13))]
    return "".join(
        c
        for c in text
        if not c.isspace()
        and unicodedata.category(c) != "Cf"
        and not any(f.supportsCharacter(ord(c)) for f in raw)
    )


class StillClock:
    """A clock that stands until it is set."""

    def __init__(self):
        self.now = 0

    def start(self):
        self.now = 0

    def elapsed(self):
        return self.now


def find(window, name, kind=QWidget):
    """The one widget of this object name."""
    found = window.findChildren(kind, name)
    assert len(found) == 1, f"{name}: {len(found)} widgets of that name"
    return found[0]


def picture(widget):
    """The widget's pixels when all of it is painted anew, rows × columns × RGB."""
    settle()
    return pixels_of(widget.grab())


def on_screen(window):
    """The window's pixels as they stand on the screen, whatever was painted when."""
    settle()
    return pixels_of(window.windowHandle().screen().grabWindow(window.winId()))


def pixels_of(pixmap):
    """A pixmap's pixels, rows × columns × RGB."""
    image = pixmap.toImage().convertToFormat(QImage.Format_RGB32)
    data = image.constBits().asstring(image.sizeInBytes())
    rows = np.frombuffer(data, np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    return rows[:, : image.width(), :3].copy()


def difference(one, other):
    """Where two pictures differ, as words; "" if they do not."""
    if one.shape != other.shape:
        return f"sizes {one.shape} and {other.shape}"
    rows, columns = np.nonzero((one != other).any(axis=2))
    if not rows.size:
        return ""
    return (
        f"{rows.size} pixels, x {columns.min()} to {columns.max()}, y {rows.min()} to {rows.max()}"
    )


def screen_x(widget, x):
    """The x of a widget's point on the screen, as a float."""
    whole = widget.mapToGlobal(QPoint(0, 0)).x()
    return whole + x


def mouse(widget, kind, x, y, buttons=Qt.LeftButton, button=Qt.LeftButton):
    """Send one mouse event, with fractions of a pixel."""
    pos = QPointF(x, y)
    screen = QPointF(widget.mapToGlobal(QPoint(0, 0))) + pos
    event = QMouseEvent(kind, pos, screen, button, buttons, Qt.NoModifier)
    QApplication.sendEvent(widget, event)


def press(widget, x, y):
    mouse(widget, QEvent.MouseButtonPress, x, y)


def move(widget, x, y):
    mouse(widget, QEvent.MouseMove, x, y, button=Qt.NoButton)


def release(widget, x, y):
    mouse(widget, QEvent.MouseButtonRelease, x, y, buttons=Qt.NoButton)


def drag(widget, points):
    """Press at the first point, move through the others, release at the last."""
    press(widget, *points[0])
    for point in points[1:]:
        move(widget, *point)
        QApplication.processEvents()
    release(widget, *points[-1])
    QApplication.processEvents()


def plot_point(panel, pi, share=0.5):
    """Where π is in a plot, `share` of its height from its top."""
    low, high = panel.interval
    rect = panel.plot
    return rect.left() + (pi - low) / (
        high - low
    ) * rect.width(), rect.top() + share * rect.height()


class Painted(NamedTuple):
    """A text that a widget painted."""

    text: str
    rect: QRectF
    font: str
    colour: str


def painted_texts(widget):
    """Every text that a widget and its children paint, with its place in the widget.

    It is read from a drawing of the widget; what reaches the screen as pixels (the plots) is not
    in it.
    """
    settle()
    buffer = QBuffer()
    buffer.open(QIODevice.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(buffer)
    generator.setResolution(96)
    generator.setSize(widget.size())
    generator.setViewBox(QRect(QPoint(), widget.size()))
    painter = QPainter(generator)
    widget.render(painter, QPoint())
    painter.end()
    found, transform = [], QTransform()
    pattern = re.compile(
        r'transform="matrix\(([^)]*)\)"|<text fill="([^"]*)"[^>]* x="([^"]*)" y="([^"]*)" '
        r'font-family="([^"]*)" font-size="([^"]*)" font-weight="([^"]*)"[^>]*>([^<]*)</text>'
    )
    for match in pattern.finditer(bytes(buffer.data()).decode()):
        if match[1]:
            a, b, c, d, dx, dy = map(float, match[1].split(","))
            transform = QTransform(a, b, c, d, dx, dy)
            continue
        font = QFont(match[5])
        font.setPixelSize(int(float(match[6])))
        font.setWeight(QFont.DemiBold if int(match[7]) > 400 else QFont.Normal)
        text = html.unescape(match[8])
        rect = QFontMetricsF(font).tightBoundingRect(text)
        rect.translate(float(match[3]), float(match[4]))
        if text.strip():
            found.append(Painted(text, transform.mapRect(rect), match[5], match[2]))
    return found


def run_at_once(*command_lines):
    """Run several command lines side by side; their results in the same order."""
    with ThreadPoolExecutor(len(command_lines)) as pool:
        return list(pool.map(lambda arguments: run_program(*arguments), command_lines))


def run_program(*arguments, environment=None, **options):
    """Run the command line as a user would; stdout and stderr come back as text."""
    return subprocess.run(
        [sys.executable, "-W", "error", str(PROGRAM), *map(str, arguments)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
        env={**os.environ, **(environment or {})},
        **options,
    )


def messages():
    """Every string of the program, its context and its Korean translation, from the .ts file."""
    tree = ET.parse(TS_FILE)  # noqa: S314 - our own file
    for context in tree.getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            yield (
                context.findtext("name"),
                message.findtext("source"),
                "" if translation is None else translation.text or "",
                None if translation is None else translation.get("type"),
            )
