"""The program killed in the middle of its work: what is on the disk then is whole, and found again.

BERNOULLI_KILLS sets how often it is killed.
"""

import inspect
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PyQt5.QtCore import QLockFile, QObject, pyqtSignal
from PyQt5.QtWidgets import QApplication, QMessageBox

from core.observations import Observations, random_observations
from core.session_file import SessionDocument, read_session_file, write_session
from core.state import State
from gui import autosave
from gui.autosave import ENDING, Autosave, autosave_folder, left_behind
from gui.errors import HARMLESS
from tests.helpers import ROOT, settle

KILLS = int(os.environ.get("BERNOULLI_KILLS", "50"))
# So many processes at once; one takes half a second to begin.
AT_ONCE = 2
# The longest that a child is watched before it is killed, and until it is seen writing, in seconds.
LIFE = 0.5
PATIENCE = 5
# A child that has not begun by then never will, in seconds.
LATEST = 30
LONG = 3_000_000
# What kinds of runs there are: (observations at the start, a save in so many edits, what it
# begins with). No save at all, one after each edit, now and then; and work that was left behind.
KINDS = (
    (0, 0, ""),
    (0, 1, ""),
    (0, 10, ""),
    (LONG, 0, ""),
    (LONG, 6, ""),
    (0, 0, "left behind"),
    (LONG, 12, "left behind"),
)
# The edit after which the work that a run begins with was left.
LEFT_AT = 31


# Both of these are also the child's.
def beginning(length):
    if length:
        return random_observations(length, 0.5, 1)
    return Observations((1, 0, 1, 1, 0, 1, 1, 1, 0, 1))


def edited(observations, pi, count):
    """The work after edit number `count`: π moves, a toggle, an insertion, and so on."""
    if count % 3 == 0:
        return observations, count / 10**6
    n = observations.n
    if count % 3 == 1:
        return observations.toggle(7919 * count % n), pi
    return observations.insert(104_729 * count % (n + 1), [1, 0, count % 2] * 9), pi


CHILD = (
    inspect.getsource(beginning)
    + inspect.getsource(edited)
    + """
import sys
from pathlib import Path
import gui.autosave
gui.autosave.MILLISECONDS = 60
from PyQt5.QtCore import QTimer
from core.observations import Observations, random_observations
from gui.app import start

folder, length, saves, begins = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
path = folder / "work.bernoulli.json"
app, window = start(["--lang", "en", "--size", "1100x750"])
session, keeper = window.session, window.keeper
log = (folder / "log").open("a", buffering=1)
count = 0
writing = 0

def content(give=keeper.autosave._content):
    global writing
    document = give()
    if document is not None:
        writing = count
        log.write("writing\\n")
    return document

keeper.autosave._content = content
keeper.autosave.written.connect(lambda: log.write(f"{writing}\\n"))

def edit():
    global count
    count += 1
    observations, pi = edited(session.state.observations, session.state.pi, count)
    if pi != session.state.pi:
        session.set_pi(pi)
    else:
        session.set_observations(observations)
    if saves and count % saves == 0 and not keeper._saving.running:
        log.write("writing\\n")
        keeper.save_to(path, lambda saved=count: log.write(f"{saved}\\n"))

clock = QTimer()
clock.timeout.connect(edit)

def begin():
    global count
    if begins and not window.notices.shown:
        QTimer.singleShot(5, begin)
        return
    if begins:
        window.notices.shown[0].buttons[0].click()
        count = round(session.state.pi * 10**6) + 1
    else:
        session.set_pi(0.0)
        session.set_observations(beginning(length))
    clock.start(3)
    log.write("begun\\n")

QTimer.singleShot(20, begin)
app.exec()
"""
)


@dataclass
class Run:
    """A killed child.

    Attributes:
        folder: its home, with the session file that it saved to.
        length: of the observations it began with.
        kept: the last edit that it took for written, to its file or to its autosave.
        busy: whether it was writing.
        said: what it wrote to stderr.
    """

    folder: Path
    length: int
    kept: int
    busy: bool
    said: str

    @property
    def saved(self):
        return self.folder / f"work{ENDING}"

    @property
    def autosaves(self):
        return sorted((self.folder / "Bernoulli Lab" / "autosave").glob(f"*{ENDING}"))

    @property
    def sessions(self):
        return [path for path in (self.saved, *self.autosaves) if path.exists()]


