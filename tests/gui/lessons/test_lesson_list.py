"""The list of lessons."""

from dataclasses import replace

import pytest
from PyQt5.QtCore import Qt
from PyQt5.QtTest import QTest

from gui import i18n
from gui.lessons.lesson_list import LessonList
from tests.gui.lessons.teaching import ENTRIES, moment
from tests.helpers import painted_texts, picture, settle


@pytest.fixture
def lessons(shown):
    made = shown(LessonList(), 360, 220)
    made.heard = []
    made.chosen.connect(made.heard.append)
    made.show_moment(moment())
    settle()
    return made


def spoken(lessons):
    return [lessons.list.item(i).data(Qt.AccessibleTextRole) for i in range(lessons.list.count())]


def test_each_lesson_has_a_line_that_says_what_has_become_of_it(lessons):
    assert spoken(lessons) == [
        "1 The first, done",
        "2 The second, begun",
        "3 The third, not begun",
    ]
    assert lessons.list.item(0).toolTip() == "about it"
    texts = [t.text for t in painted_texts(lessons.list)]
    assert "1  The first" in texts
    assert "✓" in texts


def test_it_says_how_many_are_done(lessons):
    assert lessons._count.text() == "1 done"
    lessons.show_moment(moment(entries=tuple(replace(e, mark="done") for e in ENTRIES)))
    assert lessons._count.text() == "3 done"


def test_the_open_one_is_the_current_one(lessons):
    assert lessons.list.currentRow() == 1
    before = picture(lessons)
    lessons.show_moment(moment(lesson=2))
    assert lessons.list.currentRow() == 2
    assert (picture(lessons) != before).any()


def test_a_click_chooses_a_lesson(lessons):
    place = lessons.list.visualItemRect(lessons.list.item(2)).center()
    QTest.mouseClick(lessons.list.viewport(), Qt.LeftButton, pos=place)
    assert lessons.heard == [2]


def test_the_arrows_look_at_a_lesson_and_enter_chooses_it(lessons):
    QTest.keyClick(lessons.list, Qt.Key_Up)
    assert lessons.heard == []
    QTest.keyClick(lessons.list, Qt.Key_Return)
    assert lessons.heard == [0]


def test_the_lesson_that_is_open_is_not_begun_anew(lessons):
    place = lessons.list.visualItemRect(lessons.list.item(1)).center()
    QTest.mouseClick(lessons.list.viewport(), Qt.LeftButton, pos=place)
    QTest.keyClick(lessons.list, Qt.Key_Return)
    assert lessons.heard == []


def test_lessons_that_are_gone_are_gone_from_the_list(lessons):
    lessons.show_moment(moment(entries=ENTRIES[:2]))
    assert lessons.list.count() == 2


def test_another_step_of_the_same_lesson_leaves_the_list_alone(lessons):
    QTest.keyClick(lessons.list, Qt.Key_Down)
    lessons.show_moment(moment(step=2))
    assert lessons.list.currentRow() == 2


def test_it_speaks_the_language_of_the_moment(lessons):
    i18n.set_language("ko")
    settle()
    assert spoken(lessons)[0].startswith("1 The first, ")
    assert "done" not in spoken(lessons)[0]
    assert lessons.list.accessibleName() != "Lessons"
