"""Figures through the command line: files that say how they were made, or one line of why not."""

import csv
import io
import os
import pty
import shlex
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image, ImageSequence
from pypdf import PdfReader

from core import VERSION
from core.report import numbers
from core.snapshot import evaluate
from core.state import State
from gui.command_line import parse
from gui.figures.moving import MovingFigure, pixels_of
from gui.figures.options import ENDINGS, MOVING_ENDINGS, FigureOptions, Motion
from gui.figures.still_files import picture
from gui.figures.writing import figure_bytes
from gui.theme import THEMES, role_colours
from tests.helpers import PROGRAM, run_program

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
DATA = ("1011011101", "--pi", "0.42")
SMALL = ("--size", "200x160")
TITLE = ("--title", "It's “한글” & <x>")
# What the environment of a machine without a screen has.
NOWHERE = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(autouse=True)
def _quiet_pillow(caplog):
    """Pillow tells the log of each chunk of a PNG that it reads."""
    caplog.set_level("INFO", "PIL")


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def to(*paths):
    return [word for path in paths for word in ("--export", path)]


def succeeds(*arguments, **options):
    result = run_program(*arguments, **options)
    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def fails(status, *arguments, **options):
    """Run the program; returns the one line that it says why it failed in."""
    result = run_program(*arguments, **options)
    assert (result.returncode, result.stdout) == (status, ""), result.stderr
    (line,) = result.stderr.splitlines()
    assert line.startswith("main.py: ")
    assert "Traceback" not in line
    return line


# How a file was made -----------------------------------------------------------------------------


def _png(data):
    with Image.open(io.BytesIO(data)) as image:
        image.load()
        return image.info["Comment"]


def _svg(data):
    root = ET.fromstring(data)  # noqa: S314 - our own file
    return root.findtext("{http://www.w3.org/2000/svg}desc")


def _pdf(data):
    return PdfReader(io.BytesIO(data)).metadata["/Subject"]


def _csv(data):
    rows = csv.reader(io.StringIO(data.decode()))
    return next(row[1] for row in rows if row[0] == "# command")


def _gif(data):
    with Image.open(io.BytesIO(data)) as image:
        return image.info["comment"].decode()


def _webp(data):
    with Image.open(io.BytesIO(data)) as image:
        root = ET.fromstring(image.info["xmp"])  # noqa: S314 - our own file
    (node,) = root.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li")
    return node.text


COMMAND_IN = {
    ".png": _png,
    ".svg": _svg,
    ".pdf": _pdf,
    ".csv": _csv,
    ".gif": _gif,
    ".apng": _png,
    ".webp": _webp,
}


def made_again(path, folder):
    """Run the command that stands in a file, in another folder; returns the file it makes."""
    words = shlex.split(COMMAND_IN[path.suffix](path.read_bytes()).removeprefix(PREFIX))
    assert words[:2] == ["python", "main.py"]
    succeeds(*words[2:], cwd=folder)
    return (folder / path.name).read_bytes()


PREFIX = f"Bernoulli Lab {VERSION}: "


@pytest.mark.parametrize(
    ("arguments", "endings"),
    [
        (
            (*DATA, *SMALL, *TITLE, "--lang", "ko", "--theme", "dark", "--seconds", "0.3"),
            ENDINGS,
        ),
        (
            *(
                (
                    *("--draw", "5000:0.3:7", "--size", "180.5x120mm", "--dpi", "36"),
                    *("--animate", "replay", "--seconds", "0.5", "--fps", "10", "--loops", "2"),
                    *("--without", "formulas", "--transparent", "--no-ease", "--log-base", "2"),
                    *("--interval", "0.2:0.5", "--true-pi", "0.3", "--svg-text", "text"),
                ),
                (".svg", ".csv", *MOVING_ENDINGS),
            ),
        ),
        (("101", "--pi", "0.3", "--preset", "screen", "--panel", "bce", "--lang", "ko"), (".png",)),
    ],
    ids=["a sweep of ten", "a replay of a draw", "the window"],
)
def test_the_command_in_a_file_makes_the_same_file(tmp_path, arguments, endings):
    first, second = tmp_path / "first", tmp_path / "second"
    first.mkdir()
    second.mkdir()
    paths = [first / f"a figure{ending}" for ending in endings]
    succeeds(*arguments, *to(*paths), environment=NOWHERE)
    assert names(first) == sorted(path.name for path in paths)
    with ThreadPoolExecutor(2) as pool:
        again = list(pool.map(lambda path: made_again(path, second), paths))
    for path, data in zip(paths, again, strict=True):
        assert path.read_bytes() == data, path.name


