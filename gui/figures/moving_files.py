"""Moving pictures as files: GIF, APNG and lossless WebP, of frames that come one after another.

Pillow compresses the pixels of GIF and WebP; the files around them are put together in a module
for each kind, since Pillow's `save_all` keeps every frame whole in memory, four bytes a pixel. What
else it does worse is told there.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from core.progress import Progress
from gui.figures.apng_file import apng
from gui.figures.gif_file import SEEN, Colour, gif
from gui.figures.moving_frames import LONGEST, Pixels, joined
from gui.figures.webp_file import webp

# The longest side of each kind of file, in pixels.
LARGEST = {".gif": 65_535, ".apng": 65_535, ".webp": 16_383}
# The most plays that all three can count.
MOST_PLAYS = 65_535


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
    if not 0 <= loops <= MOST_PLAYS:
        raise ValueError(f"loops must be from 0 to {MOST_PLAYS}")
    stills = joined(_stills(ending, frames, durations, progress))
    if ending == ".gif":
        data = gif(stills, loops, comment, keep, progress)
    else:
        data = (apng if ending == ".apng" else webp)(stills, loops, comment)
    progress(1.0)
    return data


def _stills(
    ending: str, frames: Iterable[NDArray[np.uint8]], durations: Sequence[int], progress: Progress
) -> Iterator[tuple[Pixels, int]]:
    """The frames, checked, a pixel a number, with their durations."""
    largest, share = LARGEST[ending], SEEN if ending == ".gif" else 1.0
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
