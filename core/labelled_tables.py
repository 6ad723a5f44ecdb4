"""Examples from two columns of a table: a file's, or a text that was pasted."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import TypeAlias

from core.file_errors import FileError
from core.file_source import EncodingError, TextSource, encodings, line_blocks, open_source
from core.files import is_session
from core.labelled import MOST_EXAMPLES, Labelled
from core.labelled_cells import Wrong, XColumn, YColumn
from core.labelled_columns import Layout, choose, layout_of
from core.labelled_errors import ColumnsNeeded, ExampleCellError, ExamplesError
from core.misfits import shorten
from core.npy_file import MAGIC
from core.progress import Progress, nobody
from core.tables import PREVIEW_CHARS
from core.words import Words

__all__ = (
    "ColumnsNeeded",
    "ExampleCellError",
    "ExamplesError",
    "LabelledReading",
    "parse_labelled",
    "read_labelled_file",
)

LONGEST_NAME = 200
"""The most characters of a column's name that are kept."""

_TAB_ENDINGS = (".tsv", ".tab")
_ROWS = 2**15  # that are looked at together
_CHARS = 2**20  # of a text between two words on how far it is

_Blocks: TypeAlias = Callable[[], Iterable[str]]


@dataclass(frozen=True)
class LabelledReading:
    """Examples, and how they were written.

    Attributes:
        data: the examples, named as the header has it.
        words: the words that became 1 and 0; None for digits. Which word becomes 1 is a convention:
            show it to the user.
    """

    data: Labelled
    words: Words | None = None


def read_labelled_file(
    path: str | os.PathLike[str],
    x: str | int | None = None,
    y: str | int | None = None,
    progress: Progress = nobody,
) -> LabelledReading:
    """Read examples from a table in a file, or from what comes out of a pipe.

    Commas, semicolons, tabs or blanks part its cells, which may be quoted; there may be a header,
    and above it lines that begin with #. Text may be in UTF-8, UTF-16 or CP949, with any line ends.
    Rows of empty cells are left out.

    x is a number such as 66, −1.5 or 2e-3, finite, at most 10¹⁵⁰ in size. Where commas part no
    cells, decimals may begin with one, in all of the column, and if one of them shows that it parts
    no thousands. y is 0 and 1, or two words: those of `core.words` and `core.labelled_cells.PAIRS`,
    or else any two, of which the later one in the alphabet becomes 1. A text that looks like a
    number, as 1.234,5 and 5 % do, is such a word only in a column that was said to be y.

    Args:
        path: the file.
        x: the column of x, by its name or number (from 1, as text, too); None to find it, as
            `core.labelled_columns.choose` does.
        y: likewise that of y.
        progress: is told the share that is read; what it raises ends the reading.

    Raises:
        FileError: the file cannot be read, or is no text, or no table.
        ExamplesError: there are no examples in it, or too many, or only one column.
        ColumnsNeeded: it is not plain which columns are meant.
        ColumnError: there is no such column.
        ExampleCellError: at the first cell that does not fit.
    """
    with open_source(path, progress) as source:
        head = source.head()
        ending = Path(source.path).suffix.lower()
        if head.startswith(MAGIC) or ending == ".npy":
            raise ExamplesError(source.path, "array")
        if is_session(source.path):
            raise FileError(source.path, "session")
        for encoding, start in encodings(head):
            with suppress(EncodingError):
                blocks = TextSource(source, encoding, start).blocks
                return _read(source.path, blocks, x, y, tabs_first=ending in _TAB_ENDINGS)
        raise FileError(source.path, "encoding")


def parse_labelled(
    text: str,
    x: str | int | None = None,
    y: str | int | None = None,
    progress: Progress = nobody,
) -> LabelledReading:
    """Read examples from a text, as a spreadsheet copies its cells; see `read_labelled_file`.

    Raises:
        ExamplesError: likewise.
        ColumnsNeeded: likewise.
        ColumnError: likewise.
        ExampleCellError: likewise; its lines are rows.
        FileError: it is no table.
    """
    text = text.removeprefix("\N{ZERO WIDTH NO-BREAK SPACE}")
    told = 0.0

    def blocks() -> Iterator[str]:
        nonlocal told
        for start in range(0, len(text), _CHARS):
            yield text[start : start + _CHARS]
            # A second pass does not take back what the first one told.
            told = max(told, min(1.0, (start + _CHARS) / len(text)))
            progress(told)

    # A line feed of its own block would count as another line end.
    text = text.replace("\r\n", "\n")
    return _read("", blocks, x, y, tabs_first=True)


