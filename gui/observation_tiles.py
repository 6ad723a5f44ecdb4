"""The observations as tiles, each with a bar as tall as its own loss."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np
from PyQt5.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, pyqtSignal
from PyQt5.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QStaticText,
    QTransform,
    QWheelEvent,
)
from PyQt5.QtWidgets import QScrollBar, QSizePolicy, QToolTip, QWidget

from core.observations import Observations
from core.scientific import format_count, format_number
from gui import fonts
from gui.i18n import Retranslated, translate
from gui.pace import Pace
from gui.theme import LOOK_CHANGED, look
from gui.tile_grid import TileGrid, size_for

if TYPE_CHECKING:
    from core.snapshot import Snapshot

# A bar reaches its full height at this loss (nats); a longer one is cut, and says ∞ or its figure.
FULL_BAR = 1.6
SCROLLBAR = 9
FIGURES_SIZE = 11
# So many changed tiles are painted by themselves.
FEW = 4
COUNTS_HEIGHT = 76
EMPTY_HEIGHT = 50


class ObservationTiles(Retranslated, QWidget):
    """A grid of tiles with a caret; for counts without a sequence two proportional blocks.

    Signals:
        edited: the user wants these `Observations`.
        gesture_started, gesture_ended: a drag across tiles begins, ends.
    """

    edited = pyqtSignal(object)
    gesture_started = pyqtSignal()
    gesture_ended = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("observationTiles")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        # It paints its own ground: a drag then leaves the card behind it alone.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.caret = 0
        self._snapshot: Snapshot | None = None
        self._painting: int | None = None
        self._bar = QScrollBar(Qt.Orientation.Vertical, self)
        self._bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._bar.valueChanged.connect(self.update)
        self._pace = Pace(self, self._update_bars)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    # Geometry ------------------------------------------------------------------------------

    @property
    def observations(self) -> Observations:
        """What is shown."""
        return self._snapshot.state.observations if self._snapshot else Observations()

    def grid(self) -> TileGrid:
        """The grid of the moment."""
        n = self.observations.n
        size = size_for(n)
        room = look().px(SCROLLBAR) + 4 if self._scrolls(n) else 0
        return TileGrid(n, size, self.width() - room, look().scale)

    def _scrolls(self, n: int) -> bool:
        size = size_for(n)
        return n > size.rows * size.columns

    def tile_rect(self, index: int) -> QRectF:
        """Where a tile is, in this widget's pixels; outside the widget while scrolled away."""
        return self.grid().tile(index, self._bar.value())

    def restyle(self) -> None:
        """Fit height and scrollbar to the observations and the look."""
        value, observations = look(), self.observations
        if not observations.has_sequence:
            height = value.px(COUNTS_HEIGHT)
        elif not observations.n:
            height = value.px(EMPTY_HEIGHT)
        else:
            grid = self.grid()
            rows = min(grid.rows, grid.size.rows)
            height = round(rows * grid.row_height)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)
        self._place_bar()
        self.update()

    def _place_bar(self) -> None:
        observations = self.observations
        scrolls = observations.has_sequence and self._scrolls(observations.n)
        self._bar.setVisible(scrolls)
        grid = self.grid()
        self._bar.setRange(0, max(0, grid.rows - grid.size.rows) if scrolls else 0)
        self._bar.setPageStep(grid.size.rows)
        width = look().px(SCROLLBAR)
        self._bar.setGeometry(self.width() - width, 0, width, self.height())

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Keep the scrollbar at the right."""
        super().resizeEvent(event)
        self._place_bar()

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for ten tiles."""
        return QSize(look().px(350), self.minimumHeight())

    # Rendering -----------------------------------------------------------------------------

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot; when only π moved, only the bars are painted again."""
        old, self._snapshot = self._snapshot, snapshot
        observations = snapshot.state.observations
        if old is not None and old.state.observations is observations:
            if old.pi != snapshot.pi or old.state.log_base is not snapshot.state.log_base:
                self._pace.ask()
            return
        self.caret = min(self.caret, observations.n)
        changed = None if old is None else _changed(old.state.observations, observations)
        if changed is None or (old is not None and old.pi != snapshot.pi):
            self.restyle()
            return
        grid, top_row = self.grid(), self._bar.value()
        for index in changed:
            tile = grid.tile(index, top_row)
            self.update(tile.adjusted(-6, -2, 6, grid.row_height - grid.side).toAlignedRect())

    def _update_bars(self) -> None:
        if not self.observations.has_sequence or not self.observations.n:
            return
        grid = self.grid()
        if not grid.size.bar:
            return
        side = grid.size.tile * grid.scale
        for line in range(min(grid.rows, grid.size.rows)):
            top = line * grid.row_height + side + 1
            self.update(QRect(0, round(top), self.width(), round(grid.row_height - side - 1)))

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setAccessibleName(translate("Observations", "observations as tiles"))
        self.setAccessibleDescription(
            translate(
                "Observations",
                "Arrows move, Space toggles, 0 and 1 insert, Backspace and Delete remove.",
            )
        )
        self.setToolTip(self.accessibleDescription())
        self.update()

    # Painting ------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent | None) -> None:  # noqa: N802 - Qt's name
        """Paint the tiles that are to be seen and that need it."""
        snapshot = self._snapshot
        if event is None or snapshot is None:
            return
        painter = QPainter(self)
        painter.fillRect(event.rect(), look().colour("card"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        observations = snapshot.state.observations
        if not observations.has_sequence:
            self._paint_counts(painter, observations)
        elif not observations.n:
            self._paint_empty(painter)
        else:
            self._paint_tiles(painter, QRectF(event.rect()), snapshot)
        painter.end()

    def _paint_tiles(self, painter: QPainter, dirty: QRectF, snapshot: Snapshot) -> None:
        grid, top_row = self.grid(), self._bar.value()
        columns, rows = grid.size.columns, grid.size.rows
        values = snapshot.state.observations.values
        for line in range(rows + 1):
            first = (top_row + line) * columns
            row = values[first : first + columns].tolist()
            if not row:
                break
            rect = grid.tile(first, top_row)
            span = _columns(dirty, grid)
            if rect.top() <= dirty.bottom() and rect.bottom() >= dirty.top():
                self._paint_row(painter, grid, row, span, rect.top())
            if grid.size.bar and rect.bottom() < dirty.bottom():
                self._paint_bars(painter, grid, row, span, rect.bottom(), snapshot)
        if self.hasFocus():
            self._paint_caret(painter, grid, top_row)

    def _paint_row(
        self, painter: QPainter, grid: TileGrid, row: list[int], span: range, top: float
    ) -> None:
        value, side = look(), grid.side
        fills = (value.colour("zeros"), value.colour("ones"))
        on_tile = (value.colour("on_zeros"), value.colour("on_accent"))
        radius = min(6.0, grid.size.tile / 4) * value.scale
        painter.setFont(value.text_font(grid.size.tile * 0.5, strong=True))
        for column in span:
            if column >= len(row):
                break
            one = row[column]
            rect = QRectF(column * grid.pitch, top, side, side)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(fills[one])
            painter.drawRoundedRect(rect, radius, radius)
            painter.setPen(on_tile[one])
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "01"[one])

    def _paint_bars(
        self,
        painter: QPainter,
        grid: TileGrid,
        row: list[int],
        span: range,
        tile_bottom: float,
        s: Snapshot,
    ) -> None:
        """The bars under one row of tiles: two kinds of bar, each many times, in each frame."""
        value, size = look(), grid.size
        top = round(tile_bottom + 7 * value.scale)
        inset = value.px(3) if size.number else 0
        width = round(grid.side) - 2 * inset
        columns = [column for column in span if column < len(row)]
        painter.setPen(value.colour("muted"))
        painter.setFont(value.text_font(FIGURES_SIZE))
        for kind, loss in enumerate((s.loss_of_zero, s.loss_of_one)):
            mine = [round(i * grid.pitch) + inset for i in columns if row[i] == kind]
            if not mine:
                continue
            height = max(2, round(size.bar * value.scale * min(1.0, loss / FULL_BAR)))
            fill = value.colour("ones_soft" if kind else "zeros_soft")
            for left in mine:
                painter.fillRect(left, top, width, height, fill)
            if loss > FULL_BAR:
                # A bar that is longer than its room ends in a gap.
                gap = value.px(8)
                for left in mine:
                    painter.fillRect(
                        left, top + height - gap, width, value.px(2.5), value.colour("card")
                    )
            if size.number:
                figures = _figures(loss_text(s, loss), value.px(FIGURES_SIZE))
                shift = (width - figures.size().width()) / 2
                for left in mine:
                    painter.drawStaticText(QPointF(left + shift, top + height + 1), figures)

    def _paint_caret(self, painter: QPainter, grid: TileGrid, top_row: int) -> None:
        value = look()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        pen = QPen(value.colour("current"), 2 * value.scale)
        painter.setPen(pen)
        radius = min(6.0, grid.size.tile / 4) * value.scale
        if self.caret < grid.n:
            painter.drawRoundedRect(
                grid.tile(self.caret, top_row).adjusted(0, 0, 0, 0), radius, radius
            )
        else:
            # Behind the last tile: a line, where the next observation will go.
            rect = grid.tile(grid.n - 1, top_row)
            x = min(rect.right() + 1.5 * value.scale, self.width() - 1.0)
            painter.drawLine(QPointF(x, rect.top()), QPointF(x, rect.bottom()))

    def _paint_empty(self, painter: QPainter) -> None:
        value = look()
        side = 32 * value.scale
        rect = QRectF(1, 1, side, side)
        painter.setPen(QPen(value.colour("muted"), 1.4 * value.scale, Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(rect, 6 * value.scale, 6 * value.scale)
        painter.setPen(value.colour("muted"))
        painter.setFont(value.text_font(13))
        painter.drawText(
            QRectF(side + 12 * value.scale, 0, self.width() - side - 12, side),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            translate("Observations", "No observations yet. Type 0 or 1."),
        )

    def _paint_counts(self, painter: QPainter, observations: Observations) -> None:
        """Two blocks whose widths are the shares of ones and zeros."""
        value = look()
        n, k = observations.n, observations.k
        height = 42 * value.scale
        radius = 6 * value.scale
        gap = 3 * value.scale if 0 < k < n else 0.0
        split = (self.width() - gap) * (k / n if n else 0.0)
        font = value.text_font(14, strong=True)
        painter.setFont(font)
        blocks = (
            (QRectF(0, 0, split, height), "ones", "1", k),
            (QRectF(split + gap, 0, self.width() - gap - split, height), "zeros", "0", n - k),
        )
        for rect, role, digit, count in blocks:
            if not count:
                continue
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(value.colour(role))
            painter.drawRoundedRect(rect, radius, radius)
            painter.setPen(value.colour("on_accent" if role == "ones" else "on_zeros"))
            if rect.width() > 20 * value.scale:
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, digit)
        painter.setFont(value.text_font(12))
        below = QRectF(0, height + 4 * value.scale, self.width(), 24 * value.scale)
        painter.setPen(value.colour("ones"))
        painter.drawText(
            below,
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            f"1 × {format_count(k)}",
        )
        painter.setPen(value.colour("zeros_text"))
        painter.drawText(
            below,
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            f"0 × {format_count(n - k)}",
        )

    # Mouse ---------------------------------------------------------------------------------

    def index_at(self, pos: QPointF) -> int | None:
        """The observation at a point of this widget."""
        if not self.observations.has_sequence:
            return None
        return self.grid().index_at(pos.x(), pos.y(), self._bar.value())

    def mousePressEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Toggle a tile and begin to paint with its new value."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        index = self.index_at(event.localPos())
        if index is None:
            return
        self._set_caret(index)
        self._painting = 1 - int(self.observations[index])
        self.gesture_started.emit()
        self.edited.emit(self.observations.toggle(index))

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Give the tiles that the mouse passes the value of the first."""
        if event is None:
            return
        index = self.index_at(event.localPos())
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if index is not None else Qt.CursorShape.ArrowCursor
        )
        if (
            self._painting is None
            or index is None
            or not event.buttons() & Qt.MouseButton.LeftButton
        ):
            return
        # A quick mouse skips tiles: those between belong to the stroke.
        step = 1 if index >= self.caret else -1
        observations = self.observations
        for passed in range(self.caret, index + step, step):
            if int(observations[passed]) != self._painting:
                observations = observations.toggle(passed)
        self._set_caret(index)
        if observations is not self.observations:
            self.edited.emit(observations)

    def mouseReleaseEvent(self, _event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """End the drag."""
        self.end_drag()

    def end_drag(self) -> None:
        """Whatever the mouse does next, it paints no more."""
        if self._painting is not None:
            self._painting = None
            self.gesture_ended.emit()

    def wheelEvent(self, event: QWheelEvent | None) -> None:  # noqa: N802 - Qt's name
        """Scroll the rows, where there are more than are shown."""
        if event is None or not self._bar.maximum():
            super().wheelEvent(event)
            return
        self._bar.setValue(self._bar.value() - round(event.angleDelta().y() / 120 * 3))
        event.accept()

    def event(self, event: QEvent | None) -> bool:
        """Say what the tile under the mouse is."""
        if event is not None and event.type() == QEvent.Type.ToolTip and self._snapshot is not None:
            assert isinstance(event, QHelpEvent)  # noqa: S101 - for the type checker
            index = self.index_at(QPointF(event.pos()))
            if index is not None:
                QToolTip.showText(event.globalPos(), self.describe(index), self)
                return True
        return super().event(event)

    def describe(self, index: int) -> str:
        """Number, value and loss of one observation."""
        snapshot = self._snapshot
        if snapshot is None:
            return ""
        one = int(self.observations[index])
        loss = snapshot.loss_of_one if one else snapshot.loss_of_zero
        return translate("Observations", "observation {number}: y = {value}, loss {loss}").format(
            number=format_count(index + 1),
            value=one,
            loss=format_number(snapshot.in_unit(loss)),
        )

    # Keys ----------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Move the caret, toggle, type, remove."""
        plain = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier
        if event is None or not self.observations.has_sequence or event.modifiers() not in plain:
            super().keyPressEvent(event)
            return
        if self._painting is not None:
            return  # one thing at a time
        if not (self._move_caret(event) or self._edit(event)):
            super().keyPressEvent(event)

    def _move_caret(self, event: QKeyEvent) -> bool:
        grid = self.grid()
        step = {
            Qt.Key.Key_Left: -1,
            Qt.Key.Key_Right: 1,
            Qt.Key.Key_Up: -grid.size.columns,
            Qt.Key.Key_Down: grid.size.columns,
            Qt.Key.Key_PageUp: -grid.size.columns * grid.size.rows,
            Qt.Key.Key_PageDown: grid.size.columns * grid.size.rows,
            Qt.Key.Key_Home: -grid.n,
            Qt.Key.Key_End: grid.n,
        }.get(event.key())  # type: ignore[call-overload]
        if step is None:
            return False
        self._set_caret(self.caret + step)
        return True

    def _set_caret(self, caret: int) -> None:
        self.caret = min(self.observations.n, max(0, caret))
        line = min(self.caret, max(0, self.observations.n - 1)) // self.grid().size.columns
        rows = self.grid().size.rows
        if line < self._bar.value():
            self._bar.setValue(line)
        elif line >= self._bar.value() + rows:
            self._bar.setValue(line - rows + 1)
        self.update()

    def _edit(self, event: QKeyEvent) -> bool:
        observations, caret = self.observations, self.caret
        key = event.key()
        if key == Qt.Key.Key_Space:
            if caret < observations.n:
                self.edited.emit(observations.toggle(caret))
        elif event.text() in ("0", "1"):
            self.edited.emit(observations.insert(caret, [int(event.text())]))
            self._set_caret(caret + 1)
        elif key == Qt.Key.Key_Backspace:
            if caret:
                self.edited.emit(observations.delete(caret - 1, caret))
                self._set_caret(caret - 1)
        elif key == Qt.Key.Key_Delete:
            if caret < observations.n:
                self.edited.emit(observations.delete(caret, caret + 1))
        else:
            return False
        return True

    def focusInEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show the caret."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Hide the caret."""
        super().focusOutEvent(event)
        self.update()


def loss_text(snapshot: Snapshot, loss: float) -> str:
    """A loss under its bar: two decimals have room there."""
    if math.isinf(loss):
        return "∞"
    shown = snapshot.in_unit(loss)
    return f"{shown:.2f}" if shown < 1000 else format_number(shown, 2)


def _changed(old: Observations, new: Observations) -> list[int] | None:
    """The few tiles in which two sequences differ; None where all must be laid out anew."""
    if old.n != new.n or not (old.has_sequence and new.has_sequence) or not new.n:
        return None
    differ = np.flatnonzero(old.values != new.values)
    return differ.tolist() if len(differ) <= FEW else None


def _columns(dirty: QRectF, grid: TileGrid) -> range:
    """The columns that a rectangle touches, with their neighbours' overhang."""
    first = int((dirty.left() - grid.side) // grid.pitch)
    last = int((dirty.right() + grid.side) // grid.pitch)
    return range(max(0, first), min(grid.size.columns - 1, last) + 1)


@lru_cache(maxsize=256)
def _figures(text: str, pixels: int) -> QStaticText:
    """A text that is painted under many tiles: shaped once."""
    figures = QStaticText(text)
    figures.setTextFormat(Qt.TextFormat.PlainText)
    figures.prepare(QTransform(), fonts.text_font(pixels))
    return figures
