"""Formulas in LaTeX: they are valid, and say what the window says."""

import logging
import re

import pytest
from matplotlib.mathtext import MathTextParser

from core.observations import Observations
from core.snapshot import evaluate
from core.state import LogBase, State
from gui import equations, i18n
from gui.formula import (
    BigOperator,
    Fraction,
    Hat,
    Lit,
    Row,
    Script,
    Text,
    italic,
    number,
    plain,
    row,
)
from gui.latex import latex, substituted_latex
from gui.plot_series import KINDS

pytestmark = pytest.mark.usefixtures("look_of_the_start", "_quiet_matplotlib")

MATHTEXT = MathTextParser("path")

GENERAL = (
    r"L(\pi \mid y) &= \prod_{i = 1}^{n}\pi^{y_{i}}(1 - \pi)^{1 - y_{i}} \\",
    r"\ell(\pi \mid y) &= \sum_{i = 1}^{n}\, [y_{i}\log \pi + (1 - y_{i})\log(1 - \pi)] \\",
    r"\mathrm{BCE}(\pi) &= -\frac{1}{n}\, \ell(\pi \mid y) \\",
)


@pytest.fixture
def _quiet_matplotlib():
    """It tells its log about each font that it looks at."""
    logger = logging.getLogger("matplotlib")
    level = logger.level
    logger.setLevel(logging.WARNING)
    yield
    logger.setLevel(level)


def counts(k, n):
    return Observations.from_counts(k, n)


# The lines with numbers, of L, ℓ and BCE.
EXPECTED = {
    "seven of ten": (
        State(pi=0.42),
        r"&= 0.42^{7} \cdot 0.58^{3} \approx 4.498 \times 10^{-4} \\",
        r"&\approx 7 \cdot (-0.8675) + 3 \cdot (-0.5447) \approx -7.7067 \\",
        r"&\approx \frac{7}{10} \cdot 0.8675 + \frac{3}{10} \cdot 0.5447 \approx 0.7707",
    ),
    "none": (
        State(Observations()),
        r"&= \pi^{0}(1 - \pi)^{0} = 1.000 \\",
        r"&= 0 \\",
        r"&= -\frac{0}{0} \quad \text{undefined}",
    ),
    "ones alone at 0": (
        State(counts(5, 5), 0.0),
        r"&= 0^{5} \cdot 1^{0} = 0 \\",
        r"&= 5 \cdot (-\infty) + 0 = -\infty \\",
        r"&= \frac{5}{5} \cdot \infty + 0 = \infty",
    ),
    "ones alone at 1": (
        State(counts(5, 5), 1.0),
        r"&= 1^{5} \cdot 0^{0} = 1.000 \\",
        r"&= 5 \cdot 0 + 0 = 0 \\",
        r"&= \frac{5}{5} \cdot 0 + 0 = 0",
    ),
    "a zero at 1": (
        State(counts(7, 10), 1.0),
        r"&= 1^{7} \cdot 0^{3} = 0 \\",
        r"&= 7 \cdot 0 + 3 \cdot (-\infty) = -\infty \\",
        r"&= \frac{7}{10} \cdot 0 + \frac{3}{10} \cdot \infty = \infty",
    ),
    "below float64": (
        State(counts(0, 1075), 0.5),
        r"&= 0.5^{0} \cdot 0.5^{1075} \approx 2.470 \times 10^{-324} \\",
        r"&\approx 0 + 1075 \cdot (-0.6931) \approx -745.13 \\",
        r"&\approx 0 + \frac{1075}{1075} \cdot 0.6931 \approx 0.6931",
    ),
    "the largest counts": (
        State(counts(1, 10**15), 1e-7),
        (
            r"&= (1 \times 10^{-7})^{1} \cdot 0.9999999^{999999999999999}"
            r" \approx 4.347 \times 10^{-43429458} \\"
        ),
        (
            r"&\approx 1 \cdot (-16.12) + 999999999999999 \cdot (-1.000 \times 10^{-7})"
            r" \approx -1.0000 \times 10^{8} \\"
        ),
        (
            r"&\approx \frac{1}{1000000000000000} \cdot 16.12"
            r" + \frac{999999999999999}{1000000000000000} \cdot 1.000 \times 10^{-7}"
            r" \approx 1.000 \times 10^{-7}"
        ),
    ),
    "beside 1": (
        State(counts(7, 10), 1 - 1e-12),
        r"&= 0.999999999999^{7} \cdot (1 \times 10^{-12})^{3} \approx 9.999 \times 10^{-37} \\",
        r"&\approx 7 \cdot (-1.000 \times 10^{-12}) + 3 \cdot (-27.63) \approx -82.893 \\",
        (
            r"&\approx \frac{7}{10} \cdot 1.000 \times 10^{-12} + \frac{3}{10} \cdot 27.63"
            r" \approx 8.289"
        ),
    ),
}

