"""A label goes off the curves, off other labels, inside the frame."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PyQt5.QtCore import QPointF, QRectF, QSizeF

from gui.label_places import Obstacles

FRAME = QRectF(0, 0, 400, 200)
SIZE = QSizeF(80, 16)


def line(*points):
    x, y = zip(*points, strict=True)
    return np.array(x, float), np.array(y, float)


def crossed(rect, curve):
    """Whether a curve passes through a rectangle, found by walking along it."""
    x = np.linspace(max(rect.left(), curve[0][0]), min(rect.right(), curve[0][-1]), 2001)
    y = np.interp(x, *curve)
    return bool(((y >= rect.top()) & (y <= rect.bottom()) & (x <= rect.right())).any())


@st.composite
def curves(draw):
    count = draw(st.integers(2, 30))
    inner = draw(st.lists(st.floats(1, 399), min_size=count, max_size=count, unique=True))
    x = np.array([0.0, *sorted(inner), 400.0])
    y = np.array(draw(st.lists(st.floats(-200, 400), min_size=x.size, max_size=x.size)))
    return x, y


@given(st.lists(curves(), max_size=3), st.floats(0, 320), st.floats(0, 184))
def test_a_place_called_free_is_crossed_by_no_curve(lines, left, top):
    rect = QRectF(QPointF(left, top), SIZE)
    if Obstacles(FRAME, lines).is_free(rect):
        assert not any(crossed(rect, curve) for curve in lines)


def test_a_place_is_free_only_inside_the_frame_and_off_other_labels():
    obstacles = Obstacles(FRAME, [])
    place = QRectF(10, 10, 80, 16)
    assert obstacles.is_free(place)
    assert not obstacles.is_free(QRectF(-1, 10, 80, 16))
    assert not obstacles.is_free(QRectF(330, 10, 80, 16))
    obstacles.take(place)
    assert not obstacles.is_free(QRectF(80, 20, 80, 16))
    assert obstacles.is_free(QRectF(10, 30, 80, 16))


def test_a_curve_that_only_spans_the_label_between_two_samples_is_seen():
    obstacles = Obstacles(FRAME, [line((0, 0), (400, 200))])
    assert not obstacles.is_free(QRectF(QPointF(160, 92), SIZE))
    assert obstacles.is_free(QRectF(QPointF(10, 150), SIZE))


def test_first_free_takes_the_first_place_and_keeps_it():
    obstacles = Obstacles(FRAME, [])
    places = [QRectF(0, 0, 80, 16), QRectF(0, 100, 80, 16)]
    assert obstacles.first_free(places) == places[0]
    assert obstacles.first_free(places) == places[1]
    assert obstacles.first_free(places) is None


def test_a_label_stands_beside_its_anchor():
    hits, rect = Obstacles(FRAME, []).beside(QPointF(100, 100), SIZE, 10)
    assert hits == 0
    assert rect.left() == 110
    assert rect.center().y() == 100


def test_a_label_changes_sides_at_the_edge_of_the_frame():
    hits, rect = Obstacles(FRAME, []).beside(QPointF(390, 100), SIZE, 10)
    assert hits == 0
    assert rect.right() == 380


def test_a_label_makes_way_for_a_curve():
    curve = line((0, 100), (400, 100))
    hits, rect = Obstacles(FRAME, [curve]).beside(QPointF(200, 100), SIZE, 10)
    assert hits == 0
    assert not crossed(rect, curve)
    assert abs(rect.center().y() - 100) < 40


def test_where_nothing_is_free_the_least_bad_place_is_better_than_a_covered_label():
    obstacles = Obstacles(FRAME, [line((0, y), (400, y)) for y in range(0, 201, 12)])
    obstacles.take(QRectF(0, 0, 400, 170))
    hits, rect = obstacles.beside(QPointF(200, 20), SIZE, 10)
    assert 0 < hits < 10
    assert rect.top() >= 170


@pytest.mark.parametrize("size", [QSizeF(500, 16), QSizeF(80, 300)])
def test_a_label_that_fits_nowhere_has_no_place(size):
    assert Obstacles(FRAME, []).beside(QPointF(100, 100), size, 10) == (0, None)
