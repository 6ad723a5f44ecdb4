"""Animations as files: what a decoder makes of them is what was given."""

import io
import struct
from itertools import pairwise
from xml.etree import ElementTree as ET

import numpy as np
import pytest
from PIL import Image

from core.progress import nobody
from gui.figures.moving_files import LARGEST, MOST_PLAYS, encode
from gui.figures.moving_frames import LONGEST

ENDINGS = [".gif", ".apng", ".webp"]
EXACT = [".apng", ".webp"]

GROUND, CARD, ONES, ZEROS, DARK = KEEP = [
    (246, 245, 241),
    (255, 255, 255),
    (0, 114, 178),
    (213, 94, 0),
    (27, 31, 36),
]


@pytest.fixture(autouse=True)
def _quiet_decoder(caplog):
    caplog.set_level("INFO", "PIL")  # It logs each chunk that it reads.


def file(ending, frames, durations=None, loops=0, comment="", keep=KEEP, progress=nobody):
    durations = durations or [33] * len(frames)
    return encode(ending, iter(frames), durations, loops, comment, keep, progress)


def shown(data):
    """What a decoder shows: the frames, the durations."""
    frames, durations = [], []
    with Image.open(io.BytesIO(data)) as image:
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            image.load()
            frames.append(np.array(image.convert("RGBA")))
            durations.append(image.info["duration"])
    return frames, durations


def info(data):
    with Image.open(io.BytesIO(data)) as image:
        return dict(image.info)


def figure(place, width=120, height=80, clear=False):
    """A card on a ground, with a line and a disc whose edges are soft, at `place` from 0 to 1."""
    y, x = np.mgrid[:height, :width].astype(float)
    frame = np.empty((height, width, 4))
    frame[..., :3], frame[..., 3] = GROUND, 0 if clear else 255

    def lay(colour, share):
        share = np.clip(share, 0, 1)[..., None]
        alpha = frame[..., 3:] / 255
        total = share + alpha * (1 - share)
        mixed = share * np.array(colour) + alpha * (1 - share) * frame[..., :3]
        frame[..., :3] = mixed / np.maximum(total, 1e-9)
        frame[..., 3:] = 255 * total

    lay(CARD, ((x > 8) & (x < width / 2 - 2) & (y > 8)).astype(float))
    lay(ONES, 1.5 - abs(x - width * place))
    lay(ZEROS, 5.5 - np.hypot(x - width * (0.2 + 0.6 * place), y - height / 2))
    lay(DARK, ((y > height - 5) & (x < width * place)).astype(float))
    return np.rint(frame).astype(np.uint8)


def sweep(count=12, **options):
    return [figure(0.1 + 0.8 * number / count, **options) for number in range(count)]


def noise(count, height, width, seed=3):
    return list(np.random.default_rng(seed).integers(0, 256, (count, height, width, 4), np.uint8))


def in_gif(frame):
    """A frame as GIF can have it, but for its palette: a clear pixel is all zero."""
    solid = frame[..., 3:] >= 128
    return np.where(solid, frame | np.array([0, 0, 0, 255], np.uint8), 0).astype(np.uint8)


def is_one_of(frame, colours):
    return (frame[..., None, :3] == np.array(colours)).all(axis=-1).any(axis=-1)


# --- the pixels


@pytest.mark.parametrize("clear", [False, True])
@pytest.mark.parametrize("ending", EXACT)
def test_each_frame_is_exact(ending, clear):
    frames = sweep(clear=clear)
    back, durations = shown(file(ending, frames))
    assert durations == [33] * len(frames)
    assert np.array_equal(back, frames)


@pytest.mark.parametrize("shape", [(1, 1), (33, 64), (1, 7), (7, 1), (31, 17)])
@pytest.mark.parametrize("ending", EXACT)
def test_any_pixels_are_exact(ending, shape):
    frames = noise(5, *shape)
    frames[1][..., 3] = 255  # from half clear to opaque, and back
    frames[3] = frames[2].copy()
    frames[3][-1, -1] = (1, 2, 3, 0)  # colours that nobody sees
    back, _ = shown(file(ending, frames))
    assert np.array_equal(back, frames)


@pytest.mark.parametrize("clear", [False, True])
def test_gif_is_exact_in_flat_colours_and_close_in_soft_edges(clear):
    frames = sweep(30, clear=clear)
    for frame in frames:  # 1600 colours, more than a palette has
        frame[12:52, 70:110, :2] = np.mgrid[40:240:5, 40:240:5].transpose(1, 2, 0)
        frame[12:52, 70:110, 2:] = 128, 255
    back, _ = shown(file(".gif", frames))
    assert len(back) == len(frames)
    for is_, was in zip(back, map(in_gif, frames), strict=True):
        assert np.array_equal(is_[..., 3], was[..., 3])
        solid = was[..., 3] == 255
        error = abs(is_.astype(int) - was)[..., :3].max(axis=-1)[solid]
        assert error.max() <= 15
        assert error.mean() < 2
        assert not error[is_one_of(was, KEEP)[solid]].any()


