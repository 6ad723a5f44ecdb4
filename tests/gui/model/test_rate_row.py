"""The learning rate: its steps, its slider, its seed."""

import itertools

import pytest
from PyQt5.QtCore import Qt
from PyQt5.QtTest import QTest

from core.model_state import LARGEST_SEED, RATES
from gui.model.rate_row import RateSlider, SeedField, next_rate
from gui.model.typed_number import NumberError
from tests.helpers import press, release


def test_steps_go_1_2_5():
    rates = list(itertools.accumulate([0.1, 1, 1, 1, 1], next_rate))
    assert rates == [0.1, 0.2, 0.5, 1.0, 2.0]
    rates = list(itertools.accumulate([2.0, -1, -1, -1, -1], next_rate))
    assert rates == [2.0, 1.0, 0.5, 0.2, 0.1]


@pytest.mark.parametrize(("rate", "up", "down"), [(0.3, 0.5, 0.2), (7.0, 10.0, 5.0), (1.5, 2, 1)])
def test_between_the_steps_the_next_one_is_taken(rate, up, down):
    assert next_rate(rate, 1) == up
    assert next_rate(rate, -1) == down


def test_steps_end_where_the_rates_do():
    assert next_rate(RATES[1], 1) == RATES[1]
    assert next_rate(RATES[0], -1) == RATES[0]


@pytest.fixture
def slider(shown, look_of_the_start):  # noqa: ARG001 - asked for by its name
    made = RateSlider()
    made.heard = []
    made.gesture.edited.connect(made.heard.append)
    made.render_rate(1.0)
    return shown(made, 200)


def test_each_power_of_ten_has_the_same_way(slider):
    left, right = slider.groove()
    at_one = slider.handle_x()
    slider.render_rate(10.0)
    assert slider.handle_x() - at_one == pytest.approx((right - left) / 9)


@pytest.mark.parametrize(
    ("modifier", "rate"), [(Qt.NoModifier, 2.0), (Qt.ShiftModifier, 1.1), (Qt.ControlModifier, 10)]
)
def test_a_key_goes_to_the_next_rate(slider, modifier, rate):
    QTest.keyClick(slider, Qt.Key_Right, modifier)
    assert slider.heard == [rate]


def test_the_mouse_takes_rates_of_two_digits(slider):
    press(slider, 60, slider.height() / 2)
    release(slider, 60, slider.height() / 2)
    (rate,) = slider.heard
    assert rate == float(f"{rate:.1e}")
    assert 1e-6 < rate < 1.0


def test_a_rate_out_of_reach_stands_at_the_end(slider):
    slider.render_rate(1e-9)
    assert slider.handle_x() == slider.groove()[0]
    assert slider.beyond() == -1


def test_a_seed_keeps_all_its_digits(shown, look_of_the_start):  # noqa: ARG001 - by its name
    field = shown(SeedField(), 100)
    field.clearFocus()
    field.render_value(LARGEST_SEED)
    assert field.value() == LARGEST_SEED
    assert field.text() == "9.22×10¹⁸"
    assert field.written(LARGEST_SEED) == str(LARGEST_SEED)
    assert field.stepped(LARGEST_SEED, 1) == LARGEST_SEED
    assert field.stepped(0, -1) == 0
    with pytest.raises(NumberError):
        field.parse("1.5")
