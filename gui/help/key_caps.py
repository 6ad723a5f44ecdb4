"""Keys as they look on a keyboard, and what the mouse does, beside a line of help."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PyQt5.QtCore import QPointF, QRectF, QSize
from PyQt5.QtGui import QPainter, QPaintEvent, QPen
from PyQt5.QtWidgets import QWidget

from gui.help.entries import say
from gui.still_text import draw_text, text_width
from gui.theme import look

if TYPE_CHECKING:
    from gui.help.entries import Way

SIZE = 12
# Between two caps, in the design's pixels.
GAP = 4


class _Placed(NamedTuple):
    """A cap or a sign between two, and where it stands; a sign has no border."""

    rect: QRectF
    text: str
    kind: str


class KeyCaps(QWidget):
    """The ways to do one thing, each of its caps painted; it wraps where it would be too wide.

    Attributes:
        limit: how wide it may be, in pixels.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ways: tuple[Way, ...] = ()
        self.limit = 400.0

    def set_ways(self, ways: tuple[Way, ...]) -> None:
        """Show these; assistive tools read them as plain text."""
        self._ways = ways
        self.setAccessibleName(say(ways))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """What is shown, as plain text."""
        return say(self._ways)

    def line_height(self) -> float:
        """How tall one line of caps is."""
        return look().text_metrics(SIZE).height() + look().px(5)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As large as its caps need."""
        placed = self._placed()
        right = max((part.rect.right() for part in placed), default=0.0)
        bottom = max((part.rect.bottom() for part in placed), default=0.0)
        return QSize(round(right + 1.5), round(bottom + 1.5))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It is never squeezed."""
        return self.sizeHint()

    def _placed(self) -> list[_Placed]:
        px = look().px
        height, padding = self.line_height(), px(6)
        found: list[_Placed] = []
        x = y = 0.5
        for i, way in enumerate(self._ways):
            # One way stays together; where it has no room, it begins a line.
            parts: list[tuple[str, str, float]] = []
            if i:
                parts.append(("/", "sign", text_width("/", SIZE) + px(5)))
            for j, cap in enumerate(way):
                if j:
                    parts.append(("+", "sign", text_width("+", SIZE)))
                wide = text_width(cap.text, SIZE) + 2 * padding
                parts.append((cap.text, "key" if cap.is_key else "mouse", max(wide, height)))
            gap = px(GAP)
            width = sum(part[2] + gap for part in parts) - gap
            if i and x + width > self.limit:
                x, y = 0.5, y + height + px(GAP)
                parts = parts[1:]
            for text, kind, wide in parts:
                found.append(_Placed(QRectF(x, y, wide, height), text, kind))
                x += wide + gap
        return found

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the caps."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for part in self._placed():
            _paint(painter, part)
        painter.end()


def _paint(painter: QPainter, part: _Placed) -> None:
    value, px = look(), look().px
    metrics = value.text_metrics(SIZE)
    rect = part.rect
    # The lower edge of a key is thicker, as if it stood up from the sheet; the mouse's are round.
    edge = px(1.5)
    if part.kind == "key":
        painter.setPen(QPen(value.colour("rule"), 1))
        painter.setBrush(value.colour("rule"))
        painter.drawRoundedRect(rect, px(4), px(4))
        rect = rect.adjusted(0, 0, 0, -edge)
        painter.setBrush(value.colour("control"))
        painter.drawRoundedRect(rect, px(4), px(4))
    elif part.kind == "mouse":
        rect = rect.adjusted(0, 0, 0, -edge)
        painter.setPen(QPen(value.colour("muted"), 1))
        painter.setBrush(value.colour("card"))
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
    width = text_width(part.text, SIZE)
    place = QPointF(
        rect.center().x() - width / 2,
        rect.center().y() + (metrics.ascent() - metrics.descent()) / 2,
    )
    role = "muted" if part.kind == "sign" else "current"
    draw_text(painter, place, part.text, SIZE, role)
