"""What the learner set in the labs; the data and π are those of the state."""

from __future__ import annotations

from dataclasses import dataclass

from core import _arguments

MOST_FACTORS = 3000
MOST_ROWS = 12
MOST_TRIES = 40
READINGS = ("rows", "columns")


@dataclass(frozen=True)
class LabState:
    """The choices of all labs; each lab reads its own.

    Attributes:
        factors: Underflow: how many observations are multiplied, 0 to `MOST_FACTORS`; the
            sequence of the state is repeated as often as that needs.
        chain: Chain: which of the four steps are on: the product L, log, ×(−1), ×1/N.
        table_n: Table: the number of observations of a sequence, 1 to `MOST_ROWS`.
        table_row: Table: the row that is read, from 0 on, at most `MOST_ROWS`.
        reading: Table: "rows" (data fixed, a likelihood) or "columns" (π fixed, a distribution).
        replayed: Sharpening: so many of the first observations count; None for all.
        tries: Guess: the values of π that were tried, in their order, at most `MOST_TRIES`.
        committed: Guess: the learner's π̂, when it is given; None before.
        level: Intervals: the level of confidence, 0 < level < 1.
    """

    factors: int = 200
    chain: tuple[bool, bool, bool, bool] = (True, False, False, False)
    table_n: int = 2
    table_row: int = 0
    reading: str = "rows"
    replayed: int | None = None
    tries: tuple[float, ...] = ()
    committed: float | None = None
    level: float = 0.95

    def __post_init__(self) -> None:
        """Check every field.

        Raises:
            ValueError: if a field is not as described.
        """
        _arguments.whole("factors", self.factors, 0, MOST_FACTORS)
        _arguments.whole("table_n", self.table_n, 1, MOST_ROWS)
        _arguments.whole("table_row", self.table_row, 0, MOST_ROWS)
        if self.replayed is not None:
            _arguments.whole("replayed", self.replayed, 0, 10**15)
        chain = tuple(self.chain)
        if len(chain) != 4 or not all(isinstance(step, bool) for step in chain):
            raise ValueError(f"chain must be four of True and False, got {self.chain!r}")
        object.__setattr__(self, "chain", chain)
        if self.reading not in READINGS:
            raise ValueError(f"reading must be rows or columns, got {self.reading!r}")
        tries = tuple(_arguments.scalar_probability("tries", pi) for pi in self.tries)
        if len(tries) > MOST_TRIES:
            raise ValueError(f"tries must be at most {MOST_TRIES}, got {len(tries)}")
        object.__setattr__(self, "tries", tries)
        if self.committed is not None:
            committed = _arguments.scalar_probability("committed", self.committed)
            object.__setattr__(self, "committed", committed)
        level = _arguments.scalar_probability("level", self.level)
        if not 0.0 < level < 1.0:
            raise ValueError(f"level must be between 0 and 1, got {self.level!r}")
        object.__setattr__(self, "level", level)
