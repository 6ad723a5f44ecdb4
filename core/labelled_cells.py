"""The cells of a column of x, or of y, given many at a time, to numbers and labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from core.labelled import LARGEST_X
from core.number_like import looks_like_number
from core.words import Words, outcome

PAIRS: tuple[Words, ...] = (
    Words("손상", "정상"),
    Words("악성", "양성"),
    Words("양성", "음성"),
    Words("합격", "불합격"),
    Words("참", "거짓"),
    Words("예", "아니요"),
    Words("예", "아니오"),
    Words("있음", "없음"),
    Words("damaged", "undamaged"),
    Words("damaged", "intact"),
    Words("damaged", "ok"),
    Words("malignant", "benign"),
    Words("positive", "negative"),
    Words("pass", "fail"),
    Words("passed", "failed"),
    Words("case", "control"),
    Words("on", "off"),
)
"""Pairs of words that are labels, beside those that observations are read in."""

_MINUS = "\N{MINUS SIGN}"
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
# What a column of these characters holds is a number if float() takes it: nothing like nan or 1_0
# can be written with them.
_LETTERS = re.compile(r"[0-9+\-.,eE\s]*")
# 1,234 may be 1.234, or one thousand and more.
_DOUBTFUL = re.compile(r"^[^\S\n]*[+-]?[1-9][0-9]{0,2},[0-9]{3}[^\S\n]*$", re.MULTILINE)

_BLANK, _BAD, _WORD = 2, 3, 4  # beside 0 and 1: what a label may be; the two words are 4 and 5


class Wrong(NamedTuple):
    """The first wrong cell of a column: its line, what is wrong, what stands there; how many."""

    line: int
    reason: str
    found: str
    times: int


def number(cell: str, *, comma: bool = False) -> float | None:
    """What a cell says as a number; None if it is none.

    Args:
        cell: the cell, which may have blanks around it, and the minus sign of typesetters.
        comma: whether decimals may begin with a comma.
    """
    text = cell.strip().replace(_MINUS, "-")
    if comma and "." not in text:
        text = text.replace(",", ".", 1)
    return float(text) if _NUMBER.fullmatch(text) else None


def label(cell: str) -> tuple[Words | None, int] | None:
    """What a cell says as a label: the words (None: digits) and 0 or 1; None for neither.

    Any number that is 0 or 1 will do: programs write 1.000e+00, or 1,0.
    """
    said = outcome(cell)
    if said is not None:
        return said
    value = number(cell, comma=_DOUBTFUL.fullmatch(cell) is None)
    return (None, int(value)) if value in (0.0, 1.0) else None


class XColumn:
    """The cells of x."""

    def __init__(self, *, comma: bool) -> None:
        """Start.

        Args:
            comma: whether decimals may begin with a comma, as they do where no comma parts cells.
        """
        self._comma = comma
        self._values: list[NDArray[np.float64]] = []
        self._wrong: Wrong | None = None
        # Which sign begins the decimals is known when all cells were seen.
        self._has_points = False
        self._first_comma: Wrong | None = None
        self._first_doubt: Wrong | None = None

    def add(self, cells: list[str], lines: Sequence[int]) -> None:
        """Take the next cells, and the lines that they stand in."""
        joined = "\n".join(cells)
        if _MINUS in joined:
            joined = joined.replace(_MINUS, "-")
        if self._comma and "," in joined:
            self._look_at_commas(joined, cells, lines)
        self._has_points |= "." in joined
        values = self._at_once(joined, len(cells))
        if values is None:
            values = self._one_by_one(cells, lines)
        self._values.append(values)

    def _at_once(self, joined: str, count: int) -> NDArray[np.float64] | None:
        """The numbers, if there is nothing else."""
        if not _LETTERS.fullmatch(joined):
            return None
        if "," in joined:
            if not self._comma:
                return None
            joined = joined.replace(",", ".")
        try:
            values = np.array(list(map(float, joined.split("\n"))))
        except ValueError:
            return None
        return values if values.size == count and (np.abs(values) <= LARGEST_X).all() else None

    def _one_by_one(self, cells: list[str], lines: Sequence[int]) -> NDArray[np.float64]:
        values = np.zeros(len(cells))
        for i, cell in enumerate(cells):
            value = number(cell, comma=self._comma)
            if value is not None and abs(value) <= LARGEST_X:
                values[i] = value
                continue
            reason = "range" if value is not None else "number" if cell.strip() else "empty"
            self._wrong = _one_more(self._wrong, Wrong(lines[i], reason, cell, 1))
        return values

    def _look_at_commas(self, joined: str, cells: list[str], lines: Sequence[int]) -> None:
        first = joined.count("\n", 0, joined.index(","))
        # A cell of several lines is no number, which is found elsewhere.
        place = min(first, len(cells) - 1)
        self._first_comma = _one_more(
            self._first_comma, Wrong(lines[place], "comma", cells[place], joined.count(","))
        )
        doubts = list(_DOUBTFUL.finditer(joined))
        if doubts:
            place = min(joined.count("\n", 0, doubts[0].start()), len(cells) - 1)
            self._first_doubt = _one_more(
                self._first_doubt, Wrong(lines[place], "comma", cells[place], len(doubts))
            )

    def wrong(self) -> Wrong | None:
        """The first cell that is no x; None if all are."""
        commas, doubts = self._first_comma, self._first_doubt
        if self._wrong is not None or commas is None:
            return self._wrong
        if self._has_points:
            return commas
        # One comma that can only begin decimals says what the others do.
        return doubts if doubts is not None and doubts.times == commas.times else None

    def finish(self) -> NDArray[np.float64]:
        """All numbers, of a column in which nothing is wrong."""
        return np.concatenate(self._values)


class YColumn:
    """The cells of y: digits, or two words; its first cell says which of them."""

    def __init__(self, *, told: bool) -> None:
        """Start.

        Args:
            told: whether somebody said that this is y. If not, what looks like a number is no word:
                it is an x that cannot be read.
        """
        self._told = told
        self._codes: list[NDArray[np.uint8]] = []
        self._known: dict[str, int] = {}
        self._kind: Words | None = None
        self._begun = False
        self._is_free = False
        self._free: list[str] = []  # two words that nobody told us about
        self._first: tuple[int, str] | None = None
        self._wrong: Wrong | None = None
        self._count = 0

    def add(self, cells: list[str], lines: Sequence[int]) -> None:
        """Take the next cells, and the lines that they stand in."""
        for cell in dict.fromkeys(cells):
            if cell not in self._known:
                self._known[cell] = self._code(cell)
        codes = np.fromiter(map(self._known.__getitem__, cells), np.uint8, len(cells))
        if self._first is None and cells:
            self._first = lines[0], cells[0]
        bad = (codes == _BLANK) | (codes == _BAD)
        if bad.any():
            i = int(np.argmax(bad))
            reason = "empty" if codes[i] == _BLANK else "label"
            self._wrong = _one_more(
                self._wrong, Wrong(lines[i], reason, cells[i], int(np.count_nonzero(bad)))
            )
        self._codes.append(codes)
        self._count += len(cells)

    def _code(self, cell: str) -> int:
        if not cell.strip():
            return _BLANK
        said = label(cell)
        if not self._begun:
            self._begun = True
            self._is_free = said is None and self._may_be_word(cell)
            self._kind = said[0] if said is not None else None
        if self._is_free:
            return self._free_code(cell)
        return said[1] if said is not None and said[0] == self._kind else _BAD

    def _may_be_word(self, cell: str) -> bool:
        return number(cell) is None and (self._told or not looks_like_number(cell))

    def _free_code(self, cell: str) -> int:
        if not self._may_be_word(cell):
            return _BAD
        plain = cell.strip()
        folded = [word.casefold() for word in self._free]
        if plain.casefold() not in folded:
            if len(self._free) == len(("one", "zero")):
                return _BAD
            self._free.append(plain)
            return _WORD + len(self._free) - 1
        return _WORD + folded.index(plain.casefold())

    @property
    def words(self) -> Words | None:
        """The words for 1 and 0; None for the digits, and while only one word is known.

        Of two words that are no known pair, the later one in the alphabet is 1.
        """
        if not self._is_free:
            return self._kind
        if len(self._free) < len(("one", "zero")):
            return None
        first, second = self._free
        for pair in PAIRS:
            if (pair.one, pair.zero) == (first.casefold(), second.casefold()):
                return Words(first, second)
            if (pair.zero, pair.one) == (first.casefold(), second.casefold()):
                return Words(second, first)
        zero, one = sorted(self._free, key=str.casefold)
        return Words(one, zero)

    def wrong(self) -> Wrong | None:
        """The first cell that is no y; None if all are."""
        if self._wrong is None and self._first is not None and self._is_free and not self.words:
            line, found = self._first
            return Wrong(line, "one_word", found, self._count)
        return self._wrong

    def finish(self) -> NDArray[np.uint8]:
        """All labels, of a column in which nothing is wrong."""
        codes = np.concatenate(self._codes)
        words = self.words
        if self._is_free and words is not None:
            one = _WORD + self._free.index(words.one)
            return np.equal(codes, one).view(np.uint8)
        return codes


def _one_more(first: Wrong | None, other: Wrong) -> Wrong:
    """The first of two, with the number of both."""
    return other if first is None else first._replace(times=first.times + other.times)
