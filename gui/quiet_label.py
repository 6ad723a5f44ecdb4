"""A label whose text changes many times a second."""

from __future__ import annotations

from PyQt5.QtCore import Qt
from PyQt5.QtWidgets import QLabel, QWidget

from gui.first_frame import FIRST_FRAME_PASSED


class QuietLabel(QLabel):
    """A label that paints itself, its ground included, and keeps its size whatever it says.

    QLabel asks the whole window for a new layout with each new text, which costs more than
    painting it; and a label without a ground of its own has the card behind it painted again.
    What it shows is a formula, and so waits for the first frame.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        FIRST_FRAME_PASSED.connect(self.update)

    def text(self) -> str:
        """What the label says, in plain characters."""
        return self._text

    def setText(self, text: str | None) -> None:  # noqa: N802 - Qt's name
        """Say something else; assistive tools read it as the description."""
        self._text = text or ""
        self.setAccessibleDescription(self._text)
