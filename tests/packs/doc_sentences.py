"""The sentences in which the loader says why a pack is not used, as its source has them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from inspect import getsource
from types import ModuleType

from kampanye_tui.plugin import apart, guard, host, intake, library, python_pack
from kampanye_tui.store import own_packs
from tests.packs.doc_blocks import ANYTHING

MODULES: tuple[ModuleType, ...] = (python_pack, intake, guard, apart, library)
"""Where ``Fault`` and ``put_out`` say them."""
FUNCTIONS = (
    (guard, "_words_for"),
    (guard, "guarded"),
    (host, "_place"),
    (host, "_take_all"),
    (host, "_waiting"),
)
"""Functions in which they are put together."""


def sentences() -> set[str]:
    """Return each sentence once."""
    found: set[str] = set()
    for module in MODULES:
        for node in ast.walk(ast.parse(getsource(module))):
            if isinstance(node, ast.Call) and _called(node) in ("Fault", "put_out") and node.args:
                found.update(_texts(node.args[-1] if _called(node) == "put_out" else node.args[0]))
    for module, name in FUNCTIONS:
        for node in ast.walk(ast.parse(getsource(module))):
            if isinstance(node, ast.FunctionDef) and node.name == name:
                found.update(_said(node))
    kept = {own_packs.OFF, own_packs.WITHOUT, own_packs.DEADLY}
    return found | {one.replace("{0}", ANYTHING) for one in kept}


def _said(function: ast.FunctionDef) -> Iterator[str]:
    """Yield the texts that a function returns, gives a name to, or notes as a change of state."""
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and _called(node) == "_changed":
            yield from _texts(node.args[-1])
        if isinstance(node, ast.Return | ast.Assign) and node.value is not None:
            yield from _texts(node.value)


def _called(node: ast.Call) -> str:
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _texts(node: ast.expr) -> Iterator[str]:
    """Yield the sentence that an expression is, as far as it is one."""
    if isinstance(node, ast.BinOp):
        first = "".join(_texts(node.left))
        if first:
            yield _tidy(first + ANYTHING)
    elif isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else ANYTHING for part in node.values)
        yield _tidy("".join(map(str, parts)))
    elif isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
        yield _tidy(node.value)


def _tidy(text: str) -> str:
    return re.sub(f"{ANYTHING}+", ANYTHING, text.partition("\n")[0].strip())
