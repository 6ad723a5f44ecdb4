"""The rounded sheet on which a part of the picture stands."""

from __future__ import annotations

from PyQt5.QtCore import QRectF, Qt
from PyQt5.QtGui import QPainter, QPaintEvent, QPen
from PyQt5.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from gui.i18n import Retranslated
from gui.theme import LOOK_CHANGED, look

PADDING = 19


class Card(Retranslated, QWidget):
    """A card with a vertical layout, padded as in the design.

    Attributes:
        body: the layout.
        spacing: between its parts, in the design's pixels.
    """

    def __init__(self, parent: QWidget | None = None, spacing: int = 9) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.spacing = spacing
        LOOK_CHANGED.connect(self.restyle)

    def restyle(self) -> None:
        """Fit the distances to the look of the moment."""
        px = look().px
        self.body.setContentsMargins(px(PADDING), px(14), px(PADDING), px(16))
        self.body.setSpacing(px(self.spacing))
        self.update()

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the sheet."""
        value = look()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(value.colour("rule"), 1))
        painter.setBrush(value.colour("card"))
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(rect, value.px(10), value.px(10))
        painter.end()


class Rule(QFrame):
    """A thin line between two parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(1)

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("rule"))
        painter.end()


class Label(QLabel):
    """Words in a colour role and a size of the design.

    Attributes:
        role: the colour's role in the theme.
        size: in the design's pixels.
        strong: semi-bold.
    """

    def __init__(
        self,
        role: str = "current",
        size: float = 13,
        *,
        strong: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.role, self.size_, self.strong = role, size, strong
        # A file's name may look like markup; it is a name all the same.
        self.setTextFormat(Qt.TextFormat.PlainText)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the font and the colour of the look of the moment."""
        value = look()
        self.setFont(value.text_font(self.size_, strong=self.strong))
        palette = self.palette()
        palette.setColor(self.foregroundRole(), value.colour(self.role))
        self.setPalette(palette)

    def set_role(self, role: str) -> None:
        """Take the colour of another role."""
        if role != self.role:
            self.role = role
            self.restyle()
