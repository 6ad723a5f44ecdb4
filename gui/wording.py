"""Errors of the core and of the system, in the user's words and language."""

from __future__ import annotations

from core.parsing import FileError, ProbabilityError, SequenceError
from core.scientific import format_count
from gui.i18n import translate

LONGEST_QUOTE = 10


def explain(error: Exception) -> str:
    """One sentence that names the place and says what is allowed."""
    if isinstance(error, SequenceError):
        return _sequence(error)
    if isinstance(error, FileError):
        return _file(error)
    if isinstance(error, ProbabilityError):
        return translate("Errors", "π is a number from 0 to 1, not “{text}”.").format(
            text=error.text
            if len(error.text) <= LONGEST_QUOTE
            else error.text[:LONGEST_QUOTE] + "…"
        )
    return str(error)


def _sequence(error: SequenceError) -> str:
    place = (
        translate("Errors", "Position {column}: “{found}” is neither 0 nor 1.")
        if error.line == 1
        else translate("Errors", "Line {line}, position {column}: “{found}” is neither 0 nor 1.")
    ).format(line=error.line, column=error.column, found=error.found)
    allowed = translate("Errors", "Allowed: 0 and 1, with or without spaces and commas between.")
    if error.count > 1:
        more = translate("Errors", "({count} such places)").format(count=format_count(error.count))
        return f"{place} {more} {allowed}"
    return f"{place} {allowed}"


def _file(error: FileError) -> str:
    sentence = {
        "missing": translate("Errors", "There is no file “{path}”."),
        "directory": translate("Errors", "“{path}” is a folder, not a file."),
        "permission": translate("Errors", "“{path}” may not be read."),
        "empty": translate("Errors", "“{path}” holds no observations: no 0 and no 1."),
        "encoding": translate("Errors", "“{path}” is not a text file in UTF-8."),
        "too_large": translate("Errors", "“{path}” is larger than 256 MiB, the most that is read."),
        "unreadable": translate("Errors", "“{path}” could not be read."),
    }[error.reason]
    return sentence.format(path=error.path)
