"""JSON to a session: everything is checked before it is believed."""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from core import _arguments, _session_bits, _strict_json
from core._session_bits import Tally
from core._session_fields import (
    DIGITS,
    IN_BASE64,
    Fields,
    array,
    base64,
    digits,
    or_none,
    require,
    string,
    truth,
    whole,
    word,
)
from core.file_errors import FileError
from core.file_source import open_source
from core.observations import MAX_SEQUENCE, Observations
from core.progress import Progress, nobody
from core.session_document import (
    FORMAT,
    MAX_SESSION_BYTES,
    MAX_TEXT_BYTES,
    PANELS,
    VERSION,
    VIEWS,
    SessionDocument,
    SessionError,
    check_size,
)
from core.stage import CONTROLS, LABS, Stage
from core.state import LogBase, State

if TYPE_CHECKING:
    from core.model_state import ModelLook, ModelState

# The quotation mark behind "bits" can only be the end of a key, the last one only the start of a
# string: in a string they would be escaped.
_BITS_BEGIN = re.compile(rb'"bits"[ \t\r\n]*:[ \t\r\n]*"')
_ENCODINGS = ("counts_only", "sequence", "runs", "bits")


def read_session_file(path: str | os.PathLike[str], progress: Progress = nobody) -> SessionDocument:
    """Read a session from a file.

    Args:
        path: the file.
        progress: told the share that is done.

    Raises:
        FileError: if the file cannot be read, or is larger than `MAX_SESSION_BYTES`.
        SessionError: if it is no session.
    """
    with open_source(path, nobody) as source:
        if source.size > MAX_SESSION_BYTES:
            limit = f"{MAX_SESSION_BYTES // 2**20} MiB"
            raise FileError(source.path, "too_large", limit)
        blocks = []
        for block in source.blocks():
            blocks.append(block)
            progress(0.0)
    data = b"".join(blocks)
    del blocks
    return read_session(data, progress)


def read_session(data: bytes, progress: Progress = nobody) -> SessionDocument:
    """Read what `write_session` wrote, or somebody with an editor.

    Everything is checked before the memory that it asks for is taken. Keys that are not known
    are not looked at.

    Args:
        data: the bytes of the file, in UTF-8 with or without a byte order mark.
        progress: told the share of long data that is done.

    Raises:
        SessionError: if it is no session.
    """
    check_size(len(data))
    value, packed = _parsed(data)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise SessionError("not_session")
    fields, tally = Fields(value), Tally(packed, progress)
    version = fields.take("version", whole(1, None), "a whole number from 1")
    if version > VERSION:
        raise SessionError("newer", version=version)
    pi = fields.take("pi", _probability, "a number from 0 to 1")
    true_pi = fields.take("true_pi", or_none(_probability), "null or a number from 0 to 1")
    shows_true_pi = fields.take("shows_true_pi", truth, "true or false")
    log_base = fields.take("log_base", _log_base, "one of nats, bits")
    interval = fields.take("interval", _interval, "a list of two numbers in [0, 1], rising")
    source = fields.take("source", string, "a string")
    view = fields.take("view", word(VIEWS), f"one of {', '.join(VIEWS)}")
    panel = fields.take("panel", word(PANELS), f"one of {', '.join(PANELS)}")
    file = fields.take("file", string, "a string", default="")
    saved_at = fields.take("saved_at", string, "a string", default="")
    stage = Stage(
        lab=fields.take("lab", word(("", *LABS)), f"one of {', '.join(LABS)}", ""),
        locked=fields.take("locked", truth, "true or false", default=False),
        without=fields.take(
            "without", _controls, f"a list of some of {', '.join(CONTROLS)}", frozenset()
        ),
    )
    lesson = fields.take("lesson", string, "a string", "")
    model, look = _model(fields, tally)
    # The observations last: nothing large is made for a session that is refused.
    observations = _observations(fields, tally)
    state = State(observations, pi, log_base, source, true_pi, shows_true_pi, interval, stage)
    return SessionDocument(state, view, panel, lesson, file, saved_at, model, look)


# Text ------------------------------------------------------------------------------------------


def _parsed(data: bytes) -> tuple[Any, int]:
    """The JSON value, in it each string of packed bits as it stands there, and their length.

    They are all but a little of a large file: cut out they need not be decoded, copied and
    searched, which would take several times their memory, and hold up all other threads.
    """
    start = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    packed = list(_packed_strings(data, start))
    length = sum(end - begin for begin, end in packed)
    if len(data) - start - length > MAX_TEXT_BYTES:
        raise SessionError("size")
    view = memoryview(data)
    pieces: list[str] = []
    cuts: dict[int, memoryview] = {}  # by their place in the text that remains
    done = 0
    for begin, end in packed:
        pieces.append(_decoded(data[start:begin], pieces, cuts))
        done += len(pieces[-1])
        cuts[done] = view[begin:end]
        start = end
    pieces.append(_decoded(data[start:], pieces, cuts))
    text = "".join(pieces)
    if not text.strip(" \t\r\n"):
        raise SessionError("empty")
    try:
        return _strict_json.parse(text, {at - 1: cut for at, cut in cuts.items()}), length
    except _strict_json.JsonError as error:
        place = _place(text[: error.place], cuts)
        if error.kind == "twice":
            name = _arguments.shown(error.name)[1:-1]
            raise SessionError(
                "field", place, field=name, found="given twice", allowed="given once"
            ) from None
        raise SessionError("truncated" if error.kind == "end" else "not_json", place) from None


