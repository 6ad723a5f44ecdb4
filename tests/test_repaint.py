"""What is on the screen depends on the state alone, however it got there.

During a drag only what moved is painted again. These pictures find whatever that leaves behind.
"""

import itertools

import pytest
from PyQt5.QtCore import QEvent

from core.observations import Observations, random_observations
from core.state import LogBase
from gui import i18n, theme
from tests.helpers import (
    difference,
    drag,
    find,
    move,
    on_screen,
    picture,
    plot_point,
    press,
    release,
    settle,
)

PIS = [0.0, 0.03, 0.42, 0.7, 0.97, 1.0]
THEMES = pytest.mark.parametrize("name", ["light", "dark"])


def without_focus(window):
    focus = window.focusWidget()
    if focus is not None:
        focus.clearFocus()
    settle()
    return window


def fresh(start, *arguments, name="light", code="en", size="1440x900"):
    window = start(*arguments, "--theme", name, "--lang", code, size=size)
    return on_screen(without_focus(window))


@pytest.fixture
def pictures(start):
    """A picture of a fresh window for each π."""

    def pictures(name, *arguments, size="1024x700"):
        shots = {}
        for pi in PIS:
            window = start(*arguments, "--pi", repr(pi), "--theme", name, "--lang", "en", size=size)
            shots[pi] = on_screen(without_focus(window))
            window.close()
        return shots

    return pictures


@THEMES
@pytest.mark.parametrize("data", [["1011011101"], ["--counts", "0/1075"], [""]], ids=str)
def test_moving_pi_paints_what_a_fresh_window_shows(start, pictures, name, data):
    wanted = pictures(name, *data)
    window = without_focus(start(*data, "--theme", name, "--lang", "en", size="1024x700"))
    window.session.set_pi(PIS[0])
    on_screen(window)
    steps = [b for a, b in itertools.permutations(PIS, 2) if a == 0.0 or b == 0.7 or a == 0.97]
    for pi in steps:
        before = window.session.state.pi
        window.session.set_pi(pi)
        window.session.undo_stack.clear()
        wrong = difference(on_screen(window), wanted[pi])
        assert not wrong, f"from {before} to {pi}: {wrong}"


def test_the_check_itself_can_fail(start):
    window = without_focus(start("1011011101", "--lang", "en"))
    one = on_screen(window)
    assert difference(one, picture(window)) == ""
    window.calculation.setUpdatesEnabled(False)
    window.session.set_pi(0.501)
    stale = on_screen(window)
    assert difference(one, stale)
    window.calculation.setUpdatesEnabled(True)
    assert difference(stale, on_screen(window))


@THEMES
def test_painting_the_same_state_twice_gives_the_same_on_screen(start, name):
    window = without_focus(start("1011011101", "--theme", name, "--lang", "en"))
    one = on_screen(window)
    window.render_snapshot(window.session.snapshot)
    assert difference(one, on_screen(window)) == ""
    window.repaint()
    assert difference(one, on_screen(window)) == ""


def test_a_drag_leaves_nothing_behind(start):
    window = without_focus(start("1011011101", "--lang", "en"))
    stack = find(window, "plotStack")
    panel = window.plots.panels[1]
    press(stack, *plot_point(panel, 0.5))
    for i in range(60):
        move(stack, *plot_point(panel, 0.5 + 0.4 * ((i * 7) % 11 - 5) / 6))
        settle() if i % 20 == 0 else None
    move(stack, *plot_point(panel, 0.25))
    release(stack, *plot_point(panel, 0.25))
    pi = window.session.state.pi
    got = on_screen(without_focus(window))
    window.close()
    again = start("1011011101", "--pi", repr(pi), "--lang", "en")
    top = find(again, "viewTabs").parentWidget().height()
    # The bar at the top shows the history, which the fresh window does not have.
    assert difference(got[top:], on_screen(without_focus(again))[top:]) == ""


