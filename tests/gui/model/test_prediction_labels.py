"""The name of a curve stands near that curve, however steep it is; else the heading names it."""

import numpy as np
import pytest
from PyQt5.QtCore import QRectF

from core.labelled import Labelled
from gui.model.prediction_axis import axis_for
from gui.model.prediction_labels import FURTHEST, _gaps
from gui.model.prediction_layout import lay_out
from gui.model.prediction_marks import MarkMaker
from gui.model.prediction_painter import Picture
from gui.theme import look
from tests.gui.model.prediction_desk import LAUNCHES, snapshot_of

pytestmark = pytest.mark.usefixtures("look_of_the_start")

# Weights whose curve lies at 0 or at 1 nearly all over, or is a step in sight.
STEEP = [
    (-10.78, 0.1522),
    (-431.3, 6.087),
    (10.0, 0.0),
    (-3.0, 200.0),
    (-30.0, 2100.0),
    (2.0, -107),
]


def drawn(data, w, b, size):
    snapshot = snapshot_of(data, w, b)
    axis = axis_for(data.span)
    marks = MarkMaker().marks(data, axis, size[0])
    picture = Picture(lay_out(QRectF(0, 0, *size), axis, marks, 1.0, "nats"), snapshot)
    picture.move(w, b)
    picture.place_labels()
    return picture


def distance(rect, line):
    """From a rectangle to a curve, by many points of the curve."""
    x, y = line
    steps = np.concatenate(([0.0], np.cumsum(np.hypot(np.diff(x), np.diff(y)))))
    at = np.linspace(0.0, steps[-1], 6000)
    x, y = np.interp(at, steps, x), np.interp(at, steps, y)
    dx = np.maximum(0.0, np.maximum(rect.left() - x, x - rect.right()))
    dy = np.maximum(0.0, np.maximum(rect.top() - y, y - rect.bottom()))
    return float(np.hypot(dx, dy).min())


@pytest.mark.parametrize("size", [(880, 380), (400, 240), (620, 300)])
@pytest.mark.parametrize("weights", STEEP)
def test_a_name_stands_near_its_curve(weights, size):
    picture = drawn(LAUNCHES, *weights, size)
    for label in picture.labels:
        if label.rect is not None:
            own = distance(label.rect, label.curve.line)
            assert own <= 1.5 * FURTHEST * look().scale
            others = [one for one in (picture.now, *picture.still) if one.kind != label.curve.kind]
            assert own < 2 + min(distance(label.rect, one.line) for one in others)


@pytest.mark.parametrize("size", [(880, 380), (400, 240), (300, 200)])
def test_of_two_curves_side_by_side_each_is_named_on_its_own_side(size):
    """The fit lies a little above the curve of the moment: so do their names."""
    data = Labelled([2, 2, 2], [1, 1, 0])
    places = {one.curve.kind: one.rect for one in drawn(data, 0.0, 0.512, size).labels}
    if places["now"] is not None and places["fitted"] is not None:
        assert places["fitted"].center().y() < places["now"].center().y()


def test_a_step_in_sight_is_named_beside_it():
    data = Labelled([1, 2, 3, 4], [0, 0, 1, 1])
    label = drawn(data, 118.7, -296.7, (880, 380)).labels[0]
    assert label.rect is not None
    assert distance(label.rect, label.curve.line) < FURTHEST


@pytest.mark.parametrize("weights", [*STEEP, (-0.131, 8.446), (0.0, 0.0)])
def test_the_quick_distance_is_about_the_true_one(weights):
    picture = drawn(LAUNCHES, *weights, (880, 380))
    line = picture.now.line
    random = np.random.default_rng(3)
    for left, top in random.uniform((60, 30), (780, 280), (80, 2)):
        rect = QRectF(left, top, 70, 15)
        true = distance(rect, line)
        if true < 3:
            continue  # the curve may cross it
        sides = np.array([[rect.left()], [rect.right()], [rect.top()], [rect.bottom()]])
        assert 0.65 * true <= float(_gaps(line, sides)[0]) <= 1.45 * true + 1
