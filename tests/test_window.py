"""The window as a whole: π in all its places, history, sweep, what is remembered."""

import pytest
from PyQt5.QtCore import QEvent, QLocale, QPoint, Qt
from PyQt5.QtGui import QKeyEvent
from PyQt5.QtWidgets import QAction, QApplication

from gui import i18n, theme
from gui.command_line import UsageError
from gui.i18n import LANGUAGES
from tests.helpers import drag, find, move, plot_point, press, release, screen_x, settle

NAMES = [
    "observationTiles",
    "observationText",
    "piSlider",
    "piSpinBox",
    "goToMleButton",
    "sweepButton",
    "plotStack",
    "likelihoodValue",
    "logLikelihoodValue",
    "crossEntropyValue",
    "mleValue",
    "viewTabs",
    "languageButton",
    "themeButton",
    "presentButton",
    "exportButton",
]
CONTROLS = [name for name in NAMES if not name.endswith("Value")]
SIZES = ["1024x700", "1440x900", "3840x2160"]


def key(widget, code, modifiers=Qt.NoModifier, *, repeat=False):
    for kind in (QEvent.KeyPress, QEvent.KeyRelease):
        QApplication.sendEvent(widget, QKeyEvent(kind, code, modifiers, "", repeat))


def trigger(window, name):
    """What a shortcut does, without a window manager to give the focus."""
    window.findChild(QAction, f"{name}Action").trigger()


# Contract --------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", NAMES)
def test_each_name_of_the_contract_is_one_widget(window, name):
    assert find(window, name).isVisible()


@pytest.mark.parametrize("name", CONTROLS)
def test_each_control_has_a_name_and_a_place_in_the_tab_order(window, name):
    widget = find(window, name)
    assert widget.accessibleName()
    assert widget.focusPolicy() & Qt.TabFocus


@pytest.mark.parametrize("name", [name for name in CONTROLS if name != "viewTabs"])
def test_each_control_has_a_tooltip(window, name):
    assert find(window, name).toolTip()


def test_every_button_with_a_shortcut_says_it_in_its_tooltip(window):
    for name, keys in {
        "undoButton": "Ctrl+Z",
        "redoButton": "Ctrl+Shift+Z",
        "goToMleButton": "(M)",
        "sweepButton": "Space",
        "piSpinBox": "(P)",
        "piSlider": "Space",
        "zoomButton": "(Z",
        "wholeAxisButton": "Shift+Z",
        "natsButton": "(U)",
        "randomButton": "Ctrl+R",
        "flipButton": "Ctrl+I",
        "shuffleButton": "Ctrl+H",
        "examplesButton": "Alt+X",
        "openButton": "Ctrl+O",
        "exportButton": "Ctrl+E",
        "languageButton": "Ctrl+L",
        "themeButton": "Ctrl+D",
        "presentButton": "F5",
    }.items():
        assert keys in find(window, name).toolTip(), name


def test_no_key_means_two_things(window):
    keys = [
        shortcut.toString()
        for action in window.findChildren(QAction)
        for shortcut in action.shortcuts()
    ]
    assert len(keys) > 15
    assert len(set(keys)) == len(keys)


def test_start_takes_a_command_line_with_and_without_the_program_s_name(start):
    assert start("main.py", "101", "--pi", "0.25").session.state.pi == 0.25
    assert start("101").session.state.observations.text() == "101"
    with pytest.raises(UsageError, match="--pi"):
        start("--pi", "2")


def test_start_follows_its_options(start):
    window = start("1", "--lang", "ko", "--theme", "dark", "--size", "1100x800", "--panel", "bce")
    assert (window.width(), window.height()) == (1100, 800)
    assert i18n.language() == "ko"
    assert theme.look().theme.name == "dark"
    assert [panel.kind for panel in window.plots.canvas.shown] == ["bce"]


# One π in every place --------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
def test_the_handle_stands_under_the_line(start, size):
    window = start("1011011101", size=size)
    slider, stack = find(window, "piSlider"), find(window, "plotStack")
    for pi in (0.0, 0.25, 0.5, 1.0):
        window.session.set_pi(pi)
        settle()
        handle = screen_x(slider, slider.handle_x())
        for panel in window.plots.panels:
            assert screen_x(stack, panel.line_x) == pytest.approx(handle, abs=1.0)


@pytest.mark.parametrize("size", SIZES)
def test_the_groove_lies_under_the_axis(start, size):
    window = start("1011011101", size=size)
    slider, stack = find(window, "piSlider"), find(window, "plotStack")
    for panel in window.plots.panels:
        for end, edge in zip(slider.groove(), (panel.plot.left(), panel.plot.right()), strict=True):
            assert screen_x(slider, end) == pytest.approx(screen_x(stack, edge), abs=1.0)


