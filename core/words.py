"""Words for the two outcomes: heads and tails, 성공 and 실패, and other pairs."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from core._bit_chunks import Bits
from core.misfits import DIGITS, NUMBER, SEPARATORS, WIDE_DIGITS, MisfitScan
from core.observations import Observations
from core.parsing import SequenceError, digit_values, parse_sequence


@dataclass(frozen=True)
class Words:
    """The words that became 1 and 0, as they are shown to the user."""

    one: str
    zero: str


@dataclass(frozen=True)
class Reading:
    """Observations, and the words they were written in; None for the digits 0 and 1.

    Which word becomes 1 is a convention: show it to the user, and take
    ``observations.invert()`` for the other one.
    """

    observations: Observations
    words: Words | None = None


_TOGETHER = (Words("H", "T"), Words("앞", "뒤"), Words("성공", "실패"))
_APART = (
    Words("heads", "tails"),
    Words("true", "false"),
    Words("yes", "no"),
    Words("success", "failure"),
)
KINDS: tuple[Words, ...] = (*_TOGETHER, *_APART)
"""The pairs of words that are understood, those first that need nothing between them."""

_MEANING = {
    word.lower(): (kind, value) for kind in KINDS for word, value in ((kind.one, 1), (kind.zero, 0))
}
_WIDE = str.maketrans({**WIDE_DIGITS, "\N{FULLWIDTH FULL STOP}": "."})
_DIGIT_CELLS = {"0": 0, "1": 1, "0.0": 0, "1.0": 1}

_TOKEN = re.compile(f"[^{re.escape(SEPARATORS)}]+")
_LAST_TOKEN = re.compile(f"[^{re.escape(SEPARATORS)}]*\\Z")
_TOKEN_HEAD = 64  # characters that decide of what kind the first token is
_SURELY = 8  # words without separators that make a kind, whatever comes after them
_LONGEST = max(map(len, _MEANING))
_APART_WORD = {
    kind: re.compile(
        rf"(?<![^{re.escape(SEPARATORS)}])(?:{kind.one}|{kind.zero})(?![^{re.escape(SEPARATORS)}])",
        re.IGNORECASE | re.ASCII,
    )
    for kind in _APART
}
_WHOLE = re.compile(
    rf"(?:{'|'.join(_MEANING)})(?![^{re.escape(SEPARATORS)}])|{NUMBER.pattern}",
    re.IGNORECASE | re.ASCII,
)


def outcome(cell: str) -> tuple[Words | None, int] | None:
    """Return what a cell of a table says: the words (None: digits) and 0 or 1.

    Blanks around it do not count; digits may be 0, 1, 0.0, 1.0 or full-width. None: it says
    neither.
    """
    plain = cell.strip().lower()
    if plain in _MEANING:
        return _MEANING[plain]
    digit = _DIGIT_CELLS.get(plain if plain.isascii() else plain.translate(_WIDE))
    return None if digit is None else (None, digit)


class WordReader:
    """Text of words, given in blocks, to zeros and ones."""

    def __init__(self) -> None:
        """Start at the beginning of a text; its first word says of what kind it is."""
        self.words: Words | None = None
        self._held = ""

    def feed(self, text: str, *, last: bool = False) -> Bits | None:
        """Return the next zeros and ones, or None if the text is not made of words of one kind.

        After that, nothing more may be fed. ``words`` is the kind as soon as it is known.
        """
        text, self._held = self._held + text, ""
        if self.words is None:
            first = _TOKEN.search(text)
            if first is None:
                return np.zeros(0, np.uint8)
            token = first.group()[:_TOKEN_HEAD]
            if first.end() == len(text) and len(token) < _TOKEN_HEAD and not last:
                self._held = token
                return np.zeros(0, np.uint8)
            self.words = _kind_of(token)
            if self.words is None:
                return None
        if not last:
            text, self._held = _cut(self.words, text)
            if len(self._held) > _LONGEST:
                return None
        if self.words in _TOGETHER:
            return _values_together(self.words, text)
        values = {self.words.one: 1, self.words.zero: 0}
        try:
            return np.array(
                bytearray(map(values.__getitem__, _TOKEN.findall(text.lower()))), np.uint8
            )
        except KeyError:
            return None


class WordScan:
    """Search text, given in blocks, for what is no observation of one kind."""

    def __init__(self, words: Words | None) -> None:
        """Start at the beginning of a text of these words; None: of digits."""
        self._words = words
        self._scan = MisfitScan(_WHOLE if words else NUMBER)
        self._held = ""
        self._inside = False  # of a token that is too long to be a word

    def feed(self, text: str, *, last: bool = False) -> None:
        """Search the next block."""
        if self._words is None:
            self._scan.feed(text)
            return
        text, self._held = self._held + text, ""
        if not last:
            text, self._held = _cut(self._words, text)
            if self._words in _APART and len(self._held) > _LONGEST:
                text, self._held = text + self._held, ""
        if not text:
            return
        if self._words in _TOGETHER:
            mask = _without_digits(text)
            for word in _spellings(self._words.one, self._words.zero):
                mask = mask.replace(word, "1" * len(word))
        else:
            # A letter in front says that the text goes on within a token.
            mask = _without_digits("x" * self._inside + text)
            mask = _APART_WORD[self._words].sub(lambda word: "1" * len(word.group()), mask)
            mask = mask[self._inside :]
            self._inside = text[-1] not in SEPARATORS
        self._scan.feed(text, mask)

    def error(self, path: str | None = None) -> SequenceError | None:
        """Return the error for the first place in all the text, or None if everything fits."""
        misfit = self._scan.result()
        if misfit is None:
            return None
        allowed = (self._words.one, self._words.zero) if self._words else None
        return SequenceError(misfit.line, misfit.column, misfit.found, misfit.count, path, allowed)


def parse_words(text: str) -> Reading | None:
    """Read words of one kind, with the separators between them that `parse_sequence` allows.

    Upper and lower case are the same; H and T, 앞 and 뒤, 성공 and 실패 need no separators. None
    if the text does not begin with a word (or, of those that need no separators, with at least
    eight in a row).

    Raises:
        SequenceError: at the first place that is no word of the same kind.
    """
    reader = WordReader()
    values = reader.feed(text, last=True)
    if reader.words is None:
        return None
    if values is not None:
        return Reading(Observations(values), reader.words)
    scan = WordScan(reader.words)
    scan.feed(text, last=True)
    error = scan.error()
    assert error is not None  # noqa: S101 - what was not read does not fit
    raise error


def parse_text(text: str) -> Reading:
    """Read zeros and ones, or else words.

    Raises:
        SequenceError: at the first place that does not fit.
    """
    if digit_values(text) is None:
        reading = parse_words(text)
        if reading is not None:
            return reading
    return Reading(parse_sequence(text))


def _kind_of(token: str) -> Words | None:
    """Return the kind of which a text is that begins with this token."""
    plain = token.lower()
    if plain in _MEANING:
        return _MEANING[plain][0]
    for kind in _TOGETHER:
        run = re.match(f"(?:{kind.one}|{kind.zero})*", token, re.IGNORECASE | re.ASCII)
        if run and (run.end() == len(token) or run.end() >= _SURELY * len(kind.one)):
            return kind
    return None


def _cut(words: Words, text: str) -> tuple[str, str]:
    """Cut a block where no word of the kind can go on."""
    if words in _TOGETHER:
        at = len(text) - (len(words.one) == 2 and text[-1:] in (words.one[0], words.zero[0]))
    else:
        # Only the end is searched: a token that fills it is too long to be a word.
        end = text[-_LONGEST - 1 :]
        token = _LAST_TOKEN.search(end)
        at = len(text) - (len(token.group()) if token else 0)
    return text[:at], text[at:]


def _values_together(words: Words, text: str) -> Bits | None:
    if any(digit in text for digit in DIGITS):
        return None
    for digit, word in (("1", words.one), ("0", words.zero)):
        for spelling in _spellings(word):
            text = text.replace(spelling, digit)
    return digit_values(text)


def _without_digits(text: str) -> str:
    for digit in DIGITS:
        text = text.replace(digit, "x")
    return text


def _spellings(*words: str) -> Iterable[str]:
    return {spelling for word in words for spelling in (word.lower(), word.upper())}
