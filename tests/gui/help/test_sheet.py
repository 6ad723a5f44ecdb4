"""The help sheet: all that can be done, held against the controls that do it."""

# ruff: noqa: ARG001 - a fixture is asked for by its name, whether or not it is used

import pytest
from PyQt5.QtCore import Qt
from PyQt5.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PyQt5.QtWidgets import QApplication

from core.stage import LABS
from gui import actions, i18n, presentation, theme
from gui.actions import TABLE, Entry
from gui.help import entries as help_entries
from gui.help.entries import Cap, say
from gui.help.key_caps import KeyCaps
from gui.help.sheet import HelpSheet
from gui.i18n import translate
from gui.labs.names import lab_name
from gui.pi_gesture import moved
from gui.theme import look
from tests.helpers import difference, missing_characters, painted_texts, picture, settle

LOOKS = {
    "window": ({"theme": theme.LIGHT, "scale": 1.0}, (1060, 780), 2),
    "small": ({"theme": theme.DARK, "scale": 1.0}, (520, 400), 1),
    "large": ({"theme": theme.DARK, "scale": 1.5}, (1590, 1170), 2),
    "present": ({"theme": theme.LIGHT, "scale": 1.6, "least_type": 27}, (1200, 648), 1),
}


@pytest.fixture
def dressed(look_of_the_start):
    """Any look, and the usual one afterwards."""
    yield theme.set_look
    theme.set_look(theme=theme.LIGHT, scale=1.0, least_type=0)


@pytest.fixture
def sheet(shown, dressed):
    return shown(HelpSheet(), 1060, 780)


def lines(groups=None):
    return [line for group in groups or help_entries.groups() for line in group.lines]


def ways_of(*texts):
    """How the sheet says to do these."""
    return {say([way]) for line in lines() if line.text in texts for way in line.ways}


# What it says --------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["en", "ko"])
def test_every_action_is_there_with_its_text_and_its_keys(look_of_the_start, code):
    i18n.set_language(code)
    said = [(line.text, say(line.ways)) for line in lines()]
    own_words = {"toggleSelected", "deleteSelected", "copySelected"}
    for entry in TABLE:
        found = [keys for text, keys in said if text == entry.text()]
        assert found or entry.name in own_words, entry.name
        shown = [
            keys.replace("Left", "←").replace("Right", "→").replace("PgUp", "Page Up")
            for keys in entry.keys
        ]
        assert not shown or " / ".join(shown) in found, entry.name


def test_an_action_that_is_new_in_the_table_appears_in_the_group_of_the_window(monkeypatch):
    new = Entry("brandNew", ("Ctrl+Alt+Q", "F9"), lambda: "Do something new")
    monkeypatch.setattr(actions, "TABLE", (*TABLE, new))
    *_others, window = help_entries.groups()
    assert window.lines[-1].text == "Do something new"
    assert say(window.lines[-1].ways) == "Ctrl+Alt+Q / F9"


def test_no_action_is_named_that_is_not_in_the_table():
    names = {entry.name for entry in TABLE}
    assert set(help_entries._GROUP_OF) <= names
    assert set(help_entries._KEYS_OF) <= names


def test_the_groups_come_in_their_order_and_none_is_empty():
    titles = [group.title for group in help_entries.groups()]
    assert titles[:3] == ["π", "Observations", "Plots"]
    assert titles[3:6] == ["Lessons", "Labs", "Model"]
    assert titles[6:] == ["Presenting", "Files and figures", "Window"]
    assert all(group.lines for group in help_entries.groups())
    texts = [line.text for line in lines()]
    assert len(set(texts)) == len(texts)


def test_every_lab_is_in_the_group_of_the_labs():
    (labs,) = (group for group in help_entries.groups() if group.title == "Labs")
    assert {lab_name(lab) for lab in LABS} <= {line.text for line in labs.lines}


def test_what_has_no_key_says_that_it_is_in_a_menu():
    assert ways_of(translate("Actions", "Copy a NumPy program")) == {"menu"}


def test_keys_are_taken_apart_as_they_are_pressed(monkeypatch):
    assert help_entries._chord("Ctrl+Shift+Z") == (Cap("Ctrl"), Cap("Shift"), Cap("Z"))
    assert help_entries._chord("Ctrl++") == (Cap("Ctrl"), Cap("+"))
    assert help_entries._chord("+") == (Cap("+"),)
    assert help_entries._chord("Alt+Right") == (Cap("Alt"), Cap("→"))
    assert help_entries._chord("PgDown") == (Cap("Page Down"),)
    assert help_entries._chord("F1") == (Cap("F1"),)
    monkeypatch.setattr(help_entries.sys, "platform", "darwin")
    assert help_entries._chord("Ctrl+Alt+C") == (Cap("⌘"), Cap("⌥"), Cap("C"))


