"""What the command line says of the model, read into options; every mistake is one line."""

import json
import sys
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.climb import path as way
from core.labelled import LARGEST_X, Labelled
from core.labelled_draws import random_labelled
from core.labelled_examples import first_model, load_labelled
from core.labelled_points import points_text
from core.model_report import model_numbers
from core.model_state import Climber, ModelLook, ModelState
from core.region import Region
from core.session_file import SessionDocument, write_session
from core.snapshot import evaluate
from core.state import LogBase, State
from gui import data_order, model_order
from gui.command_line import Options, UsageError, parse
from gui.resources import EXAMPLES
from tests.helpers import ROOT, run_program

TABLE = "temp,late,damage\n66,0,0\n70,1,1\n53,1,1\n81,0,0\n"
DATA = Labelled((66, 70, 53, 81), (0, 1, 1, 0), "temp", "damage")
CHALLENGER, TEN_POINTS = load_labelled(EXAMPLES)


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "t.csv"
    path.write_text(TABLE, encoding="utf-8")
    return str(path)


@pytest.fixture
def session(tmp_path):
    """A session with a model, shown in a view."""

    def session(view="model", model=None, **fields):
        path = tmp_path / "s.bernoulli.json"
        look = None if model is None else ModelLook("b", None, ("landscape",))
        document = SessionDocument(State(pi=0.25), view, model=model, model_look=look, **fields)
        with path.open("wb") as file:
            file.write(write_session(document))
        return str(path)

    return session


def mistake(*arguments):
    with pytest.raises(UsageError) as caught:
        parse(list(arguments))
    text = str(caught.value)
    assert "\n" not in text
    return text


def model(*arguments):
    options = parse(list(arguments))
    assert options.view == "model"
    assert options.shown_state is options.model_state
    return options.model_state.model


# Data ------------------------------------------------------------------------------------------


def test_the_view_alone_begins_as_it_does_for_everybody():
    options = parse(["--view", "model"])
    state, look = first_model(EXAMPLES)
    assert options == Options(
        State(), view="model", model_state=State(model=state, model_look=look)
    )
    assert options.shown_state == options.model_state


def test_nothing_is_said_of_the_model_elsewhere():
    for arguments in ([], ["1011"], ["--view", "explore"], ["--lesson", "mle"], ["--pi", "0.3"]):
        options = parse(arguments)
        assert options.model_state is None
        assert options.shown_state is options.state


def test_a_table(table):
    options = parse(["--model", table, "--x", "temp", "--y", "damage", "--w", "-0.2", "--b", "10"])
    assert options.view == "model"
    assert options.model_state.model == ModelState(DATA, "file:t.csv", w=-0.2, b=10.0)
    assert options.model_state.model_look == ModelLook()
    assert (options.state, options.note, options.has_work) == (State(), "", False)


@pytest.mark.parametrize("columns", [("--x", "1", "--y", "3"), ("--x=temp", "--y=DAMAGE")])
def test_columns_by_number_and_in_other_case(table, columns):
    assert model("--model", table, *columns).data == DATA


def test_words_are_noted(tmp_path):
    path = tmp_path / "w.csv"
    path.write_text("66,no\n70,yes\n", encoding="utf-8")
    options = parse(["--model", str(path)])
    assert options.note == "w.csv: 'yes' is read as 1, 'no' as 0"
    assert options.model_state.model.data.y.tolist() == [0, 1]


def test_numbers_as_they_are_written_elsewhere_are_told_by_their_place(tmp_path):
    path = tmp_path / "g.tsv"
    path.write_text("Temp\tDefekt\n1.234,5\t0\n2.000,1\t1\n", encoding="utf-8")
    for columns in ([], ["--x", "Temp"], ["--x", "Temp", "--y", "Defekt"], ["--y", "2"]):
        said = mistake("--model", str(path), *columns, "--w", "1", "--b", "0", "--json")
        assert "line 2, column 1 'Temp': '1.234,5' is not a number" in said
        assert "allowed is a finite number" in said


