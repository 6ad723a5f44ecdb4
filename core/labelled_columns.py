"""A table of examples: how its cells are parted, and which columns hold x and y."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from core.labelled_errors import ColumnsNeeded, ExamplesError
from core.labelled_looks import (
    FREE,
    KNOWN,
    SURELY,
    Look,
    is_value,
    label_share,
    looks_of,
    may_be_value,
)
from core.number_like import looks_like_number
from core.tables import PREVIEW_ROWS, TablePreview, column_index, preview_table

COMMENT = "#"
"""What begins the lines above a table that say something about it."""

_MOSTLY = 0.75  # of the cells are numbers or labels in a table that blanks part


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
    preview = _without_false_header(preview, first)
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


def _without_false_header(preview: TablePreview, first: Sequence[str]) -> TablePreview:
    """The preview, whose first row is no header if it has an x that cannot be read."""
    if (
        not preview.has_header
        or len(preview.names) != len("xy")
        or not any(map(looks_like_number, preview.names))
    ):
        return preview
    none = (False,) * len(preview.names)
    rows = (tuple(first), *preview.rows)[:PREVIEW_ROWS]
    return replace(
        preview, has_header=False, names=("",) * len(none), rows=rows, usable=none, all_cells=False
    )


def _may_be_blanks(preview: TablePreview) -> bool:
    """Whether blanks might part the cells better than what was found."""
    return preview.delimiter == "" or (
        preview.delimiter == "," and not all(map(is_value, _cells(preview.rows)))
    )


def _by_blanks(text: str, *, whole: bool) -> tuple[TablePreview, bool, int] | None:
    """The preview of a table whose cells blanks part, True, and its width; None if they do not."""
    lines = text.split("\n")
    if not whole and len(lines) > 1:
        lines.pop()
    rows = [row for row in map(str.split, lines[: 2 * PREVIEW_ROWS]) if row][: PREVIEW_ROWS + 1]
    is_data = is_value if rows and len(rows[0]) > len("xy") else may_be_value
    has_header = len(rows) > 1 and not any(map(is_data, rows[0]))
    header = rows[0] if has_header else []
    data = rows[1:] if has_header else rows[:PREVIEW_ROWS]
    cells = _cells(data)
    if (
        min(map(len, data), default=0) < len("xy")
        or not (sum(map(may_be_value, cells)) >= _MOSTLY * len(cells) or _has_numbers(data))
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
        tuple(label_share(cells) == KNOWN for cells in columns),
        all_cells=False,
        even=all(len(row) == width for row in data),
    )
    return preview, True, width


def _cells(rows: Iterable[Sequence[str]]) -> list[str]:
    return [cell for row in rows for cell in row]


def _has_numbers(rows: Sequence[Sequence[str]]) -> bool:
    """Whether one of the columns is numbers, and each comma stands in a number: 0,5 cat."""
    return (
        len(set(map(len, rows))) == 1
        and all(
            looks_like_number(cell) and cell == cell.strip(",")
            for cell in _cells(rows)
            if "," in cell
        )
        and any(all(map(looks_like_number, column)) for column in zip(*rows, strict=True))
    )


def choose(path: str, layout: Layout, x: str | int | None, y: str | int | None) -> tuple[int, int]:
    """Which columns, from 0, hold x and y.

    Columns that are called x and y are meant. Of two others, the one that looks more like labels is
    y, the second one if they look the same; 0 and 1 are labels before words are. Of more it must be
    plain: a single column of numbers, be they such as cannot be read, and a single one of labels.

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
    looks = looks_of(layout.preview, comma=layout.takes_comma)
    may_be_y = [i for i, look in enumerate(looks) if look.label >= FREE and i != x_place]
    if y_place is not None:
        may_be_y = [y_place]
    may_be_x = [i for i, look in enumerate(looks) if look.elsewhere and may_be_y != [i]]
    if x_place is not None:
        may_be_x = [x_place]
    surely_y = [i for i, look in enumerate(looks) if look.labels == SURELY and i != x_place]
    x_guess, y_guess = _guess(looks, x_place, y_place)
    if (
        len(may_be_x) == len(may_be_y) == 1
        and (x_guess, y_guess) == (may_be_x[0], may_be_y[0])
        and (y_place is not None or len(surely_y) <= 1)
    ):
        return may_be_x[0], may_be_y[0]
    raise ColumnsNeeded(path, preview, (x_guess, y_guess), layout.lines)


def _guess(looks: Sequence[Look], x: int | None, y: int | None) -> tuple[int | None, int | None]:
    """What x and y probably are, where nothing was said; a single bad cell spoils no column.

    y is rather digits than words that nobody knows; x is rather no labels. What counts the rows is
    x where nothing else can be.
    """
    if y is None:
        may_be = [
            i
            for i, look in enumerate(looks)
            if i != x and (look.label >= FREE or (look.labels and not look.counts))
        ]
        y = max(may_be, key=lambda i: looks[i].labels, default=None)
    if x is None:
        may_be = [i for i, look in enumerate(looks) if i != y and look.numbers]
        x = min(
            may_be,
            key=lambda i: (looks[i].counts, looks[i].label >= FREE or looks[i].labels > 0),
            default=None,
        )
    return x, y


def _of_two(layout: Layout, x: int | None, y: int | None) -> tuple[int, int]:
    if x is not None:
        return x, 1 - x
    if y is not None:
        return 1 - y, y
    first, second = looks_of(layout.preview, comma=layout.takes_comma)
    if second.digits:
        return 0, 1
    # What is neither a number nor a label that is known may be an x that went wrong.
    if first.digits and not second.known:
        return 1, 0
    return (1, 0) if second.numeric + first.label > first.numeric + second.label else (0, 1)
