"""Where text stops being observations: the first place, what stands there, and how much there is.

The text comes in blocks, however it is cut, so that a file need not be held to be searched.
"""

import re
from dataclasses import dataclass

SHOWN = 20
"""The most characters that an error shows of what was found."""

LINE_ENDS = "\n\r\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
WIDE_SEPARATORS = (
    LINE_ENDS[2:]
    + "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}"
    + "\N{ZERO WIDTH NO-BREAK SPACE}"
    + "\N{FULLWIDTH COMMA}\N{FULLWIDTH SEMICOLON}\N{IDEOGRAPHIC COMMA}"
)
SEPARATORS = " \t,;" + LINE_ENDS[:2] + WIDE_SEPARATORS
"""What may stand between observations."""

WIDE_DIGITS = {"\N{FULLWIDTH DIGIT ZERO}": "0", "\N{FULLWIDTH DIGIT ONE}": "1"}
DIGITS = "01" + "".join(WIDE_DIGITS)

# A number is shown whole although its zeros and ones would be allowed. Its length is bounded so
# that a window around the mistake decides whether it is one, wherever a file is cut.
NUMBER = re.compile(r"[+-]?[0-9]{0,20}[.][0-9]+|[+-][0-9]+")

_GOOD = DIGITS + SEPARATORS
_BAD = re.compile(f"[^{re.escape(_GOOD)}]+")
_LAST_TOKEN = re.compile(f"[^{re.escape(SEPARATORS)}]*\\Z")
_WINDOW = 64  # characters on each side of the mistake: more than a number and SHOWN need


@dataclass(frozen=True)
class Misfit:
    """The first place that does not fit, from 1, what is shown of it, and how much is wrong."""

    line: int
    column: int
    found: str
    count: int


class MisfitScan:
    """Search text, given in blocks, for what is neither a zero, a one nor a separator.

    A block must not end between a carriage return and its line feed.
    """

    def __init__(self, whole: re.Pattern[str] = NUMBER) -> None:
        """Start; what ``whole`` matches, from where a token begins, is shown as one thing."""
        self._whole = whole
        self._count = 0
        self._line, self._column = 1, 1
        self._before = ""  # the last characters in front of the mistake
        self._found = ""  # the first ones from the mistake on
        self._found_mask = ""

    def feed(self, text: str, mask: str | None = None) -> None:
        """Search the next block.

        ``mask`` is a text of the same length to search instead, in which other observations than
        digits have become digits; ``text`` is shown.
        """
        mask = text if mask is None else mask
        self._count += len(mask) - sum(map(mask.count, _GOOD))
        place = 0
        if not self._found:
            bad = _BAD.search(mask)
            place = bad.start() if bad else len(mask)
            self._pass(text[:place])
        room = _WINDOW - len(self._found)
        self._found += text[place : place + room]
        self._found_mask += mask[place : place + room]

    def _pass(self, text: str) -> None:
        ends = sum(map(text.count, LINE_ENDS)) - text.count("\r\n")
        if ends:
            self._line += ends
            self._column = len(text) - max(map(text.rfind, LINE_ENDS))
        else:
            self._column += len(text)
        self._before = (self._before + text[-_WINDOW:])[-_WINDOW:]

    def result(self) -> Misfit | None:
        """Return the first place in all the text, or None if everything fits."""
        bad = _BAD.match(self._found_mask)
        if bad is None:
            return None
        last_token = _LAST_TOKEN.search(self._before)
        before = last_token.group() if last_token else ""
        whole = self._whole.match(before + self._found)
        if whole:
            found, column = whole.group(), self._column - len(before)
        else:
            found, column = self._found[: bad.end()], self._column
        return Misfit(self._line, column, shorten(found), self._count)


def shorten(text: str) -> str:
    """Return at most 20 characters of a text, the last of them … if there are more."""
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"
