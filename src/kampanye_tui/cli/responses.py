"""``tanggapan``: what pihak say to the draft, clause by clause; recorded, listed, as a table for Excel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kampanye_tui.cli.editing import coba, naskah
from kampanye_tui.cli.on_paper import called_on_paper
from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data_json, table, talk
from kampanye_tui.cli.recording import begin_recording, kejadian
from kampanye_tui.cli.responses_table import read_in, record_responses, write_out
from kampanye_tui.cli.typed import Line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from kampanye_tui.agreement.chain import Book
    from kampanye_tui.agreement.responding import Answers, Said
    from kampanye_tui.agreement.response_matrix import Row, Standing
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.model.event import Answer

EVERYTHING = "semua"


@click.group("tanggapan", options_metavar="[OPSI]", subcommand_metavar="PERINTAH [ARGUMEN]...")
@config
def responses() -> None:
    """Catat dan tampilkan tanggapan pihak atas setiap klausul."""


responses.add_command(read_in)
responses.add_command(write_out)


@responses.command("catat", options_metavar="[OPSI]")
@click.argument("party", metavar="PIHAK")
@click.argument("clause", metavar="[KLAUSUL|semua]", default=EVERYTHING)
@click.option("--setuju", "agreed", is_flag=True, help="Setuju.")
@click.option("--catatan", "remark", type=Line(), metavar="T", help="Setuju dengan catatan ini.")
@click.option("--keberatan", "objection", type=Line(), metavar="T", help="Keberatan, beserta isinya.")
@click.option("--cabut", "withdrawn", is_flag=True, help="Cabut tanggapan sebelumnya.")
@kejadian
@naskah
@coba
@config
def note(
    party: str,
    clause: str,
    agreed: bool,
    remark: str | None,
    objection: str | None,
    withdrawn: bool,
    when: str | None,
    agreement_id: str | None,
    dry: bool,
) -> Exit:
    """Catat tanggapan satu pihak.

    PIHAK adalah id, nomor urut, atau singkatannya; KLAUSUL adalah id atau nomor
    yang tercetak. Tanpa KLAUSUL, --setuju berlaku bagi semua klausul yang belum
    disetujuinya.

    \b
    Contoh:
      kampanye tanggapan catat 14 --setuju
      kampanye tanggapan catat psi alat-peraga --keberatan "Terlalu dekat."
      kampanye tanggapan catat psi "Pasal 8" --keberatan "Terlalu dekat."
    """
    answer, words = _answer(agreed, remark, objection, withdrawn)
    recording = begin_recording(agreement_id, when)
    named = clause if clause == EVERYTHING else recording.editing.clause(clause)

    def wanted(book: Book) -> tuple[Said, ...]:
        return _wanted(recording.agreement, book, party, named, answer, words)

    return record_responses(recording, wanted, dry=dry)


def _answer(agreed: bool, remark: str | None, objection: str | None, withdrawn: bool) -> tuple[Answer, str]:
    """Return the one answer that the options name; raises Refused for none or several."""
    from kampanye_tui.model.event import Answer
    from kampanye_tui.model.problem import refuse

    named = [
        (Answer.AGREED, "", agreed),
        (Answer.REMARK, remark or "", remark is not None),
        (Answer.OBJECTION, objection or "", objection is not None),
        (Answer.NONE, "", withdrawn),
    ]
    chosen = [(answer, words) for answer, words, given in named if given]
    if len(chosen) != 1:
        raise refuse(
            "tanggapannya belum jelas",
            "Sebutkan satu saja: --setuju, --catatan TEKS, --keberatan TEKS, atau --cabut",
        )
    return chosen[0]


def _wanted(
    agreement: Agreement, book: Book, party: str, clause: str, answer: Answer, words: str
) -> tuple[Said, ...]:
    """Return what is said, of one clause or of all; raises Refused."""
    from kampanye_tui.agreement.responding import Said, answering_party, to_agree_with, to_withdraw
    from kampanye_tui.model.event import Answer
    from kampanye_tui.model.problem import refuse

    if clause != EVERYTHING:
        return (Said(answering_party(agreement, party).id, clause, answer, words),)
    if answer is Answer.AGREED:
        return to_agree_with(agreement, book.events, party)
    if answer is Answer.NONE:
        return to_withdraw(agreement, book.events, party)
    raise refuse(
        "catatan dan keberatan ditujukan kepada satu klausul",
        "Sebutkan klausulnya; lihat id-nya dengan: kampanye klausul daftar",
    )


@responses.command("daftar", options_metavar="[OPSI]")
@click.option("--pihak", "party", metavar="PIHAK", help="Tanggapan satu pihak saja.")
@naskah
@config
@as_json
def listing(party: str | None, agreement_id: str | None, as_json: bool) -> None:
    """Tampilkan tanggapan setiap pihak atas setiap klausul.

    Tanggapan menjadi basi bila bunyi klausulnya berubah sesudah ditanggapi.
    Kolom NASKAH memuat nomor yang tercetak, yang disebut pihak dalam suratnya.

    \b
    Contoh:
      kampanye tanggapan daftar
      kampanye tanggapan daftar --pihak 14
    """
    from kampanye_tui.agreement.responding import answers_of
    from kampanye_tui.agreement.response_matrix import matrix

    recording = begin_recording(agreement_id, None)
    agreement = recording.agreement
    answers = answers_of(recording.book().events)
    rows = matrix(agreement, answers)
    on_paper = called_on_paper(recording.editing.located, agreement)
    if party is not None:
        _of_one(agreement, answers, rows, on_paper, party, as_json=as_json)
    elif as_json:
        data_json([_as_table(row, on_paper) for row in rows])
    else:
        _print(rows, on_paper)
        _tell_missing(agreement, answers)


def _as_table(row: Row, on_paper: Mapping[str, str]) -> dict[str, Any]:
    return {
        "no": row.number,
        "pada_naskah": on_paper.get(row.clause.id, ""),
        "klausul": row.clause.id,
        "judul": row.clause.title,
        "setuju": row.agreed,
        "pihak": len(row.cells),
        "tanggapan": [
            {"pihak": cell.party.id, "tanggapan": cell.standing.value, "catatan": cell.remark}
            for cell in row.cells
        ],
    }


def _print(rows: tuple[Row, ...], on_paper: Mapping[str, str]) -> None:
    from kampanye_tui.agreement.response_matrix import Standing

    table(
        ("NO", "NASKAH", "KLAUSUL", "SETUJU", "KEBERATAN", "CATATAN", "BASI"),
        [
            (
                str(row.number),
                on_paper.get(row.clause.id, "-"),
                row.clause.id,
                f"{row.agreed}/{len(row.cells)}",
                _called(row, Standing.OBJECTION),
                _called(row, Standing.REMARK),
                _called(row, Standing.STALE),
            )
            for row in rows
        ],
        whole=4,
    )


def _called(row: Row, standing: Standing) -> str:
    return ", ".join(cell.party.called for cell in row.of(standing))


def _tell_missing(agreement: Agreement, answers: Answers) -> None:
    from kampanye_tui.agreement.response_matrix import missing

    open_ones = missing(agreement, answers)
    silent = [one.party.called for one in open_ones if one.silent]
    if silent:
        talk(f"Belum menyampaikan tanggapan ({len(silent)}): {', '.join(silent)}.")
    part = [f"{one.party.called} ({len(one.clauses)} klausul)" for one in open_ones if not one.silent]
    if part:
        talk(f"Belum lengkap atau basi: {', '.join(part)}.")


def _of_one(
    agreement: Agreement,
    answers: Answers,
    rows: tuple[Row, ...],
    on_paper: Mapping[str, str],
    party: str,
    *,
    as_json: bool,
) -> None:
    """Print where one pihak stands, and tell what has changed since it answered."""
    from kampanye_tui.agreement.response_matrix import changed_since

    since = changed_since(agreement, answers, party)
    found = [
        {
            "no": row.number,
            "pada_naskah": on_paper.get(row.clause.id, ""),
            "klausul": row.clause.id,
            "tanggapan": cell.standing.value,
            "catatan": cell.remark,
        }
        for row in rows
        for cell in row.cells
        if cell.party == since.party
    ]
    if as_json:
        data_json(found)
        return
    table(
        ("NO", "NASKAH", "KLAUSUL", "TANGGAPAN", "CATATAN"),
        [[str(value) for value in row.values()] for row in found],
        whole=4,
    )
    for what, ids in (
        ("Bunyinya berubah sejak ditanggapi", [clause.id for clause in since.reworded]),
        ("Belum pernah ditanggapi", [clause.id for clause in since.unanswered]),
        ("Ditanggapi, lalu dihapus dari naskah", since.dropped),
    ):
        if ids:
            talk(f"{what}: {', '.join(ids)}.")
    if since.reworded or since.dropped:
        talk(f"Bedanya: kampanye bandingkan {agreement.id} --sejak-tanggapan {since.party.id}")
