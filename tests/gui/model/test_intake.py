"""Files, texts and draws into examples."""

from dataclasses import replace

import pytest
from PyQt5.QtCore import QObject
from PyQt5.QtGui import QGuiApplication
from PyQt5.QtTest import QTest
from PyQt5.QtWidgets import QApplication, QDialog, QFileDialog, QVBoxLayout, QWidget

from core.labelled import Labelled
from core.labelled_examples import drawn
from core.model_state import Climber, ModelLook, ModelState
from core.state import State
from gui import i18n
from gui.long_work import LongWork
from gui.model.columns_dialog import ColumnsDialog
from gui.model.examples_panel import ExamplesPanel
from gui.model.intake import Intake
from gui.model.random_examples_dialog import RandomExamplesDialog
from gui.notice import Notices
from gui.session import Session
from tests.helpers import HANGUL, settle

BEGIN = ModelState(
    Labelled([1.0, 2.0], [0, 1]), w=3.0, b=2.0, climber=Climber(rate=0.5, start=(0.0, 0.0), step=2)
)


class Page(QWidget):
    """A view with nothing but the card *Examples*."""

    def __init__(self):
        super().__init__()
        self.examples, self.notices = ExamplesPanel(), Notices()
        box = QVBoxLayout(self)
        box.addWidget(self.examples)
        box.addWidget(self.notices)


class Remembered:
    folder = ""


class Way:
    """The way in with all that stands around it."""

    def __init__(self, page):
        self.page, self.panel, self.settings = page, page.examples, Remembered()
        self.owner = QObject()
        self.session = Session(State(model=BEGIN, model_look=ModelLook()), self.owner)
        self.work = LongWork(page.notices, self.owner)
        self.intake = Intake(self.session, self.work, page.notices, self.settings, page)
        self.intake.edited.connect(lambda step, fields: self.session.set_model(step, **fields))
        self.intake.looked.connect(lambda fields: self.session.look_at_model(**fields))
        self.session.snapshot_changed.connect(self.panel.render_snapshot)
        self.panel.render_snapshot(self.session.snapshot)

    @property
    def model(self):
        return self.session.state.model

    @property
    def message(self):
        return self.panel.foot.message.text()

    def dialog(self, kind):
        settle()
        found = [w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible()]
        assert len(found) == 1
        return found[0]


@pytest.fixture
def way(shown, tmp_path):
    made = Way(shown(Page(), 400, 460))
    made.folder = tmp_path
    yield made
    made.work.close()


def write(way, text, name="data.csv"):
    path = way.folder / name
    path.write_text(text, encoding="utf-8")
    return path


# Files -------------------------------------------------------------------------------------------


def test_a_table_becomes_the_examples_and_everything_begins_anew(way):
    way.session.look_at_model(region=way.session.snapshot.model.region)
    way.intake.open_path(write(way, "temp,damage\n66,0\n70,1\n-2.5,1\n"))
    assert way.model.data == Labelled([66, 70, -2.5], [0, 1, 1], "temp", "damage")
    assert way.model.source == "file:data.csv"
    assert (way.model.w, way.model.b, way.model.true) == (0.0, 0.0, None)
    assert way.model.climber == Climber(rate=0.5)
    assert way.session.state.model_look.region is None
    assert way.settings.folder == str(way.folder)
    assert way.panel.source.text() == "data.csv"
    way.session.undo()
    assert way.model == BEGIN