@pytest.mark.parametrize(
    ("text", "steps"),
    [
        ("Move π by 0.01, on slider or plots", (-0.01, 0.01)),
        ("Move π by 0.001", (-0.001, 0.001)),
        ("Move π by 0.1", (-0.1, 0.1, 0.1, -0.1)),
        ("Move π to 0, to 1", (-0.5, 0.5)),
    ],
)
def test_the_keys_that_move_pi_do_what_is_said(text, steps):
    (line,) = (line for line in lines() if line.text == text)
    names = {"←": "Left", "→": "Right", "Page Up": "PgUp", "Page Down": "PgDown"}
    found = []
    for way in line.ways:
        code = QKeySequence("+".join(names.get(cap.text, cap.text) for cap in way))[0]
        held = Qt.KeyboardModifiers(code & int(Qt.KeyboardModifierMask))
        event = QKeyEvent(QKeyEvent.KeyPress, code & ~int(Qt.KeyboardModifierMask), held)
        found.append(round(moved(0.5, event) - 0.5, 12))
    assert tuple(found) == steps


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("Next step, also with a presenter", presentation._NEXT),
        ("Step before", presentation._BACK),
        ("Dark screen, and back", presentation._BLANK),
    ],
)
def test_the_keys_of_a_presenter_are_those_that_the_presentation_takes(text, keys):
    chords = {say([help_entries._chord(QKeySequence(key).toString())]) for key in keys}
    assert ways_of(text) == chords


def test_as_text_every_line_is_there_with_its_keys_in_a_column():
    text = help_entries.as_text()
    rows = text.splitlines()
    assert rows[0] == "Bernoulli Lab"
    assert tuple(rows[1:4]) == help_entries.introduction()
    columns = set()
    for line in lines():
        (row,) = (r for r in rows if r.endswith(f"  {line.text}") and say(line.ways) in r)
        columns.add(len(row) - len(line.text))
    assert len(columns) == 1


@pytest.mark.parametrize("code", ["en", "ko"])
def test_every_sign_of_it_can_be_drawn(look_of_the_start, code):
    i18n.set_language(code)
    assert not missing_characters(help_entries.as_text())


# How it looks --------------------------------------------------------------------------------


@pytest.mark.parametrize("code", ["en", "ko"])
@pytest.mark.parametrize("name", LOOKS)
def test_no_text_is_cut_off_and_none_covers_another(shown, dressed, name, code):
    changes, size, columns = LOOKS[name]
    i18n.set_language(code)
    dressed(**changes)
    sheet = shown(HelpSheet(), *size)
    assert sheet.sheet.columns == columns
    assert sheet.sheet.width() == sheet.area.viewport().width()
    paper = sheet.sheet
    rects = []
    labels = [*paper.introduction, paper.title]
    for group in paper.groups:
        labels.append(group.heading)
        for row in group.rows:
            labels.append(row.words)
            assert row.keys.width() >= row.keys.sizeHint().width()
            assert row.keys.height() >= row.keys.sizeHint().height()
            rects.append(row.keys.rect().translated(row.keys.mapTo(paper, row.keys.pos() * 0)))
    for label in labels:
        assert label.height() >= label.heightForWidth(label.width())
        assert label.fontMetrics().height() >= look().least_type
        words = max(map(label.fontMetrics().horizontalAdvance, label.text().split()), default=0)
        assert words <= label.width() + 1
        rects.append(label.rect().translated(label.mapTo(paper, label.pos() * 0)))
    assert all(paper.rect().contains(rect) for rect in rects)
    for i, rect in enumerate(rects):
        assert not any(rect.intersects(other) for other in rects[i + 1 :])
    for button in (sheet.foot.copy, sheet.foot.close_):
        assert button.width() >= button.sizeHint().width()


def test_both_columns_are_about_equally_long(sheet):
    left, right = (
        [group for group in sheet.sheet.groups if (group.x() > 400) is right]
        for right in (False, True)
    )
    bottoms = [groups[-1].geometry().bottom() for groups in (left, right)]
    assert abs(bottoms[0] - bottoms[1]) < 0.25 * max(bottoms)
    assert len(left) + len(right) == len(sheet.sheet.groups)


