"""The Model view in the real window: what its actions do, and what they leave alone."""

import math

import numpy as np
import pytest
from PyQt5.QtCore import QMimeData, Qt, QUrl
from PyQt5.QtGui import QGuiApplication
from PyQt5.QtWidgets import QPushButton

from core import logistic
from core.labelled import Labelled
from core.model_state import PLOTS
from gui.actions import TABLE
from gui.window_actions import EVERYWHERE
from tests.helpers import settle

OVERLAP = Labelled([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], [0, 1, 0, 0, 1, 1])
PARTED = Labelled([1.0, 2.0, 3.0, 4.0], [0, 0, 1, 1])


@pytest.fixture
def window(start):
    """The window in its Model view, its landscape ready."""
    window = start("--lang", "en", "--theme", "light")
    window.show_view("model")
    window.model.page.landscape.feed.finish()
    return window


@pytest.fixture
def desk(window):
    return window.model


@pytest.fixture
def model(window):
    """The numbers of the moment."""
    return lambda: window.session.snapshot.model


def press(window, qtbot, key, modifiers=Qt.KeyboardModifier.NoModifier):
    qtbot.keyClick(window, key, modifiers)


def test_it_begins_with_launches_on_their_way_down(model):
    now = model()
    assert now.n == 23
    assert now.k == 7
    assert now.state.climber.step == 6
    assert now.w == pytest.approx(-0.131, abs=5e-4)
    assert now.b == pytest.approx(8.446, abs=5e-4)


def test_explore_is_as_it_was_when_one_comes_back(window, desk):
    window.show_view("explore")
    window.session.set_pi(0.3)
    state = window.session.state
    window.show_view("model")
    desk.go_to_fit()
    desk.act("unit")
    window.show_view("explore")
    assert window.session.state == state
    window.session.undo()
    assert window.session.state.pi == 0.5
    window.show_view("model")
    assert window.session.undo_stack.canUndo()


def test_the_fit_is_one_step_of_the_history(window, model):
    before = window.session.state
    window.actions_["goToMle"].trigger()
    fit = model().fit
    assert (model().w, model().b) == (fit.w, fit.b)
    assert np.allclose(model().gradient, 0.0, atol=1e-12)
    window.session.undo()
    assert window.session.state == before
    window.session.redo()
    assert model().w == fit.w


def test_steps_go_down_and_back(window, desk, model):
    begin = model().state
    assert window.actions_["nextStep"].isEnabled()
    window.actions_["nextStep"].trigger()
    assert model().state.climber.step == 7
    lower = model().binary_cross_entropy
    window.actions_["backStep"].trigger()
    assert model().state == begin
    assert lower < model().binary_cross_entropy
    desk.rewind()
    assert (model().w, model().b) == (0.0, 0.0)
    assert model().state.climber.step == 0
    desk.go(6)
    assert model().state == begin


def test_moving_by_hand_ends_the_path(desk, model):
    desk.page.model.edited.emit("weights", {"w": 0.25})
    assert model().w == 0.25
    assert model().path is None
    desk.go(1)
    assert model().path.w[0] == 0.25


def test_another_rate_begins_another_path(desk, model, window):
    from dataclasses import replace

    climber = model().state.climber
    desk.page.model.edited.emit("climber", {"climber": replace(climber, rate=0.5)})
    now = model().state.climber
    assert (now.rate, now.start, now.step) == (0.5, None, 0)
    window.session.undo()
    assert model().state.climber == climber


def test_playing_is_one_step_of_the_history_and_stops(window, desk, model, qtbot):
    begin, index = model().state, window.session.undo_stack.index()
    desk.toggle_play()
    assert desk.player.running
    qtbot.waitUntil(lambda: model().state.climber.step > 8, timeout=5000)
    desk.toggle_play()
    assert not desk.player.running
    assert window.session.undo_stack.index() == index + 1
    window.session.undo()
    assert model().state == begin


def test_whatever_else_is_done_stops_the_playing(window, desk):
    for do in (
        lambda: desk.act("nextStep"),
        lambda: window.show_view("explore"),
        lambda: desk.page.model.edited.emit("weights", {"b": 1.0}),
    ):
        window.show_view("model")
        desk.toggle_play()
        do()
        assert not desk.player.running
        assert not window.session.in_gesture


def test_the_end_of_the_way_is_the_fit(window, desk, model):
    desk.run_to_end()
    window.work.finish()
    fit = model().fit
    assert model().w == pytest.approx(fit.w, rel=1e-6)
    assert model().path.verdict == "settled"


def test_where_there_is_no_fit_it_says_why(window, desk, model):
    window.session.set_model("examples", data=PARTED, source="", true=None)
    before = model().state
    desk.go_to_fit()
    assert model().state == before
    settle()
    said = [notice.label.text() for notice in window.notices.shown]
    assert desk.page.model.why_no_fit() in said


