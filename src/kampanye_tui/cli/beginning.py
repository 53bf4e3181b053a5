"""``mulai``: the configuration of an office, asked for once and written once."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kampanye_tui.cli.asking import MOST_CHOICES, Questions
from kampanye_tui.cli.options import config, configured, left_out
from kampanye_tui.cli.output import Exit, data, talk
from kampanye_tui.cli.typed import Day, Line, NumberFormat, known_day

if TYPE_CHECKING:
    from collections.abc import Sequence

    from kampanye_tui.model.election import Election
    from kampanye_tui.model.office import Configuration, FontChoice
    from kampanye_tui.model.region import Region
    from kampanye_tui.store.installed_fonts import Installed
    from kampanye_tui.store.office_questions import Question


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
    """Buat kampanye.toml untuk kantor ini lewat pertanyaan.

    Yang disebut sebagai opsi tidak ditanyakan. Jawaban boleh juga dialirkan
    melalui stdin, satu baris satu jawaban.

    \b
    Contoh:
      kampanye mulai
      kampanye mulai --wilayah "Kota Bogor" --pemilu pemilu-2024 --tanpa-tanya
    """
    from kampanye_tui.agreement.region_choice import label
    from kampanye_tui.model.office import Paper
    from kampanye_tui.store import office_questions as questions
    from kampanye_tui.store.configuration import NAME
    from kampanye_tui.store.new_configuration import refuse_existing

    path = Path(configured() or NAME)
    refuse_existing(path)
    asks = Questions(silent=silent)
    if asks.at_keyboard:
        talk("Beberapa pertanyaan tentang kantor Anda. Tekan Enter bila belum diketahui;")
        talk("isinya dapat menyusul di kampanye.toml. Ctrl-C membatalkan semuanya.")
    where = _region(asks, region)
    talk(f"Wilayah: {label(where)}")
    if address is None:
        address = _ask(asks, questions.ADDRESS, "--alamat")
    if city is None and questions.asks_city(where):
        city = _ask(asks, questions.CITY, "--kota")
    if chair is None:
        chair = _ask(asks, questions.CHAIR, "--ketua")
    if not members:
        count = _ask(asks, questions.MEMBER_COUNT, "--anggota")
        members = tuple(_ask(asks, questions.member_question(n), "--anggota") for n in range(1, count + 1))
    chosen = chosen_election(asks, election, packs, path.parent)
    if day is None:
        day = _ask(asks, questions.DAY, "--tanggal")
    if numbers is None:
        numbers = _ask(asks, questions.number_format_question(where), "--nomor")
    if paper is None:
        papers = click.Choice(["A4", "F4"], case_sensitive=False)
        paper = asks.ask(
            "Kertas, A4 atau F4", "--kertas", lambda answer: papers.convert(answer, None, None), usual="A4"
        )
    typeface = _fonts(asks, fonts, path.parent)
    if folder is None:
        folder = _ask(asks, questions.FOLDER, "--keluaran")
    answers = questions.Answers(
        region=where,
        election=chosen,
        address=address,
        city=city or "",
        chair=chair,
        members=members,
        day=known_day(day),
        number_format=numbers,
        paper=Paper(paper),
        fonts=typeface,
        folder=folder,
        packs=packs,
    )
    _write(path, questions.configuration_of(answers))
    return Exit.DONE


def _ask(asks: Questions, question: Question, option: str) -> Any:
    """Return the answer to a question; what its judge refuses is a reason to ask again at the keyboard."""
    from kampanye_tui.model.problem import Refused

    def judge(answer: str) -> Any:
        try:
            return question.judge(answer)
        except Refused as refused:
            raise click.UsageError(refused.problems[0].what) from None

    return asks.ask(question.words, option, judge, usual=question.usual)


def _write(path: Path, configuration: Configuration) -> None:
    """Add whom an office there would invite, try whether an agreement comes of it, and write the file."""
    import os

    from kampanye_tui.cli.session import tell_problems
    from kampanye_tui.plugin.new_office import library_of, with_invited
    from kampanye_tui.store.configuration import NAME, VARIABLE
    from kampanye_tui.store.new_configuration import write_configuration

    library = library_of(configuration, path, left_out())
    tell_problems(library)
    write_configuration(path, with_invited(configuration, library, path), library.reference)
    data(str(path))
    talk(f"Konfigurasi tersimpan: {path}")
    talk("Sunting dengan penyunting teks; periksa terutama nama dan jabatan [[pihak]].")
    named = f" --config {path}" if path != Path(NAME) else ""
    talk(f"Lanjutkan dengan: kampanye baru{named}")
    if not named and os.environ.get(VARIABLE):
        talk(f"Perhatian: {VARIABLE} menunjuk ke {os.environ[VARIABLE]}, jadi berkas itu yang dipakai.")


def _region(asks: Questions, given: str | None) -> Region:
    """Return the region that is meant; of several hits, one is chosen."""
    from kampanye_tui.agreement.region_choice import label
    from kampanye_tui.model.problem import Refused, refuse
    from kampanye_tui.plugin.new_office import known_regions
    from kampanye_tui.store.office_questions import region_question

    question = region_question(known_regions(), MOST_CHOICES)
    if given is None:
        found: Sequence[Region] = _ask(asks, question, "--wilayah")
    else:
        try:
            found = question.judge(given)
        except Refused as refused:
            what = refused.problems[0].what
            raise refuse(f"--wilayah: {what}", "Cari dengan: kampanye wilayah NAMA") from None
    return asks.choose("Wilayah yang cocok", "--wilayah", found, label)


def chosen_election(asks: Questions, given: str | None, packs: tuple[str, ...], folder: Path) -> Election:
    """Return the election that is meant."""
    from kampanye_tui.model.messages import nearest
    from kampanye_tui.model.problem import refuse
    from kampanye_tui.plugin.new_office import known_elections

    elections = known_elections((folder / name for name in packs), left_out())
    if given is None:
        return asks.choose("Pemilihan", "--pemilu", elections, lambda one: f"{one.short} ({one.id})")
    for election in elections:
        if given == election.id:
            return election
    raise refuse(f'--pemilu: "{given}" tidak dikenal', nearest(given, [one.id for one in elections]))


def _fonts(asks: Questions, given: tuple[str, ...] | None, folder: Path) -> FontChoice | None:
    """Return the office's own typeface; None is the one that comes with the program."""
    from kampanye_tui.model.office import FontChoice
    from kampanye_tui.model.problem import Refused, refuse
    from kampanye_tui.store.office_questions import (
        installed_family,
        other_font_questions,
        regular_font_question,
    )

    if given:
        first = regular_font_question(folder)
        try:
            files = [first.judge(name) for name in given]
        except Refused as refused:
            what = refused.problems[0].what
            raise refuse(f"--huruf: {what}", "Letaknya dihitung dari folder kampanye.toml") from None
    else:
        installed = _installed(asks)
        regular = _ask(asks, regular_font_question(folder, installed), "--huruf")
        if not regular:
            return None
        family = installed_family(regular, installed)
        if family:
            return family
        others = other_font_questions(folder, regular)
        files = [regular, *(_ask(asks, question, "--huruf") for question in others)]
    regular, bold, italic, bold_italic = files
    return FontChoice(regular=regular, bold=bold, italic=italic, bold_italic=bold_italic)


def _installed(asks: Questions) -> tuple[Installed, ...]:
    """Return the families that may be answered by name, and say so; none where nothing is asked."""
    from kampanye_tui.store.installed_fonts import font_folders, metric_equals

    installed = () if asks.silent else metric_equals(font_folders())
    if installed:
        names = ", ".join(one.name for one in installed)
        talk("Terpasang di komputer ini, seukuran Bookman Old Style; cukup ketik namanya:")
        talk(f"  {names}")
    return installed
