"""The formulas in LaTeX, to be pasted into a text; colours are left out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from core.state import LogBase
from gui import equations
from gui.formula import (
    BigOperator,
    Fraction,
    Hat,
    Node,
    Row,
    Script,
    Text,
    number,
    plain,
)
from gui.i18n import translate
from gui.plot_series import KINDS

if TYPE_CHECKING:
    from core.snapshot import Snapshot

_BOLD_DIGITS = {0x1D7CE + digit: str(digit) for digit in range(10)}
_SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻"
_SUPERSCRIPT_DIGITS = str.maketrans(_SUPERSCRIPTS, "0123456789-")
_PARTS = re.compile(rf"[A-Za-z]+|[0-9][0-9.,]*|[{_SUPERSCRIPTS}]+|.", re.DOTALL)
_BIG_OPERATORS = {"∏": r"\prod", "∑": r"\sum"}
_IN_WORDS = {
    **{sign: f"\\{sign}" for sign in "#$%&_{}"},
    "\\": r"\textbackslash ",
    "^": r"\textasciicircum ",
    "~": r"\textasciitilde ",
}
_ENDS_WITH_COMMAND = re.compile(r"\\[A-Za-z]+\Z")


class _Part(NamedTuple):
    """A piece of LaTeX.

    Attributes:
        kind: "term", "operator", "minus", "function", "big" (∏ and Σ), "open", "close", or
            "space", one of the formula's own.
        text: the LaTeX.
    """

    kind: str
    text: str


_SIGNS = {
    **dict.fromkeys(" \u2009\u2005", _Part("space", "")),
    "−": _Part("minus", "-"),
    "=": _Part("operator", "="),
    "+": _Part("operator", "+"),
    "·": _Part("operator", r"\cdot"),
    "×": _Part("operator", r"\times"),
    "≈": _Part("operator", r"\approx"),
    "|": _Part("operator", r"\mid"),
    "‖": _Part("operator", r"\parallel"),
    "log": _Part("function", r"\log"),
    "(": _Part("open", "("),
    "[": _Part("open", "["),
    ")": _Part("close", ")"),
    "]": _Part("close", "]"),
    "π": _Part("term", r"\pi"),
    "ℓ": _Part("term", r"\ell"),
    "∞": _Part("term", r"\infty"),
    "/": _Part("term", "/"),
}


def latex(node: Node) -> str:
    r"""A formula in LaTeX's mathematics; words in it are in ``\text``, which is amsmath's."""
    return _joined(_parts(node))


def substituted_latex(snapshot: Snapshot) -> str:
    """L, ℓ and BCE, each in general and with the numbers of the moment, in an ``align*``.

    Digits and signs are those of the window. Where it shows bits the logarithm has its base,
    which the window says elsewhere.
    """
    lines = []
    for kind in KINDS:
        general = latex(equations.general(kind))
        if snapshot.state.log_base is LogBase.BITS:
            general = general.replace(r"\log", r"\log_{2}")
        lines.append(general.replace("=", "&=", 1))
        fullest = latex(equations.substituted(kind, snapshot)[0]())
        value = _value(kind, snapshot)
        lines.append(f"&{fullest}" if fullest == value else f"&{fullest} {value}")
    body = " \\\\\n".join(lines)
    return f"\\begin{{align*}}\n{body}\n\\end{{align*}}\n"


def _value(kind: str, snapshot: Snapshot) -> str:
    text, rounded = equations.value(kind, snapshot)
    if not text:
        word = latex(equations.word(translate("Calculation", "undefined")))
        return rf"\quad {word}"
    sign = r"\approx" if rounded else "="
    return f"{sign} {latex(number(text))}"


def _joined(parts: Iterable[_Part]) -> str:
    """Put the parts together; the formula's spaces stay only where TeX would leave none."""
    text, before, space = "", "", False
    for part in parts:
        if part.kind == "space":
            space = True
            continue
        if space and _keeps_space(before, part.kind):
            text += r"\, "
        space = False
        # A minus in front of a term is its sign.
        if part.kind == "operator" or (part.kind == "minus" and before in {"term", "close"}):
            text = f"{text.rstrip()} {part.text} "
        elif (before == "function" and part.kind != "open") or (
            part.text[0].isalpha() and _ENDS_WITH_COMMAND.search(text)
        ):
            text += f" {part.text}"
        else:
            text += part.text
        before = part.kind
    return text.strip()


def _keeps_space(before: str, after: str) -> bool:
    if after in {"operator", "minus", "function"} or before in {
        "",
        "operator",
        "minus",
        "function",
    }:
        return False
    return before != "big" or after == "open"


def _parts(node: Node) -> Iterator[_Part]:
    if isinstance(node, Text):
        yield from _text_parts(node)
    elif isinstance(node, Row):
        for child in node.nodes:
            yield from _parts(child)
    elif isinstance(node, Script):
        base = latex(node.base)
        yield _Part(
            "term", (f"{{{base}}}" if _ends_in_script(node.base) else base) + _scripts(node)
        )
    elif isinstance(node, Fraction):
        fraction = rf"\frac{{{latex(node.numerator)}}}{{{latex(node.denominator)}}}"
        yield _Part("term", fraction)
    elif isinstance(node, BigOperator):
        yield _Part("big", _BIG_OPERATORS[node.symbol] + _scripts(node))
    elif isinstance(node, Hat):
        yield _Part("term", rf"\hat{{{latex(node.base)}}}")
    else:
        yield from _parts(node.base)


def _scripts(node: Script | BigOperator) -> str:
    below = f"_{{{latex(node.below)}}}" if node.below else ""
    above = f"^{{{latex(node.above)}}}" if node.above else ""
    return below + above


def _ends_in_script(node: Node) -> bool:
    """Whether a script would stand behind another one, which TeX refuses."""
    if isinstance(node, Row):
        return bool(node.nodes) and _ends_in_script(node.nodes[-1])
    if isinstance(node, Text):
        return node.string.endswith(tuple(_SUPERSCRIPTS))
    return isinstance(node, (Script, BigOperator))


def _text_parts(node: Text) -> Iterator[_Part]:
    if node.words:
        yield _Part("term", _words(node.string))
        return
    for part in _PARTS.findall(node.string.translate(_BOLD_DIGITS)):
        yield _text_part(part)


def _text_part(part: str) -> _Part:
    letters = plain(Text(part))
    if letters in _SIGNS:
        return _SIGNS[letters]
    if part[0] in _SUPERSCRIPTS:
        return _Part("term", f"^{{{part.translate(_SUPERSCRIPT_DIGITS)}}}")
    if part.isascii() and part.isalpha():
        # Variables are Unicode's italic letters: what is upright here is upright there.
        return _Part("term", rf"\mathrm{{{part}}}")
    if letters.isascii() and letters[-1].isalnum():
        return _Part("term", letters.replace(",", "{,}"))
    return _Part("term", _words(part))


def _words(words: str) -> str:
    return rf"\text{{{''.join(_IN_WORDS.get(sign, sign) for sign in words)}}}"
