"""Words on the landscape name their own mark: they are clearly nearest to it, or a line leads."""

import math
from dataclasses import replace

import numpy as np
import pytest
from PyQt5.QtCore import QPointF, QRectF
from PyQt5.QtGui import QImage, QPainter

from core import climb
from core.climb import Path
from core.labelled import Labelled
from core.landscape import Terrain
from core.model_state import ModelLook, ModelState
from core.snapshot import evaluate
from core.state import State
from gui import i18n, theme
from gui.model.landscape_layout import lay_out
from gui.model.landscape_marks import handle_of
from gui.model.landscape_painter import layout_for, paint_landscape
from gui.model.landscape_path import trail
from gui.model.landscape_signs import signs
from gui.model.landscape_words import WordPlacer, place_words
from tests.gui.model.prediction_desk import LAUNCHES

pytestmark = pytest.mark.usefixtures("look_of_the_start")

TEN = Labelled([-2, -1, -1, 0, 0, 1, 1, 2, 2, 3], [0, 0, 1, 0, 1, 0, 1, 1, 1, 1])
# Width, height, scale and the least type, as in a window and before a class.
PLACES = [(660, 350, 1.0, 0), (330, 200, 1.0, 0), (520, 380, 1.4, 26), (700, 420, 1.6, 27)]


def shown(data, size=(660, 350), **fields):
    snapshot = evaluate(State(model=ModelState(data=data, **fields), model_look=ModelLook()))
    return snapshot, lay_out(QRectF(0, 0, *size), snapshot.model.region, None, "nats")


def gone(data, steps, rate=1.0, **fields):
    """The model after some steps down."""
    model = ModelState(data=data)
    model = replace(model, climber=replace(model.climber, rate=rate, **fields))
    return evaluate(State(model=climb.advanced(model, None, steps), model_look=ModelLook()))


def gap(rect, other):
    dx = max(0.0, rect.left() - other.right(), other.left() - rect.right())
    dy = max(0.0, rect.top() - other.bottom(), other.top() - rect.bottom())
    return math.hypot(dx, dy)


def dot(at, radius=3.0):
    return QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius)


def check_names(placed, found, handle, way):
    """Nothing placed could name another mark than its own."""
    own = {sign.kind: sign for sign in found}
    around = 4 * theme.look().scale
    knob = handle.covers().adjusted(around, around, -around, -around)
    for words in placed:
        sign = own[words.sign]
        others = [one for one in found if one is not sign and one.kind != "line"]
        others = [dot(one.at) for one in others if far(one.at, sign)]
        others += [knob] if far(handle.at, sign) else []
        if words.leader is None:
            nearest = min((gap(words.rect, one) for one in others), default=math.inf)
            assert nearest > 1.5 * gap(words.rect, sign.body())
            steps = [gap(words.rect, dot(at)) for at in way.seen_dots() if far(at, sign)]
            assert min(steps, default=math.inf) > gap(words.rect, sign.body())
            continue
        tip = words.leader.p2()
        assert gap(words.rect, dot(words.leader.p1(), 0.1)) < 1
        assert math.hypot(tip.x() - sign.at.x(), tip.y() - sign.at.y()) < 12 * theme.look().scale
        assert words.leader.length() >= 3
        along = [words.leader.pointAt(share) for share in np.linspace(0, 1, 60)]
        covered = [*others, *(one.rect for one in placed if one is not words)]
        assert not any(one.contains(at) for one in covered for at in along)


def far(at, sign):
    return max(abs(at.x() - sign.at.x()), abs(at.y() - sign.at.y())) >= theme.look().px(5)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("data", [TEN, LAUNCHES])
def test_words_name_no_mark_but_their_own(data, language, place):
    width, height, scale, least = place
    theme.set_look(scale=scale, least_type=least)
    i18n.set_language(language)
    snapshot, layout = shown(data, (width, height))
    found, region = signs(snapshot, layout), snapshot.model.region
    said = 0
    for across in np.linspace(0.04, 0.96, 12):
        for up in np.linspace(0.04, 0.96, 9):
            w = region.w_low + across * (region.w_high - region.w_low)
            b = region.b_low + up * (region.b_high - region.b_low)
            path = Path(np.linspace(0, w, 6), np.linspace(0, b, 6), np.zeros(6), "going")
            handle, way = handle_of(w, b, layout), trail(path, layout)
            placed = place_words(found, layout, [handle.covers()], way)
            check_names(placed, found, handle, way)
            said += len(placed)
    assert said > 100


