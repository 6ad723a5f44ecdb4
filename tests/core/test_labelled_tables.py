"""Two columns of a table to examples: whatever parts the cells, whoever wrote them."""

import csv
import io

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core import labelled_tables
from core.file_errors import FileError
from core.labelled import LARGEST_X, Labelled
from core.labelled_cells import XColumn, YColumn
from core.labelled_tables import (
    ColumnsNeeded,
    ExampleCellError,
    ExamplesError,
    parse_labelled,
    read_labelled_file,
)
from core.number_like import looks_like_number
from core.tables import ColumnError
from core.words import Words

THREE = Labelled((66, 70, 53), (0, 1, 1))
NAMED = Labelled((66, 70, 53), (0, 1, 1), "temp", "damage")


@pytest.fixture
def table(tmp_path):
    """Write a table into a file."""

    def table(text, name="t.csv", encoding="utf-8"):
        path = tmp_path / name
        path.write_bytes(text.encode(encoding) if isinstance(text, str) else text)
        return path

    return table


def refused(read, kind=ExampleCellError):
    with pytest.raises(kind) as caught:
        read()
    assert "\n" not in str(caught.value)
    return caught.value


# Well-made tables ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "temp,damage\n66,0\n70,1\n53,1\n",
        "temp,damage\r\n66,0\r\n70,1\r\n53,1",
        "temp,damage\r66,0\r70,1\r53,1\r",
        "temp;damage\n66;0\n70;1\n53;1\n",
        "temp\tdamage\n66\t0\n70\t1\n53\t1\n",
        "temp damage\n66 0\n70  1\n  53 1\n",
        '"temp","damage"\n"66","0"\n"70","1"\n"53","1"\n',
        " temp , damage \n 66 , 0 \n 70 , 1 \n 53 , 1 \n",
        "temp,damage\n6.6e1,0.0\n+70.,1.0\n530E-1,1\n",
        "temp;damage\n66,0;0\n70,00;1\n53,0e0;1\n",
        "temp\tdamage\n66,0\t0\n70\t1\n53\t1\n",
        "temp damage\n66,0 0\n70,0 1\n53 1\n",
        "temp,damage\n66,0\n\n70,1\n,\n53,1\n,\n\n  ,  \n",
        "# made by hand\n# twice\ntemp,damage\n66,0\n70,1\n53,1\n",
        "damage,temp\n0,66\n1,70\n1,53\n",
        "temp,damage\n66,0,\n70,1,\n53,1,\n",
        '"temp" "damage"\n66 0\n70 1\n53 1\n'.replace('"', ""),
    ],
)
def test_a_table_of_two_columns(text, table):
    for reading in (read_labelled_file(table(text)), parse_labelled(text)):
        assert reading.data == NAMED
        assert reading.words is None


@pytest.mark.parametrize(
    "text",
    [
        "66,0\n70,1\n53,1",
        "66\t0\n70\t1\n53\t1\n\n\n",
        "66 0\n70 1\n53 1",
        "66;0\n70;1\n53;1",
        "0,66\n1,70\n1,53",
        "6.600000000000000000e+01 0.000000000000000000e+00\n7.0e+01 1.0e+00\n5.3e+01 1.000e+00\n",
    ],
)
def test_a_table_without_a_header(text, table):
    for reading in (read_labelled_file(table(text, "t.txt")), parse_labelled(text)):
        assert reading.data == THREE


@pytest.mark.parametrize(
    ("bom", "encoding"),
    [("\ufeff", "utf-8"), ("\ufeff", "utf-16-le"), ("\ufeff", "utf-16-be"), ("", "cp949")],
)
def test_any_encoding(table, bom, encoding):
    path = table(f"{bom}온도,손상\n66,정상\n70,손상\n53,손상\n", encoding=encoding)
    reading = read_labelled_file(path)
    assert reading.data == Labelled(NAMED.x, NAMED.y, "온도", "손상")
    assert reading.words == Words("손상", "정상")


def test_a_byte_order_mark_in_a_text():
    assert parse_labelled("\ufefftemp\tdamage\n66\t0\n70\t1\n53\t1").data == NAMED


def test_the_minus_sign_of_typesetters():
    assert parse_labelled("−2.2\t0\n4e−1\t1").data == Labelled([-2.2, 0.4], [0, 1])


