"""The table of examples: x and y are edited in it, by the mouse and by keys."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PyQt5.QtCore import QEvent, QPointF, Qt, pyqtSignal
from PyQt5.QtGui import QContextMenuEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PyQt5.QtWidgets import QWidget

from core.labelled import Labelled
from gui.i18n import Retranslated, translate
from gui.model import table_columns
from gui.model.examples_sheet import ExamplesSheet
from gui.model.table_caret import X, Y
from gui.model.table_keys import Keys
from gui.model.x_field import XField
from gui.theme import look

if TYPE_CHECKING:
    from gui.model.examples_painter import Marks

BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)


class ExamplesTable(Retranslated, ExamplesSheet):
    """The sheet with a caret; what is typed or clicked becomes other examples.

    Signals:
        edited: the user wants these examples, `Labelled`.
        selected: something else is selected.
        refused: what is typed is no x: the `NumberError`.
        accepted: it is mended, or given up.
        copy_asked, paste_asked, add_asked: the user wants the rows copied, the clipboard's
            examples, one example more.
        menu_asked: the user wants the menu of the rows, at this point of the screen.

    Attributes:
        field: where an x is typed.
    """

    edited = pyqtSignal(object)
    selected = pyqtSignal()
    refused = pyqtSignal(object)
    accepted = pyqtSignal()
    copy_asked = pyqtSignal()
    paste_asked = pyqtSignal()
    add_asked = pyqtSignal()
    menu_asked = pyqtSignal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        self._field: XField | None = None
        super().__init__(parent)
        self.setObjectName("examplesTable")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._keys = Keys(self)
        self._selecting = False
        self.field = self._field = XField(self)
        self.field.taken.connect(lambda x: self._take_x(self.field.row, x))
        self.field.left.connect(self._leave_field)
        self.field.refused.connect(self.refused)
        self.field.accepted.connect(self.accepted)
        self.scrolled.connect(self._place_field)
        self.retranslate()

    @property
    def selection(self) -> range:
        """The rows that are meant; none before somebody has put the caret somewhere."""
        return self.caret.rows(self.data.n) if self.caret.placed else range(0)

    # Rendering ---------------------------------------------------------------------------------

    def take_data(self, data: Labelled, old: Labelled | None) -> None:
        """Show other examples; a field over one that is not there any more goes."""
        field = self.field
        if field.is_open and (
            old is None
            or data.n != old.n
            or field.row >= data.n
            or float(data.x[field.row]) != field.given
        ):
            field.close_up()
        super().take_data(data, old)
        self.selected.emit()

    def begin_anew(self) -> None:
        """The examples are others: nothing is selected or typed in them."""
        self.field.close_up()
        super().begin_anew()

    def restyle(self) -> None:
        """Fit to the size, the look and the language of the moment."""
        super().restyle()
        if self._field is not None and self.field.is_open:
            # A message may have taken the room of its row.
            self.bring_into_sight(self.field.row)
        self._place_field()

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setAccessibleName(translate("Model", "examples as a table"))
        self.setAccessibleDescription(
            translate(
                "Model",
                "Arrows move, with Shift they select; Enter or a digit edits x, Space or 0 and 1 "
                "set y, Insert adds, Delete removes.",
            )
        )
        self.field.setAccessibleName(translate("Model", "x of the example"))
        self.restyle()

    def marks(self) -> Marks:
        """What is marked, the cell under the field among it."""
        found = super().marks()
        return replace(found, edited=self.field.row) if self.field.isVisible() else found

    def point(self, row: int) -> None:
        """Light a row that is pointed at elsewhere; what is being typed stays in sight."""
        super().point(row)
        if self.field.is_open:
            self.bring_into_sight(self.field.row)

    def _point_at_caret(self) -> None:
        self.point_here(self.caret.row if self.hasFocus() and self.caret.placed else -1)

    # What keys and menus do --------------------------------------------------------------------

    def go_to(self, row: int, column: str | None = None, *, extend: bool = False) -> None:
        """Put the caret somewhere, and bring it into sight."""
        n = self.data.n
        if not n:
            return
        self.caret.move(row, n, extend=extend)
        self.caret.column = column or self.caret.column
        self.bring_into_sight(self.caret.row)
        self.update()
        self.selected.emit()
        self._point_at_caret()

    def select_all(self) -> None:
        """Select every row."""
        self.caret.select_all(self.data.n)
        self.caret.placed = self.data.n > 0
        self.update()
        self.selected.emit()

    def set_y(self, y: int | None) -> None:
        """Give the selected rows this y, or each the other one."""
        rows, data = self.selection, self.data
        if self.locked or not rows:
            return
        part = slice(rows.start, rows.stop)
        new = data.flipped(part) if y is None else data.labelled(part, y)
        if new != data:
            self.edited.emit(new)

    def remove_selected(self) -> None:
        """Remove the selected rows."""
        rows = self.selection
        if self.locked or not rows:
            return
        self.caret.anchor = None
        self.caret.row = rows.start
        self.edited.emit(self.data.removed(rows))
        self._point_at_caret()

    def edit_x(self, row: int, typed: str | None = None) -> None:
        """Begin to type the x of a row."""
        if self.locked or not 0 <= row < self.data.n or not self.field.commit():
            return
        self.go_to(row, X)
        self.field.open_at(row, float(self.data.x[row]), typed)
        self._place_field()
        self.update_row(row)

    def _take_x(self, row: int, x: float) -> None:
        if not self.locked and 0 <= row < self.data.n:
            self.edited.emit(self.data.changed(row, x=x))

    def _leave_field(self, rows: int, to_y: bool) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.go_to(self.caret.row + rows, Y if to_y else X)

    def _place_field(self) -> None:
        if self._field is not None and self.field.is_open:
            line = self.field.row - self._bar.value()
            # Out of sight it keeps its keys, and what is typed in it.
            inside = self.field.row in self.shown_rows()
            rect = self._columns.x_rect(line if inside else -99)
            self.field.setFont(look().text_font(table_columns.SIZE))
            self.field.setGeometry(rect.toRect().adjusted(-look().px(table_columns.INSET), 1, 0, 0))

    # Mouse -------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Swap a y by its chip; anywhere else choose the row, with Shift all rows up to it."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        row = self.row_at(event.localPos().y())
        if row < 0 or not self.field.commit():
            return
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.go_to(row, extend=True)
        elif self._on_chip(event.localPos(), row):
            self.go_to(row, Y)
            self.set_y(None)
        else:
            self.go_to(row, X)
            self._selecting = True

    def _on_chip(self, pos: QPointF, row: int) -> bool:
        return self.chip_rect(row).adjusted(-4, -4, 4, 4).contains(pos)

    def mouseMoveEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Select the rows that the mouse passes; else say which one is there."""
        if event is None:
            return
        row = self.row_at(event.localPos().y())
        if self._selecting and event.buttons() & Qt.MouseButton.LeftButton:
            above = event.localPos().y() < self._columns.header
            shown = self.shown_rows()
            if row < 0 and shown:
                row = max(0, shown.start - 1) if above else min(self.data.n - 1, shown.stop)
            if row != self.caret.row:
                self.go_to(row, extend=True)
            return
        on_chip = row >= 0 and self._on_chip(event.localPos(), row) and not self.locked
        self.setCursor(Qt.CursorShape.PointingHandCursor if on_chip else Qt.CursorShape.ArrowCursor)
        self.point_here(row)

    def mouseReleaseEvent(self, _event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """End the selection."""
        self._selecting = False

    def mouseDoubleClickEvent(self, event: QMouseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Edit an x; two quick clicks on a chip are two clicks."""
        if event is None or event.button() != Qt.MouseButton.LeftButton:
            return
        row = self.row_at(event.localPos().y())
        if row >= 0 and event.localPos().x() <= self._columns.x[1]:
            self._selecting = False
            self.edit_x(row)
        else:
            self.mousePressEvent(event)

    def leaveEvent(self, event: QEvent | None) -> None:  # noqa: N802 - Qt's name
        """The mouse points at nothing here."""
        super().leaveEvent(event)
        self._point_at_caret()

    def contextMenuEvent(self, event: QContextMenuEvent | None) -> None:  # noqa: N802 - Qt's name
        """Ask for the menu; a click outside the selection goes there first."""
        if event is None:
            return
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            row = self.row_at(event.pos().y())
            if row >= 0 and row not in self.selection:
                self.go_to(row)
        self.menu_asked.emit(event.globalPos())

    def end_drag(self) -> None:
        """Whatever the mouse does next, it selects no more."""
        self._selecting = False

    # Keys and focus ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent | None) -> None:  # noqa: N802 - Qt's name
        """Do what a key means in the table."""
        if event is not None and not self._keys.pressed(event):
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Show the caret."""
        super().focusInEvent(event)
        if self.data.n and event is not None and event.reason() in BY_KEY:
            self.caret.placed = True
            self.bring_into_sight(self.caret.row)
            self._point_at_caret()
        self.update()

    def focusOutEvent(self, event: QFocusEvent | None) -> None:  # noqa: N802 - Qt's name
        """Hide it."""
        super().focusOutEvent(event)
        if not self.underMouse():
            self.point_here(-1)
        self.update()
