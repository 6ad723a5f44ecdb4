"""Typesetting: what is measured is what is painted, and each part stands where it belongs."""

import numpy as np
import pytest
from PyQt5.QtGui import QColor, QImage, QPainter

from gui import theme
from gui.formula import (
    BigOperator,
    Fraction,
    Hat,
    Row,
    Script,
    Text,
    italic,
    layout,
    number,
    plain,
    row,
)

pytestmark = pytest.mark.usefixtures("look_of_the_start")
ORIGIN = 60

NODES = {
    "text": Text("3.14"),
    "words": Text("정의되지 않음", words=True),
    "row": row("≈ ", number("2.470×10⁻³²⁴", strong=True)),
    "superscript": Script(italic("π"), above=Text("7")),
    "both scripts": Script(italic("y"), above=Text("2"), below=italic("i")),
    "fraction": Fraction(Text("7"), Text("10")),
    "tall fraction": Fraction(Fraction(Text("1"), Text("2")), italic("n")),
    "product": BigOperator("∏", below=row(italic("i"), "=1"), above=italic("n")),
    "bare sum": BigOperator("∑"),
    "hat": Hat(italic("π")),
}


def ink(node, pixels=20, colour=None):
    """The box of what a node paints, around its origin: left, right, above, below."""
    image = QImage(500, 2 * ORIGIN, QImage.Format_RGB32)
    ground = QColor(theme.look().theme.card)
    image.fill(ground)
    painter = QPainter(image)
    layout(node, pixels).draw(painter, ORIGIN, ORIGIN)
    painter.end()
    data = image.constBits().asstring(image.sizeInBytes())
    rgb = np.frombuffer(data, np.uint8).reshape(image.height(), -1, 4)[:, :, 2::-1].astype(int)
    wanted = np.abs(rgb - np.array(ground.getRgb()[:3])).sum(axis=2) > 60
    if colour is not None:
        distance = np.abs(rgb - np.array(QColor(colour).getRgb()[:3])).sum(axis=2)
        wanted &= distance < 60
    rows, columns = np.nonzero(wanted)
    assert rows.size, "nothing was painted"
    return (
        columns.min() - ORIGIN,
        columns.max() + 1 - ORIGIN,
        ORIGIN - rows.min(),
        rows.max() + 1 - ORIGIN,
    )


@pytest.mark.parametrize("pixels", [12, 20, 40])
@pytest.mark.parametrize("node", NODES.values(), ids=NODES)
def test_what_is_painted_stays_within_what_is_measured(node, pixels):
    laid = layout(node, pixels)
    left, right, above, below = ink(node, pixels)
    room = 1.5 + 0.06 * pixels  # an italic letter leans out of its advance a little
    assert left >= -room
    assert right <= laid.width + room
    assert above <= laid.ascent + room
    assert below <= laid.descent + room
    # Nor is it measured far larger than it is.
    assert right >= laid.width - 0.35 * pixels - 2
    assert above >= laid.ascent - 0.2 * pixels - 2


def test_a_row_is_as_wide_as_its_parts_together():
    parts = [italic("L"), Text("(", "muted"), Fraction(Text("1"), Text("2"))]
    widths = [layout(part, 17).width for part in parts]
    assert layout(row(*parts), 17).width == pytest.approx(sum(widths))


def test_a_superscript_stands_higher_and_is_smaller():
    base, script = layout(Text("0.42"), 20), layout(Script(Text("0.42"), above=Text("7")), 20)
    assert script.ascent > base.ascent
    assert script.width > base.width
    assert layout(Text("7"), 20).width > script.width - base.width


def test_a_subscript_hangs_below():
    assert (
        layout(Script(italic("y"), below=italic("i")), 20).descent > layout(italic("y"), 20).descent
    )


def test_a_fraction_has_its_numerator_above_its_denominator():
    node = Fraction(Text("7", "ones"), Text("10", "zeros"))
    colours = theme.look().theme
    upper, lower = ink(node, 30, colours.ones), ink(node, 30, colours.zeros)
    assert upper[3] < -lower[2] + 1


def test_a_hat_stands_over_its_letter_and_not_in_it():
    node = Hat(italic("π", "ones"), "zeros")
    colours = theme.look().theme
    letter, hat = ink(node, 40, colours.ones), ink(node, 40, colours.zeros)
    assert hat[2] > letter[2]
    assert -hat[3] >= letter[2] - 3
    assert letter[0] - 4 <= hat[0] <= hat[1] <= letter[1] + 8


def test_the_limits_of_a_product_stand_above_and_below_it():
    bare, full = layout(BigOperator("∏"), 20), layout(NODES["product"], 20)
    assert full.ascent > bare.ascent + 5
    assert full.descent > bare.descent + 5


@pytest.mark.parametrize("role", ["ones", "zeros", "optimum", "muted"])
def test_a_part_is_painted_in_its_role_s_colour(role):
    assert ink(Text("0000", role), 40, getattr(theme.look().theme, role))


def test_a_formula_laid_out_in_one_theme_is_painted_in_the_theme_of_the_moment():
    laid = layout(Text("0000"), 40)
    theme.set_look(theme=theme.DARK)
    image = QImage(200, 100, QImage.Format_RGB32)
    image.fill(QColor(theme.DARK.card))
    painter = QPainter(image)
    laid.draw(painter, 10, 60)
    painter.end()
    colours = {image.pixelColor(x, y).name() for x in range(200) for y in range(100)}
    assert QColor(theme.DARK.current).name() in colours


def test_neighbours_of_one_colour_become_one_run():
    assert row("a", Text("b"), row("c", Text("d", "ones"))) == Row((Text("abc"), Text("d", "ones")))
    assert row(Text("a", words=True), "b") == Row((Text("a", words=True), Text("b")))


@pytest.mark.parametrize(
    ("node", "said"),
    [
        (number("4.498×10⁻⁴"), "4.498×10^−4"),
        (row("= ", number("0.5", strong=True)), "= 0.5"),
        (Fraction(Text("7"), Text("10")), "(7)/(10)"),
        (Script(italic("y"), below=italic("i")), "y_i"),
        (row(Hat(italic("π")), " = ", "7/10"), "π̂ = 7/10"),
        (None, ""),
    ],
)
def test_a_formula_can_be_said_in_plain_characters(node, said):
    import unicodedata

    # Mathematical letters and digits are the letters and digits they stand for.
    assert unicodedata.normalize("NFKC", plain(node)) == said


def test_italics_are_those_of_mathematics():
    assert italic("nyhπL").string == "𝑛𝑦ℎ𝜋𝐿"


def test_an_empty_row_takes_no_room():
    laid = layout(row(), 20)
    assert (laid.width, laid.ascent, laid.descent) == (0, 0, 0)