def test_decimals_after_a_comma(tmp_path):
    path = tmp_path / "g.csv"
    path.write_text("Temp;Defekt\n0,5;0\n1,25;1\n", encoding="utf-8")
    assert model("--model", str(path)).data == Labelled((0.5, 1.25), (0, 1), "Temp", "Defekt")


def test_what_the_program_brings():
    assert model("--model", "challenger") == ModelState(CHALLENGER.data, "example:challenger")
    assert model("--model", "ten-points") == ModelState(TEN_POINTS.data, "example:ten-points")


def test_a_file_that_is_called_like_an_example(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "challenger").write_text("1,0\n2,1\n", encoding="utf-8")
    assert model("--model", "challenger").data.n == 23
    assert model("--model", "./challenger").data.n == 2


def test_a_draw():
    state = model("--model", "random:50:1.5:-5e-1:42")
    assert state == ModelState(
        random_labelled(50, 1.5, -0.5, 42), "random:50:1.5:-0.5:42", true=(1.5, -0.5)
    )


def test_points():
    state = model("--points", "66:0,-1.5:1", "--x", "°F", "--y", "손상")
    assert state == ModelState(Labelled((66, -1.5), (0, 1), "°F", "손상"))
    assert model("--points", "-3:1").data == Labelled([-3], [1])
    assert model("--points", "").data == Labelled()


@given(
    st.lists(st.tuples(st.floats(-LARGEST_X, LARGEST_X), st.integers(0, 1)), max_size=20),
    st.floats(-1e154, 1e154),
    st.floats(-1e154, 1e154),
)
def test_what_is_written_is_the_same_model(pairs, w, b):
    data = Labelled([x for x, _y in pairs], [y for _x, y in pairs])
    state = model("--points", points_text(data), "--w", repr(w), "--b", repr(b))
    assert state == ModelState(data, w=w, b=b)


def test_what_is_asked_in_a_window_is_a_mistake_without_one(table):
    options = parse(["--model", table])
    assert str(options.model_pending) == table
    assert options.model_columns == (None, None)
    assert options.model_state.model.data.n == 0
    assert parse(["--model", table, "--y", "damage"]).model_columns == (None, "damage")
    for rest in (["--json"], ["--export", "a.png"], ["--w", "1"]):
        text = mistake("--model", table, *rest)
        assert "1 'temp', 2 'late', 3 'damage'" in text
        assert text.endswith("name them with --x COL --y COL")


def test_a_large_file_is_left_to_the_window(table, monkeypatch):
    columns = ["--x", "temp", "--y", "damage"]
    monkeypatch.setattr(model_order, "LARGE_FILE", 10)
    options = parse(["--model", table, *columns])
    assert (str(options.model_pending), options.model_columns) == (table, ("temp", "damage"))
    for rest in (["--json"], ["--w", "0"]):
        options = parse(["--model", table, *columns, *rest])
        assert options.model_pending is None
        assert options.model_state.model.data == DATA


# w, b and the way down -------------------------------------------------------------------------


def test_w_and_b_of_the_first_data():
    state = model("--view", "model", "--w", "1e-3")
    assert state == ModelState(CHALLENGER.data, "example:challenger", w=1e-3)
    assert model("--view", "model", "--w=−0.5", "--b", "+2.").weights == (-0.5, 2.0)


@pytest.mark.parametrize(
    ("flags", "climber"),
    [
        ((), Climber()),
        (("--climb", "newton"), Climber("newton")),
        (("--climb", "descent", "--rate", "0.5"), Climber(rate=0.5)),
        (
            ("--sum", "--as-given", "--rate", "1e-5"),
            Climber(rate=1e-5, total=True, standardised=False),
        ),
        (("--single", "7"), Climber(single=True, seed=7)),
    ],
)
def test_a_climber(flags, climber):
    state = model("--model", "ten-points", "--w", "1", "--b", "-1", *flags)
    assert state.climber == climber
    gone = model("--model", "ten-points", "--w", "1", "--b", "-1", *flags, "--steps", "3")
    assert gone.climber == replace(climber, start=(1.0, -1.0), step=3)
    end = way(gone.data, gone.climber)
    assert gone.weights == (end.w[-1], end.b[-1]) != (1.0, -1.0)


