"""The question of a step, where it is answered, and what comes of it."""

from dataclasses import replace

import pytest
from PyQt5.QtCore import Qt
from PyQt5.QtTest import QTest

from gui import i18n
from gui.lessons.question_box import QuestionBox
from tests.gui.lessons.teaching import CHOICE_ASKED, DO_ASKED, NUMBER_ASKED, PLACE_ASKED, moment
from tests.helpers import HANGUL, picture, settle

CONTROLS = ("field", "check", "hint_button", "show_button", "again", "verdict", "after")


@pytest.fixture
def box(shown):
    box = shown(QuestionBox(), 340, 400)
    box.activateWindow()
    box.heard = []
    box.answered.connect(box.heard.append)
    return box


def visible(box):
    return {name for name in CONTROLS if getattr(box, name).isVisible()}


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        (CHOICE_ASKED, {"check", "hint_button"}),
        (NUMBER_ASKED, {"field", "check", "hint_button"}),
        (PLACE_ASKED, {"field", "check"}),
        (DO_ASKED, {"check", "show_button"}),
    ],
)
def test_each_kind_of_question_shows_what_it_is_answered_with(box, asked, wanted):
    box.show_moment(asked)
    assert visible(box) == wanted
    assert len(box.options) == len(asked.options)


def test_a_step_without_a_question_has_no_box(box):
    box.show_moment(CHOICE_ASKED)
    box.show_moment(moment())
    assert box.isHidden()


def test_a_digit_chooses_an_option_and_enter_gives_the_answer(box):
    box.show_moment(CHOICE_ASKED)
    box.begin()
    QTest.keyClick(box.options[0], Qt.Key_2)
    assert [option.isChecked() for option in box.options] == [False, True]
    assert box.options[1].hasFocus()
    QTest.keyClick(box.options[1], Qt.Key_Return)
    assert box.heard == [1]


@pytest.mark.parametrize("key", [Qt.Key_3, Qt.Key_9, Qt.Key_0])
def test_a_digit_without_an_option_chooses_none(box, key):
    box.show_moment(CHOICE_ASKED)
    QTest.keyClick(box.options[0], key)
    assert not any(option.isChecked() for option in box.options)


def test_enter_without_a_choice_gives_no_answer(box):
    box.show_moment(CHOICE_ASKED)
    box.begin()
    QTest.keyClick(box.options[0], Qt.Key_Return)
    assert box.heard == []
    assert box.options[0].hasFocus()


def test_a_number_is_typed_and_enter_gives_it(box):
    box.show_moment(NUMBER_ASKED)
    box.begin()
    QTest.keyClicks(box.field, "0.61")
    QTest.keyClick(box.field, Qt.Key_Return)
    assert box.heard == ["0.61"]


def test_enter_in_the_field_answers_once(box):
    box.show_moment(NUMBER_ASKED)
    QTest.keyClicks(box.field, "1")
    QTest.keyClick(box.field, Qt.Key_Enter)
    assert box.heard == ["1"]


def test_the_check_button_gives_the_answer(box):
    box.show_moment(NUMBER_ASKED)
    box.field.setText("2")
    box.check.click()
    assert box.heard == ["2"]
    box.show_moment(DO_ASKED)
    box.check.click()
    assert box.heard[1:] == [None]


def test_a_place_says_where_it_would_be_while_it_is_typed(box):
    said = []
    box.predicted.connect(said.append)
    box.show_moment(PLACE_ASKED)
    QTest.keyClicks(box.field, "0.4")
    assert said == ["0", "0.", "0.4"]


def test_a_click_in_a_plot_stands_in_the_field(box):
    box.show_moment(PLACE_ASKED)
    box.field.clearFocus()
    box.show_place(0.25)
    assert float(box.field.text()) == 0.25


def test_what_is_being_typed_is_not_written_over(box):
    box.show_moment(PLACE_ASKED)
    box.field.setFocus()
    QTest.keyClicks(box.field, "0.25000")
    box.show_place(0.25)
    assert box.field.text() == "0.25000"


def test_the_hint_comes_when_it_is_asked_for_and_goes_with_the_answer(box):
    box.show_moment(CHOICE_ASKED)
    assert box.hint.isHidden()
    box.hint_button.click()
    assert (box.hint.toPlainText(), box.hint_button.isHidden()) == ("Look.", True)
    box.show_moment(replace(CHOICE_ASKED, complaint="No."))
    assert not box.hint.isHidden()
    box.show_moment(replace(CHOICE_ASKED, is_right=True, chosen=0, right_option=0))
    assert box.hint.isHidden()


