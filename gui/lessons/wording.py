"""What is wrong with an answer, or with the file of a lesson, in the words of the window."""

from __future__ import annotations

from core.lessons.answers import AnswerError
from core.lessons.errors import LessonError
from core.lessons.expression import nearest
from core.lessons.functions import FUNCTIONS
from core.lessons.names import NAMES
from gui.i18n import translate


def explain_answer(error: AnswerError) -> str:
    """One sentence that says what an answer may be."""
    return {
        "empty": translate("Lessons", "Type a number such as 0.7, 1/1320, 70 % or 2×10⁻⁴."),
        "form": translate(
            "Lessons", "“{text}” is not a number such as 0.7, 1/1320, 70 %, 2×10⁻⁴ or ∞."
        ),
        "zero": translate("Lessons", "“{text}” divides by zero."),
        "range": translate("Lessons", "A place on the axis is a number from 0 to 1, not “{text}”."),
    }[error.reason].format(text=error.text)


def explain_lesson(error: LessonError) -> str:
    """The file and the line, what is wrong there, and what is allowed."""
    sentence = {
        "file": translate("Lessons", "the file cannot be read ({found})"),
        "encoding": translate("Lessons", "the file is not UTF-8 text"),
        "size": translate("Lessons", "the file is too large for a lesson"),
        "name": translate("Lessons", "the file's name is not that of a lesson, as in 07-mle.md"),
        "form": translate("Lessons", "{found} may not stand here, or is not closed"),
        "key": translate("Lessons", "there is no key {found}"),
        "section": translate("Lessons", "there is no section {found}"),
        "fence": translate("Lessons", "there is no fence {found}"),
        "missing": translate("Lessons", "{found} is missing"),
        "twice": translate("Lessons", "{found} is there twice"),
        "order": translate("Lessons", "{found} stands too late"),
        "value": translate("Lessons", "{field} may not be {found}"),
        "expression": translate("Lessons", "{field} holds an expression without a value: {found}"),
        "options": translate("Lessons", "a choice has two to four options, one of them right"),
        "claim": translate("Lessons", "the claim is false"),
        "until": translate("Lessons", "what is to be done is done already, or not by Show me"),
        "target": translate("Lessons", "{found} is no target, or is not on the screen then"),
        "words": translate("Lessons", "{found} may not stand in the text"),
        "house": translate("Lessons", "a rule of the program's own lessons is broken"),
    }[error.reason].format(found=error.found or error.words, field=error.field)
    place = error.name
    if error.line:
        line = translate("Lessons", "line {line}").format(line=error.line)
        place = f"{place}, {line}" if place else line
    text = f"{place}: {sentence}" if place else sentence
    close = nearest(error.found, (*NAMES, *FUNCTIONS)) if error.reason == "expression" else ""
    if close:
        text += translate("Lessons", "; the nearest name is {name}").format(name=close)
    if error.allowed:
        text += translate("Lessons", "; allowed: {allowed}").format(allowed=error.allowed)
    return f"{text}."
