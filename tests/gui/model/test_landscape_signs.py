import math
from itertools import combinations

import numpy as np
import pytest
from PyQt5.QtCore import QPointF, QRectF

from core.climb import Path
from core.labelled import Labelled
from core.landscape import Region
from core.model_state import ModelLook, ModelState
from core.snapshot import evaluate
from core.state import LogBase, State
from gui import i18n, theme
from gui.model.landscape_layout import lay_out
from gui.model.landscape_marks import handle_of
from gui.model.landscape_path import trail
from gui.model.landscape_signs import quantity, signs
from gui.model.landscape_words import place_words

pytestmark = pytest.mark.usefixtures("look_of_the_start")

TEN = Labelled([-2, -1, -1, 0, 0, 1, 1, 2, 2, 3], [0, 0, 1, 0, 1, 0, 1, 1, 1, 1])
DATA = {
    "minimum": TEN,
    "equal_x": Labelled([2, 2, 2], [1, 1, 0]),
    "separable": Labelled([1, 2, 3, 4], [0, 0, 1, 1]),
    "quasi_separable": Labelled([1, 2, 2, 3], [0, 0, 1, 1]),
    "one_class": Labelled([1, 2, 3], [1, 1, 1]),
    "single_point": Labelled([2], [0]),
    "no_examples": Labelled(),
}
PLACES = [(660, 350, 1.0, 0), (300, 160, 1.0, 0), (700, 420, 1.6, 27)]


def shown(data, region=None, base=LogBase.NATS, size=(660, 350), **fields):
    model = ModelState(data=data, **fields)
    snapshot = evaluate(State(log_base=base, model=model, model_look=ModelLook(region=region)))
    return snapshot, lay_out(QRectF(0, 0, *size), snapshot.model.region, None, "nats")


def kinds(snapshot, layout):
    return {sign.kind: sign for sign in signs(snapshot, layout)}


def test_the_argmin_is_marked_where_it_is_with_its_numbers():
    snapshot, layout = shown(TEN)
    found = kinds(snapshot, layout)
    fit = snapshot.model.fit
    assert found["argmin"].at == layout.point(fit.w, fit.b)
    assert found["argmin"].texts[0] == f"argmin {quantity('w', fit.w)}, {quantity('b', fit.b)}"
    assert found["argmin"].texts[0].startswith("argmin w ≈ ")


def test_the_least_of_one_pi_stands_on_the_line_of_no_weight():
    snapshot, layout = shown(TEN, base=LogBase.BITS)
    sign = kinds(snapshot, layout)["shared"]
    assert sign.at == layout.point(0.0, math.log(6 / 4))
    assert sign.texts == ("one π: H(k/n) ≈ 0.9710", "one π")


def test_the_truth_is_marked_where_it_is_known():
    snapshot, layout = shown(TEN, true=(1.0, -0.5))
    sign = kinds(snapshot, layout)["truth"]
    assert sign.at == layout.point(1.0, -0.5)
    assert sign.texts[0] == "true w = 1, b = −0.5"


@pytest.mark.parametrize("reason", ["separable", "quasi_separable", "one_class", "single_point"])
def test_without_a_minimum_an_arrow_shows_where_the_loss_falls(reason):
    snapshot, layout = shown(DATA[reason])
    fit = snapshot.model.fit
    found = kinds(snapshot, layout)
    assert fit.reason == reason
    assert "argmin" not in found
    arrow = found["direction"].arrow
    assert layout.plot.contains(arrow.p1())
    assert layout.plot.contains(arrow.p2())
    across = arrow.dx() * layout.w_per_pixel
    up = -arrow.dy() * layout.b_per_pixel
    length = math.hypot(across, up)
    assert (across / length, up / length) == pytest.approx(fit.direction, abs=1e-9)


