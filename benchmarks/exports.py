"""Whole commands that write figures, beside the program's own start-up."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.screen import clean_environment, virtual_screen
from benchmarks.startup import seconds_to_first_frame
from benchmarks.table import Bar, Row

PROGRAM = Path(__file__).parent.parent / "main.py"
DATA = ("1011011101", "--pi", "0.42")
KINDS = {
    "one .png, 1440x900": ("figure.png",),
    "one .png, 7680x4320": ("figure.png", "--size", "7680x4320"),
    "one .svg": ("figure.svg",),
    "one .pdf": ("figure.pdf",),
    "one .csv": ("figure.csv",),
    "one .gif, 960x540, 90 frames": (
        *("figure.gif", "--size", "960x540", "--seconds", "3", "--fps", "30"),
    ),
}
FIRST = next(iter(KINDS))


def _seconds(
    folder: str, name: str, options: tuple[str, ...], environment: dict[str, str]
) -> float:
    begin = time.monotonic()
    command = [sys.executable, str(PROGRAM), *DATA, "--export", f"{folder}/{name}", *options]
    subprocess.run(command, env=environment, check=True)
    return time.monotonic() - begin


def export_rows(rounds: int = 7) -> list[Row]:
    """Start-ups and exports in turns; the ratio is the median of the rounds' ratios."""
    own: list[float] = []
    times: dict[str, list[float]] = {kind: [] for kind in KINDS}
    with (
        virtual_screen() as display,
        clean_environment() as environment,
        tempfile.TemporaryDirectory() as folder,
    ):
        with_screen = {**environment, "DISPLAY": display}
        seconds_to_first_frame("bernoulli_lab", with_screen)
        for _ in range(rounds):
            own.append(seconds_to_first_frame("bernoulli_lab", with_screen))
            for kind, (name, *options) in KINDS.items():
                times[kind].append(_seconds(folder, name, tuple(options), environment))
    ratio = statistics.median(mine / start for mine, start in zip(times[FIRST], own, strict=True))
    return [
        Row(FIRST, times[FIRST]),
        Row("the program's start-up", own, ratio, Bar(1.5)),
        *(Row(kind, times[kind]) for kind in KINDS if kind != FIRST),
    ]
