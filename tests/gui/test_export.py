"""The window as a picture file: exact, whole, or not there."""

import gc
import os

import pytest
from PyQt5.QtGui import QImage
from PyQt5.QtWidgets import QApplication, QFileDialog, QLabel, QMessageBox

from gui import export, safe_file
from gui.export import ExportError, layout_size, render, write_png
from tests.helpers import find, settle

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


def names(folder):
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture
def image():
    image = QImage(20, 10, QImage.Format_RGB32)
    image.fill(0x123456)
    return image


@pytest.mark.parametrize(
    ("size", "laid_out"),
    [
        ((1440, 900), (1440, 900)),
        ((3840, 2160), (3840, 2160)),
        ((640, 480), (1024, 768)),
        ((512, 350), (1024, 700)),
        ((1, 1), (1024, 1024)),
        ((1023, 5000), (1024, 5005)),
    ],
)
def test_a_picture_smaller_than_the_smallest_window_is_that_window_drawn_smaller(size, laid_out):
    found, share = layout_size(*size)
    assert (found.width(), found.height()) == laid_out
    assert share == size[0] / laid_out[0]
    assert found.width() >= export.SMALLEST_WINDOW.width()
    assert found.height() >= export.SMALLEST_WINDOW.height()


@pytest.mark.parametrize(
    ("size", "scale"), [((300, 200), 1), ((333, 111), 2), ((101, 77), 1.5), ((1300, 900), 0.5)]
)
def test_the_picture_has_exactly_the_size(shown, size, scale):
    image = render(shown(QLabel("text")), *size, scale)
    assert (image.width(), image.height()) == tuple(round(side * scale) for side in size)


def test_a_file_is_written_and_read_back(image, tmp_path):
    path = tmp_path / "한글 name.png"
    write_png(image, path)
    assert QImage(str(path)) == image
    assert names(tmp_path) == [path.name]


def test_the_same_picture_is_the_same_file(image, tmp_path):
    write_png(image, tmp_path / "a.png")
    write_png(image, tmp_path / "b.png")
    assert (tmp_path / "a.png").read_bytes() == (tmp_path / "b.png").read_bytes()


def test_an_older_file_is_replaced(image, tmp_path):
    path = tmp_path / "a.png"
    path.write_bytes(b"older")
    write_png(image, path)
    assert QImage(str(path)) == image


def test_a_missing_folder_is_named(image, tmp_path):
    with pytest.raises(ExportError, match=r"there is no folder .*none"):
        write_png(image, tmp_path / "none" / "a.png")
    assert names(tmp_path) == []


def test_a_folder_is_not_written_over(image, tmp_path):
    folder = tmp_path / "a.png"
    folder.mkdir()
    with pytest.raises(ExportError, match="folder"):
        write_png(image, folder)
    assert folder.is_dir()


@pytest.mark.skipif(IS_ROOT, reason="root may write everywhere")
def test_a_folder_without_permission_is_named(image, tmp_path):
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(ExportError, match=r"a\.png"):
            write_png(image, tmp_path / "a.png")
    finally:
        tmp_path.chmod(0o700)


@pytest.mark.parametrize(
    ("owner", "step"),
    [
        (export.QImageWriter, "write"),
        (safe_file.QSaveFile, "write"),
        (safe_file.QSaveFile, "commit"),
    ],
)
def test_a_failure_leaves_the_older_file_and_nothing_else(
    image, tmp_path, monkeypatch, owner, step
):
    path = tmp_path / "a.png"
    path.write_bytes(b"older")
    monkeypatch.setattr(owner, step, lambda *_args: False)
    with pytest.raises(ExportError, match=r"a\.png"):
        write_png(image, path)
    monkeypatch.undo()
    gc.collect()
    assert path.read_bytes() == b"older"
    assert names(tmp_path) == ["a.png"]


# In the window ---------------------------------------------------------------------------------


@pytest.fixture
def answer(monkeypatch):
    def answer(path):
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))

    return answer


def boxes():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]


@pytest.mark.parametrize("name", ["picture.png", "picture", "picture.PNG"])
def test_the_button_saves_the_window(window, answer, tmp_path, name):
    answer(tmp_path / name)
    find(window, "exportButton").click()
    (saved,) = tmp_path.iterdir()
    assert saved.suffix.lower() == ".png"
    image = QImage(str(saved))
    assert (image.width(), image.height()) == (window.width(), window.height())
    assert window.settings.folder == str(tmp_path)
    assert boxes() == []


def test_a_picture_just_after_a_move_shows_the_new_numbers(window, tmp_path):
    window.session.set_pi(0.3)
    window.session.set_pi(0.4)
    assert window.write_picture(tmp_path / "now.png")
    settle()
    assert window.write_picture(tmp_path / "later.png")
    assert (tmp_path / "now.png").read_bytes() == (tmp_path / "later.png").read_bytes()


@pytest.mark.parametrize("name", ["none/picture.png", "picture.svg", "picture.jpg"])
def test_a_failure_is_said_and_nothing_is_written(window, answer, tmp_path, name):
    answer(tmp_path / name)
    find(window, "exportButton").click()
    settle()
    (box,) = boxes()
    assert box.isVisible()
    assert "not saved" in box.informativeText()
    assert names(tmp_path) == []
    box.close()
    box.deleteLater()


def test_no_choice_saves_nothing(window, answer, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    answer("")
    find(window, "exportButton").click()
    assert boxes() == []
    assert names(tmp_path) == []
