"""The card *Examples*: where its data come from, its menus, its words, its looks."""

from dataclasses import replace

import pytest
from PyQt5.QtCore import QMimeData, QPoint, QPointF, Qt, QTimer
from PyQt5.QtGui import QDragEnterEvent, QDropEvent
from PyQt5.QtWidgets import QApplication, QMenu, QPushButton, QScrollArea

from core.labelled import Labelled
from core.labelled_examples import source_of
from gui import i18n, theme
from gui.model import shelf
from gui.model.examples_panel import ExamplesPanel
from gui.model.new_point import free_place, middle
from gui.model.typed_number import NumberError
from tests.gui.model.examples_bench import FIVE, Bench, many, model_state
from tests.helpers import HANGUL, find, painted_texts, settle

# What the offscreen platform says of every menu.
OFFSCREEN = pytest.mark.qt_log_ignore("This plugin does not support")


@pytest.fixture
def bench(shown):
    def bench(state=None, width=396, height=460):
        return Bench(shown(ExamplesPanel(), width, height), state)

    return bench


@pytest.fixture
def challenger():
    (example,) = (one for one in shelf.labelled_examples() if one.id == "challenger")
    return model_state(example.data, source=source_of(example))


def names(menu):
    return [action.objectName() for action in menu.actions() if not action.isSeparator()]


def choose(menu, name):
    (action,) = (one for one in menu.actions() if one.objectName() == name)
    assert action.isEnabled()
    action.trigger()


def open_menu(desk):
    menu = find(desk.panel, "modelDataMenu", QMenu)
    menu.aboutToShow.emit()
    return menu


# Where they come from ----------------------------------------------------------------------------


def test_a_data_set_of_the_program_is_named_in_the_language_shown(bench, challenger):
    desk = bench(challenger)
    assert "O-rings" in desk.panel.source.text()
    assert "JASA" in desk.panel.source.toolTip()
    assert "°F" in desk.table.names[0]
    assert desk.panel.foot.counts.text() == "n = 23 · 7 ones · 16 zeros"
    i18n.set_language("ko")
    settle()
    assert HANGUL.search(desk.panel.source.text())
    assert HANGUL.search(desk.table.names[0])


def test_what_is_edited_comes_from_nowhere_and_undone_it_comes_from_there_again(bench, challenger):
    desk = bench(challenger)
    desk.click(0, chip=True)
    assert desk.panel.source.text() == ""
    assert "°F" in desk.table.names[0], "x is what it was"
    desk.undo()
    assert "O-rings" in desk.panel.source.text()


def test_files_and_draws_are_named(bench):
    desk = bench(model_state(source="file:launches.csv"))
    assert desk.panel.source.text() == "launches.csv"
    desk.show(source="random:5:1.5:-0.25:7", true=(1.5, -0.25))
    assert desk.panel.source.text() == "random: true w = 1.5, b = −0.25, seed 7"
    desk.show(source="something else")
    assert desk.panel.source.text() == ""


def test_a_long_name_is_shortened_with_dots_and_kept_in_full_beside(bench):
    name = "measurements of a very long series that nobody would ever wish to read in full.csv"
    desk = bench(model_state(source=f"file:{name}"))
    assert desk.panel.source.shown().endswith("…")
    assert desk.panel.source.toolTip() == name


# Menus -------------------------------------------------------------------------------------------


def test_the_menu_offers_every_data_set_and_what_is_possible(bench):
    desk, asked, examples = bench(), [], []
    desk.panel.asked.connect(asked.append)
    desk.panel.example_asked.connect(examples.append)
    menu = open_menu(desk)
    assert names(menu) == [
        *(f"example_{one.id}" for one in shelf.labelled_examples()),
        *("random", "drawAgain", "flip", "empty"),
    ]
    choose(menu, "example_ten-points")
    choose(menu, "random")
    choose(menu, "flip")
    assert examples == ["ten-points"]
    assert asked == ["random", "flip"]
    assert not next(a for a in menu.actions() if a.objectName() == "drawAgain").isEnabled()
    desk.show(source="random:5:1.5:-0.25:7")
    choose(open_menu(desk), "drawAgain")
    assert asked[-1] == "drawAgain"


