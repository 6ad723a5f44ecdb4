"""Where the parts of the window stand in each view, and what each view keeps for itself."""

from itertools import pairwise
from typing import NamedTuple

import pytest
from PyQt5.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PyQt5.QtGui import QDropEvent
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QAction, QApplication, QWidget

from core.observations import Observations
from core.session_file import SessionDocument, read_session_file, write_session
from core.stage import CONTROLS, LABS, PLOTS, Stage
from core.state import State
from gui import theme
from gui.labs.names import lab_name
from gui.settings import Settings
from tests.helpers import drag, find, plot_point, run_at_once, settle

OTHER = Observations([0, 1, 1])


@pytest.fixture
def lessons(window):
    """A window that shows the lessons."""
    window.show_view("lessons")
    settle()
    return window


def trigger(window, name):
    window.findChild(QAction, f"{name}Action").trigger()
    settle()


def left_of(window, name, other):
    """Whether a widget stands left of another."""
    return place(window, find(window, name)).right() < place(window, find(window, other)).left()


def place(window, widget):
    return widget.rect().translated(widget.mapTo(window, QPoint()))


def finished(window):
    """Let the window close without a question."""
    window._may_close = True


# Two views ---------------------------------------------------------------------------------------


def test_each_view_keeps_its_data_its_history_and_its_plots(window):
    session = window.session
    session.set_pi(0.25)
    session.set_observations(OTHER)
    trigger(window, "thirdPlot")
    session.set_interval(0.1, 0.6)
    mine = session.state
    window.show_view("lessons")
    settle()
    assert session.state.observations != OTHER
    assert session.state.stage != mine.stage
    assert not find(window, "undoButton").isEnabled()
    session.set_pi(0.75)
    window.show_view("explore")
    settle()
    assert session.state == mine
    assert [panel.kind for panel in window.plots.canvas.shown] == ["bce"]
    assert find(window, "undoButton").isEnabled()
    trigger(window, "undo")
    trigger(window, "undo")
    assert session.state.pi == 0.5
    assert session.state.observations == State().observations
    finished(window)


def test_whoever_comes_back_to_a_lesson_is_where_they_were(lessons):
    lessons.views.next_step()
    where = lessons.lessons.where
    lessons.session.set_pi(0.125)
    was = lessons.session.state
    lessons.show_view("explore")
    lessons.show_view("lessons")
    settle()
    assert lessons.lessons.where == where
    assert lessons.session.state == was


def test_a_tab_a_key_and_an_action_show_the_same_view(window):
    tabs = find(window, "viewTabs")
    tabs.setCurrentIndex(1)
    assert window.view == "lessons"
    trigger(window, "viewExplore")
    assert (window.view, tabs.currentIndex()) == ("explore", 0)
    trigger(window, "viewLessons")
    assert (window.view, tabs.currentIndex()) == ("lessons", 1)


def test_a_drag_ends_in_the_view_where_it_began(window):
    window.explore.toggle_sweep()
    window.show_view("lessons")
    assert not window.sweep.running
    assert not window.session.in_gesture
    pi = window.session.state.pi
    settle()
    assert window.session.state.pi == pi


def test_each_view_has_its_own_column(window):
    assert window.left_column.isVisible()
    window.show_view("lessons")
    settle()
    column = window.lessons.column
    assert column.isVisible()
    assert not window.left_column.isVisible()
    assert not find(window, "crossEntropyValue").isVisible()
    assert place(window, column).right() < place(window, find(window, "plotStack")).left()
    window.show_view("explore")
    settle()
    assert window.left_column.isVisible()
    assert not column.isVisible()


@pytest.mark.parametrize("size", [(1024, 700), (1440, 900), (2560, 1440)])
def test_the_column_of_the_lessons_leaves_the_plots_more_than_half(lessons, size):
    lessons.resize(*size)
    settle()
    column = lessons.lessons.column
    assert column.width() == lessons.layout_.lessons_width()
    assert column.width() < 0.5 * size[0]
    assert find(lessons, "plotStack").width() > 0.5 * size[0]
    lessons.presentation.begin(full_screen=False)
    lessons.resize(1280, 720)
    settle()
    assert column.width() <= 0.46 * 1280


