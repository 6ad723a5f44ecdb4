"""Saving, opening and leaving: nothing is lost unasked, nothing is called saved that is not."""

import json
import os
import re
import threading
from pathlib import Path

import pytest
from PyQt5.QtCore import QSaveFile, Qt
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QMessageBox

from core.examples import load_examples
from core.observations import Observations, random_observations
from core.session_file import SessionDocument, read_session_file, write_session
from core.state import LogBase, State
from gui import i18n, safe_file, session_keeper, session_reader
from gui.autosave import ENDING, autosave_folder
from gui.paths import EXAMPLES
from tests.helpers import HANGUL, answer, boxes, settle

EDITED = Observations((0, 0, 1))
LONG = session_keeper.SMALL + 1
BUTTONS = QMessageBox


@pytest.fixture
def window(begin):
    return begin()


@pytest.fixture
def dialog(monkeypatch):
    """What the dialog for a name answers; how often it was asked."""

    class Dialog:
        answer = ""
        asked = 0

        def __call__(self, *_arguments):
            self.asked += 1
            return str(self.answer), ""

    made = Dialog()
    monkeypatch.setattr("gui.where_to.QFileDialog.getSaveFileName", made)
    return made


@pytest.fixture
def held(monkeypatch, qtbot):
    """Writing that waits in its thread until it is let go."""

    class Held:
        """The first writing waits; those after it do not."""

        def __init__(self):
            self.gate, self.begun, self.ended = (threading.Event() for _ in range(3))

        def write(self, path, data):
            if self.begun.is_set():
                safe_file.write_whole(path, data)
                return
            self.begun.set()
            self.gate.wait(20)
            safe_file.write_whole(path, data)
            self.ended.set()

        def let_go(self):
            self.gate.set()
            qtbot.waitUntil(self.ended.is_set)
            QTest.qWait(20)
            settle()

    made = Held()
    monkeypatch.setattr(session_keeper, "write_whole", made.write)
    yield made
    made.gate.set()
    for thread in threading.enumerate():
        if thread.name == "job":
            thread.join()
    settle()


def said():
    """The one message that is shown, which is then closed: what failed, and why."""
    (box,) = boxes()
    texts = box.text(), box.informativeText()
    box.accept()
    settle()
    return texts


def edit(window, observations=EDITED):
    window.session.set_observations(observations)
    settle()


def title(window):
    return window.windowTitle(), window.isWindowModified()


def all_of(window):
    """What a refused file must leave alone."""
    session = window.session
    return (
        session.state,
        title(window),
        window.keeper.path,
        window.keeper.modified,
        session.undo_stack.count(),
        session.undo_stack.index(),
        window.explore.panel,
    )


# Saving -------------------------------------------------------------------------------------------


def test_a_window_begins_with_nothing_to_save(window):
    assert title(window) == ("Bernoulli Lab[*]", False)
    assert window.keeper.path is None
    assert not window.keeper.modified
    assert not window.keeper.would_lose


def test_the_first_save_asks_for_a_name_and_the_next_does_not(window, dialog, file):
    dialog.answer = file
    edit(window)
    window.keeper.save()
    assert dialog.asked == 1
    assert read_session_file(file).state == window.session.state
    assert title(window) == (f"{file.name}[*] — Bernoulli Lab", False)
    window.session.set_pi(0.25)
    assert title(window)[1]
    window.keeper.save()
    assert dialog.asked == 1
    assert read_session_file(file).state.pi == 0.25
    assert not title(window)[1]


def test_ctrl_s_saves_and_ctrl_shift_s_asks_for_another_name(window, dialog, file, qtbot):
    edit(window)
    window.keeper.save_to(file)
    window.session.set_pi(0.3)
    qtbot.keyClick(window, Qt.Key_S, Qt.ControlModifier)
    assert read_session_file(file).state.pi == 0.3
    other = file.with_name(f"other{ENDING}")
    dialog.answer = other
    window.session.set_pi(0.4)
    qtbot.keyClick(window, Qt.Key_S, Qt.ControlModifier | Qt.ShiftModifier)
    assert read_session_file(file).state.pi == 0.3
    assert read_session_file(other).state.pi == 0.4
    assert window.keeper.path == other
    assert title(window) == (f"{other.name}[*] — Bernoulli Lab", False)


