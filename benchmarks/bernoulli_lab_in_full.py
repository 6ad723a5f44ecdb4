"""The program without its savings: each frame paints all figures, and remembers no picture."""

from __future__ import annotations

from PyQt5.QtWidgets import QApplication

from benchmarks.bernoulli_lab import BernoulliLab
from core import curves
from gui import pace


class InFull(BernoulliLab):
    """The main window; an edit finds nothing that an earlier one left."""

    def edit(self, index: int) -> None:
        """Toggle one observation as if its counts had never been there."""
        curves._sample.cache_clear()  # noqa: SLF001 - what is measured is life without it
        self.root.plots.canvas._pictures.clear()  # noqa: SLF001 - likewise
        super().edit(index)


def open_window() -> tuple[QApplication, BernoulliLab]:
    """The application and its window, shown."""
    pace.MILLISECONDS = 0
    subject = InFull()
    return subject.app, subject
