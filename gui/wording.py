"""Errors of the core and of the system, in the user's words and language."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.observations import TooManyError
from core.parsing import CountsError, ProbabilityError, SequenceError
from core.scientific import format_count
from gui.i18n import translate
from gui.safe_file import WriteError

if TYPE_CHECKING:
    from core.file_errors import FileError
    from core.npy_file import NpyValueError
    from core.session_file import SessionError
    from core.table_columns import CellError
    from core.tables import ColumnError
    from gui.figures.options import OptionsError

LONGEST_QUOTE = 10


def explain(error: Exception) -> str:
    """One sentence that names the place and says what is allowed."""
    if isinstance(error, SequenceError):
        return _sequence(error)
    if isinstance(error, ProbabilityError):
        return translate("Errors", "π is a number from 0 to 1, not “{text}”.").format(
            text=_quote(error.text)
        )
    if isinstance(error, CountsError):
        return _counts(error)
    if isinstance(error, WriteError):
        return _write(error)
    if isinstance(error, TooManyError):
        return translate("Errors", "At most {most} observations are kept one by one.").format(
            most=format_count(error.most)
        )
    return _from_file(error)


def _from_file(error: Exception) -> str:
    # Not before the first frame: what reads files brings much along.
    from core.file_errors import FileError
    from core.npy_file import NpyValueError
    from core.session_file import SessionError
    from core.table_columns import CellError
    from core.tables import ColumnError
    from gui.figures.options import OptionsError

    if isinstance(error, OptionsError):
        return _options(error)
    if isinstance(error, FileError):
        return _file(error)
    if isinstance(error, CellError):
        return _cell(error)
    if isinstance(error, ColumnError):
        return _column(error)
    if isinstance(error, NpyValueError):
        return _npy_value(error)
    if isinstance(error, SessionError):
        return _session(error)
    if isinstance(error, MemoryError):
        return translate("Errors", "There is not enough memory for it.")
    if isinstance(error, OSError):
        said = error.strerror or str(error)
        return translate("Errors", "The system says: {detail}.").format(detail=said)
    return str(error) or type(error).__name__


def _quote(text: str) -> str:
    return text if len(text) <= LONGEST_QUOTE else text[:LONGEST_QUOTE] + "…"


def _visible(text: str) -> str:
    """What was found, with signs for what has no look of its own."""
    return "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in text)


def _sequence(error: SequenceError) -> str:
    place = (
        translate("Errors", "Position {column}: “{found}” is neither 0 nor 1.")
        if error.line == 1
        else translate("Errors", "Line {line}, position {column}: “{found}” is neither 0 nor 1.")
    ).format(
        line=format_count(error.line),
        column=format_count(error.column),
        found=_visible(error.found),
    )
    if error.allowed is not None:
        one, zero = error.allowed
        place = translate(
            "Errors", "Line {line}, position {column}: “{found}” is neither “{zero}” nor “{one}”."
        ).format(
            line=format_count(error.line),
            column=format_count(error.column),
            found=_visible(error.found),
            zero=zero,
            one=one,
        )
        return f"{place} {_more(error.count)}" if error.count > 1 else place
    allowed = translate("Errors", "Allowed: 0 and 1, with or without spaces and commas between.")
    if error.count > 1:
        return f"{place} {_more(error.count)} {allowed}"
    return f"{place} {allowed}"


def _more(count: int) -> str:
    return translate("Errors", "({count} such places)").format(count=format_count(count))


def _counts(error: CountsError) -> str:
    return {
        "form": translate("Errors", "Both counts are whole numbers from 0 to 10¹⁵."),
        "order": translate("Errors", "There cannot be more ones than observations: k ≤ n."),
        "range": translate("Errors", "There are at most 10¹⁵ observations."),
    }[error.reason]


def _file(error: FileError) -> str:
    sentence = {
        "missing": translate("Errors", "There is no file “{path}”."),
        "directory": translate("Errors", "“{path}” is a folder, not a file."),
        "not_regular": translate("Errors", "“{path}” is a device, not a file."),
        "permission": translate("Errors", "“{path}” may not be read."),
        "empty": translate("Errors", "“{path}” holds no observations: no 0 and no 1."),
        "encoding": translate("Errors", "“{path}” is not a text in UTF-8, UTF-16 or CP949."),
        "too_large": translate(
            "Errors", "“{path}” is larger than {detail}, the most that is read."
        ),
        "too_many": translate(
            "Errors", "“{path}” holds more than {detail} observations, the most that are read."
        ),
        "session": translate("Errors", "“{path}” is a session; open it by itself."),
        "table": translate("Errors", "“{path}” is not a table that can be read."),
        "npy_damaged": translate("Errors", "“{path}” is a NumPy file with a damaged header."),
        "npy_type": translate(
            "Errors", "“{path}” holds values of type {detail}; allowed are bool and integers."
        ),
        "npy_shape": translate(
            "Errors", "“{path}” holds an array of shape {detail}; allowed is one row or column."
        ),
        "npy_truncated": translate("Errors", "“{path}” ends before its array does."),
        "unreadable": translate("Errors", "“{path}” could not be read."),
    }[error.reason]
    detail = error.detail
    if error.reason == "too_many":
        detail = format_count(int(detail))
    return sentence.format(path=error.path, detail=detail)


def _cell(error: CellError) -> str:
    column = f"{error.column} “{error.name}”" if error.name else str(error.column)
    one, zero = error.allowed or ("1", "0")
    sentence = (
        translate("Errors", "Line {line}, column {column}: “{found}” is neither {zero} nor {one}.")
        if error.found
        else translate(
            "Errors", "Line {line}, column {column} is empty; allowed: {zero} and {one}."
        )
    ).format(
        line=format_count(error.line),
        column=column,
        found=_visible(error.found),
        zero=zero,
        one=one,
    )
    return f"{sentence} {_more(error.count)}" if error.count > 1 else sentence


def _column(error: ColumnError) -> str:
    names = ", ".join(name or str(i) for i, name in enumerate(error.names, 1))
    return {
        "unknown": translate("Errors", "There is no column {column}; there are: {names}."),
        "ambiguous": translate(
            "Errors", "Several columns are called {column}; give the number of one: {names}."
        ),
        "no_table": translate("Errors", "The file is no table and has no column {column}."),
    }[error.reason].format(column=error.column, names=names)


def _npy_value(error: NpyValueError) -> str:
    sentence = translate("Errors", "Value number {index}: {value} is neither 0 nor 1.").format(
        index=format_count(error.index), value=error.value
    )
    return f"{sentence} {_more(error.count)}" if error.count > 1 else sentence


def _session(error: SessionError) -> str:
    return {
        "empty": translate("Errors", "The session file is empty."),
        "not_json": translate(
            "Errors", "This is not a session file: line {line}, position {column} is not JSON."
        ),
        "truncated": translate("Errors", "The session file ends too early; a part is missing."),
        "not_session": translate("Errors", "This JSON file is not a Bernoulli Lab session."),
        "newer": translate(
            "Errors",
            "The session was saved by a newer version of Bernoulli Lab (format {version}).",
        ),
        "field": {
            "missing": translate("Errors", "The session has no “{field}”."),
            "given twice": translate("Errors", "The session has “{field}” twice."),
        }.get(error.found, translate("Errors", "The session's “{field}” is not what it may be.")),
        "size": translate("Errors", "The session is larger than what this program opens."),
        "damaged": translate(
            "Errors", "The session is damaged: its counts and its examples do not agree."
        )
        if error.field.startswith("model.")
        else translate(
            "Errors", "The session is damaged: its counts and its observations do not agree."
        ),
    }[error.reason].format(
        line=error.line,
        column=error.column,
        version=error.version,
        field=error.field,
    )


def _write(error: WriteError) -> str:
    folder = error.path.absolute().parent
    return {
        "folder": translate("Errors", "“{path}” is a folder; choose the name of a file."),
        "no_folder": translate("Errors", "The folder “{folder}” is not there."),
        "special": translate("Errors", "“{path}” is not a regular file."),
        "permission": translate("Errors", "“{path}” may not be written."),
        "full": translate("Errors", "There is no room left on the disk for “{path}”."),
        "other": translate("Errors", "“{path}” could not be written: {detail}."),
    }[error.reason].format(path=error.path, folder=folder, detail=error.detail.rstrip("."))


def _options(error: OptionsError) -> str:
    from gui.figures.options import LARGEST_SIDE, LONGEST, MOST_MOVING_PIXELS

    return {
        "pixels": translate(
            "Errors", "The picture would have {found} pixels; each side may have from 1 to {side}."
        ),
        "shape": translate(
            "Errors", "The figure is too long: one side is over {longest} times the other."
        ),
        "moving": translate(
            "Errors",
            "All frames together have {found} pixels; at most {most}. "
            "Make it smaller, shorter, or of fewer frames a second.",
        ),
        "sequence": translate(
            "Errors", "Only the counts are known: there is no sequence to come one by one."
        ),
        "nothing": translate("Errors", "There are no observations to come one by one."),
        "panel": translate("Errors", "That plot is not in this view."),
        "model": translate("Errors", "That motion is not for the model."),
        "no_model": translate("Errors", "Without the Model view there is nothing to go down."),
        "examples": translate("Errors", "There are no examples to go down with."),
    }[error.reason].format(
        found=format_count(int(error.found)) if error.reason == "moving" else error.found,
        most=format_count(MOST_MOVING_PIXELS),
        side=format_count(LARGEST_SIDE),
        longest=LONGEST,
    )
