"""Whether what is kept still is what was recorded: every change inside is found, and its place is named."""

from __future__ import annotations

import pytest

from kampanye_tui.agreement.chain import Book, added, beginning
from kampanye_tui.agreement.copy_answers import copies_numbered, file_is, who_has
from kampanye_tui.agreement.proof import proof
from kampanye_tui.agreement.slips import slip
from kampanye_tui.agreement.verification import Kept, Verdict, register_check, verified
from kampanye_tui.model.event import Correction, Evidence
from kampanye_tui.model.number_entry import Voided
from kampanye_tui.model.writing import write

from .kept import AGREEMENT, AT, CODES, FOUND, KEPT, LEDGER, events, ledger, lines, with_ledger
from .making import changed, with_clause, with_party


def place(kept: Kept) -> tuple[str, int]:
    """Return the first place that breaks: file and line."""
    problem = verified(kept).first_break
    return (problem.file, problem.line) if problem else ("", 0)


def verdicts(kept: Kept) -> dict[str, Verdict]:
    """Return what came of each check."""
    return {check.subject: check.verdict for check in verified(kept).checks}


def test_what_nobody_changed_holds():
    assert set(verdicts(KEPT).values()) == {Verdict.HOLDS}


@pytest.mark.penuh
def test_every_single_byte_change_of_a_ledger_is_found():
    unfound = []
    for at in range(len(LEDGER)):
        data = bytearray(LEDGER)
        data[at] ^= 1 << at % 8
        if verified(with_ledger(bytes(data))).first_break is None:
            unfound.append(at)
    assert unfound == []


def test_the_first_place_is_the_line_that_was_changed():
    found = lines()
    found[3] = found[3].replace(b"tutup", b"tutuq")
    assert place(with_ledger(b"".join(found))) == ("naskah/contoh/buku.jsonl", 4)


@pytest.mark.parametrize("at", range(7))
def test_a_removed_line_is_found_at_its_place(at):
    found = lines()
    del found[at]
    assert place(with_ledger(b"".join(found))) == ("naskah/contoh/buku.jsonl", at + 1)


@pytest.mark.parametrize("at", range(8))
def test_a_doubled_line_is_found_at_its_place(at):
    found = lines()
    found.insert(at, found[at])
    assert place(with_ledger(b"".join(found))) == ("naskah/contoh/buku.jsonl", at + 2)


@pytest.mark.parametrize("at", range(7))
def test_swapped_lines_are_found_at_their_place(at):
    found = lines()
    found[at], found[at + 1] = found[at + 1], found[at]
    assert place(with_ledger(b"".join(found))) == ("naskah/contoh/buku.jsonl", at + 1)


def test_a_torn_last_line_breaks():
    assert place(with_ledger(LEDGER[:-5])) == ("naskah/contoh/buku.jsonl", 8)


def test_the_lines_before_a_break_still_count():
    found = verified(with_ledger(LEDGER[:-5]))
    assert (len(found.events), found.heads) == (7, FOUND.heads[:7])


def test_a_carriage_return_in_a_broken_line_does_not_move_its_place():
    found = lines()
    found[1] = b"\r" + found[1]
    assert len(verified(with_ledger(b"".join(found))).events) == 1


def test_a_ledger_of_another_agreement_breaks_at_its_first_line():
    assert place(with_ledger(ledger(events(), "lain"))) == ("naskah/contoh/buku.jsonl", 1)


def test_a_folder_that_was_renamed_holds():
    assert verified(KEPT._replace(name="salinan dari usb")).first_break is None


def test_an_id_that_was_changed_in_the_text_is_found_there():
    text = write(changed(AGREEMENT, id="lain"))
    assert place(KEPT._replace(text=text)) == ("naskah/contoh/naskah.toml", 0)


CHANGED = with_clause(AGREEMENT, "damai", resolved="Peserta Pemilu tidak berjanji apa pun.")


def test_a_final_text_that_was_changed_is_named():
    kept = KEPT._replace(revisions={1: write(CHANGED)})
    assert place(kept) == ("naskah/contoh/revisi/r01.toml", 0)


def test_a_final_text_that_was_changed_is_compared_with_the_present_one():
    kept = KEPT._replace(revisions={1: write(CHANGED)})
    assert "tidak berjanji" in str(verified(kept).first_break)


def test_every_changed_letter_of_a_resolved_clause_is_found():
    data = write(AGREEMENT)
    start = data.index(b"Peserta Pemilu berkampanye")
    unfound = [
        at
        for at in range(start, start + 40)
        if verified(
            KEPT._replace(revisions={1: data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]})
        ).first_break
        is None
    ]
    assert unfound == []


@pytest.mark.parametrize(
    "other",
    [
        changed(AGREEMENT, topic="Kampanye Gaduh"),
        with_party(AGREEMENT, "partai-a", name="Partai Z"),
        changed(AGREEMENT, occasion=changed(AGREEMENT.occasion, place="Gudang")),
        changed(AGREEMENT, revision=2),
        changed(AGREEMENT, id="lain"),
    ],
    ids=["title", "party", "place", "revision", "id"],
)
def test_a_final_text_that_is_not_the_recorded_one_is_found(other):
    assert verdicts(KEPT._replace(revisions={1: write(other)}))["naskah final r01"] is Verdict.BREAKS


def test_a_final_text_that_is_gone_is_found():
    assert place(KEPT._replace(revisions={})) == ("naskah/contoh/revisi/r01.toml", 0)


