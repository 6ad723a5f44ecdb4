"""Tables: what their columns are, which one is meant, and the cells that are no observations."""

import csv
import io
import sys

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from core import file_source, tables
from core.file_errors import FileError
from core.files import read_file
from core.parsing import SequenceError
from core.table_columns import CellError, read_column
from core.tables import ALL_CELLS, ColumnError, ColumnNeeded, TablePreview, column_index
from core.words import Words

FEW = settings(
    max_examples=1000,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
BLOCKS = [1, 3, 8, 2**22]


@pytest.fixture
def table(tmp_path):
    def write(content, name="data.csv"):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def text(path, column=None):
    return read_file(path, column).observations.text()


def preview(path):
    with pytest.raises(ColumnNeeded) as caught:
        read_file(path)
    assert caught.value.path == str(path)
    assert str(caught.value).isprintable()
    return caught.value.preview


def cell_error(path, column=None):
    with pytest.raises(CellError) as caught:
        read_file(path, column)
    error = caught.value
    assert error.path == str(path)
    assert str(error).isprintable()
    assert f"line {error.line}, column {error.column}" in str(error)
    assert ("cells are wrong in all" in str(error)) is (error.count > 1)
    return error.line, error.column, error.name, error.found, error.count


# Which files are tables ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("0,1,1,0", "0110"),
        ("0,1,1,0\n\n", "0110"),
        ("H T T", "100"),
        ("0\n1\n1\n", "011"),
        ("x\n0\n1\n1\n", "011"),
        ("\n\nx\r\n0\r1\n \n1", "011"),
        ('"x"\n"0"\n"1"\n', "01"),
        ("0.0\n1.0\n", "01"),
        ("true\nfalse\n", "10"),
        ("was it?\ntrue\nFalse\n", "10"),
        ("0110\n1010\n", "01101010"),
        ("0 1\n1 0\n", "0110"),
        ("HTH\nTTH\n", "101001"),
        ("0,1,1," * 100_000, "011" * 100_000),
    ],
)
def test_a_single_line_or_column_needs_no_word(table, content, expected):
    for name in ("data.csv", "data.TSV", "data.tab"):
        assert text(table(content, name)) == expected


def test_a_single_column_with_a_mistake(table):
    assert cell_error(table("0\n1\nx\n")) == (3, 1, "", "x", 1)
    assert cell_error(table("win\n0\n" + "1\n" * 50 + "0,1\n2")) == (53, 1, "win", "0,1", 2)
    for content in ("0110\n10x0\n", "0,1,x"):
        with pytest.raises(SequenceError, match="'x'"):
            read_file(table(content))


@pytest.mark.parametrize("content", ["", "\n", "x\n", "\n\n \n", '""\n""\n', "a,b\n"])
def test_a_table_without_a_row_is_empty(table, content):
    path = table(content)
    with pytest.raises(FileError) as caught:
        read_file(path, 1)
    assert caught.value.reason == "empty"


def test_several_columns_are_asked_about(table):
    for name in ("data.csv", "data.txt", "data"):
        assert preview(table("id,x,y\n1,0,H\n2,1,T\n3,1,H\n", name)) == TablePreview(
            delimiter=",",
            has_header=True,
            names=("id", "x", "y"),
            rows=(("1", "0", "H"), ("2", "1", "T"), ("3", "1", "H")),
            usable=(False, True, True),
            all_cells=False,
        )
    assert preview(table("0,1,1\n1,0,0\n")) == TablePreview(
        delimiter=",",
        has_header=False,
        names=("", "", ""),
        rows=(("0", "1", "1"), ("1", "0", "0")),
        usable=(True, True, True),
        all_cells=True,
    )


