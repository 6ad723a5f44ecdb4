"""Expressions in lessons: arithmetic with the names and functions of a table, and nothing else.

They are read into a tree of the few kinds that are known here, and worked out by walking it:
nothing is executed, and neither the size of a number nor that of a tree is without bound. Numbers
are equal (==) when they agree to fourteen digits: what is equal on paper is equal here.
"""

from __future__ import annotations

import ast
import difflib
import operator
import warnings
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from core.lessons import number
from core.lessons.errors import ExpressionError, quoted
from core.lessons.functions import FUNCTIONS, Value
from core.lessons.names import NAMES, Names
from core.lessons.number import Number

LONGEST = 1000
"""The most characters of an expression."""
DEEPEST = 20
"""How deep it may nest."""

_SIGNS: dict[type[ast.operator], str] = {
    ast.Add: "+",
    ast.Sub: "-",
    ast.Mult: "*",
    ast.Div: "/",
    ast.FloorDiv: "//",
    ast.Mod: "%",
    ast.Pow: "**",
}
_COMPARISONS: dict[type[ast.cmpop], Callable[[Any, Any], bool]] = {
    ast.Lt: operator.lt,
    ast.LtE: operator.le,
    ast.Gt: operator.gt,
    ast.GtE: operator.ge,
    ast.Eq: number.same,
    ast.NotEq: lambda a, b: not number.same(a, b),
}


@dataclass(frozen=True)
class Expression:
    """An expression whose form and names have been checked; equal ones have the same text.

    Attributes:
        text: what stands in the file.
        names: the names in it.
        calls: the functions that it calls.
        tree: the expression as Python reads it.
    """

    text: str
    names: frozenset[str] = field(compare=False, repr=False)
    calls: frozenset[str] = field(compare=False, repr=False)
    tree: ast.expr = field(compare=False, repr=False)

    @property
    def is_constant(self) -> bool:
        """Whether it is made of numbers alone, without a name or a function."""
        return not self.names and not self.calls

    def value(self, names: Names) -> Value:
        """Work it out.

        Raises:
            ExpressionError: if it has no value.
        """
        value: Value = _value(self.tree, names)
        return value

    def number(self, names: Names) -> Number:
        """Work out one that must be a number.

        Raises:
            ExpressionError: if it has no value, or a truth value.
        """
        return _number(self.value(names))

    def truth(self, names: Names) -> bool:
        """Work out one that must be true or false.

        Raises:
            ExpressionError: if it has no value, or is a number.
        """
        return _truth(self.value(names))


def parse(text: str, where: Collection[str] = ()) -> Expression:
    """Read an expression and check its form and its names.

    Args:
        text: the expression.
        where: the names of the lesson, beside those of `NAMES`.

    Raises:
        ExpressionError: if it is none.
    """
    text = " ".join(text.split())
    if not text:
        raise _form("an expression is missing")
    if len(text) > LONGEST:
        raise ExpressionError("size", f"an expression has at most {LONGEST} characters")
    try:
        with warnings.catch_warnings():  # Python's own, about what is refused below anyhow
            warnings.simplefilter("ignore")
            tree = ast.parse(text.replace("\N{MINUS SIGN}", "-"), mode="eval").body
    except (SyntaxError, ValueError, MemoryError, RecursionError):
        raise _form(f"{quoted(text)} is not an expression", text) from None
    used: set[str] = set()
    called: set[str] = set()
    _check(tree, (*NAMES, *where), used, called, 0)
    return Expression(text, frozenset(used), frozenset(called), tree)


def nearest(found: str, known: Collection[str]) -> str:
    """Return the known word that looks most like one, or "" if none does."""
    by_small = {word.lower(): word for word in sorted(known, reverse=True)}
    close = difflib.get_close_matches(found.lower(), by_small, 1, 0.5)
    return by_small[close[0]] if close else ""


def _form(words: str, found: str = "") -> ExpressionError:
    return ExpressionError("form", words, found)


