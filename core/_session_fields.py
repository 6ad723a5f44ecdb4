"""The fields of a session file: each is checked by a function, and each mistake names its field."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, TypeVar

from core import _arguments
from core.session_document import SessionError

Value = TypeVar("Value")

IN_BASE64 = "a string in base64"
DIGITS = "digits 0 and 1"


class Fields:
    """An object of the file whose fields are checked one by one."""

    def __init__(self, fields: dict[str, Any], prefix: str = "") -> None:
        self._fields, self._prefix = fields, prefix

    def take(
        self,
        name: str,
        check: Callable[[Any], Value],
        allowed: str,
        default: Value | None = None,
    ) -> Value:
        """Return a field's checked value; the check raises ValueError for any that is wrong."""
        if name not in self._fields:
            if default is not None:
                return default
            raise self.error(name, "missing", allowed)
        try:
            return check(self._fields[name])
        except ValueError:
            raise self.error(name, shown(self._fields[name]), allowed) from None

    def take_all(
        self, name: str, check: Callable[[Any], Value], allowed: str, allowed_one: str
    ) -> list[Value]:
        """Return a list, checked one by one."""
        values = self.take(name, array, allowed)
        return [
            Fields({f"{name}[{i}]": value}, self._prefix).take(f"{name}[{i}]", check, allowed_one)
            for i, value in enumerate(values)
        ]

    def full_name(self, name: str) -> str:
        """What a field is called from the file's beginning on, as in "model.w"."""
        return f"{self._prefix}{name}"

    def error(self, name: str, found: str, allowed: str) -> SessionError:
        """What is wrong with a field."""
        return SessionError("field", field=self.full_name(name), found=found, allowed=allowed)

    def damaged(self, name: str) -> SessionError:
        """A field that does not agree with the data."""
        return SessionError("damaged", field=self.full_name(name))

    def inside(self, name: str) -> Fields:
        """Return the fields of an object in a field."""
        return Fields(self.take(name, _object, "an object"), f"{self.full_name(name)}.")

    def of(self, *names: str) -> list[str]:
        """Return those of the names that are there."""
        return [name for name in names if name in self._fields]

    def is_object(self, name: str) -> bool:
        """Whether there is an object in a field."""
        return isinstance(self._fields.get(name), dict)


def shown(value: Any) -> str:
    """A value as the file has it, on one line and never long."""
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, (dict, list)):
        return "an object" if isinstance(value, dict) else "a list"
    return _arguments.shown(value)


# Checks: each returns the value, or raises ValueError ------------------------------------------


def require(condition: bool) -> None:
    """Raise ValueError unless something is so."""
    if not condition:
        raise ValueError


def _object(value: Any) -> dict[str, Any]:
    require(isinstance(value, dict))
    found: dict[str, Any] = value
    return found


def array(value: Any) -> list[Any]:
    """A list of anything."""
    require(isinstance(value, list))
    found: list[Any] = value
    return found


def string(value: Any) -> str:
    """A string."""
    require(isinstance(value, str))
    return str(value)


def digits(value: Any) -> str:
    """A string of zeros and ones."""
    found = string(value)
    require(set(found) <= {"0", "1"})
    return found


def base64(value: Any) -> memoryview:
    """The characters of a string in base64, which was cut out of the text, or stands in it."""
    return value if isinstance(value, memoryview) else memoryview(string(value).encode())


def truth(value: Any) -> bool:
    """True or false."""
    require(isinstance(value, bool))
    return bool(value)


def word(allowed: tuple[str, ...]) -> Callable[[Any], str]:
    """One of some words."""

    def check(value: Any) -> str:
        require(isinstance(value, str) and value in allowed)
        return str(value)

    return check


def whole(low: int, high: int | None) -> Callable[[Any], int]:
    """A whole number from low to high, both included; None for no end."""

    def check(value: Any) -> int:
        require(type(value) is int)
        require(low <= value and (high is None or value <= high))
        return int(value)

    return check


def number(low: float, high: float) -> Callable[[Any], float]:
    """A number from low to high, both included; −0 becomes 0."""

    def check(value: Any) -> float:
        # Before it is a float: a whole number may be larger than any.
        require(type(value) in (int, float) and low <= value <= high)
        return float(value) + 0.0

    return check


def numbers(count: int, largest: float) -> Callable[[Any], tuple[float, ...]]:
    """A list of so many numbers, none of them larger than that in size."""

    def check(value: Any) -> tuple[float, ...]:
        require(len(array(value)) == count)
        return tuple(map(number(-largest, largest), value))

    return check


def or_none(check: Callable[[Any], Value]) -> Callable[[Any], Value | None]:
    """Null, or what another check allows."""
    return lambda value: None if value is None else check(value)