def test_the_handle_stands_under_the_line_in_a_zoomed_axis(start):
    window = start("--counts", "700/1000", "--pi", "0.71")
    find(window, "zoomButton").click()
    settle()
    slider, stack = find(window, "piSlider"), find(window, "plotStack")
    line = screen_x(stack, window.plots.panels[0].line_x)
    assert screen_x(slider, slider.handle_x()) == pytest.approx(line, abs=1.0)


def test_every_place_shows_the_new_pi(window):
    window.session.set_pi(0.25)
    settle()
    slider = find(window, "piSlider")
    left, right = slider.groove()
    assert slider.handle_x() == pytest.approx(left + 0.25 * (right - left))
    assert slider.value() == slider.maximum() // 4
    assert find(window, "piSpinBox").lineEdit().text() == "0.25"
    assert find(window, "likelihoodValue").text() == "2.575×10⁻⁵"
    assert window.plots.panels[0].chip[1] == "L ≈ 2.575×10⁻⁵"


# The slider ------------------------------------------------------------------------------------


def slider_point(slider, pi):
    left, right = slider.groove()
    return left + pi * (right - left), slider.height() / 2


@pytest.mark.parametrize("pi", [0.0, 0.2, 0.777, 1.0])
def test_a_drag_of_the_handle_sets_pi_and_is_one_step(window, pi):
    slider = find(window, "piSlider")
    drag(slider, [slider_point(slider, p) for p in (0.5, 0.4, 0.6, pi)])
    left, right = slider.groove()
    assert window.session.state.pi == pytest.approx(pi, abs=1 / (right - left))
    assert window.session.undo_stack.count() == 1
    window.session.undo()
    assert window.session.state.pi == 0.5


def test_a_real_mouse_drags_the_handle(window, qtbot):
    slider = find(window, "piSlider")
    here, there = (QPoint(*map(round, slider_point(slider, pi))) for pi in (0.5, 0.25))
    qtbot.mousePress(slider, Qt.LeftButton, pos=here)
    qtbot.mouseMove(slider, there)
    # Qt's test mouse holds no button while it moves: the release alone must not lose the drag.
    move(slider, there.x(), there.y())
    qtbot.mouseRelease(slider, Qt.LeftButton, pos=there)
    assert window.session.state.pi == pytest.approx(0.25, abs=0.002)
    assert window.session.undo_stack.count() == 1


def test_a_press_on_the_handle_does_not_move_it(window):
    slider = find(window, "piSlider")
    x, y = slider_point(slider, 0.5)
    press(slider, x + 5, y)
    release(slider, x + 5, y)
    assert window.session.state.pi == 0.5
    assert window.session.undo_stack.count() == 0


def test_a_press_beside_the_handle_brings_it_there(window):
    slider = find(window, "piSlider")
    drag(slider, [slider_point(slider, 0.8)])
    assert window.session.state.pi == pytest.approx(0.8, abs=0.002)


def test_a_drag_of_the_slider_that_ends_where_it_began_leaves_no_step(window):
    slider = find(window, "piSlider")
    drag(slider, [slider_point(slider, pi) for pi in (0.5, 0.9, 0.5)])
    assert window.session.undo_stack.count() == 0


def test_a_drag_changes_what_is_told_only_when_pi_changes(window):
    heard = []
    window.session.snapshot_changed.connect(heard.append)
    slider = find(window, "piSlider")
    drag(slider, [slider_point(slider, pi) for pi in (0.5, 0.6, 0.6, 0.6)])
    assert len(heard) == 1


@pytest.mark.parametrize("name", ["piSlider", "plotStack"])
@pytest.mark.parametrize(
    ("code", "modifiers", "pi"),
    [
        (Qt.Key_Right, Qt.NoModifier, 0.51),
        (Qt.Key_Left, Qt.NoModifier, 0.49),
        (Qt.Key_Right, Qt.ShiftModifier, 0.501),
        (Qt.Key_Left, Qt.ControlModifier, 0.4),
        (Qt.Key_Home, Qt.NoModifier, 0.0),
    ],
)
def test_keys_move_pi_and_each_press_is_a_step(window, name, code, modifiers, pi):
    key(find(window, name), code, modifiers)
    assert window.session.state.pi == pi
    assert window.session.undo_stack.count() == 1


