from dataclasses import replace

import numpy as np
import pytest
from PyQt5.QtCore import QRectF
from PyQt5.QtGui import QImage, QPainter

from core.climb import Path
from core.labelled import Labelled
from core.model_state import ModelLook, ModelState
from core.snapshot import evaluate
from core.state import LogBase, State
from gui import i18n, theme
from gui.model import side_axes, steps_painter
from gui.model.landscape_path import LAST
from gui.model.side_axes import height_range
from gui.model.side_plots import StepsPlot
from gui.model.steps_painter import _last, _thinned, floors, steps_axes
from gui.still_text import text_width
from tests.helpers import painted_texts, picture, settle

pytestmark = pytest.mark.usefixtures("look_of_the_start")

TEN = Labelled([-2, -1, -1, 0, 0, 1, 1, 2, 2, 3], [0, 0, 1, 0, 1, 0, 1, 1, 1, 1])
PLACE = QRectF(0, 0, 200, 150)


def walked(losses, data=TEN, base=LogBase.NATS):
    """A snapshot whose path has these losses."""
    state = State(log_base=base, model=ModelState(data=data), model_look=ModelLook())
    snapshot = evaluate(state)
    loss = np.asarray(losses, float)
    path = Path(np.zeros(loss.size), np.zeros(loss.size), loss, "going")
    return replace(snapshot, model=replace(snapshot.model, path=path))


@pytest.fixture
def steps(shown):
    plot = StepsPlot()
    shown(plot, 220, 160)
    return plot


def said(plot):
    return [text.text for text in painted_texts(plot)]


def test_before_the_first_step_it_says_how_to_begin(steps):
    for losses in ([0.7], []):
        steps.show_snapshot(walked(losses))
        assert "▶" in " ".join(said(steps))
    i18n.set_language("ko")
    steps.update()
    assert len(said(steps)) >= 2


def test_at_the_minimum_it_sends_nobody_down(steps):
    state = ModelState(data=TEN)
    fit = evaluate(State(model=state, model_look=ModelLook())).model.fit
    there = State(model=replace(state, w=fit.w, b=fit.b), model_look=ModelLook())
    steps.show_snapshot(evaluate(there))
    words = " ".join(said(steps))
    assert "at the minimum" in words
    assert "▶" not in words


def test_the_floors_are_drawn_and_named(steps):
    steps.show_snapshot(walked([0.69, 0.62, 0.5, 0.41, 0.4]))
    assert {"H(k/n)", "minimum"} <= set(said(steps))
    assert "infimum" in [one.text for one in floors(walked([1], Labelled([1, 2], [0, 1])))]
    assert floors(walked([], Labelled())) == []


def test_the_axis_is_logarithmic_over_more_than_two_decades():
    near = steps_axes(PLACE, np.array([3.0, 0.7, 0.4]), [])
    far = steps_axes(PLACE, np.array([900.0, 30.0, 0.4]), [])
    assert not near.log
    assert far.log
    assert far.y_ticks.texts[0] == "10⁻¹"
    assert far.y_of(900.0) < far.y_of(30.0) < far.y_of(0.4) <= PLACE.bottom()


def test_the_curve_goes_through_the_losses():
    loss = np.array([0.9, 0.7, 0.55, 0.5])
    axes = steps_axes(PLACE, loss, [])
    x, y = _thinned(axes, np.arange(4.0), loss)
    assert x.tolist() == pytest.approx(
        [axes.plot.left() + i / 3 * axes.plot.width() for i in range(4)]
    )
    low, high = axes.y
    back = low + (axes.plot.bottom() - y) / axes.plot.height() * (high - low)
    assert back.tolist() == pytest.approx(loss.tolist())


def test_of_many_steps_none_of_the_extremes_is_lost():
    chance = np.random.default_rng(5)
    loss = chance.uniform(0.4, 0.6, 50_000)
    loss[12_345], loss[40_000] = 0.95, 0.1
    axes = steps_axes(PLACE, loss, [])
    x, y = _thinned(axes, np.arange(50_000.0), loss)
    assert len(x) <= 2 * axes.plot.width() + 1
    assert y.min() == pytest.approx(float(axes.y_of(0.95)))
    assert y.max() == pytest.approx(float(axes.y_of(0.1)))
    assert y[-1] == pytest.approx(float(axes.y_of(loss[-1])))


def test_a_loss_beyond_all_numbers_is_said(steps):
    steps.show_snapshot(walked([0.7, 5.0, 4e5, np.inf]))
    assert "↑ ∞" in said(steps)


def test_bits_change_the_heights_alone(steps, monkeypatch):
    seen = []

    def axes(place, loss, lines):
        seen.append(loss.tolist())
        return steps_axes(place, loss, lines)

    monkeypatch.setattr(steps_painter, "steps_axes", axes)
    for base in LogBase:
        steps.show_snapshot(walked([0.7, 0.5], base=base))
        picture(steps)
    nats, bits = seen[0], seen[-1]
    assert bits == pytest.approx([value / np.log(2) for value in nats])


