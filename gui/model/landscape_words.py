"""Where the words of the landscape's marks go: off everything, and nearest to what they name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray
from PyQt5.QtCore import QLineF, QRectF

from gui.model.landscape_ground import (
    CLEARLY,
    Flags,
    Ground,
    Rects,
    gap,
    gaps,
    meet,
    rows,
    runs_over,
)
from gui.model.landscape_places import APART, Places
from gui.model.landscape_signs import Sign, same_place
from gui.theme import look

if TYPE_CHECKING:
    from gui.model.landscape_layout import LandscapeLayout
    from gui.model.landscape_path import Trail

# What the handle covers beyond what is seen of it, in the design's pixels.
HANDLE_RIM = 4.0


@dataclass(frozen=True)
class Placed:
    """Words that found a place.

    Attributes:
        sign: what they speak of, its `kind`.
        text: what they say.
        rect: where.
        strong: semi-bold: the argmin's alone.
        leader: the line from the words to their mark, where another mark is nearly as near.
    """

    sign: str
    text: str
    rect: QRectF
    strong: bool = False
    leader: QLineF | None = None


class WordPlacer:
    """Places what the marks say, again and again while the handle moves.

    Nothing covers anything else; what finds no place is left out. Words stand where they can name
    nothing but their own mark, or a line leads to it.

    Args:
        found: the marks.
        layout: of the landscape.
        way: the path.
    """

    def __init__(
        self, found: Sequence[Sign], layout: LandscapeLayout, way: Trail | None = None
    ) -> None:
        self._found = found
        self._ground = Ground(layout.plot.adjusted(2, 2, -2, -2), found, way)
        self._places: dict[tuple[str, str], Places] = {}
        # Words that stand well, as far as what stands still is concerned.
        self._good: set[tuple[str, str, float, float]] = set()

    def place(self, moving: Sequence[QRectF], before: Sequence[Placed] = ()) -> tuple[Placed, ...]:
        """Place the words.

        Args:
            moving: what the handle and its like cover.
            before: where words stood a moment ago: they stay there while they can.
        """
        live = _Live(moving)
        placed: list[Placed] = []
        for sign in self._found:
            words = self._kept(sign, live, before) or self._placed(sign, live)
            if words is not None:
                live.take(words)
                placed.append(words)
        return tuple(placed)

    def _kept(self, sign: Sign, live: _Live, before: Sequence[Placed]) -> Placed | None:
        for words in before:
            # A shorter form stays no longer than it must, nor do words that a line leads to.
            if words.sign == sign.kind and sign.texts[:1] == (words.text,) and words.leader is None:
                stays = live.lets_stand(words.rect, sign) and self._stands_well(sign, words)
                return words if stays else None
        return None

    def _stands_well(self, sign: Sign, words: Placed) -> bool:
        key = (words.sign, words.text, words.rect.left(), words.rect.top())
        if key not in self._good:
            one = rows([words.rect])
            if not self._ground.are_free(one)[0] or not self._ground.are_clear(one, sign)[0]:
                return False
            self._good.add(key)
        return True

    def _placed(self, sign: Sign, live: _Live) -> Placed | None:
        """The longest text that has room at its mark; else whatever a longer line leads from."""
        for text in sign.texts:
            places = self._places_of(sign, text)
            clear = places.clear & live.are_free(places.rects)
            clear &= live.are_clear(places.rects, places.own, sign)
            if clear.any():
                rect = places.rect(int(clear.argmax()))
                return Placed(sign.kind, text, rect, sign.kind == "argmin")
            places.look_further()
            words = self._led(sign, text, places, places.led_well, live)
            if words is not None:
                return words
        for text in sign.texts:
            places = self._places_of(sign, text)
            words = self._led(sign, text, places, places.led, live)
            if words is not None:
                return words
        return None

    def _places_of(self, sign: Sign, text: str) -> Places:
        key = (sign.kind, text)
        if key not in self._places:
            self._places[key] = Places(sign, text, self._ground)
        return self._places[key]

    @staticmethod
    def _led(
        sign: Sign, text: str, places: Places, order: NDArray[np.intp], live: _Live
    ) -> Placed | None:
        """The first place, of these, whose line to the mark runs over nothing that moves."""
        for i in order[live.are_free(places.rects[order])].tolist():
            rect, line = places.rect(i), places.leader(i)
            if live.is_open(line, rect, sign):
                return Placed(sign.kind, text, rect, sign.kind == "argmin", line)
        return None


class _Live:
    """What is another in each frame: the handle, and the words that are placed already."""

    def __init__(self, moving: Sequence[QRectF]) -> None:
        rim = HANDLE_RIM * look().scale
        self._taken = list(moving)
        self._handles = [rect.adjusted(rim, rim, -rim, -rim) for rect in moving]
        self._words: list[QRectF] = []

    def lets_stand(self, rect: QRectF, sign: Sign) -> bool:
        """Whether words may stand there, and name their own mark alone."""
        if any(rect.intersects(one) for one in self._taken):
            return False
        own = max(1.0, gap(rect, sign.body()))
        return all(
            same_place(handle.center(), sign.at) or gap(rect, handle) >= CLEARLY * own
            for handle in self._handles
        )

    def are_free(self, rects: Rects) -> Flags:
        """Whether words may stand there."""
        return ~meet(rects, rows(self._taken))

    def are_clear(self, rects: Rects, own: NDArray[np.float64], sign: Sign) -> Flags:
        """Whether words there, so far from their mark, can be taken to name that alone."""
        clear = np.ones(len(rects), dtype=np.bool_)
        for handle in self._handles:
            if not same_place(handle.center(), sign.at):
                clear &= gaps(rects, handle) >= CLEARLY * own
        return clear

    def is_open(self, line: QLineF, rect: QRectF, sign: Sign) -> bool:
        """Whether a line from words to their mark meets nothing else, and nothing is near them."""
        least = APART * rect.height()
        for handle in self._handles:
            if not same_place(handle.center(), sign.at) and (
                gap(rect, handle) < least or runs_over(line, handle)
            ):
                return False
        return not any(gap(rect, one) < least or runs_over(line, one) for one in self._words)

    def take(self, words: Placed) -> None:
        """From now on this place is taken."""
        rect = words.rect.adjusted(-3, -2, 3, 2)
        self._words.append(rect)
        self._taken.append(rect)
        if words.leader is not None:
            ends = QRectF(words.leader.p1(), words.leader.p2()).normalized()
            self._taken.append(ends.adjusted(-2, -2, 2, 2))


def place_words(
    found: Sequence[Sign],
    layout: LandscapeLayout,
    moving: Sequence[QRectF] = (),
    way: Trail | None = None,
    before: Sequence[Placed] = (),
) -> tuple[Placed, ...]:
    """Place what the marks say, once: as `WordPlacer` does."""
    return WordPlacer(found, layout, way).place(moving, before)
