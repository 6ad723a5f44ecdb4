"""The keys of a lesson's fences: from their text to a `Setting`."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from functools import lru_cache
from pathlib import Path
from typing import Any

from core.examples import Example, load_examples
from core.labelled_examples import LabelledExample, load_labelled, source_of
from core.labelled_points import parse_points
from core.lessons import expression
from core.lessons.errors import ExpressionError, LessonError, quoted
from core.lessons.expression import Expression
from core.lessons.lesson import FORMULAS
from core.lessons.outline import Entry, Note
from core.lessons.setting import Data, Examples, Setting
from core.observations import Observations, random_observations
from core.parsing import (
    CountsError,
    ProbabilityError,
    SequenceError,
    parse_counts,
    parse_probability,
    parse_sequence,
)
from core.stage import HIDEABLE, LABS, PLOTS, TARGETS, is_target
from core.state import LogBase

MOST_OBSERVATIONS = 1_000_000
"""The longest sequence of a lesson; K/N may be larger."""

_EXAMPLES = Path(__file__).resolve().parents[2] / "resources" / "examples.json"
_CHAIN = ("product", "log", "minus", "mean")
_READINGS = ("rows", "columns")
_REPEATED = re.compile(r"([01 ]+?)\s*[*×]\s*([0-9]{1,9})")
_DRAW = re.compile(r"draw\s+([0-9]{1,9})\s*:\s*([0-9./]+)\s*:\s*([0-9]{1,15})")
_DATA = (
    "1011011101, 7/10, 1011011101 * 100, example arbuthnot-years, draw 20:0.7:3 (n:π:seed), empty"
)


class _ValueError(ValueError):
    """A value that a key does not take: what of it, and what it takes."""

    def __init__(self, words: str, allowed: str, found: str) -> None:
        super().__init__(words)
        self.allowed, self.found = allowed, found


def read_setting(entries: Collection[Entry], where: Collection[str], note: Note) -> Setting:
    """Read the keys of a fence; those that are wrong are noted and left out.

    Args:
        entries: the keys with their values.
        where: the names of the lesson.
        note: takes the mistakes.
    """
    fields: dict[str, Any] = {}
    for entry in entries:
        if entry.key not in _READERS:
            note(unknown_key(entry, _READERS))
            continue
        name = entry.key.replace("-", "_")
        try:
            fields[name] = _READERS[entry.key](entry.value, where)
        except _ValueError as error:
            note(
                LessonError(
                    "value", entry.line, f"{entry.key}: {error}", field=entry.key,
                    found=error.found, allowed=error.allowed,
                )
            )  # fmt: skip
        except ExpressionError as error:
            note(bad_expression(entry.key, entry.line, error))
    return Setting(**fields)


def read_expression(entry: Entry, where: Collection[str], note: Note) -> Expression | None:
    """Read a key that has an expression; what is none is noted, and None."""
    try:
        return expression.parse(entry.value, where)
    except ExpressionError as error:
        note(bad_expression(entry.key, entry.line, error))
        return None


def bad_expression(field: str, line: int, error: ExpressionError) -> LessonError:
    """Say where an expression is wrong."""
    return LessonError(
        "expression", line, f"{field}: {error}", field=field, found=error.found,
        allowed="",
    )  # fmt: skip


def unknown_key(entry: Entry, known: Collection[str]) -> LessonError:
    """Say that a key is not one of those that may stand there."""
    return LessonError(
        "key", entry.line, f"{quoted(entry.key)} is not a key here", found=entry.key,
        allowed=", ".join(known),
    )  # fmt: skip


@lru_cache(maxsize=1)
def _examples() -> dict[str, Example]:
    return {example.id: example for example in load_examples(_EXAMPLES)}


def _data(text: str, _where: Collection[str]) -> Data:
    if text == "empty":
        return Data(text, Observations())
    if text.split()[:1] == ["example"]:
        return _example(text)
    drawn, repeated = _DRAW.fullmatch(text), _REPEATED.fullmatch(text)
    try:
        if drawn is not None:
            pi = parse_probability(drawn[2])
            made = random_observations(_length(int(drawn[1]), text), pi, int(drawn[3]))
            return Data(text, made, true_pi=pi)
        if repeated is not None:
            part, times = parse_sequence(repeated[1]), int(repeated[2])
            _length(part.n * times, text)
            return Data(text, part.repeat(times) if times else Observations())
        observations = parse_counts(text) if "/" in text else parse_sequence(text)
    except (SequenceError, CountsError, ProbabilityError) as error:
        raise _ValueError(str(error), _DATA, text) from None
    if not text:
        raise _ValueError("it is missing", _DATA, text)
    return Data(text, observations)


def _length(n: int, text: str) -> int:
    if n > MOST_OBSERVATIONS:
        allowed = f"at most {MOST_OBSERVATIONS:,} observations; more as K/N"
        raise _ValueError(f"{quoted(text)} has {n:,} observations", allowed, text)
    return n


def _example(text: str) -> Data:
    name = text.removeprefix("example").strip()
    known = _examples()
    if name not in known:
        raise _ValueError(f"{quoted(name)} is not an example", ", ".join(known), name)
    return Data(text, known[name].observations, source=name)


@lru_cache(maxsize=1)
def _labelled() -> dict[str, LabelledExample]:
    return {example.id: example for example in load_labelled(_EXAMPLES)}


def _model(text: str, _where: Collection[str]) -> Examples:
    known = _labelled()
    if text in known:
        return Examples(text, known[text].data, source_of(known[text]))
    try:
        data = parse_points(text)
    except ValueError as error:
        allowed = f"{', '.join(known)}, or x:y, x:y, … as in 1:0, 2:1"
        raise _ValueError(str(error), allowed, text) from None
    if not data.n:
        raise _ValueError("it is missing", ", ".join(known), text)
    return Examples(text, data)


def _expression(text: str, where: Collection[str]) -> Expression:
    return expression.parse(text, where)


def _expressions(text: str, where: Collection[str]) -> tuple[Expression, ...]:
    return tuple(expression.parse(part, where) for part in text.split(",")) if text else ()


def _replayed(text: str, where: Collection[str]) -> Expression | str:
    return text if text == "all" else expression.parse(text, where)


def _words(text: str, kind: str, known: tuple[str, ...]) -> list[str]:
    found = [word.strip() for word in text.split(",")] if text else []
    for word in found:
        if word not in known:
            raise _ValueError(f"{quoted(word)} is not {kind}", ", ".join(known), word)
    if len(set(found)) < len(found):
        raise _ValueError(f"{quoted(text)} names one twice", ", ".join(known), text)
    return found


def _plots(text: str, _where: Collection[str]) -> tuple[str, ...]:
    found = _words(text, "a plot", PLOTS)
    if not found:
        raise _ValueError("it names no plot", ", ".join(PLOTS), "")
    return tuple(plot for plot in PLOTS if plot in found)


def _hide(text: str, _where: Collection[str]) -> frozenset[str]:
    return frozenset(_words(text, "something to hide", HIDEABLE))


def _chain(text: str, _where: Collection[str]) -> tuple[bool, ...]:
    found = _words(text, "a step of the chain", _CHAIN)
    return tuple(step in found for step in _CHAIN)


def _light(text: str, _where: Collection[str]) -> str:
    if text and not is_target(text):
        raise _ValueError(f"{quoted(text)} is not a target", ", ".join(TARGETS), text)
    return text


def _axis(text: str, _where: Collection[str]) -> tuple[float, float]:
    if text == "all":
        return 0.0, 1.0
    allowed = "all, or two numbers from 0 to 1, rising, such as 0.6 to 0.8"
    ends = re.split(r"\s+to\s+", text)
    try:
        low, high = (parse_probability(end) for end in ends)
    except ValueError:
        raise _ValueError(f"{quoted(text)} is not a part of the axis", allowed, text) from None
    if low >= high:
        raise _ValueError(f"{quoted(text)} is not a part of the axis", allowed, text)
    return low, high


def _one_of(kind: str, known: dict[str, Any]) -> Callable[[str, Collection[str]], Any]:
    def read(text: str, _where: Collection[str]) -> Any:
        if text not in known:
            allowed = ", ".join(word or "nothing" for word in known)
            raise _ValueError(f"{quoted(text)} is not {kind}", allowed, text)
        return known[text]

    return read


def _or_nothing(known: tuple[str, ...]) -> dict[str, str]:
    return {word: word for word in (*known, "")}


_READERS: dict[str, Callable[[str, Collection[str]], Any]] = {
    "data": _data,
    "pi": _expression,
    "true-pi": _expression,
    "plots": _plots,
    "lab": _one_of("a lab", _or_nothing(LABS)),
    "factors": _expression,
    "chain": _chain,
    "table-n": _expression,
    "table-row": _expression,
    "reading": _one_of("a way to read the table", dict(zip(_READINGS, _READINGS, strict=True))),
    "replayed": _replayed,
    "tries": _expressions,
    "committed": _expression,
    "level": _expression,
    "tiles": _one_of("yes or no", {"yes": True, "no": False}),
    "hide": _hide,
    "light": _light,
    "formula": _one_of("a formula", _or_nothing(FORMULAS)),
    "unit": _one_of("a unit", {base.value: base for base in LogBase}),
    "axis": _axis,
    "lock": _one_of("something to lock", {"data": True, "": False}),
    "model": _model,
}
