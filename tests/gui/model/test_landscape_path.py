import numpy as np
import pytest
from PyQt5.QtCore import QPointF, QRectF
from PyQt5.QtGui import QImage, QPainter

from core.climb import Path
from core.landscape import Region
from gui.model.landscape_layout import lay_out
from gui.model.landscape_marks import paint_trail
from gui.model.landscape_path import APART, LAST, MOST_LINES, trail

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


def test_the_last_steps_are_told_from_the_older_ones(layout):
    few = trail(walked(np.linspace(1, 9, 20), np.linspace(1, 9, 20)), layout)
    assert (few.old_lines, few.old_dots) == (0, 0)
    to_and_fro = np.where(np.arange(200) % 2, 1.0, 9.0)
    many = trail(walked(to_and_fro, np.linspace(1, 9, 200)), layout)
    assert len(many.lines) - many.old_lines == LAST
    # A step's dot is one of the last if a line of the last begins or ends there.
    assert len(many.dots) - many.old_dots == LAST + 1
    # Of the last steps none is in sight.
    gone = np.concatenate([to_and_fro, np.full(60, 50.0)])
    left = trail(walked(gone, np.arange(260.0) / 50), layout)
    assert left.old_lines == len(left.lines)
    assert left.old_dots == len(left.dots)


def test_it_is_known_how_densely_a_path_crosses_itself(layout):
    once = trail(walked([1, 9], [1, 9]), layout)
    assert once.crossed == 1.0
    # 400 lines within one tenth of the height, 33 pixels or so.
    w, b = np.where(np.arange(401) % 2, 0.0, 10.0), np.linspace(5.0, 6.0, 401)
    dense = trail(walked(w, b), layout)
    high = layout.plot.height() / 10
    assert dense.crossed == pytest.approx(400 / high, rel=0.35)


def drawn(layout, w, b):
    """The darkest and the mean of what a path leaves on white, in its band of the plot."""
    image = QImage(500, 400, QImage.Format_Grayscale8)
    image.fill(255)
    painter = QPainter(image)
    paint_trail(painter, layout, trail(walked(w, b), layout))
    painter.end()
    data = np.frombuffer(image.constBits().asstring(image.sizeInBytes()), np.uint8)
    return data.reshape(400, image.bytesPerLine())[:, :500]


def test_a_path_that_bounces_is_no_solid_block(layout):
    count = 3000
    w = np.where(np.arange(count) % 2, 0.0, 10.0)
    seen = drawn(layout, w, np.linspace(3.0, 6.0, count))
    top, bottom = (round(layout.point(5, b).y()) for b in (5.5, 3.2))
    middle = round(layout.point(5, 5).x())
    older = seen[top:bottom, middle - 40 : middle + 40]
    assert 100 < older.mean() < 250
    last = seen[round(layout.point(5, 6).y()) - 1 : round(layout.point(5, 5.97).y()) + 2]
    assert last[:, middle - 40 : middle + 40].min() < older.mean() - 60
