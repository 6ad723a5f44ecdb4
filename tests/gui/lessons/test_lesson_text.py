"""Words of a lesson, and what they point at."""

import pytest
from PyQt5.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt5.QtGui import QFont, QWheelEvent
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from gui import theme
from gui.lessons.lesson_text import LessonText
from tests.helpers import mouse, picture, settle

WORDS = "See [the dot](#mark:value), then [the line](#mark:pi); and **mind** it."


@pytest.fixture
def text(shown):
    text = shown(LessonText(), 300, 40)
    text.show_words(WORDS)
    text.heard = []
    text.pointed.connect(text.heard.append)
    settle()
    return text


def place(text, target):
    """The middle of the first letter that points at a target."""
    cursor = next(cursor for found, cursor in text._links() if found == target)
    cursor.setPosition(cursor.selectionStart())
    left = text.cursorRect(cursor).center()
    cursor.movePosition(cursor.NextCharacter)
    return (QPointF(left) + QPointF(text.cursorRect(cursor).center())) / 2


def hover(text, point):
    viewport = text.viewport()
    mouse(viewport, QEvent.MouseMove, point.x(), point.y(), Qt.NoButton, Qt.NoButton)


def leave(text):
    QApplication.sendEvent(text, QEvent(QEvent.Leave))


@pytest.mark.parametrize("width", [120, 200, 300, 700])
def test_it_is_as_tall_as_its_words_at_any_width(text, width):
    text.resize(width, text.height())
    assert text.height() >= text.document().size().height() > text.height() - 1
    assert text.document().idealWidth() <= width


def test_it_grows_with_more_words_and_in_larger_type(text):
    one = text.height()
    text.show_words(WORDS * 3)
    more = text.height()
    assert more > one
    theme.set_look(scale=1.5)
    assert text.height() > more


def test_without_words_it_is_not_there(text):
    text.show_words("")
    assert text.isHidden()
    text.show_words("Words.")
    assert not text.isHidden()


def test_the_keys_stop_only_at_words_that_point_at_something(text):
    assert text.focusPolicy() == Qt.TabFocus
    text.show_words("Only words.")
    assert text.focusPolicy() == Qt.NoFocus


def test_it_knows_what_its_words_point_at(text):
    assert text.targets() == {"mark:value", "mark:pi"}


def test_html_is_shown_as_it_is_written(text):
    text.show_words("a <b>tag</b>")
    assert text.toPlainText() == "a <b>tag</b>"


def test_strong_words_are_in_the_programs_own_strong_letters(text):
    weights = {f.text(): f.charFormat().fontWeight() for f, _cursor in text._fragments()}
    assert weights["mind"] == QFont.DemiBold


def test_words_set_smaller_are_smaller_and_come_back(text):
    usual = text.document().defaultFont().pixelSize(), text.height()
    text.shrink(0.8)
    assert text.document().defaultFont().pixelSize() < usual[0]
    text.shrink(1.0)
    assert (text.document().defaultFont().pixelSize(), text.height()) == usual


def test_words_that_point_at_what_is_lit_are_lit(text):
    before = picture(text)
    text.light("mark:value")
    (selection,) = text.extraSelections()
    assert selection.cursor.selectedText() == "the dot"
    assert (picture(text) != before).any()
    text.light("curve:bce")
    assert text.extraSelections() == []
    assert not (picture(text) != before).any()


def test_lit_words_stay_lit_in_another_look(text):
    text.light("mark:value")
    theme.set_look(theme=theme.DARK)
    (selection,) = text.extraSelections()
    assert selection.format.background().color() == theme.look().colour("lit")


def test_other_words_are_not_lit(text):
    text.light("mark:value")
    text.show_words(f"Now {WORDS}")
    assert text.extraSelections() == []


def test_the_mouse_on_words_says_what_they_point_at(text):
    hover(text, place(text, "mark:value"))
    hover(text, place(text, "mark:pi"))
    leave(text)
    assert text.heard == ["mark:value", "mark:pi", ""]


def test_what_was_said_is_not_said_twice(text):
    for _ in range(3):
        hover(text, place(text, "mark:value"))
    leave(text)
    leave(text)
    assert text.heard == ["mark:value", ""]


def test_the_mouse_says_it_again_when_it_comes_back_and_when_something_else_was_lit(text):
    hover(text, place(text, "mark:value"))
    leave(text)
    hover(text, place(text, "mark:value"))
    text.light("mark:value")
    text.light("formula")
    hover(text, place(text, "mark:value"))
    assert text.heard == ["mark:value", "", "mark:value", "mark:value"]


def test_a_click_neither_opens_nor_scrolls_anything(text):
    QTest.mouseClick(text.viewport(), Qt.LeftButton, pos=place(text, "mark:pi").toPoint())
    assert text.toPlainText().startswith("See the dot")
    assert text.heard[-1] == "mark:pi"


def test_the_tab_key_goes_from_one_to_the_next_and_says_it(shown):
    sheet = QWidget()
    box = QVBoxLayout(sheet)
    before, text, after = QPushButton("a"), LessonText(), QPushButton("b")
    for widget in (before, text, after):
        box.addWidget(widget)
    text.show_words(WORDS)
    heard = []
    text.pointed.connect(heard.append)
    shown(sheet, 300, 200)
    sheet.activateWindow()
    before.setFocus()
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key_Tab)
    assert after.hasFocus()
    assert heard == ["mark:value", "mark:pi", ""]
    for _ in range(3):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key_Backtab)
    assert before.hasFocus()
    assert heard[3:] == ["mark:pi", "mark:value", ""]


def test_the_wheel_is_left_to_the_column(text):
    at = QPointF(5, 5)
    event = QWheelEvent(
        *(at, QPointF(text.mapToGlobal(QPoint(5, 5))), QPoint(), QPoint(0, 120)),
        *(Qt.NoButton, Qt.NoModifier, Qt.NoScrollPhase, False),
    )
    text.wheelEvent(event)
    assert not event.isAccepted()
