"""The command that makes the same figure again; it needs no Qt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.state import LogBase
from gui.draws import drawn
from gui.figures.model_words import model_words
from gui.figures.options import (
    DATA,
    MOST_TILES,
    MOVING_ENDINGS,
    PARTS,
    SCREEN,
    FigureOptions,
    Motion,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from core.state import State

# A longer sequence does not go into a command.
LONGEST_SEQUENCE = 4_096


def command(
    state: State,
    options: FigureOptions,
    motion: Motion | None,
    name: str,
    data: Sequence[str] = (DATA,),
) -> str:
    """The command that makes the same file, of the same version of the program.

    Args:
        state: what is shown.
        options: how it looks.
        motion: how it moves; None for a figure that stands still.
        name: of the file.
        data: what a command line had for its data. Where a long sequence is replayed and nobody
            knows where it comes from, the word DATA stands in its place.

    Returns:
        one line, quoted as shells on Linux and macOS have it.
    """
    in_order = (motion is not None and motion.kind == "replay") or (
        options.has("tiles") and state.observations.n <= MOST_TILES
    )
    words = [*_chosen(state, data, in_order=in_order), *_look(options, name)]
    if motion is not None:
        words += _motion(motion)
    return _line(words, name)


def window_command(
    state: State, options: FigureOptions, name: str, data: Sequence[str] = (DATA,)
) -> str:
    """The command that makes the same picture of a fresh window: size, plots, theme, language.

    What was scrolled, selected or said in the window is in no command. For the arguments see
    `command`.
    """
    words = [*_chosen(state, data, in_order=True), "--preset", SCREEN]
    return _line([*words, *_look(options, name)], name)


def _line(words: list[str], name: str) -> str:
    import shlex  # only when a figure is made

    line = shlex.join(["python", "main.py", *words, "--export", name])
    # A file's name may hold what no text in a file may.
    return "".join(c if c.isprintable() else "?" for c in line)


def _chosen(state: State, data: Sequence[str], *, in_order: bool) -> list[str]:
    """What is shown: the data, and what the user chose besides them."""
    if state.model is not None and state.model_look is not None:
        given = ("--model", DATA) if tuple(data) == (DATA,) else data
        return [*model_words(state.model, state.model_look, given), *_unit(state)]
    return [*_data(state, data, in_order=in_order), *_shown(state)]


def _unit(state: State) -> list[str]:
    return ["--log-base", "2"] if state.log_base is LogBase.BITS else []


def _data(state: State, data: Sequence[str], *, in_order: bool) -> list[str]:
    observations = state.observations
    if not (observations.has_sequence and in_order):
        return ["--counts", f"{observations.k}/{observations.n}"]
    if observations.n <= LONGEST_SEQUENCE:
        return [observations.text(0, observations.n)]
    # Whoever hides the true π does not want it in a file either.
    draw = drawn(state.source) if state.shows_true_pi else None
    return list(data) if draw is None else ["--draw", "{}:{!r}:{}".format(*draw)]


def _shown(state: State) -> list[str]:
    """What the user chose besides the data."""
    words = ["--pi", repr(state.pi), *_unit(state)]
    if state.interval != (0.0, 1.0):
        words += ["--interval", "{!r}:{!r}".format(*state.interval)]
    if state.shows_true_pi and state.true_pi is not None:
        words += ["--true-pi", repr(state.true_pi)]
    return words


def _look(options: FigureOptions, name: str) -> list[str]:
    """What differs from a figure that nothing was said about."""
    usual = FigureOptions()
    words = ["--size", options.size_text]
    still = not name.lower().endswith(MOVING_ENDINGS)
    resolution = (
        ("--scale", options.scale, usual.scale)
        if options.unit == "px"
        else ("--dpi", options.dpi, usual.dpi)
    )
    for flag, own, other in (
        resolution,
        ("--panel", options.panel, usual.panel),
        ("--theme", options.theme, usual.theme),
        ("--lang", options.language, usual.language),
        ("--type-scale", options.type_scale, usual.type_scale),
        ("--title", options.title, usual.title),
    ):
        if own != other:
            words += [flag, own if isinstance(own, str) else repr(own)]
    left_out = [part for part in PARTS if not options.has(part)]
    if left_out:
        words += ["--without", ",".join(left_out)]
    if options.transparent:
        words.append("--transparent")
    if not options.outlines and still:
        words += ["--svg-text", "text"]
    return words


def _motion(motion: Motion) -> list[str]:
    usual = Motion()
    words = ["--animate", motion.kind]
    for flag, own, other in (
        ("--from", motion.start, usual.start),
        ("--to", motion.stop, usual.stop),
        ("--seconds", motion.seconds, usual.seconds),
        ("--fps", motion.fps, usual.fps),
        ("--loops", motion.loops, usual.loops),
    ):
        if own != other and own is not None:
            words += [flag, repr(own)]
    return words if motion.ease else [*words, "--no-ease"]
