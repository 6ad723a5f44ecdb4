"""What the tests of the painted tables share: their texts, read without the kept picture."""

from itertools import combinations

from PyQt5.QtCore import QPoint, QPointF, QRectF, Qt
from PyQt5.QtGui import QPainter, QWheelEvent
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QApplication, QWidget

from tests.helpers import painted_texts


class Bare(QWidget):
    """Paints all that another widget paints, still and moving, at once."""

    def __init__(self, widget):
        super().__init__()
        self.of = widget
        self.resize(widget.size())

    def paintEvent(self, _event):  # noqa: N802 - Qt's name
        painter = QPainter(self)
        self.of.paint_still(painter)
        self.of.paint_live(painter)
        painter.end()


def texts_of(widget):
    """Every text that a widget paints."""
    bare = Bare(widget)
    found = [text.text for text in painted_texts(bare)]
    bare.deleteLater()
    return found


def overlaps_in(widget):
    """The texts that a widget paints over each other, or beyond its edge."""
    bare = Bare(widget)
    texts = painted_texts(bare)
    frame = QRectF(bare.rect()).adjusted(-1, -1, 1, 1)
    found = [text.text for text in texts if not frame.contains(text.rect)]
    for one, two in combinations(texts, 2):
        both = one.rect.intersected(two.rect)
        # The pieces of one text, of several alphabets, are measured to a pixel or two.
        if both.width() > 2 and both.height() > 1:
            found.append((one.text, two.text))
    bare.deleteLater()
    return found


def cut_words(*labels):
    """The `Words` of which a line is wider, or all lines are taller, than the label."""
    from gui.labs.table_words import line_height
    from gui.still_text import text_width

    found = []
    for label in labels:
        lines = label.lines() if label.isVisible() and label.text() else []
        wide = max((text_width(line, label.size_) for line in lines), default=0)
        if wide > label.width() or len(lines) * line_height(label.size_) > label.height():
            found.append((lines, label.size()))
    return found


def cut_controls(*controls):
    """The controls that are smaller than they would like to be, or that reach out of the lab."""
    return [
        control.objectName()
        for control in controls
        if control.isVisible()
        and (
            control.width() < control.sizeHint().width()
            or not control.parentWidget().rect().contains(control.geometry())
        )
    ]


def crossed_chart_texts(chart):
    """The texts of a chart that overlap or reach out of it."""
    # The height of a line has room to spare above and below its letters.
    words = [
        (word.text, word.rect.adjusted(1, 0.2 * word.rect.height(), -1, -0.2 * word.rect.height()))
        for word in chart.texts()
    ]
    pairs = [(a, b) for (a, one), (b, two) in combinations(words, 2) if one.intersects(two)]
    frame = QRectF(chart.rect())
    return pairs + [text for text, rect in words if not frame.contains(rect)]


def click(widget, place):
    QTest.mouseClick(widget, Qt.LeftButton, Qt.NoModifier, place.toPoint())


def wheel(widget, angle):
    """Turn the wheel over the middle of a widget."""
    place = QPointF(widget.rect().center())
    event = QWheelEvent(
        place,
        QPointF(widget.mapToGlobal(widget.rect().center())),
        QPoint(),
        QPoint(0, angle),
        Qt.NoButton,
        Qt.NoModifier,
        Qt.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)
