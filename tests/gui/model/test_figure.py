"""Figures of the Model view in every format: whole, the same each time, with the core's numbers."""

import re
import shlex
import zlib
from dataclasses import replace
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PyQt5.QtCore import QRectF
from PyQt5.QtGui import QImage

from core import climb, logistic
from core.labelled import Labelled
from core.landscape import SIZES
from core.model_snapshot import evaluate_model
from core.model_state import Climber, ModelLook, ModelState
from core.region import Region
from core.scientific import format_number
from core.snapshot import evaluate
from core.state import LogBase, State
from gui.figures.figure import Figure, figure_for
from gui.figures.moving import MovingFigure, pixels_of
from gui.figures.options import (
    ENDINGS,
    MODEL_PANELS,
    PRESETS,
    FigureOptions,
    Motion,
)
from gui.figures.still_files import picture, still
from gui.figures.writing import figure_bytes
from gui.model import landscape_cache
from gui.model.figure import ModelFigure
from gui.model.figure_canvas import model_canvas_for
from gui.model.figure_climb import FEWEST_STEPS, MOST_STEPS, Climb
from tests.gui.model.model_bench import CHALLENGER, DATA

pytestmark = pytest.mark.usefixtures("qapp")

SMALL = FigureOptions(width=720, height=450)
SHORT = Motion(kind="climb", seconds=0.5, fps=10)


def shown(data=CHALLENGER, look=None, unit=LogBase.NATS, steps=0, **fields):
    model = ModelState(data, **fields)
    if steps:
        model = climb.advanced(model, None, steps)
    return evaluate(State(log_base=unit, model=model, model_look=look or ModelLook()))


def painted(options, snapshot):
    return picture(figure_for(options, snapshot), options, snapshot)


def text_of(options, snapshot):
    """The words of an SVG whose text is kept as text."""
    svg = still(".svg", replace(options, outlines=False), snapshot, "")
    root = ET.fromstring(svg)  # noqa: S314 - our own
    return ["".join(node.itertext()) for node in root.iter() if node.tag.endswith("text")]


def test_a_snapshot_with_a_model_has_a_figure_of_its_own():
    assert isinstance(figure_for(SMALL, shown()), ModelFigure)
    assert isinstance(figure_for(SMALL, evaluate(State())), Figure)


# Every format ----------------------------------------------------------------------------------


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_file_comes_each_time(tmp_path, ending):
    path, snapshot = tmp_path / f"a{ending}", shown(steps=6)
    first = figure_bytes(path, SMALL, SHORT, snapshot)
    landscape_cache.get.cache_clear()
    again = figure_bytes(path, SMALL, SHORT, shown(steps=6))
    assert first == again
    assert b"--climb" in first or ending in (".pdf", ".png", ".apng")


@pytest.mark.parametrize("ending", [".gif", ".webp"])
def test_a_moving_picture_has_its_size(tmp_path, ending):
    from PIL import Image

    path = tmp_path / f"a{ending}"
    path.write_bytes(figure_bytes(path, SMALL, SHORT, shown(steps=6)))
    with Image.open(path) as image:
        assert image.size == (720, 450)


def test_a_still_picture_has_its_size():
    image = QImage.fromData(still(".png", replace(SMALL, scale=2), shown(), ""))
    assert (image.width(), image.height()) == (1440, 900)


def test_a_page_is_one_page_of_its_size():
    import io

    from pypdf import PdfReader

    options = PRESETS["a4-half"]
    reader = PdfReader(io.BytesIO(still(".pdf", options, shown(steps=6), "")))
    box = reader.pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(options.points, abs=0.01)
    text = reader.pages[0].extract_text()
    assert "0.6145" in text


@pytest.mark.parametrize("unit", list(LogBase))
def test_the_numbers_in_an_svg_are_those_of_the_core(unit):
    snapshot = shown(unit=unit, steps=6)
    words, model = " ".join(text_of(FigureOptions(), snapshot)), snapshot.model
    for loss in (model.binary_cross_entropy, model.floor, model.fit.loss):
        assert format_number(snapshot.in_unit(loss)) in words
    assert f"argmin w ≈ {format_number(model.fit.w)}" in words.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("unit", "losses"),
    [(LogBase.NATS, ("8.9×10⁻³²⁴", "754.63")), (LogBase.BITS, ("1.3×10⁻³²³", "1089"))],
)
def test_numbers_below_float64_have_their_digits_in_a_figure(unit, losses):
    data = Labelled([69.0, 70.0, 70.0], [0, 1, 0])
    snapshot = shown(data, unit=unit, w=-10.782608695652158, b=0.15217391304347883)
    words = text_of(FigureOptions(), snapshot)
    assert {"8.9×10⁻³²⁴", "1.9×10⁻³²⁸", *losses} <= set(words)
    assert "≈ 0" not in words


