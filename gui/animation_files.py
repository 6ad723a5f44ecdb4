"""Moving pictures as files: GIF, APNG and lossless WebP, of frames that come one after another.

Pillow compresses the pixels of GIF and WebP; the files around them are put together here, since
its `save_all` keeps every frame whole in memory, four bytes a pixel. Besides, its GIF has a palette
for each frame, with no colour exact, and cuts durations off to centiseconds; its APNG repeats all
of a changed rectangle, which makes a sweep five times as large; its WebP takes four times as long,
is a third larger, and is not exact in clear pixels.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Iterator, Sequence
from io import BytesIO
from itertools import chain, pairwise
from typing import Any, NamedTuple, TypeAlias
from xml.sax.saxutils import escape

import numpy as np
from numpy.typing import NDArray

from core.progress import Progress

# The longest side of each kind of file, in pixels.
LARGEST = {".gif": 65_535, ".apng": 65_535, ".webp": 16_383}
# The most plays that all three can count, and the longest that APNG can show a frame, in ms.
MOST_LOOPS = LONGEST = 65_535

Colour: TypeAlias = tuple[int, int, int]
_Pixels: TypeAlias = NDArray[np.uint32]  # (H, W), each 0xAABBGGRR
_Codes: TypeAlias = NDArray[np.uint8]  # (H, W), places in a palette

_OPAQUE = np.uint32(0xFF000000)

# --- GIF.
# The code that says: leave what is there. 255 are left for colours.
_CLEAR = 255
# What a clear pixel is among 0xBBGGRR.
_CLEAR_KEY = np.uint32(1 << 24)
# The frames must all have been seen before the first is written; until then the share done is:
_SEEN = 0.9
# How many of the most frequent colours come out exact: what is flat but in no theme.
_FREQUENT = 64
# The palette is chosen among so many; flat figures have some thousand colours.
_CANDIDATES = 1 << 16


def encode(
    ending: str,
    frames: Iterable[NDArray[np.uint8]],
    durations: Sequence[int],
    loops: int,
    comment: str,
    keep: Sequence[Colour],
    progress: Progress,
) -> bytes:
    """The file of an animation; the same arguments always make the same bytes.

    APNG and WebP show each frame exactly. GIF has one palette of 255 colours for all frames, no
    half alpha (below 128 a pixel is clear), and times in centiseconds: the frames are shown so
    that none begins or ends more than half a centisecond off.

    Frames are taken one by one. APNG and WebP keep two at a time; GIF keeps all, each in one byte
    for eight pixels and four for every pixel that is not as it was in the frame before.

    Args:
        ending: ".gif", ".apng" or ".webp".
        frames: (H, W, 4) RGBA of straight alpha, all of one size.
        durations: how long each frame is shown, in milliseconds.
        loops: how often it is played in all; 0 is for ever.
        comment: stands in the file: GIF's comment, PNG's text "Comment", the description in the
            XMP of WebP. One line.
        keep: colours that GIF shows exactly, the foremost 255 of those that occur.
        progress: told the share that is done, frame by frame.

    Raises:
        ValueError: there is no such ending; there are not as many frames as durations, or none; a
            frame is of another shape or too large; a number is out of its bounds.
    """
    if ending not in LARGEST:
        raise ValueError(f"no such kind of file: {ending!r}")
    if not durations or min(durations) < 1 or max(durations) > LONGEST:
        raise ValueError(f"durations must be there, and from 1 to {LONGEST} ms")
    if not 0 <= loops <= MOST_LOOPS:
        raise ValueError(f"loops must be from 0 to {MOST_LOOPS}")
    stills = _joined(_stills(ending, frames, durations, progress))
    if ending == ".gif":
        data = _gif(stills, loops, comment, keep, progress)
    else:
        data = (_apng if ending == ".apng" else _webp)(stills, loops, comment)
    progress(1.0)
    return data


# --- what all of them do


def _stills(
    ending: str, frames: Iterable[NDArray[np.uint8]], durations: Sequence[int], progress: Progress
) -> Iterator[tuple[_Pixels, int]]:
    """The frames, checked, a pixel a number, with their durations."""
    largest, share = LARGEST[ending], _SEEN if ending == ".gif" else 1.0
    shape = None
    for number, (frame, duration) in enumerate(zip(frames, durations, strict=True)):
        shape = shape or frame.shape
        if frame.dtype != np.uint8 or frame.ndim != 3 or frame.shape[2] != 4:
            raise ValueError(
                f"a frame must be (H, W, 4) of uint8, not {frame.shape} of {frame.dtype}"
            )
        if frame.shape != shape or not 1 <= min(shape[:2]) <= max(shape[:2]) <= largest:
            raise ValueError(f"a frame of {frame.shape}; the first {shape}, at most {largest}")
        # A copy: the next frame may come in the same memory.
        yield np.array(frame, order="C").view("<u4")[..., 0], duration
        progress(share * ((number + 1) / len(durations)))


def _joined(stills: Iterable[tuple[NDArray[Any], int]]) -> Iterator[tuple[NDArray[Any], int]]:
    """Frames in a row that are alike become one that lasts as long as all of them."""
    held: NDArray[Any] | None = None
    lasting = 0
    for still, duration in stills:
        if held is not None and lasting + duration <= LONGEST and np.array_equal(still, held):
            lasting += duration
            continue
        if held is not None:
            yield held, lasting
        held, lasting = still, duration
    if held is not None:
        yield held, lasting


def _bounds(mask: NDArray[np.bool_]) -> tuple[int, int, int, int]:
    """Left, top, right and bottom of what is true; of nothing, one pixel: no frame is empty."""
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    if not rows.size:
        return 0, 0, 1, 1
    return int(columns[0]), int(rows[0]), int(columns[-1]) + 1, int(rows[-1]) + 1


class _Patch(NamedTuple):
    """What makes a frame of the one before.

    Attributes:
        left, top: where it lies.
        pixels: (h, w, 4) RGBA.
        over: its clear pixels leave what is there; else it takes the place of what is there.
        duration: in milliseconds.
    """

    left: int
    top: int
    pixels: NDArray[np.uint8]
    over: bool
    duration: int


def _patches(stills: Iterable[tuple[_Pixels, int]], grid: int) -> Iterator[_Patch]:
    """The first frame whole, and of each later one what has changed, from multiples of `grid`."""
    before: _Pixels | None = None
    for pixels, duration in stills:
        left, top, part, over = 0, 0, pixels, False
        if before is not None:
            changed = pixels != before
            left, top, right, bottom = _bounds(changed)
            left, top = left - left % grid, top - top % grid
            part, changed = pixels[top:bottom, left:right], changed[top:bottom, left:right]
            # A half clear pixel would mix with what is there.
            over = bool((part[changed] >= _OPAQUE).all())
            if over:
                part = np.where(changed, part, np.uint32(0))
        before = pixels
        rgba = np.ascontiguousarray(part).view(np.uint8).reshape(*part.shape, 4)
        yield _Patch(left, top, rgba, over, duration)


# --- APNG


def _apng(stills: Iterable[tuple[_Pixels, int]], loops: int, comment: str) -> bytes:
    head, chunks, number = b"", [], 0
    for number, patch in enumerate(_patches(stills, 1)):
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


# --- WebP

_XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/">\
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">\
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:description>\
<rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt>\
</dc:description></rdf:Description></rdf:RDF></x:xmpmeta>"""


