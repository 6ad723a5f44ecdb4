"""A process that shows a window, says how long that took, and ends.

    python -m benchmarks.startup_child bernoulli_lab|bare_window BEGIN

BEGIN is time.monotonic() when the parent started this process; the answer on stdout is the seconds
from then to the end of the first Paint event of the plots.
"""

import sys
import time


def bernoulli_lab():  # type: ignore[no-untyped-def] # noqa: ANN201 - imports belong to the time
    """The program's own window."""
    from benchmarks.bernoulli_lab import open_window

    app, subject = open_window()
    return app, subject.canvases, subject


def bare_window():  # type: ignore[no-untyped-def] # noqa: ANN201
    """A bare window with an empty plot."""
    import pyqtgraph as pg
    from PyQt5.QtWidgets import QApplication, QMainWindow

    from benchmarks.screen import WINDOW_SIZE

    app = QApplication([])
    window = QMainWindow()
    plot = pg.PlotWidget()
    window.setCentralWidget(plot)
    window.resize(*WINDOW_SIZE)
    window.show()
    return app, [plot.viewport()], window


def main() -> None:
    """Show, wait for the paint, answer, and leave without ceremony."""
    import os

    begin = float(sys.argv[2])
    app, canvases, _window = {"bernoulli_lab": bernoulli_lab, "bare_window": bare_window}[
        sys.argv[1]
    ]()
    from PyQt5.QtCore import QEvent, QObject

    class Witness(QObject):
        painted = False

        def eventFilter(self, _watched: QObject | None, event: QEvent | None) -> bool:  # noqa: N802
            self.painted = self.painted or (event is not None and event.type() == QEvent.Type.Paint)
            return False

    witness = Witness()
    for canvas in canvases:
        canvas.installEventFilter(witness)
    deadline = time.monotonic() + 10.0
    while not witness.painted:
        app.processEvents()
        if time.monotonic() > deadline:
            sys.exit("the window was never painted")
    print(time.monotonic() - begin, flush=True)
    os._exit(0)


if __name__ == "__main__":
    main()
