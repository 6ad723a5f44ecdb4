"""Korean and English, switched while the program runs: nothing untranslated, nothing cut off."""

import re
from collections import Counter
from pathlib import Path

import pytest
from PyQt5.QtCore import QEvent, Qt, QTimer
from PyQt5.QtGui import QHelpEvent
from PyQt5.QtWidgets import (
    QAbstractButton,
    QAction,
    QApplication,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QStyle,
    QStyleOptionButton,
    QTabBar,
    QToolTip,
    QWidget,
)

from core.examples import load_examples
from core.observations import Observations
from core.parsing import ProbabilityError, SequenceError
from core.tables import TablePreview
from gui import errors
from gui.actions import TABLE
from gui.column_dialog import ColumnDialog
from gui.controls_dialog import ControlsDialog
from gui.counts_dialog import CountsDialog
from gui.figures.options import FigureOptions, Motion
from gui.help import about
from gui.help.about import AboutDialog
from gui.help.sheet import HelpSheet
from gui.paths import EXAMPLES
from gui.plot_stack import QUIET
from gui.quiet_label import QuietLabel
from gui.random_dialog import RandomDialog
from gui.safe_file import WriteError
from tests.helpers import HANGUL, find, missing_characters, painted_texts, settle

# What is written in Latin letters in Korean, too: names, symbols, keys, units, file endings.
LATIN = re.compile(
    r"Bernoulli Lab|NumPy|PyTorch|LaTeX|CSV|TSV|csv|\.bernoulli\.json|yes|no"
    r"|BCE|MLE|KL|PNG|png|UTF-8|MiB|float64|argmax|argmin|log|nats?|bits?|English"
    r"|Ctrl|Shift|Alt|Space|Enter|Esc|Home|End|Delete|Insert|Backspace|Page Up|Page Down|Tab|1e−6"
    r"|(?<![A-Za-z])(?:[nkeLHyfiwbxFMPSUZRIHXOLDECGKNTABVYℓ]|wx|F1|F5)(?![A-Za-z0-9])"
)
WORD = re.compile(r"[A-Za-z]{1,}")
# Qt builds these into each row of tabs; they appear only where the tabs have no room.
QT_S_OWN = ("ScrollLeftButton", "ScrollRightButton")
SIZES = ["1024x700", "1440x900", "1920x1080"]


def spoken(widget):
    """Every text that a widget holds for people: (what it is, the text)."""
    yield "tooltip", widget.toolTip()
    yield "status tip", widget.statusTip()
    yield "what's this", widget.whatsThis()
    yield "accessible name", widget.accessibleName()
    yield "accessible description", widget.accessibleDescription()
    if widget.isWindow():
        yield "title", widget.windowTitle()
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield "text", widget.text()
    if isinstance(widget, QLineEdit):
        yield "hint", widget.placeholderText()
    if isinstance(widget, QMessageBox):
        yield "information", widget.informativeText()
    if isinstance(widget, QTabBar):
        for i in range(widget.count()):
            yield "tab", widget.tabText(i)
            yield "tab's tooltip", widget.tabToolTip(i)
    if isinstance(widget, QMenu):
        yield "menu", widget.title()
    for action in widget.actions():
        yield "action", action.text()


def all_spoken(root):
    for widget in (root, *root.findChildren(QWidget)):
        if widget.objectName() in QT_S_OWN and widget.isHidden():
            continue
        where = f"{type(widget).__name__} {widget.objectName()}"
        for what, text in spoken(widget):
            if text:
                yield f"{where}: {what}", text


def plots_say(window):
    for panel in window.plots.panels:
        yield f"{panel.kind}: heading", panel.layout.title
        if panel.chip is not None:
            yield f"{panel.kind}: sign", panel.chip[1]
        for label in panel.labels:
            yield f"{panel.kind}: label", label[1]


def described(window):
    """Have said what waits for half a second of quiet."""
    waiting = [
        timer
        for timer in window.findChildren(QTimer)
        if timer.isActive() and timer.isSingleShot() and timer.interval() == QUIET
    ]
    for timer in waiting:
        timer.start(0)
    settle()
    for timer in waiting:
        timer.setInterval(QUIET)


