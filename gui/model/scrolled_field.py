"""A field for a number in a column that scrolls."""

from __future__ import annotations

from PyQt5.QtCore import Qt
from PyQt5.QtGui import QWheelEvent
from PyQt5.QtWidgets import QWidget

from gui.number_field import NumberField


class ScrolledField(NumberField):
    """A field that the wheel steps only while it has the focus: else it scrolls the column."""

    def __init__(self, least: float, most: float, parent: QWidget | None = None) -> None:
        super().__init__(least, most, parent)
        # Qt's own spin boxes take the focus from the wheel.
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent | None) -> None:  # noqa: N802 - Qt's name
        """Step, or let the column scroll."""
        if event is None:
            return
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
