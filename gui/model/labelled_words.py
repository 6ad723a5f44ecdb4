"""What is wrong with examples that were to come in, in the user's words and language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from core.labelled import MOST_EXAMPLES
from core.scientific import format_count
from gui.i18n import translate
from gui.model.typed_number import NumberError
from gui.wording import explain

if TYPE_CHECKING:
    from core.labelled_errors import ExampleCellError, ExamplesError

LONGEST_QUOTE = 20
# Invisible, and no letter of the font's: what stands on either side of it is not joined.
_APART = "\N{LEFT-TO-RIGHT MARK}"
# Between digits the font draws an x as ×, and it makes arrows of these signs.
_JOINED = re.compile(r"(?<=\d)\s*x(?=\s*\d)|[-<>=](?=[-<>=])")


def explain_labelled(error: Exception) -> str:
    """One or two sentences that name the place and say what is allowed."""
    # Not before the first frame: what reads files brings much along.
    from core.file_errors import FileError
    from core.labelled_errors import ExampleCellError, ExamplesError

    if isinstance(error, NumberError):
        return _number(error)
    if isinstance(error, ExampleCellError):
        return _cell(error)
    if isinstance(error, ExamplesError):
        return _whole(error)
    if isinstance(error, FileError) and not error.path:
        return translate("Model", "The text is not a table that can be read.")
    return explain(error)


def as_typed(text: str) -> str:
    """A text that is shown letter by letter, whatever the font would make of it."""
    return _JOINED.sub(rf"\g<0>{_APART}", text)


def quoted(text: str) -> str:
    """What somebody wrote, on one line, shortened: blanks stand for tabs and line ends."""
    plain = re.sub(r"\s+", " ", text).strip()
    shown = "".join(c if c.isprintable() else f"\\x{ord(c):02x}" for c in plain)
    return as_typed(shown if len(shown) <= LONGEST_QUOTE else shown[:LONGEST_QUOTE] + "…")


def _number(error: NumberError) -> str:
    return {
        "form": translate("Model", "x is a number such as 66, −1.5, 2e-3 or 1/3, not “{text}”."),
        "range": translate("Model", "x is at most 10¹⁵⁰ in size, not “{text}”."),
    }[error.reason].format(text=quoted(error.text))


def _whole(error: ExamplesError) -> str:
    return {
        "empty": translate("Model", "There are no examples in it."),
        "too_many": translate("Model", "It holds more than {most} examples; that is the most."),
        "one_column": translate("Model", "It has a single column; two are needed, x and y."),
        "same_column": translate("Model", "x and y must be two columns."),
        "array": translate("Model", "It is an array of NumPy's; allowed is a table, as text."),
    }[error.reason].format(most=format_count(MOST_EXAMPLES))


def _cell(error: ExampleCellError) -> str:
    """The place, what is wrong there, what is allowed, and how many cells are wrong."""
    place = (
        translate("Model", "Line {line}, column {column}")
        if error.path
        else translate("Model", "Row {line}, column {column}")
    )
    column = f"{error.column} “{quoted(error.name)}”" if error.name else str(error.column)
    one, zero = error.allowed or ("1", "0")
    number = translate("Model", "Allowed: a finite number, at most 10¹⁵⁰ in size.")
    words = translate("Model", "Allowed: 0 and 1, or two words such as yes and no.")
    label = translate("Model", "Allowed: {zero} and {one}.") if error.allowed else words
    sentence, allowed = {
        "empty": (translate("Model", "{place}: the cell is empty."), ""),
        "number": (translate("Model", "{place}: “{found}” is not a number."), number),
        "range": (translate("Model", "{place}: “{found}” is too large."), number),
        "comma": (
            translate("Model", "{place}: the comma in “{found}” may have two meanings."),
            translate("Model", "Allowed: a decimal point."),
        ),
        "label": (translate("Model", "{place}: “{found}” is no label."), label),
        "one_word": (
            translate("Model", "{place}: “{found}” is the only word; it may be 0 or 1."),
            words,
        ),
        "extra": (translate("Model", "{place}: “{found}” stands beyond the last column."), ""),
    }[error.reason]
    said = sentence.format(
        place=place.format(line=format_count(error.line), column=column), found=quoted(error.found)
    )
    more = translate("Model", "({count} cells are wrong in all.)").format(
        count=format_count(error.count)
    )
    parts = (said, more if error.count > 1 else "", allowed.format(zero=zero, one=one))
    return " ".join(part for part in parts if part)
