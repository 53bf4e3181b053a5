"""What is to be written: documents, formats and recipients with their marks, and their rows. Pure.

Recipients are kept as the pihak themselves, so that a role, everybody and a single pihak are three views of
one set. The office gets no copy of its own and is never among them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib.util import find_spec
from typing import NamedTuple, TypeVar

from kampanye_tui.agreement.party_words import role_words
from kampanye_tui.export import EVERYBODY, USUAL, Request, papers_of, recipients_of
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.export_format import Part
from kampanye_tui.model.office import ExportChoice, Paper
from kampanye_tui.model.party import Party, Role
from kampanye_tui.model.problem import Refused
from kampanye_tui.model.template import Sheet
from kampanye_tui.papers import paper_name, papers, sheet_of
from kampanye_tui.plugin.library import Library
from kampanye_tui.tui.columns import arrange, share
from kampanye_tui.tui.faults import sentence
from kampanye_tui.tui.rows import Row

T = TypeVar("T")
EXTRAS = {"docx": ("docx", 'Belum terpasang; pasang dengan: pip install "kampanye-tui[docx]"')}
"""Formats that need a module which an office may have left out, and what is said then."""


PDF = "pdf"
FOLDED, SMALL = Part.FOLDED.value, "ringkas"
WAYS = {
    FOLDED: (
        "PDF buku saku: susun dua halaman per muka A4",
        "untuk dilipat",
        "Dokumen A5, misalnya buku saku, menjadi lembar A4. Cetak bolak-balik, dibalik pada sisi pendek, "
        "lalu lipat dan jilid di tengah.",
    ),
    SMALL: (
        "PDF kecil, tanpa lampiran sumbernya",
        "untuk dikirim",
        "Lebih ringan untuk dikirim lewat pesan; isi dan tampilannya sama. Untuk dicetak, disimpan, dan "
        "diverifikasi, tulis juga PDF yang lengkap.",
    ),
}
"""Ways to write a PDF: the words of the row, what it is for, and what is said about it."""


class Choice(NamedTuple):
    """What is marked: addresses of templates, ids of formats, ids of pihak, ways to write PDFs."""

    templates: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    parties: frozenset[str] = frozenset()
    ways: frozenset[str] = frozenset()


def receivers(agreement: Agreement) -> tuple[Party, ...]:
    """Return the pihak who may get papers."""
    return tuple(party for party in agreement.parties if party.role is not Role.ORGANISER)


def usual(agreement: Agreement, library: Library, configured: ExportChoice) -> tuple[Choice, tuple[str, ...]]:
    """Return what an office usually writes, and a sentence for each unknown name in its configuration."""
    told: list[str] = []
    names = configured.templates or USUAL
    templates = [one.address for one in _known(library.template, names, told)]
    formats = [one.id for one in _known(library.format, configured.formats, told)]
    named = _known(lambda name: recipients_of(agreement, (name,)), configured.recipients, told)
    given = {party.id for party in receivers(agreement)}.intersection(set().union(*named))
    return Choice(frozenset(templates), frozenset(formats), frozenset(given)), tuple(told)


def _known(find: Callable[[str], T], names: Iterable[str], told: list[str]) -> list[T]:
    found = []
    for name in names:
        try:
            found.append(find(name))
        except Refused as refused:
            told.append(sentence(refused))
    return found


def why_not(format_id: str) -> str:
    """Return why a format cannot be written on this computer; empty when it can."""
    module, why = EXTRAS.get(format_id, ("", ""))
    return why if module and find_spec(module) is None else ""


def toggled(choice: Choice, agreement: Agreement, row_id: str) -> Choice:
    """Return the choice with the mark of a row changed; a mark on a part of a group completes it."""
    kind, _, name = row_id.partition(":")
    match kind:
        case "templat":
            return choice._replace(templates=choice.templates ^ {name})
        case "format":
            return choice._replace(formats=choice.formats ^ {name})
        case "cara":
            return choice._replace(ways=choice.ways ^ {name})
        case _:
            group = _group(agreement, kind, name)
            whole = group <= choice.parties
            return choice._replace(parties=choice.parties - group if whole else choice.parties | group)


def _group(agreement: Agreement, kind: str, name: str) -> frozenset[str]:
    """Return the ids of the pihak that a row among the recipients stands for."""
    everybody = receivers(agreement)
    if kind == "pihak":
        return frozenset({name})
    return frozenset(party.id for party in everybody if name in (EVERYBODY, party.role.value))


def requests_of(choice: Choice, agreement: Agreement, library: Library) -> tuple[Request, ...]:
    """Return the requests that the marks make, in the order of the lists.

    Papers that fold are one request of their own where they are to be folded, and so are PDFs in a way that
    other formats do not have; the last are files as they are.
    """
    chosen = [one for one in papers(library) if one.address in choice.templates]
    parties = tuple(party.id for party in receivers(agreement) if party.id in choice.parties)
    formats = tuple(name for name in library.formats if name in choice.formats)
    if PDF not in formats or not choice.ways:
        return (Request(tuple(one.address for one in chosen), formats, parties),)
    folded = {one.address for one in chosen if FOLDED in choice.ways and one.front.paper is Sheet.A5}
    whole = tuple(one.address for one in chosen if one.address not in folded)
    small = SMALL in choice.ways
    others = tuple(name for name in formats if name != PDF)
    wanted = (
        Request(
            tuple(one.address for one in chosen if one.address in folded), (PDF,), parties, Part.FOLDED, small
        ),
        Request(whole, (PDF,), parties, small=small),
        Request(tuple(one.address for one in chosen), others, parties),
    )
    return tuple(one for one in wanted if one.templates and one.formats)


def rows(
    choice: Choice, agreement: Agreement, library: Library, paper: Paper | None, width: int
) -> tuple[Row, ...]:
    """Return the list with its marks, in ``width`` columns."""
    return (
        Row("dokumen", "DOKUMEN", heading=True),
        *_templates(choice, agreement, library, paper, width),
        Row("format", "FORMAT", heading=True),
        *_formats(choice, library, width),
        Row("untuk", "UNTUK", heading=True),
        *_roles(choice, agreement, width),
        Row("pihak", "ATAU PIHAK TERTENTU", heading=True),
        *_parties(choice, agreement, width),
    )


def _templates(
    choice: Choice, agreement: Agreement, library: Library, paper: Paper | None, width: int
) -> Iterator[Row]:
    widths = share(width, (3, 0, 10, 7))
    for template in papers(library):
        mark = _mark(template.address in choice.templates)
        made = len(list(papers_of(agreement, template, set(choice.parties)))) * max(1, len(choice.formats))
        cells = (mark, paper_name(library, template), f"{made:>3} berkas", sheet_of(template, paper))
        yield Row(f"templat:{template.address}", arrange(cells, widths))


def _formats(choice: Choice, library: Library, width: int) -> Iterator[Row]:
    widths = share(width, (3, 0, 19))
    for one in library.formats.values():
        cells = (_mark(one.id in choice.formats), one.label, one.suffix)
        if why_not(one.id):
            cells = ("", one.label, "belum terpasang")
        yield Row(f"format:{one.id}", arrange(cells, widths))
        if one.id == PDF:
            for name, (words, purpose, _about) in WAYS.items():
                yield Row(
                    f"cara:{name}", arrange((_mark(name in choice.ways), f"  {words}", purpose), widths)
                )


def _roles(choice: Choice, agreement: Agreement, width: int) -> Iterator[Row]:
    widths = share(width, (3, 0, 19))
    called = role_words(agreement.reference)
    present = {party.role.value: called[party.role] for party in receivers(agreement)}
    for name, words in ({EVERYBODY: "Semua pihak"} | present).items():
        group = _group(agreement, "untuk", name)
        taken = group & choice.parties
        of = f"{len(taken)} dari {len(group)}" if taken and taken != group else f"{len(group)}"
        mark = _mark(bool(group) and taken == group, part=bool(taken))
        yield Row(f"untuk:{name}", arrange((mark, words, f"{of} pihak"), widths))


def _parties(choice: Choice, agreement: Agreement, width: int) -> Iterator[Row]:
    for party in receivers(agreement):
        number = f"{party.ballot_number:>2} " if party.ballot_number else ""
        cells = (_mark(party.id in choice.parties), f"{number}{party.name}")
        yield Row(f"pihak:{party.id}", arrange(cells, share(width, (3, 0))))


def _mark(on: bool, *, part: bool = False) -> str:
    if on:
        return "[x]"
    return "[-]" if part else "[ ]"
