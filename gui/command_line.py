"""The command line, read into options and a first state; it needs no Qt.

Every mistake is one line that says what, where, and what is allowed.
"""

from __future__ import annotations

import argparse
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from core import VERSION
from core.lessons.place import place_of
from core.parsing import ProbabilityError, parse_probability
from core.state import LogBase, State
from gui import model_order
from gui.data_order import GivenData, given_data
from gui.figures import order as export_order
from gui.figures.options import panels_of
from gui.figures.order import ExportOrder
from gui.model_order import ModelOrder
from gui.usage_error import UsageError, quoted

if TYPE_CHECKING:
    from core.model_state import ModelState

VIEWS = ("explore", "lessons", "model")
DEFAULT_SIZE = export_order.SCREEN_SIZE
# A value that begins with a minus is a wrong value, not another option.
TAKE_MINUS = (
    *("--lesson", "--pi", "--counts", "--draw", "--column", "--true-pi", "--interval"),
    *("--size", "--scale", "--dpi", "--type-scale", "--title"),
    *("--from", "--to", "--seconds", "--fps", "--loops", "--export"),
    *model_order.TAKE_MINUS,
)


@dataclass(frozen=True)
class Options:
    """What the command line asks for.

    Attributes:
        state: the observations and π to begin with.
        model_state: what the Model view begins with, a state with a model; None where nothing was
            said of it.
        export: the files to write instead of showing a window; None for none.
        size: the window's width and height in pixels; None where it was not given.
        session_file: the session file that the state comes from.
        session_state: what stands in it; --pi may have changed it since.
        session_model: the model in it; None for none.
        pending: a file that the window is to open: it is large, or a question has to be asked.
        column: of the pending file.
        model_pending: likewise a file of examples for the Model view.
        model_columns: of that file: x and y, None for nothing said.
        note: what the user should know, in one line; "" for nothing.
        view: the view to begin with; None where it was not given.
        lesson: the lesson and its step, as in "mle:3"; "" where it was not given.
        present: whether the window is shown to a class.
        has_work: whether data, or a π, were given: what a window is then to show.
    """

    state: State
    language: str | None = None
    theme: str | None = None
    json: bool = False
    export: ExportOrder | None = None
    size: tuple[int, int] | None = None
    panel: str | None = None
    session_file: Path | None = None
    session_state: State | None = None
    pending: Path | None = None
    column: str | None = None
    note: str = ""
    view: str | None = None
    lesson: str = ""
    present: bool = False
    has_work: bool = False
    model_state: State | None = None
    session_model: ModelState | None = None
    model_pending: Path | None = None
    model_columns: tuple[str | None, str | None] = (None, None)

    @property
    def shown_state(self) -> State:
        """The state that numbers and figures are about: that of the view."""
        if self.view == "model" and self.model_state is not None:
            return self.model_state
        return self.state


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(message)


def parser() -> argparse.ArgumentParser:
    """The options of the program."""
    result = _Parser(
        prog="main.py",
        description=(
            "Bernoulli Lab: maximising the likelihood, maximising the log-likelihood and "
            "minimising the binary cross-entropy are the same thing."
        ),
        epilog="Exit status: 0; 2 for a mistake in the command; 1 for a failure.",
        allow_abbrev=False,
    )
    add = result.add_argument
    add(
        "data",
        nargs="?",
        metavar="DATA",
        help="a sequence such as 1011011101, or a file: text, CSV, TSV, .npy, .bernoulli.json",
    )
    add("--counts", metavar="K/N", help="k ones in n observations, no sequence needed")
    add("--draw", metavar="N:P:SEED", help="n observations drawn with π = P, the same each time")
    add("--column", metavar="NAME", help="the column of a CSV or TSV file, by name or number")
    add("--pi", metavar="P", help="the probability of a one, from 0 to 1")
    add("--true-pi", metavar="P", help="show the π that the data were drawn with")
    add("--interval", metavar="A:B", help="the part of the π axis to show, as in 0.6:0.8")
    add("--log-base", choices=("e", "2"), help="count information in nats (e) or bits (2)")
    add("--lang", choices=("ko", "en"), help="the language of the window")
    add("--theme", choices=("light", "dark"), help="light or dark")
    add("--view", choices=VIEWS, help="the view to begin with")
    add("--lesson", metavar="NAME[:STEP]", help="begin with a lesson, at a step, as in mle:3")
    add("--present", action="store_true", help="for a class: full screen, large type")
    add("--json", action="store_true", help="print the numbers and exit; needs no display")
    add("--version", action="version", version=f"Bernoulli Lab {VERSION}")
    model_order.add_arguments(result)
    export_order.add_arguments(result)
    return result


