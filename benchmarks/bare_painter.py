"""The floor: nothing but a pixmap, three lines and three dots, in QPainter's hands."""

from __future__ import annotations

import numpy as np
from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QColor, QPainter, QPaintEvent, QPen, QPixmap, QPolygonF
from PyQt5.QtWidgets import QApplication, QWidget

from benchmarks.peer_curves import peer_curves
from benchmarks.screen import WINDOW_SIZE

PLOTS = [QRectF(540, 70 + 240 * row, 700, 200) for row in range(3)]


class BarePainter(QWidget):
    """A window whose curves are painted once into a pixmap, and whose lines follow π."""

    def __init__(self) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)  # the pixmap covers everything
        self.resize(*WINDOW_SIZE)
        self.root = self
        self.canvases = [self]
        self._position = 0.5
        self._curves = peer_curves()
        self._pixmap = QPixmap(*WINDOW_SIZE)
        self._paint_pixmap()

    def drag(self, position: float) -> None:
        """Move the lines and the dots."""
        self._position = position
        self.update()

    def edit(self, index: int) -> None:
        """Nothing is cheaper here than to paint everything again: the same as a drag."""
        self.drag((index + 1) % 100 / 100)

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802
        """Blit the pixmap; draw three lines and three dots."""
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor("#1B1F24"), 2.0))
        painter.setBrush(QColor("#1B1F24"))
        for plot, curve in zip(PLOTS, self._curves, strict=True):
            x = plot.left() + plot.width() * self._position
            y = np.interp(self._position, curve.x, curve.y)
            painter.drawLine(QPointF(x, plot.top()), QPointF(x, plot.bottom()))
            painter.drawEllipse(QPointF(x, plot.bottom() - plot.height() * y), 4.5, 4.5)

    def _paint_pixmap(self) -> None:
        self._pixmap.fill(QColor("#F6F5F1"))
        painter = QPainter(self._pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for plot, curve in zip(PLOTS, self._curves, strict=True):
            painter.fillRect(plot.adjusted(-60, -30, 20, 10), QColor("#FFFFFF"))
            painter.setClipRect(plot)
            for style, y in [
                (Qt.PenStyle.SolidLine, curve.y),
                *((Qt.PenStyle.DashLine, y) for y in curve.parts),
            ]:
                painter.setPen(QPen(QColor("#3A4149"), 2.0, style))
                xs = plot.left() + plot.width() * curve.x
                ys = plot.bottom() - plot.height() * y
                points = zip(xs.tolist(), ys.tolist(), strict=True)
                painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))
            painter.setClipping(False)
        painter.end()


def open_window() -> tuple[QApplication, BarePainter]:
    """An application and the window, shown."""
    app = QApplication([])
    subject = BarePainter()
    subject.show()
    return app, subject
