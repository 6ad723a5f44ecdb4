"""Draws at random: the same seed, a new seed, and the true π that is shown or kept back."""

import threading

import numpy as np
import pytest
from PyQt5.QtCore import Qt, QTimer
from PyQt5.QtGui import QColor
from PyQt5.QtWidgets import QApplication, QLabel, QWidget

from core.observations import Observations, random_observations
from core.scientific import format_probability
from gui import data_actions, long_work, theme
from gui.quiet_label import QuietLabel
from tests.helpers import find, painted_texts, picture, settle

START = "1011011101"
PI = 0.3217


def state(window):
    return window.session.state


def draw(window, n=50, pi=PI, seed=7, *, shows=False, accept=True):
    """Ask for a draw, as a user does."""
    seen = {}

    def answer():
        dialog = QApplication.activeModalWidget()
        seen.update(n=dialog.n.value(), pi=dialog.pi.value(), shows=dialog.shows.isChecked())
        if accept:
            dialog.n.setValue(n)
            dialog.pi.setValue(pi)
            dialog.seed.setValue(seed)
            dialog.shows.setChecked(shows)
            dialog.accept()
        else:
            dialog.reject()

    QTimer.singleShot(0, answer)
    find(window, "randomButton").click()
    # The offscreen platform does not give the window back its place after a dialog.
    window.activateWindow()
    settle()
    return seen


def link(window, name):
    return find(window, name)


def source(window):
    return find(window, "sourceLabel").text()


def said(window):
    """All that the window says, in labels, tooltips, titles and as painted text."""
    texts = [window.windowTitle()]
    for widget in (window, *window.findChildren(QWidget)):
        texts += [widget.toolTip(), widget.accessibleName(), widget.accessibleDescription()]
        if isinstance(widget, (QLabel, QuietLabel)):
            texts.append(widget.text())
    texts += [painted.text for painted in painted_texts(window)]
    texts += [label.text for panel in window.plots.panels for label in panel.labels]
    return texts


def gives_away(window, number="0.32"):
    return [text for text in said(window) if number in text or number.lstrip("0") in text]


# The same, and another ---------------------------------------------------------------------------


def test_the_same_seed_draws_the_same_data(window):
    draw(window)
    first = state(window).observations
    assert first == random_observations(50, PI, 7)
    draw(window, seed=8)
    assert state(window).observations != first
    draw(window)
    assert state(window).observations == first


def test_drawing_again_draws_as_many_with_the_same_pi_and_a_new_seed(window, monkeypatch):
    monkeypatch.setattr(data_actions, "new_seed", lambda _below: 123)
    draw(window)
    first = state(window)
    link(window, "drawAgainButton").click()
    settle()
    again = state(window)
    assert again.observations == random_observations(50, PI, 7 + 1 + 123)
    assert again.observations != first.observations
    assert again.true_pi == first.true_pi == PI
    assert source(window) == "random: n = 50, true π hidden, seed 131"
    assert window.session.undo_stack.count() == 2
    window.session.undo()
    assert state(window) == first
    window.session.redo()
    assert state(window) == again


def test_a_held_key_draws_again_and_again(window, qtbot):
    draw(window)
    for _ in range(30):
        qtbot.keyClick(window, Qt.Key_R, Qt.ControlModifier | Qt.ShiftModifier)
    settle()
    assert state(window).observations.n == 50
    assert window.session.undo_stack.count() > 25
    window.session.undo_stack.setIndex(0)
    assert state(window).observations.text() == START


def test_only_what_was_drawn_can_be_drawn_again(window):
    action = window.actions_["drawAgain"]
    assert not action.isEnabled()
    assert not link(window, "drawAgainButton").isVisible()
    window.data.draw_again()
    assert window.session.undo_stack.count() == 0
    draw(window)
    assert action.isEnabled()
    assert link(window, "drawAgainButton").isVisible()
    for edit in ("flipButton", "shuffleButton"):
        find(window, edit).click()
        assert not action.isEnabled()
        assert not link(window, "drawAgainButton").isVisible()
        window.session.undo()
        assert action.isEnabled()