@pytest.mark.parametrize(
    ("given", "written"),
    [("mine", f"mine{ENDING}"), ("mine.txt", f"mine.txt{ENDING}"), ("mine.json", "mine.json")],
)
def test_a_name_without_the_ending_gets_it(window, dialog, tmp_path, given, written):
    dialog.answer = tmp_path / given
    window.keeper.save_as()
    assert window.keeper.path == tmp_path / written
    assert [path.name for path in tmp_path.iterdir()] == [written]


@pytest.mark.parametrize("yes", [True, False])
def test_a_file_that_the_added_ending_meets_is_replaced_only_when_asked(
    window, dialog, tmp_path, monkeypatch, yes
):
    there = tmp_path / f"mine{ENDING}"
    there.write_text("something else")
    dialog.answer = tmp_path / "mine"
    monkeypatch.setattr(
        QMessageBox, "question", lambda *_: QMessageBox.Yes if yes else QMessageBox.No
    )
    edit(window)
    window.keeper.save_as()
    assert (there.read_text() == "something else") == (not yes)
    assert (window.keeper.path == there) == yes
    assert window.keeper.modified == (not yes)


def test_a_cancelled_dialog_saves_nothing(window, dialog, tmp_path):
    edit(window)
    went_on = []
    window.keeper.save(lambda: went_on.append(True))
    assert dialog.asked == 1
    assert title(window) == ("Bernoulli Lab[*]", True)
    assert went_on == []
    assert list(tmp_path.iterdir()) == []


def test_saving_ends_the_gesture_that_is_going_on(window, file):
    edit(window)
    window.keeper.save_to(file)
    window.explore.toggle_sweep()
    window.settled(window.keeper.save)
    assert not window.sweep.running
    assert read_session_file(file).state == window.session.state


def test_a_saved_session_is_the_same_when_it_is_opened_again_with_its_panel(begin, file):
    window = begin()
    session = window.session
    session.set_observations(Observations((0, 1) * 300), "random:600:0.25:7", true_pi=0.25)
    session.set_pi(0.123456789)
    session.set_log_base(LogBase.BITS)
    session.set_interval(0.1, 0.4)
    session.show_true_pi(shown=True)
    window.explore.choose_panel("log-likelihood")
    window.keeper.save_to(file)
    other = begin("--panel", "all")
    other.opening.open_path(file)
    settle()
    assert other.session.state == session.state
    assert other.explore.panel == "log-likelihood"
    assert other.plots.canvas.isVisible()
    assert title(other) == (f"{file.name}[*] — Bernoulli Lab", False)
    # So it is when it is named on the command line.
    third = begin(str(file))
    assert third.session.state == session.state
    assert third.explore.panel == "log-likelihood"
    assert title(third) == title(other)


def test_a_session_named_on_the_command_line_has_its_whole_path(begin, file, monkeypatch):
    """An autosave of it is restored from anywhere."""
    file.write_bytes(write_session(SessionDocument(State(EDITED))))
    monkeypatch.chdir(file.parent)
    window = begin(file.name)
    window.session.set_pi(0.25)
    assert window.keeper.path.resolve() == file
    assert Path(window.keeper._unsaved().file) == file


def test_a_session_opened_with_another_pi_is_not_what_stands_in_its_file(begin, file):
    file.write_bytes(write_session(SessionDocument(State(EDITED))))
    window = begin(str(file), "--pi", "0.125")
    assert window.session.state.pi == 0.125
    assert window.keeper.modified
    assert title(window)[1]


# The mark -----------------------------------------------------------------------------------------


def test_work_that_is_undone_to_what_was_saved_is_not_marked(window, file):
    edit(window)
    window.keeper.save_to(file)
    window.session.set_pi(0.25)
    edit(window, Observations((1, 1)))
    assert title(window)[1]
    window.undo()
    assert title(window)[1]
    window.undo()
    assert not title(window)[1]
    window.undo()
    assert title(window)[1]  # before the save
    window.redo()
    assert not title(window)[1]
    window.redo()
    assert title(window)[1]


