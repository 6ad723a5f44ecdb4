"""The chain lab: four switches, one curve, and an optimum that stands still."""

from itertools import product

import numpy as np
import pytest
from PyQt5.QtCore import QEvent, Qt
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QCheckBox

from core.chain import Chain
from core.lab_state import LabState
from core.stage import Stage
from core.state import State
from gui import theme
from gui.formula import fitted, layout
from gui.labs.chain_curve import heights, steps_of
from gui.labs.chain_lab import ChainLab
from gui.labs.chain_panel import NAMES
from gui.theme import look
from tests.gui.labs.desk import (
    SIZES,
    Desk,
    colliding_words,
    counts,
    covered,
    cut_texts,
    take_look,
)
from tests.helpers import drag, find, move, painted_texts, picture, press, release, settle

ON = list(product((False, True), repeat=4))
LIKELIHOOD, LOG, NEGATIVE, BCE = (
    (True, False, False, False),
    (True, True, False, False),
    (True, True, True, False),
    (True, True, True, True),
)


@pytest.fixture(autouse=True)
def _motion_is_wanted(monkeypatch):
    monkeypatch.setattr("gui.motion_choice.reduced", lambda: False)


@pytest.fixture
def open_lab(shown):
    """Open the lab in a size of `SIZES`."""

    def open_lab(state=None, size="design", language="en", dark=False):
        width, height = take_look(size, language, dark)
        lab = ChainLab()
        lab.restyle()
        lab.retranslate()
        lab.desk = Desk(lab, state)
        return shown(lab, width, height)

    yield open_lab
    theme.set_look(least_type=0)


@pytest.fixture
def lab(open_lab):
    return open_lab(State(observations=counts(7, 10), pi=0.42))


def arrive(lab):
    """Let the motion come to its end."""
    assert lab.clock.running
    lab.clock._timer.stop()
    lab.clock.ticked.emit(1.0)


def chain(on, k=7, n=10, **fields):
    return State(observations=counts(k, n), lab=LabState(chain=on), **fields)


def spot(lab, pi, share=0.5):
    plot = lab.chart.plot
    return lab.chart.x_of(pi), plot.top() + share * plot.height()


# Switches --------------------------------------------------------------------------------------


@pytest.mark.parametrize("i", range(4))
def test_a_click_on_a_switch_toggles_its_step(lab, i):
    switch = find(lab, NAMES[i], QCheckBox)
    QTest.mouseClick(switch, Qt.LeftButton, pos=switch.rect().center())
    expected = tuple(on is not (j == i) for j, on in enumerate(LIKELIHOOD))
    assert lab.desk.asked == [("lab", {"chain": expected})]
    assert switch.isChecked() is expected[i]
    assert lab.desk.steps == 1


@pytest.mark.parametrize("i", range(4))
def test_space_toggles_the_switch_with_the_focus(lab, i):
    switch = find(lab, NAMES[i], QCheckBox)
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key_Space)
    assert lab.desk.state.lab.chain[i] is not LIKELIHOOD[i]


def test_the_tab_key_goes_from_switch_to_switch_to_the_button_and_the_chart(open_lab):
    lab = open_lab(chain(BCE))
    lab.activateWindow()
    lab.panel.switches[0].setFocus()
    names = []
    for _step in range(6):
        names.append(lab.focusWidget().objectName())
        QTest.keyClick(lab.focusWidget(), Qt.Key_Tab)
    assert names == [*NAMES, "chainTryArgmax", "chainChart"]


def test_a_switch_shows_its_state_by_the_knob_and_its_focus_by_a_frame(lab):
    switch = lab.panel.switches[1]
    off = picture(switch)
    lab.desk.set_lab(chain=LOG)
    on = picture(switch)
    assert (off != on).any()
    switch.setFocus()
    assert (picture(switch) != on).any()


@pytest.mark.parametrize("on", ON)
def test_every_combination_is_shown(open_lab, on):
    lab = open_lab(chain(on, pi=0.42))
    assert [switch.isChecked() for switch in lab.panel.switches] == list(on)
    assert lab.steps == steps_of(on)
    (line,) = lab.chart.picture.lines
    drawn = heights(line.x, lab.desk.snapshot, lab.steps)
    low, high = lab.axis
    inside = (drawn >= low) & (drawn <= high)
    assert np.array_equal(line.y[inside], drawn[inside])
    assert [rule.at for rule in lab.chart.picture.rules] == ([0.7] if on[0] else [])


