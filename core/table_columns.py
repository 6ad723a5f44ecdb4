"""The observations in a column of a table, or in all its cells."""

import csv
import io
from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core import file_source
from core._bit_chunks import Bits
from core.file_errors import FileError
from core.file_source import add_values, line_blocks, too_long
from core.misfits import shorten
from core.observations import ObservationsBuilder
from core.tables import TablePreview
from core.words import Reading, Words, outcome

_BAD, _BLANK, _UNKNOWN = 2, 3, 4  # beside 0 and 1: what a cell may be
_KEY_BYTES = 8  # of cells that are told apart as numbers
_MASKS = np.array([2 ** (8 * length) - 1 for length in range(_KEY_BYTES + 1)], np.uint64)


class CellError(ValueError):
    """Cells of a table that are no observations.

    Attributes:
        line: line of the first of them, from 1; of a row that has several, its first.
        column: its column, from 1.
        name: what the header calls it, "" if it has no name.
        found: what stands there, at most 20 characters; "" if nothing does.
        count: how many such cells there are.
        path: the file.
        allowed: the words for 1 and 0 that the column began with.
    """

    def __init__(
        self,
        line: int,
        column: int,
        name: str,
        found: str,
        count: int,
        path: str,
        allowed: tuple[str, str] | None = None,
    ) -> None:
        """Keep the place and put it into words."""
        self.line, self.column, self.name, self.found = line, column, name, found
        self.count, self.path, self.allowed = count, path, allowed
        one, zero = allowed or ("0", "1")
        more = f"; {count} cells are wrong in all" if count > 1 else ""
        super().__init__(
            f"{path!r}, line {line}, column {column}{f' {shorten(name)!r}' if name else ''}: "
            f"{f'{found!r} is not an observation' if found else 'the cell is empty'}; "
            f"allowed are {one} and {zero}{more}"
        )


def read_column(
    path: str, texts: Iterable[str], preview: TablePreview, index: int | None
) -> Reading:
    """Read column ``index`` (from 0) of a table given as blocks of text; None: all cells.

    Raises:
        CellError: if a cell is no outcome, or one of another kind than the first.
        FileError: "empty", "too_many", or "table" for what the csv module refuses.
    """
    return _ColumnReader(path, line_blocks(path, texts), preview, index).read()


