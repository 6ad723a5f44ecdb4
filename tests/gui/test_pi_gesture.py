"""How mouse and keys move π."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PyQt5.QtCore import QEvent, QObject, Qt
from PyQt5.QtGui import QKeyEvent

from gui.decimal_steps import snapped
from gui.pi_gesture import PiGesture, moved


def key(code, modifiers=Qt.NoModifier, *, repeat=False):
    return QKeyEvent(QEvent.KeyPress, code, modifiers, "", repeat)


@pytest.mark.parametrize(
    ("code", "modifiers", "wanted"),
    [
        (Qt.Key_Right, Qt.NoModifier, 0.43),
        (Qt.Key_Left, Qt.NoModifier, 0.41),
        (Qt.Key_Up, Qt.NoModifier, 0.43),
        (Qt.Key_Down, Qt.NoModifier, 0.41),
        (Qt.Key_Right, Qt.ShiftModifier, 0.421),
        (Qt.Key_Left, Qt.ShiftModifier, 0.419),
        (Qt.Key_Right, Qt.ControlModifier, 0.52),
        (Qt.Key_Left, Qt.ControlModifier, 0.32),
        (Qt.Key_PageUp, Qt.NoModifier, 0.52),
        (Qt.Key_PageDown, Qt.NoModifier, 0.32),
        (Qt.Key_Home, Qt.NoModifier, 0.0),
        (Qt.Key_End, Qt.NoModifier, 1.0),
        (Qt.Key_A, Qt.NoModifier, None),
    ],
)
def test_keys_move_pi(code, modifiers, wanted):
    assert moved(0.42, key(code, modifiers)) == wanted


def test_ten_steps_of_a_hundredth_are_a_tenth():
    pi = 0.0
    for _ in range(10):
        pi = moved(pi, key(Qt.Key_Right))
    assert pi == 0.1


@pytest.mark.parametrize(("pi", "code"), [(0.0, Qt.Key_Left), (1.0, Qt.Key_Right)])
def test_keys_stop_at_the_ends(pi, code):
    assert moved(pi, key(code, Qt.ControlModifier)) == pi


@given(
    low=st.floats(0, 0.9),
    width=st.floats(1e-9, 0.1),
    share=st.floats(-0.5, 1.5),
    pixels=st.floats(100, 4000),
)
def test_pi_under_the_mouse_is_a_short_number_within_a_pixel(low, width, share, pixels):
    high = low + width
    pi = low + share * width
    got = snapped(pi, low, high, pixels)
    inside = min(high, max(low, pi))
    assert 0 <= got <= 1
    assert abs(got - inside) <= 0.7 * (high - low) / pixels
    if got not in (low, high):
        assert got == round(got, 17)


@pytest.mark.parametrize("pixels", [300, 886, 3000])
def test_on_the_whole_axis_pi_lands_on_round_numbers(pixels):
    for i in range(101):
        pi = i / 100
        assert snapped(pi + 0.1 / pixels, 0.0, 1.0, pixels) == pi


def test_the_ends_of_the_interval_can_be_reached_exactly():
    assert snapped(-3.0, 0.0, 1.0, 500) == 0.0
    assert snapped(1.2, 0.0, 1.0, 500) == 1.0
    assert snapped(0.9, 1 / 3, 2 / 3, 500) == 2 / 3


@pytest.fixture
def gesture():
    parent = QObject()
    gesture = PiGesture(parent)
    gesture.heard = []
    gesture.started.connect(lambda: gesture.heard.append("started"))
    gesture.ended.connect(lambda: gesture.heard.append("ended"))
    gesture.edited.connect(gesture.heard.append)
    yield gesture
    parent.deleteLater()


def test_a_key_press_is_a_gesture_of_its_own(gesture):
    assert gesture.key_pressed(key(Qt.Key_Right), 0.5)
    gesture.key_released(key(Qt.Key_Right))
    assert gesture.heard == ["started", 0.51, "ended"]


def test_a_held_key_is_one_gesture(gesture):
    gesture.key_pressed(key(Qt.Key_Right), 0.5)
    for pi in (0.51, 0.52):
        gesture.key_released(key(Qt.Key_Right, repeat=True))
        gesture.key_pressed(key(Qt.Key_Right, repeat=True), pi)
    gesture.key_released(key(Qt.Key_Right))
    assert gesture.heard == ["started", 0.51, 0.52, 0.53, "ended"]


def test_another_key_is_no_gesture(gesture):
    assert not gesture.key_pressed(key(Qt.Key_A), 0.5)
    assert gesture.heard == []


def test_starts_and_ends_come_in_pairs_whatever_happens(gesture):
    gesture.begin()
    gesture.begin()
    gesture.end()
    gesture.end()
    gesture.key_released(key(Qt.Key_Right))
    assert gesture.heard == ["started", "ended", "started", "ended"]
