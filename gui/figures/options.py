"""What a figure is to look like: its parts, size, look and motion; it needs no Qt.

The command line and the export dialog both fill these in, and `gui.figures.commands` writes them
down again as the command that makes the same file.
"""

from __future__ import annotations

import itertools
import math
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from core.state import State

PANELS = ("all", "likelihood", "log-likelihood", "bce")
MODEL_PANELS = ("all", "prediction", "landscape")
ALL_PANELS = (*PANELS, *MODEL_PANELS[1:])
KINDS, MODEL_KINDS = ("sweep", "replay"), ("climb",)
ALL_KINDS = (*KINDS, *MODEL_KINDS)
PARTS = ("tiles", "formulas", "numbers")
STILL_ENDINGS = (".png", ".svg", ".pdf", ".csv")
MOVING_ENDINGS = (".gif", ".apng", ".webp")
ENDINGS = STILL_ENDINGS + MOVING_ENDINGS

# The least that Qt, and each kind of moving picture, can paint and keep.
LARGEST_SIDE = 16_000
# A figure is at most so many times as wide as high, or as high as wide.
LONGEST = 8
MILLIMETRES = (10.0, 2_000.0)
SCALES = (0.1, 8.0)
DPIS = (36, 2_400)
TYPE_SCALES = (0.5, 3.0)
LONGEST_TITLE = 200
SECONDS = (0.1, 60.0)
# GIF counts in hundredths of a second, and browsers slow down what is quicker than 50 a second.
FRAME_RATES = (1, 50)
MOST_LOOPS = 1_000
# Pixels of all frames together: what a common machine holds while it compresses them.
MOST_MOVING_PIXELS = 300_000_000
# More tiles than this are not told apart in a figure: it shows their shares instead.
MOST_TILES = 240
# What stands in a command for data that it cannot hold.
DATA = "DATA"

PIXELS_PER_INCH, POINTS_PER_INCH, MM_PER_INCH = 96.0, 72.0, 25.4


@dataclass(frozen=True)
class FigureOptions:
    """A figure, apart from the numbers in it.

    Attributes:
        panel: which of `PANELS`; of the Model view, which of `MODEL_PANELS`.
        width: in `unit`s.
        height: likewise.
        unit: "px" or "mm".
        scale: pixels of a picture for each of a size in px.
        dpi: pixels of a picture per inch of a size in mm.
        theme: "light" or "dark".
        language: "en" or "ko".
        type_scale: how large the type is, beside what is usual for the size.
        title: over the figure; "" for none.
        transparent: without a ground of its own.
        parts: which of `PARTS` are shown beside the plots; tiles are the examples of a model.
        outlines: whether text in an SVG is drawn as outlines, or kept as text.
    """

    panel: str = "all"
    width: float = 1440
    height: float = 900
    unit: str = "px"
    scale: float = 1.0
    dpi: int = 300
    theme: str = "light"
    language: str = "en"
    type_scale: float = 1.0
    title: str = ""
    transparent: bool = False
    parts: frozenset[str] = field(default_factory=lambda: frozenset(PARTS))
    outlines: bool = True

    @property
    def pixels(self) -> tuple[int, int]:
        """Width and height of a picture."""
        each = self.scale if self.unit == "px" else self.dpi / MM_PER_INCH
        return round(self.width * each), round(self.height * each)

    @property
    def points(self) -> tuple[float, float]:
        """Width and height of a page, in 1/72 inch; a pixel is 1/96 inch there."""
        inch = PIXELS_PER_INCH if self.unit == "px" else MM_PER_INCH
        return self.width / inch * POINTS_PER_INCH, self.height / inch * POINTS_PER_INCH

    @property
    def pixels_per_inch(self) -> float:
        """What a picture says of its own resolution."""
        return PIXELS_PER_INCH * self.scale if self.unit == "px" else float(self.dpi)

    @property
    def size_text(self) -> str:
        """The size as the command line takes it: "1920x1080" or "170x125mm"."""
        unit = "" if self.unit == "px" else "mm"
        return f"{self.width:.10g}x{self.height:.10g}{unit}"

    def has(self, part: str) -> bool:
        """Whether one of `PARTS` is shown."""
        return part in self.parts


