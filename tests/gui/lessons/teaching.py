"""What tests of the lessons' views share: lessons made by hand, and a course through them."""

from core.lessons.progress import Progress
from core.lessons.shelf import Shelf
from core.state import State
from gui.lessons.course import Course
from gui.lessons.moment import Entry, Moment
from tests.core.lessons.writing import CHOICE, DO, HEAD, NUMBER, PLACE, lesson_of

FIRST = HEAD + PLACE + NUMBER + CHOICE + DO
SECOND = HEAD.replace("A title", "Another") + CHOICE.replace("id: which", "id: other")


def shelf_of(*texts):
    """A shelf with the lessons of these texts: one-, two- …"""
    names = ("01-one.md", "02-two.md", "03-three.md")
    return Shelf(tuple(lesson_of(text, name) for text, name in zip(texts, names, strict=False)), ())


class Classroom:
    """A course, and the program that shows what it asks for.

    Attributes:
        course: the course.
        state: what is on the screen; a test changes it as a learner would.
        asked: each state that was asked for.
        changes: how often the moment was another one.
    """

    def __init__(self, *texts, progress=None, where=""):
        self.shelves = {"en": shelf_of(*texts)}
        self.state, self.asked, self.changes = State(), [], 0
        self.course = Course(
            lambda code: self.shelves[code], lambda: self.state, progress or Progress()
        )
        self.course.state_asked.connect(self._show)
        self.course.changed.connect(self._count)
        self.course.speak("en")
        self.course.open(where)

    def _show(self, state):
        self.asked.append(state)
        self.state = state

    def _count(self):
        self.changes += 1

    @property
    def moment(self):
        return self.course.moment


ENTRIES = (
    Entry(1, "one", "The first", "about it", "done"),
    Entry(2, "two", "The second", "about that", "begun"),
    Entry(3, "three", "The third", "about this", ""),
)


def moment(**fields):
    """A moment of the second of three lessons."""
    usual = {
        "entries": ENTRIES,
        "lesson": 1,
        "title": "A heading",
        "step": 1,
        "steps": 4,
        "answered": (True, False, False, False),
        "text": "Some [words](#mark:pi) and some more.",
    }
    return Moment(**{**usual, **fields})


CHOICE_ASKED = moment(kind="choice", question="Which?", options=("This", "That"), hint="Look.")
NUMBER_ASKED = moment(kind="number", question="How much?", hint="Count.")
PLACE_ASKED = moment(kind="place", question="Where?")
DO_ASKED = moment(kind="do", question="Move it.", can_show=True)