def kill_one(folder, index):
    """Start a child, let it work for some time, and kill it."""
    length, saves, begins = KINDS[index % len(KINDS)]
    chance = random.Random(index)
    if begins:
        leave_behind(folder / "Bernoulli Lab" / "autosave", length)
    home = str(folder)
    child = subprocess.Popen(
        [sys.executable, "-W", "error", "-c", CHILD, home, str(length), str(saves), begins],
        env={**os.environ, "XDG_DATA_HOME": home, "XDG_CONFIG_HOME": home},
        stderr=subprocess.PIPE,
        cwd=ROOT,
    )
    log = folder / "log"
    last = time.monotonic() + LATEST
    # Every other one is watched until it has done something, however slow the machine is.
    by_deeds = index // len(KINDS) % 2 == 0
    deeds = 1 + (chance.randrange(1, 12) if by_deeds else 0)
    while not log.exists() or log.read_text().count("\n") < deeds:
        if child.poll() is not None or time.monotonic() > last:
            child.kill()
            pytest.fail(f"a child did not begin: {child.communicate()[1].decode()}")
        time.sleep(0.001)
    if by_deeds:
        catch_writing(child, log)
    else:
        time.sleep(chance.uniform(0.0, LIFE))
    child.kill()
    _out, said = child.communicate()
    assert child.returncode == -signal.SIGKILL, said.decode()
    lines = log.read_text().split("\n")[:-1]
    counts = [int(line) for line in lines if line.isdigit()]
    said = "\n".join(
        line for line in said.decode().splitlines() if not any(word in line for word in HARMLESS)
    )
    return Run(folder, length, max(counts, default=-1), lines[-1] == "writing", said)


def catch_writing(child, log):
    """Stop a child while it writes, if it does before long."""
    last = time.monotonic() + PATIENCE
    while time.monotonic() < last:
        child.send_signal(signal.SIGSTOP)
        if log.read_text().endswith("writing\n"):
            return
        child.send_signal(signal.SIGCONT)
        time.sleep(0.001)


def leave_behind(folder, length):
    """An autosave of a window that is gone."""
    folder.mkdir(parents=True)
    state = work_after(length, LEFT_AT)
    (folder / f"1-a{ENDING}").write_bytes(write_session(SessionDocument(state)))


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """All killed children; they are started before the first test looks at one."""
    folders = [tmp_path_factory.mktemp("killed") for _ in range(KILLS)]
    with ThreadPoolExecutor(AT_ONCE) as pool:
        return list(pool.map(kill_one, folders, range(KILLS)))


_works = {}


def work_after(length, count):
    """The state after so many edits, made again."""
    works = _works.setdefault(length, [State(beginning(length), 0.0)])
    while len(works) <= count:
        state = works[-1]
        observations, pi = edited(state.observations, state.pi, len(works))
        works.append(State(observations, pi))
    return works[count]


def count_of(path):
    """After which edit a file was written; it fails for what is no session or no such state."""
    state = read_session_file(path).state
    first = round(state.pi * 10**6)
    for length in {run_length for run_length, _, _ in KINDS}:
        for count in range(first, first + 3):
            if work_after(length, count) == replace(state, source=""):
                return count
    pytest.fail(f"{path}: the child never had this: {state}")
    return None


@pytest.fixture
def run(killed, index, tmp_path, monkeypatch):
    """One killed child; what it left is copied, so that the next start may change it."""
    folder = shutil.copytree(killed[index].folder, tmp_path / "home")
    # The next start is not in the same second.
    later = time.time() - 60
    for path in folder.rglob("*"):
        os.utime(path, (later, later))
    monkeypatch.setenv("XDG_DATA_HOME", str(folder))
    return replace(killed[index], folder=folder)


def offers(window):
    """The notices of work that was left behind."""
    return [notice for notice in window.notices.shown if "Unsaved work" in notice.label.text()]