def test_a_drag_across_tiles_leaves_nothing_behind(start):
    window = start("1011011101", "--lang", "en")
    tiles = find(window, "observationTiles")
    points = [(r.center().x(), r.center().y()) for r in map(tiles.tile_rect, (1, 2, 3, 4))]
    drag(tiles, points)
    tiles.leaveEvent(QEvent(QEvent.Leave))
    text = window.session.state.observations.text()
    assert text == "1111111101"
    got = on_screen(without_focus(window))
    again = without_focus(start(text, "--lang", "en"))
    top = find(again, "viewTabs").parentWidget().height()
    assert difference(got[top:], on_screen(again)[top:]) == ""


EDITS = {
    "flip": lambda w: w.data.flip(),
    "toggle": lambda w: w.session.set_observations(w.session.state.observations.toggle(3)),
    "grow": lambda w: w.session.set_observations(random_observations(31, 0.5, 3)),
    "shrink": lambda w: w.session.set_observations(Observations([1])),
    "nothing": lambda w: w.session.set_observations(Observations()),
    "counts": lambda w: w.session.set_observations(Observations.from_counts(3, 10)),
    "many": lambda w: w.session.set_observations(random_observations(5000, 0.3, 1)),
    "bits": lambda w: w.session.set_log_base(LogBase.BITS),
    "zoom": lambda w: w.session.set_interval(0.4, 0.8),
    "pi": lambda w: w.session.set_pi(0.05),
    "theme": lambda w: w.toggle_theme(),
    "language": lambda w: w.toggle_language(),
    "panel": lambda w: w.explore.toggle_panel("bce"),
    "size": lambda w: w.resize(1920, 1080),
}


@pytest.mark.parametrize("edit", EDITS)
def test_undone_and_switched_back_the_picture_is_as_before(start, edit):
    window = without_focus(start("1011011101", "--lang", "en", "--theme", "light"))
    before = on_screen(window)
    EDITS[edit](window)
    assert difference(before, on_screen(window))
    if edit in ("theme", "language", "panel"):
        EDITS[edit](window)
    elif edit == "zoom":
        window.session.set_interval(0.0, 1.0)
    elif edit == "size":
        window.resize(1440, 900)
    else:
        window.session.undo()
        window.session.undo_stack.clear()
    assert difference(before, on_screen(without_focus(window))) == ""


@pytest.mark.parametrize("edit", [name for name in EDITS if name not in ("panel", "size")])
def test_an_edit_paints_what_a_fresh_window_of_the_same_state_shows(start, edit):
    window = without_focus(start("1011011101", "--lang", "en", "--theme", "light"))
    on_screen(window)
    EDITS[edit](window)
    window.session.undo_stack.clear()
    got = on_screen(without_focus(window))
    state = window.session.state
    code, name = i18n.language(), theme.look().theme.name
    window.close()
    again = start("1", "--lang", code, "--theme", name)
    again.session.set_observations(state.observations, state.source)
    again.session.set_log_base(state.log_base)
    again.session.set_interval(*state.interval)
    again.session.set_pi(state.pi)
    again.session.undo_stack.clear()
    again.resize(1200, 800)
    settle()
    again.resize(1440, 900)
    settle()
    assert difference(got, on_screen(without_focus(again))) == ""


@pytest.mark.parametrize("size", [(1024, 700), (1920, 1080)])
def test_a_window_made_larger_or_smaller_is_as_one_that_started_so(start, size):
    window = without_focus(start("1011011101", "--lang", "en"))
    window.resize(*size)
    got = on_screen(window)
    window.close()
    wanted = fresh(start, "1011011101", size=f"{size[0]}x{size[1]}")
    assert difference(got, wanted) == ""


@THEMES
@pytest.mark.parametrize("code", ["en", "ko"])
def test_a_look_switched_live_is_as_one_that_started_so(start, name, code):
    window = without_focus(start("1011011101", "--lang", "en", "--theme", "light"))
    if code == "ko":
        window.show_language("ko")
    if name == "dark":
        window.toggle_theme()
    got = on_screen(window)
    window.close()
    i18n.set_language("en")
    theme.set_look(theme=theme.LIGHT)
    assert difference(got, fresh(start, "1011011101", name=name, code=code)) == ""
