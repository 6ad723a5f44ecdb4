"""The check that authors run."""

import runpy
import sys

import pytest

from core.lessons import check
from tests.core.lessons.writing import WHOLE


@pytest.fixture
def folders(tmp_path):
    for language in ("ko", "en"):
        (tmp_path / language).mkdir()
        (tmp_path / language / "07-mle.md").write_text(WHOLE, encoding="utf-8")
    return tmp_path


def test_what_is_right_ends_with_nothing_to_say(folders, capsys):
    assert check.main([str(folders)]) == 0
    assert capsys.readouterr().out == "2 files, 0 mistakes\n"


def test_every_mistake_and_every_breach_is_printed_with_its_path(folders, capsys):
    path = folders / "ko" / "07-mle.md"
    text = WHOLE.replace("pi: 0.42", "pi: 2").replace("A hint.", "5 hints.")
    path.write_text(text, encoding="utf-8")
    assert check.main([str(path)]) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith(f"{path}, line 12: pi: ")
    assert "'5' is typed by hand" in lines[1]
    assert lines[-1] == "1 files, 2 mistakes"


def test_two_languages_are_compared(folders, capsys):
    path = folders / "en" / "07-mle.md"
    path.write_text(WHOLE.replace("pi: 0.42", "pi: 0.43"), encoding="utf-8")
    assert check.main([str(folders / "ko" / "07-mle.md"), str(path)]) == 1
    assert "step slope: step pi: 0.42 and 0.43" in capsys.readouterr().out


def test_a_file_that_cannot_be_read_is_a_mistake(tmp_path, capsys):
    assert check.main([str(tmp_path / "01-none.md")]) == 1
    assert "01-none.md: the file cannot be read" in capsys.readouterr().out


def test_without_files_it_says_how_it_is_called(tmp_path, capsys):
    assert check.main([str(tmp_path)]) == 2
    assert "usage: python -m core.lessons.check FILE..." in capsys.readouterr().err


def test_it_is_a_program(folders, capsys, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["check", str(folders)])
    with pytest.raises(SystemExit) as caught:
        runpy.run_path(check.__file__, run_name="__main__")
    assert caught.value.code == 0
    assert "2 files, 0 mistakes" in capsys.readouterr().out
