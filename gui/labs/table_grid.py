"""The table of the lab "Probability ↔ likelihood" as a control."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PyQt5.QtCore import QRectF, Qt, pyqtSignal
from PyQt5.QtGui import (
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
    QWheelEvent,
)
from PyQt5.QtWidgets import QWidget

from gui.i18n import Retranslated, translate
from gui.labs.still_picture import StillPicture
from gui.labs.table_layout import LEAST_ROWS, Shown, header_height, height_of, lay_out
from gui.labs.table_painter import paint_live, paint_still
from gui.pace import Pace
from gui.pi_gesture import PiGesture
from gui.theme import look

if TYPE_CHECKING:
    from core.snapshot import Snapshot


class TableGrid(Retranslated, StillPicture):
    """Data down, π across: a click takes a row and a column, arrows go from cell to cell.

    Signals:
        cell_chosen: the user wants this row and this column's π.
        row_chosen: the user wants this row.

    Attributes:
        gesture: the keys that move π from column to column.
        layout_: where everything stands.
    """

    cell_chosen = pyqtSignal(int, float)
    row_chosen = pyqtSignal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("tableGrid")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.gesture = PiGesture(self)
        self.layout_ = lay_out(Shown(2, 0, "rows"), 400, 200, 0)
        self._pi = 0.5
        self._framed = False
        self._pace = Pace(self, self._repaint_live)

    # Showing -------------------------------------------------------------------------------

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot."""
        lab = snapshot.state.lab
        shown = Shown(lab.table_n, lab.table_row, lab.reading)
        shown = Shown(shown.n, min(shown.row, len(shown.rows) - 1), shown.reading)
        moved = snapshot.pi != self._pi
        self._pi = snapshot.pi
        if shown != self.layout_.shown:
            self.fit(shown)
        elif moved:
            self._pace.ask()

    def full_height(self) -> int:
        """The height at which no row is hidden."""
        return height_of(len(self.layout_.shown.rows))

    def least_height(self) -> int:
        """Room for three rows, or for all."""
        return height_of(min(LEAST_ROWS, len(self.layout_.shown.rows)))

    def fit(self, shown: Shown | None = None) -> None:
        """Fit everything to the size, the look and the language of the moment."""
        old = self.layout_
        self.layout_ = lay_out(shown or old.shown, self.width(), self.height(), old.first)
        self.paint_anew()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setAccessibleName(translate("Table lab", "Table of f(y; π)"))
        self.setToolTip(
            translate("Table lab", "Click a cell: its row and its π. ↑ ↓ rows, ← → columns.")
        )
        self.fit()

    def _repaint_live(self) -> None:
        # Two strips: a box around both would be the whole table.
        self.update(self.layout_.live().adjusted(-2, -2, 2, 2).toAlignedRect())
        self.update(0, 0, self.width(), header_height())

    def paint_still(self, painter: QPainter) -> None:
        """Paint all that does not follow π."""
        paint_still(painter, self.layout_)

    def paint_live(self, painter: QPainter) -> None:
        """Paint the column of the current π."""
        paint_live(painter, self.layout_, self._pi)
        if self._framed:
            value = look()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(value.colour("ones"), 1.5 * value.scale))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, value.px(6), value.px(6))

    # Mouse and keys ------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Take the cell's row and its column's π."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        row = self.layout_.row_at(event.localPos().y())
        column = self.layout_.column_at(event.localPos().x())
        if row is None:
            return
        if column is None:
            self.row_chosen.emit(row)
        else:
            self.cell_chosen.emit(row, self.layout_.columns[column])

    def wheelEvent(self, event: QWheelEvent | None) -> None:  # noqa: N802 - Qt's name
        """Bring other rows into sight."""
        if event is None:
            return
        old = self.layout_
        step = -1 if event.angleDelta().y() > 0 else 1
        first = max(0, min(len(old.shown.rows) - old.visible, old.first + step))
        if first != old.first:
            self._scroll_to(first)
        event.accept()

    def _scroll_to(self, first: int) -> None:
        # The row that is read may leave the sight: what is looked for is another one.
        self.layout_ = replace(self.layout_, first=first)
        self.paint_anew()

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Go to the neighbouring row or column, or to the first or last column."""
        if event is None:
            return
        key, shown, columns = event.key(), self.layout_.shown, self.layout_.columns
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            row = shown.row + (1 if key == Qt.Key.Key_Down else -1)
            if 0 <= row < len(shown.rows):
                self.row_chosen.emit(row)
            return
        pis = {
            int(Qt.Key.Key_Left): max((pi for pi in columns if pi < self._pi), default=None),
            int(Qt.Key.Key_Right): min((pi for pi in columns if pi > self._pi), default=None),
            int(Qt.Key.Key_Home): columns[0],
            int(Qt.Key.Key_End): columns[-1],
        }
        if key not in pis:
            super().keyPressEvent(event)
        elif (pi := pis[key]) is not None:
            if not event.isAutoRepeat():
                self.gesture.begin(key)
            self.gesture.edited.emit(pi)

    def keyReleaseEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Close the step of a held key."""
        if event is not None:
            self.gesture.key_released(event)
        super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show the focus, unless the mouse gave it."""
        super().focusInEvent(event)
        self._framed = event is None or event.reason() != Qt.FocusReason.MouseFocusReason
        self.update()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Close a step that the keys began."""
        self.gesture.end()
        super().focusOutEvent(event)
        self._framed = False
        self.update()
