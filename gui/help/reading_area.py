"""A sheet to read that is larger than its window: the keys scroll it, and a frame says so."""

from __future__ import annotations

from PyQt5.QtCore import QEvent, QRectF, Qt
from PyQt5.QtGui import QFocusEvent, QPainter, QPen
from PyQt5.QtWidgets import QScrollArea, QWidget

from gui.theme import look

FRAME = 2


class ReadingArea(QScrollArea):
    """Scrolls upright alone, takes the focus, and shows that it has it.

    The frame is painted: a style sheet for it would undo the colours of all labels inside.
    """

    def __init__(self, sheet: QWidget) -> None:
        super().__init__()
        self.setWidget(sheet)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        # Always there: a bar that came and went would make lines break and join again.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setViewportMargins(FRAME, FRAME, FRAME, FRAME)

    def event(self, event: QEvent | None) -> bool:
        """Paint the frame over the area's own ground."""
        done = super().event(event)
        if event is not None and event.type() == QEvent.Type.Paint and self.hasFocus():
            painter = QPainter(self)
            painter.setPen(QPen(look().colour("ones"), FRAME))
            inset = FRAME / 2
            painter.drawRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset))
            painter.end()
        return done

    def focusInEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show the focus."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Take its sign away."""
        super().focusOutEvent(event)
        self.update()