def everything(window):
    """Every text of the window: held, painted, or drawn in a plot."""
    described(window)
    yield from all_spoken(window)
    yield from (("painted", painted.text) for painted in painted_texts(window))
    yield from plots_say(window)


def foreign(texts, code):
    """The texts that are not in a language."""
    for where, text in texts:
        if code == "en":
            if HANGUL.search(text) and "languageButton" not in where:
                yield f"{where}: {text!r}"
        elif WORD.search(LATIN.sub("", text)):
            yield f"{where}: {text!r}"


def without_pictures(texts):
    """Characters that the bundled fonts do not have."""
    for where, text in texts:
        missing = missing_characters(text)
        if missing:
            yield f"{where}: {missing!r} in {text!r}"


SCENES = {
    "start": lambda _window: None,
    "no observations": lambda w: w.session.set_observations(Observations()),
    "counts": lambda w: w.session.set_observations(Observations.from_counts(0, 1075)),
    "long": lambda w: w.session.set_observations(Observations([1] * 9000)),
    "many tiles": lambda w: w.session.set_observations(Observations([1, 0] * 100)),
    "zero": lambda w: w.session.set_pi(0.0),
    "one": lambda w: w.session.set_pi(1.0),
    "bits": lambda w: w.explore.toggle_unit(),
    "zoomed": lambda w: w.session.set_interval(0.69, 0.71),
    "bad sequence": lambda w: w.observations.field.take("1?"),
    "random": lambda w: w.session.set_observations(Observations([1]), "random:1:0.5:7"),
    "history": lambda w: w.explore.go_to_mle(),
    "undone": lambda w: (w.explore.go_to_mle(), w.session.undo()),
}


def bad_pi(window):
    spin = find(window, "piSpinBox")
    spin.lineEdit().setText("??")
    spin.lineEdit().textEdited.emit("??")


SCENES["bad π"] = bad_pi


def true_pi(window):
    window.session.set_observations(Observations([1, 0] * 9), "random:18:0.5:7", true_pi=0.5)
    window.session.show_true_pi(shown=True)


SCENES["true π"] = true_pi
SCENES["pointed"] = lambda w: w.observations.tiles.pointed.emit(3)
SCENES["copied"] = lambda w: w.copying.numbers()
SCENES["notice"] = lambda w: w.keeper.autosave.failed.emit(
    WriteError(Path("/1/2"), "full", "No space left on device")
)


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("scene", SCENES)
def test_switched_live_every_text_is_that_of_a_start_in_that_language(start, scene, code):
    other = "ko" if code == "en" else "en"
    texts = []
    for first in (code, other):
        window = start("1011011101", "--lang", first)
        SCENES[scene](window)
        settle()
        window.show_language(code)
        settle()
        # Formulas may come in another order; what is said must be the same.
        texts.append(list(everything(window)))
        window.close()
    assert list(foreign(texts[1], code)) == []
    assert list(without_pictures(texts[1])) == []
    assert Counter(texts[0]) == Counter(texts[1])


def test_the_check_finds_what_is_left_in_the_other_language(window):
    assert list(foreign(everything(window), "ko"))
    assert list(foreign([("x", "한국어")], "en"))
    assert list(foreign([("x", "관측값 observations")], "ko"))
    assert list(foreign([("x", "BCE = 0.61, n = 10 (Ctrl+L)")], "ko")) == []
    assert list(without_pictures([("x", "\U00013000")]))


def test_the_examples_speak_the_language_of_the_moment(window):
    menu = find(window, "examplesButton").menu()
    for code in ("en", "ko", "en"):
        window.show_language(code)
        settle()
        menu.aboutToShow.emit()
        titles = [action.text() for action in menu.actions()]
        assert len(titles) > 5
        assert all(bool(HANGUL.search(title)) is (code == "ko") for title in titles)


def test_the_title_of_an_open_example_is_translated_live(window):
    menu = find(window, "examplesButton").menu()
    menu.aboutToShow.emit()
    menu.actions()[0].trigger()
    source = find(window, "sourceLabel")
    assert not HANGUL.search(source.text())
    window.show_language("ko")
    settle()
    assert HANGUL.search(source.text())


