"""Which file the work belongs to, whether it is saved, and what is done about it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt5 import sip
from PyQt5.QtCore import QObject, Qt, pyqtSignal
from PyQt5.QtWidgets import QMessageBox, QWidget

from core.state import State
from gui import autosave
from gui.autosave import Autosave, LeftBehind, autosave_folder, left_behind
from gui.i18n import translate
from gui.long_work import LongWork
from gui.safe_file import write_whole
from gui.session_reader import SessionReader
from gui.unsaved import Unsaved
from gui.where_to import ask_where
from gui.wording import explain

if TYPE_CHECKING:
    from core.model_state import ModelState
    from core.progress import Progress
    from core.session_file import SessionDocument
    from core.snapshot import Snapshot
    from gui.notice import Notice, Notices
    from gui.session import Session
    from gui.settings import Settings

ENDING = autosave.ENDING
# A sequence up to here is written before anybody could see a notice.
SMALL = 2_000_000
# So many examples likewise: each takes as much room as sixty-five observations.
SMALL_EXAMPLES = 200_000
# So many autosaves are offered at once; the others at the next start.
OFFERED = 3


def _nothing() -> None:
    pass


class SessionKeeper(QObject):
    """Saves and opens sessions, keeps an autosave, and asks before work is lost.

    Attributes:
        path: the file that the work belongs to; None before the first save.

    Signals:
        changed: another file, or saved work became unsaved or the other way round.
        shown_asked: an opened session, whose view and plots are to be shown.
        opened: another session takes the place of the one that was there.
    """

    changed = pyqtSignal()
    shown_asked = pyqtSignal(object)
    opened = pyqtSignal()

    def __init__(
        self,
        session: Session,
        shown: Callable[[State], SessionDocument],
        notices: Notices,
        settings: Settings | None,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._session = session
        self._shown = shown
        self._notices = notices
        self._settings = settings
        self._window = window
        self._saving = LongWork(notices, self)
        self._reader = SessionReader(notices, self)
        self.path: Path | None = None
        self._work = Unsaved(session)
        self._was: tuple[bool, bool] = (False, False)
        self._save_failed = False
        # Counts the sessions of this window: a save belongs to the one that it began in.
        self._generation = 0
        self._question: QMessageBox | None = None
        self._offered: list[LeftBehind] = []
        self._warning: Notice | None = None
        self.autosave: Autosave | None = None
        if settings is not None:
            self.autosave = Autosave(autosave_folder(), self._unsaved, self)
            self.autosave.failed.connect(self._say_autosave_failed)
            self.autosave.written.connect(self._take_warning_back)
        session.snapshot_changed.connect(self._note)

    # What is saved ---------------------------------------------------------------------------

    @property
    def modified(self) -> bool:
        """Whether the work differs from its file, or from what a window begins with."""
        return self._work.modified

    @property
    def would_lose(self) -> bool:
        """Whether closing loses work: in a session with a file any change, else edited data."""
        return self._work.would_lose(has_file=self.path is not None)

    def _note(self, _snapshot: Snapshot) -> None:
        self._work.note()
        before, self._was = self._was, (self.modified, self.would_lose)
        if self.autosave is not None and (self.modified or before[0]):
            self.autosave.note_change()
        if before != self._was:
            self.changed.emit()

    def document(self) -> SessionDocument:
        """The session of the moment."""
        return self._shown(self._work.state)

    def _unsaved(self) -> SessionDocument | None:
        if not self.modified:
            return None
        now = datetime.now().astimezone().isoformat(timespec="seconds")
        return replace(self.document(), file=str(self.path or ""), saved_at=now)

    def _begin(self, path: Path | None, saved: State | None, model: ModelState | None) -> None:
        self._work.begin(saved, model)
        self._belong_to(path)

    def _belong_to(self, path: Path | None) -> None:
        self.path = path
        self._was = (self.modified, self.would_lose)
        if self.autosave is not None:
            if self.modified:
                self.autosave.note_change()
            else:
                self.autosave.discard()
                self._take_warning_back()
        self.changed.emit()

    # Saving ----------------------------------------------------------------------------------

    def save(
        self, then: Callable[[], object] | None = None, otherwise: Callable[[], object] = _nothing
    ) -> None:
        """Save to the session's file, or ask for one; go on only when it is saved."""
        self.finish_saving()  # the first save says which file it is
        if self.path is None:
            self.save_as(then, otherwise)
        else:
            self.save_to(self.path, then, otherwise)

    def save_as(
        self, then: Callable[[], object] | None = None, otherwise: Callable[[], object] = _nothing
    ) -> None:
        """Ask for a file, and save to it."""
        folder = Path(self._settings.folder if self._settings else "")
        path = ask_where(
            self._window,
            translate("Sessions", "Save the session"),
            self.path or folder / f"session{ENDING}",
            translate("Sessions", "Bernoulli Lab sessions (*.bernoulli.json)"),
            ENDING,
        )
        if path is None:
            otherwise()
            return
        self.save_to(path, then, otherwise)

    def finish_saving(self) -> bool:
        """Wait for a save that is going on.

        Returns:
            whether it succeeded; also where none was going on.
        """
        self._save_failed = False
        self._saving.finish()
        return not self._save_failed

    def save_to(
        self,
        path: Path,
        then: Callable[[], object] | None = None,
        otherwise: Callable[[], object] = _nothing,
    ) -> None:
        """Save to a file; a failure is said, and the work stays as unsaved as it was.

        Args:
            path: the file.
            then: what is done when it is saved.
            otherwise: what is done when it was not saved.
        """
        from core.session_file import write_session

        generation = self._generation
        self.finish_saving()
        if generation != self._generation:
            return  # the save before went on to another session
        document = self.document()
        state, model = self._work.state, self._work.model

        def write(progress: Progress) -> None:
            write_whole(path, write_session(document, progress))

        def done(_result: None) -> None:
            if self._settings:
                self._settings.folder = str(path.parent)
            self._work.take_saved(state, model)
            self._belong_to(path)
            if then is not None:
                self.ask_first(then)  # what was edited meanwhile is not saved yet

        def failed(error: Exception) -> None:
            self._save_failed = True
            self._say_failed(translate("Sessions", "The session was not saved."), error)
            otherwise()

        self._saving.run(
            lambda: translate("Sessions", "Saving “{name}”…").format(name=path.name),
            write,
            done,
            failed,
            otherwise,
            small=(not state.observations.has_sequence or state.observations.n <= SMALL)
            and (model is None or model.data.n <= SMALL_EXAMPLES),
        )

    def _say_failed(self, what: str, error: Exception) -> None:
        box = QMessageBox(
            QMessageBox.Icon.Warning, self._window.windowTitle(), what, parent=self._window
        )
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setInformativeText(explain(error))
        box.open()

    def _say_autosave_failed(self, error: Exception) -> None:
        self._warning = self._notices.add(
            lambda: translate("Sessions", "Unsaved work is not kept for a crash: {reason}").format(
                reason=explain(error)
            ),
            (lambda: translate("Notices", "Close"), None),
        )

    def _take_warning_back(self) -> None:
        if self._warning is not None and not sip.isdeleted(self._warning):
            self._warning.leave()
        self._warning = None

    # Opening ---------------------------------------------------------------------------------

    def open(self, path: Path) -> None:
        """Open a session file, after asking about unsaved work."""
        self.ask_first(lambda: self._read(path, self._open_document))

    def _read(
        self,
        path: Path,
        then: Callable[[Path, SessionDocument], object],
        otherwise: Callable[[], object] = _nothing,
    ) -> None:
        before = self._work.work

        def done(document: SessionDocument) -> None:
            if self._work.work == before:
                then(path, document)
            else:
                # What was edited while it was read is not lost unasked.
                self.ask_first(lambda: then(path, document), otherwise)

        def failed(error: Exception) -> None:
            text = translate("Sessions", "“{name}” was not opened.").format(name=path.name)
            self._say_failed(text, error)
            otherwise()

        self._reader.read(path, done, failed, otherwise)

    def _open_document(self, path: Path, document: SessionDocument) -> None:
        if self._settings:
            self._settings.folder = str(path.parent)
        self._generation += 1
        self.opened.emit()
        self._put(document)
        self._begin(path, document.state, document.model)
        self.shown_asked.emit(document)

    def _put(self, document: SessionDocument) -> None:
        """Put a session's parts on their desks; a model that is not in it goes."""
        state, model, seen = document.state, document.model, document.model_look
        self._session.open_state(state, "explore")
        self._session.open_state(
            State(log_base=state.log_base, model=model, model_look=seen), "model"
        )

    def belongs_to(self, path: Path, saved: State, model: ModelState | None = None) -> None:
        """The window began with what stands in this session file, or with a change of it.

        Args:
            path: the file.
            saved: the state in it.
            model: the model in it; None for none.
        """
        self._begin(path.absolute(), saved, model)

    def new(self) -> None:
        """Begin again with what a first start shows, after asking about unsaved work."""
        self.ask_first(self._begin_anew)

    def _begin_anew(self) -> None:
        panels = self._work.state.stage.panels
        state = replace(State(), stage=replace(State().stage, panels=panels))
        self._generation += 1
        self.opened.emit()
        self._session.open_state(state, "explore")
        self._session.open_state(State(), "model")
        self._begin(None, state, None)

    # Leaving ---------------------------------------------------------------------------------

    def ask_first(
        self, then: Callable[[], object], otherwise: Callable[[], object] = _nothing
    ) -> None:
        """Do something that loses unsaved work, if there is any only after asking.

        Args:
            then: what is to be done.
            otherwise: what is done if it does not come to that.
        """
        if not self.finish_saving():
            otherwise()
            return
        if not self.would_lose:
            then()
            return
        if self._question is not None:
            otherwise()
            return  # it is being asked
        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self._window.windowTitle().replace("[*]", ""))
        box.setText(translate("Sessions", "Save the changes?"))
        box.setInformativeText(
            translate("Sessions", "What is not saved is lost: the observations, π and the history.")
            if self._work.model is None
            else translate(
                "Sessions",
                "What is not saved is lost: the observations and π, the examples, w and b, "
                "and the history.",
            )
        )
        choice = QMessageBox.StandardButton
        box.setStandardButtons(
            QMessageBox.StandardButtons(choice.Save) | choice.Discard | choice.Cancel
        )
        box.setDefaultButton(choice.Save)
        for button, text in (
            (choice.Save, translate("Sessions", "Save")),
            (choice.Discard, translate("Sessions", "Don't save")),
            (choice.Cancel, translate("Sessions", "Cancel")),
        ):
            widget = box.button(button)
            if widget is not None:
                widget.setText(text)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._question = box

        def answered(answer: int) -> None:
            self._question = None
            if answer == choice.Save:
                self.save(then, otherwise)
            elif answer == choice.Discard:
                then()
            else:
                otherwise()

        box.finished.connect(answered)
        box.open()

    def close(self) -> None:
        """The window goes: nothing is being done any more, and nothing is left behind."""
        self._reader.close()
        self._saving.finish()
        for found in self._offered:
            found.keep()
        self._offered.clear()
        if self.autosave is not None:
            self.autosave.discard()

    # After a crash -----------------------------------------------------------------------------

    def offer_left_behind(self) -> None:
        """Offer what windows left behind that did not end by themselves."""
        if self.autosave is None:
            return
        found = left_behind(autosave_folder())
        for one in found[OFFERED:]:
            one.keep()
        for one in found[:OFFERED]:
            self._offer(one)

    def _offer(self, found: LeftBehind) -> None:
        time = found.time.strftime("%Y-%m-%d %H:%M")
        self._offered.append(found)
        self._notices.add(
            lambda: translate(
                "Sessions", "Unsaved work of {time} is still there; its window ended unexpectedly."
            ).format(time=time),
            (
                lambda: translate("Sessions", "Restore"),
                lambda: self.ask_first(
                    lambda: self._restore(found), lambda: self._offer_again(found)
                ),
            ),
            (
                lambda: translate("Sessions", "Discard"),
                lambda: self._let_go(found, found.discard),
            ),
            (
                lambda: translate("Sessions", "Later"),
                lambda: self._let_go(found, found.keep),
            ),
        )

    def _let_go(self, found: LeftBehind, how: Callable[[], object]) -> None:
        self._offered.remove(found)
        how()

    def _offer_again(self, found: LeftBehind) -> None:
        if found in self._offered:
            self._offered.remove(found)
            self._offer(found)

    def _restore(self, found: LeftBehind) -> None:
        self._read(
            found.path,
            lambda _path, document: self._take_restored(found, document),
            lambda: self._offer_again(found),
        )

    def _take_restored(self, found: LeftBehind, document: SessionDocument) -> None:
        self._offered.remove(found)
        self._generation += 1
        self.opened.emit()
        if self.autosave is not None:
            self.autosave.adopt(found)
        self._put(document)
        self._begin(Path(document.file) if document.file else None, None, document.model)
        self.shown_asked.emit(document)
