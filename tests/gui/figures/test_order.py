"""What the command line says of figures, read into an order; every mistake is one line."""

from pathlib import Path

import pytest

from core.observations import random_observations
from core.state import LogBase
from gui.command_line import parse
from gui.figures.options import (
    ENDINGS,
    LONGEST_TITLE,
    MOVING_ENDINGS,
    PANELS,
    PARTS,
    PRESETS,
    FigureOptions,
    Motion,
)
from gui.figures.order import FIGURE_FLAGS, MOTION_FLAGS, ExportOrder
from gui.usage_error import LONGEST_QUOTE, UsageError, number_in, quoted, whole_number_in

TO = ("--export", "a.png")
TO_GIF = ("--export", "a.gif", "--size", "64x64")
WIDE_DIGITS = "２"


def order(*arguments):
    return parse(list(arguments)).export


def mistake(*arguments):
    """The one line that says what is wrong."""
    with pytest.raises(UsageError) as caught:
        parse(list(arguments))
    text = str(caught.value)
    assert len(text.splitlines()) == 1
    assert len(text) < 300
    return text


# What is right ---------------------------------------------------------------------------------


def test_nothing_said_is_the_usual_figure():
    assert order(*TO) == ExportOrder((Path("a.png"),), FigureOptions(), Motion())
    assert order() is None


def test_everything_at_once():
    found = order(
        *("1011", "--export", "a.png", "--export", "b/b.SVG", "--export", "c.webp"),
        *("--size", "300x200", "--scale", "2", "--panel", "bce", "--theme", "dark"),
        *("--lang", "ko", "--type-scale", "1.25", "--title", "It's  é 제목 ", "--transparent"),
        *("--without", "tiles,numbers", "--svg-text", "text", "--animate", "sweep"),
        *("--from", "1/10", "--to", "0.9", "--seconds", "2.5", "--fps", "30", "--loops", "3"),
        "--no-ease",
    )
    assert found == ExportOrder(
        (Path("a.png"), Path("b/b.SVG"), Path("c.webp")),
        FigureOptions(
            panel="bce",
            width=300,
            height=200,
            scale=2.0,
            theme="dark",
            language="ko",
            type_scale=1.25,
            title="It's é 제목",
            transparent=True,
            parts=frozenset({"formulas"}),
            outlines=False,
        ),
        Motion("sweep", 0.1, 0.9, 2.5, 30, 3, ease=False),
        data=("1011",),
    )


@pytest.mark.parametrize("ending", [*ENDINGS, *(ending.upper() for ending in ENDINGS)])
def test_every_ending(ending):
    assert order("--export", f"a{ending}").paths == (Path(f"a{ending}"),)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("1x1", (1, 1, "px")),
        ("16000X16000", (16000, 16000, "px")),
        ("1600x200", (1600, 200, "px")),
        ("170x125mm", (170, 125, "mm")),
        ("170.5x125.125 mm", (170.5, 125.125, "mm")),
        ("10x10mm", (10, 10, "mm")),
    ],
)
def test_sizes(text, size):
    figure = order(*TO, "--size", text).figure
    assert (figure.width, figure.height, figure.unit) == size


def test_pixels_of_print_and_of_the_screen():
    assert order(*TO, "--size", "170x125mm", "--dpi", "600").figure.dpi == 600
    assert order(*TO, "--size", "170x125mm").figure.pixels == (2008, 1476)
    assert order(*TO, "--scale", "0.5").figure.pixels == (720, 450)


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_and_what_is_said_besides(name):
    assert order(*TO, "--preset", name).figure == PRESETS[name]
    found = order(*TO, "--preset", name, "--panel", "bce", "--type-scale", "1", "--title", "x")
    assert found.figure.panel == "bce"
    assert found.figure.type_scale == 1
    assert found.figure.title == "x"
    assert found.figure.pixels == PRESETS[name].pixels
    small = order(*TO, "--preset", name, "--size", "100x100").figure
    assert small.pixels == (100, 100)
    assert small.transparent == PRESETS[name].transparent


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("tiles", {"formulas", "numbers"}),
        ("formulas, numbers", {"tiles"}),
        ("tiles,formulas,numbers", set()),
        ("tiles,tiles", {"formulas", "numbers"}),
        ("", set(PARTS)),
    ],
)
def test_parts_left_out(text, left):
    assert order(*TO, "--without", text).figure.parts == left


