"""Packed bits out of what the outside has: arrays of zeros and ones, or bytes packed already."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from core import _arguments, _bit_chunks
from core._bit_chunks import Bits, Chunk, PackedBits


def from_values(array: NDArray[Any]) -> PackedBits:
    """Pack an array, a chunk at a time, so that no copy of it is made.

    Raises:
        ValueError: unless it is flat and its values are the whole numbers 0 and 1.
    """
    # An empty list is an array of floats.
    if array.size and (array.ndim != 1 or array.dtype.kind not in "biu"):
        raise ValueError(
            "observations must be a flat sequence of the whole numbers 0 and 1, "
            f"got {_arguments.shown(array)}"
        )
    chunks = []
    for start in range(0, array.size, _bit_chunks.CHUNK):
        block = array[start : start + _bit_chunks.CHUNK]
        if block.min() < 0 or block.max() > 1:
            place = int(np.argmax((block != 0) & (block != 1)))
            raise ValueError(f"observation {start + place} must be 0 or 1, got {block[place]}")
        chunks.append(Chunk.of(block))
    return PackedBits(chunks)


def from_packed(packed: Any, n: int) -> PackedBits:
    """Copy n bits in the order of np.packbits out of bytes.

    Raises:
        ValueError: if these are no bytes, or not just the bytes of n bits and zeros behind them.
    """
    try:
        data = np.frombuffer(packed, np.uint8)
    except (TypeError, BufferError):
        raise ValueError(f"packed must be bytes, got {_arguments.shown(packed)}") from None
    if data.size != (n + 7) // 8:
        raise ValueError(f"{n} observations are packed in {(n + 7) // 8} bytes, got {data.size}")
    if n % 8 and data[-1] & 0xFF >> n % 8:
        raise ValueError(f"the bits behind the last of {n} observations must be zeros")
    chunks = []
    for i in range(0, n, _bit_chunks.CHUNK):
        j = min(i + _bit_chunks.CHUNK, n)
        piece = data[i >> 3 : (j + 7) >> 3].tobytes()
        # Chunks need not begin with a byte of their own.
        chunks.append(Chunk(piece, 8 * len(piece)).cut(i & 7, (i & 7) + j - i))
    return PackedBits(chunks)


class Packer:
    """Bits that come in arrays of any length.

    Attributes:
        n: number of bits so far.
    """

    def __init__(self) -> None:
        self.n = 0
        self._chunks: list[Chunk] = []
        self._waiting: Bits = np.empty(_bit_chunks.CHUNK, np.uint8)

    def add(self, bits: Bits) -> None:
        """Add a flat array of zeros and ones."""
        while bits.size:
            filled = self.n % self._waiting.size
            taken = bits[: self._waiting.size - filled]
            self._waiting[filled : filled + taken.size] = taken
            self.n += taken.size
            if filled + taken.size == self._waiting.size:
                self._chunks.append(Chunk.of(self._waiting))
            bits = bits[taken.size :]

    def finish(self) -> PackedBits:
        """Return all that were added; more can be added for the next time."""
        rest = self._waiting[: self.n % self._waiting.size]
        return PackedBits((*self._chunks, Chunk.of(rest)) if rest.size else self._chunks)
