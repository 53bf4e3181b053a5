"""What a new office is asked, what is proposed to it, and the configuration that its answers make.

Answers come in, a configuration goes out. Nothing is written here: ``new_configuration.py`` does that. Of
files, it only looks whether those of a typeface are there.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from kampanye_tui.agreement.entries import day_of, line_of, number_format_of
from kampanye_tui.agreement.region_choice import meant_by
from kampanye_tui.model.election import Election
from kampanye_tui.model.occasion import Occasion
from kampanye_tui.model.office import (
    AgreementChoice,
    Configuration,
    ElectionChoice,
    ExportChoice,
    FontChoice,
    Member,
    Office,
    PackChoice,
    Paper,
)
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.region import Region
from kampanye_tui.store.installed_fonts import Installed
from kampanye_tui.store.new_configuration import CITIES

USUAL_MEMBERS = 4
"""Besides the chair: a commission of five."""
MOST_MEMBERS = 10
TEMPLATES = ("naskah", "berita-acara-kesepakatan", "salinan-peserta")
"""What a new office exports until it says something else."""
_STYLES = ("Regular", "Bold", "Italic", "BoldItalic")
"""How the files of one typeface are usually called."""


class Question(NamedTuple):
    """One question: its words, and what turns a typed answer into a value or raises Refused.

    An empty answer is ``usual``; where that is None, there is no going on without an answer.
    """

    words: str
    judge: Callable[[str], Any]
    usual: str | None = ""


class Answers(NamedTuple):
    """What an office has answered; only region and election cannot be left open."""

    region: Region
    election: Election
    address: str = ""
    city: str = ""
    chair: str = ""
    members: tuple[str, ...] = ("",) * USUAL_MEMBERS
    day: date | None = None
    number_format: str = ""
    paper: Paper = Paper.A4
    fonts: FontChoice | None = None
    """None is the typeface that comes with the program."""
    folder: str = ""
    packs: tuple[str, ...] = ()
    """Folders that hold packs, relative to the configuration."""


def member_count_of(typed: str) -> int:
    """Return how many members there are besides the chair; raises :class:`Refused`."""
    # Python refuses to read a text of thousands of digits.
    if not (typed.isascii() and typed.isdecimal() and len(typed) < 4) or int(typed) > MOST_MEMBERS:
        raise refuse(f"tulis bilangan 0 sampai {MOST_MEMBERS}")
    return int(typed)


ADDRESS = Question("Alamat kantor", line_of)
CITY = Question("Kota kedudukan kantor, untuk di atas tanda tangan", line_of)
CHAIR = Question("Nama Ketua", line_of)
MEMBER_COUNT = Question("Banyaknya Anggota selain Ketua", member_count_of, str(USUAL_MEMBERS))
DAY = Question("Tanggal penandatanganan, misalnya 28 November 2023", day_of)
FOLDER = Question("Folder hasil ekspor; kosong berarti di samping naskahnya", line_of)


def region_question(regions: Sequence[Region], most: int) -> Question:
    """Return the first question; its value is the regions to choose from, at most so many."""
    return Question(
        "Nama atau kode wilayah, misalnya Kota Bogor", lambda typed: meant_by(typed, regions, most), None
    )


def asks_city(region: Region) -> bool:
    """Tell whether an office there has to say where its seat is: a city bears the name of its region."""
    return region.kind not in CITIES


def member_question(number: int) -> Question:
    """Return the question for a member besides the chair, from 1."""
    return Question(f"Nama Anggota {number}", line_of)


def number_format_question(region: Region) -> Question:
    """Return the question for the form of numbers, with an example of the region."""
    example = f"{{urut}}/PL.01.6-{{jenis}}/{region.code.replace('.', '')}/{{tahun}}"
    return Question(f"Bentuk nomor, misalnya {example}", number_format_of)


def regular_font_question(folder: Path, installed: Sequence[Installed] = ()) -> Question:
    """Return the question for the first file of the office's typeface; an empty answer is none of its own.

    ``folder`` is where the configuration will be. The name of an ``installed`` family is an answer as well.
    """
    return Question(
        "Berkas huruf kantor (TTF atau OTF); kosong berarti Source Serif Pro", _font_of(folder, installed)
    )


def installed_family(answer: str, installed: Sequence[Installed]) -> FontChoice | None:
    """Return the four files of the installed family of that name; None where the answer is a file."""
    wanted = answer.casefold()
    return next((one.fonts for one in installed if one.name.casefold() == wanted), None)


def other_font_questions(folder: Path, regular: str) -> tuple[Question, ...]:
    """Return the questions for bold, italic and bold italic, proposing what lies beside the first file."""
    questions = []
    for called, style in zip(("tebal", "miring", "tebal miring"), _STYLES[1:], strict=True):
        beside = regular.replace(_STYLES[0], style)
        known = beside != regular and (folder / beside).is_file()
        questions.append(Question(f"Berkas huruf {called}", _font_of(folder), beside if known else None))
    return tuple(questions)


def configuration_of(answers: Answers) -> Configuration:
    """Return the configuration that the answers make, without the institutions that packs would invite."""
    people = (
        Member(office="Ketua", name=answers.chair),
        *(Member(office="Anggota", name=name) for name in answers.members),
    )
    year = answers.day.year if answers.day else answers.election.year
    return Configuration(
        office=Office(
            region=answers.region.code,
            address=answers.address,
            city=answers.city,
            members=people,
            number_format=answers.number_format,
        ),
        election=ElectionChoice(id=answers.election.id),
        agreement=AgreementChoice(id=f"{year}-kampanye-damai"),
        occasion=Occasion(day=answers.day),
        export=ExportChoice(templates=TEMPLATES, paper=answers.paper, folder=answers.folder),
        fonts=answers.fonts,
        packs=PackChoice(folders=answers.packs),
    )


def _font_of(folder: Path, installed: Sequence[Installed] = ()) -> Callable[[str], str]:
    def judge(typed: str) -> str:
        name = line_of(typed)
        if name and not installed_family(name, installed) and not (folder / name).is_file():
            raise refuse(f'berkas "{name}" tidak ada')
        return name

    return judge
