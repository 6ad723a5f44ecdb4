"""Words that fit their place: the fullest of several forms that has room, in a line or more."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt5.QtCore import QPointF, QSize
from PyQt5.QtGui import QPainter, QPaintEvent
from PyQt5.QtWidgets import QSizePolicy, QWidget

from gui.pace import Pace
from gui.plot_marks import ALL_EIGHTS
from gui.quiet_label import QuietLabel
from gui.still_text import draw_text, text_width
from gui.theme import LOOK_CHANGED, look


def wrapped(text: str, room: float, size: float, *, strong: bool = False) -> list[str]:
    """The text in lines no wider than the room, where its words allow it."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        # Digits change while one reads: the lines must not break anew with each.
        if lines and text_width(longer.translate(ALL_EIGHTS), size, strong=strong) <= room:
            lines[-1] = longer
        elif lines:
            lines.append(word)
        else:
            lines = [word]
    return lines


class FittedText(QuietLabel):
    """Words in up to so many lines; of several forms the first that has room.

    `text()` is the fullest form, whatever is painted.

    Attributes:
        size_: of the type, in the design's pixels.
        lines: how many there may be.
    """

    def __init__(
        self, size: float = 13, *, strong: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.size_, self.strong, self.lines = size, strong, 1
        self._texts: tuple[str, ...] = ("",)
        self._role = "current"
        self._pace = Pace(self, self.update)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        LOOK_CHANGED.connect(self.update)

    def set_texts(self, texts: Sequence[str], role: str = "current") -> None:
        """Say something else: the fullest form first."""
        if (tuple(texts), role) == (self._texts, self._role):
            return
        self._texts, self._role = tuple(texts) or ("",), role
        self.setText(self._texts[0])
        self._pace.ask()

    def shown_lines(self, room: float | None = None) -> list[str]:
        """The lines that are painted in a width, that of the label if none is given."""
        room = self.width() if room is None else room
        for text in self._texts:
            lines = wrapped(text, room, self.size_, strong=self.strong)
            fits = all(text_width(line, self.size_, strong=self.strong) <= room for line in lines)
            if len(lines) <= self.lines and fits:
                return lines
        return wrapped(self._texts[-1], room, self.size_, strong=self.strong)[: self.lines]

    def line_height(self) -> float:
        """The height of a line, in pixels."""
        return float(look().text_metrics(self.size_, strong=self.strong).height())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for its lines; a layout gives it the width that there is."""
        return QSize(look().px(self.size_), round(self.lines * self.line_height()))

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the lines, in the middle of the height."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("card"))
        lines, high = self.shown_lines(), self.line_height()
        ascent = look().text_metrics(self.size_, strong=self.strong).ascent()
        top = (self.height() - len(lines) * high) / 2
        for i, line in enumerate(lines):
            place = QPointF(0.0, top + i * high + ascent)
            draw_text(painter, place, line, self.size_, self._role, strong=self.strong)
        painter.end()
