"""``bandingkan``: what differs between two texts, on the terminal or as a document."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from kampanye_tui.cli.on_paper import called_on_paper
from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data, data_json, talk
from kampanye_tui.cli.session import library_for, locate

if TYPE_CHECKING:
    from kampanye_tui.agreement.redline import ClauseRedline, Redline
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.store.configuration import Located

STDOUT = "-"
LARGEST_TEXT = 8_000_000
"""Bytes of a text; one of sixty clauses has a hundred thousand."""
_REVISION = re.compile(r"(?P<id>[^@]+)@r?(?P<number>[0-9]{1,4})")


@click.command("bandingkan", options_metavar="[OPSI]")
@click.argument("earlier", metavar="SEMULA")
@click.argument("later", metavar="[MENJADI]", required=False)
@click.option("--sejak-tanggapan", "party", metavar="PIHAK", help="Semula ialah bunyi yang ditanggapi PIHAK.")
@click.option("--format", "format_id", metavar="F", help="pdf, html, teks, …; tanpa ini ke layar.")
@click.option("-o", "target", metavar="FOLDER|BERKAS|-", help="Tujuan dokumen; - berarti stdout.")
@click.option("--timpa", "overwrite", is_flag=True, help="Ganti berkas yang isinya berbeda.")
@config
@as_json
def compare(
    earlier: str,
    later: str | None,
    party: str | None,
    format_id: str | None,
    target: str | None,
    overwrite: bool,
    as_json: bool,
) -> Exit:
    """Bandingkan dua naskah, klausul demi klausul.

    Masing-masing berupa id naskah, revisi finalnya (id@r01), atau berkas .toml.
    Klausul yang dipindahkan ditunjukkan sebagai dipindahkan.
    Bersama --sejak-tanggapan cukup satu id naskah.

    \b
    Contoh:
      kampanye bandingkan 2023-kampanye-damai@r01 2023-kampanye-damai
      kampanye bandingkan lama.toml baru.toml --format pdf -o beda.pdf
      kampanye bandingkan 2023-kampanye-damai --sejak-tanggapan 14
    """
    from kampanye_tui.model.problem import refuse

    located = locate()
    compared = _since(located, earlier, later, party) if party else _both(located, earlier, later)
    found = compared.found
    if format_id is not None:
        return _write(located, compared, format_id, target, overwrite=overwrite)
    if target is not None:
        raise refuse("-o memerlukan --format", "Sebutkan formatnya, misalnya: --format pdf")
    if as_json:
        data_json({"klausul": [_as_table(one) for one in found.differing], "lainnya": list(found.others)})
    else:
        _print(found)
    return Exit.DONE


class Compared(NamedTuple):
    """What differs, what both texts are called, and the later one."""

    found: Redline
    names: tuple[str, str]
    after: Agreement


def _both(located: Located, earlier: str, later: str | None) -> Compared:
    """Compare two texts by their names; raises Refused."""
    from kampanye_tui.agreement.redline import redline
    from kampanye_tui.model.problem import refuse

    if later is None:
        raise refuse(
            "naskah pembandingnya belum disebutkan",
            "Sebutkan dua naskah, atau satu naskah dengan --sejak-tanggapan PIHAK",
        )
    before, after = _text(located, earlier), _text(located, later)
    return Compared(redline(before, after), (Path(earlier).name, Path(later).name), after)


def _since(located: Located, agreement_id: str, later: str | None, party: str) -> Compared:
    """Compare an agreement with the words that a pihak answered; raises Refused."""
    from kampanye_tui.agreement.responding import answering_party, answers_of
    from kampanye_tui.agreement.since_answered import since_answered
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.store.earlier_texts import earlier_texts
    from kampanye_tui.store.ledger import open_ledger
    from kampanye_tui.store.workspace import load

    if later is not None:
        raise refuse(
            "--sejak-tanggapan membandingkan satu naskah dengan bunyi yang dahulu ditanggapi",
            f'Hapus "{later}" dari perintah ini',
        )
    saved = load(located.workspace, agreement_id)
    agreement, folder = saved.agreement, saved.path.parent
    opened = open_ledger(folder, agreement.id)
    if opened.notice:
        talk(opened.notice)
    answers, printed = answers_of(opened.book.events), called_on_paper(located, agreement)
    found = since_answered(agreement, answers, party, earlier_texts(folder), printed=printed)
    answered = f"yang ditanggapi {answering_party(agreement, party).called}"
    return Compared(found, (answered, agreement.id), agreement)


def _text(located: Located, name: str) -> Agreement:
    """Return the text of that name; raises Refused."""
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.model.reading import read
    from kampanye_tui.store.plain_file import plain_bytes
    from kampanye_tui.store.revisions import load_revision
    from kampanye_tui.store.workspace import folder_of, load

    if name.endswith(".toml"):
        too_large = ("terlalu besar untuk sebuah naskah", "Periksa apakah berkas ini yang dimaksud")
        return read(Agreement, plain_bytes(Path(name), name, LARGEST_TEXT, lambda _size: too_large), name)
    revision = _REVISION.fullmatch(name)
    if revision is None:
        return load(located.workspace, name).agreement
    folder = load(located.workspace, revision["id"]).path.parent
    return load_revision(folder_of(located.workspace, folder.name), int(revision["number"]))


def _print(found: Redline) -> None:
    from kampanye_tui.agreement.word_diff import marked

    for clause in found.differing:
        data(clause.head)
        for line in clause.words:
            data(f"    {marked(line).strip()}")
        if clause.words and clause.citations:
            data(f"    Dasar: {_cited(clause)}")
    for other in found.others:
        data(other)
    talk(found.words)


def _cited(clause: ClauseRedline) -> str:
    from kampanye_tui.agreement.word_diff import marked

    return "; ".join(marked((piece,)) for piece in clause.citations)


def _as_table(clause: ClauseRedline) -> dict[str, Any]:
    from kampanye_tui.agreement.word_diff import marked

    return {
        "klausul": clause.id,
        "perubahan": clause.fate.value,
        "semula": clause.before,
        "menjadi": clause.after,
        "dipindahkan": clause.moved,
        "judul": marked(clause.title),
        "bunyi": [marked(line).strip() for line in clause.words],
        "dasar": _cited(clause) if clause.words else "",
    }


def _write(
    located: Located, compared: Compared, format_id: str, target: str | None, *, overwrite: bool
) -> Exit:
    """Write the comparison as a document; raises Refused and Declined."""
    from io import BytesIO

    from kampanye_tui.document.comparison import comparison
    from kampanye_tui.export import folder_for, maker_for
    from kampanye_tui.store.outputs import Output, write_outputs

    found, names, after = compared
    library = library_for(located, after)
    chosen = library.format(format_id)
    stream = BytesIO()
    options = maker_for(located, library, after).options
    pages = chosen.write(comparison(found, after, names), stream, options)
    if target == STDOUT:
        sys.stdout.buffer.write(stream.getvalue())
        return Exit.DONE
    path = Path(target) if target else folder_for(located, after.id)
    if path.is_dir() or not path.suffix:
        path = path / f"perbandingan-{_stem(names[0])}-{_stem(names[1])}{chosen.suffix}"
    (became,) = write_outputs([Output(path, stream.getvalue())], overwrite=overwrite)
    data(str(path))
    talk(f"Selesai: berkas {became.word}" + (f", {pages} halaman." if pages else "."))
    return Exit.DONE


def _stem(name: str) -> str:
    """Return what a file name may hold of the name of a text."""
    return re.sub(r"[^a-z0-9]+", "-", name.removesuffix(".toml").lower()).strip("-")
