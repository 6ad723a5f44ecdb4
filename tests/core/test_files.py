"""Files of text: encodings, line ends, limits, and errors that are right however a file is cut."""

import codecs
import errno
import os
import re
import socket
import sys
import threading
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from core import file_errors, file_source, observations
from core.file_errors import FileError
from core.files import is_session, read_file
from core.npy_file import NpyValueError
from core.parsing import SequenceError
from core.table_columns import CellError
from core.tables import ALL_CELLS, ColumnError, ColumnNeeded
from core.words import Words

SEPARATORS = " \t,;\n\r\u2028\u2029\u00a0\u202f\u3000\ufeff，；、"
ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "utf-16-be-bom", "cp949"]
FEW = settings(
    max_examples=300,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
OUTCOME_ERRORS = (FileError, SequenceError, ColumnNeeded, ColumnError, CellError, NpyValueError)


def encoded(text, encoding):
    if encoding == "utf-16-be-bom":
        return codecs.BOM_UTF16_BE + text.encode("utf-16-be")
    return text.encode(encoding)


def read(path, column=None):
    """What comes of a file: the observations and their words, or the error and its fields."""
    try:
        reading = read_file(path, column)
    except OUTCOME_ERRORS as error:
        told = error
    else:
        assert reading.observations.n > 0
        return reading.observations.text(), reading.words
    assert isinstance(told, ValueError)
    assert str(told).isprintable()
    assert len(str(told)) < 2000
    return type(told), vars(told)


@pytest.fixture
def text_file(tmp_path):
    def write(content, name="data.txt"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


# What is read --------------------------------------------------------------------------------


def test_zeros_and_ones(text_file):
    for content in (b"1 0\r\n1 1", b"\xef\xbb\xbf1011\n", "１０１１".encode()):
        path = text_file(content)
        for name in (path, str(path)):
            reading = read_file(name)
            assert reading.observations.text() == "1011"
            assert reading.words is None


@pytest.mark.parametrize(
    ("content", "expected", "words"),
    [
        ("H T\nH\n", "101", Words("H", "T")),
        ("앞뒤앞뒤", "1010", Words("앞", "뒤")),
        ("true,false,true", "101", Words("true", "false")),
    ],
)
def test_words(text_file, content, expected, words):
    for encoding in ENCODINGS:
        reading = read_file(text_file(encoded(content, encoding)))
        assert (reading.observations.text(), reading.words) == (expected, words)


@pytest.mark.parametrize("encoding", [*ENCODINGS, "utf-16-le", "utf-16-be"])
def test_encodings(text_file, encoding):
    for text in ("1 0\r\n1 1", "１0、1\u30001\n", "1011\n" * 5000):
        if encoding in ("utf-16-le", "utf-16-be") and not text.isascii():
            continue  # without a byte order mark, only Latin says what it is
        path = text_file(encoded(text, encoding))
        expected = re.sub("[^01]", "", text.replace("１", "1"))
        assert read_file(path).observations.text() == expected


def test_stray_nul_makes_no_wide_encoding(text_file):
    with pytest.raises(SequenceError) as caught:
        read_file(text_file(b"1\0\0x"))
    assert (caught.value.column, caught.value.found, caught.value.count) == (2, "\0\0x", 3)


# What is refused -----------------------------------------------------------------------------


def test_mistake_is_told_with_path_and_place(text_file):
    path = text_file(b"\xef\xbb\xbf10x\n")
    with pytest.raises(SequenceError) as caught:
        read_file(path)
    error = caught.value
    assert (error.path, error.line, error.column, error.found) == (str(path), 1, 3, "x")
    assert str(error).startswith(f"{str(path)!r}, line 1, column 3")


@pytest.mark.parametrize(
    ("content", "reason", "words"),
    [
        (None, "missing", "no such file"),
        (b"", "empty", "no observations"),
        (b" \n", "empty", "no observations"),
        (codecs.BOM_UTF8, "empty", "no observations"),
        (codecs.BOM_UTF16_LE, "empty", "no observations"),
        (codecs.BOM_UTF8 + b"1\xff", "encoding", "UTF-8, UTF-16 or CP949"),
        (codecs.BOM_UTF16_LE + b"1", "encoding", "UTF-8, UTF-16 or CP949"),
        (b"10\xff", "encoding", "UTF-8, UTF-16 or CP949"),
        (b" {}", "session", "is a session"),
        (codecs.BOM_UTF16_LE + "\n{".encode("utf-16-le"), "session", "is a session"),
        ("{".encode("utf-16-be"), "session", "is a session"),
    ],
)
def test_file_error(tmp_path, content, reason, words):
    path = tmp_path / "data.txt"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(FileError, match=words) as caught:
        read_file(path)
    assert (caught.value.path, caught.value.reason) == (str(path), reason)
    assert is_session(path) is (reason == "session")


def test_every_reason_has_words():
    documented = set(re.findall('"([a-z_]+)"', FileError.__doc__)) - {"device", "socket"}
    assert documented == set(file_errors._WORDS)
    for reason in documented:
        error = FileError("data\n.txt", reason, "more")
        assert "data\\n.txt" in str(error)
        assert str(error).isprintable()


def test_session_is_known_by_its_name_or_beginning(text_file, tmp_path):
    assert is_session(text_file("[]", "x.json"))
    assert is_session(text_file("01", "X.JSON"))
    assert is_session(tmp_path / "missing.json")
    assert is_session(text_file("\ufeff \n { }"))
    for content in ("01", "", "}{", "a{"):
        assert not is_session(text_file(content))
    assert not is_session(tmp_path)
    assert not is_session(tmp_path / "missing.txt")
    assert not is_session("a\0b.txt")
    with pytest.raises(FileError) as caught:
        read_file(text_file("01", "x.json"))
    assert caught.value.reason == "session"


def test_directory(tmp_path):
    with pytest.raises(FileError, match="directory") as caught:
        read_file(tmp_path)
    assert caught.value.reason == "directory"


def test_file_within_a_file_is_missing(text_file):
    with pytest.raises(FileError) as caught:
        read_file(text_file("1") / "x")
    assert caught.value.reason == "missing"


def test_path_that_cannot_exist():
    with pytest.raises(FileError) as caught:
        read_file("a\0b" + os.extsep + "txt")
    assert caught.value.reason == "unreadable"
    assert str(caught.value).isprintable()


@pytest.mark.skipif(not Path("/dev/zero").is_char_device(), reason="no /dev/zero here")
def test_device_is_not_read():
    with pytest.raises(FileError, match="is no file but a device") as caught:
        read_file("/dev/zero")
    assert (caught.value.reason, caught.value.detail) == ("not_regular", "device")
    assert not is_session("/dev/zero")


def test_socket_is_not_read(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the name of a socket must be short
    with socket.socket(socket.AF_UNIX) as made:
        made.bind("socket")
        with pytest.raises(FileError) as caught:
            read_file("socket")
    assert (caught.value.reason, caught.value.detail) == ("not_regular", "socket")


@pytest.mark.parametrize(
    ("raised", "reason"),
    [
        (PermissionError, "permission"),
        (FileNotFoundError, "missing"),
        (OSError, "unreadable"),
    ],
)
@pytest.mark.parametrize("call", ["open", "stat"])
def test_what_the_system_refuses(text_file, monkeypatch, raised, reason, call):
    def refuse(*_args, **_kwargs):
        raise raised

    path = text_file("1")
    monkeypatch.setattr(Path, call, refuse)
    with pytest.raises(FileError) as caught:
        read_file(path)
    assert caught.value.reason == reason


class Broken:
    """A file that fails, once it is read or moved about in."""

    def __init__(self, file, call):
        self._file, self._call = file, call

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self._file.close()

    def __getattr__(self, name):
        if name == self._call:
            raise OSError(errno.EIO, "disk on fire")
        return getattr(self._file, name)


@pytest.mark.parametrize("call", ["read", "seek"])
def test_disk_that_fails(text_file, monkeypatch, call):
    path = text_file("1")
    opened = Path.open
    monkeypatch.setattr(Path, "open", lambda *args: Broken(opened(*args), call))
    with pytest.raises(FileError) as caught:
        read_file(path)
    assert caught.value.reason == "unreadable"


def test_file_that_is_too_large_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(2**32 + 1)  # a hole, which takes no room
    with pytest.raises(FileError, match="larger than 4 GiB") as caught:
        read_file(path)
    assert (caught.value.reason, caught.value.detail) == ("too_large", "4 GiB")
    monkeypatch.setattr(file_errors, "MAX_FILE_BYTES", 4)
    path.write_bytes(b"1011")
    assert read_file(path).observations.n == 4
    path.write_bytes(b"10110")
    with pytest.raises(FileError):
        read_file(path)


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.txt", "10 10"), ("a.txt", "HTHT"), ("a.csv", "x\n1\n0\n1\n0\n"), ("a.tsv", "1\n0\n1\n0")],
)
def test_too_many_observations(text_file, monkeypatch, name, content):
    path = text_file(content, name)
    monkeypatch.setattr(observations, "MAX_SEQUENCE", 4)
    assert read_file(path).observations.n == 4
    monkeypatch.setattr(observations, "MAX_SEQUENCE", 3)
    with pytest.raises(FileError, match="more than 3 observations") as caught:
        read_file(path)
    assert (caught.value.reason, caught.value.detail) == ("too_many", "3")


# Pipes ---------------------------------------------------------------------------------------


@pytest.fixture
def pipe(tmp_path):
    path, writers = tmp_path / "pipe", []

    def fill(content):
        def write():
            try:
                path.write_bytes(content)
            except BrokenPipeError:
                assert len(content) > 2**16  # the reader had enough

        os.mkfifo(path)
        writers.append(threading.Thread(target=write))
        writers[0].start()
        return path

    yield fill
    writers[0].join(10)


def test_pipe_is_read(pipe):
    told = []
    path = pipe(b"10\n11" * 50_000)
    assert not is_session(path)
    assert read_file(path, progress=told.append).observations.n == 200_000
    assert told[0] == 0
    assert told[-1] == 1


def test_pipe_with_a_mistake(pipe):
    assert read(pipe(b"1\n1x")) == (
        SequenceError,
        {"line": 2, "column": 2, "found": "x", "count": 1, "path": _any, "allowed": None},
    )


class _Any:
    def __eq__(self, other):
        return True

    __hash__ = None


_any = _Any()


def test_pipe_that_does_not_end_is_left(pipe, monkeypatch):
    monkeypatch.setattr(file_errors, "MAX_PIPE_BYTES", 2**20)
    with pytest.raises(FileError, match="larger than 1 MiB") as caught:
        read_file(pipe(b"1" * (2**20 + 1)))
    assert (caught.value.reason, caught.value.detail) == ("too_large", "1 MiB")


# Progress ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "content", "column"),
    [
        ("a.txt", "0110" * 100, None),
        ("a.txt", "H T " * 100, None),
        ("a.csv", "a,b\n" + "0,1\n" * 100, "b"),
        ("a.csv", "a,b\n" + '"0",1\n' * 100, "b"),
    ],
)
def test_progress_grows_to_one(text_file, monkeypatch, name, content, column):
    monkeypatch.setattr(file_source, "BLOCK_BYTES", 32)
    told = []
    path = text_file(content, name)
    read_file(path, column, told.append)
    assert told == sorted(told)
    assert len(set(told)) == -(-len(content) // 32)
    assert told[-1] == 1


@pytest.mark.parametrize("error", [KeyboardInterrupt, OSError, ValueError, UnicodeError])
@pytest.mark.parametrize("content", ["0110" * 20, "H T " * 20, "0" * 70 + "x", '"0",1\n' * 20])
def test_progress_ends_the_work(text_file, monkeypatch, error, content):
    monkeypatch.setattr(file_source, "BLOCK_BYTES", 32)
    raised = error("enough")

    def stop(share):
        if share > 0.5:
            raise raised

    path = text_file(content, "a.csv" if '"' in content else "a.txt")
    with pytest.raises(error) as caught:
        read_file(path, 2 if '"' in content else None, stop)
    assert caught.value is raised


def test_file_that_shrinks_meanwhile(text_file, monkeypatch):
    block = 2**16
    monkeypatch.setattr(file_source, "BLOCK_BYTES", block)
    path = text_file("01" * block)
    with pytest.raises(FileError) as caught:
        read_file(path, progress=lambda _share: os.truncate(path, block))
    assert caught.value.reason == "unreadable"


def test_mistake_that_is_mended_meanwhile(text_file, monkeypatch):
    block = 2**16
    monkeypatch.setattr(file_source, "BLOCK_BYTES", block)
    path = text_file("0" * block + "x")

    def mend(_share):
        # The first passes are over, all but the one that looks for the place.
        if sys._getframe(3).f_code.co_name == "_sequence_error":
            path.write_bytes(b"0" * (block + 1))

    with pytest.raises(FileError) as caught:
        read_file(path, progress=mend)
    assert caught.value.reason == "unreadable"


def test_file_that_grows_meanwhile_is_read_as_far_as_it_was(text_file, monkeypatch):
    monkeypatch.setattr(file_source, "BLOCK_BYTES", 32)
    path = text_file("01" * 100)

    def grow(_share):
        with path.open("ab") as file:
            file.write(b"x" * 100)

    assert read_file(path, progress=grow).observations.n == 200


# However a file is cut -----------------------------------------------------------------------

# Either no comma and the like, or a single line: no table.
tokens = [*"01010101", "１", "0.5", "-1", "2", "한", "x", "\u2028", "、", "\u3000", " "]
digit_texts = st.one_of(
    st.lists(st.sampled_from([*tokens, "\r\n", "\r", "\n"]), max_size=30).map("".join),
    st.lists(st.sampled_from([*tokens, ",", ";", "\t"]), max_size=30).map("".join),
)


def told_plainly(text):
    """The digits in a text, or the place of the first mistake; a character at a time."""
    wrong = [i for i, c in enumerate(text) if c not in "01０１" and c not in SEPARATORS]
    if not wrong:
        return "".join(c for c in text if c in "01０１").replace("１", "1"), None
    start = wrong[0]
    while start and text[start - 1] not in SEPARATORS:
        start -= 1
    number = re.compile(r"[+-]?[0-9]{0,20}\.[0-9]+|[+-][0-9]+").match(text, start)
    found = number.group() if number and number.end() > wrong[0] else ""
    if not found:
        start = end = wrong[0]
        while end in wrong:
            end += 1
        found = text[start:end]
    lines = re.split("\r\n|[\n\r\u2028\u2029]", text[:start])
    return SequenceError, {
        "line": len(lines),
        "column": len(lines[-1]) + 1,
        "found": found if len(found) <= 20 else found[:19] + "…",
        "count": len(wrong),
        "allowed": None,
        "path": _any,
    }


@FEW
@given(digit_texts, st.sampled_from(ENCODINGS), st.sampled_from([1, 2, 3, 5, 7, 16, 2**22]))
@example("1\r\n1\r\n\rx", "utf-8", 2)
@example("１한", "cp949", 1)
@example("1" * 30 + ".5", "utf-16", 1)
@example("x" * 70, "utf-8", 3)
def test_text_is_read_as_by_a_plain_program(tmp_path, text, encoding, block):
    if encoding == "cp949":
        text = text.replace("\u2028", " ")
    path = tmp_path / "data.txt"
    path.write_bytes(encoded(text, encoding))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(file_source, "BLOCK_BYTES", block)
        told = read(path)
    expected = told_plainly(text)
    if expected == ("", None):
        assert told[0] is FileError
        assert told[1]["reason"] == "empty"
    else:
        assert told == expected


BYTES = st.one_of(
    st.binary(max_size=60),
    st.lists(
        st.sampled_from(
            [*"01,;\t\n\r\"'{ HTx.2\x00", "\r\n", "heads", "tails", "name", '"0"', "한", "앞", "０"]
        ),
        max_size=40,
    )
    .map("".join)
    .flatmap(lambda text: st.sampled_from(ENCODINGS).map(lambda encoding: encoded(text, encoding))),
)


@settings(FEW, max_examples=1500)
@given(
    BYTES,
    st.sampled_from([".txt", ".csv", ".TSV", ".tab", "", ".npy"]),
    st.sampled_from([None, None, None, 1, 2, "1", "name", "", 0, -1, 10**20, ALL_CELLS]),
    st.integers(1, 9),
)
def test_any_bytes_are_read_or_refused_whatever_the_blocks(
    tmp_path, content, ending, column, block
):
    path = tmp_path / f"data{ending}"
    path.write_bytes(content)
    told = read(path, column)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(file_source, "BLOCK_BYTES", block)
        assert read(path, column) == told


# Memory --------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", [b"01101001" * 10 + b"\n", b"H T T H T H H T\r\n"])
def test_reading_takes_far_less_memory_than_the_file(tmp_path, line):
    path = tmp_path / "large.txt"
    path.write_bytes(line * (2**26 // len(line)))
    tracemalloc.start()
    try:
        n = read_file(path).observations.n
        _now, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert n == len(re.findall(b"[01HT]", line)) * (2**26 // len(line))
    assert peak < 2**25 + n / 4
