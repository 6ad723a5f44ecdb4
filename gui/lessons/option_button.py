"""One option of a choice: a radio button whose words may take several lines."""

from __future__ import annotations

import math

from PyQt5.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PyQt5.QtGui import (
    QAbstractTextDocumentLayout,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextDocument,
)
from PyQt5.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from gui.theme import LOOK_CHANGED, look

SIZE = 14
RING = 7.0
LEFT, TOP = 30, 7


class OptionButton(QAbstractButton):
    """A ring, a dot in it when it is chosen, and words; a sign when the answer is known.

    Attributes:
        number: counted from 1; the key that chooses it.
    """

    def __init__(self, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = number
        self._sign = ""
        self._document = QTextDocument(self)
        self._document.setDocumentMargin(0)
        self.setObjectName(f"option{number}")
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        LOOK_CHANGED.connect(self._fit)

    def show_option(self, text: str) -> None:
        """Show an option."""
        self.setText(text)
        self._sign = ""
        self.setAccessibleName(text)
        self.setToolTip(f"{self.number}")
        self._fit()

    def show_sign(self, sign: str) -> None:
        """Mark the option: "✓" for the right one, "✗" for a wrong one that was chosen."""
        self._sign = sign
        self.setAccessibleName(f"{sign} {self.text()}".strip())
        self.update()

    def _fit(self) -> None:
        px = look().px
        self._document.setDefaultFont(look().text_font(SIZE))
        self._document.setPlainText(self.text())
        self._document.setTextWidth(max(1, self.width() - px(LEFT) - px(10)))
        height = math.ceil(self._document.size().height()) + 2 * px(TOP)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the box, as tall as the words."""
        return QSize(look().px(200), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Be as tall as the words are at this width."""
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show when it cannot be chosen any more."""
        super().changeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the ring and the words."""
        value, px = look(), look().px
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        if self.hasFocus() or (self.underMouse() and self.isEnabled()):
            painter.setPen(
                QPen(value.colour("ones"), 1.5) if self.hasFocus() else Qt.PenStyle.NoPen
            )
            painter.setBrush(value.colour("field"))
            painter.drawRoundedRect(rect, px(6), px(6))
        metrics = value.text_metrics(SIZE)
        radius = min(px(RING), metrics.height() * 0.4)
        middle = QPointF(px(LEFT) / 2, px(TOP) + metrics.height() / 2)
        if self._sign:
            role = "optimum" if self._sign == "✓" else "warning"
            painter.setFont(value.text_font(SIZE + 2, strong=True))
            painter.setPen(value.colour(role))
            box = QRectF(0, middle.y() - metrics.height(), px(LEFT), 2 * metrics.height())
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._sign)
        else:
            chosen = self.isChecked()
            painter.setPen(
                QPen(value.colour("ones" if chosen else "muted"), max(1.5, 1.5 * value.scale))
            )
            painter.setBrush(value.colour("card"))
            painter.drawEllipse(middle, radius, radius)
            if chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(value.colour("ones"))
                painter.drawEllipse(middle, radius * 0.55, radius * 0.55)
        painter.translate(px(LEFT), px(TOP))
        context = self._document.documentLayout()
        how = QAbstractTextDocumentLayout.PaintContext()
        how.palette.setColor(how.palette.ColorRole.Text, value.colour("current"))
        if context is not None:
            context.draw(painter, how)
        painter.end()