@pytest.mark.parametrize("beside", [(-40, -12), (-30, 0), (-22, 14), (-60, 2), (0, -26)])
def test_a_handle_beside_the_square_is_not_named_one_pi(beside):
    snapshot, layout = shown(LAUNCHES, (520, 380))
    found = signs(snapshot, layout)
    square = next(sign for sign in found if sign.kind == "shared")
    handle = handle_of(*layout.weights_at(square.at + QPointF(*beside)), layout)
    way = trail(Path(np.zeros(1), np.zeros(1), np.zeros(1), "going"), layout)
    placed = place_words(found, layout, [handle.covers()], way)
    assert "shared" in [words.sign for words in placed]
    check_names(placed, found, handle, way)


def test_a_handle_on_the_minimum_is_named_with_it():
    snapshot, layout = shown(TEN)
    fit, found = snapshot.model.fit, signs(snapshot, layout)
    handle = handle_of(fit.w, fit.b, layout)
    placed = {words.sign: words for words in place_words(found, layout, [handle.covers()])}
    assert placed["argmin"].leader is None
    assert placed["argmin"].text.startswith("argmin w ≈")


def test_a_line_leads_to_the_mark_where_only_farther_off_there_is_room():
    snapshot, layout = shown(LAUNCHES, (660, 350))
    found = signs(snapshot, layout)
    square = next(sign for sign in found if sign.kind == "shared")
    covers = square.covers()
    walls = [
        QRectF(layout.plot.left(), covers.top() - 12, 0.85 * layout.plot.width(), 34),
        QRectF(covers.right() + 4, covers.top() - 12, 200, 34),
    ]
    placed = {words.sign: words for words in place_words(found, layout, walls)}
    assert "H(k/n)" in placed["shared"].text
    line = placed["shared"].leader
    assert line is not None
    assert gap(dot(line.p2(), 0.1), square.body()) < 3
    # Without the walls it needs none, and stands at the mark again.
    anew = place_words(found, layout, [], None, tuple(placed.values()))
    assert {words.sign: words.leader for words in anew} == {"argmin": None, "shared": None}


def test_who_places_again_and_again_places_as_one_that_begins():
    snapshot = gone(LAUNCHES, 12, 40.0)
    layout = lay_out(QRectF(0, 0, 660, 350), snapshot.model.region, None, "nats")
    found, way = signs(snapshot, layout), trail(snapshot.model.path, layout)
    placer, kept, region = WordPlacer(found, layout, way), (), snapshot.model.region
    for share in np.linspace(0.0, 1.0, 25):
        w = region.w_low + share * (region.w_high - region.w_low)
        handle = handle_of(w, 0.5 * (region.b_low + region.b_high), layout)
        anew = place_words(found, layout, [handle.covers()], way, kept)
        kept = placer.place([handle.covers()], kept)
        assert kept == anew
        check_names(kept, found, handle, way)


@pytest.mark.parametrize("name", ["argmin", "shared"])
def test_no_path_hides_a_mark(name):
    """A path that runs to and fro over the marks lies under them."""
    fit = evaluate(State(model=ModelState(data=TEN), model_look=ModelLook())).model.fit
    at = {"argmin": (fit.w, fit.b), "shared": (0.0, math.log(6 / 4))}[name]
    snapshot = evaluate(State(model=ModelState(data=TEN, w=-0.6, b=-0.5), model_look=ModelLook()))
    w = at[0] + np.array([-0.4, 0.4, -0.4, 0.4, 0.0])
    b = at[1] + np.array([-0.3, 0.3, 0.3, -0.3, 0.0])
    model = replace(snapshot.model, path=Path(w, b, np.zeros(5), "going"))
    snapshot = replace(snapshot, model=model)
    landscape = Terrain(TEN).landscape(model.region, (24, 24))
    place = QRectF(0, 0, 600, 400)
    image = QImage(600, 400, QImage.Format_RGB32)
    image.fill(theme.look().colour("card"))
    painter = QPainter(image)
    paint_landscape(painter, place, snapshot, landscape)
    painter.end()
    spot = layout_for(place, snapshot, landscape, model.region).point(*at)
    role = {"argmin": "optimum", "shared": "zeros_text"}[name]
    for dx, dy in ((0, 0), (2, 1), (-2, -1)):
        seen = image.pixelColor(round(spot.x()) + dx, round(spot.y()) + dy)
        assert seen == theme.look().colour(role)
