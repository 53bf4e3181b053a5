"""``pihak``: who takes part in a saved agreement, listed and edited."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import click

from kampanye_tui.cli.editing import begin, coba, naskah
from kampanye_tui.cli.options import as_json, config
from kampanye_tui.cli.output import Exit, data_json, table
from kampanye_tui.cli.parties_table import read_in, write_out
from kampanye_tui.cli.typed import Identifier, Line

if TYPE_CHECKING:
    from kampanye_tui.cli.editing import Editing
    from kampanye_tui.model.agreement import Agreement
    from kampanye_tui.model.party import Party, Signatory

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


@click.group("pihak", options_metavar="[OPSI]", subcommand_metavar="PERINTAH [ARGUMEN]...")
@config
def parties() -> None:
    """Tampilkan, tambah, ubah, buang, impor, dan ekspor pihak."""


parties.add_command(read_in)
parties.add_command(write_out)


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
def add(party_id: str, people: tuple, agreement_id: str | None, dry: bool, **said: Any) -> Exit:
    """Tambahkan pihak; nomor salinan disusun ulang.

    Peserta dan lembaga yang dikenal paket cukup disebut id-nya; pihak lain
    memerlukan --nama dan --peran.

    \b
    Contoh:
      kampanye pihak tambah kodim
      kampanye pihak tambah fkub --nama "Forum Kerukunan Umat Beragama" \\
        --peran saksi --penandatangan "Ketua FKUB" "H. Ahmad"
    """
    from kampanye_tui.agreement.edit import add_party
    from kampanye_tui.model.problem import refuse

    editing = begin(agreement_id)
    if editing.agreement.party(party_id) is not None:
        raise refuse(f'pihak "{party_id}" sudah ada dalam naskah ini', "Ubah dengan: kampanye pihak ubah")
    party = _changed(_offered(editing, party_id, said), people, said)
    return editing.keep(add_party(editing.agreement, party), dry=dry)


@parties.command("ubah", options_metavar="[OPSI]")
@click.argument("party_id", metavar="ID")
@details
@naskah
@coba
@config
def change(party_id: str, people: tuple, agreement_id: str | None, dry: bool, **said: Any) -> Exit:
    """Ubah pihak atau penanda tangannya; yang tidak disebut tetap.

    --penandatangan mengganti seluruh daftar penanda tangan pihak itu.

    \b
    Contoh:
      kampanye pihak ubah partai-buruh --penandatangan "" "Siti Aminah"
      kampanye pihak ubah polres --nama "Kepolisian Resor Kota Bogor"
    """
    from kampanye_tui.agreement.edit import with_party
    from kampanye_tui.model.problem import refuse

    editing = begin(agreement_id)
    party = _party_of(editing.agreement, party_id)
    if not people and all(value is None for value in said.values()):
        raise refuse(
            "belum disebutkan apa yang diubah", "Lihat pilihannya dengan: kampanye pihak ubah --help"
        )
    return editing.keep(with_party(editing.agreement, _changed(party, people, said)), dry=dry)


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
    from kampanye_tui.agreement.edit import drop_party
    from kampanye_tui.model.party import ORGANISER_ID
    from kampanye_tui.model.problem import Declined, Problem

    editing = begin(agreement_id)
    _party_of(editing.agreement, party_id)
    if party_id == ORGANISER_ID:
        what = "penyelenggara tidak dapat dikeluarkan; naskah ini dibuat olehnya"
        raise Declined([Problem(what=what, hint="Namanya diubah dengan: kampanye pihak ubah penyelenggara")])
    return editing.keep(drop_party(editing.agreement, party_id), dry=dry)


def _party_of(agreement: Agreement, party_id: str) -> Party:
    from kampanye_tui.model.messages import nearest
    from kampanye_tui.model.problem import refuse

    party = agreement.party(party_id)
    if party is None:
        near = nearest(party_id, [one.id for one in agreement.parties])
        hint = near if near.startswith("Mungkin") else "Lihat id-nya dengan: kampanye pihak daftar"
        raise refuse(f'pihak "{party_id}" tidak ada dalam naskah ini', hint)
    return party


def _offered(editing: Editing, party_id: str, said: dict) -> Party:
    """Return the pihak as packs offer it or, where none does, as the options say; raises Refused."""
    from kampanye_tui.agreement.clause_sets import OfferedSet
    from kampanye_tui.agreement.settle import anew
    from kampanye_tui.model.messages import nearest
    from kampanye_tui.model.party import INSTITUTION_OF_ROLE, Institution, Party, Role
    from kampanye_tui.model.problem import refuse

    nothing = OfferedSet(address="", title="", clauses=())
    known = anew(editing.agreement, editing.library().reference, nothing)
    party = known.party(party_id)
    if party is not None:
        return party
    if said["name"] is None or said["role"] is None:
        near = nearest(party_id, [one.id for one in known.parties])
        raise refuse(
            f'pihak "{party_id}" tidak dikenal paket mana pun',
            f"{near}, atau isi --nama dan --peran"
            if near.startswith("Mungkin")
            else "Isi --nama dan --peran",
        )
    role = Role(said["role"])
    institution = INSTITUTION_OF_ROLE.get(role, Institution.OTHER)
    return Party(id=party_id, name=said["name"], role=role, institution=institution)


def _changed(party: Party, people: tuple[tuple[str, str], ...], said: dict) -> Party:
    """Return the pihak with what the options say."""
    import msgspec

    from kampanye_tui.model.party import Institution, Role

    kinds = {"role": Role, "institution": Institution}
    new = {
        name: kinds.get(name, lambda same: same)(value) for name, value in said.items() if value is not None
    }
    if people:
        new["signatories"] = _people(party.signatories, people)
    return msgspec.structs.replace(party, **new)


def _people(before: tuple[Signatory, ...], people: tuple[tuple[str, str], ...]) -> tuple[Signatory, ...]:
    """Return the signatories that were named; an empty office stays the one at that position."""
    from kampanye_tui.model.party import Signatory

    offices = [person.office for person in before]
    return tuple(
        Signatory(office=office or (offices[at] if at < len(offices) else ""), name=name)
        for at, (office, name) in enumerate(people)
    )
