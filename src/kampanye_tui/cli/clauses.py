"""``klausul``: the clauses of a saved agreement, listed and edited."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from kampanye_tui.cli.editing import begin, coba, naskah
from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data_json, table, talk
from kampanye_tui.cli.typed import Identifier, Line, words_of

if TYPE_CHECKING:
    from kampanye_tui.cli.editing import Editing
    from kampanye_tui.model.agreement import AgreedClause, Agreement

TEXT = "Bunyinya; - berarti dibaca dari stdin."


@click.group("klausul", options_metavar="[OPSI]", subcommand_metavar="PERINTAH [ARGUMEN]...")
@config
def clauses() -> None:
    """Tampilkan, tambah, buang, geser, dan sunting klausul.

    KLAUSUL ialah id klausul, atau nomor yang tercetak pada naskah: "Pasal 5".
    """


@clauses.command("daftar", options_metavar="[OPSI]")
@click.option("--tersedia", "available", is_flag=True, help="Tampilkan klausul yang dapat ditambahkan.")
@naskah
@config
@as_json
def listing(available: bool, agreement_id: str | None, as_json: bool) -> None:
    """Tampilkan klausul naskah menurut urutannya.

    \b
    Contoh:
      kampanye klausul daftar
      kampanye klausul daftar --tersedia
    """
    editing = begin(agreement_id)
    rows = _available(editing) if available else _present(editing.agreement)
    if as_json:
        data_json(rows)
    elif rows:
        table(
            [key.upper() for key in rows[0]],
            [[str(cell) for cell in row.values()] for row in rows],
            whole=list(rows[0]).index("judul"),
        )
    else:
        talk("Tidak ada klausul yang dapat ditambahkan." if available else "Naskah ini belum berisi klausul.")


def _present(agreement: Agreement) -> list[dict[str, Any]]:
    from kampanye_tui.agreement.pack_words import standing

    return [
        {
            "no": number,
            "id": clause.id,
            "judul": clause.title,
            "keadaan": standing(clause),
        }
        for number, clause in enumerate(agreement.clauses, 1)
    ]


def _available(editing: Editing) -> list[dict[str, Any]]:
    from kampanye_tui.agreement.offers import offers

    library = editing.library()
    return [
        {"id": offered.clause.id, "judul": offered.clause.title, "kumpulan": clause_set.address}
        for clause_set, offered in offers(editing.agreement, library.reference, library.clause_sets)
    ]


@clauses.command("tambah", options_metavar="[OPSI]")
@click.argument("clause_id", metavar="ID", type=Identifier())
@click.option("--dari", "address", metavar="PAKET/KUMPULAN", help="Kumpulan yang memuatnya.")
@click.option("--setelah", "after", metavar="KLAUSUL", help="Letakkan sesudah klausul ini.")
@click.option("--judul", "title", type=Line(), metavar="J", help="Judul klausul buatan kantor.")
@click.option("--teks", "text", metavar="TEKS|-", help=TEXT)
@naskah
@coba
@config
def add(
    clause_id: str,
    address: str | None,
    after: str | None,
    title: str | None,
    text: str | None,
    agreement_id: str | None,
    dry: bool,
) -> Exit:
    """Tambahkan klausul dari kumpulan, atau klausul buatan kantor.

    Klausul dari kumpulan diletakkan menurut urutan kumpulannya; buatan kantor
    diletakkan di akhir, kecuali ada --setelah. Baris kosong pada teks memisahkan
    ayat; baris yang diawali "- " menjadi huruf.

    \b
    Contoh:
      kampanye klausul tambah masa-tenang --dari nasional/lengkap-pemilu
      kampanye klausul tambah pasar --setelah alat-peraga --judul "Pasar" \\
        --teks "{peserta} tidak berkampanye di Pasar Serpong."
    """
    from kampanye_tui.agreement.take import own_clause, take
    from kampanye_tui.model.problem import refuse

    editing = begin(agreement_id)
    place = editing.clause(after) if after else None
    if title is None and text is None:
        library = editing.library()
        taken = take(
            editing.agreement,
            clause_id,
            library.reference,
            library.clause_sets,
            library.host.packs(),
            address=address or None,
            after=place,
        )
        return editing.keep(taken, dry=dry)
    if title is None or text is None or address is not None:
        raise refuse(
            "klausul buatan kantor memerlukan --judul dan --teks, tanpa --dari",
            "Untuk klausul dari kumpulan, hapus --judul dan --teks",
        )
    own = own_clause(editing.agreement, clause_id, title, words_of(text), after=place)
    return editing.keep(own, dry=dry)


@clauses.command("buang", options_metavar="[OPSI]")
@click.argument("clause", metavar="KLAUSUL")
@naskah
@coba
@config
def drop(clause: str, agreement_id: str | None, dry: bool) -> Exit:
    """Buang sebuah klausul; dapat diurungkan.

    \b
    Contoh:
      kampanye klausul buang alat-peraga
      kampanye klausul buang "Pasal 8"
    """
    from kampanye_tui.agreement.edit_clauses import drop_clause, referring_to

    editing = begin(agreement_id)
    clause_id = editing.clause(clause)
    after = drop_clause(editing.agreement, clause_id)
    code = editing.keep(after, dry=dry)
    for other in referring_to(after, clause_id):
        talk(f'Klausul "{other}" merujuk ke klausul ini; sesuaikan dengan: kampanye klausul sunting {other}')
    return code


@clauses.command("geser", options_metavar="[OPSI]")
@click.argument("clause", metavar="KLAUSUL")
@click.option("--sebelum", "before", metavar="KLAUSUL", help="Letakkan sebelum klausul ini.")
@click.option("--setelah", "behind", metavar="KLAUSUL", help="Letakkan sesudah klausul ini.")
@click.option("--ke", "number", type=click.IntRange(1), metavar="N", help="Jadikan klausul ke-N.")
@naskah
@coba
@config
def move(
    clause: str,
    before: str | None,
    behind: str | None,
    number: int | None,
    agreement_id: str | None,
    dry: bool,
) -> Exit:
    """Pindahkan klausul; nomor dan rujukan dihitung ulang.

    \b
    Contoh:
      kampanye klausul geser alat-peraga --setelah asas-bersama
      kampanye klausul geser alat-peraga --ke 3
    """
    from kampanye_tui.agreement.edit_clauses import move_clause
    from kampanye_tui.model.problem import refuse

    editing = begin(agreement_id)
    agreement = editing.agreement
    clause_id = editing.clause(clause)
    if sum(value is not None for value in (before, behind, number)) != 1:
        raise refuse(
            "tempat tujuannya belum jelas", "Sebutkan satu saja: --sebelum ID, --setelah ID, atau --ke N"
        )
    others = [one.id for one in agreement.clauses if one.id != clause_id]
    if number is not None:
        if number > len(agreement.clauses):
            raise refuse(f"naskah ini hanya berisi {len(agreement.clauses)} klausul", "Periksa --ke")
        return editing.keep(move_clause(agreement, clause_id, number - 1), dry=dry)
    target = editing.clause(before or behind or "")
    if target == clause_id:
        raise refuse(
            "klausul tidak dapat diletakkan di sebelah dirinya sendiri", "Sebutkan klausul yang lain"
        )
    at = others.index(target) + (behind is not None)
    return editing.keep(move_clause(agreement, clause_id, at), dry=dry)


@clauses.command("sunting", options_metavar="[OPSI]")
@click.argument("clause", metavar="KLAUSUL")
@click.option("--judul", "title", type=Line(), metavar="J", help="Judul baru.")
@click.option("--teks", "text", metavar="TEKS|-", help=TEXT)
@click.option("--isian", "values", metavar="NAMA=NILAI", multiple=True, help="Isian; boleh diulang.")
@naskah
@coba
@config
def reword_clause(
    clause: str,
    title: str | None,
    text: str | None,
    values: tuple[str, ...],
    agreement_id: str | None,
    dry: bool,
) -> Exit:
    """Ubah judul, teks, atau isian klausul; tanpa opsi, tampilkan.

    Baris kosong memisahkan ayat; baris yang diawali "- " menjadi huruf. Isian
    ditulis {nama}, rujukan ke klausul lain {@id}.

    \b
    Contoh:
      kampanye klausul sunting alat-peraga > teks.txt
      kampanye klausul sunting alat-peraga --teks - < teks.txt
      kampanye klausul sunting jadwal-dan-pemberitahuan \\
        --isian batas_pemberitahuan=tiga
    """
    from kampanye_tui.agreement.edit_clauses import clause_of, reword
    from kampanye_tui.model.problem import refuse

    editing = begin(agreement_id)
    clause_id = editing.clause(clause)
    if title is None and text is None and not values:
        _show(clause_of(editing.agreement, clause_id))
        return Exit.DONE
    given = {}
    for value in values:
        name, sign, said = value.partition("=")
        if not sign:
            raise refuse(f'isian "{value}" tidak dapat dibaca', "Tulis nama=nilai, misalnya batas=tujuh")
        given[name.strip()] = Line().convert(said, None, None)
    words = None if text is None else words_of(text)
    after = reword(editing.agreement, clause_id, title=title, text=words, parameters=given)
    return editing.keep(after, dry=dry)


def _show(clause: AgreedClause) -> None:
    """Print the raw words as data, so that they can be edited in a file and read back; the rest is talk."""
    from kampanye_tui.cli.output import data

    talk(f"{clause.title}{' (terkunci)' if clause.locked else ''}")
    for parameter in clause.parameters:
        talk(f"Isian {parameter.name} ({parameter.label}): {parameter.value or 'belum diisi'}")
    for line in clause.text.split("\n"):
        data(line)
