"""The file of examples."""

import json

import pytest

from core.examples import Example, load_examples
from core.observations import Observations

FILE = {
    "about": "…",
    "sequences_and_counts": [
        {
            "id": "coin",
            "title_en": "A coin",
            "title_ko": "동전",
            "n": 4040,
            "k": 2048,
            "one_means": "heads",
            "source": "Somebody",
            "note": "fair",
        }
    ],
    "labelled": [
        {
            "id": "points",
            "title_en": "Points",
            "title_ko": "점",
            "x": [1, 2, 3],
            "y": [0, 1, 1],
            "y_label": "above",
            "source": "Somebody else",
        },
        {"id": "more", "title_en": "", "title_ko": "", "x": [1], "y": [0], "source": ""},
    ],
}


def write(path, content):
    path.write_text(json.dumps(content, ensure_ascii=False), encoding="utf-8")
    return path


def test_examples(tmp_path):
    coin, points, more = load_examples(write(tmp_path / "examples.json", FILE))
    counts = Observations.from_counts(2048, 4040)
    assert coin == Example(
        "coin", "A coin", "동전", 4040, 2048, "heads", "Somebody", "fair", counts
    )
    assert points.observations.text() == "011"
    assert (points.n, points.k, points.one_means, points.note) == (3, 2, "above", "")
    assert more.one_means == ""


@pytest.mark.parametrize("content", [{}, [], {"sequences_and_counts": [{}], "labelled": []}, 5])
def test_other_json_is_refused(tmp_path, content):
    with pytest.raises(ValueError, match="is not a file of examples"):
        load_examples(write(tmp_path / "examples.json", content))


def test_wrong_counts_are_refused(tmp_path):
    wrong = json.loads(json.dumps(FILE))
    wrong["sequences_and_counts"][0]["k"] = 5000
    with pytest.raises(ValueError, match="k must be"):
        load_examples(write(tmp_path / "examples.json", wrong))


def test_text_that_is_not_json_is_refused(tmp_path):
    path = tmp_path / "examples.json"
    path.write_text("nothing", encoding="utf-8")
    with pytest.raises(ValueError, match="Expecting value"):
        load_examples(path)
    with pytest.raises(FileNotFoundError):
        load_examples(tmp_path / "none.json")
