"""Figures of the Model view from the command line, and in the dialog."""

import json
import shlex
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PyQt5.QtWidgets import QCheckBox

from core import climb
from core.labelled import Labelled
from core.labelled_examples import first_model, random_labelled
from core.model_state import Climber, ModelLook, ModelState
from core.region import Region
from core.snapshot import evaluate
from core.state import LogBase, State
from gui.command_line import parse
from gui.figures import headless
from gui.figures.commands import command, window_command
from gui.figures.dialog import ExportDialog
from gui.figures.memory import recalled, remembered
from gui.figures.options import (
    ALL_KINDS,
    ALL_PANELS,
    MODEL_KINDS,
    MODEL_PANELS,
    PANELS,
    FigureOptions,
    Motion,
    OptionsError,
    check_motion,
    check_view,
)
from gui.i18n import speaking
from gui.paths import EXAMPLES
from gui.usage_error import UsageError
from gui.wording import explain
from tests.gui.model.model_bench import CHALLENGER, DATA
from tests.helpers import HANGUL, boxes, settle

POINTS = Labelled([66.5, -1e-7, 3.0], [0, 1, 0], "degrees, F", "damage")


def state(data=CHALLENGER, look=None, unit=LogBase.NATS, steps=None, **fields):
    model = ModelState(data, **fields)
    if steps is not None:
        model = climb.advanced(model, None, steps)
    return State(log_base=unit, model=model, model_look=look or ModelLook())


# The command -----------------------------------------------------------------------------------


DRAWN = random_labelled(50, 1.5, -0.5, 7)
STATES = {
    "first": State(model=first_model(EXAMPLES)[0], model_look=ModelLook()),
    "points": state(POINTS, w=-0.2, b=1e-300),
    "none": state(Labelled()),
    "drawn": state(DRAWN, source="random:50:1.5:-0.5:7", true=(1.5, -0.5)),
    "bits": state(POINTS, unit=LogBase.BITS),
    "shared": state(POINTS, w=0.7, b=-1.0, shared=True, steps=3),
    "newton": state(POINTS, climber=Climber(method="newton"), w=1.0, steps=2),
    "single": state(POINTS, climber=Climber(single=True, seed=42, rate=0.25), steps=5),
    "sum": state(POINTS, climber=Climber(total=True, standardised=False, rate=1e-4), steps=4),
    "not begun": state(POINTS, climber=Climber(rate=3.5, standardised=False)),
    "region": state(POINTS, ModelLook("b", Region(-1.0, 0.5, -20.25, 3.0)), w=1e154),
}


@pytest.mark.parametrize("name", STATES)
def test_the_command_brings_the_same_model_back(name):
    shown = STATES[name]
    line = command(shown, FigureOptions(), None, "a.png")
    options = parse(shlex.split(line)[2:])
    assert options.view == "model"
    again = options.shown_state
    assert again.model == shown.model
    assert again.model_look == shown.model_look
    assert again.log_base == shown.log_base


@pytest.mark.parametrize("panel", MODEL_PANELS)
def test_the_command_of_a_motion_brings_it_back(panel):
    motion = Motion(kind="climb", seconds=2.5, fps=10, loops=3, ease=False)
    figure = FigureOptions(panel=panel, width=640, height=400, theme="dark", title="σ & “w”")
    options = parse(shlex.split(command(STATES["first"], figure, motion, "a.gif"))[2:])
    assert options.export.motion == motion
    assert options.export.figure == figure


def test_the_command_of_the_window_shows_its_view():
    options = parse(shlex.split(window_command(STATES["points"], FigureOptions(), "a.png"))[2:])
    assert options.export.window
    assert options.view == "model"
    assert options.shown_state.model == STATES["points"].model


def test_too_many_examples_are_named_by_where_they_come_from(tmp_path):
    rng = np.random.default_rng(1)
    many = Labelled(rng.normal(size=5000), rng.integers(0, 2, 5000))
    line = command(state(many, source="file:a.csv"), FigureOptions(), None, "a.png")
    assert "--model DATA" in line
    path = tmp_path / "a.csv"
    rows = [f"{x!r},{y}" for x, y in zip(many.x.tolist(), many.y.tolist(), strict=True)]
    path.write_text("\n".join(["x,y", *rows]))
    options = parse(["--model", str(path), "--x", "x", "--y", "y", "--export", "a.svg"])
    line = command(options.shown_state, FigureOptions(), None, "a.svg", options.export.data)
    assert parse(shlex.split(line)[2:]).shown_state.model == options.shown_state.model