def test_a_cell_of_several_lines_in_another_column(table):
    text = 'note,temp,damage\n"one\n two",66,0\n"a ""b"", c",70,1\n,53,1\n'
    assert read_labelled_file(table(text), "temp", "damage").data == NAMED


@pytest.mark.parametrize(
    ("zero", "one", "words"),
    [
        ("no", "yes", Words("yes", "no")),
        ("FALSE", "TRUE", Words("true", "false")),
        ("T", "H", Words("H", "T")),
        ("실패", "성공", Words("성공", "실패")),
        ("정상", "손상", Words("손상", "정상")),
        ("Benign", "Malignant", Words("Malignant", "Benign")),
        ("undamaged", "damaged", Words("damaged", "undamaged")),
        ("cat", "dog", Words("dog", "cat")),
        ("setosa", "Versicolor", Words("Versicolor", "setosa")),
    ],
)
def test_words_for_labels(zero, one, words):
    for first, second in ((zero, one), (one, zero)):
        text = f"temp,damage\n66,{first}\n70,{second}\n53, {second.lower()} \n"
        reading = parse_labelled(text)
        expected = [int(word == one) for word in (first, second, second)]
        assert reading.data.y.tolist() == expected
        assert reading.words == words


def test_one_word_of_a_known_pair_is_enough():
    reading = parse_labelled("66,no\n70,no")
    assert reading.data.y.tolist() == [0, 0]
    assert reading.words == Words("yes", "no")


# Which columns ---------------------------------------------------------------------------------

FOUR = "id,temp,name,damage\n1,66,ann,0\n2,70,bob,1\n3,53,cem,1\n"


@pytest.mark.parametrize(
    ("x", "y"), [("temp", "damage"), (2, 4), ("2", "4"), ("TEMP", None), (2, None), (" temp ", 4)]
)
def test_columns_by_name_and_number(x, y, table):
    assert read_labelled_file(table(FOUR), x, y).data == NAMED


@pytest.mark.parametrize(
    ("text", "x", "y"),
    [
        ("name,temp,damage\nann,66,0\nbob,70,1\ncem,53,1\n", None, None),
        ("damage,name,temp\n0,ann,66\n1,bob,70\n1,cem,53\n", None, "damage"),
        ("temp,damage\n66,0\n70,1\n53,1\n", "temp", None),
        ("damage,temp\n0,66\n1,70\n1,53\n", None, "damage"),
        ("damage,temp,late\n0,66,1\n1,70,0\n1,53,1\n", "temp", "damage"),
        ("name,temp,damage\nann,66,no\nbob,70,yes\ncem,53,yes\n", None, None),
    ],
)
def test_columns_that_are_plain_need_no_word(text, x, y):
    assert parse_labelled(text, x, y).data == NAMED


def test_columns_called_x_and_y_are_meant():
    text = "y,prediction,x,loss\n0,0.25,66,0.5\n1,1,70,0\n1,0,53,1\n"
    assert parse_labelled(text).data == Labelled(THREE.x, THREE.y, "x", "y")
    assert parse_labelled("Y,X\n0,1\n1,1\n").data == Labelled([1, 1], [0, 1], "X", "Y")


def test_of_two_columns_of_0_and_1_the_second_is_y():
    assert parse_labelled("0,1\n1,1\n0,0").data == Labelled([0, 1, 0], [1, 1, 0])


