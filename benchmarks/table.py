"""The figures of a run, laid out as one table."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

COLUMNS = (44, 11, 11, 9, 15, 8)


@dataclass(frozen=True)
class Bar:
    """What a ratio has to reach: at most, or at least, a limit."""

    limit: float
    at_least: bool = False

    def text(self) -> str:
        """The bar in words."""
        return f"at {'least' if self.at_least else 'most'} {self.limit:g}"

    def verdict(self, ratio: float) -> str:
        """Whether a ratio reaches it."""
        met = ratio >= self.limit if self.at_least else ratio <= self.limit
        return "met" if met else "MISSED"


@dataclass(frozen=True)
class Row:
    """One competitor's times, and how they compare.

    Attributes:
        name: who or what was timed.
        seconds: every time taken; none where the ratio is not one of times.
        ratio: how the program compares with this competitor; None where nothing is compared.
        bar: what the ratio has to reach; None where nothing was promised.
    """

    name: str
    seconds: Sequence[float]
    ratio: float | None = None
    bar: Bar | None = None

    def cells(self) -> tuple[str, ...]:
        """The texts of the row's columns."""
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        bar = verdict = ""
        if self.bar is not None and self.ratio is not None:
            bar, verdict = self.bar.text(), self.bar.verdict(self.ratio)
        times = ("", "")
        if self.seconds:
            times = duration(statistics.median(self.seconds)), duration(min(self.seconds))
        return ("  " + self.name, *times, ratio, bar, verdict)


def duration(seconds: float) -> str:
    """A time with three digits and its unit."""
    if seconds >= 1.0:
        return f"{seconds:.2f} s"
    value, unit = (seconds * 1e3, "ms") if seconds >= 1e-3 else (seconds * 1e6, "µs")
    return f"{value:.{2 if value < 10 else 1 if value < 100 else 0}f} {unit}"


def lines(sections: Iterable[tuple[str, Sequence[Row]]]) -> Iterable[str]:
    """The table: a head, and each section's title and rows."""
    yield _line(("", "median", "min", "ratio", "bar", ""))
    for title, rows in sections:
        yield ""
        yield title
        for row in rows:
            yield _line(row.cells())


def _line(cells: Sequence[str]) -> str:
    first, *rest = zip(cells, COLUMNS, strict=True)
    text = first[0].ljust(first[1]) + "".join(cell.rjust(width) for cell, width in rest)
    return text.rstrip()
