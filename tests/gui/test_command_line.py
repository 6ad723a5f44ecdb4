"""The command line, read into options; every mistake is one line."""

from pathlib import Path

import pytest

from core.observations import Observations
from core.state import State
from gui.command_line import Options, UsageError, parse, without_program
from gui.figures.options import FigureOptions, Motion
from gui.figures.order import ExportOrder


def mistake(*arguments):
    with pytest.raises(UsageError) as caught:
        parse(list(arguments))
    text = str(caught.value)
    assert "\n" not in text
    return text


def test_nothing_given_is_the_start():
    options = parse([])
    assert options == Options(State())
    assert (options.json, options.export, options.size) == (False, None, None)


def test_everything_at_once():
    options = parse(
        [
            "1011",
            "--pi",
            "0.25",
            "--lang",
            "ko",
            "--theme",
            "dark",
            "--view",
            "explore",
            "--size",
            "800x600",
            "--scale",
            "2.5",
            "--panel",
            "bce",
            "--export",
            "a.png",
        ]
    )
    assert options == Options(
        State(Observations([1, 0, 1, 1]), 0.25),
        "ko",
        "dark",
        export=ExportOrder(
            (Path("a.png"),),
            FigureOptions(
                panel="bce", width=800, height=600, scale=2.5, theme="dark", language="ko"
            ),
            Motion(),
            data=("1011",),
        ),
        panel="bce",
        view="explore",
        has_work=True,
    )


@pytest.mark.parametrize(
    ("arguments", "has"),
    [
        ([], False),
        (["--lang", "ko"], False),
        (["1011"], True),
        (["--pi", "0.3"], True),
        (["--counts", "7/10"], True),
        (["--draw", "10:0.5:1"], True),
    ],
)
def test_data_or_a_pi_are_work_to_be_shown(arguments, has):
    assert parse(arguments).has_work is has


def test_the_size_is_the_window_s_where_no_file_is_written():
    assert parse(["--size", "800x600"]).size == (800, 600)
    assert parse(["--size", "800x600", "--json"]).size == (800, 600)
    assert parse(["--size", "800x600", "--export", "a.png"]).size is None


@pytest.mark.parametrize(
    ("text", "wanted"), [("1011", "1011"), ("1, 0 1", "101"), ("１０", "10"), ("", ""), ("0", "0")]
)
def test_data_as_a_sequence(text, wanted):
    assert parse([text]).state.observations.text() == wanted


def test_data_as_a_file(tmp_path):
    path = tmp_path / "tosses"
    path.write_text("1 0\n1", encoding="utf-8")
    state = parse([str(path)]).state
    assert state.observations.text() == "101"
    assert state.source == "file:tosses"


def test_a_file_whose_name_is_a_sequence_is_still_a_sequence(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("101").write_text("0", encoding="utf-8")
    assert parse(["101"]).state.observations.text() == "101"
    assert parse(["./101"]).state.observations.text() == "0"


@pytest.mark.parametrize(
    ("text", "kn"), [("7/10", (7, 10)), ("0/0", (0, 0)), ("1/1000000000000000", (1, 10**15))]
)
def test_counts(text, kn):
    observations = parse(["--counts", text]).state.observations
    assert (observations.k, observations.n) == kn
    # The empty sequence is known, whoever asks for it.
    assert observations.has_sequence is (kn == (0, 0))


@pytest.mark.parametrize(
    ("text", "pi"), [("0", 0.0), ("1", 1.0), ("7/10", 0.7), ("1e-6", 1e-6), ("0.1", 0.1)]
)
def test_pi(text, pi):
    assert parse(["--pi", text]).state.pi == pi
    assert parse([f"--pi={text}"]).state.pi == pi


@pytest.mark.parametrize(
    ("arguments", "place", "allowed"),
    [
        (["10a1"], "DATA", "0 and 1"),
        (["2"], "DATA", "0 and 1"),
        (["1.5"], "DATA", "0 and 1"),
        (["--pi", "1.2"], "--pi", "[0, 1]"),
        (["--pi", "-0.1"], "--pi", "[0, 1]"),
        (["--pi", "nan"], "--pi", "0 to 1"),
        (["--pi", ""], "--pi", "0 to 1"),
        (["--counts", "5/3"], "--counts", "K ≤ N"),
        (["--counts", "x"], "--counts", "7/10"),
        (["--counts", "-1/3"], "--counts", "7/10"),
        (["--counts", "1/1000000000000001"], "--counts", "10**15"),
        (["--size", "0x0"], "--size", "1 to 16000"),
        (["--size", "-5x7"], "--size", "1 to 16000"),
        (["--size", "100"], "--size", "WxH"),
        (["--size", "²x3"], "--size", "WxH"),
        (["--size", "20000x10"], "--size", "1 to 16000"),
        (["--scale", "0"], "--scale", "0.1 to 8"),
        (["--scale", "nan"], "--scale", "0.1 to 8"),
        (["--scale", "-2"], "--scale", "0.1 to 8"),
        (["--scale", "x"], "--scale", "0.1 to 8"),
        (["--export", "a.txt"], "--export", ".png"),
        (["--export", "a"], "--export", ".png"),
        (["--export", ""], "--export", ".png"),
        (["--size", "170x125mm"], "--size", "pixels"),
        (["--title", "x"], "--title", "--export FILE"),
        (["--true-pi", "2"], "--true-pi", "[0, 1]"),
        (["--interval", "1:0"], "--interval", "0.6:0.8"),
        (["--draw", "x"], "--draw", "1000:0.7:42"),
        (["--log-base", "10"], "--log-base", "2"),
        (["--view", "x"], "--view", "explore"),
        (["--lang", "de"], "--lang", "en"),
        (["--theme", "pink"], "--theme", "dark"),
        (["--panel", "x"], "--panel", "bce"),
        (["--panel"], "--panel", "argument"),
        (["--pi"], "--pi", "argument"),
        (["10", "--counts", "1/2"], "--counts", "one of them"),
        (["10", "--counts", "1/2", "--draw", "1:1:1"], "DATA and --counts and --draw", "one of"),
        (["10", "11"], "11", "argument"),
        (["--jso"], "--jso", "argument"),
    ],
)
def test_a_mistake_names_its_place_and_what_is_allowed(arguments, place, allowed):
    text = mistake(*arguments)
    assert place in text
    assert allowed in text


def test_a_bad_file_is_named(tmp_path):
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    (tmp_path / "letters.txt").write_text("10\n1x", encoding="utf-8")
    for name, words in (
        ("empty.txt", "no observations"),
        ("letters.txt", "line 2, column 2"),
        ("missing.txt", "no such file"),
        (".", "directory"),
    ):
        text = mistake(str(tmp_path / name))
        assert str(tmp_path / name) in text or name == "."
        assert words in text


@pytest.mark.parametrize("data", ["x" * 5000, "a\0b", "1\x002"])
def test_data_that_could_be_no_file_at_all(data):
    assert "DATA" in mistake(data)


def test_a_very_long_wrong_sequence_is_not_repeated_in_full():
    assert len(mistake("1" * 100_000 + "x")) < 500


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_questions_are_answered(option, capsys):
    with pytest.raises(SystemExit) as caught:
        parse([option])
    assert caught.value.code == 0
    assert "Bernoulli Lab" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("argv", "rest"),
    [
        (["main.py", "101"], ["101"]),
        (["/some/where/main.py"], []),
        (["101", "--json"], ["101", "--json"]),
        ([], []),
        (["--json"], ["--json"]),
    ],
)
def test_a_program_s_name_in_front_is_left_out(argv, rest):
    assert without_program(argv) == rest
