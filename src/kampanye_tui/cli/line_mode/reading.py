"""A paper read out as it will be printed, page by page, in lines of 78 columns."""

from __future__ import annotations

from kampanye_tui.cli.line_mode.conversation import BACK, WIDTH, Back, choose, read_out, say, typed
from kampanye_tui.model.template import Template
from kampanye_tui.work import Work

LINES = 20
"""Lines at a time: a terminal of 24 keeps them all."""


def read_documents(work: Work) -> None:
    """Let papers be chosen and read, until the operator goes back."""
    from kampanye_tui.papers import paper_name, papers

    templates = list(papers(work.library))
    names = [paper_name(work.library, one) for one in templates]
    heard: list[str] = []
    while True:
        try:
            chosen = choose("Dokumen:", names, heard=heard)
        except Back:
            return
        heard = names
        try:
            _read(work, templates[int(chosen) - 1])
        except Back:
            continue


def _read(work: Work, template: Template) -> None:
    from kampanye_tui.export import EVERYBODY, maker_for, papers_of, recipients_of
    from kampanye_tui.formats.pdf import family_of
    from kampanye_tui.typeset.preview import preview

    agreement = work.agreement
    papers = list(papers_of(agreement, template, recipients_of(agreement, [EVERYBODY])))
    if not papers:
        say("Naskah ini tidak mempunyai pihak yang menerima dokumen itu.")
        return
    at = 0
    if len(papers) > 1:
        at = (
            int(choose("Untuk siapa:", [holder.called if holder else name for _copy, holder, name in papers]))
            - 1
        )
    copy, holder, _name = papers[at]
    maker = maker_for(work.located, work.library, agreement)
    pages = preview(maker.document(template, copy, holder), family_of(maker.options), WIDTH)
    for page in pages:
        say(f"Halaman {page.number} dari {len(pages)}.")
        for first in range(0, len(page.lines), LINES):
            for line in page.lines[first : first + LINES]:
                read_out(line)
            onward = "selesai" if page is pages[-1] and first + LINES >= len(page.lines) else "lanjut"
            if typed(f"Enter: {onward}; {BACK}: kembali").strip() == BACK:
                return
    say("Dokumen itu sudah terbaca sampai akhir.")