def test_the_table_is_that_of_the_examples():
    rows = still(".csv", SMALL, shown(), "c").decode().splitlines()
    assert len([row for row in rows if not row.startswith("#")]) == 1 + CHALLENGER.n


# What is shown ---------------------------------------------------------------------------------


@pytest.mark.parametrize("panel", MODEL_PANELS)
def test_a_panel_alone_is_shown_alone(panel):
    words = " ".join(text_of(replace(FigureOptions(), panel=panel), shown()))
    assert ("Prediction f(x) and loss" in words) is (panel != "landscape")
    assert ("Loss landscape BCE(w, b)" in words) is (panel != "prediction")


@pytest.mark.parametrize(
    ("part", "word"), [("tiles", "Examples"), ("numbers", "minimum, w and b"), ("formulas", "∑")]
)
def test_what_is_left_out_is_not_there(part, word):
    whole = FigureOptions()
    without = replace(whole, parts=whole.parts - {part})
    card = model_canvas_for(whole)
    assert card.beside
    whole_words, words = text_of(whole, shown()), text_of(without, shown())
    assert any(word in text for text in whole_words)
    count = [sum(word in text for text in texts) for texts in (whole_words, words)]
    assert count[1] < count[0]


def test_nothing_beside_the_plots_leaves_them_all_the_room():
    options = replace(FigureOptions(), parts=frozenset())
    canvas = model_canvas_for(options)
    assert canvas.words is None
    assert canvas.examples is None
    assert canvas.plots["prediction"].width() == canvas.width - 40


@pytest.mark.parametrize("panel", MODEL_PANELS)
@pytest.mark.parametrize("parts", [(), ("tiles",), ("numbers",), ("tiles", "formulas", "numbers")])
@pytest.mark.parametrize("size", [(1440, 900), (1080, 1080), (300, 2400), (2400, 300), (64, 64)])
def test_nothing_stands_outside_or_over_another(panel, parts, size):
    options = FigureOptions(panel, *size, parts=frozenset(parts), title="T")
    canvas = model_canvas_for(options)
    assert canvas.width / canvas.height == pytest.approx(size[0] / size[1])
    whole = QRectF(0, 0, canvas.width, canvas.height)
    places = [*canvas.plots.values(), canvas.title, canvas.examples, canvas.words]
    places = [place for place in places if place is not None]
    for i, place in enumerate(places):
        assert whole.contains(place)
        assert place.height() > 20
        for other in places[:i]:
            assert not place.intersects(other)


@pytest.mark.parametrize("name", DATA)
@pytest.mark.parametrize("options", [FigureOptions(), PRESETS["square"], PRESETS["a4-half"]])
def test_data_of_every_kind_are_painted(name, options):
    small = replace(options, scale=0.2, dpi=60, language="ko", theme="dark")
    image = painted(small, shown(DATA[name], w=1e150, b=-3.0))
    assert len(np.unique(pixels_of(image).reshape(-1, 4), axis=0)) > 20


def test_separable_data_say_that_no_minimum_is_reached():
    words = " ".join(text_of(FigureOptions(), shown(DATA["separable"])))
    assert "never reached" in words
    assert "separable: not reached" in words


def test_a_figure_without_ground_lets_what_is_behind_it_through():
    options = replace(SMALL, transparent=True)
    alpha = pixels_of(painted(options, shown()))[..., 3]
    assert (alpha == 0).mean() > 0.3
    assert (alpha == 255).any()
    assert (pixels_of(painted(SMALL, shown()))[..., 3] == 255).all()


def test_theme_and_language_change_it_and_leave_the_window_as_it_was():
    from gui.i18n import language
    from gui.theme import look

    before = look(), language()
    images = {
        zlib.crc32(
            pixels_of(painted(replace(SMALL, theme=theme, language=code), shown())).tobytes()
        )
        for theme in ("light", "dark")
        for code in ("en", "ko")
    }
    assert len(images) == 4
    assert (look(), language()) == before


def test_the_region_that_is_seen_is_shown():
    look = ModelLook(region=Region(-1.0, 1.0, -30.0, 30.0))
    assert pixels_of(painted(SMALL, shown(look=look))).tobytes() != (
        pixels_of(painted(SMALL, shown())).tobytes()
    )


