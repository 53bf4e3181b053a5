"""``pihak``: who takes part in a saved agreement, listed and edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from kampanye_tui.cli.editing import begin, coba, naskah
from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data_json, table
from kampanye_tui.cli.parties_table import read_in, write_out
from kampanye_tui.cli.signing_groups import groups
from kampanye_tui.cli.typed import Identifier, Line

if TYPE_CHECKING:
    from kampanye_tui.model.party import PartyEntry

People = tuple[tuple[str, str], ...]
"""Office and name of each signatory, as the option is typed."""
ROLES = ("penyelenggara", "peserta-pemilu", "saksi", "mengetahui", "hadir")
INSTITUTIONS = (
    "penyelenggara",
    "pengawas",
    "kepala-daerah",
    "dprd",
    "kepolisian",
    "kejaksaan",
    "tni",
    "peserta-pemilu",
    "lainnya",
)
"""Written out, since help needs them and no file has to be read for help."""
YES_NO = {"ya": True, "tidak": False}


@click.group("pihak", options_metavar="[OPSI]", subcommand_metavar="PERINTAH [ARGUMEN]...")
@config
def parties() -> None:
    """Tampilkan, tambah, ubah, buang, impor, dan ekspor pihak."""


parties.add_command(read_in)
parties.add_command(write_out)
parties.add_command(groups)


@parties.command("daftar", options_metavar="[OPSI]")
@naskah
@config
@as_json
def listing(agreement_id: str | None, as_json: bool) -> None:
    """Tampilkan pihak dan penanda tangannya."""
    agreement = begin(agreement_id).agreement
    if as_json:
        from kampanye_tui.model.writing import builtins

        data_json([builtins(party) for party in agreement.parties])
        return
    table(
        ("ID", "PERAN", "NO", "PIHAK", "PENANDA TANGAN"),
        [
            (
                party.id,
                party.role.value,
                str(party.ballot_number or ""),
                party.called,
                "; ".join(f"{one.name or '…'} ({one.office})" for one in party.signatories),
            )
            for party in agreement.parties
        ],
        whole=1,
    )


def details(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that say something of a pihak."""
    for option in reversed(
        (
            click.option("--nama", "name", type=Line(), metavar="N", help="Nama lengkap."),
            click.option("--singkatan", "short", type=Line(), metavar="S", help="Nama singkat."),
            click.option(
                "--peran", "role", type=click.Choice(ROLES), metavar="P", help=", ".join(ROLES) + "."
            ),
            click.option(
                "--lembaga",
                "institution",
                type=click.Choice(INSTITUTIONS),
                metavar="L",
                help=", ".join(INSTITUTIONS) + ".",
            ),
            click.option(
                "--nomor-urut", "ballot_number", type=click.IntRange(1), metavar="N", help="Nomor urut."
            ),
            click.option("--alamat", "address", type=Line(), metavar="A", help="Alamat."),
            click.option(
                "--kelompok", "group", type=click.IntRange(1, 9), metavar="N", help="Kelompok tanda tangan."
            ),
            click.option(
                "--nomor-sendiri",
                "has_own_number",
                type=click.Choice(list(YES_NO)),
                metavar="ya|tidak",
                help="Apakah pihak itu memberi nomor sendiri pada naskah.",
            ),
            click.option(
                "--penandatangan",
                "people",
                type=(Line(), Line()),
                multiple=True,
                metavar="JABATAN NAMA",
                help='Boleh diulang; jabatan "" tetap, nama "" menjadi titik-titik.',
            ),
        )
    ):
        command = option(command)
    return command


@parties.command("tambah", options_metavar="[OPSI]")
@click.argument("party_id", metavar="ID", type=Identifier())
@details
@naskah
@coba
@config
def add(party_id: str, people: People, agreement_id: str | None, dry: bool, **said: Any) -> Exit:
    """Tambahkan pihak; nomor salinan disusun ulang.

    Peserta dan lembaga yang dikenal paket cukup disebut id-nya; pihak lain
    memerlukan --nama dan --peran.

    \b
    Contoh:
      kampanye pihak tambah kodim
      kampanye pihak tambah fkub --nama "Forum Kerukunan Umat Beragama" \\
        --peran saksi --penandatangan "Ketua FKUB" "H. Ahmad"
    """
    from kampanye_tui.agreement.edit_parties import new_party

    editing = begin(agreement_id)
    entry = _entry(party_id, people, said)
    return editing.keep(new_party(editing.agreement, entry, editing.library().reference), dry=dry)


@parties.command("ubah", options_metavar="[OPSI]")
@click.argument("party_id", metavar="ID")
@details
@naskah
@coba
@config
def change(party_id: str, people: People, agreement_id: str | None, dry: bool, **said: Any) -> Exit:
    """Ubah pihak atau penanda tangannya; yang tidak disebut tetap.

    --penandatangan mengganti seluruh daftar penanda tangan pihak itu.

    \b
    Contoh:
      kampanye pihak ubah partai-buruh --penandatangan "" "Siti Aminah"
      kampanye pihak ubah polres --nama "Kepolisian Resor Kota Bogor"
      kampanye pihak ubah bawaslu --kelompok 2
    """
    from kampanye_tui.agreement.edit_parties import changed_party, party_of
    from kampanye_tui.model.problem import refuse

    editing = begin(agreement_id)
    party_of(editing.agreement, party_id)
    if not people and all(value is None for value in said.values()):
        raise refuse(
            "belum disebutkan apa yang diubah", "Lihat pilihannya dengan: kampanye pihak ubah --help"
        )
    return editing.keep(changed_party(editing.agreement, _entry(party_id, people, said)), dry=dry)


@parties.command("buang", options_metavar="[OPSI]")
@click.argument("party_id", metavar="ID")
@naskah
@coba
@config
def drop(party_id: str, agreement_id: str | None, dry: bool) -> Exit:
    """Keluarkan pihak dari naskah; dapat diurungkan.

    \b
    Contoh:
      kampanye pihak buang kodim
    """
    from kampanye_tui.agreement.edit_parties import without_party

    editing = begin(agreement_id)
    return editing.keep(without_party(editing.agreement, party_id), dry=dry)


def _entry(party_id: str, people: People, said: dict[str, Any]) -> PartyEntry:
    """Return what the options say of a pihak; what they do not say is None."""
    from kampanye_tui.model.party import Institution, PartyEntry, Role, Signatory

    kinds: dict[str, Any] = {"role": Role, "institution": Institution}
    typed: dict[str, Any] = {
        name: kinds[name](value) if name in kinds and value else value for name, value in said.items()
    }
    typed["has_own_number"] = YES_NO.get(said["has_own_number"])
    signing = tuple(Signatory(office=office, name=name) for office, name in people)
    return PartyEntry(id=party_id, signatories=signing or None, **typed)
