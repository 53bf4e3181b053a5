"""The papers that a library offers, in the words of a list: name, sheet, for whom. Pure."""

from __future__ import annotations

from typing import NamedTuple

from kampanye_tui.export import EVERYBODY, USUAL, papers_of, recipients_of
from kampanye_tui.model.agreement import Agreement, CopyPlan
from kampanye_tui.model.export_format import Part
from kampanye_tui.model.office import Paper
from kampanye_tui.model.party import Party
from kampanye_tui.model.template import Scope, Sheet, Template
from kampanye_tui.plugin.library import Library

_WRITTEN = {"dim": "DIM"} | {sheet.value.lower(): sheet.value for sheet in Sheet if len(sheet.value) == 2}
"""Parts of ids that are written in capitals: names of sheets, and what offices say in letters."""


class First(NamedTuple):
    """The first paper of a template: whose copy it is, or for whom it is without a copy; and of how many."""

    copy: CopyPlan | None
    holder: Party | None
    of: int


def papers(library: Library) -> tuple[Template, ...]:
    """Return the templates that are papers: those that every office prints first, then as packs have them."""
    by_use = {name: number for number, name in enumerate(USUAL)}
    whole = (one for one in library.templates.values() if not one.front.fragment)
    return tuple(sorted(whole, key=lambda one: by_use.get(one.front.id, len(by_use))))


def paper_name(library: Library, template: Template) -> str:
    """Return what a paper is called in lists; its pack is named where two packs have one of that id."""
    name = " ".join(_WRITTEN.get(part, part) for part in template.front.id.split("-"))
    name = name[:1].upper() + name[1:]
    same = [one for one in library.templates.values() if one.front.id == template.front.id]
    return f"{name} (paket {template.address.partition('/')[0]})" if len(same) > 1 else name


def first_paper(agreement: Agreement, template: Template) -> First | None:
    """Return the first paper of a template; None where it is for nobody in this agreement."""
    made = list(papers_of(agreement, template, recipients_of(agreement, (EVERYBODY,))))
    return First(made[0][0], made[0][1], len(made)) if made else None


def sheet_of(template: Template, paper: Paper | None, part: Part | None = None) -> Sheet:
    """Return the sheet that a part of a paper is printed on, where an office prints on ``paper``."""
    sheet = template.front.paper
    page = Sheet(paper.value) if paper is not None and sheet.is_office_paper else sheet
    return page.folded_from or page if part is Part.FOLDED else page


def for_whom(template: Template, count: int) -> str:
    """Return for whom the papers of a template are, by their number."""
    if template.front.scope is Scope.AGREEMENT:
        return "satu untuk semua"
    return f"{count}, satu tiap pihak" if count else "tidak ada penerima"
