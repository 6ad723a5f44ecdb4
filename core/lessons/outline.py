"""The outline of a lesson's file: its head, its steps, their sections, their fences, their lines.

What is in them is none of its business.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeAlias

from core.lessons.errors import LessonError, quoted

SECTIONS = ("predict", "hint", "right", "wrong", "reveal")
"""The sections of a step, in their order."""
FENCES = {"": ("step",), "predict": ("ask", "solve"), "reveal": ("then",)}
"""The fences of a section; "" is what stands before the first. Only ``solve`` may follow text."""

Note: TypeAlias = Callable[[LessonError], None]
"""Takes a mistake, so that the others can be found, too."""

_HEADING = re.compile(r"(#{1,6})(?:[ \t]+(.*?))?[ \t]*#*[ \t]*")
_FENCE = re.compile(r"[ ]{0,3}```[ \t]*(.*?)[ \t]*")
_KEY = re.compile(r"([^:]*?)[ \t]*:[ \t]*(.*?)[ \t]*")
_OPTION = re.compile(r"[-*+][ \t]+\[([ xX])\](?:[ \t]+(.*?))?[ \t]*")


@dataclass(frozen=True)
class Entry:
    """A key with its value, and its line."""

    key: str
    value: str
    line: int


@dataclass(frozen=True)
class Fence:
    """A fence with its keys, and the line where it begins."""

    kind: str
    line: int
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Option:
    """An option of a choice, and its line."""

    text: str
    right: bool
    line: int


@dataclass
class Section:
    """A section of a step: its fences, then its text, then its options."""

    name: str
    line: int
    fences: list[Fence] = field(default_factory=list)
    lines: list[tuple[int, str]] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The text, without empty lines around it."""
        return "\n".join(text for _line, text in self.lines).strip("\n")

    @property
    def text_line(self) -> int:
        """The line where the text begins, or the section's where it has none."""
        return next((line for line, text in self.lines if text), self.line)

    def fence(self, kind: str) -> Fence | None:
        """Return its fence of a kind, if it has one."""
        return next((fence for fence in self.fences if fence.kind == kind), None)


@dataclass
class StepOutline:
    """A step: its heading, and its sections, the one before the first ``###`` first."""

    title: str
    line: int
    sections: list[Section]

    def section(self, name: str) -> Section | None:
        """Return a section, if the step has it."""
        return next((section for section in self.sections if section.name == name), None)


@dataclass
class Outline:
    """A whole file."""

    head: tuple[Entry, ...]
    steps: list[StepOutline]