def test_every_action_of_the_table_is_translated(window):
    for code in ("en", "ko"):
        window.show_language(code)
        settle()
        for entry in TABLE:
            text = window.findChild(QAction, f"{entry.name}Action").text()
            assert bool(HANGUL.search(text)) is (code == "ko"), text


@pytest.mark.qt_log_ignore("does not support raise")
def test_the_tooltip_of_a_tile_is_in_the_language_shown(window):
    tiles = find(window, "observationTiles")
    window.show_language("ko")
    settle()
    pos = tiles.tile_rect(1).center().toPoint()
    QApplication.sendEvent(tiles, QHelpEvent(QEvent.ToolTip, pos, tiles.mapToGlobal(pos)))
    assert HANGUL.search(tiles.describe(1))
    assert QToolTip.text() == tiles.describe(1)
    QToolTip.hideText()
    settle()


# Dialogs ---------------------------------------------------------------------------------------


def export_dialog(window):
    window.export_figure()
    return window.exports.dialog


def failed_export(window):
    window.exports.save(Path("/0/1.svg"), FigureOptions(), Motion())
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox))


def names_in_about():
    """What has one name in every language: programs, licences, addresses, books."""
    licences = (about.PROGRAM_LICENCE, *about.FONT_LICENCES)
    yield from (example.source for example in load_examples(EXAMPLES))
    for licence in licences:
        yield from (licence.home, licence.path.name, licence.short, licence.name)
    for name, _version, short in about.versions():
        yield from (name, short)
    yield from ("GNU", "GPL", "SIL")


PREVIEW = TablePreview(",", False, ("", ""), (("1", "0"), ("0", "1")), (True, True), True)
DIALOGS = {
    "random": lambda window: RandomDialog(10, 0.5, 7, window),
    "counts": lambda window: CountsDialog(3, 10, window),
    "wrong counts": lambda window: CountsDialog(11, 10, window),
    "column": lambda window: ColumnDialog("1.csv", PREVIEW, window),
    "error": lambda window: errors.ErrorDialog("details", window),
    "controls": lambda window: ControlsDialog(frozenset({"unit"}), locked=True, parent=window),
    "help": HelpSheet,
    "about": AboutDialog,
    "export": export_dialog,
    "failed export": failed_export,
}


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("name", DIALOGS)
def test_every_dialog_is_in_the_language_shown_and_shows_it_whole(window, name, code):
    window.show_language(code)
    dialog = DIALOGS[name](window)
    dialog.show()
    settle()
    texts = [
        (where, text)
        for where, text in all_spoken(dialog)
        if "qt_spinbox_lineedit" not in where and text != "details"
    ]
    if name == "about":
        for proper in sorted(filter(None, names_in_about()), key=len, reverse=True):
            texts = [(where, text.replace(proper, "")) for where, text in texts]
    assert len(texts) > 3
    assert list(foreign(texts, code)) == []
    assert list(without_pictures(texts)) == []
    assert list(cut_off(dialog)) == []
    dialog.close()
    dialog.deleteLater()


def test_an_open_dialog_is_retranslated_with_the_window(window):
    dialog = RandomDialog(10, 0.5, 7, window)
    dialog.show()
    window.show_language("ko")
    settle()
    assert list(foreign(all_spoken(dialog), "ko")) == []
    buttons = dialog.findChild(QDialogButtonBox).buttons()
    assert all(HANGUL.search(button.text()) for button in buttons)
    dialog.close()
    dialog.deleteLater()


@pytest.mark.parametrize("code", ["en", "ko"])
def test_the_file_dialogs_are_in_the_language_shown(window, monkeypatch, code):
    asked = []

    def ask(_parent, *texts):
        asked.extend(texts)
        return "", ""

    for function in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(f"PyQt5.QtWidgets.QFileDialog.{function}", ask)
    window.show_language(code)
    find(window, "openButton").click()
    find(window, "exportButton").click()
    window.exports.dialog.save.click()
    window.exports.dialog.close()
    window.findChild(QAction, "saveAction").trigger()
    title, _folder, kinds, second_title, _name, second_kinds = asked[:6]
    third_title, _name, third_kinds = asked[6:]
    for text in (title, kinds, second_title, second_kinds, third_title, third_kinds):
        assert bool(HANGUL.search(text)) is (code == "ko"), text
    assert "*.txt" in kinds
    assert "*.png" in second_kinds
    assert "*.bernoulli.json" in third_kinds


