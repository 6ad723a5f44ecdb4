"""The examples as a table: every digit, and what the core says of each."""

import csv
import math

import numpy as np
import pytest

from core import logistic
from core.examples_csv import COLUMNS, examples_table
from core.labelled import Labelled
from core.model_snapshot import evaluate_model
from core.model_state import ModelLook, ModelState
from tests.gui.model.model_bench import CHALLENGER, DATA


def model(data=CHALLENGER, **fields):
    return evaluate_model(ModelState(data, **fields), ModelLook())


def read(text):
    lines = list(csv.reader(text.splitlines()))
    comments = {row[0].removeprefix("# "): row[1] for row in lines if row[0].startswith("# ")}
    rows = lines[len(comments) :]
    assert tuple(rows[0]) == COLUMNS
    return comments, rows[1:]


def test_reading_it_back_gives_the_same_bits():
    shown = model(w=-0.1311, b=8.4458)
    comments, rows = read(examples_table(shown))
    x, y, prediction, loss = (np.array(column, float) for column in zip(*rows, strict=True))
    assert np.array_equal(x, CHALLENGER.x)
    assert np.array_equal(y, CHALLENGER.y)
    assert np.array_equal(prediction, shown.predictions())
    assert np.array_equal(loss, shown.losses())
    assert float(comments["binary_cross_entropy"]) == shown.binary_cross_entropy
    assert float(comments["fit_w"]) == shown.fit.w
    assert math.fsum(loss) / shown.n == pytest.approx(shown.binary_cross_entropy, rel=1e-14)


def test_the_command_stands_in_one_line():
    comments, _rows = read(examples_table(model(), "python main.py --w -1"))
    assert comments["command"] == "python main.py --w -1"
    with pytest.raises(ValueError, match="one line"):
        examples_table(model(), "a\u2028b")


@pytest.mark.parametrize("name", DATA)
def test_data_without_a_plain_minimum_are_told(name):
    comments, rows = read(examples_table(model(DATA[name])))
    assert len(rows) == DATA[name].n == int(comments["n"])
    assert comments["fit_reason"] == logistic.fit(DATA[name].x, DATA[name].y).reason
    assert "nan" not in comments.values()


def test_a_name_breaks_no_line():
    data = Labelled([1.0], [1], "x\nn,7", "y\r")
    comments, rows = read(examples_table(model(data)))
    assert len(rows) == 1
    assert comments["x_name"] == "x?n,7"


def test_many_examples_are_all_there():
    rng = np.random.default_rng(1)
    data = Labelled(rng.normal(size=70_001), rng.integers(0, 2, 70_001))
    _comments, rows = read(examples_table(model(data, w=1.0)))
    assert [float(row[0]) for row in rows[65_530:65_540]] == data.x[65_530:65_540].tolist()
    assert len(rows) == data.n
