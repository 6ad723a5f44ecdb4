"""The hint of the first start: what it says, how it goes, and that it does not come back."""

import pytest
from PyQt5.QtCore import QObject, Qt, pyqtSignal
from PyQt5.QtWidgets import QWidget

from gui import i18n, theme
from gui.help.first_hint import ENOUGH, FirstHint
from gui.i18n import translate
from gui.notice import Notices
from tests.helpers import missing_characters, settle


class Doings(QObject):
    """What a user does, as signals of several kinds."""

    plain = pyqtSignal()
    number = pyqtSignal(float)
    two = pyqtSignal(object, int)


@pytest.fixture
def told():
    return []


@pytest.fixture
def notices(shown):
    return shown(Notices(), 1024, 200)


@pytest.fixture
def hint(notices, told):
    hint = FirstHint(
        notices, lambda: told.append("lessons"), lambda: told.append("remember"), notices
    )
    hint.show()
    settle()
    return hint


@pytest.fixture
def usual_type():
    """Type as it was, afterwards."""
    yield
    theme.set_look(least_type=0)


def buttons(notices):
    (notice,) = notices.shown
    return notice.buttons


def test_it_points_at_three_things_in_three_lines(hint, notices):
    (notice,) = notices.shown
    lines = notice.label.text().splitlines()
    assert len(lines) == 3
    assert "slider" in lines[0]
    assert "tile" in lines[1]
    assert "lessons" in lines[2]
    assert [button.text() for button in notice.buttons] == ["Start the lessons", "Got it"]
    assert hint.shown


def test_it_is_remembered_as_soon_as_it_is_shown_and_once(hint, told):
    assert told == ["remember"]
    hint.show()
    assert told == ["remember"]


def test_it_takes_no_focus_and_its_buttons_are_reached_by_the_keyboard(hint, notices):
    assert hint.shown
    assert not any(widget.hasFocus() for widget in notices.findChildren(QWidget))
    assert all(button.focusPolicy() & Qt.TabFocus for button in buttons(notices))


def test_got_it_takes_it_away(hint, notices, told, qtbot):
    _lessons, got_it = buttons(notices)
    got_it.setFocus()
    qtbot.keyClick(got_it, Qt.Key_Space)
    assert notices.shown == []
    assert not hint.shown
    assert told == ["remember"]


def test_start_the_lessons_takes_it_away_and_starts_them(hint, notices, told):
    buttons(notices)[0].click()
    assert notices.shown == []
    assert not hint.shown
    assert told == ["remember", "lessons"]


def test_esc_asks_it_to_leave_and_is_told_whether_it_was_there(hint, notices):
    assert hint.leave() is True
    assert notices.shown == []
    assert hint.leave() is False


def test_it_goes_when_enough_has_been_done_whatever_that_was(hint, notices):
    doings = Doings()
    hint.watch(doings.plain, doings.number)
    hint.watch(doings.two)
    assert ENOUGH == 3
    doings.plain.emit()
    doings.number.emit(0.5)
    assert notices.shown
    doings.two.emit(None, 1)
    assert notices.shown == []
    doings.plain.emit()  # nothing is left to go


def test_what_was_done_before_it_is_shown_does_not_count(notices):
    doings = Doings()
    hint = FirstHint(notices, lambda: None, lambda: None, notices)
    hint.watch(doings.plain)
    for _ in range(5):
        doings.plain.emit()
    hint.show()
    assert hint.shown


def test_other_notices_are_left_alone(hint, notices):
    other = notices.add(lambda: "Something", (lambda: "Close", None))
    hint.leave()
    settle()
    assert notices.shown == [other]


def test_it_follows_the_language(hint, notices):
    for code in ("ko", "en"):
        i18n.set_language(code)
        settle()
        (notice,) = notices.shown
        assert notice.label.text().splitlines()[0] == translate(
            "Hint", "Drag the slider under the plots: π moves in all of them."
        )
        assert notice.buttons[1].text() == translate("Hint", "Got it")
        assert not missing_characters(notice.label.text().replace("\n", ""))
    assert hint.shown


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("least", [0, 27])
@pytest.mark.usefixtures("usual_type")
def test_it_has_room_for_all_it_says(hint, notices, least, code):
    i18n.set_language(code)
    theme.set_look(least_type=least)
    settle()
    (notice,) = notices.shown
    label = notice.label
    assert hint.shown
    assert label.height() >= label.heightForWidth(label.width())
    for button in notice.buttons:
        assert button.width() >= button.sizeHint().width()
        assert not button.geometry().intersects(label.geometry())
