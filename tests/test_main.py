"""The command line as a user runs it: status, one line, exact files."""

import json
import os
import struct
import sys

import pytest
from PyQt5.QtGui import QImage

from core import VERSION
from core.report import numbers
from core.snapshot import evaluate
from core.state import State
from tests.helpers import run_at_once, run_program

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
SMALL = ("--size", "300x200")
NAMES = [
    "n",
    "k",
    "pi",
    "mle",
    "likelihood",
    "likelihood_mantissa",
    "likelihood_exponent10",
    "log_likelihood",
    "binary_cross_entropy",
    "score",
    "observed_information",
    "entropy",
    "kl_divergence",
]


def fails(status, *arguments, **options):
    """Run the program; returns the one line that it says why it failed in."""
    result = run_program(*arguments, **options)
    assert result.returncode == status, result.stderr
    assert result.stdout == ""
    assert result.stderr.endswith("\n")
    (line,) = result.stderr.splitlines()
    assert "Traceback" not in line
    return line


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def size_of(path):
    head = path.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    return struct.unpack(">II", head[16:24])


# Numbers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "arguments",
    [["1011011101", "--pi", "0.42"], [""], ["1011011101", "--pi", "1"], ["--counts", "0/1075"]],
)
def test_json_prints_the_numbers_of_the_core(arguments):
    from gui.command_line import parse

    result = run_program(*arguments, "--json", environment={"QT_QPA_PLATFORM": "none"})
    assert (result.returncode, result.stderr) == (0, "")
    printed = json.loads(result.stdout)
    assert list(printed) == NAMES
    assert printed == numbers(evaluate(parse(arguments).state))


def test_json_writes_infinities_and_gaps_as_promised():
    printed = json.loads(run_program("10", "--pi", "0", "--json").stdout)
    assert printed["log_likelihood"] == "-inf"
    assert printed["binary_cross_entropy"] == "inf"
    printed = json.loads(run_program("", "--json").stdout)
    assert printed["mle"] is printed["binary_cross_entropy"] is None
    assert printed["likelihood"] == 1


def test_json_of_a_file_and_of_nothing(tmp_path):
    path = tmp_path / "data.csv"
    path.write_text("1,0,1\n", encoding="utf-8")
    assert json.loads(run_program(path, "--json").stdout)["k"] == 2
    printed = json.loads(run_program("--json").stdout)
    assert printed == numbers(evaluate(State()))


def test_a_reader_who_leaves_early_is_no_failure():
    import subprocess

    from tests.helpers import PROGRAM

    pipe = subprocess.Popen(
        [sys.executable, str(PROGRAM), "1", "--json"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    pipe.stdout.close()
    assert pipe.stderr.read() == b""
    assert pipe.wait(60) == 0
    pipe.stderr.close()


# Mistakes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["10a1"], ["DATA", "column 3", "'a'", "0 and 1"]),
        (["2"], ["DATA", "column 1", "'2'", "0 and 1"]),
        (["1.5"], ["DATA", "'1.5'", "0 and 1"]),
        (["."], ["DATA", "directory"]),
        (["none/data.txt"], ["DATA", "no such file", "none/data.txt"]),
        (["--pi", "1.2"], ["--pi", "'1.2'", "[0, 1]"]),
        (["--pi", "nan"], ["--pi", "'nan'", "0 to 1"]),
        (["--counts", "5/3"], ["--counts", "'5/3'", "K ≤ N"]),
        (["--counts", "x"], ["--counts", "'x'", "K/N"]),
        (["--size", "0x0"], ["--size", "'0x0'", "WxH"]),
        (["--export", "a.txt"], ["--export", "a.txt", ".png"]),
        (["--export", "a.png", "--export", "a.png"], ["--export", "a.png", "twice"]),
        (["--title", "x"], ["--title", "--export FILE"]),
        (["--export", "a.svg", "--preset", "screen"], ["screen", ".png", "a.svg"]),
        (["--export", "a.png", "--animate", "sweep"], ["--animate", ".gif"]),
        (["--nonsense"], ["--nonsense"]),
        (["--pi", "a\nb"], ["--pi"]),
    ],
)
def test_a_mistake_is_one_line_and_status_2(arguments, words):
    line = fails(2, *arguments, "--json")
    for word in words:
        assert word in line


def test_an_empty_file_is_a_mistake(tmp_path):
    path = tmp_path / "empty.txt"
    path.touch()
    assert "empty.txt" in fails(2, path, "--json")


def test_questions():
    assert run_program("--version").stdout.strip() == f"Bernoulli Lab {VERSION}"
    result = run_program("--help")
    assert (result.returncode, result.stderr) == (0, "")
    for option in [
        "--counts",
        "--pi",
        "--lang",
        "--theme",
        "--view",
        "--json",
        "--export",
        "--preset",
        "--size",
        "--scale",
        "--dpi",
        "--panel",
        "--draw",
        "--true-pi",
        "--interval",
        "--log-base",
        "--without",
        "--title",
        "--type-scale",
        "--transparent",
        "--svg-text",
        "--animate",
        "--from",
        "--to",
        "--seconds",
        "--fps",
        "--loops",
        "--no-ease",
    ]:
        assert option in result.stdout