def test_words_are_read_and_it_is_said_how(way):
    way.intake.open_path(write(way, "temp,damage\n66,no\n70,yes\n"))
    assert way.model.data.y.tolist() == [0, 1]
    assert "“yes” is read as 1, “no” as 0" in way.message
    i18n.set_language("ko")
    settle()
    assert HANGUL.search(way.message)
    way.intake.flip()
    assert not way.panel.foot.message.isVisible()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("temp,damage\n66,0\n7x,1\n8y,1\n", ("Line 3", "column 1", "temp", "7x", "2 cells")),
        ("temp,damage\n66,0\n70,2\n71,1\n", ("Line 3", "column 2", "damage", "2", "0 and 1")),
        ("temp,damage\n66,0\n6x8,1\n71,7\n", ("Line 3", "column 1", "6x\u200e8", "2 cells")),
        ("temp,damage\n66,0\n,1\n71,1\n", ("Line 3", "column 1", "empty")),
        ("temp,damage\n66,0\n1e200,1\n71,1\n", ("Line 3", "1e200", "too large", "10¹⁵⁰")),
        ("temp,damage\n", ("no examples",)),
        ("", ("data.csv",)),
        ("temp\n1.5\n2.5\n", ("single column",)),
    ],
)
def test_a_bad_file_changes_nothing_and_its_place_is_named(way, text, said):
    way.intake.open_path(write(way, text))
    assert way.model == BEGIN
    assert way.message.startswith("data.csv: ")
    for word in said:
        assert word in way.message
    i18n.set_language("ko")
    settle()
    assert HANGUL.search(way.message)


def test_a_file_that_is_not_there_is_named(way):
    way.intake.open_path(way.folder / "none.csv")
    assert "none.csv" in way.message
    assert way.model == BEGIN


PEOPLE = "name,age,height,won\nAnn,31,1.7,1\nBob,25,1.8,0\nEve,40,1.65,1\n"


def test_of_several_columns_two_are_asked_for(way):
    way.intake.open_path(write(way, PEOPLE))
    dialog = way.dialog(ColumnsDialog)
    assert way.model == BEGIN
    dialog.x_choice.setCurrentIndex(2)
    dialog.y_choice.setCurrentIndex(3)
    dialog.accept()
    settle()
    assert way.model.data == Labelled([1.7, 1.8, 1.65], [1, 0, 1], "height", "won")


def test_who_gives_no_columns_keeps_what_is_there(way):
    way.intake.open_path(write(way, PEOPLE))
    way.dialog(ColumnsDialog).reject()
    settle()
    assert way.model == BEGIN
    assert way.message == ""


def test_a_column_that_is_not_what_it_should_be_is_named(way):
    way.intake.open_path(write(way, PEOPLE))
    dialog = way.dialog(ColumnsDialog)
    dialog.x_choice.setCurrentIndex(0)
    dialog.y_choice.setCurrentIndex(3)
    dialog.accept()
    settle()
    assert "Ann" in way.message
    assert way.model == BEGIN


def test_a_large_file_is_read_beside_the_window_and_can_be_stopped(way, monkeypatch):
    monkeypatch.setattr("gui.model.intake.SMALL_FILE", 10)
    path = write(way, "x,y\n" + "".join(f"{i / 4},{i % 2}\n" for i in range(20_000)))
    way.intake.open_path(path)
    assert way.work.running
    way.work.stop()
    way.work.close()
    settle()
    assert way.model == BEGIN
    way.intake.open_path(path)
    way.work.finish()
    assert way.model.data.n == 20_000
    settle()


def test_other_examples_take_the_place_of_a_file_that_is_being_read(way, monkeypatch):
    monkeypatch.setattr("gui.model.intake.SMALL_FILE", 10)
    path = write(way, "x,y\n" + "".join(f"{i / 4},{i % 2}\n" for i in range(20_000)))
    way.intake.open_path(path)
    way.intake.open_example("ten-points")
    way.work.close()
    settle()
    assert way.model.data.n == 10


def test_the_file_that_is_chosen_is_opened_and_a_session_is_handed_on(way, monkeypatch):
    from core.session_file import SessionDocument, write_session

    chosen, sessions = [], []
    way.intake.session_chosen.connect(sessions.append)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(chosen[-1]), ""))
    chosen.append("")
    way.intake.ask()
    assert way.model == BEGIN
    chosen.append(write(way, "1,0\n2,1\n3,1\n"))
    way.intake.ask()
    assert way.model.data.n == 3
    session = way.folder / "a.bernoulli.json"
    text = write_session(SessionDocument(State()))
    session.write_bytes(text if isinstance(text, bytes) else text.encode())
    chosen.append(session)
    way.intake.ask()
    assert sessions == [session]
    assert way.model.data.n == 3


# Texts -------------------------------------------------------------------------------------------


