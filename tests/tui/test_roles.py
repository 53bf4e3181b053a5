"""What a role does not allow is shown quietly, says why, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.pilot import Pilot

from kampanye_tui.model.operator import AtWork, Operator, OperatorRole
from kampanye_tui.store import at_work
from kampanye_tui.store.workspace import agreement_ids
from kampanye_tui.tui.frame import KeyLine
from tests.tui.desk import ID, OPERATOR, Desk, text, until, words
from tests.tui.signing import events

NAMES = {"penyusun": "Siti", "pengesah": "Made", "petugas": OPERATOR, "pembaca": "Tono"}


@pytest.fixture(autouse=True)
def _nobody_afterwards() -> Iterator[None]:
    yield
    at_work.begin(AtWork())


def office(role: str) -> None:
    """Work in a role of an office where others have the other roles."""
    named = {**NAMES, role: OPERATOR}
    rows = tuple(Operator(name=name, role=OperatorRole(one)) for one, name in named.items())
    at_work.begin(AtWork(OPERATOR, tuple(row for row in rows if row.role == role or row.name != OPERATOR)))


def quiet(at: Pilot) -> set[str]:
    """Return the words of the line of keys that are shown quietly."""
    pieces = list(at.app.screen.query_one(KeyLine).render_line(0))
    return {piece.text.strip() for piece in pieces if piece.style and piece.style.dim and piece.text.strip()}


def test_a_reader_sees_quiet_keys_for_what_changes_something(desk: Desk) -> None:
    office("pembaca")

    async def scene(at: Pilot) -> None:
        await at.pause()
        assert {"baru", "salin", "arsipkan"} <= quiet(at)
        assert "buka" not in quiet(at)

    desk.play(scene, opened=False)


def test_a_quiet_key_says_which_role_is_needed_and_makes_nothing(desk: Desk) -> None:
    office("pembaca")

    async def scene(at: Pilot) -> None:
        await at.press("n")
        told = "Peran Anda pembaca; mengubah naskah memerlukan peran penyusun atau pengesah."
        assert told in words(at.app)
        assert agreement_ids(desk.located.workspace) == (ID,)

    desk.play(scene, opened=False)


def test_the_palette_says_it_of_every_action(desk: Desk) -> None:
    office("pembaca")

    async def scene(at: Pilot) -> None:
        await at.press("f2", *"arsipkan")
        assert "belum bisa: Peran Anda pembaca" in words(at.app)

    desk.play(scene, opened=False)


def test_a_clerk_finds_the_gate_and_cannot_make_the_text_final(desk: Desk) -> None:
    office("petugas")

    async def scene(at: Pilot) -> None:
        await at.press("7")
        await at.press("f10")
        await at.pause()
        assert "memfinalkan naskah memerlukan peran pengesah" in words(at.app)
        assert events(desk) == ()

    desk.play(scene)


def test_an_author_records_no_response(desk: Desk) -> None:
    office("penyusun")

    async def scene(at: Pilot) -> None:
        await at.press("8", "enter", "s")
        await at.pause()
        assert "mencatat tanggapan memerlukan peran petugas" in words(at.app)
        assert events(desk) == ()

    desk.play(scene)


def test_a_clerk_records_a_response_though_the_text_is_only_read(desk: Desk) -> None:
    office("petugas")

    async def scene(at: Pilot) -> None:
        assert "hanya baca: peran Anda petugas" in text(at.app)
        await at.press("8", "enter", "s")
        await at.pause()
        assert [event.operator for event in events(desk)] == [OPERATOR]

    desk.play(scene)


def test_without_roles_no_key_is_quiet_for_them(desk: Desk) -> None:
    async def scene(at: Pilot) -> None:
        await at.pause()
        assert not {"baru", "salin", "arsipkan"} & quiet(at)

    desk.play(scene, opened=False)


def test_who_is_let_in_to_this_program_alone_is_told_the_way_that_there_is(desk: Desk) -> None:
    at_work.begin(AtWork(OPERATOR, folders=(desk.folder.resolve(),)))

    async def scene(at: Pilot) -> None:
        await at.press("6", "o")
        await until(at, lambda: f"ekspor {ID} --templat naskah" in text(at.app))
        assert "WinSCP" not in text(at.app)

    desk.play(scene)
