"""What is written aside, for whom it is kept, and what is offered of it after a crash."""

import gc
import os
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from PyQt5.QtCore import QLockFile, QSaveFile
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QMessageBox

from core.observations import Observations, random_observations
from core.session_file import SessionDocument, read_session_file, write_session
from core.stage import Stage
from core.state import State
from gui import app, autosave, safe_file, session_keeper
from gui.autosave import ENDING, Autosave, autosave_folder, left_behind
from gui.command_line import parse
from gui.safe_file import WriteError, write_whole
from tests.conftest import delete_closed
from tests.helpers import HANGUL, answer, boxes, settle

LEFT = State(Observations((0, 1, 1)), 0.75)
EDITED = Observations((0, 0, 1))


@pytest.fixture
def wrote(qtbot):
    """Have a window's autosave written, and wait until it is."""

    def wrote(window):
        with qtbot.waitSignal(window.keeper.autosave.written):
            window.keeper.autosave.write()
        return read_session_file(window.keeper.autosave.path)

    return wrote


@pytest.fixture
def failed(qtbot):
    """Have the writing of a window's autosave fail, and wait until it has."""

    def failed(window):
        window.keeper.autosave.write()
        qtbot.waitUntil(lambda: window.keeper.autosave._job is None)
        settle()

    return failed


def names():
    """What lies in the folder of the autosaves."""
    folder = autosave_folder()
    return sorted(path.name for path in folder.iterdir()) if folder.exists() else []


def leave_behind(name="1-a", document=None):
    """What a window that was killed leaves."""
    folder = autosave_folder()
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}{ENDING}"
    path.write_bytes(write_session(document or SessionDocument(LEFT)))
    return path


def texts(window):
    settle()
    return [notice.label.text() for notice in window.notices.shown]


def choose(window, name):
    """Press a button of the one notice."""
    settle()
    (notice,) = window.notices.shown
    (button,) = (button for button in notice.buttons if button.text() == name)
    button.click()
    settle()


# What is kept, and how long -----------------------------------------------------------------------


def test_a_window_without_changes_keeps_nothing(begin):
    window = begin()
    window.keeper.autosave.write()
    window.session.set_interval(0.2, 0.4)
    assert names() == []
    assert not window.keeper.autosave._timer.isActive()


def test_a_change_is_kept_with_its_file_and_the_moment(begin, file, monkeypatch, qtbot):
    monkeypatch.setattr(autosave, "MILLISECONDS", 1)
    window = begin()
    window.keeper.save_to(file)
    assert names() == []
    with qtbot.waitSignal(window.keeper.autosave.written):
        window.session.set_pi(0.25)
    document = read_session_file(window.keeper.autosave.path)
    assert document.state == window.session.state
    assert document.file == str(file)
    assert document.saved_at[:2] == "20"
    assert names() == [window.keeper.autosave.path.name, f"{window.keeper.autosave.path.name}.lock"]
    assert read_session_file(file).state.pi == 0.5


def test_work_that_is_saved_or_undone_is_kept_no_longer(begin, file, wrote):
    window = begin()
    window.session.set_pi(0.25)
    wrote(window)
    window.keeper.save_to(file)
    assert names() == []
    window.session.set_pi(0.75)
    wrote(window)
    window.session.undo()
    window.keeper.autosave.write()
    assert names() == []
    # And what changes then is kept again.
    window.session.set_pi(0.125)
    assert wrote(window).state.pi == 0.125


def test_work_whose_save_failed_is_kept_on(begin, file, wrote):
    window = begin()
    window.session.set_pi(0.25)
    wrote(window)
    before = names()
    window.keeper.save_to(file.parent / "gone" / file.name)
    boxes()[0].accept()
    settle()
    assert names() == before
    assert wrote(window).state.pi == 0.25


def test_a_window_that_closes_leaves_neither_file_nor_lock(begin, wrote):
    window = begin()
    window.session.set_observations(EDITED)
    wrote(window)
    assert len(names()) == 2
    window.close()
    answer(QMessageBox.Discard)
    assert not window.isVisible()
    assert names() == []


def test_a_window_that_closes_waits_for_what_is_being_written(begin):
    window = begin()
    window.session.set_observations(random_observations(3_000_000, 0.5, 1), "random:3000000:0.5:1")
    window.keeper.autosave.write()
    window.close()
    assert names() == []
    QTest.qWait(20)
    assert names() == []


@pytest.mark.usefixtures("no_widgets_left")
def test_a_window_that_depends_on_no_settings_keeps_nothing():
    leave_behind()
    window = app._window(parse(["101"]), None)
    window.session.set_pi(0.25)
    window.keeper.offer_left_behind()
    assert window.keeper.autosave is None
    assert window.notices.shown == []
    window.close()
    window.deleteLater()
    delete_closed()
    assert names() == [f"1-a{ENDING}"]


