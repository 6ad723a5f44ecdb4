"""JSON as RFC 8259 has it and no more, each mistake with its place.

The reader of the standard library knows NaN and lets later keys overwrite earlier ones, nests
until the stack ends, and does not tell a text that was cut off from one that is wrong.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

DEPTH = 32
"""How deep objects and lists may nest."""

LONGEST_NUMBER = 400
"""The most characters of a number; no float64 and no count needs as many."""

_NO_CUTS: Mapping[int, object] = MappingProxyType({})
_SPACE = re.compile(r"[ \t\n\r]*")
_PLAIN = re.compile(r'[^"\\\x00-\x1f]*')
_NUMBER_CHARACTERS = re.compile(r"[-+.0-9eE]+")
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?")
_BEGUN_NUMBER = re.compile(r"-?(?:(?:0|[1-9][0-9]*)(?:\.|(?:\.[0-9]+)?[eE][+-]?)?)?")
_HEX = re.compile(r"[0-9a-fA-F]{0,4}")
_ESCAPES = {
    '"': '"',
    "\\": "\\",
    "/": "/",
    "b": "\b",
    "f": "\f",
    "n": "\n",
    "r": "\r",
    "t": "\t",
}
_LITERALS = {"true": True, "false": False, "null": None}


class JsonError(Exception):
    """Text that is not JSON; never leaves the core.

    Attributes:
        kind: "syntax"; "end", if the text ends too early; "twice", if an object has a key twice.
        place: index of the character where it shows.
        name: the key that an object has twice.
    """

    def __init__(self, kind: str, place: int, name: str = "") -> None:
        """Keep what and where."""
        super().__init__(kind, place, name)
        self.kind, self.place, self.name = kind, place, name


def parse(text: str, cuts: Mapping[int, object] = _NO_CUTS) -> Any:
    """Read a text that is one JSON value.

    Objects become dicts, lists lists; whole numbers int, others float, possibly infinite. Half
    a surrogate pair is no character.

    Args:
        text: the text.
        cuts: by the index of an empty string in it what was cut out there, which is its value.

    Raises:
        JsonError: if it is not one.
    """
    reader = _Reader(text, cuts)
    value = reader.value(0)
    reader.skip_space()
    if reader.place < len(text):
        raise reader.mistake()
    return value


class _Reader:
    def __init__(self, text: str, cuts: Mapping[int, object]) -> None:
        self._text, self._cuts = text, cuts
        self.place = 0

    def mistake(self) -> JsonError:
        return JsonError("syntax", self.place)

    def _end(self) -> JsonError:
        return JsonError("end", len(self._text))

    def skip_space(self) -> None:
        self.place = _SPACE.match(self._text, self.place).end()  # type: ignore[union-attr]

    def _next(self) -> str:
        """The next character that is no space, which stays the next."""
        self.skip_space()
        if self.place == len(self._text):
            raise self._end()
        return self._text[self.place]

    def value(self, depth: int) -> Any:
        sign = self._next()
        if sign == '"':
            start = self.place
            string = self._string()
            return self._cuts.get(start, string)
        if sign in "{[":
            if depth == DEPTH:
                raise self.mistake()
            self.place += 1
            return self._object(depth + 1) if sign == "{" else self._list(depth + 1)
        if sign in "-0123456789":
            return self._number()
        return self._literal()

    def _object(self, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        if self._next() == "}":
            self.place += 1
            return found
        while True:
            if self._next() != '"':
                raise self.mistake()
            start = self.place
            key = self._string()
            if key in found:
                raise JsonError("twice", start, key)
            if self._next() != ":":
                raise self.mistake()
            self.place += 1
            found[key] = self.value(depth)
            if self._goes_on("}"):
                return found

    def _list(self, depth: int) -> list[Any]:
        found: list[Any] = []
        if self._next() == "]":
            self.place += 1
            return found
        while True:
            found.append(self.value(depth))
            if self._goes_on("]"):
                return found

    def _goes_on(self, end: str) -> bool:
        """Step over a comma, or over the end; tell whether it was the end."""
        sign = self._next()
        if sign not in (",", end):
            raise self.mistake()
        self.place += 1
        return sign == end

    def _literal(self) -> bool | None:
        for word, value in _LITERALS.items():
            if self._text.startswith(word, self.place):
                self.place += len(word)
                return value
            if word.startswith(self._text[self.place : self.place + len(word)]):
                raise self._end()
        raise self.mistake()

    def _number(self) -> int | float:
        start = self.place
        end = _NUMBER_CHARACTERS.match(self._text, start).end()  # type: ignore[union-attr]
        number = _NUMBER.fullmatch(self._text, start, end)
        if number is None:
            if end == len(self._text) and _BEGUN_NUMBER.fullmatch(self._text, start, end):
                raise self._end()
            raise self.mistake()
        if end - start > LONGEST_NUMBER:
            raise self.mistake()
        self.place = end
        return int(number[0]) if number[1] is number[2] is None else float(number[0])

    def _string(self) -> str:
        self.place += 1
        parts: list[str] = []
        while True:
            end = _PLAIN.match(self._text, self.place).end()  # type: ignore[union-attr]
            parts.append(self._text[self.place : end])
            self.place = end
            if end == len(self._text):
                raise self._end()
            sign = self._text[end]
            if sign < " ":
                raise self.mistake()
            if sign == '"':
                self.place += 1
                return "".join(parts)
            parts.append(self._escape())

    def _escape(self) -> str:
        start = self.place
        letter = self._text[start + 1 : start + 2]
        if letter == "u":
            return self._code_point()
        if not letter:
            raise self._end()
        if letter not in _ESCAPES:
            raise self.mistake()
        self.place += 2
        return _ESCAPES[letter]

    def _code_point(self) -> str:
        start = self.place
        high = self._unit()
        if not 0xD800 <= high < 0xE000:
            return chr(high)
        rest = self._text[self.place : self.place + 2]
        if self.place + len(rest) == len(self._text) and "\\u".startswith(rest):
            raise self._end()
        low = self._unit() if rest == "\\u" else 0
        if high >= 0xDC00 or not 0xDC00 <= low < 0xE000:
            raise JsonError("syntax", start)
        return chr(0x10000 + (high - 0xD800) * 0x400 + low - 0xDC00)

    def _unit(self) -> int:
        """Read one escape of four hexadecimal digits."""
        digits = _HEX.match(self._text, self.place + 2)[0]  # type: ignore[index]
        end = self.place + 2 + len(digits)
        if len(digits) < 4:
            if end == len(self._text):
                raise self._end()
            raise self.mistake()
        self.place = end
        return int(digits, 16)