# Pictures --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "size"),
    [
        (["--size", "640x480"], (640, 480)),
        (["--size", "1024x700", "--theme", "dark", "--lang", "ko"], (1024, 700)),
        (["--size", "3840x2160"], (3840, 2160)),
        (["--size", "641x333", "--scale", "2"], (1282, 666)),
        (["--size", "1441x901", "--scale", "1.5"], (2162, 1352)),
        (["--size", "1x1"], (1, 1)),
        (["--panel", "bce"], (1440, 900)),
        (["--size", "170x125mm"], (2008, 1476)),
        (["--preset", "slide"], (1920, 1080)),
        (["--preset", "screen"], (1440, 900)),
        (["--preset", "screen", "--size", "641x333", "--scale", "2"], (1282, 666)),
        (["--preset", "screen", "--size", "1x1"], (1, 1)),
    ],
)
def test_a_picture_is_the_same_file_each_time_and_exactly_the_size(tmp_path, arguments, size):
    # A figure says the name of its file, in the command that makes it.
    paths = [tmp_path / name / "a.png" for name in ("one", "two")]
    for path in paths:
        path.parent.mkdir()
    data = ("1011011101", "--pi", "0.42")
    for result in run_at_once(*((*data, *arguments, "--export", path) for path in paths)):
        assert (result.returncode, result.stdout, result.stderr) == (0, "", "")
    assert paths[0].read_bytes() == paths[1].read_bytes()
    assert size_of(paths[0]) == size
    assert [names(path.parent) for path in paths] == [["a.png"], ["a.png"]]


@pytest.mark.parametrize("preset", [(), ("--preset", "screen")], ids=["figure", "screen"])
def test_a_picture_depends_on_nothing_of_the_machine(tmp_path, preset):
    strange = {
        "LANG": "ko_KR.UTF-8",
        "LC_ALL": "C.UTF-8",
        "QT_SCALE_FACTOR": "2",
        "QT_FONT_DPI": "144",
        "QT_AUTO_SCREEN_SCALE_FACTOR": "1",
        "QT_SCREEN_SCALE_FACTORS": "2",
        "QT_STYLE_OVERRIDE": "Windows",
        "QT_QPA_PLATFORM": "none",
        "DISPLAY": "",
    }
    files = []
    for environment in ({}, strange):
        arguments = ("1011", *preset, "--size", "1024x700", "--export", tmp_path / "a.png")
        result = run_program(*arguments, environment=environment)
        assert (result.returncode, result.stderr) == (0, "")
        files.append((tmp_path / "a.png").read_bytes())
        (tmp_path / "a.png").unlink()
    assert files[0] == files[1]


def test_options_change_the_picture(tmp_path):
    options = (
        *("", "--pi=0.9", "--theme=dark", "--lang=ko", "--panel=likelihood", "--preset=screen"),
        *("--without=tiles", "--title=x", "--type-scale=0.9", "--transparent", "--log-base=2"),
        *("--interval=0.2:0.9", "--true-pi=0.6"),
    )
    for i in range(len(options)):
        (tmp_path / str(i)).mkdir()
    run_at_once(
        *(
            ("1011", *SMALL, *option.split(), "--export", tmp_path / str(i) / "a.png")
            for i, option in enumerate(options)
        )
    )
    # Without what is said of them: the commands differ in any case.
    files = {QImage(str(path)).bits().asstring(300 * 200 * 4) for path in tmp_path.glob("*/a.png")}
    assert len(files) == len(options)


def test_a_missing_folder_is_a_failure_and_nothing_is_written(tmp_path):
    line = fails(1, "1011", *SMALL, "--export", tmp_path / "none" / "a.png")
    assert "--export" in line
    assert "none" in line
    assert names(tmp_path) == []


def test_a_folder_in_the_place_of_the_file_is_a_failure(tmp_path):
    (tmp_path / "a.png").mkdir()
    assert "folder" in fails(1, "1011", *SMALL, "--export", tmp_path / "a.png")
    assert names(tmp_path / "a.png") == []


@pytest.mark.skipif(IS_ROOT, reason="root may write everywhere")
def test_a_folder_without_permission_is_a_failure_and_the_older_file_stays(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(b"older")
    tmp_path.chmod(0o500)
    try:
        fails(1, "1011", *SMALL, "--export", path)
    finally:
        tmp_path.chmod(0o700)
    assert path.read_bytes() == b"older"
    assert names(tmp_path) == ["a.png"]


@pytest.mark.skipif(sys.platform == "win32", reason="limits of a process are Unix's")
def test_a_full_disk_is_a_failure_and_the_older_file_stays(tmp_path):
    import resource
    import signal

    def full_disk():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))

    path = tmp_path / "a.png"
    path.write_bytes(b"older")
    fails(
        1,
        "1011",
        "--export",
        path,
        environment={"PYTHONDONTWRITEBYTECODE": "1"},
        preexec_fn=full_disk,
    )
    assert path.read_bytes() == b"older"
    assert names(tmp_path) == ["a.png"]


# Windows ---------------------------------------------------------------------------------------


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="these always have a display")
def test_without_a_display_the_program_says_what_needs_none():
    nowhere = {"DISPLAY": "", "WAYLAND_DISPLAY": "", "QT_QPA_PLATFORM": ""}
    line = fails(1, "1011", environment=nowhere)
    assert "display" in line
    assert "--export" in line
    assert "--json" in line


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="X is Linux's")
def test_a_display_that_is_not_there_is_said_in_one_line_too():
    line = fails(1, "1011", environment={"DISPLAY": ":987", "QT_QPA_PLATFORM": ""})
    assert "display" in line
    assert "--export" in line
    assert "--json" in line
