"""The programs of the Model view, run: their numbers are the core's."""

import contextlib
import io
import re

import numpy as np
import pytest

from core import model_snippets
from core.labelled import Labelled
from core.model_state import ModelLook, ModelState
from core.snapshot import evaluate
from core.state import LogBase, State
from tests.gui.model.model_bench import CHALLENGER, DATA


def shown(data=CHALLENGER, unit=LogBase.NATS, **fields):
    return evaluate(State(log_base=unit, model=ModelState(data, **fields), model_look=ModelLook()))


def printed(program, names=None):
    """What a program prints, line by line, as numbers."""
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(program, names if names is not None else {})  # noqa: S102 - it is what a student does
    number = r"[-+]?(?:\d+\.?\d*(?:e[-+]?\d+)?|inf|nan)\b"
    return [
        [float(part) for part in re.findall(number, line.partition("=")[2])]
        for line in out.getvalue().splitlines()
    ]


def many(n):
    rng = np.random.default_rng(n)
    return Labelled(rng.normal(size=n), rng.integers(0, 2, n))


@pytest.mark.parametrize("data", [CHALLENGER, many(1), many(60), many(61), many(2000)])
def test_the_numpy_program_gives_the_numbers(data):
    snapshot = shown(data, w=-0.2, b=0.7)
    model = snapshot.model
    lines = printed(model_snippets.numpy(snapshot))
    assert lines[0][0] == pytest.approx(model.binary_cross_entropy, rel=1e-13)
    assert lines[1] == pytest.approx(model.gradient, rel=1e-11, abs=1e-14)
    assert lines[2][0] == pytest.approx(model.floor, rel=1e-13, abs=1e-15)
    if model.fit.converged:
        assert lines[3][-1] == pytest.approx(model.fit.loss, rel=1e-13)


@pytest.mark.parametrize("name", DATA)
def test_it_runs_for_data_of_every_kind(name):
    snapshot = shown(DATA[name], w=1.5, b=-2.0)
    program = model_snippets.numpy(snapshot)
    lines = printed(program)
    if DATA[name].n:
        assert lines[0][0] == pytest.approx(snapshot.model.binary_cross_entropy, rel=1e-13)
    assert ("There is no fit" in program) is (DATA[name].n > 0 and not snapshot.model.fit.converged)


def test_no_loss_is_log_of_zero():
    snapshot = shown(w=1e150, b=1.0)
    assert printed(model_snippets.numpy(snapshot))[0][0] == pytest.approx(
        snapshot.model.binary_cross_entropy, rel=1e-13
    )


def test_bits_are_printed_where_they_are_shown():
    lines = printed(model_snippets.numpy(shown(unit=LogBase.BITS)))
    assert lines[1] == pytest.approx([1.0])
    assert "bits" not in model_snippets.numpy(shown())


def test_more_examples_come_from_the_table_that_is_exported(tmp_path, monkeypatch):
    from core.examples_csv import examples_table

    snapshot = shown(many(2001), w=0.5)
    table = examples_table(snapshot.model, "python main.py")
    (tmp_path / model_snippets.FILE).write_text(table, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    lines = printed(model_snippets.numpy(snapshot))
    assert lines[0][0] == pytest.approx(snapshot.model.binary_cross_entropy, rel=1e-13)


@pytest.mark.parametrize("data", [CHALLENGER, many(61), Labelled()])
def test_the_pytorch_program_is_python(data):
    program = model_snippets.pytorch(shown(data))
    compile(program, "program", "exec")
    assert ("binary_cross_entropy_with_logits" in program) is (data.n > 0)


def test_the_numbers_are_a_table_of_two_columns():
    rows = [line.split("\t") for line in model_snippets.numbers(shown()).splitlines()]
    assert {len(row) for row in rows} == {2}
    values = dict(rows)
    assert float(values["fit_b"]) == pytest.approx(15.042901647702448, rel=1e-12)
    values = dict(
        line.split("\t") for line in model_snippets.numbers(shown(DATA["separable"])).splitlines()
    )
    assert values["fit_w"] == "∞"
    assert values["fit_b"] == "−∞"
    values = dict(
        line.split("\t") for line in model_snippets.numbers(shown(Labelled())).splitlines()
    )
    assert values["binary_cross_entropy"] == values["fit_w"] == ""


def test_there_must_be_a_model():
    for make in (model_snippets.numbers, model_snippets.numpy, model_snippets.pytorch):
        with pytest.raises(ValueError, match="must have a model"):
            make(evaluate(State()))


def test_while_the_fit_is_worked_out_the_program_says_nothing_of_it(monkeypatch):
    monkeypatch.setattr("core.model_snapshot.AT_ONCE", 3)
    waiting = shown(many(30))
    assert waiting.model.fit is None
    assert "fit" not in model_snippets.numpy(waiting)
