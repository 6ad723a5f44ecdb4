import math
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PyQt5.QtCore import QPointF, QRectF

from core.landscape import Region
from gui import theme
from gui.model.landscape_layout import FAR, TICK_SIZE, lay_out
from gui.still_text import text_width

pytestmark = pytest.mark.usefixtures("look_of_the_start")

LEVELS = [0.442, 0.444, 0.478, 0.615, 0.967, 1.68, 2.94, 4.96, 8.0, 12.3, 18.3, 26.2]
REGION = Region(-0.5, 0.05, -4.0, 34.0)
PLACES = [(660, 350, 1.0, 0), (330, 170, 1.0, 0), (240, 120, 1.0, 0), (700, 420, 1.6, 27)]


def laid(width, height, scale=1.0, least=0, region=REGION, levels=LEVELS):
    theme.set_look(scale=scale, least_type=least)
    return lay_out(QRectF(0, 0, width, height), region, levels, "nats")


def test_a_pixel_is_where_its_weights_are_drawn():
    layout = laid(660, 350)
    for x, y in ((0.1, 0.2), (0.5, 0.5), (0.93, 0.77)):
        pixel = QPointF(
            layout.plot.left() + x * layout.plot.width(),
            layout.plot.top() + y * layout.plot.height(),
        )
        back = layout.point(*layout.weights_at(pixel))
        assert abs(back.x() - pixel.x()) <= 0.7
        assert abs(back.y() - pixel.y()) <= 0.7


def test_weights_under_the_mouse_are_as_round_as_a_pixel_allows():
    layout = laid(660, 350)
    w, b = layout.weights_at(layout.plot.center())
    assert w == round(w, 3)
    assert b == round(b, 1)


def test_beside_the_axes_the_weights_are_those_at_the_edge():
    layout = laid(660, 350)
    assert layout.weights_at(QPointF(-1e4, -1e4)) == (REGION.w_low, REGION.b_high)
    assert layout.weights_at(QPointF(1e4, 1e4)) == (REGION.w_high, REGION.b_low)


@pytest.mark.parametrize("place", PLACES)
def test_everything_has_its_place_and_nothing_covers_anything(place):
    layout = laid(*place)
    whole = QRectF(0, 0, place[0], place[1])
    assert whole.contains(layout.plot)
    assert layout.plot.width() > 0.4 * place[0]
    if not layout.bar.isEmpty():
        line = theme.look().text_metrics(TICK_SIZE).height()
        ys = [label.y for label in layout.labels]
        assert len(ys) >= 2
        assert all(a - b >= line for a, b in pairwise(ys))
        widest = max(text_width(label.text, TICK_SIZE) for label in layout.labels)
        assert layout.bar.right() + theme.look().px(7) + widest <= place[0]
        assert layout.labels[0].text == "0.442"
        assert layout.labels[-1].text == "26.2"
    size, region = layout.tick_size, layout.region
    step = layout.plot.width() / (region.w_high - region.w_low)
    places = [
        (at * step, text_width(text, size))
        for at, text in zip(layout.w_ticks.values, layout.w_ticks.texts, strict=True)
    ]
    assert all(b - a >= (u + v) / 2 for (a, u), (b, v) in pairwise(places))


def test_there_is_no_scale_where_it_would_leave_no_room():
    assert laid(240, 120).bar.isEmpty()
    assert not laid(660, 350).bar.isEmpty()


def test_edges_that_differ_late_are_told_apart():
    levels = [0.4416000, 0.4416012, 0.4416031]
    assert len({label.text for label in laid(660, 350, levels=levels).labels}) == 3
    close = [0.4416, 0.4416 + 1e-9, 0.4416 + 3e-9]
    texts = [label.text for label in laid(660, 350, levels=close).labels]
    assert texts == ["0.4416", "+1.0×10⁻⁹", "+3.0×10⁻⁹"]


@settings(max_examples=150, deadline=None)
@given(
    st.floats(-1e150, 1e150),
    st.floats(-1e150, 1e150),
    st.floats(-1e154, 1e154),
    st.floats(-1e154, 1e154),
)
def test_any_region_has_axes_and_any_place_a_pixel(w, b, there_w, there_b):
    span = max(abs(w), abs(b), 1e-100) * 1e-9
    layout = laid(660, 350, region=Region(w - span, w + span, b - span, b + span))
    at = layout.point(there_w, there_b)
    assert math.isfinite(at.x())
    assert abs(at.y()) <= FAR + 1000
    assert layout.region.holds(*layout.weights_at(layout.plot.center()))
