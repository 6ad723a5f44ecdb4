"""Frames of the program's window beside those of its peers, taken in turns."""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence
from contextlib import ExitStack

from benchmarks.screen import clean_environment, virtual_screen
from benchmarks.table import Bar, Row
from core.stage import LABS

BLOCK = 20  # frames in a row, before the next window's turn
LAB, PAINTER, MATPLOTLIB = "bernoulli_lab", "bare_painter", "matplotlib_peer"
IN_FULL = "bernoulli_lab_in_full"
HUGE = "bernoulli_lab_huge"
LESSON = "lesson"
MODEL = "bernoulli_lab_model"
NAMES = {
    LAB: "Bernoulli Lab",
    PAINTER: "a bare QPainter: pixmap, lines, dots",
    MATPLOTLIB: "Matplotlib's Qt backend",
    IN_FULL: "Bernoulli Lab, all figures, nothing kept",
    HUGE: "Bernoulli Lab, n = 10⁸",
    MODEL: "the Model view",
}


class Competitor:
    """A window in a process and on a screen of its own."""

    def __init__(self, kind: str, resources: ExitStack) -> None:
        environment = resources.enter_context(clean_environment())
        environment["DISPLAY"] = resources.enter_context(virtual_screen())
        self.kind = kind
        self.seconds: list[float] = []
        self._process = resources.enter_context(
            subprocess.Popen(
                [sys.executable, "-m", "benchmarks.window_child", kind],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                env=environment,
                text=True,
            )
        )
        resources.callback(self._process.kill)
        self._answer()

    def take(self, verb: str, values: Sequence[float]) -> None:
        """Time a frame for each value, after one that warms up and is not counted."""
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps([verb, values[-1], *values]) + "\n")
        self._process.stdin.flush()
        self.seconds += self._answer()[1:]

    def _answer(self) -> list[float]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise RuntimeError(f"the window of {NAMES.get(self.kind, self.kind)} is gone")
        times: list[float] = json.loads(line)
        return times


def _in_turns(verb: str, kinds: Sequence[str], values: Sequence[float]) -> dict[str, list[float]]:
    with ExitStack() as resources:
        competitors = [Competitor(kind, resources) for kind in kinds]
        for begin in range(0, len(values), BLOCK):
            for competitor in competitors:
                competitor.take(verb, values[begin : begin + BLOCK])
        return {competitor.kind: competitor.seconds for competitor in competitors}


def _rows(times: dict[str, list[float]], bars: dict[str, Bar]) -> list[Row]:
    medians = {kind: statistics.median(seconds) for kind, seconds in times.items()}
    rows = [Row(NAMES[LAB], times[LAB])]
    for kind, bar in bars.items():
        ratio = medians[LAB] / medians[kind]
        rows.append(Row(NAMES[kind], times[kind], 1.0 / ratio if bar.at_least else ratio, bar))
    return rows


def drag_rows(positions: int = 200) -> list[Row]:
    """π dragged from one end of the axis to the other."""
    values = [(index + 0.5) / positions for index in range(positions)]
    times = _in_turns("drag", (LAB, PAINTER, MATPLOTLIB, IN_FULL), values)
    rows = _rows(times, {PAINTER: Bar(2.5), MATPLOTLIB: Bar(20.0, at_least=True)})
    return [*rows, _in_full(times)]


def _in_full(times: dict[str, list[float]]) -> Row:
    """The program without its savings, with its ratio to the bare painter."""
    ratio = statistics.median(times[IN_FULL]) / statistics.median(times[PAINTER])
    return Row(NAMES[IN_FULL], times[IN_FULL], ratio)


def edit_rows(edits: int = 200) -> list[Row]:
    """One observation after another toggled."""
    times = _in_turns("edit", (LAB, PAINTER, IN_FULL), range(edits))
    return [*_rows(times, {PAINTER: Bar(10.0)}), _in_full(times)]


def view_rows(positions: int = 100) -> list[Row]:
    """π dragged in a lesson and in each lab."""
    values = [(index + 0.5) / positions for index in range(positions)]
    kinds = {f"bernoulli_lab_views:{what}": what for what in (LESSON, *LABS)}
    rows = []
    for kind, what in kinds.items():
        times = _in_turns("drag", (kind, PAINTER), values)
        ratio = statistics.median(times[kind]) / statistics.median(times[PAINTER])
        name = "a lesson with three plots" if what == LESSON else f"the lab {what}"
        rows.append(Row(name, times[kind], ratio, Bar(2.5)))
    return rows


def model_rows(frames: int = 100) -> list[Row]:
    """w and b dragged, and an example moved, with a thousand examples."""
    positions = [(index + 0.5) / frames for index in range(frames)]
    dragged = _in_turns("drag", (MODEL, PAINTER), positions)
    edited = _in_turns("edit", (MODEL,), range(frames))
    ratio = statistics.median(dragged[MODEL]) / statistics.median(dragged[PAINTER])
    return [
        Row("w and b dragged, beside the bare QPainter", dragged[MODEL], ratio, Bar(8.0)),
        Row("an example moved, first landscape painted", edited[MODEL]),
    ]


def size_rows(frames: int = 200) -> list[Row]:
    """The same frames with ten observations and with a hundred million."""
    rows = []
    positions = [(index + 0.5) / frames for index in range(frames)]
    for verb, values, name, bar in (
        ("drag", positions, "π moves", Bar(1.15)),
        ("edit", range(frames), "a tile in sight toggled", Bar(1.5)),
    ):
        times = _in_turns(verb, (LAB, HUGE), values)
        ratio = statistics.median(times[HUGE]) / statistics.median(times[LAB])
        rows.append(Row(f"{name}, n = 10", times[LAB]))
        rows.append(Row(f"{name}, n = 10⁸", times[HUGE], ratio, bar))
    return rows
