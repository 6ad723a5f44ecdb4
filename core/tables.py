"""Tables, as CSV and TSV: what their columns are, and which one is meant."""

import csv
import enum
import io
import itertools
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from core.misfits import shorten
from core.number_like import is_number_elsewhere
from core.words import outcome

PREVIEW_ROWS = 20
"""How many rows a preview shows."""

PREVIEW_CHARS = 2**18
"""How much text it is made from, at most."""

_DELIMITERS = "\t;,"
_NO_DELIMITER = "\x1f"  # the csv module wants one; text with a single column has none
_NUMBER = re.compile(r"[+-]?(?:\d+(?:[.,．]\d*)?|[.,．]\d+)(?:[eE][+-]?\d+)?%?")


class AllCells(enum.Enum):
    """The type of `ALL_CELLS`."""

    ALL_CELLS = "all cells"


ALL_CELLS: Final = AllCells.ALL_CELLS
"""In place of a column: every cell of a table, row by row."""

Column: TypeAlias = str | int | Literal[AllCells.ALL_CELLS]
"""A column by its name or number (from 1), or all cells."""


@dataclass(frozen=True)
class TablePreview:
    """What a table looks like, from its first rows.

    Attributes:
        delimiter: what stands between its cells; "" if it has only one column.
        has_header: whether the first row names the columns.
        names: a name for each column, "" for those without.
        rows: at most the first 20 rows below the header, blank ones left out.
        usable: for each column whether these rows hold only outcomes in it, of one kind.
        all_cells: whether every cell of them is a 0 or 1, so that they can be read row by row.
        even: whether all these rows, and the header, have the same number of cells.
    """

    delimiter: str
    has_header: bool
    names: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    usable: tuple[bool, ...]
    all_cells: bool
    even: bool = True

    @property
    def csv_delimiter(self) -> str:
        """The delimiter as the csv module must be told it."""
        return self.delimiter or _NO_DELIMITER


class ColumnNeeded(ValueError):  # noqa: N818 - it is a question, not a mistake
    """A table with several columns, and no word on which of them holds the observations.

    Attributes:
        path: the file.
        preview: what is in it.
    """

    def __init__(self, path: str, preview: TablePreview) -> None:
        """Keep the preview and put it into words."""
        self.path, self.preview = path, preview
        super().__init__(
            f"{path!r} is a table; say which column holds the observations: "
            f"{_columns(preview.names)}"
        )


class ColumnError(ValueError):
    """A column that a file does not have.

    Attributes:
        path: the file.
        column: what was asked for.
        reason: "unknown"; "ambiguous": several columns are called so; or "no_table": the file
            is an array, which has no columns.
        names: a name for each column that there is, "" for those without.
    """

    def __init__(self, path: str, column: str | int, reason: str, names: tuple[str, ...]) -> None:
        """Keep the column and put it into words."""
        self.path, self.column, self.reason, self.names = path, column, reason, names
        shown = repr(shorten(column)) if isinstance(column, str) else str(column)
        super().__init__(
            {
                "unknown": f"{path!r} has no column {shown}; there are {_columns(names)}",
                "ambiguous": f"{path!r} has several columns {shown}; give the number of one: "
                f"{_columns(names)}",
                "no_table": f"{path!r} is an array and has no column {shown}; leave it out",
            }[reason]
        )


def _columns(names: tuple[str, ...]) -> str:
    shown = [f"{i} {shorten(name)!r}" if name else str(i) for i, name in enumerate(names[:20], 1)]
    return ", ".join(shown) + (f" … {len(names)}" if len(names) > len(shown) else "")


