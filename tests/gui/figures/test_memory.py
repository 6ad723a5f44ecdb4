"""The choices of the last export: read as they were written, or as usual when they are damaged."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.figures import options as allowed
from gui.figures.memory import recalled, remembered
from gui.figures.options import (
    ENDINGS,
    PANELS,
    PARTS,
    FigureOptions,
    Motion,
    OptionsError,
    check,
)

USUAL = FigureOptions(), Motion(), ".png"


def tenths(low, high):
    return st.integers(round(10 * low), round(10 * high)).map(lambda number: number / 10)


@st.composite
def some_options(draw):
    unit = draw(st.sampled_from(("px", "mm")))
    side = tenths(*allowed.MILLIMETRES) if unit == "mm" else st.integers(1, allowed.LARGEST_SIDE)
    return FigureOptions(
        panel=draw(st.sampled_from(PANELS)),
        width=draw(side),
        height=draw(side),
        unit=unit,
        scale=draw(tenths(*allowed.SCALES)),
        dpi=draw(st.integers(*allowed.DPIS)),
        theme=draw(st.sampled_from(("light", "dark"))),
        language=draw(st.sampled_from(("en", "ko"))),
        type_scale=draw(st.integers(50, 300)) / 100,
        title=draw(st.text(max_size=10)),
        transparent=draw(st.booleans()),
        parts=draw(st.frozensets(st.sampled_from(PARTS))),
        outlines=draw(st.booleans()),
    )


def possible(options):
    try:
        check(options)
    except OptionsError:
        return False
    return True


motions = st.builds(
    Motion,
    kind=st.sampled_from(("sweep", "replay")),
    start=st.none() | st.floats(0, 1),
    stop=st.none() | st.floats(0, 1),
    seconds=tenths(*allowed.SECONDS),
    fps=st.integers(*allowed.FRAME_RATES),
    loops=st.integers(0, allowed.MOST_LOOPS),
    ease=st.booleans(),
)


@given(some_options().filter(possible), motions, st.sampled_from(ENDINGS))
def test_what_is_written_is_read_again_but_what_belongs_to_one_figure_or_window(
    options, motion, ending
):
    assert recalled(remembered(options, motion, ending)) == (
        replace(options, title="", theme="light", language="en"),
        replace(motion, start=None, stop=None),
        ending,
    )


@given(some_options().filter(lambda options: not possible(options)))
def test_a_figure_that_cannot_be_made_is_not_begun_with(options):
    assert recalled(remembered(options, Motion(), ".gif")) == USUAL


def test_no_words_of_the_figure_are_kept():
    assert "midterm" not in remembered(FigureOptions(title="midterm"), Motion(), ".png")


def test_an_ending_of_another_version_is_png_and_the_rest_stays():
    options = FigureOptions(width=800, height=600)
    kept = json.loads(remembered(options, Motion(fps=10), ".png"))
    assert recalled(json.dumps({**kept, "ending": ".jxl"})) == (options, Motion(fps=10), ".png")


def test_a_part_of_another_version_is_left_out():
    kept = json.loads(remembered(FigureOptions(), Motion(), ".png"))
    options, _motion, _ending = recalled(json.dumps({**kept, "parts": ["tiles", "legend"]}))
    assert options.parts == {"tiles"}


@pytest.mark.parametrize(
    "text",
    [
        *("", "{", "nonsense", "null", "3", '"text"', "[]", "[1, 2]", "{}", "\0", "[" * 100_000),
        *('{"width": 3}', "NaN", "1e999"),
    ],
    ids=lambda text: text[:12],
)
def test_what_is_no_such_text_is_read_as_usual(text):
    assert recalled(text) == USUAL


KEPT = json.loads(remembered(FigureOptions(width=800, height=600), Motion(fps=10), ".gif"))


@pytest.mark.parametrize("key", KEPT)
def test_a_choice_that_is_missing_is_read_as_usual(key):
    assert recalled(json.dumps({name: KEPT[name] for name in KEPT if name != key})) == USUAL


@pytest.mark.parametrize("key", [key for key in KEPT if key != "ending"])
@pytest.mark.parametrize(
    "value",
    [None, "", "many", {}, {"a": 1}, [[]], -1, 0, 1e300, 10**400, float("nan"), float("inf")],
    ids=lambda value: str(value)[:8] or "empty",
)
def test_a_choice_of_the_wrong_kind_is_read_as_usual(key, value):
    if key == "loops" and value == 0:
        return  # for ever
    assert recalled(json.dumps({**KEPT, key: value})) == USUAL


@pytest.mark.parametrize("key", ["width", "scale", "dpi", "type_scale", "seconds", "fps", "loops"])
def test_true_is_no_number(key):
    assert recalled(json.dumps({**KEPT, key: True})) == USUAL


@pytest.mark.parametrize("key", ["dpi", "fps", "loops"])
def test_half_a_dot_or_frame_or_time_is_none(key):
    """The fields hold whole numbers, and fail at others."""
    assert recalled(json.dumps({**KEPT, key: 36.5})) == USUAL


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("width", allowed.LARGEST_SIDE + 1),
        ("scale", 8.5),
        ("scale", 0.05),
        ("dpi", 35),
        ("dpi", 2401),
        ("type_scale", 3.01),
        ("seconds", 60.1),
        ("fps", 51),
        ("loops", allowed.MOST_LOOPS + 1),
        ("panel", "second"),
        ("unit", "in"),
        ("kind", "zoom"),
        ("parts", "tiles"),
        ("transparent", 1),
        ("outlines", 0),
        ("ease", "no"),
    ],
)
def test_a_choice_that_no_field_offers_is_read_as_usual(key, value):
    assert recalled(json.dumps({**KEPT, key: value})) == USUAL


@pytest.mark.parametrize("side", [9.9, 2000.1])
def test_a_size_in_millimetres_that_no_field_offers_is_read_as_usual(side):
    """Few of its pixels need be enough to make it impossible."""
    kept = {**KEPT, "unit": "mm", "dpi": 36, "width": side, "height": side}
    assert recalled(json.dumps(kept)) == USUAL
