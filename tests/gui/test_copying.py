"""What is copied, what the window says about it, and what is too much for the clipboard."""

import csv
import io
import subprocess
import sys

import pytest
from PyQt5.QtCore import Qt
from PyQt5.QtWidgets import QApplication

from core.observations import Observations
from gui import copying
from gui.calculation_panel import VALUE_NAMES
from tests.helpers import HANGUL, find, settle

START = "1011011101"


@pytest.fixture(autouse=True)
def _clipboard(qapp):
    qapp.clipboard().setText("as before")


def clipboard():
    return QApplication.clipboard().text()


def notices(window):
    settle()
    return [notice.label.text() for notice in window.notices.shown]


def copied(window, name):
    """What an action copies."""
    window.actions_[name].trigger()
    return clipboard()


# The sequence ------------------------------------------------------------------------------------


def test_the_whole_sequence_is_copied_as_digits(window, qtbot):
    assert copied(window, "copySequence") == START
    assert notices(window) == ["Copied: 10 observations."]
    QApplication.clipboard().setText("")
    qtbot.keyClick(window, Qt.Key_C, Qt.ControlModifier | Qt.ShiftModifier)
    assert clipboard() == START


def test_a_word_about_a_copy_takes_the_place_of_the_one_before(window):
    for _ in range(5):
        window.actions_["copySequence"].trigger()
    assert notices(window) == ["Copied: 10 observations."]


def test_the_word_follows_the_language(window):
    window.actions_["copySequence"].trigger()
    find(window, "languageButton").click()
    (text,) = notices(window)
    assert HANGUL.search(text)
    assert "10" in text


def test_a_long_sequence_is_copied_whole_from_its_two_ends(window, qtbot):
    long = Observations([1, 0, 0] * 5000)
    window.session.set_observations(long)
    field = find(window, "observationText")
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key_C, Qt.ControlModifier)
    assert clipboard() == long.text()
    assert notices(window) == ["Copied: 15,000 observations."]


def test_of_a_short_sequence_the_field_copies_what_is_selected(window, qtbot):
    field = find(window, "observationText")
    field.setFocus()
    field.setSelection(1, 3)
    qtbot.keyClick(field, Qt.Key_C, Qt.ControlModifier)
    assert clipboard() == "011"


def test_counts_have_no_sequence_to_copy(start):
    window = start("--counts", "3/10")
    assert not window.actions_["copySequence"].isEnabled()
    window.copying.sequence()
    assert clipboard() == "as before"
    assert notices(window) == ["Only the counts are known: there is no sequence to copy."]


@pytest.mark.parametrize(("most", "taken"), [(10, True), (9, False)])
def test_more_than_the_clipboard_takes_is_refused_in_words(window, monkeypatch, most, taken):
    monkeypatch.setattr(copying, "MOST", most)
    window.copying.sequence()
    assert clipboard() == (START if taken else "as before")
    (text,) = notices(window)
    assert ("too many" in text) is not taken


def test_a_copy_is_no_change_of_state(window):
    state = window.session.state
    for name in ("copySequence", "copyNumbers"):
        window.actions_[name].trigger()
    assert window.session.state is state
    assert window.session.undo_stack.count() == 0


# The numbers -------------------------------------------------------------------------------------


def test_the_numbers_are_a_table_that_a_spreadsheet_reads(window):
    window.session.set_pi(0.42)
    rows = list(csv.reader(io.StringIO(copied(window, "copyNumbers")), delimiter="\t"))
    assert len({len(row) for row in rows}) == 1
    cells = [cell for row in rows for cell in row]
    snapshot = window.session.snapshot
    found = [float(cell) for cell in cells if _is_number(cell)]
    for wanted in (10, 7, 0.42, 0.7, snapshot.log_likelihood, snapshot.binary_cross_entropy):
        assert any(one == pytest.approx(wanted, rel=1e-9) for one in found), wanted
    assert notices(window) == ["Copied: the numbers, as a table for a spreadsheet."]