def test_the_right_option_and_a_wrong_one_that_was_chosen_are_marked(box):
    box.show_moment(CHOICE_ASKED)
    box.options[1].setChecked(True)
    box.show_moment(replace(CHOICE_ASKED, is_right=False, chosen=1, right_option=0, after="So."))
    assert [option.accessibleName() for option in box.options] == ["✓ This", "✗ That"]
    assert not any(option.isEnabled() for option in box.options)
    assert visible(box) == {"verdict", "after", "again"}


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"is_right": True, "given": "0.6", "expected": "0.61"}, "✓ That is right."),
        ({"is_right": False, "given": "7", "expected": "0.61"}, "✗ Not quite."),
    ],
)
def test_the_verdict_says_what_was_expected_and_what_is_so(box, fields, words):
    box.show_moment(replace(NUMBER_ASKED, **fields))
    said = box.verdict.text()
    assert said.startswith(words)
    assert f"You expected {fields['given']}; it is 0.61." in said
    assert box.verdict.role == ("optimum" if fields["is_right"] else "warning")
    # What was typed is said with what is right: the field would say it twice.
    assert box.field.isHidden()


def test_what_was_shown_to_a_class_is_nobodys_answer(box):
    box.show_moment(replace(NUMBER_ASKED, is_right=False, revealed=True, expected="0.61"))
    assert box.verdict.text() == "It is 0.61."
    box.show_moment(CHOICE_ASKED)
    box.show_moment(replace(CHOICE_ASKED, is_right=False, revealed=True, right_option=0))
    assert box.verdict.isHidden()


def test_what_is_not_done_yet_can_be_looked_at_again(box):
    box.show_moment(replace(DO_ASKED, is_right=False))
    assert box.verdict.text() == "✗ Not yet."
    assert visible(box) == {"check", "show_button", "verdict"}
    box.show_moment(replace(DO_ASKED, is_right=True, after="Done."))
    assert box.verdict.text() == "✓ Done."
    assert visible(box) == {"verdict", "after"}


def test_asked_again_it_is_as_it_was(box):
    box.show_moment(CHOICE_ASKED)
    before = picture(box)
    box.options[0].setChecked(True)
    box.show_moment(replace(CHOICE_ASKED, is_right=False, chosen=0, right_option=1, after="So."))
    box.show_moment(CHOICE_ASKED)
    assert not any(option.isChecked() for option in box.options)
    assert visible(box) == {"check", "hint_button"}
    assert before.shape == picture(box).shape


def test_another_question_does_not_keep_the_answer_to_the_last(box):
    box.show_moment(NUMBER_ASKED)
    QTest.keyClicks(box.field, "12")
    box.show_moment(replace(NUMBER_ASKED, step=2, question="How many?"))
    assert box.field.text() == ""
    assert box.question.toPlainText() == "How many?"


def test_what_cannot_be_understood_is_said(box):
    box.show_moment(replace(NUMBER_ASKED, complaint="Type a number."))
    assert box._complaint.isVisible()
    assert box._complaint.text() == "Type a number."
    box.show_moment(NUMBER_ASKED)
    assert not box._complaint.isVisible()


@pytest.mark.parametrize("asked", [CHOICE_ASKED, NUMBER_ASKED, PLACE_ASKED, DO_ASKED])
def test_the_keys_begin_where_the_answer_is_given(box, asked):
    box.show_moment(asked)
    box.begin()
    wanted = {"choice": "option1", "do": "checkButton"}.get(asked.kind, "answerField")
    assert box.focusWidget().objectName() == wanted


def test_what_its_words_point_at_is_known_and_lit(box):
    asked = replace(CHOICE_ASKED, question="At [the dot](#mark:value)?")
    box.show_moment(asked)
    assert box.targets() == {"mark:value"}
    box.light("mark:value")
    assert len(box.question.extraSelections()) == 1
    box.show_moment(
        replace(asked, is_right=True, chosen=0, right_option=0, after="[It](#mark:optimum).")
    )
    assert box.targets() == {"mark:value", "mark:optimum"}


def test_it_says_everything_in_the_language_of_the_moment(box):
    box.show_moment(replace(NUMBER_ASKED, is_right=False, given="7", expected="0.61"))
    i18n.set_language("ko")
    settle()
    assert HANGUL.search(box.verdict.text())
    for button in (box.check, box.hint_button, box.show_button, box.again):
        assert HANGUL.search(button.text())
        assert button.accessibleName() == button.text()
    assert HANGUL.search(box.field.accessibleName())


def test_before_a_class_nobody_is_told_how_to_answer(box):
    box.show_moment(NUMBER_ASKED)
    assert box._how.isVisible()
    box.present(active=True)
    assert not box._how.isVisible()
    box.present(active=False)
    assert box._how.isVisible()