def test_back_in_explore_everything_stands_where_it_stood(window):
    names = ["observationTiles", "observationText", "flipButton", "shuffleButton", "plotStack"]
    names += ["mleValue", "crossEntropyValue", "piSlider", "zoomButton", "openButton"]
    before = [place(window, find(window, name)) for name in names]
    for _ in range(2):
        window.show_view("lessons")
        settle()
        window.presentation.begin(full_screen=False)
        settle()
        window.presentation.end()
        window.show_view("explore")
        settle()
    assert [place(window, find(window, name)) for name in names] == before
    assert all(find(window, name).isVisible() for name in names)


# The strip ---------------------------------------------------------------------------------------


def with_tiles(window, *, shown):
    """Go to a step that shows the observations, or to one that does not."""
    for _ in range(60):
        if window.lessons.shows_tiles is shown and not window.session.state.stage.lab:
            settle()
            return window.lessons.where
        window.views.next_step()
    raise AssertionError(f"no step with tiles = {shown}")


def test_in_a_lesson_the_observations_are_a_strip_over_the_plots(lessons):
    with_tiles(lessons, shown=True)
    tiles, stack = find(lessons, "observationTiles"), find(lessons, "plotStack")
    assert tiles.isVisible()
    assert place(lessons, tiles).bottom() < place(lessons, stack).top()
    assert lessons.lessons.column.geometry().right() < place(lessons, tiles).left()
    for name in ("flipButton", "shuffleButton"):
        button = find(lessons, name)
        assert button.isVisible(), name
        assert place(lessons, button).bottom() < place(lessons, tiles).top() + 4
    for name in (
        *("observationText", "randomButton", "examplesButton", "openButton", "moreButton"),
        *("mleValue", "goToMleButton", "sourceLabel", "drawAgainButton", "truePiButton"),
        "tilesCaption",
    ):
        assert not find(lessons, name).isVisible(), name


def test_a_step_that_does_not_show_the_observations_has_no_strip_and_locks_them(lessons):
    with_tiles(lessons, shown=False)
    assert not find(lessons, "observationTiles").isVisible()
    before = lessons.session.state.observations
    assert lessons.session.state.stage.locked
    trigger(lessons, "flip")
    assert lessons.session.state.observations == before


def test_the_strip_stays_where_it_is_before_a_class(lessons):
    with_tiles(lessons, shown=True)
    lessons.presentation.begin(full_screen=False)
    settle()
    tiles, stack = find(lessons, "observationTiles"), find(lessons, "plotStack")
    assert tiles.isVisible()
    assert place(lessons, tiles).bottom() < place(lessons, stack).top()


def test_in_explore_a_class_sees_the_plots_alone(window):
    window.presentation.begin(full_screen=False)
    settle()
    assert not find(window, "observationTiles").isVisible()
    stack = place(window, find(window, "plotStack"))
    assert stack.left() < 60
    assert stack.width() > window.width() - 120


# A lab in the plots' place -----------------------------------------------------------------------


@pytest.mark.parametrize("lab", LABS)
def test_a_lab_stands_where_the_plots_stand(window, lab):
    stack = find(window, "plotStack")
    where = place(window, stack)
    trigger(window, f"lab_{lab}")
    frame = find(window, "labFrame")
    assert frame.isVisible()
    assert not stack.isVisible()
    # Beside the data; only in the game of guessing these would give the answer away.
    alone = lab == "guess"
    assert window.left_column.isVisible() is not alone
    assert place(window, frame).right() == where.right()
    assert (place(window, frame).width() > where.width()) is alone
    assert (place(window, frame).left() == where.left()) is not alone
    assert frame._title.text() == lab_name(lab)
    trigger(window, "closeLab")
    assert not frame.isVisible()
    assert stack.isVisible()
    assert place(window, stack) == where


def test_a_lab_of_explore_is_none_of_a_lesson(window):
    trigger(window, "lab_table")
    window.show_view("lessons")
    settle()
    assert window.session.state.stage.lab == ""
    assert find(window, "plotStack").isVisible()
    window.show_view("explore")
    settle()
    assert find(window, "labFrame").isVisible()


def test_a_lab_asked_for_in_a_lesson_is_opened_in_explore(lessons):
    trigger(lessons, "lab_table")
    assert lessons.view == "explore"
    assert lessons.session.state.stage.lab == "table"


# What a teacher leaves out -----------------------------------------------------------------------

