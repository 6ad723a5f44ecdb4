"""What a figure is to look like: sizes, limits, and the command that makes it again."""

import shlex
from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.observations import Observations, random_observations
from core.state import LogBase, State
from gui.command_line import parse
from gui.draws import noted
from gui.figures.commands import LONGEST_SEQUENCE, command, window_command
from gui.figures.options import (
    DPIS,
    ENDINGS,
    FRAME_RATES,
    LARGEST_SIDE,
    LONGEST,
    LONGEST_TITLE,
    MILLIMETRES,
    MOST_LOOPS,
    MOST_MOVING_PIXELS,
    MOST_TILES,
    MOVING_ENDINGS,
    PANELS,
    PARTS,
    PRESETS,
    SCALES,
    SECONDS,
    STILL_ENDINGS,
    TYPE_SCALES,
    FigureOptions,
    Motion,
    OptionsError,
    check,
    check_motion,
)

NOT_COUNTED = ("pi", "log_base", "interval")
STILL, MOVING = "figure.png", "figure.gif"


def again(state, options, motion=None, name=STILL):
    """What the program makes of the command: the state, and the order."""
    words = shlex.split(command(state, options, motion, name))
    assert words[:2] == ["python", "main.py"]
    read = parse(words[2:])
    assert [str(path) for path in read.export.paths] == [name]
    assert not read.export.window
    return read.state, read.export


def sequence(text):
    return Observations([int(digit) for digit in text])


# Sizes -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "pixels", "points", "per_inch", "text"),
    [
        (FigureOptions(), (1440, 900), (1080, 675), 96, "1440x900"),
        (FigureOptions(width=64, height=64), (64, 64), (48, 48), 96, "64x64"),
        (FigureOptions(width=1920, height=1080, scale=2), (3840, 2160), (1440, 810), 192, None),
        (FigureOptions(width=641, height=333, scale=1.5), (962, 500), (480.75, 249.75), 144, None),
        (
            FigureOptions(width=170, height=125, unit="mm"),
            (2008, 1476),
            (170 / 25.4 * 72, 125 / 25.4 * 72),
            300,
            "170x125mm",
        ),
        (
            FigureOptions(width=25.4, height=50.8, unit="mm", dpi=36),
            (36, 72),
            (72, 144),
            36,
            "25.4x50.8mm",
        ),
        # A size in mm has no scale, one in pixels no dpi.
        (
            FigureOptions(width=25.4, height=25.4, unit="mm", dpi=100, scale=8),
            (100, 100),
            (72, 72),
            100,
            None,
        ),
        (FigureOptions(width=100, height=100, dpi=2400), (100, 100), (75, 75), 96, "100x100"),
    ],
)
def test_sizes(options, pixels, points, per_inch, text):
    assert options.pixels == pixels
    assert options.points == pytest.approx(points)
    assert options.pixels_per_inch == per_inch
    assert text in (None, options.size_text)


def test_parts_are_shown_unless_they_are_left_out():
    assert [part for part in PARTS if FigureOptions().has(part)] == list(PARTS)
    bare = FigureOptions(parts=frozenset({"numbers"}))
    assert [part for part in PARTS if bare.has(part)] == ["numbers"]


@pytest.mark.parametrize("name", PRESETS)
def test_a_preset_can_be_made_in_any_panel_and_moves(name):
    for panel in PANELS:
        options = replace(PRESETS[name], panel=panel)
        check(options)
        if options.unit == "px":
            check_motion(options, Motion(), State())


def test_presets_are_what_their_names_say():
    assert PRESETS["slide"].pixels == (1920, 1080)
    assert PRESETS["square"].pixels[0] == PRESETS["square"].pixels[1]
    half = PRESETS["a4-half"]
    # A4 is 210 mm × 297 mm, with margins of 20 mm.
    assert half.unit == "mm"
    assert half.width <= 170
    assert half.height <= (297 - 40) / 2
    assert half.transparent


def test_endings_are_still_or_moving():
    assert set(ENDINGS) == set(STILL_ENDINGS) | set(MOVING_ENDINGS)
    assert not set(STILL_ENDINGS) & set(MOVING_ENDINGS)


# Motion ----------------------------------------------------------------------------------------


