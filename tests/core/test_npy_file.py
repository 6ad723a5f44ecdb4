"""NumPy's files: what is read, and that nothing in a header is believed or run."""

import io
import pickle
import struct

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core import file_source, observations
from core.file_errors import FileError
from core.files import read_file
from core.npy_file import NpyValueError
from core.tables import ALL_CELLS, ColumnError

FEW = settings(
    max_examples=250,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
TYPES = [
    "?",
    "i1",
    "u1",
    *(order + kind + size for order in "<>" for kind in "iu" for size in "248"),
]
ONES = [1, 0, 0, 1, 1, 1, 0]


@pytest.fixture(params=[8, 2**22], autouse=True)
def _block(request, monkeypatch):
    monkeypatch.setattr(file_source, "BLOCK_BYTES", request.param)


def npy(array, version=None):
    file = io.BytesIO()
    np.lib.format.write_array(file, array, version, allow_pickle=True)
    return file.getvalue()


def with_header(header, body=b"\0\1", version=(1, 0)):
    text = header.encode("latin-1")
    length = struct.pack("<H" if version == (1, 0) else "<I", len(text))
    return b"\x93NUMPY" + bytes(version) + length + text + body


def refused(path):
    with pytest.raises(FileError) as caught:
        read_file(path)
    assert str(caught.value).isprintable()
    return caught.value.reason, caught.value.detail


@pytest.mark.parametrize("dtype", TYPES)
def test_truth_values_and_whole_numbers_of_any_size_and_byte_order(tmp_path, dtype):
    path = tmp_path / "data.npy"
    for version in ((1, 0), (2, 0)):
        path.write_bytes(npy(np.array(ONES, dtype), version))
        reading = read_file(path)
        assert reading.observations.text() == "1001110"
        assert reading.words is None
    assert read_file(path, ALL_CELLS) == reading


@pytest.mark.parametrize("shape", [(7,), (7, 1), (1, 7), (1, 1, 7, 1)])
@pytest.mark.parametrize("order", ["C", "F"])
def test_rows_and_columns(tmp_path, shape, order):
    path = tmp_path / "data.npy"
    np.save(path, np.array(ONES).reshape(shape, order=order))
    assert read_file(path).observations.text() == "1001110"


def test_a_single_value(tmp_path):
    path = tmp_path / "data.npy"
    for shape in ((), (1,), (1, 1)):
        np.save(path, np.ones(shape, bool))
        assert read_file(path).observations.text() == "1"


def test_magic_or_ending_makes_it_one(tmp_path):
    path = tmp_path / "data.txt"
    path.write_bytes(npy(np.array(ONES)))
    assert read_file(path).observations.n == 7
    path = tmp_path / "data.NPY"
    path.write_bytes(b"0101")
    assert refused(path) == ("npy_damaged", "")
    path.write_bytes(b"")
    assert refused(path) == ("npy_damaged", "")


@pytest.mark.parametrize(
    ("array", "reason", "detail"),
    [
        (np.array([0.0, 1.0]), "npy_type", "float64"),
        (np.array(["0", "1"]), "npy_type", "<U1"),
        (np.array([0, None]), "npy_type", "object"),
        (np.array([0j]), "npy_type", "complex128"),
        (np.zeros(2, "M8[s]"), "npy_type", "datetime64[s]"),
        (np.zeros(2, [("x" * 99, "i4")]), "npy_type", "[('" + "x" * 36 + "…"),
        (np.zeros((2, 2), int), "npy_shape", "(2, 2)"),
        (np.zeros((0, 5), int), "npy_shape", "(0, 5)"),
        (np.zeros(0, int), "empty", ""),
        (np.zeros((1, 0), bool), "empty", ""),
    ],
)
def test_other_arrays_are_refused(tmp_path, array, reason, detail):
    path = tmp_path / "data.npy"
    path.write_bytes(npy(array))
    assert refused(path) == (reason, detail)


class Trap:
    def __reduce__(self):
        return (exec, ("raise SystemExit('a pickle was run')",))


def test_no_pickle_is_run(tmp_path):
    path = tmp_path / "data.npy"
    path.write_bytes(npy(np.array([Trap()], object)))
    assert refused(path) == ("npy_type", "object")
    path.write_bytes(pickle.dumps(Trap()))
    assert refused(path) == ("npy_damaged", "")


@pytest.mark.parametrize(
    "content",
    [
        b"\x93NUMPY",
        b"\x93NUMPY\x09\x09",
        b"\x93NUMPY\x01\x00\xff\xff",
        b"\x93NUMPY\x02\x00\xff\xff\xff\xff",
        npy(np.array(ONES))[:50],
        *map(
            with_header,
            [
                "",
                "[]",
                "{}",
                "import os",
                "{'descr': '|u1', 'fortran_order': False}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (-2,)}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (2.5,)}",
                "{'descr': '|u1', 'fortran_order': False, 'shape': 2}",
                "{'descr': 'what', 'fortran_order': False, 'shape': (2,)}",
                "{'descr': '|u1', 'fortran_order': None, 'shape': (2,)}",
                "(" * 9000,
                "-" * 9000 + "1",
                "{'descr': '|u1', 'fortran_order': False, 'shape': (" + "9" * 5000 + ",)}",
                "{'descr': '\\d', 'fortran_order': 1is 1, 'shape': (2,)}",
            ],
        ),
        with_header(repr({"descr": "|u1"}) + " " * 20_000),
        with_header(repr({"descr": "|u1"}) + " " * 20_000, version=(2, 0)),
        with_header("{}", version=(3, 0)),
    ],
)
def test_damaged_headers(tmp_path, content):
    path = tmp_path / "data.npy"
    path.write_bytes(content)
    assert refused(path) == ("npy_damaged", "")


def header(dtype, shape):
    return repr({"descr": dtype, "fortran_order": False, "shape": shape})


@pytest.mark.parametrize("shape", [(3,), (10**15,), (2**64,), (1, 10**30)])
@pytest.mark.parametrize("dtype", ["|b1", "|u1", "<i8"])
def test_headers_that_promise_too_much(tmp_path, shape, dtype):
    path = tmp_path / "data.npy"
    path.write_bytes(with_header(header(dtype, shape)))
    assert refused(path) == ("npy_truncated", "")


def test_a_header_of_python_2_is_read_without_a_word(tmp_path):
    path = tmp_path / "data.npy"
    path.write_bytes(with_header("{'descr': '|u1', 'fortran_order': False, 'shape': (2L,)}"))
    assert read_file(path).observations.text() == "01"


def test_what_stands_behind_the_array_is_left_alone(tmp_path):
    path = tmp_path / "data.npy"
    path.write_bytes(npy(np.array([1, 0], np.int16)) + b"more")
    told = []
    assert read_file(path, progress=told.append).observations.text() == "10"
    assert told == sorted(told)


def test_too_many(tmp_path, monkeypatch):
    path = tmp_path / "data.npy"
    np.save(path, np.array(ONES))
    monkeypatch.setattr(observations, "MAX_SEQUENCE", 7)
    assert read_file(path).observations.n == 7
    monkeypatch.setattr(observations, "MAX_SEQUENCE", 6)
    assert refused(path) == ("too_many", "6")


@pytest.mark.parametrize(
    ("array", "place"),
    [
        (np.array([0, 1, 2, 0, -1], "i1"), (3, 2, 2)),
        (np.array([0, 1, -(2**63)], ">i8"), (3, -(2**63), 1)),
        (np.array([2**64 - 1] + [0] * 50 + [7], "<u8"), (1, 2**64 - 1, 2)),
        (np.array([256, 0, 256], ">u2"), (1, 256, 2)),
        (np.frombuffer(b"\0\1\2\xff", bool), (3, 2, 2)),
    ],
)
def test_other_values_are_told_with_place_and_count(tmp_path, array, place):
    path = tmp_path / "data.npy"
    path.write_bytes(npy(array))
    with pytest.raises(NpyValueError) as caught:
        read_file(path)
    error = caught.value
    assert (error.index, error.value, error.count) == place
    assert error.path == str(path)
    assert f"value {place[0]}: {place[1]} is not an observation; allowed are 0 and 1" in str(error)
    assert ("values are wrong in all" in str(error)) is (place[2] > 1)


def test_an_array_has_no_columns(tmp_path):
    path = tmp_path / "data.npy"
    np.save(path, np.array(ONES))
    for column in (1, "x"):
        with pytest.raises(ColumnError, match="has no column") as caught:
            read_file(path, column)
        assert (caught.value.reason, caught.value.names) == ("no_table", ())


@FEW
@given(st.lists(st.integers(-1, 3), max_size=40), st.sampled_from(["i1", ">i2", "<i8", ">i4"]))
def test_values_are_read_as_by_a_plain_program(tmp_path, values, dtype):
    path = tmp_path / "data.npy"
    np.save(path, np.array(values, dtype))
    wrong = [i for i, value in enumerate(values) if value not in (0, 1)]
    if not values:
        assert refused(path) == ("empty", "")
    elif wrong:
        with pytest.raises(NpyValueError) as caught:
            read_file(path)
        error = caught.value
        assert (error.index, error.count) == (wrong[0] + 1, len(wrong))
        assert error.value == values[wrong[0]]
    else:
        assert read_file(path).observations.text() == "".join(map(str, values))


@FEW
@given(st.data())
def test_any_bytes_are_read_or_refused(tmp_path, data):
    content = bytearray(npy(np.array(ONES, data.draw(st.sampled_from(TYPES)))))
    for _ in range(data.draw(st.integers(0, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    path = tmp_path / "data.npy"
    path.write_bytes(content[: data.draw(st.integers(0, len(content)))])
    try:
        reading = read_file(path)
    except (FileError, NpyValueError) as error:
        told = str(error)
        assert told.isprintable()
    else:
        assert 0 < reading.observations.n <= 56