def test_the_table_can_be_emptied_and_begins_anew(bench):
    desk = bench(model_state(w=3.0, b=2.0))
    choose(open_menu(desk), "empty")
    assert desk.model.data.n == 0
    assert desk.model.data.x_name == "temperature"
    assert (desk.model.w, desk.model.b) == (0.0, 0.0)
    for name in ("flip", "empty"):
        menu = open_menu(desk)
        assert not next(a for a in menu.actions() if a.objectName() == name).isEnabled()


@OFFSCREEN
def test_the_menu_of_the_rows_does_what_keys_do(bench):
    desk = bench()
    desk.table.menu_asked.emit(desk.table.mapToGlobal(QPoint(10, 10)))
    menu = find(desk.panel, "examplesRowMenu", QMenu)
    assert not menu.actions()[0].isEnabled(), "no row was chosen"
    menu.hide()
    desk.click(1)
    desk.table.menu_asked.emit(desk.table.mapToGlobal(QPoint(10, 10)))
    choose(menu, "swapY")
    choose(menu, "removeRows")
    menu.hide()
    assert desk.pairs == [(66.0, 0), (69.5, 0), (-2.25, 0), (57.0, 1)]


# Words -------------------------------------------------------------------------------------------


def test_the_summary_says_how_many_and_where(bench):
    desk = bench()
    assert desk.panel.summary() == "5 examples, 2 of them 1; x from −2.25 to 70."
    desk.table.go_to(1)
    assert "Example 2: x = 70, y = 1" in desk.panel.summary()
    desk.show(data=Labelled())
    assert desk.panel.summary() == "No examples."


def test_a_message_stays_in_both_languages_until_other_examples_come(bench):
    desk = bench()
    desk.panel.show_error(NumberError("abc", "form", -1.0, 1.0), "x.csv: ")
    assert desk.panel.foot.message.text().startswith("x.csv: ")
    i18n.set_language("ko")
    settle()
    assert HANGUL.search(desk.panel.foot.message.text())
    desk.show(w=2.0)
    assert desk.panel.foot.message.isVisible()
    desk.show(data=many(3))
    assert not desk.panel.foot.message.isVisible()


def test_a_note_says_how_words_were_read(bench):
    desk = bench()
    desk.panel.show_note(lambda: "“yes” is 1")
    assert desk.panel.foot.message.text() == "“yes” is 1"
    desk.panel.show_error(NumberError("abc", "form", -1.0, 1.0), "x.csv: ")
    assert desk.panel.foot.message.text().startswith("x.csv: ")
    desk.panel.clear_error()
    assert desk.panel.foot.message.text() == "“yes” is 1"
    desk.show(data=many(3))
    assert not desk.panel.foot.message.isVisible()


@pytest.mark.parametrize(
    ("span", "x"),
    [
        (None, 0.0),
        ((5.5, 5.5), 5.5),
        ((53.0, 81.0), 67.0),
        ((-1e150, 1e150), 0.0),
        ((1e9, 1e9 + 3), 1e9 + 1.5),
        ((0.0, 1e-150), 5e-151),
    ],
)
def test_a_new_point_lies_within_the_others(span, x):
    assert middle(span) == x


def test_points_added_in_turn_stand_side_by_side(bench):
    desk = bench(model_state(Labelled([53.0, 81.0], [0, 1])))
    for _ in range(4):
        desk.panel.add.click()
        settle()
    assert [x for x, _y in desk.pairs][2:] == [67.0, 68.0, 69.0, 70.0]


@pytest.mark.parametrize(
    ("xs", "x"),
    [
        ([], 0.0),
        ([0.0], 1.0),
        ([66.0], 71.0),
        ([0.0, 100.0], 50.0),
        ([0.0, 50.0, 100.0], 52.0),
        ([0.0, 50.0, 52.0, 54.0, 100.0], 56.0),
        ([1e150], 1e150),
        ([1e16, 1e16 + 2], None),
        ([-1e150, 0.0, 1e150], 5e148),
        ([0.0, 5e-324], None),
        ([5e-324], 5e-324),
    ],
)
def test_the_next_place_is_a_free_one_as_far_as_there_are_any(xs, x):
    data = Labelled(xs, [i % 2 for i in range(len(xs))])
    place = free_place(data)
    assert place == x if x is not None else data.span[0] <= place <= data.span[1]


