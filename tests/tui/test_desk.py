"""The desk at which everybody signs: a key for each fact, and what stands on the screen after it.

It works with every cable out: nothing of the program asks a network, so there is nothing here to unplug.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import UTC, datetime
from statistics import median
from time import process_time

import msgspec
import pytest
from textual.pilot import Pilot

from kampanye_tui.agreement.edit import with_party
from kampanye_tui.agreement.edit_groups import with_mode
from kampanye_tui.agreement.facts import of_kind
from kampanye_tui.agreement.signing_table import signing_table
from kampanye_tui.model.agreement import Agreement
from kampanye_tui.model.event import Attended, Closed, Interrupted, MandateKind, Outcome, Signed
from kampanye_tui.model.party import Signatory
from kampanye_tui.model.signing_group import SigningMode
from kampanye_tui.store.ledger import state_of
from kampanye_tui.store.workspace import load, save
from kampanye_tui.tui import clock
from kampanye_tui.tui.ledger_screen import LOOK
from tests.tui.desk import ID, LARGE, Desk, lines, text, until, words
from tests.tui.signing import (
    at_desk,
    binding_signed,
    closed_elsewhere,
    events,
    folder,
    made_final,
    outcomes,
    signed_elsewhere,
)

pytestmark = pytest.mark.penuh

PKB = "partai-kebangkitan-bangsa"


def row(at: Pilot, name: str) -> str:
    """Return the line of the list that holds a name."""
    return next(line for line in lines(at.app)[8:] if name in line)


def test_one_key_records_a_signature_and_goes_on(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("t")
        assert outcomes(desk) == [(PKB, Outcome.SIGNED)]
        assert "G E R I N D R A" in text(at.app)

    desk.play(scene)


def test_digits_and_one_key_are_enough_for_anybody(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("1", "4", "x")
        await at.press("2", "4", "h")
        assert outcomes(desk) == [("partai-demokrat", Outcome.ABSENT), ("partai-ummat", Outcome.PRESENT)]

    desk.play(scene)


def test_an_outcome_is_told_in_the_words_of_the_list(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("x")
        assert lines(at.app)[-2] == " PKB: tidak hadir."
        assert row(at, "PKB").endswith("tidak hadir")

    desk.play(scene)


def test_the_head_counts_pihak_that_signed(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("t", "t", "x")
        assert "Ditandatangani 2 dari 25 pihak" in text(at.app)

    desk.play(scene)


def test_groups_are_told_in_words(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        assert "kelompok 1 · Peserta Pemilu, menurut nomor urut" in text(at.app)
        assert "kelompok 3 · saksi dan yang mengetahui" in text(at.app)

    desk.play(scene, size=(80, 45))


def test_a_long_name_leaves_the_keys_in_sight(desk: Desk) -> None:
    def named(agreement: Agreement) -> Agreement:
        party = agreement.party(PKB)
        name = "Prof. Dr. H. Muhammad Zainuddin Abdurrahman Wahid, S.H., M.Si."
        person = msgspec.structs.replace(party.signatories[0], name=name)
        return with_party(agreement, msgspec.structs.replace(party, signatories=(person,)))

    made_final(desk, named)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        assert "Prof. Dr. H. Muhammad Zainuddin" in text(at.app)
        assert "[D] wakilnya datang" in lines(at.app)[5]

    desk.play(scene)


def test_who_came_is_shown_before_anything_is_signed(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("1", "4", "d")
        assert [one.party for one in of_kind(events(desk), Attended)] == ["partai-demokrat"]
        assert row(at, "Demokrat").endswith(" hadir")

    desk.play(scene)


def test_who_came_in_place_of_somebody_is_known_when_they_sign(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("D", *"Budi", "enter", *"21/DPC", "enter", *"20-11-2023", "f10")
        await until(at, lambda: of_kind(events(desk), Attended))
        await at.press("w")
        values = at.app.screen.values
        assert (values["nama"], values["nomor"], values["tanggal"]) == ("Budi", "21/DPC", "20-11-2023")
        await at.press("f10")
        await until(at, lambda: outcomes(desk))
        (event,) = of_kind(events(desk), Signed)
        assert event.mandate == of_kind(events(desk), Attended)[0].mandate

    desk.play(scene)


def test_a_stand_in_is_recorded_with_the_mandate(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("w", *"Budi", "enter", *"21/DPC", "enter", *"20 November 2023", "f10")
        await until(at, lambda: outcomes(desk))
        (event,) = of_kind(events(desk), Signed)
        said = (event.name, event.mandate.kind, event.mandate.number)
        assert said == ("Budi", MandateKind.ON_BEHALF, "21/DPC")

    desk.play(scene)


def test_what_is_refused_leaves_the_form_as_it_was_typed(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("w", *"Budi", "enter", *"21/DPC", "enter", *"20-11-2023")
        signed_elsewhere(desk, PKB)
        await at.press("f10")
        await until(at, lambda: "PKB sudah tercatat: menandatangani" in words(at.app))
        assert at.app.screen.values["nama"] == "Budi"

    desk.play(scene)


def test_a_witness_is_named_once_and_recorded_with_each_signature(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("t", "s", *"Bawaslu", "f10")
        await until(at, lambda: "saksi: Bawaslu" in text(at.app))
        await at.press("t", "x", "t")
        witnesses = [one.witness for one in of_kind(events(desk), Signed)]
        assert witnesses == ["", "Bawaslu", "", "Bawaslu"]

    desk.play(scene)


def test_who_follows_later_is_recorded_with_the_day(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("m", *"1-12-2093", "f10")
        await until(at, lambda: outcomes(desk))
        await at.press("1")
        assert "menyusul, paling lambat 1 Desember 2093" in text(at.app)

    desk.play(scene)


def test_a_day_that_is_over_keeps_the_form_of_who_follows_later_open(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("m", *"1-11-2023", "f10")
        await until(at, lambda: "mendahului hari kejadiannya" in text(at.app))
        assert outcomes(desk) == []

    desk.play(scene)


def test_after_the_closing_the_desk_begins_at_who_follows_later_and_lets_them_sign(desk: Desk) -> None:
    made_final(desk)

    async def before(at: Pilot) -> None:
        await at_desk(at)
        await at.press("5", "m", *"1-12-2093", "f10")
        await until(at, lambda: outcomes(desk))

    async def after(at: Pilot) -> None:
        await at_desk(at)
        await at.press("t")
        assert outcomes(desk)[-1] == ("partai-nasdem", Outcome.SIGNED)
        assert "Cetak berita acara tambahan" in words(at.app)

    desk.play(before)
    agreement = load(desk.located.workspace, ID).agreement
    asked = [seat for seat in state_of(desk.located.workspace, agreement).seats if seat.group < 3]
    signed_elsewhere(desk, *(seat.party for seat in asked if seat.open))
    closed_elsewhere(desk)
    desk.play(after)


def test_a_group_that_signs_together_is_signed_by_one_key_and_told_so(desk: Desk) -> None:
    made_final(desk, lambda agreement: with_mode(agreement, 3, SigningMode.TOGETHER))
    binding_signed(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        assert "kelompok 3 bersama-sama, tercatat sekaligus" in words(at.app)
        await at.press("t")
        assert "Kelompok 3 menandatangani bersama-sama: 6 tanda tangan tercatat sekaligus." in words(at.app)
        assert len(outcomes(desk)) == 25

    desk.play(scene)


def test_where_one_was_enough_the_others_are_shown_as_not_needed(desk: Desk) -> None:
    made_final(desk, lambda agreement: with_mode(agreement, 3, SigningMode.ANY_ONE))
    binding_signed(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("t", "end")
        assert row(at, "Kodim").endswith("tidak diperlukan")

    desk.play(scene)


def test_a_later_group_is_asked_for_the_reason_first(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("end", "t")
        assert "Mengapa didahulukan" in text(at.app)
        await at.press(*"berangkat", "f10")
        await until(at, lambda: outcomes(desk))
        assert of_kind(events(desk), Signed)[0].out_of_turn == "berangkat"

    desk.play(scene)


def test_a_correction_opens_the_seat_again_and_keeps_the_record(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("t", "up", "c", *"salah", "f10")
        await until(at, lambda: len(events(desk)) == 3)
        assert outcomes(desk) == []
        assert "P K B" in text(at.app)
        assert "koreksi: salah (tidak berlaku lagi: PKB: menandatangani)" in text(at.app)

    desk.play(scene)


def test_an_interruption_is_recorded_with_its_hours(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("p", *"listrik padam", "enter", *"10.10", "enter", *"10.16", "f10")
        await until(at, lambda: of_kind(events(desk), Interrupted))
        (event,) = of_kind(events(desk), Interrupted)
        assert (f"{event.occurred:%H.%M}", f"{event.resumed:%H.%M}") == ("10.10", "10.16")

    desk.play(scene)


def test_the_last_entries_stand_below_with_hour_and_operator(desk: Desk) -> None:
    made_final(desk)
    signed_elsewhere(desk, PKB)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        assert "  PKB: menandatangani · oleh operator2" in text(at.app)

    desk.play(scene)


def test_what_another_process_records_appears_by_itself(desk: Desk) -> None:
    made_final(desk)
    config = str(desk.folder / "kampanye.toml")
    command = ("--config", config, "tandatangan", "catat", "1", "menandatangani")

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        subprocess.run([sys.executable, "-m", "kampanye_tui", *command], check=True, capture_output=True)
        await until(at, lambda: "1 / 25" in text(at.app))

    desk.play(scene)


def test_a_screen_looks_every_second_whether_something_was_recorded() -> None:
    assert LOOK <= 1


def test_nobody_is_booked_twice_and_that_is_said_in_words(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        signed_elsewhere(desk, PKB)
        await at.press("t")
        assert outcomes(desk) == [(PKB, Outcome.SIGNED)]
        assert "PKB sudah tercatat: menandatangani" in words(at.app)

    desk.play(scene)


def test_it_begins_again_at_the_same_signer(desk: Desk) -> None:
    made_final(desk)

    async def first(at: Pilot) -> None:
        await at_desk(at)
        await at.press("t", "t")

    async def second(at: Pilot) -> None:
        await at_desk(at)
        assert "P D I   P E R J U A N G A N" in text(at.app)

    desk.play(first)
    desk.play(second)


def test_from_the_list_of_agreements_one_key_is_enough(desk: Desk) -> None:
    made_final(desk)
    signed_elsewhere(desk, PKB)

    async def scene(at: Pilot) -> None:
        await until(at, lambda: "▸" in text(at.app))
        await at_desk(at)
        assert "G E R I N D R A" in text(at.app)
        await at.press("t", "escape")
        await until(at, lambda: "Langkah 5 dari 7" in text(at.app))

    desk.play(scene, opened=False)


def test_a_correction_under_a_closing_warns_before_of_what_stays_on_paper(desk: Desk) -> None:
    made_final(desk)
    binding_signed(desk)
    closed_elsewhere(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("home", "c")
        await until(at, lambda: "Koreksi sesudah ditutup?" in text(at.app))
        assert "cetak lagi berita acara dan salinan." in words(at.app)
        await at.press("y", *"salah tekan", "enter")
        await until(at, lambda: "Tidak berlaku lagi: PKB" in text(at.app))

    desk.play(scene)


def unnamed(desk: Desk, party_id: str) -> str:
    """Let nobody be named to sign for a pihak; return what the desk says of that."""
    kept = load(desk.located.workspace, ID)
    party = kept.agreement.party(party_id)
    nobody = (Signatory(office="Ketua DPC"),)
    save(kept, with_party(kept.agreement, msgspec.structs.replace(party, signatories=nobody)))
    return (
        f"Nama penanda tangan {party.called} (Ketua DPC) belum diisi; isi dahulu pada tab Pihak, "
        "atau catat surat mandat yang mewakilinya."
    )


def test_that_somebody_has_no_name_is_told_before_they_sign(desk: Desk) -> None:
    """By the number, behind the one before, when they came, and as it is refused."""
    made_final(desk)
    missing = unnamed(desk, "partai-gerakan-indonesia-raya")

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        assert missing not in words(at.app)
        await at.press("2")
        assert missing in words(at.app)
        await at.press("up", "x")
        assert f"PKB: tidak hadir. {missing}" in words(at.app)
        await at.press("d")
        assert f"Gerindra: hadir. {missing}" in words(at.app)
        await at.press("t")
        assert missing in words(at.app)

    desk.play(scene)


def test_that_the_first_one_has_no_name_is_told_on_arriving(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_final(desk)
    missing = unnamed(desk, PKB)
    monkeypatch.setattr(clock, "now", lambda: datetime(2023, 11, 28, 2, 0, tzinfo=UTC))

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await until(at, lambda: missing in words(at.app))

    desk.play(scene)


def test_closing_waits_for_every_signer_and_then_asks(desk: Desk) -> None:
    made_final(desk)

    async def waiting(at: Pilot) -> None:
        await at_desk(at)
        await at.press("T")
        assert "19 penanda tangan belum mempunyai hasil" in text(at.app)

    async def ready(at: Pilot) -> None:
        await at_desk(at)
        await at.press("T")
        assert "Ditandatangani 19 dari 25 pihak." in text(at.app)
        await at.press("y")
        await until(at, lambda: of_kind(events(desk), Closed))

    desk.play(waiting)
    binding_signed(desk)
    desk.play(ready)


def test_a_control_sheet_is_shown_and_then_recorded_whole(desk: Desk) -> None:
    made_final(desk)
    agreement = load(desk.located.workspace, ID).agreement
    sheet = signing_table(agreement, events(desk)).decode("utf-8-sig").splitlines()
    at_pkb = next(number for number, line in enumerate(sheet) if PKB in line)
    sheet[at_pkb] = f"1;{PKB};1;;menandatangani;28-11-2023 10.18" + ";" * 7
    (folder(desk) / "keluaran").mkdir()
    (folder(desk) / "keluaran" / "lembar-kendali.csv").write_text("\n".join(sheet))

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("i", "f10")
        await until(at, lambda: "28-11-2023 10.18  PKB: menandatangani" in text(at.app))
        assert outcomes(desk) == []
        await at.press("y")
        await until(at, lambda: outcomes(desk) == [(PKB, Outcome.SIGNED)])

    desk.play(scene)


def test_a_ledger_that_was_damaged_meanwhile_is_told_and_ends_nothing(desk: Desk) -> None:
    made_final(desk)

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        await at.press("t")
        with (folder(desk) / "buku.jsonl").open("a") as ledger:
            ledger.write("rusak\n")
        await until(at, lambda: "buku.jsonl" in words(at.app))
        await at.resize_terminal(*LARGE)
        for key in ("t", "c", "escape", "e", "escape", "T"):
            await at.press(key)
        assert "MEJA PENANDATANGANAN" in text(at.app)

    desk.play(scene)


def test_a_ledger_that_is_damaged_keeps_the_desk_shut_and_says_why(desk: Desk) -> None:
    made_final(desk)
    with (folder(desk) / "buku.jsonl").open("a") as ledger:
        ledger.write("rusak\n")

    async def scene(at: Pilot) -> None:
        await until(at, lambda: "▸" in text(at.app))
        await at.press("7")
        await until(at, lambda: "buku.jsonl" in words(at.app))

    desk.play(scene, opened=False)


def with_forty_signers(agreement: Agreement) -> Agreement:
    """Let fifteen of the 25 pihak have a second signatory."""
    parties = [
        msgspec.structs.replace(party, signatories=party.signatories * 2)
        if party.ballot_number and party.ballot_number <= 15
        else party
        for party in agreement.parties
    ]
    return msgspec.structs.replace(agreement, parties=tuple(parties))


def test_a_key_takes_at_most_50_ms_with_40_signers(desk: Desk) -> None:
    made_final(desk, with_forty_signers)
    spent: list[float] = []

    async def scene(at: Pilot) -> None:
        await at_desk(at)
        assert "0 / 40" in text(at.app)
        for _seat in range(34):
            begin = process_time()
            await at.press("t")
            spent.append(process_time() - begin)
        assert len(outcomes(desk)) == 34

    desk.play(scene, size=LARGE)
    assert median(spent) <= 0.050, spent