@pytest.mark.parametrize("shape", [(1, 1), (33, 64), (1, 7), (7, 1), (31, 17)])
def test_gif_is_exact_while_there_are_colours(shape):
    colours = np.random.default_rng(1).integers(0, 256, (255, 4), np.uint8)
    colours[100:, 3] |= 128
    frames = [colours[choice[..., 0] % 255] for choice in noise(6, *shape)]
    back, _ = shown(file(".gif", frames))
    assert np.array_equal(back, list(map(in_gif, frames)))


def test_gif_keeps_colours_that_hardly_occur_and_leaves_out_those_that_do_not():
    (frame,) = noise(1, 80, 120)
    frame[..., 3] = 255
    frame[0, : len(KEEP), :3] = KEEP
    absent = [(number, 1, 2) for number in range(256)]
    back = shown(file(".gif", [frame], keep=absent + KEEP))[0][0]
    assert np.array_equal(back[0, : len(KEEP)], frame[0, : len(KEEP)])
    assert len(np.unique(back.reshape(-1, 4), axis=0)) == 255


def test_gif_has_one_palette_and_only_what_changes():
    frames = sweep(20)
    data = file(".gif", frames)
    with Image.open(io.BytesIO(data)) as image:
        palette = image.getpalette()
        for number in range(1, image.n_frames):
            image.seek(number)
            (box,) = (tile.extents for tile in image.tile)
            assert (box[2] - box[0]) * (box[3] - box[1]) < 120 * 80 * 0.8
            assert image.global_palette.palette == bytes(palette)
            assert image._frame_palette is None or image._frame_palette is image.global_palette
    assert len(data) < 20 * 1000


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("start", [0, 1, 2])
def test_pixels_that_come_and_go(ending, start):
    empty = np.zeros((20, 30, 4), np.uint8)
    full, low, high = (empty.copy() for _ in range(3))
    full[...] = (*ONES, 255)
    low[2:6, 3:7], high[12:18, 20:29] = (*ZEROS, 255), (*DARK, 255)
    frames = [full, empty, low, high, full, high, empty, full, low]
    frames = frames[start:] + frames[:start]
    back, _ = shown(file(ending, frames))
    assert np.array_equal(back, frames)


@pytest.mark.parametrize("ending", ENDINGS)
def test_frames_may_come_in_the_same_memory(ending):
    frames = sweep(5)

    def reused():
        memory = np.empty_like(frames[0])
        for frame in frames:
            memory[...] = frame
            yield memory

    assert encode(ending, reused(), [33] * 5, 0, "", KEEP, nobody) == file(ending, frames)


@pytest.mark.parametrize("ending", ENDINGS)
def test_frames_may_lie_in_memory_in_any_way(ending):
    frames = sweep(3)
    turned = [np.asfortranarray(frame) for frame in frames]
    assert file(ending, turned) == file(ending, frames)


# --- the times


@pytest.mark.parametrize("ending", ENDINGS)
def test_durations_add_up(ending):
    durations = [33, 33, 34] * 4
    assert sum(shown(file(ending, sweep(), durations))[1]) == 400


def test_gif_spreads_what_it_rounds():
    given = [33, 33, 34] * 4
    durations = shown(file(".gif", sweep(), given))[1]
    assert set(durations) == {30, 40}
    for count in range(len(given)):
        assert abs(sum(durations[:count]) - sum(given[:count])) <= 5


@pytest.mark.parametrize("ending", ENDINGS)
def test_frames_that_are_alike_become_one_that_lasts(ending):
    first, second, third = sweep(3)
    frames = [first] * 3 + [second] + [third] * 5
    back, durations = shown(file(ending, frames, [100] * 3 + [20] + [1000] * 5))
    assert durations == [300, 20, 5000]
    assert len(back) == 3


def test_gif_joins_frames_that_its_palette_makes_alike():
    frames = noise(2, 80, 120)
    frames[0][..., 3] = frames[1][..., 3] = 255
    near = frames[1].copy()
    near[0, 0, 0] ^= 1
    assert len(shown(file(".gif", [*frames, near]))[0]) == 2


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("count", [1, 2, 7])
def test_one_frame_keeps_its_time(ending, count):
    frame = figure(0.5)
    back, durations = shown(file(ending, [frame] * count, [50] * count))
    assert durations == [50 * count]
    assert is_one_of(back[0], KEEP).mean() > 0.9


@pytest.mark.parametrize("ending", ENDINGS)
def test_what_lasts_longer_than_a_frame_can_is_shown_in_several(ending):
    frame, other = sweep(2)
    back, durations = shown(file(ending, [frame] * 3 + [other], [40_000] * 3 + [20]))
    assert sum(durations) == 120_020
    assert len(back) == 4
    assert np.array_equal(back[0], back[-2])