@given(st.floats(*SECONDS), st.integers(*FRAME_RATES))
def test_durations_add_up_to_the_time(seconds, fps):
    motion = Motion(seconds=seconds, fps=fps)
    assert len(motion.durations) == motion.frames >= 2
    assert sum(motion.durations) == round(1000 * seconds)
    assert max(motion.durations) - min(motion.durations) <= 1
    assert min(motion.durations) >= 1


def test_three_seconds_of_thirty_frames_are_ninety():
    motion = Motion(seconds=3.0, fps=30)
    assert motion.frames == 90
    assert set(motion.durations) == {33, 34}
    assert sum(motion.durations) == 3000


# Limits ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("options", "reason", "words"),
    [
        (FigureOptions(width=0.4, height=0.4), "pixels", ["0.4x0.4", "0x0", "from 1 to 16000"]),
        (FigureOptions(width=9000, height=9000, scale=2), "pixels", ["9000x9000", "18000x18000"]),
        (FigureOptions(width=1, height=1, scale=0.1), "pixels", ["1x1", "0x0"]),
        (
            FigureOptions(width=500, height=500, unit="mm", dpi=2400),
            "pixels",
            ["500x500mm", "47244x47244"],
        ),
        (FigureOptions(width=801, height=100), "shape", ["801x100", "8 times"]),
        (FigureOptions(width=100, height=801), "shape", ["100x801", "8 times"]),
    ],
)
def test_what_cannot_be_made_is_refused(options, reason, words):
    with pytest.raises(OptionsError) as caught:
        check(options)
    assert caught.value.reason == reason
    for word in words:
        assert word in str(caught.value)
    with pytest.raises(OptionsError):
        check_motion(options, Motion(), State())


@pytest.mark.parametrize(
    "options",
    [
        FigureOptions(width=1, height=1),
        FigureOptions(width=LARGEST_SIDE, height=LARGEST_SIDE),
        FigureOptions(width=LARGEST_SIDE / 8, height=LARGEST_SIDE / 8, scale=8),
        FigureOptions(width=800, height=800 / LONGEST),
        FigureOptions(width=100, height=800),
    ],
)
def test_what_is_just_within_the_limits_is_allowed(options):
    check(options)


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        (State(Observations.from_counts(7, 10)), "sequence"),
        (State(sequence("")), "nothing"),
        (State(Observations.from_counts(0, 0)), "nothing"),
    ],
)
def test_a_replay_needs_observations_in_their_order(state, reason):
    with pytest.raises(OptionsError) as caught:
        check_motion(FigureOptions(), Motion(kind="replay"), state)
    assert caught.value.reason == reason
    assert "\n" not in str(caught.value)
    check_motion(FigureOptions(), Motion(kind="sweep"), state)


def test_too_many_pixels_in_all_frames_are_refused():
    options = FigureOptions(width=1000, height=1000)
    most = MOST_MOVING_PIXELS // 10**6
    check_motion(options, Motion(seconds=most / 50, fps=50), State())
    with pytest.raises(OptionsError, match=f"{(most + 1) * 10**6} pixels in all frames") as caught:
        check_motion(options, Motion(seconds=(most + 1) / 50, fps=50), State())
    assert caught.value.reason == "moving"
    check(options)


# The command -----------------------------------------------------------------------------------

text = st.text("aZ09 -–'\"\\$`!#&;|<>*?~=[]{}()%^,.:/가힣제목π−", max_size=40)
titles = text.map(lambda title: " ".join(title.split())[:LONGEST_TITLE].strip())
scales = st.floats(*SCALES)


