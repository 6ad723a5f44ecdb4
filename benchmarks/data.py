"""A hundred million observations: what it costs to open them, and to remember edits of them."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

from benchmarks.table import Bar, Row
from core.files import read_file
from core.observations import Observations, random_observations

N = 10**8
ROUNDS = 5
TOGGLES = 1_000


def _file(folder: str) -> Path:
    path = Path(folder) / "observations.txt"
    with path.open("wb") as file:
        made = random_observations(N, 0.7, 1)
        for start in range(0, N, 10**7):
            file.write(made.text(start, start + 10**7).encode())
    return path


def _plain(path: Path) -> object:
    return path.open("rb").read().translate(None, b" \t\r\n,;")


def _timed(work: Callable[[], object]) -> float:
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def opening_rows() -> list[Row]:
    """A text file of 10⁸ characters, beside reading its bytes and dropping the separators."""
    with tempfile.TemporaryDirectory() as folder:
        path = _file(folder)
        times: dict[str, list[float]] = {"read": [], "plain": []}
        _plain(path)
        for _ in range(ROUNDS):
            times["plain"].append(_timed(lambda: _plain(path)))
            times["read"].append(_timed(lambda: read_file(path)))
        ratio = statistics.median(times["read"]) / statistics.median(times["plain"])
        at_rest, peak = _memory(path)
    return [
        Row("read_file", times["read"]),
        Row("read() and bytes.translate() alone", times["plain"], ratio, Bar(3.0)),
        Row("bytes for an observation, at rest", (), at_rest, Bar(1.3)),
        Row("bytes for an observation, while loading", (), peak, Bar(3.0)),
    ]


def _memory(path: Path) -> tuple[float, float]:
    """What a process grows by when it opens the file: after it, and at its highest."""
    code = "import sys; from benchmarks.data import growth; print(*growth(sys.argv[1]))"
    said = subprocess.run(
        [sys.executable, "-c", code, str(path)], stdout=subprocess.PIPE, check=True, text=True
    ).stdout.split()
    return float(said[0]), float(said[1])


def growth(path: str) -> tuple[float, float]:
    """Bytes an observation that this process grows by: after opening a file, and at the peak."""
    before, peak_before = _resident(), _peak()
    reading = read_file(path)
    n = reading.observations.n
    return (_resident() - before) / n, (_peak() - peak_before) / n


def _resident() -> int:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def _peak() -> int:
    # Not ru_maxrss: a child begins with its parent's.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return int(status.partition("VmHWM:")[2].split()[0]) * 1024


def editing_rows() -> list[Row]:
    """Single edits of 10⁸ observations, and what it takes to remember a thousand of them."""
    made = random_observations(N, 0.7, 1)
    edits: dict[str, Callable[[int], Observations]] = {
        "toggle": made.toggle,
        "insert one": lambda i: made.insert(i, [1]),
        "delete a third": lambda i: made.delete(i // 2, i // 2 + N // 3),
        "reverse": lambda _i: made.reverse(),
        "invert": lambda _i: made.invert(),
        "the first half": lambda _i: made.prefix(N // 2),
        "double": lambda _i: made.repeat(2),
    }
    places = [(7919 * i * i + 104_729 * i) % N for i in range(50)]
    rows = [
        Row(name, [_timed(lambda i=i, edit=edit: edit(i)) for i in places])  # type: ignore[misc]
        for name, edit in edits.items()
    ]
    rows.append(Row("shuffle", [_timed(lambda: made.shuffle(1)) for _ in range(3)]))
    tracemalloc.start()
    kept = [made]
    for i in range(TOGGLES):
        kept.append(kept[-1].toggle((7919 * i * i + 104_729 * i) % N))
    megabytes = tracemalloc.get_traced_memory()[0] / 1e6
    tracemalloc.stop()
    rows.append(Row(f"MB to remember {TOGGLES:,} toggles", (), megabytes, Bar(200.0)))
    return rows
