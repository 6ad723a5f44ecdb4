"""Bars, their ruler, and the names of the curves: lengths are losses, and nothing covers a word."""

import math
from itertools import combinations, pairwise

import numpy as np
import pytest
from PyQt5.QtCore import QRectF

from core.labelled import Labelled
from core.state import LogBase
from gui import theme
from gui.model.prediction_axis import axis_for
from gui.model.prediction_bars import MOST_GLASSES, Bars
from gui.model.prediction_labels import MOST_BARS
from gui.model.prediction_layout import lay_out
from gui.model.prediction_marks import groups_of
from gui.model.prediction_painter import Picture
from tests.gui.model.prediction_desk import LAUNCHES, snapshot_of


@pytest.fixture(autouse=True)
def _as_it_was(look_of_the_start):
    """Each test begins with the look of the start."""


CARD = QRectF(0, 0, 940, 380)


def layout_of(data, card=CARD, unit=1.0):
    return lay_out(card, axis_for(data.span), groups_of(data), unit, "nats")


def read_off(ruler, y, pixel):
    """The loss that a height reads as, between the marks of the ruler."""
    marks = sorted(ruler.marks[y])
    plot = ruler.plot
    shares = [(plot.bottom() - at) / plot.height() for at, _ in marks]
    shares = [share if y else 1.0 - share for share in shares]
    share = (plot.bottom() - pixel) / plot.height()
    share = share if y else 1.0 - share
    pairs = sorted(zip(map(math.log, shares), [float(text) for _, text in marks], strict=True))
    return float(np.interp(math.log(share), *zip(*pairs, strict=True)))


@pytest.mark.parametrize("base", list(LogBase))
def test_the_end_of_a_bar_reads_as_its_loss(base):
    w, b = -0.131, 8.446
    layout = layout_of(LAUNCHES, unit=base.unit)
    bars = Bars(layout)
    bars.move(w, b)
    assert bars.x.size == groups_of(LAUNCHES).x.size
    z = w * bars.x + b
    losses = np.logaddexp(0.0, np.where(bars.ones, -z, z)) / base.unit
    for i, loss in enumerate(losses):
        end = bars.bottom[i] if bars.ones[i] else bars.top[i]
        assert read_off(layout.ruler, int(bars.ones[i]), end) == pytest.approx(loss, abs=0.02)
        length = (bars.bottom[i] - bars.top[i]) / layout.plot.height()
        assert -math.log1p(-length) / base.unit == pytest.approx(loss, rel=1e-9)


def test_bars_stand_on_their_labels_whatever_w_and_b_are():
    layout = layout_of(LAUNCHES)
    bars, plot = Bars(layout), layout.plot
    for w, b in ((0.0, 0.0), (1e154, 1e154), (-1e154, 3.0), (1e-300, -1e154)):
        bars.move(w, b)
        assert (bars.top[bars.ones] == plot.top()).all()
        assert (bars.bottom[~bars.ones] == plot.bottom()).all()
        assert (bars.bottom >= bars.top).all()
        for batch in bars._batches:
            assert np.array_equal(batch.edges[:, 1], np.rint(bars.top[batch.part]))
            assert all(
                (rect.left(), rect.bottom() + 1) == (left, round(bottom))
                for rect, left, bottom in zip(
                    batch.rects, bars.left[batch.part], bars.bottom[batch.part], strict=True
                )
            )


def test_equal_examples_are_one_darker_bar():
    bars = Bars(layout_of(Labelled([70] * 3 + [80] + [90] * 9, [1] * 3 + [0] + [1] * 9)))
    found = {x: batch.glasses for batch in bars._batches for x in bars.x[batch.part].tolist()}
    assert found == {70.0: 3, 80.0: 1, 90.0: MOST_GLASSES}


def test_what_shares_its_pixels_is_painted_once():
    rng = np.random.default_rng(5)
    data = Labelled(rng.normal(size=1900), rng.integers(0, 2, 1900))
    bars = Bars(layout_of(data))
    assert bars.width == 1
    for ones in (True, False):
        left = bars.left[bars.ones == ones]
        assert len(set(left.tolist())) == left.size


@pytest.mark.parametrize("height", [120, 200, 380, 900])
@pytest.mark.parametrize("scale", [(1.0, 0), (1.6, 27)])
def test_the_marks_of_the_ruler_keep_apart(height, scale):
    theme.set_look(scale=scale[0], least_type=scale[1])
    layout = layout_of(LAUNCHES, QRectF(0, 0, 1000, height))
    if layout is None:
        return
    for y, marks in enumerate(layout.ruler.marks):
        places = sorted(at for at, _text in marks)
        assert all(b - a >= 9 for a, b in pairwise(places))
        zero = layout.plot.top() if y else layout.plot.bottom()
        assert (zero, "0") in marks
        for at, text in marks:
            share = (at - layout.plot.top()) / layout.plot.height()
            d = share if y else 1 - share
            assert -math.log1p(-d) == pytest.approx(float(text), abs=1e-9)


CASES = {
    "launches": (LAUNCHES, -0.131, 8.446, {}),
    "steep": (LAUNCHES, -3.0, 200.0, {}),
    "flat": (LAUNCHES, 0.0, 0.0, {"true": (-0.3, 20.0)}),
    "shared": (LAUNCHES, -0.131, -0.5, {"shared": True}),
    "few": (Labelled([1, 2, 3, 4], [0, 1, 0, 1]), 0.8, -2.0, {}),
    "none": (Labelled(), 1.0, 0.0, {}),
}


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("size", [(940, 380), (600, 250), (400, 200)])
def test_the_names_of_curves_touch_no_curve_bar_or_dot(name, size):
    data, w, b, fields = CASES[name]
    snapshot = snapshot_of(data, w, b, **fields)
    layout = layout_of(data, QRectF(0, 0, *size))
    picture = Picture(layout, snapshot)
    picture.move(w, b)
    picture.place_labels()
    curves = [picture.now, *picture.still]
    assert [label.curve.kind for label in picture.labels] == [one.kind for one in curves]
    placed = [label for label in picture.labels if label.rect is not None]
    if size[0] > 900:
        assert placed
    for label in placed:
        rect = label.rect
        assert layout.plot.contains(rect)
        for curve in curves:
            x = np.linspace(rect.left(), rect.right(), 50)
            y = np.interp(x, *curve.line)
            assert ((y < rect.top()) | (y > rect.bottom())).all(), (label.curve.kind, curve.kind)
        bars = picture.bars
        for i in range(bars.x.size):
            bar = QRectF(bars.left[i], bars.top[i], bars.width, bars.bottom[i] - bars.top[i])
            assert not bar.intersects(rect)
    for one, other in combinations(placed, 2):
        assert not one.rect.intersects(other.rect)


def test_a_name_stays_at_its_curve_while_that_moves():
    snapshot = snapshot_of(LAUNCHES, -0.131, 8.446)
    picture = Picture(layout_of(LAUNCHES), snapshot)
    picture.move(-0.131, 8.446)
    picture.place_labels()
    choice = picture.labels[0].choice
    picture.move(-0.1312, 8.446)
    assert picture.place_labels() is False
    assert picture.labels[0].choice == choice


def test_of_many_bars_the_heading_names_the_curves():
    data = Labelled(np.arange(2 * MOST_BARS), np.arange(2 * MOST_BARS) % 3 == 0)
    picture = Picture(layout_of(data), snapshot_of(data, 0.01, 0.0))
    picture.move(0.01, 0.0)
    assert picture.place_labels() is True
    assert all(label.rect is None for label in picture.labels)