def _webp(stills: Iterable[tuple[_Pixels, int]], loops: int, comment: str) -> bytes:
    # Named, the plug-in is there; asked for by its format, all of Pillow's would be loaded first.
    from PIL import Image, WebPImagePlugin  # noqa: F401

    canvas, chunks = b"", []
    # WebP counts places in steps of two pixels.
    for patch in _patches(stills, 2):
        height, width = patch.pixels.shape[:2]
        size = _three_bytes(width - 1) + _three_bytes(height - 1)
        canvas = canvas or size
        file = BytesIO()
        # More effort gains a hundredth of the bytes, for twice the time.
        Image.fromarray(patch.pixels).save(
            file, "WEBP", lossless=True, exact=True, quality=50, method=4
        )
        place = _three_bytes(patch.left // 2) + _three_bytes(patch.top // 2)
        shown = _three_bytes(patch.duration) + (b"\x00" if patch.over else b"\x02")
        # Of the still file, what follows its "RIFF", length, "WEBP": the one chunk of pixels.
        chunks.append(_riff(b"ANMF", place + size + shown + file.getvalue()[12:]))
    # It has alpha, XMP and an animation; the ground beneath it is clear.
    head = _riff(b"VP8X", b"\x16\0\0\0" + canvas) + _riff(b"ANIM", struct.pack("<IH", 0, loops))
    text = _riff(b"XMP ", _XMP.format(escape(comment)).encode())
    return _riff(b"RIFF", b"WEBP" + head + b"".join(chunks) + text)


def _riff(kind: bytes, data: bytes) -> bytes:
    return kind + struct.pack("<I", len(data)) + data + bytes(len(data) % 2)


def _three_bytes(number: int) -> bytes:
    return number.to_bytes(3, "little")


# --- GIF


class _Held(NamedTuple):
    """A frame until the palette is known.

    Attributes:
        changed: which pixels are not as in the frame before, eight to a byte.
        keys: what these are, as 0xBBGGRR or `_CLEAR_KEY`.
        duration: in milliseconds.
    """

    changed: NDArray[np.uint8]
    keys: NDArray[np.uint32]
    duration: int


def _gif(
    stills: Iterable[tuple[_Pixels, int]],
    loops: int,
    comment: str,
    keep: Sequence[Colour],
    progress: Progress,
) -> bytes:
    held: list[_Held] = []
    # Each colour that occurs, and how many pixels took it.
    colours, counts = np.empty(0, np.uint32), np.empty(0)
    before: _Pixels | None = None
    for pixels, duration in stills:
        keys = np.where(pixels >> 24 < 128, _CLEAR_KEY, pixels & 0xFFFFFF)
        changed = np.ones(keys.shape, np.bool_) if before is None else keys != before
        before = keys
        held.append(_Held(np.packbits(changed), keys[changed], duration))
        new, times = np.unique(held[-1].keys, return_counts=True)
        colours, places = np.unique(np.concatenate((colours, new)), return_inverse=True)
        counts = np.bincount(places, np.concatenate((counts, times))).astype(np.float64)
    assert before is not None  # noqa: S101 - there is a duration, and so a frame
    height, width = before.shape
    palette, codes = _palette(colours, counts, keep)
    # One table of 256 colours; the last of them is clear, and so is the ground.
    head = b"GIF89a" + struct.pack("<HHBBB", width, height, 0xF7, _CLEAR, 0)
    head += palette.tobytes().ljust(3 * 256, b"\0")
    if loops != 1:
        # It counts the plays after the first.
        head += b"!\xff\x0bNETSCAPE2.0\x03\x01" + struct.pack("<H", max(0, loops - 1)) + b"\0"
    if comment:
        head += b"!\xfe" + _blocks(comment.encode()) + b"\0"
    stills = _joined(_coded(held, before.shape, colours, codes))
    body = []
    for number, image in enumerate(_gif_images(stills, _CLEAR_KEY in colours)):
        body.append(image)
        progress(_SEEN + (1 - _SEEN) * (number + 1) / len(held))
    return head + b"".join(body) + b";"


def _blocks(data: bytes) -> bytes:
    parts = [data[at : at + 255] for at in range(0, len(data), 255)]
    return b"".join(bytes([len(part)]) + part for part in parts)


def _palette(
    keys: NDArray[np.uint32], counts: NDArray[np.float64], keep: Sequence[Colour]
) -> tuple[NDArray[np.uint8], _Codes]:
    """A palette for the colours that occur, and the code of each of them.

    The colours to keep come first, then the most frequent, then again and again the one that is
    worst off, which spreads the rest evenly over the shades of the edges.

    Args:
        keys: the colours that occur, as 0xBBGGRR or `_CLEAR_KEY`, sorted.
        counts: how often each occurs.
        keep: colours that must be in it if they occur.

    Returns:
        the palette, (n, 3) with n <= 255, and the codes, one for each key.
    """
    solid = keys[keys != _CLEAR_KEY]  # The clear one is the last of all.
    order = np.argsort(-counts[: solid.size], kind="stable")[:_CANDIDATES]
    frequent, colours = solid[order], _rgb(solid[order])
    kept = np.array([red | green << 8 | blue << 16 for red, green, blue in keep], np.uint32)
    first = list(dict.fromkeys((*kept[np.isin(kept, solid)], *frequent[:_FREQUENT])))
    # By the number itself, few pixels would be far off; without it, the many would be.
    need = np.sqrt(np.sqrt(counts[order]))
    distance = np.full(frequent.size, np.inf, np.float32)
    chosen: list[np.uint32] = []
    while len(chosen) < _CLEAR and distance.any():
        known = len(chosen) < len(first)
        chosen.append(first[len(chosen)] if known else frequent[np.argmax(distance * need)])
        distance = np.minimum(distance, np.square(colours - _rgb(chosen[-1])).sum(axis=1))
    palette = _rgb(np.array(chosen, np.uint32))
    codes = np.full(keys.size, _CLEAR, np.uint8)
    for at in range(0, solid.size, 1 << 14):
        # The squared distance, but for the colour's own square, which is the same for each
        # place; whole numbers as small as these are exact, in whatever order they are added.
        part = _rgb(solid[at : at + (1 << 14)])
        nearest = np.square(palette).sum(axis=1) - 2 * part @ palette.T
        codes[at : at + len(part)] = nearest.argmin(axis=1)
    return palette.astype(np.uint8), codes


def _rgb(keys: NDArray[np.uint32] | np.uint32) -> NDArray[np.float32]:
    """Colours as three numbers each."""
    return np.stack([keys & 255, keys >> 8 & 255, keys >> 16], axis=-1).astype(np.float32)


def _coded(
    held: Iterable[_Held],
    shape: tuple[int, int],
    colours: NDArray[np.uint32],
    codes: _Codes,
) -> Iterator[tuple[_Codes, int]]:
    """The frames again, in places of the palette, with their durations."""
    canvas = np.empty(shape, np.uint8)
    for changed, keys, duration in held:
        mask = np.unpackbits(changed, count=canvas.size).view(np.bool_).reshape(shape)
        canvas[mask] = codes[np.searchsorted(colours, keys)]
        yield canvas.copy(), duration


def _gif_images(stills: Iterable[tuple[_Codes, int]], has_clear: bool) -> Iterator[bytes]:
    """What the file has of each frame: its time, and the pixels that are not yet as they must be.

    Nothing that is drawn makes a pixel clear again. A frame before one with newly clear pixels
    therefore encloses them as well, and is taken away whole once it has been shown.
    """
    from PIL import GifImagePlugin, Image

    shown: _Codes | None = None
    elapsed = 0
    ends: list[tuple[_Codes | None, int]] = [(None, 0)]
    for (codes, duration), (following, _) in pairwise(chain(stills, ends)):
        assert codes is not None  # noqa: S101 - only the last is none
        clear = codes == _CLEAR
        gone = ~clear & (following == _CLEAR) if following is not None else np.zeros_like(clear)
        options = {"disposal": 2 if gone.any() else 1}
        # Decoders give an animation alpha if its first frame has any.
        if shown is not None or has_clear:
            options["transparency"] = _CLEAR
        if shown is None:
            shown = np.full_like(codes, _CLEAR)
        same = codes == shown
        left, top, right, bottom = _bounds(~same | gone)
        part = np.where(same, np.uint8(_CLEAR), codes)[top:bottom, left:right]
        # Rounded so that the sum is right, whatever the parts are.
        options["duration"] = 10 * ((elapsed + duration + 5) // 10 - (elapsed + 5) // 10)
        elapsed += duration
        # The blocks of one image alone; its `save` writes a whole file.
        yield b"".join(GifImagePlugin.getdata(Image.fromarray(part), (left, top), **options))
        shown = codes
        if gone.any():
            shown = codes.copy()
            shown[top:bottom, left:right] = _CLEAR