def test_no_steps_are_a_path_that_has_begun():
    state = model("--model", "ten-points", "--w", "1", "--steps", "0")
    assert (state.weights, state.climber.start, state.climber.step) == ((1.0, 0.0), (1.0, 0.0), 0)


def test_one_pi_for_all():
    state = model("--model", "ten-points", "--shared", "--w", "2", "--b", "1", "--steps", "4")
    assert (state.shared, state.w, state.climber.start) == (True, 2.0, (0.0, 1.0))
    assert state.weights[0] == 0.0
    assert state.b != 1.0


def test_the_first_model_can_be_said_in_full():
    first = parse(["--view", "model"]).model_state
    said = ["--model", "challenger", "--climb", "descent", "--rate", "1", "--steps", "6"]
    assert parse(said).model_state == first


def test_how_it_is_looked_at():
    flags = ["--slice", "b", "--region", "-0.5:0.1:-2:28", "--log-base", "2"]
    state = parse(["--view", "model", *flags, "--panel", "landscape"]).model_state
    assert state.model_look == ModelLook("b", Region(-0.5, 0.1, -2.0, 28.0), ("landscape",))
    assert state.log_base is LogBase.BITS
    # To look in another way does not end the path.
    assert state.model == first_model(EXAMPLES)[0]


def test_the_numbers_of_a_figure_are_the_model_s():
    options = parse(["--model", "ten-points", "--export", "a.png", "--panel", "prediction"])
    assert options.shown_state.model.data == TEN_POINTS.data
    assert options.export.figure.panel == "prediction"


# Sessions --------------------------------------------------------------------------------------


def test_a_session_shows_its_model(session):
    saved = ModelState(DATA, w=1.0, b=2.0)
    path = session("model", saved)
    for arguments in ([path], [path, "--view", "model"], [path, "--json"]):
        options = parse(arguments)
        assert options.view == "model"
        assert options.state == State(pi=0.25)
        assert options.model_state == State(
            model=saved, model_look=ModelLook("b", None, ("landscape",))
        )
        assert options.session_model == saved
        assert options.panel == "all"
    moved = parse([path, "--b", "3", "--slice", "w"])
    assert moved.model_state.model == replace(saved, b=3.0)
    assert moved.model_state.model_look.slice_along == "w"
    assert moved.session_model == saved


def test_a_session_keeps_its_model_while_another_view_is_shown(session):
    saved = ModelState(DATA, w=1.0)
    options = parse([session("explore", saved)])
    assert (options.view, options.shown_state) == ("explore", options.state)
    assert options.model_state.model == saved
    options = parse([session("model", saved), "--view", "explore"])
    assert (options.view, options.model_state.model) == ("explore", saved)


def test_a_session_without_a_model(session):
    options = parse([session("explore")])
    assert options.model_state is options.session_model is None
    options = parse([session("explore"), "--view", "model"])
    assert options.model_state.model == first_model(EXAMPLES)[0]
    assert options.session_model is None


def test_a_pi_is_about_the_observations_of_a_session(session):
    path = session("model", ModelState(DATA))
    assert parse([path, "--pi", "0.5", "--json"]).view == "explore"
    assert parse([path, "--pi", "0.5"]).view == "model"