def test_the_same_path_is_not_painted_twice(steps):
    first = walked([0.7, 0.5])
    steps.show_snapshot(first)
    picture(steps)
    settle()
    before = steps.paints
    steps.show_snapshot(first)
    settle()
    assert steps.paints == before
    steps.show_snapshot(walked([0.7, 0.4]))
    settle()
    assert steps.paints == before + 1


def test_in_a_room_with_a_back_row_nothing_is_cut_off(steps):
    theme.set_look(scale=1.6, least_type=27)
    steps.resize(240, 170)
    for losses in ([0.69, 0.62, 0.5, 0.41, 0.4], [900.0, 30.0, 0.4], [0.7]):
        steps.show_snapshot(walked(losses))
        frame = QRectF(steps.rect())
        for text in painted_texts(steps):
            assert frame.contains(text.rect), text


def test_the_range_of_an_axis_holds_what_is_to_be_seen():
    for shown in ([0.4, 0.6], [0.0], [0.7, 0.7], [1e-300, 2e-300], [0.0, 1e300]):
        low, high, log = height_range(shown, max(shown))
        ends = (10.0**low, 10.0**high) if log else (low, high)
        assert ends[0] <= min(shown)
        assert max(shown) <= ends[1]
        assert low < high


@pytest.mark.parametrize("steps_gone", [1, 2, 3, 5, 7, 40, 12345])
def test_steps_are_counted_in_whole_numbers(steps_gone):
    axes = steps_axes(PLACE, np.linspace(0.9, 0.5, steps_gone + 1), [])
    assert axes.x_ticks.values[0] == 0.0
    assert len(axes.x_ticks.values) >= 2
    assert all(at == int(at) for at in axes.x_ticks.values)
    assert not any("." in text for text in axes.x_ticks.texts if "×" not in text)


@pytest.mark.parametrize(
    "ends", [(1e-3, 1e-4), (0.3358, 0.3357), (900.0, 850.0), (1e-3, 9e-4), (0.62, 0.60)]
)
def test_a_descent_far_from_the_floors_is_no_level_line(ends):
    high, low = ends
    axes = steps_axes(PLACE, np.linspace(high, low, 9), floors(walked([0.7])))
    drop = float(axes.y_of(low)) - float(axes.y_of(high))
    assert drop >= 0.1 * axes.plot.height()
    assert axes.holds(0.0, high)
    assert axes.holds(8.0, low)


def test_floors_near_enough_stay_in_sight():
    lines = floors(walked([0.7]))
    for loss in ([0.69, 0.5, 0.45], [0.6, 0.6], [5.0, 0.7]):
        axes = steps_axes(PLACE, np.array(loss), lines)
        assert all(axes.holds(0.0, one.height) for one in lines), loss


def test_floors_out_of_sight_are_pointed_to(steps):
    steps.show_snapshot(walked([0.3358, 0.3357]))
    assert {"H(k/n) ↑", "minimum ↑"} <= set(said(steps))
    steps.show_snapshot(walked([900.0, 850.0]))
    assert {"H(k/n) ↓", "minimum ↓"} <= set(said(steps))


def test_of_a_block_the_last_steps_are_strong_alone(monkeypatch):
    chance = np.random.default_rng(2)
    for loss, expected in (
        (np.geomspace(0.9, 0.4, 5000), None),
        (chance.uniform(1.0, 9.0, 12), None),
        (chance.uniform(1.0, 9.0, 300), LAST),
    ):
        axes = steps_axes(PLACE, loss, [])
        _x, y = _thinned(axes, np.arange(float(loss.size)), loss)
        assert _last(axes, y, loss.size) == expected
    loss = chance.uniform(1.0, 9.0, 5000)
    axes = steps_axes(PLACE, loss, [])
    _x, y = _thinned(axes, np.arange(5000.0), loss)
    assert 1 <= _last(axes, y, 5000) <= LAST * len(y) / 5000 + 1
    painted = []
    monkeypatch.setattr(side_axes, "paint_curve", lambda *_args, last=None: painted.append(last))
    image = QImage(220, 160, QImage.Format_RGB32)
    painter = QPainter(image)
    steps_painter.paint_steps(painter, QRectF(0, 0, 220, 160), walked(chance.uniform(1, 9, 300)))
    painter.end()
    assert painted == [LAST]


@pytest.mark.parametrize("width", [70, 100, 130, 300])
def test_the_caption_is_not_cut_off(monkeypatch, width):
    said = []
    monkeypatch.setattr(side_axes, "draw_text", lambda _p, _at, text, *_, **__: said.append(text))
    theme.set_look(least_type=20)
    image = QImage(width, 120, QImage.Format_RGB32)
    painter = QPainter(image)
    side_axes.paint_caption(painter, QRectF(0, 0, width, 120), "loss, step by step", "loss")
    painter.end()
    assert text_width(said[0], side_axes.CAPTION) <= width
    assert (said[0] == "loss, step by step") is (width == 300)
