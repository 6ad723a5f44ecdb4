"""The same picture in Matplotlib's Qt backend, redrawn in full as its users do."""

from __future__ import annotations

import numpy as np
from matplotlib.backends.backend_qtagg import FigureCanvasQTAgg
from matplotlib.figure import Figure
from PyQt5.QtWidgets import QApplication, QMainWindow

from benchmarks.peer_curves import K, N, peer_curves
from benchmarks.screen import WINDOW_SIZE

DOTS_PER_INCH = 100


class MatplotlibPeer:
    """Three axes with a curve, its dashed parts, the optimum, and the line and dot of π."""

    def __init__(self) -> None:
        self._curves = peer_curves()
        width, height = WINDOW_SIZE
        inches = (width / DOTS_PER_INCH, height / DOTS_PER_INCH)
        self._canvas = FigureCanvasQTAgg(Figure(figsize=inches, dpi=DOTS_PER_INCH))
        self._lines = []
        self._dots = []
        axes = self._canvas.figure.subplots(3, 1, sharex=True)
        for axis, curve in zip(axes, self._curves, strict=True):
            axis.set_title(curve.name, loc="left")
            axis.set_xlim(0.0, 1.0)
            axis.set_ylim(-0.05, 1.05)
            axis.plot(curve.x, curve.y, color="#3A4149", linewidth=2)
            for part, color in zip(curve.parts, ("#0072B2", "#D55E00"), strict=False):
                axis.plot(curve.x, part, color=color, linestyle="--")
            best = float(np.interp(K / N, curve.x, curve.y))
            axis.axvline(K / N, color="#00875F", linestyle=":")
            axis.plot([K / N], [best], "D", color="#00875F")
            self._lines.append(axis.axvline(0.5, color="#1B1F24"))
            self._dots.append(axis.plot([0.5], [best], "o", color="#1B1F24")[0])
        self.root = QMainWindow()
        self.root.setCentralWidget(self._canvas)
        self.root.resize(*WINDOW_SIZE)
        self.canvases = [self._canvas]

    def drag(self, position: float) -> None:
        """Move the lines and the dots, and draw."""
        for line, dot, curve in zip(self._lines, self._dots, self._curves, strict=True):
            line.set_xdata([position, position])
            dot.set_data([position], [np.interp(position, curve.x, curve.y)])
        self._canvas.draw()

    def edit(self, index: int) -> None:
        """A full drawing is all that it knows: the same as a drag."""
        self.drag((index + 1) % 100 / 100)


def open_window() -> tuple[QApplication, MatplotlibPeer]:
    """An application and the window, shown."""
    app = QApplication([])
    subject = MatplotlibPeer()
    subject.root.show()
    return app, subject
