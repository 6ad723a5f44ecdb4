"""A session as a file: JSON that people can read, in one version, checked before it is believed.

A short sequence is written as its digits, one of long runs as their lengths, any other as its
packed bits in base64; a file can be written by hand, or be read by a program of ten lines.
"""

import binascii
import codecs
import json
import os
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from core import _arguments, _strict_json
from core.file_errors import FileError
from core.file_source import open_source
from core.observations import MAX_SEQUENCE, Observations
from core.progress import Progress, nobody
from core.stage import CONTROLS, LABS, Stage
from core.state import LogBase, State

FORMAT = "bernoulli-lab-session"
VERSION = 1
VIEWS = ("explore", "lessons", "model")
PANELS = ("all", "likelihood", "log-likelihood", "bce")

MAX_SESSION_BYTES = 256 * 2**20
"""The largest session that is read: 256 MiB, half as much again as the longest sequence takes."""

MAX_TEXT_BYTES = 2 * 2**20
"""The most of it that is not packed bits: what becomes Python objects, many times as large."""

LONGEST_DIGITS = 200
"""The longest sequence that is written as digits."""

MOST_RUNS = 100_000
"""The most runs that are written as such."""

_BLOCK_BYTES = 3 * 2**16  # of packed bits at once; a multiple of three is whole in base64
# The quotation mark behind "bits" can only be the end of a key, the last one only the start of a
# string: in a string they would be escaped.
_BITS_BEGIN = re.compile(rb'"bits"[ \t\r\n]*:[ \t\r\n]*"')
_ENCODINGS = ("counts_only", "sequence", "runs", "bits")

Value = TypeVar("Value")


class SessionError(ValueError):
    """Bytes that are no session.

    Attributes:
        reason: why, one word:

            * "empty": there is nothing;
            * "not_json", "truncated": no JSON, or one that ends too early, at ``line`` and
              ``column``, both from 1;
            * "not_session": JSON of something else;
            * "newer": its ``version`` is beyond this program's;
            * "field": ``field`` is ``found``, shortened, or "missing", or "given twice" (at
              ``line`` and ``column``); ``allowed`` says in English what it may be;
            * "size": larger than what is read, or written;
            * "damaged": ``field``, one of n, k and bits, does not agree with the observations.
        line: 0 where there is no place.
        column: 0 where there is no place.
        version: 0 unless newer.
        field: "" where it is not about one.
        found: "" where it is not about a field.
        allowed: "" where it is not about a field.
    """

    def __init__(
        self,
        reason: str,
        place: tuple[int, int] = (0, 0),
        *,
        version: int = 0,
        field: str = "",
        found: str = "",
        allowed: str = "",
    ) -> None:
        """Keep the reason and what it is about, and put them into words."""
        self.reason = reason
        self.line, self.column = place
        self.version = version
        self.field, self.found, self.allowed = field, found, allowed
        where = f"line {self.line}, column {self.column}"
        super().__init__(
            {
                "empty": "the session is empty",
                "not_json": f"{where}: this is not JSON",
                "truncated": f"{where}: the session ends too early, a part of it is missing",
                "not_session": "this is JSON, but not a session of Bernoulli Lab",
                "newer": (
                    f"the session has version {version}; this program reads version {VERSION}"
                ),
                "field": f"{field} must be {allowed}, but is {found}",
                "size": (
                    f"a session has at most {MAX_SESSION_BYTES // 2**20} MiB, and "
                    f"{MAX_TEXT_BYTES // 2**20} MiB without packed bits"
                ),
                "damaged": f"the session is damaged: {field} does not agree with the observations",
            }[reason]
        )