def test_the_part_of_the_axis_that_is_shown_is_no_work(window, file):
    window.keeper.save_to(file)
    window.session.set_interval(0.2, 0.4)
    assert not title(window)[1]
    assert not window.keeper.modified


@pytest.mark.parametrize(
    "change",
    [
        lambda session: session.set_pi(0.25),
        lambda session: session.set_log_base(LogBase.BITS),
        lambda session: session.show_true_pi(shown=True),
        lambda session: session.set_observations(EDITED),
        lambda session: session.set_observations(EDITED, "example:coin"),
    ],
)
def test_in_a_session_with_a_file_any_change_is_work(window, file, change):
    window.keeper.save_to(file)
    change(window.session)
    assert window.keeper.would_lose
    assert title(window)[1]
    window.close()
    answer(BUTTONS.Cancel)
    assert window.isVisible()


EXAMPLE = next(one for one in load_examples(EXAMPLES) if one.observations.has_sequence)


@pytest.mark.parametrize(
    ("observations", "source"),
    [
        (EXAMPLE.observations, f"example:{EXAMPLE.id}"),
        (random_observations(20, 0.3, 5), "random:20:0.3:5"),
        (Observations((1, 0)), "file:data.csv"),
    ],
    ids=["example", "drawn", "file"],
)
def test_data_that_can_be_had_again_are_asked_about_only_when_edited(begin, observations, source):
    window = begin()
    window.session.set_observations(observations, source)
    window.session.set_pi(0.25)
    assert not window.keeper.would_lose
    window.session.set_observations(observations.toggle(0))
    assert window.keeper.would_lose
    window.close()
    answer(BUTTONS.Cancel)
    assert window.isVisible()
    window.undo()
    assert not window.keeper.would_lose
    window.close()
    assert boxes() == []
    assert not window.isVisible()


def test_a_moved_pi_alone_is_given_up_unasked(window):
    window.session.set_pi(0.25)
    assert not window.keeper.would_lose
    window.close()
    assert not window.isVisible()


def test_the_mark_says_at_every_moment_what_closing_would_lose(window):
    """Also when the work was changed before, in a way that nobody would miss."""
    session = window.session
    for change in (
        lambda: session.set_pi(0.25),
        lambda: session.set_observations(EDITED),
        lambda: session.set_observations(EXAMPLE.observations, f"example:{EXAMPLE.id}"),
        lambda: session.set_observations(EXAMPLE.observations.invert()),
        session.undo,
        session.undo,
        session.undo,
    ):
        change()
        assert title(window)[1] == window.keeper.would_lose


# Closing ------------------------------------------------------------------------------------------


def test_closing_with_save_saves_and_closes(window, file):
    window.keeper.save_to(file)
    edit(window)
    window.close()
    assert window.isVisible()
    answer(BUTTONS.Save)
    assert not window.isVisible()
    assert read_session_file(file).state.observations == EDITED


def test_closing_with_save_asks_for_the_name_that_is_not_there_yet(window, dialog, file):
    edit(window)
    window.close()
    answer(BUTTONS.Save)
    assert dialog.asked == 1
    assert window.isVisible()  # no name was given
    dialog.answer = file
    window.close()
    answer(BUTTONS.Save)
    assert not window.isVisible()
    assert read_session_file(file).state.observations == EDITED


def test_closing_without_saving_closes_and_leaves_the_file_alone(window, file):
    window.keeper.save_to(file)
    before = file.read_bytes()
    edit(window)
    window.close()
    answer(BUTTONS.Discard)
    assert not window.isVisible()
    assert file.read_bytes() == before
    assert list(autosave_folder().glob("*")) == []


