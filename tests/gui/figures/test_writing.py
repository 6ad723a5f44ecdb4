"""Several files of one order: all are made before one is written, and each is whole."""

import gc
import os
from pathlib import Path

import pytest

from core.snapshot import evaluate
from core.state import State
from gui import safe_file
from gui.figures.options import ENDINGS, FigureOptions, Motion
from gui.figures.order import ExportOrder
from gui.figures.png_file import EncodingError
from gui.figures.writing import ExportError, figure_bytes, write_all

pytestmark = pytest.mark.usefixtures("qapp")

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
BEGINNINGS = {
    ".png": b"\x89PNG",
    ".svg": b"<?xml",
    ".pdf": b"%PDF",
    ".csv": b"# n,",
    ".gif": b"GIF89a",
    ".apng": b"\x89PNG",
    ".webp": b"RIFF",
}


def names(folder):
    return sorted(path.name for path in folder.iterdir())


def order(*paths):
    return ExportOrder(paths, FigureOptions(), Motion())


def content(path):
    return path.name.encode()


@pytest.mark.parametrize("ending", [*ENDINGS, ".PNG", ".Gif"])
def test_a_file_is_what_its_ending_says(ending):
    options = FigureOptions(width=64, height=64)
    path, motion = Path(f"a{ending}"), Motion(seconds=0.1)
    data = figure_bytes(path, options, motion, evaluate(State()))
    assert data.startswith(BEGINNINGS[ending.lower()])


@pytest.mark.parametrize("ending", [".gif", ".apng", ".webp"])
def test_somebody_is_told_how_far_it_is(ending):
    told = []
    options = FigureOptions(width=64, height=64)
    motion = Motion(seconds=0.4)
    figure_bytes(Path(f"a{ending}"), options, motion, evaluate(State()), told.append)
    assert len(told) >= motion.frames
    assert told == sorted(told)
    assert (0.0 < told[0] < 0.2, told[-1]) == (True, 1.0)


def test_files_are_written_in_any_name(tmp_path):
    paths = [tmp_path / name for name in ("한글 name.png", "a'b.svg", "c.csv")]
    write_all(order(*paths), content)
    assert [path.read_bytes() for path in paths] == [content(path) for path in paths]
    assert len(names(tmp_path)) == 3


def test_an_older_file_is_replaced(tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(b"older and longer")
    write_all(order(path), content)
    assert path.read_bytes() == b"a.png"


@pytest.mark.parametrize(
    ("failure", "words"),
    [
        (EncodingError("no memory for 5x5 pixels"), "no memory for 5x5 pixels"),
        (MemoryError(), "not enough memory"),
        (MemoryError("Unable to allocate 5 GiB"), "Unable to allocate 5 GiB"),
    ],
)
def test_no_file_is_touched_when_a_later_one_cannot_be_made(tmp_path, failure, words):
    older = tmp_path / "a.png"
    older.write_bytes(b"older")

    def make(path):
        if path.suffix == ".gif":
            raise failure
        return content(path)

    with pytest.raises(ExportError, match=words):
        write_all(order(older, tmp_path / "b.svg", tmp_path / "c.gif"), make)
    assert older.read_bytes() == b"older"
    assert names(tmp_path) == ["a.png"]


def test_a_mistake_of_the_program_touches_no_file_either(tmp_path):
    def make(path):
        return 1 / (path.suffix == ".png")

    with pytest.raises(ZeroDivisionError):
        write_all(order(tmp_path / "a.png", tmp_path / "b.svg"), make)
    assert names(tmp_path) == []


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(ExportError, match=r"there is no folder .*none"):
        write_all(order(tmp_path / "none" / "a.png"), content)
    assert names(tmp_path) == []


def test_a_folder_is_not_written_over(tmp_path):
    folder = tmp_path / "a.png"
    folder.mkdir()
    with pytest.raises(ExportError, match="folder"):
        write_all(order(folder), content)
    assert folder.is_dir()


@pytest.mark.skipif(IS_ROOT, reason="root may write everywhere")
def test_a_folder_without_permission_is_named(tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ExportError, match=r"a\.png"):
            write_all(order(tmp_path / "a.png"), content)
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize("step", ["write", "commit"])
def test_a_failure_leaves_the_older_file_and_nothing_else(tmp_path, monkeypatch, step):
    path = tmp_path / "a.png"
    path.write_bytes(b"older")
    monkeypatch.setattr(safe_file.QSaveFile, step, lambda *_args: False)
    with pytest.raises(ExportError, match=r"a\.png"):
        write_all(order(path), content)
    monkeypatch.undo()
    gc.collect()
    assert path.read_bytes() == b"older"
    assert names(tmp_path) == ["a.png"]