CARD = {"observationTiles", "observationText", "mleValue", "goToMleButton"}
BUTTONS = {
    *("randomButton", "flipButton", "shuffleButton", "examplesButton", "openButton", "moreButton"),
}
UNIT = {"natsButton", "bitsButton"}
ZOOM = {"zoomButton", "wholeAxisButton"}
VALUES = {"likelihoodValue", "logLikelihoodValue", "crossEntropyValue", "copyButton"}
GONE = {
    "observations": CARD | BUTTONS | {"tilesCaption"},
    "sequence": {"observationText"},
    "data-buttons": BUTTONS,
    "estimate": {"mleValue", "goToMleButton"},
    "calculation": VALUES | UNIT,
    "unit": UNIT,
    "slider": {"piSlider", "piSpinBox", "sweepButton"} | ZOOM,
    "zoom": ZOOM,
}


def named(window):
    """The names of all that is to be seen."""
    settle()
    return {
        widget.objectName()
        for widget in window.findChildren(QWidget)
        if widget.isVisible() and widget.objectName() and not widget.objectName().startswith("qt_")
    }


@pytest.mark.parametrize("control", CONTROLS)
def test_what_is_left_out_is_gone_and_nothing_else(window, control):
    before = named(window)
    window.session.set_stage(without={control})
    ours = {"piMessage"} if control == "slider" else set()
    assert before - named(window) - ours == GONE[control]
    assert named(window) <= before
    window.session.set_stage(without=())
    assert named(window) == before


def test_without_both_cards_the_plots_have_the_whole_width(window):
    before = place(window, find(window, "plotStack"))
    window.session.set_stage(without={"observations", "calculation"})
    settle()
    assert not window.left_column.isVisible()
    after = place(window, find(window, "plotStack"))
    assert after.left() < 60
    assert after.right() == before.right()


def test_all_can_be_left_out_but_the_plots(window):
    window.session.set_stage(without=CONTROLS)
    assert {"plotStack", "viewTabs", "presentButton"} <= named(window)
    assert not named(window) & set().union(*GONE.values())


def test_a_drawn_sequence_shows_nothing_of_what_is_left_out(start):
    window = start("--draw", "20:0.5:7")
    window.session.set_stage(without={"data-buttons", "estimate"})
    assert not named(window) & (GONE["data-buttons"] | GONE["estimate"])
    window.session.set_observations(OTHER)
    window.session.set_pi(0.25)
    assert not named(window) & (GONE["data-buttons"] | GONE["estimate"])
    finished(window)


def test_what_is_left_out_of_explore_is_in_the_lessons(window):
    window.session.set_stage(without={"slider", "observations", "zoom"})
    window.show_view("lessons")
    with_tiles(window, shown=True)
    assert "observationTiles" in named(window)
    window.show_view("explore")
    assert not named(window) & (GONE["slider"] | GONE["observations"])


def test_a_message_about_pi_brings_no_button_back_that_is_left_out(window):
    window.session.set_stage(without={"zoom"})
    settle()
    spin = find(window, "piSpinBox")
    for text in ("??", "0.25"):
        spin.lineEdit().setText(text)
        spin.lineEdit().textEdited.emit(text)
        settle()
    assert not named(window) & ZOOM


def test_what_is_left_out_stays_out_before_a_class(window):
    window.session.set_stage(without={"slider"})
    window.presentation.begin(full_screen=False)
    assert not named(window) & GONE["slider"]
    window.presentation.end()
    assert not named(window) & GONE["slider"]


def test_a_session_brings_what_is_left_out_and_the_lock(window, tmp_path, start):
    path = tmp_path / "class.bernoulli.json"
    stage = Stage(lab="table", locked=True, without={"zoom", "unit"})
    path.write_bytes(write_session(SessionDocument(State(stage=stage))))
    for opened in (window, start(str(path))):
        if opened is window:
            window.opening.open_path(path)
        assert opened.session.state.stage == stage
        assert not named(opened) & (ZOOM | UNIT)
        assert "labFrame" in named(opened)


# Locked ------------------------------------------------------------------------------------------


def said(window):
    settle()
    return [notice.label.text() for notice in window.notices.shown]


def test_locked_observations_are_not_changed_by_anything_and_it_is_said(window):
    before = window.session.state.observations
    trigger(window, "lockData")
    assert window.session.state.stage.locked
    for name in ("observationText", "randomButton", "flipButton", "shuffleButton", "openButton"):
        assert not find(window, name).isEnabled(), name
    for action in ("flip", "shuffle", "reverse", "double"):
        trigger(window, action)
        assert window.session.state.observations == before, action
    assert said(window) == ["The observations are locked."]
    tiles = find(window, "observationTiles")
    point = tiles.tile_rect(1).center()
    drag(tiles, [(point.x(), point.y())])
    assert window.session.state.observations == before
    assert window.session.undo_stack.count() == 0
    trigger(window, "lockData")
    trigger(window, "flip")
    assert window.session.state.observations.k == before.n - before.k
    assert all(find(window, n).isEnabled() for n in ("observationText", "flipButton", "openButton"))
    finished(window)


