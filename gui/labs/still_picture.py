"""A widget whose picture stands still, with what moves painted over it."""

from __future__ import annotations

from PyQt5.QtCore import QSizeF, Qt
from PyQt5.QtGui import QPainter, QPaintEvent, QPixmap, QResizeEvent
from PyQt5.QtWidgets import QWidget

from gui.theme import LOOK_CHANGED, look


class StillPicture(QWidget):
    """Paints what stands still once, and what moves with each frame.

    Attributes:
        still_paints: how often what stands still was painted.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.still_paints = 0
        self._picture: QPixmap | None = None
        LOOK_CHANGED.connect(self.fit)

    def fit(self) -> None:
        """Fit everything to the size, the look and the language of the moment."""
        self.paint_anew()

    def paint_anew(self) -> None:
        """Paint everything anew, what stands still, too."""
        self._picture = None
        self.update()

    def paint_still(self, painter: QPainter) -> None:  # noqa: ARG002 - who derives takes it
        """Paint what stands still."""
        raise TypeError(f"{type(self).__name__} must say what stands still")

    def paint_live(self, painter: QPainter) -> None:  # noqa: ARG002 - likewise
        """Paint what moves."""
        raise TypeError(f"{type(self).__name__} must say what moves")

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Fit to the new size."""
        super().resizeEvent(event)
        self.fit()

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Copy the still picture and paint what moves over it."""
        ratio = self.devicePixelRatioF()
        if self._picture is None or self._picture.devicePixelRatio() != ratio:
            self._picture = self._paint_picture(ratio)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._picture)
        self.paint_live(painter)
        painter.end()

    def _paint_picture(self, ratio: float) -> QPixmap:
        self.still_paints += 1
        picture = QPixmap((QSizeF(self.size()) * ratio).toSize())
        picture.setDevicePixelRatio(ratio)
        picture.fill(look().colour("card"))
        painter = QPainter(picture)
        self.paint_still(painter)
        painter.end()
        return picture