@pytest.mark.parametrize(
    ("text", "row", "column", "found", "count"),
    [
        ("1.234,5\t0\n2.000,1\t1", 1, 1, "1.234,5", 2),
        ("1.234,5\t0\n2.000,1\t1\n3.000,5\t1", 1, 1, "1.234,5", 3),
        ("0\t1.234,5\n1\t2.000,1", 1, 2, "1.234,5", 2),
        ("1.234,5\t0", 1, 1, "1.234,5", 1),
        ("0\t1.234,5", 1, 2, "1.234,5", 1),
        ("temp\tdamage\n1.234,5\t0\n2.000,1\t1", 2, 1, "1.234,5", 2),
        ("damage\ttemp\n0\t1.234,5\n1\t2.000,1", 2, 2, "1.234,5", 2),
        ("\n1.234,5\t0\n\n\t\n2.000,1\t1\n", 2, 1, "1.234,5", 2),
        ("1.234,5;0\n2.000,1;1", 1, 1, "1.234,5", 2),
        ('"1.234,5",0\n"2.000,1",1', 1, 1, "1.234,5", 2),
        ("1.234,5 0\n2.000,1 1", 1, 1, "1.234,5", 2),
        ("1.234,5 yes\n2.000,1 no", 1, 1, "1.234,5", 2),
        ("1.234,5\t0\n2.000,1\t1\n3\t2", 1, 1, "1.234,5", 3),
        ("0\t1.234,5\n1\t2.000,1\n2\t3", 1, 2, "1.234,5", 3),
        ("1.234,5\tyes\n2.000,1\tno", 1, 1, "1.234,5", 2),
        ("1.234,5\tcat\n2.000,1\tdog", 1, 1, "1.234,5", 2),
        ("1.234,5;cat\n2.000,1;dog", 1, 1, "1.234,5", 2),
        ("1.234,5 cat\n2.000,1 dog", 1, 1, "1.234,5", 2),
        ("5,50 €;cat\n6,20 €;dog", 1, 1, "5,50 €", 2),
        ("1.234,5\tcat\n7\tdog\n8\tcat", 1, 1, "1.234,5", 1),
        ("성공\t1.234,5\n실패\t2.000,1", 1, 2, "1.234,5", 2),
        ("1'234\t0\n2'000\t1", 1, 1, "1'234", 2),
        ("5 %\t0\n6 %\t1", 1, 1, "5 %", 2),
        ("₩500\t0\n₩600\t1", 1, 1, "₩500", 2),
        ("2020-01-01\t0\n2020-01-02\t1", 1, 1, "2020-01-01", 2),
        ("nan\t0\ninf\t1", 1, 1, "nan", 2),
        ("cat\t0\ndog\t1", 1, 1, "cat", 2),
        ("yes\t0\nno\t1", 1, 1, "yes", 2),
        ("0\tcat\n1\tdog", 1, 2, "cat", 2),
        ("０\tcat\n１\tdog", 1, 2, "cat", 2),
        ("1\tcat", 1, 2, "cat", 1),
        ("cat\t0\ndog\t1\ncat\tO", 3, 2, "O", 1),
    ],
)
def test_a_number_that_cannot_be_read_is_no_word_for_a_label(
    text, row, column, found, count, table
):
    for ending in ("csv", "tsv"):
        path = table(text, f"t.{ending}")
        for read in (lambda path=path: read_labelled_file(path), lambda: parse_labelled(text)):
            error = refused(read)
            assert (error.line, error.column, error.found) == (row, column, found)
            assert (error.reason, error.count) == ("number", count)
    assert f"column {column}" in str(error)
    assert "is not a number; allowed is a finite number" in str(error)


@pytest.mark.parametrize(
    ("text", "row", "found"),
    [
        ("5\t1.234,5\n6\t2.000,1", 1, "1.234,5"),
        ("5\t1,5\n6\t2,5", 1, "1,5"),
        ("x\ty\n5\t1.234,5\n6\t2.000,1", 2, "1.234,5"),
        ("5\tcat\n6\t5%", 2, "5%"),
        ("5\t1,000\n6\t0,000", 1, "1,000"),
        ("0\t1\n1\tl\n1\t0", 2, "l"),
    ],
)
def test_nor_is_it_one_where_nothing_else_can_be_y(text, row, found):
    error = refused(lambda: parse_labelled(text))
    assert (error.line, error.column, error.found, error.reason) == (row, 2, found, "label")


def test_but_who_says_that_it_is_y_is_believed():
    text = "<5\t7\n≥5\t8"
    assert refused(lambda: parse_labelled(text)).found == "<5"
    assert refused(lambda: parse_labelled(text, x=2)).found == "<5"
    for reading in (parse_labelled(text, y=1), parse_labelled(text, 2, 1)):
        assert reading.data == Labelled([7, 8], [0, 1])
        assert reading.words == Words("≥5", "<5")


