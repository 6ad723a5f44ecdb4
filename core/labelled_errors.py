"""What can be wrong with examples that come from a file or a text; each says where."""

from __future__ import annotations

from core.labelled import MOST_EXAMPLES
from core.misfits import shorten
from core.tables import TablePreview

_SHOWN_COLUMNS = 20


class ColumnsNeeded(ValueError):  # noqa: N818 - it is a question, not a mistake
    """A table with several columns, and no word on which of them hold x and y.

    Attributes:
        path: the file; "" for a text.
        preview: what is in it.
        guess: the columns, from 0, that x and y probably are; None where nothing is probable.
        lines: the line of each of the preview's rows, as errors count them; () where nobody knows.
    """

    def __init__(
        self,
        path: str,
        preview: TablePreview,
        guess: tuple[int | None, int | None],
        lines: tuple[int, ...] = (),
    ) -> None:
        """Keep the preview and put it into words."""
        self.path, self.preview, self.guess, self.lines = path, preview, guess, lines
        names = preview.names
        shown = [
            f"{i} {shorten(name)!r}" if name else str(i)
            for i, name in enumerate(names[:_SHOWN_COLUMNS], 1)
        ]
        more = f" … {len(names)}" if len(names) > len(shown) else ""
        super().__init__(
            f"{_what(path)} has several columns; say which of them hold x and y: "
            f"{', '.join(shown)}{more}"
        )


class ExamplesError(ValueError):
    """A file, or a text, that cannot be read as examples as a whole.

    Attributes:
        path: the file; "" for a text.
        reason: "empty": no example; "too_many": more than `MOST_EXAMPLES`; "one_column": where two
            are needed; "same_column": x and y were to be the same one; "array": a file of NumPy's.
    """

    def __init__(self, path: str, reason: str) -> None:
        """Keep the reason and put it into words."""
        self.path, self.reason = path, reason
        what = _what(path)
        super().__init__(
            {
                "empty": f"{what} holds no examples",
                "too_many": f"{what} holds more than {MOST_EXAMPLES} examples",
                "one_column": f"{what} has a single column; two are needed, x and y",
                "same_column": f"{what}: x and y must be two columns",
                "array": f"{what} is an array of NumPy's; allowed is a table, as text",
            }[reason]
        )


class ExampleCellError(ValueError):
    """Cells of a table that are no x, or no y.

    Attributes:
        line: line of the first of them, from 1; of a row that has several, its first.
        column: its column, from 1.
        name: what the header calls it, "" if it has no name.
        found: what stands there, at most 20 characters; "" if nothing does.
        reason: what is wrong with it:

            * "empty": nothing stands there;
            * "number": an x that is no number, nor finite;
            * "range": an x beyond ±10¹⁵⁰;
            * "comma": an x whose comma may part thousands, or begin decimals;
            * "label": a y that is none of `allowed`;
            * "one_word": a y that is the same word throughout: nobody knows whether it is 1 or 0;
            * "extra": a cell beyond the last column.
        count: how many cells are wrong in all.
        path: the file; "" for a text, whose lines are called rows.
        allowed: the words for 1 and 0 that the column of y has; None for the digits.
    """

    def __init__(
        self,
        line: int,
        column: int,
        name: str,
        found: str,
        reason: str,
        count: int,
        path: str,
        allowed: tuple[str, str] | None = None,
    ) -> None:
        """Keep the place and put it into words."""
        self.line, self.column, self.name, self.found = line, column, name, found
        self.reason, self.count, self.path, self.allowed = reason, count, path, allowed
        one, zero = map(repr, allowed) if allowed else ("1", "0")
        words = "" if allowed else ", or two words such as yes and no"
        number = "a finite number, at most 1e150 in size"
        said = {
            "empty": "the cell is empty",
            "number": f"{found!r} is not a number; allowed is {number}",
            "range": f"{found!r} is too large; allowed is {number}",
            "comma": f"the comma in {found!r} may begin decimals or part thousands; "
            "allowed is a decimal point",
            "label": f"{found!r} is no label; allowed are {zero} and {one}{words}",
            "one_word": f"{found!r} is the only word, and may be 0 or 1; "
            "allowed are 0 and 1, or two words such as yes and no",
            "extra": f"{found!r} stands beyond the last column",
        }[reason]
        where = f"{path!r}, line" if path else "row"
        more = f"; {count} cells are wrong in all" if count > 1 else ""
        super().__init__(
            f"{where} {line}, column {column}{f' {shorten(name)!r}' if name else ''}: {said}{more}"
        )


def _what(path: str) -> str:
    return repr(path) if path else "the text"
