"""Files as blocks: of bytes, and of text in whatever encoding it is written."""

import codecs
import io
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from core import file_errors, observations
from core._bit_chunks import Bits
from core.file_errors import FileError
from core.observations import ObservationsBuilder
from core.progress import Progress

BLOCK_BYTES = 2**22
"""How much is read at once: 4 MiB."""

LONGEST_ROW = 2**26
"""The longest row of a table that is read, in characters, and the longest line."""

_PIECE = 2**20  # characters of lines at once: work on tables takes many times their size

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class EncodingError(Exception):
    """The bytes are not text in the encoding that was tried; never leaves the core."""


class ByteSource:
    """The bytes of an open file, which may be gone through several times."""

    def __init__(self, path: str, file: BinaryIO, size: int, progress: Progress) -> None:
        """Read the first ``size`` bytes of the file, and no more if it grows."""
        self.path, self.size = path, size
        self._file, self._progress = file, progress
        self._share = 0.0

    def head(self, count: int = 4096) -> bytes:
        """Return the first bytes, 4 KiB of them."""
        self._seek(0)
        return self.read(min(count, self.size))

    def blocks(self, start: int = 0, end: int | None = None, step: int = 1) -> Iterator[bytes]:
        """Go through the bytes from ``start`` to ``end``, in blocks of a multiple of ``step``."""
        self._seek(start)
        place, end = start, self.size if end is None else end
        length = max(BLOCK_BYTES // step, 1) * step
        while place < end:
            block = self.read(min(length, end - place))
            if not block:  # it has been cut short in the meantime
                raise FileError(self.path, "unreadable")
            yield block
            place += len(block)
            # A second pass does not take back what the first one told.
            self._share = max(self._share, place / self.size)
            self._progress(self._share)

    def read(self, count: int) -> bytes:
        """Read from where the file is."""
        try:
            return self._file.read(count)
        except OSError:
            raise FileError(self.path, "unreadable") from None

    def _seek(self, place: int) -> None:
        try:
            self._file.seek(place)
        except OSError:
            raise FileError(self.path, "unreadable") from None


class TextSource:
    """The text of a file in one encoding, which may be gone through several times."""

    def __init__(self, source: ByteSource, encoding: str, start: int) -> None:
        """Decode the bytes from ``start`` on."""
        self.path = source.path
        self._source, self._encoding, self._start = source, encoding, start

    def blocks(self) -> Iterator[str]:
        """Go through the text; no block ends between a carriage return and its line feed.

        Raises:
            EncodingError: if the bytes are no text in this encoding.
        """
        decoder = codecs.getincrementaldecoder(self._encoding)()
        held = ""
        for block in self._source.blocks(self._start):
            text = held + self._decode(decoder, block)
            held = "\r" if text.endswith("\r") else ""
            yield text[:-1] if held else text
        yield held + self._decode(decoder, b"", final=True)

    def _decode(
        self, decoder: codecs.IncrementalDecoder, block: bytes, *, final: bool = False
    ) -> str:
        try:
            return decoder.decode(block, final)
        except UnicodeDecodeError:
            raise EncodingError from None


@contextmanager
def open_source(path: str | os.PathLike[str], progress: Progress) -> Iterator[ByteSource]:
    """Open a file, or take in what comes out of a pipe.

    Raises:
        FileError: for what is neither, for what is too large, and for what the system refuses.
    """
    name = os.fspath(path)
    with _open(name) as file:
        # What was opened is what counts, should another file have come in its place.
        status = os.fstat(file.fileno())
        _check(name, status)
        if stat.S_ISFIFO(status.st_mode):
            content = _drain(name, file, progress)
            yield ByteSource(name, io.BytesIO(content), len(content), progress)
        else:
            yield ByteSource(name, file, status.st_size, progress)


def _open(name: str) -> BinaryIO:
    try:
        # Before it is opened: to open a device may already set something going.
        _check(name, Path(name).stat())
        return Path(name).open("rb")
    except (FileNotFoundError, NotADirectoryError):
        raise FileError(name, "missing") from None
    except PermissionError:
        raise FileError(name, "permission") from None
    except FileError:
        raise
    except (OSError, ValueError):
        raise FileError(name, "unreadable") from None


def _check(name: str, status: os.stat_result) -> None:
    mode = status.st_mode
    if stat.S_ISDIR(mode):
        raise FileError(name, "directory")
    if stat.S_ISREG(mode):
        if status.st_size > file_errors.MAX_FILE_BYTES:
            raise FileError(name, "too_large", f"{file_errors.MAX_FILE_BYTES // 2**30} GiB")
    elif not stat.S_ISFIFO(mode):
        raise FileError(name, "not_regular", "socket" if stat.S_ISSOCK(mode) else "device")


def _drain(name: str, file: BinaryIO, progress: Progress) -> bytes:
    pipe = ByteSource(name, file, 0, progress)
    parts: list[bytes] = []
    room = file_errors.MAX_PIPE_BYTES + 1
    while room and (part := pipe.read(min(room, 2**16))):
        parts.append(part)
        room -= len(part)
        progress(0.0)
    if not room:
        raise FileError(name, "too_large", f"{file_errors.MAX_PIPE_BYTES // 2**20} MiB")
    return b"".join(parts)


def encodings(head: bytes) -> list[tuple[str, int]]:
    """Return the encodings to try for a text that begins so, and where it begins in each."""
    for bom, encoding in _BOMS:
        if head.startswith(bom):
            return [(encoding, len(bom))]
    found = [("utf-8", 0), ("cp949", 0)]
    wide = _wide_encoding(head)
    return [(wide, 0), *found] if wide else found


def _wide_encoding(head: bytes) -> str | None:
    """Return which UTF-16 it is whose every other byte is NUL, mostly; it has Latin in it."""
    for encoding, high, low in (
        ("utf-16-le", head[1::2], head[::2]),
        ("utf-16-be", head[::2], head[1::2]),
    ):
        if 4 * high.count(0) >= len(high) > 0 and 0 not in low:
            return encoding
    return None


def line_blocks(path: str, texts: Iterable[str]) -> Iterator[str]:
    """Cut blocks of text at the ends of lines, which are line feeds afterwards.

    Raises:
        FileError: if a line is longer than `LONGEST_ROW`.
    """
    parts: list[str] = []
    length = 0
    for text in texts:
        plain = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        for start in range(0, len(plain), _PIECE):
            piece = plain[start : start + _PIECE]
            end = piece.rfind("\n") + 1
            if end:
                yield "".join((*parts, piece[:end]))
                parts, length = [], 0
            parts.append(piece[end:])
            length += len(piece) - end
            if length > LONGEST_ROW:
                raise too_long(path)
    if length:
        yield "".join((*parts, "\n"))


def too_long(path: str) -> FileError:
    """Return the error for a row that is not worth the memory."""
    return FileError(path, "table", f"a row is longer than {LONGEST_ROW} characters")


def add_values(path: str, builder: ObservationsBuilder, values: Bits) -> None:
    """Add zeros and ones that come from a file.

    Raises:
        FileError: if there are more than `MAX_SEQUENCE` with them.
    """
    if builder.n + values.size > observations.MAX_SEQUENCE:
        raise FileError(path, "too_many", str(observations.MAX_SEQUENCE))
    builder.add(values)
