"""Where an example stands that is added without a place."""

from __future__ import annotations

from core.labelled import LARGEST_X, Labelled
from gui.decimal_steps import round_step, snapped, stepped

# It stands on the finest decimal that tells so many places apart.
STEPS = 50.0
# The next one stands about so many hundredths of half the width beside it, or of x itself.
APART, ASIDE = 8.0, 10.0
# Below this a hundredth has no digits of its own any more.
SMALLEST = 1e-300


def middle(span: tuple[float, float] | None) -> float:
    """A round number about the middle of a span; 0 without one."""
    if span is None:
        return 0.0
    return snapped(span[0] / 2 + span[1] / 2, span[0], span[1], STEPS)


def free_place(data: Labelled) -> float:
    """Where an example more is seen: in the middle, or the first free step to the right of it."""
    x = middle(data.span)
    if data.span is None or not (data.x == x).any():
        return x
    low, high = data.span
    reach = APART * (high / 2 - low / 2) if low < high else ASIDE * abs(x) or 100.0
    step = round_step(0.0, reach) if reach > SMALLEST else 0.0
    free = x
    while (data.x == free).any():
        further = stepped(free, step, 1)
        if not free < further <= LARGEST_X:
            return x  # as far as floats go there is no place beside it
        free = further
    return free
