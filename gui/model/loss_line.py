"""The binary cross-entropy of the model: its formula, and its value of the moment."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QRect
from PyQt5.QtGui import QPainter, QPaintEvent
from PyQt5.QtWidgets import QSizePolicy, QWidget

from gui.first_frame import passed
from gui.formula import Laid, fitted, layout, plain
from gui.i18n import translate
from gui.model.model_equations import loss_general, loss_text, loss_value
from gui.quiet_label import QuietLabel
from gui.theme import LOOK_CHANGED, look

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# In the design's pixels.
HEIGHT, SIZE, VALUE_SIZE, GAP = 34, 16, 19, 10


class LossLine(QuietLabel):
    """−(1/N) Σ [ … ] and its value; `text()` is the value in plain characters.

    Attributes:
        sign: what stands before the value: "= ", "≈ " or nothing.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("modelCrossEntropyValue")
        self.sign = ""
        self._snapshot: Snapshot | None = None
        self._value: Laid | None = None
        # How wide the value has been, so that the formula need not move with its digits.
        self._room = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self.setFixedHeight(max(look().px(HEIGHT), round(1.9 * look().type_px(SIZE))))
        self._value = None
        self.update()

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Take a snapshot in; it is worked out when it is painted or asked for."""
        self._snapshot = snapshot
        self._value = None

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setAccessibleName(translate("Model", "Binary cross-entropy"))
        self._value = None
        self.update()

    def text(self) -> str:
        """The value in plain characters, without the sign before it."""
        self._work_out()
        return super().text()

    def _work_out(self) -> None:
        if self._value is not None or self._snapshot is None:
            return
        node, text = loss_value(self._snapshot)
        self._value = layout(node, look().type_px(VALUE_SIZE))
        self.sign = plain(node)[:2] if loss_text(self._snapshot)[0] else ""
        self.setText(text)

    def refresh(self) -> None:
        """Paint the value, and the formula where it must make room."""
        before = self._room
        self._work_out()
        self._room = self._value.width if self._value is not None else 0.0
        if abs(before - self._room) > 1.0:
            self.update()
            return
        left = int(self.width() - self._room) - 1
        self.update(QRect(left, 0, self.width() - left, self.height()))

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the formula and the value."""
        if event is None:
            return
        value = look()
        painter = QPainter(self)
        painter.fillRect(event.rect(), value.colour("card"))
        if not passed():
            return
        self._work_out()
        wide = self._value.width if self._value is not None else 0.0
        middle = self.height() / 2
        if event.rect().left() < self.width() - wide - 2:
            room = self.width() - wide - value.px(GAP)
            size = value.type_px(SIZE)
            general = fitted((loss_general,), room, size, size)
            general.draw(painter, 0, middle + 0.3 * size)
        if self._value is not None:
            self._value.draw(painter, self.width() - wide, middle + 0.3 * value.type_px(SIZE))
        painter.end()
