"""The dialog that asks which columns of a table hold x and y."""

from __future__ import annotations

from collections.abc import Sequence

from PyQt5.QtCore import QLocale, Qt
from PyQt5.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHeaderView,
    QPushButton,
    QStyledItemDelegate,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from core.scientific import format_count
from core.tables import TablePreview
from gui.card import Label
from gui.column_dialog import MOST_COLUMNS, column_titles
from gui.i18n import Retranslated, translate
from gui.model.labelled_words import as_typed
from gui.theme import look


class _AsTyped(QStyledItemDelegate):
    """Shows each cell as it stands in the table."""

    def displayText(self, value: object, locale: QLocale) -> str:  # noqa: N802 - Qt's name
        """The text of a cell."""
        return as_typed(super().displayText(value, locale))


class ColumnsDialog(Retranslated, QDialog):
    """Shows the first rows of a table; x and y are chosen by name, y also by a click.

    Args:
        name: of the file; "" for a text that was pasted.
        preview: what is in it.
        guess: the columns, from 0, that x and y probably are; None where nothing is probable.
        lines: the line of each row, as messages count them; () to count the rows.
        parent: of the dialog.
    """

    def __init__(
        self,
        name: str,
        preview: TablePreview,
        guess: tuple[int | None, int | None],
        lines: Sequence[int] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("columnsDialog")
        self._name, self._preview = name, preview
        width = max((len(row) for row in preview.rows), default=len(preview.names))
        self._width = min(MOST_COLUMNS, max(width, len(preview.names)))
        self._head, self._hint = Label("current", 13), Label("muted", 12)
        for label in (self._head, self._hint):
            label.setWordWrap(True)
        self.x_choice, self.y_choice = self._choices = QComboBox(), QComboBox()
        self._labels = Label("current", 13), Label("current", 13)
        grid = QGridLayout()
        for line, (box, label, which) in enumerate(
            zip(self._choices, self._labels, ("xColumn", "yColumn"), strict=True)
        ):
            box.setObjectName(which)
            label.setBuddy(box)
            # A long name must not make the dialog wider than the screen.
            box.setSizeAdjustPolicy(
                QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
            )
            grid.addWidget(label, line, 0)
            grid.addWidget(box, line, 1)
        grid.setColumnStretch(1, 1)
        self.table = self._preview_table(lines)
        self._buttons = QDialogButtonBox()
        ok = self._buttons.addButton(QDialogButtonBox.StandardButton.Ok)
        assert isinstance(ok, QPushButton)  # noqa: S101 - for the type checker
        self._ok = ok
        self._buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        body = QVBoxLayout(self)
        body.addWidget(self._head)
        body.addLayout(grid)
        body.addWidget(self.table, 1)
        body.addWidget(self._hint)
        body.addWidget(self._buttons)
        self.retranslate()
        x, y = self._sensible(guess)
        self.x_choice.setCurrentIndex(x)
        self.y_choice.setCurrentIndex(y)
        for box in self._choices:
            box.currentIndexChanged.connect(self._show_choice)
        self.table.cellClicked.connect(lambda _row, column: self._click(column))
        header = self.table.horizontalHeader()
        if header is not None:
            header.sectionClicked.connect(self._click)
        self._show_choice()
        self.resize(look().px(560), look().px(440))

    def _preview_table(self, lines: Sequence[int]) -> QTableWidget:
        rows = self._preview.rows
        table = QTableWidget(len(rows), self._width)
        table.setObjectName("columnsPreview")
        table.setItemDelegate(_AsTyped(table))
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectColumns)
        table.setSelectionMode(QAbstractItemView.SelectionMode.MultiSelection)
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        header = table.horizontalHeader()
        if header is not None:
            header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        for line, row in enumerate(rows):
            for column, cell in enumerate(row[: self._width]):
                table.setItem(line, column, QTableWidgetItem(cell))
        if lines:
            table.setVerticalHeaderLabels([format_count(line) for line in lines])
        return table

    def _sensible(self, guess: tuple[int | None, int | None]) -> tuple[int, int]:
        """Two different columns, the guessed ones where there are some."""
        usable = self._preview.usable
        x, y = guess
        if y is None:
            y = usable.index(True) if True in usable else self._width - 1
        if x is None or x == y:
            x = next((i for i in range(self._width) if i != y), 0)
        return min(x, self._width - 1), min(y, self._width - 1)

    @property
    def columns(self) -> tuple[int, int]:
        """What was chosen: the numbers of x and y, from 1."""
        return self.x_choice.currentIndex() + 1, self.y_choice.currentIndex() + 1

    def _click(self, column: int) -> None:
        """A column of 0 and 1 that is clicked is y, another one x."""
        usable = self._preview.usable
        box = self.y_choice if column < len(usable) and usable[column] else self.x_choice
        box.setCurrentIndex(column)
        self._show_choice()

    def _show_choice(self) -> None:
        x, y = self.x_choice.currentIndex(), self.y_choice.currentIndex()
        self.table.clearSelection()
        for column in {x, y}:
            self.table.selectColumn(column)
        self._ok.setEnabled(x != y)
        self._say()

    def _say(self) -> None:
        same = self.x_choice.currentIndex() == self.y_choice.currentIndex()
        self._hint.set_role("warning" if same else "muted")
        self._hint.setText(
            translate("Model", "x and y must be two columns.")
            if same
            else translate(
                "Model", "x: a column of numbers; y: 0 and 1, or two words such as yes and no."
            )
        )

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.setWindowTitle(translate("Model", "Which columns?"))
        self._head.setText(
            translate("Model", "Examples in “{name}”").format(name=self._name)
            if self._name
            else translate("Model", "Examples in the text that was pasted")
        )
        titles = [as_typed(title) for title in column_titles(self._preview, self._width)]
        self.table.setHorizontalHeaderLabels(titles)
        self.table.setAccessibleName(translate("Columns", "the first rows"))
        texts = (translate("Model", "x, a number"), translate("Model", "y, 0 or 1"))
        for box, label, text in zip(
            (self.x_choice, self.y_choice), self._labels, texts, strict=True
        ):
            label.setText(text)
            box.setAccessibleName(text)
            chosen = box.currentIndex()
            box.blockSignals(True)
            box.clear()
            box.addItems(titles)
            box.setCurrentIndex(max(0, chosen))
            box.blockSignals(False)
        self._say()