@pytest.mark.parametrize(
    ("text", "x", "y", "words"),
    [
        ("5\t0\n6\t1", [5, 6], [0, 1], None),
        ("0\t5\n1\t6", [5, 6], [0, 1], None),
        ("0\t5", [5], [0], None),
        ("5\t0", [5], [0], None),
        ("0\t1", [0], [1], None),
        ("5\tyes\n6\tno", [5, 6], [1, 0], Words("yes", "no")),
        ("실패\t5\n성공\t6", [5, 6], [0, 1], Words("성공", "실패")),
        ("0\tyes\n1\tno", [0, 1], [1, 0], Words("yes", "no")),
        ("cat\t0\ndog\t1\ncat\t2", [0, 1, 2], [0, 1, 0], Words("dog", "cat")),
        ("0,5\t0\n1,5\t1", [0.5, 1.5], [0, 1], None),
        ("0;0,5\n1;1,5", [0.5, 1.5], [0, 1], None),
        ("0,5 cat\n0,7 dog", [0.5, 0.7], [0, 1], Words("dog", "cat")),
        ("cat 0,5\ndog 0,7", [0.5, 0.7], [0, 1], Words("dog", "cat")),
        ("1.5 cat\n2.5 dog", [1.5, 2.5], [0, 1], Words("dog", "cat")),
        ("66, cat\n70, dog", [66, 70], [0, 1], Words("dog", "cat")),
        ("mpg,doors\n21,2 doors\n30,4 doors", [21, 30], [0, 1], Words("4 doors", "2 doors")),
        ("5;1,0\n6;0,0", [5, 6], [1, 0], None),
        ("5\t2nd\n6\t3rd", [5, 6], [0, 1], Words("3rd", "2nd")),
        ("5\t2반\n6\t3반", [5, 6], [0, 1], Words("3반", "2반")),
        ("5\t<=50K\n6\t>50K", [5, 6], [0, 1], Words(">50K", "<=50K")),
    ],
)
def test_two_columns_that_are_plain(text, x, y, words):
    reading = parse_labelled(text)
    assert (reading.data.x.tolist(), reading.data.y.tolist()) == (x, y)
    assert reading.words == words


def test_a_single_word_after_decimals_is_no_label():
    error = refused(lambda: parse_labelled("21,2 doors\n30,4 doors"))
    assert (error.reason, error.column, error.found) == ("one_word", 2, "doors")


def test_a_first_row_that_has_an_x_is_no_header():
    text = "1.234,5\tcat\n" * 25
    error = refused(lambda: parse_labelled(text))
    assert (error.line, error.name, error.count) == (1, "", 50)


@pytest.mark.parametrize(
    "text",
    [
        "1.234,5\t1\t7\n2.000,1\t0\t8\n3.000,1\t0\t9",
        "pay\twon\ttemp\n5 €\t1\t66\n6 €\t0\t70\n7 €\t0\t71",
        "pay won temp\n$5 1 66\n$6 0 70\n$7 0 71",
    ],
)
def test_a_column_of_numbers_that_cannot_be_read_may_be_x(text):
    assert refused(lambda: parse_labelled(text), ColumnsNeeded).guess == (2, 1)


def test_a_column_of_days_is_not_x():
    text = "day,temp,damage\n2020-01-02,66,0\n2020-01-03,70,1\n2020-02-01,53,1\n"
    assert parse_labelled(text).data == NAMED