# Room ------------------------------------------------------------------------------------------


def cut_off(root):
    """What a label or a button cannot show whole."""
    for widget in root.findChildren(QWidget):
        if widget.isVisibleTo(root):
            where = f"{type(widget).__name__} {widget.objectName()}"
            yield from (f"{where}: {words}" for words in cut_off_in(widget))


def cut_off_in(widget):
    metrics = widget.fontMetrics()
    if isinstance(widget, QTabBar):
        for i in range(widget.count()):
            if metrics.horizontalAdvance(widget.tabText(i)) + 8 > widget.tabRect(i).width():
                yield repr(widget.tabText(i))
    elif isinstance(widget, QAbstractButton) and widget.text():
        width = metrics.horizontalAdvance(widget.text().replace("&", ""))
        if width > room_of_button(widget, width) + 1:
            yield f"{widget.text()!r} needs {width} of {room_of_button(widget, width)}"
    elif isinstance(widget, QLabel) and not isinstance(widget, QuietLabel):
        text, room = widget.text(), widget.contentsRect().width()
        wraps = Qt.TextWordWrap if widget.wordWrap() else 0
        flags = int(widget.alignment()) | wraps
        rect = metrics.boundingRect(0, 0, room, 10_000, flags, text)
        width = rect.width() if wraps else metrics.horizontalAdvance(text)
        if text and (width > room + 1 or rect.height() > widget.height() + 1):
            size = f"{room}x{widget.height()}"
            yield f"{text!r} needs {width}x{rect.height()} of {size}"


def room_of_button(button, width):
    """How wide the text of a button may be."""
    if not button.inherits("QPushButton"):
        return button.width() - (button.sizeHint().width() - width)
    option = QStyleOptionButton()
    option.initFrom(button)
    return button.style().subElementRect(QStyle.SE_PushButtonContents, option, button).width()


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("size", SIZES)
def test_no_text_is_cut_off(start, size, code):
    window = start("1011011101", "--lang", code, size=size)
    wrong = []
    for name, scene in SCENES.items():
        scene(window)
        settle()
        wrong += [f"{name}: {words}" for words in cut_off(window)]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("size", SIZES)
def test_no_painted_text_leaves_its_widget(start, size, code):
    window = start("1011011101", "--lang", code, size=size)
    wrong = []
    for name, scene in SCENES.items():
        scene(window)
        settle()
        for part in (window.calculation, window.observations, window.pi_bar, window.top_bar):
            wrong += [
                f"{name}: {painted.text!r} at {painted.rect}"
                for painted in painted_texts(part)
                if not -1 <= painted.rect.left() <= painted.rect.right() <= part.width() + 1
                # The sequence scrolls in its field.
                and set(painted.text) - {"0", "1"}
            ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("code", ["en", "ko"])
def test_what_is_wrong_has_room_to_be_said(start, code, tmp_path):
    window = start("1011011101", "--lang", code, size="1024x700")
    panel, bar = window.observations, window.pi_bar
    panel.field.refused.emit(SequenceError(123, 45, "abcdefghijklmnopqrs…", 123456))
    settle()
    assert [words for words in cut_off(panel) if "Message" in words] == []
    window.opening.open_path(tmp_path / "a file with a rather long name in many words.txt")
    settle()
    assert find(window, "observationMessage").text()
    assert [words for words in cut_off(panel) if "Message" in words] == []
    find(window, "piSpinBox").refused.emit(ProbabilityError("0.1234567890123456789", "form"))
    settle()
    assert [words for words in cut_off(bar) if "Message" in words] == []


def test_the_check_for_room_can_fail(window):
    find(window, "randomButton").setText("a text that is much too long for its button")
    find(window, "piMessage").setText("x" * 300)
    settle()
    window.resize(1024, 700)
    found = " ".join(cut_off(window))
    assert "xxx" in found