def test_an_edited_draw_is_no_draw_any_more(window, qtbot):
    draw(window, shows=True)
    tiles = find(window, "observationTiles")
    tiles.setFocus()
    qtbot.keyClick(tiles, Qt.Key_Space)
    assert source(window) == ""
    assert state(window).true_pi is None
    assert not link(window, "truePiButton").isVisible()
    window.session.undo()
    assert state(window).true_pi == PI
    assert source(window) == "random: n = 50, true π = 0.3217, seed 7"


def test_the_question_begins_with_the_last_draw(window):
    draw(window, n=77, pi=0.25, shows=True)
    assert draw(window, accept=False) == {"n": 77, "pi": 0.25, "shows": True}


def test_the_question_begins_with_the_data_and_the_pi_that_are_there(window):
    window.session.set_pi(0.123456)
    assert draw(window, accept=False) == {"n": 10, "pi": 0.1235, "shows": False}
    assert window.session.undo_stack.count() == 1


@pytest.mark.parametrize("counts", ["0/0", "3/1000000000000"])
def test_the_question_begins_with_what_it_can_ask_for(start, counts):
    seen = draw(start("--counts", counts), accept=False)
    assert 1 <= seen["n"] <= 10**9


@pytest.mark.parametrize("pi", [0.0, 1.0])
def test_a_certain_outcome_can_be_drawn(window, pi):
    draw(window, pi=pi, shows=True)
    assert state(window).observations.k == 50 * pi
    picture(window)


@pytest.mark.parametrize("odd", ["random:10:2.0:1", "random:-5:0.5:1", "random:99999999999:0.5:1"])
def test_a_source_that_nobody_drew_is_not_drawn_again(window, qtbot, odd):
    window.session.set_observations(Observations([1, 0]), odd)
    with qtbot.captureExceptions() as uncaught:
        window.actions_["drawAgain"].trigger()
        qtbot.wait(20)
    window.work.close()
    assert uncaught == []


def test_the_link_is_there_just_when_the_menu_allows_it(window):
    window.session.set_observations(Observations([1, 0]), "random:odd")
    settle()
    assert link(window, "drawAgainButton").isVisible() == window.actions_["drawAgain"].isEnabled()


# Shown and hidden --------------------------------------------------------------------------------


def test_a_hidden_pi_is_given_away_nowhere(window):
    draw(window)
    assert state(window).observations.k / 50 != PI
    assert source(window) == "random: n = 50, true π hidden, seed 7"
    assert gives_away(window) == []
    find(window, "languageButton").click()
    settle()
    assert gives_away(window) == []


def test_a_shown_pi_is_said_everywhere(window):
    draw(window, shows=True)
    assert source(window) == "random: n = 50, true π = 0.3217, seed 7"
    labels = [[one.text for one in panel.labels] for panel in window.plots.panels]
    assert all("true π = 0.3217" in texts for texts in labels)


def test_the_question_does_not_give_a_hidden_pi_away(window):
    draw(window)
    assert draw(window, accept=False)["pi"] != PI


def test_the_link_shows_and_hides_it(window):
    draw(window)
    button = link(window, "truePiButton")
    assert button.text() == button.accessibleName() == "show the true π"
    steps = window.session.undo_stack.count()
    for text, shown in (("hide the true π", True), ("show the true π", False)):
        button.click()
        settle()
        assert button.text() == text
        assert state(window).shows_true_pi is shown
        assert bool(gives_away(window)) is shown
    assert window.session.undo_stack.count() == steps