@pytest.mark.parametrize(
    ("text", "columns"), [("1,5 cat 0\n1,7 dog 1", 3), ("1 234,5 0\n2 000,1 1", 3)]
)
def test_decimals_between_blanks_are_not_parted(text, columns):
    assert len(refused(lambda: parse_labelled(text), ColumnsNeeded).preview.names) == columns


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        (FOUR, (1, 3)),
        ("id,temp,damage\n1,66,0\n2,7o,1\n3,53,1\n", (1, 2)),
        ("No.,temp,damage\n17,66,0\n4,70,1\n9,53,1\n", (1, 2)),
        ("patient_id,won,temp\n17,1,66\n4,0,70\n9,0,53\n", (2, 1)),
        ("환자번호,temp,damage\n17,66,0\n4,70,1\n9,53,1\n", (1, 2)),
        ("a,temp,damage\n0,66,0\n1,70,1\n2,53,1\n", (1, 2)),
        ("temp,sex,won\n66,M,1\n70,F,0\n53,M,x\n", (0, 2)),
        ("temp,late,won\n66,1,1\n70,0,0\n53,1,x\n", (0, 1)),
        ("temp,won,late\n66,1,1\n70,0,0\n53,x,1\n", (0, 1)),
        ("temp,parts,won\n66,1,1\n70,0,0\n53,2,1\n", (0, 2)),
        ("id,temp,won,site,p\n1,66,0,A,5\n2,7,1,A,5\n3,6x8,0,B,\n4,5,yes,B,9\n", (1, 2)),
        ("a,b,c\n0,1,1\n1,0,1\n1,1,1\n", (1, 0)),
        ("a,b,c\n0.5,1,no\n1.5,0,yes\n1,1,no\n", (0, 1)),
        ("a,b,c\n0.5,u,no\n1.5,v,yes\n1,u,no\n", (0, 2)),
        ("a,b,c\nu,v,w\nv,w,u\nw,w,v\n", (None, 1)),
        ("a,b,c\nu,v,w\nv,w,u\nw,u,v\n", (None, None)),
        ("a,b,c\n1,2,3\n4,5,6\n7,8,9\n", (0, None)),
    ],
)
def test_several_columns_are_a_question(text, guess, table):
    path = table(text)
    for read, name in (
        (lambda: read_labelled_file(path), str(path)),
        (lambda: parse_labelled(text), ""),
    ):
        error = refused(read, ColumnsNeeded)
        assert (error.path, error.guess) == (name, guess)
        assert error.preview.names == tuple(text.split("\n")[0].split(","))
        assert len(error.preview.rows) == text.count("\n") - 1
        assert f"1 {error.preview.names[0]!r}" in str(error)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (FOUR, (2, 3, 4)),
        (f"# a\n# b\n{FOUR}", (4, 5, 6)),
        ("\n".join(FOUR.split("\n")[1:]), (1, 2, 3)),
        ("a,b,c\n1,2,3\n\n,,\n0,5,6\n", (2, 5)),
        ('a,b,c\n1,"2\n2",3\n4,5,6\n', (2, 4)),
        ("a b c\n1 2 3\n\n0 5 6\n", (2, 4)),
    ],
)
def test_a_question_counts_lines_as_an_error_does(text, lines, table):
    assert refused(lambda: parse_labelled(text), ColumnsNeeded).lines == lines
    assert refused(lambda: read_labelled_file(table(text)), ColumnsNeeded).lines == lines


def test_the_lines_of_a_question_are_those_of_the_errors_that_follow():
    text = '# a\nid,temp,won,note\n7,66,0,"two\nlines"\n\n8,70,1,\n9,5x,0,\n'
    question = refused(lambda: parse_labelled(text), ColumnsNeeded)
    assert question.lines == (3, 6, 7)
    error = refused(lambda: parse_labelled(text, 2, 3))
    assert question.preview.rows[question.lines.index(error.line)][1] == error.found == "5x"


def test_a_question_about_many_columns_is_short():
    row = ",".join(["1.5"] * 300)
    error = refused(lambda: parse_labelled(f"{row}\n{row}"), ColumnsNeeded)
    assert str(error).endswith("19, 20 … 300")


@pytest.mark.parametrize(
    ("x", "y", "reason"),
    [("nothing", "damage", "unknown"), (5, 1, "unknown"), ("temp", "0", "unknown")],
)
def test_a_column_that_is_not_there(x, y, reason):
    error = refused(lambda: parse_labelled(FOUR, x, y), ColumnError)
    assert error.reason == reason


def test_two_columns_of_one_name():
    text = "a,a,b\n1,2,0\n"
    assert refused(lambda: parse_labelled(text, "a", "b"), ColumnError).reason == "ambiguous"


@pytest.mark.parametrize(
    ("text", "x", "y", "reason"),
    [
        ("66\n70\n53\n", None, None, "one_column"),
        ("temp\n66\n", 1, None, "one_column"),
        ("", None, None, "empty"),
        (" \n\n \t\n", None, None, "empty"),
        ("# nothing but this\n", None, None, "empty"),
        ("temp,damage\n", None, None, "empty"),
        ("temp,damage\n,\n\n", None, None, "empty"),
        (FOUR, "temp", 2, "same_column"),
        ("66,0", 1, 1, "same_column"),
    ],
)
def test_what_is_no_table_of_examples(text, x, y, reason, table):
    path = table(text)
    error = refused(lambda: read_labelled_file(path, x, y), ExamplesError)
    assert (error.reason, error.path) == (reason, str(path))
    assert repr(str(path)) in str(error)
    error = refused(lambda: parse_labelled(text, x, y), ExamplesError)
    assert (error.reason, error.path) == (reason, "")
    assert str(error).startswith("the text")


def test_row_names_as_r_writes_them():
    assert (
        parse_labelled('"temp","damage"\n"1",66,0\n"2",70,1\n"3",53,1\n', "temp", "damage").data
        == NAMED
    )
    assert parse_labelled("temp damage\n1 66 0\n2 70 1\n3 53 1\n", "temp", "damage").data == NAMED