def close_without_saving(window):
    window.close()
    for box in QApplication.topLevelWidgets():
        if isinstance(box, QMessageBox) and box.isVisible():
            box.button(QMessageBox.Discard).click()
    settle()
    assert not window.isVisible()


every_kill = pytest.mark.parametrize("index", range(KILLS))


@every_kill
def test_what_a_killed_program_leaves_is_whole_and_a_state_that_it_had(run):
    assert run.said == ""
    counts = [count_of(path) for path in run.sessions]
    # What it took for written is there, or something later.
    assert max(counts, default=-1) >= run.kept
    assert len(run.autosaves) <= 1


@every_kill
def test_the_next_start_offers_the_unsaved_work_and_restores_it_unsaved(run, start):
    before = {path: path.read_bytes() for path in run.sessions}
    document = read_session_file(run.autosaves[0]) if run.autosaves else None
    window = start("--lang", "en")
    found = offers(window)
    if document is None:
        assert found == []
        window.close()
        return
    (offer,) = found
    # It is offered, and nothing is done with it before somebody says so.
    assert {path: path.read_bytes() for path in run.sessions} == before
    assert window.session.state == State()
    offer.buttons[0].click()
    settle()
    assert window.session.state == document.state
    assert window.keeper.path == (Path(document.file) if document.file else None)
    assert window.keeper.modified
    assert window.isWindowModified()
    assert window.session.undo_stack.count() == 0
    assert offers(window) == []
    # Until it is saved, another crash would leave it once more.
    assert read_session_file(run.autosaves[0]) == document
    assert not run.saved.exists() or run.saved.read_bytes() == before[run.saved]
    close_without_saving(window)
    assert run.autosaves == []


@every_kill
def test_after_the_next_start_nothing_half_written_is_left_of_autosaves(run, start):
    window = start("--lang", "en")
    for offer in offers(window):
        offer.buttons[2].click()
    window.close()
    assert [path for path in autosave_folder().glob("*") if path.suffix != ".json"] == []
    assert len(run.autosaves) <= 1


def test_the_kills_hit_all_that_they_are_to_hit(killed):
    """Else the tests above would say nothing."""
    if KILLS < 50:
        pytest.skip("too few to say")
    assert sum(run.kept > 3 for run in killed) > KILLS // 4
    assert sum(run.saved.exists() for run in killed) > KILLS // 10
    assert {run.length for run in killed if run.kept > 0} == {0, LONG}
    assert {run.length for run in killed if run.busy} == {0, LONG}


# What the kills do not reach for sure -----------------------------------------------------------


def test_a_half_written_file_goes_at_the_next_start_also_beside_a_whole_one(
    start,
):
    """Killed while an autosave was replaced: both are there."""
    folder = autosave_folder()
    leave_behind(folder, 0)
    whole = folder / f"1-a{ENDING}"
    half = folder / f"1-a{ENDING}.AbC123"
    half.write_bytes(whole.read_bytes()[:100])
    alone = folder / f"2-b{ENDING}.XyZ789"
    alone.write_bytes(b"")
    window = start("--lang", "en")
    assert len(offers(window)) == 1
    assert not alone.exists()
    assert not half.exists()
    assert whole.exists()


@pytest.mark.parametrize("beside", [False, True])
@pytest.mark.parametrize(("content", "age", "goes"), [("", 60, True), ("", 0, False)])
def test_a_lock_that_was_never_finished_goes(content, age, goes, beside):
    folder = autosave_folder()
    if beside:
        leave_behind(folder, 0)
    else:
        folder.mkdir(parents=True)
    lock = folder / f"1-a{ENDING}.lock"
    lock.write_text(content)
    os.utime(lock, (time.time() - age,) * 2)
    found = left_behind(folder)
    assert len(found) == (beside and goes)
    for one in found:
        one.discard()
    assert lock.exists() is not goes


def test_locks_of_windows_that_are_gone_do_not_gather(start):
    """Killed before its first autosave was written, a window leaves its lock alone."""
    folder = autosave_folder()
    folder.mkdir(parents=True)
    dead = subprocess.run(
        [
            sys.executable,
            "-c",
            """
import os, sys
from PyQt5.QtCore import QLockFile
lock = QLockFile(sys.argv[1])
lock.setStaleLockTime(0)
assert lock.tryLock(0)
os._exit(0)
""",
            str(folder / f"1-a{ENDING}.lock"),
        ],
        check=True,
    )
    assert dead.returncode == 0
    assert [path.name for path in folder.iterdir()] == [f"1-a{ENDING}.lock"]
    start("--lang", "en").close()
    assert list(folder.iterdir()) == []


