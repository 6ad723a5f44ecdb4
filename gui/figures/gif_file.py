"""Moving pictures as GIF files: one palette for all frames, and of each what changes.

Pillow compresses the pixels. Its own animations have a palette for each frame, with no colour
exact, and cut durations off to centiseconds.
"""

from __future__ import annotations

import struct
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, pairwise
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from core.progress import Progress
from gui.figures.moving_frames import Pixels, bounds, joined

# The frames must all have been seen before the first is written; until then the share done is:
SEEN = 0.9

Colour: TypeAlias = tuple[int, int, int]
_Codes: TypeAlias = NDArray[np.uint8]  # (H, W), places in a palette

# The code that says: leave what is there. 255 are left for colours.
_CLEAR = 255
# What a clear pixel is among 0xBBGGRR.
_CLEAR_KEY = np.uint32(1 << 24)
# How many of the most frequent colours come out exact: what is flat but in no theme.
_FREQUENT = 64
# The palette is chosen among so many; flat figures have some thousand colours.
_CANDIDATES = 1 << 16


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


def gif(
    stills: Iterable[tuple[Pixels, int]],
    loops: int,
    comment: str,
    keep: Sequence[Colour],
    progress: Progress,
) -> bytes:
    """The file of frames with their durations; the rest is as in `moving_files.encode`."""
    held: list[_Held] = []
    # Each colour that occurs, and how many pixels took it.
    colours, counts = np.empty(0, np.uint32), np.empty(0)
    before: Pixels | None = None
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
    stills = joined(_coded(held, before.shape, colours, codes))
    body = []
    for number, image in enumerate(_gif_images(stills, _CLEAR_KEY in colours)):
        body.append(image)
        progress(SEEN + (1 - SEEN) * (number + 1) / len(held))
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
        left, top, right, bottom = bounds(~same | gone)
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