# Mistakes --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "place", "allowed"),
    [
        (["--model", "missing.csv"], "missing.csv", "challenger, ten-points, or random:N:W:B:SEED"),
        (["--model", ""], "is empty", "challenger, ten-points"),
        (["--model", "random:0:1:1:1"], "is not a draw", "n from 1 to 10^6"),
        (["--model", "random:10:x:1:1"], "is not a draw", "random:100:1.5:-0.5:42"),
        (["--model", "random:10:nan:1:1"], "is not a draw", "as in"),
        (["--model", "random:10:1_0:1:1"], "is not a draw", "as in"),
        (["--model", "random:10:1.1.1:1:1"], "is not a draw", "as in"),
        (["--model", "random:10:1e200:1:1"], "is not a draw", "from -1e154 to 1e154"),
        (["--model", "random:"], "is not a draw", "as in"),
        (["--model"], "--model", "argument"),
        (["--points", "1:0,2:x"], "--points: example 2, '2:x'", "66:0,70:1"),
        (["--points", "1:0," * 2000], "--points: has 8000 characters", "4096"),
        (["--points", "1:0", "--model", "challenger"], "--model and --points", "one of them"),
        (["--model", "challenger", "101"], "--model and DATA", "one of them"),
        (["--model", "challenger", "--counts", "1/2"], "--model and --counts", "one of them"),
        (["--points", "1:1", "--draw", "1:1:1"], "--points and --draw", "one of them"),
        (["--model", "challenger", "--pi", "0"], "--model and --pi", "one of them"),
        (["--model", "challenger", "--true-pi", "0"], "--model and --true-pi", "one of them"),
        (["--model", "challenger", "--interval", "0:1"], "--model and --interval", "one of"),
        (["--model", "challenger", "--lesson", "mle"], "--model and --lesson", "one of them"),
        (["--model", "challenger", "--view", "explore"], "--model and --view explore", "one of"),
        (["--model", "challenger", "--view", "lessons"], "--model and --view lessons", "one"),
        (["--view", "model", "--lesson", "mle"], "--lesson and --view model", "one of them"),
        (["--model", "challenger", "--x", "1"], "--x", "a file"),
        (["--model", "random:10:1:1:1", "--y", "1"], "--y", "a file"),
        (["--x", "1"], "--x", "--model FILE"),
        (["--view", "model", "--y", "1"], "--y", "--model FILE"),
        (["--w", "1"], "--w", "--view model"),
        (["1011", "--steps", "0"], "--steps", "--view model"),
        (["--shared"], "--shared", "--view model"),
        (["--sum"], "--sum", "--view model"),
        (["--as-given", "--view", "explore"], "--as-given", "--view model"),
        (["--slice", "w"], "--slice", "--view model"),
        (["--region", "0:1:0:1"], "--region", "--view model"),
        (["--view", "model", "--w", "x"], "--w: 'x'", "-1e+154 to 1e+154"),
        (["--view", "model", "--w", "nan"], "--w", "from"),
        (["--view", "model", "--b", "-inf"], "--b: '-inf'", "from"),
        (["--view", "model", "--b", "-1e155"], "--b", "from"),
        (["--view", "model", "--b", ""], "--b", "from"),
        (["--view", "model", "--w", "1,5"], "--w", "from"),
        (["--view", "model", "--w", "x" * 999], "…", "from"),
        (["--view", "model", "--rate", "0"], "--rate", "1e-12"),
        (["--view", "model", "--rate", "-1"], "--rate: '-1'", "1e-12"),
        (["--view", "model", "--steps", "100001"], "--steps", "0 to 100000"),
        (["--view", "model", "--steps", "-1"], "--steps: '-1'", "0 to 100000"),
        (["--view", "model", "--steps", "1.5"], "--steps", "whole"),
        (["--view", "model", "--single", "x"], "--single", "whole"),
        (["--view", "model", "--single", str(2**63)], "--single", "whole"),
        (["--view", "model", "--climb", "up"], "--climb", "newton"),
        (["--view", "model", "--slice", "x"], "--slice", "w"),
        (["--view", "model", "--region", "0:1:0"], "--region", "W0:W1:B0:B1"),
        (["--view", "model", "--region", "0:1:0:x:1"], "--region", "W0:W1:B0:B1"),
        (["--view", "model", "--region", "-1:-2:0:1"], "--region: '-1:-2:0:1'", "W0 < W1"),
        (["--view", "model", "--panel", "bce"], "--panel: 'bce'", "prediction"),
        (["--view", "model", "--panel", "bce", "--json"], "--panel: 'bce'", "prediction"),
        (["--panel", "prediction"], "--panel: 'prediction'", "log-likelihood"),
        (["--view", "model", "--json", "101"], "DATA: --view model", "--points"),
        (["--view", "model", "--json", "--pi", "1"], "--pi: --view model", "--points"),
        (["--view", "model", "--export", "a.png", "--counts", "1/2"], "--counts", "--points"),
        (["--view", "model", "--json", "--log-base", "2"], "--log-base 2", "nats"),
    ],
)
def test_a_mistake_names_its_place_and_what_is_allowed(arguments, place, allowed):
    text = mistake(*arguments)
    assert place in text
    assert allowed in text
    assert len(text) < 300


