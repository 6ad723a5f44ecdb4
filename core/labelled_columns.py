"""A table of examples: how its cells are parted, and which columns hold x and y."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import NamedTuple

from core.labelled_cells import label, number
from core.labelled_errors import ColumnsNeeded, ExamplesError
from core.tables import PREVIEW_ROWS, TablePreview, column_index, preview_table

COMMENT = "#"
"""What begins the lines above a table that say something about it."""

_MOSTLY = 0.75  # of the cells are numbers or labels in a table that blanks part
_KNOWN, _FREE = 1.0, 0.9  # what two words that nobody told us about count as labels
_SURELY, _PERHAPS = 2, 1  # how surely a column of labels is one although a cell is none
_FEW = 3  # fewer cells say nothing of a column that fits but for one, nor of one that counts
_COUNTING = frozenset(("id", "no", "nr", "idx", "index", "row", "순번", "연번"))
_NUMBER_OF = "번호"


@dataclass(frozen=True)
class Layout:
    """How a text is a table.

    Attributes:
        preview: what it looks like.
        parted_by_blanks: whether blanks part its cells, however many.
        width: how many cells its first row has.
        comments: how many lines of comments stand above it.
        lines: the line of each of the preview's rows, from 1, the comments counted.
    """

    preview: TablePreview
    parted_by_blanks: bool
    width: int
    comments: int
    lines: tuple[int, ...] = ()

    @property
    def takes_comma(self) -> bool:
        """Whether decimals may begin with a comma: it parts no cells."""
        return self.preview.delimiter != ","

    def rows(self, lines: Iterable[str]) -> Iterator[tuple[int, list[str]]]:
        """The rows of the table, each with the number of its first line, from 1.

        Raises:
            csv.Error: they are no rows of cells.
        """
        if self.parted_by_blanks:
            yield from enumerate(map(str.split, lines), 1)
            return
        reader = csv.reader(lines, delimiter=self.preview.csv_delimiter)
        line = 1
        for row in reader:
            yield line, row
            line = reader.line_num + 1

    def numbered(self, text: str) -> Layout:
        """The same, with the lines of the preview's rows.

        Args:
            text: the table's beginning, the comments left out.
        """
        rows = self.rows(io.StringIO(text))
        filled = (line + self.comments for line, row in rows if any(map(str.strip, row)))
        head = int(self.preview.has_header)
        return replace(self, lines=tuple(islice(filled, head, head + len(self.preview.rows))))


def layout_of(text: str, *, whole: bool, tabs_first: bool) -> Layout | None:
    """How a text that begins so is a table; None if it is blank.

    Args:
        text: its beginning, as `core.tables.preview_table` takes it.
        whole: whether this is all there is.
        tabs_first: whether tabs part cells if they are there at all.

    Raises:
        csv.Error: it is no table.
    """
    lines = io.StringIO(text, newline=None).readlines()
    comments = 0
    while comments < len(lines) and lines[comments].startswith(COMMENT):
        comments += 1
    text = "".join(lines[comments:]).replace("\N{MINUS SIGN}", "-")
    preview = preview_table(text, whole=whole, tabs_first=tabs_first)
    if preview is None:
        return None
    blanks = _by_blanks(text, whole=whole) if _may_be_blanks(preview) else None
    if blanks is not None:
        return Layout(*blanks, comments).numbered(text)
    first = next(
        row
        for row in csv.reader(io.StringIO(text), delimiter=preview.csv_delimiter)
        if any(map(str.strip, row))
    )
    widths = {len(row) for row in preview.rows}
    width = len(first)
    if (
        preview.has_header
        and widths == {width + 1}
        and any(row[-1].strip() for row in preview.rows)
    ):
        # As R writes it: the column of row names has no name itself.
        preview = replace(preview, names=("", *preview.names[:-1]))
        width += 1
    return Layout(preview, False, width, comments).numbered(text)


def _may_be_blanks(preview: TablePreview) -> bool:
    """Whether blanks might part the cells better than what was found."""
    return preview.delimiter == "" or (
        preview.delimiter == "," and not all(map(_is_value, _cells(preview.rows)))
    )


def _by_blanks(text: str, *, whole: bool) -> tuple[TablePreview, bool, int] | None:
    """The preview of a table whose cells blanks part, True, and its width; None if they do not."""
    lines = text.split("\n")
    if not whole and len(lines) > 1:
        lines.pop()
    rows = [row for row in map(str.split, lines[: 2 * PREVIEW_ROWS]) if row][: PREVIEW_ROWS + 1]
    has_header = len(rows) > 1 and not any(map(_is_value, rows[0]))
    header = rows[0] if has_header else []
    data = rows[1:] if has_header else rows[:PREVIEW_ROWS]
    cells = _cells(data)
    if (
        min(map(len, data), default=0) < len("xy")
        or sum(map(_is_value, cells)) < _MOSTLY * len(cells)
        or any("," in name for name in header)
    ):
        return None
    width = len(data[0])
    if len(header) == width - 1:
        header = ["", *header]  # as R writes it
    elif len(header) != width:
        header = []  # a name of several words makes nobody wiser
    widest = max(map(len, data))
    columns = [[row[i] for row in data if i < len(row)] for i in range(widest)]
    preview = TablePreview(
        "",
        has_header,
        (*header, *[""] * (widest - len(header))),
        tuple(map(tuple, data)),
        tuple(_label_share(cells) == _KNOWN for cells in columns),
        all_cells=False,
        even=all(len(row) == width for row in data),
    )
    return preview, True, width


def _cells(rows: Iterable[Sequence[str]]) -> list[str]:
    return [cell for row in rows for cell in row]


def _is_value(cell: str) -> bool:
    return number(cell, comma=True) is not None or label(cell) is not None


def choose(path: str, layout: Layout, x: str | int | None, y: str | int | None) -> tuple[int, int]:
    """Which columns, from 0, hold x and y.

    Columns that are called x and y are meant. Of two others, the one that looks more like labels is
    y, the second one if they look the same. Of more it must be plain: a single column of numbers,
    and a single one of labels.

    Args:
        path: of the file, for errors.
        layout: of the table.
        x: its name or number (from 1); None for nothing said.
        y: likewise.

    Raises:
        ColumnError: there is no such column, or several.
        ColumnsNeeded: it is not plain.
        ExamplesError: "one_column", "same_column".
    """
    preview = layout.preview
    x_place = None if x is None else column_index(path, preview, x)
    y_place = None if y is None else column_index(path, preview, y)
    if len(preview.names) == 1:
        raise ExamplesError(path, "one_column")
    if x_place is not None and y_place is not None:
        if x_place == y_place:
            raise ExamplesError(path, "same_column")
        return x_place, y_place
    named = [name.strip().casefold() for name in preview.names]
    if x_place is None and y_place is None and named.count("x") == named.count("y") == 1:
        return named.index("x"), named.index("y")
    if len(preview.names) == len("xy"):
        return _of_two(layout, x_place, y_place)
    looks = _looks(layout)
    may_be_y = [i for i, look in enumerate(looks) if look.label >= _FREE and i != x_place]
    if y_place is not None:
        may_be_y = [y_place]
    may_be_x = [i for i, look in enumerate(looks) if look.number == 1.0 and may_be_y != [i]]
    if x_place is not None:
        may_be_x = [x_place]
    surely_y = [i for i, look in enumerate(looks) if look.labels == _SURELY and i != x_place]
    x_guess, y_guess = _guess(looks, x_place, y_place)
    if (
        len(may_be_x) == len(may_be_y) == 1
        and (x_guess, y_guess) == (may_be_x[0], may_be_y[0])
        and (y_place is not None or len(surely_y) <= 1)
    ):
        return may_be_x[0], may_be_y[0]
    raise ColumnsNeeded(path, preview, (x_guess, y_guess), layout.lines)


def _guess(looks: Sequence[_Look], x: int | None, y: int | None) -> tuple[int | None, int | None]:
    """What x and y probably are, where nothing was said; a single bad cell spoils no column.

    y is rather digits than words that nobody knows; x is rather no labels. What counts the rows is
    x where nothing else can be.
    """
    if y is None:
        may_be = [
            i
            for i, look in enumerate(looks)
            if i != x and (look.label >= _FREE or (look.labels and not look.counts))
        ]
        y = max(may_be, key=lambda i: looks[i].labels, default=None)
    if x is None:
        may_be = [i for i, look in enumerate(looks) if i != y and look.numbers]
        x = min(
            may_be,
            key=lambda i: (looks[i].counts, looks[i].label >= _FREE or looks[i].labels > 0),
            default=None,
        )
    return x, y


def _of_two(layout: Layout, x: int | None, y: int | None) -> tuple[int, int]:
    if x is not None:
        return x, 1 - x
    if y is not None:
        return 1 - y, y
    first, second = _looks(layout)
    return (1, 0) if second.number + first.label > first.number + second.label else (0, 1)


class _Look(NamedTuple):
    """What a column looks like.

    Attributes:
        number: the share of its cells that are numbers.
        label: how much it looks like labels, from 0 to 1.
        numbers: whether they are numbers, one cell apart.
        labels: whether they are labels of one kind that is known, one cell apart: `_SURELY`; or
            `_PERHAPS`, where that cell is a number, so that they may be counts; or 0.
        counts: whether it numbers the rows, or is called so.
    """

    number: float
    label: float
    numbers: bool
    labels: int
    counts: bool


def _looks(layout: Layout) -> list[_Look]:
    return [
        _look(
            name,
            [row[i] for row in layout.preview.rows if i < len(row) and row[i].strip()],
            comma=layout.takes_comma,
        )
        for i, name in enumerate(layout.preview.names)
    ]


def _look(name: str, cells: Sequence[str], *, comma: bool) -> _Look:
    values = [number(cell, comma=comma) for cell in cells]
    numbers = sum(value is not None for value in values)
    known = round(_known_share(cells) * len(cells))
    # One cell of a few is no exception.
    least = len(cells) - (1 if len(cells) >= _FEW else 0)
    labels = 0
    if cells and known >= least:
        spoilt_by_number = known < len(cells) and numbers == len(cells)
        labels = _PERHAPS if spoilt_by_number else _SURELY
    return _Look(
        _share(value is not None for value in values),
        _label_share(cells),
        bool(cells) and numbers >= least,
        labels,
        _counts(name, values),
    )


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


def _label_share(cells: Sequence[str]) -> float:
    """The share of cells that are labels of one kind; less for two words that are no known pair."""
    known = _known_share(cells)
    if known:
        return known
    words = {cell.strip().casefold() for cell in cells}
    is_pair = len(words) == len(("one", "zero"))
    return _FREE if is_pair and not any(map(_is_value, words)) else 0.0


def _share(true: Iterable[bool]) -> float:
    counted = list(true)
    return sum(counted) / len(counted) if counted else 0.0