def read_outline(text: str, note: Note) -> Outline:
    """Take a file apart; what stands where it may not is noted and left out."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    reader = _Reader(lines, note)
    return Outline(reader.head(), reader.steps())


class _Reader:
    def __init__(self, lines: list[str], note: Note) -> None:
        self._lines, self._note = lines, note
        self._next = 0

    def head(self) -> tuple[Entry, ...]:
        while self._next < len(self._lines) and not self._lines[self._next]:
            self._next += 1
        start = self._next
        if start == len(self._lines) or self._lines[start] != "---":
            self._mistake("missing", start, "the file does not begin with ---", found="---")
            return ()
        self._next += 1
        while self._next < len(self._lines) and self._lines[self._next] != "---":
            # A head that is not closed ends at the first step at the latest.
            if self._lines[self._next].startswith("#"):
                break
            self._next += 1
        end = self._next
        if end == len(self._lines) or self._lines[end] != "---":
            self._mistake("form", start, "the head of the file is not closed by ---", found="---")
        else:
            self._next += 1
        return self._entries(start + 1, end)

    def steps(self) -> list[StepOutline]:
        steps: list[StepOutline] = []
        while self._next < len(self._lines):
            place = self._next
            line = self._lines[place]
            heading = _HEADING.fullmatch(line)
            fence = _FENCE.fullmatch(line)
            if heading is not None:
                self._next += 1
                self._heading(steps, len(heading[1]), heading[2] or "", place)
            elif fence is not None:
                found = self._fence(fence[1])
                if not steps:
                    words = f"{quoted(line)} stands before the first step"
                    self._mistake("form", place, words, found=line)
                elif found is not None:
                    self._add_fence(steps[-1].sections[-1], found)
            else:
                self._next += 1
                if steps:
                    self._add_line(steps[-1].sections[-1], line, place)
                elif line:
                    self._mistake(
                        "form", place, f"{quoted(line)} stands before the first step", found=line
                    )
        return steps

    def _heading(self, steps: list[StepOutline], depth: int, title: str, place: int) -> None:
        if depth == 2:
            if not title:
                self._mistake("missing", place, "the step has no title", found="title")
            steps.append(StepOutline(title, place + 1, [Section("", place + 1)]))
            return
        shown = f"{'#' * depth} {title}"
        if depth != 3:
            self._mistake(
                "section", place, f"{quoted(shown)} is not a heading of a lesson", found=shown,
                allowed=f"## for a step, ### {', ### '.join(SECTIONS)}",
            )  # fmt: skip
        elif not steps:
            self._mistake(
                "form", place, f"{quoted(shown)} stands before the first step", found=shown
            )
        else:
            self._section(steps[-1], title, place)

    def _section(self, step: StepOutline, title: str, place: int) -> None:
        """Begin a section; of one that is none, or not in its place, the text is lost."""
        section = Section(title, place + 1)
        here = [known.name for known in step.sections if known.name in SECTIONS]
        if title not in SECTIONS:
            self._mistake(
                "section", place, f"{quoted(title)} is not a section of a step", found=title,
                allowed=", ".join(f"### {name}" for name in SECTIONS),
            )  # fmt: skip
        elif title in here:
            self._mistake("twice", place, f"### {title} is there twice", found=title)
            section.name = ""
        elif title != "predict" and "predict" not in here:
            self._mistake(
                "order", place, f"### {title} stands in a step without ### predict before it",
                found=title, allowed="after ### predict",
            )  # fmt: skip
        elif here and SECTIONS.index(title) < max(map(SECTIONS.index, here)):
            self._mistake(
                "order", place, f"### {title} stands behind ### {here[-1]}", found=title,
                allowed=f"the order {', '.join(SECTIONS)}",
            )  # fmt: skip
        step.sections.append(section)

    def _fence(self, kind: str) -> Fence | None:
        """Read a fence to its end; None for one that is none of a lesson's."""
        start = self._next
        self._next += 1
        while self._next < len(self._lines) and self._lines[self._next].strip() != "```":
            if _HEADING.fullmatch(self._lines[self._next]):
                break
            self._next += 1
        end = self._next
        if end < len(self._lines) and self._lines[end].strip() == "```":
            self._next += 1
        else:
            self._mistake("form", start, f"the fence ```{kind} is not closed", found=f"```{kind}")
        allowed = [name for names in FENCES.values() for name in names]
        if kind not in allowed:
            self._mistake(
                "fence", start, f"{quoted(f'```{kind}')} is not a fence of a lesson",
                found=f"```{kind}", allowed=", ".join(f"```{name}" for name in allowed),
            )  # fmt: skip
            return None
        return Fence(kind, start + 1, self._entries(start + 1, end))

    def _add_fence(self, section: Section, fence: Fence) -> None:
        allowed = FENCES.get(section.name, ())
        shown = f"```{fence.kind}"
        place = fence.line - 1
        if fence.kind not in allowed:
            home = next(name for name, kinds in FENCES.items() if fence.kind in kinds)
            self._mistake(
                "form", place, f"{shown} does not stand here", found=shown,
                allowed=f"at the beginning of {f'### {home}' if home else 'a step'}",
            )  # fmt: skip
        elif section.fence(fence.kind) is not None:
            self._mistake("twice", place, f"{shown} is there twice", found=shown)
        elif fence.kind != "solve" and (section.text or section.options):
            self._mistake("form", place, f"{shown} stands behind text", found=shown,
                          allowed="before the text")  # fmt: skip
        elif allowed.index(fence.kind) != len(section.fences):
            first = f"```{allowed[0]}"
            self._mistake("order", place, f"{shown} stands before {first}", found=shown,
                          allowed=f"behind {first}")  # fmt: skip
        else:
            section.fences.append(fence)

    def _add_line(self, section: Section, line: str, place: int) -> None:
        option = _OPTION.fullmatch(line)
        if option is not None and section.name == "predict":
            section.options.append(Option(option[2] or "", option[1] != " ", place + 1))
        elif line and section.options:
            self._mistake("form", place, f"{quoted(line)} stands behind the options", found=line,
                          allowed="the options last, each on one line")  # fmt: skip
        else:
            section.lines.append((place + 1, line))

    def _entries(self, start: int, end: int) -> tuple[Entry, ...]:
        entries: dict[str, Entry] = {}
        for place in range(start, end):
            line = self._lines[place].strip()
            if not line:
                continue
            match = _KEY.fullmatch(line)
            if match is None:
                self._mistake("form", place, f"{quoted(line)} is not a key and its value",
                              found=line, allowed="key: value")  # fmt: skip
            elif match[1] in entries:
                self._mistake("twice", place, f"{quoted(match[1])} is given twice", found=match[1])
            else:
                entries[match[1]] = Entry(match[1], match[2], place + 1)
        return tuple(entries.values())

    def _mistake(
        self, reason: str, place: int, words: str, found: str = "", allowed: str = ""
    ) -> None:
        self._note(LessonError(reason, place + 1, words, found=found, allowed=allowed))