# How soon -----------------------------------------------------------------------------------------


class Clock(QObject):
    """A timer that only counts how often it was started."""

    timeout = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.starts = []
        self.running = False

    def setSingleShot(self, single):  # noqa: N802 - Qt's name
        assert single

    def setInterval(self, milliseconds):  # noqa: N802 - Qt's name
        self.interval = milliseconds

    def isActive(self):  # noqa: N802 - Qt's name
        return self.running

    def start(self):
        self.running = True
        self.starts.append(self.interval)

    def stop(self):
        self.running = False

    def ring(self):
        self.running = False
        self.timeout.emit()


def test_an_edit_is_on_the_disk_within_five_seconds_of_it(tmp_path, monkeypatch, qtbot):
    """The wait is four seconds at most, and no later edit makes it longer."""
    monkeypatch.setattr(autosave, "QTimer", Clock)
    pi = [0.1]
    keeper = Autosave(tmp_path / "autosave", lambda: SessionDocument(State(pi=pi[0])))
    clock = keeper._timer
    for i in range(1, 20):
        pi[0] = i / 100
        keeper.note_change()
    assert len(clock.starts) == 1
    assert clock.starts[0] <= 4000
    with qtbot.waitSignal(keeper.written):
        clock.ring()
    assert read_session_file(keeper.path).state.pi == 0.19
    # The next edit starts it anew.
    keeper.note_change()
    assert len(clock.starts) == 2
    keeper.discard()


def test_an_edit_made_while_another_is_written_is_written_too(tmp_path, monkeypatch, qtbot):
    monkeypatch.setattr(autosave, "QTimer", Clock)
    pi = [0.1]
    keeper = Autosave(tmp_path / "autosave", lambda: SessionDocument(State(pi=pi[0])))
    clock = keeper._timer
    keeper.note_change()
    clock.ring()  # its writing has begun, and its end has not been heard of
    pi[0] = 0.2
    keeper.note_change()
    clock.ring()
    assert clock.running
    qtbot.waitUntil(lambda: keeper._job is None)
    with qtbot.waitSignal(keeper.written):
        clock.ring()
    assert read_session_file(keeper.path).state.pi == 0.2
    keeper.discard()


def test_the_window_s_own_clock_brings_an_edit_to_the_disk(start, qtbot):
    """Nothing is set shorter here; five seconds are what a user is promised."""
    window = start("--lang", "en")
    assert autosave.MILLISECONDS <= 4000
    window.session.set_observations(random_observations(LONG, 0.3, 2))
    with qtbot.waitSignal(window.keeper.autosave.written, timeout=20_000):
        window.session.set_pi(0.25)
    state = read_session_file(window.keeper.autosave.path).state
    assert state == window.session.state
    close_without_saving(window)


# A living window's autosave is nobody else's -----------------------------------------------------


def test_an_autosave_is_offered_only_when_its_process_is_dead(tmp_path):
    child = subprocess.Popen(
        [
            sys.executable,
            "-W",
            "error",
            "-c",
            CHILD,
            str(tmp_path),
            "0",
            "0",
            "",
        ],
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
        cwd=ROOT,
        stderr=subprocess.DEVNULL,
    )
    folder = tmp_path / "Bernoulli Lab" / "autosave"
    try:
        last = time.monotonic() + LATEST
        while not list(folder.glob(f"*{ENDING}")):
            assert child.poll() is None
            assert time.monotonic() < last
            time.sleep(0.01)
        assert left_behind(folder) == []
    finally:
        child.kill()
        child.wait()
    (found,) = left_behind(folder)
    assert isinstance(found.lock, QLockFile)
    # As long as it is offered here, nobody else offers it.
    assert left_behind(folder) == []
    found.keep()
    (again,) = left_behind(folder)
    assert again.path == found.path
    again.discard()
    assert list(folder.iterdir()) == []