# What the command line takes -------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "flag"),
    [
        (["--view", "model", "--panel", "bce"], "--panel"),
        (["--panel", "landscape"], "--panel"),
        (["--view", "model", "--panel", "bce", "--preset", "screen"], "--panel"),
        (["--view", "model", "--animate", "sweep", "--export", "b.gif"], "--animate"),
        (["--view", "model", "--animate", "replay", "--export", "b.gif"], "--animate"),
        (["1011", "--animate", "climb", "--export", "b.gif"], "--animate climb"),
        (["--points", "", "--export", "b.gif"], "--animate climb"),
        (["--view", "model", "--from", "0.2", "--export", "b.gif"], "--from"),
    ],
)
def test_what_does_not_fit_the_view_is_refused_in_one_line(arguments, flag):
    with pytest.raises(UsageError) as error:
        parse([*arguments, "--export", "a.png"])
    assert str(error.value).startswith(flag)
    assert "\n" not in str(error.value)


def test_a_model_moves_by_climbing():
    assert parse(["--view", "model", "--export", "a.gif"]).export.motion.kind == "climb"
    assert parse(["1011", "--export", "a.gif"]).export.motion.kind == "sweep"


@pytest.mark.parametrize("ending", ["png", "svg", "pdf", "csv", "gif"])
def test_the_command_line_writes_it(qapp, tmp_path, ending):  # noqa: ARG001 - Qt is to be there
    path = tmp_path / f"a.{ending}"
    arguments = ["--points", "1:0,2:1,3:0", "--w", "-0.5", "--size", "320x200", "--seconds", "0.3"]
    if ending != "gif":
        arguments = arguments[:-2]
    headless.export_figures(parse([*arguments, "--export", str(path)]), lambda _share: None)
    assert path.stat().st_size > 100


def test_a_figure_of_many_examples_waits_for_their_fit(qapp, tmp_path):  # noqa: ARG001
    path = tmp_path / "a.csv"
    options = parse(["--model", "random:60000:1:0.5:3", "--export", str(path)])
    headless.export_figures(options, lambda _share: None)
    assert "# fit_converged,true\n" in path.read_text(encoding="utf-8")


# What can be made ------------------------------------------------------------------------------


@pytest.mark.parametrize("shown", [State(), STATES["points"]])
@pytest.mark.parametrize("panel", ALL_PANELS)
def test_a_panel_belongs_to_its_view(shown, panel):
    if panel in (PANELS if shown.model is None else MODEL_PANELS):
        check_view(FigureOptions(panel=panel), shown)
        return
    with pytest.raises(OptionsError, match=panel) as error:
        check_view(FigureOptions(panel=panel), shown)
    assert error.value.reason == "panel"
    assert explain(error.value)


@pytest.mark.parametrize("shown", [State(), STATES["points"]])
@pytest.mark.parametrize("kind", ALL_KINDS)
def test_a_motion_belongs_to_its_view(shown, kind):
    fits = (kind in MODEL_KINDS) is (shown.model is not None)
    if fits:
        check_motion(FigureOptions(), Motion(kind=kind), shown)
        return
    with pytest.raises(OptionsError) as error:
        check_motion(FigureOptions(), Motion(kind=kind), shown)
    assert explain(error.value)


def test_the_choices_for_a_model_are_remembered():
    options, motion = FigureOptions(panel="landscape"), Motion(kind="climb", fps=10)
    assert recalled(remembered(options, motion, ".gif")) == (options, motion, ".gif")
    kept = json.loads(remembered(options, motion, ".gif"))
    kept["panel"] = "elsewhere"
    assert recalled(json.dumps(kept))[0] == FigureOptions()


# The dialog ------------------------------------------------------------------------------------


@pytest.fixture
def ask(qtbot):
    def ask(shown, ending=".png", **fields):
        dialog = ExportDialog(evaluate(shown), FigureOptions(**fields), Motion(), ending)
        qtbot.addWidget(dialog)
        dialog.show()
        settle()
        return dialog

    return ask


def data_of(box):
    return [box.itemData(i) for i in range(box.count())]


def texts_of(box):
    return [box.itemText(i) for i in range(box.count())]