def test_an_assistive_tool_can_move_the_slider(window):
    slider = find(window, "piSlider")
    slider.setValue(slider.maximum() // 5)
    assert window.session.state.pi == 0.2


# Sweep -----------------------------------------------------------------------------------------


def test_the_sweep_moves_pi_and_is_one_step(window, qtbot):
    button = find(window, "sweepButton")
    button.click()
    qtbot.waitUntil(lambda: window.session.state.pi > 0.51)
    button.click()
    assert not window.sweep.running
    stopped = window.session.state.pi
    settle()
    assert window.session.state.pi == stopped
    assert window.session.undo_stack.count() == 1
    window.session.undo()
    assert window.session.state.pi == 0.5


def test_space_on_the_slider_sweeps_and_stops(window):
    slider = find(window, "piSlider")
    key(slider, Qt.Key_Space)
    assert window.sweep.running
    key(slider, Qt.Key_Space)
    assert not window.sweep.running


def test_a_sweep_ends_at_one_exactly(window, monkeypatch, qtbot):
    from gui import sweep

    monkeypatch.setattr(sweep, "SECONDS", 0.2)
    find(window, "sweepButton").click()
    qtbot.waitUntil(lambda: not window.sweep.running, timeout=3000)
    assert window.session.state.pi == 1.0
    assert window.session.undo_stack.count() == 1


@pytest.mark.parametrize("how", ["drag", "mle", "undo", "close"])
def test_a_sweep_stops_when_the_user_takes_over(window, how):
    find(window, "sweepButton").click()
    settle()
    if how == "drag":
        stack = find(window, "plotStack")
        drag(stack, [plot_point(window.plots.panels[0], 0.2)])
    elif how == "mle":
        find(window, "goToMleButton").click()
    elif how == "undo":
        trigger(window, "undo")
    else:
        window.close()
    assert not window.sweep.running


def test_new_observations_during_a_sweep_are_a_step_of_their_own(window, qtbot):
    find(window, "sweepButton").click()
    qtbot.waitUntil(lambda: window.session.state.pi > 0.5)
    find(window, "flipButton").click()
    window.sweep.stop()
    assert window.session.undo_stack.count() >= 2
    window.session.undo()
    assert window.session.state.pi > 0.5 or window.session.state.observations.k == 3
    while window.session.undo_stack.canUndo():
        window.session.undo()
    assert window.session.state.observations.text() == "1011011101"
    assert window.session.state.pi == 0.5


# History ---------------------------------------------------------------------------------------


def test_the_buttons_of_the_history_follow_it(window):
    undo, redo = find(window, "undoButton"), find(window, "redoButton")
    assert not undo.isEnabled()
    find(window, "goToMleButton").click()
    assert undo.isEnabled()
    assert "move π" in undo.toolTip()
    undo.click()
    assert window.session.state.pi == 0.5
    assert not undo.isEnabled()
    redo.click()
    assert window.session.state.pi == 0.7


def test_m_moves_to_the_optimum(window):
    trigger(window, "goToMle")
    assert window.session.state.pi == 0.7


def test_the_unit_has_a_key_and_a_history(window):
    trigger(window, "unit")
    assert find(window, "bitsButton").isChecked()
    trigger(window, "undo")
    assert find(window, "natsButton").isChecked()


# What is remembered ----------------------------------------------------------------------------


def test_language_theme_panel_and_size_are_found_by_the_next_start(start):
    window = start("1", "--lang", "en", "--theme", "light")
    find(window, "languageButton").click()
    find(window, "themeButton").click()
    window.explore.toggle_panel("bce")
    window.resize(1111, 777)
    settle()
    window.close()
    again = start("1", size=None)
    assert i18n.language() == "ko"
    assert theme.look().theme.name == "dark"
    assert [panel.kind for panel in again.plots.canvas.shown] == ["bce"]
    assert (again.width(), again.height()) == (1111, 777)


def test_an_option_is_for_once_and_is_not_remembered(start):
    start("1", "--lang", "ko", "--theme", "dark", "--panel", "bce").close()
    again = start("1")
    assert theme.look().theme.name == "light"
    assert len(again.plots.canvas.shown) == 3


@pytest.mark.parametrize(("locale", "code"), [("ko_KR", "ko"), ("fr_FR", "en")])
def test_the_first_start_speaks_the_language_of_the_system(start, monkeypatch, locale, code):
    monkeypatch.setattr(i18n.QLocale, "system", lambda: QLocale(locale))
    window = start("1")
    assert i18n.language() == code
    assert find(window, "languageButton").text() == LANGUAGES[code]


def test_full_screen_and_back(window):
    button = find(window, "presentButton")
    button.click()
    assert window.isFullScreen()
    trigger(window, "leave")
    assert not window.isFullScreen()
    trigger(window, "leave")
    assert not window.isFullScreen()


def test_the_window_has_a_smallest_size_that_shows_everything(window):
    window.resize(300, 300)
    settle()
    assert window.width() >= 1024
    assert window.height() >= 700
    for panel in window.plots.panels:
        assert panel.plot.height() > 40
