"""Files written whole or not at all: each way to fail leaves the older file and nothing else."""

import os
import shutil
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from PyQt5.QtCore import QIODevice

from gui import i18n, safe_file
from gui.safe_file import WriteError, write_whole
from gui.wording import explain
from tests.helpers import HANGUL, ROOT

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def failure(path, data=b"new"):
    with pytest.raises(WriteError) as caught:
        write_whole(path, data)
    assert caught.value.path == path
    assert str(path) in str(caught.value)
    return caught.value


@pytest.mark.parametrize("data", [b"", b"new", bytes(3_000_000)])
@pytest.mark.parametrize("older", [None, b"older" * 1000])
def test_a_file_is_written_whole_and_replaces_the_older_one(tmp_path, data, older):
    path = tmp_path / "한글 file.json"
    if older is not None:
        path.write_bytes(older)
    write_whole(path, data)
    assert path.read_bytes() == data
    assert names(tmp_path) == [path.name]


def test_a_name_without_a_folder_is_in_the_folder_of_the_moment(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_whole(Path("a.json"), b"new")
    assert names(tmp_path) == ["a.json"]


def test_a_link_stays_a_link_and_its_file_is_written(tmp_path):
    file, link = tmp_path / "file", tmp_path / "link"
    file.write_bytes(b"older")
    link.symlink_to(file)
    write_whole(link, b"new")
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_a_folder_is_not_written_over(tmp_path):
    assert failure(tmp_path).reason == "folder"


@pytest.mark.parametrize("name", ["none/a.json", "none/none/a.json", "file/a.json"])
def test_a_folder_that_is_not_there_is_named(tmp_path, name):
    (tmp_path / "file").write_bytes(b"")
    error = failure(tmp_path / name)
    assert error.reason == "no_folder"
    assert str((tmp_path / name).parent) in str(error)
    assert names(tmp_path) == ["file"]


@pytest.mark.parametrize("kind", ["fifo", "socket"])
def test_what_is_no_regular_file_is_left_alone(tmp_path, kind, monkeypatch):
    monkeypatch.chdir(tmp_path)
    if kind == "fifo":
        os.mkfifo("special")
    else:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind("special")
    assert failure(tmp_path / "special").reason == "special"
    assert names(tmp_path) == ["special"]
    assert not (tmp_path / "special").is_file()


def test_a_link_that_leads_nowhere_is_no_folder_and_no_special_file(tmp_path):
    link = tmp_path / "link"
    link.symlink_to(tmp_path / "file")
    write_whole(link, b"new")
    assert link.read_bytes() == b"new"


AS_NOBODY = """
import os, sys
from pathlib import Path
from gui.safe_file import WriteError, write_whole
os.seteuid(65534)
try:
    write_whole(Path(sys.argv[1]), b"new")
except WriteError as error:
    print(error.reason)
"""


def reason_for_nobody(path):
    """Why somebody else than root cannot write there."""
    result = subprocess.run(
        [sys.executable, "-c", AS_NOBODY, str(path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    return result.stdout.strip() or result.stderr.strip().splitlines()[-1]


@pytest.fixture
def open_folder():
    """A folder that another user reaches: pytest's own are the user's alone."""
    import tempfile

    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@pytest.mark.skipif(not IS_ROOT, reason="only root can be somebody else")
@pytest.mark.parametrize("older", [None, b"older"])
def test_a_folder_that_may_not_be_written_is_said_to_be_one(open_folder, older):
    path = open_folder / "a.json"
    if older is not None:
        path.write_bytes(older)
        path.chmod(0o666)
    assert reason_for_nobody(path) == "permission"
    assert names(open_folder) == ([] if older is None else ["a.json"])


@pytest.mark.skipif(not IS_ROOT, reason="only root can be somebody else")
def test_a_folder_that_may_not_be_entered_is_a_matter_of_permission(open_folder):
    closed = open_folder / "closed"
    closed.mkdir(mode=0o700)
    assert reason_for_nobody(closed / "a.json") == "permission"


def test_a_name_that_is_too_long_is_a_failure_like_others(tmp_path):
    assert failure(tmp_path / ("x" * 300)).reason == "other"


class Disk:
    """A QSaveFile on a disk that fails at one step."""

    step, words, written = "write", "", 0
    made = ()

    def __init__(self, path):
        self.path = path
        self.cancelled = False
        Disk.made = (self,)

    def open(self, mode):
        assert mode == QIODevice.WriteOnly
        return self.step != "open"

    def write(self, data):
        return self.written if self.step == "write" else len(data)

    def commit(self):
        return False

    def cancelWriting(self):  # noqa: N802 - Qt's name
        self.cancelled = True

    def errorString(self):  # noqa: N802 - Qt's name
        return self.words


@pytest.mark.parametrize("step", ["open", "write", "commit"])
@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("No space left on device", "full"),
        ("Permission denied", "permission"),
        ("Read-only file system", "permission"),
        ("Input/output error", "other"),
    ],
)
def test_the_systems_words_become_a_reason(tmp_path, monkeypatch, step, words, reason):
    path = tmp_path / "a.json"
    path.write_bytes(b"older")
    monkeypatch.setattr(Disk, "step", step)
    monkeypatch.setattr(Disk, "words", words)
    monkeypatch.setattr(safe_file, "QSaveFile", Disk)
    error = failure(path)
    assert (error.reason, error.detail) == (reason, words)
    # What was written is not left for somebody else to commit.
    assert Disk.made[0].cancelled is (step == "write")
    assert path.read_bytes() == b"older"


def test_a_disk_with_less_room_than_the_file_is_full_whatever_the_system_says(
    tmp_path, monkeypatch
):
    usage = shutil.disk_usage(tmp_path)._replace(free=2)
    monkeypatch.setattr(shutil, "disk_usage", lambda _path: usage)
    monkeypatch.setattr(Disk, "words", "Unknown error")
    monkeypatch.setattr(safe_file, "QSaveFile", Disk)
    assert failure(tmp_path / "a.json", b"new").reason == "full"
    assert failure(tmp_path / "a.json", b"ne").reason == "other"


def test_a_folder_that_goes_in_between_is_not_there(tmp_path, monkeypatch):
    def gone(_path):
        raise FileNotFoundError

    monkeypatch.setattr(shutil, "disk_usage", gone)
    monkeypatch.setattr(safe_file, "QSaveFile", Disk)
    assert failure(tmp_path / "a.json").reason == "no_folder"


@pytest.mark.parametrize("step", ["write", "commit"])
def test_what_fails_half_way_leaves_the_older_file_and_nothing_else(tmp_path, monkeypatch, step):
    path = tmp_path / "a.json"
    path.write_bytes(b"older")
    monkeypatch.setattr(safe_file.QSaveFile, step, lambda *_args: False)
    with pytest.raises(WriteError):
        write_whole(path, b"new")
    monkeypatch.undo()
    assert path.read_bytes() == b"older"
    assert names(tmp_path) == ["a.json"]


ON_A_FULL_DISK = """
import sys
from pathlib import Path
from gui.safe_file import WriteError, write_whole
path = Path(sys.argv[1], "a.json")
write_whole(path, b"older")
try:
    write_whole(path, bytes(1_000_000))
except WriteError as error:
    reason = error.reason
print(reason, path.read_bytes(), [one.name for one in path.parent.iterdir()])
"""


def test_a_full_disk_is_named_and_keeps_the_older_file(tmp_path):
    # A disk of 64 KiB that only this process sees, and that goes with it.
    mount = f"mount -t tmpfs -o size=64k tmpfs {tmp_path}"
    in_its_own = ["unshare", "--mount", "sh", "-c"]
    if (
        not shutil.which("unshare")
        or subprocess.run([*in_its_own, mount], capture_output=True, check=False).returncode
    ):
        pytest.skip("mount does not work here")
    result = subprocess.run(
        [*in_its_own, f'{mount} && exec "$0" -c "$1" {tmp_path}', sys.executable, ON_A_FULL_DISK],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    assert result.stdout.strip() == "full b'older' ['a.json']"


@pytest.mark.parametrize(
    "reason", ["folder", "no_folder", "special", "permission", "full", "other"]
)
@pytest.mark.usefixtures("look_of_the_start")
def test_every_reason_is_said_in_both_languages(reason):
    error = WriteError(Path("/data/a.json"), reason, "Input/output error.")
    english = explain(error)
    assert "{" not in english
    assert ("/data" if reason == "no_folder" else "a.json") in english
    i18n.set_language("ko")
    korean = explain(error)
    assert HANGUL.search(korean)
    assert "{" not in korean
