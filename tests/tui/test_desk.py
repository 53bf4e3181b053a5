"""The gate before a final text, and the desk at which everybody signs."""

from __future__ import annotations

from textual.pilot import Pilot

from kampanye_tui.agreement.edit import drop_party
from kampanye_tui.agreement.facts import of_kind
from kampanye_tui.model.event import Closed, Finalised, Outcome, Signed
from kampanye_tui.store.ledger import open_ledger, record, state_of
from kampanye_tui.store.workspace import load, save
from tests.tui.desk import ID, Desk, lines, text, until


def events(desk: Desk) -> tuple:
    """Return what the ledger says."""
    return open_ledger(desk.located.workspace / "naskah" / ID, ID).book.events


def outcomes(desk: Desk) -> list[tuple[str, Outcome]]:
    """Return who has which outcome, in the order of the ledger."""
    return [(event.party, event.outcome) for event in of_kind(events(desk), Signed)]


async def final(at: Pilot) -> None:
    """Make the text final and open the desk."""
    await at.press("7", "f10")
    await at.pause()
    await at.press("7")
    await until(at, lambda: "MEJA PENANDATANGANAN" in text(at.app))


def test_a_clean_text_is_made_final_with_one_key(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("7")
        assert "Tidak ada yang menghalangi" in text(at.app)
        await at.press("f10")
        await at.pause()
        assert [event.revision for event in of_kind(events(desk), Finalised)] == [1]
        assert (desk.located.workspace / "naskah" / ID / "revisi" / "r01.toml").exists()

    desk.play(scene)


def test_what_stands_in_the_way_is_listed_and_enter_opens_its_place(desk: Desk) -> None:
    kept = load(desk.located.workspace, ID)
    save(kept, drop_party(kept.agreement, "partai-ummat"))

    async def scene(at: Pilot) -> None:
        await at.press("7")
        assert "▸ Partai Ummat (nomor urut 24) belum ada" in text(at.app)
        await at.press("enter")
        await until(at, lambda: "▌3 Pihak▐" in text(at.app))

    desk.play(scene)


def test_going_on_all_the_same_needs_a_reason_that_is_recorded(desk: Desk) -> None:
    kept = load(desk.located.workspace, ID)
    save(kept, drop_party(kept.agreement, "partai-ummat"))

    async def scene(at: Pilot) -> None:
        await at.press("7", "f10", *"pleno", "f10")
        await until(at, lambda: len(events(desk)) == 2)
        assert events(desk)[0].reason == "pleno"

    desk.play(scene)


def test_one_key_records_a_signature_and_goes_on(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await final(at)
        await at.press("t")
        assert outcomes(desk) == [("partai-kebangkitan-bangsa", Outcome.SIGNED)]
        assert "G E R I N D R A" in text(at.app)

    desk.play(scene)


def test_digits_jump_to_a_ballot_number(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await final(at)
        await at.press("1", "4", "x")
        assert outcomes(desk) == [("partai-demokrat", Outcome.ABSENT)]

    desk.play(scene)


def test_a_stand_in_is_recorded_with_the_mandate(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await final(at)
        await at.press("w")
        form = at.app.screen
        form.query_one("#f-nama").value = "Budi"
        form.query_one("#f-nomor").value = "21/DPC"
        form.query_one("#f-tanggal").value = "20-11-2023"
        await at.press("f10")
        await until(at, lambda: outcomes(desk))
        (event,) = of_kind(events(desk), Signed)
        assert (event.name, event.mandate.number) == ("Budi", "21/DPC")

    desk.play(scene)


def test_a_correction_opens_the_seat_again_and_keeps_the_record(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await final(at)
        await at.press("t", "up", "c", *"salah", "f10")
        await until(at, lambda: len(events(desk)) == 3)
        assert outcomes(desk) == []
        assert "P K B" in text(at.app)

    desk.play(scene)


def test_a_later_group_is_asked_for_the_reason_first(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await final(at)
        await at.press("end", "t")
        assert "Mengapa didahulukan" in text(at.app)
        await at.press(*"berangkat", "f10")
        await until(at, lambda: outcomes(desk))
        assert of_kind(events(desk), Signed)[0].out_of_turn == "berangkat"

    desk.play(scene)


def test_what_another_desk_records_appears_within_two_seconds(desk: Desk) -> None:
    from kampanye_tui.agreement.signing import signed

    async def scene(at: Pilot) -> None:
        await final(at)
        agreement, book = load(desk.located.workspace, ID).agreement, events(desk)
        said = {"occurred": book[0].occurred, "recorded": book[0].recorded, "operator": "operator2"}
        record(
            desk.located.workspace / "naskah" / ID,
            ID,
            lambda book: [
                signed(agreement, book.events, "partai-kebangkitan-bangsa", 1, Outcome.SIGNED, **said)
            ],
        )
        await until(at, lambda: "1 / 25" in text(at.app), 2)

    desk.play(scene)


def test_nobody_is_booked_twice_by_two_desks(desk: Desk) -> None:
    from kampanye_tui.agreement.signing import signed

    async def scene(at: Pilot) -> None:
        await final(at)
        agreement, book = load(desk.located.workspace, ID).agreement, events(desk)
        said = {"occurred": book[0].occurred, "recorded": book[0].recorded, "operator": "operator2"}
        folder = desk.located.workspace / "naskah" / ID
        first = signed(agreement, book, "partai-kebangkitan-bangsa", 1, Outcome.SIGNED, **said)
        record(folder, ID, lambda _book: [first])
        await at.press("t")
        assert len(outcomes(desk)) == 1
        assert "sudah tercatat: menandatangani" in text(at.app)

    desk.play(scene)


def test_it_begins_again_at_the_same_signer(desk: Desk) -> None:
    async def first(at: Pilot) -> None:
        await final(at)
        await at.press("t", "t")

    async def second(at: Pilot) -> None:
        await at.press("7")
        await until(at, lambda: "P D I   P E R J U A N G A N" in text(at.app))

    desk.play(first)
    desk.play(second)


def test_closing_waits_for_every_signer_and_then_asks(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await final(at)
        await at.press("T")
        assert "belum mempunyai hasil" in text(at.app)
        for _seat in range(19):
            await at.press("t")
        await at.press("T", "y")
        await until(at, lambda: of_kind(events(desk), Closed))
        assert state_of(desk.located.workspace, load(desk.located.workspace, ID).agreement).signed == 19

    desk.play(scene)


def test_an_edit_after_final_is_a_draft_of_the_next_revision(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.press("7", "f10")
        await at.pause()
        await at.press("2", "space")
        await at.pause()
        assert lines(at.app)[0].startswith(" Kampanye Damai Pemilihan Umum Tahun 2024 · konsep r02")

    desk.play(scene)