NODES = {
    "words": (Text("정의되지 않음", words=True), r"\text{정의되지 않음}"),
    "signs in words": (
        Text(r"100% of {a_b} & #$~^\x", words=True),
        r"\text{100\% of \{a\_b\} \& \#\$\textasciitilde \textasciicircum \textbackslash x}",
    ),
    "a negative number": (number("−2.470×10⁻³²⁴"), r"-2.470 \times 10^{-324}"),
    "a bold number": (row("≈ ", number("4.5×10⁶", strong=True)), r"\approx 4.5 \times 10^{6}"),
    "an exponent in the text": (Text("3×10⁻⁴"), r"3 \times 10^{-4}"),
    "thousands": (Text("350,757"), "350{,}757"),
    "an infinity": (row("−", "∞"), r"-\infty"),
    "a difference": (Text("1 − 1×10⁻⁷"), r"1 - 1 \times 10^{-7}"),
    "a difference behind a bracket": (Text("(2)−1"), "(2) - 1"),
    "a power of a power": (
        Script(Script(italic("y"), above=Text("2")), above=Text("3")),
        "{y^{2}}^{3}",
    ),
    "a power of a row that ends in one": (
        Script(Row((Text("2"), Script(italic("y"), below=italic("i")))), above=Text("3")),
        "{2y_{i}}^{3}",
    ),
    "a power of ten's power": (Script(Text("10⁶"), above=Text("2")), "{10^{6}}^{2}"),
    "a power of nothing": (Script(Row(()), above=Text("2")), "^{2}"),
    "a bare sum": (row(BigOperator("∑"), italic("y")), r"\sum y"),
    "a product over brackets": (row(BigOperator("∏"), "\u2009", "(1)"), r"\prod\, (1)"),
    "letters behind a sign": (row(italic("π"), italic("y")), r"\pi y"),
    "half a space": (row(italic("n"), "\u2009", italic("π")), r"n\, \pi"),
    "a frame": (Lit(row("−", Hat(italic("π")))), r"-\hat{\pi}"),
    "a fraction of fractions": (
        Fraction(Fraction(Text("1"), Text("2")), italic("h")),
        r"\frac{\frac{1}{2}}{h}",
    ),
    "Hangul in a formula": (Text("n표"), r"\mathrm{n}\text{표}"),
    "an empty text": (Text(""), ""),
}


def check(text):
    """Braces balance, no sign is left that TeX does not know, and matplotlib can set it."""
    depth = 0
    for sign in re.findall(r"(?<!\\)[{}]", text):
        depth += 1 if sign == "{" else -1
        assert depth >= 0
    assert depth == 0
    mathematics = re.sub(r"\\text\{(?:[^{}\\]|\\.)*\}", r"\\mathrm{x}", text)
    assert mathematics.isascii()
    assert not re.search(r"[#$%~]", mathematics)
    if mathematics:
        MATHTEXT.parse(f"${mathematics}$")


def lines(text):
    head, *inside, tail = text.removesuffix("\n").split("\n")
    assert (head, tail) == (r"\begin{align*}", r"\end{align*}")
    for line in inside:
        assert line.count("&") == 1
        assert line.endswith(r" \\") is (line is not inside[-1])
    return inside


