"""Moving pictures as APNG files, each frame exact.

Pillow's own files repeat all of a changed rectangle, which makes a sweep five times as large.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable

import numpy as np

from gui.figures.moving_frames import Pixels, patches


def apng(stills: Iterable[tuple[Pixels, int]], loops: int, comment: str) -> bytes:
    """The file of frames with their durations; the rest is as in `moving_files.encode`."""
    head, chunks, number = b"", [], 0
    for number, patch in enumerate(patches(stills, 1)):
        height, width = patch.pixels.shape[:2]
        if not number:
            head = _chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0))
        place = struct.pack(">IIII", width, height, patch.left, patch.top)
        shown = struct.pack(">HHBB", patch.duration, 1000, 0, patch.over)
        # Flat figures are smaller without PNG's filters: each row begins with a 0 for none.
        rows = np.zeros((height, 1 + 4 * width), np.uint8)
        rows[:, 1:] = patch.pixels.reshape(height, -1)
        data = zlib.compress(rows.tobytes(), 6)
        # Both kinds are numbered in one row, but the first frame's data is that of a still PNG.
        chunks.append(_chunk(b"fcTL", struct.pack(">I", max(0, 2 * number - 1)) + place + shown))
        chunks.append(
            _chunk(b"fdAT", struct.pack(">I", 2 * number) + data)
            if number
            else _chunk(b"IDAT", data)
        )
    control = _chunk(b"acTL", struct.pack(">II", number + 1, loops))
    # Neither compressed, nor in a language, nor its key translated.
    text = _chunk(b"iTXt", b"Comment\0\0\0\0\0" + comment.encode())
    return b"\x89PNG\r\n\x1a\n" + head + control + text + b"".join(chunks) + _chunk(b"IEND", b"")


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