def column_index(path: str, preview: TablePreview, column: str | int) -> int:
    """Return which column is meant, from 0.

    A text is a name as it stands, or else in other case, or else a number.

    Raises:
        ColumnError: if there is none, or more than one.
    """
    names = preview.names
    if isinstance(column, str):
        plain = column.strip()
        for same in (
            [i for i, name in enumerate(names) if name and name == plain],
            [i for i, name in enumerate(names) if name and name.casefold() == plain.casefold()],
        ):
            if len(same) > 1:
                raise ColumnError(path, column, "ambiguous", names)
            if same:
                return same[0]
        number = int(plain) if re.fullmatch("[0-9]{1,9}", plain) else 0
    else:
        number = column
    if not 1 <= number <= len(names):
        raise ColumnError(path, column, "unknown", names)
    return number - 1


def preview_table(text: str, *, whole: bool, tabs_first: bool = False) -> TablePreview | None:
    """Return what a text that begins so looks like as a table, None if it is blank.

    Args:
        text: the first `PREVIEW_CHARS` characters, or fewer.
        whole: whether this is all there is; if not, a row that it breaks off in is left out.
        tabs_first: whether tabs separate if they are there at all.

    Raises:
        csv.Error: if it is not one.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not whole:
        text = text[: text.rfind("\n") + 1] or text
    problem: csv.Error | None = None
    found: list[tuple[tuple[bool, float, int], str, list[list[str]]]] = []
    for delimiter in _DELIMITERS:
        try:
            rows = _rows(text, delimiter)
        except csv.Error as error:
            problem = error
            continue
        widths = {len(row) for row in rows}
        if max(widths, default=0) >= 2:
            cells = [cell for row in rows for cell in row]
            recognised = sum(map(_is_value, cells)) / len(cells)
            found.append(((len(widths) == 1, recognised, max(widths)), delimiter, rows))
            if tabs_first and delimiter == "\t":
                break
    if found:
        _rank, delimiter, rows = max(found, key=lambda one: one[0])
        return _preview(delimiter, rows)
    if problem is not None:
        raise problem
    rows = _rows(text, _NO_DELIMITER)
    return _preview("", rows) if rows else None


def _rows(text: str, delimiter: str) -> list[list[str]]:
    """Return the first rows that are not blank: a header and what a preview shows."""
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    filled = (row for row in rows if any(map(str.strip, row)))
    return list(itertools.islice(filled, PREVIEW_ROWS + 1))


def _preview(delimiter: str, rows: list[list[str]]) -> TablePreview:
    width = max(map(len, rows))
    first = [cell.strip() for cell in rows[0]]
    has_header = not any(
        _is_data(cell, [row[i] for row in rows[1:] if i < len(row)]) for i, cell in enumerate(first)
    )
    names = (*first, *[""] * (width - len(first))) if has_header else ("",) * width
    shown = tuple(map(tuple, rows[1:] if has_header else rows[:PREVIEW_ROWS]))
    cells = [[row[i] if i < len(row) else "" for row in shown] for i in range(width)]
    return TablePreview(
        delimiter,
        has_header,
        names,
        shown,
        tuple(len(_kinds(column)) == 1 and None not in _kinds(column) for column in cells),
        bool(shown) and all(_kinds(column) == {"digits"} for column in cells),
        even=len(set(map(len, rows))) == 1,
    )


def _kinds(cells: Iterable[str]) -> set[object]:
    """Return the kinds of outcomes that there are in cells; None for what is none."""
    said = map(outcome, cells)
    return {None if one is None else one[0] or "digits" for one in said}


def _is_value(cell: str) -> bool:
    """Whether a cell is what stands in tables, so that it was parted well."""
    if outcome(cell) is not None or _NUMBER.fullmatch(cell.strip()):
        return True
    # 1.234,5;cat is not 1.234 and 5;cat.
    return is_number_elsewhere(cell)


def _is_data(cell: str, below: list[str]) -> bool:
    """Whether a cell of the first row is one of those below it, and not their name."""
    if _NUMBER.fullmatch(cell.strip()):
        return True
    said = outcome(cell)
    # A column may be called t or H: that is a word only among words of its kind.
    return said is not None and (not below or said[0] in _kinds(below))