def test_locked_observations_leave_pi_free(window):
    trigger(window, "lockData")
    drag(find(window, "plotStack"), [plot_point(window.plots.panels[0], 0.25)])
    assert window.session.state.pi == pytest.approx(0.25, abs=0.002)


def test_a_lesson_has_no_lock_of_the_teacher_s(lessons):
    locked = lessons.session.state.stage.locked
    trigger(lessons, "lockData")
    assert lessons.session.state.stage.locked is locked


# Kept back ---------------------------------------------------------------------------------------


def test_an_optimum_that_is_kept_back_is_not_reached_by_a_key_either(window):
    window.session.set_stage(hidden={"optimum"})
    settle()
    trigger(window, "goToMle")
    assert window.session.state.pi == 0.5
    assert not find(window, "goToMleButton").isEnabled()
    assert find(window, "mleValue").text() == "not shown yet"
    trigger(window, "zoom")
    assert window.session.state.interval == (0.0, 1.0)


def test_without_the_slider_pi_has_no_control(window):
    window.session.set_stage(hidden={"slider"})
    assert not named(window) & GONE["slider"]


# Tab ---------------------------------------------------------------------------------------------


class Stop(NamedTuple):
    """Where Tab stopped."""

    name: str
    region: int
    widget: QWidget


def region(window, widget):
    parts = (
        (window.top_bar,),
        (window.left_column, window.lessons.column if window.view == "lessons" else None),
        (window.observations, window.plots, window.labs.frame, window.pi_bar),
        (window.notices,),
    )
    found = [
        i
        for i, some in enumerate(parts)
        for part in some
        if part is not None and (part is widget or part.isAncestorOf(widget))
    ]
    return found[0]


def stops(window, key=Qt.Key_Tab, begin=None):
    """All that Tab reaches from the window itself, or from a control, in its order."""
    (begin or window).setFocus()
    settle()
    found = []
    for _ in range(80):
        QTest.keyClick(QApplication.focusWidget(), key)
        settle()
        widget = QApplication.focusWidget()
        if found and widget is found[0].widget:
            return found
        found.append(Stop(widget.objectName(), region(window, widget), widget))
    raise AssertionError([stop.name for stop in found])


def jumps(window, found):
    """Where a step of Tab goes against the eye."""
    for one, other in pairwise(found):
        if one.region != other.region:
            if one.region > other.region:
                yield f"{one.name} → {other.name}: to a part before"
            continue
        a, b = place(window, one.widget), place(window, other.widget)
        in_row = abs(a.center().y() - b.center().y()) < min(a.height(), b.height()) / 2
        if in_row and a.center().x() > b.center().x():
            yield f"{one.name} → {other.name}: to the left"
        if not in_row and a.center().y() > b.center().y():
            yield f"{one.name} → {other.name}: up"


def reachable(window):
    return {
        widget
        for widget in window.layout_.findChildren(QWidget)
        if widget.isVisible()
        and widget.isEnabled()
        and widget.focusPolicy() & Qt.TabFocus
        and widget.focusProxy() is None
        and widget.window() is window
    }


@pytest.fixture
def active(window, qtbot):
    with qtbot.waitActive(window):
        window.activateWindow()
    return window


def check_tab(window, least):
    found = stops(window)
    assert list(jumps(window, found)) == []
    assert {stop.widget for stop in found} == reachable(window)
    assert len(found) >= least
    back = stops(window, Qt.Key_Backtab)
    assert [stop.widget for stop in back] == [stop.widget for stop in reversed(found)]
    return [stop.name for stop in found]


def test_tab_follows_the_eye_in_explore(active):
    active.session.set_pi(0.25)
    names = check_tab(active, 22)
    assert names[0] == "viewTabs"
    assert names.index("sweepButton") < names.index("piSlider") < names.index("piSpinBox")
    assert names.index("helpButton") < names.index("presentButton")


@pytest.mark.parametrize("lab", LABS)
def test_tab_follows_the_eye_in_a_lab(active, lab):
    trigger(active, "lab_chain")
    trigger(active, f"lab_{lab}")
    names = check_tab(active, 22 if lab != "guess" else 12)
    if lab != "guess":
        assert names.index("closeLabButton") > names.index("observationTiles")
    assert names.index("closeLabButton") < names.index("sweepButton")


