"""NumPy's .npy files: whole numbers or truth values, 0 and 1."""

import io
import math
import warnings
from typing import Any

import numpy as np
from numpy.lib import format as npy_format

from core import observations
from core.file_errors import FileError
from core.file_source import ByteSource, add_values
from core.observations import Observations, ObservationsBuilder

MAGIC: bytes = b"\x93NUMPY"
"""What such a file begins with."""

_HEADER_BYTES = 2**14


class NpyValueError(ValueError):
    """An array with values that are neither 0 nor 1.

    Attributes:
        path: the file.
        index: where the first of them is, from 1.
        value: what it is.
        count: how many there are.
    """

    def __init__(self, path: str, index: int, value: int, count: int) -> None:
        """Keep the place and put it into words."""
        self.path, self.index, self.value, self.count = path, index, value, count
        more = f"; {count} values are wrong in all" if count > 1 else ""
        super().__init__(
            f"{path!r}, value {index}: {value} is not an observation; allowed are 0 and 1{more}"
        )


def read_npy(source: ByteSource) -> Observations:
    """Read an array of truth values or whole numbers, flat or with one dimension that is not 1.

    Its header is believed only as far as the file is long, and nothing in it is run.

    Raises:
        FileError: if it is not such an array, is not there in full or has more values than
            `MAX_SEQUENCE`.
        NpyValueError: if a value is neither 0 nor 1.
    """
    shape, dtype, start = _header(source)
    if dtype.kind not in "biu":
        raise FileError(source.path, "npy_type", _one_line(str(dtype)))
    if sum(length != 1 for length in shape) > 1:
        raise FileError(source.path, "npy_shape", _one_line(str(shape)))
    n = math.prod(shape)
    if n * dtype.itemsize > source.size - start:
        raise FileError(source.path, "npy_truncated")
    if n > observations.MAX_SEQUENCE:
        raise FileError(source.path, "too_many", str(observations.MAX_SEQUENCE))
    return _values(source, start, n, dtype)


def _header(source: ByteSource) -> tuple[tuple[int, ...], np.dtype[Any], int]:
    # NumPy refuses longer headers than this, but only after it has read what they say they have.
    file = io.BytesIO(source.head(_HEADER_BYTES))
    try:
        # NumPy warns of what it can only just read; what it can read is right.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            version = npy_format.read_magic(file)
            read = {
                (1, 0): npy_format.read_array_header_1_0,
                (2, 0): npy_format.read_array_header_2_0,
            }[version]
            shape, _fortran_order, dtype = read(file)
        end = file.tell()
    except Exception:  # noqa: BLE001 - a header is read as Python, and may raise anything
        raise FileError(source.path, "npy_damaged") from None
    if min(shape, default=0) < 0:
        raise FileError(source.path, "npy_damaged")
    return shape, dtype, end


def _values(source: ByteSource, start: int, n: int, dtype: np.dtype[Any]) -> Observations:
    # A truth value is a byte, which a damaged file may have put to more than 1.
    plain = np.dtype(np.uint8) if dtype.kind == "b" else dtype
    builder = ObservationsBuilder()
    seen = count = 0
    first: tuple[int, int] | None = None
    for block in source.blocks(start, start + n * dtype.itemsize, dtype.itemsize):
        values = np.frombuffer(block, plain, len(block) // dtype.itemsize)
        wrong = (values != 0) & (values != 1)
        if wrong.any():
            if first is None:
                at = int(np.argmax(wrong))
                first = (seen + at + 1, int(values[at]))
            count += int(np.count_nonzero(wrong))
        elif first is None:
            add_values(source.path, builder, values.astype(np.uint8))
        seen += values.size
    if first is not None:
        raise NpyValueError(source.path, *first, count)
    return builder.finish()


def _one_line(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"
