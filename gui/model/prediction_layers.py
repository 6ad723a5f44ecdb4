"""The pictures that are kept while w and b move: what lies under the curve, what lies over it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import QRectF, QSizeF, Qt
from PyQt5.QtGui import QPainter, QPen, QPixmap
from PyQt5.QtWidgets import QWidget

from gui.model.prediction_ground import paint_ground
from gui.plot_painter import CORNER
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.model.prediction_painter import Picture


class Layers:
    """Paints a picture between its two still layers.

    Attributes:
        paints: how often these were painted.
    """

    def __init__(self) -> None:
        self.paints = 0
        self._under: QPixmap | None = None
        self._over: QPixmap | None = None

    def forget(self) -> None:
        """Something that stands still has changed."""
        self._under = self._over = None

    def paint(
        self,
        painter: QPainter,
        widget: QWidget,
        picture: Picture | None,
        snapshot: Snapshot | None,
    ) -> None:
        """Paint everything but what is pointed at.

        Args:
            painter: of the widget.
            widget: whose size and resolution are taken.
            picture: what to paint; None for the bare ground.
            snapshot: its numbers; None before the first.
        """
        ratio = widget.devicePixelRatioF()
        if self._under is None or self._under.devicePixelRatio() != ratio:
            self._make(widget, picture, snapshot, ratio)
        assert self._under is not None  # noqa: S101 - just made
        painter.drawPixmap(0, 0, self._under)
        if picture is not None and self._over is not None:
            picture.paint_curve(painter)
            painter.drawPixmap(_corner(picture).toAlignedRect().topLeft(), self._over)
            picture.paint_labels(painter)

    def _make(
        self, widget: QWidget, picture: Picture | None, snapshot: Snapshot | None, ratio: float
    ) -> None:
        self.paints += 1
        self._under = QPixmap((QSizeF(widget.size()) * ratio).toSize())
        self._under.setDevicePixelRatio(ratio)
        self._under.fill(look().colour("ground"))
        self._over = None
        if picture is None or snapshot is None:
            return
        painter = QPainter(self._under)
        paint_ground(painter, picture, snapshot)
        painter.end()
        place = _corner(picture).toAlignedRect()
        self._over = QPixmap((QSizeF(place.size()) * ratio).toSize())
        self._over.setDevicePixelRatio(ratio)
        self._over.fill(Qt.GlobalColor.transparent)
        painter = QPainter(self._over)
        painter.translate(-place.left(), -place.top())
        picture.paint_over(painter, ratio)
        painter.end()


def _corner(picture: Picture) -> QRectF:
    """What the layer over the curve covers: dots at the ends of the axis reach beyond it."""
    reach = picture.layout.radius + 3.0
    return picture.layout.live.adjusted(-reach, 0.0, reach, 0.0)


def paint_focus(painter: QPainter, place: QRectF) -> None:
    """Show that the keys work here."""
    value = look()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(value.colour("ones"), 1.5 * value.scale))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    corner = value.px(CORNER)
    painter.drawRoundedRect(place.adjusted(1, 1, -1, -1), corner, corner)
