"""A figure that moves: π sweeps, the observations come one by one, or the model goes down."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PyQt5.QtGui import QColor, QImage

from core import motion as core_motion
from core.snapshot import evaluate
from gui.figures.figure import AnyFigure, figure_for
from gui.figures.still_files import picture
from gui.theme import THEMES, role_colours

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from core.progress import Progress
    from core.snapshot import Snapshot
    from gui.figures.options import FigureOptions, Motion
    from gui.model.figure_climb import Climb


class MovingFigure:
    """The frames of a motion.

    Args:
        options: what the figure is to look like.
        motion: how it moves.
        snapshot: the numbers that it begins with: the data, the unit, the part of the axis shown.
        quick: see `figure_for`.

    Attributes:
        steps: what each frame shows: a π, how many observations have come, or how many steps the
            model has gone.
    """

    def __init__(
        self, options: FigureOptions, motion: Motion, snapshot: Snapshot, *, quick: bool = False
    ) -> None:
        self._options, self.motion, self._first = options, motion, snapshot
        kind = motion.kind
        total = snapshot.n if kind == "replay" else 0
        self._figure = figure_for(
            options, snapshot, total=total, climbing=kind == "climb", quick=quick
        )
        self._last = snapshot
        # Qt is asked here, in the window's thread; `encode` may run in another.
        self._colours = [_rgb(colour) for colour in role_colours(THEMES[options.theme])]
        self.steps: list[float] | list[int]
        self._climb: Climb | None = None
        if kind == "climb":
            # Figures of Explore need nothing of it.
            from gui.model.figure_climb import Climb

            self._climb = Climb(snapshot)
            self.steps = self._climb.steps(motion.frames, ease=motion.ease)
        elif kind == "replay":
            self.steps = core_motion.replay(snapshot.n, motion.frames, ease=motion.ease)
        else:
            low, high = snapshot.state.interval
            start = low if motion.start is None else motion.start
            stop = high if motion.stop is None else motion.stop
            self.steps = core_motion.sweep(start, stop, motion.frames, ease=motion.ease)

    @property
    def figure(self) -> AnyFigure:
        """What paints the frames."""
        return self._figure

    def snapshot(self, number: int) -> Snapshot:
        """The numbers of a frame, from 0."""
        state, step = self._first.state, self.steps[number]
        if self._climb is not None:
            return self._climb.snapshot(int(step))
        if self.motion.kind == "replay":
            state = replace(state, observations=state.observations.prefix(int(step)))
        else:
            state = replace(state, pi=float(step))
        self._last = evaluate(state, self._last)
        return self._last

    def frames(self) -> Iterator[NDArray[np.uint8]]:
        """The frames in turn, each (height, width, 4) of red, green, blue and alpha."""
        for number in range(len(self.steps)):
            yield pixels_of(picture(self._figure, self._options, self.snapshot(number)))

    def encode(
        self,
        ending: str,
        frames: Iterator[NDArray[np.uint8]],
        command: str,
        progress: Progress,
    ) -> bytes:
        """The bytes of a file of the frames.

        Args:
            ending: one of `figures.options.MOVING_ENDINGS`.
            frames: those of `frames`.
            command: what makes the same file; it is written into it.
            progress: is told how far it is.
        """
        # Pillow is slow to import, and only what moves needs it.
        from gui.figures.moving_files import encode

        return encode(
            ending,
            frames,
            self.motion.durations,
            self.motion.loops,
            command,
            self._colours,
            progress,
        )


def _rgb(colour: QColor) -> tuple[int, int, int]:
    return colour.red(), colour.green(), colour.blue()


def pixels_of(image: QImage) -> NDArray[np.uint8]:
    """An image as an array of its own, (height, width, 4): red, green, blue and alpha."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    bits = plain.constBits()
    assert bits is not None  # noqa: S101 - only an image without pixels has none
    bits.setsize(plain.sizeInBytes())
    rows = np.frombuffer(bits, np.uint8)  # type: ignore[call-overload] # a voidptr has a buffer
    rows = rows.reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 4 * plain.width()].reshape(plain.height(), plain.width(), 4).copy()