def test_a_final_text_that_cannot_be_read_is_found():
    assert place(KEPT._replace(revisions={1: b"format = "}))[0] == "naskah/contoh/revisi/r01.toml"


@pytest.mark.parametrize("data", [None, b""])
def test_a_ledger_that_is_gone_is_found_by_the_final_text(data):
    assert place(with_ledger(data)) == ("naskah/contoh/revisi/r01.toml", 0)


def test_a_draft_without_facts_is_no_break():
    kept = KEPT._replace(ledger=None, revisions={})
    assert verdicts(kept) == {"catatan kejadian": Verdict.NOTE, "naskah.toml": Verdict.NOTE}


def test_a_present_text_that_was_changed_under_its_revision_is_found():
    assert place(KEPT._replace(text=write(CHANGED))) == ("naskah/contoh/naskah.toml", 0)


def test_a_present_text_that_was_changed_tells_what_differs():
    assert "tidak berjanji" in str(verified(KEPT._replace(text=write(CHANGED))).first_break)


def test_a_present_text_of_a_next_revision_is_a_draft_and_no_break():
    kept = KEPT._replace(text=write(changed(CHANGED, revision=2)))
    assert verdicts(kept)["naskah.toml"] is Verdict.NOTE


def test_another_place_in_the_present_text_is_told_and_no_break():
    kept = KEPT._replace(text=write(changed(AGREEMENT, occasion=changed(AGREEMENT.occasion, place="Gudang"))))
    assert verdicts(kept)["naskah.toml"] is Verdict.NOTE


@pytest.mark.parametrize("data", [None, b"format = "])
def test_a_present_text_that_is_gone_or_unreadable_is_found(data):
    assert place(KEPT._replace(text=data))[0] == "naskah/contoh/naskah.toml"


SCAN = "a" * 64
KEEPING = Evidence(
    number=9,
    occurred=AT,
    recorded=AT,
    operator="ani",
    sha256=SCAN,
    name="asli-1.pdf",
    about="asli",
    original=1,
)


def with_evidence(**files: str) -> Kept:
    """Return the same with a scan in its ledger, and these PDFs in its folder of evidence."""
    named = {f"{name}.pdf": digest for name, digest in files.items()}
    return KEPT._replace(ledger=ledger([*events(), KEEPING]), evidence=named)


def test_a_scan_that_nobody_changed_holds():
    assert verdicts(with_evidence(**{SCAN: SCAN}))["bukti asli-1.pdf"] is Verdict.HOLDS


@pytest.mark.parametrize("files", [{}, {SCAN: "b" * 64}], ids=["gone", "changed"])
def test_a_scan_that_is_gone_or_was_changed_is_found(files):
    assert place(with_evidence(**files))[0].startswith(f"naskah/contoh/bukti/{SCAN}")


def test_a_scan_whose_event_was_corrected_may_be_gone():
    said = {"occurred": AT, "recorded": AT, "operator": "ani"}
    listed = [*events(), KEEPING, Correction(number=10, of=9, reason="berkas hilang", **said)]
    assert verdicts(with_ledger(ledger(listed)))["bukti asli-1.pdf"] is Verdict.NOTE


def test_a_file_of_evidence_that_no_event_names_is_told():
    assert verdicts(KEPT._replace(evidence={"asing.pdf": SCAN}))["bukti/asing.pdf"] is Verdict.NOTE


def test_the_number_of_an_original_tells_of_its_scan():
    told = [who_has(row) for row in copies_numbered(verified(with_evidence(**{SCAN: SCAN})), 1)]
    assert told[-1].startswith("pindaian nomor 1")


def register() -> bytes:
    entries = [Voided(number=n, recorded=AT, operator="ani", sequence=n, reason="keliru") for n in (1, 2, 3)]
    return added(Book((), beginning("register/2023")), entries)[0]


def test_a_register_that_nobody_changed_holds():
    assert register_check(register(), 2023, "register/2023.jsonl").verdict is Verdict.HOLDS


def test_a_register_that_was_changed_names_its_line():
    data = register().replace(b'"no":2', b'"no":9')
    problem = register_check(data, 2023, "register/2023.jsonl").problem
    assert problem is not None
    assert (problem.file, problem.line) == ("register/2023.jsonl", 2)


def test_a_register_of_another_year_does_not_hold():
    assert register_check(register(), 2024, "register/2024.jsonl").verdict is Verdict.BREAKS


def test_a_copy_number_tells_who_has_it():
    assert [who_has(row) for row in copies_numbered(FOUND, 1)] == [
        "salinan nomor 1 untuk Partai-A: diserahkan sejak 28-11-2023, oleh Sari (sekretaris)."
    ]


def test_a_copy_number_that_there_is_not_has_no_answer():
    assert copies_numbered(FOUND, 9) == ()


def test_a_file_is_known_by_its_hash():
    assert file_is(FOUND, "d" * 64) == "salinan nomor 1"


def test_a_file_that_was_never_printed_is_not_known():
    assert file_is(FOUND, "e" * 64) == ""


def test_without_slips_it_is_not_proven_that_nothing_was_cut():
    assert "tidak terpotong ujungnya" in proof(FOUND).open[0]


def test_a_slip_proves_the_ledger_up_to_its_event():
    said = proof(FOUND, [slip(CODES[5], FOUND)])
    assert (said.proven[-1].startswith("Sampai kejadian nomor 6"), "sesudah nomor 6" in said.open[0]) == (
        True,
        True,
    )


def test_nothing_is_ever_called_an_electronic_signature():
    assert any("bukan tanda tangan elektronik" in one for one in proof(FOUND).open)