def test_a_header_of_other_length_names_nothing():
    text = "launch temp and damage\n66 0\n70 1\n53 1\n"
    assert parse_labelled(text).data == THREE


# Bad cells -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "place", "found", "reason", "count"),
    [
        ("temp,damage\n66,0\nabc,1\n", (3, 1, "temp"), "abc", "number", 1),
        ("temp,damage\n66,0\n70,2\n", (3, 2, "damage"), "2", "label", 1),
        ("temp,damage\n66,0\n70,yes\n", (3, 2, "damage"), "yes", "label", 1),
        ("temp,damage\n66,yes\n70,1\n", (3, 2, "damage"), "1", "label", 1),
        ("temp,damage\n66,yes\n70,maybe\n71,no\n", (3, 2, "damage"), "maybe", "label", 1),
        ("temp,damage\n66,a\n70,b\n71,c\n72,3\n", (4, 2, "damage"), "c", "label", 2),
        ("temp,damage\n66,a\n70,A\n", (2, 2, "damage"), "a", "one_word", 2),
        ("temp,damage\n66,0\n,1\n", (3, 1, "temp"), "", "empty", 1),
        ("temp,damage\n66,0\n70\n", (3, 2, "damage"), "", "empty", 1),
        ("temp,damage\n66,0\n70, \n \n,1\n", (3, 2, "damage"), "", "empty", 2),
        ("temp,damage\nnan,0\n1,1\n", (2, 1, "temp"), "nan", "number", 1),
        ("temp,damage\ninf,0\n-Infinity,1\n", (2, 1, "temp"), "inf", "number", 2),
        ("temp,damage\n1_0,0\n", (2, 1, "temp"), "1_0", "number", 1),
        ("temp,damage\n0x1F,0\n", (2, 1, "temp"), "0x1F", "number", 1),
        ("temp,damage\n1 2,0\n", (2, 1, "temp"), "1 2", "number", 1),
        ("temp,damage\n1.2.3,0\n", (2, 1, "temp"), "1.2.3", "number", 1),
        ("temp,damage\n5 %,0\n", (2, 1, "temp"), "5 %", "number", 1),
        ("temp,damage\n1e151,0\n", (2, 1, "temp"), "1e151", "range", 1),
        ("temp,damage\n-1e999,0\n", (2, 1, "temp"), "-1e999", "range", 1),
        ("temp,damage\n66,0,7\n70,1\n", (2, 3, ""), "7", "extra", 1),
        ("66,0\n70,1,0,1\n", (2, 3, ""), "0", "extra", 2),
        ('temp,damage\n"1,5",0\n', (2, 1, "temp"), "1,5", "number", 1),
        ("temp;damage\n1,234;0\n5;1\n", (2, 1, "temp"), "1,234", "comma", 1),
        ("temp;damage\n12,345;0\n-1,000;1\n", (2, 1, "temp"), "12,345", "comma", 2),
        ("temp;damage\n1.5;0\n2,5;1\n", (3, 1, "temp"), "2,5", "comma", 1),
        ("temp;damage\n1,2,3;0\n", (2, 1, "temp"), "1,2,3", "number", 1),
        ("temp;damage\n1.234,5;0\n", (2, 1, "temp"), "1.234,5", "number", 1),
        ("x y\n66 0\n70 1\n70 1 1\n", (4, 3, ""), "1", "extra", 1),
        ("66,0\n\n\nabc,5\n", (4, 1, ""), "abc", "number", 2),
        ("# c\ntemp,damage\n66,0\nabc,1\n", (4, 1, "temp"), "abc", "number", 1),
        ('temp,damage\n66,0\n"a\nb",1\nc,2', (3, 1, "temp"), "a\nb", "number", 3),
    ],
)
def test_a_bad_cell_is_named(text, place, found, reason, count, table):
    path = table(text)
    for read in (lambda: read_labelled_file(path, 1, 2), lambda: parse_labelled(text, 1, 2)):
        with pytest.raises(ExampleCellError) as caught:
            read()
        error = caught.value
        assert (error.line, error.column, error.name) == place
        assert (error.found, error.reason, error.count) == (found, reason, count)
    line, column, name = place
    assert str(error).startswith(f"row {line}, column {column}{f' {name!r}' if name else ''}: ")
    assert (f"; {count} cells are wrong" in str(error)) is (count > 1)
    in_file = str(refused_in_file(path))
    assert in_file.startswith(f"{str(path)!r}, line {line}, column {column}")


