"""Text to observations and probabilities, with errors that point at the place.

The errors carry what they say as fields, so that it can be said in any language.
"""

import re
import unicodedata

import numpy as np

from core._arguments import MAX_COUNT
from core._bit_chunks import Bits
from core.misfits import SEPARATORS, WIDE_DIGITS, WIDE_SEPARATORS, MisfitScan, shorten
from core.observations import Observations

_ASCII_SEPARATORS = "".join(filter(str.isascii, SEPARATORS)).encode()

_COUNTS = re.compile(r"\s*([0-9]{1,40})\s*/\s*([0-9]{1,40})\s*")
_DECIMAL = re.compile(r"([+-]?)([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?")
_FRACTION = re.compile(r"([0-9]+)\s*/\s*([0-9]+)")
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]*,[0-9]+")
_LONGEST_NUMBER = 1000


class SequenceError(ValueError):
    """Text that is not a sequence of zeros and ones, or of the two words it began with.

    Attributes:
        line: line of the first mistake, from 1.
        column: its column, from 1.
        found: what stands there, at most 20 characters.
        count: number of characters that are not allowed, in the whole text.
        path: the file, if the text came from one.
        allowed: the two words, the one for 1 first, if the text is one of words.
    """

    def __init__(
        self,
        line: int,
        column: int,
        found: str,
        count: int,
        path: str | None = None,
        allowed: tuple[str, str] | None = None,
    ) -> None:
        """Keep the place and put it into words."""
        self.line, self.column, self.found, self.count = line, column, found, count
        self.path, self.allowed = path, allowed
        place = f"line {line}, column {column}"
        more = f"; {count} characters are wrong in all" if count > len(found) else ""
        one, zero = allowed or ("0", "1")
        super().__init__(
            f"{f'{path!r}, ' if path else ''}{place}: {found!r} is not an observation; allowed are "
            f"{one} and {zero}, separated by spaces, commas, semicolons, tabs or line ends"
            f"{'' if allowed else ', or not at all'}{more}"
        )


class CountsError(ValueError):
    """Text that is not K/N.

    Attributes:
        text: what was given, shortened.
        reason: "form" (not two whole numbers), "order" (k > n) or "range" (n > 10**15).
    """

    def __init__(self, text: str, reason: str) -> None:
        """Keep the text and the reason, and put them into words."""
        self.text, self.reason = shorten(text), reason
        super().__init__(
            {
                "form": f"{self.text!r} is not K/N, two whole numbers such as 7/10",
                "order": f"{self.text!r} has more ones than observations; K/N needs K ≤ N",
                "range": f"{self.text!r} has more than 10**15 observations",
            }[reason]
        )


class ProbabilityError(ValueError):
    """Text that is not a probability.

    Attributes:
        text: what was given, shortened.
        reason: "form" (not a number) or "range" (not in [0, 1]).
    """

    def __init__(self, text: str, reason: str) -> None:
        """Keep the text and the reason, and put them into words."""
        self.text, self.reason = shorten(text), reason
        hint = "; write a decimal point" if _DECIMAL_COMMA.fullmatch(text.strip()) else ""
        super().__init__(
            {
                "form": f"{self.text!r} is not a number from 0 to 1, such as 0.7 or 7/10{hint}",
                "range": f"{self.text!r} is not in [0, 1]",
            }[reason]
        )


def parse_sequence(text: str) -> Observations:
    """Read zeros and ones, with or without separators between them.

    Spaces, tabs, commas, semicolons and line ends separate, full-width ones too, and
    full-width digits count. Blank text is the empty sequence.

    Raises:
        SequenceError: at the first other character.
    """
    values = digit_values(text)
    if values is not None:
        return Observations(values)
    scan = MisfitScan()
    scan.feed(text)
    misfit = scan.result()
    assert misfit is not None  # noqa: S101 - what is no digit and no separator is a misfit
    raise SequenceError(misfit.line, misfit.column, misfit.found, misfit.count)


def digit_values(text: str) -> Bits | None:
    """Return the zeros and ones that a text is made of, or None if it holds anything else."""
    if not text.isascii():
        for wide, narrow in WIDE_DIGITS.items():
            text = text.replace(wide, narrow)
        for separator in WIDE_SEPARATORS:
            text = text.replace(separator, "")
        if not text.isascii():
            return None
    digits = text.encode("ascii").translate(None, _ASCII_SEPARATORS)
    values = np.frombuffer(digits, np.uint8) - np.uint8(ord("0"))
    return values if values.max(initial=0) <= 1 else None


def parse_counts(text: str) -> Observations:
    """Read ``K/N``, k ones in n observations, for example ``500000000/1000000000``.

    Raises:
        CountsError: unless these are whole numbers with K ≤ N ≤ 10**15.
    """
    match = _COUNTS.fullmatch(unicodedata.normalize("NFKC", text))
    if match is None:
        raise CountsError(text, "form")
    k, n = int(match[1]), int(match[2])
    if k > n:
        raise CountsError(text, "order")
    if n > MAX_COUNT:
        raise CountsError(text, "range")
    return Observations.from_counts(k, n)


def parse_probability(text: str) -> float:
    """Read a decimal number or a fraction ``a/b`` from 0 to 1, correctly rounded.

    Raises:
        ProbabilityError: for anything else, nan and a decimal comma included.
    """
    plain = unicodedata.normalize("NFKC", text).strip()
    if len(plain) > _LONGEST_NUMBER:
        raise ProbabilityError(text, "form")
    fraction = _FRACTION.fullmatch(plain)
    if fraction is not None:
        part, whole = int(fraction[1]), int(fraction[2])
        if not 0 < whole >= part:
            raise ProbabilityError(text, "range")
        return part / whole
    if _DECIMAL.fullmatch(plain) is None:
        raise ProbabilityError(text, "form")
    value = float(plain)
    if not 0 <= value <= 1:
        raise ProbabilityError(text, "range")
    return value + 0.0  # −0 becomes 0