def test_the_key_shows_and_hides_it_and_does_nothing_where_there_is_none(window, qtbot):
    qtbot.keyClick(window, Qt.Key_T)
    assert not state(window).shows_true_pi
    draw(window)
    qtbot.keyClick(window, Qt.Key_T)
    assert state(window).shows_true_pi
    qtbot.keyClick(window, Qt.Key_T)
    assert not state(window).shows_true_pi


def test_undoing_a_draw_that_shows_its_pi_hides_that_of_the_draw_before(window):
    draw(window)
    draw(window, pi=0.8, shows=True)
    window.session.undo()
    settle()
    assert state(window).true_pi == PI
    assert gives_away(window) == []


def test_a_long_draw_that_shows_its_pi_does_not_show_that_of_the_draw_before(
    window, qtbot, monkeypatch
):
    monkeypatch.setattr(data_actions, "SMALL", 100)
    gate = threading.Event()

    def slow(n, pi, seed, progress):
        gate.wait(10)
        return random_observations(n, pi, seed, progress)

    monkeypatch.setattr(data_actions, "random_observations", slow)
    draw_now = random_observations(50, PI, 7)
    window.session.set_observations(draw_now, f"random:50:{PI!r}:7", true_pi=PI)
    draw(window, n=1000, pi=0.8, shows=True)
    try:
        assert gives_away(window) == []
    finally:
        gate.set()
        qtbot.waitUntil(lambda: not window.work.running)


def test_a_long_draw_that_is_cancelled_leaves_the_data_as_they_were(window, qtbot, monkeypatch):
    monkeypatch.setattr(data_actions, "SMALL", 100)
    monkeypatch.setattr(long_work, "PATIENCE", 1)
    window.work._patience.setInterval(1)
    begun, gate = threading.Event(), threading.Event()

    def slow(_n, _pi, _seed, progress):
        begun.set()
        while not gate.wait(0.002):
            progress(0.5)

    monkeypatch.setattr(data_actions, "random_observations", slow)
    before = state(window)
    draw(window, n=1000)
    assert begun.wait(10)
    qtbot.waitUntil(lambda: bool(window.notices.shown))
    (notice,) = window.notices.shown
    assert notice.label.text() == "Drawing 1,000 observations…"
    window.session.set_pi(0.7)
    notice.buttons[0].click()
    gate.set()
    assert state(window).observations == before.observations
    assert state(window).source == ""
    assert state(window).pi == 0.7
    window.work.close()


def test_a_long_draw_ends_with_the_data_in_one_step(window, qtbot, monkeypatch):
    monkeypatch.setattr(data_actions, "SMALL", 100)
    draw(window, n=1000)
    qtbot.waitUntil(lambda: state(window).observations.n == 1000)
    assert state(window).observations == random_observations(1000, PI, 7)
    assert window.session.undo_stack.count() == 1


# In the plots ------------------------------------------------------------------------------------


def truth_columns(window):
    """Where the plots have the colour of the true π, all three of them, in the stack's pixels."""
    stack = find(window, "plotStack")
    shot = picture(stack)[:, :, ::-1].astype(int)
    colour = np.array(QColor(theme.look().theme.truth).getRgb()[:3])
    close = (abs(shot - colour) <= 40).all(axis=2)
    found = []
    for panel in window.plots.panels:
        top, bottom = round(panel.plot.top()), round(panel.plot.bottom())
        counts = close[top:bottom].sum(axis=0)
        columns = np.flatnonzero(counts > 0.4 * (bottom - top))
        found.append(columns.tolist())
    return found


@pytest.mark.parametrize("name", ["light", "dark"])
@pytest.mark.parametrize("pi", [0.0, PI, 0.9])
def test_all_three_plots_have_the_line_at_the_true_pi(start, name, pi):
    window = start("--lang", "en", "--theme", name)
    window.session.set_pi(0.5)
    draw(window, n=200, pi=pi, shows=True)
    for panel, columns in zip(window.plots.panels, truth_columns(window), strict=True):
        assert panel.layout.truth == pytest.approx(panel.plot.left() + pi * panel.plot.width())
        assert columns or abs(panel.layout.truth - panel.x_of(window.session.snapshot.mle)) < 2
        for column in columns:
            assert abs(column + 0.5 - panel.layout.truth) < 2
    window.session.show_true_pi(shown=False)
    assert truth_columns(window) == [[], [], []]
    assert all(panel.layout.truth is None for panel in window.plots.panels)


