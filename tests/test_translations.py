"""The files of the Korean translation: whole, up to date, and true to the gaps in the strings."""

# ruff: noqa: ARG001 - a fixture is asked for by its name, whether or not it is used

import ast
import re
import subprocess
import sys

import pytest

from gui import i18n
from tests.helpers import HANGUL, ROOT, messages


def test_every_string_has_a_translation_with_the_same_gaps():
    seen = list(messages())
    assert len(seen) > 100
    for context, source, korean, kind in seen:
        where = f"{context}: {source!r}"
        assert kind is None, where
        assert korean, where
        gaps = re.compile(r"\{[a-z_]*\}")
        assert sorted(gaps.findall(korean)) == sorted(gaps.findall(source)), where
        keys = re.compile(r"Ctrl\+\S|Shift\+\S|Alt\+\S|F5|\([A-Z]\)")
        assert sorted(keys.findall(korean)) == sorted(keys.findall(source)), where
        assert korean.count("\n") == source.count("\n"), where


def test_every_string_of_the_code_is_in_the_file_and_no_other():
    in_code = set()
    for path in [*(ROOT / "gui").rglob("*.py"), ROOT / "main.py"]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "translate":
                in_code.add(tuple(argument.value for argument in node.args))
    in_file = {(context, source) for context, source, _korean, _kind in messages()}
    assert in_code == in_file


def test_the_compiled_file_says_what_the_source_says(look_of_the_start):
    i18n.set_language("ko")
    for context, source, korean, _kind in messages():
        assert i18n.translate(context, source) == korean, source


def test_a_missing_translation_is_an_error_that_names_it(look_of_the_start, monkeypatch, tmp_path):
    monkeypatch.setattr(i18n, "TRANSLATIONS", tmp_path)
    with pytest.raises(RuntimeError, match=r"ko\.qm"):
        i18n.set_language("ko")
    assert i18n.language() == "en"


def test_the_buttons_of_qt_are_translated_too(look_of_the_start):
    i18n.set_language("ko")
    assert HANGUL.search(i18n.translate("QPlatformTheme", "Cancel"))
    i18n.set_language("en")
    assert i18n.translate("QPlatformTheme", "Cancel") == "Cancel"


def test_the_collector_of_strings_refuses_what_it_cannot_read(tmp_path):
    code = (
        "import pathlib, sys; sys.path.insert(0, 'scripts'); import translations as t; "
        f"t.ROOT = pathlib.Path({str(tmp_path)!r}); "
        "print(t.calls(t.ROOT / 'good.py')); t.calls(t.ROOT / 'bad.py')"
    )
    (tmp_path / "good.py").write_text('translate("A", "b",)\n', encoding="utf-8")
    (tmp_path / "bad.py").write_text('translate("A", f"b")\n', encoding="utf-8")
    result = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert "translate('A', 'b')" in result.stdout
    assert result.returncode == 1
    assert "bad.py:1" in result.stderr