def test_a_title_of_many_lines_becomes_one():
    assert order(*TO, "--title", " two\n lines\t").figure.title == "two lines"
    assert order(*TO, "--title", "x" * LONGEST_TITLE).figure.title == "x" * LONGEST_TITLE
    assert order(*TO, "--title", "-1").figure.title == "-1"
    assert order(*TO, "--title", "").figure.title == ""


def test_a_moving_file_moves_without_a_word():
    assert order(*TO_GIF).motion == Motion()
    assert order("1011", *TO_GIF, "--animate", "replay").motion == Motion("replay")


def test_the_window_s_picture():
    found = order(*TO, "--preset", "screen")
    assert found == ExportOrder((Path("a.png"),), FigureOptions(), Motion(), window=True)
    found = order(
        *("--export", "a.png", "--export", "b.PNG", "--preset", "screen"),
        *("--size", "800x600", "--scale", "1.5", "--panel", "bce"),
    )
    assert found.window
    assert found.figure == FigureOptions(panel="bce", width=800, height=600, scale=1.5)


@pytest.mark.parametrize("panel", PANELS)
def test_panels(panel):
    options = parse([*TO, "--panel", panel])
    assert options.export.figure.panel == options.panel == panel


def test_a_session_s_panel_unless_another_is_asked_for(tmp_path):
    from core.session_file import SessionDocument, write_session
    from core.state import State

    path = tmp_path / "a.bernoulli.json"
    path.write_bytes(write_session(SessionDocument(State(), panel="bce")))
    assert order(str(path), *TO).figure.panel == "bce"
    assert order(str(path), *TO, "--panel", "all").figure.panel == "all"


# The data and the axis -------------------------------------------------------------------------


def test_a_draw_is_the_same_each_time():
    state = parse(["--draw", "1000:0.7:42"]).state
    again = random_observations(1000, 0.7, 42)
    assert state.observations.text(0, 1000) == again.text(0, 1000)
    assert (state.source, state.true_pi, state.shows_true_pi) == ("random:1000:0.7:42", 0.7, False)


def test_the_true_pi_the_interval_and_the_unit():
    state = parse(["1011", "--true-pi", "3/4", "--interval", "0.6:0.8", "--log-base", "2"]).state
    assert (state.true_pi, state.shows_true_pi) == (0.75, True)
    assert state.interval == (0.6, 0.8)
    assert state.log_base is LogBase.BITS
    assert parse(["--log-base", "e"]).state.log_base is LogBase.NATS
    assert parse(["--interval", "0:1"]).state.interval == (0.0, 1.0)


