"""The choices of the last export, kept for the next one."""

from __future__ import annotations

import json
from dataclasses import asdict, replace

from gui.figures.options import (
    ALL_KINDS,
    ALL_PANELS,
    DPIS,
    ENDINGS,
    FRAME_RATES,
    LARGEST_SIDE,
    MILLIMETRES,
    MOST_LOOPS,
    PARTS,
    SCALES,
    SECONDS,
    STILL_ENDINGS,
    TYPE_SCALES,
    FigureOptions,
    Motion,
    check,
)

# What belongs to one figure, or to the window, and is not remembered.
NOT_KEPT = ("title", "theme", "language", "start", "stop")


def remembered(options: FigureOptions, motion: Motion, ending: str) -> str:
    """The choices as a text for the next time; the title belongs to one figure and is left out."""
    kept = {**asdict(options), **asdict(motion), "ending": ending}
    kept["parts"] = [part for part in PARTS if options.has(part)]
    return json.dumps({key: value for key, value in kept.items() if key not in NOT_KEPT})


def recalled(text: str) -> tuple[FigureOptions, Motion, str]:
    """The choices of the last time; what is not there, or not allowed, is as usual."""
    options, motion, ending = FigureOptions(), Motion(), STILL_ENDINGS[0]
    try:
        kept = json.loads(text)
        options = replace(
            options, **{key: kept[key] for key in asdict(options) if key not in NOT_KEPT}
        )
        motion = replace(
            motion, **{key: kept[key] for key in asdict(motion) if key not in NOT_KEPT}
        )
        ending = kept["ending"] if kept["ending"] in ENDINGS else ending
        _check_kept(options, motion)
        options = replace(options, parts=frozenset(options.parts) & frozenset(PARTS))
        check(options)
    except (ValueError, TypeError, KeyError, AttributeError, OverflowError, RecursionError):
        return FigureOptions(), Motion(), STILL_ENDINGS[0]
    return options, motion, ending


def _check_kept(options: FigureOptions, motion: Motion) -> None:
    """See that what was read is of the right kind; the parts are a list as yet.

    Raises:
        ValueError: it is not.
    """
    sides = MILLIMETRES if options.unit == "mm" else (1, LARGEST_SIDE)
    for value, (low, high), kinds in (
        (options.width, sides, (int, float)),
        (options.height, sides, (int, float)),
        (options.scale, SCALES, (int, float)),
        (options.dpi, DPIS, (int,)),
        (options.type_scale, TYPE_SCALES, (int, float)),
        (motion.seconds, SECONDS, (int, float)),
        (motion.fps, FRAME_RATES, (int,)),
        (motion.loops, (0, MOST_LOOPS), (int,)),
    ):
        if type(value) not in kinds or not low <= value <= high:
            raise ValueError(f"{value!r} is not from {low} to {high}")
    if (
        not isinstance(options.parts, list)
        or options.panel not in ALL_PANELS
        or options.unit not in ("px", "mm")
        or motion.kind not in ALL_KINDS
        or not all(
            isinstance(flag, bool) for flag in (options.transparent, options.outlines, motion.ease)
        )
    ):
        raise ValueError("an unknown choice")