def parse(arguments: list[str]) -> Options:
    """Read a command line (without the program's name).

    Raises:
        UsageError: it cannot be followed.
        SystemExit: --help or --version has been answered.
    """
    given = parser().parse_args(_protect_minus(arguments))
    model_order.check(given)
    data = given_data(given, window=_wants_window(given))
    state = _state(given, data.state)
    lesson = _lesson(given)
    view = _view(given, data, lesson)
    model = _model(given, data, view)
    model_state = None if model is None else _model_state(model, state)
    in_view = model_state if view == "model" else None
    panel = given.panel or (_panel(model) if in_view else data.panel)
    if panel is not None and panel not in panels_of(in_view or state):
        allowed = ", ".join(panels_of(in_view or state))
        raise UsageError(f"--panel: {quoted(panel)} is not in this view; allowed: {allowed}")
    export = export_order.order(given, in_view or state, panel)
    if given.json and given.export is not None:
        raise UsageError("--json and --export: give one of them, not both")
    window = export is None or export.window
    for flag, value in (("--lesson", given.lesson), ("--present", given.present)):
        if value and (given.json or not window):
            raise UsageError(f"{flag}: only for the window, and its picture (--preset screen)")
    if given.json and given.log_base == "2":
        raise UsageError("--log-base 2: the numbers of --json are in nats")
    return Options(
        state=state,
        language=given.lang,
        theme=given.theme,
        json=given.json,
        export=export,
        size=export_order.window_size(given) if export is None else None,
        panel=data.panel if in_view else panel,
        session_file=data.session_file,
        session_state=data.state if data.session_file is not None else None,
        pending=data.pending,
        column=given.column,
        note=data.note or (model.note if model else ""),
        view=view,
        lesson=lesson or data.lesson,
        present=given.present,
        has_work=any(
            value is not None for value in (given.data, given.counts, given.draw, given.pi)
        ),
        model_state=model_state,
        session_model=data.model[0] if data.model else None,
        model_pending=model.pending if model else None,
        model_columns=model.columns if model else (None, None),
    )


def _view(given: argparse.Namespace, data: GivenData, lesson: str) -> str | None:
    """The view to begin with; whoever asks a session for numbers at a π means its observations."""
    if lesson:
        return "lessons"
    if model_order.is_meant(given):
        return "model"
    if given.view is None and data.view == "model" and not _wants_window(given):
        about = model_order.said(given, ("--pi", "--true-pi", "--interval"))
        return "explore" if about else "model"
    return given.view or data.view


def _model(given: argparse.Namespace, data: GivenData, view: str | None) -> ModelOrder | None:
    """What the Model view begins with; None if nothing was said of it."""
    window = _wants_window(given)
    if view != "model":
        model_order.refuse_rest(given)
        return ModelOrder(*data.model) if data.model else None
    if not window and data.session_file is None:
        others = ["DATA"] if given.data is not None else []
        others += model_order.said(given, model_order.OBSERVATION_FLAGS)
        if others:
            raise UsageError(
                f"{others[0]}: --view model is about examples (x, y); they are given by --model "
                "or --points"
            )
    return model_order.order(given, data.model, window=window)


def _model_state(model: ModelOrder, state: State) -> State:
    """The state of the model's desk; the unit is the same at each."""
    return State(log_base=state.log_base, model=model.state, model_look=model.look)


def _panel(model: ModelOrder | None) -> str | None:
    """The one plot that is shown of a model; None for all."""
    plots = model.look.plots if model else ()
    return plots[0] if len(plots) == 1 else None


def _lesson(given: argparse.Namespace) -> str:
    """Where in the lessons to begin; that there is such a lesson is seen when they are read."""
    if given.lesson is None:
        return ""
    if place_of(given.lesson) is None:
        raise UsageError(
            f"--lesson: {quoted(given.lesson)} is not a lesson; allowed: its name, and a step "
            "behind a colon, as in mle:3"
        )
    if given.view not in (None, "lessons"):
        raise UsageError(f"--lesson and --view {given.view}: give one of them, not both")
    return str(given.lesson)


def _state(given: argparse.Namespace, state: State) -> State:
    """The state with what was said besides the data."""
    if given.pi is not None:
        state = replace(state, pi=_probability("--pi", given.pi))
    if given.true_pi is not None:
        true_pi = _probability("--true-pi", given.true_pi)
        state = replace(state, true_pi=true_pi, shows_true_pi=True)
    if given.interval is not None:
        state = replace(state, interval=_interval(given.interval))
    if given.log_base is not None:
        base = LogBase.BITS if given.log_base == "2" else LogBase.NATS
        state = replace(state, log_base=base)
    return state


def _wants_window(given: argparse.Namespace) -> bool:
    return not given.json and given.export is None


def _protect_minus(arguments: list[str]) -> list[str]:
    """Let "--pi -0.1" reach us: argparse would say only that an argument is missing."""
    result: list[str] = []
    for argument in arguments:
        if result and result[-1] in TAKE_MINUS:
            result[-1] += f"={argument}"
        else:
            result.append(argument)
    return result


def _probability(flag: str, text: str) -> float:
    try:
        return parse_probability(text)
    except ProbabilityError as error:
        raise UsageError(f"{flag}: {error}") from error


def _interval(text: str) -> tuple[float, float]:
    parts = text.split(":")
    if len(parts) == len(("low", "high")):
        low, high = (_probability("--interval", part) for part in parts)
        if low < high:
            return low, high
    raise UsageError(
        f"--interval: {quoted(text)} is no part of the axis; allowed: A:B with 0 ≤ A < B ≤ 1, "
        "as in 0.6:0.8"
    )


def without_program(argv: list[str]) -> list[str]:
    """The arguments of `sys.argv`, or of a list that has no program's name in front."""
    if argv and (argv[0] == sys.argv[0] or Path(argv[0]).name == "main.py"):
        return argv[1:]
    return argv