def test_other_names_are_tables_only_if_they_look_like_it(table):
    assert text(table("0,1,1\n1,0,0\n", "data.txt")) == "011100"
    assert text(table("H,T\nT,T\n", "data.txt")) == "1000"
    for content in (
        "0,1,1\n" * 30 + "1,x,0\n",
        "a,b",
        "a,b\nc\n",
        "a\nb,c",
        "a b\nc d\n",
        "hello\nworld",
    ):
        with pytest.raises(SequenceError):
            read_file(table(content, "data.txt"))
    for content in ("0,1,x\n0,1,0\n", "a\tb\n0\t1\n", "a;b\n0;1\n\n1;1"):
        assert preview(table(content, "data.txt")).names
    with pytest.raises(SequenceError):  # no table, as a cell is longer than any
        read_file(table("a,b\n" * 5 + "x" * 200_000 + ",b\n", "data.txt"))


@pytest.mark.parametrize(
    ("content", "delimiter", "width"),
    [
        ("a,b\n1,2\n", ",", 2),
        ("a;b\n1;2\n", ";", 2),
        ("a\tb\n1\t2\n", "\t", 2),
        ("a;b\n1,5;0\n2,5;1\n", ";", 2),
        ("1,5;2,5;0\n2,5;3,5;1\n", ";", 3),
        ("1,5;2,5;3,5\n2,5;3,5;1,5\n", ";", 3),
        ("t,x\n12;30,1\n12;45,0\n", ",", 2),
        ('x,"a;b",y\n1,"c;d;e",0\n', ",", 3),
        ("1.234,5;cat\n2.000,1;dog\n", ";", 2),
        ("5,50 %;0\n6,20 %;1\n", ";", 2),
        ("a,b\n1\n1,0,1\n", ",", 3),
    ],
)
def test_delimiter(table, content, delimiter, width):
    for encoding in ("utf-8", "utf-16", "utf-8-sig", "cp949"):
        made = preview(table(content.encode(encoding)))
        assert (made.delimiter, len(made.names), len(made.usable)) == (delimiter, width, width)


def test_tabs_count_first_in_their_own_files(table):
    content = "a\tb,c,d\n1\t2,3,4\n"
    assert preview(table(content)).delimiter == ","
    for name in ("data.tsv", "data.TAB"):
        assert preview(table(content, name)).delimiter == "\t"
        assert preview(table("a,b\n1,0\n", name)).delimiter == ","


@pytest.mark.parametrize(
    ("first", "has_header"),
    [
        ("a,b", True),
        ("a,", True),
        ('"a 1",x2', True),
        ("a,1", False),
        ("a,0.5", False),
        ("a,-1e5", False),
        ("a,50%", False),
        ("a,１", False),
        ("a,true", True),
        ("t,앞", True),
        ("1.2.3,2024-01-01", True),
    ],
)
def test_header(table, first, has_header):
    made = preview(table(first + "\n0,1\n1,1\n"))
    assert made.has_header is has_header
    assert len(made.rows) == 3 - has_header
    if has_header:
        assert made.names == tuple(cell.strip('"') for cell in first.split(","))
    else:
        assert made.names == ("", "")


@pytest.mark.parametrize(
    ("content", "has_header"),
    [
        ("id,H\n1,T\n2,H\n", False),
        ("id,t\n1,H\n2,T\n", False),
        ("id,yes\n1,H\n2,T\n", True),
        ("x,no\n3,1\n4,0\n", True),
    ],
)
def test_a_word_is_a_name_unless_it_stands_among_words_of_its_kind(table, content, has_header):
    assert preview(table(content)).has_header is has_header


def test_usable_columns(table):
    made = preview(table("a,b,c,d,e,f\n0,H,0,x,1.0,\n1,T,H,0,0,1\n"))
    assert made.usable == (True, True, False, False, True, False)
    assert not made.all_cells
    assert not preview(table("0,1\n1\n")).all_cells
    assert preview(table("0,1\n1\n")).usable == (True, False)
    only_names = TablePreview(",", True, ("a", "b"), (), (False, False), all_cells=False)
    assert tables.preview_table("a,b\n", whole=True) == only_names
    assert preview(table("a,b\n0,1\n")).all_cells