# Two windows --------------------------------------------------------------------------------------


def test_two_windows_keep_two_autosaves_and_neither_offers_the_other_s(begin, wrote):
    one = begin()
    one.session.set_pi(0.25)
    wrote(one)
    other = begin()
    assert texts(other) == []
    other.session.set_pi(0.75)
    wrote(other)
    assert len([name for name in names() if name.endswith(ENDING)]) == 2
    assert texts(begin()) == []
    assert left_behind(autosave_folder()) == []
    one.close()
    assert names() == [other.keeper.autosave.path.name, f"{other.keeper.autosave.path.name}.lock"]
    assert wrote(other).state.pi == 0.75


CHILD = """
import sys
from gui.app import start
app, window = start(["--lang", "en", "--size", "1100x750"])
window.session.set_pi(0.25)
keeper = window.keeper
keeper.autosave.written.connect(lambda: print("written", flush=True))
keeper.autosave.write()
from PyQt5.QtCore import QTimer
from threading import Thread
gone = []
Thread(target=lambda: gone.append(sys.stdin.read()), daemon=True).start()
clock = QTimer()
clock.timeout.connect(lambda: gone and window.close())
clock.start(5)
app.exec()
"""


def test_another_process_keeps_its_own_and_takes_it_along_when_it_closes(begin, wrote):
    child = subprocess.Popen(
        [sys.executable, "-c", CHILD],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=Path(app.__file__).parent.parent,
        text=True,
    )
    try:
        assert child.stdout.readline() == "written\n"
        its = names()
        assert len(its) == 2
        assert its[0].startswith(f"{child.pid}-")
        window = begin()
        assert texts(window) == []
        window.session.set_pi(0.75)
        wrote(window)
        assert len(names()) == 4
        assert set(its) < set(names())
        child.communicate("", timeout=20)
        assert child.returncode == 0
        assert not set(its) & set(names())
        assert len(names()) == 2
    finally:
        child.kill()
        child.communicate()


# After a crash ------------------------------------------------------------------------------------


def test_restore_gives_the_work_its_file_and_its_plots_back_unsaved(begin, file, wrote):
    left = leave_behind(
        document=SessionDocument(LEFT, panel="bce", file=str(file), saved_at="2026-01-01T00:00:00")
    )
    window = begin()
    (text,) = texts(window)
    assert text.startswith("Unsaved work of 20")
    assert window.session.state == State()
    choose(window, "Restore")
    assert window.session.state == replace(LEFT, stage=Stage(panels=("bce",)))
    assert window.explore.panel == "bce"
    assert window.windowTitle() == f"{file.name}[*] — Bernoulli Lab"
    assert window.isWindowModified()
    assert not window.session.undo_stack.canUndo()
    assert texts(window) == []
    # The file is this window's now.
    assert window.keeper.autosave.path == left
    assert left_behind(autosave_folder()) == []
    window.session.set_pi(0.125)
    assert wrote(window).state.pi == 0.125
    assert names() == [left.name, f"{left.name}.lock"]
    window.keeper.save()
    assert read_session_file(file) == SessionDocument(replace(LEFT, pi=0.125), panel="bce")
    assert names() == []


@pytest.mark.parametrize(
    ("state", "file"),
    [
        (State(), f"work{ENDING}"),
        (State(pi=0.25), ""),
        (State(Observations((1, 1)), source="file:data.csv"), ""),
        (State(), ""),
    ],
    ids=["like a first start, with a file", "pi alone", "a file's data", "like a first start"],
)
def test_whatever_is_restored_is_marked_as_unsaved_and_kept(begin, tmp_path, state, file):
    """It was unsaved when it was left; what a window begins with says nothing about that."""
    left = leave_behind(document=SessionDocument(state, file=file and str(tmp_path / file)))
    window = begin()
    choose(window, "Restore")
    assert window.session.state == state
    assert window.keeper.modified
    assert window.isWindowModified()
    assert left.exists()


def test_discard_removes_it_for_good(begin):
    leave_behind()
    choose(begin(), "Discard")
    assert names() == []


def test_later_keeps_it_for_the_next_start(begin):
    left = leave_behind()
    window = begin()
    choose(window, "Later")
    assert names() == [left.name]
    assert texts(window) == []
    window.close()
    assert names() == [left.name]
    assert len(texts(begin())) == 1


def test_what_is_offered_in_one_window_is_not_offered_in_another(begin):
    leave_behind()
    assert len(texts(begin())) == 1
    assert texts(begin()) == []


def test_an_offer_that_nobody_answered_is_made_again_by_the_next_window(begin):
    left = leave_behind()
    window = begin()
    assert len(texts(window)) == 1
    window.close()
    assert names() == [left.name]
    assert len(texts(begin())) == 1


