"""A label that shows a typeset formula and tells assistive tools what it says."""

from __future__ import annotations

from PyQt5.QtCore import QSize
from PyQt5.QtGui import QPainter, QPaintEvent
from PyQt5.QtWidgets import QSizePolicy, QWidget

from gui.first_frame import passed
from gui.formula import Node, layout, plain
from gui.quiet_label import QuietLabel
from gui.theme import LOOK_CHANGED, look


class FormulaLabel(QuietLabel):
    """One line of mathematics, aligned left or right; `text()` is the same in plain characters.

    Attributes:
        size_: of the type, in the design's pixels; less where the line would not fit.
        height_: of the label, in the design's pixels.
    """

    def __init__(
        self,
        size: float,
        height: float,
        *,
        right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.size_, self.height_, self._right = size, height, right
        self._node: Node | None = None
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the height of the look of the moment."""
        height = look().px(self.height_)
        if look().least_type:
            height = max(height, round(1.3 * look().type_px(self.size_)))
        self.setFixedHeight(height)
        self.update()

    def set_node(self, node: Node | None, text: str | None = None) -> None:
        """Show a formula.

        Args:
            node: the formula; None shows nothing.
            text: its plain text, where that of the formula is not what to say.
        """
        said = plain(node) if text is None else text
        if node == self._node and said == self.text():
            return
        self._node = node
        self.setText(said)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a letter; a layout gives it what there is."""
        return QSize(look().type_px(self.size_), self.minimumHeight())

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the formula, smaller where it would be cut off."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("card"))
        if self._node is not None and passed():
            self._draw(painter, self._node)
        painter.end()

    def _draw(self, painter: QPainter, node: Node) -> None:
        pixels = look().type_px(self.size_)
        laid = layout(node, pixels)
        while laid.width > self.width() and pixels > 6:
            pixels -= 1
            laid = layout(node, pixels)
        x = self.width() - laid.width if self._right else 0.0
        y = (self.height() + laid.ascent - laid.descent) / 2
        laid.draw(painter, x, y)
