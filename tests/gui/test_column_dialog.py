"""The question which column of a table holds the observations."""

import pytest
from PyQt5.QtCore import QPoint, Qt
from PyQt5.QtWidgets import QDialog, QDialogButtonBox, QTableWidget

from core.tables import ALL_CELLS, preview_table
from gui import i18n
from gui.column_dialog import ColumnDialog
from tests.helpers import HANGUL, find, settle

PEOPLE = "name,age,won\nAnn,31,1\nBob,25,0\nEve,40,1\n"
MATRIX = "1,0,1\n0,0,1\n"


@pytest.fixture
def ask(shown):
    def ask(text, name="people.csv"):
        dialog = shown(ColumnDialog(name, preview_table(text, whole=True)), 560, 420)
        dialog.table = find(dialog, "columnPreview", QTableWidget)
        return dialog

    return ask


def offered(dialog):
    return [dialog.choice.itemText(i) for i in range(dialog.choice.count())]


def marked(dialog):
    """The columns that the table shows as chosen."""
    return sorted({index.column() for index in dialog.table.selectedIndexes()})


def headings(dialog):
    table = dialog.table
    return [table.horizontalHeaderItem(i).text() for i in range(table.columnCount())]


def cells(dialog):
    table = dialog.table
    return [
        [table.item(row, column).text() for column in range(table.columnCount())]
        for row in range(table.rowCount())
    ]


def test_it_shows_the_table_with_its_names(ask):
    dialog = ask(PEOPLE)
    assert headings(dialog) == ["name", "age", "won"]
    assert cells(dialog) == [["Ann", "31", "1"], ["Bob", "25", "0"], ["Eve", "40", "1"]]
    assert offered(dialog) == ["name", "age", "won"]
    assert "people.csv" in dialog.choice.accessibleName()


def test_columns_without_a_name_have_a_number(ask):
    assert offered(ask("Ann,31,1\nBob,25,0\n")) == ["column 1", "column 2", "column 3"]


def test_a_column_that_can_be_read_is_proposed(ask):
    dialog = ask(PEOPLE)
    assert dialog.choice.currentText() == "won"
    assert dialog.column == 3
    assert marked(dialog) == [2]


def test_where_no_column_can_be_read_the_first_is_proposed(ask):
    assert ask("name,age\nAnn,31\nBob,25\n").column == 1


@pytest.mark.parametrize(
    ("keys", "column"), [([Qt.Key_Up], 2), ([Qt.Key_Home], 1), ([Qt.Key_Up, Qt.Key_Down], 3)]
)
def test_a_column_is_chosen_by_the_keyboard(ask, qtbot, keys, column):
    dialog = ask(PEOPLE)
    dialog.choice.setFocus()
    for key in keys:
        qtbot.keyClick(dialog.choice, key)
    assert dialog.column == column
    assert marked(dialog) == [column - 1]


def test_a_column_is_chosen_by_a_click_on_a_cell(ask, qtbot):
    dialog = ask(PEOPLE)
    view = dialog.table.viewport()
    for column in (0, 1, 2):
        place = dialog.table.visualItemRect(dialog.table.item(1, column)).center()
        qtbot.mouseClick(view, Qt.LeftButton, pos=place)
        assert dialog.column == column + 1
        assert dialog.choice.currentIndex() == column
        assert marked(dialog) == [column]


def test_a_column_is_chosen_by_a_click_on_its_heading(ask, qtbot):
    dialog = ask(PEOPLE)
    header = dialog.table.horizontalHeader()
    place = QPoint(header.sectionViewportPosition(1) + 5, header.height() // 2)
    qtbot.mouseClick(header.viewport(), Qt.LeftButton, pos=place)
    assert dialog.column == 2
    assert marked(dialog) == [1]


def test_a_table_of_zeros_and_ones_can_be_read_cell_by_cell(ask):
    dialog = ask(MATRIX)
    assert offered(dialog)[-1] == "all cells, row by row"
    dialog.choice.setCurrentIndex(3)
    assert dialog.column is ALL_CELLS


def test_all_cells_are_marked_when_all_are_chosen(ask):
    dialog = ask(MATRIX)
    dialog.choice.setCurrentIndex(3)
    assert marked(dialog) == [0, 1, 2]


def test_other_tables_cannot_be_read_cell_by_cell(ask):
    assert len(offered(ask(PEOPLE))) == 3


def test_rows_of_different_lengths_are_shown_as_they_are(ask):
    dialog = ask("a,b\nx,1\ny,0,z,w\nv\n")
    assert dialog.table.columnCount() == 4
    dialog.choice.setCurrentIndex(3)
    assert dialog.column == 4


@pytest.mark.parametrize(
    ("key", "result"), [(Qt.Key_Return, QDialog.Accepted), (Qt.Key_Escape, QDialog.Rejected)]
)
def test_enter_takes_the_choice_and_escape_does_not(ask, qtbot, key, result):
    dialog = ask(PEOPLE)
    dialog.choice.setFocus()
    qtbot.keyClick(dialog.choice, key)
    assert dialog.result() == result
    assert not dialog.isVisible()


def test_its_buttons_do_what_they_say(ask):
    for button, result in (
        (QDialogButtonBox.Ok, QDialog.Accepted),
        (QDialogButtonBox.Cancel, QDialog.Rejected),
    ):
        dialog = ask(PEOPLE)
        dialog.findChild(QDialogButtonBox).button(button).click()
        assert dialog.result() == result


def test_the_cells_cannot_be_edited_and_take_no_focus(ask, qtbot):
    dialog = ask(PEOPLE)
    item = dialog.table.item(0, 0)
    qtbot.mouseDClick(
        dialog.table.viewport(),
        Qt.LeftButton,
        pos=dialog.table.visualItemRect(item).center(),
    )
    assert dialog.table.state() != QTableWidget.EditingState
    assert not dialog.table.hasFocus()


@pytest.mark.parametrize(("text", "chosen"), [(PEOPLE, 1), (MATRIX, 3)])
def test_the_language_may_change_while_it_asks(ask, text, chosen):
    dialog = ask(text)
    dialog.choice.setCurrentIndex(chosen)
    column = dialog.column
    i18n.set_language("ko")
    settle()
    assert HANGUL.search(dialog.windowTitle())
    assert HANGUL.search(dialog.choice.accessibleName())
    assert dialog.column == column
    assert len(offered(dialog)) == dialog.choice.count() == (3 if text is PEOPLE else 4)


def test_names_are_no_markup(ask):
    dialog = ask("<b>x</b>,y\nq,1\n", name="<i>odd</i>.csv")
    assert headings(dialog)[0] == offered(dialog)[0] == "<b>x</b>"
    bare = ask("<b>x</b>,y\nq,1\n", name="odd.csv")
    assert dialog._label.sizeHint().width() > bare._label.sizeHint().width() + 10


@pytest.mark.parametrize("length", [150, 3000])
def test_a_long_name_of_a_column_leaves_the_dialog_on_the_screen(ask, length):
    dialog = ask(f"{'long ' * (length // 5)},y\nq,1\n")
    assert dialog.width() <= 1024
