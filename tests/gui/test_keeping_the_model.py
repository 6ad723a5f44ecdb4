"""The model is saved, opened, asked about and found again as the observations are."""

import json
from dataclasses import replace

import numpy as np
import pytest
from PyQt5.QtWidgets import QMessageBox

from core._walk import Walk
from core.labelled import Labelled
from core.model_state import MOST_STEPS, Climber, ModelLook, ModelState
from core.observations import Observations
from core.region import Region
from core.session_file import SessionDocument, read_session_file, write_session
from core.state import LogBase, State
from gui import autosave, session_keeper, session_reader
from gui.autosave import ENDING, autosave_folder
from gui.i18n import set_language
from tests.helpers import HANGUL, answer, boxes, settle

MODEL = ModelState(
    Labelled([0.5, -1.0, 1e150, 3.0], [1, 0, 1, 0], "x", "y"),
    "file:points.csv",
    1.5,
    -0.25,
    climber=Climber(rate=0.5, start=(1.5, -0.25)),
    true=(1.0, 2.0),
)
LOOK = ModelLook("b", Region(-2.0, 2.0, -3.0, 3.0))
DOCUMENT = SessionDocument(State(Observations((1, 1, 0)), 0.25), model=MODEL, model_look=LOOK)
OTHER = Labelled([1.0, 2.0, 3.0], [0, 0, 1])


@pytest.fixture
def window(begin):
    return begin()


@pytest.fixture
def saved(tmp_path):
    """A session with a model, to open."""
    path = tmp_path / f"saved{ENDING}"
    path.write_bytes(write_session(DOCUMENT))
    return path


def model_of(window):
    state = window.session.state_at("model")
    return state.model, state.model_look


def edit(window, **fields):
    """Edit the model in its view."""
    window.show_view("model")
    fields = fields or {"data": OTHER, "source": ""}
    # As the view does: what is edited by hand ends the path.
    window.session.set_model("examples", **{"climber": Climber(), **fields})
    settle()


def texts(window):
    settle()
    return [notice.label.text() for notice in window.notices.shown]


# Saving ------------------------------------------------------------------------------------------


def test_a_session_whose_model_view_was_never_opened_has_none(window, file):
    window.session.set_pi(0.25)
    window.keeper.save_to(file)
    assert "model" not in json.loads(file.read_bytes())
    assert read_session_file(file).model is None


def test_opening_the_model_view_is_no_change(window, file):
    window.show_view("model")
    assert not window.keeper.modified
    assert not window.isWindowModified()
    window.show_view("explore")
    window.keeper.save_to(file)
    window.show_view("model")
    assert not window.keeper.modified


def test_the_model_is_saved_from_whichever_view(window, file):
    edit(window, w=0.125, b=-3.0)
    for view in ("model", "lessons", "explore"):
        window.show_view(view)
        window.keeper.save_to(file)
        document = read_session_file(file)
        assert (document.model, document.model_look) == model_of(window)
        assert document.model.w == 0.125
        assert document.state == window.session.state_at("explore")
        assert document.view == view


def test_a_saved_model_is_there_when_the_session_is_opened_again(window, begin, file):
    edit(window)
    window.session.look_at_model(slice_along="b", region=Region(-1.0, 1.0, -1.0, 2.0))
    window.keeper.save_to(file)
    assert not window.keeper.modified
    other = begin()
    other.opening.open_path(file)
    settle()
    assert model_of(other) == model_of(window)
    assert other.view == "model"
    assert other.session.state.model == window.session.state.model
    assert not other.keeper.modified
    assert not other.session.undo_stack.canUndo()


def test_a_session_that_is_named_on_the_command_line_has_its_model(begin, saved):
    window = begin(str(saved))
    assert model_of(window) == (MODEL, LOOK)
    assert not window.keeper.modified
    window.show_view("model")
    assert model_of(window) == (MODEL, LOOK)
    window.session.set_model("weights", w=0.5)
    assert window.keeper.would_lose
    window.session.undo()
    assert not window.keeper.modified


def test_in_a_session_with_a_file_any_change_of_the_model_is_work(window, file):
    window.show_view("model")
    window.keeper.save_to(file)
    window.session.look_at_model(slice_along="b")
    assert not window.isWindowModified()
    window.session.set_model("weights", w=0.5)
    assert window.isWindowModified()
    window.session.undo()
    assert not window.isWindowModified()


