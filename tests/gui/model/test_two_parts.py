"""The switch of two parts, by mouse and by keys."""

import pytest
from PyQt5.QtCore import QPoint, Qt
from PyQt5.QtTest import QTest

from gui import theme
from gui.model.two_parts import TwoParts
from gui.still_text import text_width
from tests.helpers import painted_texts


@pytest.fixture
def switch(shown, look_of_the_start):  # noqa: ARG001 - asked for by its name
    made = TwoParts()
    made.set_parts(("one shared π", "w and b"))
    made.heard = []
    made.clicked.connect(made.heard.append)
    return shown(made, made.sizeHint().width())


def click(switch, share):
    place = QPoint(round(share * switch.width()), switch.height() // 2)
    QTest.mouseClick(switch, Qt.LeftButton, Qt.NoModifier, place)


def test_a_click_chooses_the_part_that_it_hits(switch):
    click(switch, 0.9)
    assert switch.isChecked()
    click(switch, 0.1)
    assert not switch.isChecked()
    assert switch.heard == [True, False]


def test_a_click_on_what_holds_changes_nothing(switch):
    click(switch, 0.1)
    assert switch.heard == []


def test_a_press_that_is_drawn_off_chooses_nothing(switch):
    middle = switch.height() // 2
    QTest.mousePress(switch, Qt.LeftButton, Qt.NoModifier, QPoint(switch.width() - 5, middle))
    QTest.mouseRelease(switch, Qt.LeftButton, Qt.NoModifier, QPoint(5, middle))
    assert switch.heard == []


@pytest.mark.parametrize(
    ("keys", "heard"),
    [
        ([Qt.Key_Right], [True]),
        ([Qt.Key_Right, Qt.Key_Right, Qt.Key_Left], [True, False]),
        ([Qt.Key_Left], []),
        ([Qt.Key_Space, Qt.Key_Space], [True, False]),
    ],
)
def test_the_arrows_choose_and_space_changes_over(switch, keys, heard):
    for key in keys:
        QTest.keyClick(switch, key)
    assert switch.heard == heard


def test_what_is_shown_is_not_told_back(switch):
    switch.show_second(True)
    assert switch.isChecked()
    assert switch.accessibleDescription() == "w and b"
    assert switch.heard == []


@pytest.mark.parametrize(("scale", "least"), [(1.0, 0), (1.6, 27), (2.25, 0)])
def test_both_words_are_painted_whole_in_each_size(switch, scale, least):
    theme.set_look(scale=scale, least_type=least)
    switch.resize(switch.sizeHint())
    assert "".join(text.text for text in painted_texts(switch)) == "one shared πw and b"
    for rect, word in zip(switch._rects(), switch.parts(), strict=True):
        assert text_width(word, 13, strong=True) <= rect.width()
        assert theme.look().text_metrics(13).height() <= rect.height()
