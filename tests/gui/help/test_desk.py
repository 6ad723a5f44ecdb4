"""Help as the window offers it."""

import pytest
from PyQt5.QtCore import Qt, QUrl
from PyQt5.QtGui import QGuiApplication
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QAction, QApplication

from core.stage import PLOTS
from gui.help import desk
from gui.help.about import AboutDialog
from gui.help.sheet import HelpSheet
from gui.paths import own_folder
from gui.plot_summary import whole
from gui.settings import Settings
from tests.helpers import HANGUL, find, settle


def trigger(window, name):
    window.findChild(QAction, f"{name}Action").trigger()
    settle()


def said(window):
    settle()
    return [notice.label.text() for notice in window.notices.shown]


def shown_of(window, kind):
    return [dialog for dialog in window.findChildren(kind) if dialog.isVisible()]


@pytest.fixture
def newcomer(start):
    """Start a window as if it were the first time."""

    def newcomer(*arguments):
        Settings().greeted = False
        return start("--lang", "en", "--theme", "light", *arguments)

    return newcomer


# What is opened ----------------------------------------------------------------------------------


@pytest.mark.qt_log_ignore("does not support raise")
def test_f1_shows_the_sheet_of_keys_and_there_is_one_of_it(window, qtbot):
    with qtbot.waitActive(window):
        window.activateWindow()
    QTest.keyClick(window, Qt.Key_F1)
    settle()
    (sheet,) = shown_of(window, HelpSheet)
    trigger(window, "help")
    assert shown_of(window, HelpSheet) == [sheet]
    QTest.keyClick(sheet, Qt.Key_Escape)
    settle()
    assert shown_of(window, HelpSheet) == []
    trigger(window, "help")
    assert shown_of(window, HelpSheet) == [sheet]
    sheet.close()


@pytest.mark.qt_log_ignore("does not support raise")
def test_the_window_can_be_used_while_the_sheet_is_there(window):
    trigger(window, "help")
    (sheet,) = shown_of(window, HelpSheet)
    assert not sheet.isModal()
    assert QApplication.activeModalWidget() is None
    trigger(window, "goToMle")
    assert window.session.state.pi == 0.7
    assert sheet.isVisible()
    sheet.close()


def test_about_shows_what_the_program_is(window):
    trigger(window, "about")
    (dialog,) = shown_of(window, AboutDialog)
    assert dialog.isModal()
    dialog.close()
    settle()
    assert shown_of(window, AboutDialog) == []


def test_the_button_of_the_bar_offers_what_there_is(window):
    texts = [action.text() for action in find(window, "helpButton").menu().actions()]
    assert {"Keys and help", "About Bernoulli Lab", "Copy what the plots show"} <= set(texts)


# In words ----------------------------------------------------------------------------------------


def test_what_the_plots_show_is_copied_in_words_and_said(window):
    window.session.set_pi(0.25)
    trigger(window, "describe")
    text = QGuiApplication.clipboard().text()
    assert text == window.help.description() == whole(window.session.snapshot, PLOTS)
    assert "0.25" in text
    assert said(window) == ["Copied: what the plots show, in words."]


def test_words_are_of_the_plots_that_are_shown(window):
    everything = window.help.description()
    trigger(window, "thirdPlot")
    text = window.help.description()
    assert text == whole(window.session.snapshot, ("bce",))
    assert len(text) < len(everything)


def test_where_a_lab_is_open_the_words_are_of_the_lab(window):
    plots = window.help.description()
    trigger(window, "lab_table")
    text = window.help.description()
    assert text == window.labs.frame.lab.summary()
    assert text != plots
    trigger(window, "closeLab")
    assert window.help.description() == plots


def test_words_give_no_optimum_away_that_is_kept_back(window):
    assert "0.7" in window.help.description()
    window.session.set_stage(hidden={"optimum"})
    assert "0.7" not in window.help.description()


def test_words_are_in_the_language_of_the_moment(window):
    window.show_language("ko")
    settle()
    trigger(window, "describe")
    assert HANGUL.search(QGuiApplication.clipboard().text())
    assert all(map(HANGUL.search, said(window)))


# The first start ---------------------------------------------------------------------------------


def test_a_newcomer_is_greeted_once(newcomer, start):
    window = newcomer()
    assert len(said(window)) == 1
    assert "lessons" in said(window)[0]
    assert Settings().greeted
    window.close()
    assert said(start("--lang", "en")) == []


def test_who_begins_with_a_lesson_is_greeted_at_another_start(newcomer, start):
    window = newcomer("--lesson", "mle")
    assert said(window) == []
    assert not Settings().greeted
    window.close()
    assert len(said(start("--lang", "en", "--view", "explore"))) == 1


def test_who_has_been_here_is_not_greeted(window):
    window.help.greet()
    assert said(window) == []


def test_a_window_that_depends_on_no_settings_greets_nobody(window):
    window.help._settings = None
    window.help.greet()
    assert said(window) == []
    assert not window.help.leave()


def test_the_hint_leads_to_the_lessons(newcomer):
    window = newcomer()
    find(window, "firstHintLessons").click()
    settle()
    assert window.view == "lessons"
    assert said(window) == []


def test_esc_takes_the_hint_away_first_and_then_ends_what_it_always_ends(newcomer):
    window = newcomer()
    window.presentation.begin(full_screen=False)
    trigger(window, "leave")
    assert said(window) == []
    assert window.presentation.active
    trigger(window, "leave")
    assert not window.presentation.active


def test_the_hint_goes_when_its_reader_has_begun(newcomer):
    window = newcomer()
    for pi in (0.1, 0.2):
        window.session.set_pi(pi)
        assert said(window)
    window.session.set_pi(0.3)
    assert said(window) == []


# Lessons of one's own ----------------------------------------------------------------------------


def test_the_folder_for_lessons_is_made_opened_and_named(window, monkeypatch):
    opened = []
    monkeypatch.setattr(desk.QDesktopServices, "openUrl", opened.append)
    folder = own_folder() / "lessons"
    assert not folder.exists()
    for _ in range(2):
        trigger(window, "lessonFolder")
        assert folder.is_dir()
    assert opened == [QUrl.fromLocalFile(str(folder))] * 2
    assert said(window)[-1] == f"Lessons of your own go into {folder}."


def test_a_folder_that_cannot_be_made_is_said_and_not_opened(window, monkeypatch):
    opened = []
    monkeypatch.setattr(desk.QDesktopServices, "openUrl", opened.append)
    folder = own_folder() / "lessons"
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_text("a file in its place", encoding="utf-8")
    trigger(window, "lessonFolder")
    assert opened == []
    assert len(said(window)) == 1
    assert "Lessons of your own" not in said(window)[0]