def test_tab_follows_the_eye_in_a_lesson_and_its_answers(active):
    active.show_view("lessons")
    seen = set()
    for _ in range(8):
        settle()
        seen |= set(check_tab(active, 10))
        active.views.next_step()
    assert {"lessonList", "nextStepButton", "observationTiles", "checkButton"} <= seen


def test_tab_follows_the_eye_though_the_focus_was_there_when_the_step_came(active):
    active.show_view("lessons")
    stops(active)
    for _ in range(6):
        where = find(active, "lessonList")
        where.setFocus()
        active.views.next_step()
        settle()
        found = stops(active, begin=where)
        names = [stop.name for stop in found]
        assert {stop.widget for stop in found} == reachable(active)
        first = names.index("viewTabs")
        assert list(jumps(active, found[first:] + found[:first])) == [], names


def test_tab_follows_the_eye_before_a_class(active):
    active.presentation.begin(full_screen=False)
    active.resize(1280, 720)
    assert check_tab(active, 4) == ["plotStack", "sweepButton", "piSlider", "piSpinBox"]
    active.presentation.end()
    active.show_view("lessons")
    with_tiles(active, shown=True)
    active.presentation.begin(full_screen=False)
    settle()
    names = check_tab(active, 4)
    assert "viewTabs" not in names
    assert names.index("observationTiles") < names.index("plotStack")


def test_tab_reaches_a_notice_last(active):
    active.notices.add(lambda: "Something", (lambda: "One", None), (lambda: "Two", None))
    settle()
    check_tab(active, 22)
    assert [stop.region for stop in stops(active)][-2:] == [3, 3]


def test_tab_passes_over_what_is_left_out_and_back_in_explore_is_as_before(active):
    before = [stop.name for stop in stops(active)]
    active.show_view("lessons")
    stops(active)
    active.show_view("explore")
    settle()
    assert [stop.name for stop in stops(active)] == before
    active.session.set_stage(without={"sequence", "unit"})
    settle()
    names = check_tab(active, 18)
    assert set(before) - set(names) == {"observationText", "natsButton"}


def test_the_check_of_the_order_can_fail(active):
    find(active, "zoomButton").setEnabled(True)
    found = stops(active)
    assert list(jumps(active, found[:4][::-1]))
    assert list(jumps(active, [found[-1], found[0]]))


# Files -------------------------------------------------------------------------------------------


@pytest.fixture
def path(tmp_path):
    return tmp_path / "work.bernoulli.json"


def test_saved_from_a_lesson_it_is_the_user_s_own_work_that_is_saved(window, path):
    window.session.set_observations(OTHER)
    window.session.set_pi(0.25)
    trigger(window, "secondPlot")
    mine = window.session.state
    window.show_view("lessons")
    window.views.next_step()
    window.session.set_pi(0.875)
    window.keeper.save_to(path)
    settle()
    document = read_session_file(path)
    assert document.state.observations == OTHER
    assert document.state.pi == 0.25
    assert (document.view, document.panel) == ("lessons", "log-likelihood")
    assert document.lesson == window.lessons.where
    assert not window.keeper.modified
    window.show_view("explore")
    assert window.session.state == mine


def test_what_is_done_in_a_lesson_is_no_unsaved_work(lessons):
    with_tiles(lessons, shown=True)
    lessons.session.set_observations(OTHER)
    lessons.session.set_pi(0.875)
    assert not lessons.keeper.modified
    assert not lessons.isWindowModified()
    lessons.close()
    assert not lessons.isVisible()


def test_a_session_that_was_saved_in_a_lesson_is_opened_there(start, path):
    path.write_bytes(write_session(SessionDocument(State(OTHER), view="lessons", lesson="mle:3")))
    window = start(str(path))
    assert window.view == "lessons"
    assert window.lessons.where == "mle:3"
    assert window.session.state_at("explore").observations == OTHER
    other = start()
    other.opening.open_path(path)
    settle()
    assert other.view == "lessons"
    assert other.lessons.where == "mle:3"
    assert other.session.state_at("explore").observations == OTHER


def test_a_session_of_explore_that_knows_a_lesson_shows_explore_alone(start, path):
    path.write_bytes(write_session(SessionDocument(State(OTHER), lesson="mle:3")))
    window = start()
    window.opening.open_path(path)
    for opened in (window, start(str(path))):
        settle()
        assert opened.view == "explore"
        assert opened.session.state.observations == OTHER
        assert opened.left_column.isVisible()
        assert not opened.lessons.column.isVisible()
        assert left_of(opened, "observationTiles", "plotStack")
        opened.show_view("lessons")
        settle()
        assert opened.lessons.column.isVisible()
        assert opened.lessons.where == "mle:3"


