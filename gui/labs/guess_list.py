"""The tries so far, each with its number, its π and its ℓ, in as many columns as have room."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt5.QtCore import QPointF, QRectF, Qt
from PyQt5.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PyQt5.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from gui.i18n import translate
from gui.still_text import draw_text, text_width
from gui.theme import LOOK_CHANGED, look

SIZE = 13
STAR = "★ "
# In the design's pixels.
GAP, PADDING = 18, 9


class TryList(QAbstractScrollArea):
    """A list to read; ↑ and ↓ scroll it.

    Attributes:
        rows: how many are to be seen at once.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("guessTries")
        self.rows = 2
        self._texts: tuple[str, ...] = ()
        self._best: int | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        LOOK_CHANGED.connect(self._measure)

    def texts(self) -> tuple[str, ...]:
        """The lines, the first try first."""
        return self._texts

    def show_tries(self, texts: Sequence[str], best: int | None) -> None:
        """Show these lines, one of them with a star; the last one comes into sight."""
        if (tuple(texts), best) == (self._texts, self._best):
            return
        self._texts, self._best = tuple(texts), best
        said = [f"{STAR}{text}" if i == best else text for i, text in enumerate(texts)]
        self.setAccessibleDescription("; ".join(said))
        self._measure()
        bar = self.verticalScrollBar()
        if bar is not None:
            bar.setValue(bar.maximum())

    @staticmethod
    def row_height() -> int:
        """The height of a line, in pixels."""
        return round(look().text_metrics(SIZE).height() * 1.12)

    def height_for(self, rows: int) -> int:
        """The height that shows so many rows."""
        return rows * self.row_height() + 2 * look().px(4)

    def columns(self) -> int:
        """How many lines stand side by side."""
        viewport = self.viewport()
        width = viewport.width() if viewport is not None else self.width()
        return max(1, int((width - look().px(PADDING)) / self._column_width()))

    def _column_width(self) -> float:
        star = text_width(STAR, SIZE, strong=True)
        widest = max((text_width(text, SIZE, strong=True) for text in self._texts), default=1.0)
        return star + widest + look().px(GAP)

    def _measure(self) -> None:
        bar = self.verticalScrollBar()
        if bar is not None:
            high = self.row_height()
            rows = -(-len(self._texts) // self.columns())
            room = self.height_for(rows) - self.height()
            bar.setSingleStep(high)
            bar.setPageStep(max(high, self.height() - high))
            bar.setRange(0, max(0, room))
        viewport = self.viewport()
        if viewport is not None:
            viewport.update()

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Share the width anew."""
        super().resizeEvent(event)
        self._measure()

    def focusInEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show the focus."""
        super().focusInEvent(event)
        self._measure()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Take its sign away."""
        super().focusOutEvent(event)
        self._measure()

    def paintEvent(self, _event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the ground and the lines in sight."""
        viewport, bar = self.viewport(), self.verticalScrollBar()
        if viewport is None or bar is None:
            return
        value, px = look(), look().px
        painter = QPainter(viewport)
        painter.fillRect(viewport.rect(), value.colour("card"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        painter.setPen(QPen(value.colour("ones" if focus else "field"), 1.4))
        painter.setBrush(value.colour("field"))
        ground = QRectF(viewport.rect()).adjusted(0.7, 0.7, -0.7, -0.7)
        painter.drawRoundedRect(ground, px(6), px(6))
        painter.setClipRect(ground.adjusted(1, 1, -1, -1))
        if not self._texts:
            text = translate("Guess", "no tries yet")
            place = QPointF(px(PADDING), px(4) + value.text_metrics(SIZE).ascent())
            draw_text(painter, place, text, SIZE, "muted")
        columns, wide, high = self.columns(), self._column_width(), self.row_height()
        ascent = value.text_metrics(SIZE).ascent()
        star = text_width(STAR, SIZE, strong=True)
        for i, text in enumerate(self._texts):
            row, column = divmod(i, columns)
            x = px(PADDING) + column * wide
            y = px(4) + row * high - bar.value() + ascent + (high - ascent) * 0.2
            strong = i == self._best
            if strong:
                draw_text(painter, QPointF(x, y), STAR.strip(), SIZE, "current", strong=True)
            place = QPointF(x + star, y)
            draw_text(painter, place, text, SIZE, "current", strong=strong)
        painter.end()