# Mistakes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        # The file.
        (["--export", "a.jpg"], ["--export", "'a.jpg'", *ENDINGS]),
        (["--export", "a"], ["--export", "'a'", ".png"]),
        (["--export", ""], ["--export", "''", ".png"]),
        (["--export", ".png"], ["--export", "'.png'", "no known ending"]),
        (["--export", "a.png", "--export", "a.png"], ["--export", "'a.png'", "twice"]),
        (["--export", "a.png", "--export", "./a.png"], ["--export", "'a.png'", "twice"]),
        (["--export"], ["--export", "argument"]),
        # Size and resolution.
        ([*TO, "--size", "170x125mm", "--scale", "2"], ["--scale", "pixels", "mm has --dpi"]),
        ([*TO, "--preset", "a4-half", "--scale", "2"], ["--scale", "mm has --dpi"]),
        ([*TO, "--size", "170x125", "--dpi", "300"], ["--dpi", "mm", "pixels has --scale"]),
        ([*TO, "--dpi", "300"], ["--dpi", "mm"]),
        ([*TO, "--size", "0x0"], ["--size", "'0x0'", "1 to 16000"]),
        ([*TO, "--size", "-5x7"], ["--size", "'-5x7'", "170x125mm"]),
        ([*TO, "--size", "1.5x2"], ["--size", "'1.5x2'", "WxH"]),
        ([*TO, "--size", "nanxnan"], ["--size", "'nanxnan'"]),
        ([*TO, "--size", "1_0x10"], ["--size", "'1_0x10'"]),
        ([*TO, "--size", f"{WIDE_DIGITS}0x20"], ["--size", "WxH"]),
        ([*TO, "--size", "9x12mm"], ["--size", "'9x12mm'", "mm"]),
        ([*TO, "--size", "2001x2000mm"], ["--size", "mm"]),
        ([*TO, "--size", "170x20mm"], ["--size", "8 times"]),
        ([*TO, "--size", "801x100"], ["--size", "8 times"]),
        ([*TO, "--size", "1e2x1e2"], ["--size", "WxH"]),
        ([*TO, "--size", "1" * 500], ["--size", "…"]),
        ([*TO, "--size", "16000x16000", "--scale", "2"], ["--size", "32000x32000", "16000"]),
        ([*TO, "--size", "1x1", "--scale", "0.1"], ["--scale", "0x0", "from 1"]),
        ([*TO, "--size", "2000x2000mm", "--dpi", "2400"], ["--size", "188976x188976"]),
        *(
            ([*TO, "--scale", text], ["--scale", repr(text), "0.1 to 8"])
            for text in ("0", "-1", "9", "nan", "inf", "-inf", "x", "", "1_0", "2x")
        ),
        *(
            ([*TO, "--type-scale", text], ["--type-scale", repr(text), "0.5 to 3"])
            for text in ("0", "-1", "4", "nan", "inf", "big", "", "1_0")
        ),
        *(
            ([*TO, "--size", "50x50mm", "--dpi", text], ["--dpi", repr(text), "36 to 2400"])
            for text in ("35", "2401", "-300", "300.0", "nan", "1_000", "３００", " 300", "")
        ),
        # What is shown.
        ([*TO, "--without", "axes"], ["--without", "'axes'", ",".join(PARTS)]),
        ([*TO, "--without", "tiles;formulas"], ["--without", "'tiles;formulas'"]),
        ([*TO, "--without", "all"], ["--without", "'all'"]),
        ([*TO, "--title", "x" * (LONGEST_TITLE + 1)], ["--title", "201", "at most 200"]),
        ([*TO, "--panel", "x"], ["--panel", "'x'", "log-likelihood"]),
        ([*TO, "--preset", "a3"], ["--preset", "'a3'", "slide", "screen"]),
        ([*TO, "--svg-text", "bitmap"], ["--svg-text", "outlines", "text"]),
        ([*TO, "--theme", "pink"], ["--theme", "dark"]),
        # The window's picture.
        (["--export", "a.svg", "--preset", "screen"], ["screen", ".png", "'a.svg'"]),
        ([*TO, "--export", "a.gif", "--preset", "screen"], ["screen", ".png", "'a.gif'"]),
        ([*TO, "--preset", "screen", "--size", "170x125mm"], ["--size", "pixels", "millimetres"]),
        ([*TO, "--preset", "screen", "--title", "x"], ["--title", "screen"]),
        ([*TO, "--preset", "screen", "--transparent"], ["--transparent", "screen"]),
        ([*TO, "--preset", "screen", "--fps", "9"], ["--fps", "screen"]),
        ([*TO, "--preset", "screen", "--size", "9000x9000", "--scale", "2"], ["18000x18000"]),
        # Motion.
        ([*TO, "--animate", "sweep"], ["--animate", *MOVING_ENDINGS]),
        (["--export", "a.csv", "--fps", "10"], ["--fps", *MOVING_ENDINGS]),
        ([*TO, "--no-ease"], ["--no-ease", ".gif"]),
        ([*TO, "--from", "0"], ["--from", ".gif"]),
        ([*TO_GIF, "--animate", "jump"], ["--animate", "'jump'", "sweep", "replay"]),
        (["1", *TO_GIF, "--animate", "replay", "--from", "0"], ["--from", "--animate sweep"]),
        (["1", *TO_GIF, "--animate", "replay", "--to", "0"], ["--to", "--animate sweep"]),
        (["--counts", "7/10", *TO_GIF, "--animate", "replay"], ["replay", "counts", "sequence"]),
        (["", *TO_GIF, "--animate", "replay"], ["replay", "none"]),
        (["--counts", "0/0", *TO_GIF, "--animate", "replay"], ["replay", "none"]),
        *(
            ([*TO_GIF, flag, text], [flag, repr(text)])
            for flag in ("--from", "--to")
            for text in ("-0.1", "1.1", "nan", "inf", "x", "", "1_0", "1/0")
        ),
        *(
            ([*TO_GIF, "--seconds", text], ["--seconds", repr(text), "0.1 to 60"])
            for text in ("0", "-1", "61", "nan", "inf", "x", "", "1_0")
        ),
        *(
            ([*TO_GIF, "--fps", text], ["--fps", repr(text), "1 to 50"])
            for text in ("0", "-1", "51", "29.97", "nan", "1_0", "２０", "")
        ),
        *(
            ([*TO_GIF, "--loops", text], ["--loops", repr(text), "0 to 1000"])
            for text in ("-1", "1001", "nan", "1.0", "1_0", "２", "")
        ),
        (
            ["--export", "a.gif", "--size", "1920x1080", "--seconds", "60"],
            ["--size, --seconds and --fps", "3110400000", "300000000", "smaller"],
        ),
        # The data and the axis.
        *(
            (["--interval", text], ["--interval", repr(text), "0.6:0.8"])
            for text in ("0.8:0.6", "0.5:0.5", "0.5", "0.1:0.2:0.3", "", "-0.1")
        ),
        (["--interval", "-0.1:0.5"], ["--interval", "'-0.1'", "[0, 1]"]),
        (["--interval", "0:nan"], ["--interval", "'nan'", "0 to 1"]),
        (["--interval", ":"], ["--interval", "''", "0 to 1"]),
        *(
            (["--draw", text], ["--draw", repr(text), "N:P:SEED", "1000:0.7:42"])
            for text in (
                *("", "100", "100:0.5", "0:0.5:1", "-1:0.5:1", "10:1.5:1", "10:0.5:-1"),
                *("10:nan:1", "10:inf:1", "1e3:0.5:1", "10:0.5:1:2", "1000000001:0.5:1", "x:y:z"),
                *("1_0:0.5:1", "10:0_1:1", "10:0.5:1_0"),
            )
        ),
        *(
            (["--true-pi", text], ["--true-pi", repr(text)])
            for text in ("-0.1", "1.1", "nan", "inf", "x", "", "0,5", "1_0")
        ),
        (["--log-base", "10"], ["--log-base", "'10'", "'e'", "'2'"]),
        (["1", "--draw", "10:0.5:1"], ["DATA and --draw", "not both"]),
        (["--counts", "1/2", "--draw", "10:0.5:1"], ["--counts and --draw", "not both"]),
    ],
    ids=lambda value: " ".join(value)[-40:] if isinstance(value, list) else None,
)
def test_a_mistake_names_its_place_and_what_is_allowed(arguments, words):
    text = mistake(*arguments)
    for word in words:
        assert word in text


