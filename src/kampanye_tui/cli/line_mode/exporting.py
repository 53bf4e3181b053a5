"""Papers written as files: which, in which formats, for whom, each by numbers; then where they are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kampanye_tui.cli.check import summary
from kampanye_tui.cli.line_mode.conversation import agreed, choose_several, read_out, say, sentence
from kampanye_tui.model.problem import Declined
from kampanye_tui.model.template import Scope
from kampanye_tui.work import Work

if TYPE_CHECKING:
    from pathlib import Path

    from kampanye_tui.export import Delivered, Made, Request


def write_files(work: Work) -> None:
    """Ask what is wanted, make all of it, write it, and say where it is."""
    from kampanye_tui.export import earlier_words, folder_for, make_all, maker_for, plan

    jobs = plan(work.agreement, work.library, _request(work), work.state)
    say(f"Menyusun {len(jobs)} berkas.")
    made = make_all(maker_for(work.located, work.library, work.agreement), jobs)
    folder = folder_for(work.located, work.agreement.id)
    paths = [folder / job.name for job in jobs]
    delivered = _deliver(work, made, paths)
    if delivered is None:
        say("Tidak ada berkas yang ditulis.")
        return
    pages = sum(one.pages or 0 for one in made)
    say("Tertulis di folder:")
    read_out(str(folder.resolve()))
    for one in delivered:
        length = f"{one.made.pages} halaman, " if one.made.pages else ""
        say(f"{one.path.name}: {length}{one.became.word}", lead="    ")
    say(f"Selesai: {len(delivered)} berkas" + (f", {pages} halaman." if pages else "."))
    _tell_ways(str(folder.resolve()), work.agreement.id)
    older = earlier_words(work.agreement, work.state, jobs, paths)
    if older:
        say(older)
    say(summary(work.findings))


def _tell_ways(folder: str, agreement_id: str) -> None:
    """Say how the files get to a computer with Windows."""
    from kampanye_tui.delivery import pscp_line, ssh_line, this_host, winscp_address
    from kampanye_tui.store.at_work import at_work

    host = this_host()
    if at_work().confined:
        say("Mengambilnya dari Windows, pada Command Prompt:")
        read_out(ssh_line(host, agreement_id))
        return
    say("Mengambilnya dari Windows, dengan pscp pada Command Prompt:")
    read_out(pscp_line(host, folder))
    say("atau dengan WinSCP, alamatnya:")
    read_out(winscp_address(host, folder))


def _request(work: Work) -> Request:
    """Ask for papers, formats and, where it matters, for whom."""
    from kampanye_tui.export import USUAL, Request
    from kampanye_tui.papers import paper_name, papers

    choice = work.located.configuration.export
    templates = list(papers(work.library))
    usual = sorted(templates.index(work.library.template(name)) for name in choice.templates or USUAL)
    chosen = choose_several(
        "Dokumen:",
        [paper_name(work.library, one) for one in templates],
        usual,
        f"yang biasa, yaitu {', '.join(str(at + 1) for at in usual)}",
    )
    formats = list(work.library.formats.values())
    usual_formats = [work.library.format(name) for name in choice.formats]
    wanted = choose_several(
        "Format:",
        [one.label for one in formats],
        [formats.index(one) for one in usual_formats],
        ", ".join(one.label for one in usual_formats),
    )
    picked = [templates[at] for at in chosen]
    recipients = choice.recipients
    if any(one.front.scope is not Scope.AGREEMENT for one in picked):
        parties = work.agreement.parties
        whom = choose_several("Untuk siapa:", [one.called for one in parties], (), ", ".join(recipients))
        recipients = tuple(parties[at].id for at in whom) or recipients
    return Request(tuple(one.address for one in picked), tuple(formats[at].id for at in wanted), recipients)


def _deliver(work: Work, made: tuple[Made, ...], paths: list[Path]) -> tuple[Delivered, ...] | None:
    """Write the files; None when others stand there that are to stay."""
    from kampanye_tui.export import deliver

    try:
        return deliver(work.library, work.agreement.id, made, paths, overwrite=False)
    except Declined as declined:
        say(sentence(declined))
    if not agreed("Ganti berkas yang lama?"):
        return None
    return deliver(work.library, work.agreement.id, made, paths, overwrite=True)
