"""The lessons of a window: what they do to the session, and files of a teacher's own."""

import pytest
from PyQt5.QtCore import Qt
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QLabel

from core.lessons.progress import from_text
from gui.paths import own_folder
from gui.settings import Settings
from tests.core.lessons.writing import DO, HEAD, PLACE
from tests.helpers import HANGUL, drag, find, plot_point, settle


@pytest.fixture
def own(tmp_path_factory, monkeypatch):
    """The folder with lessons of the user's own."""
    monkeypatch.setattr("gui.paths.own_folder", lambda: folder.parent)
    folder = tmp_path_factory.mktemp("own") / "lessons"
    folder.mkdir()
    return folder


@pytest.fixture
def lessons(start):
    def lessons(*options):
        return start("--lang", "en", "--theme", "light", "--view", "lessons", *options)

    return lessons


def said(window):
    """What the notices at the foot of the window say."""
    return " ".join(label.text() for label in window.notices.findChildren(QLabel))


def test_the_lessons_have_a_state_and_a_history_of_their_own(lessons):
    window = lessons("1100", "--pi", "0.3")
    session = window.session
    assert session.state.observations.text() != "1100"
    session.set_pi(0.9)
    window.show_view("explore")
    assert (session.state.pi, session.state.observations.text()) == (0.3, "1100")
    assert not session.undo_stack.canUndo()


def test_a_place_that_is_typed_stands_in_the_plots_while_it_is_typed(lessons):
    window = lessons("--lesson", "mle:2")
    field = find(window, "answerField")
    QTest.keyClicks(field, "0.6")
    assert window.session.state.stage.prediction == 0.6
    QTest.keyClicks(field, "x")
    assert window.session.state.stage.prediction == 0.6


def test_a_click_in_a_plot_says_where_the_learner_expects_it(lessons):
    window = lessons("--lesson", "mle:2")
    pi = window.session.state.pi
    panel = window.plots.canvas.shown[0]
    window.plots.setFocus()
    drag(window.plots, [plot_point(panel, 0.5), plot_point(panel, 0.6)])
    assert window.session.state.stage.prediction == pytest.approx(0.6, abs=0.01)
    assert window.session.state.pi == pi
    assert float(find(window, "answerField").text()) == window.session.state.stage.prediction


def test_what_is_pointed_at_is_lit_where_the_words_speak_of_it(lessons):
    desk = lessons("--lesson", "mle:1").lessons
    session = desk._session
    desk.point("mark:tangent")
    assert session.state.stage.lit == "mark:tangent"
    desk.point("curve:bce")
    # Nothing speaks of it: the step's own light is on again.
    assert session.state.stage.lit == desk.course.step.setting.light == "mark:tangent"


def test_nothing_is_lit_at_the_users_own_desk(lessons):
    window = lessons("--lesson", "mle:1")
    window.show_view("explore")
    window.lessons.point("mark:tangent")
    assert window.session.state.stage.lit == ""


def test_what_was_done_is_kept_at_once(lessons):
    window = lessons("--lesson", "loss:1")
    QTest.keyClick(find(window, "option1"), Qt.Key_1)
    QTest.keyClick(find(window, "option1"), Qt.Key_Return)
    settings = Settings()
    assert settings.lesson == "loss:1"
    assert from_text(settings.lessons).of("loss").answers["one-number"].right


def test_a_lesson_of_ones_own_stands_in_the_list(own, lessons):
    (own / "50-mine.md").write_text(HEAD + DO, encoding="utf-8")
    window = lessons("--lesson", "mine")
    assert window.lessons.course.where == "mine:1"
    assert find(window, "stepTitle").text() == "Do it"


def test_a_file_that_is_no_lesson_is_named_with_its_mistake_in_both_languages(own, lessons):
    (own / "51-bad.md").write_text(HEAD + PLACE.replace("kind: place", "kind: plaice"))
    window = lessons()
    assert "51-bad.md" in said(window)
    assert "plaice" in said(window)
    window.show_language("ko")
    settle()
    assert said(window).count("51-bad.md") == 1
    assert HANGUL.search(said(window))
    assert window.lessons.course.where == "loss:1"


def test_the_own_folder_is_where_it_is_looked_for():
    assert own_folder().name == "Bernoulli Lab"


def test_the_step_has_the_room_that_it_needs_and_the_list_the_rest(lessons):
    window = lessons("--lesson", "bridge:2")
    column = window.lessons.column
    find(window, "answerField").setText("0.3")
    tall = column.list.height()
    window.lessons._answer("0.3")
    settle()
    assert column.list.height() <= tall
    bar = column.card.area.verticalScrollBar()
    assert bar.maximum() == 0 or column.list.height() == 120


def test_before_a_class_the_next_key_first_shows_what_is_right(lessons):
    window = lessons("--lesson", "loss:1")
    desk = window.lessons
    window.presentation.begin(full_screen=False)
    settle()
    assert not desk.column.list.isVisible()
    seen = []
    while desk.course.where == "loss:1" and len(seen) < 9:
        desk.next()
        settle()
        seen.append(desk.course.moment.revealed)
    # What has no room is shown first, then what is right, and only then the next step.
    assert True in seen
    assert desk.course.where == "loss:2"
    window.presentation.end()
    settle()
    assert desk.column.list.isVisible()