# The table ---------------------------------------------------------------------------------------


def test_a_table_reads_back_bit_for_bit(tmp_path):
    path = tmp_path / "a.csv"
    succeeds(*DATA, *to(path))
    snapshot = evaluate(parse([*DATA]).state)
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    comments = {row[0].removeprefix("# "): row[1] for row in rows if row[0].startswith("#")}
    for name, value in numbers(snapshot).items():
        assert type(value)(comments[name]) == value
    head, *body = [row for row in rows if not row[0].startswith("#")]
    columns = np.array(body, dtype=float).T
    assert np.array_equal(columns[head.index("pi")], snapshot.curves.pi)
    relative = columns[head.index("relative_likelihood")]
    assert np.array_equal(relative, snapshot.curves.relative_likelihood)
    loaded = np.loadtxt(path, delimiter=",", skiprows=len(rows) - len(body)).T
    assert np.array_equal(loaded, columns, equal_nan=True)


# What moves --------------------------------------------------------------------------------------


def frames_of(data):
    """The frames as a viewer shows them, and how long each is shown."""
    with Image.open(io.BytesIO(data)) as image:
        return [
            (np.asarray(frame.convert("RGBA")), frame.info["duration"])
            for frame in ImageSequence.Iterator(image)
        ]


def test_three_seconds_for_a_web_page_are_small_and_three_seconds_long():
    options = FigureOptions(width=960, height=540)
    motion = Motion(seconds=3.0, fps=30)
    data = figure_bytes(Path("a.gif"), options, motion, evaluate(State()))
    assert len(data) < 1_000_000
    frames = frames_of(data)
    assert 80 <= len(frames) <= 90
    assert sum(duration for _frame, duration in frames) == pytest.approx(3000, abs=10)
    assert all(frame.shape == (540, 960, 4) for frame, _duration in frames)


@pytest.mark.parametrize("kind", ["sweep", "replay"])
@pytest.mark.parametrize("theme", THEMES)
def test_colours_are_those_of_the_theme(kind, theme):
    """APNG and WebP are exact; GIF is where a colour of the theme is flat."""
    options = FigureOptions(width=240, height=200, theme=theme)
    motion = Motion(kind, seconds=0.24)
    snapshot = evaluate(State())
    moving = MovingFigure(options, motion, snapshot)
    stills = [
        pixels_of(picture(moving.figure, options, moving.snapshot(i)))
        for i in range(len(moving.steps))
    ]
    roles = {colour.rgba() & 0xFFFFFF for colour in role_colours(THEMES[theme])}
    for ending in MOVING_ENDINGS:
        data = figure_bytes(Path(f"a{ending}"), options, motion, snapshot)
        found = [frame for frame, _duration in frames_of(data)]
        for wanted, frame in ((stills[0], found[0]), (stills[-1], found[-1])):
            if ending != ".gif":
                assert np.array_equal(frame, wanted)
                continue
            red, green, blue = (wanted[..., i].astype(np.int64) for i in range(3))
            flat = np.isin(red << 16 | green << 8 | blue, list(roles))
            assert flat.mean() > 0.5
            off = np.abs(frame[flat].astype(int) - wanted[flat])
            assert off.max() <= 2


