"""The kinds of field in the export dialog."""

from __future__ import annotations

from PyQt5.QtCore import QLocale
from PyQt5.QtWidgets import QComboBox, QDoubleSpinBox, QHBoxLayout, QSpinBox, QWidget


def choice(name: str) -> QComboBox:
    """A list to choose from."""
    box = QComboBox()
    box.setObjectName(f"export{name}")
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    return box


class Number(QDoubleSpinBox):
    """A number as it is typed, without zeros that say nothing."""

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """No more digits than there are, and no power of ten, which could not be typed."""
        text = f"{value:.{self.decimals()}f}"
        return text.rstrip("0").rstrip(".") if "." in text else text


def number(name: str) -> Number:
    """A field for a number."""
    spin = Number()
    spin.setLocale(QLocale.c())
    spin.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
    spin.setObjectName(f"export{name}")
    spin.setKeyboardTracking(False)
    return spin


def whole(name: str) -> QSpinBox:
    """A field for a whole number."""
    spin = QSpinBox()
    spin.setObjectName(f"export{name}")
    spin.setKeyboardTracking(False)
    spin.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
    return spin


def side_by_side(*fields: QWidget) -> QWidget:
    """Several fields as one row of a form."""
    row = QWidget()
    box = QHBoxLayout(row)
    box.setContentsMargins(0, 0, 0, 0)
    for field in fields:
        box.addWidget(field, 1)
    row.setFocusProxy(fields[0])
    return row
