"""The slider over any range: mouse, keys, wheel, and what lies beyond its ends."""

import pytest
from PyQt5.QtCore import QEvent, QPoint, QPointF, Qt
from PyQt5.QtGui import QKeyEvent, QWheelEvent
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QApplication

from gui.model.range_slider import POSITIONS, RangeSlider
from tests.helpers import difference, drag, move, picture, press, release


class Heard:
    """A slider's intents; it shows what it asks for."""

    def __init__(self, slider, low, high):
        self.values, self.said, self.slider = [], [], slider
        self.range = (low, high)
        slider.gesture.edited.connect(self._edit)
        slider.gesture.started.connect(lambda: self.said.append("started"))
        slider.gesture.ended.connect(lambda: self.said.append("ended"))

    def _edit(self, value):
        self.values.append(value)
        self.slider.render_value(value, *self.range)


@pytest.fixture
def slider(shown, look_of_the_start):  # noqa: ARG001 - asked for by its name
    made = RangeSlider()
    made.render_value(-0.1, -0.45, 0.05)
    shown(made, 224)
    made.heard = Heard(made, -0.45, 0.05)
    return made


def wheel(slider, angle, modifiers=Qt.NoModifier):
    place = QPointF(20, 10)
    event = QWheelEvent(
        place, place, QPoint(), QPoint(0, angle), Qt.NoButton, modifiers, Qt.NoScrollPhase, False
    )
    QApplication.sendEvent(slider, event)
    return event


def test_a_drag_is_one_gesture_on_round_decimals(slider):
    middle = slider.height() / 2
    left, right = slider.groove()
    drag(slider, [(slider.handle_x(), middle), (left + 0.5 * (right - left), middle)])
    assert slider.heard.values == [-0.2]
    assert slider.heard.said == ["started", "ended"]


def test_the_handle_follows_the_mouse_and_stops_at_the_ends(slider):
    middle = slider.height() / 2
    press(slider, slider.handle_x(), middle)
    for x, value in ((9999, 0.05), (-9999, -0.45)):
        move(slider, x, middle)
        assert slider.heard.values[-1] == value
    release(slider, -9999, middle)
    assert slider.beyond() == 0


def test_a_press_beside_the_handle_brings_it_there(slider):
    left, right = slider.groove()
    press(slider, right - 1, slider.height() / 2)
    release(slider, right - 1, slider.height() / 2)
    assert slider.heard.values[0] == pytest.approx(0.05, abs=0.51 / (right - left))


@pytest.mark.parametrize(
    ("key", "modifier", "value"),
    [
        (Qt.Key_Right, Qt.NoModifier, -0.095),
        (Qt.Key_Left, Qt.NoModifier, -0.105),
        (Qt.Key_Up, Qt.ShiftModifier, -0.0995),
        (Qt.Key_Down, Qt.ControlModifier, -0.15),
        (Qt.Key_PageUp, Qt.NoModifier, -0.05),
        (Qt.Key_Home, Qt.NoModifier, -0.45),
        (Qt.Key_End, Qt.NoModifier, 0.05),
    ],
)
def test_a_key_moves_by_a_hundredth_on_round_decimals(slider, key, modifier, value):
    QTest.keyClick(slider, key, modifier)
    assert slider.heard.values == [value]
    assert slider.heard.said == ["started", "ended"]


def test_a_held_key_is_one_gesture(slider):
    for kind, again in (
        (QEvent.KeyPress, False),
        (QEvent.KeyPress, True),
        (QEvent.KeyRelease, True),
        (QEvent.KeyPress, True),
        (QEvent.KeyRelease, False),
    ):
        event = QKeyEvent(kind, Qt.Key_Right, Qt.NoModifier, "", again)
        QApplication.sendEvent(slider, event)
    assert slider.heard.said == ["started", "ended"]
    assert slider.heard.values == [-0.095, -0.09, -0.085]


def test_turns_of_the_wheel_are_one_gesture_and_parts_of_a_notch_add_up(slider):
    slider.setFocus()
    for angle in (60, 60, 120):
        wheel(slider, angle)
    assert slider.heard.values == [-0.095, -0.09]
    assert slider.heard.said == ["started"]
    slider.gesture.end()
    assert slider.heard.said == ["started", "ended"]


def test_without_the_focus_the_wheel_is_left_to_what_scrolls(slider):
    slider.clearFocus()
    assert not wheel(slider, 120).isAccepted()
    assert slider.heard.values == []
    slider.setFocus()
    assert wheel(slider, 120).isAccepted()
    assert slider.heard.values == [-0.095]


def test_space_asks_to_play(slider):
    asked = []
    slider.play_asked.connect(lambda: asked.append(True))
    QTest.keyClick(slider, Qt.Key_Space)
    assert asked == [True]
    assert slider.heard.values == []


def test_other_keys_are_left_to_the_window(slider):
    event = QKeyEvent(QEvent.KeyPress, Qt.Key_M, Qt.NoModifier, "m")
    QApplication.sendEvent(slider, event)
    assert not event.isAccepted()


@pytest.mark.parametrize(("value", "side"), [(7.0, 1), (-7.0, -1), (1e154, 1), (-1e154, -1)])
def test_a_number_beyond_stands_at_the_end_with_an_arrow(slider, value, side):
    end = 0.05 if side > 0 else -0.45
    slider.render_value(end, -0.45, 0.05)
    at_the_end = picture(slider)
    slider.render_value(value, -0.45, 0.05)
    assert slider.beyond() == side
    assert slider.handle_x() == slider.groove()[side > 0]
    assert difference(at_the_end, picture(slider))
    QTest.keyClick(slider, Qt.Key_Right)
    assert slider.heard.values[-1] >= value


def test_assistive_tools_move_it_without_a_mouse(slider):
    slider.setValue(POSITIONS // 2)
    assert slider.heard.values == [-0.2]


def test_what_is_shown_is_not_told_back(slider):
    slider.render_value(-0.3, -0.45, 0.05)
    assert slider.heard.values == []


def test_a_held_handle_is_let_go_with_the_focus(slider):
    slider.setFocus()
    press(slider, slider.handle_x(), slider.height() / 2)
    slider.clearFocus()
    QApplication.sendEvent(slider, QEvent(QEvent.FocusOut)) if slider.gesture.is_open else None
    slider.gesture.end()
    assert slider.heard.said == ["started", "ended"]