def _is_number(text):
    try:
        float(text)
    except ValueError:
        return False
    return True


EDGES = [
    ("1011011101", "0.42"),
    ("", "0.5"),
    ("111", "0"),
    ("10", "0"),
    ("10", "1"),
    ("0", "1e-300"),
    ("1" * 2000 + "0", "1e-9"),
]


@pytest.mark.parametrize(("data", "pi"), EDGES)
def test_the_numpy_program_runs_and_gives_the_numbers_of_the_window(start, data, pi):
    window = start(data, "--pi", pi, "--lang", "en")
    program = copied(window, "copyNumpy")
    result = subprocess.run(
        [sys.executable, "-W", "error", "-c", program],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    assert result.stdout.strip()
    assert notices(window) == ["Copied: a NumPy program that gives these numbers."]
    snapshot = window.session.snapshot
    words = result.stdout.replace(",", " ").split()
    numbers = [float(word) for word in words if _is_number(word)]
    if snapshot.n:
        assert any(one == pytest.approx(snapshot.log_likelihood, rel=1e-9) for one in numbers)


@pytest.mark.parametrize(("data", "pi"), EDGES)
def test_the_pytorch_program_is_a_program(start, data, pi):
    window = start(data, "--pi", pi, "--lang", "en")
    program = copied(window, "copyPytorch")
    compile(program, "copied", "exec")
    assert "torch" in program
    assert notices(window) == ["Copied: a PyTorch program that gives these numbers."]


@pytest.mark.parametrize(("data", "pi"), EDGES)
def test_the_formulas_are_whole_latex(start, data, pi):
    window = start(data, "--pi", pi, "--lang", "en")
    latex = copied(window, "copyLatex")
    assert latex != "as before"
    assert latex.count("{") == latex.count("}")
    assert latex.count(r"\left") == latex.count(r"\right")
    assert latex.count(r"\begin") == latex.count(r"\end")
    assert not [c for c in latex if c in "∏∑Σπℓ·×−∞≈\u2009\u2005𝑦"]
    assert notices(window) == ["Copied: the formulas with their numbers, in LaTeX."]


def test_the_latex_has_the_values_that_the_window_shows(window):
    window.session.set_pi(0.42)
    latex = copied(window, "copyLatex")
    for name in VALUE_NAMES.values():
        shown = find(window, name).text()
        mantissa = shown.split("×")[0].strip().lstrip("−")
        assert mantissa in latex, shown


@pytest.mark.parametrize("counts", ["3/10", "600000000000/1000000000000"])
@pytest.mark.parametrize("name", ["copyNumbers", "copyNumpy", "copyPytorch", "copyLatex"])
def test_counts_can_be_copied_in_every_form(start, counts, name):
    window = start("--counts", counts)
    text = copied(window, name)
    assert text != "as before"
    assert len(text) < 20_000


@pytest.mark.parametrize("name", ["copyNumbers", "copyNumpy", "copyPytorch", "copyLatex"])
def test_a_million_observations_are_copied_as_their_counts(window, name):
    window.session.set_observations(Observations([1, 0]).repeat(500_000))
    assert len(copied(window, name)) < 20_000


def test_the_copy_menu_has_each_of_them(window):
    names = [action.objectName() for action in window.calculation.copy_menu.actions()]
    copies = ("copyPicture", "copyNumbers", "copyLatex", "copyNumpy", "copyPytorch")
    assert names == [f"{name}Action" for name in copies]
    assert window.calculation.copy.menu() is window.calculation.copy_menu


def test_the_right_button_copies_no_abbreviation(window):
    window.session.set_observations(Observations([1, 0, 0] * 5000))
    field = find(window, "observationText")
    field.selectAll()
    # What the field's own menu calls.
    field.copy()
    assert "…" not in clipboard()