def test_with_one_x_for_all_the_line_of_minima_is_drawn():
    snapshot, layout = shown(DATA["equal_x"])
    line = kinds(snapshot, layout)["line"].arrow
    b = snapshot.model.fit.b
    w_per, b_per, plot = layout.w_per_pixel, layout.b_per_pixel, layout.plot
    for point in (line.p1(), line.p2(), line.pointAt(0.4)):
        w = layout.region.w_low + (point.x() - plot.left()) * w_per
        at = layout.region.b_low + (plot.bottom() - point.y()) * b_per
        assert w * 2 + at == pytest.approx(b, abs=1e-6)
    at_zero, upright = shown(Labelled([0, 0, 0], [1, 0, 0]))
    assert kinds(at_zero, upright)["line"].arrow.dy() == pytest.approx(0.0)


def test_what_is_out_of_sight_is_not_marked():
    snapshot, layout = shown(TEN, region=Region(100, 101, 100, 101), true=(1.0, 1.0))
    assert signs(snapshot, layout) == ()
    assert signs(*shown(Labelled())) == ()


def test_a_quantity_says_whether_it_is_exact():
    assert quantity("w", 0.5) == "w = 0.5"
    assert quantity("b", -12.0) == "b = −12"
    assert quantity("w", 1 / 3) == "w ≈ 0.3333"
    assert quantity("w", 0.0) == "w = 0"
    assert quantity("w", 1e150) == "w = 1.000×10¹⁵⁰"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("reason", list(DATA))
@pytest.mark.parametrize("language", ["en", "ko"])
def test_words_cover_nothing(place, reason, language):
    width, height, scale, least = place
    theme.set_look(scale=scale, least_type=least)
    i18n.set_language(language)
    for w, b in ((0.0, 0.0), (1.6, 0.8), (2.5, -1.0)):
        snapshot, layout = shown(DATA[reason], size=(width, height), w=w, b=b, true=(1.5, 0.5))
        found = signs(snapshot, layout)
        handle = handle_of(w, b, layout)
        path = Path(np.linspace(0, w, 9), np.linspace(0, b, 9), np.zeros(9), "going")
        way = trail(path, layout)
        words = place_words(found, layout, [handle.covers()], way)
        for one, other in combinations(words, 2):
            assert not one.rect.intersects(other.rect)
        for one in words:
            assert layout.plot.contains(one.rect)
            assert not one.rect.intersects(handle.covers())
            assert not any(one.rect.intersects(sign.covers()) for sign in found)
            assert not any(one.rect.contains(QPointF(*at)) for at in way.samples.tolist())


def test_where_there_is_room_every_mark_speaks():
    snapshot, layout = shown(TEN, true=(2.0, 1.5))
    said = {words.sign: words.text for words in place_words(signs(snapshot, layout), layout)}
    assert set(said) == {"argmin", "shared", "truth"}
    assert "H(k/n)" in said["shared"]


def test_words_stay_where_they_are_until_something_comes():
    snapshot, layout = shown(TEN)
    found = signs(snapshot, layout)
    first = place_words(found, layout)
    away = QRectF(layout.plot.left(), layout.plot.top(), 20, 20)
    assert place_words(found, layout, [away], None, first) == first
    on_it = place_words(found, layout, [first[0].rect], None, first)
    assert on_it[0].rect != first[0].rect
    # When it goes again they do not jump back.
    assert place_words(found, layout, [away], None, on_it) == on_it


def test_a_handle_out_of_sight_points_to_where_it_is():
    _snapshot, layout = shown(TEN)
    up = handle_of(0.5, 1e154, layout)
    assert layout.plot.contains(up.at)
    assert up.out.dy() < 0
    assert up.out.dx() == pytest.approx(0.0, abs=1e-6)
    assert layout.plot.adjusted(-1, -1, 1, 1).contains(up.out.p2())
    left = handle_of(-1e154, 0.0, layout)
    assert left.out.dx() < 0
    assert handle_of(0.5, 0.5, layout).out is None
