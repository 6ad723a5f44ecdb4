"""What the command line says of pictures: which files, how they look, how they move.

It needs no Qt.
"""

from __future__ import annotations

import argparse
import re
from dataclasses import dataclass, replace
from pathlib import Path

from core.parsing import ProbabilityError, parse_probability
from core.state import State
from gui.figures import options as allowed
from gui.figures.options import FigureOptions, Motion, OptionsError
from gui.usage_error import UsageError, number_in, quoted, whole_number_in

SCREEN_SIZE = (1440, 900)
# What belongs to figures alone; --size, --scale and --panel are said of windows as well.
FIGURE_FLAGS = (
    *("--dpi", "--preset", "--title", "--type-scale", "--transparent", "--without"),
    "--svg-text",
)
MOTION_FLAGS = ("--animate", "--from", "--to", "--seconds", "--fps", "--loops", "--no-ease")
# Where the mistake of an OptionsError is.
FLAG_OF = {
    "pixels": "--size and --scale",
    "shape": "--size",
    "moving": "--size, --seconds and --fps",
    "sequence": "--animate replay",
    "nothing": "--animate replay",
    "panel": "--panel",
    "model": "--animate",
    "no_model": "--animate climb",
    "examples": "--animate climb",
}


@dataclass(frozen=True)
class ExportOrder:
    """The files to write.

    Attributes:
        paths: the files, each of one of `figures.options.ENDINGS`.
        figure: how it looks.
        motion: how it moves, in the files that can.
        window: whether it is the window's picture instead, with its controls.
        data: what was said of the data, as it was said.
    """

    paths: tuple[Path, ...]
    figure: FigureOptions
    motion: Motion
    window: bool = False
    data: tuple[str, ...] = (allowed.DATA,)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Teach a parser what can be said."""
    endings = " ".join(allowed.ENDINGS)
    add = parser.add_argument_group("pictures").add_argument
    add(
        "--export",
        metavar="FILE",
        action="append",
        help=f"write a figure and exit; needs no display; by ending: {endings}; "
        "may be given several times",
    )
    add(
        "--preset",
        choices=(*allowed.PRESETS, allowed.SCREEN),
        help="a slide, half a page of A4, a square, or the window as on the screen (.png)",
    )
    add("--size", metavar="WxH", help="size in pixels, or of a figure in print: 170x125mm")
    add("--scale", metavar="S", help="pixels of a picture for each of its size, as in 2")
    add("--dpi", metavar="N", help="pixels per inch of a picture whose size is in mm")
    add(
        "--panel",
        choices=allowed.ALL_PANELS,
        help="show one plot alone; prediction and landscape are the model's",
    )
    add("--without", metavar="PARTS", help="leave out, of tiles,formulas,numbers, some or all")
    add("--title", metavar="TEXT", help="a title over the figure")
    add("--type-scale", metavar="S", help="larger or smaller type, as in 1.25")
    add("--transparent", action="store_true", help="a figure without a ground of its own")
    add("--svg-text", choices=("outlines", "text"), help="how text is kept in an .svg")
    add = parser.add_argument_group("moving pictures (.gif .apng .webp)").add_argument
    add(
        "--animate",
        choices=allowed.ALL_KINDS,
        help="π moves, the observations come in, or the model goes down its landscape",
    )
    add("--from", metavar="P", dest="start", help="π at the beginning of a sweep")
    add("--to", metavar="P", dest="stop", help="π at its end")
    add("--seconds", metavar="T", help="how long it takes")
    add("--fps", metavar="N", help="frames a second")
    add("--loops", metavar="N", help="how often it is played; 0 for ever")
    add("--no-ease", action="store_true", help="do not begin and end slowly")


def order(given: argparse.Namespace, state: State, panel: str | None = None) -> ExportOrder | None:
    """Read what was given; None where no file is to be written.

    Args:
        given: the arguments.
        state: what is to be shown; with a model, its view.
        panel: the plots that a session shows; None for no session.

    Raises:
        UsageError: it cannot be followed.
    """
    if given.export is None:
        _refuse(given, (*FIGURE_FLAGS, *MOTION_FLAGS), "needs --export FILE")
        _scale(given.scale)
        return None
    paths = tuple(_path(text) for text in given.export)
    for path in paths:
        if paths.count(path) > 1:
            raise UsageError(f"--export: {str(path)!r} is named twice")
    panel = given.panel or panel or "all"
    if given.preset == allowed.SCREEN:
        return _window(given, paths, panel, state)
    motion = _motion(given, allowed.kinds_of(state)[0])
    result = ExportOrder(paths, _figure(given, panel), motion, data=_data_words(given))
    moves = any(path.suffix.lower() in allowed.MOVING_ENDINGS for path in paths)
    if not moves:
        endings = " ".join(allowed.MOVING_ENDINGS)
        _refuse(given, MOTION_FLAGS, f"needs --export to a file that moves: {endings}")
    try:
        allowed.check(result.figure)
        allowed.check_view(result.figure, state)
        if moves:
            allowed.check_motion(result.figure, result.motion, state)
    except OptionsError as error:
        raise UsageError(f"{FLAG_OF[error.reason]}: {error}") from error
    return result


def _refuse(given: argparse.Namespace, flags: tuple[str, ...], why: str) -> None:
    for flag in flags:
        if _given(given, flag):
            raise UsageError(f"{flag}: {why}")


def window_size(given: argparse.Namespace) -> tuple[int, int] | None:
    """The size of the window; None where it was not given.

    Raises:
        UsageError: it is no size in pixels.
    """
    if given.size is None:
        return None
    width, height, unit = _size(given.size)
    if unit != "px":
        raise UsageError("--size: a window has pixels, as in 1440x900; millimetres are for figures")
    return int(width), int(height)


def _given(given: argparse.Namespace, flag: str) -> bool:
    names = {"--from": "start", "--to": "stop"}
    value = getattr(given, names.get(flag, flag[2:].replace("-", "_")))
    return value not in (None, False)


def _window(
    given: argparse.Namespace, paths: tuple[Path, ...], panel: str, state: State
) -> ExportOrder:
    flags = tuple(flag for flag in (*FIGURE_FLAGS, *MOTION_FLAGS) if flag != "--preset")
    _refuse(given, flags, f"is for figures, not for --preset {allowed.SCREEN}")
    for path in paths:
        if path.suffix.lower() != ".png":
            raise UsageError(f"--preset {allowed.SCREEN}: writes .png files, not {path.name!r}")
    width, height = window_size(given) or SCREEN_SIZE
    figure = FigureOptions(
        panel=panel,
        width=width,
        height=height,
        scale=_scale(given.scale),
        theme=given.theme or "light",
        language=given.lang or "en",
    )
    try:
        allowed.check(figure)
        allowed.check_view(figure, state)
    except OptionsError as error:
        raise UsageError(f"{FLAG_OF[error.reason]}: {error}") from error
    return ExportOrder(paths, figure, Motion(), window=True, data=_data_words(given))


def _data_words(given: argparse.Namespace) -> tuple[str, ...]:
    words = [] if given.data is None else [given.data]
    if words and given.view == "model":
        words += ["--view", "model"]
    for flag, value in (
        *(("--column", given.column), ("--draw", given.draw)),
        *(("--model", given.model), ("--x", given.x), ("--y", given.y)),
    ):
        if value is not None:
            words += [flag, value]
    return tuple(words) or (allowed.DATA,)


def _figure(given: argparse.Namespace, panel: str) -> FigureOptions:
    figure = allowed.PRESETS.get(given.preset, FigureOptions())
    if given.size is not None:
        width, height, unit = _size(given.size)
        figure = replace(figure, width=width, height=height, unit=unit)
    if given.scale is not None and figure.unit != "px":
        raise UsageError("--scale: is for a size in pixels; a size in mm has --dpi")
    if given.dpi is not None and figure.unit != "mm":
        raise UsageError("--dpi: is for a size in mm; a size in pixels has --scale")
    return replace(
        figure,
        panel=panel,
        scale=_scale(given.scale),
        dpi=figure.dpi if given.dpi is None else whole_number_in("--dpi", given.dpi, *allowed.DPIS),
        theme=given.theme or "light",
        language=given.lang or "en",
        type_scale=figure.type_scale
        if given.type_scale is None
        else number_in("--type-scale", given.type_scale, *allowed.TYPE_SCALES, example="1.25"),
        title=_title(given.title),
        transparent=figure.transparent or given.transparent,
        parts=figure.parts - _left_out(given.without),
        outlines=given.svg_text != "text",
    )


def _motion(given: argparse.Namespace, kind: str) -> Motion:
    usual = Motion(kind=given.animate or kind)
    if usual.kind != "sweep" and (given.start is not None or given.stop is not None):
        raise UsageError("--from and --to: are for --animate sweep")
    return replace(
        usual,
        start=_probability("--from", given.start),
        stop=_probability("--to", given.stop),
        seconds=usual.seconds
        if given.seconds is None
        else number_in("--seconds", given.seconds, *allowed.SECONDS, example="4"),
        fps=usual.fps
        if given.fps is None
        else whole_number_in("--fps", given.fps, *allowed.FRAME_RATES),
        loops=usual.loops
        if given.loops is None
        else whole_number_in("--loops", given.loops, 0, allowed.MOST_LOOPS),
        ease=not given.no_ease,
    )


def _probability(flag: str, text: str | None) -> float | None:
    try:
        return None if text is None else parse_probability(text)
    except ProbabilityError as error:
        raise UsageError(f"{flag}: {error}") from error


def _path(text: str) -> Path:
    path = Path(text)
    if path.suffix.lower() not in allowed.ENDINGS:
        endings = " ".join(allowed.ENDINGS)
        raise UsageError(f"--export: {quoted(path.name)} has no known ending; allowed: {endings}")
    return path


def _size(text: str) -> tuple[float, float, str]:
    """Width, height and unit."""
    pixels = re.fullmatch(r"([0-9]{1,5})[xX]([0-9]{1,5})", text)
    if pixels:
        size = float(pixels[1]), float(pixels[2])
        if all(1 <= side <= allowed.LARGEST_SIDE for side in size) and _is_short(size):
            return *size, "px"
    number = r"([0-9]{1,4}(?:\.[0-9]{1,3})?)"
    print_ = re.fullmatch(rf"{number}[xX]{number} ?mm", text)
    if print_:
        size = float(print_[1]), float(print_[2])
        low, high = allowed.MILLIMETRES
        if all(low <= side <= high for side in size) and _is_short(size):
            return *size, "mm"
    raise UsageError(
        f"--size: {quoted(text)} is not a size; allowed: WxH in pixels, each from 1 to "
        f"{allowed.LARGEST_SIDE} and no side over {allowed.LONGEST} times the other, as in "
        f"1920x1080; or in mm, as in 170x125mm"
    )


def _is_short(size: tuple[float, float]) -> bool:
    return max(size) <= allowed.LONGEST * min(size)


def _scale(text: str | None) -> float:
    return 1.0 if text is None else number_in("--scale", text, *allowed.SCALES, example="2")


def _title(text: str | None) -> str:
    title = " ".join((text or "").split())
    if len(title) > allowed.LONGEST_TITLE:
        raise UsageError(
            f"--title: has {len(title)} characters; allowed: at most {allowed.LONGEST_TITLE}"
        )
    return title


def _left_out(text: str | None) -> frozenset[str]:
    parts = [part.strip() for part in (text or "").split(",") if part.strip()]
    for part in parts:
        if part not in allowed.PARTS:
            raise UsageError(
                f"--without: {quoted(part)} is no part; allowed: {','.join(allowed.PARTS)}"
            )
    return frozenset(parts)
