import math

import numpy as np
import pytest
from PyQt5.QtCore import QRectF, QSize
from PyQt5.QtGui import QImage, QPainter

from core.labelled import Labelled
from core.landscape import SliceLine, Terrain
from core.logistic import binary_cross_entropy, fit
from core.model_state import ModelLook, ModelState
from core.snapshot import evaluate
from core.state import LogBase, State
from gui import theme
from gui.model import side_axes
from gui.model.side_axes import cut_curve
from gui.model.slice_painter import caption, paint_slice, points, slice_axes
from gui.still_text import text_width

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


YEARS = Labelled([2001, 2002, 2003, 2004], [0, 1, 0, 1])


@pytest.mark.parametrize("along", ["w", "b"])
def test_the_drawn_curve_reaches_its_own_minimum(along):
    found = fit(YEARS.x, YEARS.y)
    snapshot, line = sliced(found.w, found.b, along, data=YEARS)
    axes = slice_axes(PLACE, snapshot, line)
    _now, least = points(axes, snapshot, line)
    pieces = cut_curve(axes.plot, np.asarray(axes.x_of(line.t)), np.asarray(axes.y_of(line.loss)))
    lowest = max((at for piece in pieces for at in piece.tolist()), key=lambda at: at[1])
    assert lowest == pytest.approx([least.x(), least.y()], abs=0.1)


def test_the_curve_is_cut_at_the_edges_without_any_clip_path():
    plot = QRectF(10, 20, 100, 50)
    x, y = np.linspace(0, 120, 300), 45 + 200 * np.sin(np.linspace(0, 12, 300))
    pieces = cut_curve(plot, x, y)
    edge = plot.adjusted(-1.001, -1.001, 1.001, 1.001)
    assert all(edge.contains(*at) for piece in pieces for at in piece.tolist())
    assert len(pieces) > 2
    # What is inside is all there, in its order; where it is cut, it is so on its own way.
    inside = [at for at in zip(x, y, strict=True) if plot.contains(*at)]
    drawn = {tuple(np.round(at, 6)) for piece in pieces for at in piece.tolist()}
    assert {tuple(np.round(at, 6)) for at in inside} <= drawn
    for piece in pieces:
        for at in piece[[0, -1]]:
            assert at[1] == pytest.approx(np.interp(at[0], x, y), abs=1e-6)
    whole = cut_curve(plot, np.array([20.0, 60.0, 100.0]), np.array([30.0, 60.0, 30.0]))
    assert len(whole) == 1
    assert whole[0] == pytest.approx(np.array([[20, 30], [60, 60], [100, 30]]))
    assert cut_curve(plot, np.array([20.0, 60.0]), np.array([-50.0, -50.0])) == []


@pytest.mark.parametrize("place", [(-1e154, -1.0), (-40.0, -1.0), (0.5, -1.0)])
def test_weights_out_of_sight_do_not_flatten_the_curve(place):
    snapshot, line = sliced(*place)
    axes = slice_axes(PLACE, snapshot, line)
    near = slice_axes(PLACE, *sliced(0.5, -1.0))
    assert axes.y[1] <= near.y[1]
    for height in (snapshot.model.floor, snapshot.model.fit.loss, line.least[1]):
        assert axes.holds(axes.x[0], height)
    y = np.asarray(axes.y_of(line.loss))
    assert np.ptp(np.clip(y, axes.plot.top(), axes.plot.bottom())) > 0.3 * axes.plot.height()


@pytest.mark.parametrize(("w", "left"), [(-40.0, True), (40.0, False), (-1e154, True)])
def test_an_arrow_points_to_weights_out_of_sight(monkeypatch, w, left):
    seen = []
    monkeypatch.setattr(
        side_axes, "paint_away", lambda _painter, axes, x, y, role: seen.append((x, y, role, axes))
    )
    snapshot, line = sliced(w, -1.0)
    painted(snapshot, line)
    ((x, y, role, axes),) = seen
    assert (x, y, role) == (w, snapshot.model.binary_cross_entropy, "current")
    assert (x < axes.x[0]) is left
    monkeypatch.undo()
    # It covers the edge that it points across, and stays in the plot.
    image = QImage(200, 140, QImage.Format_RGB32)
    image.fill(theme.look().colour("card"))
    painter = QPainter(image)
    side_axes.paint_away(painter, axes, x, y, "current")
    painter.end()
    inked = [
        (i, j)
        for i in range(200)
        for j in range(140)
        if image.pixelColor(i, j) != theme.look().colour("card")
    ]
    assert inked
    assert all(axes.plot.adjusted(-3, -3, 3, 3).contains(*at) for at in inked)
    middle = axes.plot.center().x()
    assert all((i < middle) is left for i, _j in inked)
    sliced_here = sliced(0.5, -1.0)
    seen.clear()
    painted(*sliced_here)
    assert not seen


@pytest.mark.parametrize("place", [(118.7, -296.7), (-40.0, -1.0), (40.0, 1.0), (-1e154, -1.0)])
@pytest.mark.parametrize("scale", [1.0, 1.6])
def test_no_words_stand_under_the_arrow_to_what_is_out_of_sight(monkeypatch, place, scale):
    theme.set_look(scale=scale)
    data = Labelled([1, 2, 3, 4], [0, 0, 1, 1])
    snapshot, line = sliced(*place, data=data)
    said = []
    monkeypatch.setattr(
        side_axes, "draw_text", lambda _p, at, text, *_, **__: said.append((at, text))
    )
    size = (round(220 * scale), round(150 * scale))
    painted(snapshot, line, size)
    axes = slice_axes(side_axes_place(size), snapshot, line)
    model = snapshot.model
    arrow = side_axes.away_place(axes, model.w, model.binary_cross_entropy)
    assert axes.plot.contains(arrow)
    names = [(at, text) for at, text in said if "H(k/n)" in text or "imum" in text]
    assert names
    metrics = theme.look().text_metrics(side_axes.TICK)
    for at, text in names:
        wide = text_width(text, side_axes.TICK)
        rect = QRectF(at.x(), at.y() - metrics.ascent(), wide, metrics.height())
        assert not rect.intersects(arrow)


def side_axes_place(size):
    """The place that the caption leaves."""
    high = theme.look().text_metrics(side_axes.CAPTION).height() + theme.look().px(7)
    return QRectF(0, high, size[0], size[1] - high)
