"""The program in a lesson, or in one of its labs."""

from __future__ import annotations

from PyQt5.QtWidgets import QApplication, QWidget

from benchmarks.bernoulli_lab import BernoulliLab

LESSON = "lesson"
# A step with three plots, a formula with numbers in it, and a question.
STEP = "log:2"


class BernoulliLabView(BernoulliLab):
    """The main window with something else than Explore's plots in it."""

    def __init__(self, what: str) -> None:
        super().__init__()
        window = self.root
        if what == LESSON:
            window.begin_with(STEP)
            window.show_view("lessons")
            window.session.set_stage(panels=("likelihood", "log-likelihood", "bce"))
            return
        window.open_lab(what)
        frame = window.findChild(QWidget, "labFrame")
        if frame is None:
            raise RuntimeError("the window has no labFrame")
        self.canvases = [frame, *frame.findChildren(QWidget)]


def open_window(what: str) -> tuple[QApplication, BernoulliLabView]:
    """The application and its window, shown."""
    subject = BernoulliLabView(what)
    return subject.app, subject
