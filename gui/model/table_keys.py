"""What keys mean in the table of examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QKeyEvent, QKeySequence

from core.scientific import MINUS
from gui.model.table_caret import X, Y

if TYPE_CHECKING:
    from gui.model.examples_table import ExamplesTable

_EDITING = (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BEGIN_A_NUMBER = f"0123456789.+-{MINUS}"
_PLAIN = int(Qt.KeyboardModifier.NoModifier), int(Qt.KeyboardModifier.KeypadModifier)


class Keys:
    """The keys of one table."""

    def __init__(self, table: ExamplesTable) -> None:
        self._table = table

    def pressed(self, event: QKeyEvent) -> bool:
        """Do what a key means.

        Returns:
            whether it means anything here.
        """
        table = self._table
        for keys, act in (
            (QKeySequence.StandardKey.Copy, table.copy_asked.emit),
            (QKeySequence.StandardKey.Paste, table.paste_asked.emit),
            (QKeySequence.StandardKey.SelectAll, table.select_all),
        ):
            if event.matches(keys):
                act()
                return True
        return self._moved(event) or self._edited(event)

    def _moved(self, event: QKeyEvent) -> bool:
        table, n = self._table, self._table.data.n
        row, page = table.caret.row, table.page()
        rows = {
            int(Qt.Key.Key_Up): row - 1,
            int(Qt.Key.Key_Down): row + 1,
            int(Qt.Key.Key_Home): 0,
            int(Qt.Key.Key_End): n - 1,
            int(Qt.Key.Key_PageUp): row - page,
            int(Qt.Key.Key_PageDown): row + page,
        }
        modifiers = int(event.modifiers()) & ~int(Qt.KeyboardModifier.KeypadModifier)
        extend = bool(modifiers & int(Qt.KeyboardModifier.ShiftModifier))
        held = modifiers & ~int(Qt.KeyboardModifier.ShiftModifier)
        control = int(Qt.KeyboardModifier.ControlModifier)
        if held and not (held == control and event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End)):
            return False
        if event.key() in rows:
            table.go_to(rows[event.key()], extend=extend)
            return True
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            column = X if event.key() == Qt.Key.Key_Left else Y
            table.go_to(row, column, extend=extend and table.caret.anchor is not None)
            return True
        return False

    def _edited(self, event: QKeyEvent) -> bool:
        table, key = self._table, event.key()
        if int(event.modifiers()) not in _PLAIN:
            return False
        in_x = table.caret.column == X
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            table.remove_selected()
        elif key == Qt.Key.Key_Insert:
            table.add_asked.emit()
        elif key == Qt.Key.Key_Space or (not in_x and key in _EDITING):
            table.set_y(None)
        elif key in _EDITING:
            table.edit_x(table.caret.row)
        elif in_x and event.text() and event.text() in _BEGIN_A_NUMBER:
            table.edit_x(table.caret.row, event.text())
        elif not in_x and event.text() in ("0", "1"):
            table.set_y(int(event.text()))
        else:
            return False
        return True
