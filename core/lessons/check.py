"""The check that an author runs: `python -m core.lessons.check FILE...` names every mistake.

Of the same lesson in two languages it says how they differ, too. Folders stand for the files in
them. It ends with 0 if all is well.
"""

from __future__ import annotations

import io
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from core.lessons.house_rules import house_rules
from core.lessons.lesson import Lesson
from core.lessons.lesson_file import read_file
from core.lessons.shelf import same_steps


def mistakes(paths: Sequence[Path]) -> list[str]:
    """Return each mistake in some files, and each difference between those of the same name."""
    found: list[str] = []
    lessons: dict[str, tuple[Path, Lesson]] = {}
    for path in paths:
        lesson, errors = read_file(path)
        if lesson is not None:
            errors += house_rules(lesson)
        errors.sort(key=lambda error: error.line)
        found += [str(error.named(str(path))) for error in errors]
        if lesson is None:
            continue
        first, one = lessons.setdefault(path.name, (path, lesson))
        if one is not lesson:
            found += [f"{first} and {path}: {words}" for words in same_steps(one, lesson)]
    return found


def main(arguments: Sequence[str]) -> int:
    """Check the files and folders named; 1 if there is a mistake, 2 if there is no file."""
    paths: list[Path] = []
    for argument in arguments:
        path = Path(argument)
        paths += sorted(path.rglob("*.md")) if path.is_dir() else [path]
    if not paths:
        sys.stderr.write("usage: python -m core.lessons.check FILE...\n")
        return 2
    # A console may have no letters for what a lesson says.
    cast("io.TextIOWrapper", sys.stdout).reconfigure(errors="backslashreplace")
    found = mistakes(paths)
    for line in found:
        sys.stdout.write(f"{line}\n")
    sys.stdout.write(f"{len(paths)} files, {len(found)} mistakes\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