def test_restoring_over_unsaved_work_asks_first_and_cancel_keeps_both(begin):
    left = leave_behind()
    window = begin()
    window.session.set_observations(EDITED)
    before = window.session.state
    choose(window, "Restore")
    answer(QMessageBox.Cancel)
    assert window.session.state == before
    assert read_session_file(left).state == LEFT
    # It is offered again.
    assert len(texts(window)) == 1
    assert window.keeper.would_lose


def test_restoring_over_unsaved_work_can_give_it_up_or_save_it(begin, file):
    leave_behind()
    window = begin()
    window.keeper.save_to(file)
    window.session.set_observations(EDITED)
    choose(window, "Restore")
    answer(QMessageBox.Save)
    assert read_session_file(file).state.observations == EDITED
    assert window.session.state == LEFT
    assert window.keeper.path is None
    assert window.keeper.modified


def test_a_left_file_that_cannot_be_read_is_named_and_stays(begin):
    left = leave_behind()
    left.write_bytes(left.read_bytes()[:40])
    window = begin()
    before = window.session.state
    choose(window, "Restore")
    (box,) = boxes()
    assert left.name in box.text()
    assert box.informativeText() == "The session file ends too early; a part is missing."
    box.accept()
    assert window.session.state == before
    assert window.keeper.autosave.path != left
    assert not window.keeper.modified
    assert left.exists()


def test_the_newest_are_offered_and_the_others_at_the_next_start(begin):
    for i in range(5):
        path = leave_behind(f"{i}-x", SessionDocument(State(pi=(i + 1) / 16)))
        os.utime(path, (1_700_000_000 + 86_400 * i,) * 2)
    window = begin()
    assert len(texts(window)) == session_keeper.OFFERED == 3
    window.notices.shown[0].buttons[0].click()
    assert window.session.state.pi == 5 / 16
    assert sum(name.endswith(".lock") for name in names()) == 3
    assert len(texts(begin())) == 2


def test_the_offer_is_made_in_the_language_of_the_moment(begin):
    leave_behind()
    window = begin()
    (notice,) = window.notices.shown
    assert [button.text() for button in notice.buttons] == ["Restore", "Discard", "Later"]
    window.show_language("ko")
    settle()
    assert HANGUL.search(notice.label.text())
    assert all(HANGUL.search(button.text()) for button in notice.buttons)
    assert not any(c.isascii() and c.isalpha() for c in notice.label.text())


def test_what_is_no_autosave_is_left_alone(begin):
    folder = autosave_folder()
    folder.mkdir(parents=True)
    (folder / "notes.txt").write_text("mine")
    (folder / f"a{ENDING}.copy").write_text("mine, too")
    assert texts(begin()) == []
    assert names() == [f"a{ENDING}.copy", "notes.txt"]


# When it fails ------------------------------------------------------------------------------------


class FullDisk(QSaveFile):
    """A disk with no room for more than a little."""

    alive = 0

    def __init__(self, path):
        super().__init__(path)
        FullDisk.alive += 1
        self.destroyed.connect(FullDisk.gone)

    @classmethod
    def gone(cls):
        cls.alive -= 1

    def write(self, data):
        return min(len(data), 10)

    def errorString(self):  # noqa: N802 - Qt's name
        return "No space left on device"


def test_a_failed_autosave_is_said_once_and_again_after_one_that_succeeded(
    begin, monkeypatch, failed, wrote
):
    window = begin()
    window.session.set_pi(0.25)
    monkeypatch.setattr(safe_file, "QSaveFile", FullDisk)
    failed(window)
    path = window.keeper.autosave.path
    once = [
        f"Unsaved work is not kept for a crash: There is no room left on the disk for “{path}”."
    ]
    assert texts(window) == once
    failed(window)
    assert texts(window) == once
    assert boxes() == []
    choose(window, "Close")
    failed(window)
    assert texts(window) == []
    monkeypatch.setattr(safe_file, "QSaveFile", QSaveFile)
    wrote(window)
    monkeypatch.setattr(safe_file, "QSaveFile", FullDisk)
    failed(window)
    assert texts(window) == once


def test_a_notice_of_a_failed_autosave_goes_when_one_succeeds(begin, monkeypatch, failed, wrote):
    window = begin()
    window.session.set_pi(0.25)
    monkeypatch.setattr(safe_file, "QSaveFile", FullDisk)
    failed(window)
    monkeypatch.setattr(safe_file, "QSaveFile", QSaveFile)
    wrote(window)
    assert texts(window) == []