def test_a_session_of_somebody_s_own_lesson_is_opened_without_it(start, path):
    path.write_bytes(write_session(SessionDocument(State(OTHER), lesson="nowhere:3")))
    window = start(str(path))
    assert window.session.state.observations == OTHER
    window.show_view("lessons")
    assert window.lessons.where


def drop(window, *, url=None, text=None):
    data = QMimeData()
    if url is not None:
        data.setUrls([QUrl.fromLocalFile(str(url))])
    if text is not None:
        data.setText(text)
    event = QDropEvent(QPointF(9, 9), Qt.CopyAction, data, Qt.LeftButton, Qt.NoModifier)
    window.dropEvent(event)
    settle()


@pytest.mark.parametrize("how", ["menu", "button", "drop", "text", "session"])
def test_what_is_opened_from_a_lesson_is_the_user_s_own_and_shown_in_explore(
    lessons, monkeypatch, tmp_path, path, how
):
    file = tmp_path / "data.txt"
    file.write_text("011\n", encoding="utf-8")
    path.write_bytes(write_session(SessionDocument(State(OTHER))))
    monkeypatch.setattr("PyQt5.QtWidgets.QFileDialog.getOpenFileName", lambda *_: (str(file), ""))
    there = lessons.session.state
    if how == "menu":
        trigger(lessons, "open")
    elif how == "button":
        find(lessons, "openButton").click()
    elif how == "drop":
        drop(lessons, url=file)
    elif how == "text":
        drop(lessons, text="011")
    else:
        lessons.opening.open_path(path)
    settle()
    assert lessons.view == "explore"
    assert find(lessons, "viewTabs").currentIndex() == 0
    assert lessons.session.state.observations == OTHER
    assert lessons.session.state_at("lessons") == there
    finished(lessons)


def test_a_new_session_begins_in_explore(lessons):
    trigger(lessons, "new")
    assert lessons.view == "explore"
    assert lessons.session.state == State()


# From the command line, and at the next start ----------------------------------------------------


def test_the_command_line_begins_with_a_view(start):
    assert start("--view", "lessons").view == "lessons"
    assert start("--view", "explore").view == "explore"


def test_the_view_is_remembered(start):
    window = start()
    window.show_view("lessons")
    window.views.next_step()
    where = window.lessons.where
    window.close()
    window = start()
    assert window.view == "lessons"
    assert window.lessons.where == where
    window.show_view("explore")
    window.close()
    assert start().view == "explore"
    assert Settings().view == "explore"


def test_a_view_of_the_command_line_is_for_once(start):
    start("--view", "lessons").close()
    assert start().view == "explore"


@pytest.mark.parametrize(("lesson", "where"), [("mle:3", "mle:3"), ("mle", "mle:1")])
def test_the_command_line_begins_with_a_lesson_at_a_step(start, lesson, where):
    window = start("--lesson", lesson)
    assert window.view == "lessons"
    assert window.lessons.where == where
    assert window.lessons.column.isVisible()
    assert window.session.desk == "lessons"


def test_the_data_of_the_command_line_are_the_user_s_own_whatever_the_lesson(start):
    window = start("011", "--pi", "0.25", "--lesson", "mle:2")
    assert window.session.state_at("explore").observations == OTHER
    assert window.session.state_at("explore").pi == 0.25


def test_a_lesson_that_there_is_not_is_a_mistake_of_the_user_s():
    results = run_at_once(
        ("--lesson", "nowhere:2"),
        ("--lesson", "nowhere:2", "--preset", "screen", "--export", "/nowhere/a.png"),
        ("--lesson", "mle:99"),
        ("--lesson", "mle:0"),
        ("--lesson", "mle:3", "--view", "explore"),
    )
    for result in results:
        assert result.returncode == 2
        assert len(result.stderr.splitlines()) == 1
        assert "--lesson" in result.stderr


def test_the_look_of_the_moment_is_that_of_the_layout(window):
    wide = window.left_column.width()
    theme.set_look(scale=1.5)
    settle()
    assert window.left_column.width() == pytest.approx(1.5 * wide, abs=2)
    assert tuple(panel.kind for panel in window.plots.canvas.shown) == PLOTS
