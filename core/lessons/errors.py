"""What is wrong with a lesson or an expression in it, in fields and in words."""

from __future__ import annotations

from core._arguments import shown


class ExpressionError(ValueError):
    """An expression that is none, or that has no value.

    Attributes:
        reason: why, one word:

            * "form": it is not an expression, or one that is not allowed;
            * "name": ``found`` is not a name, or not a function; ``allowed`` is the nearest one;
            * "arguments": a function is called with others than it takes;
            * "value": it has no value: a division by zero, say;
            * "size": it is too long, or too deep.
        found: what it is about, "" where it is about the whole.
        allowed: what there may be instead, "" where there is nothing to say.
    """

    def __init__(self, reason: str, words: str, found: str = "", allowed: str = "") -> None:
        """Keep the reason and the words."""
        self.reason, self.found, self.allowed = reason, found, allowed
        super().__init__(words)


class LessonError(ValueError):
    """A mistake in a file that is to be a lesson.

    Attributes:
        reason: why, one word:

            * "file": the file cannot be read, ``found`` says why;
            * "encoding", "size": no UTF-8, or too large to be a lesson;
            * "name": the file's name is not one of a lesson;
            * "form": ``found`` does not stand where it may, or is not closed;
            * "key", "section", "fence": ``found`` is not one of ``allowed``;
            * "missing": ``found`` is missing in ``field``;
            * "twice": ``found`` is there twice;
            * "order": ``found`` stands behind what must come after it;
            * "value": ``found`` is not a value of ``field``; ``allowed`` says what is;
            * "expression": ``field`` has an expression that is none, or has no value;
            * "options": a choice has not two to four options of which one is right;
            * "claim": the claim that makes an option the right one is false;
            * "until": what is to be done is done already, or is not done by Show me;
            * "target": ``found`` is not a target, or is not on the screen then;
            * "words": ``found`` is not allowed in prose;
            * "house": a rule of the lessons that come with the program.
        name: the file's name.
        line: the line, from 1; 0 where it is about the whole file.
        field: the key or the section; "" where it is about neither.
        found: what stands there, shortened.
        allowed: what may stand there; "" where there is nothing to say.
    """

    def __init__(
        self,
        reason: str,
        line: int,
        words: str,
        *,
        name: str = "",
        field: str = "",
        found: str = "",
        allowed: str = "",
    ) -> None:
        """Keep what and where, and put it into words."""
        self.reason, self.line, self.name = reason, line, name
        self.field, self.found, self.allowed = field, found, allowed
        self.words = words
        place = ", ".join(filter(None, (name, f"line {line}" if line else "")))
        allowance = f"; allowed: {allowed}" if allowed else ""
        super().__init__(f"{f'{place}: ' if place else ''}{words}{allowance}")

    def named(self, name: str) -> LessonError:
        """Return the same mistake in a file of this name."""
        return LessonError(
            self.reason,
            self.line,
            self.words,
            name=name,
            field=self.field,
            found=self.found,
            allowed=self.allowed,
        )


def quoted(text: str) -> str:
    """What stands there, in quotation marks, on one line and never long."""
    return shown(text)