def test_it_offers_what_the_view_has(ask):
    dialog = ask(STATES["first"], ".gif")
    fields = dialog.fields
    assert data_of(fields.panel) == list(MODEL_PANELS)
    assert data_of(fields.kind) == list(MODEL_KINDS)
    assert all(texts_of(fields.panel) + texts_of(fields.kind))
    assert fields.motion.kind == "climb"
    assert dialog.error is None
    assert not fields._sweep.isVisible()
    assert fields.parts["tiles"].text() == "examples"


def test_it_follows_the_view(ask):
    dialog = ask(State(), ".gif", panel="bce")
    dialog.render_snapshot(evaluate(STATES["first"]))
    settle()
    fields = dialog.fields
    assert (fields.options.panel, fields.motion.kind) == ("all", "climb")
    assert data_of(fields.panel) == list(MODEL_PANELS)
    dialog.render_snapshot(evaluate(State()))
    settle()
    assert data_of(fields.panel) == list(PANELS)
    assert fields.motion.kind == "sweep"
    assert dialog.error is None
    assert fields.parts["tiles"].text() == "observations"


def test_a_climb_without_examples_is_refused_and_said(ask):
    dialog = ask(STATES["none"], ".gif")
    assert dialog.error.reason == "examples"
    assert not dialog.save.isEnabled()
    assert "examples" in dialog.message.text()
    dialog.fields.format.setCurrentIndex(0)
    assert dialog.error is None


def test_a_table_says_how_many_rows_it_has(ask):
    dialog = ask(STATES["points"], ".csv")
    assert "3 rows" in dialog.message.text()


def test_its_words_are_translated(ask):
    dialog = ask(STATES["first"], ".gif")
    with speaking("ko"):
        dialog.retranslate()
        for box in dialog.fields.findChildren(QCheckBox):
            assert HANGUL.search(box.text())


@pytest.mark.parametrize("name", DATA)
@pytest.mark.parametrize("ending", [".png", ".gif"])
def test_the_preview_is_painted(ask, name, ending):
    dialog = ask(state(DATA[name]), ending)
    assert not dialog.preview.grab().toImage().isNull()


def test_the_preview_of_other_options_is_another(ask):
    dialog = ask(STATES["first"])
    before = dialog.preview.grab().toImage()
    dialog.fields.panel.setCurrentIndex(2)
    settle()
    assert dialog.preview.grab().toImage() != before
    assert replace(dialog.fields.options, panel="all") == FigureOptions()


def test_a_file_in_the_folder_is_no_example(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    Path("challenger").write_text("x,y\n1,0\n")
    line = command(STATES["first"], FigureOptions(), None, "a.png")
    assert parse(shlex.split(line)[2:]).shown_state.model == STATES["first"].model


# In the window ---------------------------------------------------------------------------------


@pytest.fixture
def window(start):
    """In the Model view; it closes without a question."""
    made = start("--view", "model", "--lang", "en", "--theme", "light")
    yield made
    made._may_close = True


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf", ".csv", ".gif"])
def test_the_window_saves_its_model(window, qtbot, tmp_path, ending):
    path = tmp_path / f"a{ending}"
    motion = Motion(kind="climb", seconds=0.3, fps=10)
    assert window.exports.save(path, FigureOptions(width=320, height=200), motion)
    qtbot.waitUntil(path.exists, timeout=10_000)


def test_the_windows_dialog_is_about_the_model(window):
    window.export_figure()
    dialog = window.exports.dialog
    assert data_of(dialog.fields.panel) == list(MODEL_PANELS)
    assert dialog.error is None
    window.show_view("explore")
    settle()
    assert data_of(dialog.fields.panel) == list(PANELS)
    window.show_view("model")
    settle()
    assert data_of(dialog.fields.panel) == list(MODEL_PANELS)


def test_the_plots_that_are_shown_are_the_figures(window):
    window.session.look_at_model(plots=("landscape",))
    window.export_figure()
    assert window.exports.dialog.fields.options.panel == "landscape"


def test_a_drag_beside_the_dialog_is_followed(window):
    window.export_figure()
    preview = window.exports.dialog.preview
    before = preview.grab().toImage()
    window.session.set_model("weights", w=0.1, b=-3.0)
    settle()
    assert preview.grab().toImage() != before


def test_a_motion_of_another_view_is_not_saved(window, tmp_path):

    path = tmp_path / "a.gif"
    assert not window.exports.save(path, FigureOptions(), Motion(kind="sweep"))
    assert not path.exists()
    for box in boxes():
        assert box.text()
        box.reject()