def test_closing_can_be_cancelled_by_the_button_and_by_escape_and_is_asked_again(window, file):
    window.keeper.save_to(file)
    edit(window)
    before = all_of(window)
    window.close()
    answer(BUTTONS.Cancel)
    window.close()
    (box,) = boxes()
    box.reject()
    window.close()
    assert len(boxes()) == 1
    assert window.isVisible()
    assert all_of(window) == before


def test_closing_twice_asks_once(window):
    edit(window)
    window.close()
    window.close()
    assert len(boxes()) == 1
    answer(BUTTONS.Discard)
    assert not window.isVisible()
    assert boxes() == []


def test_the_question_is_asked_in_the_language_of_the_moment(window):
    edit(window)
    seen = {}
    for code in ("en", "ko"):
        window.show_language(code)
        window.close()
        (box,) = boxes()
        seen[code] = [box.text(), box.informativeText()] + [
            button.text().replace("&", "") for button in box.buttons()
        ]
        assert "[*]" not in box.windowTitle()
        box.reject()
    assert {"Save the changes?", "Save", "Don't save", "Cancel"} <= set(seen["en"])
    assert not HANGUL.search("".join(seen["en"]))
    assert all(HANGUL.search(text) for text in seen["ko"])


# A save that fails --------------------------------------------------------------------------------


class FullDisk(QSaveFile):
    """A disk with no room for more than a little."""

    def write(self, data):
        return min(len(data), 10)

    def errorString(self):  # noqa: N802 - Qt's name
        return "No space left on device"


class FullAtTheEnd(QSaveFile):
    """A disk that says only at the end that there was no room."""

    def commit(self):
        self.cancelWriting()
        super().commit()
        return False

    def errorString(self):  # noqa: N802 - Qt's name
        return "No space left on device"


class ReadOnly(QSaveFile):
    """In a folder that may not be written."""

    def open(self, _mode):
        return False

    def errorString(self):  # noqa: N802 - Qt's name
        return "Permission denied"


class Strange(QSaveFile):
    """A device that fails in a way of its own."""

    def commit(self):
        self.cancelWriting()
        super().commit()
        return False

    def errorString(self):  # noqa: N802 - Qt's name
        return "Input/output error."


FAILURES = {
    FullDisk: "There is no room left on the disk for “{}”.",
    FullAtTheEnd: "There is no room left on the disk for “{}”.",
    ReadOnly: "“{}” may not be written.",
    Strange: "“{}” could not be written: Input/output error.",
}


@pytest.mark.parametrize("kind", FAILURES, ids=lambda kind: kind.__name__)
@pytest.mark.parametrize("n", [10, LONG], ids=["short", "long"])
def test_a_failed_save_is_said_in_one_sentence_and_nothing_is_called_saved(
    window, file, monkeypatch, kind, n, qtbot
):
    window.keeper.save_to(file)
    old = file.read_bytes()
    edit(window, random_observations(n, 0.5, 1))
    before = all_of(window)
    monkeypatch.setattr(safe_file, "QSaveFile", kind)
    went_on = []
    window.keeper.save(lambda: went_on.append(True))
    qtbot.waitUntil(lambda: not window.keeper._saving.running)
    assert said() == ("The session was not saved.", FAILURES[kind].format(file))
    assert went_on == []
    assert all_of(window) == before
    assert title(window)[1]
    assert file.read_bytes() == old
    assert [path.name for path in file.parent.iterdir()] == [file.name]


@pytest.mark.parametrize("kind", FAILURES, ids=lambda kind: kind.__name__)
def test_a_window_whose_work_could_not_be_saved_stays(window, file, monkeypatch, kind):
    window.keeper.save_to(file)
    edit(window)
    monkeypatch.setattr(safe_file, "QSaveFile", kind)
    window.close()
    answer(BUTTONS.Save)
    said()
    assert window.isVisible()
    assert window.keeper.modified
    # And it is not taken for asked.
    window.close()
    assert window.isVisible()
    answer(BUTTONS.Cancel)
    monkeypatch.undo()
    window.keeper.save()
    assert not window.keeper.modified
    assert read_session_file(file).state == window.session.state


