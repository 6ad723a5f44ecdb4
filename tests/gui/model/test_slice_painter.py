import math

import numpy as np
import pytest
from PyQt5.QtCore import QRectF, QSize
from PyQt5.QtGui import QImage, QPainter

from core.labelled import Labelled
from core.landscape import SliceLine, Terrain
from core.logistic import binary_cross_entropy
from core.model_state import ModelLook, ModelState
from core.snapshot import evaluate
from core.state import LogBase, State
from gui import theme
from gui.model.slice_painter import caption, paint_slice, points, slice_axes

pytestmark = pytest.mark.usefixtures("look_of_the_start")

TEN = Labelled([-2, -1, -1, 0, 0, 1, 1, 2, 2, 3], [0, 0, 1, 0, 1, 0, 1, 1, 1, 1])
PLACE = QRectF(0, 0, 200, 140)


def sliced(w, b, along="w", base=LogBase.NATS, data=TEN):
    look = ModelLook(slice_along=along)
    state = State(log_base=base, model=ModelState(data=data, w=w, b=b), model_look=look)
    snapshot = evaluate(state)
    return snapshot, Terrain(data).slice(along, w, b, snapshot.model.region)


@pytest.mark.parametrize("along", ["w", "b"])
@pytest.mark.parametrize("base", list(LogBase))
def test_the_moment_and_the_minimum_lie_on_the_curve(along, base):
    snapshot, line = sliced(0.5, -1.0, along, base)
    axes = slice_axes(PLACE, snapshot, line)
    now, least = points(axes, snapshot, line)
    at = snapshot.model.w if along == "w" else snapshot.model.b
    y = np.asarray(axes.y_of(line.loss * snapshot.in_unit(1.0)))
    assert now.x() == pytest.approx(float(axes.x_of(at)))
    assert now.y() == pytest.approx(np.interp(at, line.t, y), abs=0.5)
    assert least.y() >= y.max() - 0.5
    places = {"w": (line.least[0], -1.0), "b": (0.5, line.least[0])}
    direct = binary_cross_entropy(TEN.x, TEN.y, *places[along])
    assert least.y() == pytest.approx(float(axes.y_of(direct * snapshot.in_unit(1.0))))


def test_both_floors_are_in_sight():
    snapshot, line = sliced(0.5, -1.0)
    axes = slice_axes(PLACE, snapshot, line)
    for height in (snapshot.model.floor, snapshot.model.fit.loss):
        assert axes.holds(axes.x[0], height)


@pytest.mark.parametrize("place", [(1e150, -1e154), (0.0, 0.0), (-50.0, 3.0), (1e-150, 0.0)])
def test_any_weights_have_a_slice(place):
    snapshot, line = sliced(*place)
    axes = slice_axes(PLACE, snapshot, line)
    assert axes.y[0] < axes.y[1]
    assert math.isfinite(axes.y[1])
    assert painted(snapshot, line) > 100


def test_the_caption_says_what_stays_as_it_is():
    assert caption(*sliced(0.5, -1.0, "w")) == "along w, b = −1.000"
    assert caption(*sliced(0.5, -1.0, "b")) == "along b, w = 0.5000"
    snapshot, _line = sliced(0.5, -1.0)
    assert caption(snapshot, None) == "along w"


def painted(snapshot, line, size=(200, 140)):
    """How many pixels are painted."""
    image = QImage(QSize(*size), QImage.Format_RGB32)
    image.fill(theme.look().colour("card"))
    painter = QPainter(image)
    paint_slice(painter, QRectF(0, 0, *size), snapshot, line)
    painter.end()
    data = image.constBits().asstring(image.sizeInBytes())
    pixels = np.frombuffer(data, np.uint32)
    return int((pixels != image.pixel(0, size[1] - 1)).sum())


def test_without_a_slice_there_is_the_caption_alone():
    snapshot, line = sliced(0.5, -1.0)
    assert 0 < painted(snapshot, None) < 0.5 * painted(snapshot, line)


def test_a_level_slice_and_no_minimum_are_no_trouble():
    snapshot, _line = sliced(0.5, -1.0)
    t = np.linspace(-1, 1, 5)
    flat = SliceLine("w", -1.0, t, np.full(5, 0.7), None)
    assert points(slice_axes(PLACE, snapshot, flat), snapshot, flat)[1] is None
    assert painted(snapshot, flat, (60, 40)) > 0