# --- what else is in the file


@pytest.mark.parametrize("loops", [0, 1, 2, 3, MOST_PLAYS])
@pytest.mark.parametrize("frames", [sweep(3), sweep(1)])
def test_it_is_played_as_often_as_asked(frames, loops):
    assert info(file(".apng", frames, loops=loops))["loop"] == loops
    assert info(file(".webp", frames, loops=loops))["loop"] == loops
    # GIF counts how often it is repeated, and says nothing if it is not.
    repeats = {0: 0, 1: None}.get(loops, loops - 1)
    assert info(file(".gif", frames, loops=loops)).get("loop") == repeats


@pytest.mark.parametrize(
    "comment", ['python main.py "한글 & <π>.csv" --pi 0.5', "x" * 255, "한" * 400]
)
def test_the_comment_is_read_back(comment):
    frames = sweep(2)
    assert info(file(".gif", frames, comment=comment))["comment"].decode() == comment
    with Image.open(io.BytesIO(file(".apng", frames, comment=comment))) as image:
        assert image.text == {"Comment": comment}
    root = ET.fromstring(info(file(".webp", frames, comment=comment))["xmp"])  # noqa: S314
    (item,) = root.iter("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}li")
    assert item.text == comment


@pytest.mark.parametrize("ending", ENDINGS)
def test_there_may_be_no_comment(ending):
    back = file(ending, sweep(2))
    assert len(shown(back)[0]) == 2
    assert "comment" not in info(back)


def test_a_program_that_knows_no_animations_shows_the_first_frame():
    first, second = sweep(2)
    data = file(".apng", [first, second])
    kinds, at = [], 8
    while at < len(data):
        (length,) = struct.unpack(">I", data[at : at + 4])
        kinds.append(data[at + 4 : at + 8])
        at += 12 + length
    assert kinds == [b"IHDR", b"acTL", b"iTXt", b"fcTL", b"IDAT", b"fcTL", b"fdAT", b"IEND"]


@pytest.mark.parametrize("ending", ENDINGS)
def test_the_same_frames_make_the_same_bytes(ending):
    assert file(ending, sweep(clear=True)) == file(ending, sweep(clear=True))


# --- progress and refusals


@pytest.mark.parametrize("ending", ENDINGS)
def test_it_tells_how_far_it_is(ending):
    told = []
    file(ending, sweep(12), progress=told.append)
    assert len(told) > 12
    assert all(0 < one <= other <= 1 for one, other in pairwise(told))
    assert told[-1] == 1


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    pass


@pytest.mark.parametrize("ending", ENDINGS)
def test_frames_may_end_it(ending):
    def frames():
        yield from sweep(3)
        raise Cancelled

    with pytest.raises(Cancelled):
        encode(ending, frames(), [33] * 12, 0, "", KEEP, nobody)


@pytest.mark.parametrize("share", [0.0, 0.5, 0.95, 1.0])
@pytest.mark.parametrize("ending", ENDINGS)
def test_progress_may_end_it(ending, share):
    def stop(done):
        if done >= share:
            raise Cancelled

    with pytest.raises(Cancelled):
        file(ending, sweep(12), progress=stop)


@pytest.mark.parametrize("ending", ENDINGS)
def test_frames_are_taken_one_by_one(ending):
    taken, told = [], []

    def frames():
        for number, frame in enumerate(sweep(5)):
            assert len(told) == number
            taken.append(number)
            yield frame

    encode(ending, frames(), [33] * 5, 0, "", KEEP, told.append)
    assert taken == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    "changed",
    [
        {"ending": ".png"},
        {"durations": []},
        {"durations": [33]},
        {"durations": [33, 33, 33]},
        {"durations": [33, 0]},
        {"durations": [33, LONGEST + 1]},
        {"loops": -1},
        {"loops": MOST_PLAYS + 1},
        {"frames": []},
        {"frames": [np.zeros((4, 4, 4), np.uint8), np.zeros((4, 5, 4), np.uint8)]},
        {"frames": [np.zeros((4, 4, 3), np.uint8)] * 2},
        {"frames": [np.zeros((4, 4), np.uint8)] * 2},
        {"frames": [np.zeros((4, 4, 4), np.float64)] * 2},
        {"frames": [np.zeros((0, 4, 4), np.uint8)] * 2},
        {"frames": [np.zeros((1, LARGEST[".webp"] + 1, 4), np.uint8)] * 2, "ending": ".webp"},
    ],
)
def test_what_it_refuses(changed):
    arguments = {"ending": ".gif", "durations": [33, 33], "loops": 0, "frames": sweep(2)}
    arguments |= {"comment": "", "keep": KEEP, "progress": nobody}
    with pytest.raises(ValueError, match=r"\w"):
        encode(**(arguments | changed))