def test_a_folder_that_is_gone_is_named(window, tmp_path):
    folder = tmp_path / "gone"
    folder.mkdir()
    file = folder / f"work{ENDING}"
    edit(window)
    window.keeper.save_to(file)
    file.unlink()
    folder.rmdir()
    window.session.set_pi(0.25)
    window.keeper.save()
    assert said() == ("The session was not saved.", f"The folder “{folder}” is not there.")
    assert window.keeper.modified
    assert window.keeper.path == file


def test_what_is_no_file_is_not_written_over(window, tmp_path):
    folder = tmp_path / f"a{ENDING}"
    folder.mkdir()
    pipe = tmp_path / f"b{ENDING}"
    os.mkfifo(pipe)
    window.keeper.save_to(folder)
    assert said()[1] == f"“{folder}” is a folder; choose the name of a file."
    window.keeper.save_to(pipe)
    assert said()[1] == f"“{pipe}” is not a regular file."
    assert window.keeper.path is None
    assert pipe.is_fifo()


def test_a_failed_save_as_leaves_the_work_with_its_old_file(window, file, dialog, monkeypatch):
    window.keeper.save_to(file)
    edit(window)
    dialog.answer = file.with_name(f"other{ENDING}")
    monkeypatch.setattr(safe_file, "QSaveFile", FullDisk)
    window.keeper.save_as()
    said()
    assert window.keeper.path == file
    assert window.keeper.modified
    assert [path.name for path in file.parent.iterdir()] == [file.name]


# A session that is refused ------------------------------------------------------------------------


def fields(**changes):
    """A session's JSON with some fields changed; None takes one away."""
    made = json.loads(write_session(SessionDocument(State())))
    for name, value in changes.items():
        if value is None:
            del made[name]
        else:
            made[name] = value
    return json.dumps(made).encode()


WHOLE = write_session(SessionDocument(State(random_observations(1000, 0.5, 1))))
COUNTS = {"n": 10**16, "k": 1, "counts_only": True}
BITS = {"n": 10**9, "k": 1, "bits": "AAAA"}
REFUSED = {
    "empty": b"",
    "newer": fields(version=2),
    "newest": fields(version=10**30),
    "truncated": WHOLE[:-200],
    "cut in its bits": WHOLE[:120],
    "not JSON": b'{"format": bernoulli}',
    "other JSON": b'{"name": "package"}',
    "a list": b"[1, 2]",
    "pi is a text": fields(pi="0.5"),
    "pi is large": fields(pi=7),
    "no pi": fields(pi=None),
    "pi is a list": fields(pi=[0.5]),
    "interval": fields(interval="all"),
    "panel": fields(panel="everything"),
    "truth": fields(shows_true_pi=1),
    "observations are a list": fields(observations=[1, 0]),
    "no observations": fields(observations={"n": 2, "k": 1}),
    "two kinds of them": fields(observations={**BITS, **COUNTS}),
    "absurdly many": fields(observations=COUNTS),
    "absurdly few bits": fields(observations=BITS),
    "wrong k": fields(observations={"n": 2, "k": 2, "sequence": "01"}),
    "twice": fields().replace(b'"pi":', b'"pi": 0.5, "pi":'),
    "deep": b"[" * 100_000,
    "not UTF-8": fields().replace(b"nats", b"\xff\xfe"),
    "absurdly large": None,
}


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("name", REFUSED)
def test_a_refused_session_is_explained_in_one_sentence_and_changes_nothing(
    window, file, tmp_path, name, language, qtbot
):
    window.keeper.save_to(file)
    window.session.set_pi(0.25)
    window.show_language(language)
    before = all_of(window)
    bad = tmp_path / f"bad{ENDING}"
    if REFUSED[name] is None:
        with bad.open("wb") as sparse:
            sparse.truncate(300 * 2**20)
    else:
        bad.write_bytes(REFUSED[name])
    window.keeper._read(bad, window.keeper._open_document)
    qtbot.waitUntil(lambda: not window.keeper._saving.running)
    what, why = said()
    assert f"“{bad.name}”" in what
    assert_one_sentence(why)
    assert all_of(window) == before
    assert i18n.language() == language


