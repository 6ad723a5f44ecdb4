"""Text and files to observations and probabilities, with errors that point at the place.

The errors carry what they say as fields, so that it can be said in any language.
"""

import os
import re
import unicodedata
from pathlib import Path

import numpy as np

from core._arguments import MAX_COUNT
from core.observations import Observations

MAX_FILE_BYTES = 256 * 2**20
"""The largest file that is read: 256 MiB."""

_LINE_ENDS = "\n\r\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}"
_WIDE_SEPARATORS = (
    _LINE_ENDS[2:]
    + "\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}\N{IDEOGRAPHIC SPACE}"
    + "\N{ZERO WIDTH NO-BREAK SPACE}"
    + "\N{FULLWIDTH COMMA}\N{FULLWIDTH SEMICOLON}\N{IDEOGRAPHIC COMMA}"
)
_SEPARATORS = " \t,;" + _LINE_ENDS[:2] + _WIDE_SEPARATORS
_WIDE_DIGITS = {"\N{FULLWIDTH DIGIT ZERO}": "0", "\N{FULLWIDTH DIGIT ONE}": "1"}
_ASCII_SEPARATORS = "".join(filter(str.isascii, _SEPARATORS)).encode()

_GOOD = "01" + "".join(_WIDE_DIGITS) + _SEPARATORS
_BAD = re.compile(f"[^{re.escape(_GOOD)}]+")
_LINE_END = re.compile(f"\r\n|[{_LINE_ENDS}]")
_NUMBER = re.compile(r"[+-]?[0-9]*[.][0-9]+|[+-][0-9]+")
_SHOWN = 20  # characters of what was found

_COUNTS = re.compile(r"\s*([0-9]{1,40})\s*/\s*([0-9]{1,40})\s*")
_DECIMAL = re.compile(r"([+-]?)([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][+-]?[0-9]+)?")
_FRACTION = re.compile(r"([0-9]+)\s*/\s*([0-9]+)")
_DECIMAL_COMMA = re.compile(r"[+-]?[0-9]*,[0-9]+")
_LONGEST_NUMBER = 1000


class SequenceError(ValueError):
    """Text that is not a sequence of zeros and ones.

    Attributes:
        line: line of the first mistake, from 1.
        column: its column, from 1.
        found: what stands there, at most 20 characters.
        count: number of characters that are not allowed, in the whole text.
        path: the file, if the text came from one.
    """

    def __init__(
        self, line: int, column: int, found: str, count: int, path: str | None = None
    ) -> None:
        """Keep the place and put it into words."""
        self.line, self.column, self.found, self.count = line, column, found, count
        self.path = path
        place = f"line {line}, column {column}"
        more = f"; {count} characters are wrong in all" if count > len(found) else ""
        super().__init__(
            f"{f'{path}, ' if path else ''}{place}: {found!r} is not an observation; allowed are "
            f"0 and 1, separated by spaces, commas, semicolons, tabs or line ends, or not at all"
            f"{more}"
        )


class CountsError(ValueError):
    """Text that is not K/N.

    Attributes:
        text: what was given, shortened.
        reason: "form" (not two whole numbers), "order" (k > n) or "range" (n > 10**15).
    """

    def __init__(self, text: str, reason: str) -> None:
        """Keep the text and the reason, and put them into words."""
        self.text, self.reason = _shorten(text), reason
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
        self.text, self.reason = _shorten(text), reason
        hint = "; write a decimal point" if _DECIMAL_COMMA.fullmatch(text.strip()) else ""
        super().__init__(
            {
                "form": f"{self.text!r} is not a number from 0 to 1, such as 0.7 or 7/10{hint}",
                "range": f"{self.text!r} is not in [0, 1]",
            }[reason]
        )


class FileError(ValueError):
    """A file that cannot be read as a sequence.

    Attributes:
        path: the file.
        reason: "missing", "directory", "permission", "unreadable", "empty", "encoding"
            or "too_large".
    """

    def __init__(self, path: str, reason: str) -> None:
        """Keep the file and the reason, and put them into words."""
        self.path, self.reason = path, reason
        super().__init__(
            {
                "missing": f"no such file: {path!r}",
                "directory": f"{path!r} is a directory, not a file",
                "permission": f"no permission to read {path!r}",
                "unreadable": f"{path!r} cannot be read",
                "empty": f"{path!r} holds no observations",
                "encoding": f"{path!r} is not a text in UTF-8",
                "too_large": f"{path!r} is larger than {MAX_FILE_BYTES // 2**20} MiB",
            }[reason]
        )


def parse_sequence(text: str) -> Observations:
    """Read zeros and ones, with or without separators between them.

    Spaces, tabs, commas, semicolons and line ends separate, full-width ones too, and
    full-width digits count. Blank text is the empty sequence.

    Raises:
        SequenceError: at the first other character.
    """
    plain = text
    if not plain.isascii():
        for wide, narrow in _WIDE_DIGITS.items():
            plain = plain.replace(wide, narrow)
        for separator in _WIDE_SEPARATORS:
            plain = plain.replace(separator, "")
    if plain.isascii():
        digits = plain.encode("ascii").translate(None, _ASCII_SEPARATORS)
        values = np.frombuffer(digits, np.uint8) - np.uint8(ord("0"))
        if values.max(initial=0) <= 1:
            return Observations(values)
    raise _sequence_error(text)


def _sequence_error(text: str) -> SequenceError:
    bad = next(_BAD.finditer(text))
    line, line_start = 1, 0
    for line_end in _LINE_END.finditer(text, 0, bad.start()):
        line, line_start = line + 1, line_end.end()
    token_start = bad.start()
    while token_start > line_start and text[token_start - 1] not in _SEPARATORS:
        token_start -= 1
    number = _NUMBER.match(text, token_start)
    if number and number.start() <= bad.start() < number.end():
        start, found = token_start, number.group()
    else:
        start, found = bad.start(), bad.group()
    count = sum(len(run) for run in _BAD.findall(text))
    return SequenceError(line, start - line_start + 1, _shorten(found), count)


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


def read_sequence_file(path: str | os.PathLike[str]) -> Observations:
    """Read a text file of zeros and ones in UTF-8, with or without a byte order mark.

    Raises:
        FileError: if the file cannot be read, is larger than 256 MiB, is not UTF-8 or
            holds no observation.
        SequenceError: at the first character that is not allowed.
    """
    name = os.fspath(path)
    try:
        with Path(name).open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError:
        raise FileError(name, "missing") from None
    except IsADirectoryError:
        raise FileError(name, "directory") from None
    except PermissionError:
        # What opening a directory raises differs between systems.
        reason = "directory" if Path(name).is_dir() else "permission"
        raise FileError(name, reason) from None
    except (OSError, ValueError):
        raise FileError(name, "unreadable") from None
    if len(data) > MAX_FILE_BYTES:
        raise FileError(name, "too_large")
    try:
        observations = parse_sequence(data.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise FileError(name, "encoding") from None
    except SequenceError as error:
        raise SequenceError(error.line, error.column, error.found, error.count, name) from None
    if observations.n == 0:
        raise FileError(name, "empty")
    return observations


def _shorten(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
