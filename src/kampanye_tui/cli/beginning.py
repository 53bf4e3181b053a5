"""``mulai``: the configuration of an office, asked for once and written once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kampanye_tui.cli.asking import MOST_CHOICES, Questions
from kampanye_tui.cli.options import config, configured
from kampanye_tui.cli.output import Exit, data, talk
from kampanye_tui.cli.regions import label, search
from kampanye_tui.cli.typed import Day, Line, NumberFormat

if TYPE_CHECKING:
    from kampanye_tui.model.election import Election
    from kampanye_tui.model.office import Configuration, FontChoice, Member
    from kampanye_tui.model.region import Region

USUAL_MEMBERS = "4"
"""Besides the chair: a commission of five."""
MOST_MEMBERS = 10
FONTS = ("Regular", "Bold", "Italic", "BoldItalic")
"""How the files of one typeface are usually called."""


@click.command("mulai", options_metavar="[OPSI]")
@click.option("--wilayah", "region", type=Line(), metavar="CARI", help="Nama atau kode wilayah.")
@click.option("--alamat", "address", type=Line(), metavar="A", help="Alamat pada kop.")
@click.option("--kota", "city", type=Line(), metavar="K", help="Kota kedudukan kantor.")
@click.option("--ketua", "chair", type=Line(), metavar="NAMA", help="Nama Ketua.")
@click.option(
    "--anggota", "members", type=Line(), multiple=True, metavar="NAMA", help='Boleh diulang; boleh "".'
)
@click.option("--pemilu", "election", type=Line(), metavar="ID", help="Misalnya pemilu-2024.")
@click.option("--tanggal", "day", type=Day(), metavar="T", help="Hari penandatanganan.")
@click.option("--nomor", "numbers", type=NumberFormat(), metavar="BENTUK", help="Bentuk nomor dokumen.")
@click.option("--kertas", "paper", type=click.Choice(["A4", "F4"]), metavar="A4|F4", help="Ukuran kertas.")
@click.option(
    "--huruf",
    "fonts",
    type=Line(),
    nargs=4,
    metavar="TTF TTF TTF TTF",
    help="Biasa, tebal, miring, tebal miring.",
)
@click.option("--keluaran", "folder", type=Line(), metavar="FOLDER", help="Tempat hasil ekspor.")
@click.option("--paket", "packs", type=Line(), multiple=True, metavar="FOLDER", help="Folder paket daerah.")
@click.option("--tanpa-tanya", "silent", is_flag=True, help="Biarkan kosong yang tidak disebut.")
@config
def begin_office(
    region: str | None,
    address: str | None,
    city: str | None,
    chair: str | None,
    members: tuple[str, ...],
    election: str | None,
    day: date | str | None,
    numbers: str | None,
    paper: str | None,
    fonts: tuple[str, ...] | None,
    folder: str | None,
    packs: tuple[str, ...],
    silent: bool,
) -> Exit:
    """Buat kampanye.toml untuk kantor ini, dengan beberapa pertanyaan.

    Yang disebut sebagai opsi tidak ditanyakan. Jawaban boleh juga dialirkan
    melalui stdin, satu baris satu jawaban.

    \b
    Contoh:
      kampanye mulai
      kampanye mulai --wilayah "Kota Bogor" --pemilu pemilu-2024 --tanpa-tanya
    """
    from kampanye_tui.model.occasion import Occasion
    from kampanye_tui.model.office import (
        AgreementChoice,
        Configuration,
        ElectionChoice,
        ExportChoice,
        Office,
        PackChoice,
        Paper,
    )
    from kampanye_tui.store.configuration import NAME
    from kampanye_tui.store.new_configuration import CITIES, refuse_existing

    path = Path(configured() or NAME)
    refuse_existing(path)
    asks = Questions(silent=silent)
    if asks.at_keyboard:
        talk("Beberapa pertanyaan tentang kantor Anda. Tekan Enter bila belum diketahui;")
        talk("isinya dapat menyusul di kampanye.toml. Ctrl-C membatalkan semuanya.")
    where = _region(asks, region)
    talk(f"Wilayah: {label(where)}")
    line = Line()

    def text(given: str | None, question: str, option: str, usual: str = "") -> str:
        if given is not None:
            return given
        return asks.ask(question, option, lambda answer: line.convert(answer, None, None), usual=usual)

    address = text(address, "Alamat kantor", "--alamat")
    if city is None and where.kind not in CITIES:
        city = text(None, "Kota kedudukan kantor, untuk di atas tanda tangan", "--kota")
    people = _members(asks, chair, members)
    chosen = _election(asks, election, packs, path.parent)
    if day is None:
        day = asks.ask(
            "Tanggal penandatanganan, misalnya 28 November 2023",
            "--tanggal",
            lambda answer: Day().convert(answer, None, None),
        )
    if numbers is None:
        numbers = asks.ask(
            f"Bentuk nomor, misalnya {{urut}}/PL.01.6-{{jenis}}/{where.code.replace('.', '')}/{{tahun}}",
            "--nomor",
            lambda answer: NumberFormat().convert(answer, None, None),
        )
    if paper is None:
        papers = click.Choice(["A4", "F4"], case_sensitive=False)
        paper = asks.ask(
            "Kertas, A4 atau F4", "--kertas", lambda answer: papers.convert(answer, None, None), usual="A4"
        )
    typeface = _fonts(asks, fonts, path.parent)
    folder = text(folder, "Folder hasil ekspor; kosong berarti di samping naskahnya", "--keluaran")
    configuration = Configuration(
        office=Office(
            region=where.code,
            address=address,
            city=city or "",
            members=people,
            number_format=numbers,
        ),
        election=ElectionChoice(id=chosen.id),
        agreement=AgreementChoice(id=f"{(day or date(chosen.year, 1, 1)).year}-kampanye-damai"),
        occasion=Occasion(day=day or None),
        export=ExportChoice(
            templates=("naskah", "berita-acara-kesepakatan", "salinan-peserta"),
            paper=Paper(paper),
            folder=folder,
        ),
        fonts=typeface,
        packs=PackChoice(folders=packs),
    )
    _write(path, configuration)
    return Exit.DONE


def _write(path: Path, configuration: Configuration) -> None:
    """Add whom an office there would invite, try whether an agreement comes of it, and write the file."""
    import os

    import msgspec

    from kampanye_tui.agreement.compose import compose
    from kampanye_tui.cli.session import tell_problems
    from kampanye_tui.plugin.library import open_library
    from kampanye_tui.store.configuration import NAME, VARIABLE
    from kampanye_tui.store.new_configuration import invited, write_configuration

    library = open_library(
        configuration.packs,
        path.parent,
        configuration.office.region,
        configuration.election.id,
        configuration.occasion.day,
        path.name,
    )
    tell_problems(library)
    configuration = msgspec.structs.replace(configuration, parties=invited(library.reference))
    clause_set = library.clause_set(configuration.clauses.clause_set)
    compose(configuration, library.reference, clause_set, library.host.packs(), path.name)
    write_configuration(path, configuration, library.reference)
    data(str(path))
    talk(f"Konfigurasi tersimpan: {path}")
    talk("Sunting dengan penyunting teks; periksa terutama nama dan jabatan [[pihak]].")
    named = f" --config {path}" if path != Path(NAME) else ""
    talk(f"Lanjutkan dengan: kampanye baru{named}")
    if not named and os.environ.get(VARIABLE):
        talk(f"Perhatian: {VARIABLE} menunjuk ke {os.environ[VARIABLE]}, jadi berkas itu yang dipakai.")


def _region(asks: Questions, given: str | None) -> Region:
    """Return the region that is meant; of several hits, one is chosen."""
    from kampanye_tui.model.problem import refuse

    def judge(answer: str) -> list[Region]:
        found, alike = search(answer)
        if alike and found:
            near = "; ".join(map(label, found))
            raise click.UsageError(f'tidak ada wilayah yang memuat "{answer}"; mungkin maksudnya {near}')
        exact = [one for one in found if answer.casefold() in (one.code, one.designation.casefold())]
        if exact:
            return exact[:1]
        if not found:
            raise click.UsageError(f'tidak ada wilayah yang cocok dengan "{answer}"')
        if len(found) > MOST_CHOICES:
            raise click.UsageError(f'"{answer}" cocok dengan {len(found)} wilayah; tulis lebih lengkap')
        return found

    if given is None:
        found = asks.ask("Nama atau kode wilayah, misalnya Kota Bogor", "--wilayah", judge, usual=None)
    else:
        try:
            found = judge(given)
        except click.UsageError as error:
            raise refuse(f"--wilayah: {error.message}", "Cari dengan: kampanye wilayah NAMA") from None
    return asks.choose("Wilayah yang cocok", "--wilayah", found, label)


def _members(asks: Questions, chair: str | None, members: tuple[str, ...]) -> tuple[Member, ...]:
    """Return the commission: the chair and the others, whose names may be left open."""
    from kampanye_tui.model.office import Member

    def name(answer: str) -> str:
        return Line().convert(answer, None, None)

    def count(answer: str) -> int:
        if not answer.isdecimal() or int(answer) > MOST_MEMBERS:
            raise click.UsageError(f"tulis bilangan 0 sampai {MOST_MEMBERS}")
        return int(answer)

    if chair is None:
        chair = asks.ask("Nama Ketua", "--ketua", name)
    if not members:
        number = asks.ask("Banyaknya Anggota selain Ketua", "--anggota", count, usual=USUAL_MEMBERS)
        members = tuple(asks.ask(f"Nama Anggota {n}", "--anggota", name) for n in range(1, number + 1))
    return (Member(office="Ketua", name=chair), *(Member(office="Anggota", name=one) for one in members))


def _election(asks: Questions, given: str | None, packs: tuple[str, ...], folder: Path) -> Election:
    """Return the election that is meant."""
    from kampanye_tui.agreement.layers import lay
    from kampanye_tui.model.messages import nearest
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.plugin.host import Host

    offered = Host("", [folder / name for name in packs], ()).collect("kampanye_elections")
    elections = lay(offered, lambda one: one.id, "pemilihan")[0]
    if given is None:
        return asks.choose("Pemilihan", "--pemilu", elections, lambda one: f"{one.short} ({one.id})")
    for election in elections:
        if given == election.id:
            return election
    raise refuse(f'--pemilu: "{given}" tidak dikenal', nearest(given, [one.id for one in elections]))


def _fonts(asks: Questions, given: tuple[str, ...] | None, folder: Path) -> FontChoice | None:
    """Return the office's own typeface; None is the one that comes with the program."""
    from kampanye_tui.model.office import FontChoice
    from kampanye_tui.model.problem import refuse

    def judge(answer: str) -> str:
        name = Line().convert(answer, None, None)
        if name and not (folder / name).is_file():
            raise click.UsageError(f'berkas "{name}" tidak ada')
        return name

    if given:
        try:
            files = [judge(name) for name in given]
        except click.UsageError as error:
            raise refuse(f"--huruf: {error.message}", "Letaknya dihitung dari folder kampanye.toml") from None
    else:
        regular = asks.ask("Berkas huruf kantor (TTF); kosong berarti Source Serif Pro", "--huruf", judge)
        if not regular:
            return None
        files = [regular]
        for called, style in zip(("tebal", "miring", "tebal miring"), FONTS[1:], strict=True):
            # Files of one typeface lie beside each other under names that tell their style.
            beside = regular.replace(FONTS[0], style)
            known = beside != regular and (folder / beside).is_file()
            files.append(
                asks.ask(f"Berkas huruf {called}", "--huruf", judge, usual=beside if known else None)
            )
    regular, bold, italic, bold_italic = files
    return FontChoice(regular=regular, bold=bold, italic=italic, bold_italic=bold_italic)