@dataclass(frozen=True)
class SessionDocument:
    """What a session file holds.

    Attributes:
        state: the state.
        view: what the window shows: "explore", "lessons" or "model".
        panel: the plots shown: "all", "likelihood", "log-likelihood" or "bce".
        lesson: the lesson and its step, as in "mle:3"; "" for none.
        file: in an autosave the path of the file that the work belongs to; "" for none.
        saved_at: in an autosave when it was written, an ISO time; "" elsewhere.
    """

    state: State
    view: str = "explore"
    panel: str = "all"
    lesson: str = ""
    file: str = ""
    saved_at: str = ""

    def __post_init__(self) -> None:
        """Check every field.

        Raises:
            ValueError: if a field is not as described.
        """
        if not isinstance(self.state, State):
            raise ValueError(f"state must be a State, got {_arguments.shown(self.state)}")
        for name, allowed in (("view", VIEWS), ("panel", PANELS)):
            value = getattr(self, name)
            if value not in allowed:
                raise ValueError(
                    f"{name} must be one of {', '.join(allowed)}, got {_arguments.shown(value)}"
                )
        for name in ("lesson", "file", "saved_at"):
            value = getattr(self, name)
            if not isinstance(value, str):
                raise ValueError(f"{name} must be a string, got {_arguments.shown(value)}")


def check_size(count: int) -> None:
    """Refuse a session of so many bytes before it is read.

    Raises:
        SessionError: "size", if that is more than `MAX_SESSION_BYTES`.
    """
    if count > MAX_SESSION_BYTES:
        raise SessionError("size")


# Writing ---------------------------------------------------------------------------------------


def write_session(document: SessionDocument, progress: Progress = nobody) -> bytes:
    """Write a session; equal documents give the same bytes, which `read_session` reads back.

    A name with half a surrogate pair (a file's, in another encoding) is no text. In ``source``,
    which is only shown, each becomes U+FFFD; as ``file``, which must name that very file, it is
    left out.

    Args:
        document: the session.
        progress: told the share of a long sequence that is done.

    Raises:
        SessionError: "size", if a string is so long that it could not be read back.
    """
    state = document.state
    true_pi = "null" if state.true_pi is None else _number_text(state.true_pi)
    low, high = map(_number_text, state.interval)
    fields = {
        "pi": _number_text(state.pi),
        "true_pi": true_pi,
        "shows_true_pi": "true" if state.shows_true_pi else "false",
        "log_base": f'"{state.log_base.value}"',
        "interval": f"[{low}, {high}]",
        "source": _string_text(_without_surrogates(state.source)),
        "view": f'"{document.view}"',
        "panel": f'"{document.panel}"',
    }
    stage = state.stage
    if stage.lab:
        fields["lab"] = f'"{stage.lab}"'
    if stage.without:
        left_out = [name for name in CONTROLS if name in stage.without]
        fields["without"] = json.dumps(left_out)
    if stage.locked:
        fields["locked"] = "true"
    for name in ("lesson", "file", "saved_at"):
        text = getattr(document, name)
        if text and text == _without_surrogates(text):
            fields[name] = _string_text(text)
    observations = state.observations
    head = (
        f'{{\n  "format": "{FORMAT}",\n  "version": {VERSION},\n  "observations": {{\n'
        f'    "n": {observations.n},\n    "k": {observations.k},\n    '
    )
    tail = "".join(f',\n  "{name}": {text}' for name, text in fields.items())
    encoded, bits = _encoded(observations, progress)
    parts = [f"{head}{encoded}".encode(), *bits, f"\n  }}{tail}\n}}\n".encode()]
    if len(parts[0]) + len(parts[-1]) > MAX_TEXT_BYTES:
        raise SessionError("size")
    return b"".join(parts)


def _number_text(value: float) -> str:
    return repr(value + 0.0)  # −0 becomes 0, which it equals


def _string_text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _without_surrogates(text: str) -> str:
    return re.sub("[\ud800-\udfff]", "\N{REPLACEMENT CHARACTER}", text)


