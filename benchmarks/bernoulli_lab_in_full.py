"""The program with its pace taken away: each frame paints every figure, too."""

from __future__ import annotations

from PyQt5.QtWidgets import QApplication

from benchmarks.bernoulli_lab import BernoulliLab
from gui import pace


def open_window() -> tuple[QApplication, BernoulliLab]:
    """The application and its window, shown."""
    pace.MILLISECONDS = 0
    subject = BernoulliLab()
    return subject.app, subject
