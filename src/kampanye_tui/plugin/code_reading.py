"""The code of a Python pack, read and not run: does it parse, which hooks does it have, are they its own.

What :mod:`kampanye_tui.plugin.python_pack` refuses when a pack is loaded is told here with line and column,
as far as the text says it.
"""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator, Sequence

from kampanye_tui import hookspecs
from kampanye_tui.model.messages import nearest
from kampanye_tui.model.problem import Problem, Step
from kampanye_tui.plugin.folder import MANIFEST, PackFolder

HOOKS = tuple(name for name in vars(hookspecs) if name.startswith("kampanye_"))
BEYOND = ("wrapper", "hookwrapper", "tryfirst", "trylast", "specname")
"""Options of pluggy with which a plugin would reach beyond itself or hide which hook it implements."""
_MARK = "hookimpl"


def code_problems(folder: PackFolder) -> tuple[Problem, ...]:
    """Return what is wrong with the code of a pack; a pack of data has none."""
    code = folder.manifest.code
    if code is None:
        return ()
    trees = {name: _parsed(folder, name) for name in folder.files if name.endswith(".py")}
    problems = [tree for tree in trees.values() if isinstance(tree, Problem)]
    module = f"{code.module}.py"
    if module not in trees:
        what = f'modul "{code.module}" tidak ada di dalam paket'
        return (*problems, _in_manifest(folder, what, f'Buat berkas "{module}"', "modul"))
    tree = trees[module]
    if isinstance(tree, ast.Module):
        problems += _hook_problems(tree, folder, module, code.hooks)
    return tuple(problems)


def marked_functions(tree: ast.Module) -> dict[str, tuple[str, ...]]:
    """Return the functions that bear the mark of a hook, and the options of each mark."""
    return {node.name: options for node in _functions(tree) if (options := _options(node)) is not None}


def _parsed(folder: PackFolder, name: str) -> ast.Module | Problem:
    try:
        return ast.parse(folder.files[name], name)
    except SyntaxError as error:
        return Problem(
            what=f"kode Python ini tidak dapat dibaca ({error.msg})",
            hint="Perbaiki barisnya",
            file=folder.label(name),
            line=error.lineno or 0,
            column=error.offset or 0,
            excerpt=(error.text or "").rstrip("\n"),
        )
    except (ValueError, RecursionError, MemoryError) as error:
        what = f"kode Python ini tidak dapat dibaca ({type(error).__name__})"
        return Problem(what=what, hint="Simpan ulang sebagai teks UTF-8", file=folder.label(name))


def _hook_problems(
    tree: ast.Module, folder: PackFolder, file: str, declared: Sequence[str]
) -> Iterator[Problem]:
    marked = marked_functions(tree)
    for node in _functions(tree):
        for what, hint in _function_faults(node, marked.get(node.name), declared):
            yield Problem(
                what=what, hint=hint, file=folder.label(file), line=node.lineno, column=node.col_offset + 1
            )
    if not marked:
        hint = "Beri tanda @hookimpl pada fungsi yang memberikan isi paket"
        yield _in_manifest(folder, "tidak ada fungsi bertanda @hookimpl di dalam modul", hint, "modul")
    for name in declared:
        if name not in HOOKS:
            yield _in_manifest(folder, f'hook "{name}" tidak ada', nearest(name, HOOKS), "hook")
        elif marked and name not in marked:
            what = f'hook "{name}" dinyatakan, tetapi tidak ada di dalam modul'
            yield _in_manifest(folder, what, "Hapus dari daftar, atau buat fungsinya", "hook")


def _function_faults(
    node: ast.FunctionDef | ast.AsyncFunctionDef, options: tuple[str, ...] | None, declared: Sequence[str]
) -> Iterator[tuple[str, str]]:
    name = node.name
    if options is None:
        if name in HOOKS:
            yield f'fungsi "{name}" belum bertanda @hookimpl', "Tulis @hookimpl pada baris di atasnya"
        return
    if name not in HOOKS:
        yield f'hook "{name}" tidak ada', nearest(name, HOOKS)
        return
    if name not in declared:
        yield f'hook "{name}" tidak dinyatakan pada plugin.toml', f'Tambahkan "{name}" pada [python] hook'
    if isinstance(node, ast.AsyncFunctionDef):
        yield f'hook "{name}" ditulis sebagai async def', "Tulis sebagai def biasa"
    for option in options:
        if option in BEYOND:
            yield f'hook "{name}" memakai {option}, yang tidak disediakan bagi paket', "Hapus pilihan itu"
    offered = inspect.signature(getattr(hookspecs, name)).parameters
    required = node.args.args[: len(node.args.args) - len(node.args.defaults)]
    for argument in required:
        if argument.arg not in offered:
            yield f'hook "{name}" tidak mempunyai argumen "{argument.arg}"', nearest(argument.arg, offered)


def _functions(tree: ast.Module) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in tree.body if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _options(node: ast.FunctionDef | ast.AsyncFunctionDef) -> tuple[str, ...] | None:
    """Return the options of a function's mark, or None for one that bears no mark."""
    for mark in node.decorator_list:
        named = mark.func if isinstance(mark, ast.Call) else mark
        name = named.attr if isinstance(named, ast.Attribute) else getattr(named, "id", "")
        if name == _MARK:
            return tuple(one.arg or "" for one in mark.keywords) if isinstance(mark, ast.Call) else ()
    return None


def _in_manifest(folder: PackFolder, what: str, hint: str, key: str) -> Problem:
    return Problem(what=what, hint=hint, file=folder.label(MANIFEST), steps=(Step("python"),), key=key)