@dataclass(frozen=True)
class Motion:
    """How a figure moves.

    Attributes:
        kind: "sweep" moves π, "replay" lets the observations come one by one, "climb" lets a model
            go down its landscape.
        start: where π begins; None for the left end of the axis.
        stop: where it ends; None for the right end.
        seconds: how long it takes.
        fps: frames a second.
        loops: how often it is played; 0 for ever.
        ease: whether it begins and ends slowly.
    """

    kind: str = "sweep"
    start: float | None = None
    stop: float | None = None
    seconds: float = 4.0
    fps: int = 25
    loops: int = 0
    ease: bool = True

    @property
    def frames(self) -> int:
        """How many frames there are."""
        return max(2, round(self.seconds * self.fps))

    @property
    def durations(self) -> tuple[int, ...]:
        """How long each frame is shown, in milliseconds; together `seconds`."""
        ends = [round(self.seconds * 1000.0 * i / self.frames) for i in range(self.frames + 1)]
        return tuple(end - start for start, end in itertools.pairwise(ends))


# What is chosen with one word. The window's picture ("screen") is no figure and has its own way.
PRESETS: dict[str, FigureOptions] = {
    "slide": FigureOptions(width=1920, height=1080, type_scale=1.25),
    "a4-half": FigureOptions(
        width=170, height=125, unit="mm", dpi=300, type_scale=0.8, transparent=True
    ),
    "square": FigureOptions(width=1080, height=1080, type_scale=1.4),
}
SCREEN = "screen"


class OptionsError(ValueError):
    """Options that cannot be followed.

    Attributes:
        reason: "pixels" (too many, or none), "shape" (too long), "moving" (too many in all frames),
            "sequence" (a replay of counts), "nothing" (a replay of no observations), "panel" (of
            another view), "model" (a motion that is not a model's), "no_model" (a climb without
            one) or "examples" (a climb without examples).
        found: what was asked for.
    """

    def __init__(self, reason: str, found: str = "", size: str = "") -> None:
        self.reason, self.found = reason, found
        super().__init__(
            {
                "pixels": (
                    f"{size} comes to {found} pixels; allowed: each side from 1 to {LARGEST_SIDE}"
                ),
                "shape": f"{found} is too long; allowed: no side over {LONGEST} times the other",
                "moving": (
                    f"{found} pixels in all frames; allowed: {MOST_MOVING_PIXELS}; "
                    "make it smaller, shorter or slower"
                ),
                "sequence": "a replay needs a sequence; of these data only the counts are known",
                "nothing": "a replay needs observations; there are none",
                "panel": f"{found!r} is not in this view; allowed: {size}",
                "model": f"{found!r} is not for the model; allowed: {', '.join(MODEL_KINDS)}",
                "no_model": "only a model climbs; give --view model, --model or --points",
                "examples": "a climb needs examples; there are none",
            }[reason]
        )


def check(options: FigureOptions) -> None:
    """See that a figure can be made at all.

    Raises:
        OptionsError: it cannot.
    """
    pixels = options.pixels
    if not all(1 <= side <= LARGEST_SIDE for side in pixels):
        raise OptionsError("pixels", f"{pixels[0]}x{pixels[1]}", options.size_text)
    if max(options.width, options.height) > LONGEST * min(options.width, options.height):
        raise OptionsError("shape", options.size_text)


def panels_of(state: State) -> tuple[str, ...]:
    """The panels of the view that a state is of."""
    return PANELS if state.model is None else MODEL_PANELS


def kinds_of(state: State) -> tuple[str, ...]:
    """The kinds of motion of that view."""
    return KINDS if state.model is None else MODEL_KINDS


def check_view(options: FigureOptions, state: State) -> None:
    """See that a figure is of the view that a state is of.

    Raises:
        OptionsError: it is not.
    """
    if options.panel not in panels_of(state):
        raise OptionsError("panel", options.panel, ", ".join(panels_of(state)))


def check_motion(options: FigureOptions, motion: Motion, state: State) -> None:
    """See that a figure can move.

    Raises:
        OptionsError: it cannot.
    """
    check(options)
    if motion.kind not in kinds_of(state):
        raise OptionsError("no_model" if state.model is None else "model", motion.kind)
    if state.model is not None and not state.model.data.n:
        raise OptionsError("examples")
    if motion.kind == "replay" and not state.observations.has_sequence:
        raise OptionsError("sequence")
    if motion.kind == "replay" and not state.observations.n:
        raise OptionsError("nothing")
    pixels = math.prod(options.pixels) * motion.frames
    if pixels > MOST_MOVING_PIXELS:
        raise OptionsError("moving", f"{pixels}")
