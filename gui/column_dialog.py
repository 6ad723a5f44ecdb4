"""The dialog that asks which column of a table holds the observations."""

from __future__ import annotations

from PyQt5.QtCore import Qt
from PyQt5.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.tables import ALL_CELLS, AllCells, TablePreview
from gui.card import Label
from gui.i18n import Retranslated, translate
from gui.theme import look

# A table of more columns than anybody looks through; the command line takes any of them.
MOST_COLUMNS = 500


class ColumnDialog(Retranslated, QDialog):
    """Shows the first rows of a table; one of its columns is chosen by its name or a click."""

    def __init__(self, name: str, preview: TablePreview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("columnDialog")
        self._name, self._preview = name, preview
        width = max((len(row) for row in preview.rows), default=len(preview.names))
        self._width = min(MOST_COLUMNS, max(width, len(preview.names)))
        self._label, self._hint = Label("current", 13), Label("muted", 12)
        self._hint.setWordWrap(True)
        self.choice = QComboBox()
        self.choice.setObjectName("columnChoice")
        self._label.setBuddy(self.choice)
        # A long name must not make the dialog wider than the screen.
        self.choice.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.table = QTableWidget(len(preview.rows), self._width)
        self.table.setObjectName("columnPreview")
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for line, row in enumerate(preview.rows):
            for column, cell in enumerate(row[: self._width]):
                self.table.setItem(line, column, QTableWidgetItem(cell))
        self._buttons = QDialogButtonBox()
        self._buttons.addButton(QDialogButtonBox.StandardButton.Ok)
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        head = QHBoxLayout()
        head.addWidget(self._label)
        head.addWidget(self.choice, 1)
        body = QVBoxLayout(self)
        body.addLayout(head)
        body.addWidget(self.table, 1)
        body.addWidget(self._hint)
        body.addWidget(self._buttons)
        self.retranslate()
        self.choice.currentIndexChanged.connect(self._show_choice)
        self.table.cellClicked.connect(lambda _row, column: self.choice.setCurrentIndex(column))
        header = self.table.horizontalHeader()
        if header is not None:
            header.sectionClicked.connect(self.choice.setCurrentIndex)
        if True in preview.usable:
            self.choice.setCurrentIndex(preview.usable.index(True))
        self._show_choice(self.choice.currentIndex())
        self.resize(look().px(560), look().px(420))

    @property
    def column(self) -> AllCells | int:
        """What was chosen: a column's number from 1, or all cells."""
        index = self.choice.currentIndex()
        return ALL_CELLS if index >= self._width else index + 1

    def _show_choice(self, index: int) -> None:
        modes = QAbstractItemView.SelectionMode
        every = index >= self._width
        self.table.setSelectionMode(modes.MultiSelection if every else modes.SingleSelection)
        if every:
            self.table.selectAll()
        else:
            self.table.clearSelection()
            self.table.selectColumn(index)

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setWindowTitle(translate("Columns", "Which column?"))
        self._label.setText(
            translate("Columns", "Observations in “{name}”").format(name=self._name)
        )
        self.choice.setAccessibleName(self._label.text())
        titles = column_titles(self._preview, self._width)
        self.table.setHorizontalHeaderLabels(titles)
        self.table.setAccessibleName(translate("Columns", "the first rows"))
        chosen = self.choice.currentIndex()
        self.choice.clear()
        self.choice.addItems(titles)
        if self._preview.all_cells:
            self.choice.addItem(translate("Columns", "all cells, row by row"))
        self.choice.setCurrentIndex(max(0, chosen))
        self._hint.setText(
            translate("Columns", "A column of 0 and 1, or of two words such as yes and no.")
        )


def column_titles(preview: TablePreview, width: int) -> list[str]:
    """What so many columns of a table are called: their names, or their numbers."""
    names = preview.names
    numbered = translate("Columns", "column {number}")
    return [
        names[i] if i < len(names) and names[i].strip() else numbered.format(number=i + 1)
        for i in range(width)
    ]
