"""The program itself, as its user sees it."""

from __future__ import annotations

from PyQt5.QtWidgets import QApplication, QWidget

from benchmarks.screen import WINDOW_SIZE
from gui.app import start

DATA = "1011011101"


class BernoulliLab:
    """The main window, driven through its session."""

    def __init__(self) -> None:
        width, height = WINDOW_SIZE
        self.app, self.root = start([DATA, "--size", f"{width}x{height}"])
        stack = self.root.findChild(QWidget, "plotStack")
        if stack is None:
            raise RuntimeError("the window has no plotStack")
        self.canvases = [stack, *stack.findChildren(QWidget)]

    def drag(self, position: float) -> None:
        """Move π as the slider does."""
        self.root.session.set_pi(position)

    def edit(self, index: int) -> None:
        """Toggle one observation as its tile does."""
        session = self.root.session
        observations = session.state.observations
        session.set_observations(observations.toggle(index % observations.n))


def open_window() -> tuple[QApplication, BernoulliLab]:
    """The application and its window, shown."""
    subject = BernoulliLab()
    return subject.app, subject
