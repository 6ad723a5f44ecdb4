"""All that the views of the lessons show at one moment, in words; it never changes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Entry:
    """A line of the list of lessons.

    Attributes:
        number: counted from 1.
        id: the lesson's.
        title: what it is called.
        about: one line about it.
        mark: "done", "begun" or "".
    """

    number: int
    id: str
    title: str
    about: str
    mark: str


@dataclass(frozen=True)
class Moment:
    """A step of a lesson, with what has been answered.

    Attributes:
        entries: all lessons.
        lesson: which of the entries is open, counted from 0.
        title: the step's heading.
        step: which step it is, counted from 0.
        steps: how many there are.
        answered: for each step whether its question has been answered.
        text: what it tells.
        formula: the formula shown; "" for none.
        kind: of its question: "number", "place", "choice", "do"; "" for none.
        question: what is asked.
        options: of a choice.
        hint: "" for none.
        given: what was answered, as it was typed; None before.
        chosen: which option was chosen, from 0; None before, and of other kinds.
        right_option: the right one, once it is answered.
        is_right: whether the answer is right; None before.
        revealed: whether the answer was shown without having been given.
        expected: the right answer in words; "" before, and where there is none to say.
        after: what is said after the answer.
        complaint: why an answer cannot be understood; "" for nothing.
        can_show: whether "Show me" has something to show.
        is_last_step: whether the lesson ends here.
        is_last: whether all lessons end here.
        model: whether the step's examples can be opened in the Model view.
    """

    entries: tuple[Entry, ...]
    lesson: int
    title: str
    step: int
    steps: int
    answered: tuple[bool, ...]
    text: str
    formula: str = ""
    kind: str = ""
    question: str = ""
    options: tuple[str, ...] = ()
    hint: str = ""
    given: str | None = None
    chosen: int | None = None
    right_option: int | None = None
    is_right: bool | None = None
    revealed: bool = False
    expected: str = ""
    after: str = ""
    complaint: str = ""
    can_show: bool = False
    is_last_step: bool = False
    is_last: bool = False
    model: bool = False