def _unknown(found: str, kind: str, known: Collection[str]) -> ExpressionError:
    close = nearest(found, known)
    hint = f"; the nearest is {close}" if close else ""
    return ExpressionError("name", f"{quoted(found)} is not a {kind}{hint}", found, close)


# The form --------------------------------------------------------------------------------------


def _check(
    node: ast.expr, known: Collection[str], used: set[str], called: set[str], depth: int
) -> None:
    """Refuse whatever is not on the list of kinds, and collect names and functions."""
    if depth > DEEPEST:
        raise ExpressionError("size", f"an expression nests at most {DEEPEST} deep")
    if isinstance(node, ast.Name):
        if node.id not in known:
            kind = "name" if node.id not in FUNCTIONS else "name but a function"
            raise _unknown(node.id, kind, known)
        used.add(node.id)
    elif isinstance(node, ast.Constant):
        if not isinstance(node.value, (bool, int, float)):
            raise _form(f"{ast.unparse(node)} is not a number", ast.unparse(node))
    else:
        for part in _parts(node, called):
            _check(part, known, used, called, depth + 1)


def _parts(node: ast.expr, called: set[str]) -> list[ast.expr]:
    """The expressions within one, if it is of a kind that is allowed."""
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.USub, ast.UAdd, ast.Not)):
        return [node.operand]
    if isinstance(node, ast.BinOp) and type(node.op) in _SIGNS:
        return [node.left, node.right]
    if isinstance(node, ast.BoolOp):
        return node.values
    if isinstance(node, ast.Compare) and all(type(sign) in _COMPARISONS for sign in node.ops):
        return [node.left, *node.comparators]
    if isinstance(node, ast.IfExp):
        return [node.test, node.body, node.orelse]
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
        if node.func.id not in FUNCTIONS:
            raise _unknown(node.func.id, "function", FUNCTIONS)
        called.add(node.func.id)
        return [part for part in node.args if not _is_text(part)]
    text = ast.unparse(node)
    raise _form(f"{quoted(text)} is not allowed in an expression", text)


def _is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


# The value -------------------------------------------------------------------------------------


def _value(node: Any, names: Names) -> Any:
    if isinstance(node, ast.Constant):
        constant: Any = node.value
        return constant if isinstance(constant, (bool, str)) else number.settled(constant)
    if isinstance(node, ast.Name):
        return names.value(node.id)
    if isinstance(node, ast.UnaryOp):
        return _unary(node, names)
    if isinstance(node, ast.BinOp):
        left, right = _value(node.left, names), _value(node.right, names)
        return number.combined(_SIGNS[type(node.op)], _number(left), _number(right))
    if isinstance(node, ast.BoolOp):
        stops = isinstance(node.op, ast.Or)
        for part in node.values:
            if _truth(_value(part, names)) is stops:
                return stops
        return not stops
    if isinstance(node, ast.Compare):
        return _comparison(node, names)
    if isinstance(node, ast.IfExp):
        chosen = node.body if _truth(_value(node.test, names)) else node.orelse
        return _value(chosen, names)
    return names.call(node.func.id, tuple(_value(part, names) for part in node.args))


def _unary(node: ast.UnaryOp, names: Names) -> Value:
    operand = _value(node.operand, names)
    if isinstance(node.op, ast.Not):
        return not _truth(operand)
    value = _number(operand)
    return number.negative(value) if isinstance(node.op, ast.USub) else value


def _comparison(node: ast.Compare, names: Names) -> bool:
    left = _number(_value(node.left, names))
    for sign, part in zip(node.ops, node.comparators, strict=True):
        right = _number(_value(part, names))
        if not _COMPARISONS[type(sign)](left, right):
            return False
        left = right
    return True


def _number(value: Any) -> Number:
    if isinstance(value, (int, float, Decimal)) and not isinstance(value, bool):
        return value
    raise ExpressionError("value", f"{value} is not a number", str(value))


def _truth(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    raise ExpressionError("value", "it is a number; it must be true or false, as n > k is")
