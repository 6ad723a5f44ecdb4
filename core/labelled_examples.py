"""The labelled data sets that the program ships, and what the Model view begins with."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core import climb
from core.labelled import Labelled
from core.labelled_draws import drawn, noted, random_labelled
from core.model_state import ModelLook, ModelState

__all__ = (
    "FIRST",
    "FIRST_STEPS",
    "LabelledExample",
    "drawn",
    "first_model",
    "load_labelled",
    "noted",
    "random_labelled",
    "source_of",
)

FIRST = "challenger"
"""The data set that the Model view begins with,"""
FIRST_STEPS = 6
"""and how many steps of gradient descent have been gone there."""


@dataclass(frozen=True)
class LabelledExample:
    """One data set and what it is about.

    Attributes:
        id: short name, unique and stable.
        title_en: title in English.
        title_ko: title in Korean.
        x_label: what x is, in English; it is the name of x in the data, too.
        x_label_ko: likewise in Korean.
        y_label: what y = 1 stands for, in English, and the name of y in the data.
        y_label_ko: likewise in Korean.
        source: where the data were published.
        data: the examples.
    """

    id: str
    title_en: str
    title_ko: str
    x_label: str
    x_label_ko: str
    y_label: str
    y_label_ko: str
    source: str
    data: Labelled


def load_labelled(path: str | os.PathLike[str]) -> tuple[LabelledExample, ...]:
    """Read the labelled sets in the file of examples.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is not such a file, or an example in it is wrong.
    """
    content = json.loads(Path(path).read_text(encoding="utf-8"))
    try:
        return tuple(map(_example, content["labelled"]))
    except (KeyError, TypeError) as error:
        raise ValueError(f"{os.fspath(path)!r} is not a file of examples: {error!r}") from error


def _example(entry: Mapping[str, Any]) -> LabelledExample:
    name = entry["id"]
    x_label, y_label = entry.get("x_label", "x"), entry.get("y_label", "y")
    return LabelledExample(
        id=name,
        title_en=entry["title_en"],
        title_ko=entry["title_ko"],
        x_label=x_label,
        x_label_ko=entry.get("x_label_ko", x_label),
        y_label=y_label,
        y_label_ko=entry.get("y_label_ko", y_label),
        source=entry["source"],
        data=Labelled(entry["x"], entry["y"], x_label, y_label),
    )


def source_of(example: LabelledExample) -> str:
    """How a model notes that its data are these."""
    return f"example:{example.id}"


def first_model(path: str | os.PathLike[str]) -> tuple[ModelState, ModelLook]:
    """What the Model view begins with: the first steps down from w = b = 0.

    Args:
        path: the file of examples.

    Raises:
        OSError: it cannot be read.
        ValueError: it is not such a file, or the data set is not in it.
    """
    for example in load_labelled(path):
        if example.id == FIRST:
            state = ModelState(example.data, source_of(example))
            return climb.advanced(state, None, FIRST_STEPS), ModelLook()
    raise ValueError(f"there is no example {FIRST!r} in {os.fspath(path)!r}")