@pytest.mark.parametrize("flag", [*FIGURE_FLAGS, *MOTION_FLAGS])
def test_what_speaks_of_files_needs_one(flag):
    values = {"--preset": "slide", "--svg-text": "text", "--animate": "sweep", "--title": "x"}
    bare = flag in ("--transparent", "--no-ease")
    arguments = [flag] if bare else [flag, values.get(flag, "1")]
    text = mistake(*arguments)
    assert text.startswith(flag)
    assert "--export FILE" in text


@pytest.mark.parametrize(
    "flag", [flag for flag in MOTION_FLAGS if flag not in ("--animate", "--no-ease")]
)
def test_a_zero_is_something_said_too(flag):
    assert flag in mistake(flag, "0")
    assert flag in mistake(*TO, flag, "0")


def test_numbers_are_read_as_they_are_written():
    assert number_in("--x", "0.50", 0, 1, example="1") == 0.5
    assert number_in("--x", "1e-1", 0, 1, example="1") == 0.1
    assert whole_number_in("--x", "0", 0, 5) == 0
    assert whole_number_in("--x", "0042", 0, 2400) == 42


def test_what_is_quoted_is_never_long():
    assert quoted("a" * LONGEST_QUOTE) == repr("a" * LONGEST_QUOTE)
    assert len(quoted("a" * 1000)) == LONGEST_QUOTE + 3
    assert "\n" not in quoted("a\nb")
