"""The window: its parts, and the wires between intents, session and views."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PyQt5.QtCore import QEvent, pyqtSlot
from PyQt5.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QImage,
    QResizeEvent,
)
from PyQt5.QtWidgets import QMainWindow

from core.state import State
from gui import motion_choice, theme, window_picture
from gui.actions import Actions
from gui.explore_desk import ExploreDesk
from gui.help.desk import HelpDesk
from gui.i18n import LANGUAGES, language, set_language, translate
from gui.labs.bench import LabBench
from gui.long_work import LongWork
from gui.menus import COPY_MENU, FILE_MENU, HELP_MENU, LABS_MENU, Menus
from gui.notice import Notices
from gui.opening import Opening
from gui.presentation import Presentation
from gui.session import Session, step_name
from gui.session_keeper import SessionKeeper
from gui.theme import look
from gui.top_bar import TopBar
from gui.views import Views
from gui.window_actions import handlers
from gui.window_layout import WindowLayout

if TYPE_CHECKING:
    from core.session_file import SessionDocument
    from core.snapshot import Snapshot
    from core.tables import Column
    from gui.figures.exports import FigureExports
    from gui.labs.lab import Lab
    from gui.lessons.desk import LessonDesk
    from gui.model.desk import ModelDesk
    from gui.settings import Settings


class MainWindow(QMainWindow):
    """Composes the parts; decides nothing itself.

    Attributes:
        session: the owner of the state.
        settings: what is remembered; None for a window that must not depend on it.
        views: what it shows, and the desks of that.
        explore: the desk of Explore.
    """

    def __init__(self, state: State | None = None, settings: Settings | None = None) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.session = Session(state, self)
        self.settings = settings
        self._may_close = False
        self.top_bar = TopBar()
        self.notices = Notices()
        self.work = LongWork(self.notices, self)
        self.explore = explore = ExploreDesk(
            *(self.session, self.work, self.notices, settings), self._close_gestures, self
        )
        # What lessons and labs show as well.
        self.observations, self.calculation = explore.observations, explore.calculation
        self.plots, self.pi_bar, self.sweep = explore.plots, explore.pi_bar, explore.sweep
        self.data, self.copying = explore.data, explore.copying
        self.keeper = SessionKeeper(self.session, self._document, self.notices, settings, self)
        self._export_work = LongWork(self.notices, self)
        self._exports: FigureExports | None = None
        self.opening = Opening(
            self.observations, self.keeper, self.work, self.data.take, settings, self
        )

        self.layout_ = WindowLayout(
            *(self.top_bar, self.observations, self.calculation),
            *(self.plots, self.pi_bar, self.notices),
        )
        self.left_column = self.layout_.left_column
        self.setCentralWidget(self.layout_)
        self.setMinimumSize(window_picture.SMALLEST_WINDOW)
        self.setAcceptDrops(True)
        self.labs = LabBench(self.session, self.layout_, self._close_gestures, self)
        self.views = Views(
            *(self.session, explore, self.labs, self.layout_, self.work, self.notices, settings),
            self,
        )
        self.presentation = Presentation(self)
        self.help = HelpDesk(
            *(self.session, self.notices, settings),
            lambda: self.show_view("lessons"),
            self._describer,
            self,
        )
        self.actions_ = Actions(self, handlers(self))
        self.menus = Menus(
            self.actions_, self.data, self.observations, lambda: self.view == "lessons"
        )
        self.menus.fill(self.calculation.copy_menu, COPY_MENU)
        self.menus.fill(self.top_bar.file_menu, FILE_MENU)
        self.menus.fill(self.top_bar.labs_menu, LABS_MENU)
        self.menus.fill(self.top_bar.help_menu, HELP_MENU)
        self._connect()
        self.retranslate()
        # Later the language's change reaches each part by itself.
        self.top_bar.retranslate()
        explore.retranslate()
        self.render_snapshot(self.session.snapshot)

    # Wires ---------------------------------------------------------------------------------

    def _describer(self) -> Lab | ModelDesk | None:
        """What has the place of the plots, and says what it shows; None for the plots."""
        return self.model if self.view == "model" else self.labs.shown

    def at_home(self, do: Callable[[], object]) -> None:
        """Do something to the user's own work, in its view."""
        self.show_view("explore")
        self.settled(do)

    def settled(self, do: Callable[[], object]) -> None:
        """Do something when nothing else is going on."""
        self._close_gestures()
        do()

    def _connect(self) -> None:
        session, bar = self.session, self.top_bar
        session.snapshot_changed.connect(self.render_snapshot)
        session.history_changed.connect(self._show_history)
        session.refused.connect(self._say_locked)

        self.explore.wire(self.opening)
        panel = self.observations
        panel.tiles.menu_asked.connect(self.menus.show_tile_menu)
        panel.open_asked.connect(lambda: self.at_home(self.opening.ask))
        panel.copy_asked.connect(self.actions_["copySequence"].trigger)
        self.keeper.changed.connect(self._show_title)
        self.keeper.shown_asked.connect(self._show_document)
        self.keeper.opened.connect(self._stop_all)

        bar.undo_asked.connect(self.undo)
        bar.redo_asked.connect(self.redo)
        bar.language_asked.connect(self.toggle_language)
        bar.theme_asked.connect(self.toggle_theme)
        bar.present_asked.connect(self.toggle_presentation)
        bar.export_asked.connect(self.export_figure)
        bar.view_asked.connect(self.show_view)
        bar.help_menu.aboutToShow.connect(self._show_motion)
        self.presentation.changed.connect(self._fit)
        self.presentation.next_asked.connect(self.views.next_step)
        self.presentation.back_asked.connect(self.views.back_step)
        self.views.left.connect(self._leave_view)
        self.views.stopping.connect(self._close_gestures)
        self.views.session_asked.connect(self._open_session)
        self.views.changed.connect(self._show_view)
        self.views.outdated.connect(lambda: self.render_snapshot(self.session.snapshot))

    def _stop_all(self) -> None:
        """Another session comes: nothing that was begun in this one goes on in it."""
        self.work.stop()
        self._close_gestures()
        self.show_view("explore")

    def _show_title(self) -> None:
        name = self.keeper.path.name if self.keeper.path is not None else ""
        self.setWindowTitle(f"{name}[*] — Bernoulli Lab" if name else "Bernoulli Lab[*]")
        self.setWindowModified(self.keeper.would_lose)

    def _close_gestures(self) -> None:
        """End whatever is going on: before a dialog, an undo, and when the window goes."""
        self.explore.stop()
        self.labs.stop()
        self.views.stop_model()
        self.session.end_gesture()

    @pyqtSlot(object)
    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Show a snapshot in every view that is seen."""
        self.views.render_snapshot(snapshot)
        if self.view != "model":
            self.menus.render_snapshot(snapshot)

    def undo(self) -> None:
        """Take the last step back."""
        self._close_gestures()
        self.session.undo()

    def redo(self) -> None:
        """Take the last undone step again."""
        self._close_gestures()
        self.session.redo()

    @pyqtSlot()
    def _show_history(self) -> None:
        stack = self.session.undo_stack
        self.top_bar.show_history(
            can_undo=stack.canUndo(),
            undo=step_name(stack.undoText()),
            can_redo=stack.canRedo(),
            redo=step_name(stack.redoText()),
        )

    # Dropped ---------------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent | None) -> None:  # noqa: N802 - Qt's name
        """Take files and text."""
        data = event.mimeData() if event is not None else None
        if event is not None and data is not None and (data.hasUrls() or data.hasText()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent | None) -> None:  # noqa: N802 - Qt's name
        """Open the dropped file, or take the dropped text."""
        data = event.mimeData() if event is not None else None
        if event is None or data is None:
            return
        self._close_gestures()
        path = Path(data.urls()[0].toLocalFile()) if data.hasUrls() else None
        local = path is not None and data.urls()[0].isLocalFile()
        if self.view == "model" and path is not None and local:
            self.model.open_path(path)
        elif self.view == "model" and data.hasText():
            self.model.take_text(data.text())
        elif path is not None and local:
            self.open_file(path)
        elif data.hasText():
            self.show_view("explore")
            self.opening.take_text(data.text(), self.data.take)
        event.acceptProposedAction()

    # Look ----------------------------------------------------------------------------------

    def toggle_language(self) -> None:
        """The next language."""
        codes = list(LANGUAGES)
        self.show_language(codes[(codes.index(language()) + 1) % len(codes)])

    def show_language(self, code: str) -> None:
        """Switch the language and remember it."""
        set_language(code)
        if self.settings:
            self.settings.language = code

    def toggle_theme(self) -> None:
        """Light to dark, dark to light."""
        name = "dark" if look().theme.name == "light" else "light"
        theme.set_look(theme=theme.THEMES[name])
        if self.settings:
            self.settings.theme = name

    def _panel_shown(self) -> str:
        """Which plots are on the screen, as figures can have them: "all" or one."""
        state = self.session.state
        panels = state.stage.panels if state.model_look is None else state.model_look.plots
        return panels[0] if len(panels) == 1 else "all"

    # Views ---------------------------------------------------------------------------------

    @property
    def view(self) -> str:
        """The view that is shown: "explore", "lessons" or "model"."""
        return self.views.shown

    @property
    def lessons(self) -> LessonDesk:
        """The lessons; made when they are asked for."""
        return self.views.lessons

    @property
    def model(self) -> ModelDesk:
        """The model; made when it is asked for."""
        return self.views.model

    def show_view(self, view: str, *, remember: bool = True) -> None:
        """Show "explore", "lessons" or "model"; the next start begins with it if it remembers."""
        self.views.show(view, remember=remember)

    def _leave_view(self) -> None:
        self._close_gestures()
        self.help.leave()
        self.work.stop()

    def _show_view(self) -> None:
        """Another view is shown: the keys belong to it."""
        self.top_bar.show_view(self.view)
        if self.view == "model":
            self.menus.allow(self.model.acts)
        if self.view != "lessons":
            self.setFocus()

    def begin_with(self, lesson: str) -> None:
        """Have a lesson and its step, as in "mle:3", for the lessons to begin with.

        Raises:
            ValueError: there is no such lesson.
        """
        if not self.lessons.knows(lesson):
            raise ValueError(lesson)
        self.lessons.remember(lesson)

    def open_file(self, path: Path, column: Column | None = None) -> None:
        """Open a file of the user's own, in the view for that."""
        self.at_home(lambda: self.opening.open_path(path, column))

    def _open_session(self, path: Path) -> None:
        """Open a session; the view of the moment stays until it is there."""
        self.settled(lambda: self.keeper.open(path))

    def open_lab(self, lab: str) -> None:
        """Show a lab beside the user's own data."""
        self.show_view("explore")
        self.labs.open(lab)
        self.setFocus()

    def toggle_lock(self) -> None:
        """Protect the observations from changes, or allow them again."""
        if self.view == "explore":
            self.session.set_stage(locked=not self.session.state.stage.locked)

    def choose_controls(self) -> None:
        """Ask what is to be left out of the window."""
        from gui.controls_dialog import ControlsDialog

        self.show_view("explore")
        self._close_gestures()
        stage = self.session.state.stage
        dialog = ControlsDialog(stage.without, locked=stage.locked, parent=self)
        dialog.edited.connect(
            lambda without, locked: self.session.set_stage(without=without, locked=locked)
        )
        dialog.open()

    def toggle_motion(self) -> None:
        """Less motion, or full; where that is what the system wishes, as the system has it."""
        less = not motion_choice.reduced()
        motion_choice.set_choice(None)
        follows = motion_choice.reduced() is less
        if not follows:
            motion_choice.set_choice(less)
        self._show_motion()
        if self.settings:
            self.settings.motion = "system" if follows else "less" if less else "full"

    def _show_motion(self) -> None:
        self.actions_["reduceMotion"].setChecked(motion_choice.reduced())

    def leave(self) -> None:
        """Esc: away with the hint, then with the dark, then with the class."""
        if not self.help.leave():
            self.presentation.leave()

    def _say_locked(self) -> None:
        self.notices.say(lambda: translate("Window", "The observations are locked."))

    def toggle_presentation(self) -> None:
        """Show the window to a class, or end that."""
        if self.presentation.active:
            self.presentation.end()
        else:
            self._close_gestures()
            self.help.leave()
            self.presentation.begin()
            self.notices.say(
                lambda: translate(
                    "Window", "Page Down: on. Page Up: back. B: dark. Esc: end of the presentation."
                )
            )

    def _document(self, state: State) -> SessionDocument:
        """The session of the moment, as it is saved."""
        from core.session_file import SessionDocument

        model = self.session.state_at("model")
        return SessionDocument(
            state,
            view=self.view,
            panel=self.explore.panel,
            lesson=self.views.lesson,
            model=model.model,
            model_look=model.model_look,
        )

    def _show_document(self, document: SessionDocument) -> None:
        """Show what an opened session shows."""
        self.explore.show_panel(document.panel)
        if document.lesson:
            self.lessons.remember(document.lesson)
        if document.view != "explore":
            self.show_view(document.view)

    def _fit(self) -> None:
        """The look and the places that the window's size, and a class before it, ask for."""
        self.presentation.fit()
        self.views.present(active=self.presentation.active)

    def resizeEvent(self, event: QResizeEvent | None) -> None:  # noqa: N802 - Qt's name
        """Larger windows get larger type."""
        super().resizeEvent(event)
        self.presentation.fit()

    def retranslate(self) -> None:
        """Set the texts that belong to the window itself."""
        self._show_title()
        self.actions_.retranslate()
        self._show_history()

    # Out -----------------------------------------------------------------------------------

    @property
    def exports(self) -> FigureExports:
        """The ways out for figures."""
        if self._exports is None:
            # Not before the first frame: it brings much along.
            from gui.figures.exports import FigureExports

            self._exports = FigureExports(
                self.session,
                self._export_work,
                self.notices,
                self.settings,
                self.picture,
                self._panel_shown,
                self,
            )
        return self._exports

    def export_figure(self) -> None:
        """Ask what a figure of this moment is to look like, and where it goes."""
        self._close_gestures()
        self.exports.ask()

    def copy_figure(self) -> None:
        """Copy a figure of this moment as a picture."""
        self.exports.copy_picture()

    def picture(self) -> QImage:
        """The window as it is."""
        self.explore.flush()
        return window_picture.render(self, self.width(), self.height(), self.devicePixelRatioF())

    def changeEvent(self, event: QEvent | None) -> None:  # noqa: N802 - Qt's name
        """Retranslate when the language changes."""
        super().changeEvent(event)
        if event is not None and event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.render_snapshot(self.session.snapshot)

    def closeEvent(self, event: QCloseEvent | None) -> None:  # noqa: N802 - Qt's name
        """Ask about unsaved work; then remember the window's place."""
        self._close_gestures()
        self.presentation.end()
        if event is not None and not self.keeper.finish_saving():
            event.ignore()  # what was to be saved is still here
            return
        if event is not None and self.settings and self.keeper.would_lose and not self._may_close:
            event.ignore()
            self.keeper.ask_first(self._close_now)
            return
        self.work.close()
        self._export_work.close()
        self.keeper.close()
        if self.settings and not self.isFullScreen():
            self.settings.geometry = self.saveGeometry()
        super().closeEvent(event)

    def _close_now(self) -> None:
        self._may_close = True
        self.close()