def test_the_bridge_has_its_own_best(desk, model):
    desk.page.model.edited.emit("shared", {"shared": True})
    assert model().w == 0.0
    desk.go_to_fit()
    assert model().b == pytest.approx(math.log(7 / 16))
    assert model().binary_cross_entropy == pytest.approx(model().floor, rel=1e-14)


def test_each_side_of_the_bridge_keeps_its_own_place(desk, model, window):
    desk.go_to_fit()
    fit = model().fit
    desk.page.model.edited.emit("shared", {"shared": True})
    # The floor of Explore at once,
    assert model().binary_cross_entropy == pytest.approx(model().floor, rel=1e-14)
    desk.page.model.edited.emit("weights", {"b": 2.0})
    desk.page.model.edited.emit("shared", {"shared": False})
    # and back to the model's minimum.
    assert (model().w, model().b) == (fit.w, fit.b)
    desk.page.model.edited.emit("shared", {"shared": True})
    assert model().b == 2.0
    window.session.undo()
    assert (model().w, model().b) == (fit.w, fit.b)


def test_where_nothing_is_to_go_down_no_step_is_made(desk, window):
    desk.run_to_end()
    window.work.finish()
    index = window.session.undo_stack.index()
    desk.toggle_play()
    assert not desk.player.running
    assert not desk.go(1)
    assert window.session.undo_stack.index() == index


def test_after_a_class_the_chosen_plots_come_back(model, window):
    window.presentation.begin(full_screen=False)
    window.actions_["firstPlot"].trigger()
    assert model().look.plots == PLOTS[:1]
    window.presentation.end()
    assert model().look.plots == PLOTS


def test_the_fit_of_many_is_there_when_one_comes_back(window, desk, model):
    x = np.linspace(-3.0, 3.0, 60_000)
    y = (np.arange(x.size) * 0.6180339887 % 1.0 < 1.0 / (1.0 + np.exp(-x))).astype(int)
    window.session.set_model("examples", data=Labelled(x, y), source="", true=None)
    region = model().region
    desk.page.landscape.feed.finish()
    fit = model().fit
    window.show_view("explore")
    window.show_view("model")
    assert model().fit is fit
    window.session.set_model("examples", data=model().state.data.changed(0, y=0))
    assert model().fit is None
    assert model().region != region
    window.session.undo()
    assert model().fit is fit


def test_the_hand_stops_what_is_worked_out(window, desk, model):
    desk.page.model.edited.emit("weights", {"w": 0.0, "b": 0.0})
    desk.run_to_end()
    part = desk.page.landscape
    part.gesture_started.emit("weights")
    window.work.finish()
    assert model().state.climber.step == 0
    part.gesture_ended.emit()


def test_examples_are_pasted_wherever_the_focus_is(window, model, qtbot):
    QGuiApplication.clipboard().setText("1,0\n2,1\n3,0\n4,1\n")
    with qtbot.waitActive(window):
        window.activateWindow()
    button = window.findChild(QPushButton, "goToFitButton")
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    window.work.finish()
    assert model().n == 4


def test_a_gesture_is_one_step(window, desk, model):
    index = window.session.undo_stack.index()
    part = desk.page.landscape
    part.gesture_started.emit("weights")
    for w in (0.0, 0.1, 0.2):
        part.edited.emit("weights", {"w": w, "b": -w})
    part.gesture_ended.emit()
    assert window.session.undo_stack.index() == index + 1
    assert (model().w, model().b) == (0.2, -0.2)


def test_looking_elsewhere_is_no_step(window, desk, model):
    index = window.session.undo_stack.index()
    window.actions_["zoomIn"].trigger()
    assert model().look.region is not None
    window.actions_["thirdPlot"].trigger()
    assert model().look.slice_along == "b"
    window.actions_["firstPlot"].trigger()
    assert model().look.plots == PLOTS[:1]
    assert desk.page.landscape.isHidden()
    window.actions_["allPlots"].trigger()
    window.actions_["wholeAxis"].trigger()
    assert model().look.region is None
    assert window.session.undo_stack.index() == index


def test_the_landscape_is_left_alone_while_w_and_b_move(desk, model):
    feed = desk.page.landscape.feed
    feed.finish()
    seen = []
    feed.changed.connect(seen.append)
    region = model().region
    for i in range(20):
        desk.page.landscape.edited.emit("weights", {"w": 0.01 * i, "b": 1.0})
    feed.finish()
    assert seen == []
    assert model().region is region


def test_no_action_of_explore_reaches_what_is_behind_the_model(window):
    others = {entry.name for entry in TABLE} - EVERYWHERE - window.model.acts
    assert {"counts", "shuffle", "lockData", "keepFirst"} <= others
    before, explore = window.session.state, window.session.state_at("explore")
    for name in sorted(others):
        window.actions_[name].trigger()
        assert window.session.state == before, name
        assert window.session.state_at("explore") == explore, name
        assert window.view == "model", name