@pytest.mark.parametrize("size", ["1024x700", "1440x900", "1920x1080"])
def test_a_label_stands_beside_the_line_in_the_plot_and_on_top_of_nothing(start, size):
    window = start("--lang", "en", size=size)
    found = 0
    for pi in (0.01, PI, 0.5, 0.7, 0.99):
        draw(window, n=200, pi=pi, shows=True)
        for panel in window.plots.panels:
            for label in (one for one in panel.labels if one.role == "truth"):
                found += 1
                assert label.text == f"true π = {format_probability(pi)}"
                assert panel.plot.adjusted(-1, -8, 1, 1).contains(label.rect)
                gap = max(
                    label.rect.left() - panel.layout.truth, panel.layout.truth - label.rect.right()
                )
                assert 0 < gap < 100
                others = [one for one in panel.labels if one is not label]
                assert not [one.text for one in others if one.rect.intersects(label.rect)]
    assert found


@pytest.mark.parametrize(("pi", "size"), [(0.01, "1440x900"), (0.01, "1920x1080")])
def test_at_least_one_plot_has_room_for_the_label(start, pi, size):
    window = start("--lang", "en", size=size)
    draw(window, n=200, pi=pi, shows=True)
    roles = [label.role for panel in window.plots.panels for label in panel.labels]
    assert "truth" in roles


def test_out_of_sight_there_is_neither_line_nor_label(window):
    draw(window, pi=0.9, shows=True)
    window.session.set_interval(0.1, 0.5)
    settle()
    for panel in window.plots.panels:
        assert panel.layout.truth is None
        assert not [one for one in panel.labels if one.role == "truth"]
    window.session.set_interval(0.8, 1.0)
    settle()
    for panel in window.plots.panels:
        assert panel.layout.truth == pytest.approx(panel.plot.center().x())


def test_undo_restores_the_line_and_no_line(window):
    draw(window, shows=True)
    where = [panel.layout.truth for panel in window.plots.panels]
    assert None not in where
    window.session.undo()
    settle()
    assert [panel.layout.truth for panel in window.plots.panels] == [None] * 3
    window.session.redo()
    settle()
    assert [panel.layout.truth for panel in window.plots.panels] == where


def test_order_is_nothing_to_the_true_pi(window):
    draw(window, shows=True)
    for name in ("shuffle", "reverse"):
        window.actions_[name].trigger()
        assert state(window).true_pi == PI
    find(window, "flipButton").click()
    assert state(window).true_pi is None


def test_reversing_says_where_the_data_come_from_as_shuffling_does(window):
    shuffled = {}
    for name in ("shuffle", "reverse"):
        window.session.set_observations(Observations([1, 1, 0]), "file:coins.txt")
        window.actions_[name].trigger()
        shuffled[name] = source(window)
    assert shuffled["reverse"] == shuffled["shuffle"] == "coins.txt"


def test_a_picture_shows_the_line_as_the_window_does(window):
    draw(window, shows=True)
    shown = window.picture()
    window.session.show_true_pi(shown=False)
    assert window.picture() != shown


def test_zoom_unit_and_look_keep_the_line(window):
    draw(window, shows=True)
    window.explore.zoom_to_peak()
    find(window, "bitsButton").click()
    find(window, "themeButton").click()
    settle()
    low, high = state(window).interval
    for panel in window.plots.panels:
        if low <= PI <= high:
            assert panel.layout.truth == pytest.approx(panel.x_of(PI))
        else:
            assert panel.layout.truth is None
