"""The learning rate η: a slider over powers of ten, and a field for any rate."""

from __future__ import annotations

import math

from PyQt5.QtWidgets import QWidget

from core.model_state import LARGEST_SEED, RATES
from core.scientific import format_number
from gui.model.range_slider import SMALL, USUAL, RangeSlider
from gui.model.scrolled_field import ScrolledField
from gui.model.typed_number import full_text, parse_number, parse_whole, short_text

# What the slider reaches over, as powers of ten; any rate can be typed.
LOW, HIGH = -6.0, 3.0
# From here on a seed has no room in its field.
LONG_SEED = 10_000_000
_FIRST = (1.0, 2.0, 5.0)


def next_rate(rate: float, steps: int) -> float:
    """The rate so many steps further on 0.1, 0.2, 0.5, 1, 2, 5, and so on."""
    exponent = math.floor(math.log10(rate) + 1e-12)
    mantissa = rate / 10.0**exponent
    if steps > 0:
        i = sum(first <= mantissa * (1 + 1e-9) for first in _FIRST) - 1
    else:
        i = sum(first < mantissa * (1 - 1e-9) for first in _FIRST)
    powers, i = divmod(3 * exponent + i + steps, 3)
    return limited(float(f"{_FIRST[i]:g}e{powers}"))


def limited(rate: float) -> float:
    """The nearest rate that is allowed."""
    return min(RATES[1], max(RATES[0], rate))


class RateSlider(RangeSlider):
    """A slider whose number is a rate: the same way for each power of ten."""

    def share(self) -> float:
        """Where the rate stands between the powers."""
        return (math.log10(max(self.value_, RATES[0])) - LOW) / (HIGH - LOW)

    def number_at(self, share: float, pixels: float) -> float:  # noqa: ARG002 - fine everywhere
        """The rate there, in two digits."""
        return limited(float(f"{10.0 ** (LOW + share * (HIGH - LOW)):.1e}"))

    def number_after(self, steps: int, size: float) -> float:
        """1, 2, 5 and so on; a tenth more or less; or a power of ten."""
        if size == USUAL:
            return next_rate(self.value_, steps)
        factor = 1.1 if size == SMALL else 10.0
        return limited(float(f"{self.value_ * factor**steps:.2e}"))

    def render_rate(self, rate: float) -> None:
        """Show a rate."""
        self.render_value(rate, 10.0**LOW, 10.0**HIGH)


class RateField(ScrolledField):
    """A field for a learning rate."""

    # Qt asks for its text while the box is being built.
    _exact = 1.0

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(*RATES, parent)
        self.setObjectName("rateField")

    def parse(self, text: str) -> float:
        """Read a rate.

        Raises:
            NumberError: it is none.
        """
        return parse_number(text, *RATES)

    def written(self, value: float) -> str:
        """All its digits."""
        return full_text(value)

    def shortened(self, value: float) -> str:
        """A few digits."""
        return short_text(value)

    def stepped(self, value: float, steps: int) -> float:
        """1, 2, 5 and so on."""
        return next_rate(value, steps)


class SeedField(ScrolledField):
    """A field for a seed."""

    _exact = 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(0.0, float(LARGEST_SEED), parent)
        self.setObjectName("climbSeedField")

    def parse(self, text: str) -> int:
        """Read a seed.

        Raises:
            NumberError: it is none.
        """
        return parse_whole(text, LARGEST_SEED)

    def written(self, value: float) -> str:
        """All its digits."""
        return str(int(value))

    def shortened(self, value: float) -> str:
        """A very large one in a few digits."""
        return self.written(value) if value < LONG_SEED else format_number(value, 3)

    def stepped(self, value: float, steps: int) -> int:
        """The next seed."""
        return min(LARGEST_SEED, max(0, int(value) + steps))
