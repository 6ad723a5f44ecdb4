"""The card of a lesson."""

from dataclasses import replace

import pytest
from PyQt5.QtCore import Qt
from PyQt5.QtTest import QTest

from core.snapshot import evaluate
from core.stage import Stage
from core.state import State
from gui import i18n, theme
from gui.lessons.lesson_card import LessonCard
from tests.gui.lessons.teaching import CHOICE_ASKED, moment
from tests.helpers import HANGUL, picture, settle

LONG = "\n\n".join(["These are many words that take up a good deal of the card."] * 14)


@pytest.fixture
def card(shown):
    card = shown(LessonCard(), 396, 520)
    card.render_snapshot(evaluate(State()))
    card.show_moment(CHOICE_ASKED)
    settle()
    return card


def answered(**fields):
    answer = {"is_right": False, "chosen": 1, "right_option": 0, "after": "So it is."}
    return replace(CHOICE_ASKED, **{**answer, **fields})


def test_it_says_where_one_is(card):
    assert card._where.text() == "Lesson 2 / 3"
    assert card._step.text() == "Step 2 / 4"
    assert card.title.text() == "A heading"
    assert card.words.toPlainText() == "Some words and some more."


def test_a_bar_fills_step_by_step(card):
    before = picture(card._bar)
    card.show_moment(replace(CHOICE_ASKED, step=2))
    assert (picture(card._bar) != before).any()


def test_the_way_on_and_the_way_back_are_asked_for(card):
    heard = []
    card.next_asked.connect(lambda: heard.append("next"))
    card.back_asked.connect(lambda: heard.append("back"))
    card.next.click()
    card.back.click()
    assert heard == ["next", "back"]


@pytest.mark.parametrize(
    ("fields", "back", "onward", "text"),
    [
        ({"lesson": 0, "step": 0}, False, True, "Next →"),
        ({"lesson": 1, "step": 0}, True, True, "Next →"),
        ({"step": 3, "is_last_step": True}, True, True, "Next lesson →"),
        ({"step": 3, "is_last_step": True, "is_last": True}, True, False, "Next lesson →"),
    ],
)
def test_there_is_no_way_beyond_the_ends(card, fields, back, onward, text):
    card.show_moment(moment(**fields))
    assert (card.back.isEnabled(), card.next.isEnabled()) == (back, onward)
    assert card.next.text() == text


def test_the_way_on_is_in_the_accents_colour_once_the_question_is_answered(card):
    assert not card.next.property("accent")
    card.show_moment(answered())
    assert card.next.property("accent")
    card.show_moment(moment(step=2))
    assert card.next.property("accent")


def test_what_has_no_room_can_be_scrolled_and_a_new_step_begins_at_its_top(card):
    card.show_moment(replace(CHOICE_ASKED, text=LONG))
    settle()
    bar = card.area.verticalScrollBar()
    assert bar.maximum() > 0
    QTest.keyClick(card.next, Qt.Key_PageDown)
    assert bar.value() > 0
    QTest.keyClick(card.next, Qt.Key_PageUp)
    assert bar.value() == 0
    QTest.keyClick(card.question.options[0], Qt.Key_PageDown)
    assert bar.value() > 0
    card.show_moment(replace(CHOICE_ASKED, text=LONG, step=2))
    assert bar.value() == 0


def test_what_is_said_to_an_answer_comes_into_sight(card):
    card.show_moment(replace(CHOICE_ASKED, text=LONG))
    card.show_moment(answered(text=LONG))
    card.show_answer()
    settle()
    after = card.question.after
    bottom = after.mapTo(card.area.viewport(), after.rect().bottomLeft()).y()
    assert 0 < bottom <= card.area.viewport().height()


def test_a_class_turns_the_page_until_there_is_no_more(card):
    card.show_moment(replace(CHOICE_ASKED, text=LONG))
    settle()
    turned = 0
    while card.page_down():
        turned += 1
    bar = card.area.verticalScrollBar()
    assert turned >= 1
    assert bar.value() == bar.maximum()


def test_before_a_class_an_answer_takes_the_place_of_what_was_told(card):
    card.present(active=True)
    assert card.words.isVisible()
    card.show_moment(answered())
    assert not card.words.isVisible()
    card.present(active=False)
    assert card.words.isVisible()
    assert card.back.text() == "← Back"


def test_before_a_class_words_are_set_smaller_where_they_have_no_room(card):
    theme.set_look(scale=1.6, least_type=27)
    card.present(active=True)
    card.show_moment(replace(CHOICE_ASKED, text=LONG))
    card.fit()
    small = card.words.document().defaultFont().pixelSize()
    card.show_moment(replace(CHOICE_ASKED, text="Few words.", question="?"))
    card.resize(card.width(), 1000)
    settle()
    card.fit()
    assert small < card.words.document().defaultFont().pixelSize()


def test_what_is_lit_lights_the_words_that_speak_of_it(card):
    assert card.targets() == {"mark:pi"}
    card.render_snapshot(evaluate(State(stage=Stage(lit="mark:pi"))))
    assert len(card.words.extraSelections()) == 1
    card.render_snapshot(evaluate(State()))
    assert card.words.extraSelections() == []


def test_words_formula_and_question_all_say_what_is_pointed_at(card):
    heard = []
    card.pointed.connect(heard.append)
    card.words.pointed.emit("mark:pi")
    card.formula.pointed.emit("formula")
    card.question.pointed.emit("tiles")
    assert heard == ["mark:pi", "formula", "tiles"]


def test_it_speaks_the_language_of_the_moment(card):
    i18n.set_language("ko")
    settle()
    card.retranslate()
    for text in (card._where.text(), card._step.text(), card.next.text(), card.next.toolTip()):
        assert HANGUL.search(text)
