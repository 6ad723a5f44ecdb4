"""Where the columns and the rows of the table of examples stand."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PyQt5.QtCore import QRectF

from gui.i18n import translate
from gui.still_text import text_width
from gui.theme import look

SIZE, HEADING = 14, 12.5
ROW, HEADER = 28, 24
CHIP, CHIP_HEIGHT, BAR, BAR_HEIGHT = 26, 21, 44, 12
GAP = 9
# The rows reach so much further than their words on either side.
INSET = 8
LEAST_X, LEAST_ROWS = 62, 3
SCROLLBAR = 9
# The longest that stands in a column of numbers without being shortened, where there is room for
# it and where there is not.
LONGEST = ("8.8×10⁻³⁸⁸", "8×10⁻⁸⁸")


def prediction_headings(*, shared: bool) -> tuple[str, ...]:
    """The heading over the predictions, the fullest form first."""
    return ("ŷ = σ(b)" if shared else "ŷ = σ(wx+b)", "ŷ")


def loss_heading() -> str:
    """The heading over the losses."""
    return translate("Model", "loss")


@dataclass(frozen=True)
class Columns:
    """Edges from left to right, in pixels; a column without room has none.

    Attributes:
        width: of the rows, the scrollbar left out.
        x: where x begins and ends.
        chip: where the chip of y begins.
        chip_width: how wide it is.
        prediction: where ŷ begins and ends.
        bar: likewise the bar of the loss.
        loss: likewise the loss.
        header: the height of the headings.
        row: the height of a row.
    """

    width: float
    x: tuple[float, float]
    chip: float
    chip_width: float
    prediction: tuple[float, float]
    bar: tuple[float, float]
    loss: tuple[float, float]
    header: int
    row: int

    @property
    def live(self) -> int:
        """From where on the table follows w and b."""
        return math.ceil(self.chip + self.chip_width + look().px(GAP) / 2)

    def top(self, line: int) -> int:
        """Where a line begins, the first below the headings being 0."""
        return self.header + line * self.row

    def rows_in(self, height: float) -> int:
        """How many whole rows have room in a height."""
        return max(0, int((height - self.header) // self.row))

    def chip_rect(self, line: int) -> QRectF:
        """The chip of y in a line."""
        tall = min(self.row - 2.0, look().type_px(SIZE) * CHIP_HEIGHT / SIZE)
        top = self.top(line) + (self.row - tall) / 2
        return QRectF(self.chip, top, self.chip_width, tall)

    def x_rect(self, line: int) -> QRectF:
        """The cell of x in a line."""
        left, right = self.x
        return QRectF(left, self.top(line), right - left, self.row)

    def heading_room(self) -> float:
        """How wide the heading over x may be: it ends where that over y begins."""
        middle = self.chip + self.chip_width / 2
        return middle - text_width("y", HEADING) - look().px(GAP) - self.x[0]


def header_height() -> int:
    """The height of the headings, in pixels."""
    return max(look().px(HEADER), math.ceil(look().text_metrics(HEADING).height()) + look().px(2))


def row_height() -> int:
    """The height of a row, in pixels."""
    return max(look().px(ROW), math.ceil(look().text_metrics(SIZE).height()) + look().px(2))


def height_of(rows: int) -> int:
    """The height of a table of so many rows, in pixels."""
    return header_height() + rows * row_height()


def lay_out(width: float, *, shared: bool) -> Columns:
    """Place the columns in a width.

    Where room is short the bar gives way first, then the digits of tiny numbers, then the long
    form of a heading; x has the rest.
    """
    px = look().px
    gap, chip = px(GAP), max(px(CHIP), text_width("0", SIZE, strong=True) * 2.4)
    inset, right = px(INSET), width - px(INSET)
    roomy, tight = (text_width(longest, SIZE) for longest in LONGEST)
    headings = prediction_headings(shared=shared)
    for heading, number, share in (
        *((headings[0], roomy, share) for share in (1.0, 0.6)),
        *((headings[0], tight, share) for share in (1.0, 0.6)),
        *((headings[1], tight, share) for share in (0.6, 0.0)),
    ):
        bar = share * px(BAR)
        prediction = max(number, text_width(heading, HEADING))
        loss = max(number, text_width(loss_heading(), HEADING))
        taken = loss + prediction + chip + 3 * gap + (bar + gap if bar else 0.0)
        if right - inset - taken >= max(px(LEAST_X), text_width("00000", SIZE)):
            break
    loss_left = right - loss
    bar_right = loss_left - gap if bar else loss_left
    prediction_right = bar_right - bar - gap
    prediction_left = prediction_right - prediction
    chip_left = prediction_left - gap - chip
    return Columns(
        width=width,
        x=(inset, max(inset, chip_left - gap)),
        chip=chip_left,
        chip_width=chip,
        prediction=(prediction_left, prediction_right),
        bar=(bar_right - bar, bar_right),
        loss=(loss_left, right),
        header=header_height(),
        row=row_height(),
    )