def paste(way, text):
    QGuiApplication.clipboard().setText(text)
    way.intake.paste()
    settle()


@pytest.mark.parametrize("text", ["1.5\t0\n2.5\t1\n", "x,y\n1.5,0\n2.5,1", "1.5 0\n2.5 1\n"])
def test_two_columns_that_are_pasted_become_the_examples(way, text):
    paste(way, text)
    assert way.model.data.x.tolist() == [1.5, 2.5]
    assert way.model.data.y.tolist() == [0, 1]
    assert way.model.source == ""


def test_a_bad_text_is_told_by_row_and_column(way):
    paste(way, "1.5\t0\n2,500\t1\nabc\t1\n")
    assert "Row" in way.message
    assert "column 1" in way.message
    assert way.model == BEGIN


def test_numbers_as_they_are_written_elsewhere_are_told_by_their_place(way):
    for text, row in (
        ("1.234,5\t0\n2.000,1\t1", "Row 1"),
        ("x?\ty?\n1.234,5\t0\n2.000,1\t1", "Row 2"),
    ):
        paste(way, text)
        assert way.message.startswith(f"{row}, column 1")
        assert "“1.234,5” is not a number." in way.message
        assert "Allowed: a finite number" in way.message
        assert way.model == BEGIN
    way.intake.open_path(write(way, "1.234,5\t0\n2.000,1\t1", "data.tsv"))
    assert way.message.startswith("data.tsv: Line 1, column 1")
    assert way.model == BEGIN


def nothing_to_paste(way, _monkeypatch):
    paste(way, " \n")


def columns_given_up(way, _monkeypatch):
    paste(way, PEOPLE.replace(",", "\t"))
    way.dialog(ColumnsDialog).reject()
    settle()


def columns_of_a_file_given_up(way, _monkeypatch):
    way.intake.open_path(write(way, PEOPLE))
    way.dialog(ColumnsDialog).reject()
    settle()


def columns_of_a_dropped_text_given_up(way, _monkeypatch):
    way.panel.text_given.emit(PEOPLE)
    way.dialog(ColumnsDialog).reject()
    settle()


def no_file_chosen(way, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: ("", ""))
    way.intake.ask()


def no_draw(way, monkeypatch):
    monkeypatch.setattr(RandomExamplesDialog, "exec", lambda _dialog: QDialog.Rejected)
    way.intake.draw()


def reading_stopped(way, monkeypatch):
    with monkeypatch.context() as patch:
        patch.setattr("gui.model.intake.SMALL_TEXT", 1)
        way.intake.take_text("1.5\t0\n2.5\t1\n")
    way.work.stop()
    way.work.close()
    settle()


ATTEMPTS = (
    nothing_to_paste,
    columns_given_up,
    columns_of_a_file_given_up,
    columns_of_a_dropped_text_given_up,
    no_file_chosen,
    no_draw,
    reading_stopped,
)


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_a_new_attempt_takes_away_what_the_one_before_said(way, monkeypatch, attempt):
    paste(way, "1.5\t0\n2.5\t1\nabc\t1\n")
    assert way.message.startswith("Row 3, column 1")
    attempt(way, monkeypatch)
    assert way.message == ""
    assert not way.panel.foot.message.isVisible()
    assert way.panel.foot.counts.isVisible()
    assert way.model == BEGIN


def test_a_second_mistake_is_told_alone(way):
    paste(way, "1.5\t0\n2.5\t1\nabc\t1\n")
    paste(way, PEOPLE.replace(",", "\t"))
    dialog = way.dialog(ColumnsDialog)
    assert way.message == ""
    dialog.x_choice.setCurrentIndex(0)
    dialog.y_choice.setCurrentIndex(3)
    dialog.accept()
    settle()
    assert way.message.startswith("Row 2, column 1 “name”")
    assert "abc" not in way.message


