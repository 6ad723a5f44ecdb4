"""Observations from and to packed bytes, and from arrays that come one after the other."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core import _bit_chunks
from core.observations import Observations, ObservationsBuilder

EXAMPLES = settings(max_examples=200, deadline=None, derandomize=True)
bits = st.lists(st.integers(0, 1), max_size=30)
C = _bit_chunks.CHUNK


def test_the_wrong_value_is_named_with_its_place_in_a_later_chunk():
    values = np.zeros(C + 10, np.int16)
    values[C + 3] = -2
    with pytest.raises(ValueError, match=f"observation {C + 3} must be 0 or 1, got -2"):
        Observations(values)


@EXAMPLES
@given(bits, st.sampled_from([3, 8, 11, 2**18]), st.sampled_from([8, 16, 24, 800]))
def test_packed_as_numpy_packs(values, chunk, block):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_bit_chunks, "CHUNK", chunk)
        packed = np.packbits(np.array(values, np.uint8)).tobytes()
        for wrap in (bytes, bytearray, memoryview, lambda data: np.frombuffer(data, np.uint8)):
            made = Observations.from_packed(wrap(packed), len(values))
            assert made == Observations(values)
        for stored in (made, Observations(values[::-1]).reverse(), made.invert().invert(0)):
            blocks = list(stored.packed_blocks(block))
            assert b"".join(blocks) == packed
            assert all(len(data) == block // 8 for data in blocks[:-1])
        assert b"".join(made.invert().packed_blocks(block)) == (
            np.packbits(1 - np.array(values, np.uint8)).tobytes()
        )


@pytest.mark.parametrize(
    ("packed", "n", "message"),
    [
        (b"\x80", 9, "9 observations are packed in 2 bytes, got 1"),
        (b"\x80", 0, "0 observations are packed in 0 bytes, got 1"),
        (b"", 1, "1 observations are packed in 1 bytes, got 0"),
        (b"\x81", 7, "bits behind the last of 7 observations must be zeros"),
        (b"\x00\x40", 9, "bits behind the last of 9 observations must be zeros"),
        ("1", 8, "packed must be bytes, got '1'"),
        (None, 8, "packed must be bytes, got None"),
        (memoryview(b"\x80\x80\x80")[::2], 16, "contiguous|packed must be bytes"),
        (b"", -1, "n must be"),
    ],
)
def test_packed_bytes_that_do_not_fit_are_refused(packed, n, message):
    with pytest.raises(ValueError, match=message):
        Observations.from_packed(packed, n)


def test_packed_bytes_are_copied():
    data = bytearray(b"\x80")
    made = Observations.from_packed(data, 8)
    data[0] = 0
    assert made.text() == "10000000"


@EXAMPLES
@given(st.lists(bits, max_size=6), st.integers(1, 12))
def test_built_from_arrays_of_any_length(parts, chunk):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_bit_chunks, "CHUNK", chunk)
        builder, so_far = ObservationsBuilder(), []
        for part in parts:
            array = np.array(part, np.uint8)
            builder.add(array)
            array[:] = 0
            so_far += part
            assert builder.n == len(so_far)
            assert builder.finish() == Observations(so_far)
        assert len(builder.finish()._bits.chunks) == -(-len(so_far) // chunk)
