"""What the help sheet says: everything by key and mouse, in groups.

Whatever is in `actions.TABLE` is here by itself, with its text and its keys; the rest is what the
mouse does, and what keys do in one place alone. `tests/gui/test_help_sheet.py` holds them against
the controls.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from gui import actions
from gui.i18n import translate

PI, OBSERVATIONS, PLOTS = "pi", "observations", "plots"
LESSONS, LABS, MODEL = "lessons", "labs", "model"
PRESENT, FILES, WINDOW = "present", "files", "window"
ORDER = (PI, OBSERVATIONS, PLOTS, LESSONS, LABS, MODEL, PRESENT, FILES, WINDOW)

# Where an action belongs; one that is not named here is the window's.
_GROUP_OF = {
    **dict.fromkeys(("goToMle", "typePi", "sweep"), PI),
    **dict.fromkeys(
        (
            *("random", "drawAgain", "counts", "flip", "shuffle", "reverse", "double"),
            *("keepFirst", "goTo", "toggleSelected", "deleteSelected", "selectAll"),
            *("copySelected", "paste", "copySequence", "examples", "truePi", "lockData"),
        ),
        OBSERVATIONS,
    ),
    **dict.fromkeys(
        (
            *("zoom", "wholeAxis", "zoomIn", "zoomOut", "unit", "describe"),
            *("allPlots", "firstPlot", "secondPlot", "thirdPlot"),
        ),
        PLOTS,
    ),
    **dict.fromkeys(("viewLessons", "nextStep", "backStep", "lessonFolder"), LESSONS),
    **dict.fromkeys(("labs", "closeLab"), LABS),
    "viewModel": MODEL,
    **dict.fromkeys(("present", "leave", "controls"), PRESENT),
    **dict.fromkeys(
        (
            *("new", "open", "save", "saveAs", "export", "copyPicture"),
            *("copyNumbers", "copyNumpy", "copyPytorch", "copyLatex"),
        ),
        FILES,
    ),
}
# Keys that the control with the focus takes by itself, so that no action has them.
_KEYS_OF = {
    "toggleSelected": ("Space",),
    "deleteSelected": ("Delete", "Backspace"),
    "selectAll": ("Ctrl+A",),
    "copySelected": ("Ctrl+C",),
    "paste": ("Ctrl+V",),
}
_NAMES = {
    "Left": "←",
    "Right": "→",
    "Up": "↑",
    "Down": "↓",
    "Return": "Enter",
    "PgUp": "Page Up",
    "PgDown": "Page Down",
}
_MAC_NAMES = {"Ctrl": "⌘", "Shift": "⇧", "Alt": "⌥", "Meta": "⌃"}


class Cap(NamedTuple):
    """One key, or one thing that the mouse does.

    Attributes:
        text: what stands on it.
        is_key: whether it is a key.
    """

    text: str
    is_key: bool = True


Way = tuple[Cap, ...]
"""What is pressed together."""


class Line(NamedTuple):
    """One line of the sheet.

    Attributes:
        ways: the ways to do it, each by itself.
        text: what it does, in the language of the moment.
    """

    ways: tuple[Way, ...]
    text: str


class Group(NamedTuple):
    """What belongs together.

    Attributes:
        title: in the language of the moment.
        lines: what can be done.
    """

    title: str
    lines: tuple[Line, ...]


def groups() -> list[Group]:
    """The whole sheet, in the language of the moment."""
    titles, others, selected = _titles(), _others(), _of_selected()
    lines: dict[str, list[Line]] = {group: [] for group in ORDER}
    for entry in actions.TABLE:
        keys = entry.keys or _KEYS_OF.get(entry.name, ())
        ways = tuple(map(_chord, keys)) or (_mouse(translate("Help", "menu")),)
        text = selected.get(entry.name) or entry.text()
        lines[_group_of(entry.name)].append(Line(ways, text))
    return [Group(titles[group], (*others.get(group, ()), *lines[group])) for group in ORDER]


def as_text() -> str:
    """The whole sheet as plain text, its keys in a column of their own."""
    sheet = groups()
    said = {id(line): say(line.ways) for group in sheet for line in group.lines}
    width = max(map(len, said.values())) + 2
    return "\n".join(_text_lines(sheet, said, width))


def _text_lines(sheet: Iterable[Group], said: dict[int, str], width: int) -> Iterator[str]:
    yield "Bernoulli Lab"
    yield from introduction()
    for group in sheet:
        yield ""
        yield group.title
        yield from (f"  {said[id(line)]:<{width}}{line.text}" for line in group.lines)
    yield ""


def say(ways: Iterable[Way]) -> str:
    """Ways as plain text: `Ctrl+Shift+Z / Ctrl+Y`."""
    return " / ".join("+".join(cap.text for cap in way) for way in ways)


def introduction() -> tuple[str, str, str]:
    """What the program is, and how to begin."""
    return (
        translate(
            "Help",
            "Edit a sequence of zeros and ones, move π, and see how the likelihood, the "
            "log-likelihood and the binary cross-entropy (BCE) follow.",
        ),
        translate(
            "Help",
            "The same π makes the first two largest and the third smallest: π̂ = k/n, the maximum "
            "likelihood estimate.",
        ),
        translate(
            "Help",
            "To begin, drag the slider under the plots, click a tile, or choose Lessons at the "
            "top.",
        ),
    )


def _group_of(name: str) -> str:
    return _GROUP_OF.get(name, LABS if name.startswith("lab_") else WINDOW)


def _chord(keys: str) -> Way:
    """`Ctrl+Shift+Z` as caps; the last + of `Ctrl++` is a key."""
    *held, last = keys[:-1].split("+")
    names = [*held, last + keys[-1]]
    if sys.platform == "darwin":
        names = [_MAC_NAMES.get(name, name) for name in names]
    return tuple(Cap(_NAMES.get(name, name)) for name in names)


def _mouse(what: str, *held: str) -> Way:
    return (*(cap for key in held for cap in _chord(key)), Cap(what, is_key=False))


def _keys(*ways: str) -> tuple[Way, ...]:
    return tuple(map(_chord, ways))


def _titles() -> dict[str, str]:
    return {
        PI: "π",
        OBSERVATIONS: translate("Help", "Observations"),
        PLOTS: translate("Help", "Plots"),
        LESSONS: translate("Help", "Lessons"),
        LABS: translate("Help", "Labs"),
        MODEL: translate("Help", "Model"),
        PRESENT: translate("Help", "Presenting"),
        FILES: translate("Help", "Files and figures"),
        WINDOW: translate("Help", "Window"),
    }


def _of_selected() -> dict[str, str]:
    """Fuller words for actions that a menu of the selected tiles says in one."""
    return {
        "toggleSelected": translate("Help", "Toggle the selected observations"),
        "deleteSelected": translate("Help", "Delete the selected observations"),
        "copySelected": translate("Help", "Copy the selected observations"),
    }


def _others() -> dict[str, list[Line]]:
    """What is in no table of actions: the mouse, and keys of one control."""
    click, drag = translate("Help", "click"), translate("Help", "drag")
    wheel = translate("Help", "wheel")
    return {
        PI: [
            Line(
                (_mouse(drag), _mouse(click)),
                translate("Help", "Move π with the slider, or in any plot"),
            ),
            Line(_keys("Left", "Right"), translate("Help", "Move π by 0.01, on slider or plots")),
            Line(_keys("Shift+Left", "Shift+Right"), translate("Help", "Move π by 0.001")),
            Line(
                _keys("Ctrl+Left", "Ctrl+Right", "PgUp", "PgDown"),
                translate("Help", "Move π by 0.1"),
            ),
            Line(_keys("Home", "End"), translate("Help", "Move π to 0, to 1")),
            Line((_mouse(wheel),), translate("Help", "On the slider: move π by 0.01")),
            Line(_keys("Space"), translate("Help", "On the slider: sweep π from 0 to 1, or stop")),
        ],
        OBSERVATIONS: [
            Line((_mouse(click),), translate("Help", "Toggle a tile: 1 becomes 0, 0 becomes 1")),
            Line((_mouse(drag),), translate("Help", "Give several tiles the same value")),
            Line(
                (_mouse(click, "Shift"), _mouse(drag, "Shift")),
                translate("Help", "Select several tiles"),
            ),
            Line(
                _keys("Left", "Right", "Up", "Down"),
                translate("Help", "Move among the tiles, with Shift select"),
            ),
            Line(_keys("0", "1"), translate("Help", "Insert an observation at the caret")),
            Line(_keys("Ctrl+X"), translate("Help", "Cut the selected observations")),
            Line(
                (_mouse(translate("Help", "right-click")),),
                translate("Help", "What can be done with the tiles"),
            ),
        ],
        PLOTS: [
            Line((_mouse(wheel),), translate("Help", "Zoom the π axis about the mouse")),
            Line(
                (_mouse(translate("Help", "double-click")),),
                translate("Help", "On a heading: that plot alone, or all again"),
            ),
        ],
        LESSONS: [
            Line(_keys("Return"), translate("Help", "Check the answer")),
            Line(
                (_mouse(click),),
                translate("Help", "Where a plot asks: say where you expect the optimum"),
            ),
        ],
        MODEL: _of_model(click, drag, wheel),
        PRESENT: [
            Line(
                _keys("PgDown", "Right", "Down", "Space"),
                translate("Help", "Next step, also with a presenter"),
            ),
            Line(_keys("PgUp", "Left", "Up"), translate("Help", "Step before")),
            Line(_keys("B", "."), translate("Help", "Dark screen, and back")),
        ],
        FILES: [
            Line(
                (_mouse(drag),),
                translate("Help", "Drop a file on the window to open it"),
            ),
        ],
        WINDOW: [
            Line(_keys("Tab", "Shift+Tab"), translate("Help", "The next control, the one before")),
        ],
    }


def _of_model(click: str, drag: str, wheel: str) -> list[Line]:
    """The Model view, where some of the window's keys mean something of its own."""
    return [
        Line(
            (_mouse(drag),),
            translate("Help", "Move w and b, in the landscape or with their sliders"),
        ),
        Line(
            _keys("Left", "Right", "Up", "Down"),
            translate("Help", "In the landscape: move w, move b; Shift finer, Ctrl coarser"),
        ),
        Line(_keys("M"), translate("Help", "Jump to the fit")),
        Line(_keys("P"), translate("Help", "Type w")),
        Line(_keys("Alt+Right", "Alt+Left"), translate("Help", "One step down, one step back")),
        Line(_keys("S"), translate("Help", "Descend by itself, or stop")),
        Line((_mouse(drag),), translate("Help", "Move a point along x")),
        Line((_mouse(click),), translate("Help", "On a point: y = 0 becomes 1, 1 becomes 0")),
        Line(
            (_mouse(translate("Help", "double-click")),),
            translate("Help", "In the upper plot: add a point"),
        ),
        Line(
            _keys("Space", "Delete"),
            translate("Help", "On a selected point, or row: turn its y round, take it away"),
        ),
        Line(
            (_mouse(wheel), *_keys("Z", "Shift+Z")),
            translate("Help", "Zoom the landscape, closer, and back to all of it"),
        ),
        Line(
            _keys("Alt+1", "Alt+2", "Alt+0"),
            translate("Help", "The prediction alone, the landscape alone, both"),
        ),
        Line(_keys("Alt+3"), translate("Help", "Slice the landscape along w, along b")),
        Line(_keys("Ctrl+V"), translate("Help", "Paste two columns, x and y")),
    ]
