"""The menus: which actions of the table they hold, and which of these are possible now."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PyQt5.QtCore import QPoint
from PyQt5.QtWidgets import QMenu

from core.stage import LABS
from gui.draws import drawn

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from core.state import State
    from gui.actions import Actions
    from gui.data_actions import DataActions
    from gui.observation_panel import ObservationPanel

# "" is a line between two groups.
FILE_MENU = ("new", "open", "save", "saveAs", "", "export", "copyPicture")
COPY_MENU = ("copyPicture", "copyNumbers", "copyLatex", "copyNumpy", "copyPytorch")
LABS_MENU = (*(f"lab_{lab}" for lab in LABS), "", "closeLab")
HELP_MENU = (
    *("help", "describe", ""),
    *("controls", "lockData", "reduceMotion", "lessonFolder", ""),
    "about",
)
MORE_MENU = (
    *("counts", "drawAgain", "truePi", ""),
    *("reverse", "double", "keepFirst", ""),
    *("goTo", "selectAll", "copySequence", "paste"),
)
TILE_MENU = ("toggleSelected", "deleteSelected", "copySelected", "paste", "", "selectAll", "goTo")


class Menus:
    """The menus of the observations, and what is possible in all of them."""

    def __init__(
        self,
        actions: Actions,
        data: DataActions,
        panel: ObservationPanel,
        in_lesson: Callable[[], bool],
    ) -> None:
        self._actions, self._data, self._panel = actions, data, panel
        self._in_lesson = in_lesson
        self._snapshot: Snapshot | None = None
        self.fill(panel.more_menu, MORE_MENU)
        self.fill(panel.tile_menu, TILE_MENU)
        menu = panel.example_menu
        menu.aboutToShow.connect(lambda: data.fill_examples(menu))

    def fill(self, menu: QMenu, names: tuple[str, ...]) -> None:
        """Put actions of the table into a menu."""
        for name in names:
            if name:
                menu.addAction(self._actions[name])
            else:
                menu.addSeparator()

    def render_snapshot(self, snapshot: Snapshot) -> None:
        """Allow what is possible with the data of the moment."""
        old, self._snapshot = self._snapshot, snapshot
        state = snapshot.state
        if (
            old is not None
            and old.state.observations is state.observations
            and (old.state.source, old.state.true_pi) == (state.source, state.true_pi)
            and old.state.stage is state.stage
            and old.state.hides("optimum") is state.hides("optimum")
        ):
            return
        observations = state.observations
        some = observations.has_sequence and observations.n > 0
        free = not state.stage.locked
        several = free and some and observations.n > 1
        self._actions["lockData"].setChecked(state.stage.locked and not self._in_lesson())
        self._actions["lockData"].setEnabled(not self._in_lesson())
        for name, possible in (
            ("flip", free and observations.n > 0),
            ("shuffle", several),
            ("reverse", several),
            ("double", free and self._data.can_double),
            ("keepFirst", several),
            ("drawAgain", free and drawn(state.source) is not None),
            *((name, free) for name in ("random", "counts", "examples", "paste")),
            *((name, _shows_pi(state)) for name in ("sweep", "typePi")),
            ("goToMle", not state.hides("optimum")),
            ("closeLab", bool(state.stage.lab) and not self._in_lesson()),
            ("truePi", state.true_pi is not None),
            ("goTo", some),
            ("selectAll", some),
            ("copySequence", some),
        ):
            self._actions[name].setEnabled(possible)

    def allow(self, names: Iterable[str]) -> None:
        """Allow actions that another view gives a meaning of its own, until the next snapshot."""
        self._snapshot = None
        for name in names:
            if name in self._actions:
                self._actions[name].setEnabled(True)

    def show_tile_menu(self, place: QPoint) -> None:
        """Show the menu of the tiles at a point of the screen."""
        tiles = self._panel.tiles
        observations = tiles.observations
        on_tile = observations.has_sequence and (
            bool(tiles.selection) or tiles.caret < observations.n
        )
        for name in ("toggleSelected", "deleteSelected", "copySelected"):
            self._actions[name].setEnabled(on_tile)
        self._panel.tile_menu.popup(place)


def _shows_pi(state: State) -> bool:
    """Whether the control of π is on the screen."""
    return not state.stage.hides("slider") and "slider" not in state.stage.without
