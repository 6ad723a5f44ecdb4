"""The model and its loss in LaTeX, to be pasted into a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from core.state import LogBase
from gui.equations import word
from gui.formula import number
from gui.i18n import translate
from gui.latex import latex
from gui.model import model_equations

if TYPE_CHECKING:
    from core.snapshot import Snapshot
    from gui.formula import Node


def model_latex(snapshot: Snapshot) -> str:
    """f(x) and BCE, each in general and with the numbers of the moment, in an ``align*``.

    Digits and signs are those of the window. Where it shows bits the logarithm has its base.
    """
    model = snapshot.model
    if model is None:
        raise ValueError("snapshot must have a model")
    general = _latex(model_equations.model_general(shared=model.state.shared))
    # TeX spaces brackets by itself.
    loss = _latex(model_equations.loss_general()).replace(r"\, [", " [").replace(r"\, ]", "]")
    if snapshot.state.log_base is LogBase.BITS:
        loss = loss.replace(r"\log", r"\log_{2}")
    lines = [
        general.replace("=", "&=", 1),
        f"&{_latex(model_equations.model_numbers(model))}",
        rf"\mathrm{{BCE}} &= {loss}",
        f"&{_value(snapshot)}",
    ]
    body = " \\\\\n".join(lines)
    return f"\\begin{{align*}}\n{body}\n\\end{{align*}}\n"


def _latex(node: Node) -> str:
    return latex(node).replace(r"\text{σ}", r"\sigma")


def _value(snapshot: Snapshot) -> str:
    text, rounded = model_equations.loss_text(snapshot)
    if not text:
        return rf"\quad {latex(word(translate('Model', 'undefined')))}"
    sign = r"\approx" if rounded else "="
    return f"{sign} {latex(number(text))}"
