"""One of two: a switch that is drawn as its two parts side by side, the chosen one filled."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt5.QtCore import QPoint, QRectF, QSize, Qt
from PyQt5.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PyQt5.QtWidgets import QCheckBox, QSizePolicy, QWidget

from gui.still_text import draw_text, text_width
from gui.theme import LOOK_CHANGED, look

# In the design's pixels.
PADDING, HEIGHT, CORNER = 9, 26, 6


class TwoParts(QCheckBox):
    """Two words, of which one holds; checked where it is the second.

    A click chooses the part that it hits, ← and → choose, Space changes over. Only what the user
    does is told by `clicked`.

    Attributes:
        size_: of the type, in the design's pixels.
        accent: whether the chosen part is in the accent's colour; else it is only darker.
    """

    def __init__(
        self, parent: QWidget | None = None, *, size: float = 13, accent: bool = True
    ) -> None:
        super().__init__(parent)
        self.size_, self.accent = size, accent
        self._parts = ("", "")
        self._pressed: int | None = None
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        LOOK_CHANGED.connect(self.restyle)

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        self.updateGeometry()
        self.update()

    def set_parts(self, parts: Sequence[str]) -> None:
        """Name both parts; the one that holds is read out after the switch's own name."""
        first, second = parts
        if (first, second) != self._parts:
            self._parts = (first, second)
            self.updateGeometry()
            self.update()
        self._describe()

    def parts(self) -> tuple[str, str]:
        """The words of both parts."""
        return self._parts

    def show_second(self, second: bool) -> None:
        """Show which part holds; nobody is told."""
        if self.isChecked() is not second:
            self.setChecked(second)
            self._describe()

    def _describe(self) -> None:
        self.setAccessibleDescription(self._parts[self.isChecked()])

    # Geometry ------------------------------------------------------------------------------

    def _widths(self) -> tuple[int, int]:
        """Of both parts: bold letters are wider, and each part may be bold."""
        room = 2 * look().px(PADDING)
        first, second = (
            round(text_width(part, self.size_, strong=True)) + room for part in self._parts
        )
        return first, second

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for both parts."""
        letters = look().text_metrics(self.size_).height()
        height = max(look().px(HEIGHT), round(letters + look().px(4)))
        return QSize(sum(self._widths()), height)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The same: words are not cut."""
        return self.sizeHint()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """The whole of it is the switch."""
        return self.rect().contains(pos)

    def _rects(self) -> tuple[QRectF, QRectF]:
        first, second = self._widths()
        edge = self.width() * first / max(1, first + second)
        high = float(self.height())
        return QRectF(0, 0, edge, high), QRectF(edge, 0, self.width() - edge, high)

    def part_at(self, x: float) -> int:
        """Which part lies there: 0 or 1."""
        return int(x >= self._rects()[1].left())

    # Events --------------------------------------------------------------------------------

    def _choose(self, second: bool) -> None:
        if self.isChecked() is not second:
            self.click()

    def mousePressEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Remember which part was pressed."""
        if event is not None and event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.part_at(event.localPos().x())

    def mouseReleaseEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Choose the part, if the mouse is on it still."""
        pressed, self._pressed = self._pressed, None
        if event is None or pressed is None or not self.rect().contains(event.pos()):
            return
        if self.part_at(event.localPos().x()) == pressed:
            self._choose(bool(pressed))

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """The arrows choose a part, Space changes over."""
        if event is None:
            return
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self._choose(False)
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self._choose(True)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the ground of both, the chosen part upon it, and the words."""
        value, px = look(), look().px
        painter = QPainter(self)
        painter.fillRect(self.rect(), value.colour("card"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        hovered = self.underMouse() and self.isEnabled()
        painter.setBrush(value.colour("control_hover" if hovered else "control"))
        corner = px(CORNER)
        painter.drawRoundedRect(QRectF(self.rect()), corner, corner)
        chosen, accent = int(self.isChecked()), self.accent and self.isEnabled()
        rects = self._rects()
        painter.setBrush(value.colour("ones" if accent else "card"))
        if not accent:
            painter.setPen(QPen(value.colour("muted"), 1))
        painter.drawRoundedRect(rects[chosen].adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        for i, rect in enumerate(rects):
            strong = i == chosen
            role = "on_accent" if strong and accent else "current"
            self._paint_word(painter, rect, i, role if self.isEnabled() else "muted", strong)
        if self.hasFocus():
            painter.setPen(QPen(value.colour("current"), 1.4 * value.scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(
                QRectF(self.rect()).adjusted(0.7, 0.7, -0.7, -0.7), corner, corner
            )
        painter.end()

    def _paint_word(self, painter: QPainter, rect: QRectF, i: int, role: str, strong: bool) -> None:
        word = self._parts[i]
        place = rect.center()
        place.setX(place.x() - text_width(word, self.size_, strong=strong) / 2)
        place.setY(place.y() + look().text_metrics(self.size_, strong=strong).capHeight() / 2)
        draw_text(painter, place, word, self.size_, role, strong=strong)