def test_rendering_a_snapshot_asks_for_nothing(lab):
    for on in (LOG, NEGATIVE, BCE, LIKELIHOOD):
        lab.desk.set_lab(chain=on)
        lab.desk.show(pi=0.3)
    assert lab.desk.asked == []


# Motion ----------------------------------------------------------------------------------------


def test_the_curve_walks_to_its_new_place_while_the_dashed_line_stands_still(lab):
    lab.panel.switches[1].click()
    assert lab.clock.running
    seen = []
    for time in (0.0, 0.3, 0.6, 0.9):
        lab.clock.ticked.emit(time)
        assert [rule.at for rule in lab.chart.picture.rules] == [0.7]
        (mark,) = lab.chart.picture.marks
        low, high = lab.axis
        assert mark.x == 0.7
        assert low < mark.y < high
        seen.append(lab.steps.log)
    assert seen == sorted(set(seen))
    assert lab.chart.picture.title == "L(π) → ℓ(π)"
    arrive(lab)
    assert lab.steps == Chain(1.0, 1.0, 0.0, 0.0)
    assert lab.chart.picture.title == "Log-likelihood ℓ(π)"
    assert not lab.clock.running


def test_the_word_turns_at_the_moment_of_the_minus(open_lab):
    lab = open_lab(chain(LOG))
    lab.panel.switches[2].click()
    words = []
    for time in (0.0, 0.4, 0.55, 0.8):
        lab.clock.ticked.emit(time)
        words.append(lab.panel.expression.text()[:6])
    assert words == ["argmax", "argmax", "argmin", "argmin"]
    arrive(lab)
    assert lab.panel.expression.text().startswith("argmin")


def test_the_clock_runs_its_course_and_stops(lab):
    lab.clock.seconds = 0.08
    lab.panel.switches[1].click()
    QTest.qWait(200)
    assert not lab.clock.running
    assert lab.steps.log == 1.0


def test_with_reduced_motion_the_curve_is_there_at_once(lab, monkeypatch):
    monkeypatch.setattr("gui.motion_choice.reduced", lambda: True)
    lab.panel.switches[1].click()
    assert not lab.clock.running
    assert lab.steps.log == 1.0


def test_a_second_switch_while_the_curve_is_on_its_way_goes_on_from_there(lab):
    lab.panel.switches[1].click()
    lab.clock.ticked.emit(0.6)
    on_the_way, axis = lab.steps, lab.axis
    lab.panel.switches[2].click()
    assert (lab.steps, lab.axis) == (on_the_way, axis)
    arrive(lab)
    assert lab.steps == steps_of(NEGATIVE)


def test_other_data_are_there_at_once(lab):
    lab.desk.show(observations=counts(3, 10))
    assert not lab.clock.running
    assert [rule.at for rule in lab.chart.picture.rules] == [0.3]


def test_a_lab_that_goes_stands_still(lab):
    lab.panel.switches[1].click()
    lab.stop()
    assert not lab.clock.running
    assert lab.steps.log == 1.0


# π ---------------------------------------------------------------------------------------------


def test_a_drag_in_the_chart_moves_pi_in_one_step(lab):
    drag(lab.chart, [spot(lab, 0.3), spot(lab, 0.5), spot(lab, 0.61)])
    assert [round(pi, 3) for name, pi in lab.desk.asked if name == "pi"] == [0.3, 0.5, 0.61]
    assert lab.desk.steps == 1
    assert not lab.desk.in_gesture


def test_the_arrows_move_pi_and_a_held_key_is_one_step(lab):
    lab.chart.setFocus()
    QTest.keyPress(lab.chart, Qt.Key_Right)
    QTest.keyRelease(lab.chart, Qt.Key_Right)
    assert lab.desk.state.pi == 0.43
    QTest.keyClick(lab.chart, Qt.Key_Left, Qt.ShiftModifier)
    assert lab.desk.state.pi == 0.429
    assert lab.desk.steps == 2


def test_what_a_key_holds_ends_with_the_focus(lab):
    lab.activateWindow()
    lab.chart.setFocus()
    QTest.keyPress(lab.chart, Qt.Key_Right)
    assert lab.desk.in_gesture
    lab.panel.switches[0].setFocus()
    assert not lab.desk.in_gesture


