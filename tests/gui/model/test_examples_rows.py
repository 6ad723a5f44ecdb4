"""Rows of the table of examples: chosen, added, removed, scrolled, copied."""

import pytest
from PyQt5.QtCore import QPoint, QPointF, Qt
from PyQt5.QtGui import QGuiApplication, QWheelEvent
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QApplication

from core.labelled import Labelled
from gui.model.examples_panel import ExamplesPanel
from tests.gui.model.examples_bench import FIVE, Bench, many, model_state
from tests.helpers import drag, settle


@pytest.fixture
def bench(shown):
    def bench(state=None, height=460):
        return Bench(shown(ExamplesPanel(), 396, height), state)

    return bench


# Rows --------------------------------------------------------------------------------------------


def test_delete_removes_the_selected_rows_in_one_step(bench):
    desk = bench()
    desk.table.setFocus()
    desk.key(Qt.Key_Down)
    desk.key(Qt.Key_Down, modifier=Qt.ShiftModifier)
    desk.key(Qt.Key_Delete)
    assert desk.pairs == [(66.0, 0), (-2.25, 0), (57.0, 1)]
    desk.key(Qt.Key_Backspace)
    assert desk.pairs == [(66.0, 0), (57.0, 1)]
    assert len(desk.steps) == 2
    desk.key(Qt.Key_A, modifier=Qt.ControlModifier)
    desk.key(Qt.Key_Delete)
    assert desk.pairs == []
    desk.key(Qt.Key_Delete, Qt.Key_Space, Qt.Key_Return, Qt.Key_Up, "5")
    assert len(desk.steps) == 3


def test_insert_adds_below_the_caret_ready_to_be_typed(bench):
    desk = bench()
    desk.table.setFocus()
    desk.key(Qt.Key_Home, Qt.Key_Insert)
    assert desk.model.data.n == 6
    x, y = desk.pairs[1]
    low, high = FIVE.span
    assert low <= x <= high
    assert y == 1, "the rarer label"
    assert desk.table.field.hasFocus()
    desk.key("3", Qt.Key_Return)
    assert desk.pairs[1] == (3.0, 1)


def test_the_button_adds_to_an_empty_table(bench):
    desk = bench(model_state(Labelled()))
    QTest.mouseClick(desk.panel.add, Qt.LeftButton)
    settle()
    desk.key("8", Qt.Key_Return)
    assert desk.pairs == [(8.0, 1)]


def test_keys_move_the_caret_and_select(bench):
    desk = bench(model_state(many(100)))
    table, page = desk.table, desk.table.page()
    table.setFocus()
    desk.key(Qt.Key_Down, Qt.Key_PageDown)
    assert table.caret.row == 1 + page
    assert table.caret.row in table.shown_rows()
    desk.key(Qt.Key_End)
    assert table.caret.row == 99
    desk.key(Qt.Key_PageUp, Qt.Key_Up, modifier=Qt.ShiftModifier)
    assert table.selection == range(98 - page, 100)
    desk.key(Qt.Key_Home)
    assert table.selection == range(1)
    assert table.shown_rows().start == 0


def test_the_selection_is_counted(bench):
    desk = bench()
    desk.click(0)
    desk.click(2, modifier=Qt.ShiftModifier)
    assert desk.panel.foot.counts.text() == "3 selected, 1 of them 1"
    desk.click(4)
    assert desk.panel.foot.counts.text().startswith("n = 5")


def test_a_drag_selects_the_rows_that_it_passes(bench):
    desk = bench()
    places = [(20, desk.table.row_rect(row).center().y()) for row in (1, 2, 3)]
    drag(desk.table, places)
    assert desk.table.selection == range(1, 4)
    assert desk.steps == []


def test_the_wheel_scrolls_and_says_what_is_left(bench):
    desk = bench(model_state(many(100)))
    page = desk.table.page()
    assert desk.panel.foot.more.text() == f"… {100 - page} more"
    where = QPointF(desk.table.rect().center())
    event = QWheelEvent(
        *(where, QPointF(desk.table.mapToGlobal(where.toPoint())), QPoint(), QPoint(0, -120)),
        *(Qt.NoButton, Qt.NoModifier, Qt.NoScrollPhase, False),
    )
    QApplication.sendEvent(desk.table, event)
    assert desk.table.shown_rows().start == 3
    assert desk.panel.foot.more.text() == f"… {97 - page} more"
    desk.table.go_to(99)
    assert desk.panel.foot.more.text() == ""


def test_copied_rows_are_two_columns_that_read_back(bench):
    desk = bench()
    desk.table.select_all()
    desk.key(Qt.Key_C, modifier=Qt.ControlModifier)
    text = QGuiApplication.clipboard().text()
    assert text == "66\t0\n70\t1\n69.5\t0\n-2.25\t0\n57\t1\n"


def test_paste_is_asked_for_by_its_keys_and_its_button(bench):
    desk, asked = bench(), []
    desk.panel.asked.connect(asked.append)
    desk.table.setFocus()
    desk.key(Qt.Key_V, modifier=Qt.ControlModifier)
    QTest.mouseClick(desk.panel.paste, Qt.LeftButton)
    QTest.mouseClick(desk.panel.open, Qt.LeftButton)
    assert asked == ["paste", "paste", "open"]


def test_the_selected_row_stays_in_sight_when_the_table_shrinks(bench):
    desk = bench(model_state(many(100)))
    last = desk.table.shown_rows()[-1]
    desk.click(last)
    desk.panel.resize(desk.panel.width(), desk.panel.height() - 3 * desk.table.columns.row)
    settle()
    assert last in desk.table.shown_rows()
    assert desk.table.shown_rows().start > 0


def test_a_row_that_was_scrolled_away_does_not_come_back_by_a_resize(bench):
    desk = bench(model_state(many(100)))
    desk.click(0)
    desk.table._bar.setValue(50)
    desk.panel.resize(desk.panel.width(), desk.panel.height() - 60)
    settle()
    assert desk.table.shown_rows().start == 50