def assert_one_sentence(text):
    assert text
    assert "\n" not in text
    assert len(text) < 200
    assert not re.search(r"[.] [A-Z가-힣]", text), text


@pytest.mark.parametrize("name", [name for name in REFUSED if name != "absurdly large"])
def test_a_refusal_in_korean_has_no_english_in_it(window, tmp_path, name):
    window.show_language("ko")
    bad = tmp_path / f"bad{ENDING}"
    bad.write_bytes(REFUSED[name])
    window.opening.open_path(bad)
    _what, why = said()
    assert HANGUL.search(why)
    rest = re.sub(r"“[^”]*”|'[^']*'|Bernoulli Lab|JSON", "", why)
    assert not re.search("[A-Za-z]{2}", rest), why


def test_a_session_that_is_not_there_is_named(window, tmp_path):
    before = all_of(window)
    missing = tmp_path / f"missing{ENDING}"
    window.keeper.open(missing)
    what, why = said()
    assert what == f"“{missing.name}” was not opened."
    assert why == f"There is no file “{missing}”."
    assert all_of(window) == before


# Opening and beginning anew -----------------------------------------------------------------------


@pytest.fixture
def other(tmp_path):
    """A session to open."""
    path = tmp_path / f"other{ENDING}"
    path.write_bytes(write_session(SessionDocument(State(Observations((1, 1, 1)), 0.75))))
    return path


def test_opening_asks_about_unsaved_work_and_cancel_changes_nothing(window, other):
    edit(window)
    before = all_of(window)
    window.opening.open_path(other)
    answer(BUTTONS.Cancel)
    assert all_of(window) == before
    window.opening.open_path(other)
    answer(BUTTONS.Discard)
    assert window.session.state == read_session_file(other).state
    assert title(window) == (f"{other.name}[*] — Bernoulli Lab", False)
    assert not window.session.undo_stack.canUndo()


def test_opening_with_save_saves_first_and_to_the_old_file(window, file, other):
    window.keeper.save_to(file)
    edit(window)
    window.opening.open_path(other)
    answer(BUTTONS.Save)
    assert read_session_file(file).state.observations == EDITED
    assert window.keeper.path == other
    assert window.session.state == read_session_file(other).state


def test_what_could_not_be_saved_is_not_given_up_for_another_session(
    window, file, other, monkeypatch
):
    window.keeper.save_to(file)
    edit(window)
    before = all_of(window)
    monkeypatch.setattr(safe_file, "QSaveFile", FullDisk)
    window.opening.open_path(other)
    answer(BUTTONS.Save)
    said()
    assert all_of(window) == before


def test_new_asks_first_and_then_begins_like_a_first_start(window, file):
    window.keeper.save_to(file)
    edit(window)
    window.keeper.new()
    answer(BUTTONS.Cancel)
    assert window.session.state.observations == EDITED
    window.keeper.new()
    answer(BUTTONS.Discard)
    assert window.session.state == State()
    assert title(window) == ("Bernoulli Lab[*]", False)
    assert window.keeper.path is None
    assert not window.session.undo_stack.canUndo()


# Long sequences -----------------------------------------------------------------------------------


@pytest.fixture
def long(window, file, held, monkeypatch):
    """A window whose long work is being written, and waits there."""
    monkeypatch.setattr("gui.long_work.PATIENCE", 0)
    window.keeper._saving._patience.setInterval(0)
    window.session.set_observations(random_observations(LONG, 0.5, 1))
    window.keeper.save_to(file)
    assert held.begun.wait(10)
    settle()
    return window


def test_a_long_sequence_is_saved_beside_a_living_window(long, file, held):
    assert not file.exists()
    assert [n.label.text() for n in long.notices.shown] == [f"Saving “{file.name}”…"]
    assert long.keeper.modified  # nothing is called saved before it is
    long.session.set_pi(0.25)
    assert "0.25" in long.pi_bar.spin.text()
    held.let_go()
    assert long.notices.shown == []
    state = read_session_file(file).state
    assert state.pi == 0.5
    # What was changed in the meantime is not saved.
    assert long.keeper.modified
    assert title(long) == (f"{file.name}[*] — Bernoulli Lab", True)
    long.session.undo()
    assert not long.keeper.modified


