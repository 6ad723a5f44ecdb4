"""The words of a lesson: where they point, and what has no place in them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from core.lessons.errors import quoted

_LINK = re.compile(r"!?\[([^\[\]]*)\]\(([^()\s]*)\)")
_HTML = re.compile(r"</?[A-Za-z][^<>\n]*>|<!--|&[A-Za-z]+;|&#")
_TABLE = re.compile(r"\s*\|")
_PLACEHOLDER = re.compile(r"\{\{|\}\}|\{[^{}]*\}")
_STARS = re.compile(r"\*+")
_BULLET = re.compile(r"^\s*[-*+]\s+")


def links(text: str) -> Iterator[tuple[int, str, str]]:
    """Give each link of a text as (line from 0, its words, where it leads)."""
    for match in _LINK.finditer(text):
        yield text.count("\n", 0, match.start()), match[1], match[2]


def misplaced(text: str) -> Iterator[tuple[int, str, str]]:
    """Give what has no place in a text as (line from 0, what, why not)."""
    for line, content in enumerate(_PLACEHOLDER.sub("0", text).split("\n")):
        for match in _HTML.finditer(content):
            yield line, match[0], f"{quoted(match[0])} is HTML"
        if _TABLE.match(content):
            yield line, content, "a table"
        if "![" in content:
            yield line, "![", "a picture"


def open_emphasis(text: str) -> Iterator[tuple[int, str]]:
    """Give each place where ``*`` or ``**`` will be seen as such, as (line from 0, what is there).

    By CommonMark's rule stars do not close behind a full stop or a bracket with a letter right
    behind them, as a Korean particle is: ``**(π)**은``.
    """
    # Stars may begin on one line and end on the next, but not in the next paragraph.
    line = 0
    for paragraph in re.split(r"\n[ \t]*\n", _PLACEHOLDER.sub("0", text)):
        yield from ((line + at, found) for at, found in _open_in(paragraph))
        line += paragraph.count("\n") + 2


def _open_in(paragraph: str) -> Iterator[tuple[int, str]]:
    lines = paragraph.split("\n")
    blank = "\n".join(_BULLET.sub(lambda match: " " * len(match[0]), line, 1) for line in lines)
    waiting: list[re.Match[str]] = []
    for match in _STARS.finditer(blank):
        opens, closes = _flanks(blank, match.start(), match.end())
        if closes and waiting and len(waiting[-1][0]) == len(match[0]):
            waiting.pop()
        elif opens:
            waiting.append(match)
        else:
            yield _place(blank, match)
    for match in waiting:
        yield _place(blank, match)


def _place(text: str, match: re.Match[str]) -> tuple[int, str]:
    around = text[max(match.start() - 8, 0) : match.end() + 8].replace("\n", " ")
    return text.count("\n", 0, match.start()), around


def _flanks(text: str, start: int, end: int) -> tuple[bool, bool]:
    """Whether stars can open, and whether they can close."""
    before, behind = text[start - 1 : start] or " ", text[end : end + 1] or " "
    space_before, space_behind = before.isspace(), behind.isspace()
    sign_before, sign_behind = _is_sign(before), _is_sign(behind)
    opens = not space_behind and (not sign_behind or space_before or sign_before)
    closes = not space_before and (not sign_before or space_behind or sign_behind)
    return opens, closes


def _is_sign(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"
