"""A few examples in one word, as a command line takes them: 66:0,70:1."""

from __future__ import annotations

from core.labelled import LARGEST_X, Labelled
from core.labelled_cells import number
from core.misfits import shorten

LONGEST = 4096
"""The most characters of examples that are written in one word."""

_ALLOWED = "X:Y parted by commas, y 0 or 1, as in 66:0,70:1"


def parse_points(text: str, x_name: str = "", y_name: str = "") -> Labelled:
    """Read examples; of nothing there are none.

    Raises:
        ValueError: where it is not as it should be.
    """
    if not text.strip():
        return Labelled((), (), x_name, y_name)
    xs, ys = [], []
    for i, point in enumerate(text.split(","), 1):
        x_text, colon, y_text = point.partition(":")
        x, y = number(x_text), y_text.strip()
        if not colon or x is None or y not in ("0", "1"):
            raise ValueError(f"example {i}, {shorten(point)!r}, is none; allowed: {_ALLOWED}")
        if abs(x) > LARGEST_X:
            raise ValueError(
                f"example {i}, {shorten(point)!r}, is too large; allowed: at most 1e150 in size"
            )
        xs.append(x)
        ys.append(int(y))
    return Labelled(xs, ys, x_name, y_name)


def points_text(data: Labelled) -> str | None:
    """The examples in one word, every digit; None if that is longer than `LONGEST`."""
    # Each takes four characters at least, and its comma.
    if data.n > LONGEST // 3:
        return None
    text = ",".join(
        f"{_shortest(x)}:{y}" for x, y in zip(data.x.tolist(), data.y.tolist(), strict=True)
    )
    return text if len(text) <= LONGEST else None


def _shortest(x: float) -> str:
    text = repr(x)
    return text.removesuffix(".0")
