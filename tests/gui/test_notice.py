"""The line at the top of the window: what it says, its buttons, its language, and its going."""

import pytest
from PyQt5.QtCore import QEvent, Qt
from PyQt5.QtWidgets import QApplication, QPushButton

from gui import i18n, theme
from gui.notice import Notice, Notices
from tests.helpers import HANGUL, find, picture, settle


@pytest.fixture
def notices(shown):
    return shown(Notices(), 800, 200)


def texts(notices):
    settle()
    return [notice.label.text() for notice in notices.shown]


def cancel():
    return i18n.translate("Notices", "Cancel")


def deleted(notices):
    QApplication.sendPostedEvents(None, QEvent.DeferredDelete)
    return notices.findChildren(Notice)


def test_a_notice_says_its_text_and_offers_its_choices(notices):
    notice = notices.add(lambda: "Something", (lambda: "Do it", None), (lambda: "Not now", None))
    assert texts(notices) == ["Something"]
    assert [button.text() for button in notice.buttons] == ["Do it", "Not now"]
    assert [button.accessibleName() for button in notice.buttons] == ["Do it", "Not now"]
    assert not notice.bar.isVisible()


@pytest.mark.parametrize("chosen", [0, 1])
def test_every_choice_takes_the_notice_away_and_does_its_own_thing(notices, chosen):
    done = []
    notice = notices.add(
        lambda: "?", (lambda: "a", lambda: done.append(0)), (lambda: "b", lambda: done.append(1))
    )
    notice.buttons[chosen].click()
    assert done == [chosen]
    assert notices.shown == []
    assert deleted(notices) == []


def test_a_choice_that_does_nothing_takes_the_notice_away_too(notices):
    notices.add(lambda: "?", (lambda: "Close", None)).buttons[0].click()
    assert notices.shown == []


def test_a_choice_is_made_by_the_keyboard(notices, qtbot):
    done = []
    notice = notices.add(lambda: "?", (lambda: "a", lambda: done.append(True)))
    notice.buttons[0].setFocus()
    qtbot.keyClick(notice.buttons[0], Qt.Key_Space)
    assert done == [True]


def test_a_choice_may_add_the_next_notice(notices):
    notices.add(lambda: "1", (lambda: "on", lambda: notices.add(lambda: "2"))).buttons[0].click()
    assert texts(notices) == ["2"]


def test_notices_stand_one_under_the_other_and_go_by_themselves(notices):
    first = notices.add(lambda: "first")
    notices.add(lambda: "second")
    settle()
    assert texts(notices) == ["first", "second"]
    assert notices.shown[0].geometry().bottom() < notices.shown[1].geometry().top() + 1
    first.leave()
    assert texts(notices) == ["second"]


def test_a_notice_that_leaves_twice_leaves_once(notices):
    notice = notices.add(lambda: "x")
    notice.leave()
    notice.leave()
    assert deleted(notices) == []


def test_progress_is_shown_from_nothing_to_all(notices):
    notice = notices.add(lambda: "Reading", progress=True)
    settle()
    assert notice.bar.isVisible()
    for share in (0.0, 0.3, 1.0):
        notice.show_share(share)
        assert notice.bar.value() == round(1000 * share)
    assert notice.bar.accessibleName() == "Reading"


def test_a_word_takes_the_place_of_the_one_before_and_goes_by_itself(notices, qtbot):
    notices.add(lambda: "stays")
    notices.say(lambda: "Copied")
    notices.say(lambda: "Copied again")
    assert texts(notices) == ["stays", "Copied again"]
    notices._silence.setInterval(1)
    qtbot.waitUntil(lambda: texts(notices) == ["stays"])
    notices.say(lambda: "and again")
    qtbot.waitUntil(lambda: texts(notices) == ["stays"])


def test_a_notice_follows_the_language(notices):
    notice = notices.add(cancel, (cancel, None))
    notices.say(cancel)
    i18n.set_language("ko")
    settle()
    korean = cancel()
    assert HANGUL.search(korean)
    assert texts(notices) == [korean, korean]
    assert notice.buttons[0].text() == notice.buttons[0].accessibleName() == korean
    i18n.set_language("en")
    settle()
    assert texts(notices) == ["Cancel", "Cancel"]


def test_a_notice_follows_the_look_and_so_does_none_that_left(notices):
    notice = notices.add(lambda: "x", progress=True)
    notices.add(lambda: "gone").leave()
    width = notice.bar.width()
    deleted(notices)
    theme.set_look(theme=theme.DARK, scale=1.5)
    settle()
    assert notice.bar.width() == round(1.5 * width)


def test_what_a_file_is_called_is_no_markup(notices):
    name = "<b>bold</b> &amp; <i>more"
    notice = notices.add(lambda: f"Reading “{name}”…")
    settle()
    plain = notices.add(lambda: "Reading “bold & more”…")
    settle()
    assert notice.label.sizeHint().width() > plain.label.sizeHint().width()


# In the window -----------------------------------------------------------------------------------


def test_without_a_notice_the_window_is_as_it_was(window):
    before = picture(window)
    notice = window.notices.add(lambda: "Something", (lambda: "Close", None))
    settle()
    assert notice.isVisible()
    assert (picture(window) != before).any()
    notice.buttons[0].click()
    settle()
    assert not (picture(window) != before).any()


def test_a_notice_takes_no_focus_from_the_work(window, qtbot):
    tiles = find(window, "observationTiles")
    tiles.setFocus()
    window.notices.add(lambda: "Something", (lambda: "Close", None))
    settle()
    assert tiles.hasFocus()
    qtbot.keyClick(tiles, Qt.Key_0)
    assert window.session.snapshot.n == 11


def test_the_buttons_of_a_notice_are_reached_by_the_keyboard(window):
    notice = window.notices.add(lambda: "Something", (lambda: "Close", None))
    settle()
    assert all(button.focusPolicy() & Qt.TabFocus for button in notice.findChildren(QPushButton))


@pytest.mark.parametrize("button", ["languageButton", "themeButton"])
def test_a_shown_notice_outlives_a_change_of_look_and_language(window, button):
    notice = window.notices.add(cancel, (cancel, None), progress=True)
    notice.show_share(0.5)
    find(window, button).click()
    settle()
    assert window.notices.shown == [notice]
    assert notice.label.text() == cancel()
    assert notice.bar.value() == 500
    picture(window)


def test_a_window_that_closes_takes_its_notices_along(start):
    window = start("--lang", "en")
    window.notices.add(lambda: "Something", (lambda: "Close", None))
    window.notices.say(lambda: "brief")
    settle()
    window.close()
    assert not window.isVisible()


@pytest.mark.parametrize("size", ["1024x700", "1440x900"])
def test_a_long_notice_fits_into_the_window(start, size):
    window = start("--lang", "en", size=size)
    notice = window.notices.add(lambda: "many words " * 40, (lambda: "Close", None), progress=True)
    settle()
    assert window.size().width() == int(size.split("x")[0])
    for part in (notice.label, notice.bar, *notice.buttons):
        assert notice.rect().contains(part.geometry())
    needed = notice.label.heightForWidth(notice.label.width())
    assert notice.label.height() >= needed
