"""A control sheet as a table for Excel: the empty one, and a filled one read back as events."""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, timedelta

import pytest

from kampanye_tui.agreement.seating import seats
from kampanye_tui.agreement.signing_table import read_signings, signing_table
from kampanye_tui.model.event import MandateKind, Outcome, Signed
from kampanye_tui.model.problem import Problem, Refused

from .making import changed, with_clause, with_party
from .test_signing import BASE, after, final

NOW = datetime(2023, 11, 29, 2, 0, tzinfo=UTC)
HEAD = (
    "urut;pihak;ke;hasil;pukul;pengganti;bentuk_mandat;nomor_mandat;tanggal_mandat;paling_lambat;"
    "alasan_mendahului;keterangan\r\n"
)
ALL = (
    "2;;;tidak hadir;10.10;;;;;;;\r\n"
    "1;partai-a;1;menandatangani;10.05;Budi;a.n.;21/DPC;20-11-2023;;;\r\n"
    ";penyelenggara;;menandatangani;10.20;;;;;;;\r\n"
)


def entered(text: str, events=None, agreement=BASE) -> tuple[Signed, ...]:
    events = [final(agreement)] if events is None else events
    data = (HEAD + text).encode()
    return read_signings(agreement, events, data, "lembar.csv", recorded=NOW, operator="ani")


def problems_of(text: str, events=None) -> list[Problem]:
    with pytest.raises(Refused) as caught:
        entered(text, events)
    return list(caught.value.problems)


