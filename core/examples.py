"""The real data sets that the program ships, read from their JSON file."""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from core.observations import Observations


@dataclass(frozen=True)
class Example:
    """One data set and what it is about.

    Attributes:
        id: short name, unique and stable.
        title_en: title in English.
        title_ko: title in Korean.
        n: number of observations.
        k: number of ones.
        one_means: what a one stands for, in English.
        source: where the data were published.
        note: a remark; "" for none.
        observations: the data, as a sequence where it is known.
    """

    id: str
    title_en: str
    title_ko: str
    n: int
    k: int
    one_means: str
    source: str
    note: str
    observations: Observations


def load_examples(path: str | os.PathLike[str]) -> tuple[Example, ...]:
    """Read the examples: first the sequences and counts, then the labelled sets.

    A labelled set pairs each y with an x; here its y alone are the observations.

    Raises:
        OSError: if the file cannot be read.
        ValueError: if it is not such a file, or an example in it is wrong.
    """
    content = json.loads(Path(path).read_text(encoding="utf-8"))
    try:
        return tuple(
            _example(entry)
            for part in ("sequences_and_counts", "labelled")
            for entry in content[part]
        )
    except (KeyError, TypeError) as error:
        raise ValueError(f"{os.fspath(path)!r} is not a file of examples: {error!r}") from error


def _example(entry: Mapping[str, Any]) -> Example:
    labels = entry.get("y")
    observations = (
        Observations.from_counts(entry["k"], entry["n"]) if labels is None else Observations(labels)
    )
    return Example(
        id=entry["id"],
        title_en=entry["title_en"],
        title_ko=entry["title_ko"],
        n=observations.n,
        k=observations.k,
        one_means=entry["one_means"] if labels is None else entry.get("y_label", ""),
        source=entry["source"],
        note=entry.get("note", ""),
        observations=observations,
    )
