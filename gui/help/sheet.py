"""The sheet behind F1: what can be done, by key and mouse, all of it at a glance."""

from __future__ import annotations

from typing import NamedTuple

from PyQt5.QtCore import QSize, Qt
from PyQt5.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PyQt5.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from gui.card import Label, Rule
from gui.help import entries as help_entries
from gui.help.copy_foot import CopyFoot
from gui.help.dialog_size import fitting
from gui.help.entries import Line
from gui.help.key_caps import KeyCaps
from gui.help.reading_area import ReadingArea
from gui.i18n import Retranslated, translate
from gui.theme import LOOK_CHANGED, look

WIDTH, HEIGHT = 1060, 780
SMALLEST = QSize(420, 320)
# How wide the keys and the words of a column are, in ems: what is wider wraps.
KEY_EMS, WORD_EMS = 15, 17


class _Row(NamedTuple):
    keys: KeyCaps
    words: Label


class _Group(QWidget):
    """One group of lines under its heading."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.heading = Label("current", 15, strong=True)
        self._rule = Rule()
        self.rows = [_Row(KeyCaps(), Label("current", 13)) for _ in range(count)]
        self._grid = QGridLayout(self)
        self._grid.setColumnStretch(1, 1)
        self._grid.addWidget(self.heading, 0, 0, 1, 2)
        self._grid.addWidget(self._rule, 1, 0, 1, 2)
        for i, row in enumerate(self.rows, 2):
            row.words.setWordWrap(True)
            self._grid.addWidget(row.keys, i, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(row.words, i, 1, Qt.AlignmentFlag.AlignVCenter)

    def say(self, title: str, lines: tuple[Line, ...]) -> None:
        """Set all texts."""
        self.heading.setText(title)
        for row, line in zip(self.rows, lines, strict=True):
            row.keys.set_ways(line.ways)
            row.words.setText(line.text)

    def restyle(self, keys_width: int) -> None:
        """Fit to the look, with a column of keys of this width."""
        px = look().px
        self._grid.setContentsMargins(0, 0, 0, px(14))
        self._grid.setHorizontalSpacing(px(12))
        self._grid.setVerticalSpacing(px(5))
        self._grid.setColumnMinimumWidth(0, keys_width)


class _Sheet(QWidget):
    """The paper: the introduction over one or two columns of groups."""

    def __init__(self) -> None:
        super().__init__()
        self.title = Label("current", 20, strong=True)
        self.introduction = [Label("current", 14) for _ in help_entries.introduction()]
        self.groups = [_Group(len(group.lines)) for group in help_entries.groups()]
        self.columns = 0
        self._keys_width = 0
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.title)
        for label in self.introduction:
            label.setWordWrap(True)
            self._box.addWidget(label)
        self._box.addSpacing(1)
        self._sides = QHBoxLayout()
        self._columns = [QVBoxLayout(), QVBoxLayout()]
        for column in self._columns:
            column.setSpacing(0)  # it would have that of the columns, else
            self._sides.addLayout(column, 1)
        self._box.addLayout(self._sides)
        self._box.addStretch(1)

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        self.title.setText("Bernoulli Lab")
        for label, text in zip(self.introduction, help_entries.introduction(), strict=True):
            label.setText(text)
        for group, (title, lines) in zip(self.groups, help_entries.groups(), strict=True):
            group.say(title, lines)

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        px = look().px
        self._box.setContentsMargins(px(24), px(18), px(24), px(8))
        self._box.setSpacing(px(4))
        self._sides.setContentsMargins(0, px(14), 0, 0)
        em = look().type_px(13)
        keys = [row.keys for group in self.groups for row in group.rows]
        for caps in keys:
            caps.limit = float(KEY_EMS * em)
            caps.updateGeometry()
        self._keys_width = max(caps.sizeHint().width() for caps in keys)
        for group in self.groups:
            group.restyle(self._keys_width)
        self.columns = 0  # to be laid out anew

    def fit(self, width: int) -> None:
        """Lay the groups out for a sheet of this width, the two columns about equally long."""
        px = look().px
        margins = self._box.contentsMargins()
        room = width - margins.left() - margins.right()
        words = WORD_EMS * look().type_px(13)
        needed = self._keys_width + px(12) + words
        columns = 2 if room >= 2 * needed + px(40) else 1
        self._sides.setSpacing(px(40) if columns == 2 else 0)
        if columns == self.columns:
            return
        self.columns = columns
        for column in self._columns:
            while column.count():
                column.takeAt(0)
        side = (room - px(40)) // 2 if columns == 2 else room
        heights = [group.heightForWidth(side) for group in self.groups]
        split = _halved(heights) if columns == 2 else len(self.groups)
        for i, group in enumerate(self.groups):
            self._columns[i >= split].addWidget(group)
        for column in self._columns:
            column.addStretch(1)
        for i in range(2):
            self._sides.setStretch(i, 1 if i < columns else 0)

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the paper."""
        if event is not None:
            painter = QPainter(self)
            painter.fillRect(event.rect(), look().colour("card"))
            painter.end()


def _halved(heights: list[int]) -> int:
    """How many come first, so that the longer of both parts is as short as it can be."""
    return min(range(len(heights) + 1), key=lambda i: max(sum(heights[:i]), sum(heights[i:])))


class _Area(ReadingArea):
    """The window onto the sheet, which is laid out for its width."""

    def __init__(self, sheet: _Sheet) -> None:
        super().__init__(sheet)
        self.setObjectName("helpArea")
        self._sheet = sheet

    def fit(self) -> None:
        """Lay the sheet out anew if its width asks for it."""
        viewport = self.viewport()
        if viewport is not None:
            self._sheet.fit(viewport.width())

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """One column or two."""
        self.fit()
        super().resizeEvent(event)


class HelpSheet(Retranslated, QDialog):
    """The help sheet; it stands beside the window, so that what it says can be tried at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("helpSheet")
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.sheet = _Sheet()
        self.area = _Area(self.sheet)
        self.foot = CopyFoot(self, "help", help_entries.as_text)
        self._box = QVBoxLayout(self)
        self._box.setSpacing(0)
        self._box.addWidget(self.area, 1)
        self._box.addLayout(self.foot)
        LOOK_CHANGED.connect(self.restyle)
        self.retranslate()
        self.restyle()
        self.resize(fitting(self, WIDTH, HEIGHT))
        # The keys scroll the sheet at once.
        self.area.setFocus()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self._box.setContentsMargins(0, 0, 0, 0)
        self.foot.restyle()
        self.setMinimumSize(SMALLEST)
        self.sheet.restyle()
        self.area.fit()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """F1 takes the sheet away, too."""
        if event is not None and event.key() == Qt.Key.Key_F1:
            self.reject()
            return
        super().keyPressEvent(event)

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setWindowTitle(translate("Help", "Keys and help"))
        self.sheet.retranslate()
        self.area.setAccessibleName(translate("Help", "Keys and help"))
        self.area.setAccessibleDescription(help_entries.as_text())
        self.foot.say(
            translate("Help", "Copy as text"),
            translate("Help", "Copy the whole sheet, to print or share it"),
            translate("Help", "Close the sheet (Esc)"),
        )
        self.sheet.columns = 0
        self.area.fit()
