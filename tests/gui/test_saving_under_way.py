"""A save that is going on while the user does something else."""

import pytest
from PyQt5.QtWidgets import QApplication, QMessageBox

from core.observations import Observations, random_observations
from core.session_file import read_session_file
from core.state import State
from gui import session_keeper
from gui.safe_file import WriteError
from tests.helpers import settle


@pytest.fixture
def slow(window, monkeypatch, tmp_path):
    """A window whose saves all run beside it."""
    monkeypatch.setattr(session_keeper, "SMALL", 0)
    window.session.set_observations(random_observations(300_000, 0.5, 1), "random:300000:0.5:1")
    return window, tmp_path / "mine.bernoulli.json"


def boxes():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]


def test_a_new_session_is_not_taken_for_the_one_that_is_being_saved(slow):
    window, path = slow
    window.keeper.save_to(path)
    window.keeper.new()
    settle()
    assert window.keeper.path is None
    assert window.session.state == State()
    assert read_session_file(path).state.observations.n == 300_000


def test_saving_again_at_once_writes_what_is_there_then(slow):
    window, path = slow
    window.keeper.save_to(path)
    window.session.set_pi(0.25)
    window.keeper.save()
    assert window.keeper.finish_saving()
    assert read_session_file(path).state.pi == 0.25
    assert not window.keeper.modified


def test_a_window_whose_save_fails_stays_open_with_its_work(slow, monkeypatch):
    window, path = slow

    def full(path, _data):
        raise WriteError(path, "full")

    monkeypatch.setattr(session_keeper, "write_whole", full)
    window.keeper.save_to(path)
    window.close()
    settle()
    assert window.isVisible()
    assert window.session.state.observations.n == 300_000
    assert not path.exists()
    (box,) = boxes()
    assert "not saved" in box.text()
    box.close()
    settle()


def test_shuffled_data_of_a_file_are_asked_about(window):
    window.session.set_observations(Observations([1, 1, 1, 0, 0, 0] * 9), "file:a.txt")
    assert not window.keeper.would_lose
    window.data.shuffle()
    assert window.keeper.would_lose
    window.session.undo()
    assert not window.keeper.would_lose


def test_a_sweep_does_not_go_on_in_another_session(slow, qtbot):
    window, path = slow
    window.keeper.save_to(path)
    assert window.keeper.finish_saving()
    window.explore.toggle_sweep()
    window.keeper.open(path)
    settle()
    qtbot.waitUntil(lambda: not window.keeper._reader.running)
    assert not window.sweep.running
    assert window.session.undo_stack.count() == 0
