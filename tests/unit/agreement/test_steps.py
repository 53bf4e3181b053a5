"""The next step in words, with the tab on which it is done."""

from datetime import UTC, datetime

import pytest

from kampanye_tui.agreement.state import state
from kampanye_tui.agreement.steps import STEPS, Tab, next_step, tab_of
from kampanye_tui.model.event import Finalised
from kampanye_tui.model.finding import Finding, Level, Place, Section

from .making import changed, small_agreement

BASE = small_agreement()
REQUIRED, ATTENTION, SUGGESTION = (
    Finding(rule="uji", level=level, message="Uji.", place=Place(section=Section.PARTIES)) for level in Level
)


def step(agreement, *findings):
    return next_step(agreement, state(agreement), findings)


def without(**said):
    return changed(BASE, occasion=changed(BASE.occasion, **said))


def number(tab):
    return str(tab.number)


LINES = {
    "no day": (without(day=None), (), "1 dari 7 — Penyusunan: tanggal acara belum diisi; tekan 1"),
    "no place": (without(place=""), (), "1 dari 7 — Penyusunan: tempat acara belum diisi; tekan 1"),
    "neither": (
        without(day=None, place=""),
        (),
        "1 dari 7 — Penyusunan: tanggal dan tempat acara belum diisi; tekan 1",
    ),
    "no day and findings": (
        without(day=None),
        (REQUIRED,),
        "1 dari 7 — Penyusunan: tanggal acara belum diisi; tekan 1",
    ),
    "no clauses": (
        changed(BASE, clauses=()),
        (REQUIRED,),
        "1 dari 7 — Penyusunan: naskah belum berisi klausul; tekan 2",
    ),
    "findings": (
        BASE,
        (REQUIRED, ATTENTION, REQUIRED),
        "2 dari 7 — Pemeriksaan: 2 hal wajib diperbaiki; tekan 4",
    ),
    "clean": (
        BASE,
        (ATTENTION, SUGGESTION),
        "4 dari 7 — Finalisasi: siap difinalkan; tekan 7, atau 8 untuk membahas",
    ),
}


@pytest.mark.parametrize("what", LINES)
def test_the_next_step_is_one_line(what):
    agreement, findings, line = LINES[what]
    assert step(agreement, *findings).line(number) == f"Langkah {line}"


def test_where_there_are_no_keys_none_is_named():
    told = "Langkah 2 dari 7 — Pemeriksaan: 1 hal wajib diperbaiki"
    assert step(BASE, REQUIRED).told == told


def test_a_final_text_is_signed_next():
    now = datetime(2023, 11, 1, tzinfo=UTC)
    final = Finalised(
        number=1,
        occasion_digest="",
        occurred=now,
        recorded=now,
        operator="a",
        revision=1,
        text_digest=state(BASE).text_digest,
    )
    made = next_step(BASE, state(BASE, [final]), [])
    assert (made.number, made.name, made.tab) == (5, "Penandatanganan", Tab.DAY)


def test_the_line_fits_a_narrow_screen():
    told = [step(agreement, *findings).line(number) for agreement, findings, _line in LINES.values()]
    assert max(map(len, told)) <= 80


def test_there_are_seven_steps():
    assert len(STEPS) == 7


def test_tabs_are_numbered_in_their_order():
    assert [tab.words for tab in Tab] == [
        "1 Acara",
        "2 Klausul",
        "3 Pihak",
        "4 Pemeriksaan",
        "5 Pratinjau",
        "6 Cetak",
        "7 Hari-H",
        "8 Pembahasan",
        "9 Salinan",
    ]


@pytest.mark.parametrize("section", Section)
def test_every_finding_leads_to_a_tab(section):
    assert tab_of(Place(section=section)) in Tab


def test_a_finding_about_a_pihak_leads_to_the_pihak():
    assert tab_of(REQUIRED.place) is Tab.PARTIES
