"""A template of a document ("format naskah" on screen): front matter, and Markdown with directives."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from kampanye_tui.model.office import Paper
from kampanye_tui.model.party import Role
from kampanye_tui.model.text import Id, Line
from kampanye_tui.model.value import Value, key


class Scope(StrEnum):
    """Whether a document is made once for an agreement, or once for each numbered copy."""

    AGREEMENT = "naskah"
    COPY = "salinan"


class Margins(Value, frozen=True, kw_only=True):
    """Margins in millimetres."""

    top: int = key("atas", default=25)
    bottom: int = key("bawah", default=25)
    left: int = key("kiri", default=30)
    right: int = key("kanan", default=20)

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse margins that printers cut (below 10 mm) or that leave no room (above 60 mm)."""
        for name in ("atas", "bawah", "kiri", "kanan"):
            value = {"atas": self.top, "bawah": self.bottom, "kiri": self.left, "kanan": self.right}
            if not 10 <= value[name] <= 60:
                yield name, f"tertulis {value[name]} mm", "Margin antara 10 dan 60 mm"


class FrontMatter(Value, frozen=True, kw_only=True):
    """The table between the ``+++`` lines of a template."""

    id: Id = key("id")
    title: Line = key("judul")
    stem: Id | None = key("berkas", default=None)
    """Beginning of the names of its files; absent is the id."""
    scope: Scope = key("cakupan", default=Scope.AGREEMENT)
    audience: tuple[Role, ...] = key("untuk", default=())
    """Roles of those who get a copy; empty is everybody. Only for copies."""
    paper: Paper = key("kertas", default=Paper.A4)
    margins: Margins = key("margin", default=Margins())
    size: float = key("ukuran_huruf", default=11.5)
    """Of body text, in points."""

    def faults(self) -> Iterator[tuple[str, str, str]]:
        """Refuse sizes that nobody reads or that leave no room."""
        if not 7 <= self.size <= 24:
            yield "ukuran_huruf", f"tertulis {self.size}", "Ukuran huruf antara 7 dan 24"


class Template(Value, frozen=True, kw_only=True):
    """A template as a pack offers it.

    ``body`` is Markdown; ``first_line`` is the line of ``file`` where it begins, for true places in problems.
    """

    front: FrontMatter
    body: str
    file: str
    first_line: int = 1
    address: str = ""
    """``paket/id``, by which offices choose it; the core sets it."""
