import numpy as np
import pytest
from PyQt5.QtCore import QPointF, QRectF

from core.climb import Path
from core.landscape import Region
from gui.model.landscape_layout import lay_out
from gui.model.landscape_path import APART, MOST_LINES, trail

pytestmark = pytest.mark.usefixtures("look_of_the_start")

REGION = Region(0.0, 10.0, 0.0, 10.0)


@pytest.fixture
def layout():
    return lay_out(QRectF(0, 0, 500, 400), REGION, None, "nats")


def walked(w, b):
    w, b = np.asarray(w, float), np.asarray(b, float)
    return Path(w, b, np.zeros_like(w), "going")


def test_a_path_in_sight_is_drawn_step_by_step(layout):
    way = trail(walked([1, 4, 9], [1, 8, 2]), layout)
    assert [line.p1() for line in way.lines] == [layout.point(1, 1), layout.point(4, 8)]
    assert way.lines[-1].p2() == layout.point(9, 2)
    assert way.dots == [layout.point(1, 1), layout.point(4, 8), layout.point(9, 2)]
    assert way.exit is None


def test_a_path_is_cut_off_at_the_axes(layout):
    chance = np.random.default_rng(3)
    w, b = chance.uniform(-30, 40, (2, 200))
    way = trail(walked(w, b), layout)
    plot = layout.plot.adjusted(-1e-6, -1e-6, 1e-6, 1e-6)
    assert all(plot.contains(line.p1()) and plot.contains(line.p2()) for line in way.lines)
    # What is in sight of each piece, sampled, is as long as what is drawn of it.
    share = np.linspace(0, 1, 4001)
    for i in range(0, 199, 20):
        x = w[i] + share * (w[i + 1] - w[i])
        y = b[i] + share * (b[i + 1] - b[i])
        seen = ((x >= 0) & (x <= 10) & (y >= 0) & (y <= 10)).mean()
        own = trail(walked(w[i : i + 2], b[i : i + 2]), layout)
        size = layout.plot.width() / 10, layout.plot.height() / 10
        whole = np.hypot((w[i + 1] - w[i]) * size[0], (b[i + 1] - b[i]) * size[1])
        drawn = sum(line.length() for line in own.lines)
        assert drawn == pytest.approx(seen * whole, abs=0.002 * whole)


def test_where_a_path_leaves_an_arrow_says_so(layout):
    way = trail(walked([5, 5], [5, 30]), layout)
    assert way.exit is not None
    assert way.exit.p2().y() == pytest.approx(layout.plot.top())
    assert way.exit.p2().x() == pytest.approx(layout.point(5, 5).x())
    back = trail(walked([5, 5, 6], [5, 30, 6]), layout)
    assert back.exit is None


def test_what_leaves_all_numbers_ends_where_it_was_known(layout):
    way = trail(walked([5, 1e154, np.inf, np.nan], [5, -1e154, 3, 3]), layout)
    (line,) = way.lines
    assert line.p1() == layout.point(5, 5)
    assert layout.plot.adjusted(-1e-6, -1e-6, 1e-6, 1e-6).contains(line.p2())
    assert way.exit is not None


def test_many_steps_are_thinned_and_dots_stand_apart(layout):
    turn = np.linspace(0, 60, 100_000)
    way = trail(walked(5 + 4 * np.cos(turn), 5 + 4 * np.sin(turn)), layout)
    assert len(way.lines) < MOST_LINES
    for a, b in zip(way.dots, way.dots[1:], strict=False):
        assert max(abs(a.x() - b.x()), abs(a.y() - b.y())) >= APART
    still = trail(walked(np.full(1000, 5.0), np.full(1000, 5.0)), layout)
    assert len(still.lines) <= 1
    assert still.dots == [layout.point(5, 5)]


def test_words_learn_where_the_path_runs(layout):
    way = trail(walked([1, 9], [1, 1]), layout)
    steps = np.abs(np.diff(way.samples, axis=0)).max(axis=0)
    assert steps[0] <= 4.0
    assert QPointF(*way.samples[-1].tolist()) == layout.point(9, 1)


def test_one_place_and_none_in_sight_are_no_trouble(layout):
    assert trail(walked([5], [5]), layout).lines == []
    far = trail(walked([50, 60], [50, 60]), layout)
    assert far.lines == []
    assert far.dots == []
    assert far.samples.shape == (0, 2)