def refused_in_file(path):
    with pytest.raises(ExampleCellError) as caught:
        read_labelled_file(path, 1, 2)
    return caught.value


def test_what_is_allowed_is_said():
    error = refused(lambda: parse_labelled("66,yes\n70,no\n70,perhaps"))
    assert error.allowed == ("yes", "no")
    assert str(error) == ("row 3, column 2: 'perhaps' is no label; allowed are 'no' and 'yes'")
    error = refused(lambda: parse_labelled("66,0\n70,1\n70,perhaps"))
    assert error.allowed is None
    assert "allowed are 0 and 1, or two words" in str(error)


def test_what_was_found_is_shortened():
    error = refused(lambda: parse_labelled(f"66,0\n{'z' * 500},1", 1, 2))
    assert error.found == "z" * 19 + "…"
    assert len(str(error)) < 200


@pytest.mark.parametrize(
    ("cells", "values"),
    [
        (("1,234", "1,5"), (1.234, 1.5)),
        (("0,123",), (0.123,)),
        (("-1,2345", "1,234"), (-1.2345, 1.234)),
        (("12345,678",), (12345.678,)),
        (("1,5e3", "2"), (1500.0, 2.0)),
        ((",5", "1,"), (0.5, 1.0)),
    ],
)
def test_a_comma_that_can_only_begin_decimals(cells, values):
    text = "".join(f"{cell};{i % 2}\n" for i, cell in enumerate(cells))
    assert parse_labelled(text).data.x.tolist() == list(values)


# Files -----------------------------------------------------------------------------------------


def test_what_is_no_table_at_all(tmp_path, table):
    assert refused(lambda: read_labelled_file(tmp_path / "none.csv"), FileError).reason == "missing"
    assert refused(lambda: read_labelled_file(tmp_path), FileError).reason == "directory"
    session = table('{"format": "bernoulli-lab-session"}', "s.csv")
    assert refused(lambda: read_labelled_file(session), FileError).reason == "session"
    binary = table(b"66,0\n70,\xff\xfe\x00\x9f\xff\n", "b.csv")
    assert refused(lambda: read_labelled_file(binary), FileError).reason == "encoding"
    np.save(tmp_path / "a.npy", np.zeros((3, 2)))
    error = refused(lambda: read_labelled_file(tmp_path / "a.npy"), ExamplesError)
    assert error.reason == "array"


def test_a_cell_that_has_no_end(table):
    path = table('temp,damage\n66,0\n"70,1\n' + "53,1\n" * 60_000)
    assert refused(lambda: read_labelled_file(path), FileError).reason == "table"
    text = '"' + "x" * 200_000
    assert refused(lambda: parse_labelled(text), FileError).reason == "table"


def test_more_examples_than_are_held_are_refused(monkeypatch, table):
    monkeypatch.setattr(labelled_tables, "MOST_EXAMPLES", 2)
    error = refused(lambda: read_labelled_file(table("66,0\n70,1\n53,1\n")), ExamplesError)
    assert error.reason == "too_many"
    assert parse_labelled("66,0\n70,1\n").data.n == 2


