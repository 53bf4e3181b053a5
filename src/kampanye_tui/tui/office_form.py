"""The questions of ``kampanye mulai`` as fields of a form, and what was typed there as answers.

A region and the elections come in; fields, and later answers, go out. Nothing is written here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from kampanye_tui.model.election import Election
from kampanye_tui.model.office import FontChoice, Paper
from kampanye_tui.model.problem import refuse
from kampanye_tui.model.region import Region, RegionKind
from kampanye_tui.store.installed_fonts import Installed
from kampanye_tui.store.office_questions import (
    ADDRESS,
    CHAIR,
    CITY,
    DAY,
    FOLDER,
    MEMBER_COUNT,
    USUAL_MEMBERS,
    Answers,
    Question,
    asks_city,
    installed_family,
    member_question,
    number_format_question,
    other_font_questions,
    regular_font_question,
)
from kampanye_tui.tui.checks import sentence_of
from kampanye_tui.tui.form import Field

PROVINCE_MEMBERS = 6
"""A commission of seven, as some provinces have."""
PACKS = "plugins"
"""Where packs of regions are put beside a configuration."""


def fields_of(
    region: Region,
    elections: Sequence[Election],
    folder: Path,
    typed: Mapping[str, str],
    installed: Sequence[Installed] = (),
) -> tuple[Field, ...]:
    """Return the fields for an office there.

    ``typed`` is what was typed before, ``folder`` where the file will be, ``installed`` are the families that
    may be chosen by name.
    """

    def asked(name: str, label: str, question: Question, value: str = "", hint: str = "") -> Field:
        filled = typed.get(name, value)
        return Field(name, label, filled, hint or f"{question.words}.", sentence_of(question.judge))

    chosen = typed.get("election", elections[0].id)
    choices = tuple((one.id, one.short) for one in elections)
    members = [
        asked(f"member-{number}", f"Nama Anggota {number}", member_question(number), hint=UNKNOWN)
        for number in range(1, _most_members(region) + 1)
    ]
    packs = PACKS if (folder / PACKS).is_dir() else ""
    return (
        Field("election", "Pemilihan", chosen, "Pemilihan yang kampanyenya disepakati.", choices=choices),
        asked("address", "Alamat kantor", ADDRESS, hint="Tercetak pada kop; boleh menyusul."),
        *((asked("city", "Kota kedudukan", CITY),) if asks_city(region) else ()),
        asked("chair", "Nama Ketua", CHAIR, hint=UNKNOWN),
        asked("count", "Banyaknya Anggota", MEMBER_COUNT, str(USUAL_MEMBERS), "Anggota selain Ketua."),
        *members,
        asked(
            "day",
            "Tanggal acara",
            DAY,
            hint="Hari penandatanganan, misalnya 28 November 2023; boleh menyusul.",
        ),
        asked("numbers", "Bentuk nomor", number_format_question(region)),
        Field(
            "paper",
            "Kertas",
            typed.get("paper", Paper.A4.value),
            "F4 berukuran 215 × 330 mm.",
            choices=_PAPERS,
        ),
        asked(
            "font",
            "Huruf kantor",
            regular_font_question(folder, installed),
            hint=_offered(installed),
        ),
        asked("folder", "Folder hasil ekspor", FOLDER),
        Field(
            "packs",
            "Folder paket daerah",
            typed.get("packs", packs),
            "Folder berisi paket daerah, di samping kampanye.toml; kosong bila tidak ada.",
            lambda name: "" if not name or (folder / name).is_dir() else f'folder "{name}" tidak ada',
        ),
    )


UNKNOWN = "Yang belum diketahui boleh kosong; tercetak sebagai titik-titik."
_PAPERS = tuple((paper.value, paper.value) for paper in Paper)


def answers_of(
    values: Mapping[str, str],
    region: Region,
    elections: Sequence[Election],
    folder: Path,
    installed: Sequence[Installed] = (),
) -> Answers:
    """Return what was typed as answers; raises :class:`Refused` for what a field alone cannot tell."""
    count = MEMBER_COUNT.judge(values["count"] or str(USUAL_MEMBERS))
    names = [values[f"member-{number}"] for number in range(1, _most_members(region) + 1)]
    if any(names[count:]):
        raise refuse(
            f"Banyaknya Anggota tertulis {count}, tetapi nama Anggota sesudahnya terisi",
            "Samakan keduanya",
        )
    return Answers(
        region=region,
        election=next(one for one in elections if one.id == values["election"]),
        address=ADDRESS.judge(values["address"]),
        city=CITY.judge(values.get("city", "")),
        chair=CHAIR.judge(values["chair"]),
        members=tuple((*names, *("" for _ in range(count)))[:count]),
        day=DAY.judge(values["day"]),
        number_format=number_format_question(region).judge(values["numbers"]),
        paper=Paper(values["paper"]),
        fonts=installed_family(values["font"], installed) or _fonts(values["font"], folder),
        folder=FOLDER.judge(values["folder"]),
        packs=(values["packs"],) if values["packs"] else (),
    )


def _most_members(region: Region) -> int:
    return PROVINCE_MEMBERS if region.kind is RegionKind.PROVINCE else USUAL_MEMBERS


def _offered(installed: Sequence[Installed]) -> str:
    # The best two: more has no room on a line of 80.
    names = ", ".join(one.name for one in installed[:2])
    return (
        f"Kosong: Source Serif Pro. {f'Terpasang: {names}' if names else 'Boleh juga berkas .ttf atau .otf'}."
    )


def _fonts(regular: str, folder: Path) -> FontChoice | None:
    """Return the office's typeface: the file that was named and its three companions beside it."""
    if not regular:
        return None
    files = [regular]
    for question in other_font_questions(folder, regular):
        if question.usual is None:
            raise refuse(
                f'{question.words.lower()} tidak ada di samping "{regular}"',
                "Kosongkan dahulu; keempat berkasnya dapat ditulis kemudian pada [huruf] di kampanye.toml",
            )
        files.append(question.usual)
    return FontChoice(**dict(zip(("regular", "bold", "italic", "bold_italic"), files, strict=True)))
