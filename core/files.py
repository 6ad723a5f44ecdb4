"""Files to observations: plain text, words, tables and NumPy's arrays."""

import csv
import itertools
import os
import re
import stat
from contextlib import suppress
from pathlib import Path

from core.file_errors import FileError
from core.file_source import EncodingError, TextSource, add_values, encodings, open_source
from core.npy_file import MAGIC, read_npy
from core.observations import ObservationsBuilder
from core.parsing import digit_values
from core.progress import Progress, nobody
from core.table_columns import read_column
from core.tables import (
    ALL_CELLS,
    PREVIEW_CHARS,
    Column,
    ColumnError,
    ColumnNeeded,
    TablePreview,
    column_index,
    preview_table,
)
from core.words import Reading, WordReader, WordScan, outcome

_LINE_END = re.compile("[\r\n]")
_TAB_ENDINGS = (".tsv", ".tab")
_TABLE_ENDINGS = (".csv", *_TAB_ENDINGS)


def read_file(
    path: str | os.PathLike[str], column: Column | None = None, progress: Progress = nobody
) -> Reading:
    """Read the observations in a file, or what comes out of a pipe.

    Text may be in UTF-8, UTF-16 or CP949, with any line ends: zeros and ones or words, as
    `parse_text` has them, or a table. A file is a table if it ends in .csv, .tsv or .tab and has
    more than one line, or if its text is no sequence and its first lines have the same number of
    cells, at least two; or if a column is asked for. A .npy file is what `read_npy` takes.

    At most `MAX_FILE_BYTES` (4 GiB; 64 MiB from a pipe) with `MAX_SEQUENCE` observations are read,
    in blocks, so that no more memory is taken than for the observations.

    Args:
        path: the file.
        column: of a table, a header's name or a number from 1 (as text, too), or `ALL_CELLS`.
        progress: is told the share that is read; what it raises ends the reading.

    Raises:
        FileError: if the file cannot be read, is no text, or has none or too many observations.
        SequenceError: at the first place in a text that does not fit.
        ColumnNeeded: if it is a table with several columns, and none is asked for.
        ColumnError: if it has no such column.
        CellError: at the first cell that is no observation.
        NpyValueError: at the first value of an array that is neither 0 nor 1.
    """
    with open_source(path, progress) as source:
        head = source.head()
        ending = Path(source.path).suffix.lower()
        if head.startswith(MAGIC) or ending == ".npy":
            if column is not None and column is not ALL_CELLS:
                raise ColumnError(source.path, column, "no_table", ())
            return _filled(source.path, Reading(read_npy(source)))
        if ending == ".json" or _begins_as_session(head):
            raise FileError(source.path, "session")
        for encoding, start in encodings(head):
            with suppress(EncodingError):
                return _read_text(TextSource(source, encoding, start), ending, column)
        raise FileError(source.path, "encoding")


def is_session(path: str | os.PathLike[str]) -> bool:
    """Whether a file is a session of this program: ends in .json, or begins with {.

    Only the first bytes of a file are looked at, and none of a pipe. False for what cannot be
    read.
    """
    file = Path(path)
    if file.suffix.lower() == ".json":
        return True
    try:
        if not stat.S_ISREG(file.stat().st_mode):
            return False
        with file.open("rb") as opened:
            return _begins_as_session(opened.read(4096))
    except (OSError, ValueError):
        return False


def _begins_as_session(head: bytes) -> bool:
    encoding, start = encodings(head)[0]
    return head[start:].decode(encoding, "ignore").lstrip().startswith("{")


def _read_text(source: TextSource, ending: str, column: Column | None) -> Reading:
    named = ending in _TABLE_ENDINGS
    sample, whole = _sample(source)
    has_rows = _LINE_END.search(sample.strip()) is not None
    preview = None
    if column is not None or (named and has_rows):
        try:
            preview = preview_table(sample, whole=whole, tabs_first=ending in _TAB_ENDINGS)
        except csv.Error as error:
            raise FileError(source.path, "table", str(error)) from None
        if preview is None and column is not None:
            # All blank: the end of a file, or more of it than anybody looks through for a table.
            raise FileError(source.path, *(["empty"] if whole else ["table", "no row in sight"]))
        if preview and (column is not None or _is_table(preview)):
            return _read_table(source, preview, column)
    reader = WordReader()
    reading = _read_digits(source) or _read_words(source, reader)
    if reading is not None:
        return _filled(source.path, reading)
    if named:
        # A single column with a mistake in its first rows, or a text that only ends in .csv.
        is_table = preview is not None and _begins_as_column(preview)
    elif has_rows:
        with suppress(csv.Error):
            preview = preview_table(sample, whole=whole)
        is_table = preview is not None and _looks_like_table(preview)
    else:
        is_table = False
    if preview is not None and is_table:
        return _read_table(source, preview, column)
    raise _sequence_error(source, reader)


def _filled(path: str, reading: Reading) -> Reading:
    if not reading.observations.n:
        raise FileError(path, "empty")
    return reading


# Sequences -----------------------------------------------------------------------------------


def _read_digits(source: TextSource) -> Reading | None:
    builder = ObservationsBuilder()
    for text in source.blocks():
        values = digit_values(text)
        if values is None:
            return None
        add_values(source.path, builder, values)
    return Reading(builder.finish())


def _read_words(source: TextSource, reader: WordReader) -> Reading | None:
    builder = ObservationsBuilder()
    for text in itertools.chain(source.blocks(), [None]):
        values = reader.feed(text or "", last=text is None)
        if values is None:
            return None
        add_values(source.path, builder, values)
    return Reading(builder.finish(), reader.words)


def _sequence_error(source: TextSource, reader: WordReader) -> ValueError:
    scan = WordScan(reader.words)
    for text in source.blocks():
        scan.feed(text)
    scan.feed("", last=True)
    # Nothing is wrong any more if the file has been changed in between.
    return scan.error(source.path) or FileError(source.path, "unreadable")


# Tables --------------------------------------------------------------------------------------


def _read_table(source: TextSource, preview: TablePreview, column: Column | None) -> Reading:
    if column is ALL_CELLS:
        index = None
    elif column is not None:
        index = column_index(source.path, preview, column)
    elif len(preview.names) == 1:
        index = 0
    else:
        raise ColumnNeeded(source.path, preview)
    return read_column(source.path, source.blocks(), preview, index)


def _sample(source: TextSource) -> tuple[str, bool]:
    """Return the beginning of a text, and whether it is all of it."""
    text = ""
    for block in source.blocks():
        text += block
        if len(text) > PREVIEW_CHARS:
            return text[:PREVIEW_CHARS], False
    return text, True


def _lines(preview: TablePreview) -> int:
    return preview.has_header + len(preview.rows)


def _is_table(preview: TablePreview) -> bool:
    """Whether a file with a table's name is one, before its text is tried as a sequence."""
    return _lines(preview) > 1 and (len(preview.names) > 1 or preview.usable[0])


def _begins_as_column(preview: TablePreview) -> bool:
    return preview.has_header or outcome(preview.rows[0][0]) is not None


def _looks_like_table(preview: TablePreview) -> bool:
    """Whether text that is no sequence is a table: it has columns, and other things than 0 and 1.

    Rows of zeros and ones are a sequence with a mistake further on, which is to be shown.
    """
    return (
        _lines(preview) > 1
        and len(preview.names) > 1
        and preview.even
        and (preview.has_header or not preview.all_cells)
    )
