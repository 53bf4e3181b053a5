"""What ``verifikasi`` finds of things that somebody shows: a file, a PDF with its words, a copy's number."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from kampanye_tui.cli.session import locate

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from kampanye_tui.agreement.verification import Verified
    from kampanye_tui.document.paper_check import Paper

LARGEST_SHOWN = 64 * 2**20
"""Bytes of a file that is compared; a scan that is kept as evidence is smaller."""


class Shown(NamedTuple):
    """Something that was shown to us, what was found of it, and whether it is known.

    ``paper`` is what came of reading a PDF that is not known by its bytes.
    """

    what: str
    words: str
    known: bool
    paper: Paper | None = None


def shown_file(path: Path, found: Sequence[Verified]) -> Shown:
    """Return which copy the bytes of a file are; those of another PDF are compared word by word.

    What is no plain file, too large or not readable is not known, and stops no other.
    """
    from kampanye_tui.agreement.copy_answers import file_is
    from kampanye_tui.formats.pdf.reading import BEGIN
    from kampanye_tui.model.messages import system_error
    from kampanye_tui.model.problem import Problem, Refused
    from kampanye_tui.store.plain_file import kept_bytes

    try:
        content = kept_bytes(path, "", LARGEST_SHOWN)
    except Refused as refused:
        return Shown(path.name, str(refused.problems[0]), False)
    except OSError as error:
        return Shown(path.name, str(Problem(what=system_error(error))), False)
    sha256 = hashlib.sha256(content).hexdigest()
    for one in found:
        known = file_is(one, sha256)
        if known:
            return Shown(path.name, f"Persis berkas yang dicatat sebagai {known}, naskah {one.id}.", True)
    if content.startswith(BEGIN):
        return _compared(path.name, content, found)
    words = "Bukan berkas yang dicatat dalam buku; selain PDF, isinya tidak dapat dibandingkan."
    return Shown(path.name, words, False)


def _compared(name: str, content: bytes, found: Sequence[Verified]) -> Shown:
    """Return how the words of a PDF stand to the final text that it says it is."""
    from kampanye_tui.document.paper_check import paper_checked
    from kampanye_tui.formats.pdf.reading import page_texts
    from kampanye_tui.model.problem import Refused

    try:
        pages = page_texts(content)
    except Refused as refused:
        return Shown(name, str(refused.problems[0]), False)
    papers = [(one, paper_checked(pages, one, name)) for one in found]
    # Of several agreements the one that knows most of its codes is meant.
    one, paper = max(papers, key=lambda pair: sum(code.known for code in pair[1].codes))
    if paper.known:
        paper = _beside_printed_again(paper, pages, one)
    said = "cocok dengan" if paper.known else "tidak terbukti cocok dengan"
    words = f"Bukan berkas yang dicatat dalam buku; kata-katanya {said} naskah final {one.id}."
    return Shown(name, words, paper.known, paper)


def _beside_printed_again(paper: Paper, pages: Sequence[str], found: Verified) -> Paper:
    """Return a paper with all of its words compared, where there is an office that can print it again."""
    from kampanye_tui.document.printed_again import beside, printing_of
    from kampanye_tui.export import maker_for
    from kampanye_tui.formats.pdf.reading import page_texts
    from kampanye_tui.handing_out import copy_jobs
    from kampanye_tui.model.problem import Refused
    from kampanye_tui.work import library_for

    printing = printing_of(pages, found)
    try:
        located = locate()
        library = library_for(located, printing.agreement)
        maker = maker_for(located, library, printing.agreement)._replace(state=printing.state)
        (job,) = copy_jobs(library, [printing.copy])
        return beside(paper, pages, page_texts(maker.make(job).data))
    except Refused:
        # A folder on a stick is verified without the configuration and the packs of its office.
        return paper


def shown_copies(number: int, found: Sequence[Verified]) -> list[Shown]:
    """Return who has the copies of a number in each agreement."""
    from kampanye_tui.agreement.copy_answers import copies_numbered, who_has

    rows = [(one, row) for one in found for row in copies_numbered(one, number)]
    if not rows:
        return [Shown(f"nomor {number}", "Tidak ada asli atau salinan bernomor ini dalam buku.", False)]
    several = len(found) > 1
    return [
        Shown(f"nomor {number}", f"{one.id}, {who_has(row)}" if several else who_has(row), True)
        for one, row in rows
    ]