def test_a_moving_figure_begins_and_ends_where_it_should():
    snapshot = evaluate(State())
    sweep = MovingFigure(FigureOptions(), Motion(start=0.25, stop=0.75), snapshot)
    assert [sweep.snapshot(i).pi for i in (0, len(sweep.steps) - 1)] == [0.25, 0.75]
    zoomed = evaluate(State(interval=(0.2, 0.9)))
    sweep = MovingFigure(FigureOptions(), Motion(), zoomed)
    assert [sweep.snapshot(i).pi for i in (0, len(sweep.steps) - 1)] == [0.2, 0.9]
    replay = MovingFigure(FigureOptions(), Motion("replay"), snapshot)
    assert [replay.snapshot(i).n for i in (0, len(replay.steps) - 1)] == [0, 10]
    assert replay.snapshot(0).pi == snapshot.pi


# What goes wrong ---------------------------------------------------------------------------------


def test_an_unknown_ending_is_a_mistake_and_nothing_is_written(tmp_path):
    line = fails(2, *DATA, *SMALL, *to("a.png", "b.bmp"), cwd=tmp_path)
    assert "b.bmp" in line
    assert names(tmp_path) == []


def test_a_missing_folder_is_a_failure(tmp_path):
    line = fails(1, *DATA, *SMALL, *to(tmp_path / "none" / "a.svg"))
    assert "there is no folder" in line
    assert names(tmp_path) == []


def test_a_second_file_that_cannot_be_there_is_named_before_the_first_is_made(tmp_path):
    (tmp_path / "b.svg").mkdir()
    line = fails(1, *DATA, *SMALL, *to(tmp_path / "a.png", tmp_path / "b.svg"))
    assert "b.svg" in line
    assert "folder" in line
    assert names(tmp_path) == ["b.svg"]


@pytest.mark.skipif(IS_ROOT, reason="root may write everywhere")
def test_a_folder_without_permission_is_a_failure_and_older_files_stay(tmp_path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"older")
    tmp_path.chmod(0o500)
    try:
        fails(1, *DATA, *SMALL, *to(path))
    finally:
        tmp_path.chmod(0o700)
    assert path.read_bytes() == b"older"


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are Unix's")
@pytest.mark.parametrize("ending", [".svg", ".gif"])
def test_a_full_disk_is_a_failure_and_the_older_file_stays(tmp_path, ending):
    import resource

    def full_disk():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    path = tmp_path / f"a{ending}"
    path.write_bytes(b"older")
    line = fails(
        1,
        *(*DATA, *SMALL, *to(path)),
        environment={"PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=full_disk,
    )
    assert path.name in line
    assert path.read_bytes() == b"older"
    assert names(tmp_path) == [path.name]


@pytest.mark.skipif(sys.platform == "win32", reason="a terminal and its Ctrl+C are Unix's")
def test_somebody_who_breaks_off_a_long_animation_is_told_so_and_nothing_is_written(tmp_path):
    (tmp_path / "a.png").write_bytes(b"older")
    mine, its = pty.openpty()
    process = subprocess.Popen(
        [
            *(sys.executable, str(PROGRAM), *DATA, "--size", "1280x720", "--seconds", "10"),
            *("--fps", "30", *map(str, to(tmp_path / "a.png", tmp_path / "b.gif"))),
        ],
        stdout=subprocess.DEVNULL,
        stderr=its,
    )
    os.close(its)
    said = b""
    # Its progress shows that it is under way.
    while b"51 %" not in said:
        said += os.read(mine, 1000)
    process.send_signal(signal.SIGINT)
    while True:
        try:
            more = os.read(mine, 1000)
        except OSError:  # what Linux says when the other side has hung up
            break
        if not more:
            break
        said += more
    os.close(mine)
    assert process.wait(60) == 1
    (line,) = [line for line in said.decode().splitlines() if "main.py" in line]
    assert line == "main.py: --export: cancelled; nothing was written"
    assert "Traceback" not in said.decode()
    assert names(tmp_path) == ["a.png"]
    assert (tmp_path / "a.png").read_bytes() == b"older"