@pytest.mark.parametrize("name", EXPECTED)
def test_the_formulas_with_their_numbers(name):
    state, *numbers = EXPECTED[name]
    shown = lines(substituted_latex(evaluate(state)))
    assert shown == [line for pair in zip(GENERAL, numbers, strict=True) for line in pair]
    for line in shown:
        check(line.removesuffix(r" \\").replace("&", "", 1))


@pytest.mark.parametrize("pi", [0.0, 1e-300, 1e-7, 0.123456789, 0.5, 0.999, 1 - 2.0**-53, 1.0])
@pytest.mark.parametrize(
    ("k", "n"), [(0, 0), (1, 1), (0, 3), (7, 10), (0, 1075), (3 * 10**14, 10**15)]
)
@pytest.mark.parametrize("base", LogBase)
def test_digits_and_signs_are_those_of_the_window(k, n, pi, base):
    snapshot = evaluate(State(counts(k, n), pi, base))
    shown = lines(substituted_latex(snapshot))[1::2]
    for kind, line in zip(KINDS, shown, strict=True):
        text, rounded = equations.value(kind, snapshot)
        end = f"{'≈' if rounded else '='}{plain(number(text))}" if text else "undefined"
        formula = re.sub(r"\s", "", plain(equations.substituted(kind, snapshot)[0]()))
        assert read(line) == (formula if formula == end else formula + end)


def read(line):
    """A line of LaTeX as `plain` writes formulas, without spaces."""
    line = re.sub(r"\\frac\{(\d+)\}\{(\d+)\}", r"(\1)/(\2)", line)
    line = re.sub(r"\^\{([^{}]*)\}", r"^\1", line)
    for command, sign in {
        "\\\\": "",
        r"\quad": "",
        r"\text{undefined}": "undefined",
        r"\approx": "≈",
        r"\cdot": "·",
        r"\times": "×",
        r"\infty": "∞",
        r"\pi": "π",
        "-": "−",
        "&": "",
        " ": "",
    }.items():
        line = line.replace(command, sign)
    assert "\\" not in line
    return line


@pytest.mark.parametrize("name", NODES)
def test_each_kind_of_node(name):
    node, expected = NODES[name]
    assert latex(node) == expected
    if expected != "^{2}":
        check(expected)


def test_the_other_formulas_of_the_window():
    assert latex(equations.decomposition()) == (
        r"\mathrm{BCE}(\pi) = H(\hat{\pi}) + \mathrm{KL}(\hat{\pi} \parallel \pi)"
    )
    assert latex(equations.estimate(evaluate(State()))) == r"\hat{\pi} = 7/10 = 0.700"
    third = equations.estimate(evaluate(State(counts(1, 3))))
    assert latex(third) == r"\hat{\pi} = 1/3 \approx 0.333333"
    for node in (equations.decomposition(), third):
        check(latex(node))


def test_the_logarithm_has_its_base_where_bits_are_shown():
    text = substituted_latex(evaluate(State(pi=0.5, log_base=LogBase.BITS)))
    general = lines(text)[2]
    assert r"[y_{i}\log_{2} \pi + (1 - y_{i})\log_{2}(1 - \pi)]" in general
    assert lines(text)[3] == r"&\approx 7 \cdot (-1.000) + 3 \cdot (-1.000) = -10.000 \\"
    assert r"\log_" not in substituted_latex(evaluate(State()))


def test_what_is_lit_in_the_window_is_not_in_the_text():
    snapshot = evaluate(State(pi=0.42))
    for kind in KINDS:
        expected = latex(equations.substituted(kind, snapshot)[0]())
        for value in (0, 1):
            assert latex(equations.substituted(kind, snapshot, value)[0]()) == expected


def test_the_word_is_in_the_language_of_the_moment():
    i18n.set_language("ko")
    assert r"\quad \text{정의되지 않음}" in substituted_latex(evaluate(State(Observations())))