def test_the_preview_is_of_the_first_twenty_rows(table):
    made = preview(table("a,b\n" + "\n0,1\n" * 100 + "x,y\n"))
    assert made.rows == (("0", "1"),) * 20
    assert preview(table("0,1\n" * 100)).rows == (("0", "1"),) * 20
    wide = "a," + "b" * 10_000 + "\n"
    assert len(preview(table(wide * 200)).rows) == 20
    long = "a," + "b" * 30_000 + "\n"
    assert len(preview(table(long * 200)).rows) == 2**18 // 30_003 - 1


# Which column is meant --------------------------------------------------------------------------

CONTENT = "id,Win,win,x,1\n0,1,0,H,1\n1,1,0,T,0\n"


@pytest.mark.parametrize(
    ("column", "expected"),
    [
        ("id", "01"),
        (" ID ", "01"),
        ("Win", "11"),
        ("win", "00"),
        ("X", "10"),
        (1, "01"),
        (4, "10"),
        ("2", "11"),
        (" 3 ", "00"),
        ("5", "10"),
    ],
)
def test_column_by_name_or_number(table, column, expected):
    # The last name is no number, so that the first row is a header.
    for name in ("data.csv", "data.txt"):
        assert text(table(CONTENT.replace("x,1\n", "x,last\n", 1), name), column) == expected


def test_a_name_counts_before_a_number():
    made = TablePreview(",", True, ("2", "b"), (), (True, True), all_cells=False)
    assert column_index("data.csv", made, "2") == 0
    assert column_index("data.csv", made, 2) == 1


@pytest.mark.parametrize(
    ("column", "reason"),
    [
        ("WIN", "ambiguous"),
        ("y", "unknown"),
        ("", "unknown"),
        ("0", "unknown"),
        ("6", "unknown"),
        ("9" * 5000, "unknown"),
        ("²", "unknown"),
        (0, "unknown"),
        (-1, "unknown"),
        (6, "unknown"),
    ],
)
def test_column_error_names_what_there_is(table, column, reason):
    path = table(CONTENT.replace("x,1\n", "x,\n", 1))
    with pytest.raises(ColumnError, match=r"1 'id', 2 'Win', 3 'win', 4 'x', 5$") as caught:
        read_file(path, column)
    error = caught.value
    assert (error.path, error.column, error.reason) == (str(path), column, reason)
    assert error.names == ("id", "Win", "win", "x", "")
    assert len(str(error)) < 300


def test_many_columns_are_named_in_part(table):
    with pytest.raises(ColumnError, match=r", 20 … 300$"):
        read_file(table((",".join("01" * 150) + "\n") * 2), 301)


def test_all_cells_are_read_row_by_row(table):
    for block in BLOCKS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(file_source, "BLOCK_BYTES", block)
            assert text(table("0,1,1\n1,0,0\n"), ALL_CELLS) == "011100"
            assert text(table("a,b\n0,1\n1,0\n1,1\n"), ALL_CELLS) == "011011"
            # The rows that are too short have empty cells.
            path = table("a,b\n0,1\n1,1\nx,1\n1\n1,0,y\n")
            assert cell_error(path, ALL_CELLS) == (2, 3, "", "", 7)


def test_a_table_below_much_blank(table):
    blank = "\n" * 2**19
    assert text(table(blank + "0\n1\n")) == "01"
    with pytest.raises(FileError, match="no row in sight") as caught:
        read_file(table(blank + "a,b\n0,1\n"), "b")
    assert caught.value.reason == "table"


def test_a_column_of_a_file_with_one_line(table):
    assert text(table("0,1,1"), 2) == "1"
    assert text(table("1", "data.txt"), 1) == "1"


# Cells ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("cells", "expected", "words"),
    [
        (["0", " 1 ", "0.0", "1.0", "１", "０", '" 1"', "     1     "], "01011011", None),
        (["H", "t", "T", " h       "], "1001", Words("H", "T")),
        (["Yes", "NO", '"yes"'], "101", Words("yes", "no")),
        (["success", "failure   "], "10", Words("success", "failure")),
        (["성공", "실패"], "10", Words("성공", "실패")),
    ],
)
def test_cells(table, cells, expected, words):
    content = "a,b\n" + "".join(f"x,{cell}\n" for cell in cells)
    for block in BLOCKS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(file_source, "BLOCK_BYTES", block)
            reading = read_file(table(content), "b")
        assert (reading.observations.text(), reading.words) == (expected, words)


