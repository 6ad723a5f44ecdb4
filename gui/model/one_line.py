"""One line of words that never asks for more room than there is."""

from __future__ import annotations

from PyQt5.QtCore import QRectF, QSize, Qt
from PyQt5.QtGui import QPainter, QPaintEvent
from PyQt5.QtWidgets import QSizePolicy, QWidget

from gui.labs.table_words import LEFT, RIGHT, draw_cell, fitting, line_height
from gui.quiet_label import QuietLabel
from gui.theme import LOOK_CHANGED, look


class OneLine(QuietLabel):
    """The first of several texts that has room, or the beginning of the last.

    Args:
        size: of the type, in the design's pixels.
        role: of the words.
        right: whether they end at the right.
        parent: of this widget.
    """

    def __init__(
        self, size: float, role: str, *, right: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._size, self._role, self._right = size, role, right
        self._texts: tuple[str, ...] = ("",)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        LOOK_CHANGED.connect(self.restyle)

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self.updateGeometry()
        self.update()

    def say(self, *texts: str) -> None:
        """Say something else, the fullest form first; assistive tools are told that one."""
        if texts != self._texts:
            self._texts = texts
            self.setText(texts[0])
            self.update()

    def shown(self) -> str:
        """What is painted in the room there is."""
        text = fitting(self._texts, self.width(), self._size)
        metrics = look().text_metrics(self._size)
        return metrics.elidedText(text, Qt.TextElideMode.ElideRight, self.width())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One line; a layout gives it the width that there is."""
        return QSize(look().px(80), line_height(self._size))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Likewise, of any width."""
        return QSize(0, line_height(self._size))

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the ground and the words."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("card"))
        align = RIGHT if self._right else LEFT
        draw_cell(painter, QRectF(self.rect()), self.shown(), self._size, self._role, align=align)
        painter.end()
