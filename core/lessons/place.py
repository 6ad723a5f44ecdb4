"""A place on the road of lessons, as it is written: "mle:3"."""

from __future__ import annotations

import re
from typing import NamedTuple

_PLACE = re.compile(r"([a-z0-9][a-z0-9-]{0,99})(?::([1-9][0-9]{0,2}))?")


class Place(NamedTuple):
    """A lesson and one of its steps.

    Attributes:
        lesson: its id.
        step: counted from 0.
    """

    lesson: str
    step: int


def place_of(text: str) -> Place | None:
    """Read a place such as "mle:3", or "mle" for its first step; None for anything else."""
    match = _PLACE.fullmatch(text)
    return None if match is None else Place(match[1], int(match[2] or 1) - 1)