def test_a_million_examples_are_painted():
    rng = np.random.default_rng(1)
    x = rng.normal(size=10**6)
    data = Labelled(x, rng.random(10**6) < 1 / (1 + np.exp(-x)))
    snapshot = shown(data)
    snapshot = replace(snapshot, model=snapshot.model.with_fit(logistic.fit(data.x, data.y)))
    assert "… 999,9" in " ".join(text_of(FigureOptions(), snapshot))


# The landscape that is kept --------------------------------------------------------------------


def test_a_landscape_is_worked_out_once():
    landscape_cache.get.cache_clear()
    model = evaluate_model(ModelState(CHALLENGER), ModelLook())
    first = landscape_cache.landscape(model)
    assert landscape_cache.landscape(model) is first
    assert first.loss.shape == SIZES[-1][::-1]
    other = evaluate_model(ModelState(DATA["separable"]), ModelLook())
    assert landscape_cache.landscape(other) is not first


def test_a_preview_of_many_examples_is_coarser():
    rng = np.random.default_rng(1)
    many = evaluate_model(ModelState(Labelled(rng.normal(size=500), [0, 1] * 250)), ModelLook())
    assert landscape_cache.landscape(many, quick=True).loss.size < (
        landscape_cache.landscape(many).loss.size
    )


@pytest.mark.parametrize("along", ["w", "b"])
def test_the_slice_goes_through_the_weights(along):
    look = ModelLook(slice_along=along)
    model = evaluate_model(ModelState(CHALLENGER, w=-0.2, b=12.0), look)
    line = landscape_cache.slice_line(model)
    assert (line.along, line.at) == (along, model.b if along == "w" else model.w)
    now = model.w if along == "w" else model.b
    at = np.interp(now, line.t, line.loss)
    assert at == pytest.approx(model.binary_cross_entropy, rel=0.05)


# The way down ----------------------------------------------------------------------------------


def test_a_path_is_gone_from_its_start_to_its_end():
    snapshot = shown(steps=6)
    moving = MovingFigure(SMALL, Motion(kind="climb", seconds=2, fps=10), snapshot)
    assert moving.steps[0] == 0
    assert moving.steps[-1] == 6
    assert moving.steps == sorted(moving.steps)
    path = snapshot.model.path
    for number, step in enumerate(moving.steps):
        model = moving.snapshot(number).model
        assert (model.w, model.b) == (path.w[step], path.b[step])
        assert model.binary_cross_entropy == pytest.approx(path.loss[step], rel=1e-12)
    assert moving.snapshot(len(moving.steps) - 1).state.model == snapshot.state.model


def test_without_a_path_it_goes_down_from_zero():
    climber = Climber(method="newton")
    way = Climb(shown(w=-3.0, b=7.0, climber=climber))
    steps = way.steps(10)
    first, last = way.snapshot(steps[0]).model, way.snapshot(steps[-1]).model
    assert (first.w, first.b) == (0.0, 0.0)
    assert last.w == pytest.approx(last.fit.w, rel=1e-8)
    assert steps[-1] <= MOST_STEPS


def test_one_shared_pi_goes_down_along_b_and_leaves_w_aside():
    way = Climb(shown(w=0.5, shared=True))
    last = way.snapshot(way.steps(10)[-1])
    assert last.state.model.w == 0.5
    assert last.model.w == 0.0
    assert last.model.binary_cross_entropy == pytest.approx(last.model.floor, rel=1e-9)


def test_of_many_examples_it_goes_a_few_steps():
    data = Labelled(np.linspace(-1, 1, 10**6), np.arange(10**6) % 2)
    way = Climb(shown(data))
    assert 1 <= way.steps(5)[-1] <= FEWEST_STEPS


def test_where_nothing_moves_every_frame_is_the_same():
    data = Labelled([-1.0, 1.0], [1, 1])
    snapshot = shown(data, climber=Climber(rate=1e-12), w=1e100)
    steps = Climb(replace(snapshot)).steps(4)
    assert len(steps) == 4


def test_examples_are_needed():
    with pytest.raises(ValueError, match="examples"):
        Climb(shown(Labelled()))


def test_the_command_in_a_file_is_the_one_that_makes_it(tmp_path):
    from gui.command_line import parse

    svg = figure_bytes(tmp_path / "a.svg", SMALL, SHORT, shown(steps=6, source="")).decode()
    line = re.search(r"python main\.py [^<]*", svg)[0].replace("&gt;", ">")
    options = parse(shlex.split(line)[2:])
    assert options.shown_state.model == shown(steps=6).state.model