def _read(
    path: str, blocks: _Blocks, x: str | int | None, y: str | int | None, *, tabs_first: bool
) -> LabelledReading:
    try:
        sample, whole = _sample(blocks())
        layout = layout_of(sample, whole=whole, tabs_first=tabs_first)
        if layout is None or not layout.preview.rows:
            raise ExamplesError(path, "empty")
        places = choose(path, layout, x, y)
        return _Reader(path, layout, *places, y_told=y is not None).read(blocks())
    except csv.Error as error:
        raise FileError(path, "table", str(error)) from None


def _sample(blocks: Iterable[str]) -> tuple[str, bool]:
    """The beginning of a text, and whether it is all of it."""
    text = ""
    for block in blocks:
        text += block
        if len(text) > PREVIEW_CHARS:
            return text[:PREVIEW_CHARS], False
    return text, True


class _Reader:
    def __init__(self, path: str, layout: Layout, x: int, y: int, *, y_told: bool) -> None:
        self._path, self._layout = path, layout
        self._places = x, y
        self._x, self._y = XColumn(comma=layout.takes_comma), YColumn(told=y_told)
        self._extra: Wrong | None = None
        self._extra_column = 0
        self._n = 0

    def read(self, blocks: Iterable[str]) -> LabelledReading:
        lines = (line for block in line_blocks(self._path, blocks) for line in io.StringIO(block))
        comments = self._layout.comments
        rows = self._layout.rows(islice(lines, comments, None))
        if self._layout.preview.has_header:
            next((row for row in rows if any(map(str.strip, row[1]))), None)
        while batch := list(islice(rows, _ROWS)):
            self._take([line + comments for line, _row in batch], [row for _line, row in batch])
        self._refuse()
        if not self._n:  # it has been changed since it was looked at
            raise ExamplesError(self._path, "empty")
        x_name, y_name = map(self._name, self._places)
        data = Labelled(self._x.finish(), self._y.finish(), x_name, y_name)
        return LabelledReading(data, self._y.words)

    def _take(self, lines: list[int], rows: list[list[str]]) -> None:
        x, y = self._cells(rows)
        if not (all(map(str.strip, x)) and all(map(str.strip, y))):
            filled = [i for i, row in enumerate(rows) if any(map(str.strip, row))]
            lines, rows = [lines[i] for i in filled], [rows[i] for i in filled]
            x, y = self._cells(rows)
        if not rows:
            return
        self._n += len(rows)
        if self._n > MOST_EXAMPLES:
            raise ExamplesError(self._path, "too_many")
        self._x.add(x, lines)
        self._y.add(y, lines)
        if max(map(len, rows)) > self._layout.width:
            self._look_beyond(lines, rows)

    def _cells(self, rows: list[list[str]]) -> tuple[list[str], list[str]]:
        x, y = self._places
        least = max(self._places)
        if min(map(len, rows), default=0) > least:
            return [row[x] for row in rows], [row[y] for row in rows]
        padded = [row + [""] * (least + 1 - len(row)) for row in rows]
        return [row[x] for row in padded], [row[y] for row in padded]

    def _look_beyond(self, lines: list[int], rows: list[list[str]]) -> None:
        """See that nothing stands beyond the last column: it would be a cell that went astray."""
        width = self._layout.width
        for line, row in zip(lines, rows, strict=True):
            for place, cell in enumerate(row[width:], width):
                if not cell.strip():
                    continue
                if self._extra is None:
                    self._extra, self._extra_column = Wrong(line, "extra", cell, 0), place
                self._extra = self._extra._replace(times=self._extra.times + 1)

    def _refuse(self) -> None:
        """Raise the error for the first wrong cell of all, if there is one."""
        x, y = self._places
        found = [
            (wrong, place)
            for wrong, place in (
                (self._x.wrong(), x),
                (self._y.wrong(), y),
                (self._extra, self._extra_column),
            )
            if wrong is not None
        ]
        if not found:
            return
        first, place = min(found, key=lambda one: (one[0].line, one[1]))
        words = self._y.words
        raise ExampleCellError(
            first.line,
            place + 1,
            self._name(place),
            shorten(first.found.strip()),
            first.reason,
            sum(wrong.times for wrong, _place in found),
            self._path,
            (words.one, words.zero) if words else None,
        )

    def _name(self, place: int) -> str:
        names = self._layout.preview.names
        name = " ".join(names[place].split()) if place < len(names) else ""
        return name[:LONGEST_NAME]
