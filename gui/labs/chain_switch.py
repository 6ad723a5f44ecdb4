"""A switch that carries a formula: a check box that is drawn as what it does."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt5.QtCore import QPoint, QPointF, QRectF, QSize, Qt
from PyQt5.QtGui import QPainter, QPaintEvent, QPen
from PyQt5.QtWidgets import QCheckBox, QWidget

from gui.formula import Laid, Node, fitted
from gui.theme import LOOK_CHANGED, look

# In the design's pixels.
FORMULA_SIZE = 18
TRACK, KNOB, PADDING, GAP = 30, 6.0, 11, 9


class FormulaSwitch(QCheckBox):
    """One step that can be on or off; Space or a click toggles it.

    Attributes:
        formulas: what it does, the fullest form first.
        stacked: whether the switch stands below the formula instead of beside it.
    """

    def __init__(self, formulas: Sequence[Node], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.formulas = tuple(formulas)
        self.stacked = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        LOOK_CHANGED.connect(self.update)

    @staticmethod
    def _track() -> tuple[float, float]:
        height = 2 * (look().px(KNOB) + look().px(3))
        return max(look().px(TRACK), 1.7 * height), height

    def _formula(self, room: float) -> Laid:
        pixels = look().type_px(FORMULA_SIZE)
        makers = [lambda node=node: node for node in self.formulas]
        return fitted(makers, room, pixels, pixels)

    def width_beside(self) -> float:
        """The width that the whole formula needs with the switch beside it."""
        px = look().px
        return self._formula(1e9).width + self._track()[0] + 2 * px(PADDING) + px(GAP)

    def height_needed(self) -> int:
        """The height that it needs, stacked or not."""
        px = look().px
        laid = self._formula(1e9)
        height = laid.ascent + laid.descent
        track = self._track()[1]
        inner = height + px(5) + track if self.stacked else max(height, track)
        return round(inner) + 2 * px(7)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the formula with the switch beside it."""
        return QSize(round(self.width_beside()), self.height_needed())

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """The whole of it is the switch."""
        return self.rect().contains(pos)

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the tile, the formula, and the knob at the side that says on or off."""
        value, px = look(), look().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        frame = "current" if self.hasFocus() else "ones" if on else "rule"
        wide = (2.0 if self.hasFocus() else 1.4) * value.scale
        painter.setPen(QPen(value.colour(frame), wide))
        painter.setBrush(value.colour("control_hover" if self.underMouse() else "control"))
        edge = wide / 2
        inner = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.drawRoundedRect(inner, px(8), px(8))
        long, high = self._track()
        beside = 2 * px(5) if self.stacked else long + 2 * px(PADDING)
        room = self.width() - beside
        laid = self._formula(room)
        middle = self.height() / 2
        if self.stacked:
            free = self.height() - laid.ascent - laid.descent - high
            top = free * 0.36
            laid.draw(painter, (self.width() - laid.width) / 2, top + laid.ascent)
            track = QRectF((self.width() - long) / 2, self.height() - high - top, long, high)
        else:
            left = px(PADDING)
            laid.draw(painter, left, middle + (laid.ascent - laid.descent) / 2)
            track = QRectF(self.width() - px(PADDING) - long, middle - high / 2, long, high)
        self._paint_switch(painter, track, on=on)
        painter.end()

    @staticmethod
    def _paint_switch(painter: QPainter, track: QRectF, *, on: bool) -> None:
        value = look()
        painter.setPen(QPen(value.colour("ones" if on else "muted"), 1.4 * value.scale))
        painter.setBrush(value.colour("ones" if on else "card"))
        round_ = track.height() / 2
        painter.drawRoundedRect(track, round_, round_)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(value.colour("on_accent" if on else "muted"))
        x = track.right() - round_ if on else track.left() + round_
        radius = value.px(KNOB)
        painter.drawEllipse(QPointF(x, track.center().y()), radius, radius)