def _packed_strings(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Where the strings of packed bits begin and end, their quotation marks left out."""
    room = MAX_TEXT_BYTES  # of which the text between them must not take more
    while begin := _BITS_BEGIN.search(data, start, start + room):
        room -= begin.end() - start
        start = begin.end()
        end = data.find(b'"', start)
        end = len(data) if end < 0 else end
        # What has escapes in it is read as any other string, and mistakes have their place.
        if all(data.find(sign, start, end) < 0 for sign in (b"\\", b"\n")):
            yield start, end
            start = end


def _decoded(data: bytes, before: list[str], cuts: dict[int, memoryview]) -> str:
    """Decode the text behind what was decoded before."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        reason = "truncated" if error.reason == "unexpected end of data" else "not_json"
        text = "".join(before) + data[: error.start].decode()
        raise SessionError(reason, _place(text, cuts)) from None


def _place(before: str, cuts: dict[int, memoryview]) -> tuple[int, int]:
    """Line and column behind a text out of which strings, no line ends, were cut."""
    line_start = before.rfind("\n") + 1
    left_out = sum(len(cut) for at, cut in cuts.items() if line_start <= at <= len(before))
    return before.count("\n") + 1, len(before) - line_start + 1 + left_out


# Fields ----------------------------------------------------------------------------------------


def _probability(value: Any) -> float:
    return _arguments.scalar_probability("", value) + 0.0  # −0 becomes 0


def _log_base(value: Any) -> LogBase:
    return LogBase(string(value))


def _controls(value: Any) -> frozenset[str]:
    names = array(value)
    require(all(isinstance(name, str) for name in names))
    require(set(names) <= set(CONTROLS))
    return frozenset(names)


def _interval(value: Any) -> tuple[float, float]:
    low, high = _arguments.interval("", tuple(array(value)))
    return low + 0.0, high


def _model(session: Fields, tally: Tally) -> tuple[ModelState | None, ModelLook | None]:
    if not session.of("model"):
        return None, None
    # Who has no model need not wait for it.
    from core.session_model import read_model

    return read_model(session.inside("model"), tally)


# Observations ----------------------------------------------------------------------------------


def _observations(session: Fields, tally: Tally) -> Observations:
    fields = session.inside("observations")
    given = fields.of(*_ENCODINGS)
    if len(given) != 1:
        raise session.error(
            "observations",
            f"given as {' and '.join(given)}" if given else "missing",
            f"given as exactly one of {', '.join(_ENCODINGS)}",
        )
    encoding = given[0]
    most = _arguments.MAX_COUNT if encoding == "counts_only" else MAX_SEQUENCE
    n = fields.take("n", whole(0, most), f"a whole number from 0 to {most}")
    k = fields.take("k", whole(0, n), f"a whole number from 0 to n = {n}")
    if encoding == "counts_only":
        fields.take(encoding, _true, "true")
        return Observations.from_counts(k, n)
    if encoding == "sequence":
        observations = _of_digits(fields.take(encoding, digits, DIGITS), n)
    elif encoding == "runs":
        observations = _of_runs(fields.inside(encoding), k, n)
    else:
        observations = _of_base64(fields.take(encoding, base64, IN_BASE64), n, tally)
    if observations.k != k:
        raise SessionError("damaged", field="k")
    return observations


def _true(value: Any) -> bool:
    require(value is True)
    return True


def _of_digits(digits: str, n: int) -> Observations:
    if len(digits) != n:
        raise SessionError("damaged", field="n")
    return Observations(np.frombuffer(digits.encode(), np.uint8) - np.uint8(ord("0")))


def _lengths(value: Any) -> list[int]:
    lengths: list[int] = array(value)
    require(all(type(one) is int and one > 0 for one in lengths))
    return lengths


def _of_runs(fields: Fields, k: int, n: int) -> Observations:
    first = fields.take("first", whole(0, 1), "0 or 1")
    lengths = fields.take("lengths", _lengths, "a list of whole numbers from 1")
    if sum(lengths) != n:
        raise SessionError("damaged", field="n")
    if sum(lengths[1 - first :: 2]) != k:
        raise SessionError("damaged", field="k")
    packed = np.zeros(-(-n // 8), np.uint8)
    place = 0
    for i, length in enumerate(lengths):
        if i % 2 != first:
            _set_ones(packed, place, place + length)
        place += length
    return Observations.from_packed(packed, n)


def _set_ones(packed: NDArray[np.uint8], start: int, stop: int) -> None:
    """Set the bits start, …, stop−1, which are zeros, at least one."""
    first, last = start >> 3, stop >> 3
    head, tail = 0xFF >> (start & 7), 0xFF & ~(0xFF >> (stop & 7))
    if first == last:
        packed[first] |= head & tail
        return
    packed[first] |= head
    packed[first + 1 : last] = 0xFF
    if tail:
        packed[last] |= tail


def _of_base64(text: memoryview, n: int, tally: Tally) -> Observations:
    size = -(-n // 8)
    if len(text) != _session_bits.length(size):
        raise SessionError("damaged", field="n")
    packed = _session_bits.read(text, size, "observations.bits", tally)
    try:
        return Observations.from_packed(packed, n)
    except ValueError:  # a one behind the last observation
        raise SessionError("damaged", field="bits") from None