@pytest.mark.parametrize(
    ("content", "place"),
    [
        ("a,b\nx,2\nx,1\n", (2, 2, "b", "2", 1)),
        ("a,b\nx,1\nx,\n", (3, 2, "b", "", 1)),
        ("a,b\nx,1\nx\n", (3, 2, "b", "", 1)),
        ("a,b\nx,1\n\n , \n,,,\nx,H\n", (6, 2, "b", "H", 1)),
        ("a,b\nx,H\nx,0\nx,1\n", (3, 2, "b", "0", 2)),
        ('a,b\n"x\ny",1\n"\r\n",x\n', (4, 2, "b", "x", 1)),
        ("a,b\r\nx,1\r\nx," + "y" * 50 + "\r\n", (3, 2, "b", "y" * 19 + "…", 1)),
        ("0,2\n0,1\n", (1, 2, "", "2", 1)),
        ("a,b\nx,success\nx,failure\nx,failures\n", (4, 2, "b", "failures", 1)),
        ("a,b\nx,1.0\nx,1       \nx,1       x\n", (4, 2, "b", "1       x", 1)),
        ("a,b\nx,1.0\nx,1\nx,1\ufffd\nx,1\n", (4, 2, "b", "1\ufffd", 1)),
        ("\n\na,b\n\nx,한\n", (5, 2, "b", "한", 1)),
    ],
)
def test_cell_error_points_at_the_place(table, content, place):
    for block in BLOCKS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(file_source, "BLOCK_BYTES", block)
            assert cell_error(table(content), 2) == place


@pytest.mark.skipif(sys.version_info < (3, 11), reason="the csv module took no NUL before")
def test_a_nul_is_part_of_a_cell(table):
    assert cell_error(table("a,b\nx,1.0\nx,1\nx,1\0\nx,1\n"), 2) == (4, 2, "b", "1\0", 1)


def test_cell_error_says_what_is_allowed():
    assert "the cell is empty; allowed are 0 and 1" in str(CellError(1, 2, "", "", 1, "a.csv"))
    error = CellError(1, 2, "b", "x", 3, "a.csv", ("yes", "no"))
    assert "column 2 'b': 'x' is not an observation; allowed are yes and no" in str(error)
    assert error.allowed == ("yes", "no")


@pytest.mark.parametrize(
    ("content", "column", "place"),
    [
        ("0,1\n1,1\n" * 100 + "0,x\n1\n2,1\n", ALL_CELLS, (201, 2, "", "x", 3)),
        ("a,b\n" + "0,1\n" * 100 + "0,1,x\n,1\n", ALL_CELLS, (102, 3, "", "x", 2)),
        ("a,b\n" + "0,1\n" * 100 + "y,1\n" * 100, "a", (102, 1, "a", "y", 100)),
    ],
)
def test_mistakes_after_the_preview(table, content, column, place):
    for block in BLOCKS:
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(file_source, "BLOCK_BYTES", block)
            patch.setattr(file_source, "_PIECE", 5)
            assert cell_error(table(content), column) == place


def test_what_the_csv_module_refuses(table, monkeypatch):
    limit = csv.field_size_limit()
    for content in ("a,1\n" * 50 + "x" * (limit + 1) + ",0\n", 'a,b\nc,0\n"' + "d\n" * limit):
        with pytest.raises(FileError, match="field larger than") as caught:
            read_file(table(content), 2)
        assert caught.value.reason == "table"
    with pytest.raises(FileError, match="field larger than"):
        read_file(table("x" * (limit + 1) + "\ny\n"))
    monkeypatch.setattr(file_source, "LONGEST_ROW", 50)
    monkeypatch.setattr(file_source, "BLOCK_BYTES", 8)
    assert text(table("x,y\n" + "1,0\n" * 50), 1) == "1" * 50
    assert text(table("x,y\n" + '1,"\n"\n' * 50), 1) == "1" * 50
    for row in (",".join("01" * 50), ",".join(['"\n"'] * 50)):
        with pytest.raises(FileError, match="a row is longer than 50 characters") as caught:
            read_file(table("x,y\n1,0\n" + row), 2)
        assert caught.value.reason == "table"
    assert csv.field_size_limit() == limit


