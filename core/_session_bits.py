"""Packed bits in a session file: base64 in blocks, so that it is told and can be stopped."""

import binascii
from collections.abc import Iterable

from core.progress import Progress, nobody
from core.session_document import SessionError

BLOCK_BYTES = 3 * 2**16
"""So many bytes at once: a multiple of three, which is whole in base64, and of eight."""


class Tally:
    """Counts the characters of base64 that are done, of all that there are, and tells the share."""

    def __init__(self, total: int, progress: Progress = nobody) -> None:
        self.done = 0
        self._total, self._progress = total, progress

    def add(self, count: int) -> None:
        """So many more are done."""
        self.done += count
        self._total = max(self._total, self.done)  # not all was counted: strings with escapes
        self._progress(self.done / self._total)


def length(size: int) -> int:
    """How many characters so many bytes have in base64."""
    return -(-size // 3) * 4


def written(blocks: Iterable[bytes], tally: Tally) -> list[bytes]:
    """Bytes in base64, in pieces; each block but the last has `BLOCK_BYTES`."""
    pieces = []
    for block in blocks:
        pieces.append(binascii.b2a_base64(block, newline=False))
        tally.add(len(pieces[-1]))
    return pieces


def read(text: memoryview, size: int, field: str, tally: Tally) -> bytearray:
    """Read so many bytes from as many characters as they have.

    Args:
        text: the characters, `length(size)` of them.
        size: the number of bytes.
        field: what the text is called in the file.
        tally: is told.

    Raises:
        SessionError: "field", if the text is not base64 as `written` writes it.
    """
    data = bytearray(size)
    step = length(BLOCK_BYTES)
    for i in range(0, len(text), step):
        piece = bytes(text[i : i + step])
        j = i // 4 * 3
        room = min(BLOCK_BYTES, size - j)
        data[j : j + room] = _decoded(piece, room, field)
        tally.add(len(piece))
    return data


def _decoded(piece: bytes, size: int, field: str) -> bytes:
    try:
        block = binascii.a2b_base64(piece)
    except binascii.Error:
        block = b""
    # It skips what is not base64 and then gives fewer bytes; what remains is padding. Written
    # again it is the same only if there is just as much of that as there must be.
    last = size % 3 or 3
    if len(block) != size or binascii.b2a_base64(block[-last:], newline=False) != piece[-4:]:
        raise SessionError(
            "field",
            field=field,
            found="a string with other characters",
            allowed="a string in base64",
        )
    return block