def rows_of(table: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(table.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_empty_sheet_has_a_row_for_everybody_in_the_order_of_signing() -> None:
    rows = rows_of(signing_table(BASE, [final()]))
    assert [(row["urut"], row["pihak"], row["ke"]) for row in rows] == [
        ("1", "partai-a", "1"),
        ("2", "partai-b", "1"),
        ("", "penyelenggara", "1"),
        ("", "bawaslu", "1"),
    ]


def test_the_empty_sheet_leaves_out_who_has_an_outcome() -> None:
    rows = rows_of(signing_table(BASE, after(("partai-a", Outcome.SIGNED))))
    assert [row["pihak"] for row in rows] == ["partai-b", "penyelenggara", "bawaslu"]


def test_a_name_that_looks_like_a_formula_is_text_in_excel() -> None:
    (person,) = BASE.party("partai-a").signatories
    odd = with_party(BASE, "partai-a", signatories=(changed(person, name="=1+1"),))
    assert rows_of(signing_table(odd, ()))[0]["penanda_tangan"] == "'=1+1, Ketua"


def test_an_empty_sheet_says_nothing() -> None:
    events = [final()]
    table = signing_table(BASE, events)
    assert read_signings(BASE, events, table, "l.csv", recorded=NOW, operator="ani") == ()


def test_rows_become_events_in_the_order_in_which_they_happened() -> None:
    made = entered(ALL)
    assert [(one.party, f"{one.occurred:%H.%M %z}") for one in made] == [
        ("partai-a", "10.05 +0700"),
        ("partai-b", "10.10 +0700"),
        ("penyelenggara", "10.20 +0700"),
    ]


def test_an_event_says_when_it_was_entered_and_by_whom() -> None:
    assert {(one.recorded, one.operator) for one in entered(ALL)} == {(NOW, "ani")}


def test_who_stood_in_comes_with_the_mandate() -> None:
    mandate = entered(ALL)[0].mandate
    assert mandate is not None
    assert (mandate.kind, mandate.name, mandate.number, mandate.day) == (
        MandateKind.ON_BEHALF,
        "Budi",
        "21/DPC",
        date(2023, 11, 20),
    )


def test_who_is_to_follow_has_a_day() -> None:
    (made,) = entered("1;;;menyusul;10.05;;;;;1/12/2023;;sakit\r\n")
    assert (made.outcome, made.due, made.remark) == (Outcome.LATER, date(2023, 12, 1), "sakit")


def test_an_hour_of_another_day_may_be_written_with_its_day() -> None:
    earlier = changed(final(), occurred=NOW - timedelta(days=3))
    (made,) = entered("1;;;menandatangani;27-11-2023 09.30;;;;;;;\r\n", events=[earlier])
    assert made.occurred.isoformat() == "2023-11-27T09:30:00+07:00"


WRITTEN = {
    "Menandatangani": Outcome.SIGNED,
    "hadir": Outcome.PRESENT,
    "Hadir saja": Outcome.PRESENT,
    "hadir, tidak menandatangani": Outcome.PRESENT,
    "TIDAK HADIR": Outcome.ABSENT,
}


@pytest.mark.parametrize("written", WRITTEN)
def test_an_outcome_is_read_as_people_write_it(written: str) -> None:
    (made,) = entered(f"1;;;{written};10.05;;;;;;;\r\n")
    assert made.outcome is WRITTEN[written]


@pytest.mark.parametrize("hour", ["10.45", "10:45", "10:45:00"])
def test_an_hour_is_read_as_excel_writes_it(hour: str) -> None:
    assert entered(f"1;;;hadir;{hour};;;;;;;\r\n")[0].occurred.hour == 10


def test_a_pihak_may_be_named_by_what_it_is_called() -> None:
    agreement = with_party(BASE, "partai-a", short="PKB")
    assert entered(";pkb;;hadir;10.05;;;;;;;\r\n", agreement=agreement)[0].party == "partai-a"


def test_each_person_of_a_pihak_has_a_place() -> None:
    (person,) = BASE.party("partai-a").signatories
    two = with_party(BASE, "partai-a", signatories=(person, changed(person, name="Cici")))
    assert entered("1;;2;hadir;10.05;;;;;;;\r\n", agreement=two)[0].name == "Cici"


def test_who_went_before_an_earlier_group_needs_a_reason() -> None:
    (problem,) = problems_of(";penyelenggara;;menandatangani;10.20;;;;;;;\r\n")
    assert "kelompok 1 belum mempunyai hasil" in problem.what


def test_the_reason_for_going_first_is_kept() -> None:
    (made,) = entered(";penyelenggara;;menandatangani;10.20;;;;;;harus berangkat;\r\n")
    assert made.out_of_turn == "harus berangkat"


def test_the_hours_decide_who_went_first() -> None:
    problems = problems_of(ALL.replace("10.20", "10.00"))
    assert [problem.line for problem in problems] == [4]


def test_at_one_hour_the_groups_decide_who_went_first() -> None:
    text = (
        ";penyelenggara;;menandatangani;10.00;;;;;;;\r\n2;;;hadir;10.00;;;;;;;\r\n1;;;hadir;10.00;;;;;;;\r\n"
    )
    assert [one.party for one in entered(text)] == ["partai-b", "partai-a", "penyelenggara"]


FAULTS = {
    "nobody": (";;;hadir;10.05;;;;;;;", "pihak", "kosong"),
    "an unknown pihak": (";partai-z;;hadir;10.05;;;;;;;", "pihak", '"partai-z" tidak diminta'),
    "an unknown number": ("7;;;hadir;10.05;;;;;;;", "urut", '"7" tidak diminta'),
    "a number of somebody else": ("2;partai-a;;hadir;10.05;;;;;;;", "urut", "bukan milik Partai-A"),
    "a place too far": ("1;;2;hadir;10.05;;;;;;;", "ke", "hanya mempunyai 1 penanda tangan"),
    "a number that is none": ("satu;;;hadir;10.05;;;;;;;", "urut", "bilangan"),
    "an unknown outcome": ("1;;;mungkin;10.05;;;;;;;", "hasil", '"mungkin" tidak termasuk pilihan'),
    "an hour without an outcome": ("1;;;;10.05;;;;;;;", "hasil", "kosong"),
    "an outcome without an hour": ("1;;;hadir;;;;;;;;", "pukul", "belum diisi"),
    "an hour that is none": ("1;;;hadir;25.00;;;;;;;", "pukul", '"25.00" bukan waktu'),
    "an hour to come": ("1;;;hadir;30-11-2023 09.00;;;;;;;", "pukul", "belum tiba"),
    "a name that Excel took for a formula": (
        "1;;;menandatangani;10.05;#NAME?;a.n.;1;20-11-2023;;;",
        "pengganti",
        'berisi "#NAME?": Excel mengira teks',
    ),
    "a remark that Excel took for a formula": ("1;;;hadir;10.05;;;;;;;#REF!", "keterangan", '"#REF!"'),
    "half a mandate": (
        "1;;;menandatangani;10.05;Budi;a.n.;;20-11-2023;;;",
        "nomor_mandat",
        "belum diisi",
    ),
    "an unknown mandate": (
        "1;;;menandatangani;10.05;Budi;wakil;1;20-11-2023;;;",
        "bentuk_mandat",
        '"wakil" tidak termasuk pilihan',
    ),
    "a mandate of no day": (
        "1;;;menandatangani;10.05;Budi;a.n.;1;kemarin;;;",
        "tanggal_mandat",
        '"kemarin" bukan tanggal',
    ),
    "later without a day": ("1;;;menyusul;10.05;;;;;;;", "paling_lambat", "belum diisi"),
    "later on a day that was over": (
        "1;;;menyusul;10.05;;;;;27-11-2023;;",
        "paling_lambat",
        "mendahului hari",
    ),
    "a day for who is not later": ("1;;;hadir;10.05;;;;;1-12-2023;;", "paling_lambat", "hanya untuk"),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_is_told_with_its_line_and_column(what: str) -> None:
    row, column, told = FAULTS[what]
    (problem,) = problems_of(f"2;;;hadir;10.00;;;;;;;\r\n{row}\r\n")
    assert (problem.line, problem.key, told in problem.what) == (3, column, True)


def test_two_rows_for_one_person_are_refused() -> None:
    (problem,) = problems_of("1;;;hadir;10.05;;;;;;;\r\n;partai-a;;hadir;10.06;;;;;;;\r\n")
    assert problem.what == "penanda tangan ini sudah ada pada baris 2"


def test_a_sheet_that_is_entered_twice_is_refused_row_by_row() -> None:
    events = [final()]
    for event in entered(ALL):
        events.append(changed(event, number=len(events) + 1))
    assert [problem.line for problem in problems_of(ALL, events)] == [2, 3, 4]


def test_every_fault_of_a_sheet_is_told_at_once_and_nothing_beside_them() -> None:
    text = "1;;;mungkin;10.05;;;;;;;\r\n2;;;hadir;;;;;;;;\r\n;penyelenggara;;hadir;10.20;;;;;;;\r\n"
    assert [(problem.line, problem.key) for problem in problems_of(text)] == [(2, "hasil"), (3, "pukul")]


def test_a_sheet_of_a_text_that_is_not_final_is_refused() -> None:
    with pytest.raises(Refused, match="belum final"):
        entered(ALL, events=[])


def test_a_sheet_of_words_that_have_changed_is_refused() -> None:
    with pytest.raises(Refused, match="berubah sesudah revisi 1"):
        entered(ALL, events=[final()], agreement=with_clause(BASE, "damai", resolved="Lain."))


def test_what_was_recorded_before_the_power_failed_stands_beside_the_sheet() -> None:
    events = after(("partai-a", Outcome.SIGNED))
    events += entered("2;;;tidak hadir;10.10;;;;;;;\r\n", events)
    assert [seat.outcome for seat in seats(BASE, events)][:2] == [Outcome.SIGNED, Outcome.ABSENT]