def _encoded(observations: Observations, progress: Progress) -> tuple[str, list[bytes]]:
    """The observations as text, and what follows it in base64, in pieces."""
    if not observations.has_sequence:
        return '"counts_only": true', []
    if observations.n <= LONGEST_DIGITS:
        return f'"sequence": "{observations.text()}"', []
    runs = _runs_text(observations)
    if runs is not None:
        return runs, []
    done = 0
    pieces = []
    for block in observations.packed_blocks(8 * _BLOCK_BYTES):
        pieces.append(binascii.b2a_base64(block, newline=False))
        done += 8 * len(block)
        progress(min(done / observations.n, 1.0))
    return '"bits": "', [*pieces, b'"']


def _base64_length(n: int) -> int:
    return -(-n // 24) * 4


def _runs_text(observations: Observations) -> str | None:
    """The runs as text; None where the packed bits are no longer, or there are too many."""
    first = observations[0]
    room = len('"bits": ""') + _base64_length(observations.n)
    text = f'"runs": {{ "first": {first}, "lengths": ['
    # Each run takes three characters or more.
    most = min(MOST_RUNS, (room - len(text)) // 3)
    starts: list[NDArray[np.int64]] = []
    count = 0
    for changes in _changes(observations, first):
        count += changes.size
        if count >= most:
            return None
        starts.append(changes)
    ends = np.concatenate((*starts, [observations.n]))
    lengths = np.diff(ends, prepend=0).tolist()
    text += ", ".join(map(str, lengths)) + "] }"
    return text if len(text) < room else None


def _changes(observations: Observations, first: int) -> Iterator[NDArray[np.int64]]:
    """The places, from 1 on, whose observation is not the one before; block by block."""
    start = 0
    last = np.uint8(first)
    for block in observations.packed_blocks(8 * _BLOCK_BYTES):
        packed = np.frombuffer(block, np.uint8)
        before = np.empty_like(packed)
        before[0], before[1:] = last, packed[:-1]
        changed: NDArray[Any] = packed ^ (packed >> 1 | before << 7)
        # Most bytes have no change where runs are worth writing: the others alone are unpacked.
        bytes_changed = np.flatnonzero(changed)
        which, bit = np.nonzero(np.unpackbits(changed[bytes_changed, np.newaxis], axis=1))
        places = start + 8 * bytes_changed[which] + bit
        yield places[places < observations.n]  # behind the last observation there are zeros
        start += 8 * packed.size
        last = packed[-1]


# Reading ---------------------------------------------------------------------------------------


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
        progress: told the share of a long sequence that is done.

    Raises:
        SessionError: if it is no session.
    """
    check_size(len(data))
    value, bits = _parsed(data)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise SessionError("not_session")
    fields = _Fields(value)
    version = fields.take("version", _whole(1, None), "a whole number from 1")
    if version > VERSION:
        raise SessionError("newer", version=version)
    pi = fields.take("pi", _probability, "a number from 0 to 1")
    true_pi = fields.take("true_pi", _probability_or_none, "null or a number from 0 to 1")
    shows_true_pi = fields.take("shows_true_pi", _truth, "true or false")
    log_base = fields.take("log_base", _log_base, "one of nats, bits")
    interval = fields.take("interval", _interval, "a list of two numbers in [0, 1], rising")
    source = fields.take("source", _string, "a string")
    view = fields.take("view", _word(VIEWS), f"one of {', '.join(VIEWS)}")
    panel = fields.take("panel", _word(PANELS), f"one of {', '.join(PANELS)}")
    file = fields.take("file", _string, "a string", default="")
    saved_at = fields.take("saved_at", _string, "a string", default="")
    stage = Stage(
        lab=fields.take("lab", _word(("", *LABS)), f"one of {', '.join(LABS)}", ""),
        locked=fields.take("locked", _truth, "true or false", default=False),
        without=fields.take(
            "without", _controls, f"a list of some of {', '.join(CONTROLS)}", frozenset()
        ),
    )
    lesson = fields.take("lesson", _string, "a string", "")
    # The observations last: nothing large is made for a session that is refused.
    observations = _observations(fields, bits, progress)
    state = State(observations, pi, log_base, source, true_pi, shows_true_pi, interval, stage)
    return SessionDocument(state, view, panel, lesson, file, saved_at)


def _parsed(data: bytes) -> tuple[Any, memoryview]:
    """The JSON value, with CUT for the packed bits, and these as they stand there.

    They are all but a little of a large file: cut out they need not be decoded, copied and
    searched, which would take several times their memory, and hold up all other threads.
    """
    start = len(codecs.BOM_UTF8) if data.startswith(codecs.BOM_UTF8) else 0
    cut_start = cut_end = len(data)
    begin = _BITS_BEGIN.search(data, start, start + MAX_TEXT_BYTES)
    if begin is not None:
        end = data.find(b'"', begin.end())
        end = len(data) if end < 0 else end
        # What has escapes in it is read as any other string, and mistakes have their place.
        if all(data.find(sign, begin.end(), end) < 0 for sign in (b"\\", b"\n")):
            cut_start, cut_end = begin.end(), end
    if cut_start - start + len(data) - cut_end > MAX_TEXT_BYTES:
        raise SessionError("size")
    cut = memoryview(data)[cut_start:cut_end]
    head = _decoded(data[start:cut_start], "", 0)
    text = head + _decoded(data[cut_end:], head, len(cut))
    if not text.strip(" \t\r\n"):
        raise SessionError("empty")
    try:
        return _strict_json.parse(text, len(head) - 1), cut
    except _strict_json.JsonError as error:
        behind = error.place >= len(head)
        place = _place(text[: error.place], len(head), len(cut) if behind else 0)
        if error.kind == "twice":
            name = _arguments.shown(error.name)[1:-1]
            raise SessionError(
                "field", place, field=name, found="given twice", allowed="given once"
            ) from None
        raise SessionError("truncated" if error.kind == "end" else "not_json", place) from None


def _decoded(data: bytes, before: str, cut_length: int) -> str:
    """Decode the text behind ``before`` and a cut."""
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        reason = "truncated" if error.reason == "unexpected end of data" else "not_json"
        text = before + data[: error.start].decode()
        raise SessionError(reason, _place(text, len(before), cut_length)) from None


def _place(before: str, cut_at: int, cut_length: int) -> tuple[int, int]:
    """Line and column behind a text out of which something, no line end, was cut."""
    line_start = before.rfind("\n") + 1
    column = len(before) - line_start + 1
    return before.count("\n") + 1, column + (cut_length if line_start <= cut_at else 0)


class _Fields:
    """An object of the file whose fields are checked one by one."""

    def __init__(self, fields: dict[str, Any], prefix: str = "") -> None:
        self._fields, self._prefix = fields, prefix

    def take(
        self,
        name: str,
        check: Callable[[Any], Value],
        allowed: str,
        default: Value | None = None,
    ) -> Value:
        """Return a field's checked value; the check raises ValueError for any that is wrong."""
        if name not in self._fields:
            if default is not None:
                return default
            raise self.error(name, "missing", allowed)
        try:
            return check(self._fields[name])
        except ValueError:
            raise self.error(name, _shown(self._fields[name]), allowed) from None

    def error(self, name: str, found: str, allowed: str) -> SessionError:
        field = f"{self._prefix}{name}"
        return SessionError("field", field=field, found=found, allowed=allowed)

    def inside(self, name: str) -> "_Fields":
        """Return the fields of an object in a field."""
        return _Fields(self.take(name, _object, "an object"), f"{self._prefix}{name}.")

    def of(self, *names: str) -> list[str]:
        """Return those of the names that are there."""
        return [name for name in names if name in self._fields]


def _shown(value: Any) -> str:
    """A value as the file has it, on one line and never long."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, (dict, list)):
        return "an object" if isinstance(value, dict) else "a list"
    return _arguments.shown(value)


def _require(condition: bool) -> None:
    if not condition:
        raise ValueError


def _object(value: Any) -> dict[str, Any]:
    _require(isinstance(value, dict))
    found: dict[str, Any] = value
    return found


def _string(value: Any) -> str:
    _require(isinstance(value, str))
    return str(value)


def _truth(value: Any) -> bool:
    _require(isinstance(value, bool))
    return bool(value)


def _true(value: Any) -> bool:
    _require(value is True)
    return True


def _word(allowed: tuple[str, ...]) -> Callable[[Any], str]:
    def check(value: Any) -> str:
        _require(isinstance(value, str) and value in allowed)
        return str(value)

    return check


def _whole(low: int, high: int | None) -> Callable[[Any], int]:
    def check(value: Any) -> int:
        _require(isinstance(value, int) and not isinstance(value, bool))
        _require(low <= value and (high is None or value <= high))
        return int(value)

    return check


def _probability(value: Any) -> float:
    return _arguments.scalar_probability("", value) + 0.0  # −0 becomes 0


def _probability_or_none(value: Any) -> float | None:
    return None if value is None else _probability(value)


def _log_base(value: Any) -> LogBase:
    return LogBase(_string(value))


def _controls(value: Any) -> frozenset[str]:
    _require(isinstance(value, list) and all(isinstance(name, str) for name in value))
    _require(set(value) <= set(CONTROLS))
    return frozenset(value)


def _interval(value: Any) -> tuple[float, float]:
    _require(isinstance(value, list))
    low, high = _arguments.interval("", tuple(value))
    return low + 0.0, high


def _observations(session: _Fields, bits: memoryview, progress: Progress) -> Observations:
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
    n = fields.take("n", _whole(0, most), f"a whole number from 0 to {most}")
    k = fields.take("k", _whole(0, n), f"a whole number from 0 to n = {n}")
    if encoding == "counts_only":
        fields.take(encoding, _true, "true")
        return Observations.from_counts(k, n)
    if encoding == "sequence":
        observations = _of_digits(fields.take(encoding, _digits, "digits 0 and 1"), n)
    elif encoding == "runs":
        observations = _of_runs(fields.inside(encoding), k, n)
    else:
        taken = fields.take(encoding, lambda value: _base64(value, bits), "a string in base64")
        observations = _of_base64(taken, n, progress)
    if observations.k != k:
        raise SessionError("damaged", field="k")
    return observations


def _digits(value: Any) -> str:
    digits = _string(value)
    _require(set(digits) <= {"0", "1"})
    return digits


def _of_digits(digits: str, n: int) -> Observations:
    if len(digits) != n:
        raise SessionError("damaged", field="n")
    return Observations(np.frombuffer(digits.encode(), np.uint8) - np.uint8(ord("0")))


def _lengths(value: Any) -> list[int]:
    _require(isinstance(value, list) and all(type(one) is int and one > 0 for one in value))
    found: list[int] = value
    return found


def _of_runs(fields: _Fields, k: int, n: int) -> Observations:
    first = fields.take("first", _whole(0, 1), "0 or 1")
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


def _base64(value: Any, bits: memoryview) -> memoryview:
    if value is _strict_json.CUT:
        return bits
    return memoryview(_string(value).encode())


def _of_base64(text: memoryview, n: int, progress: Progress) -> Observations:
    if len(text) != _base64_length(n):
        raise SessionError("damaged", field="n")
    packed = bytearray(-(-n // 8))
    size = len(packed)
    step = _BLOCK_BYTES // 3 * 4
    for i in range(0, len(text), step):
        piece = bytes(text[i : i + step])
        j = i // 4 * 3
        room = min(_BLOCK_BYTES, size - j)
        packed[j : j + room] = _decoded_base64(piece, room)
        progress((j + room) / size)
    try:
        return Observations.from_packed(packed, n)
    except ValueError:  # a one behind the last observation
        raise SessionError("damaged", field="bits") from None


def _decoded_base64(piece: bytes, size: int) -> bytes:
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
            field="observations.bits",
            found="a string with other characters",
            allowed="a string in base64",
        )
    return block
