"""Run every benchmark and print one table: `make bench`, or `python -m benchmarks.run`.

A missed bar is printed, not punished: the exit status is 0 either way, since machines are noisy.
"""

from __future__ import annotations

import os
import platform
import sys
from pathlib import Path

import matplotlib as mpl
import numpy as np
import pyqtgraph
from PyQt5.QtCore import PYQT_VERSION_STR, qVersion

from benchmarks.curves import curve_rows
from benchmarks.data import editing_rows, opening_rows
from benchmarks.exports import export_rows
from benchmarks.landscape import landscape_rows
from benchmarks.startup import startup_rows
from benchmarks.table import lines
from benchmarks.windows import drag_rows, edit_rows, model_rows, size_rows, view_rows

LEGEND = """\
ratio: the program's median over the other's, except for Matplotlib: how many times it is slower.
The program paints its curves with each event but its figures 30 times a second, and keeps the
curves and pictures of counts that were there a moment ago (toggled back, undone, redone). What a
frame costs without either stands in a line of its own, with its ratio to the bare QPainter.
Windows are 1280x800 on Xvfb, each in its own process, and take turns; so do the start-ups."""


def _machine() -> str:
    model = platform.processor() or platform.machine()
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.exists():
        for line in cpuinfo.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                model = line.partition(":")[2].strip()
                break
    return (
        f"{os.cpu_count()} x {model}; Python {platform.python_version()}, PyQt {PYQT_VERSION_STR},"
        f" Qt {qVersion()}, pyqtgraph {pyqtgraph.__version__}, NumPy {np.__version__},"
        f" Matplotlib {mpl.__version__}"
    )


def main() -> None:
    """Measure, then print."""
    if sys.platform != "linux":
        sys.exit("The benchmarks need Xvfb, and so Linux.")
    sections = []
    for title, measure in (
        ("A drag frame: set_pi to the end of its paint events, 200 positions", drag_rows),
        ("An edit frame: one observation toggled, 200 times", edit_rows),
        ("π dragged in a lesson and in the labs, beside the bare QPainter: 100 frames", view_rows),
        ("The Model view, 1,000 examples: 100 frames each", model_rows),
        ("Ten observations and a hundred million: 200 frames each", size_rows),
        ("Opening a text file of 10⁸ characters", opening_rows),
        ("Editing 10⁸ observations", editing_rows),
        ("Start-up: the process begins, the first frame is painted", startup_rows),
        ("Figures: the whole command", export_rows),
        ("The core: three curves and their parts", curve_rows),
        ("The core: the landscape of the Model view; a ratio above 1 is slower", landscape_rows),
    ):
        print(f"measuring: {title}", file=sys.stderr, flush=True)
        try:
            sections.append((title, measure()))
        except RuntimeError as error:
            sys.exit(f"bench: {error}")
    print(_machine())
    print(LEGEND)
    print()
    print("\n".join(lines(sections)))


if __name__ == "__main__":
    main()
