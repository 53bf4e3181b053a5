"""The configuration of a new office: written once with comments, and then kept by people.

Values are written by a TOML writer, so no text that somebody typed can break the file; before it is written
it is read back.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import tomli_w

from kampanye_tui.agreement.vocabulary import of_reference, said
from kampanye_tui.model.election import ElectionKind
from kampanye_tui.model.messages import CONFIGURATION_EXISTS
from kampanye_tui.model.office import Configuration, FontChoice
from kampanye_tui.model.party import Institution, PartyEntry, Signatory
from kampanye_tui.model.problem import Declined, Problem, refuse
from kampanye_tui.model.reading import read
from kampanye_tui.model.reference import Reference
from kampanye_tui.model.region import RegionKind
from kampanye_tui.store.atomic import write_whole

CITIES = (RegionKind.CITY, RegionKind.ADMINISTRATIVE_CITY)
"""Their name is the place above signatures; any other office has its seat in a town of another name."""
BOUNDED = {
    Institution.POLICE: "Wilayah hukum kepolisian tidak selalu sama dengan kabupaten/kota; periksa.",
    Institution.PROSECUTOR: "Wilayah hukum kejaksaan tidak selalu sama dengan kabupaten/kota; periksa.",
    Institution.ARMY: "Wilayah satuan TNI tidak selalu sama dengan kabupaten/kota; tulis nomor dan namanya.",
}
"""Institutions whose districts do not follow the codes of regions → what to look at."""


def invited(reference: Reference) -> tuple[PartyEntry, ...]:
    """Return a row for each institution that packs would invite, with its words filled in, to be edited."""
    words = of_reference(reference)
    return tuple(
        PartyEntry(
            id=one.id,
            name=said(one.name, words),
            short=said(one.short, words) or None,
            role=one.role,
            institution=one.institution,
            signatories=(Signatory(office=said(one.office, words)),),
        )
        for one in reference.stakeholders
    )


PAIRS = """
# Pasangan calon diisi oleh kantor, masing-masing seperti ini:
# [[pihak]]
# id = "paslon-1"
# nama = "Nama Calon dan Nama Wakil Calon"
# peran = "peserta-pemilu"
# nomor_urut = 1
# penandatangan = [{ jabatan = "Calon Bupati", nama = "" }, { jabatan = "Calon Wakil Bupati", nama = "" }]
#
"""
"""What a configuration says of contestants that no pack can know."""


def refuse_existing(path: Path) -> None:
    """Raise :class:`Declined` when there is something at ``path`` already."""
    if path.exists() or path.is_symlink():
        what, hint = CONFIGURATION_EXISTS
        raise Declined([Problem(what=what, hint=hint, file=str(path))])
    if not path.parent.is_dir():
        raise refuse(f'folder "{path.parent}" tidak ada', "Buat foldernya lebih dahulu, atau ganti --config")


def write_configuration(path: Path, configuration: Configuration, reference: Reference) -> None:
    """Write a new configuration; raises :class:`Declined` when there is one, whoever wrote it."""
    _write(path, _whole(path, configuration, reference))


def _whole(path: Path, configuration: Configuration, reference: Reference) -> bytes:
    """Return the file of a configuration; raises :class:`Refused` where it would not come back as it is."""
    made = configuration_file(configuration, reference)
    if read(Configuration, made, path.name) != configuration:
        raise refuse("konfigurasi ini tidak dapat ditulis utuh; tidak ada yang ditulis", file=path.name)
    return made


def _write(path: Path, made: bytes) -> None:
    try:
        write_whole(path, made, new=True)
    except FileExistsError:
        refuse_existing(path)
        raise


def write_configurations(offices: Iterable[tuple[Path, Configuration, Reference]]) -> None:
    """Write several new configurations, each into a new folder; nothing when one of them is there already.

    Raises :class:`Declined` as :func:`write_configuration` does.
    """
    wanted = list(offices)
    problems = [
        Problem(what=CONFIGURATION_EXISTS[0], hint="Pindahkan dahulu berkas itu, lalu ulangi", file=str(path))
        for path, _configuration, _reference in wanted
        if path.exists() or path.is_symlink()
    ]
    if problems:
        raise Declined(problems)
    files = [(path, _whole(path, configuration, reference)) for path, configuration, reference in wanted]
    for path, made in files:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write(path, made)


def configuration_file(configuration: Configuration, reference: Reference) -> bytes:
    """Return the file for a configuration as ``kampanye mulai`` makes it."""
    return "".join(_pieces(configuration, reference)).encode()


def fonts_table(fonts: FontChoice) -> str:
    """Return the table ``[huruf]`` that names these files."""
    return "[huruf]\n" + _lines(
        biasa=fonts.regular, tebal=fonts.bold, miring=fonts.italic, tebal_miring=fonts.bold_italic
    )


def _pieces(configuration: Configuration, reference: Reference) -> Iterator[str]:
    office, region = configuration.office, reference.region
    yield (
        "# Konfigurasi kantor untuk kampanye_tui, dibuat oleh: kampanye mulai\n"
        "# Program tidak pernah menulis ulang berkas ini; sunting sesuai keperluan.\n"
        "# Yang kosong tercetak sebagai titik-titik. Baris yang diawali # tidak dibaca.\n"
        "format = 1\n\n[kantor]\n"
    )
    yield f"# {region.designation}, {region.zone.value}\n"
    yield _lines(wilayah=office.region)
    if office.city or region.kind not in CITIES:
        yield from _either("kota", office.city, "tempat di atas tanda tangan")
    yield from _either("alamat", office.address, "tercetak pada kop")
    yield from _either("kontak", office.contact, "")
    yield '# logo = "logo.png"  # PNG atau JPEG, di folder yang sama\n'
    yield "# Bentuk nomor dokumen; isiannya {urut}, {jenis}, {bulan}, dan {tahun}\n"
    yield from _either("format_nomor", office.number_format, "")
    yield "# contoh = true  # setiap halaman memuat CONTOH — BUKAN DOKUMEN KPU\n"
    for member in office.members:
        yield f"\n[[kantor.anggota]]\n{_lines(jabatan=member.office, nama=member.name)}"
    yield f"\n[pemilu]\n# {reference.election.short}\n{_lines(id=configuration.election.id)}"
    choice = configuration.agreement
    yield f"\n[naskah]\n{_lines(id=choice.id)}"
    yield _lines(jenis=choice.kind.value)
    yield "# kesepakatan-bersama, berita-acara-kesepakatan, atau deklarasi\n"
    yield _lines(gaya=choice.style.value)
    yield "# atau angka\n"
    yield "\n[acara]\n"
    day = configuration.occasion.day
    yield _lines(tanggal=day) if day else "# tanggal = 2023-11-28\n"
    yield '# mulai = 09:00:00\n# tempat = "…"\n'
    yield f"\n[klausul]\n{_lines(kumpulan=configuration.clauses.clause_set)}"
    general = reference.election.kind is ElectionKind.GENERAL
    yield "\n# Peserta diisi sendiri oleh paket nasional.\n" if general else PAIRS
    yield (
        "# Lembaga di bawah ini dapat diubah atau dikeluarkan\n"
        "# (ikut = false); pihak baru memerlukan id, nama, dan peran. Nama penanda tangan diisi pada nama.\n"
    )
    for party in configuration.parties:
        yield from _party(party)
    yield from _export(configuration)


def _party(party: PartyEntry) -> Iterator[str]:
    yield "\n[[pihak]]\n"
    note = BOUNDED.get(party.institution) if party.institution else None
    if note:
        yield f"# {note}\n"
    said = {
        "id": party.id,
        "nama": party.name,
        "singkatan": party.short,
        "peran": party.role and party.role.value,
        "lembaga": party.institution and party.institution.value,
    }
    yield _lines(**{key: value for key, value in said.items() if value is not None})
    for person in party.signatories or ():
        yield f"[[pihak.penandatangan]]\n{_lines(jabatan=person.office, nama=person.name)}"


def _export(configuration: Configuration) -> Iterator[str]:
    export, fonts = configuration.export, configuration.fonts
    yield f"\n[ekspor]\n{_lines(templat=export.templates, format=export.formats)}"
    yield _lines(untuk=export.recipients)
    if export.paper:
        yield _lines(kertas=export.paper.value)
    yield "# A4, atau F4 (215 × 330 mm)\n"
    yield from _either("folder", export.folder, "tanpa ini, hasil ekspor berada di samping naskahnya")
    if fonts:
        yield f"\n{fonts_table(fonts)}"
    if configuration.packs.folders:
        yield f"\n[paket]\n{_lines(folder=configuration.packs.folders)}"
    else:
        yield '\n# [paket]\n# folder = ["plugins"]  # setiap folder di dalamnya adalah satu paket daerah\n'


def _either(key: str, value: str, meaning: str) -> Iterator[str]:
    """Yield a line with its value or, where there is none, the line to be filled in."""
    yield _lines(**{key: value}) if value else f'# {key} = "…"{f"  # {meaning}" if meaning else ""}\n'


def _lines(**values: Any) -> str:
    """Return keys with their values as TOML, a list on one line."""
    return "".join(
        f"{key} = [{', '.join(map(_value, value))}]\n"
        if isinstance(value, tuple)
        else tomli_w.dumps({key: value})
        for key, value in values.items()
    )


def _value(value: str) -> str:
    return tomli_w.dumps({"x": value}).removeprefix("x = ").removesuffix("\n")
