"""What the table's two readings say, and the likelihood's curve."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from core import probability_table as table
from core.evidence import inverse_integral, likelihood_integral
from core.scientific import (
    format_number,
    format_probability,
    format_scaled,
    is_exact_text,
)
from gui.i18n import translate
from gui.labs.chart import Axis, Line, Mark, Note, Picture

if TYPE_CHECKING:
    from core.snapshot import Snapshot

DIGITS = 4
# Over the curve's top there is room for what is said of it.
HEADROOM = 1.22


def chosen_row(snapshot: Snapshot) -> table.Row:
    """The row that is read."""
    lab = snapshot.state.lab
    rows = table.rows(lab.table_n)
    return rows[min(lab.table_row, len(rows) - 1)]


def data_name(row: table.Row, n: int) -> str:
    """The data of a row, in words."""
    if row.word:
        return f"y = {row.word}"
    return translate("Table lab", "k = {k} of n = {n}").format(k=row.ones, n=n)


def integral_text(k: int, n: int) -> str:
    """∫₀¹ L dπ as a fraction and as a decimal number: 1/1320 ≈ 7.576×10⁻⁴."""
    mantissa, exponent10 = likelihood_integral(k, n)
    inverse = inverse_integral(k, n)
    shown = Fraction(f"{mantissa:.{DIGITS - 1}e}") * Fraction(10) ** exponent10
    sign = "=" if shown == Fraction(1, inverse or 1) else "≈"
    return f"1/{inverse} {sign} {format_scaled(mantissa, exponent10, DIGITS)}"


def rows_texts(snapshot: Snapshot, columns: tuple[float, ...]) -> tuple[str, ...]:
    """What the chosen row is, the fullest form first."""
    n, row = snapshot.state.lab.table_n, chosen_row(snapshot)
    gaps = {
        "data": data_name(row, n),
        "sum": format_number(table.row_sum(row.ones, n, columns), DIGITS),
        "integral": integral_text(row.ones, n),
    }
    return (
        translate(
            "Table lab",
            "Row {data}: the data stand still, π differs: a likelihood. Sum of these columns: "
            "{sum}. ∫₀¹ L dπ = {integral}, not 1.",
        ).format(**gaps),
        translate(
            "Table lab", "Row {data}: a likelihood. Sum {sum}, ∫₀¹ L dπ = {integral}, not 1."
        ).format(**gaps),
        translate("Table lab", "Likelihood: ∫₀¹ L dπ = {integral}, not 1.").format(**gaps),
    )


def columns_texts(snapshot: Snapshot) -> tuple[str, ...]:
    """What the column of the current π is, the fullest form first."""
    n = snapshot.state.lab.table_n
    sign = "=" if is_exact_text(snapshot.pi) else "≈"
    gaps = {
        "pi": f"π {sign} {format_probability(snapshot.pi, 2)}",
        "sum": format_probability(table.column_sum(n, snapshot.pi), 1),
    }
    shortest = translate(
        "Table lab", "Probability distribution: sum over the data = {sum}."
    ).format(**gaps)
    if chosen_row(snapshot).word:
        return (
            translate(
                "Table lab",
                "Column {pi}: π stands still, the data differ: a probability distribution over "
                "the data. Sum of the entries: {sum}.",
            ).format(**gaps),
            translate("Table lab", "Column {pi}: a probability distribution. Sum: {sum}.").format(
                **gaps
            ),
            shortest,
        )
    return (
        translate(
            "Table lab",
            "Column {pi}: π stands still, the data differ: a probability distribution over the "
            "data. Sum of the entries, each times its number of sequences: {sum}.",
        ).format(**gaps),
        translate(
            "Table lab", "Column {pi}: a probability distribution. Sum, times sequences: {sum}."
        ).format(**gaps),
        shortest,
    )


def reading_texts(snapshot: Snapshot, columns: tuple[float, ...]) -> tuple[str, ...]:
    """What is read, the fullest form first."""
    if snapshot.state.lab.reading == "rows":
        return rows_texts(snapshot, columns)
    return columns_texts(snapshot)


def row_picture(snapshot: Snapshot) -> Picture:
    """The chosen row as a curve over π, with the area under it."""
    n, row, interval = snapshot.state.lab.table_n, chosen_row(snapshot), snapshot.state.interval
    k = row.ones
    x, y = table.row_curve(k, n, *interval)
    highest = table.highest(k, n, *interval)
    marks: tuple[Mark, ...] = ()
    notes: tuple[Note, ...] = ()
    if interval == (0.0, 1.0):
        area = translate("Table lab", "area {integral}").format(integral=integral_text(k, n))
        # About the middle of the area, and low enough to have it on both sides.
        notes = (Note((k + 1) / (n + 2), 0.3 * highest, area, "current"),)
    if interval[0] <= k / n <= interval[1] and not snapshot.state.stage.hides("optimum"):
        marks = (Mark(k / n, highest, "diamond", "optimum"),)
        text = f"π̂ = {k}/{n}"
        notes = (*notes, Note(k / n, highest, text, "optimum", strong=True))
    return Picture(
        title=translate("Table lab", "Likelihood L(π) of {data}").format(data=data_name(row, n)),
        x=Axis(*interval),
        y=Axis(0.0, highest * HEADROOM),
        lines=(Line(x, y, fill="curve"),),
        marks=marks,
        notes=notes,
    )
