"""The three bars: one scale, true values, and a reason where a floor is not reached."""

import math

import numpy as np
import pytest

from core import bernoulli
from core.model_state import ModelLook, ModelState
from core.snapshot import evaluate
from core.state import LogBase, State
from gui import theme
from gui.model.floor_bars import FloorBars, bars, full_scale
from tests.gui.model.model_bench import CHALLENGER, DATA
from tests.helpers import picture


def snapshot(data=CHALLENGER, base=LogBase.NATS, **fields):
    model = ModelState(data=data, **fields)
    return evaluate(State(log_base=base, model=model, model_look=ModelLook()))


def test_the_values_are_those_of_the_core():
    s = snapshot(w=-0.13, b=8.4)
    now, floor, least = bars(s)
    assert floor.loss == bernoulli.entropy(7 / 23)
    assert floor.text == "0.6145"
    assert least.text == "0.4416"
    assert float(now.text) == pytest.approx(s.model.binary_cross_entropy, rel=5e-4)


def test_they_follow_the_unit():
    assert [bar.text for bar in bars(snapshot(base=LogBase.BITS))] == ["1.000", "0.8865", "0.6371"]


@pytest.mark.parametrize(
    ("kind", "floor", "least"),
    [
        ("separable", "", "separable"),
        ("quasi_separable", "", "nearly separable"),
        ("ones", "one class", "one class"),
        ("zeros", "one class", "one class"),
        ("single_point", "one class", "one point"),
        ("equal_x", "", ""),
    ],
)
def test_a_floor_that_is_not_reached_says_why(kind, floor, least):
    _now, shared, both = bars(snapshot(DATA[kind]))
    for bar, reason in ((shared, floor), (both, least)):
        assert bar.reason.startswith(reason)
        assert bool(bar.reason) is bool(reason)
        assert bar.text.startswith("→ ") is bool(reason)


def test_without_examples_there_is_nothing_to_show():
    assert [bar.text for bar in bars(snapshot(DATA["no_examples"]))] == ["–"] * 3


def test_a_fit_that_is_worked_out_is_waited_for():
    s = snapshot()
    object.__setattr__(s.model, "fit", None)
    assert bars(s)[2].text == "…"


def test_the_scale_does_not_change_with_w_and_b():
    assert full_scale(snapshot(w=9.0, b=9.0)) == full_scale(snapshot())
    assert full_scale(snapshot(DATA["ones"])) == pytest.approx(1.3 * math.log(2))


@pytest.fixture
def floors(shown, look_of_the_start):  # noqa: ARG001 - asked for by its name
    return shown(FloorBars(), 358)


def lengths(floors):
    """How long the bars are painted, in pixels."""
    pixels = picture(floors).astype(int)
    high = floors.row_height()
    found = []
    for i, role in enumerate(("current", "zeros", "optimum")):
        colour = np.array(theme.look().colour(role).getRgb()[2::-1])  # as the bytes lie
        line = pixels[i * high + high // 2, : 358 - 70]
        found.append(int((np.abs(line - colour).max(axis=1) < 40).sum()))
    return found


def test_the_bars_have_the_lengths_of_their_losses(floors):
    s = snapshot(w=-0.13, b=8.4)
    floors.show_rows(bars(s), full_scale(s))
    painted = lengths(floors)
    losses = [bar.loss for bar in bars(s)]
    for one, other in zip(painted, losses, strict=True):
        assert one / painted[1] == pytest.approx(other / losses[1], abs=0.02)


def test_a_bar_beyond_the_scale_reaches_its_end_and_no_further(floors):
    s = snapshot(w=1e150, b=0.0)
    floors.show_rows(bars(s), full_scale(s))
    left, right = floors._columns()
    assert lengths(floors)[0] <= right - left
    assert lengths(floors)[0] > 0.7 * (right - left) - 60


def test_only_the_row_that_changed_is_painted(floors, monkeypatch):
    s = snapshot(w=-0.13, b=8.4)
    floors.show_rows(bars(s), full_scale(s))
    picture(floors)
    painted = []
    monkeypatch.setattr(
        floors, "_paint_row", lambda _painter, place, *_rest: painted.append(place.top())
    )
    s = snapshot(w=-0.12, b=8.4)
    floors.show_rows(bars(s), full_scale(s))
    floors.repaint(0, 0, floors.width(), floors.row_height())
    assert set(painted) == {0.0}


def test_what_is_read_out_is_what_is_shown(floors):
    s = snapshot(DATA["separable"])
    floors.show_rows(bars(s), full_scale(s))
    assert "separable: not reached" in floors.text()
    assert floors.accessibleDescription() == floors.text()
