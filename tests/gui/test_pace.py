"""Figures at a pace that an eye can follow: the first at once, the last one always."""

import pytest
from PyQt5.QtCore import QObject

from gui import pace
from gui.pace import Pace

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def paced(monkeypatch):
    monkeypatch.setattr(pace, "MILLISECONDS", 30)
    parent, heard = QObject(), []
    paced = Pace(parent, lambda: heard.append(paced.now))
    paced.now, paced.heard = 0, heard
    yield paced
    parent.deleteLater()


def test_the_pace_is_slower_than_a_mouse_and_faster_than_an_eye_notices():
    assert 8 < pace.MILLISECONDS <= 50


def test_after_peace_the_first_is_shown_at_once(paced):
    paced.ask()
    assert paced.heard == [0]


def test_of_many_in_a_row_the_first_and_the_last_are_shown(paced, qtbot):
    for paced.now in range(100):
        paced.ask()
    assert paced.heard == [0]
    qtbot.waitUntil(lambda: paced.heard == [0, 99])
    qtbot.wait(80)
    assert paced.heard == [0, 99]


def test_one_alone_is_shown_once(paced, qtbot):
    paced.ask()
    qtbot.wait(80)
    assert paced.heard == [0]


def test_a_long_row_is_shown_again_and_again(paced, qtbot):
    for paced.now in range(20):
        paced.ask()
        qtbot.wait(10)
    qtbot.wait(40)
    assert 3 <= len(paced.heard) < 20
    assert paced.heard[-1] == 19
