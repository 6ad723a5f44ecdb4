"""The program with a hundred million observations, each of them in memory."""

from __future__ import annotations

from PyQt5.QtWidgets import QApplication

from benchmarks.bernoulli_lab import BernoulliLab
from core.observations import random_observations

N, PI, SEED = 10**8, 0.7, 1


class Huge(BernoulliLab):
    """The main window; its tiles scroll."""

    def __init__(self) -> None:
        super().__init__()
        self.root.session.set_observations(random_observations(N, PI, SEED))
        self.root.session.undo_stack.clear()
        self.app.processEvents()


def open_window() -> tuple[QApplication, BernoulliLab]:
    """The application and its window, shown."""
    subject = Huge()
    return subject.app, subject
