"""A Python pack: verified bytes → a module, without the file system.

The bytes that were hashed are the bytes that are compiled. ``__pycache__`` and ``sys.path`` are never looked
at: a planted ``.pyc`` or a file named like a module of the standard library changes nothing.
"""

from __future__ import annotations

import errno
import importlib
import inspect
import os
import sys
from collections.abc import Iterator, Sequence
from importlib.abc import InspectLoader, MetaPathFinder
from importlib.machinery import ModuleSpec
from importlib.util import spec_from_loader
from types import CodeType, ModuleType

from kampanye_tui import hookspecs
from kampanye_tui.hookspecs import PROJECT
from kampanye_tui.model.messages import nearest
from kampanye_tui.plugin.code_reading import BEYOND, HOOKS
from kampanye_tui.plugin.folder import PackFolder
from kampanye_tui.plugin.guard import COLLECT_SECONDS, Fault, Outcome, guarded

PREFIX = "kampanye_paket_"
"""Packs live under names of their own, so that none can take the place of another module."""


def load(folder: PackFolder) -> Outcome[ModuleType]:
    """Return the module of an accepted pack, and what it printed; raises :class:`Fault`.

    ``modul`` in the manifest names it; modules beside it are imported from it relatively. Other bytes are
    another package, so a pack accepted anew in one process does not run its old bytes.
    """
    code = folder.manifest.code
    if code is None or f"{code.module}.py" not in folder.files:
        raise Fault(f'modul "{code.module if code else ""}" tidak ada di dalam paket')
    name = folder.manifest.plugin.id.replace("-", "_")
    package = f"{PREFIX}{name}_{folder.fingerprint[:16]}"
    if not any(isinstance(known, _Finder) and known.package == package for known in sys.meta_path):
        sys.meta_path.insert(0, _Finder(package, folder))

    def call() -> ModuleType:
        module = importlib.import_module(f"{package}.{code.module}")
        _preflight(module, code.hooks)
        return module

    try:
        return guarded(call, COLLECT_SECONDS)
    except Fault:
        for loaded in [loaded for loaded in sys.modules if loaded.partition(".")[0] == package]:
            del sys.modules[loaded]
        sys.meta_path[:] = [
            known for known in sys.meta_path if not (isinstance(known, _Finder) and known.package == package)
        ]
        raise


def _preflight(module: ModuleType, declared: Sequence[str]) -> None:
    """Refuse hooks that do not exist, were not declared, or reach beyond their own plugin."""
    marked = list(_marked(module))
    if not marked:
        raise Fault("tidak ada fungsi bertanda @hookimpl")
    for name, options in marked:
        if name not in HOOKS:
            raise Fault(f'hook "{name}" tidak ada. {nearest(name, HOOKS)}')
        if name not in declared:
            raise Fault(f'hook "{name}" tidak dinyatakan pada plugin.toml, [python] hook')
        if any(options.get(option) for option in BEYOND):
            raise Fault(f'hook "{name}" memakai {", ".join(BEYOND[:-1])}, atau {BEYOND[-1]}')
        offered = inspect.signature(getattr(hookspecs, name)).parameters
        for argument in inspect.signature(getattr(module, name)).parameters.values():
            if argument.name not in offered and argument.default is argument.empty:
                near = nearest(argument.name, offered)
                raise Fault(f'hook "{name}" tidak mempunyai argumen "{argument.name}". {near}')
    for name in declared:
        if name not in dict(marked):
            raise Fault(f'hook "{name}" dinyatakan pada plugin.toml, tetapi tidak ada di dalam modul')


def _marked(module: ModuleType) -> Iterator[tuple[str, dict[str, object]]]:
    for name, value in vars(module).items():
        if inspect.isroutine(value):
            options = getattr(value, f"{PROJECT}_impl", None)
            if isinstance(options, dict):
                yield name, options


class _Finder(MetaPathFinder):
    """Finds the modules of one pack in its bytes."""

    def __init__(self, package: str, folder: PackFolder) -> None:
        self.package = package
        self.folder = folder

    def find_spec(self, fullname: str, path: object, target: object = None) -> ModuleSpec | None:  # noqa: ARG002
        head, _dot, rest = fullname.partition(".")
        if head != self.package:
            return None
        file = f"{rest.replace('.', '/')}.py" if rest else ""
        if file and file not in self.folder.files:
            return None
        return spec_from_loader(fullname, _Loader(self.folder, file), is_package=not rest)


class _Loader(InspectLoader):
    """Compiles bytes that were read already: those of ``file``, or none for the package itself."""

    def __init__(self, folder: PackFolder, file: str) -> None:
        self.folder = folder
        self.file = file

    def get_data(self, path: str) -> bytes:
        """Return a file of the pack as it was read and hashed; raises OSError for one that it has not.

        So a module reads a table beside it: ``__spec__.loader.get_data("jadwal.csv")``.
        """
        if path not in self.folder.files:
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), path)
        return self.folder.files[path]

    def get_source(self, fullname: str) -> str:  # noqa: ARG002
        return self._source().decode()

    def get_code(self, fullname: str) -> CodeType:  # noqa: ARG002
        return compile(self._source(), f"<{self.folder.label(self.file)}>", "exec", dont_inherit=True)

    def _source(self) -> bytes:
        return self.folder.files[self.file] if self.file else b""

    def is_package(self, fullname: str) -> bool:
        return "." not in fullname