def test_very_many_examples_are_saved_beside_a_living_window(window, file, monkeypatch, qtbot):
    monkeypatch.setattr(session_keeper, "SMALL_EXAMPLES", 100)
    rng = np.random.default_rng(1)
    many = Labelled(rng.normal(size=10_000), rng.integers(0, 2, 10_000))
    edit(window, data=many, source="")
    window.keeper.save_to(file)
    assert window.keeper._saving.running
    qtbot.waitUntil(lambda: not window.keeper._saving.running)
    assert read_session_file(file).model.data == many
    assert not window.keeper.modified


# Asking ------------------------------------------------------------------------------------------


def test_a_moved_model_is_given_up_unasked(window):
    edit(window, w=3.0, b=2.0)
    assert window.keeper.modified
    window.close()
    assert not window.isVisible()


@pytest.mark.parametrize("view", ["model", "explore", "lessons"])
def test_edited_examples_are_asked_about_from_whichever_view(window, view):
    edit(window)
    window.show_view(view)
    window.close()
    answer(QMessageBox.Cancel)
    assert window.isVisible()
    window.show_view("model")
    window.session.undo()
    window.close()
    assert not window.isVisible()


def test_the_question_names_the_examples_where_there_are_any(window):
    window.session.set_observations(Observations((0, 1)))
    window.close()
    (box,) = boxes()
    assert "examples" not in box.informativeText()
    box.reject()
    edit(window)
    window.close()
    (box,) = boxes()
    assert "the examples, w and b" in box.informativeText()
    box.reject()
    set_language("ko")
    window.close()
    (box,) = boxes()
    assert HANGUL.search(box.informativeText())
    box.reject()
    set_language("en")


def test_closing_with_save_saves_the_model(window, file):
    window.keeper.save_to(file)
    edit(window)
    window.close()
    answer(QMessageBox.Save)
    assert not window.isVisible()
    assert read_session_file(file).model.data == OTHER


def test_another_session_is_opened_only_after_asking_about_the_model(window, saved):
    edit(window)
    before = model_of(window)
    window.opening.open_path(saved)
    answer(QMessageBox.Cancel)
    assert model_of(window) == before
    window.opening.open_path(saved)
    answer(QMessageBox.Discard)
    assert model_of(window) == (MODEL, LOOK)


def test_a_model_that_is_edited_while_a_session_is_read_is_not_lost_unasked(
    window, saved, monkeypatch, qtbot
):
    window.show_view("model")
    monkeypatch.setattr(session_reader, "SMALL", 0)
    window.opening.open_path(saved)
    edit(window)
    qtbot.waitUntil(lambda: not window.keeper._reader.running)
    answer(QMessageBox.Cancel)
    assert window.session.state_at("model").model.data == OTHER


# Opening, and beginning anew ---------------------------------------------------------------------


@pytest.mark.parametrize("here", ["explore", "lessons", "model"])
@pytest.mark.parametrize("there", ["explore", "lessons", "model"])
def test_a_session_is_opened_from_each_view_to_each(window, saved, here, there):
    saved.write_bytes(write_session(replace(DOCUMENT, view=there)))
    window.show_view("model")
    window.session.set_model("weights", w=9.0)
    window.show_view(here)
    window.keeper.open(saved)
    settle()
    assert window.view == there
    assert window.session.desk == there
    assert window.session.state_at("explore").observations == DOCUMENT.state.observations
    assert model_of(window) == (MODEL, LOOK)
    assert not window.keeper.modified
    window.show_view("model")
    assert model_of(window) == (MODEL, LOOK)
    assert not window.session.undo_stack.canUndo()


FAR = Climber(standardised=False, rate=1e-3, start=(0.0, 0.0), step=5000)
FAR_DOWN = SessionDocument(
    DOCUMENT.state,
    view="model",
    model=ModelState(OTHER, climber=FAR),
    model_look=ModelLook(),
)


def test_a_long_way_down_is_gone_beside_a_living_window(window, saved, monkeypatch, qtbot):
    saved.write_bytes(write_session(FAR_DOWN))
    window.opening.open_path(saved)
    assert window.keeper._reader.running
    assert model_of(window) == (None, None)
    qtbot.waitUntil(lambda: not window.keeper._reader.running)
    steps = []
    monkeypatch.setattr(Walk, "_go", lambda _walk: steps.append(1))
    settle()
    path = window.session.snapshot.model.path
    assert path.w.size == FAR.step + 1
    assert steps == []