def test_a_message_asks_for_no_more_room_than_three_rows_leave(bench):
    desk = bench(height=290)
    column = QScrollArea()
    column.setWidgetResizable(True)
    column.setWidget(desk.panel)
    column.resize(420, 290)
    column.show()
    settle()
    desk.panel.foot.show_typing(NumberError("abc", "form", -1.0, 1.0))
    settle()
    assert desk.panel.foot.message.isVisible()
    assert column.verticalScrollBar().maximum() == 0
    assert desk.table.page() >= 3
    column.takeWidget()
    column.deleteLater()


# Ways in -----------------------------------------------------------------------------------------


def test_a_text_that_is_dropped_is_handed_on(bench):
    desk, given = bench(), []
    desk.panel.text_given.connect(given.append)
    data = QMimeData()
    data.setText("1\t0\n2\t1\n")
    settings = (Qt.CopyAction, data, Qt.LeftButton, Qt.NoModifier)
    enter = QDragEnterEvent(QPoint(20, 20), *settings)
    QApplication.sendEvent(desk.panel, enter)
    assert enter.isAccepted()
    QApplication.sendEvent(desk.panel, QDropEvent(QPointF(20, 20), *settings))
    assert given == ["1\t0\n2\t1\n"]


def test_a_file_that_is_dropped_is_left_to_the_window(bench, tmp_path):
    from PyQt5.QtCore import QUrl

    desk = bench()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "x.csv"))])
    enter = QDragEnterEvent(QPoint(20, 20), Qt.CopyAction, data, Qt.LeftButton, Qt.NoModifier)
    QApplication.sendEvent(desk.panel, enter)
    assert not enter.isAccepted()


# Looks -------------------------------------------------------------------------------------------

LOOKS = {
    "design": (396, 420, 1.0, 0),
    "low": (396, 270, 1.0, 0),
    "large": (594, 620, 1.5, 0),
    "present": (634, 520, 1.6, 27),
}


@pytest.mark.parametrize("language", ["en", "ko"])
@pytest.mark.parametrize("size", LOOKS)
@pytest.mark.parametrize("kind", ["challenger", "huge", "many", "none"])
def test_no_words_collide_or_are_cut_off(bench, challenger, language, size, kind):
    width, height, scale, least = LOOKS[size]
    theme.set_look(scale=scale, least_type=least)
    i18n.set_language(language)
    huge = Labelled([1e150, -1e150, 1.23456789e-150, 1e9 + 1, -2.5e-7], [1, 0, 1, 0, 1])
    state = {
        "challenger": challenger,
        "huge": model_state(huge, w=1e100, b=-5.0),
        "many": model_state(many(1_000_000), w=5.0, source="random:1000000:1.5:-0.25:77"),
        "none": model_state(Labelled()),
    }[kind]
    desk = bench(state, width, height)
    assert len(desk.table.shown_rows()) >= min(3, desk.model.data.n)
    painted = painted_texts(desk.panel)
    frame = desk.panel.rect()
    for one in painted:
        assert frame.contains(one.rect.toAlignedRect()), one
    for i, one in enumerate(painted):
        for other in painted[:i]:
            overlap = one.rect.intersected(other.rect)
            assert overlap.width() < 1 or overlap.height() < 1, (one, other)
    for button in desk.panel.findChildren(QPushButton):
        assert button.width() >= button.sizeHint().width() - 1, button.objectName()


def test_every_control_says_its_name_and_its_tip(bench):
    desk = bench()
    for button in desk.panel.findChildren(QPushButton):
        assert button.accessibleName()
        assert button.toolTip()
    assert desk.table.accessibleName() == "examples as a table"
    order, widget = [], desk.table
    for _ in range(40):
        widget = widget.nextInFocusChain()
        if isinstance(widget, QPushButton):
            order.append(widget.objectName())
    assert order[:4] == ["modelDataButton", "modelPasteButton", "modelOpenButton", "modelAddButton"]


@OFFSCREEN
def test_alt_x_opens_the_menu(bench):
    desk = bench()
    menu = find(desk.panel, "modelDataMenu", QMenu)
    seen = []
    menu.aboutToShow.connect(lambda: seen.append(menu))
    menu.aboutToShow.connect(lambda: QTimer.singleShot(0, menu.close))
    desk.panel.show_data_menu()
    assert len(seen) == 1
    desk.state = replace(desk.state, stage=replace(desk.state.stage, locked=True))
    desk.show()
    desk.panel.show_data_menu()
    assert len(seen) == 1


def test_five_examples_are_enough_for_no_scrollbar(bench):
    desk = bench(model_state(FIVE))
    assert desk.panel.foot.more.text() == ""