@st.composite
def sizes(draw):
    if draw(st.booleans()):
        width = draw(st.integers(64, 4000))
        height = draw(st.integers(-(-width // LONGEST), min(2000, width * LONGEST)))
        # So that no scale asks for too many pixels.
        scale = draw(st.floats(1 / 8, 4))
        return {"width": float(width), "height": float(height), "scale": scale}
    low, _high = MILLIMETRES
    places = draw(st.integers(0, 3))
    width = round(draw(st.floats(low, 300)), places)
    height = round(draw(st.floats(max(low, width / 7), min(300, width * 7))), places)
    dpi = draw(st.integers(DPIS[0], 1000))
    return {"width": width, "height": height, "unit": "mm", "dpi": dpi}


@st.composite
def figures(draw):
    return FigureOptions(
        **draw(sizes()),
        panel=draw(st.sampled_from(PANELS)),
        theme=draw(st.sampled_from(["light", "dark"])),
        language=draw(st.sampled_from(["en", "ko"])),
        type_scale=draw(st.floats(*TYPE_SCALES)),
        title=draw(titles),
        transparent=draw(st.booleans()),
        parts=draw(st.frozensets(st.sampled_from(PARTS))),
        outlines=draw(st.booleans()),
    )


@st.composite
def states(draw, observations=None):
    if observations is None:
        observations = st.one_of(
            st.lists(st.integers(0, 1), max_size=40).map(Observations),
            st.tuples(st.integers(0, 10**15), st.integers(0, 10**15)).map(
                lambda kn: Observations.from_counts(min(kn), max(kn))
            ),
        )
    true_pi = draw(st.none() | st.floats(0, 1))
    low, high = sorted(draw(st.tuples(st.floats(0, 1), st.floats(0, 1))))
    return State(
        draw(observations),
        draw(st.floats(0, 1)),
        draw(st.sampled_from(LogBase)),
        true_pi=true_pi,
        shows_true_pi=true_pi is not None and draw(st.booleans()),
        interval=(low, high) if low < high and draw(st.booleans()) else (0.0, 1.0),
    )


@st.composite
def motions(draw, kinds=("sweep",)):
    kind = draw(st.sampled_from(kinds))
    ends = {"start": None, "stop": None}
    if kind == "sweep":
        ends = {end: draw(st.none() | st.floats(0, 1)) for end in ends}
    return Motion(
        kind=kind,
        **ends,
        seconds=draw(st.floats(0.1, 2)),
        fps=draw(st.integers(*FRAME_RATES)),
        loops=draw(st.integers(0, MOST_LOOPS)),
        ease=draw(st.booleans()),
    )


def assert_same_numbers(state, read, *, in_order):
    for field in NOT_COUNTED:
        assert getattr(read, field) == getattr(state, field)
    assert (read.observations.k, read.observations.n) == (
        state.observations.k,
        state.observations.n,
    )
    assert read.shows_true_pi == state.shows_true_pi
    if state.shows_true_pi:
        assert read.true_pi == state.true_pi
    if in_order and state.observations.has_sequence:
        n = state.observations.n
        assert read.observations.has_sequence
        assert read.observations.text(0, n) == state.observations.text(0, n)


@given(states(), figures())
def test_the_command_of_a_still_figure_gives_back_all_of_it(state, options):
    read, order = again(state, options, name="figure.svg")
    assert order.figure == options
    assert_same_numbers(state, read, in_order=options.has("tiles"))


@given(states(), figures(), motions())
def test_the_command_of_a_sweep_gives_back_all_of_it(state, options, motion):
    options = replace(options, width=64.0, height=64.0, unit="px", scale=1.0, dpi=300)
    read, order = again(state, options, motion, MOVING)
    # How an SVG keeps its text means nothing here.
    assert order.figure == replace(options, outlines=True)
    assert order.motion == motion
    assert_same_numbers(state, read, in_order=options.has("tiles"))


@given(
    states(st.lists(st.integers(0, 1), min_size=1, max_size=300).map(Observations)),
    motions(("replay",)),
    st.frozensets(st.sampled_from(PARTS)),
)
def test_the_command_of_a_replay_gives_back_all_of_it(state, motion, parts):
    options = FigureOptions(width=64.0, height=64.0, parts=parts)
    read, order = again(state, options, motion, "figure.apng")
    assert (order.figure, order.motion) == (options, motion)
    assert_same_numbers(state, read, in_order=True)


@pytest.mark.parametrize("n", [1, MOST_TILES, MOST_TILES + 1, LONGEST_SEQUENCE])
def test_tiles_are_named_one_by_one_as_long_as_they_are_told_apart(n):
    state = State(random_observations(n, 0.5, 1))
    words = shlex.split(command(state, FigureOptions(), None, STILL))
    assert ("--counts" in words) is (n > MOST_TILES)
    words = shlex.split(command(state, FigureOptions(parts=frozenset()), None, STILL))
    assert "--counts" in words
    words = shlex.split(command(state, FigureOptions(), Motion(kind="replay"), MOVING))
    assert "--counts" not in words
    assert words[2] == state.observations.text(0, n)


REPLAY = Motion(kind="replay")


def test_a_long_draw_that_is_replayed_is_drawn_again_unless_its_pi_is_hidden():
    drawn = State(
        random_observations(5000, 0.3, 7),
        source=noted(5000, 0.3, 7),
        true_pi=0.3,
        shows_true_pi=True,
    )
    options = FigureOptions(width=64.0, height=64.0)
    read, order = again(drawn, options, REPLAY, MOVING)
    assert order.motion.kind == "replay"
    assert_same_numbers(drawn, read, in_order=True)
    assert read.source == drawn.source
    hidden = replace(drawn, shows_true_pi=False)
    assert "0.3" not in command(hidden, options, REPLAY, MOVING)


def test_what_no_command_can_hold_is_called_data():
    state = State(random_observations(5000, 0.3, 7), source="file:a.txt")
    for line in (
        command(state, FigureOptions(), REPLAY, MOVING),
        window_command(state, FigureOptions(), "a.png"),
    ):
        assert shlex.split(line)[2] == "DATA"


def test_a_command_line_says_where_its_own_data_come_from(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    observations = random_observations(5000, 0.3, 7)
    rows = "".join(f"{i},{y}\n" for i, y in enumerate(observations.text(0, 5000)))
    (tmp_path / "my data.csv").write_text(f"number,landed\n{rows}", encoding="utf-8")
    said = ["my data.csv", "--column", "landed", "--animate", "replay", "--export", MOVING]
    first = parse([*said, "--size", "64x64"])
    order = first.export
    line = command(first.state, order.figure, order.motion, MOVING, order.data)
    read = parse(shlex.split(line)[2:])
    assert_same_numbers(first.state, read.state, in_order=True)
    assert read.state.observations == observations


def test_a_name_that_is_no_text_breaks_no_file():
    line = command(State(), FigureOptions(), None, "a\nb\udcff.csv")
    assert line.isprintable()
    assert line.endswith("'a?b?.csv'")


@pytest.mark.parametrize(
    "title",
    [
        "It's “so”",
        'the "quoted" one',
        "-1 is no π",
        "--export",
        "--help",
        "가능도와 교차 엔트로피",
        "a\\b $HOME `x` !! *",
        "=",
        "x" * LONGEST_TITLE,
    ],
)
def test_any_title_can_stand_in_a_command(title):
    _read, order = again(State(), FigureOptions(title=title))
    assert order.figure.title == title


@pytest.mark.parametrize("name", ["a b.png", "it's.png", "가능도.svg", "a.PNG", "$x.pdf", "-a.png"])
def test_any_name_can_stand_in_a_command(name):
    again(State(), FigureOptions(), name=name)


def test_what_is_as_usual_is_not_said():
    assert command(State(), FigureOptions(), None, STILL) == (
        "python main.py 1011011101 --pi 0.5 --size 1440x900 --export figure.png"
    )
    assert command(State(), FigureOptions(), Motion(), MOVING) == (
        "python main.py 1011011101 --pi 0.5 --size 1440x900 --animate sweep --export figure.gif"
    )


@pytest.mark.parametrize(
    "options",
    [
        FigureOptions(dpi=600),
        FigureOptions(width=170, height=125, unit="mm", scale=2.0),
    ],
    ids=["dpi of a size in pixels", "scale of a size in mm"],
)
def test_what_means_nothing_is_not_said_either(options):
    """It would be refused: a dialog may keep the one number while the other is used."""
    _read, order = again(State(), options)
    assert order.figure.pixels == options.pixels


def test_every_option_is_in_the_command():
    """An option that is added, and forgotten there, would make another file."""
    changed = {
        "panel": "bce",
        "width": 100.0,
        "height": 200.0,
        "scale": 2.0,
        "theme": "dark",
        "language": "ko",
        "type_scale": 2.0,
        "title": "title",
        "transparent": True,
        "parts": frozenset(),
        "outlines": False,
    }
    assert {*changed, "unit", "dpi"} == {field.name for field in fields(FigureOptions)}
    for name, value in changed.items():
        options = replace(FigureOptions(), **{name: value})
        assert command(State(), options, None, "a.svg") != command(
            State(), FigureOptions(), None, "a.svg"
        )
    moved = {
        "kind": "replay",
        "start": 0.1,
        "stop": 0.9,
        "seconds": 1.0,
        "fps": 10,
        "loops": 3,
        "ease": False,
    }
    assert set(moved) == {field.name for field in fields(Motion)}
    for name, value in moved.items():
        motion = replace(Motion(), **{name: value})
        assert command(State(), FigureOptions(), motion, MOVING) != command(
            State(), FigureOptions(), Motion(), MOVING
        )
