"""What is said of the data as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.scientific import format_count
from gui.i18n import translate

if TYPE_CHECKING:
    from core.snapshot import Snapshot


def counts_line(snapshot: Snapshot, *, each: bool) -> str:
    """How many observations there are, and (`each`) how many of them are ones and zeros."""
    parts = [f"n = {format_count(snapshot.n)}"]
    if each:
        k, zeros = snapshot.k, snapshot.n - snapshot.k
        ones_text = (
            translate("Observations", "{count} one")
            if k == 1
            else translate("Observations", "{count} ones")
        )
        zeros_text = (
            translate("Observations", "{count} zero")
            if zeros == 1
            else translate("Observations", "{count} zeros")
        )
        parts.append(ones_text.format(count=format_count(k)))
        parts.append(zeros_text.format(count=format_count(zeros)))
    return " · ".join(parts)