class _ColumnReader:
    def __init__(
        self, path: str, blocks: Iterator[str], preview: TablePreview, index: int | None
    ) -> None:
        self._path, self._blocks, self._preview, self._index = path, blocks, preview, index
        self._builder = ObservationsBuilder()
        self._line = 0  # lines that are done
        self._in_header = preview.has_header
        self._kind: tuple[Words | None] | None = None  # known from the first outcome on
        self._keys: dict[int, int] = {}  # short cells that are outcomes, and which
        self._count = 0
        self._first: tuple[int, int, str] | None = None
        self._in_row = False

    def read(self) -> Reading:
        for block in self._blocks:
            rest = block
            while rest:
                # A block is read at once if it is regular; the first rows, and irregular blocks,
                # row by row.
                rest = "" if self._read_regular(rest) else self._read_rows(rest)
        words = self._kind[0] if self._kind else None
        if self._first is not None:
            line, column, found = self._first
            raise CellError(
                line,
                column,
                self._preview.names[column - 1] if column <= len(self._preview.names) else "",
                shorten(found),
                self._count,
                self._path,
                (words.one, words.zero) if words else None,
            )
        if not self._builder.n:
            raise FileError(self._path, "empty")
        return Reading(self._builder.finish(), words)

    # Row by row ----------------------------------------------------------------------------------

    def _read_rows(self, block: str) -> str:
        """Read a block with the csv module; return what is left once it is known how to go on."""
        lines = io.StringIO(block)
        start = self._line
        reader = csv.reader(self._lines(lines), delimiter=self._preview.csv_delimiter)
        values = bytearray()
        while True:
            line = self._line + 1
            try:
                row = next(reader, None)
            except csv.Error as error:
                raise FileError(self._path, "table", f"line {line}: {error}") from None
            if row is None:
                self._add(np.frombuffer(values, np.uint8))
                return ""
            self._in_row = False
            self._line = start + reader.line_num
            if not any(map(str.strip, row)):
                continue
            if self._in_header:
                self._in_header = False
                return self._rest.read()
            kind = self._kind
            self._read_row(row, line, values)
            if self._kind != kind:
                self._add(np.frombuffer(values, np.uint8))
                return self._rest.read()

    def _lines(self, lines: io.StringIO) -> Iterator[str]:
        """Yield the lines of a block, and of those after it that a quoted cell reaches into."""
        self._rest = lines
        length = 0
        while True:
            for line in iter(self._rest.readline, ""):
                length = len(line) + (length if self._in_row else 0)
                if length > file_source.LONGEST_ROW:
                    raise too_long(self._path)
                self._in_row = True
                yield line
            block = next(self._blocks, None) if self._in_row else None
            if block is None:
                return
            self._rest = io.StringIO(block)

    def _read_row(self, row: list[str], line: int, values: bytearray) -> None:
        if self._index is None:
            cells = row + [""] * (len(self._preview.names) - len(row))
            column = 1
        else:
            cells = row[self._index : self._index + 1] or [""]
            column = self._index + 1
        for place, cell in enumerate(cells, column):
            code = self._code(cell)
            if code >= _BAD:
                self._note(line, place, cell, 1)
            else:
                values.append(code)

    def _code(self, cell: str) -> int:
        said = outcome(cell)
        if said is None:
            return _BAD if cell.strip() else _BLANK
        words, value = said
        if self._kind is None:
            self._kind = (words,)
        return value if self._kind == (words,) else _BAD

    def _note(self, line: int, column: int, found: str, count: int) -> None:
        self._count += count
        if self._first is None:
            self._first = line, column, found.strip()

    def _add(self, values: Bits) -> None:
        if self._first is None:
            add_values(self._path, self._builder, values)

    # A block at once -----------------------------------------------------------------------------

    def _read_regular(self, block: str) -> bool:
        """Read a block whose rows are all as wide as the table and have no quotes, if it is one."""
        # NUL is for the csv module to judge, which takes it from Python 3.11 on.
        if self._in_header or '"' in block or "\0" in block:
            return False
        data = block.encode()
        width = len(self._preview.names)
        # Room behind the end, so that eight bytes can be taken from anywhere.
        letters = np.frombuffer(data + bytes(8), np.uint8)
        ends = np.flatnonzero(
            (letters[:-8] == ord("\n")) | (letters[:-8] == ord(self._preview.csv_delimiter))
        )
        starts = np.concatenate(([0], ends[:-1] + 1))
        lengths = ends - starts
        if lengths.max() > csv.field_size_limit():
            return False
        at_line_end = letters[ends] == ord("\n")
        empty_line = (lengths == 0) & at_line_end
        empty_line[1:] &= at_line_end[:-1]
        if empty_line.any():
            starts, lengths = starts[~empty_line], lengths[~empty_line]
            at_line_end = at_line_end[~empty_line]
        if starts.size % width:
            return False
        rows = at_line_end.reshape(-1, width)
        if not rows[:, -1].all() or rows[:, :-1].any():
            return False
        if starts.size and not self._read_cells(
            letters, data, starts.reshape(-1, width), lengths.reshape(-1, width)
        ):
            return False
        self._line += data.count(b"\n")
        return True

    def _read_cells(
        self, letters: Bits, data: bytes, starts: NDArray[np.intp], lengths: NDArray[np.intp]
    ) -> bool:
        """Read the cells of regular rows, given as (row, column), if they need no closer look."""
        kind = self._kind
        chosen = slice(None) if self._index is None else slice(self._index, self._index + 1)
        codes = self._codes(letters, data, starts[:, chosen].ravel(), lengths[:, chosen].ravel())
        if self._kind != kind:
            # The first outcome says of which kind the others must be; it was not looked for.
            self._kind = kind
            self._keys.clear()
            return False
        codes = codes.reshape(len(starts), -1)
        blank = (codes == _BLANK).any(axis=1)
        if blank.any():
            # Rows that are blank as a whole are left out. Of what is no letter, only the csv
            # module's way knows whether it is blank.
            empty = ~lengths.any(axis=1)
            solid = ((lengths > 0) & (letters[starts] - np.uint8(0x21) < 0x5E)).any(axis=1)
            if (blank & ~empty & ~solid).any():
                return False
            starts, lengths, codes = starts[~empty], lengths[~empty], codes[~empty]
        bad = np.argwhere(codes >= _BAD)
        if len(bad):
            row, place = bad[0].tolist()
            column = place + (self._index or 0)
            start, length = starts[row, column], lengths[row, column]
            line = self._line + data.count(b"\n", 0, start) + 1
            self._note(line, column + 1, data[start : start + length].decode(), len(bad))
        self._add(codes.ravel())
        return True

    def _codes(
        self, letters: Bits, data: bytes, starts: NDArray[np.intp], lengths: NDArray[np.intp]
    ) -> Bits:
        """Return what each cell is."""
        if self._kind == (None,) and lengths.max() == 1 == lengths.min():
            digits: Bits = letters[starts] - np.uint8(ord("0"))
            if digits.max() <= 1:
                return digits
        codes = np.full(starts.size, _UNKNOWN, np.uint8)
        for i in np.flatnonzero(lengths > _KEY_BYTES).tolist():
            codes[i] = self._code(data[starts[i] : starts[i] + lengths[i]].decode())
        # The cells that are left become numbers: their bytes, none of which is NUL.
        eights = np.ndarray((len(data),), "<u8", letters, strides=(1,))
        short = np.minimum(lengths, _KEY_BYTES)
        keys: NDArray[Any] = eights[starts] & _MASKS[short]
        for key, code in self._keys.items():
            codes[(keys == key) & (codes == _UNKNOWN)] = code
        left = np.flatnonzero(codes == _UNKNOWN)
        if left.size:
            distinct, first, which = np.unique(keys[left], return_index=True, return_inverse=True)
            found = np.empty(distinct.size, np.uint8)
            for i, at in enumerate(left[first].tolist()):
                found[i] = self._code(data[starts[at] : starts[at] + lengths[at]].decode())
                if found[i] < _BAD:
                    self._keys[int(distinct[i])] = int(found[i])
            codes[left] = found[which]
        return codes
