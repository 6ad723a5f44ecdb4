"""The labelled sets that the program ships, and what the Model view begins with."""

import json

import pytest

from core import logistic
from core.climb import path
from core.labelled import Labelled
from core.labelled_examples import FIRST_STEPS, first_model, load_labelled, source_of
from core.model_state import ModelLook
from gui.resources import EXAMPLES

ENTRY = {"id": "a", "title_en": "A", "title_ko": "가", "x": [1, 2], "y": [0, 1], "source": "S"}


def write(path, content):
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def test_those_that_are_shipped():
    challenger, points = load_labelled(EXAMPLES)
    assert (challenger.id, challenger.data.n, challenger.data.k) == ("challenger", 23, 7)
    assert challenger.data.span == (53.0, 81.0)
    assert challenger.x_label == challenger.data.x_name == "temperature (°F)"
    assert challenger.x_label_ko == "발사 시 온도(°F)"
    assert challenger.y_label == challenger.data.y_name == "at least one O-ring damaged"
    assert challenger.y_label_ko == "O링 한 개 이상 손상"
    assert "JASA" in challenger.source
    assert source_of(challenger) == "example:challenger"
    assert (points.id, points.data.n, points.data.k) == ("ten-points", 10, 7)
    assert (points.x_label, points.x_label_ko, points.y_label, points.y_label_ko) == (*"xxyy",)


def test_their_fits_are_those_of_the_file():
    published = json.loads(EXAMPLES.read_text(encoding="utf-8"))["labelled"]
    for example, entry in zip(load_labelled(EXAMPLES), published, strict=True):
        fit = logistic.fit(example.data.x, example.data.y)
        assert fit.w == pytest.approx(entry["fit"]["w"], rel=1e-9)
        assert fit.b == pytest.approx(entry["fit"]["b"], rel=1e-9)
        assert fit.loss == pytest.approx(entry["fit"]["binary_cross_entropy"], rel=1e-9)


def test_labels_may_be_missing(tmp_path):
    named = {**ENTRY, "x_label": "height", "y_label_ko": "키 큼"}
    first, second = load_labelled(write(tmp_path / "e.json", {"labelled": [ENTRY, named]}))
    assert first.data == Labelled([1, 2], [0, 1], "x", "y")
    assert (first.x_label_ko, first.y_label_ko) == ("x", "y")
    assert (second.x_label_ko, second.y_label, second.y_label_ko) == ("height", "y", "키 큼")


@pytest.mark.parametrize("content", [{}, [], 5, {"labelled": [{}]}, {"labelled": [5]}])
def test_other_json_is_refused(tmp_path, content):
    with pytest.raises(ValueError, match="is not a file of examples"):
        load_labelled(write(tmp_path / "e.json", content))


def test_wrong_examples_are_refused(tmp_path):
    with pytest.raises(ValueError, match=r"y\[1\] must be 0 or 1"):
        load_labelled(write(tmp_path / "e.json", {"labelled": [{**ENTRY, "y": [0, 2]}]}))


def test_what_the_view_begins_with_is_the_design_s_picture():
    state, look = first_model(EXAMPLES)
    assert look == ModelLook()
    assert (state.source, state.data.n, state.shared, state.true) == (
        "example:challenger",
        23,
        False,
        None,
    )
    assert (round(state.w, 3), round(state.b, 3)) == (-0.131, 8.446)
    climber = state.climber
    assert (climber.method, climber.rate, climber.standardised) == ("descent", 1.0, True)
    assert (climber.start, climber.step) == ((0.0, 0.0), FIRST_STEPS)
    way = path(state.data, climber)
    assert (way.w[-1], way.b[-1]) == (state.w, state.b)
    assert (round(way.loss[-2], 3), round(way.loss[-1], 3)) == (0.482, 0.473)


def test_without_its_data_there_is_no_first_model(tmp_path):
    with pytest.raises(ValueError, match="no example 'challenger'"):
        first_model(write(tmp_path / "e.json", {"labelled": [ENTRY]}))