def test_actions_of_a_locked_explore_are_free_here(window, desk):
    window.show_view("explore")
    window.session.set_stage(locked=True)
    assert not window.actions_["random"].isEnabled()
    window.show_view("model")
    assert all(window.actions_[n].isEnabled() for n in desk.acts if n in window.actions_)
    window.show_view("explore")
    assert not window.actions_["random"].isEnabled()


def test_the_unit_is_the_desk_s_own(window, model):
    window.actions_["unit"].trigger()
    assert window.session.snapshot.in_unit(model().floor) == pytest.approx(0.8865, abs=1e-4)
    assert window.session.state_at("explore").log_base.value == "nats"


def test_examples_are_pasted(window, model):
    QGuiApplication.clipboard().setText("1\t0\n2\t1\n3\t0\n4\t1\n")
    window.actions_["paste"].trigger()
    window.work.finish()
    assert model().state.data == Labelled([1.0, 2.0, 3.0, 4.0], [0, 1, 0, 1])
    assert (model().w, model().b) == (0.0, 0.0)


def test_a_file_is_dropped(window, model, tmp_path):
    path = tmp_path / "d.csv"
    path.write_text("t,d\n1,0\n2,1\n3,0\n4,1\n")
    drop(window, QUrl.fromLocalFile(str(path)))
    window.work.finish()
    assert model().n == 4
    assert model().state.data.x_name == "t"
    assert model().state.source == "file:d.csv"
    assert window.view == "model"


def test_a_session_is_dropped(window, model, tmp_path):
    window.session.set_model("examples", data=OVERLAP, source="", true=None)
    path = tmp_path / "s.bernoulli.json"
    window.keeper.save_to(path)
    window.session.set_model("examples", data=PARTED)
    window.keeper.save_to(path.with_name("other.bernoulli.json"))
    drop(window, QUrl.fromLocalFile(str(path)))
    assert window.view == "model"
    assert model().state.data == OVERLAP


def test_a_session_that_cannot_be_opened_takes_away_what_the_attempt_before_said(
    window, desk, tmp_path
):
    desk.take_text("1.5\t0\nabc\t1\n")
    message = desk.page.examples.foot.message
    assert message.text().startswith("Row 2, column 1")
    path = tmp_path / "s.bernoulli.json"
    path.write_text('{"format": "bernoulli-lab-session"}', encoding="utf-8")
    drop(window, QUrl.fromLocalFile(str(path)))
    assert message.text() == ""


def drop(window, url):
    from PyQt5.QtCore import QPointF
    from PyQt5.QtGui import QDropEvent

    data = QMimeData()
    data.setUrls([url])
    event = QDropEvent(
        QPointF(5, 5),
        Qt.DropAction.CopyAction,
        data,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    window.dropEvent(event)


def test_many_examples_come_with_their_fit_later(window, desk, model):
    n = 60_000
    x = np.linspace(-3.0, 3.0, n)
    y = (np.arange(n) * 0.6180339887 % 1.0 < 1.0 / (1.0 + np.exp(-x))).astype(int)
    window.session.set_model("examples", data=Labelled(x, y), source="", true=None)
    assert model().fit is None
    desk.page.landscape.feed.finish()
    expected = logistic.fit(x, y)
    assert model().fit is not None
    assert model().fit.w == pytest.approx(expected.w, rel=1e-12)


def test_it_is_said_in_words(window):
    said = window.help.description()
    assert "23" in said
    assert len(said.splitlines()) >= 3


def test_before_a_class_the_plots_have_the_window(window, desk, qtbot, model):
    window.presentation.begin(full_screen=False)
    assert desk.page.left_column.isHidden()
    assert not desk.page.strip.isHidden()
    step = model().state.climber.step
    press(window, qtbot, Qt.Key.Key_PageDown)
    assert model().state.climber.step == step + 1
    press(window, qtbot, Qt.Key.Key_PageUp)
    assert model().state.climber.step == step
    window.presentation.end()
    assert not desk.page.left_column.isHidden()
    assert desk.page.strip.isHidden()


def test_tab_reaches_every_part_in_the_order_of_reading(window, desk):
    order = window.layout_.reading_order()
    places = {}
    for part in desk.page.parts:
        inside = [
            i for i, widget in enumerate(order) if part is widget or part.isAncestorOf(widget)
        ]
        if inside:
            places[part.objectName()] = inside
    names = [name for name, _ in sorted(places.items(), key=lambda pair: pair[1][0])]
    assert names == ["examplesPanel", "modelPanel", "predictionPlot", "landscapePlot"]
    for inside in places.values():
        assert inside == list(range(inside[0], inside[-1] + 1))


def test_no_part_of_explore_is_seen(window):
    for part in (window.observations, window.calculation, window.plots, window.pi_bar):
        assert not part.isVisible()
    window.show_view("lessons")
    assert window.plots.isVisible()
    assert not window.model.page.isVisible()