# An independent reading --------------------------------------------------------------------------

DIGITS = {"0": 0, "1": 1, "0.0": 0, "1.0": 1, "０": 0, "１": 1}
PAIRS = [("h", "t"), ("yes", "no"), ("앞", "뒤"), ("success", "failure")]


def column_plainly(content, delimiter, header, width, column):
    """The values of a column, or the place of its first mistake, with the csv module alone."""
    said, wrong, values, line = None, [], [], 0
    rows = csv.reader(io.StringIO(content, newline=""), delimiter=delimiter)
    for row in rows:
        line, start = rows.line_num, line + 1
        if not "".join(row).strip():
            continue
        if header:
            header = False
            continue
        places = range(max(width, len(row))) if column is None else [column]
        for place in places:
            cell = row[place].strip() if place < len(row) else ""
            kind = value = None
            if cell in DIGITS:
                kind, value = "digits", DIGITS[cell]
            for pair in PAIRS:
                if cell.lower() in pair:
                    kind, value = pair, 1 - pair.index(cell.lower())
            said = said or kind
            if kind is None or kind != said:
                wrong.append((start, place + 1, cell if len(cell) <= 20 else cell[:19] + "…"))
            else:
                values.append(value)
    if wrong:
        return *wrong[0], len(wrong)
    return "".join(map(str, values))


cells = st.sampled_from(
    ["0", "1"] * 8
    + ["0.0", "１", " 1", "1        ", "H", "h", "T", "yes", "no", "앞", "success", "failure", ""]
    + ["2", "x", "x" * 30, " ", '"0"', '"1"', '"a,b"', '"a\nb"', '"\r\n"', 'say "1"', '""""']
    + ["\0", "1\0"] * (sys.version_info >= (3, 11))  # the csv module took no NUL before
)
ends = st.sampled_from(["\n"] * 5 + ["\r\n", "\r", "\n\n", "\u2028\n"])


@st.composite
def contents(draw):
    width = draw(st.integers(1, 4))
    some = draw(st.lists(cells, min_size=1, max_size=4)) if draw(st.booleans()) else None
    cell = cells if some is None else st.sampled_from(some)
    regular = draw(st.booleans())
    content = ""
    for _ in range(draw(st.integers(0, 12))):
        count = width if regular else draw(st.sampled_from([width] * 5 + [1, width + 1]))
        content += ",".join(draw(cell) for _ in range(count)) + draw(ends)
    return content.removesuffix("\n") if draw(st.booleans()) else content, width


@FEW
@given(contents(), st.booleans(), st.integers(-1, 3), st.lists(st.integers(0, 80), max_size=6))
@example(("0,1\n1,0\n,\n0,1\n", 2), True, -1, [8])
@example(('0,1\n1,"\n",\n1,1\n0,0\n', 2), False, 0, [4, 9])
def test_a_column_is_read_as_by_a_plain_program(made, header, column, cuts):
    content, width = made
    column = None if column < 0 else min(column, width - 1)
    names = ("a", "b", "c", "d")[:width] if header else ("",) * width
    table = TablePreview(",", header, names, (), (True,) * width, all_cells=False)
    places = sorted({0, len(content), *(cut for cut in cuts if cut < len(content))})
    places = [i for i in places if content[i - 1 : i + 1] != "\r\n"]
    blocks = [content[i:j] for i, j in zip(places, [*places[1:], len(content)], strict=True)]
    expected = column_plainly(content, ",", header, width, column)
    try:
        told = read_column("data.csv", blocks, table, column).observations.text()
    except CellError as error:
        told = error.line, error.column, error.found, error.count, error.name
    except FileError as error:
        told = error.reason
    if isinstance(expected, tuple):
        place = expected[1] - 1
        expected = (*expected, names[place] if place < width else "")
    assert told == (expected or "empty")