def test_a_long_save_that_was_cancelled_is_not_called_saved(long, held):
    long.notices.shown[0].buttons[0].click()
    held.let_go()
    assert long.keeper.path is None
    assert long.keeper.modified


def test_what_is_edited_while_a_closing_window_saves_is_not_lost_unasked(window, file, held):
    window.session.set_observations(random_observations(LONG, 0.5, 1))
    window.keeper.path = file
    window.close()
    answer(BUTTONS.Save)
    assert held.begun.wait(10)
    edited = window.session.state.observations.toggle(0)
    window.session.set_observations(edited)
    held.let_go()
    # The window is still there, or the edit is in the file.
    assert window.isVisible() or read_session_file(file).state.observations == edited


@pytest.fixture
def encoding(monkeypatch):
    """Encoding that waits in its thread, before anything reaches the disk, until it is let go."""
    begun, gate = threading.Event(), threading.Event()

    def slow(document, progress):
        if not begun.is_set():
            begun.set()
            gate.wait(20)
        progress(0.5)
        return write_session(document, progress)

    monkeypatch.setattr("core.session_file.write_session", slow)
    yield begun, gate
    gate.set()
    for thread in threading.enumerate():
        if thread.name == "job":
            thread.join()
    settle()


def save_drawn(window, file, begun):
    """Have a drawn sequence saved, whose loss is not asked about; its saving was asked for."""
    window.session.set_observations(random_observations(LONG, 0.5, 1), f"random:{LONG}:0.5:1")
    window.keeper.save_to(file)
    assert begun.wait(10)
    assert not window.keeper.would_lose


def test_a_save_that_is_going_on_is_not_dropped_by_opening_another_session(
    window, file, other, encoding
):
    begun, gate = encoding
    save_drawn(window, file, begun)
    # Opening may wait for the save: somebody else must let that go.
    clock = threading.Timer(0.05, gate.set)
    clock.start()
    window.opening.open_path(other)
    clock.join()
    QTest.qWait(100)
    # The save is carried out, or the user hears that it was not.
    assert boxes() or file.exists()


def test_a_save_that_is_going_on_is_not_dropped_by_closing(window, file, encoding):
    begun, gate = encoding
    save_drawn(window, file, begun)
    clock = threading.Timer(0.05, gate.set)
    clock.start()
    window.close()
    clock.join()
    QTest.qWait(100)
    assert boxes() or file.exists()


def test_an_older_save_does_not_come_after_a_newer_one(long, file, held):
    """The long one was given up for a short one to the same file; its thread is still writing."""
    edit(long)
    # The newer save may wait for the older one: somebody else must let that go.
    clock = threading.Timer(0.05, held.gate.set)
    clock.start()
    long.keeper.save_to(file)
    clock.join()
    assert read_session_file(file).state.observations == EDITED
    held.let_go()
    assert not long.keeper.modified
    assert read_session_file(file).state.observations == EDITED


def test_a_long_session_is_opened_beside_a_living_window(window, file, monkeypatch, qtbot):
    state = State(random_observations(LONG, 0.5, 1), 0.25)
    file.write_bytes(write_session(SessionDocument(state)))
    monkeypatch.setattr(session_reader, "SMALL", 1000)
    window.opening.open_path(file)
    assert window.keeper._reader.running
    assert window.session.state == State()
    qtbot.waitUntil(lambda: not window.keeper._reader.running)
    assert window.session.state == state
    assert title(window) == (f"{file.name}[*] — Bernoulli Lab", False)


def test_what_is_edited_while_a_session_is_opened_is_not_lost_unasked(
    window, other, monkeypatch, qtbot
):
    monkeypatch.setattr(session_reader, "SMALL", 0)
    window.opening.open_path(other)
    edit(window)
    qtbot.waitUntil(lambda: not window.keeper._reader.running)
    assert boxes() or window.session.state.observations == EDITED