def test_a_drag_paints_the_moving_part_alone(lab):
    settle()
    lab.chart.grab()
    painted = lab.chart.still_paints
    press(lab.chart, *spot(lab, 0.3))
    for pi in np.linspace(0.3, 0.8, 20):
        move(lab.chart, *spot(lab, float(pi)))
        settle()
    release(lab.chart, *spot(lab, 0.8))
    lab.chart.grab()
    assert lab.chart.still_paints == painted
    assert lab.chart.now.dots == ((0.8, pytest.approx(0.8**7 * 0.2**3)),)
    assert lab.chart.now.chip == "L ≈ 0.001678"


def test_what_a_drag_leaves_on_the_screen_is_what_is_painted_anew(open_lab):
    dragged = open_lab(chain(BCE, pi=0.3))
    picture(dragged)
    for pi in (0.4, 0.5, 0.62):
        dragged.desk.show(pi=pi)
        settle()
    fresh = open_lab(chain(BCE, pi=0.62))
    fresh.panel.switches[0].clearFocus()
    dragged.panel.switches[0].clearFocus()
    assert (picture(dragged) == picture(fresh)).all()


@pytest.mark.parametrize(
    ("on", "pi", "arrow"), [(LOG, 0.0, -1), (NEGATIVE, 1.0, 1), (BCE, 0.0, 1), (LOG, 0.7, 0)]
)
def test_an_infinite_value_is_an_arrow_at_the_edge(open_lab, on, pi, arrow):
    lab = open_lab(chain(on, pi=pi))
    assert lab.chart.now.arrow == arrow
    assert bool(lab.chart.now.dots) is not bool(arrow)


# The slip --------------------------------------------------------------------------------------


@pytest.mark.parametrize("on", ON)
def test_argmax_can_be_tried_where_it_is_wrong(open_lab, on):
    lab = open_lab(chain(on))
    assert lab.panel.button.isEnabled() is (on[0] and on[2])


def test_argmax_of_the_negative_is_marked_at_the_ends_until_the_next_change(open_lab):
    lab = open_lab(chain(BCE))
    QTest.mouseClick(lab.panel.button, Qt.LeftButton)
    crosses = [mark for mark in lab.chart.picture.marks if mark.kind == "cross"]
    assert [mark.x for mark in crosses] == [0.0, 1.0]
    assert [mark.y for mark in crosses] == [lab.axis[1]] * 2
    assert "both ends" in lab.panel.remark.text()
    assert [n.text for n in lab.chart.picture.notes if n.role == "warning"] == ["argmax: ∞"] * 2
    lab.desk.show(pi=0.3)
    assert "both ends" in lab.panel.remark.text()
    lab.panel.switches[3].click()
    arrive(lab)
    assert not [mark for mark in lab.chart.picture.marks if mark.kind == "cross"]
    assert "argmin" in lab.panel.remark.text()
    assert lab.desk.asked == [("lab", {"chain": NEGATIVE})]


def test_the_argmax_of_minus_l_is_zero_at_the_ends(open_lab):
    lab = open_lab(chain((True, False, True, False)))
    lab.panel.button.click()
    crosses = [mark for mark in lab.chart.picture.marks if mark.kind == "cross"]
    assert [(mark.x, mark.y) for mark in crosses] == [(0.0, 0.0), (1.0, 0.0)]


# Data at the edge, and what a lesson hides --------------------------------------------------------


@pytest.mark.parametrize("on", [LIKELIHOOD, LOG, BCE])
@pytest.mark.parametrize(
    ("k", "n"), [(0, 0), (0, 10), (10, 10), (700_000, 1_000_000), (7 * 10**14, 10**15)]
)
@pytest.mark.parametrize("pi", [0.0, 0.5, 1.0])
def test_data_at_the_edge_are_shown_and_spoken_of(open_lab, on, k, n, pi):
    lab = open_lab(chain(on, k, n, pi=pi), size="small")
    picture(lab)
    assert lab.summary()
    assert "nan" not in lab.summary() + lab.panel.numbers.text() + lab.chart.now.chip
    assert bool(lab.chart.picture.rules) is (n > 0)
    assert cut_texts(lab.panel.numbers, lab.panel.remark) == []


