"""How the parts may depend on each other: each rule a sentence, with its reason.

A rule is a function from a file's path and source to its breaches. Each is tried on the program's
own files, which must keep it, and on a planted breach, which it must find.
"""

import ast
import itertools
import re
import subprocess
import sys
from functools import cache
from pathlib import PurePosixPath

import pytest

from tests.helpers import PROGRAM, ROOT

COLOUR = re.compile(r"#[0-9A-Fa-f]{3}(?:[0-9A-Fa-f]{3})?(?:[0-9A-Fa-f]{2})?\b")


@cache
def nodes(source):
    """Every node of a file's syntax tree; each file is read by many rules, and parsed once."""
    return tuple(ast.walk(ast.parse(source)))


@cache
def imports(source):
    """What a file imports: (line, module, names), imports for the type checker left out."""
    skipped = set()
    for node in nodes(source):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            skipped |= {id(inner) for inner in ast.walk(node)}
    made = []
    for node in nodes(source):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            made += [(node.lineno, alias.name, [alias.name]) for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level if node.level else node.module or ""
            made.append((node.lineno, module, [alias.name for alias in node.names]))
    return tuple(made)


def modules(source):
    """Every module that a file may import, `from gui import session` counted as gui.session."""
    for line, module, names in imports(source):
        yield line, module
        for name in names:
            yield line, f"{module}.{name}"


def belongs(module, package):
    return module == package or module.startswith(f"{package}.")


def found(path, lines, words):
    return [f"{path}:{line}: {words}" for line in sorted(set(lines))]


# Rules -----------------------------------------------------------------------------------------


def core_knows_no_screen(path, source):
    """core/ imports no Qt, no pyqtgraph and nothing of gui/.

    What is true must be testable and usable without a screen, and must not change with a library
    that draws.
    """
    if path.parts[0] != "core":
        return []
    banned = ("PyQt5", "pyqtgraph", "gui", "sip", "matplotlib")
    lines = [line for line, name in modules(source) if any(belongs(name, one) for one in banned)]
    return found(path, lines, "core/ imports what belongs to the screen")


def core_needs_numpy_alone(path, source):
    """core/ imports numpy, the standard library and itself.

    Everything else would be one more thing that can change a number.
    """
    if path.parts[0] != "core":
        return []
    allowed = {*sys.stdlib_module_names, "numpy", "core"}
    lines = [line for line, name, _names in imports(source) if name.split(".")[0] not in allowed]
    return found(path, lines, "core/ imports a third party")


# What reads the command line, and so is loaded with or without a screen.
WITHOUT_QT = (
    *("command_line", "data_order", "model_order", "figures.order", "figures.options"),
    *("figures.model_words", "usage_error", "draws", "resources"),
)


def the_command_line_needs_no_qt(path, source):
    """What reads the command line, and main.py, import no Qt at first, and nothing that does.

    `--json`, `--help` and a mistake are answered at once, and on machines without a screen.
    """
    if path.as_posix() not in (
        "main.py",
        *(f"gui/{name.replace('.', '/')}.py" for name in WITHOUT_QT),
    ):
        return []
    inner = [
        set(range(node.lineno, node.end_lineno + 1))
        for node in nodes(source)
        if isinstance(node, ast.FunctionDef)
    ]
    later = set().union(*inner) if path.name == "main.py" else set()
    lines = [
        line
        for line, name in modules(source)
        if line not in later
        and (
            belongs(name, "PyQt5")
            or belongs(name, "pyqtgraph")
            or (
                belongs(name, "gui")
                and name not in ("gui", "gui.figures")
                and not any(belongs(name, f"gui.{one}") for one in WITHOUT_QT)
            )
        )
    ]
    return found(path, lines, "the command line would load Qt")


def views_do_not_know_who_keeps_the_state(path, source):
    """Only the window and the start of the program import gui.session.

    A view emits intents and renders snapshots. One that reached the session could write the state
    behind everybody's back, and data would flow more than one way.
    """
    if path.parts[0] != "gui" or path.name in ("main_window.py", "app.py", "session.py"):
        return []
    lines = [line for line, name in modules(source) if belongs(name, "gui.session")]
    return found(path, lines, "a view reaches for the session")


def only_the_session_makes_commands(path, source):
    """Only gui.session imports gui.commands.

    The history is right only if every change of state passes through one place.
    """
    if path.parts[0] != "gui" or path.name in ("session.py", "commands.py"):
        return []
    lines = [line for line, name in modules(source) if belongs(name, "gui.commands")]
    return found(path, lines, "a command is made outside the session")


def undo_touches_no_widget(path, source):
    """gui.commands and gui.session import no widget: of QtWidgets the undo classes alone.

    An undo command that touches a widget breaks when the widget is gone, and shows what the state
    does not hold.
    """
    if path.as_posix() not in ("gui/commands.py", "gui/session.py"):
        return []
    allowed = {"QUndoCommand"} if path.name == "commands.py" else {"QUndoStack"}
    lines = [
        line
        for line, module, names in imports(source)
        if (belongs(module, "PyQt5.QtWidgets") and not set(names) <= allowed)
        or belongs(module, "PyQt5.QtGui")
        or (belongs(module, "gui") and module not in ("gui.commands", "gui.i18n"))
    ]
    return found(path, lines, "the history touches a widget")


def colours_have_one_home(path, source):
    """Only gui/theme.py names a colour: by #RRGGBB, by numbers, or by one of Qt's names.

    A colour has one meaning, in light and in dark, and its contrast is tested where it is defined.
    """
    if path.parts[0] not in ("gui", "core") or path.as_posix() == "gui/theme.py":
        return []
    lines = []
    for node in nodes(source):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            if COLOUR.search(node.value):
                lines.append(node.lineno)
        elif isinstance(node, ast.Call) and ast.unparse(node.func).endswith("QColor"):
            if any(isinstance(argument, ast.Constant) for argument in node.args):
                lines.append(node.lineno)
        elif isinstance(node, ast.Attribute) and re.fullmatch(
            r"Qt\.(GlobalColor\.)?(white|black|(dark|light)?(Gray|Red|Green|Blue|Cyan|Magenta"
            r"|Yellow)|red|green|blue|cyan|magenta|yellow|gray)",
            ast.unparse(node),
        ):
            lines.append(node.lineno)
    return found(path, lines, "a colour outside the theme")


def strings_can_be_translated(path, source):
    """translate() is given two plain strings, never an f-string or a name.

    The tool that collects the strings reads the source; what it cannot read stays English for
    ever.
    """
    if path.parts[0] != "gui":
        return []
    lines = [
        node.lineno
        for node in nodes(source)
        if isinstance(node, ast.Call)
        and ast.unparse(node.func) in ("translate", "i18n.translate")
        and not (
            len(node.args) == 2
            and all(isinstance(a, ast.Constant) and isinstance(a.value, str) for a in node.args)
        )
    ]
    return found(path, lines, "a string that no translator will see")


def one_place_has_qt_delete(path, source):
    """Only gui/deleting.py calls deleteLater.

    It takes the Python object from its parent, and the program may end when that is collected in
    the middle of an event.
    """
    if path.parts[0] != "gui" or path.name == "deleting.py":
        return []
    lines = [
        node.lineno
        for node in nodes(source)
        if isinstance(node, ast.Attribute) and node.attr == "deleteLater"
    ]
    return found(path, lines, "deleteLater is called by gui.deleting alone")


def only_safe_files_are_written(path, source):
    """Only gui/safe_file.py and gui/settings.py write files.

    A file is written whole or not at all, and one place sees to that.
    """
    if path.parts[0] not in ("gui", "core") or path.name in ("safe_file.py", "settings.py"):
        return []
    lines = []
    for node in nodes(source):
        if not isinstance(node, ast.Call):
            continue
        name = ast.unparse(node.func)
        mode = [a.value for a in node.args if isinstance(a, ast.Constant)]
        writes = any(isinstance(m, str) and re.fullmatch(r"[rbt+]*[wax][wbtx+]*", m) for m in mode)
        if name.endswith((".write_text", ".write_bytes", "QFile", "QSaveFile")) or (
            name.split(".")[-1] == "open" and writes
        ):
            lines.append(node.lineno)
    return found(path, lines, "a file is written by the way")


# A rule, the file in which a breach is planted, a breach, and a lookalike that is none.
RULES = [
    (core_knows_no_screen, "core/x.py", "from PyQt5.QtGui import QColor", "import gui_like"),
    (core_knows_no_screen, "core/x.py", "def f():\n    import gui.theme", "from core import gui"),
    (core_needs_numpy_alone, "core/x.py", "import scipy.special", "import numpy.linalg, math"),
    (
        the_command_line_needs_no_qt,
        "gui/command_line.py",
        "def f():\n    from gui import app",
        "from core.state import State",
    ),
    (
        the_command_line_needs_no_qt,
        "main.py",
        "from gui.errors import install",
        "def f():\n    from gui.app import start",
    ),
    (
        views_do_not_know_who_keeps_the_state,
        "gui/pi_slider.py",
        "from gui import session",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from gui.session import Session",
    ),
    (
        only_the_session_makes_commands,
        "gui/pi_bar.py",
        "from gui.commands import ChangeState",
        "from gui.command_line import parse",
    ),
    (
        undo_touches_no_widget,
        "gui/commands.py",
        "from PyQt5.QtWidgets import QLabel, QUndoCommand",
        "from PyQt5.QtWidgets import QUndoCommand",
    ),
    (
        undo_touches_no_widget,
        "gui/session.py",
        "from gui.main_window import MainWindow",
        "from PyQt5.QtWidgets import QUndoStack",
    ),
    (colours_have_one_home, "gui/icons.py", 'INK = "#1b1f24"', 'NUMBER = "pg#1997"'),
    (colours_have_one_home, "gui/icons.py", "x = QColor(1, 2, 3)", "x = QColor(look.ones)"),
    (colours_have_one_home, "gui/icons.py", "x = Qt.white", "x = Qt.transparent"),
    (
        strings_can_be_translated,
        "gui/x.py",
        'translate("A", f"n = {n}")',
        'translate("A", "n = {n}").format(n=n) + letters.translate(ITALIC)',
    ),
    (one_place_has_qt_delete, "gui/x.py", "x.deleteLater()", "delete_later(x)"),
    (
        only_safe_files_are_written,
        "gui/x.py",
        'open("a.png", "wb")',
        'Path("a.txt").open("rb"); read("w")',
    ),
    (only_safe_files_are_written, "core/x.py", "path.write_text('x')", "path.read_text()"),
]


def files():
    for folder in ("core", "gui"):
        yield from sorted((ROOT / folder).rglob("*.py"))
    yield PROGRAM


@pytest.mark.parametrize("rule", {rule: None for rule, *_ in RULES}, ids=lambda r: r.__name__)
def test_the_program_keeps_the_rule(rule):
    breaches = [
        rule(PurePosixPath(path.relative_to(ROOT).as_posix()), path.read_text(encoding="utf-8"))
        for path in files()
    ]
    assert len(breaches) > 40
    assert list(itertools.chain(*breaches)) == [], rule.__doc__


@pytest.mark.parametrize(("rule", "path", "breach", "lookalike"), RULES)
def test_a_planted_breach_is_found(rule, path, breach, lookalike):
    assert len(rule(PurePosixPath(path), breach)) == 1
    assert rule(PurePosixPath(path), lookalike) == []
    assert rule(PurePosixPath("benchmarks/x.py"), breach) == []


def test_every_rule_says_its_reason():
    for rule, *_ in RULES:
        sentence, _blank, *reason = rule.__doc__.strip().splitlines()
        assert sentence.endswith(".")
        assert "".join(reason).strip()


CHILD = """
import runpy, sys
sys.argv = ["main.py", *{arguments!r}]
try:
    runpy.run_path({program!r}, run_name="__main__")
except SystemExit as end:
    loaded = sorted(name for name in sys.modules if name.split(".")[0] in ("PyQt5", "pyqtgraph"))
    sys.stderr.write(f"status {{end.code}} loaded {{loaded}}")
"""


@pytest.mark.parametrize(
    "arguments", [["1", "--json"], ["2"], ["--help"], ["--model", "challenger", "--json"]]
)
def test_numbers_and_mistakes_are_answered_without_loading_qt(arguments):
    code = CHILD.format(arguments=arguments, program=str(PROGRAM))
    result = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        timeout=60,
    )
    assert result.stderr.endswith("loaded []")


def test_the_check_for_loaded_qt_can_fail():
    code = CHILD.format(arguments=["1", "--json"], program=str(PROGRAM))
    result = subprocess.run(
        [sys.executable, "-c", f"import PyQt5.QtCore\n{code}"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        timeout=60,
    )
    assert "PyQt5.QtCore" in result.stderr