def test_a_long_way_down_can_be_cancelled(window, saved, qtbot):
    way = replace(FAR, step=MOST_STEPS)
    saved.write_bytes(write_session(replace(FAR_DOWN, model=ModelState(OTHER, climber=way))))
    window.opening.open_path(saved)
    qtbot.waitUntil(lambda: bool(window.notices.shown))
    (notice,) = window.notices.shown
    assert saved.name in notice.label.text()
    notice.buttons[0].click()
    settle()
    assert not window.keeper._reader.running
    assert model_of(window) == (None, None)
    assert not window.notices.shown


def test_the_unit_of_a_session_is_that_of_its_model(window, saved):
    state = replace(DOCUMENT.state, log_base=LogBase.BITS)
    saved.write_bytes(write_session(replace(DOCUMENT, state=state, view="model")))
    window.keeper.open(saved)
    settle()
    assert window.session.state.log_base is LogBase.BITS


def test_a_session_without_a_model_takes_the_model_away(window, saved):
    saved.write_bytes(write_session(SessionDocument(State())))
    edit(window, w=7.0)
    window.keeper.open(saved)
    settle()
    assert model_of(window) == (None, None)
    # Its view then begins as for the first time.
    window.show_view("model")
    assert window.session.state.model.w != 7.0
    assert not window.keeper.modified
    assert not window.session.undo_stack.canUndo()


def test_new_takes_the_model_away(window, file):
    edit(window)
    window.keeper.save_to(file)
    window.keeper.new()
    assert window.view == "explore"
    assert model_of(window) == (None, None)
    assert not window.keeper.modified
    edit(window)
    window.keeper.new()
    answer(QMessageBox.Cancel)
    assert model_of(window)[0].data == OTHER
    window.keeper.new()
    answer(QMessageBox.Discard)
    assert model_of(window) == (None, None)


@pytest.mark.parametrize("language", ["en", "ko"])
def test_a_session_whose_model_is_not_right_changes_nothing(window, saved, language):
    edit(window, w=7.0)
    window.show_language(language)
    before = window.session.state, model_of(window), window.view, window.keeper.path
    text = saved.read_text()
    for old, new in (
        ('"k": 2', '"k": 3'),
        ("1e+150", "1e+151"),
        ('"w": 1.5', '"w": "1.5"'),
        ('"y": "1010"', '"y": "101"'),
        ('"b": -0.25', '"c": -0.25'),
    ):
        assert old in text
        saved.write_text(text.replace(old, new))
        window.keeper.open(saved)
        (box,) = boxes()
        assert box.informativeText()
        assert bool(HANGUL.search(box.informativeText())) is (language == "ko")
        box.accept()
        settle()
        assert (window.session.state, model_of(window), window.view, window.keeper.path) == before


# After a crash -----------------------------------------------------------------------------------


def test_a_changed_model_is_kept_for_a_crash_and_found_again(
    window, begin, file, monkeypatch, qtbot
):
    monkeypatch.setattr(autosave, "MILLISECONDS", 1)
    window.keeper.save_to(file)
    edit(window)
    with qtbot.waitSignal(window.keeper.autosave.written):
        window.keeper.autosave.write()
    (left,) = autosave_folder().glob(f"*{ENDING}")
    kept = read_session_file(left)
    assert (kept.model, kept.model_look) == model_of(window)
    assert kept.file == str(file)
    # The window is gone without a word.
    data = left.read_bytes()
    model = model_of(window)
    window._may_close = True
    window.close()
    (autosave_folder() / f"1-a{ENDING}").write_bytes(data)

    other = begin()
    (notice,) = (one for one in other.notices.shown if "Unsaved work" in one.label.text())
    assert model_of(other)[0] != model[0]
    next(one for one in notice.buttons if one.text() == "Restore").click()
    settle()
    assert model_of(other) == model
    assert other.view == "model"
    assert other.keeper.path == file
    assert other.keeper.modified
    assert other.keeper.would_lose
    other.keeper.save()
    assert read_session_file(file).model == model[0]
    assert not other.keeper.modified


def test_a_model_that_only_begins_is_not_kept(window):
    window.show_view("model")
    window.keeper.autosave.write()
    assert list(autosave_folder().glob("*")) == []
    window.session.set_model("weights", w=4.0)
    assert window.keeper.autosave._timer.isActive()
