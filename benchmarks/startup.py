"""From the start of a process to its first painted frame, beside a bare pyqtgraph window."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

from benchmarks.screen import clean_environment, virtual_screen
from benchmarks.table import Bar, Row

KINDS = ("bernoulli_lab", "bare_window")


def seconds_to_first_frame(kind: str, environment: dict[str, str]) -> float:
    """Start a window on a screen, and wait for its first frame."""
    command = [sys.executable, "-m", "benchmarks.startup_child", kind, repr(time.monotonic())]
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout)


def startup_rows(pairs: int = 11) -> list[Row]:
    """Both windows in turns; the ratio is the median of the pairs' ratios."""
    times: dict[str, list[float]] = {kind: [] for kind in KINDS}
    with virtual_screen() as display, clean_environment() as environment:
        environment["DISPLAY"] = display
        for kind in KINDS:
            seconds_to_first_frame(kind, environment)  # compiles modules and fills the disk's cache
        for _ in range(pairs):
            for kind in KINDS:
                times[kind].append(seconds_to_first_frame(kind, environment))
    lab, bare = (times[kind] for kind in KINDS)
    ratio = statistics.median(mine / floor for mine, floor in zip(lab, bare, strict=True))
    return [
        Row("Bernoulli Lab", lab),
        Row("a bare window with an empty pyqtgraph plot", bare, ratio, Bar(1.3)),
    ]