@pytest.mark.parametrize(
    ("content", "rest", "words"),
    [
        ("66,0\nabc,1\n", (), "line 2, column 1: 'abc' is not a number"),
        ("66,0\n70,2\n", (), "line 2, column 2: '2' is no label"),
        ("66\n", (), "has a single column"),
        ("", (), "holds no examples"),
        (TABLE, ("--x", "nothing"), "no column 'nothing'; there are 1 'temp'"),
        (TABLE, ("--x", "temp", "--y", "temp"), "must be two columns"),
        ('{"format": "x"}', (), "is a session"),
    ],
)
def test_a_bad_file_is_named(tmp_path, content, rest, words):
    path = tmp_path / "bad.csv"
    path.write_text(content, encoding="utf-8")
    text = mistake("--model", str(path), *rest, "--json")
    assert text.startswith(f"--model: {str(path)!r}")
    assert words in text


def test_observations_are_kept_while_the_model_is_shown_in_the_window():
    options = parse(["1011", "--pi", "0.3", "--view", "model"])
    assert options.state.observations.text() == "1011"
    assert options.model_state.model.source == "example:challenger"


def test_one_place_says_what_a_large_file_is():
    assert model_order.LARGE_FILE == data_order.LARGE_FILE


# The program as it is run ----------------------------------------------------------------------


def printed(*arguments):
    result = run_program(*arguments, "--json", environment={"QT_QPA_PLATFORM": "none"})
    assert result.returncode == 0, result.stderr
    return json.loads(result.stdout)


def test_json_prints_the_numbers_of_the_core(table):
    said = ["--model", table, "--x", "temp", "--y", "damage", "--w", "-0.2", "--b", "10"]
    numbers = printed(*said)
    assert list(numbers) == ["n", "w", "b", "binary_cross_entropy", "gradient", "fit"]
    assert numbers == model_numbers(evaluate(parse(said).model_state).model)
    assert (numbers["n"], numbers["w"], numbers["b"]) == (4, -0.2, 10.0)


def test_json_of_separable_points_and_of_none():
    fit = printed("--points", "1:0,2:1")["fit"]
    assert (fit["w"], fit["b"], fit["loss"]) == ("inf", "-inf", 0.0)
    assert (fit["converged"], fit["reason"]) == (False, "separable")
    none = printed("--points", "")
    assert none["binary_cross_entropy"] is none["gradient"] is none["fit"]["w"] is None


def test_a_mistake_is_one_line_and_status_2(table):
    result = run_program("--model", table, "--json")
    assert (result.returncode, result.stdout) == (2, "")
    (line,) = result.stderr.splitlines()
    assert "--x COL --y COL" in line


def test_help_names_every_flag():
    text = run_program("--help").stdout
    for flag in (
        *model_order.DATA_FLAGS,
        *model_order.COLUMN_FLAGS,
        *model_order.MOVE_FLAGS,
        *model_order.LOOK_FLAGS,
    ):
        assert f"  {flag}" in text


def test_a_program_that_reads_no_model_does_not_load_it():
    import subprocess

    code = (
        "import sys; from gui.command_line import parse; parse(['1011'])\n"
        "print([name for name in sys.modules if name.startswith(('core.model', 'core.label'))])"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert result.stdout == "[]\n"
