"""The question which columns of a table hold x and y."""

import pytest
from PyQt5.QtCore import QLocale, QPoint, Qt
from PyQt5.QtGui import QFontMetricsF
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QDialogButtonBox, QTableWidget

from core.tables import preview_table
from gui import i18n
from gui.fonts import text_font
from gui.model.columns_dialog import ColumnsDialog
from tests.helpers import HANGUL, find, settle

PEOPLE = "name,age,won,height\nAnn,31,1,1.7\nBob,25,0,1.8\nEve,40,1,1.65\n"


@pytest.fixture
def ask(shown):
    def ask(text=PEOPLE, guess=(1, 2), name="people.csv", lines=()):
        preview = preview_table(text, whole=True)
        dialog = shown(ColumnsDialog(name, preview, guess, lines), 560, 440)
        dialog.preview = find(dialog, "columnsPreview", QTableWidget)
        return dialog

    return ask


def ok(dialog):
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.Ok)


def marked(dialog):
    return sorted({index.column() for index in dialog.preview.selectedIndexes()})


def test_what_is_probable_is_proposed_and_marked(ask):
    dialog = ask()
    assert dialog.columns == (2, 3)
    assert marked(dialog) == [1, 2]
    assert ok(dialog).isEnabled()


@pytest.mark.parametrize("guess", [(None, None), (2, 2), (2, None), (None, 2)])
def test_without_a_guess_two_different_columns_are_proposed(ask, guess):
    x, y = ask(guess=guess).columns
    assert x != y
    assert y == 3


def test_one_column_cannot_be_both(ask):
    dialog = ask()
    dialog.x_choice.setCurrentIndex(2)
    assert not ok(dialog).isEnabled()
    assert "two columns" in dialog._hint.text()
    dialog.x_choice.setCurrentIndex(3)
    assert ok(dialog).isEnabled()
    assert dialog.columns == (4, 3)
    assert marked(dialog) == [2, 3]


def test_a_column_that_is_clicked_is_x_unless_it_is_of_0_and_1(ask):
    dialog = ask("a,b,c,d\n1.5,1,0,7\n2.5,0,1,8\n", guess=(0, 1))
    viewport = dialog.preview.viewport()

    def click(column):
        place = QPoint(dialog.preview.columnViewportPosition(column) + 5, 5)
        QTest.mouseClick(viewport, Qt.LeftButton, Qt.NoModifier, place)
        settle()

    click(3)
    assert dialog.columns == (4, 2)
    click(2)
    assert dialog.columns == (4, 3)
    assert marked(dialog) == [2, 3]


def test_it_speaks_both_languages_and_keeps_what_was_chosen(ask):
    dialog = ask()
    dialog.x_choice.setCurrentIndex(3)
    i18n.set_language("ko")
    settle()
    assert dialog.columns == (4, 3)
    assert HANGUL.search(dialog.windowTitle())
    assert HANGUL.search(dialog.x_choice.accessibleName())


def test_columns_without_names_have_numbers(ask):
    dialog = ask("Ann,31,1\nBob,25,0\n", guess=(1, 2), name="")
    names = [dialog.table.horizontalHeaderItem(i).text() for i in range(3)]
    assert names == ["column 1", "column 2", "column 3"]
    assert "pasted" in dialog._head.text()


@pytest.mark.parametrize(("lines", "heads"), [((), ["1", "2"]), ((4, 1006), ["4", "1,006"])])
def test_rows_are_counted_as_messages_count_them(ask, lines, heads):
    preview = ask("a,b,c\n1,2,3\n4,5,6\n", guess=(0, 1), lines=lines).preview
    model = preview.model()
    assert [str(model.headerData(row, Qt.Vertical)) for row in range(2)] == heads


def test_a_cell_is_shown_as_it_is_typed(ask):
    dialog = ask("a,4x4,c\n6x8,2,3\n4,5,6\n", guess=(0, 1))
    item = dialog.preview.item(0, 0)
    assert item.text() == "6x8"
    shown = dialog.preview.itemDelegate().displayText(item.data(Qt.DisplayRole), QLocale.c())
    metrics = QFontMetricsF(text_font(40))
    apart = sum(map(metrics.horizontalAdvance, "6x8"))
    assert metrics.horizontalAdvance(shown) == pytest.approx(apart, abs=0.5)
    assert dialog.x_choice.itemText(1).replace("\u200e", "") == "4x4"
    assert dialog.x_choice.itemText(1) != "4x4"
