"""The lessons of a window: the course, its column, and what they do to the session."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt5 import sip
from PyQt5.QtCore import QObject, QTimer, pyqtSignal
from PyQt5.QtGui import QResizeEvent
from PyQt5.QtWidgets import QVBoxLayout, QWidget

from core.lessons import progress as progress_
from core.lessons import shelf
from gui.i18n import Retranslated, language, translate
from gui.lessons.course import Course
from gui.lessons.lesson_card import LessonCard
from gui.lessons.lesson_list import LessonList
from gui.lessons.wording import explain_answer, explain_lesson
from gui.paths import LESSONS, own_lessons
from gui.theme import LOOK_CHANGED, look

if TYPE_CHECKING:
    from core.lessons.errors import LessonError
    from core.snapshot import Snapshot
    from core.state import State
    from gui.notice import Notice, Notices
    from gui.session import Session
    from gui.settings import Settings

GAP = 15
FIRST = "loss"
# The list's height: where there is room, and at the least, in the design's pixels.
LIST_HEIGHT, LEAST_LIST_HEIGHT = 226, 120


class LessonColumn(Retranslated, QWidget):
    """The left column: the step, and under it the list.

    Signals:
        language_changed: the window speaks another language.
    """

    language_changed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.card, self.list = LessonCard(), LessonList()
        self._box = QVBoxLayout(self)
        self._box.addWidget(self.card, 1)
        self._box.addWidget(self.list)
        LOOK_CHANGED.connect(self.restyle)
        self.restyle()

    def restyle(self) -> None:
        """Fit to the look of the moment."""
        px = look().px
        self._box.setContentsMargins(0, 0, px(GAP) - 2, 0)
        self._box.setSpacing(px(GAP))
        self.share_room()

    def share_room(self) -> None:
        """Let the step have the room that it needs, and the list what is left."""
        self.card.fit()
        px = look().px
        left = self.height() - px(GAP) - self.card.wanted_height()
        height = max(px(LEAST_LIST_HEIGHT), min(px(LIST_HEIGHT), left))
        if height != self.list.height() or height != self.list.minimumHeight():
            self.list.setFixedHeight(height)

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Share the room anew."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self.share_room)

    def retranslate(self) -> None:
        """Say that the language is another one."""
        self.language_changed.emit()


class LessonDesk(QObject):
    """Wires the course to its column and to the session.

    Attributes:
        column: what stands at the left.
        course: where the learner is.

    Signals:
        changed: another step, or another answer: parts of the window may come and go.
        model_asked: these `core.lessons.setting.Examples` are wanted in the Model view.
    """

    changed = pyqtSignal()
    model_asked = pyqtSignal(object)

    def __init__(
        self,
        session: Session,
        notices: Notices,
        settings: Settings | None,
        settle: Callable[[], object],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._session, self._notices, self._settings = session, notices, settings
        self._settle = settle
        self._presenting = False
        self._spoken = ""
        self._own = _own_files()
        # What the step itself lights while nothing is pointed at.
        self._own_light = ""
        self._complaints: list[Notice] = []
        # Where the lessons are to go on when they come on the screen; "" for where they are.
        self._wanted = (settings.lesson if settings else "") or FIRST
        kept = progress_.from_text(settings.lessons if settings else "")
        self.course = Course(_lessons, lambda: session.state, kept, self)
        self.course.complain = explain_answer
        self.column = LessonColumn()
        card = self.column.card
        card.next_asked.connect(self.next)
        card.back_asked.connect(self.back)
        card.pointed.connect(self.point)
        card.model_asked.connect(lambda: self.model_asked.emit(self.course.examples))
        card.question.answered.connect(self._answer)
        card.question.again_asked.connect(self._again)
        card.question.show_asked.connect(self.course.show_me)
        card.question.predicted.connect(self._predict)
        self.column.list.chosen.connect(self._open)
        self.column.language_changed.connect(self._speak)
        self.course.changed.connect(self._show)
        self.course.state_asked.connect(self._set_state)
        self.course.progress_changed.connect(self._keep)

    # The road --------------------------------------------------------------------------------

    def enter(self) -> None:
        """The lessons come on the screen: go on where they were left."""
        own = _own_files()
        if own != self._own:
            self._own, self._spoken = own, ""
        self._speak()
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.course.open(wanted)
        self._begin()

    def knows(self, where: str) -> bool:
        """Whether there is such a lesson."""
        self._speak()
        return self.course.knows(where)

    def remember(self, where: str) -> None:
        """Go to a lesson and its step, as in "mle:3": now, or when the lessons are shown."""
        if self._session.desk == "lessons":
            self.course.open(where)
            self._begin()
        else:
            self._wanted = where

    @property
    def where(self) -> str:
        """The lesson and the step, as in "mle:3"."""
        return self._wanted or self.course.where

    def next(self) -> None:
        """The next step; before a class first what is right, and what is out of sight."""
        if self._presenting:
            if self.column.card.page_down():
                return
            if self.course.reveal():
                self.column.card.show_answer()
                return
        self.course.next()
        self._begin()

    def back(self) -> None:
        """The step before; before a class first the question that was answered."""
        moment = self.course.moment
        if self._presenting and moment is not None and moment.is_right is not None:
            self.course.again()
            return
        self.course.back()
        self._begin()

    def _open(self, lesson: int) -> None:
        self.course.go_to_lesson(lesson)
        self._begin()

    def _again(self) -> None:
        """The question once more."""
        self.course.again()
        self._begin()

    def _begin(self) -> None:
        """Let the keys be where the answer is given; before a class they are the presenter's."""
        # Not before the question has its place: what is not to be seen takes no keys.
        QTimer.singleShot(0, self._give_keys)

    def _give_keys(self) -> None:
        if not self._presenting and self._session.desk == "lessons":
            self.column.card.question.begin()

    def take_place(self) -> None:
        """A place was clicked in a plot: Enter then gives the answer."""
        self._give_keys()

    def _speak(self) -> None:
        if language() == self._spoken:
            return
        self._spoken = language()
        for notice in self._complaints:
            if not sip.isdeleted(notice):
                notice.leave()
        self._complaints = [self._complain(error) for error in self.course.speak(self._spoken)]

    def _complain(self, error: LessonError) -> Notice:
        return self._notices.add(
            lambda: translate("Lessons", "A lesson was left out. {error}").format(
                error=explain_lesson(error)
            ),
            (lambda: translate("Notices", "Close"), None),
        )

    # What the learner does -------------------------------------------------------------------

    def _answer(self, given: object) -> None:
        self.course.answer(given)  # type: ignore[arg-type]
        moment = self.course.moment
        if moment is not None and moment.is_right is not None:
            card = self.column.card
            card.show_answer()
            if not self._presenting and (moment.kind != "do" or moment.is_right):
                # Behind the last step of all there is none.
                (card.next if card.next.isEnabled() else card.back).setFocus()

    def _predict(self, text: str) -> None:
        """A place that is typed is shown in the plots while it is typed."""
        moment = self.course.moment
        if moment is None or moment.kind != "place":
            return
        from core.parsing import ProbabilityError, parse_probability

        try:
            place = parse_probability(text)
        except ProbabilityError:
            return
        self._session.set_stage(prediction=place)

    def point(self, target: str) -> None:
        """Something points at a target: light it, and the words that speak of it."""
        if self._session.desk != "lessons":
            return
        spoken = target if target in self.column.card.targets() else self._own_light
        self._session.set_stage(lit=spoken)

    def point_tile(self, index: int | None) -> None:
        """A tile is pointed at: words may speak of it, or of all."""
        targets = self.column.card.targets()
        one = "" if index is None else f"tile:{index + 1}"
        self.point(one if one in targets or not one else "tiles")

    # What is shown ---------------------------------------------------------------------------

    @property
    def shows_tiles(self) -> bool:
        """Whether the step shows the observations as tiles."""
        step, moment = self.course.step, self.course.moment
        if step is None:
            return False
        answered = moment is not None and moment.is_right is not None
        return step.tiles_after if answered else step.tiles

    def _set_state(self, state: State) -> None:
        if self._session.desk == "lessons":
            # What was begun before, a sweep or a drag, does not go on in what comes.
            self._settle()
            self._own_light = state.stage.lit
            self._session.open_state(state)

    def _show(self) -> None:
        moment = self.course.moment
        if moment is not None:
            self.column.card.show_moment(moment)
            self.column.list.show_moment(moment)
            QTimer.singleShot(0, self.column.share_room)
            self.changed.emit()

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show today's numbers."""
        if self._session.desk == "lessons":
            self.column.card.render_snapshot(snapshot)

    def present(self, *, active: bool) -> None:
        """Before a class the step has the column to itself."""
        self._presenting = active
        self.column.list.setVisible(not active)
        self.column.card.present(active=active)

    def _keep(self) -> None:
        if self._settings:
            self._settings.lessons = progress_.to_text(self.course.progress)
            self._settings.lesson = self.course.where


def _own_files() -> tuple[tuple[str, int], ...]:
    """A teacher's own lessons, and when each was changed."""
    folder = own_lessons()
    if folder is None:
        return ()
    try:
        found = [(str(path), path.stat().st_mtime_ns) for path in folder.rglob("*.md")]
    except OSError:
        return ()
    return tuple(sorted(found))


def _lessons(code: str) -> shelf.Shelf:
    folders: list[Path] = [LESSONS]
    own = own_lessons()
    if own is not None:
        folders.append(own)
    return shelf.load(folders, code)