def test_a_narrow_sheet_has_one_column_and_a_wide_one_two_again(sheet):
    before = picture(sheet)
    sheet.resize(520, 780)
    settle()
    assert sheet.sheet.columns == 1
    assert {group.x() for group in sheet.sheet.groups} == {sheet.sheet.groups[0].x()}
    sheet.resize(1060, 780)
    assert not difference(before, picture(sheet))


def test_the_caps_are_painted_and_the_mouse_s_look_different(shown, dressed):
    key, mouse = shown(KeyCaps(), 200, 40), shown(KeyCaps(), 200, 40)
    key.set_ways(((Cap("Ctrl"), Cap("x")),))
    mouse.set_ways(((Cap("Ctrl"), Cap("x", is_key=False)),))
    assert [painted.text for painted in painted_texts(key)] == ["Ctrl", "+", "x"]
    assert difference(picture(key), picture(mouse))
    assert key.accessibleName() == key.text() == "Ctrl+x"


def test_ways_that_have_no_room_begin_a_line(shown, dressed):
    caps = shown(KeyCaps(), 400, 80)
    ways = tuple((Cap("Shift"), Cap(key)) for key in "abc")
    caps.set_ways(ways)
    one = caps.sizeHint()
    caps.limit = one.width() * 0.7
    two = caps.sizeHint()
    assert two.width() < one.width()
    assert two.height() > 1.8 * one.height()
    assert [painted.text for painted in painted_texts(caps)].count("Shift") == 3


@pytest.mark.parametrize("changes", [{"theme": theme.DARK}, {"scale": 1.5}, {"least_type": 27}])
def test_an_open_sheet_follows_the_look(sheet, shown, dressed, changes):
    dressed(**changes)
    settle()
    fresh = shown(HelpSheet(), 1060, 780)
    assert not difference(picture(sheet.sheet), picture(fresh.sheet))


def test_an_open_sheet_follows_the_language(sheet):
    for code in ("ko", "en"):
        i18n.set_language(code)
        settle()
        assert [row.words.text() for g in sheet.sheet.groups for row in g.rows] == [
            line.text for line in lines()
        ]
        assert [row.keys.text() for g in sheet.sheet.groups for row in g.rows] == [
            say(line.ways) for line in lines()
        ]
        assert [g.heading.text() for g in sheet.sheet.groups] == [
            group.title for group in help_entries.groups()
        ]
        assert sheet.windowTitle() == translate("Help", "Keys and help")
        assert sheet.area.accessibleDescription() == help_entries.as_text()
        assert (
            sheet.foot.close_.accessibleName()
            == sheet.foot.close_.text()
            == translate("Help", "Close")
        )


# What it does --------------------------------------------------------------------------------


@pytest.mark.parametrize("key", [Qt.Key_Escape, Qt.Key_F1])
def test_esc_and_f1_take_it_away(sheet, qtbot, key):
    qtbot.keyClick(sheet.area, key)
    assert not sheet.isVisible()


def test_its_close_button_closes_it(sheet):
    sheet.foot.close_.click()
    assert not sheet.isVisible()


def test_it_leaves_the_window_free_to_try_what_it_says(sheet):
    assert not sheet.isModal()


def test_it_is_copied_as_text_and_says_so_for_a_while(sheet, qtbot):
    sheet.foot.silence.setInterval(30)
    sheet.foot.copy.click()
    assert QGuiApplication.clipboard().text() == help_entries.as_text()
    assert sheet.foot.said.text() == "Copied."
    qtbot.waitUntil(lambda: not sheet.foot.said.text())


def test_the_keys_scroll_it_at_once_and_the_focus_is_seen(sheet, qtbot):
    sheet.activateWindow()
    settle()
    assert sheet.focusWidget() is sheet.area
    bar = sheet.area.verticalScrollBar()
    qtbot.keyClick(sheet.area, Qt.Key_PageDown)
    assert bar.value() > 0
    with_focus = picture(sheet.area)
    sheet.foot.close_.setFocus()
    assert difference(with_focus, picture(sheet.area))


def test_the_tab_key_goes_from_the_sheet_to_its_buttons(sheet, qtbot):
    sheet.activateWindow()
    settle()
    order = [sheet.focusWidget()]
    for _ in range(3):
        qtbot.keyClick(QApplication.focusWidget() or order[-1], Qt.Key_Tab)
        order.append(sheet.focusWidget())
    assert order == [sheet.area, sheet.foot.copy, sheet.foot.close_, sheet.area]
