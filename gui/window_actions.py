"""What each action of the window does, and in which views."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from core.stage import LABS
from gui import plot_series

if TYPE_CHECKING:
    from gui.main_window import MainWindow

# What is done in the Model view as anywhere else; of other actions it knows what they mean there.
EVERYWHERE = frozenset(
    (
        *("undo", "redo", "viewExplore", "viewLessons", "viewModel", "labs", "closeLab"),
        *(f"lab_{lab}" for lab in LABS),
        *("controls", "reduceMotion", "describe", "lessonFolder", "help", "about", "new", "save"),
        *("saveAs", "export", "copyPicture", "copyNumbers", "copyNumpy", "copyPytorch"),
        *("copyLatex", "language", "theme", "present", "leave"),
    )
)


def handlers(window: MainWindow) -> dict[str, Callable[[], object]]:
    """What a window does for each action, by the action's name in `gui.actions`."""
    everywhere = {**_of_the_work(window), **_of_the_window(window)}
    return {
        name: partial(_act, window, name, do)
        for name, do in {**everywhere, **_of_explore(window)}.items()
    }


def _act(window: MainWindow, name: str, do: Callable[[], object]) -> None:
    """Do what an action means in the view of the moment."""
    if window.view != "model" or name in EVERYWHERE:
        do()
    else:
        window.model.act(name)


def _of_explore(window: MainWindow) -> dict[str, Callable[[], object]]:
    explore, data, tiles = window.explore, window.data, window.observations.tiles
    return {
        "goToMle": explore.go_to_mle,
        "typePi": explore.type_pi,
        "sweep": explore.toggle_sweep,
        "zoom": explore.zoom_to_peak,
        "wholeAxis": explore.show_whole_axis,
        "zoomIn": partial(explore.zoom, 0.5),
        "zoomOut": partial(explore.zoom, 2.0),
        "allPlots": partial(explore.choose_panel, "all"),
        "firstPlot": partial(explore.choose_panel, plot_series.LIKELIHOOD),
        "secondPlot": partial(explore.choose_panel, plot_series.LOG_LIKELIHOOD),
        "thirdPlot": partial(explore.choose_panel, plot_series.CROSS_ENTROPY),
        "unit": explore.toggle_unit,
        "truePi": explore.toggle_true_pi,
        "lockData": window.toggle_lock,
        "random": data.draw_random,
        "drawAgain": data.draw_again,
        "counts": data.enter_counts,
        "flip": data.flip,
        "shuffle": data.shuffle,
        "reverse": data.reverse,
        "double": data.double,
        "keepFirst": data.keep_first,
        "examples": window.observations.examples.showMenu,
        "goTo": window.observations.go_to_dialog,
        "toggleSelected": tiles.toggle_selected,
        "deleteSelected": tiles.delete_selected,
        "selectAll": tiles.select_all,
        "copySelected": explore.copy_selected,
        "paste": partial(explore.paste, window.opening),
        "copySequence": window.copying.sequence,
    }


def _of_the_work(window: MainWindow) -> dict[str, Callable[[], object]]:
    keeper, copying = window.keeper, window.copying
    return {
        "undo": window.undo,
        "redo": window.redo,
        "new": lambda: window.settled(keeper.new),
        "open": lambda: window.at_home(window.opening.ask),
        "save": lambda: window.settled(keeper.save),
        "saveAs": lambda: window.settled(keeper.save_as),
        "export": window.export_figure,
        "copyPicture": window.copy_figure,
        "copyNumbers": copying.numbers,
        "copyNumpy": copying.numpy,
        "copyPytorch": copying.pytorch,
        "copyLatex": copying.latex,
    }


def _of_the_window(window: MainWindow) -> dict[str, Callable[[], object]]:
    return {
        "viewExplore": lambda: window.show_view("explore"),
        "viewLessons": lambda: window.show_view("lessons"),
        "viewModel": lambda: window.show_view("model"),
        "nextStep": window.views.next_step,
        "backStep": window.views.back_step,
        "labs": window.top_bar.labs.showMenu,
        **{f"lab_{lab}": partial(window.open_lab, lab) for lab in LABS},
        "closeLab": window.labs.close,
        "controls": window.choose_controls,
        "reduceMotion": window.toggle_motion,
        "describe": window.help.describe,
        "lessonFolder": window.help.open_lesson_folder,
        "help": window.help.show_keys,
        "about": window.help.show_about,
        "language": window.toggle_language,
        "theme": window.toggle_theme,
        "present": window.toggle_presentation,
        "leave": window.leave,
    }
