"""The model in LaTeX."""

import re

import pytest

from core.labelled import Labelled
from core.snapshot import evaluate
from core.state import LogBase, State
from gui.model.model_latex import model_latex
from tests.gui.model.model_bench import CHALLENGER
from tests.gui.model.test_figure import shown


def test_it_is_the_model_with_its_numbers():
    text = model_latex(shown(steps=6))
    assert text.startswith("\\begin{align*}\n")
    assert text.endswith("\\end{align*}\n")
    assert r"f(x) &= \sigma(w \cdot x + b)" in text
    assert r"\sigma(-0.1312 \cdot x + 8.446)" in text
    assert r"&\approx 0.4727" in text


@pytest.mark.parametrize("shared", [False, True])
@pytest.mark.parametrize("data", [CHALLENGER, Labelled()])
def test_every_line_is_aligned_and_every_brace_closed(data, shared):
    text = model_latex(shown(data, shared=shared, w=-1e-9, b=1e100))
    body = text.splitlines()[1:-1]
    assert all(line.count("&") == 1 for line in body)
    assert text.count("{") == text.count("}")
    assert text.isascii()
    assert (r"\sigma(b)" in text) is shared


def test_bits_have_their_base():
    text = model_latex(shown(unit=LogBase.BITS))
    assert len(re.findall(r"\\log_\{2\}", text)) == 2
    assert r"\log_{2}" not in model_latex(shown())


def test_there_must_be_a_model():
    with pytest.raises(ValueError, match="must have a model"):
        model_latex(evaluate(State()))