def test_a_failed_autosave_is_tried_again_without_another_change(begin, monkeypatch, failed):
    """The disk may have room again, and the work that is there deserves it."""
    window = begin()
    window.session.set_pi(0.25)
    window.keeper.autosave._timer.stop()
    monkeypatch.setattr(safe_file, "QSaveFile", FullDisk)
    failed(window)
    assert window.keeper.autosave._timer.isActive()


@pytest.mark.parametrize("code", ["en", "ko"])
def test_a_folder_that_cannot_be_made_is_said(begin, code, tmp_path, monkeypatch, failed):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("")
    monkeypatch.setenv("XDG_DATA_HOME", str(in_the_way))
    window = begin()
    window.show_language(code)
    window.session.set_pi(0.25)
    failed(window)
    (text,) = texts(window)
    assert bool(HANGUL.search(text)) == (code == "ko")
    assert str(window.keeper.autosave.path) in text
    window.close()
    assert not window.isVisible()


def test_an_autosave_that_cannot_be_removed_keeps_no_window_from_closing_or_saving(
    begin, wrote, file, monkeypatch
):
    window = begin()
    window.session.set_pi(0.25)
    wrote(window)
    path = window.keeper.autosave.path

    def unlink(self, missing_ok=False, unlink=Path.unlink):
        if self == path:
            raise PermissionError(13, "Permission denied", str(self))
        unlink(self, missing_ok=missing_ok)

    went_on = []
    with monkeypatch.context() as patched:
        patched.setattr(Path, "unlink", unlink)
        window.keeper.save_to(file, lambda: went_on.append(True))
    assert went_on == [True]
    assert not window.keeper.modified
    assert not window.isWindowModified()


# A full disk --------------------------------------------------------------------------------------


@pytest.fixture
def small_disk(tmp_path):
    """A disk of 64 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    if shutil.which("mount") is None:
        pytest.skip("there is no mount")
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(folder)],
        capture_output=True,
        check=False,
    )
    if made.returncode:
        pytest.skip("nothing may be mounted here")
    yield folder
    gc.collect()
    subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_on_a_full_disk_the_old_file_stays_and_nothing_is_left(begin, small_disk):
    file = small_disk / f"work{ENDING}"
    window = begin()
    window.keeper.save_to(file)
    old, used = file.read_bytes(), shutil.disk_usage(small_disk).used
    window.session.set_observations(random_observations(1_000_000, 0.5, 1))
    window.keeper.save()
    (box,) = boxes()
    assert box.text() == "The session was not saved."
    assert box.informativeText() == f"There is no room left on the disk for “{file}”."
    box.accept()
    assert window.keeper.modified
    assert window.isWindowModified()
    assert file.read_bytes() == old
    assert [path.name for path in small_disk.iterdir()] == [file.name]
    assert shutil.disk_usage(small_disk).used == used
    # What fits is saved again.
    window.session.set_observations(EDITED)
    window.keeper.save()
    assert not window.keeper.modified
    assert read_session_file(file).state == window.session.state


@pytest.mark.parametrize("size", [60_000, 65_537, 200_000])
def test_a_full_disk_is_called_full(small_disk, size):
    path = small_disk / "file"
    write_whole(path, b"old " * 2048)
    with pytest.raises(WriteError) as raised:
        write_whole(path, b"x" * size)
    assert raised.value.reason == "full"
    assert path.read_bytes() == b"old " * 2048
    assert [path.name for path in small_disk.iterdir()] == ["file"]


def test_an_autosave_that_finds_the_disk_full_takes_none_of_it(
    begin, small_disk, monkeypatch, failed
):
    monkeypatch.setenv("XDG_DATA_HOME", str(small_disk))
    window = begin()
    window.session.set_observations(random_observations(1_000_000, 0.5, 1), "random:1000000:0.5:1")
    failed(window)
    (text,) = texts(window)
    assert "There is no room left on the disk" in text
    assert [name for name in names() if not name.endswith(".lock")] == []
    # Also as long as it is said.
    assert shutil.disk_usage(small_disk).used <= 4096
    window.close()
    assert names() == []


def test_an_autosave_of_a_dead_process_is_not_the_same_as_one_of_a_living(tmp_path):
    """The lock tells them apart, and it alone."""
    path = tmp_path / f"1-a{ENDING}"
    path.write_bytes(write_session(SessionDocument(LEFT)))
    lock = QLockFile(f"{path}.lock")
    lock.setStaleLockTime(0)
    assert lock.tryLock(0)
    assert left_behind(tmp_path) == []
    lock.unlock()
    (found,) = left_behind(tmp_path)
    found.discard()
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_autosaves_need_not_be_there(tmp_path):
    assert left_behind(tmp_path / "none") == []
    keeper = Autosave(tmp_path / "none", lambda: None)
    keeper.write()
    keeper.discard()
    assert list(tmp_path.iterdir()) == []
