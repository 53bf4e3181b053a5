"""Rules about what an agreement says and how it is written: what trips each, and what it then says."""

from __future__ import annotations

from collections.abc import Callable

from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.party import Institution, Role, Signatory
from kampanye_tui.model.region import RegionKind

from .making import changed, party, with_clause, with_party, without_clause

Change = Callable[[Agreement], Agreement]


def says(**said: str) -> Change:
    """Lets the first clause say something else."""
    return lambda one: with_clause(one, "asas-bersama", **said)


def named(party_id: str, name: str) -> Change:
    return lambda one: with_party(one, party_id, name=name)


def signed(name: str) -> Change:
    people = (Signatory(office="Ketua", name=name),)
    return lambda one: with_party(one, "partai-kebangkitan-bangsa", signatories=people)


def with_council(one: Agreement) -> Agreement:
    """Puts a DPRD into an administrative city, which has none."""
    council = party("dprd-x", Role.ACKNOWLEDGING, institution=Institution.LEGISLATURE)
    region = changed(one.reference.region, kind=RegionKind.ADMINISTRATIVE_CITY)
    parties = (*(other for other in one.parties if other.institution is not Institution.LEGISLATURE), council)
    return changed(one, parties=parties, reference=changed(one.reference, region=region))


def numbered(number: str) -> Change:
    return lambda one: changed(
        one,
        numbers={"naskah": number},
        office=changed(one.office, number_format="{urut}/PL.01.6-{jenis}/3674/{tahun}"),
    )


def of_another_office(one: Agreement) -> Agreement:
    """Leaves the name of the sample's chair in an office that is not the sample's."""
    return changed(
        with_party(one, "bawaslu", signatories=(Signatory(office="Ketua", name="Taufiq MZ"),)),
        office=changed(one.office, sample=False),
    )


ABOUT_TEXT: dict[str, tuple[Change, str]] = {
    "para-pihak": (
        says(resolved="PARA PIHAK tidak berkampanye di tempat ibadah."),
        'Klausul "Asas dan Dasar Bersama" mewajibkan “PARA PIHAK”, padahal saksi dan lembaga yang mengetahui '
        "bukan peserta kampanye.",
    ),
    "ancaman-sanksi": (
        says(resolved="Pelanggar dikenai sanksi."),
        'Klausul "Asas dan Dasar Bersama" memuat “dikenai sanksi”; naskah ini tidak dapat menetapkan sanksi. '
        "Serahkan penanganan pelanggaran kepada peraturan perundang-undangan.",
    ),
    "kedudukan-naskah": (
        lambda one: without_clause(one, "kedudukan-naskah"),
        'Klausul "kedudukan-naskah" belum ada; klausul itu menyatakan bahwa naskah bersifat sukarela dan '
        "tidak menambah sanksi.",
    ),
    "klausul-terkunci": (
        lambda one: with_clause(one, "kedudukan-naskah", text="Naskah ini perjanjian yang mengikat."),
        'Bunyi klausul "Kedudukan Naskah" terkunci oleh paket nasional, tetapi telah berubah.',
    ),
    "lampiran-tidak-ada": (
        says(resolved="Jadwal tercantum dalam Lampiran II."),
        'Klausul "Asas dan Dasar Bersama" menyebut “Lampiran II”, yang tidak tercetak bersama naskah; '
        "masukkan isinya ke dalam klausul, atau lampirkan sendiri.",
    ),
    "nama-penyelenggara": (
        named("penyelenggara", "KPUD Tangsel"),
        "Penyelenggara tertulis “KPUD Tangsel”; di Kota Tangerang Selatan sebutannya Komisi Pemilihan Umum.",
    ),
    "nama-pengawas": (
        named("bawaslu", "Panwaslu Tangsel"),
        "Pengawas tertulis “Panwaslu Tangsel”; di Kota Tangerang Selatan sebutannya Badan Pengawas Pemilihan "
        "Umum.",
    ),
    "bentuk-nomor": (
        numbered("12/HK/2023"),
        "Nomor 12/HK/2023 pada naskah tidak sesuai dengan bentuk nomor kantor: "
        "{urut}/PL.01.6-{jenis}/3674/{tahun}",
    ),
    "nomor-pihak-ganda": (
        lambda one: with_party(
            with_party(one, "polres", numbers={"naskah": "B/812"}), "kejari", numbers={"naskah": "B/812"}
        ),
        "Nomor B/812 pada naskah tercatat untuk lebih dari satu pihak: Polres Tangerang Selatan dan "
        "Kejaksaan Negeri Tangerang Selatan.",
    ),
    "gelar": (
        signed("drs Budi Santoso SH MH"),
        "Gelar pada nama “drs Budi Santoso SH MH” lazimnya ditulis “Drs. Budi Santoso, S.H., M.H.”.",
    ),
    "ejaan": (
        lambda one: with_party(
            one, "bawaslu", signatories=(Signatory(office="Walikota Tangerang Selatan", name="Ani"),)
        ),
        "Tertulis “Walikota”; ejaan yang dipakai sekarang “Wali Kota”.",
    ),
}
"""Rule → what is done to an agreement in which nothing is found, and what the rule then says."""