@pytest.mark.parametrize("attempt", ATTEMPTS)
def test_how_the_examples_were_read_that_are_there_is_still_said(way, monkeypatch, attempt):
    paste(way, "1.5\tno\n2.5\tyes\n")
    note, read = way.message, way.model
    assert "“yes” is read as 1" in note
    attempt(way, monkeypatch)
    assert (way.message, way.model) == (note, read)
    paste(way, "1.5\t0\n2.5\t1\nabc\t1\n")
    assert way.message.startswith("Row 3, column 1")
    attempt(way, monkeypatch)
    assert (way.message, way.model) == (note, read)
    way.intake.open_example("ten-points")
    assert way.message == ""


def test_what_the_table_copies_it_takes_again(way):
    way.session.set_model("examples", data=Labelled([1e-150, -2.5, 1 / 3, 1e150], [0, 1, 0, 1]))
    way.panel.table.select_all()
    way.panel.copy_selected()
    before = way.model.data
    way.intake.paste()
    assert way.model.data == before


def test_an_empty_clipboard_is_said_to_be_so(way):
    paste(way, "  \n")
    assert way.model == BEGIN
    assert len(way.page.notices.shown) == 1


def test_a_text_that_is_dropped_on_the_card_is_read(way):
    way.panel.text_given.emit("1\t1\n2\t0\n")
    assert way.model.data.y.tolist() == [1, 0]


def test_of_several_pasted_columns_two_are_asked_for(way):
    paste(way, PEOPLE.replace(",", "\t"))
    dialog = way.dialog(ColumnsDialog)
    assert "pasted" in dialog._head.text()
    dialog.x_choice.setCurrentIndex(1)
    dialog.accept()
    settle()
    assert way.model.data.x_name == "age"


# Draws and data sets -----------------------------------------------------------------------------


def test_a_draw_knows_its_true_w_and_b(way, monkeypatch):
    seen = []

    def accept(dialog):
        seen.append((dialog.n.value(), dialog.w.value(), dialog.b.value()))
        dialog.n.setValue(200)
        dialog.w.setValue(2.5)
        dialog.b.setValue(-0.5)
        dialog.seed.setValue(9)
        return QDialog.Accepted

    monkeypatch.setattr(RandomExamplesDialog, "exec", accept)
    way.intake.draw()
    assert way.model.data.n == 200
    assert way.model.true == (2.5, -0.5)
    assert drawn(way.model.source)[:4] == (200, 2.5, -0.5, 9)
    first = way.model.data
    way.intake.draw_again()
    assert way.model.data.n == 200
    assert way.model.data != first
    assert way.model.true == (2.5, -0.5)
    assert drawn(way.model.source)[:3] == (200, 2.5, -0.5)
    way.intake.draw()
    assert seen[1] == (200, 2.5, -0.5)
    assert way.model.data == first, "the same seed draws the same"


def test_who_gives_up_a_draw_keeps_what_is_there(way, monkeypatch):
    monkeypatch.setattr(RandomExamplesDialog, "exec", lambda _dialog: QDialog.Rejected)
    way.intake.draw()
    way.intake.draw_again()
    assert way.model == BEGIN


def test_a_large_draw_is_made_beside_the_window(way, monkeypatch):
    monkeypatch.setattr("gui.model.intake.SMALL_DRAW", 10)
    monkeypatch.setattr(RandomExamplesDialog, "exec", lambda _dialog: QDialog.Accepted)
    way.intake.draw()
    assert way.work.running
    way.work.finish()
    assert way.model.data.n == 100
    QTest.qWait(0)
    settle()


def test_a_data_set_of_the_program_is_opened_by_its_id(way):
    way.panel.example_asked.emit("challenger")
    assert (way.model.data.n, way.model.data.k) == (23, 7)
    assert "O-rings" in way.panel.source.text()
    assert "°F" in way.model.data.x_name
    way.intake.open_example("nobody knows")
    assert way.model.data.n == 23


def test_swapping_0_and_1_keeps_w_and_b_and_can_be_undone(way):
    way.intake.flip()
    assert way.model.data.y.tolist() == [1, 0]
    assert (way.model.w, way.model.b) == (3.0, 2.0)
    way.session.undo()
    assert way.model == BEGIN
    way.session.set_model("examples", data=Labelled(), source="")
    before = way.model
    way.intake.flip()
    assert way.model == before
    assert replace(before) == before
