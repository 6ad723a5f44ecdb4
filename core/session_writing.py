"""A session to JSON that people can read.

A short sequence is written as its digits, one of long runs as their lengths, any other as its
packed bits in base64; a file can be written by hand, or be read by a program of ten lines.
"""

import json
from collections.abc import Iterator
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core import _session_bits
from core._session_bits import Tally
from core._session_text import is_text, number_text, string_text, truth_text
from core.observations import Observations
from core.progress import Progress, nobody
from core.session_document import FORMAT, MAX_TEXT_BYTES, VERSION, SessionDocument, SessionError
from core.stage import CONTROLS

LONGEST_DIGITS = 200
"""The longest sequence that is written as digits."""

MOST_RUNS = 100_000
"""The most runs that are written as such."""


def write_session(document: SessionDocument, progress: Progress = nobody) -> bytes:
    """Write a session; equal documents give the same bytes, which `read_session` reads back.

    A name with half a surrogate pair (a file's, in another encoding) is no text. In ``source``, and
    in the names of the model's x and y, which are only shown, each becomes U+FFFD; as ``file``,
    which must name that very file, it is left out.

    Args:
        document: the session.
        progress: told the share of long data that is done.

    Raises:
        SessionError: "size", if a string is so long that it could not be read back.
    """
    observations = document.state.observations
    text = _text_of(observations)
    packed = 0 if text else _session_bits.length(-(-observations.n // 8))
    tally = Tally(packed + _packed_length_of_model(document), progress)
    head = (
        f'{{\n  "format": "{FORMAT}",\n  "version": {VERSION},\n  "observations": {{\n'
        f'    "n": {observations.n},\n    "k": {observations.k},\n    '
    )
    if text:
        parts = [f"{head}{text}".encode()]
    else:
        blocks = observations.packed_blocks(8 * _session_bits.BLOCK_BYTES)
        parts = [f'{head}"bits": "'.encode(), *_session_bits.written(blocks, tally), b'"']
    fields = "".join(f',\n  "{name}": {value}' for name, value in _fields(document).items())
    parts += [f"\n  }}{fields}".encode(), *_model(document, tally), b"\n}\n"]
    if sum(map(len, parts)) - tally.done > MAX_TEXT_BYTES:
        raise SessionError("size")
    return b"".join(parts)


def _fields(document: SessionDocument) -> dict[str, str]:
    """All fields but the observations and the model."""
    state, stage = document.state, document.state.stage
    low, high = map(number_text, state.interval)
    fields = {
        "pi": number_text(state.pi),
        "true_pi": "null" if state.true_pi is None else number_text(state.true_pi),
        "shows_true_pi": truth_text(state.shows_true_pi),
        "log_base": f'"{state.log_base.value}"',
        "interval": f"[{low}, {high}]",
        "source": string_text(state.source),
        "view": f'"{document.view}"',
        "panel": f'"{document.panel}"',
    }
    if stage.lab:
        fields["lab"] = f'"{stage.lab}"'
    if stage.without:
        left_out = [name for name in CONTROLS if name in stage.without]
        fields["without"] = json.dumps(left_out)
    if stage.locked:
        fields["locked"] = "true"
    for name in ("lesson", "file", "saved_at"):
        text = getattr(document, name)
        if text and is_text(text):
            fields[name] = string_text(text)
    return fields


def _packed_length_of_model(document: SessionDocument) -> int:
    if document.model is None:
        return 0
    from core.session_model import packed_length

    return packed_length(document.model.data)


def _model(document: SessionDocument, tally: Tally) -> list[bytes]:
    if document.model is None or document.model_look is None:
        return []
    from core.session_model import model_parts

    return [b',\n  "model": ', *model_parts(document.model, document.model_look, tally)]


def _text_of(observations: Observations) -> str:
    """The observations as text; "" where it is their packed bits that are written."""
    if not observations.has_sequence:
        return '"counts_only": true'
    if observations.n <= LONGEST_DIGITS:
        return f'"sequence": "{observations.text()}"'
    return _runs_text(observations)


def _runs_text(observations: Observations) -> str:
    """The runs as text; "" where the packed bits are no longer, or there are too many."""
    first = observations[0]
    room = len('"bits": ""') + _session_bits.length(-(-observations.n // 8))
    text = f'"runs": {{ "first": {first}, "lengths": ['
    # Each run takes three characters or more.
    most = min(MOST_RUNS, (room - len(text)) // 3)
    starts: list[NDArray[np.int64]] = []
    count = 0
    for changes in _changes(observations, first):
        count += changes.size
        if count >= most:
            return ""
        starts.append(changes)
    ends = np.concatenate((*starts, [observations.n]))
    lengths = np.diff(ends, prepend=0).tolist()
    text += ", ".join(map(str, lengths)) + "] }"
    return text if len(text) < room else ""


def _changes(observations: Observations, first: int) -> Iterator[NDArray[np.int64]]:
    """The places, from 1 on, whose observation is not the one before; block by block."""
    start = 0
    last = np.uint8(first)
    for block in observations.packed_blocks(8 * _session_bits.BLOCK_BYTES):
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