def test_a_long_table_with_all_its_troubles(table):
    """Blocks end anywhere: inside a quoted cell, a line, a number."""
    n = 150_000
    rows = [f'{i},"note\n{i}",{i / 8!r},{i % 3 // 2}\n' for i in range(n)]
    path = table("i,note,temp,damage\n" + "".join(rows))
    shares = []
    data = read_labelled_file(path, "temp", "damage", shares.append).data
    assert np.array_equal(data.x, np.arange(n) / 8)
    assert np.array_equal(data.y, np.arange(n) % 3 // 2)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    rows[100_000] = '7,"note\nx",abc,1\n'
    rows[140_000] = '7,"note\nx",,1\n'
    shares.clear()
    error = refused(lambda: parse_labelled("".join(rows), 3, 4, shares.append))
    assert (error.line, error.column, error.found, error.count) == (200_001, 3, "abc", 2)
    assert shares == sorted(shares)
    assert shares[-1] == 1.0


@pytest.mark.parametrize("first", ["66,0\n", "temp,damage\n66,0\n"])
def test_a_file_that_is_emptied_meanwhile(first):
    passes = iter([[first], ["\n"]])
    read = labelled_tables._read
    error = refused(lambda: read("f", lambda: next(passes), 1, 2, tabs_first=False), ExamplesError)
    assert error.reason == "empty"


def test_reading_can_be_stopped(table):
    class StopError(Exception):
        pass

    def stop(_share):
        raise StopError

    with pytest.raises(StopError):
        read_labelled_file(table("66,0\n70,1\n"), progress=stop)
    with pytest.raises(StopError):
        parse_labelled("66,0\n70,1\n", progress=stop)


def test_a_long_gap():
    assert parse_labelled("66,0\n" + "\n" * 70_000 + "70,1\n53,1\n" + ",\n" * 70_000).data == THREE


def test_long_names_are_cut():
    name = f"{'long ' * 80}name"
    assert parse_labelled(f'"{name}",y\n1,0\n').data.x_name == name[:200]


# Laws ------------------------------------------------------------------------------------------

XS = st.floats(-LARGEST_X, LARGEST_X)
NAMES = st.text("abcdefghij ,'\"온도", min_size=2, max_size=8).filter(
    lambda name: name.strip() and not name[0].isspace()
)


@given(
    st.lists(st.tuples(XS, st.integers(0, 1)), min_size=1, max_size=60),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n"]),
    st.sampled_from([csv.QUOTE_MINIMAL, csv.QUOTE_ALL]),
    st.booleans(),
    st.integers(0, 3),
)
def test_what_a_program_writes_is_read_again(pairs, delimiter, line_end, quoting, header, blank):
    data = Labelled([x for x, _y in pairs], [y for _x, y in pairs])
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator=line_end, quoting=quoting)
    if header:
        writer.writerow(("temp", "damage"))
        data = Labelled(data.x, data.y, "temp", "damage")
    writer.writerows(zip(data.x.tolist(), data.y.tolist(), strict=True))
    writer.writerows([["", ""]] * blank)
    assert parse_labelled(text.getvalue(), 1, 2).data == data


@given(NAMES, NAMES)
def test_names_are_those_of_the_header(x_name, y_name):
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerows([(x_name, y_name), (1.5, 0), (2.5, 1)])
    data = parse_labelled(text.getvalue(), 1, 2).data
    assert (data.x_name, data.y_name) == (" ".join(x_name.split()), " ".join(y_name.split()))


@given(st.text("0123456789.,-+eE−;\t\n x\"'", max_size=60))
def test_whatever_stands_there_is_examples_or_a_reason(text):
    try:
        data = parse_labelled(text).data
    except ValueError as error:
        assert str(error)  # noqa: PT017 - one of several kinds
    else:
        assert data.n
        assert np.isfinite(data.x).all()


CELLS = ("0", "1", "7", "0,5", "1.5", "1.234,5", "2.000,1", "5 %", "yes", "no", "cat", "dog", "")


@given(
    st.lists(st.tuples(st.sampled_from(CELLS), st.sampled_from(CELLS)), min_size=1, max_size=4),
    st.sampled_from("\t; "),
)
def test_no_word_that_was_read_as_a_label_looks_like_a_number(rows, delimiter):
    try:
        reading = parse_labelled("\n".join(map(delimiter.join, rows)))
    except ValueError:
        return
    assert reading.words is None or not {*CELLS[:8]} & {reading.words.one, reading.words.zero}
    assert not any(map(looks_like_number, (reading.data.x_name, reading.data.y_name)))


@given(st.lists(st.sampled_from(["1", "2.5", "", "x", "1e200", "1,5", "1,234", "−3", "a\nb"])))
def test_at_once_is_as_one_by_one(cells):
    together, apart = XColumn(comma=True), XColumn(comma=True)
    if cells:
        together.add(cells, range(len(cells)))
    for line, cell in enumerate(cells):
        apart.add([cell], [line])
    assert together.wrong() == apart.wrong()
    if cells and together.wrong() is None:
        assert np.array_equal(together.finish(), apart.finish())


@given(st.lists(st.sampled_from(["0", "1", "1.0", "yes", "NO", "a", "B", "b", "2", " ", "c"])))
def test_labels_at_once_are_as_one_by_one(cells):
    together, apart = YColumn(told=True), YColumn(told=True)
    together.add(cells, range(len(cells)))
    for line, cell in enumerate(cells):
        apart.add([cell], [line])
    assert together.wrong() == apart.wrong()
    assert together.words == apart.words
    if cells and together.wrong() is None:
        assert np.array_equal(together.finish(), apart.finish())