def test_without_observations_there_is_no_argmax_and_the_lab_says_so(open_lab):
    lab = open_lab(chain(BCE, 0, 0))
    assert "arg" not in lab.panel.expression.text()
    assert "No observations" in lab.panel.remark.text()
    assert not lab.chart.picture.marks


@pytest.mark.parametrize("on", [LIKELIHOOD, BCE])
def test_a_lesson_can_hide_the_optimum_the_curve_and_the_values(open_lab, on):
    hidden = frozenset({"optimum", "curves", "values"})
    lab = open_lab(chain(on, stage=Stage(hidden=hidden)))
    shown = lab.chart.picture
    assert (shown.lines, shown.marks, shown.rules) == ((), (), ())
    assert not [note for note in shown.notes if "π̂" in note.text]
    assert (lab.chart.now.dots, lab.chart.now.chip) == ((), "")


# Places ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_nothing_is_cut_and_nothing_overlaps(open_lab, size, language):
    lab = open_lab(chain(BCE, pi=0.42), size, language, dark=size == "large")
    widgets = [
        *(*lab.panel.switches, lab.panel.expression, lab.panel.numbers, lab.panel.remark),
        *(lab.panel.button, lab.chart),
    ]
    for on in (LIKELIHOOD, LOG, NEGATIVE, BCE, (False, True, False, True)):
        lab.desk.set_lab(chain=on)
        lab.stop()
        assert covered(lab, widgets) == []
        assert cut_texts(lab.panel.numbers, lab.panel.remark) == []
        assert colliding_words(lab.chart) == []
        if lab.panel.button.isEnabled():
            lab.panel.button.click()
            assert cut_texts(lab.panel.remark) == []
        expression = lab.panel.expression
        laid, (ascent, descent) = expression.laid(), expression._reach(expression.width())
        assert laid.width <= expression.width()
        assert laid.ascent <= ascent
        assert laid.descent <= descent
        assert ascent + descent <= expression.height()
    assert lab.chart.plot.height() > 3 * look().text_metrics(12).height()
    button = lab.panel.button
    assert button.width() >= button.sizeHint().width()


@pytest.mark.parametrize("size", SIZES)
def test_the_formula_of_a_switch_has_room_beside_the_knob_or_over_it(open_lab, size):
    lab = open_lab(chain(BCE), size)
    for switch in lab.panel.switches:
        makers = [lambda node=node: node for node in switch.formulas]
        pixels = look().type_px(18)
        room = switch.width() - (0 if switch.stacked else switch._track()[0])
        laid = fitted(makers, room, pixels, pixels)
        assert laid.width < room
        assert laid.width in [layout(node, pixels).width for node in switch.formulas]
        both = laid.ascent + laid.descent + (switch._track()[1] if switch.stacked else 0)
        assert both < switch.height()


def test_the_axis_of_the_chart_stands_over_the_slider_of_pi(lab):
    assert lab.chart.width() == lab.width()
    assert lab.chart.plot.left() == 84
    assert lab.chart.plot.right() == lab.width() - 22


# Words -----------------------------------------------------------------------------------------


def test_every_control_has_a_name_and_a_tooltip(lab):
    for widget in (*lab.panel.switches, lab.panel.button, lab.chart):
        assert widget.accessibleName()
        assert widget.toolTip()
    assert all("Space" in switch.toolTip() for switch in lab.panel.switches)


def test_the_chart_is_described_once_the_curve_has_come_and_when_it_gets_the_focus(lab):
    assert lab.chart.accessibleDescription() == lab.summary()
    lab.desk.show(pi=0.25)
    assert lab.chart.accessibleDescription() != lab.summary()
    QTest.qWait(1)
    lab.activateWindow()
    lab.panel.switches[0].setFocus()
    lab.chart.setFocus(Qt.TabFocusReason)
    assert lab.chart.accessibleDescription() == lab.summary()
    assert "0.25" in lab.summary()


def test_the_language_changes_while_the_lab_is_open(lab, monkeypatch):
    monkeypatch.setattr("gui.labs.chain_panel.translate", lambda _context, text: text.upper())
    lab.changeEvent(QEvent(QEvent.LanguageChange))
    assert lab.panel.button.text() == "TRY ARGMAX HERE"


def test_the_numbers_are_painted_with_the_value_of_the_moment(lab):
    lab.desk.show(pi=0.25)
    said = " ".join(text.text for text in painted_texts(lab.panel.numbers))
    assert "0.25" in said
