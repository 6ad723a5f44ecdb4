"""What the columns of a table look like: numbers, labels, or what numbers the rows."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from core.labelled_cells import label, number
from core.number_like import is_number_elsewhere, looks_like_number
from core.tables import TablePreview

KNOWN, FREE = 1.0, 0.9
"""How much labels of a known kind look like labels, and two words that nobody told us about."""

SURELY, PERHAPS = 2, 1
"""How surely a column of labels is one although a cell is none."""

_FEW = 3  # fewer cells say nothing of a column that fits but for one, nor of one that counts
_COUNTING = frozenset(("id", "no", "nr", "idx", "index", "row", "순번", "연번"))
_NUMBER_OF = "번호"


class Look(NamedTuple):
    """What a column looks like.

    Attributes:
        numeric: the share of its cells that are numbers, or look like some that cannot be read.
        elsewhere: whether all are numbers, as they are written here or elsewhere.
        label: how much it looks like labels, from 0 to 1.
        known: the share of its cells that are labels of one kind that is known.
        digits: whether all are 0 and 1.
        numbers: whether they are numbers, one cell apart.
        labels: whether they are labels of one kind that is known, one cell apart: `SURELY`; or
            `PERHAPS`, where that cell is a number, so that they may be counts; or 0.
        counts: whether it numbers the rows, or is called so.
    """

    numeric: float
    elsewhere: bool
    label: float
    known: float
    digits: bool
    numbers: bool
    labels: int
    counts: bool


def is_value(cell: str) -> bool:
    """Whether a cell is an x or a label of a known kind."""
    return number(cell, comma=True) is not None or label(cell) is not None


def may_be_value(cell: str) -> bool:
    """Whether it is, or is a number that cannot be read."""
    return looks_like_number(cell) or label(cell) is not None


def looks_of(preview: TablePreview, *, comma: bool) -> list[Look]:
    """What each column looks like.

    Args:
        preview: of the table.
        comma: whether decimals may begin with a comma.
    """
    return [
        _look(
            name,
            [row[i] for row in preview.rows if i < len(row) and row[i].strip()],
            comma=comma,
        )
        for i, name in enumerate(preview.names)
    ]


def _look(name: str, cells: Sequence[str], *, comma: bool) -> Look:
    values = [number(cell, comma=comma) for cell in cells]
    numbers = sum(value is not None for value in values)
    share = _known_share(cells)
    known = round(share * len(cells))
    # One cell of a few is no exception.
    least = len(cells) - (1 if len(cells) >= _FEW else 0)
    labels = 0
    if cells and known >= least:
        spoilt_by_number = known < len(cells) and numbers == len(cells)
        labels = PERHAPS if spoilt_by_number else SURELY
    return Look(
        _share(map(looks_like_number, cells)),
        bool(cells) and all(map(is_number_elsewhere, cells)),
        label_share(cells),
        share,
        bool(cells) and all(map(_is_digit, cells)),
        bool(cells) and numbers >= least,
        labels,
        _counts(name, values),
    )


def _is_digit(cell: str) -> bool:
    said = label(cell)
    return said is not None and said[0] is None


def _counts(name: str, values: Sequence[float | None]) -> bool:
    """Whether a column numbers the rows: 0, 1, 2, … or 1, 2, 3, …, or by its name."""
    words = re.findall(r"[^\W_]+", name.casefold())
    if name.strip() == "#" or (
        words and (words[-1] in _COUNTING or words[-1].endswith(_NUMBER_OF))
    ):
        return True
    if len(values) < _FEW or values[0] not in (0.0, 1.0):
        return False
    return all(value == values[0] + i for i, value in enumerate(values))


def _known_share(cells: Sequence[str]) -> float:
    """The share of cells that are labels of one kind that is known."""
    said = [label(cell) for cell in cells]
    return max(
        (
            _share(one is not None and one[0] == kind for one in said)
            for kind in {one[0] for one in said if one}
        ),
        default=0.0,
    )


def label_share(cells: Sequence[str]) -> float:
    """The share of cells that are labels of one kind; less for two words that are no known pair."""
    known = _known_share(cells)
    if known:
        return known
    words = {cell.strip().casefold() for cell in cells}
    is_pair = len(words) == len(("one", "zero"))
    return FREE if is_pair and not any(map(may_be_value, words)) else 0.0


def _share(true: Iterable[bool]) -> float:
    counted = list(true)
    return sum(counted) / len(counted) if counted else 0.0
