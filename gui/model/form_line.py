"""A line of mathematics that has several forms: the fullest that fits is shown."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PyQt5.QtCore import QSize
from PyQt5.QtGui import QPainter, QPaintEvent
from PyQt5.QtWidgets import QSizePolicy, QWidget

from gui.first_frame import passed
from gui.formula import Laid, Node, fitted, plain
from gui.quiet_label import QuietLabel
from gui.theme import LOOK_CHANGED, look

Forms = Sequence[Callable[[], Node]]


class FormLine(QuietLabel):
    """One line, aligned left or right; `text()` is the fullest form in plain characters.

    Attributes:
        size_: of the type, in the design's pixels.
        least_: the size that a form goes down to before a shorter one is tried.
        height_: of the line, in the design's pixels.
    """

    def __init__(
        self,
        size: float,
        least: float,
        height: float,
        *,
        right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.size_, self.least_, self.height_, self._right = size, least, height, right
        self._forms: Forms = ()
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Take the height of the look of the moment."""
        letters = round(1.3 * look().type_px(self.size_)) if look().least_type else 0
        self.setFixedHeight(max(look().px(self.height_), letters))
        self.update()

    def set_forms(self, forms: Forms) -> None:
        """Show the first of these that fits; none shows nothing."""
        said = plain(forms[0]()) if forms else ""
        if said != self.text() or len(forms) != len(self._forms):
            self._forms = forms
            self.setText(said)
            self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for a letter; a layout gives it the width that there is."""
        return QSize(look().type_px(self.size_), self.minimumHeight())

    def laid(self) -> Laid | None:
        """What is painted, measured."""
        if not self._forms:
            return None
        value = look()
        return fitted(
            self._forms, self.width(), value.type_px(self.size_), value.type_px(self.least_)
        )

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the ground and the line."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), look().colour("card"))
        laid = self.laid() if passed() else None
        if laid is not None:
            x = self.width() - laid.width if self._right else 0.0
            laid.draw(painter, x, (self.height() + laid.ascent - laid.descent) / 2)
        painter.end()
